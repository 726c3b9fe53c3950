"""Owners: the persons whose names stand in the possessive, which no finder gives as actors (*Burgoyne's army*)."""

from __future__ import annotations

import re
from bisect import bisect_left

from pipeline.records import Actor, Mention, Tokens

__all__ = ["Owners"]

# Begins with the capital itself: the search then skips to the next one.
_POSSESSOR = re.compile(r"([A-Z](?<!\w.)[\w-]+)['’]s\b")


class Owners:
    """The possessives of a text, and whom it has named so far by the names that stand in them."""

    def __init__(self, tokens: Tokens) -> None:
        self._text = tokens.text
        # Sought once: a long sentence is asked about from every pronoun in it.
        self._found = [(match.start(), match.end(), match[1]) for match in _POSSESSOR.finditer(tokens.text)]
        self._named: dict[str, Mention[Actor]] = {}

    def note(self, mention: Mention[Actor]) -> None:
        """Keeps a person by the last word of the mention."""
        if mention.value.kind == "person":
            self._named[self._text[mention.start : mention.end].rpartition(" ")[2]] = mention

    def owns(self, mention: Mention[Actor]) -> bool:
        """Whether a mention is no more than an owner: *ignored Lincoln's order*."""
        return self._text.startswith(("'s", "’s"), mention.end)

    def first(self, start: int, end: int) -> int | None:
        """Where the first possessive of a stretch ends, or None where there is none."""
        at = bisect_left(self._found, (start,))
        return self._found[at][1] if at < len(self._found) and self._found[at][1] <= end else None

    def last_name(self, start: int, end: int) -> str:
        """The name in the last possessive of a stretch, or nothing."""
        at = bisect_left(self._found, (end,)) - 1
        if at >= 0 and self._found[at][1] > end:
            at -= 1
        return self._found[at][2] if at >= 0 and self._found[at][0] >= start else ""

    def known(self, start: int, end: int) -> Mention[Actor] | None:
        """The one person of a stretch who stands there in the possessive and was named before: *Burgoyne's army was weak, and he …*."""
        names = set(self._names(start, end))
        return self._named.get(names.pop()) if len(names) == 1 else None

    def _names(self, start: int, end: int) -> list[str]:
        low, high = bisect_left(self._found, (start,)), bisect_left(self._found, (end,))
        return [name for _, ends, name in self._found[low:high] if ends <= end]
