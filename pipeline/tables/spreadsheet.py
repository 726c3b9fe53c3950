"""What keeps a spreadsheet from running the text of a cell as a formula."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.tables.rows import Cell

__all__ = ["guarded"]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def guarded(cell: Cell) -> Cell:
    """A text cell that a spreadsheet would take for a formula, with an apostrophe before it; numbers and other text as they are.

    Lossy: the reader cannot tell the apostrophe from one of the text, so that a table to be read back is better written without.

    >>> guarded("=HYPERLINK(A1)"), guarded("-0490-09-12"), guarded(-3.5), guarded("Al-Bab")
    ("'=HYPERLINK(A1)", "'-0490-09-12", -3.5, 'Al-Bab')
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
