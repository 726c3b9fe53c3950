"""What holds for every text: offsets give the mention, and markers change nothing but the citations."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline import extract
from pipeline.flow import Extraction
from pipeline.tables.contract import violations
from pipeline.tables.rows import rows_of

CORPUS = Path(__file__).parent.parent / "corpus"
SENTENCES = (
    "On 6 November 2016 the rebels captured Minyan and killed 20 soldiers.",
    "The next day, government forces broke through the line near Aleppo, leaving one civilian dead and 15 people injured.",
    "In early 1916 the garrison of Kut, under General Townshend, failed to break out.",
    "He said that Basra had fallen; the British denied it.",
    "Between 24 and 26 July 2006, at least 200–300 fighters were wounded in the shelling of Bint Jbeil.",
    "They withdrew to Gaul in 490 BC.",
    "The U.S. Army plans to retake the town by 8 December.",
    "Fighting broke out at c. 5:30 p.m. and the Cardboard Factory was seized.",
    "Aftermath",
    "* Hezbollah militiamen entered Hamdaniyah.",
)
MARKERS = st.sampled_from(["[1]", "[38]", "[note 2]", "[a]", "[citation needed]", "[12][13]"])
PROSE = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5).flatmap(
    lambda some: st.sampled_from([" ", "\n", "\n\n"]).map(lambda gap: gap.join(some))
)
SOUP = st.lists(st.one_of(st.sampled_from(SENTENCES), MARKERS, st.text(max_size=12)), max_size=8).map("".join)


@st.composite
def marked(draw) -> tuple[str, str]:
    """A text, and the same text with markers behind any of its words: within a word or mark-up a bracket is no marker."""
    plain = draw(PROSE)
    behind = [match.end() for match in re.finditer(r"[\w.,;)](?=[\s,;]|\Z)", plain)]
    at = sorted(draw(st.lists(st.sampled_from(behind), max_size=6)))
    pieces, last = [], 0
    for place in at:
        pieces += [plain[last:place], draw(MARKERS)]
        last = place
    return plain, "".join([*pieces, plain[last:]])


def happenings(found: Extraction) -> list[object]:
    """The events of a text but for their citations."""
    return [replace(event, citations=()) for event in found.events]


@settings(max_examples=60, deadline=None)
@given(SOUP)
@example("[1]")
@example("\u2028[1]\x85 Kut fell.[2]")
def test_every_row_of_every_table_keeps_the_contract(text):
    found = extract(text)
    rows, _ = rows_of(found)
    assert list(violations(rows, found.document.text)) == []


@settings(max_examples=60, deadline=None)
@given(marked())
def test_markers_change_no_event_but_its_citations(pair):
    plain, text = pair
    found = extract(text)
    assert found.clean.text == plain
    assert happenings(found) == happenings(extract(plain))
    rows, nested = rows_of(found)
    assert list(violations(rows, text)) == []
    for event in nested:
        for part in (event["trigger"], *event["places"], *event["casualties"]):
            assert text[part["start"] : part["end"]] == part["text"]


@settings(max_examples=40, deadline=None)
@given(PROSE)
def test_an_edit_elsewhere_changes_no_id(text):
    """Ids are made of a sentence's words and a place in it: a paragraph put before them moves none."""
    before = {row[0] for row in rows_of(extract(text))[0]["sentences"]}
    after = {row[0] for row in rows_of(extract(f"Quiet lay the land.\n\n{text}"))[0]["sentences"]}
    assert before <= after


@pytest.mark.parametrize("article", sorted(path.name for path in CORPUS.glob("*.txt")))
def test_a_text_may_break_off_behind_any_word(article):
    """A dump cut at a size limit ends within a sentence: what rules look at behind a word may not be there."""
    prose = (CORPUS / article).read_text(encoding="utf-8")
    for sentence in re.split(r"(?<=[.\]])\s+", prose):
        for word in re.finditer(r"\w\b", sentence):
            extract(sentence[: word.end()])


@pytest.mark.parametrize(
    "sentence",
    [
        "At least 40 men are thought",
        "Some 20 men were reported",
        "He became an enemy of",
        "On 27 August 1776, after landing",
        "They came to destroy the army, secure the railways, cut",
        "The shells killed two children and",
        "They took the village and 300 men",
        "Control of was taken",
        "The regent burned himself in the burning",
        "Of the ships they attacked not one",
        "They lost 40 officers and men were",
        "The Danes attacked Kiel, with",
        "The rebels destroyed the west wing of",
        "The rebels killed the head of",
        "In 1697 peace",
        "The Federals stopped Jackson at",
        "The disaster at Isandlwana led",
        "Following the attack by the",
    ],
)
def test_a_text_may_break_off_behind_what_asks_for_more(sentence):
    assert extract(sentence).events == extract(sentence + " ").events
