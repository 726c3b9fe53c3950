"""Distances on the globe, and how near a place lies to those that a document has named."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["distance", "nearness"]


def nearness(lat: float, lon: float, points: Sequence[tuple[float, float]]) -> float:
    """How much the places named beside a name speak for one at this point: the more of them lie near it, the more.

    >>> round(nearness(36.34, 43.13, [(36.37, 42.45)]), 2), round(nearness(36.34, 43.13, [(51.5, -0.1)]), 2)
    (1.6, 0.0)
    """
    total = best = 0.0
    for other_lat, other_lon in points:
        if abs(other_lat - lat) < 4.5:
            away = distance(lat, lon, other_lat, other_lon)
            weight = 1.6 if away < 60 else 1.2 if away < 150 else 0.3 if away < 500 else 0.0
            total += weight
            best = max(best, weight)
    return best + total / max(len(points), 3)


def distance(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance in kilometres.

    >>> round(distance(36.2, 37.16, 34.73, 36.72))
    168
    """
    a, b = math.radians(lat1), math.radians(lat2)
    h = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(h)))
