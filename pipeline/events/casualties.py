"""Casualties: each count goes to the event of its sentence that caused it; a casualty event stands only where there is none."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from pipeline.events.kinds import VIOLENT
from pipeline.events.losses import (
    COST,
    LOSING,
    another_fate,
    befell_one,
    beforehand,
    elliptic,
    is_date_of_death,
    is_price,
    of_another,
    one_fate,
    what_cost,
)
from pipeline.rules.grammar import ANSWERS, forms_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from pipeline.events.scene import Candidate, Scene
    from pipeline.records import Count, Mention

__all__ = ["attach_counts"]

_PAYING = VIOLENT | {"TERRITORY", "MOVEMENT", "HUMANITARIAN"}
_BEARING = frozenset({"CASUALTY", "HUMANITARIAN"})
_DRIVING = frozenset({"drive-out", "pushed-to"})
_DIRECT = frozenset({"attack", "ambush", "raid", "clash"})
_APART = frozenset({"since", "before", "until", "till", "although", "though"})
_KILLING = frozenset({"killed", "execution", "assassination", "massacre"})
_REMAINS = frozenset({"bodies", "corpses", "graves"})
_WHO = frozenset({"who", "whom", "that"})
_OWN = {
    "displaced": ("HUMANITARIAN",),
    "captured": ("CASUALTY.captured", "AGREEMENT.surrender", "TERRITORY.capture", "AGREEMENT.exchange", "VIOLENCE.abduction"),
    "missing": ("VIOLENCE.abduction", "CASUALTY.missing"),
}  # fmt: skip


def attach_counts(
    scene: Scene, candidates: list[Candidate], undone: Callable[[Candidate], bool]
) -> tuple[list[Candidate], dict[int, list[Mention[Count]]]]:
    """The candidates without the casualty events that another event of the sentence caused, and the counts of each by trigger start.

    ``undone``: whether an event never happened, or is only planned; it caused nothing that its own clause does not tell.

    >>> from pipeline import extract
    >>> found = extract("The garrison attacked, killing 12 soldiers and wounding 30.").events
    >>> [(e.trigger.value.subtype, [(c.value.category, c.value.low) for c in e.counts]) for e in found]
    [('attack', [('killed', 12), ('wounded', 30)])]
    """
    by_sentence: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        by_sentence[candidate.sentence.index].append(candidate)
    kept: list[Candidate] = []
    causes: dict[int, Candidate] = {}
    for candidate in candidates:
        group = by_sentence[candidate.sentence.index]
        if candidate.rule.type != "CASUALTY" or _stands(
            scene, candidate, _done(scene, group, candidate.clause, undone), causes
        ):
            kept.append(candidate)
        else:
            group.remove(candidate)
    counts: dict[int, list[Mention[Count]]] = defaultdict(list)
    for count in scene.mentions.counts:
        group = by_sentence.get(scene.tokens.sentence_at(count.start).index, [])
        own = _own(scene, _at(scene, count)) if group else -1
        if group:
            group = _done(scene, group, own, undone)
        owner = _owner(scene, count, group, causes) if group else None
        if owner is not None and count.value.high == 1 and owner.clause != own and is_date_of_death(scene, own):
            continue
        # That whoever is arrested is held the event says itself.
        if owner is not None and owner.rule.type != "DETENTION" and not _is_taken_place(scene, owner, count):
            counts[_striking(scene, owner, count, group).mention.start].append(count)
    return kept, counts


def _is_taken_place(scene: Scene, owner: Candidate, count: Mention[Count]) -> bool:
    """*Enugu was captured*: one name that is a place, or that nobody knows, where places are taken."""
    if owner.rule.type != "TERRITORY" or count.value.high != 1:
        return False
    return count.rule == "count/name" or bool(scene.places_in(*scene.tokens.token_span(count.start, count.end)))


def _at(scene: Scene, count: Mention[Count]) -> int:
    """The token that places a count in its clause: past the words that bound it (*at least 40 people*)."""
    first, last = scene.tokens.token_span(count.start, count.end)
    return next((at for at in range(first, last) if scene.parse.chunk_of[at] >= 0), first)


def _own(scene: Scene, at: int) -> int:
    """The clause in which a count stands: *…, while 300 Swedes living in Denmark were displaced*: that of its verb, not of the one before."""
    own, chunk = scene.clause_of[at], scene.parse.chunk_of[at]
    if own < 0 or own + 2 >= len(scene.clauses) or scene.clauses[own + 1].link != "reduced":
        return own
    later = scene.clauses[own + 2]
    waits = scene.clauses[own].last > at and chunk in scene.clauses[own + 1].subjects and chunk in later.subjects
    return own + 2 if waits and scene.group(own + 2).finite else own


def _done(
    scene: Scene, group: list[Candidate], clause: int | None, undone: Callable[[Candidate], bool]
) -> list[Candidate]:
    """The events that may have caused what a clause tells: *did not attack, but 30 were killed* leaves the attack out."""
    others = [c for c in group if c.clause != clause and c.clause is not None and _causing(c) and undone(c)]
    if not others or clause is None or clause < 0:
        return group
    above = set() if scene.clauses[clause].link == "relative" else _above(scene, clause)
    return [c for c in group if c not in others or c.clause in above]


def _causing(candidate: Candidate) -> bool:
    """Of a kind that costs lives: *were driven out of the town, losing 71 men* as well."""
    return candidate.rule.type in VIOLENT or candidate.rule.entry.name in _DRIVING


_ANSWERS = ANSWERS | {"answer", "return"}


def _answered(scene: Scene, cause: Candidate, own: int) -> bool:
    """*shot 60 men in reprisal for an attack*: what a deed answered did not cost the lives that the deed did; but *an attack in which ten died*."""
    at = scene.prepositions.get(cause.chunk, 0) if cause.chunk is not None else 0
    if not at or scene.lower[at] not in ("for", "to") or scene.lower[at - 1] not in _ANSWERS:
        return False
    return own < 0 or scene.clauses[own].link != "relative"


def _bearing(candidate: Candidate) -> bool:
    """Of a kind that tells of victims."""
    return _causing(candidate) or candidate.rule.type in _BEARING


def _striking(scene: Scene, owner: Candidate, count: Mention[Count], group: list[Candidate]) -> Candidate:
    """*shelled the town, destroying four houses and killing one*: who was killed belongs to the shelling, not to the houses."""
    if owner.rule.type != "DESTRUCTION" or owner.clause is None or scene.group(owner.clause).finite:
        return owner
    own, clause = scene.clause_of[_at(scene, count)], scene.clauses[owner.clause]
    if own == owner.clause or clause.link not in ("participle", "conjunct"):
        return owner
    above = _above(scene, owner.clause)
    return next((c for c in group if c.clause in above and c.rule.type in ("REMOTE", "BATTLE", "VIOLENCE")), owner)


def _paid(scene: Scene, at: int, group: list[Candidate]) -> Candidate | None:
    """*captured the ridge, with the loss of 3 British and 25 Argentine lives*: the event of its clause that had that price."""
    chunk = scene.parse.chunk_of[at]
    while chunk > 0 and scene.parse.codes[scene.chunks[chunk].first - 1] == "K":
        chunk -= 1
    joint = scene.prepositions.get(chunk, 0)
    counted = scene.lower[joint] == "with" and scene.parse.codes[scene.chunks[chunk].first] == "C"
    if not counted and (scene.lower[joint] != "of" or scene.lower[joint - 1] not in COST):
        return None
    told = scene.clause_of[joint]
    return next((c for c in group if c.clause == told and c.chunk is None and c.rule.type in _PAYING), None)


def _charged_with(scene: Scene, at: int) -> bool:
    """*were hanged for the murder of another farmer*: what somebody is punished for; not *for the loss of 12 men*."""
    told = scene.lower[at - 1] == "of" and scene.lower[at - 4 : at - 2] == ["for", "the"]
    return told and scene.lower[at - 2] not in COST


def _owner(
    scene: Scene, count: Mention[Count], group: list[Candidate], causes: dict[int, Candidate]
) -> Candidate | None:
    """The event of the sentence that a count belongs to: of its clause, of the one that governs it, or told before.

    ``causes``: for clauses whose casualty event another event caused, that event.
    """
    category = count.value.category
    if _charged_with(scene, scene.tokens.token_at(count.start)):
        return None
    at = _at(scene, count)
    told, group = group, _beside(scene, at, group)
    own = _own(scene, at)
    if own in causes and scene.clauses[own].link == "purpose":
        # *struck a house to kill two snipers*: meant, not told.
        return None
    detained = next((c for c in group if c.rule.type == "DETENTION" and c.clause == own and own >= 0), None)
    if category == "captured" and detained is not None:
        return detained
    if category in _OWN and (found := _of_its_kind(scene, count, group, own)) is not None:
        return found
    if category == "displaced":
        return _made_homeless(scene, count, group)
    end = scene.tokens.token_span(count.start, count.end)[1]
    behind = next((c for c in group if c.chunk is None and c.first == end and _causing(c)), None)
    if behind is not None:
        # *thousands were imprisoned and at least 30,000 executed*
        return behind
    held = _holding(scene, at, [c for c in group if c.rule.type != "HUMANITARIAN"])
    if held:
        # *was seized, and later murdered*: what killed them, not what caught them
        others = [c for c in held if c.rule.type != "CASUALTY"]
        fates = _KILLING if category == "killed" else {category}
        return next((c for c in held if c.rule.subtype in fates), (others or held)[0])
    # *opened fire; 40 were killed, and Guinea sent troops*: beyond the semicolon, too.
    if (cause := causes.get(own)) is not None:
        befell = scene.parse.chunk_of[at] in scene.clauses[own].subjects + scene.clauses[own].objects
        if cause in (told if befell else group):
            return cause
    if (paid := _paid(scene, at, group)) is not None:
        return paid
    return _told_for(scene, count, group, own)


def _of_its_kind(scene: Scene, count: Mention[Count], group: list[Candidate], own: int) -> Candidate | None:
    """The event by which just such victims come: of captives a capture, of the displaced a flight."""
    category = count.value.category
    wanted = _OWN[category]
    fitting = [c for c in group if c.rule.type in wanted or f"{c.rule.type}.{c.rule.subtype}" in wanted]
    hung = _hung(scene, own, group)
    if hung is not None and not any(c.clause == own for c in fitting):
        # *took Khafji, but were expelled, losing 71 killed and 400 captured*
        return hung
    beside = [c for c in fitting if c.clause == own and own >= 0 and category == "displaced"]
    return min(beside or fitting, key=lambda c: abs(c.mention.start - count.start), default=None)


def _told_for(scene: Scene, count: Mention[Count], group: list[Candidate], own: int) -> Candidate | None:
    """The event that tells of victims for itself, or what else of the sentence cost them their lives."""
    nouns = [c for c in group if c.clause == own and own >= 0 and c.chunk is not None and _causing(c)]
    if nouns:
        # *took a prisoner, and a clash led to the death of nine men*
        return min(nouns, key=lambda c: abs(c.mention.start - count.start))
    casualties = [c for c in group if c.rule.type == "CASUALTY"]
    if casualties:
        same = [c for c in casualties if c.rule.subtype == count.value.category]
        return min(same or casualties, key=lambda c: abs(c.mention.start - count.start))
    cause = _cause(scene, count.start, group)
    if cause is not None:
        return cause
    told = [c for c in group if _costly(c) and c.mention.start < count.start]
    return told[-1] if told and _resulting(scene, count) else None


def _costly(candidate: Candidate) -> bool:
    """*captured the town, killing twelve*; *revolted, killing the governor*."""
    risen = candidate.rule.type == "POLITICS" and candidate.rule.subtype in ("revolt", "coup")
    return risen or candidate.rule.type in ("TERRITORY", "PROTEST")


def _made_homeless(scene: Scene, count: Mention[Count], group: list[Candidate]) -> Candidate | None:
    """*the raid killed 40 people and left 5,000 homeless*; not *5,000 Swedes fled*: soldiers that run are not displaced."""
    first, last = scene.tokens.token_span(count.start, count.end)
    if "homeless" not in scene.lower[first : last + 1]:
        return None
    bearing = [c for c in group if _bearing(c)]
    before = [c for c in bearing if c.mention.start < count.start]
    return _cause(scene, count.start, group) or next(iter(before[::-1] or bearing), None)


def _beside(scene: Scene, at: int, group: list[Candidate]) -> list[Candidate]:
    """The events of the group that no semicolon parts from a token, or all where there is none."""
    codes = scene.parse.codes
    beside = [c for c in group if ";" not in codes[min(c.first, at) : max(c.first, at)]]
    own = scene.clause_of[at]
    if not beside and own >= 0 and scene.group(own).finite and all(c.first > at for c in group):
        # *6,400 bodies were counted; the Athenians lost 192*: a clause of its own.
        return []
    return beside or group


def _hung(scene: Scene, own: int, group: list[Candidate]) -> Candidate | None:
    """The event on whose clause a bare participle of loss hangs: *were expelled, losing 71 men*."""
    while own >= 0 and scene.clauses[own].link == "reduced":
        # *losing 71 men killed and 400 captured*
        own = -1 if (above := scene.clauses[own].governor) is None else above
    if own < 0 or scene.clauses[own].link != "participle" or scene.lower[scene.verb(own)] not in LOSING:
        return None
    above = scene.clauses[own].governor
    return next((c for c in group if c.clause == above and _bearing(c)), None)


def _holding(scene: Scene, at: int, group: list[Candidate]) -> list[Candidate]:
    """The events whose verb has a token as an argument or in its clause, else in a participle that hangs on it (*were routed, suffering 533 casualties*)."""
    own, chunk = scene.clause_of[at], scene.parse.chunk_of[at]
    verbs = [c for c in group if c.chunk is None and c.clause is not None and _bearing(c)]
    # *eighteen were dead or dying*: a noun of loss counts where it stands.
    held = [c for c in group if c.clause == own and (c in verbs or c.rule.type == "CASUALTY")]
    if chunk >= 0 and not any(chunk in scene.clauses[c.clause or 0].objects for c in held):
        # *four journalists who came to the scene were beaten to death*: the subject may stand in another clause.
        held = [c for c in verbs if chunk in scene.clauses[c.clause or 0].subjects] or held
    if held or own < 0 or scene.clauses[own].link != "participle":
        return held
    above = scene.clauses[own].governor
    # Of joined verbs it hangs on the last: *were turned back and routed, suffering 533 casualties*.
    return [c for c in verbs if c.clause == above or _joined_to(scene, c.clause, above, own)][::-1]


def _joined_to(scene: Scene, clause: int | None, above: int | None, end: int) -> bool:
    return clause is not None and clause < end and _joins(scene, clause, above)


def _joins(scene: Scene, clause: int, above: int | None) -> bool:
    return scene.clauses[clause].link == "conjunct" and scene.clauses[clause].governor == above


def _resulting(scene: Scene, count: Mention[Count]) -> bool:
    """*captured the town, killing twelve*, *at a cost of twelve men*: the count is the object of a participle, or of what it cost."""
    at = _at(scene, count)
    chunk = scene.parse.chunk_of[at]
    if chunk >= 0 and scene.head(chunk) in _REMAINS:
        # *retook Izium, and graves with 440 bodies were found*: of an earlier day
        return False
    if chunk > 0 and scene.parse.codes[scene.chunks[chunk].first - 1] == "K":
        # *at a cost of two Danes and 18 Swedes*
        chunk -= 1
    joint = scene.prepositions.get(chunk, 0)
    if scene.lower[joint] == "of" and scene.lower[joint - 1] in COST:
        return True
    clause = scene.clause_of[at]
    return clause >= 0 and scene.clauses[clause].link in {"participle", "conjunct", "gerund"}


def _cause(scene: Scene, at: int, group: list[Candidate]) -> Candidate | None:
    """The causing event: the last one told before in the sentence, or one that follows as a circumstance (*in an airstrike*)."""
    own = scene.clause_of[scene.tokens.token_at(at)]
    causes = [c for c in group if _causing(c) and not _answered(scene, c, own)]
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


def _stands(scene: Scene, candidate: Candidate, group: list[Candidate], causes: dict[int, Candidate]) -> bool:
    """A casualty event stands where no other event of the sentence caused it, and none of its kind was told just before."""
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
    above = _above(scene, own)
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
        if not _causing(cause) or cause.clause is None or _answered(scene, cause, own):
            continue
        if candidate.rule.subtype == "captured" and cause.rule.subtype in _KILLING:
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


def _above(scene: Scene, clause: int | None) -> set[int]:
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
