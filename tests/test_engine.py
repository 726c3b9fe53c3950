"""Engines: every record has one outcome, whatever becomes of the process that works on it."""

from __future__ import annotations

import multiprocessing
import time

import pytest
from poison import CRASH, DEAF, poisoned

from pipeline.batch.engine import InProcess, Workers
from pipeline.batch.options import Limits
from pipeline.batch.work import Task, process
from pipeline.reading import Record
from pipeline.reading.formats import read_record

PROSE = "On 6 November 2016 the rebels captured Aleppo.[1] "


def tasks(texts: dict[str, str], size: int) -> list[Task]:
    records = [(name.encode(), Record(name, f"{name}.txt", "text", text)) for name, text in texts.items()]
    return [Task(i, tuple(records[at : at + size])) for i, at in enumerate(range(0, len(records), size))]


def outcomes(engine, texts: dict[str, str], size: int = 3) -> dict[str, str]:
    """What became of each document; fails where one has two outcomes or none."""
    found = [outcome for some in engine.run(iter(tasks(texts, size))) for outcome in some]
    told = {o.doc_id: o.quarantined.error if o.quarantined else "ok" for o in found}
    assert len(found) == len(told) == len(texts)
    return told


@pytest.mark.slow
def test_a_dead_worker_and_a_deaf_one_cost_their_document_and_nothing_else():
    texts = (
        {f"good-{i}": PROSE for i in range(12)}
        | {"crash": CRASH, "deaf": DEAF}
        | {f"late-{i}": PROSE for i in range(5)}
    )
    told = outcomes(Workers(2, Limits(seconds=2), poisoned), texts)
    bad = {name: said for name, said in told.items() if said != "ok"}
    assert bad == {"crash": "WorkerDied", "deaf": "Timeout"}


@pytest.mark.slow
def test_workers_and_this_process_give_the_same_rows():
    texts = {f"d{i}": PROSE * (i + 1) for i in range(7)}
    here = {o.doc_id: o.payload for some in InProcess(Limits()).run(iter(tasks(texts, 2))) for o in some}
    there = {o.doc_id: o.payload for some in Workers(2, Limits()).run(iter(tasks(texts, 2))) for o in some}
    assert here == there
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize(
    "text", ["", "\n", "\x07", "[1]", "[[[[", "]", "«»", "\u202e\u0301", "a" * 20_000, "[1]" * 5_000, "– " * 5_000]
)
def test_no_text_raises(text):
    outcome = process(b"k", Record("d", "d.txt", "text", text), Limits())
    assert outcome.quarantined is None or outcome.quarantined.error == "Empty"


def test_a_document_that_takes_too_long_is_given_up():
    began = time.process_time()
    outcome = process(b"k", Record("d", "d.txt", "text", PROSE * 20_000), Limits(seconds=0.05))
    assert outcome.quarantined is not None
    assert outcome.quarantined.error == "Timeout"
    assert time.process_time() - began < 2


def test_a_document_that_had_to_wait_is_kept(monkeypatch):
    def late(record: Record) -> object:
        time.sleep(1.5)  # as a busy machine does, or one that was put to sleep
        return read_record(record)

    record = Record("d", "d.txt", "text", PROSE)
    assert process(b"k", record, Limits()).quarantined is None  # loads what is loaded once
    monkeypatch.setattr("pipeline.reading.formats.read_record", late)
    assert process(b"k", record, Limits(seconds=1)).quarantined is None
