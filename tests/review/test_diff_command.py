"""`diff` on the command line: exit codes, formats, filters, and what a spreadsheet gets."""

import csv
import io
import json
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from pipeline.cli.app import app
from pipeline.errors import PipelineError


def run(*arguments) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["diff", *map(str, arguments)])
    if isinstance(result.exception, PipelineError):  # `main` makes of it a message and an exit code
        return result.exception.exit_code, result.stdout, str(result.exception)
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def two_runs(tmp_path, make_run, labelled_events):
    events = [e for e in labelled_events if e["doc_id"] in ("battle-of-marathon", "falklands-war")]
    dated = next(e for e in events if e["date"] and e["places"])
    changed = [e | {"date": None, "rule": "=trigger/x"} if e is dated else e for e in events[:-1]]
    return make_run(tmp_path / "old", events), make_run(tmp_path / "new", changed)


def test_exit_code_says_whether_anything_differs(two_runs, tmp_path):
    old, new = two_runs
    assert run(old, old)[:2] == (0, "No event differs.\n")
    assert run(old, new)[0] == 1
    code, _, complaint = run(old, tmp_path / "nothing")
    assert (code, "no such folder" in complaint) == (2, True)


def test_a_broken_line_is_an_error_and_no_difference(two_runs):
    old, new = two_runs
    with (new / "events.jsonl").open("a", encoding="utf-8") as stream:
        stream.write('{"event_id": "x"}\n')
    assert run(old, new)[0] == 2


def test_json_holds_both_readings_with_their_evidence(two_runs):
    changes = json.loads(run(*two_runs, "--format", "json")[1])["changes"]
    assert [c["kind"] for c in changes] == ["changed", "lost"]
    assert changes[0]["old"]["cells"]["date"]
    assert changes[0]["new"]["cells"]["date"] == ""
    place = changes[0]["new"]["evidence"][0]
    text = changes[0]["sentence"]
    assert (
        text["text"][place["start"] - text["start"] : place["end"] - text["start"]]
        in changes[0]["new"]["cells"]["places"]
    )


def test_filters_narrow_what_is_shown_and_the_exit_code(two_runs):
    code, said, _ = run(*two_runs, "--kind", "lost", "--column", "date")
    assert (code, said.startswith("No event differs.\n"), "not asked for" in said) == (0, True, True)
    assert run(*two_runs, "--column", "date", "--severity", "value", "--rule", "=trigger/*")[0] == 1
    assert run(*two_runs, "--document", "falklands*")[0] == 1
    assert run(*two_runs, "--document", "erie*")[0] == 2


def test_csv_is_plain_by_default_and_harmless_on_demand(two_runs):
    plain = list(csv.DictReader(io.StringIO(run(*two_runs, "--format", "csv")[1])))
    safe = list(csv.DictReader(io.StringIO(run(*two_runs, "--format", "csv", "--spreadsheet")[1])))
    assert plain[0]["new_rule"] == "=trigger/x"
    assert safe[0]["new_rule"] == "'=trigger/x"
    assert [row["start"] for row in plain] == [row["start"] for row in safe]


def test_the_page_asks_nothing_of_the_network(two_runs, tmp_path):
    code, _, _ = run(*two_runs, "--format", "html", "--out", tmp_path / "diff.html")
    page = (tmp_path / "diff.html").read_text(encoding="utf-8")
    assert code == 1
    assert "http://" not in page
    assert "https://" not in page
    assert "=trigger/x" in page


def test_comparing_does_not_wait_for_spacy(two_runs):
    script = "import sys\nfrom pipeline.cli.app import app\ntry:\n    app()\nfinally:\n    print(sorted({'spacy', 'pandas', 'scipy', 'pyarrow'} & set(sys.modules)), file=sys.stderr)\n"
    done = subprocess.run(
        [sys.executable, "-c", script, "diff", *map(str, two_runs)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr.strip()) == (1, "[]")
