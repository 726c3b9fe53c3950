"""Intake: inputs → the shards that must be processed; what is known, doubled or unreadable is dealt with on the way."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from pipeline.batch.work import Quarantined, Task
from pipeline.errors import DocumentError
from pipeline.reading import Record, Source, split_source
from pipeline.reading.record import title_from_id

if TYPE_CHECKING:
    from pipeline.batch.options import Options
    from pipeline.batch.store import Store
    from pipeline.batch.work import Outcome

__all__ = ["Intake", "Progress"]

_SHARD = 120_000
"""Characters of a shard: some tenths of a second of work, so that two workers end together."""
_SHARD_DOCUMENTS = 200


@dataclass(slots=True)
class Progress:
    """How far a batch is; the same object all along."""

    phase: str = "reading"
    share: float | None = None
    """How much of the phase is done, where that is not a matter of bytes read."""
    documents: int = 0
    characters: int = 0
    events: int = 0
    quarantined: int = 0
    faults: int = 0
    """Those of the quarantined that could not even be cut out of their source."""
    reused: int = 0
    skips: Counter[str] = field(default_factory=Counter)
    """Passed-over documents by why: ``redirect``, ``no article``, ``not asked for``, ``not in the sample``, ``repeated`` …"""
    bytes_read: int = 0
    bytes_total: int = 0
    seconds: float = 0.0
    stages: Counter[str] = field(default_factory=Counter)

    @property
    def skipped(self) -> int:
        """How many documents were passed over."""
        return self.skips.total()


class Intake:
    """The records of the inputs, checked against the store; counts what becomes of them in ``progress``."""

    def __init__(
        self, options: Options, sources: Sequence[Source], store: Store, progress: Progress, tell: Callable[[], None]
    ) -> None:
        self.options = options
        self.sources = sources
        self.store = store
        self.progress = progress
        self.renamed = 0
        self._tell = tell
        self._pending: dict[str, bytes] = {}

    def tasks(self) -> Iterator[Task]:
        """The shards to process."""
        shard: list[tuple[bytes, Record]] = []
        weight = number = 0
        for key, record in self._new_records():
            shard.append((key, record))
            weight += len(record.payload)
            if weight >= _SHARD or len(shard) >= _SHARD_DOCUMENTS:
                yield Task(number, tuple(shard))
                shard, weight, number = [], 0, number + 1
        if shard:
            yield Task(number, tuple(shard))

    def _new_records(self) -> Iterator[tuple[bytes, Record]]:
        """The records that must be processed; those already known are taken over on the way."""
        for record in self._records():
            self.progress.documents += 1
            if isinstance(record, DocumentError):
                self._fault(record)
                continue
            if record.skip or (self.options.sample and not self._sampled(record)):
                self._skip(record, record.skip or "not in the sample")
                continue
            key = _key(record)
            met = self._met(record)
            if met is not None and _same_content(met, key):
                self._skip(record, "repeated")
                continue
            if met is not None:
                # Another document of the same name: its content tells them apart.
                record = record.renamed(f"{record.doc_id}~{key[:4].hex()}")  # noqa: PLW2901
                if self._met(record) is not None:
                    self._skip(record, "repeated")
                    continue
                self.renamed += 1
                key = _key(record)
            known = self.store.known(record.doc_id)
            if known and known[0] == key and not (known[2] and self.options.retry):
                self._reuse(record, quarantined=known[2])
                continue
            self._pending[record.doc_id] = key
            yield key, record

    def _met(self, record: Record) -> bytes | None:
        """The key of a document of the same id that came earlier in this run."""
        if record.doc_id in self._pending:
            return self._pending[record.doc_id]
        known = self.store.known(record.doc_id)
        return known[0] if known and known[1] else None

    def _records(self) -> Iterator[Record | DocumentError]:
        taken = 0
        for source in self.sources:
            for record in split_source(source, self.options.encoding):
                if self.options.limit is not None and taken >= self.options.limit:
                    return
                if isinstance(record, Record) and not record.skip and not self._selected(record):
                    record = replace(record, skip="not asked for")  # noqa: PLW2901
                taken += isinstance(record, DocumentError) or not record.skip
                yield record

    def _selected(self, record: Record) -> bool:
        """Of the titles and categories asked for."""
        titles, categories = self.options.titles, self.options.categories
        return (not titles or _any_like([record.title or title_from_id(record.doc_id)], titles)) and (
            not categories or _any_like(_categories(record), categories)
        )

    def _sampled(self, record: Record) -> bool:
        """Chosen by its id, so that the same documents are taken whatever else is in the input."""
        sample = self.options.sample
        assert sample is not None
        share = int.from_bytes(hashlib.sha256(record.doc_id.encode()).digest()[:6], "big") / 2**48
        return share < sample.number

    def done(self, outcome: Outcome) -> None:
        """Put what became of a record into the store."""
        self.store.put(outcome)
        self._pending.pop(outcome.doc_id, None)
        self.progress.bytes_read += outcome.weight
        self.progress.characters += outcome.characters
        self.progress.events += outcome.events
        self.progress.quarantined += outcome.quarantined is not None
        self.progress.stages.update(outcome.seconds)
        self._tell()

    def _fault(self, error: DocumentError) -> None:
        if self.store.put_fault(Quarantined.of(error)):
            self.progress.quarantined += 1
            self.progress.faults += 1
        else:
            self.progress.skips["repeated"] += 1
        self._tell()

    def _skip(self, record: Record, why: str) -> None:
        self.progress.skips[why] += 1
        self.progress.bytes_read += record.weight
        self._tell()

    def _reuse(self, record: Record, *, quarantined: bool) -> None:
        characters, events = self.store.keep(record.doc_id)
        self.progress.reused += 1
        self.progress.quarantined += quarantined
        self.progress.bytes_read += record.weight
        self.progress.characters += characters
        self.progress.events += events
        self._tell()


def _any_like(names: Sequence[str], wanted: Sequence[str]) -> bool:
    return any(fnmatchcase(name.casefold(), pattern.casefold()) for name in names for pattern in wanted)


def _categories(record: Record) -> list[str]:
    if record.format not in ("wikitext", "dump"):
        return []
    from pipeline.reading.wikitext import categories_of

    try:
        return categories_of(record.text())
    except DocumentError:
        return []


def _key(record: Record) -> bytes:
    """What a record's rows depend on, besides the fingerprint: half of it the content, half of it what is said of it."""
    payload = record.payload.encode("utf-8", "surrogatepass") if isinstance(record.payload, str) else record.payload
    told = (record.doc_id, record.source, record.format, record.title, record.reference_date, record.license)
    said = json.dumps([*told, record.encoding]).encode()
    return hashlib.sha256(payload).digest()[:16] + hashlib.sha256(said).digest()[:16]


def _same_content(key: bytes, other: bytes) -> bool:
    return key[:16] == other[:16]
