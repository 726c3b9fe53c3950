"""The days of the battle that a text is about, as its infobox or its first sentences state them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.events.dating.dated import Dated, Dates, in_order
from pipeline.frozen import replace
from pipeline.rules.dates import date_vocabulary

if TYPE_CHECKING:
    from pipeline.records import Tokens
    from pipeline.timex import Timex

__all__ = ["battle_days", "ends_what_began", "is_of_days", "is_of_fronted", "joined", "tells_when"]

_TELLS_WHEN = re.compile(
    r"\b(?:(?:was|were)\s(?:\w+ly\s)?fought|fought\s(?:on|from|between|in|at|near|during|over|by|around|outside|off)"
    r"|lasted|took\splace|occurred|raged|[Ll]asting\s(?:from|between))\b"
)
_ENDS = re.compile(r"\b(?:began|started|opened)\b[^.;]*\b(?:ended|concluded)\b")
_ANOTHER = re.compile(r",\s(?:the|a|an|his|its|their)\s")
_LASTED = re.compile(
    r"\b(?:last(?:ed|ing)|continu(?:ed|ing)|rag(?:ed|ing)|went\son|ended|concluded)\s(?:until|till|to|through|in|on)\s(?:the\s)?$"
)
_DEFINES = re.compile(r"The\s[^.;]*?\b(?:was|were)\s(?:an?|the|one|\w+ed|struck|hit|fought|shot|sunk)\b")
_OF_A_PLACE = re.compile(
    r"The\s(?:[Bb]attle|[Ss]iege|[Ss]ack|[Ff]all|[Cc]apture|[Cc]onquest|[Mm]assacre|[Bb]ombardment)\sof\s[^.,;:]{3,40}\s(?:in|of)\s$"
)
_FRONTED = re.compile(
    r"(?:However,\s)?(?:In|At|During)\s(?:the|this|that|his|her|their|an?)\s(?P<what>[^,;:()]{1,60}),\s"
)
"""The battle with which a sentence opens, in which the rest of it happened (*At the Battle of Mohi, …*)."""
_TITLE = re.compile(
    r"(?:The\s)?(?:[A-Z][\w-]+\s)?(?:Battle|Siege|Sack|Fall|Massacre)\s(?:of|at)\s(?P<place>[A-Z][\w’'-]+)"
)
_OPENS_THERE = re.compile(
    r"On\s(?P<day>[^,;]{4,30}?),?\s(?:at|near|in|outside|off)\s(?:the\s)?(?P<place>[A-Z].*)", re.DOTALL
)
_LEAD = 6
"""Sentences of the text among which the days of its battle are sought."""


def battle_days(tokens: Tokens, dates: Dates, title: str = "") -> Dated | None:
    """The first and last day of what a text is about; None where neither its first sentences nor an infobox state them.

    A sentence states them that tells when something was fought, or opens with a day and goes to the place of the ``title`` (*On 9 August 48 BC at Pharsalus*).
    """
    prose, boxed, titled = 0, None, _TITLE.match(title)
    for sentence in tokens.sentences:
        if (prose and sentence.kind == "heading") or prose >= _LEAD:
            break
        prose += sentence.kind == "prose"
        days = [d for d in dates.within(sentence.start, sentence.end) if is_of_days(d.value)]
        if not days:
            continue
        text = tokens.text
        if sentence.kind == "infobox":
            boxed = boxed or days[0]
        elif sentence.kind == "prose" and len(days) > 1 and _ENDS.search(text, sentence.start, sentence.end):
            return joined(days[0], days[-1])
        elif sentence.kind == "prose" and (
            days[0].bracketed
            or _TELLS_WHEN.search(text, sentence.start, sentence.end)
            or (len(days) == prose == 1 and _DEFINES.match(text, sentence.start, sentence.end))
            or (len(days) == prose == 1 and _opens_as_titled(text[sentence.start : sentence.end], title))
            or (
                titled
                and _is_there(text[sentence.start : sentence.end], days[0].start - sentence.start, titled["place"])
            )
        ):
            return days[0]
    return boxed


def _is_there(sentence: str, day: int, place: str) -> bool:
    """Whether a sentence opens with a day and says next that something happened at a place (*On 9 August 48 BC at Pharsalus in Greece, …*)."""
    opened = _OPENS_THERE.match(sentence)
    return opened is not None and opened.start("day") == day and opened["place"].startswith(place)


def _opens_as_titled(sentence: str, title: str) -> bool:
    """Whether a sentence opens with a day and tells of what the title ends with (*On 24 October 2016, militants carried out an attack on a college*)."""
    named = title.split("(", maxsplit=1)[0].split()
    word = named[-1].lower() if named else ""
    happening = word in date_vocabulary().happenings.words
    return happening and sentence.startswith("On ") and re.search(rf"\b{re.escape(word)}s?\b", sentence) is not None


def tells_when(before: str) -> bool:
    """Whether the words of a sentence before a date make it that of what they define.

    >>> tells_when("The Battle of the Kalka, fought in "), tells_when("The siege was a battle in "), tells_when("Troops reached the Kalka in ")
    (True, True, False)
    >>> tells_when("The siege of Ryazan in ")
    True
    """
    return _TELLS_WHEN.search(before) is not None or any(r.match(before) for r in (_DEFINES, _OF_A_PLACE))


def is_of_fronted(text: str, start: int, marker: int, dated: int) -> bool:
    """Whether a clause that begins at ``marker`` dates the battle with which the sentence opens, from its ``start`` on (*At Mohi, which was fought on …*).

    >>> text = "At the battle of Mohi, which was fought on 11 April 1241, the Mongols won."
    >>> is_of_fronted(text, 0, text.index("which"), text.index("11")), is_of_fronted(text, 3, text.index("which"), text.index("11"))
    (True, False)
    """
    fronted = _FRONTED.fullmatch(text, start, marker)
    named = fronted["what"].lower().split() if fronted else []
    return (
        any(word in date_vocabulary().happenings.words for word in named)
        and _TELLS_WHEN.search(text, marker, dated) is not None
    )


def ends_what_began(text: str, first: Dated, last: Dated) -> bool:
    """Whether a date ends what its sentence has begun on another (*broke out in 1443 and lasted until 1479*)."""
    if not (first.value.start and last.value.end) or not in_order(first.value.start, last.value.end):
        return False
    between = text[first.end : last.start]
    # *Despite an offensive in early 1993, the talks were concluded in August*: something else ended.
    return bool(_LASTED.search(between)) and "where" not in between and not _ANOTHER.match(between)


def is_of_days(value: Timex) -> bool:
    """Whether an interval begins and ends on days that the text names.

    >>> from pipeline.timex import Timex
    >>> is_of_days(Timex("DATE", "1916-04-29", start="1916-04-29", end="1916-04-29", granularity="day"))
    True
    >>> is_of_days(Timex("DATE", "1916-04", start="1916-04-01", end="1916-04-30", granularity="month"))
    False
    """
    span = value.span
    if span is None:
        return False
    named = len(value.value.removeprefix("-")) == 10
    return value.granularity == "day" or (value.granularity == "span" and named and span.first <= span.last)


def joined(first: Dated, last: Dated) -> Dated:
    """Two dates as the one interval from the first to the last."""
    value = replace(first.value, end=last.value.end, granularity="span", derivation="range")
    return replace(first, value=value)
