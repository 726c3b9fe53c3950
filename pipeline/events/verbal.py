"""Roles of an event that a verb reports: subject, objects and prepositional phrases of its clause, by its voice and its rule."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pipeline.events.companions import Companions
from pipeline.events.kinds import OF_ARMS, RETAKEN
from pipeline.events.series import joined_behind
from pipeline.rules.grammar import PARTICLES, WAS, forms_of, grammar, verbs
from pipeline.rules.nouns import ACTING, demonyms

if TYPE_CHECKING:
    from collections.abc import Iterable


__all__ = ["BORDERS", "Verbal"]

_PHRASE = 2
"""Words of the shortest phrase."""
# *was attacked on two sides*
_SIDES = frozenset({"side", "sides", "flank", "flanks", "front", "fronts", "foot", "horseback", "wing", "wings"})
_FOR_CRIMES = frozenset({"execution", "arrest", "release", "resign"})
_AMID = frozenset({"amid", "amidst", "despite", "notwithstanding"})
_BEATEN = frozenset({"repel", "victory"})
"""Subtypes of what is done to those who fight."""
_EFFORTS = frozenset({"resistance", "effort", "efforts", "exertions", "endeavours", "endeavors"})
"""What somebody does, by which a deed is done."""
_HELD = frozenset({"prisoners", "captives", "hostages", "pows"})
_PARTS_OF_PHRASES = frozenset({
    "victory", "victories", "success", "defeat", "defeats", "fire", "waste", "siege", "control", "havoc", "prisoners", "casualties", "losses", "ground",
    "damage", "command", "possession", "refuge", "flight", "power",
})  # fmt: skip
"""Objects with which a verb is one phrase."""
_DID = frozenset({"did"})
_OF_MOVES = frozenset({"withdraw", "displace", "advance", "arrive", "surrender", "revolt"})
"""What somebody does of himself: *Retreating Danish forces were attacked*."""
_CUSTOMS = frozenset(
    {
        "custom",
        "case",
        "practice",
        "habit",
        "norm",
        "rule",
        "tradition",
        "wont",
        "intention",
        "plan",
        "fate",
        "usual",
        "customary",
        "common",
    }
)
_SUPPORT = frozenset(
    {"help", "assistance", "aid", "support", "backing", "reinforcements", "encouragement", "permission", "cooperation"}
)
_LOSSES = frozenset({"casualties", "losses", "deaths", "injuries", "wounds", "loss"})
# *near the border with Pakistan*
BORDERS = frozenset({"border", "frontier", "boundary", "relations", "link", "links"})


@cache
def _suffering() -> frozenset[str]:
    return forms_of(("suffer", "sustain", "lose", "incur"))


@cache
def _costing() -> frozenset[str]:
    return forms_of(("cost",))


@cache
def _without_object() -> frozenset[str]:
    return forms_of(grammar().valency.intransitive)


@cache
def _words_of_phrases(texts: tuple[str, ...], form: str) -> frozenset[str]:
    """The words behind the verb in those phrases of a rule whose verb has the form."""
    phrases = (text.split() for text in texts)
    return frozenset(
        word for verb, *rest in phrases if verb in verbs() and form in verbs()[verb].forms for word in rest
    )


class Verbal(Companions):
    """Reads the arguments of an event off the clause of its verb."""

    def sufferer(self) -> None:
        """*The brigade suffered 100 killed*: of a loss that is only counted, who suffered it."""
        index = self.candidate.clause
        if self.candidate.rule.type != "CASUALTY" or index is None or any(r == "target" for _, r in self.actors):
            return
        scene = self.scene
        if self._named_as_lost(index):
            return
        governor = scene.clauses[index].governor
        if (
            scene.clauses[index].link == "reduced"
            and governor is not None
            and scene.group(index).first == scene.verb(index)
        ):
            index = governor
        became = scene.lower[scene.verb(index)] == "became" and self.candidate.chunk in scene.clauses[index].objects
        if (became or scene.lower[scene.verb(index)] in _suffering()) and not scene.passive(index):
            # *281 men became casualties*
            self._take(scene.clauses[index].subjects, "target", "object")

    def verb(self) -> None:
        """Fills the roles of a verb."""
        scene, clause_index = self.scene, self.candidate.clause
        if clause_index is None:
            self.places_right(self.candidate.last, self.candidate.sentence.last)
            return
        clause = scene.clauses[clause_index]
        passive = scene.passive(clause_index)
        subject, object_ = self._main_roles(clause_index)
        if not (passive and self._of_phrase(clause.subjects)):
            fell = passive or subject == "place"
            self._take(
                (
                    *self._accompanied(self._doers(clause_index)),
                    *self._likewise(clause_index),
                    *self._beside(clause_index),
                ),
                object_ if passive else subject,
                "object" if fell else "site",
            )
        objects, obliques = self._shared(clause_index)
        if not passive:
            self._owners(clause.subjects)
        objects = self._also_bereft(self._accompanied(self._without_appositions(self._outside(objects))))
        objects = self._bereft(objects)
        self._take(objects, object_ if not passive or not clause.subjects else "none", "object")
        if passive and not any(scene.lower[at] == "by" for at, _ in obliques):
            obliques = (*obliques, *self._agents_shared(clause_index))
        if passive:
            obliques = self._without_described(obliques)
        obliques = (*obliques, *self._against_behind(clause_index))
        self._obliques(obliques, object_)
        self._with_men(clause_index)
        if self.candidate.rule.subtype == "besiege" and not passive:
            self._cut_from((*objects, *(c for at, c in obliques if self._inside(at))))
        self._overthrown(clause_index)
        if passive:
            self._beyond(clause_index)
            self._firing(chunk for at, chunk in obliques if scene.lower[at] in ("by", "with"))
        else:
            self._firing(clause.subjects)
            if subject == "none" and self.candidate.rule.subtype == "clash":
                self._parties_of(clause.subjects)
        if self.candidate.rule.subtype == "demand":
            self._asked(clause_index)
        if self.candidate.rule.type == "STATEMENT":
            self._authors(clause_index)
        else:
            self.clause_places(clause_index, objects if not passive else clause.subjects)
            self._holders(objects if not passive else clause.subjects)

    def _likewise(self, index: int) -> tuple[int, ...]:
        """*The church was burned, as were the town hall and a mill*; not *as was the custom*."""
        scene, clauses = self.scene, self.scene.clauses[index + 1 : index + 2]
        if not clauses or clauses[0].governor != index or clauses[0].link != "conjunct":
            return ()
        auxiliary = scene.group(index + 1).first
        helps = WAS if scene.passive(index) else _DID
        if scene.lower[auxiliary] not in helps or scene.lower[auxiliary - 1] not in ("as", "so"):
            return ()
        return tuple(c for c in self._without_appositions(clauses[0].objects) if scene.head(c) not in _CUSTOMS)

    def _main_roles(self, clause: int) -> tuple[str, str]:
        """The roles of subject and object in the active, as the clause has it."""
        subject, object_ = self.roles.get("subject", "none"), self.roles.get("object", "none")
        if self.scene.passive(clause):
            object_ = self.roles.get("patient", object_)
            verb = self.scene.lower[self.scene.verb(clause)]
            if self.scene.clauses[clause].objects and self.candidate.rule.gives(verb):
                # *The rebels were given arms*
                object_ = "target"
            # *were flown to Moscow*: whoever is brought is no place.
            return subject, "target" if object_ == "place" and self.candidate.rule.type == "MOVEMENT" else object_
        if self.candidate.rule.type == "CASUALTY" and object_ == "target" and self._gapped(clause):
            subject = "target"
        if self.candidate.rule.entry.name == "see-action" and all(
            map(self.is_ground, self.scene.clauses[clause].subjects)
        ):
            # *Leipzig saw heavy fighting*
            subject = "place"
        return subject, object_

    def _obliques(self, obliques: tuple[tuple[int, int], ...], object_: str) -> None:
        """Fills the roles of what prepositions govern."""
        for at, chunk in obliques:
            if self._within(chunk):
                self._within_rule(chunk)
                continue
            inside, role = self._inside(at), self._role_of(at, chunk, obliques, object_)
            if not role:
                continue
            chunks = self._put_up_by(chunk) if self.scene.lower[at] == "by" else (chunk,)
            if inside or role == "place" or any(map(self._is_party, chunks)) or self._is_aim(chunk, role):
                self._take(chunks, role, self._whither(at, inside=inside))

    def _of_support(self, preposition: int) -> bool:
        """*With help from the Danes he took Riga*, *was taken by troops from Lund*: who stood by, not who lost what was taken."""
        scene, before = self.scene, self.scene.chunk_of[preposition - 1]
        # *was taken by the Soviets from the Cossacks*: who is named lost it to who is named.
        doers = before >= 0 and scene.lower[scene.prepositions.get(before, 0)] == "by"
        doers = (
            doers
            and scene.parse.codes[scene.chunks[before].head] == "N"
            and scene.parse.codes[scene.chunks[before].first] != "D"
        )
        return (
            doers
            or scene.lower[preposition - 1] in _SUPPORT
            or (preposition < self.candidate.first and scene.parse.codes[preposition - 1] == "N")
        )

    def _put_up_by(self, chunk: int) -> tuple[int, ...]:
        """*beaten back by fierce resistance from the militia*, *crushed by joint efforts of both*: no body of men, but what the militia does.

        Not *by the resistance*.
        """
        scene, phrase, head = self.scene, self.scene.chunks[chunk], self.scene.head(chunk)
        named = "M" in scene.parse.codes[phrase.first : phrase.last] or scene.parse.codes[phrase.first] in "DP"
        if head not in _EFFORTS or (named and head == "resistance"):
            return (chunk,)
        of = scene.tail(chunk)[:1]
        return tuple(c for word, first in of if word in ("from", "of") for c in scene.governed_from(first))

    def _inside(self, token: int) -> bool:
        """*put the town under siege*: whether a token stands within the trigger."""
        return self.candidate.first < token < self.candidate.last

    def _role_of(self, at: int, chunk: int, obliques: tuple[tuple[int, int], ...], object_: str) -> str:
        """The role of a noun phrase behind the preposition at ``at``, empty where it has none."""
        scene, word = self.scene, self.scene.lower[at]
        index = self.candidate.clause
        passive = index is not None and scene.passive(index)
        inside = self._inside(at)
        turned = index is None or not passive or self._of_phrase(scene.clauses[index].subjects)
        role = self.roles.get(word) or (object_ if inside and turned else "")
        if index is not None and word == "by":
            fronted = scene.clauses[index].first <= at < self.candidate.first
            # Before the verb it names the doer of another deed: *after its capture by the Danes the town was burned*.
            role = role if passive and not (fronted or self._means(chunk) or self._amid(at)) else ""
        if word == "to" and self.candidate.rule.type == "STATEMENT" and self._belongs_to_deed(at, chunk):
            role = ""
        if word == "from" and self.candidate.rule.subtype in RETAKEN and self._loser(chunk):
            role = "" if self._of_support(at) else "target"
        if word == "of" and scene.parse.codes[at - 1] == "M" and scene.lower[at - 1] not in scene.classes:
            # *allied himself with Margaret of Anjou*: part of her name; not *the Kingdoms of Laos*.
            role = ""
        if role and (
            self.because(at)
            or (at < self.candidate.first and role != "place" and word != "by" and self._of_deed_before(at))
            or self._lends_aid(at)
            or self._in_name(at, chunk)
            or self._against_another(at)
            or (role != "place" and self._describes_one(at))
            # *surrendered to the Danes and not to the Poles*
            or scene.lower[at - 1] == "not"
            or (word == "between" and not self._parted(at, obliques, passive=passive))
        ):
            role = ""
        if passive and at >= self.candidate.last and (self._joins(at) or self._among(at, chunk)):
            # *9,200 soldiers were killed along with 7,300 civilians*
            role = object_
        alone = index is not None and not passive and not scene.clauses[index].objects and role != "place"
        if alone and at >= self.candidate.last and self._joins(at) and self._is_party(chunk):
            # *escaped along with Milroy*
            role = self.roles.get(self._met_beside(at, chunk, obliques), self.roles.get("subject", "none"))
        if role == "target" and passive and word == "against" and self.candidate.rule.subtype in _BEATEN:
            # *was repulsed in fighting against the French*, *was routed in a battle against the Danes*
            role = "initiator"
        elif word == "against" and passive and self.candidate.rule.type == "CASUALTY":
            # *was killed in action against the French*
            role = ""
        if role and role != "place" and self._of_others(chunk, role):
            role = ""
        struck = index is not None and bool(scene.clauses[index].objects) and self.roles.get("object") == "target"
        if word == "at" and role == "target" and struck and not inside:
            # *attacked the Rebels at Raymond*, but *shot at the Rebels*
            role = "place"
        return role

    def _against_another(self, preposition: int) -> bool:
        """*beheaded on a charge of treason against the Crown*, *In the war against Spain he took Lund*: whom another deed was against."""
        scene, before = self.scene, self.scene.chunk_of[preposition - 1]
        if scene.lower[preposition] != "against" or before < 0 or self._within(before):
            return False
        if self.candidate.rule.subtype in _FOR_CRIMES:
            return True
        apart = preposition < self.candidate.first or self.candidate.rule.type != "BATTLE"
        return apart and before in scene.prepositions and scene.is_a(before, "event")

    def _of_deed_before(self, preposition: int) -> bool:
        """*After his victory over the Danes he was crowned*, *Upon her election she asked for help*: who takes part in a deed told before the verb."""
        scene, before = self.scene, self.scene.chunk_of[preposition - 1]
        if before < 0:
            return scene.lower[preposition] == "upon"
        return before in scene.prepositions and (scene.lower[preposition] != "with" or before in self.owner.told)

    def _against_behind(self, index: int) -> tuple[tuple[int, int], ...]:
        """*fired missiles acquired from Libya against Baghdad*: whom what a participle describes is used against."""
        scene, nxt = self.scene, index + 1
        if self.candidate.rule.type not in OF_ARMS or nxt >= len(scene.clauses):
            return ()
        behind = scene.clauses[nxt]
        described = (
            behind.link == "reduced" and behind.governor == index and behind.subjects == scene.clauses[index].objects
        )
        return tuple((at, c) for at, c in behind.obliques[1:] if described and scene.lower[at] == "against")

    def _amid(self, preposition: int) -> bool:
        """*was destroyed, amid condemnation by the United Nations*: who does what only goes along with the deed."""
        scene, before = self.scene, self.scene.chunk_of[preposition - 1]
        return before >= 0 and scene.lower[scene.prepositions.get(before, preposition)] in _AMID

    def _in_name(self, preposition: int, chunk: int) -> bool:
        """*at the Isle of Axholme*: whether the preposition is part of a place's name."""
        scene = self.scene
        at = scene.tokens.starts[preposition]
        named = scene.places_in(scene.chunks[max(chunk - 1, 0)].first, scene.chunks[chunk].last)
        return bool(named) and any(place.start < at < place.end for place in named)

    def _belongs_to_deed(self, preposition: int, chunk: int) -> bool:
        """*announced its withdrawal to the Line of Control*: where to, not whom it was announced to."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        before = scene.chunk_of[preposition - 1]
        deed = before >= 0 and scene.is_a(before, "event", "deed")
        return deed and not scene.actors_in(phrase.first, phrase.last)

    def _behind_phrase(self) -> tuple[int, ...]:
        """*put to death 260 prisoners*: what stands right behind a phrase of several words."""
        scene, at, index = self.scene, self.candidate.last, self.candidate.clause
        passive = index is not None and scene.passive(index)
        if passive or at - self.candidate.first < _PHRASE or at >= len(scene.lower):
            return ()
        while scene.parse.codes[at] in "CA" and scene.chunk_of[at] < 0 and at + 1 < len(scene.lower):
            at += 1
        chunk = scene.chunk_of[at]
        own = chunk >= 0 and scene.chunks[chunk].first == at and chunk not in scene.prepositions
        return (chunk,) if own and not scene.chunks[chunk].temporal and not self._claimed(chunk) else ()

    def _claimed(self, chunk: int) -> bool:
        return self.scene.parts.get(chunk, (None, ""))[1] == "subject"

    def _of_others(self, chunk: int, role: str) -> bool:
        """*attacked the walls, with losses on both sides*: what hangs on another deed, or on losses, is no party of this one."""
        scene = self.scene
        if self.of_another_deed(chunk, self.candidate.last):
            return True
        beside = scene.head(chunk - 1) in _LOSSES and scene.lower[scene.prepositions.get(chunk - 1, 0)] == "with"
        return role == "target" and beside and scene.after(chunk - 1) == chunk

    def _gapped(self, index: int) -> bool:
        """*The army was crushed, Tilly wounded at Lech*: a past tense without object that shares the auxiliary before it."""
        scene, clause = self.scene, self.scene.clauses[index]
        group = scene.group(index)
        alone = group.first == group.head or scene.parse.codes[group.first : group.head].strip("A") == ""
        if clause.objects or clause.link == "relative" or not alone or scene.parse.codes[group.head] not in "LE":
            return False
        before = index - 1
        return before >= 0 and scene.clauses[before].sentence == clause.sentence and scene.passive(before)

    def _within_rule(self, chunk: int) -> None:
        """*came under Russian control*, *established Union control of the river*: whose it became."""
        if self.candidate.rule.subtype in RETAKEN and (ruler := self._ruler(chunk)) is not None:
            self._actor(ruler, "initiator")

    def _within(self, chunk: int) -> bool:
        """Whether the noun phrase is part of the trigger."""
        return self.candidate.first < self.scene.chunks[chunk].head < self.candidate.last

    def _bereft(self, objects: tuple[int, ...]) -> tuple[int, ...]:
        """*cost the Turks 4,000 men*: who lost them stands right behind the verb."""
        if self.candidate.rule.entry.name != "cost" or not objects:
            return objects
        beside = self.scene.chunk_of[self.candidate.last]
        return (beside,) if beside >= 0 and beside not in objects and self._is_party(beside) else objects

    def _also_bereft(self, objects: tuple[int, ...]) -> tuple[int, ...]:
        """*cost the Danes 6,000 men and the Swedes 4,500*: the further losers, whose names end before their numbers."""
        scene = self.scene
        if scene.lower[self.candidate.first] not in _costing():
            return objects
        further = [c for c in objects if scene.parse.codes[scene.chunks[c].last - 2 : scene.chunks[c].last] == "MC"]
        for chunk in further:
            loser = self.owner.make(scene.chunks[chunk].first, scene.chunks[chunk].last - 1)
            if loser is not None:
                self._actor(loser, "target")
        return tuple(c for c in objects if c not in further)

    def _outside(self, objects: tuple[int, ...]) -> tuple[int, ...]:
        """The objects that are no part of the trigger; one that is may say who is sent (*sent reinforcements*)."""
        if self.candidate.last - self.candidate.first == 1:
            return objects
        if self.candidate.rule.entry.name == "give-control":
            self._given_control()
            return self._behind_phrase()
        for chunk in objects:
            if self._within(chunk):
                self._within_rule(chunk)
        # *was taken prisoner*: not the word of the trigger itself.
        given = self.candidate.rule.type == "CASUALTY" or self.candidate.rule.subtype == "victory"
        told = self.candidate.last - 1 if given else -1
        # *cost the Turks 4,000 dead*, *dealt the Turks a defeat*: who lost stands right behind the verb.
        beside = (self.scene.chunk_of[self.candidate.first + 1],) if told >= 0 else ()
        held = dict.fromkeys((*(c for c in beside if c >= 0), *objects))
        # *took 300 prisoners* tells whom, *took him prisoner* what he became.
        inside = (c for c in held if self._within(c) and (self.scene.chunks[c].head != told or self._are_held(c)))
        self._take(inside, self.roles.get("inside", "none"), "object")
        return tuple(c for c in objects if not self._within(c)) or self._behind_phrase() or self._of_follower()

    def _given_control(self) -> None:
        """*gave the Danes control of Fyn*; of *routed the garrison, giving them control of the town* it is who routed it."""
        scene, index = self.scene, self.candidate.clause
        chunk = scene.chunk_of[self.candidate.first + 1]
        if chunk < 0 or index is None:
            return
        phrase = scene.chunks[chunk]
        if scene.parse.codes[phrase.first] == "O" and scene.clauses[index].link == "participle":
            self._take(scene.clauses[index].subjects, "initiator", "object")
        elif phrase.last < self.candidate.last - 1:
            self._take((chunk,), "initiator", "object")
        else:
            # *giving the French control of Lund*
            named = scene.actors_in(phrase.first, phrase.head)
            if not named and scene.lower[phrase.head - 1] in demonyms():
                made = self.owner.make(phrase.first, phrase.head)
                named = [] if made is None else [made]
            for actor in named:
                self._actor(actor, "initiator")

    def _of_follower(self) -> tuple[int, ...]:
        """*laid siege to and took the town*: the object of the verb that is joined to a phrase."""
        scene, index = self.scene, self.candidate.clause
        if index is None or scene.passive(index) or scene.parse.codes[self.candidate.last - 1] not in "Ii":
            return ()
        followers = joined_behind(scene.parse, index, self.candidate.last)
        return next((scene.clauses[nxt].objects for nxt in followers if scene.clauses[nxt].objects), ())

    def _are_held(self, chunk: int) -> bool:
        """*300 prisoners*, *hostages*: those who were taken."""
        return self.scene.head(chunk) in _HELD

    def _of_phrase(self, subjects: tuple[int, ...]) -> bool:
        """*War was declared on Spain*, *fire was opened on the convoy*: the subject is no more than a word of the rule's phrase."""
        if len(subjects) != 1 or self.scene.of(subjects[0]) is not None:
            return False
        verb = self.scene.lower[self.candidate.first]
        return self.scene.head(subjects[0]) in _words_of_phrases(self.candidate.rule.entry.words, verb)

    def _parted(self, preposition: int, obliques: Iterable[tuple[int, int]], *, passive: bool) -> bool:
        """*was fought between Danes and Swedes*, but neither *between Mainz and Worms* nor *The division fought between …*."""
        if self.candidate.rule.subtype != "clash":
            return True
        parties = not any(at == preposition and self.is_ground(chunk) for at, chunk in obliques)
        return parties and (passive or self.roles.get("subject") == "none")

    def _is_aim(self, chunk: int, role: str) -> bool:
        """*threw explosives onto a police station*: a building that is struck."""
        index = self.candidate.clause
        aimed = role == "target" and index is not None and not self.scene.passive(index)
        return aimed and self.candidate.rule.type in OF_ARMS and self.scene.is_a(chunk, "facility")

    def _is_front(self, chunk: int) -> bool:
        """*was retaken by the 1st Ukrainian Front*: a body by name; not *on the Western Front*."""
        scene = self.scene
        named = scene.tokens.words[scene.chunks[chunk].head] in ("Front", "Wing")
        return named and scene.lower[scene.prepositions.get(chunk, 0)] == "by"

    def _is_party(self, chunk: int) -> bool:
        """A noun phrase that can stand for a party: *with great fervour* does not."""
        scene = self.scene
        phrase = scene.chunks[chunk]
        if (
            scene.head(chunk) in _LOSSES
            or (scene.head(chunk) in _SIDES and not (self._is_line_of(chunk) or self._is_front(chunk)))
            or (chunk and scene.head(chunk - 1) in BORDERS and scene.after(chunk - 1, "with"))
        ):
            # *fighting near the border with Chad, with casualties on both sides*
            return False
        acts = scene.is_a(chunk, *ACTING, "partitive", "event") or self._is_line_of(chunk)
        if scene.parse.codes[phrase.head] in "MO" or acts:
            return True
        counted = scene.parse.codes[phrase.head] == "C" and (of := scene.of(chunk)) is not None
        if counted and of is not None and scene.is_a(of, *ACTING):
            # *as well as 90 of his men*
            return True
        return bool(scene.actors_in(phrase.first, phrase.last)) or self._ruler(chunk) is not None

    def _done_to(self, index: int) -> int | None:
        """*Defeating Danish forces at Lund would be hard*: what stands between a gerund and the verb whose subject that is; not *Fleeing, they drowned*."""
        scene, behind = self.scene, self.scene.clauses[index + 1 : index + 2]
        if (
            not behind
            or scene.clauses[index].link != "participle"
            or scene.passive(index)
            or len(behind[0].subjects) != 1
        ):
            return None
        if (
            scene.lower[scene.verb(index)] in _without_object()
            or self.candidate.rule.subtype in _OF_MOVES
            or scene.passive(index + 1)
        ):
            return None
        subject = behind[0].subjects[0]
        adjoins = (
            scene.chunks[subject].first == scene.group(index).last
            and behind[0].sentence == scene.clauses[index].sentence
        )
        parted = "," in scene.parse.codes[scene.chunks[subject].last : scene.group(index + 1).first]
        return subject if adjoins and not parted else None

    def _of_phrase_behind(self, index: int) -> bool:
        """*looted and set fire to houses*, *attacked and scored a victory*: whether the object of the verb behind is but part of what it says."""
        return any(self.scene.head(c) in _PARTS_OF_PHRASES for c in self.scene.clauses[index].objects)

    def _shared(self, index: int) -> tuple[tuple[int, ...], tuple[tuple[int, int], ...]]:
        """Objects and obliques; *attacked and captured X*: of the coordinated verb that follows at once."""
        scene, clause = self.scene, self.scene.clauses[index]
        if clause.objects or any(at > self.candidate.first for at, _ in clause.obliques):
            return clause.objects, clause.obliques
        if (done := self._done_to(index)) is not None:
            tail = scene.tail(done)
            return (done,), (*clause.obliques, *((scene.prepositions[c], c) for _, c in tail))
        for nxt in joined_behind(scene.parse, index, self.candidate.last):
            follower = scene.clauses[nxt]
            if not follower.objects and not follower.obliques:
                continue
            # *retreated and burned crops*, *attacked and won a victory*: only the second has an object.
            alone = scene.lower[scene.verb(index)] in _without_object() or self._of_phrase_behind(nxt)
            # *attacked and drove back the rebels*: behind the particle.
            behind = scene.group(nxt).last
            parted = tuple(c for at, c in follower.obliques if at == behind and scene.lower[at] in PARTICLES)
            joined = follower.obliques
            if scene.passive(index) and scene.lower[scene.group(nxt).first] in WAS:
                # *was recalled and was replaced by Carleton*
                joined = tuple((at, c) for at, c in joined if scene.lower[at] != "by")
            return () if alone else follower.objects or parted, (*clause.obliques, *joined)
        return clause.objects, clause.obliques
