"""A change in its sentence: the source text cut into segments, each with the kinds of evidence that mark it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from pipeline.review.readings import Reading

__all__ = ["Mark", "Segment", "segments", "window"]


@dataclass(frozen=True, slots=True)
class Mark:
    """Why a stretch of text is marked: which side reads it, as what, in which cell, found by which rule."""

    side: str
    kind: str
    cell: str
    rule: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text, where it begins in the source, and the marks that cover it."""

    text: str
    start: int
    marks: tuple[Mark, ...]


def window(sentence: tuple[int, int], text: str, *, around: int = 0) -> tuple[int, int]:
    """Source offsets of a sentence with ``around`` characters of its neighbours, cut at word ends.

    >>> text = "The town was quiet. The rebels attacked at dawn. Many fled."
    >>> start, end = window((20, 48), text, around=12)
    >>> text[start:end]
    'was quiet. The rebels attacked at dawn. Many fled.'
    """
    start, end = sentence
    low, high = max(0, start - around), min(len(text), end + around)
    if low and around:
        low = text.rfind(" ", 0, low + 1) + 1
    if high < len(text) and around:
        cut = text.find(" ", high)
        high = len(text) if cut < 0 else cut
    return low, high


def segments(
    text: str, start: int, end: int, *, old: Reading | None, new: Reading | None, cuts: tuple[int, ...] = ()
) -> list[Segment]:
    """The characters ``start`` to ``end`` as segments, split at ``cuts`` and wherever a trigger or evidence span begins or ends.

    Nothing is lost and nothing is nested, so a renderer only has to escape and colour.

    >>> text = "Kut fell in 1916."
    >>> [segment.text for segment in segments(text, 0, len(text), old=None, new=None, cuts=(4, 8))]
    ['Kut ', 'fell', ' in 1916.']
    """
    spans = [*_spans(old, "old"), *_spans(new, "new")]
    spans = [(max(a, start), min(b, end), mark) for a, b, mark in spans if a < end and b > start]
    edges = sorted(
        {start, end, *(a for a, _, _ in spans), *(b for _, b, _ in spans), *(c for c in cuts if start < c < end)}
    )
    return [
        Segment(text[a:b], a, tuple(dict.fromkeys(mark for x, y, mark in spans if x <= a and y >= b)))
        for a, b in pairwise(edges)
    ]


def _spans(reading: Reading | None, side: str) -> Iterator[tuple[int, int, Mark]]:
    if reading is None:
        return
    yield reading.start, reading.end, Mark(side, "trigger", "type", reading.detail.get("rule", ""))
    for cell, spans in reading.evidence.items():
        for e in spans:
            yield e.start, e.end, Mark(side, e.kind, cell, e.rule)
