"""The wikitext reader: what a reader sees of templates, links, references, tables; and that no input makes it slow."""

from __future__ import annotations

import contextlib
import json
import re
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import DocumentError
from pipeline.reading import Record, Source, read_documents, read_record, split_source

BENCH = Path(__file__).resolve().parents[1].parent / "shared" / "bench"
needs_bench = pytest.mark.skipif(not BENCH.exists(), reason="the shared benchmark folder is absent")


def read(text):
    return read_record(Record("page", "page.wiki", "wikitext", text))


def shown(text):
    return read(text).text


@pytest.mark.parametrize(
    ("wikitext", "expected"),
    [
        ("'''Corve''' is a ''town''.", "Corve is a town."),
        ("They met at [[Rook (river)|the Rook]] near [[Corve]]s.", "They met at the Rook near Corves."),
        ("On {{start date|1302|5|4|df=y}} and {{start date|1302|5|4}}.", "On 4 May 1302 and May 4, 1302."),
        ("{{circa|1302}}, some {{convert|24|-|30|km|mi}} off.", "c. 1302, some 24–30 km off."),
        ("{{lang|fr|Thérèse}} ({{lang-ru|Река}}, {{transl|ru|Reka}})", "Thérèse (Russian: Река, Reka)"),
        ("{{nowrap|7,000 men}} of {{flag|Syria}} {{flagicon|Iran}} left.", "7,000 men of Syria left."),
        (
            "{{USS|Arizona|BB-39}}, {{HMS|Hood|51|6}} and {{ship|Soviet submarine|K-19}}.",
            "USS Arizona (BB-39), Hood (51) and Soviet submarine K-19.",
        ),
        ("A{{snd}}B{{'s}} {{frac|1|2}} {{angbr|a}} {{sic|recieve}}", "A – B's 1⁄2 ⟨a⟩ recieve [sic]"),
        ("{{quote|We stand.}}", "We stand."),
        ("x {{unknown thing|y}} z<!-- hidden --> &amp; &ndash;", "x z & –"),
        ("[http://x.org A site] and [http://x.org] [[fr:Corve]][[Category:Towns]]", "A site and"),
        ("<nowiki>[[Corve]] {{x}}</nowiki> <math>x^2</math> <small>a</small><br/>b", "[[Corve]] {{x}} a b"),
        ("{{ubl|a|b}} {{hlist|c|d}} {{formatnum:12000}} __NOTOC__", "a, b c, d 12,000"),
        ("Unclosed {{nowrap|a [[b", "Unclosed {{nowrap|a [[b"),
        (
            "Corve ({{IPAc-en|ˈ|k|ɔːr|v|or|k|ɔː|v|lang}}; {{IPA-fr|kɔʁv}}; {{respell|KORV|uh|_|ROOK}})",
            "Corve (/ˈkɔːrv/ or /kɔːv/; [kɔʁv]; KORV-uh ROOK)",
        ),
        (
            "{{start and end dates|1302|5|4|1302|6|1|df=y}}, {{ordinal|22}} {{ordinal|11}}",
            "4 May 1302 – 1 June 1302, 22nd 11th",
        ),
        (
            "{{sortname|Ann|Rook}} {{gaps|1|302}} {{legend|#fff|won}} {{columns-list|2|* a\n* b}}",
            "Ann Rook 1302 won\n\na\nb",
        ),
        (
            "By {{Harvard citation no brackets|Rook|1993|p=4}}, {{p.|12}} {{OldStyleDateNY|4 May|24 April}}",
            "By Rook 1993, p. 4, p. 12 4 May [O.S. 24 April]",
        ),
        ("10<sup>6</sup> m<sup>2</sup>, 2<sup>nd</sup> CO<sub>2</sub>", "10^6 m2, 2nd CO2"),
        ("''Iliad''{{'s}} end, ''Iliad''{{'}}s end", "Iliad's end, Iliad's end"),
        ("The ''Iliad'''s end.", "The Iliad's end."),
        ("''Le Jour'' of l'''avion'' here", "Le Jour of l'avion here"),
        ("''''Corve'''' and '''''Rook''''' met.", "'Corve' and Rook met."),
        ("{{Infobox x\n| place = ([[Corve|Town]]: #3 ''Rook'')\n}}", "Location: (Town: #3 Rook)"),
        ("{{Redirect|x}}\n\n{{Use dmy dates}}\nThe town.", "The town."),
    ],
)
def test_what_is_shown(wikitext, expected):
    assert shown(wikitext) == expected


