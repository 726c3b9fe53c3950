"""Whether a narrative has left the date that was told last, without having told another."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from pipeline.events.dating.dated import in_order
from pipeline.events.dating.fading import is_of_weeks, months_ahead
from pipeline.events.dating.sums import AFTER_ALL
from pipeline.rules.dates import is_of_the_deed
from pipeline.timex import Span

if TYPE_CHECKING:
    from pipeline.events.dating.dated import Dated, Dates
    from pipeline.events.dating.stand import Stand
    from pipeline.events.dating.story import Story
    from pipeline.records import Tokens

__all__ = ["Leaving", "heading_returned_to"]

_MONTH_LASTS = 3
"""For how many sentences the year of a month holds before a date in another year."""
_REACH_OF_DAYS = 45
"""Days at most from a day to the next date, of another year, before which it is not left."""
_AT_ONCE = re.compile(r"\b(?:at\sonce|[Ii]mmediately|[Pp]romptly|[Ff]orthwith|[Tt]hereupon)\b")
"""*Darius at once raised an army* goes on with what the paragraph before told."""
_MEANWHILE = re.compile(
    r"(?:Meanwhile|Meantime|Concurrently|Simultaneously|In\sthe\smean(?:time|while)|All\sthis\swhile"
    r"|(?:At|Around|About)\s(?:this|that|the\s(?:very\s)?same)\s(?:time|moment))\b"
)
"""How a paragraph begins that tells what came at the time of the one before it."""
_A_MONTH = 27
"""Days after its first at which the shortest month ends."""
_DAYS = ("day", "time", "span")
_FINER_THAN_YEARS = ("day", "time", "month", "season")
_AHEAD = 4
"""Dates among which the next that is told of happenings is looked for."""


class Leaving:
    """Whether the narrative of a document has left a date: gone on from it, or back to what came before."""

    def __init__(self, tokens: Tokens, dates: Dates, story: Story) -> None:
        self._tokens = tokens
        self._dates = dates
        self._story = story

    def has_left(self, stand: Stand) -> bool:
        """Whether the narrative has gone on from a date to where only the heading over it may tell."""
        if not stand.away:  # in its own paragraph
            return self._is_told_before(stand) or _is_on_its_way(stand)
        if self._is_meanwhile(stand):
            return False
        return (
            self._is_of_the_whole(stand)
            or self._is_told_before(stand)
            or self._is_gone(stand)
            or _is_on_its_way(stand)
            or self._is_of_another(stand)
        )

    def _is_meanwhile(self, stand: Stand) -> bool:
        """Whether a paragraph says of itself that it stands at the date of the one before it, and goes on from there."""
        if stand.away != 1 or not _MEANWHILE.match(self._tokens.text, self._tokens.paragraph_start(stand.sentence)):
            return False
        told, ahead = stand.value.start, stand.following.value.end if stand.following else None
        return not (told and ahead) or in_order(told, ahead)

    def goes_before(self, stand: Stand) -> bool:
        """Whether a paragraph, another than that of the day told, goes back to what came before it (*… on 9 November 1914. … In early November, he decided*)."""
        following = stand.following
        if following is None or stand.at.kind == "heading":
            return False
        here = self._tokens.sentence_at(following.start).paragraph == stand.sentence.paragraph
        if not here or AFTER_ALL.search(stand.sentence.section):
            return False
        value, told_on = following.value, stand.value.start
        before = value.start if value.mod == "START" else value.end
        return bool(told_on and before and stand.value.granularity in _DAYS and not in_order(told_on, before))

    def _is_of_the_whole(self, stand: Stand) -> bool:
        """Whether the date told is the weeks that the whole of what the text is about lasted, and another paragraph tells it in turn."""
        battle = self._story.battle
        return battle is not None and stand.told.start == battle.start and is_of_weeks(stand.value)

    def _is_gone(self, stand: Stand) -> bool:
        """Whether a year was told in another paragraph, and the narrative goes on in its section, but to no date of that year."""
        value, following, named = stand.value, stand.following, self._story.named
        if value.granularity != "year" or stand.at.kind == "heading":
            return False
        if named is not None and stand.told.start == named.start and is_of_the_deed(stand.sentence.section):
            return False
        if stand.is_in_section and stand.beyond and stand.headed is None:
            return False
        if following is None:
            return stand.away > 1 or not value.mod
        return bool(value.end and following.value.start and value.end[:-6] != following.value.start[:-6])

    def _is_told_before(self, stand: Stand) -> bool:
        """Whether a section begins with what came before the date told in another one: its own first date lies in an earlier year."""
        sentence, start = stand.sentence, stand.value.start
        if stand.is_in_section or stand.at.kind == "heading" or start is None:
            return False
        ahead = bisect_left(self._dates.starts, sentence.start)
        first = next((d for d in self._dates.all[ahead : ahead + _AHEAD] if not (d.weak or d.bracketed)), None)
        if (
            first is None
            or first.value.end is None
            or self._tokens.sentence_at(first.start).section != sentence.section
        ):
            return False
        return not in_order(start, first.value.end) and start[:-6] != first.value.end[:-6]

    def _is_of_another(self, stand: Stand) -> bool:
        """Whether a day or month is that of another paragraph, from which the narrative goes on to a date of another year, and not soon.

        Where it goes on to none, its section still stands at it; the day of a battle holds all through that.
        """
        value, following, sentence = stand.value, stand.following, stand.sentence
        if stand.at.kind == "heading" or value.granularity not in _FINER_THAN_YEARS:
            return False
        if self._story.is_of_short_battle(stand.told) or self._story.is_timed(sentence):
            return False
        if _AT_ONCE.search(self._tokens.text, sentence.start, sentence.end):
            return False
        if stand.is_in_section and stand.beyond:
            return False
        if following is None or not (value.start and value.end and following.value.start):
            return following is None
        since, until = Span.between(value.start, following.value.start), Span.between(value.end, following.value.start)
        soon = since.last - since.first >= -_A_MONTH and until.last - until.first <= _REACH_OF_DAYS
        return not (soon or value.start[:-6] == following.value.start[:-6])


def _is_on_its_way(stand: Stand) -> bool:
    """Whether the narrative is on its way from a month to a date in a later year, and has told much since."""
    if stand.value.granularity not in ("month", "season") or stand.sentence.index - stand.at.index <= _MONTH_LASTS:
        return False
    return (months_ahead(stand.value, stand.following) or 0) > 1


def heading_returned_to(stand: Stand) -> Dated | None:
    """The date in its heading to which another paragraph that names none goes back, where the narrative has left that."""
    headed = stand.headed
    if headed is None or not (headed.value.end and stand.value.start):
        return None
    return None if in_order(stand.value.start, headed.value.end) else headed
