"""Every key, as a person presses it; what counts is what the log holds afterwards."""

import json

import pytest

playwright = pytest.importorskip("playwright.sync_api", reason="needs Playwright: pip install playwright")
expect = playwright.expect


@pytest.fixture
def desk(towns, served, sit):
    return sit(served(*towns(12)))


@pytest.mark.parametrize(("key", "verdict"), [("a", "accept"), ("x", "reject"), ("b", "both_wrong"), (" ", "skip")])
def test_one_key_decides_and_goes_on(desk, key, verdict):
    desk.press(key)
    assert desk.position() == "2"
    desk.settled()
    assert desk.served.verdicts() == [verdict]


def test_ten_keys_a_second_decide_ten_items_the_right_ones(desk):
    items = desk.page.evaluate(
        "fetch('/api/queue').then((answer) => answer.json()).then((queue) => queue.items.map((item) => item.id))"
    )
    keys = "axbaaxxbax"
    for key in keys:
        desk.page.keyboard.press(key)
        desk.page.wait_for_timeout(80)
    desk.settled()
    says = {"a": "accept", "x": "reject", "b": "both_wrong"}
    assert [(row[2], row[3]) for row in desk.served.rows()] == [
        (item, says[key]) for item, key in zip(items, keys, strict=False)
    ]


@pytest.mark.slow
def test_a_burst_of_keys_decides_each_item_once(desk):
    desk.press("aaaaaaaaaaaa")
    expect(desk.page.locator("#done-title")).to_have_text("All decided")
    desk.settled()
    items = [row[2] for row in desk.served.rows()]
    assert (len(items), len(set(items))) == (12, 12)


@pytest.mark.slow
def test_a_key_held_down_decides_once(desk):
    for _ in range(6):
        desk.page.keyboard.down("a")
    desk.page.keyboard.up("a")
    desk.settled()
    assert desk.served.verdicts() == ["accept"]


@pytest.mark.slow
def test_the_link_of_the_terminal_opens_the_review_and_nothing_else_does(towns, served, chromium):
    one = served(*towns(3))
    context = chromium.new_context()
    page = context.new_page()
    for token, opened in (("wrong", False), (one.token, True)):
        page.goto("about:blank")
        page.goto(f"{one.address}#token={token}")
        page.fill("#name", "Ada")
        page.keyboard.press("Enter")
        if opened:
            expect(page.locator("#left")).to_have_text("3 left of 3")
        else:
            expect(page.locator("#refused")).to_contain_text("does not open the review")
        assert "token" not in page.url
    [cookie] = context.cookies()
    assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Strict")
    context.close()


@pytest.mark.slow
def test_next_and_back_decide_nothing(desk):
    desk.press("nnp")
    assert desk.position() == "2"
    desk.press("ppp")
    assert desk.position() == "1"
    assert desk.served.verdicts() == []


@pytest.mark.slow
def test_undo_goes_back_to_any_depth_and_over_a_reload(desk):
    desk.press("axb")
    desk.settled()
    desk.page.reload()
    desk.ready()
    about = desk.page.locator("#about")
    expect(about).to_contain_text("4 of 12")
    desk.press("u")
    expect(about).to_contain_text("3 of 12")
    desk.press("uu")
    expect(about).to_contain_text("1 of 12")
    expect(desk.page.locator("#left")).to_have_text("12 left of 12")
    desk.press("u")
    expect(desk.page.locator("#banner")).to_have_text("There is nothing to undo.")
    desk.settled()
    assert desk.served.verdicts() == ["accept", "reject", "both_wrong", "undo", "undo", "undo"]


def test_editing_by_keyboard(desk):
    desk.press("e")
    desk.page.locator("#edit-date").fill("1944-06")
    desk.page.locator("#edit-places").press("End")
    desk.page.keyboard.type("; axb n")
    desk.page.keyboard.press("Control+Enter")
    expect(desk.page.locator("#edit")).to_be_hidden()
    assert desk.position() == "2"
    [(*_, verdict, value)] = desk.served.rows()
    cells = json.loads(value)["cells"]
    assert (verdict, cells["date"], cells["places"]) == ("edit", "1944-06", "Town0; axb n")


