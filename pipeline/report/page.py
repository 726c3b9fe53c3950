"""The report page: the story in numbers, three pictures with their tables, and every document with its events in the margin."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from pipeline.pages import render
from pipeline.report.charts import TYPE_COLOURS, casualty_chart, draw, map_chart, timeline_chart
from pipeline.report.run import Run

__all__ = ["report_page", "run_timeline"]

MOST_CHARACTERS = 200_000
"""Text that is shown with its marks; beyond it documents are sampled, and the page says so."""
MOST_EVENTS = 20_000
"""Rows of the event table."""
MOST_TIMELINE = 1_500
"""Events drawn on a timeline."""
MOST_ROWS = 40
"""Documents on the timeline of a run."""
MOST_PICTURES = 24
"""Documents that get a timeline of their own; drawing one takes a tenth of a second."""
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
_BORDER = "#a99f8a"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, and the mentions that cover it from the outermost."""

    text: str
    marks: tuple[dict[str, str], ...]
    anchors: tuple[str, ...]
    """Ids of the mentions that begin here."""


def report_page(run: Run) -> str:
    """The page of a run."""
    shown = _sample(run.documents)
    wanted = {document["doc_id"] for document in shown}
    mentions = run.mentions_of(wanted)
    by_document: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for event in run.events:
        by_document[event["doc_id"]].append(event)
    own = len(shown) <= MOST_PICTURES
    sections = [_section(run, d, mentions[d["doc_id"]], by_document[d["doc_id"]], timeline=own) for d in shown]
    initiators, targets, pairs = run.dyads()
    return render(
        "report.html",
        title=f"Events of {run.name}",
        run=run,
        numbers=_numbers(run),
        notes=_notes(run, shown),
        types=_types(run),
        timeline=_picture(run_timeline(run)),
        map=_picture(map_chart(run.located())),
        places=run.located()[:200],
        casualties=_picture(casualty_chart(run.victims())),
        victims=run.victims()[:500],
        initiators=initiators,
        targets=targets,
        pairs=pairs,
        most=max(pairs.values(), default=1),
        rows=[_row(event, event["doc_id"] in wanted) for event in run.events[:MOST_EVENTS]],
        sections=sections,
        colours=TYPE_COLOURS,
    )


