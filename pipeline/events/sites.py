"""Places of an event: those that its clause names, those that a description or pronoun stands for, those of what *where* points to."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pipeline.events.kinds import POWERS
from pipeline.events.names import OF_WAYS, STANDING
from pipeline.events.pointed import Pointed
from pipeline.events.series import joined_behind
from pipeline.events.telling import AFTER
from pipeline.rules.events import support_verbs
from pipeline.rules.grammar import AIMS, AT_REST, LOCATIVE, WAS, forms_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.records import Clause


__all__ = ["OF_SCENES", "Sites"]

OF_SCENES = frozenset({"BATTLE", "REMOTE", "TERRITORY", "VIOLENCE", "PROTEST", "POLITICS", "AGREEMENT"})
"""Types whose nouns are told to have taken place somewhere by a clause of their own, or by that in which they are a circumstance."""
# Types of what the deeds of one sentence share the place of.
_SHARING = frozenset({"BATTLE", "REMOTE", "CASUALTY", "DESTRUCTION", "TERRITORY", "VIOLENCE", "DETENTION", "PROTEST"})
_OF_THOSE_AT = frozenset({"surrender", "revolt"})
_UPON = frozenset({"on", "upon", "against"})
# *after heavy fighting the Danes took X*: where it was fought.
_FOUGHT = frozenset({"clash", "besiege", "shelling"})
_NAMED = frozenset({"called", "named", "known", "nicknamed", "dubbed", "christened", "code-named", "codenamed"})
_LYING = _NAMED | frozenset({
    "located", "situated", "centered", "centred", "overlooking", "anchored", "based", "crossing", "spanning",
    "linking", "connecting", "led", "commanded", "headed", "escorted", "supported", "backed", "protected", "guarded", "manned",
})  # fmt: skip
_MOVING = frozenset({"advance", "withdraw"})
# *after capturing X, they shot Y*; but *after assaulting X, he surprised Y*.
_ON_THE_SPOT = frozenset({"VIOLENCE", "CASUALTY", "DESTRUCTION", "DETENTION", "AGREEMENT"})
_WHILE = frozenset({"while", "when"})
_THROUGH = frozenset({"through", "across", "into", "along"})
_LISTED = 3
"""Clauses of a list of deeds up which its places are looked for."""
_WHEN = frozenset({"after", "on", "upon", "while", "when", "by"})
_SIEGES = frozenset({"siege", "blockade"})
_ENDING = frozenset({"relieve", "withdraw"})
_AS = frozenset({"when", "as", "while"})
_NEAR = 4
"""Clauses behind a deed within which it is told where those were whom it struck."""
_STRIKING = frozenset({"BATTLE", "REMOTE", "CASUALTY", "VIOLENCE"})
_IT = frozenset({
    "capture", "recapture", "attack", "shelling", "airstrike", "withdraw", "relieve", "besiege", "offensive", "advance", "bombing",
})  # fmt: skip


@cache
def _passing() -> frozenset[str]:
    """Forms of the verbs of those who are under way where a deed meets them."""
    return forms_of(
        (
            "pass", "drive", "travel", "walk", "march", "cross", "move", "patrol", "ride", "sail", "enter", "leave", "return", "arrive", "land",
            "gather", "attempt", "try", "approach", "advance", "retreat", "withdraw", "stand", "wait", "sleep", "pray", "queue",
        )
    )  # fmt: skip


@cache
def _takes_place() -> frozenset[str]:
    """Verbs that say of an event that it happened."""
    return frozenset(form for form, kinds in support_verbs().items() if any(kind == "occur" for kind, _ in kinds))


_ABLE = (["able"], ["unable"])


@cache
def _setting_about() -> frozenset[str]:
    """Forms of the verbs of those who are where they do what the infinitive says; not of those who decide on it."""
    return forms_of(
        (
            "begin",
            "start",
            "continue",
            "proceed",
            "go",
            "manage",
            "succeed",
            "try",
            "attempt",
            "fail",
            "struggle",
            "cease",
            "help",
        )
    )


class Sites(Pointed):
    """Collects the places of one event from its clause and what the text said before."""

    def clause_places(self, index: int, acted_upon: Iterable[int]) -> None:
        """The places of a clause: named ones, else what *the city*, *it*, *there* or *where* stand for; an object always."""
        clause = self.scene.clauses[index]
        for chunk in acted_upon:
            self._described(chunk, "object")
        self._included(clause.subjects if self.scene.passive(index) else clause.objects)
        self._named_places(index)
        self.unknown_places(
            clause.obliques, self.candidate.first if self.candidate.chunk is None else self.scene.verb(index)
        )
        if not self.places:
            self._known_place(index)
        if not self.places:
            self._pointed_place(index)
        if self.places:
            return
        rule = self.candidate.rule
        shared = rule.type in _SHARING or rule.subtype in _OF_THOSE_AT
        if shared or rule.type in OF_WAYS:
            self._lying_places(index)
        if not self.places and shared:
            self._of_town(index)
        if not self.places and shared:
            self._lent_places(index)
            self._loss_places(clause)
            self._scene_places(index)
        if not self.places and rule.type == "MOVEMENT" and index + 1 < len(self.scene.clauses):
            # *was sent to relieve X*
            aim = self.scene.clauses[index + 1]
            if aim.governor == index and aim.link in AIMS:
                self._named_places(index + 1)
        if not self.places and shared:
            self._subject_places(clause.subjects)
        if not self.places and shared and (first := self._first_of_list(index)) is not None:
            self._fronted(self._before_subject(first), self.scene.clauses[first].first)
        if not self.places and shared and (begun := self._begun_in(index)) is not None:
            self._fronted(self._before_subject(begun), self.scene.clauses[begun].first)
        if not self.places and rule.type == "TERRITORY" and self._of_siege(clause):
            place = self.owner.antecedents.besieged(self.candidate.first)
            if place is not None:
                self._place(place, "object")

    def _included(self, chunks: Iterable[int]) -> None:
        """*Three towns, including Ypres and Messines, were captured*, *took villages, including Vrbovec*: the names given of several places."""
        scene = self.scene
        if "including" not in scene.tokens.words_of(self.candidate.sentence):
            return
        several = (chunk for chunk in chunks if scene.head(chunk).endswith("s"))
        sites = (chunk for chunk in several if scene.is_a(chunk, "place", "facility", "container"))
        told = [other for chunk in sites for word, other in scene.tail(chunk) if word == "including"]
        for chunk in (c for other in told for c in scene.governed_from(other)):
            phrase = scene.chunks[chunk]
            known = scene.places_in(phrase.first, phrase.last) if self.is_ground(chunk) else ()
            bare = scene.parse.codes[phrase.first : phrase.last].strip("M") == ""
            # *captured two villages, including Vrbovec*: a village, though no gazetteer holds its name.
            made = self.owner.make_place(chunk) if not known and bare else None
            for place in known if made is None else (made,):
                self._place(place, "object")

    def _begun_in(self, index: int) -> int | None:
        """*At Asculum, Pyrrhus managed to defeat the Romans*: the clause of what somebody begins, manages or fails to do."""
        scene, clauses = self.scene, self.scene.clauses
        above = clauses[index].governor
        while above is not None and clauses[index].link == "infinitive" and clauses[index].subjects:
            word = scene.lower[scene.verb(above)]
            able = word in WAS and scene.lower[scene.verb(above) + 1 : scene.group(index).first] in _ABLE
            if not (able or word in _setting_about()):
                return None
            if clauses[above].link != "infinitive":
                return above
            index, above = above, clauses[above].governor
        return None

    def _of_siege(self, clause: Clause) -> bool:
        """*raised the siege*, *The siege was lifted*; *it was besieged*, where no place was told before."""
        scene, rule = self.scene, self.candidate.rule
        if rule.subtype == "besiege":
            return any(scene.head(c) == "it" for c in clause.subjects) and self.candidate.chunk is None
        told = (*clause.objects, *clause.subjects)
        return rule.subtype in _ENDING and any(scene.head(c) in _SIEGES and scene.after(c) is None for c in told)

    def _lying_places(self, index: int) -> None:
        """*withdrew to a village called X*, *blew up the bridges crossing X*: the places of the bare participle that follows."""
        scene, nxt = self.scene, index + 1
        if nxt >= len(scene.clauses) or scene.clauses[nxt].sentence != scene.clauses[index].sentence:
            return
        lying = scene.group(nxt)
        bare = lying.first == lying.head and scene.parse.codes[lying.first - 1] in "NM"
        if bare and scene.lower[lying.head] in _LYING:
            self._named_places(nxt)
        if bare and not self.places and scene.lower[lying.head] in _NAMED:
            self._called_places(index, nxt)
        while not self.places and self._reckons(nxt, index):
            # *lost 12 men killed and 40 wounded at Lens*
            self._named_places(nxt)
            nxt += 1

    def _called_places(self, index: int, naming: int) -> None:
        """*captured a fort called Elfsborg*, *at a place known as Red Beach*: the name of a place, whether a gazetteer holds it or not."""
        scene, clause = self.scene, self.scene.clauses[naming]
        told = scene.chunk_of[scene.group(naming).first - 1]
        names = (*clause.objects, *(c for at, c in clause.obliques if scene.lower[at] == "as"))
        if told < 0 or not scene.is_a(told, "place", "facility") or scene.is_a(told, "person", "force", "polity"):
            return
        for name in names[:1]:
            phrase = scene.chunks[name]
            known = scene.places_in(phrase.first, phrase.last)
            made = self.owner.make_place(name) if not known and scene.parse.codes[phrase.head] == "M" else None
            for place in known if made is None else (made,):
                self._place(place, "object" if told in scene.clauses[index].objects else "site")

    def _reckons(self, index: int, above: int) -> bool:
        """Whether a clause is a bare participle of some of those that another counts: *40 wounded at Lens*."""
        scene = self.scene
        if self.candidate.rule.type != "CASUALTY" or index >= len(scene.clauses):
            return False
        clause = scene.clauses[index]
        if clause.link != "reduced" or clause.sentence != scene.clauses[above].sentence or not clause.subjects:
            return False
        return scene.parse.codes[scene.chunks[clause.subjects[0]].first] == "C"

    def _compelled(self, index: int) -> Clause:
        """*seized Fehmarn, but were forced to withdraw*: the clause of what forces, else the clause itself."""
        clause = self.scene.clauses[index]
        above = clause.governor
        forced = above is not None and clause.link == "infinitive" and self.scene.passive(above)
        return self.scene.clauses[above] if forced and above is not None else clause

    def _lent_places(self, index: int) -> None:
        """Those of the clause that it is coordinated with or goes along with: *stormed X and shot Y*, *held X, resisting*, *shot while driving through X*."""
        scene, clause = self.scene, self._compelled(index)
        partner = clause.governor
        if (
            partner is not None
            and clause.link == "gerund"
            and clause.marker is not None
            and scene.lower[clause.marker] == "by"
        ):
            self._fronted(self._before_subject(partner), scene.clauses[partner].first)
        self._before_insertion(index)
        self._partners(clause)
        for other in (index + 1, index - 1):
            if self.places or not 0 <= other < len(scene.clauses):
                continue
            beside = scene.clauses[other]
            if beside.governor != index or beside.link not in ("gerund", "participle"):
                continue
            marker = scene.lower[beside.marker] if beside.marker is not None else ""
            if other > index and marker in _WHILE and scene.passive(index):
                self._named_places(other)
            elif other < index and (not marker or (marker in _WHEN and self.candidate.rule.type in _ON_THE_SPOT)):
                for chunk in beside.objects:
                    self._places_of(chunk, "site")
                if not marker and not self.places:
                    # *Marching through Scania, they burned twelve villages*
                    for at, chunk in beside.obliques:
                        if scene.lower[at] in _THROUGH:
                            self._places_of(chunk, "site")
                if scene.passive(other):
                    # *Surrounded at X, the regiment surrendered*
                    for at, chunk in beside.obliques:
                        if scene.lower[at] in AT_REST:
                            self._places_of(chunk, "site")

    def _before_insertion(self, index: int) -> None:
        """Where a sentence begins, before what is inserted about its subject."""
        scene, sentence = self.scene, self.candidate.sentence
        if scene.lower[sentence.first] not in AT_REST:
            return
        if not index or scene.clauses[index - 1].sentence != scene.clauses[index].sentence:
            self._before_phrase(index)
        else:
            self._before_participle(index)

    def _before_phrase(self, index: int) -> None:
        """*At Preston, Cromwell, in sole command, won a victory*: before a subject with a phrase behind it."""
        scene, sentence = self.scene, self.candidate.sentence
        starts = [scene.chunks[c].first for c in scene.clauses[index].subjects]
        first = scene.chunk_of[sentence.first + 1]
        timed = first >= 0 and scene.chunks[first].temporal
        if starts and starts[0] > sentence.first and not timed and not self._before_subject(index):
            self.places_right(sentence.first, starts[0] - 1)

    def _before_participle(self, index: int) -> None:
        """*At Narva, hidden by a snowstorm, the Swedes attacked*: before what a participle says of the subject."""
        scene, sentence = self.scene, self.candidate.sentence
        beside, stop = scene.clauses[index - 1], scene.group(index - 1).first
        inserted = beside.governor == index and beside.link in ("participle", "gerund") and beside.marker is None
        begins = index == 1 or scene.clauses[index - 2].sentence != beside.sentence
        if inserted and begins and scene.parse.codes[stop - 1] == ",":
            self.places_right(sentence.first, stop - 1)

    def _partners(self, clause: Clause) -> None:
        """The places of the clauses above, up a list of deeds: *entered Kiel, took 200 men and burned the ships*, *bombed Kiel, sinking two and burning the docks*."""
        scene, above = self.scene, clause.governor
        for _ in range(_LISTED):
            along = clause.link == "participle" and self.candidate.rule.subtype not in _MOVING
            if above is None or not (along or clause.link == "conjunct"):
                return
            if scene.clauses[above].subjects != clause.subjects:
                return
            self._places_beside(above, along=along)
            self._leave_behind(above)
            if not self.places and not along and self.candidate.chunk is None:
                # *attacked its airport and damaged two aircraft*
                for chunk in scene.clauses[above].objects:
                    self._described(chunk, "site")
            if along:
                self.places = {key: place for key, place in self.places.items() if place.role in ("object", "site")}
            if not (self.places or along) and self.candidate.rule.subtype == "repel":
                # *attempted to capture Kabul but were repelled*
                aim = scene.clauses[above + 1]
                if aim.link == "infinitive" and aim.governor == above and aim.subjects == clause.subjects:
                    self._named_places(above + 1)
            if self.places or along or self.candidate.chunk is not None or self.candidate.rule.type not in _ON_THE_SPOT:
                return
            clause, above = scene.clauses[above], scene.clauses[above].governor

    def _leave_behind(self, partner: int) -> None:
        """*threw their arms into the river and fled*, *came up from Lund and attacked*: where things went, or somebody came from, before the deed."""
        told = partner in self.owner.reported
        if not told and self.scene.clauses[partner].objects:
            self.places = {key: place for key, place in self.places.items() if place.role != "destination"}
        if told and self.candidate.rule.type not in OF_WAYS:
            self.places = {key: place for key, place in self.places.items() if place.role != "origin"}

    def _first_of_list(self, index: int) -> int | None:
        """*At Adwa they killed 7,000 men, wounded 1,500 and captured 3,000*: the clause that begins a list of deeds of one subject, for a later one."""
        clauses, first = self.scene.clauses, index
        while clauses[first].link == "conjunct" and (above := clauses[first].governor) is not None and above < first:
            if clauses[above].subjects != clauses[first].subjects:
                return None
            first = above
        return first if first != index else None

    def _loss_places(self, clause: Clause) -> None:
        """*At Shiloh the regiment suffered losses, with 61 killed*: the places before the subject of what a loss goes with."""
        above = clause.governor
        if self.places or above is None or clause.link != "reduced" or self.candidate.rule.type != "CASUALTY":
            return
        self._fronted(self._before_subject(above), self.scene.clauses[above].first)

    def _scene_places(self, index: int) -> None:
        """*killed five men guarding a team in Tarazá*, *exploded when a car passed by in Giporlos*: where those were whom it struck."""
        scene = self.scene
        if self.places or self.candidate.rule.type not in _STRIKING:
            return
        joined = joined_behind(scene.parse, index, self.candidate.last)
        struck = {c for clause in [index, *joined] for c in scene.clauses[clause].objects}
        for nxt in range(index + 1, min(index + _NEAR, len(scene.clauses))):
            beside = scene.clauses[nxt]
            if beside.sentence != scene.clauses[index].sentence or self.places:
                break
            whom = beside.link == "reduced" and not struck.isdisjoint(beside.subjects)
            if nxt not in self.owner.reported and (whom or (beside.governor == index and self._passes(nxt))):
                self._standing_at(nxt)

    def _passes(self, index: int) -> bool:
        """*when a car passed by in Giporlos*; not *as the king was in London*."""
        scene, clause = self.scene, self.scene.clauses[index]
        marked = clause.marker is not None and scene.lower[clause.marker] in _AS
        return marked and scene.own_subject(index) and scene.lower[scene.verb(index)] in _passing()

    def _standing_at(self, index: int) -> None:
        """The places behind the verb of a clause where somebody stands."""
        scene = self.scene
        for at, chunk in scene.clauses[index].obliques:
            if at > scene.verb(index) and scene.lower[at] in AT_REST and not self.of_another_deed(chunk, at):
                self._places_of(chunk, "site")

    def _places_beside(self, index: int, *, along: bool) -> None:
        """*stormed X and shot Y*, *ran onto a reef at Punta Gruesa and was wrecked*: the places of the clause before, known to a finder or not."""
        self._named_places(index)
        if not along:
            self.unknown_places(self.scene.clauses[index].obliques, self.scene.verb(index))

    def _subject_places(self, subjects: Iterable[int]) -> None:
        """*Troops at Bataan repelled it*, *the garrison of Lille surrendered*: where those stand who are spoken of; *Leipzig capitulated*: a town itself."""
        scene = self.scene
        for chunk in subjects:
            if self.candidate.rule.subtype == "surrender":
                for place in scene.places_in(scene.chunks[chunk].first, scene.chunks[chunk].last):
                    if place.value.kind not in POWERS and not self._possessor(place):
                        self._place(place, "site")
                if not self.places and scene.is_a(chunk, "place"):
                    self._described(chunk, "site")
            before = chunk
            for word, other in scene.tail(chunk):
                standing = word == "of" and scene.head(before).removesuffix("s") in STANDING
                before = other
                if (
                    word in AT_REST
                    or standing
                    or self._is_water(other)
                    or (word == "of" and scene.is_a(self._owner(other), "place"))
                ):
                    self._unknown_site(other)
                    if standing:
                        # *The garrison of the castle surrendered*
                        self._described(other, "site")
                    for place in scene.places_in(scene.chunks[other].first, scene.chunks[other].last):
                        if not self._possessor(place):
                            self._place(place, "site")
                elif word != "of":
                    break

    def _unknown_site(self, chunk: int) -> None:
        """*A convoy near I-n-Ekker was ambushed*: a name that no finder knows, where those stand who are spoken of."""
        phrase = self.scene.chunks[chunk]
        known = self.scene.places_in(phrase.first, phrase.last) or self.scene.actors_in(phrase.first, phrase.last)
        if (
            not known
            and (self._is_bare(chunk) or self._is_water(chunk))
            and self._local_name(chunk)
            and (made := self.owner.make_place(chunk))
        ):
            self._place(made, "site")

    def _described(self, chunk: int, role: str) -> None:
        # *drove it two miles*: a force
        driven = self.candidate.rule.subtype == "advance" and self.roles.get("object") == "target"
        if self.scene.head(chunk) == "it" and (driven or self.candidate.rule.subtype not in _IT):
            return
        place = self.owner.antecedents.of(chunk)
        for named in [place] if place is not None else self.owner.antecedents.several(chunk):
            self._place(named, role)

    def _known_place(self, index: int) -> None:
        """*the city*, *its outskirts*, where the clause names no place: the place they stand for."""
        clause = self.scene.clauses[index]
        passive = self.scene.passive(index)
        chunks = [*clause.objects, *(c for at, c in clause.obliques if self.scene.lower[at] in LOCATIVE)]
        if passive or self.roles.get("subject") == "place":
            chunks += clause.subjects
        for chunk in chunks:
            self._described(chunk, "object" if chunk in clause.objects else "site")
            if self.places:
                return

    def noun_places(self, chunk: int) -> None:
        """Where an event noun says that it happened by other means than a name behind it: *a riot that began in X*, *the attack on the capital*."""
        scene = self.scene
        self._site_of(chunk)
        for word, other in scene.tail(chunk) if not self.places else ():
            if word in LOCATIVE:
                self._described(other, "object")
        if not self.places and self.candidate.rule.type == "BATTLE":
            # *launched an operation to capture X*
            super()._places_meant(chunk, "object")
        self._took_place(chunk)
        candidate = self.candidate
        if self.places or candidate.clause is None or candidate.part != "oblique":
            return
        if candidate.rule.subtype in _FOUGHT and scene.lower[scene.prepositions.get(chunk, chunk)] in AFTER:
            for taken in scene.clauses[candidate.clause].objects:
                self._places_of(taken, "site")
        if not self.places:
            before = tuple((at, c) for at, c in self._before_subject(candidate.clause) if c < chunk)
            self._fronted(before, scene.clauses[candidate.clause].first)

    def _places_meant(self, chunk: int, place_role: str) -> None:
        """*put down a revolt that had broken out in X*, too."""
        super()._places_meant(chunk, place_role)
        for word, other in self.scene.tail(chunk) if not self.places else ():
            if word in _UPON:
                # *The attack on the city was repelled*
                self._described(other, "object")
        self._took_place(chunk)

    def _took_place(self, chunk: int) -> None:
        """The places of the relative clause that tells where an event took place, where no others are known."""
        scene = self.scene
        told = self.owner.relative_of.get(chunk) if not self.places else None
        if told is not None and scene.lower[scene.verb(told)] in _takes_place():
            self._named_places(told)
