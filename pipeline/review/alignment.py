"""Which reading of one side is which of the other: an assignment by content, a document at a time.

Rows and ids play no part, so an event inserted in the middle shifts nothing. Pairs of equal trigger span are sure; the rest is assigned
over triggers that overlap or that name a like event in the same or a like sentence, and the total likeness is made as large as it can be.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.review.readings import Reading

__all__ = ["Pair", "align"]

THRESHOLD = 0.45
"""Least likeness of a pair that do not share their trigger; below it, one is lost and the other gained."""

_WEIGHTS = (("type", 3.0), ("date", 2.0), ("places", 2.0), ("initiators", 1.5), ("targets", 1.5))
_TRIGGER, _SENTENCE = 4.0, 2.0
_AMBIGUOUS = 0.05
_SMALL = 60
_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two readings of one event, or one reading that the other side lacks."""

    old: Reading | None
    new: Reading | None
    likeness: float = 1.0
    ambiguous: bool = False
    """Another partner would have been as likely: a person should look."""


def align(old: Sequence[Reading], new: Sequence[Reading], old_text: str, new_text: str) -> list[Pair]:
    """The pairs of two lists of readings of one document, in reading order; deterministic."""
    pairs, old_left, new_left = _same_span(old, new, shifted=old_text != new_text)
    for component_old, component_new in _components(old_left, new_left, old_text, new_text):
        pairs += _assign(component_old, component_new, old_text, new_text)
    return sorted(pairs, key=_place)


def _place(pair: Pair) -> tuple[int, int, bool]:
    reading = pair.new or pair.old
    assert reading is not None
    return reading.start, reading.end, pair.new is None


def _same_span(
    old: Sequence[Reading], new: Sequence[Reading], *, shifted: bool
) -> tuple[list[Pair], list[Reading], list[Reading]]:
    """Pairs whose triggers are the very same characters; only sound where both sides read the same text."""
    if shifted:
        return [], list(old), list(new)
    by_span: dict[tuple[int, int], list[Reading]] = defaultdict(list)
    for reading in new:
        by_span[reading.start, reading.end].append(reading)
    pairs, rest, taken = [], [], set()
    for reading in old:
        candidates = by_span.get((reading.start, reading.end), [])
        free = [c for c in candidates if c.event_id not in taken]
        if len(candidates) == 1 and free:
            taken.add(free[0].event_id)
            pairs.append(Pair(reading, free[0]))
        else:
            rest.append(reading)
    return pairs, rest, [reading for reading in new if reading.event_id not in taken]


def _words(reading: Reading, text: str) -> frozenset[str]:
    return frozenset(_WORDS.findall(text[slice(*reading.sentence)].lower()))


def _components(
    old: list[Reading], new: list[Reading], old_text: str, new_text: str
) -> list[tuple[list[Reading], list[Reading]]]:
    """Readings that could pair at all, grouped so that each group can be assigned by itself."""
    keys: dict[object, tuple[list[Reading], list[Reading]]] = {}
    same_text = old_text == new_text
    for side, readings, text in ((0, old, old_text), (1, new, new_text)):
        for reading in readings:
            # In an unchanged text a partner stands in the same sentence; in an edited one it is looked for everywhere.
            key = reading.sentence[0] if same_text else text[slice(*reading.sentence)]
            keys.setdefault(key, ([], []))[side].append(reading)
    grouped = [group for group in keys.values() if group[0] and group[1]]
    alone = [group for group in keys.values() if not (group[0] and group[1])]
    if same_text:
        return [*grouped, *alone]
    return [*grouped, ([r for group in alone for r in group[0]], [r for group in alone for r in group[1]])]


def _assign(old: list[Reading], new: list[Reading], old_text: str, new_text: str) -> list[Pair]:
    if not old or not new:
        return [Pair(r, None, 0.0) for r in old] + [Pair(None, r, 0.0) for r in new]
    words_old = [_words(r, old_text) for r in old]
    words_new = [_words(r, new_text) for r in new]
    same_text = old_text == new_text
    table = [
        [_likeness(a, b, wa, wb, same_text=same_text) for b, wb in zip(new, words_new, strict=True)]
        for a, wa in zip(old, words_old, strict=True)
    ]
    chosen = _best(table)
    pairs, used = [], set()
    for i, reading in enumerate(old):
        j = chosen.get(i)
        if j is None or table[i][j] < THRESHOLD:
            pairs.append(Pair(reading, None, 0.0))
            continue
        used.add(j)
        rivals = [x for k, x in enumerate(table[i]) if k != j]
        rivals += [row[j] for k, row in enumerate(table) if k != i]
        ambiguous = bool(rivals) and table[i][j] - max(rivals) < _AMBIGUOUS
        pairs.append(Pair(reading, new[j], round(table[i][j], 3), ambiguous))
    return pairs + [Pair(None, r, 0.0) for j, r in enumerate(new) if j not in used]


