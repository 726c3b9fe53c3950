"""Places of an event that befalls what a town has: its walls, its library, its people (*Antwerp, whose garrison capitulated*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.events.kinds import POWERS
from pipeline.events.names import Names
from pipeline.rules.grammar import BE

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Owned"]

_TOWNSFOLK = frozenset({
    "garrison", "garrisons", "defenders", "inhabitants", "citizens", "residents", "townspeople", "townsfolk", "villagers", "burghers", "population",
    "populace", "citizenry", "people", "mayor", "governor", "commandant", "castellan", "burgomaster", "councillors", "magistrates", "elders",
})  # fmt: skip
_WORKS = frozenset({
    "walls", "wall", "gates", "ramparts", "fortifications", "defences", "defenses", "fortress", "citadel", "castle", "suburbs", "streets",
    "port", "harbour", "harbor", "docks", "bridge", "bridges", "library", "libraries", "church", "churches", "cathedral", "mosque", "mosques", "temple",
    "temples", "palace", "palaces", "monastery", "monasteries", "synagogue", "university", "hospital", "hospitals", "school", "schools", "market",
    "markets", "marketplace", "bazaar", "bazaars", "shops", "houses", "homes", "buildings", "warehouses", "mills", "museum", "museums", "treasury",
    "treasures", "airport", "monuments", "archives", "archive", "theatre", "theater", "railway", "outskirts", "quarters", "neighbourhoods",
    "neighborhoods", "villas", "fields", "wells", "aqueduct", "aqueducts", "fort", "forts", "tower", "towers", "statues", "banks",
})  # fmt: skip
"""What no army and no land but a town, a fort or an island has."""
_DWELLERS = frozenset({"inhabitants", "townspeople", "townsfolk", "citizens", "burghers", "garrison", "defenders"})
_SITES = frozenset({
    "site", "scene", "location", "venue", "battleground", "epicentre", "epicenter", "focus", "theatre", "theater", "stage",
})  # fmt: skip
_BEING = BE | {"became", "become"}


class Owned(Names):
    """Collects the place of one event from whose people or works it befalls."""

    def _of_town(self, index: int) -> None:
        """*Kars, whose walls were breached*, *Its library was razed*, *killed its inhabitants*: the town that has them."""
        if self.candidate.chunk is not None:
            return
        scene, clause = self.scene, self.scene.clauses[index]
        # *Harpers Ferry and its garrison surrendered*: its own town stands beside.
        told = (*clause.subjects[:1], *clause.objects[:1])
        owned = [c for c in told if scene.head(c) in _TOWNSFOLK or scene.head(c) in _WORKS]
        if owned:
            self._whose(index, owned)
            self._its(owned)

    def _whose(self, index: int, owned: Iterable[int]) -> None:
        """*Igueriben, whose garrison held out*: the town right before the relative."""
        scene, marker = self.scene, self.scene.clauses[index].marker
        if marker is None or scene.lower[marker] != "whose":
            return
        place = self.owner.antecedents.pointed(marker, beside=True)
        if (
            place is not None
            and place.value.kind not in POWERS
            and any(marker == scene.chunks[c].first - 1 for c in owned)
        ):
            self._place(place, "site")

    def _its(self, owned: Iterable[int]) -> None:
        """*They entered Louvain. Its library was razed*, *stormed Kiel, and the inhabitants were massacred*: the town that the last event was about."""
        scene = self.scene
        for chunk in owned:
            phrase = scene.chunks[chunk]
            own = scene.lower[phrase.first] == "its" or (
                scene.lower[phrase.first] == "the"
                and scene.head(chunk) in _DWELLERS
                and phrase.head == phrase.first + 1
                and scene.after(chunk) is None
            )
            if own and not self.places:
                place = self.owner.antecedents.last_told(chunk)
                if place is not None and place.value.kind not in POWERS:
                    self._place(place, "site")

    def _at_places(self, chunks: Iterable[int]) -> None:
        """*Leipzig saw heavy fighting*, *The village was the scene of a massacre*: the places that noun phrases name or stand for."""
        scene = self.scene
        for chunk in chunks:
            phrase = scene.chunks[chunk]
            if phrase.temporal or self._places_of(chunk, "site"):
                continue
            named = self.owner.antecedents.of(chunk)
            for place in self.owner.antecedents.several(chunk) if named is None else [named]:
                self._place(place, "site")

    def _site_of(self, chunk: int) -> None:
        """*Lund was the site of a series of battles*, *Lund, the scene of heavy fighting*: the place of which it is told."""
        scene, at = self.scene, chunk
        while scene.lower[scene.prepositions.get(at, 0)] == "of" and at and scene.head(at) not in _SITES:
            at -= 1
        if at == chunk or scene.head(at) not in _SITES:
            return
        index, part = scene.parts.get(at, (None, ""))
        first = scene.chunks[at].first
        if index is not None and part == "object" and scene.lower[scene.verb(index)] in _BEING:
            self._at_places(scene.clauses[index].subjects)
        elif scene.lower[first - 1] == "," and (before := scene.chunk_of[first - 2]) >= 0:
            self._at_places((before,))
