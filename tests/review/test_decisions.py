"""The log of decisions: only added to, stale ones refused, others' verdicts hidden until one's own is given."""

import copy
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from pipeline.errors import UsageError
from pipeline.review.changes import compare
from pipeline.review.decisions import Log, StaleError
from pipeline.review.desk import Desk, RefusedError
from pipeline.review.queue import items_from
from pipeline.review.readings import read_sides
from pipeline.review.verdicts import agreement, kappa, outcomes


@pytest.fixture
def sides(tmp_path, make_run, labelled_events):
    events = [e for e in labelled_events if e["doc_id"] == "battle-of-marathon"]
    changed = [e | {"status": "negated"} if n % 3 == 0 else e for n, e in enumerate(copy.deepcopy(events))]
    return read_sides(make_run(tmp_path / "old", events), make_run(tmp_path / "new", changed))


def open_desk(tmp_path, sides) -> Desk:
    old, new = sides
    return Desk(items_from(compare(old, new), old, new), Log(tmp_path / "review.sqlite"), old="old", new="new")


@pytest.fixture
def desk(tmp_path, sides) -> Iterator[Desk]:
    made = open_desk(tmp_path, sides)
    yield made
    made.log.close()


COUNT = iter(range(10**6))


def decide(desk, number, verdict, *, by="Ada", role="annotator", seen=None, value="", action=None) -> dict:
    items = list(desk.items.values())
    numbers = number if isinstance(number, list) else [number]
    action = action or f"action-{next(COUNT)}"
    sent = []
    for n in numbers:
        item = items[n]
        version = desk.states([item.item_id], by, role)[item.item_id]["version"] if seen is None else seen
        sent.append({"id": f"id-{next(COUNT)}", "action": action, "item": item.item_id, "content": item.content, "verdict": verdict, "seen": version, "value": value})  # fmt: skip
    desk.decide(sent, annotator=by, role=role)
    return sent[0]


def state(desk, number, by="Ada", role="annotator") -> dict:
    item = list(desk.items)[number]
    return desk.states([item], by, role)[item]


def test_a_decision_on_an_older_state_is_refused_and_changes_nothing(desk):
    decide(desk, 0, "accept")
    with pytest.raises(StaleError):
        decide(desk, 0, "reject", seen=0)
    assert state(desk, 0)["verdict"] == "accept"
    assert len(desk.log.rows()) == 1


def test_one_stale_item_refuses_the_whole_group(desk):
    decide(desk, 1, "reject")
    with pytest.raises(StaleError):
        decide(desk, [0, 1, 2], "accept", seen=0)
    assert [state(desk, n)["verdict"] for n in range(3)] == ["", "reject", ""]


def test_a_decision_on_another_content_is_refused(desk, tmp_path, sides):
    old, new = sides
    other = items_from(compare(new, old), new, old)
    with pytest.raises(StaleError):
        desk.decide(
            [{"id": "i", "action": "a", "item": other[0].item_id, "content": other[0].content, "verdict": "accept", "seen": 0}],
            annotator="Ada",
            role="annotator",
        )  # fmt: skip


def test_the_same_decision_sent_twice_is_one(desk):
    sent = decide(desk, 0, "accept")
    desk.decide([sent], annotator="Ada", role="annotator")
    assert len(desk.log.rows()) == 1


@pytest.mark.parametrize(
    "sent",
    [
        None,
        [],
        [3],
        [{"id": "i", "action": "a", "item": "nothing", "content": "", "verdict": "accept", "seen": 0}],
        [{"id": "i", "action": "a", "verdict": "shrug", "seen": 0}],
        [{"id": "i", "action": "a", "verdict": "accept", "seen": "0"}],
        [{"id": "i" * 30000, "action": "a", "verdict": "accept", "seen": 0}],
    ],
)
def test_what_is_no_decision_is_refused(desk, sent):
    with pytest.raises(RefusedError):
        desk.decide(sent, annotator="Ada", role="annotator")
    assert desk.log.rows() == []


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("type", "BATTLE.quarrel"),
        ("status", "maybe"),
        ("date", "September"),
        ("date", "2016-12/2016-11"),
        ("casualties", "many"),
    ],
)
def test_an_edited_reading_must_be_one(desk, cell, value):
    item = next(iter(desk.items.values()))
    reading = item.change.new
    cells = reading.cells | {cell: value}
    with pytest.raises(RefusedError) as refused:
        decide(desk, 0, "edit", value=json.dumps({"cells": cells, "start": reading.start, "end": reading.end}))
    assert list(refused.value.cells) == [cell]


