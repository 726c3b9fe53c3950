"""A text as a page shows it: paragraphs cut into marked pieces, the events of each beside it, every cell linked to its words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from pipeline.pages.counts import between
from pipeline.pages.dates import written

__all__ = ["OTHER_COLOUR", "TYPE_COLOURS", "Paragraph", "Piece", "annotated", "references"]

TYPE_COLOURS = {
    "BATTLE": "#b0431f",
    "TERRITORY": "#1c6b3c",
    "REMOTE": "#8a6a00",
    "VIOLENCE": "#8f1f4b",
    "CASUALTY": "#a3262a",
    "DESTRUCTION": "#5f4632",
    "MOVEMENT": "#1f5fa8",
    "AGREEMENT": "#2a7f86",
    "POLITICS": "#6d3a9c",
    "DETENTION": "#4d4f8f",
    "HUMANITARIAN": "#3f7a2a",
    "STATEMENT": "#5d5850",
    "PROTEST": "#a05a8c",
}
"""The colour of each type of events, in pictures and beside texts."""
OTHER_COLOUR = "#a99f8a"
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_HEADING_MARK = re.compile(r"#{1,6}[ \t]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, and the mentions that cover it from the outermost."""

    text: str
    marks: tuple[dict[str, Any], ...]
    anchors: tuple[str, ...]
    """Ids of the mentions that begin here."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's text in pieces, and its events as cards for the margin."""

    pieces: tuple[Piece, ...]
    events: tuple[dict[str, Any], ...]
    kind: str = "prose"


def annotated(
    text: str,
    mentions: Sequence[tuple[str, dict[str, Any]]],
    events: Sequence[dict[str, Any]],
    sentences: Sequence[dict[str, Any]] = (),
) -> list[Paragraph]:
    """A text's paragraphs with their marks: mentions as pairs of kind and table row, events nested as in ``events.jsonl``.

    A paragraph is of the kind of its ``sentences`` (table rows) where they are all of one.
    """
    cited: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for kind, row in mentions:
        if kind == "citation":
            cited[row["label"]].append(row)
    told = sorted(events, key=lambda event: event["trigger"]["start"])
    triggers = [event["trigger"]["start"] for event in told]
    marks = [_mark(kind, row) for kind, row in mentions]
    marks += [_trigger(event) for event in events]
    marks.sort(key=lambda m: (m["start"], -m["end"]))
    paragraphs: list[Paragraph] = []
    here: list[dict[str, Any]] = []
    at = 0
    for start, end, kind in _spans(text, sentences):
        if kind == "heading" and (mark_up := _HEADING_MARK.match(text, start, end)):
            start = mark_up.end()  # noqa: PLW2901 (the page shows by its size that it is a heading)
        here = [mark for mark in here if mark["end"] > start]
        while at < len(marks) and marks[at]["start"] < end:
            here.append(marks[at])
            at += 1
        inside = told[bisect_left(triggers, start) : bisect_left(triggers, end)]
        pieces = _pieces(text, start, end, here)
        cards = tuple(_card(event, _sources(cited, event)) for event in inside)
        paragraphs.append(Paragraph(tuple(pieces), cards, kind))
    return paragraphs


def _spans(text: str, sentences: Sequence[dict[str, Any]]) -> list[tuple[int, int, str]]:
    """Start, end and kind of each paragraph: a line, or in a text of wrapped lines those up to a blank one.

    A line is wrapped where a sentence runs over its end.
    """
    rows = sorted(sentences, key=lambda row: row["start"])
    starts = [row["start"] for row in rows]
    spans: list[tuple[int, int, str]] = []
    wrapped = False
    for match in _LINE.finditer(text):
        first, after = bisect_left(starts, match.start()), bisect_left(starts, match.end())
        within = {row["kind"] for row in rows[first:after]}
        running = rows[first - 1] if first and rows[first - 1]["end"] > match.start() else None
        if running:
            within.add(running["kind"])
        kind = within.pop() if len(within) == 1 else "prose"
        begun, end, before = spans[-1] if spans else (0, 0, "")
        near = bool(spans) and text.count("\n", end, match.start()) == 1
        wrapped = near and (running is not None or (wrapped and kind == "prose"))
        if wrapped and kind == before:
            spans[-1] = begun, match.end(), kind
        else:
            spans.append((match.start(), match.end(), kind))
    return spans


