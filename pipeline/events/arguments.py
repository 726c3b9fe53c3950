"""Arguments: the mentions that fill the roles of an event, read off its clause or noun phrase by the roles of its rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pipeline.events.makers import Makers
from pipeline.events.nominal import Nominal

if TYPE_CHECKING:
    from pipeline.events.scene import Candidate
    from pipeline.records import Actor, Argument

__all__ = ["Arguments"]


class Arguments(Makers):
    """Fills the roles of events."""

    def of(self, candidate: Candidate) -> tuple[tuple[Argument[Any], ...], tuple[Argument[Actor], ...]]:
        """Places and actors of one event."""
        filler = Nominal(self, candidate)
        if candidate.chunk is None:
            filler.verb()
        else:
            filler.noun()
        filler.sufferer()
        filler.at_hands()
        places, actors = filler.finished()
        self.deeds.remember(candidate, [a.mention for a in actors if a.role == "initiator"])
        self.antecedents.remember(candidate, places)
        return places, actors
