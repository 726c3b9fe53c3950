"""Words that put what a sentence tells at another time than the narrative's: before or long after it, onward from it, at that of a whole war or campaign."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.records import Sentence

__all__ = ["CONFLICTS", "at_another_time", "goes_on", "is_of_a_war"]

_ANOTHER_TIME = re.compile(r"\b(?:(?:earlier|previous|prior)\s|the\s(?:subsequent|eventual|later)\s)(?:[\w-]+\s)?$")
_AT_NO_TIME = re.compile(r"\bnever\b|\bwould\s(?:\w+ly\s|also\s)?(?:later|one\sday|go\son\sto)\b", re.IGNORECASE)
"""*were never caught*, *would later take another*."""
_FIRST = r"(?:(?:first|early|initial|immediate|final|last|intervening)\s)?(?:few\s|several\s|two\s|three\s)?"
_YEARS_AROUND = re.compile(
    rf"\W*(?:In|During|Over)\sthe\s{_FIRST}(?:(?:years|decades)\s(?:following|after)|(?:years|months|weeks|days|decades)\s(?:before|since|preceding|leading\sup\sto))\b",
    re.IGNORECASE,
)
"""*In the years after the takeover*: at no date of the narrative."""
_IN_YEARS_AROUND = re.compile(
    r"\b(?:in|during|over)\s(?:the\s(?:years|decades)\s(?:following|after|before|since|preceding|that\sfollowed)|(?:later|subsequent)\syears)\b"
)
_EARLIER_ON = re.compile(r"\b(?:earlier|previously|years\sbefore)\b")
_ANOTHER_TIMES = frozenset({
    "earlier", "later", "previous", "previously", "prior", "before", "subsequent", "eventual", "never", "would", "days", "weeks", "months", "years",
    "decades",
})  # fmt: skip
"""One of these stands in all that puts a trigger at another time."""
_ONWARD = re.compile(
    r"\b(?:(?:in|over|during)\sthe\s(?:following|next|coming|ensuing|subsequent)\s(?:few\s|several\s)?(?:days|weeks|months|years)"
    r"|(?:in|over|during)\sthe\s(?:days|weeks?|months?|years)\s(?:that|which)\sfollowed"
    rf"|(?:in|over|during)\sthe\s{_FIRST}(?:days|weeks|months)\s(?:after|following)"
    r"|(?:soon|shortly|immediately|not\slong)\s(?:after|thereafter)(?:wards?)?|thereafter)\b",
    re.IGNORECASE,
)
CONFLICTS = ("war", "revolution", "uprising", "insurgency", "conflict", "rebellion")
_WARS = rf"(?:[A-Z]?[\w’'-]*\s){{0,3}}(?i:{'|'.join(CONFLICTS)})\b"
_SEQUELS = frozenset({
    "days", "week", "weeks", "month", "months", "years", "after", "afterward", "afterwards", "thereafter",
})  # fmt: skip
"""One of these stands in all that `_ONWARD` matches."""
_OF_A_WAR = re.compile(
    rf"\b(?i:during|throughout|in\sthe\s(?:course|aftermath)\sof|(?:at|by|until|towards?|near|before)\sthe\s(?:end|close)\sof)\s(?:the|this)\s{_WARS}"
)
_REIGNS = (
    "reign",
    "rule",
    "lifetime",
    "presidency",
    "premiership",
    "tenure",
    "pontificate",
    "regency",
    "governorship",
    "life",
    "career",
)
_OF_A_REIGN = re.compile(
    rf"\b(?i:during|throughout|in\sthe\scourse\sof|(?:early|late|later)\sin|(?:at|by|until|towards?|near|in)\sthe\s(?:very\s)?(?:end|close|beginning|start|middle|latter\spart|first\syears|last\syears)\sof)"
    rf"\s(?:[\w’'.-]+\s){{1,4}}?(?:{'|'.join(_REIGNS)})\b(?!\s\w+ed\b)"
)
_WHOLE = (
    r"(?:entire|whole)\s(?:[\w’'-]+\s){0,3}(?:battle|siege|offensive|campaign|operation|expedition|invasion|blockade)\b"
)
_SUMS_UP = re.compile(
    rf"The\s(?:{_WARS}|{_WHOLE})(?:,\swhich\slasted\b[^,;]*|[^,;]*)\b(?:resulted|caused|cost|claimed)\b"
)
_OF_WARS_AND_REIGNS = frozenset({*CONFLICTS, *_REIGNS, "entire", "whole"})


def at_another_time(text: str, words: frozenset[str], trigger: int, clause: tuple[int, int]) -> bool:
    """Whether the words around a trigger put it at another time than the narrative's without saying when; ``words`` are those of its sentence.

    >>> text = "The city fell in March. Thousands fled in the decades that followed."
    >>> words = frozenset({"decades", "followed"})
    >>> at_another_time(text, words, text.index("fled"), (24, 53)), at_another_time(text, words, 9, (0, 23))
    (True, False)
    """
    if words.isdisjoint(_ANOTHER_TIMES):
        return False
    if _ANOTHER_TIME.search(text, max(clause[0], trigger - 25), trigger):
        return True
    if _EARLIER_ON.search(text, trigger, clause[1]) or _AT_NO_TIME.search(text[clause[0] : trigger]):
        return True
    behind = clause[1] + len(" that followed")
    return bool(_IN_YEARS_AROUND.search(text, trigger, behind) or _YEARS_AROUND.match(text, clause[0]))


def goes_on(text: str, words: frozenset[str], sentence: Sentence, clause: tuple[int, int]) -> str | None:
    """The words that put what a clause tells after the narrative's date without saying how long (*in the following days*)."""
    if words.isdisjoint(_SEQUELS):
        return None
    onward = _ONWARD.search(text, *clause) or _ONWARD.match(text, sentence.start, sentence.end)
    return onward[0] if onward else None


def is_of_a_war(text: str, words: frozenset[str], sentence: Sentence) -> bool:
    """Whether a sentence tells of a whole war or campaign (*The entire offensive cost …*) or reign (*near the end of his rule*), at no date told."""
    if words.isdisjoint(_OF_WARS_AND_REIGNS):
        return False
    if not words.isdisjoint(_REIGNS) and _OF_A_REIGN.search(text, sentence.start, sentence.end):
        return True
    if _SUMS_UP.match(text, sentence.start):
        return True
    return not words.isdisjoint(CONFLICTS) and _OF_A_WAR.search(text, sentence.start, sentence.end) is not None
