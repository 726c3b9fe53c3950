"""A change in its sentence: the source text cut into segments, each with the kinds of evidence that mark it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from pipeline.review.changes import Change
from pipeline.review.readings import Reading, Side

__all__ = ["Segment", "segments", "window"]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text and the kinds of evidence that cover it, as ``old:trigger`` or ``new:place``."""

    text: str
    marks: tuple[str, ...]


def window(change: Change, side: Side, *, around: int = 0) -> tuple[int, int]:
    """Source offsets of the change's sentence, with ``around`` characters of its neighbours, cut at word ends."""
    text = side.texts.get(change.doc_id, "")
    start, end = change.reading.sentence
    low, high = max(0, start - around), min(len(text), end + around)
    if low and around:
        low = text.rfind(" ", 0, low + 1) + 1
    if high < len(text) and around:
        cut = text.find(" ", high)
        high = len(text) if cut < 0 else cut
    return low, high


def segments(text: str, start: int, end: int, *, old: Reading | None, new: Reading | None) -> list[Segment]:
    """The characters ``start`` to ``end`` as segments, split wherever a trigger or evidence span begins or ends.

    Nothing is lost and nothing is nested, so a renderer only has to escape and colour.
    """
    spans = [(a, b, f"old:{kind}") for a, b, kind in _spans(old)] + [
        (a, b, f"new:{kind}") for a, b, kind in _spans(new)
    ]
    spans = [(max(a, start), min(b, end), mark) for a, b, mark in spans if a < end and b > start]
    edges = sorted({start, end, *(a for a, _, _ in spans), *(b for _, b, _ in spans)})
    cut = []
    for a, b in pairwise(edges):
        marks = tuple(dict.fromkeys(mark for x, y, mark in spans if x <= a and y >= b))
        cut.append(Segment(text[a:b], marks))
    return cut


def _spans(reading: Reading | None) -> list[tuple[int, int, str]]:
    if reading is None:
        return []
    evidence = [(e.start, e.end, e.kind) for spans in reading.evidence.values() for e in spans]
    return [(reading.start, reading.end, "trigger"), *evidence]
