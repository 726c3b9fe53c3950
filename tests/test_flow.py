"""The stages in their order, on one paragraph."""

import gc
from pathlib import Path

from pipeline import extract

CORPUS = Path(__file__).parents[1] / "corpus"


def test_a_citation_keeps_its_source_offsets():
    text = "On 6 November 2016 the rebels captured Aleppo.[1][note 2] They left."
    found = extract(text)
    spans = [m.source for m in found.mentions.citations]
    assert [text[a:b] for a, b in spans if a is not None] == ["[1]", "[note 2]"]
    assert [s.kind for s in found.sentences] == ["prose", "prose"]
    assert list(found.tables()["citations"]["label"]) == ["1", "note 2"]


def test_a_text_with_what_no_table_can_hold_is_read_and_written_out():
    found = extract("On 3 May 1940 the rebels\x00 seized Basra.\ud800 The next day they withdrew.")
    assert found.document.text == "On 3 May 1940 the rebels\ufffd seized Basra.\ufffd The next day they withdrew."
    assert found.tables()["events"]["date_start"].to_list() == ["1940-05-03", "1940-05-04"]


def test_a_document_leaves_nothing_that_waits_for_the_garbage_collector():
    text = next(iter(sorted(CORPUS.glob("*.md")))).read_text("utf-8")
    extract(text)
    gc.collect()
    gc.disable()
    try:
        extract(text)
        assert gc.collect() == 0
    finally:
        gc.enable()
