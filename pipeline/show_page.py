"""Extractions as one self-contained page: every text with its marked words, its events beside it and in a short list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from pipeline.pages import render
from pipeline.pages.annotated import OTHER_COLOUR, TYPE_COLOURS, annotated, references
from pipeline.pages.dates import written
from pipeline.pages.titles import heading
from pipeline.records import Findings
from pipeline.tables.columns import MENTION_KINDS, TABLES
from pipeline.tables.rows import rows_of

__all__ = ["show_page"]


def show_page(found: Iterable[Findings]) -> str:
    """The page of some extractions; raises `UsageError` where Jinja2 is not installed.

    >>> from pipeline import extract
    >>> "Al-Bab" in show_page([extract("On 6 November 2016 the rebels seized Al-Bab.[1]")])
    True
    """
    articles = [_article(one) for one in found]
    title = articles[0]["title"] if len(articles) == 1 else f"{len(articles)} texts"
    return render("show.html", title=title, articles=articles)


def _article(found: Findings) -> dict[str, Any]:
    rows, events = rows_of(found)
    mentions: list[tuple[str, dict[str, Any]]] = []
    for kind in MENTION_KINDS:
        names = [column.name for column in TABLES[f"{kind}s"].columns]
        mentions += [(kind, dict(zip(names, row, strict=True))) for row in rows.get(f"{kind}s", ())]
    names = [column.name for column in TABLES["sentences"].columns]
    sentences = [dict(zip(names, row, strict=True)) for row in rows.get("sentences", ())]
    mentions.sort(key=lambda pair: (pair[1]["start"], -pair[1]["end"], pair[0]))
    return {
        "title": heading(found.document.title) or "What the text tells",
        "paragraphs": annotated(found.document.text, mentions, events, sentences),
        "references": references(mentions),
        "numbers": _numbers(mentions, events),
        "rows": [_row(event) for event in events],
    }


def _numbers(mentions: Sequence[tuple[str, Any]], events: Sequence[Any]) -> list[tuple[str, int]]:
    numbers = [("event", len(events)), *((kind, sum(1 for k, _ in mentions if k == kind)) for kind in MENTION_KINDS)]
    return [(name if number == 1 else f"{name}s", number) for name, number in numbers]


def _row(event: dict[str, Any]) -> dict[str, Any]:
    date = event["date"] or {"start": "", "end": ""}
    actors = {
        role: "; ".join(a["name"] for a in event["actors"] if a["role"] == role) for role in ("initiator", "target")
    }
    return {
        "id": event["event_id"],
        "when": written(date["start"], date["end"]),
        "kind": f"{event['type']}.{event['subtype']}",
        "colour": TYPE_COLOURS.get(event["type"], OTHER_COLOUR),
        "status": event["status"],
        "trigger": event["trigger"]["text"],
        "where": "; ".join(place["text"] for place in event["places"]),
        "by": actors["initiator"],
        "to": actors["target"],
        "victims": "; ".join(f"{count['category']}: {count['text']}" for count in event["casualties"]),
    }
