"""The date of an event: which of the dates around its trigger is its own (annotation guidelines, section 4)."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import Literal

from pipeline.events.battles import is_of_days
from pipeline.events.clock import Clock
from pipeline.events.dated import ASIDES, LONG, Dated, Dates, whole
from pipeline.events.elsewhen import at_another_time, goes_on, is_of_a_war
from pipeline.events.fading import faded, in_its_year
from pipeline.events.sentence_dates import SentenceDates
from pipeline.frozen import dataclass, replace
from pipeline.records import Document, Mention, Parse, Sentence, Tokens
from pipeline.timex import Timex, days_in, shifted, span_of

__all__ = ["Dating", "Pace"]

_AFTERWARDS = re.compile(r"(?:After|Following)\s(?!which\b|that\b|dark\b|midnight\b|dawn\b|nightfall\b)")
_AFTER_IT_ALL = re.compile(
    r"(?:After|Following)\s(?:the\s)?(?:(?:end|close)\sof\s)?(?:the\s)?(?:[A-Z][\w-]*\s|[Cc]ivil\s|First\s|Second\s){0,3}"
    r"(?:[Ww]ar|[Aa]rmistice|[Pp]eace)\b(?!\s(?:council|conference|talks|party|cabinet))"
)
"""*After the war he returned to Munich*: not on the last day told of it."""
_BEFORE = re.compile(r"[\s,]*before\b")
_FOR_SOME_TIME = re.compile(r"\b(?:for|took|lasted)\s[^,;.]*\b(?:weeks?|months?|years?|decades?)\b")
"""*fought on for more than a year before he was killed*: at no date that was told."""
_CLEFT = re.compile(r"[Ii]t\swas\s(?:only\s|nearly\s)?(?:on\s|in\s)?(?:the\s)?$")
"""*It was 29 May before they attacked*."""
_TEMPORAL = re.compile(
    r"[\s,]*(?:after|before|until|once|when|within|as\ssoon\sas|as|by\s(?:the\stime|now|then|th(?:is|at)\s(?:time|point)))\b",
    re.IGNORECASE,
)
_CLAIMED = re.compile(
    r"\b(?:claims?|announcements?|declarations?|accusations?|allegations?)\sof\s(?:an?\s|the\s)?(?:[\w-]+\s)?$"
)
"""*made claims of victory on 5 May*: the day of the claims."""
_LASTING = re.compile(
    r"\b(?:was|were|is|are)\s(?:\w+ly\s|still\s)?\w+ing\b|\bcontinu(?:ed|ing)\b|\bcontinuously\b|\bongoing\b|\bstill\b|^\s*to\shave\b",
    re.IGNORECASE,
)
_IN_A_LATER_ONE = re.compile(r"\bin\sthe\s(?:subsequent|eventual|later|earlier|previous)\s\w+")
"""*took part in the subsequent invasion, helping to recapture what it had ceded*: at no date of the narrative, nor what hangs on it."""
_SEQUEL = re.compile(r"\b(?:days|weeks?|months?|years)\b")
"""A sequel that lasts too long for a day to hold, where *soon after* may be within it."""
_ALSO = re.compile(r"\balso\b")
"""*A protocol was also signed*: with what was signed before."""
Pace = Literal["hours", "days", "weeks"]
_WITHIN = re.compile(
    r"\bfor\s(?:(?:several|many|some|a\sfew)\s)?(?:weeks|months)\b|"
    r"\bwithin\s(?:(?:a\sfew\s|a\smatter\sof\s)?(?:days|weeks)|(?:[a-z]+\s|\d+\s|a\sfew\s|a\smatter\sof\s)?months?)\b",
    re.IGNORECASE,
)
_BY_THEN = re.compile(r"\bby\s(?:then|now|th(?:is|at)\s(?:time|point))\b", re.IGNORECASE)
"""*Half of them had fled by then*: a pluperfect of the narrative's own date."""
_AFTER_A_STRETCH = re.compile(
    r"\b[Aa]fter\s(?:(?:a|an|some|about|nearly|almost|over|several)\s)?(?:(?:siege|blockade|bombardment|resistance|fight)\sof\s)?"
    r"(?:(?!the\b|that\b|this\b|last\b|next\b|each\b|every\b|final\b|first\b|second\b|third\b|fourth\b|fifth\b)[a-z\d][\w-]*?[\s-]){1,2}?(?P<unit>week|month|year)s?(?:['’]|-long\b|\sof\b|\slong\b|\s(?:siege|blockade|battle)\b|(?=[,.;]))"
)
"""*which was captured after a two months' siege*, *took it after ten months of fighting*: long after what was told before."""
_AFTER_A_WHILE = re.compile(r"(?:Afterwards?|Later|Subsequently|Eventually|Ultimately)(?:,|\s(?!that\b|in\b|on\b))")
"""*In early 1950 he came. Afterwards he escaped*: later in 1950, if not beyond."""
_COUNTED_APART = 14
"""Days from which on a text gives the difference of two dates (*besieged for 118 days*) rather than the days with both ends."""
_FOR_DAYS = re.compile(r"\b(?P<tie>for|within|in)\s$", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:[Aa]fter|[Ff]ollowing)\s$")
"""*set off two days of violence*, not *fell after a week of fighting*."""
_FROM_THEN = re.compile(r"\s(?:from|starting|beginning)\b")
"""*For three weeks from 23 August they bombarded the walls*."""
_HOURS = frozenset({"hour", "minute", "second", "part"})
_HOUR = re.compile(r"T\d\d")
_START_OF = re.compile(
    r"\bthe\s(?:start|beginning|launch|commencement|end|conclusion|completion|suspension)\sof\s(?:[\w’'-]+\s){0,4}$"
)
_WHOLE = r"\b(?:battle|siege|campaign|offensive|operation|war|fighting|uprising|rebellion|revolt|conflict|blockade|invasion)\s"
_ENDED = re.compile(rf"{_WHOLE}(?:finally\s|eventually\s|thus\s)?(?:ended|concluded|culminated)\s(?:in|with|when|as)\b")
_BEGAN_WITH = re.compile(rf"{_WHOLE}(?:began|started|opened|broke\sout)\s(?:with|when|as|after)\b")
_SIEGE = re.compile(r"\b[Ss]iege\b")
_AT_THIS_POINT = re.compile(r"\bat\sth(?:is|at)\s(?:point|time|moment|stage)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Asked:
    """An event whose date is asked: its trigger, its sentence, the span of its clause, the verb of saying whose date is not its own, whether it is done, how soon it follows a battle, and whether it ends a siege."""

    trigger: int
    sentence: Sentence
    clause: tuple[int, int]
    statement: int | None
    done: bool
    pace: Pace
    ends: bool


class Dating:
    """The dates of a document as they bear on its events; built once per document, asked once per event.

    Offsets are clean offsets. The sources are asked in the order of the guidelines: an expression in the clause of the trigger, one in the
    clauses that govern it, the date at which the narrative stands, the section heading, the title; else there is no date. The two ends of a
    range count as one interval. Not handled: dates that only another event gives (*two days after the landing*, where that has no date).
    """

    def __init__(self, document: Document, tokens: Tokens, parse: Parse, dates: tuple[Mention[Timex], ...]) -> None:
        self._tokens = tokens
        self._dates = Dates(tokens, parse, dates)
        self._all, self._all_starts = dates, [m.start for m in dates]
        unknown = [m for m in dates if m.value.derivation == "unresolved_event" and m.value.type == "DATE"]
        self._open = [m.start for m in unknown if not _is_counted(m.value)]
        self._spells = [m for m in dates if m.value.type == "DURATION" and days_in(m.value.value) is not None]
        self._spell_starts = [m.start for m in self._spells]
        self._later = [
            m for m in dates if (s := m.value.shift) and m.value.value == "FUTURE_REF" and s.unit not in _HOURS
        ]
        self._some_day = [m.start for m in unknown if _is_counted(m.value)]
        self._told = SentenceDates(tokens, parse, self._dates)
        self._clock = Clock(document, tokens, parse, self._dates)

    def date_of(
        self,
        trigger: int,
        sentence: Sentence,
        clause: tuple[int, int],
        status: str,
        *,
        governing: tuple[tuple[int, int], ...] = (),
        statement: int | None = None,
        background: bool = False,
        loss: bool = False,
        pace: Pace = "hours",
        ends: bool = False,
    ) -> tuple[Timex | None, Mention[Timex] | None]:
        """The date of the event at ``trigger``, and the date mention it was read from.

        ``clause`` is the clean span of the trigger's clause; ``governing`` the spans of the clauses above it, nearest first. ``statement`` is the
        clean offset of the verb of saying when the event is the content of a statement (*announced that X had captured Y*): a date that belongs
        to that verb is not the event's, unless the content is still going on. ``background`` is true for a pluperfect: the narrative's date is
        not the event's then. ``loss`` is true for casualties, destruction and flight, which a text may sum up for the whole battle.
        ``pace`` says how soon it follows a battle: in days, as flight does, or in weeks, as appointments and treaties do. ``ends`` is true for
        what ends a siege: captures and surrenders.
        """
        counted = self._counted_from(trigger)
        if counted is not None:
            return counted
        done = status != "planned"
        asked = _Asked(
            trigger, sentence, clause, statement if done else None, done, pace if done else "hours", ends and done
        )
        if asked.statement is not None and self._dates_its_content(asked, asked.statement, governing):
            asked = replace(asked, statement=None)
        date, dated = self._found(asked, governing, background=background and statement is None, loss=loss)
        return (self._with_its_spell(date, asked) if date else None), dated

    def _found(
        self, asked: _Asked, governing: tuple[tuple[int, int], ...], *, background: bool, loss: bool
    ) -> tuple[Timex | None, Mention[Timex] | None]:
        """The date by the first of the sources that gives one."""
        trigger, sentence, clause = asked.trigger, asked.sentence, asked.clause
        own = self._told.own(trigger, sentence, clause)
        if own is not None and trigger < own.start and _CLAIMED.search(self._tokens.text, sentence.start, trigger):
            return None, None
        if own is not None:
            return self._unless_said(asked, own, max(own.start, clause[0]))
        if asked.done and self._steps_back(trigger, clause):
            return None, None
        told = self._told_around(asked, governing) if self._dates.within(sentence.start, sentence.end) else None
        if told is not None:
            return told
        whole = self._clock.sums.date_of(sentence) if loss else None
        if whole is not None:
            return whole
        if background and not self._is_of_the_narrative(sentence, clause):
            return None, None
        return self._narrated(asked, governing)

    def _is_of_the_narrative(self, sentence: Sentence, clause: tuple[int, int]) -> bool:
        """Whether the words around a pluperfect put it at the narrative's date all the same (*Within days it had crossed the frontier*)."""
        text = self._tokens.text
        if any(_TEMPORAL.match(text, at) for at in (clause[0], sentence.start)):
            return True
        return _BY_THEN.search(text, *clause) is not None

    def _told_around(
        self, asked: _Asked, governing: tuple[tuple[int, int], ...]
    ) -> tuple[Timex | None, Mention[Timex] | None] | None:
        """The date that the sentence tells outside the clause of a trigger; None where none of its dates bears on that."""
        trigger, sentence = asked.trigger, asked.sentence
        joined = self._told.shared_with_next(trigger, finite=False)
        fronted = any(not d.weak for d in self._dates.within(sentence.start, trigger))
        if joined is not None and not (fronted and "," in self._tokens.text[trigger : joined.start]):
            return joined.value, joined.mention
        for start, end in governing:
            above = self._told.nearest(trigger, start, end)
            if above is not None:
                said = asked.statement is not None and start <= asked.statement < end
                return (
                    (None, None)
                    if said or self._comes_before(asked, above, start)
                    else self._some_time_on(asked, above)
                )
        beside = self._told.beside(trigger, sentence, self._clock.day_before(sentence))
        if beside is None:
            return None
        said = self._unless_said(asked, beside, beside.start)[0] is None
        return (None, None) if said else self._some_time_on(asked, beside)

    def _some_time_on(self, asked: _Asked, told: Dated) -> tuple[Timex | None, Mention[Timex] | None]:
        """A date told in the sentence, the coarser for what that puts some time later (*in May they fled, but a few weeks later attacked*)."""
        at = bisect_left(self._later, told.end, key=lambda m: m.start)
        shift = self._later[at].value.shift if at < len(self._later) else None
        if shift is None or self._later[at].start >= asked.clause[1]:
            return told.value, told.mention
        if shift.unit in LONG:
            return None, None
        if shift.unit != "day":
            return in_its_year(told.value), told.mention
        fine = told.value.granularity in ("day", "time")
        return (faded(told.value, None) if fine else told.value), told.mention

    def _comes_before(self, asked: _Asked, above: Dated, start: int) -> bool:
        """Whether a clause with *before* tells what came after the day of the clause above it, which begins at ``start``."""
        text = self._tokens.text
        if above.value.granularity in LONG or not _BEFORE.match(text, asked.clause[0]):
            return False
        return not _CLEFT.search(text, start, above.start)

    def _unless_said(self, asked: _Asked, dated: Dated, start: int) -> tuple[Timex | None, Mention[Timex] | None]:
        """A date that stands from ``start`` on, unless it is the statement's (*On 18 April, X claimed the recapture of Y*)."""
        said = asked.statement is not None and start < asked.statement < asked.trigger
        return (None, None) if said else (dated.value, dated.mention)

    def _its_end(self, date: Timex, dated: Mention[Timex] | None, asked: _Asked) -> Timex:
        """An interval, or its first or last day where the words say that something began or ended then (*the siege ended in a victory*)."""
        text, low = self._tokens.text, asked.sentence.start
        if asked.ends and dated is not None and date.granularity == "span" and self._is_of_siege(dated):
            span = span_of((date.end or "")[: None if is_of_days(date) else -6])
            return replace(date, start=span.start, granularity=span.granularity) if span else date
        if is_of_days(date) and (_ENDED.search(text, low, asked.trigger) or _AT_THIS_POINT.search(text, *asked.clause)):
            return replace(date, start=date.end)
        if dated is not None and dated.value.end != date.end and _BEGAN_WITH.search(text, low, asked.trigger):
            return replace(dated.value, derivation=date.derivation, anchor=date.anchor)
        return date

    def _is_of_siege(self, dated: Mention[Timex]) -> bool:
        """Whether the sentence of an interval tells of a siege, which ends with a capture or surrender."""
        told = self._tokens.sentence_at(dated.start)
        return _SIEGE.search(self._tokens.text, told.start, told.end) is not None

    def _with_its_spell(self, date: Timex, asked: _Asked) -> Timex:
        """A day, or the days from it on for which a clause says that something lasted or within which it was done (*looted for three days*)."""
        if date.granularity not in ("day", "time") or date.start is None or not asked.done:
            return date
        at = bisect_right(self._spell_starts, asked.clause[0] - 1)
        if at == len(self._spells) or self._spell_starts[at] >= asked.clause[1] or self._spells[at].value.mod:
            return date
        spell = self._spells[at]
        text, count = self._tokens.text, days_in(spell.value.value)
        tie = _FOR_DAYS.search(text, max(asked.clause[0], spell.start - 8), spell.start)
        named = spell.start <= asked.trigger < spell.end and not _AFTER.search(text, asked.sentence.start, spell.start)
        if count is None or not (tie or named):
            return date
        lasted = tie is None or tie["tie"].lower() == "for"
        if lasted and not named and spell.start < asked.trigger and not _FROM_THEN.match(text, spell.end):
            return date
        both_ends = lasted and count < _COUNTED_APART
        last = shifted(date.start, "day", count - both_ends)
        return replace(date, end=last, granularity="span") if last else date

    def _dates_its_content(self, asked: _Asked, statement: int, governing: tuple[tuple[int, int], ...]) -> bool:
        """Whether what a statement tells has its date: it still goes on, is told by the hour, or begins (*announced the start of the operation*)."""
        shared = governing[0] if governing and governing[0][0] > statement else asked.clause
        if self._lasts(asked.clause, asked.trigger) or self._lasts(shared, asked.trigger):
            return True
        if _START_OF.search(self._tokens.text, statement, asked.trigger):
            return True
        told = self._dates.within(asked.sentence.start, asked.trigger)
        return any(d.value.granularity == "time" and _HOUR.search(d.value.value) for d in told)

    def _narrated(
        self, asked: _Asked, governing: tuple[tuple[int, int], ...]
    ) -> tuple[Timex | None, Mention[Timex] | None]:
        """The date at which the narrative stands, as the words of the sentence bear it out."""
        sentence, clause, text = asked.sentence, asked.clause, self._tokens.text
        if _BEFORE.match(text, clause[0]) and _FOR_SOME_TIME.search(text, sentence.start, clause[0]):
            return None, None
        if is_of_a_war(text, sentence) or any(_IN_A_LATER_ONE.search(text, *above) for above in governing):
            return None, None
        left = self._clock.comes_to_a_day(asked.trigger, sentence)
        after = goes_on(text, sentence, clause)
        onwards = after is not None or left
        afterwards = _AFTERWARDS.match(text, sentence.start) if self._clock.is_of_weeks_at(sentence) else None
        if afterwards or _AFTER_IT_ALL.match(text, sentence.start):
            # *After the dissolution of the empire, …*: later than a date that was told no finer than by the month, and who knows when.
            if not self._clock.is_headed(sentence):
                return self._clock.in_this_year(sentence)
            onwards = True
        sequel = _SEQUEL.search(after) if after else None
        past = sequel is not None and self._clock.stands_within(sentence, sequel[0])
        onward = self._clock.onward(sentence) if onwards and (past or not sequel) else None
        within = _WITHIN.search(text, *clause) or _WITHIN.match(text, sentence.start)
        if within is not None and " and" in text[asked.trigger : within.start()]:
            within = None  # *the fall of the fort and, within months, the partition of the country*
        later = self._some_time_later(sentence, clause)
        if later is None:
            endured = _AFTER_A_STRETCH.search(text, *clause) or _AFTER_A_STRETCH.match(text, sentence.start)
            if endured and not endured.start() <= asked.trigger < endured.end():
                later = endured["unit"]
        if later in LONG:
            return None, None
        some_day = within is not None or later is not None or _holds_any(self._some_day, *clause)
        some_day = some_day or past
        pace = asked.pace if self._clock.is_far(sentence) and not _ALSO.search(text, *clause) else "hours"
        some_day = some_day or left or pace == "weeks"
        date, dated = onward or self._clock.told(sentence, within=some_day, in_month=pace == "days")
        if date is not None and later in ("week", "month"):
            return in_its_year(date), dated
        if date is not None and _is_third(date) and _AFTER_A_WHILE.match(text, sentence.start):
            return whole(date), dated
        if date is not None:
            return self._its_end(date, dated, asked if onward is None else replace(asked, ends=False)), dated
        behind = (d for d in self._dates.within(asked.trigger, sentence.end) if not d.weak)
        first = next((d for d in behind if d.value.relation not in ASIDES and not self._told.looks_back(d)), None)
        if first is None:
            return None, None
        # *was besieged for ten weeks; the garrison yielded on 29 June 1756*
        parted = ";" in text[asked.trigger : first.start]
        return (in_its_year(first.value) if parted else first.value), first.mention

    def _some_time_later(self, sentence: Sentence, clause: tuple[int, int]) -> str | None:
        """The unit of which a clause counts some later than the narrative's date (*a few months later*); None where it does not."""
        for start, end in (clause, (sentence.start, sentence.start + 1)):
            at = bisect_left(self._later, start, key=lambda m: m.start)
            if at < len(self._later) and self._later[at].start < end:
                shift = self._later[at].value.shift
                return shift.unit if shift else None
        return None

    # ------------------------------------------------------------------------------------------------------ look-up

    def _counted_from(self, trigger: int) -> tuple[Timex | None, Mention[Timex] | None] | None:
        """The date of a happening from which another date is counted (*two days after troops landed*); None for any other trigger."""
        at = bisect_right(self._all_starts, trigger) - 1
        if at < 0 or self._all[at].end <= trigger:
            return None
        mention, value = self._all[at], self._all[at].value
        shift = value.shift
        if shift is None or shift.base != "event":
            return None
        if shift.unit in ("hour", "minute"):
            return None
        if value.derivation == "relative":
            told = bisect_left(self._all_starts, value.anchor) if value.anchor is not None else len(self._all)
            first = self._all[told] if told < len(self._all) else None
            return (replace(first.value, anchor=first.start), first) if first and first.value.start else (None, None)
        if value.derivation != "same_as" or shift.unit not in ("day", "week") or value.start != value.end:
            return None, None
        days = (shift.count or 0) * (7 if shift.unit == "week" else 1)
        day = shifted(value.start, "day", -days) if value.start else None
        if day is None:
            return None, None
        return replace(value, value=day, start=day, end=day, derivation="relative", anchor=mention.start), mention

    def _lasts(self, clause: tuple[int, int], trigger: int) -> bool:
        """Whether a clause tells what still goes on (*were massing*, *continued*), or hangs on the verb of saying itself (*claimed to have*)."""
        comma = self._tokens.text.find(",", trigger, clause[1])
        return bool(_LASTING.search(self._tokens.text, clause[0], clause[1] if comma < 0 else comma))

    def _steps_back(self, trigger: int, clause: tuple[int, int]) -> bool:
        """Whether the words around a trigger put it at another time than the narrative's without saying when."""
        if at_another_time(self._tokens.text, trigger, clause):
            return True
        first = bisect_left(self._open, clause[0])
        counted = self._open[first : bisect_right(self._open, clause[1])]
        # *regained the city, fifteen years after its capture*: on top of when they did.
        return any(at < trigger or self._tokens.text[at - 2 : at] != ", " for at in counted)


def _is_third(value: Timex) -> bool:
    """Whether an interval is the first, second or last part of a month or year (*in early 1950*)."""
    return value.mod in ("START", "MID", "END")


def _is_counted(value: Timex) -> bool:
    """Whether an expression counts the days of something (*on the seventh day*)."""
    return value.shift is not None and value.shift.base == "day_one"


def _holds_any(offsets: list[int], start: int, end: int) -> bool:
    """Whether one of some offsets, in order, lies in a stretch of text."""
    at = bisect_left(offsets, start)
    return at < len(offsets) and offsets[at] <= end
