"""The date of an event: which of the dates around its trigger is its own (annotation guidelines, section 4)."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from pipeline.frozen import dataclass, replace
from pipeline.timex import Span, Timex, span_of

if TYPE_CHECKING:
    from pipeline.records import Document, Mention, Parse, Sentence, Tokens

__all__ = ["Dating"]

_ATTRIBUTIVE = re.compile(r"\s(?P<noun>[A-Za-z][\w’'-]+)")
_NOT_A_NOUN = re.compile(
    r"\s(?:and|or|but|of|in|on|at|by|to|for|from|with|as|when|while|that|which|who|the|a|an|he|she|it|they|was|were|is|had|has|have|would|"
    r"could|did|after|before|until|during|between|because|his|her|its|their|both|several|many|some|[a-z]+ed|began|saw|under|over|into|"
    r"against|near|outside|[A-Z][\w’'-]*)\b"
)
_TEMPORAL = re.compile(r"[\s,]*(?:after|once|when|as\ssoon\sas|as|by\sthe\stime)\b", re.IGNORECASE)
_LASTING = re.compile(
    r"\b(?:was|were|is|are)\s(?:\w+ly\s|still\s)?\w+ing\b|\bcontinu(?:ed|ing)\b|\bongoing\b|\bstill\b|^\s*to\shave\b",
    re.IGNORECASE,
)
_PARTED = re.compile(r"[,;]\s|\swhile\s")
_LISTED = re.compile(r"\sand\s(?:again\s|later\s|then\s)?(?:(?:in|on)\s)?(?:the\s)?")
_OF_THE_NEXT = re.compile(r",\sand\s(?:in|on|by|at|from|during)\s(?:the\s|early\s|late\s|mid-?)?$")
_EARLIER = re.compile(r"\b(?:earlier|previous|prior)\s(?:[\w-]+\s)?$")
_EARLIER_ON = re.compile(r"\b(?:earlier|previously|years\sbefore)\b")
_PLAIN_TIES = frozenset({"in", "by", "since", "until", "during"})
_NEAR = 60
"""How far behind a trigger the clause that describes it may begin."""
_ASIDE = frozenset({"since", "before", "after", "until", "till", "prior to"})


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date of the text that an event may have."""

    mention: Mention[Timex]
    value: Timex
    start: int
    end: int
    weak: bool
    bracketed: bool
    """Part of a name, or in parentheses: taken only where nothing else is."""


