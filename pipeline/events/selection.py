"""Which of the reported candidates stay: a statement whose content is an event gives way to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.events.scene import Candidate, Scene

__all__ = ["without_containers"]

_CONTENT = frozenset({"complement", "infinitive", "gerund", "purpose", "conjunct"})


def without_containers(scene: Scene, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates without statements that hold another event, and with one event a token."""
    holders: set[int] = set()
    for candidate in candidates:
        if candidate.clause is None:
            continue
        if candidate.chunk is not None:
            holders.add(candidate.clause)
        at = candidate.clause
        for _ in range(6):
            clause = scene.clauses[at]
            if clause.link not in _CONTENT or clause.governor is None or clause.governor == at:
                break
            if clause.link == "conjunct" and clause.governor > at:
                break
            at = clause.governor
            if clause.link != "conjunct":
                holders.add(at)
    return [c for c in candidates if c.rule.type != "STATEMENT" or c.clause not in holders or c.chunk is not None]
