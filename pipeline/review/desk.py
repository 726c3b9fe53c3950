"""The desk of one review: what an annotator may see of it, and how what he decides is checked and logged."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from pipeline.errors import PipelineError
from pipeline.review.cells import CELLS, cell_errors
from pipeline.review.decisions import VERDICTS, Decision, Log, Row
from pipeline.review.queue import Item
from pipeline.review.verdicts import Agreement, Standing, agreement, outcomes, standings

__all__ = ["Desk", "RefusedError"]

_LONGEST = 20_000
_FIELDS = ("id", "action", "item", "content", "verdict", "value")


class RefusedError(PipelineError):
    """Decisions that cannot be read; ``cells`` says what is wrong with an edited reading, by cell."""

    def __init__(self, message: str, cells: dict[str, str] | None = None) -> None:
        super().__init__(message)
        self.cells = cells or {}


class Desk:
    """The items of a review and the log of their decisions, as one annotator at a time sees them.

    Others' verdicts and notes on an item are shown to an annotator once he has decided it, and to an adjudicator always.
    """

    def __init__(self, items: Iterable[Item], log: Log, *, old: str, new: str) -> None:
        self.log, self.old, self.new = log, old, new
        self.items = {item.item_id: item for item in items}
        log.open_review(self.items.values(), old, new)

    # ---------------------------------------------------------------------------------------------------- showing

    def queue(self, annotator: str, role: str) -> dict[str, Any]:
        """All items in brief with the annotator's own standing on each, and his actions from first to last, to be undone."""
        rows = self.log.rows()
        standing = standings(rows)
        listed = [self._brief(item, standing, annotator, role) for item in self._items_of(rows, role)]
        shown = {item["id"] for item in listed}
        return {
            "annotator": annotator,
            "role": role,
            "old": self.old,
            "new": self.new,
            "items": listed,
            "history": _history([r for r in rows if r.item in shown], annotator, role),
        }

    def _items_of(self, rows: list[Row], role: str) -> list[Item]:
        if role == "annotator":
            return list(self.items.values())
        # An adjudicator's work is what annotators disagree on, and what was adjudicated before.
        disputed = {o.item for o in outcomes(rows).values() if o.verdict == "conflict"}
        disputed |= {row.item for row in rows if row.role == "adjudicator"}
        return [item for item in self.items.values() if item.item_id in disputed]

    def _brief(
        self, item: Item, standing: dict[tuple[str, str, str], Standing], annotator: str, role: str
    ) -> dict[str, Any]:
        return {**item.summary(), "state": self._state(item, standing, annotator, role)}

    def states(self, items: Sequence[str], annotator: str, role: str) -> dict[str, dict[str, Any]]:
        """The annotator's standing on some items, with others' where he may see them."""
        known = [item for item in items if item in self.items]
        standing = standings(self.log.rows(known))
        return {item: self._state(self.items[item], standing, annotator, role) for item in known}

    def _state(
        self, item: Item, standing: dict[tuple[str, str, str], Standing], annotator: str, role: str
    ) -> dict[str, Any]:
        key = (item.item_id, role, annotator if role == "annotator" else "")
        own = standing.get(key, Standing(item.item_id, annotator, role))
        current = own.content in ("", item.content)
        state: dict[str, Any] = {
            "verdict": own.verdict if current else "",
            "value": own.value if current else "",
            "version": own.version,
            "note": own.note,
            "at": own.at,
        }
        if not current and own.verdict:
            state["earlier"] = own.verdict
        if (own.decided and current) or role == "adjudicator":
            state["others"] = [
                {"annotator": s.annotator, "role": s.role, "verdict": s.verdict, "value": s.value, "note": s.note}
                for other, s in sorted(standing.items())
                if other[0] == item.item_id and other != key and s.content == item.content and (s.decided or s.note)
            ]
            decided = {(s["verdict"], s["value"]) for s in state["others"] if s["verdict"] and s["role"] == "annotator"}
            decided |= {(own.verdict, own.value)} if own.decided and role == "annotator" else set()
            state["conflict"] = len(decided) > 1
        return state

    def pages(self, items: Iterable[str]) -> list[dict[str, Any]]:
        """What is shown of some items; unknown ones are left out."""
        return [self.items[item].page() for item in items if item in self.items]

    def agreements(self, annotator: str, role: str) -> tuple[list[Agreement], dict[str, Counter[str]], int]:
        """How far annotators agree, how many verdicts of each kind they gave, and over how many items.

        An annotator is told only of the items that he decided himself.
        """
        rows = self.log.rows()
        standing = [s for s in standings(rows).values() if s.decided and s.role == "annotator"]
        allowed = set(self.items)
        if role == "annotator":
            allowed = {s.item for s in standing if s.annotator == annotator}
        given: dict[str, Counter[str]] = {}
        for s in sorted(standing, key=lambda s: s.annotator):
            if s.item in allowed:
                given.setdefault(s.annotator, Counter())[s.verdict] += 1
        return agreement(rows, allowed), given, len(allowed)

    # --------------------------------------------------------------------------------------------------- deciding

    def decide(self, sent: object, *, annotator: str, role: str) -> dict[str, Any]:
        """Logs the decisions of one action and returns the new states; raises `RefusedError` or `StaleError`, having written nothing."""
        decisions = [self._read(one) for one in sent] if isinstance(sent, list) and sent else None
        if decisions is None:
            raise RefusedError("decisions must be a list that is not empty")
        if len({d.item for d in decisions}) != len(decisions) or len({d.action for d in decisions}) != 1:
            raise RefusedError("the decisions of one action share its id and concern an item each")
        self.log.append(decisions, annotator=annotator, role=role)
        return self.states([d.item for d in decisions], annotator, role)

    def _read(self, sent: object) -> Decision:
        if not isinstance(sent, dict):
            raise RefusedError("a decision must be an object")
        cells = {name: sent.get(name, "") for name in _FIELDS}
        seen = sent.get("seen")
        if not all(isinstance(value, str) and len(value) <= _LONGEST for value in cells.values()):
            raise RefusedError(f"the fields of a decision are texts of at most {_LONGEST} characters")
        if not isinstance(seen, int) or isinstance(seen, bool) or seen < 0:
            raise RefusedError("seen must be the number of rows that had been seen")
        if cells["verdict"] not in VERDICTS or not cells["id"] or not cells["action"]:
            raise RefusedError("a decision needs an id, an action and a verdict")
        if cells["item"] not in self.items:
            raise RefusedError("no such item in this review")
        if cells["verdict"] == "edit":
            cells["value"] = self._edited(self.items[cells["item"]], cells["value"])
        elif cells["verdict"] not in ("note", "undo"):
            cells["value"] = ""
        return Decision(**cells, seen=seen)

    def _edited(self, item: Item, value: str) -> str:
        """An edited reading in canonical form; only its own cells are kept."""
        try:
            sent = json.loads(value)
            cells = {name: " ".join(str(sent["cells"].get(name, "")).split()) for name in CELLS}
            start, end = int(sent["start"]), int(sent["end"])
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise RefusedError("an edited reading has cells, start and end") from error
        wrong = cell_errors(cells)
        if not 0 <= start < end <= len(item.text):
            wrong["trigger"] = "must be words of the text"
        if wrong:
            raise RefusedError("the edited reading cannot be understood", wrong)
        trigger = item.text[start:end]
        return json.dumps({"cells": cells, "start": start, "end": end, "trigger": trigger}, ensure_ascii=False)


def _history(rows: list[Row], annotator: str, role: str) -> list[dict[str, Any]]:
    """The actions that can still be undone, oldest first."""
    actions: dict[str, list[str]] = {}
    for row in rows:
        if row.role != role or (role == "annotator" and row.annotator != annotator) or row.verdict == "note":
            continue
        if row.verdict == "undo":
            actions.pop(row.value, None)
        else:
            actions.setdefault(row.action, []).append(row.item)
    return [{"action": action, "items": items} for action, items in actions.items()]
