"""Changes between two sides: gained, lost, changed and moved events, cell by cell, graded by how much they matter."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pipeline.review.alignment import Pair, align
from pipeline.review.readings import CELLS, Reading, Side

__all__ = ["SEVERITIES", "CellChange", "Change", "as_record", "compare", "totals_by_rule"]

SEVERITIES = ("structural", "value", "evidence", "cosmetic")
"""From the gravest: an event more or less; another value; the same value from other characters or another rule; other letters."""


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell that two readings of an event fill differently."""

    cell: str
    old: str
    new: str
    severity: str


@dataclass(frozen=True, slots=True)
class Change:
    """One event that differs between two sides."""

    kind: str
    """gained, lost, changed or moved."""
    doc_id: str
    old: Reading | None
    new: Reading | None
    cells: tuple[CellChange, ...]
    severity: str
    likeness: float
    ambiguous: bool

    @property
    def reading(self) -> Reading:
        """The newer reading, or the only one."""
        reading = self.new or self.old
        assert reading is not None
        return reading

    @property
    def change_id(self) -> str:
        """A name that stays the same as long as both readings say the same."""
        parts = [self.doc_id, self.kind]
        for reading in (self.old, self.new):
            parts += ["-"] if reading is None else [str(reading.start), str(reading.end), *reading.cells.values()]
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]

    @property
    def group(self) -> tuple[str, str, str]:
        """Like changes, to be decided together: (cell or kind, old → new shape, rule)."""
        rule = self.reading.detail.get("rule", "")
        if not self.cells:
            return self.kind, self.reading.cells["type"], rule
        first = self.cells[0]
        return first.cell, f"{_shape(first.cell, first.old)} → {_shape(first.cell, first.new)}", rule


def _shape(cell: str, value: str) -> str:
    """A value reduced to what like changes share: closed vocabularies as they are, open ones to how many there are."""
    if cell in ("type", "status", "trigger"):
        return value
    return "empty" if not value else f"{value.count(';') + 1}"


def compare(old: Side, new: Side) -> Iterator[Change]:
    """The changes between two sides, by document and in reading order.

    A document that only one side holds gives gained or lost events. Equal events give nothing.
    """
    for doc_id in sorted(old.readings.keys() | new.readings.keys()):
        old_text, new_text = old.texts.get(doc_id, ""), new.texts.get(doc_id, "")
        if not old_text or not new_text:
            old_text = new_text = old_text or new_text
        for pair in align(old.readings.get(doc_id, []), new.readings.get(doc_id, []), old_text, new_text):
            change = _change(doc_id, pair, same_text=old_text == new_text)
            if change is not None:
                yield change


def _change(doc_id: str, pair: Pair, *, same_text: bool) -> Change | None:
    if pair.old is None or pair.new is None:
        kind = "gained" if pair.old is None else "lost"
        return Change(kind, doc_id, pair.old, pair.new, (), "structural", pair.likeness, pair.ambiguous)
    cells = tuple(_cells(pair.old, pair.new, same_text=same_text))
    if not cells:
        return None
    severity = min((c.severity for c in cells), key=SEVERITIES.index)
    moved = same_text and {c.cell for c in cells} <= {"trigger", "evidence", "rule"} and cells[0].cell == "trigger"
    kind = "moved" if moved else "changed"
    return Change(kind, doc_id, pair.old, pair.new, cells, severity, pair.likeness, pair.ambiguous)


def _cells(old: Reading, new: Reading, *, same_text: bool) -> Iterator[CellChange]:
    if old.trigger != new.trigger or (same_text and (old.start, old.end) != (new.start, new.end)):
        yield CellChange("trigger", old.trigger, new.trigger, "evidence")
    for name in CELLS:
        a, b = old.cells[name], new.cells[name]
        if a != b:
            yield CellChange(name, a, b, "cosmetic" if _folded(a) == _folded(b) else "value")
    for name, a in old.detail.items():
        b = new.detail.get(name, "")
        if a != b and name in new.detail:
            yield CellChange(name, a, b, "value" if name == "located" else "evidence")
    if same_text and old.evidence and new.evidence and old.evidence != new.evidence:
        for name in CELLS:
            if old.cells[name] == new.cells[name] and old.evidence.get(name) != new.evidence.get(name):
                yield CellChange("evidence", name, name, "evidence")


def _folded(value: str) -> str:
    """Without case, spaces and articles: what remains is what the value says."""
    return " ".join(word for word in value.casefold().replace(";", " ; ").split() if word not in ("the", "a", "an"))


def totals_by_rule(changes: list[Change]) -> list[tuple[str, Counter[str]]]:
    """How many events each rule gained, lost, changed and moved; the rules with most changes first."""
    totals: dict[str, Counter[str]] = {}
    for change in changes:
        totals.setdefault(change.reading.detail.get("rule") or "(label)", Counter())[change.kind] += 1
    return sorted(totals.items(), key=lambda item: (-item[1].total(), item[0]))


def as_record(change: Change) -> dict[str, Any]:
    """A change as one JSON object."""
    return {
        "change_id": change.change_id,
        "kind": change.kind,
        "severity": change.severity,
        "doc_id": change.doc_id,
        "ambiguous": change.ambiguous,
        "likeness": change.likeness,
        "group": list(change.group),
        "cells": [{"cell": c.cell, "old": c.old, "new": c.new, "severity": c.severity} for c in change.cells],
        "old": _reading_record(change.old),
        "new": _reading_record(change.new),
    }


def _reading_record(reading: Reading | None) -> dict[str, Any] | None:
    if reading is None:
        return None
    span = {"start": reading.start, "end": reading.end, "trigger": reading.trigger}
    return {"event_id": reading.event_id, **span, "cells": reading.cells, "detail": reading.detail}
