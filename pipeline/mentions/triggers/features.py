"""What conditions can name of a noun phrase: its head word, its noun classes, what a title or a ship's type says of a name."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pipeline.mentions.triggers.numerals import designation, many
from pipeline.mentions.triggers.pronouns import OF_TWO
from pipeline.rules.nouns import demonyms, noun_classes, states

if TYPE_CHECKING:
    from pipeline.records import Chunk, Parse, Tokens

__all__ = ["Features"]

# Who cannot fight any more: *shot a wounded man*.
_HELD = frozenset({"wounded", "captured", "captive", "surrendered", "surrendering", "disarmed", "bound", "blindfolded"})
_NAMELIKE = frozenset({"point", "place", "end", "head", "line"})
_LANDINGS = frozenset({"landing", "crossing"})
_SURNAMES = frozenset({
    "banks", "rivers", "waters", "woods", "fields", "brooks", "bridges", "mills", "parks", "wells", "gates", "ford", "hill", "lane", "wood", "field",
    "heath", "marsh", "moor", "dale", "glen", "lake", "park", "burns",
})  # fmt: skip
"""Nouns of places that bare are somebody's name."""
_FIGHTERS = frozenset({"fighter", "fighters", "trainer", "trainers"})
_AIRCRAFT = frozenset({
    "hunter", "camel", "gladiator", "buffalo", "lightning", "warhawk", "sabre", "corsair", "meteor", "vampire", "flanker", "fulcrum", "zero",
})  # fmt: skip
"""Before a fighter, what is an aircraft."""
_TOLD_OF = OF_TWO | {"remnant", "remnants", "remainder", "rest", "survivors", "majority", "bulk", "half"}
"""One of those told of, what is left of them, or most of them."""
_ONE_WHOSE = frozenset({"his", "her"})
_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "leading"})
_ARMS = frozenset(
    {
        "rifle",
        "tank",
        "artillery",
        "engineer",
        "mortar",
        "machine-gun",
        "assault",
        "reconnaissance",
        "anti-tank",
        "heavy",
        "ski",
        "bicycle",
    }
)
_COMMANDED = (["commanded"], ["led"], ["under"])
_FEW = frozenset({"pair", "duo", "trio"})
_STRETCHES = frozenset(
    {
        "amount",
        "amounts",
        "tract",
        "tracts",
        "swathe",
        "swathes",
        "swath",
        "swaths",
        "expanse",
        "expanses",
        "chunk",
        "chunks",
        "ton",
        "tons",
        "tonne",
        "tonnes",
        "crates",
        "truckloads",
        "boatloads",
        "shiploads",
        "barrels",
        "planeloads",
        "cylinders",
        "canisters",
    }
)
"""What *of* says what it is of, and that stands for no persons."""
_COUNTED = {
    "companies": "@force", "divisions": "division", "horse": "horse", "lances": "lances", "sabres": "sabres", "sabers": "sabers", "bayonets": "bayonets", "spears": "spears",
}  # fmt: skip
"""What counted is troops, and what conditions may call it."""
_WINGS = frozenset({"left", "right", "wing", "flank", "van"})
_COMPLEXES = frozenset({"complex", "compound", "castle", "courts", "villa", "manor"})
_BANDS = frozenset({"group", "groups", "team", "teams"})
_TROOPS_OR_NONE = frozenset({
    "position", "men", "head", "heads", "company", "houses", "body", "command", *_BANDS, *_FIGHTERS, *_COUNTED, *_WINGS,
})  # fmt: skip
"""Heads that are troops, persons or none by the words beside them."""
_OWNED = frozenset("PS")
_PARTIES = frozenset({"party", "parties", "band", "bands", "company", "companies", "group", "groups"})
_OF_TROOPS = frozenset({
    "attack", "assault", "strike", "battle", "army", "tank", "panzer", "carrier", "task", "combat", "tactical", "raiding", "invasion", "commando", "sabotage",
    "landing", "boarding", "demolition", "airborne", "armoured", "armored", "reconnaissance", "recon", "patrol", "sniper", "mortar", "machine-gun", "gun",
    "forces", "seal", "sas", "ranger", "spetsnaz", "paratroop", "infantry", "cavalry", "infiltration", "ambush", "scouting", "guerrilla",
})  # fmt: skip
"""What stands before a group or a team that fights."""
_UNITED = frozenset({"provinces", "colonies", "principalities"})

