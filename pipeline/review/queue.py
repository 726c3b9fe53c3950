"""Changes as items of a review: each with an id that lasts, a hash of what is shown, and all that a page or a label needs."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from pipeline.review.changes import Change
from pipeline.review.context import segments, window
from pipeline.review.readings import Reading, Side

__all__ = ["Item", "items_from"]

_AROUND = 300
"""Characters of the neighbouring text shown on either side of the sentence."""


@dataclass(frozen=True, slots=True)
class Item:
    """One change to decide."""

    item_id: str
    """Made of the document, the sentence's words and the trigger, so that a later run of another result has the same item."""
    content: str
    """Hash of both readings and their sentence: a decision holds for this content only."""
    change: Change
    text: str
    title: str
    same_text: bool

    def summary(self) -> dict[str, Any]:
        """What a list of items needs to be filtered, grouped and counted."""
        change, reading = self.change, self.change.reading
        return {
            "id": self.item_id,
            "content": self.content,
            "document": change.doc_id,
            "kind": change.kind,
            "severity": change.severity,
            "type": reading.cells["type"],
            "trigger": reading.trigger,
            "columns": [cell.cell for cell in change.cells],
            "rule": reading.detail.get("rule", ""),
            "group": " · ".join(change.group),
        }

    def page(self) -> dict[str, Any]:
        """What is shown: the text around the sentence with its marks, and both readings."""
        change = self.change
        low, high = window(change.reading.sentence, self.text, around=_AROUND)
        # Offsets of the older side are those of another text once the source was edited.
        old = change.old if self.same_text or change.new is None else None
        new = change.new
        if old is not None and new is not None:
            old, new = _grounded(old, new, change), _grounded(new, old, change)
        shown = segments(self.text, low, high, old=old, new=new, cuts=change.reading.sentence)
        return {
            **self.summary(),
            "title": self.title,
            "ambiguous": change.ambiguous,
            "sentence": list(change.reading.sentence),
            "cut": ["before"] * (low > 0) + ["after"] * (high < len(self.text)),
            "segments": [
                {"text": s.text, "start": s.start, "marks": [[m.side, m.kind, m.cell, m.rule] for m in s.marks]}
                for s in shown
            ],
            "old": _reading(change.old),
            "new": _reading(change.new),
            "cells": {c.cell: c.severity for c in change.cells},
        }

    def snapshot(self) -> dict[str, Any]:
        """What the log keeps of an item, so that a decision can become a label without the two runs."""
        change = self.change
        return {
            "doc_id": change.doc_id,
            "kind": change.kind,
            "changed": [cell.cell for cell in change.cells],
            "old": _reading(change.old),
            "new": _reading(change.new),
            "same_text": self.same_text,
        }


def items_from(changes: Iterable[Change], old: Side, new: Side) -> list[Item]:
    """The items of a review, in the order of the changes; the same changes give the same ids."""
    items, seen = [], dict[str, int]()
    for change in changes:
        side = new if change.new is not None else old
        text = side.texts.get(change.doc_id, "")
        same = change.doc_id not in old.texts or change.doc_id not in new.texts
        same = same or old.texts[change.doc_id] == new.texts[change.doc_id]
        reading = change.reading
        low, high = window(reading.sentence, text)
        place = [change.doc_id, text[low:high], reading.trigger, str(reading.start - low)]
        name = _digest(place)
        seen[name] = number = seen.get(name, 0) + 1
        sides = [json.dumps([r.cells, r.detail, r.trigger]) if r else "" for r in (change.old, change.new)]
        items.append(
            Item(
                item_id=name if number == 1 else f"{name}.{number}",
                content=_digest([*place, change.kind, *sides]),
                change=change,
                text=text,
                title=side.titles.get(change.doc_id, change.doc_id),
                same_text=same,
            )
        )
    return items


def _grounded(reading: Reading, other: Reading, change: Change) -> Reading:
    """A label with the run's evidence for all that both say: labels hold words, not places, and only what differs should stand out."""
    if not reading.label or other.label:
        return reading
    changed = {cell.cell for cell in change.cells}
    same = {cell: spans for cell, spans in other.evidence.items() if cell not in changed}
    own = {cell: spans for cell, spans in reading.evidence.items() if cell in changed}
    return replace(reading, evidence={**own, **same})


def _digest(parts: list[str]) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _reading(reading: Reading | None) -> dict[str, Any] | None:
    if reading is None:
        return None
    span = {"start": reading.start, "end": reading.end, "trigger": reading.trigger}
    return {**span, "label": reading.label, "cells": reading.cells, "detail": reading.detail}
