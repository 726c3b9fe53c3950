"""The vocabulary of actors: nouns that denote them, words around them, names of states, peoples and organisations."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pipeline.errors import RuleError
from pipeline.rules import RuleFile, read_csv, read_toml
from pipeline.rules.grammar import forms_of

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["ActorRules", "Head", "Known", "actor_rules", "joint_names", "plural_of"]

KINDS = frozenset(
    [
        "state_force",
        "rebel",
        "militia",
        "government",
        "civilians",
        "igo",
        "ngo",
        "person",
        "police",
        "unit",
        "other",
    ]  # as in the output contract
)


class Noun(RuleFile):
    """Head nouns that share group and kind."""

    group: str
    kind: str
    one: tuple[str, ...] = ()
    many: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    definite: tuple[str, ...] = ()


class Groups(RuleFile):
    """Nouns that take ``of`` and an actor."""

    heads: tuple[str, ...]
    dependent: tuple[str, ...]


class Modifiers(RuleFile):
    """Words before a head."""

    support: tuple[str, ...]
    inner: tuple[str, ...]
    titles: tuple[str, ...]


class Persons(RuleFile):
    """Words around the names of persons."""

    ranks: tuple[str, ...]
    offices: tuple[str, ...]
    alone: tuple[str, ...]
    particles: tuple[str, ...]
    before_person: tuple[str, ...]
    person_verbs: tuple[str, ...]
    weak_verbs: tuple[str, ...]
    befalling: tuple[str, ...]
    person_property: tuple[str, ...]
    honours: tuple[str, ...]
    state_property: tuple[str, ...]
    led: tuple[str, ...]


class Agents(RuleFile):
    """Nouns before which an adjective names the agent, and those of what befalls somebody."""

    events: tuple[str, ...]
    fatal: tuple[str, ...]
    fates: tuple[str, ...]


class Pronouns(RuleFile):
    """Closed classes."""

    plural: tuple[str, ...]
    masculine: tuple[str, ...]
    feminine: tuple[str, ...]
    thing: tuple[str, ...]
    of_two: tuple[str, ...]
    women: tuple[str, ...]
    owners: dict[str, str]
    against: tuple[str, ...]
    leaving: tuple[str, ...]
    reporting: tuple[str, ...]
    possessive: tuple[str, ...]
    articles: tuple[str, ...]
    quantifiers: tuple[str, ...]
    numbers: tuple[str, ...]
    stops: tuple[str, ...]


class Names(RuleFile):
    """Capitalised words that are no person's name."""

    not_persons: tuple[str, ...]
    thing_words: tuple[str, ...]
    capital_only: tuple[str, ...]
    aims: tuple[str, ...]
    ship_prefixes: tuple[str, ...]
    place_prepositions: tuple[str, ...]
    actor_prepositions: tuple[str, ...]


class ActorFile(RuleFile):
    """The whole of ``actors.toml``."""

    noun: tuple[Noun, ...]
    groups: Groups
    modifiers: Modifiers
    persons: Persons
    agents: Agents
    pronouns: Pronouns
    names: Names


@dataclass(frozen=True, slots=True)
class Head:
    """What a head noun denotes. A weak one needs support, a definite one is supported by an article alone."""

    group: str
    kind: str
    plural: bool
    weak: bool
    definite: bool


@dataclass(frozen=True, slots=True)
class Known:
    """A known name: of a state (``state``), of its people (``adjective``, ``people``), of an organisation (``organisation``)."""

    text: str
    use: str
    name: str
    kind: str
    country: str | None


