"""Labels against a run: what the score calls right is no change, and what it calls wrong is one, in the cell where it is wrong."""

import copy
from pathlib import Path

import pytest

from pipeline.errors import LabelError, UsageError
from pipeline.labels.files import read_label_file
from pipeline.review.cells import same_cell
from pipeline.review.changes import compare
from pipeline.review.readings import read_sides

GOLD = Path(__file__).parents[1] / "gold"

LABELS = """doc_id = "pylos"

[[events]]
trigger = "garrison «repelled» an assault"
type = "BATTLE.repel"
status = "asserted"
date = "-0425-06"
places = ["fort"]
initiator = ["garrison|defenders"]
target = []
casualties = []
citations = ["1"]
opt_places = ["island"]

[[events]]
trigger = "the «assault»"
type = "BATTLE.attack"
status = "asserted"
date = ""
places = []
initiator = []
target = []
casualties = []
citations = []
opt = true
"""  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "label", "run", "allowed"),
    [
        ("places", "Aleppo", "Homs", ()),
        ("places", "Aleppo", "", ()),
        ("places", "", "Aleppo", ()),
        ("places", "Ur", "Uruk", ()),
        ("places", "Mosul", "Mosul; Erbil", ("Kirkuk",)),
        ("places", "Mosul; Mosul", "Mosul", ()),
        ("date", "2016-11", "2016-11-06", ()),
        ("date", "2016", "", ()),
        ("date", "", "2016", ()),
        ("citations", "1", "11", ()),
        ("casualties", "killed 20–", "killed 20", ()),
        ("type", "BATTLE.attack", "BATTLE.clash", ()),
    ],
)
def test_other_cells_differ(cell, label, run, allowed):
    assert not same_cell(cell, label, run, allowed)


@pytest.mark.parametrize(
    ("cell", "label", "run", "allowed"),
    [
        ("places", "Dahiyat Al-Assad", "the Dahiyat al-Assad suburb", ()),
        ("places", "Mosul; Erbil", "Erbil; Mosul", ()),
        ("places", "Mosul", "Mosul; Erbil", ("Erbil",)),
        ("initiators", "ISIL|group", "group", ()),
        ("targets", "Besançon garrison", "besancon garrison", ()),
        ("date", "-0490-09", "-0490-09-01/-0490-09-30", ()),
        ("date", "1914/1918", "1914-01-01/1918-12-31", ()),
        ("casualties", "killed 20– (civilians); wounded 3", "wounded 3 (others); killed 20–", ()),
    ],
)
def test_cells_that_say_the_same_do_not_differ(cell, label, run, allowed):
    assert same_cell(cell, label, run, allowed)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ('doc_id = "x"\n[[events]]\ntype = \n', r"x\.toml:3: "),
        ("[[events]]\n", r"x\.toml:1: without doc_id"),
        ('doc_id = "x"\nevents = [{type = "A"}]\n', r"x\.toml:1: events must be written as"),
    ],
)
def test_a_malformed_file_is_named_with_its_line(tmp_path, content, complaint):
    path = tmp_path / "x.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(LabelError, match=complaint):
        read_label_file(path)


def test_labels_that_a_run_meets_give_no_change(tmp_path, make_run, labelled_events):
    run = make_run(tmp_path / "run", labelled_events)
    assert list(compare(*read_sides(GOLD, run))) == []
    assert list(compare(*read_sides(run, GOLD))) == []


def test_what_a_run_says_otherwise_is_one_change_in_that_cell(tmp_path, make_run, labelled_events):
    events = copy.deepcopy(labelled_events)
    asked = [e for e in events if e["doc_id"] == "battle-of-marathon" and e["status"] == "asserted" and e["places"]]
    chosen = asked[3]
    chosen["status"] = "negated"
    chosen["places"] = []
    old, new = read_sides(GOLD, make_run(tmp_path / "run", events))
    [change] = compare(old, new)
    assert change.new.event_id == chosen["event_id"]
    assert [cell.cell for cell in change.cells] == ["status", "places"]


def test_two_sets_of_labels_need_their_texts(tmp_path):
    with pytest.raises(UsageError, match="--corpus"):
        read_sides(GOLD, GOLD)


def test_two_sets_of_labels_are_compared_in_their_texts(tmp_path):
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "pylos.txt").write_text(
        "The garrison repelled an assault on the fort.[1]\nThey told of the assault later.\n", encoding="utf-8"
    )
    for name, content in (("a", LABELS), ("b", LABELS.replace("BATTLE.repel", "BATTLE.victory"))):
        (tmp_path / name).mkdir()
        (tmp_path / name / "pylos.toml").write_text(content, encoding="utf-8")
    old, new = read_sides(tmp_path / "a", tmp_path / "b", corpus=tmp_path / "corpus")
    [change] = compare(old, new)
    assert [(cell.cell, cell.old, cell.new) for cell in change.cells] == [("type", "BATTLE.repel", "BATTLE.victory")]


def test_a_label_that_is_not_in_the_text_is_named_with_its_line(tmp_path, make_run, labelled_events):
    path = tmp_path / "gold.toml"
    path.write_text(LABELS.replace("pylos", "battle-of-marathon"), encoding="utf-8")
    with pytest.raises(LabelError, match=r"gold\.toml:3: trigger: .* stands nowhere"):
        read_sides(path, make_run(tmp_path / "run", labelled_events))
