"""Decisions → hand-labelled files: each decided item changes the one label it is about, and nothing else in the file.

A file is edited block by block, so that order, comments and spacing stay. A label that says neither what the old nor what the new reading
says was edited since, and is left alone; so is everything that nobody decided, or that annotators dispute.
"""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import tomlkit

from pipeline.labels.files import BLOCK, label_paths, read_label_file
from pipeline.labels.stretches import find_stretch, stretch_around
from pipeline.review.cells import LISTS, casualties_of, casualty_text, items_of, same_cell
from pipeline.review.verdicts import Outcome

__all__ = ["Applied", "apply_outcomes"]

_KEYS = {
    "type": "type",
    "status": "status",
    "date": "date",
    "places": "places",
    "initiators": "initiator",
    "targets": "target",
    "casualties": "casualties",
    "citations": "citations",
}


_FILE_NAME = re.compile(r"\w[\w.,()~-]{0,150}")


@dataclass(slots=True)
class Applied:
    """What came of the decisions: new contents by file, and what was left alone with the reason."""

    contents: dict[Path, str] = field(default_factory=dict)
    before: dict[Path, str] = field(default_factory=dict)
    done: int = 0
    """Decisions that the files now follow, including those they followed already."""
    left: list[str] = field(default_factory=list)

    def patch(self) -> str:
        """The changes of all files as a unified diff."""
        parts: list[str] = []
        for path, content in self.contents.items():
            old, new = self.before[path].splitlines(keepends=True), content.splitlines(keepends=True)
            parts += difflib.unified_diff(old, new, f"a/{path.as_posix()}", f"b/{path.as_posix()}")
        return "".join(parts)


def apply_outcomes(
    outcomes: Iterable[Outcome], snapshots: Mapping[tuple[str, str], Mapping[str, Any]], labels: Path
) -> Applied:
    """What the label files become by the outcomes of a review; nothing is written.

    A document that has no file gets one, named by its id, once a label is decided for it. Raises `LabelError` where a label file cannot be read.
    """
    applied = Applied()
    folder = labels if labels.is_dir() else labels.parent
    first = labels.is_dir() and not any(labels.glob("*.toml"))
    files = {file.doc_id: file.path for file in map(read_label_file, () if first else label_paths(labels))}
    edited: dict[str, _File] = {}
    for outcome in outcomes:
        about = snapshots[outcome.item, outcome.content]
        doc_id = about["doc_id"]
        reading = about["new"] or about["old"]
        where = f"{doc_id}: “{reading['trigger']}” at {reading['start']}"
        path = files.get(doc_id) or _new_path(folder, doc_id)
        if path is None:
            applied.left.append(f"{where}: the document has no label file, and its id is no name for one")
            continue
        if doc_id not in edited:
            edited[doc_id] = _File(path, about["text"], doc_id)
        problem = edited[doc_id].follow(outcome, about)
        if problem:
            applied.left.append(f"{where}: {problem}")
        else:
            applied.done += 1
    for file in edited.values():
        content = file.content()
        if content != file.source:
            applied.before[file.path], applied.contents[file.path] = file.source, content
    return applied


def _new_path(folder: Path, doc_id: str) -> Path | None:
    """Where a document's labels begin; none for an id that would lead elsewhere or that some file system refuses."""
    path = folder / f"{doc_id}.toml"
    return path if _FILE_NAME.fullmatch(doc_id) and not path.exists() else None


