"""The batch on one machine: what goes in, what comes out, and what is said of what fails."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from poison import CRASH

from pipeline.batch import Allowance, Options, Progress, Summary, run_batch
from pipeline.batch.options import Limits
from pipeline.errors import PipelineError, QuarantineError, UsageError
from pipeline.tables.columns import TABLES
from pipeline.tables.reading import read_table

PROSE = "Siege of {0}\n\nOn {1} April 1916 the rebels captured {0}.[{1}] They killed 20 soldiers.[a] {0} fell again in 1917.\n"
PLACES = ("Kut", "Basra", "Baghdad", "Aleppo", "Verdun", "Ypres", "Sedan", "Metz", "Arras")


def articles(folder: Path, names: tuple[str, ...] = PLACES) -> Path:
    folder.mkdir(exist_ok=True)
    for number, name in enumerate(names, start=1):
        (folder / f"{name.lower()}.txt").write_text(PROSE.format(name, number))
    return folder


def run(*inputs: Path, out: Path, **options: object) -> Summary:
    told = {"workers": 1, "formats": ("csv", "jsonl", "parquet"), **options}
    return run_batch(Options(inputs=tuple(map(str, inputs)), out=out, **told), _unseen)  # type: ignore[arg-type]


def _unseen(progress: Progress) -> None:
    pass


def tables(out: Path) -> dict[str, bytes]:
    """Every file that the run published, but those that tell of the run itself."""
    found = [p for p in sorted(out.rglob("*")) if p.is_file() and p.name not in {"run.json", "metrics.json"}]
    return {str(p.relative_to(out)): p.read_bytes() for p in found if not p.name.startswith(".prose-events")}


def test_every_table_is_written_in_every_format_with_the_same_rows(tmp_path):
    summary = run(articles(tmp_path / "in"), out=tmp_path / "out")
    assert (summary.documents, summary.ok, summary.quarantined) == (9, 9, 0)
    for name, table in TABLES.items():
        rows = read_table(tmp_path / "out", name)
        parquet = pq.read_table(tmp_path / "out" / name / "part-00000.parquet")
        assert parquet.to_pylist() == rows
        assert parquet.column_names == [column.name for column in table.columns]
        assert parquet.schema.metadata[b"schema_version"] == b"1"
    assert [row["doc_id"] for row in read_table(tmp_path / "out", "documents")] == sorted(n.lower() for n in PLACES)
    told = json.loads((tmp_path / "out" / "run.json").read_text())
    assert told["documents"]["in"] == told["documents"]["ok"] == 9
    assert told["rows"]["citations"] == 18


def test_a_second_run_processes_nothing_and_gives_the_same_bytes(tmp_path):
    run(articles(tmp_path / "in"), out=tmp_path / "out")
    before = tables(tmp_path / "out")
    summary = run(tmp_path / "in", out=tmp_path / "out")
    assert (summary.reused, summary.stages) == (9, {})
    assert tables(tmp_path / "out") == before


def test_only_changed_and_new_documents_are_processed_again_and_vanished_ones_leave(tmp_path):
    folder = articles(tmp_path / "in")
    run(folder, out=tmp_path / "out")
    (folder / "kut.txt").write_text("Kut was relieved in 1917.")
    (folder / "new.txt").write_text("Mosul fell in 1918.")
    (folder / "metz.txt").unlink()
    summary = run(folder, out=tmp_path / "out")
    assert (summary.documents, summary.ok, summary.reused) == (9, 9, 7)
    run(folder, out=tmp_path / "fresh")
    assert tables(tmp_path / "out") == tables(tmp_path / "fresh")


def test_formats_no_longer_asked_for_are_removed(tmp_path):
    run(articles(tmp_path / "in"), out=tmp_path / "out")
    run(tmp_path / "in", out=tmp_path / "out", formats=("csv",))
    assert {Path(name).suffix for name in tables(tmp_path / "out")} == {".csv"}


def test_the_order_of_inputs_changes_nothing(tmp_path):
    files = sorted(articles(tmp_path / "in").iterdir())
    run(*files, out=tmp_path / "a")
    run(*reversed(files), files[3], out=tmp_path / "b")
    assert tables(tmp_path / "a") == tables(tmp_path / "b")


def test_documents_of_one_name_are_told_apart_and_the_same_one_is_taken_once(tmp_path):
    for folder, text in (("a", "Kut fell in 1916."), ("b", "Kut held in 1915."), ("c", "Kut fell in 1916.")):
        articles(tmp_path / folder, ())
        (tmp_path / folder / "kut.txt").write_text(text)
    for _ in range(2):
        summary = run(tmp_path, out=tmp_path / "out")
        assert (summary.documents, summary.ok, summary.skipped, summary.renamed) == (3, 2, 1, 1)
        first, second = [row["doc_id"] for row in read_table(tmp_path / "out", "documents")]
        assert first == "kut"
        assert second.startswith("kut~")


BAD_LINES = [
    b'{"doc_id": "good", "text": "Kut fell in 1916."}',
    b'{"doc_id": "no-text"}',
    b'{"doc_id": "surrogate", "text": "Kut \\ud800 fell\\u0000 in 1916."}',
    b"not json",
    b'{"doc_id": "latin", "text": "Besan\xe7on fell."}',
    b'{"doc_id": "blank", "text": "  "}',
]


def test_what_cannot_be_processed_is_a_row_of_the_quarantine(tmp_path):
    (tmp_path / "in.jsonl").write_bytes(b"\n".join(BAD_LINES))
    summary = run(tmp_path / "in.jsonl", out=tmp_path / "out")
    assert (summary.documents, summary.ok, summary.quarantined) == (6, 2, 4)
    rows = read_table(tmp_path / "out", "quarantine")
    assert {(row["doc_id"], row["error"]) for row in rows} == {
        ("no-text", "NoText"),
        ("", "Malformed"),
        ("", "WrongEncoding"),
        ("blank", "Empty"),
    }
    assert isinstance(summary.error(Allowance(0.01, share=True)), QuarantineError)
    assert summary.error(Allowance(4, share=False)) is None


def test_a_document_too_long_is_quarantined_and_the_rest_goes_on(tmp_path):
    folder = articles(tmp_path / "in")
    (folder / "long.jsonl").write_text(json.dumps({"id": "long", "text": "Kut fell. " * 600_000}) + "\n")
    summary = run(folder, out=tmp_path / "out")
    assert (summary.ok, summary.kinds) == (9, {"TooLong": 1})


def test_what_ran_out_of_time_is_taken_up_when_it_gets_another_time(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "kut.txt").write_text(PROSE.format("Kut", 1) * 500)  # longer than the tick of the system's clock
    folder = tmp_path / "in"
    assert run(folder, out=tmp_path / "out", limits=Limits(seconds=1e-6)).kinds == {"Timeout": 1}
    again = run(folder, out=tmp_path / "out", limits=Limits(seconds=1e-6))
    assert (again.reused, again.quarantined) == (1, 1)
    assert run(folder, out=tmp_path / "out").ok == 1


def test_limit_and_sample_take_a_part_and_forget_nothing(tmp_path):
    folder = articles(tmp_path / "in")
    run(folder, out=tmp_path / "out")
    assert run(folder, out=tmp_path / "out", limit=2).ok == 2
    sampled = run(folder, out=tmp_path / "out", sample=Allowance(0.4, share=True))
    assert 0 < sampled.ok < 9
    assert sampled.documents == sampled.ok + sampled.skipped
    assert run(folder, out=tmp_path / "out").reused == 9


def test_a_second_run_in_the_same_folder_is_refused(tmp_path):
    from pipeline.batch.store import Store

    (tmp_path / "out").mkdir()
    store = Store(tmp_path / "out", "x")
    with pytest.raises(UsageError, match="another run"):
        run(articles(tmp_path / "in"), out=tmp_path / "out")
    store.close()


def test_an_output_that_cannot_be_a_folder_is_a_usage_error(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(PipelineError) as raised:
        run(articles(tmp_path / "in"), out=tmp_path / "file" / "out")
    assert raised.value.exit_code == 2


@pytest.mark.parametrize("name", ["events.csv", "events.jsonl", "run.json"])
def test_files_of_somebody_else_are_not_written_over(tmp_path, name):
    out = tmp_path / "out"
    out.mkdir()
    (out / name).write_text('{"mine": 1}')
    with pytest.raises(UsageError, match=f"{name}: not of a run"):
        run(articles(tmp_path / "in"), out=out)
    assert (out / name).read_text() == '{"mine": 1}'


def test_parts_that_other_tools_wrote_stay(tmp_path):
    theirs = tmp_path / "out" / "events" / "part-00000-5d1c.snappy.parquet"
    theirs.parent.mkdir(parents=True)
    theirs.write_bytes(b"PAR1")
    run(articles(tmp_path / "in"), out=tmp_path / "out", formats=("csv",))
    assert theirs.exists()


def test_a_store_that_cannot_be_opened_is_a_usage_error(tmp_path):
    (tmp_path / "out" / ".prose-events.sqlite").mkdir(parents=True)
    with pytest.raises(UsageError, match="must be one that can be written"):
        run(articles(tmp_path / "in"), out=tmp_path / "out")


def test_carriage_returns_and_quotes_survive_every_format(tmp_path):
    (tmp_path / "kut.txt").write_bytes(b'"Kut",\r\nhe said,\rfell "in\n1916".\r\n')
    run(tmp_path / "kut.txt", out=tmp_path / "out")
    [row] = read_table(tmp_path / "out", "documents")
    assert row["text"].encode() == (tmp_path / "kut.txt").read_bytes()
    assert pq.read_table(tmp_path / "out" / "documents" / "part-00000.parquet")["text"].to_pylist() == [row["text"]]
    with (tmp_path / "out" / "documents.csv").open(newline="", encoding="utf-8") as stream:
        assert next(csv.DictReader(stream))["text"] == row["text"]


def test_an_input_that_vanished_is_quarantined(tmp_path):
    folder = articles(tmp_path / "in", ("Kut",))
    (folder / "gone.txt").symlink_to(tmp_path / "nowhere")
    summary = run(folder, out=tmp_path / "out")
    assert (summary.ok, summary.kinds) == (1, {"Unreadable": 1})
    [row] = read_table(tmp_path / "out", "quarantine")
    assert row["source"].endswith("gone.txt")


def test_what_was_quarantined_is_tried_again_only_when_asked_to(tmp_path):
    (tmp_path / "blank.txt").write_text(" ")
    run(tmp_path / "blank.txt", out=tmp_path / "out")
    assert run(tmp_path / "blank.txt", out=tmp_path / "out").reused == 1
    assert run(tmp_path / "blank.txt", out=tmp_path / "out", retry=True).reused == 0


CRASHING = """
from functools import partial
from pipeline.batch import runner
from pipeline.cli import main
from poison import poisoned

