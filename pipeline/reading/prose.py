"""Readers of plain text and Markdown: the text is the file, unchanged; title and date come from its first lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.records import Document

if TYPE_CHECKING:
    from pipeline.reading.record import Record

__all__ = ["read_markdown", "read_text"]

_HEADING = re.compile(r"^#[ \t]+(?P<title>[^\n]*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_WIKI_HEADING = re.compile(r"\A\s*={1,2}[ \t]*(?P<title>[^=\n]+?)[ \t]*={1,2}[ \t]*$", re.MULTILINE)
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<lines>.*?)\n---[ \t]*$", re.MULTILINE | re.DOTALL)
_FIELD = re.compile(r"^(?P<key>[A-Za-z]+):[ \t]*(?P<value>[^\n]*?)[ \t]*$", re.MULTILINE)
_TITLE_KEYS = ("title", "subject")


def read_text(record: Record) -> Document:
    r"""A plain text as it is; a title from a heading in ``= =`` that opens it, else from the file's name.

    >>> from pipeline.reading import Record
    >>> read_text(Record("kut", "kut", "text", '= Siege of Kut =\nKut fell.')).title
    'Siege of Kut'
    """
    text = record.text()
    heading = _WIKI_HEADING.match(text)
    return record.document(text, heading["title"] if heading else "")


def read_markdown(record: Record) -> Document:
    r"""A Markdown text as it is, mark-up in it; a title from its front matter or first ``#`` heading, else from the file's name.

    >>> from pipeline.reading import Record
    >>> read_markdown(Record("kut", "kut", "markdown", '# Siege of Kut\nKut *fell*.')).title
    'Siege of Kut'
    """
    text = record.text()
    front = _FRONT_MATTER.match(text)
    fields = {m["key"].lower(): m["value"].strip("\"'") for m in _FIELD.finditer(front["lines"])} if front else {}
    heading = _HEADING.search(text)
    named = next((fields[key] for key in _TITLE_KEYS if fields.get(key)), "")
    return record.document(text, named or (heading["title"] if heading else ""), markup="markdown")
