"""The review without a mouse, enlarged, and by what axe-core finds."""

import pytest
from axe import findings

playwright = pytest.importorskip("playwright.sync_api", reason="needs Playwright: pip install playwright")
expect = playwright.expect

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_page(towns, served, sit, chromium, scheme):
    one = served(*towns(8))
    context = chromium.new_context(color_scheme=scheme, viewport={"width": 1280, "height": 860})
    page = context.new_page()
    page.goto(one.address)
    page.locator("#name").wait_for()
    assert findings(page) == []
    desk = sit(one, within=context)
    page = desk.page
    assert findings(page) == []
    desk.press("axp")
    page.locator("#source mark.trigger").first.click()
    assert findings(page) == []
    for key in "e?fcg":
        desk.press(key)
        page.wait_for_timeout(150)
        assert findings(page) == []
        page.keyboard.press("Escape")
    for _ in range(12):
        desk.press("a")
    expect(page.locator("#done")).to_be_visible()
    assert findings(page) == []
    page.goto(f"{one.address}agreement")
    assert findings(page) == []
    context.close()


def test_everything_can_be_reached_and_done_with_tab_and_enter(towns, served, sit):
    desk = sit(served(*towns(4)))
    reached = []
    for _ in range(60):
        desk.page.keyboard.press("Tab")
        name = desk.page.evaluate("document.activeElement.dataset.does ?? `.${document.activeElement.className}`")
        outline = desk.page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert name == "." or outline != "none", name
        reached.append(name)
        if name == "help":
            break
    does = [
        "accept",
        "reject",
        "edit",
        "both_wrong",
        "skip",
        "undo",
        "previous",
        "next",
        "group",
        "filter",
        "note",
        "help",
    ]
    assert [name for name in reached if name in does] == does
    assert any("trigger" in name for name in reached)
    desk.page.locator("[data-does=reject]").focus()
    desk.page.keyboard.press("Enter")
    desk.page.keyboard.press("Space")
    desk.settled()
    assert desk.served.verdicts() == ["reject", "reject"]
    # The editor: open, change, save, without a mouse.
    desk.page.locator("[data-does=edit]").focus()
    desk.page.keyboard.press("Enter")
    expect(desk.page.locator("#edit-status")).to_be_focused()  # which the readings differ in
    desk.page.keyboard.press("Tab")
    expect(desk.page.locator("#edit-date")).to_be_focused()
    desk.page.keyboard.press("Control+a")
    desk.page.keyboard.type("1944")
    desk.page.keyboard.press("Enter")
    expect(desk.page.locator("#edit")).to_be_hidden()
    assert desk.served.verdicts()[2:] == ["edit"]


def test_at_200_percent_nothing_is_cut_off(towns, served, sit, chromium):
    # A window of 1280 × 800 enlarged to 200 % has half as many CSS pixels each way.
    context = chromium.new_context(viewport={"width": 640, "height": 400}, device_scale_factor=2)
    desk = sit(served(*towns(4)), within=context)
    page = desk.page
    for keys in ("", "e", "?", "f", "g"):
        desk.press(keys)
        page.wait_for_timeout(100)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.keyboard.press("Escape")
    for name in ("accept", "help"):
        button = page.locator(f"[data-does={name}]")
        button.scroll_into_view_if_needed()
        expect(button).to_be_in_viewport(ratio=1)
    # The bar does not lie over the last cell once one has scrolled there.
    page.locator(".cell[data-cell=citations]").last.scroll_into_view_if_needed()
    covered = page.locator(".cell[data-cell=citations]").last.evaluate(
        "(cell) => { const box = cell.getBoundingClientRect(); return !cell.contains(document.elementFromPoint(box.x + 5, box.y + 5)); }"
    )
    assert not covered
    desk.press("ax")
    desk.settled()
    assert desk.served.verdicts() == ["accept", "reject"]
    context.close()


def test_on_a_telephone_decisions_are_at_hand_without_scrolling(towns, served, sit, chromium):
    context = chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    desk = sit(served(*towns(4)), within=context)
    expect(desk.page.locator("[data-does=accept]")).to_be_in_viewport(ratio=1)
    assert desk.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    desk.page.locator("[data-does=accept]").tap()
    desk.page.locator("[data-does=undo]").tap()  # further along the row
    desk.settled()
    assert desk.served.verdicts() == ["accept", "undo"]
    context.close()
