"""Readings of expressions that hang on another date: what they are counted from, in which unit, and how many."""

from __future__ import annotations

import re

from pipeline.frozen import replace
from pipeline.mentions.dates.absolute import month_number
from pipeline.mentions.dates.complements import OF_UNIT
from pipeline.mentions.dates.values import (
    OPEN_VALUES,
    UNKNOWN_YEAR,
    modifier_of,
    nth_of,
    number_of,
    open_date,
    open_year,
    part_code,
    unit_of,
    year_of,
)
from pipeline.rules.dates import date_vocabulary
from pipeline.timex import Shift, Timex, span_of

__all__ = ["read_daypart", "read_half", "read_nth", "read_rest", "read_same", "read_shifted", "read_units_end"]


def read_same(match: re.Match[str]) -> Timex | None:
    """A unit, part of day or month told by its place beside the narrative's (*that day*, *the following month*).

    >>> from pipeline import extract
    >>> [m.value.value for m in extract("On 3 May 1809 they met. They fought the following month, and late that year.").mentions.dates]
    ['1809-05-03', '1809-06', '1809']
    """
    count = 1 if match["next"] else -1 if match["last"] else 0
    later, mod = match["later"], modifier_of(match)
    if match["the"] and not (later or mod):
        return None
    if match["daypart"]:
        if match["the"] and not match["inner_modifier"]:
            return None
        code = part_code(match)
        early = "START" if (match["modifier"] or match["inner_modifier"] or "").lower().startswith("early") else None
        return open_date(f"XXXX-XX-XX{code}", mod=early, shift=Shift("clock", "part", count))
    if match["month"]:
        month = month_number(match["month"])
        if not month or match["the"]:
            return None
        return open_date(f"XXXX-{month:02d}", mod=mod, shift=Shift("clock", "season", count))
    unit = "day" if match["unit"].lower() == "date" else unit_of(match["unit"])
    if match["last"] and match.string[match.end() : match.end() + 4] == " of ":
        return None  # "the last week of August" is a length of time
    return open_date(OPEN_VALUES[unit], mod=mod, shift=Shift("clock", unit, count))


def read_units_end(match: re.Match[str]) -> Timex | None:
    """The edge of the narrative's unit (*month's end*).

    >>> from pipeline import extract
    >>> [m.value.value for m in extract("On 3 May 1809 they met; by month's end they had parted.").mentions.dates]
    ['1809-05-03', '1809-05']
    """
    unit = unit_of(match["unit"])
    mod = "START" if match["edge"].lower() in ("start", "beginning") else "END"
    return open_date(OPEN_VALUES[unit], mod=mod, shift=Shift("clock", unit, 0))


_EARLIER = re.compile(r"earlier|before|prior|previously|beforehand|ago", re.IGNORECASE)
_SHIFT_MODS = {
    ("MORE_THAN", True): "ON_OR_BEFORE",
    ("LESS_THAN", True): "ON_OR_AFTER",
    ("MORE_THAN", False): "AFTER",
    ("LESS_THAN", False): "BEFORE",
}
_HALVES = {"century": ("year", 50), "decade": ("year", 5), "year": ("month", 6)}
"""What the half of a unit is counted in (*half a century earlier*)."""


