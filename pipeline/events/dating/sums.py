"""Losses that a text sums up for a whole battle, or for the section that tells one: over which days they are."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from pipeline.events.dating.dated import Dated, Dates, in_order
from pipeline.frozen import replace

if TYPE_CHECKING:
    from pipeline.events.dating.movers import Course
    from pipeline.records import Mention, Sentence, Tokens
    from pipeline.timex import Timex

__all__ = ["AFTER_ALL", "Sums"]

AFTER_ALL = re.compile(
    r"\b(?:aftermath|casualties|losses|consequences|impact|outcomes?|results?|toll|legacy|damage)\b", re.IGNORECASE
)
"""Headings under which a text tells what the whole of its battle brought."""
_THE_WHOLE = r"\s(?:the|this)\s(?:whole\s|entire\s)?(?:battle|fighting|siege|operation|offensive|campaign|raid|war)\b"
_OF_ALL = re.compile(rf"(?<!aftermath\s)\b(?:in|during|of){_THE_WHOLE}", re.IGNORECASE)
# Begins with the letters themselves: a search of the whole text then skips to the next one, and asks only there whether a word begins with it.
_IN_ALL = re.compile(
    rf"""[AaDdIiOoTt](?<!\w.)(?i:
      (?<!aftermath\s.)(?:(?<=i)n|(?<=d)uring|(?<=o)f){_THE_WHOLE}
    | (?<=i)n\s(?:total|all)\b | (?<=a)ltogether\b | (?<=o)verall\b | (?<=t)otal\scasualties\b
    )""",
    re.VERBOSE,
)
_TOTALS = re.compile(r"(?:In\s(?:total|all)|Altogether|Overall|(?:A\s)?[Tt]otal)\b")
_DIGIT = re.compile(r"\d")
_SUM_LASTS = 4
"""Sentences through which losses of the whole battle are told."""
_MOST_MOVERS = 40
"""Dates back through which the days of a section are sought."""
_REACH = 45
"""Days that the battle of a section spans at most."""


class Sums:
    """The sentences of a document that sum up losses; offsets are clean offsets."""

    def __init__(self, tokens: Tokens, dates: Dates, course: Course, battle: Dated | None) -> None:
        self._tokens = tokens
        self._dates = dates
        self._course = course
        self._battle = battle
        self._mover_starts = [dated.start for dated in course.movers]
        # Looked for once: a paragraph may be as long as the text.
        in_all = [match.span() for match in _IN_ALL.finditer(tokens.text)]
        self._in_all = [start for start, _ in in_all], [end for _, end in in_all]

    def date_of(self, sentence: Sentence) -> tuple[Timex, Mention[Timex]] | None:
        """The days of the battle that the text is about, or of its section, for losses that a sentence sums up; None for another sentence."""
        if self._dates.within(sentence.start, sentence.end):
            return None
        if self._battle is None:
            return self._of_the_section(sentence)
        if not self._is_summed_up(sentence) and not self._is_of_what_came_of_it(sentence):
            return None
        value = replace(self._battle.value, derivation="narrative", anchor=self._battle.mention.start)
        return value, self._battle.mention

    def _is_of_what_came_of_it(self, sentence: Sentence) -> bool:
        """Whether a section tells what the battle brought, and has not gone on to a later date in the paragraph (*held until June, when …*).

        Numbers are still those of the battle.
        """
        if not AFTER_ALL.search(sentence.section):
            return False
        told = self._course.told[sentence.index]
        gone = told is not None and self._tokens.sentence_at(told.start).paragraph == sentence.paragraph
        counted = _DIGIT.search(self._tokens.text, sentence.start, sentence.end) is not None
        return counted or not (gone and self._is_over(sentence))

    def _is_summed_up(self, sentence: Sentence) -> bool:
        """Whether a sentence tells losses of the whole battle, or goes on with them right behind one that does."""
        text = self._tokens.text
        for at in range(sentence.index, max(sentence.index - _SUM_LASTS, -1), -1):
            here = self._tokens.sentences[at]
            if here.paragraph != sentence.paragraph or self._dates.within(here.start, here.end):
                return False
            if _OF_ALL.search(text, here.start, here.end):
                return self._is_over(here) or _TOTALS.match(text, here.start) is not None
        return False

    def _of_the_section(self, sentence: Sentence) -> tuple[Timex, Mention[Timex]] | None:
        """The days of a section that tells of a battle, for what its end sums up (*in total*, *during the battle*)."""
        at = bisect_left(self._mover_starts, sentence.start)
        if not self._sums_up(sentence):
            return None
        before = self._course.movers[max(0, at - _MOST_MOVERS) : at]
        told = [(d, self._tokens.sentence_at(d.start)) for d in before]
        # not the days of the lines of an infobox that precede it
        here = [d for d, at in told if at.section == sentence.section and at.kind in (sentence.kind, "heading")]
        days = [(d, s) for d in here if d.value.granularity in ("day", "time", "span") and (s := d.value.span)]
        if not days:
            return None
        (first, begun), ended = days[0], max((s for _, s in days), key=lambda s: s.last)
        if not 0 <= ended.last - begun.first <= _REACH:
            return None
        stands = here[-1].value.span
        if stands is not None and stands.first > ended.last:
            # The text has gone on to another year or month.
            return None
        granularity = "span" if ended.last > begun.first else "day"
        value = replace(first.value, end=ended.end, granularity=granularity, derivation="narrative")
        return replace(value, anchor=first.start), first.mention

    def _sums_up(self, sentence: Sentence) -> bool:
        """Whether a sentence sums up what came before, or stands behind one that does, with no date between."""
        text, opening = self._tokens.text, self._tokens.opening_of(sentence)
        if self._says_all(sentence.start, sentence.end) or _TOTALS.match(text, opening.start):
            return True
        told = self._dates.within(opening.start, sentence.start)
        since = told[-1].end if told else opening.start
        return self._says_all(since, sentence.start)

    def _says_all(self, start: int, end: int) -> bool:
        """Whether a stretch says *in total*, *during the battle*."""
        starts, ends = self._in_all
        at = bisect_left(starts, start)
        return at < len(ends) and ends[at] <= end

    def _is_over(self, sentence: Sentence) -> bool:
        """Whether the narrative stands after the battle."""
        told, battle = self._course.told[sentence.index], self._battle
        if told is None or battle is None or not (told.value.start and battle.value.end):
            return False
        return not in_order(told.value.start, battle.value.end)
