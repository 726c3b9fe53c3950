"""Resolution of counts: names counted as single victims that turn out to be places, units or states are left out; of others events decide."""

from __future__ import annotations

from bisect import bisect_right

from pipeline.records import Actor, Count, Mention, Place

__all__ = ["resolve_counts"]

_GUESSED = frozenset({"actor/name"})


def resolve_counts(
    found: tuple[Mention[Count], ...], actors: tuple[Mention[Actor], ...], places: tuple[Mention[Place], ...]
) -> tuple[Mention[Count], ...]:
    """The counts without single victims that an actor or place mention contradicts.

    *Paulus was captured* counts one captive where Paulus is known as a person; *Aleppo was captured* counts none.

    >>> from pipeline import extract
    >>> [m.value.category for m in extract("General Paulus was captured, and Aleppo was captured.").mentions.counts]
    ['captured']
    """
    return tuple(mention for mention in found if _stands(mention, actors, places))


def _stands(count: Mention[Count], actors: tuple[Mention[Actor], ...], places: tuple[Mention[Place], ...]) -> bool:
    if count.rule not in ("count/person", "count/name", "count/bare"):
        return True
    actor = _over(count, actors)
    if count.rule == "count/bare":
        # *Hill was wounded*, of a General Hill
        return actor is not None and isinstance(actor.value, Actor) and actor.value.kind == "person"
    if actor is not None and actor.rule not in _GUESSED:
        return isinstance(actor.value, Actor) and actor.value.kind == "person"
    return _over(count, places) is None


def _over(
    count: Mention[Count], others: tuple[Mention[Actor], ...] | tuple[Mention[Place], ...]
) -> Mention[Actor] | Mention[Place] | None:
    """The mention that the end of the counted words lies in."""
    at = bisect_right(others, count.end - 1, key=lambda mention: mention.start) - 1
    return others[at] if at >= 0 and others[at].end > count.start else None
