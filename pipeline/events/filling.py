"""Filling of roles: noun phrases and mentions → places and parties of one event."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from pipeline.events.kinds import POWERS, RETAKEN, VIOLENT
from pipeline.events.outcome import OF_PARTIES, OF_SIDES, OF_VICTIMS
from pipeline.events.phrases import DIRECTIONS
from pipeline.events.pronouns import Pronouns
from pipeline.events.works import FRACTIONS, WHEREABOUTS
from pipeline.records import Argument
from pipeline.rules.nouns import ACTING, demonyms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.records import Actor, Mention

__all__ = ["Filling"]

_TAKEN = frozenset({"initiator", "target", "both", "place"})
"""Roles that a noun phrase can fill; a rule may say of another one that it fills none."""
_OF_SHIPS = frozenset({"sink", "shootdown"})
_THIRD = frozenset({"him", "her", "them", "it"})
_LOST = frozenset({"lives", "deaths"})
_THOSE = frozenset({"them", "these", "those"})
_EXTENTS = frozenset({"distance", "range"})
"""*fell back a short distance*, *a barrage at extreme range*: how far, not whom."""
_QUANTITIES = frozenset({"many", "several", "some"})
_SUFFERED = frozenset({
    "defeat", "rout", "capture", "death", "murder", "killing", "destruction", "assassination", "execution", "fall", "expulsion", "loss",
    "arrest", "massacre", "annihilation", "overthrow",
})  # fmt: skip
_RECIPROCAL = frozenset({"one", "other"})
_LANDS = frozenset({"country", "polity", "state", "province", "region", "district", "continent", "sea", "island"})


class Filling(Pronouns):
    """Collects the arguments of one event."""

    def _take(self, chunks: Iterable[int], role: str, place_role: str) -> None:
        if role not in _TAKEN:
            return
        chunks = tuple(chunks)
        if not chunks:
            return
        fell = self.candidate.rule.entry.name == "fall"
        several = len(chunks) > 1
        beside = (role == "place" and fell) or (several and self._are_places(chunks, role))
        told = dict.fromkeys(chain.from_iterable(map(self._examples, chunks))) if several else self._examples(chunks[0])
        for described in told:
            chunk = self._named(self._counted_of(described))
            bare = beside and self._is_bare(chunk) and (role == "place" or not self._holds_actor(chunk))
            if bare and (made := self.owner.make_place(chunk)) is not None:
                # *Izmail, Kilia and Akkerman fell*, *In 1571 Sawayama fell*, *sacked Antioch, Sis and Ayas*
                self._place(made, place_role)
                continue
            if role == "target" and self._is_stormed(chunk):
                if not self._placed_by_name(chunk):
                    self._place(self.owner.make_post(chunk), place_role)
            elif role == "place" and self._spoken_of_as_man(chunk):
                if (man := self.owner.make(self.scene.chunks[chunk].first, self.scene.chunks[chunk].last)) is not None:
                    self._actor(man, "target")
            elif role != "place" or (place_role == "object" and (self._felled_at(chunk) or self._chased(chunk))):
                party = "target" if role == "place" else role
                self._party(chunk, "initiator" if party == "both" else party, place_role)
            else:
                named = self._places_of(chunk, place_role)
                if place_role != "object" or named:
                    continue
                if self._is_prize(chunk) and self.owner.antecedents.of(chunk) is None:
                    known = set(self.actors)
                    self._party(chunk, "target", place_role)
                    if self._is_ground_of(chunk):
                        self.grounds |= set(self.actors) - known
                elif self._is_post(chunk):
                    self._place(self.owner.make_post(chunk), place_role)

    def _examples(self, chunk: int) -> Iterable[int]:
        """*Leaders such as Villa and Zapata attacked*: those named stand for whom the noun counts them among."""
        scene = self.scene
        last = scene.chunks[chunk].last
        such = scene.lower[last : last + 2] == ["such", "as"]
        if not such and scene.parse.codes[last : last + 1] not in (",", "("):
            return (chunk,)  # nothing is told behind most
        if not scene.is_a(chunk, "person", "force", "place", "materiel"):
            return (chunk,)
        told = tuple(scene.governed_from(chunk + 1)) if such else self._one_by_one(chunk)
        named = tuple(c for c in told if scene.parse.codes[scene.chunks[c].head] == "M")
        return named or (chunk,)

    def _holds_place(self, chunk: int) -> bool:
        phrase = self.scene.chunks[chunk]
        return bool(self.scene.places_in(phrase.first, phrase.last))

    def _are_places(self, chunks: tuple[int, ...], role: str) -> bool:
        """Whether of several names one is a place, so that all are: what is taken, or sacked."""
        sacked = role == "target" and self.candidate.rule.entry.name.startswith("sack")
        if role != "place" and not sacked:
            return False
        return any(self._holds_place(c) or (sacked and self._local_name(c)) for c in chunks)

    def _holds_actor(self, chunk: int) -> bool:
        phrase = self.scene.chunks[chunk]
        return bool(self.scene.actors_in(phrase.first, phrase.last))

    def _is_bare(self, chunk: int) -> bool:
        """Whether a noun phrase is one name and nothing else; no word of a class that begins its sentence."""
        phrase = self.scene.chunks[chunk]
        head = self.scene.head(chunk)
        named = self.scene.parse.codes[phrase.first : phrase.last] == "M" and head not in demonyms()
        return named and not self.scene.classes.get(head)

    def _party(self, chunk: int, role: str, place_role: str) -> None:
        """Who acts or suffers in a noun phrase: a mention at its head, else the phrase itself where its head can act."""
        scene = self.scene
        phrase = scene.chunks[chunk]
        head_start = scene.tokens.starts[phrase.head]
        if scene.lower[phrase.last - 1] in _RECIPROCAL and (
            scene.lower[phrase.last - 1 : phrase.last + 1] == ["one", "another"]
            or scene.lower[phrase.first : phrase.last] == ["each", "other"]
        ):
            # *fought one another*, *blamed each other*
            return
        direction = scene.parse.codes[phrase.head] == "J" and scene.head(chunk) in DIRECTIONS
        if phrase.temporal or direction or scene.head(chunk) in _EXTENTS:
            return
        by = scene.lower[scene.prepositions.get(chunk, 0)] == "by"
        if self._titles(chunk) or (by and scene.lower[phrase.first : phrase.last] == ["force"]):
            # *began his campaign by force*
            return
        for argument in self.actors.values():
            if argument.mention.start < head_start < argument.mention.end:
                return
        behind = scene.of(chunk)
        last = scene.chunks[scene.shared_noun(behind)].last if behind is not None else phrase.last
        if role == "initiator" and scene.head(chunk) in _SUFFERED:
            # *their defeat of the Poles opened the road*: not who suffered it.
            last = phrase.last
        actors = scene.actors_in(phrase.first, last)
        at_head = [a for a in actors if a.start <= head_start < a.end] or scene.name_from(chunk)
        if at_head:
            if not (self._struck(at_head[0], role) and self._headed_by_place(chunk, role, place_role)):
                self._named_parties(at_head, chunk, role)
            return
        if not self._headed_by_place(chunk, role, place_role):
            self._unknown_party(chunk, role, place_role, actors)

    def _unknown_party(self, chunk: int, role: str, place_role: str, actors: list[Mention[Actor]]) -> None:
        """The party of a noun phrase at whose head no mention stands: what *of* joins, the doer of a deed, the phrase itself."""
        scene, phrase, behind = self.scene, self.scene.chunks[chunk], self.scene.of(chunk)
        if chunk in scene.prepositions and (ruler := self._ruler(chunk)) is not None:
            self._actor(ruler, role)
            return
        if (scene.parse.codes[phrase.head] == "D" or scene.head(chunk) in FRACTIONS) and behind is not None:
            self._whole(behind, role, place_role)
            return
        if behind is not None and scene.head(chunk) in _LOST and role == "target":
            self._all_of(behind, role, place_role)
            return
        if self._some(chunk, behind, role) or self._attacked_before(chunk, role):
            return
        if scene.parse.codes[phrase.head] == "O" and role == "target":
            self._stood_for(chunk)
            return
        if scene.parse.codes[phrase.head] in "OD" or (
            scene.parse.codes[phrase.head] == "C" and self._only_counts(chunk)
        ):
            return
        if scene.is_a(chunk, "event", "deed") and not self._is_line_of(chunk):
            self._deed(chunk, role, place_role, actors)
            return
        if role == "target" and self._felled_at(chunk):
            self._itself(chunk, role)
            return
        given = place_role == "destination" and self.candidate.rule.subtype == "transfer"
        if role == "target" and not (given or self._is_people(chunk)) and self._local_name(chunk):
            made = self.owner.make_place(chunk)
            named = scene.places_in(phrase.first, phrase.head) if made is None else (made,)
            for place in named:
                self._place(place, place_role)
            if named or self.candidate.rule.type == "TERRITORY" or scene.parse.codes[phrase.head] == "M":
                return
        if behind is not None and scene.head(chunk) in WHEREABOUTS and scene.parse.codes[phrase.first] in "CA":
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

    def _attacked_before(self, chunk: int, role: str) -> bool:
        """*launched two attacks; both were repelled*: who began the attacks that a pronoun stands for."""
        repelled = role == "target" and self.candidate.rule.subtype == "repel"
        found = self.owner.deeds.meant(chunk) if repelled else []
        for actor in found:
            self._actor(actor, role)
        return bool(found)

    def _whole(self, chunk: int, role: str, place_role: str) -> None:
        """*most of his family*, *one fourth of the army*, *most of the French and British troops*: what some are taken of."""
        for one in range(chunk, self.scene.shared_noun(chunk) + 1):
            self._party(one, role, place_role)

    def _all_of(self, chunk: int, role: str, place_role: str) -> None:
        """*cost the lives of 40 men and two nurses*: all that the preposition governs."""
        for other in self.scene.governed_from(chunk):
            self._party(other, role, place_role)

    def _chased(self, chunk: int) -> bool:
        """*pursued Dupont to Lübeck*: a bare name that no finder knows."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        if self.candidate.chunk is not None:
            # *the battles of Rietfontein and Lombard's Kop*
            return False
        if scene.head(chunk) in _THIRD - {"it"} and self.candidate.rule.entry.name == "pursue":
            # *defeated Pompey and pursued him*
            return True
        codes = scene.parse.codes[phrase.first : phrase.last]
        bare = (codes == "M" or (codes.strip("M") == "" and self._marched_on(chunk))) and self._is_people(chunk)
        return bare and not scene.places_in(phrase.first, phrase.last)

    def _spoken_of_as_man(self, chunk: int) -> bool:
        """*seized Moctezuma in his palace and held him hostage*: a name, where the next verb has *him* as its object."""
        scene, phrase, index = self.scene, self.scene.chunks[chunk], self.candidate.clause
        bare = scene.parse.codes[phrase.first : phrase.last].strip("M") == ""
        if index is None or index + 1 >= len(scene.clauses) or not bare or self.candidate.rule.subtype not in RETAKEN:
            return False
        behind = scene.clauses[index + 1]
        joined = (
            behind.link == "conjunct" and behind.governor == index and behind.subjects == scene.clauses[index].subjects
        )
        return joined and any(scene.head(c) in ("him", "her") for c in behind.objects)

    def _felled_at(self, chunk: int) -> bool:
        """*Vercingetorix was besieged in Alesia*, *shut up Sviatoslav in Dorostolon*: a name that no finder knows, where it is said at which place."""
        scene, phrase, index = self.scene, self.scene.chunks[chunk], self.candidate.clause
        if index is None or scene.parse.codes[phrase.first : phrase.last] != "M":
            return False
        passive = scene.passive(index)
        if not passive and self.candidate.rule.subtype != "besiege":
            return False
        done_to = scene.clauses[index].subjects if passive else scene.clauses[index].objects
        if scene.places_in(phrase.first, phrase.last) or chunk not in done_to:
            return False
        held = (scene.chunks[c] for at, c in scene.clauses[index].obliques if scene.lower[at] in ("in", "at"))
        # *Kafr Zita was hit in Hama province*: a land may hold the town that was struck.
        return any(p.value.kind not in _LANDS for c in held for p in scene.places_in(c.first, c.last))

    def _stood_for(self, chunk: int) -> None:
        """*defeated Bayezid and took him prisoner*, *It was burned*: whom or what a pronoun stands for that no finder resolved."""
        self._take(self._same_objects(chunk), "target", "object")
        if (thing := self._same_thing(chunk)) is not None:
            phrase = self.scene.chunks[thing]
            if (mention := self.owner.make(phrase.first, phrase.last)) is not None:
                self._actor(mention, "target")

    def _some(self, chunk: int, behind: int | None, role: str) -> bool:
        """*eight of them were shot*, *many died*: a number or quantity of those spoken of before stands for them."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        if (whole := self._part_of(chunk)) is not None:
            self._actor(whole, role)
            return True
        if role != "target" or scene.lower[phrase.head - 1] == "no":
            return False
        counts = scene.parse.codes[phrase.head] == "C" and behind is not None
        if counts and behind is not None and scene.head(behind) in _THOSE:
            made = self.owner.make(phrase.first, phrase.last)
        elif scene.head(chunk) in _QUANTITIES and behind is None and phrase.last - phrase.first == 1:
            made = self.owner.make(phrase.head, phrase.last) if self.candidate.rule.type in OF_VICTIMS else None
        else:
            return False
        if made:
            self._actor(made, role)
        return made is not None

    def _part_of(self, chunk: int) -> Mention[Actor] | None:
        """*Eleven of the twelve deputies were shot*, *nine out of thirteen units fled*: the number with those of whom it is taken."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        of = phrase.last + (scene.lower[phrase.last : phrase.last + 1] == ["out"])
        if scene.parse.codes[phrase.head] != "C" or scene.prepositions.get(chunk + 1) != of or scene.lower[of] != "of":
            return None
        those = scene.chunks[chunk + 1]
        counted = scene.is_a(chunk + 1, *ACTING) and "C" in scene.parse.codes[those.first : those.head]
        return self.owner.make(phrase.first, those.last) if counted else None

    def _itself(self, chunk: int, role: str) -> None:
        """The noun phrase as the party, unless its name only says where."""
        if role == "target" and self._at_named(chunk):
            return
        phrase = self.scene.chunks[chunk]
        codes = self.scene.parse.codes
        if (
            codes[phrase.head] == "J"
            and codes[phrase.last : phrase.last + 1] in ("K", ",")
            and not self._are_men(chunk)
        ):
            # *the economic and industrial capacity*, *a short but desperate battle*
            return
        behind = self.scene.of(chunk)
        # *destroyed the House of Wisdom*; but *Thoros of Lund*
        named = behind is not None and codes[phrase.head] == codes[self.scene.chunks[behind].first] == "M"
        named = named and self.scene.head(chunk) in self.scene.classes and not self.scene.is_a(chunk, "person")
        last = self.scene.chunks[behind].last if behind is not None and named else phrase.last
        mention = self.owner.make(phrase.first, last)
        if mention:
            self._actor(mention, role)
        if behind is not None and self.scene.is_a(chunk, "person", "force"):
            self._fellows(chunk, behind, role)

    def _are_men(self, chunk: int) -> bool:
        """*killed the sick, the wounded and the old*: whether an adjective stands for those who are so."""
        codes, last = self.scene.parse.codes, self.scene.chunks[chunk].last
        joint = codes[last : last + 2] if codes[last : last + 2] == ",K" else codes[last : last + 1]
        return self.scene.is_a(chunk, "person") or (
            codes[self.scene.chunks[chunk].first] == "D" and codes[last + len(joint) : last + len(joint) + 3] == "DJ,"
        )

    def _fellows(self, chunk: int, behind: int, role: str) -> None:
        """*units of the 76th Division and the 98th Brigade*, *the republics of Russia and Georgia*: who else *of* joins to a body."""
        scene = self.scene
        for other in scene.governed_from(behind)[1:]:
            phrase = scene.chunks[other]
            head = scene.tokens.starts[phrase.head]
            named = scene.actors_in(phrase.first, phrase.last)
            if not named and scene.is_a(chunk, "polity") and scene.parse.codes[phrase.head] == "M":
                # *the governments of Transvaal and the Orange Free State, under …*: a land that no finder took for who acts.
                named = [made] if (made := self.owner.make(phrase.first, phrase.last)) else []
            some = scene.is_a(chunk, "partitive")
            if some and not named and scene.is_a(other, "person", "force"):
                # *a number of soldiers and civilians*
                named = [made] if (made := self.owner.make(phrase.first, phrase.last)) else []
            if scene.parse.codes[phrase.first] == "D" or some or scene.is_a(chunk, "polity"):
                for actor in named:
                    if actor.start <= head < actor.end and not self._within_taken(actor):
                        self._actor(actor, role)

    def _within_taken(self, actor: Mention[Actor]) -> bool:
        """*the People's Republics of Donetsk and Luhansk*: whether a name that is taken already holds this one."""
        return any(a.mention.start < actor.start and actor.end <= a.mention.end for a in self.actors.values())

    def _heads_clause(self, actor: Mention[Actor]) -> bool:
        """*The Swedish general, Horn, won a battle*: whoever is the subject of the verb is not whom it befalls."""
        scene, index = self.scene, self.candidate.clause
        if index is None or self.candidate.chunk is not None or scene.passive(index):
            return False
        subjects = scene.clauses[index].subjects
        return scene.chunk_of[scene.tokens.token_at(actor.start)] in subjects

    def _deed(self, chunk: int, role: str, place_role: str, actors: list[Mention[Actor]]) -> None:
        """*the attack was repelled*: who did the deed that fills the role, and where it was done."""
        owner = None if actors else self._doer(chunk)
        found = actors or ([owner] if owner else self.owner.deeds.agents(chunk, acting=role == "initiator"))
        present = [argument.mention for argument in self.actors.values()]
        if role == "target":
            found = [actor for actor in found if not self._heads_clause(actor)]
        for actor in found:
            if not any(one.start <= actor.start and actor.end <= one.end for one in present):
                self._actor(actor, role)
        if role == "initiator" and not found:
            for maker in self._makers(chunk):
                self._party(maker, role, "site")
        source = self.scene.after(chunk, "by", "from") if role == "target" and not found else None
        if source is not None and self._can_act(source):
            # *repelled attacks from four groups of the TFSA*
            self._party(source, role, "site")
        if role == "target":
            self._places_of(chunk, place_role)
            self._places_meant(chunk, place_role)

    def _can_act(self, chunk: int) -> bool:
        """*attacks from four groups*, but *repulsed the attack by the end of the day*."""
        scene = self.scene
        return scene.parse.codes[scene.chunks[chunk].head] == "M" or scene.is_a(chunk, *ACTING, "partitive")

    def _named_parties(self, at_head: list[Mention[Actor]], chunk: int, role: str) -> None:
        """The mention at the head of a noun phrase; *they*, where it stands for several, is several mentions."""
        for actor in at_head if at_head[0].value.antecedent else at_head[:1]:
            self._actor(actor, role)
        if (behind := self.scene.of(chunk)) is not None:
            self._fellows(chunk, behind, role)

    def _at_named(self, chunk: int) -> bool:
        """Whether what is struck is only a work at a named place: *the Yavoriv military base*; of *the Aleppo garrison* the place is taken, too."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        if self.candidate.rule.type not in VIOLENT:
            return False
        if "S" in scene.parse.codes[phrase.first : phrase.head]:
            return False
        # *the US Marine barracks* are where they are.
        named = [p for p in scene.places_in(phrase.first, phrase.head) if p.value.kind not in POWERS]
        for place in named:
            self._place(place, "site")
        works = scene.is_a(chunk, "facility", "place") and not scene.is_a(chunk, "materiel", "force")
        return bool(named) and works and self.candidate.rule.type != "DESTRUCTION"

    def _joined(self, chunk: int, behind: int, role: str, place_role: str) -> bool:
        """*dozens of rebels*, *80% of the buildings*, *the village of X*: what *of* joins fills the role."""
        scene = self.scene
        if not scene.is_a(chunk, "partitive", "container") or self._townspeople(chunk, behind):
            return False
        inner = scene.actors_in(scene.chunks[behind].first, scene.chunks[behind].last)
        owned = bool(inner) and inner[0].end < scene.tokens.starts[scene.chunks[behind].head]
        if inner and not (owned and scene.is_a(behind, "person", "force")):
            self._actor(inner[0], role)
            self._fellows(chunk, behind, role)
            return True
        if scene.is_a(chunk, "partitive") or owned:
            # *two of Mengistu's predecessors*
            self._party(behind, role, place_role)
            self._fellows(chunk, behind, role)
            return True
        # *the villages of Ain Issa and Tal Abyad were shelled*
        named = [self._headed_by_place(other, role, place_role) for other in scene.governed_from(behind)]
        return any(named)

    def _townspeople(self, chunk: int, behind: int) -> bool:
        """*the people of Messina revolted*: they, not the town."""
        phrase = self.scene.chunks[behind]
        return self.scene.head(chunk) == "people" and bool(self.scene.places_in(phrase.first, phrase.last))

    def _headed_by_place(self, chunk: int, role: str, place_role: str) -> bool:
        """A place that acts, speaks or is spoken to is a party; one that is attacked or taken is a place."""
        scene = self.scene
        phrase = scene.chunks[chunk]
        head_start = scene.tokens.starts[phrase.head]
        behind = scene.of(chunk)
        places = scene.places_in(phrase.first, phrase.last if behind is None else scene.chunks[behind].last)
        heading = next((p for p in places if p.start <= head_start < p.end), None)
        if heading is None or self._possessor(heading):
            return False
        rule = self.candidate.rule
        power = heading.value.kind in POWERS
        sides = (rule.subtype in OF_SIDES and (power or rule.subtype == "transfer")) or self._felled()
        # *Ukraine lost control of the city*, *took Corsica from Carthage*
        sides = sides or (rule.type == "TERRITORY" and (place_role == "origin" or (power and place_role != "object")))
        # *the evacuation of Kabul*, but *burned the Long Bridge*
        party = rule.type in OF_PARTIES and not (role == "target" and rule.subtype == "evacuate")
        thing = rule.subtype in _OF_SHIPS or (rule.subtype == "destroy" and self._built(chunk, heading))
        if role == "initiator" or party or thing or sides:
            mention = self.owner.make(*scene.tokens.token_span(heading.start, heading.end))
            if mention:
                self._actor(mention, role)
        else:
            for place in scene.places_in(phrase.first, phrase.last) or [heading]:
                self._place(place, place_role)
        return True

    def _actor(self, mention: Mention[Actor], role: str) -> None:
        if role == "initiator" and self.is_munition(mention):
            return
        other = "target" if role == "initiator" else "initiator"
        if (id(mention), other) not in self.actors:
            self.actors.setdefault((id(mention), role), Argument(role, mention))
