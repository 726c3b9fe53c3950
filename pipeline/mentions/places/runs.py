"""Runs of capitalised words: the only stretches of text where toponyms are looked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.records import Parse, Tokens
    from pipeline.rules.places import PlaceRules

__all__ = ["Run", "find_runs"]

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-ɏḀ-ỿ]"
_ARTICLE = r"(?:[Aa][lnrstdzhw]|[Ee][lrnszdt]|[Ee]ch|[Ee]sh|[Aa]sh|[Uu][lrzdstm]|[Dd]|[Ll]|[Dd]e|s)"
_WORD = rf"""
    (?: {_ARTICLE} [-’'‘ʻ] )? [’'‘ʻʼʿʾ]? {_CAPITAL}
    (?: (?:\.{_CAPITAL})+ \.? | [tef]\.(?=\s{_CAPITAL}) | [\w’'‘ʻʼʿʾ`-]* \w | \b )
"""
_JOIN = r"""
    (?: [ ] (?: (?:of|of[ ]the|de|de[ ]la|de[ ]los|de[ ]las|del|della|di|du|des|da|do|dos|la|le|les|el|upon|on|am|an[ ]der|ob[ ]der|im|in[ ]der|sur|sous|en|van|von|bin|ibn|bei|zu|ul|al|e|i|y)[ ] )? )
"""


@dataclass(frozen=True, slots=True)
class Word:
    """A capitalised word of a run, without a possessive ending."""

    start: int
    end: int
    text: str
    lower: str


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words that stand together, with nothing but spaces and particles between them."""

    start: int
    end: int
    words: tuple[Word, ...]
    initial: bool
    """Whether a word that begins the sentence was cut off before it or it begins the sentence itself."""


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    run = re.compile(rf"(?<![\w]){_WORD}(?:{_JOIN}{_WORD})*", re.VERBOSE)
    return run, re.compile(rf"(?<![\w]){_WORD}", re.VERBOSE)


def find_runs(tokens: Tokens, parse: Parse, rules: PlaceRules) -> Iterator[Run]:
    """The runs of a text, in order; words that are no names part them and belong to none."""
    text = tokens.text
    common = _common_starts(tokens, parse)
    run_pattern, word_pattern = _patterns()
    stop, articled = rules.stop.words, rules.stop.articled
    for match in run_pattern.finditer(text):
        start, end = match.span()
        words: list[Word] = []
        for found in word_pattern.finditer(text, start, end):
            word = found.group()
            at = found.start()
            if word[-2:] in {"'s", "’s"}:
                word = word[:-2]
            if (at in common and word not in rules.stop.attributes) or (
                word in stop
                and not (
                    word == "The"
                    and text[found.end() + 1 : found.end() + 12].split(" ", maxsplit=1)[0].rstrip(".,;") in articled
                )
            ):
                if words:
                    yield _run(words, text)
                    words = []
                continue
            owned = found.end() - at != len(word)
            words.append(Word(at, at + len(word), word, word.lower()))
            if owned and not _typed(text, found.end(), end, rules):
                yield _run(words, text)
                words = []
        if words:
            yield _run(words, text)


def _common_starts(tokens: Tokens, parse: Parse) -> set[int]:
    """Offsets of the words that begin a sentence with a capital and are no names: *Fighting broke out*."""
    starts = set()
    for sentence in tokens.sentences:
        for i in range(sentence.first, min(sentence.first + 2, sentence.last)):
            if tokens.words[i][0].isalnum():
                if parse.codes[i] != "M" and not tokens.words[i].isupper():
                    starts.add(tokens.starts[i])
                break
    return starts


def _typed(text: str, at: int, end: int, rules: PlaceRules) -> bool:
    """Whether a type word follows a possessive: *St. Peter's Square*, *Queen Anne's County*."""
    return at < end and text[at + 1 : end].partition(" ")[0].lower() in rules.types.after


def _run(words: list[Word], text: str) -> Run:
    start = words[0].start
    before = text[max(0, start - 3) : start].rstrip(" \"'“‘(")
    return Run(start, words[-1].end, tuple(words), not before or before[-1] in ".!?\n:")
