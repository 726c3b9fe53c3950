"""The narrative's clock: at which date the text stands when a sentence begins, and how long that date holds."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from pipeline.events.battles import battle_days, tells_when
from pipeline.events.dated import Dated, Dates, covers, in_order, whole
from pipeline.events.fading import days_ahead, faded, in_its_year, months_ahead
from pipeline.events.movers import Movers
from pipeline.events.sums import AFTER_ALL, Sums
from pipeline.frozen import replace
from pipeline.rules.dates import is_of_the_deed
from pipeline.timex import Span, Timex

if TYPE_CHECKING:
    from pipeline.records import Document, Mention, Parse, Sentence, Tokens

__all__ = ["Clock"]

_DAY_LASTS_IN_BATTLE, _DAY_LASTS_IN_WAR, _DAY_LASTS_IN_SLOW_WAR = 9, 3, 1
"""For how many sentences of its paragraph a day holds after the one that names it."""
_MONTH_HOLDS = 2
"""For how many sentences of its paragraph a month or season holds, however far the next date."""
_MONTH_LASTS = 3
"""For how many sentences the year of a month holds before a date in another year."""
_WEEKS = 120
"""Days that most of the dates of a text span at most, where it tells of a battle rather than a war."""
_SLOW, _FAR = 10, 32
"""Days to its next date with which a war is told too slowly for a day to hold, and with which a battle is, or a war that goes on in another paragraph."""
_APART = 4
"""Days between two dates of the narrative from which on what is told between them is dated by both."""
_REACH_OF_DAYS, _REACH_OF_YEARS = 45, 800
"""Days at most from a day, and from a month or year, to the next date, where what is told in between came after the one and before the other."""
_REACH_OF_BOUND = 120
"""Days at most from the narrative's date to the end of a bound before which the next happenings are told."""
_BOUNDS, _BOUNDS_OF_DAYS = ("month", "season"), ("month", "season", "day")
"""Granularities of such bounds, and of those that a day has in its own paragraph."""
_NEXT_DAYS, _NEXT_SENTENCES = 2, 3
"""A day holds in the next paragraph where the narrative goes on from day to day: so many days and sentences to its next date."""
_WAR = re.compile(r"\b(?:War|Wars|Revolution|Insurgency|Uprising|Campaign)\b")
_THE_SAME = re.compile(
    r"(?:He|She|It|They|His|Her|Its|Their|This|These|The|There|Therefore|Thus|Half|Some|Most"
    r"|In\s(?:reprisal|retaliation|revenge|response|return|reply|turn|all))\b"
)
"""How a sentence begins that goes on with what the one before it tells."""
_AT_ONCE = re.compile(r"\b(?:at\sonce|[Ii]mmediately|[Pp]romptly|[Ff]orthwith|[Tt]hereupon)\b")
"""*Darius at once raised an army* goes on with what the paragraph before told."""
_A_MONTH = 27
"""Days after its first at which the shortest month ends."""
_A_SEASON = 90
"""Days to the next date with which a season is left behind."""
_DAYS = ("day", "time", "span")
_FINER_THAN_YEARS = ("day", "time", "month", "season")
_AHEAD = 4
"""Dates among which the next that is told of happenings is looked for."""
_SHORT = 3
"""Days that a battle lasts at most whose day holds as long as it is told."""


