"""The narrative's clock: at which date the text stands when a sentence begins, and how long that date holds."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from pipeline.events.dated import ASIDES, Dated, Dates, in_order
from pipeline.frozen import replace
from pipeline.timex import Span, Timex, span_of

if TYPE_CHECKING:
    from pipeline.records import Document, Mention, Parse, Sentence, Tokens

__all__ = ["Clock"]

_OPENING = 12
"""A date that begins so few characters into its sentence opens it."""
_DAY_LASTS, _DAY_LASTS_IN_BATTLE = 3, 9
"""For how many sentences of its paragraph a day holds after the one that names it, in a war and in a battle."""
_SLOW = 10
"""Days to its next date with which a war is told too slowly for a day to hold."""
_NEXT_DAYS, _NEXT_SENTENCES = 2, 3
"""A day holds in the next paragraph where the narrative goes on from day to day: so many days and sentences to its next date."""
_WAR = re.compile(r"\b(?:War|Wars|Revolution|Insurgency|Uprising|Campaign)\b")
_BATTLE = 120
"""Days that most of the dates of a text span at most, where it tells of a battle rather than a war."""
_BEFORE_ALL = re.compile(
    r"\b(?:background|prelude|origins?|causes?|context|preparations?|prior|before)\b", re.IGNORECASE
)
_AFTER_ALL = re.compile(
    r"\b(?:aftermath|casualties|losses|consequences|impact|results?|toll|legacy|damage)\b", re.IGNORECASE
)
_OF_ALL = re.compile(
    r"\b(?:in|during|of)\s(?:the|this)\s(?:whole\s|entire\s)?(?:battle|fighting|siege|operation|offensive|campaign|raid|war)\b",
    re.IGNORECASE,
)
_TELLS_WHEN = re.compile(r"\b(?:fought|lasted|took\splace|occurred|raged)\b")
_ENDS = re.compile(r"\b(?:began|started|opened)\b[^.;]*\b(?:ended|concluded)\b")
_LEAD = 6
"""Sentences of the text among which the days of its battle are sought."""
_BOUND_BEFORE = re.compile(r"\b(?:until|till|since|before|prior\sto)\s(?:[\w’'-]+\s){0,5}$")
_SHORT = 3
"""Days that a battle lasts at most whose day holds as long as it is told."""


class Clock:
    """The date at which the narrative stands, sentence by sentence.

    A date in a sentence moves it, unless that date steps aside (a flashback, a bound, a year in a name). A day holds for some sentences, then only
    its month does; the day of the battle that the text is about holds while the battle is told, and is the day of its losses. A section on what came before begins without a date.
    """

    def __init__(self, document: Document, tokens: Tokens, parse: Parse, dates: Dates) -> None:
        self._tokens = tokens
        self._parse = parse
        self._dates = dates
        self._document = document
        self._clause_starts = [tokens.starts[c.first] for c in parse.clauses]
        self._lasts_here = self._day_lasts()
        self._title = self._title_date(document)
        self._battle = self._battle_days()
        self._hushed: set[int] = set()
        self._movers: list[Dated] = []
        self._clock = self._run()
        self._mover_starts = [d.start for d in self._movers]

    def told(self, sentence: Sentence) -> tuple[Timex | None, Mention[Timex] | None]:
        """The date at which the narrative stands when a sentence begins, else a year from a name or the title."""
        told = self._clock[sentence.index]
        if told is not None:
            at = self._tokens.sentence_at(told.start)
            bounded = self._bounded(told, at, sentence)
            if bounded:
                return bounded, told.mention
            following = self._following(sentence)
            if self._holds(told, at, sentence, following):
                return replace(told.value, derivation="narrative", anchor=told.mention.start), told.mention
            return self._faded(told, following), told.mention
        if sentence.index in self._hushed:
            return None, None
        if self._title:
            return self._title, None
        named = [d for d in self._dates.within(0, sentence.start) if d.weak and not d.bracketed]
        return (named[-1].value, named[-1].mention) if named else (None, None)

    def of_the_whole(self, sentence: Sentence) -> tuple[Timex, Mention[Timex]] | None:
        """The days of the battle that the text is about, for losses that a sentence sums up; None for another sentence."""
        if self._battle is None or self._dates.within(sentence.start, sentence.end):
            return None
        said = self._is_over(sentence) and _OF_ALL.search(self._tokens.text, sentence.start, sentence.end)
        if not said and not _AFTER_ALL.search(sentence.section):
            return None
        value = replace(self._battle.value, derivation="narrative", anchor=self._battle.mention.start)
        return value, self._battle.mention

    def _is_over(self, sentence: Sentence) -> bool:
        """Whether the narrative stands after the battle."""
        told, battle = self._clock[sentence.index], self._battle
        if told is None or battle is None or not (told.value.start and battle.value.end):
            return False
        return not in_order(told.value.start, battle.value.end)

    def _holds(self, told: Dated, at: Sentence, sentence: Sentence, following: Dated | None) -> bool:
        """Whether the narrative still stands at a day that was told some sentences before."""
        if self._is_of_short_battle(told) and not _AFTER_ALL.search(sentence.section):
            return True
        days = _days_between(told, following) if following else None
        if at.paragraph == sentence.paragraph:
            slow = days is not None and days >= _SLOW and self._lasts_here == _DAY_LASTS
            return days == 0 or sentence.index - at.index <= (1 if slow else self._lasts_here)
        if following is None or days is None or at.section != sentence.section:
            return False
        ahead = self._tokens.sentence_at(following.start).index - at.index
        return days == 0 or (days <= _NEXT_DAYS and ahead <= _NEXT_SENTENCES)

    def _faded(self, told: Dated, following: Dated | None) -> Timex:
        """The month of a day, or its year where the narrative has gone on to another month when it next tells a date."""
        value = replace(told.value, derivation="narrative", anchor=told.mention.start)
        if value.granularity not in ("day", "time") or not value.start:
            return value
        then = following.value.start if following else None
        far = then is not None and then[:-3] != value.start[:-3] and in_order(value.start, then)
        span = span_of(value.start[:-6] if far else value.start[:-3])
        return replace(value, start=span.start, end=span.end, granularity=span.granularity) if span else value

    def _following(self, sentence: Sentence) -> Dated | None:
        """The date at which the narrative stands next."""
        at = bisect_left(self._mover_starts, sentence.start)
        return self._movers[at] if at < len(self._movers) else None

    def _is_of_short_battle(self, told: Dated) -> bool:
        if self._battle is None or not (told.value.start and told.value.end):
            return False
        battle, day = (Span.between(v.start or "", v.end or "") for v in (self._battle.value, told.value))
        return battle.last - battle.first < _SHORT and battle.first <= day.first <= day.last <= battle.last

    def _day_lasts(self) -> int:
        """For how many sentences a day holds: longer where the whole text tells of a few weeks, as that of a battle does."""
        days = sorted(
            Span.between(d.value.start, d.value.end).first
            for d in self._dates.all
            if d.value.granularity == "day" and not d.value.aside and d.value.start and d.value.end
        )
        if not days:
            return _DAY_LASTS
        tenth = len(days) // 10
        if _WAR.search(self._document.title):
            return _DAY_LASTS
        few = days[-1 - tenth] - days[tenth] <= _BATTLE
        return _DAY_LASTS_IN_BATTLE if few else _DAY_LASTS

    def _bounded(self, told: Dated, at: Sentence, sentence: Sentence) -> Timex | None:
        """The interval from the narrative's day to the bound that its paragraph goes on to state (*by 16 January*)."""
        if told.value.granularity != "day" or at.paragraph != sentence.paragraph:
            return None
        for dated in self._dates.all[bisect_right(self._dates.starts, told.start) :]:
            bound = dated.value
            if dated.weak or bound.granularity != "day" or not (told.value.start and bound.end):
                return None
            same = self._tokens.sentence_at(dated.start).paragraph == sentence.paragraph
            if not same or bound.relation != "by" or not in_order(told.value.start, bound.end):
                return None
            return replace(told.value, end=bound.end, granularity="span", derivation="narrative", anchor=told.start)
        return None

    # ------------------------------------------------------------------------------------------- the whole document

    def _title_date(self, document: Document) -> Timex | None:
        years = re.findall(r"(?<!\d)(?:1\d{3}|20\d\d)(?!\d)", document.title)
        span = span_of(years[0]) if len(years) == 1 else None
        if span is None:
            return None
        return Timex("DATE", years[0], start=span.start, end=span.end, granularity="year", derivation="from_title")

    def _battle_days(self) -> Dated | None:
        """The first and last day of what the text is about, as its infobox or its first sentences state them."""
        prose, boxed = 0, None
        for sentence in self._tokens.sentences:
            if (prose and sentence.kind == "heading") or prose >= _LEAD:
                break
            prose += sentence.kind == "prose"
            days = [d for d in self._dates.within(sentence.start, sentence.end) if _is_of_days(d.value)]
            if not days:
                continue
            text = self._tokens.text
            if sentence.kind == "infobox":
                boxed = boxed or days[0]
            elif sentence.kind == "prose" and len(days) > 1 and _ENDS.search(text, sentence.start, sentence.end):
                return _joined(days[0], days[-1])
            elif sentence.kind == "prose" and (
                days[0].bracketed or _TELLS_WHEN.search(text, sentence.start, sentence.end)
            ):
                return days[0]
        return boxed

    # ------------------------------------------------------------------------------------------------------- the run

    def _run(self) -> list[Dated | None]:
        """For each sentence, the date at which the narrative stands when it begins."""
        clock: list[Dated | None] = []
        at, last, heading, before, hushed = 0, None, None, "", False
        for sentence in self._tokens.sentences:
            if sentence.kind == "heading":
                if _BEFORE_ALL.search(self._tokens.text, sentence.start, sentence.end):
                    last, hushed = None, True
                elif before != "heading":
                    hushed = False
                if before != "heading":  # a heading under a heading stands within its years
                    heading = None
            clock.append(_until(last, heading))
            if hushed:
                self._hushed.add(sentence.index)
            before = sentence.kind
            while at < len(self._dates.all) and self._dates.all[at].start < sentence.end:
                if self._moves(self._dates.all[at], sentence):
                    last = self._dates.all[at]
                    self._movers.append(last)
                    heading = last if sentence.kind == "heading" else heading
                at += 1
        return clock

    def _moves(self, dated: Dated, sentence: Sentence) -> bool:
        """Whether a date moves the clock."""
        if dated.value.granularity in ("decade", "century"):
            return False
        if sentence.kind == "heading":
            return True
        bounds = dated.value.relation in ASIDES and dated.value.granularity != "time"
        if dated.weak or dated.value.aside or bounds:
            return False
        index = bisect_right(self._clause_starts, dated.start) - 1
        if index < 0 or dated.value.relation == "by" or dated.start - sentence.start <= _OPENING:
            return True
        clause = self._parse.clauses[index]
        if clause.marker is not None and self._tokens.lower[clause.marker] in ASIDES - {"after"}:
            return False
        if _BOUND_BEFORE.search(self._tokens.text[max(sentence.start, dated.start - 60) : dated.start]):
            return False
        group = self._parse.groups[clause.group]
        words = self._tokens.lower[group.first : group.head + 1]
        return clause.link not in ("relative", "reduced") and "had" not in words


