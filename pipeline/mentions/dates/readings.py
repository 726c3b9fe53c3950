"""What the patterns mean: a match → its TIMEX3 value, with the parts that the words leave open as ``X`` and the shift they ask for."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from pipeline.mentions.dates.absolute import month_number, read_absolute
from pipeline.rules.dates import date_vocabulary
from pipeline.timex import Shift, Timex, span_of, written_year

__all__ = ["number_of"]

_UNKNOWN = "XXXX"


def _get(match: re.Match[str], name: str) -> str | None:
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


def _nth(text: str) -> int | None:
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


def _modifier(match: re.Match[str]) -> str | None:
    for name in ("modifier", "inner_modifier", "part_mod", "early"):
        said = _get(match, name)
        if said:
            words = re.sub(r"^(?:the|very)\s|\s(?:in|on)$", "", " ".join(said.lower().split()).rstrip("-"))
            found = _modifiers().get(words) or _modifiers().get(words.strip())
            if found and (name in ("modifier", "inner_modifier") or found):
                return found
            whole = _modifiers().get(" ".join(said.lower().split()))
            if whole:
                return whole
    return "APPROX" if _get(match, "about") else None


# ------------------------------------------------------------------------------------------------------------ years


def _year(match: re.Match[str], suffix: str = "") -> str | None:
    """The written year of a match, None if it gives none, empty if the number can be no year."""
    before = _get(match, f"year_ad{suffix}")
    if before:
        return written_year(int(before)) if int(before) else ""
    with_era = _get(match, f"year_era{suffix}")
    if with_era:
        era = match[f"era{suffix}"].upper().replace(".", "").replace(" ", "")
        number = int(with_era)
        if not number or number > 9999:
            return ""
        return written_year(-number if era.startswith("BC") else number)
    plain = _get(match, f"year{suffix}")
    if plain:
        return plain if int(plain) <= 2100 else ""
    return None


_WHICH_YEAR = re.compile(r"(?P<next>following|next)|(?P<last>previous|preceding|last)", re.IGNORECASE)


def _year_shift(match: re.Match[str]) -> Shift | None:
    which = _get(match, "which_year")
    if not which:
        return None
    said = _WHICH_YEAR.search(which)
    return Shift("clock", "year", 0 if said is None else 1 if said["next"] else -1)


# --------------------------------------------------------------------------------------------------------- absolute


def _date(value: str, **more: str | Shift | None) -> Timex:
    """An absolute or open date; its span is filled in where the value is whole."""
    mod, shift = more.get("mod"), more.get("shift")
    granularity = _granularity(value)
    kind = "TIME" if "T" in value else "DATE"
    derivation = "explicit" if "X" not in value and shift is None else "unresolved"
    return Timex(
        kind,
        value,
        mod if isinstance(mod, str) else None,
        granularity=granularity,
        derivation=derivation,
        shift=shift if isinstance(shift, Shift) else None,
    )


def _granularity(value: str) -> str | None:
    body = value.lstrip("-")
    if "T" in body:
        return "time"
    if re.fullmatch(r"[\dX]{4}-(?:SP|SU|FA|WI|H\d|Q\d)", body):
        return "season"
    if re.fullmatch(r"[\dX]{4}-W(?:XX|\d\d)(?:-\d)?", body):
        return "day" if body.count("-") == 2 else "week"
    return {2: "century", 3: "decade", 4: "year", 7: "month", 10: "day"}.get(len(body))


def _part_code(match: re.Match[str], name: str = "daypart") -> str | None:
    part = _get(match, name)
    return "T" + date_vocabulary().dayparts[part.lower()] if part else None


def _clock_code(match: re.Match[str]) -> str | None:
    hour, minute, half = _get(match, "hour"), _get(match, "minute"), _get(match, "half")
    if not hour:
        return None
    h = int(hour) % 12 if half else int(hour)
    if half and half[0] in "Pp":
        h += 12
    return f"T{h:02d}:{minute or '00'}" if h <= 24 else None


def read_calendar(match: re.Match[str]) -> Timex | None:
    """A date with a month: day, year, weekday, part of day and clock time as far as given."""
    month = month_number(match["month"])
    day_text = match["day"] or match["day_after"]
    day = int(day_text) if day_text else _nth(match["day_word"]) if match["day_word"] else None
    year = _year(match)
    if not month or year == "":
        return None
    short = match["month"].rstrip(".").lower() not in {name.lower() for name in date_vocabulary().months.full}
    if short and day is None and year is None:
        return None
    value = f"{year or _UNKNOWN}-{month:02d}"
    if day is not None:
        if day > 31 or span_of(f"{year or '2000'}-{month:02d}-{day:02d}") is None:
            return None
        value += f"-{day:02d}"
    code = _part_code(match) or _clock_code(match)
    if code:
        value += (("" if day is not None else "-XX") + code) if code != "TDA" or _get(match, "hour") else ""
    mod = "START" if code == "TDA" and not match["modifier"] else _modifier(match)
    if code and code != "TDA":
        mod = _get_part_modifier(match)
    return _date(value, mod=mod, shift=_year_shift(match) or _open_year(year))


def _get_part_modifier(match: re.Match[str]) -> str | None:
    said = _get(match, "early") or _get(match, "part_mod") or ""
    return "START" if "early" in said.lower() else "END" if "late" in said.lower() else None


def _open_year(year: str | None) -> Shift | None:
    return Shift("clock", "year", None) if year is None else None


def read_iso(match: re.Match[str]) -> Timex | None:
    """A date written as ISO 8601."""
    return _date(match["iso"]) if read_absolute(match["iso"]) else None


def read_numeric(match: re.Match[str]) -> Timex | None:
    """A date in numbers, day first; left alone where day and month could change places."""
    text = match["numeric"]
    first, second = (int(n) for n in re.split(r"[./]", text)[:2])
    if first <= 12 and second <= 12 and match["mark"] == "/":
        return None
    found = read_absolute(text)
    return _date("{:04d}-{:02d}-{:02d}".format(*found)) if found else None


def read_day_in_list(match: re.Match[str]) -> Timex | None:
    """The first days of a list or range whose month comes later (*6* in *6–7 January*)."""
    month, day = month_number(match["month"]), int(match["day"])
    if not month or span_of(f"2000-{month:02d}-{day:02d}") is None:
        return None
    code = _part_code(match) or ""
    return _date(f"{_UNKNOWN}-{month:02d}-{day:02d}{code}", shift=Shift("next", "year", 0))


def read_year_alone(match: re.Match[str]) -> Timex | None:
    """A year, or a season after its year."""
    year = _year(match)
    if not year:
        return None
    season = match["season"]
    value = f"{year}-{date_vocabulary().seasons[season.lower()]}" if season else year
    return _date(value, mod=_modifier(match))


def read_short_year(match: re.Match[str]) -> Timex | None:
    """The last two digits of a year, after a dash or an apostrophe; the century comes from the year before."""
    digits = match["short"] or match["apostrophe"]
    return _date(f"XX{digits}", shift=Shift("previous", "century", 0))


def read_decade(match: re.Match[str]) -> Timex | None:
    """A decade, by number or by name."""
    word = _get(match, "decade_word")
    if word:
        return _date(
            f"XX{date_vocabulary().decades[word.lower()]}", mod=_modifier(match), shift=Shift("clock", "century", 0)
        )
    short = match["short"]
    if short:
        return _date(f"XX{short}", mod=_modifier(match), shift=Shift("clock", "century", 0))
    number = int(match["decade"])
    era = (match["era"] or "").upper()
    if not era and not 100 <= number <= 210:
        return None
    return _date(f"{'-' if era.startswith('B') else ''}{number:03d}", mod=_modifier(match))


def read_century(match: re.Match[str]) -> Timex | None:
    """A century; the 19th is ``18``, the 4th BC ``-03``."""
    nth = _nth(match["nth"])
    if not nth or nth > 30:
        return None
    era = (match["era"] or "").upper()
    return _date(f"{'-' if era.startswith('B') else ''}{nth - 1:02d}", mod=_modifier(match))


def read_season(match: re.Match[str]) -> Timex | None:
    """A season, with its year if the words give one."""
    year = _year(match)
    if year == "":
        return None
    season = date_vocabulary().seasons[match["season"].lower()]
    shift = _year_shift(match) or _open_year(year)
    if match["which"] and year is None:
        shift = Shift("clock", "season", _direction(match["which"]))
    return _date(f"{year or _UNKNOWN}-{season}", mod=_modifier(match), shift=shift)


def _direction(which: str) -> int:
    if re.search(r"next|following|coming|subsequent|ensuing|succeeding", which, re.IGNORECASE):
        return 1
    return -1 if re.search(r"previous|preceding|prior|past|last", which, re.IGNORECASE) else 0


def read_holiday(match: re.Match[str]) -> Timex | None:
    """A named day; movable feasts keep an open month and day."""
    year = _year(match)
    if year == "":
        return None
    name = " ".join(match["holiday"].split()).replace("’", "'")
    place = date_vocabulary().holidays[name]
    value = f"{year or _UNKNOWN}-{place}" + (_part_code(match) or "")
    return _date(value, shift=_year_shift(match) or _open_year(year))


_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def read_weekday(match: re.Match[str]) -> Timex | None:
    """A day of the week without a date."""
    if match["weekday"].rstrip(".") not in date_vocabulary().weekdays.full:
        return None
    day = _WEEKDAYS.index(match["weekday"][:3].lower()) + 1
    which = match["which"]
    return _date(
        f"XXXX-WXX-{day}" + (_part_code(match) or ""),
        shift=Shift("clock", "weekday", _direction(which) if which else None),
    )


def read_clock(match: re.Match[str]) -> Timex | None:
    """A time of day; its date is the narrative's."""
    code = _clock_code(match)
    if match["hour_24"]:
        code = f"T{int(match['hour_24']):02d}:{match['minute_24']}"
    elif match["military"]:
        code = f"T{match['military'][:2]}:{match['military'][2:]}"
    elif match["hour_word"]:
        hour = number_of(match["hour_word"])
        code = f"T{int(hour):02d}:00" if hour and hour <= 24 else None
    return _date(f"XXXX-XX-XX{code}", shift=Shift("clock", "part", 0)) if code else None