class Clock:
    """The date at which the narrative stands, sentence by sentence.

    A date in a sentence moves it, unless that date steps aside (a flashback, a bound, a year in a name). A day holds for some sentences, then only
    its month does; the day of the battle that the text is about holds while the battle is told, and is the day of its losses. A section on what came before begins without a date.
    """

    def __init__(self, document: Document, tokens: Tokens, parse: Parse, dates: Dates) -> None:
        self._tokens = tokens
        of_hours = [m for m in dates.mentions if _is_of_hours(m.value) and tokens.text[m.end : m.end + 1] != "-"]
        hourly = [tokens.sentence_at(m.start) for m in of_hours]
        self._hourly, self._hours_later = {s.paragraph for s in hourly}, {s.index for s in hourly}
        self._hours = of_hours
        self._dates = dates
        self._document = document
        self._is_of_war = _WAR.search(document.title) is not None
        self._is_of_weeks = not self._is_of_war and self._spread() <= _WEEKS
        self._named = self._year_of_the_name()
        self._battle = battle_days(tokens, dates)
        course = Movers(tokens, parse, dates).run()
        self._clock, self._movers, self._hushed = course.told, course.movers, course.hushed
        self._headed = course.headed
        self._mover_starts = [dated.start for dated in self._movers]
        self.sums = Sums(tokens, dates, course, None if self._is_of_war else self._battle)

    def told(
        self, sentence: Sentence, *, within: bool = False, in_month: bool = False
    ) -> tuple[Timex | None, Mention[Timex] | None]:
        """The date at which the narrative stands when a sentence begins, else a year from a name.

        It is the coarser for what came ``within`` days, weeks or months of it, and the month of a day for what is told ``in_month``.
        """
        told = self._clock[sentence.index]
        if told is not None:
            at = self._tokens.sentence_at(told.start)
            deed = self._deed(told, at, sentence)
            if deed is not None:
                return replace(deed.value, derivation="narrative", anchor=deed.start), deed.mention
            bounded = self._bounded(told, at, sentence)
            if bounded:
                return bounded, told.mention
            following = self._following(sentence)
            if self._is_before(told, at, sentence, following):
                return self._some_time_before(told, following)
            headed = self._headed[sentence.index]
            if headed is not None and self._is_back(told, at, sentence, headed):
                return replace(headed.value, derivation="from_heading", anchor=headed.start), headed.mention
            if (
                self._is_of_the_whole(told, at, sentence)
                or self._is_gone(told, at, sentence, following)
                or self._is_left(told, at, sentence, following)
                or self._is_of_another(told, at, sentence, following)
            ):
                return self._rest_of_section(told, headed)
            value = told.value
            if (within and value.granularity != "span") or not self._holds(told, at, sentence, following):
                value = faded(told.value, following)
            elif in_month and not self._is_of_weeks and value.granularity in ("day", "time"):  # in a war, not a battle
                value = faded(value, None)
            elif value.mod and value.relation == "by":  # *By the end of January he held the coast*: a bound
                value = self._around(value, following)
            return replace(value, derivation="narrative", anchor=told.mention.start), told.mention
        if sentence.index in self._hushed:
            return None, None
        if self._battle is not None and self._is_boxed(self._battle):
            return replace(self._battle.value, derivation="narrative", anchor=self._battle.start), self._battle.mention
        named = self._in_parentheses(sentence) or self._named
        return (named.value, named.mention) if named else (None, None)

    def _is_boxed(self, battle: Dated) -> bool:
        """Whether days are those of an infobox, weeks at most, which date what a text tells before any date of its own."""
        span = battle.value.span
        boxed = self._tokens.sentence_at(battle.start).kind == "infobox"
        return boxed and span is not None and span.last - span.first <= _WEEKS

    def _is_before(self, told: Dated, at: Sentence, sentence: Sentence, following: Dated | None) -> bool:
        """Whether a paragraph goes back to what came before the day told in another one (*… on 9 November 1914. … In early November, he decided*)."""
        if following is None or at.kind == "heading" or at.paragraph == sentence.paragraph:
            return False
        if not self._is_here(following, sentence) or AFTER_ALL.search(sentence.section):
            return False
        value, told_on = following.value, told.value.start
        before = value.start if value.mod == "START" else value.end
        return bool(told_on and before and told.value.granularity in _DAYS and not in_order(told_on, before))

    def _some_time_before(self, told: Dated, following: Dated | None) -> tuple[Timex | None, Mention[Timex] | None]:
        """The year of a day, or its month, for what a paragraph tells that goes back to a day within it; nothing where it goes back farther."""
        year, month = in_its_year(told.value), faded(told.value, None)
        if following is None or not covers(year, following.value):
            return None, None
        of_month = following.value.granularity == "day" and covers(month, following.value)
        value = replace(month if of_month else year, derivation="narrative", anchor=told.mention.start)
        return value, told.mention

    def _rest_of_section(self, told: Dated, headed: Dated | None) -> tuple[Timex | None, Mention[Timex] | None]:
        """From a date that the narrative has left to the end of what the heading over it names (*Interbellum (490–480 BC)*)."""
        if headed is None or not covers(headed.value, told.value):
            return None, None
        value = replace(headed.value, start=told.value.start, derivation="from_heading", anchor=headed.start)
        return value, headed.mention

    def is_of_weeks_at(self, sentence: Sentence) -> bool:
        """Whether the narrative's date when a sentence begins is a stretch of weeks at least."""
        told = self._clock[sentence.index]
        return told is not None and _is_of_weeks(told.value)

    def is_far(self, sentence: Sentence) -> bool:
        """Whether the narrative's day when a sentence begins lies well before the next date, or is the last one; not in a battle told by the hour."""
        told, following = self._clock[sentence.index], self._following(sentence)
        if told is None or self._is_hourly(told, sentence) or self._is_of_short_battle(told):
            return False
        ahead = days_ahead(told.value, following, coarse=True)
        return told.value.granularity in ("day", "time") and (ahead is None or ahead >= _SLOW)

    def stands_within(self, sentence: Sentence, units: str) -> bool:
        """Whether the narrative's date is so fine that what came some days, a ``week`` or ``month`` later is past it."""
        told = self._clock[sentence.index]
        fine = ("day", "time") if units in ("days", "week", "weeks") else ("day", "time", "month", "season")
        return told is not None and told.value.granularity in fine

    def in_this_year(self, sentence: Sentence) -> tuple[Timex | None, Mention[Timex] | None]:
        """The year of the narrative's month or season, where the next date is in it as well; else nothing."""
        told, following = self._clock[sentence.index], self._following(sentence)
        if told is None or following is None or told.value.granularity not in ("month", "season"):
            return None, None
        year = in_its_year(told.value)
        if not covers(year, following.value):
            return None, None
        return replace(year, derivation="narrative", anchor=told.mention.start), told.mention

    def _is_hourly(self, told: Dated, sentence: Sentence) -> bool:
        """Whether a day is told by the hour from the sentence that names it on, in the paragraph of another."""
        if sentence.paragraph not in self._hourly:
            return False
        begun = max(self._tokens.sentence_at(told.start).start, self._tokens.paragraph_start(sentence))
        at = bisect_left(self._hours, begun, key=lambda m: m.start)
        since = self._hours[at : bisect_left(self._hours, sentence.end, key=lambda m: m.start)]
        return any(not m.value.start or m.value.start == told.value.start for m in since)

    def is_headed(self, sentence: Sentence) -> bool:
        """Whether the narrative still stands at the years in the heading over a sentence (*Between the wars (490–480 BC)*)."""
        told = self._clock[sentence.index]
        return told is not None and told is self._headed[sentence.index] and told.value.granularity == "span"

    def day_before(self, sentence: Sentence) -> str | None:
        """The last day of the date at which the narrative stands when a sentence begins."""
        told = self._clock[sentence.index]
        return told.value.end if told else None

    def _in_parentheses(self, sentence: Sentence) -> Dated | None:
        """The years in parentheses behind a name, which date what follows them in their paragraph."""
        told = self._dates.within(self._tokens.paragraph_start(sentence), sentence.start)
        return next((d for d in reversed(told) if d.bracketed and d.value.granularity == "span"), None)

    def _holds(self, told: Dated, at: Sentence, sentence: Sentence, following: Dated | None) -> bool:
        """Whether the narrative still stands at a date that was told some sentences before."""
        here, value = at.paragraph == sentence.paragraph, told.value
        if told is self._headed[sentence.index]:
            return True
        if value.granularity == "season":
            ahead = days_ahead(value, following, coarse=True)
            return here and (ahead is None or ahead < _A_SEASON or self._goes_on_from(at, sentence))
        if value.granularity == "month":
            months = months_ahead(value, following)
            return here if months is None else months <= 1 or (here and self._goes_on_from(at, sentence))
        if value.granularity not in ("day", "time"):
            return True
        if sentence.index in self._hours_later and sentence.paragraph - at.paragraph <= 1:
            return True
        if self._is_of_short_battle(told) and not AFTER_ALL.search(sentence.section):
            return True
        if told.bracketed and at is not sentence:
            return False
        days = days_ahead(value, following)
        if days == 0 or (days == 1 and not self._is_of_war):
            return at.section == sentence.section
        if here:
            holds = sentence.index - at.index <= self._lasts(days, sentence, following)
            return holds and not any(_is_past(d, value) for d in self._dates.within(told.end, sentence.start))
        if following is None or days is None or at.section != sentence.section:
            return False
        ahead = self._tokens.sentence_at(following.start).index - at.index
        return days <= _NEXT_DAYS and ahead <= _NEXT_SENTENCES

    def _around(self, told: Timex, following: Dated | None) -> Timex:
        """The month or year of a part of it that only bounds what was told; the year of a month where the next date is far."""
        month = whole(told)
        ahead = days_ahead(told, following, coarse=True)
        near = (ahead is not None and ahead <= _A_SEASON) or (following is not None and covers(month, following.value))
        return month if near else faded(told, following)

    def _goes_on_from(self, at: Sentence, sentence: Sentence) -> bool:
        """Whether the sentences up to this one go on telling of the same (*In April a fleet came. It shelled the forts.*), to no later date."""
        if sentence.index - at.index > _MONTH_HOLDS:
            return False
        text, following = self._tokens.text, self._following(sentence)
        if following is not None and following.start < sentence.end:
            return False
        between = self._tokens.sentences[at.index + 1 : sentence.index + 1]
        return all(_THE_SAME.match(text, s.start) for s in between)

    def _lasts(self, days: int | None, sentence: Sentence, following: Dated | None) -> int:
        """For how many sentences of its paragraph a day holds, so many days before the next date."""
        far = days is not None and days >= _FAR
        if sentence.paragraph in self._hourly or (self._is_of_weeks and not far):
            return _DAY_LASTS_IN_BATTLE
        slow = far or (days is not None and days >= _SLOW and self._is_here(following, sentence))
        return _DAY_LASTS_IN_SLOW_WAR if slow else _DAY_LASTS_IN_WAR

    def _is_here(self, dated: Dated | None, sentence: Sentence) -> bool:
        return dated is not None and self._tokens.sentence_at(dated.start).paragraph == sentence.paragraph

    def comes_to_a_day(self, offset: int, sentence: Sentence) -> bool:
        """Whether a sentence goes on from an offset to a day well after the one at which it begins (*retreated, and on 9 May surrendered*)."""
        told = self._clock[sentence.index]
        at = bisect_left(self._mover_starts, offset)
        if told is None or told.value.granularity not in ("day", "time") or at == len(self._movers):
            return False
        following = self._movers[at]
        days = days_ahead(told.value, following, coarse=True)
        if following.value.relation == "by":
            return False
        return following.start < sentence.end and days is not None and days >= _APART

    def onward(self, sentence: Sentence) -> tuple[Timex, Mention[Timex]] | None:
        """The interval from the narrative's date to the next one, for what came in between; None where that is not near."""
        told, following = self._clock[sentence.index], self._following(sentence)
        if (
            told is None
            or following is None
            or not (told.value.start and following.value.end and following.value.start)
        ):
            return None
        span = Span.between(told.value.start, following.value.end)
        reach = _REACH_OF_DAYS if told.value.granularity in ("day", "time", "span") else _REACH_OF_YEARS
        days = span.last - span.first
        if not 0 < days <= reach and not (self.is_headed(sentence) and covers(told.value, following.value)):
            return None
        value = replace(told.value, end=following.value.end, granularity="span", derivation="narrative")
        return replace(value, anchor=told.mention.start), told.mention

    def _is_of_the_whole(self, told: Dated, at: Sentence, sentence: Sentence) -> bool:
        """Whether the date told is the weeks that the whole of what the text is about lasted, and another paragraph tells it in turn."""
        if self._battle is None or told.start != self._battle.start or at.paragraph == sentence.paragraph:
            return False
        return _is_of_weeks(told.value)

    def _deed(self, told: Dated, at: Sentence, sentence: Sentence) -> Dated | None:
        """The date of what the text is about, where a section begins to tell that without a date of its own (*Battle*, *The siege*)."""
        if at.section == sentence.section or not is_of_the_deed(sentence.section):
            return None
        if self._battle is not None:
            apart = self._is_of_short_battle(self._battle) and not covers(self._battle.value, told.value)
            return self._battle if apart else None
        named = self._named
        finer = (
            named is not None and named.value.granularity in ("month", "season") and told.value.granularity == "year"
        )
        return named if finer and named is not None and covers(told.value, named.value) else None

    def _is_gone(self, told: Dated, at: Sentence, sentence: Sentence, following: Dated | None) -> bool:
        """Whether a year was told in another paragraph, and the narrative goes on to no date of that year."""
        paragraphs, value = sentence.paragraph - at.paragraph, told.value
        if self._is_told_before(told, at, sentence):
            return True
        if not paragraphs or value.granularity != "year" or at.kind == "heading":
            return False
        if self._named is not None and told.start == self._named.start and is_of_the_deed(sentence.section):
            return False
        if following is None:
            return paragraphs > 1 or not value.mod
        return bool(value.end and following.value.start and value.end[:-6] != following.value.start[:-6])

    def _is_told_before(self, told: Dated, at: Sentence, sentence: Sentence) -> bool:
        """Whether a section begins with what came before the date told in another one: its own first date lies in an earlier year."""
        if at.section == sentence.section or at.kind == "heading" or told.value.start is None:
            return False
        ahead = bisect_left(self._dates.starts, sentence.start)
        first = next((d for d in self._dates.all[ahead : ahead + _AHEAD] if not (d.weak or d.bracketed)), None)
        if (
            first is None
            or first.value.end is None
            or self._tokens.sentence_at(first.start).section != sentence.section
        ):
            return False
        return not in_order(told.value.start, first.value.end) and told.value.start[:-6] != first.value.end[:-6]

    def _is_back(self, told: Dated, at: Sentence, sentence: Sentence, headed: Dated) -> bool:
        """Whether a paragraph that names no date goes back to the one in its heading, which the narrative has left."""
        if at.paragraph == sentence.paragraph or not (headed.value.end and told.value.start):
            return False
        return not in_order(told.value.start, headed.value.end)

    def _is_left(self, told: Dated, at: Sentence, sentence: Sentence, following: Dated | None) -> bool:
        """Whether the narrative is on its way from a month to a date in a later year, and has told much since."""
        if told.value.granularity not in ("month", "season") or sentence.index - at.index <= _MONTH_LASTS:
            return False
        return (months_ahead(told.value, following) or 0) > 1

    def _is_of_another(self, told: Dated, at: Sentence, sentence: Sentence, following: Dated | None) -> bool:
        """Whether a day or month is that of another paragraph, from which the narrative goes on to a date of another year, and not soon.

        Where it goes on to none, the next paragraph of the section still stands at it; the day of a battle holds all through that.
        """
        value, away = told.value, sentence.paragraph - at.paragraph
        if not away or at.kind == "heading" or value.granularity not in _FINER_THAN_YEARS:
            return False
        if self._is_of_short_battle(told) or sentence.index in self._hours_later:
            return False
        if _AT_ONCE.search(self._tokens.text, sentence.start, sentence.end):
            return False
        if following is None or not (value.start and value.end and following.value.start):
            return following is None and (away > 1 or at.section != sentence.section)
        since, until = Span.between(value.start, following.value.start), Span.between(value.end, following.value.start)
        soon = since.last - since.first >= -_A_MONTH and until.last - until.first <= _REACH_OF_DAYS
        return not (soon or value.start[:-6] == following.value.start[:-6])

    def _following(self, sentence: Sentence) -> Dated | None:
        """The date at which the narrative stands next."""
        at = bisect_left(self._mover_starts, sentence.start)
        return self._movers[at] if at < len(self._movers) else None

    def _is_of_short_battle(self, told: Dated) -> bool:
        battle = self._battle.value if self._battle else None
        span = battle.span if battle else None
        if battle is None or span is None or not covers(battle, told.value):
            return False
        return span.last - span.first < _SHORT

    def _spread(self) -> int:
        """How many days most of the days of the text span."""
        days = sorted(
            span.first
            for d in self._dates.all
            if d.value.granularity == "day" and not d.value.aside and (span := d.value.span)
        )
        tenth = len(days) // 10
        return days[-1 - tenth] - days[tenth] if days else _WEEKS + 1

    def _bounded(self, told: Dated, at: Sentence, sentence: Sentence) -> Timex | None:
        """The interval from the narrative's day or month to the bound that its paragraph goes on to state (*by 16 January*, *by September*)."""
        here = at.paragraph == sentence.paragraph
        value = told.value
        if value.granularity not in ("day", "month") or not (here or value.granularity == "day"):
            return None
        behind = bisect_right(self._dates.starts, told.start)
        if behind == len(self._dates.all):
            return None
        dated = self._dates.all[behind]
        bound = dated.value
        if dated.weak or bound.relation != "by" or not (value.end and bound.end):
            return None
        grains = _BOUNDS_OF_DAYS if here and value.granularity == "day" else _BOUNDS
        if bound.granularity not in grains or (not here and dated.start < sentence.start):
            return None
        if self._tokens.sentence_at(dated.start).paragraph != sentence.paragraph:
            return None
        begun = value if here else faded(value, None)
        if not begun.start or not in_order(value.end, bound.end):
            return None
        if Span.between(begun.start, bound.end).last - Span.between(begun.start, bound.end).first > _REACH_OF_BOUND:
            return None
        return replace(begun, end=bound.end, granularity="span", derivation="narrative", anchor=told.start)

    # ------------------------------------------------------------------------------------------- the whole document

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


def _is_of_weeks(value: Timex) -> bool:
    """Whether an interval is as long as a month."""
    span = value.span
    return span is not None and span.last - span.first >= _A_MONTH


def _is_past(dated: Dated, told: Timex) -> bool:
    """Whether a date names a day well after the one told: a bound, since it has not moved the clock."""
    value = dated.value
    if dated.weak or value.aside or value.granularity != "day":
        return False
    days = days_ahead(told, dated)
    return days is not None and days >= _SLOW
