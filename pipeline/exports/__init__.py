"""Exports: a finished run in the layouts of other people's datasets and annotation tools, each with a sidecar of what it leaves out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from pipeline.errors import UsageError

if TYPE_CHECKING:
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


def export(run: Path, out: Path, target: str, choices: Choices | None = None) -> Written:
    """Write the run in ``run`` to the folder ``out`` in the layout of ``target``, every file whole or not there.

    Nothing in the result depends on the day or the machine. Raises `UsageError` for a folder that holds no run, for one that cannot be
    written, and for a choice that the target does not know.
    """
    from pipeline.tables.files import output_folder

    how = choices or Choices()
    for name, targets in _ALLOWED.items():
        if getattr(how, name) and target not in targets:
            raise UsageError(f"--{name.replace('_', '-')} is for {', '.join(targets)}, not for {target}")
    if not run.is_dir():
        raise UsageError(f"{run}: no such folder; a folder written by `prose-events run` is needed")
    output_folder(out)
    match target:
        case "acled":
            from pipeline.exports.acled import export_acled

            found = export_acled(run, out, each_day=how.each_day, names=how.names, spreadsheet=how.spreadsheet)
            return Written(found[0], "rows", found[1])
        case "ucdp-ged":
            from pipeline.exports.ucdp_ged import export_ucdp_ged

            found = export_ucdp_ged(run, out, spreadsheet=how.spreadsheet)
            return Written(found[0], "rows", found[1])
        case "brat":
            from pipeline.exports.brat import export_brat

            found = export_brat(run, out)
            return Written(found[0], "documents", found[1])
        case "label-studio":
            from pipeline.exports.label_studio import export_label_studio

            found = export_label_studio(run, out, utf16=how.utf16)
            return Written(found[0], "tasks", found[1])
        case "prodigy":
            from pipeline.exports.prodigy import export_prodigy

            found = export_prodigy(run, out)
            return Written(found[0], "tasks", found[1])
        case "dataset":
            from pipeline.exports.dataset import export_dataset

            found = export_dataset(run, out, spreadsheet=how.spreadsheet)
            return Written(found[0], "rows", found[1])
    raise UsageError(f"{target}: no such layout; allowed are {', '.join(Target)}")
