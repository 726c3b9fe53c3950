"""TIMEX3 values and calendar arithmetic: pure, knows no text.

Years are written with four digits and a minus for BC, without the astronomical shift: 490 BC is ``-0490``, and there is no year 0.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Timex"]


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
