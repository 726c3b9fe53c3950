"""Words after an expression that complete it: *two months **of bitter fighting***, *the day **after the battle***."""

from __future__ import annotations

import re
from functools import cache

from pipeline.mentions.dates.parts import TH
from pipeline.rules.dates import date_vocabulary
from pipeline.rules.grammar import DETERMINERS

__all__ = ["OF_UNIT", "complement_end"]

_LONGEST = 12
"""Words of a phrase at most."""

_CLAUSE_STOP = re.compile(
    r"[,;:.()\[\]\n—–]|\s-\s|\s(?:and|but|when|while|which|who|he|she|they|it|we|his|her|their)\s"
)
_CLAUSE = 8
"""Words of a clause at most."""
_YEAR = re.compile(r"[12]\d{3}")
"""Behind it a phrase ends, unless it describes a noun with an article (*of the July 1809 campaign*)."""

_WORD = re.compile(r"[ \xa0]*(?P<word>[\w’'.\"“”&-]+)")
_CLOSED = frozenset(
    [
        "in",
        "on",
        "at",
        "by",
        "for",
        "with",
        "from",
        "to",
        "into",
        "against",
        "between",
        "before",
        "during",
        "under",
        "over",
        "through",
        "throughout",
        "towards",
        "toward",
        "upon",
        "within",
        "without",
        "along",
        "across",
        "or",
        "but",
        "while",
        "when",
        "which",
        "that",
        "who",
        "whose",
        "whom",
        "as",
        "until",
        "till",
        "if",
        "because",
        "although",
        "though",
        "whereas",
        "where",
        "was",
        "were",
        "is",
        "are",
        "be",
        "been",
        "had",
        "has",
        "have",
        "did",
        "do",
        "does",
        "would",
        "could",
        "might",
        "will",
        "may",
        "can",
        "should",
        "must",
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "you",
        "his",
        "him",
        "this",
        "these",
        "those",
        "there",
        "then",
        "however",
        "also",
        "not",
        "began",
        "saw",
        "led",
        "ended",
        "came",
        "became",
    ]
)
_WITH_OF = ("duration", "nth-day", "part-of-day", "time", "period", "whole-duration", "anniversary")
OF_UNIT = re.compile(
    r"\sof\s(?:(?:the|that|this)\s(?:same\s|(?P<new>new\s(?=year)))?(?P<unit>month|year)|(?P<year>[12]\d{3}))\b"
)
"""Of what a day is the first or last (*the last day of that month*)."""
_NOT_ITS_OBJECT = re.compile(
    r"\s(?:and|but|by|in|at|on|to|with|from|for|near|into|through|when|while|as|without|under|against|over|off|along)\s"
)
"""*retaliated the day after by bombing the port*: what goes on behind *the day after* rather than what that is after."""
_COUNT = re.compile(r"\d{1,3}(?:,?\d{3})?(?<![12]\d{3})")
"""A number that is no year: behind a noun it begins what follows (*during the three days of fighting 300 fell*)."""
_DAYS_LISTED = re.compile(
    r"(?:the\s)?\d{1,2}(?:st|nd|rd|th)?(?:\s?[-–—/]\s?|,?\s(?:and|to)\s|,\s)(?:the\s)?\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?[A-Z]"
)
"""*the nights of 5 and 6 May*: the days are dates of their own."""
_TIE = re.compile(r"\s(?P<tie>of|after|before|since|following|as)\s(?=\S)", re.IGNORECASE)


def complement_end(text: str, end: int, rule: str, shift: str | None, *, counted: bool = True) -> int:
    """Where an expression that ends at ``end`` really ends, its complement included.

    Handled: *of* with a noun phrase after durations, parts of day and counted days; a phrase or clause up to the next punctuation after
    *two days after* and *the day before*, but not the date of what is ``counted`` from. Not handled: complements longer than a dozen words.

    >>> text = "They left two days after the fall of Kut."
    >>> text[10 : complement_end(text, 24, "shifted", "after")]
    'two days after the fall of Kut'
    """
    if shift is not None:
        if shift.lower() not in ("after", "before", "following", "into") or text[end : end + 1] != " ":
            return end
        if shift.lower() == "into":
            return _phrase_end(text, end + 1, end)
        if _NOT_ITS_OBJECT.match(text, end):
            return end
        return _clause_end(text, end, counted=counted)
    unit = OF_UNIT.match(text, end) if rule == "nth-day" else None
    if unit:
        return unit.end()
    tie = _TIE.match(text, end)
    if not tie:
        return end
    word = tie["tie"].lower()
    if word == "as":
        return _phrase_end(text, tie.end(), end) if rule == "time" else end
    if word in ("since", "following") and rule == "duration":
        return _clause_end(text, end, counted=False)
    if word == "of" and rule in _WITH_OF and not _DAYS_LISTED.match(text, tie.end()):
        last = _phrase_end(text, tie.end(), end)
        dated = _its_date().search(text, tie.end(), last)  # *within weeks of the declaration of war in August 1914*
        return dated.start() if dated else last
    return end


