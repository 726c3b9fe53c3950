"""What the words beside a name say: prepositions, type words, titles, verbs of saying."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.rules.places import PlaceRules

__all__ = ["Before", "Surroundings"]

_WORDS = re.compile(r"[^\W\d_][\w.'’-]*")
_LINKS = frozenset({"of", "called", "named"})
_FILL = frozenset(
    {
        "the",
        "a",
        "an",
        "nearby",
        "neighboring",
        "neighbouring",
        "central",
        "northern",
        "southern",
        "eastern",
        "western",
        "downtown",
        "modern-day",
        "present-day",
        "modern",
        "occupied",
        "northwestern",
        "northeastern",
        "southwestern",
        "southeastern",
        "north-western",
        "north-eastern",
        "south-western",
        "south-eastern",
        "rural",
        "upper",
        "lower",
    }
)


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before a name."""

    bonus: float = 0.0
    titled: bool = False
    listed: bool = False


_NOTHING = Before()
_TITLED = Before(titled=True)


class Surroundings:
    """The neighbourhoods of the names of one text."""

    def __init__(self, text: str, rules: PlaceRules) -> None:
        self.text = text
        self.rules = rules

    def before(self, start: int) -> Before:
        """What the words before ``start`` say of a name that begins there."""
        piece = self.text[max(0, start - 40) : start]
        if not piece.endswith(" "):
            return _NOTHING
        stop = max(piece.rfind(", "), piece.rfind("; "), piece.rfind("\n"), piece.rfind(") "))
        words = piece[stop + 1 :].split()
        if not words:
            return _NOTHING
        last = words[-1].lstrip("(\"“'‘")
        if last.rstrip(".") in self.rules.persons.titles:
            return _TITLED
        if last[-1:] in ".!?:":
            return _NOTHING
        context = self.rules.context
        while words and words[-1].lower() in _FILL:
            words.pop()
        if not words:
            return _NOTHING
        last = words[-1].lower().lstrip("(\"“'‘")
        if last in _LINKS and len(words) > 1:
            noun = words[-2].lower()
            if noun in context.apposed:
                return Before(2.5, listed=noun in context.plural)
            return _NOTHING
        if last in context.strong:
            return Before(2.3)
        if last in context.locative:
            return Before(1.5)
        if last in context.apposed:
            return Before(1.2, listed=last in context.plural)
        return _NOTHING

    def after(self, end: int) -> float:
        """What the word after ``end`` says of a name that ends there."""
        piece = self.text[end : end + 24]
        if piece[:2] in {"'s", "’s"}:
            return 0.3
        if not piece.startswith(" "):
            return 0.0
        word = piece[1:].split(" ", 1)[0].rstrip(".,;:)")
        if word in self.rules.types.outside:
            return 1.8
        if word in self.rules.persons.verbs:
            return -1.2
        return 0.0
