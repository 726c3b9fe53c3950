"""Parts of a number: *half of the regiment's 600 men*, *two thirds of a garrison of 900*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.frozen import replace

if TYPE_CHECKING:
    from pipeline.mentions.counts.numbers import Number
    from pipeline.records import Sentence
    from pipeline.rules.counts import CountRules

__all__ = ["PARTS", "part_of"]

_WHOLE = frozenset({"DET", "POSS", "ADJ", "NAME", "NOUN", "GEN", "VBN"})
_BEFORE_NUMBER = frozenset({"DET", "POSS", "GEN"})
_LONGEST_WHOLE = 6
"""Tokens between a fraction and the number that it is of, at most."""
_LONGEST_BOUND = 3
PARTS = {
    "half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5, "fifths": 5,
    "sixth": 6, "eighth": 8, "tenth": 10,
}  # fmt: skip
"""Fractions, and how many of them make the whole."""


def part_of(lower: list[str], tags: list[str], sentence: Sentence, number: Number, rules: CountRules) -> Number | None:
    """The number of those that a fraction before a number leaves of it, with what bounds the fraction; None where no fraction stands there.

    >>> from pipeline import extract
    >>> found = extract("More than half of the regiment's 600 men were killed.").mentions.counts
    >>> [(m.value.category, m.value.low, m.value.high) for m in found]
    [('killed', 300, None)]
    """
    if number.low is None or number.low == 1 or number.bound not in ("exact", "about"):
        return None
    others = rules.people.isdisjoint(lower[number.last : number.last + 2])
    at = None if others else _fraction(lower, tags, sentence, number.first)
    if at is None:
        return None
    parts = PARTS[lower[at].rpartition("-")[2]]
    numerator, first = _numerator(lower, at, sentence, rules)
    core = at if lower[first] == "a" else first
    bound = number.bound
    for size in range(_LONGEST_BOUND, 0, -1):
        if first - size >= sentence.first and (word := rules.before.get(tuple(lower[first - size : first]))):
            first, bound = first - size, word
            break
    share = number.low * numerator // parts
    low, high = (None if bound == "at_most" else share), (None if bound == "at_least" else share)
    return replace(number, first=first, core=core, low=low, high=high, bound=bound)


def _fraction(lower: list[str], tags: list[str], sentence: Sentence, at: int) -> int | None:
    """The token of the fraction whose whole ends before a token: *half of the* 600, *half the garrison of* 500."""
    if tags[at - 1] not in _BEFORE_NUMBER and lower[at - 1] != "of":
        # *In half an hour 600 men fell*
        return None
    lowest = max(sentence.first, at - _LONGEST_WHOLE)
    for before in range(at - 1, lowest - 1, -1):
        if lower[before].rpartition("-")[2] in PARTS:
            # *the third of 600 men* is one of them; *their third 600-man battalion* is none.
            of = lower[before + 1] == "of" or (lower[before] == "half" and tags[before + 1] in ("DET", "POSS"))
            return before if of and (before == sentence.first or lower[before - 1] != "the") else None
        if lower[before] != "of" and tags[before] not in _WHOLE:
            return None
    return None


def _numerator(lower: list[str], at: int, sentence: Sentence, rules: CountRules) -> tuple[int, int]:
    """How many parts a fraction has, and its first token: *two thirds*, *three-quarters*, *a third*."""
    joined = lower[at].rpartition("-")[0]
    if joined:
        return rules.numbers.units.get(joined, 1), at
    before = lower[at - 1] if at > sentence.first else ""
    units = {"a": 1, "one": 1} if lower[at] != "half" else {}
    count = units.get(before) or (rules.numbers.units.get(before) if lower[at].endswith("s") else None)
    return (count, at - 1) if count else (1, at)
