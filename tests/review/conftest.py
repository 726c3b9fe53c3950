"""Runs to compare and review: small ones made by hand, and ones made from the hand labels of the corpus."""

import csv
import json
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from pipeline.reading import read_documents
from pipeline.records import Document
from pipeline.review.cells import casualties_of, items_of
from pipeline.review.readings import Reading, read_labels
from pipeline.tables.columns import TABLES
from pipeline.timex import span_of

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "gold"


def event_of(reading: Reading, text: str) -> dict:
    """A label as a run that reads it in the same way would write it."""
    cells = reading.cells

    def mentions(cell: str, kind: str, **more) -> list[dict]:
        found = []
        for number, item in enumerate(items_of(cells[cell])):
            word = item.split("|")[0]
            at = max(text.find(word, *reading.sentence), reading.sentence[0])
            spot = {
                "text": word,
                "start": at,
                "end": at + len(word),
                "mention_id": f"{reading.event_id}/{kind}{number}",
            }
            found.append({**spot, "name": word, **more})
        return found

    first, _, last = cells["date"].partition("/")
    days = first and {"start": span_of(first).start, "end": span_of(last or first).end}
    place = {"role": "site", "country": None, "lat": None, "lon": None, "precision": "none"}
    return {
        "event_id": reading.event_id,
        "doc_id": reading.doc_id,
        "type": cells["type"].partition(".")[0],
        "subtype": cells["type"].partition(".")[2],
        "status": cells["status"],
        "attribution": None,
        "trigger": {"text": reading.trigger, "start": reading.start, "end": reading.end},
        "date": (days and {**days, "granularity": "day", "derivation": "explicit", "text": None, "mention_id": None}) or None,
        "places": mentions("places", "place", **place),
        "actors": mentions("initiators", "i", role="initiator", actor_id="") + mentions("targets", "t", role="target", actor_id=""),
        "casualties": [
            {"category": c.category, "low": c.low, "high": c.high, "who": c.who, "text": c.who, "start": reading.start, "end": reading.end, "mention_id": f"{reading.event_id}/n{n}"}
            for n, c in enumerate(casualties_of(cells["casualties"]))
        ],
        "citations": items_of(cells["citations"]),
        "sentence": {"start": reading.sentence[0], "end": reading.sentence[1], "text": text[slice(*reading.sentence)]},
        "section": "",
        "rule": f"trigger/{cells['type'].lower()}/{reading.trigger.lower()}",
        "duplicate_of": None,
    }  # fmt: skip


def write_run(
    folder: Path, events: Iterable[dict], texts: dict[str, str], titles: dict[str, str] | None = None
) -> Path:
    """A run's folder as the tables that the review reads."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "run.json").write_text("{}", encoding="utf-8")
    (folder / "events.jsonl").write_text(
        "".join(json.dumps(e, ensure_ascii=False) + "\n" for e in events), encoding="utf-8"
    )
    with (folder / "documents.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow([column.name for column in TABLES["documents"].columns])
        for doc_id, text in texts.items():
            title = (titles or {}).get(doc_id, doc_id)
            writer.writerow([doc_id, title, f"{doc_id}.txt", "text", text, len(text), 0, 0, "", "en", "0", ""])
    return folder


@pytest.fixture(scope="session")
def corpus() -> dict[str, Document]:
    return {d.doc_id: d for d in read_documents(ROOT / "corpus") if isinstance(d, Document)}


@pytest.fixture(scope="session")
def labelled_events(corpus) -> list[dict]:
    """The hand labels of the corpus as a perfect run would write them."""
    texts = {doc_id: d.text for doc_id, d in corpus.items()}
    side = read_labels(GOLD, texts)
    return [event_of(r, texts[r.doc_id]) for some in side.readings.values() for r in some]


@pytest.fixture
def make_run(corpus) -> Callable[..., Path]:
    """Writes a run over the corpus from a list of events."""

    def make(folder: Path, events: Iterable[dict]) -> Path:
        events = list(events)
        named = {e["doc_id"] for e in events}
        texts = {doc_id: d.text for doc_id, d in corpus.items() if doc_id in named}
        return write_run(folder, events, texts, {doc_id: d.title for doc_id, d in corpus.items()})

    return make


class Runs:
    """What the tests of this folder build runs with."""

    write = staticmethod(write_run)

    @staticmethod
    def of_labels(path: Path, texts: dict[str, str]) -> list[dict]:
        """The events of label files as a perfect run would write them."""
        side = read_labels(path, texts)
        return [event_of(r, texts[r.doc_id]) for some in side.readings.values() for r in some]


@pytest.fixture(scope="session")
def runs() -> type[Runs]:
    return Runs
