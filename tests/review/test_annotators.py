"""Agreement of two annotators' labels, and right, wrong, missed and spurious by type and rule."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.cli.app import app
from pipeline.labels.reading import read_labels
from pipeline.review.regression import explain
from pipeline.score import Breakdown, breakdown

TEXT = (
    "The garrison repelled an assault on the fort.[1] Demosthenes then seized the island.[2] The fleet withdrew.[3]\n"
)


def block(trigger: str, kind: str, **changed: str) -> str:
    fields = {"status": '"asserted"', "date": '""', "places": "[]", "initiator": "[]", "target": "[]", "casualties": "[]", "citations": "[]"}  # fmt: skip
    lines = [f'trigger = "{trigger}"', f'type = "{kind}"', *(f"{k} = {v}" for k, v in (fields | changed).items())]
    return "\n[[events]]\n" + "\n".join(lines) + "\n"


REPEL = block("garrison «repelled» an", "BATTLE.repel", initiator='["garrison"]')
SEIZE = block("then «seized» the", "TERRITORY.capture", places='["island"]')
LEAVE = block("fleet «withdrew»", "TERRITORY.withdraw")


@pytest.fixture
def two(tmp_path) -> tuple[Path, Path]:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "pylos.txt").write_text(TEXT, encoding="utf-8")
    other = SEIZE.replace("island", "fort").replace("asserted", "reported")
    for name, blocks in (("a", [REPEL, SEIZE, LEAVE]), ("b", [REPEL, other])):
        (tmp_path / name).mkdir()
        (tmp_path / name / "pylos.toml").write_text('doc_id = "pylos"\n' + "".join(blocks), encoding="utf-8")
    return tmp_path / "a", tmp_path / "b"


def test_agreement_is_told_slot_by_slot(two, tmp_path):
    arguments = ["score", *map(str, two), "--corpus", str(tmp_path / "corpus"), "--json"]
    figures = json.loads(CliRunner().invoke(app, arguments).stdout)
    assert figures["trigger"]["agree"] == 80.0
    assert figures["places"]["agree"] == 50.0
    assert figures["type"] == {"agree": 100.0, "kappa": 1.0}
    assert figures["status"]["kappa"] == 0.0
    assert figures["FRAME"]["agree"] == 50.0


def test_events_are_counted_right_wrong_missed_and_spurious(two, runs):
    first, second = two
    labels = read_labels(first, {"pylos": TEXT})
    events = runs.of_labels(second, {"pylos": TEXT})
    start = TEXT.index("fort")
    events.append({**events[0], "trigger": {"text": "fort", "start": start, "end": start + 4}, "rule": "trigger/x"})
    by_type = breakdown(labels, events, "type")
    assert by_type == {
        "BATTLE.repel": Breakdown(right=1, spurious=1),
        "TERRITORY.capture": Breakdown(wrong=1),
        "TERRITORY.withdraw": Breakdown(missed=1),
    }
    by_rule = breakdown(labels, events, "rule")
    assert by_rule["trigger/x"] == Breakdown(spurious=1)
    assert by_rule[""] == Breakdown(missed=1)


def test_a_failing_comparison_shows_the_change_and_the_command(two, runs, tmp_path):
    run = runs.write(tmp_path / "run", runs.of_labels(two[1], {"pylos": TEXT}), {"pylos": TEXT})
    said = explain(two[0], run, ["pylos"])
    assert "− lost  TERRITORY.withdraw “withdrew”" in said
    assert "status      asserted → reported" in said
    assert said.endswith(f"review them: prose-events review {run} --against {two[0]} --document pylos\n")
    assert "\x1b" not in said
    assert explain(two[1], run) == ""
