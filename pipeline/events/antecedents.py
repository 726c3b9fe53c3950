"""The place that a definite description stands for: *the city*, *the island*, *its outskirts*."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from pipeline.events.scene import Scene
    from pipeline.records import Mention

__all__ = ["Antecedents"]

_SETTLEMENTS = frozenset({"city", "town", "village", "settlement", "suburb", "district", "neighborhood", "neighbourhood", "capital", "port", "airport", "fort", "fortress", "castle", "citadel", "island", "hill", "base", "area", "outskirts", "suburbs", "center", "centre", "edge", "walls", "gates", "part", "half", "bank", "banks"})  # fmt: skip
_TOWNS = frozenset({"city", "town", "village", "settlement", "capital"})
_LANDS = frozenset(
    {"country", "kingdom", "republic", "province", "region", "peninsula", "island", "territory", "colony"}
)
_PARTS = frozenset(
    {"outskirts", "suburbs", "center", "centre", "edge", "walls", "gates", "part", "half", "bank", "banks"}
)
_NAMEABLE = (
    _TOWNS | _LANDS | {"district", "area", "region", "suburb", "neighborhood", "neighbourhood", "port", "country"}
)
_DEFINITE = frozenset({"the", "its", "this", "that"})
_WIDE = frozenset({"country", "region", "polity", "continent", "sea", "water", "river"})


class Antecedents:
    """Asked for a noun phrase that names no place itself."""

    def __init__(self, scene: Scene, title: str) -> None:
        self.scene = scene
        self.starts = scene.place_starts
        self.title = self._of_title(title)

    def _of_title(self, title: str) -> Mention[Any] | None:
        """The first mention of the place that the title names."""
        for place in self.scene.mentions.places:
            if place.value.kind not in _WIDE and self.scene.tokens.text[place.start : place.end] in title:
                return place
        return None

    def describes(self, chunk: int) -> bool:
        """Whether the noun phrase stands for a named place, or might: *the fort*, *villages*; *the walls* are only a part of one."""
        head = self.scene.head(chunk)
        if head in _NAMEABLE or head.removesuffix("s") in _NAMEABLE:
            return True
        return head not in _PARTS and self.of(chunk) is not None

    def of(self, chunk: int) -> Mention[Any] | None:
        """The place mention that the noun phrase stands for, or None where it is not plain.

        It is the last settlement named before in the paragraph, else the place of the title.
        """
        scene = self.scene
        phrase = scene.chunks[chunk]
        head = scene.head(chunk)
        if scene.lower[phrase.first] not in _DEFINITE or not (head in _SETTLEMENTS or head in _LANDS):
            return None
        if scene.after(chunk, "of") is not None and head not in {"city", "town", "village", "island", "capital"}:
            return self.of(chunk + 1)
        start = scene.tokens.starts[phrase.first]
        here = scene.tokens.sentence_at(start)
        last = bisect_left(self.starts, start) - 1
        near = self._last_before(last, head, lambda place: place.start >= here.start)
        if near is None and head in _SETTLEMENTS:
            near = self.title
        return near or self._last_before(
            last, head, lambda place: scene.tokens.sentence_at(place.start).paragraph == here.paragraph
        )

    def _last_before(self, index: int, head: str, within: Callable[[Mention[Any]], bool]) -> Mention[Any] | None:
        """The last fitting place mention at or before ``index``, as far back as ``within`` holds."""
        places = self.scene.mentions.places
        while index >= 0 and within(places[index]):
            if self._fits(places[index], head):
                return places[index]
            index -= 1
        return None

    def _fits(self, place: Mention[Any], head: str) -> bool:
        kind = place.value.kind
        if head in _LANDS and head not in _SETTLEMENTS:
            return kind in _WIDE
        if head in _TOWNS:
            return kind not in _WIDE and kind not in {"facility", "landmark", "relief"}
        return kind not in _WIDE
