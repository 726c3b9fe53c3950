"""For how many days from its date on a clause says that something lasted, or within how many it was done (*looted for three days*)."""

from __future__ import annotations

import re
from bisect import bisect_right

from pipeline.events.dating.asked import Asked
from pipeline.frozen import replace
from pipeline.records import Mention, Tokens
from pipeline.timex import Timex, days_in, shifted

__all__ = ["Spells"]

_COUNTED_APART = 14
"""Days from which on a text gives the difference of two dates (*besieged for 118 days*) rather than the days with both ends."""
_FOR_DAYS = re.compile(r"\b(?:(?P<tie>for|lasted|lasting|raged|raging|took)|within|in)\s$", re.IGNORECASE)
_LASTING = re.compile(r"[\s,]*(?:which\s)?(?:last|rag)(?:ed|ing)\s(?:for\s)?")
"""*a battle ensued, lasting three days*: what tells the length is a clause of its own."""
_AFTER = re.compile(r"\b(?:[Aa]fter|[Ff]ollowing)\s$")
"""*set off two days of violence*, not *fell after a week of fighting*."""


class Spells:
    """The lengths of time that a document tells in days."""

    def __init__(self, tokens: Tokens, dates: tuple[Mention[Timex], ...]) -> None:
        self._tokens = tokens
        self._spells = [m for m in dates if m.value.type == "DURATION" and days_in(m.value.value) is not None]
        self._starts = [m.start for m in self._spells]

    def lengthened(self, date: Timex, asked: Asked) -> Timex:
        """A day, or the days from it on for which a clause says that something lasted or within which it was done (*looted for three days*)."""
        if date.granularity not in ("day", "time") or date.start is None or not asked.is_done:
            return date
        text = self._tokens.text
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
