"""Days that a text counts from the first of what it tells: *on the second day of the battle*, *on the fourth day*, *on the last day of the siege*."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from pipeline.timex import Span, shifted, span_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.records import Mention, Tokens
    from pipeline.resolution.happenings import Happenings
    from pipeline.timex import Timex

__all__ = ["CountedDays", "ToldDay"]

_DAY_OF = re.compile(r"\b(?:day|night|morning|afternoon|evening)\sof\s(?P<what>.+)", re.IGNORECASE)
_THE_LAST = re.compile(r"(?:the|its|their)\s(?:last|final|closing)\b", re.IGNORECASE)
_LONGEST_ROW = 20
"""Among how many dates the first day of what is told is sought for a counted one."""


class ToldDay(NamedTuple):
    """An ISO day, and where the mention begins from which it is known."""

    day: str
    start: int


class CountedDays:
    """Finds the day that a count names, by what the text has told and dated before it. Offsets are clean offsets."""

    def __init__(self, tokens: Tokens, happenings: Happenings) -> None:
        self._tokens = tokens
        self._happenings = happenings

    def day_of(self, mention: Mention[Timex], before: Sequence[Mention[Timex]]) -> ToldDay | None:
        """The day of a mention that counts days (its shift: how many after the first; without a count, the last one); None where that is not known.

        ``before`` are the resolved dates before it, in reading order. A day past the last of what it counts is none.

        >>> from pipeline import extract
        >>> found = extract("The battle was fought from July 1 to 3, 1863. On the second day of the battle they dug; on its last day they left.")
        >>> [m.value.value for m in found.mentions.dates][2:]
        ['1863-07-02', '1863-07-03']
        """
        count = mention.value.shift.count if mention.value.shift is not None else None
        text = self._tokens.text
        named = _DAY_OF.search(text, mention.start, mention.end)
        said = named["what"] if named else ""
        begun = self._happenings.begun(said, before, self._tokens.sentence_at(mention.start).index)
        last = _end_of(begun, before) if begun else None
        if count is None:
            return _told(last) if last and _THE_LAST.match(text, mention.start) else None
        first = _told(begun) if begun else None
        if first is None and not said:
            first = self._first_counted(mention, before) or self.first_of_row(mention, count, before)
        day = shifted(first.day, "day", count) if first else None
        if first is None or day is None or (last and count and _is_past(day, _day(last))):
            return None
        return ToldDay(day, first.start)

    def first_of_row(self, mention: Mention[Timex], count: int, before: Sequence[Mention[Timex]]) -> ToldDay | None:
        """The first of the days that a section has told one after the other, where the counted day is the last of them or the next."""
        here = self._tokens.sentence_at(mention.start)
        section = here.section
        row: list[ToldDay] = []
        for told in reversed(before[-_LONGEST_ROW:]):
            day = _day(told)
            if told.value.granularity not in ("day", "time") or span_of(day) is None:
                continue
            if self._tokens.sentence_at(told.start).section != section:
                break
            if not count and told.start >= here.start:
                continue  # *On the 28th the rebels, who had taken it on the first day, …*
            if row and day not in (row[-1].day, shifted(row[-1].day, "day", -1)):
                break
            row.append(ToldDay(day, told.start))
        days = len({told.day for told in row})
        return row[-1] if row and (not count or days in (count, count + 1)) else None

    def _first_counted(self, mention: Mention[Timex], before: Sequence[Mention[Timex]]) -> ToldDay | None:
        """The first of the days of which the section has counted another one (*on the second day of the battle … on the third day*)."""
        section = self._tokens.sentence_at(mention.start).section
        for told in reversed(before[-_LONGEST_ROW:]):
            if self._tokens.sentence_at(told.start).section != section:
                return None
            shift, day = told.value.shift, _day(told)
            if shift is not None and shift.base == "day_one" and shift.count is not None and span_of(day) is not None:
                first = shifted(day, "day", -shift.count)
                return ToldDay(first, told.start) if first else None
        return None


def _day(mention: Mention[Timex]) -> str:
    return mention.value.value.partition("T")[0]


def _told(mention: Mention[Timex]) -> ToldDay:
    return ToldDay(_day(mention), mention.start)


def _end_of(first: Mention[Timex], before: Sequence[Mention[Timex]]) -> Mention[Timex] | None:
    """The other end of the range that a day opens."""
    other = first.value.range_with
    if other is None or other < first.start:
        return None
    at = bisect_left(before, other, key=lambda m: m.start)
    return before[at] if at < len(before) and before[at].start == other else None


def _is_past(day: str, other: str) -> bool:
    """Whether one ISO day is after another."""
    span = Span.between(day, other)
    return span.first > span.last
