"""Decisions become labels: the one cell that was decided changes, and not a byte of the rest."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.cli.app import app
from pipeline.errors import PipelineError
from pipeline.labels.files import read_label_file
from pipeline.labels.stretches import stretch_around
from pipeline.review.applying import apply_outcomes
from pipeline.review.cells import CELLS
from pipeline.review.changes import compare
from pipeline.review.queue import items_from
from pipeline.review.readings import read_sides
from pipeline.review.verdicts import Outcome

TEXT = """The garrison repelled an assault on the fort.[1] Demosthenes then seized the island, killing 292 men.[2]

Two days later the fleet withdrew to Zakynthos.[3]
"""

LABELS = """# Labelled after guidelines 1.2
doc_id = "pylos"

[[events]]
trigger = "garrison «repelled» an assault"
type = "BATTLE.repel"   # the fort held
status = "asserted"
date = ""
places = ["fort"]
initiator = ["garrison|the fort"]
target = []
casualties = []
citations = ["1"]
note = "kept"

# the second one needs a date
[[events]]
trigger = "then «seized» the"
type = "TERRITORY.capture"
status = "asserted"
date = "-0425"
places = [ "island" ]
initiator = ["Demosthenes"]
target = []
casualties = [{ category = "killed", low = 292, high = 292, who = "men" }]
citations = ["2"]
"""


@pytest.fixture
def gold(tmp_path) -> Path:
    (tmp_path / "gold").mkdir()
    path = tmp_path / "gold" / "pylos.toml"
    path.write_text(LABELS, encoding="utf-8")
    return path


@pytest.fixture
def judge(tmp_path, gold, runs):
    """Gives verdicts on what a run reads otherwise than the labels, and what the file becomes of them."""

    def judge(alter, *verdicts: tuple[str, dict | None]):
        events = runs.of_labels(gold, {"pylos": TEXT})
        alter(events)
        old, new = read_sides(gold, runs.write(tmp_path / "run", events, {"pylos": TEXT}))
        items = items_from(compare(old, new), old, new)
        assert len(items) == len(verdicts)
        outcomes, snapshots = [], {}
        for item, (verdict, edit) in zip(items, verdicts, strict=True):
            snapshots[item.item_id, item.content] = {**item.snapshot(), "text": item.text}
            reading = item.change.reading
            value = (
                json.dumps({"cells": reading.cells | edit, "start": reading.start, "end": reading.end}) if edit else ""
            )
            outcomes.append(Outcome(item.item_id, item.content, verdict, value, ("Ada",)))
        return lambda: apply_outcomes(outcomes, snapshots, gold.parent)

    return judge


def seize(events):
    return next(e for e in events if e["trigger"]["text"] == "seized")


def lose_date(events):
    seize(events)["date"] = None


def add_withdrawal(events):
    start = TEXT.index("withdrew")
    sentence = {"start": TEXT.index("Two days"), "end": len(TEXT) - 1, "text": ""}
    events.append({**seize(events), "event_id": "w", "type": "TERRITORY", "subtype": "withdraw", "date": None, "places": [], "actors": [], "casualties": [], "citations": ["3"], "sentence": sentence, "trigger": {"text": "withdrew", "start": start, "end": start + 8}})  # fmt: skip


@pytest.mark.parametrize("verdict", ["reject", "conflict", "both_wrong"])
def test_what_is_rejected_or_open_changes_no_byte(judge, verdict):
    applied = judge(lose_date, (verdict, None))()
    assert applied.contents == {}
    assert len(applied.left) == (verdict != "reject")


def test_an_accepted_cell_changes_and_nothing_else(judge, gold):
    applied = judge(lose_date, ("accept", None))()
    assert applied.contents == {gold: LABELS.replace('date = "-0425"', 'date = ""')}


def test_comments_behind_a_changed_value_stay(judge, gold):
    def victory(events):
        events[0]["subtype"] = "victory"

    applied = judge(victory, ("accept", None))()
    expected = LABELS.replace('"BATTLE.repel"   # the fort held', '"BATTLE.victory"   # the fort held')
    assert applied.contents == {gold: expected}


def test_only_the_cells_that_an_edit_changes_are_written(judge, gold):
    edit = {"casualties": "killed 290– (men); captured 5", "places": "island", "date": "-0425"}
    applied = judge(lose_date, ("edit", edit))()
    casualties = (
        'casualties = [{ category = "killed", low = 290, who = "men" }, { category = "captured", low = 5, high = 5 }]'
    )
    # The number was no part of the change, but the annotator wrote what is right.
    lines = applied.contents[gold].splitlines() if applied.contents else []
    assert [line for line in lines if line not in LABELS.splitlines()] == [casualties]


def test_a_new_event_gets_its_place_in_the_order_of_the_text(judge, gold):
    applied = judge(add_withdrawal, ("accept", None))()
    [content] = applied.contents.values()
    assert content.startswith(LABELS)
    gold.write_text(content, encoding="utf-8")
    added = read_label_file(gold).blocks[-1].fields
    assert (added["trigger"], added["type"]) == ("later the fleet «withdrew» to Zakynthos.[3]", "TERRITORY.withdraw")
    assert added["citations"] == ["3"]


@pytest.mark.parametrize("others", [True, False])
def test_a_document_without_labels_gets_its_file_with_the_first_one(judge, gold, others):
    apply = judge(add_withdrawal, ("accept", None))
    if others:
        gold.with_name("other.toml").write_text('doc_id = "other"\n', encoding="utf-8")
    gold.unlink()
    [(path, content)] = apply().contents.items()
    assert path == gold
    assert content.startswith('doc_id = "pylos"\n\n[[events]]\ntrigger = "later the fleet «withdrew»')
    gold.write_text(content, encoding="utf-8")
    assert len(read_label_file(gold).blocks) == 1


def test_no_file_is_made_for_nothing_or_beyond_the_folder(judge, gold):
    rejected = judge(add_withdrawal, ("reject", None))
    gold.unlink()
    assert rejected().contents == {}
    outcome = Outcome("i", "c", "accept", "", ("Ada",))
    cells = {"type": "TERRITORY.withdraw", "status": "asserted"} | dict.fromkeys(CELLS, "")
    new = {"trigger": "withdrew", "start": TEXT.index("withdrew"), "end": TEXT.index("withdrew") + 8, "cells": cells}
    about = {"doc_id": "../../pylos", "old": None, "new": new, "changed": [], "text": TEXT}
    applied = apply_outcomes([outcome], {("i", "c"): about}, gold.parent)
    assert (applied.contents, len(applied.left)) == ({}, 1)


def test_an_event_that_is_none_is_removed_and_comments_about_others_stay(judge, gold):
    def lose_first(events):
        del events[0]

    applied = judge(lose_first, ("accept", None))()
    head, second = LABELS[: LABELS.index("[[events]]")], LABELS[LABELS.index("# the second") :]
    assert applied.contents == {gold: head + second}


def test_a_newer_edit_is_never_overwritten(judge, gold):
    apply = judge(lose_date, ("accept", None))
    newer = LABELS.replace('"-0425"', '"-0425-08"')
    gold.write_text(newer, encoding="utf-8")
    applied = apply()
    assert applied.contents == {}
    assert "edited since: date is '-0425-08' there" in applied.left[0]


def test_applying_again_changes_nothing(judge, gold):
    apply = judge(lambda events: (lose_date(events), add_withdrawal(events)), ("accept", None), ("accept", None))
    [content] = apply().contents.values()
    gold.write_text(content, encoding="utf-8")
    again = apply()
    assert (again.contents, again.done, again.left) == ({}, 2, [])


def test_a_stretch_has_as_many_words_as_make_it_the_only_one():
    text = "Then the men of the north seized the fort. Then the men of the south seized the fort."
    second = text.rindex("seized")
    assert stretch_around(text, second, second + 6) == "of the south «seized» the fort."


def test_words_in_repeated_lines_cannot_be_named():
    text = "They seized it.\nThey seized it.\n"
    with pytest.raises(PipelineError, match="a line that the text repeats"):
        stretch_around(text, 5, 11)


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("«repelled»", "«repulsed»", "pylos.toml:4: trigger:"),
        ('"BATTLE.repel"', '"BATTLE.quarrel"', "pylos.toml:4: type: there is no 'BATTLE.quarrel'"),
        (
            '"BATTLE.repel"',
            '"BATTLE.repell"',
            "pylos.toml:4: type: there is no 'BATTLE.repell'; did you mean BATTLE.repel?",
        ),
        (
            'type = "BATTLE.repel"',
            'tipe = "BATTLE.repel"',
            "pylos.toml:4: tipe: is no key; there are trigger, type, status",
        ),
        ('"-0425"', '"-0425-13"', "pylos.toml:17: date: write"),
        ("low = 292", "low = 293", "pylos.toml:17: casualties: low 293 is above high 292"),
        ('[ "island" ]', '["Sphacteria"]', "pylos.toml:17: places: 'Sphacteria' does not stand in the text"),
        ('["2"]', '["9"]', "pylos.toml:17: citations: no marker [9]"),
        ('date = ""', 'date = ""\nwhen = 3', "pylos.toml:4: when:"),
        ("then «seized» the", "garrison «repelled» an", "pylos.toml:17: the label of line 4 has the same trigger"),
        ('"asserted"\ndate = ""', "asserted", "pylos.toml:7:"),
    ],
)
def test_check_names_every_slip_with_its_line(tmp_path, gold, old, new, complaint):
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "pylos.txt").write_text(TEXT, encoding="utf-8")

    def check():
        result = CliRunner().invoke(app, ["labels", "check", str(gold.parent), "--corpus", str(tmp_path / "corpus")])
        return result, result.stdout + result.stderr

    assert check()[1] == "2 labels, no problem\n"
    assert old in LABELS
    gold.write_text(LABELS.replace(old, new, 1), encoding="utf-8")
    result, said = check()
    assert complaint in said
    assert result.exception.exit_code == 2
