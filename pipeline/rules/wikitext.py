"""What templates of a wiki show to a reader: ``data/wikitext.toml``."""

from __future__ import annotations

from functools import cache

from pipeline.rules import RuleFile, read_toml

__all__ = ["InfoboxParameters", "Shown", "WikitextRules", "wikitext_rules"]


class Shown(RuleFile):
    """Templates of which a positional argument is the text: which one."""

    first: frozenset[str]
    second: frozenset[str]
    last: frozenset[str]
    joined: frozenset[str]


class Names(RuleFile):
    """Templates named after the forces of a country."""

    names: frozenset[str]


class Ships(RuleFile):
    """Prefixes of ships' names that are templates."""

    prefixes: frozenset[str]


class InfoboxParameters(RuleFile):
    """Parameters of infoboxes that show nothing, those that are captions, and the labels of the others."""

    unread: frozenset[str]
    captions: frozenset[str]
    labels: dict[str, str]


class WikitextRules(RuleFile):
    """The tables of ``data/wikitext.toml``."""

    shown: Shown
    symbols: dict[str, str]
    prefixed: dict[str, str]
    suffixed: dict[str, str]
    languages: dict[str, str]
    flags: dict[str, str]
    forces: Names
    ships: Ships
    requests: dict[str, str]
    infobox: InfoboxParameters
    units: dict[str, str]


@cache
def wikitext_rules() -> WikitextRules:
    """The rules of reading wikitext, read once.

    >>> wikitext_rules().languages["ar"]
    'Arabic'
    """
    return read_toml("wikitext.toml", WikitextRules)