_CHARTERED = frozenset({"india", "indies", "bay", "muscovy", "levant", "africa", "guinea", "nigeria"})
_NO_DEEDS = frozenset({"house", "company", *_UNITED, *_NAMELIKE, *_SURNAMES, *_LANDINGS})
"""Heads of names that are no thing of that kind, by the words beside them."""
_NAMES = frozenset({"name", "title", "nickname", "surname", "pseudonym"})
_LED = frozenset(
    {"army", "navy", "military", "police", "mission", "delegation", "department", "family", "household", "service", "committee", "bureau", "office", "order", "intelligence"}
)  # fmt: skip
"""What has a head beside states and their bodies: *the head of the navy*, not *of the column*."""
_MANY = frozenset({"hundreds", "thousands", "millions"})


class Features:
    """The noun phrases of one text, asked for their classes."""

    def __init__(self, tokens: Tokens, parse: Parse, known: dict[int, frozenset[str]] | None = None) -> None:
        self.lower = tokens.lower
        self.words = tokens.words
        self.parse = parse
        self.codes = parse.codes
        self.chunks = parse.chunks
        self.chunk_of = parse.chunk_of
        self.classes = noun_classes()
        self.peoples = demonyms()
        self.states = states()
        self.known: dict[int, frozenset[str]] = {} if known is None else known
        """What was told before; two that are asked of one text may share it."""

    def features(self, chunk: int) -> frozenset[str]:
        """What conditions can name of a noun phrase: its head word (a name with its capital, too), its noun classes, and those of *half of X*."""
        if (found := self.known.get(chunk)) is not None:
            return found
        phrase = self.chunks[chunk]
        head, code = self.lower[phrase.head], self.codes[phrase.head]
        if head == "proper" and self.codes[phrase.head - 1] == "M":
            # *entered Kharkiv proper*
            head, code = self.lower[phrase.head - 1], "M"
        known = self._compound(phrase, head, code)
        classes = self.classes.get(known)
        names = {head, known, *_marked(classes)} if classes else {head, known}
        if code == "N" and head in _TROOPS_OR_NONE:
            names = self._of_troops(phrase, head, names)
        if code == "M":
            # *the Tamil Tigers* are no animals, *Lang Son* is nobody.
            names = (
                names - ({"@animal", "@person", head} if self._of_town(phrase, head) else {"@animal"})
            ) | self._of_name(phrase)
            # *the Second Afghan War*, not *the war*
            names.add(self.words[phrase.head])
            if head in _NO_DEEDS:
                names -= self._no_deed(phrase, head)
            if head in _NAMELIKE and set(self._codes(chunk)) == {"M"}:
                # *West Point*: a name of its own, not a point.
                names.discard(head)
        elif code in {"O", "D"} or self.lower[phrase.first] == "those" or head in _TOLD_OF or self._of_two(phrase):
            # *those responsible*; *the remnants fled*, *took the latter*: who they are was told.
            names = {head, "@pronoun"} if head in OF_TWO else names | {"@pronoun"}
        elif code == "C":
            names.add("@name" if "M" in self.codes[phrase.first : phrase.head] else "@number")
        if "@facility" in names:
            names.add("@place")
            if code == "M":
                # *occupied the General Post Office*, which nobody holds as an office
                names -= {"@abstract", "office"}
        if (head == "force" and self.lower[phrase.head - 1] == "air") or (code == "M" and self._airplane(head)):
            names.add("@airforce")
        if not _HELD.isdisjoint(self.lower[phrase.first : phrase.head]):
            names.add("@held")
        if phrase.temporal:
            names.add("@time")
        elif len(names) == 1:
            names.add("@unknown")
        if self.lower[phrase.last : phrase.last + 1] == ["of"] and chunk + 1 < len(self.chunks):
            names = self._with_what_it_is_of(chunk, code, head, names)
        self.known[chunk] = found = frozenset(names)
        return found

    def _with_what_it_is_of(self, chunk: int, code: str, head: str, names: set[str]) -> set[str]:
        """The features of a phrase that *of* joins to the next: *most of these demands*, *24 of his vessels*, *a party of Cossacks*."""
        after = self.chunks[chunk + 1]
        if after.first != self.chunks[chunk].last + 1:
            return names
        behind = self.features(chunk + 1)
        if head in _PARTIES and "@force" in behind:
            # *a party of Cossacks*, *a group of rebels*: troops
            return (names - {head}) | {"@force", "detachment"}
        if "@partitive" not in names and code not in "CD" and head != "body" and head not in _STRETCHES:
            return names
        if head == "body" and "@force" not in behind:
            return names
        # *most of these demands* is no pronoun, *24 of his vessels* are vessels, *a body of horse* is a force, *a majority of the men* are men.
        names = (names - {"@pronoun", "@place", "@abstract", "wave", "waves"}) | behind
        if self.codes[after.first : after.last].strip("M") == "":
            # *Most of Normandy was captured*: no men.
            names.discard("@partitive")
        if head in _MANY and self.lower[after.head] in self.peoples:
            names.add("@crowd")
        return names

    def _of_two(self, phrase: Chunk) -> bool:
        """*the pair retreated*; not *the pair of guns*."""
        named = self.lower[phrase.first] == "the" and self.lower[phrase.head] in _FEW
        return named and phrase.last - phrase.first == 2 and self.lower[phrase.last : phrase.last + 1] != ["of"]

    def _of_troops(self, phrase: Chunk, head: str, names: set[str]) -> set[str]:
        """The features of what may be troops, or their ground: *stationed his men on the lake*, *Smith's command embarked*; *MiG fighters* are none."""
        if head in _FIGHTERS and self._is_aircraft(self.lower[phrase.head - 1]):
            return (names - {"@force", "@person"}) | {"@airforce", "@materiel"}
        if head == "position" and self.lower[phrase.first] in _ONE_WHOSE:
            # *secured his position*: how he stood, no ground
            return names | {"@own"}
        if head == "men":
            return names - {"@person"}
        if head in ("head", "heads") and self._of_body(phrase):
            return names | {"@person"}
        if head == "company" and self._is_of_soldiers(phrase):
            return (names - {head}) | {"@force"}
        if head in _BANDS and phrase.head > phrase.first and self.lower[phrase.head - 1] in _OF_TROOPS:
            # *an attack group*, *the invasion team*: troops, as a battalion is, and no club.
            return (names - {head}) | {"@force", "battalion"}
        if head == "houses" and self.lower[phrase.first] in ("both", "two"):
            # *Both houses condemned the treaty*
            return names | {"@polity"}
        if head in _COUNTED and "C" in self.codes[phrase.first : phrase.last]:
            # *six companies of the Fusiliers*, *two divisions*: counted, they are no firms, nor discord; *500 horse*
            return (names - {head}) | {"@force", _COUNTED[head]}
        if head == "wing" and self._of_building(phrase):
            return (names - {"@force"}) | {"@place"}
        if head in _WINGS and phrase.head > phrase.first and self._of_an_army(phrase):
            return names | {"@force"}
        if head == "body" and self.lower[phrase.head - 1] == "main":
            return names | {"@force"}
        if head == "command" and phrase.head > phrase.first and self.codes[phrase.head - 1] in "PS":
            return (names - {"@abstract"}) | {"@force"}
        return names

    def _is_of_soldiers(self, phrase: Chunk) -> bool:
        """*a rifle company*, *the 5th company*, *the company commanded by Horn*: no firm."""
        before, behind = self.lower[phrase.head - 1], self.lower[phrase.last : phrase.last + 1]
        numbered = before[0].isdigit() or before in _ORDINALS
        return numbered or before in _ARMS or "force" in self.classes.get(before, ()) or behind in _COMMANDED

    def _owner(self, phrase: Chunk) -> str:
        """The head of what *of* joins right behind a phrase; nothing where none does, or where the text breaks off."""
        at = phrase.last + 1
        joined = self.lower[phrase.last : at] == ["of"] and at < len(self.lower)
        behind = self.chunk_of[at] if joined else -1
        return self.lower[self.chunks[behind].head] if behind >= 0 else ""

    def _of_body(self, phrase: Chunk) -> bool:
        """*the head of the navy*, *the head of state*; not *the head of the column*."""
        led = self._owner(phrase)
        return led in _LED or "polity" in self.classes.get(led, ())

    def _of_building(self, phrase: Chunk) -> bool:
        """*the west wing of the palace*; not *of the army*."""
        owner = self._owner(phrase)
        return owner in _COMPLEXES or "facility" in self.classes.get(owner, ())

    def _of_an_army(self, phrase: Chunk) -> bool:
        """*the French left*, *Lee's right*, *their left wing*: whose it is."""
        return not self.peoples.isdisjoint(self.lower[phrase.first : phrase.head]) or not _OWNED.isdisjoint(
            self.codes[phrase.first : phrase.head]
        )

    def _no_deed(self, phrase: Chunk, head: str) -> set[str]:
        """*West Point* is no point, *Pittsburg Landing* no deed, *General Banks* no banks: what features such a name has not."""
        if self._of_union(phrase, head) or self._of_dynasty(phrase, head):
            return {"@place", "@facility", head}

        if head == "company" and self.lower[phrase.head - 1] in _CHARTERED:
            # *the East India Company annexed Oudh*: a power, no firm.
            return {head}
        alone = set(self.codes[phrase.first : phrase.last]) == {"M"}
        if alone and head in _NAMELIKE:
            return {head}
        if alone and head in _SURNAMES and all(map(self._before_surname, self.lower[phrase.first : phrase.head])):
            return {head, *_marked(self.classes.get(head, frozenset()))}
        return {head, "@event", "@deed"} if alone and head in _LANDINGS and phrase.head > phrase.first else set()

    def _before_surname(self, word: str) -> bool:
        """*General Banks*, *N. P. Banks*; not *the Outer Banks*."""
        return word.endswith(".") or "person" in self.classes.get(word, ())

    def _compound(self, phrase: Chunk, head: str, code: str) -> str:
        """*suicide-bomber* for *two suicide bombers*, where the classes know it: no aircraft; *army* for *slave-army*; else the head."""
        joined = f"{self.lower[phrase.head - 1]}-{head}" if code == "N" and phrase.head > phrase.first else ""
        if joined in self.classes:
            return joined
        last = head.rpartition("-")[2]
        return head if head in self.classes or last not in self.classes or code != "N" else last

    def _of_name(self, phrase: Chunk) -> set[str]:
        """The classes of a phrase that ends in a name."""
        names, head = {"@name"}, self.lower[phrase.head]
        if not _NAMES.isdisjoint(self.lower[phrase.first : phrase.head]):
            # *took the name "Diocletianus"*: no place.
            names.add("name")
        if head in self.peoples and head not in self.states:
            names.add("@force")
        if self._of_dynasty(phrase, head):
            names.add("@polity")
        if head not in self.classes:
            # *Gen. Finegan's 5,000 Confederates* are no general.
            first = phrase.first + self.codes[phrase.first : phrase.head].rfind("S") + 1
            titles = {w for w in self.lower[first : phrase.head] if "person" in self.classes.get(w, ())}
            vessels = {w for w in self.lower[first : phrase.head] if "naval" in self.classes.get(w, ())}
            if vessels:
                # *the freighter Marucla*: a freighter.
                names |= vessels | {"@naval", "@materiel"}
            if titles:
                # *Archduke Franz Ferdinand*: an archduke.
                names |= titles | {"@person"}
                if any("commander" in self.classes[w] for w in titles):
                    names.add("@commander")
        if self._text(phrase) in self.states or self._of_union(phrase, head):
            names |= {"@state", "@polity"}
        elif head.endswith("s") and head not in self.classes and designation(self.words[phrase.head]):
            # *20 BMDs*, *ten of the T-72s*
            names.add("@materiel")
        elif head.endswith("s") and "C" in self.codes[phrase.first : phrase.head]:
            # *nearly 1,000 Hessians*
            names.add("@force")
        if head in self.peoples and any(map(many, self.lower[phrase.first : phrase.head])):
            # *some 50,000 Asians*: no army is counted so.
            names.add("@crowd")
        return names

    def _of_union(self, phrase: Chunk, head: str) -> bool:
        """*the newly formed United Provinces*; not *the northern provinces*."""
        return head in _UNITED and "united" in self.lower[phrase.first : phrase.head]

    def _of_dynasty(self, phrase: Chunk, head: str) -> bool:
        """*the House of Habsburg*, *the House of Commons*; not *Basing House*."""
        alone = head == "house" and self.lower[phrase.head - 1] in ("the", "of", "ruling", "royal")
        return alone and self.lower[phrase.last : phrase.last + 1] == ["of"]

    def _of_town(self, phrase: Chunk, head: str) -> bool:
        """*Lang Son*, *Sharm el Sheikh*: names of towns that end like persons."""
        return head == "son" or (
            phrase.head > phrase.first and self.lower[phrase.head - 1] in {"el", "al", "esh", "ash"}
        )

    def _text(self, phrase: Chunk) -> str:
        first = phrase.first + (self.codes[phrase.first] == "D")
        return " ".join(self.lower[first : phrase.last])

    def _airplane(self, head: str) -> bool:
        """*MiG-23s*, *F-16s*: an aircraft by its designation."""
        maker, _, number = head.partition("-")
        return number[:1].isdigit() and "airforce" in self.classes.get(maker + "-", ())

    def _is_aircraft(self, word: str) -> bool:
        """*jet fighters*, *MiG-21 fighters*, *Hurricane fighters*: before a fighter that flies."""
        known = (self.classes.get(form, ()) for form in (word, word + "s", word + "es"))
        return word in _AIRCRAFT or any("airforce" in classes for classes in known) or self._airplane(word)

    def _codes(self, chunk: int) -> str:
        return self.codes[self.chunks[chunk].first : self.chunks[chunk].last]


@cache
def _marked(classes: frozenset[str]) -> frozenset[str]:
    """The classes of a noun as conditions name them: ``@place``."""
    return frozenset("@" + name for name in classes)
