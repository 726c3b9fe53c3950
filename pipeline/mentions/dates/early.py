"""Years of three digits: which texts tell of times that had them, and what they are the years of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.frozen import replace
from pipeline.timex import Shift, Timex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.records import Mention

__all__ = ["early_years"]

_CLOSED = (
    r"(?=[;:)]|[,.](?!\d)|[–-](?=\d)|$|\s(?:in|on|at|by|to|or|from|with|under|near|when|while|where|which|the|an?|he|she|it|they|his|her|their|its|and|but|after|before"
    r"|until|against|through|across|into|during|along|without|as|for|then|because|between|over|off|[a-z]+ed)\b)"
)
"""What stands behind a year, not behind a number that counts something."""
_BEHIND = re.compile(
    rf",?\s(?:of\s)?(?P<year>[1-9]\d\d)(?!\d){_CLOSED}|\s(?:of\s)?(?P<before_name>[1-9]\d\d)(?=\s[A-Z])"
)
"""A year of three digits behind a month or season (*on 10 October 732 near Tours*, *in the autumn of 294 Papirius*)."""
_ENDS = re.compile(_CLOSED)
_OPENED = re.compile(r"(?<!\d)\d{3}[–-]$")
_OPEN = ("date/calendar", "date/season", "date/holiday")
_MODERN = re.compile(r"[12]\d{3}")
_YEAR_TOLD = re.compile(r"-?(?P<year>\d{4})")
_NEAR_YEARS = 30
"""Years between one that has an era and a number of two digits that is a year without saying so."""
_FEW = 2
"""Dates with four digits for each one with three but the first, beyond which a text is not of early times."""


def early_years(text: str, found: Sequence[Mention[Timex]]) -> list[Mention[Timex]]:
    """The dates of a text, those that had three digits with their years if it tells of such times, else without them.

    >>> from pipeline import extract
    >>> [m.value.value for m in extract("He won on 10 October 732 near Tours. In 717, he had won at Vincy.").mentions.dates]
    ['0732-10-10', '0717']
    >>> [m.value.value for m in extract("On 10 October 1732 men came by 300, and on 5 May 300 left.").mentions.dates]
    ['1732-10-10', '1733-05-05']
    """
    dated = {m.start: year for m in found if (year := _year_behind(text, m))}
    evident = any(_is_early(m.value) and not _may_count_things(m) for m in found)
    if not (evident or _is_of_early_times(text, found, len(dated))):
        return [m for m in found if m.rule != "date/ancient-year" and not (_may_count_things(m) or _closes(text, m))]
    kept: list[Mention[Timex]] = []
    for mention in found:
        if kept and mention.start < kept[-1].end:
            continue  # the year that the date before has taken
        if _closes(text, mention) and not (kept and kept[-1].end == mention.start - 1):
            continue  # *sent 700–800 men*
        if _is_of_two_digits(mention) and not _is_near_era(mention, kept):
            continue
        kept.append(_with_year(mention, dated[mention.start]) if mention.start in dated else mention)
    return kept


def _closes(text: str, mention: Mention[Timex]) -> bool:
    """Whether a number closes a range that one of three digits opens (*717–718*, *885–86*)."""
    if mention.rule not in ("date/ancient-year", "date/short-year"):
        return False
    return _OPENED.search(text[max(0, mention.start - 5) : mention.start]) is not None


def _is_of_two_digits(mention: Mention[Timex]) -> bool:
    """Whether a number of two digits was taken for a year (*In 57 he defeated the Belgae*)."""
    shift, value = mention.value.shift, mention.value.value
    return (
        mention.rule == "date/ancient-year" and value.startswith("00") and shift is not None and shift.base == "clock"
    )


def _is_near_era(mention: Mention[Timex], before: Sequence[Mention[Timex]]) -> bool:
    """Whether the year told last is near the one that a number would be."""
    told = next((found for m in reversed(before) if (found := _YEAR_TOLD.match(m.value.value))), None)
    return told is not None and abs(int(told["year"]) - int(mention.value.value)) <= _NEAR_YEARS


def _may_count_things(mention: Mention[Timex]) -> bool:
    """Whether a decade of three digits may as well be a number of machines (*the 110s*, not *the late 250s*)."""
    return mention.rule == "date/decade" and mention.value.value.startswith("0") and not mention.value.mod


def _year_behind(text: str, mention: Mention[Timex]) -> re.Match[str] | None:
    if mention.rule not in _OPEN or not mention.value.value.startswith("XXXX-"):
        return None
    behind = _BEHIND.match(text, mention.end)
    counts = behind is not None and behind["before_name"] and mention.value.granularity == "day"
    return None if counts else behind  # *on 5 May 300 Spartans*


def _is_of_early_times(text: str, found: Sequence[Mention[Timex]], dated: int) -> bool:
    """Whether the dates with three digits outnumber those with four, or nearly."""
    years = sum(
        m.rule == "date/ancient-year" and m.value.relation == "in" and _ENDS.match(text, m.end) is not None
        for m in found
    )
    modern = sum(_MODERN.match(m.value.value) is not None for m in found)
    return dated + years > 0 and modern <= _FEW * (dated + years - 1)


def _is_early(value: Timex) -> bool:
    """Whether a date shows that its text tells of times when years had three digits: before Christ, an early year or century."""
    if value.value.startswith("-"):
        return True
    if not value.value[:1].isdecimal():
        return False
    if value.granularity == "century":
        return value.value[:2] <= "10"
    return value.derivation == "explicit" and value.shift is None and "0000" < value.value[:4] < "1100"


def _with_year(mention: Mention[Timex], behind: re.Match[str]) -> Mention[Timex]:
    """A date with the year behind it, whose era the text tells."""
    value = f"{int(behind['year'] or behind['before_name']):04d}{mention.value.value.removeprefix('XXXX')}"
    dated = replace(mention.value, value=value, shift=Shift("clock", "era", 0), derivation="explicit")
    return replace(mention, end=behind.end(), value=dated)
