"""Rules of grammar: closed word classes, open-class exceptions, and English verbs with all their inflections."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pipeline.rules import RuleFile, read_csv, read_toml

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "AIMS", "ANSWERS", "APPOINTED", "AT_REST", "BE", "COMPELLING", "DEMONSTRATIVES", "DETERMINERS", "FATES", "FOREMOST", "GENITIVES", "GOALS", "HAVE", "HELD", "HELP", "HOW_MANY", "KIN", "LEAVE", "LOCATIVE",
    "MEANT", "OFFICES", "OFFICE_DEGREES", "PARTICLES", "POSSESSIVES", "REFLEXIVES", "SIDES", "TAKE", "THEN", "THUS", "WAS", "ClosedClasses", "Grammar", "Verb", "forms_of", "grammar", "inflect", "verbs",
]  # fmt: skip

AIMS = frozenset({"infinitive", "purpose"})
"""Links of the clauses of what somebody has in mind."""
BE = frozenset({"be", "is", "are", "was", "were", "been", "being"})
"""The forms of *be* that the third person has."""
WAS = frozenset({"was", "were"})
THUS = frozenset({"thus", "thereby", "hence"})
"""What a participle begins with that tells what a deed brought about."""
HAVE = frozenset({"have", "has", "had", "having"})
HELD = frozenset({"prisoner", "captive", "hostage"})
"""What *take* and *hold* make of people: *took 300 men prisoner*."""
HELP = frozenset({"help", "helps", "helped", "helping"})
LEAVE = frozenset({"leave", "leaves", "left", "leaving"})
TAKE = frozenset({"take", "takes", "took", "taken", "taking"})
PARTICLES = frozenset({"up", "off", "out", "down", "back"})
"""What may stand between a verb and its object: *drove back the rebels*."""
POSSESSIVES = frozenset({"his", "her", "its", "their"})
"""Of the third person, as an encyclopedia has them."""
GENITIVES = frozenset({"'s", "’s"})
DETERMINERS = POSSESSIVES | {"the", "a", "an"}
"""The articles and possessives."""
DEMONSTRATIVES = frozenset({"this", "that", "these", "those"})
AT_REST = frozenset({"in", "at", "near", "on", "outside", "around"})
"""Prepositions that say where something is."""
GOALS = frozenset({"to", "into", "toward", "towards"})
"""Prepositions that say where something goes."""
LOCATIVE = AT_REST | GOALS | {
    "from", "of", "across", "along", "through", "throughout", "over", "off", "inside", "within", "round", "upon", "before", "against", "about",
}  # fmt: skip
"""Prepositions behind which a place may stand, in whatever relation."""
SIDES = frozenset({
    "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "north-east", "north-west", "south-east", "south-west",
    "centre", "center", "left", "right", "front", "rear", "middle", "interior",
})  # fmt: skip
"""Of a land, of a town, of a line of battle."""
HOW_MANY = frozenset({
    "dozens", "scores", "hundreds", "thousands", "several", "many", "some", "over", "around", "about", "nearly",
})  # fmt: skip
"""Words that tell how many there are, or open what does."""
FOREMOST = frozenset({"first", "last", "only", "second", "third"})
"""Of which of a row a noun is: what such a one was *to do*, it did."""
THEN = frozenset({
    "then", "later", "soon", "finally", "eventually", "subsequently", "afterwards", "also", "again", "thereupon", "immediately", "promptly",
    "quickly",
})  # fmt: skip
"""Adverbs of what comes next: *and then fled*."""
ANSWERS = frozenset({"retaliation", "revenge", "reprisal", "reprisals", "vengeance", "retribution", "response"})
"""What is done for what another has done."""
FATES = frozenset({"perished", "died", "drowned", "starved", "deserted", "survived"})
"""What befalls men: a number right before it is none of a year (*and 2000 perished*)."""
APPOINTED = frozenset({
    "appointed", "elected", "named", "crowned", "proclaimed", "declared", "nominated", "chosen", "acclaimed", "ordained", "commissioned",
    "promoted", "made",
})  # fmt: skip
"""Participles behind which an office stands: *was crowned king*."""
KIN = frozenset({
    "brother", "son", "daughter", "sister", "wife", "mother", "father", "nephew", "niece", "cousin", "uncle", "grandson", "half-brother", "son-in-law",
    "brother-in-law", "father-in-law", "kinsman", "relative", "favourite", "favorite", "protégé", "friend", "companion", "monk", "eunuch", "slave", "freedman",
})  # fmt: skip
"""Nouns of persons that stand before no other, so what stands behind is what one makes them."""
OFFICES = frozenset({
    "king", "queen", "emperor", "empress", "regent", "ruler", "president", "governor", "dictator", "commander", "minister", "sultan", "caliph",
    "consul", "tsar", "shah", "duke", "leader", "chief", "pope", "viceroy", "chancellor", "premier", "chairman", "secretary", "prefect",
    "ambassador", "commander-in-chief",
})  # fmt: skip
"""What one is made by others: *Edward was declared king*."""
OFFICE_DEGREES = frozenset({"prime", "vice", "deputy", "acting", "supreme", "foreign", "lord", "military"})
"""Words before an office that are a part of it."""
MEANT = frozenset({"designed", "intended", "aimed", "meant"})
"""Participles that say what a thing is for."""
BIDDING = frozenset({
    "order", "orders", "instruction", "instructions", "command", "commands", "directive", "directives", "permission", "authority",
    "authorization", "authorisation", "word", "message", "messages", "telegram", "telegrams", "dispatch", "dispatches", "request", "requests",
    "appeal", "appeals", "call", "demand", "demands", "ultimatum", "summons", "invitation", "signal", "signals",
})  # fmt: skip
"""What is sent to somebody who is to act: *sent orders to Ney to advance*."""
COMPELLING = frozenset(
    {"force", "forced", "forcing", "compel", "compelled", "compelling", "oblige", "obliged", "obliging"}
)
"""Forms of the verbs before whom others make retreat or yield: *forcing it to withdraw*."""
REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves"})
"""The object is the subject once more: *allowed himself to be taken*, *hurled itself at*."""

Words = tuple[str, ...]


class ClosedClasses(RuleFile):
    """The words of each closed class."""

    determiner: Words
    possessive: Words
    pronoun: Words
    relative: Words
    genitive_relative: Words
    that: Words
    wh_adverb: Words
    subordinator: Words
    temporal_subordinator: Words
    preposition: Words
    infinitive: Words
    conjunction: Words
    negation: Words
    modal: Words
    be_finite: Words
    be: Words
    being: Words
    have: Words
    having: Words
    do: Words
    genitive: Words
    number: Words
    month: Words
    adverb: Words


class OpenClasses(RuleFile):
    """Open-class words that suffix rules or the verb list would misjudge."""

    noun: Words
    adjective: Words


class TimeWords(RuleFile):
    """Nouns and adverbs that make a noun phrase an adverbial of time, or of distance after a number."""

    noun: Words
    measure: Words
    adverb: Words


class Control(RuleFile):
    """How a verb passes its subject or object on."""

    object: Words
    """Verbs whose object is the subject of the infinitive that follows."""
    compel: Words
    """Of these, verbs of which it is told what their object is brought to do, an apposition between or not."""
    persons: Words
    """Verbs whose object is the subject of the infinitive where it is somebody."""
    subject: Words
    """Verbs whose own subject is that of the infinitive."""
    of_places: Words
    """Verbs whose participle after a place may say more of the place."""


class Valency(RuleFile):
    """What verbs can have beside their subject."""

    intransitive: Words
    """Verbs without a passive: what looks like their participle is a past tense."""
    mostly_intransitive: Words
    """The same after a comma, and after *was beaten and*."""
    transitive: Words
    """Verbs that want an object: a past tense without one is a participle (*the fort was stormed and its garrison massacred*)."""


class Context(RuleFile):
    """Words that tell what the word beside them is."""

    year_before: Words
    alone: Words
    sequel: Words
    sided: Words
    points: Words
    victims: Words
    epithets: Words
    bare: Words
    deeds: Words
    moves: Words
    standing: Words
    takes: Words
    fought_with: Words
    doubly: Words
    crowning: Words
    amid: Words
    thinking: Words
    thoughts: Words
    nominal_to: Words
    asking: Words
    errands: Words
    errand_runners: Words


class Grammar(RuleFile):
    """``data/grammar.toml``."""

    closed: ClosedClasses
    open: OpenClasses
    time: TimeWords
    control: Control
    context: Context
    valency: Valency


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb with its inflections; alternatives (``travelled``, ``traveled``) stand side by side."""

    lemma: str
    third: str
    past: Words
    participle: Words
    gerund: Words
    noun: bool
    """The base form is a noun as well (*attack*)."""
    adjective: bool
    """The base form is an adjective as well (*secure*)."""

    @property
    def forms(self) -> Words:
        """Every inflected form, each once."""
        return tuple(dict.fromkeys((self.lemma, self.third, *self.past, *self.participle, *self.gerund)))


