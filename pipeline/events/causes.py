"""What caused a casualty event: the other event of its sentence that it is told of with, so that it is none of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.events.kinds import VIOLENT
from pipeline.events.losses import (
    another_fate,
    befell_one,
    beforehand,
    elliptic,
    is_price,
    of_another,
    one_fate,
    what_cost,
)
from pipeline.rules.grammar import ANSWERS, forms_of

if TYPE_CHECKING:
    from pipeline.events.scene import Candidate, Scene

__all__ = ["KILLING", "cause_before", "clauses_above", "is_causing", "stands_alone"]

_DRIVING = frozenset({"drive-out", "pushed-to"})
_APART = frozenset({"since", "before", "until", "till", "although", "though"})
_WHO = frozenset({"who", "whom", "that"})
KILLING = frozenset({"killed", "execution", "assassination", "massacre"})
_DIRECT = frozenset({"attack", "ambush", "raid", "clash"})
_ANSWERS = ANSWERS | {"answer", "return"}


def is_causing(candidate: Candidate) -> bool:
    """Of a kind that costs lives: *were driven out of the town, losing 71 men* as well.

    >>> from pipeline import extract
    >>> [e.counts[0].value.low for e in extract("They were driven out of the town, losing 71 men.").events if e.counts]
    [71]
    """
    violent = candidate.rule.type in VIOLENT and candidate.rule.subtype != "abduction"
    return violent or candidate.rule.entry.name in _DRIVING


def _answered(scene: Scene, cause: Candidate, own: int) -> bool:
    """*shot 60 men in reprisal for an attack*: what a deed answered did not cost the lives that the deed did; but *an attack in which ten died*."""
    at = scene.prepositions.get(cause.chunk, 0) if cause.chunk is not None else 0
    if not at or scene.lower[at] not in ("for", "to") or scene.lower[at - 1] not in _ANSWERS:
        return False
    return own < 0 or scene.clauses[own].link != "relative"


def cause_before(scene: Scene, at: int, group: list[Candidate]) -> Candidate | None:
    """The causing event: the last one told before in the sentence, or one that follows as a circumstance (*in an airstrike*).

    >>> from pipeline import extract
    >>> found = extract("On 3 May a car bomb exploded in the port, and 12 sailors died.").events
    >>> [(e.trigger.value.subtype, e.counts[0].value.low) for e in found if e.counts]
    [('bombing', 12)]
    """
    own = scene.clause_of[scene.tokens.token_at(at)]
    causes = [c for c in group if is_causing(c) and not _answered(scene, c, own)]
    before = [c for c in causes if c.mention.start < at]
    # *soldiers shot 26 during a protest; thirteen were killed*: by the shots, not by the protest.
    if before := [c for c in before if c.rule.type != "PROTEST"] or before:
        return before[-1]
    after = [c for c in causes if c.chunk is not None or _adverbial(scene, c)]
    return after[0] if after else None


def _adverbial(scene: Scene, candidate: Candidate) -> bool:
    """*when a bomb exploded*, *after troops opened fire*; not *since the unrest began*."""
    if candidate.clause is None or scene.clauses[candidate.clause].link not in {"adverbial", "gerund", "relative"}:
        return False
    marker = scene.clauses[candidate.clause].marker
    # *was killed on the orders of Wei, who was executed*: of another.
    return marker is None or scene.lower[marker] not in _APART | _WHO


def _cost_by(scene: Scene, candidate: Candidate, cause: Candidate) -> bool:
    """*lost 200 men storming the hill*: the deed of the participle that no comma parts from the losses."""
    if candidate.rule.subtype != "losses" or cause.chunk is not None or cause.clause is None:
        return False
    told = scene.clauses[cause.clause]
    beside = "," not in scene.parse.codes[candidate.first : cause.first] and candidate.first < cause.first
    return (
        beside and told.link == "participle" and told.governor == candidate.clause and not scene.passive(cause.clause)
    )


def stands_alone(scene: Scene, candidate: Candidate, group: list[Candidate], causes: dict[int, Candidate]) -> bool:
    """Whether a casualty event stands: where no other event of the sentence caused it, and none of its kind was told just before.

    ``causes``: for clauses whose casualty event another one caused, that one; filled here.

    >>> from pipeline import extract
    >>> [e.trigger.value.type for e in extract("Ten men were killed at Narva.").events]
    ['CASUALTY']
    """
    twin = next((c for c in group if c.rule.type == "CASUALTY" and one_fate(scene, c, candidate)), None)
    if twin is not None and candidate.clause is not None:
        causes[candidate.clause] = twin
        return False
    cause = _cause_of(scene, candidate, group)
    if cause is not None:
        if candidate.clause is not None and cause.clause != candidate.clause:
            causes[candidate.clause] = cause
        return False
    earlier = [c for c in group if c.rule.type == "CASUALTY" and c.first < candidate.first]
    if earlier and ";" in scene.parse.codes[earlier[-1].last : candidate.first]:
        return True
    if earlier and (another_fate(scene, candidate, earlier[-1]) or _of_others(scene, candidate, earlier[-1])):
        return True
    return not earlier or not (elliptic(scene, candidate) or _beside_killed(scene, candidate, earlier[-1]))


def _of_others(scene: Scene, candidate: Candidate, before: Candidate) -> bool:
    """*her captain was killed and the crew captured*: another fate of others, of whom no number tells."""
    if candidate.rule.subtype != "captured" or before.rule.subtype not in ("killed", "wounded"):
        return False
    if candidate.clause is None or candidate.chunk is not None or before.clause is None:
        return False
    clause = scene.clauses[candidate.clause]
    own = clause.subjects if clause.subjects != scene.clauses[before.clause].subjects else ()
    return bool(own) and not any("C" in scene.parse.codes[scene.chunks[c].first : scene.chunks[c].last] for c in own)


def _beside_killed(scene: Scene, candidate: Candidate, before: Candidate) -> bool:
    """*two guards were killed and four were wounded*: one happening with its dead and its wounded."""
    if (before.rule.subtype, candidate.rule.subtype) != ("killed", "wounded") or candidate.clause is None:
        return False
    clause = scene.clauses[candidate.clause]
    if clause.link not in ("main", "conjunct") or not scene.passive(candidate.clause) or not clause.subjects:
        return False
    subject, codes = scene.chunks[clause.subjects[0]], scene.parse.codes
    return codes[subject.first - 1] == "K" and "C" in codes[subject.first : subject.last]


def _cause_of(scene: Scene, candidate: Candidate, group: list[Candidate]) -> Candidate | None:
    """The event that caused the casualties, if any: it governs the casualty's clause, stands in it, or was told right before; the nearest such."""
    own = candidate.clause
    if own is None or (candidate.part == "subject" and candidate.rule.subtype == "captured"):
        # *The capture of Kimathi on 21 October ended the revolt*
        return None
    if _told_as_past(scene, candidate):
        return None
    above = clauses_above(scene, own)
    told: Candidate | None = None
    follows: Candidate | None = None
    price = is_price(scene, candidate)
    cost = what_cost(scene, candidate)
    single = befell_one(scene, candidate) or of_another(scene, own)
    held = single and candidate.rule.subtype == "captured"
    for cause in group:
        if cost is not None and cause.clause == cost and cause.chunk is None and cause.rule.type != "CASUALTY":
            return cause
        if price and cause.rule.type == "TERRITORY" and cause.clause == own and cause.first < candidate.first:
            return cause
        if not is_causing(cause) or cause.clause is None or _answered(scene, cause, own):
            continue
        if candidate.rule.subtype == "captured" and cause.rule.subtype in KILLING:
            # *put the garrison to the sword but was captured himself*
            continue
        near = 4 if cause.rule.type != "BATTLE" or cause.rule.subtype in _DIRECT else 0
        if _within(scene, candidate, cause, group):
            return cause
        if cause.clause in above and _frames(scene, cause, own):
            continue
        if cause.clause in above or (0 < own - cause.clause <= near and not single):
            told = cause if told is None or cause.rule.type != "PROTEST" else told
        elif (
            cause.clause > own
            and (_adverbial(scene, cause) or _cost_by(scene, candidate, cause))
            and not held
            and not (single and _meanwhile(scene, cause))
            and _hangs_on(scene, scene.clauses[cause.clause].governor, candidate, group)
        ):
            follows = follows or cause
    return told or follows


