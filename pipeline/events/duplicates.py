"""Repeats: a later report of the same happening is linked to the first, never merged away."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from pipeline.frozen import replace

if TYPE_CHECKING:
    from pipeline.records import Event

__all__ = ["link_duplicates"]

_SAME = {"recapture": "capture", "counterattack": "offensive", "attack": "offensive"}


def link_duplicates(events: list[Event]) -> tuple[Event, ...]:
    """The events, later reports pointing to the first one with the same type, place, date and, where both are told, actors.

    >>> from pipeline import extract
    >>> found = extract("Kut fell on 29 April 1916. Kut had fallen on 29 April 1916.").events
    >>> [event.duplicate_of for event in found]
    [None, 0]
    """
    first: dict[tuple[str, ...], list[int]] = defaultdict(list)
    linked: list[Event] = []
    for number, event in enumerate(events):
        key = _key(event)
        earlier = next((n for n in first[key] if _agree(events[n], event)), None) if key else None
        if earlier is None and key:
            first[key].append(number)
        linked.append(replace(event, duplicate_of=earlier) if earlier is not None else event)
    return tuple(linked)


def _key(event: Event) -> tuple[str, ...]:
    """Type, day and place: without a date of its own and a place nothing is called the same."""
    if event.date is None or event.date.start is None or not event.places:
        return ()
    kind = event.trigger.value
    return kind.type, _SAME.get(kind.subtype, kind.subtype), event.date.start, event.date.end or ""


def _agree(one: Event, other: Event) -> bool:
    if one.status in ("negated", "planned") or other.status in ("negated", "planned") or one.sentence == other.sentence:
        return False
    names = [{a.mention.value.name.casefold() for a in event.places} for event in (one, other)]
    if not names[0] & names[1]:
        return False
    for role in ("initiator", "target"):
        a, b = (
            {x.mention.value.actor_id or x.mention.value.name.casefold() for x in e.actors if x.role == role}
            for e in (one, other)
        )
        if a and b and not a & b:
            return False
    return True
