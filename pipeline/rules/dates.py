"""The vocabulary of dates: ``data/dates.toml`` against its model."""

from __future__ import annotations

import re
from functools import cache

from pipeline.rules import RuleFile, read_toml

__all__ = ["DateVocabulary", "date_vocabulary", "is_of_the_deed", "side_of", "years_in"]


_DEED = re.compile(r"(?:the\s)?(?:(?:main|final)\s|course\sof\s(?:the\s)?)?(?P<what>[\w-]+)")
_SAINT = "Saint "
_WORDS = re.compile(r"\w+")
_YEAR = re.compile(
    r"(?<!\d)(?:(?P<year>1\d{3}|20\d\d)(?!\d)|(?P<ancient>\d{1,3})(?=\s(?:BCE?|CE|AD)\b)|(?<=\()(?P<early>\d{3})(?=[)–-])|(?<=\d[–-])(?P<end>\d{3})(?=\))|(?<=\bAD\s)(?P<after>\d{1,3})(?!\d))(?P<bc>\sBCE?\b)?"
)


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


class Sections(RuleFile):
    """Words of a heading by the side of the text's subject on which its section lies."""

    before: tuple[str, ...]
    after: tuple[str, ...]


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
    hours: dict[str, str]
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
    sections: Sections
    rules: dict[str, DateRule]

    @property
    def holiday_names(self) -> list[str]:
        """The days with a name, those of saints as they may be written (*St. John's Day*)."""
        saints = [name.removeprefix(_SAINT) for name in self.holidays if name.startswith(_SAINT)]
        return [*self.holidays, *(f"{short} {name}" for name in saints for short in ("St.", "St"))]

    def place_of_holiday(self, name: str) -> str:
        """The place in the year of a day with a name (``12-25``), open where it has none of its own (``XX-XX``)."""
        return self.holidays[re.sub(r"^St\.?\s", _SAINT, " ".join(name.split()).replace("’", "'"))]


@cache
def date_vocabulary() -> DateVocabulary:
    """The words of time.

    >>> date_vocabulary().seasons["autumn"]
    'FA'
    """
    return read_toml("dates.toml", DateVocabulary)


def side_of(heading: str) -> int:
    """On which side of what a text is about a section lies by its heading: -1 before, 1 after, 0 for any other.

    >>> side_of("Background"), side_of("Results and losses"), side_of("The siege")
    (-1, 1, 0)
    """
    words = set(_WORDS.findall(heading.lower()))
    sections = date_vocabulary().sections
    return -1 if not words.isdisjoint(sections.before) else 1 if not words.isdisjoint(sections.after) else 0


def is_of_the_deed(section: str) -> bool:
    """Whether the last heading in the path of a section names what a text on a battle is about, and nothing else.

    >>> [is_of_the_deed(path) for path in ("Battle", "History > The siege", "Main assault", "Battle of Larga", "Order of battle")]
    [True, True, True, False, False]
    """
    named = _DEED.fullmatch(section.rpartition(" > ")[2].lower())
    return named is not None and named["what"] in date_vocabulary().happenings.words


def years_in(title: str) -> tuple[int, ...]:
    """The years that a title or an ISO date states, BC years negative.

    >>> years_in("Battle of Marinka (2022–2023)"), years_in("Siege of Rhodes"), years_in("Siege of X (717–718)"), years_in("War of Y (305–304 BC)")
    ((2022, 2023), (), (717, 718), (-305, -304))
    """
    found: list[int] = []
    for said in reversed(list(_YEAR.finditer(title))):
        year = int(next(said[name] for name in ("year", "ancient", "early", "end", "after") if said[name]))
        before = said["bc"] or (said["early"] and found and found[-1] < 0)  # *305–304 BC*
        found.append(-year if before else year)
    return tuple(reversed(found))
