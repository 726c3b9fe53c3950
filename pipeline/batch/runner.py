"""`run_batch`: from inputs to published tables."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable
from time import perf_counter
from typing import TYPE_CHECKING

from pipeline.batch.engine import InProcess, Workers, cores
from pipeline.batch.fingerprint import fingerprint
from pipeline.batch.intake import Intake, Progress
from pipeline.batch.publish import Published, publish, refuse_foreign
from pipeline.batch.report import Summary, write_records
from pipeline.batch.store import Store
from pipeline.batch.work import Quarantined
from pipeline.errors import PipelineError, UsageError
from pipeline.gazetteer import ensure_cache
from pipeline.reading import expand
from pipeline.reading.packed import ENDINGS as PACKED
from pipeline.tables.files import output_folder, sweep

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.batch.engine import Engine
    from pipeline.batch.options import Options
    from pipeline.reading import Source

__all__ = ["Summary", "run_batch"]

_WORTH_WORKERS = 1_500_000
"""Below so many bytes of input a second process takes longer to start than it saves."""
_WORTH_ISOLATION = 10_000_000
"""From so many bytes on a single worker gets a process of its own too: half a second, that no document may end the batch."""


def run_batch(options: Options, observe: Callable[[Progress], None]) -> Summary:
    """Process the inputs and publish their tables; ``observe`` is told of progress a few times a second.

    Raises `UsageError` before anything is written, `PipelineError` for a disk that is full or a count that does not add up.

    >>> import tempfile
    >>> from pathlib import Path
    >>> from pipeline.batch.options import Options
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "kut.txt").write_text("Kut fell on 29 April 1916.[1]")
    ...     options = Options((f"{folder}/kut.txt",), Path(folder, "out"))
    ...     summary = run_batch(options, lambda progress: None)
    ...     print(summary.documents, summary.events, summary.quarantined, Path(folder, "out", "events.csv").exists())
    1 1 0 True
    """
    try:
        return _Batch(options, observe).run()
    except OSError as error:
        raise _storage(error, options.out) from error
    except sqlite3.Error as error:
        raise PipelineError(
            f"{options.out / Store.NAME}: {error}{_free(options.out)}; what was done is kept"
        ) from error


class _Batch:
    def __init__(self, options: Options, observe: Callable[[Progress], None]) -> None:
        self.options = options
        self.observe = observe
        self.left = Counter[str]()
        self.sources = expand(options.inputs, options.out, options.input_format, self.left)
        self.progress = Progress(bytes_total=sum(source.size for source in self.sources))
        self._began = perf_counter()
        self._told = 0.0

    def run(self) -> Summary:
        options = self.options
        output_folder(options.out)
        refuse_foreign(options.out)
        mark = fingerprint(options.limits)
        self.store = Store(options.out, mark, fresh=options.fresh)
        try:
            sweep(options.out)
            self.store.remember(options)
            self.intake = Intake(options, self.sources, self.store, self.progress, self._tell)
            self._compile_gazetteer()
            workers = self._workers()
            for outcomes in self._engine(workers).run(self.intake.tasks()):
                for outcome in outcomes:
                    self.intake.done(outcome)
                self._tell()
            self._check()
            if options.limit is None and options.sample is None:
                self.store.forget_others()
            self.progress.phase = "writing"
            published = publish(self.store, options.out, options.formats, mark, self._tell)
            summary = self._summary(mark, workers, published)
            write_records(options, summary)
        finally:
            self.store.close()
        self._told = 0.0
        self._tell()
        return summary

    def _compile_gazetteer(self) -> None:
        """Here and once, before workers all find that it is missing."""

        def told(share: float) -> None:
            self.progress.phase, self.progress.share = "compiling the gazetteer", share
            self._tell()

        ensure_cache(told)
        self.progress.phase, self.progress.share = "reading", None

    def _tell(self) -> None:
        now = perf_counter() - self._began
        if now - self._told > 0.1:
            self._told = self.progress.seconds = now
            self.observe(self.progress)

    # ----------------------------------------------------------------------------------------------------------- end

    def _workers(self) -> int:
        if self.options.workers:
            return self.options.workers
        return cores() if _plain_size(self.sources) >= _WORTH_WORKERS else 1

    def _engine(self, workers: int) -> Engine:
        options = self.options
        if options.engine == "spark":
            from pipeline.batch.cluster import SparkEngine

            return SparkEngine(options.master, options.limits)
        if workers > 1 or self.store.died or _plain_size(self.sources) >= _WORTH_ISOLATION:
            return Workers(workers, options.limits)
        self.store.work_here()
        return InProcess(options.limits)

    def _check(self) -> None:
        ok, quarantined = self.store.counts()
        p = self.progress
        if p.documents != ok + quarantined + p.skipped:
            raise PipelineError(
                f"{p.documents} documents came in, but {ok} are done, {quarantined} quarantined and {p.skipped} skipped: "
                "this is a fault of prose-events; nothing was published"
            )

    def _summary(self, mark: str, workers: int, published: Published) -> Summary:
        ok, quarantined = self.store.counts()
        kinds: Counter[str] = Counter()
        first: list[Quarantined] = []
        for row in self.store.quarantine():
            kinds[row.error] += 1
            if len(first) < 5:
                first.append(row)
        p = self.progress
        return Summary(
            out=self.options.out,
            fingerprint=mark,
            workers=workers,
            documents=p.documents,
            ok=ok,
            quarantined=quarantined,
            skips=dict(sorted(p.skips.items())),
            reused=p.reused,
            renamed=self.intake.renamed,
            left=self.left,
            characters=p.characters,
            events=p.events,
            seconds=perf_counter() - self._began,
            stages={name: round(seconds, 3) for name, seconds in p.stages.items()},
            kinds=dict(sorted(kinds.items())),
            first=tuple(first),
            published=published,
        )


def _plain_size(sources: list[Source]) -> int:
    return sum(source.size * (5 if source.path.endswith((*PACKED, ".parquet")) else 1) for source in sources)


def _storage(error: OSError, out: Path) -> PipelineError:
    where = error.filename or out
    said = f"{where}: {error.strerror or error}"
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return PipelineError(f"{said}{_free(out)}; make room and run again: what was done is kept")
    if error.errno in (errno.EACCES, errno.EROFS, errno.ENOTDIR, errno.EEXIST, errno.EPERM, errno.EISDIR):
        return UsageError(f"{said}: the output folder must be one that can be written")
    return PipelineError(said)


def _free(out: Path) -> str:
    try:
        return f" ({shutil.disk_usage(out).free // 1_000_000} MB free)"
    except OSError:
        return ""
