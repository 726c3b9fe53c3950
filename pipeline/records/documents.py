"""A document as it is read and cleaned: its text, what the format tells besides, and the cuts that lead offsets back (source offsets)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import field
from functools import cached_property

from pipeline.frozen import dataclass

__all__ = ["Block", "CleanText", "Cut", "Document", "Link", "Marker", "Reference"]


@dataclass(frozen=True, slots=True)
class Reference:
    """What stands behind a citation marker, as far as the input tells."""

    text: str
    url: str | None = None
    archive_url: str | None = None
    title: str | None = None
    publisher: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Marker:
    """A citation marker that the reader of a format knows by its mark-up (source offsets)."""

    start: int
    end: int
    label: str
    """Without brackets: ``38``, ``note 1``, ``citation needed``."""
    kind: str
    """reference, note or inline."""
    ref_id: str | None = None
    """Key into `Document.references`."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the source text whose kind the reader of a format knows."""

    start: int
    end: int
    kind: str
    """prose, heading, list, caption, infobox or table."""
    level: int = 0
    """Heading level, 1 for the title; 0 for everything else."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the source text with the title it points to; a linked place or actor helps resolution."""

    start: int
    end: int
    target: str


@dataclass(frozen=True, slots=True)
class Document:
    """One article as read: its text with the markers a reader sees, and what the format tells besides."""

    doc_id: str
    text: str
    title: str = ""
    source: str = ""
    format: str = "text"
    reference_date: str | None = None
    language: str = "en"
    license: str | None = None
    markup: str = "plain"
    """How the text is to be cleaned: ``plain``, or ``markdown`` where mark-up is still in it."""
    blocks: tuple[Block, ...] = ()
    """Empty where the format has no blocks: they are then told from the lines."""
    markers: tuple[Marker, ...] = ()
    """Markers known by mark-up; further ones are found in the text where ``markers_complete`` is false."""
    markers_complete: bool = False
    references: Mapping[str, Reference] = field(default_factory=dict)
    infobox: tuple[tuple[str, str], ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of the source text that the clean text leaves out (source offsets), and why."""

    start: int
    end: int
    marker: Marker | None = None
    """The citation marker cut here; None for mark-up and invisible characters."""


@dataclass(frozen=True)
class CleanText:
    """The source text without markers and mark-up, and the cuts that lead every offset back.

    >>> clean = CleanText("near Aleppo.[38] The", "near Aleppo. The", (Cut(12, 16),))
    >>> clean.to_source(13, 16), clean.to_clean(17)
    ((17, 20), 13)
    """

    source: str
    text: str
    cuts: tuple[Cut, ...] = ()
    blocks: tuple[Block, ...] = ()
    """Every stretch of the clean text by kind, in order (clean offsets)."""

    @cached_property
    def _edges(self) -> tuple[list[int], list[int]]:
        """Clean offset of each cut, and the numbers of source characters cut before the first, through the first and so on."""
        at, gone, total = [], [0], 0
        for cut in self.cuts:
            at.append(cut.start - total)
            total += cut.end - cut.start
            gone.append(total)
        return at, gone

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Source offsets of a clean span; a cut at either edge stays outside."""
        if not self.cuts:
            return start, max(start, end)
        at, gone = self._edges
        first = start + gone[bisect_right(at, start)]
        if end <= start:
            return first, first
        return first, end + gone[bisect_right(at, end - 1)]

    def to_clean(self, offset: int) -> int:
        """Clean offset of a source offset; one inside a cut goes to the cut's place."""
        at, gone = self._edges
        starts = [cut.start for cut in self.cuts] if len(self.cuts) < 64 else self._starts
        i = bisect_right(starts, offset)
        if not i:
            return offset
        return max(at[i - 1], offset - gone[i])

    @cached_property
    def _starts(self) -> list[int]:
        return [cut.start for cut in self.cuts]
