"""Where a full stop does not end a sentence: ``data/sentences.toml``."""

from __future__ import annotations

from functools import cache

from pipeline.rules import RuleFile, read_toml

__all__ = ["Example", "SentenceRules", "sentence_rules"]


class Example(RuleFile):
    """A text and the sentences it is made of."""

    text: str
    sentences: tuple[str, ...]


class SentenceRules(RuleFile):
    """Abbreviations by what their full stop means, and the words that open sentences."""

    before_name: frozenset[str]
    before_number: frozenset[str]
    within_name: frozenset[str]
    after_number: frozenset[str]
    starters: frozenset[str]
    after_time: frozenset[str]
    example: tuple[Example, ...] = ()


@cache
def sentence_rules() -> SentenceRules:
    """The rules of sentence splitting, read once.

    >>> "Gen" in sentence_rules().before_name
    True
    """
    return read_toml("sentences.toml", SentenceRules)
