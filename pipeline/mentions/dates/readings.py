"""Readings of dates: a match → its TIMEX3 value, with the parts that the words leave open as ``X`` and the shift they ask for."""

from __future__ import annotations

import re

from pipeline.mentions.dates.absolute import month_number, read_absolute
from pipeline.mentions.dates.values import (
    UNKNOWN_YEAR,
    WEEKDAYS,
    clock_code,
    direction_of,
    group_of,
    hours_code,
    modifier_of,
    nth_of,
    number_of,
    open_date,
    open_year,
    part_code,
    part_modifier,
    second_of_two,
    year_of,
    year_shift,
)
from pipeline.rules.dates import date_vocabulary
from pipeline.timex import Shift, Timex, shifted, span_of, written_year

__all__ = [
    "read_calendar",
    "read_century",
    "read_clock",
    "read_continuation",
    "read_day_in_list",
    "read_decade",
    "read_holiday",
    "read_holiday_shifted",
    "read_iso",
    "read_numeric",
    "read_ordinal_day",
    "read_season",
    "read_short_year",
    "read_weekday",
    "read_year_alone",
]


def read_calendar(match: re.Match[str]) -> Timex | None:
    """A date with a month: day, year, weekday, part of day and clock time as far as given.

    >>> from pipeline import extract
    >>> [m.value.value for m in extract("They met at 5:30 pm on Friday 6 November 2016; late in May 1940 they had fought.").mentions.dates]
    ['2016-11-06T17:30', '2016-11-06', '1940-05']
    """
    month = month_number(match["month"])
    day_text = match["day"] or match["day_after"]
    day = int(day_text) if day_text else nth_of(match["day_word"]) if match["day_word"] else None
    year = year_of(match)
    if not month or year == "":
        return None
    if year and match["dual"] and month <= _LADY_DAY:
        year = str(second_of_two(match.string, match.start("dual"), match["dual"]) or year)
    short = match["month"].rstrip(".").lower() not in {name.lower() for name in date_vocabulary().months.full}
    if short and day is None and year is None:
        return None
    value = f"{year or UNKNOWN_YEAR}-{month:02d}"
    if day is not None:
        if day > 31 or span_of(f"{year or '2000'}-{month:02d}-{day:02d}") is None:
            return None
        value += f"-{day:02d}"
    code = part_code(match) or clock_code(match) or hours_code(match)
    if code:
        value += (("" if day is not None else "-XX") + code) if code != "TDA" or group_of(match, "hour") else ""
    mod = "START" if code == "TDA" and not match["modifier"] else modifier_of(match)
    if code and code != "TDA":
        mod = part_modifier(match)
    return open_date(value, mod=mod, shift=year_shift(match) or open_year(year))


_LADY_DAY = 3
"""The month until which a year was once counted on (*3 February 1659/60* is in 1660)."""


def read_iso(match: re.Match[str]) -> Timex | None:
    """A date written as ISO 8601, with or without the zeros.

    >>> from pipeline import extract
    >>> [m.value.value for m in extract("The raid of 1943-2-3 failed.").mentions.dates]
    ['1943-02-03']
    """
    year, month, day = match["iso"].split("-")
    value = f"{year}-{month:0>2}-{day:0>2}"
    return open_date(value) if span_of(value) else None


def read_numeric(match: re.Match[str]) -> Timex | None:
    """A date in numbers, day first; left alone where day and month could change places.

    >>> from pipeline import extract
    >>> [m.value.value for m in extract("It fell on 16.4.1746.").mentions.dates]
    ['1746-04-16']
    """
    text = match["numeric"]
    first, second = (int(n) for n in re.split(r"[./]", text)[:2])
    if first <= 12 and second <= 12 and match["mark"] == "/":
        return None
    found = read_absolute(text)
    return open_date("{:04d}-{:02d}-{:02d}".format(*found)) if found else None


