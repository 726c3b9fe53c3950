"""The HTML reader: pages as the classic parser and Parsoid write them, with their chrome."""

from __future__ import annotations

import contextlib
import re
from pathlib import Path

import pytest

from pipeline import extract
from pipeline.errors import DocumentError
from pipeline.reading import Record, read_documents, read_record

BENCH = Path(__file__).resolve().parents[1].parent / "shared" / "bench" / "inputs"
needs_bench = pytest.mark.skipif(not BENCH.exists(), reason="the shared benchmark folder is absent")

CLASSIC = """<!DOCTYPE html><html lang="en"><head><title>Siege of Corve - Wikipedia</title><style>.x{}</style><script>var a = "The army fled.";</script></head>
<body><div id="mw-head">Navigation menu</div><div id="content"><h1 id="firstHeading">Siege of <i>Corve</i></h1><div id="siteSub">From Wikipedia</div>
<div id="mw-content-text"><div class="mw-parser-output">
<div role="note" class="hatnote">For other uses, see <a href="/wiki/Corve">Corve</a>.</div>
<table class="infobox vevent"><tbody><tr><th colspan="2">Siege of Corve</th></tr>
<tr><th>Date</th><td>4 May 1302<br>(3 days)</td></tr><tr><th>Location</th><td><a href="/wiki/Corve_(town)">Corve</a></td></tr>
<tr><td colspan="2">Anthems:<ul><li>Rise, Corve</li><li>The Wall</li></ul></td></tr><tr><th colspan="2">Strength</th></tr><tr><td>400<sup id="cite_ref-a_1-0" class="reference"><a href="#cite_note-a-1">[1]</a></sup></td><td><ul><li>30 men</li><li>2 guns</li></ul></td></tr></tbody></table>
<p>The <b>siege of Corve</b> was fought in <a href="/wiki/1302">1302</a>.<sup class="reference"><a href="#cite_note-a-1">[1]</a></sup><sup class="reference nowrap"><span title="Page: 12">:&#8202;12&#8202;</span></sup>
It lasted <span style="display:none">0003</span>three days,<sup class="reference"><a href="#cite_note-n-2">[note 1]</a></sup> and cost 40&nbsp;men.<sup class="noprint Inline-Template Template-Fact">[<i><a href="/wiki/WP:CN"><span>citation needed</span></a></i>]</sup></p>
<div class="thumb"><div class="thumbcaption"><div class="magnify"><a>x</a></div>The walls in 1900</div></div>
<h2><span class="mw-headline" id="S">Siege</span><span class="mw-editsection"><span>[</span><a>edit</a>]</span></h2>
<ul><li>On 5 May the wall fell.</li><li>On 6 May the town fell.</li></ul>
<table class="wikitable"><tr><th>Unit</th><th>Men</th></tr><tr><td>Guard</td><td>12</td></tr></table>
<h2>Notes</h2><div class="reflist"><ol class="references">
<li id="cite_note-a-1"><span class="mw-cite-backlink">^</span> <span class="reference-text"><cite class="citation"><a class="external" href="https://x.org/corve">"The Fall of Corve"</a>. Rook Press. <a class="external" href="https://web.archive.org/web/1/https://x.org/corve">Archived</a>.</cite><span title="ctx_ver=Z39.88-2004&amp;rft.btitle=The+Fall+of+Corve&amp;rft.pub=Rook+Press&amp;rft.date=1999" class="Z3988"></span></span></li>
<li id="cite_note-n-2"><span class="reference-text">By some accounts four.<sup class="reference"><a href="#cite_note-a-1">[1]</a></sup></span></li>
</ol></div><div class="navbox">Battles of the war</div></div></div><div id="catlinks">Categories</div></div></body></html>"""

PARSOID = """<!DOCTYPE html><html><head><meta property="dc:modified" content="2023-05-01T10:00:00.000Z"/><title>Corve</title></head>
<body lang="en" class="mw-body-content mw-parser-output"><section data-mw-section-id="0">
<p>The town fell.<sup about="#mwt1" class="mw-ref reference" id="cite_ref-1" typeof="mw:Extension/ref"><a href="./Corve#cite_note-1"><span class="mw-reflink-text"><span class="cite-bracket">[</span>1<span class="cite-bracket">]</span></span></a></sup> It lay near <a rel="mw:WikiLink" href="./Rook_River" title="Rook River">the river</a>.</p></section>
<div class="mw-references-wrap"><ol class="mw-references references"><li about="#cite_note-1" id="cite_note-1"><span class="mw-linkback-text">^</span> <span id="mw-reference-text-cite_note-1" class="mw-reference-text reference-text">Rook 1999, p. 3.</span></li></ol></div></body></html>"""


def read(html, **more):
    payload = html if isinstance(html, bytes) else html.encode()
    return read_record(Record("page", "page.html", "html", payload, **more))


