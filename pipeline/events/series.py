"""Verbs that stand side by side and share what follows the last of them: *besieged, captured and sacked Saguntum in 219 BC*."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.records import Parse

__all__ = ["joined_behind", "side_by_side"]

# Conjunctions, commas, adverbs and the prepositions of *advanced into and took X*, by their codes.
_JOINING = frozenset("K,AI")


def side_by_side(parse: Parse, behind: int, clause: int) -> bool:
    """Whether nothing but words that join stands between a token and the verb of a clause.

    >>> from pipeline import extract
    >>> [(e.trigger.value.subtype, e.date.start) for e in extract("Hulagu captured and sacked Baghdad in 1258.").events]
    [('capture', '1258-01-01'), ('assault', '1258-01-01')]
    """
    return _JOINING.issuperset(parse.codes[behind : parse.groups[parse.clauses[clause].group].first])


def joined_behind(parse: Parse, index: int, behind: int) -> Iterator[int]:
    """The clauses that follow one in its series of verbs, in order: of the same subject and voice, each right behind the one before.

    ``behind`` is the token behind the verb of the first, with its particle.

    >>> from pipeline import extract
    >>> [[p.mention.value.name for p in e.places] for e in extract("The Turks entered, looted and burned Otranto.").events]
    [['Otranto'], ['Otranto'], ['Otranto']]
    """
    clauses, groups = parse.clauses, parse.groups
    first = clauses[index]
    for after in range(index + 1, len(clauses)):
        here = clauses[after]
        if here.sentence != first.sentence or here.link != "conjunct" or here.governor not in (index, after - 1):
            return
        if here.subjects != first.subjects or groups[here.group].passive != groups[first.group].passive:
            return
        if not side_by_side(parse, behind, after):
            return
        yield after
        behind = groups[here.group].last
