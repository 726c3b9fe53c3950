"""An article as annotation tools see it: labelled spans, events with their arguments, and what a tool cannot hold."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pipeline.exports.articles import Article
from pipeline.exports.left_out import LeftOut
from pipeline.rules.exports import acled_rules
from pipeline.tables.columns import MENTION_KINDS

__all__ = [
    "MENTION_LABELS",
    "ROLES",
    "Annotations",
    "Event",
    "Offsets",
    "Span",
    "annotate",
    "event_labels",
]

MENTION_LABELS = {"date": "Date", "place": "Place", "actor": "Actor", "count": "Count", "citation": "Citation"}
ROLES = {
    "initiator": "Actor",
    "target": "Actor",
    "site": "Place",
    "object": "Place",
    "origin": "Place",
    "destination": "Place",
    "date": "Date",
    "victims": "Count",
    "citation": "Citation",
}
"""The role of each argument, and the label of the mentions that fill it."""
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Span:
    """A labelled stretch of the text (code points), and what it means in one line."""

    id: str
    label: str
    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class Event:
    """An event: its trigger, which is a span of its own, and its arguments as pairs of role and span id."""

    id: str
    label: str
    status: str
    arguments: tuple[tuple[str, str], ...]
    duplicate_of: str | None


@dataclass(frozen=True, slots=True)
class Annotations:
    """All spans of an article in reading order, and its events; an event's trigger is the span with the event's id."""

    spans: tuple[Span, ...]
    events: tuple[Event, ...]
    left_out: tuple[LeftOut, ...]


def event_labels(run: set[str]) -> list[str]:
    """Every event type an annotator may choose, and those of the run besides, in order.

    >>> event_labels({"WAR.begin"})[-2:], "TERRITORY.capture" in event_labels(set())
    (['VIOLENCE.massacre', 'WAR.begin'], True)
    """
    return sorted({*acled_rules().event_types(), *run})


def annotate(article: Article) -> Annotations:
    """The annotations of an article. A mention without characters cannot be annotated and goes to the left out."""
    spans, left_out = [], []
    for kind in MENTION_KINDS:
        for row in article.mentions.get(kind, ()):
            if row["start"] < row["end"]:
                label = MENTION_LABELS[kind]
                spans.append(Span(row["mention_id"], label, row["start"], row["end"], _value(kind, row)))
            else:
                left_out.append(LeftOut("", article.doc_id, kind, row["mention_id"], "it has no characters"))
    known = {span.id for span in spans}
    events = []
    for event in article.events:
        label, trigger = f"{event['type']}.{event['subtype']}", event["trigger"]
        spans.append(Span(event["event_id"], label, trigger["start"], trigger["end"], _told(event)))
        arguments = _arguments(event, article.cited.get(event["event_id"], []))
        kept = tuple(dict.fromkeys(pair for pair in arguments if pair[1] in known))
        events.append(Event(event["event_id"], label, event["status"], kept, event["duplicate_of"]))
    spans.sort(key=lambda span: (span.start, -span.end, span.label, span.id))
    return Annotations(tuple(spans), tuple(events), tuple(left_out))


def _arguments(event: dict[str, Any], cited: list[str]) -> list[tuple[str, str]]:
    found = [(actor["role"], actor["mention_id"]) for actor in event["actors"]]
    found += [(place["role"], place["mention_id"]) for place in event["places"]]
    if event["date"] and event["date"]["mention_id"]:
        found.append(("date", event["date"]["mention_id"]))
    found += [("victims", count["mention_id"]) for count in event["casualties"]]
    return found + [("citation", mention_id) for mention_id in cited]


def _value(kind: str, row: dict[str, Any]) -> str:
    """What a mention means, in one line."""
    match kind:
        case "date":
            when = _interval(row["date_start"], row["date_end"])
            parts = [row["timex_value"], row["mod"], when, row["derivation"]]
        case "place":
            where = None if row["lat"] is None else f"{row['lat']}, {row['lon']}"
            parts = [row["name"], row["kind"], row["country"], where, row["precision"]]
        case "actor":
            parts = [row["name"], row["kind"], row["country"], row["side"]]
        case "count":
            parts = [row["category"], f"{row['low']}..{row['high']}".replace("None", ""), row["bound"], row["who"]]
        case _:
            parts = [row["label"], row["target"] or row["url"]]
    return " | ".join(" ".join(part.split()) for part in parts if part)


def _told(event: dict[str, Any]) -> str:
    date = event["date"] or {}
    said = event["attribution"] and f"according to {event['attribution']}"
    parts = [event["status"], _interval(date.get("start"), date.get("end")), said]
    return " | ".join(" ".join(part.split()) for part in parts if part)


def _interval(start: str | None, end: str | None) -> str | None:
    return start if start == end or not start else f"{start}/{end}"


class Offsets:
    """Code-point offsets of a text in the unit in which a tool counts.

    >>> text = "On 𝟐𝟗 May at Kut"
    >>> Offsets(text, utf16=True).of(text.index("Kut")), Offsets(text).of(text.index("Kut"))
    (15, 13)
    """

    def __init__(self, text: str, *, utf16: bool = False) -> None:
        self._text = text
        self._utf16 = utf16

    @cached_property
    def _astral(self) -> list[int]:
        """Offsets of the characters that UTF-16 writes with two units."""
        return [match.start() for match in _ASTRAL.finditer(self._text)]

    def of(self, offset: int) -> int:
        """The offset in the tool's unit."""
        return offset + bisect_left(self._astral, offset) if self._utf16 else offset
