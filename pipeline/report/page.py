"""The report page: the story in numbers, three pictures with their tables, and every document with its events in the margin."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from pipeline.pages import render
from pipeline.pages.annotated import OTHER_COLOUR, TYPE_COLOURS, annotated, references
from pipeline.pages.dates import written
from pipeline.report.charts import casualty_chart, far_apart, timeline_chart
from pipeline.report.drawing import draw
from pipeline.report.maps import in_window, map_chart
from pipeline.report.run import Dated, Run

__all__ = ["report_page", "run_timeline"]

MOST_CHARACTERS = 200_000
"""Text that is shown with its marks; beyond it documents are sampled, and the page says so."""
MOST_EVENTS = 20_000
"""Rows of the event table."""
MOST_TIMELINE = 1_500
"""Events drawn on a timeline."""
MOST_ROWS = 40
"""Documents on the timeline of a run."""
MOST_PAIRS = 20
"""Pairs of who acted against whom, where they stand one below the other."""
MOST_PICTURES = 24
"""Documents that get a timeline of their own; drawing one takes a tenth of a second."""


def report_page(run: Run) -> str:
    """The page of a run."""
    shown = _sample(run.documents)
    wanted = {document["doc_id"] for document in shown}
    mentions = run.mentions_of(wanted)
    sentences = run.sentences_of(wanted)
    by_document: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for event in run.events:
        by_document[event["doc_id"]].append(event)
    titles = {document["doc_id"]: document["title"] for document in run.documents}
    own = len(shown) <= MOST_PICTURES
    sections = [
        _section(run, d, mentions[d["doc_id"]], by_document[d["doc_id"]], sentences[d["doc_id"]], timeline=own)
        for d in shown
    ]
    initiators, targets, pairs = run.dyads()
    return render(
        "report.html",
        title=f"Events of {next(iter(titles.values())) if len(titles) == 1 else f'{len(titles):,} documents'}",
        run=run,
        numbers=_numbers(run),
        notes=_notes(run, shown),
        types=_types(run),
        timeline=_picture(run_timeline(run)),
        own_scales=far_apart(run.dated()),
        map=_picture(map_chart(run.located())),
        places=run.located()[:200],
        far_away=len(run.located()) - len(in_window(run.located())),
        casualties=_picture(casualty_chart(run.victims())),
        victims=run.victims()[:500],
        initiators=initiators,
        targets=targets,
        pairs=pairs,
        pair_rows=_pair_rows(initiators, targets, pairs),
        pairs_shown=MOST_PAIRS,
        most=max(pairs.values(), default=1),
        rows=[_row(event, titles[event["doc_id"]], event["doc_id"] in wanted) for event in run.events[:MOST_EVENTS]],
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
    drawn, dated = _drawn(run), run.dated()
    if len(drawn) < len(dated):
        rows, titles = len({event.title for event in drawn}), len({event.title for event in dated})
        of = f" of {rows} of {titles} documents" if rows < titles else ""
        notes.append(f"The timeline draws {len(drawn):,} of {len(dated):,} dated events{of}, taken evenly.")
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
        (name, n, TYPE_COLOURS.get(name.partition(".")[0], OTHER_COLOUR))
        for name, n in sorted(counts.items(), key=lambda x: (-x[1], x[0]))
    ]


def run_timeline(run: Run) -> Any:
    """The timeline of a whole run: a row a document, or a row an event type where there is one document; None without a dated event."""
    drawn = _drawn(run)
    return timeline_chart(drawn, rows="document" if len({event.title for event in drawn}) > 1 else "type")


def _drawn(run: Run) -> list[Dated]:
    """The events of the timeline: all, or of a large run so many documents and events as a picture holds, taken evenly."""
    dated = run.dated()
    titles = list(dict.fromkeys(event.title for event in dated))
    keep = set(titles[:: -(-len(titles) // MOST_ROWS)] if titles else ())
    dated = [event for event in dated if event.title in keep]
    return dated[:: -(-len(dated) // MOST_TIMELINE)] if dated else []


def _pair_rows(
    initiators: Sequence[str], targets: Sequence[str], pairs: dict[tuple[str, str], int]
) -> list[tuple[str, str, int]]:
    """The most frequent pairs one below the other, where few of them share a side and a matrix would be a diagonal; else none."""
    filled = sum((a, b) in pairs for a in initiators for b in targets)
    if filled >= 1.5 * max(len(initiators), len(targets)):
        return []
    ranked = sorted(pairs.items(), key=lambda item: (-item[1], item[0]))
    return [(a, b, number) for (a, b), number in ranked[:MOST_PAIRS]]


def _picture(chart: Any) -> str:
    if chart is None:
        return ""
    drawn = draw(chart)
    assert isinstance(drawn, str)
    return drawn


def _row(event: dict[str, Any], title: str, linked: bool) -> list[str]:
    by_role: dict[str, list[str]] = defaultdict(list)
    for actor in event["actors"]:
        by_role[actor["role"]].append(actor["text"])
    date = event["date"] or {}
    return [
        event["event_id"] if linked else "",
        date.get("start") or "",
        written(date.get("start"), date.get("end")),
        f"{event['type']}.{event['subtype']}",
        event["status"],
        event["trigger"]["text"],
        "; ".join(place["text"] for place in event["places"]),
        "; ".join(by_role["initiator"]),
        "; ".join(by_role["target"]),
        "; ".join(f"{c['category']} {c['text']}" for c in event["casualties"]),
        title,
    ]


# ------------------------------------------------------------------------------------------------------- documents


def _section(
    run: Run,
    document: dict[str, Any],
    mentions: Sequence[tuple[str, dict[str, Any]]],
    events: Sequence[dict[str, Any]],
    sentences: Sequence[dict[str, Any]],
    *,
    timeline: bool,
) -> dict[str, Any]:
    """One document: its paragraphs as pieces, the events of each, and the references its markers point to."""
    return {
        "document": document,
        "paragraphs": annotated(document["text"], mentions, events, sentences),
        "number": len(events),
        "timeline": _picture(timeline_chart(run.dated(events), rows="type")) if timeline and len(events) > 2 else "",
        "references": references(mentions),
    }