class _File:
    """One label file as a head and a block of text for each event, with the place of each in the document; empty where it is yet to be."""

    def __init__(self, path: Path, text: str, doc_id: str) -> None:
        self.path, self.text = path, text
        self.source = path.read_text(encoding="utf-8") if path.exists() else ""
        starts = [found.start() for found in BLOCK.finditer(self.source)]
        cuts = [*starts, len(self.source)]
        self.head = self.source[: cuts[0]] or f"doc_id = {json.dumps(doc_id, ensure_ascii=False)}\n"
        self.blocks = [self.source[a:b] for a, b in pairwise(cuts)]
        self.places = [
            find_stretch(block.trigger, text, f"{path}:{block.line}")
            for block in (read_label_file(path).blocks if self.source else ())
        ]

    def content(self) -> str:
        if not self.source and not self.blocks:  # nothing was decided that a new file would hold
            return ""
        return self.head + "".join(self.blocks)

    def follow(self, outcome: Outcome, about: Mapping[str, Any]) -> str:
        """Makes the file say what was decided; gives back why not, where it cannot."""
        if outcome.verdict == "conflict":
            return "annotators differ, and nobody adjudicated"
        if outcome.verdict == "both_wrong":
            return "both readings are wrong, and nobody wrote what is right"
        wanted = (
            json.loads(outcome.value)
            if outcome.verdict == "edit"
            else about["new" if outcome.verdict == "accept" else "old"]
        )
        found = self._label_of([r for r in (about["old"], about["new"], wanted) if r])
        if wanted is None:
            return self._remove(found, about)
        if found is None:
            self._insert(wanted)
            return ""
        return self._change(found, wanted, about, every=outcome.verdict == "edit")

    def _label_of(self, readings: list[Mapping[str, Any]]) -> int | None:
        """The label whose trigger overlaps one of the readings' most."""
        best: tuple[int, int] | None = None
        for number, (start, end) in enumerate(self.places):
            overlap = max(min(end, r["end"]) - max(start, r["start"]) for r in readings)
            if overlap > 0 and (best is None or overlap > best[0]):
                best = overlap, number
        return best[1] if best else None

    # ----------------------------------------------------------------------------------------------------- editing

    def _change(self, number: int, wanted: Mapping[str, Any], about: Mapping[str, Any], *, every: bool) -> str:
        document = tomlkit.parse(self.blocks[number])
        fields = document["events"][0]
        cells = [cell for cell in _KEYS if every or cell in about["changed"]]
        sides = [side["cells"] for side in (about["old"], about["new"]) if side]
        for cell in cells:
            now = _cell(fields, cell)
            asked = wanted["cells"][cell]
            if same_cell(cell, now, asked, _allowed(fields, cell)):
                continue
            if not any(same_cell(cell, now, side[cell], _allowed(fields, cell)) for side in sides):
                return f"the label was edited since: {cell} is {now or 'empty'!r} there"
            _set(fields, _KEYS[cell], _toml(cell, asked))
        start, end = self.places[number]
        moved = "trigger" in about["changed"] or every
        if moved and not (wanted["start"] < end and start < wanted["end"]):
            _set(
                fields,
                "trigger",
                json.dumps(stretch_around(self.text, wanted["start"], wanted["end"]), ensure_ascii=False),
            )
            self.places[number] = wanted["start"], wanted["end"]
        self.blocks[number] = tomlkit.dumps(document)
        return ""

    def _remove(self, number: int | None, about: Mapping[str, Any]) -> str:
        if number is None:
            return ""
        fields = tomlkit.parse(self.blocks[number])["events"][0]
        sides = [side["cells"] for side in (about["old"], about["new"]) if side]
        for cell in _KEYS:
            now = _cell(fields, cell)
            if not any(same_cell(cell, now, side[cell], _allowed(fields, cell)) for side in sides):
                return f"the label was edited since: {cell} is {now or 'empty'!r} there"
        lines = self.blocks[number].splitlines(keepends=True)
        last = max(n for n, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#"))
        # Comments below the event may be about the next one: they stay.
        kept = "".join(lines[last + 1 :])
        if number and not kept.strip():
            kept = ""
        del self.blocks[number], self.places[number]
        if number:
            self.blocks[number - 1] += kept.lstrip("\n")
        else:
            self.head += kept.lstrip("\n")
        return ""

    def _insert(self, wanted: Mapping[str, Any]) -> None:
        start, end = wanted["start"], wanted["end"]
        lines = [f"trigger = {json.dumps(stretch_around(self.text, start, end), ensure_ascii=False)}"]
        lines += [f"{key} = {_toml(cell, wanted['cells'][cell])}" for cell, key in _KEYS.items()]
        block = "[[events]]\n" + "\n".join(lines) + "\n"
        number = sum(place <= (start, end) for place in self.places)
        before = self.blocks[number - 1] if number else self.head
        gap = "" if before.endswith("\n\n") or not before else ("\n" if before.endswith("\n") else "\n\n")
        if number:
            self.blocks[number - 1] += gap
        else:
            self.head += gap
        self.blocks.insert(number, block + ("\n" if number < len(self.blocks) else ""))
        self.places.insert(number, (start, end))


def _cell(fields: Mapping[str, Any], cell: str) -> str:
    value = fields.get(_KEYS[cell], "asserted" if cell == "status" else "")
    if cell == "casualties":
        return "; ".join(
            casualty_text(c)
            for entry in value or ()
            for c in casualties_of(
                f"{entry['category']} {entry.get('low', '')}–{entry.get('high', '')}"
                + (f" ({entry['who']})" if entry.get("who") else "")
            )
        )
    return "; ".join(map(str, value)) if cell in LISTS else str(value)


def _allowed(fields: Mapping[str, Any], cell: str) -> tuple[str, ...]:
    key = {"places": "opt_places", "citations": "opt_citations"}.get(cell, "opt_actors")
    return tuple(map(str, fields.get(key, ()))) if cell in LISTS else ()


def _toml(cell: str, value: str) -> str:
    """A cell as it is written in a label file."""
    if cell in LISTS:
        return "[" + ", ".join(json.dumps(item, ensure_ascii=False) for item in items_of(value)) + "]"
    if cell == "casualties":
        entries = []
        for casualty in casualties_of(value):
            parts = [f'category = "{casualty.category}"']
            parts += [f"{name} = {n}" for name, n in (("low", casualty.low), ("high", casualty.high)) if n is not None]
            parts += [f"who = {json.dumps(casualty.who, ensure_ascii=False)}"] if casualty.who else []
            entries.append("{ " + ", ".join(parts) + " }")
        return "[" + ", ".join(entries) + "]"
    return json.dumps(value, ensure_ascii=False)


def _set(fields: Any, key: str, written: str) -> None:
    fields[key] = tomlkit.parse(f"{key} = {written}\n")[key]
