"""Namesakes: which of the places that bear a name a document means, by all that it names.

Evidence, strongest first: the holder that the text names (*Tripoli, Lebanon*; a link to such a title), what the name itself holds (*Atlanta,
Georgia*), the countries that the document is about, nearness to the places named beside it, the time it tells of, prominence.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import field

from pipeline.frozen import dataclass
from pipeline.gazetteer import Candidate, Gazetteer
from pipeline.resolution.nearness import distance, nearness

__all__ = ["WIDE", "Name", "Namesakes"]

WIDE = frozenset({"country", "continent", "polity"})
"""Kinds too wide to lend their coordinates to a name inside them."""

# Kinds that hold other places.
_HOLDERS = frozenset({"country", "state", "province", "region", "continent", "polity", "island"})
_MAJOR = frozenset({"country", "state", "continent", "region", "polity", "water"})
# Kinds whose limits are known well enough to say that a place lies outside.
_LIMITS = frozenset({"country", "state"})
# How far from its middle a holder of a kind can hold a place, in kilometres.
_REACH = {"continent": 1500, "polity": 1500, "city": 60}
_TOWN = 15_000
# A capital of more inhabitants is named far away, too: *London and Washington*.
_GREAT = 100_000
# A namesake this many times smaller is meant only where the text says so.
_OUTSHONE = 150
# A namesake abroad this many times smaller has more to make up for.
_SMALL, _TINY = 8, 30
# A place of fewer inhabitants that nothing but its name supports is not taken for known beyond this many kilometres.
_UNKNOWN_ABROAD = 50_000
_FAR = 200
# How many mentions of a name are looked at for the places beside them.
_MENTIONS = 4
# Countries whose towns of European names are younger than that.
_NEW_WORLD = frozenset({"AR", "AU", "BR", "CA", "CL", "CO", "MX", "NZ", "PE", "US", "VE", "ZA"})
# Before this year a name that a state of today shares with an older one means the older one.
_MODERN = 1500


@dataclass(slots=True)
class Name:
    """A name of the document with what it can mean."""

    candidates: tuple[Candidate, ...]
    mentions: list[int]
    partial: bool = False
    """Whether only a part of the name is known: *Fulton County* by Fulton."""
    held_by: Counter[str] = field(default_factory=Counter)
    """Folded names of the places that the text says it lies in."""
    inside: set[str] = field(default_factory=set)
    """Those of them that the text does not merely list next: they may be towns."""
    holds: Counter[str] = field(default_factory=Counter)
    chosen: Candidate | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class _Beside:
    """What is named beside a name: where it lies, and in which countries."""

    points: tuple[tuple[float, float], ...] = ()
    lands: Counter[str] = field(default_factory=Counter)


class Namesakes:
    """The names of one document, and the choice among what each can mean."""

    def __init__(
        self,
        names: dict[str, Name],
        keys: Sequence[str],
        told: defaultdict[str, float],
        year: int | None,
        gazetteer: Gazetteer,
    ) -> None:
        self.names = names
        self.keys = keys
        self.countries = told
        self.year = year
        self.gazetteer = gazetteer
        self.anchors: list[tuple[float, float]] = []

    def choose(self) -> None:
        """Choose for every name, the sure ones first; a name that nothing supports is left without."""
        for name in self.names.values():
            if name.candidates and name.candidates[0].kind in WIDE:
                self._choose_sure(name)
        for name in self.names.values():
            if name.chosen is None:
                self._choose_sure(name)
        unsure = [name for name in self.names.values() if name.chosen is None and name.candidates]
        for name in unsure:
            if name.held_by or name.holds:
                self._choose(name)
        for name in unsure:
            if name.chosen is None and name.candidates:
                self._choose(name)
        # Those that were chosen first did not know of the others.
        for name in unsure:
            if len(name.candidates) > 1:
                self._drop(name)
                self._choose(name)
        for name in unsure:
            if self._is_stray(name):
                self._drop(name)

    def _choose_sure(self, name: Name) -> None:
        """Names that need no context: the only place of a name, or one far better known than its namesakes."""
        if not name.candidates or name.partial:
            return
        best, others = name.candidates[0], name.candidates[1:]
        if any(c.kind in _HOLDERS and c.country != best.country for c in others):
            return
        rival = max((c.population for c in others), default=0)
        well_known = best.main and (best.kind in _MAJOR or (best.population >= 100_000 and not best.own))
        metropolis = best.main and best.population >= 4_000_000 and rival < 500_000
        doubtful = name.held_by or self._favours_another(best, others)
        if doubtful and (best.kind != "country" or any(c.main for c in others)):
            return
        if not others and (best.own or best.population >= 15_000):
            self._take(name, best, "only")
        elif others and (metropolis or (well_known and best.population >= 40 * rival)):
            self._take(name, best, "prominence")

    def _favours_another(self, best: Candidate, others: Sequence[Candidate]) -> bool:
        """Whether the document speaks of the country of a namesake, and not of that of the best known: *Perth* beside *Scotland*."""
        if best.kind != "city" or self.countries.get(best.country or ""):
            return False
        main = self.main_country()
        least = max(_TOWN, best.population / _OUTSHONE)
        return main is not None and any(c.main and c.population >= least and c.country == main for c in others)

    def _choose(self, name: Name) -> None:
        holders = [
            c
            for key in name.held_by
            for c in self.meanings(key)
            if c.kind in _HOLDERS or (c.population > 50_000 and key in name.inside)
        ]
        held = [c for key in name.holds for c in self.meanings(key)]
        best = self._best(name, holders, held) if len(name.candidates) > 1 else name.candidates[0]
        stated = any(_holds(holder, best) for holder in holders) or any(_holds(best, inner) for inner in held)
        little = name.partial or (best.population < _UNKNOWN_ABROAD and not best.own)
        elsewhere = best.kind == "city" and best.admin1 and any(c.kind == "state" and c.admin1 for c in holders)
        if not stated and (elsewhere or (little and any(c.kind in _LIMITS for c in holders))):
            # The text says where it lies, and no place of this name that is known lies there.
            name.candidates = ()
            return
        self._take(name, best, "containment" if stated else "context" if len(name.candidates) > 1 else "only")

    def _best(self, name: Name, holders: Sequence[Candidate], held: Sequence[Candidate]) -> Candidate:
        """The namesake for which most speaks; of two alike, the one that comes first."""
        beside, told = self._beside(name), sum(self.countries.values()) + 2
        scores = [self._score(c, name.candidates[0], holders, held, beside, told) for c in name.candidates]
        if not holders and not held and (seat := _seat(name.candidates, beside.points)) is not None:
            scores[seat] += 1.2
        return name.candidates[scores.index(max(scores))]

    def meanings(self, key: str) -> tuple[Candidate, ...]:
        """What a name means as far as it is known: the place chosen, else all that bear the name."""
        name = self.names.get(key)
        if name is not None and name.chosen is not None:
            return (name.chosen,)
        return name.candidates if name is not None else self.gazetteer.lookup(key)

    def _take(self, name: Name, candidate: Candidate, reason: str) -> None:
        name.chosen, name.reason = candidate, reason
        self._count(name, candidate, 1)

    def _drop(self, name: Name) -> None:
        """Take back a choice and what it told of the document."""
        if name.chosen is not None:
            self._count(name, name.chosen, -1)
            name.chosen = None

    def _is_stray(self, name: Name) -> bool:
        """Whether nothing but its name speaks for a little known place, and it lies far from all that the document tells of."""
        c = name.chosen
        if c is None or c.own or name.reason == "containment" or c.population > _UNKNOWN_ABROAD:
            return False
        if name.partial:
            points = self._beside(name).points
            return bool(points) and all(distance(c.lat or 0, c.lon or 0, *point) > _FAR for point in points)
        own = _loudness(name, c)
        told = self.countries.get(c.country or "", 0) > own + 0.01
        if not told and c.main and len(name.candidates) == 1 and c.population >= _TOWN:
            return False
        if not told and sum(self.countries.values()) >= own + 1:
            return all(distance(c.lat or 0, c.lon or 0, *a) > _FAR for a in self.anchors if a != (c.lat, c.lon))
        if c.population > _TOWN:
            return False
        # In the right country, but far from a place where all that is named beside it lies.
        beside = self._beside(name).points
        together = len(set(beside)) > 1 and all(distance(*beside[0], *point) < _FAR for point in beside)
        return together and all(distance(c.lat or 0, c.lon or 0, *point) > _FAR for point in beside)

    def _count(self, name: Name, candidate: Candidate, sign: int) -> None:
        """Add what a choice tells of the document, or take it away."""
        if candidate.country:
            told = self.countries[candidate.country] + sign * _loudness(name, candidate)
            self.countries[candidate.country] = max(0.0, round(told, 3))
        if candidate.lat is not None and candidate.lon is not None and candidate.kind not in WIDE:
            if sign > 0:
                self.anchors.append((candidate.lat, candidate.lon))
            else:
                self.anchors.remove((candidate.lat, candidate.lon))

    def _beside(self, name: Name) -> _Beside:
        """The places that are named next to the first mentions of a name."""
        points, lands = [], Counter[str]()
        for at in name.mentions[:_MENTIONS]:
            for j in (at - 1, at + 1, at - 2, at + 2, at - 3, at + 3):
                other = self.names[self.keys[j]] if 0 <= j < len(self.keys) else name
                c = other.chosen
                if c is None or other is name:
                    continue
                lands[c.country or ""] += 1
                if c.lat is not None and c.lon is not None and c.kind not in WIDE:
                    points.append((c.lat, c.lon))
        return _Beside(tuple(points or self.anchors[-6:]), lands)

    def _score(
        self,
        c: Candidate,
        foremost: Candidate,
        holders: Sequence[Candidate],
        held: Sequence[Candidate],
        beside: _Beside,
        told: float,
    ) -> float:
        score = 0.8 * math.log10(min(c.population, 50_000_000) + 10) + (1.5 if c.main else 0.0)
        if c.country and self.countries:
            share = self.countries.get(c.country, 0) / told
            score += 1.5 * share + min(0.6, 8 * share)
        abroad = c.country != foremost.country
        if abroad and c.main and _SMALL * c.population < foremost.population and foremost.main and not foremost.own:
            score -= 1.1 if _TINY * c.population > foremost.population else 1.8
        if not c.main and c.population < _TOWN:
            score -= 0.8
        if any(_holds(holder, c) for holder in holders):
            score += 4.0
        if c.kind in _HOLDERS and any(_holds(c, inner) for inner in held):
            score += 4.0
        if c.lat is not None and c.lon is not None and beside.points and c.kind not in WIDE:
            score += nearness(c.lat, c.lon, beside.points)
        if beside.lands and c.country:
            score += beside.lands[c.country] / max(beside.lands.total(), 3)
        if self.year is not None and self.year < _MODERN and (c.kind == "country" or c.country in _NEW_WORLD):
            score -= 1.5
        if self.year is not None and (c.first_year is not None or c.last_year is not None):
            inside = (c.first_year or -9999) - 30 <= self.year <= (c.last_year or 9999) + 30
            score += 0.8 if inside else -1.5
        return score

    def main_country(self) -> str | None:
        """The country that the document is about, if there is one."""
        first = max(sorted(self.countries), key=lambda country: self.countries[country], default=None)
        return first if first and self.countries[first] >= 0.4 * sum(self.countries.values()) else None


def _loudness(name: Name, candidate: Candidate) -> float:
    """How much the mentions of a name say that a document is about a country.

    A country that is named may be anywhere in the text's argument, and so may its capital; another town of it says that the text is there.
    """
    return min(len(name.mentions), 8) * (0.3 if candidate.kind == "country" or _is_seat(candidate) else 1.0)


def _is_seat(c: Candidate) -> bool:
    """Whether a place is named as often for its government as for what happens there."""
    return c.capital and c.main and c.population > _GREAT


def _seat(candidates: Sequence[Candidate], points: Sequence[tuple[float, float]]) -> int | None:
    """Which of some namesakes is a great capital, where no other town among them lies near the places named beside it."""
    for i, c in enumerate(candidates):
        if _is_seat(c):
            others = ((o.lat, o.lon) for o in candidates if o is not c and o.population > _TOWN)
            rivalled = any(nearness(lat or 0.0, lon or 0.0, points) > 1 for lat, lon in others)
            return None if rivalled else i
    return None


def _holds(holder: Candidate, c: Candidate) -> bool:
    if holder is c:
        return False
    if holder.kind == "country":
        return holder.country == c.country
    if holder.country and c.country and holder.country != c.country:
        return False
    if holder.admin1 and c.admin1:
        return holder.admin1 == c.admin1
    if holder.lat is None or holder.lon is None or c.lat is None or c.lon is None:
        return False
    return distance(holder.lat, holder.lon, c.lat, c.lon) < _REACH.get(holder.kind, 450)
