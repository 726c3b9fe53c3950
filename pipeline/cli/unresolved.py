"""``prose-events show --unresolved``: what the rules leave unexplained, the most frequent first. Where a rule writer looks next."""

from __future__ import annotations

from itertools import chain, groupby, islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from rich.console import Console
    from rich.text import Text

    from pipeline.events import Gap
    from pipeline.records import Document

    Ranked = tuple[str, str, int, Gap]

__all__ = ["show_unresolved"]

_SAID = {
    "verb_unknown": "verbs of an actor that no trigger knows",
    "verb_refused": "verbs of an actor that a trigger knows, but not so",
    "date_without_event": "sentences with a date and no event, by their main verb",
    "count_without_event": "sentences with victims and no event, by their main verb",
    "trigger_without_arguments": "events without place and actor, by their rule",
}
_COLUMNS = ("number", "kind", "key", "doc_id", "start", "end", "sentence")
_BEFORE, _AFTER = 25, 120
"""Characters of the sentence around a gap that are shown at most."""


def show_unresolved(documents: Iterable[Document], console: Console, limit: int, table: Path | None = None) -> None:
    """Print the gaps of one text sentence by sentence, then, as of several, their ranking: the first ``limit`` of each kind, 0 for all.

    With ``table`` the whole ranking is written there as CSV.
    """
    from pipeline.events import ranked
    from pipeline.flow import unresolved

    stream = iter(documents)
    first = list(islice(stream, 2))
    gaps = [gap for document in first for gap in unresolved(document)]
    if len(first) == 1:
        for line in _sentences(gaps):
            console.print(line)
    # One document after another: a dump has millions of sentences, and one example of each gap is kept.
    ranking = ranked(chain(gaps, chain.from_iterable(map(unresolved, stream))))
    for part in _parts(ranking, limit, console.width):
        console.print(part)
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


def _parts(ranking: list[Ranked], limit: int, width: int) -> Iterator[Text]:
    """For each kind of gap a heading with its total, its most frequent keys with an example each, cut to ``width``, and how many more there are."""
    from rich.text import Text

    if not ranking:
        yield Text("nothing is left unexplained", style="dim")
    for kind, of_kind in groupby(ranking, key=lambda row: row[0]):
        rows = list(of_kind)
        total = sum(number for _, _, number, _ in rows)
        yield Text.assemble("\n", (_SAID[kind], "bold"), f": {total:,}")
        shown = rows[:limit] if limit else rows
        for line in _lines(shown):
            line.truncate(width, overflow="ellipsis")
            yield line
        if len(shown) < len(rows):
            yield Text(f"     …  {len(rows) - len(shown):,} more, no more frequent; --limit 0 shows all", style="dim")


def _lines(rows: list[Ranked]) -> Iterator[Text]:
    """A line a key: how often, the key, and an example."""
    from rich.text import Text

    keys = [key.removeprefix("trigger/") for _, key, _, _ in rows]
    width = max(map(len, keys))
    for key, (_, _, number, gap) in zip(keys, rows, strict=True):
        yield Text(f"{number:>6,}  {key:<{width}}  ").append_text(_example(gap))


def _example(gap: Gap) -> Text:
    """The words around a gap, the gap in colour."""
    from rich.text import Text

    at, end = gap.start - gap.sentence_start, gap.end - gap.sentence_start
    low = 0 if at <= _BEFORE else gap.sentence.find(" ", at - _BEFORE, at) + 1 or at
    text = Text("… " if low else "")
    text.append(gap.sentence[low:at].replace("\n", " "))
    text.append(gap.sentence[at:end].replace("\n", " "), "bold yellow")
    text.append(gap.sentence[end : end + _AFTER].replace("\n", " "))
    return text
