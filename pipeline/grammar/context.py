"""The words of the grammar that tell what the word beside them is, as sets."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from pipeline.rules.grammar import grammar

__all__ = ["ContextWords", "context_words", "measures", "time_nouns"]


@dataclass(frozen=True, slots=True)
class ContextWords:
    """The context words of the grammar, as sets."""

    year_before: frozenset[str]
    alone: frozenset[str]
    sequel: frozenset[str]
    sided: frozenset[str]
    points: frozenset[str]
    victims: frozenset[str]
    epithets: frozenset[str]
    bare: frozenset[str]
    deeds: frozenset[str]
    moves: frozenset[str]
    standing: frozenset[str]
    takes: frozenset[str]
    fought_with: frozenset[str]
    doubly: frozenset[str]
    crowning: frozenset[str]
    amid: frozenset[str]
    thinking: frozenset[str]
    thoughts: frozenset[str]
    nominal_to: frozenset[str]
    asking: frozenset[str]
    errands: frozenset[str]
    errand_runners: frozenset[str]


@cache
def context_words() -> ContextWords:
    """The words that judge those beside them."""
    found = grammar().context
    return ContextWords(
        **{name: frozenset(getattr(found, name)) for name in [field.name for field in fields(ContextWords)]}
    )


@cache
def time_nouns() -> frozenset[str]:
    """Nouns of time: *day*, *winter*.

    >>> {"day", "winter"} <= time_nouns(), "army" in time_nouns()
    (True, False)
    """
    return frozenset(grammar().time.noun)


@cache
def measures() -> frozenset[str]:
    """Words that say when or how far: *day*, *later*, *miles*.

    >>> {"day", "later", "miles"} <= measures(), "army" in measures()
    (True, False)
    """
    return time_nouns() | {*grammar().time.measure, *grammar().time.adverb}
