"""An annotator's day, as CONTRIBUTING tells it: a rule changes, the diff shows what it did, a person decides, and the labels hold it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

playwright = pytest.importorskip("playwright.sync_api", reason="needs Playwright: pip install playwright")
expect = playwright.expect

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[3]

ARTICLE = """The winter line broke in spring. On 3 May 1944 the partisans seized Zenica.[1] On 9 May 1944 German troops recaptured the town.[2]
"""

LABELS = """# first reading, by hand
doc_id = "zenica"

[[events]]
trigger = "troops «recaptured» the town"
type = "TERRITORY.recapture"   # not capture: it had been theirs
status = "asserted"
date = "1944-05-09"
places = ["Zenica"]
initiator = ["German troops"]
target = []
casualties = []
citations = ["2"]
opt_places = ["Zenica"]
note = "the town is Zenica"
"""  # fmt: skip


def prose_events(*arguments: object, package: Path = ROOT) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "pipeline", *map(str, arguments)],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(package), "COLUMNS": "120"},
        cwd=package,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, done.stdout


def test_a_change_of_a_rule_ends_as_labels_that_hold_it(tmp_path, served, sit, process):
    corpus, labels = tmp_path / "corpus", tmp_path / "labels"
    for folder, name, content in ((corpus, "zenica.txt", ARTICLE), (labels, "zenica.toml", LABELS)):
        folder.mkdir()
        (folder / name).write_text(content, encoding="utf-8")

    # Yesterday's rules knew no "seize".
    yesterday = tmp_path / "yesterday"
    shutil.copytree(ROOT / "pipeline", yesterday / "pipeline", ignore=shutil.ignore_patterns("__pycache__"))
    rule = yesterday / "pipeline" / "data" / "events" / "territory.capture.toml"
    assert '"seize", ' in rule.read_text(encoding="utf-8")
    rule.write_text(rule.read_text(encoding="utf-8").replace('"seize", ', "", 1), encoding="utf-8")
    assert prose_events("run", corpus, "--out", tmp_path / "old", package=yesterday)[0] == 0
    assert prose_events("run", corpus, "--out", tmp_path / "new")[0] == 0

    code, said = prose_events("diff", tmp_path / "old", tmp_path / "new")
    assert code == 1
    assert "+ gained  TERRITORY.capture “seized”" in said
    assert "trigger/territory.capture/" in said

    desk = sit(served(tmp_path / "new", labels, process))
    expect(desk.page.locator("#about")).to_contain_text("gained")
    while desk.page.locator("#done").is_hidden():
        desk.press("a")
    desk.settled()
    desk.served.kill()

    before = (labels / "zenica.toml").read_text(encoding="utf-8")
    code, patch = prose_events("labels", "apply", tmp_path / "new", "--to", labels, "--patch")
    assert code == 0
    assert '+trigger = "' in patch
    assert (labels / "zenica.toml").read_text(encoding="utf-8") == before
    assert prose_events("labels", "apply", tmp_path / "new", "--to", labels)[0] == 0
    after = (labels / "zenica.toml").read_text(encoding="utf-8")
    assert "«seized» Zenica" in after
    assert after.index("«seized»") < after.index("«recaptured»")
    assert "# not capture: it had been theirs" in after

    assert prose_events("labels", "check", labels, "--corpus", corpus)[0] == 0
    assert prose_events("diff", labels, tmp_path / "new") == (0, "No event differs.\n")
    # The labels hold the next run to what was decided: yesterday's rules fail on them.
    assert prose_events("diff", labels, tmp_path / "old")[0] == 1
