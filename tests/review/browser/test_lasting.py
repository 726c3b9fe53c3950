"""Nothing that was acknowledged is ever lost: not by killing the server, not by closing the window."""

import random

import pytest

playwright = pytest.importorskip("playwright.sync_api", reason="needs Playwright: pip install playwright")
expect = playwright.expect

pytestmark = pytest.mark.slow
SAYS = {"a": "accept", "x": "reject", "b": "both_wrong"}


def acknowledged(desk) -> set[str]:
    """Ids of the decisions that the server has acknowledged to this tab, gathered as they come."""
    seen: set[str] = set()

    def note(response) -> None:
        if response.url.endswith("/api/decisions") and response.ok:
            seen.update(sent["id"] for sent in response.request.post_data_json["decisions"])

    desk.page.on("requestfinished", lambda request: note(request.response()))
    return seen


def test_twenty_kills_lose_no_acknowledged_decision_and_mix_up_none(towns, served, sit, process):
    number, rounds = 240, 20
    one = served(*towns(number), process)
    desk = sit(one)
    items = desk.page.evaluate("fetch('/api/queue').then((answer) => answer.json()).then((queue) => queue.items.map((item) => item.id))")  # fmt: skip
    seen = acknowledged(desk)
    dice = random.Random(7)
    keys = [dice.choice("axb") for _ in range(number)]
    about = desk.page.locator("#about")
    for start in range(0, number, number // rounds):
        some = keys[start : start + number // rounds]
        fatal = dice.randrange(len(some))
        for n, key in enumerate(some):
            # A key decides nothing that is not on the screen: a card that has still to be fetched needs the server back first.
            if f"{start + n + 1} of" not in (about.text_content() or ""):
                if one.process.poll() is not None:
                    one.start()
                expect(about).to_contain_text(f"{start + n + 1} of", timeout=20_000)
            desk.page.keyboard.press(key)
            if n == fatal:
                one.kill()
                assert seen <= one.ids()
        if one.process.poll() is not None:
            one.start()
        desk.page.wait_for_timeout(200)
    expect(desk.page.locator("#done-title")).to_have_text("All decided", timeout=60_000)
    expect(desk.page.locator("#saved")).to_contain_text("saved ✓", timeout=60_000)
    assert [(row[2], row[3]) for row in one.rows()] == list(zip(items, [SAYS[key] for key in keys], strict=True))


@pytest.mark.parametrize("path", ["/api/decisions", "/api/items", "/api/queue"])
def test_an_answer_that_breaks_off_in_the_middle_is_asked_for_again(towns, served, sit, path):
    one = served(*towns(120))
    desk = sit(one)
    cut = []

    def break_off(route) -> None:
        answer = route.fetch()
        if not cut:
            cut.append(answer.text())
            route.fulfill(response=answer, body=answer.text()[: len(answer.text()) // 2])
        else:
            route.fulfill(response=answer)

    desk.page.route(f"**{path}*", break_off)
    desk.page.reload()
    desk.ready()
    desk.press("axb" * 30)
    expect(desk.page.locator("#about")).to_contain_text("91 of 120")
    desk.settled()
    assert cut
    assert one.verdicts() == ["accept", "reject", "both_wrong"] * 30


def test_a_window_closed_while_the_server_is_away_loses_nothing(towns, served, sit, process, context):
    one = served(*towns(5), process)
    desk = sit(one)
    one.kill()
    desk.press("axb")
    expect(desk.page.locator("#saved")).to_contain_text("3 kept here")
    desk.page.close()
    assert one.verdicts() == []
    one.start()
    page = context.new_page()
    page.goto(one.address)
    expect(page.locator("#left")).to_have_text("2 left of 5")
    assert one.verdicts() == ["accept", "reject", "both_wrong"]


def test_what_waits_for_one_review_is_not_sent_to_another_on_the_same_port(
    towns, served, sit, process, context, tmp_path
):
    new, old = towns(3)
    one = served(new, old, process)
    desk = sit(one)
    one.kill()
    desk.press("ax")
    expect(desk.page.locator("#saved")).to_contain_text("2 kept here")
    (new / "review.sqlite").rename(tmp_path / "kept.sqlite")
    for rest in new.glob("review.sqlite-*"):
        rest.rename(tmp_path / rest.name.replace("review", "kept"))
    desk.page.close()
    one.start()
    other = sit(one)
    expect(other.page.locator("#left")).to_have_text("3 left of 3")
    one.kill()
    for rest in new.glob("review.sqlite*"):
        rest.unlink()
    for kept in tmp_path.glob("kept.sqlite*"):
        kept.rename(new / kept.name.replace("kept", "review"))
    one.start()
    again = sit(one)
    expect(again.page.locator("#left")).to_have_text("1 left of 3")
    again.settled()
    assert one.verdicts() == ["accept", "reject"]


def test_a_restarted_server_knows_who_is_signed_in(towns, served, sit, process):
    one = served(*towns(5), process)
    desk = sit(one)
    desk.press("a")
    desk.settled()
    one.kill()
    one.start()
    desk.press("x")
    expect(desk.page.locator("#about")).to_contain_text("3 of 5")
    desk.page.reload()
    expect(desk.page.locator("#left")).to_have_text("3 left of 5")
    assert one.verdicts() == ["accept", "reject"]


def test_a_queue_of_a_thousand_answers_each_key_within_50_ms(towns, served, sit):
    desk = sit(served(*towns(1000)))
    # From the key to the frame in which the next item is painted.
    times = desk.page.evaluate(
        """async () => {
          const times = [];
          const item = () => document.querySelector("#about").textContent;
          for (let n = 0; n < 1000; n++) {
            const before = item();
            const start = performance.now();
            document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "axb"[n % 3], bubbles: true, cancelable: true }));
            while (item() === before && document.querySelector("#done").hidden) await new Promise((resolve) => setTimeout(resolve));
            document.body.getBoundingClientRect();
            times.push(performance.now() - start);
            await new Promise((resolve) => setTimeout(resolve, 5));
          }
          return times;
        }"""
    )
    expect(desk.page.locator("#saved")).to_contain_text("saved ✓", timeout=120_000)
    assert desk.served.verdicts() == [["accept", "reject", "both_wrong"][n % 3] for n in range(1000)]
    assert sorted(times)[950] < 50, (
        f"p50 {sorted(times)[500]:.1f} ms, p95 {sorted(times)[950]:.1f} ms, longest {max(times):.1f} ms"
    )
