"""What is asked when an event is to be dated."""

from __future__ import annotations

from typing import Literal

from pipeline.frozen import dataclass
from pipeline.records import Sentence

__all__ = ["Asked", "Pace"]

Pace = Literal["minutes", "hours", "days", "weeks"]


@dataclass(frozen=True, slots=True)
class Asked:
    """An event whose date is asked. Offsets are clean offsets."""

    trigger: int
    sentence: Sentence
    clause: tuple[int, int]
    """The span of the trigger's clause."""
    status: str
    governing: tuple[tuple[int, int], ...] = ()
    """The spans of the clauses above it, nearest first."""
    statement: int | None = None
    """The verb of saying, where it is the content of a statement (*announced that X had captured Y*): a date of that verb is not the event's."""
    background: bool = False
    """Whether it is told in the pluperfect: the narrative's date is not the event's then."""
    precedes: bool = False
    """Whether it was done before what the clause above tells (*learned on 9 May that the army had crossed*, *attacked men who had landed*)."""
    loss: bool = False
    """Whether it is a loss, destruction or flight, which a text may sum up for a whole battle."""
    pace: Pace = "hours"
    """How soon such a deed follows another: at once, as shots do, in days, as flight does, or in weeks, as appointments and treaties do."""
    fights: bool = False
    """Whether it is fighting or a siege, which a text on a battle tells of that unless it says otherwise."""
    ends: bool = False
    """Whether it is what ends a siege: a capture or surrender."""

    @property
    def is_done(self) -> bool:
        """Whether the event is no mere plan."""
        return self.status != "planned"