@cache
def _its_date() -> re.Pattern[str]:
    """A date of the happening from which is counted, which is an expression of its own (*a week after the landings **of 6 June 1944***)."""
    months = "|".join(date_vocabulary().months.full)
    return re.compile(
        rf"\s(?:of|on|in|at)\s(?:the\s)?(?:\d{{1,2}}{TH}?\s(?:of\s)?(?:{months})|(?:early\s|mid-|late\s)?(?:{months})|[12]\d{{3}})\b"
    )


@cache
def _its_name() -> re.Pattern[str]:
    """What names the happening counted from, where another noun phrase goes on (*A week after the battle **the allies blockaded the town***)."""
    words = "|".join(sorted(map(re.escape, date_vocabulary().happenings.words)))
    name = r"(?:\s(?:of|at)\s(?:the\s)?[A-Z][\w’'-]*)?"
    return re.compile(
        rf"\s(?:the|this|that|his|her|its|their)\s(?:[\w’'-]+\s){{0,2}}(?:{words}|fall|death|landing|arrival|fighting|murder){name}"
        rf"(?=\s(?:the|an?|[A-Z\d][\w’'-]*)\s)"
    )


def _phrase_end(text: str, start: int, end: int) -> int:
    """End of the noun phrase that begins at ``start``, with *in* or *and* and what they add; ``end`` if none begins there."""
    at, last, count, noun, previous, article = start, end, 0, False, "", False
    while count < _LONGEST:
        word = _WORD.match(text, at)
        if not word or word.start("word") - at > 1:
            break
        said = word["word"]
        plain = said if said == "May" else said.rstrip(".").lower()
        if (plain == "in" and noun) or (plain == "and" and noun and _AND_NOUN.match(text, word.end())):
            noun = False
        elif (
            plain in _CLOSED
            or (plain in ("and", "the", "a", "an") and noun and previous != "of")
            or (plain.endswith("ly") and noun)
            or (noun and previous != "since" and _COUNT.fullmatch(plain))
            or (noun and said[0].isupper() and previous.islower() and previous != "of")
            or (noun and _YEAR.fullmatch(previous) and not (article and said[0].islower()))
        ):
            break
        elif plain not in _LEFT_OUT:
            last, noun = word.end(), True
        else:
            noun = False
        count, at, previous, article = count + 1, word.end(), said, article or plain in ("the", "a", "an")
        if said.endswith(".") and not re.fullmatch(r"(?:[A-Z]\.)+|St\.|Mt\.|Gen\.|Col\.", said):
            last = at - 1
            break
    return _without_quote(text, start, last)


_LEFT_OUT = DETERMINERS | {"of"}
_AND_NOUN = re.compile(r"\s[a-z]+(?=[,.;:)]|\s(?:in|was|were|had|by|on|at)\b)")


def _without_quote(text: str, start: int, last: int) -> int:
    """The end without a quotation mark that was opened before the phrase."""
    quotes = sum(text.count(mark, start, last) for mark in '"“”')
    return last - 1 if last > start and text[last - 1] in '"”' and quotes % 2 else last


def _clause_end(text: str, end: int, *, counted: bool) -> int:
    """End of the words up to the next punctuation, of the first noun phrase where that is too far away, or ``end``.

    The date of what is ``counted`` from is an expression of its own.
    """
    named = _its_name().match(text, end)
    if named:
        return named.end()
    stop = _CLAUSE_STOP.search(text, end + 1)
    last = stop.start() if stop else len(text)
    dated = _its_date().search(text, end, last) if counted else None
    last = dated.start() if dated else last
    words = text[end:last].split()
    if 0 < len(words) <= _CLAUSE:
        return last
    return _phrase_end(text, end + 1, end)
