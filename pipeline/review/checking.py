"""Checking hand-labelled files: everything that is wrong in them, with file and line, not only the first slip."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from pipeline.errors import LabelError
from pipeline.labels.declared import LabelledEvent, slips
from pipeline.labels.files import label_paths, read_label_file
from pipeline.labels.stretches import find_stretch
from pipeline.review.cells import cell_errors
from pipeline.rules.events import event_types

__all__ = ["check_labels"]


def check_labels(path: Path, texts: Mapping[str, str]) -> tuple[int, list[str]]:
    r"""How many labels were read, and what is wrong with them, one ``file:line: …`` each, in the order of the files.

    Handled: syntax, unknown keys and types, dates and numbers that are none, triggers that do not stand once in the text, two labels of one
    trigger, names and markers that the text does not hold. Not handled: whether a label is right.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = Path(folder, "kut.toml")
    ...     _ = path.write_text('doc_id = "kut"\n[[events]]\ntrigger = "Kut «rose»"\ntype = "TERRITORY.capture"\n')
    ...     number, problems = check_labels(path, {"kut": "Kut fell."})
    ...     print(number, problems[0].removeprefix(folder))
    1 /kut.toml:2: trigger: 'Kut «rose»' stands nowhere in the text; it must stand there once
    """
    number, problems = 0, []
    documents: dict[str, Path] = {}
    for file_path in label_paths(path):
        try:
            file = read_label_file(file_path)
        except LabelError as error:
            problems.append(str(error))
            continue
        number += len(file.blocks)
        if file.doc_id in documents:
            problems.append(f"{file_path}:1: {documents[file.doc_id].name} has labels of {file.doc_id!r} too")
        documents[file.doc_id] = file_path
        text = texts.get(file.doc_id)
        if text is None:
            problems.append(f"{file_path}:1: the corpus holds no document {file.doc_id!r}")
        taken: dict[tuple[int, int], int] = {}
        for block in file.blocks:
            where = f"{file_path}:{block.line}"
            problems += [f"{where}: {problem}" for problem in _problems(block.fields, text)]
            if text is None:
                continue
            try:
                place = find_stretch(block.trigger, text, where)
            except LabelError as error:
                problems.append(str(error))
                continue
            if place in taken:
                problems.append(f"{where}: the label of line {taken[place]} has the same trigger")
            taken[place] = block.line
    return number, problems


def _problems(fields: dict[str, Any], text: str | None) -> list[str]:
    try:
        event = LabelledEvent.model_validate(fields)
    except ValidationError as error:
        return slips(error)
    found = []
    if event.type not in event_types():
        like = next(iter(get_close_matches(event.type, event_types(), n=1)), "")
        found.append(f"type: there is no {event.type!r}{f'; did you mean {like}?' if like else ''}")
    found += [f"{cell}: {slip}" for cell, slip in cell_errors({"date": event.date}).items()]
    for count in event.casualties:
        if count.low is None and count.high is None:
            found.append(f"casualties: {count.category} without low or high")
        elif count.low is not None and count.high is not None and count.low > count.high:
            found.append(f"casualties: low {count.low} is above high {count.high}")
    if text is not None:
        found += _absent(event, text)
    return found


def _absent(event: LabelledEvent, text: str) -> list[str]:
    words = " ".join(re.findall(r"\w+", text.casefold()))
    names = [
        (key, alternative)
        for key in ("places", "initiator", "target", "opt_places", "opt_actors")
        for name in getattr(event, key)
        for alternative in name.split("|")
    ]
    found = [
        f"{key}: {name!r} does not stand in the text"
        for key, name in names
        if " ".join(re.findall(r"\w+", name.casefold())) not in words
    ]
    markers = [label for label in (*event.citations, *event.opt_citations) if f"[{label}]" not in text]
    return found + [f"citations: no marker [{label}] in the text" for label in markers]
