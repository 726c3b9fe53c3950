"""The date of an event: which of the dates around its trigger is its own (annotation guidelines, section 4)."""

from __future__ import annotations

import re

from pipeline.events.dating.asked import Asked, Pace
from pipeline.events.dating.beside import Beside
from pipeline.events.dating.clock import Clock
from pipeline.events.dating.dated import ASIDES, LONG, Dated, Dates
from pipeline.events.dating.elsewhen import goes_on
from pipeline.events.dating.fading import faded, in_its_year
from pipeline.events.dating.narrated import BEFORE, Narrated
from pipeline.events.dating.nearest import Nearest
from pipeline.events.dating.origins import date_counted_from
from pipeline.events.dating.own import Own
from pipeline.events.dating.spells import Spells
from pipeline.frozen import replace
from pipeline.records import Document, Mention, Parse, Tokens
from pipeline.timex import Timex

__all__ = ["Asked", "Dating", "Pace"]

_CLAIMED = re.compile(
    r"\b(?:claims?|announcements?|declarations?|accusations?|allegations?)\sof\s(?:an?\s|the\s)?(?:[\w-]+\s)?$"
)
"""*made claims of victory on 5 May*: the day of the claims."""
_CLEFT = re.compile(r"[Ii]t\swas\s(?:only\s|nearly\s)?(?:on\s|in\s)?(?:the\s)?$")
"""*It was 29 May before they attacked*."""
_LASTING = re.compile(
    r"\b(?:was|were|is|are)\s(?:\w+ly\s|still\s)?\w+ing\b|\bcontinu(?:ed|ing)\b|\bcontinuously\b|\bongoing\b|\bstill\b|^\s*to\shave\b",
    re.IGNORECASE,
)
_START_OF = re.compile(
    r"\bthe\s(?:start|beginning|launch|commencement|end|conclusion|completion|suspension)\sof\s(?:[\w’'-]+\s){0,4}$"
)
_SAYS_NOW = re.compile(r"(?:indicate|show|suggest|state|claim|record|estimate|list)s?\b")
"""*Between 23 and 26 August, Soviet reports indicate 955 people were killed*: the days are those of what a source tells."""
_HOUR = re.compile(r"T\d\d")
_GOING_ON = re.compile(r"\b(?:and|but|then)\s(?:(?:on|in|by|at)\s)?(?:the\s)?$")
"""What joins the next verb and its date to those before."""


