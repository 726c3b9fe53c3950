"""Parts of the patterns, built once from the vocabulary: named groups, to be read by name and never by number."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from pipeline.rules.dates import date_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["TH", "Parts", "any_of", "fill", "parts"]

Parts = dict[str, str]
_Branches = dict[str, "_Branches"]
"""Words by their first letter, those by their next; the empty one where a word ends."""

_YEAR = (
    r"(?:(?P<era_before#><<BEFORE_YEAR>>)(?P<year_ad#>\d{1,4})\b|(?P<year_era#>\d{1,5})\s?(?P<era#><<ERA>>)"
    r"|(?P<year#>[12]\d{3})(?=[-–—/]\d|\b)(?:<<IN_YEAR>>|<<NO_YEAR>>))"
)
_WORTH_A_LOOK = 4
TH = r"(?:st|nd|rd|th|(?<=[23])d)"
"""What makes a number an ordinal, as it was once written too (*the 2d and 3d of July*)."""


def any_of(words: Iterable[str]) -> str:
    r"""An alternation of words and phrases, longest first; spaces match any white space, apostrophes either kind.

    >>> any_of(["May", "May Day", "Michaelmas"])
    'M(?:ay(?:\\s+Day)?|ichaelmas)'
    """
    root: _Branches = {}
    for word in sorted(set(words)):
        at = root
        for piece in re.split(r"(\s+|.)", word)[1::2]:
            at = at.setdefault(r"\s+" if piece.isspace() else "['’]" if piece == "'" else re.escape(piece), {})
        at[""] = {}
    if len(root) < _WORTH_A_LOOK:
        return _alternation(root)
    # Without regard to case, one look at the first letter is cheaper than as many as there are branches.
    initials = "".join(sorted({word[0] for word in words}))
    return f"(?:(?=[{re.escape(initials)}’]){_alternation(root)})"


def _alternation(branches: _Branches) -> str:
    """What the words have in common is written once: one word after the other is tried nearly always in vain."""
    longer = [piece + _alternation(after) for piece, after in branches.items() if piece]
    if not longer:
        return ""
    many = len(longer) > 1 or ("" in branches and len(longer[0]) > 1)
    joined = f"(?:{'|'.join(longer)})" if many else longer[0]
    return f"{joined}?" if "" in branches else joined


def fill(pattern: str, extra: Parts | None = None) -> re.Pattern[str]:
    """A verbose pattern with its ``<<NAME>>`` parts put in, parts within parts too.

    >>> re.search(fill("<<MONTH_NAME>>"), "on 3 May 1809")[0]
    'May'
    """
    known = parts() | (extra or {})
    while "<<" in pattern:
        pattern = re.sub(r"<<(\w+)>>", lambda m: known[m[1]], pattern)
    return re.compile(pattern, re.VERBOSE)


@cache
def parts() -> Parts:
    """The parts by name. Month and weekday names are read with their capital, all other words in any case."""
    words = date_vocabulary()
    mods = words.modifiers
    units = [*words.units.letters, *(f"{u}s" for u in words.units.letters), *words.units.plural]
    tens = [word for word, number in words.numbers.items() if number >= 20]
    ones = [word for word, number in words.numbers.items() if number < 10 and word not in ("a", "an")]
    shifts = "later|earlier|before|after|afterwards?|previously|prior|beforehand|ago|hence"
    return {
        "MONTH_NAME": rf"(?:{any_of([*words.months.full, *(m.upper() for m in words.months.full)])}(?![\w’']|-\w)"
        rf"|{any_of([*words.months.full])}(?=['’-])|{any_of(words.months.short)}\b\.?)",
        "WEEKDAY_NAME": rf"(?:{any_of(words.weekdays.full)}\b|{any_of(words.weekdays.short)}\b\.?)",
        "SEASON_NAME": f"(?i:{any_of(words.seasons)})\\b",
        "DAYPART_NAME": f"(?i:{any_of(words.dayparts)})\\b",
        "HOURS_OF": rf"(?i:(?:the\s)?(?:very\s)?(?P<hours>{any_of(words.hours)})\shours)\sof\s(?:the\s(?:(?P<hours_part><<DAYPART_NAME>>)\s(?:of|on)\s(?:the\s)?)?)?",
        "HOLIDAY_NAME": f"{any_of(words.holiday_names)}(?![\\w-])",
        "UNIT_NAME": f"(?i:{any_of(units)})\\b",
        "NUMBER": rf"(?:\d{{1,3}}(?:,\d{{3}})*(?:\.\d+)?|(?i:{any_of(tens)}[-\s]{any_of(ones)}|(?:{any_of(words.numbers)}[-\s])?(?:hundred|thousand)"
        rf"|{any_of(words.numbers)}|half|hundreds|dozens|tens|scores)\b)",
        "VAGUE": f"(?i:{any_of(words.vague.words)})\\b",
        "BOUND": f"(?i:{any_of(words.bounds)})\\b",
        "TH": TH,
        "ORDINAL": rf"(?:\d{{1,3}}{TH}\b|(?i:{any_of(words.ordinals)})\b)",
        "MODIFIER": rf"(?i:{any_of([*mods.START, *mods.MID, *mods.END])})(?:\b|(?<=\.))",
        "ABOUT": rf"(?i:{any_of(mods.APPROX)})(?:\b|(?<=\.))",
        "DECADE_NAME": f"(?i:{any_of(words.decades)})\\b",
        "ERA": r"(?:B\.\s?C\.(?:\s?E\.?)?|B\.C\b|BCE?\b|A\.D\.|AD\b|C\.E\.|CE\b|bce?\b)",
        "BEFORE_YEAR": r"(?:A\.?\s?D\.?|CE|AH|B\.\s?C\.(?:\s?E\.)?|BCE?)\s",
        # No year: thousands ("2,016 men"), decimals, letters ("1080p"), things counted ("1500 men"), currency.
        "NO_YEAR": rf"(?!\d|,\d{{3}}(?!\d)|\.\d|[A-Za-z°%]|-[A-Z]\b|\s?[°%×]|\s(?i:{any_of(words.quantities.after)})\b"
        rf"|\s?(?:lb|kg|km|mm|m|ft|hp|hrs?)\b|\s?(?:[-–—]|to|or)\s?\d[\d,.]*\s(?i:{any_of(words.quantities.after)})\b|-(?i:foot|man|strong|mile|metre|meter|kilomet|pound|member|ton|year))",
        # After these a number is a year whatever stands behind it ("in 1943 partisans …").
        "IN_YEAR": r"(?:(?<=\b[Ii]n\s\d{4})|(?<=\b[Bb]y\s\d{4})|(?<=\b[Ss]ince\s\d{4})|(?<=\b[Uu]ntil\s\d{4})"
        r")(?!\d|,\d{3}(?!\d)|\.\d|[A-Za-z°%])(?!\s(?:m|ft|km)\b)",
        "DAY_NUMBER": r"(?:0?[1-9]|[12]\d|3[01])",
        "SHIFT": f"(?i:{shifts}|into(?=\\s(?:the|this|his|her|its|their)\\s))\\b",
        "SAME": r"(?i:(?:the|that|this)\s(?:very\s)?same|the\svery|that|this)",
        "NEXT": r"(?i:(?:the\s)?(?:very\s)?(?:next|following|coming|subsequent|ensuing|succeeding)|the\snew(?=\syear\b))",
        "LAST": r"(?i:(?:the\s)?(?:previous|preceding|prior|past|last))",
        "YEAR_PHRASE": r"(?:of\s)?(?P<which_year>(?i:the\syear\s(?:after|before)(?=[,.;:)]|\sand\b|$)"
        r"|(?:(?:that|this|the)(?:\svery)?(?:\ssame)?|the\s(?:following|next|previous|preceding)|(?:next|last))\syear))(?![\w’'])",
        "YEAR": _YEAR.replace("#", ""),
        # After a month, season or feast a number of four digits is its year, whatever stands behind it ("31 March 2004 insurgents …").
        "YEAR_OF_MONTH": _YEAR.replace("#", "").replace(
            "(?:<<IN_YEAR>>|<<NO_YEAR>>)", r"(?!\d|,\d{3}(?!\d)|[A-Za-z°%])"
        ),
        # Second and third year of one pattern: their groups need names of their own.
        "YEAR_2": _YEAR.replace("#", "_2"),
        "YEAR_3": _YEAR.replace("#", "_3"),
        # What an ordinal counts when it is no day of the month.
        "COUNTED": any_of(words.counted.words),
        "SETS": any_of(words.sets),
        "DEICTICS": any_of(words.deictics),
    }
