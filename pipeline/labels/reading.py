"""Labels, validated and located in the texts of their documents."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from pipeline.errors import LabelError
from pipeline.labels.declared import LabelledEvent, slips
from pipeline.labels.files import read_label_file
from pipeline.labels.stretches import find_stretch

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["Label", "read_labels"]


@dataclass(frozen=True, slots=True)
class Label:
    """A labelled event with its place in the text."""

    doc_id: str
    start: int
    end: int
    trigger: str
    event: LabelledEvent
    where: str = field(compare=False)
    """``file:line`` of the label."""


def read_labels(path: Path, texts: Mapping[str, str]) -> dict[str, list[Label]]:
    r"""The labels by document, in reading order, of a folder of TOML files, one TOML file, or JSON lines with offsets.

    ``texts`` are the documents' source texts by id. Raises `LabelError` with file and line for a malformed label, for a stretch that is not
    in the text or more than once, and for a document without text.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = Path(folder, "kut.toml")
    ...     _ = path.write_text('doc_id = "kut"\n[[events]]\ntrigger = "Kut «fell»"\ntype = "TERRITORY.capture"\n')
    ...     print([(label.start, label.end, label.trigger) for label in read_labels(path, {"kut": "Kut fell."})["kut"]])
    [(4, 8, 'fell')]
    """
    if path.is_dir():
        files = sorted(path.glob("*.toml"))
    elif path.is_file():
        files = [path]
    else:
        raise LabelError(f"{path}: no such file or folder")
    if not files:
        raise LabelError(f"{path}: no *.toml in it")
    labels: dict[str, list[Label]] = {}
    for file in files:
        found = _of_json_lines(file) if file.suffix == ".jsonl" else _of_toml(file, texts)
        for doc_id, some in found:
            labels.setdefault(doc_id, []).extend(some)
    return {doc_id: sorted(labels[doc_id], key=lambda label: (label.start, label.end)) for doc_id in sorted(labels)}


def _of_toml(path: Path, texts: Mapping[str, str]) -> Iterator[tuple[str, list[Label]]]:
    file = read_label_file(path)
    if file.doc_id not in texts:
        raise LabelError(
            f"{path}: the document {file.doc_id!r} is not among those read; name only the label files of those that are"
        )
    text, labels = texts[file.doc_id], []
    for block in file.blocks:
        where = f"{path}:{block.line}"
        event = _validated(block.fields, where)
        start, end = find_stretch(event.trigger, text, where)
        labels.append(Label(file.doc_id, start, end, text[start:end], event, where))
    yield file.doc_id, labels


def _of_json_lines(file: Path) -> Iterator[tuple[str, list[Label]]]:
    """Labels that carry offsets: keys ``doc_id``, ``start``, ``end`` and those of `LabelledEvent`."""
    with file.open(encoding="utf-8") as stream:
        for number, line in enumerate(stream, start=1):
            if not line.strip():
                continue
            where = f"{file}:{number}"
            try:
                fields: dict[str, Any] = json.loads(line)
                doc_id, start, end = fields.pop("doc_id"), fields.pop("start"), fields.pop("end")
            except (ValueError, KeyError, AttributeError) as error:
                raise LabelError(f"{where}: a JSON object with doc_id, start and end is needed") from error
            event = _validated(fields, where)
            yield doc_id, [Label(doc_id, start, end, event.trigger, event, where)]


def _validated(fields: Any, where: str) -> LabelledEvent:
    try:
        return LabelledEvent.model_validate(fields)
    except ValidationError as error:
        raise LabelError(f"{where}: {slips(error)[0]}") from error
