"""What of the inputs is read: --input-format, --title, --category, --limit, the same for run and plan."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from pipeline.cli.app import app
from pipeline.tables.reading import read_table

PAGE = (
    "<page><title>{title}</title><ns>{ns}</ns><id>{id}</id><revision><id>1</id><timestamp>2020-05-01T10:00:00Z</timestamp>"
    "<model>wikitext</model><text>{text}</text></revision></page>"
)
FELL = "On {id} May 1302 the '''garrison''' surrendered [[{title}]].\n\n[[Category:{category}]]\n[[category: Towns_of_the_marches|*]]"
PAGES = [
    ("Siege of Corve", "Sieges of the 14th century", 0),
    ("Old Corve", "", 0),
    ("Battle of Rook", "Battles of the 14th century", 0),
    ("Talk:Corve", "Sieges of the 14th century", 1),
    ("Siege of Rook", "Sieges of the 15th century", 0),
]
DUMP = (
    "<mediawiki><siteinfo><base>https://en.wikipedia.org/wiki/Main_Page</base></siteinfo>"
    + "".join(
        PAGE.format(
            id=number,
            ns=namespace,
            title=title,
            text=FELL.format(id=number, title=title, category=category) if category else "#REDIRECT [[Siege of Corve]]",
        )
        for number, (title, category, namespace) in enumerate(PAGES, start=1)
    )
    + "</mediawiki>"
)


@pytest.fixture
def call(tmp_path):
    def call(command, *arguments):
        out = ["--out", str(tmp_path / "out")]
        done = CliRunner().invoke(app, [command, *map(str, arguments), *out, "--workers", "1"])
        assert done.exit_code == 0, (done.output, done.exception)
        return done.stdout

    return call


@pytest.fixture
def dump(tmp_path):
    (tmp_path / "dump.xml").write_text(DUMP, encoding="utf-8")
    return tmp_path / "dump.xml"


@pytest.mark.parametrize(
    ("options", "titles"),
    [
        ([], ["Siege of Corve", "Battle of Rook", "Siege of Rook"]),
        (["--title", "siege of *"], ["Siege of Corve", "Siege of Rook"]),
        (["--title", "Siege of Corve", "--title", "battle*"], ["Siege of Corve", "Battle of Rook"]),
        (["--title", "Siege"], []),
        (["--category", "Sieges of the 14th century"], ["Siege of Corve"]),
        (["--category", "*14th*", "--title", "*Rook"], ["Battle of Rook"]),
        (["--category", "towns of the marches", "--limit", "2"], ["Siege of Corve", "Battle of Rook"]),
        (["--limit", "1"], ["Siege of Corve"]),
        (["--limit", "9"], ["Siege of Corve", "Battle of Rook", "Siege of Rook"]),
        (["--title", "*Rook", "--limit", "1"], ["Battle of Rook"]),
    ],
    ids=" ".join,
)
def test_pages_of_a_dump(call, dump, tmp_path, options, titles):
    planned = call("plan", dump, *options)
    assert f"{len(titles)} to be processed" in " ".join(planned.split())
    call("run", dump, *options)
    assert [row["title"] for row in read_table(tmp_path / "out", "documents")] == titles
    told = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))["documents"]
    assert (told["ok"], told["quarantined"]) == (len(titles), 0)
    assert told["in"] == told["ok"] + told["skipped"]


def test_files_by_their_names_and_categories(call, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for number, (title, category, _) in enumerate(PAGES[::2], start=1):
        text = FELL.format(id=number, title=title, category=category)
        (folder / f"{title.lower().replace(' ', '-')}.wikitext").write_text(text, encoding="utf-8")
    (folder / "siege.txt").write_text(
        "The town fell in 1302. [[Category:Sieges of the 14th century]]", encoding="utf-8"
    )
    call("run", folder, "--title", "siege of*", "--category", "sieges of the 1?th century")
    assert [row["doc_id"] for row in read_table(tmp_path / "out", "documents")] == ["siege-of-corve", "siege-of-rook"]


@pytest.mark.parametrize(
    ("given", "text"),
    [(None, "The '''town''' fell in 1302."), ("wikitext", "The town fell in 1302."), ("html", "The '''town''' fell in 1302.")],
)  # fmt: skip
def test_a_given_format_counts_whatever_the_name(call, tmp_path, given, text):
    (tmp_path / "town.txt").write_text("The '''town''' fell in 1302.", encoding="utf-8")
    call("run", tmp_path / "town.txt", *(["--input-format", given] if given else []))
    [row] = read_table(tmp_path / "out", "documents")
    assert (row["text"], row["format"]) == (text, given or "text")


@pytest.mark.parametrize("command", ["plan", "run"])
def test_an_unknown_format_is_refused_in_one_sentence(command, dump, tmp_path):
    done = CliRunner().invoke(app, [command, str(dump), "--input-format", "pdf", "--out", str(tmp_path / "out")])
    assert "--input-format: 'pdf' is no format; there are text, markdown, html, wikitext, dump" in str(done.exception)


def test_what_is_skipped_is_told_by_reason(call, dump, tmp_path):
    options = ["--title", "siege of*"]
    assert "1 redirect: skipped" in " ".join(call("plan", dump, *options).split())
    assert "3 skipped: 1 no article · 1 not asked for · 1 redirect" in call("run", dump, *options)
    told = json.loads((tmp_path / "out" / "metrics.json").read_text(encoding="utf-8"))
    assert told["skipped_by_reason"] == {"no article": 1, "not asked for": 1, "redirect": 1}
