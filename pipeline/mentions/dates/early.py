"""Years of three digits: which texts tell of times that had them, and what they are the years of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.frozen import replace
from pipeline.mentions.dates.values import second_of_two
from pipeline.timex import Shift, Timex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.records import Mention

__all__ = ["CLOSED_AFTER", "early_years", "is_early_year"]

_GOES_ON = (
    r"following|upon|due|despite|amid|in|on|at|by|to|or|from|with|under|near|when|while|where|which|the|an?|he|she|it|they|his|her|their|its|and|but|after|before"
    r"|until|against|through|across|into|during|along|as|for|then|because|between|over|[a-z]+ed|some|many|most|both|several|all|took|made|won|lost"
    r"|led|sent|rose|fled|gave|went|left|broke|set|drove|laid|put|fell|met|(?:one|two|three|four|five|six|seven|eight|nine|ten)(?!-)"
)
"""Words with which a sentence goes on behind a year, and that no number counts."""
CLOSED_AFTER = re.compile(
    rf"\s\(|\s[–—-]\s|\s(?:{_GOES_ON}|of|that|was|were|is|had|has|have|would|could|did|only|also|not|saw|brought|began|came|found|passed|towards?|who|whose|again|however"
    r"|this|these|those|there|held|fought|slew|became|overran|overthrew|withdrew|retook|swore|sold|sought|threw|struck|bought|built|beat)\b"
)
"""What stands behind a number or season that counts or describes nothing."""

_CLOSED = rf"(?=[;:)]|[,.](?!\d)|[–/-](?=\d)|$|\s\(|\s[–—-]\s|\s(?:{_GOES_ON}|without|off)\b)"
"""What stands behind a year, not behind a number that counts something."""
_BEHIND = re.compile(
    rf",?\s(?:of\s)?(?P<year>[1-9]\d\d)(?!\d){_CLOSED}|\s(?:of\s)?(?P<before_name>[1-9]\d\d)(?=\s[A-Z])|\s(?:of\s)?(?P<short>[1-9]\d)(?!\d){_CLOSED}"
)
"""A year of three digits behind a month or season (*on 10 October 732 near Tours*, *in the autumn of 294 Papirius*), or of two (*on 9 August 48 he won*)."""
_ENDS = re.compile(_CLOSED)
_OPENED = re.compile(r"(?<!\d)\d{3}[–-]$")
_OPEN = ("date/calendar", "date/season", "date/holiday")
_MODERN = re.compile(r"[12]\d{3}")
_YEAR_TOLD = re.compile(r"-?(?P<year>\d{4})")
_NEAR_YEARS = 30
"""Years between one that has an era and a number of two digits that is a year without saying so."""
_FEW = 2
"""Dates with four digits for each one with three but the first, beyond which a text is not of early times."""
_ANCIENT_BEFORE = re.compile(
    r"\b(?:in|by|as\sof|up\sto|until|till|since|from|before|after|year|between|(?:between|in|of|,)\s\d{3}\s(?:and|or)|from\s\d{3}\sto)\s$|\d{3}[–-]$",
    re.IGNORECASE,
)
_HEADS_LINE = re.compile(r"(?:\A|\n)(?:[-*•]\s?)?(?:[1-9]\d\d[–-])?$")
_OF_LINE = re.compile(r"[–-][1-9]\d\d(?:\s?:|\s[–—-]\s|\s*(?:\n|$))|\s?:\s|\s[–—-]\s[A-Z]|\s*(?:\n|$)")
"""What stands around the years that head a line (*410: Sack of Rome*, *406–410*)."""
_EITHER_BEFORE = re.compile(r"\b[Ii]n\s\d\d\sor\s$")
_SECOND_AFTER = re.compile(r"/(?P<digits>\d{1,3})(?!\d)")
_TWO_DIGITS_AFTER = re.compile(
    r"\sor\s\d\d(?!\d)\s[A-Z]|[,.;]\s|[,.;]?$|\s(?:he|she|it|they|the|his|her|its|their|a|an|and|[A-Z])\b|\s[A-Z]"
)
_IN_BEFORE = re.compile(r"\b[Ii]n\s$")
_A_NAME = re.compile(r"\s[A-Z]")
_A_WORD = re.compile(r"\s[a-z]")
_IN_OR_UNTIL_BEFORE = re.compile(r"\b(?:[Ii]n|until|since)\s$")
_ANCIENT_SPAN_BEFORE = re.compile(r"(?:\b(?:of|during)\s|\()$")
_SPAN_OF_YEARS_AFTER = re.compile(
    r"[–-]\d{3}(?!\d)(?=\s?[,;:.)]|$|\s(?:and|in|at|by|the|was|were|is|had|when|which|with|against|between|[a-z]+ed)\b)"
)
_ERA_BEFORE = re.compile(r"\b(?:AD|A\.D\.)\s\d{1,3}(?:\s(?:or|and|to)\s|\s?[–/-]\s?)$")
"""*in AD 60 or 61*: the other year of the era."""
_THEN_WHO = re.compile(r",\s(?:the|he|she|it|they|his|her|its|their|[A-Z]\w+)\s")
"""*Around 141, the Romans came*; not *Around 200, mostly civilians, died*."""
_LISTED_BEFORE = re.compile(r"\b[Ii]n\s(?:\d{3},\s)+$")
_LISTED_AFTER = re.compile(r"(?:,\s\d{3})*,?\sand\s\d{3}\b(?!\s[a-z]+s\b)")
_ANOTHER_BEFORE = re.compile(r"\b[Ii]n\s\d{3}\sor\s$")
_BEHIND_NAME = re.compile(r"\b[A-Z][\w’'-]*\s\($")


def early_years(text: str, found: Sequence[Mention[Timex]]) -> list[Mention[Timex]]:
    """The dates of a text, those that had three digits with their years if it tells of such times, else without them.

    >>> from pipeline import extract
    >>> [m.value.value for m in extract("He won on 10 October 732 near Tours. In 717, he had won at Vincy.").mentions.dates]
    ['0732-10-10', '0717']
    >>> [m.value.value for m in extract("On 10 October 1732 men came by 300, and on 5 May 300 left.").mentions.dates]
    ['1732-10-10', '1733-05-05']
    """
    dated = {m.start: year for m in found if (year := _year_behind(text, m))}
    evident = any(_is_early(m.value) and not _may_count_things(m) for m in found)
    if not (evident or _is_of_early_times(text, found, sum(not year["short"] for year in dated.values()))):
        return [m for m in found if m.rule != "date/ancient-year" and not (_may_count_things(m) or _closes(text, m))]
    kept: list[Mention[Timex]] = []
    for mention in found:
        if kept and mention.start < kept[-1].end:
            continue  # the year that the date before has taken
        if _closes(text, mention) and not (kept and kept[-1].end == mention.start - 1):
            continue  # *sent 700–800 men*
        if _may_count_what_follows(text, mention) and not _is_near(int(mention.value.value), kept):
            continue  # *in 300 ships*
        if _is_of_two_digits(mention) and not _is_near(int(mention.value.value), kept):
            continue
        behind = dated.get(mention.start)
        if behind is not None and behind["short"] and not _is_near(int(behind["short"]), kept):
            behind = None
        kept.append(_with_year(mention, behind) if behind else mention)
    return kept


def is_early_year(match: re.Match[str], before: str, after: str, *, closed: bool) -> bool:
    """Whether a number of two or three digits stands where a year does; ``closed`` is true where it counts nothing behind it.

    >>> from pipeline import extract
    >>> [m.value.value for m in extract("In 216, 215 and 214 BC they failed. The garrison of Lissus (300) fled.").mentions.dates]
    ['-0216', '-0215', '-0214']
    """
    if len(match["ancient"]) == 3 and _HEADS_LINE.search(before) and _OF_LINE.match(after):
        return True
    if match["beside"] or (match["named"] and closed) or _ERA_BEFORE.search(before):
        return True
    if second_of_two(match.string, match.start("ancient"), match["ancient"]):
        return _ANCIENT_BEFORE.search(before[: before.rindex("/") - 3]) is not None  # *in 867/8*
    if len(match["ancient"]) == 1:
        return False
    second = _SECOND_AFTER.match(after)
    closed = closed or (second is not None and f"{int(match['ancient']) + 1}".endswith(second["digits"]))
    if len(match["ancient"]) < 3:  # near one with an era, as the text as a whole tells
        if _EITHER_BEFORE.search(before):
            return True  # *in 60 or 61 Boudica rose*
        return bool((match["modifier"] or _IN_OR_UNTIL_BEFORE.search(before)) and _TWO_DIGITS_AFTER.match(after))
    if _IN_BEFORE.search(before) and re.match(r"\s[A-Z]", after):
        return True  # *in 279 Pyrrhus won*
    if _IN_BEFORE.search(before) and _A_WORD.match(after):
        return True  # *in 658 three nobles rose*, as the text as a whole tells
    if _ANOTHER_BEFORE.search(before) and re.match(r"\s[A-Z]", after):
        return True  # *in 460 or 461 Majorian set out*
    if _LISTED_AFTER.match(after) and _LISTED_BEFORE.search(before):
        return True  # *in 216, 215 and 214*
    if after.startswith(")") and _BEHIND_NAME.search(before) and not match["ancient"].endswith(("00", "50")):
        return True  # *the defeat in Roncevaux (778)*, not *the garrison of Lissus (300)*
    spanned = _SPAN_OF_YEARS_AFTER.match(after) and _ANCIENT_SPAN_BEFORE.search(before)
    return bool(
        match["modifier"]
        or (match["about"] and (_THEN_WHO.match(after) or _is_exact(match, after)))
        or spanned
        or (_ANCIENT_BEFORE.search(before) and closed)
    )


def _is_exact(match: re.Match[str], after: str) -> bool:
    """Whether a number is too exact for what *around* counts, and nothing behind it is counted (*Around 788 Hisham followed him*)."""
    return not match["ancient"].endswith(("0", "5")) and re.match(r"\s[A-Z]", after) is not None


def _may_count_what_follows(text: str, mention: Mention[Timex]) -> bool:
    """Whether a number behind *in* may as well count what is named behind it (*in 658 three nobles rose*, *in 300 ships*)."""
    if mention.rule != "date/ancient-year" or mention.value.shift is None or mention.value.value.startswith("00"):
        return False
    in_it = _IN_BEFORE.search(text, max(0, mention.start - 4), mention.start)
    return in_it is not None and bool(_A_WORD.match(text, mention.end)) and not CLOSED_AFTER.match(text, mention.end)


def _closes(text: str, mention: Mention[Timex]) -> bool:
    """Whether a number closes a range that one of three digits opens (*717–718*, *885–86*)."""
    if mention.rule not in ("date/ancient-year", "date/short-year"):
        return False
    return _OPENED.search(text[max(0, mention.start - 5) : mention.start]) is not None


def _is_of_two_digits(mention: Mention[Timex]) -> bool:
    """Whether a number of two digits was taken for a year (*In 57 he defeated the Belgae*)."""
    shift, value = mention.value.shift, mention.value.value
    return (
        mention.rule == "date/ancient-year" and value.startswith("00") and shift is not None and shift.base == "clock"
    )


def _is_near(year: int, before: Sequence[Mention[Timex]]) -> bool:
    """Whether the year told last is near the one that a number would be."""
    told = next((found for m in reversed(before) if (found := _YEAR_TOLD.match(m.value.value))), None)
    return told is not None and abs(int(told["year"]) - year) <= _NEAR_YEARS


def _may_count_things(mention: Mention[Timex]) -> bool:
    """Whether a decade of three digits may as well be a number of machines (*the 110s*, not *the late 250s*)."""
    return mention.rule == "date/decade" and mention.value.value.startswith("0") and not mention.value.mod


def _year_behind(text: str, mention: Mention[Timex]) -> re.Match[str] | None:
    if mention.rule not in _OPEN or not mention.value.value.startswith("XXXX-"):
        return None
    behind = _BEHIND.match(text, mention.end)
    counts = behind is not None and behind["before_name"] and mention.value.granularity == "day"
    return None if counts else behind  # *on 5 May 300 Spartans*


def _is_of_early_times(text: str, found: Sequence[Mention[Timex]], dated: int) -> bool:
    """Whether the dates with three digits outnumber those with four, or nearly."""
    years = sum(m.rule == "date/ancient-year" and m.value.relation == "in" and _is_closed(text, m) for m in found)
    modern = sum(_MODERN.match(m.value.value) is not None for m in found)
    return dated + years > 0 and modern <= _FEW * (dated + years - 1)


def _is_closed(text: str, mention: Mention[Timex]) -> bool:
    """Whether a number counts nothing behind it: a clause goes on there, or begins with a name (*In 408 Alaric came*)."""
    end = mention.end
    if _ENDS.match(text, end) or _SECOND_AFTER.match(text, end):
        return True
    return text[max(0, mention.start - 3) : mention.start] == "In " and _A_NAME.match(text, end) is not None


def _is_early(value: Timex) -> bool:
    """Whether a date shows that its text tells of times when years had three digits: before Christ, an early year or century."""
    if value.value.startswith("-"):
        return True
    if not value.value[:1].isdecimal():
        return False
    if value.granularity == "century":
        return value.value[:2] <= "10"
    return value.derivation == "explicit" and value.shift is None and "0000" < value.value[:4] < "1100"


def _with_year(mention: Mention[Timex], behind: re.Match[str]) -> Mention[Timex]:
    """A date with the year behind it, whose era the text tells."""
    year = int(behind["year"] or behind["before_name"] or behind["short"])
    value = f"{year:04d}{mention.value.value.removeprefix('XXXX')}"
    dated = replace(mention.value, value=value, shift=Shift("clock", "era", 0), derivation="explicit")
    return replace(mention, end=behind.end(), value=dated)
