"""Two sets of event tables → aligned changes: nothing shifts, nothing is invented, the same every time."""

import json
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linear_sum_assignment

from pipeline.errors import UsageError
from pipeline.review.alignment import _assignment as assign
from pipeline.review.changes import compare
from pipeline.review.context import segments, window
from pipeline.review.readings import Side, read_run
from pipeline.tables.columns import TABLES

SENTENCES = [
    "On 3 June the garrison repelled an assault on the fort.",
    "The Spartans seized the island and captured 292 men.",
    "Two days later the fleet withdrew to Zakynthos.",
    "Demosthenes attacked Sphacteria with 800 hoplites.",
]
TRIGGERS = [
    ("repelled", "BATTLE", "repel"),
    ("seized", "TERRITORY", "capture"),
    ("withdrew", "TERRITORY", "withdraw"),
    ("attacked", "BATTLE", "attack"),
]
TEXT = " ".join(SENTENCES)


def event(number: int, **changed) -> dict:
    word, kind, subtype = TRIGGERS[number]
    start = TEXT.index(word)
    begin = TEXT.index(SENTENCES[number])
    return {
        "event_id": f"pylos/{number}",
        "doc_id": "pylos",
        "type": kind,
        "subtype": subtype,
        "status": "asserted",
        "attribution": None,
        "trigger": {"text": word, "start": start, "end": start + len(word)},
        "date": {
            "start": "-0425-06-03",
            "end": "-0425-06-03",
            "granularity": "day",
            "derivation": "explicit",
            "text": "3 June",
            "mention_id": "d",
        },
        "places": [],
        "actors": [],
        "casualties": [],
        "citations": ["1"],
        "sentence": {"start": begin, "end": begin + len(SENTENCES[number]), "text": SENTENCES[number]},
        "section": "",
        "rule": f"trigger/{kind.lower()}.{subtype}/{word}",
        "duplicate_of": None,
        **changed,
    }


def side(tmp_path: Path, name: str, events: list[dict], text: str = TEXT) -> Side:
    folder = tmp_path / name
    folder.mkdir()
    (folder / "events.jsonl").write_text("".join(json.dumps(e) + "\n" for e in events), encoding="utf-8")
    header = ",".join(column.name for column in TABLES["documents"].columns)
    row = f'pylos,Battle of Pylos,pylos.txt,text,"{text}",{len(text)},4,{len(events)},,en,0,'
    (folder / "documents.csv").write_text(f"{header}\n{row}\n", encoding="utf-8")
    return read_run(folder)


def kinds(old: Side, new: Side) -> list[tuple[str, str]]:
    return [(change.kind, change.reading.trigger) for change in compare(old, new)]


def test_the_same_events_in_another_order_are_no_change(tmp_path):
    events = [event(i) for i in range(4)]
    shuffled = random.Random(1).sample(events, 4)
    assert kinds(side(tmp_path, "a", events), side(tmp_path, "b", shuffled)) == []


def test_an_inserted_event_changes_no_other(tmp_path):
    old = side(tmp_path, "a", [event(0), event(2), event(3)])
    new = side(tmp_path, "b", [event(i) | {"event_id": f"renumbered/{i}"} for i in range(4)])
    assert kinds(old, new) == [("gained", "seized")]
    assert kinds(new, old) == [("lost", "seized")]


@pytest.mark.parametrize(
    ("changed", "cell", "severity"),
    [
        ({"status": "reported"}, "status", "value"),
        ({"citations": ["1", "2"]}, "citations", "value"),
        ({"date": None}, "date", "value"),
        ({"rule": "trigger/territory.capture/take"}, "rule", "evidence"),
        (
            {"trigger": {"text": "seized the", "start": TEXT.index("seized"), "end": TEXT.index("seized") + 10}},
            "trigger",
            "evidence",
        ),
    ],
)
def test_one_cell_is_one_change_of_its_severity(tmp_path, changed, cell, severity):
    old, new = side(tmp_path, "a", [event(1)]), side(tmp_path, "b", [event(1, **changed)])
    [change] = compare(old, new)
    assert cell in [c.cell for c in change.cells]
    assert change.severity == severity


