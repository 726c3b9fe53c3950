"""What a log of decisions amounts to: each annotator's verdict on each item, where they agree, and what holds in the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from pipeline.review.decisions import Row

__all__ = ["Agreement", "Outcome", "Standing", "agreement", "kappa", "outcomes", "standings"]

DECIDING = ("accept", "reject", "edit", "both_wrong")


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one annotator stands on one item, after all undoing."""

    item: str
    annotator: str
    role: str
    verdict: str = ""
    """Empty while open; ``skip`` is no decision."""
    value: str = ""
    content: str = ""
    action: str = ""
    note: str = ""
    version: int = 0
    at: str = ""

    @property
    def decided(self) -> bool:
        """Whether a verdict was given."""
        return self.verdict in DECIDING


@dataclass(frozen=True, slots=True)
class Outcome:
    """What holds for one item: an adjudicator's verdict, else the one that all annotators gave."""

    item: str
    content: str
    verdict: str
    """accept, reject, edit or both_wrong; ``conflict`` where annotators differ and nobody adjudicated."""
    value: str
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two annotators agree, over the items that both decided."""

    first: str
    second: str
    both: int
    same: int
    kappa: float | None
    only_first: int
    only_second: int


def standings(rows: Iterable[Row]) -> dict[tuple[str, str, str], Standing]:
    """The standing of every (item, role, annotator) that has rows; adjudicators share one, under the name of the last of them.

    >>> from pipeline.review.decisions import Row
    >>> told = [("Ada", "accept"), ("Ben", "reject")]
    >>> rows = [Row(n, f"d{n}", f"a{n}", "i", "c", who, "annotator", what, "", 0, "") for n, (who, what) in enumerate(told)]
    >>> [(standing.annotator, standing.verdict) for standing in standings(rows).values()]
    [('Ada', 'accept'), ('Ben', 'reject')]
    """
    stacks: dict[tuple[str, str, str], list[Row]] = {}
    notes: dict[tuple[str, str, str], str] = {}
    versions: Counter[tuple[str, str, str]] = Counter()
    last: dict[tuple[str, str, str], Row] = {}
    for row in rows:
        key = (row.item, row.role, row.annotator if row.role == "annotator" else "")
        versions[key] += 1
        last[key] = row
        stack = stacks.setdefault(key, [])
        if row.verdict == "undo":
            stack[:] = [kept for kept in stack if kept.action != row.value]
        elif row.verdict == "note":
            notes[key] = row.value
        else:
            stack.append(row)
    found = {}
    for key, stack in stacks.items():
        at = stack[-1] if stack else last[key]
        verdict = stack[-1].verdict if stack else ""
        value, action = (stack[-1].value, stack[-1].action) if stack else ("", "")
        item, role, _ = key
        found[key] = Standing(
            item,
            at.annotator,
            role,
            verdict,
            value,
            at.content,
            action,
            notes.get(key, ""),
            versions[key],
            at.decided_at,
        )
    return found


def outcomes(rows: Iterable[Row]) -> dict[tuple[str, str], Outcome]:
    """What holds for each item that anybody decided, with the content that was decided last; earlier contents are history.

    >>> from pipeline.review.decisions import Row
    >>> told = [("Ada", "accept"), ("Ben", "reject")]
    >>> rows = [Row(n, f"d{n}", f"a{n}", "i", "c", who, "annotator", what, "", 0, "") for n, (who, what) in enumerate(told)]
    >>> outcomes(rows)["i", "c"].verdict
    'conflict'
    """
    rows = list(rows)
    latest = {row.item: row.content for row in rows}
    decided: dict[tuple[str, str], list[Standing]] = {}
    for standing in standings(rows).values():
        if standing.decided and standing.content == latest[standing.item]:
            decided.setdefault((standing.item, standing.content), []).append(standing)
    found = {}
    for (item, content), some in decided.items():
        last = [s for s in some if s.role == "adjudicator"] or sorted(some, key=lambda s: s.annotator)
        verdicts = {(s.verdict, s.value) for s in last}
        by = tuple(s.annotator for s in last)
        verdict, value = (last[0].verdict, last[0].value) if len(verdicts) == 1 else ("conflict", "")
        found[item, content] = Outcome(item, content, verdict, value, by)
    return found


def agreement(rows: Iterable[Row], items: set[str] | None = None) -> list[Agreement]:
    """The agreement of every two annotators, over all items or some.

    >>> from pipeline.review.decisions import Row
    >>> told = [("Ada", "accept"), ("Ben", "reject")]
    >>> rows = [Row(n, f"d{n}", f"a{n}", "i", "c", who, "annotator", what, "", 0, "") for n, (who, what) in enumerate(told)]
    >>> [(one.first, one.second, one.both, one.same) for one in agreement(rows)]
    [('Ada', 'Ben', 1, 0)]
    """
    given: dict[str, dict[str, str]] = {}
    for standing in standings(rows).values():
        if standing.role == "annotator" and standing.decided and (items is None or standing.item in items):
            given.setdefault(standing.annotator, {})[standing.item] = f"{standing.verdict} {standing.value}".strip()
    pairs = []
    for first, second in combinations(sorted(given), 2):
        a, b = given[first], given[second]
        both = sorted(a.keys() & b.keys())
        judged = [(a[item], b[item]) for item in both]
        same = sum(x == y for x, y in judged)
        pairs.append(
            Agreement(first, second, len(both), same, kappa(judged), len(a.keys() - b.keys()), len(b.keys() - a.keys()))
        )
    return pairs


def kappa(judged: Iterable[tuple[str, str]]) -> float | None:
    """Cohen's kappa of two raters over the same items; None where there are none, or where chance alone explains everything.

    >>> round(kappa([("accept", "accept")] * 20 + [("accept", "reject")] * 5 + [("reject", "accept")] * 10 + [("reject", "reject")] * 15), 2)
    0.4
    """
    pairs = Counter(judged)
    total = pairs.total()
    if not total:
        return None
    first, second = Counter[str](), Counter[str]()
    for (a, b), n in pairs.items():
        first[a] += n
        second[b] += n
    observed = sum(n for (a, b), n in pairs.items() if a == b) / total
    chance = sum(n * second[a] for a, n in first.items()) / total**2
    return None if chance == 1 else (observed - chance) / (1 - chance)
