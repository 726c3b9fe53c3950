"""The tables of the corpus: what today's rules make of it, against what was committed, event by event.

A failure names the events gained, lost and changed. To look: ``prose-events diff outputs NEW``. To accept:

    prose-events run corpus --out outputs --fresh     the tables
    pytest tests/test_outputs.py --force-regen        the events, article by article
    pytest tests/test_outputs.py --accept-score       the score against the labels
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.labels.reading import read_labels
from pipeline.review.regression import explain
from pipeline.score import SLOTS, score
from pipeline.tables.columns import TABLES
from pipeline.tables.reading import read_events, read_table

pytestmark = [pytest.mark.golden, pytest.mark.slow]

HERE = Path(__file__).resolve().parent
ARTICLES = sorted(path.stem for path in (HERE / "gold").glob("*.toml"))
SCORE = HERE / "score.json"
ACCEPT = "accept: prose-events run corpus --out outputs --fresh; "
LOOK = "look: prose-events run corpus --out NEW; prose-events diff outputs NEW\naccept: "


@pytest.fixture(scope="module")
def fresh(command, tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("fresh")
    done = command("run", "corpus", "--out", out, "--workers", "1")
    assert done.returncode == 0, done.stderr
    return out


def canonical(text: str, events: list[dict]) -> str:
    """The events of an article for people: a block each, headed by the trigger in its surroundings, one cell a line."""
    blocks = []
    for e in events:
        start, end = e["trigger"]["start"], e["trigger"]["end"]
        before, after = text[max(0, start - 40) : start], text[end : end + 40]
        head = f"{' '.join(before.split()[-4:])} «{text[start:end]}» {' '.join(after.split()[:4])}"
        date = e["date"] or {}
        cells = [("type", f"{e['type']}.{e['subtype']}"), ("status", e["status"]), ("attribution", e["attribution"])]
        cells += [("date", f"{date['start']} / {date['end']} ({date['derivation']})" if date else None)]
        cells += [
            ("place", f"{p['text']} = {p['name']} [{p['country']}, {p['precision']}] ({p['role']})")
            for p in e["places"]
        ]
        cells += [(a["role"], f"{a['text']} = {a['name']}") for a in e["actors"]]
        cells += [(c["category"], f"{c['low']}–{c['high']} {c['who']}") for c in e["casualties"]]
        cells += [("citations", " ".join(e["citations"])), ("rule", e["rule"])]
        blocks.append("\n".join([head, *(f"    {name}: {value}" for name, value in cells if value)]))
    return "\n\n".join(blocks) + "\n"


def compared(expected: str, obtained: str) -> list[str]:
    """What differs between two canonical texts: events by their head, then the cells of those that both have."""
    old, new = _blocks(expected), _blocks(obtained)
    lines = [f"lost    {head}" for head in old if head not in new]
    lines += [f"gained  {head}" for head in new if head not in old]
    for head in old:
        if head in new and old[head] != new[head]:
            lines.append(f"changed {head}")
            lines += [f"          - {cell}" for cell in old[head] if cell not in new[head]]
            lines += [f"          + {cell}" for cell in new[head] if cell not in old[head]]
    return lines


def _blocks(text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for block in text.strip().split("\n\n"):
        head, *cells = block.split("\n")
        while head in found:
            head += " (again)"
        found[head] = [cell.strip() for cell in cells]
    return found


@pytest.mark.parametrize("article", ARTICLES)
def test_the_events_of_an_article_are_those_that_were_accepted(article, fresh, root, file_regression):
    [text] = [row["text"] for row in read_table(fresh, "documents") if row["doc_id"] == article]
    events = [event for event in read_events(fresh) if event["doc_id"] == article]

    def check(obtained: Path, expected: Path) -> None:
        lines = compared(expected.read_text(encoding="utf-8"), obtained.read_text(encoding="utf-8"))
        if lines:
            told = explain(root / "outputs", fresh, [article]) or "\n".join(lines)
            raise AssertionError(f"{article}\n{told}\n{ACCEPT}pytest tests/test_outputs.py --force-regen")

    file_regression.check(
        canonical(text, events), fullpath=HERE / "events" / f"{article}.txt", check_fn=check, encoding="utf-8"
    )


@pytest.mark.parametrize("name", [*(f"{table}.csv" for table in TABLES), "events.jsonl"])
def test_the_committed_tables_are_those_of_todays_rules(name, fresh, root):
    committed = root / "outputs" / name
    assert committed.read_bytes() == (fresh / name).read_bytes(), (
        f"{name} differs\n{LOOK}prose-events run corpus --out outputs --fresh"
    )


def test_the_score_against_the_labels_only_goes_up(fresh, root, pytestconfig):
    texts = {row["doc_id"]: row["text"] for row in read_table(fresh, "documents")}
    tallies = score(read_labels(HERE / "gold", texts), read_events(fresh))
    today = {
        slot: {"F1": round(100 * t.f1, 1), "P": round(100 * t.precision, 1), "R": round(100 * t.recall, 1)}
        for slot, t in tallies.items()
    }
    if pytestconfig.getoption("accept_score"):
        SCORE.write_text(json.dumps(today, indent=2) + "\n")
    accepted = json.loads(SCORE.read_text())
    fallen = [
        f"{slot}: F1 {accepted[slot]['F1']} → {today[slot]['F1']}"
        for slot in SLOTS
        if today[slot]["F1"] < accepted[slot]["F1"]
    ]
    assert not fallen, "\n".join([*fallen, f"{LOOK}pytest tests/test_outputs.py --accept-score"])


def test_a_comparison_names_what_was_gained_lost_and_changed():
    def event(at: int, word: str, **cells: object) -> dict:
        base = {"type": "T", "subtype": "s", "status": "asserted", "attribution": None, "date": None, "rule": "r"}
        lists = {"places": [], "actors": [], "casualties": [], "citations": []}
        return {**base, **lists, "trigger": {"start": at, "end": at + len(word), "text": word}, **cells}

    text = "Kut fell. Basra held. Then Kut was taken again."
    old = [event(4, "fell"), event(16, "held"), event(35, "taken")]
    new = [event(4, "fell", status="reported"), event(35, "taken"), event(0, "Kut")]
    assert compared(canonical(text, old), canonical(text, new)) == [
        "lost    Kut fell. Basra «held» . Then Kut was",
        "gained   «Kut» fell. Basra held. Then",
        "changed Kut «fell» . Basra held. Then",
        "          - status: asserted",
        "          + status: reported",
    ]
