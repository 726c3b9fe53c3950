"""`process`: one record → its encoded rows, or the reason why there are none. What every engine runs."""

from __future__ import annotations

import gc
import json
import signal
import threading
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import PurePath
from time import perf_counter
from typing import TYPE_CHECKING, Any

from pipeline.batch.options import Limits
from pipeline.collector import uncollected
from pipeline.errors import DocumentError
from pipeline.reading.record import Record, without_surrogates

if TYPE_CHECKING:
    from types import FrameType

    from pipeline.tables.rows import Rows

__all__ = ["Outcome", "Quarantined", "Task", "pack", "process", "process_task", "unpack"]


@dataclass(frozen=True, slots=True)
class Task:
    """A shard: some records that one worker processes, and the key of each."""

    number: int
    records: tuple[tuple[bytes, Record], ...]

    @property
    def weight(self) -> int:
        """Characters or bytes in it, about."""
        return sum(len(record.payload) for _, record in self.records)


@dataclass(frozen=True, slots=True)
class Quarantined:
    """Why a document has no rows: a row of the quarantine table."""

    doc_id: str
    source: str
    stage: str
    error: str
    message: str

    @classmethod
    def of(cls, error: DocumentError) -> Quarantined:
        """The row of an error."""
        cells = (error.doc_id, error.source, error.stage, error.error, str(error))
        return cls(*(without_surrogates(cell) for cell in cells))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one record."""

    doc_id: str
    key: bytes
    payload: bytes = b""
    """The packed rows; empty for a quarantined document."""
    quarantined: Quarantined | None = None
    characters: int = 0
    events: int = 0
    weight: int = 0
    seconds: dict[str, float] = field(default_factory=dict)
    """Time by stage."""


class _TimeUp(BaseException):
    """The soft time limit; no `Exception`, so that nothing on the way takes it for a document's fault."""


class _Clock:
    """Seconds by stage, and the stage under way."""

    def __init__(self) -> None:
        self.stage = "reading"
        self.seconds: dict[str, float] = {}
        self._since = perf_counter()

    def begin(self, stage: str) -> None:
        now = perf_counter()
        self.seconds[self.stage] = self.seconds.get(self.stage, 0.0) + now - self._since
        self.stage, self._since = stage, now


Process = Callable[[bytes, Record, Limits], Outcome]


def process_task(task: Task, limits: Limits, process_one: Process | None = None) -> list[Outcome]:
    """The outcome of every record of a shard, in its order."""
    one = process_one or process
    return [one(key, record, limits) for key, record in task.records]


def process(key: bytes, record: Record, limits: Limits = Limits()) -> Outcome:  # noqa: B008 (frozen)
    """The encoded rows of a record, or why it is quarantined. Never raises for what a document holds.

    >>> from pipeline.reading import Record
    >>> outcome = process(b"", Record("kut", "kut.txt", "text", "Kut fell on 29 April 1916."))
    >>> outcome.doc_id, outcome.events, outcome.quarantined
    ('kut', 1, None)
    >>> process(b"", Record("kut", "kut.txt", "text", " ")).quarantined.message
    'there is no text in it'
    """
    clock = _Clock()

    def failed(kind: str, message: str, doc_id: str = record.doc_id) -> Outcome:
        clock.begin("failed")
        row = Quarantined(doc_id, record.source, stage, kind, without_surrogates(message))
        return Outcome(
            record.doc_id,
            key,
            quarantined=row,
            weight=record.weight,
            seconds=clock.seconds,
            characters=len(record.payload),
        )

    stage = "reading"
    try:
        with uncollected(), _deadline(limits.seconds):
            outcome = _encode(key, record, limits, clock)
            _keep_rules()
    except DocumentError as error:
        stage = error.stage
        return failed(error.error, str(error))
    except _TimeUp:
        stage = clock.stage
        return failed("Timeout", f"took more than {limits.seconds:g} s of processor time")
    except Exception as error:  # noqa: BLE001 (the border that keeps a batch alive; the row says where it happened)
        stage = clock.stage
        return failed(type(error).__name__, f"{_first_line(error)} ({_where(error)})")
    return outcome


