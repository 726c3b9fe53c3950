"""Readings of a document's events, comparable whatever they come from: a run's folder or hand-labelled files."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.tables.reading import read_events, stream_table

__all__ = ["CELLS", "Evidence", "Reading", "Side", "read_run"]

CELLS = ("type", "status", "attribution", "date", "places", "initiators", "targets", "casualties", "citations")
"""The cells in which two readings of one event can differ in value, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A stretch of the source text behind a cell (source offsets), and the kind by which it is coloured."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One event as one side reads it: its cells as plain text, and the characters that support each."""

    doc_id: str
    event_id: str
    start: int
    end: int
    trigger: str
    sentence: tuple[int, int]
    cells: dict[str, str]
    """Value of each of `CELLS`; lists joined with ``; ``, empty where nothing is said."""
    detail: dict[str, str] = field(default_factory=dict)
    """What lies behind the values: rule, date derivation, canonical place names and coordinates."""
    evidence: dict[str, tuple[Evidence, ...]] = field(default_factory=dict)
    optional: bool = False
    """A label that asks for nothing: its absence is no loss."""


@dataclass(frozen=True, slots=True)
class Side:
    """All readings of one side by document, and the texts they index."""

    name: str
    readings: dict[str, list[Reading]]
    texts: dict[str, str]
    titles: dict[str, str] = field(default_factory=dict)


def read_run(folder: Path) -> Side:
    """The readings of a run's output folder, CSV or Parquet; raises `UsageError` naming what is missing."""
    readings: dict[str, list[Reading]] = {}
    for event in read_events(folder):
        readings.setdefault(event["doc_id"], []).append(_reading(event))
    texts, titles = {}, {}
    for row in stream_table(folder, "documents"):
        texts[row["doc_id"]], titles[row["doc_id"]] = row["text"], row["title"]
        readings.setdefault(row["doc_id"], [])
    for some in readings.values():
        some.sort(key=lambda r: (r.start, r.end, r.event_id))
    return Side(str(folder), dict(sorted(readings.items())), texts, titles)


def _reading(event: dict[str, Any]) -> Reading:
    date = event["date"] or {}
    actors = event["actors"]
    cells = {
        "type": f"{event['type']}.{event['subtype']}",
        "status": event["status"] or "",
        "attribution": event["attribution"] or "",
        "date": _interval(date.get("start"), date.get("end")),
        "places": "; ".join(place["text"] for place in event["places"]),
        "initiators": "; ".join(actor["text"] for actor in actors if actor["role"] == "initiator"),
        "targets": "; ".join(actor["text"] for actor in actors if actor["role"] == "target"),
        "casualties": "; ".join(_casualty(c) for c in event["casualties"]),
        "citations": "; ".join(str(label) for label in event["citations"]),
    }
    detail = {
        "rule": event["rule"],
        "derivation": date.get("derivation") or "",
        "located": "; ".join(_located(place) for place in event["places"]),
        "actors": "; ".join(f"{actor['name']}" for actor in actors),
    }
    evidence = {
        "places": tuple(Evidence(p["start"], p["end"], "place") for p in event["places"]),
        "initiators": tuple(Evidence(a["start"], a["end"], "actor") for a in actors if a["role"] == "initiator"),
        "targets": tuple(Evidence(a["start"], a["end"], "actor") for a in actors if a["role"] == "target"),
        "casualties": tuple(Evidence(c["start"], c["end"], "count") for c in event["casualties"]),
    }
    trigger, sentence = event["trigger"], event["sentence"]
    return Reading(
        doc_id=event["doc_id"],
        event_id=event["event_id"],
        start=trigger["start"],
        end=trigger["end"],
        trigger=trigger["text"],
        sentence=(sentence["start"], sentence["end"]),
        cells=cells,
        detail=detail,
        evidence={name: spans for name, spans in evidence.items() if spans},
    )


def _interval(start: str | None, end: str | None) -> str:
    if not start:
        return ""
    return start if end in (start, None) else f"{start}/{end}"


def _casualty(count: dict[str, Any]) -> str:
    low, high = count["low"], count["high"]
    number = f"{low}" if low == high else f"{'' if low is None else low}–{'' if high is None else high}"
    return f"{count['category']} {number}" + (f" ({count['who']})" if count.get("who") else "")


def _located(place: dict[str, Any]) -> str:
    where = f" @ {place['lat']:.4f},{place['lon']:.4f}" if place.get("lat") is not None else ""
    return f"{place['name']} [{place.get('country') or '–'}, {place['precision']}]{where}"
