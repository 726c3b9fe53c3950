"""Timeline, map and casualties as pictures: Altair specifications drawn by vl-convert, offline, with the vendored coastline.

Every mark has its row in a table beside the picture; colours of light pages stand in the picture, the page's style sheet replaces them in dark.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from importlib.resources import files
from math import asinh, atan, cos, degrees, pi, radians, sinh, tan
from statistics import median
from typing import Any

from pipeline.errors import UsageError
from pipeline.pages.annotated import TYPE_COLOURS
from pipeline.pages.dates import written
from pipeline.report.axis import day_number, ticks
from pipeline.report.run import Dated, Located, Victims
from pipeline.timex import iso_day

__all__ = ["casualty_chart", "draw", "far_apart", "in_window", "map_chart", "timeline_chart"]

INK, SOFT, LINE, LAND, WATER = "#1d1b18", "#5d5850", "#ddd8cc", "#ebe6d8", "#fdfcf9"
"""Colours of the light page (``base.css``); the report's style sheet names them again for the dark one."""

_CATEGORY_COLOURS = {
    "killed": "#a3262a",
    "wounded": "#c27a1a",
    "captured": "#1f5fa8",
    "missing": "#6d3a9c",
    "displaced": "#1c6b3c",
    "losses": "#5d5850",
}
_WIDTH = 1080
_LONG_TITLE = 44
"""Characters of a title that stand beside its row."""
_FEW, _MOST_OF, _WORTH_IT = 6, 0.93, 2.5
"""The map leaves out what lies far away where there are so many places, at most the rest of this share, and it zooms in by this factor."""
_FAR_APART = 12
"""How many times the span of the middle document all of them together must cover before each gets its own scale."""


def draw(chart: Any, form: str = "svg") -> str | bytes:
    """The picture of a chart as SVG text or PNG bytes (two pixels a point); raises `UsageError` where the extra is missing."""
    try:
        import vl_convert as vlc
    except ImportError as error:
        raise UsageError("the report needs vl-convert: pip install 'prose-events[report]'") from error

    spec = chart.to_dict()
    if form == "png":
        png: bytes = vlc.vegalite_to_png(spec, scale=2)
        return png
    svg: str = vlc.vegalite_to_svg(spec)
    return svg


def _altair() -> Any:
    try:
        import altair as alt
    except ImportError as error:
        raise UsageError("the report needs Altair: pip install 'prose-events[report]'") from error
    # Rows travel inside the specification, however many there are: there is no server to fetch them from.
    alt.data_transformers.disable_max_rows()
    return alt


