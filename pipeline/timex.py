"""TIMEX3 values and calendar arithmetic: pure, knows no text.

Years are written with four digits and a minus for BC, without the astronomical shift: 490 BC is ``-0490``, and there is no year 0. Days are
counted in the proleptic Gregorian calendar; a date is kept as the text writes it, Julian or Gregorian, so that differences across the
change of calendar are those of the written dates.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.frozen import dataclass

__all__ = [
    "Shift",
    "Span",
    "Timex",
    "days_in",
    "iso_day",
    "narrowed",
    "ordinal",
    "shifted",
    "span_of",
    "stretch_ahead",
    "written_year",
]


@dataclass(frozen=True, slots=True)
class Shift:
    """What an expression leaves to its context: from which date, in which direction, how many of which unit.

    >>> Shift("clock", "day", 2).count  # "two days later"
    2
    """

    base: str
    """The date it counts from: clock (where the narrative stands), document (the writer's time), next or previous (the date mention
    after or before it), event (one that the expression names) or day_one (the first day of what is told)."""
    unit: str
    """day, week, month, year, decade, century, season, weekday, hour or part (of a day)."""
    count: int | None = 0
    """How many units, negative for earlier; None when the words give no number (*several days later*)."""


@dataclass(frozen=True, slots=True)
class Timex:
    """The normalized value of a temporal expression.

    >>> Timex("DATE", "2016-11-06", start="2016-11-06", end="2016-11-06", granularity="day", derivation="explicit").value
    '2016-11-06'
    """

    type: str
    """TIMEX3 type: DATE, TIME, DURATION or SET."""
    value: str
    """TIMEX3 value; parts that the words leave open are ``X`` (``XXXX-11-06``)."""
    mod: str | None = None
    """TIMEX3 modifier: START, MID, END, APPROX, BEFORE, AFTER, ON_OR_BEFORE, ON_OR_AFTER, MORE_THAN, LESS_THAN …"""
    start: str | None = None
    """First day, ISO 8601; None when unknowable."""
    end: str | None = None
    """Last day, ISO 8601, included; None when unknowable."""
    granularity: str | None = None
    """time, day, week, month, season, year, decade, century or span."""
    derivation: str = "unresolved"
    """How the value was reached: explicit, year_from_context, relative, same_as, range, from_heading, unresolved …"""
    anchor: int | None = None
    """Clean-text start offset of the date mention it was counted from."""
    shift: Shift | None = None
    """What the words leave to the context; None for an expression that stands by itself."""
    range_with: int | None = None
    """Clean-text start offset of the mention at the other end of the range that this one opens or closes."""
    aside: bool = False
    """Whether it steps out of the narrative (a flashback, a look ahead, a year in a name) and leaves its clock where it stood."""
    relation: str | None = None
    """How the expression is tied to its clause: in, by, until, since, from, to, between, before, after, during, for …"""

    @property
    def span(self) -> Span | None:
        """The interval in day numbers; None where its first or last day is unknown."""
        return Span.between(self.start, self.end) if self.start and self.end else None


# ------------------------------------------------------------------------------------------------------------- days

_MONTH_STARTS = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_ISO = re.compile(r"(?P<year>-?\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")


def _astronomical(year: int) -> int:
    return year + 1 if year < 0 else year


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _month_length(year: int, month: int) -> int:
    if month == 2:
        return 29 if _leap(_astronomical(year)) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def ordinal(year: int, month: int = 1, day: int = 1) -> int:
    """The number of a day, counted from 1 January of the year 1; BC years are negative.

    >>> ordinal(1, 1, 1) - ordinal(-1, 12, 31)
    1
    """
    y = _astronomical(year)
    before = y - 1
    leap_day = 1 if month > 2 and _leap(y) else 0
    return before * 365 + before // 4 - before // 100 + before // 400 + _MONTH_STARTS[month - 1] + leap_day + day


def _civil(day: int) -> tuple[int, int, int]:
    """Year (negative for BC), month and day of a day number."""
    era, rest = divmod(day - 1, 146097)
    century = min(rest // 36524, 3)
    rest -= century * 36524
    four, rest = divmod(rest, 1461)
    one = min(rest // 365, 3)
    rest -= one * 365
    year = era * 400 + century * 100 + four * 4 + one + 1
    month = 12
    leap = _leap(year)
    while month > 1 and _MONTH_STARTS[month - 1] + (1 if leap and month > 2 else 0) > rest:
        month -= 1
    first = _MONTH_STARTS[month - 1] + (1 if leap and month > 2 else 0)
    return (year if year > 0 else year - 1), month, rest - first + 1


def written_year(year: int) -> str:
    """A year with four digits, a minus for BC.

    >>> written_year(-490), written_year(70)
    ('-0490', '0070')
    """
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


@lru_cache(maxsize=1 << 12)
def iso_day(day: int) -> str:
    """A day number as ISO 8601 text.

    >>> iso_day(ordinal(2016, 11, 6))
    '2016-11-06'
    """
    year, month, in_month = _civil(day)
    return f"{written_year(year)}-{month:02d}-{in_month:02d}"


@lru_cache(maxsize=1 << 12)
def _day_number(iso: str) -> int:
    match = _ISO.match(iso)
    if not match:
        raise ValueError(f"not an ISO 8601 day: {iso}")
    return ordinal(int(match["year"]), int(match["month"] or 1), int(match["day"] or 1))


# ------------------------------------------------------------------------------------------------------------ spans


@dataclass(frozen=True, slots=True)
class Span:
    """A calendar interval: first and last day as day numbers, both included, and its granularity."""

    first: int
    last: int
    granularity: str

    @property
    def start(self) -> str:
        """First day, ISO 8601."""
        return iso_day(self.first)

    @property
    def end(self) -> str:
        """Last day, ISO 8601."""
        return iso_day(self.last)

    @classmethod
    @lru_cache(maxsize=1 << 12)
    def between(cls, start: str, end: str, granularity: str = "span") -> Span:
        """The interval from one ISO day to another."""
        return cls(_day_number(start), _day_number(end), granularity)


_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "AU": (9, 11), "H1": (1, 6), "H2": (7, 12)}
_SEASONS |= {f"Q{n}": (3 * n - 2, 3 * n) for n in range(1, 5)}
_VALUE = re.compile(
    r"""(?P<sign>-?)(?:
      (?P<year>\d{4}) (?: - (?: (?P<month>\d\d) (?: - (?P<day>\d\d) (?P<time>T\S+)? )?
                              | W(?P<week>\d\d) | (?P<season>WI|SP|SU|FA|AU|H[12]|Q[1-4]) ) )?
      | (?P<decade>\d{3}) | (?P<century>\d\d) )""",
    re.VERBOSE,
)
_DURATION = re.compile(r"P(?P<count>\d+)(?P<unit>[DWMY])")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_MONTH = len("-0490-09")


def _months(year: int, first: int, last: int, granularity: str) -> Span:
    return Span(ordinal(year, first), ordinal(year, last, _month_length(year, last)), granularity)


@lru_cache(maxsize=4096)
def span_of(value: str) -> Span | None:
    """The calendar interval of a TIMEX3 value; None for durations, references (``PAST_REF``) and values with open parts.

    >>> (s := span_of("2016-11")) and (s.start, s.end, s.granularity)
    ('2016-11-01', '2016-11-30', 'month')
    >>> (s := span_of("-0480-WI")) and (s.start, s.end)
    ('-0481-12-01', '-0480-02-28')
    """
    match = _VALUE.fullmatch(value)
    if not match:
        return None
    sign = -1 if match["sign"] else 1
    if match["decade"]:
        return _run_of_years(sign, int(match["decade"]), 10, "decade")
    if match["century"]:
        return _run_of_years(sign, int(match["century"]), 100, "century")
    year = sign * int(match["year"])
    if not year:
        return None
    if match["season"]:
        return _season(year, match["season"])
    if match["week"]:
        monday = _first_monday(year) + 7 * (int(match["week"]) - 1)
        return Span(monday, monday + 6, "week")
    if not match["month"]:
        return Span(ordinal(year), ordinal(year, 12, 31), "year")
    month = int(match["month"])
    if not 1 <= month <= 12:
        return None
    if not match["day"]:
        return _months(year, month, month, "month")
    day = int(match["day"])
    if not 1 <= day <= _month_length(year, month):
        return None
    first = ordinal(year, month, day)
    return Span(first, first, "time" if match["time"] else "day")


def _run_of_years(sign: int, prefix: int, length: int, granularity: str) -> Span:
    low, high = prefix * length, prefix * length + length - 1
    if sign < 0:
        return Span(ordinal(-high), ordinal(-max(low, 1), 12, 31), granularity)
    return Span(ordinal(max(low, 1)), ordinal(high, 12, 31), granularity)


def _season(year: int, season: str) -> Span:
    if season == "WI":  # the winter that ends in the year
        before = year - 1 if year != 1 else -1
        return Span(ordinal(before, 12), ordinal(year, 2, _month_length(year, 2)), "season")
    first, last = _SEASONS[season]
    return _months(year, first, last, "season")


def _first_monday(year: int) -> int:
    """Monday of ISO week 1: the week that holds 4 January."""
    fourth = ordinal(year, 1, 4)
    return fourth - (fourth - 1) % 7


def narrowed(span: Span, mod: str | None) -> Span:
    """The third of an interval that START, MID or END leaves; the interval itself for another modifier.

    Months are cut after days 10 and 20, years after April and August, decades after years 3 and 6, centuries after 33 and 66.

    >>> narrowed(span_of("2016-10"), "END").start
    '2016-10-21'
    """
    if mod not in ("START", "MID", "END"):
        return span
    third = ("START", "MID", "END").index(mod)
    year, month, _ = _civil(span.first)
    if span.granularity == "month":
        bounds = (span.first, span.first + 10, span.first + 20, span.last + 1)
    elif span.granularity == "year":
        bounds = (span.first, ordinal(year, 5), ordinal(year, 9), span.last + 1)
    elif span.granularity == "season":
        nexts = [ordinal(year + (month + n > 12), (month + n - 1) % 12 + 1) for n in (1, 2)]
        bounds = (span.first, nexts[0], nexts[1], span.last + 1)
    elif span.granularity in ("decade", "century"):
        first, second = (4, 7) if span.granularity == "decade" else (34, 67)
        bounds = (span.first, ordinal(_later(year, first)), ordinal(_later(year, second)), span.last + 1)
    else:
        return span
    return Span(bounds[third], bounds[third + 1] - 1, span.granularity)


def _later(year: int, years: int) -> int:
    """The year so many years on, over the gap between 1 BC and AD 1."""
    later = _astronomical(year) + years
    return later if later > 0 else later - 1


def years_to_part(date: str, part: str, count: int) -> int:
    """How many years on from a date the next (``count`` above 0) or last month or season of that name lies; ``count`` where its days are unknown.

    >>> years_to_part("1916-07-01", "-SP", 1), years_to_part("1916-01", "-SP", 1), years_to_part("1916-07-01", "-SP", -1)
    (1, 0, 0)
    """
    here, there = span_of(date), span_of(f"{date[: 5 if date[0] == '-' else 4]}{part}")
    if here is None or there is None:
        return count
    if count > 0:
        return 0 if there.first > here.last else 1
    return 0 if count == 0 or there.last < here.first else -1


def days_in(duration: str) -> int | None:
    """The days of a TIMEX3 duration of whole days or weeks; None for any other value.

    >>> days_in("P10D"), days_in("P2W"), days_in("P3M")
    (10, 14, None)
    """
    unit, count = length_of(duration) or ("", 0)
    return count * {"day": 1, "week": 7}[unit] if unit in ("day", "week") else None


def length_of(duration: str) -> tuple[str, int] | None:
    """The unit and the number of a TIMEX3 duration of whole days, weeks, months or years; None for any other value.

    >>> length_of("P10D"), length_of("P3M"), length_of("PXX")
    (('day', 10), ('month', 3), None)
    """
    said = _DURATION.fullmatch(duration)
    return (_UNITS[said["unit"]], int(said["count"])) if said else None


# ------------------------------------------------------------------------------------------------------------ shift


def shifted(value: str, unit: str, count: int) -> str | None:
    """The TIMEX3 value so many units on, at the grain of the unit or of the value, whichever is coarser; None if it has none.

    >>> shifted("2016-11-06", "day", 1), shifted("1944-11", "year", -1), shifted("-0490", "year", 2), shifted("1940-06-28", "month", 2)
    ('2016-11-07', '1943', '-0488', '1940-08')
    """
    span = span_of(value)
    if span is None:
        return None
    year, month, _ = _civil(span.first)
    if unit == "day":
        return iso_day(span.first + count) if span.granularity in ("day", "time") else None
    if unit == "week":
        return iso_day(span.first + 7 * count) if span.granularity in ("day", "time") else None
    if unit == "month":
        if span.granularity not in ("day", "time", "month", "week"):
            return None
        total = _astronomical(year) * 12 + month - 1 + count
        moved = total // 12
        return f"{written_year(moved if moved > 0 else moved - 1)}-{total % 12 + 1:02d}"
    if span.granularity == "century" and unit != "century":
        return None
    if span.granularity == "season" and value.endswith("WI"):
        year = _later(year, 1)
    if unit == "year":
        return written_year(_later(year, count)) if span.granularity != "decade" else None
    if unit == "decade":
        return _prefix(_later(year, 10 * count), 10)
    if unit == "century":
        return _prefix(_later(year, 100 * count), 100)
    return None


def stretch_ahead(begun: str, length: str) -> tuple[str, str] | None:
    """The first and last day of a TIMEX3 duration counted from a date; None where the one is not measured or the other too coarse.

    Years are counted by the month.

    >>> stretch_ahead("1861-04-15", "P2M"), stretch_ahead("1916-11-08", "P2Y"), stretch_ahead("1916", "P2Y"), stretch_ahead("1916", "P3D")
    (('1861-04-15', '1861-06-15'), ('1916-11-01', '1918-11-30'), ('1916-01-01', '1918-12-31'), None)
    """
    told = length_of(length)
    if told is None:
        return None
    unit, count = told
    if unit == "year" and len(begun) > _MONTH:
        begun = begun[:-3]
    moved = shifted(begun, unit, count)
    first = span_of(begun)
    if not moved or first is None:
        return None
    rest = begun[len(moved) + (begun[0] == "-") - (moved[0] == "-") :]
    last = span_of(moved + rest) or span_of(moved)
    return (first.start, last.end) if last else None


def _prefix(year: int, length: int) -> str:
    digits = 3 if length == 10 else 2
    return f"{'-' if year < 0 else ''}{abs(year) // length:0{digits}d}"
