"""Words that only bound a number (*more than 40*, *up to*, *between 20 and 30*) are no determiners, prepositions or conjunctions there."""

from __future__ import annotations

import re

__all__ = ["bound_numbers"]

_NUMBER = "D?[Cc]"
_APPROXIMATE = re.compile(rf"I(?={_NUMBER})")
_AT_LEAST = re.compile(r"I[DNJf]")
_THAN = re.compile(rf"D?[DJ]q(?={_NUMBER})")
_AS_MANY_AS = re.compile(rf"q[DJ]q(?={_NUMBER})")
_UP_TO = re.compile(rf"Ii(?={_NUMBER})")
_UPWARDS = re.compile(r"[NMIAJ]I(?=C)")
_CLOSE_TO = re.compile(r".[Ii](?=C)")
_MEASURED = re.compile(r"[NJ]A(?=J*[NM])")
_RANGE = re.compile(r"(I?)[Cc]{1,3}([Ki])[Cc]{1,3}(?=J*[NMxy]|I[DP])")
_HALF = re.compile(r"(?:(?<![LVEGZpN])I|D?[DJ]q)(?=D)")
_ABOUT = frozenset({"over", "about", "around", "under", "near", "up", "above", "below"})
_YEAR = 4
"""Digits of a year."""
_EXTENT = frozenset({"long", "wide", "deep", "high"})
_MEASURES = frozenset(
    {"mile", "kilometre", "kilometer", "km", "metre", "meter", "foot", "yard", "week", "month", "year", "day", "hour"}
)
_UPWARD = frozenset({"upwards", "upward"})
_COMING = frozenset(
    {"came", "come", "coming", "get", "got", "drew", "very", "so", "too", "was", "were", "is", "stood", "lay"}
)
"""Behind these *close to* tells where somebody is."""
_AT = frozenset({"least", "most", "first", "last"})
_MORE = frozenset({"more", "less", "fewer", "greater"})


def bound_numbers(codes: list[str], lower: list[str]) -> None:
    """Rewrites the codes of words that bound numbers: adverbs, and a dash between the ends of a range.

    >>> codes = ["I", "C", "N"]
    >>> bound_numbers(codes, ["over", "40", "men"])
    >>> codes
    ['A', 'C', 'N']
    """
    line = "".join(codes)
    for match in _APPROXIMATE.finditer(line):
        at = match.start()
        if lower[at] in _ABOUT and (codes[at + 1] != "D" or lower[at + 1] in {"a", "half"}):
            codes[at] = "A"
    for match in _HALF.finditer(line):
        # *Over half of the army deserted*, *more than half*; but *swept over half of the town*
        first, last = match.span()
        if lower[last] == "half" and not (_ABOUT | _MORE).isdisjoint(lower[first:last]):
            codes[first:last] = "A" * (last - first)
    for match in _AT_LEAST.finditer(line):
        if lower[match.start()] == "at" and lower[match.start() + 1] in _AT:
            codes[match.start()] = codes[match.start() + 1] = "A"
    _bind(codes, lower, line)
    for pattern, bounds in ((_THAN, _MORE), (_AS_MANY_AS, frozenset({"many", "few"})), (_UP_TO, frozenset({"up"}))):
        for match in pattern.finditer(line):
            first, last = match.span()
            counted = codes[last] != "D" or lower[last] in {"a", "half"}
            if counted and not bounds.isdisjoint(lower[first:last]):
                codes[first:last] = "A" * (last - first)
    for match in _RANGE.finditer(line):
        joint = match.start(2)
        before = lower[match.start()] if match[1] else ""
        if codes[match.end()] == "I" and lower[match.end()] != "of":
            continue
        if before == "in" and len(lower[joint - 1]) == _YEAR and lower[joint - 1].isdigit():
            # *was sentenced in 2003 to 20 years in prison*
            continue
        if lower[joint] == "to" or before == "between":
            codes[joint] = "-"
            if before in {"between", "from"}:
                codes[match.start()] = "A"


def _bind(codes: list[str], lower: list[str], line: str) -> None:
    """Rewrites the codes of what is measured by a number, or bounded by *upwards of* or *close to*."""
    for match in _CLOSE_TO.finditer(line) if "close" in lower else ():
        # *lost close to 1,000 men*
        at = match.start()
        if lower[at : at + 2] == ["close", "to"] and lower[at - 1] not in _COMING:
            codes[at] = codes[at + 1] = "A"
    for match in _MEASURED.finditer(line):
        # *the seven-mile long defile*
        at = match.start()
        if lower[at + 1] in _EXTENT and "-" in lower[at] and lower[at].rpartition("-")[2] in _MEASURES:
            codes[at] = codes[at + 1] = "J"
    for match in _UPWARDS.finditer(line):
        if lower[match.start()] in _UPWARD and lower[match.start() + 1] == "of":
            codes[match.start()] = codes[match.start() + 1] = "A"
