"""Finder of dates: temporal expressions with their exact extent and their TIMEX3 value as far as the words themselves tell it.

Anchors (months, numbers, units, parts of day …) are told by dictionary; around each, the patterns of the grammar are tried. Absolute strings are
read by dateparser; what hangs on the narrative stays open for `pipeline.resolution.dates`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache, lru_cache
from itertools import compress, count, pairwise

from pipeline.frozen import dataclass, replace
from pipeline.mentions.dates.complements import complement_end
from pipeline.mentions.dates.early import early_years
from pipeline.mentions.dates.patterns import Rule, continuation, rules
from pipeline.mentions.dates.readings import read_continuation
from pipeline.mentions.dates.traps import is_attributive, is_date
from pipeline.mentions.dates.values import direction_of
from pipeline.records import Mention, Parse, Tokens
from pipeline.rules.dates import date_vocabulary
from pipeline.timex import Timex

__all__ = ["find_dates"]

_LEADS_BACK = 7
"""How many words before an anchor an expression may begin."""


@dataclass(frozen=True, slots=True)
class _Words:
    """Which words anchor an expression, by the kinds they are, and which may stand before an anchor."""

    exact: dict[str, frozenset[str]]
    lower: dict[str, frozenset[str]]
    leads: frozenset[str]


@cache
def _words() -> _Words:
    words = date_vocabulary()
    exact: dict[str, set[str]] = {}
    lower: dict[str, set[str]] = {}

    def add(table: dict[str, set[str]], word: str, kind: str) -> None:
        table.setdefault(word, set()).add(kind)

    for name in (*words.months.full, *words.months.short):
        add(exact, name, "month")
        add(exact, name.upper(), "month")
        add(exact, f"{name}.", "month")
    for name in (*words.weekdays.full, *words.weekdays.short):
        add(exact, name, "weekday")
    for name in words.holiday_names:
        add(exact, re.split(r"[\s-]", name.removeprefix("the "))[0], "holiday")
    tables = ((words.seasons, "season"), (words.dayparts, "part"), (words.sets, "set"), (words.decades, "decade"))
    for table, kind in tables:
        for name in table:
            add(lower, name, kind)
    for name in (*words.units.letters, *words.units.plural):
        add(lower, name, "unit")
        add(lower, f"{name}s", "unit")
    for phrase in words.deictics:
        for word in phrase.split():
            if word not in ("the", "these", "being", "near", "distant", "foreseeable", "time", "times"):
                add(lower, word, "deictic")
    for word in ("time", "times", "period", "periods", "era", "eras", "epoch", "duration", "anniversary", "season"):
        add(lower, word, "time")
    add(lower, "o'clock", "number")
    add(lower, "date", "unit")
    phrases = (*words.modifiers.START, *words.modifiers.MID, *words.modifiers.END, *words.modifiers.APPROX)
    leads = {word for phrase in (*phrases, *words.bounds, *words.vague.words) for word in phrase.split()}
    leads |= {*words.numbers, *words.ordinals, *words.hours, "hundred", "half", *_LEADING.split()}
    leads |= {f"{part}-{nth}" for part in ("early", "mid", "late") for nth in words.ordinals}
    return _Words(_frozen(exact), _frozen(lower), frozenset(leads))


_NAMED = frozenset(["period", "periods", "era", "eras", "season", "anniversary"])
"""Anchors before which a name or description may stand that no list holds."""

_LEADING = """short brief considerable very relatively fairly amount single later earlier . the a an this that these those same very new next following coming subsequent ensuing succeeding previous preceding prior past last
    another every each all both first final opening closing initial remaining intervening whole entire full other further additional long
    latest latter later earlier consecutive straight successive more just only exactly barely mere most of in on per any his her its their
    year years day eve rest remainder half quarter third or to and single few ad a.d. bc b.c. bce b.c.e. than"""


def _frozen(table: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    return {word: frozenset(kinds) for word, kinds in table.items()}


_MONTH_AHEAD = 160
"""Characters from the beginning of an expression within which the month ends that is in it."""


@lru_cache(maxsize=4096)
def _rules_at(kinds: frozenset[str], first: str, month: bool) -> tuple[Rule, ...]:
    """The rules of any of the kinds that can begin with a character, and with a month ahead or without one."""
    can_begin = (rule for rule in rules() if rule.anchors & kinds and (not rule.begins or first in rule.begins))
    return tuple(rule for rule in can_begin if month or not rule.of_month)


_OF_ANOTHER_DAY = re.compile(r"\sof\s(?:the\s)?(?P<which>next|following|previous|preceding)\sday\b", re.IGNORECASE)
"""*the evening of the next day*"""
_MOST_ANCHORS = 16_000
_BEFORE_NUMBER = re.compile(r"(?:[('\[~]|(?i:ca?\.?))(?=\d)")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
_SPLIT = re.compile(r"[-‐‑–—/’']")


class _Anchors(dict[str, tuple[tuple[int, frozenset[str]], ...]]):
    """Word → the anchors in it; a word is looked into once."""

    def __missing__(self, word: str) -> tuple[tuple[int, frozenset[str]], ...]:
        if len(self) >= _MOST_ANCHORS:
            self.clear()
        found = self[word] = _kinds(word)
        return found


@cache
def _anchors() -> _Anchors:
    return _Anchors()


def _kinds(word: str) -> tuple[tuple[int, frozenset[str]], ...]:
    """The anchors within one token: offset in the token, and kinds."""
    words = _words()
    kinds = words.exact.get(word) or words.lower.get(word.lower())
    if kinds:
        return ((0, kinds),)
    if word[0].isdigit() and not _SPLIT.search(word):
        # *5,000* is no day, no year and no hour.
        return () if _THOUSANDS.fullmatch(word) else ((0, frozenset({"number"})),)
    found: list[tuple[int, frozenset[str]]] = []
    at = 0
    if _SPLIT.search(word):
        for part in _SPLIT.split(word):
            if part:
                kinds = words.exact.get(part) or words.lower.get(part.lower())
                if part[0].isdigit():
                    kinds = frozenset({"number"})
                if kinds:
                    found.append((at, kinds))
            at += len(part) + 1
    elif word[-1:].isdigit() and (lead := _BEFORE_NUMBER.match(word)):
        found.append((lead.end(), frozenset({"number"})))
    return tuple(found)


class _Finder:
    """One pass over the anchors of a text; each expression found moves the place where the next may begin."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._text = tokens.text
        self._free = 0
        self._found: list[Mention[Timex]] = []
        self._doubtful: set[int] = set()
        self._months: list[int] = []
        """Where the tokens end that hold the name of a month."""

    def mentions(self) -> list[Mention[Timex]]:
        """All expressions in reading order."""
        tokens = self._tokens
        anchors = list(map(_anchors().__getitem__, tokens.words))
        held = list(compress(count(), anchors))
        self._months = [tokens.ends[i] for i in held if any("month" in kinds for _, kinds in anchors[i])]
        for index in held:
            start = tokens.starts[index]
            for offset, kinds in anchors[index]:
                if start + offset >= self._free:
                    self._at_anchor(index, start + offset, kinds)
        kept = early_years(self._text, self._found)
        years = self._sure_years() if self._doubtful else []
        return [m for m in kept if m.start not in self._doubtful or _plausible(m, years)]

    def _starts(self, index: int, anchor: int) -> list[int]:
        """Where an expression around an anchor may begin, farthest first."""
        tokens, leads, numbers = self._tokens, _words().leads, date_vocabulary().numbers
        first = index
        while first > 0 and index - first < _LEADS_BACK and tokens.starts[first - 1] >= self._free:
            word = tokens.lower[first - 1]
            if (
                word not in leads
                and not word[0].isdigit()
                and word not in ("-", "–")
                and word.partition("-")[0] not in numbers
            ):
                break
            first -= 1
        if first > 1 and index > first - 1 >= 0 and self._adjective_gap(first):
            first -= 2
        if tokens.lower[index] in _NAMED:
            first = max(first - 3, 0) if first == index else first
        starts = [s for s in tokens.starts[first : index + 1] if s >= self._free]
        if anchor != tokens.starts[index]:
            starts.append(anchor)
        if anchor and self._text[anchor - 1] in "'’":
            starts.insert(0, anchor - 1)
        return starts

    def _adjective_gap(self, first: int) -> bool:
        """Whether the word before is a single adjective after a number (*ten brutal months*)."""
        tokens = self._tokens
        return (
            tokens.lower[first - 2] in date_vocabulary().numbers
            and tokens.words[first - 1].isalpha()
            and tokens.words[first - 1].islower()
            and tokens.starts[first - 2] >= self._free
        )

    def _at_anchor(self, index: int, anchor: int, kinds: frozenset[str]) -> None:
        for start in self._starts(index, anchor):
            best: tuple[int, Rule, re.Match[str], Timex] | None = None
            for rule in _rules_at(kinds, self._text[start], self._month_ahead(start)):
                match = rule.pattern.match(self._text, start)
                if not match or match.end() <= anchor or (best and match.end() <= best[0]):
                    continue
                if (
                    not self._word_starts(start)
                    or not is_date(rule.name, match)
                    or self._ends_a_number_range(rule, start)
                ):
                    continue
                value = rule.read(match)
                if value is not None:
                    best = (match.end(), rule, match, value)
            if best:
                self._take(*best)
                return

    def _month_ahead(self, start: int) -> bool:
        """Whether a month is named soon behind an offset."""
        at = bisect_right(self._months, start)
        return at < len(self._months) and self._months[at] <= start + _MONTH_AHEAD

    def _word_starts(self, start: int) -> bool:
        before = self._text[start - 1 : start]
        if before.isalnum():  # *Date21 May*: the tokenizer knows the labels of infoboxes
            return before.isalpha() and self._tokens.starts[self._tokens.token_at(start)] == start
        return not before or before not in "$£€#°"

    def _ends_a_number_range(self, rule: Rule, start: int) -> bool:
        """Whether a number closes a range whose first number is no date (*pp. 1120–1125*)."""
        if (
            rule.name != "year"
            or start < 2
            or self._text[start - 1] not in "-–—"
            or not self._text[start - 2].isdigit()
        ):
            return False
        return not self._found or self._found[-1].end != start - 1

    def _take(self, end: int, rule: Rule, match: re.Match[str], value: Timex) -> None:
        if rule.complement:
            shift = (match["shift"] or match["followed"] or "following") if rule.name == "shifted" else None
            exact = value.shift is not None and (
                value.shift.count is not None or value.shift.unit in ("hour", "minute")
            )
            end = complement_end(self._text, end, rule.name, shift, counted=exact)
            of_event = self._text[match.end() : end].strip() not in ("", "that", "this")  # *a month after that*
            if shift and of_event and value.shift:
                value = replace(value, shift=replace(value.shift, base="event"))
            day = _OF_ANOTHER_DAY.match(self._text, match.end(), end) if rule.name == "part-of-day" else None
            if day and value.shift:
                value = replace(value, shift=replace(value.shift, count=direction_of(day["which"])))
        if rule.name == "year" and is_attributive(match):
            self._doubtful.add(match.start())
        relation = _relation(self._text, match.start())
        if relation:
            value = replace(value, relation=relation)
        self._found.append(Mention(match.start(), end, value, f"date/{rule.name}"))
        self._free = end
        if rule.name == "calendar" and match["day_after"]:
            self._continue(value, end)

    def _continue(self, value: Timex, end: int) -> None:
        """Further days after a month with a day (*April 6–7*, *May 4 and 5, 1863*)."""
        while match := continuation().match(self._text, end):
            day = read_continuation(match, value)
            if day is None:
                return
            self._found.append(Mention(match.start("day"), match.end(), day, "date/day-after-month"))
            self._free = end = match.end()
            if match["year"]:
                return

    def _sure_years(self) -> list[int]:
        """The years of the text that are not in doubt, in order."""
        found = [m for m in self._found if m.start not in self._doubtful and m.value.granularity != "century"]
        return sorted({int(year) for m in found if (year := m.value.value[:4]).isdigit()})


