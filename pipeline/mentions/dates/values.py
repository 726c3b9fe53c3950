"""What the readings share: numbers, years, modifiers and codes out of a match, and open dates to put them in."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from pipeline.rules.dates import date_vocabulary
from pipeline.timex import Shift, Timex, written_year

__all__ = [
    "OPEN_VALUES",
    "UNKNOWN_YEAR",
    "WEEKDAYS",
    "clock_code",
    "direction_of",
    "duration_value",
    "group_of",
    "hours_code",
    "letters_of",
    "modifier_of",
    "nth_of",
    "number_of",
    "open_date",
    "open_year",
    "part_code",
    "part_modifier",
    "second_of_two",
    "unit_of",
    "year_of",
    "year_shift",
]

UNKNOWN_YEAR = "XXXX"


def group_of(match: re.Match[str], name: str) -> str | None:
    r"""What a named group matched; None where it matched nothing or the pattern has no such group.

    >>> found = re.match(r"(?P<day>\d+) May", "3 May")
    >>> group_of(found, "day"), group_of(found, "year")
    ('3', None)
    """
    return match[name] if name in match.re.groupindex else None


def number_of(text: str) -> float | None:
    """The number that digits or number words mean; None if they give none (*dozens*).

    >>> number_of("twenty-five"), number_of("1,200"), number_of("a hundred")
    (25, 1200, 100)
    """
    plain = text.lower().replace(",", "")
    if re.fullmatch(r"\d+", plain):
        return int(plain)
    if re.fullmatch(r"\d+\.\d+", plain):
        return float(plain)
    if plain == "half":
        return 0.5
    words, total = date_vocabulary().numbers, 0
    for word in re.split(r"[\s-]+", plain):
        if word == "hundred":
            total = max(total, 1) * 100
        elif word == "thousand":
            total = max(total, 1) * 1000
        elif word in words:
            total += words[word]
        elif word != "and":
            return None
    return total or None


def nth_of(text: str) -> int | None:
    """The number that an ordinal means, in digits or words; None if it is none.

    >>> nth_of("6th"), nth_of("twenty-first"), nth_of("army")
    (6, 21, None)
    """
    digits = re.match(r"\d+", text)
    return int(digits[0]) if digits else date_vocabulary().ordinals.get(text.lower())


# -------------------------------------------------------------------------------------------------------- modifiers


@cache
def _modifiers() -> dict[str, str]:
    groups = date_vocabulary().modifiers
    return {
        phrase: name
        for name, phrases in (
            ("START", groups.START),
            ("MID", groups.MID),
            ("END", groups.END),
            ("APPROX", groups.APPROX),
        )
        for phrase in phrases
    }


def modifier_of(match: re.Match[str]) -> str | None:
    """The TIMEX3 modifier that the words before a date mean; None if there is none.

    >>> found = re.match(r"(?P<modifier>early in|in) 1940", "early in 1940")
    >>> modifier_of(found)
    'START'
    """
    for name in ("modifier", "inner_modifier", "part_mod", "early"):
        said = group_of(match, name)
        if said:
            words = re.sub(r"^(?:the|very)\s|\s(?:in|on)$", "", " ".join(said.lower().split()).rstrip("-"))
            found = _modifiers().get(words) or _modifiers().get(words.strip())
            if found and (name in ("modifier", "inner_modifier") or found):
                return found
            whole = _modifiers().get(" ".join(said.lower().split()))
            if whole:
                return whole
    return "APPROX" if group_of(match, "about") else None


# ------------------------------------------------------------------------------------------------------------ years


def year_of(match: re.Match[str], suffix: str = "") -> str | None:
    """The written year of a match, None if it gives none, empty if the number can be no year.

    >>> found = re.match(r"(?P<year_era>[0-9]+) (?P<era>BC)", "490 BC")
    >>> year_of(found)
    '-0490'
    """
    before = group_of(match, f"year_ad{suffix}")
    if before:
        # *B.C. 424*, *A.D. 70*
        sign = -1 if match[f"era_before{suffix}"].startswith("B") else 1
        return written_year(sign * int(before)) if int(before) else ""
    with_era = group_of(match, f"year_era{suffix}")
    if with_era:
        era = match[f"era{suffix}"].upper().replace(".", "").replace(" ", "")
        number = int(with_era)
        if not number or number > 9999:
            return ""
        before_ours = era.startswith("BC")
        number = (
            second_of_two(match.string, match.start(f"year_era{suffix}"), with_era, -1 if before_ours else 1) or number
        )
        return written_year(-number if before_ours else number)
    plain = group_of(match, f"year{suffix}")
    if plain:
        other = _OF_THAT_ERA.match(match.string, match.end(f"year{suffix}"))
        if other and abs(int(plain) - int(other["other"])) <= _AN_AGE:
            return written_year(-int(plain))  # *between 1190 and 1180 BC*
        return plain if int(plain) <= 2100 else ""
    return None


_FIRST_OF_TWO = re.compile(r"(?<!\d)(?P<first>\d{2,4})/$")


def second_of_two(text: str, start: int, digits: str, step: int = 1) -> int | None:
    """The second of two years one after the other, which a slash joins and whose last digits stand at an offset; None for anything else.

    >>> second_of_two("In 433/2 BC", 7, "2", -1), second_of_two("In 870/71", 7, "71"), second_of_two("In 867/80", 7, "80")
    (432, 871, None)
    """
    first = _FIRST_OF_TWO.search(text, max(0, start - 5), start)
    if first is None:
        return None
    year = int(first["first"]) + step
    return year if str(year).endswith(digits) else None


_OF_THAT_ERA = re.compile(
    r"(?:\s?[-–—/]\s?|,?\s(?:to|and|or|until|till|through)\s(?:c\.\s?|ca\.\s?|about\s|around\s)?)(?P<other>[1-9]\d{0,3})\s?(?:BC|B\.\s?C)"
)
"""The other end of a range, with the era of both."""
_AN_AGE = 1000
"""Years that a range before our era spans at most."""
_WHICH_YEAR = re.compile(r"(?P<next>following|next|after)|(?P<last>previous|preceding|last|before)", re.IGNORECASE)


def year_shift(match: re.Match[str]) -> Shift | None:
    """The shift that *of that year*, *of the following year* ask for; None without such words.

    >>> found = re.match(r"May of the (?P<which_year>following year)", "May of the following year")
    >>> year_shift(found)
    Shift(base='clock', unit='year', count=1)
    """
    which = group_of(match, "which_year")
    if not which:
        return None
    said = _WHICH_YEAR.search(which)
    return Shift("clock", "year", 0 if said is None else 1 if said["next"] else -1)


# --------------------------------------------------------------------------------------------------------- absolute


def open_date(value: str, *, mod: str | None = None, shift: Shift | None = None) -> Timex:
    """A date as it is written, parts of it open or not; resolution gives it its span.

    >>> date = open_date("XXXX-11-06", shift=Shift("clock", "year", 0))
    >>> date.granularity, date.derivation
    ('day', 'unresolved')
    """
    granularity = _granularity(value)
    kind = "TIME" if "T" in value else "DATE"
    derivation = "explicit" if "X" not in value and shift is None else "unresolved"
    return Timex(kind, value, mod, granularity=granularity, derivation=derivation, shift=shift)


@lru_cache(maxsize=4096)
def _granularity(value: str) -> str | None:
    body = value.lstrip("-")
    if "T" in body:
        return "time"
    if re.fullmatch(r"[\dX]{4}-(?:SP|SU|FA|WI|H\d|Q\d)", body):
        return "season"
    if re.fullmatch(r"[\dX]{4}-W(?:XX|\d\d)(?:-\d)?", body):
        return "day" if body.count("-") == 2 else "week"
    return {2: "century", 3: "decade", 4: "year", 7: "month", 10: "day"}.get(len(body))


def part_code(match: re.Match[str], name: str = "daypart") -> str | None:
    """The TIMEX3 code of a part of day (``TMO``); None if the match has none.

    >>> found = re.match(r"that (?P<daypart>morning)", "that morning")
    >>> part_code(found)
    'TMO'
    """
    part = group_of(match, name)
    return "T" + date_vocabulary().dayparts[part.lower()] if part else None


def clock_code(match: re.Match[str]) -> str | None:
    """The TIMEX3 code of a clock time (``T17:30``); None if the match has none.

    >>> found = re.match(r"(?P<hour>[0-9]+):(?P<minute>[0-9]+) (?P<half>pm)", "5:30 pm")
    >>> clock_code(found)
    'T17:30'
    """
    hour, minute, half = group_of(match, "hour"), group_of(match, "minute"), group_of(match, "half")
    if not hour:
        return None
    h = int(hour) % 12 if half else int(hour)
    if half and half[0] in "Pp":
        h += 12
    return f"T{h:02d}:{minute or '00'}" if h <= 24 else None


def hours_code(match: re.Match[str]) -> str | None:
    """The TIMEX3 code of the part of a day that some hours are of; None if the match has none.

    >>> found = re.match(r"the (?P<hours>early) hours of the (?P<hours_part>night)", "the early hours of the night")
    >>> hours_code(found)
    'TNI'
    """
    hours = group_of(match, "hours")
    return part_code(match, "hours_part") or ("T" + date_vocabulary().hours[hours.lower()] if hours else None)


def part_modifier(match: re.Match[str]) -> str | None:
    """START or END for an early or late part of a day.

    >>> found = re.match(r"(?P<part_mod>late) afternoon", "late afternoon")
    >>> part_modifier(found)
    'END'
    """
    hours = group_of(match, "hours")
    if hours:
        return "START" if date_vocabulary().hours[hours.lower()] == "MO" else "END"
    said = group_of(match, "early") or group_of(match, "part_mod") or ""
    return "START" if "early" in said.lower() else "END" if "late" in said.lower() else None


def open_year(year: str | None) -> Shift | None:
    """The shift of a date that leaves its year open; None where the year is known.

    >>> open_year(None), open_year('1940')
    (Shift(base='clock', unit='year', count=None), None)
    """
    return Shift("clock", "year", None) if year is None else None


def direction_of(which: str) -> int:
    """1, -1 or 0 for *next*, *last* and *that*.

    >>> direction_of("the following"), direction_of("the previous"), direction_of("that same")
    (1, -1, 0)
    """
    if re.search(r"next|following|coming|subsequent|ensuing|succeeding", which, re.IGNORECASE):
        return 1
    return -1 if re.search(r"previous|preceding|prior|past|last", which, re.IGNORECASE) else 0


WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

OPEN_VALUES = {
    "day": "XXXX-XX-XX",
    "date": "XXXX-XX-XX",
    "moment": "XXXX-XX-XXTXX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "fortnight": "XXXX-WXX",
    "month": "XXXX-XX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
    "millennium": "X",
    "night": "XXXX-XX-XXTNI",
    "hour": "XXXX-XX-XXTXX",
    "minute": "XXXX-XX-XXTXX",
    "second": "XXXX-XX-XXTXX",
}


def unit_of(name: str) -> str:
    """The unit that a name or plural means.

    >>> unit_of("days"), unit_of("centuries"), unit_of("fortnight")
    ('day', 'century', 'fortnight')
    """
    units = date_vocabulary().units
    plain = name.lower()
    return units.plural.get(plain) or (plain if plain in units.letters else plain.removesuffix("s"))


def letters_of(unit: str) -> str:
    """The letters of a unit in a TIMEX3 duration.

    >>> letters_of("day"), letters_of("week"), letters_of("century")
    ('D', 'W', 'CE')
    """
    return date_vocabulary().units.letters[unit]


def duration_value(amount: str, unit: str) -> str:
    """The TIMEX3 value of an amount of a unit.

    >>> duration_value("3", "day"), duration_value("18", "hour"), duration_value("2", "century")
    ('P3D', 'PT18H', 'P2CE')
    """
    letters = letters_of(unit)
    if unit == "fortnight":
        return "P2W" if amount == "1" else "PXW"
    if unit == "decade" and amount.isdigit() and amount != "1":
        return f"P{int(amount) * 10}Y"
    return f"PT{amount}{letters[1:]}" if letters.startswith("T") else f"P{amount}{letters}"
