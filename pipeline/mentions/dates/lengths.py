"""Readings of lengths of time, of times that return, and of words that point at present, past or future."""

from __future__ import annotations

import re

from pipeline.frozen import replace
from pipeline.mentions.dates.absolute import month_number
from pipeline.mentions.dates.values import (
    OPEN_VALUES,
    UNKNOWN_YEAR,
    WEEKDAYS,
    duration_value,
    group_of,
    letters_of,
    modifier_of,
    number_of,
    open_date,
    second_of_two,
    unit_of,
)
from pipeline.rules.dates import date_vocabulary
from pipeline.timex import Shift, Timex, span_of, written_year

__all__ = [
    "read_ancient_year",
    "read_anniversary",
    "read_attributive",
    "read_deictic",
    "read_duration",
    "read_period",
    "read_set",
    "read_time",
]


def read_set(match: re.Match[str]) -> Timex | None:
    """Times that return (*every day*, *daily*), and rates (*per month*).

    >>> from pipeline import extract
    >>> [m.value.value for m in extract("They shelled it daily, every Friday and once per month.").mentions.dates]
    ['XXXX-XX-XX', 'XXXX-WXX-5', 'P1M']
    """
    word = match["set"]
    if word:
        return Timex("SET", date_vocabulary().sets[word.lower()])
    name = match["unit"]
    if name in date_vocabulary().weekdays.full:
        return Timex("SET", f"XXXX-WXX-{WEEKDAYS.index(name[:3].lower()) + 1}")
    if name.lower() in date_vocabulary().weekdays.short or name.rstrip(".") in date_vocabulary().weekdays.short:
        return None
    unit = unit_of(name)
    if match["every"].lower() == "per":
        return Timex("SET", f"P1{letters_of(unit)}")
    return Timex("SET", OPEN_VALUES[unit])


def read_duration(match: re.Match[str]) -> Timex | None:
    """A length of time (*three days*, *the last two weeks*, *a month-long*).

    >>> from pipeline import extract
    >>> [m.value.value for m in extract("They held out for three and a half days, then for more than a month.").mentions.dates]
    ['P3.5D', 'P1M']
    """
    name, count = match["unit"], match["count"]
    unit = unit_of(name)
    plural = name.lower() != unit
    number = number_of(count) if count else None
    before = match.string[match.start() : match.start("unit")].lower().split()
    article = before and before[-1] in ("a", "an", "another", "each", "every", "one")
    if unit == "second" and (not plural or number is None):
        return None
    if unit == "minute" and not plural and not (number and count and count.lower() not in ("a", "an")):
        return None
    if unit in ("night", "weekend") and not plural and number is None:
        return None
    if unit == "moment":
        return None
    determined = before and before[0] in ("the", "a", "an", "this", "that")
    if determined and (
        name[0].isupper() or match["long"] or match["and_half"] or (number is not None and number > 1 and not plural)
    ):
        return None  # the article belongs to the noun: "the Seven Years' War", "a three hour speech"
    bound = date_vocabulary().bounds.get(" ".join(match["bound"].lower().split())) if match["bound"] else None
    half = 0.5 if match["half"] or match["and_half"] else 0.0
    if number is not None:
        amount = f"{number + half:g}"
    elif not plural and (article or match["which"] or match["long"] or match["which_after"] or half):
        amount = f"{1 + half:g}"
    elif plural:
        amount = "X"
    else:
        return None
    value = Timex("DURATION", duration_value(amount, unit), bound, derivation="explicit")
    return _dated_part(match, value, unit, None if plural and number is None else number or 1)


_WEEKS = {"first": 1, "opening": 1, "second": 8, "third": 15, "fourth": 22}
_EDGES = frozenset({"first", "opening", "last", "final", "closing"})
_OF_MONTH = re.compile(r"\s(?:of|in)\s(?P<month>[A-Z][a-z]+)\b(?:,?\s(?P<year>[12]\d{3})\b)?")
_OF_YEAR = re.compile(r"\s(?:of|in)\s(?:the\syear\s)?(?:(?P<before_ours>\d{1,4})\s?B\.?C\b|(?P<year>[12]\d{3})\b)")
_DAYS = {"day": 1, "week": 7}
_SOME_DAYS = {"day": 10, "week": 14}
_SOME_MONTHS = 4
"""How many *the first months of 1942* are: as many as its early part (annotation guidelines, section 4)."""


