"""Words of time that are none: what a match needs around it before it counts."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from pipeline.mentions.dates.early import CLOSED_AFTER, is_early_year
from pipeline.mentions.dates.parts import TH, any_of
from pipeline.rules.dates import date_vocabulary
from pipeline.rules.grammar import FATES

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["is_attributive", "is_date"]

_BEFORE = 40
"""How many characters before a match are looked at."""
_IN_NAME_BEFORE = re.compile(r"\b(?:the|these|those|called)\s$", re.IGNORECASE)


def is_date(rule: str, match: re.Match[str]) -> bool:
    """Whether a match stands where an expression of its kind stands.

    >>> from pipeline import extract
    >>> [m.value.value for m in extract("In 1942 he had 1940 rifles.").mentions.dates]
    ['1942']
    """
    test = _tests().get(rule)
    if test is None:
        return True
    before = match.string[max(0, match.start() - _BEFORE) : match.start()]
    return test(match, before, match.string[match.end() : match.end() + _BEFORE])


@cache
def _tests() -> dict[str, Callable[[re.Match[str], str, str], bool]]:
    """What each rule's match needs: the match, the text before it and the text after it are asked."""
    return {
        "calendar": _month_alone,
        "year": _year,
        "season": _season,
        "deictic": _deictic,
        "time": _time,
        "part-of-day": _part_of_day,
        "shifted": _shifted,
        "day-in-list": _day_in_list,
        "ordinal-day": _ordinal_day,
        "short-year": _short_year,
        "ancient-year": _ancient_year,
        "set": _set,
        # *Operation Christmas*, *the Home-by-Christmas Offensive*
        "holiday": lambda _match, before, _after: not re.search(r"(?:\bOperation\s|\w-)$", before),
        "period": _period,
        "weekday": _weekday,
        "duration": _duration,
        "same-or-next": lambda match, _before, _after: (match["next"] or "").lower() != "following",
    }


def _shifted(match: re.Match[str], before: str, _after: str) -> bool:
    if _TO_THE_DAY.search(before):
        return False
    held = re.search(r"\b(?:for|lasted|within|lasting|took)\s$", before, re.IGNORECASE)
    return not (held and (match["shift"] or "").lower() in ("before", "after", ""))


def _day_in_list(match: re.Match[str], before: str, after: str) -> bool:
    behind = _NEXT_OF_LIST.match(after)
    if behind and int(behind["day"]) <= int(match["day"]):
        return False  # *was taken on the 25th, and on 1 February the governor surrendered*
    return not re.search(
        r"(?:\b(?!(?:On|From|Between|The|Of|By|Until|Till|To|In|Over|About|Around|Through|Throughout|Within|Both|After|Before|Since|During|Date)\b)"
        r"[A-Z]\w*|[A-Z])[-\s]$",
        before,
    )


def _ordinal_day(match: re.Match[str], before: str, after: str) -> bool:
    tied = re.search(r"\b(?:on|by|until|till|of|from|to|since|and|before|after|for)\s$", before, re.IGNORECASE)
    if _UNIT_AFTER.match(after) or _counted_after().match(after):
        return False
    if not (match["modifier"] or match["hours"] or match["weekday"] or _ORDINAL_BEFORE.search(before)):
        return False
    if _NAME_AFTER.match(after) and not _OPENS_CLAUSE.search(before):
        return False
    return bool(match["daypart"] or match["hours"] or match["weekday"] or tied)


@cache
def _counted_after() -> re.Pattern[str]:
    """Further ordinals and what they count (*the 5th and 7th Marines*)."""
    counted = any_of(date_vocabulary().counted.words)
    return re.compile(rf"(?:(?:,|,?\s(?:and|or))\s(?:the\s)?\d{{1,3}}{TH})+\s(?i:{counted})\b")


def _short_year(match: re.Match[str], before: str, after: str) -> bool:
    if match["apostrophe"] and _IN_NAME_BEFORE.search(before) and after[:1] == " " and after[1:2].isupper():
        return False  # the '99 Boys
    if match["apostrophe"]:  # a quotation may begin with a number
        return bool(_SHORT_BEFORE.search(before)) or not _QUOTED_NUMBER.match(after)
    return bool(re.search(r"(?<!\d)(?:[12]\d{3}\s?[-–—/]|[1-9]\d{2}–)$", before))


