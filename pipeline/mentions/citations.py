"""Finder of citations: the markers that cleaning cut, with what stands behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.records import Citation, CleanText, Mention, Reference

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["find_citations"]


def find_citations(clean: CleanText, references: Mapping[str, Reference]) -> tuple[Mention[Citation], ...]:
    """The citation markers of a text, each at the place of the clean text where it was cut."""
    found = []
    for cut in clean.cuts:
        if cut.marker is None:
            continue
        at = clean.to_clean(cut.start)
        behind = references.get(cut.marker.ref_id or "")
        value = Citation(
            cut.marker.label, cut.marker.kind, behind.text if behind else None, behind.url if behind else None
        )
        found.append(Mention(at, at, value, f"citation/{cut.marker.kind}", (cut.start, cut.end)))
    return tuple(found)