def _sample(documents: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The documents whose text is shown: all, or as many as fit, evenly over the run."""
    total = sum(document["chars"] for document in documents)
    if total <= MOST_CHARACTERS or not documents:
        return list(documents)
    step = total / MOST_CHARACTERS
    picked, room = [], MOST_CHARACTERS
    for i in range(int(len(documents) / step) + 1):
        document = documents[min(int(i * step), len(documents) - 1)]
        if document["chars"] <= room and document not in picked:
            picked.append(document)
            room -= document["chars"]
    return picked or [min(documents, key=lambda d: (d["chars"], d["doc_id"]))]


def _notes(run: Run, shown: Sequence[dict[str, Any]]) -> list[str]:
    notes = []
    if len(shown) < len(run.documents):
        notes.append(
            f"The run is large: {len(shown)} of its {len(run.documents):,} documents are shown with their text, taken evenly over the run. Numbers, map and tables count all of it."
        )
    if len(run.events) > MOST_EVENTS:
        notes.append(f"The table of events holds the first {MOST_EVENTS:,} of {len(run.events):,}.")
    if len(run.dated()) > MOST_TIMELINE:
        notes.append(f"The timeline draws {MOST_TIMELINE:,} of {len(run.dated()):,} dated events, taken evenly.")
    if run.quarantined:
        notes.append(f"{run.quarantined:,} documents could not be read; the quarantine table says why.")
    return notes


def _numbers(run: Run) -> list[tuple[str, str]]:
    killed = [
        c
        for e in run.events
        if e["status"] in ("asserted", "reported")
        for c in e["casualties"]
        if c["category"] == "killed"
    ]
    dated = sum(1 for e in run.events if e["date"])
    cited = sum(1 for e in run.events if e["citations"])
    total = len(run.events) or 1
    return [
        (f"{len(run.documents):,}", "document" if len(run.documents) == 1 else "documents"),
        (f"{len(run.events):,}", "events"),
        (f"{100 * dated // total} %", "with a date"),
        (f"{len(run.located()):,}", "places on the map"),
        (f"{100 * cited // total} %", "with a citation"),
        (f"{len(killed):,}", "counts of killed"),
    ]


def _types(run: Run) -> list[tuple[str, int, str]]:
    counts = Counter(f"{event['type']}.{event['subtype']}" for event in run.events)
    return [
        (name, n, TYPE_COLOURS.get(name.partition(".")[0], _BORDER))
        for name, n in sorted(counts.items(), key=lambda x: (-x[1], x[0]))
    ]


def run_timeline(run: Run) -> Any:
    """The timeline of a whole run: a row a document, or a row an event type where there is one document; None without a dated event."""
    dated = run.dated()
    if len(dated) > MOST_TIMELINE:
        dated = dated[:: -(-len(dated) // MOST_TIMELINE)]
    several = len({event.title for event in dated}) > 1
    if several:
        titles = list(dict.fromkeys(event.title for event in sorted(dated, key=lambda e: e.order)))
        keep = set(titles[:: -(-len(titles) // MOST_ROWS)])
        dated = [event for event in dated if event.title in keep]
    return timeline_chart(dated, rows="document" if several else "type")


def _picture(chart: Any) -> str:
    if chart is None:
        return ""
    drawn = draw(chart)
    assert isinstance(drawn, str)
    return drawn


def _row(event: dict[str, Any], linked: bool) -> list[str]:
    by_role: dict[str, list[str]] = defaultdict(list)
    for actor in event["actors"]:
        by_role[actor["role"]].append(actor["text"])
    date = event["date"] or {}
    when = date.get("start") or ""
    if when and date["end"] != when:
        when += f" – {date['end']}"
    return [
        event["event_id"] if linked else "",
        when,
        f"{event['type']}.{event['subtype']}",
        event["status"],
        event["trigger"]["text"],
        "; ".join(place["text"] for place in event["places"]),
        "; ".join(by_role["initiator"]),
        "; ".join(by_role["target"]),
        "; ".join(f"{c['category']} {c['text']}" for c in event["casualties"]),
        event["doc_id"],
    ]


# ------------------------------------------------------------------------------------------------------- documents


def _section(
    run: Run,
    document: dict[str, Any],
    mentions: Sequence[tuple[str, dict[str, Any]]],
    events: Sequence[dict[str, Any]],
    *,
    timeline: bool,
) -> dict[str, Any]:
    """One document: its paragraphs as pieces, the events of each, and the references its markers point to."""
    text = document["text"]
    marks = [_mark(kind, row) for kind, row in mentions]
    marks += [_trigger(event) for event in events]
    marks.sort(key=lambda m: (m["start"], -m["end"]))
    paragraphs = []
    at = 0
    for match in _PARAGRAPH.finditer(text):
        here = []
        while at < len(marks) and marks[at]["start"] < match.end():
            here.append(marks[at])
            at += 1
        inside = [event for event in events if match.start() <= event["trigger"]["start"] < match.end()]
        paragraphs.append(
            {"pieces": _pieces(text, match.start(), match.end(), here), "events": [_card(event) for event in inside]}
        )
    references = [row for kind, row in mentions if kind == "citation" and row["target"]]
    return {
        "document": document,
        "paragraphs": paragraphs,
        "number": len(events),
        "timeline": _picture(timeline_chart(run.dated(events), rows="type")) if timeline and len(events) > 2 else "",
        "references": list({row["label"]: row for row in references}.values()),
    }


def _mark(kind: str, row: dict[str, Any]) -> dict[str, Any]:
    match kind:
        case "date":
            said = f"{row['timex_value']}, {row['derivation']}"
        case "place":
            said = f"{row['name']}, {row['country'] or 'no country'}, {row['precision']}"
        case "actor":
            said = f"{row['name']}, {row['kind']}"
        case "count":
            said = f"{row['category']} {row['low']} to {row['high']}, {row['bound']}"
        case _:
            said = row["target"] or f"{row['kind']} {row['label']}"
    return {
        "kind": kind,
        "start": row["start"],
        "end": row["end"],
        "id": row["mention_id"],
        "said": f"{kind}: {said}",
        "rule": row["rule"],
    }


def _trigger(event: dict[str, Any]) -> dict[str, Any]:
    said = f"{event['type']}.{event['subtype']}, {event['status']}"
    span = event["trigger"]
    return {
        "kind": "trigger",
        "start": span["start"],
        "end": span["end"],
        "id": event["event_id"],
        "said": said,
        "rule": event["rule"],
    }


def _pieces(text: str, start: int, end: int, marks: Sequence[dict[str, Any]]) -> list[Piece]:
    edges = sorted({start, end, *(min(m["start"], end) for m in marks), *(min(m["end"], end) for m in marks)})
    pieces = []
    for a, b in pairwise(edges):
        over = tuple(m for m in marks if m["start"] <= a and m["end"] >= b)
        pieces.append(Piece(text[a:b], over, tuple(m["id"] for m in over if m["start"] == a)))
    return pieces


def _card(event: dict[str, Any]) -> dict[str, Any]:
    """An event for the margin: each cell with the mention that it links to."""
    date = event["date"]
    cells: list[tuple[str, list[tuple[str, str | None]]]] = []
    if date:
        when = date["start"] if date["start"] == date["end"] else f"{date['start']} – {date['end']}"
        cells.append(("when", [(f"{when} ({date['derivation'].replace('_', ' ')})", date["mention_id"])]))
    if event["places"]:
        cells.append(("where", [(place["text"], place["mention_id"]) for place in event["places"]]))
    for role, name in (("initiator", "by"), ("target", "to")):
        some = [(actor["text"], actor["mention_id"]) for actor in event["actors"] if actor["role"] == role]
        if some:
            cells.append((name, some))
    if event["casualties"]:
        cells.append(("victims", [(f"{c['category']}: {c['text']}", c["mention_id"]) for c in event["casualties"]]))
    if event["attribution"]:
        cells.append(("says", [(event["attribution"], None)]))
    if event["citations"]:
        cells.append(("sources", [(f"[{label}]", None) for label in event["citations"]]))
    kind = f"{event['type']}.{event['subtype']}"
    colour = TYPE_COLOURS.get(event["type"], _BORDER)
    return {
        "id": event["event_id"],
        "kind": kind,
        "colour": colour,
        "status": event["status"],
        "trigger": event["trigger"]["text"],
        "rule": event["rule"],
        "cells": cells,
    }
