"""The vocabulary of dates: ``data/dates.toml`` against its model."""

from __future__ import annotations

from functools import cache

from pipeline.rules import RuleFile, read_toml

__all__ = ["DateVocabulary", "date_vocabulary"]


class Names(RuleFile):
    """Full and shortened names; ``doubtful`` ones are ordinary words or names too."""

    full: tuple[str, ...]
    short: tuple[str, ...]
    doubtful: tuple[str, ...] = ()


class Words(RuleFile):
    """A plain list of words."""

    words: tuple[str, ...]


class Quantities(RuleFile):
    """Words after or before a number that make it a quantity or a label, not a year."""

    after: tuple[str, ...]
    before: tuple[str, ...]


class Units(RuleFile):
    """Units by name with their TIMEX3 letters, and plurals that are not the name with an s."""

    letters: dict[str, str]
    plural: dict[str, str]


class Modifiers(RuleFile):
    """Phrases by the TIMEX3 modifier that they mean."""

    START: tuple[str, ...]
    MID: tuple[str, ...]
    END: tuple[str, ...]
    APPROX: tuple[str, ...]


class Example(RuleFile):
    """A text with the expression that a rule finds in it and the value it gets; ``finds`` is empty where nothing is to be found."""

    text: str
    finds: str = ""
    value: str = ""
    mod: str | None = None


class DateRule(RuleFile):
    """The examples and counterexamples of a date rule of the grammar."""

    examples: tuple[Example, ...]
    counterexamples: tuple[str, ...] = ()


class DateVocabulary(RuleFile):
    """All words of time, by the place they take in the grammar of dates, and the examples of its rules."""

    months: Names
    weekdays: Names
    seasons: dict[str, str]
    dayparts: dict[str, str]
    units: Units
    sets: dict[str, str]
    deictics: dict[str, str]
    holidays: dict[str, str]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    decades: dict[str, int]
    vague: Words
    bounds: dict[str, str]
    modifiers: Modifiers
    quantities: Quantities
    happenings: Words
    counted: Words
    rules: dict[str, DateRule]


@cache
def date_vocabulary() -> DateVocabulary:
    """The words of time.

    >>> date_vocabulary().seasons["autumn"]
    'FA'
    """
    return read_toml("dates.toml", DateVocabulary)
