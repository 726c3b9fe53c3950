"""Roles of an event that a noun reports: its phrase, what hangs on it, and the clause of its support verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.events.kinds import OF_ARMS, POWERS
from pipeline.events.losses import COST
from pipeline.events.makers import LED
from pipeline.events.means import WITH_ANOTHER, Means
from pipeline.events.names import PLACE_ROLES
from pipeline.events.sites import OF_SCENES
from pipeline.events.verbal import BORDERS
from pipeline.rules.actors import actor_rules
from pipeline.rules.grammar import AT_REST
from pipeline.rules.nouns import noun_classes

if TYPE_CHECKING:
    from pipeline.records import Actor, Mention

__all__ = ["Nominal"]

_COMING = frozenset({"BATTLE", "MOVEMENT"})
_OF_OTHERS = frozenset({"clash", "repel", "victory", "counterattack"})
"""Subtypes of what two do, or others do to whoever did the deed named before."""
_AIMED_AT = frozenset({"on", "against"})
_BESIDE = frozenset(
    {"without", "despite", "after", "before", "during", "until", "since", "amid", "besides", "except", "unlike"}
)
_ATTRIBUTES = frozenset(
    {
        "guerrilla",
        "guerilla",
        "partisan",
        "commando",
        "military",
        "artillery",
        "naval",
        "civilian",
        "civil",
        "infantry",
        "cavalry",
    }
)
_FOUGHT_FOR = frozenset({"clash", "offensive"})
_HOLD = frozenset({"control", "possession"})
_SHORES = frozenset(
    {
        "shore",
        "shores",
        "tip",
        "coast",
        "coasts",
        "bank",
        "banks",
        "border",
        "borders",
        "frontier",
        "slopes",
        "edge",
        "outskirts",
    }
)
_AT_TIMES = frozenset({"at", "on", "in", "towards", "toward", "by", "from"})
_ENDS_OF_TIMES = frozenset({"end", "beginning", "start", "outset", "onset", "close", "height", "time", "turn", "eve"})


class Nominal(Means):
    """Reads the arguments of an event off the phrase of its noun."""

    def noun(self) -> None:
        """Fills the roles of an event noun."""
        scene, candidate = self.scene, self.candidate
        chunk = candidate.chunk
        assert chunk is not None
        if candidate.clause is not None:
            self._support()
            self._overthrown(candidate.clause)
        if chunk < 0:
            return
        self._premodifiers(chunk)
        tail = scene.tail(chunk) or self._shared_tail(chunk) or self._apposed_tail(chunk)
        self._behind(chunk, tail)
        self._aimed_at(chunk)
        self._led_by(chunk)
        self._commanded_by(tail)
        if candidate.clause is not None and not candidate.support and candidate.rule.subtype in WITH_ANOTHER:
            self._meeting(candidate.clause, chunk)
        if candidate.clause is not None and not any(role == "initiator" for _, role in self.actors):
            if not candidate.support:
                self._partaking(candidate.clause, chunk)
            if not any(role == "initiator" for _, role in self.actors):
                self._preparing(candidate.clause, chunk)
            if not candidate.support and not any(role == "initiator" for _, role in self.actors):
                self._doing_so(candidate.clause, chunk)
                self._same_deed(candidate.clause, chunk)
        if (
            candidate.clause is not None
            and candidate.rule.subtype == "clash"
            and candidate.part == "subject"
            and not self.actors
        ):
            self._ensuing(candidate.clause)
        if candidate.clause is not None:
            self._striking(candidate.clause, chunk)
        if not self.places and candidate.rule.type in OF_SCENES:
            self.noun_places(chunk)

    def _same_deed(self, clause: int, chunk: int) -> None:
        """*The first conflict between the Danes and the Swedes was the Battle of Lund*: who stands behind what the deed is said to be."""
        scene = self.scene
        if chunk not in scene.clauses[clause].objects or scene.parse.codes[scene.verb(clause)] not in "Bb":
            return
        doers = ("by", "between") if self.candidate.rule.subtype == "clash" else ("by",)
        for subject in scene.clauses[clause].subjects:
            if scene.is_a(subject, "event"):
                self._take((other for word, other in scene.tail(subject) if word in doers), "initiator", "site")

    def _behind(self, chunk: int, tail: list[tuple[str, int]]) -> None:
        """Fills the roles of the prepositional phrases behind a noun, up to where another deed is spoken of."""
        scene = self.scene
        role, before = "", chunk
        if len(tail) > 1 and tail[0][0] != "of" == tail[1][0] and scene.chunks[tail[0][1]].last <= self.candidate.last:
            # *an attempt on the life of the king*
            tail = tail[1:]
        nearest = tail[0][1] if tail else -1
        for word, other in tail:
            beside, before = before, other
            if (word == "with" and scene.head(beside) in BORDERS) or self._part_of_party(other, chunk, beside, role):
                continue
            parted = word == "of" and other != nearest and self._named_place(beside)
            if word != "of" or other == nearest or parted:
                role = self.roles.get(
                    word, "place" if word not in {"with", "for", "as", "than", "about", "under"} else "none"
                )
            if scene.chunks[other].temporal or (word in _AT_TIMES and scene.head(other) in _ENDS_OF_TIMES):
                # *an airstrike on a school at the end of October*
                continue
            if word == "from" and beside != chunk and scene.lower[scene.prepositions[beside]] == "with":
                # *assaults with no support from other branches*: theirs is the support.
                break
            if beside != chunk and self._parted_by_and(beside, other, word):
                break
            costs = scene.head(other) in COST and scene.parse.codes[scene.chunks[other].head] == "N"
            if self.next_deed(other) or costs:
                # *claimed 74 victories for the loss of three pilots*; not *a clash between Grant and Price*.
                break
            if word == "for" and self.candidate.rule.subtype in _FOUGHT_FOR and self._fought_over(other):
                # *the battle for Kharkiv*, *fighting for control of Lund*
                self._places_of(other, "object")
                continue
            role = self._fitting_role(role, word, other, near=other == nearest)
            deed = scene.is_a(other, "event", "deed") and not self._is_line_of(other)
            if word in _BESIDE or (word != "of" and deed and role != "place"):
                # *without discovery by the British*: from here on another deed is spoken of.
                break
            if word == "of" and scene.is_a(other, "partitive", "container") and scene.of(other) is None:
                self._take((other,), role, "object")
                continue
            struck = word in _AIMED_AT or (word == "of" and other == nearest)
            self._take((other,), role, "object" if struck else PLACE_ROLES.get(word, "site"))

    def _parted_by_and(self, beside: int, other: int, word: str) -> bool:
        """*the defeat at Saratoga and the entry of France into the war*, *a raid on Lund and upon the arrival of the fleet*: no part of the deed."""
        codes, first = self.scene.parse.codes, self.scene.chunks[other].first
        if codes[first - 1] == "K":
            heads = codes[self.scene.chunks[beside].head] + codes[self.scene.chunks[other].head]
            return word in AT_REST and heads == "MN" and codes[first] == "D" and not self.is_ground(other)
        at = self.scene.prepositions.get(other, first)
        return codes[at - 1] == "K" and word == "upon"

    def _fought_over(self, chunk: int) -> bool:
        """Whether *for* tells what ground is fought for; not *for Ukraine*, *for independence*."""
        if self.scene.head(chunk) in _HOLD and (behind := self.scene.of(chunk)) is not None:
            chunk = behind
        scene, phrase = self.scene, self.scene.chunks[chunk]
        if scene.places_in(phrase.first, phrase.last):
            return self.is_ground(chunk)
        unknown = not scene.actors_in(phrase.first, phrase.last) and self._local_name(chunk)
        return unknown and scene.parse.codes[phrase.first : phrase.last].strip("M") == ""

    def _shared_tail(self, chunk: int) -> list[tuple[str, int]]:
        """*the capture and execution of the king*: what hangs on the second of two nouns."""
        scene, last = self.scene, self.scene.chunks[chunk].last
        if scene.parse.codes[last : last + 1] != "K" or chunk + 1 >= len(scene.chunks):
            return []
        other = scene.chunks[chunk + 1]
        bare = other.first == last + 1 == other.last - 1 and scene.parse.codes[other.first] == "N"
        return scene.tail(chunk + 1) if bare and scene.after(chunk + 1, "of", "by") is not None else []

    def _apposed_tail(self, chunk: int) -> list[tuple[str, int]]:
        """*Operation Dignity, an offensive against the militias*: what hangs on the noun that says what a named deed was."""
        apposed = self.scene.apposed(chunk)
        return self.scene.tail(apposed) if apposed is not None and self.scene.is_a(apposed, "event") else []

    def _fitting_role(self, role: str, word: str, chunk: int, *, near: bool) -> str:
        """The role that a rule gives to what a preposition joins to the noun, by what that is."""
        if role == "comer":
            return "initiator" if self._comes(chunk) else "target"
        if word == "from" and role == "initiator" and self.candidate.rule.type in _COMING and self.is_ground(chunk):
            # *a frontal attack from the river*
            return "place"
        if word == "from" and role == "initiator" and self._done_before(chunk):
            # *Sosius launched the attack from the left wing*
            return "none"
        shore = word == "on" and role == "target" and self.scene.head(chunk) in _SHORES
        if shore and (not near or self._places_behind(chunk)):
            # *an attack with two armies on the shores of the Black Sea*, *an attack on the fort on the eastern bank*
            return "place"
        return role

    def _done_before(self, chunk: int) -> bool:
        """Whether who did the deed is told before the preposition of a noun phrase; what is joined behind it (*from A and B*) is not."""
        start = self.scene.tokens.starts[self.scene.prepositions[chunk]]
        return any(a.role == "initiator" and a.mention.start < start for a in self.actors.values())

    def _commanded_by(self, tail: list[tuple[str, int]]) -> None:
        """*an expedition to Aetolia, under the Athenian general Demosthenes, failed*: who commands, where no other is told who did it."""
        index = self.candidate.clause
        # *an expedition under Li was dispatched*: whom others send.
        sent = self.candidate.part == "subject" and index is not None and self.scene.passive(index)
        if not sent and not any(role == "initiator" for _, role in self.actors):
            leaders = (other for word, other in tail if word == "under" and self._is_leader(other))
            self._take(leaders, self.roles.get("by", "none"), "site")

    def _is_leader(self, chunk: int) -> bool:
        """*the Athenian general Demosthenes*, *Sir John Johnson*: one person by name, with or without a title."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        if scene.parse.codes[phrase.head] != "M":
            return False
        persons = [a for a in scene.actors_in(phrase.first, phrase.last) if a.value.kind == "person"]
        return bool(persons) or not actor_rules().titles_of_persons.isdisjoint(scene.lower[phrase.first : phrase.head])

    def _comes(self, chunk: int) -> bool:
        """*the invasion of the Mongols*: who can come, where no other is told who does; *of the Germans' positions*: what is struck."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        told = any(role == "initiator" for _, role in self.actors) or scene.after(chunk, "by") is not None
        if told or scene.places_in(phrase.first, phrase.last):
            return False
        end = scene.tokens.ends[phrase.head]
        named = any(actor.end >= end for actor in scene.actors_in(phrase.first, phrase.last))
        return named or scene.is_a(chunk, "force", "person")

    def _places_behind(self, chunk: int) -> bool:
        """Whether a named place stands in what *of* joins to a noun phrase."""
        behind = self.scene.of(chunk)
        if behind is None:
            return False
        inner = self.scene.of(behind)
        last = self.scene.chunks[behind if inner is None else inner].last
        return bool(self.scene.places_in(self.scene.chunks[behind].first, last))

    def _part_of_party(self, other: int, chunk: int, beside: int, role: str) -> bool:
        """*the dispatch of a squad of engineers*: what the party itself is made of."""
        at = self.scene.prepositions[other]
        if self.scene.lower[at] != "of" or self.scene.prepositions.get(beside) == at:
            return False
        if beside == chunk or role not in ("initiator", "target"):
            return False
        return self.scene.is_a(beside, "force", "person", "polity") and not self.scene.is_a(
            beside, "partitive", "container"
        )

    def _named_place(self, chunk: int) -> bool:
        """*the dispatch to Mozambique of a team*: a place by its whole name, which *of* says no more of."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        places = scene.places_in(phrase.first, phrase.last)
        return (
            bool(places)
            and places[-1].end == scene.tokens.ends[phrase.last - 1]
            and places[0].start == scene.tokens.starts[phrase.first]
        )

    def _possessing(self, first: int, last: int, role: str) -> None:
        """*Villa's execution*: whose deed or fate it is; where an adjective says nothing (*public*), as after *of*."""
        scene = self.scene
        at = next((k for k in range(first, last) if scene.parse.codes[k] == "S"), None)
        if at is None or not (scene.parse.codes[at - 1] == "M" or self._of_person(at - 1, role)):
            return
        if role == "none":
            role = self.roles.get("owner") or self.roles.get("of", "none")
        elif scene.places_in(first, at) or scene.actors_in(first, at):
            return
        made = self.owner.make(first, at)
        if made is not None and role in ("initiator", "target"):
            self._actor(made, role)

    def _of_person(self, noun: int, role: str) -> bool:
        """*the president's ousting*: whom a deed befell that has no other place for him."""
        return role == "none" and "person" in noun_classes().get(self.scene.lower[noun], ())

    def _shared_owner(self, chunk: int) -> int | None:
        """*his trial and execution*: where the possessive stands that two nouns share."""
        scene, first = self.scene, self.scene.chunks[chunk].first
        joined = chunk > 0 and scene.parse.codes[first - 1] == "K" and scene.chunks[chunk - 1].last == first - 1
        return scene.chunks[chunk - 1].first if joined else None

    def _befell(self, owner: int, role: str) -> None:
        """*his execution*, *their expulsion*: whom it befell, where the rule gives what stands before the noun no role."""
        if role == "none":
            role = self.roles.get("owner") or self.roles.get("of", "none")
        if role in ("initiator", "target"):
            doers = {(a.mention.start, a.mention.end) for a in self.actors.values() if a.role == "initiator"}
            for actor in self.scene.actors_in(owner, owner + 1):
                # *Hamas carried out its first bombing*: its own.
                if actor.value.antecedent not in doers:
                    self._actor(actor, role)

    def _led(self, first: int, last: int) -> None:
        """*a Tiger Forces-led attack*, *the French-led offensive*: who leads it."""
        scene = self.scene
        for at in range(first, last):
            if scene.lower[at].endswith(LED) and scene.tokens.words[at][0].isupper():
                start = at
                while start > first and scene.parse.codes[start - 1] == "M":
                    start -= 1
                self._actor(self.owner.make_leader(start, at), "initiator")

    def _on_whom(self, chunk: int) -> bool:
        """*their first defeat on the Saxons*, but *his defeat on the Marne*, *on 3 May*."""
        scene = self.scene
        over = scene.after(chunk, "on", "upon") if self.candidate.rule.subtype == "victory" else None
        if over is None or scene.chunks[over].temporal:
            return False
        return not scene.places_in(scene.chunks[over].first, scene.chunks[over].last)

    def _premodifiers(self, chunk: int) -> None:
        """*Russian attacks*, *Iraq's invasion*: who acts or suffers, by the rule; *the Aleppo offensive*: where."""
        scene = self.scene
        phrase = scene.chunks[chunk]
        role = self.roles.get("pre", "initiator")
        if role == "none" and self.roles.get("by") == "initiator" and scene.of(chunk) is not None:
            # *Rome's capture of Veii*, *the Ottoman capture of Otranto*; but *Vienna's capture*.
            role = "initiator"
        first = self.candidate.first
        if scene.tokens.words[first] == "Campaign" and scene.parse.codes[first - 1] != "S":
            # *the Norwegian Campaign of 1940* was fought in Norway, by others.
            role = "none"
        owner = scene.parse.codes[first - 1] == "S" or scene.parse.codes[phrase.first] == "P"
        if role == "target" and owner and (scene.of(chunk) is not None or self._on_whom(chunk)):
            # *Mossadegh's dissolution of the parliament*, *inflicted their first defeat on the Saxons*; not *his defeat on the Marne*
            role = "initiator"
        self._possessing(phrase.first, first, role)
        owned = phrase.first if first > phrase.first else self._shared_owner(chunk)
        if owned is not None and scene.parse.codes[owned] == "P":
            self._befell(owned, role)
        for place in scene.places_in(phrase.first, first):
            end = scene.tokens.token_span(place.start, place.end)[1]
            # *a US airstrike*: what has no adjective of its own says whose, not where.
            name = scene.tokens.text[place.start : place.end + 1]
            short = place.value.kind in POWERS and name[:-1].replace(".", "").isupper() and name[-1] != "-"
            if (scene.parse.codes[end] == "S" or short) and role in ("initiator", "target"):
                if self.candidate.rule.subtype == "surrender" and place.value.kind not in POWERS:
                    # *demanded Rochester's surrender*: where, not who.
                    self._place(place, "site")
                    continue
                mention = self.owner.make(*scene.tokens.token_span(place.start, place.end))
                if mention:
                    self._actor(mention, role)
            else:
                self._place(place, "site")
        if self.roles.get("by") == "initiator" or role in ("initiator", "both"):
            self._led(phrase.first, first)
        if role in ("initiator", "target", "both"):
            one = chunk
            while one > 0 and scene.shared_noun(one - 1) >= chunk:
                # *British and French attacks*
                one -= 1
            # *The FNLA mounted an insurgent campaign*: of what kind, where it is told who does it.
            told = role == "initiator" and any(r == "initiator" for _, r in self.actors)
            for actor in scene.actors_in(scene.chunks[one].first, first) or self._before_list(one):
                name = scene.tokens.text[actor.start : actor.end]
                if name not in _ATTRIBUTES and not (told and name.islower()):
                    self._actor(actor, role)

    def _before_list(self, chunk: int) -> list[Mention[Actor]]:
        """*Russian shelling, missile attacks and airstrikes*: who stands before the first of several nouns for all of them."""
        scene, codes, first = self.scene, self.scene.parse.codes, chunk
        if self.candidate.rule.type not in OF_ARMS or self.candidate.rule.subtype in _OF_OTHERS:
            return []
        while first > 0 and codes[scene.chunks[first].first] not in "DPCM":
            joint = scene.chunks[first].first - 1
            at = joint - (codes[joint - 1] == "," and codes[joint] == "K")
            if codes[joint] not in "K," or scene.chunks[first - 1].last != at or not scene.is_a(first - 1, "event"):
                break
            first -= 1
            if found := scene.actors_in(scene.chunks[first].first, scene.chunks[first].head):
                return found
        return []
