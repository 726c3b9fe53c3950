"""What the rules for one sentence look at."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import field
from operator import attrgetter

from pipeline.frozen import dataclass
from pipeline.mentions.counts.victims import Counted
from pipeline.records import Clause, Parse, Sentence, Tokens
from pipeline.rules.counts import CountRules

__all__ = ["Sight"]


@dataclass()
class Sight:
    """A sentence and the numbers of people in it."""

    tokens: Tokens
    parse: Parse
    sentence: Sentence
    rules: CountRules
    counts: list[Counted]

    clauses: tuple[Clause, ...] = field(init=False, repr=False)
    """The clauses of the sentence."""
    _words: list[str] = field(init=False, repr=False)
    _first: int = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._first = self.sentence.first
        self._words = self.tokens.lower[self._first : self.sentence.last]
        found = self.parse.clauses
        first = bisect_left(found, self.sentence.index, key=attrgetter("sentence"))
        last = bisect_right(found, self.sentence.index, lo=first, key=attrgetter("sentence"))
        self.clauses = found[first:last]

    def word(self, at: int) -> str:
        """The word at a token, in lower case; empty outside the sentence."""
        return self._words[at - self._first] if 0 <= at - self._first < len(self._words) else ""
