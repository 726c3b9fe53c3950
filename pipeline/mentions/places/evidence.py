"""What speaks for and against a name as a place: what stands around it, what else its words mean, what kind of thing it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.mentions.places.document import Persons, Reading
from pipeline.mentions.places.surroundings import (
    ELSEWHERE,
    NEVER,
    PERSONAL,
    QUOTED,
    TAKEN,
    Before,
    Surroundings,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.gazetteer import Candidate, Gazetteer
    from pipeline.mentions.places.runs import Word
    from pipeline.records import Parse, Tokens
    from pipeline.rules.places import PlaceRules

__all__ = ["LARGE", "Evidence"]

LARGE = 100_000
_LITTLE = 30_000
"""So few live in a town that does nothing by itself."""
_BESIDE_IT = 16
"""Characters within which a name and the one with an attribute stand side by side."""
# How much *of* before a name uses it as a place.
_OF = 0.2
# *near Zion Church*, *outside*: said of no body.
_NEAR = 2.2


class Evidence:
    """Judges the names of one document by their form and by the words beside them."""

    def __init__(self, tokens: Tokens, parse: Parse, rules: PlaceRules, gazetteer: Gazetteer) -> None:
        self.tokens = tokens
        self.codes = parse.codes
        self.text = tokens.text
        self.rules = rules
        self.peoples = rules.peoples
        self.demonyms = rules.demonyms
        self.gazetteer = gazetteer
        self.around = Surroundings(tokens.text, rules)
        self.readings: list[Reading] = []
        self.persons = Persons()
        self.common = tokens.vocabulary

    def _without_attributes(self, words: Sequence[Word]) -> Sequence[Word]:
        """*Northern Syria*, *Nazi Germany*: without the attribute, unless the gazetteer knows the whole."""
        rules = self.rules
        while len(words) > 1 and (words[0].text in rules.stop.attributes or words[0].text in rules.demonyms):
            start = words[0].start
            if any(self.gazetteer.lookup(self.text[start : word.end]) for word in words[1:]):
                break
            if len(words) == 2 and (words[1].lower in rules.types.after or words[1].lower in rules.types.civil):
                break
            if (
                self.readings
                and self.readings[-1].text == words[-1].text
                and words[-1].start - self.readings[-1].end < _BESIDE_IT
            ):
                # *Kingston and West Kingston*
                break
            words = words[1:]
        return words

    def _is_thing(self, word: Word, before: Before) -> bool:
        """*The Saratov was sunk*: a town takes no article, a ship does; so does a river of that name."""
        if not before.article or before.local > _OF or not self.around.thing(word.end):
            return False
        return not self._is_river(word.text)

    def _acts(self, word: Word, foremost: Candidate, before: Before) -> bool:
        """*Tilly marched*, *defeated Tilly*: whether the name of a little town is told to do, or to suffer, what a commander does."""
        little = not foremost.own and foremost.population < (_LITTLE if foremost.main else LARGE)
        if not little or before.local >= 1 or before.article or before.named:
            return False
        at = self.tokens.token_at(word.end)
        deeds, lower = self.rules.persons, self.tokens.lower
        at += self.codes[at : at + 1] == "A"
        does = before.local == 0 and at < len(lower) and lower[at] in deeds.deeds and self.codes[at] in "LE"
        first = self.tokens.token_at(word.start)
        return does or (first > 0 and lower[first - 1] in deeds.felled)

    def _is_river(self, name: str) -> bool:
        return any(c.kind == "water" for c in self.gazetteer.lookup(f"{name} River"))

    def _border(self, word: Word) -> int | None:
        """The end of *the Soviet border*, *Parthian territory*; None where the name of no people or body, or no such word follows."""
        if word.text in self.peoples:
            return self.around.border(word.end)
        held = word.text in self.demonyms or word.text in self.rules.organisations
        return self.around.ground(word.end) if held else None

    def _mission(self, word: Word) -> int | None:
        """The end of *in the French embassy*; None for *the French embassy condemned it*."""
        if word.text not in self.peoples and word.text not in self.demonyms:
            return None
        end = self.around.mission(word.end)
        return end if end is not None and self.around.before(word.start).local > 0 else None

    def _next_code(self, word: Word) -> str:
        """The class of the token after a word."""
        following = self.tokens.token_at(word.end)
        return self.codes[following] if following < len(self.codes) else ""

    def _doubt(self, word: Word, foremost: Candidate, weight: float, before: Before) -> float:
        """What speaks against a known name that stands alone: that it is a common word, a given name, a famous person."""
        rules, text, doubt = self.rules, word.text, 0.0
        if text in rules.stop.weak or (text in rules.given_names and weight < 4):
            doubt -= 1.5
        if foremost.kind == "city" and not before.named:
            if word.lower in rules.common:
                doubt -= 1.5 if before.local >= 1 or foremost.population > 200_000 else 3.0
            elif word.lower in self.common or word.lower in rules.verbs:
                doubt -= 1.5
        if foremost.kind not in {"country", "state"}:
            doubt += QUOTED if self.around.quoted(word.start, word.end) else 0.0
            little = foremost.population < LARGE and not foremost.own
            doubt += QUOTED if little and self.around.partnered(word.start, word.end) else 0.0
        return doubt

    def _plain(self, word: Word) -> bool:
        """Whether nothing hints at a common word or at the name of a body: *in April*, *at Children's Hospital*."""
        return word.lower not in self.common and self.text[word.end : word.end + 1] not in {"'", "’"}

    def _after(self, words: Sequence[Word], before: Before) -> float:
        """What stands after a name; verbs of saying and numbers count for nothing where a preposition stands before it."""
        after = self.around.after(words[-1].end)
        if (after == PERSONAL and before.local > 0) or (after == ELSEWHERE and before.article):
            # *crossed the Buffalo at Rorke's Drift*
            return 0.0
        if after == PERSONAL:
            self._person(words, known=True)
        return 0.0 if PERSONAL < after < 0 < before.bonus else after

    def _meant(self, kind: str, bonus: float) -> float:
        """A country stays a place before *flu* or *treaty*, a town does not."""
        return bonus - TAKEN if kind in {"country", "state"} and NEVER / 2 < bonus < TAKEN / 2 else bonus

    def _civil(self, word: Word, end: int, bonus: float) -> bool:
        """Whether a school or clinic is the scene of something here."""
        if word.lower not in self.rules.types.civil:
            return False
        if bonus > _NEAR:
            return True
        sentence = self.tokens.sentence_at(end - 1)
        return not self.rules.types.civil_verbs.isdisjoint(self.tokens.lower[sentence.first : sentence.last])

    def _person(self, words: Sequence[Word], *, known: bool = False) -> None:
        if words and not words[-1].text.isupper():
            self.persons.add(words[-1].text, known=known)
