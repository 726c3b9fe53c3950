"""Readings of a document's events, comparable whatever they come from: a run's folder or hand-labelled files."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.errors import ContractError, UsageError
from pipeline.labels.files import LabelBlock, LabelFile, label_paths, read_label_file
from pipeline.labels.stretches import find_stretch
from pipeline.review.cells import Casualty, casualty_text, interval_text, items_of
from pipeline.tables.columns import MENTION_TABLES
from pipeline.tables.reading import has_table, locate_links, locate_mentions, read_events, stream_table

__all__ = ["Evidence", "Reading", "Side", "holds_labels", "read_labels", "read_run", "read_sides", "with_evidence"]

_SENTENCE_END = re.compile(r"[.!?][\"”’)]*(?:\[[^\]\n]{1,20}\])*(?=\s)|(?=\n)|\Z")


class Evidence(NamedTuple):
    """A stretch of the source text behind a cell (source offsets), and the kind by which it is coloured."""

    start: int
    end: int
    kind: str
    rule: str = ""
    """The rule that found it; unknown for a label."""


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
    label: bool = False
    """A person's reading: compared leniently, and only in what labels hold."""
    optional: bool = False
    """A label that asks for nothing: neither its absence nor another reading of it is a change."""
    allowed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Items of a label's cell that may be given or not."""
    mentions: tuple[tuple[str, str], ...] = ()
    """Cell and id of each mention behind a run's reading."""


@dataclass(frozen=True, slots=True)
class Side:
    """All readings of one side by document, and the texts they index."""

    name: str
    readings: dict[str, list[Reading]]
    texts: dict[str, str]
    titles: dict[str, str] = field(default_factory=dict)
    labels: bool = False
    folder: Path | None = None
    """The run's folder; none for labels."""


def holds_labels(path: Path) -> bool:
    """Whether a path names hand-labelled files rather than a run."""
    return path.suffix == ".toml" or (path.is_dir() and any(path.glob("*.toml")) and not (path / "run.json").exists())


def read_sides(old: Path, new: Path, *, corpus: Path | None = None) -> tuple[Side, Side]:
    """Two sides to compare, each a run's folder or hand-labelled files; labels are located in the texts of the other side's run.

    Two sets of labels need ``corpus``, the folder of their texts. Raises `UsageError` or `LabelError`.
    """
    sides = [None if holds_labels(path) else read_run(path) for path in (old, new)]
    run = next((side for side in sides if side is not None), None)
    if run is None and corpus is None:
        raise UsageError("two sets of labels: say with --corpus where their texts are")
    texts = run.texts if run is not None else _corpus_texts(corpus)
    sentences = _sentences(next(p for p, side in zip((old, new), sides, strict=True) if side)) if run else {}
    titles = run.titles if run else {}
    first, second = (
        side or read_labels(path, texts, sentences=sentences, titles=titles)
        for path, side in zip((old, new), sides, strict=True)
    )
    return first, second


def _corpus_texts(corpus: Path | None) -> dict[str, str]:
    # The readers are a stage: only labels without any run need them.
    from pipeline.reading import read_documents

    assert corpus is not None
    return {d.doc_id: d.text for d in read_documents(corpus) if not isinstance(d, Exception)}


# ------------------------------------------------------------------------------------------------------------ runs


def read_run(folder: Path) -> Side:
    """The readings of a run's output folder, CSV or Parquet; raises `UsageError` naming what is missing."""
    readings: dict[str, list[Reading]] = {}
    for number, event in enumerate(read_events(folder), start=1):
        try:
            reading = _reading(event)
        except (KeyError, TypeError, AttributeError) as error:
            raise ContractError(f"{folder}: event {number} is not of the output contract: {error!r}") from error
        readings.setdefault(reading.doc_id, []).append(reading)
    texts, titles = {}, {}
    for row in stream_table(folder, "documents"):
        texts[row["doc_id"]], titles[row["doc_id"]] = row["text"], row["title"] or row["doc_id"]
        readings.setdefault(row["doc_id"], [])
    for some in readings.values():
        some.sort(key=lambda r: (r.start, r.end, r.event_id))
    return Side(str(folder), dict(sorted(readings.items())), texts, titles, folder=folder)


