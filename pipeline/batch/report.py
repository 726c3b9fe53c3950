"""`run.json` and `metrics.json`: what was run, with which versions, and what came of it. No document text."""

from __future__ import annotations

import platform
from collections import Counter
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from pipeline.batch.fingerprint import versions
from pipeline.errors import ContractError, PipelineError, QuarantineError
from pipeline.tables.columns import SCHEMA_VERSION, TABLES
from pipeline.tables.files import write_json

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.batch.options import Allowance, Options
    from pipeline.batch.publish import Published
    from pipeline.batch.work import Quarantined

__all__ = ["Summary", "write_records"]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a batch did."""

    out: Path
    fingerprint: str
    workers: int
    documents: int
    ok: int
    quarantined: int
    skips: dict[str, int]
    """Passed-over documents by why."""
    reused: int
    renamed: int
    left: Counter[str]
    """Files in the folders of the inputs that are not read, by their endings."""
    characters: int
    events: int
    seconds: float
    stages: dict[str, float]
    kinds: dict[str, int]
    """Quarantined documents by kind of error."""
    first: tuple[Quarantined, ...]
    """The first few of them."""
    published: Published

    @property
    def skipped(self) -> int:
        """How many documents were passed over."""
        return sum(self.skips.values())

    def error(self, allowed: Allowance) -> PipelineError | None:
        """What is to be said of too many quarantined documents; None if they are few."""
        if self.quarantined <= allowed.of(self.documents):
            return None
        said = f"{self.quarantined} of {self.documents} documents quarantined, more than {allowed} (see quarantine in {self.out})"
        return ContractError(said) if "ContractViolation" in self.kinds else QuarantineError(said)


def write_records(options: Options, summary: Summary) -> None:
    """Write ``metrics.json``, then ``run.json``, whose presence says that all tables are of one run."""
    write_json(options.out / "metrics.json", _metrics(summary))
    write_json(options.out / "run.json", _run(options, summary))


def _run(options: Options, summary: Summary) -> dict[str, Any]:
    return {
        "package": {"name": "prose-events", "version": version("prose-events")},
        "schema_version": SCHEMA_VERSION,
        "fingerprint": summary.fingerprint,
        "python": platform.python_version(),
        "libraries": versions(),
        "inputs": list(options.inputs),
        "formats": list(options.formats),
        "engine": options.engine,
        "workers": summary.workers,
        "limits": {"characters": options.limits.characters, "seconds": options.limits.seconds},
        "documents": _documents(summary),
        "rows": {name: summary.published.rows[name] for name in TABLES},
        "seconds": round(summary.seconds, 3),
    }


def _metrics(summary: Summary) -> dict[str, Any]:
    return {
        "documents": _documents(summary),
        "characters": summary.characters,
        "events": summary.events,
        "events_by_type": dict(sorted(summary.published.types.items())),
        "rows": {name: summary.published.rows[name] for name in TABLES},
        "rows_by_rule": dict(sorted(summary.published.rules.items())),
        "quarantine_by_kind": summary.kinds,
        "skipped_by_reason": summary.skips,
        "seconds": round(summary.seconds, 3),
        "seconds_by_stage": summary.stages,
        "characters_per_second": round(summary.characters / summary.seconds) if summary.seconds else None,
    }


def _documents(summary: Summary) -> dict[str, int]:
    return {
        "in": summary.documents,
        "ok": summary.ok,
        "quarantined": summary.quarantined,
        "skipped": summary.skipped,
        "reused": summary.reused,
        "renamed": summary.renamed,
    }
