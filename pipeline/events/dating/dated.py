"""The dates of a document that an event may have: calendar dates with their intervals, the two ends of a range as one."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from pipeline.frozen import dataclass, replace
from pipeline.records import Mention, Parse, Tokens
from pipeline.rules.dates import date_vocabulary
from pipeline.timex import Shift, Span, Timex, span_of

__all__ = ["ASIDES", "LONG", "Dated", "Dates", "covers", "in_order", "is_of_birth", "is_of_ground", "whole"]

ASIDES = frozenset({"since", "before", "after", "until", "till", "prior to"})
"""Ties that bound what happens rather than date it."""
_ATTRIBUTIVE = re.compile(r"\s(?P<noun>[A-Za-z][\w’'-]+)")
_NOT_A_NOUN = re.compile(
    r"\s(?:and|or|but|onwards?|through|till|alone|also|then|not|no|[a-z]+ly|of|in|on|at|by|to|for|from|with|as|when|while|that|which|who|the|a|an|he|she|it|they|was|were|is|had|has|have|would|"
    r"could|did|after|before|until|during|between|because|his|her|its|their|both|several|many|some|[a-z]+ed|began|saw|under|over|into|"
    r"against|near|outside|[A-Z][\w’'-]*)\b"
)
_NAMED_BY_MONTH = re.compile(r"(?:\s(?:and|or)\s[A-Z][a-z]+)?\s(?P<noun>[A-Za-z]+?)s?\b")
_BESIDE_A_NAME = re.compile(r"[a-z]\s$")
_SOME_SEASON = re.compile(r"(?<!\b[Ii]n\s)(?<!\b[Dd]uring\s)(?<!\b[Aa]fter\s)\b[Aa]n?\s(?:[a-z-]+\s){1,3}$")
_COMES = re.compile(r"\s(?:followed|came|began|set\sin)\b")
_A_PART_OF_DAY = re.compile(r"an?\s[a-z-]+$")
_POSSESSIVE = re.compile(r"[’']s?\s[a-z]")
_YEAR_OF_FEAST = re.compile(r"-?\d{4}(?=-XX)")
"""The year of a day that moves from year to year."""
_AS_WRITTEN = frozenset({"unresolved", "explicit"})
_COMPARED = re.compile(r"(?:,\s(?:just\s|much\s)?as|\b[Uu]nlike|\bthan)\s(?:in|on|during)\s(?:the\s)?$")
"""*burned the mills, as in the previous year*: what is told is but like what came then."""
_LISTED = re.compile(
    r"(?:,(?=\sand\sagain\s))?\s(?:and|or|(?:and\s)?(?:well\s)?into)\s(?:again\s|later\s|then\s|late\s|early\s)?(?:(?:in|on|into)\s)?(?:the\s)?"
)
_CALLED = re.compile(r"(?<!\b[Ii]n\s)(?<!\b[Dd]uring\s)(?<!\b[Aa]t\s)\bthe\s(?:[A-Z][\w’'-]*\s){1,4}of\s$")
"""A name that a year parts from others of its kind (*the Constitution of 1793*, *the Great Fire of 1666*)."""
_OF_LIFE = re.compile(r"\((?:[^()\d]*[;,]\s)?(?:r|b|d|fl|reg)\.|\((?:reigned|ruled|reign|lived|born|died|baptised)\b")
_NAME_BEFORE = re.compile(r"\b[^\W\d_][\w’'-]*(?=\s$)")
_DASH = re.compile(r"[–—-]")
_THEN = re.compile(
    r"(?:(?:At|By|Around|About|In|During)\s(?:about\s)?(?:this|that|the)\s(?:(?:very\s)?same\s)?(?:point|time|moment|stage|juncture|period|year|summer|winter|spring|autumn)"
    r"|(?:(?:Soon|Shortly|Not\slong)\s)?(?:after(?:wards?)?|thereafter|After(?:wards?)?|Thereafter)|Meanwhile|Later|Finally|Eventually|Subsequently|Next|Then)\s"
)
"""Words for the time with which a sentence opens (*At this point (247 BC), …*)."""
_LONGEST_LIFE = 150
"""Characters that the parentheses behind a name take up at most (*(Polish: Józef Bem; 14 March 1794 – 10 December 1850)*)."""
_A_LIFE = 15 * 365
"""Days from which on two behind a name are those of a life or a reign (*Nicholas II (1868–1918)*), unless it is that of a happening."""
_INSERTING = re.compile(r"\s(?:–|—|--?)\s(?!\d)|—(?=[a-z])|(?<=[a-z,])—")
"""A dash that opens or closes an aside (*Slovakia - a client state in 1939 - attacked*), not that of a range of days."""
_DASHES = (" – ", "—", " - ", " -- ")
_ONLY_WHEN = re.compile(
    r"(?:(?:again|already|first|only|just|once|but|and|on|in|at|by|from|around|about|early|late|the|that|very|same)\s)*"
)
"""What an aside holds before its date where it says no more than when (*– on the very day –*, *– late in 1805 –*)."""
_BORN = re.compile(r"\b[Bb]orn\b(?:(?!\sand\s|,\s(?:he|she|they|who)\b)[^.;]){0,60}$")
_GROUND = re.compile(
    r"\S\s(?:(?<!the\s)following|after|because\sof|(?:due|owing)\sto|result(?:s|ed|ing)?\s(?:from|of)|(?:caused|triggered|sparked|prompted|provoked|motivated)\sby"
    r"|in\s(?:response|reaction|answer|reply)\sto|in\s(?:retaliation|revenge|reprisal|retribution|return)\sfor|in\sthe\s(?:wake|aftermath)\sof"
    r"|(?:to|in\sorder\sto)\s(?:avenge|revenge)|(?:stem|arise|spring)(?:s|ming|ing|med)?\sfrom|arose\sfrom|sprang\sfrom)\s(?:[\w’'.-]+\s){1,9}$"
)
_PLAIN_TIES = frozenset({"in", "by", "since", "until", "during"})
_OF_MONTHS = frozenset({"month", "season", "span"})
_HOURS = frozenset({"hour", "minute", "second", "part"})
LONG = frozenset({"year", "decade", "century"})
"""Granularities from the year on."""


def _happening_of(after: str) -> bool:
    """Whether a month names a happening (*the February and October revolutions*)."""
    named = _NAMED_BY_MONTH.match(after)
    return named is not None and named["noun"].lower() in date_vocabulary().happenings.words


def _alike(one: Timex, other: Timex) -> bool:
    """Whether two dates are listed as of one kind (*in December 1941 and the first months of 1942*)."""
    return one.granularity == other.granularity or {one.granularity, other.granularity} <= _OF_MONTHS


def whole(value: Timex) -> Timex:
    """The month or year of which a date is a part (*before the end of 1977*, *in early 1950*)."""
    span = span_of(value.value)
    return replace(value, start=span.start, end=span.end) if span else value


def _in_year(value: Timex, year: str) -> Timex:
    """A day of a stated year as that year."""
    span = span_of(year)
    whole_year = replace(value, start=span.start, end=span.end, granularity=span.granularity) if span else value
    return replace(whole_year, derivation="explicit")


def is_of_birth(before: str) -> bool:
    """Whether the words of a sentence before a date make it that of a birth, from which no deed goes on.

    >>> is_of_birth("He was born at Viborg on "), is_of_birth("Born in Viborg, he joined the cavalry in ")
    (True, False)
    """
    return "orn" in before and _BORN.search(before) is not None


def is_of_ground(before: str) -> bool:
    """Whether the words of a sentence before a date make it that of what led to what is told; not where the sentence opens with it.

    >>> is_of_ground("The coup resulted from the dissolution of the legislature on ")
    True
    >>> is_of_ground("After the fall of the city on ")
    False
    """
    return _GROUND.search(before, max(0, len(before) - 90)) is not None


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of the text that an event may have."""

    mention: Mention[Timex]
    value: Timex
    start: int
    end: int
    weak: bool
    bracketed: bool
    """Part of a name, or in parentheses: taken only where nothing else is."""


