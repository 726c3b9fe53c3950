"""The report: axes right in every century, pictures without a gap, a page that asks nobody for anything."""

import csv
import json
import re
from pathlib import Path

import pytest

from pipeline.report.axis import day_number, ticks
from pipeline.tables.columns import TABLES
from pipeline.timex import iso_day

pytest.importorskip("altair", reason="the report extra is not installed")
pytest.importorskip("vl_convert", reason="the report extra is not installed")

from typer.testing import CliRunner

from pipeline.cli.app import app
from pipeline.report import draw, map_chart, read_for_report, report_page, timeline_chart
from pipeline.report.maps import in_window
from pipeline.report.run import Dated, Located

HOSTILE = "<img src=x onerror=alert(1)></script><b>"


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        ("1914-09-05", "1914-09-12", ["5 Sep 1914", "6 Sep", "7 Sep", "8 Sep", "9 Sep", "10 Sep", "11 Sep", "12 Sep"]),
        ("1942-11-01", "1943-02-28", ["Nov 1942", "Dec", "1943", "Feb"]),
        ("-0002-01-01", "0003-12-31", ["2 BC", "1 BC", "1", "2", "3"]),
        ("-0490-01-01", "0480-01-01", ["400 BC", "200 BC", "1", "200", "400"]),
    ],
)
def test_ticks_are_those_a_person_would_choose(first, last, labels):
    assert [tick.label for tick in ticks(day_number(first), day_number(last))] == labels


@pytest.mark.parametrize("iso", ["-0490-09-12", "-0001-12-31", "0001-01-01", "1582-10-15", "1862-09-17", "2016-02-29"])
def test_a_day_and_its_number_lead_to_one_another(iso):
    assert iso_day(day_number(iso)) == iso


def test_a_single_day_is_a_tick_and_does_not_vanish():
    day = Dated("-0490-09-12", "-0490-09-12", "BATTLE", "battle clash “fought” at Marathon", "Marathon")
    year = Dated("-0490-01-01", "-0490-12-31", "MOVEMENT", "movement deploy “sailed”", "Marathon")
    drawn = draw(timeline_chart([day, year], rows="type"))
    marks = re.findall(r'<path aria-label="([^"]*)"[^>]* d="M[^"]*h([\d.]+)', drawn)
    widths = {label: float(width) for label, width in marks}
    assert [width > 1 for label, width in widths.items() if "Marathon" in label] == [True]
    assert "490 BC" in drawn


def test_documents_stand_in_the_order_of_time_and_long_titles_leave_room_for_days():
    long = "List of the generals who fell in the campaigns of the first year of the war"
    days = {"Siege of Kut": "1915-12-07", long: "1914-08-05", "Marathon": "-0490-09-12"}
    for _ in range(2):
        drawn = draw(
            timeline_chart([Dated(d, d, "BATTLE", "battle", title) for title, d in days.items()], rows="document")
        )
        labels = [label for label in re.findall(r">([^<]*)</text>", drawn) if " · " in label]
        assert labels == [
            "Marathon · 12 Sep 490 BC",
            "List of the generals who fell in the campaig… · 5 Aug 1914",
            "Siege of Kut · 7 Dec 1915",
        ]
        days = dict(reversed(days.items()))


def test_places_that_overlap_become_one_circle():
    near = [
        Located("Minyan", 36.2, 37.1, "exact", 2),
        Located("Dahiyat", 36.2001, 37.1001, "exact", 3),
        Located("Paris", 48.85, 2.35, "exact", 1),
    ]
    drawn = draw(map_chart(near))
    assert "Dahiyat and 1 more: 5 events" in drawn
    assert 'Paris: 1 event"' in drawn


def test_the_map_zooms_to_the_events_and_not_to_one_far_away():
    town = [Located(f"Village {n}", 36.3 + n / 50, 43.1, "exact", 3) for n in range(12)]
    namesake = Located("El Jadida", 33.3, -8.5, "exact", 1)
    near, far = Located("Iraq", 33.0, 44.0, "country", 9), Located("Kirkuk", 35.5, 44.4, "exact", 1)
    assert in_window([*town, namesake, near]) == town
    assert in_window([*town, far]) == [*town, far]
    # What lies together, or is little, is shown whole.
    assert in_window([*town[:3], namesake]) == [*town[:3], namesake]
    elsewhere = [Located(f"Hamlet {n}", 48.0 + n / 50, 2.0, "exact", 3) for n in range(12)]
    assert in_window([*town, *elsewhere]) == [*town, *elsewhere]


def test_nothing_to_draw_is_nothing():
    assert timeline_chart([], rows="type") is None
    assert map_chart([]) is None


