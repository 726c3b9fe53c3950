"""dateparser, for absolute strings that the grammar has delimited: month names in any form, and numeric dates.

It is asked once for each form and remembers the answer: a call costs more than a millisecond. Every setting that could bring in the day of
the run, the locale or the time zone is fixed.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime

__all__ = ["month_number", "read_absolute"]

_SETTINGS: dict[str, Any] = {
    "PARSERS": ["absolute-time"],
    "REQUIRE_PARTS": ["day", "month", "year"],
    "DATE_ORDER": "DMY",
    "PREFER_LOCALE_DATE_ORDER": False,
    "PREFER_DAY_OF_MONTH": "first",
    "RETURN_AS_TIMEZONE_AWARE": False,
    "TIMEZONE": "UTC",
}
_LONGEST = 40


@lru_cache(maxsize=2048)
def read_absolute(text: str) -> tuple[int, int, int] | None:
    """Year, month and day of a full date in one of the forms dateparser knows; None if it is none.

    >>> read_absolute("6.11.2016"), read_absolute("31 April 2016")
    ((2016, 11, 6), None)
    """
    import dateparser

    if len(text) > _LONGEST:
        return None
    found: datetime | None = dateparser.parse(text, languages=["en"], settings=_SETTINGS)
    return (found.year, found.month, found.day) if found else None


@lru_cache(maxsize=256)
def month_number(name: str) -> int:
    """The number of the month that a name or short form means; 0 if it is none.

    >>> month_number("Sept."), month_number("Nivôse")
    (9, 0)
    """
    found = read_absolute(f"1 {name.rstrip('.')} 2000")
    return found[1] if found else 0
