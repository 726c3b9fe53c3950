"""Reader of HTML: a rendered article page, of the classic parser or Parsoid, or any saved page, as its reader sees it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, unquote, urlsplit

from pipeline.errors import DocumentError
from pipeline.reading.record import Record, title_of
from pipeline.reading.rendering import Rendering, marker_kind
from pipeline.records import Document, Reference
from pipeline.rules.html import HtmlRules, html_rules

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

__all__ = ["read_html"]

_LIMIT = 20_000_000
# The parser's time grows with the square of the depth.
_DEEPEST = 3_000
_NESTING = re.compile(
    r"<(?P<close>/?)(?:div|span|section|table|ul|ol|dl|blockquote|a|b|i|u|s|em|strong|small|big|font|center|sup|sub|cite|code|main|article|aside|"
    r"figure|form|object|svg|math|mrow|template|bdi|abbr|q|ins|del|tt|nobr|kbd|var|samp)\b",
    re.IGNORECASE,
)
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WIKI_LINK = re.compile(r"(?:https?:)?(?://[\w.-]*wikipedia\.org)?/wiki/(?P<title>[^?#]+)|\./(?P<parsoid>[^?#]+)")
_OTHER_NAMESPACES = re.compile(
    r"(?:File|Image|Category|Help|Special|Template|Wikipedia|Portal|Talk|Media|Module|User)[\w ]*:", re.IGNORECASE
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*(?P<name>[\w-]{2,40})", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"'](?P<name>[\w-]{2,40})", re.IGNORECASE)
_SITE = re.compile(r"\s+[-–—|]\s+[^-–—|]{1,60}\Z")
_ARCHIVES = re.compile(
    r"//(?:web\.archive\.org|archive\.(?:today|is|ph|md|org)|www\.webcitation\.org|webcitation\.org)", re.IGNORECASE
)
_MODIFIED = re.compile(r'"dateModified"\s*:\s*"(?P<date>\d{4}-\d\d-\d\d)')
_REFERENCE = frozenset(["reference", "mw-ref"])
_BRACKETED = re.compile(r"\[[^\[\]]{1,40}\]")
_PAGES = re.compile(r"\A[\s\u200a]*:[\s\u200a]*(?P<pages>[^\[\]]{1,40}?)[\s\u200a]*\Z")


def read_html(record: Record) -> Document:
    """The article of an HTML page: prose with the markers readers see, its blocks by kind, references, infobox and links.

    Scope: navigation, edit links, hidden text, scripts, map pins and the list of references are no part of the text; the references stand
    behind their markers. Raises `DocumentError` for a page that is too large or in no readable encoding.
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
    references = _references(tree)
    walk = _Walk(references)
    walk.render(root)
    page = walk.page
    html = tree.css_first("html")
    language = (html.attributes.get("lang") if html is not None else None) or "en"
    return Document(
        doc_id=record.doc_id,
        text=page.text(),
        title=record.title or _title(tree) or title_of({}, record.doc_id),
        source=record.source,
        format=record.format,
        reference_date=record.reference_date or _modified(tree, source),
        language=language,
        license=record.license or _license(tree),
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
        if node is not None and (words := _words(node)):
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


def _words(node: LexborNode) -> str:
    """The visible words of a node, without markers."""
    walk = _Walk({}, bare=True)
    walk.render(node)
    return " ".join(walk.page.text().split())


# ------------------------------------------------------------------------------------------------------- references


def _references(tree: Any) -> dict[str, Reference]:
    """What the list of references holds, by the identity that markers point to."""
    full = {node.attributes.get("id") or "": node for node in tree.css("cite[id], .citation[id]")}
    found: dict[str, Reference] = {}
    for item in tree.css("ol.references > li[id], .mw-references-wrap li[id], li[id^=cite_note]"):
        name = item.attributes.get("id") or ""
        if name and name not in found:
            found[name] = _reference(item, full)
    return found


def _reference(item: LexborNode, full: dict[str, LexborNode]) -> Reference:
    body = item.css_first(".reference-text, .mw-reference-text") or item
    text = _words(body)
    cited = body
    # A short citation (Smith 2010, p. 12) points to the full one in the bibliography.
    short = body.css_first('a[href*="#CITEREF"]')
    if short is not None:
        cited = full.get(unquote((short.attributes.get("href") or "").rpartition("#")[2]), body)
    urls = [a.attributes.get("href") or "" for a in cited.css('a.external, a[rel~="mw:ExtLink"], a[href^="http"]')]
    archived = next((url for url in urls if _ARCHIVES.search(url)), None)
    url = next((url for url in urls if not _ARCHIVES.search(url)), None)
    fields = _coins(cited)
    title = fields.get("rft.atitle") or fields.get("rft.btitle") or fields.get("rft.title") or _linked_title(cited)
    return Reference(
        text=text,
        url=f"https:{url}" if url and url.startswith("//") else url,
        archive_url=archived,
        title=title,
        publisher=fields.get("rft.pub") or fields.get("rft.jtitle"),
        date=fields.get("rft.date"),
    )


def _coins(node: LexborNode) -> dict[str, str]:
    """The fields of the machine-readable citation that templates leave behind."""
    span = node.css_first("span.Z3988") or (node.parent.css_first("span.Z3988") if node.parent is not None else None)
    if span is None:
        return {}
    return {key: values[0] for key, values in parse_qs(span.attributes.get("title") or "").items()}


def _linked_title(node: LexborNode) -> str | None:
    link = node.css_first("a.external, a[rel~='mw:ExtLink']")
    words = _words(link).strip('"“” ') if link is not None else ""
    return words or None


# ------------------------------------------------------------------------------------------------------------- walk


@dataclass(slots=True)
class _Walk:
    """Walks a tree without recursion, so that no depth of nesting overflows, and writes out what is seen."""

    references: dict[str, Reference]
    bare: bool = False
    """Without markers and blocks: for titles and the texts of references."""
    rules: HtmlRules = field(default_factory=html_rules)
    page: Rendering = field(default_factory=Rendering)
    infobox: list[tuple[str, str]] = field(default_factory=list)
    _tables: list[str] = field(default_factory=list)
    """Kinds of the tables around: infobox or table."""
    _kinds: list[tuple[str, int]] = field(default_factory=lambda: [("prose", 0)])
    _links: list[int] = field(default_factory=list)
    """Where each open link began."""
    _cells: list[int] = field(default_factory=list)
    """Where each open cell began."""
    _head: str = ""
    """Header cell of the row, else that of the last row of a single header."""
    _after_head: bool = False
    _in_notes: bool = False

    def render(self, root: LexborNode) -> None:
        """Write out what is in the node."""
        stack: list[LexborNode] = []
        node = root.child
        while node is not None or stack:
            if node is None:
                node = stack.pop()
                self._leave(node)
                node = node.next
            elif self._enter(node):
                stack.append(node)
                node = node.child
            else:
                node = node.next
        self.page.end()

    def _enter(self, node: LexborNode) -> bool:
        """Write out the node's beginning; whether to go on into its children."""
        tag = node.tag
        if tag == "-text":
            self.page.write(node.text_content or "")
            return False
        if tag is None or tag in self.rules.unread_elements or tag[0] in "-_!":
            return False
        attributes = node.attributes
        if _is_unread(attributes, self.rules):
            return False
        if tag == "br":
            self.page.write(" ")
            return False
        if tag in ("sup", "span", "a") and self._is_marker(node, tag, (attributes.get("class") or "").split()):
            return False
        if tag == "ol" and "references" in (attributes.get("class") or "").split():
            self._notes(node)
            return False
        if self.bare:
            self.page.write(" " if tag in self.rules.block_elements else "")
        elif tag in self.rules.block_elements:
            self._open(tag, (attributes.get("class") or "").split())
        elif tag in ("td", "th"):
            self._open_cell()
        elif tag == "a":
            self._links.append(self.page.here())
        return True

    def _leave(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if self.bare:
            return
        if tag in self.rules.block_elements:
            self._close(tag)
        elif tag in ("td", "th"):
            self._close_cell(tag)
        elif tag == "a":
            target = _link_target(node.attributes.get("href") or "")
            start = self._links.pop()
            if target:
                self.page.link(start, target)

    # ---------------------------------------------------------------------------------------------------- markers

    def _is_marker(self, node: LexborNode, tag: str, classes: list[str]) -> bool:
        """Write out a citation marker or a request of the editors, if the node is one."""
        inline = "Inline-Template" in classes
        if self.bare or not classes:
            return inline or (tag == "sup" and not _REFERENCE.isdisjoint(classes)) or "autonumber" in classes
        if inline:
            self.page.mark(_words(node).strip("[] "), "inline")
            return True
        if tag == "a":
            return "autonumber" in classes and self._bare_link(node)
        if _REFERENCE.isdisjoint(classes):
            return False
        words = _words(node)
        link = node.css_first("a[href*='#']")
        if link is None:
            pages = _PAGES.match(words)
            if pages is not None:
                self.page.pages(pages["pages"])
            return pages is not None
        label = words.strip("[] ")
        self.page.mark(label, marker_kind(label), unquote((link.attributes.get("href") or "").rpartition("#")[2]))
        return True

    def _bare_link(self, node: LexborNode) -> bool:
        """An external link without words, which readers see as a number."""
        url = node.attributes.get("href") or ""
        self.references.setdefault(url, Reference(text=url, url=url))
        self.page.mark(_words(node).strip("[] "), "reference", url)
        return True

    def _notes(self, node: LexborNode) -> None:
        """Write out the notes that bear markers themselves; the other references stand behind their markers only."""
        if self.bare or self._in_notes:
            return
        self._in_notes = True
        for item in node.css("li"):
            body = item.css_first(".reference-text, .mw-reference-text")
            if body is not None and body.css_first("sup.reference, .mw-ref") is not None:
                self.page.begin("list")
                self.render(body)
        self._in_notes = False

    # ----------------------------------------------------------------------------------------------------- blocks

    def _open(self, tag: str, classes: list[str]) -> None:
        if tag == "table" or (tag == "aside" and "portable-infobox" in classes):
            boxed = (
                tag == "aside"
                or any(name.startswith("infobox") for name in classes)
                or self._tables[-1:] == ["infobox"]
            )
            self._tables.append("infobox" if boxed else "table")
        kind, level = self._kinds[-1]
        if tag in _HEADINGS:
            kind, level = "heading", _HEADINGS[tag]
        elif (
            kind == "caption" or tag in ("figcaption", "caption") or not self.rules.caption_classes.isdisjoint(classes)
        ):
            kind = "caption"
        elif self._tables:
            kind = self._tables[-1]
        elif tag in ("li", "dd", "dt"):
            kind = "list"
        elif tag == "pre":
            kind = "table"
        self._kinds.append((kind, level))
        if self._runs_on(tag, kind):
            # Within a row everything runs on; the items of a cell are told apart by commas.
            if tag == "li" and self._cells and self.page.place() > self._cells[-1]:
                self.page.join(", ")
            else:
                self.page.write(" ")
        else:
            self.page.begin(kind, level)

    def _close(self, tag: str) -> None:
        closed, _ = self._kinds.pop()
        runs_on = self._runs_on(tag, closed)
        if tag in ("table", "aside") and self._tables:
            self._tables.pop()
        if runs_on:
            self.page.write(" ")
        else:
            self.page.begin(*self._kinds[-1])

    def _runs_on(self, tag: str, kind: str) -> bool:
        return bool(self._tables) and tag not in ("table", "tr", "aside") and kind not in ("caption", "heading")

    def _open_cell(self) -> None:
        if self.page.is_open:
            self.page.join(": " if self._after_head else " | ")
        self._after_head = False
        self._cells.append(self.page.place())

    def _close_cell(self, tag: str) -> None:
        if not self._cells:
            return
        words = _BRACKETED.sub("", self.page.since(self._cells.pop())).strip(" |:\n")
        if tag == "th":
            self._head = words
            self._after_head = self.page.is_open and self._tables[-1:] == ["infobox"]
        elif words and self._tables[-1:] == ["infobox"]:
            self.infobox.append((self._head, words))


def _is_unread(attributes: dict[str, str | None], rules: HtmlRules) -> bool:
    if not attributes:
        return False
    classes = attributes.get("class")
    if classes and not rules.unread_classes.isdisjoint(classes.split()):
        return True
    if (
        attributes.get("id") in rules.unread_ids
        or "hidden" in attributes
        or attributes.get("role") in rules.unread_roles
    ):
        return True
    style = attributes.get("style")
    return bool(style and _HIDDEN.search(style))


def _link_target(href: str) -> str | None:
    """The title of the article that a link points to; None for anything else."""
    match = _WIKI_LINK.match(href)
    if match is None or urlsplit(href).query:
        return None
    title = unquote(match["title"] or match["parsoid"]).replace("_", " ")
    return None if _OTHER_NAMESPACES.match(title) else title
