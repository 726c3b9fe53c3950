"""What a noun phrase can be for an event: a party, a prize, a place by its name, a number that is nobody."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from pipeline.events.kinds import OF_PLACES, POWERS, RETAKEN, VIOLENT
from pipeline.events.works import Works
from pipeline.rules.actors import actor_rules
from pipeline.rules.grammar import forms_of
from pipeline.rules.nouns import ACTING, demonyms, powers
from pipeline.rules.places import place_rules

if TYPE_CHECKING:
    from pipeline.records import Actor, Mention

__all__ = ["BACKING", "DIRECTIONS", "Phrases"]

DIRECTIONS = frozenset(
    side + end
    for side in ("north", "south", "east", "west", "north-east", "north-west", "south-east", "south-west")
    for end in ("", "ward")
) | {"northeast", "northwest", "southeast", "southwest", "outside", "upstream", "downstream", "inland"}
_OF_SUFFERING = frozenset({"VIOLENCE", "CASUALTY", "DESTRUCTION", "DETENTION", "PROTEST", "HUMANITARIAN"})
_WITHIN = frozenset({"in", "at", "near", "off", "outside"})
# What is left or entered.
_MOVED = frozenset({"advance", "withdraw"})
# Before a river's name: *on the bank of the Ushakovka*, *the bridge over the Gorgopotamos*.
_WATERSIDES = {
    "of": frozenset({"bank", "banks", "shore", "shores", "mouth"}),
    "over": frozenset({"bridge", "bridges", "viaduct", "crossing", "crossings"}),
    "across": frozenset({"bridge", "bridges", "viaduct", "crossing", "crossings"}),
}
# What else a road is called: *on the Springfield Pike*.
_ROADS = frozenset({"pike"})
_OF_STRUCK = frozenset({"DESTRUCTION", "REMOTE"})
_NO_PLACES = frozenset({"force", "person", "materiel", "event", "abstract"})
# Nouns of those who do something: operators, gunners, activists, assailants, engineers, horsemen.
_AGENTS = ("ers", "ors", "ists", "ants", "eers", "men", "ians")
# Those of the same ends that are things.
_NO_AGENTS = frozenset({
    "factors", "matters", "letters", "orders", "papers", "numbers", "errors", "offers", "answers", "craters", "computers", "chapters", "prayers",
    "sensors", "reactors", "corridors", "doors", "floors", "motors", "engines", "tremors", "dangers", "disasters", "encounters", "manoeuvers",
    "maneuvers", "showers", "fevers", "timbers", "ladders", "shoulders", "corners", "layers", "trailers", "containers", "boilers", "posters",
    "registers", "covers", "grants", "variants", "lists", "mirrors", "colors",
})  # fmt: skip
_SPEAKING = frozenset({
    "source", "sources", "outlet", "outlets", "channel", "channels", "network", "networks", "elements", "circles", "intelligence", "television", "radio",
})  # fmt: skip
"""Bodies that speak, whatever else the words may name."""
_REMAINDER = frozenset({"rest", "remainder", "half", "majority"})
_DRIVING = frozenset({"push-back", "push-to", "drive-out", "pursue"})
# *repulsed Hancock*: it is men that are beaten.
_OF_MEN = frozenset({"repel", "victory", "clash", "counterattack"})
_AREAS = frozenset({
    "area", "neighbourhood", "neighborhood", "quarter", "suburb", "sector", "zone", "village", "district", "subdistrict", "county", "region",
    "municipality", "commune", "township", "department", "locality",
})  # fmt: skip
_OWING = frozenset(
    {
        "due",
        "owing",
        "thanks",
        "response",
        "reaction",
        "retaliation",
        "prior",
        "opposition",
        "contrast",
        "addition",
        "according",
    }
)
_AS_PART = frozenset({"part", "result", "consequence"})
_IN_VIEW = frozenset({"account", "view", "support", "spite", "place", "anticipation", "defence", "defense"})
BACKING = frozenset({
    "support", "help", "assistance", "aid", "backing", "approval", "consent", "permission", "blessing", "connivance", "encouragement",
    "cooperation", "acquiescence", "authorisation", "authorization", "complicity", "sponsorship", "funding", "knowledge",
})  # fmt: skip
"""With what others stand by a deed that is not theirs: *with the backing of Khartoum*."""
_PARTS_OF_LANDS = frozenset({
    "territory", "territories", "soil", "province", "provinces", "coast", "coasts", "coastline", "shore", "shores", "border", "borders", "frontier", "outskirts", "suburb", "suburbs", "walls", "gates", "streets",
    "harbor", "harbour", "harbors", "harbours", "ports", "docks", "waterfront", "edge", "interior", "hinterland", "countryside", "heartland", "airport",
    "airfield", "airfields", "airspace", "waters", "north", "south", "east", "west", "beaches", "fortifications", "defences", "defenses", "tip", "slopes", "slope", "summit",
})  # fmt: skip
# What a place does itself: *the starving city surrendered*.
_OF_TOWNS = frozenset({"surrender", "revolt"})

_NO_WORKS = frozenset({
    "city", "town", "village", "capital", "line", "lines", "flank", "position", "positions", "camp", "camps", "headquarters", "front", "rear", "trenches", "left", "right", "centre",
    "center", "route", "path", "quarters", "house", "estate", "plantation", "farm",
})  # fmt: skip
"""A place of its own, or one of whoever stands or lives there: the name before may be a man's."""


