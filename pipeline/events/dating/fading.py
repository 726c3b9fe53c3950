"""How the date at which a narrative stands grows coarser as it goes on: day, month, year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.events.dating.dated import LONG, Dated, covers, whole
from pipeline.frozen import replace
from pipeline.timex import Span, Timex, span_of

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["around", "days_ahead", "faded", "goes_beyond", "in_its_year", "is_of_weeks", "months_ahead"]

_FAR = 5
"""Months to the next date with which a month fades to its year."""
_A_MONTH, _A_QUARTER = 27, 90
"""Days after its first at which the shortest month ends, and to the next date within which a bound still lies in its month."""
_MONTH = 31
"""Days to the next date, in another month, with which a day fades to its year rather than its month."""


def days_ahead(told: Timex, following: Dated | None, *, coarse: bool = False) -> int | None:
    """Days from the end of a date to the beginning of the next, 0 where they touch; None where that is earlier.

    None too where the next names no day, unless a ``coarse`` one counts as well.
    """
    if following is None or (following.value.granularity not in ("day", "time", "span") and not coarse):
        return None
    return _ahead(told, following, lambda day: day)


def months_ahead(told: Timex, following: Dated | None) -> int | None:
    """Months from a month or season to the next date where that lies in another year and far ahead, or is near; None for others."""
    months = _ahead(told, following, lambda day: day // 30) if following else None
    if months is None or months <= 1:
        return months
    other_year = following is not None and told.start and (following.value.start or "")[:-6] != told.start[:-6]
    return months if other_year and months >= _FAR else None


def _ahead(told: Timex, following: Dated, count: Callable[[int], int]) -> int | None:
    if not (told.end and following.value.start):
        return None
    days = Span.between(told.end, following.value.start)
    return max(count(days.last - days.first), 0) if days.last - days.first >= -1 else None


def in_its_year(told: Timex) -> Timex:
    """The year of a day, month or season.

    >>> in_its_year(Timex("DATE", "1916-04", start="1916-04-01", end="1916-04-30", granularity="month")).end
    '1916-12-31'
    """
    span = span_of(told.start[:-6]) if told.start else None
    if span is None or told.granularity not in ("day", "time", "month", "season"):
        return told
    return replace(told, start=span.start, end=span.end, granularity=span.granularity)


def faded(told: Timex, following: Dated | None) -> Timex:
    """The month of a day, or its year where the narrative next tells a date in another month; the year of a month, season or range of months.

    >>> day = Timex("DATE", "1916-04-29", start="1916-04-29", end="1916-04-29", granularity="day")
    >>> month = faded(day, None)
    >>> month.start, month.end, month.granularity
    ('1916-04-01', '1916-04-30', 'month')
    >>> faded(month, None).granularity
    'year'
    """
    if not told.start:
        return told
    if told.granularity == "span" and told.start[:-6] != (told.end or "")[:-6]:
        return told
    if following is not None and following.value.relation == "by" and following.value.granularity not in LONG:
        following = None  # *By August it was over*: within that time
    ahead = _ahead(told, following, lambda days: days) if following else None
    other_month = following is None or (following.value.start or "")[:-3] != told.start[:-3]
    if told.granularity in ("day", "time"):
        far = following is not None and other_month and ahead is not None and ahead > _MONTH
    else:
        far = other_month  # *In October they came. They burned the fields. On 23 October …*: still in October
    span = span_of(told.start[:-6] if far else told.start[:-3])
    return replace(told, start=span.start, end=span.end, granularity=span.granularity) if span else told


def goes_beyond(told: Timex, following: Dated | None) -> bool:
    """Whether what follows the first part of a month or year lies beyond that: the next date is farther than it is long, or there is none.

    >>> early = Timex("DATE", "1757-08", mod="START", start="1757-08-01", end="1757-08-10", granularity="month")
    >>> goes_beyond(early, None)
    True
    """
    ahead, part = days_ahead(told, following, coarse=True), told.span
    return ahead is None or (part is not None and ahead > part.last - part.first)


def around(told: Timex, following: Dated | None) -> Timex:
    """The month or year of a part of it that only bounds what was told; the year of a month where the next date is far."""
    month = whole(told)
    ahead = days_ahead(told, following, coarse=True)
    near = (ahead is not None and ahead <= _A_QUARTER) or (following is not None and covers(month, following.value))
    return month if near else faded(told, following)


def is_of_weeks(value: Timex) -> bool:
    """Whether an interval is as long as a month.

    >>> is_of_weeks(Timex("DATE", "1916-02", start="1916-02-01", end="1916-02-29"))
    True
    """
    span = value.span
    return span is not None and span.last - span.first >= _A_MONTH
