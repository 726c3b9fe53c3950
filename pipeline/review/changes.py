"""Changes between two sides: gained, lost, changed and moved events, cell by cell, graded by how much they matter."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pipeline.review import readings
from pipeline.review.alignment import Pair, align
from pipeline.review.cells import CELLS, same_cell
from pipeline.review.context import window
from pipeline.review.readings import Reading, Side

__all__ = [
    "COMPARED",
    "SEVERITIES",
    "CellChange",
    "Change",
    "as_record",
    "compare",
    "every_cell",
    "totals_by_rule",
    "with_evidence",
]

SEVERITIES = ("structural", "value", "evidence", "cosmetic")
"""From the gravest: an event more or less; another value; the same value from other characters or another rule; other letters."""


COMPARED = ("trigger", *CELLS, "rule", "derivation", "located", "actors", "evidence")
"""Everything in which two readings of one event can differ."""


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
    def group(self) -> tuple[str, ...]:
        """What like changes share, so that they can be decided together: each changed cell, old → new shape, and its rule."""
        rule = self.reading.detail.get("rule", "")
        if not self.cells:
            return tuple(part for part in (self.kind, self.reading.cells["type"], rule) if part)
        cells = [c for c in self.cells if c.severity == self.severity]
        shapes = [f"{c.cell}: {_shape(c.cell, c.old)} → {_shape(c.cell, c.new)}" for c in cells]
        return (*shapes, *dict.fromkeys(name for c in cells if (name := self._rule_of(c.cell))))

    def _rule_of(self, cell: str) -> str:
        """The rule that a changed cell comes from; a status is read from the clause, whatever the trigger."""
        if cell in ("type", "trigger", "rule"):
            return self.reading.detail.get("rule", "")
        sides = [side for side in (self.new, self.old) if side is not None]
        return next((spans[0].rule for side in sides if (spans := side.evidence.get(cell))), "")


def _shape(cell: str, value: str) -> str:
    """A value reduced to what like changes share: closed vocabularies as they are, open ones to how many there are."""
    if cell in ("type", "status", "trigger", "derivation"):
        return value or "none"
    return "none" if not value else f"{value.count(';') + 1}"


def compare(old: Side, new: Side) -> Iterator[Change]:
    """The changes between two sides, by document and in reading order.

    A document that only one side holds gives gained or lost events, but labels judge only the documents they hold. Equal events give
    nothing, and a label that is optional never does.

    >>> import tempfile
    >>> from pathlib import Path
    >>> from pipeline.batch import Options, run_batch
    >>> from pipeline.review.readings import read_run
    >>> def side(folder, text):
    ...     _ = Path(folder, "kut.txt").write_text(text)
    ...     _ = run_batch(Options((f"{folder}/kut.txt",), Path(folder, "out")), lambda progress: None)
    ...     return read_run(Path(folder, "out"))
    ...
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     old, new = side(folder, "Kut fell in 1916."), side(folder, "Kut fell in April 1916.")
    ...     print([(change.kind, change.severity, change.cells[0].cell) for change in compare(old, new)])
    [('changed', 'value', 'date')]
    """
    documents = old.readings.keys() | new.readings.keys()
    if old.labels or new.labels:
        documents = old.readings.keys() & new.readings.keys()
    for doc_id in sorted(documents):
        old_text, new_text = old.texts.get(doc_id, ""), new.texts.get(doc_id, "")
        if not old_text or not new_text:
            old_text = new_text = old_text or new_text
        for pair in align(old.readings.get(doc_id, []), new.readings.get(doc_id, []), old_text, new_text):
            change = _change(doc_id, pair, same_text=old_text == new_text)
            if change is not None:
                yield change


def with_evidence(changes: Sequence[Change], old: Side, new: Side) -> list[Change]:
    """The same changes with all evidence of both readings; see `pipeline.review.readings.with_evidence`."""
    before, after = (
        readings.with_evidence((r for r in some if r is not None), side.folder) if side.folder is not None else {}
        for side, some in ((old, [c.old for c in changes]), (new, [c.new for c in changes]))
    )
    return [
        replace(
            change,
            old=change.old and before.get(change.old.event_id, change.old),
            new=change.new and after.get(change.new.event_id, change.new),
        )
        for change in changes
    ]


def _change(doc_id: str, pair: Pair, *, same_text: bool) -> Change | None:
    if any(reading is not None and reading.optional for reading in (pair.old, pair.new)):
        return None
    if pair.old is None or pair.new is None:
        kind = "gained" if pair.old is None else "lost"
        return Change(kind, doc_id, pair.old, pair.new, (), "structural", pair.likeness, pair.ambiguous)
    labelled = pair.old.label or pair.new.label
    cells = tuple(_cells_of_label(pair.old, pair.new) if labelled else _cells(pair.old, pair.new, same_text=same_text))
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
    if same_text and old.evidence != new.evidence:
        for name in CELLS:
            if old.cells[name] == new.cells[name] and _spans(old, name) != _spans(new, name):
                yield CellChange("evidence", f"{name} {_spans(old, name)}", f"{name} {_spans(new, name)}", "evidence")


def _spans(reading: Reading, cell: str) -> str:
    return ", ".join(f"{e.start}–{e.end}" for e in reading.evidence.get(cell, ()))


def _cells_of_label(old: Reading, new: Reading) -> Iterator[CellChange]:
    """What a run says otherwise than a label, compared as the score compares it: labels hold no rules and no offsets of arguments."""
    if not (old.start < new.end and new.start < old.end):
        yield CellChange("trigger", old.trigger, new.trigger, "value")
    label, run = (old, new) if old.label else (new, old)
    for name in CELLS:
        if name == "attribution":
            continue
        allowed = label.allowed.get(name, ()) + run.allowed.get(name, ())
        if not same_cell(name, label.cells[name], run.cells[name], allowed):
            yield CellChange(name, old.cells[name], new.cells[name], "value")


def _folded(value: str) -> str:
    """Without case, spaces and articles: what remains is what the value says."""
    return " ".join(word for word in value.casefold().replace(";", " ; ").split() if word not in ("the", "a", "an"))


def every_cell(change: Change) -> tuple[CellChange, ...]:
    """The cells that differ; of an event that only one side has, every filled one."""
    if change.cells:
        return change.cells
    cells = change.reading.cells.items()
    lost = change.new is None
    return tuple(
        CellChange(name, value if lost else "", "" if lost else value, "structural") for name, value in cells if value
    )


def totals_by_rule(changes: list[Change]) -> list[tuple[str, Counter[str]]]:
    """How many events each rule gained, lost, changed and moved; the rules with most changes first."""
    totals: dict[str, Counter[str]] = {}
    for change in changes:
        totals.setdefault(change.reading.detail.get("rule") or "(label)", Counter())[change.kind] += 1
    return sorted(totals.items(), key=lambda item: (-item[1].total(), item[0]))


def as_record(change: Change, old: Side, new: Side) -> dict[str, Any]:
    """A change as one JSON object, with its sentence and the evidence of both readings."""
    side = new if change.new is not None else old
    start, end = window(change.reading.sentence, side.texts.get(change.doc_id, ""))
    return {
        "change_id": change.change_id,
        "kind": change.kind,
        "severity": change.severity,
        "doc_id": change.doc_id,
        "ambiguous": change.ambiguous,
        "likeness": change.likeness,
        "group": list(change.group),
        "cells": [{"cell": c.cell, "old": c.old, "new": c.new, "severity": c.severity} for c in change.cells],
        "sentence": {"start": start, "end": end, "text": side.texts.get(change.doc_id, "")[start:end]},
        "old": _reading_record(change.old),
        "new": _reading_record(change.new),
    }


def _reading_record(reading: Reading | None) -> dict[str, Any] | None:
    if reading is None:
        return None
    span = {"start": reading.start, "end": reading.end, "trigger": reading.trigger}
    evidence = [
        {"cell": cell, "start": e.start, "end": e.end, "kind": e.kind, "rule": e.rule}
        for cell, spans in reading.evidence.items()
        for e in spans
    ]
    return {
        "event_id": reading.event_id,
        **span,
        "cells": reading.cells,
        "detail": reading.detail,
        "evidence": evidence,
    }
