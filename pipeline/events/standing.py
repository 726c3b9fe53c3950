"""How an event stands, and which clauses only say what could be."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pipeline.records import STATUSES
from pipeline.rules.grammar import forms_of
from pipeline.rules.status import status_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.events.scene import Scene
    from pipeline.records import Clause, VerbGroup

__all__ = [
    "OF_HABITS",
    "Standing",
    "beyond",
    "conjectured",
    "customary",
    "demanded",
    "held_done",
    "inverted",
    "nor",
    "only_thought_of",
    "planned",
    "possible",
    "supposed",
    "usual",
]

_HELD_DONE = frozenset({"supposed", "likely"})


@cache
def _modals_of(level: str) -> frozenset[str]:
    """The auxiliaries of what is only thought of, or planned."""
    return frozenset(word for word, found in status_words().modals.items() if found == level)


def planned(auxiliaries: Iterable[str]) -> bool:
    """Whether one of some auxiliaries tells of a plan.

    >>> planned(["shall", "be"]), planned(["has", "been"])
    (True, False)
    """
    return not _modals_of("plan").isdisjoint(auxiliaries)


def possible(scene: Scene, clause: int) -> bool:
    """Whether a clause only says what could be: *could take*, *might have taken*, *would have taken*.

    >>> from pipeline import extract
    >>> [event.status for event in extract("They could take Kut. They would have taken it. They took it.").events]
    ['asserted']
    """
    group = scene.group(clause)
    if group.negated or group.first == group.head:
        return False
    before = scene.lower[group.first : group.head]
    thought = not _modals_of("thought").isdisjoint(before)
    if not thought and not ("would" in before and "have" in before):
        return False
    if conjectured(scene, clause) or demanded(scene, clause):
        return False
    if thought:
        if "have" in before and scene.clauses[clause].link == "complement":
            # *told reporters that up to 800 might have died*
            return False
        return "could" not in before or scene.parse.codes[group.head] != "B"
    return True


def nor(scene: Scene, clause: int) -> bool:
    """Whether *nor* joins a clause to what was not done.

    >>> from pipeline import extract
    >>> [event.status for event in extract("They neither took Kut nor burned it.").events]
    ['negated', 'negated']
    """
    here = scene.clauses[clause]
    if here.link != "conjunct" or here.governor is None or not scene.group(here.governor).negated:
        return False
    return "nor" in scene.lower[here.first : scene.verb(clause)]


def inverted(scene: Scene, clause: int) -> str:
    """What an auxiliary before its subject says of the verb behind: *had* of a thing that was not so, *nor*, or nothing.

    >>> from pipeline import extract
    >>> found = extract("Had the fleet reached Kut, the army would have held. Nor did the rebels attack Kut.").events
    >>> [(event.trigger.value.subtype, event.status) for event in found]
    [('attack', 'negated')]
    """
    verb = scene.verb(clause)
    if scene.group(clause).first != verb:
        return ""
    if scene.clauses[clause].subjects:
        return "had" if scene.lower[verb] == "had" and _on_condition(scene, clause) else ""
    if scene.lower[verb] == "had" and scene.parse.codes[verb - 1] in ".,;":
        return "had"
    return "nor" if scene.lower[verb] == "did" and scene.lower[verb - 1] in {"nor", "neither"} else ""


def _on_condition(scene: Scene, clause: int) -> bool:
    """*Harold might have won had his men stood*: whether a bare *had* stands right behind what would have been."""
    here = scene.clauses[clause]
    if here.link != "conjunct" or here.governor is None or scene.parse.codes[scene.verb(clause) - 1] in "K,":
        return False
    above = scene.group(here.governor)
    words = scene.lower[above.first : above.head]
    return "have" in words and ("would" in words or "might" in words or "could" in words)


@cache
def _thinking() -> frozenset[str]:
    """Forms of the verbs whose content is what somebody thought: *realised that they would be surrounded if they stayed*."""
    return forms_of((
        "realise", "realize", "know", "believe", "think", "fear", "conclude", "see", "understand", "reckon",
        "calculate", "assume", "argue",
    ))  # fmt: skip


def held_done(scene: Scene, word: str, clause: int) -> bool:
    """Whether an infinitive behind this word says what is thought to have been done: *is supposed to have answered*, *is likely to have fled*.

    >>> from pipeline import extract
    >>> extract("Horn is supposed to have captured Lund in 1643.").events[0].status
    'reported'
    """
    group = scene.group(clause)
    return word in _HELD_DONE and "have" in scene.lower[group.first : group.head]


def supposed(scene: Scene, clause: int) -> bool:
    """Whether a clause says what would be, on a condition told before or right behind: *If peace were made, the armies would return*.

    >>> from pipeline import extract
    >>> extract("If the war ended, they would return to Kut.").events
    ()
    """
    group, here = scene.group(clause), scene.clauses[clause]
    thought = (
        here.link == "complement"
        and here.governor is not None
        and scene.lower[scene.verb(here.governor)] in _thinking()
    )
    if "would" not in scene.lower[group.first : group.head] or not (here.link in {"main", "conjunct"} or thought):
        return False
    for behind in scene.clauses[clause + 1 : clause + 3]:
        # *They would attack unless the Danes withdrew*
        on_this = behind.governor == clause and behind.link in {"adverbial", "complement"} and behind.marker is not None
        if on_this and scene.lower[behind.marker or 0] in {"if", "unless"}:
            return True
    for before in range(clause - 1, -1, -1):
        other = scene.clauses[before]
        if other.sentence != here.sentence:
            return False
        if other.marker is not None and scene.lower[other.marker] in {"if", "unless"}:
            return other.link == "adverbial"
    return False


_EXCESS = 7
"""Tokens before an infinitive within which *too* stands."""
_BREAKS = frozenset(".,;:LBHUZVWTQR")


def beyond(scene: Scene, clause: int) -> bool:
    """Whether an infinitive tells what was out of reach: *came too late to relieve Kut*, *had too few men to besiege it*.

    >>> from pipeline import extract
    >>> found = extract("Horn came too late to relieve Kut. He was only too glad to capture it.").events
    >>> [(event.trigger.value.subtype, event.status) for event in found]
    [('relieve', 'attempted'), ('capture', 'planned')]
    """
    first = scene.group(clause).first
    for at in range(first - 2, max(first - _EXCESS, 0), -1):
        if scene.lower[at] == "too":
            return scene.lower[at - 1] not in {"only", "all"}
        if scene.parse.codes[at] in _BREAKS:
            return False
    return False


_USUALLY = frozenset(
    {
        "usually", "regularly", "routinely", "habitually", "typically", "often", "frequently", "sometimes", "occasionally", "periodically", "constantly",
        "normally", "always", "seldom", "rarely", "annually", "yearly", "weekly", "nightly", "customarily", "invariably", "ordinarily",
        "generally", "traditionally",
    }
)  # fmt: skip
"""Adverbs that make a habit of a deed; *repeatedly* tells that it was done."""
_EACH = frozenset({"every", "each"})
_TIMES = frozenset({"once", "twice", "times", "thrice"})
_AGES = frozenset({"centuries", "generations", "millennia", "ages"})
_HABITUAL = _USUALLY | _EACH | _TIMES | _AGES
_OWN_HISTORY = (["its", "history"], ["their", "history"])
_SUBSISTING = frozenset({"lived", "live", "lives", "living", "subsisted", "subsist"})


OF_HABITS = _HABITUAL | _SUBSISTING | {"whenever"}
"""One of these stands in each sentence of which `usual` or `customary` says that it tells a habit."""


def usual(scene: Scene, clause: int) -> bool:
    """Whether a clause without a date tells a habit: *often raided the coast*, *twice a week he would meet them*.

    >>> from pipeline import extract
    >>> found = extract("They often raided Kut. Every spring they raided Kut. In 1402 they often raided Kut. They raided Kut.")
    >>> [event.sentence for event in found.events]
    [2, 3]
    """
    here, group = scene.clauses[clause], scene.group(clause)
    first, last = here.first, min(here.last, group.last + 12)
    words = scene.lower[first:last]
    if here.link == "gerund" and here.governor is not None and here.marker is not None:
        # *lived by raiding*
        if scene.lower[here.marker] == "by" and scene.lower[scene.verb(here.governor)] in _SUBSISTING:
            return True
    elif not _HABITUAL.isdisjoint(words) and _for_ages(words):
        return True
    if _HABITUAL.isdisjoint(words) or _is_dated(scene, here):
        return False
    if not _USUALLY.isdisjoint(scene.lower[max(first, group.first - 1) : group.last + 1]) or words[0] in _USUALLY:
        return True
    for at in range(first, last - 2):
        phrase = scene.chunk_of[at]
        if scene.lower[at] in _EACH and phrase >= 0 and scene.chunks[phrase].temporal:
            # *attacked three times, each time failing*: so often, and no oftener.
            return scene.lower[at + 1] != "time" or scene.lower[at - 1] != ","
        if scene.lower[at] in _TIMES and scene.lower[at + 1] in {"a", "an", "each", "every"}:
            return True
    return False


_HANGING = frozenset({"participle", "purpose", "infinitive", "gerund", "relative", "adverbial"})
"""Links of clauses that tell of a habit with the one above them."""
_EACH_TIME = frozenset({"when", "whenever", "if", "once"})


def customary(scene: Scene, clause: int) -> bool:
    """Whether a clause hangs on one that tells a habit, or stands with *whenever*: *They often raided Kut, burning its farms*.

    >>> from pipeline import extract
    >>> found = extract("They often raided Kut, burning its farms. Whenever they raided Kut, its people fled. They raided Kut, burning its farms.")
    >>> [event.sentence for event in found.events]
    [2, 2]
    """
    here = scene.clauses[clause]
    if _is_dated(scene, here):
        return False
    for index in range(max(0, clause - 1), min(clause + 2, len(scene.clauses))):
        beside = scene.clauses[index]
        whenever = _each_time(scene, index)
        # At the beginning of a sentence it hangs on nothing.
        opening = index < clause and beside.governor is None and beside.sentence == here.sentence
        if whenever and (clause in (index, beside.governor) or opening):
            return True
    if here.link not in _HANGING or here.governor is None:
        return False
    if here.link == "adverbial" and (here.marker is None or scene.lower[here.marker] not in _EACH_TIME):
        return False
    aside = here.link == "relative" and here.marker is not None and scene.parse.codes[here.marker - 1] in ",I"
    above = scene.group(here.governor)
    # *was being constantly bombed*: going on, no habit.
    return not (aside or "being" in scene.lower[above.first : above.head]) and usual(scene, here.governor)


def _is_dated(scene: Scene, clause: Clause) -> bool:
    """Whether a month or year stands in a clause."""
    codes = scene.parse.codes
    return codes.find("a", clause.first, clause.last) >= 0 or codes.find("t", clause.first, clause.last) >= 0


def _each_time(scene: Scene, clause: int) -> bool:
    """*whenever he left*, *every time he left*: whether that opens a clause; not *attacked twice, each time failing*."""
    lower, marker, first = scene.lower, scene.clauses[clause].marker, scene.clauses[clause].first
    if marker is not None and lower[marker] == "whenever":
        return True
    if lower[first] in _EACH and lower[first + 1 : first + 2] == ["time"]:
        return True
    before = first > 1 and lower[first - 1] == "time" and lower[first - 2] in _EACH
    return before and scene.group(clause).finite


def _for_ages(words: list[str]) -> bool:
    """*was besieged eleven times in its history*, *slaves were taken for centuries*: told of no one time."""
    aged = not _AGES.isdisjoint(words) and any(
        word in {"for", "over", "through", "throughout"} and not _AGES.isdisjoint(words[at + 1 : at + 4])
        for at, word in enumerate(words)
    )
    return aged or (
        not _TIMES.isdisjoint(words) and any(words[at : at + 2] in _OWN_HISTORY for at in range(len(words)))
    )


def conjectured(scene: Scene, clause: int) -> bool:
    """Whether a clause says what is thought to have been: *may have taken*, *might have been taken*; not *might have relieved the town*.

    >>> from pipeline import extract
    >>> [event.status for event in extract("Kut may have been taken. Kut was taken.").events]
    ['reported', 'asserted']
    """
    group = scene.group(clause)
    before = scene.lower[group.first : group.head]
    if "have" not in before or group.negated:
        return False
    return "may" in before or ("might" in before and group.passive and not _had_it_been(scene, clause))


def _had_it_been(scene: Scene, clause: int) -> bool:
    """*Had they stayed, they might have been beaten*: whether a sentence opens with what was not so."""
    first = scene.tokens.sentences[scene.clauses[clause].sentence].first
    return scene.parse.codes[first] == "H" and scene.lower[first] == "had"


_ABLE = frozenset({"could", "might", "may", "can"})


def demanded(scene: Scene, clause: int) -> bool:
    """*an ultimatum stating that Germany must withdraw*, *insisted that the mutiny be put down*: what somebody says that others must do.

    >>> from pipeline import extract
    >>> found = extract("They sent an ultimatum stating that Germany must withdraw from Belgium.").events
    >>> [(event.trigger.value.subtype, event.status) for event in found]
    [('demand', 'asserted'), ('withdraw', 'planned')]
    """
    group, here = scene.group(clause), scene.clauses[clause]
    subjunctive = scene.lower[group.first] == "be" and group.passive
    if here.link != "complement" or here.governor is None:
        return False
    if _what_for(scene, clause):
        return True
    levels = status_words().verbs.get(scene.lower[scene.verb(here.governor)], frozenset())
    if "plan" in levels and "should" in scene.lower[group.first : group.head]:
        # *ordered that the bridge should be destroyed*; *argued that they should attack* is an opinion.
        return True
    must = subjunctive or "must" in scene.lower[group.first : group.head]
    return must and not {"report", "plan"}.isdisjoint(levels)


def _what_for(scene: Scene, clause: int) -> bool:
    """*mined the tunnel so that the bridge could be blown up*, *in order that the town might be shelled*: what something was done for."""
    group, marker = scene.group(clause), scene.clauses[clause].marker
    so = marker is not None and (scene.lower[marker - 1] == "so" or scene.lower[marker - 2 : marker] == ["in", "order"])
    return so and not group.negated and not _ABLE.isdisjoint(scene.lower[group.first : group.head])


@cache
def _needing() -> frozenset[str]:
    """Forms of the verbs that say of a deed what it would be, not what came of it."""
    return forms_of(
        (
            "require",
            "mean",
            "involve",
            "prove",
            "remain",
            "need",
            "take",
            "demand",
            "seem",
            "become",
            "appear",
            "represent",
            "entail",
        )
    )


def only_thought_of(scene: Scene, own: VerbGroup, above: int | None) -> bool:
    """*Crossing the ditch was impossible*, *Taking the fort would require guns*: a deed spoken of as such; *Taking it gave them a base* tells of it.

    >>> from pipeline import extract
    >>> found = extract("Taking the fort would require guns. Taking the fort gave them a base.").events
    >>> [event.sentence for event in found]
    [1]
    """
    if above is None or scene.clauses[above].subjects:
        return False
    group = scene.group(above)
    if group.first < own.last or "," in scene.parse.codes[own.last : group.first]:
        return False
    told = scene.parse.codes[group.first] in "LE" and group.first == group.head
    return not told or scene.parse.codes[group.head] == "B" or scene.lower[group.head] in _needing()


class Standing:
    """How an event stands: its status, who says so, and the clause that says it; ``thought`` where it is a mere possibility."""

    __slots__ = ("attribution", "conditional", "statement", "status", "thought")

    def __init__(self) -> None:
        self.status = "asserted"
        self.attribution: tuple[int, ...] = ()
        """Noun phrases of who says so."""
        self.statement: int | None = None
        """The clause of saying whose content the event is."""
        self.thought = False
        self.conditional = False
        """Told behind *if* or *unless*: not even denied."""

    def raise_to(self, status: str) -> None:
        """The later of two statuses."""
        if STATUSES.index(status) > STATUSES.index(self.status):
            self.status = status
