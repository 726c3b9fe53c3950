"""Mentions of noun phrases that no finder gave, made where an event gives them a role."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from itertools import compress, count
from typing import TYPE_CHECKING

from pipeline.events.antecedents import Antecedents
from pipeline.events.deeds import Deeds
from pipeline.frozen import replace
from pipeline.records import Actor, Mention, Place
from pipeline.rules.grammar import forms_of
from pipeline.rules.nouns import noun_classes
from pipeline.rules.places import place_rules

if TYPE_CHECKING:
    from pipeline.events.scene import Scene

__all__ = ["LED", "Makers"]

_STANDING = frozenset({"several", "some", "many"})
_TRIMMED = frozenset("DPA")
_LOCATING = frozenset({"at", "near", "outside"})
_OF_TOWNS = frozenset({
    "city", "town", "village", "fort", "fortress", "castle", "citadel", "garrison", "walls", "gates", "siege", "sieges", "harbour", "harbor", "port",
    "inhabitants", "townspeople", "citizens", "fortifications", "outskirts", "suburbs", "streets", "island", "hill", "towns", "villages", "monastery",
})  # fmt: skip
"""What a town has or is."""
_QUARTERS = frozenset({"North", "South", "East", "West"})
LED = "-led"
_TWO = 2
_OF_TWO = frozenset({"latter", "former"})
_LINES = frozenset({"railroad", "railway", "line", "turnpike"})
"""Bodies that are places, too."""


class Makers:
    """Makes mentions of noun phrases that no finder gave, where an event gives them a role; each stretch of words once."""

    def __init__(self, scene: Scene, title: str) -> None:
        self.scene = scene
        self.made: dict[tuple[int, int], Mention[Actor]] = {}
        self.made_places: dict[tuple[int, int], Mention[Place]] = {}
        self.antecedents = Antecedents(scene, title)
        self.deeds = Deeds(scene)
        self.told: frozenset[int] = frozenset()
        """Noun phrases that report events of their own."""
        self.reported: frozenset[int] = frozenset()
        """Clauses whose verbs do."""
        self.relative_of = {
            chunk: index
            for index, clause in enumerate(scene.clauses)
            if clause.link == "relative"
            for chunk in clause.subjects
        }
        """Noun phrase → the relative clause whose subject it is."""
        self.ships = _ships(scene)
        """Names that the document gives to ships: *the frigate Covadonga*, *HMS Hood*."""
        self.towns = _towns(scene)
        """Names of which the document says that somebody was there, or what a town has: *at Sawayama*, *the garrison of Odani*."""
        self._known = {(m.start, m.end): m for m in scene.mentions.actors}

    def make(self, first: int, last: int) -> Mention[Actor] | None:
        """An actor mention of a stretch of tokens, article and adverbs left out; the same object for the same words."""
        scene = self.scene
        alone = first == last - 1 and scene.lower[first] in _STANDING
        while (
            first < last and (scene.parse.codes[first] in _TRIMMED or scene.tokens.words[first] in '"“') and not alone
        ):
            first += 1
        while last > first and scene.tokens.words[last - 1] in '"”':
            last -= 1
        if first >= last:
            return None
        span = scene.span(first, last)
        if span in self._known:
            return self._known[span]
        if span not in self.made:
            if last - first == 1 and scene.lower[first] in _OF_TWO:
                return self._of_two(span, scene.lower[first])
            name = " ".join(scene.tokens.text[span[0] : span[1]].split())
            self.made[span] = Mention(*span, Actor(name, "other"), "actor/argument")
        return self.made[span]

    def make_leader(self, first: int, last: int) -> Mention[Actor]:
        """*a Tiger Forces-led attack*: a mention of who leads it, from a token on to what *-led* hangs on."""
        scene = self.scene
        span = scene.tokens.starts[first], scene.tokens.ends[last] - len(LED)
        if span not in self._known and span not in self.made:
            self.made[span] = Mention(*span, Actor(scene.tokens.text[span[0] : span[1]], "other"), "actor/argument")
        return self._known.get(span) or self.made[span]

    def _of_two(self, span: tuple[int, int], which: str) -> Mention[Actor] | None:
        """*attacked the guards, but the latter held out*: of two parties that the sentence or the one before it names last, the second or first."""
        scene = self.scene
        sentence = scene.tokens.sentence_at(span[0])
        before = scene.tokens.sentences[max(sentence.index - 1, 0)]
        for begin in (sentence, before if before.paragraph == sentence.paragraph else sentence):
            low, high = bisect_left(scene.actor_starts, begin.start), bisect_left(scene.actor_starts, span[0])
            named = {m.value.actor_id: m for m in scene.mentions.actors[low:high] if m.value.actor_id}
            if len(named) >= _TWO:
                break
        else:
            return None
        parties = list(named.values())
        told = parties[-1] if which == "latter" else parties[-_TWO]
        meant = told.value.antecedent or (told.start, told.end)
        self.made[span] = Mention(*span, replace(told.value, antecedent=meant), "actor/pronoun-group")
        return self.made[span]

    def make_post(self, chunk: int) -> Mention[Place]:
        """A place mention of a work that has no name, article left out."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        first = phrase.first
        while first < phrase.head and scene.parse.codes[first] in _TRIMMED:
            first += 1
        span = scene.span(first, phrase.last)
        if span not in self.made_places:
            name = " ".join(scene.tokens.text[span[0] : span[1]].split())
            self.made_places[span] = Mention(*span, Place(name, "facility"), "place/argument")
        return self.made_places[span]

    def _is_whose_name(self, chunk: int) -> bool:
        """*from the king, Sanda Thudhamma*, *to the Khan of Crimea, Islam Giray*: whether a name says who the person right before a comma is."""
        scene, first = self.scene, self.scene.chunks[chunk].first
        if chunk < 1 or scene.lower[first - 1] != "," or scene.chunks[chunk - 1].last != first - 1:
            return False
        before = chunk - 1
        if before > 0 and scene.of(before - 1) == before:
            before -= 1
        closed = scene.parse.codes[scene.chunks[chunk].last : scene.chunks[chunk].last + 1] in ",.;)"
        return scene.is_a(before, "person") and closed

    def make_place(self, chunk: int) -> Mention[Place] | None:
        """A place mention of a name that no gazetteer holds, where the event says that it is a place."""
        scene = self.scene
        phrase = scene.chunks[chunk]
        codes = scene.parse.codes
        if scene.lower[phrase.first - 2 : phrase.first] == ["hands", "of"] or self._is_whose_name(chunk):
            return None
        first, last = phrase.first, phrase.head + 1
        while first < last and codes[first] not in "MC":
            first += 1
        numbered = codes[phrase.head] == "C" and codes[phrase.head - 1] == "M"
        while last > first and codes[last - 1] != "M" and not numbered:
            last -= 1
        inner = scene.of(chunk)
        if inner is not None and last == phrase.last and scene.is_a(chunk, "place", "facility", "polity"):
            if scene.places_in(scene.chunks[inner].first, scene.chunks[inner].last):
                # *the Duchy of Pomerania*: Pomerania is the place.
                return None
            # *the Temple of the Tooth*
            last = scene.chunks[inner].last
        if first >= last or codes[last : last + 1] == "S" or not scene.tokens.words[first][0].isalnum():
            return None
        span = scene.span(first, last)
        if span[1] - span[0] < 3 or scene.overlaps(span):
            return None
        # *the Army of the Potomac*: what is part of a body's name is no place.
        before = bisect_left(scene.actor_starts, span[0]) - 1
        if before >= 0 and scene.mentions.actors[before].end >= span[1]:
            return None
        name = " ".join(scene.tokens.text[span[0] : span[1]].split())
        if span not in self.made_places:
            rules, word = place_rules(), scene.lower[last - 1]
            described = name.endswith("ism") or (name in rules.stop.never and name not in _QUARTERS)
            # *Russian-occupied territory*
            described = described or (name.rpartition("-")[2].islower() and "-" in name.rpartition(" ")[2])
            body = word in rules.context.bodies and word not in _LINES and word not in rules.types.civil
            # *near the Winfree House*
            body = body and not (word == "house" and last - first == _TWO)
            if name.isupper() or described or body:
                # *the Convention*, *Sunni neighbourhoods*, *the Army of Islam*, *the ranks of the NLF*
                return None
            self.made_places[span] = Mention(*span, Place(name, "landmark"), "place/argument")
        return self.made_places[span]


