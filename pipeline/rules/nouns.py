"""Rules of nouns: the classes that conditions name with ``@`` (``@place``, ``@force`` …), their plurals, and what articles on conflicts are full of."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from pipeline.rules import RuleFile, read_csv, read_toml

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "ACTING",
    "DOERS",
    "PERSONS",
    "Nouns",
    "demonyms",
    "noun_classes",
    "plural",
    "powers",
    "states",
    "theme_words",
]

Words = tuple[str, ...]

ACTING = frozenset({"force", "person", "polity", "materiel"})
"""The classes of nouns of what can act."""
PERSONS = frozenset({"person", "commander"})
"""Those whose nouns mean one person, whatever he leads."""
DOERS = frozenset({"person", "force", "polity", "naval", "airforce"})
"""Those of persons and bodies of persons, without what only moves or fires."""


class Nouns(RuleFile):
    """``data/nouns.toml``: noun classes, and the words by which an article on a conflict is known."""

    theme: Words
    theme_verbs: Words
    classes: dict[str, Words]


# *monarchs*, *eunuchs*; but *churches*
_HARD = ("narch", "garch", "iarch", "xarch", "trarch", "erarch", "eunuch", "loch", "epoch", "stomach")
_IRREGULAR = {
    "child": "children",
    "person": "people",
    "foot": "feet",
    "corps": "corps",
    "troops": "troops",
    "forces": "forces",
    "torpedo": "torpedoes",
    "embargo": "embargoes",
    "veto": "vetoes",
    "hero": "heroes",
    "wife": "wives",
    "thief": "thieves",
}


@cache
def plural(noun: str) -> str:
    """The plural of a regular noun.

    >>> plural("assault"), plural("mutiny"), plural("crash"), plural("monarch"), plural("coup d'état")
    ('assaults', 'mutinies', 'crashes', 'monarchs', "coups d'état")
    """
    if " " in noun:
        first, _, rest = noun.partition(" ")
        return f"{plural(first)} {rest}"
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("man"):
        return noun[:-2] + "en"
    if noun.endswith("y") and noun[-2:-1] not in tuple("aeiou"):
        return noun[:-1] + "ies"
    hissing = noun.endswith(("s", "x", "z", "ch", "sh")) and not noun.endswith(_HARD)
    return noun + ("es" if hissing else "s")


@cache
def demonyms() -> frozenset[str]:
    """Adjectives and plurals of peoples, in lower case: no names of places.

    >>> {"russian", "french", "turks"} <= demonyms(), "paris" in demonyms()
    (True, False)
    """
    rows = read_csv("actors-demonyms.csv", ("demonym", "plural", "polity", "country"))
    return frozenset(row[column].lower() for row in rows for column in ("demonym", "plural") if row[column])


@cache
def powers() -> frozenset[str]:
    """One-word names of organisations and of states that are no places on a map (*Union*), in lower case.

    >>> {"union", "nato"} <= powers(), "france" in powers()
    (True, False)
    """
    names = {row["name"] for row in read_csv("actors-organisations.csv", ("name", "kind", "country", "canonical"))}
    names |= {r["name"] for r in read_csv("actors-states.csv", ("name", "polity", "country")) if "(" in r["polity"]}
    return frozenset(name.lower() for name in names if " " not in name)


@cache
def states() -> frozenset[str]:
    """Names of states, present and past, in lower case and without article.

    >>> {"france", "ottoman empire"} <= states(), "paris" in states()
    (True, False)
    """
    rows = read_csv("actors-states.csv", ("name", "polity", "country"))
    return frozenset(row["name"].lower() for row in rows)


@cache
def theme_words() -> frozenset[str]:
    """Nouns, singular and plural, and forms of verbs that articles on conflicts are full of.

    >>> {"army", "siege"} <= theme_words(), "election" in theme_words()
    (True, False)
    """
    nouns = read_toml("nouns.toml", Nouns)
    return frozenset((*nouns.theme, *map(plural, nouns.theme), *nouns.theme_verbs))


@cache
def noun_classes() -> Mapping[str, frozenset[str]]:
    """Noun, singular and plural, → the classes that it belongs to.

    >>> sorted(noun_classes()["bridge"])
    ['facility', 'materiel', 'place']
    """
    found: dict[str, set[str]] = defaultdict(set)
    for name, words in read_toml("nouns.toml", Nouns).classes.items():
        for word in words:
            found[word].add(name)
            if name != "direction":
                # *went home*; but *burned homes*
                found[plural(word)].add(name)
    return {word: frozenset(names) for word, names in found.items()}
