"""Resolution of places: which of the places that bear a name is meant, and what supports that."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.gazetteer import fold, open_gazetteer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.gazetteer import Candidate
    from pipeline.records import Document, Mention, Place, Tokens

__all__ = ["resolve_places"]

_HOLDERS = frozenset({"country", "state", "province", "region", "continent", "polity", "island"})


def resolve_places(document: Document, tokens: Tokens, found: Sequence[Mention[Place]]) -> tuple[Mention[Place], ...]:
    """The places of a document with canonical name, country and coordinates, as far as the evidence goes."""
    return tuple(_Resolver(document, tokens, found).resolved())


@dataclass(slots=True)
class _Name:
    """A name of the document with what it can mean."""

    candidates: tuple[Candidate, ...]
    mentions: list[int]
    held_by: Counter[str]
    """Folded names of the places that the text says it lies in."""
    chosen: Candidate | None = None
    reason: str = ""


class _Resolver:
    def __init__(self, document: Document, tokens: Tokens, found: Sequence[Mention[Place]]) -> None:
        self.document = document
        self.tokens = tokens
        self.found = found
        self.gazetteer = open_gazetteer()
        self.names: dict[str, _Name] = {}
        self.countries: Counter[str] = Counter()
        self.anchors: list[tuple[float, float]] = []

    def resolved(self) -> list[Mention[Place]]:
        self._collect()
        for sure in (True, False):
            for name in self.names.values():
                if name.chosen is None and name.candidates:
                    self._choose(name, sure=sure)
        return [self._located(i, mention) for i, mention in enumerate(self.found)]

    # ------------------------------------------------------------------------------------------------ gathering

    def _collect(self) -> None:
        text = self.tokens.text
        for i, mention in enumerate(self.found):
            key = fold(mention.value.name)
            name = self.names.get(key)
            if name is None:
                name = self.names[key] = _Name(self._candidates(mention), [], Counter())
            name.mentions.append(i)
            if i + 1 < len(self.found):
                following = self.found[i + 1]
                if text[mention.end : following.start] in {", ", " in ", " (", ", in ", " in the "}:
                    name.held_by[fold(following.value.name)] += 1

    def _candidates(self, mention: Mention[Place]) -> tuple[Candidate, ...]:
        name = mention.value.name
        found = self.gazetteer.lookup(name)
        if not found and mention.rule == "place/type-word":
            words = name.split()
            for rest in (" ".join(words[:-1]), " ".join(words[1:])):
                found = tuple(c for c in self.gazetteer.lookup(rest) if c.kind == mention.value.kind)
                if found:
                    break
        return found

    # ------------------------------------------------------------------------------------------------- choosing

    def _choose(self, name: _Name, *, sure: bool) -> None:
        candidates = name.candidates
        best = candidates[0]
        if sure:
            alone = len(candidates) == 1 or best.population >= 50 * max(c.population for c in candidates[1:])
            if not alone or (best.population < 15_000 and best.geonameid is not None):
                return
            self._take(name, best, "only" if len(candidates) == 1 else "prominence")
            return
        holders = self._holders(name)
        scored = [(self._score(c, holders), -i, c) for i, c in enumerate(candidates)]
        _, _, chosen = max(scored, key=lambda s: s[:2])
        self._take(name, chosen, "context")

    def _take(self, name: _Name, candidate: Candidate, reason: str) -> None:
        name.chosen, name.reason = candidate, reason
        if candidate.country:
            self.countries[candidate.country] += len(name.mentions)
        if candidate.lat is not None and candidate.lon is not None and candidate.kind not in {"country", "continent"}:
            self.anchors.append((candidate.lat, candidate.lon))

    def _holders(self, name: _Name) -> list[Candidate]:
        return [
            c for key in name.held_by for c in self.gazetteer.lookup(key) if c.kind in _HOLDERS or c.population > 50_000
        ]

    def _score(self, c: Candidate, holders: list[Candidate]) -> float:
        score = 0.5 * math.log10(c.population + 10) + (0.8 if c.main else 0.0)
        if c.country and self.countries:
            score += 2.0 * self.countries[c.country] / (self.countries.total() + 1)
            score += 0.8 if self.countries[c.country] else 0.0
        for holder in holders:
            if holder.country == c.country and (holder.kind == "country" or _km(c, holder) < 400):
                score += 4.0
                break
        if c.lat is not None and c.lon is not None and self.anchors:
            nearest = min(_distance(c.lat, c.lon, *a) for a in self.anchors[-12:])
            score += 1.0 if nearest < 150 else 0.5 if nearest < 500 else 0.0
        return score

    # -------------------------------------------------------------------------------------------------- locating

    def _located(self, index: int, mention: Mention[Place]) -> Mention[Place]:
        name = self.names[fold(mention.value.name)]
        c = name.chosen
        if c is None:
            return self._contained(index, mention)
        place = replace(
            mention.value, name=c.name, kind=c.kind, country=c.country, lat=c.lat, lon=c.lon, geonameid=c.geonameid,
            admin1=c.admin1, precision="country" if c.kind == "country" else "exact",
        )  # fmt: skip
        return replace(mention, value=place, rule=f"{mention.rule}+{name.reason}")

    def _contained(self, index: int, mention: Mention[Place]) -> Mention[Place]:
        """A name that no gazetteer holds: the coordinates of the place around it, the nearest before it or the document's first."""
        for j in (*range(index - 1, -1, -1), *range(index + 1, len(self.found))):
            holder = self.names[fold(self.found[j].value.name)].chosen
            if holder is not None and holder.kind not in {"country", "continent"}:
                place = replace(
                    mention.value, country=holder.country, admin1=holder.admin1, lat=holder.lat, lon=holder.lon,
                    precision="containing", kind=mention.value.kind if mention.value.kind != "unknown" else "landmark",
                )  # fmt: skip
                return replace(mention, value=place, rule=f"{mention.rule}+containing")
        kind = mention.value.kind if mention.value.kind != "unknown" else "landmark"
        return replace(mention, value=replace(mention.value, kind=kind))


def _km(a: Candidate, b: Candidate) -> float:
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return math.inf
    return _distance(a.lat, a.lon, b.lat, b.lon)


def _distance(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance in kilometres."""
    a, b = math.radians(lat1), math.radians(lat2)
    h = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(h)))