def _is_of_days(value: Timex) -> bool:
    """Whether an interval begins and ends on days that the text names."""
    if not (value.start and value.end):
        return False
    span = Span.between(value.start, value.end)
    return value.granularity == "day" or (
        value.granularity == "span" and len(value.value) - value.value.startswith("-") == 10 and span.first <= span.last
    )


def _joined(first: Dated, last: Dated) -> Dated:
    value = replace(first.value, end=last.value.end, granularity="span", derivation="range")
    return replace(first, value=value)


def _until(told: Dated | None, heading: Dated | None) -> Dated | None:
    """The narrative's year, open to the end of the years that the heading spans."""
    if told is None or heading is None or told is heading or told.value.granularity != "year":
        return told
    if heading.value.granularity != "span" or not (told.value.start and heading.value.end and heading.value.start):
        return told
    if not (in_order(heading.value.start, told.value.start) and in_order(told.value.start, heading.value.end)):
        return told
    return replace(told, value=replace(told.value, end=heading.value.end, granularity="span"))


def _days_between(first: Dated, second: Dated) -> int | None:
    """Days from the end of one date to the beginning of a later one that names its day; None for others."""
    if second.value.granularity not in ("day", "time", "span") or not (first.value.end and second.value.start):
        return None
    days = (
        Span.between(second.value.start, second.value.start).last - Span.between(first.value.end, first.value.end).last
    )
    return max(days, 0) if days >= -1 else None
