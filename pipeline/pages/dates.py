"""Days and intervals as people write them, BC years included."""

from __future__ import annotations

from pipeline.timex import iso_day, ordinal

__all__ = ["MONTHS", "parts_of", "written", "year_label"]

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def parts_of(iso: str) -> tuple[int, int, int]:
    """Year, month and day of an ISO day.

    >>> parts_of("-0490-09-12")
    (-490, 9, 12)
    """
    year, month, day = iso.removeprefix("-").split("-")
    return (-int(year) if iso.startswith("-") else int(year)), int(month), int(day)


def year_label(year: int) -> str:
    """A year as people write it.

    >>> year_label(-490), year_label(1862)
    ('490 BC', '1862')
    """
    return f"{-year} BC" if year < 0 else f"{year}"


def written(start: str | None, end: str | None = None) -> str:
    """An interval of ISO days as people write it: whole months and years by their names, nothing twice; empty without a first day.

    >>> written("1862-09-17"), written("1862-09-04", "1862-09-07"), written("1993-06-01", "1993-06-30")
    ('17 Sep 1862', '4–7 Sep 1862', 'Jun 1993')
    >>> written("-0490-01-01", "-0490-12-31"), written("1936-07-17", "1939-04-01"), written("1942-11-01", "1942-12-31")
    ('490 BC', '17 Jul 1936 – 1 Apr 1939', 'Nov – Dec 1942')
    """
    if not start:
        return ""
    first, last = parts_of(start), parts_of(end or start)
    if first == last:
        return _day(first)
    whole_months = first[2] == 1 and _next_day(last)[2] == 1
    if whole_months and first[1] == 1 and last[1] == 12:
        return _span(first[:1], last[:1])
    if whole_months:
        return _span(first[:2], last[:2])
    return _span(first, last)


def _next_day(day: tuple[int, int, int]) -> tuple[int, int, int]:
    return parts_of(iso_day(ordinal(*day) + 1))


def _day(parts: tuple[int, ...]) -> str:
    """A year, a month of it, or a day."""
    year, *rest = parts
    words = [MONTHS[rest[0] - 1]] if rest else []
    return " ".join([*(str(day) for day in rest[1:]), *words, year_label(year)])


def _span(first: tuple[int, ...], last: tuple[int, ...]) -> str:
    if first == last:
        return _day(first)
    if first[0] != last[0]:
        return f"{_day(first)} – {_day(last)}" if len(first) > 1 or first[0] < 0 else f"{first[0]}–{_day(last)}"
    if len(first) == 3 and first[1] == last[1]:
        return f"{first[2]}–{_day(last)}"
    opening = " ".join([*(str(day) for day in first[2:]), MONTHS[first[1] - 1]])
    return f"{opening} – {_day(last)}"
