"""What a noun phrase can be for an event: a party, a prize, a place by its name, a number that is nobody."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from pipeline.events.bearers import Bearers
from pipeline.rules.actors import actor_rules
from pipeline.rules.grammar import forms_of
from pipeline.rules.nouns import demonyms, powers
from pipeline.rules.places import place_rules

if TYPE_CHECKING:
    from pipeline.records import Actor, Mention

__all__ = ["ACTING", "DIRECTIONS", "FRACTIONS", "HELP", "OF_TARGETS", "RETAKEN", "WHEREABOUTS", "Phrases"]

DIRECTIONS = frozenset(
    side + end
    for side in ("north", "south", "east", "west", "north-east", "north-west", "south-east", "south-west")
    for end in ("", "ward")
) | {"northeast", "northwest", "southeast", "southwest", "outside", "upstream", "downstream", "inland"}
_OF_PLACES = frozenset({"BATTLE", "TERRITORY", "REMOTE", "MOVEMENT"})
_OF_SUFFERING = frozenset({"VIOLENCE", "CASUALTY", "DESTRUCTION", "DETENTION", "PROTEST", "HUMANITARIAN"})
_WITHIN = frozenset({"in", "at", "near", "off", "outside"})
OF_TARGETS = frozenset({"BATTLE", "REMOTE", "DESTRUCTION", "VIOLENCE", "PROTEST"})
_DETERMINED = 2
"""Tokens of a noun and its determiner."""
# What is left or entered.
_MOVED = frozenset({"advance", "withdraw"})
_OF_FLIGHT = frozenset({"advance", "besiege"})
_OF_STRUCK = frozenset({"DESTRUCTION", "REMOTE"})
_OF_WORKS = frozenset({"BATTLE", "REMOTE", "TERRITORY", "VIOLENCE"})
WHEREABOUTS = frozenset(
    {
        "north", "south", "east", "west", "outskirts", "edge", "area", "areas", "zone", "side", "mile", "miles", "kilometre", "kilometres", "kilometer", "kilometers", "meter", "metre",
        "meters", "metres", "yard", "yards", "foot", "feet", "part", "parts", "place", "places", "location", "locations", "site", "point", "ground", "interior", "seat", "mainland", "capital", "border", "frontier",
        "river", "sea", "road", "roads", "countryside", "land", "lands", "field", "city", "town", "village", "front", "territories", "districts", "provinces", "borders", "settlements", "blocks",
    }
)  # fmt: skip
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
_DRIVING = frozenset({"push-back", "push-to", "drive-out", "pursue"})
# *repulsed Hancock*: it is men that are beaten.
_OF_MEN = frozenset({"repel", "victory", "clash", "counterattack"})
_LANDS = frozenset({"country", "nation", "state", "kingdom", "island", "continent", "land"})
_POWERS = frozenset({"country", "polity"})
_AREAS = frozenset({
    "area", "neighbourhood", "neighborhood", "quarter", "suburb", "sector", "zone", "village", "district", "subdistrict", "county", "region",
    "municipality", "commune", "township", "department", "locality",
})  # fmt: skip
# Works that are no facility to be struck, but held like one.
_POSTS = frozenset({"airstrip", "arsenal", "complex", "compound", "embankment", "port", "quarry", "ministry"})
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
HELP = frozenset({
    "support", "help", "assistance", "aid", "backing", "approval", "consent", "permission", "blessing", "connivance", "encouragement",
    "cooperation", "acquiescence", "authorisation", "authorization", "complicity", "sponsorship", "funding", "knowledge",
})  # fmt: skip
"""With what others stand by a deed that is not theirs: *with the backing of Khartoum*."""
FRACTIONS = frozenset(
    {"third", "thirds", "fourth", "fourths", "quarter", "quarters", "fifth", "fifths", "tenth", "half"}
)
_PARTS_OF_LANDS = frozenset({
    "coast", "coasts", "coastline", "shore", "shores", "border", "borders", "frontier", "outskirts", "suburb", "suburbs", "walls", "gates", "streets",
    "harbor", "harbour", "docks", "waterfront", "edge", "interior", "hinterland", "countryside", "heartland", "airport",
    "airfield", "airfields", "airspace", "waters", "north", "south", "east", "west", "beaches", "fortifications", "defences", "defenses", "tip", "slopes", "slope", "summit",
})  # fmt: skip
_OF_SHIPS = frozenset({"torpedo", "torpedoes"})
_LINES_OF_MEN = frozenset(
    {"left", "right", "centre", "center", "flank", "wing", "line", "lines", "reserve", "reserves", "van", "rear"}
)
_LINES = frozenset({"railway", "pipeline", "infrastructure", "convoy"})
RETAKEN = frozenset({"capture", "recapture"})
_OF_TAKING = RETAKEN | {"besiege"}
# What a place does itself: *the starving city surrendered*.
_OF_TOWNS = frozenset({"surrender", "revolt"})
ACTING = ("force", "person", "polity", "materiel")


_CAMPS = frozenset(
    {
        "camp",
        "base",
        "headquarters",
        "fort",
        "position",
        "barricade",
        "wall",
        "gate",
        "trench",
        "redoubt",
        "bastion",
        "stockade",
    }
)


@cache
def _storming() -> frozenset[str]:
    return forms_of(("storm", "assault", "raid"))


class Phrases(Bearers):
    """Judges the noun phrases around one event."""

    def next_deed(self, chunk: int) -> bool:
        """*the attack of X in 1695 and the siege of Y*, *, the siege of Y*: a further deed of a list, with what hangs on it."""
        scene, first = self.scene, self.scene.chunks[chunk].first
        if not scene.is_a(chunk, "event") or scene.parse.codes[first] != "D":
            return False
        joined = scene.parse.codes[first - 1] in ("K", ",") or scene.lower[first - 3 : first] == ["as", "well", "as"]
        return joined and scene.after(chunk, "of", "at", "on") is not None

    def _is_prize(self, chunk: int) -> bool:
        """*captured seven ships*, *surrounded the brigade*: no place, but what was taken or cut off."""
        scene = self.scene
        if scene.parse.codes[scene.chunks[chunk].head] == "O":
            # *pursued them*; what *captured them* means may be places.
            phrase = scene.chunks[chunk]
            return self.candidate.rule.subtype in _OF_FLIGHT and bool(scene.actors_in(phrase.first, phrase.last))
        if scene.head(chunk) in _LANDS or scene.head(chunk) in ("lives", "casualties"):
            # *captured a third of the nation*
            return False
        if scene.is_a(chunk, "force", "materiel", "person") or self._is_work(chunk) or self._is_ship(chunk):
            return True
        if self._is_called(chunk) or self._is_line_of(chunk) or self._is_a_people(chunk):
            return True
        if scene.is_a(chunk, "polity") and not scene.is_a(chunk, "abstract", "place", "event"):
            return True
        fraction = scene.head(chunk) in FRACTIONS
        if (fraction or scene.is_a(chunk, "partitive")) and (behind := scene.after(chunk, "of")) is not None:
            return self._is_prize(behind)
        classes = scene.classes.get(scene.head(chunk), frozenset())
        if scene.parse.codes[scene.chunks[chunk].head] == "N" and classes <= {"partitive"}:
            # *and seized equipment and documents*: things that no class names, but several of them.
            return scene.head(chunk).endswith("s") and not scene.head(chunk).endswith("ss")
        at = scene.tokens.starts[scene.chunks[chunk].head]
        phrase = scene.chunks[chunk]
        return any(a.start <= at < a.end for a in scene.actors_in(phrase.first, phrase.last))

    def _is_a_people(self, chunk: int) -> bool:
        """*surrounded the Apache*: a people by its name in the singular."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        return scene.parse.codes[phrase.first : phrase.last] == "DM" and scene.head(chunk) in demonyms()

    def _is_called(self, chunk: int) -> bool:
        """*the privateer Monsieur*, *his ship Age d'Or*: a ship with its name."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        at = phrase.head
        while at > phrase.first and scene.parse.codes[at] == "M":
            at -= 1
        return at < phrase.head and scene.parse.codes[at] == "N" and "naval" in scene.classes.get(scene.lower[at], ())

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
        where = scene.chunk_of[phrase.last + 1] if scene.lower[phrase.last : phrase.last + 1] == ["at"] else -1
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

    def _is_work(self, chunk: int) -> bool:
        """*recaptured key positions*, *took the trading forts*: works without a name, but for what stands for one."""
        scene = self.scene
        if (
            self.candidate.rule.subtype not in _OF_TAKING
            or not scene.head(chunk).endswith("s")
            or scene.head(chunk) in WHEREABOUTS
            or scene.parse.codes[scene.chunks[chunk].first] == "P"
        ):
            return False
        works = scene.is_a(chunk, "place", "facility") and not scene.is_a(chunk, "container", "abstract", "event")
        return works and not self.owner.antecedents.describes(chunk)

    def because(self, preposition: int) -> bool:
        """*due to the fall of Riga*, *because of a raid on Riga*, *as part of the Treaty of Riga*: why, not where."""
        word, before = self.scene.lower[preposition], self.scene.lower[max(preposition - 3, 0) : preposition]
        if not before or word not in ("to", "of"):
            return False
        if word == "to":
            return before[-1] in _OWING
        if before[-3:] == ["in", "the", "form"]:
            return True
        told = before[-1] in _AS_PART and (before[-2:-1] == ["as"] or before[-3:-1] == ["as", "a"])
        return told or before[-1] == "because" or (before[-1] in _IN_VIEW and before[-2:-1] in (["in"], ["on"]))

    def _is_ground_of(self, chunk: int) -> bool:
        """*several positions*, *six buildings*: works of nobody, that are told by where they lie."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        if self.candidate.rule.subtype not in RETAKEN or "M" in scene.parse.codes[phrase.first : phrase.last]:
            return False
        return scene.is_a(chunk, "place") and not scene.is_a(chunk, "force", "materiel", "person", "polity")

    def _is_post(self, chunk: int) -> bool:
        """*captured the airport*, *took the railway station*: one work without a name, where none that was named before is meant."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        head = scene.head(chunk)
        taken = self.candidate.rule.subtype in _OF_TAKING or scene.lower[phrase.first] == "the"
        if self.candidate.rule.type != "TERRITORY" or scene.parse.codes[phrase.head] != "N" or not taken:
            return False
        alone = scene.parse.codes[phrase.first] in "DP" and scene.after(chunk, "of") is None and not head.endswith("s")
        alone = alone and not scene.places_in(phrase.first, phrase.last) and head not in _LINES
        works = head in _POSTS or (scene.is_a(chunk, "facility") and not scene.is_a(chunk, "force"))
        return alone and works and self.owner.antecedents.of(chunk) is None

    def _is_stormed(self, chunk: int) -> bool:
        """*stormed the palace*, *assaulted the hospital*: a building that is entered is where; a camp is who lies in it."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        rule, index = self.candidate.rule, self.candidate.clause
        if rule.subtype not in ("attack", "raid") or index is None or rule.form != "verb" or scene.passive(index):
            return False
        stormed = scene.lower[scene.verb(index)] in _storming() and scene.lower[phrase.first] == "the"
        built = (
            scene.is_a(chunk, "facility")
            and not scene.is_a(chunk, "force", "materiel")
            and scene.head(chunk) not in _CAMPS
        )
        bare = scene.parse.codes[phrase.head] == "N" and not scene.places_in(phrase.first, phrase.last)
        return stormed and built and bare and not scene.head(chunk).endswith("s")

    def _placed_by_name(self, chunk: int) -> bool:
        """*the mission station at Rorke's Drift*: a building whose whereabouts a name tells."""
        where = self.scene.after(chunk, "at", "in", "near")
        phrase = self.scene.chunks[chunk if where is None else where]
        return where is not None and bool(self.scene.places_in(phrase.first, phrase.last))

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
            return not within and (chunk < 0 or scene.head(chunk) not in _PARTS_OF_LANDS)
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
        token = scene.tokens.token_span(place.start, place.end)[0]
        chunk = scene.chunk_of[token]
        if chunk < 0 or token >= scene.chunks[chunk].head or not scene.is_a(chunk, "place", "facility"):
            return False
        behind = scene.after(chunk, "of")
        if behind is None:
            return False
        named = scene.places_in(scene.chunks[behind].first, scene.chunks[behind].last)
        # *the Garamba region of Congo*, *the Muidumbe district of Cabo Delgado*: the name is that of the part.
        return scene.head(chunk) not in _AREAS and any(place.value.kind not in _POWERS for place in named)

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

    def _built(self, chunk: int, place: Mention[Any]) -> bool:
        """*the Long Bridge*, *the Great Mosque of al-Nuri*: a named building."""
        kind = place.value.kind
        return kind == "facility" or (kind == "landmark" and self.scene.is_a(chunk, "facility"))

    def _local_name(self, chunk: int, *, fled: bool = False) -> bool:
        """A name that no finder knows, attacked or taken: a place, unless its words speak of people, things or deeds."""
        scene = self.scene
        phrase = scene.chunks[chunk]
        town = self._is_town(chunk)
        if self.candidate.rule.type not in _OF_PLACES and not (
            town or fled or self.candidate.rule.entry.name.startswith("sack") or self._lies_in(chunk)
        ):
            # *sacked Sozopetra*
            return False
        words = scene.lower[phrase.first : phrase.last]
        works = scene.is_a(chunk, "place", "facility")
        built = works and scene.parse.codes[phrase.head - 1 : phrase.head + 1] == "MM" and not self._names_person(chunk)
        if not built and any(not scene.classes.get(word, frozenset()).isdisjoint(_NO_PLACES) for word in words):
            # *entered the Executive Mansion*, but *attacked the Army of Islam*
            return False
        if phrase.temporal or any(word in demonyms() or word in powers() for word in words):
            return False
        at = scene.prepositions.get(chunk, phrase.first)
        alone = len(words) == 1 and (scene.lower[at] != "at" or self.candidate.first < at < self.candidate.last)
        moved = self.candidate.rule.subtype in _MOVED and self.candidate.rule.roles.get("object") == "place"
        weak = alone and not moved and scene.tokens.words[phrase.head] in place_rules().stop.weak
        if self._is_ship(chunk) or weak:
            # *attacked Wellington*: more often a man than a town; not so *at Clinton*, *left Franklin*.
            return False
        given = alone and scene.tokens.words[phrase.head] in actor_rules().given_names
        if given and (self.candidate.rule.type != "TERRITORY" or scene.after(chunk, "of") is not None):
            # *invading Bohemia, and Maximilian in exile*
            return False
        codes = scene.parse.codes[phrase.first : phrase.head + 1]
        if codes[-2:] == "MC" and len(words) == len(codes):
            # *recaptured Éliane 1*
            return self.candidate.rule.type == "TERRITORY" or self.candidate.rule.subtype == "attack"
        named = codes[-1] == "M"
        # *Tinnis fell*, *at Tres Acequias*; *attacked Spartans* is of people.
        located = at == phrase.first - 1 and scene.lower[at] in _WITHIN and codes.strip("M") == ""
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

    def _names_person(self, chunk: int) -> bool:
        """*General Thomas Wood*: whether an actor, a title or a given name stands in a noun phrase."""
        scene, phrase, rules = self.scene, self.scene.chunks[chunk], actor_rules()
        titled = any(word.rstrip(".") in rules.titles_of_persons for word in scene.lower[phrase.first : phrase.head])
        given = not rules.given_names.isdisjoint(scene.tokens.words[phrase.first : phrase.head])
        return titled or given or bool(scene.actors_in(phrase.first, phrase.last))

    def _lies_in(self, chunk: int) -> bool:
        """*were shot in Panjwaii*, *died at the Makhan compound*: where somebody suffered; not *in Operation Anvil*, *in the SPD*."""
        scene, phrase, at = self.scene, self.scene.chunks[chunk], self.scene.prepositions.get(chunk)
        if at is None or scene.lower[at] not in _WITHIN or self.candidate.rule.type not in _OF_SUFFERING:
            return False
        works = scene.is_a(chunk, "place", "facility")
        return works or (scene.parse.codes[phrase.first : phrase.last].strip("M") == "" and phrase.first == at + 1)

    def _is_ship(self, chunk: int) -> bool:
        """*the ironclads captured the Huáscar off Angamos*: a name with the article, where it is a ship's or ships are about."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        if scene.parse.codes[phrase.first : phrase.last] not in ("DM", "DMM") or scene.lower[phrase.first] != "the":
            return False
        if scene.tokens.words[phrase.head] in self.owner.ships:
            return True
        index = self.candidate.clause
        if index is None:
            return False
        clause = scene.clauses[index]
        naval = any(scene.is_a(c, "naval") for c in (*clause.subjects, *clause.objects))
        # *The Benalbanach was hit by two torpedoes*
        naval = naval or any(scene.head(c) in _OF_SHIPS for _, c in clause.obliques)
        return naval or any(scene.lower[at] == "off" for at, _ in clause.obliques)

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
            if scene.classes.get(scene.head(chunk)):
                return named or self._is_line(chunk)
            agents = scene.head(chunk).endswith(_AGENTS) and scene.head(chunk) not in _NO_AGENTS
            return named or agents or self._of_a_people(chunk)
        if scene.is_a(chunk, "facility"):
            return self.candidate.rule.type in OF_TARGETS
        if not named and scene.is_a(chunk, "place") and not scene.is_a(chunk, "abstract", "event"):
            return self._works(chunk)
        return named or not scene.is_a(chunk, "abstract", "event")

    def _is_line(self, chunk: int) -> bool:
        """*the Crusader centre attacked*: the men who stand there; not *their supply lines*."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        armed = self.candidate.rule.type in _OF_PLACES and scene.head(chunk) in _LINES_OF_MEN
        return armed and scene.parse.codes[phrase.head - 1] != "N" and not scene.places_in(phrase.first, phrase.last)

    def _is_line_of(self, chunk: int) -> bool:
        """*the Imperial centre*, *Lee's right*: a line of men, where a name or possessor tells whose."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        whose = "M" in scene.parse.codes[phrase.first : phrase.head]
        if scene.after(chunk, "of") is not None:
            # *Lee's line of retreat*
            return False
        return self._is_line(chunk) and (whose or bool(scene.actors_in(phrase.first, phrase.head)))

    def _of_a_people(self, chunk: int) -> bool:
        """*an incursion by Safavid ghazis*, *Russian sources claimed*: a word that no class knows for the men of a people."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        told = self.candidate.rule.type == "STATEMENT" or scene.lower[scene.prepositions.get(chunk, 0)] == "by"
        many = scene.head(chunk).endswith("s") and scene.parse.codes[phrase.head] == "N"
        return told and many and phrase.first < phrase.head and scene.lower[phrase.head - 1] in demonyms()

    def _are_some(self, chunk: int) -> bool:
        """*the other two secured the town*, *only about 70 escaped*, *200 of them*; not *the last of his troops*, *Teams 1 and 7*."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        behind = scene.after(chunk, "of")
        if behind is not None and scene.actors_in(scene.chunks[behind].first, scene.chunks[behind].last):
            return scene.parse.codes[scene.chunks[behind].head] == "O"
        return scene.parse.codes[phrase.first - 2 : phrase.first] != "CK" and scene.head(chunk) not in ("last", "first")

    def _works(self, chunk: int) -> bool:
        """Lines, flanks and walls are attacked like who holds them; towns and villages are burned, but not attacked without a name."""
        kind = self.candidate.rule.type
        if kind == "DESTRUCTION":
            phrase = self.scene.chunks[chunk]
            whole = chunk not in self.scene.prepositions and phrase.last - phrase.first == _DETERMINED
            if whole and self.owner.antecedents.of(chunk) is not None:
                # *the city was razed*: its name is where.
                return False
            named = self.scene.head(chunk) in ("city", "town", "village")
            # *a radar site*
            built = self.scene.head(chunk) == "site" and self.scene.parse.codes[phrase.head - 1] == "N"
            return self.scene.head(chunk) not in WHEREABOUTS or named or built
        if kind not in _OF_WORKS or self.scene.head(chunk) in WHEREABOUTS:
            return False
        phrase = self.scene.chunks[chunk]
        peopled = "M" in self.scene.parse.codes[phrase.first : phrase.head] and self.scene.head(chunk).endswith("s")
        return peopled or not self.owner.antecedents.describes(chunk)
