"""``prose-events show --unresolved``: what the rules leave unexplained, the most frequent first. Where a rule writer looks next."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from rich.console import Console, RenderableType
    from rich.text import Text

    from pipeline.events import Gap
    from pipeline.records import Document

__all__ = ["show_unresolved"]

_SAID = {
    "verb_unknown": "unknown verb",
    "date_without_event": "date, no event",
    "count_without_event": "victims, no event",
    "trigger_without_arguments": "event, no arguments",
}
_COLUMNS = ("number", "kind", "key", "doc_id", "start", "end", "sentence")
_AROUND = 60


def show_unresolved(documents: Iterable[Document], console: Console, table: Path | None = None) -> None:
    """Print the gaps of one text sentence by sentence, of several only their ranking; with ``table`` the ranking is written there as CSV."""
    from pipeline.events import ranked
    from pipeline.flow import unresolved

    gaps: list[Gap] = []
    number = 0
    for document in documents:
        number += 1
        gaps += unresolved(document)
    if number == 1:
        for line in _sentences(gaps):
            console.print(line)
    ranking = ranked(gaps)
    console.print(_ranking(ranking))
    if table is not None:
        from pipeline.exports.delimited import write_rows

        rows = ((n, kind, key, gap.doc_id, gap.start, gap.end, gap.sentence) for kind, key, n, gap in ranking)
        write_rows(table, _COLUMNS, rows)


def _sentences(gaps: list[Gap]) -> list[Text]:
    """Each sentence with a gap once, its gaps in colour."""
    from rich.text import Text

    lines: dict[tuple[str, int], Text] = {}
    for gap in gaps:
        line = lines.setdefault((gap.doc_id, gap.sentence_start), Text(gap.sentence.replace("\n", " ")))
        line.stylize("bold yellow", gap.start - gap.sentence_start, gap.end - gap.sentence_start)
    return list(lines.values())


def _ranking(ranking: list[tuple[str, str, int, Gap]]) -> RenderableType:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("number", justify="right")
    for name in ("what", "which", "for example"):
        table.add_column(name, overflow="fold")
    for kind, key, number, gap in ranking:
        table.add_row(str(number), _SAID[kind], "" if key == kind else key, _example(gap))
    return table


def _example(gap: Gap) -> Text:
    """The words around a gap."""
    from rich.text import Text

    at, end = gap.start - gap.sentence_start, gap.end - gap.sentence_start
    low, high = max(0, at - _AROUND), min(len(gap.sentence), end + _AROUND)
    text = Text(gap.sentence[low:high].replace("\n", " "))
    text.stylize("bold yellow", at - low, end - low)
    return text