def _best(table: list[list[float]]) -> dict[int, int]:
    """The assignment of largest total likeness; ties go to the earlier reading."""
    if len(table) == 1:
        return {0: max(range(len(table[0])), key=lambda j: (table[0][j], -j))}
    if len(table[0]) == 1:
        return {max(range(len(table)), key=lambda i: (table[i][0], -i)): 0}
    size = len(table) + len(table[0])
    nudged = [[x - 1e-9 * abs(i - j) / size for j, x in enumerate(row)] for i, row in enumerate(table)]
    if size <= _SMALL:
        return _assignment(nudged)
    # Half a second to import: worth it only where a heavily edited text leaves hundreds of readings to compare.
    try:
        from scipy.optimize import linear_sum_assignment
    except ImportError:
        return _assignment(nudged)
    rows, columns = linear_sum_assignment(nudged, maximize=True)
    return dict(zip(rows.tolist(), columns.tolist(), strict=True))


def _assignment(gain: list[list[float]]) -> dict[int, int]:
    """The assignment of largest total gain, by shortest augmenting paths (Kuhn and Munkres), for small tables.

    >>> _assignment([[0.9, 0.8], [0.8, 0.1]])
    {0: 1, 1: 0}
    """
    if len(gain) > len(gain[0]):
        return dict(sorted((i, j) for j, i in _assignment([list(row) for row in zip(*gain, strict=True)]).items()))
    rows, columns = len(gain), len(gain[0])
    u, v = [0.0] * (rows + 1), [0.0] * (columns + 1)
    # Row and column 0 stand for "none"; owner[j] is the row that column j is given to.
    owner, way = [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        owner[0], at = row, 0
        slack, seen = [float("inf")] * (columns + 1), [False] * (columns + 1)
        while owner[at]:
            seen[at] = True
            holder, step, nearest = owner[at], float("inf"), 0
            for j in range(1, columns + 1):
                if seen[j]:
                    continue
                cost = -gain[holder - 1][j - 1] - u[holder] - v[j]
                if cost < slack[j]:
                    slack[j], way[j] = cost, at
                if slack[j] < step:
                    step, nearest = slack[j], j
            for j in range(columns + 1):
                if seen[j]:
                    u[owner[j]] += step
                    v[j] -= step
                else:
                    slack[j] -= step
            at = nearest
        while at:
            owner[at] = owner[way[at]]
            at = way[at]
    return {i - 1: j - 1 for j, i in sorted(enumerate(owner), key=lambda pair: pair[1]) if i and j}


def _likeness(a: Reading, b: Reading, words_a: frozenset[str], words_b: frozenset[str], *, same_text: bool) -> float:
    """Share, between 0 and 1, of what two readings have in common, weighted by how much it says."""
    if same_text:
        trigger = 1.0 if a.start < b.end and b.start < a.end else 0.0
    else:
        trigger = 1.0 if a.trigger.lower() == b.trigger.lower() else 0.0
    sentence = 1.0 if same_text and a.sentence == b.sentence else _overlap(words_a, words_b)
    score, total = _TRIGGER * trigger + _SENTENCE * sentence, _TRIGGER + _SENTENCE
    for cell, weight in _WEIGHTS:
        x, y = a.cells[cell], b.cells[cell]
        if not x and not y:
            continue
        total += weight
        if x == y:
            score += weight
        elif cell == "type":
            score += weight / 2 * (x.partition(".")[0] == y.partition(".")[0])
        else:
            score += weight * _overlap(frozenset(_WORDS.findall(x.lower())), frozenset(_WORDS.findall(y.lower())))
    return score / total


def _overlap(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / len(a | b) if a or b else 0.0
