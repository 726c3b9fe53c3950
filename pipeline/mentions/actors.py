"""Finder of actors."""

from __future__ import annotations

from pipeline.records import Actor, Mention, Parse, Tokens

__all__ = ["find_actors"]


def find_actors(tokens: Tokens, parse: Parse) -> tuple[Mention[Actor], ...]:
    """The actors of a text, in reading order."""
    return ()
