"""What tests share: the command line run as a user runs it, and the folder of the project's own articles."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from pipeline.gazetteer import ensure_cache

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

# The same examples every time: a rule that breaks a property is told of at once, and not to whoever runs the tests next.
settings.register_profile("stable", deadline=None, derandomize=True)
settings.load_profile("stable")

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

Command = Callable[..., subprocess.CompletedProcess[str]]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--kills", type=int, default=3, help="how often the batch is killed before it must be whole again")
    parser.addoption(
        "--accept-score", action="store_true", help="accept today's score against the labels, though it be lower"
    )


@pytest.fixture(scope="session", autouse=True)
def _gazetteer() -> None:
    """The compiled gazetteer is there before the first test, on a fresh machine too: no test waits for it or sees it made."""
    ensure_cache()


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared development data beside the repository."""
    if not SHARED.is_dir():
        pytest.skip("needs ../shared, which is not here")
    return SHARED


@pytest.fixture(scope="session")
def command() -> Command:
    """`prose-events` in a process of its own: ``command("run", path, "--out", out, env={…}, stdin="…")``."""

    def call(*arguments: object, env: dict[str, str] | None = None, cwd: Path = ROOT, stdin: str | bytes = b""):
        given = stdin.encode() if isinstance(stdin, str) else stdin
        found = subprocess.run(
            [sys.executable, "-m", "pipeline", *map(str, arguments)],
            input=given,
            capture_output=True,
            cwd=cwd,
            env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "120", **(env or {})},
            check=False,
            timeout=240,
        )
        out, err = found.stdout.decode(), found.stderr.decode()
        assert "Traceback" not in err, err
        return subprocess.CompletedProcess(found.args, found.returncode, out, err)

    return call


@pytest.fixture(scope="session")
def chromium():
    playwright = pytest.importorskip("playwright.sync_api", reason="needs Playwright: pip install playwright")
    if not CHROMIUM.exists():
        pytest.skip("needs Debian's Chromium: apt-get install chromium")
    with playwright.sync_playwright() as running:
        browser = running.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield browser
        browser.close()
