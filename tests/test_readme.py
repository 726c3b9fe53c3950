"""The README says what is: its commands exist, its code and queries run, its tables are the declared ones."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest
from test_run import run

from pipeline.cli.app import app
from pipeline.tables.columns import TABLES

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"```sql\n(.*?)```", README, re.DOTALL)


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def between(name: str) -> str:
    [found] = re.findall(rf"<!-- {name} -->\n(.*?)<!-- end -->", README, re.DOTALL)
    return found


def test_every_command_is_in_the_readme():
    names = {command.name or command.callback.__name__ for command in app.registered_commands if command.callback}
    names |= {group.name for group in app.registered_groups if group.name}
    assert names <= set(re.findall(r"^\| `prose-events (\w+)", README, re.MULTILINE))


def test_its_examples_run():
    runner = doctest.DocTestRunner()
    found = [
        doctest.DocTestParser().get_doctest(b, {}, "README", "README.md", 0) for b in blocks("python") if ">>>" in b
    ]
    assert found
    for one in found:
        runner.run(one)
    assert runner.failures == 0


def test_what_show_prints_is_what_it_says(command):
    [said] = [block for block in blocks("text") if block.startswith("$ prose-events show")]
    typed, printed = said.split("\n", 1)
    [text] = re.findall(r'"(.*)"', typed)
    shown = "\n".join(line.rstrip() for line in command("show", text, env={"COLUMNS": "80"}).stdout.splitlines())
    assert printed.strip() in shown


def declared() -> str:
    lines = ["| table | what a row is | columns |", "|---|---|---|"]
    for table in TABLES.values():
        columns = " · ".join(f"`{column.name}`" for column in table.columns)
        lines.append(f"| **{table.name}** | {table.description} | {columns} |")
    return "\n".join(lines) + "\n"


def test_its_tables_are_the_declared_ones():
    assert between("tables") == declared(), f"write this into README.md:\n{declared()}"


@pytest.fixture(scope="module")
def parquet(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("parquet")
    run(ROOT / "corpus" / "battle-of-mogadishu-1993.txt", out=out, formats=("parquet",))
    return out


@pytest.mark.parametrize("query", QUERIES, ids=[query.split("\n")[0] for query in QUERIES])
def test_its_queries_run(query, parquet, monkeypatch):
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
    monkeypatch.chdir(parquet)
    assert duckdb.sql(query).fetchall()


def test_there_are_six_queries():
    assert len(QUERIES) == 6