def read_day_in_list(match: re.Match[str]) -> Timex | None:
    """The first days of a list or range whose month comes later (*6* in *6–7 January*).

    >>> from pipeline import extract
    >>> [m.value.value for m in extract("On 6 and 7 January 1941 they stormed it.").mentions.dates]
    ['1941-01-06', '1941-01-07']
    """
    month, day = month_number(match["month"]), int(match["day"])
    if not month or span_of(f"2000-{month:02d}-{day:02d}") is None:
        return None
    code = part_code(match) or hours_code(match) or ""
    return open_date(f"{UNKNOWN_YEAR}-{month:02d}-{day:02d}{code}", shift=Shift("next", "year", 0))


def read_year_alone(match: re.Match[str]) -> Timex | None:
    """A year, or a season after its year.

    >>> from pipeline import extract
    >>> [m.value.value for m in extract("The war began about 1456 and ended in 431 BC.").mentions.dates]
    ['1456', '-0431']
    """
    year = year_of(match)
    if not year:
        return None
    season = match["season"]
    value = f"{year}-{date_vocabulary().seasons[season.lower()]}" if season else year
    return open_date(value, mod=modifier_of(match))


def read_short_year(match: re.Match[str]) -> Timex | None:
    """The last two digits of a year, after a dash or an apostrophe; the century comes from the year before.

    >>> from pipeline import extract
    >>> [m.value.value for m in extract("The winter of 1939–40 was hard, and that of '44.").mentions.dates]
    ['1939-WI', '1944']
    """
    digits = match["short"] or match["apostrophe"]
    return open_date(f"XX{digits}", shift=Shift("previous", "century", 0))


def read_decade(match: re.Match[str]) -> Timex | None:
    """A decade, by number or by name.

    >>> from pipeline import extract
    >>> [m.value.value for m in extract("Raids went on in the late 1620s and in the twenties.").mentions.dates]
    ['162', '162']
    """
    word = group_of(match, "decade_word")
    if word:
        return open_date(
            f"XX{date_vocabulary().decades[word.lower()]}", mod=modifier_of(match), shift=Shift("clock", "century", 0)
        )
    short = match["short"]
    if short:
        return open_date(f"XX{short}", mod=modifier_of(match), shift=Shift("clock", "century", 0))
    number = int(match["decade"])
    era = (match["era"] or "").upper()
    if not era and not (100 <= number <= 210 or (10 <= number < 100 and match[0].startswith(("the ", "The ")))):
        return None
    return open_date(f"{'-' if era.startswith('B') else ''}{number:03d}", mod=modifier_of(match))


def read_century(match: re.Match[str]) -> Timex | None:
    """A century; the 19th is ``18``, the 4th BC ``-03``; one without an era waits for that of the years around it.

    >>> from pipeline import extract
    >>> [m.value.value for m in extract("The walls are of the 4th century BC and the early 19th century.").mentions.dates]
    ['-03', '18']
    """
    nth = nth_of(match["nth"])
    if not nth or nth > 30:
        return None
    era = (match["era"] or "").upper()
    sign = "-" if era.startswith("B") else ""
    return open_date(f"{sign}{nth - 1:02d}", mod=modifier_of(match), shift=None if era else Shift("clock", "era", 0))


def read_season(match: re.Match[str]) -> Timex | None:
    """A season, with its year if the words give one.

    >>> from pipeline import extract
    >>> [m.value.value for m in extract("In the spring of 1943 they landed.").mentions.dates]
    ['1943-SP']
    """
    # *the winter of 170/169 BC* begins in the first of its years
    year = written_year(-int(match["pair"])) if match["pair"] else year_of(match)
    if year == "":
        return None
    season = date_vocabulary().seasons[match["season"].lower()]
    shift = year_shift(match) or open_year(year)
    if match["which"] and year is None:
        shift = Shift("clock", "season", direction_of(match["which"]))
    return open_date(f"{year or UNKNOWN_YEAR}-{season}", mod=modifier_of(match), shift=shift)


def read_holiday(match: re.Match[str]) -> Timex | None:
    """A named day; movable feasts keep an open month and day.

    >>> from pipeline import extract
    >>> [m.value.value for m in extract("They crossed on Christmas Eve 1776.").mentions.dates]
    ['1776-12-24']
    """
    year = year_of(match)
    if year == "":
        return None
    place = date_vocabulary().place_of_holiday(match["holiday"])
    value = f"{year or UNKNOWN_YEAR}-{place}" + (part_code(match) or "")
    return open_date(value, shift=year_shift(match) or open_year(year))