def test_references_are_numbered_by_first_use():
    page = read(
        "A.<ref name=a>Smith 1999.</ref> B.<ref>{{cite web|url=http://x.org|title=T|publisher=P|date=4 May 2010}}</ref>{{rp|12}} C.<ref name='a' />"
        "{{efn|A note.<ref>Inner.</ref>}} D.{{refn|group=note|N.}}{{cn|date=May 2010}} E.{{sfn|Jones|2001|p=5}}<ref name=late/>\n\n"
        "== Notes ==\n{{notelist}}\n{{reflist|refs=<ref name=late>Late text.</ref>}}\n* {{cite book|last=Jones|year=2001|title=Book|url=http://b.org}}"
    )
    assert page.text.startswith(
        "A.[1] B.[2]: 12 C.[1][a] D.[note 1][citation needed] E.[4][5]\n\nNotes\n\nA note.[3]\n"
    )
    assert [page.text[m.start : m.end] for m in page.markers][1] == "[2]: 12"
    behind = {m.label: page.references.get(m.ref_id or "") for m in page.markers}
    assert behind["1"].text == "Smith 1999."
    assert (behind["2"].url, behind["2"].title, behind["2"].date) == ("http://x.org", "T", "4 May 2010")
    assert behind["2"].text == '"T". P. 4 May 2010.'
    assert behind["a"].text == "A note."
    assert behind["4"].text.startswith("Jones 2001, p. 5. Jones (2001)")
    assert behind["4"].url == "http://b.org"
    assert behind["5"].text == "Late text."


def test_blocks_sections_infobox_and_links():
    page = read(
        "{{Infobox military conflict\n| conflict = Siege\n| image = x.jpg\n| caption = The walls\n| date = 4 May 1302<br>(3 days)\n| place = [[Corve]]\n"
        "| combatant1 = {{flagicon|X}} North\n| combatant2 =\n* South\n* East\n| casualties1 = 40 killed<ref>R</ref>\n}}\n"
        "[[File:a.jpg|thumb|left|A [[gate]]]]The siege began.\nIt went on.\n\n== Siege ==\n=== Spring ===\n* One item\n: Indented\n"
        '{| class=wikitable\n! Unit !! Men\n|-\n| style="x" | Guard || 12\n|}\nThe end.'
    )
    assert [(b.kind, page.text[b.start : b.end], b.level) for b in page.blocks] == [
        ("caption", "The walls", 0),
        ("infobox", "Date: 4 May 1302 (3 days)", 0),
        ("infobox", "Location: Corve", 0),
        ("infobox", "Belligerents: North", 0),
        ("infobox", "Belligerents: South, East", 0),
        ("infobox", "Casualties and losses: 40 killed[1]", 0),
        ("prose", "The siege began. It went on.", 0),
        ("caption", "A gate", 0),
        ("heading", "Siege", 2),
        ("heading", "Spring", 3),
        ("list", "One item", 0),
        ("list", "Indented", 0),
        ("table", "Unit | Men", 0),
        ("table", "Guard | 12", 0),
        ("prose", "The end.", 0),
    ]
    assert page.infobox[0] == ("Date", "4 May 1302 (3 days)")
    assert [(page.text[link.start : link.end], link.target) for link in page.links] == [
        ("Corve", "Corve"),
        ("gate", "gate"),
    ]