@dataclass(frozen=True)
class ActorRules:
    """The vocabulary of actors as look-up tables."""

    heads: dict[str, Head]
    known: dict[str, tuple[Known, ...]]
    """Known names by their first word, longest first."""
    given_names: frozenset[str]
    group_heads: frozenset[str]
    dependent: frozenset[str]
    support: frozenset[str]
    inner: frozenset[str]
    titles: frozenset[str]
    ranks: frozenset[str]
    offices: frozenset[str]
    alone: frozenset[str]
    particles: frozenset[str]
    before_person: frozenset[str]
    person_verbs: frozenset[str]
    weak_verbs: frozenset[str]
    befalling: frozenset[str]
    person_property: frozenset[str]
    honours: frozenset[str]
    """Titles that stand behind a name: *Enver Pasha*."""
    state_property: frozenset[str]
    """Those of them that a country has as well."""
    agent_events: frozenset[str]
    fatal: frozenset[str]
    """Nouns of the end of the one whose they are: *his execution*."""
    fates: frozenset[str]
    """Those, and the nouns of what else befalls somebody or is the last he does: *his capture*, *her resignation*."""
    pronouns: dict[str, str]
    women: frozenset[str]
    """Titles and kinship of women."""
    against: frozenset[str]
    """Forms of verbs whose object is the deed of another than their subject."""
    leaving: frozenset[str]
    """Forms of verbs behind whose subject another comes in."""
    reporting: frozenset[str]
    possessive: frozenset[str]
    articles: frozenset[str]
    quantifiers: frozenset[str]
    numbers: frozenset[str]
    stops: frozenset[str]
    not_persons: frozenset[str]
    thing_words: frozenset[str]
    capital_only: frozenset[str]
    aims: frozenset[str]
    ship_prefixes: frozenset[str]
    place_prepositions: frozenset[str]
    actor_prepositions: frozenset[str]
    titles_of_persons: frozenset[str]
    """Ranks and offices."""
    things: frozenset[str]
    """Words that make a name a thing's and are no heads themselves."""
    strong_verbs: frozenset[str]
    """Verbs of which only a person or a state is the subject."""
    locatives: frozenset[str]
    """Prepositions after which a name is a place's."""
    led: frozenset[str]
    marks: dict[str, int]
    """Bits by word: 1 head noun, 2 office that stands alone, 4 pronoun, 8 *of*."""


def plural_of(noun: str) -> str:
    """The regular plural of a noun.

    >>> [plural_of(noun) for noun in ("soldier", "militiaman", "army", "child", "enemy", "corps")]
    ['soldiers', 'militiamen', 'armies', 'children', 'enemies', 'corps']
    """
    if noun in ("corps", "aircraft", "hovercraft"):
        return noun
    if noun == "child":
        return noun + "ren"
    if noun.endswith(("man", "woman")):
        return noun[:-2] + "en"
    if noun.endswith("craft"):
        return noun
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    return noun + "s"


@cache
def actor_rules() -> ActorRules:
    """The validated vocabulary of actors; raises `RuleError` where a data file is malformed.

    >>> actor_rules().heads["garrison"].kind
    'state_force'
    """
    file = read_toml("actors.toml", ActorFile)
    pronouns = {
        **dict.fromkeys(file.pronouns.plural, "plural"),
        **dict.fromkeys(file.pronouns.masculine, "masculine"),
        **dict.fromkeys(file.pronouns.feminine, "feminine"),
        **dict.fromkeys(file.pronouns.thing, "thing"),
        **dict.fromkeys(file.pronouns.of_two, "of-two"),
        **file.pronouns.owners,
    }
    persons, names = file.persons, file.names
    heads = _heads(file.noun)
    ranks = {*persons.ranks, *(plural_of(rank) for rank in persons.ranks if not rank.endswith("."))}
    return ActorRules(
        heads=heads,
        known=_known(),
        given_names=frozenset(row["name"] for row in read_csv("given_names.csv", ("name",))),
        group_heads=frozenset(file.groups.heads),
        dependent=frozenset(file.groups.dependent),
        support=frozenset(file.modifiers.support),
        inner=frozenset(file.modifiers.inner),
        titles=frozenset(file.modifiers.titles),
        ranks=frozenset(ranks),
        offices=frozenset(persons.offices),
        alone=frozenset(persons.alone),
        particles=frozenset(persons.particles),
        before_person=frozenset(persons.before_person),
        person_verbs=frozenset(persons.person_verbs),
        weak_verbs=frozenset(persons.weak_verbs),
        befalling=frozenset(persons.befalling),
        person_property=frozenset(persons.person_property),
        honours=frozenset(persons.honours),
        state_property=frozenset(persons.state_property),
        agent_events=frozenset(file.agents.events),
        fatal=frozenset(file.agents.fatal),
        fates=frozenset(file.agents.fatal + file.agents.fates),
        pronouns=pronouns,
        women=frozenset(file.pronouns.women),
        against=forms_of(file.pronouns.against),
        leaving=forms_of(file.pronouns.leaving),
        reporting=frozenset(file.pronouns.reporting),
        possessive=frozenset(file.pronouns.possessive),
        articles=frozenset(file.pronouns.articles),
        quantifiers=frozenset(file.pronouns.quantifiers),
        numbers=frozenset(file.pronouns.numbers),
        stops=frozenset(file.pronouns.stops),
        not_persons=frozenset(names.not_persons),
        thing_words=frozenset(names.thing_words),
        capital_only=frozenset(names.capital_only),
        aims=frozenset(names.aims),
        ship_prefixes=frozenset(names.ship_prefixes),
        place_prepositions=frozenset(names.place_prepositions),
        actor_prepositions=frozenset(names.actor_prepositions),
        titles_of_persons=frozenset(ranks | set(persons.offices)),
        things=frozenset(set(names.thing_words) - heads.keys() - set(file.modifiers.support)),
        strong_verbs=frozenset(set(persons.person_verbs) - set(persons.weak_verbs)),
        locatives=frozenset(set(names.place_prepositions) - {"from", "to", "of", "for", "under", "on"}),
        led=frozenset(persons.led),
        marks=_marks((1, heads), (2, persons.alone), (4, pronouns), (8, ("of",))),
    )