def _plausible(mention: Mention[Timex], years: list[int]) -> bool:
    """Whether a number before a capital is near another year of the text."""
    year = int(mention.value.value)
    at = bisect_left(years, year - 150)
    return at < len(years) and years[at] <= year + 150


# ----------------------------------------------------------------------------------------- ties to the words around

_RELATION = re.compile(
    r"\b(?P<word>in|on|at|by|until|till|since|from|to|before|after|between|during|throughout|through|for|of|over|within|towards?|as\sof|prior\sto|and|up\sto|circa|around|about)\s+(?:the\s)?$",
    re.IGNORECASE,
)
_LINK = re.compile(r"\s?[-–—/]\s?|\s(?:to|until|till|through)\s(?:the\s)?|,\s(?:to|until)\s", re.IGNORECASE)
_LONGEST_LINK = 14
_POINTS = ("DATE", "TIME")
_AND = re.compile(r"\sand\s(?:the\s)?", re.IGNORECASE)


def _relation(text: str, start: int) -> str | None:
    """The word that ties the expression at ``start`` to its clause (*by*, *until*, *between* …)."""
    said = _RELATION.search(text, max(0, start - 14), start)
    return " ".join(said["word"].lower().split()) if said else None


def _without_glosses(found: list[Mention[Timex]], text: str) -> tuple[list[Mention[Timex]], list[int]]:
    """The dates without those that pages write behind a day once more (*14 October 1899 (1899-10-14)*), and where each ends with its gloss."""
    kept: list[Mention[Timex]] = []
    ends: list[int] = []
    for mention in found:
        before = kept[-1] if kept else None
        glosses = before is not None and mention.rule == "date/iso" and before.value.value == mention.value.value
        if glosses and text[ends[-1] : mention.start] == " (" and text[mention.end : mention.end + 1] == ")":
            ends[-1] = mention.end + 1
        else:
            kept.append(mention)
            ends.append(mention.end)
    return kept, ends


