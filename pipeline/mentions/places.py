"""Finder of places."""

from __future__ import annotations

from pipeline.records import Mention, Parse, Place, Tokens

__all__ = ["find_places"]


def find_places(tokens: Tokens, parse: Parse) -> tuple[Mention[Place], ...]:
    """The places of a text, in reading order."""
    return ()
