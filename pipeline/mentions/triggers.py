"""Finder of triggers."""

from __future__ import annotations

from pipeline.records import Mention, Parse, Tokens, Trigger

__all__ = ["find_triggers"]


def find_triggers(tokens: Tokens, parse: Parse) -> tuple[Mention[Trigger], ...]:
    """The triggers of a text, in reading order."""
    return ()
