"""Cleaning: what is a marker and what is not, what each line is, and that every offset leads back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.cleaning import clean, find_markers
from pipeline.records import Document

BENCH = Path(__file__).resolve().parents[1].parent / "shared" / "bench"


def labels(text):
    return [marker.label for marker in find_markers(text)]


def kinds(text, title="", markup="plain"):
    found = clean(Document("d", text, title=title, markup=markup))
    return [(block.kind, found.text[block.start : block.end]) for block in found.blocks]


@pytest.mark.parametrize(
    "text",
    [
        "He said [the rebels] had left.",
        "They wrote “they [sic] recieved it”.",
        "Shells fell on the [1070 Project] apartments.",
        'The report says that "[a]gricultural stores" burned.',
        'It was "[a] great man" who fell.',
        "Whoever provide[s] arms, or receive[d] them, or uphold[ing] it.",
        "In this period [1890s] the guild declined; on 22 June [1941] it ended.",
        "The complex [M(H2O)n]+ and [Li(H2O)4]+ were found.",
        "The letter sz stands for [s], zs for [ʒ].",
        "The matrix M = [1] + [2] and the array [1, 2] hold.",
        "for x in [0, 1] the value a[i] = 3",
        "The program reads x[i] and then a[1], and b[2] last.",
        "If a[1] == 3 then\n= b[2] =+ 1",
        "The plain measures 40 km² or 10³ fields, and m² more.",
        'He told them "bring [12] men" and left.',
        "I am an abolitionist [...] I do no more.",
        "][", "[]", "[ ]", "[[]]", "[" * 50,
    ],
)  # fmt: skip
def test_no_markers(text):
    assert labels(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("near Aleppo.[38][41] Then", ["38", "41"]),
        ("the bridge[ 38 ] fell. [ 4 ]", ["38", "4"]),
        ("He fell.[38]:12 The", ["38"]),
        ("He fell,[nb 2][note 1][N 3] and", ["nb 2", "note 1", "N 3"]),
        ("the town[a] and the mill;[b] later[i]", ["a", "b", "i"]),
        ("of Vitamin C[3] and Malcolm X,[4] the army's[5] and Part (b)[6]", ["3", "4", "5", "6"]),
        ("a claim[citation needed] and[better source needed] more[when?][by whom?]", ["citation needed", "better source needed", "when?", "by whom?"]),
        ("so[vague] and[page needed][clarification needed][dubious – discuss]", ["vague", "page needed", "clarification needed", "dubious – discuss"]),
        ("[38][41] Rebels approached the city.", ["38", "41"]),
        ("killed, 200–300+ wounded[30] in battle", ["30"]),
        ("He wrote [the rebels[7] said] so.", ["7"]),
        ("The city fell.¹² Its walls⁷ were razed.", ["12", "7"]),
        ("weighing 1.7 -[7] is born", ["7"]),
        ("lower-alpha,[lower-alpha 1] group[Note 4]", ["lower-alpha 1", "Note 4"]),
        ("The rest.[1104] Then", ["1104"]),
        ("== Aftermath[1] ==\nIt fell.", ["1"]),
        ("=== Aftermath [note 1][2]===", ["note 1", "2"]),
    ],
)  # fmt: skip
def test_markers(text, expected):
    assert labels(text) == expected


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("It fell.[38]:12 The", "[38]:12"),
        ("It fell.[38]: 12–14 The king", "[38]: 12–14"),
        ("It fell[38]: 12, 15 and was razed", "[38]: 12, 15"),
        ("The losses were these[38]: 12 soldiers and a mule.", "[38]"),
        ("The dates are known:[38] 12 June.", "[38]"),
        ("It began thus.[38]: 12 September was cold", "[38]"),
        ("It fell.[38]:the rest", "[38]"),
    ],
)
def test_page_numbers(text, surface):
    (marker,) = find_markers(text)
    assert text[marker.start : marker.end] == surface


def test_invisible_characters_go_and_odd_spaces_become_plain():
    found = clean(Document("d", "\ufeffAl\u00adep\u200bpo,\u00a0\u200940\u202fkm\x00 \ud800"))
    assert found.text == "Aleppo,  40 km  \ufffd"
    assert found.to_source(0, 6) == (1, 9)


def test_remains_of_an_infobox_end_at_the_first_sentence():
    text = (
        "Northern Host Free Companies 120 killed, 40+ captured (per the envoy) Treaty of Rook 1301 1302 1303 "
        "The siege of Corve of 1302, also called the long winter, was a blockade of the town."
    )
    assert [kind for kind, _ in kinds(text)] == ["infobox", "prose"]
    assert kinds(text)[1][1].startswith("The siege of Corve")


@pytest.mark.parametrize(
    ("text", "title", "opening"),
    [
        ("Rook Corve Ada † Bern 900 men 192 killed[3] 400+ killed, 7 ships captured The Battle of Corve took place in 1302.", "", "The Battle"),
        ("Part of the Rook War Date 4 May 1302 Location Corve 40 wounded Operation Rook was an attack on Corve.", "Operation Rook", "Operation Rook"),
        ("North Host Free Companies 20+ killed 15 killed (envoy's claim)[3] On 5 May 1302, riders attacked Corve.", "", "On 5 May"),
        ("1301 1302 1303 1304 Rook Front Corve Bern In May 1302 the host attacked.", "", "In May"),
        ("North South Ada Bern Battle of Corve (1302) was a battle on 4 May.", "Battle of Corve (1302)", "Battle of Corve"),
        ("4 May 1302 Corve, Rookland Northern victory 107 killed, 613 wounded[1] The second siege was a blockade.", "", "The second siege"),
        ("Part of the Rook War Date 4 May 1302 Strength 400 incl. families Casualties 30 killed (families)\n\nThe capture was quick.", "", "The capture"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("markup", ["plain", "markdown"])
def test_remains_before_the_first_sentence(text, title, opening, markup):
    found = kinds(text, title, markup)
    assert [kind for kind, _ in found] == ["infobox", "prose"]
    assert found[1][1].startswith(opening)


@pytest.mark.parametrize(
    "text",
    [
        "In 1301 1,200 soldiers marched from Rook. The siege of Corve was long.",
        "According to The Guardian, 300 soldiers were killed on the road.",
        "Reporters from the daily The Sun said 12 fighters were captured.",
        "After 40 fighters had left for The Hague the talks were held.",
    ],
)
def test_prose_is_no_infobox(text):
    assert [kind for kind, _ in kinds(text)] == ["prose"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Background A month into the war, the town fell.", ["heading", "prose"]),
        ("Aftermath Prussia gained the valley.", ["heading", "prose"]),
        ("April On 1 April, the villages were taken.", ["heading", "prose"]),
        ("March .jpg?) .jpg?) On 9 March the column moved.", ["heading", "caption", "prose"]),
        ("Battle _05.jpg?) Russian attacks started.", ["heading", "caption", "prose"]),
        (".jpg?)\n.jpg?)", ["caption", "caption"]),
        ("See also  * Outline of the war", ["heading", "list"]),
        ("Battle Group North attacked the ridge.", ["prose"]),
        ("March saw heavy fighting.", ["prose"]),
        ("Background checks were made.", ["prose"]),
        ("April 1917 began with snow.", ["prose"]),
        ("Siege engines were brought up.", ["prose"]),
        ("History Channel programmes told of it.", ["prose"]),
    ],
)
def test_glued_headings(text, expected):
    assert [kind for kind, _ in kinds(text)] == expected


def test_lines_of_an_article():
    text = (
        "Siege of Acre\n\nBackground\n\nThe kingdom had lost its army in July 1187 near the lake, and few knights remained.\n"
        "== Siege ==\nGuy of Lusignan marched on the city with 7,000 men and laid siege to it.\n* On 4 October the field army fought.\n"
        "Losses\t400\t5,000\n\nSee also\n\nThird Crusade\n\nReferences\n\nRunciman, S. (1954). A History. Cambridge."
    )
    assert [kind for kind, _ in kinds(text, title="Siege of Acre")] == [
        "heading", "heading", "prose", "heading", "prose", "list", "table", "heading", "heading", "heading", "list",
    ]  # fmt: skip


def test_a_sentence_without_full_stop_is_prose():
    assert kinds("On 6 November 2016 the rebels captured Aleppo") == [
        ("prose", "On 6 November 2016 the rebels captured Aleppo")
    ]


def test_rows_above_the_first_sentence_are_infobox():
    text = "Battle of Corve\nDate: 4 May 1302\nLocation: Corve, Rookland\nResult: Northern victory\n\nThe Battle of Corve was fought in May."
    assert [kind for kind, _ in kinds(text)] == ["heading", "infobox", "infobox", "infobox", "prose"]


def test_hard_wrapped_lines_are_one_paragraph():
    text = (
        "The army crossed the river below the old mill in the morning of the 6\nNovember and took the fort with few losses, as its garrison had left\n"
        "the day before. It rested there for three days, until the bridges were\nrepaired.\n\nThen it left."
    )
    assert [kind for kind, _ in kinds(text)] == ["prose", "prose"]
    assert "6 November" in clean(Document("d", text)).text


MARKDOWN = """---
subject: Battle of Corve
date: 1302
---

