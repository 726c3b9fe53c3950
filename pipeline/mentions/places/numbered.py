"""Places named by a number: *Hill 937*, *Route 4*, *Highway M01*, *the 38th parallel*, *the 1070 Housing Project*."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["find_numbered"]


_BEGINNINGS = (
    "Hill", "Height", "Point", "Elevation", "Cote", "Peak", "National", "State", "Provincial", "Interstate", "U.S.", "Route", "Highway", "Motorway",
    "Road", "Checkpoint", "Outpost", "Camp", "Sector", "Zone", "Block", "Base",
)  # fmt: skip
# What a number stands before: a text without any of these is spared a look at each of its numbers.
_NUMBERED = ("arallel", "Housing", "Apartment", "Project")


@cache
def _beginning(*, digits: bool) -> re.Pattern[str]:
    """Where the pattern can match: plain alternatives, which the engine finds without trying them at every character."""
    return re.compile("|".join(map(re.escape, (*_BEGINNINGS, *("0123456789" if digits else "")))))


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"""(?<![\w-]) (?:
            (?P<relief> (?:Hill|Height|Point|Elevation|Cote|Peak) \s (?:No\.\s)? \d{1,4} (?:\.\d)? ) (?![\w.]*\d)
          | (?P<road> (?: (?:National|State|Provincial|Interstate|U\.S\.) \s )? (?:Route|Highway|Motorway|Road|Interstate) \s [A-Z]{0,2}-?\d{1,4} [A-Z]? ) \b
          | (?P<post> (?:Checkpoint|Outpost|Camp|Sector|Zone|Block|Base) \s \d{1,4} ) \b
          | (?P<parallel> \d{1,2}(?:st|nd|rd|th) [ -] [Pp]arallel )
          | (?P<estate> \d{3,4} \s (?:Housing\sProject|Apartments|Apartment\s(?:Project|Block)|Project) ) \b
        )""",
        re.VERBOSE,
    )


_KINDS = {"relief": "relief", "road": "landmark", "post": "facility", "parallel": "region", "estate": "district"}


def find_numbered(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and kind of every place that a number names.

    >>> text = "They crossed the 38th parallel and took Hill 937 on Route 4."
    >>> [text[start:end] for start, end, _ in find_numbered(text)]
    ['38th parallel', 'Hill 937', 'Route 4']
    """
    after = 0
    for beginning in _beginning(digits=any(map(text.__contains__, _NUMBERED))).finditer(text):
        match = _pattern().match(text, beginning.start()) if beginning.start() >= after else None
        if match is None:
            continue
        after = match.end()
        yield match.start(), match.end(), _KINDS[match.lastgroup or "road"]
