"""The data package, and CSV that a spreadsheet opens without running it."""

import csv
import hashlib
import json
import re
from importlib.util import find_spec

import pytest

from pipeline.exports import Choices, export
from pipeline.exports.delimited import guarded, write_rows
from pipeline.tables.columns import TABLES
from pipeline.tables.reading import read_table


def test_every_table_comes_back_as_it_was(run, kut, tmp_path):
    folder = run(kut)
    export(folder, tmp_path / "out", "dataset")
    for name in TABLES:
        assert read_table(tmp_path / "out" / "data", name) == read_table(folder, name)


def test_the_description_says_what_lies_there(run, kut, tmp_path):
    export(run(kut), tmp_path / "out", "dataset")
    package = json.loads((tmp_path / "out" / "datapackage.json").read_text(encoding="utf-8"))
    assert re.fullmatch(r"[a-z0-9._-]+", package["name"])
    resources = {resource["name"]: resource for resource in package["resources"]}
    assert list(resources) == [name.replace("_", "-") for name in TABLES]
    for resource in resources.values():
        content = (tmp_path / "out" / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        fields = [field["name"] for field in resource["schema"]["fields"]]
        assert content.decode().splitlines()[0] == ",".join(fields)
        assert set(resource["schema"].get("primaryKey", ())) <= set(fields)
        for key in resource["schema"].get("foreignKeys", ()):
            target = resources[key["reference"]["resource"] or resource["name"]]["schema"]
            assert key["reference"]["fields"] == target["primaryKey"]


def test_keys_are_unique_and_lead_somewhere(run, kut, told, tmp_path):
    other = told("other", "On 3 May rebels attacked Kut.", licence="CC BY-SA 4.0")
    other.event("attacked", "BATTLE.attack", date=other.date("3 May", "2016-05-03"), at=[other.place("Kut")])
    export(run(kut, other), tmp_path / "out", "dataset")
    package = json.loads((tmp_path / "out" / "datapackage.json").read_text(encoding="utf-8"))
    assert "CC BY-SA 4.0" in package["description"]
    tables = {r["name"]: read_table(tmp_path / "out" / "data", r["title"]) for r in package["resources"]}
    for resource in package["resources"]:
        own, schema = tables[resource["name"]], resource["schema"]
        keys = [tuple(row[name] for name in schema.get("primaryKey", ())) for row in own]
        assert not schema.get("primaryKey") or len(set(keys)) == len(keys)
        for key in schema.get("foreignKeys", ()):
            known = {
                row[key["reference"]["fields"][0]] for row in tables[key["reference"]["resource"] or resource["name"]]
            }
            assert {row[key["fields"][0]] for row in own} - {None} <= known


@pytest.mark.filterwarnings("ignore")
@pytest.mark.skipif(find_spec("frictionless") is None, reason="frictionless is not installed")
def test_frictionless_finds_nothing_wrong(run, kut, tmp_path):
    import frictionless

    export(run(kut), tmp_path / "out", "dataset")
    report = frictionless.Package(str(tmp_path / "out" / "datapackage.json")).validate()
    assert report.flatten(["task", "type", "note"]) == []


# ------------------------------------------------------------------------------------------------------------- CSV


@pytest.mark.parametrize("cell", [-3, -3.5, 0, None, "", "Al-Bab", "[1]", "'quoted'", "3 = 3", "a+b", " =A1"])
def test_numbers_and_harmless_text_stay_as_they_are(cell):
    assert guarded(cell) == cell


@pytest.mark.parametrize("cell", ["=1+1", "+49 30", "-0490-09-12", "@SUM(A1)", "\tx", "\rx"])
def test_what_looks_like_a_formula_does_not_any_more(cell):
    assert guarded(cell) == "'" + cell


@pytest.mark.parametrize("text", ["a,b", 'a"b', "a\nb", "a\rb", "a\r\nb", "𝟐𝟗 🇮🇶 Ku\u0304t", ""])
def test_every_text_comes_back_from_csv(tmp_path, text):
    write_rows(tmp_path / "a.csv", ("one", "two"), [(text, 1), ("plain", 2)])
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as stream:
        assert list(csv.reader(stream)) == [["one", "two"], [text, "1"], ["plain", "2"]]


def test_a_spreadsheet_gets_no_formula_from_any_text(run, told, tmp_path):
    one = told("=cmd", "=HYPERLINK(A1) seized Kut on 3 May 2016.", title="@title")
    one.event(
        "seized",
        "TERRITORY.capture",
        date=one.date("3 May 2016", "2016-05-03"),
        by=[one.actor("=HYPERLINK(A1)", "rebel")],
        at=[one.place("Kut", lat=-32.5)],
    )
    folder = run(one)
    for target, name in (("acled", "acled.csv"), ("dataset", "data/events.csv")):
        export(folder, tmp_path / target, target, Choices(spreadsheet=True))
        with (tmp_path / target / name).open(encoding="utf-8", newline="") as stream:
            cells = [cell for row in csv.reader(stream) for cell in row]
        assert [cell for cell in cells if cell.startswith(("=", "+", "@"))] == []
        assert [cell for cell in cells if cell.startswith("-")] == ["-32.5"]
        assert "'=HYPERLINK(A1)" in cells


def test_the_command_says_what_it_wrote(run, kut, tmp_path, command):
    folder = run(kut)
    done = command("export", folder, "--to", "acled", "--out", tmp_path / "out")
    assert (done.returncode, done.stdout) == (0, f"{tmp_path / 'out'}  1 row, 2 events left out\n")
    wrong = command("export", folder, "--to", "brat", "--each-day")
    assert (wrong.returncode, wrong.stderr) == (2, "prose-events: --each-day is for acled, not for brat\n")
