"""Findings → rows: plain tuples in the order of the declared columns, with ids, and offsets led back to the source text."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from pipeline.records import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.records import Event, Findings, Mention

__all__ = ["Cell", "Row", "Rows", "rows_of"]

Cell = str | int | float | None
Row = tuple[Cell, ...]
Rows = dict[str, list[Row]]


def rows_of(findings: Findings) -> tuple[Rows, list[dict[str, Any]]]:
    """The rows of every table of one document, and its nested events as ``events.jsonl`` holds them.

    >>> from pipeline import extract
    >>> rows, nested = rows_of(extract("Kut fell on 29 April 1916.[1]", doc_id="kut"))
    >>> {name: len(some) for name, some in rows.items()}
    {'documents': 1, 'sentences': 1, 'dates': 1, 'places': 1, 'citations': 1, 'event_places': 1, 'event_citations': 1, 'events': 1}
    >>> nested[0]["trigger"], nested[0]["citations"]
    ({'text': 'fell', 'start': 4, 'end': 8}, ['1'])
    """
    writer = _DocumentRows(findings)
    return writer.rows, writer.nested


class _DocumentRows:
    """Builds the rows of one document; the ids are made here and nowhere else."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.doc_id = findings.document.doc_id
        self.source = findings.clean.source
        self.rows: Rows = defaultdict(list)
        self.nested: list[dict[str, Any]] = []
        # A text of nothing but markers has no sentence, and its markers need one to stand in.
        self.sentences = findings.sentences or (Sentence(0, 0, 0, 0, 0, "prose", "", 0),)
        self.sent_ids = self._sentence_ids()
        # The id and the source offsets of every mention that has a row: every event that it belongs to asks for them again.
        self._told: dict[int, tuple[str, int, int]] = {}
        self._to_source = findings.clean.to_source
        self._sentence_spans = [self._to_source(sentence.start, sentence.end) for sentence in self.sentences]
        self._taken: dict[str, int] = {}
        self._starts = [sentence.start for sentence in self.sentences]
        self._documents()
        self._sentences()
        self._mentions()
        self._events()

    # -------------------------------------------------------------------------------------------------------- ids

    def _sentence_ids(self) -> list[str]:
        """Made of the document and the sentence's words, so that an edit elsewhere changes no id."""
        ids: list[str] = []
        seen: dict[str, int] = defaultdict(int)
        for sentence in self.sentences:
            words = self.findings.clean.text[sentence.start : sentence.end]
            digest = hashlib.sha256(" ".join(words.split()).encode("utf-8", "surrogatepass")).hexdigest()[:10]
            seen[digest] += 1
            ids.append(f"{self.doc_id}/{digest}" + (f".{seen[digest]}" if seen[digest] > 1 else ""))
        return ids

    def _mint(self, kind: str, sentence: int, start: int) -> str:
        base = f"{self.sent_ids[sentence]}/{kind}-{start - self._starts[sentence]}"
        self._taken[base] = n = self._taken.get(base, 0) + 1
        return base if n == 1 else f"{base}.{n}"

    def _cells(self, kind: str, mention: Mention[Any]) -> tuple[str, str, str, int, int, str]:
        """The cells with which the row of any mention begins."""
        at = mention.start
        # A marker stands where it was cut: the sentence it closes, not the one that begins there.
        sentence = max(0, bisect_right(self._starts, at - 1 if mention.source else at) - 1)
        start, end = mention.source or self._to_source(at, mention.end)
        mention_id = self._mint(kind, sentence, at)
        self._told[id(mention)] = mention_id, start, end
        return mention_id, self.doc_id, self.sent_ids[sentence], start, end, self.source[start:end]

    # ----------------------------------------------------------------------------------------------------- tables

    def _documents(self) -> None:
        d, f = self.findings.document, self.findings
        digest = hashlib.sha256(self.source.encode("utf-8", "surrogatepass")).hexdigest()
        counts = (len(self.source), len(self.sentences), len(f.events))
        row = (
            d.doc_id,
            d.title,
            d.source,
            d.format,
            self.source,
            *counts,
            d.reference_date,
            d.language,
            digest,
            d.license,
        )
        self.rows["documents"].append(row)

    def _sentences(self) -> None:
        for sentence, sent_id, (start, end) in zip(self.sentences, self.sent_ids, self._sentence_spans, strict=True):
            row = (sent_id, self.doc_id, start, end, sentence.section, sentence.kind, self.source[start:end])
            self.rows["sentences"].append(row)

    def _mentions(self) -> None:
        found = self.findings.mentions
        dates = {}
        for m in found.dates:
            cells = self._cells("date", m)
            dates[m.start] = cells[0]
            v = m.value
            anchor = dates.get(v.anchor) if v.anchor is not None else None
            derived = (v.type, v.value, v.mod, v.start, v.end, v.granularity, v.derivation, anchor)
            self.rows["dates"].append((*cells, *derived, m.rule))
        for p in found.places:
            w = p.value
            located = (w.name, w.kind, w.country, w.admin1, w.lat, w.lon, w.geonameid, w.precision, w.relation)
            self.rows["places"].append((*self._cells("place", p), *located, p.rule))
        for a in found.actors:
            x = a.value
            self.rows["actors"].append(
                (*self._cells("actor", a), x.actor_id, x.name, x.kind, x.country, x.side, a.rule)
            )
        for c in found.counts:
            n = c.value
            counted = (n.category, n.low, n.high, n.bound, n.who, n.who_kind)
            self.rows["counts"].append((*self._cells("count", c), *counted, c.rule))
        for k in found.citations:
            z = k.value
            self.rows["citations"].append((*self._cells("citation", k), z.label, z.kind, z.target, z.url, k.rule))

    def _events(self) -> None:
        events = self.findings.events
        event_ids = [self._mint("event", event.sentence, event.trigger.start) for event in events]
        for event, event_id in zip(events, event_ids, strict=True):
            duplicate = event_ids[event.duplicate_of] if event.duplicate_of is not None else None
            self._links(event, event_id)
            self.rows["events"].append(self._event_row(event, event_id, duplicate))
            self.nested.append(self._nested_event(event, event_id, duplicate))

    def _links(self, event: Event, event_id: str) -> None:
        for place in event.places:
            self.rows["event_places"].append((event_id, self._told[id(place.mention)][0], place.role))
        for actor in event.actors:
            self.rows["event_actors"].append((event_id, self._told[id(actor.mention)][0], actor.role))
        for count in event.counts:
            self.rows["event_counts"].append((event_id, self._told[id(count)][0]))
        for citation in event.citations:
            self.rows["event_citations"].append((event_id, self._told[id(citation)][0]))

    def _event_row(self, event: Event, event_id: str, duplicate: str | None) -> Row:
        trigger, kind = event.trigger, event.trigger.value
        start, end = self._to_source(trigger.start, trigger.end)
        date = event.date
        when: Row = (date.start, date.end, date.granularity, date.derivation) if date else (None,) * 4
        date_id = self._told[id(event.date_mention)][0] if event.date_mention else None
        first = event.places[0].mention.value if event.places else None
        where: Row = (first.name, first.country, first.lat, first.lon, first.precision) if first else (None,) * 5
        a, b = self._sentence_spans[event.sentence]
        return (
            event_id,
            self.doc_id,
            self.sent_ids[event.sentence],
            kind.type,
            kind.subtype,
            event.status,
            event.attribution,
            self.source[start:end],
            start,
            end,
            *when,
            date_id,
            *where,
            self._joined([a.mention.value.name for a in event.actors if a.role == "initiator"]),
            self._joined([a.mention.value.name for a in event.actors if a.role == "target"]),
            *self._casualties(event, "killed"),
            *self._casualties(event, "wounded"),
            self._joined([c.value.label for c in event.citations]),
            self.source[a:b],
            trigger.rule,
            duplicate,
        )

    @staticmethod
    def _joined(names: Iterable[str]) -> str | None:
        return "; ".join(names) or None

    @staticmethod
    def _casualties(event: Event, category: str) -> tuple[int | None, int | None]:
        """Sums over the victims of one category; open where one of them is open."""
        if not event.counts:
            return None, None
        counts = [c.value for c in event.counts if c.value.category == category]
        if not counts:
            return None, None
        lows, highs = [c.low for c in counts], [c.high for c in counts]
        low = sum(n for n in lows if n is not None) if any(n is not None for n in lows) else None
        high = None if None in highs else sum(n for n in highs if n is not None)
        return low, high

    def _nested_event(self, event: Event, event_id: str, duplicate: str | None) -> dict[str, Any]:
        start, end = self._to_source(event.trigger.start, event.trigger.end)
        sentence = self.sentences[event.sentence]
        a, b = self._sentence_spans[event.sentence]
        return {
            "event_id": event_id,
            "doc_id": self.doc_id,
            "type": event.trigger.value.type,
            "subtype": event.trigger.value.subtype,
            "status": event.status,
            "attribution": event.attribution,
            "trigger": {"text": self.source[start:end], "start": start, "end": end},
            "date": self._nested_date(event),
            "places": [self._nested_place(p.role, p.mention) for p in event.places],
            "actors": [self._nested_actor(x.role, x.mention) for x in event.actors],
            "casualties": [self._nested_count(c) for c in event.counts],
            "citations": [c.value.label for c in event.citations],
            "sentence": {"start": a, "end": b, "text": self.source[a:b]},
            "section": sentence.section,
            "rule": event.trigger.rule,
            "duplicate_of": duplicate,
        }

    def _nested_date(self, event: Event) -> dict[str, Any] | None:
        date, mention = event.date, event.date_mention
        if date is None or date.start is None:
            return None
        cells = {"start": date.start, "end": date.end, "granularity": date.granularity, "derivation": date.derivation}
        if mention is None:
            return {**cells, "text": None, "mention_id": None}
        mention_id, a, b = self._told[id(mention)]
        return {**cells, "text": self.source[a:b], "mention_id": mention_id}

    def _nested_place(self, role: str, mention: Mention[Any]) -> dict[str, Any]:
        mention_id, start, end = self._told[id(mention)]
        v = mention.value
        where = {"name": v.name, "country": v.country, "lat": v.lat, "lon": v.lon, "precision": v.precision}
        text = self.source[start:end]
        return {"text": text, "start": start, "end": end, "role": role, **where, "mention_id": mention_id}

    def _nested_actor(self, role: str, mention: Mention[Any]) -> dict[str, Any]:
        mention_id, start, end = self._told[id(mention)]
        v = mention.value
        a, b = self._to_source(*v.antecedent) if v.antecedent else (start, end)
        cells = {"text": self.source[a:b], "start": start, "end": end, "role": role}
        return {**cells, "actor_id": v.actor_id, "name": v.name, "mention_id": mention_id}

    def _nested_count(self, mention: Mention[Any]) -> dict[str, Any]:
        mention_id, start, end = self._told[id(mention)]
        v = mention.value
        cells = {"category": v.category, "low": v.low, "high": v.high, "who": v.who}
        return {
            **cells,
            "text": self.source[start:end],
            "start": start,
            "end": end,
            "mention_id": mention_id,
        }