def _ancient_year(match: re.Match[str], before: str, after: str) -> bool:
    closed = re.match(r"\s?[,.;:)–-]|$", after) or CLOSED_AFTER.match(after)
    return is_early_year(match, before, after, closed=closed is not None)


def _set(match: re.Match[str], before: str, after: str) -> bool:
    """A capital within a sentence makes it part of a name (*the Daily Mirror*)."""
    return not (match[0][0].isupper() and re.search(r"[A-Za-z,]\s$", before) and re.match(r"\s[A-Z]", after))


def _weekday(_match: re.Match[str], before: str, after: str) -> bool:
    named = re.search(r"\b(?:Bloody|Black|Good|Palm|Easter|Ash)\s$", before)
    # *the Friday Mosque*, not *On Friday President Allende …*
    return not named and (before.endswith(("On ", " on ")) or not re.match(r"\s[A-Z]\w+", after))


def _duration(match: re.Match[str], _before: str, after: str) -> bool:
    return not re.match(r"['’]?\s(?:old|ago)\b", after) or bool(match["old"]) or bool(match["count"])


_TO_THE_DAY = re.compile(r"\b(?:years?|months?|weeks?)\s(?:almost\s)?to\s$")
"""*a year to the day after the revolt*"""
_NEXT_OF_LIST = re.compile(r",?\s(?:and|or)\s(?:on\s)?(?:the\s)?(?P<day>\d{1,2})\b")
_ORDINAL_BEFORE = re.compile(rf"\bthe\s\d{{1,2}}{TH}\s(?:and|or|to)\s$")
"""*on the 29th and 30th*"""
_OPENS_CLAUSE = re.compile(
    rf"(?:(?:^|[.!?;,\]\n])\s*(?:[Aa]nd\s|[Bb]ut\s)?|\b(?:and|but)\s)(?:[Oo]n|[Bb]y)\s(?:the\s\d{{1,2}}{TH}\sand\s)?$"
)
"""Where a day stands before a name that it does not count (*On the 18th Napoleon attacked*)."""
_NAME_AFTER = re.compile(r"\s[A-Z]")
_UNIT_AFTER = re.compile(
    rf"(?:,?\s(?:and\s|or\s)?(?:the\s)?\d{{1,3}}{TH}\b){{0,6}}\s(?:(?!the\b|a\b|an\b)[A-Za-z-]+\s){{0,3}}"
    r"(?:[Dd]ivisions?|[Bb]rigades?|[Rr]egiments?|[Bb]attalions?|[Cc]orps|[Ss]quadrons?|[Cc]ongress|[Pp]arallel|[Aa]rm(?:y|ies)|[Ff]leets?"
    r"|[Cc]ompan(?:y|ies)|[Pp]latoons?|[Bb]atter(?:y|ies)|[Ii]nfantry|[Cc]avalry|[Ll]egions?|Marines|Lancers|Hussars|Dragoons|Rifles"
    r"|Fusiliers|Guards|Grenadiers|Gurkhas|Rangers|Highlanders|Foot|Light|Airborne|Armou?red|Panzer)\b"
)
"""What an ordinal counts that is no day: units, of which several may share the noun (*the 5th and 7th Marines*)."""
_SHORT_BEFORE = re.compile(r"\b(?:in|of|since|until|by|from|to|the)\s$", re.IGNORECASE)
_QUOTED_NUMBER = re.compile(r"\s[a-z]+\s[a-z]")
_MONTH_BEFORE = re.compile(
    r"(?:^|\b(?:in|of|by|until|till|since|from|to|through|and|or|during|before|after|between|late|early|mid|this|that|last|next|following|"
    r"previous|throughout|around|about|toward|towards|for|per|on|the)\s|\d[\s,]\s?|[-–—/(]\s?|,\s)$",
    re.IGNORECASE,
)
_PERSON_BEFORE = re.compile(
    r"\b(?:[A-Z][a-z]+|[A-Z]\.|Mr\.?|Mrs\.?|Ms\.?|Sir|Lady|Lord|Gen\.|Col\.|Capt\.|Maj\.|Lt\.)\s$"
)
_COLOURED = re.compile(r"\b(?:Black|Red|White|Green|Orange|Blue|Bloody|Glorious)\s$")
"""What makes a name of a month."""
_DAY_BEFORE = re.compile(rf"(?<![\d.,-])\d{{1,2}}{TH}?\s(?:of\s)?$")
_HEADING_BEFORE = re.compile(r"(?:^|\n)[=#]*[ \t]*$")
_HEADING_AFTER = re.compile(r"[ \t]*[=#]*[ \t]*(?:\n|$)")
_VERB_AFTER = re.compile(r"\s(?:be|have|not|said|was|were|is|had|has|told|to|on|into|through|against|toward|towards)\b")


