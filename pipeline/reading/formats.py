"""`FORMATS`: which ending means which format, and the two functions that read it.

Readers are imported when their format is met: HTML needs a package of the extra ``[wiki]``.
"""

from __future__ import annotations

import io
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import DocumentError
from pipeline.reading.packed import DAMAGES, chunks, without_packing
from pipeline.reading.recognize import recognize
from pipeline.reading.record import Record, stem_of, without_surrogates
from pipeline.records import Document

if TYPE_CHECKING:
    from pipeline.reading.record import Source

__all__ = ["AUTO", "FORMATS", "Format", "format_of", "read_record", "split_source"]

AUTO = "auto"
"""Format of a pipe, which is told by its beginning."""

Split = Callable[[str, str], Iterator[Record | DocumentError]]
"""(path, encoding) → the records of a file, in its order, streaming."""
Read = Callable[[Record], Document]
"""A record → its document; raises `DocumentError`."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its file endings, and how it is cut and read."""

    suffixes: tuple[str, ...]
    """Behind which a file's name may also say how it is packed."""
    read: Read
    split: Split | None = None
    """None where the whole file is one document."""


def format_of(name: str) -> str | None:
    """The format that a file's ending means, None for an unknown one; the longest ending decides.

    >>> format_of("dump.jsonl.gz"), format_of("notes.TXT"), format_of("photo.jpg")
    ('jsonl', 'text', None)
    """
    lowered = without_packing(name.lower())
    endings = [(len(s), key) for key, one in FORMATS.items() for s in one.suffixes if lowered.endswith(s)]
    return max(endings)[1] if endings else None


def split_source(source: Source, encoding: str = "utf-8") -> Iterator[Record | DocumentError]:
    """The records of a file; a file that cannot be opened or cut gives a `DocumentError` in their place."""
    try:
        if source.piped:
            yield from _of_pipe(source, encoding)
            return
        split = FORMATS[source.format].split
        if split is not None:
            yield from split(source.path, encoding)
        else:
            yield _whole(source.path, source.format, Path(source.path).read_bytes(), encoding)
    except OSError as error:
        yield DocumentError(error.strerror or str(error), source=source.path)
    except DocumentError as error:
        yield error


def read_record(record: Record) -> Document:
    """The document of a record; raises `DocumentError` where it cannot be read or holds no text.

    >>> from pipeline.reading import Record
    >>> read_record(Record("kut", "kut", "text", 'Kut fell.')).text
    'Kut fell.'
    """
    document = FORMATS[record.format].read(record)
    if not document.text.strip():
        raise DocumentError("there is no text in it", source=record.source, doc_id=record.doc_id, error="Empty")
    return document


def _of_pipe(source: Source, encoding: str) -> Iterator[Record | DocumentError]:
    """The records of standard input or another pipe; its format is told by its beginning unless it is given."""
    path = source.path
    payload = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    name = recognize(payload) if source.format == AUTO else source.format
    split = FORMATS[name].split
    if split is None:
        yield replace(_whole(path, name, payload, encoding), doc_id="stdin")
        return
    with tempfile.NamedTemporaryFile() as file:
        file.write(payload)
        file.flush()
        for record in split(file.name, encoding):
            if isinstance(record, DocumentError):
                record.source = record.source.replace(file.name, path, 1)
                yield record
            else:
                yield replace(record, source=record.source.replace(file.name, path, 1))


def _whole(path: str, name: str, payload: bytes, encoding: str) -> Record:
    shown, size = without_surrogates(path), len(payload)
    try:
        payload = b"".join(chunks(shown, io.BytesIO(payload), size))
    except DAMAGES as error:
        raise DocumentError(f"the file is damaged: {error}", source=shown) from error
    return Record(stem_of(shown), shown, name, payload, encoding=encoding, weight=size)


def _read_text(record: Record) -> Document:
    from pipeline.reading.prose import read_text

    return read_text(record)


def _read_markdown(record: Record) -> Document:
    from pipeline.reading.prose import read_markdown

    return read_markdown(record)


def _read_row(record: Record) -> Document:
    from pipeline.reading.tabular import read_row

    return read_row(record)


def _read_html(record: Record) -> Document:
    from pipeline.reading.html import read_html

    return read_html(record)


def _read_wikitext(record: Record) -> Document:
    from pipeline.reading.wikitext import read_wikitext

    return read_wikitext(record)


def _read_structured(record: Record) -> Document:
    from pipeline.reading.structured import read_structured

    return read_structured(record)


def _split_dump(path: str, encoding: str) -> Iterator[Record | DocumentError]:
    from pipeline.reading.dump import split_dump

    return split_dump(path, encoding)


def _split_jsonl(path: str, encoding: str) -> Iterator[Record | DocumentError]:
    from pipeline.reading.tabular import split_jsonl

    return split_jsonl(path, encoding)


def _split_parquet(path: str, encoding: str) -> Iterator[Record | DocumentError]:
    from pipeline.reading.tabular import split_parquet

    return split_parquet(path, encoding)


FORMATS: dict[str, Format] = {
    "text": Format((".txt", ".text"), _read_text),
    "markdown": Format((".md", ".markdown"), _read_markdown),
    "html": Format((".html", ".htm", ".xhtml"), _read_html),
    "wikitext": Format((".wiki", ".wikitext", ".mediawiki"), _read_wikitext),
    "dump": Format((".xml",), _read_wikitext, _split_dump),
    "jsonl": Format((".jsonl", ".ndjson"), _read_row, _split_jsonl),
    "structured": Format((), _read_structured, _split_jsonl),
    "parquet": Format((".parquet",), _read_row, _split_parquet),
    "spark": Format((), _read_row),
}
