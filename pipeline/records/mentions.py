"""Mentions: spans of the clean text, each with a value and the rule that found it (clean offsets)."""

from __future__ import annotations

from typing import Generic, Literal, TypeVar, get_args

from pipeline.frozen import dataclass
from pipeline.timex import Timex

__all__ = [
    "CATEGORIES",
    "Actor",
    "Category",
    "Citation",
    "Count",
    "Mention",
    "Mentions",
    "Place",
    "Trigger",
    "Value_co",
]

Category = Literal["killed", "wounded", "captured", "missing", "displaced", "losses"]
"""What befell the victims that are counted."""
CATEGORIES: tuple[Category, ...] = get_args(Category)


@dataclass(frozen=True, slots=True)
class Place:
    """What a toponym means, with honest precision."""

    name: str
    kind: str
    """country, region, city, district, landmark, facility, water, polity …"""
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None
    precision: str = "none"
    """exact, containing, country or none."""
    relation: str = "at"
    """at, near, north_of, outskirts …"""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts or is acted upon."""

    name: str
    kind: str
    """state_force, rebel, militia, government, civilians, igo, ngo, person, police, unit or other."""
    actor_id: str = ""
    country: str | None = None
    side: str | None = None
    antecedent: tuple[int, int] | None = None
    """For a pronoun or definite description: the clean span of the words it stands for."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number of victims: ``low`` and ``high`` as in the guidelines, what befell them, and who they are."""

    category: str
    """One of `CATEGORIES`."""
    low: int | None
    high: int | None
    bound: str
    """exact, at_least, at_most, about, range or vague."""
    who: str | None = None
    who_kind: str = "unknown"
    """civilian, combatant, mixed or unknown."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation marker; ``offset`` of its mention is the place in the clean text where it was cut."""

    label: str
    kind: str
    target: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Trigger:
    """The event type that a word evokes, and how its arguments are to be read."""

    type: str
    subtype: str
    form: str
    """verb or noun."""


Value_co = TypeVar("Value_co", Timex, Place, Actor, Count, Citation, Trigger, covariant=True)


@dataclass(frozen=True, slots=True)
class Mention(Generic[Value_co]):
    """A span of the clean text with a value and the rule that found it.

    A citation's span is empty in the clean text, at the place where the marker was cut; ``source`` then holds its source offsets.
    """

    start: int
    end: int
    value: Value_co
    rule: str
    source: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Mentions:
    """All mentions of a document, each kind in reading order."""

    dates: tuple[Mention[Timex], ...] = ()
    places: tuple[Mention[Place], ...] = ()
    actors: tuple[Mention[Actor], ...] = ()
    counts: tuple[Mention[Count], ...] = ()
    citations: tuple[Mention[Citation], ...] = ()
    triggers: tuple[Mention[Trigger], ...] = ()
