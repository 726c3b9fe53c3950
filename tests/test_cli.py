"""The command line as scripts see it: exit codes, streams, messages."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

from pipeline.batch import Progress
from pipeline.cli.progress import shown


def test_run_prints_a_summary_and_exits_with_0(command, tmp_path):
    (tmp_path / "kut.txt").write_text("Kut fell on 29 April 1916.[1]")
    done = command("run", tmp_path / "kut.txt", "--out", tmp_path / "out", "--workers", "1")
    # A machine that is busy takes more than five seconds, and the progress says so.
    said = [line for line in done.stderr.splitlines() if '"event": "progress"' not in line]
    assert (done.returncode, said) == (0, [])
    assert "1 of 1 documents" in done.stdout
    assert (tmp_path / "out" / "run.json").exists()


def test_standard_input_is_a_document(command, tmp_path):
    done = command("run", "-", "--out", tmp_path / "out", stdin="Kut fell on 29 April 1916.")
    assert done.returncode == 0
    assert "stdin" in (tmp_path / "out" / "documents.csv").read_text()


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="needs /dev/fd")
def test_a_pipe_of_the_shell_is_read_once_and_whole(tmp_path):
    run = f"{sys.executable} -m pipeline run <(echo 'Kut fell on 29 April 1916.') --out {tmp_path / 'out'}"
    assert subprocess.run(["bash", "-c", run], cwd=ROOT, capture_output=True, check=False).returncode == 0
    assert "stdin" in (tmp_path / "out" / "documents.csv").read_text()


@pytest.fixture(scope="module")
def a_run(command, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("of") / "run"
    assert command("run", "-", "--out", folder, stdin="Kut fell on 29 April 1916.").returncode == 0
    return folder


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["run", "nowhere.txt", "--out", "{out}"], 2, "nowhere.txt: no such file or folder"),
        (["run", "--out", "{out}"], 2, "Missing argument"),
        (["run", "{text}", "--out", "{out}", "--format", "xlsx"], 2, "--format: format"),
        (
            ["run", "{text}", "--out", "{out}", "--workers", "0"],
            2,
            "--workers: workers = '0': must be a number from 1 to 1024, or auto",
        ),
        (
            ["run", "{text}", "--out", "{out}", "--max-quarantine", "lots"],
            2,
            "--max-quarantine: 'lots' is neither a number",
        ),
        (["run", "{text}", "--out", "{out}", "--sample", "20"], 2, "--sample: '20' is no percentage such as 1%"),
        (
            ["run", "{text}", "--out", "{out}", "--input-format", "spark"],
            2,
            "--input-format: 'spark' is no format; there are text, markdown",
        ),
        (
            ["run", "{text}", "--out", "{out}", "--timeout", "inf"],
            2,
            "--timeout: timeout = inf: Input should be less than",
        ),
        (["plan", "{text}", "--out", "{text}"], 2, "kut.txt: not a folder"),
        (["run", "{text}", "--out", "{text}"], 2, "output folder"),
        (["run", "{empty}", "--out", "{out}"], 3, "1 of 1 documents quarantined"),
        (["run", "{text}", "{empty}", "--out", "{out}", "--max-quarantine", "50%"], 0, ""),
        (["run", "{text}", "--out", "{out}", "--config", "nowhere.toml"], 2, "nowhere.toml: no such file"),
        (["run", "{text}", "--out", ""], 2, "Invalid value for '--out': no folder is named"),
        (["export", "{run}", "--to", "acled", "--out", " "], 2, "Invalid value for '--out': no folder is named"),
        (["run", "{run}", "--out", "{run}"], 2, "run: input and output are the same folder"),
        (["diff", "{run}", "{run}", "--document", "acre*"], 2, "--document: neither side has 'acre*'"),
        (["schema", "battles"], 2, "there is no table 'battles'"),
        (["score", "{out}", "{out}"], 2, "no such folder"),
        (["retry", "{out}"], 2, "no run has written here"),
        (["validate", "{out}"], 2, "{out}: no such folder"),
        (["validate", "{folder}"], 2, "neither documents.csv"),
        (["show", "no/such/file.txt"], 2, "no such file"),
        (["show", "nowhere.txt"], 2, "nowhere.txt: no such file"),
        (["show", ""], 2, "there is no text to show"),
        (["run", "nowhere/*.txt", "--out", "{out}"], 2, "nowhere/*.txt: no file matches"),
        (["run", "{text}", "--out", "/proc/nowhere"], 2, "output folder"),
        (["frobnicate"], 2, "No such command"),
        (["show", "Kut fell.", "--date", "lately"], 2, "--date: 'lately' is no date; write it as 2016-11-06"),
        (["show", "Kut fell.", "--html", "{out}", "--unresolved"], 2, "--html writes mentions and events"),
        (["show", "Kut fell.", "--table", "{out}"], 2, "--table writes the ranking of --unresolved"),
        (["show", "Kut fell.", "--limit", "3"], 2, "--limit cuts the ranking of --unresolved"),
        (["show", "{text}", "--encoding", "klingon"], 2, "--encoding: encoding = 'klingon': is no encoding"),
        (["show", "{records}"], 3, "records.jsonl:1: the record has no text"),
        (["show", "{nothing}"], 2, "nothing.jsonl: no document in it"),
        (["diff", "{out}", "{text}"], 2, "prose-events: {out}: no such folder"),
        (["diff", "{run}", "{run}", "--column", "who"], 2, "--column: 'who' is not compared; there are trigger, type"),
        (["diff", "{run}", "{run}", "--type", "WAR"], 2, "--type: there is no 'WAR'; there are AGREEMENT, BATTLE"),
        (["diff", "{run}", "{run}", "--out", "{run}"], 2, "run: is a folder, and a file is to be written"),
        (["report", "{run}", "--out", "/proc/report.html"], 2, "/proc/report.html: cannot be written"),
        (["export", "{run}", "--to", "brat", "--out", "{text}"], 2, "kut.txt: File exists: the output folder must be"),
        (["labels", "check", "{out}"], 2, "out: no hand-labelled files"),
        (["labels", "check", "{bytes}", "--corpus", "{text}"], 2, "bytes.toml:1: byte 0 is not UTF-8"),
        (["labels", "apply", "{empty}"], 2, "empty.txt: no log of decisions; `prose-events review` makes one"),
        (["labels", "apply", "{run}/.prose-events.sqlite"], 2, "a database, but not a log of decisions"),
        (["config", "--config", "{bytes}"], 2, "bytes.toml: byte 0 is not UTF-8"),
        (["diff", "{text}", "{run}"], 2, "kut.txt: no folder; a folder written by `prose-events run` is needed"),
        (["export", "{folder}", "--to", "acled", "--out", "{out}"], 2, "neither events.csv nor events/*.parquet in it"),
        (["show", "{cut}"], 3, "cut.jsonl:1: no JSON: Expecting ',' delimiter at character 20\n"),
        (["review", "{run}", "--against", "{run}", "--port", "99999"], 2, "Invalid value for '--port'"),
        (["review", "{run}", "--against", "{run}", "--severity", "grave"], 2, "Invalid value for '--severity'"),
        (["review", "{run}", "--against", "{run}", "--auth-file", "{out}"], 2, "out: No such file or directory\n"),
        (["show", "Kut fell.", "--html", "nowhere/kut.html"], 2, "nowhere/kut.html: there is no folder nowhere"),
        (["run", "{table}", "--out", "{out}"], 2, "tables as CSV are not read; give its records as JSON lines"),
        (["run", "{array}", "--out", "{out}"], 2, "JSON is read with one record a line"),
        (["run", "{text}", "", "--out", "{out}"], 2, "an input has no name: is a variable empty?"),
        (["export", "{run}", "--to", "stata"], 2, "Invalid value for '--to': 'stata' is not one of"),
        (["config", "--config", "{lots}"], 2, "lots.toml: 'lots' is neither a number of documents nor a percentage"),
        (["show", "{keys}"], 3, "keys.jsonl:1: the record has no text; its keys are id, body"),
    ],
)
def test_failures_are_one_message_and_an_exit_code(command, tmp_path, a_run, arguments, code, message):
    names = {"out": tmp_path / "out", "text": tmp_path / "kut.txt", "empty": tmp_path / "empty.txt"}
    names["text"].write_text("Kut fell on 29 April 1916.")
    names["empty"].write_text("")
    names |= {"table": tmp_path / "articles.csv", "array": tmp_path / "articles.json"}
    names["table"].write_text("id,text\n1,Kut fell.\n")
    names["array"].write_text(json.dumps([{"id": 1, "text": "Kut fell."}], indent=1))
    names |= {"records": tmp_path / "records.jsonl", "nothing": tmp_path / "nothing.jsonl", "run": a_run}
    names |= {"bytes": tmp_path / "bytes.toml", "cut": tmp_path / "cut.jsonl", "folder": tmp_path}
    names["bytes"].write_bytes(b"\xff\xd7")
    names["cut"].write_text('{"text": "Kut fell."')
    names["records"].write_text('{"text": 3}\n[1]\n')
    names["nothing"].write_text("")
    names |= {"lots": tmp_path / "lots.toml", "keys": tmp_path / "keys.jsonl"}
    names["lots"].write_text('max_quarantine = "lots"')
    names["keys"].write_text('{"id": 1, "body": "Kut fell."}')
    done = command(*[argument.format(**names) for argument in arguments], cwd=tmp_path)
    assert done.returncode == code, done.stderr
    assert message.format(**names) in done.stderr


def test_it_tells_its_version_and_how_it_is_called(command):
    told = command("--version")
    assert (told.returncode, bool(re.fullmatch(r"prose-events \d+\.\d+\.\d+\n", told.stdout))) == (0, True)
    asked, nothing = command("-h", env={"COLUMNS": "80"}), command()
    assert (asked.returncode, nothing.returncode) == (0, 2)
    # Each command is told in a line that is whole.
    listed = [line for line in asked.stdout.partition("Commands:")[2].splitlines() if re.match(r"  \w", line)]
    assert len(listed) >= 14
    assert [line for line in listed if line.endswith("...")] == []


def test_a_narrow_bar_keeps_the_time_that_is_left(monkeypatch):
    screen = io.StringIO()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(screen, "isatty", lambda: True)
    for name, value in {"COLUMNS": "80", "TERM": "xterm", "NO_COLOR": "1"}.items():
        monkeypatch.setenv(name, value)
    with shown() as observe:
        done = Progress(
            documents=61_000, characters=903_517, events=5_793, quarantined=3, bytes_read=50, bytes_total=100
        )
        done.seconds = 10.0
        observe(done)
    plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", screen.getvalue())
    [line] = {line.rstrip() for line in re.split(r"[\r\n]", plain) if "3 quarantined" in line}
    assert re.match(r"reading ━{5} {7}50% (--:--|\d\d:\d\d) 3 quarantined · 5,793 events", line)
    assert len(line) <= 80


def test_show_names_what_it_found(command):
    done = command("show", "On 6 November 2016 the rebels captured Aleppo.[1]", "--rules")
    assert done.returncode == 0
    assert "citation/reference" in done.stdout


def test_show_takes_the_time_of_a_file_from_its_flag(command, tmp_path):
    (tmp_path / "kut.txt").write_text("On 6 November the rebels captured Aleppo.")
    shown = command("show", tmp_path / "kut.txt", "--date", "2016-11-09", "--title", "Aleppo").stdout
    assert ("when 2016-11-06" in shown, shown.startswith("Aleppo ─")) == (True, True)


def test_show_breaks_no_cell_and_cuts_no_rule(command):
    text = (
        "On 6 November 2016 Army special forces and Hezbollah militiamen seized Minyan Sawmills and Tal Rakhem.[44][45]"
    )
    shown = command("show", text, "--rules", env={"COLUMNS": "60"}).stdout
    assert re.search(r"  who Army special forces, Hezbollah militiamen$", shown, re.MULTILINE)
    assert "trigger/territory.capture/capture" in shown
    assert "…" not in shown


def test_show_reads_a_file_and_refuses_binary(command, tmp_path):
    (tmp_path / "kut.md").write_text("# Siege\n\nKut fell.")
    assert "Kut fell." in command("show", tmp_path / "kut.md").stdout
    (tmp_path / "x.txt").write_bytes(b"\x89PNG\x00")
    refused = command("show", tmp_path / "x.txt")
    assert (refused.returncode, "a picture, and no text" in refused.stderr) == (3, True)


def test_a_heading_is_shown_once_below_those_above_it(command, tmp_path):
    (tmp_path / "kut.md").write_text(
        "# Siege\n\nKut fell.\n\n## Relief\n\n### Sannaiyat\n\nGorringe attacked the camp."
    )
    shown = command("show", tmp_path / "kut.md").stdout
    assert [shown.count(heading) for heading in ("Relief", "Sannaiyat")] == [2, 1]
    events = command("show", tmp_path / "kut.md", "--events").stdout.splitlines()
    assert [line for line in events if line.strip() in ("Relief", "Relief > Sannaiyat")] == ["Relief > Sannaiyat"]


def test_show_ranks_what_no_rule_explains(command, tmp_path):
    for name, text in (
        ("a.txt", "The Danes tarried near Kiel. The Swedes launched an attack on Narva."),
        ("b.txt", "The Swedes tarried there. On 3 May 1809 snow lay deep. Casualties: 40 men killed."),
    ):
        (tmp_path / name).write_text(text)
    done = command("show", tmp_path, "--unresolved", "--table", tmp_path / "gaps.csv", env={"COLUMNS": "200"})
    assert done.returncode == 0
    with (tmp_path / "gaps.csv").open(newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [(row["number"], row["kind"], row["key"]) for row in rows] == [
        ("2", "verb_unknown", "tarry"),
        ("1", "date_without_event", "lie"),
    ]
    assert done.stdout.splitlines()[1:] == [
        "verbs of an actor that no trigger knows: 2",
        "     2  tarry  The Danes tarried near Kiel.",
        "",
        "sentences with a date and no event, by their main verb: 1",
        "     1  lie  On 3 May 1809 snow lay deep.",
    ]


def test_the_ranking_is_cut_to_the_most_frequent_and_to_the_window(command, tmp_path):
    for number, verb in enumerate(("tarried", "frolicked", "tarried", "yodelled")):
        (tmp_path / f"{number}.txt").write_text(f"The Danes {verb} near Kiel all day, and the bells of the town rang.")
    shown = command("show", tmp_path, "--unresolved", "--limit", "1", env={"COLUMNS": "40"}).stdout
    assert "     2  tarry  The Danes tarried near K…\n     …  2 more, no more" in shown
    assert "yodelled   The" in command("show", tmp_path, "--unresolved", "--limit", "0").stdout


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_a_run_is_shown_by_the_texts_of_its_table(command, tmp_path, form):
    (tmp_path / "a.md").write_text("# Kiel\n\nThe Danes *tarried* near Kiel.")
    (tmp_path / "b.txt").write_text("The Danes tarried there.")
    assert command("run", "a.md", "b.txt", "--out", "out", "--format", form, cwd=tmp_path).returncode == 0
    shown = command("show", "out", "--unresolved", cwd=tmp_path)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "2  tarry  The Danes tarried near Kiel." in shown.stdout
    assert "The Danes *tarried* near Kiel." in command("show", "out", cwd=tmp_path).stdout


def test_what_cannot_be_read_is_named_a_few_times_and_counted(command, tmp_path):
    (tmp_path / "records.jsonl").write_text('{"body": "Kut fell."}\n' * 9)
    refused = command("show", tmp_path / "records.jsonl", "--unresolved")
    assert (refused.returncode, refused.stdout) == (3, "")
    assert [line.rpartition(": ")[2] for line in refused.stderr.splitlines()] == [
        *["the record has no text; its keys are body"] * 5,
        "4 more that cannot be read",
    ]


_WITHOUT = "import sys; sys.modules[sys.argv.pop(1)] = None; from pipeline.cli import main; main()"


@pytest.mark.parametrize(
    ("missing", "arguments", "message"),
    [
        ("altair", ["report", "{run}"], "the report needs Altair: pip install 'prose-events[report]'"),
        ("vl_convert", ["report", "{run}"], "the report needs vl-convert: pip install 'prose-events[report]'"),
        ("jinja2", ["show", "Kut fell.", "--html", "{out}"], "HTML pages need Jinja2: pip install"),
        ("jinja2", ["review", "{run}", "--against", "{run}"], "the review app needs its extra: pip install"),
        ("uvicorn", ["review", "{run}", "--against", "{run}"], "the review app needs its extra: pip install"),
        ("tomlkit", ["labels", "apply", "{run}"], "labels are edited with TOML Kit: pip install"),
        ("pyspark", ["run", "{run}", "--out", "{out}", "--engine", "spark"], "the engine spark needs the extra: pip"),
    ],
)
def test_without_an_extra_its_commands_say_how_to_install_it(tmp_path, a_run, missing, arguments, message):
    given = [argument.format(run=a_run, out=tmp_path / "out") for argument in arguments]
    done = subprocess.run(
        [sys.executable, "-c", _WITHOUT, missing, *given],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    assert message in done.stderr


def test_schema_and_check_and_config(command, tmp_path):
    assert json.loads(command("schema", "events", "--json").stdout)["properties"]["lat"]["type"] == ["number", "null"]
    assert "\nevents  one row an event, readable by itself" in command("schema").stdout
    assert command("check").returncode == 0
    (tmp_path / "prose-events.toml").write_text("timeout = 7\n")
    shown = command("config", cwd=tmp_path, env={"PROSE_EVENTS_WORKERS": "3", "COLUMNS": "300"}).stdout
    assert "PROSE_EVENTS_WORKERS" in shown
    assert "prose-events.toml" in shown.replace("\n", "")


def test_validate_and_plan_and_retry(command, tmp_path):
    (tmp_path / "kut.txt").write_text("Kut fell on 29 April 1916.[1]")
    command("run", tmp_path / "kut.txt", "--out", tmp_path / "out")
    assert command("validate", tmp_path / "out").returncode == 0
    assert "known from an earlier run" in command("plan", tmp_path / "kut.txt", "--out", tmp_path / "out").stdout
    assert command("retry", tmp_path / "out").returncode == 0
    path = tmp_path / "out" / "citations.csv"
    path.write_text(path.read_text().replace(",reference,", ",footnote,"))
    broken = command("validate", tmp_path / "out")
    assert (broken.returncode, "footnote" in broken.stdout) == (4, True)
    path.write_bytes(b"mention_id\xff\n")
    (tmp_path / "out" / "events.jsonl").write_text('{"event_id": "of another run"}\n')
    broken = command("validate", tmp_path / "out")
    assert broken.stdout.splitlines()[-2:] == [
        f"citations: {path}: after line 0: byte 0xff is not UTF-8",
        "events.jsonl: must hold each event of the table once: 1 are missing, 1 too many",
    ]


def test_retry_takes_the_inputs_and_the_choice_of_the_last_run(command, tmp_path):
    lines = [
        json.dumps({"id": f"kut-{i}", "title": f"Kut {i % 2}", "text": "Kut fell." if i else " "}) for i in range(4)
    ]
    (tmp_path / "in.data").write_text("\n".join(lines))
    chosen = ["--input-format", "jsonl", "--title", "kut 0", "--max-quarantine", "1"]
    assert command("run", "in.data", "--out", "out", *chosen, cwd=tmp_path).returncode == 0
    done = command("retry", tmp_path / "out", "--max-quarantine", "1")  # from another folder
    assert (done.returncode, "1 of 4 documents, 1 of them known before" in done.stdout) == (0, True)
    assert "2 skipped" in done.stdout


def test_what_was_read_from_standard_input_cannot_be_read_again(command, tmp_path):
    command("run", "-", "--out", tmp_path / "out", stdin="Kut fell.")
    refused = command("retry", tmp_path / "out")
    assert (refused.returncode, "standard input" in refused.stderr) == (2, True)


def test_a_plan_without_a_folder_counts_what_lies_here(command, tmp_path):
    for name in ("kut.txt", "kut.pdf", "basra.pdf", "table.csv", "README", ".hidden.csv"):
        (tmp_path / name).write_text("Kut fell.")
    said = command("plan", ".", cwd=tmp_path).stdout
    assert "1  documents" in said
    assert "3  files left, of other endings: .pdf, .csv" in said
    assert "3 files left, of other endings: .pdf, .csv" in command("run", ".", "--out", "out", cwd=tmp_path).stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize(
    ("arguments", "reader", "code"),
    [
        ("run {text} --out {out}", "| true", 0),
        ("schema --json", "| true", 0),
        ("diff tests/gold outputs --limit 0", "| true", 0),
        ("run {text} --out {out}", "> /dev/full", 1),
        ("diff tests/gold outputs", "> /dev/full", 2),  # where 1 says that something differs
    ],
)
def test_a_reader_that_leaves_is_no_failure_and_a_full_disk_is_one(tmp_path, arguments, reader, code):
    said = "prose-events: standard output: No space left on device\n" if code else ""
    (tmp_path / "kut.txt").write_text("Kut fell.")
    called = f"{sys.executable} -m pipeline {arguments.format(text=tmp_path / 'kut.txt', out=tmp_path / 'out')}"
    script = ["bash", "-c", f"{called} {reader}; exit ${{PIPESTATUS[0]}}"]
    done = subprocess.run(script, cwd=ROOT, stderr=subprocess.PIPE, text=True, check=False)
    # On a busy machine the run is long enough to tell of its progress.
    lines = [line for line in done.stderr.splitlines(keepends=True) if '"event": "progress"' not in line]
    assert (done.returncode, "".join(lines)) == (code, said)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_no_letter_ends_a_command_whatever_the_locale(command, encoding):
    done = command("show", "Besançon and Žižkov fell on 3 May 1940.", env={"PYTHONIOENCODING": encoding})
    assert (done.returncode, done.stderr) == (0, "")
    assert "  • fell" in done.stdout
    assert "Besançon and Žižkov" in done.stdout


def test_a_command_imports_only_what_it_needs():
    """What makes a start slow is imports: the command line brings none of the libraries along before it knows the command."""
    script = "import sys, pipeline.cli.app; print(*sys.modules)"
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert "typer" in found
    assert {"spacy", "numpy", "pydantic", "rich.table", "dateparser", "pipeline.records"}.isdisjoint(found)
