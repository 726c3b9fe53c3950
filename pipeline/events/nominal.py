"""Roles of an event that a noun reports: its phrase, what hangs on it, and the clause of its support verb."""

from __future__ import annotations

from functools import cache

from pipeline.events.losses import COST
from pipeline.events.names import PLACE_ROLES
from pipeline.events.sites import OF_SCENES
from pipeline.events.support import TURNING
from pipeline.events.verbal import BORDERS, DOERS, Verbal
from pipeline.rules.grammar import forms_of

__all__ = ["Nominal"]

_OF_ATTACKS = frozenset({"BATTLE", "REMOTE"})
_OF_AIMS = _OF_ATTACKS | {"VIOLENCE"}
_COMING = frozenset({"BATTLE", "MOVEMENT"})
_YIELDING = frozenset({"surrender", "withdraw", "resign", "displace", "evacuate"})
_AIMED = frozenset({"against", "on", "upon", "at"})
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
_PREPARING = frozenset({"preparation", "preparations", "prepared", "preparing", "prepare", "readiness"})
_TAKING = frozenset({"take", "took", "takes", "taking", "taken"})
_SHORES = frozenset(
    {
        "shore",
        "shores",
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
_ALONG = frozenset({"in", "at", "during", "after", "following"})
_WITH_ANOTHER = frozenset({"negotiate", "clash"})
_IN_DEEDS = frozenset({"in", "at"})


@cache
def _forcing() -> frozenset[str]:
    """Verbs whose subject makes others yield, or has them do so."""
    return forms_of(("force", "compel", "demand", "request", "accept", "receive", "secure", "obtain"))


@cache
def _preventing() -> frozenset[str]:
    """Forms of the verbs whose subject is not whom the deed would have struck (*averted an attack on the town*)."""
    return forms_of(("prevent", "avert", "forestall", "preclude"))


@cache
def _bringing() -> frozenset[str]:
    """Forms of the verbs whose subject is what the deed came of, not who did it."""
    return forms_of(("result", "cause", "culminate", "end", "dissolve", "escalate", "erupt", *TURNING))


@cache
def _leading() -> frozenset[str]:
    return forms_of(("lead", "begin", "open", "start", "conclude"))


@cache
def _carrying_out() -> frozenset[str]:
    """Verbs whose subject does the deed that is their object."""
    return forms_of(
        (
            "lead",
            "command",
            "head",
            "carry",
            "launch",
            "stage",
            "conduct",
            "mount",
            "execute",
            "perpetrate",
            "spearhead",
        )
    )


@cache
def _asking() -> frozenset[str]:
    """Forms of the verbs whose subject waits for what others do (*sought reinforcements from Rome*)."""
    return forms_of(("seek", "request", "ask", "call", "await", "expect", "need"))


@cache
def _subjecting() -> frozenset[str]:
    """Forms of the verb whose object suffers what the noun names (*subjected Paris to bombardment*)."""
    return forms_of(("subject",))


@cache
def _engaging() -> frozenset[str]:
    return forms_of(("engage", "involve", "lock", "embroil", "entangle"))


@cache
def _catching() -> frozenset[str]:
    return forms_of(("catch", "trap"))


@cache
def _hitting() -> frozenset[str]:
    """Forms of the verbs whose object is what the noun aims at (*An airstrike also hit a hospital*)."""
    return forms_of(("hit", "strike", "target", "shake", "rock"))


@cache
def _taking_part() -> frozenset[str]:
    return _TAKING | forms_of(("participate", "fight", "serve", "distinguish", "kill", "wound", "injure"))


@cache
def _telling() -> frozenset[str]:
    """Verbs of who tells of a deed, his own or not."""
    return forms_of(("report", "confirm", "mention", "describe", "allege", "deny"))


class Nominal(Verbal):
    """Reads the arguments of an event off the phrase of its noun."""

    def noun(self) -> None:
        """Fills the roles of an event noun."""
        scene, candidate = self.scene, self.candidate
        chunk = candidate.chunk
        assert chunk is not None
        if candidate.clause is not None:
            self._support()
        if chunk < 0:
            return
        self._premodifiers(chunk)
        role = ""
        before = chunk
        tail = scene.tail(chunk) or self._shared_tail(chunk)
        nearest = tail[0][1] if tail else -1
        for word, other in tail:
            beside, before = before, other
            if (word == "with" and scene.head(beside) in BORDERS) or self._part_of_party(other, chunk, beside, role):
                continue
            parted = word == "of" and other != nearest and self._named_place(beside)
            if word != "of" or other == nearest or parted:
                role = self.roles.get(word, "place" if word not in {"with", "for", "as", "than", "about"} else "none")
            if scene.chunks[other].temporal:
                continue
            if word == "from" and beside != chunk and scene.lower[scene.prepositions[beside]] == "with":
                # *assaults with no support from other branches*: theirs is the support.
                break
            costs = scene.head(other) in COST and scene.parse.codes[scene.chunks[other].head] == "N"
            if self.next_deed(other) or costs:
                # *claimed 74 victories for the loss of three pilots*; not *a clash between Grant and Price*.
                break
            role = self._fitting_role(role, word, other)
            if word in _BESIDE or (word != "of" and scene.is_a(other, "event", "deed") and role != "place"):
                # *without discovery by the British*: from here on another deed is spoken of.
                break
            if word == "of" and scene.is_a(other, "partitive", "container") and scene.after(other, "of") is None:
                self._take((other,), role, "object")
                continue
            struck = word in _AIMED_AT or (word == "of" and other == nearest)
            self._take((other,), role, "object" if struck else PLACE_ROLES.get(word, "site"))
        self._aimed_at(chunk)
        self._led_by(chunk)
        if candidate.clause is not None and not candidate.support and candidate.rule.subtype in _WITH_ANOTHER:
            self._meeting(candidate.clause, chunk)
        if candidate.clause is not None and not any(role == "initiator" for _, role in self.actors):
            if not candidate.support:
                self._partaking(candidate.clause, chunk)
            if not self.actors:
                self._preparing(candidate.clause, chunk)
        if not self.places and candidate.rule.type in OF_SCENES:
            self.noun_places(chunk)

    def _shared_tail(self, chunk: int) -> list[tuple[str, int]]:
        """*the capture and execution of the king*: what hangs on the second of two nouns."""
        scene, last = self.scene, self.scene.chunks[chunk].last
        if scene.parse.codes[last : last + 1] != "K" or chunk + 1 >= len(scene.chunks):
            return []
        other = scene.chunks[chunk + 1]
        bare = other.first == last + 1 == other.last - 1 and scene.parse.codes[other.first] == "N"
        return scene.tail(chunk + 1) if bare and scene.after(chunk + 1, "of") is not None else []

    def _fitting_role(self, role: str, word: str, chunk: int) -> str:
        """The role that a rule gives to what a preposition joins to the noun, by what that is."""
        if role == "comer":
            return "initiator" if self._comes(chunk) else "target"
        if word == "from" and role == "initiator" and self.candidate.rule.type in _COMING and self.is_ground(chunk):
            # *a frontal attack from the river*
            return "place"
        if word == "on" and role == "target" and self.scene.head(chunk) in _SHORES and self._places_behind(chunk):
            # *an attack with two armies on the shores of the Black Sea*
            return "place"
        return role

    def _comes(self, chunk: int) -> bool:
        """*the invasion of the Mongols*: who can come, where no other is told who does; *of the Germans' positions*: what is struck."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        told = any(role == "initiator" for _, role in self.actors) or scene.after(chunk, "by") is not None
        if told or scene.places_in(phrase.first, phrase.last):
            return False
        end = scene.tokens.ends[phrase.head]
        named = any(actor.end >= end for actor in scene.actors_in(phrase.first, phrase.last))
        return named or scene.is_a(chunk, "force", "person")

    def _meeting(self, index: int, chunk: int) -> None:
        """*praised Nehru in a meeting with Mao*, *released them after talks with Seoul*: who met or fought whom that is named."""
        scene, at = self.scene, self.scene.prepositions.get(chunk)
        held = at is not None and scene.lower[at] in _ALONG and any(w == "with" for w, _ in scene.tail(chunk))
        subjects = scene.clauses[index].subjects
        if held and not scene.passive(index) and not any(r == "initiator" for _, r in self.actors):
            named = (c for c in subjects if not scene.places_in(scene.chunks[c].first, scene.chunks[c].last))
            self._take((c for c in named if not scene.is_a(c, "place")), "initiator", "site")

    def _partaking(self, index: int, chunk: int) -> None:
        """*took part in the attack on X in 1695 and the siege of Y*: who took part in each deed of a list."""
        scene, verb = self.scene, self.scene.verb(index)
        if scene.lower[verb] not in _taking_part() or scene.passive(index) or scene.chunks[chunk].first < verb:
            return
        if scene.lower[verb] in _TAKING and not any(scene.head(c) == "part" for c in scene.clauses[index].objects):
            return
        at = chunk
        while at >= 0 and scene.chunks[at].first > verb:
            if scene.is_a(at, "event") and scene.lower[scene.prepositions.get(at, verb)] in _IN_DEEDS:
                break
            at -= 1
        listed = at == chunk or self.next_deed(chunk)
        if at >= 0 and scene.chunks[at].first > verb and listed:
            self._take(scene.clauses[index].subjects, "initiator", "site")

    def _preparing(self, index: int, chunk: int) -> None:
        """*massed troops in preparation for an advance*, *began preparations for the invasion*: who prepares it."""
        scene = self.scene
        at = scene.prepositions.get(chunk, 0)
        if scene.lower[at] == "for" and scene.lower[at - 1] in _PREPARING and not scene.passive(index):
            self._take(scene.clauses[index].subjects, "initiator", "site")

    def _places_behind(self, chunk: int) -> bool:
        """Whether a named place stands in what *of* joins to a noun phrase."""
        behind = self.scene.after(chunk, "of")
        if behind is None:
            return False
        inner = self.scene.after(behind, "of")
        last = self.scene.chunks[behind if inner is None else inner].last
        return bool(self.scene.places_in(self.scene.chunks[behind].first, last))

    def _part_of_party(self, other: int, chunk: int, beside: int, role: str) -> bool:
        """*the dispatch of a squad of engineers*: what the party itself is made of."""
        at = self.scene.prepositions[other]
        if self.scene.lower[at] != "of" or self.scene.prepositions.get(beside) == at:
            return False
        if beside == chunk or role not in ("initiator", "target"):
            return False
        return self.scene.is_a(beside, "force", "person") and not self.scene.is_a(beside, "partitive", "container")

    def _named_place(self, chunk: int) -> bool:
        """*the dispatch to Mozambique of a team*: a place by its whole name, which *of* says no more of."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        places = scene.places_in(phrase.first, phrase.last)
        return (
            bool(places)
            and places[-1].end == scene.tokens.ends[phrase.last - 1]
            and places[0].start == scene.tokens.starts[phrase.first]
        )

    def _led_by(self, chunk: int) -> None:
        """*The coup, led by Amin, took place at dawn*: who led or carried it out is told behind a comma."""
        scene = self.scene
        last = scene.chunks[chunk].last
        index = scene.clause_of[last + 1] if scene.lower[last : last + 1] == [","] else -1
        if index < 0 or scene.clauses[index].link != "participle" or not scene.passive(index):
            return
        if (
            scene.lower[scene.verb(index)] in _carrying_out()
            and scene.group(index).first == last + 1
            and chunk in scene.clauses[index].subjects
        ):
            doers = (c for at, c in scene.clauses[index].obliques if scene.lower[at] == "by")
            self._take(doers, self.roles.get("by", "none"), "site")

    def _aimed_at(self, chunk: int) -> None:
        """*an attack targeting a bus*, *an airstrike hit a hospital*: what the verb of the noun aims at."""
        scene = self.scene
        if self.candidate.rule.type not in _OF_AIMS or any(role == "target" for _, role in self.actors):
            return
        last = scene.chunks[chunk].last
        index = scene.clause_of[last] if last < len(scene.lower) else -1
        told = [index] if index >= 0 and scene.group(index).first == last else []
        if self.candidate.part == "subject" and self.candidate.clause is not None:
            told.append(self.candidate.clause)
        for clause in told:
            if scene.lower[scene.verb(clause)] in _hitting() and not scene.passive(clause):
                self._take(scene.clauses[clause].objects, "target", "object")

    def _support(self) -> None:
        """Subject and places of the support verb's clause."""
        scene, candidate = self.scene, self.candidate
        index = candidate.clause
        assert index is not None
        clause = scene.clauses[index]
        kind = candidate.support
        passive = scene.passive(index)
        if kind in ("occur", "act", "fail"):
            for at, chunk in clause.obliques:
                if scene.lower[at] == "between" and (kind == "occur" or not clause.objects):
                    self._take((chunk,), "initiator", "site")
                elif scene.lower[at] in {"with", "against"} and kind == "occur" and self._is_party(chunk):
                    self._take((chunk,), self.roles.get(scene.lower[at], "none"), "site")
        walked = candidate.rule.subtype == "ambush" and self._walked_into(candidate.chunk)
        if kind in ("perform", "attempt", "plan", "statement") and (passive or not walked):
            if not passive:
                if not (self._only_brings(index) or (kind == "plan" and self._of_others_named())):
                    self._take(self._doers(index), "initiator", "site")
                elif candidate.rule.subtype == "surrender" and kind == "perform":
                    # *Forrest forced their surrender*, *accepted the surrender of X*
                    self._take(clause.subjects, "target", "site")
            else:
                # *Despite an attack by X, talks were held*: who stands before the verb does another deed.
                behind = [(at, c) for at, c in clause.obliques if at > scene.verb(index)]
                doers = [c for at, c in behind if scene.lower[at] in DOERS]
                self._take((*doers, *(clause.subjects if self._engaged_in(index) else ())), "initiator", "site")
                for at, chunk in clause.obliques:
                    if scene.lower[at] in _AIMED and self._is_party(chunk):
                        self._take((chunk,), self.roles.get(scene.lower[at], "none"), "object")
            if candidate.rule.type == "AGREEMENT" and not passive and scene.lower[scene.verb(index)] in _asking():
                # *asked the Allies for an armistice*
                self._take((c for c in clause.objects if c != candidate.chunk), "target", "site")
        elif kind == "undergo":
            self._undergone(index)
        elif kind == "witness":
            self._take(clause.subjects, "none", "site")
        elif (
            kind == "repel"
            and candidate.rule.type in _OF_ATTACKS
            and not passive
            and scene.lower[scene.verb(index)] not in _preventing()
        ):
            self._take(clause.subjects, "target", "site")
        if kind and (kind != "statement" or (passive and candidate.part == "subject")):
            # *fighting was reported on the outskirts of X*, too
            self.clause_places(index, ())

    def _undergone(self, index: int) -> None:
        """*The garrison came under attack*, but *The rebels subjected the garrison to an attack*."""
        scene, clause = self.scene, self.scene.clauses[index]
        subjecting = not scene.passive(index) and scene.lower[scene.verb(index)] in _subjecting()
        self._take(clause.subjects, "initiator" if subjecting else "target", "site" if subjecting else "object")
        if subjecting:
            self._take((c for c in clause.objects if c != self.candidate.chunk), "target", "object")

    def _engaged_in(self, index: int) -> bool:
        """*The brigade was engaged in heavy fighting*: a passive that tells of what its subject does."""
        scene, at = self.scene, self.scene.prepositions.get(self.candidate.chunk or 0)
        return at is not None and scene.lower[at] == "in" and scene.lower[scene.verb(index)] in _engaging()

    def _walked_into(self, chunk: int | None) -> bool:
        """*walked into an ambush*, *was caught in one*, *lured the legions into one*: who is struck is taken; whether that is the subject."""
        scene, at = self.scene, self.scene.prepositions.get(-1 if chunk is None else chunk)
        if at is None or scene.clause_of[at] < 0:
            return False
        clause = scene.clauses[scene.clause_of[at]]
        caught = scene.lower[at] == "in" and scene.lower[scene.verb(scene.clause_of[at])] in _catching()
        if scene.lower[at] != "into" and not caught:
            return False
        self._take(clause.objects or clause.subjects, "target", "object")
        return not clause.objects

    def _of_others_named(self) -> bool:
        """*The Politburo authorised Chinese intervention*: who is to act stands before the noun or behind its *by*."""
        chunk = self.candidate.chunk
        if chunk is None or chunk < 0 or self.roles.get("pre", "initiator") != "initiator":
            return False
        first = self.scene.chunks[chunk].first
        return self._has_doer() or bool(self.scene.actors_in(first, self.candidate.first))

    def _has_doer(self) -> bool:
        """*the capture of Bakhmut by Wagner forces*."""
        chunk = self.candidate.chunk
        if chunk is None or chunk < 0:
            return False
        return any(word == "by" and self._is_party(other) for word, other in self.scene.tail(chunk))

    def _only_brings(self, index: int) -> bool:
        """*crossed the river, leading to a battle*, *forced their surrender*, *the years began with his murder*: no doer of the deed."""
        scene, clause = self.scene, self.scene.clauses[index]
        verb = scene.verb(index)
        word = scene.lower[verb]
        if self.candidate.support == "statement" and (
            self.candidate.rule.type == "CASUALTY" or word in _telling() or self._has_doer()
        ):
            # *Officials confirmed the deaths of 20 people*, *Georgia reported attacks on Poti*, *claimed the capture of it by the Danes*
            return True
        if self.candidate.rule.subtype == "reinforce" and word in _asking():
            return True
        if word in _forcing():
            return self.candidate.rule.subtype in _YIELDING
        if not (word in _bringing() or (word in _leading() and scene.lower[verb + 1 : verb + 2] in (["to"], ["with"]))):
            return False
        return clause.link == "participle" or not any(scene.is_a(c, "event", "deed") for c in clause.subjects)

    def _possessing(self, first: int, last: int, role: str) -> None:
        """*Villa's execution*: whose deed or fate it is; where an adjective says nothing (*public*), as after *of*."""
        scene = self.scene
        at = next((k for k in range(first, last) if scene.parse.codes[k] == "S"), None)
        if at is None or scene.parse.codes[at - 1] != "M":
            return
        if role == "none":
            role = self.roles.get("of", "none")
        elif scene.places_in(first, at) or scene.actors_in(first, at):
            return
        made = self.owner.make(first, at)
        if made is not None and role in ("initiator", "target"):
            self._actor(made, role)

    def _premodifiers(self, chunk: int) -> None:
        """*Russian attacks*, *Iraq's invasion*: who acts or suffers, by the rule; *the Aleppo offensive*: where."""
        scene = self.scene
        phrase = scene.chunks[chunk]
        role = self.roles.get("pre", "initiator")
        if role == "none" and self.roles.get("by") == "initiator" and scene.after(chunk, "of") is not None:
            # *Rome's capture of Veii*, *the Ottoman capture of Otranto*; but *Vienna's capture*.
            role = "initiator"
        first = self.candidate.first
        self._possessing(phrase.first, first, role)
        for place in scene.places_in(phrase.first, first):
            end = scene.tokens.token_span(place.start, place.end)[1]
            if scene.parse.codes[end] == "S" and role in ("initiator", "target"):
                if self.candidate.rule.subtype == "surrender" and place.value.kind not in ("country", "polity"):
                    # *demanded Rochester's surrender*: where, not who.
                    self._place(place, "site")
                    continue
                mention = self.owner.make(*scene.tokens.token_span(place.start, place.end))
                if mention:
                    self._actor(mention, role)
            else:
                self._place(place, "site")
        if role in ("initiator", "target", "both"):
            for actor in scene.actors_in(phrase.first, first):
                if scene.tokens.text[actor.start : actor.end] not in _ATTRIBUTES:
                    self._actor(actor, role)
