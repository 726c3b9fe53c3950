"""Nouns of happenings that only say what another one belonged to, or since when something goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.events.scene import Scene

__all__ = ["in_a_definition", "is_start"]

_BELONGING = frozenset({"of", "in", "during"})
_DEFINING = frozenset({"relative", "reduced"})
_STARTS = frozenset({"start", "beginning", "outbreak", "onset", "outset", "commencement", "eve", "height"})
_AT = frozenset({"at", "from", "during", "upon", "on", "by", "before", "until", "till"})
_WHEN = frozenset({"when", "once", "until"})
_BARE = 2
"""Words of *the battle*."""
_BEGAN = frozenset({"began", "begun", "started"})


def in_a_definition(scene: Scene, chunk: int) -> bool:
    """*The battle was an engagement (that took place) during the 1812 invasion of Russia*: the war that a battle is said to have been part of.

    >>> from pipeline import extract
    >>> found = extract("The Battle of Irpin was part of the Kyiv offensive in the 2022 Russian invasion of Ukraine.")
    >>> found.events
    ()
    """
    preposition = scene.prepositions.get(chunk)
    if preposition is None or scene.lower[preposition] not in _BELONGING:
        return False
    index: int | None = scene.clause_of[preposition]
    while index is not None and index >= 0 and scene.clauses[index].link in _DEFINING:
        index = scene.clauses[index].governor
    if index is None or index < 0 or scene.parse.codes[scene.verb(index)] != "B":
        return False
    told = scene.clauses[index]
    return bool(told.objects) and any(scene.is_a(c, "event") for c in told.subjects)


def is_start(scene: Scene, chunk: int) -> bool:
    """*since the start of the battle*, *since the battle began*, *at the height of the battle*: when it was; not *since the unrest began in Turin*.

    >>> from pipeline import extract
    >>> found = extract("Since the start of the battle, the Danes had lost 300 men.").events
    >>> [event.trigger.value.subtype for event in found]
    ['losses']
    """
    preposition, phrase = scene.prepositions.get(chunk), scene.chunks[chunk]
    clause, part = scene.parts.get(chunk, (None, ""))
    bare = phrase.last - phrase.first == _BARE and not scene.tail(chunk)
    if part == "subject" and clause is not None:
        told = scene.clauses[clause]
        begun = scene.lower[scene.verb(clause)] in _BEGAN and not told.obliques
        marker = scene.lower[told.marker] if told.marker is not None else ""
        return begun and (marker == "since" or (bare and marker in _WHEN))
    if preposition is None or scene.lower[preposition] != "of" or scene.lower[preposition - 1] not in _STARTS:
        return False
    # *at the beginning of the battle*; *after the start of the new offensive* may tell of it.
    before = scene.lower[preposition - 3 : preposition - 1]
    return "since" in before or (bare and before[-1] == "the" and before[0] in _AT)
