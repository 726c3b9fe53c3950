"""The report as a colleague meets it, in Debian's Chromium: from disk, by keyboard, in the dark, on paper, on a telephone, and with 10,000 events."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from axe import findings
from test_report import write_run

from pipeline import extract
from pipeline.report import read_for_report, report_page
from pipeline.show_page import show_page

playwright = pytest.importorskip("playwright.sync_api", reason="needs Playwright: pip install playwright")
expect = playwright.expect

pytestmark = pytest.mark.slow
OUTPUTS = Path(__file__).parents[1] / "outputs"


@pytest.fixture(scope="module")
def report(tmp_path_factory) -> Path:
    """The report of the corpus."""
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(report_page(read_for_report(OUTPUTS)), encoding="utf-8")
    return path


@pytest.fixture
def visit(chromium):
    """Opens a page from disk; afterwards it may have met no error and asked nobody for anything."""
    contexts, problems, asked = [], [], []

    def visit(path: Path, *, scheme: str = "light", width: int = 1280, height: int = 900, media: str = "screen"):
        context = chromium.new_context(color_scheme=scheme, viewport={"width": width, "height": height})
        contexts.append(context)
        page = context.new_page()
        page.emulate_media(media=media, color_scheme=scheme)
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
        page.on("request", lambda request: asked.append(request.url))
        page.goto(path.as_uri())
        assert asked.pop(0) == path.as_uri()
        return page

    yield visit
    for context in contexts:
        context.close()
    assert problems == []
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


def cells(page, column: int) -> list[str]:
    return page.locator(f"#events tbody td:nth-child({column})").all_inner_texts()


def lightness(page, what: str, selector: str = "html") -> float:
    colour = page.locator(selector).first.evaluate(f"(e) => getComputedStyle(e).{what}")
    red, green, blue = map(int, re.findall(r"\d+", colour)[:3])
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255


def test_the_pictures_are_there_and_can_be_read_without_seeing_them(report, visit):
    page = visit(report)
    for name in ("Events in time", "Places of events", "Casualties over time"):
        picture = page.get_by_role("img", name=name, exact=True)
        expect(picture.locator("svg")).to_be_visible()
        assert picture.bounding_box()["height"] > 150
    assert page.locator("[aria-label='Events in time'] [aria-label*='capture']").count() > 20
    for summary, heading in (("The places as a table", "latitude"), ("The numbers as a table", "highest")):
        closed = page.get_by_text(summary)
        closed.focus()
        page.keyboard.press("Enter")
        table = page.locator("details[open] table", has_text=heading)
        expect(table).to_be_visible()
        assert table.locator("tbody tr").count() > 20
        closed.press("Enter")
    # The labels of the rows are whole: none begins left of the picture.
    edge = page.get_by_role("img", name="Events in time", exact=True).bounding_box()["x"]
    lefts = page.locator("[aria-label='Events in time'] .role-axis-label text").evaluate_all("all => all.map(e => e.getBoundingClientRect().x)")  # fmt: skip
    assert min(lefts) >= edge


def test_the_table_sorts_and_filters_by_keyboard(report, visit):
    page = visit(report)
    all_events = page.locator("#found").inner_text()
    page.keyboard.press("Tab")
    expect(page.get_by_text("Skip to the content")).to_be_focused()
    page.locator("#search").focus()
    page.keyboard.type("capture BC")
    some = page.locator("#found").inner_text()
    assert some != all_events
    shown = [" ".join(row.split()) for row in page.locator("#events tbody tr").all_inner_texts()]
    assert shown
    assert all("capture" in row.lower() and "BC" in row for row in shown)
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    assert page.locator("#found").inner_text() == all_events
    # From the field by Tab over the button to the first head of the table.
    for _ in range(2):
        page.keyboard.press("Tab")
    head = page.locator("#events th").first
    expect(head.locator("button")).to_be_focused()
    page.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "ascending")
    years = [-int(y) if era else int(y) for day in cells(page, 1) for y, era in re.findall(r"(\d+)( BC)?$", day)]
    assert years == sorted(years)
    assert years[0] == -499
    page.keyboard.press("Space")
    expect(head).to_have_attribute("aria-sort", "descending")
    assert cells(page, 1)[0].endswith("2017")
    page.locator("#events th button", has_text="type").press("Enter")
    kinds = cells(page, 2)
    assert kinds == sorted(kinds)
    expect(head).not_to_have_attribute("aria-sort", re.compile("."))


def test_every_cell_leads_to_its_words_and_every_source_to_its_reference(report, visit):
    page = visit(report)
    page.locator("#search").fill("guernica")
    links = page.locator("#events tbody a")
    seen = 0
    for link in (links.nth(number) for number in range(4)):
        word = link.inner_text()
        link.press("Enter")
        card = page.locator(".event:target")
        expect(card).to_be_in_viewport()
        assert card.locator("header a").inner_text() == word
        card = page.locator(f"[id='{card.get_attribute('id')}']")
        for name in ("", "when", "where", "by", "to"):
            for cell in card.locator(f"dt:text-is('{name}') + dd a" if name else "header a").all():
                said = cell.inner_text()
                cell.press("Enter")
                mark = page.locator("mark:target")
                expect(mark).to_be_in_viewport()
                # A mark may begin within another; the date of a card is written out.
                assert name == "when" or said.startswith(mark.inner_text()) or mark.inner_text() == said
                expect(page.locator("#told")).to_contain_text("·")
                seen += 1
    assert seen > 8
    # A source opens the list that holds its reference.
    page.locator("#doc-bombing-of-guernica dt:text-is('sources') + dd a").first.press("Enter")
    reference = page.locator("li:target")
    expect(reference).to_be_in_viewport()
    assert re.match(r"\[\d+\] \w", reference.inner_text())


def test_a_link_over_the_whole_page_lands_where_it_leads(report, visit):
    page = visit(report)
    for name in ("Battle of Isandlwana", "Battle of Marathon", "Falklands War"):
        page.get_by_role("navigation", name="Documents").get_by_role("link", name=name, exact=True).press("Enter")
        page.wait_for_timeout(300)
        top = page.get_by_role("region", name=name, exact=True).evaluate("(e) => e.getBoundingClientRect().top")
        assert abs(top) < 5, name


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_light_and_dark(report, visit, scheme):
    page = visit(report, scheme=scheme)
    dark = scheme == "dark"
    assert (lightness(page, "backgroundColor") < 0.2) == dark
    assert (lightness(page, "color") > 0.8) == dark
    assert (lightness(page, "fill", ".picture .role-axis-label text") > 0.5) == dark
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    assert findings(page) == []


def test_on_paper_it_is_black_on_white_and_nothing_is_cut_off(report, visit):
    page = visit(report, scheme="dark", width=794, height=1123, media="print")
    assert lightness(page, "backgroundColor") > 0.99
    assert lightness(page, "color") < 0.2
    for selector in ("nav.no-print", ".table-tools", "#told"):
        expect(page.locator(selector).first).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth + 4")
    assert len(page.pdf(format="A4")) > 100_000


@pytest.mark.parametrize("width", [390, 768])
def test_a_narrow_window_scrolls_one_way_only(report, visit, width):
    page = visit(report, width=width)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    card, text = (page.locator(f".paragraph:has(.event) {part}").first.bounding_box() for part in (".event", ".prose"))
    assert card["y"] >= text["y"] + text["height"]


def is_free() -> bool:
    """Whether the machine is at its usual speed just now: two million squares take no longer than 0.12 s, the best of three times."""
    took = []
    for _ in range(3):
        began = time.perf_counter()
        sum(i * i for i in range(2_000_000))
        took.append(time.perf_counter() - began)
    return min(took) <= 0.12


def test_ten_thousand_events_open_in_under_two_seconds(tmp_path, visit):
    path = tmp_path / "report.html"
    path.write_text(report_page(read_for_report(write_run(tmp_path / "run", 10_000))), encoding="utf-8")
    took = []
    for _ in range(5):
        before = is_free()
        page = visit(path)
        assert page.locator("#found").inner_text() == "the first 100 of 10000 events"
        if before and is_free():  # a machine may slow down between the look at it and the page
            took.append(page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd"))
    if not took:
        pytest.skip(
            "needs a machine at its usual speed: two million squares took more than 0.12 s before or after each visit"
        )
    assert 0 < min(took) < 2000


def test_opening_costs_no_more_than_its_events(tmp_path, visit):
    """What holds on any machine, however slow: the growth."""

    def opening(events: int) -> float:
        path = tmp_path / f"{events}.html"
        path.write_text(report_page(read_for_report(write_run(tmp_path / f"run{events}", events))), encoding="utf-8")
        took = []
        for _ in range(3):
            page = visit(path)
            assert page.locator("#found").inner_text() == f"the first 100 of {events} events"
            took.append(page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd"))
        return min(took)

    small, large = opening(1_000), opening(10_000)
    assert 0 < small < large < 10 * small


def test_what_show_writes_is_sound_too(tmp_path, visit):
    text = "Siege of Kut\n\nOn 29 April 1916 Ottoman troops captured Kut, taking 13,000 prisoners.[1]\n\nLater it fell."
    path = tmp_path / "show.html"
    path.write_text(show_page([extract(text)]), encoding="utf-8")
    for scheme in ("light", "dark"):
        page = visit(path, scheme=scheme)
        assert findings(page) == []
        page.locator("mark.place", has_text="Kut").last.focus()
        assert "place: Al-Kut, IQ" in page.locator("#told").inner_text()
        page.locator("dt:text-is('victims') + dd a").first.press("Enter")
        expect(page.locator("mark:target")).to_have_text("13,000 prisoners")
