"""What is left of the places and actors found for an event: each once, and no place that is a party."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

from pipeline.events.grounds import Grounds
from pipeline.events.kinds import POWERS
from pipeline.records import Argument

if TYPE_CHECKING:
    from pipeline.events.makers import Makers
    from pipeline.events.scene import Candidate
    from pipeline.records import Actor, Mention

__all__ = ["OF_PARTIES", "OF_SIDES", "OF_VICTIMS", "Outcome"]

OF_PARTIES = frozenset({"STATEMENT", "AGREEMENT", "POLITICS", "DETENTION", "HUMANITARIAN"})
_OF_THE_FELLED = frozenset({"assassination", "execution", "victory", "sink", "shootdown"})
# *fought Denmark*, *defeated Denmark*, *ceded Scania to Denmark*: a country is who, not where.
OF_SIDES = frozenset({"clash", "victory", "transfer"})
_OF_GROUND = frozenset({"BATTLE", "REMOTE", "VIOLENCE"})
OF_VICTIMS = frozenset({"CASUALTY", "VIOLENCE", "DETENTION"})
_BEGINS = attrgetter("mention.start")


class Outcome(Grounds):
    """Holds the arguments of one event, and says which of them stand."""

    def __init__(self, owner: Makers, candidate: Candidate) -> None:
        super().__init__(owner, candidate)
        self.actors: dict[tuple[int, str], Argument[Actor]] = {}
        self.grounds: set[tuple[int, str]] = set()
        """Of the actors, those that are only ground: of *took several positions in Homs* Homs is what was taken."""

    def finished(self) -> tuple[tuple[Argument[Any], ...], tuple[Argument[Actor], ...]]:
        """Places and actors in reading order, each name once; a place that acts is no place of the event."""
        places = self._scenes() if self.places else {}
        if self.grounds and places:
            self.actors = {key: actor for key, actor in self.actors.items() if key not in self.grounds}
        found = self.actors.values()
        if not found:
            return tuple(places.values()), ()
        struck: set[tuple[int, int]] = set()
        if places and self.candidate.rule.type in _OF_GROUND:
            struck = {(a.mention.start, a.mention.end) for a in places.values()}
        if len(found) == 1:
            (only,) = found
            kept = only.role != "target" or (only.mention.start, only.mention.end) not in struck
            return tuple(places.values()), (only,) if kept else ()
        actors: dict[tuple[str, str], Argument[Actor]] = {}
        for actor in sorted(found, key=lambda a: (a.mention.start, a.role)):
            # *attacked Biafra*, *ravaged Thrace*: a land that is attacked is where.
            if actor.role != "target" or (actor.mention.start, actor.mention.end) not in struck:
                actors.setdefault((self._called(actor.mention), actor.role), actor)
        return tuple(places.values()), tuple(actors.values())

    def _called(self, mention: Mention[Actor]) -> str:
        """The name by which a party is told from others; of *200 men here and 300 men there* the words themselves."""
        first = self.scene.tokens.token_at(mention.start)
        counted = self.scene.parse.codes[first] == "C" and mention.value.antecedent is None
        return self.scene.tokens.text[mention.start : mention.end] if counted else mention.value.name

    def _scenes(self) -> dict[str, Argument[Any]]:
        """The places by their names, without those that act."""
        partied = self.candidate.rule.type in OF_PARTIES
        partied = partied or self.candidate.rule.subtype in OF_SIDES or self.candidate.rule.type == "TERRITORY"
        partied = partied or self._felled()
        told = list(self.places.values())
        if len(told) > 1:
            told.sort(key=_BEGINS)
        # Few parties begin where a place does, and only those are weighed.
        begins = {a.mention.start for a in told}
        alike = [a for a in self.actors.values() if a.mention.start in begins]
        acting = {(a.mention.start, a.mention.end) for a in alike if partied or a.role == "initiator"}
        # *Nur Muhammad was shot*: no place, what a person's name begins with.
        named = {a.mention.start: a.mention.end for a in alike if self._is_personal(a.mention)}
        places: dict[str, Argument[Any]] = {}
        for place in told:
            if named.get(place.mention.start, 0) > place.mention.end:
                continue
            # *Leipzig capitulated*: a town yields itself, a country does not.
            yields = self.candidate.rule.subtype == "surrender" and place.mention.value.kind not in POWERS
            if yields or (place.mention.start, place.mention.end) not in acting:
                places.setdefault(place.mention.value.name, place)
        return places

    def _is_personal(self, mention: Mention[Actor]) -> bool:
        """A person, or nothing but names where a person is killed, taken or hurt."""
        if mention.value.kind == "person":
            return True
        if mention.value.kind != "other" or self.candidate.rule.type not in OF_VICTIMS:
            return False
        first, last = self.scene.tokens.token_span(mention.start, mention.end)
        return set(self.scene.parse.codes[first:last]) == {"M"}

    def _felled(self) -> bool:
        """*killed Piet Retief*, *defeated Lincoln*, *sank Leipzig*: what a verb fells is no place, though there is a town of the name."""
        rule = self.candidate.rule
        return self.candidate.chunk is None and (rule.type == "CASUALTY" or rule.subtype in _OF_THE_FELLED)
