"""Prepositional phrases: which noun phrases stand behind a preposition, coordination and lists included."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.grammar.chunking import Item

__all__ = ["governed_items"]


def governed_items(items: list[Item], kinds: str, prepositions: dict[int, int]) -> dict[int, int]:
    """Item → token of the preposition that governs it; the noun phrases are told to ``prepositions`` by their index."""
    governed: dict[int, int] = {}
    preposition: int | None = None
    previous = ""
    for at, (kind, index, token) in enumerate(items):
        if kind in "Iq":
            preposition = token
        elif kind in "Nt":
            joined = previous in "Iq" or (previous in "K-" and not starts_clause(kinds, at))
            if preposition is not None and (joined or (previous == "," and _in_list(kinds, at))):
                governed[at] = preposition
                prepositions[index] = preposition
            else:
                preposition = None
        elif kind == "(":
            pass
        elif kind not in "K,A-)":
            preposition = None
        if kind != "A":
            previous = kind
    return governed


def _in_list(kinds: str, at: int) -> bool:
    """After a comma: *in A, B and C* (a list that *and* closes before any verb)."""
    rest = kinds[at + 1 :]
    k = 0
    while k < len(rest) and rest[k] in "N,":
        k += 1
    # *in tanks, trucks and on motorcycles*: the last of the list may repeat the preposition.
    joined = rest[k : k + 1] == "K" and rest[k + 1 : k + 2] in ("N", "I")
    return joined and not starts_clause(kinds, at + 2 + k)


def starts_clause(kinds: str, at: int) -> bool:
    """A finite verb follows the noun phrase, its own prepositional phrases and adverbs in between."""
    k = at + 1
    while k < len(kinds):
        if kinds[k] == "A":
            k += 1
        elif (kinds[k] == "I" and k + 1 < len(kinds) and kinds[k + 1] in "Nt") or (
            kinds[k] == "K" and k + 1 < len(kinds) and kinds[k + 1] == "N"
        ):
            k += 2
        else:
            break
    return k < len(kinds) and kinds[k] == "V"