The **Battle of Corve** was _the_ first[1](https://x.org/a_(b)) of [two battles](https://x.org "t").[[38]](#cite_note-38)

## Prelude
![The mill, 1302 (1)](https://x.org/file/Mill_(1).jpg?)
On 4 May the army\\* left.[^2]
 * Item *one*
| a | b |
| --- | --- |

***

[^2]: A note.
"""


def test_markdown():
    found = kinds(MARKDOWN, markup="markdown")
    assert found == [
        ("infobox", "subject: Battle of Corve"),
        ("infobox", "date: 1302"),
        ("prose", "The Battle of Corve was the first of two battles."),
        ("heading", "Prelude"),
        ("caption", "The mill, 1302 (1)"),
        ("prose", "On 4 May the army* left."),
        ("list", "Item one"),
        ("table", "| a | b |"),
        ("list", "A note."),
    ]


def test_a_page_s_own_date_is_no_date_of_the_story():
    text = "---\nsubject: Battle of Corve\npubDate: 2023-06-30\nimg: /Corve.svg\n---\n\nOn 28 May 1302 they left. On 1 June they came."
    assert "2023" not in clean(Document("corve", text, markup="markdown")).text
    told = text.replace("pubDate: 2023-06-30", "date: 1302-05-28")
    assert "1302-05-28" in clean(Document("corve", told, markup="markdown")).text


MARKERS = ["[3]", "[12][13]", "[note 1]", "[a]", "[citation needed]", "[when?]"]
WORDS = st.lists(
    st.sampled_from(
        [
            "The",
            "rebels",
            "took",
            "Aleppo",
            "on",
            "6",
            "November,",
            "and",
            "left.",
            "Gen.",
            "Hill",
            "–",
            "1,200",
            "men;",
            "(1070)",
            '"so"',
            "al-Bab\n",
        ]
    ),
    max_size=30,
)


@given(WORDS, st.data())
def test_removing_the_markers_leaves_the_same_clean_text(words, data):
    marked = []
    for word in words:
        tail = data.draw(st.sampled_from(["", *MARKERS])) if word[-1:].isalnum() or word[-1:] in ".,;" else ""
        marked.append(word + tail)
    with_markers, without = clean(Document("d", " ".join(marked))), clean(Document("d", " ".join(words)))
    assert with_markers.text == without.text
    assert with_markers.blocks == without.blocks


@given(
    st.text(alphabet=st.sampled_from("aA. ,\n[]38\u200b\u00a0*_`#|(!)é\ud800<>&;-="), max_size=200),
    st.sampled_from(["plain", "markdown"]),
)
def test_every_clean_character_leads_back_to_its_own(text, markup):
    found = clean(Document("d", text, markup=markup))
    assert all(a.end <= b.start for a, b in zip(found.cuts, found.cuts[1:], strict=False))
    for i, char in enumerate(found.text):
        start, end = found.to_source(i, i + 1)
        assert end - start == 1
        assert text[start] == char or char in " \ufffd"
    assert all(block.start < block.end <= len(found.text) for block in found.blocks)
    assert all(a.end <= b.start for a, b in zip(found.blocks, found.blocks[1:], strict=False))


@pytest.mark.skipif(not BENCH.exists(), reason="the shared benchmark folder is absent")
def test_markers_of_twenty_articles():
    hits = gold = found = 0
    for line in (BENCH / "data" / "citations-dev.jsonl").read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        true = {(marker["start"], marker["end"]) for marker in article["markers"]}
        mine = {(marker.start, marker.end) for marker in find_markers(article["text"])}
        hits, gold, found = hits + len(true & mine), gold + len(true), found + len(mine)
    assert 2 * hits / (gold + found) >= 0.999
