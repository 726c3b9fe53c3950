"""The score: pairing, slots, and that it is the one that the benchmark uses."""

from __future__ import annotations

import json
import random
import runpy

import pytest

from pipeline.labels.declared import LabelledEvent
from pipeline.labels.reading import Label, read_labels
from pipeline.score import SLOTS, differences, pair, score


def label(start: int, end: int, kind: str = "TERRITORY.capture", **fields: object) -> Label:
    event = LabelledEvent.model_validate({"trigger": "x", "type": kind, **fields})
    return Label("d", start, end, "x", event, f"d.toml:{start}")


def event(start: int, end: int, kind: str = "TERRITORY.capture", **fields: object) -> dict[str, object]:
    of, _, sub = kind.partition(".")
    found = {
        "doc_id": "d",
        "trigger": {"text": "x", "start": start, "end": end},
        "type": of,
        "subtype": sub,
        "rule": "r",
    }
    return {
        **found,
        "status": "asserted",
        "date": None,
        "places": [],
        "actors": [],
        "casualties": [],
        "citations": [],
        **fields,
    }


def test_the_longest_overlap_wins_and_of_equals_the_nearest():
    labels = [label(0, 10), label(20, 26)]
    events = [event(8, 12), event(2, 9), event(21, 26), event(20, 25)]
    paired = [(a and a.start, b and b["trigger"]["start"]) for a, b in pair(labels, events)]
    assert paired == [(0, 2), (20, 20), (None, 8), (None, 21)]


def test_an_unpaired_event_adds_its_items_and_an_unpaired_label_misses_its_own():
    tallies = score({"d": [label(0, 5, places=["Kut"])]}, [event(10, 15, places=[{"text": "Basra"}])])
    assert [(t.right, t.labelled, t.extracted) for t in (tallies["places"], tallies["trigger"])] == [(0, 1, 1)] * 2


def test_optional_labels_and_items_neither_count_nor_cost():
    labels = {"d": [label(0, 5, opt=True), label(10, 15, opt_places=["Kut"])]}
    tallies = score(labels, [event(0, 5), event(10, 15, places=[{"text": "Kut"}])])
    assert (tallies["trigger"].labelled, tallies["places"].extracted) == (1, 0)


@pytest.mark.parametrize(
    ("wanted", "start", "end"),
    [
        ("2016", "2016-01-01", "2016-12-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("-0490-09", "-0490-09-01", "-0490-09-30"),
        ("-0218/-0217", "-0218-01-01", "-0217-12-31"),
        ("2016-10-31/2016-11", "2016-10-31", "2016-11-30"),
    ],
)
def test_dates_agree_by_their_first_and_last_day(wanted, start, end):
    tallies = score({"d": [label(0, 5, date=wanted)]}, [event(0, 5, date={"start": start, "end": end})])
    assert tallies["date"].f1 == 1.0


def test_differences_name_the_label_and_the_slot():
    lines = differences({"d": [label(0, 5, places=["Kut"]), label(9, 12)]}, [event(0, 5), event(20, 22)])
    assert [kind for kind, _ in lines] == ["different", "missed", "spurious"]
    assert "places Kut ≠ nothing" in lines[0][1]


def test_it_is_the_score_of_the_benchmark(shared, tmp_path):
    """On the benchmark's labels, against events that differ from them in every slot now and then."""
    path = shared / "bench" / "data" / "events-dev.gold.jsonl"
    theirs = runpy.run_path(str(shared / "bench" / "score_events.py"))
    gold: dict[str, list[dict[str, object]]] = {}
    for line in path.read_text().splitlines():
        one = json.loads(line)
        gold.setdefault(one["doc_id"], []).append(one)
    events = _disturbed(gold)
    expected = {slot: [0, 0, 0] for slot in SLOTS}
    for doc_id in sorted(gold):
        counted = theirs["score"](gold[doc_id], [e for e in events if e["doc_id"] == doc_id])
        expected = {slot: [a + b for a, b in zip(expected[slot], counted[slot], strict=True)] for slot in SLOTS}
    ours = score(read_labels(path, {}), events)
    assert {slot: [t.right, t.labelled, t.extracted] for slot, t in ours.items()} == expected
    assert 0.3 < ours["FRAME"].f1 < 0.9


def _disturbed(gold):
    chance = random.Random(7)
    events = []
    for doc_id, labels in gold.items():
        for one in labels:
            if chance.random() < 0.15:
                continue
            shift = chance.choice([0, 0, 0, 0, 2, 40])
            start = date = None
            if one.get("date") and chance.random() < 0.9:
                start, _, end = one["date"].partition("/")
                date = {"start": start, "end": chance.choice([end or start, end or start, "1999"])}
            names = [
                {"text": name} for name in one.get("places", []) + one.get("opt_places", []) if chance.random() < 0.8
            ]
            actors = [
                {"text": f"the {name.split('|')[-1]}", "role": role}
                for role in ("initiator", "target")
                for name in [*one.get(role, []), *one.get("opt_actors", [])]
                if chance.random() < 0.8
            ]
            events.append(
                event(
                    one["start"] + shift,
                    one["end"] + shift,
                    chance.choice([one["type"], one["type"], "BATTLE.raid"]),
                    doc_id=doc_id,
                    status=chance.choice([one["status"], "planned"]),
                    date=date,
                    places=names,
                    actors=actors,
                    casualties=[{"low": None, "high": None, **c} for c in one.get("casualties", [])],
                    citations=[*map(str, one.get("citations", [])), *one.get("opt_citations", [])][
                        chance.choice([0, 0, 1]) :
                    ],
                )
            )
    return events
