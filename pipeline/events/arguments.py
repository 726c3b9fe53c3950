"""Arguments: the mentions that fill the roles of an event, read off its clause or noun phrase by the roles of its rule."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from pipeline.events.makers import Makers
from pipeline.events.names import PLACE_ROLES
from pipeline.events.phrases import ACTING
from pipeline.events.sites import OF_SCENES, Sites
from pipeline.records import Actor, Argument
from pipeline.rules.events import states
from pipeline.rules.grammar import grammar, verbs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.events.scene import Candidate

__all__ = ["Arguments"]

_HOLDS = frozenset({"held", "defended", "manned", "garrisoned", "protected", "guarded", "occupied", "covered"})
_OF_ATTACKS = frozenset({"BATTLE", "REMOTE"})
_OF_ARMS = frozenset({"BATTLE", "TERRITORY", "REMOTE", "DESTRUCTION"})
_YIELDING = frozenset({"surrender", "withdraw", "resign", "displace", "evacuate"})
_TAKEN = frozenset({"capture", "recapture"})
_TOGETHER = frozenset({"together", "along"})
# *by the army*, *talks were held between X and Y*
_DOERS = frozenset({"by", "between"})
_LOSSES = frozenset({"casualties", "losses", "deaths", "injuries", "wounds", "loss"})
# *near the border with Pakistan*
_BORDERS = frozenset({"border", "frontier", "boundary", "relations", "link", "links"})
# *An airstrike also hit a hospital*
_HITTING = frozenset({"hit", "hits", "hitting", "struck", "strikes", "striking", "targeted", "targets", "targeting"})
_AIMED = frozenset({"against", "on", "upon", "at"})
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


@cache
def _suffering() -> frozenset[str]:
    return frozenset(form for verb in ("suffer", "sustain", "lose", "incur") for form in verbs()[verb].forms)


@cache
def _without_object() -> frozenset[str]:
    return frozenset(form for verb in grammar().valency.intransitive if verb in verbs() for form in verbs()[verb].forms)


@cache
def _forcing() -> frozenset[str]:
    """Verbs whose subject makes others yield, or has them do so."""
    lemmas = ("force", "compel", "demand", "request", "accept", "receive", "secure", "obtain")
    return frozenset(form for verb in lemmas for form in verbs()[verb].forms)


@cache
def _bringing() -> frozenset[str]:
    return frozenset(form for verb in ("result", "cause", "culminate", "end") for form in verbs()[verb].forms)


@cache
def _leading() -> frozenset[str]:
    return frozenset(form for verb in ("lead", "begin", "open", "start") for form in verbs()[verb].forms)


class Arguments(Makers):
    """Fills the roles of events."""

    def of(self, candidate: Candidate) -> tuple[tuple[Argument[Any], ...], tuple[Argument[Actor], ...]]:
        """Places and actors of one event."""
        filler = _Filler(self, candidate)
        if candidate.chunk is None:
            filler.verb()
        else:
            filler.noun()
        filler.sufferer()
        places, actors = filler.finished()
        self.deeds.remember(candidate, [a.mention for a in actors if a.role == "initiator"])
        self.antecedents.remember(candidate, places)
        return places, actors


class _Filler(Sites):
    """Reads the arguments of one event off its clause or noun phrase."""

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
        if scene.lower[scene.verb(index)] in _suffering() and not scene.passive(index):
            self._take(scene.clauses[index].subjects, "target", "object")

    # ------------------------------------------------------------------------------------------------------- verbs

    def verb(self) -> None:
        scene, clause_index = self.scene, self.candidate.clause
        if clause_index is None:
            self.places_right(self.candidate.last, self.candidate.sentence.last)
            return
        clause = scene.clauses[clause_index]
        passive = scene.passive(clause_index)
        subject, object_ = self.roles.get("subject", "none"), self.roles.get("object", "none")
        self._take(self._accompanied(clause.subjects), object_ if passive else subject, "object" if passive else "site")
        objects, obliques = self._shared(clause_index)
        if not passive:
            self._owners(clause.subjects)
        # *sent reinforcements*: the trigger itself may say who is sent.
        self._take((c for c in objects if self._within(c)), self.roles.get("inside", "none"), "object")
        objects = tuple(c for c in objects if not self._within(c))
        objects = self._accompanied(self._without_appositions(objects))
        self._take(objects, object_ if not passive or not clause.subjects else "none", "object")
        if not any(scene.lower[at] == "by" for at, _ in obliques):
            obliques = (*obliques, *self._agents_shared(clause_index))
        for at, chunk in obliques:
            word = scene.lower[at]
            inside = self.candidate.first < at < self.candidate.last
            if self._within(chunk):
                continue
            role = self.roles.get(word) or (object_ if inside and not passive else "")
            if word == "by" and (not passive or clause.first <= at < self.candidate.first or self._means(chunk)):
                # Before the verb it names the doer of another deed: *after its capture by the Danes the town was burned*.
                role = ""
            if word == "from" and self.candidate.rule.subtype in _TAKEN and self._loser(chunk):
                role = "target"
            if passive and at > self.candidate.last and self._joins(at):
                # *9,200 soldiers were killed along with 7,300 civilians*
                role = object_
            if role and role != "place" and self.of_another_deed(chunk, self.candidate.last):
                role = ""
            if role and (inside or role == "place" or self._is_party(chunk)):
                self._take((chunk,), role, "object" if inside else PLACE_ROLES.get(word, "site"))
        if passive:
            self._beyond(clause_index)
        if self.candidate.rule.subtype == "demand":
            self._asked(clause_index)
        if self.candidate.rule.type != "STATEMENT":
            self.clause_places(clause_index, objects if not passive else clause.subjects)
            self._holders(objects if not passive else clause.subjects)

    def _beyond(self, index: int) -> None:
        """Who does it where no *by* says so: *a treaty between X and Y was signed*, *Henry had his wife executed*."""
        scene, clause = self.scene, self.scene.clauses[index]
        if clause.link == "reduced":
            self._took_care(index)
        if self.candidate.rule.type != "AGREEMENT":
            return
        for word, chunk in (phrase for c in clause.subjects for phrase in scene.tail(c)):
            if word in _DOERS:
                self._take((chunk,), "initiator", "site")

    def _took_care(self, index: int) -> None:
        """*Henry had his wife executed*, *had A and B killed*: who has a thing done, and to whom else."""
        scene, clause = self.scene, self.scene.clauses[index]
        if clause.governor is None or scene.group(index).first != scene.verb(index):
            return
        above = scene.clauses[clause.governor]
        alone = scene.group(clause.governor).last - scene.group(clause.governor).first == 1
        if alone and scene.lower[scene.verb(clause.governor)] == "had" and set(clause.subjects) <= set(above.objects):
            self._take(above.subjects, "initiator", "site")
            self._take(above.objects, self.roles.get("object", "none"), "object")

    def _within(self, chunk: int) -> bool:
        """Whether the noun phrase is part of the trigger."""
        return self.candidate.first < self.scene.chunks[chunk].head < self.candidate.last

    def _owners(self, chunks: Iterable[int]) -> None:
        """*Russian missiles hit the depot*: whose they are, where the rule asks for it."""
        scene, role = self.scene, self.roles.get("owner", "")
        for chunk in chunks if role else ():
            phrase = scene.chunks[chunk]
            for actor in scene.actors_in(phrase.first, phrase.head):
                self._actor(actor, role)

    def _without_appositions(self, objects: tuple[int, ...]) -> tuple[int, ...]:
        """*defeated Villa, one of many*: no further object, unless *and* closes the list."""
        codes, chunks = self.scene.parse.codes, self.scene.chunks
        joints = [codes[chunks[c].first - 1] for c in objects]
        closed = max((n for n, joint in enumerate(joints) if joint == "K"), default=0)
        return tuple(c for n, c in enumerate(objects) if joints[n] != "," or n <= closed)

    def _asked(self, index: int) -> None:
        """*demanded that Iraq do the same*: who is to act is asked."""
        scene = self.scene
        following = index + 1
        if following < len(scene.clauses) and scene.clauses[following].governor == index:
            asked = scene.clauses[following]
            if asked.link in ("complement", "reduced") and not any(r == "target" for _, r in self.actors):
                self._take(asked.subjects, "target", "site")

    def _means(self, chunk: int) -> bool:
        """*evacuated by ship*: a bare noun says how, not who."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        bare = phrase.last - phrase.first == 1 and scene.parse.codes[phrase.head] == "N"
        return bare and not scene.head(chunk).endswith("s") and not scene.is_a(chunk, "force", "person", "polity")

    def _loser(self, chunk: int) -> bool:
        """*retook Owerri from the Nigerians*, *took Corsica from Carthage*: no place left, but who lost it."""
        scene, phrase = self.scene, self.scene.chunks[chunk]
        at = scene.tokens.starts[phrase.head]
        places = scene.places_in(phrase.first, phrase.last)
        if places:
            power = scene.head(chunk) in states()
            return any(p.start <= at < p.end and (power or p.value.kind in ("country", "polity")) for p in places)
        return any(a.start <= at < a.end for a in scene.actors_in(phrase.first, phrase.last))

    def _accompanied(self, chunks: Iterable[int]) -> tuple[int, ...]:
        """Noun phrases, and those that *together with* joins to them."""
        found = []
        for chunk in chunks:
            found.append(chunk)
            for _word, other in self.scene.tail(chunk):
                if self._joins(self.scene.prepositions[other]):
                    found.append(other)
        return tuple(found)

    def _joins(self, preposition: int) -> bool:
        """*together with*, *along with*, *as well as*."""
        before = self.scene.lower[preposition - 1]
        return (before in _TOGETHER and self.scene.lower[preposition] == "with") or (
            before == "well" and self.scene.lower[preposition] == "as"
        )

    def _holders(self, taken: Iterable[int]) -> None:
        """*stormed the fort, which was held by 80 Saxons*: who holds what is attacked is attacked."""
        scene = self.scene
        if self.candidate.rule.type != "BATTLE":
            return
        held = set(taken) | {b for c in taken if (b := scene.after(c, "of")) is not None}
        begin = self.candidate.clause or 0
        while begin and scene.clauses[begin - 1].sentence == self.candidate.sentence.index:
            begin -= 1
        for index in range(begin, len(scene.clauses)):
            clause = scene.clauses[index]
            if clause.sentence != self.candidate.sentence.index:
                break
            if (
                held.isdisjoint(clause.subjects)
                or scene.lower[scene.verb(index)] not in _HOLDS
                or not scene.passive(index)
            ):
                continue
            self._take((c for at, c in clause.obliques if scene.lower[at] == "by"), "target", "site")

    def _is_party(self, chunk: int) -> bool:
        """A noun phrase that can stand for a party: *with great fervour* does not."""
        scene = self.scene
        phrase = scene.chunks[chunk]
        if scene.head(chunk) in _LOSSES or (
            chunk and scene.head(chunk - 1) in _BORDERS and scene.after(chunk - 1, "with")
        ):
            # *fighting near the border with Chad, with casualties on both sides*
            return False
        if scene.parse.codes[phrase.head] in "MO" or scene.is_a(chunk, *ACTING, "partitive", "event"):
            return True
        return bool(scene.actors_in(phrase.first, phrase.last))

    def _agents_shared(self, index: int) -> tuple[tuple[int, int], ...]:
        """*was outflanked by Gordon's division and defeated*: the agent of the passive that the verb is coordinated with."""
        scene, clause = self.scene, self.scene.clauses[index]
        partner = clause.governor
        if clause.link != "conjunct" or partner is None or not scene.passive(index) or not scene.passive(partner):
            return ()
        if scene.clauses[partner].subjects != clause.subjects or scene.group(index).first != scene.verb(index):
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
        nxt = index + 1
        if clause.objects or any(at > self.candidate.first for at, _ in clause.obliques) or nxt >= len(scene.clauses):
            return clause.objects, clause.obliques
        follower = scene.clauses[nxt]
        gap = scene.group(nxt).first - self.candidate.last
        if (
            follower.link == "conjunct"
            and follower.governor == index
            and gap <= 2
            and scene.group(nxt).passive == scene.passive(index)
        ):
            alone = scene.lower[scene.verb(index)] in _without_object()
            # *retreated and burned crops*: only the second has an object.
            return () if alone else follower.objects, (*clause.obliques, *follower.obliques)
        return clause.objects, clause.obliques

    # ------------------------------------------------------------------------------------------------------- nouns

    def noun(self) -> None:
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
        for word, other in scene.tail(chunk):
            beside, before = before, other
            if word == "with" and scene.head(beside) in _BORDERS:
                continue
            if word != "of" or other == chunk + 1:
                role = self.roles.get(word, "place" if word not in {"with", "for", "as", "than", "about"} else "none")
            if scene.chunks[other].temporal:
                continue
            if word in _BESIDE or (word != "of" and scene.is_a(other, "event", "deed") and role != "place"):
                # *without discovery by the British*: from here on another deed is spoken of.
                break
            if word == "of" and scene.is_a(other, "partitive", "container") and scene.after(other, "of") is None:
                self._take((other,), role, "object")
                continue
            self._take((other,), role, "object" if word in {"of", "on", "against"} else PLACE_ROLES.get(word, "site"))
        self._aimed_at(chunk)
        if not self.places and candidate.rule.type in OF_SCENES:
            self.noun_places(chunk)

    def _aimed_at(self, chunk: int) -> None:
        """*an attack targeting a bus*, *an airstrike hit a hospital*: what the verb of the noun aims at."""
        scene = self.scene
        if self.candidate.rule.type not in _OF_ATTACKS or any(role == "target" for _, role in self.actors):
            return
        last = scene.chunks[chunk].last
        index = scene.clause_of[last] if last < len(scene.lower) else -1
        told = [index] if index >= 0 and scene.group(index).first == last else []
        if self.candidate.part == "subject" and self.candidate.clause is not None:
            told.append(self.candidate.clause)
        for clause in told:
            if scene.lower[scene.verb(clause)] in _HITTING and not scene.passive(clause):
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
                if scene.lower[at] == "between":
                    self._take((chunk,), "initiator", "site")
                elif scene.lower[at] in {"with", "against"} and kind == "occur" and self._is_party(chunk):
                    self._take((chunk,), self.roles.get(scene.lower[at], "none"), "site")
        if kind in ("perform", "attempt", "plan", "statement"):
            if not passive:
                if not self._only_brings(index):
                    self._take(clause.subjects, "initiator", "site")
                elif candidate.rule.subtype == "surrender" and kind == "perform":
                    # *Forrest forced their surrender*, *accepted the surrender of X*
                    self._take(clause.subjects, "target", "site")
            else:
                self._take((c for at, c in clause.obliques if scene.lower[at] in _DOERS), "initiator", "site")
                for at, chunk in clause.obliques:
                    if scene.lower[at] in _AIMED and self._is_party(chunk):
                        self._take((chunk,), self.roles.get(scene.lower[at], "none"), "object")
        elif kind == "undergo":
            self._take(clause.subjects, "target", "object")
        elif kind == "witness":
            self._take(clause.subjects, "none", "site")
        elif kind == "repel" and not passive:
            self._take(clause.subjects, "target", "site")
        if kind and (kind != "statement" or (passive and candidate.part == "subject")):
            # *fighting was reported on the outskirts of X*, too
            self.clause_places(index, ())

    def _only_brings(self, index: int) -> bool:
        """*crossed the river, leading to a battle*, *forced their surrender*, *the years began with his murder*: no doer of the deed."""
        scene, clause = self.scene, self.scene.clauses[index]
        verb = scene.verb(index)
        word = scene.lower[verb]
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
