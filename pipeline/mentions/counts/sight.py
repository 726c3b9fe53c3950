"""What the rules for one sentence look at."""

from __future__ import annotations

from pipeline.frozen import dataclass
from pipeline.mentions.counts.victims import Counted
from pipeline.records import Parse, Sentence, Tokens
from pipeline.rules.counts import CountRules

__all__ = ["Sight"]


@dataclass(frozen=True)
class Sight:
    """A sentence and the numbers of people in it."""

    tokens: Tokens
    parse: Parse
    sentence: Sentence
    rules: CountRules
    counts: list[Counted]

    def word(self, at: int) -> str:
        """The word at a token, in lower case; empty outside the sentence."""
        return self.tokens.lower[at] if self.sentence.first <= at < self.sentence.last else ""
