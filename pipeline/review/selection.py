"""Which changes are asked for: filters by document, kind, type, column, rule and severity."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from pipeline.errors import UsageError
from pipeline.review.changes import COMPARED, Change, with_evidence
from pipeline.review.readings import Side
from pipeline.rules.events import event_types

__all__ = ["Selection"]


@dataclass(frozen=True, slots=True)
class Selection:
    """Filters over changes; an empty one keeps everything, several values of one are alternatives.

    A type is ``TERRITORY`` or ``TERRITORY.capture``; rules and documents may hold ``*``. Raises `UsageError` for a column that nothing is
    compared by, and for a type that there is not.
    """

    documents: Sequence[str] = ()
    kinds: Sequence[str] = ()
    types: Sequence[str] = ()
    columns: Sequence[str] = ()
    rules: Sequence[str] = ()
    severities: Sequence[str] = ()

    def __post_init__(self) -> None:
        for column in self.columns:
            if not any(fnmatchcase(name, column) for name in COMPARED):
                raise UsageError(f"--column: {column!r} is not compared; there are {', '.join(COMPARED)}")
        kinds = dict.fromkeys(name.partition(".")[0] for name in event_types())
        for kind in self.types:
            if not any(fnmatchcase(name, kind) for name in (*kinds, *event_types())):
                raise UsageError(f"--type: there is no {kind!r}; there are {', '.join(kinds)}, each also with .subtype")

    def of(self, changes: Iterable[Change], old: Side, new: Side) -> list[Change]:
        """The changes that pass every filter, with all evidence of both readings; raises `UsageError` for a document that neither side has."""
        for document in self.documents:
            if not _any([document], {*old.readings, *new.readings}):
                raise UsageError(f"--document: neither side has {document!r}")
        if not self.rules:
            return with_evidence([change for change in changes if self.keeps(change)], old, new)
        # Which rule found a date is part of its evidence.
        return [change for change in with_evidence(list(changes), old, new) if self.keeps(change)]

    def keeps(self, change: Change) -> bool:
        """Whether a change passes every filter."""
        readings = [reading for reading in (change.old, change.new) if reading is not None]
        types = {name for r in readings for name in (r.cells["type"], r.cells["type"].partition(".")[0])}
        rules = {r.detail.get("rule", "") for r in readings}
        rules |= {e.rule for r in readings for spans in r.evidence.values() for e in spans}
        return (
            _any(self.documents, {change.doc_id})
            and _any(self.kinds, {change.kind})
            and _any(self.types, types)
            and _any(self.columns, {cell.cell for cell in change.cells})
            and _any(self.rules, rules)
            and _any(self.severities, {change.severity})
        )


def _any(patterns: Sequence[str], values: set[str]) -> bool:
    return not patterns or any(fnmatchcase(value, pattern) for pattern in patterns for value in values)
