"""Spark, on a real local one: the rows of the local engine, and faults that stay with their document."""

from __future__ import annotations

import os
import shutil

import pytest
from test_run import run, tables

from pipeline.batch.options import Limits
from pipeline.reading import read_documents
from pipeline.records import Document
from pipeline.tables.columns import TABLES
from pipeline.tables.reading import read_table

pytest.importorskip("pyspark", reason="the spark extra is not installed")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (shutil.which("java") or os.environ.get("JAVA_HOME")), reason="needs Java for Spark"),
    pytest.mark.filterwarnings("ignore"),
]

POISON = [("no-text", None), ("blank", "   "), ("long", "Kut fell. " * 2_000)]


@pytest.fixture(scope="module")
def documents(root) -> list[Document]:
    return [one for one in read_documents(root / "corpus") if isinstance(one, Document) and one.format == "text"]


def test_the_tables_are_those_of_the_local_engine(documents):
    import json

    from pipeline.batch.cluster import session
    from pipeline.spark import extract, tables_of

    limits = Limits(characters=15_000)
    rows = [(d.doc_id, d.title, d.text) for d in documents] + [(name, "", text) for name, text in POISON]
    local: dict[str, list] = {name: [] for name in TABLES}
    for doc_id, title, text in rows:
        for name, some in tables_of({"doc_id": doc_id, "title": title, "text": text}, limits).items():
            local[name] += some
    with session("local[2]") as spark:
        found = extract(
            spark.createDataFrame(rows, "doc_id string, title string, text string").repartition(3), limits=limits
        )
        for name, table in TABLES.items():
            got = [row.asDict() for row in found[name].collect()]
            assert found[name].columns == [column.name for column in table.columns]
            assert sorted(map(json.dumps, got)) == sorted(map(json.dumps, local[name])), name
    assert {row["doc_id"] for row in local["quarantine"]} == {name for name, _ in POISON}
    assert len(local["events"]) > 100


def test_a_batch_on_spark_gives_the_bytes_of_the_local_engine(root, tmp_path):
    inputs = [root / "corpus" / name for name in ("battle-of-marathon.txt", "erie-canal.txt", "articles.jsonl")]
    (tmp_path / "empty.txt").write_text("")
    for engine in ("local", "spark"):
        run(*inputs, tmp_path / "empty.txt", out=tmp_path / engine, engine=engine, master="local[2]")
    assert tables(tmp_path / "spark") == tables(tmp_path / "local")
    assert [row["error"] for row in read_table(tmp_path / "spark", "quarantine")] == ["Empty"]


def test_without_java_it_says_so(command, root, tmp_path):
    env = {"PATH": str(tmp_path), "JAVA_HOME": ""}
    done = command("run", root / "corpus" / "erie-canal.txt", "--out", tmp_path / "out", "--engine", "spark", env=env)
    assert (done.returncode, "needs Java" in done.stderr) == (2, True)


def test_a_master_that_there_is_not_is_told(command, root, tmp_path):
    asked = ["--engine", "spark", "--master", "mars"]
    done = command("run", root / "corpus" / "erie-canal.txt", "--out", tmp_path / "out", *asked)
    assert (done.returncode, "Spark does not start with the master 'mars'" in done.stderr) == (2, True)