def with_evidence(readings: Iterable[Reading], folder: Path) -> dict[str, Reading]:
    """Readings of a run by event id, with where their dates and citation markers stand and which rule found each mention.

    The events alone do not say so; the mention tables do, and are read for these readings only.
    """
    some = {reading.event_id: reading for reading in readings}
    markers = _citations_of(some, folder)
    wanted = {mention for reading in some.values() for _, mention in reading.mentions}
    wanted |= {mention for mentions in markers.values() for mention in mentions}
    found: dict[str, tuple[int, int, str]] = {}
    for table in MENTION_TABLES:
        if has_table(folder, table):
            found.update(locate_mentions(folder, table, wanted))
    return {name: _grounded(reading, markers.get(name, []), found) for name, reading in some.items()}


def _citations_of(events: Container[str], folder: Path) -> dict[str, list[str]]:
    markers: dict[str, list[str]] = {}
    if has_table(folder, "event_citations"):
        for event, mention in locate_links(folder, "event_citations", events):
            markers.setdefault(event, []).append(mention)
    return markers


def _grounded(reading: Reading, markers: list[str], found: Mapping[str, tuple[int, int, str]]) -> Reading:
    evidence: dict[str, list[Evidence]] = {}
    for cell, mention in (*reading.mentions, *(("citations", marker) for marker in markers)):
        if mention in found:
            start, end, rule = found[mention]
            evidence.setdefault(cell, []).append(Evidence(start, end, _KINDS[cell], rule))
    # A mention that no table holds keeps the place that its event gives it.
    kept = {cell: spans for cell, spans in reading.evidence.items() if len(evidence.get(cell, ())) < len(spans)}
    return replace(reading, evidence={**{cell: tuple(spans) for cell, spans in evidence.items()}, **kept})


_KINDS = {
    "date": "date",
    "places": "place",
    "initiators": "actor",
    "targets": "actor",
    "casualties": "count",
    "citations": "citation",
}


def _reading(event: dict[str, Any]) -> Reading:
    date, actors = event["date"] or {}, event["actors"]
    initiators = [actor for actor in actors if actor["role"] == "initiator"]
    targets = [actor for actor in actors if actor["role"] == "target"]
    places, casualties, citations = event["places"], event["casualties"], event["citations"]
    cells = {
        "type": f"{event['type']}.{event['subtype']}",
        "status": event["status"] or "",
        "attribution": event["attribution"] or "",
        "date": interval_text(date.get("start"), date.get("end")),
        "places": "; ".join([place["text"] for place in places]),
        "initiators": "; ".join([actor["text"] for actor in initiators]),
        "targets": "; ".join([actor["text"] for actor in targets]),
        "casualties": "; ".join([_counted(c) for c in casualties]),
        "citations": "; ".join(map(str, citations)),
    }
    detail = {
        "rule": event["rule"],
        "derivation": date.get("derivation") or "",
        "located": "; ".join([_located(place) for place in places]),
        "actors": "; ".join([actor["name"] or "" for actor in actors]),
    }
    evidence: dict[str, tuple[Evidence, ...]] = {}
    mentions = [("date", date["mention_id"])] if date.get("mention_id") else []
    for cell, some in (
        ("places", places),
        ("initiators", initiators),
        ("targets", targets),
        ("casualties", casualties),
    ):
        if some:
            kind = _KINDS[cell]
            evidence[cell] = tuple([Evidence(m["start"], m["end"], kind) for m in some])
            mentions += [(cell, m["mention_id"]) for m in some]
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
        evidence=evidence,
        mentions=tuple(mentions),
    )


def _counted(count: dict[str, Any]) -> str:
    return casualty_text(Casualty(count["category"], count.get("low"), count.get("high"), count.get("who") or ""))


def _located(place: dict[str, Any]) -> str:
    where = f" @ {place['lat']:.4f},{place['lon']:.4f}" if place.get("lat") is not None else ""
    return f"{place['name']} [{place.get('country') or '–'}, {place['precision']}]{where}"


