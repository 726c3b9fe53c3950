"""Events: triggers and the mentions around them → events with arguments by role, status, date, counts and citations."""

from __future__ import annotations

from pipeline.records import Document, Event, Mentions, Parse, Tokens

__all__ = ["compose"]


def compose(document: Document, tokens: Tokens, parse: Parse, mentions: Mentions) -> tuple[Event, ...]:
    """The events of a document, in reading order of their triggers."""
    return ()
