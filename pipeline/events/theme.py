"""What a document is about: prose that is not on armed conflict uses its verbs otherwise."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import compress, count
from typing import TYPE_CHECKING

from pipeline.rules.nouns import theme_words

if TYPE_CHECKING:
    from pipeline.events.scene import Candidate, Scene

__all__ = ["meant"]

# A paragraph or two must be there before a theme can be told.
_ENOUGH = 150
# Words of conflict per hundred tokens, and at all: articles on wars and upheavals have two to eight, others hardly one.
_SHARE = 1.0
_FEWEST = 4
# As many tokens on either side tell what a part of a text is about, and so many of a hundred are enough there.
_AROUND = 200
_SHARE_AROUND = 0.5
# Titles of articles on one deed, or one war.
_OF_DEEDS = re.compile(
    r"\b(?:battles?|siege|sack|raids?|massacres?|uprisings?|rising|rebellion|revolt|mutiny|insurgency|offensive|invasion|conquest|assassination"
    r"|bombings?|shelling|skirmish|ambush|crusade|genocide|pogroms?|coup|civil\swar|war\sof)\b|\w\swars?\b",
    re.IGNORECASE,
)
# Types whose verbs and nouns are everyday words elsewhere: *whales arrive*, *captured most of the traffic*, *critics condemned the film*.
_EVERYDAY = frozenset({"BATTLE", "DESTRUCTION", "MOVEMENT", "TERRITORY", "VIOLENCE", "STATEMENT", "REMOTE"})
_EVERYDAY_SUBTYPES = frozenset({"captured", "missing", "wounded", "losses", "aid"})


def meant(scene: Scene, candidates: list[Candidate], title: str = "") -> list[Candidate]:
    """The candidates that are meant as events of a conflict.

    Where the whole text hardly speaks of war, or the part of it around a word not at all (the youth of a general, the economy of a
    country), a word of an everyday kind counts only in a sentence that does. What happens in peace as well (*elected*, *died*, *founded*)
    counts there, or where its sentence has a date: *the formation of galaxies* happened on none.
    Short texts are taken at their word: nothing tells what they are about. A ``title`` that names a deed does (*Sack of Baltimore*).

    >>> from pipeline import extract
    >>> reef = "Large numbers of whales arrive from Antarctica in June, and turtles come ashore to lay their eggs on the beach. "
    >>> extract(reef * 10).events
    ()
    """
    lower = scene.lower
    if len(lower) < _ENOUGH or not candidates or _OF_DEEDS.search(title):
        return candidates
    words = theme_words()
    told = list(compress(count(), map(words.__contains__, lower)))
    if len(told) < max(_FEWEST, _SHARE * len(lower) / 100):
        return [c for c in candidates if _stands_alone(scene, c) or _beside(scene, c, told)]
    return [c for c in candidates if _about(c, told, len(lower)) or _stands_alone(scene, c) or _beside(scene, c, told)]


def _about(candidate: Candidate, told: list[int], length: int) -> bool:
    """Whether the part of the document around a candidate speaks of conflict: *the economy* of an article on a country does not."""
    low, high = max(0, candidate.first - _AROUND), min(length, candidate.last + _AROUND)
    return bisect_left(told, high) - bisect_left(told, low) >= _SHARE_AROUND * (high - low) / 100


def _stands_alone(scene: Scene, candidate: Candidate) -> bool:
    return not _everyday(candidate) and _dated(scene, candidate)


def _beside(scene: Scene, candidate: Candidate, told: list[int]) -> bool:
    """Whether another word of the sentence speaks of conflict."""
    low, high = scene.tokens.token_span(candidate.sentence.start, candidate.sentence.end)
    return any(
        not candidate.first <= at < candidate.last for at in told[bisect_left(told, low) : bisect_left(told, high)]
    )


def _dated(scene: Scene, candidate: Candidate) -> bool:
    """Whether the sentence has a date, and the verb no present tense: *elections are held every two years*."""
    if candidate.clause is not None and scene.parse.codes[scene.group(candidate.clause).first] in "ZV":
        return False
    low, high = scene.tokens.token_span(candidate.sentence.start, candidate.sentence.end)
    return bool(scene.dates_in(low, high))


def _everyday(candidate: Candidate) -> bool:
    return candidate.rule.type in _EVERYDAY or candidate.rule.subtype in _EVERYDAY_SUBTYPES
