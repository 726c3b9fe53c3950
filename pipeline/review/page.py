"""Changes as one self-contained HTML page: every change in its sentence, both readings marked, filters that work from disk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from pipeline.pages import render
from pipeline.review.changes import SEVERITIES, Change, every_cell, totals_by_rule
from pipeline.review.context import segments, window
from pipeline.review.readings import Side

__all__ = ["diff_page"]


def diff_page(changes: Sequence[Change], old: Side, new: Side) -> str:
    """The page of a diff."""
    shown = [_shown(change, old, new) for change in changes]
    kinds = Counter(change.kind for change in changes)
    filters = [
        ("document", sorted({c.doc_id for c in changes})),
        ("change", [k for k in ("gained", "lost", "changed", "moved") if kinds[k]]),
        ("severity", [s for s in SEVERITIES if any(c.severity == s for c in changes)]),
        ("type", sorted({c.reading.cells["type"] for c in changes})),
        ("column", sorted({cell.cell for c in changes for cell in c.cells})),
        ("rule", sorted({c.reading.detail.get("rule", "") for c in changes} - {""})),
    ]
    return render(
        "diff.html",
        title=f"Changes from {old.name} to {new.name}",
        old=old.name,
        new=new.name,
        kinds=[(k, kinds[k]) for k in ("gained", "lost", "changed", "moved") if kinds[k]],
        filters=filters,
        rules=totals_by_rule(list(changes)),
        changes=shown,
    )


def _shown(change: Change, old: Side, new: Side) -> dict[str, Any]:
    side = new if change.new is not None else old
    text = side.texts.get(change.doc_id, "")
    same = old.texts.get(change.doc_id) == new.texts.get(change.doc_id)
    start, end = window(change.reading.sentence, text)
    before = change.old if same or change.new is None else None
    return {
        "id": change.change_id,
        "kind": change.kind,
        "severity": change.severity,
        "doc_id": change.doc_id,
        "title": side.titles.get(change.doc_id, change.doc_id),
        "type": change.reading.cells["type"],
        "trigger": change.reading.trigger,
        "rule": change.reading.detail.get("rule", ""),
        "ambiguous": change.ambiguous,
        "segments": segments(text, start, end, old=before, new=change.new),
        "cells": every_cell(change),
        "columns": " ".join(cell.cell for cell in change.cells),
    }