def _dressed(chart: Any) -> Any:
    return (
        # Room for labels that another font makes longer than the one they were measured in.
        chart.configure(
            background="transparent",
            font="system-ui, sans-serif",
            padding={"left": 40, "top": 5, "right": 12, "bottom": 5},
        )
        .configure_view(stroke=None)
        .configure_axis(
            labelColor=SOFT,
            titleColor=SOFT,
            gridColor=LINE,
            domainColor=LINE,
            tickColor=LINE,
            labelFontSize=12,
            titleFontSize=12,
            labelLimit=220,
        )
        .configure_legend(labelColor=SOFT, titleColor=SOFT, labelFontSize=12, titleFontSize=12, orient="bottom")
    )


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
    """
    if not events:
        return None
    alt = _altair()
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
    return _dressed((bars + days).properties(width=_WIDTH - (330 if own_scales else 230), height=alt.Step(30)))


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
    alt = _altair()
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
    return _dressed((lines + points + arrows).properties(width=_WIDTH - 80, height=300))


def map_chart(places: Sequence[Located]) -> Any:
    """Places of events on the coastline, zoomed to those `in_window`; None where none is located.

    Places that would overlap become one circle of their common number. Filled circles are exact, rings stand for a containing place or country.
    """
    if not places:
        return None
    alt = _altair()
    places = in_window(places)
    width, height = _WIDTH, 520
    centre, scale = _window(places, width, height)
    values = _aggregated(places, scale)
    points = alt.Chart(alt.Data(values=values)).encode(
        longitude="lon:Q",
        latitude="lat:Q",
        size=alt.Size(
            "number:Q",
            scale=alt.Scale(type="sqrt", range=[28, 560], domain=[1, max(2, *(v["number"] for v in values))]),
            legend=None,
        ),
        description=alt.Description("said:N"),
    )
    exact = points.transform_filter("datum.exact").mark_circle(
        color="#b0431f", opacity=0.72, stroke=WATER, strokeWidth=0.8
    )
    vague = points.transform_filter("!datum.exact").mark_point(
        color="#b0431f", filled=False, strokeWidth=1.6, opacity=0.9
    )
    named = (
        alt.Chart(alt.Data(values=_labelled(values, scale)))
        .mark_text(dy=-13, fontSize=11, color=INK, stroke=WATER, strokeWidth=0, aria=False)
        .encode(longitude="lon:Q", latitude="lat:Q", text="name:N")
    )
    layers = alt.layer(*_ground(degrees(width / scale)), exact, vague, named)
    return _dressed(
        layers.project(
            type="mercator",
            center=list(centre),
            scale=scale,
            translate=[width / 2, height / 2],
            clipExtent=[[0, 0], [width, height]],
        ).properties(width=width, height=height)
    )


def _ground(degrees_across: float) -> tuple[Any, Any, Any]:
    """What the places of a map stand on: water, land, and a grid of some six lines, which tells how large it is where no coast does."""
    alt = _altair()
    land = json.loads((files("pipeline.report") / "land-110m.topojson").read_text(encoding="utf-8"))
    source = alt.Data(values=land, format=alt.DataFormat(type="topojson", feature="land"))
    step = next((step for step in (1, 2, 5, 10, 20) if degrees_across / step <= 8), 30)
    return (
        alt.Chart(alt.sphere()).mark_geoshape(fill=WATER, aria=False),
        alt.Chart(source).mark_geoshape(fill=LAND, stroke=LINE, strokeWidth=0.8, aria=False),
        alt.Chart(alt.graticule(step=[step, step])).mark_geoshape(
            filled=False, stroke=LINE, strokeWidth=0.6, aria=False
        ),
    )


def in_window(places: Sequence[Located]) -> list[Located]:
    """The places that the map shows: all, or those around the middle of the events where a few far away would leave the others a dot.

    >>> from pipeline.report.run import Located
    >>> kut = Located("Kut", 32.5, 45.8, "exact", number=7)
    >>> [place.name for place in in_window([kut])]
    ['Kut']
    """
    # The middle of a country is no place of events: it stands on the map, but does not decide what that shows.
    placed = [place for place in places if place.precision != "country"]
    if len(placed) < _FEW:
        return list(places)
    total = sum(place.number for place in placed)
    east, north = (_middle([(_at(place)[axis], place.number) for place in placed]) for axis in (0, 1))
    nearest = sorted(placed, key=lambda p: max(abs(_at(p)[0] - east), abs(_at(p)[1] - north)))
    kept, weight = [], 0
    for place in nearest:
        weight += place.number
        if weight > _MOST_OF * total:
            break
        kept.append(place)
    if not kept or _extent(kept) * _WORTH_IT > _extent(places):
        return list(places)
    # What lies near those is shown too.
    reach = _extent(kept)
    return [p for p in places if max(abs(_at(p)[0] - east), abs(_at(p)[1] - north)) <= reach]


def _at(place: Located) -> tuple[float, float]:
    """Mercator abscissa and ordinate of a place, in radians."""
    return radians(place.lon), asinh(tan(radians(min(78.0, max(-70.0, place.lat)))))


def _middle(weighted: list[tuple[float, int]]) -> float:
    """The weighted median."""
    half, seen = sum(weight for _, weight in weighted) / 2, 0
    for value, weight in sorted(weighted):
        seen += weight
        if seen >= half:
            return value
    raise ValueError(weighted)


def _extent(places: Sequence[Located]) -> float:
    xs, ys = [_at(place)[0] for place in places], [_at(place)[1] for place in places]
    return max(max(xs) - min(xs), max(ys) - min(ys), 0.035)


def _window(places: Sequence[Located], width: int, height: int) -> tuple[tuple[float, float], float]:
    """Centre and Mercator scale that hold all places with a margin, never closer than some 400 km across."""
    xs, ys = [_at(place)[0] for place in places], [_at(place)[1] for place in places]
    middle = (min(ys) + max(ys)) / 2
    span_x = max(max(xs) - min(xs), 0.06) * 1.25
    span_y = max(max(ys) - min(ys), 0.035) * 1.3
    # Back from the Mercator ordinate to a latitude: the Gudermannian.
    centre = (degrees((min(xs) + max(xs)) / 2), atan(sinh(middle)) * 180 / pi)
    return centre, min(width / span_x, height / span_y)


def _aggregated(places: Sequence[Located], scale: float) -> list[dict[str, Any]]:
    """One entry a cell of about ten points, so that circles do not hide one another."""
    cells: dict[tuple[int, int, bool], list[Located]] = defaultdict(list)
    for place in places:
        step = 10 / scale * 180 / pi
        shrink = max(0.2, cos(radians(place.lat)))
        cells[round(place.lon / step), round(place.lat / (step * shrink)), place.precision == "exact"].append(place)
    values: list[dict[str, Any]] = []
    for (_, _, exact), some in sorted(cells.items()):
        names = list(dict.fromkeys(p.name for p in sorted(some, key=lambda p: (-p.number, p.name))))
        number = sum(p.number for p in some)
        lon, lat = (sum(p.lon * p.number for p in some) / number, sum(p.lat * p.number for p in some) / number)
        more = f" and {len(names) - 1} more" if len(names) > 1 else ""
        values.append(
            {
                "lon": round(lon, 4),
                "lat": round(lat, 4),
                "number": number,
                "exact": exact,
                "name": names[0],
                "said": f"{names[0]}{more}: {number} events",
            }
        )
    return values


def _labelled(values: Sequence[dict[str, Any]], scale: float) -> list[dict[str, Any]]:
    """The busiest places, as many as can be named without their names touching."""
    chosen: list[dict[str, Any]] = []
    for value in sorted(values, key=lambda v: (-v["number"], v["name"])):
        x, y = radians(value["lon"]) * scale, asinh(tan(radians(value["lat"]))) * scale
        if all(
            abs(x - radians(c["lon"]) * scale) > 84 or abs(y - asinh(tan(radians(c["lat"]))) * scale) > 18
            for c in chosen
        ):
            chosen.append(value)
        if len(chosen) == 36:
            break
    return chosen
