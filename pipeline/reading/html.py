"""Reader of HTML: a rendered article page, of the classic parser or Parsoid, or any saved page, as its reader sees it.

The page is parsed by selectolax and walked through (`pipeline.reading.htmlwalk`); its list of references is read before, to stand behind the
markers (`pipeline.reading.htmlrefs`).
"""

from __future__ import annotations

import re
from typing import Any

from pipeline.errors import DocumentError
from pipeline.reading.htmlrefs import references_of
from pipeline.reading.htmlwalk import Walk, words_of
from pipeline.reading.record import Record
from pipeline.records import Document
from pipeline.rules.html import html_rules

__all__ = ["read_html"]

_LIMIT = 20_000_000
# The parser's time grows with the square of the depth.
_DEEPEST = 3_000
_NESTING = re.compile(
    r"<(?P<close>/?)(?:div|span|section|table|ul|ol|dl|blockquote|a|b|i|u|s|em|strong|small|big|font|center|sup|sub|cite|code|main|article|aside|"
    r"figure|form|object|svg|math|mrow|template|bdi|abbr|q|ins|del|tt|nobr|kbd|var|samp)\b",
    re.IGNORECASE,
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*(?P<name>[\w-]{2,40})", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"'](?P<name>[\w-]{2,40})", re.IGNORECASE)
_SITE = re.compile(r"\s+[-–—|]\s+[^-–—|]{1,60}\Z")
_MODIFIED = re.compile(r'"dateModified"\s*:\s*"(?P<date>\d{4}-\d\d-\d\d)')


def read_html(record: Record) -> Document:
    """The article of an HTML page: prose with the markers readers see, its blocks by kind, references, infobox and links.

    Scope: navigation, edit links, hidden text, scripts, map pins and the list of references are no part of the text; the references stand
    behind their markers. Raises `DocumentError` for a page that is too large or in no readable encoding.

    >>> from pipeline.reading import Record
    >>> page = read_html(Record("kut", "kut", "html", "<p>Kut fell.<sup class='reference'><a href='#n1'>[1]</a></sup></p>"))
    >>> page.text, [marker.label for marker in page.markers]
    ('Kut fell.[1]', ['1'])
    """
    source = _decoded(record)
    if len(source) > _LIMIT:
        message = f"the page has {len(source):,} characters; the limit is {_LIMIT:,}"
        raise DocumentError(message, source=record.source, doc_id=record.doc_id, error="TooLarge")
    if _depth(source) > _DEEPEST:
        message = f"elements are nested more than {_DEEPEST:,} deep"
        raise DocumentError(message, source=record.source, doc_id=record.doc_id, error="TooDeep")
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(source)
    root = next((node for selector in html_rules().roots if (node := tree.css_first(selector)) is not None), None)
    if root is None:
        raise DocumentError("there is no body in the page", source=record.source, doc_id=record.doc_id, error="Empty")
    references = references_of(tree)
    walk = Walk(references)
    walk.render(root)
    page = walk.page
    html = tree.css_first("html")
    language = (html.attributes.get("lang") if html is not None else None) or "en"
    return record.document(
        page.text(),
        _title(tree),
        reference_date=_modified(tree, source),
        language=language,
        license=_license(tree),
        blocks=tuple(page.blocks),
        markers=tuple(page.markers),
        markers_complete=bool(page.markers),
        references=references,
        infobox=tuple(walk.infobox),
        links=tuple(page.links),
    )


def _decoded(record: Record) -> str:
    """The page as text: in the encoding named for the run, else in the one it declares itself."""
    try:
        return record.text()
    except DocumentError as error:
        declared = None
        if isinstance(record.payload, bytes) and error.error == "WrongEncoding":
            head = record.payload[:4096]
            declared = _CHARSET.search(head) or _XML_ENCODING.search(head)
        if declared is None or not isinstance(record.payload, bytes):
            raise
        try:
            return record.payload.decode(declared["name"].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            raise error from None


def _depth(source: str) -> int:
    """How deep elements are nested at most, as far as tags tell that must be closed."""
    depth = deepest = 0
    for match in _NESTING.finditer(source):
        if match["close"]:
            depth = max(0, depth - 1)
        else:
            depth += 1
            deepest = max(deepest, depth)
    return deepest


def _title(tree: Any) -> str:
    for selector in ("#firstHeading", ".mw-page-title-main", "main h1", "article h1", "h1"):
        node = tree.css_first(selector)
        if node is not None and (words := words_of(node)):
            return words
    node = tree.css_first("title")
    return _SITE.sub("", " ".join(node.text().split())) if node is not None else ""


def _modified(tree: Any, source: str) -> str | None:
    """The day of the last revision, as far as the page tells."""
    for selector, name in (
        ('meta[property="dc:modified"]', "content"),
        ('meta[property="article:modified_time"]', "content"),
    ):
        node = tree.css_first(selector)
        if node is not None and re.match(r"\d{4}-\d\d-\d\d", value := node.attributes.get(name) or ""):
            return value[:10]
    found = _MODIFIED.search(source)
    return found["date"] if found else None


def _license(tree: Any) -> str | None:
    node = tree.css_first("link[rel=license], link[rel=copyright], a[rel=license]")
    if node is None:
        return None
    href = node.attributes.get("href") or ""
    return f"https:{href}" if href.startswith("//") else href or None