def _told_as_past(scene: Scene, candidate: Candidate) -> bool:
    """*After the killing of two officers, the village was burned*: no later deed cost those lives; but *after the loss of ten men the attack failed*."""
    at = scene.prepositions.get(candidate.chunk) if candidate.chunk is not None else None
    if at is None or candidate.rule.subtype != "killed":
        return False
    return scene.lower[at] in ("after", "following") or (scene.lower[at] == "for" and scene.lower[at - 1] in _ANSWERS)


def _meanwhile(scene: Scene, cause: Candidate) -> bool:
    """*Bazi was killed as he led the assault*, *while leading a charge*: what a man was doing when it befell him."""
    clause = scene.clauses[cause.clause or 0]
    if clause.marker is None or scene.lower[clause.marker] not in ("as", "while") or scene.passive(cause.clause or 0):
        return False
    return not scene.group(cause.clause or 0).finite or any(scene.head(c) in ("he", "she") for c in clause.subjects)


def _frames(scene: Scene, cause: Candidate, own: int) -> bool:
    """*In the campaign against Richmond he led a brigade in the valley, where he was wounded*: what only says when the rest happened."""
    marker = scene.clauses[own].marker
    told = scene.clauses[own].link == "relative" and marker is not None and scene.lower[marker] == "where"
    return told and cause.rule.subtype == "offensive" and cause.chunk is not None and cause.part == "oblique"


