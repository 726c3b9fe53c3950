"""How a happening lies to the place that is named: *near*, *north of*, *the outskirts of*."""

from __future__ import annotations

import re

__all__ = ["relation_of"]

_DIRECTION = r"(?:north|south)(?:[ -]?(?:east|west))?|east|west"
# *2 km*, *10 km (6 mi)*, *twelve miles*: as the text states it.
_DISTANCE = r"""(?P<distance>(?:\d[\d.,]*\s?|[a-z]++(?:-[a-z]++)?\s)
    (?:km|kilometers?|kilometres?|mi|miles?|m|metres?|meters?|yards?|feet|leagues?|versts?|nautical\smiles?|nmi)) \b (?:\s?\([^()]*\))?"""
# Asks once whether a word begins here, before any of what it may be: most characters are inside of one.
_BEFORE = re.compile(
    rf"""\b(?=\w)(?:
        (?:{_DISTANCE} \s (?:to \s the \s)?)? (?P<direction>{_DIRECTION})(?:ward)? (?:\s of | \s from)
      | {_DISTANCE.replace("distance", "away")} (?:\s away)? \s (?P<from>from)
      | (?:(?P<side>(?:north|south)(?:-?(?:east|west))?ern | eastern | western) \s)? (?P<outskirts>outskirts | suburbs? | edges? | fringes? | periphery | approaches) \s (?:of|to)
      | (?P<near>near | close \s to | (?:in \s)? the \s vicinity \s of | nearby | adjacent \s to | next \s to | north \s and \s south \s of)
      | (?P<outside>outside (?:\s of)?)
      | (?P<around>around | surrounding | surroundings \s of | environs \s of)
      | (?P<toward>towards? | in \s the \s direction \s of | heading \s for)
      | (?P<off>off | off \s the \s coast \s of)
      | (?P<between>between (?:\s [^\s,;.]+){{0,4}}? (?:\s and)?)
    ) \s (?:the \s)? (?:(?:town|city|village|port|coast|fortress|island|capital) \s of \s)? $""",
    re.VERBOSE | re.IGNORECASE,
)
_LAST = frozenset(
    [
        "of",
        "from",
        "to",
        "near",
        "nearby",
        "outside",
        "around",
        "surrounding",
        "toward",
        "towards",
        "for",
        "off",
        "between",
        "and",
        "the",
    ]
)
# One of these stands in every relation; looking for them is far quicker than looking for all that they are part of.
_SIGNS = (
    "north", "south", "east", "west", "outskirts", "suburb", "edge", "fringe", "periphery", "approaches", "near", "close", "vicinity", "adjacent", "next",
    "outside", "around", "surrounding", "environs", "toward", "direction", "heading", "off", "between", "from",
)  # fmt: skip
_HELD = re.compile(r"-(?:held|controlled|occupied)\b")


def relation_of(text: str, start: int, end: int) -> str:
    """The relation that the words around a place name state, with its distance where they do; ``at`` where they state none.

    >>> text = "They dug in 2 km north-east of Homs and near the town of Salamiyah."
    >>> relation_of(text, 31, 35), relation_of(text, 57, 66)
    ('2 km northeast_of', 'near')
    """
    if text[end : end + 1] == "-" and _HELD.match(text, end):
        return "held"
    before = text[max(0, start - 60) : start]
    if before[before.rstrip().rfind(" ") + 1 :].strip().lower() not in _LAST:
        return "at"
    small = before.lower()
    match = _BEFORE.search(before) if any(map(small.__contains__, _SIGNS)) else None
    if match is None:
        return "at"
    if match["direction"]:
        bearing = re.sub(r"[ -]", "", match["direction"].lower()) + "_of"
        return f"{match['distance']} {bearing}" if match["distance"] else bearing
    if match["away"]:
        return f"{match['away']} from"
    if match["side"]:
        return match["side"].lower().replace("-", "") + "_outskirts"
    return match.lastgroup or "at"