if __name__ == "__main__":
    runner.InProcess = partial(runner.InProcess, process_one=poisoned)
    runner.Workers = partial(runner.Workers, process_one=poisoned)
    main()
"""


@pytest.mark.slow
def test_a_document_that_kills_the_run_is_given_to_a_worker_by_the_next_one(tmp_path):
    """A small batch runs in one process; one that died without a word is not run so again."""
    folder = articles(tmp_path / "in")
    (folder / "crash.txt").write_text(CRASH)
    (tmp_path / "crashing.py").write_text(CRASHING)
    root = Path(__file__).resolve().parent.parent
    told = ["run", str(folder), "--out", str(tmp_path / "out"), "--workers", "1", "--max-quarantine", "1"]
    env = {**os.environ, "PYTHONPATH": f"{root}{os.pathsep}{root / 'tests'}"}
    codes = [
        subprocess.run(
            [sys.executable, str(tmp_path / "crashing.py"), *told], env=env, capture_output=True, check=False
        ).returncode
        for _ in range(2)
    ]
    assert codes == [137, 0]
    assert [row["error"] for row in read_table(tmp_path / "out", "quarantine")] == ["WorkerDied"]
    assert len(read_table(tmp_path / "out", "documents")) == len(PLACES)


@pytest.mark.slow
def test_a_line_of_fifty_megabytes_costs_itself_only(tmp_path):
    lines = [
        json.dumps({"id": "long", "text": "Kut fell. " * 5_000_000}),
        json.dumps({"id": "kut", "text": "Kut fell."}),
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(lines))
    summary = run(tmp_path / "in.jsonl", out=tmp_path / "out")
    assert (summary.ok, summary.kinds) == (1, {"TooLong": 1})


@pytest.mark.skipif(shutil.which("bash") is None, reason="limits the size of files with bash's ulimit")
def test_a_disk_that_is_full_is_one_message_and_the_run_goes_on_later(tmp_path):
    folder = articles(tmp_path / "in")
    told = f"run {folder} --out {tmp_path / 'out'} --workers 1"
    root = Path(__file__).resolve().parent.parent
    full = subprocess.run(
        ["bash", "-c", f"ulimit -f 40; exec {sys.executable} -m pipeline {told}"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert full.returncode == 1
    assert full.stderr.count("prose-events: ") == 1
    assert "Traceback" not in full.stderr
    run(folder, out=tmp_path / "out", formats=("csv", "jsonl"))
    run(folder, out=tmp_path / "other", formats=("csv", "jsonl"))
    assert tables(tmp_path / "out") == tables(tmp_path / "other")