def _towns(scene: Scene) -> frozenset[str]:
    """The bare names behind *at* and *near*, those of whose walls and garrisons it is told, and those that are known elsewhere."""
    codes, lower, words = scene.parse.codes, scene.lower, scene.tokens.words
    named: set[str] = set()
    for chunk, at in scene.prepositions.items():
        if lower[at] in _LOCATING or (lower[at] == "of" and lower[at - 1] in _OF_TOWNS):
            first, last = scene.chunks[chunk].first, scene.chunks[chunk].last
            if first == at + 1 and codes[first:last].strip("M") == "":
                named.add(" ".join(words[first:last]))
    for at in compress(count(), map("whose".__eq__, lower[:-1])):
        # *Igueriben, whose garrison held out*
        if lower[at + 1] in _OF_TOWNS and codes[at - 2 : at] == "M,":
            named.add(words[at - 2])
    return frozenset(named)


@cache
def _boarding() -> frozenset[str]:
    """Forms of the verbs that say what befalls ships and nothing else."""
    return forms_of(("ram", "torpedo", "scuttle", "board"))


@cache
def _naval() -> frozenset[str]:
    """The nouns of ships."""
    return frozenset(word for word, names in noun_classes().items() if "naval" in names)


def _ships(scene: Scene) -> frozenset[str]:
    """The names right behind a noun of ships, and those of what is rammed, boarded or torpedoed."""
    words, codes = scene.tokens.words, scene.parse.codes
    marked = compress(count(), map(_naval().__contains__, scene.lower[:-1]))
    named = {words[at + 1] for at in marked if codes[at + 1] == "M"}
    for index, clause in enumerate(scene.clauses):
        if scene.lower[scene.verb(index)] in _boarding():
            # *rammed the Esmeralda*, *was torpedoed by the Emden*
            chunks = (scene.chunks[c] for c in (*clause.objects, *(clause.subjects if scene.passive(index) else ())))
            named |= {
                words[c.head] for c in chunks if codes[c.first : c.last] == "DM" and scene.lower[c.first] == "the"
            }
    return frozenset(named)
