"""Resolution of places: canonical name, country and coordinates of each mention, and how exact they are."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache
from typing import TYPE_CHECKING

from pipeline.frozen import replace
from pipeline.gazetteer import fold, open_gazetteer
from pipeline.records import Mention, Place
from pipeline.resolution.namesakes import WIDE, Name, Namesakes
from pipeline.resolution.relations import relation_of
from pipeline.resolution.senses import senses
from pipeline.rules.places import own_places, place_rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.gazetteer import Candidate
    from pipeline.records import Document, Tokens

__all__ = ["resolve_places"]

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
# Peoples of two continents.
_AMBIGUOUS = frozenset({"Indian", "Indians"})
# How many characters away a place may be named for a name that no one knows to lie there.
_BESIDE = 1500
# The same where the document is about no one country.
_CLOSE = 800
# What stands before is looked at after the first digit: the engine finds digits faster than places without one.
_YEAR = re.compile(r"(?P<year>[1-9](?<![\d,.].)\d{2,3})(?P<bc> ?BC)?(?![\d,])")


def resolve_places(document: Document, tokens: Tokens, found: Sequence[Mention[Place]]) -> tuple[Mention[Place], ...]:
    """The places of a document with canonical name, country and coordinates, as far as the evidence goes.

    A name that no gazetteer holds takes the coordinates of the place around it, with precision ``containing``; never a point of its own.

    >>> from pipeline import extract
    >>> found = extract("They shelled the village of Zorbalitsa near Aleppo.").mentions.places
    >>> [(m.value.name, m.value.country, m.value.precision) for m in found]
    [('Zorbalitsa', 'SY', 'containing'), ('Aleppo', 'SY', 'exact')]
    """
    return tuple(_Resolver(document, tokens, found).resolved()) if found else ()


class _Resolver:
    def __init__(self, document: Document, tokens: Tokens, found: Sequence[Mention[Place]]) -> None:
        self.document = document
        self.tokens = tokens
        self.text = tokens.text
        self.found = found
        self.gazetteer = open_gazetteer()
        self.senses = senses(tokens.text, found, self.gazetteer)
        self.keys = [key for key, _ in self.senses]
        self.names: dict[str, Name] = {}
        self.countries: defaultdict[str, float] = defaultdict(float)
        self.namesakes = Namesakes(self.names, self.keys, self.countries, _period(tokens.text), self.gazetteer)

    def resolved(self) -> list[Mention[Place]]:
        self._collect()
        self._count_peoples()
        self.namesakes.choose()
        return [self._located(i, mention) for i, mention in enumerate(self.found)]

    # ------------------------------------------------------------------------------------------------ gathering

    def _collect(self) -> None:
        links = {link.start: link.target for link in self.document.links}
        for i, mention in enumerate(self.found):
            key = self.keys[i]
            name = self.names.get(key)
            if name is None:
                name = self.names[key] = self._name(mention, self.senses[i][1])
            name.mentions.append(i)
            gap = self.text[mention.end : self.found[i + 1].start] if i + 1 < len(self.found) else ""
            if gap in _WITHIN:
                name.held_by[self.keys[i + 1]] += 1
                if gap != ", ":
                    name.inside.add(self.keys[i + 1])
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
        for word, times in Counter(filter(peoples.__contains__, self.tokens.words)).items():
            if word not in _AMBIGUOUS:
                self.countries[peoples[word]] += times * 0.3

    def _name(self, mention: Mention[Place], found: tuple[Candidate, ...]) -> Name:
        name, kind = mention.value.name, mention.value.kind
        if found or mention.rule == "place/gazetteer":
            return Name(found, [])
        words = name.split()
        if mention.rule == "place/people":
            land = _country_names().get(place_rules().peoples.get(words[0], ""), "")
            return Name(tuple(c for c in self.gazetteer.lookup(land) if c.kind == "country")[:1], [], partial=True)
        for rest in (" ".join(words[:-1]), " ".join(words[1:])) if len(words) > 1 else ():
            cut = words[-1] if name.startswith(rest) else words[0]
            known = self.gazetteer.lookup(rest)
            if kind == "unknown":
                if cut in place_rules().stop.attributes and known:
                    return Name(known, [], partial=True)
            elif same := tuple(c for c in known if c.kind == kind):
                return Name(same, [])
            elif known and kind in {"province", "district"}:
                return Name(known, [], partial=True)
        for size in range(len(words) - 1, 0, -1) if kind in {"facility", "landmark"} else ():
            known = self.gazetteer.lookup(" ".join(words[:size]))
            settled = known and known[0].kind in {"city", "province", "state", "region"}
            if settled and (known[0].population > 500_000 or fold(" ".join(words[:size])) in self.names):
                return Name(known, [], partial=True)
        return Name((), [])

    # -------------------------------------------------------------------------------------------------- locating

    def _located(self, index: int, mention: Mention[Place]) -> Mention[Place]:
        name = self.names[self.keys[index]]
        relation = relation_of(self.text, mention.start, mention.end)
        c = name.chosen
        if c is None:
            return self._contained(index, mention, relation)
        kind = mention.value.kind if name.partial else c.kind
        precision = "country" if c.kind == "country" else "containing" if name.partial else "exact"
        place = Place(
            name=mention.value.name if name.partial else c.name, kind="landmark" if kind == "unknown" else kind,
            country=c.country, admin1=c.admin1, lat=c.lat, lon=c.lon, geonameid=c.geonameid, precision=precision, relation=relation,
        )  # fmt: skip
        return Mention(mention.start, mention.end, place, f"{mention.rule}+{name.reason}", mention.source)

    def _contained(self, index: int, mention: Mention[Place], relation: str) -> Mention[Place]:
        """A name that no gazetteer holds: the coordinates of the place around it, by what the text says, else the nearest one."""
        kind = mention.value.kind if mention.value.kind != "unknown" else "landmark"
        held_by = self.names[self.keys[index]].held_by
        stated = [c for key in held_by for c in self.namesakes.meanings(key)[:1]]
        holder = next((c for c in stated if c.kind not in WIDE), None)
        if holder is None:
            land = next((c.country for c in stated if c.kind == "country"), None)
            holder = self._neighbour(index, land or self.namesakes.main_country())
            if land and holder and holder.country != land:
                holder = None
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

    def _neighbour(self, index: int, focus: str | None) -> Candidate | None:
        """The nearest located place, those before the mention counting as half as far as those after it."""
        here = self.found[index].start
        best: tuple[int, Candidate] | None = None
        for step in (-1, 1):
            for j in range(index + step, len(self.found) if step > 0 else -1, step):
                gap = abs(self.found[j].start - here) * (2 if step > 0 else 1)
                if gap > (_BESIDE if focus else _CLOSE):
                    break
                candidate = self.names[self.keys[j]].chosen
                if candidate is None or candidate.kind in WIDE or candidate.kind == "water":
                    continue
                if focus is not None and candidate.country not in {focus, None}:
                    continue
                if best is None or gap < best[0]:
                    best = (gap, candidate)
                break
        return best[1] if best else None

    def _focus(self) -> Candidate | None:
        """The country that the document is about, as a place."""
        country = self.namesakes.main_country()
        name = _country_names().get(country) if country else None
        return next((c for c in self.gazetteer.lookup(name) if c.kind == "country"), None) if name else None


@cache
def _country_names() -> dict[str, str]:
    return {p.country: p.name for p in own_places() if p.kind == "country" and p.country}


def _period(text: str) -> int | None:
    """The year that stands in the middle of those a text names, negative before Christ; None without any."""
    years = sorted(
        -int(m["year"]) if m["bc"] else int(m["year"]) for m in _YEAR.finditer(text) if int(m["year"]) < 2100
    )
    return years[len(years) // 2] if years else None