def write_run(folder: Path, events: int) -> Path:
    folder.mkdir()
    text = f"The garrison of {HOSTILE} attacked Aleppo.[1]\n" * max(1, events)
    line = text.index("\n") + 1
    rows: dict[str, list] = {name: [] for name in TABLES}
    rows["documents"] = [("d", f"Siege {HOSTILE}", "d.txt", "text", text, len(text), events, events, "", "en", "0", "")]
    nested = []
    for i in range(events):
        at = i * line + text.index("Aleppo")
        rows["places"].append(
            (
                f"d/p{i}",
                "d",
                "s",
                at,
                at + 6,
                "Aleppo",
                HOSTILE,
                "city",
                "SY",
                "",
                36.2,
                37.16,
                "",
                "exact",
                "at",
                f"place/{HOSTILE}",
            )
        )
        place = {
            "text": "Aleppo",
            "start": at,
            "end": at + 6,
            "role": "object",
            "name": "Aleppo",
            "country": "SY",
            "lat": 36.2,
            "lon": 37.16,
            "precision": "exact",
            "mention_id": f"d/p{i}",
        }
        verb = i * line + text.index("attacked")
        date = {
            "start": "2016-11-06",
            "end": "2016-11-06",
            "granularity": "day",
            "derivation": "explicit",
            "text": None,
            "mention_id": None,
        }
        nested.append(
            {"event_id": f"d/e{i}", "doc_id": "d", "type": "BATTLE", "subtype": "attack", "status": "asserted", "attribution": HOSTILE, "trigger": {"text": "attacked", "start": verb, "end": verb + 8},
             "date": date, "places": [place], "actors": [], "casualties": [], "citations": ["1"], "sentence": {"start": i * line, "end": i * line + line - 1, "text": ""}, "section": "", "rule": f"trigger/{HOSTILE}", "duplicate_of": None}
        )  # fmt: skip
    for name, table in TABLES.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream, lineterminator="\n")
            writer.writerow([column.name for column in table.columns])
            writer.writerows(rows[name])
    (folder / "events.jsonl").write_text("".join(json.dumps(event) + "\n" for event in nested), encoding="utf-8")
    return folder


def test_the_page_asks_nobody_and_escapes_everything(tmp_path):
    page = report_page(read_for_report(write_run(tmp_path / "run", 3)))
    assert HOSTILE not in page
    assert "onerror=alert(1)&gt;" in page
    assert "onerror=alert(1)\\u003e" in page
    assert not re.findall(r'(?:src|href)="(?!#|data:)[^"]*"', page)
    assert "default-src 'none'" in page


def test_every_cell_that_links_has_its_words(tmp_path):
    page = report_page(read_for_report(write_run(tmp_path / "run", 2)))
    targets = set(re.findall(r'href="#(m-[^"]*)"', page))
    assert targets
    assert targets <= set(re.findall(r'id="(m-[^"]*)"', page))


def test_a_large_run_is_sampled_and_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr("pipeline.report.page.MOST_CHARACTERS", 10)
    folder = write_run(tmp_path / "run", 2)
    documents = (folder / "documents.csv").read_text(encoding="utf-8")
    header, _, row = documents.partition("\n")
    (folder / "documents.csv").write_text(f"{header}\n{row}{row.replace('d,Siege', 'e,Siege', 1)}", encoding="utf-8")
    run = read_for_report(folder)
    assert "1 of its 2 documents are shown" in report_page(run)
    monkeypatch.setattr("pipeline.report.page.MOST_TIMELINE", 1)
    assert "The timeline draws 1 of 2 dated events, taken evenly." in report_page(run)


def test_an_empty_run_has_a_page_too(tmp_path):
    page = report_page(read_for_report(write_run(tmp_path / "run", 0)))
    assert "No event has a date." in page
    assert "No place of an event has coordinates." in page


@pytest.mark.parametrize(
    ("arguments", "name", "start"),
    [
        ([], "report.html", b"<!doctype html>"),
        (["--format", "png"], "timeline.png", b"\x89PNG"),
        (["--format", "svg", "--picture", "map"], "map.svg", b"<svg"),
    ],
)
def test_the_command_writes_the_page_or_a_picture(tmp_path, arguments, name, start):
    folder = write_run(tmp_path / "run", 2)
    result = CliRunner().invoke(app, ["report", str(folder), *arguments])
    assert result.exit_code == 0, result.output
    assert (folder / name).read_bytes().startswith(start)


def test_a_picture_of_nothing_is_refused_in_one_sentence(tmp_path):
    result = CliRunner().invoke(app, ["report", str(write_run(tmp_path / "run", 0)), "--format", "svg"])
    assert "no event has a date" in str(result.exception)


def actors(folder: Path, said: list[tuple[str, str, str, str, str]]) -> Path:
    """Gives the events of a run, one after the other, an initiator and a target: kind, country and name."""
    events = [json.loads(line) for line in (folder / "events.jsonl").read_text(encoding="utf-8").splitlines()]
    names = [column.name for column in TABLES["actors"].columns]
    with (folder / "actors.csv").open("a", encoding="utf-8", newline="") as stream:
        for number, (event, (kind, country, name, other_kind, other)) in enumerate(zip(events, said, strict=True)):
            sides = ((kind, country, name, "initiator"), (other_kind, "", other, "target"))
            for side, (kind_of, home, called, role) in enumerate(sides):
                row = dict.fromkeys(names, "") | {"mention_id": f"d/a{number}.{side}", "doc_id": "d", "sent_id": "s", "start": 0, "end": 1, "text": "x", "name": called, "kind": kind_of, "country": home, "rule": "actor/x"}  # fmt: skip
                csv.DictWriter(stream, names, lineterminator="\n").writerow(row)
                event["actors"].append({"role": role, "name": called, "text": called, "mention_id": row["mention_id"]})
    (folder / "events.jsonl").write_text("".join(json.dumps(event) + "\n" for event in events), encoding="utf-8")
    return folder


def test_forces_stand_under_their_country_and_things_are_nobody(tmp_path):
    said = [
        ("state_force", "SY", "Tiger Forces", "rebel", "Levant Front"),
        ("government", "SY", "Damascus", "rebel", "Levant Front"),
        ("rebel", "", "Levant Front", "other", "bridge"),
        ("rebel", "", "his men", "state_force", "army"),
        ("civilians", "SY", "farmers", "rebel", "Levant Front"),
    ]
    run = read_for_report(actors(write_run(tmp_path / "run", len(said)), said))
    _, _, pairs = run.dyads()
    assert pairs == {("Syria", "Levant Front"): 2, ("farmers", "Levant Front"): 1}
    assert '<th scope="row">Syria</th><td>Levant Front</td>' in report_page(run).replace("\n", "")
