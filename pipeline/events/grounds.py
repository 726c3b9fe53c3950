"""Places of an event in a noun phrase: those that it names, and those of what stands behind it or in apposition."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pipeline.events.phrases import BACKING, Phrases
from pipeline.records import Argument
from pipeline.rules.grammar import AIMS, AT_REST, GOALS

if TYPE_CHECKING:
    from pipeline.events.makers import Makers
    from pipeline.events.scene import Candidate
    from pipeline.records import Mention

__all__ = ["Grounds"]

_JOINING = AT_REST | GOALS | {"of", "against", "round", "across", "along"}
_OF_OTHER_DEEDS = frozenset({"after", "before", "since", "until", "following", "despite"})

# *all of Flanders apart from Ostend*
_BESIDES = frozenset({"except", "apart", "aside", "save"})
_WHOLLY = frozenset({"all", "every", "whole", "entire", "everything"})
_WITHIN_REACH = 8
"""Tokens before *but* within which it is told that nothing else was left out."""
_OF_WHOM = re.compile(r"-(?:[a-z]+ed|held|run|born)\b")
"""What joins a place to whose or what somebody is."""
_NTH = re.compile(r"\d(?:st|n?d|rd|th)\s$")
"""Before the name of a land, the number of one of its regiments."""


class Grounds(Phrases):
    """Collects the places of one event that its noun phrases name."""

    def __init__(self, owner: Makers, candidate: Candidate) -> None:
        super().__init__(owner, candidate)
        self.places: dict[int, Argument[Any]] = {}

    def _places_of(self, chunk: int, place_role: str) -> bool:
        """Whether there are places in a noun phrase and in what *of* and the like join to it; they are taken."""
        scene = self.scene
        phrase = scene.chunks[chunk]
        last = phrase.last
        for word, other in scene.tail(chunk):
            beside = word == "with" and (scene.is_a(other, "event") or scene.head(other) in BACKING)
            if self.next_deed(other) or word in _OF_OTHER_DEEDS or beside:
                # *took Kiev, with heavy fighting at Zhytomyr*
                break
            if self.because(scene.prepositions[other]) or (
                word == "of" and other - 1 != chunk and self._byname(other - 1)
            ):
                # *ceded Bombay as part of the dowry of Catherine of Braganza*
                break
            if word in _JOINING:
                last = scene.chunks[other].last
        found = False
        behind = scene.of(chunk)
        own = scene.tokens.ends[(phrase if behind is None else scene.chunks[behind]).last - 1]
        for place in scene.places_in(phrase.first, last):
            if not (
                self._possessor(place) or self._situates(place) or self._left_out(scene.tokens.token_at(place.start))
            ):
                self._place(place, place_role)
                # *captured the garrison in Memphis*: the place only says where it was.
                found = found or place.end <= own
        if not found:
            found = self._apposed(chunk, place_role)
        if not found and not scene.actors_in(phrase.first, phrase.last) and self._local_name(chunk):
            made = self.owner.make_place(chunk)
            if made is not None:
                self._place(made, place_role)
                found = True
        return found or self._country_taken(chunk, place_role)

    def _apposed(self, chunk: int, place_role: str) -> bool:
        """*the last stronghold, Acre, fell*: the place that stands in apposition between commas."""
        scene, codes, end = self.scene, self.scene.parse.codes, self.scene.chunks[chunk].last
        if codes[end : end + 2] == "(M" and scene.is_a(chunk, "place", "facility"):
            # *three cities—Kidal, Gao and Timbuktu—were overrun*
            last = max(codes.find(")", end, scene.sentence_last(end)), end)
            within = [] if "I" in codes[end:last] else scene.places_in(end + 1, last)
            for place in within:
                self._place(place, place_role)
            return bool(within)
        if chunk + 1 >= len(scene.chunks) or codes[end : end + 1] != "," or not scene.is_a(chunk, "place", "facility"):
            return False
        name = scene.chunks[chunk + 1]
        closed = name.first == end + 1 and codes[name.last : name.last + 1] in (",", ".", ";")
        listed = codes[name.last + 1 : name.last + 2] in ("K", "M", "D")
        places = scene.places_in(name.first, name.last) if closed and not listed else []
        settled = closed and not listed and codes[name.head] == "M" and scene.is_a(chunk, "container")
        if not places and settled and scene.is_a(chunk, "place") and (made := self.owner.make_place(chunk + 1)):
            # *a third town, Sam Ouandja, was seized*: a name that no gazetteer holds.
            places = [made]
        for place in places:
            self._place(place, place_role)
        return bool(places)

    def _country_taken(self, chunk: int, place_role: str) -> bool:
        """*invaded Gaul*: a country that only the vocabulary of actors knows."""
        scene = self.scene
        at = scene.tokens.starts[scene.chunks[chunk].head]
        phrase = scene.chunks[chunk]
        actors = [a for a in scene.actors_in(phrase.first, phrase.last) if a.rule == "actor/country"]
        if not any(a.start <= at < a.end for a in actors) or (made := self.owner.make_place(chunk)) is None:
            return False
        self._place(made, place_role)
        return True

    def _places_meant(self, chunk: int, place_role: str) -> None:
        """*an attempt to capture Homs was repelled*: the places of what the deed meant to do."""
        scene = self.scene
        index = scene.clause_of[scene.chunks[chunk].last] if scene.chunks[chunk].last < len(scene.lower) else -1
        if index < 0 or scene.group(index).first != scene.chunks[chunk].last or scene.clauses[index].link not in AIMS:
            return
        clause = scene.clauses[index]
        named = [p for p in scene.places_in(scene.verb(index) + 1, clause.last) if not self._possessor(p)]
        for place in named or filter(None, map(self.owner.antecedents.of, clause.objects)):
            self._place(place, place_role)

    def _place(self, mention: Mention[Any], role: str) -> None:
        text = self.scene.tokens.text
        if _OF_WHOM.match(text, mention.end) or _NTH.search(text, max(0, mention.start - 6), mention.start):
            # *a US-led coalition*, *Kyiv-based officials*, *the 19th Indiana*: whose they are, not where.
            return
        self.places.setdefault(id(mention), Argument(role, mention))

    def _left_out(self, token: int) -> bool:
        """*took all of Rome but the Capitol*, *every town apart from Lund*: what was not taken with the rest."""
        scene, at = self.scene, token - 1
        while at > 0 and scene.parse.codes[at] in "DJ":
            at -= 1
        if scene.lower[at] in ("for", "from"):
            return scene.lower[at - 1] in _BESIDES
        wholly = scene.lower[at] == "but" and not _WHOLLY.isdisjoint(
            scene.lower[max(self.candidate.first, at - _WITHIN_REACH) : at]
        )
        return wholly or scene.lower[at] == "except"
