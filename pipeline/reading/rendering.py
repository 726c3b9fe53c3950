"""`Rendering`: a page written out as a reader sees it, block by block, with the places of markers and links."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipeline.records import Block, Link, Marker

__all__ = ["Rendering", "marker_kind"]

_SPACE = re.compile(r"[ \t\n\r\f]+")
_SPACED = re.compile(r"[\t\n\r\f]|  ")
_TIGHT = frozenset(["list", "infobox", "table"])


def marker_kind(label: str) -> str:
    """``reference`` for a number, ``note`` for letters and named groups.

    >>> marker_kind("38"), marker_kind("note 1"), marker_kind("a")
    ('reference', 'note', 'note')
    """
    return "reference" if label.isdecimal() else "note"


@dataclass(slots=True)
class Rendering:
    r"""Text in the making. White space collapses as in a browser; blocks are told apart by a line break or a blank line.

    >>> page = Rendering()
    >>> page.begin("heading", 2); page.write(" Siege "); page.begin("prose"); page.write("It fell."); page.mark("38", "reference", "n38"); page.end()
    >>> page.text(), page.blocks, page.markers[0].start
    ('Siege\n\nIt fell.[38]', [Block(start=0, end=5, kind='heading', level=2), Block(start=7, end=19, kind='prose', level=0)], 15)
    """

    blocks: list[Block] = field(default_factory=list)
    markers: list[Marker] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    length: int = 0
    _parts: list[str] = field(default_factory=list)
    _kind: str = "prose"
    _level: int = 0
    _start: int = -1
    """Where the open block began to hold text; -1 while it holds none."""
    _space: bool = False
    """Whether white space is due before the next word."""

    def begin(self, kind: str, level: int = 0) -> None:
        """Close the open block; what is written next belongs to a new one."""
        self.end()
        self._kind, self._level = kind, level

    def end(self) -> None:
        """Close the open block, if it holds anything."""
        if self._start >= 0:
            self.blocks.append(Block(self._start, self.length, self._kind, self._level))
            self._start = -1
        self._space = False

    @property
    def is_open(self) -> bool:
        """Whether the open block holds text."""
        return self._start >= 0

    @property
    def last(self) -> str:
        """The last character written, white space that is due left out."""
        return self._parts[-1][-1:] if self._parts else ""

    def write(self, text: str) -> None:
        """Running text; white space at the edges counts once."""
        if not text:
            return
        if _SPACED.search(text):
            text = _SPACE.sub(" ", text)
        if text[0] == " ":
            self._space = self._start >= 0
            text = text[1:]
            if not text:
                return
        trailing = text[-1] == " "
        if trailing:
            text = text[:-1]
        self._put(text)
        self._space = trailing

    def join(self, text: str) -> None:
        """Text that follows the last word without the white space that was due."""
        self._space = False
        self.write(text)

    def mark(self, label: str, kind: str, ref_id: str | None = None) -> None:
        """A citation marker; it stands right after what was written, as readers see it."""
        if not label:
            return
        self._space = False
        self._put(f"[{label}]")
        self.markers.append(Marker(self.length - len(label) - 2, self.length, label, kind, ref_id))

    def pages(self, pages: str) -> None:
        """Page numbers that belong to the marker just written: ``[38]: 12``; else plain text."""
        last = self.markers[-1] if self.markers else None
        if last is None or last.end != self.length or self._start < 0:
            self.write(f": {pages}")
            return
        self._space = False
        self._put(f": {pages}")
        self.markers[-1] = Marker(last.start, self.length, last.label, last.kind, last.ref_id)

    def here(self) -> int:
        """Offset at which the next word will stand, as far as the open block goes on."""
        return self.length + (1 if self._space else 0) if self._start >= 0 else -1

    def link(self, start: int, target: str, end: int | None = None) -> None:
        """A link from an offset given by `here` to ``end``, or to the end of what was written."""
        if start < 0:
            start = self._start
        end = self.length if end is None else end
        if 0 <= start < end:
            self.links.append(Link(start, end, target))

    def place(self) -> int:
        """A place in what was written, for `since`."""
        return len(self._parts)

    def since(self, place: int) -> str:
        """What was written since a place."""
        return "".join(self._parts[place:])

    def text(self) -> str:
        """Everything written so far."""
        return "".join(self._parts)

    def _put(self, text: str) -> None:
        if self._start < 0:
            if self.blocks:
                gap = "\n" if self.blocks[-1].kind == self._kind and self._kind in _TIGHT else "\n\n"
                self._parts.append(gap)
                self.length += len(gap)
            self._start = self.length
        elif self._space:
            self._parts.append(" ")
            self.length += 1
        self._parts.append(text)
        self.length += len(text)
        self._space = False