@cache
def _burning() -> frozenset[str]:
    """Forms of the verbs of what is done to towns and houses."""
    return forms_of(("burn", "raze", "torch", "level", "flatten"))


class Phrases(Works):
    """Judges the noun phrases around one event."""

    def next_deed(self, chunk: int) -> bool:
        """*the attack of X in 1695 and the siege of Y*, *, the arrest of Y*: a further deed of a list, with what hangs on it."""
        scene, first = self.scene, self.scene.chunks[chunk].first
        if scene.parse.codes[first] != "D" or not (chunk in self.owner.told or scene.is_a(chunk, "event")):
            return False
        joined = scene.parse.codes[first - 1] in ("K", ",") or scene.lower[first - 3 : first] == ["as", "well", "as"]
        return joined and scene.after(chunk, "of", "at", "on") is not None

    def _is_people(self, chunk: int) -> bool:
        """Whether men are meant by a name that no finder knows: *defeated Hancock*, *drove the Ndwandwe across the river*."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        driven = self.candidate.rule.entry.name in _DRIVING or self._met_at(chunk) or self._marched_on(chunk)
        if driven or self.candidate.rule.subtype in _OF_MEN or self._is_sent(chunk) or self._robbed(chunk):
            return True
        named = scene.lower[phrase.first] == "the" and scene.parse.codes[phrase.first : phrase.last] == "DM"
        return named and self.candidate.rule.subtype == "advance" and not scene.is_a(chunk, "place", "facility")

    def _robbed(self, chunk: int) -> bool:
        """*seized the province from Liu Bei*: a name of several words from whom something is taken."""
        scene, phrase, at = self.scene, self.scene.chunks[chunk], self.scene.prepositions.get(chunk)
        if at is None or scene.lower[at] != "from" or self.candidate.rule.subtype not in RETAKEN:
            return False
        several = phrase.last - phrase.first > 1 and scene.parse.codes[phrase.first : phrase.last].strip("M") == ""
        return several and not scene.is_a(chunk, "place", "facility")

    def _marched_on(self, chunk: int) -> bool:
        """*marched against Asakura Yoshikage*: against whom one goes by a name that no gazetteer holds."""
        at = self.scene.prepositions.get(chunk)
        return at is not None and self.scene.lower[at] == "against" and self.candidate.rule.subtype == "advance"

    def _met_at(self, chunk: int) -> bool:
        """*attacked Schofield at Franklin*, *defended Acre against Bonaparte*: of a bare name it is told where he was met, or who came."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        if self.candidate.rule.type != "BATTLE" or scene.parse.codes[phrase.first : phrase.last] != "M":
            return False
        if (at := scene.prepositions.get(chunk)) is not None:
            return self.candidate.rule.subtype == "repel" and scene.lower[at] == "against"
        behind = phrase.last + 1
        joined = scene.lower[phrase.last : behind] == ["at"] and behind < len(scene.lower)
        where = scene.chunk_of[behind] if joined else -1
        return where >= 0 and scene.parse.codes[scene.chunks[where].head] == "M"

    def _is_sent(self, chunk: int) -> bool:
        """*sent Ney to Smolensk*, *marched to reinforce Bragg*: who is sent is no place, and a bare name that is joined is a man's."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        if self.candidate.rule.type != "MOVEMENT" or chunk in scene.prepositions:
            return False
        codes = scene.parse.codes[phrase.first : phrase.last]
        named = codes == "M" or (codes == "DM" and self.candidate.rule.subtype == "deploy")
        return named or (
            codes == "MM" and self.candidate.rule.subtype == "deploy" and not scene.is_a(chunk, "place", "facility")
        )

    def because(self, preposition: int) -> bool:
        """*due to the fall of Riga*, *because of a raid on Riga*, *as part of the Treaty of Riga*: why, not where."""
        word = self.scene.lower[preposition]
        if not preposition or word not in ("to", "of"):
            return False
        before = self.scene.lower[max(preposition - 3, 0) : preposition]
        if word == "to":
            return before[-1] in _OWING
        if before[-3:] == ["in", "the", "form"]:
            return True
        told = before[-1] in _AS_PART and (before[-2:-1] == ["as"] or before[-3:-1] == ["as", "a"])
        return told or before[-1] == "because" or (before[-1] in _IN_VIEW and before[-2:-1] in (["in"], ["on"]))

    def _is_work_in(self, chunk: int, place: Mention[Any]) -> bool:
        """*captured Riga's citadel*: a work of a town is in it; not *Porter's line*, *Sewell's Point*, *the oblast's second city*."""
        scene = self.scene
        if chunk < 0 or place.value.kind in POWERS or scene.parse.codes[scene.chunks[chunk].head] != "N":
            return False
        return scene.is_a(chunk, "place", "facility") and scene.head(chunk) not in _NO_WORKS

    def _possessor(self, place: Mention[Any]) -> bool:
        """*Iraq's army*, *a US response*: a country that owns what is spoken of is no place of the event."""
        scene = self.scene
        if scene.named_after(place):
            return True
        first, end = scene.tokens.token_span(place.start, place.end)
        if end >= len(scene.lower):
            return False
        chunk = scene.chunk_of[first]
        if scene.parse.codes[end] == "S":
            # *landed on Corsica's north coast*, *shelled Lviv's city centre*
            within = chunk >= 0 and scene.lower[scene.chunks[chunk].head - 1] in ("city", "town")
            return not (within or self._is_work_in(chunk, place)) and (
                chunk < 0 or scene.head(chunk) not in _PARTS_OF_LANDS
            )
        armed = not scene.classes.get(scene.lower[end], frozenset()).isdisjoint(("force", "polity"))
        if place.value.kind == "country" and armed and scene.parse.codes[end + 1 : end + 2] == "S":
            # *the Ukraine military's main centre*
            return True
        if (
            place.value.kind == "country"
            and chunk >= 0
            and end <= scene.chunks[chunk].head
            and scene.is_a(chunk, "force")
        ):
            # *the Nigeria army*
            return True
        if chunk >= 0 and end <= scene.chunks[chunk].head and scene.is_a(chunk, "naval"):
            # *a Manila galleon*: the name only tells ships from others.
            return True
        short = place.value.kind == "country" and scene.tokens.words[first].replace(".", "").isupper()
        return short and chunk >= 0 and end <= scene.chunks[chunk].head

    def _situates(self, place: Mention[Any]) -> bool:
        """*the Adriatic port of Ancona*: a name that only says which of the coasts a named place lies on."""
        scene = self.scene
        token = scene.tokens.token_at(place.start)
        chunk = scene.chunk_of[token]
        if chunk < 0 or token >= scene.chunks[chunk].head or not scene.is_a(chunk, "place", "facility"):
            return False
        behind = scene.of(chunk)
        if behind is None:
            return False
        named = scene.places_in(scene.chunks[behind].first, scene.chunks[behind].last)
        # *the Garamba region of Congo*, *the Muidumbe district of Cabo Delgado*: the name is that of the part.
        return scene.head(chunk) not in _AREAS and any(place.value.kind not in POWERS for place in named)

    def _only_counts(self, chunk: int) -> bool:
        """*suffered 100 killed*, *at a cost of 17 killed*, *no one was hurt*, *five or six men*: a number that is no party; of *300 were killed* it is."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        if scene.lower[phrase.head - 1] == "no" or scene.parse.codes[phrase.last : phrase.last + 2] == "KC":
            return True
        index = self.candidate.clause
        return index is not None and scene.clauses[index].link == "reduced"

    def _struck(self, actor: Mention[Actor], role: str) -> bool:
        """*Athens was razed*: a country or city that is struck is where."""
        felled = self.candidate.rule.type in _OF_STRUCK or self.candidate.rule.subtype in RETAKEN
        return role == "target" and felled and actor.rule == "actor/country"

    def _local_name(self, chunk: int, *, fled: bool = False) -> bool:
        """A name that no finder knows, attacked or taken: a place, unless its words speak of people, things or deeds."""
        scene = self.scene
        phrase = scene.chunks[chunk]
        codes = scene.parse.codes[phrase.first : phrase.head + 1]
        if "M" not in codes or phrase.temporal:
            return False
        town = self._is_town(chunk)
        if self.candidate.rule.type not in OF_PLACES and not (
            town
            or fled
            or self.candidate.rule.entry.name.startswith("sack")
            or self._lies_in(chunk)
            or self._burned_down(chunk)
        ):
            # *sacked Sozopetra*
            return False
        words = scene.lower[phrase.first : phrase.last]
        works = scene.is_a(chunk, "place", "facility")
        built = works or words[-1] in _ROADS
        built = (
            built
            and scene.parse.codes[phrase.head - 1 : phrase.head + 1] in ("MM", "SM")
            and not self._names_person(chunk)
        )
        if not built and any(not scene.classes.get(word, frozenset()).isdisjoint(_NO_PLACES) for word in words):
            # *entered the Executive Mansion*, but *attacked the Army of Islam*
            return False
        if not (demonyms().isdisjoint(words) and powers().isdisjoint(words)):
            return False
        at = scene.prepositions.get(chunk, phrase.first)
        alone = len(words) == 1 and (scene.lower[at] != "at" or self.candidate.first < at < self.candidate.last)
        moved = self.candidate.rule.subtype in _MOVED and self.candidate.rule.roles.get("object") == "place"
        weak = alone and not moved and scene.tokens.words[phrase.head] in place_rules().stop.weak
        if self._is_ship(chunk) or weak:
            # *attacked Wellington*: more often a man than a town; not so *at Clinton*, *left Franklin*.
            return False
        ambushed = self.candidate.rule.subtype == "ambush" and alone and chunk not in scene.prepositions
        if ambushed or scene.lower[at] == "with":
            # *Collins was ambushed*, *Lumumba, together with Mpolo, was flown to Katanga*
            return False
        given = alone and scene.tokens.words[phrase.head] in actor_rules().given_names
        if given and (self.candidate.rule.type != "TERRITORY" or scene.of(chunk) is not None):
            # *invading Bohemia, and Maximilian in exile*
            return False
        if codes[-2:] == "MC" and len(words) == len(codes):
            # *recaptured Éliane 1*
            return self.candidate.rule.type == "TERRITORY" or self.candidate.rule.subtype == "attack"
        named = codes[-1] == "M"
        # *Tinnis fell*, *at Tres Acequias*; *attacked Spartans* is of people.
        located = at == phrase.first - 1 and scene.lower[at] in _WITHIN and codes.strip("M") == ""
        located = located or self._is_water(chunk)
        many = words[-1].endswith("s") and not (works or located or self.candidate.rule.entry.name == "fall")
        if named and (many or any(letter.isdigit() for letter in words[-1])):
            return False
        # *the Dahiyat al-Assad district*: a name before the noun of a place; *a Sea Tiger base* is one of theirs.
        called = words[0] not in ("a", "an") and "M" in scene.parse.codes[phrase.first : phrase.head]
        return named or (called and scene.is_a(chunk, "place"))

    def _is_town(self, chunk: int) -> bool:
        """*burned Sawayama*: a bare name that the document gives to a place elsewhere."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        struck = self.candidate.rule.type in _OF_STRUCK or self.candidate.rule.subtype == "massacre"
        # *Ajdir was taken and burned*
        known = scene.span(phrase.first, phrase.last) in self.owner.made_places
        return struck and (known or " ".join(scene.tokens.words[phrase.first : phrase.last]) in self.owner.towns)

    def _burned_down(self, chunk: int) -> bool:
        """*burned Kalvorin*, *razed Igueriben to the ground*: a bare name that no finder knows, where towns are what is so destroyed."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        bare = scene.parse.codes[phrase.first : phrase.last].strip("M") == "" and chunk not in scene.prepositions
        return bare and self.candidate.rule.subtype == "destroy" and scene.lower[self.candidate.first] in _burning()

    def _names_person(self, chunk: int) -> bool:
        """*General Thomas Wood*: whether an actor, a title or a given name stands in a noun phrase."""
        scene, phrase, rules = self.scene, self.scene.chunks[chunk], actor_rules()
        titled = any(word.rstrip(".") in rules.titles_of_persons for word in scene.lower[phrase.first : phrase.head])
        given = not rules.given_names.isdisjoint(scene.tokens.words[phrase.first : phrase.head])
        return titled or given or bool(scene.actors_in(phrase.first, phrase.last))

    def _lies_in(self, chunk: int) -> bool:
        """*were shot in Panjwaii*, *died at the Makhan compound*: where somebody suffered; not *in Operation Anvil*, *in the SPD*."""
        scene, phrase, at = self.scene, self.scene.chunks[chunk], self.scene.prepositions.get(chunk)
        if at is None or self.candidate.rule.type not in _OF_SUFFERING:
            return False
        works = scene.is_a(chunk, "place", "facility")
        if self._is_water(chunk):
            return True
        if scene.lower[at] not in _WITHIN:
            # *were shot on Nevsky Avenue*
            return works and scene.lower[at] == "on" and scene.parse.codes[phrase.first : phrase.last].strip("M") == ""
        if scene.lower[at] == "at" and scene.parse.codes[phrase.first : phrase.last] == "DMM":
            # *were killed at the Feldman Ecopark*
            return True
        return works or (scene.parse.codes[phrase.first : phrase.last].strip("M") == "" and phrase.first == at + 1)

    def _is_water(self, chunk: int) -> bool:
        """*were shot on the bank of the Ushakovka*, *blew up the bridge over the Gorgopotamos*: a river that no gazetteer holds."""
        scene, phrase, at = self.scene, self.scene.chunks[chunk], self.scene.prepositions.get(chunk)
        if at is None or scene.lower[at - 1] not in _WATERSIDES.get(scene.lower[at], ()):
            return False
        return scene.lower[phrase.first] == "the" and scene.parse.codes[phrase.first + 1 : phrase.last].strip("M") == ""

    def _can(self, chunk: int, role: str) -> bool:
        """Whether a noun phrase that no finder knows may fill the role."""
        scene = self.scene
        if scene.is_a(chunk, *ACTING) or self._is_line_of(chunk):
            return True
        named = scene.parse.codes[scene.chunks[chunk].head] == "M"
        if role == "initiator" and scene.is_a(chunk, "place") and self.candidate.rule.subtype in _OF_TOWNS:
            return True
        if role == "initiator" and scene.parse.codes[scene.chunks[chunk].head] == "C":
            return self._are_some(chunk)
        if role == "initiator":
            phrase = scene.chunks[chunk]
            if not scene.classes.get(scene.head(chunk)) and "MS" in scene.parse.codes[phrase.first : phrase.head]:
                # *Drake's fireships*: what somebody has may act for him.
                return True
            if scene.head(chunk) in _REMAINDER and scene.of(chunk) is None:
                # *40,000 escaped, but the rest fled to the camp*
                return True
            if scene.classes.get(scene.head(chunk)):
                return named or self._is_line(chunk)
            agents = scene.head(chunk).endswith(_AGENTS) and scene.head(chunk) not in _NO_AGENTS
            return named or agents or self._of_a_people(chunk)
        if scene.is_a(chunk, "facility"):
            return self.candidate.rule.type in VIOLENT
        if not named and scene.is_a(chunk, "place") and not scene.is_a(chunk, "abstract", "event"):
            return self._works(chunk)
        return named or not scene.is_a(chunk, "abstract", "event")

    def _of_a_people(self, chunk: int) -> bool:
        """*an incursion by Safavid ghazis*, *Russian sources claimed*: a word that no class knows for the men of a people."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        if self.candidate.rule.type == "STATEMENT" and scene.head(chunk) in _SPEAKING:
            # *Other independent sources*, *British military intelligence*; not *faulty intelligence*
            named = "M" in scene.parse.codes[phrase.first : phrase.head]
            return named or scene.head(chunk).endswith(("s", "source", "outlet", "channel"))
        told = self.candidate.rule.type == "STATEMENT" or scene.lower[scene.prepositions.get(chunk, 0)] == "by"
        many = scene.head(chunk).endswith("s") and scene.parse.codes[phrase.head] == "N"
        return told and many and phrase.first < phrase.head and scene.lower[phrase.head - 1] in demonyms()

    def _are_some(self, chunk: int) -> bool:
        """*the other two secured the town*, *only about 70 escaped*, *200 of them*; not *the last of his troops*, *Teams 1 and 7*."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        behind = scene.of(chunk)
        if behind is not None and scene.actors_in(scene.chunks[behind].first, scene.chunks[behind].last):
            return scene.parse.codes[scene.chunks[behind].head] == "O"
        return scene.parse.codes[phrase.first - 2 : phrase.first] != "CK" and scene.head(chunk) not in ("last", "first")
