"""Finder of counts."""

from __future__ import annotations

from pipeline.records import Count, Mention, Parse, Tokens

__all__ = ["find_counts"]


def find_counts(tokens: Tokens, parse: Parse) -> tuple[Mention[Count], ...]:
    """The counts of a text, in reading order."""
    return ()
