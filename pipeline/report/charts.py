"""Timeline and casualties as pictures: Altair specifications, which `pipeline.report.drawing` draws.

Every mark has its row in a table beside the picture; colours of light pages stand in the picture, the page's style sheet replaces them in dark.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from statistics import median
from typing import Any

from pipeline.pages.annotated import TYPE_COLOURS
from pipeline.pages.dates import written
from pipeline.report.axis import day_number, ticks
from pipeline.report.drawing import WIDTH, altair, dressed
from pipeline.report.run import Dated, Victims
from pipeline.timex import iso_day

__all__ = ["casualty_chart", "far_apart", "timeline_chart"]

_CATEGORY_COLOURS = {
    "killed": "#a3262a",
    "wounded": "#c27a1a",
    "captured": "#1f5fa8",
    "missing": "#6d3a9c",
    "displaced": "#1c6b3c",
    "losses": "#5d5850",
}
_LONG_TITLE = 44
"""Characters of a title that stand beside its row."""
_FAR_APART = 12
"""How many times the span of the middle document all of them together must cover before each gets its own scale."""


def _time_axis(alt: Any, first: int, last: int) -> tuple[Any, Any]:
    """Axis and scale over day numbers, with labels written by `ticks`: a picture of 490 BC has no year 0 and no shift."""
    margin = max(1, (last - first) // 40)
    marks = ticks(first - margin, last + margin)
    at, labels = [mark.at for mark in marks], [mark.label for mark in marks]
    expression = f"{json.dumps(labels)}[indexof({at}, datum.value)]"
    axis = alt.Axis(values=at, labelExpr=expression, title=None, grid=True, labelFlush=True, labelOverlap=True)
    return axis, alt.Scale(domain=[first - margin, last + margin], nice=False, zero=False)


def far_apart(events: Sequence[Dated]) -> bool:
    """Whether the documents lie so far apart in time that on one scale each would be a single stroke.

    >>> from pipeline.report.run import Dated
    >>> marathon = Dated("-0490-09-12", "-0490-09-12", "BATTLE", "battle", "Marathon")
    >>> poltava = Dated("1709-07-08", "1709-07-08", "BATTLE", "battle", "Poltava")
    >>> far_apart([marathon, poltava]), far_apart([poltava])
    (True, False)
    """
    extents = _extents(events).values()
    if len(extents) < 2:
        return False
    whole = max(last for _, last in extents) - min(first for first, _ in extents)
    return whole > _FAR_APART * median(last - first for first, last in extents)


def _extents(events: Sequence[Dated]) -> dict[str, tuple[int, int]]:
    """The first day of each document and the one after its last."""
    found: dict[str, tuple[int, int]] = {}
    for event in events:
        start, end = day_number(event.start), day_number(event.end) + 1
        low, high = found.get(event.title, (start, end))
        found[event.title] = min(low, start), max(high, end)
    return found


def timeline_chart(events: Sequence[Dated], *, rows: str) -> Any:
    """Events in time, one row a document or an event type (``rows``); None without a dated event.

    A single day is a tick, which never vanishes; an interval is a bar whose opacity falls with its length. Documents that lie far apart in
    time get a row each on its own scale, from the first to the last day written beside it.

    >>> from pipeline.report.run import Dated
    >>> marathon = Dated("-0490-09-12", "-0490-09-12", "BATTLE", "battle clash", "Marathon")
    >>> timeline_chart([marathon], rows="type") is None, timeline_chart([], rows="type") is None
    (False, True)
    """
    if not events:
        return None
    alt = altair()
    values = [_bar(event, event.title if rows == "document" else event.type) for event in events]
    extent = _extents(events)
    first, last = min(low for low, _ in extent.values()), max(high for _, high in extent.values())
    own_scales = rows == "document" and far_apart(events)
    # Documents by the first day that is drawn, types by their names.
    values.sort(key=lambda value: extent[value["lane"]] if rows == "document" else value["lane"])
    if own_scales:
        values = [_on_own_scale(value, *extent[value["lane"]]) for value in values]
        axis, scale = (
            alt.Axis(labels=False, ticks=False, grid=False, title=None),
            alt.Scale(domain=[-1, 101], nice=False),
        )
    else:
        axis, scale = _time_axis(alt, first, last)
    order = list(dict.fromkeys(value["lane"] for value in values))
    lanes = alt.Axis(grid=True, ticks=False, domain=False, labelLimit=420)
    base = alt.Chart(alt.Data(values=values)).encode(
        y=alt.Y("lane:N", sort=order, title=None, axis=lanes),
        color=alt.Color(
            "type:N", scale=_types(alt, values), legend=None if rows == "type" else alt.Legend(title=None, columns=7)
        ),
        description=alt.Description("said:N"),
    )
    paler = alt.Scale(type="log", domain=[2, max(3, *(v["days"] for v in values))], range=[0.65, 0.18])
    bars = (
        base.transform_filter("datum.days > 1")
        .mark_bar(height=12, cornerRadius=2)
        .encode(
            x=alt.X("from:Q", axis=axis, scale=scale),
            x2="to:Q",
            opacity=alt.Opacity("days:Q", scale=paler, legend=None),
        )
    )
    days = base.transform_filter("datum.days == 1").mark_tick(thickness=2, height=18)
    days = days.encode(x=alt.X("from:Q", axis=axis, scale=scale), opacity=alt.value(0.9))
    return dressed((bars + days).properties(width=WIDTH - (330 if own_scales else 230), height=alt.Step(30)))


def _bar(event: Dated, lane: str) -> dict[str, Any]:
    start, end = day_number(event.start), day_number(event.end)
    said = f"{event.label}: {written(event.start, event.end)}"
    times = {"from": start, "to": end + 1, "days": end - start + 1}
    return {**times, "lane": lane, "type": event.type, "said": said}


def _on_own_scale(value: dict[str, Any], first: int, last: int) -> dict[str, Any]:
    """The same bar in hundredths of its row, the row named with its first and last day."""
    span = max(1, last - first)
    name = f"{_short(value['lane'])} · {written(iso_day(first), iso_day(last - 1))}"
    return {
        **value,
        "lane": name,
        "from": 100 * (value["from"] - first) / span,
        "to": 100 * (value["to"] - first) / span,
    }


def _short(title: str) -> str:
    """A title that leaves room for its days."""
    return title if len(title) <= _LONG_TITLE else f"{title[:_LONG_TITLE].rstrip()}…"


def _types(alt: Any, values: Sequence[dict[str, Any]]) -> Any:
    present = [name for name in TYPE_COLOURS if any(v["type"] == name for v in values)]
    return alt.Scale(domain=present, range=[TYPE_COLOURS[name] for name in present])


def casualty_chart(victims: Sequence[Victims]) -> Any:
    """Numbers of victims over time, each as a line from its lowest to its highest number; None where no dated count is.

    An open upper bound ends in a triangle. The scale is logarithmic: skirmishes and campaigns stand on one page.
    """
    if not victims:
        return None
    alt = altair()
    values: list[dict[str, Any]] = []
    for some in victims:
        low, high = some.low if some.low is not None else some.high, some.high if some.high is not None else some.low
        if low is None or high is None or high <= 0:
            continue
        values.append(
            {
                "day": day_number(some.start),
                "low": max(low, 1),
                "high": max(high, 1),
                "category": some.category,
                "open": some.high is None,
                "said": some.said,
            }
        )
    if not values:
        return None
    axis, scale = _time_axis(alt, min(v["day"] for v in values), max(v["day"] for v in values))
    present = [name for name in _CATEGORY_COLOURS if any(v["category"] == name for v in values)]
    colour = alt.Color(
        "category:N", title=None, scale=alt.Scale(domain=present, range=[_CATEGORY_COLOURS[name] for name in present])
    )
    base = alt.Chart(alt.Data(values=values)).encode(
        x=alt.X("day:Q", axis=axis, scale=scale), color=colour, description=alt.Description("said:N")
    )
    number = alt.Y("low:Q", scale=alt.Scale(type="log"), title="people", axis=alt.Axis(tickCount=6, format="~s"))
    lines = base.mark_rule(strokeWidth=3, opacity=0.55).encode(y=number, y2="high:Q")
    points = base.transform_filter("!datum.open").mark_circle(size=42, opacity=0.85).encode(y="high:Q")
    arrows = (
        base.transform_filter("datum.open").mark_point(shape="triangle-up", size=60, filled=True).encode(y="high:Q")
    )
    return dressed((lines + points + arrows).properties(width=WIDTH - 80, height=300))
