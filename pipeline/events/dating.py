"""The date of an event: which of the dates around its trigger is its own (annotation guidelines, section 4)."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from pipeline.events.battles import ends_what_began, is_of_days, joined
from pipeline.events.clock import Clock
from pipeline.events.dated import ASIDES, Dated, Dates, in_order
from pipeline.frozen import dataclass, replace
from pipeline.timex import shifted

if TYPE_CHECKING:
    from pipeline.records import Clause, Document, Mention, Parse, Sentence, Tokens
    from pipeline.timex import Timex

__all__ = ["Dating"]

_PREFACE = re.compile(
    r"(?:\w+ly\s|Further\s|Soon\s|Just\s)?(?:With|After|Following|Upon|Despite|Because\sof|Due\sto|Thanks\sto|[A-Z]?[a-z]+ed\sby)\b[^,;]*"
)
_AFTERWARDS = re.compile(r"(?:After|Following)\s(?!which\b|that\b|dark\b|midnight\b|dawn\b|nightfall\b)")
_TEMPORAL = re.compile(r"[\s,]*(?:after|once|when|as\ssoon\sas|as|by\sthe\stime)\b", re.IGNORECASE)
_LASTING = re.compile(
    r"\b(?:was|were|is|are)\s(?:\w+ly\s|still\s)?\w+ing\b|\bcontinu(?:ed|ing)\b|\bcontinuously\b|\bongoing\b|\bstill\b|^\s*to\shave\b",
    re.IGNORECASE,
)
_PARTED = re.compile(r"[,;]\s|\swhile\s")
_OF_THE_NEXT = re.compile(
    r"(?:,\sand|,?\swhile|,?\sbut|,\swhereas|,\sthen)(?:\sthat\b[^,;]*|\s(?:in|on|by|at|from|during))?\s(?:the\s|early\s|late\s|mid-?)?$"
)
_ANOTHER_TIME = re.compile(r"\b(?:(?:earlier|previous|prior)\s|the\s(?:subsequent|eventual|later)\s)(?:[\w-]+\s)?$")
_EARLIER_ON = re.compile(r"\b(?:earlier|previously|years\sbefore)\b")
_AS_IT_OPENS = re.compile(r"(?:When|As|Once|While)\b")
_WHEN = re.compile(r"[\s,(]*when\b", re.IGNORECASE)
_COMMA = re.compile(r"[\s,(–-]*")
_BEGINS = frozenset({"starting", "beginning", "commencing", "began", "started", "commenced"})
_TELLING = frozenset({"when", "after", "as", "once", "until", "till"})
_LONG = frozenset({"year", "season", "decade", "century"})
_ONWARD = re.compile(
    r"\b(?:(?:in|over|during)\sthe\s(?:following|next|coming|ensuing|subsequent)\s(?:few\s|several\s)?(?:days|weeks|months|years)"
    r"|(?:soon|shortly|immediately|not\slong)\s(?:after|thereafter)(?:wards?)?|thereafter)\b",
    re.IGNORECASE,
)
_WARS = r"(?:[A-Z]?[\w’'-]*\s){0,3}(?i:war|revolution|uprising|insurgency|conflict|rebellion)\b"
_OF_A_WAR = re.compile(rf"\b(?i:during|throughout|in\sthe\scourse\sof)\s(?:the|this)\s{_WARS}")
_SUMS_UP = re.compile(rf"The\s{_WARS}[^,;]*\b(?:resulted|caused|cost|claimed)\b")
_WITHIN = re.compile(r"\bwithin\s(?:a\sfew\s|a\smatter\sof\s)?(?:days|weeks|months)\b", re.IGNORECASE)
_DURING = re.compile(r"\b(?:during|in|at|throughout)\sthe\s$")
_CLOSES = re.compile(r"\)[.,;]")
_HOUR = re.compile(r"T\d\d")
_START_OF = re.compile(
    r"\bthe\s(?:start|beginning|launch|commencement|end|conclusion|completion|suspension)\sof\s(?:[\w’'-]+\s){0,4}$"
)
_IN_A_BATTLE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Dd]uring)\sthe\s(?:\w+\s){0,2}(?:[Bb]attle|[Ss]iege|[Cc]ombat|[Aa]ction|[Rr]aid|[Tt]reaty|[Pp]eace)\s(?:of|at|for)\s[^,;()]{2,40}\($"
)
_WHOLE = r"\b(?:battle|siege|campaign|offensive|operation|war|fighting|uprising|rebellion|revolt|conflict|blockade|invasion)\s"
_ENDED = re.compile(rf"{_WHOLE}(?:finally\s|eventually\s|thus\s)?(?:ended|concluded|culminated)\s(?:in|with|when|as)\b")
_BEGAN_WITH = re.compile(rf"{_WHOLE}(?:began|started|opened|broke\sout)\s(?:with|when|as|after)\b")
_AT_THIS_POINT = re.compile(r"\bat\sth(?:is|at)\s(?:point|time|moment|stage)\b", re.IGNORECASE)
_BESIDE = 30
"""How far behind a trigger a date in a name or in parentheses may stand."""
_NEAR = 60
"""How far behind a trigger the clause that describes it may begin."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """An event whose date is asked: its trigger, its sentence, the span of its clause, and the verb of saying whose date is not its own."""

    trigger: int
    sentence: Sentence
    clause: tuple[int, int]
    statement: int | None


class Dating:
    """The dates of a document as they bear on its events; built once per document, asked once per event.

    Offsets are clean offsets. The sources are asked in the order of the guidelines: an expression in the clause of the trigger, one in the
    clauses that govern it, the date at which the narrative stands, the section heading, the title; else there is no date. The two ends of a
    range count as one interval. Not handled: dates that only another event gives (*two days after the landing*, where that has no date).
    """

    def __init__(self, document: Document, tokens: Tokens, parse: Parse, dates: tuple[Mention[Timex], ...]) -> None:
        self._tokens = tokens
        self._parse = parse
        self._dates = Dates(tokens, parse, dates)
        self._all, self._all_starts = dates, [m.start for m in dates]
        self._open = [m.start for m in dates if m.value.derivation == "unresolved_event" and m.value.type == "DATE"]
        self._clause_starts = [tokens.starts[c.first] for c in parse.clauses]
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
    ) -> tuple[Timex | None, Mention[Timex] | None]:
        """The date of the event at ``trigger``, and the date mention it was read from (None for a title's date).

        ``clause`` is the clean span of the trigger's clause; ``governing`` the spans of the clauses above it, nearest first. ``statement`` is the
        clean offset of the verb of saying when the event is the content of a statement (*announced that X had captured Y*): a date that belongs
        to that verb is not the event's, unless the content is still going on. ``background`` is true for a pluperfect: the narrative's date is
        not the event's then. ``loss`` is true for casualties, destruction and flight, which a text may sum up for the whole battle.
        """
        counted = self._counted_from(trigger)
        if counted is not None:
            return counted
        now = status == "planned" or self._lasts(clause, trigger)
        now = now or (statement is not None and self._is_fresh(statement, trigger, sentence))
        asked = _Asked(trigger, sentence, clause, None if now else statement)
        own = self._own(asked)
        if own is not None:
            return self._unless_said(asked, own, max(own.start, clause[0]))
        if self._steps_back(trigger, clause) and status != "planned":
            return None, None
        joined = self._shared_with_next(trigger, finite=False)
        if joined is not None:
            return joined.value, joined.mention
        for start, end in governing:
            above = self._nearest(trigger, start, end)
            if above is not None:
                said = asked.statement is not None and start <= asked.statement < end
                return (None, None) if said else (above.value, above.mention)
        beside = self._beside(asked)
        if beside is not None:
            return self._unless_said(asked, beside, beside.start)
        whole = self._clock.of_the_whole(sentence) if loss else None
        if whole is not None:
            return whole
        if background and statement is None and not _TEMPORAL.match(self._tokens.text, clause[0]):
            return None, None
        return self._narrated(asked)

    def _own(self, asked: _Asked) -> Dated | None:
        """The date in the clause of a trigger, or in one that completes or describes it."""
        trigger, sentence, clause = asked.trigger, asked.sentence, asked.clause
        own = (
            self._starting(trigger)
            or self._ends_before(clause)
            or self._nearest(trigger, *clause)
            or self._right_behind(trigger, sentence)
            or self._in_what_follows(trigger)
        )
        if own is not None and self._is_of_preface(own, trigger, sentence):
            own = self._shared_with_next(trigger) or own
        if own is not None and trigger < own.start and self._is_noun(trigger):
            own = self._until_it_ended(own, sentence)
        return own

    def _beside(self, asked: _Asked) -> Dated | None:
        """The date that another clause of the sentence tells before the trigger, or the next one behind it."""
        beside = self._earlier_in_sentence(asked.trigger, asked.sentence)
        if beside is None or self._is_of_preface(beside, asked.trigger, asked.sentence):
            return self._shared_with_next(asked.trigger) or beside
        return beside

    def _unless_said(self, asked: _Asked, dated: Dated, start: int) -> tuple[Timex | None, Mention[Timex] | None]:
        """A date that stands from ``start`` on, unless it is the statement's (*On 18 April, X claimed the recapture of Y*)."""
        said = asked.statement is not None and start < asked.statement < asked.trigger
        return (None, None) if said else (dated.value, dated.mention)

    def _its_end(self, date: Timex, dated: Mention[Timex] | None, asked: _Asked) -> Timex:
        """An interval, or its first or last day where the words say that something began or ended then (*the siege ended in a victory*)."""
        text, low = self._tokens.text, asked.sentence.start
        if is_of_days(date) and (_ENDED.search(text, low, asked.trigger) or _AT_THIS_POINT.search(text, *asked.clause)):
            return replace(date, start=date.end)
        if dated is not None and dated.value.end != date.end and _BEGAN_WITH.search(text, low, asked.trigger):
            return replace(dated.value, derivation=date.derivation, anchor=date.anchor)
        return date

    def _is_fresh(self, statement: int, trigger: int, sentence: Sentence) -> bool:
        """Whether a statement tells what happens as it is made: by the hour, or the beginning of it (*announced the start of the operation*)."""
        if _START_OF.search(self._tokens.text, statement, trigger):
            return True
        told = self._dates.within(sentence.start, trigger)
        return any(d.value.granularity == "time" and _HOUR.search(d.value.value) for d in told)

    def _narrated(self, asked: _Asked) -> tuple[Timex | None, Mention[Timex] | None]:
        """The date at which the narrative stands, as the words of the sentence bear it out."""
        sentence, clause, text = asked.sentence, asked.clause, self._tokens.text
        if self._is_of_a_war(sentence):
            return None, None
        if self._clock.is_of_weeks_at(sentence) and _AFTERWARDS.match(text, sentence.start):
            # *After the dissolution of the empire, …*: later than a date that was told no finer than by the month, and who knows when.
            return None, None
        goes_on = self._goes_on(sentence, clause) or self._clock.comes_to_a_day(asked.trigger, sentence)
        onward = self._clock.onward(sentence) if goes_on else None
        date, dated = onward or self._clock.told(sentence, within=bool(_WITHIN.search(text, *clause)))
        if date is not None:
            return self._its_end(date, dated, asked), dated
        behind = (d for d in self._dates.within(asked.trigger, sentence.end) if not d.weak)
        first = next((d for d in behind if d.value.relation not in ASIDES), None)
        return (first.value, first.mention) if first else (None, None)

    def _is_of_a_war(self, sentence: Sentence) -> bool:
        """Whether a sentence tells of a whole war (*during the war*), at no date of the narrative."""
        text = self._tokens.text
        return bool(_OF_A_WAR.search(text, sentence.start, sentence.end) or _SUMS_UP.match(text, sentence.start))

    def _goes_on(self, sentence: Sentence, clause: tuple[int, int]) -> bool:
        """Whether words put what a clause tells after the narrative's date without saying how long (*in the following days*)."""
        text = self._tokens.text
        return bool(_ONWARD.search(text, *clause) or _ONWARD.match(text, sentence.start, sentence.end))

    # ------------------------------------------------------------------------------------------------------ look-up

    def _counted_from(self, trigger: int) -> tuple[Timex | None, Mention[Timex] | None] | None:
        """The date of a happening from which another date is counted (*two days after troops landed*); None for any other trigger."""
        at = bisect_right(self._all_starts, trigger) - 1
        if at < 0 or self._all[at].end <= trigger:
            return None
        mention, value = self._all[at], self._all[at].value
        shift = value.shift
        if shift is None or shift.base != "event" or shift.unit not in ("day", "week") or value.granularity != "day":
            return None
        days = (shift.count or 0) * (7 if shift.unit == "week" else 1)
        day = shifted(value.start, "day", -days) if value.start else None
        if day is None:
            return None, None
        return replace(value, value=day, start=day, end=day, derivation="relative", anchor=mention.start), mention

    def _nearest(self, trigger: int, start: int, end: int) -> Dated | None:
        """The date in a stretch of text that is nearest to the trigger; one that stands in a name only where there is no other."""
        inside = self._dates.within(start, end)
        plain = [d for d in inside if self._counts(d, trigger)]
        return min(plain, key=lambda d: self._distance(d, trigger), default=None)

    def _is_of_preface(self, dated: Dated, trigger: int, sentence: Sentence) -> bool:
        """Whether a date belongs to the circumstance with which a sentence opens (*With the fall of the port on 1 April, the army attacked*)."""
        told = _PREFACE.match(self._tokens.text, sentence.start, trigger)
        return told is not None and dated.end <= told.end() < trigger

    def _until_it_ended(self, dated: Dated, sentence: Sentence) -> Dated:
        """A date together with the one that its sentence says the happening lasted until (*began on 4 May and lasted until 9 June*)."""
        behind = self._dates.within(dated.end, sentence.end)
        if not behind or not ends_what_began(self._tokens.text, dated, behind[0]):
            return dated
        return joined(dated, behind[0])

    def _counts(self, dated: Dated, trigger: int) -> bool:
        if dated.weak:
            ahead = dated.start - trigger
            if not dated.bracketed and _DURING.search(self._tokens.text, max(0, dated.start - 15), dated.start):
                return True
            before = self._tokens.text[max(0, dated.start - 70) : dated.start]
            if dated.bracketed and dated.start < trigger and _IN_A_BATTLE.search(before):
                return True
            closes = dated.bracketed and _CLOSES.match(self._tokens.text, dated.end) is not None
            return 0 <= ahead <= (_NEAR if closes else _BESIDE) or (
                dated.bracketed and dated.value.granularity in ("day", "span")
            )
        if dated.start < trigger:
            return True
        text = self._tokens.text
        return ";" not in text[trigger : dated.start] and not _OF_THE_NEXT.search(text, trigger, dated.start)

    def _distance(self, dated: Dated, trigger: int) -> int:
        low, high = sorted((dated.start, trigger))
        parted = bool(_PARTED.search(self._tokens.text, low, high))
        return (
            high
            - low
            + (80 if parted and dated.start > trigger else 0)
            + (200 if dated.weak and not dated.bracketed else 0)
            + (150 if self._is_of_preface(dated, trigger, self._tokens.sentence_at(trigger)) else 0)
            + (200 if dated.value.relation in ASIDES or dated.value.value == "PRESENT_REF" else 0)
        )

    def _earlier_in_sentence(self, trigger: int, sentence: Sentence) -> Dated | None:
        """The last date before the trigger in its sentence that is no aside."""
        own = bisect_right(self._clause_starts, trigger) - 1
        for dated in reversed(self._dates.within(sentence.start, trigger)):
            at = bisect_right(self._clause_starts, dated.start) - 1
            closed = 0 <= at < own and self._is_in_relative(dated, self._parse.clauses[at])
            if not dated.weak and not closed and dated.value.relation not in ASIDES:
                return dated
        return None

    def _is_in_relative(self, dated: Dated, clause: Clause) -> bool:
        """Whether a date stands behind the pronoun of a relative clause."""
        if clause.link != "relative" or clause.marker is None or self._tokens.lower[clause.marker] == "when":
            return False
        marker = self._tokens.starts[clause.marker]
        return marker < dated.start and not _PARTED.search(self._tokens.text, marker, dated.start)

    def _ends_before(self, clause: tuple[int, int]) -> Dated | None:
        """The last day of the date right before a clause with *when* (*lasted from 6 April to 29 May, when the city fell*)."""
        text = self._tokens.text
        if not _WHEN.match(text, clause[0]):
            return None
        at = bisect_left(self._dates.starts, clause[0]) - 1
        dated = self._dates.all[at] if at >= 0 else None
        if dated is None or dated.weak or not _COMMA.fullmatch(text, dated.end, clause[0]):
            return None
        end = dated.value.end
        if dated.value.granularity != "span" or end is None or dated.value.relation != "from":
            return dated
        return replace(dated, value=replace(dated.value, start=end, granularity="day"))

    def _lasts(self, clause: tuple[int, int], trigger: int) -> bool:
        """Whether a clause tells what still goes on (*were massing*, *continued*), or hangs on the verb of saying itself (*claimed to have*)."""
        comma = self._tokens.text.find(",", trigger, clause[1])
        return bool(_LASTING.search(self._tokens.text, clause[0], clause[1] if comma < 0 else comma))

    def _right_behind(self, trigger: int, sentence: Sentence) -> Dated | None:
        """A date behind the trigger with no other verb and no comma between, wherever the clause was cut."""
        inside = self._dates.within(trigger, min(sentence.end, trigger + _NEAR))
        if not inside or inside[0].weak or re.search(r"[,;]", self._tokens.text[trigger : inside[0].start]):
            return None
        first, last = self._tokens.token_at(trigger), self._tokens.token_at(inside[0].start)
        groups = self._parse.group_of
        own = groups[first]
        return None if any(groups[at] not in (-1, own) for at in range(first + 1, last)) else inside[0]

    def _steps_back(self, trigger: int, clause: tuple[int, int]) -> bool:
        """Whether the words around a trigger put it at another time than the narrative's without saying when."""
        text = self._tokens.text
        if _ANOTHER_TIME.search(text, max(clause[0], trigger - 25), trigger) or _EARLIER_ON.search(
            text, trigger, clause[1]
        ):
            return True
        at = bisect_left(self._open, clause[0])
        return at < len(self._open) and self._open[at] <= clause[1]

    def _starting(self, trigger: int) -> Dated | None:
        """The date at which the happening that a noun names is said to begin (*strikes by the fleet starting on 3 March*)."""
        if not self._is_noun(trigger):
            return None
        index = bisect_right(self._clause_starts, trigger)
        if index == len(self._parse.clauses):
            return None
        below = self._parse.clauses[index]
        if index and below.sentence != self._parse.clauses[index - 1].sentence:
            return None
        verb = self._tokens.lower[self._parse.groups[below.group].head]
        start, end = self._tokens.starts[below.first], self._tokens.ends[below.last - 1]
        if verb not in _BEGINS or start - trigger > _NEAR or _PARTED.search(self._tokens.text, trigger, start):
            return None
        return self._nearest(trigger, start, end)

    def _in_what_follows(self, trigger: int) -> Dated | None:
        """A date in the clause that describes the trigger's noun, completes its verb, or tells when (*held out until X fell on 3 March*)."""
        index = bisect_right(self._clause_starts, trigger) - 1
        if index < 0:
            return None
        noun, text = self._is_noun(trigger), self._tokens.text
        for at in range(index + 1, min(index + 3, len(self._parse.clauses))):
            below = self._parse.clauses[at]
            if below.sentence != self._parse.clauses[index].sentence:
                break
            start, end = self._tokens.starts[below.first], self._tokens.ends[below.last - 1]
            describes = noun and below.link in ("reduced", "relative")
            completes = below.governor == index and below.link in ("gerund", "infinitive", "complement")
            near = start - trigger <= _NEAR and "," not in text[trigger:start]
            main = below.link == "main" and _AS_IT_OPENS.match(
                text, self._tokens.starts[self._parse.clauses[index].first]
            )
            timely = main or self._tells_when(below, noun=noun)
            tells = at == index + 1 and timely and ";" not in text[trigger:start]
            if ((near and (describes or completes)) or tells) and (found := self._nearest(trigger, start, end)):
                return found
        return self._over_participles(index)

    def _tells_when(self, clause: Clause, *, noun: bool) -> bool:
        """Whether a clause tells when what governs it happened; what a ``noun`` names, only one with *when*."""
        marker = self._tokens.lower[clause.marker] if clause.marker is not None else ""
        return clause.link in ("adverbial", "relative") and marker in (_TELLING if not noun else ("when",))

    def _shared_with_next(self, trigger: int, *, finite: bool = True) -> Dated | None:
        """The date at the end of the next clause of the same subject (*crossed the river and took the town on 9 May*).

        With ``finite`` false, only that of two participles (*withdrawing from the town and crossing the river on 9 May*).
        """
        index = bisect_right(self._clause_starts, trigger) - 1
        if index < 0 or index + 1 >= len(self._parse.clauses):
            return None
        own, after = self._parse.clauses[index], self._parse.clauses[index + 1]
        if after.sentence != own.sentence or after.link not in ("conjunct", "participle"):
            return None
        if after.subjects and after.subjects != own.subjects:
            return None
        if after.link == "participle" and not self._tokens.lower[self._parse.groups[after.group].head].endswith("ing"):
            return None
        if not finite and any(self._parse.groups[c.group].finite for c in (own, after)):
            return None
        verb = self._tokens.ends[self._parse.groups[after.group].head]
        inside = self._dates.within(verb, self._tokens.ends[after.last - 1])
        plain = [
            d for d in inside if not d.weak and d.value.relation not in ASIDES and d.value.granularity not in _LONG
        ]
        return plain[-1] if plain else None

    def _over_participles(self, index: int) -> Dated | None:
        """The interval over the dated participles that spell out a clause (*began operations, besieging X in June and taking Y in August*)."""
        found = []
        for below in self._parse.clauses[index + 1 : index + 6]:
            if (
                below.governor is None
                or below.link not in ("participle", "conjunct")
                or self._parse.groups[below.group].finite
            ):
                break
            start, end = self._tokens.starts[below.first], self._tokens.ends[below.last - 1]
            found += [d for d in self._dates.within(start, end) if not d.weak]
        if len(found) < 2 or not found[0].value.start or not found[-1].value.end:
            return None
        if not in_order(found[0].value.start, found[-1].value.end):
            return None
        value = replace(found[0].value, end=found[-1].value.end, granularity="span", derivation="range")
        return replace(found[0], value=value)

    def _is_noun(self, trigger: int) -> bool:
        token = self._tokens.token_at(trigger)
        return token < len(self._parse.chunk_of) and self._parse.chunk_of[token] >= 0