@pytest.fixture(scope="module")
def classic():
    return read(CLASSIC)


def test_text_is_what_a_reader_sees(classic):
    assert classic.text == (
        "Siege of Corve\nDate: 4 May 1302 (3 days)\nLocation: Corve\nAnthems: Rise, Corve, The Wall\nStrength\n400[1] | 30 men, 2 guns\n\n"
        "The siege of Corve was fought in 1302.[1]: 12 It lasted three days,[note 1] and cost 40\u00a0men.[citation needed]\n\n"
        "The walls in 1900\n\nSiege\n\nOn 5 May the wall fell.\nOn 6 May the town fell.\n\nUnit | Men\nGuard | 12\n\nNotes\n\nBy some accounts four.[1]"
    )


def test_title_sections_and_kinds(classic):
    assert classic.title == "Siege of Corve"
    assert [b.kind for b in classic.blocks] == [
        *["infobox"] * 6,
        "prose",
        "caption",
        "heading",
        "list",
        "list",
        "table",
        "table",
        "heading",
        "list",
    ]
    found = extract(classic)
    assert {s.section for s in found.sentences} == {"", "Siege", "Notes"}


def test_markers_lead_to_their_references(classic):
    assert [(m.label, m.kind) for m in classic.markers] == [
        ("1", "reference"), ("1", "reference"), ("note 1", "note"), ("citation needed", "inline"), ("1", "reference"),
    ]  # fmt: skip
    assert [classic.text[m.start : m.end] for m in classic.markers][1:3] == ["[1]: 12", "[note 1]"]
    first = classic.references["cite_note-a-1"]
    assert (first.url, first.archive_url) == (
        "https://x.org/corve",
        "https://web.archive.org/web/1/https://x.org/corve",
    )
    assert (first.title, first.publisher, first.date) == ("The Fall of Corve", "Rook Press", "1999")
    citations = extract(classic).mentions.citations
    assert citations[0].value.target.startswith('"The Fall of Corve". Rook Press.')
    assert citations[0].value.url == "https://x.org/corve"


def test_infobox_and_links(classic):
    assert ("Date", "4 May 1302 (3 days)") in classic.infobox
    assert ("Strength", "400") in classic.infobox
    assert [(classic.text[link.start : link.end], link.target) for link in classic.links] == [
        ("Corve", "Corve (town)"),
        ("1302", "1302"),
    ]


def test_parsoid():
    page = read(PARSOID)
    assert page.text == "The town fell.[1] It lay near the river."
    assert page.references[page.markers[0].ref_id].text == "Rook 1999, p. 3."
    assert page.links[0].target == "Rook River"
    assert (page.title, page.reference_date) == ("Corve", "2023-05-01")


def test_a_declared_encoding_is_a_second_try():
    html = "<html><head><meta charset='windows-1252'></head><body><p>Thérèse fled.</p></body></html>"
    assert read(html.encode("cp1252")).text == "Thérèse fled."
    with pytest.raises(DocumentError, match="utf-8"):
        read("<p>Thérèse fled.</p>".encode("cp1252"))


def test_a_power_is_no_digit_of_its_number():
    assert read("<p>10<sup>6</sup> men, 5 km<sup>2</sup>, the 2<sup>nd</sup>").text == "10^6 men, 5 km2, the 2nd"


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "html",
    [
        "<body>" + "<div>" * 100_000 + "The town fell.",
        "<body>" + "<b><i>" * 20_000 + "The town fell.",
        "<body>" + "<table><tr><td>" * 3_000 + "The town fell.",
        "<body><p>The town fell." + "<sup class='reference'>" * 3_000,
        "<body><ol class='references'>" * 300 + "<li><span class='reference-text'>x<sup class='reference'>y",
        "<" * 200_000,
    ],
    ids=["div", "inline", "tables", "markers", "lists", "brackets"],
)
def test_adversarial_pages_end(html):
    with contextlib.suppress(DocumentError):
        assert "fell" in read(html).text or "<" in html


@needs_bench
@pytest.mark.parametrize(("name", "title"), [("mozilla.html", "Mozilla"), ("wikipedia-2.html", "New Zealand")])
def test_saved_pages(name, title):
    (page,) = read_documents(BENCH / name)
    assert page.title == title
    used = set(re.findall(r'id="(cite_ref-[^"]+)"', (BENCH / name).read_text(encoding="utf-8")))
    resolved = [m for m in page.markers if m.ref_id in page.references and page.references[m.ref_id].text]
    assert len(resolved) >= 0.98 * len(used)
    found = extract(page)
    words = " ".join(page.text[slice(*found.clean.to_source(s.start, s.end))] for s in found.sentences)
    assert not re.search(r"\[edit\]|Jump to|function\s*\(|mw-parser|Navigation menu|Retrieved from", words)
