"""Tables: findings → rows → pandas, CSV, JSON lines, Parquet. The columns are declared once, in `pipeline.tables.columns`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.tables.columns import TABLES
from pipeline.tables.rows import rows_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from pipeline.records import Findings

__all__ = ["to_frames"]

_DTYPES = {"string": "string", "int64": "Int64", "float64": "Float64"}


def to_frames(findings: Iterable[Findings]) -> dict[str, pd.DataFrame]:
    """Every table of the contract as a DataFrame, with nullable dtypes (``string``, ``Int64``, ``Float64``).

    >>> from pipeline import extract
    >>> frames = to_frames([extract("Kut fell on 29 April 1916.[1]", doc_id="kut")])
    >>> frames["events"].loc[0, ["doc_id", "trigger", "date_start"]].to_list(), len(frames["citations"])
    (['kut', 'fell', '1916-04-29'], 1)
    """
    # pandas costs half a second to import, which a run that writes CSV need not pay.
    import pandas as pd

    gathered = [rows_of(one)[0] for one in findings]
    frames = {}
    for name, table in TABLES.items():
        columns = [column.name for column in table.columns]
        rows = [row for one in gathered for row in one.get(name, ())]
        frames[name] = pd.DataFrame(rows, columns=columns).astype({c.name: _DTYPES[c.type] for c in table.columns})
    return frames
