"""What cleaning knows about markers, headings and infoboxes: ``data/cleaning.toml``."""

from __future__ import annotations

from functools import cache, cached_property

from pipeline.rules import RuleFile, read_toml

__all__ = ["CleaningRules", "HeadingRules", "InfoboxRules", "MarkerRules", "cleaning_rules"]


class MarkerRules(RuleFile):
    """The labels of bracketed markers, and the words after which a raised digit is an exponent."""

    groups: frozenset[str]
    inline: frozenset[str]
    needed: frozenset[str]
    question: frozenset[str]
    units: frozenset[str]


class HeadingRules(RuleFile):
    """Headings of conflict articles that run into their paragraph, what forbids reading them so, and the end of an article."""

    glued: frozenset[str]
    compounds: frozenset[str]
    end_matter: frozenset[str]


class InfoboxRules(RuleFile):
    """Row labels of infoboxes, lower case."""

    labels: frozenset[str]

    @cached_property
    def label_words(self) -> frozenset[str]:
        """The single words of the labels."""
        return frozenset(word for label in self.labels for word in label.split())


class CleaningRules(RuleFile):
    """The tables of ``data/cleaning.toml``."""

    markers: MarkerRules
    headings: HeadingRules
    infobox: InfoboxRules


@cache
def cleaning_rules() -> CleaningRules:
    """The rules of cleaning, read once.

    >>> "belligerents" in cleaning_rules().infobox.labels
    True
    """
    return read_toml("cleaning.toml", CleaningRules)
