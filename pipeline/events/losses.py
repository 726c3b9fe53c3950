"""Who or what was lost: whether a casualty is told for itself, as a price, or as more of what the sentence told before."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.events.scene import Candidate, Scene
    from pipeline.records import Clause

__all__ = [
    "COST",
    "LOSING",
    "another_fate",
    "befell_one",
    "beforehand",
    "elliptic",
    "is_date_of_death",
    "is_price",
    "of_another",
    "one_fate",
    "what_cost",
]

_COMPRISING = frozenset({"had", "included", "comprised", "totalled", "totaled", "numbered"})
COST = frozenset({"cost", "loss", "price", "expense"})
LOSING = frozenset({"losing", "suffering", "sustaining", "incurring", "leaving"})
_EARLIER = frozenset({"after", "before", "without"})
_TIMES = frozenset({"when", "after", "before", "until", "once", "since"})


def of_another(scene: Scene, clause: int) -> bool:
    """*hostages were taken at the house, whose owner was murdered*: what a clause with *whose* tells is another's fate."""
    marker = scene.clauses[clause].marker
    # *cut down the horse, in whose ranks Paullus was wounded*: where they were told of.
    return marker is not None and scene.lower[marker] == "whose" and scene.parse.codes[marker - 1] != "I"


_FATES = frozenset({("captured", "killed"), ("wounded", "captured")})
"""What befalls the same one after the other."""


def another_fate(scene: Scene, candidate: Candidate, before: Candidate) -> bool:
    """*the king was captured and killed*: two happenings; not *were wounded, killed or captured*."""
    if (
        scene.lower[candidate.first - 1] == "or"
        or (before.rule.subtype, candidate.rule.subtype) not in _FATES
        or candidate.clause is None
        or before.clause is None
    ):
        return False
    subjects = scene.clauses[candidate.clause].subjects
    return bool(subjects) and subjects == scene.clauses[before.clause].subjects


def befell_one(scene: Scene, candidate: Candidate) -> bool:
    """*they poured into the city; Constantine was killed*: what befell a person is told for itself; not *was shot and killed*."""
    own = candidate.clause
    if own is None or not scene.group(own).finite:
        return False
    clause = scene.clauses[own]
    if candidate.rule.subtype == "captured" and not scene.passive(own):
        # *invaded England and captured Henry*
        victims = clause.objects
    elif clause.link == "main" or (clause.link == "conjunct" and scene.own_subject(own)):
        victims = clause.subjects
    else:
        return False
    ones = [c.start for c in scene.mentions.counts if c.rule in ("count/person", "count/name", "count/bare")]
    spans = (scene.span(scene.chunks[c].first, scene.chunks[c].last) for c in victims)
    return bool(victims) and all(any(start <= one < end for one in ones) for start, end in spans)


def what_cost(scene: Scene, candidate: Candidate) -> int | None:
    """*took the hill, which cost 300 men*: the clause of what had the price."""
    if candidate.clause is None or not candidate.rule.entry.name.startswith("cost"):
        return None
    clause = scene.clauses[candidate.clause]
    return clause.governor if clause.link == "relative" else None


def is_price(scene: Scene, candidate: Candidate) -> bool:
    """*took the hill with the loss of 300 men*, *at a cost of 300 dead*."""
    if candidate.chunk is None:
        return False
    joint = scene.prepositions.get(candidate.chunk, candidate.first)
    if scene.lower[joint] == "of" and scene.lower[joint - 1] in COST:
        return True
    if scene.lower[joint] == "with" and "C" in scene.parse.codes[joint : candidate.first]:
        # *took the hill with 12 dead*
        return True
    return scene.lower[candidate.first] in COST and scene.lower[joint] in ("with", "at", "for")


def _included(scene: Scene, clause: Clause) -> bool:
    """*and the loss of the Sémillante included 15 men killed*: what a finite verb of its own subject tells of."""
    above = clause.governor
    if clause.link != "reduced" or above is None:
        return False
    return scene.own_subject(above) and scene.lower[scene.verb(above)] in _COMPRISING


def elliptic(scene: Scene, candidate: Candidate) -> bool:
    """*and 2,000 wounded*, *of whom 80 were killed*, *at 6,000 dead*: more of what the sentence told of before."""
    if candidate.chunk is not None:
        return candidate.part != "subject"
    if candidate.clause is None:
        return False
    group, clause = scene.group(candidate.clause), scene.clauses[candidate.clause]
    if clause.marker is not None and scene.lower[clause.marker] in {"whom", "which"}:
        if scene.lower[clause.marker - 1] not in {"of", "among"}:
            # *in an incident in which 15 men were taken prisoner*
            return False
        return scene.parse.codes[group.head] == "p"
    # *and many more wounded*
    first = group.first + (scene.lower[group.first] == "more")
    if first != group.head or _included(scene, clause):
        return False
    # *two were killed and 28 others hospitalized*: a finite-looking verb that lacks its object shares the auxiliary before it.
    gapped = (
        clause.link in {"conjunct", "main"} and not clause.objects and candidate.rule.roles.get("object") == "target"
    )
    return scene.parse.codes[group.head] == "p" or gapped


def one_fate(scene: Scene, first: Candidate, candidate: Candidate) -> bool:
    """Whether a verb of loss ends a list that the first began: *killed or wounded 183 men*, *killed, wounded or captured 300*.

    >>> from pipeline import extract
    >>> found = extract("The Danes killed, wounded or captured 300 men at Kut.").events
    >>> [(event.trigger.value.subtype, [count.value.low for count in event.counts]) for event in found]
    [('losses', [300])]
    """
    between = scene.lower[first.last : candidate.first]
    fates = scene.parse.codes[first.last : candidate.first].strip("LEpVG,K") == ""
    return between[-1:] == ["or"] and fates


def is_date_of_death(scene: Scene, clause: int) -> bool:
    """*was murdered, and when the vizier died in 1169, …*: a clause that only says when another passed away.

    >>> from pipeline import extract
    >>> event, = extract("Shawar was murdered in Cairo, and when Shirkuh died, his nephew ruled.").events
    >>> [count.value.who for count in event.counts]
    ['Shawar']
    """
    told = scene.clauses[clause] if clause >= 0 else None
    if told is None or told.marker is None:
        return False
    return scene.lower[told.marker] in _TIMES and scene.lower[scene.verb(clause)] == "died"


def beforehand(scene: Scene, clause: Clause) -> bool:
    """*after killing the sentries, they burned the bridge*: a deed before the other, which did not cost them; but *were beaten after losing 300 men*.

    >>> from pipeline import extract
    >>> found = extract("After killing 12 guards, the rebels burned Kut. The Danes were beaten after losing 300 men.").events
    >>> [(event.trigger.value.subtype, len(event.counts)) for event in found]
    [('killed', 1), ('destroy', 0), ('victory', 1)]
    """
    told = clause.link == "gerund" and clause.marker is not None and scene.lower[clause.marker] in _EARLIER
    return told and scene.lower[scene.parse.groups[clause.group].head] not in LOSING
