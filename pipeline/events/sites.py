"""Places of an event: those that its clause names, those that a description or pronoun stands for, those of what *where* points to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.events.filling import Filling

if TYPE_CHECKING:
    from collections.abc import Iterable


__all__ = ["PLACE_ROLES", "Sites"]

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
_SHARING = frozenset({"BATTLE", "REMOTE", "CASUALTY", "DESTRUCTION", "TERRITORY"})
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
        partner = clause.governor
        if self.places or partner is None or clause.link != "conjunct" or self.candidate.rule.type not in _SHARING:
            return
        if self.scene.clauses[partner].subjects == clause.subjects:
            self._named_places(partner)

    def _described(self, chunk: int, role: str) -> None:
        if self.scene.head(chunk) == "it" and self.candidate.rule.subtype not in _IT:
            return
        place = self.owner.antecedents.of(chunk)
        if place is not None:
            self._place(place, role)

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
        """*in Homs, where …*; *was surrounded there*: the place that the word points back to."""
        scene, clause = self.scene, self.scene.clauses[index]
        marker = clause.marker
        place = None
        if clause.link == "relative" and marker is not None and scene.lower[marker] == "where":
            place = self.owner.antecedents.pointed(marker, beside=True)
        else:
            at = next((k for k in range(clause.first, clause.last) if scene.lower[k] == "there"), None)
            if at is not None and scene.parse.codes[at] == "A":
                place = self.owner.antecedents.pointed(at, beside=False)
        if place is not None:
            self._place(place, "site")

    def _named_places(self, index: int) -> None:
        """Every place of the clause's stretch right of the verb, and of the phrases before its subject."""
        scene, clause = self.scene, self.scene.clauses[index]
        head = scene.verb(index)
        self.places_right(head + 1, clause.last)
        subjects = [scene.chunks[c].first for c in clause.subjects]
        limit = min((first for first in subjects if first >= clause.first), default=head)
        self._fronted(tuple((at, chunk) for at, chunk in clause.obliques if at < limit), clause.first)
        nxt = index + 1
        if not self.places and nxt < len(scene.clauses):
            follower = scene.clauses[nxt]
            gap = scene.group(nxt).first - self.candidate.last
            if follower.link == "conjunct" and follower.governor == index and gap <= 2:
                self.places_right(scene.verb(nxt) + 1, follower.last)

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

    def places_right(self, first: int, last: int) -> None:
        """The places named in a stretch of tokens, but for owners, parties, asides in parentheses and what another deed's noun governs."""
        scene = self.scene
        codes = scene.parse.codes
        for place in scene.places_in(first, last):
            token = scene.tokens.token_span(place.start, place.end)[0]
            chunk = scene.chunk_of[token]
            preposition = scene.prepositions.get(chunk)
            word = scene.lower[preposition] if preposition is not None else ""
            if word in {"against", "between", "with", "by"} and word in self.roles and self.roles[word] != "place":
                continue
            between = codes[first:token]
            if word == "of" and self._office(chunk - 1):
                continue
            if self._possessor(place) or between.count("(") > between.count(")") or self.of_another_deed(chunk, first):
                continue
            self._place(place, "object" if not word or word == "of" else PLACE_ROLES.get(word, "site"))

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
            if at in self.owner.told and at != self.candidate.chunk:
                return scene.lower[scene.prepositions.get(at, scene.chunks[at].first)] in _APART
        return False
