"""Arguments: the mentions that fill the roles of an event, read off its clause or noun phrase by the roles of its rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pipeline.events.antecedents import Antecedents
from pipeline.records import Actor, Argument, Mention, Place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.events.scene import Candidate, Scene

__all__ = ["Arguments"]

_PLACE_ROLES = {
    "from": "origin",
    "to": "destination",
    "into": "destination",
    "towards": "destination",
    "toward": "destination",
    "onto": "destination",
}
_TRIMMED = frozenset("DPA")
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
_OF_PARTIES = frozenset({"STATEMENT", "AGREEMENT", "POLITICS", "DETENTION", "HUMANITARIAN"})
_OF_PLACES = frozenset({"BATTLE", "TERRITORY", "REMOTE", "MOVEMENT"})
_DEEDS = frozenset(
    {"attempt", "attempts", "effort", "efforts", "plan", "plans", "bid", "move", "movement", "maneuver", "manoeuvre"}
)
_ATTRIBUTES = frozenset({"military", "artillery", "naval", "civilian", "civil", "infantry", "cavalry"})
_ACTING = ("force", "person", "polity", "materiel")


class Arguments:
    """Fills the roles of events; makes actor mentions of noun phrases in agent or patient position that no finder gave."""

    def __init__(self, scene: Scene, title: str) -> None:
        self.scene = scene
        self.made: dict[tuple[int, int], Mention[Actor]] = {}
        self.made_places: dict[tuple[int, int], Mention[Place]] = {}
        self.antecedents = Antecedents(scene, title)
        self._known = {(m.start, m.end): m for m in scene.mentions.actors}

    def of(self, candidate: Candidate) -> tuple[tuple[Argument[Any], ...], tuple[Argument[Actor], ...]]:
        """Places and actors of one event."""
        filler = _Filler(self, candidate)
        if candidate.chunk is None:
            filler.verb()
        else:
            filler.noun()
        return filler.finished()

    def make(self, first: int, last: int) -> Mention[Actor] | None:
        """An actor mention of a stretch of tokens, article and adverbs left out; the same object for the same words."""
        scene = self.scene
        while first < last and (scene.parse.codes[first] in _TRIMMED or scene.tokens.words[first] in '"“'):
            first += 1
        while last > first and scene.tokens.words[last - 1] in '"”':
            last -= 1
        if first >= last:
            return None
        span = scene.span(first, last)
        if span in self._known:
            return self._known[span]
        if span not in self.made:
            name = " ".join(scene.tokens.text[span[0] : span[1]].split())
            self.made[span] = Mention(*span, Actor(name, "other"), "actor/argument")
        return self.made[span]

    def make_place(self, chunk: int) -> Mention[Place] | None:
        """A place mention of a name that no gazetteer holds, where the event says that it is a place."""
        scene = self.scene
        phrase = scene.chunks[chunk]
        first, last = phrase.first, phrase.head + 1
        while first < last and scene.parse.codes[first] not in "MC":
            first += 1
        if first >= last or not scene.tokens.words[first][0].isalnum():
            return None
        span = scene.span(first, last)
        if span not in self.made_places:
            name = " ".join(scene.tokens.text[span[0] : span[1]].split())
            self.made_places[span] = Mention(*span, Place(name, "unknown"), "place/argument")
        return self.made_places[span]


class _Filler:
    """Collects the arguments of one event."""

    def __init__(self, owner: Arguments, candidate: Candidate) -> None:
        self.owner = owner
        self.scene = owner.scene
        self.candidate = candidate
        self.roles = candidate.rule.roles
        self.places: dict[int, Argument[Any]] = {}
        self.actors: dict[tuple[int, str], Argument[Actor]] = {}

    def finished(self) -> tuple[tuple[Argument[Any], ...], tuple[Argument[Actor], ...]]:
        """Places and actors in reading order; a place that acts is no place of the event."""
        acting = {(a.mention.start, a.mention.end) for a in self.actors.values() if a.role == "initiator"}
        places = [p for p in self.places.values() if (p.mention.start, p.mention.end) not in acting]
        return (
            tuple(sorted(places, key=lambda a: a.mention.start)),
            tuple(sorted(self.actors.values(), key=lambda a: (a.mention.start, a.role))),
        )

    # ------------------------------------------------------------------------------------------------------- verbs

    def verb(self) -> None:
        scene, clause_index = self.scene, self.candidate.clause
        if clause_index is None:
            self._places_right(self.candidate.last, self.candidate.sentence.last)
            return
        clause = scene.clauses[clause_index]
        passive = scene.passive(clause_index)
        subject, object_ = self.roles.get("subject", "none"), self.roles.get("object", "none")
        self._take(clause.subjects, object_ if passive else subject, "object" if passive else "site")
        objects, obliques = self._shared(clause_index)
        objects = tuple(c for c in objects if not self.candidate.first < scene.chunks[c].head < self.candidate.last)
        self._take(objects, object_ if not passive or not clause.subjects else "none", "object")
        for at, chunk in obliques:
            word = scene.lower[at]
            inside = self.candidate.first < at < self.candidate.last
            role = self.roles.get(word) or (object_ if inside and not passive else "")
            if word == "by" and not passive:
                role = ""
            if role and (inside or role == "place" or self._is_party(chunk)):
                self._take((chunk,), role, "object" if inside else _PLACE_ROLES.get(word, "site"))
        if self.candidate.rule.type != "STATEMENT":
            self._clause_places(clause_index)
            if not self.places:
                self._known_place(clause_index)

    def _is_party(self, chunk: int) -> bool:
        """A noun phrase that can stand for a party: *with great fervour* does not."""
        scene = self.scene
        phrase = scene.chunks[chunk]
        if scene.parse.codes[phrase.head] in "MO" or scene.is_a(chunk, *_ACTING, "partitive", "event"):
            return True
        return bool(scene.actors_in(phrase.first, phrase.last))

    def _known_place(self, index: int) -> None:
        """*the city*, *its outskirts*, where the clause names no place: the place they stand for."""
        clause = self.scene.clauses[index]
        passive = self.scene.passive(index)
        chunks = [*clause.objects, *(c for at, c in clause.obliques if self.scene.lower[at] in _LOCATIVE)]
        if passive or self.roles.get("subject") == "place":
            chunks += clause.subjects
        for chunk in chunks:
            place = self.owner.antecedents.of(chunk)
            if place is not None:
                self._place(place, "object" if chunk in clause.objects else "site")
                return

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
            return follower.objects, (*clause.obliques, *follower.obliques)
        return clause.objects, clause.obliques

    def _clause_places(self, index: int) -> None:
        """Every place of the clause's stretch right of the verb, and of the phrases before its subject."""
        scene, clause = self.scene, self.scene.clauses[index]
        head = scene.verb(index)
        self._places_right(head + 1, clause.last)
        subjects = [scene.chunks[c].first for c in clause.subjects]
        limit = min((first for first in subjects if first >= clause.first), default=head)
        for at, chunk in clause.obliques:
            if at < limit and scene.lower[at] not in {"despite", "unlike", "like", "of", "by"}:
                phrase = scene.chunks[chunk]
                for place in scene.places_in(phrase.first, phrase.last):
                    self._place(place, _PLACE_ROLES.get(scene.lower[at], "site"))
        nxt = index + 1
        if not self.places and nxt < len(scene.clauses):
            follower = scene.clauses[nxt]
            gap = scene.group(nxt).first - self.candidate.last
            if follower.link == "conjunct" and follower.governor == index and gap <= 2:
                self._places_right(scene.verb(nxt) + 1, follower.last)

    def _places_right(self, first: int, last: int) -> None:
        scene = self.scene
        for place in scene.places_in(first, last):
            token = scene.tokens.token_span(place.start, place.end)[0]
            chunk = scene.chunk_of[token]
            preposition = scene.prepositions.get(chunk)
            word = scene.lower[preposition] if preposition is not None else ""
            if word in {"against", "between", "with", "by"} and word in self.roles and self.roles[word] != "place":
                continue
            if self._possessor(place):
                continue
            self._place(place, "object" if not word or word == "of" else _PLACE_ROLES.get(word, "site"))

    def _possessor(self, place: Mention[Any]) -> bool:
        """*Iraq's army*: a country that owns what is spoken of is no place of the event."""
        end = self.scene.tokens.token_span(place.start, place.end)[1]
        return end < len(self.scene.lower) and self.scene.parse.codes[end] == "S"

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
        for word, other in scene.tail(chunk):
            if word != "of" or other == chunk + 1:
                role = self.roles.get(word, "place" if word not in {"with", "for", "as", "than", "about"} else "none")
            if scene.chunks[other].temporal:
                continue
            if word == "of" and scene.is_a(other, "partitive", "container") and scene.after(other, "of") is None:
                self._take((other,), role, "object")
                continue
            self._take((other,), role, "object" if word in {"of", "on", "against"} else _PLACE_ROLES.get(word, "site"))

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
                self._take(clause.subjects, "initiator", "site")
            else:
                self._take(tuple(c for at, c in clause.obliques if scene.lower[at] == "by"), "initiator", "site")
        elif kind == "undergo":
            self._take(clause.subjects, "target", "object")
        elif kind == "repel" and not passive:
            self._take(clause.subjects, "target", "site")
        if kind and kind != "statement":
            self._clause_places(index)
            if not self.places:
                self._known_place(index)

    def _premodifiers(self, chunk: int) -> None:
        """*Russian attacks*, *Iraq's invasion*: who acts or suffers, by the rule; *the Aleppo offensive*: where."""
        scene = self.scene
        phrase = scene.chunks[chunk]
        role = self.roles.get("pre", "initiator")
        first = self.candidate.first
        for place in scene.places_in(phrase.first, first):
            end = scene.tokens.token_span(place.start, place.end)[1]
            if scene.parse.codes[end] == "S" and role in ("initiator", "target"):
                mention = self.owner.make(*scene.tokens.token_span(place.start, place.end))
                if mention:
                    self._actor(mention, role)
            else:
                self._place(place, "site")
        if role in ("initiator", "target", "both"):
            for actor in scene.actors_in(phrase.first, first):
                if scene.tokens.text[actor.start : actor.end] not in _ATTRIBUTES:
                    self._actor(actor, role)

    # ---------------------------------------------------------------------------------------------------- filling

    def _take(self, chunks: Iterable[int], role: str, place_role: str) -> None:
        for chunk in chunks:
            if role in ("initiator", "target", "both"):
                self._party(chunk, "initiator" if role == "both" else role, place_role)
            elif role == "place":
                self._places_of(chunk, place_role)

    def _places_of(self, chunk: int, place_role: str) -> None:
        """Places in a noun phrase and in what *of* and the like join to it."""
        scene = self.scene
        phrase = scene.chunks[chunk]
        last = phrase.last
        for word, other in scene.tail(chunk):
            if word in {"of", "in", "near", "at", "on"}:
                last = scene.chunks[other].last
        found = False
        for place in scene.places_in(phrase.first, last):
            if not self._possessor(place):
                self._place(place, place_role)
                found = True
        if not found and not scene.actors_in(phrase.first, phrase.last) and self._local_name(chunk):
            made = self.owner.make_place(chunk)
            if made is not None:
                self._place(made, place_role)

    def _party(self, chunk: int, role: str, place_role: str) -> None:
        """Who acts or suffers in a noun phrase: a mention at its head, else the phrase itself where its head can act."""
        scene = self.scene
        phrase = scene.chunks[chunk]
        if phrase.temporal:
            return
        head_start = scene.tokens.starts[phrase.head]
        behind = scene.after(chunk, "of")
        last = scene.chunks[behind].last if behind is not None else phrase.last
        actors = scene.actors_in(phrase.first, last)
        at_head = [a for a in actors if a.start <= head_start < a.end]
        if at_head:
            self._actor(at_head[0], role)
            return
        if self._headed_by_place(chunk, role, place_role):
            return
        if scene.parse.codes[phrase.head] in "OD":
            return
        if scene.is_a(chunk, "event") or scene.head(chunk) in _DEEDS:
            for actor in actors:
                self._actor(actor, role)
            if role == "target":
                self._places_of(chunk, place_role)
            return
        if role == "target" and self._local_name(chunk):
            made = self.owner.make_place(chunk)
            if made is not None:
                self._place(made, place_role)
            return
        if behind is not None and scene.is_a(chunk, "partitive", "container"):
            inner = scene.actors_in(scene.chunks[behind].first, scene.chunks[behind].last)
            if inner:
                self._actor(inner[0], role)
                return
            if scene.is_a(chunk, "partitive"):
                self._party(behind, role, place_role)
                return
        if not self._can(chunk, role):
            for actor in actors:
                self._actor(actor, role)
            return
        mention = self.owner.make(phrase.first, phrase.last)
        if mention:
            self._actor(mention, role)

    def _headed_by_place(self, chunk: int, role: str, place_role: str) -> bool:
        """A place that acts, speaks or is spoken to is a party; one that is attacked or taken is a place."""
        scene = self.scene
        phrase = scene.chunks[chunk]
        head_start = scene.tokens.starts[phrase.head]
        places = scene.places_in(phrase.first, phrase.last)
        heading = next((p for p in places if p.start <= head_start < p.end), None)
        if heading is None:
            return False
        if role == "initiator" or self.candidate.rule.type in _OF_PARTIES:
            mention = self.owner.make(*scene.tokens.token_span(heading.start, heading.end))
            if mention:
                self._actor(mention, role)
        else:
            for place in places:
                self._place(place, place_role)
        return True

    def _local_name(self, chunk: int) -> bool:
        """A name that no finder knows, attacked or taken: a place, unless its words speak of people or things."""
        scene = self.scene
        if self.candidate.rule.type not in _OF_PLACES or scene.parse.codes[scene.chunks[chunk].head] != "M":
            return False
        phrase = scene.chunks[chunk]
        words = scene.lower[phrase.first : phrase.last]
        if any(not scene.classes.get(word, frozenset()).isdisjoint({"force", "person", "materiel"}) for word in words):
            return False
        return not words[-1].endswith(("s", "ese", "ish", "ch")) and not any(letter.isdigit() for letter in words[-1])

    def _can(self, chunk: int, role: str) -> bool:
        """Whether a noun phrase that no finder knows may fill the role."""
        scene = self.scene
        if scene.is_a(chunk, *_ACTING):
            return True
        named = scene.parse.codes[scene.chunks[chunk].head] == "M"
        if role == "initiator":
            return named
        return named or not scene.is_a(chunk, "abstract", "event", "place")

    def _place(self, mention: Mention[Any], role: str) -> None:
        self.places.setdefault(id(mention), Argument(role, mention))

    def _actor(self, mention: Mention[Actor], role: str) -> None:
        other = "target" if role == "initiator" else "initiator"
        if (id(mention), other) not in self.actors:
            self.actors.setdefault((id(mention), role), Argument(role, mention))
