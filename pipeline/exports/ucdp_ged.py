"""Happenings as rows in the layout of the UCDP Georeferenced Event Dataset (GED).

Only what is asserted or reported to have happened, with at least one death and two known sides (or civilians on one), goes in. Ids that UCDP
gives (event, conflict, dyad, side, country) are blank; ``relid`` holds this package's own event id.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import floor
from pathlib import Path

from pipeline.exports.happenings import Happening, Harm, Party, Site, When
from pipeline.exports.layout import write_layout
from pipeline.exports.left_out import LeftOut, Sidecar
from pipeline.rules.exports import acled_rules, countries, ucdp_rules
from pipeline.tables.rows import Cell

__all__ = ["COLUMNS", "export_ucdp_ged"]

COLUMNS = (
    "id",
    "relid",
    "year",
    "active_year",
    "code_status",
    "type_of_violence",
    "conflict_dset_id",
    "conflict_new_id",
    "conflict_name",
    "dyad_dset_id",
    "dyad_new_id",
    "dyad_name",
    "side_a_dset_id",
    "side_a_new_id",
    "side_a",
    "side_b_dset_id",
    "side_b_new_id",
    "side_b",
    "number_of_sources",
    "source_article",
    "source_office",
    "source_date",
    "source_headline",
    "source_original",
    "where_prec",
    "where_coordinates",
    "where_description",
    "adm_1",
    "adm_2",
    "latitude",
    "longitude",
    "geom_wkt",
    "priogrid_gid",
    "country",
    "country_id",
    "region",
    "event_clarity",
    "date_prec",
    "date_start",
    "date_end",
    "deaths_a",
    "deaths_b",
    "deaths_civilians",
    "deaths_unknown",
    "best",
    "high",
    "low",
    "gwnoa",
    "gwnob",
)

Row = dict[str, Cell]


@dataclass(frozen=True, slots=True)
class Sides:
    """Who fought whom: the type of violence, the names of both sides, and the parties whose dead count for each."""

    type_of_violence: int
    side_a: str
    side_b: str
    parties_a: tuple[Party, ...]
    parties_b: tuple[Party, ...]


def export_ucdp_ged(run: Path, out: Path, *, spreadsheet: bool = False) -> tuple[int, int]:
    """Write ``ucdp-ged.csv`` and ``ucdp-ged-left-out.csv``, and say how many rows and how many whole events each holds."""

    def rows(happening: Happening, left_out: Sidecar) -> list[Row]:
        row = _row(happening, left_out)
        return [row] if row else []

    return write_layout(run, out, "ucdp-ged", COLUMNS, rows, spreadsheet=spreadsheet)


def _row(happening: Happening, left_out: Sidecar) -> Row:
    def leave(column: str, value: str, reason: str) -> None:
        left_out.append(LeftOut(happening.event_id, happening.doc_id, column, value, reason))

    sides = _sides(happening)
    deaths = _deaths(happening, sides) if sides else {}
    reason = (
        (f"UCDP holds no {happening.type}" if happening.type in ucdp_rules().violence.left_out else "")
        or ("no death is reported" if not _harms(happening) else "")
        or ("the two sides are not known" if not sides else "")
        or _undated(happening.when)
        or _unplaced(happening.site)
    )
    if reason or not sides or not happening.when or not happening.site:
        leave("", happening.trigger, reason)
        return {}
    for harm in happening.harm:
        if harm.category != "killed":
            leave(harm.category, harm.text, "UCDP counts only the dead")
        elif harm.high is None:
            leave("high", harm.text, "UCDP needs a highest number; the text leaves it open")
    return {
        "relid": happening.event_id,
        "type_of_violence": sides.type_of_violence,
        "dyad_name": f"{sides.side_a} - {sides.side_b}",
        "side_a": sides.side_a,
        "side_b": sides.side_b,
        "number_of_sources": len(happening.sources) or -1,
        "source_article": "; ".join(happening.sources) or happening.title,
        "source_original": happening.attribution,
        **_where(happening.site),
        **_when(happening.when, happening.type),
        **deaths,
    }


# ------------------------------------------------------------------------------------------------------------ who


def _sides(happening: Happening) -> Sides | None:
    """The sides by the first party of each that could be one; None where one of them is not known.

    Where no target could be one, the dead are: *insurgents ambushed a convoy, killing four American soldiers*.
    """
    rules = ucdp_rules().violence
    armed = (*rules.governments, *rules.groups)
    parties_a, parties_b = happening.parties()
    first = next((party for party in parties_a if party.kind in armed or _is_arms(party)), None)
    second = next((party for party in parties_b if party.kind in (*armed, *rules.civilians)), None)
    if second is None:
        ours = {party.name for party in parties_a}
        dead = (harm.party for harm in _harms(happening) if harm.party and harm.party.name not in ours)
        second = next((party for party in dead if party.kind in armed), None)
        parties_b = (second,) if second else parties_b
    only_civilians = second is None and any(harm.who_kind == "civilian" for harm in _harms(happening))
    one_sided = happening.type in rules.one_sided or only_civilians or (second and second.kind in rules.civilians)
    if first and one_sided:
        return Sides(3, _name(first), "Civilians", parties_a, parties_b)
    if not first or not second:
        return None
    if first.kind in rules.governments or _is_arms(first):
        return Sides(1, _name(first), _name(second), parties_a, parties_b)
    if second.kind in rules.governments:
        return Sides(1, _name(second), _name(first), parties_b, parties_a)
    return Sides(2, _name(first), _name(second), parties_a, parties_b)


def _is_arms(party: Party) -> bool:
    """Whether aircraft or guns stand for the country whose they are: *American aircraft*."""
    return party.kind == "other" and party.country in countries()


def _name(party: Party) -> str:
    """A government goes by its country, as UCDP names it; a group by its own name."""
    country = countries().get(party.country or "")
    if country and (party.kind in ucdp_rules().violence.governments or _is_arms(party)):
        return f"Government of {country.ucdp_name}"
    return party.name


# ---------------------------------------------------------------------------------------------------------- where


def _unplaced(site: Site | None) -> str:
    if site is None:
        return "no place"
    if site.lat is None or site.lon is None:
        return f"no coordinates for {site.name}"
    return ""


def _where(site: Site) -> Row:
    rules = ucdp_rules().where_prec
    if site.precision == "country":
        precision = rules.country
    else:
        precision = rules.kinds.get(site.kind, rules.kinds["region"])
        if precision == 1 and (site.precision != "exact" or site.relation not in ("at", "in")):
            precision = rules.near
    country = countries().get(site.country or "")
    return {
        "where_prec": precision,
        "where_coordinates": site.name,
        "where_description": site.text if site.relation == "at" else f"{site.relation.replace('_', ' ')} {site.text}",
        "adm_1": site.admin1,
        "latitude": site.lat,
        "longitude": site.lon,
        "geom_wkt": f"POINT ({site.lon} {site.lat})",
        "priogrid_gid": priogrid_cell(site.lat or 0.0, site.lon or 0.0),
        "country": country.ucdp_name if country else None,
        "region": country.ucdp_region if country else None,
    }


def priogrid_cell(lat: float, lon: float) -> int:
    """Number of the PRIO-GRID cell of half a degree that holds a point, counted from the south-western corner of the world.

    >>> priogrid_cell(34.531094, 69.162796)  # Kabul
    179779
    """
    row, column = min(floor((lat + 90) * 2), 359), floor((lon + 180) * 2) % 720
    return row * 720 + column + 1


# ----------------------------------------------------------------------------------------------------------- when


def _undated(when: When | None) -> str:
    if when is None:
        return "no date"
    return f"UCDP dates to the year at least; here {when.start} to {when.end}" if when.days > 366 else ""


def _when(when: When, kind: str) -> Row:
    """1 a day, 2 up to six, 3 a week, 4 up to a month, 5 longer; clarity 2 for what sums up several happenings."""
    precision = next((code for code, most in ((1, 1), (2, 6), (3, 7), (4, 31)) if when.days <= most), 5)
    rules = ucdp_rules().clarity
    summary = kind in rules.summaries or when.days > rules.most_days
    return {
        "year": when.year,
        "event_clarity": 2 if summary else 1,
        "date_prec": precision,
        "date_start": when.start,
        "date_end": when.end,
    }


# --------------------------------------------------------------------------------------------------------- deaths


def _harms(happening: Happening) -> tuple[Harm, ...]:
    """The dead; one of unknown kind where only the event itself says that somebody died."""
    if happening.killed:
        return tuple(harm for harm in happening.killed if (harm.low or 0) > 0 or harm.high != 0)
    implied = acled_rules().fatalities.implied.get(happening.type)
    return () if implied is None else (Harm("killed", 1, None, "at_least", happening.trigger, "", "unknown"),)


def _deaths(happening: Happening, sides: Sides) -> Row:
    """The dead of each side by the lowest number, and all of them by lowest and highest; best is the sum of the sides."""
    row = dict.fromkeys(("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"), 0)
    low = high = 0
    for harm in _harms(happening):
        number = harm.low or 0
        row[_column(harm, sides)] += number
        low += number
        high += max(number, harm.high or 0)
    return {**row, "best": sum(row.values()), "high": high, "low": low}


def _column(harm: Harm, sides: Sides) -> str:
    """Whose dead they are: civilians by what they are called, a side's by its name in the words for the victims."""
    if harm.who_kind == "civilian" or (sides.type_of_violence == 3 and harm.who_kind == "unknown"):
        return "deaths_civilians"
    who = harm.who.casefold()
    for column, parties in (("deaths_a", sides.parties_a), ("deaths_b", sides.parties_b)):
        names = [name.casefold() for party in parties for name in (party.text, party.name) if name]
        if who and any(name in who or who in name for name in names):
            return column
    return "deaths_unknown"