@pytest.mark.slow
def test_what_cannot_be_understood_is_said_at_its_field_and_not_saved(desk):
    desk.press("e")
    desk.page.locator("#edit-date").fill("in summer")
    desk.page.locator("#edit-trigger").fill("besieged")
    desk.page.keyboard.press("Control+Enter")
    expect(desk.page.locator("#wrong-trigger")).to_have_text("These words do not stand in the text shown.")
    desk.page.locator("#edit-trigger").fill("Town0")
    desk.page.keyboard.press("Control+Enter")
    expect(desk.page.locator("#wrong-date")).to_contain_text("write 2016-11-06")
    expect(desk.page.locator("#edit-date")).to_be_focused()
    desk.page.keyboard.press("Escape")
    expect(desk.page.locator("#edit")).to_be_hidden()
    assert desk.served.verdicts() == []
    desk.press("a")
    desk.settled()
    assert desk.served.verdicts() == ["accept"]


def select(desk, words: str) -> None:
    """Drags over words of the text, as a mouse would."""
    desk.page.evaluate(
        """(words) => {
          for (const part of document.querySelectorAll("#source [data-start]")) {
            const at = part.textContent.indexOf(words);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(part.firstChild, at);
            range.setEnd(part.firstChild, at + words.length);
            document.getSelection().removeAllRanges();
            document.getSelection().addRange(range);
            document.dispatchEvent(new MouseEvent("mouseup", { bubbles: true }));
            return;
          }
          throw new Error(words);
        }""",
        words,
    )


@pytest.mark.slow
def test_selected_text_fills_the_field_and_places_the_trigger_by_characters(towns, served, sit):
    # Two of these characters are two units in a browser and one character in Python.
    before = "𝟐𝟗 flags 🇮🇶 were raised. "
    desk = sit(served(*towns(2, before=before)))
    desk.press("e")
    desk.page.locator("#edit-initiators").focus()
    select(desk, "partisans")
    expect(desk.page.locator("#edit-initiators")).to_have_value("partisans")
    desk.page.locator("#edit-places").focus()
    select(desk, "partisans")
    expect(desk.page.locator("#edit-places")).to_have_value("Town0; partisans")
    desk.page.locator("#edit-trigger").focus()
    select(desk, "May")
    expect(desk.page.locator("#edit-trigger")).to_have_value("May")
    desk.page.keyboard.press("Control+Enter")
    expect(desk.page.locator("#edit")).to_be_hidden()
    [(*_, value)] = desk.served.rows()
    edited = json.loads(value)
    assert (edited["trigger"], edited["start"]) == ("May", len(before) + len("On 1 "))


@pytest.mark.slow
def test_a_group_is_decided_only_after_its_sample_and_undone_at_once(desk):
    desk.press("ag")
    expect(desk.page.locator("#group-title")).to_have_text("11 like changes")
    desk.press("a")
    for _ in range(4):
        desk.press("n")
        desk.page.wait_for_timeout(20)
    expect(desk.page.locator("#group-sample h3")).to_contain_text("5 of a sample of 5")
    assert desk.served.verdicts() == ["accept"]
    desk.press("x")
    expect(desk.page.locator("#done-title")).to_have_text("All decided")
    desk.settled()
    assert desk.served.verdicts() == ["accept"] + ["reject"] * 11
    desk.press("u")
    expect(desk.page.locator("#left")).to_have_text("11 left of 12")
    desk.settled()
    assert desk.served.verdicts()[12:] == ["undo"] * 11


@pytest.mark.slow
def test_the_filter_narrows_the_queue(desk):
    desk.press("ab f".replace(" ", ""))
    desk.page.locator("#filter-status").select_option("decided")
    desk.page.keyboard.press("Enter")
    expect(desk.page.locator("#about")).to_contain_text("1 of 2")
    desk.press("f")
    desk.page.keyboard.press("Escape")
    expect(desk.page.locator("#about")).to_contain_text("1 of 2")
    expect(desk.page.locator("#clear-filter")).to_be_hidden()
    desk.press("f")
    desk.page.locator("#clear-filter").click()
    # The queue is asked for anew: what stood before is seen until the answer is there.
    expect(desk.page.locator("#about")).to_contain_text("3 of 12")


@pytest.mark.slow
def test_a_key_right_behind_escape_is_heard(desk):
    """The field of a window that has just closed keeps the focus until the next frame: a key on it is meant for the page."""
    key = "document.querySelector('#filter-status').dispatchEvent(new KeyboardEvent('keydown', {key: 'f', bubbles: true}))"
    desk.press("f")
    desk.page.keyboard.press("Escape")
    expect(desk.page.locator("#clear-filter")).to_be_hidden()
    desk.page.evaluate(key)
    expect(desk.page.locator("#clear-filter")).to_be_visible()


