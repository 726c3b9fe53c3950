"""Capitals: which words that begin a sentence, or are small ones within it, belong to a name."""

from __future__ import annotations

import re

from pipeline.grammar.lexicon import lexicon
from pipeline.grammar.pasts import ACTS
from pipeline.records import Sentence, Tokens
from pipeline.rules.nouns import noun_classes

__all__ = ["settle_capitals"]

_SMALL = re.compile(r"(?<=[^.:;])[DPUFOqKI](?=M)")
_BEFORE_NAMES = frozenset({"The", "A", "No", "Of", "And", "For", "In", "On", "At"})
_LETTERED = frozenset(
    {
        "Group",
        "Force",
        "Company",
        "Battery",
        "Squadron",
        "Troop",
        "Team",
        "Camp",
        "Zone",
        "Area",
        "Sector",
        "Command",
        "Unit",
        "Wing",
    }
)
"""Units and areas that a letter names."""
_INITIALLED = re.compile(r"M(?=M)")


def settle_capitals(codes: list[str], tokens: Tokens) -> None:
    """Rewrites the codes of words whose capital may only be that of the sentence, and of those that begin a name.

    >>> from pipeline.cleaning import clean
    >>> from pipeline.grammar.tagging import codes_of
    >>> from pipeline.records import Document
    >>> from pipeline.sentences import split
    >>> text = "General Early withdrew. Early rains fell. They entered My Tho."
    >>> "".join(codes_of(split(clean(Document("lund", text)))))
    'MML.JNL.OEMM.'
    """
    known, words = lexicon(), tokens.words
    surnames = _surnames(words, codes)
    starts = [_start(sentence, codes) for sentence in tokens.sentences]
    pairs = _pairs(words, codes, frozenset(starts))
    for at, sentence in zip(starts, tokens.sentences, strict=True):
        if tuple(words[at : at + 2]) in pairs:
            # *Shining Path rebels fled*, where *the Shining Path* is named elsewhere.
            continue
        if at < sentence.last and codes[at] == "M" and not (words[at] in surnames and codes[at + 1 : at + 2] in ACTS):
            codes[at] = known.initial(words[at])
            if (codes[at] == "V" or words[at] == "United") and codes[at + 1 : at + 2] == ["M"]:
                # *Stonewall Jackson withdrew*: prose gives no orders; *United Nations Mission III left*.
                codes[at] = "M"
            if codes[at] == "M" and words[at].endswith("ed") and tokens.lower[at + 1 : at + 2] == ["by"]:
                # *Distrusted by the Soviets, Amin was killed*
                codes[at] = "p"
    _begin_names(codes, words)
    _letter_units(codes, words)


def _start(sentence: Sentence, codes: list[str]) -> int:
    """The first token of a sentence behind quotation marks and parentheses."""
    at = sentence.first
    while at < sentence.last and codes[at] in '"_(':
        at += 1
    return at


def _pairs(words: list[str], codes: list[str], starts: frozenset[int]) -> frozenset[tuple[str, str]]:
    """The pairs of words that begin a name within a sentence."""
    line = "".join(codes)
    named = (match.start() for match in _INITIALLED.finditer(line))
    return frozenset(
        (words[at], words[at + 1]) for at in named if at not in starts and at and line[at - 1] not in "M.:"
    )


def _begin_names(codes: list[str], words: list[str]) -> None:
    """Reads small words with a capital within a sentence as the beginning of the name behind: *entered My Tho*, *the siege of An Loc*."""
    for match in _SMALL.finditer("".join(codes)):
        word = words[match.start()]
        if word[0].isupper() and word not in _BEFORE_NAMES and words[match.start() - 1][-1].isalpha():
            codes[match.start()] = "M"


def _letter_units(codes: list[str], words: list[str]) -> None:
    """Reads a letter behind a unit as its name: *Army Group A was ordered to pull back*."""
    at = 0
    for _ in range(words.count("A")):
        at = words.index("A", at) + 1
        if at > 1 and words[at - 2] in _LETTERED:
            codes[at - 1] = "M"


def _surnames(words: list[str], codes: list[str]) -> frozenset[str]:
    """Names right after an initial or another name: *Jubal A. Early*, *General Grant*, so that *Early withdrew* begins with a name too."""
    line, nouns = "".join(codes), noun_classes()
    named = [match.start() for match in _INITIALLED.finditer(line)]
    return frozenset(words[at + 1] for at in named if words[at][1:] in (".", "") or words[at + 1].lower() not in nouns)
