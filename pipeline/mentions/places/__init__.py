"""Finder of places: toponyms with exact extent, found by the gazetteer, by their form and by what stands around them.

Found, not resolved: which of the places of a name is meant is decided in resolution, over the whole document.
"""

from __future__ import annotations

from bisect import bisect_right

from pipeline.gazetteer import open_gazetteer
from pipeline.mentions.places.numbered import find_numbered
from pipeline.mentions.places.runs import find_runs
from pipeline.mentions.places.weighing import Weigher
from pipeline.records import Mention, Parse, Place, Tokens
from pipeline.rules.places import place_rules

__all__ = ["find_places"]


def find_places(tokens: Tokens, parse: Parse) -> tuple[Mention[Place], ...]:
    """The places of a text, in reading order: names alone, without article, direction or small type word.

    Handled: countries and polities, towns, natural features, named facilities, unknown names that a type word or a list makes places.
    Not handled: *the city*, *there*. Offsets are of the clean text. Names of bodies, persons and treaties give no place.

    >>> from pipeline import extract
    >>> found = extract("The army crossed the Tigris north of Mosul and took Qayyarah airbase.").mentions.places
    >>> [(mention.value.name, mention.value.kind, mention.value.relation) for mention in found]
    [('Tigris', 'water', 'at'), ('Mosul', 'city', 'north_of'), ('Al Qayyārah', 'city', 'at')]
    """
    rules = place_rules()
    gazetteer = open_gazetteer()
    weigher = Weigher(tokens, parse, rules, gazetteer)
    for run in find_runs(tokens, parse, rules, gazetteer):
        weigher.read(run)
    return _merged(weigher.places(), tokens.text)


def _merged(found: tuple[Mention[Place], ...], text: str) -> tuple[Mention[Place], ...]:
    """The places found by weighing, and those named by a number where no longer name covers them."""
    numbered = [
        Mention(start, end, Place(text[start:end], kind), "place/numbered") for start, end, kind in find_numbered(text)
    ]
    if not numbered:
        return found
    ends = [n.end for n in numbered]
    kept = []
    for mention in found:
        after = bisect_right(ends, mention.start)  # the first one that does not end before the mention
        if after == len(numbered) or numbered[after].start >= mention.end:
            kept.append(mention)
    return tuple(sorted([*kept, *numbered], key=lambda m: m.start))
