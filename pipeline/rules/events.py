"""Rules of events: what word evokes which type, under which conditions, and which role its subject, object and prepositions give.

One file ``data/events/<type>.<subtype>.toml`` a subtype; ``data/support.toml`` holds the verbs that make an event of an event noun.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from pipeline.errors import RuleError
from pipeline.rules import ByFirstWord, RuleFile, by_first_word, data_path, read_toml
from pipeline.rules.grammar import BE, POSSESSIVES, REFLEXIVES, inflect, verbs
from pipeline.rules.nouns import noun_classes, plural

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from importlib.resources.abc import Traversable

__all__ = [
    "EventRules",
    "Support",
    "TriggerRule",
    "check_shown",
    "event_rules",
    "event_types",
    "support_verbs",
]

Words = tuple[str, ...]
Role = Literal["initiator", "target", "place", "none", "both", "comer"]
"""A ``comer`` is the initiator where it can act, else the target: *the raid of the Vikings*, *the raid of Lindisfarne*."""


_READ_OFF = frozenset(
    [
        "crowd",
        "held",
        "infinitive",
        "lasting",
        "participle",
        "name",
        "none",
        "number",
        "own",
        "pronoun",
        "several",
        "state",
        "there",
        "time",
        "unknown",
        "whither",
    ]
)
"""What conditions may ask for with ``@`` that no list of nouns holds: it is read off the phrase, or off the clause."""


_OF_VERBS = frozenset({"object", "not_object", "subject", "not_subject", "voice", "finite", "not_behind"})
"""Conditions that nouns do not have: they stand in no clause of their own."""
_OF_WORDS = frozenset({"subject", "object", "not_subject", "not_object", "without", "of", "not_of", "doer"})
"""Conditions of single words."""
_OF_NOUNS = frozenset({"of", "not_of", "doer", "weak", "only_supported"})
_OTHER = {"verb": "noun", "noun": "verb"}


class _Entry(RuleFile):
    """Words that evoke one type, and their conditions; a word ``@x`` in a condition is a noun class."""

    name: str
    words: Words
    roles: dict[str, Role] = Field(default_factory=dict)
    object: Words = ()
    not_object: Words = ()
    subject: Words = ()
    not_subject: Words = ()
    following: Words = ()
    """One of these words must stand right after the trigger or its object (or be a preposition of its clause); ``@infinitive`` is any *to do*."""
    not_following: Words = ()
    not_behind: Words = ()
    """None of these words may stand right behind the object of a verb (*left Ney in charge*); ``@participle`` is what was made of it, ``@lasting`` how long it took to do something."""
    preceding: Words = ()
    """One of these words must stand before a noun in its phrase (``@number`` is any number), or right before a verb."""
    not_preceding: Words = ()
    of: Words = ()
    """What *of* joins to a noun must be one of these (*the evacuation of the Sinai*)."""
    not_of: Words = ()
    """It must be none of these (*the execution of our plans*)."""
    without: Words = ()
    """None of these words may stand in the clause of a verb, in the sentence of a noun."""
    means: Words = ()
    """One of these words must stand in a phrase with *with*, *by*, *from* or *as* (*shelled with chlorine*), or right behind the object; for a noun,
    in the phrase behind it (*an attempt on the king's life*). ``@whither`` is a place that is named behind *to*, ``@there`` one behind *in* or *at*, or behind a noun with its preposition (*entry into Riga*)."""
    doer: Words = ()
    """Of a noun: who does it, before it, behind *by* or as the subject of the verb that it is the object of (*the Luftwaffe carried out raids*)."""
    if_person: str = ""
    """The rule (``casualty.captured/captured``) that holds instead where a person turns out to be who it happens to."""
    voice: Literal["active", "passive", ""] = ""
    finite: bool = False
    """Told by a verb of its own, not only said of somebody (*the men fighting in Mali*) or wished for (*wanted to fight in Mali*)."""
    priority: int = 0
    """Before rules that say no less but are less telling."""
    weak: bool = False
    """A noun that reports an event only with a support verb or a date of its own."""
    only_supported: bool = False
    """A noun that reports an event only with a support verb."""
    status: Literal["planned", "attempted", ""] = ""
    """What the words themselves make of the deed (*sentenced to death*)."""
    performative: bool = False
    """To say that there is one makes it so (*declared a truce*)."""


class _EventFile(RuleFile):
    """``data/events/<type>.<subtype>.toml``."""

    type: str
    subtype: str
    definition: str
    examples: Words
    counterexamples: Words
    roles: dict[str, Role] = Field(default_factory=dict)
    verbs: tuple[_Entry, ...] = ()
    nouns: tuple[_Entry, ...] = ()


class Support(RuleFile):
    """``data/support.toml``: verbs that say that the event a noun names takes place, by the part the noun plays."""

    perform: Words
    """Subject does it, the noun is the object: *launched an attack*."""
    undergo: Words
    """Subject suffers it: *came under attack*."""
    occur: Words
    """The noun is the subject: *fighting broke out*."""
    act: Words
    """As occur, where the noun is no mere reference back: *an airstrike killed twelve*."""
    attempt: Words
    """As perform, but not carried out: *attempted an assault*."""
    plan: Words
    """As perform, but still ahead: *planned an offensive*."""
    witness: Words
    """The noun is the object, the subject a time or a place: *May saw strikes*."""
    repel: Words
    """The noun is the object, the subject its target: *repelled an attack*."""
    fail: Words
    """The noun is the subject and came to nothing: *the attack failed*."""
    statement: Words
    """The noun is the object of a report: *announced the start of an operation*."""
    amount: Words
    """The noun is a subject of casualties, and how many they were is said: *losses are put at 6,000*."""


@dataclass(frozen=True, slots=True)
class TriggerRule:
    """One way in which a word or phrase evokes an event type."""

    id: str
    type: str
    subtype: str
    form: str
    """verb or noun."""
    phrase: Words
    """Words that must follow the first one: a particle (*back*), or the rest of a fixed phrase (*siege to*)."""
    roles: Mapping[str, str] = field(hash=False)
    entry: _Entry = field(hash=False)
    object: frozenset[str] = frozenset()
    not_object: frozenset[str] = frozenset()
    subject: frozenset[str] = frozenset()
    not_subject: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    means: frozenset[str] = frozenset()
    doer: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    not_of: frozenset[str] = frozenset()
    following: ByFirstWord = field(default_factory=dict, hash=False)
    not_following: ByFirstWord = field(default_factory=dict, hash=False)
    not_behind: ByFirstWord = field(default_factory=dict, hash=False)
    preceding: Words = ()
    not_preceding: Words = ()
    finite: bool = False
    signs: frozenset[str] = frozenset()
    """Words one of which stands in every sentence where a verb meets the rule; none where it may be any sentence."""
    weight: int = 0
    """Rules that say more come first."""

    def gives(self, participle: str) -> bool:
        """Whether a passive has for its subject to whom something is given, and for its object what (*The rebels were given arms*)."""
        return self.roles.get("to") == "target" and participle in _GIVEN


@dataclass(frozen=True)
class EventRules:
    """All trigger rules, by the lower-case form that a text shows."""

    verbs: Mapping[str, tuple[TriggerRule, ...]]
    nouns: Mapping[str, tuple[TriggerRule, ...]]
    by_id: Mapping[str, TriggerRule]
    files: tuple[_EventFile, ...]


_GIVEN = frozenset({
    "accorded", "allotted", "assigned", "awarded", "bequeathed", "ceded", "given", "granted", "guaranteed", "handed", "lent", "loaned", "offered", "paid", "promised",
})  # fmt: skip
"""Participles that may have to whom for a subject: *was given arms*; of rules whose *to* is the target."""
# A noun phrase with one of these ends in no head.
_JOINTS = frozenset(
    {
        "of",
        "to",
        "from",
        "into",
        "on",
        "in",
        "for",
        "against",
        "by",
        "with",
        "at",
        "between",
        "over",
        "upon",
        "and",
        "the",
        "d'état",
    }
)
# *laid down his arms*, *her arms*; *took a stand*, *took the stand*.
_INTERCHANGED = POSSESSIVES | REFLEXIVES | {"a", "an", "the", "one", "another"}
_DEFAULT_ROLES = {"subject": "initiator", "object": "target", "by": "initiator", "against": "target"}


@cache
def event_types() -> tuple[str, ...]:
    """Every ``TYPE.subtype`` there is, in alphabetical order: one file of ``data/events`` each.

    >>> event_types()[:2], "TERRITORY.capture" in event_types()
    (('AGREEMENT.ceasefire', 'AGREEMENT.evacuation'), True)
    """
    stems = (path.name.removesuffix(".toml").partition(".") for path in _event_files())
    return tuple(f"{kind.upper()}.{subtype}" for kind, _, subtype in stems)


def _event_files() -> list[Traversable]:
    files = (path for path in data_path("events").iterdir() if path.name.endswith(".toml"))
    return sorted(files, key=lambda path: path.name)


@cache
def event_rules() -> EventRules:
    """The trigger rules of every event type; raises `RuleError` where a name is given twice or an entry has no example.

    >>> sorted({rule.subtype for rule in event_rules().verbs["besieged"]})
    ['besiege']
    """
    found: dict[str, dict[str, list[TriggerRule]]] = {"verb": defaultdict(list), "noun": defaultdict(list)}
    by_id: dict[str, TriggerRule] = {}
    files = []
    for path in _event_files():
        file = read_toml(f"events/{path.name}", _EventFile)
        files.append(file)
        named = f"{file.type.lower()}.{file.subtype}.toml"
        if path.name != named:
            raise RuleError(f"data/events/{path.name}: the file of {file.type}.{file.subtype} is called {named}")
        check_shown(file)
        _check_classes(file)
        _check_keys(file)
        for form, entries in (("verb", file.verbs), ("noun", file.nouns)):
            for entry in entries:
                name = entry.name if form == "verb" else f"{entry.name}-noun"
                rule_id = f"trigger/{file.type.lower()}.{file.subtype}/{name}"
                if rule_id in by_id:
                    raise RuleError(f"data/events/{path.name}: {entry.name}: a name stands for one rule only")
                for rule, text in _rules(rule_id, file, entry, form):
                    by_id[rule_id] = rule
                    for surface in _surfaces(text, form):
                        found[form][surface].append(rule)
    for rule in by_id.values():
        if rule.entry.if_person and f"trigger/{rule.entry.if_person}" not in by_id:
            raise RuleError(f"data/events: {rule.id}: if_person names no rule: {rule.entry.if_person}")
    ordered = {
        form: {word: tuple(sorted(rules, key=lambda r: (-r.weight, r.id))) for word, rules in table.items()}
        for form, table in found.items()
    }
    return EventRules(ordered["verb"], ordered["noun"], by_id, tuple(files))


def check_shown(file: _EventFile) -> None:
    """Every entry of a file has an example that shows one of its words in [brackets]; raises `RuleError` where one has none.

    The other words of an entry need no example of their own, nor do inflections: they share the conditions that it proves.
    """
    name = f"data/events/{file.type.lower()}.{file.subtype}.toml"
    shown = set()
    for text in file.examples:
        match = re.search(r"\[([^\]\s]+)", text)
        if match is None:
            raise RuleError(f"{name}: no [trigger] in: {text}")
        shown.add(match[1].lower())
    for form, entries in (("verb", file.verbs), ("noun", file.nouns)):
        for entry in entries:
            if not any(surface in shown for text in entry.words for surface in _surfaces(text, form)):
                raise RuleError(f"{name}: {entry.name}: no example shows one of its words in [brackets]")


def _check_keys(file: _EventFile) -> None:
    """Raise `RuleError` where an entry has a condition that nobody asks of a verb, or of a noun: it would never hold it back."""
    for form, entries, foreign in (("verb", file.verbs, _OF_NOUNS), ("noun", file.nouns, _OF_VERBS)):
        for entry in entries:
            if lost := sorted(foreign & entry.model_fields_set):
                name = f"data/events/{file.type.lower()}.{file.subtype}.toml"
                raise RuleError(f"{name}: {entry.name}: a {form} has no {', '.join(lost)}; that is of a {_OTHER[form]}")


def _check_classes(file: _EventFile) -> None:
    """Raise `RuleError` where a condition asks for a class of nouns that there is none of, or of one word for several: it would never hold."""
    known = _READ_OFF.union(*noun_classes().values())
    for entry in (*file.verbs, *file.nouns):
        for key, value in entry:
            for word in value if isinstance(value, tuple) else ():
                if key in _OF_WORDS and " " in word:
                    name = f"data/events/{file.type.lower()}.{file.subtype}.toml"
                    raise RuleError(
                        f"{name}: {entry.name}.{key}: {word!r}: one word, the head of a noun phrase, is asked for"
                    )
                if word.startswith("@") and word[1:] not in known:
                    name = f"data/events/{file.type.lower()}.{file.subtype}.toml"
                    there = ", ".join(sorted(known))
                    raise RuleError(f"{name}: {entry.name}.{key}: there is no class {word}; there are {there}")


def _rules(rule_id: str, file: _EventFile, entry: _Entry, form: str) -> Iterator[tuple[TriggerRule, str]]:
    """A rule for each word or phrase of an entry, with that word or phrase."""
    said = (
        entry.object,
        entry.subject,
        entry.following,
        entry.preceding,
        entry.voice,
        entry.means,
        entry.of,
        entry.doer,
    )
    weight = 10 * entry.priority + sum(bool(condition) for condition in said) + bool(entry.subject)
    roles = {**_DEFAULT_ROLES, **file.roles, **entry.roles}
    object_, not_object = _either(entry.object), _either(entry.not_object)
    subject, not_subject, without = _either(entry.subject), _either(entry.not_subject), _either(entry.without)
    means, of, not_of = _either(entry.means), _either(entry.of), _either(entry.not_of)
    doer = _either(entry.doer)
    following, not_following = by_first_word(entry.following), by_first_word(entry.not_following)
    not_behind = by_first_word(entry.not_behind)
    for text in _with_plurals(entry.words) if form == "noun" else entry.words:
        phrase = tuple(text.split()[1:])
        yield TriggerRule(
            rule_id, file.type, file.subtype, form, phrase, roles, entry, object=object_, not_object=not_object,
            subject=subject, not_subject=not_subject, without=without, means=means, doer=doer, of=of, not_of=not_of,
            following=following, not_following=not_following, not_behind=not_behind,
            preceding=entry.preceding, not_preceding=entry.not_preceding, finite=entry.finite,
            signs=_signs(phrase, following, means), weight=weight + 10 * len(phrase),
        ), text  # fmt: skip


def _signs(phrase: Words, following: ByFirstWord, means: frozenset[str]) -> frozenset[str]:
    """The longest word of a phrase that no other may stand for; of a rule without phrase, the words of which one must follow or say the means."""
    if phrase:
        own = [word for word in phrase if word not in _INTERCHANGED]
        return frozenset((max(own, key=len),)) if own else frozenset()
    for words in (frozenset(following), means):
        if words and not any(word.startswith("@") for word in words):
            return words
    return frozenset()


def _with_plurals(words: Words) -> Iterator[str]:
    """Nouns, and those of several words that end in their head in the plural as well: *artillery strikes*, not *declarations of war*."""
    for text in words:
        yield text
        *before, last = text.split()
        if before and _JOINTS.isdisjoint((*before[1:], last)):
            yield " ".join((*before, plural(last)))


def _either(words: Words) -> frozenset[str]:
    """Nouns of a condition in singular and plural; classes as they are."""
    return frozenset(form for word in words for form in ((word,) if word.startswith("@") else (word, plural(word))))


def _surfaces(text: str, form: str) -> tuple[str, ...]:
    """Every form of the first word: inflections of a verb, singular and plural of a noun."""
    word, *rest = text.split()
    if form == "noun":
        # *coups d'état*, but *air raids*
        return (word,) if rest and _JOINTS.isdisjoint(rest) else tuple(dict.fromkeys((word, plural(word))))
    if word == "be":
        return tuple(sorted(BE))
    if word == "have":
        return ("has", "have", "had", "having")
    known = verbs().get(word)
    if known is None and (prefix := re.match(r"(?:re|counter|over|out|co)-?", word)):
        stem = verbs().get(word[prefix.end() :])
        if stem:
            return tuple(prefix[0] + form for form in stem.forms)
    # *found* is far more often the past of *find* than the base form of this verb.
    return tuple(f for f in (known or inflect(word)).forms if f != "found" or word != "found")


@cache
def support_verbs() -> Mapping[str, tuple[tuple[str, Words], ...]]:
    """Form of a support verb → its kinds, each with the words that must follow (*carried* → perform, *out*).

    >>> support_verbs()["launched"], support_verbs()["carried"]
    ((('perform', ()),), (('perform', ('out',)),))
    """
    file = read_toml("support.toml", Support)
    found: dict[str, list[tuple[str, Words]]] = defaultdict(list)
    for kind in Support.model_fields:
        for text in getattr(file, kind):
            for surface in _surfaces(text, "verb"):
                found[surface].append((kind, tuple(text.split()[1:])))
    return {word: tuple(sorted(kinds, key=lambda k: -len(k[1]))) for word, kinds in found.items()}
