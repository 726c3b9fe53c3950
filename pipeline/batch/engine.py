"""Engines: shards in, outcomes out, in whatever order. In this process, or over spawned workers that may die or never come back."""

from __future__ import annotations

import os
import signal
from collections import deque
from concurrent.futures import FIRST_COMPLETED, wait
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from pipeline.batch.work import Outcome, Process, Quarantined, Task, process, process_task

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pebble import ProcessFuture

    from pipeline.batch.options import Limits

__all__ = ["Engine", "InProcess", "Workers", "cores"]

_ATTEMPTS = 2
"""A document that a worker died of is tried once more alone: the memory may have been another's."""


class Engine(Protocol):
    """Runs shards. Between two outcomes it may yield an empty list, so that progress is shown."""

    def run(self, tasks: Iterator[Task]) -> Iterator[list[Outcome]]:
        """The outcomes of all records of all tasks, each once."""
        ...


def cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class InProcess:
    """One after the other, here: nothing to start, but a document that crashes the interpreter ends the run; the next one takes workers."""

    def __init__(self, limits: Limits, process_one: Process = process) -> None:
        self.limits = limits
        self.process_one = process_one

    def run(self, tasks: Iterator[Task]) -> Iterator[list[Outcome]]:
        """The outcomes, record by record."""
        for task in tasks:
            for key, record in task.records:
                yield [self.process_one(key, record, self.limits)]


class Workers:
    """Over spawned processes, each of which loads the pipeline once. A dead or endless one costs the document it had in hand.

    A shard whose worker dies, or that outlasts the hard limit, is run again document by document; the one that does it again is quarantined.
    """

    def __init__(self, workers: int, limits: Limits, process_one: Process = process) -> None:
        self.workers = workers
        self.limits = limits
        self.process_one = process_one

    def run(self, tasks: Iterator[Task]) -> Iterator[list[Outcome]]:
        """The outcomes, shard by shard as they come."""
        import multiprocessing

        from pebble import ProcessPool

        with _one_thread_each():
            pool = ProcessPool(
                max_workers=self.workers,
                context=multiprocessing.get_context("spawn"),
                initializer=_start_worker,
                initargs=(os.getpid(),),
            )
            try:
                with _interrupts_wait():
                    _ = pool.active  # asking starts it
                yield from self._run(pool, tasks)
                pool.close()
            except BaseException:
                pool.stop()
                raise
            finally:
                pool.join()

    def _run(self, pool: object, tasks: Iterator[Task]) -> Iterator[list[Outcome]]:
        waiting: dict[ProcessFuture, tuple[Task, int]] = {}
        again: deque[tuple[Task, int]] = deque()
        exhausted = False
        while True:
            while not exhausted and len(waiting) < 2 * self.workers:
                if again:
                    task, attempt = again.popleft()
                elif (fresh := next(tasks, None)) is not None:
                    task, attempt = fresh, 1
                else:
                    exhausted = True
                    break
                waiting[self._schedule(pool, task)] = task, attempt
            while again:
                task, attempt = again.popleft()
                waiting[self._schedule(pool, task)] = task, attempt
            if not waiting:
                return
            done, _ = wait(waiting, timeout=0.5, return_when=FIRST_COMPLETED)
            for future in done:
                task, attempt = waiting.pop(future)
                yield self._outcomes(future, task, attempt, again)
            if not done:
                yield []

    def _schedule(self, pool: object, task: Task) -> ProcessFuture:
        # The soft limit ends most; this one is for code that no signal interrupts.
        seconds = 2 * self.limits.seconds + task.weight / 2000
        future: ProcessFuture = pool.schedule(  # type: ignore[attr-defined]
            process_task, args=(task, self.limits, self.process_one), timeout=seconds
        )
        return future

    def _outcomes(
        self, future: ProcessFuture, task: Task, attempt: int, again: deque[tuple[Task, int]]
    ) -> list[Outcome]:
        from pebble import ProcessExpired

        try:
            found: list[Outcome] = future.result()
        except TimeoutError:
            kind, message = "Timeout", "did not end, and no signal interrupted it"
        except ProcessExpired as error:
            kind, message = "WorkerDied", f"the worker processing it died (exit code {error.exitcode})"
        else:
            return found
        if len(task.records) > 1:
            again.extend((Task(task.number, (one,)), attempt) for one in task.records)
            return []
        if kind == "WorkerDied" and attempt < _ATTEMPTS:
            again.append((task, attempt + 1))
            return []
        [(key, record)] = task.records
        row = Quarantined(record.doc_id, record.source, "worker", kind, message)
        return [Outcome(record.doc_id, key, quarantined=row, weight=record.weight)]


@contextmanager
def _one_thread_each() -> Iterator[None]:
    """Keep the numeric libraries of the workers from starting a thread for every core each."""
    before = os.environ.get("OMP_NUM_THREADS")
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    try:
        yield
    finally:
        if before is None:
            os.environ.pop("OMP_NUM_THREADS", None)


@contextmanager
def _interrupts_wait() -> Iterator[None]:
    """Let Ctrl-C wait; threads and processes that are started meanwhile never hear of it, not even while they load Python."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # starting it later would let interrupts through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _start_worker(parent: int) -> None:
    """What a worker does first: leave interrupts to its parent, die with it, and load the pipeline."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _die_with(parent)
    from pipeline.flow import extract

    extract("On 6 November 2016 the rebels captured Aleppo.[1]")


def _die_with(parent: int) -> None:
    """On Linux, be killed when the parent is; elsewhere the broken pipe ends the worker at its next result."""
    import ctypes
    import sys

    if sys.platform == "linux":
        death_signal = 1  # PR_SET_PDEATHSIG
        ctypes.CDLL(None).prctl(death_signal, signal.SIGKILL)
        if os.getppid() != parent:  # it died before we asked
            os._exit(1)
