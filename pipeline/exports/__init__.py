"""Exports: a finished run in the layouts of other people's datasets and annotation tools, each with a sidecar of what it leaves out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from pipeline.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["Choices", "Target", "Written", "export"]

Target = StrEnum("Target", ["acled", "ucdp-ged", "brat", "label-studio", "prodigy", "dataset"])
"""The layouts a run can be written in."""


@dataclass(frozen=True, slots=True)
class Choices:
    """How to write; each choice belongs to some of the targets."""

    spreadsheet: bool = False
    """CSV whose text no spreadsheet takes for a formula (acled, ucdp-ged, dataset); lossy."""
    each_day: bool = False
    """One row a day for what is told from day to day (acled)."""
    names: bool = False
    """Names of the kinds of actors instead of their codes (acled)."""
    utf16: bool = False
    """Offsets in UTF-16 units (label-studio before 2021)."""


@dataclass(frozen=True, slots=True)
class Written:
    """What an export wrote: rows, documents or tasks; and how many whole events it left out."""

    number: int
    what: str
    left_out: int


_ALLOWED = {
    "spreadsheet": ("acled", "ucdp-ged", "dataset"),
    "each_day": ("acled",),
    "names": ("acled",),
    "utf16": ("label-studio",),
}
_WHAT = {"brat": "documents", "label-studio": "tasks", "prodigy": "tasks"}


def export(run: Path, out: Path, target: str, choices: Choices | None = None) -> Written:
    """Write the run in ``run`` to the folder ``out`` in the layout of ``target``, every file whole or not there.

    Nothing in the result depends on the day or the machine. Raises `UsageError` for a folder that holds no run, for one that cannot be
    written, and for a choice that the target does not know.

    >>> import tempfile
    >>> from pathlib import Path
    >>> from pipeline.batch import Options, run_batch
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "kut.txt").write_text("Kut fell on 29 April 1916.[1]")
    ...     _ = run_batch(Options((f"{folder}/kut.txt",), Path(folder, "out")), lambda progress: None)
    ...     print(export(Path(folder, "out"), Path(folder, "acled"), "acled"))
    Written(number=1, what='rows', left_out=0)
    """
    from pipeline.tables.files import output_folder

    how = choices or Choices()
    for name, targets in _ALLOWED.items():
        if getattr(how, name) and target not in targets:
            raise UsageError(f"--{name.replace('_', '-')} is for {', '.join(targets)}, not for {target}")
    if not run.is_dir():
        raise UsageError(f"{run}: no such folder; a folder written by `prose-events run` is needed")
    write = _writer(target, how)
    output_folder(out)
    number, left_out = write(run, out)
    return Written(number, _WHAT.get(target, "rows"), left_out)


def _writer(target: str, how: Choices) -> Callable[[Path, Path], tuple[int, int]]:
    """What writes a layout, and gives how much there is and how many events are left out."""
    match target:
        case "acled":
            from pipeline.exports.acled import export_acled

            return partial(export_acled, each_day=how.each_day, names=how.names, spreadsheet=how.spreadsheet)
        case "ucdp-ged":
            from pipeline.exports.ucdp_ged import export_ucdp_ged

            return partial(export_ucdp_ged, spreadsheet=how.spreadsheet)
        case "brat":
            from pipeline.exports.brat import export_brat

            return export_brat
        case "label-studio":
            from pipeline.exports.label_studio import export_label_studio

            return partial(export_label_studio, utf16=how.utf16)
        case "prodigy":
            from pipeline.exports.prodigy import export_prodigy

            return export_prodigy
        case "dataset":
            from pipeline.exports.dataset import export_dataset

            return partial(export_dataset, spreadsheet=how.spreadsheet)
    raise UsageError(f"{target}: no such layout; allowed are {', '.join(Target)}")