def read_shifted(match: re.Match[str]) -> Timex | None:
    """A date so many units from another one (*two days later*, *a year before*); open where the number is vague.

    >>> from pipeline import extract
    >>> [m.value.value for m in extract("On 3 May 1809 they met. Two weeks later they fought, and some years before.").mentions.dates]
    ['1809-05-03', '1809-05-17', 'PAST_REF']
    """
    unit = unit_of(match["unit"])
    said = match["shift"] or "after"
    earlier = bool(_EARLIER.match(said))
    if match["followed"] and unit != "year":
        return None  # within *the week that followed*, not after it
    number = 1 if match["the"] else number_of(match["count"]) if match["count"] else None
    plural = match["unit"].lower().endswith("s") or unit_of(match["unit"]) != match["unit"].lower()
    if match["the"] and (
        plural or said.lower() in ("later", "earlier", "ago", "hence") or said.lower().startswith("afterward")
    ):
        return None
    if number is None and not match["vague"] and not plural:
        return None
    bound = date_vocabulary().bounds.get(" ".join(match["bound"].lower().split())) if match["bound"] else None
    base = "document" if said.lower() == "ago" else "clock"
    if number is None or number != int(number):
        value = "PAST_REF" if earlier else "FUTURE_REF"
        return Timex("DATE", value, derivation="unresolved", shift=Shift(base, unit, None))
    mod = _SHIFT_MODS.get((bound or "", earlier)) or ("APPROX" if bound == "APPROX" else None)
    if match["half"] and unit in _HALVES:
        unit, number = _HALVES[unit]
    if unit == "fortnight":
        unit, number = "week", 2 * number
    counted = "day" if unit == "night" else unit
    return open_date(OPEN_VALUES[unit], mod=mod, shift=Shift(base, counted, -int(number) if earlier else int(number)))


def read_nth(match: re.Match[str]) -> Timex | None:
    """A day counted from the first day of what is told (*on the fourth day*).

    >>> from pipeline import extract
    >>> [m.value.value for m in extract("The siege began on 3 May 1809. On the fourth day it rained; on the last day of July it ended.").mentions.dates]
    ['1809-05-03', '1809-05-06', '1809-07-31']
    """
    edge = match["edge"]
    of_month = _day_of_month(match)
    if of_month is not None:
        return of_month
    count = nth_of(match["nth"]) if match["nth"] else None
    unit = match["unit"].lower()
    value = "XXXX-XX-XX" if unit == "day" else f"XXXX-XX-XXT{date_vocabulary().dayparts[unit]}"
    if edge and edge.lower() == "opening":
        count = 1
    return open_date(value, mod=modifier_of(match), shift=Shift("day_one", "day", count - 1 if count else None))


_OF_MONTH = re.compile(r"\sof\s(?P<month>[A-Z][a-z]+)\b(?:,?\s(?P<year>[12]\d{3})\b)?")


def _day_of_month(match: re.Match[str]) -> Timex | None:
    """A day counted within a month (*the last day of July*)."""
    of_unit = OF_UNIT.match(match.string, match.end())
    if of_unit and match["unit"].lower() == "day":
        return _edge_of_unit(match, of_unit)
    said = _OF_MONTH.match(match.string, match.end())
    if not said or match["unit"].lower() != "day" or said["month"] not in date_vocabulary().months.full:
        return None
    month, last = f"{month_number(said['month']):02d}", (match["edge"] or "").lower() in ("last", "final")
    whole = span_of(f"{said['year'] or '2001'}-{month}")
    day = int(whole.end[-2:]) if whole and last else nth_of(match["nth"]) if match["nth"] else None
    if whole is None or day is None or day > int(whole.end[-2:]):
        return None
    return open_date(f"{said['year'] or UNKNOWN_YEAR}-{month}-{day:02d}", shift=open_year(said["year"]))


def _edge_of_unit(match: re.Match[str], of_unit: re.Match[str]) -> Timex | None:
    """The first or last day of a month or year (*the last day of that month*, *the last day of 1822*)."""
    last, first = (match["edge"] or "").lower() in ("last", "final"), match["nth"] and nth_of(match["nth"]) == 1
    if not (last or first):
        return None
    if of_unit["unit"] == "month":
        return open_date("XXXX-XX-31" if last else "XXXX-XX-01", shift=Shift("clock", "month", 0))
    day = "12-31" if last else "01-01"
    year, ahead = of_unit["year"], int(of_unit["new"] is not None)
    return open_date(f"{year or UNKNOWN_YEAR}-{day}", shift=None if year else Shift("clock", "year", ahead))


