"""Places of an event: those that its clause names, those that a description or pronoun stands for, those of what *where* points to."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pipeline.events.filling import Filling
from pipeline.rules.events import support_verbs

if TYPE_CHECKING:
    from collections.abc import Iterable


__all__ = ["OF_SCENES", "PLACE_ROLES", "Sites"]

PLACE_ROLES = {
    "from": "origin",
    "to": "destination",
    "into": "destination",
    "towards": "destination",
    "toward": "destination",
    "onto": "destination",
}
_LOCATIVE = frozenset(
    {
        "in",
        "into",
        "at",
        "near",
        "on",
        "from",
        "to",
        "towards",
        "toward",
        "around",
        "of",
        "across",
        "through",
        "outside",
        "over",
    }
)
# Behind the verb: *as the Vermont Republic*, *with Romania gaining most*, *under the Vichy regime*.
_OF_OTHERS = frozenset(
    {"as", "with", "under", "like", "unlike", "than", "despite", "except", "after", "before", "since", "following"}
)
# *lost after the Battle of X*
_LATER = frozenset({"after", "before", "since", "following"})
_PARTIES = frozenset({"against", "between", "by", "to"})
# Before the subject: not *by the fall of X*, *unlike X*; nor *of*, but for *south of X*.
_NOT_FRONTED = frozenset(
    {
        "despite",
        "unlike",
        "like",
        "of",
        "by",
        "without",
        "with",
        "for",
        "as",
        "against",
        "except",
        "besides",
        "since",
        "until",
        "after",
        "before",
        "following",
    }
)
_DIRECTIONS = frozenset(
    side + end
    for side in ("north", "south", "east", "west", "north-east", "north-west", "south-east", "south-west")
    for end in ("", "ward")
) | {"northeast", "northwest", "southeast", "southwest", "outside", "upstream", "downstream", "inland"}
# Prepositions that set another deed apart; *in the Battle of X*, *during clashes near Y* are where the event itself happened.
OF_SCENES = frozenset({"BATTLE", "REMOTE", "TERRITORY", "VIOLENCE", "PROTEST", "POLITICS", "AGREEMENT"})
"""Types whose nouns are told to have taken place somewhere by a clause of their own, or by that in which they are a circumstance."""
# *after heavy fighting the Danes took X*: where it was fought.
_FOUGHT = frozenset({"clash", "besiege", "shelling"})
_FOLLOWED = frozenset({"after", "following", "amid", "despite"})
_OF_WAYS = frozenset({"MOVEMENT", "TERRITORY", "HUMANITARIAN"})
_MOVING = frozenset({"advance", "withdraw"})
_WHILE = frozenset({"while", "when"})
_WHEN = frozenset({"", "after", "on", "upon", "while", "when", "by"})
_OF_THOSE_AT = frozenset({"surrender", "revolt"})
_STAND_AT = frozenset({"in", "at", "near", "on", "outside", "around"})
_STANDING = frozenset({"garrison", "defender", "besieger", "battery", "batterie"})
# *the bloodiest day in Greek history*
_TOLD_OF = frozenset({"history", "politics", "memory", "literature", "culture", "mythology", "folklore", "law"})
_SHARING = frozenset({"BATTLE", "REMOTE", "CASUALTY", "DESTRUCTION", "TERRITORY", "VIOLENCE", "DETENTION", "PROTEST"})
_APART = frozenset(
    {
        "for",
        "after",
        "before",
        "following",
        "with",
        "despite",
        "until",
        "since",
        "to",
        "against",
        "under",
        "like",
        "than",
    }
)
_IT = frozenset(
    {
        "capture",
        "recapture",
        "attack",
        "shelling",
        "airstrike",
        "withdraw",
        "relieve",
        "besiege",
        "offensive",
        "advance",
        "bombing",
    }
)


@cache
def _takes_place() -> frozenset[str]:
    """Verbs that say of an event that it happened."""
    return frozenset(form for form, kinds in support_verbs().items() if any(kind == "occur" for kind, _ in kinds))


class Sites(Filling):
    """Collects the places of one event from its clause and what the text said before."""

    def clause_places(self, index: int, acted_upon: Iterable[int]) -> None:
        """The places of a clause: named ones, else what *the city*, *it*, *there* or *where* stand for; an object always."""
        clause = self.scene.clauses[index]
        for chunk in acted_upon:
            self._described(chunk, "object")
        self._named_places(index)
        self.unknown_places(
            clause.obliques, self.candidate.first if self.candidate.chunk is None else self.scene.verb(index)
        )
        if not self.places:
            self._known_place(index)
        if not self.places:
            self._pointed_place(index)
        rule = self.candidate.rule
        shared = rule.type in _SHARING or rule.subtype in _OF_THOSE_AT
        if not self.places and shared:
            self._lent_places(index)
        if not self.places and rule.type == "MOVEMENT" and index + 1 < len(self.scene.clauses):
            # *was sent to relieve X*
            aim = self.scene.clauses[index + 1]
            if aim.governor == index and aim.link in ("infinitive", "purpose"):
                self._named_places(index + 1)
        if not self.places and shared:
            self._subject_places(clause.subjects)

    def _lent_places(self, index: int) -> None:
        """Those of the clause that it is coordinated with or goes along with: *stormed X and shot Y*, *held X, resisting*, *shot while driving through X*."""
        scene, clause = self.scene, self.scene.clauses[index]
        partner = clause.governor
        if (
            partner is not None
            and clause.link == "gerund"
            and clause.marker is not None
            and scene.lower[clause.marker] == "by"
        ):
            self._fronted(self._before_subject(partner), scene.clauses[partner].first)
        along = clause.link == "participle" and self.candidate.rule.subtype not in _MOVING
        if (
            partner is not None
            and (along or clause.link == "conjunct")
            and scene.clauses[partner].subjects == clause.subjects
        ):
            self._named_places(partner)
            if along:
                self.places = {key: place for key, place in self.places.items() if place.role in ("object", "site")}
        for other in (index + 1, index - 1):
            if self.places or not 0 <= other < len(scene.clauses):
                continue
            beside = scene.clauses[other]
            if beside.governor != index or beside.link not in ("gerund", "participle"):
                continue
            marker = scene.lower[beside.marker] if beside.marker is not None else ""
            if other > index and marker in _WHILE and scene.passive(index):
                self._named_places(other)
            elif other < index and marker in _WHEN:
                for chunk in beside.objects:
                    self._places_of(chunk, "site")
                if scene.passive(other):
                    # *Surrounded at X, the regiment surrendered*
                    for at, chunk in beside.obliques:
                        if scene.lower[at] in _STAND_AT:
                            self._places_of(chunk, "site")

    def _subject_places(self, subjects: Iterable[int]) -> None:
        """*Troops at Bataan repelled it*, *the garrison of Lille surrendered*: where those stand who are spoken of."""
        scene = self.scene
        for chunk in subjects:
            before = chunk
            for word, other in scene.tail(chunk):
                standing = word == "of" and scene.head(before).removesuffix("s") in _STANDING
                before = other
                if word in _STAND_AT or standing or (word == "of" and scene.is_a(other - 1, "place")):
                    for place in scene.places_in(scene.chunks[other].first, scene.chunks[other].last):
                        if not self._possessor(place):
                            self._place(place, "site")
                elif word != "of":
                    break

    def _described(self, chunk: int, role: str) -> None:
        if self.scene.head(chunk) == "it" and self.candidate.rule.subtype not in _IT:
            return
        place = self.owner.antecedents.of(chunk)
        for named in [place] if place is not None else self.owner.antecedents.several(chunk):
            self._place(named, role)

    def _known_place(self, index: int) -> None:
        """*the city*, *its outskirts*, where the clause names no place: the place they stand for."""
        clause = self.scene.clauses[index]
        passive = self.scene.passive(index)
        chunks = [*clause.objects, *(c for at, c in clause.obliques if self.scene.lower[at] in _LOCATIVE)]
        if passive or self.roles.get("subject") == "place":
            chunks += clause.subjects
        for chunk in chunks:
            self._described(chunk, "object" if chunk in clause.objects else "site")
            if self.places:
                return

    def _pointed_place(self, index: int) -> None:
        """*in Homs, where …*; *was surrounded there*, *here a battle was fought*: the place that the word points back to."""
        scene, clause = self.scene, self.scene.clauses[index]
        marker = clause.marker
        place = None
        if clause.link == "relative" and marker is not None and scene.lower[marker] == "where":
            place = self.owner.antecedents.pointed(marker, beside=True)
        else:
            at = next((k for k in range(clause.first, clause.last) if scene.lower[k] in ("there", "here")), None)
            if at is not None and scene.parse.codes[at] == "A":
                place = self.owner.antecedents.pointed(at, beside=False)
        if place is not None:
            for held in self.owner.antecedents.held_by(place):
                self._place(held, "site")
            self._place(place, "site")

    def _named_places(self, index: int) -> None:
        """Every place of the clause's stretch right of the verb, and of the phrases before its subject."""
        scene, clause = self.scene, self.scene.clauses[index]
        self.places_right(scene.verb(index) + 1, clause.last)
        self._fronted(self._before_subject(index), clause.first)
        nxt = index + 1
        if not self.places and nxt < len(scene.clauses):
            follower = scene.clauses[nxt]
            gap = scene.group(nxt).first - self.candidate.last
            if follower.link == "conjunct" and follower.governor == index and gap <= 2:
                self.places_right(scene.verb(nxt) + 1, follower.last)

    def _before_subject(self, index: int) -> tuple[tuple[int, int], ...]:
        """The prepositional phrases of a clause that stand before its subject."""
        scene, clause = self.scene, self.scene.clauses[index]
        subjects = [scene.chunks[c].first for c in clause.subjects]
        limit = min((first for first in subjects if first >= clause.first), default=scene.verb(index))
        return tuple((at, chunk) for at, chunk in clause.obliques if at < limit)

    def _fronted(self, phrases: tuple[tuple[int, int], ...], first: int) -> None:
        """*In the hills of X*, *at the Battle of X near Y*, *south of X*: the places before the subject, not those of other deeds and of parties."""
        scene = self.scene
        told, before, joint = False, -1, -1
        for at, chunk in phrases:
            word = scene.lower[at]
            if before < 0 or scene.chunks[before].last != at:
                if at != joint:
                    told = word not in _NOT_FRONTED or (word == "of" and scene.lower[at - 1] in _DIRECTIONS)
            elif word == "of":
                told = told and scene.is_a(before, "place", "facility", "event", "deed", "partitive")
            else:
                told = told and word not in _NOT_FRONTED
            before, joint = chunk, at
            if not told or self.of_another_deed(chunk, first - 1):
                continue
            for place in scene.places_in(scene.chunks[chunk].first, scene.chunks[chunk].last):
                if not self._possessor(place):
                    self._place(place, PLACE_ROLES.get(word, "site"))

    def noun_places(self, chunk: int) -> None:
        """Where an event noun says that it happened by other means than a name behind it: *a riot that began in X*, *the attack on the capital*."""
        scene = self.scene
        for word, other in scene.tail(chunk):
            if word in _LOCATIVE or word == "against":
                self._described(other, "object")
        self._took_place(chunk)
        candidate = self.candidate
        if self.places or candidate.clause is None or candidate.part != "oblique":
            return
        if candidate.rule.subtype in _FOUGHT and scene.lower[scene.prepositions.get(chunk, chunk)] in _FOLLOWED:
            for taken in scene.clauses[candidate.clause].objects:
                self._places_of(taken, "site")
        if not self.places:
            before = tuple((at, c) for at, c in self._before_subject(candidate.clause) if c < chunk)
            self._fronted(before, scene.clauses[candidate.clause].first)

    def _places_meant(self, chunk: int, place_role: str) -> None:
        """*put down a revolt that had broken out in X*, too."""
        super()._places_meant(chunk, place_role)
        self._took_place(chunk)

    def _took_place(self, chunk: int) -> None:
        """The places of the relative clause that tells where an event took place, where no others are known."""
        scene = self.scene
        told = self.owner.relative_of.get(chunk) if not self.places else None
        if told is not None and scene.lower[scene.verb(told)] in _takes_place():
            self._named_places(told)

    def places_right(self, first: int, last: int) -> None:
        """The places named in a stretch of tokens, but for owners, parties, asides in parentheses and what another deed's noun governs."""
        scene = self.scene
        codes = scene.parse.codes
        for place in scene.places_in(first, last):
            token = scene.tokens.token_span(place.start, place.end)[0]
            chunk = scene.chunk_of[token]
            preposition = scene.prepositions.get(chunk)
            word = scene.lower[preposition] if preposition is not None else ""
            other = word in _OF_OTHERS and scene.lower[(preposition or 0) - 1] != "well"
            if other or (word in _PARTIES and self.roles.get(word, "place") != "place"):
                continue
            between = codes[first:token]
            owned = word == "of" and scene.chunks[chunk - 1].last == preposition
            if owned and (self._office(chunk - 1) or self._body(chunk - 1)):
                continue
            if scene.lower[scene.chunks[chunk].head] in _TOLD_OF or self._given_to(chunk, first):
                continue
            power = place.value.kind in ("country", "polity")
            if power and word in ("", "between", "with") and self.candidate.rule.type == "AGREEMENT":
                # *asked Italy for an armistice*
                continue
            if power and word == "for" and self.candidate.rule.type not in _OF_WAYS:
                # *a victory for Russia*
                continue
            if self._possessor(place) or between.count("(") > between.count(")") or self.of_another_deed(chunk, first):
                continue
            self._place(place, "object" if not word or word == "of" else PLACE_ROLES.get(word, "site"))

    def _given_to(self, chunk: int, first: int) -> bool:
        """*sent Johnston a brigade*: who gets what is sent."""
        scene = self.scene
        if scene.chunks[chunk].first != first or chunk + 1 >= len(scene.chunks):
            return False
        gift = scene.chunks[chunk + 1]
        return gift.first == scene.chunks[chunk].last and scene.parse.codes[gift.first] in "DC" and not gift.temporal

    def _body(self, chunk: int) -> bool:
        """*the army of Kiev*: whose it is; a garrison is where it stands."""
        return self.scene.is_a(chunk, "force") and self.scene.head(chunk).removesuffix("s") not in _STANDING

    def _office(self, chunk: int) -> bool:
        """*the governor of Hubei*: where he holds office, not where it happened."""
        scene = self.scene
        if not scene.is_a(chunk, "person") or scene.is_a(chunk, "partitive", "container"):
            return False
        return scene.after(chunk, "of") is not None

    def of_another_deed(self, chunk: int, first: int) -> bool:
        """*in preparation for a campaign between Izium and Dnipro*: the place belongs to the campaign."""
        scene = self.scene
        at = chunk
        while at > 0 and at in scene.prepositions and scene.chunks[at].first > first:
            at -= 1
            if scene.chunks[at].first < first:
                return False
            word = scene.lower[scene.prepositions.get(at, scene.chunks[at].first)]
            if word in _LATER:
                return True
            if word == "with" and (scene.is_a(at, "event", "deed") or scene.head(at) == "exception"):
                return at != self.candidate.chunk
            if at in self.owner.told and at != self.candidate.chunk:
                return word in _APART
        return False
