"""In which sense a name is used where it stands: the river, not the state (*crossed the Ohio*); the town, not its province (*in New York*)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.gazetteer import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.gazetteer import Candidate, Gazetteer
    from pipeline.records import Mention, Place

__all__ = ["Sense", "senses"]

Sense = tuple[str, tuple["Candidate", ...]]
"""The key under which a document's mentions of one name in one sense go together, and what they can mean."""

_DIVISIONS = frozenset({"state", "province"})
_LARGE = 100_000
_LISTED = frozenset({", ", " and ", ", and ", " or ", ", or ", " & "})
_HELD = frozenset({", ", " (", ", in "})
_BANKS = re.compile(
    r"\b(?:cross(?:ed|es|ing)?|forded|bridged|up|down|along|across|over|astride|banks? of|mouths? of|bend of|source of|navigable) the $"
)
_RIVER_AFTER = re.compile(r" (?:rivers?|basin|delta|estuary|watershed)\b")
_DIVISION_BEFORE = re.compile(
    r"\b(?:states?|provinces?|colony|governorate|oblast|department|government of the state) of $"
    r"|\b(?:[Uu]pstate|[Dd]ownstate|[Ww]estern|[Nn]orthern|[Ss]outhern|[Ee]astern|[Rr]ural|[Cc]olonial|\d(?:st|nd|rd|th)) $"
)
_DIVISION_AFTER = re.compile(r" (?:[Ss]tate|[Pp]rovince|[Gg]overnorate|[Oo]blast|[Cc]olony)\b")
_ADJUNCT = re.compile(
    r" (?!above|across|after|along|and|around|as|at|before|below|between|but|by|during|for|from|had|has|in|into|is|near|on|or|over|so|than|then|"
    r"through|to|toward|towards|under|until|was|were|when|where|which|while|with)[a-z]"
)
# Countries and regions that are named with the article: *in the Congo* is no river.
_ARTICLED = frozenset({"congo", "gambia", "lebanon", "senegal", "sudan", "amazon"})


def senses(text: str, found: Sequence[Mention[Place]], gazetteer: Gazetteer) -> list[Sense]:
    """The sense of each mention, in order; names with one sense have their folded name as key.

    >>> from pipeline import extract
    >>> found = extract("They crossed the Ohio and entered Ohio; from Buffalo, New York, they came to New York.").mentions.places
    >>> [(m.value.name, m.value.kind) for m in found]
    [('Ohio River', 'water'), ('Ohio', 'state'), ('Buffalo', 'city'), ('New York', 'state'), ('New York City', 'city')]
    """
    known = [gazetteer.lookup(mention.value.name) for mention in found]
    result = [_sense(text, found, known, i, gazetteer) for i in range(len(found))]
    # Where the text says *New York state*, it means the state by the bare name, too.
    said = {fold(m.value.name) for m in found if _DIVISION_AFTER.match(text, m.end)}
    for i, (key, _) in enumerate(result):
        if key.endswith(" (town)") and key.removesuffix(" (town)") in said:
            division = key.replace(" (town)", " (division)")
            result[i] = (division, tuple(c for c in known[i] if c.kind != "city"))
    return result


def _sense(
    text: str, found: Sequence[Mention[Place]], known: Sequence[tuple[Candidate, ...]], i: int, gazetteer: Gazetteer
) -> Sense:
    key, candidates = fold(found[i].value.name), known[i]
    if not candidates:
        return key, candidates
    if candidates[0].kind != "water" and _is_river(text, found[i].start, found[i].end, key):
        rivers = [*candidates, *gazetteer.lookup(f"{found[i].value.name} River")]
        if rivers := [c for c in rivers if c.kind == "water"]:
            return f"{key} (river)", tuple(rivers)
    division = next((c for c in candidates if c.kind == "state"), None)
    if division is None or not any(
        c.kind == "city" and c.main and (c.own or c.population > _LARGE) and c.country == division.country
        for c in candidates
    ):
        return key, candidates
    if _is_division(text, found, known, i, division):
        return f"{key} (division)", tuple(c for c in candidates if c.kind != "city")
    return f"{key} (town)", tuple(c for c in candidates if c.kind not in _DIVISIONS)


def _is_river(text: str, start: int, end: int, key: str) -> bool:
    if _RIVER_AFTER.match(text, end):
        return True
    before = text[max(0, start - 24) : start]
    if not before.endswith("the ") or _ADJUNCT.match(text, end):
        return False
    return key not in _ARTICLED or _BANKS.search(before) is not None


def _is_division(
    text: str, found: Sequence[Mention[Place]], known: Sequence[tuple[Candidate, ...]], i: int, division: Candidate
) -> bool:
    """Whether a name that a town and its division share is used for the division: *Buffalo, New York*, *Vermont and New York*."""
    start, end = found[i].start, found[i].end
    if _DIVISION_BEFORE.search(text[max(0, start - 24) : start]) or _DIVISION_AFTER.match(text, end):
        return True
    before = text[found[i - 1].end : start] if i else ""
    after = text[end : found[i + 1].start] if i + 1 < len(found) else ""
    beside = [known[j] for j, gap in ((i - 1, before), (i + 1, after)) if gap in _LISTED and known[j]]
    if any(
        others[0].kind in _DIVISIONS
        and others[0].country == division.country
        and not any(c.kind == "city" and c.admin1 == others[0].name for c in known[i])
        for others in beside
    ):
        return True
    if before not in _HELD or not i:
        return False
    held = known[i - 1]
    inside = any(c.kind != "country" and c.admin1 == division.name and c.country == division.country for c in held[:4])
    return inside if after in _LISTED else inside or not held
