"""What a pronoun most plainly stands for, asked of the parse alone: enough to tell troops from a town, not who acts."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from pipeline.rules.nouns import demonyms, noun_classes

if TYPE_CHECKING:
    from collections.abc import Callable

    from pipeline.records import Parse, Tokens

__all__ = ["OF_TWO", "Pronouns"]

_AGREEING = {
    "they": "many", "it": "thing", "he": "one", "she": "one",
    "them": "many", "him": "one", "her": "one",
}  # fmt: skip
_PLURAL = frozenset({"men", "people", "police", "cavalry", "infantry", "women", "children"})
"""Nouns of several without the *s* of a plural."""
_ACTS = frozenset("LEBHUFZAVpX")
"""Codes of what a pronoun that acts stands before."""
_OF_A_SHIP = frozenset({"she", "her"})
_NAME = frozenset({"@name"})
_SHIP = frozenset({"@naval", "@materiel"})
_PLACE = frozenset({"@place"})
_UNDERGOES = _PLACE | {"@force", "@materiel", "@naval", "@airforce"}
"""What fighting is done to."""
_LIVING_FORCE = frozenset({"@force"})
_LIVING = frozenset({"@person", "@force"})
_NOTHING: frozenset[str] = frozenset()
_BACK = 5
"""Clauses back through which a pronoun is followed."""
# Classes of the words of a phrase, not of whom it names.
_OWN = frozenset({"@pronoun", "@number", "@partitive", "@unknown", "@time"})
OF_TWO = frozenset({"latter", "former"})
"""*the latter*, *the former*: one of two that were named."""
_NAMED_BACK = 8
"""Noun phrases back through which the two are looked for."""


class Pronouns:
    """The classes of *they*, *it*, *he* and *she*, by the noun phrases that stand before them."""

    def __init__(self, tokens: Tokens, parse: Parse, features: Callable[[int], frozenset[str]]) -> None:
        self._lower = tokens.lower
        self._parse = parse
        self._codes = parse.codes
        self._chunks = parse.chunks
        self._features = features
        self._classes = noun_classes()
        self._peoples = demonyms()
        self._beginnings = [clause.first for clause in parse.clauses]
        self._acted_on = {chunk for clause in parse.clauses for chunk in clause.objects}
        self._known: dict[int, frozenset[str]] = {}

    def features(self, chunk: int) -> frozenset[str]:
        """The classes of what a pronoun stands for; nothing for other noun phrases."""
        phrase = self._chunks[chunk]
        if self._lower[phrase.head] in OF_TWO:
            told = self._of_two(chunk)
            return _NOTHING if told is None else self._features(told) - _OWN
        if self._codes[phrase.first] != "O" or self._lower[phrase.first] not in _AGREEING:
            return _NOTHING
        if (known := self._known.get(chunk)) is None:
            told = self._told(chunk)
            known = _NOTHING if told is None else self._features(told) - _OWN
            if told is not None and self._lower[phrase.first] in _OF_A_SHIP and self._ship(told):
                known = known | _SHIP
            if _AGREEING[self._lower[phrase.first]] != "thing":
                # *he met her*: somebody, no party.
                known -= _NAME
            if chunk in self._acted_on:
                # *abandoned it*: of what something is done to, only that it is a place, or a deed (*to quell it*); *left it littered*.
                known = known if "@event" in known else known & _UNDERGOES
                if (
                    told is not None
                    and self._lower[phrase.first] == "them"
                    and self._lower[self._chunks[told].head] in self._peoples
                ):
                    # *met the Danes and crushed them*
                    known = known | _LIVING_FORCE
                known = _NOTHING if self._codes[phrase.last : phrase.last + 1] in _ACTS else known
            self._known[chunk] = known
        return known

    def counted(self, chunk: int) -> frozenset[str]:
        """The classes of the ships or arms of which a bare number takes some (*chased four ships and captured two*); nothing where it is of others."""
        phrase = self._chunks[chunk]
        if self._codes[phrase.head] != "C" or self._lower[phrase.last : phrase.last + 1] == ["of"]:
            return _NOTHING
        told = self._parse.counts_of(chunk, bisect_right(self._beginnings, phrase.first) - 1)
        known = _NOTHING if told is None else self._features(told)
        return known & _SHIP if known.isdisjoint(_LIVING) else _NOTHING

    def _told(self, chunk: int) -> int | None:
        """The last subject told before that agrees with a pronoun, in its sentence or the one before, else object."""
        at = self._chunks[chunk].first
        agrees = _AGREEING[self._lower[at]]
        index = bisect_right(self._beginnings, at) - 1
        sentence, own = self._parse.clauses[index].sentence, self._parse.clauses[index].subjects
        for back in range(index, max(-1, index - _BACK), -1):
            clause = self._parse.clauses[back]
            if clause.sentence < sentence - 1:
                return None
            several = len(clause.subjects) > 1 and agrees == "many"
            # *a column relieved it*, *the army came, but failed to take them*: not the column, nor the army.
            acting = () if chunk in clause.objects else clause.subjects
            acting = tuple(c for c in acting if c not in own) if chunk in self._acted_on else acting
            for told in (*acting, *(clause.objects if back < index else ())):
                if told < chunk and self._chunks[told].last <= at and (several or self._agrees(told, agrees)):
                    return told
        return None

    def _of_two(self, chunk: int) -> int | None:
        """*marched on Durango and Ochandiano, and took the latter*: of the last pair before, the one that is meant; else the last name before."""
        latter = self._lower[self._chunks[chunk].head] == "latter"
        back = range(chunk - 1, max(0, chunk - _NAMED_BACK), -1)
        for told in back:
            first = self._chunks[told].first
            if self._codes[first - 1] == "K" and self._chunks[told - 1].last == first - 1:
                return told if latter else told - 1
        named = (told for told in back if self._codes[self._chunks[told].head] == "M")
        return next(named, None) if latter else None

    def _ship(self, chunk: int) -> bool:
        """*the frigate*, *HMS Lydia*: what *she* may stand for as well."""
        phrase = self._chunks[chunk]
        return any("naval" in self._classes.get(word, _NOTHING) for word in self._lower[phrase.first : phrase.last])

    def _agrees(self, chunk: int, number: str) -> bool:
        """Whether a noun phrase can be what a pronoun of a number stands for."""
        phrase = self._chunks[chunk]
        head, code = self._lower[phrase.head], self._codes[phrase.head]
        if code not in "NM" or phrase.temporal:
            return False
        classes = self._classes.get(head, _NOTHING)
        if number == "one":
            return (
                self._ship(chunk)
                or "person" in classes
                or (code == "M" and not head.endswith("s") and "place" not in classes)
            )
        plural = "C" in self._codes[phrase.first : phrase.head] or (head.endswith("s") and not head.endswith("ss"))
        # *the French*
        plural = plural or head in _PLURAL or (head in self._peoples and self._lower[phrase.first] == "the")
        return (plural or "force" in classes) if number == "many" else not plural and "person" not in classes
