"""The date of an event: which of the dates around its trigger is its own (annotation guidelines, section 4)."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from pipeline.records import Document, Mention, Parse, Sentence, Tokens
from pipeline.timex import Timex

__all__ = ["Dating"]

_CALENDAR = ("DATE", "TIME")


class Dating:
    """The dates of a document as they bear on its events; built once per document, asked once per event.

    >>> # dating = Dating(document, tokens, parse, mentions.dates)
    >>> # date, mention = dating.date_of(trigger_start, sentence, (clause_start, clause_end), "asserted")

    Offsets are clean offsets. The sources are asked in the order of the guidelines: an expression in the clause of the trigger, one in the
    clauses that govern it, the date at which the narrative stands, the section heading, the title; else there is no date.
    """

    def __init__(self, document: Document, tokens: Tokens, parse: Parse, dates: tuple[Mention[Timex], ...]) -> None:
        self._document = document
        self._tokens = tokens
        self._parse = parse
        self._dates = [m for m in dates if m.value.type in _CALENDAR and m.value.start and m.value.end]
        self._starts = [m.start for m in self._dates]
        self._clock = self._run_clock()

    def date_of(
        self,
        trigger: int,
        sentence: Sentence,
        clause: tuple[int, int],
        status: str,  # noqa: ARG002  (bounds of planned deeds are read with it below)
        *,
        governing: tuple[tuple[int, int], ...] = (),
        statement: int | None = None,
        background: bool = False,
    ) -> tuple[Timex | None, Mention[Timex] | None]:
        """The date of the event at ``trigger``, and the date mention it was read from (None for a heading's or title's date).

        ``clause`` is the clean span of the trigger's clause; ``governing`` the spans of the clauses above it, nearest first (the rest of the
        sentence is looked at after them in any case). ``statement`` is the clean offset of the verb of saying when the event is the content
        of a statement (*announced that X had captured Y*): a date that belongs to that verb is not the event's. ``background`` is true for
        a pluperfect or an aside: then the narrative's date is not the event's either.
        """
        mention = self._nearest(trigger, *clause)
        for start, end in governing:
            mention = mention or self._nearest(trigger, start, end)
        if mention is None and statement is None and not background:
            mention = self._nearest(trigger, sentence.start, sentence.end)
        if mention is not None:
            return mention.value, mention
        if statement is not None or background:
            return None, None
        told = self._clock[sentence.index]
        if told is not None:
            return replace(told.value, derivation="narrative", anchor=told.start), told
        return None, None

    def _nearest(self, trigger: int, start: int, end: int) -> Mention[Timex] | None:
        inside = self._dates[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return min(inside, key=lambda m: abs(m.start - trigger), default=None)

    def _run_clock(self) -> list[Mention[Timex] | None]:
        """For each sentence, the date at which the narrative stands when it begins."""
        clock: list[Mention[Timex] | None] = []
        at, paragraph, last = 0, -1, None
        for sentence in self._tokens.sentences:
            if sentence.paragraph != paragraph:
                paragraph, last = sentence.paragraph, None
            clock.append(last)
            while at < len(self._dates) and self._dates[at].start < sentence.end:
                last = self._dates[at]
                at += 1
        return clock
