"""The own tables of places, and the words that make, frame or forbid a toponym."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from pydantic import Field

from pipeline.errors import RuleError
from pipeline.rules import RuleFile, data_path, read_csv, read_toml

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

__all__ = [
    "KINDS",
    "OwnPlace",
    "PlaceRules",
    "divisions",
    "home_states",
    "own_places",
    "place_rules",
    "table_files",
    "word_files",
]

COLUMNS = ("name", "aliases", "kind", "country", "lat", "lon", "from", "to", "source")
KINDS = (
    "battlefield",
    "city",
    "continent",
    "country",
    "district",
    "facility",
    "island",
    "landmark",
    "polity",
    "province",
    "region",
    "relief",
    "state",
    "water",
)


@dataclass(frozen=True, slots=True)
class OwnPlace:
    """A row of the own tables: a place that GeoNames' list of towns lacks."""

    name: str
    aliases: tuple[str, ...]
    kind: str
    country: str | None
    lat: float
    lon: float
    first_year: int | None
    last_year: int | None
    source: str


def table_files() -> list[Traversable]:
    """The CSV files of the own tables, by name.

    >>> [table.name for table in table_files()][:3]
    ['battlefields.csv', 'cities.csv', 'countries.csv']
    """
    return sorted((f for f in data_path("places").iterdir() if f.name.endswith(".csv")), key=lambda f: f.name)


def word_files() -> list[Traversable]:
    """The other files that the gazetteer is made of: divisions, and the words that are no names by themselves.

    >>> [file.name for file in word_files()][:2]
    ['divisions.csv', 'common_words.csv']
    """
    names = ("divisions.csv", "common_words.csv", "given_names.csv", "actors-demonyms.csv", "places.toml")
    return [data_path(name) for name in names]


@cache
def own_places() -> tuple[OwnPlace, ...]:
    """All places of the own tables; raises `RuleError` with file and row where a cell is wrong.

    >>> next((place.kind, place.country) for place in own_places() if place.name == "Rorke's Drift")
    ('battlefield', 'ZA')
    """
    places = []
    for table in table_files():
        for row in read_csv(f"places/{table.name}", COLUMNS):
            try:
                places.append(_place(row))
            except ValueError as error:
                raise RuleError(f"data/places/{table.name}: {row['name']!r}: {error}") from error
    return tuple(places)


@cache
def divisions() -> dict[str, str]:
    """The first-level divisions by GeoNames' code of country and division: ``UA.08`` is *Kherson Oblast*.

    >>> divisions()["UA.08"]
    'Kherson Oblast'
    """
    return {row["code"]: row["name"] for row in read_csv("divisions.csv", ("code", "name", "source"))}


@cache
def home_states() -> frozenset[str]:
    """States and provinces by which a text tells where a town lies (*Dallas, Texas*), in lower case.

    >>> {"texas", "ontario"} <= home_states(), "kherson oblast" in home_states()
    (True, False)
    """
    return frozenset(name.lower() for code, name in divisions().items() if code[:3] in ("US.", "CA.", "AU."))


def _place(row: dict[str, str]) -> OwnPlace:
    kind, lat, lon = row["kind"], float(row["lat"]), float(row["lon"])
    if kind not in KINDS:
        raise ValueError(f"kind {kind!r}; allowed are {', '.join(KINDS)}")
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError(f"coordinates {lat}, {lon}")
    if not row["source"]:
        raise ValueError("no source")
    return OwnPlace(
        name=row["name"],
        aliases=tuple(alias for alias in row["aliases"].split(";") if alias),
        kind=kind,
        country=row["country"] or None,
        lat=lat,
        lon=lon,
        first_year=int(row["from"]) if row["from"] else None,
        last_year=int(row["to"]) if row["to"] else None,
        source=row["source"],
    )


class Kinds(RuleFile):
    """Type words by the kind of place they make."""

    facility: frozenset[str]
    water: frozenset[str]
    relief: frozenset[str]
    island: frozenset[str]
    province: frozenset[str]
    district: frozenset[str]
    region: frozenset[str]
    city: frozenset[str]


