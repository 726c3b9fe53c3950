"""What a whole document says of a name: whether it is used as a place, as a person or as something else, throughout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from pipeline.frozen import dataclass
from pipeline.gazetteer import fold

__all__ = ["ACCEPT", "Persons", "Reading", "accepted"]

ACCEPT = 2.0
POSSIBLE = 0.6
PERSON = -2.5
"""What counts against a mention of a name that the document gives to a person."""


@dataclass(slots=True)
class Reading:
    """A stretch that may be a toponym, and how much speaks for it."""

    start: int
    end: int
    text: str
    weight: float
    kind: str
    rule: str
    listed: bool = False
    """Whether a plural type word announced a list in which it stands."""
    country: str | None = None
    """Its country, where few places bear the name."""
    local: float = 0.0
    """How much the words around it use it as a place: 1 after *in* or before *, Ohio*, less after *to* or *of*."""
    share: float = 0.0
    """How often the document must use the name as a place for it to be one anywhere: more for a little known one."""
    prose: bool = True
    other: bool = False
    """Whether it is said to be something else than a place."""


@dataclass(slots=True)
class _Use:
    """How a document uses a name."""

    times: int = 0
    local: float = 0.0
    strong: int = 0
    sure: bool = False


class Persons:
    """The last names of those that a document calls by a full name or a title."""

    def __init__(self) -> None:
        self.named: Counter[str] = Counter()
        """By any run of unknown words that ends in it."""
        self.known: Counter[str] = Counter()
        """By a given name, a title, or what only persons have or do."""

    def add(self, name: str, *, known: bool) -> None:
        """Count one mention."""
        key = fold(name)
        self.named[key] += 1
        if known:
            self.known[key] += 1

    def bear(self, name: str, local: float, strong: int, *, wide: bool) -> bool:
        """Whether the document speaks of a person of this name more than of a place that it uses ``local`` times as one."""
        known = self.known[name]
        return bool(known and local < 2 * known) or (not wide and self.named[name] >= max(strong, 1))


def accepted(readings: list[Reading], persons: Persons) -> list[Reading]:
    """The readings that are places: those that enough speaks for, and those that another mention supports.

    A small town's name that the document hardly ever uses as a place is none anywhere; one that it gives to a person is a place only where
    the words beside it say so.
    """
    names = [fold(r.text) for r in readings]
    uses = _uses(zip(names, readings, strict=True))
    found = []
    for name, reading in zip(names, readings, strict=True):
        use, weight = uses[name], reading.weight
        other = persons.bear(name, use.local, use.strong, wide=reading.kind in {"country", "continent"})
        if other and reading.local < 1:
            weight += PERSON
        if reading.share and use.times > 5 and use.local < reading.share * use.times and reading.local < 2:
            continue
        if weight >= ACCEPT or (weight >= POSSIBLE and use.sure and not other):
            found.append(reading)
    return found


def _uses(readings: Iterable[tuple[str, Reading]]) -> dict[str, _Use]:
    uses: dict[str, _Use] = {}
    for name, reading in readings:
        use = uses.get(name)
        if use is None:
            use = uses[name] = _Use()
        if reading.prose:
            use.times += 1
            use.local += min(reading.local, 1.0)
        use.strong += reading.weight >= ACCEPT + 1
        use.sure = use.sure or reading.weight >= ACCEPT + 0.2
    return uses