def _month_alone(match: re.Match[str], before: str, after: str) -> bool:
    """A month by itself that is also a word or a name needs a preposition, a modifier or another month beside it."""
    said = match["month"]
    if _DAY_BEFORE.search(before) and not (match["day"] or match["day_word"]):
        return False  # no such day: "31 April"
    if match[0] == said and _COLOURED.search(before):
        return False  # *the group Black September*
    if (
        match["day"]
        or match["day_after"]
        or match["day_word"]
        or match["modifier"]
        or match["daypart"]
        or match["weekday"]
    ):
        return True
    if any(match[name] for name in ("year", "year_era", "year_ad", "which_year")):
        return said != "March" or not re.search(r"\bLong\s$", before)
    if said.capitalize() not in date_vocabulary().months.doubtful:
        return not re.match(r"['’]s\s[a-z]+(?:er|band|fe)\b", after)
    if said[0].isupper() and _HEADING_BEFORE.search(before) and _HEADING_AFTER.match(after):
        return True
    if re.search(r"\b(?:the|a|an|Long|his|her|their|Death)\s$", before) and said == "March":
        return False
    if _PERSON_BEFORE.search(before) and not _MONTH_BEFORE.search(before):
        return False
    if (_MONTH_BEFORE.search(before) and before.strip()) or (
        re.search(r"\ba\s$", before) and re.match(r"\s[a-z]", after)
    ):
        return not (said == "May" and re.match(r"\s(?:be|have|not)\b", after))
    return bool(
        re.match(r"\s?[-–—/]\s?[A-Z]|,?\s(?:and|to|or)\s[A-Z]|\s(?:of|saw|brought|marked)\b", after)
    ) and not _VERB_AFTER.match(after)


def _period(match: re.Match[str], before: str, _after: str) -> bool:
    """A period needs a name or a description before it, or something that it is the period of."""
    described = match["adjective"] or match["name"]
    if described and described.lower() in ("in", "of", "to", "for", "over", "during", "and", "from"):
        return False
    return bool(described) or match[0].lower().startswith(("this", "that", "the", "a ", "these", "periods", "period"))


@cache
def _year_labels() -> re.Pattern[str]:
    words = any_of(date_vocabulary().quantities.before)
    return re.compile(
        rf"(?:\b(?i:{words})\s(?:\w+\s(?:or|and|to)\s)?|[#$£€¥§]\s?|\b(?:US|C|A)\$|\b(?:USD|EUR|GBP|Rs\.?|DM|FF)\s|[A-Z]{{1,4}}-|[\d,.]\s?[-–—]\s?)$"
    )


_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|of|since|until|till|from|by|to|during|before|after|between|and|around|about|circa|or|through|throughout|for|early|late|mid)\s|[(,\[]\s?)$",
    re.IGNORECASE,
)


_AT_HOUR = re.compile(r"\b[Aa]t\s(?:about\s|around\s|approximately\s|exactly\s|precisely\s)?$")
_HOUR = re.compile(r"(?:(?:about|around|approximately|exactly|precisely)\s)?(?:[01]\d|2[0-3])[0-5]\d")
"""*attacked at about 1300*, of the clock; not *at the end of 1916*."""


