"""Structured contents, and formats told by content."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import sys
from types import SimpleNamespace

import pytest

from pipeline import extract
from pipeline.errors import DocumentError, UsageError
from pipeline.reading import Source, expand, read_documents, read_record, split_source
from pipeline.reading.recognize import recognize

ARTICLE = {
    "name": "Siege of Corve",
    "identifier": 4711,
    "url": "https://en.wikipedia.org/wiki/Siege_of_Corve",
    "date_modified": "2024-05-06T07:08:09Z",
    "in_language": {"identifier": "en"},
    "license": [{"identifier": "CC-BY-SA-4.0"}],
    "infoboxes": [{"type": "infobox", "name": "Infobox", "has_parts": [{"type": "section", "has_parts": [{"type": "field", "name": "Date", "value": "4 May 1302"}]}]}],
    "sections": [
        {"type": "section", "name": "Abstract", "has_parts": [
            {"type": "paragraph", "value": "The town of Corve fell.[1] It rose again.[2]", "citations": [{"identifier": "n1", "text": "[1]"}, {"identifier": "n2", "text": "[2]"}],
             "links": [{"text": "Corve", "url": "https://en.wikipedia.org/wiki/Corve_(town)"}]}]},
        {"type": "section", "name": "Siege", "has_parts": [
            {"type": "list", "has_parts": [{"type": "list_item", "value": "On 5 May the wall fell."}]},
            {"type": "section", "name": "End", "has_parts": [{"type": "paragraph", "value": "It ended."}]}]},
    ],
    "references": [{"identifier": "n1", "text": {"value": "Smith 1999.", "links": [{"url": "http://x.org"}]}}, {"identifier": "n2", "metadata": {"title": "T", "url": "http://y.org"}}],
}  # fmt: skip


def test_structured_contents(tmp_path):
    path = tmp_path / "articles.jsonl"
    path.write_text(json.dumps(ARTICLE) + "\n" + json.dumps({"name": "Empty", "sections": []}) + "\n", encoding="utf-8")
    article, empty = read_documents(path)
    assert isinstance(empty, DocumentError)
    assert (article.doc_id, article.title, article.reference_date, article.license) == (
        "4711",
        "Siege of Corve",
        "2024-05-06",
        "CC-BY-SA-4.0",
    )
    assert (
        article.text
        == "Date: 4 May 1302\n\nThe town of Corve fell.[1] It rose again.[2]\n\nSiege\n\nOn 5 May the wall fell.\n\nEnd\n\nIt ended."
    )
    assert [(b.kind, b.level) for b in article.blocks] == [
        ("infobox", 0),
        ("prose", 0),
        ("heading", 2),
        ("list", 0),
        ("heading", 3),
        ("prose", 0),
    ]
    assert [c.value.url for c in extract(article).mentions.citations] == ["http://x.org", "http://y.org"]
    assert [(article.text[x.start : x.end], x.target) for x in article.links] == [("Corve", "Corve (town)")]
    assert article.infobox == (("Date", "4 May 1302"),)


@pytest.mark.parametrize("body", [{"html": "<p>The town fell.</p>"}, {"wikitext": "The '''town''' fell."}])
def test_a_record_with_the_page_itself(tmp_path, body):
    path = tmp_path / "pages.jsonl"
    path.write_text(json.dumps({"name": "Corve", "identifier": 1, "article_body": body}), encoding="utf-8")
    (article,) = read_documents(path)
    assert (article.text, article.title) == ("The town fell.", "Corve")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"The town fell in 1302. [1]", "text"),
        (b"", "text"),
        (b"\xff\xfe\x00", "text"),
        (b"Prices rose by 5 {sic} in [[1302.", "text"),
        (b"# Siege\n\nThe town fell.", "markdown"),
        (b"---\ntitle: x\n---\nText", "markdown"),
        (b"The '''town''' of [[Corve]] fell.<ref>x</ref>", "wikitext"),
        (b"{{Infobox x}}\n[[Corve]]", "wikitext"),
        (b"\n<!DOCTYPE html>\n<html>", "html"),
        (b"<?xml version='1.0'?><html xmlns='x'>", "html"),
        (b"<mediawiki xmlns='x'>", "dump"),
        (bz2.compress(b"<?xml version='1.0'?><mediawiki>"), "dump"),
        (gzip.compress(b'{"text": "x"}\n', mtime=0), "jsonl"),
        (b'\xef\xbb\xbf{"text": "The town fell."}\n{"text": "It rose."}', "jsonl"),
        (b"PAR1....", "parquet"),
    ],
)
def test_recognized_by_content(head, expected):
    assert recognize(head) == expected


def test_an_unknown_ending_is_told_by_content_and_a_given_format_counts(tmp_path):
    path = tmp_path / "page.dat"
    path.write_text("<!DOCTYPE html><p>x", encoding="utf-8")
    assert expand([str(path)])[0].format == "html"
    assert expand([str(path)], input_format="text")[0].format == "text"
    with pytest.raises(UsageError, match="--input-format: 'pdf' is no format"):
        expand([str(path)], input_format="pdf")


@pytest.mark.parametrize(
    ("payload", "texts"),
    [
        (b'{"text": "A fell.", "id": 1}\n{"text": "B fell.", "id": 2}\n', ["A fell.", "B fell."]),
        (gzip.compress(b'{"text": "A fell."}\n', mtime=0), ["A fell."]),
        (b"<!DOCTYPE html><p>A fell.", ["A fell."]),
        (b"A fell.", ["A fell."]),
    ],
)
def test_standard_input(monkeypatch, payload, texts):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(payload)))
    records = list(split_source(Source("-", "auto", 0, piped=True)))
    assert [read_record(record).text for record in records] == texts
    assert all(record.source.startswith("-") for record in records)
