"""A layout of conflict data: the happenings of a run as rows of one table, and beside it what the layout has no place for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from pipeline.exports.articles import read_articles
from pipeline.exports.delimited import write_rows
from pipeline.exports.happenings import Happening, happenings
from pipeline.exports.left_out import Sidecar, sidecar
from pipeline.tables.rows import Cell

__all__ = ["write_layout"]

Rows = Callable[[Happening, Sidecar], Iterable[Mapping[str, Cell]]]


def write_layout(
    run: Path, out: Path, name: str, columns: Sequence[str], rows: Rows, *, spreadsheet: bool
) -> tuple[int, int]:
    """Write ``<name>.csv`` and ``<name>-left-out.csv``, and say how many rows and how many whole events each holds.

    ``rows`` gives the rows of a happening, and tells the sidecar what they leave out.
    """

    def cells(left_out: Sidecar) -> Iterator[list[Cell]]:
        for article in read_articles(run):
            found, others = happenings(article)
            left_out.extend(others)
            for happening in found:
                for row in rows(happening, left_out):
                    yield [row.get(column) for column in columns]

    with sidecar(out / f"{name}-left-out.csv", spreadsheet=spreadsheet) as left_out:
        written = write_rows(out / f"{name}.csv", columns, cells(left_out), spreadsheet=spreadsheet)
    return written, left_out.events
