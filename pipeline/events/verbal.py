"""Roles of an event that a verb reports: subject, objects and prepositional phrases of its clause, by its voice and its rule."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pipeline.events.names import PLACE_ROLES
from pipeline.events.partakers import Partakers
from pipeline.events.phrases import ACTING, RETAKEN
from pipeline.events.series import joined_behind
from pipeline.rules.grammar import forms_of, grammar, verbs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.records import Actor, Argument

__all__ = ["BORDERS", "DOERS", "Verbal"]

_OF_ARMS = frozenset({"BATTLE", "TERRITORY", "REMOTE", "DESTRUCTION"})
_PHRASE = 2
"""Words of the shortest phrase."""
# *by the army*, *talks were held between X and Y*
DOERS = frozenset({"by", "between"})
_WAYS = frozenset(
    {
        "access",
        "route",
        "routes",
        "retreat",
        "escape",
        "line",
        "lines",
        "supply",
        "supplies",
        "communications",
        "withdrawal",
        "path",
        "road",
    }
)
_MOVES = frozenset({"advance", "withdraw"})
_FOLLOWINGS = frozenset(
    {"men", "horse", "retinue", "followers", "knights", "band", "party", "bodyguard", "escort", "archers"}
)
# *was attacked on two sides*
_SIDES = frozenset({"side", "sides", "flank", "flanks", "front", "fronts", "foot", "horseback", "wing", "wings"})
_FOR_CRIMES = frozenset({"execution", "arrest", "release", "resign"})
_HELD = frozenset({"prisoners", "captives", "hostages", "pows"})
_LOSSES = frozenset({"casualties", "losses", "deaths", "injuries", "wounds", "loss"})
# *near the border with Pakistan*
BORDERS = frozenset({"border", "frontier", "boundary", "relations", "link", "links"})


@cache
def _fallen() -> frozenset[str]:
    """Participles of what befell men or ships: *returned with four ships damaged*."""
    return forms_of(("kill", "wound", "injure", "lose", "sink", "damage", "destroy", "drown"))


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


class Verbal(Partakers):
    """Reads the arguments of an event off the clause of its verb."""

    def sufferer(self) -> None:
        """*The brigade suffered 100 killed*: of a loss that is only counted, who suffered it."""
        index = self.candidate.clause
        if self.candidate.rule.type != "CASUALTY" or index is None or any(r == "target" for _, r in self.actors):
            return
        scene = self.scene
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
        subject, object_ = self.roles.get("subject", "none"), self.roles.get("object", "none")
        object_ = self.roles.get("patient", object_) if passive else object_
        if passive and object_ == "place" and self.candidate.rule.type == "MOVEMENT":
            # *were flown to Moscow*: whoever is brought is no place.
            object_ = "target"
        if (
            self.candidate.rule.type == "CASUALTY"
            and not passive
            and object_ == "target"
            and self._gapped(clause_index)
        ):
            subject = "target"
        fell = passive or subject == "place"
        if not (passive and self._of_phrase(clause.subjects)):
            self._take(
                self._accompanied(self._doers(clause_index)),
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
        for at, chunk in obliques:
            inside = self.candidate.first < at < self.candidate.last
            if self._within(chunk):
                self._within_rule(chunk)
                continue
            role = self._role_of(at, chunk, obliques, object_)
            if role and (inside or role == "place" or self._is_party(chunk) or self._is_aim(chunk, role)):
                self._take((chunk,), role, "object" if inside else PLACE_ROLES.get(scene.lower[at], "site"))
        self._with_men(clause_index)
        if self.candidate.rule.subtype == "besiege" and not passive:
            self._cut_from((*objects, *(c for at, c in obliques if self.candidate.first < at < self.candidate.last)))
        if passive:
            self._beyond(clause_index)
            self._firing(chunk for at, chunk in obliques if scene.lower[at] in ("by", "with"))
        else:
            self._firing(clause.subjects)
            if subject == "none" and self.candidate.rule.subtype == "clash":
                self._parties_of(clause.subjects)
        if self.candidate.rule.subtype == "demand":
            self._asked(clause_index)
        if self.candidate.rule.type != "STATEMENT":
            self.clause_places(clause_index, objects if not passive else clause.subjects)
            self._holders(objects if not passive else clause.subjects)

    def _named_among(self, index: int) -> None:
        """*Among those killed was the governor*, *among the arms seized were three tanks*: who was among those of whom a participle tells."""
        scene, clause = self.scene, self.scene.clauses[index]
        following = index + 1 if clause.governor is None else clause.governor
        if len(clause.subjects) != 1 or following >= len(scene.clauses):
            return
        at, named = scene.prepositions.get(clause.subjects[0]), scene.clauses[following]
        among = at is not None and scene.lower[at] == "among" and named.sentence == clause.sentence
        among = among and scene.verb(following) >= self.candidate.last
        if among and scene.parse.codes[scene.verb(following)] in "Bb":
            self._take(named.objects, self.roles.get("object", "none"), "object")
            self.actors = {key: one for key, one in self.actors.items() if not self._stands_in(one, clause.subjects[0])}

    def _firing(self, shots: Iterable[int]) -> None:
        """*was hit by a torpedo fired by U-47*, *by torpedoes from U-454*: who fired what struck."""
        scene = self.scene
        for chunk in shots:
            behind = scene.chunks[chunk].last
            if not scene.is_a(chunk, "munition") or behind >= len(scene.clause_of):
                continue
            index = scene.clause_of[behind]
            if index >= 0 and scene.clauses[index].link == "reduced" and scene.clauses[index].subjects == (chunk,):
                makers = [c for by, c in scene.clauses[index].obliques if scene.lower[by] in ("by", "from")]
            else:
                makers = [c for word, c in scene.tail(chunk)[:1] if word == "from"]
            self._take((c for c in makers if self._is_shooter(c)), "initiator", "site")

    def _is_shooter(self, chunk: int) -> bool:
        """*torpedoes from the submarine U-454*, *arrows fired by the Scots*; not *shells from the ridge*."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        return (
            scene.is_a(chunk, *ACTING)
            or bool(scene.actors_in(phrase.first, phrase.last))
            or (scene.parse.codes[phrase.head] == "M" and not scene.places_in(phrase.first, phrase.last))
        )

    def _with_men(self, index: int) -> None:
        """*Osorio crossed the river with about 5,000 men*: who moves with their leader."""
        rule, scene = self.candidate.rule, self.scene
        moved = rule.type == "MOVEMENT" or rule.subtype in _MOVES
        if not moved or scene.passive(index) or not any(role == "initiator" for _, role in self.actors):
            return
        if rule.roles.get("object") == "target" and scene.clauses[index].objects:
            return
        behind = [c for at, c in scene.clauses[index].obliques if self._moves_with(at)]
        for chunk in (*filter(None, map(self._along, scene.clauses[index].subjects)), *behind):
            if self._is_following(chunk):
                # *marched off with half his infantry*: whom he took with him.
                self._take((chunk,), "target" if rule.subtype == "deploy" else "initiator", "site")

    def _moves_with(self, preposition: int) -> bool:
        """*rode into Kentucky with 400 men*; not *returned home in a swap with volunteers*."""
        scene, before = self.scene, self.scene.chunk_of[preposition - 1]
        beside = before >= 0 and scene.lower[scene.chunks[before].first] in ("a", "an")
        return scene.lower[preposition] == "with" and preposition >= self.candidate.last and not beside

    def _along(self, subject: int) -> int | None:
        """*Napoleon, with 20,000 men, crossed the river*, *Osorio with 5,000 men landed*: who stands with the subject."""
        scene, last = self.scene, self.scene.chunks[subject].last
        at = last + (scene.lower[last : last + 1] == [","])
        chunk = scene.chunk_of[at + 1] if scene.lower[at : at + 1] == ["with"] else -1
        return chunk if chunk >= 0 and chunk != subject else None

    def _is_following(self, chunk: int) -> bool:
        """*5,000 men*, *his retinue*, *fresh troops*; not *the men of the Danes*, whom one met, nor *18 men killed*."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        if not _fallen().isdisjoint(scene.lower[phrase.last : phrase.last + 1]):
            return False
        named = "M" in scene.parse.codes[phrase.first : phrase.last] or scene.lower[phrase.first] == "the"
        return not named and (scene.head(chunk) in _FOLLOWINGS or scene.is_a(chunk, "force", "naval"))

    def _cut_from(self, objects: Iterable[int]) -> None:
        """*cut off the Russians' route of retreat*: whose way is cut."""
        scene = self.scene
        for chunk in objects:
            phrase = scene.chunks[chunk]
            if scene.head(chunk) not in _WAYS:
                continue
            if (owner := self._doer(chunk)) is not None:
                # *cut off Reed's route of retreat*
                self._actor(owner, "target")
            for actor in scene.actors_in(phrase.first, phrase.head):
                if scene.parse.codes[scene.tokens.token_span(actor.start, actor.end)[1]] == "S":
                    self._actor(actor, "target")

    def _role_of(self, at: int, chunk: int, obliques: tuple[tuple[int, int], ...], object_: str) -> str:
        """The role of a noun phrase behind the preposition at ``at``, empty where it has none."""
        scene, word = self.scene, self.scene.lower[at]
        index = self.candidate.clause
        passive = index is not None and scene.passive(index)
        inside = self.candidate.first < at < self.candidate.last
        turned = index is None or not passive or self._of_phrase(scene.clauses[index].subjects)
        role = self.roles.get(word) or (object_ if inside and turned else "")
        if index is not None and word == "by":
            fronted = scene.clauses[index].first <= at < self.candidate.first
            # Before the verb it names the doer of another deed: *after its capture by the Danes the town was burned*.
            role = role if passive and not fronted and not self._means(chunk) else ""
        if word == "with" and at < self.candidate.first and self.candidate.rule.type == "BATTLE":
            # *In company with Exeter she fought the Graf Spee*: at the head of the clause, whom they fought beside.
            role = ""
        if word == "to" and self.candidate.rule.type == "STATEMENT" and self._belongs_to_deed(at, chunk):
            role = ""
        if word == "from" and self.candidate.rule.subtype in RETAKEN and self._loser(chunk):
            role = "target"
        if word == "of" and scene.parse.codes[at - 1] == "M" and scene.lower[at - 1] not in scene.classes:
            # *allied himself with Margaret of Anjou*: part of her name; not *the Kingdoms of Laos*.
            role = ""
        if (
            self.because(at)
            or self._in_name(at, chunk)
            or self._against_another(at)
            or (role not in ("", "place") and self._describes_one(at))
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
            role = self.roles.get("subject", "none")
        if role and role != "place" and self._of_others(chunk, role):
            role = ""
        struck = index is not None and bool(scene.clauses[index].objects) and self.roles.get("object") == "target"
        if word == "at" and role == "target" and struck and not inside:
            # *attacked the Rebels at Raymond*, but *shot at the Rebels*
            role = "place"
        return role

    def _against_another(self, preposition: int) -> bool:
        """*was beheaded on a charge of treason against the Crown*: whom the crime was against."""
        told = self.scene.lower[preposition] == "against" and self.candidate.rule.subtype in _FOR_CRIMES
        return told and self.scene.chunk_of[preposition - 1] >= 0

    def _against_behind(self, index: int) -> tuple[tuple[int, int], ...]:
        """*fired missiles acquired from Libya against Baghdad*: whom what a participle describes is used against."""
        scene, nxt = self.scene, index + 1
        if self.candidate.rule.type not in _OF_ARMS or nxt >= len(scene.clauses):
            return ()
        behind = scene.clauses[nxt]
        described = (
            behind.link == "reduced" and behind.governor == index and behind.subjects == scene.clauses[index].objects
        )
        return tuple((at, c) for at, c in behind.obliques[1:] if described and scene.lower[at] == "against")

    def _in_name(self, preposition: int, chunk: int) -> bool:
        """*at the Isle of Axholme*: whether the preposition is part of a place's name."""
        scene = self.scene
        at = scene.tokens.starts[preposition]
        named = scene.places_in(scene.chunks[max(chunk - 1, 0)].first, scene.chunks[chunk].last)
        return any(place.start < at < place.end for place in named)

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

    def _beyond(self, index: int) -> None:
        """Who does it where no *by* says so: *a treaty between X and Y was signed*, *Henry had his wife executed*."""
        clause = self.scene.clauses[index]
        if clause.link == "reduced":
            self._took_care(index)
            self._named_among(index)
        if self.candidate.rule.type == "AGREEMENT":
            self._parties_of(clause.subjects)

    def _parties_of(self, subjects: Iterable[int]) -> None:
        """*a treaty between X and Y was signed*, *war between X and Y broke out*: between whom it is."""
        for word, chunk in (phrase for c in subjects for phrase in self.scene.tail(c)):
            if word in DOERS:
                self._take((chunk,), "initiator", "site")

    def _took_care(self, index: int) -> None:
        """*Henry had his wife executed*, *had A and B killed*: who has a thing done, and to whom else."""
        scene, clause = self.scene, self.scene.clauses[index]
        if clause.governor is None or scene.group(index).first != scene.verb(index):
            return
        above = scene.clauses[clause.governor]
        alone = scene.group(clause.governor).last - scene.group(clause.governor).first == 1
        if self.candidate.rule.type == "CASUALTY" and any(map(self._is_counted, clause.subjects)):
            # *The regiment had 12 men killed*: what befell it.
            return
        if alone and scene.lower[scene.verb(clause.governor)] == "had" and set(clause.subjects) <= set(above.objects):
            self._take(above.subjects, "initiator", "site")
            self._take(above.objects, self.roles.get("object", "none"), "object")

    def _is_counted(self, chunk: int) -> bool:
        """*12 men*, *some 300 of them*."""
        phrase = self.scene.chunks[chunk]
        return "C" in self.scene.parse.codes[phrase.first : phrase.last]

    def _stands_in(self, party: Argument[Actor], chunk: int) -> bool:
        """Whether a party is what a noun phrase says."""
        start, end = self.scene.span(self.scene.chunks[chunk].first, self.scene.chunks[chunk].last)
        return start <= party.mention.start < end

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
        for chunk in objects:
            if self._within(chunk):
                self._within_rule(chunk)
        # *was taken prisoner*: not the word of the trigger itself.
        told = self.candidate.last - 1 if self.candidate.rule.type == "CASUALTY" else -1
        # *cost the Turks 4,000 dead*: who lost them stands right behind the verb.
        beside = (self.scene.chunk_of[self.candidate.first + 1],) if told >= 0 else ()
        held = dict.fromkeys((*(c for c in beside if c >= 0), *objects))
        # *took 300 prisoners* tells whom, *took him prisoner* what he became.
        inside = (c for c in held if self._within(c) and (self.scene.chunks[c].head != told or self._are_held(c)))
        self._take(inside, self.roles.get("inside", "none"), "object")
        return tuple(c for c in objects if not self._within(c)) or self._behind_phrase() or self._of_follower()

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
        if len(subjects) != 1 or self.scene.after(subjects[0], "of") is not None:
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
        return aimed and self.candidate.rule.type in _OF_ARMS and self.scene.is_a(chunk, "facility")

    def _is_party(self, chunk: int) -> bool:
        """A noun phrase that can stand for a party: *with great fervour* does not."""
        scene = self.scene
        phrase = scene.chunks[chunk]
        if (
            scene.head(chunk) in _LOSSES
            or (scene.head(chunk) in _SIDES and not self._is_line_of(chunk))
            or (chunk and scene.head(chunk - 1) in BORDERS and scene.after(chunk - 1, "with"))
        ):
            # *fighting near the border with Chad, with casualties on both sides*
            return False
        acts = scene.is_a(chunk, *ACTING, "partitive", "event") or self._is_line_of(chunk)
        if scene.parse.codes[phrase.head] in "MO" or acts:
            return True
        counted = scene.parse.codes[phrase.head] == "C" and (of := scene.after(chunk, "of")) is not None
        if counted and of is not None and scene.is_a(of, *ACTING):
            # *as well as 90 of his men*
            return True
        return bool(scene.actors_in(phrase.first, phrase.last)) or self._ruler(chunk) is not None

    def _agents_shared(self, index: int) -> tuple[tuple[int, int], ...]:
        """*was outflanked by Gordon's division and defeated*: the agent of the passive that the verb is coordinated with."""
        scene, clause = self.scene, self.scene.clauses[index]
        partner = clause.governor
        if clause.link != "conjunct" or partner is None or not scene.passive(index) or not scene.passive(partner):
            return ()
        if scene.clauses[partner].subjects != clause.subjects or scene.group(index).first != scene.verb(index):
            return ()
        if self.candidate.rule.subtype == "recapture":
            # *was captured by the RUF and retaken a few months later*: by the others.
            return ()
        last = scene.verb(index) + 1
        told = [c for _, c in (*scene.clauses[partner].obliques, *clause.obliques)]
        told += [c for c in scene.chunk_of[last : last + 1] if c >= 0]
        if self.candidate.rule.type not in _OF_ARMS and any(scene.chunks[c].temporal for c in told):
            # *was captured by hussars in May and hanged three years later*
            return ()
        return tuple((at, c) for at, c in scene.clauses[partner].obliques if scene.lower[at] == "by")

    def _shared(self, index: int) -> tuple[tuple[int, ...], tuple[tuple[int, int], ...]]:
        """Objects and obliques; *attacked and captured X*: of the coordinated verb that follows at once."""
        scene, clause = self.scene, self.scene.clauses[index]
        if clause.objects or any(at > self.candidate.first for at, _ in clause.obliques):
            return clause.objects, clause.obliques
        for nxt in joined_behind(scene.parse, index, self.candidate.last):
            follower = scene.clauses[nxt]
            if not follower.objects and not follower.obliques:
                continue
            # *retreated and burned crops*: only the second has an object.
            alone = scene.lower[scene.verb(index)] in _without_object()
            return () if alone else follower.objects, (*clause.obliques, *follower.obliques)
        return clause.objects, clause.obliques
