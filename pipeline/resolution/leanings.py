"""How the words around a date lean: whether it steps aside from the course of the narrative, back or ahead, and how plainly they say so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.rules.dates import date_vocabulary

if TYPE_CHECKING:
    from pipeline.records import Mention, Tokens
    from pipeline.timex import Timex

__all__ = ["Leanings"]

_FIRST, _INNER, _FIRST_YEAR, _INNER_YEAR, _HEADING = 4.0, 2.2, 3.0, 1.8, 3.0
_MARKED = 0.9
_ATTRIBUTE = 0.7
_NOUN_BEHIND = re.compile(
    r"\s(?!and\b|or\b|to\b|in\b|at\b|by\b|when\b|the\b|a\b|after\b|with\b|as\b|but\b|for\b|on\b|was\b|were\b)[\w-]+"
)
_DETERMINED = re.compile(r"\b(?:the|an?|his|its)\s$")
_PLANNED = re.compile(
    r"\b(?:would|will|shall|plan(?:s|ned|ning)?|scheduled|expected|intended|intends?|due|deadline|to\sbe|to\stake\splace|withdrawal\sdate|promised)\b"
)
# Participles that end as few others do; what *had* governs else (*had some food*) ends so, too.
_IRREGULAR = (
    r"(?:(?:be|over)?come|(?:under|fore)?gone|(?:un|over)?done|(?:re)?made|told|(?:re)?sold|(?:up|with|be)?held|(?:under|with)?stood|found|bound"
    r"|(?:out)?fought|struck|stuck|sunk|shrunk|hung|laid|paid|said|caught|taught|had)"
)
_PLUPERFECT = re.compile(rf"\bhad\s(?:\w+ly\s|already\s|once\s|not\s|also\s)?(?:\w+(?:ed|en|n|t)|{_IRREGULAR})\b")
_OPENS_PLUPERFECT = re.compile(r",?\s(?:[A-Za-z][\w’'-]*\s){1,4}had\s\w")
_SINCE = re.compile(r"\bsince\s(?:an?|the)\s[^,;.]*\b(?:in|on|of)\s(?:the\s)?$")
_HAD_DONE = re.compile(
    rf"\bhad\s(?:\w+ly\s|already\s|once\s|not\s|also\s|been\s)*(?:\w+(?:ed|en|wn|ght|nt)|{_IRREGULAR})\s(?:(?!\b(?:who|which|that|when|was|were|and|but)\b)[^,;.])*$"
)
"""*had kidnapped twelve soldiers in October*: the date is the pluperfect's own."""
_AFTER_THIS = re.compile(r"(?:After|Once|When|As\ssoon\sas)\s[^,;]*\bhad\b[^,;]*$")
"""*After they had signed a truce on 7 July, …*: the next thing that the text tells."""
_OPENS_CLAUSE = re.compile(r",\s(?:and|but)\s(?:(?:on|in|by|at)\s)?(?:the\s|early\sin\s|late\sin\s)?$")
"""*had fallen in 1706, and on 1 January 1708 he crossed*: the pluperfect is of another clause."""
_AFTER_ANOTHER = re.compile(
    r"\b(?:followed|following|succeeded|preceded\sby|after|since|because\sof|due\sto)\sthe\s[^,;.]*\b(?:in|on|of|from)\s(?:the\s)?$"
)
_UNTIL = re.compile(r"\b(?:until|till)\s(?:[^\s,;.]+\s){1,10}in\s$")
"""*ruled until they removed him in 1976*: how far something lasts, ahead of what is told next."""
_ENDS_PHRASE = re.compile(
    r"\s?[,.;:)]|\s(?:of|and|or|in|at|by|to|the|a|an|when|with|as|but|for|on|was|were|after|before|until|he|she|it|they|his|her|their|its|this|that|these|those|both|all|some|many|several"
    r"|another|one|two|three|four|saw|came|began|went|took|had|would|[a-z]{3,}ed|[A-Z])|$"
)
_COMMON_NOUN = re.compile(r"\s(?P<noun>[a-z][\w-]+)")
_REACH = 120
"""How many characters before a date its pluperfect is looked for."""
_NO_RELATIVE = r"(?:(?!\b(?:who|whom|whose|which|that|when|where)\b)[^,;.])*"
_HAD_HAPPENED = re.compile(rf"(?:^|[,;.]){_NO_RELATIVE}\bhad\s{_NO_RELATIVE}$")
"""*The town had fallen in August 1915*: what follows may go on from there, as it does not from *the war, which had begun in 2014*."""