class Types(RuleFile):
    """Words in a name that make the whole of it a place."""

    after: frozenset[str]
    before: frozenset[str]
    of: frozenset[str]
    civil: frozenset[str]
    civil_verbs: frozenset[str]
    outside: frozenset[str]
    qualifiers: frozenset[str]
    surnames: frozenset[str]
    islands: frozenset[str]
    """Names of countries and provinces that are one island each."""
    kinds: Kinds

    def kind(self, word: str) -> str:
        """The kind of place that a type word makes."""
        return self._by_word.get(word, "landmark")

    @cached_property
    def _by_word(self) -> dict[str, str]:
        return {word: str(kind) for kind, words in self.kinds for word in sorted(words)}


class Context(RuleFile):
    """Words around a name that speak for or against a place."""

    locative: frozenset[str]
    verbs: frozenset[str]
    strong: frozenset[str]
    other: frozenset[str]
    deeds: frozenset[str]
    within: frozenset[str]
    loose: frozenset[str]
    fill: frozenset[str]
    function: frozenset[str]
    copula: frozenset[str]
    taken: frozenset[str]
    belonging: frozenset[str]
    apposed: frozenset[str]
    plural: frozenset[str]
    titled: frozenset[str]
    bodies: frozenset[str]
    forces: frozenset[str]
    roles: frozenset[str]


class Persons(RuleFile):
    """Words that make a name a person."""

    titles: frozenset[str]
    verbs: frozenset[str]
    befallen: frozenset[str]
    kin: frozenset[str]
    possessed: frozenset[str]
    deeds: frozenset[str]
    felled: frozenset[str]
    mononyms: frozenset[str]


class Stop(RuleFile):
    """Words that are no names, and names that are rarely places."""

    words: frozenset[str]
    weak: frozenset[str]
    never: frozenset[str]
    articled: frozenset[str]
    attributes: frozenset[str]


class Example(RuleFile):
    """A sentence with the places that are to be found in it."""

    text: str
    places: tuple[str, ...]


class PlaceRules(RuleFile):
    """What ``data/places.toml`` says, with given names and demonyms from their lists."""

    types: Types
    context: Context
    persons: Persons
    stop: Stop
    examples: tuple[Example, ...]
    given_names: frozenset[str] = frozenset()
    demonyms: frozenset[str] = frozenset()
    organisations: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    """Common words, in small letters, that are also names of towns."""
    peoples: dict[str, str] = Field(default_factory=dict)
    """Demonyms with their countries."""


@cache
def place_rules() -> PlaceRules:
    """The words that make, frame or forbid a toponym.

    >>> place_rules().peoples["Zambian"], place_rules().types.kind("river")
    ('ZM', 'water')
    """
    names = frozenset(row["name"] for row in read_csv("given_names.csv", ("name",)))
    peoples = read_csv("actors-demonyms.csv", ("demonym", "plural", "polity", "country"))
    demonyms = frozenset(
        row[column] for row in peoples for column in ("demonym", "plural") if not row[column].isupper()
    )
    polities = {
        name: row["country"]
        for table in table_files()
        for row in read_csv(f"places/{table.name}", COLUMNS)
        if row["kind"] == "polity" and row["country"]
        for name in filter(None, (row["name"], *row["aliases"].split(";")))
    }
    countries = {
        row[column]: country
        for row in peoples
        for column in ("demonym", "plural")
        if (country := row["country"] or polities.get(row["polity"], ""))
    }
    bodies = read_csv("actors-organisations.csv", ("name", "kind", "country", "canonical"))
    verbs = read_csv("verbs.csv", ("verb", "past", "participle", "also"))
    found = {
        "organisations": frozenset(row["name"] for row in bodies),
        "verbs": frozenset(row["verb"] for row in verbs),
        "common": frozenset(row["word"] for row in read_csv("common_words.csv", ("word",))),
        "given_names": names,
        "demonyms": demonyms,
        "peoples": countries,
    }
    return read_toml("places.toml", PlaceRules).model_copy(update=found)