def _dated_part(match: re.Match[str], value: Timex, unit: str, number: float | None) -> Timex:
    """A length with the days that its month or year gives it (*the last week of August*, *the first ten months of 1915*).

    The first week of a month is its days 1 to 7, the last its last seven. Without a ``number`` some are meant (*the first days of May*).
    """
    which = (match["which"] or "").lower().removeprefix("very ")
    of_month, of_year = _OF_MONTH.match(match.string, match.end()), _OF_YEAR.match(match.string, match.end())
    month, year = 0, None
    if of_month and of_month["month"] in date_vocabulary().months.full:
        month, year = month_number(of_month["month"]), of_month["year"]
    elif of_year and which in _EDGES:  # *the last days of 1806*
        month, year = 1 if which in ("first", "opening") else 12, _year_in(of_year)
    if month and unit in _DAYS:
        whole = span_of(f"{year or '2001'}-{month:02d}")
        days = _SOME_DAYS[unit] if number is None else int(number) * _DAYS[unit]
        found = _days_of_month(which, days, int(whole.end[-2:]) if whole else 28)
        if found and not (number == 1 and unit == "day"):
            start, end = (f"{year or UNKNOWN_YEAR}-{month:02d}-{day:02d}" for day in found)
            return replace(value, start=start, end=end, granularity="week")
    if of_year and unit == "month" and which in _EDGES and (number is None or 1 <= number < 12):
        year, months = _year_in(of_year), _SOME_MONTHS if number is None else int(number)
        first, last = (1, months) if which in ("first", "opening") else (13 - months, 12)
        whole = span_of(f"{year}-{last:02d}")
        return replace(value, start=f"{year}-{first:02d}-01", end=whole.end if whole else None, granularity="span")
    return value


def _year_in(match: re.Match[str]) -> str:
    return written_year(-int(match["before_ours"])) if match["before_ours"] else match["year"]


def _days_of_month(which: str, days: int, last: int) -> tuple[int, int] | None:
    """First and last day of so many days of a month."""
    if not 0 < days < last:
        return None
    if which in _WEEKS and (which in _EDGES or days == _DAYS["week"]):
        return _WEEKS[which], _WEEKS[which] + days - 1
    return (last - days + 1, last) if which in _EDGES else None


def read_attributive(match: re.Match[str]) -> Timex | None:
    """A length of time that stands before a noun (*two-week*, *month-long*).

    >>> from pipeline import extract
    >>> [m.value.value for m in extract("After a two-week siege the month-long truce began.").mentions.dates]
    ['P2W', 'P1M']
    """
    unit = unit_of(match["unit"])
    number = number_of(match["count"]) if match["count"] else 1
    if number is None:
        return None
    amount = f"{number + (0.5 if match['and_half'] else 0):g}"
    return Timex("DURATION", duration_value(amount, unit), derivation="explicit")


def read_deictic(match: re.Match[str]) -> Timex | None:
    """A word that points at present, past or future.

    >>> from pipeline import extract
    >>> [m.value.value for m in extract("The wall is now in ruins; in the past it was whole.").mentions.dates]
    ['PRESENT_REF', 'PAST_REF']
    """
    value = date_vocabulary().deictics[" ".join(match["deictic"].lower().split())]
    if value.startswith("X"):
        return open_date(value, shift=Shift("document", "day", None))
    return Timex("DATE", value, derivation="explicit")


def read_time(match: re.Match[str]) -> Timex | None:
    """A time told by its sameness (*at the same time*, *this period*), or a length without number (*a short time*).

    >>> from pipeline import extract
    >>> [m.value.value for m in extract("On 3 May 1809 they met. At the same time Linz fell, for a short time.").mentions.dates]
    ['1809-05-03', 'PRESENT_REF', 'PXX']
    """
    if match["some"]:
        return Timex("DURATION", "PXX", derivation="explicit")
    if match["same"] or match["this"]:
        return Timex("DATE", "PRESENT_REF", derivation="unresolved", shift=Shift("clock", "span", 0))
    return Timex("DATE", "PRESENT_REF", derivation="unresolved")


def read_anniversary(match: re.Match[str]) -> Timex | None:
    """The day on which something returns; the something tells it, so it stays open.

    >>> from pipeline import extract
    >>> [m.value.value for m in extract("They marched on the tenth anniversary of the battle.").mentions.dates]
    ['XXXX-XX-XX']
    """
    return open_date("XXXX-XX-XX", shift=Shift("event", "day", 0))


def read_ancient_year(match: re.Match[str]) -> Timex | None:
    """A year of three digits whose era stands beside it or in the text before.

    >>> from pipeline import extract
    >>> [m.value.value for m in extract("In 218–201 BC they fought; in 216 he won.").mentions.dates]
    ['-0218', '-0201', '-0216']
    """
    number = second_of_two(match.string, match.start("ancient"), match["ancient"]) or int(match["ancient"])
    value = f"{number:04d}"
    return open_date(value, mod=modifier_of(match), shift=Shift("next" if match["beside"] else "clock", "era", 0))


def read_period(match: re.Match[str]) -> Timex | None:
    """A stretch of time with a name or a description (*the ceasefire period*, *a sixty-day period*).

    >>> from pipeline import extract
    >>> [m.value.value for m in extract("During the period of the siege nobody left.").mentions.dates]
    ['PRESENT_REF']
    """
    length = re.fullmatch(r"(?P<count>[\w-]+)-(?P<unit>\w+)", group_of(match, "adjective") or "")
    if length and unit_of(length["unit"]) in OPEN_VALUES:
        number = number_of(length["count"])
        return Timex("DURATION", duration_value(f"{number or 'X'}", unit_of(length["unit"])), derivation="explicit")
    return Timex("DURATION", "PXX", derivation="explicit")