def _marks(*groups: tuple[int, Iterable[str]]) -> dict[str, int]:
    marks: defaultdict[str, int] = defaultdict(int)
    for bit, words in groups:
        for word in words:
            marks[word] |= bit
    return dict(marks)


def _heads(nouns: tuple[Noun, ...]) -> dict[str, Head]:
    heads: dict[str, Head] = {}
    for noun in nouns:
        if noun.kind not in KINDS:
            allowed = ", ".join(sorted(KINDS))
            raise RuleError(f"data/actors.toml: noun.kind: {noun.kind!r} is none of {allowed}")
        weak, definite = set(noun.weak), set(noun.definite)
        plurals = {plural_of(word): word for word in noun.one}
        for word in (*noun.one, *plurals, *noun.many, *noun.weak, *noun.definite):
            many = word in plurals or word in noun.many
            heads.setdefault(word, Head(noun.group, noun.kind, many, word in weak, word in definite))
    return heads


def _known() -> dict[str, tuple[Known, ...]]:
    found = [
        Known(row["name"], "state", row["polity"], "government", row["country"] or None)
        for row in read_csv("actors-states.csv", ("name", "polity", "country"))
    ]
    for row in read_csv("actors-demonyms.csv", ("demonym", "plural", "polity", "country")):
        country = row["country"] or None
        found.append(Known(row["demonym"], "adjective", row["polity"], "state_force", country))
        if row["plural"] and row["plural"] != row["demonym"]:
            found.append(Known(row["plural"], "people", row["polity"], "state_force", country))
        elif row["plural"]:
            found[-1] = Known(row["demonym"], "both", row["polity"], "state_force", country)
    for row in read_csv("actors-organisations.csv", ("name", "kind", "country", "canonical")):
        if row["kind"] not in KINDS:
            raise RuleError(f"data/actors-organisations.csv: {row['name']}: kind {row['kind']!r} is unknown")
        found.append(Known(row["name"], "organisation", row["canonical"], row["kind"], row["country"] or None))
    table: defaultdict[str, list[Known]] = defaultdict(list)
    for known in found:
        first = known.text.split(" ")[0]
        for key in {first, first.removesuffix("'s"), first.removesuffix("'")}:
            table[key].append(known)
    order = {"organisation": 0, "state": 1, "both": 2, "people": 3, "adjective": 4}
    return {key: tuple(sorted(group, key=lambda k: (-len(k.text), order[k.use]))) for key, group in table.items()}


@cache
def joint_names() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Names of one party that hold an *and*, as words in small letters, by the word before it.

    >>> joint_names()["bosnia"][0]
    ('bosnia', 'and', 'herzegovina')
    """
    found: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for known in {known.text for table in actor_rules().known.values() for known in table}:
        words = tuple(known.lower().split())
        if "and" in words[1:-1]:
            found[words[words.index("and") - 1]].append(words)
    return {word: tuple(sorted(names)) for word, names in found.items()}
