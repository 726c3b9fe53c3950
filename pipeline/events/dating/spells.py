"""For how many days from its date on a clause says that something lasted, within how many or after how many it was done (*looted for three days*)."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from operator import attrgetter

from pipeline.events.dating.asked import Asked
from pipeline.frozen import replace
from pipeline.records import Mention, Sentence, Tokens
from pipeline.timex import Timex, days_in, length_of, shifted, span_of, stretch_ahead

__all__ = ["Spells"]

_COUNTED_APART = 14
"""Days from which on a text gives the difference of two dates (*besieged for 118 days*) rather than the days with both ends."""
_FOR_DAYS = re.compile(r"\b(?:(?P<tie>for|lasted|lasting|raged|raging|took)|within|in)\s$", re.IGNORECASE)
_LASTING = re.compile(r"[\s,]*(?:which\s)?(?:last|rag)(?:ed|ing)\s(?:for\s)?")
"""*a battle ensued, lasting three days*: what tells the length is a clause of its own."""
_AFTER = re.compile(r"\b(?:[Aa]fter|[Ff]ollowing)\s$")
"""*set off two days of violence*, not *fell after a week of fighting*."""

_ENDURED = re.compile(
    r"\b[Aa]fter\s(?:(?:only|just|another|an?\sfurther|an?|the|(?:an?\s)?(?:[a-z]+\s)?(?:siege|blockade|bombardment|battle|resistance|march)\sof)\s)?$"
)
"""*surrendered after ten days*, *After a siege of two weeks it fell*: so many days on from the one told."""
_ONE_MORE = re.compile(r"\W*(?:and|but)\b|.*\b(?:and|but)\s$", re.DOTALL)
_WHAT_LASTED = re.compile(r"(?:\s[a-z-]+)?\s")
"""*a nine-day siege*, *a two-week naval blockade*."""
_PART_OF_IT = re.compile(r"(?:the\s)?(?:first|second|third|opening|early|last|final|closing)\b")
"""*after the first week of the siege*: the siege began on no date of the narrative, or lasted on."""
_TRIED = re.compile(r"\sto\s")
"""*After four days of failing to take the city*."""
_BEFORE_SPELL = 40
"""Characters before a length of time in which the words stand that tie it."""
_GONE_ON_FOR = re.compile(
    r"\bfor\s(?:(?:almost|nearly|about|around|some|over|(?:more|less)\sthan|at\sleast|approximately)\s)?(?:(?:another|an\sadditional|a\sfurther|the\snext)\s)?\S+(?:\s(?:more|long))?\s(?:months?|years?)$"
)
_LONG = ("month", "year")
_SO_LONG = re.compile(r"\sof$|(?:['’]|-long)?\s(?:siege|blockade|battle|war|fighting|campaign)\b|\sof\s")
"""*after a siege of two months*, *after ten months of fighting*: counted from when that began, not from any date."""
_ITS_LENGTH = re.compile(r"[\w-]+\s(?:of|(?:that|which)\s(?:had\s)?lasted)\s(?:only\s|some\s)?")
_ITS_LENGTH_AHEAD = re.compile(r"(?P<whose>['’]s?)?\s(?:[a-z-]+\s)?")
_AFTERWARDS = frozenset({"after", "following"})
_START = attrgetter("start")
_AFTER_IT = re.compile(r"\b(?:[Aa]fter|[Ff]ollowing)\s(?:(?:an?|the)\s)?(?:[a-z-]+\s){0,2}$")
_FRONTS = re.compile(r"(?:^|[.!?;,\]]\s*(?:and\s|but\s)?|\n|\band\s)$")
_JOINED = re.compile(r";|\b(?:and|but)\b")
"""*invested it on 3 May and took it after a nine-day siege*: begun on that day."""
_BEGUN = re.compile(
    r"\b(?:besieg\w+|invest(?:s|ed|ing)|sieges?|blockad\w+|surround\w+|encircl\w+|beg[aiu]n|begins|start(?:s|ed)|opened|launched|broke\sout|erupted|landed)\b",
    re.IGNORECASE,
)


class Spells:
    """The lengths of time that a document tells in days."""

    def __init__(self, tokens: Tokens, dates: tuple[Mention[Timex], ...]) -> None:
        self._tokens = tokens
        lengths = [m for m in dates if m.value.type == "DURATION"]
        self._spells = [m for m in lengths if days_in(m.value.value) is not None]
        self._starts = [m.start for m in self._spells]
        self._lengths = lengths
        self._length_starts = [m.start for m in lengths]
        self._points = [
            m for m in dates if m.value.type == "DATE" and m.value.start and m.value.relation in ("on", "in")
        ]
        self._long = [m for m in lengths if (told := length_of(m.value.value)) is not None and told[0] in _LONG]

    def moves_on(self, dated: Mention[Timex] | None, asked: Asked) -> bool:
        """Whether a clause, or its sentence, counts days, weeks, months or years on from the date that was told last."""
        return self._some_months_on(dated, asked) is not None or (
            dated is not None
            and dated.value.granularity in ("day", "time")
            and self._endured(asked, dated, self._spells) is not None
        )

    def lengthened(self, date: Timex, dated: Mention[Timex] | None, asked: Asked) -> Timex:
        """A day, or the days from it on for which a clause says that something lasted or within which it was done (*looted for three days*).

        Or the day so many days after it (*surrendered after nine days*). ``dated`` is where the day was told.
        """
        if date.start is None or not asked.is_done or not self._tells_length(asked.sentence):
            return date
        longer = self._up_to_its_end(dated, asked)
        if longer is None and date.granularity != "span":
            longer = self._some_months_on(dated, asked) or self._months_long(date, dated, asked)
        if longer is not None:
            return longer
        if date.granularity not in ("day", "time"):
            return date
        text = self._tokens.text
        if (endured := self._endured(asked, dated, self._spells)) is not None:
            return self._on(date, endured, asked)
        at = bisect_right(self._starts, asked.clause[0] - 1)
        told = _LASTING.match(text, asked.clause[1])
        end = told.end() + 1 if told else asked.clause[1]
        if at == len(self._spells) or self._starts[at] >= end or self._spells[at].value.mod:
            return date
        spell = self._spells[at]
        count = days_in(spell.value.value)
        tie = _FOR_DAYS.search(text, max(asked.clause[0], spell.start - 9), spell.start)
        named = spell.start <= asked.trigger < spell.end and not _AFTER.search(text, asked.sentence.start, spell.start)
        if count is None or not (tie or named):
            return date
        lasted = tie is None or tie["tie"] is not None
        both_ends = lasted and count < _COUNTED_APART
        last = shifted(date.start, "day", count - both_ends)
        return replace(date, end=last, granularity="span") if last else date

    def _tells_length(self, sentence: Sentence) -> bool:
        """Whether a length of time is told in a sentence, or right behind it: few tell one."""
        at = bisect_left(self._length_starts, sentence.start)
        return at < len(self._length_starts) and self._length_starts[at] <= sentence.end + _BEFORE_SPELL

    def _months_long(self, date: Timex, dated: Mention[Timex] | None, asked: Asked) -> Timex | None:
        """The months or years from its date on for which fighting is said to have gone on (*Heavy fighting continued for another two months*).

        Or up to it (*besieged it for two years, until it capitulated in 801*).
        """
        if not (asked.fights and self._long and date.start):
            return None
        at = bisect_left(self._long, asked.trigger, key=lambda m: m.start)
        if at == len(self._long) or self._long[at].start >= asked.clause[1]:
            return None
        spell, text = self._long[at], self._tokens.text
        if spell.value.relation == "after" or not _GONE_ON_FOR.search(text, asked.trigger, spell.end):
            return None
        if dated is not None and dated.start > spell.start:
            first = _so_long_before(date.start, date.granularity, spell.value.value)
            return replace(date, start=first, granularity="span", derivation="relative") if first else None
        ahead = stretch_ahead(_as_told(date.start, date.granularity), spell.value.value)
        return replace(date, start=ahead[0], end=ahead[1], granularity="span", derivation="relative") if ahead else None

    def _up_to_its_end(self, dated: Mention[Timex] | None, asked: Asked) -> Timex | None:
        """The time up to the date after which something is said to have lasted so long (*fell on 22 August after a siege of fifty-six days*)."""
        text, trigger = self._tokens.text, asked.trigger
        if self._tokens.words_of(asked.sentence).isdisjoint(_AFTERWARDS):
            return None
        at = bisect_left(self._lengths, trigger - _BEFORE_SPELL, key=_START)
        spell = next((m for m in self._lengths[at:] if m.end > trigger or self._is_so_long(m, trigger)), None)
        if spell is None or spell.value.mod or not self._is_so_long(spell, trigger):
            return None
        after = _AFTER_IT.search(text, asked.sentence.start, min(trigger, spell.start))
        if after is None:
            return None
        if dated is None or dated.start < asked.sentence.start:
            at = bisect_left(self._points, trigger, key=_START)
            dated = self._points[at] if at < len(self._points) else None
        if dated is None or dated.start >= asked.sentence.end or _JOINED.search(text, dated.end, after.start()):
            return None
        if (
            dated.start > trigger
            and "," in text[trigger : dated.start]
            and not _FRONTS.search(text[: after.start()][-8:])
        ):
            return None  # *failed after a siege of a month, stormed Quanzhou on 3 June*
        date = dated.value
        first = _so_long_before(date.start, date.granularity, spell.value.value) if date.start else None
        return replace(date, start=first, granularity="span", anchor=dated.start) if first else None

    def _is_so_long(self, spell: Mention[Timex], trigger: int) -> bool:
        """Whether a length of time is that of what a noun names (*a siege of nine days*, *a nine-day siege*, *a month’s siege*)."""
        text = self._tokens.text
        if spell.start < trigger < spell.end:
            return True  # *after five days of talks*
        if spell.end <= trigger:
            ahead = _ITS_LENGTH_AHEAD.fullmatch(text, spell.end, trigger)
            return ahead is not None and ("-" in text[spell.start : spell.end] or ahead["whose"] is not None)
        return _ITS_LENGTH.fullmatch(text, trigger, spell.start) is not None

    def _endured(
        self, asked: Asked, dated: Mention[Timex] | None, spells: list[Mention[Timex]]
    ) -> Mention[Timex] | None:
        """The length of time after which a clause, or its sentence, says something was done, counted from a date that was told before."""
        text, sentence = self._tokens.text, asked.sentence
        if not spells or dated is None or dated.start >= asked.clause[0]:
            return None
        if dated.start >= sentence.start and not _ONE_MORE.match(text[dated.end : asked.clause[0] + 4]):
            return None  # *On 3 May the town, which had held out, fell after nine days*
        opening = sentence.start, min(sentence.start + _BEFORE_SPELL, sentence.end)
        for low, high in (asked.clause, opening):
            first = bisect_left(spells, low, key=_START)
            for spell in spells[first : bisect_left(spells, high, key=_START)]:
                tied = _ENDURED.search(text, max(low, spell.start - _BEFORE_SPELL), spell.start)
                part = _PART_OF_IT.match(text, spell.start) is not None
                if tied and dated.end < tied.start() and not (part or spell.value.mod):
                    return spell
        return None

    def _on(self, date: Timex, spell: Mention[Timex], asked: Asked) -> Timex:
        """The day that comes a length of time after another, or the days between for what lasted so long (*after three days of fighting*)."""
        count = days_in(spell.value.value)
        if count is None or date.start is None:
            return date
        lasted = self._lasted(spell, asked)
        last = shifted(date.start, "day", count - 1 if lasted and count < _COUNTED_APART else count)
        if last is None:
            return date
        if lasted:
            return replace(date, end=last, granularity="span")
        return replace(date, value=last, start=last, end=last, granularity="day", derivation="relative")

    def _some_months_on(self, dated: Mention[Timex] | None, asked: Asked) -> Timex | None:
        """The month or year so many months or years after the date told last (*After two months it fell*), or the time between for what lasted.

        What something is said to have taken is counted from where the text says that it began.
        """
        spell = self._endured(asked, dated, self._long)
        length = length_of(spell.value.value) if spell else None
        if dated is None or spell is None or length is None or dated.value.start is None:
            return None
        text, told = self._tokens.text, self._tokens.sentence_at(dated.start)
        behind = text[spell.start : spell.end + 12]
        lasting = _SO_LONG.search(behind) or _SO_LONG.search(text[max(0, spell.start - 4) : spell.start].rstrip())
        if lasting and not _BEGUN.search(text, told.start, told.end):
            return None
        moved = shifted(dated.value.value.partition("T")[0], *length)
        span = span_of(moved) if moved else None
        if moved is None or span is None:
            return None
        value = replace(dated.value, derivation="relative", anchor=dated.start)
        if lasting and spell.start - _BEFORE_SPELL < asked.trigger < spell.end + 12 and self._lasted(spell, asked):
            last = span_of(moved + dated.value.value.partition("T")[0][len(moved) :]) or span
            return replace(value, end=last.end, granularity="span")
        return replace(value, value=moved, start=span.start, end=span.end, granularity=span.granularity)

    def _lasted(self, spell: Mention[Timex], asked: Asked) -> bool:
        """Whether a trigger is what is said to have lasted so long (*after a siege of two weeks*, *after three days of fighting*)."""
        text = self._tokens.text
        named = spell.start - _BEFORE_SPELL < asked.trigger < spell.start
        tied = named and _ENDURED.search(text, max(asked.sentence.start, spell.start - _BEFORE_SPELL), spell.start)
        if spell.start <= asked.trigger < spell.end or (tied and tied.start() < asked.trigger):
            return True
        what = _WHAT_LASTED if "-" in text[spell.start : spell.end] else _TRIED
        return asked.trigger >= spell.end and what.fullmatch(text, spell.end, asked.trigger) is not None


def _so_long_before(day: str, granularity: str | None, length: str) -> str | None:
    """The first day of what lasted so long up to a date; None where that is told too coarsely."""
    count = days_in(length)
    if count is not None:
        return shifted(day, "day", -count) if granularity in ("day", "time") else None
    told, whole = length_of(length), _as_told(day, granularity)
    if told is None:
        return None
    moved = shifted(whole, told[0], -told[1])
    span = span_of(moved + whole[len(moved) :]) or span_of(moved) if moved else None
    return span.start if span else None


def _as_told(day: str, granularity: str | None) -> str:
    """The month or year that a date tells by its first day; another date as it is."""
    return day[: {"month": -3, "year": -6}.get(granularity or "", len(day))]
