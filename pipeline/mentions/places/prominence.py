"""What the gazetteer alone says of a name: how much speaks for a place, and how much use as one a document must show."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.gazetteer import Candidate

__all__ = ["prominence", "share_needed"]

_OWN_WEIGHT = {
    "country": 4.0,
    "continent": 4.0,
    "polity": 3.0,
    "region": 3.0,
    "province": 3.0,
    "state": 3.5,
    "water": 3.0,
    "relief": 2.5,
    "island": 2.5,
    "battlefield": 2.5,
}
# Of a name without its type word: *the Neuse*, *Kachin*.
_BARE_WEIGHT = {"water": 0.6}
_CITY_WEIGHT = ((1_000_000, 3.0), (200_000, 2.6), (80_000, 2.1), (20_000, 1.6), (5_000, 1.2), (0, 0.9))


# How large a share of the mentions of a town must use it as a place for any of them to count, by its population.
_SHARES = ((500_000, 0.0), (100_000, 0.08), (20_000, 0.12), (0, 0.2))
_UNKNOWN_SHARE = 0.34


def prominence(candidates: tuple[Candidate, ...]) -> tuple[float, str]:
    """How much the best known of these places speaks for one, and its kind.

    >>> from pipeline.gazetteer import open_gazetteer
    >>> [prominence(open_gazetteer().lookup(name))[1] for name in ("Aleppo", "Syria", "Euphrates")]
    ['city', 'country', 'water']
    """
    best = candidates[0]
    if best.own and not best.main:
        return _BARE_WEIGHT.get(best.kind, 1.5), best.kind
    if best.own:
        return _OWN_WEIGHT.get(best.kind, 2.0), best.kind
    weight = _by_population(_CITY_WEIGHT, best)
    return (weight if best.main else weight - 0.5), best.kind


def share_needed(text: str, kind: str, candidates: tuple[Candidate, ...]) -> float:
    """The share of its mentions in a document that must use a name as a place; none for what is hardly anything else."""
    if kind == "unknown":
        return _UNKNOWN_SHARE
    if not candidates or candidates[0].own or " " in text:
        return 0.0
    return _by_population(_SHARES, candidates[0])


def _by_population(steps: tuple[tuple[int, float], ...], town: Candidate) -> float:
    """What the first of some steps, the most populous first, has for a town."""
    for size, found in steps:
        if town.population >= size:
            return found
    return steps[-1][1]
