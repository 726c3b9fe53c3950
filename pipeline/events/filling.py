"""Filling of roles: noun phrases and mentions → places and parties of one event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pipeline.records import Argument
from pipeline.rules.events import demonyms, powers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.events.makers import Makers
    from pipeline.events.scene import Candidate
    from pipeline.records import Actor, Mention

__all__ = ["ACTING", "Filling"]

_OF_PARTIES = frozenset({"STATEMENT", "AGREEMENT", "POLITICS", "DETENTION", "HUMANITARIAN"})
_OF_PLACES = frozenset({"BATTLE", "TERRITORY", "REMOTE", "MOVEMENT"})
_OF_TARGETS = frozenset({"BATTLE", "REMOTE", "DESTRUCTION", "VIOLENCE", "PROTEST"})
_JOINING = frozenset({
    "of", "in", "near", "at", "on", "against", "into", "to", "towards", "round", "around", "outside", "across", "along",
})  # fmt: skip
_DETERMINED = 2
"""Tokens of a noun and its determiner."""
_OF_SHIPS = frozenset({"sink", "shootdown"})
# *fought Denmark*, *defeated Denmark*, *ceded Scania to Denmark*: a country is who, not where.
_OF_SIDES = frozenset({"clash", "victory", "transfer"})
_OF_FLIGHT = frozenset({"advance", "besiege"})
_OF_STRUCK = frozenset({"DESTRUCTION", "REMOTE"})
# *repulsed Hancock*: it is men that are beaten.
_OF_MEN = frozenset({"repel", "victory", "clash", "counterattack"})
_POWERS = frozenset({"country", "polity"})
_OF_WORKS = frozenset({"BATTLE", "REMOTE", "TERRITORY"})
_WHEREABOUTS = frozenset(
    {
        "north", "south", "east", "west", "outskirts", "edge", "area", "areas", "zone", "side", "mile", "miles", "kilometre", "kilometres", "kilometer", "kilometers", "meter", "metre",
        "meters", "metres", "yard", "yards", "foot", "feet", "part", "parts", "place", "places", "location", "locations", "site", "point", "ground", "interior", "seat", "mainland", "capital", "border", "frontier",
        "river", "sea", "road", "roads", "countryside", "land", "lands", "field", "city", "town", "village", "front",
    }
)  # fmt: skip
_NO_PLACES = frozenset({"force", "person", "materiel", "event", "abstract"})
# Nouns of those who do something: operators, gunners, activists, assailants, engineers, horsemen.
_AGENTS = ("ers", "ors", "ists", "ants", "eers", "men", "ians")
ACTING = ("force", "person", "polity", "materiel")


class Filling:
    """Collects the arguments of one event."""

    def __init__(self, owner: Makers, candidate: Candidate) -> None:
        self.owner = owner
        self.scene = owner.scene
        self.candidate = candidate
        self.roles = candidate.rule.roles
        self.places: dict[int, Argument[Any]] = {}
        self.actors: dict[tuple[int, str], Argument[Actor]] = {}

    def finished(self) -> tuple[tuple[Argument[Any], ...], tuple[Argument[Actor], ...]]:
        """Places and actors in reading order, each name once; a place that acts is no place of the event."""
        partied = self.candidate.rule.type in _OF_PARTIES
        partied = partied or self.candidate.rule.subtype in _OF_SIDES or self.candidate.rule.type == "TERRITORY"
        acting = {(a.mention.start, a.mention.end) for a in self.actors.values() if partied or a.role == "initiator"}
        places: dict[str, Argument[Any]] = {}
        for place in sorted(self.places.values(), key=lambda a: a.mention.start):
            if (place.mention.start, place.mention.end) not in acting:
                places.setdefault(place.mention.value.name, place)
        actors: dict[tuple[str, str], Argument[Actor]] = {}
        for actor in sorted(self.actors.values(), key=lambda a: (a.mention.start, a.role)):
            actors.setdefault((actor.mention.value.name, actor.role), actor)
        return tuple(places.values()), tuple(actors.values())

    def _take(self, chunks: Iterable[int], role: str, place_role: str) -> None:
        for described in chunks:
            chunk = self._named(described)
            if role in ("initiator", "target", "both"):
                self._party(chunk, "initiator" if role == "both" else role, place_role)
            elif role == "place":
                named = self._places_of(chunk, place_role)
                if place_role == "object" and not named and self._is_prize(chunk):
                    self._party(chunk, "target", place_role)

    def _named(self, chunk: int) -> int:
        """*the commander-in-chief, Joseph Joffre, …*: the name that stands in apposition, else the noun phrase itself."""
        scene = self.scene
        inner = chunk
        while (behind := scene.after(inner, "of")) is not None:
            inner = behind
        name = inner + 1
        codes = scene.parse.codes
        if codes[scene.chunks[chunk].head] != "N" or name >= len(scene.chunks):
            return chunk
        comma, last = scene.chunks[name].first - 1, scene.chunks[name].last
        if comma != scene.chunks[name - 1].last or codes[comma] != "," or codes[scene.chunks[name].head] != "M":
            return chunk
        listed = codes[last + 1 : last + 2] == "K" and codes[last + 2 : last + 3] not in list("LEZBHU")
        closed = last >= len(codes) or codes[last] in ".;:)" or (codes[last] == "," and not listed)
        persons = [a for a in scene.actors_in(comma, last) if a.value.kind == "person"]
        spoken_of = scene.is_a(chunk, "person") or any(
            a.value.kind == "person" for a in scene.actors_in(scene.chunks[chunk].first, comma)
        )
        return name if closed and (persons or spoken_of) and not scene.places_in(comma, last) else chunk

    def _is_prize(self, chunk: int) -> bool:
        """*captured seven ships*, *surrounded the brigade*: no place, but what was taken or cut off."""
        scene = self.scene
        if scene.parse.codes[scene.chunks[chunk].head] == "O":
            # *pursued them*; what *captured them* means may be places.
            phrase = scene.chunks[chunk]
            return self.candidate.rule.subtype in _OF_FLIGHT and bool(scene.actors_in(phrase.first, phrase.last))
        if scene.is_a(chunk, "force", "materiel", "person"):
            return True
        if scene.is_a(chunk, "polity") and not scene.is_a(chunk, "abstract", "place", "event"):
            return True
        if scene.is_a(chunk, "partitive") and (behind := scene.after(chunk, "of")) is not None:
            return self._is_prize(behind)
        classes = scene.classes.get(scene.head(chunk), frozenset())
        if scene.parse.codes[scene.chunks[chunk].head] == "N" and classes <= {"partitive"}:
            # *and seized equipment and documents*: things that no class names, but several of them.
            return scene.head(chunk).endswith("s") and not scene.head(chunk).endswith("ss")
        at = scene.tokens.starts[scene.chunks[chunk].head]
        phrase = scene.chunks[chunk]
        return any(a.start <= at < a.end for a in scene.actors_in(phrase.first, phrase.last))

    def _places_of(self, chunk: int, place_role: str) -> bool:
        """Whether there are places in a noun phrase and in what *of* and the like join to it; they are taken."""
        scene = self.scene
        phrase = scene.chunks[chunk]
        last = phrase.last
        for word, other in scene.tail(chunk):
            if word in _JOINING:
                last = scene.chunks[other].last
        found = False
        behind = scene.after(chunk, "of")
        own = scene.tokens.ends[(phrase if behind is None else scene.chunks[behind]).last - 1]
        for place in scene.places_in(phrase.first, last):
            if not self._possessor(place):
                self._place(place, place_role)
                # *captured the garrison in Memphis*: the place only says where it was.
                found = found or place.end <= own
        if not found:
            found = self._apposed(chunk, place_role)
        if not found and not scene.actors_in(phrase.first, phrase.last) and self._local_name(chunk):
            made = self.owner.make_place(chunk)
            if made is not None:
                self._place(made, place_role)
                found = True
        return found or self._country_taken(chunk, place_role)

    def _apposed(self, chunk: int, place_role: str) -> bool:
        """*the last stronghold, Acre, fell*: the place that stands in apposition between commas."""
        scene, codes, end = self.scene, self.scene.parse.codes, self.scene.chunks[chunk].last
        if chunk + 1 >= len(scene.chunks) or codes[end : end + 1] != "," or not scene.is_a(chunk, "place", "facility"):
            return False
        name = scene.chunks[chunk + 1]
        closed = name.first == end + 1 and codes[name.last : name.last + 1] in (",", ".", ";")
        listed = codes[name.last + 1 : name.last + 2] in ("K", "M", "D")
        places = scene.places_in(name.first, name.last) if closed and not listed else []
        for place in places:
            self._place(place, place_role)
        return bool(places)

    def _country_taken(self, chunk: int, place_role: str) -> bool:
        """*invaded Gaul*: a country that only the vocabulary of actors knows."""
        scene = self.scene
        at = scene.tokens.starts[scene.chunks[chunk].head]
        phrase = scene.chunks[chunk]
        actors = [a for a in scene.actors_in(phrase.first, phrase.last) if a.rule == "actor/country"]
        if not any(a.start <= at < a.end for a in actors) or (made := self.owner.make_place(chunk)) is None:
            return False
        self._place(made, place_role)
        return True

    def _places_meant(self, chunk: int, place_role: str) -> None:
        """*an attempt to capture Homs was repelled*: the places of what the deed meant to do."""
        scene = self.scene
        index = scene.clause_of[scene.chunks[chunk].last] if scene.chunks[chunk].last < len(scene.lower) else -1
        if (
            index < 0
            or scene.group(index).first != scene.chunks[chunk].last
            or scene.clauses[index].link not in ("infinitive", "purpose")
        ):
            return
        clause = scene.clauses[index]
        named = [p for p in scene.places_in(scene.verb(index) + 1, clause.last) if not self._possessor(p)]
        for place in named or filter(None, map(self.owner.antecedents.of, clause.objects)):
            self._place(place, place_role)

    def _possessor(self, place: Mention[Any]) -> bool:
        """*Iraq's army*, *a US response*: a country that owns what is spoken of is no place of the event."""
        scene = self.scene
        first, end = scene.tokens.token_span(place.start, place.end)
        if end >= len(scene.lower):
            return False
        if scene.parse.codes[end] == "S":
            return True
        chunk = scene.chunk_of[first]
        short = place.value.kind == "country" and scene.tokens.words[first].replace(".", "").isupper()
        return short and chunk >= 0 and end <= scene.chunks[chunk].head

    def _party(self, chunk: int, role: str, place_role: str) -> None:
        """Who acts or suffers in a noun phrase: a mention at its head, else the phrase itself where its head can act."""
        scene = self.scene
        phrase = scene.chunks[chunk]
        head_start = scene.tokens.starts[phrase.head]
        if phrase.temporal or any(m.start < head_start < m.end for m in self._filled()):
            return
        behind = scene.after(chunk, "of")
        last = scene.chunks[behind].last if behind is not None else phrase.last
        actors = scene.actors_in(phrase.first, last)
        at_head = [a for a in actors if a.start <= head_start < a.end]
        if at_head:
            if not (self._struck(at_head[0], role) and self._headed_by_place(chunk, role, place_role)):
                self._named_parties(at_head, chunk, role)
            return
        if self._headed_by_place(chunk, role, place_role):
            return
        if scene.parse.codes[phrase.head] in "OD" or (
            scene.parse.codes[phrase.head] == "C" and self._only_counts(chunk)
        ):
            return
        if scene.is_a(chunk, "event", "deed"):
            self._deed(chunk, role, place_role, actors)
            return
        if role == "target" and self.candidate.rule.subtype not in _OF_MEN and self._local_name(chunk):
            made = self.owner.make_place(chunk)
            named = scene.places_in(phrase.first, phrase.head) if made is None else (made,)
            for place in named:
                self._place(place, place_role)
            return
        if behind is not None and scene.head(chunk) in _WHEREABOUTS and scene.parse.codes[phrase.first] in "CA":
            # *six miles of the railway*
            self._party(behind, role, place_role)
            return
        if behind is not None and self._joined(chunk, behind, role, place_role):
            return
        if not self._can(chunk, role):
            for actor in actors:
                self._actor(actor, role)
            return
        self._itself(chunk, role)

    def _only_counts(self, chunk: int) -> bool:
        """*suffered 100 killed*, *at a cost of 17 killed*, *no one was hurt*, *five or six men*: a number that is no party; of *300 were killed* it is."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        if scene.lower[phrase.head - 1] == "no" or scene.parse.codes[phrase.last : phrase.last + 2] == "KC":
            return True
        index = self.candidate.clause
        return index is not None and scene.clauses[index].link == "reduced"

    def _itself(self, chunk: int, role: str) -> None:
        """The noun phrase as the party, unless its name only says where."""
        if role == "target" and self._at_named(chunk):
            return
        phrase = self.scene.chunks[chunk]
        mention = self.owner.make(phrase.first, phrase.last)
        if mention:
            self._actor(mention, role)

    def _fellows(self, chunk: int, behind: int, role: str) -> None:
        """*units of the 76th Division and the 98th Brigade*, *the republics of Russia and Georgia*: who else *of* joins to a body."""
        scene = self.scene
        joint, other = scene.prepositions[behind], behind + 1
        while other < len(scene.chunks) and scene.prepositions.get(other) == joint:
            phrase = scene.chunks[other]
            head = scene.tokens.starts[phrase.head]
            if scene.parse.codes[phrase.first] == "D" or scene.is_a(chunk, "polity"):
                for actor in scene.actors_in(phrase.first, phrase.last):
                    if actor.start <= head < actor.end:
                        self._actor(actor, role)
            other += 1

    def _deed(self, chunk: int, role: str, place_role: str, actors: list[Mention[Actor]]) -> None:
        """*the attack was repelled*: who did the deed that fills the role, and where it was done."""
        for actor in actors or self.owner.deeds.agents(chunk):
            self._actor(actor, role)
        if not actors and role == "initiator" and (owner := self._doer(chunk)) is not None:
            self._actor(owner, role)
        if role == "target":
            self._places_of(chunk, place_role)
            self._places_meant(chunk, place_role)

    def _doer(self, chunk: int) -> Mention[Actor] | None:
        """*Edward's attempt to relieve Stirling*: whose deed it is, where no finder knows the name."""
        phrase, codes = self.scene.chunks[chunk], self.scene.parse.codes
        at = next((k for k in range(phrase.first + 1, phrase.head) if codes[k] == "S"), None)
        if at is None or codes[at - 1] != "M":
            return None
        return self.owner.make(phrase.first, at)

    def _named_parties(self, at_head: list[Mention[Actor]], chunk: int, role: str) -> None:
        """The mention at the head of a noun phrase; *they*, where it stands for several, is several mentions."""
        for actor in at_head if at_head[0].value.antecedent else at_head[:1]:
            self._actor(actor, role)
        if (behind := self.scene.after(chunk, "of")) is not None:
            self._fellows(chunk, behind, role)

    def _struck(self, actor: Mention[Actor], role: str) -> bool:
        """*Athens was razed*: a country or city that is struck is where."""
        return role == "target" and self.candidate.rule.type in _OF_STRUCK and actor.rule == "actor/country"

    def _at_named(self, chunk: int) -> bool:
        """Whether what is struck is only a work at a named place: *the Yavoriv military base*; of *the Aleppo garrison* the place is taken, too."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        if self.candidate.rule.type not in _OF_TARGETS:
            return False
        if "S" in scene.parse.codes[phrase.first : phrase.head]:
            return False
        named = scene.places_in(phrase.first, phrase.head)
        for place in named:
            self._place(place, "site")
        works = scene.is_a(chunk, "facility", "place") and not scene.is_a(chunk, "materiel", "force")
        return bool(named) and works and self.candidate.rule.type != "DESTRUCTION"

    def _joined(self, chunk: int, behind: int, role: str, place_role: str) -> bool:
        """*dozens of rebels*, *80% of the buildings*, *the village of X*: what *of* joins fills the role."""
        scene = self.scene
        if not scene.is_a(chunk, "partitive", "container"):
            return False
        inner = scene.actors_in(scene.chunks[behind].first, scene.chunks[behind].last)
        if inner:
            self._actor(inner[0], role)
            return True
        if scene.is_a(chunk, "partitive"):
            self._party(behind, role, place_role)
            return True
        return self._headed_by_place(behind, role, place_role)

    def _headed_by_place(self, chunk: int, role: str, place_role: str) -> bool:
        """A place that acts, speaks or is spoken to is a party; one that is attacked or taken is a place."""
        scene = self.scene
        phrase = scene.chunks[chunk]
        head_start = scene.tokens.starts[phrase.head]
        behind = scene.after(chunk, "of")
        places = scene.places_in(phrase.first, phrase.last if behind is None else scene.chunks[behind].last)
        heading = next((p for p in places if p.start <= head_start < p.end), None)
        if heading is None or self._possessor(heading):
            return False
        rule = self.candidate.rule
        power = heading.value.kind in _POWERS
        sides = rule.subtype in _OF_SIDES and (power or rule.subtype == "transfer")
        # *Ukraine lost control of the city*, *took Corsica from Carthage*
        sides = sides or (rule.type == "TERRITORY" and (place_role == "origin" or (power and place_role == "site")))
        # *the evacuation of Kabul*, but *burned the Long Bridge*
        party = rule.type in _OF_PARTIES and not (role == "target" and rule.subtype == "evacuate")
        thing = rule.subtype in _OF_SHIPS or (rule.subtype == "destroy" and self._built(chunk, heading))
        if role == "initiator" or party or thing or sides:
            mention = self.owner.make(*scene.tokens.token_span(heading.start, heading.end))
            if mention:
                self._actor(mention, role)
        else:
            for place in scene.places_in(phrase.first, phrase.last) or [heading]:
                self._place(place, place_role)
        return True

    def _built(self, chunk: int, place: Mention[Any]) -> bool:
        """*the Long Bridge*, *the Great Mosque of al-Nuri*: a named building."""
        kind = place.value.kind
        return kind == "facility" or (kind == "landmark" and self.scene.is_a(chunk, "facility"))

    def _local_name(self, chunk: int, *, fled: bool = False) -> bool:
        """A name that no finder knows, attacked or taken: a place, unless its words speak of people, things or deeds."""
        scene = self.scene
        if self.candidate.rule.type not in _OF_PLACES and not fled:
            return False
        phrase = scene.chunks[chunk]
        words = scene.lower[phrase.first : phrase.last]
        if any(not scene.classes.get(word, frozenset()).isdisjoint(_NO_PLACES) for word in words):
            return False
        if phrase.temporal or any(word in demonyms() or word in powers() for word in words):
            return False
        codes = scene.parse.codes[phrase.first : phrase.head + 1]
        if codes[-2:] == "MC" and len(words) == len(codes):
            # *recaptured Éliane 1*
            return self.candidate.rule.type == "TERRITORY"
        named = codes[-1] == "M"
        works = scene.is_a(chunk, "place", "facility")
        if named and ((words[-1].endswith("s") and not works) or any(letter.isdigit() for letter in words[-1])):
            return False
        # *the Dahiyat al-Assad district*: a name before the noun of a place.
        return named or (scene.is_a(chunk, "place") and "M" in scene.parse.codes[phrase.first : phrase.head])

    def _can(self, chunk: int, role: str) -> bool:
        """Whether a noun phrase that no finder knows may fill the role."""
        scene = self.scene
        if scene.is_a(chunk, *ACTING):
            return True
        named = scene.parse.codes[scene.chunks[chunk].head] == "M"
        if role == "initiator":
            phrase = scene.chunks[chunk]
            if not scene.classes.get(scene.head(chunk)) and "MS" in scene.parse.codes[phrase.first : phrase.head]:
                # *Drake's fireships*: what somebody has may act for him.
                return True
            return named or (not scene.classes.get(scene.head(chunk)) and scene.head(chunk).endswith(_AGENTS))
        if scene.is_a(chunk, "facility"):
            return self.candidate.rule.type in _OF_TARGETS
        if not named and scene.is_a(chunk, "place") and not scene.is_a(chunk, "abstract", "event"):
            return self._works(chunk)
        return named or not scene.is_a(chunk, "abstract", "event")

    def _works(self, chunk: int) -> bool:
        """Lines, flanks and walls are attacked like who holds them; towns and villages are burned, but not attacked without a name."""
        kind = self.candidate.rule.type
        if kind == "DESTRUCTION":
            phrase = self.scene.chunks[chunk]
            whole = chunk not in self.scene.prepositions and phrase.last - phrase.first == _DETERMINED
            if whole and self.owner.antecedents.of(chunk) is not None:
                # *the city was razed*: its name is where.
                return False
            return self.scene.head(chunk) not in _WHEREABOUTS or self.scene.head(chunk) in ("city", "town", "village")
        if kind not in _OF_WORKS or self.scene.head(chunk) in _WHEREABOUTS:
            return False
        phrase = self.scene.chunks[chunk]
        peopled = "M" in self.scene.parse.codes[phrase.first : phrase.head] and self.scene.head(chunk).endswith("s")
        return peopled or not self.owner.antecedents.describes(chunk)

    def _filled(self) -> Iterable[Mention[Any]]:
        return (argument.mention for argument in self.actors.values())

    def _place(self, mention: Mention[Any], role: str) -> None:
        self.places.setdefault(id(mention), Argument(role, mention))

    def _actor(self, mention: Mention[Actor], role: str) -> None:
        other = "target" if role == "initiator" else "initiator"
        if (id(mention), other) not in self.actors:
            self.actors.setdefault((id(mention), role), Argument(role, mention))
