"""The finder of citations: where markers stand, and what stands behind them."""

from __future__ import annotations

import pytest

from pipeline import extract
from pipeline.cleaning import clean
from pipeline.mentions.citations import find_citations
from pipeline.records import Document, Marker, Reference


def found(text, **more):
    return find_citations(clean(Document("d", text, **more)), more.get("references", {}))


@pytest.mark.parametrize(
    "text", ["", "No marker here.", "He told [the rebels] so [sic].", "Al\u00adeppo\u200b fell.", "# Heading"]
)
def test_cuts_that_are_no_markers_give_no_citation(text):
    assert found(text, markup="markdown") == ()


def test_a_citation_stands_where_its_marker_was_cut():
    text = "[1] The town\u00ad fell,[note 2] and rose.[38]: 12[when?]"
    mentions = found(text)
    assert [(m.value.label, m.value.kind, m.rule) for m in mentions] == [
        ("1", "reference", "citation/reference"),
        ("note 2", "note", "citation/note"),
        ("38", "reference", "citation/reference"),
        ("when?", "inline", "citation/inline"),
    ]
    assert [text[slice(*m.source)] for m in mentions] == ["[1]", "[note 2]", "[38]: 12", "[when?]"]
    cleaned = clean(Document("d", text)).text
    assert [cleaned[: m.start][-5:] for m in mentions] == ["", "fell,", "rose.", "rose."]


def test_a_reference_gives_target_and_address():
    text = "It fell.[1][2][3]"
    markers = tuple(Marker(8 + 3 * n, 11 + 3 * n, str(n + 1), "reference", f"r{n + 1}") for n in range(3))
    references = {
        "r1": Reference("Smith 1999.", url="http://x.org"),
        "r2": Reference("Jones.", archive_url="http://a.org"),
    }
    mentions = found(text, markers=markers, markers_complete=True, references=references)
    assert [(m.value.target, m.value.url) for m in mentions] == [
        ("Smith 1999.", "http://x.org"),
        ("Jones.", "http://a.org"),
        (None, None),
    ]


def test_rows_of_citations_hold_their_surface():
    text = "The rebels captured Aleppo.[1][a] They left it on 6 November 2016.[citation needed]"
    table = extract(text).tables()["citations"]
    assert (
        [text[a:b] for a, b in zip(table["start"], table["end"], strict=True)]
        == list(table["text"])
        == ["[1]", "[a]", "[citation needed]"]
    )
