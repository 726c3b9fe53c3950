"""The README says what is: its commands exist, its code and queries run, its tables are the declared ones."""

from __future__ import annotations

import doctest
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from test_run import run

from pipeline.cli.app import app
from pipeline.tables.columns import TABLES
from pipeline.tables.reading import read_table

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


TOURS = re.findall(r"<!-- tour -->\n```bash\n(.*?)```", README, re.DOTALL)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_every_command_of_the_tours_does_what_it_says(tmp_path, command):
    """All of them in one folder, in their order, as a reader would."""
    for name in ("corpus", "outputs", "tests/gold"):
        shutil.copytree(ROOT / name, tmp_path / name)
    assert len(TOURS) == 5
    for line in "".join(TOURS).splitlines():
        program, *arguments = shlex.split(line, comments=True)
        assert program == "prose-events"
        if arguments[0] == "review":
            opened = _opened(arguments, tmp_path)
            assert re.search(r"http://127\.0\.0\.1:\d+/#token=\S+", opened), (line, opened)
            continue
        done = command(*arguments, cwd=tmp_path)
        # A comparison ends with 1 where something differs.
        assert done.returncode in ((0, 1) if arguments[0] == "diff" else (0,)), (line, done.stderr)
        assert (done.stdout + done.stderr).strip(), line
    for made in ("mogadishu.html", "tables/events.csv", "tables/report.html", "tables/map.png", "acled/acled.csv", "acled/acled-left-out.csv", "ged/ucdp-ged.csv", "package/datapackage.json", "brat/annotation.conf"):  # fmt: skip
        assert (tmp_path / made).exists(), made
    assert len(read_table(tmp_path / "some", "documents")) == 3


def _opened(arguments: list[str], folder: Path) -> str:
    """What the review says until one can open it; then it is ended."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    called = [sys.executable, "-m", "pipeline", *arguments]
    with subprocess.Popen(called, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=folder, env=environment) as server:  # fmt: skip
        said = ""
        for line in server.stdout or ():
            said += line
            if "http://" in line:
                break
        try:
            server.send_signal(signal.SIGINT)
            server.communicate(timeout=30)
        finally:
            server.kill()  # else a server that did not hear the signal is waited for without end
    return said


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
