"""The map as a picture: the places of events on the vendored coastline, zoomed to those that matter."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from importlib.resources import files
from math import asinh, atan, cos, degrees, pi, radians, sinh, tan
from typing import Any

from pipeline.report.drawing import INK, LAND, LINE, WATER, WIDTH, altair, dressed
from pipeline.report.run import Located

__all__ = ["in_window", "map_chart"]

_FEW, _MOST_OF, _WORTH_IT = 6, 0.93, 2.5
"""The map leaves out what lies far away where there are so many places, at most the rest of this share, and it zooms in by this factor."""


def map_chart(places: Sequence[Located]) -> Any:
    """Places of events on the coastline, zoomed to those `in_window`; None where none is located.

    Places that would overlap become one circle of their common number. Filled circles are exact, rings stand for a containing place or country.

    >>> map_chart([]) is None
    True
    """
    if not places:
        return None
    alt = altair()
    places = in_window(places)
    width, height = WIDTH, 520
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
    return dressed(
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
    alt = altair()
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
                "said": f"{names[0]}{more}: {number} {'event' if number == 1 else 'events'}",
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
