"""The dump reader: pages told apart, compressed or not; and every way a dump can be hostile or damaged."""

from __future__ import annotations

import bz2
import gzip
from collections import Counter
from pathlib import Path

import pytest

from pipeline.errors import DocumentError
from pipeline.reading import Source, read_documents, read_record, split_source

BENCH = Path(__file__).resolve().parents[1].parent / "shared" / "bench" / "inputs"
HEAD = '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" xml:lang="en"><siteinfo><base>https://en.wikipedia.org/wiki/Main_Page</base></siteinfo>'
PAGE = '<page><title>{title}</title><ns>{ns}</ns><id>{id}</id>{redirect}<revision><id>9{id}</id><timestamp>2020-05-0{id}T10:00:00Z</timestamp><contributor><username>U</username><id>77</id></contributor><model>wikitext</model><text xml:space="preserve">{text}</text></revision></page>'


def page(number, text, title="Corve", ns=0, redirect=""):
    return PAGE.format(title=title, ns=ns, id=number, text=text, redirect=redirect)


def split(tmp_path, content, name="dump.xml"):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(split_source(Source(str(path), "dump", path.stat().st_size)))


GOOD = (
    HEAD + page(1, "The '''town''' fell.&lt;ref&gt;Smith.&lt;/ref&gt;") + page(2, "#REDIRECT [[Corve]]", "Old Corve", redirect='<redirect title="Corve" />')
    + page(3, "Talk.", "Talk:Corve", 1) + page(4, "It rose again.", "New Corve &amp; Rook") + "</mediawiki>"
)  # fmt: skip


def test_pages(tmp_path):
    records = split(tmp_path, GOOD)
    assert [(r.doc_id, r.title, r.skip, r.reference_date) for r in records] == [
        ("1", "Corve", "", "2020-05-01"),
        ("2", "Old Corve", "redirect", "2020-05-02"),
        ("3", "Talk:Corve", "no article", "2020-05-03"),
        ("4", "New Corve & Rook", "", "2020-05-04"),
    ]
    assert records[0].source == "https://en.wikipedia.org/wiki/Corve?oldid=91"
    assert read_record(records[0]).text == "The town fell.[1]"
    assert sum(r.weight for r in records) == len(GOOD.encode())


@pytest.mark.parametrize(("name", "pack"), [("d.xml", bytes), ("d.xml.bz2", bz2.compress), ("d.xml.gz", gzip.compress)])
def test_documents_of_a_dump(tmp_path, name, pack):
    (tmp_path / name).write_bytes(pack(GOOD.encode()))
    documents = list(read_documents(tmp_path / name))
    assert [d.title for d in documents] == ["Corve", "New Corve & Rook"]
    assert documents[0].references["cite_note-1"].text == "Smith."


@pytest.mark.parametrize(
    ("content", "name", "pages", "error"),
    [
        ('<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + GOOD, "d.xml", 0, "Bomb"),
        (GOOD[:-100], "d.xml", 3, "Malformed"),
        (GOOD.replace("It rose", "It & rose"), "d.xml", 3, "Malformed"),
        (bz2.compress(GOOD.encode())[:-40], "d.xml.bz2", 0, "Malformed"),
        (gzip.compress(GOOD.encode())[:-12], "d.xml.gz", None, "Malformed"),
        (b"no archive at all", "d.xml.bz2", 0, "Malformed"),
        ("<html><body>x</body></html>", "d.xml", 0, "Malformed"),
        ("", "d.xml", 0, "Malformed"),
        (HEAD + "<a>" * 200, "d.xml", 0, "Malformed"),
        ((HEAD + page(1, "\xe9")).encode("latin-1"), "d.xml", 0, "Malformed"),
    ],
    ids=["entities", "truncated", "ampersand", "short bz2", "short gz", "no bz2", "html", "empty", "deep", "latin-1"],
)
def test_hostile_and_damaged_dumps(tmp_path, content, name, pages, error):
    records = split(tmp_path, content, name)
    assert isinstance(records[-1], DocumentError)
    assert records[-1].error == error
    if pages is not None:
        assert len(records) == pages + 1


@pytest.mark.timeout(60)
def test_a_decompression_bomb_is_refused(tmp_path):
    bomb = bz2.compress(HEAD.encode() + b"<page><title>x</title><revision><text>" + b" " * 80_000_000)
    assert len(bomb) < 10_000
    (error,) = split(tmp_path, bomb, "bomb.xml.bz2")
    assert error.error == "Bomb"


def test_a_page_that_is_too_large_is_quarantined_alone(tmp_path):
    records = split(tmp_path, HEAD + page(1, "a" * 20_000_001) + page(4, "Fine.") + "</mediawiki>")
    assert isinstance(records[0], DocumentError)
    assert records[0].error == "TooLarge"
    assert records[1].payload == "Fine."


@pytest.mark.skipif(not BENCH.exists(), reason="the shared benchmark folder is absent")
def test_the_sample_is_read_whole():
    records = list(split_source(Source(str(BENCH / "enwiki-shortened.xml.bz2"), "dump", 0)))
    assert Counter(record.skip for record in records) == {"": 106, "redirect": 99, "no article": 1}