def find_dates(tokens: Tokens, parse: Parse) -> tuple[Mention[Timex], ...]:
    """The temporal expressions of a text, in reading order, none within another.

    Handled: full and partial dates, ranges and lists (one mention for each end, linked by ``range_with``), years, decades, centuries, seasons,
    clock times, durations, sets, and expressions that hang on the narrative, whose values keep open parts (``XXXX-11-06``) and say by
    ``shift`` what they ask of it. Not handled: expressions that only an event names (*after the coronation*). Clean offsets.

    >>> from pipeline import extract
    >>> found = extract("They fought from 4 to 7 September 1862; the next day it rained.").mentions.dates
    >>> [(mention.value.value, mention.value.start) for mention in found]
    [('1862-09-04', '1862-09-04'), ('1862-09-07', '1862-09-07'), ('1862-09-08', '1862-09-08')]
    """
    text = tokens.text
    found, ends = _without_glosses(_Finder(tokens).mentions(), text)
    for i, (start, end) in enumerate(pairwise([m.start for m in found])):
        gap = text[ends[i] : end]
        if len(gap) > _LONGEST_LINK:
            continue
        first, second = found[i], found[i + 1]
        between = first.value.relation == "between" and _AND.fullmatch(gap)
        both = first.value.type in _POINTS and second.value.type in _POINTS
        if both and (between or _LINK.fullmatch(gap)):
            found[i] = replace(first, value=replace(first.value, range_with=end))
            found[i + 1] = replace(second, value=replace(second.value, range_with=start))
    return tuple(found)
