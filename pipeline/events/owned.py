"""Places of an event that befalls what a town has: its walls, its library, its people (*Antwerp, whose garrison capitulated*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.events.kinds import POWERS
from pipeline.events.names import Names

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Owned"]

_TOWNSFOLK = frozenset({
    "garrison", "garrisons", "defenders", "inhabitants", "citizens", "residents", "townspeople", "townsfolk", "villagers", "burghers", "population",
    "populace", "citizenry", "people",
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
_ITS = frozenset({"its"})


class Owned(Names):
    """Collects the place of one event from whose people or works it befalls."""

    def _of_town(self, index: int) -> None:
        """*Kars, whose walls were breached*, *Its library was razed*, *killed its inhabitants*: the town that has them."""
        if self.candidate.chunk is not None:
            return
        scene, clause = self.scene, self.scene.clauses[index]
        owned = [
            c for c in (*clause.subjects, *clause.objects) if scene.head(c) in _TOWNSFOLK or scene.head(c) in _WORKS
        ]
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
        """*They entered Louvain. Its library was razed*: the town that the last event was about."""
        scene = self.scene
        for chunk in owned:
            if not self.places and scene.lower[scene.chunks[chunk].first] in _ITS:
                place = self.owner.antecedents.last_told(chunk)
                if place is not None and place.value.kind not in POWERS:
                    self._place(place, "site")
