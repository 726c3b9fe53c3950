"""Hand-labelled files as they lie there: raw fields, each block with its place and line.

A file of a document that is not at hand, or with a slip in a label, can still be read; what a label may hold is declared in
`pipeline.labels.declared`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomli

from pipeline.errors import LabelError, UsageError

__all__ = ["BLOCK", "LabelBlock", "LabelFile", "label_paths", "read_label_file"]

BLOCK = re.compile(r"^[ \t]*\[\[[ \t]*events[ \t]*\]\]", re.MULTILINE)
"""The line that opens a label."""


@dataclass(frozen=True, slots=True)
class LabelBlock:
    """One label as the file gives it."""

    number: int
    """Place among the file's events, from 0."""
    line: int
    fields: dict[str, Any]

    @property
    def trigger(self) -> str:
        """The trigger in its context, as ``the garrison «repelled» an assault``."""
        return str(self.fields.get("trigger", ""))


@dataclass(frozen=True, slots=True)
class LabelFile:
    """The labels of one document."""

    path: Path
    doc_id: str
    blocks: tuple[LabelBlock, ...]


def label_paths(path: Path) -> list[Path]:
    """The label files that a path names: itself, or all of a folder, in order; raises `UsageError` where there is none.

    >>> from pathlib import Path
    >>> label_paths(Path("nowhere"))
    Traceback (most recent call last):
    pipeline.errors.UsageError: nowhere: no hand-labelled files (*.toml) there
    """
    if path.is_file():
        return [path]
    found = sorted(path.glob("*.toml")) if path.is_dir() else []
    if not found:
        raise UsageError(f"{path}: no hand-labelled files (*.toml) there")
    return found


def read_label_file(path: Path) -> LabelFile:
    r"""The labels of one file; raises `LabelError` with file and line where it is no TOML, holds unknown keys or names no document.

    >>> import tempfile
    >>> from pathlib import Path
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = Path(folder, "kut.toml")
    ...     _ = path.write_text('doc_id = "kut"\n[[events]]\ntrigger = "Kut «fell»"\n')
    ...     print([(block.line, block.trigger) for block in read_label_file(path).blocks])
    [(2, 'Kut «fell»')]
    """
    try:
        source = path.read_text(encoding="utf-8")
        content = tomli.loads(source)
    except UnicodeDecodeError as error:
        raise LabelError(f"{path}:1: byte {error.start} is not UTF-8") from error
    except (OSError, ValueError) as error:
        line = re.search(r"line (\d+)", str(error))
        raise LabelError(f"{path}:{line[1] if line else 1}: {error}") from error
    unknown = sorted(content.keys() - {"doc_id", "events"})
    if unknown:
        raise LabelError(f"{path}:1: unknown key {unknown[0]!r}; there are doc_id and [[events]]")
    doc_id = content.get("doc_id")
    if not isinstance(doc_id, str) or not doc_id:
        raise LabelError(f'{path}:1: without doc_id = "…", the document that the labels are for')
    events = content.get("events", [])
    lines = [source.count("\n", 0, header.start()) + 1 for header in BLOCK.finditer(source)]
    if not isinstance(events, list) or len(lines) != len(events):
        raise LabelError(f"{path}:1: events must be written as [[events]], one after the other")
    return LabelFile(
        path, doc_id, tuple(LabelBlock(n, line, f) for n, (line, f) in enumerate(zip(lines, events, strict=True)))
    )
