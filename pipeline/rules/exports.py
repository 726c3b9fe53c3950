"""How events are laid out in other people's datasets: the mapping tables of the exports, with their sources."""

from __future__ import annotations

from functools import cache

from pipeline.errors import RuleError
from pipeline.rules import RuleFile, read_csv, read_toml

__all__ = [
    "AcledRules",
    "Country",
    "Mapping",
    "PartyRules",
    "UcdpRules",
    "acled_rules",
    "countries",
    "party_rules",
    "ucdp_rules",
]


class Country(RuleFile):
    """A country or territory as ISO 3166 and the two datasets write it."""

    code: str
    iso_numeric: int | None
    name: str
    acled_region: str
    acled_name: str
    ucdp_region: str
    ucdp_name: str


@cache
def countries() -> dict[str, Country]:
    """All countries by ISO 3166 alpha-2 code; raises `RuleError` where the table is malformed.

    >>> countries()["IQ"].name
    'Iraq'
    """
    columns = tuple(Country.model_fields)
    found = {}
    for row in read_csv("exports/countries.csv", columns):
        try:
            number = int(row["iso_numeric"]) if row["iso_numeric"] else None
        except ValueError as error:
            raise RuleError(f"data/exports/countries.csv: {row['code']}: iso_numeric: {error}") from error
        names = {"acled_name": row["acled_name"] or row["name"], "ucdp_name": row["ucdp_name"] or row["name"]}
        found[row["code"]] = Country.model_validate({**row, **names, "iso_numeric": number})
    return found


class PartyRules(RuleFile):
    """Which events happened, and in which the parties face one another."""

    source: str
    symmetric: tuple[str, ...]
    happened: tuple[str, ...]


@cache
def party_rules() -> PartyRules:
    """The rules of ``data/exports/parties.toml``.

    >>> "BATTLE.clash" in party_rules().symmetric
    True
    """
    return read_toml("exports/parties.toml", PartyRules)


# ------------------------------------------------------------------------------------------------------------ ACLED


class SubEvents(RuleFile):
    """Sub-event types that share an event type and a type of disorder."""

    event_type: str
    disorder_type: str
    names: tuple[str, ...]


class Mapping(RuleFile):
    """Conditions on an event, and the sub-event type it then has."""

    types: tuple[str, ...]
    sub_event: str
    trigger: tuple[str, ...] = ()
    """Beginnings of words, one of which the trigger must have."""
    initiators: tuple[str, ...] = ()
    """Kinds, one of which the first initiator must be."""
    targets: tuple[str, ...] = ()
    """Kinds, one of which the first target must be."""
    initiator_from: str | None = None
    """home or abroad."""
    deaths: bool | None = None


class LeftOut(RuleFile):
    """Types that have no place in the dataset, and why."""

    types: tuple[str, ...]
    reason: str


class Part(RuleFile):
    """What an actor is by its part in an event."""

    types: tuple[str, ...]
    role: str
    code: int
    kinds: tuple[str, ...] = ()


class Inter(RuleFile):
    """Codes of the kinds of actors."""

    abroad: int
    external: tuple[str, ...]
    kinds: dict[str, int]
    names: dict[int, str]
    parts: tuple[Part, ...]
    collective: dict[int, str]


class GeoPrecision(RuleFile):
    """Kinds of places by how closely they locate an event."""

    settlements: tuple[str, ...]
    areas: tuple[str, ...]
    regions: tuple[str, ...]


class UnknownNumber(RuleFile):
    """What stands for a plural without a number."""

    words: tuple[str, ...]
    number: int
    in_event_types: tuple[str, ...]
    number_in_fighting: int


class Fatalities(RuleFile):
    """Numbers for words that are none."""

    words: dict[str, int]
    unknown: UnknownNumber
    implied: dict[str, int]


class AcledRules(RuleFile):
    """The mapping to ACLED's layout."""

    source: str
    sub_events: tuple[SubEvents, ...]
    mapping: tuple[Mapping, ...]
    left_out: tuple[LeftOut, ...]
    inter: Inter
    geo_precision: GeoPrecision
    fatalities: Fatalities

    def event_types(self) -> tuple[str, ...]:
        """Every event type that the tables speak of, mapped or left out, in order."""
        mapped = {kind for entry in self.mapping for kind in entry.types}
        return tuple(sorted(mapped.union(*(entry.types for entry in self.left_out))))

    def group_of(self, sub_event: str) -> SubEvents:
        """The event type and type of disorder of a sub-event type."""
        return next(group for group in self.sub_events if sub_event in group.names)


@cache
def acled_rules() -> AcledRules:
    """The rules of ``data/exports/acled.toml``; raises `RuleError` where they name an unknown sub-event or an entry can never apply.

    >>> acled_rules().group_of("Armed clash").event_type
    'Battles'
    """
    rules = read_toml("exports/acled.toml", AcledRules)
    known = {name for group in rules.sub_events for name in group.names}
    settled: set[str] = set()
    for number, entry in enumerate(rules.mapping, start=1):
        where = f"data/exports/acled.toml: mapping {number}"
        if entry.sub_event not in known:
            raise RuleError(f"{where}: sub_event {entry.sub_event!r}; allowed are {', '.join(sorted(known))}")
        if entry.initiator_from not in (None, "home", "abroad"):
            raise RuleError(f"{where}: initiator_from {entry.initiator_from!r}; allowed are home, abroad")
        dead = sorted(settled.intersection(entry.types))
        if dead:
            raise RuleError(f"{where}: an earlier entry without conditions already decides {', '.join(dead)}")
        if not (entry.trigger or entry.initiators or entry.targets or entry.initiator_from or entry.deaths is not None):
            settled.update(entry.types)
    return rules


# ------------------------------------------------------------------------------------------------------------- UCDP


class Violence(RuleFile):
    """Kinds of actors by the side they can make, and types that are one-sided by themselves."""

    governments: tuple[str, ...]
    groups: tuple[str, ...]
    civilians: tuple[str, ...]
    one_sided: tuple[str, ...]
    left_out: tuple[str, ...]


class WherePrecision(RuleFile):
    """Precision codes by the kind of place."""

    near: int
    country: int
    unlocated: int
    kinds: dict[str, int]


class Clarity(RuleFile):
    """When an event counts as a summary of several."""

    summaries: tuple[str, ...]
    most_days: int


class UcdpRules(RuleFile):
    """The mapping to the layout of UCDP GED."""

    source: str
    violence: Violence
    where_prec: WherePrecision
    clarity: Clarity


@cache
def ucdp_rules() -> UcdpRules:
    """The rules of ``data/exports/ucdp_ged.toml``.

    >>> ucdp_rules().where_prec.kinds["city"]
    1
    """
    return read_toml("exports/ucdp_ged.toml", UcdpRules)
