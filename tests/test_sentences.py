"""Sentences: where they end and where not, with kinds, sections and tokens."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.cleaning import clean
from pipeline.records import Document
from pipeline.rules.sentences import sentence_rules
from pipeline.sentences import split


def sentences(text, **more):
    tokens = split(clean(Document("d", text, **more)))
    return [tokens.text[s.start : s.end] for s in tokens.sentences]


def words(text):
    return split(clean(Document("d", text))).words


@pytest.mark.parametrize("example", sentence_rules().example, ids=lambda example: example.text[:30])
def test_examples_of_the_rules(example):
    assert sentences(example.text) == list(example.sentences)


@pytest.mark.parametrize(
    "text",
    [
        "Brig. Gen. James W. Ripley refused.",
        "The U.S. Navy and the U.N. Security Council met Harry S. Truman.",
        "It lies 3.5 km north of St. Omer, on Mt. Hermon.",
        "On Dec. 7 and Sept. 11 No. 617 Sqn. flew.",
        "The so-called Gov. Smith, c. 1200 B.C., ruled (cf. Herodotus, vol. 3).",
        "At 5 p.m. Monday the port closed.",
        "Gen. Robert E. Lee, Jr. rode with Maj. Gen. J.E.B. Stuart.",
        "He asked “Why now?” and left.",
        "The site www.Example.Com hosts it.",
        "Fighters of al-Qaeda vs. Hezbollah met near the village.",
        "1. The king fled to the north.",
        "The town of St.Petersburg held.",
    ],
)
def test_one_sentence(text):
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("The town fell.[38]The army left.", "The army left."),
        ("The town fell. [38][41] The army left.", "The army left."),
        ("It was World War I. Germany lost it.", "Germany lost it."),
        ('"We are ready for them." The mayor fled.', "The mayor fled."),
        ("The army (some 400 men.) Rebels came.", "Rebels came."),
        ("It left the U.S. In May it returned.", "In May it returned."),
        ("They lost. 50,000 tons burned.", "50,000 tons burned."),
        ("Is it over? Nobody knew.", "Nobody knew."),
        ("They went 25 miles (40 km) from Athens  Under the general they fought.", "Under the general they fought."),
        ("The siege ended in 1453.The walls fell.", "The walls fell."),
        ("They took Aleppo. al-Nusra fighters left.", "al-Nusra fighters left."),
        ("The talks failed... The war went on.", "The war went on."),
        ("The town was lost. É. Daladier resigned.", "É. Daladier resigned."),
    ],
)
def test_two_sentences(text, second):
    assert len(sentences(text)) == 2
    assert sentences(text)[1] == second


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("counter-attack near al-Bab", ["counter-attack", "near", "al-Bab"]),
        ("24–26 May, 200–300+ men", ["24", "–", "26", "May", ",", "200", "–", "300", "+", "men"]),
        ("the rebels' and Hill's", ["the", "rebels", "'", "and", "Hill", "'s"]),
        ("didn't (see Aleppo.The)", ["did", "n't", "(", "see", "Aleppo", ".", "The", ")"]),
        ("Lt. Col. J. Hill, U.S. Army.", ["Lt.", "Col.", "J.", "Hill", ",", "U.S.", "Army", "."]),
        ("3.5 million at 6:30 p.m.", ["3.5", "million", "at", "6:30", "p.m."]),
        ("Iraq/Syria—so", ["Iraq", "/", "Syria", "—", "so"]),
        ("“He fled.”", ["“", "He", "fled", ".", "”"]),
    ],
)
def test_tokens(text, expected):
    assert words(text) == expected


def test_sections_are_paths_of_headings():
    text = "# Battle of Corve\nIt was a battle.\n## Prelude\nTroops came.\n### March\nThey camped.\n## Aftermath\nThey left."
    tokens = split(clean(Document("d", text, markup="markdown")))
    assert [s.section for s in tokens.sentences if s.kind == "prose"] == ["", "Prelude", "Prelude > March", "Aftermath"]


def test_a_text_without_a_boundary_is_cut_at_the_limit():
    found = sentences("so it went " * 2000)
    assert len(found) > 3
    assert max(map(len, found)) <= 5000


@given(st.text(alphabet=st.sampled_from("aAbB.!? ,\n\"'()[]1–-İé\u00a0"), max_size=120))
def test_tokens_and_sentences_cover_the_text(text):
    tokens = split(clean(Document("d", text)))
    assert [tokens.text[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)] == tokens.words
    assert [word.lower() for word in tokens.words] == tokens.lower
    for one, two in zip(tokens.sentences, tokens.sentences[1:], strict=False):
        assert one.end <= two.start
        assert one.last <= two.first
    assert all(s.start < s.end and s.first <= s.last for s in tokens.sentences)


@pytest.mark.timeout(20)
@pytest.mark.parametrize("markup", ["plain", "markdown"])
@pytest.mark.parametrize(
    "unit",
    [
        "[",
        "[a]",
        " [1] x",
        ".",
        "!?",
        ". A",
        " ",
        "\n",
        "x\n",
        "The ",
        ".jpg?) x ",
        "|",
        "=",
        "# x\n",
        "![",
        "](",
        "<!--",
        "<a ",
        "`",
        "*a",
        "(",
        '"',
        "a.b",
        "-",
        "\u200b",
    ],
)
def test_time_grows_with_the_text_and_no_faster(unit, markup):
    split(clean(Document("d", unit * (60_000 // len(unit)), markup=markup)))
