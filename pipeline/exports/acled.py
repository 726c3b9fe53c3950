"""Happenings as rows in the layout of the Armed Conflict Location & Event Data Project (ACLED).

Only what is asserted or reported to have happened goes in; what the layout has no place for goes to the sidecar. ``event_id_cnty`` holds this
package's own event id, since ACLED's numbers are its own to give; ``source_scale``, ``tags`` and ``timestamp`` are blank.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from pipeline.exports.happenings import Happening, Harm, Party, Site, When, days_of
from pipeline.exports.layout import write_layout
from pipeline.exports.left_out import LeftOut, Sidecar
from pipeline.rules.exports import Country, Mapping, acled_rules, countries
from pipeline.tables.rows import Cell
from pipeline.timex import iso_day

__all__ = ["COLUMNS", "export_acled"]

COLUMNS = (
    "event_id_cnty",
    "event_date",
    "year",
    "time_precision",
    "disorder_type",
    "event_type",
    "sub_event_type",
    "actor1",
    "assoc_actor_1",
    "inter1",
    "actor2",
    "assoc_actor_2",
    "inter2",
    "interaction",
    "civilian_targeting",
    "iso",
    "region",
    "country",
    "admin1",
    "admin2",
    "admin3",
    "location",
    "latitude",
    "longitude",
    "geo_precision",
    "source",
    "source_scale",
    "notes",
    "fatalities",
    "tags",
    "timestamp",
)

Row = dict[str, Cell]
Leave = Callable[[str, str, str], None]
"""Puts a column, its value and the reason into the sidecar."""


def export_acled(
    run: Path, out: Path, *, each_day: bool = False, names: bool = False, spreadsheet: bool = False
) -> tuple[int, int]:
    """Write ``acled.csv`` and ``acled-left-out.csv``, and say how many rows and how many whole events each holds.

    ``each_day`` writes a row for every day of a happening that is told from day to day, its deaths divided over them and the rest on the
    first; ``names`` writes what ``inter1``, ``inter2`` and ``interaction`` mean instead of their codes.
    """

    def rows(happening: Happening, left_out: Sidecar) -> list[Row]:
        return _rows(happening, left_out, each_day=each_day, names=names)

    return write_layout(run, out, "acled", COLUMNS, rows, spreadsheet=spreadsheet)


def _rows(happening: Happening, left_out: Sidecar, *, each_day: bool, names: bool) -> list[Row]:
    def leave(column: str, value: str, reason: str) -> None:
        left_out.append(LeftOut(happening.event_id, happening.doc_id, column, value, reason))

    sub_event, why = _sub_event(happening)
    place, unplaced = _place(happening.site)
    dates, undated = _dates(happening.when, each_day=each_day)
    reason = why or undated or unplaced
    if reason:
        leave("", happening.trigger, reason)
        return []
    group = acled_rules().group_of(sub_event)
    deaths = _deaths(happening, group.event_type)
    row: Row = {
        "disorder_type": group.disorder_type,
        "event_type": group.event_type,
        "sub_event_type": sub_event,
        **place,
        "source": "; ".join(happening.sources) or happening.title,
        "notes": happening.sentence,
    }
    row.update(_actors(happening, group.event_type, leave, names=names))
    for harm in happening.harm:
        if harm.category != "killed":
            leave(harm.category, harm.text, "ACLED counts only the dead")
        elif harm.high is not None and harm.low is not None and harm.high > harm.low:
            leave("fatalities", harm.text, f"the lowest number is recorded; the highest is {harm.high}")
    if happening.attribution:
        leave("attribution", happening.attribution, "ACLED says on whose word only in its notes")
    share, rest = divmod(deaths, len(dates))
    made: list[Row] = []
    for number, (day, precision) in enumerate(dates):
        own = happening.event_id if number == 0 else f"{happening.event_id}/day-{number + 1}"
        when: Row = {"event_id_cnty": own, "event_date": day, "year": int(day[:-6]), "time_precision": precision}
        made.append({**row, **when, "fatalities": share + rest if number == 0 else share})
    return made


# ----------------------------------------------------------------------------------------------------------- what


def _sub_event(happening: Happening) -> tuple[str, str]:
    """The sub-event type, or the reason why there is none."""
    rules = acled_rules()
    for entry in rules.mapping:
        if happening.type in entry.types and _applies(entry, happening):
            return entry.sub_event, ""
    for left in rules.left_out:
        if happening.type in left.types:
            return "", left.reason
    return "", f"no ACLED type stands for {happening.type}"


def _applies(entry: Mapping, happening: Happening) -> bool:
    if entry.trigger and not any(word.startswith(entry.trigger) for word in happening.trigger.casefold().split()):
        return False
    first, second = happening.parties()
    if entry.initiators and not (first and first[0].kind in entry.initiators):
        return False
    if entry.targets and not (second and second[0].kind in entry.targets):
        return False
    if entry.initiator_from and entry.initiator_from != _home_or_abroad(first, happening.site):
        return False
    return entry.deaths is None or entry.deaths == bool(happening.killed)


def _home_or_abroad(parties: tuple[Party, ...], site: Site | None) -> str:
    """Which of the two: *abroad* where the first party and the place are known to be of different countries."""
    here = site.country if site else None
    return "abroad" if parties and here and parties[0].country not in (None, here) else "home"


# ----------------------------------------------------------------------------------------------------------- when


def _dates(when: When | None, *, each_day: bool) -> tuple[list[tuple[str, int]], str]:
    """The days of the rows with their precision codes, or the reason why there are none."""
    if when is None:
        return [], "no date"
    if when.days == 1:
        return [(when.start, 1)], ""
    if each_day and when.lasted:
        return [(day, 1) for day in days_of(when)], ""
    middle = iso_day((when.span.first + when.span.last) // 2)
    if when.days <= 7:
        return [(middle, 2)], ""
    if when.days > 31:
        return [], f"ACLED dates to the month at least; here {when.start} to {when.end}"
    if when.granularity == "month" and when.days < 28:
        # The beginning and the end of a month stand for its first and its last day.
        if when.start.endswith("-01"):
            return [(when.start, 3)], ""
        if iso_day(when.span.last + 1).endswith("-01"):
            return [(when.end, 3)], ""
    return [(middle, 3)], ""


# ---------------------------------------------------------------------------------------------------------- where


def _place(site: Site | None) -> tuple[Row, str]:
    """The cells of the place, or the reason why there are none."""
    rules = acled_rules().geo_precision
    if site is None:
        return {}, "no place"
    if site.lat is None or site.precision == "none":
        return {}, f"no coordinates for {site.name}"
    if site.precision == "country" or site.kind in ("country", "continent"):
        return {}, f"ACLED locates to a region at least; here only {site.name}"
    if site.kind in rules.regions:
        precision = 3
    elif site.kind in rules.settlements and site.precision == "exact" and site.relation in ("at", "in"):
        precision = 1
    else:
        precision = 2
    country = countries().get(site.country or "")
    return {
        "iso": country.iso_numeric if country else None,
        "region": country.acled_region if country else None,
        "country": country.acled_name if country else None,
        "admin1": site.admin1,
        "location": site.name,
        "latitude": site.lat,
        "longitude": site.lon,
        "geo_precision": precision,
    }, ""


# ------------------------------------------------------------------------------------------------------------ who


def _actors(happening: Happening, event_type: str, leave: Leave, *, names: bool) -> Row:
    """The cells of the two sides; ``inter`` codes are blank where the kind of an actor is not known."""
    rules = acled_rules().inter
    country = countries().get((happening.site.country if happening.site else None) or "")
    row: Row = {}
    codes: list[int | None] = []
    known = 0
    for number, parties, role in zip((1, 2), happening.parties(), ("initiator", "target"), strict=True):
        code = _inter(parties[0], happening, role) if parties else None
        if not parties and number == 2 and event_type == "Violence against civilians":
            # Whoever the victims are, the event type says that they were civilians.
            code = 7
            row["actor2"] = _collective(rules.collective[7], country)
        elif parties:
            row.update(_named(number, parties, code, country))
            if code is None:
                leave(f"inter{number}", parties[0].name, f"no inter code stands for an actor of kind {parties[0].kind}")
        known += f"actor{number}" in row
        codes.append(code)
        row[f"inter{number}"] = rules.names[code] if names and code else code
    given = [code for code in codes if code]
    if given and len(given) == known:
        row["interaction"] = _interaction(given, rules.names) if names else _interaction_code(given)
    if event_type == "Violence against civilians" or codes[1] == 7:
        row["civilian_targeting"] = "Civilian targeting"
    return row


def _named(number: int, parties: tuple[Party, ...], code: int | None, country: Country | None) -> Row:
    """One side's name and those with it; crowds and civilians go by what they are, and their own words beside them."""
    collective = acled_rules().inter.collective.get(code or 0)
    if collective:
        return {
            f"actor{number}": _collective(collective, country),
            f"assoc_actor_{number}": "; ".join(party.name for party in parties),
        }
    return {f"actor{number}": parties[0].name, f"assoc_actor_{number}": "; ".join(party.name for party in parties[1:])}


