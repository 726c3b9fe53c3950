"""Two annotators' labels of the same texts: how far they agree, slot by slot, and beyond chance where a slot has a closed vocabulary."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.review.alignment import Pair, align
from pipeline.review.cells import CELLS, same_cell
from pipeline.review.readings import Side
from pipeline.review.verdicts import kappa

__all__ = ["SlotAgreement", "slot_agreement"]

_CLOSED = ("type", "status")


@dataclass(frozen=True, slots=True)
class SlotAgreement:
    """The agreement in one slot."""

    slot: str
    same: int
    of: int
    """Events that both labelled; for the trigger, the mean number of events of the two."""
    kappa: float | None

    @property
    def share(self) -> float:
        """How often they agree."""
        return self.same / self.of if self.of else 0.0


def slot_agreement(first: Side, second: Side) -> list[SlotAgreement]:
    """The agreement of two sets of labels over the documents that both hold.

    ``trigger`` is the share of events that both saw (2 × both ÷ all, an F1). The other slots are judged over events that both saw, as
    leniently as a diff judges them; ``FRAME`` asks all of them at once. Optional labels count for nothing.
    """
    pairs = list(_pairs(first, second))
    both = [(pair.old, pair.new) for pair in pairs if pair.old is not None and pair.new is not None]
    alone = len(pairs) - len(both)
    found = [SlotAgreement("trigger", 2 * len(both), 2 * len(both) + alone, None)]
    whole = [True] * len(both)
    for cell in CELLS:
        if cell == "attribution":
            continue
        same = [
            same_cell(cell, a.cells[cell], b.cells[cell], (*a.allowed.get(cell, ()), *b.allowed.get(cell, ())))
            or same_cell(cell, b.cells[cell], a.cells[cell], (*a.allowed.get(cell, ()), *b.allowed.get(cell, ())))
            for a, b in both
        ]
        whole = [x and y for x, y in zip(whole, same, strict=True)]
        chance = kappa((a.cells[cell], b.cells[cell]) for a, b in both) if cell in _CLOSED else None
        found.append(SlotAgreement(cell, sum(same), len(both), chance))
    return [*found, SlotAgreement("FRAME", sum(whole), len(both), None)]


def _pairs(first: Side, second: Side) -> Iterator[Pair]:
    for doc_id in sorted(first.readings.keys() & second.readings.keys()):
        text = first.texts[doc_id]
        for pair in align(first.readings[doc_id], second.readings[doc_id], text, text):
            readings = [reading for reading in (pair.old, pair.new) if reading is not None]
            if any(reading.optional for reading in readings):
                continue
            overlapping = len(readings) < 2 or (
                readings[0].start < readings[1].end and readings[1].start < readings[0].end
            )
            if overlapping:
                yield pair
            else:
                # Alike, but not the same happening: each saw one that the other did not.
                yield Pair(pair.old, None)
                yield Pair(None, pair.new)
