"""Articles for brat: ``.txt`` and ``.ann`` in standoff format, ``annotation.conf`` and ``visual.conf``.

Offsets are code points of the text, which is written unchanged. A span that runs over a line's end is written in fragments, as brat asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from pipeline.exports.annotations import MENTION_LABELS, ROLES, Annotations, Span, annotate, event_labels
from pipeline.exports.articles import read_articles
from pipeline.exports.left_out import sidecar
from pipeline.records import STATUSES
from pipeline.tables.files import atomic

__all__ = ["export_brat"]

_LINE_ENDS = re.compile(r"[\n\r\t]+")
_COLOURS = {"Date": "#dcebfb", "Place": "#daf1e0", "Actor": "#ece0f7", "Count": "#fbdedd", "Citation": "#ebe8e0"}


def export_brat(run: Path, out: Path) -> tuple[int, int]:
    """Write a collection that brat opens, and say how many documents it holds and how many events are left out."""
    types: set[str] = set()
    written = 0
    with sidecar(out / "left-out.csv") as left_out:
        for article in read_articles(run):
            found = annotate(article)
            types.update(event.label for event in found.events)
            left_out.extend(found.left_out)
            # brat names documents by their files; quoting keeps different ids different.
            name = quote(article.doc_id, safe="")
            _write(out / f"{name}.txt", article.text)
            _write(out / f"{name}.ann", "".join(f"{line}\n" for line in _lines(article.text, found)))
            written += 1
    labels = event_labels(types)
    _write(out / "annotation.conf", _annotation_conf(labels))
    _write(out / "visual.conf", _visual_conf(labels))
    return written, left_out.events


def _write(path: Path, text: str) -> None:
    with atomic(path) as stream:
        stream.write(text.encode("utf-8", "surrogatepass"))


def _lines(text: str, found: Annotations) -> Iterator[str]:
    """Text-bound annotations, then events with their arguments, status, and the repeated reports, then notes."""
    bound = {span.id: f"T{number}" for number, span in enumerate(found.spans, start=1)}
    for span in found.spans:
        yield _bound(bound[span.id], span, text)
    events = {event.id: f"E{number}" for number, event in enumerate(found.events, start=1)}
    relations = 0
    for number, event in enumerate(found.events, start=1):
        seen: dict[str, int] = {}
        arguments = []
        for role, span_id in event.arguments:
            seen[role] = seen.get(role, 0) + 1
            arguments.append(f"{role.capitalize()}{seen[role] if seen[role] > 1 else ''}:{bound[span_id]}")
        yield f"{events[event.id]}\t{' '.join([f'{_name(event.label)}:{bound[event.id]}', *arguments])}"
        yield f"A{number}\tStatus {events[event.id]} {event.status}"
        if event.duplicate_of in events:
            relations += 1
            yield f"R{relations}\tRetells Arg1:{events[event.id]} Arg2:{events[event.duplicate_of]}"
    for number, span in enumerate((span for span in found.spans if span.value), start=1):
        yield f"#{number}\tAnnotatorNotes {events.get(span.id) or bound[span.id]}\t{span.value}"


def _bound(number: str, span: Span, text: str) -> str:
    """A text-bound annotation; a line's end splits it into fragments, whose words are joined by a blank."""
    fragments, at = [], span.start
    for gap in _LINE_ENDS.finditer(text, span.start, span.end):
        fragments.append((at, gap.start()))
        at = gap.end()
    fragments = [(a, b) for a, b in (*fragments, (at, span.end)) if a < b]
    places = ";".join(f"{a} {b}" for a, b in fragments)
    return f"{number}\t{_name(span.label)} {places}\t{' '.join(text[a:b] for a, b in fragments)}"


def _name(label: str) -> str:
    """A label as brat allows it: letters, digits, ``-`` and ``_``."""
    return label.replace(".", "_")


def _annotation_conf(labels: list[str]) -> str:
    many = "*" if len(ROLES) > 1 else ""
    roles = [f"{role.capitalize()}{'?' if role == 'date' else many}:{label}" for role, label in ROLES.items()]
    lines = ["[entities]", *MENTION_LABELS.values(), "", "[relations]", "Retells\tArg1:<EVENT>, Arg2:<EVENT>"]
    lines += ["<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>", "", "[events]"]
    group = ""
    for label in labels:
        kind = label.partition(".")[0]
        if kind != group:
            lines.append(f"!{kind}")
            group = kind
        lines.append(f"\t{_name(label)}\t{', '.join(roles)}")
    lines += ["", "[attributes]", f"Status\tArg:<EVENT>, Value:{'|'.join(STATUSES)}"]
    return "\n".join(lines) + "\n"


def _visual_conf(labels: list[str]) -> str:
    shown = [f"{_name(label)} | {label} | {label.partition('.')[2]}" for label in labels]
    colours = [f"{label}\tbgColor:{colour}" for label, colour in _COLOURS.items()]
    defaults = ["SPAN_DEFAULT\tfgColor:black, bgColor:#ffe9b8, borderColor:darken"]
    return "\n".join(["[labels]", *shown, "", "[drawing]", *defaults, *colours]) + "\n"
