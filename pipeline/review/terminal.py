"""Changes for a terminal: rich renderables, coloured words in the running sentence instead of a table that collapses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from pipeline.review.changes import SEVERITIES, Change, totals_by_rule
from pipeline.review.context import Mark, segments, window
from pipeline.review.readings import Side

__all__ = ["render", "summary"]

_KINDS = {"gained": ("+", "green"), "lost": ("−", "red"), "changed": ("~", "yellow"), "moved": ("→", "cyan")}
_SEVERITY = {"structural": "bold", "value": "bold", "evidence": "", "cosmetic": "dim"}
_MARKS = {
    "trigger": "bold reverse",
    "date": "bold",
    "place": "underline",
    "actor": "italic",
    "count": "underline",
    "citation": "",
}


def render(changes: Sequence[Change], old: Side, new: Side) -> Iterator[RenderableType]:
    """One renderable a change: what it is, its sentence with both readings marked, its cells."""
    previous = ""
    for change in changes:
        if change.doc_id != previous:
            previous = change.doc_id
            yield Text(f"\n{new.titles.get(previous) or old.titles.get(previous) or previous}  ", style="bold").append(
                previous, style="dim"
            )
        yield _change(change, old, new)


def _change(change: Change, old: Side, new: Side) -> RenderableType:
    sign, colour = _KINDS[change.kind]
    reading = change.reading
    head = Text.assemble(
        (f"{sign} {change.kind}", f"bold {colour}"),
        "  ",
        (reading.cells["type"], "bold"),
        f" “{reading.trigger}” ",
        (f"{reading.start}–{reading.end}", "dim"),
        "  ",
        (reading.detail.get("rule", "label"), "dim"),
    )
    if change.ambiguous:
        head.append("  another pairing is as likely", style="magenta")
    lines: list[RenderableType] = [head, Padding(_sentence(change, old, new), (0, 0, 0, 2))]
    lines += [Padding(line, (0, 0, 0, 2)) for line in _cells(change)]
    return Group(*lines, "")


def _sentence(change: Change, old: Side, new: Side) -> Text:
    side = new if change.new is not None else old
    text = side.texts.get(change.doc_id, "")
    start, end = window(change.reading.sentence, text)
    same = old.texts.get(change.doc_id) == new.texts.get(change.doc_id)
    other = change.old if same or change.new is None else None
    shown = Text()
    for segment in segments(text, start, end, old=other, new=change.new):
        shown.append(segment.text.replace("\n", " "), style=_style(segment.marks))
    return shown


def _style(marks: tuple[Mark, ...]) -> str:
    if not marks:
        return "dim"
    sides = {mark.side for mark in marks}
    colour = "" if len(sides) == 2 else ("green" if "new" in sides else "red")
    return " ".join(dict.fromkeys([*(_MARKS[mark.kind] for mark in marks), colour])).strip()


def _cells(change: Change) -> Iterator[Text]:
    if change.cells:
        for cell in change.cells:
            line = Text.assemble((f"{cell.cell:<12}", _SEVERITY[cell.severity]))
            line.append(cell.old or "∅", style="red").append(" → ").append(cell.new or "∅", style="green")
            yield line.append(f"  {cell.severity}", style="dim")
        return
    colour = _KINDS[change.kind][1]
    for name, value in change.reading.cells.items():
        if value and name != "type":
            yield Text.assemble((f"{name:<12}", ""), (value, colour))


def summary(changes: Sequence[Change], *, rules: int = 20) -> RenderableType:
    """What changed in one line, and how much of it each rule brought."""
    if not changes:
        return Text("No event differs.", style="bold green")
    kinds, grades = Counter(c.kind for c in changes), Counter(c.severity for c in changes)
    line = Text(f"{len(changes)} {'change' if len(changes) == 1 else 'changes'}: ", style="bold")
    line.append(", ".join(f"{kinds[k]} {k}" for k in _KINDS if kinds[k]))
    line.append("   " + ", ".join(f"{grades[s]} {s}" for s in SEVERITIES if grades[s]), style="dim")
    lines: list[RenderableType] = [line]
    totals = totals_by_rule(list(changes))
    for rule, counts in totals[:rules]:
        lines.append(
            Text.assemble("  ", (rule, ""), "  ", (", ".join(f"{counts[k]} {k}" for k in _KINDS if counts[k]), "dim"))
        )
    if len(totals) > rules:
        lines.append(Text(f"  … and {len(totals) - rules} more rules", style="dim"))
    return Group(*lines)
