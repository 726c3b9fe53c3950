"""Casualties: each count goes to the event of its sentence that caused it; a casualty event stands only where there is none."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from pipeline.events.causes import KILLING, cause_before, clauses_above, is_causing, stands_alone
from pipeline.events.kinds import VIOLENT
from pipeline.events.losses import COST, LOSING, is_date_of_death

if TYPE_CHECKING:
    from collections.abc import Callable

    from pipeline.events.scene import Candidate, Scene
    from pipeline.records import Count, Mention

__all__ = ["attach_counts"]

_PAYING = VIOLENT | {"TERRITORY", "MOVEMENT", "HUMANITARIAN"}
_BEARING = frozenset({"CASUALTY", "HUMANITARIAN"})
_NATURAL = frozenset({
    "natural", "old", "illness", "cancer", "pneumonia", "tuberculosis", "heart", "typhoid", "smallpox", "malaria", "dysentery", "fever",
})  # fmt: skip
"""What one dies of without another's doing."""
_REMAINS = frozenset({"bodies", "corpses", "graves"})
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
        if candidate.rule.type != "CASUALTY" or stands_alone(
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
        elsewhere = owner is not None and count.value.high == 1 and owner.clause != own
        if elsewhere and (is_date_of_death(scene, own) or _naturally(scene, own)):
            continue
        # That whoever is arrested is held the event says itself.
        if owner is not None and owner.rule.type != "DETENTION" and not _is_taken_place(scene, owner, count):
            counts[_striking(scene, owner, count, group).mention.start].append(count)
    return kept, counts


def _naturally(scene: Scene, own: int) -> bool:
    """*died of natural causes and was succeeded by his brother, who was killed*: what no other deed of the sentence brought about."""
    if own < 0 or scene.lower[scene.verb(own)] != "died":
        return False
    behind = scene.lower[scene.group(own).last : scene.group(own).last + 2]
    return behind[:1] == ["peacefully"] or (behind[:1] == ["of"] and behind[-1] in _NATURAL)


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
    others = [c for c in group if c.clause != clause and c.clause is not None and is_causing(c) and undone(c)]
    if not others or clause is None or clause < 0:
        return group
    above = set() if scene.clauses[clause].link == "relative" else clauses_above(scene, clause)
    return [c for c in group if c not in others or c.clause in above]


def _bearing(candidate: Candidate) -> bool:
    """Of a kind that tells of victims."""
    return is_causing(candidate) or candidate.rule.type in _BEARING


def _striking(scene: Scene, owner: Candidate, count: Mention[Count], group: list[Candidate]) -> Candidate:
    """*shelled the town, destroying four houses and killing one*: who was killed belongs to the shelling, not to the houses."""
    if owner.rule.type != "DESTRUCTION" or owner.clause is None or scene.group(owner.clause).finite:
        return owner
    own, clause = scene.clause_of[_at(scene, count)], scene.clauses[owner.clause]
    if own == owner.clause or clause.link not in ("participle", "conjunct"):
        return owner
    above = clauses_above(scene, owner.clause)
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
    if (deed := _told_in_relative(scene, at, group)) is not None:
        return deed
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
    behind = next((c for c in group if c.chunk is None and c.first == end and is_causing(c)), None)
    if behind is not None:
        # *thousands were imprisoned and at least 30,000 executed*
        return behind
    held = _holding(scene, at, [c for c in group if c.rule.type != "HUMANITARIAN"])
    if held:
        # *was seized, and later murdered*: what killed them, not what caught them
        others = [c for c in held if c.rule.type != "CASUALTY"]
        fates = KILLING if category == "killed" else {category}
        return next((c for c in held if c.rule.subtype in fates), (others or held)[0])
    # *opened fire; 40 were killed, and Guinea sent troops*: beyond the semicolon, too.
    if (cause := causes.get(own)) is not None:
        befell = scene.parse.chunk_of[at] in scene.clauses[own].subjects + scene.clauses[own].objects
        if cause in (told if befell else group):
            return cause
    if (paid := _paid(scene, at, group)) is not None:
        return paid
    return _told_for(scene, count, group, own)


def _told_in_relative(scene: Scene, at: int, group: list[Candidate]) -> Candidate | None:
    """*avenged the death of Horn, who had been killed in an explosion*: the deed that the relative clause names, where the clause before befell another."""
    chunk, own = scene.parse.chunk_of[at], scene.clause_of[at]
    if own < 0 or chunk < 0 or chunk in scene.clauses[own].subjects or chunk in scene.clauses[own].objects:
        return None
    for index in range(own + 1, min(own + 3, len(scene.clauses))):
        clause = scene.clauses[index]
        if clause.link == "relative" and chunk in clause.subjects and scene.passive(index):
            return next((c for c in group if c.clause == index and c.chunk is not None and is_causing(c)), None)
    return None


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
    nouns = [c for c in group if c.clause == own and own >= 0 and c.chunk is not None and is_causing(c)]
    if nouns:
        # *took a prisoner, and a clash led to the death of nine men*
        return min(nouns, key=lambda c: abs(c.mention.start - count.start))
    casualties = [c for c in group if c.rule.type == "CASUALTY"]
    if casualties:
        same = [c for c in casualties if c.rule.subtype == count.value.category]
        return min(same or casualties, key=lambda c: abs(c.mention.start - count.start))
    cause = cause_before(scene, count.start, group)
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
    return cause_before(scene, count.start, group) or next(iter(before[::-1] or bearing), None)


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