def _encode(key: bytes, record: Record, limits: Limits, clock: _Clock) -> Outcome:
    from pipeline.flow import extract
    from pipeline.reading.formats import read_record
    from pipeline.tables.contract import violations
    from pipeline.tables.rows import rows_of

    document = read_record(record)
    if len(document.text) > limits.characters:
        raise DocumentError(
            f"{len(document.text):,} characters are more than {limits.characters:,}; split it, or raise --max-characters",
            source=record.source,
            doc_id=record.doc_id,
            error="TooLong",
        )
    findings = extract(document, watch=clock.begin)
    clock.begin("tables")
    rows, nested = rows_of(findings)
    broken = next(violations(rows, document.text), None)
    if broken is not None:
        raise DocumentError(
            str(broken), source=record.source, doc_id=record.doc_id, stage="contract", error="ContractViolation"
        )
    payload = pack(rows, nested)
    clock.begin("done")
    return Outcome(
        doc_id=record.doc_id,
        key=key,
        payload=payload,
        characters=len(document.text),
        events=len(findings.events),
        weight=record.weight,
        seconds=clock.seconds,
    )


@cache
def _keep_rules() -> None:
    """Takes what the first document loaded out of the collector's rounds: rules and vocabularies live as long as the worker.

    Before the first round, which would look through all of it for some 0.08 s.
    """
    gc.freeze()


# ----------------------------------------------------------------------------------------------------------- packing


@dataclass(frozen=True, slots=True)
class Packed:
    """The rows of a document as the store keeps them, encoded: what is published is never decoded on the way."""

    tables: dict[str, bytes]
    """CSV fragments by table; empty tables are left out."""
    events: bytes
    """JSON lines."""
    rows: dict[str, int]
    """Number of rows by table."""
    rules: dict[str, int]
    types: dict[str, int]


def pack(rows: Rows, nested: list[dict[str, Any]]) -> bytes:
    """The rows of a document, compressed: a line of JSON that tells numbers and lengths, then the texts as they are."""
    import zstandard

    from pipeline.tables.text import csv_fragment, json_lines

    tables = {name: csv_fragment(some).encode() for name, some in rows.items() if some}
    events = json_lines(nested).encode()
    head = {
        "tables": {name: len(fragment) for name, fragment in tables.items()},
        "rows": {name: len(some) for name, some in rows.items() if some},
        "rules": _rules(rows),
        "types": dict(sorted(Counter(f"{e['type']}.{e['subtype']}" for e in nested).items())),
    }
    return zstandard.compress(b"".join([json.dumps(head).encode(), b"\n", *tables.values(), events]), 1)


def unpack(payload: bytes) -> Packed:
    """What `pack` packed."""
    import zstandard

    head, _, texts = zstandard.decompress(payload).partition(b"\n")
    told: dict[str, dict[str, int]] = json.loads(head)
    tables, at = {}, 0
    for name, length in told["tables"].items():
        tables[name] = texts[at : at + length]
        at += length
    return Packed(tables, texts[at:], told["rows"], told["rules"], told["types"])


def _rules(rows: Rows) -> dict[str, int]:
    """How many rows each rule made."""
    from pipeline.tables.columns import TABLES

    hits: Counter[str] = Counter()
    for name, some in rows.items():
        columns = [column.name for column in TABLES[name].columns]
        if "rule" in columns:
            at = columns.index("rule")
            hits.update([str(row[at]) for row in some])
    return dict(sorted(hits.items()))


# ------------------------------------------------------------------------------------------------------------ limits


@contextmanager
def _deadline(seconds: float) -> Iterator[None]:
    """Raise `_TimeUp` in the block after so many seconds of processor time; where the system has no such alarm, only the engine's limit holds.

    By the clock on the wall, what else a machine does would decide which documents are quarantined, and one that sleeps would lose those in work.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(signum: int, frame: FrameType | None) -> None:
        raise _TimeUp

    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _first_line(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return lines[0][:300] if lines else type(error).__name__


def _where(error: Exception) -> str:
    """Module and line of our own code where an error came from."""
    frames = [f for f in traceback.extract_tb(error.__traceback__) if "pipeline" in PurePath(f.filename).parts]
    if not frames:
        return "unknown place"
    parts = PurePath(frames[-1].filename).parts
    at = len(parts) - 1 - parts[::-1].index("pipeline")
    return f"{'/'.join(parts[at:])}:{frames[-1].lineno}"
