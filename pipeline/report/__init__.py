"""Report: a finished run as one self-contained page, or its timeline and map as pictures."""

from __future__ import annotations

from pipeline.report.charts import casualty_chart, timeline_chart
from pipeline.report.drawing import draw
from pipeline.report.maps import map_chart
from pipeline.report.page import report_page, run_timeline
from pipeline.report.run import Run, read_for_report

__all__ = [
    "Run",
    "casualty_chart",
    "draw",
    "map_chart",
    "read_for_report",
    "report_page",
    "run_timeline",
    "timeline_chart",
]
