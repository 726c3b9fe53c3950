"""The place that a definite description stands for: *the city*, *the island*, *its outskirts*."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline.events.scene import Scene
    from pipeline.records import Mention

__all__ = ["Antecedents"]

_SETTLEMENTS = frozenset({"city", "town", "village", "settlement", "suburb", "district", "neighborhood", "neighbourhood", "capital", "port", "airport", "fort", "fortress", "castle", "citadel", "island", "hill", "base", "area", "outskirts", "suburbs", "center", "centre", "edge", "walls", "gates", "part", "half", "bank", "banks"})  # fmt: skip
_LANDS = frozenset(
    {"country", "kingdom", "republic", "province", "region", "peninsula", "island", "territory", "colony"}
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
        paragraph = scene.tokens.sentence_at(start).paragraph
        for index in range(bisect_left(self.starts, start) - 1, -1, -1):
            place = scene.mentions.places[index]
            if scene.tokens.sentence_at(place.start).paragraph != paragraph:
                break
            if (place.value.kind in _WIDE) == (head in _LANDS and head not in _SETTLEMENTS):
                return place
        return self.title if head in _SETTLEMENTS else None
