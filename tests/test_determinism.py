"""The same bytes, whatever the workers, the order of inputs, the clock's zone, the locale, the hash seed; and after any kill."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from test_run import tables

from pipeline.reading import read_documents
from pipeline.records import Document

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def articles(root, tmp_path_factory) -> Path:
    """The corpus five times over as JSON lines, with a line that is none: enough work to be killed in."""
    path = tmp_path_factory.mktemp("articles") / "articles.jsonl"
    documents = [one for one in read_documents(root / "corpus") if isinstance(one, Document)]
    lines = [
        json.dumps({"id": f"{d.doc_id}-{i}", "title": d.title, "text": d.text}) for i in range(5) for d in documents
    ]
    path.write_text("\n".join([*lines[:40], "no json", *lines[40:]]))
    return path


def start(path: Path, out: Path, *arguments: str, **env: str) -> subprocess.Popen[bytes]:
    command = [
        sys.executable,
        "-m",
        "pipeline",
        "run",
        str(path),
        "--out",
        str(out),
        "--max-quarantine",
        "5",
        *arguments,
    ]
    formats = [part for name in ("csv", "jsonl", "parquet") for part in ("--format", name)]
    root = Path(__file__).resolve().parent.parent
    return subprocess.Popen(
        [*command, *formats],
        env={**os.environ, "PYTHONPATH": str(root), **env},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def finish(process: subprocess.Popen[bytes]) -> None:
    _, said = process.communicate(timeout=240)
    assert process.returncode == 0, said.decode()


@pytest.fixture(scope="module")
def undisturbed(articles, tmp_path_factory) -> dict[str, bytes]:
    out = tmp_path_factory.mktemp("undisturbed")
    finish(start(articles, out, "--workers", "1"))
    return tables(out)


@pytest.mark.parametrize(
    ("workers", "env"),
    [
        ("2", {"TZ": "Pacific/Auckland", "PYTHONHASHSEED": "1"}),
        ("1", {"TZ": "America/Lima", "LC_ALL": "C", "PYTHONHASHSEED": "7"}),
        ("5", {"LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "42"}),
    ],
)
def test_workers_zone_locale_and_hash_seed_change_no_byte(articles, undisturbed, tmp_path, workers, env):
    finish(start(articles, tmp_path, "--workers", workers, **env))
    assert tables(tmp_path) == undisturbed


def _children(pid: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def _disturb(articles: Path, out: Path, rounds: int, chance: random.Random) -> int:
    """Kill runs, or one of their workers, at random moments; gives the number of kills that hit."""
    hits = 0
    for _ in range(rounds):
        process = start(articles, out, "--workers", chance.choice(["1", "2", "2"]))
        time.sleep(chance.uniform(0.2, 4.0))
        victims = _children(process.pid)
        victim = chance.choice(victims) if victims and chance.random() < 0.4 else process.pid
        if process.poll() is None:
            hits += 1
            try:
                os.kill(victim, signal.SIGKILL)
            except ProcessLookupError:
                hits -= 1
        if victim != process.pid:
            time.sleep(chance.uniform(0.0, 1.0))
            process.kill()
        process.communicate(timeout=60)
        _no_torn_file(out)
    return hits


def _no_torn_file(out: Path) -> None:
    """What stands under its own name is whole: it ends in a line's end, and holds as many cells a line as its header."""
    for name, content in tables(out).items():
        if ".partial" in name or name.endswith(".parquet"):
            continue
        assert not content or content.endswith(b"\n"), name


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="finds the workers in /proc")
def test_killed_anywhere_and_taken_up_again_gives_the_same_bytes(articles, undisturbed, tmp_path, pytestconfig):
    rounds = pytestconfig.getoption("kills")
    hits = _disturb(articles, tmp_path, rounds, random.Random(rounds))
    finish(start(articles, tmp_path, "--workers", "2"))
    assert tables(tmp_path) == undisturbed
    assert hits > 0


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="finds the workers in /proc")
def test_workers_die_with_their_run(articles, tmp_path):
    process = start(articles, tmp_path, "--workers", "2")
    workers: list[int] = []
    for _ in range(200):
        time.sleep(0.05)
        workers = [w for child in _children(process.pid) for w in [child, *_children(child)]]
        if len(workers) >= 2:
            break
    process.kill()
    process.communicate(timeout=30)
    for _ in range(100):
        if not any(Path(f"/proc/{w}").exists() for w in workers):
            break
        time.sleep(0.1)
    assert [w for w in workers if Path(f"/proc/{w}").exists()] == []


@pytest.mark.parametrize("seconds", [0.1, 0.4, 0.8, 1.6])
def test_interrupted_it_says_so_and_exits_with_130(articles, tmp_path, seconds):
    process = start(articles, tmp_path, "--workers", "2")
    while not (tmp_path / ".prose-events.sqlite").exists():
        time.sleep(0.05)
    time.sleep(seconds)
    os.killpg(process.pid, signal.SIGINT)  # as Ctrl-C does: the workers hear it too, while they start
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    told = [line for line in said.decode().splitlines() if '"event": "progress"' not in line]
    assert told == ["prose-events: interrupted; what was done is kept, run the same command to go on"]
