"""Distances on the globe, and how near a place lies to those that a document has named."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["distance", "nearness"]

_RADIUS = 6371
"""Of the globe, in kilometres."""
_NEAR, _CLOSE, _FAR = (math.cos(kilometres / _RADIUS) for kilometres in (60, 150, 500))


def nearness(lat: float, lon: float, points: Sequence[tuple[float, float]]) -> float:
    """How much the places named beside a name speak for one at this point: the more of them lie near it, the more.

    >>> round(nearness(36.34, 43.13, [(36.37, 42.45)]), 2), round(nearness(36.34, 43.13, [(51.5, -0.1)]), 2)
    (1.6, 0.0)
    """
    total = best = 0.0
    x, y, z = _on_sphere(lat, lon)
    for other_lat, other_lon in points:
        if abs(other_lat - lat) < 4.5:
            a, b, c = _on_sphere(other_lat, other_lon)
            cosine = a * x + b * y + c * z
            weight = 1.6 if cosine > _NEAR else 1.2 if cosine > _CLOSE else 0.3 if cosine > _FAR else 0.0
            total += weight
            best = max(best, weight)
    return best + total / max(len(points), 3)


@lru_cache(maxsize=4096)
def _on_sphere(lat: float, lon: float) -> tuple[float, float, float]:
    """The point as a vector of length one: the cosine of the angle between two tells their distance at a tenth of the cost of reckoning it."""
    a, b = math.radians(lat), math.radians(lon)
    return math.cos(a) * math.cos(b), math.cos(a) * math.sin(b), math.sin(a)


def distance(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance in kilometres.

    >>> round(distance(36.2, 37.16, 34.73, 36.72))
    168
    """
    a, b = math.radians(lat1), math.radians(lat2)
    h = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * _RADIUS * math.asin(min(1.0, math.sqrt(h)))