def in_order(start: str, end: str) -> bool:
    """Whether one ISO day is not after another.

    >>> in_order("-0490-09-12", "-0480-09-01"), in_order("1916-04-29", "1916-04-29"), in_order("0001-01-01", "-0001-01-01")
    (True, True, False)
    """
    span = Span.between(start, end)
    return span.first <= span.last


def covers(outer: Timex, inner: Timex) -> bool:
    """Whether one interval lies within another; False where a day of either is unknown.

    >>> covers(Timex("DATE", "1673", start="1673-01-01", end="1673-12-31"), Timex("DATE", "1673-06-15", start="1673-06-15", end="1673-06-15"))
    True
    """
    whole, part = outer.span, inner.span
    if whole is None or part is None:
        return False
    return whole.first <= part.first and part.last <= whole.last


class Dates:
    """The dates of a document in reading order, by their clean offsets."""

    def __init__(self, tokens: Tokens, parse: Parse, dates: tuple[Mention[Timex], ...]) -> None:
        self._tokens = tokens
        self._parse = parse
        self.mentions = dates
        self.all = self._usable(dates)
        self.starts = [d.start for d in self.all]
        self._later = [
            m for m in dates if (s := m.value.shift) and m.value.value == "FUTURE_REF" and s.unit not in _HOURS
        ]
        self._later_starts = [m.start for m in self._later]
        self._clause_starts = [tokens.starts[c.first] for c in parse.clauses]

    def within(self, start: int, end: int) -> list[Dated]:
        """The dates that begin in a stretch of the clean text."""
        at = bisect_left(self.starts, start)
        if at == len(self.starts) or self.starts[at] >= end:
            return []
        return self.all[at : bisect_left(self.starts, end, at)]

    def last_of(self, dated: Dated) -> Timex:
        """The last of the dates that an interval runs over (*1191* of *from 1189 to 1191*)."""
        at = bisect_left(self.mentions, dated.end, key=lambda m: m.end)
        return self.mentions[at].value

    def is_some_part_of_day(self, dated: Dated) -> bool:
        """Whether a date is but a part of some day (*a night attack*)."""
        text = self._tokens.text[dated.start : dated.end]
        return dated.value.granularity == "time" and _A_PART_OF_DAY.match(text) is not None

    def of_time(self, offset: int) -> bool:
        """Whether an expression of time, dated or not, covers an offset."""
        at = bisect_right(self.mentions, offset, key=lambda m: m.start) - 1
        return at >= 0 and offset < self.mentions[at].end

    def shift_within(self, start: int, end: int) -> Shift | None:
        """What a stretch counts some of from the narrative's date on (*a few months later*); None where it does not."""
        at = bisect_left(self._later_starts, start)
        return self._later[at].value.shift if at < len(self._later) and self._later_starts[at] < end else None

    def is_inserted(self, dated: Dated, trigger: int) -> bool:
        """Whether a date stands in words between dashes that describe something else than what a trigger tells.

        *On 1 September 1939 Slovakia – a client state in 1939 – attacked*; not *The raid – launched on 3 May – failed*, of the raid.
        """
        text, sentence = self._tokens.text, self._tokens.sentence_at(dated.start)
        if not any(map(text[sentence.start : dated.start].__contains__, _DASHES)):
            return False
        dashes = list(_INSERTING.finditer(text, sentence.start, sentence.end))
        before = [dash for dash in dashes if dash.end() <= dated.start]
        if len(before) % 2 == 0 or len(before) == len(dashes):
            return False
        opened, closed = before[-1], dashes[len(before)]
        if opened.end() <= trigger < closed.start() or _ONLY_WHEN.fullmatch(text, opened.end(), dated.start):
            return False
        chunk = self._parse.chunk_of[self._tokens.token_at(trigger)] if trigger < opened.start() else -1
        return chunk < 0 or chunk != self._parse.chunk_of[self._tokens.token_at(opened.start() - 1)]

    def clause_at(self, offset: int) -> int:
        """The index of the clause in which an offset lies, or behind which it does; -1 before the first."""
        return bisect_right(self._clause_starts, offset) - 1

    def is_in_phrase(self, offset: int) -> bool:
        """Whether the word at an offset belongs to a noun phrase."""
        token = self._tokens.token_at(offset)
        return token < len(self._parse.chunk_of) and self._parse.chunk_of[token] >= 0

    def _usable(self, dates: tuple[Mention[Timex], ...]) -> list[Dated]:
        by_start = {m.start: m for m in dates}
        found: list[Dated] = []
        done: set[int] = set()
        for mention in dates:
            value = mention.value
            if _COMPARED.search(self._tokens.text, max(0, mention.start - 15), mention.start):
                continue
            if self._is_gloss(mention, found) or self._is_of_life(mention) or self._is_counted_from(mention, found):
                continue
            if value.derivation in _AS_WRITTEN and not value.start and (year := _YEAR_OF_FEAST.match(value.value)):
                value = _in_year(value, year[0])  # *on Good Friday 1282*
            if mention.start in done or value.type == "SET" or not value.start or not value.end:
                continue
            end = mention.end
            other = by_start.get(value.range_with) if value.range_with is not None else None
            listed = () if other else self._listed_with(mention, dates)
            other = listed[-1] if listed else other
            if other and other.start > mention.start and other.value.end and in_order(value.start, other.value.end):
                done.update(m.start for m in listed or (other,))
                value = replace(value, end=other.value.end, granularity="span", derivation="range")
                end = other.end
            if value.relation == "before" and value.mod == "END":
                value = whole(value)
            bracketed = (opened := self._bracket(mention)) >= 0
            if bracketed and (self._parts_a_verb(opened) or self._tells_when(opened)):
                value, bracketed = replace(value, aside=False), False
            weak = bracketed or self._is_weak(mention, end)
            found.append(Dated(mention, value, mention.start, end, weak, bracketed))
        return found

    def _parts_a_verb(self, bracket: int) -> bool:
        """Whether a parenthesis stands within a verb, whose date it is (*was soon (301 BC) isolated*)."""
        at = self._tokens.token_at(bracket)
        return (
            at > 0
            and self._parse.codes[at - 1] in "ABH"
            and self.verb_follows(self._tokens.text.find(")", bracket) + 1)
        )

    def _tells_when(self, bracket: int) -> bool:
        """Whether a parenthesis stands right behind a verb, or behind words for the time with which its sentence opens (*besieged (1480) Rhodes*)."""
        at = self._tokens.token_at(bracket) - 1
        if at < 0:
            return False
        group = self._parse.group_of[at]
        if group >= 0 and self._parse.groups[group].last == at + 1:
            # not *Madden argues (1998) that …*
            return not self._tokens.text.startswith(") that ", self._tokens.text.find(")", bracket))
        return _THEN.fullmatch(self._tokens.text, self._tokens.sentence_at(bracket).start, bracket) is not None

    def _listed_with(self, mention: Mention[Timex], dates: tuple[Mention[Timex], ...]) -> tuple[Mention[Timex], ...]:
        """The dates listed behind a date (*on 2, 3 and 4 November*, *in July or August*), unless a verb of its own follows the last."""
        at = bisect_right(dates, mention.start, key=lambda m: m.start)
        end = mention.end
        for last in range(at, len(dates)):
            other = dates[last]
            gap = self._tokens.text[end : other.start]
            if not _alike(mention.value, other.value):
                return ()
            if _LISTED.fullmatch(gap.removeprefix(",") if last > at else gap):
                of_its_own = self.verb_follows(other.end) and self._verb_precedes(mention.start)
                return () if of_its_own else dates[at : last + 1]
            if gap != ", ":
                return ()
            end = other.end
        return ()

    def verb_follows(self, offset: int) -> bool:
        """Whether a verb begins right behind an offset, an adverb at most before it."""
        at = self._tokens.token_at(offset)
        if at >= len(self._parse.tags) or self._tokens.lower[at] == "to":
            return False  # *in November and December to dig defences*
        return self._parse.group_of[at] >= 0 or (
            self._parse.tags[at] == "ADV" and self._tokens.lower[at].endswith("ly")
        )

    def _verb_precedes(self, offset: int) -> bool:
        """Whether a verb stands before an offset in its sentence (not in *Attacks on 18 June and 16 August were repulsed*)."""
        first = self._tokens.token_at(self._tokens.sentence_at(offset).start)
        return any(group >= 0 for group in self._parse.group_of[first : self._tokens.token_at(offset)])

    def _is_weak(self, mention: Mention[Timex], end: int) -> bool:
        """Whether a date describes a thing: a year in a name, the year or the night that a noun is of."""
        text, value = self._tokens.text, mention.value
        after, before = text[end : end + 30], text[max(0, mention.start - 5) : mention.start]
        if value.granularity == "time" and _A_PART_OF_DAY.match(text[mention.start : mention.end]):
            return bool(_ATTRIBUTIVE.match(after)) and not _NOT_A_NOUN.match(after)
        if value.granularity == "season" and value.relation is None and self._is_some(mention, after):
            return True
        if value.granularity == "season" and value.relation is None and _BESIDE_A_NAME.search(before):
            return _happening_of(after)
        if value.granularity == "season" and text[mention.start].isupper() and re.match(r"\s[A-Z]", after):
            return " " not in text[mention.start : mention.end]
        if value.granularity == "month" and _happening_of(after):
            # *in June of the next year war broke out*, not *in the February Revolution*
            return value.relation not in _PLAIN_TIES or before.endswith("the ")
        if value.granularity == "season" and value.relation == "for":  # *to retire for the winter*
            return True
        if value.granularity in ("month", "day") and re.search(r"\b(?:the|[A-Z]\w+[’']s)\s$", before):
            return bool(_ATTRIBUTIVE.match(after)) and not _NOT_A_NOUN.match(after)
        if value.granularity not in LONG or value.mod:
            return False
        if value.relation == "of" and value.shift is not None and (value.shift.count or 0) < 0:
            return True  # *the tactics of the previous year*
        if _POSSESSIVE.match(after) or (
            value.relation == "of" and _CALLED.search(text, max(0, mention.start - 60), mention.start)
        ):
            return True
        article = re.search(r"\b(?:[Tt]he|[Aa]n?)\s$", before)
        if value.relation in _PLAIN_TIES and not article:
            return False
        if value.derivation == "relative" and value.shift is not None and value.shift.base == "clock":
            return False  # *the following year took the town*, *A year later sergeants stormed the palace*
        described = _ATTRIBUTIVE.match(after) and not _NOT_A_NOUN.match(after)
        return bool(described or (re.match(r"\s[A-Z“\"‘]", after) and article))

    def _is_some(self, mention: Mention[Timex], after: str) -> bool:
        """Whether a season acts itself (*a hard winter starved them*, not *a hard winter followed*): it says what one was like, not when."""
        low = max(0, mention.start - 40)
        return _SOME_SEASON.search(self._tokens.text, low, mention.start) is not None and not _COMES.match(after)

    def _is_gloss(self, mention: Mention[Timex], found: list[Dated]) -> bool:
        """Whether a date in parentheses says the day before them in another zone or calendar (*25 October (7 November) 1917*), or is its year."""
        if not found or found[-1].bracketed or found[-1].value.granularity not in ("day", "time"):
            return False
        between = self._tokens.text[found[-1].end : mention.start]
        return between.startswith(" (") and (")" not in between or (between.endswith(") ") and between.count("(") == 1))

    def _is_of_life(self, mention: Mention[Timex]) -> bool:
        """Whether parentheses say when somebody lived or ruled (*Nicholas I (r. 1825–1855)*, *Suvorov (24 November 1729 – 18 May 1800)*)."""
        text = self._tokens.text
        opened = text.rfind("(", max(0, mention.start - _LONGEST_LIFE), mention.start)
        if opened < 0 or ")" in text[opened : mention.start]:
            return False
        if _OF_LIFE.match(text, opened):
            return True
        named = _NAME_BEFORE.search(text, max(0, opened - 40), opened)
        if named is None or named[0].islower() or named[0].lower() in date_vocabulary().happenings.words:
            return False
        if self._tokens.sentence_at(mention.start).kind == "heading":
            return False  # *Wars of the Delian League (477–450 BC)*
        closed = text.find(")", mention.end, opened + _LONGEST_LIFE)
        first = bisect_left(self.mentions, opened, key=lambda m: m.start)
        inside = self.mentions[first : bisect_left(self.mentions, closed, key=lambda m: m.start)]
        years = [span.first for m in inside if (span := m.value.span)]
        return len(years) > 1 and max(years) - min(years) >= _A_LIFE and _DASH.search(text, opened, closed) is not None

    def _is_counted_from(self, mention: Mention[Timex], found: list[Dated]) -> bool:
        """Whether the date before is counted from this one, which is that of the happening between (*a week after the landings of 6 June 1944*)."""
        if not found or found[-1].value.anchor != mention.start:
            return False
        shift = found[-1].value.shift
        return shift is not None and shift.base == "event"

    def _bracket(self, mention: Mention[Timex]) -> int:
        """Where the parentheses open in which a date stands; -1 where it stands in none."""
        text = self._tokens.text
        opened = text.rfind("(", max(0, mention.start - 60), mention.start)
        return -1 if opened < 0 or ")" in text[opened : mention.start] else opened
