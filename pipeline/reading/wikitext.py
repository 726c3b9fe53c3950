"""Reader of wikitext: an article's source as the page that its reader sees.

A tree is built in one pass (`pipeline.reading.wikitree`), its nodes are rendered (`pipeline.reading.wikiwriter`), and the lines written out
(`pipeline.reading.wikilines`). That is own code and not mwparserfromhell, by measure: over the 106 articles of a dump sample its parsing
alone, C tokenizer and all, goes at 1.7 MB a second of processor time, all of this at 4.1, and its time can grow with the square of the input
(12 kB: 1.2 s, 24 kB: 4.8 s). It remains the oracle of the tests: the two find the same templates, links and references, and the same words.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.errors import DocumentError
from pipeline.reading.record import Record
from pipeline.reading.rendering import Rendering
from pipeline.reading.wikilines import caption_line, without_tags, write_lines
from pipeline.reading.wikiwriter import Writer
from pipeline.records import Document
from pipeline.rules.wikitext import wikitext_rules

__all__ = ["categories_of", "is_redirect", "read_wikitext"]

_LIMIT = 5_000_000
_REDIRECT = re.compile(r"\s*#\s*redirect\b\s*:?\s*\[\[", re.IGNORECASE)
_CATEGORY = re.compile(r"\[\[\s*category\s*:\s*(?P<name>[^\]|\n]{1,255})", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_OWN = re.compile("[\ue000-\ue0ff]")
_SPECIAL = re.compile(r"[\[\]{}|'<>=*#:;~_]")
_ELEMENT = re.compile(
    r"<(?P<tag>nowiki|pre|math|chem|ce|timeline|score|imagemap|source|syntaxhighlight|hiero|graph|mapframe|maplink|templatedata|inputbox|section|"
    r"templatestyles|noinclude|gallery|references)\b[^<>]{0,500}?(?P<empty>/?)>",
    re.IGNORECASE,
)


def is_redirect(text: str) -> bool:
    """Whether a page only points to another one.

    >>> is_redirect("#REDIRECT [[Siege of Kut]]"), is_redirect("The '''siege''' began.")
    (True, False)
    """
    return _REDIRECT.match(text) is not None


def categories_of(text: str) -> list[str]:
    r"""The categories that a page names.

    >>> categories_of("It fell.\n[[Category:Sieges of the 20th century]]\n[[category: Battles_of_Iraq|Kut]]")
    ['Sieges of the 20th century', 'Battles of Iraq']
    """
    return [match["name"].strip().replace("_", " ") for match in _CATEGORY.finditer(text)]


def read_wikitext(record: Record) -> Document:
    """The article of a wikitext: prose with the markers readers see, its blocks by kind, references, infobox and links.

    Scope: English Wikipedia's frequent templates; others show nothing. Raises `DocumentError` for a text that is too large and for redirects.

    >>> from pipeline.reading import Record
    >>> page = read_wikitext(Record("kut", "kut", "wikitext", "[[Kut]] '''fell'''.<ref>Moberly (1924)</ref>"))
    >>> page.text, [reference.text for reference in page.references.values()], page.links[0].target
    ('Kut fell.[1]', ['Moberly (1924)'], 'Kut')
    """
    text = record.text()
    if len(text) > _LIMIT:
        message = f"the wikitext has {len(text):,} characters; the limit is {_LIMIT:,}"
        raise DocumentError(message, source=record.source, doc_id=record.doc_id, error="TooLarge")
    if is_redirect(text):
        raise DocumentError("the page is a redirect", source=record.source, doc_id=record.doc_id, error="Redirect")
    writer = Writer(wikitext_rules())
    writer.references.has_short = "{{sfn" in text.lower() or "{{harv" in text.lower()
    rendered = writer.article(_prepared(text, writer))
    page = Rendering()
    write_lines(without_tags(rendered), page, writer.references.markers, writer.targets)
    return record.document(
        page.text(),
        blocks=tuple(page.blocks),
        markers=tuple(page.markers),
        markers_complete=True,
        references=writer.references.table(),
        infobox=tuple(writer.infobox),
        links=tuple(page.links),
    )


def _prepared(text: str, writer: Writer) -> str:
    """The source without comments and what shows nothing; literal text is made safe from the parser."""
    text = _OWN.sub("", text.replace("\r\n", "\n"))
    if "&lt;ref" in text and "<ref" not in text:
        # Copied out of a dump with its XML escapes.
        text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")
    if "<" in text:
        text = _COMMENT.sub("", text)
        text = _without_elements(text, writer.listed)
    return "\n" + text


def _without_elements(text: str, keep_references: Callable[[str], str]) -> str:
    """The text without formulas, code, maps and lists of references; galleries give their captions, literal text stays as it is."""
    pieces: list[str] = []
    never_closed: set[str] = set()
    at = 0
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = text
    while match := _ELEMENT.search(text, at):
        tag = match["tag"].lower()
        closing = -1 if match["empty"] or tag in never_closed else lowered.find(f"</{tag}", match.end())
        pieces.append(text[at : match.start()])
        if closing < 0:
            # The tag alone goes, and so do all others of its name.
            at = match.end()
            if not match["empty"]:
                never_closed.add(tag)
            continue
        body = text[match.end() : closing]
        at = text.find(">", closing) + 1 or len(text)
        if tag in ("nowiki", "pre"):
            pieces.append(_SPECIAL.sub(lambda c: f"&#{ord(c[0])};", body))
        elif tag == "gallery":
            pieces.append(_gallery(body))
        elif tag == "references":
            keep_references(body)
    pieces.append(text[at:])
    return "".join(pieces)


def _gallery(body: str) -> str:
    rows = (line.partition("|")[2].strip() for line in body.splitlines())
    return "".join(caption_line(row.rpartition("|")[2] if row.startswith("alt=") else row) for row in rows if row)
