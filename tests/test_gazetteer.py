"""The gazetteer: names are found however they are written, acronyms keep to themselves, the file is made once and whole."""

from __future__ import annotations

import os
import time

import pytest

from pipeline.errors import UsageError
from pipeline.gazetteer import cache_path, ensure_cache, fold, open_gazetteer
from pipeline.gazetteer.names import is_latin_name, name_key
from pipeline.rules.places import own_places

UNKNOWN = ["WHO", "DA", "qqqq", "", "  ", "Xyzzyville", "Aleppo, Syria, and the road"]

KNOWN = [
    ("Aleppo", "Aleppo", "SY"),
    ("Halab", "Aleppo", "SY"),
    ("Ḩalab", "Aleppo", "SY"),
    ("Deir ez-Zor", "Deir ez-Zor", "SY"),
    ("Dayr az Zawr", "Deir ez-Zor", "SY"),
    ("Stalingrad", "Volgograd", "RU"),
    ("St. Petersburg", "Saint Petersburg", "RU"),
    ("US", "United States", "US"),
    ("U.S.", "United States", "US"),
    ("U.K.", "United Kingdom", "GB"),
    ("Viet Nam", "Vietnam", "VN"),
    ("Côte d’Ivoire", "Ivory Coast", "CI"),
    ("Cote d'Ivoire", "Ivory Coast", "CI"),
    ("DRC", "Democratic Republic of the Congo", "CD"),
]


@pytest.mark.parametrize("name", UNKNOWN)
def test_what_is_no_name_finds_nothing(name):
    assert open_gazetteer().lookup(name) == ()


@pytest.mark.parametrize(("name", "canonical", "country"), KNOWN)
def test_a_name_finds_its_place_first(name, canonical, country):
    first = open_gazetteer().lookup(name)[0]
    assert (first.name, first.country) == (canonical, country)


CAPITALS = [
    ("Perth", []),
    ("Istanbul", []),
    ("Georgia", []),
    ("Washington", ["District of Columbia"]),
    ("San José", ["San Jose"]),
    ("Halab", []),
    ("Saigon", []),
]


@pytest.mark.parametrize(("name", "divisions"), CAPITALS)
def test_of_namesakes_the_capital_of_a_country_is_marked(name, divisions):
    assert [c.admin1 for c in open_gazetteer().lookup(name) if c.capital] == divisions


def test_a_country_has_one_capital_and_most_have():
    gazetteer = open_gazetteer()
    found = gazetteer._connection.execute("SELECT country FROM place WHERE capital").fetchall()
    assert len(found) == len(set(found)) > 230
    assert [c.country for c in gazetteer.lookup("Kabul") if c.capital] == ["AF"]


def test_candidates_come_by_prominence_and_from_several_countries():
    found = open_gazetteer().lookup("Tripoli")
    assert [c.country for c in found[:2]] == ["LY", "LB"]
    assert len(open_gazetteer().lookup("San José")) <= 16


def test_every_place_of_the_own_tables_is_found_under_each_of_its_names():
    gazetteer = open_gazetteer()
    for place in own_places():
        for name in (place.name, *place.aliases):
            assert gazetteer.lookup(name.partition(" (")[0]), name


def test_countries_are_there_with_coordinates():
    countries = {p.country for p in own_places() if p.kind == "country"}
    assert len(countries) > 230


@pytest.mark.parametrize("name", ["Al-Bāb", "al Bab", "AL-BAB", "al-Bab"])
def test_fold_forgets_how_a_name_is_written(name):
    assert fold(name) == "al bab"


@pytest.mark.parametrize("name", ["Алеп", "حلب", "a lei po", "ALP", "阿勒颇", "X2", ""])
def test_alternate_names_of_other_scripts_and_codes_are_left_out(name):
    assert not is_latin_name(name)


def test_keys_of_acronyms_differ_from_those_of_words():
    assert name_key("US") != name_key("Us")
    assert name_key("U.S.S.R.") == name_key("USSR")


def test_an_acronym_is_no_town():
    assert {c.country for c in open_gazetteer().lookup("Us")} == {"FR"}


def test_a_folder_that_cannot_be_written_is_named(monkeypatch, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    monkeypatch.setenv("PROSE_EVENTS_CACHE", str(blocked))
    with pytest.raises(UsageError, match="PROSE_EVENTS_CACHE"):
        ensure_cache()


def test_the_cache_lies_where_the_environment_says(monkeypatch, tmp_path):
    monkeypatch.setenv("PROSE_EVENTS_CACHE", str(tmp_path))
    assert cache_path().parent == tmp_path


def test_gazetteers_of_other_versions_go_when_nobody_has_used_them_for_days(monkeypatch, tmp_path):
    monkeypatch.setenv("PROSE_EVENTS_CACHE", str(tmp_path))
    monkeypatch.setattr("pipeline.gazetteer.cache.compile_gazetteer", lambda path, _: path.write_text("made"))
    days = {f"gazetteer-{n}.{end}": n for n in range(8) for end in ("sqlite", "lock")}
    days |= {"gazetteer-killed.tmp": 3, "gazetteer-at-work.tmp": 0, "notes.sqlite": 90}
    for name, age in days.items():
        (tmp_path / name).write_text("")
        os.utime(tmp_path / name, (time.time() - age * 86400 - 60,) * 2)
    made = ensure_cache()
    kept = {p.name for p in tmp_path.iterdir()}
    gone = {f"gazetteer-{n}.{end}" for n in range(3, 8) for end in ("sqlite", "lock")} | {"gazetteer-killed.tmp"}
    assert kept == days.keys() - gone | {made.name, made.with_suffix(".lock").name}
    assert made.stat().st_mode & 0o777 == 0o644


def test_a_gazetteer_in_use_stays_young(monkeypatch, tmp_path):
    monkeypatch.setenv("PROSE_EVENTS_CACHE", str(tmp_path))
    cache_path().write_text("")
    os.utime(cache_path(), (0, 0))
    assert time.time() - ensure_cache().stat().st_mtime < 60


@pytest.mark.slow
def test_compiling_leaves_one_file_and_tells_its_progress(monkeypatch, tmp_path):
    monkeypatch.setenv("PROSE_EVENTS_CACHE", str(tmp_path))
    told: list[float] = []
    path = ensure_cache(told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert [p.name for p in tmp_path.iterdir() if p.suffix != ".lock"] == [path.name]
    before = path.stat().st_mtime_ns
    assert ensure_cache() == path
    assert path.stat().st_mtime_ns == before