class Dating:
    """The dates of a document as they bear on its events; built once per document, asked once per event.

    Offsets are clean offsets. The sources are asked in the order of the guidelines: an expression in the clause of the trigger, one in the
    clauses that govern it, the date at which the narrative stands, the section heading, the title; else there is no date. The two ends of a
    range count as one interval. Not handled: dates that only another event gives (*two days after the landing*, where that has no date).
    """

    def __init__(self, document: Document, tokens: Tokens, parse: Parse, dates: tuple[Mention[Timex], ...]) -> None:
        self._tokens = tokens
        self._parse = parse
        self._dates = self._usable(dates)
        self._open = [m.start for m in dates if m.value.derivation == "unresolved_event" and m.value.type == "DATE"]
        self._starts = [d.start for d in self._dates]
        self._clause_starts = [tokens.starts[c.first] for c in parse.clauses]
        self._title_words = document.title
        self._lasts_here, self._lasts_beyond = self._day_lasts()
        self._clock = self._run_clock()
        self._title = self._title_date(document)

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
    ) -> tuple[Timex | None, Mention[Timex] | None]:
        """The date of the event at ``trigger``, and the date mention it was read from (None for a title's date).

        ``clause`` is the clean span of the trigger's clause; ``governing`` the spans of the clauses above it, nearest first. ``statement`` is the
        clean offset of the verb of saying when the event is the content of a statement (*announced that X had captured Y*): a date that belongs
        to that verb is not the event's, unless the content is still going on. ``background`` is true for a pluperfect: the narrative's date is
        not the event's then.
        """
        own = self._nearest(trigger, *clause) or self._right_behind(trigger, sentence) or self._in_what_follows(trigger)
        if own is not None:
            return own.value, own.mention
        if self._steps_back(trigger, clause) and status != "planned":
            return None, None
        for start, end in governing:
            above = self._nearest(trigger, start, end)
            if above is None:
                continue
            if statement is not None and start <= statement < end and not self._lasts(clause):
                return None, None
            return above.value, above.mention
        before = self._earlier_in_sentence(trigger, sentence)
        if before is not None:
            return before.value, before.mention
        if background and statement is None and not _TEMPORAL.match(self._tokens.text, clause[0]):
            return None, None
        return self._told(sentence)

    def _day_lasts(self) -> tuple[int, int]:
        """For how many sentences a day holds: longer where the whole text tells of a few weeks, as that of a battle does."""
        days = sorted(
            Span.between(d.value.start, d.value.end).first
            for d in self._dates
            if d.value.granularity == "day" and not d.value.aside and d.value.start and d.value.end
        )
        if not days:
            return _DAY_LASTS
        tenth = len(days) // 10
        if _WAR.search(self._title_words):
            return _DAY_LASTS
        few = days[-1 - tenth] - days[tenth] <= _BATTLE
        return _DAY_LASTS_IN_BATTLE if few else _DAY_LASTS

    def _told(self, sentence: Sentence) -> tuple[Timex | None, Mention[Timex] | None]:
        """The date at which the narrative stands when a sentence begins, else a year from a name or the title."""
        told = self._clock[sentence.index]
        if told is not None:
            at = self._tokens.sentence_at(told.start)
            bounded = self._bounded(told, at, sentence)
            if bounded:
                return bounded, told.mention
            lasts = self._lasts_here if at.paragraph == sentence.paragraph else self._lasts_beyond
            return _faded(told, fades=sentence.index - at.index > lasts), told.mention
        if self._title:
            return self._title, None
        named = [d for d in self._within(0, sentence.start) if d.weak and not d.bracketed]
        return (named[-1].value, named[-1].mention) if named else (None, None)

    def _bounded(self, told: _Dated, at: Sentence, sentence: Sentence) -> Timex | None:
        """The interval from the narrative's day to the bound that its paragraph goes on to state (*by 16 January*)."""
        if told.value.granularity != "day" or at.paragraph != sentence.paragraph:
            return None
        for dated in self._dates[bisect_right(self._starts, told.start) :]:
            bound = dated.value
            if dated.weak or bound.granularity != "day" or not (told.value.start and bound.end):
                return None
            same = self._tokens.sentence_at(dated.start).paragraph == sentence.paragraph
            if not same or bound.relation != "by" or not _in_order(told.value.start, bound.end):
                return None
            return replace(told.value, end=bound.end, granularity="span", derivation="narrative", anchor=told.start)
        return None

    # ----------------------------------------------------------------------------------------------------- dates

    def _usable(self, dates: tuple[Mention[Timex], ...]) -> list[_Dated]:
        """Calendar dates with their spans, the two ends of a range as one."""
        by_start = {m.start: m for m in dates}
        found, done = [], set()
        for mention in dates:
            value = mention.value
            if mention.start in done or value.type == "SET" or not value.start or not value.end:
                continue
            end = mention.end
            other = by_start.get(value.range_with) if value.range_with is not None else None
            other = other or self._listed_with(mention, dates)
            if other and other.start > mention.start and other.value.end and _in_order(value.start, other.value.end):
                done.add(other.start)
                value = replace(value, end=other.value.end, granularity="span", derivation="range")
                end = other.end
            bracketed = self._is_bracketed(mention)
            weak = bracketed or self._is_weak(mention, end)
            found.append(_Dated(mention, value, mention.start, end, weak, bracketed))
        return found

    def _listed_with(self, mention: Mention[Timex], dates: tuple[Mention[Timex], ...]) -> Mention[Timex] | None:
        """The date that *and* joins to a date (*on 2 and 4 November*, *in May and again in June*)."""
        at = bisect_right(dates, mention.start, key=lambda m: m.start)
        if at < len(dates) and dates[at].value.granularity == mention.value.granularity:
            return dates[at] if _LISTED.fullmatch(self._tokens.text, mention.end, dates[at].start) else None
        return None

    def _is_weak(self, mention: Mention[Timex], end: int) -> bool:
        text, value = self._tokens.text, mention.value
        if value.granularity in ("year", "decade", "century") and not value.mod:
            after = text[end : end + 30]
            if value.relation in _PLAIN_TIES and not re.search(r"\b(?:the|an?)\s$", text[: mention.start][-5:]):
                return False
            if (_ATTRIBUTIVE.match(after) and not _NOT_A_NOUN.match(after)) or (
                re.match(r"\s[A-Z]", after) and re.search(r"\b(?:the|a)\s$", text[: mention.start][-5:])
            ):
                return True
        return False

    def _is_bracketed(self, mention: Mention[Timex]) -> bool:
        text = self._tokens.text
        opened = text.rfind("(", max(0, mention.start - 60), mention.start)
        return opened >= 0 and ")" not in text[opened : mention.start]

    def _title_date(self, document: Document) -> Timex | None:
        years = re.findall(r"(?<!\d)(?:1\d{3}|20\d\d)(?!\d)", document.title)
        span = span_of(years[0]) if len(years) == 1 else None
        if span is None:
            return None
        return Timex("DATE", years[0], start=span.start, end=span.end, granularity="year", derivation="from_title")

    # ------------------------------------------------------------------------------------------------------ look-up

    def _within(self, start: int, end: int) -> list[_Dated]:
        return self._dates[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _nearest(self, trigger: int, start: int, end: int) -> _Dated | None:
        """The date in a stretch of text that is nearest to the trigger; one that stands in a name only where there is no other."""
        inside = self._within(start, end)
        plain = [d for d in inside if self._counts(d, trigger)]
        return min(plain, key=lambda d: self._distance(d, trigger), default=None)

    def _counts(self, dated: _Dated, trigger: int) -> bool:
        if dated.weak:
            return 0 <= dated.start - trigger <= 30 or (dated.bracketed and dated.value.granularity in ("day", "span"))
        if dated.start < trigger:
            return True
        text = self._tokens.text
        return ";" not in text[trigger : dated.start] and not _OF_THE_NEXT.search(text, trigger, dated.start)

    def _distance(self, dated: _Dated, trigger: int) -> int:
        low, high = sorted((dated.start, trigger))
        parted = bool(_PARTED.search(self._tokens.text, low, high))
        return (
            high
            - low
            + (80 if parted and dated.start > trigger else 0)
            + (200 if dated.value.relation in _ASIDE else 0)
        )

    def _earlier_in_sentence(self, trigger: int, sentence: Sentence) -> _Dated | None:
        """The last date before the trigger in its sentence that is no aside."""
        for dated in reversed(self._within(sentence.start, trigger)):
            if not dated.weak and dated.value.relation not in _ASIDE:
                return dated
        return None

    def _lasts(self, clause: tuple[int, int]) -> bool:
        """Whether a clause tells what still goes on (*were massing*, *continued*), or hangs on the verb of saying itself (*claimed to have*)."""
        return bool(_LASTING.search(self._tokens.text, *clause))

    def _right_behind(self, trigger: int, sentence: Sentence) -> _Dated | None:
        """A date behind the trigger with no other verb and no comma between, wherever the clause was cut."""
        inside = self._within(trigger, min(sentence.end, trigger + _NEAR))
        if not inside or inside[0].weak or "," in self._tokens.text[trigger : inside[0].start]:
            return None
        first, last = self._tokens.token_at(trigger), self._tokens.token_at(inside[0].start)
        groups = self._parse.group_of
        own = groups[first]
        return None if any(groups[at] not in (-1, own) for at in range(first + 1, last)) else inside[0]

    def _steps_back(self, trigger: int, clause: tuple[int, int]) -> bool:
        """Whether the words around a trigger put it at another time than the narrative's without saying when."""
        text = self._tokens.text
        if _EARLIER.search(text, max(clause[0], trigger - 25), trigger) or _EARLIER_ON.search(text, trigger, clause[1]):
            return True
        return any(start <= clause[1] and clause[0] <= start for start in self._open)

    def _in_what_follows(self, trigger: int) -> _Dated | None:
        """A date in the clause that describes the trigger's noun or completes its verb (*strikes starting on 3 March*)."""
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
            if (describes or completes) and near and (found := self._nearest(trigger, start, end)):
                return found
        return self._over_participles(index)

    def _over_participles(self, index: int) -> _Dated | None:
        """The interval over the dated participles that spell out a clause (*began operations, besieging X in June and taking Y in August*)."""
        found = []
        for below in self._parse.clauses[index + 1 : index + 6]:
            if below.governor is None or below.link not in ("participle", "conjunct"):
                break
            start, end = self._tokens.starts[below.first], self._tokens.ends[below.last - 1]
            found += [d for d in self._within(start, end) if not d.weak]
        if len(found) < 2 or not found[0].value.start or not found[-1].value.end:
            return None
        if not _in_order(found[0].value.start, found[-1].value.end):
            return None
        value = replace(found[0].value, end=found[-1].value.end, granularity="span", derivation="range")
        return replace(found[0], value=value)

    def _is_noun(self, trigger: int) -> bool:
        token = self._tokens.token_at(trigger)
        return token < len(self._parse.chunk_of) and self._parse.chunk_of[token] >= 0

    # --------------------------------------------------------------------------------------------------- the clock

    def _run_clock(self) -> list[_Dated | None]:
        """For each sentence, the date at which the narrative stands when it begins."""
        clock: list[_Dated | None] = []
        at, last, heading, before = 0, None, None, ""
        for sentence in self._tokens.sentences:
            clock.append(_until(last, heading))
            if sentence.kind == "heading" and before != "heading":  # a heading under a heading stands within its years
                heading = None
            before = sentence.kind
            while at < len(self._dates) and self._dates[at].start < sentence.end:
                if self._moves_clock(self._dates[at], sentence):
                    last = self._dates[at]
                    heading = last if sentence.kind == "heading" else heading
                at += 1
        return clock

    def _moves_clock(self, dated: _Dated, sentence: Sentence) -> bool:
        if dated.value.granularity in ("decade", "century"):
            return False
        if sentence.kind == "heading":
            return True
        if dated.weak or dated.value.aside or dated.value.relation in _ASIDE:
            return False
        index = bisect_right(self._clause_starts, dated.start) - 1
        if index < 0 or dated.value.relation == "by" or dated.start - sentence.start <= _OPENING:
            return True
        clause = self._parse.clauses[index]
        group = self._parse.groups[clause.group]
        words = self._tokens.lower[group.first : group.head + 1]
        return clause.link not in ("relative", "reduced") and "had" not in words


def _in_order(start: str, end: str) -> bool:
    span = Span.between(start, end)
    return span.first <= span.last


def _until(told: _Dated | None, heading: _Dated | None) -> _Dated | None:
    """The narrative's year, open to the end of the years that the heading spans."""
    if told is None or heading is None or told is heading or told.value.granularity != "year":
        return told
    if heading.value.granularity != "span" or not (told.value.start and heading.value.end and heading.value.start):
        return told
    if not (_in_order(heading.value.start, told.value.start) and _in_order(told.value.start, heading.value.end)):
        return told
    return replace(told, value=replace(told.value, end=heading.value.end, granularity="span"))


_OPENING = 12
"""A date that begins so few characters into its sentence opens it."""
_DAY_LASTS, _DAY_LASTS_IN_BATTLE = (4, 1), (9, 6)
"""For how many sentences a day holds after the one that names it, in its paragraph and beyond; after that only its month does."""
_WAR = re.compile(r"\b(?:War|Wars|Revolution|Insurgency|Uprising|Campaign)\b")
_BATTLE = 120
"""Days that most of the dates of a text span at most, where it tells of a battle rather than a war."""


def _faded(told: _Dated, *, fades: bool) -> Timex:
    """The narrative's date, of a day only the month where it fades."""
    value = replace(told.value, derivation="narrative", anchor=told.mention.start)
    if not fades or value.granularity not in ("day", "time") or not value.start:
        return value
    span = span_of(value.start[:-3])
    return replace(value, start=span.start, end=span.end, granularity="month") if span else value
