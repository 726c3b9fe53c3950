"""A finished run as the report needs it: dated events, located places, victims, and the documents with their mentions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.pages.dates import written
from pipeline.pages.titles import heading
from pipeline.rules.exports import countries
from pipeline.rules.grammar import POSSESSIVES
from pipeline.tables.reading import read_events, read_table

__all__ = ["Dated", "Located", "Run", "Victims", "read_for_report"]

_OWNED = POSSESSIVES | {"our"}


@dataclass(frozen=True, slots=True)
class Dated:
    """An event with a day or an interval."""

    start: str
    end: str
    type: str
    label: str
    title: str


@dataclass(frozen=True, slots=True)
class Located:
    """A place with coordinates, and how many events happened there."""

    name: str
    lat: float
    lon: float
    precision: str
    number: int


@dataclass(frozen=True, slots=True)
class Victims:
    """A number of victims on a day."""

    start: str
    when: str
    """The event's date as people write it."""
    category: str
    low: int | None
    high: int | None
    said: str


@dataclass(frozen=True, slots=True)
class Run:
    """The tables of a run that the report draws from."""

    name: str
    documents: list[dict[str, Any]]
    events: list[dict[str, Any]]
    quarantined: int
    folder: Path

    def dated(self, events: Sequence[dict[str, Any]] | None = None) -> list[Dated]:
        """The events that have a first and a last day; planned and negated ones did not happen and are left out."""
        titles = {d["doc_id"]: d["title"] for d in self.documents}
        chosen = self.events if events is None else events
        happened = [
            e
            for e in chosen
            if e["date"] and e["date"]["start"] and e["date"]["end"] and e["status"] in ("asserted", "reported")
        ]
        return [
            Dated(e["date"]["start"], e["date"]["end"], e["type"], _label(e), titles[e["doc_id"]]) for e in happened
        ]

    def located(self) -> list[Located]:
        """The places of events with coordinates, those with most events first."""
        number: Counter[tuple[str, float, float, str]] = Counter()
        for event in self.events:
            for place in event["places"]:
                if place["lat"] is not None and place["precision"] != "none":
                    number[place["name"], place["lat"], place["lon"], place["precision"]] += 1
        ranked = sorted(number.items(), key=lambda item: (-item[1], item[0]))
        return [Located(*place, number=count) for place, count in ranked]

    def victims(self) -> list[Victims]:
        """The numbers of victims of dated events, in order of time."""
        found = []
        for event in self.events:
            if not event["date"] or event["status"] not in ("asserted", "reported"):
                continue
            for count in event["casualties"]:
                when = written(event["date"]["start"], event["date"]["end"])
                said = f"{count['text']} ({when}, {_label(event)})"
                found.append(
                    Victims(event["date"]["start"], when, count["category"], count["low"], count["high"], said)
                )
        return sorted(found, key=lambda v: (_key(v.start), v.said))

    def dyads(self, most: int = 12) -> tuple[list[str], list[str], dict[tuple[str, str], int]]:
        """Who acted against whom: initiators and targets of the most frequent pairs, and the number of events of each pair.

        Governments and their forces stand under their country; crops and bridges, and *his regiments*, are left out.
        """
        parties = {row["mention_id"]: party for row in read_table(self.folder, "actors") if (party := _party(row))}
        pairs: Counter[tuple[str, str]] = Counter()
        for event in self.events:
            if event["status"] not in ("asserted", "reported"):
                continue
            by_role: dict[str, dict[str, None]] = defaultdict(dict)
            for actor in event["actors"]:
                if actor["mention_id"] in parties:
                    by_role[actor["role"]][parties[actor["mention_id"]]] = None
            pairs.update((a, b) for a in by_role["initiator"] for b in by_role["target"] if a != b)
        initiators: list[str] = []
        targets: list[str] = []
        for (initiator, target), _ in sorted(pairs.items(), key=lambda item: (-item[1], item[0])):
            fits = (initiator in initiators or len(initiators) < most) and (target in targets or len(targets) < most)
            if fits:
                initiators += [] if initiator in initiators else [initiator]
                targets += [] if target in targets else [target]
        return initiators, targets, dict(pairs)

    def mentions_of(self, doc_ids: Iterable[str]) -> dict[str, list[tuple[str, dict[str, Any]]]]:
        """All mentions of some documents, each with its kind, in reading order."""
        wanted = set(doc_ids)
        found: dict[str, list[tuple[str, dict[str, Any]]]] = {doc: [] for doc in sorted(wanted)}
        for kind in ("date", "place", "actor", "count", "citation"):
            for row in read_table(self.folder, f"{kind}s"):
                if row["doc_id"] in wanted:
                    found[row["doc_id"]].append((kind, row))
        for rows in found.values():
            rows.sort(key=lambda item: (item[1]["start"], -item[1]["end"], item[0]))
        return found

    def sentences_of(self, doc_ids: Iterable[str]) -> dict[str, list[dict[str, Any]]]:
        """The sentences, headings and other lines of some documents, in reading order."""
        found: dict[str, list[dict[str, Any]]] = {doc: [] for doc in doc_ids}
        for row in read_table(self.folder, "sentences"):
            if row["doc_id"] in found:
                found[row["doc_id"]].append(row)
        return found


def _key(date: str) -> tuple[int, str]:
    """Sorts ISO days with BC years before the others and in their order."""
    year, _, rest = date.removeprefix("-").partition("-")
    return (-int(year) if date.startswith("-") else int(year)), rest


def _party(actor: dict[str, Any]) -> str:
    """What an actor goes by among others; empty for what is nobody, or somebody only where it stands."""
    if actor["kind"] == "other" or actor["name"].partition(" ")[0].lower() in _OWNED:
        return ""
    country = countries().get(actor["country"] or "")
    return country.name if country and actor["kind"] != "civilians" else str(actor["name"])


def _label(event: dict[str, Any]) -> str:
    where = f" at {event['places'][0]['text']}" if event["places"] else ""
    return f"{event['type'].lower()} {event['subtype']} “{event['trigger']['text']}”{where}"


def read_for_report(folder: Path) -> Run:
    """The run in a folder; raises `UsageError` where it is none.

    >>> import tempfile
    >>> from pipeline.batch import Options, run_batch
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "kut.txt").write_text("Kut fell on 29 April 1916.[1]")
    ...     _ = run_batch(Options((f"{folder}/kut.txt",), Path(folder, "out")), lambda progress: None)
    ...     print([(place.name, place.number) for place in read_for_report(Path(folder, "out")).located()])
    [('Al-Kut', 1)]
    """
    events = list(read_events(folder))
    documents = read_table(folder, "documents")
    for document in documents:
        document["title"] = heading(document["title"])
    return Run(folder.resolve().name, documents, events, len(read_table(folder, "quarantine")), folder)