@cache
def grammar() -> Grammar:
    """The grammar's word classes.

    >>> "must" in grammar().closed.modal
    True
    """
    return read_toml("grammar.toml", Grammar)


@cache
def verbs() -> Mapping[str, Verb]:
    """Every known verb by its lemma.

    >>> verbs()["withdraw"].forms
    ('withdraw', 'withdraws', 'withdrew', 'withdrawn', 'withdrawing')
    """
    rows = read_csv("verbs.csv", ("verb", "past", "participle", "also"))
    return {row["verb"]: inflect(row["verb"], row["past"], row["participle"], row["also"]) for row in rows}


def inflect(lemma: str, past: str = "", participle: str = "", also: str = "") -> Verb:
    """The inflections of a verb; irregular past forms are given, alternatives parted by ``|``.

    >>> inflect("occupy").past, inflect("occur", "occurred", "occurred").gerund
    (('occupied',), ('occurring',))
    """
    pasts = tuple(past.split("|")) if past else (_regular_past(lemma),)
    participles = tuple(participle.split("|")) if participle else pasts
    flags = also.split()
    return Verb(
        lemma, _third(lemma), pasts, participles, _gerunds(lemma, pasts, "double" in flags),
        noun="noun" in flags, adjective="adjective" in flags,
    )  # fmt: skip