@pytest.mark.slow
def test_a_note_is_kept_and_found_again(desk):
    desk.press("c")
    desk.page.keyboard.type("xa b: see the map")
    desk.page.keyboard.press("Control+Enter")
    expect(desk.page.locator("#verdicts")).to_contain_text("“xa b: see the map”")
    desk.settled()
    assert [row[3:] for row in desk.served.rows()] == [("note", "xa b: see the map")]
    desk.press("nf")
    desk.page.locator("#filter-status").select_option("with a note")
    desk.page.keyboard.press("Enter")
    expect(desk.page.locator("#about")).to_contain_text("1 of 1")


@pytest.mark.slow
def test_help_lists_the_keys_and_every_button_shows_its_own(desk):
    desk.press("?")
    expect(desk.page.get_by_role("dialog", name="Keys")).to_be_visible()
    desk.press("a")
    desk.page.keyboard.press("Escape")
    expect(desk.page.get_by_role("dialog", name="Keys")).to_be_hidden()
    assert desk.served.verdicts() == []
    for button in desk.page.locator("#decide button").all():
        assert button.locator("kbd").inner_text().lower() == button.get_attribute("aria-keyshortcuts").lower()


@pytest.mark.slow
def test_a_click_on_a_mark_tells_the_rule(desk):
    desk.page.locator("#source mark.trigger").first.click()
    expect(desk.page.locator("#why")).to_contain_text("trigger/territory.capture/seize")


@pytest.mark.slow
def test_the_space_bar_skips_after_a_click_on_a_button(desk):
    desk.page.locator("[data-does=accept]").click()
    desk.press(" ")
    desk.settled()
    assert desk.served.verdicts() == ["accept", "skip"]


@pytest.mark.slow
def test_skipped_items_are_offered_again_at_the_end(desk):
    desk.press(" " * 12)
    expect(desk.page.locator("#done-text")).to_have_text("12 skipped.")
    desk.page.get_by_role("button", name="Go back to the skipped").press("Enter")
    desk.press("a")
    desk.settled()
    assert desk.served.verdicts()[12:] == ["accept"]


def test_two_tabs_never_overwrite_each_other(desk, sit):
    other = sit(desk.served)
    desk.press("a")
    desk.settled()
    other.press("x")
    expect(other.page.locator("#banner")).to_contain_text("it is “new accepted” now")
    assert desk.served.verdicts() == ["accept"]
    expect(other.page.locator("#about")).to_contain_text("1 of 12")
    # A key that was under way when the item came back does not count.
    other.press("x")
    other.page.wait_for_timeout(900)
    assert desk.served.verdicts() == ["accept"]
    other.press("x")
    expect(other.page.locator("#about")).to_contain_text("2 of 12")
    other.settled()
    assert desk.served.verdicts() == ["accept", "reject"]


@pytest.mark.slow
def test_a_second_annotator_is_blind_until_he_decides_and_a_third_adjudicates(desk, sit, chromium):
    desk.press("aa")
    desk.settled()
    contexts = [chromium.new_context() for _ in range(2)]
    ben = sit(desk.served, "Ben", within=contexts[0])
    assert "Ada" not in ben.page.content()
    ben.press("xap")
    ben.settled()
    ben.press("p")
    expect(ben.page.locator("#verdicts")).to_contain_text("Ada: new accepted")
    cy = sit(desk.served, "Cy", "adjudicator", within=contexts[1])
    expect(cy.page.locator("#left")).to_have_text("1 left of 1")
    expect(cy.page.locator("#verdicts")).to_contain_text("Ben: old kept")
    cy.press("x")
    expect(cy.page.locator("#done-title")).to_have_text("All decided")
    cy.settled()
    cy.page.goto(f"{desk.served.address}agreement")
    expect(cy.page.locator("table").first).to_contain_text("Ada and Ben")
    assert cy.page.locator("tbody td").all_inner_texts()[:3] == ["2", "1", "50 %"]
    for one in contexts:
        one.close()


def test_a_text_that_is_cut_says_at_which_end(towns, served, sit):
    desk = sit(served(*towns(40)))
    source = desk.page.locator("#source")
    expect(source).to_have_class("prose cut-after")
    desk.press("n" * 20)
    expect(source).to_have_class("prose cut-before cut-after")


def test_where_nothing_differs_the_page_says_so(towns, served, sit):
    new, _ = towns(1)
    desk = sit(served(new, new))
    expect(desk.page.locator("#done-text")).to_have_text("old and new read the same.")