def read_continuation(match: re.Match[str], first: Timex) -> Timex | None:
    """A further day of the month that ``first`` is a day of; the year it gives counts for both."""
    year, day = _year(match), int(match["day"])
    month = first.value.lstrip("-").split("-")[1]
    if year == "" or span_of(f"2000-{month}-{day:02d}") is None:
        return None
    if year is None and first.shift is None:  # "April 6, 1917 and 7": the year stands before
        return (
            _date(f"{first.value[:-5]}{month}-{day:02d}") if re.fullmatch(r"-?\d{4}-\d\d-\d\d", first.value) else None
        )
    return _date(f"{year or _UNKNOWN}-{month}-{day:02d}", shift=_open_year(year))


def read_ordinal_day(match: re.Match[str]) -> Timex | None:
    """A day of the month that the narrative stands in (*on the 20th*)."""
    return _date(f"XXXX-XX-{int(match['day']):02d}", shift=Shift("clock", "month", 0))


# --------------------------------------------------------------------------------------------------------- relative


_OPEN = {
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


def _unit(name: str) -> str:
    units = date_vocabulary().units
    plain = name.lower()
    return units.plural.get(plain) or (plain if plain in units.letters else plain.removesuffix("s"))


def read_same(match: re.Match[str]) -> Timex | None:
    """A unit, part of day or month told by its place beside the narrative's (*that day*, *the following month*)."""
    count = 1 if match["next"] else -1 if match["last"] else 0
    later, mod = match["later"], _modifier(match)
    if match["the"] and not (later or mod):
        return None
    if match["daypart"]:
        if match["the"] and not match["inner_modifier"]:
            return None
        code = _part_code(match)
        early = "START" if (match["modifier"] or match["inner_modifier"] or "").lower().startswith("early") else None
        return _date(f"XXXX-XX-XX{code}", mod=early, shift=Shift("clock", "part", count))
    if match["month"]:
        month = month_number(match["month"])
        if not month or match["the"]:
            return None
        return _date(f"XXXX-{month:02d}", mod=mod, shift=Shift("clock", "season", count))
    unit = "day" if match["unit"].lower() == "date" else _unit(match["unit"])
    if match["last"] and match.string[match.end() : match.end() + 4] == " of ":
        return None  # "the last week of August" is a length of time
    return _date(_OPEN[unit], mod=mod, shift=Shift("clock", unit, count))


def read_units_end(match: re.Match[str]) -> Timex | None:
    """The edge of the narrative's unit (*month's end*)."""
    unit = _unit(match["unit"])
    mod = "START" if match["edge"].lower() in ("start", "beginning") else "END"
    return _date(_OPEN[unit], mod=mod, shift=Shift("clock", unit, 0))


_EARLIER = re.compile(r"earlier|before|prior|previously|beforehand|ago", re.IGNORECASE)
_SHIFT_MODS = {
    ("MORE_THAN", True): "ON_OR_BEFORE",
    ("LESS_THAN", True): "ON_OR_AFTER",
    ("MORE_THAN", False): "AFTER",
    ("LESS_THAN", False): "BEFORE",
}


def read_shifted(match: re.Match[str]) -> Timex | None:
    """A date so many units from another one (*two days later*, *a year before*); open where the number is vague."""
    unit = _unit(match["unit"])
    said = match["shift"] or "after"
    earlier = bool(_EARLIER.match(said))
    number = 1 if match["the"] else number_of(match["count"]) if match["count"] else None
    plural = match["unit"].lower().endswith("s") or _unit(match["unit"]) != match["unit"].lower()
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
    return _date(_OPEN[unit], mod=mod, shift=Shift(base, unit, -int(number) if earlier else int(number)))


def read_nth(match: re.Match[str]) -> Timex | None:
    """A day counted from the first day of what is told (*on the fourth day*)."""
    edge = match["edge"]
    count = _nth(match["nth"]) if match["nth"] else None
    unit = match["unit"].lower()
    value = "XXXX-XX-XX" if unit == "day" else f"XXXX-XX-XXT{date_vocabulary().dayparts[unit]}"
    if edge and edge.lower() == "opening":
        count = 1
    return _date(value, mod=_modifier(match), shift=Shift("day_one", "day", count - 1 if count else None))


def read_daypart(match: re.Match[str]) -> Timex | None:
    """A part of day by itself (*night*, *one afternoon*)."""
    code = _part_code(match)
    mod = "START" if "early" in (match["early"] or match["part_mod"] or "").lower() else None
    det = (match["det"] or "").lower()
    shift = (
        Shift("clock", "part", 0)
        if det in ("the", "one", "a", "an") or match["early"]
        else Shift("clock", "part", None)
    )
    return _date(f"XXXX-XX-XX{code}", mod=mod, shift=shift)


def read_half(match: re.Match[str]) -> Timex | None:
    """A half or quarter of a year, season or month."""
    first = match["half"].lower() in ("first", "early")
    year = _year(match, "_3") or _year(match) or _year(match, "_2")
    what = match["what"].lower()
    mod = "START" if first else "END"
    if match["month"]:
        month = month_number(match["month"])
        return _date(f"{year or _UNKNOWN}-{month:02d}", mod=mod, shift=_open_year(year)) if month else None
    if match["season"]:
        season = date_vocabulary().seasons[match["season"].lower()]
        return _date(f"{year or _UNKNOWN}-{season}", mod=mod, shift=_open_year(year))
    if match["the_unit"]:
        unit = _unit(match["the_unit"].split()[-1])
        if unit == "year" and what == "half":
            return _date(f"XXXX-{'H1' if first else 'H2'}", shift=Shift("clock", "year", 0))
        return _date(_OPEN[unit], mod=mod, shift=Shift("clock", unit, 0))
    if not year:
        return None
    if what == "half":
        return _date(f"{year}-{'H1' if first else 'H2'}")
    if what == "quarter":
        return _date(f"{year}-{'Q1' if first else 'Q4' if match['half'].lower() in ('last', 'final') else 'Q2'}")
    return _date(year, mod=mod)


def read_rest(match: re.Match[str]) -> Timex | None:
    """What remains of a unit (*the rest of the year*)."""
    year = _year(match)
    if year:
        return _date(year)
    if year == "" or not match["the_unit"]:
        return None
    unit = _unit(match["the_unit"].split()[-1])
    return _date(_OPEN[unit], shift=Shift("clock", unit, 0))


# ------------------------------------------------------------------------------------------- durations and references


def read_set(match: re.Match[str]) -> Timex | None:
    """Times that return (*every day*, *daily*), and rates (*per month*)."""
    word = match["set"]
    if word:
        return Timex("SET", date_vocabulary().sets[word.lower()])
    name = match["unit"]
    if name in date_vocabulary().weekdays.full:
        return Timex("SET", f"XXXX-WXX-{_WEEKDAYS.index(name[:3].lower()) + 1}")
    if name.lower() in date_vocabulary().weekdays.short or name.rstrip(".") in date_vocabulary().weekdays.short:
        return None
    unit = _unit(name)
    if match["every"].lower() == "per":
        return Timex("SET", f"P1{_letters(unit)}")
    return Timex("SET", _OPEN[unit])


def _letters(unit: str) -> str:
    return date_vocabulary().units.letters[unit]


def _duration(amount: str, unit: str) -> str:
    letters = _letters(unit)
    if unit == "fortnight":
        return "P2W" if amount == "1" else "PXW"
    if unit == "decade" and amount.isdigit() and amount != "1":
        return f"P{int(amount) * 10}Y"
    return f"PT{amount}{letters[1:]}" if letters.startswith("T") else f"P{amount}{letters}"


def read_duration(match: re.Match[str]) -> Timex | None:
    """A length of time (*three days*, *the last two weeks*, *a month-long*)."""
    name, count = match["unit"], match["count"]
    unit = _unit(name)
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
    value = Timex("DURATION", _duration(amount, unit), bound, derivation="explicit")
    return _week_of_month(match, value) if unit == "week" and amount == "1" and match["which"] else value


_WEEKS = {"first": 1, "second": 8, "third": 15, "fourth": 22, "last": 0, "final": 0}
_OF_MONTH = re.compile(r"\s(?:of|in)\s(?P<month>[A-Z][a-z]+)\b(?:,?\s(?P<year>[12]\d{3})\b)?")


def _week_of_month(match: re.Match[str], value: Timex) -> Timex:
    """A week with the days that its month gives it (*the last week of August*): the first is days 1 to 7, the last the last seven."""
    said = _OF_MONTH.match(match.string, match.end())
    first = _WEEKS.get(match["which"].lower().removeprefix("very "))
    if not said or first is None or said["month"] not in date_vocabulary().months.full:
        return value
    year, month = said["year"] or _UNKNOWN, month_number(said["month"])
    whole = span_of(f"{said['year'] or '2001'}-{month:02d}")
    last = first + 6 if first else int(whole.end[-2:]) if whole else 28
    start, end = (f"{year}-{month:02d}-{day:02d}" for day in (last - 6, last))
    return replace(value, start=start, end=end, granularity="week")


def read_attributive(match: re.Match[str]) -> Timex | None:
    """A length of time that stands before a noun (*two-week*, *month-long*)."""
    unit = _unit(match["unit"])
    number = number_of(match["count"]) if match["count"] else 1
    if number is None:
        return None
    amount = f"{number + (0.5 if match['and_half'] else 0):g}"
    return Timex("DURATION", _duration(amount, unit), derivation="explicit")


def read_deictic(match: re.Match[str]) -> Timex | None:
    """A word that points at present, past or future."""
    value = date_vocabulary().deictics[" ".join(match["deictic"].lower().split())]
    if value.startswith("X"):
        return _date(value, shift=Shift("document", "day", None))
    return Timex("DATE", value, derivation="explicit")


def read_time(match: re.Match[str]) -> Timex | None:
    """A time told by its sameness (*at the same time*, *this period*), or a length without number (*a short time*)."""
    if match["some"]:
        return Timex("DURATION", "PXX", derivation="explicit")
    if match["same"] or match["this"]:
        return Timex("DATE", "PRESENT_REF", derivation="unresolved", shift=Shift("clock", "span", 0))
    return Timex("DATE", "PRESENT_REF", derivation="unresolved")


def read_anniversary(match: re.Match[str]) -> Timex | None:
    """The day on which something returns; the something tells it, so it stays open."""
    return _date("XXXX-XX-XX", shift=Shift("event", "day", 0))


def read_ancient_year(match: re.Match[str]) -> Timex | None:
    """A year of three digits whose era stands beside it or in the text before."""
    value = f"0{match['ancient']}"
    return _date(value, mod=_modifier(match), shift=Shift("next" if match["beside"] else "clock", "era", 0))


def read_period(match: re.Match[str]) -> Timex | None:
    """A stretch of time with a name or a description (*the ceasefire period*, *a sixty-day period*)."""
    length = re.fullmatch(r"(?P<count>[\w-]+)-(?P<unit>\w+)", _get(match, "adjective") or "")
    if length and _unit(length["unit"]) in _OPEN:
        number = number_of(length["count"])
        return Timex("DURATION", _duration(f"{number or 'X'}", _unit(length["unit"])), derivation="explicit")
    return Timex("DURATION", "PXX", derivation="explicit")
