"""Articles for Label Studio: tasks with predictions, and the labelling interface they fit.

Label Studio has counted the characters of a text by code points since 2021; versions before counted UTF-16 units, which ``utf16`` writes.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from pipeline.exports.annotations import (
    MENTION_LABELS,
    ROLES,
    Annotations,
    Offsets,
    annotate,
    event_labels,
)
from pipeline.exports.articles import Article, read_articles
from pipeline.exports.left_out import sidecar
from pipeline.records import STATUSES
from pipeline.tables.columns import SCHEMA_VERSION
from pipeline.tables.files import atomic

__all__ = ["export_label_studio"]


def export_label_studio(run: Path, out: Path, *, utf16: bool = False) -> tuple[int, int]:
    """Write ``tasks.json`` and ``interface.xml``, and say how many tasks there are and how many events are left out."""
    types: set[str] = set()
    written = 0
    with sidecar(out / "left-out.csv") as left_out, atomic(out / "tasks.json") as stream:
        stream.write(b"[")
        for article in read_articles(run):
            found = annotate(article)
            types.update(event.label for event in found.events)
            left_out.extend(found.left_out)
            task = json.dumps(_task(article, found, utf16=utf16), ensure_ascii=False)
            stream.write((",\n" if written else "\n").encode() + task.encode("utf-8", "surrogatepass"))
            written += 1
        stream.write(b"\n]\n")
    with atomic(out / "interface.xml") as stream:
        stream.write(_interface(event_labels(types)).encode())
    return written, left_out.events


def _task(article: Article, found: Annotations, *, utf16: bool) -> dict[str, Any]:
    events = {event.id: event for event in found.events}
    offsets = Offsets(article.text, utf16=utf16)
    result: list[dict[str, Any]] = []
    for span in found.spans:
        where = {
            "start": offsets.of(span.start),
            "end": offsets.of(span.end),
            "text": article.text[span.start : span.end],
        }
        own = {"id": span.id, "from_name": "event" if span.id in events else "mention", "to_name": "text"}
        meta = {"meta": {"text": [span.value]}} if span.value else {}
        result.append({**own, "type": "labels", "value": {**where, "labels": [span.label]}, **meta})
        if span.id in events:
            status = {**where, "choices": [events[span.id].status]}
            result.append({**own, "from_name": "status", "type": "choices", "value": status})
    for event in found.events:
        pairs = list(event.arguments)
        if event.duplicate_of in events:
            pairs.append(("retells", event.duplicate_of))
        for role, to in pairs:
            ends = {"from_id": event.id, "to_id": to}
            result.append({**ends, "type": "relation", "direction": "right", "labels": [role]})
    data = {"text": article.text, "doc_id": article.doc_id, "title": article.document["title"]}
    return {"data": data, "predictions": [{"model_version": f"prose-events schema {SCHEMA_VERSION}", "result": result}]}


def _interface(labels: list[str]) -> str:
    def items(tag: str, values: list[str]) -> list[str]:
        return [f"    <{tag} value={quoteattr(value)}/>" for value in values]

    lines = ["<View>", "  <Style>.htx-text { white-space: pre-wrap; }</Style>", '  <Header value="$title"/>']
    lines += ["  <Relations>", *items("Relation", [*ROLES, "retells"]), "  </Relations>"]
    lines += ['  <Labels name="mention" toName="text">', *items("Label", list(MENTION_LABELS.values())), "  </Labels>"]
    lines += ['  <Labels name="event" toName="text">', *items("Label", labels), "  </Labels>"]
    lines += ['  <Choices name="status" toName="text" perRegion="true" whenTagName="event" choice="single">']
    lines += [*items("Choice", list(STATUSES)), "  </Choices>"]
    lines += ['  <Text name="text" value="$text"/>', "</View>"]
    return "\n".join(lines) + "\n"
