"""UCDP GED: type of violence by the sides, precisions, and deaths that add up."""

import csv

import pytest

from pipeline.exports import export
from pipeline.exports.ucdp_ged import COLUMNS
from pipeline.timex import Timex

LAYOUT = [
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
]
GIVEN_BY_UCDP = [
    "id",
    "conflict_new_id",
    "dyad_new_id",
    "side_a_new_id",
    "side_b_new_id",
    "country_id",
    "gwnoa",
    "gwnob",
]


@pytest.fixture
def ged(run, tmp_path):
    def write(*articles):
        export(run(*articles), tmp_path / "out", "ucdp-ged")
        found = []
        for name in ("ucdp-ged", "ucdp-ged-left-out"):
            with (tmp_path / "out" / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
                found.append(list(csv.DictReader(stream)))
        return found[0], [row["reason"] for row in found[1] if not row["column"]]

    return write


@pytest.fixture
def deed(told):
    def make(kind, by, to, *dead, date=None, place=None, first=None, second=None):
        one = told("deed", "On 3 May 2016 the first struck the second at Kut and 7 died, or up to 40.")
        killed = [one.killed(words, low, high, **more) for words, low, high, more in dead]
        one.event(
            "struck",
            kind,
            date=date or one.date("3 May 2016", "2016-05-03"),
            by=[one.actor("first", by, **(first or {}))] if by else [],
            to=[one.actor("second", to, **(second or {}))] if to else [],
            at=[one.place("Kut", **(place or {}))],
            killed=killed,
        )
        return one

    return make


SEVEN = ("7", 7, 7, {})


def test_the_layout_is_that_of_the_codebook():
    assert list(COLUMNS) == LAYOUT
    assert len(COLUMNS) == 49


def test_a_row_says_who_where_when_and_how_many(ged, kut):
    (row,), left = ged(kut)
    shown = {name: cell for name, cell in row.items() if cell}
    assert shown == {
        "relid": row["relid"],
        "year": "1916",
        "type_of_violence": "1",
        "dyad_name": "Government of Turkey - Government of United Kingdom",
        "side_a": "Government of Turkey",
        "side_b": "Government of United Kingdom",
        "number_of_sources": "2",
        "source_article": "Barker 1967, p. 12; Siege of Kut [2]",
        "where_prec": "1",
        "where_coordinates": "Al Kut",
        "where_description": "Ku\u0304t",
        "adm_1": "Wasit",
        "latitude": "32.5",
        "longitude": "45.82",
        "geom_wkt": "POINT (45.82 32.5)",
        "priogrid_gid": "176852",
        "country": "Iraq",
        "region": "Middle East",
        "event_clarity": "1",
        "date_prec": "1",
        "date_start": "1916-04-29",
        "date_end": "1916-04-29",
        "deaths_a": "0",
        "deaths_b": "24",
        "deaths_civilians": "6",
        "deaths_unknown": "0",
        "best": "30",
        "high": "30",
        "low": "30",
    }
    assert len(left) == 2
    assert [row[name] for name in GIVEN_BY_UCDP] == [""] * len(GIVEN_BY_UCDP)


@pytest.mark.parametrize(
    ("kind", "by", "to", "violence", "sides"),
    [
        ("BATTLE.attack", "state_force", "rebel", "1", ("first", "second")),
        ("BATTLE.attack", "rebel", "state_force", "1", ("second", "first")),
        ("BATTLE.attack", "rebel", "militia", "2", ("first", "second")),
        ("BATTLE.attack", "militia", "civilians", "3", ("first", "Civilians")),
        ("VIOLENCE.massacre", "rebel", None, "3", ("first", "Civilians")),
        ("REMOTE.airstrike", "state_force", "civilians", "3", ("first", "Civilians")),
    ],
)
def test_the_type_of_violence_follows_from_the_sides(ged, deed, kind, by, to, violence, sides):
    (row,), _ = ged(deed(kind, by, to, SEVEN))
    assert (row["type_of_violence"], (row["side_a"], row["side_b"])) == (violence, sides)


@pytest.mark.parametrize(
    ("kind", "by", "to", "dead", "why"),
    [
        ("BATTLE.attack", "rebel", "state_force", (), "no death is reported"),
        ("BATTLE.attack", "rebel", "state_force", (("7", 0, 0, {}),), "no death is reported"),
        ("BATTLE.attack", "rebel", None, (SEVEN,), "the two sides are not known"),
        ("BATTLE.attack", None, "civilians", (SEVEN,), "the two sides are not known"),
        ("PROTEST.riot", "civilians", "police", (SEVEN,), "UCDP holds no PROTEST.riot"),
    ],
)
def test_what_is_no_event_of_organised_violence_is_left_out(ged, deed, kind, by, to, dead, why):
    assert ged(deed(kind, by, to, *dead)) == ([], [why])


@pytest.mark.parametrize(
    ("start", "end", "granularity", "precision", "clarity"),
    [
        ("2016-05-03", "2016-05-03", "day", "1", "1"),
        ("2016-05-03", "2016-05-05", "span", "2", "1"),
        ("2016-05-02", "2016-05-08", "week", "3", "2"),
        ("2016-05-01", "2016-05-31", "month", "4", "2"),
        ("2016-03-01", "2016-05-31", "season", "5", "2"),
        ("-0490-01-01", "-0490-12-31", "year", "5", "2"),
    ],
)
def test_the_precision_of_dates(ged, deed, start, end, granularity, precision, clarity):
    when = Timex("DATE", start, None, start, end, granularity, "explicit")
    (row,), _ = ged(deed("BATTLE.attack", "state_force", "rebel", SEVEN, date=when))
    assert (row["date_start"], row["date_end"]) == (start, end)
    assert (row["date_prec"], row["event_clarity"], row["year"]) == (precision, clarity, str(int(start[:-6])))


def test_a_decade_is_too_long(ged, deed):
    when = Timex("DATE", "194", None, "1940-01-01", "1949-12-31", "decade", "explicit")
    found, left = ged(deed("BATTLE.attack", "state_force", "rebel", SEVEN, date=when))
    assert (found, left) == ([], ["UCDP dates to the year at least; here 1940-01-01 to 1949-12-31"])


@pytest.mark.parametrize(
    ("place", "precision"),
    [
        ({}, "1"),
        ({"relation": "near"}, "2"),
        ({"precision": "containing"}, "2"),
        ({"kind": "district"}, "3"),
        ({"kind": "province"}, "4"),
        ({"kind": "region"}, "5"),
        ({"kind": "country", "precision": "country"}, "6"),
        ({"kind": "water", "country": None}, "7"),
    ],
)
def test_the_precision_of_places(ged, deed, place, precision):
    (row,), _ = ged(deed("BATTLE.attack", "state_force", "rebel", SEVEN, place=place))
    assert row["where_prec"] == precision


@pytest.mark.parametrize(
    ("dead", "columns", "totals"),
    [
        ([SEVEN], (0, 0, 0, 7), (7, 7, 7)),
        ([("7", 7, 7, {"who": "of the first", "who_kind": "combatant"})], (7, 0, 0, 0), (7, 7, 7)),
        ([("7", 7, 7, {"who": "second", "who_kind": "combatant"})], (0, 7, 0, 0), (7, 7, 7)),
        ([("7", 7, 12, {"bound": "range", "who_kind": "civilian"})], (0, 0, 7, 0), (7, 12, 7)),
        ([("up to 40", None, 40, {"bound": "at_most"})], (0, 0, 0, 0), (0, 40, 0)),
        ([SEVEN, ("up to 40", None, 40, {"bound": "at_most"})], (0, 0, 0, 7), (7, 47, 7)),
    ],
)
def test_deaths_add_up(ged, deed, dead, columns, totals):
    (row,), _ = ged(deed("BATTLE.attack", "state_force", "rebel", *dead))
    assert tuple(int(row[f"deaths_{side}"]) for side in ("a", "b", "civilians", "unknown")) == columns
    assert tuple(int(row[name]) for name in ("best", "high", "low")) == totals
    assert int(row["best"]) == sum(columns)
    assert int(row["low"]) <= int(row["best"]) <= int(row["high"])


# ------------------------------------------------------------------------------------------ sides that the dead tell


def test_the_dead_are_the_other_side_where_no_target_could_be_one(ged, told):
    one = told("ambush", "On 31 March 2004 rebels ambushed a convoy at Kut, killing four American soldiers.")
    soldiers = one.actor("American soldiers", "state_force", country="US")
    four = one.killed("four American soldiers", 4, 4, who="American soldiers", who_kind="combatant")
    one.event(
        "ambushed",
        "BATTLE.ambush",
        date=one.date("31 March 2004", "2004-03-31"),
        by=[one.actor("rebels", "rebel")],
        to=[one.actor("convoy", "other")],
        at=[one.place("Kut")],
        killed=[four],
    )
    assert soldiers.value.country == "US"
    [row], _ = ged(one)
    assert (row["side_a"], row["side_b"]) == ("Government of United States of America", "rebels")
    assert (row["type_of_violence"], row["deaths_a"], row["best"]) == ("1", "4", "4")


@pytest.mark.parametrize(
    ("country", "rows"),
    [("GB", [("3", "Government of United Kingdom", "7")]), (None, [])],
)
def test_aircraft_stand_for_their_country_against_civilians(ged, deed, country, rows):
    dead = ("7", 7, 7, {"who": "people", "who_kind": "civilian"})
    found, left = ged(deed("REMOTE.airstrike", "other", None, dead, first={"country": country}))
    assert [(row["type_of_violence"], row["side_a"], row["deaths_civilians"]) for row in found] == rows
    assert left == ([] if rows else ["the two sides are not known"])


def test_dead_of_the_side_that_acted_are_no_other_side(ged, told):
    one = told("ambush", "On 31 March 2004 rebels were ambushed at Kut, and 7 rebels died.")
    one.actor("rebels", "rebel", nth=1)
    one.event(
        "ambushed",
        "BATTLE.ambush",
        date=one.date("31 March 2004", "2004-03-31"),
        by=[one.actor("rebels", "rebel")],
        at=[one.place("Kut")],
        killed=[one.killed("7 rebels", 7, 7, who="rebels", who_kind="combatant")],
    )
    assert ged(one) == ([], ["the two sides are not known"])