def _within(scene: Scene, candidate: Candidate, cause: Candidate, group: list[Candidate]) -> bool:
    """*sank the ship with the loss of 340 lives*, *killed 20 in an airstrike*; *one was killed and five others wounded in an attack*."""
    if cause.clause == candidate.clause:
        if candidate.chunk is not None and cause.chunk is not None and candidate.last < cause.first:
            # *despite the murder of two envoys and a new offensive*: told side by side.
            apart = {"K", "I"}.issubset(scene.parse.codes[candidate.last : cause.first])
            return not apart and not _brought_about(scene, candidate, cause)
        return (cause.chunk is not None and not _went_before(scene, candidate, cause)) or candidate.part == "oblique"
    if cause.chunk is None or cause.clause is None:
        return False
    if cause.part == "subject" and scene.clauses[cause.clause].link == "reduced":
        # *were killed in an airstrike hitting a market*
        # *six were killed while three were wounded in two attacks staged by rebels*
        return cause.chunk in scene.prepositions and _hangs_on(
            scene, scene.clauses[cause.clause].governor, candidate, group
        )
    if cause.part != "oblique":
        return False
    return _hangs_on(scene, cause.clause, candidate, group)


def _brought_about(scene: Scene, candidate: Candidate, cause: Candidate) -> bool:
    """*the killing of 13 soldiers sparked riots*, *led to riots*: what came of the deaths did not cost them; but *followed an attack*."""
    if candidate.part != "subject" or candidate.clause is None:
        return False
    if scene.lower[scene.verb(candidate.clause)] in forms_of(("follow",)):
        return False
    if cause.part == "oblique" and cause.chunk is not None:
        return scene.lower[scene.prepositions.get(cause.chunk, 0)] == "to"
    return cause.part == "object" and not scene.passive(candidate.clause)


def _went_before(scene: Scene, candidate: Candidate, cause: Candidate) -> bool:
    """*the governor was killed in Herat after days of fighting*: what befell one man at the end of it, not all that it cost."""
    of = 0 if cause.chunk is None else scene.prepositions.get(cause.chunk, 0)
    spell = scene.parse.chunk_of[of - 1] if scene.lower[of] == "of" else -1
    if spell < 0 or not scene.chunks[spell].temporal or not befell_one(scene, candidate):
        return False
    return scene.lower[scene.prepositions.get(spell, 0)] in ("after", "following")


def _hangs_on(scene: Scene, clause: int | None, candidate: Candidate, group: list[Candidate]) -> bool:
    """*three were killed and five wounded when …*: the casualty's clause, or one of other casualties that is joined to it."""
    if clause is None or clause == candidate.clause:
        return clause is not None
    beside = [c.rule.subtype for c in group if c.clause == clause and c.rule.type == "CASUALTY"]
    other = bool(beside) and candidate.rule.subtype not in beside
    return other and scene.clauses[clause].governor == candidate.clause


def clauses_above(scene: Scene, clause: int | None) -> set[int]:
    """The clauses that a dependent clause hangs on."""
    found: set[int] = set()
    while clause is not None and len(found) < 6:
        here = scene.clauses[clause]
        if here.link not in {"participle", "gerund", "reduced", "infinitive", "purpose", "relative"} and not (
            here.link == "conjunct" and not scene.group(clause).finite
        ):
            break
        if here.marker is not None and (scene.lower[here.marker] == "whose" or beforehand(scene, here)):
            break
        clause = here.governor
        if clause is None or clause in found:
            break
        found.add(clause)
    return found
