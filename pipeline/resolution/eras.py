"""The eras that years leave out: *In the year 426 … early in B.C. 424*."""

from __future__ import annotations

from pipeline.frozen import replace
from pipeline.records import Mention
from pipeline.timex import Timex

__all__ = ["with_eras"]

_LATER = 80
"""Years by which what a text says first is later than the first year that it says to be before our era (*broke out in 218 … in 221 BC*)."""


def with_eras(dates: list[Mention[Timex]]) -> list[Mention[Timex]]:
    """The dates, years without an era with that of the date beside them or of the last one that states it; at the head of a text, of the first.

    A century without an era is taken for one before ours next to years before ours only (*264 BC … by the 3rd century*), and moves no era.

    >>> from pipeline import extract
    >>> [m.value.value for m in extract("In the year 426 they marched. In 425 BC they sailed, and in 424 they landed.").mentions.dates]
    ['-0426', '-0425', '-0424']
    """
    era = stated = _first_era(dates)
    out = []
    for index, mention in enumerate(dates):
        value = mention.value
        if value.shift and value.shift.unit == "era":
            if value.granularity == "century":
                before_ours = era.startswith("-") and _is_around(value.value, stated)
            else:
                beside = dates[index + 1].value.value if value.shift.base == "next" and index + 1 < len(dates) else era
                # *In the year 426 … early in B.C. 424*: before our era a narrative counts down.
                counts_down = beside in ("-", "+") or value.shift.base == "next" or _counts_down(value, beside, dates)
                before_ours = beside.startswith("-") and counts_down
            filled = f"-{value.value}" if before_ours else value.value
            derivation = "year_from_context" if before_ours else "explicit"
            out.append(replace(mention, value=replace(value, value=filled, shift=None, derivation=derivation)))
            continue
        if _states_era(value):
            stated = value.value
            era = "-" if stated.startswith("-") else "+"
        out.append(mention)
    return out


def _is_around(century: str, year: str) -> bool:
    """Whether a century, taken for one before ours, holds the last year before ours or is next to its own; *the 1st century* is ours."""
    return century != "00" and abs(int(century) - int(year[1:3])) <= 1


def _counts_down(year: Timex, first: str, dates: list[Mention[Timex]]) -> bool:
    """Whether a year before the first that states its era is before ours as well: earlier than that, or not much later in a text that has no early year of ours."""
    if year.value[:4] >= first[1:5]:
        return True
    ours = any(_states_era(m.value) and "0000" < m.value.value[:4] < "1000" for m in dates)
    return not ours and int(first[1:5]) - int(year.value[:4]) <= _LATER


def _states_era(value: Timex) -> bool:
    shifted = value.shift is not None and value.shift.unit == "era"
    return not shifted and value.type == "DATE" and "X" not in value.value and value.value[:1] in "-0123456789"


def _first_era(dates: list[Mention[Timex]]) -> str:
    """The first date that states its era where that is before ours, or nothing."""
    first = next((mention.value.value for mention in dates if _states_era(mention.value)), "")
    return first if first.startswith("-") else ""
