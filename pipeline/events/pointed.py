"""The place of one event that *where*, *there* or *here* points back to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pipeline.events.owned import Owned
from pipeline.events.series import joined_behind
from pipeline.rules.grammar import AT_REST
from pipeline.rules.nouns import demonyms

if TYPE_CHECKING:
    from pipeline.records import Mention

__all__ = ["Pointed"]

_THERE = frozenset({"there", "here"})


class Pointed(Owned):
    """Collects the place that a word in the clause of one event points back to."""

    def _pointed_place(self, index: int) -> None:
        """*in Homs, where …*; *was surrounded there*, *here a battle was fought*: the place that the word points back to."""
        scene, clause = self.scene, self.scene.clauses[index]
        above = scene.clauses[clause.governor] if clause.governor is not None else clause
        if clause.link == "conjunct" and above.link == "relative":
            # *where they were questioned and tortured*
            clause = above
        marker = clause.marker
        place = None
        if clause.link == "relative" and marker is not None and scene.lower[marker] == "where":
            place = self.owner.antecedents.pointed(marker, beside=True) or self._ground_before(marker)
        elif not scene.tokens.words_of(self.candidate.sentence).isdisjoint(_THERE):
            # *attacked and killed civilians there*
            last = max(
                (scene.clauses[c].last for c in joined_behind(scene.parse, index, self.candidate.last)), default=0
            )
            ahead = range(clause.first, max(clause.last, last))
            at = next((k for k in ahead if scene.lower[k] in _THERE), None)
            if at is not None and scene.parse.codes[at] == "A":
                place = self.owner.antecedents.pointed(at, beside=False)
        if place is not None:
            for held in self.owner.antecedents.held_by(place):
                self._place(held, "site")
            self._place(place, "site")

    def _ground_before(self, marker: int) -> Mention[Any] | None:
        """*passed the Katiba compound, where …*, *entered the city, where …*: the place right before the word, known to a finder or not."""
        scene = self.scene
        last = scene.chunk_of[marker - 1 - (scene.lower[marker - 1] == ",")]
        before = self._stood_in(last) if scene.lower[marker - 1] == "," else last
        if before >= 0 and self._is_named_ground(before):
            # *came before Knodsenburg where they met the Danes*
            phrase = scene.chunks[before]
            named = next(iter(scene.places_in(phrase.first, phrase.last)), None) or self.owner.make_place(before)
            if named is not None:
                return named
        return self.owner.antecedents.of(last) if last >= 0 and scene.head(last) != "place" else None

    def _stood_in(self, chunk: int) -> int:
        """*they passed the Katiba compound, where …*, *camped at Ukraina, where …*; -1 for *near the sanctuary of Heracles, where …*."""
        scene = self.scene
        at = scene.prepositions.get(chunk)
        stood = at is not None and scene.lower[at] in AT_REST
        # *marched to Kalvorin, where …*: what the deed before made a place of.
        stood = stood or (
            chunk >= 0 and scene.span(scene.chunks[chunk].first, scene.chunks[chunk].last) in self.owner.made_places
        )
        return chunk if chunk >= 0 and (stood or scene.is_a(chunk, "place", "facility")) else -1

    def _is_named_ground(self, chunk: int) -> bool:
        """*Knodsenburg*, *the Katiba compound*; not *the Persian camp*."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        if scene.parse.codes[phrase.head] == "M":
            return True
        named = demonyms().isdisjoint(scene.lower[phrase.first : phrase.head])
        return named and scene.is_a(chunk, "place", "facility")
