"""What the pictures of a report share: colours, size, fonts, and how a chart becomes SVG or PNG, offline."""

from __future__ import annotations

from typing import Any

from pipeline.errors import UsageError

__all__ = ["INK", "LAND", "LINE", "SOFT", "WATER", "WIDTH", "altair", "draw", "dressed"]

INK, SOFT, LINE, LAND, WATER = "#1d1b18", "#5d5850", "#ddd8cc", "#ebe6d8", "#fdfcf9"
"""Colours of the light page (``base.css``); the report's style sheet names them again for the dark one."""

WIDTH = 1080
"""Of a picture, in points."""


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


def altair() -> Any:
    """The library, imported where a picture is asked for; raises `UsageError` where it is not installed."""
    try:
        import altair as alt
    except ImportError as error:
        raise UsageError("the report needs Altair: pip install 'prose-events[report]'") from error
    # Rows travel inside the specification, however many there are: there is no server to fetch them from.
    alt.data_transformers.disable_max_rows()
    return alt


def dressed(chart: Any) -> Any:
    """A chart in the fonts and colours of the page."""
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
