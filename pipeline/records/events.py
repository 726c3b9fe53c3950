"""Events with their arguments, and everything that is found in one document (clean offsets)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, Literal, get_args

from pipeline.frozen import dataclass
from pipeline.records.documents import CleanText, Document
from pipeline.records.grammar import Sentence
from pipeline.records.mentions import Actor, Citation, Count, Mention, Mentions, Place, Trigger, Value_co
from pipeline.timex import Timex

__all__ = ["STATUSES", "Argument", "Event", "Findings", "Status"]

Status = Literal["asserted", "reported", "planned", "attempted", "negated"]
"""How far the text tells an event as a fact, from the surest on: of two, the later one holds."""
STATUSES: tuple[Status, ...] = get_args(Status)


@dataclass(frozen=True, slots=True)
class Argument(Generic[Value_co]):
    """A mention that fills a role of an event."""

    role: str
    """Places: site, object, origin, destination. Actors: initiator, target."""
    mention: Mention[Value_co]


@dataclass(frozen=True, slots=True)
class Event:
    """One happening that the text reports, with its trigger and arguments (clean offsets)."""

    sentence: int
    """Index of its sentence."""
    trigger: Mention[Trigger]
    status: str = "asserted"
    """One of `STATUSES`."""
    attribution: str | None = None
    date: Timex | None = None
    date_mention: Mention[Timex] | None = None
    places: tuple[Argument[Place], ...] = ()
    actors: tuple[Argument[Actor], ...] = ()
    counts: tuple[Mention[Count], ...] = ()
    citations: tuple[Mention[Citation], ...] = ()
    duplicate_of: int | None = None
    """Index, in the document's events, of an earlier report of the same happening."""


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything found in one document; `pipeline.tables` makes the rows of it."""

    document: Document
    clean: CleanText
    sentences: Sequence[Sentence]
    mentions: Mentions
    events: tuple[Event, ...]
