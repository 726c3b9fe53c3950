"""What the shape of a word with a number tells: how many, and the designation of a weapon."""

from __future__ import annotations

__all__ = ["designation", "many"]

_A_LOT = 5
"""Digits and commas of a number that is rather of a population: *10,000* has six."""


def many(word: str) -> bool:
    """Whether a number is one of a population: *50,000*, *million*.

    >>> many("50,000"), many("300")
    (True, False)
    """
    return word == "million" or (len(word) > _A_LOT and word[:1].isdigit() and word.replace(",", "").isdigit())


def designation(word: str) -> bool:
    """Whether a plural is made of capitals or has a number: *BMDs*, *T-72s*, *Mi-8s*.

    >>> designation("T-72s"), designation("Danes")
    (True, False)
    """
    stem = word[:-1]
    return len(stem) > 1 and word.endswith("s") and (stem.isupper() or (stem[0].isupper() and stem[-1].isdigit()))
