"""What `show` prints: each sentence with its mentions in colour, below it the events that it reports, and the rules behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pipeline.pages.counts import between

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console, ConsoleOptions, RenderableType
    from rich.text import Text

    from pipeline.flow import Extraction
    from pipeline.records import Event, Mention, Sentence

__all__ = ["Printed"]

_STYLES = {
    "dates": "bold green",
    "places": "bold blue",
    "actors": "bold yellow",
    "counts": "bold magenta",
    "citations": "dim",
    "triggers": "bold reverse red",
}
_NAMES = {
    "dates": "date",
    "places": "place",
    "actors": "actor",
    "counts": "count",
    "citations": "citation",
    "triggers": "trigger",
}
_STATUS = {"reported": "?", "planned": "→", "attempted": "~", "negated": "¬"}


class Printed:
    """A text with what was found in it, as the terminal shows it."""

    def __init__(self, found: Extraction, *, rules: bool) -> None:
        self.found = found
        self.rules = rules
        self.events: dict[int, list[Event]] = {}
        for event in found.events:
            self.events.setdefault(event.sentence, []).append(event)

    def parts(self, *, events_only: bool) -> Iterator[RenderableType]:
        """What is printed, from top to bottom."""
        from rich.rule import Rule
        from rich.text import Text

        document = self.found.document
        if document.title:
            yield Rule(Text(document.title, style="bold"), style="dim", align="left")
        section, paragraph = None, 0
        for sentence in self.found.sentences:
            events = self.events.get(sentence.index, [])
            mentions = list(self._mentions(sentence))
            if events_only and not events:
                continue
            if sentence.section != section:
                section = sentence.section
                # A heading is printed itself, below those above it.
                above = section.rpartition(" > ")[0] if sentence.kind == "heading" else section
                yield Text(f"\n{above}" if above else "", style="bold dim")
            elif sentence.paragraph != paragraph:
                yield Text("")
            paragraph = sentence.paragraph
            yield self._sentence(sentence, mentions)
            for event in events:
                yield self._event(event)
            if self.rules:
                yield self._rules(mentions)
        yield self._legend()

    def _mentions(self, sentence: Sentence) -> Iterator[tuple[str, Mention[Any]]]:
        """Mentions of a sentence; only triggers that made an event."""
        before = self.found.sentences[sentence.index - 1].end if sentence.index else -1
        made = {id(event.trigger) for event in self.found.events}
        for kind in _STYLES:
            for mention in getattr(self.found.mentions, kind):
                at = mention.start
                # A marker stands in the clean text where it was cut: it closes what is before it, unless it opens a line.
                closing = kind == "citations" and before < at <= sentence.end
                inside = kind != "citations" and sentence.start <= at < sentence.end
                if closing or (inside and (kind != "triggers" or id(mention) in made)):
                    yield kind, mention

    def _sentence(self, sentence: Sentence, mentions: list[tuple[str, Mention[Any]]]) -> Text:
        from rich.text import Text

        clean = self.found.clean
        start, end = clean.to_source(sentence.start, sentence.end)
        # Markers that open or close the sentence stand outside of its clean characters.
        markers = [m.source for kind, m in mentions if kind == "citations" and m.source]
        start, end = min([start, *(m[0] for m in markers)]), max([end, *(m[1] for m in markers)])
        text = Text(self.found.clean.source[start:end].replace("\n", " "))
        if sentence.kind != "prose":
            text.stylize("bold" if sentence.kind == "heading" else "dim")
        for kind, mention in mentions:
            a, b = mention.source or clean.to_source(mention.start, mention.end)
            text.stylize(_STYLES[kind], max(0, a - start), b - start)
        return text

    def _event(self, event: Event) -> RenderableType:
        from rich.text import Text

        status = f" {event.status}" if event.status != "asserted" else ""
        kind = Text(f"{event.trigger.value.type}.{event.trigger.value.subtype}", style="bold red")
        cells = [
            Text(f"{_STATUS.get(event.status, '•')} {self._source(event.trigger)}", style="red"),
            kind.append(status, style="red"),
        ]
        cells += [Text.assemble((f"{label} ", "dim"), (value, style)) for label, style, value in self._cells(event)]
        if self.rules:
            cells.append(Text(event.trigger.rule, style="dim italic"))
        return _Cells(cells)

    def _cells(self, event: Event) -> Iterator[tuple[str, str, str]]:
        if event.date and event.date.start:
            span = (
                event.date.start
                if event.date.end in (None, event.date.start)
                else f"{event.date.start} / {event.date.end}"
            )
            yield "when", _plain("dates"), f"{span} ({event.date.derivation})"
        where = [f"{self._source(p.mention)}{self._country(p.mention.value)}" for p in event.places]
        if where:
            yield "where", _plain("places"), ", ".join(where)
        for role, label in (("initiator", "who"), ("target", "whom")):
            names = [a.mention.value.name for a in event.actors if a.role == role]
            if names:
                yield label, _plain("actors"), ", ".join(names)
        for count in event.counts:
            c = count.value
            yield c.category, _plain("counts"), f"{between(c.low, c.high)}{f' ({c.who})' if c.who else ''}"
        if event.attribution:
            yield "says", "", event.attribution
        if event.citations:
            yield "cites", "dim", " ".join(c.value.label for c in event.citations)

    def _source(self, mention: Mention[Any]) -> str:
        """The words of a mention, as the source has them."""
        start, end = mention.source or self.found.clean.to_source(mention.start, mention.end)
        return self.found.clean.source[start:end]

    def _country(self, place: Any) -> str:
        if self.rules or not place.country:
            return _located(place) if self.rules else ""
        return f" ({place.country})"

    def _rules(self, mentions: list[tuple[str, Mention[Any]]]) -> RenderableType:
        from rich.padding import Padding
        from rich.table import Table

        table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
        for whole in (False, False, True):  # a rule's name is there to be copied
            table.add_column(no_wrap=whole, overflow="fold")
        for kind, mention in sorted(mentions, key=lambda pair: (pair[1].start, pair[1].end)):
            table.add_row(
                _words(self._source(mention), _plain(kind)),
                _words(_value(kind, mention.value)),
                _words(mention.rule, "dim italic"),
            )
        return Padding(table, (0, 0, 0, 4))

    def _legend(self) -> Text:
        from rich.text import Text

        found = self.found
        parts = Text("\n")
        for kind, style in _STYLES.items():
            number = len(found.events) if kind == "triggers" else len(getattr(found.mentions, kind))
            name = "event" if kind == "triggers" else _NAMES[kind]
            parts.append(f"{name}{'' if number == 1 else 's'}", style=style)
            parts.append(f" {number}   ", style="dim")
        return parts


class _Cells:
    """An event under its sentence: its cells side by side while they fit, the rest below, none cut but one longer than the line."""

    first, others, gap = 2, 6, 2

    def __init__(self, cells: list[Text]) -> None:
        self.cells = cells

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        from rich.text import Text

        width = options.max_width
        line = Text(" " * self.first)
        for index, cell in enumerate(self.cells):
            if index and line.cell_len + self.gap + cell.cell_len > width:
                yield line
                line = Text(" " * self.others)
            elif index:
                line.append(" " * self.gap)
            *full, rest = cell.wrap(console, max(20, width - self.others)) or [cell]
            for piece in full:
                yield line.append_text(piece)
                line = Text(" " * self.others)
            line.append_text(rest)
        yield line


def _words(text: str, style: str = "") -> Text:
    from rich.text import Text

    return Text(text, style=style)


def _plain(kind: str) -> str:
    return _STYLES[kind].removeprefix("bold ")


def _located(place: Any) -> str:
    if place.lat is None or place.lon is None:
        return f" ({place.country})" if place.country else ""
    country = f"{place.country} " if place.country else ""
    rough = "" if place.precision == "exact" else "~"
    return f" ({country}{rough}{place.lat:.2f} {place.lon:.2f})"


def _value(kind: str, value: Any) -> str:
    if kind == "dates":
        return f"{value.value}{f' {value.mod}' if value.mod else ''}  {value.start or '?'} / {value.end or '?'}  {value.derivation}"
    if kind == "places":
        return f"{value.name}, {value.kind}{_located(value)}, {value.precision}"
    if kind == "actors":
        return f"{value.name}, {value.kind}{f', {value.country}' if value.country else ''}"
    if kind == "counts":
        return f"{value.category} {between(value.low, value.high)}{f' ({value.who})' if value.who else ''}"
    if kind == "citations":
        return f"{value.kind}{f': {value.target[:60]}' if value.target else ''}"
    return f"{value.type}.{value.subtype}"
