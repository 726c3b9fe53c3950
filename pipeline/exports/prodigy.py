"""Articles for Prodigy: one task a paragraph, with tokens, spans and relations between an event's trigger and its arguments.

Offsets are code points, as in spaCy. Tokens end wherever a span does, so that every span lies on tokens. Paragraphs are tasks because Prodigy
shows a task at once; an argument in another paragraph than its event goes to the sidecar.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from pipeline.exports.annotations import Annotations, Event, Span, annotate
from pipeline.exports.articles import Article, read_articles
from pipeline.exports.left_out import LeftOut, Sidecar, sidecar
from pipeline.tables.files import atomic

__all__ = ["export_prodigy"]

_PARAGRAPH = re.compile(r"[^\n\r]*\S[^\n\r]*")
_WORD = re.compile(r"\S+")


def export_prodigy(run: Path, out: Path) -> tuple[int, int]:
    """Write ``tasks.jsonl``, and say how many tasks there are and how many events are left out."""
    written = 0
    with sidecar(out / "left-out.csv") as left_out, atomic(out / "tasks.jsonl") as stream:
        for article in read_articles(run):
            found = annotate(article)
            left_out.extend(found.left_out)
            for task in _tasks(article, found, left_out):
                stream.write(json.dumps(task, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n")
                written += 1
    return written, left_out.events


def _tasks(article: Article, found: Annotations, left_out: Sidecar) -> Iterator[dict[str, Any]]:
    events = {event.id: event for event in found.events}
    at = 0
    for match in _PARAGRAPH.finditer(article.text):
        inside = []
        while at < len(found.spans) and found.spans[at].start < match.end():
            span = _trimmed(article.text, found.spans[at])
            at += 1
            if match.start() <= span.start < span.end <= match.end():
                inside.append(span)
            else:
                event_id = span.id if span.id in events else ""
                left_out.append(LeftOut(event_id, article.doc_id, "spans", span.id, "it does not lie in one paragraph"))
        own = [events[span.id] for span in inside if span.id in events]
        yield _task(article, match.start(), match.end(), inside, own, left_out)


def _task(
    article: Article, start: int, end: int, spans: list[Span], events: list[Event], left_out: Sidecar
) -> dict[str, Any]:
    text = article.text[start:end]
    tokens = _tokens(text, {edge - start for span in spans for edge in (span.start, span.end)})
    first = {token["start"]: token["id"] for token in tokens}
    last = {token["end"]: token["id"] for token in tokens}
    made = {}
    for span in spans:
        a, b = span.start - start, span.end - start
        where = {"start": a, "end": b, "token_start": first[a], "token_end": last[b]}
        made[span.id] = {**where, "label": span.label, "value": span.value, "id": span.id}
    relations = []
    for event in events:
        for role, to in event.arguments:
            if to in made:
                relations.append(_relation(made[event.id], made[to], role))
            else:
                left_out.append(LeftOut(event.id, article.doc_id, role, to, "it stands in another paragraph"))
    meta = {"doc_id": article.doc_id, "title": article.document["title"], "start": start}
    return {"text": text, "tokens": tokens, "spans": list(made.values()), "relations": relations, "meta": meta}


def _relation(head: dict[str, Any], child: dict[str, Any], label: str) -> dict[str, Any]:
    """A relation from a trigger to an argument; its ends are the last tokens of both spans, as Prodigy has it."""
    ends = {"head": head["token_end"], "child": child["token_end"]}
    keys = ("start", "end", "token_start", "token_end", "label")
    spans = {f"{name}_span": {key: span[key] for key in keys} for name, span in (("head", head), ("child", child))}
    return {**ends, **spans, "label": label}


def _trimmed(text: str, span: Span) -> Span:
    """A span without blanks at its edges, where no token begins or ends."""
    inner = text[span.start : span.end]
    start = span.start + len(inner) - len(inner.lstrip())
    return replace(span, start=start, end=start + len(inner.strip()))


def _tokens(text: str, edges: set[int]) -> list[dict[str, Any]]:
    """Words with the punctuation around them cut off, and cut wherever a span begins or ends."""
    cuts = []
    for match in _WORD.finditer(text):
        a, b = match.span()
        head = next((i for i in range(a, b) if not _punctuation(text[i])), b)
        tail = next((i for i in range(b, head, -1) if not _punctuation(text[i - 1])), head)
        ends = sorted(
            {*range(a, head), *range(tail, b), head, tail, b, *(edge for edge in edges if a < edge < b)} - {a}
        )
        cuts += [(x, y) for x, y in zip([a, *ends], ends, strict=False) if x < y]
    return [
        {"text": text[a:b], "start": a, "end": b, "id": number, "ws": text[b : b + 1].isspace()}
        for number, (a, b) in enumerate(cuts)
    ]


def _punctuation(character: str) -> bool:
    return unicodedata.category(character).startswith("P")
