"""The vocabulary of counts: number words and bounds, what befell the counted, and who or what is counted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pipeline.rules import RuleFile, read_toml
from pipeline.rules.actors import actor_rules
from pipeline.rules.grammar import inflect, verbs
from pipeline.rules.nouns import PERSONS, noun_classes

__all__ = ["CountRules", "count_rules"]

_DETERMINERS = frozenset({"a", "an", "another", "both", "no"})
"""Determiners that are numbers as well."""


class Numbers(RuleFile):
    """Number words and their values."""

    vague: dict[str, int]
    plain: dict[str, int]
    units: dict[str, int]
    multipliers: dict[str, int]
    none: tuple[str, ...]


class Bounds(RuleFile):
    """Phrases before and after a number that bound it."""

    at_least: tuple[str, ...]
    at_most: tuple[str, ...]
    about: tuple[str, ...]
    open_after: tuple[str, ...]
    about_after: tuple[str, ...]


class Category(RuleFile):
    """The words of one category, as lemmas (verbs) or forms (the others); of the nameless one, phrases that say nothing of anybody."""

    name: str
    active: tuple[str, ...]
    passive: tuple[str, ...]
    intransitive: tuple[str, ...]
    after: tuple[str, ...]
    nouns: tuple[str, ...]
    of: tuple[str, ...]


class Links(RuleFile):
    """Words between numbers, and between a noun and its number."""

    joining: tuple[str, ...]
    copulas: tuple[str, ...]


class Victims(RuleFile):
    """Who is counted, and what is no victim."""

    people: tuple[str, ...]
    civilian: tuple[str, ...]
    civilian_weak: tuple[str, ...]
    combatant: tuple[str, ...]
    things: tuple[str, ...]
    wholes: tuple[str, ...]
    abstract: tuple[str, ...]


class CountFile(RuleFile):
    """The whole of ``counts.toml``."""

    numbers: Numbers
    bounds: Bounds
    category: tuple[Category, ...]
    links: Links
    victims: Victims


@dataclass(frozen=True)
class CountRules:
    """The vocabulary of counts as look-up tables."""

    numbers: Numbers
    before: dict[tuple[str, ...], str]
    """Bound by the words before a number."""
    after: dict[tuple[str, ...], str]
    """Bound by the words after a number."""
    active: dict[str, str]
    """Category by the form of a verb whose object is counted."""
    passive: dict[str, str]
    """Category by the participle of a passive whose subject is counted."""
    intransitive: dict[str, str]
    participle: dict[str, str]
    """Category by a word right after number and noun: *20 dead*, *15 people injured*."""
    nouns: dict[str, str]
    """Category by the counted noun itself: *300 casualties*."""
    of: dict[str, str]
    """Category by a noun that ``of`` and the number follow: *the deaths of 12 civilians*."""
    people: frozenset[str]
    civilian: frozenset[str]
    combatant: frozenset[str]
    things: frozenset[str]
    abstract: frozenset[str]
    """Nouns that are neither people nor things that could be killed."""
    wholes: frozenset[str]
    """Bodies that victims are taken of: a number after them is a strength."""
    joining: frozenset[str]
    """Words between the numbers of a list."""
    copulas: frozenset[str]
    """Words that link a noun such as *losses* to its number."""
    words: frozenset[str]
    """Every word of some category: a sentence without one counts no victims."""
    number_words: frozenset[str]


@cache
def count_rules() -> CountRules:
    """The validated vocabulary of counts; raises `RuleError` where the data file is malformed.

    >>> count_rules().passive["slain"]
    'killed'
    """
    file = read_toml("counts.toml", CountFile)
    heads = actor_rules().heads
    bounds, numbers = file.bounds, file.numbers
    roles = {word: head for word, head in heads.items() if head.group in ("role", "force")}
    active, passive, intransitive = (_forms(file.category, use) for use in ("active", "passive", "intransitive"))
    category_words = {word for c in file.category for word in (*c.after, *c.nouns, *c.of)}
    verb_words = {phrase.split()[0] for forms in (active, passive, intransitive) for phrase in forms}
    return CountRules(
        numbers=numbers,
        before=_phrases(at_least=bounds.at_least, at_most=bounds.at_most, about=bounds.about),
        after=_phrases(at_least=bounds.open_after, about=bounds.about_after),
        active=active,
        passive=passive,
        intransitive=intransitive,
        participle={word: c.name for c in file.category for word in c.after},
        nouns={word: c.name for c in file.category for word in c.nouns},
        of={word: c.name for c in file.category for word in c.of},
        people=frozenset(file.victims.people).union(roles, _persons()),
        civilian=frozenset(file.victims.civilian)
        | frozenset(file.victims.civilian_weak)
        | {w for w, h in roles.items() if h.kind == "civilians"},
        combatant=frozenset(file.victims.combatant) | {w for w, h in roles.items() if h.kind != "civilians"},
        things=frozenset(file.victims.things),
        abstract=frozenset(file.victims.abstract),
        wholes=frozenset(file.victims.wholes),
        joining=frozenset(file.links.joining),
        copulas=frozenset(file.links.copulas),
        words=frozenset(category_words | verb_words),
        number_words=_DETERMINERS.union(numbers.none, numbers.vague, numbers.plain, numbers.units, numbers.multipliers),
    )


def _persons() -> frozenset[str]:
    """The plurals of all nouns of persons that mean nothing else: *thirteen ministers*, *forty boyars*."""
    classes = noun_classes()
    return frozenset(
        word
        for word, names in classes.items()
        if "person" in names and names <= PERSONS and word.endswith(("s", "men"))
    )


def _phrases(**bounds: tuple[str, ...]) -> dict[tuple[str, ...], str]:
    """Each phrase as its words, with the bound that it says."""
    return {tuple(phrase.split()): name for name, phrases in bounds.items() for phrase in phrases}


def _forms(categories: tuple[Category, ...], use: str) -> dict[str, str]:
    """Every inflection of every verb; of a phrase (*take prisoner*), the forms of its first word with the rest."""
    known, found = verbs(), dict[str, str]()
    for category in categories:
        for phrase in getattr(category, use):
            first, _, rest = phrase.partition(" ")
            verb = known.get(first) or inflect(first)
            for form in verb.participle if use == "passive" else verb.forms:
                found[f"{form} {rest}".strip()] = category.name
    return found