def _year(match: re.Match[str], before: str, _after: str) -> bool:
    if _AT_HOUR.search(before) and _HOUR.fullmatch(match[0]) and not (match["year_era"] or match["year_ad"]):
        return False
    if match["modifier"] or match["year_era"] or match["year_ad"] or match["season"]:
        return True
    labelled = _year_labels().search(before) or _between_quantities(match, before) or _counts_things(match, before)
    fallen = _FALLEN_AFTER.match(match.string, match.end()) and not _TIED.search(before.removesuffix("and "))
    return not (labelled or fallen) or bool(re.search(r"\b[12]\d{3}\s?[-–—]\s?$", before))


def _between_quantities(match: re.Match[str], before: str) -> bool:
    """Whether a number opens a range of things counted (*between 1200 and 1500 soldiers*)."""
    if not before.lower().endswith("between "):
        return False
    second = re.match(r"\sand\s[\d,]+\s(?P<noun>[a-z]+)", match.string[match.end() : match.end() + _BEFORE])
    return bool(second) and second is not None and second["noun"] in date_vocabulary().quantities.after


_THINGS_AFTER = re.compile(r"\s(?!was\b|has\b|does\b|as\b)(?P<noun>[a-z]+s)\b")
_TIED = re.compile(
    r"(?:\b(?:in|of|since|until|till|from|by|to|during|before|after|between|and|or|early|late|mid|the|an?|his|its|their|this|that)\s|[-–—/’'(\[]\s?)$",
    re.IGNORECASE,
)


_FALLEN_AFTER = re.compile(
    rf"\s(?:{'|'.join(sorted(FATES))}|surrendered|were\s(?:killed|wounded|captured|taken|slain|missing|drowned|made))\b"
)
"""*and 2000 perished*: what befalls men, and no year."""


def _counts_things(match: re.Match[str], before: str) -> bool:
    """Whether a number without a preposition stands before things in the plural (*in all, 1926 cases*)."""
    things = _THINGS_AFTER.match(match.string, match.end())
    if not things or _TIED.search(before):
        return False
    return things["noun"] not in date_vocabulary().happenings.words and not things["noun"].endswith(("ss", "us", "is"))


def is_attributive(match: re.Match[str]) -> bool:
    """Whether a bare year stands before a capital, as the number of a thing may (*the 1070 Apartments*).

    >>> from pipeline import extract
    >>> [m.value.value for m in extract("The 3 May raid and the May 1940 offensive failed.").mentions.dates]
    ['1940-05-03', '1940-05']
    """
    text = match.string
    if any(match[n] for n in ("modifier", "about", "year_era", "year_ad", "season")):
        return False
    named = re.match(r"\s[A-Z][\w’'-]+(?:\s[A-Za-z][\w’'-]+){0,2}", text[match.end() : match.end() + _BEFORE])
    if not named:
        return False
    before = text[max(0, match.start() - _BEFORE) : match.start()]
    happenings = date_vocabulary().happenings.words
    return not _YEAR_BEFORE.search(before) and not any(word in happenings for word in named[0].lower().split())


def _before_noun(after: str) -> bool:
    """Whether the words that follow begin with the noun that a season describes."""
    word = re.match(r"\s(?P<noun>[A-Za-z][\w’'-]+)(?:\s(?P<second>[A-Za-z][\w’'-]+))?", after)
    if not word or CLOSED_AFTER.match(after):
        return False
    happenings = date_vocabulary().happenings.words
    return (
        word["noun"][0].islower() or word["noun"].lower() in happenings or (word["second"] or "").lower() in happenings
    )


_SEASON_BEFORE = re.compile(
    r"\b(?:in|by|during|of|until|till|since|from|through|throughout|that|this|last|next|every|each|late|early|mid|for|over|following|to|and|before|between)\s(?:the\s)?(?:late\s|early\s)?$",
    re.IGNORECASE,
)


