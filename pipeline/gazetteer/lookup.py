"""Look-ups in the compiled gazetteer."""

from __future__ import annotations

import sqlite3
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.frozen import dataclass
from pipeline.gazetteer.names import name_key

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["Candidate", "Gazetteer"]

_QUERY = """
    SELECT p.name, p.kind, p.country, p.admin1, p.lat, p.lon, p.population, p.geonameid, p.first_year, p.last_year, p.capital, n.main
    FROM name AS n JOIN place AS p ON p.id = n.place WHERE n.key = ? ORDER BY n.rank LIMIT 16
"""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name can mean."""

    name: str
    kind: str
    country: str | None
    admin1: str | None
    """Name of the first-level division; a division's own name."""
    lat: float | None
    lon: float | None
    population: int
    """Of a place of the own tables: how prominent its kind is, on the same scale."""
    geonameid: int | None
    first_year: int | None
    last_year: int | None
    capital: bool
    """Whether a country is governed from there today."""
    main: bool
    """Whether the name asked for is its main name, not an alternate one."""

    @property
    def own(self) -> bool:
        """Whether it stands in the own tables."""
        return self.geonameid is None


class Gazetteer:
    """The compiled gazetteer, read-only; one per process, its look-ups remembered."""

    def __init__(self, path: Path) -> None:
        self.path = path
        # The file never changes once it is there: a change of its sources gives a file of another name.
        self._connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self._connection.execute("PRAGMA cache_size = -4096")
        self.lookup: Callable[[str], tuple[Candidate, ...]] = lru_cache(maxsize=1 << 13)(self._query)
        """The places that a name can mean, the most prominent first; empty for an unknown name."""

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _query(self, name: str) -> tuple[Candidate, ...]:
        rows = self._connection.execute(_QUERY, (name_key(name),)).fetchall()
        return tuple(Candidate(*row[:-2], *map(bool, row[-2:])) for row in rows)
