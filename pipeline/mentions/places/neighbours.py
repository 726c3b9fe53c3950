"""What the readings beside a reading say: the place that holds it, and the other members of its list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.mentions.places.document import ACCEPT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.mentions.places.document import Reading
    from pipeline.records import Tokens

__all__ = ["Neighbours"]

# *Crooked Creek (April 30), Blountsville (May 1)*: a list goes on behind what stands in brackets.
_ASIDE = re.compile(r" \([^()]{3,16}\)(?P<link>, | and |, and )$")
_FINITE = frozenset("VZLpUBHF")
# How much a name must be used as a place for the next one of its list to be one by it: that of the fourth after *at*.
_GOVERNED = 0.5
_LIST_LINKS = frozenset({", ", " and ", ", and ", " or ", " to ", "–", "-", " & ", "/"})


class Neighbours:
    """Weighs the readings of one document by those before and after them."""

    def __init__(self, tokens: Tokens, codes: Sequence[str], readings: list[Reading]) -> None:
        self.tokens = tokens
        self.text = tokens.text
        self.codes = codes
        self.readings = readings

    def weigh(self) -> None:
        """*Pandi, Bulacan*: a name before a comma and the place that holds it is a place; so are the members of one list."""
        for before, after in zip(self.readings, self.readings[1:], strict=False):
            between = self.text[before.end : after.start]
            if between.startswith(" (") and (aside := _ASIDE.match(between)):
                between = aside["link"]
            if len(between) > 6:
                continue
            if between in {", ", " in ", " ("} and after.weight >= ACCEPT and before.weight > 0:
                before.weight += 1.5 if before.rule != "unknown" or " " not in before.text else 0.5
                before.local = 2.0
            if between in _LIST_LINKS and before.other:
                after.weight, after.other = min(after.weight, before.weight), True
            if between in _LIST_LINKS and before.weight >= ACCEPT and not self._clause(between, after):
                after.weight += 3.0 if before.listed else self._shared(before) if after.rule != "unknown" else 0.0
                after.listed = before.listed
                after.local = max(after.local, 0.8 * before.local)

    def _shared(self, before: Reading) -> float:
        """How much a member of a list speaks for the next one: more where a preposition makes all of them places."""
        return 1.2 if before.local >= _GOVERNED else 1.0

    def _clause(self, between: str, after: Reading) -> bool:
        """Whether *and* begins a new clause with a name as its subject: *won Kentucky, and Breckinridge won the rest*."""
        if between != ", and ":
            return False
        following = self.tokens.token_at(after.end)
        return following < len(self.codes) and self.codes[following] in _FINITE