def forms_of(lemmas: tuple[str, ...]) -> frozenset[str]:
    """Every inflected form of the verbs.

    >>> sorted(forms_of(("seize",)))
    ['seize', 'seized', 'seizes', 'seizing']
    """
    known = verbs()
    return frozenset(form for lemma in lemmas for form in (known.get(lemma) or inflect(lemma)).forms)


def _consonant_y(lemma: str) -> bool:
    return lemma.endswith("y") and lemma[-2:-1] not in tuple("aeiou")


def _regular_past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    return lemma[:-1] + "ied" if _consonant_y(lemma) else lemma + "ed"


def _third(lemma: str) -> str:
    if _consonant_y(lemma):
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _gerunds(lemma: str, pasts: Words, double: bool) -> Words:
    """A verb that doubles its last consonant in the past does so before *-ing*."""
    doubled = lemma + lemma[-1] + "ing"
    if double or pasts[0] == lemma + lemma[-1] + "ed" or _short(lemma, pasts):
        return (doubled,) if lemma + "ed" not in pasts else (doubled, lemma + "ing")
    if lemma.endswith("ie"):
        return (lemma[:-2] + "ying",)
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return (lemma[:-1] + "ing",)
    return (lemma + "ing",)


def _short(lemma: str, pasts: Words) -> bool:
    """Irregular verbs in consonant, one vowel, consonant: *cut, run, begin*."""
    irregular = not pasts[0].endswith("ed")
    shape = len(lemma) > 2 and lemma[-1] in "bdgmnptr" and lemma[-2] in "aiou" and lemma[-3] not in "aeiou"
    return irregular and (shape or lemma.endswith(("get", "let", "set"))) and not lemma.endswith(("burn", "learn"))
