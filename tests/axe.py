"""What axe-core finds on a page: axe-core 4.14.1, Mozilla Public License 2.0, https://github.com/dequelabs/axe-core, unaltered, used by tests only."""

from __future__ import annotations

from pathlib import Path

AXE = (Path(__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def findings(page) -> list[str]:
    """The violations; axe is injected past the page's policy, as a browser extension would be."""
    page.context.new_cdp_session(page).send("Runtime.evaluate", {"expression": AXE})
    found = page.context.new_cdp_session(page).send(
        "Runtime.evaluate",
        {"expression": "axe.run().then((found) => found.violations.map((v) => `${v.impact} ${v.id}: ${v.nodes.map((n) => n.html.slice(0, 160)).join(' | ')}`))", "awaitPromise": True, "returnByValue": True},
    )  # fmt: skip
    return found["result"]["value"]
