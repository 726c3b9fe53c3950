"""The review app as a person meets it: a server in a process of its own and Debian's Chromium."""

import contextlib
import os
import re
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pipeline.review.changes import compare
from pipeline.review.decisions import Log
from pipeline.review.queue import items_from
from pipeline.review.readings import read_sides
from pipeline.review.server import open_service

ROOT = Path(__file__).parents[3]


class Served:
    """One review, served from a thread of this process."""

    def __init__(self, new: Path, old: Path, auth_file: Path | None = None) -> None:
        self.new, self.old, self.auth_file = new, old, auth_file
        self.start()

    def start(self) -> None:
        before, after = read_sides(self.old, self.new)
        items = items_from(compare(before, after), before, after)
        self.log = Log(self.new / "review.sqlite")
        self.service = open_service(items, self.log, old="old", new="new", auth_file=self.auth_file)
        self.address, _, self.token = self.service.address.partition("#token=")
        self.thread = threading.Thread(target=self.service.run)
        self.thread.start()

    def stop(self) -> None:
        self.service.stop()
        self.thread.join(10)
        self.log.close()

    def rows(self) -> list[tuple]:
        """Annotator, role, item, verdict and value of every row of the log."""
        with contextlib.closing(sqlite3.connect(self.new / "review.sqlite")) as log:
            return log.execute("SELECT annotator, role, item, verdict, value FROM decisions ORDER BY seq").fetchall()

    def ids(self) -> set[str]:
        with contextlib.closing(sqlite3.connect(self.new / "review.sqlite")) as log:
            return {row[0] for row in log.execute("SELECT id FROM decisions")}

    def verdicts(self) -> list[str]:
        return [row[3] for row in self.rows()]


class Process(Served):
    """One review, served by the command line; it can be killed and started again on the same port."""

    port = 0

    def start(self) -> None:
        command = [sys.executable, "-m", "pipeline", "review", self.new, "--against", self.old, "--port", self.port]
        self.process = subprocess.Popen(
            [str(part) for part in command],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
        )
        said = []
        for line in self.process.stdout:
            said.append(line)
            if found := re.search(r"Open (http://127\.0\.0\.1:(\d+)/)#token=(\S+)", line):
                self.address, self.port, self.token = found[1], int(found[2]), found[3]
                return
        raise AssertionError("".join(said))

    def stop(self) -> None:
        if self.process.poll() is None:
            self.kill(signal.SIGTERM)

    def kill(self, number: int = signal.SIGKILL) -> None:
        self.process.send_signal(number)
        self.process.wait(10)
        self.process.stdout.close()


@pytest.fixture
def served() -> Iterator[Callable[..., Served]]:
    running = []

    def serve(new: Path, old: Path, kind: type[Served] = Served, auth_file: Path | None = None) -> Served:
        running.append(kind(new, old, auth_file))
        return running[-1]

    yield serve
    for one in running:
        one.stop()


@pytest.fixture
def process() -> type[Process]:
    return Process


class Desk:
    """A signed-in tab."""

    def __init__(self, context, served: Served, name: str, role: str = "annotator") -> None:
        self.served, self.page = served, context.new_page()
        self.problems: list[str] = []
        self.requests: list[str] = []
        self.page.on("pageerror", lambda error: self.problems.append(str(error)))
        self.page.on("console", lambda m: self.problems.append(m.text) if m.type == "error" and "net::ERR" not in m.text and "status of 4" not in m.text else None)  # fmt: skip
        self.page.on("dialog", lambda dialog: (self.problems.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        self.page.on("request", lambda request: self.requests.append(request.url))
        # Signed in as the page would do it, without the page: one test goes through the form.
        sent = {"name": name, "role": role, "token": served.token}
        answer = context.request.post(
            f"{served.address}api/session", data=sent, headers={"origin": served.address.rstrip("/")}
        )
        assert answer.ok
        self.page.goto(served.address)
        self.ready()

    def ready(self) -> None:
        self.page.locator("#readings .card, #done:not([hidden])").first.wait_for()

    def press(self, keys: str, delay: float = 0) -> None:
        for key in keys:
            self.page.keyboard.press({" ": "Space"}.get(key, key), delay=delay)

    def text(self, selector: str) -> str:
        return self.page.locator(selector).inner_text()

    def position(self) -> str:
        return re.search(r"(\d+) of \d+", self.text("#about"))[1]

    def settled(self) -> None:
        """Waits until the server has acknowledged everything."""
        self.page.locator("#saved", has_text="saved ✓").wait_for()


@pytest.fixture
def context(chromium):
    made = chromium.new_context(viewport={"width": 1280, "height": 860})
    yield made
    made.close()


@pytest.fixture
def sit(context) -> Iterator[Callable[..., Desk]]:
    """Opens a tab for an annotator; afterwards no tab may have met an error or asked another host."""
    desks = []

    def sit(served: Served, name: str = "Ada", role: str = "annotator", within=None) -> Desk:
        desks.append(Desk(within or context, served, name, role))
        return desks[-1]

    yield sit
    for desk in desks:
        assert desk.problems == []
        assert [url for url in desk.requests if not url.startswith(desk.served.address)] == []


def town(n: int, *, status: str = "asserted", **changed) -> tuple[str, dict]:
    """A sentence and its event."""
    sentence = f"On {n % 28 + 1} May 1944 the partisans seized Town{n}.[{n}]"
    trigger = sentence.index("seized")
    place = sentence.index("Town")
    spot = {"role": "object", "country": None, "lat": None, "lon": None, "precision": "none", "mention_id": f"p{n}"}
    event = {
        "event_id": f"e{n}", "doc_id": "towns", "type": "TERRITORY", "subtype": "capture", "status": status, "attribution": None,
        "trigger": {"text": "seized", "start": trigger, "end": trigger + 6},
        "date": {"start": f"1944-05-{n % 28 + 1:02}", "end": f"1944-05-{n % 28 + 1:02}", "granularity": "day", "derivation": "explicit", "text": "", "mention_id": None},
        "places": [{"text": f"Town{n}", "name": f"Town{n}", "start": place, "end": place + len(f"Town{n}"), **spot}],
        "actors": [], "casualties": [], "citations": [str(n)], "section": "", "rule": "trigger/territory.capture/seize", "duplicate_of": None,
        **changed,
    }  # fmt: skip
    return sentence, event


def shifted(event: dict, by: int, sentence: str) -> dict:
    def moved(span):
        return {**span, "start": span["start"] + by, "end": span["end"] + by}

    return {
        **event,
        "trigger": moved(event["trigger"]),
        "places": [moved(place) for place in event["places"]],
        "sentence": {"start": by, "end": by + len(sentence), "text": sentence},
    }


@pytest.fixture
def towns(tmp_path, runs) -> Callable[..., tuple[Path, Path]]:
    """Two runs over one document in which the new one calls every event reported."""

    def make(number: int, *, before: str = "", **changed) -> tuple[Path, Path]:
        text, sides = before, {"asserted": [], "reported": []}
        for n in range(number):
            sentence, _ = town(n)
            for status, events in sides.items():
                events.append(shifted(town(n, status=status, **changed)[1], len(text), sentence))
            text += f"{sentence} "
        return tuple(runs.write(tmp_path / status, events, {"towns": text}) for status, events in reversed(sides.items()))  # fmt: skip

    return make