def references(mentions: Sequence[tuple[str, dict[str, Any]]]) -> list[dict[str, Any]]:
    """What stands behind the citation markers, once for each label."""
    found = {row["label"]: row for kind, row in mentions if kind == "citation" and row["target"]}
    return [{**row, "anchor": _reference_anchor(row)} for row in found.values()]


def _reference_anchor(citation: dict[str, Any]) -> str:
    return f"r-{citation['doc_id']}-{citation['label'].replace(' ', '_')}"


def _sources(cited: dict[str, list[dict[str, Any]]], event: dict[str, Any]) -> list[tuple[str, str | None]]:
    """The markers of an event, each with its reference, or where there is none, the marker itself nearest to the trigger."""
    at = event["trigger"]["start"]
    found: list[tuple[str, str | None]] = []
    for label in event["citations"]:
        row = min(cited.get(label, ()), key=lambda row: abs(row["start"] - at), default=None)
        anchor = None if row is None else _reference_anchor(row) if row["target"] else f"m-{row['mention_id']}"
        found.append((f"[{label}]", anchor))
    return found


def _mark(kind: str, row: dict[str, Any]) -> dict[str, Any]:
    match kind:
        case "date":
            said = f"{row['timex_value']}, {row['derivation']}"
        case "place":
            said = f"{row['name']}, {row['country'] or 'no country'}, {row['precision']}"
        case "actor":
            said = f"{row['name']}, {row['kind']}"
        case "count":
            said = f"{row['category']}, {between(row['low'], row['high'])} ({row['bound'].replace('_', ' ')})"
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


def _anchor(mention: dict[str, Any]) -> str | None:
    return f"m-{mention['mention_id']}" if mention["mention_id"] else None


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
    inside = [(max(m["start"], start), min(m["end"], end), m) for m in marks if m["end"] > start]
    edges = sorted({start, end, *(a for a, _, _ in inside), *(b for _, b, _ in inside)})
    pieces = []
    for a, b in pairwise(edges):
        over = tuple(m for x, y, m in inside if x <= a and y >= b)
        pieces.append(Piece(text[a:b], over, tuple(m["id"] for m in over if m["start"] == a)))
    return pieces


def _card(event: dict[str, Any], sources: Sequence[tuple[str, str | None]]) -> dict[str, Any]:
    """An event for the margin: each cell with the anchor that it links to."""
    date = event["date"]
    cells: list[tuple[str, list[tuple[str, str | None]]]] = []
    if date:
        when = written(date["start"], date["end"])
        cells.append(("when", [(f"{when} ({date['derivation'].replace('_', ' ')})", _anchor(date))]))
    if event["places"]:
        cells.append(("where", [(place["text"], _anchor(place)) for place in event["places"]]))
    for role, name in (("initiator", "by"), ("target", "to")):
        some = [(actor["text"], _anchor(actor)) for actor in event["actors"] if actor["role"] == role]
        if some:
            cells.append((name, some))
    if event["casualties"]:
        cells.append(("victims", [(f"{c['category']}: {c['text']}", _anchor(c)) for c in event["casualties"]]))
    if event["attribution"]:
        cells.append(("says", [(event["attribution"], None)]))
    if event["citations"]:
        cells.append(("sources", list(sources)))
    kind = f"{event['type']}.{event['subtype']}"
    colour = TYPE_COLOURS.get(event["type"], OTHER_COLOUR)
    return {
        "id": event["event_id"],
        "kind": kind,
        "colour": colour,
        "status": event["status"],
        "trigger": event["trigger"]["text"],
        "rule": event["rule"],
        "cells": cells,
    }
