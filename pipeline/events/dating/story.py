"""What a text tells of, as its dates show: the days of one battle or a whole war, by the hour or not, and the year of its name."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from pipeline.events.dating.battles import battle_days, tells_when
from pipeline.events.dating.dated import Dated, Dates, covers

if TYPE_CHECKING:
    from pipeline.records import Document, Sentence, Tokens
    from pipeline.timex import Timex

__all__ = ["Story"]

_WEEKS = 120
"""Days that most of the dates of a text span at most, where it tells of a battle rather than a war."""
_A_YEAR = 366
"""Days that a battle or siege lasts at most whose infobox dates what is told before any date."""
_SHORT = 3
"""Days that a battle lasts at most whose day holds as long as it is told."""
_WAR = re.compile(r"\b(?:War|Wars|Revolution|Insurgency|Uprising|Campaign)\b")


class Story:
    """The battle or war that a document tells of, and how closely. Offsets are clean offsets."""

    def __init__(self, document: Document, tokens: Tokens, dates: Dates) -> None:
        self._tokens = tokens
        self._dates = dates
        self._hours = [m for m in dates.mentions if _is_of_hours(m.value) and tokens.text[m.end : m.end + 1] != "-"]
        hourly = [tokens.sentence_at(m.start) for m in self._hours]
        self._hourly, self._timed = {s.paragraph for s in hourly}, {s.index for s in hourly}
        in_weeks, war = self._spread() <= _WEEKS, _WAR.search(document.title) is not None
        self.is_of_war = war and not in_weeks
        self.is_of_weeks = in_weeks and not war
        self.named = self._year_of_the_name()
        """The year in its name."""
        self.battle = battle_days(tokens, dates, document.title)
        """The days of its battle."""

    def is_boxed(self, battle: Dated) -> bool:
        """Whether days are those of an infobox, a year at most, which date what a text tells before any date of its own."""
        span = battle.value.span
        boxed = self._tokens.sentence_at(battle.start).kind == "infobox"
        return boxed and span is not None and span.last - span.first <= _A_YEAR

    def is_hourly(self, sentence: Sentence) -> bool:
        """Whether the paragraph of a sentence tells a day by the hour."""
        return sentence.paragraph in self._hourly

    def is_timed(self, sentence: Sentence) -> bool:
        """Whether a sentence names an hour."""
        return sentence.index in self._timed

    def is_hourly_since(self, told: Dated, sentence: Sentence) -> bool:
        """Whether a day is told by the hour from the sentence that names it on, in the paragraph of another."""
        if not self.is_hourly(sentence):
            return False
        begun = max(self._tokens.sentence_at(told.start).start, self._tokens.paragraph_start(sentence))
        at = bisect_left(self._hours, begun, key=lambda m: m.start)
        since = self._hours[at : bisect_left(self._hours, sentence.end, key=lambda m: m.start)]
        return any(not m.value.start or m.value.start == told.value.start for m in since)

    def is_of_short_battle(self, told: Dated) -> bool:
        """Whether a date is one of the few days of the battle that the text is about, which holds as long as that is told."""
        battle = self.battle.value if self.battle else None
        span = battle.span if battle else None
        if battle is None or span is None or not covers(battle, told.value):
            return False
        return span.last - span.first < _SHORT

    # ------------------------------------------------------------------------------------------- the whole document

    def _spread(self) -> int:
        """How many days most of the days of the text span."""
        days = sorted(
            span.first
            for d in self._dates.all
            if d.value.granularity == "day" and not d.value.aside and (span := d.value.span)
        )
        tenth = len(days) // 10
        return days[-1 - tenth] - days[tenth] if days else _WEEKS + 1

    def _year_of_the_name(self) -> Dated | None:
        """The year in a name of the sentence that says what the text is about (*a battle of the 2022 Russian invasion*), or its own (*fought in 1223*)."""
        first = next((s for s in self._tokens.sentences if s.kind == "prose"), None)
        if first is None:
            return None
        told = self._dates.within(first.start, first.end)
        named = [d for d in told if d.weak and not d.bracketed]
        if named or not told or not tells_when(self._tokens.text[first.start : told[0].start]):
            return next(reversed(named), None)
        return told[0] if told[0].value.granularity in ("year", "month", "season") else None


def _is_of_hours(value: Timex) -> bool:
    """Whether an expression shows that a day is told by the hour (*at noon*, *a four-hour battle*, *minutes later*)."""
    if value.type == "TIME" or value.value.startswith("PT"):
        return True
    return value.shift is not None and value.shift.unit in ("hour", "minute", "part")
