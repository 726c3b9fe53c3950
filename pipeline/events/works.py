"""Works, ships and prizes: whether what a noun phrase says is a place where something happens, or what is struck or taken."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from pipeline.events.bearers import Bearers
from pipeline.events.kinds import OF_PLACES, RETAKEN
from pipeline.rules.grammar import forms_of
from pipeline.rules.nouns import demonyms

if TYPE_CHECKING:
    from pipeline.records import Mention

__all__ = ["FRACTIONS", "WHEREABOUTS", "Works"]

_DETERMINED = 2
"""Tokens of a noun and its determiner."""
_OF_FLIGHT = frozenset({"advance", "besiege"})
_OF_WORKS = frozenset({"BATTLE", "REMOTE", "TERRITORY", "VIOLENCE"})
WHEREABOUTS = frozenset(
    {
        "north", "south", "east", "west", "outskirts", "edge", "area", "areas", "zone", "side", "mile", "miles", "kilometre", "kilometres", "kilometer", "kilometers", "meter", "metre",
        "meters", "metres", "yard", "yards", "foot", "feet", "part", "parts", "place", "places", "location", "locations", "site", "point", "ground", "interior", "seat", "mainland", "capital", "border", "frontier",
        "river", "sea", "road", "roads", "countryside", "land", "lands", "field", "city", "town", "village", "front", "territories", "districts", "provinces", "borders", "settlements", "blocks",
    }
)  # fmt: skip
_LANDS = frozenset({"country", "nation", "state", "kingdom", "island", "continent", "land"})
# Works that are no facility to be struck, but held like one.
_POSTS = frozenset({"airstrip", "arsenal", "complex", "compound", "embankment", "port", "quarry", "ministry"})
_LANDFORMS = frozenset({
    "hill", "hills", "hilltop", "hillside", "height", "heights", "pass", "passes", "ridge", "ridges", "valley", "valleys", "mountain",
    "mountains", "mountainside", "slope", "slopes", "coast", "coasts", "shore", "shores", "river", "plain", "plains", "plateau", "crest", "summit",
    "spur", "gorge", "ravine", "wood", "woods", "forest", "forests", "swamp", "marsh", "desert", "dunes", "peak", "peaks", "ford",
})  # fmt: skip
"""Nobody holds what has no walls: *stormed the heights* says where."""
FRACTIONS = frozenset(
    {"third", "thirds", "fourth", "fourths", "quarter", "quarters", "fifth", "fifths", "tenth", "half"}
)
_OF_SHIPS = frozenset({"torpedo", "torpedoes"})
_LINES = frozenset({"railway", "pipeline", "infrastructure", "convoy"})
_OF_TAKING = RETAKEN | {"besiege"}
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

_LINES_OF_MEN = frozenset(
    {"left", "right", "centre", "center", "flank", "wing", "line", "lines", "reserve", "reserves", "van", "rear"}
)


@cache
def _storming() -> frozenset[str]:
    return forms_of(("storm", "assault", "raid"))


class Works(Bearers):
    """Judges the noun phrases around one event that speak of things."""

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
        if (fraction or scene.is_a(chunk, "partitive")) and (behind := scene.of(chunk)) is not None:
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

    def _is_line(self, chunk: int) -> bool:
        """*the Crusader centre attacked*: the men who stand there; not *their supply lines*."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        armed = self.candidate.rule.type in OF_PLACES and scene.head(chunk) in _LINES_OF_MEN
        return armed and scene.parse.codes[phrase.head - 1] != "N" and not scene.places_in(phrase.first, phrase.last)

    def _is_line_of(self, chunk: int) -> bool:
        """*the Imperial centre*, *Lee's right*: a line of men, where a name or possessor tells whose."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        whose = "M" in scene.parse.codes[phrase.first : phrase.head]
        if scene.of(chunk) is not None:
            # *Lee's line of retreat*
            return False
        return self._is_line(chunk) and (whose or bool(scene.actors_in(phrase.first, phrase.head)))

    def _is_called(self, chunk: int) -> bool:
        """*the privateer Monsieur*, *his ship Age d'Or*: a ship with its name."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        at = phrase.head
        while at > phrase.first and scene.parse.codes[at] == "M":
            at -= 1
        return at < phrase.head and scene.parse.codes[at] == "N" and "naval" in scene.classes.get(scene.lower[at], ())

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
        alone = scene.parse.codes[phrase.first] in "DP" and scene.of(chunk) is None and not head.endswith("s")
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

    def _built(self, chunk: int, place: Mention[Any]) -> bool:
        """*the Long Bridge*, *the Great Mosque of al-Nuri*: a named building."""
        kind = place.value.kind
        return kind == "facility" or (kind == "landmark" and self.scene.is_a(chunk, "facility"))

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
        if kind not in _OF_WORKS or self.scene.head(chunk) in WHEREABOUTS or self.scene.head(chunk) in _LANDFORMS:
            return False
        phrase = self.scene.chunks[chunk]
        peopled = "M" in self.scene.parse.codes[phrase.first : phrase.head] and self.scene.head(chunk).endswith("s")
        return peopled or not self.owner.antecedents.describes(chunk)
