"""`show --html`: the text as it is, every mark and link in its place, and nothing that runs or leaves the page."""

import re
from html.parser import HTMLParser

import pytest

pytest.importorskip("jinja2", reason="the report extra is not installed")

from typer.testing import CliRunner

from pipeline import extract
from pipeline.cli.app import app
from pipeline.pages.annotated import annotated
from pipeline.records import Document
from pipeline.show_page import show_page
from pipeline.tables.columns import TABLES
from pipeline.tables.rows import rows_of

TEXT = (
    "Siege of Kut\n\nOn 29 April 1916 Ottoman troops captured Kut, taking 13,000 prisoners.[1][2]\n"
    "On 𝟐𝟗 May 🇮🇶 rebels attacked Ku\u0304t <b>again</b> & again."
)
HOSTILE = "On 3 May 2016 rebels seized <img src=x onerror=alert(1)></script><script>alert(1)</script> Aleppo.[1]"


class Page(HTMLParser):
    """What a browser would see: text of paragraphs, ids, links, tags."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs, self.ids, self.links, self.tags, self.open = [], [], [], [], False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.tags.append((tag, given))
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "a":
            self.links.append(given.get("href", ""))
        if tag == "p":
            self.open = given.get("class", "").split(" ")[0] == "prose"
            if self.open:
                self.paragraphs.append("")

    def handle_endtag(self, tag):
        self.open = self.open and tag != "p"

    def handle_data(self, data):
        if self.open:
            self.paragraphs[-1] += data


@pytest.mark.parametrize("text", [TEXT, HOSTILE, "No event here.", ""])
def test_the_text_stands_there_unchanged(text):
    page = Page(show_page([extract(text)]))
    assert page.paragraphs == [line for line in text.split("\n") if line.strip()]


def test_every_link_leads_to_a_word_on_the_page():
    page = Page(show_page([extract(TEXT)]))
    within = [link[1:] for link in page.links if link.startswith("#")]
    assert len(within) > 3
    assert set(within) <= {*page.ids, "main"}
    assert len(page.ids) == len(set(page.ids))


def test_nothing_of_the_text_runs_and_nothing_is_fetched():
    page = Page(show_page([extract(HOSTILE, title="<script>alert(1)</script>")]))
    assert not [tag for tag, _ in page.tags if tag in ("img", "link", "iframe")]
    assert not [given for tag, given in page.tags if tag == "script" and "src" in given]
    assert not [name for _, given in page.tags for name in given if name.startswith("on")]
    policy = next(given["content"] for tag, given in page.tags if given.get("http-equiv"))
    assert "default-src 'none'" in policy


def test_marks_cover_exactly_the_words_of_a_mention():
    mention = {
        "mention_id": "p",
        "start": 3,
        "end": 9,
        "name": "Aleppo",
        "country": "SY",
        "precision": "exact",
        "rule": "r",
    }
    (paragraph,) = annotated("At Aleppo.", [("place", mention)], [])
    assert [(piece.text, [m["kind"] for m in piece.marks], piece.anchors) for piece in paragraph.pieces] == [
        ("At ", [], ()),
        ("Aleppo", ["place"], ("p",)),
        (".", [], ()),
    ]


def test_a_mark_over_a_paragraph_end_stays_in_both():
    mention = {"mention_id": "a", "start": 4, "end": 11, "name": "Army of", "kind": "unit", "rule": "r"}
    first, second = annotated("The Army\nof Kut won.", [("actor", mention)], [])
    shown = [[(piece.text, bool(piece.marks), piece.anchors) for piece in one.pieces] for one in (first, second)]
    assert shown == [
        [("The ", False, ()), ("Army", True, ("a",))],
        [("of", True, ()), (" Kut won.", False, ())],
    ]


WRAPPED = (
    "On 29 April 1916 the garrison of Kut, which had been besieged by Ottoman\n"
    "troops since December, surrendered after its food had run out. It had\n"
    "eaten its horses.\n"
    "Townshend was taken to Constantinople."
)


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("Kut fell in April 1916.\nThe Turks took it.", ["Kut fell in April 1916.", "The Turks took it."]),
        (WRAPPED, [WRAPPED]),
        (f"Siege of Kut\n\n{WRAPPED}\n\nIt was hot.", ["Siege of Kut", WRAPPED, "It was hot."]),
        ("* On 3 May 1916 the relief force withdrew to the south, leaving its dead\n  in the marshes.\n* The Turks took Sannaiyat.", ["* On 3 May 1916 the relief force withdrew to the south, leaving its dead\n  in the marshes.", "* The Turks took Sannaiyat."]),
    ],
    ids=["lines", "wrapped", "headed", "list"],
)  # fmt: skip
def test_wrapped_lines_are_one_paragraph(text, paragraphs):
    rows, _ = rows_of(extract(text))
    names = [column.name for column in TABLES["sentences"].columns]
    sentences = [dict(zip(names, row, strict=True)) for row in rows["sentences"]]
    assert ["".join(piece.text for piece in one.pieces) for one in annotated(text, [], [], sentences)] == paragraphs


def test_a_heading_stands_without_its_mark_up_and_a_number_of_victims_as_people_write_it():
    text = "# Siege of Kut\n\nThe Turks killed at least 1,750 soldiers at Kut.[1]"
    page = show_page([extract(Document("kut", text, format="markdown", markup="markdown"))])
    assert Page(page).paragraphs == ["Siege of Kut", "The Turks killed at least 1,750 soldiers at Kut.[1]"]
    assert 'data-said="count: killed, 1,750 or more (at least)"' in page


def test_the_command_writes_the_page(tmp_path):
    path = tmp_path / "page.html"
    done = CliRunner().invoke(app, ["show", TEXT, "--html", str(path), "--title", "Kut"])
    assert (done.exit_code, done.output) == (0, f"{path}\n")
    assert re.search(r"<h1>Kut</h1>", path.read_text(encoding="utf-8"))
