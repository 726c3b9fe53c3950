"""The data folder tells a reader what each file is, and where each place comes from."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

DATA = Path(__file__).parents[1] / "pipeline" / "data"
TABLES = sorted(DATA.rglob("*.csv"))


def test_every_file_is_described():
    text = (DATA / "README.md").read_text(encoding="utf-8")
    files = [path for path in DATA.rglob("*") if path.suffix in {".csv", ".toml"}]
    apart = {"places", "events"}
    assert [p.name for p in files if p.parent.name not in apart and p.name not in text] == []


def test_every_place_table_is_described():
    text = (DATA / "places" / "README.md").read_text(encoding="utf-8")
    assert [p.name for p in DATA.glob("places/*.csv") if p.name not in text] == []


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_the_columns_are_those_described(path):
    text = (DATA / "README.md").read_text(encoding="utf-8")
    with path.open(encoding="utf-8", newline="") as stream:
        columns = next(csv.reader(stream))
    assert ", ".join(f"`{column}`" for column in columns) in text


@pytest.mark.parametrize("path", sorted(DATA.glob("places/*.csv")), ids=lambda path: path.name)
def test_every_place_has_a_source(path):
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [r["name"] for r in rows if not re.fullmatch(r"authored|geonames:\d+( \(seat\))?", r["source"])] == []