def test_letters_alone_are_cosmetic(tmp_path):
    place = {
        "text": "the Island",
        "start": 0,
        "end": 3,
        "role": "object",
        "name": "x",
        "country": None,
        "lat": None,
        "lon": None,
        "precision": "none",
        "mention_id": "p",
    }
    old = side(tmp_path, "a", [event(1, places=[place])])
    new = side(tmp_path, "b", [event(1, places=[place | {"text": "island"}])])
    [change] = compare(old, new)
    assert change.severity == "cosmetic"


def test_an_edit_before_an_event_does_not_lose_it(tmp_path):
    added = "A storm had scattered the ships. "
    moved = []
    for i in range(4):
        e = event(i)
        e["trigger"] = e["trigger"] | {
            "start": e["trigger"]["start"] + len(added),
            "end": e["trigger"]["end"] + len(added),
        }
        e["sentence"] = e["sentence"] | {
            "start": e["sentence"]["start"] + len(added),
            "end": e["sentence"]["end"] + len(added),
        }
        moved.append(e)
    assert kinds(side(tmp_path, "a", [event(i) for i in range(4)]), side(tmp_path, "b", moved, added + TEXT)) == []


def test_segments_give_the_window_back(tmp_path):
    one = side(tmp_path, "a", [event(1)])
    other = side(tmp_path, "b", [event(1, status="negated")])
    [change] = compare(one, other)
    start, end = window(change.reading.sentence, TEXT, around=20)
    cut = segments(TEXT, start, end, old=change.old, new=change.new)
    assert "".join(s.text for s in cut) == TEXT[start:end]
    assert [s.text for s in cut if s.marks] == ["seized"]


def test_a_folder_without_events_is_named(tmp_path):
    with pytest.raises(UsageError, match=r"a folder written by `prose-events run` is needed"):
        read_run(tmp_path)


def test_two_partners_that_are_as_likely_are_reported(tmp_path):
    text = "Men took it and men took it."
    spots = [{"text": "took", "start": text.index("took", at), "end": text.index("took", at) + 4} for at in (0, 12)]
    sentence = {"start": 0, "end": len(text), "text": text}
    old = [event(1, trigger={"text": "it", "start": 9, "end": 11}, sentence=sentence)]
    new = [event(1, event_id=f"n{n}", trigger=spot, sentence=sentence) for n, spot in enumerate(spots)]
    changes = list(compare(side(tmp_path, "a", old, text), side(tmp_path, "b", new, text)))
    assert [(c.kind, c.ambiguous) for c in changes] == [("moved", True), ("gained", False)]


@given(st.integers(1, 7), st.integers(1, 7), st.randoms(use_true_random=False))
def test_the_own_assignment_is_as_good_as_any(rows, columns, dice):
    gain = [[dice.random() for _ in range(columns)] for _ in range(rows)]
    chosen = assign(gain)
    assert len(chosen) == len(set(chosen.values())) == min(rows, columns)
    best_rows, best_columns = linear_sum_assignment(gain, maximize=True)
    best = sum(gain[i][j] for i, j in zip(best_rows, best_columns, strict=True))
    assert sum(gain[i][j] for i, j in chosen.items()) == pytest.approx(best)


def test_a_text_edited_all_over_is_still_aligned(tmp_path):
    events, moved, old_text, new_text = [], [], "", ""
    for n in range(120):
        for texts, into, words in (
            ("old", events, f"In {1500 + n} they seized fort {n}. "),
            ("new", moved, f"In the year {1500 + n} they then seized fort {n}. "),
        ):
            text = old_text if texts == "old" else new_text
            at = len(text) + words.index("seized")
            span = {"start": len(text), "end": len(text) + len(words) - 1, "text": words}
            into.append(
                event(
                    1,
                    event_id=f"{texts}{n}",
                    trigger={"text": "seized", "start": at, "end": at + 6},
                    sentence=span,
                    date={
                        "start": f"{1500 + n}-01-01",
                        "end": f"{1500 + n}-12-31",
                        "derivation": "explicit",
                        "mention_id": None,
                    },
                )
            )
            old_text, new_text = (old_text + words, new_text) if texts == "old" else (old_text, new_text + words)
    del moved[40]
    assert kinds(side(tmp_path, "a", events, old_text), side(tmp_path, "b", moved, new_text)) == [("lost", "seized")]