def _season(match: re.Match[str], before: str, after: str) -> bool:
    word = match["season"]
    dated = any(match[n] for n in ("year", "year_era", "year_ad", "which_year", "which", "modifier", "inner_modifier"))
    lead = match.string[max(0, match.start("season") - _BEFORE) : match.start("season")]
    capital = word[0].isupper() and bool(re.search(r"[A-Za-z,]\s$", lead))
    named = re.match(r"\s(?P<noun>[A-Z][\w’'-]+)", after)
    if word[0].isupper() and not dated and named and not _before_noun(after):
        return False  # a name: "Spring Hill"
    if capital:
        if re.match(r"\s(?P<noun>[A-Z][\w’'-]+)", after) and not _before_noun(after):
            return False
        if _before_noun(after):
            return not match[0].lower().startswith("the ")
        if not dated and not _SEASON_BEFORE.search(before):
            return False
    if _before_noun(after) and match[0].lower().startswith("the ") and not dated:
        return False  # the article belongs to the noun: "the Spring Offensive", "the winter campaign"
    if dated:
        return word.lower() != "fall" or not re.match(r"\sof\s(?:the|[A-Z])", after)
    if word.lower() == "fall":
        the = match[0].lower().startswith("the")
        if re.match(
            r"\s(?:of\s(?!that|the\syear)|in\b|to\b|into\b|back|under|off|from|short|apart|prey|victim)", after
        ):
            return False
        if _before_noun(after) and not the:
            return bool(
                re.match(r"\s(?:campaign|offensive|season|elections?|harvest|rains|months?|semester|term)", after)
            )
        prepositions = (
            r"\b(?:in|by|during|of|since|until|before|throughout|through|and)\s$"
            if the
            else r"\b(?:in|by|this|that|last|next|of|and|or)\s$"
        )
        return bool(re.search(prepositions, before, re.IGNORECASE))
    if word.lower() == "spring":
        return not re.search(
            r"\b(?:hot|cold|mineral|fresh|thermal|main|to|would|could|will|fresh-water)\s$", before, re.IGNORECASE
        ) and not re.match(r"\s(?:from|water|up|into|tide|tides)\b", after)
    return True


_VERBISH = r"\s?[,.;:)]|\s(?:was|were|is|are|had|has|have|would|could|did|and|who|which|being|also|at|in|of|to|for|by|with|on|from|case|option)\b"


def _deictic(match: re.Match[str], before: str, after: str) -> bool:
    word = " ".join(match["deictic"].lower().split())
    if word == "former":
        return not (re.search(r"\bthe\s$", before, re.IGNORECASE) and re.match(_VERBISH, after))
    if word == "current":
        return not re.match(r"\s?[,.;:)]|\s(?:was|is|of|and|in|[a-z]+ed)\b", after)
    if word == "date":
        return bool(re.search(r"\bto\s$", before))
    if word == "this day":
        return bool(re.search(r"\bto\s$", before))
    if word in ("the moment", "the time being"):
        return bool(re.search(r"\b(?:at|for)\s$", before, re.IGNORECASE))
    if word == "the present":
        return not re.match(r"\s[a-z]+\b(?<!day)(?<!time)(?<!and)(?<!is)(?<!was)", after)
    if word == "the past":
        return not re.match(
            r"\s(?:\d|(?:[a-z-]+\s){0,2}(?:year|month|day|week|decade|centur|hour|summer|winter|spring)|tense)", after
        )
    return True


_TIME_BEFORE = re.compile(
    r"\b(?:at|by|from|during|since|until|till|around|about|before|after|in|of|throughout|over|within|near|up\sto|on|prior\sto|beyond)\s$",
    re.IGNORECASE,
)


def _time(match: re.Match[str], before: str, after: str) -> bool:
    if match["period"] or match["some"]:
        return True
    if not _TIME_BEFORE.search(before):
        return False
    if match["the"]:
        return bool(
            re.search(r"\b(?:at|by|of|around|since|until|from|during|about)\s$", before, re.IGNORECASE)
        ) and not re.match(r"\s(?:to|for|required|needed|taken|spent|available|it\stook|it\stakes)\b", after)
    return True


def _part_of_day(match: re.Match[str], before: str, _after: str) -> bool:
    word = match["daypart"]
    return not (word[0].isupper() and re.search(r"[a-z,]\s$", before))
