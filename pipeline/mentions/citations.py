"""Finder of citations: the markers that cleaning cut, with what stands behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.records import Citation, CleanText, Mention, Reference

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["find_citations"]


def find_citations(clean: CleanText, references: Mapping[str, Reference]) -> tuple[Mention[Citation], ...]:
    """The citation markers of a text, each at the place of the clean text where it was cut, with its source offsets.

    >>> from pipeline.records import Cut, Marker
    >>> text = CleanText("near Aleppo.[38] The", "near Aleppo. The", (Cut(12, 16, Marker(12, 16, "38", "reference", "cite_38")),))
    >>> find_citations(text, {"cite_38": Reference("Al-Masdar News, 6 November 2016")})[0].value.target
    'Al-Masdar News, 6 November 2016'
    """
    found = []
    gone = 0
    for cut in clean.cuts:
        at = cut.start - gone
        gone += cut.end - cut.start
        marker = cut.marker
        if marker is None:
            continue
        behind = references.get(marker.ref_id) if marker.ref_id else None
        target, url = (behind.text, behind.url or behind.archive_url) if behind else (None, None)
        value = Citation(marker.label, marker.kind, target, url)
        found.append(Mention(at, at, value, f"citation/{marker.kind}", (marker.start, marker.end)))
    return tuple(found)
