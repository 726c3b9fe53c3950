"""How long a date holds in what a text goes on to tell: a day for some sentences of its paragraph, a month or season for fewer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.events.dating.fading import days_ahead, months_ahead
from pipeline.events.dating.sums import AFTER_ALL

if TYPE_CHECKING:
    from pipeline.events.dating.asked import Pace
    from pipeline.events.dating.dated import Dated, Dates
    from pipeline.events.dating.stand import Stand
    from pipeline.events.dating.story import Story
    from pipeline.records import Sentence, Tokens
    from pipeline.timex import Timex

__all__ = ["SLOW", "Holding"]

_DAY_LASTS_IN_BATTLE, _DAY_LASTS_IN_WAR, _DAY_LASTS_IN_SLOW_WAR = 9, 3, 1
"""For how many sentences of its paragraph a day holds after the one that names it."""
_MONTH_HOLDS = 2
"""For how many sentences of its paragraph a month or season holds, however far the next date."""
SLOW, _FAR, _VERY_FAR = 10, 32, 60
"""Days to its next date with which a war is told too slowly for a day to hold, with which a battle is, or a war that goes on in another paragraph, and
with which a day holds for no sentence but its own."""
_NEXT_DAYS, _NEXT_SENTENCES = 2, 3
"""A day holds in the next paragraph where the narrative goes on from day to day: so many days and sentences to its next date."""
_THE_SAME = re.compile(
    r"(?:He|She|It|They|His|Her|Its|Their|This|These|The|There|Therefore|Thus|Half|Some|Most"
    r"|In\s(?:reprisal|retaliation|revenge|response|return|reply|turn|all))\b"
)
"""How a sentence begins that goes on with what the one before it tells."""


class Holding:
    """Whether the narrative of a document still stands at a date that was told some sentences before."""

    def __init__(self, tokens: Tokens, dates: Dates, story: Story) -> None:
        self._tokens = tokens
        self._dates = dates
        self._story = story

    def holds(self, stand: Stand, pace: Pace) -> bool:
        """Whether a date that was told some sentences before still dates what a sentence tells."""
        here, granularity = not stand.away, stand.value.granularity
        if stand.told is stand.headed:
            return True
        if granularity == "season":
            return here
        if granularity == "month":
            months = months_ahead(stand.value, stand.following)
            here = here and not self._is_one_of_its_year(stand)
            return here if months is None else months <= 1 or (here and self._goes_on(stand))
        if granularity == "span" and stand.value.derivation == "range" and not stand.told.bracketed:
            return not _is_far(stand)
        return granularity not in ("day", "time") or self._day_holds(stand, pace)

    def _day_holds(self, stand: Stand, pace: Pace) -> bool:
        sentence = stand.sentence
        if self._story.is_timed(sentence) and stand.away <= 1:
            return True
        if self._story.is_of_short_battle(stand.told) and not AFTER_ALL.search(sentence.section):
            return True
        if stand.told.bracketed and stand.at is not sentence:
            return False
        days = days_ahead(stand.value, stand.following)
        if _is_far(stand) and pace != "minutes" and not self._story.is_hourly(sentence):
            return False
        if days == 0 and self._is_here(stand.following, sentence) and stand.tells_hours_next:
            return True
        if days == 0 or (days == 1 and not self._story.is_of_war and stand.headed is None):
            return stand.is_in_section
        if not stand.away:
            holds = sentence.index - stand.at.index <= self._lasts(days, stand)
            return holds and not any(
                _is_past(d, stand.value) for d in self._dates.within(stand.told.end, sentence.start)
            )
        if not stand.is_in_section:
            return False
        if stand.following is None:  # the last day told, by the hour
            return stand.away == 1 and self._story.is_hourly(stand.at)
        if days is None:
            return False
        ahead = self._tokens.sentence_at(stand.following.start).index - stand.at.index
        return days <= _NEXT_DAYS and ahead <= _NEXT_SENTENCES

    def _is_one_of_its_year(self, stand: Stand) -> bool:
        """Whether a month was told some sentences before under a heading that names its year, and the next date, if any, is far."""
        if stand.headed is None or stand.headed.value.granularity != "year":
            return False
        last = stand.following is None or _is_far(stand)
        return last and stand.sentence.index - stand.at.index > _MONTH_HOLDS

    def _goes_on(self, stand: Stand) -> bool:
        """Whether the sentences up to this one go on telling of the same (*In April a fleet came. It shelled the forts.*), to no later date."""
        at, sentence = stand.at.index, stand.sentence
        if sentence.index - at > _MONTH_HOLDS:
            return False
        if stand.following is not None and stand.following.start < sentence.end:
            return False
        between = self._tokens.sentences[at + 1 : sentence.index + 1]
        return all(_THE_SAME.match(self._tokens.text, s.start) for s in between)

    def _lasts(self, days: int | None, stand: Stand) -> int:
        """For how many sentences of its paragraph a day holds, so many days before the next date."""
        far = days is not None and days >= _FAR
        if self._story.is_hourly(stand.sentence) or (self._story.is_of_weeks and not far):
            return _DAY_LASTS_IN_BATTLE
        slow = far or (days is not None and days >= SLOW and self._is_here(stand.following, stand.sentence))
        return _DAY_LASTS_IN_SLOW_WAR if slow else _DAY_LASTS_IN_WAR

    def _is_here(self, dated: Dated | None, sentence: Sentence) -> bool:
        return dated is not None and self._tokens.sentence_at(dated.start).paragraph == sentence.paragraph


def _is_far(stand: Stand) -> bool:
    """Whether the next date is so far that a war is told by the year: what follows a day need not have come on it, nor in its month."""
    ahead = days_ahead(stand.value, stand.following, coarse=True)
    return ahead is not None and ahead >= _VERY_FAR


def _is_past(dated: Dated, told: Timex) -> bool:
    """Whether a date names a day well after the one told: a bound, since it has not moved the clock."""
    value = dated.value
    if dated.weak or value.aside or value.granularity != "day":
        return False
    days = days_ahead(told, dated)
    return days is not None and days >= SLOW