def test_a_redirect_is_no_document():
    with pytest.raises(DocumentError, match="redirect"):
        read("#REDIRECT [[Corve]]")


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "text",
    [
        "{{" * 100_000, "[[" * 100_000, "{{a|" * 50_000 + "}}" * 50_000, "[[a|" * 50_000, "<ref>" * 50_000, "<ref name=" * 50_000, "{|" * 50_000,
        "\n{|" * 50_000, "<nowiki>" * 50_000, "<gallery><nowiki>" * 30_000, "<!--" * 100_000, "[" * 500_000, "]" * 500_000, "''" * 200_000,
        "=" * 300_000, "= " * 100_000, "&" * 300_000, "{{nowrap|" * 40 + "x" + "}}" * 40, ("{{nowrap|" * 30 + "x" + "}}" * 30) * 500,
        "{{Infobox x|" + "a" * 100_000 + "=1}}", "{{Infobox x|" + " a" * 50_000 + "=1}}", "{|\n|" + "a=a" * 20_000 + "|\n|}", "{|\n|" + "|a=a" * 20_000 + "\n|}",
        "[[File:x" + "|y" * 50_000 + "]]", "[[" + "(" * 50_000 + "|]]", "<" * 300_000, "<ref " * 60_000 + ">", "{{cite web|title=" * 5_000, "* " * 100_000,
        "[http://x " * 40_000, "<br " * 60_000, "{{efn|" * 50 + "x" + "}}" * 50, "\n|}" * 50_000, "{{{" * 60_000 + "}}}" * 60_000,
    ],
    ids=lambda text: f"{text[:12]!r}-{len(text)}",
)  # fmt: skip
def test_adversarial_texts_end(text):
    with contextlib.suppress(DocumentError):
        read("The town fell. " + text)


@settings(max_examples=200)
@given(
    st.lists(
        st.sampled_from(
            [
                "{{",
                "}}",
                "[[",
                "]]",
                "|",
                "=",
                "<ref>",
                "</ref>",
                "<ref name=a/>",
                "\n",
                "* ",
                "== ",
                "{|",
                "|}",
                "|-",
                "a",
                "efn",
                "cn",
                "sfn",
                "''",
                "&amp;",
                "<nowiki>",
                "[http://x y]",
                " ",
                "infobox x",
                "convert",
                "12",
            ]
        ),
        max_size=40,
    )
)
def test_markers_blocks_and_links_hold_for_any_text(parts):
    try:
        page = read("x " + "".join(parts))
    except DocumentError:
        return
    assert "\ue000" not in page.text
    assert "\ue001" not in page.text
    for marker in page.markers:
        assert page.text[marker.start : marker.end].startswith(f"[{marker.label}]")
    assert all(0 <= b.start < b.end <= len(page.text) for b in page.blocks)
    assert all(a.end <= b.start for a, b in zip(page.blocks, page.blocks[1:], strict=False))
    assert all(0 <= link.start < link.end <= len(page.text) for link in page.links)


def _before(text, at):
    return re.sub(r"\W+", "", re.sub(r"\[[^\[\]]{1,40}\]", "", text[max(0, at - 90) : at]))[-18:]


@needs_bench
def test_markers_stand_where_readers_see_them():
    dump = Source(str(BENCH / "inputs" / "enwiki-shortened.xml.bz2"), "dump", 0)
    lines = (BENCH / "data" / "citations-dev.jsonl").read_text(encoding="utf-8").splitlines()
    wanted = {article["title"]: article for article in map(json.loads, lines)}
    total = in_place = 0
    for record in split_source(dump):
        if record.skip or record.title not in wanted:
            continue
        page, article = read_record(record), wanted[record.title]
        mine = defaultdict(list)
        for marker in page.markers:
            mine[_before(page.text, marker.start)].append(marker.label)
        for marker in article["markers"]:
            total += 1
            in_place += _before(article["text"], marker["start"]) in mine
    assert total > 2_600
    assert in_place / total >= 0.99


@needs_bench
def test_wikitext_files():
    for name in ("anarchism.wikitext", "tribunal.wikitext"):
        (page,) = read_documents(BENCH / "inputs" / name)
        assert not re.search(r"\{\{|\[\[|<ref|'''", page.text)
        resolved = sum(marker.ref_id in page.references for marker in page.markers if marker.ref_id)
        # Two names that one of the articles uses are defined nowhere.
        assert resolved >= 0.97 * sum(marker.ref_id is not None for marker in page.markers)
