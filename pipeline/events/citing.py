"""Which citation markers support an event (annotation guidelines, section 7)."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.records import Citation, Mention, Sentence, Tokens

__all__ = ["Citing"]

_SPACE = re.compile(r"\s*")


class Citing:
    """The runs of markers of a document, asked once per event."""

    def __init__(self, tokens: Tokens, citations: tuple[Mention[Citation], ...]) -> None:
        self.tokens = tokens
        self.citations = citations
        self.starts = [c.start for c in citations]

    def of(self, first: int, last: int, sentence: Sentence) -> tuple[Mention[Citation], ...]:
        """The markers between the outermost of trigger, arguments and date, and the first run after them.

        ``first`` and ``last`` are the clean offsets of that stretch. The run may stand right after the sentence; one at the beginning of a
        line belongs to what stands before it.
        """
        if not self.citations:
            return ()
        at = bisect_left(self.starts, first + 1)
        inside = []
        while at < len(self.citations) and self.starts[at] < last:
            inside.append(self.citations[at])
            at += 1
        return (*inside, *self._run(at, sentence))

    def closes_before(self, offset: int) -> bool:
        """Whether markers behind a comma stand right before a word: those of the clause that they close (*took the mill,[46] while others fled*)."""
        at = bisect_left(self.starts, offset) - 1
        return at >= 0 and self.starts[at] == offset - 1 and self.tokens.text[offset - 2] == ","

    def _run(self, at: int, sentence: Sentence) -> list[Mention[Citation]]:
        """The run of adjacent markers that begins at index ``at``, if it stands in the sentence or right after it."""
        run: list[Mention[Citation]] = []
        text = self.tokens.text
        while at < len(self.citations):
            offset = self.starts[at]
            # The next marker may stand megabytes away: no slice up to it.
            if offset > sentence.end and _SPACE.match(text, sentence.end, offset).end() < offset:  # type: ignore[union-attr]
                break
            if "\n" in text[sentence.end : offset] or self._opens_line(offset):
                break
            if run and text[run[-1].start : offset].strip(" .,;:)\"'”’"):
                break
            run.append(self.citations[at])
            at += 1
        return run

    def _opens_line(self, offset: int) -> bool:
        before = (
            self.tokens.text[:offset].rpartition("\n")[2]
            if offset < 400
            else self.tokens.text[offset - 400 : offset].rpartition("\n")[2]
        )
        return not before.strip()
