"""ACLED: the codebook's columns, types, precisions and numbers; and the reason for whatever is not in them."""

import csv
import re

import pytest

from pipeline.errors import RuleError
from pipeline.exports import Choices, export
from pipeline.exports.acled import COLUMNS
from pipeline.rules import exports as rules
from pipeline.rules.exports import acled_rules, countries, party_rules, ucdp_rules
from pipeline.rules.places import KINDS
from pipeline.tables.columns import TABLES
from pipeline.timex import Timex

# As the codebook and the data export list them.
CODEBOOK = [
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
]


def rows(folder):
    with (folder / "acled.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def reasons(folder):
    with (folder / "acled-left-out.csv").open(encoding="utf-8", newline="") as stream:
        return [(row["column"], row["value"], row["reason"]) for row in csv.DictReader(stream)]


@pytest.fixture
def acled(run, tmp_path):
    """Articles as rows of the export, and what was left out."""

    def write(*articles, **choices):
        export(run(*articles), tmp_path / "out", "acled", Choices(**choices))
        return rows(tmp_path / "out"), reasons(tmp_path / "out")

    return write


@pytest.fixture
def deed(told):
    """One event on a day in a town, with whatever is given otherwise."""

    def make(kind, trigger="attacked", by="state_force", to="rebel", **given):
        one = told(
            "deed",
            f"On 3 May 2016 the first {trigger} the second at Kut; dozens or several hundred or many or up to 40 or 7 dead.",
        )
        date = given.pop("date", one.date("3 May 2016", "2016-05-03"))
        place = given.pop("place", {})
        about_first, about_second = given.pop("first", {"country": "IQ"}), given.pop("second", {})
        first = [one.actor("first", by, **about_first)] if by else []
        second = [one.actor("second", to, **about_second)] if to else []
        killed = [one.killed(*dead) for dead in given.pop("killed", ())]
        at = [one.place("Kut", **place)] if place is not None else []
        one.event(trigger, kind, date=date, by=first, to=second, at=at, killed=killed, **given)
        return one

    return make


def test_the_layout_is_that_of_the_codebook():
    assert list(COLUMNS) == CODEBOOK
    assert len(COLUMNS) == 31


def test_a_happening_told_twice_is_one_row_with_what_all_reports_say(acled, kut):
    (row,), left = acled(kut)
    assert row == {
        "event_id_cnty": row["event_id_cnty"],
        "event_date": "1916-04-29",
        "year": "1916",
        "time_precision": "1",
        "disorder_type": "Political violence",
        "event_type": "Battles",
        "sub_event_type": "Non-state actor overtakes territory",
        "actor1": "Ottoman troops",
        "assoc_actor_1": "",
        "inter1": "8",
        "actor2": "British soldiers",
        "assoc_actor_2": "",
        "inter2": "8",
        "interaction": "88",
        "civilian_targeting": "",
        "iso": "368",
        "region": "Middle East",
        "country": "Iraq",
        "admin1": "Wasit",
        "admin2": "",
        "admin3": "",
        "location": "Al Kut",
        "latitude": "32.5",
        "longitude": "45.82",
        "geo_precision": "1",
        "source": "Barker 1967, p. 12; Siege of Kut [2]",
        "source_scale": "",
        "notes": kut.document.text.split("\n")[0],
        "fatalities": "18",
        "tags": "",
        "timestamp": "",
    }
    assert row["event_id_cnty"].startswith("siege/of kut/")
    assert [reason for column, _, reason in left if not column] == [
        "not told to have happened: attempted",
        f"reports the same happening as {row['event_id_cnty']}, which it completes",
    ]


@pytest.mark.parametrize("status", ["planned", "attempted", "negated"])
def test_what_did_not_happen_is_in_no_dataset(acled, deed, status):
    found, left = acled(deed("BATTLE.attack", status=status))
    assert found == []
    assert left == [("", "attacked", f"not told to have happened: {status}")]


def test_a_report_of_another_is_on_record_as_such(acled, deed):
    (row,), left = acled(deed("BATTLE.attack", status="reported", attribution="the SOHR"))
    assert row["sub_event_type"] == "Armed clash"
    assert ("attribution", "the SOHR", "ACLED says on whose word only in its notes") in left


# ----------------------------------------------------------------------------------------------------------- what


@pytest.mark.parametrize(
    ("kind", "trigger", "by", "to", "sub_event", "disorder"),
    [
        ("BATTLE.attack", "attacked", "rebel", "state_force", "Armed clash", "Political violence"),
        ("BATTLE.attack", "attacked", "rebel", "civilians", "Attack", "Political violence"),
        ("TERRITORY.capture", "seized", "state_force", None, "Government regains territory", "Political violence"),
        ("TERRITORY.recapture", "retook", "rebel", None, "Non-state actor overtakes territory", "Political violence"),
        ("TERRITORY.capture", "seized", None, None, "Armed clash", "Political violence"),
        ("TERRITORY.advance", "advanced", "rebel", None, "Other", "Strategic developments"),
        ("TERRITORY.advance", "drove", "rebel", "state_force", "Armed clash", "Political violence"),
        ("REMOTE.bombing", "suicide bombing", "rebel", "police", "Suicide bomb", "Political violence"),
        ("REMOTE.bombing", "car bomb", "rebel", "police", "Remote explosive/landmine/IED", "Political violence"),
        ("REMOTE.airstrike", "bombed", "state_force", "civilians", "Air/drone strike", "Political violence"),
        ("VIOLENCE.assault", "raped", "militia", "civilians", "Sexual violence", "Political violence"),
        ("VIOLENCE.assault", "tortured", "militia", "civilians", "Attack", "Political violence"),
        ("VIOLENCE.assault", "looted", "militia", None, "Looting/property destruction", "Strategic developments"),
        ("PROTEST.demonstrate", "marched", "civilians", None, "Peaceful protest", "Demonstrations"),
        ("AGREEMENT.ceasefire", "ceasefire", "rebel", "government", "Agreement", "Strategic developments"),
        ("POLITICS.split", "defected", "unit", None, "Change to group/activity", "Strategic developments"),
        ("CASUALTY.killed", "killed", None, "civilians", "Attack", "Political violence"),
        ("CASUALTY.killed", "killed", None, "rebel", "Armed clash", "Political violence"),
    ],
)
def test_types_follow_from_ours_and_the_kinds_of_actors(acled, deed, kind, trigger, by, to, sub_event, disorder):
    (row,), _ = acled(deed(kind, trigger, by, to))
    assert (row["sub_event_type"], row["disorder_type"]) == (sub_event, disorder)
    assert row["event_type"] == acled_rules().group_of(sub_event).event_type


def test_a_crackdown_is_excessive_where_people_died(acled, deed):
    (row,), _ = acled(deed("PROTEST.crackdown", "fired", "police", "civilians", killed=[("7", 7, 7)]))
    assert row["sub_event_type"] == "Excessive force against protesters"
    assert row["disorder_type"] == "Political violence; Demonstrations"
    assert (row["actor2"], row["inter2"], row["assoc_actor_2"]) == ("Protesters (Iraq)", "6", "second")


@pytest.mark.parametrize(
    ("kind", "why"),
    [
        ("STATEMENT.claim", "ACLED records no statements"),
        ("CASUALTY.wounded", "ACLED counts only the dead, and the sentence names no deed that it records"),
        ("PROTEST.strike", "ACLED records a strike only where people demonstrate"),
    ],
)
def test_types_without_a_place_in_it_are_left_out(acled, deed, kind, why):
    found, left = acled(deed(kind, by=None, to=None))
    assert (found, left[-1][2]) == ([], why)


def test_a_death_of_nobody_knows_what_is_left_out(acled, deed):
    found, left = acled(deed("CASUALTY.killed", "died", by="person", to=None))
    assert found == []
    assert "what the victims were" in left[0][2]


# ----------------------------------------------------------------------------------------------------------- when


@pytest.mark.parametrize(
    ("start", "end", "granularity", "days"),
    [
        ("2016-11-06", "2016-11-06", "day", [("2016-11-06", 1)]),
        ("2016-11-07", "2016-11-13", "week", [("2016-11-10", 2)]),
        ("2016-11-01", "2016-11-30", "month", [("2016-11-15", 3)]),
        ("2016-10-01", "2016-10-31", "month", [("2016-10-16", 3)]),
        ("2016-10-01", "2016-10-10", "month", [("2016-10-01", 3)]),
        ("2016-10-11", "2016-10-20", "month", [("2016-10-15", 3)]),
        ("2016-10-21", "2016-10-31", "month", [("2016-10-31", 3)]),
        ("-0490-09-12", "-0490-09-12", "day", [("-0490-09-12", 1)]),
        ("2016-10-28", "2016-10-30", "span", [("2016-10-29", 2)]),
        ("2016-03-01", "2016-05-31", "season", []),
        ("2016-01-01", "2016-12-31", "year", []),
    ],
)
def test_dates_and_their_precision(acled, deed, start, end, granularity, days):
    found, left = acled(deed("BATTLE.attack", date=Timex("DATE", start, None, start, end, granularity, "explicit")))
    assert [(row["event_date"], int(row["time_precision"])) for row in found] == days
    assert [int(row["year"]) for row in found] == [int(start[:-6])] * len(days)
    if not days:
        assert left == [("", "attacked", f"ACLED dates to the month at least; here {start} to {end}")]


def span(start, end):
    return Timex("DATE", start, None, start, end, "span", "range")


def test_each_day_of_a_battle_has_a_row_and_its_share_of_the_dead(acled, deed):
    days, _ = acled(deed("BATTLE.attack", date=span("2015-12-30", "2016-01-02"), killed=[("7", 7, 7)]), each_day=True)
    assert [row["event_date"] for row in days] == ["2015-12-30", "2015-12-31", "2016-01-01", "2016-01-02"]
    assert [row["fatalities"] for row in days] == ["4", "1", "1", "1"]
    assert [row["year"] for row in days] == ["2015", "2015", "2016", "2016"]
    assert {row["time_precision"] for row in days} == {"1"}
    assert len({row["event_id_cnty"] for row in days}) == 4


def test_a_period_is_no_battle_of_so_many_days(acled, deed):
    november = Timex("DATE", "2016-11", None, "2016-11-01", "2016-11-30", "month", "explicit")
    for date in (november, span("2016-11-01", "2016-11-30")):
        found, _ = acled(deed("BATTLE.attack", date=date), each_day=True)
        assert len(found) == 1


def test_without_a_date_there_is_no_row(acled, deed):
    assert acled(deed("BATTLE.attack", date=None))[1] == [("", "attacked", "no date")]


# ---------------------------------------------------------------------------------------------------------- where


@pytest.mark.parametrize(
    ("place", "precision"),
    [
        ({}, "1"),
        ({"kind": "facility"}, "1"),
        ({"relation": "near"}, "2"),
        ({"precision": "containing"}, "2"),
        ({"kind": "district"}, "2"),
        ({"kind": "province"}, "3"),
        ({"kind": "region", "country": None}, "3"),
    ],
)
def test_geo_precision(acled, deed, place, precision):
    (row,), _ = acled(deed("BATTLE.attack", place=place))
    assert row["geo_precision"] == precision


@pytest.mark.parametrize(
    ("place", "why"),
    [
        (None, "no place"),
        ({"lat": None, "lon": None, "precision": "none"}, "no coordinates for Kut"),
        ({"kind": "country", "precision": "country"}, "ACLED locates to a region at least; here only Kut"),
    ],
)
def test_without_a_place_there_is_no_row(acled, deed, place, why):
    assert acled(deed("BATTLE.attack", place=place))[1] == [("", "attacked", why)]


def test_the_place_that_locates_best_is_taken(acled, told):
    one = told("two-places", "On 3 May 2016 rebels seized Kut in Iraq.")
    country = one.place("Iraq", "country", precision="country", lat=33.0, lon=44.0)
    town = one.place("Kut")
    rebels, day = one.actor("rebels", "rebel"), one.date("3 May 2016", "2016-05-03")
    one.event("seized", "TERRITORY.capture", date=day, by=[rebels], at=[("site", country), ("object", town)])
    assert acled(one)[0][0]["location"] == "Kut"


def test_a_place_of_no_present_country_has_no_country(acled, deed):
    (row,), _ = acled(deed("BATTLE.attack", place={"country": None}))
    assert (row["country"], row["iso"], row["region"], row["latitude"]) == ("", "", "", "32.5")


def test_every_country_has_its_number_and_regions():
    table = countries()
    assert table["SY"].iso_numeric == 760
    assert (table["SD"].acled_region, table["AF"].acled_region) == ("Northern Africa", "Caucasus and Central Asia")
    assert (table["CD"].ucdp_name, table["YE"].ucdp_name) == ("DR Congo (Zaire)", "Yemen (North Yemen)")
    assert len({c.iso_numeric for c in table.values() if c.iso_numeric}) == len(table) - 1  # Kosovo has none
    assert len({c.acled_region for c in table.values()}) == 17
    assert {c.ucdp_region for c in table.values()} == {"Africa", "Americas", "Asia", "Europe", "Middle East", ""}


# ------------------------------------------------------------------------------------------------------------ who


@pytest.mark.parametrize(
    ("by", "first", "to", "second", "codes"),
    [
        ("state_force", {"country": "IQ"}, "rebel", {}, ("1", "2", "12")),
        ("rebel", {}, "state_force", {"country": "IQ"}, ("2", "1", "12")),
        ("state_force", {"country": "US"}, "militia", {}, ("8", "3", "38")),
        ("state_force", {}, None, {}, ("1", "", "10")),
        ("person", {}, "rebel", {}, ("", "2", "")),
        (None, {}, "rebel", {}, ("", "2", "20")),
    ],
)
def test_inter_codes(acled, deed, by, first, to, second, codes):
    (row,), left = acled(deed("BATTLE.attack", by=by, to=to, first=first, second=second))
    assert (row["inter1"], row["inter2"], row["interaction"]) == codes
    unknown = [column for column, _, _ in left if column.startswith("inter")]
    assert unknown == (["inter1"] if by == "person" else [])


def test_inter_names_instead_of_codes(acled, deed):
    (row,), _ = acled(deed("BATTLE.attack", by="rebel", to="state_force", second={"country": "IQ"}), names=True)
    assert (row["inter1"], row["inter2"]) == ("Rebel group", "State forces")
    assert row["interaction"] == "State forces-Rebel group"
    (row,), _ = acled(deed("TERRITORY.advance", by="rebel", to=None), names=True)
    assert row["interaction"] == "Rebel group only"


def test_victims_of_violence_against_civilians_are_civilians(acled, deed):
    (named,), _ = acled(deed("VIOLENCE.assassination", "shot", to="person", second={"name": "a judge"}))
    assert (named["actor2"], named["assoc_actor_2"], named["inter2"]) == ("Civilians (Iraq)", "a judge", "7")
    (unnamed,), _ = acled(deed("VIOLENCE.massacre", "massacre", to=None))
    assert (unnamed["actor2"], unnamed["inter2"], unnamed["interaction"]) == ("Civilians (Iraq)", "7", "17")
    assert unnamed["civilian_targeting"] == named["civilian_targeting"] == "Civilian targeting"


def test_civilians_hit_from_afar_are_targeted_too(acled, deed):
    (row,), _ = acled(deed("REMOTE.shelling", "shelled", to="civilians"))
    assert (row["event_type"], row["civilian_targeting"]) == ("Explosions/Remote violence", "Civilian targeting")


def test_parties_told_alike_face_one_another(acled, told):
    one = told("clash", "On 3 May 2016 rebels, tribesmen and the army clashed at Kut.")
    rebels = one.actor("rebels", "rebel", side="A")
    tribe = one.actor("tribesmen", "militia", side="A")
    army = one.actor("army", "state_force", country="IQ", side="B")
    day = one.date("3 May 2016", "2016-05-03")
    one.event("clashed", "BATTLE.clash", date=day, by=[rebels, tribe, army], at=[one.place("Kut")])
    (row,), _ = acled(one)
    assert (row["actor1"], row["assoc_actor_1"], row["actor2"]) == ("rebels", "tribesmen", "army")


# ----------------------------------------------------------------------------------------------------- fatalities


@pytest.mark.parametrize(
    ("words", "low", "high", "bound", "deaths"),
    [
        ("7", 7, 7, "exact", 7),
        ("7", 7, None, "at_least", 7),
        ("7", 7, 9, "range", 7),
        ("dozens", 24, None, "vague", 12),
        ("several hundred", 300, None, "vague", 100),
        ("many", 3, None, "vague", 10),
        ("up to 40", None, 40, "at_most", 10),
        ("7", None, 7, "at_most", 7),
        ("7", 0, 0, "exact", 0),
    ],
)
def test_the_lowest_number_of_dead_and_the_codebook_for_words(acled, deed, words, low, high, bound, deaths):
    (row,), _ = acled(deed("BATTLE.attack", killed=[(words, low, high, bound)]))
    assert row["fatalities"] == str(deaths)


def test_away_from_open_fighting_an_unknown_number_is_three(acled, deed):
    (row,), _ = acled(deed("VIOLENCE.execution", "shot", to="civilians", killed=[("many", 3, None, "vague")]))
    assert row["fatalities"] == "3"


@pytest.mark.parametrize(
    ("kind", "to", "deaths"),
    [
        ("BATTLE.attack", "rebel", "0"),
        ("VIOLENCE.assassination", "person", "1"),
        ("VIOLENCE.massacre", "civilians", "3"),
        ("CASUALTY.killed", "rebel", "1"),
    ],
)
def test_what_the_event_itself_says_of_deaths(acled, deed, kind, to, deaths):
    (row,), _ = acled(deed(kind, to=to))
    assert row["fatalities"] == deaths


def test_the_lowest_of_several_reports_counts_once(acled, told):
    one = told("twice", "On 3 May 2016 a bomb killed 30 people at Kut.\nThe blast killed 25 people.")
    day, town = one.date("3 May 2016", "2016-05-03"), one.place("Kut")
    more, less = one.killed("30", 30, 30), one.killed("25", 25, 25)
    first = one.event("bomb", "REMOTE.bombing", date=day, at=[town], killed=[more])
    one.event("blast", "REMOTE.bombing", killed=[less], duplicate_of=first)
    (row,), _ = acled(one)
    assert (row["fatalities"], row["event_date"], row["location"]) == ("25", "2016-05-03", "Kut")


def test_the_wounded_and_the_highest_number_go_to_the_sidecar(acled, told):
    one = told("wounded", "On 3 May 2016 rebels attacked Kut; 20 to 30 died and 15 were wounded.")
    dead = one.killed("20 to 30", 20, 30, "range")
    hurt = one.killed("15", 15, 15, category="wounded")
    day, rebels, town = one.date("3 May 2016", "2016-05-03"), one.actor("rebels", "rebel"), one.place("Kut")
    one.event("attacked", "BATTLE.attack", date=day, by=[rebels], at=[town], killed=[dead, hurt])
    (row,), left = acled(one)
    assert row["fatalities"] == "20"
    assert left == [
        ("fatalities", "20 to 30", "the lowest number is recorded; the highest is 30"),
        ("wounded", "15", "ACLED counts only the dead"),
    ]


# ---------------------------------------------------------------------------------------------------------- rules


def test_every_event_type_has_a_place_or_a_reason(root):
    types = set(acled_rules().event_types())
    data = root / "pipeline" / "data" / "events"
    for path in sorted(data.glob("*.toml")):
        kind, _, subtype = path.stem.partition(".")
        assert f"{kind.upper()}.{subtype}" in types, f"{path.name}: no mapping to ACLED"
    assert set(party_rules().symmetric) <= types


def test_every_kind_of_place_and_actor_is_provided_for():
    geo, ged = acled_rules().geo_precision, ucdp_rules()
    assert sorted((*geo.settlements, *geo.areas, *geo.regions)) == sorted(ged.where_prec.kinds)
    assert set(KINDS) <= set(ged.where_prec.kinds)
    known = {*acled_rules().inter.kinds, "person", "other"}
    assert {*ged.violence.governments, *ged.violence.groups, *ged.violence.civilians} == known - {"person", "other"}
    column = next(column for column in TABLES["actors"].columns if column.name == "kind")
    assert {word.strip(" ,.") for word in re.split(r", | or ", column.description)} == known


def test_a_mapping_that_can_never_apply_is_an_error(monkeypatch):
    good = acled_rules()
    dead = good.model_copy(update={"mapping": (*good.mapping, good.mapping[-1])})
    monkeypatch.setattr(rules, "read_toml", lambda *_: dead)
    with pytest.raises(RuleError, match=r"acled\.toml: mapping \d+: an earlier entry"):
        rules.acled_rules.__wrapped__()
