"""Takes the pictures of the README: ``python tests/pictures.py`` draws the report and the review page of the corpus with Chromium.

No test: it needs Debian's Chromium and Playwright, and writes ``outputs/report.png`` and ``outputs/review.png``.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]  # fmt: skip


def call(*arguments: object) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-m", "pipeline", *map(str, arguments)], check=True, cwd=ROOT, env=environment)


def report(browser: Browser, page_file: Path, picture: Path) -> None:
    page = browser.new_page(viewport={"width": 1240, "height": 980}, color_scheme="light")
    page.goto(page_file.as_uri())
    page.evaluate("document.querySelector('#told').remove()")
    page.locator("section .paragraph", has=page.locator("mark.trigger")).nth(1).evaluate("e => e.scrollIntoView()")
    page.wait_for_timeout(1000)
    page.screenshot(path=picture)


def review(browser: Browser, log: Path, picture: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "pipeline",
        "review",
        "outputs",
        "--against",
        "tests/gold",
        "--port",
        "0",
        "--log",
        log,
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    server = subprocess.Popen(
        [str(part) for part in command], stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment
    )
    try:
        address = next(
            found[0] for line in server.stdout or () if (found := re.search(r"http://127\S+#token=\S+", line))
        )
        page = browser.new_page(viewport={"width": 1240, "height": 760}, color_scheme="light")
        page.goto(address)
        name = page.locator("input").first
        name.fill("Ada")
        name.press("Enter")
        page.wait_for_timeout(800)
        for _ in range(6):
            page.keyboard.press("n")
        page.wait_for_timeout(400)
        page.screenshot(path=picture)
    finally:
        server.terminate()
        server.wait(10)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as running:
        call("report", "outputs", "--out", Path(folder) / "report.html")
        browser = running.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        report(browser, Path(folder) / "report.html", ROOT / "outputs" / "report.png")
        review(browser, Path(folder) / "log.sqlite", ROOT / "outputs" / "review.png")
        browser.close()


if __name__ == "__main__":
    main()