class Leanings:
    """How the dates of a document lean. Offsets are clean offsets."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._text = tokens.text

    def cost_of_aside(self, mention: Mention[Timex], first: bool, heading: bool, lean: int) -> float:
        """What it costs to take a date for an aside: less, the plainer its marks are."""
        text, start, end = self._text, mention.start, mention.end
        value = mention.value
        closes = value.range_with is not None and value.range_with < start
        if heading and not closes:
            return _HEADING
        if heading and value.granularity != "year":
            return 0.0  # *Siege (October 1944 – February 1945)*: what the section tells begins in 1944
        cost = _FIRST if first else _INNER
        determined = _DETERMINED.search(text, max(0, start - 5), start) is not None
        if value.granularity == "year" and value.shift is None:
            cost = _FIRST_YEAR if first else _INNER_YEAR
            if (value.relation is None or determined) and _NOUN_BEHIND.match(text, end):
                cost = min(cost, _ATTRIBUTE)
        if value.granularity in ("month", "day") and not first and determined and _NOUN_BEHIND.match(text, end):
            cost = min(cost, _ATTRIBUTE)  # *surpassing the May 2007 high*
        if (
            value.granularity == "season"
            and value.shift
            and value.shift.base == "clock"
            and not _ENDS_PHRASE.match(text, end)
        ):
            cost = 0.5
        if value.relation in ("since", "as of") or (
            value.relation in ("of", "until", "before") and value.granularity == "year"
        ):
            cost = min(cost, 0.8)
        if self.is_bracketed(start):
            cost = min(cost, _MARKED)
        if lean:
            cost = min(cost, _MARKED)
        if closes:
            cost = min(cost, 0.6)
        return cost

    def lean(self, mention: Mention[Timex], *, first: bool) -> int:
        """Where the words around a date lead from the clock: -1 back (a flashback, -2 *since*), 1 ahead (a plan), 0 nowhere."""
        text, start, end, value = self._text, mention.start, mention.end, mention.value
        if value.relation == "since":
            return -2
        sentence = self._tokens.sentence_at(start)
        low, high = max(sentence.start, start - 90), min(sentence.end, end + 60)
        around = text[low:high]  # a look at the words first: few dates stand beside one of them
        if "," in around and _OPENS_CLAUSE.search(text, low, start):
            low = start
        yearless = value.value.startswith("XXXX") and value.relation != "by"
        if "since" in around and _SINCE.search(text, low, start):
            return -2
        if "had" in around and not _AFTER_THIS.match(text, sentence.start, start):
            if yearless and _HAD_DONE.search(text, low, start):
                return -2
            if not (first or value.relation == "by") and _PLUPERFECT.search(text, low, high):
                return -1
        low = max(sentence.start, start - 60)
        if _AFTER_ANOTHER.search(text[low:start]):
            return -1
        lasts = value.granularity == "year" and _UNTIL.search(text, low, start)
        return 1 if lasts or _PLANNED.search(text, low, start) else 0

    def has_happened(self, start: int, end: int) -> bool:
        """Whether a pluperfect tells what happened on a date, from which the text may then go on."""
        if self._text.startswith(" had ", end):
            return True  # *An attempt on Cádiz in September 1702 had failed*
        sentence = self._tokens.sentence_at(start)
        return _HAD_HAPPENED.search(self._text[max(sentence.start, start - _REACH) : start]) is not None

    def opens_flashback(self, mention: Mention[Timex]) -> bool:
        """Whether a sentence opens with when something had happened before (*In July 1797, he had lost an arm*); not *By July 1797, he had*."""
        if mention.value.relation != "in":
            return False
        sentence = self._tokens.sentence_at(mention.start)
        return _OPENS_PLUPERFECT.match(self._text, mention.end, sentence.end) is not None

    def is_generic(self, end: int) -> bool:
        """Whether a season describes what comes with every one (*winter quarters*), not a happening of one year (*spring offensive*)."""
        noun = _COMMON_NOUN.match(self._text, end)
        return (
            noun is not None
            and noun["noun"] not in date_vocabulary().happenings.words
            and not _ENDS_PHRASE.match(self._text, end)
        )

    def is_bracketed(self, start: int) -> bool:
        """Whether parentheses are open at an offset."""
        low = max(0, start - 60)
        return self._text.rfind("(", low, start) > self._text.rfind(")", low, start)