def _collective(name: str, country: Country | None) -> str:
    return f"{name} ({country.acled_name})" if country else name


def _inter(party: Party, happening: Happening, role: str) -> int | None:
    rules = acled_rules().inter
    for part in rules.parts:
        if happening.type in part.types and part.role == role and (not part.kinds or party.kind in part.kinds):
            return part.code
    if party.kind in rules.external and _home_or_abroad((party,), happening.site) == "abroad":
        return rules.abroad
    return rules.kinds.get(party.kind)


def _interaction_code(codes: list[int]) -> int:
    """Both inter codes in one number, the smaller first; a zero for a side that is not there."""
    return codes[0] * 10 if len(codes) == 1 else min(codes) * 10 + max(codes)


def _interaction(codes: list[int], names: dict[int, str]) -> str:
    ordered = [names[code] for code in sorted(codes)]
    return f"{ordered[0]} only" if len(ordered) == 1 else "-".join(ordered)


# ----------------------------------------------------------------------------------------------------- fatalities


def _deaths(happening: Happening, event_type: str) -> int:
    """The lowest number of dead, with the codebook's numbers for words."""
    rules = acled_rules().fatalities
    fighting = event_type in rules.unknown.in_event_types
    unknown = rules.unknown.number_in_fighting if fighting else rules.unknown.number
    if happening.killed:
        return sum(_dead(harm, unknown) for harm in happening.killed)
    implied = rules.implied.get(happening.type)
    return 0 if implied is None else implied or unknown


def _dead(harm: Harm, unknown: int) -> int:
    rules = acled_rules().fatalities
    words = " ".join(harm.text.casefold().split())
    number = harm.low
    if harm.bound == "vague":
        # "several hundred" is a word for hundreds before it is a plural without a number.
        if found := _any_of(tuple(rules.words)).search(words):
            number = rules.words[found[0]]
        elif number is None or _any_of(rules.unknown.words).search(words):
            number = unknown
    elif number is None:
        number = unknown
    return number if harm.high is None else min(number, harm.high)


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of some words, longer before shorter."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, ordered))})\b")