def read_daypart(match: re.Match[str]) -> Timex | None:
    """A part of day by itself (*night*, *one afternoon*).

    >>> from pipeline import extract
    >>> [m.value.value for m in extract("On 3 May 1809 they met. Early in the morning they fought.").mentions.dates]
    ['1809-05-03', '1809-05-03TMO']
    """
    code = part_code(match)
    mod = "START" if "early" in (match["early"] or match["part_mod"] or "").lower() else None
    det = (match["det"] or "").lower()
    shift = (
        Shift("clock", "part", 0)
        if det in ("the", "one", "a", "an") or match["early"]
        else Shift("clock", "part", None)
    )
    return open_date(f"XXXX-XX-XX{code}", mod=mod, shift=shift)


def read_half(match: re.Match[str]) -> Timex | None:
    """A half or quarter of a year, season or month.

    >>> from pipeline import extract
    >>> [m.value.value for m in extract("In the first half of 1916 and the last quarter of the 18th century it stood empty.").mentions.dates]
    ['1916-H1', '17']
    """
    first = match["half"].lower() in ("first", "early")
    year = year_of(match, "_3") or year_of(match) or year_of(match, "_2")
    what = match["what"].lower()
    mod = "START" if first else "END"
    if match["month"]:
        month = month_number(match["month"])
        if not month:
            return None
        value = open_date(f"{year or UNKNOWN_YEAR}-{month:02d}", mod=mod, shift=open_year(year))
        return _half_of_month(value, first=first) if what == "half" else value
    if match["season"]:
        season = date_vocabulary().seasons[match["season"].lower()]
        return open_date(f"{year or UNKNOWN_YEAR}-{season}", mod=mod, shift=open_year(year))
    if match["nth"]:
        return _part_of_century(match, what, mod)
    if match["the_unit"]:
        unit = unit_of(match["the_unit"].split()[-1])
        if unit == "year" and what == "half":
            return open_date(f"XXXX-{'H1' if first else 'H2'}", shift=Shift("clock", "year", 0))
        return open_date(OPEN_VALUES[unit], mod=mod, shift=Shift("clock", unit, 0))
    if not year:
        return None
    if what == "half":
        return open_date(f"{year}-{'H1' if first else 'H2'}")
    if what == "quarter":
        return open_date(f"{year}-{'Q1' if first else 'Q4' if match['half'].lower() in ('last', 'final') else 'Q2'}")
    return open_date(year, mod=mod)


def _half_of_month(value: Timex, *, first: bool) -> Timex:
    """A month with the days of its first or second half: to the 15th, and from the 16th on."""
    whole = span_of(value.value.replace(UNKNOWN_YEAR, "2001"))
    if whole is None:
        return value
    days = ("01", "15") if first else ("16", whole.end[-2:])
    start, end = (f"{value.value}-{day}" for day in days)
    return replace(value, start=start, end=end, granularity="span")


_YEARS = {"half": 50, "third": 33, "quarter": 25}


def _part_of_century(match: re.Match[str], what: str, mod: str) -> Timex | None:
    """A half, third or quarter of a century; only its first and last parts say which years they are."""
    nth, said = nth_of(match["nth"]), match["half"].lower()
    if not nth or nth > 30 or (said == "second" and what != "half"):
        return None
    first = max(100 * (nth - 1), 1)
    cut = first - first % 100 + (_YEARS[what] if mod == "START" else 100 - _YEARS[what])
    low, high = (first, cut - 1) if mod == "START" else (cut, 100 * nth - 1)
    value = open_date(f"{nth - 1:02d}", mod=mod)
    return replace(value, start=f"{low:04d}-01-01", end=f"{high:04d}-12-31")


def read_rest(match: re.Match[str]) -> Timex | None:
    """What remains of a unit (*the rest of the year*).

    >>> from pipeline import extract
    >>> [m.value.value for m in extract("It held out for the rest of 1916.").mentions.dates]
    ['1916']
    """
    year = year_of(match)
    if year:
        return open_date(year)
    if year == "" or not match["the_unit"]:
        return None
    unit = unit_of(match["the_unit"].split()[-1])
    return open_date(OPEN_VALUES[unit], shift=Shift("clock", unit, 0))
