"""Cells as the plain text in which people read and type them, and back to values: lists, intervals, casualties."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.records import CATEGORIES, STATUSES
from pipeline.rules.events import event_types
from pipeline.score import same_name
from pipeline.timex import span_of

__all__ = [
    "CELLS",
    "LISTS",
    "Casualty",
    "casualties_of",
    "casualty_text",
    "cell_errors",
    "interval_text",
    "items_of",
    "same_cell",
]

CELLS = ("type", "status", "attribution", "date", "places", "initiators", "targets", "casualties", "citations")
"""The cells in which two readings of one event can differ in value, in the order in which they are shown."""

LISTS = ("places", "initiators", "targets", "citations")

_CASUALTY = re.compile(
    r"""
    (?P<category>[a-z]+) \s+
    (?P<low>\d+)? (?P<range>[-–])? (?P<high>\d+)?
    (?: \s* \( (?P<who>.*) \) )?
    """,
    re.VERBOSE | re.DOTALL,
)
_INTERVAL = re.compile(r"-?\d{4}(-\d\d){0,2}(/-?\d{4}(-\d\d){0,2})?")
_NOT_IN_PARENTHESES = re.compile(r";\s*(?![^()]*\))")


@dataclass(frozen=True, slots=True)
class Casualty:
    """One number of victims; a bound that the text leaves open is None."""

    category: str
    low: int | None
    high: int | None
    who: str = ""


def items_of(value: str) -> list[str]:
    """The items of a list cell.

    >>> items_of("Mosul; Tal Afar")
    ['Mosul', 'Tal Afar']
    """
    return [item.strip() for item in value.split(";") if item.strip()]


def casualty_text(casualty: Casualty) -> str:
    """A number of victims as it is shown and typed.

    >>> casualty_text(Casualty("killed", 20, None, "civilians")), casualty_text(Casualty("wounded", 3, 3))
    ('killed 20– (civilians)', 'wounded 3')
    """
    low, high = casualty.low, casualty.high
    number = f"{low}" if low == high else f"{'' if low is None else low}–{'' if high is None else high}"
    return f"{casualty.category} {number}" + (f" ({casualty.who})" if casualty.who else "")


def casualties_of(value: str) -> list[Casualty]:
    """The numbers of victims that a cell names; raises `ValueError` saying which part cannot be read.

    >>> casualties_of("killed 20– (civilians); wounded 3")
    [Casualty(category='killed', low=20, high=None, who='civilians'), Casualty(category='wounded', low=3, high=3, who='')]
    """
    return [_casualty(part) for part in _NOT_IN_PARENTHESES.split(value) if part.strip()]


def _casualty(part: str) -> Casualty:
    found = _CASUALTY.fullmatch(part.strip())
    if found is None or found["category"] not in CATEGORIES or not (found["low"] or found["high"]):
        raise ValueError(
            f"{part.strip()!r}: write a category ({', '.join(CATEGORIES)}) and a number, as `killed 20–30`"
        )
    if found["low"] and found["high"] and not found["range"]:
        raise ValueError(f"{part.strip()!r}: two numbers need a dash between them")
    low = int(found["low"]) if found["low"] else None
    high = int(found["high"]) if found["high"] else (None if found["range"] else low)
    if low is not None and high is not None and low > high:
        raise ValueError(f"{part.strip()!r}: the lower number comes first")
    return Casualty(found["category"], low, high, found["who"] or "")


def interval_text(start: str | None, end: str | None) -> str:
    """The shortest way to write the interval between two days, both included.

    >>> interval_text("2016-11-01", "2016-11-30"), interval_text("-0490-09-12", "-0490-09-12"), interval_text(None, None)
    ('2016-11', '-0490-09-12', '')
    """
    if not start:
        return ""
    if end in (start, None):
        return start
    for written in (start[:-3], start[:-6]):
        # The cheap test first: most intervals are no whole month or year.
        if start.endswith("-01") and written and end is not None and end.startswith(written):
            whole = span_of(written)
            if whole is not None and (whole.start, whole.end) == (start, end):
                return written
    return f"{start}/{end}"


def _days(value: str) -> tuple[int, int] | None:
    """First and last day of a date cell, as day numbers; None where it is no interval."""
    if not _INTERVAL.fullmatch(value):
        return None
    first, _, last = value.partition("/")
    a, b = span_of(first), span_of(last or first)
    return (a.first, b.last) if a is not None and b is not None and a.first <= b.last else None


def cell_errors(cells: dict[str, str]) -> dict[str, str]:
    """What is wrong with typed cells, by cell; empty where all can be read.

    >>> cell_errors({"date": "2016-13", "status": "asserted"})
    {'date': 'write 2016-11-06, 2016-11, 2016, or START/END'}
    """
    wrong = {}
    if "type" in cells and cells["type"] not in event_types():
        wrong["type"] = "no type that there is: write TYPE.subtype, as TERRITORY.capture"
    if cells.get("status", "asserted") not in STATUSES:
        wrong["status"] = f"one of {', '.join(STATUSES)}"
    if cells.get("date") and _days(cells["date"]) is None:
        wrong["date"] = "write 2016-11-06, 2016-11, 2016, or START/END"
    try:
        casualties_of(cells.get("casualties", ""))
    except ValueError as error:
        wrong["casualties"] = str(error)
    return wrong


# ------------------------------------------------------------------------------------------------------ comparing


def same_cell(cell: str, label: str, run: str, allowed: tuple[str, ...] = ()) -> bool:
    """Whether a run's cell says what a label asks for, read as leniently as the score reads it.

    Names are equal without case, accents and articles, or where one holds the other as whole words; ``A|B`` allows either. Items in
    ``allowed`` may be given or not. Dates are compared by their days, casualties without the victims' words.

    >>> same_cell("places", "Dahiyat Al-Assad", "Dahiyat Al-Assad suburb"), same_cell("date", "2016-11", "2016-11-01/2016-11-30")
    (True, True)
    >>> same_cell("initiators", "ISIL|group", "the group"), same_cell("places", "Mosul", "Mosul; Erbil", ("Erbil",))
    (True, True)
    """
    if label == run:
        return True
    if cell == "date":
        days = _days(label)
        return days is not None and days == _days(run)
    if cell == "casualties":
        return _numbers(label) == _numbers(run)
    if cell not in LISTS:
        return label == run
    wanted, given = items_of(label), items_of(run)
    same = _same_label if cell == "citations" else same_name
    for item in wanted:
        found = next((i for i, other in enumerate(given) if same(item, other)), None)
        if found is None:
            return False
        del given[found]
    return all(any(same(name, item) for name in allowed) for item in given)


def _numbers(value: str) -> list[tuple[str, int | None, int | None]]:
    try:
        return sorted(((c.category, c.low, c.high) for c in casualties_of(value)), key=repr)
    except ValueError:
        return [(value, None, None)]


def _same_label(a: str, b: str) -> bool:
    return a == b
