"""Days as numbers on an axis, and ticks a person would choose, from antiquity to today."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.pages.dates import MONTHS, parts_of, year_label
from pipeline.timex import iso_day, ordinal

__all__ = ["Tick", "day_number", "ticks"]

_FIT = 8
"""About as many ticks as stand below a chart without touching."""
_YEAR_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500)


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the axis and what is written there."""

    at: int
    label: str


def day_number(iso: str) -> int:
    """The number of an ISO day, as `pipeline.timex.ordinal` counts.

    >>> day_number("0001-01-01") - day_number("-0001-12-31")
    1
    """
    return ordinal(*parts_of(iso))


def ticks(first: int, last: int) -> list[Tick]:
    """Ticks between two day numbers, in the unit that gives about eight of them: days, months or years.

    >>> [tick.label for tick in ticks(day_number("1862-09-16"), day_number("1862-09-19"))]
    ['16 Sep 1862', '17 Sep', '18 Sep', '19 Sep']
    >>> [tick.label for tick in ticks(day_number("-0490-09-01"), day_number("0480-09-01"))]
    ['400 BC', '200 BC', '1', '200', '400']
    """
    span = last - first
    if span <= 60:
        return _days(first, last, max(1, -(-(span + 1) // _FIT)))
    if span <= 800:
        return _months(first, last, next(step for step in (1, 2, 3) if span / 30 / step <= _FIT + 1 or step == 3))
    step = next((step for step in _YEAR_STEPS if span / 365.25 / step <= _FIT + 1), 1000)
    return _years(first, last, step)


def _days(first: int, last: int, step: int) -> list[Tick]:
    found: list[Tick] = []
    for at in range(first, last + 1, step):
        year, month, day = parts_of(iso_day(at))
        found.append(Tick(at, f"{day} {MONTHS[month - 1]}" + ("" if found else f" {year_label(year)}")))
    return found


def _months(first: int, last: int, step: int) -> list[Tick]:
    found: list[Tick] = []
    for year in _existing(parts_of(iso_day(first))[0], parts_of(iso_day(last))[0], 1):
        for month in range(1, 13, step):
            at = ordinal(year, month)
            if first <= at <= last:
                name = MONTHS[month - 1] if month > 1 else year_label(year)
                found.append(Tick(at, name if found or month == 1 else f"{name} {year_label(year)}"))
    return found


def _years(first: int, last: int, step: int) -> list[Tick]:
    years = _existing(parts_of(iso_day(first))[0], parts_of(iso_day(last))[0], step)
    marks = [Tick(ordinal(year), year_label(year)) for year in years]
    return [tick for tick in marks if first <= tick.at <= last]


def _existing(first: int, last: int, step: int) -> list[int]:
    """Every ``step``-th year between two years; the year 1 stands for the year 0 that never was."""
    return list(dict.fromkeys(year or 1 for year in range(first - first % step, last + 1, step)))
