"""Where a narrative stands when a sentence begins: at which date, told in which sentence, before which next one."""

from __future__ import annotations

from pipeline.events.dating.dated import Dated
from pipeline.frozen import dataclass
from pipeline.records import Sentence
from pipeline.timex import Timex

__all__ = ["Stand"]


@dataclass(frozen=True, slots=True)
class Stand:
    """The date at which the narrative stands when a sentence begins."""

    sentence: Sentence
    told: Dated
    at: Sentence
    """The sentence that tells the date."""
    headed: Dated | None
    """The date in the heading over the sentence."""
    following: Dated | None
    """The date at which the narrative stands next, in the sentence or behind it."""
    beyond: bool
    """Whether the section tells no other date: the next stands in another one, or nowhere."""

    @property
    def value(self) -> Timex:
        """The date."""
        return self.told.value

    @property
    def away(self) -> int:
        """How many paragraphs lie between the date and the sentence; none where it stands in its own."""
        return self.sentence.paragraph - self.at.paragraph

    @property
    def is_in_section(self) -> bool:
        """Whether the date is told in the section of the sentence."""
        return self.at.section == self.sentence.section

    @property
    def tells_hours_next(self) -> bool:
        """Whether the next date is an hour."""
        return self.following is not None and self.following.value.type == "TIME"

    @property
    def is_headed(self) -> bool:
        """Whether the narrative still stands at the years in the heading over the sentence (*Between the wars (490–480 BC)*)."""
        return self.told is self.headed and self.told.value.granularity == "span"
