"""`plan_batch`: what a run would read, take over and process, found out without processing anything."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.batch.engine import cores
from pipeline.batch.fingerprint import fingerprint
from pipeline.batch.intake import Intake, Progress
from pipeline.batch.store import Store
from pipeline.batch.work import Outcome
from pipeline.reading import expand

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.batch.options import Options

__all__ = ["Plan", "plan_batch"]

_USUAL = 250_000
"""Characters a second and worker, where no run in the folder has told yet."""
_START = 1.5
"""Seconds until the first document is read."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run would do."""

    files: int
    left: Counter[str]
    """Files in the folders that are not read, by their endings."""
    documents: int
    characters: int
    known: int
    skips: dict[str, int]
    faults: int
    new: int
    workers: int
    seconds: float


def plan_batch(options: Options) -> Plan:
    """What `run_batch` would do with the same options. Changes nothing.

    >>> import tempfile
    >>> from pathlib import Path
    >>> from pipeline.batch.options import Options
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "kut.txt").write_text("Kut fell on 29 April 1916.[1]")
    ...     plan = plan_batch(Options((f"{folder}/kut.txt",), Path(folder, "out")))
    ...     print(plan.files, plan.documents, plan.known, plan.new)
    1 1 0 1
    """
    earlier = options.out if (options.out / Store.NAME).exists() else None
    left = Counter[str]()
    sources = expand(options.inputs, earlier, options.input_format, left)
    store = Store(options.out, fingerprint(options.limits), fresh=options.fresh, keep=False)
    progress = Progress()
    new = characters = 0
    try:
        intake = Intake(options, sources, store, progress, lambda: None)
        for task in intake.tasks():
            for key, record in task.records:
                intake.done(Outcome(record.doc_id, key))
                new += 1
                characters += len(record.payload)
    finally:
        store.close()
    workers = options.workers or cores()
    return Plan(
        files=len(sources),
        left=left,
        documents=progress.documents,
        characters=characters,
        known=progress.reused,
        skips=dict(sorted(progress.skips.items())),
        faults=progress.faults,
        new=new,
        workers=workers,
        seconds=(_START if new else 0) + characters / _speed(options.out, workers),
    )


def _speed(out: Path, workers: int) -> float:
    try:
        told = json.loads((out / "metrics.json").read_text(encoding="utf-8"))
        if not told["documents"]["reused"] and told["characters"] > 1_000_000:
            return float(told["characters_per_second"])
    except (OSError, ValueError, KeyError, TypeError):
        pass
    return _USUAL * workers