# ---------------------------------------------------------------------------------------------------------- labels


def read_labels(
    path: Path,
    texts: Mapping[str, str],
    *,
    sentences: Mapping[str, list[tuple[int, int]]] | None = None,
    titles: Mapping[str, str] | None = None,
) -> Side:
    """The readings of hand-labelled files, located in ``texts``; documents without a text are left out.

    Raises `LabelError` with file and line where an event cannot be located.
    """
    readings: dict[str, list[Reading]] = {}
    for file in map(read_label_file, label_paths(path)):
        text = texts.get(file.doc_id)
        if text is None:
            continue
        cuts = (sentences or {}).get(file.doc_id, [])
        readings[file.doc_id] = sorted(
            (_label(file, block, text, cuts) for block in file.blocks), key=lambda r: (r.start, r.end, r.event_id)
        )
    kept = {doc_id: texts[doc_id] for doc_id in readings}
    names = {doc_id: (titles or {}).get(doc_id, doc_id) for doc_id in readings}
    return Side(str(path), dict(sorted(readings.items())), kept, names, labels=True)


def _label(file: LabelFile, block: LabelBlock, text: str, cuts: list[tuple[int, int]]) -> Reading:
    start, end = find_stretch(block.trigger, text, f"{file.path}:{block.line}")
    fields = block.fields
    low, high = _sentence_at(text, start, cuts)
    cells = {
        "type": str(fields.get("type", "")),
        "status": str(fields.get("status", "")),
        "attribution": "",
        "date": str(fields.get("date", "")),
        "places": "; ".join(fields.get("places", ())),
        "initiators": "; ".join(fields.get("initiator", ())),
        "targets": "; ".join(fields.get("target", ())),
        "casualties": "; ".join(_counted(c) for c in fields.get("casualties", ())),
        "citations": "; ".join(map(str, fields.get("citations", ()))),
    }
    actors = tuple(fields.get("opt_actors", ()))
    allowed = {
        "places": tuple(fields.get("opt_places", ())),
        "initiators": actors,
        "targets": actors,
        "citations": tuple(map(str, fields.get("opt_citations", ()))),
    }
    evidence = {
        cell: tuple(spans)
        for cell, kind in (("places", "place"), ("initiators", "actor"), ("targets", "actor"))
        if (spans := list(_named(items_of(cells[cell]), kind, text, low, high)))
    }
    return Reading(
        doc_id=file.doc_id,
        event_id=f"{file.path.name}:{block.line}",
        start=start,
        end=end,
        trigger=text[start:end],
        sentence=(low, high),
        cells=cells,
        evidence=evidence,
        label=True,
        optional=bool(fields.get("opt")),
        allowed={cell: names for cell, names in allowed.items() if names},
    )


def _named(items: Iterable[str], kind: str, text: str, low: int, high: int) -> Iterable[Evidence]:
    """Where the names of a label stand in its sentence: labels give words, not offsets."""
    for item in items:
        for name in item.split("|"):
            at = text.find(name, low, high)
            if at >= 0:
                yield Evidence(at, at + len(name), kind)


def _sentence_at(text: str, start: int, cuts: list[tuple[int, int]]) -> tuple[int, int]:
    if cuts:
        cut = cuts[max(0, bisect_right(cuts, (start, len(text))) - 1)]
        if cut[0] <= start < cut[1]:
            return cut
    # Without a run's sentences: from the last full stop or line end to the next, markers included.
    low = line = text.rfind("\n", 0, start) + 1
    for match in _SENTENCE_END.finditer(text, line, start):
        low = match.end() + 1
    end = _SENTENCE_END.search(text, start)
    return min(low, start), end.end() if end else len(text)


def _sentences(folder: Path) -> dict[str, list[tuple[int, int]]]:
    cuts: dict[str, list[tuple[int, int]]] = {}
    if has_table(folder, "sentences"):
        for row in stream_table(folder, "sentences"):
            cuts.setdefault(row["doc_id"], []).append((row["start"], row["end"]))
    return {doc_id: sorted(some) for doc_id, some in cuts.items()}