def read_holiday_shifted(match: re.Match[str]) -> Timex | None:
    """A day some days before or after a named one; none beside a movable feast.

    >>> from pipeline import extract
    >>> [m.value.value for m in extract("In 1776 they waited; on the day after Christmas they crossed.").mentions.dates]
    ['1776', '1776-12-26']
    """
    year, place = year_of(match), date_vocabulary().place_of_holiday(match["holiday"])
    count = number_of(match["count"]) if match["count"] else 1
    if year == "" or "X" in place or not count:
        return None
    days = int(count) * (7 if (match["unit"] or "").lower().startswith("week") else 1)
    value = shifted(f"{year or '2001'}-{place}", "day", days if (match["tie"] or "").lower() == "after" else -days)
    if value is None:
        return None
    return open_date(value if year else UNKNOWN_YEAR + value[4:], shift=year_shift(match) or open_year(year))


def read_weekday(match: re.Match[str]) -> Timex | None:
    """A day of the week without a date.

    >>> from pipeline import extract
    >>> [m.value.value for m in extract("On 3 May 1809 they met; on Friday they marched.").mentions.dates]
    ['1809-05-03', '1809-05-05']
    """
    if match["weekday"].rstrip(".") not in date_vocabulary().weekdays.full:
        return None
    day = WEEKDAYS.index(match["weekday"][:3].lower()) + 1
    which = match["which"]
    return open_date(
        f"XXXX-WXX-{day}" + (part_code(match) or hours_code(match) or ""),
        shift=Shift("clock", "weekday", direction_of(which) if which else None),
    )


def read_clock(match: re.Match[str]) -> Timex | None:
    """A time of day; its date is the narrative's.

    >>> from pipeline import extract
    >>> [m.value.value for m in extract("On 3 May 1809 the guns opened at 5:30 am, the infantry at nine o'clock.").mentions.dates]
    ['1809-05-03', '1809-05-03T05:30', '1809-05-03T09:00']
    """
    code = clock_code(match)
    if match["hour_24"]:
        code = f"T{int(match['hour_24']):02d}:{match['minute_24']}"
    elif match["military"]:
        code = f"T{match['military'][:2]}:{match['military'][2:]}"
    elif match["hour_word"]:
        hour = number_of(match["hour_word"])
        code = f"T{int(hour):02d}:00" if hour and hour <= 24 else None
    return open_date(f"XXXX-XX-XX{code}", shift=Shift("clock", "part", 0)) if code else None


def read_continuation(match: re.Match[str], first: Timex) -> Timex | None:
    """A further day of the month that ``first`` is a day of; the year it gives counts for both.

    >>> from pipeline import extract
    >>> [m.value.value for m in extract("On April 6 and 7, 1917 they attacked.").mentions.dates]
    ['1917-04-06', '1917-04-07']
    """
    year, day = year_of(match), int(match["day"])
    month = first.value.lstrip("-").split("-")[1]
    if year == "" or span_of(f"2000-{month}-{day:02d}") is None:
        return None
    if year is None and first.shift is None:  # "April 6, 1917 and 7": the year stands before
        return (
            open_date(f"{first.value[:-5]}{month}-{day:02d}")
            if re.fullmatch(r"-?\d{4}-\d\d-\d\d", first.value)
            else None
        )
    return open_date(f"{year or UNKNOWN_YEAR}-{month}-{day:02d}", shift=open_year(year))


def read_ordinal_day(match: re.Match[str]) -> Timex | None:
    """A day of the month that the narrative stands in (*on the 20th*), or of the next or last one (*on the 7th of the following month*).

    >>> from pipeline import extract
    >>> [m.value.value for m in extract("The city was entered on 3 May 1809; on the 20th it burned.").mentions.dates]
    ['1809-05-03', '1809-05-20']
    """
    code = part_code(match) or hours_code(match) or ""
    value = f"XXXX-XX-{int(match['day']):02d}" + code
    count = direction_of(match["which_month"]) if match["which_month"] else 0
    return open_date(value, mod=part_modifier(match), shift=Shift("clock", "month", count))