def test_rows_cannot_be_altered_or_deleted(desk, tmp_path):
    decide(desk, 0, "accept")
    with closing(sqlite3.connect(tmp_path / "review.sqlite")) as other:
        for statement in ("UPDATE decisions SET verdict = 'reject'", "DELETE FROM decisions"):
            with pytest.raises(sqlite3.IntegrityError, match="only added"):
                other.execute(statement)


def test_undoing_goes_back_step_by_step_to_any_depth(desk):
    first = decide(desk, 0, "accept")
    second = decide(desk, 0, "reject")
    group = decide(desk, [1, 2], "accept")
    assert [h["action"] for h in desk.queue("Ada", "annotator")["history"]] == [
        first["action"],
        second["action"],
        group["action"],
    ]
    decide(desk, [1, 2], "undo", value=group["action"])
    assert [state(desk, n)["verdict"] for n in range(3)] == ["reject", "", ""]
    decide(desk, 0, "undo", value=second["action"])
    assert state(desk, 0)["verdict"] == "accept"
    decide(desk, 0, "undo", value=first["action"])
    assert state(desk, 0)["verdict"] == ""
    assert desk.queue("Ada", "annotator")["history"] == []


def test_everything_is_there_again_after_opening_the_log_anew(desk, tmp_path, sides):
    decide(desk, 0, "accept")
    decide(desk, 1, "note", value="see the map")
    desk.log.close()
    again = open_desk(tmp_path, sides)
    assert (state(again, 0)["verdict"], state(again, 1)["note"]) == ("accept", "see the map")
    again.log.close()


def test_others_verdicts_are_hidden_until_ones_own_is_given(desk):
    decide(desk, 0, "accept", by="Ada")
    decide(desk, 0, "note", by="Ada", value="plain")
    before = state(desk, 0, by="Ben")
    assert (before["version"], "others" in before) == (0, False)
    assert "Ada" not in json.dumps(desk.queue("Ben", "annotator"))
    decide(desk, 0, "skip", by="Ben")
    assert "others" not in state(desk, 0, by="Ben")
    decide(desk, 0, "reject", by="Ben")
    after = state(desk, 0, by="Ben")
    assert [(o["annotator"], o["verdict"], o["note"]) for o in after["others"]] == [("Ada", "accept", "plain")]
    assert after["conflict"]


def test_an_adjudicator_sees_what_annotators_dispute_and_settles_it(desk):
    for number, (ada, ben) in enumerate([("accept", "accept"), ("accept", "reject")]):
        decide(desk, number, ada, by="Ada")
        decide(desk, number, ben, by="Ben")
    disputed = desk.queue("Cy", "adjudicator")["items"]
    assert [item["id"] for item in disputed] == [list(desk.items)[1]]
    assert {o["verdict"] for o in disputed[0]["state"]["others"]} == {"accept", "reject"}
    settled = {key[0]: o.verdict for key, o in outcomes(desk.log.rows()).items()}
    assert settled == {disputed[0]["id"]: "conflict", next(iter(desk.items)): "accept"}
    decide(desk, 1, "reject", by="Cy", role="adjudicator")
    assert {o.verdict for o in outcomes(desk.log.rows()).values()} == {"accept", "reject"}


def test_agreement_counts_only_what_both_decided(desk):
    for number, ben in enumerate(["accept", "reject", "accept", "accept"]):
        decide(desk, number, "accept" if number < 3 else "reject", by="Ada")
        decide(desk, number, ben, by="Ben")
    decide(desk, 4, "accept", by="Ada")
    [pair] = agreement(desk.log.rows())
    assert (pair.both, pair.same, pair.only_first, pair.only_second) == (4, 2, 1, 0)
    assert pair.kappa == pytest.approx(-1 / 3)
    assert kappa([("a", "a")] * 3) is None


def test_a_decision_does_not_hold_for_readings_that_changed_since(desk, tmp_path, sides):
    decide(desk, 0, "accept")
    old, new = sides
    changed = copy.deepcopy(new.readings)
    target = next(iter(desk.items.values())).change.new
    at = next(n for n, r in enumerate(changed["battle-of-marathon"]) if r.event_id == target.event_id)
    changed["battle-of-marathon"][at].cells["status"] = "planned"
    desk.log.close()
    again = open_desk(tmp_path, (old, type(new)(new.name, changed, new.texts, new.titles)))
    now = state(again, 0)
    assert (now["verdict"], now["earlier"]) == ("", "accept")
    decide(again, 0, "reject", by="Ben")
    assert [o.verdict for o in outcomes(again.log.rows()).values()] == ["reject"]
    again.log.close()


def test_a_file_that_is_no_log_is_refused(tmp_path):
    (tmp_path / "review.sqlite").write_text("no database " * 200)
    with pytest.raises(UsageError, match="not a log of decisions"):
        Log(tmp_path / "review.sqlite")
