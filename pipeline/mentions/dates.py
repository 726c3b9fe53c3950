"""Finder of dates."""

from __future__ import annotations

from pipeline.records import Mention, Parse, Tokens
from pipeline.timex import Timex

__all__ = ["find_dates"]


def find_dates(tokens: Tokens, parse: Parse) -> tuple[Mention[Timex], ...]:
    """The dates of a text, in reading order."""
    return ()
