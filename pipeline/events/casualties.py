"""Casualties: each count goes to the event of its sentence that caused it; a casualty event stands only where there is none."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.events.scene import Candidate, Scene
    from pipeline.records import Count, Mention

__all__ = ["attach_counts"]

_CAUSING = frozenset({"BATTLE", "REMOTE", "VIOLENCE", "DESTRUCTION", "TERRITORY", "PROTEST", "DETENTION", "POLITICS"})
_FIRST = ("REMOTE", "VIOLENCE", "BATTLE", "DESTRUCTION", "PROTEST", "TERRITORY", "POLITICS")
_OWN = {
    "displaced": ("HUMANITARIAN",),
    "captured": ("CASUALTY.captured", "AGREEMENT.surrender", "TERRITORY.capture", "DETENTION", "AGREEMENT.exchange"),
    "missing": ("VIOLENCE.abduction", "CASUALTY.missing"),
}


def attach_counts(scene: Scene, candidates: list[Candidate]) -> tuple[list[Candidate], dict[int, list[Mention[Count]]]]:
    """The candidates without the casualty events that another event of the sentence caused, and the counts of each by trigger start."""
    by_sentence: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        by_sentence[candidate.sentence.index].append(candidate)
    counts: dict[int, list[Mention[Count]]] = defaultdict(list)
    for count in scene.mentions.counts:
        group = by_sentence.get(scene.tokens.sentence_at(count.start).index)
        if group and (owner := _owner(scene, count, group)) is not None:
            counts[owner.mention.start].append(count)
    kept = [c for c in candidates if c.rule.type != "CASUALTY" or _stands(scene, c, by_sentence[c.sentence.index])]
    names = {c.mention.start for c in kept}
    for candidate in candidates:
        start = candidate.mention.start
        if start not in names and start in counts:
            cause = _cause(scene, candidate.mention.start, by_sentence[candidate.sentence.index])
            if cause is not None:
                counts[cause.mention.start] += [c for c in counts.pop(start) if c not in counts[cause.mention.start]]
    return kept, counts


def _owner(scene: Scene, count: Mention[Count], group: list[Candidate]) -> Candidate | None:
    """The event of the sentence that a count belongs to."""
    category = count.value.category
    wanted = _OWN.get(category)
    if wanted:
        fitting = [c for c in group if c.rule.type in wanted or f"{c.rule.type}.{c.rule.subtype}" in wanted]
        if fitting:
            return min(fitting, key=lambda c: abs(c.mention.start - count.start))
    cause = _cause(scene, count.start, group)
    if cause is not None:
        return cause
    casualties = [c for c in group if c.rule.type == "CASUALTY"]
    same = [c for c in casualties if c.rule.subtype == category]
    return min(same or casualties, key=lambda c: abs(c.mention.start - count.start), default=None)


def _cause(scene: Scene, at: int, group: list[Candidate]) -> Candidate | None:
    """The causing event: the last one told before in the sentence, or one that follows as a circumstance (*in an airstrike*)."""
    causes = [c for c in group if c.rule.type in _CAUSING and c.rule.type not in ("TERRITORY", "POLITICS", "DETENTION")]
    before = [c for c in causes if c.mention.start < at]
    if before:
        return before[-1]
    after = [c for c in causes if c.chunk is not None or _adverbial(scene, c)]
    if after:
        return after[0]
    told = [c for c in group if c.rule.type in ("TERRITORY", "PROTEST") and c.mention.start < at]
    return told[-1] if told else None


def _adverbial(scene: Scene, candidate: Candidate) -> bool:
    """*when a bomb exploded*, *after troops opened fire*."""
    return candidate.clause is not None and scene.clauses[candidate.clause].link in {"adverbial", "gerund", "relative"}


def _stands(scene: Scene, candidate: Candidate, group: list[Candidate]) -> bool:
    """A casualty event stands where no other event of the sentence caused it."""
    return _cause(scene, candidate.mention.start, group) is None