class Dating:
    """The dates of a document as they bear on its events; built once per document, asked once per event.

    Offsets are clean offsets. The sources are asked in the order of the guidelines: an expression in the clause of the trigger, one in the
    clauses that govern it, the date at which the narrative stands, the section heading, the title; else there is no date. The two ends of a
    range count as one interval. Not handled: dates that only another event gives (*two days after the landing*, where that has no date).
    """

    def __init__(self, document: Document, tokens: Tokens, parse: Parse, dates: tuple[Mention[Timex], ...]) -> None:
        self._tokens = tokens
        self._dates = Dates(tokens, parse, dates)
        self._starts = [m.start for m in dates]
        self._nearest = Nearest(tokens, parse, self._dates)
        self._beside = Beside(tokens, parse, self._dates, self._nearest)
        self._own = Own(tokens, parse, self._dates, self._nearest, self._beside)
        self._clock = Clock(document, tokens, parse, self._dates)
        self._spells = Spells(tokens, dates)
        self._narrated = Narrated(tokens, self._dates, self._clock, self._beside, self._spells)

    def date_of(self, asked: Asked) -> tuple[Timex | None, Mention[Timex] | None]:
        """The date of an event, and the date mention it was read from."""
        counted = date_counted_from(asked.trigger, self._dates.mentions, self._starts)
        if counted is not None:
            return counted
        if asked.statement is not None:
            its_own = not asked.is_done or self._dates_its_content(asked, asked.statement)
            asked = replace(asked, statement=None if its_own else asked.statement, background=False)
        date, dated = self._found(asked)
        return (self._spells.lengthened(date, dated, asked) if date else None), dated

    def _found(self, asked: Asked) -> tuple[Timex | None, Mention[Timex] | None]:
        """The date by the first of the sources that gives one."""
        sentence, clause = asked.sentence, asked.clause
        own = self._own.of(asked.trigger, sentence, clause)
        if (
            own is not None
            and asked.trigger < own.start
            and _CLAIMED.search(self._tokens.text, sentence.start, asked.trigger)
        ):
            return None, None
        if own is not None:
            return self._unless_said(asked, own, max(own.start, clause[0]))
        if asked.is_done and self._narrated.steps_back(asked.trigger, sentence, clause):
            return None, None
        inside = self._dates.within(sentence.start, sentence.end)
        told = self._told_around(asked) if inside and not self._own.is_of_one(asked.trigger, inside[0].start) else None
        if told is not None:
            return told
        whole = self._clock.sums.date_of(sentence) if asked.loss else None
        if whole is not None:
            return whole
        if asked.background and not self._narrated.takes_in(sentence, clause):
            return None, None
        return self._narrated.of(asked)

    def _told_around(self, asked: Asked) -> tuple[Timex | None, Mention[Timex] | None] | None:
        """The date that the sentence tells outside the clause of a trigger; None where none of its dates bears on that."""
        trigger, sentence = asked.trigger, asked.sentence
        joined = self._beside.shared_with_next(trigger, finite=False)
        fronted = any(not d.weak for d in self._dates.within(sentence.start, trigger))
        if joined is not None and not (fronted and "," in self._tokens.text[trigger : joined.start]):
            return joined.value, joined.mention
        for (start, end), below in zip(asked.governing, (asked.clause, *asked.governing), strict=False):
            above = self._nearest.to(trigger, start, end)
            if above is not None:
                next_date = self._fronting(end, below[0])
                told, since = (next_date, below[0]) if next_date else (above, start)
                said = asked.statement is not None and start <= asked.statement < end
                return (
                    (None, None)
                    if said or self._comes_before(asked, told, since) or asked.precedes
                    else self._some_time_on(asked, told)
                )
        beside = self._beside.of(trigger, sentence, self._clock.day_before(sentence))
        if beside is None:
            return None
        if asked.precedes:
            return None, None
        said = self._unless_said(asked, beside, beside.start)[0] is None
        return (None, None) if said else self._some_time_on(asked, beside)

    def _fronting(self, start: int, end: int) -> Dated | None:
        """The date with which a clause goes on that begins where a stretch ends (*landed on 3 May, and on 5 May began to storm the fort*)."""
        text = self._tokens.text
        inside = self._dates.within(start, end)
        last = inside[-1] if inside and not inside[-1].weak and inside[-1].value.relation not in ASIDES else None
        if last is None or not _GOING_ON.search(text, start, last.start):
            return None
        return last if text[last.end : end].strip(" ,") == "" else None

    def _some_time_on(self, asked: Asked, told: Dated) -> tuple[Timex | None, Mention[Timex] | None]:
        """A date told in the sentence, the coarser for what that puts some time later (*in May they fled, but a few weeks later attacked*)."""
        shift = self._dates.shift_within(told.end, asked.clause[1])
        if shift is None:
            behind = max(told.end, asked.clause[0]), asked.clause[1]
            words = self._tokens.words_of(asked.sentence)
            later = goes_on(self._tokens.text, words, asked.sentence, behind) if asked.is_done else None
            return (self._in_the_sequel(told, later) if later else told.value), told.mention
        if shift.unit in LONG:
            return None, None
        if shift.unit != "day":
            return in_its_year(told.value), told.mention
        fine = told.value.granularity in ("day", "time")
        return (faded(told.value, None) if fine else told.value), told.mention

    def _in_the_sequel(self, told: Dated, later: str) -> Timex:
        """From a date told in the sentence to the next, for what came in the days or months after it; where that is far, in its month or year."""
        value = told.value
        if "month" in later and value.granularity == "month":
            return self._clock.up_to_next(told) or in_its_year(value)
        if value.granularity not in ("day", "time") or not any(unit in later for unit in ("day", "week", "month")):
            return value
        return self._clock.up_to_next(told) or (value if "day" in later else faded(value, None))

    def _comes_before(self, asked: Asked, above: Dated, start: int) -> bool:
        """Whether a clause with *before* tells what came after the day of the clause above it, which begins at ``start``."""
        text = self._tokens.text
        if above.value.granularity != "day" or not BEFORE.match(text, asked.clause[0]):
            return False
        return not _CLEFT.search(text, start, above.start)

    def _unless_said(self, asked: Asked, dated: Dated, start: int) -> tuple[Timex | None, Mention[Timex] | None]:
        """A date that stands from ``start`` on, unless it is the statement's (*On 18 April, X claimed the recapture of Y*)."""
        said = asked.statement is not None and start < asked.statement < asked.trigger
        return (None, None) if said else (dated.value, dated.mention)

    def _dates_its_content(self, asked: Asked, statement: int) -> bool:
        """Whether what a statement tells has its date: it still goes on, is told by the hour, or begins (*announced the start of the operation*)."""
        above = asked.governing[:1]
        shared = above[0] if above and above[0][0] > statement else asked.clause
        if self._lasts(asked.clause, asked.trigger) or self._lasts(shared, asked.trigger):
            return True
        if _START_OF.search(self._tokens.text, statement, asked.trigger):
            return True
        told = self._dates.within(asked.sentence.start, asked.trigger)
        if _SAYS_NOW.match(self._tokens.text, statement) and any(d.value.granularity == "span" for d in told):
            return True
        return any(d.value.granularity == "time" and _HOUR.search(d.value.value) for d in told)

    def _lasts(self, clause: tuple[int, int], trigger: int) -> bool:
        """Whether a clause tells what still goes on (*were massing*, *continued*), or hangs on the verb of saying itself (*claimed to have*)."""
        comma = self._tokens.text.find(",", trigger, clause[1])
        return bool(_LASTING.search(self._tokens.text, clause[0], clause[1] if comma < 0 else comma))
