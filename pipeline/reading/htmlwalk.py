"""The walk through a page's tree: what a reader sees is written out, block by block, with its markers and links."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from pipeline.reading.rendering import Rendering, marker_kind
from pipeline.records import Reference
from pipeline.rules.html import HtmlRules, html_rules

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

__all__ = ["Walk", "words_of"]

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WIKI_LINK = re.compile(r"(?:https?:)?(?://[\w.-]*wikipedia\.org)?/wiki/(?P<title>[^?#]+)|\./(?P<parsoid>[^?#]+)")
_OTHER_NAMESPACES = re.compile(
    r"(?:File|Image|Category|Help|Special|Template|Wikipedia|Portal|Talk|Media|Module|User)[\w ]*:", re.IGNORECASE
)
_REFERENCE = frozenset(["reference", "mw-ref"])
_BRACKETED = re.compile(r"\[[^\[\]]{1,40}\]")
_POWER = re.compile(r"[−–-]?\d{1,3}")
_PAGES = re.compile(r"\A[\s\u200a]*:[\s\u200a]*(?P<pages>[^\[\]]{1,40}?)[\s\u200a]*\Z")


@dataclass(slots=True)
class Walk:
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
        if tag == "sup" and self.page.last.isdecimal() and _POWER.fullmatch(node.text()):
            # 10<sup>6</sup> is not 106.
            self.page.write("^")
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
            self.page.mark(words_of(node).strip("[] "), "inline")
            return True
        if tag == "a":
            return "autonumber" in classes and self._bare_link(node)
        if _REFERENCE.isdisjoint(classes):
            return False
        words = words_of(node)
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
        self.page.mark(words_of(node).strip("[] "), "reference", url)
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
            if tag == "li" and self._cells and self.page.place() > self._cells[-1] and self.page.last != ":":
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


def words_of(node: LexborNode) -> str:
    """The visible words of a node, without markers.

    >>> from selectolax.lexbor import LexborHTMLParser
    >>> tree = LexborHTMLParser("<p>Kut <b>fell</b>.<sup class='reference'>[1]</sup></p>")
    >>> words_of(tree.css_first("p"))
    'Kut fell.'
    """
    walk = Walk({}, bare=True)
    walk.render(node)
    return " ".join(walk.page.text().split())
