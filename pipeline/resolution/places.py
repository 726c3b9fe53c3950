"""Resolution of places: which of the places that bear a name is meant, and what supports that.

Evidence, strongest first: the holder that the text names (*Tripoli, Lebanon*; a link to such a title), what the name itself holds (*Atlanta,
Georgia*), the countries that the document is about, nearness to other places of it, the time it tells of, prominence.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from dataclasses import field
from typing import TYPE_CHECKING

from pipeline.frozen import dataclass, replace
from pipeline.gazetteer import fold, open_gazetteer
from pipeline.records import Mention, Place
from pipeline.resolution.relations import relation_of
from pipeline.rules.places import place_rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.gazetteer import Candidate
    from pipeline.records import Document, Tokens

__all__ = ["resolve_places"]

# Kinds that hold other places.
_HOLDERS = frozenset({"country", "state", "province", "region", "continent", "polity", "island"})
# Kinds too wide to lend their coordinates to a name inside them.
_MAJOR = frozenset({"country", "state", "continent", "region", "polity", "water"})
_WIDE = frozenset({"country", "continent", "polity"})
_WITHIN = frozenset(
    {
        ", ",
        " in ",
        " (",
        ", in ",
        " in the ",
        " of ",
        ", located in ",
        " located in ",
        ", a town in ",
        " province of ",
        " district of ",
    }
)
# What stands before is looked at after the first digit: the engine finds digits faster than places without one.
_YEAR = re.compile(r"(?P<year>[1-9](?<![\d,.].)\d{2,3})(?P<bc> ?BC)?(?![\d,])")


def resolve_places(document: Document, tokens: Tokens, found: Sequence[Mention[Place]]) -> tuple[Mention[Place], ...]:
    """The places of a document with canonical name, country and coordinates, as far as the evidence goes.

    A name that no gazetteer holds takes the coordinates of the place around it, with precision ``containing``; never a point of its own.
    """
    return tuple(_Resolver(document, tokens, found).resolved()) if found else ()


@dataclass(slots=True)
class _Name:
    """A name of the document with what it can mean."""

    candidates: tuple[Candidate, ...]
    mentions: list[int]
    partial: bool = False
    """Whether only a part of the name is known: *Fulton County* by Fulton."""
    held_by: Counter[str] = field(default_factory=Counter)
    """Folded names of the places that the text says it lies in."""
    holds: Counter[str] = field(default_factory=Counter)
    chosen: Candidate | None = None
    reason: str = ""


class _Resolver:
    def __init__(self, document: Document, tokens: Tokens, found: Sequence[Mention[Place]]) -> None:
        self.document = document
        self.tokens = tokens
        self.text = tokens.text
        self.found = found
        self.gazetteer = open_gazetteer()
        self.keys = [fold(mention.value.name) for mention in found]
        self.names: dict[str, _Name] = {}
        self.countries: defaultdict[str, float] = defaultdict(float)
        self.anchors: list[tuple[float, float]] = []
        self.year = _period(tokens.text)

    def resolved(self) -> list[Mention[Place]]:
        self._collect()
        self._count_peoples()
        for name in self.names.values():
            self._choose_sure(name)
        for holders_only in (True, False):
            for name in self.names.values():
                if (
                    name.chosen is None
                    and name.candidates
                    and not (holders_only and not name.held_by and not name.holds)
                ):
                    self._choose(name)
        return [self._located(i, mention) for i, mention in enumerate(self.found)]

    # ------------------------------------------------------------------------------------------------ gathering

    def _collect(self) -> None:
        links = {link.start: link.target for link in self.document.links}
        for i, mention in enumerate(self.found):
            key = self.keys[i]
            name = self.names.get(key)
            if name is None:
                name = self.names[key] = self._name(mention)
            name.mentions.append(i)
            if i + 1 < len(self.found) and self.text[mention.end : self.found[i + 1].start] in _WITHIN:
                name.held_by[self.keys[i + 1]] += 1
            if links:
                target = links.get(self.tokens.clean.to_source(mention.start, mention.end)[0], "")
                holder = target.replace("(", ", ").rstrip(")").rpartition(", ")[2]
                if holder and holder != target:
                    name.held_by[fold(holder)] += 1
        for key, name in self.names.items():
            for holder in name.held_by:
                if holder in self.names:
                    self.names[holder].holds[key] += 1

    def _count_peoples(self) -> None:
        """*Zimbabwean provinces*: peoples tell the countries that a document is about, each mention as loud as the country."""
        peoples = place_rules().peoples
        for word, times in Counter(word for word in self.tokens.words if word in peoples).items():
            self.countries[peoples[word]] += times * 0.3

    def _name(self, mention: Mention[Place]) -> _Name:
        name, kind = mention.value.name, mention.value.kind
        found = self.gazetteer.lookup(name)
        if found or mention.rule == "place/gazetteer":
            return _Name(found, [])
        words = name.split()
        for rest in (" ".join(words[:-1]), " ".join(words[1:])) if len(words) > 1 else ():
            cut = words[-1] if name.startswith(rest) else words[0]
            known = self.gazetteer.lookup(rest)
            if kind == "unknown":
                if cut in place_rules().stop.attributes and known:
                    return _Name(known, [], partial=True)
            elif same := tuple(c for c in known if c.kind == kind):
                return _Name(same, [])
            elif known and kind in {"province", "district"}:
                return _Name(known, [], partial=True)
        for size in range(len(words) - 1, 0, -1) if kind in {"facility", "landmark"} else ():
            known = self.gazetteer.lookup(" ".join(words[:size]))
            settled = known and known[0].kind in {"city", "province", "state", "region"}
            if settled and (known[0].population > 500_000 or fold(" ".join(words[:size])) in self.names):
                return _Name(known, [], partial=True)
        return _Name((), [])

    # ------------------------------------------------------------------------------------------------- choosing

    def _choose_sure(self, name: _Name) -> None:
        """Names that need no context: the only place of a name, or one far better known than its namesakes."""
        if not name.candidates or name.partial:
            return
        best, others = name.candidates[0], name.candidates[1:]
        if any(c.kind in _HOLDERS and c.country != best.country for c in others):
            return
        rival = max((c.population for c in others), default=0)
        well_known = best.main and (best.kind in _MAJOR or (best.population >= 100_000 and not best.own))
        metropolis = best.main and best.population >= 4_000_000 and rival < 500_000
        if others and name.held_by:
            return
        if not others and (best.own or best.population >= 15_000):
            self._take(name, best, "only")
        elif others and (metropolis or (well_known and best.population >= 40 * rival)):
            self._take(name, best, "prominence")

    def _choose(self, name: _Name) -> None:
        holders = [
            c for key in name.held_by for c in self._meanings(key) if c.kind in _HOLDERS or c.population > 50_000
        ]
        held = [c for key in name.holds for c in self._meanings(key)]
        scored = [(self._score(c, name.candidates[0], holders, held), -i) for i, c in enumerate(name.candidates)]
        best, position = max(scored)
        reason = "containment" if best >= 6.0 else "context" if len(scored) > 1 else "only"
        self._take(name, name.candidates[-position], reason)

    def _meanings(self, key: str) -> tuple[Candidate, ...]:
        name = self.names.get(key)
        if name is not None and name.chosen is not None:
            return (name.chosen,)
        return name.candidates if name is not None else self.gazetteer.lookup(key)

    def _take(self, name: _Name, candidate: Candidate, reason: str) -> None:
        name.chosen, name.reason = candidate, reason
        if candidate.country:
            # A country that is named may be anywhere in the text's argument; a town of it says that the text is there.
            self.countries[candidate.country] += len(name.mentions) * (0.3 if candidate.kind == "country" else 1.0)
        if candidate.lat is not None and candidate.lon is not None and candidate.kind not in _WIDE:
            self.anchors.append((candidate.lat, candidate.lon))

    def _score(
        self, c: Candidate, foremost: Candidate, holders: Sequence[Candidate], held: Sequence[Candidate]
    ) -> float:
        score = 0.8 * math.log10(min(c.population, 50_000_000) + 10) + (1.5 if c.main else 0.0)
        if c.country and self.countries:
            score += 2.0 * self.countries.get(c.country, 0) / (sum(self.countries.values()) + 1)
            score += 0.8 if self.countries.get(c.country) else 0.0
        if c.main and 8 * c.population < foremost.population and foremost.main and not foremost.own:
            score -= 0.6
        if any(_holds(holder, c) for holder in holders):
            score += 4.0
        if c.kind in _HOLDERS and any(_holds(c, inner) for inner in held):
            score += 4.0
        if c.lat is not None and c.lon is not None and self.anchors and c.kind not in _WIDE:
            score += _nearness(c.lat, c.lon, self.anchors)
        if self.year is not None and (c.first_year is not None or c.last_year is not None):
            inside = (c.first_year or -9999) - 30 <= self.year <= (c.last_year or 9999) + 30
            score += 0.8 if inside else -1.5
        return score

    # -------------------------------------------------------------------------------------------------- locating

    def _located(self, index: int, mention: Mention[Place]) -> Mention[Place]:
        name = self.names[self.keys[index]]
        relation = relation_of(self.text, mention.start, mention.end)
        c = name.chosen
        if c is None:
            return self._contained(index, mention, relation)
        kind = mention.value.kind if name.partial else c.kind
        precision = "containing" if name.partial else "country" if c.kind == "country" else "exact"
        place = Place(
            name=mention.value.name if name.partial else c.name, kind="landmark" if kind == "unknown" else kind,
            country=c.country, admin1=c.admin1, lat=c.lat, lon=c.lon, geonameid=c.geonameid, precision=precision, relation=relation,
        )  # fmt: skip
        return Mention(mention.start, mention.end, place, f"{mention.rule}+{name.reason}", mention.source)

    def _contained(self, index: int, mention: Mention[Place], relation: str) -> Mention[Place]:
        """A name that no gazetteer holds: the coordinates of the place around it, by what the text says, else the nearest one."""
        kind = mention.value.kind if mention.value.kind != "unknown" else "landmark"
        held_by = self.names[self.keys[index]].held_by
        stated = [c for key in held_by for c in self._meanings(key)[:1]]
        holder = next((c for c in stated if c.kind not in _WIDE), None) or self._neighbour(index)
        precision = "containing"
        if holder is None:
            holder = next(iter(stated), None) or self._focus()
            precision = "country"
        if holder is None:
            return replace(mention, value=replace(mention.value, kind=kind, relation=relation))
        place = replace(
            mention.value, kind=kind, country=holder.country, admin1=holder.admin1, lat=holder.lat, lon=holder.lon,
            precision=precision, relation=relation,
        )  # fmt: skip
        return replace(mention, value=place, rule=f"{mention.rule}+{precision}")

    def _neighbour(self, index: int) -> Candidate | None:
        """The nearest located place, those before the mention counting as half as far as those after it."""
        here = self.found[index].start
        focus = max(sorted(self.countries), key=lambda country: self.countries[country], default=None)
        if focus is not None and self.countries[focus] < 0.4 * sum(self.countries.values()):
            focus = None
        best: tuple[int, Candidate] | None = None
        for step in (-1, 1):
            for j in range(index + step, len(self.found) if step > 0 else -1, step):
                candidate = self.names[self.keys[j]].chosen
                if candidate is None or candidate.kind in _WIDE or candidate.kind == "water":
                    continue
                if focus is not None and candidate.country not in {focus, None}:
                    continue
                distance = abs(self.found[j].start - here) * (2 if step > 0 else 1)
                if best is None or distance < best[0]:
                    best = (distance, candidate)
                break
        return best[1] if best else None

    def _focus(self) -> Candidate | None:
        """The first country that the document names."""
        chosen = (name.chosen for name in self.names.values())
        return next((c for c in chosen if c is not None and c.kind == "country"), None)


def _holds(holder: Candidate, c: Candidate) -> bool:
    if holder is c:
        return False
    if holder.kind == "country":
        return holder.country == c.country
    if holder.country and c.country and holder.country != c.country:
        return False
    if holder.lat is None or holder.lon is None or c.lat is None or c.lon is None:
        return False
    return _distance(holder.lat, holder.lon, c.lat, c.lon) < (1500 if holder.kind in {"continent", "polity"} else 450)


def _nearness(lat: float, lon: float, anchors: Sequence[tuple[float, float]]) -> float:
    near = [a for a in anchors[-24:] if abs(a[0] - lat) < 4.5]
    nearest = min((_distance(lat, lon, *a) for a in near), default=math.inf)
    return 1.2 if nearest < 150 else 0.6 if nearest < 500 else 0.0


def _distance(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance in kilometres."""
    a, b = math.radians(lat1), math.radians(lat2)
    h = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(h)))


def _period(text: str) -> int | None:
    """The year that stands in the middle of those a text names, negative before Christ; None without any."""
    years = sorted(
        -int(m["year"]) if m["bc"] else int(m["year"]) for m in _YEAR.finditer(text) if int(m["year"]) < 2100
    )
    return years[len(years) // 2] if years else None
