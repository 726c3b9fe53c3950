"""``prose-events show``: one text, its mentions and events, in colour. The tool a rule writer lives in."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.pages.counts import between

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import Console, ConsoleOptions, RenderableType
    from rich.text import Text

    from pipeline.errors import DocumentError
    from pipeline.flow import Extraction
    from pipeline.records import Document, Event, Mention, Sentence

__all__ = ["show"]

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


def show(
    text: Annotated[str, typer.Argument(metavar="TEXT_OR_FILE", help="A text, a file, or - for standard input.")],
    *,
    rules: Annotated[bool, typer.Option("--rules", help="Name the rule behind every mention and event.")] = False,
    unresolved: Annotated[
        bool, typer.Option("--unresolved", help="What the rules leave unexplained, in a text or over a folder.")
    ] = False,
    table: Annotated[Path | None, typer.Option(metavar="FILE", help="Write that ranking as CSV as well.")] = None,
    events_only: Annotated[bool, typer.Option("--events", help="Only sentences with an event.")] = False,
    date: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="The document's time; YYYY-MM or YYYY will do.")
    ] = None,
    title: Annotated[str, typer.Option(help="The document's title.")] = "",
    encoding: Annotated[str | None, typer.Option(help="Of a text file without a byte order mark.")] = None,
    html: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the same as a page instead.")] = None,
    browse: Annotated[bool, typer.Option("--open", help="Open that page in the browser.")] = False,
) -> None:
    """Print a text with its mentions and events."""
    from pipeline.cli.console import Console
    from pipeline.cli.progress import compile_gazetteer
    from pipeline.cli.run import in_force
    from pipeline.errors import DocumentError, UsageError
    from pipeline.flow import extract
    from pipeline.timex import span_of

    if browse and html is None:
        raise UsageError("--open opens the page that --html FILE writes")
    if table is not None and not unresolved:
        raise UsageError("--table writes the ranking of --unresolved")
    if date is not None and span_of(date) is None:
        raise UsageError(f"--date: {date!r} is no date; write it as 2016-11-06, 2016-11 or 2016")
    if not text.strip():
        raise UsageError("there is no text to show")
    console = Console(highlight=False)
    found = []
    documents = _documents(text, title, date, in_force({"encoding": encoding}).settings.encoding)
    if not documents:
        raise UsageError(f"{text}: no document in it")
    compile_gazetteer()
    if unresolved:
        from pipeline.cli.unresolved import show_unresolved

        show_unresolved(_readable(documents), console, table)
        return
    for document in _readable(documents):
        if html is not None:
            found.append(extract(document))
            continue
        page = _Page(extract(document), rules=rules)
        for part in page.parts(events_only=events_only):
            console.print(part)
    if all(isinstance(document, DocumentError) for document in documents):
        raise typer.Exit(3)
    if html is not None:
        _write_page(html, found, browse=browse)


def _documents(text: str, title: str, date: str | None, encoding: str) -> list[Document | DocumentError]:
    """The documents of a file, folder or standard input, else the text itself; raises `UsageError` for a file that is not there."""
    from pipeline.errors import UsageError
    from pipeline.reading import read_documents
    from pipeline.records import Document

    if text == "-" or _is_file(text):
        return list(read_documents(text, encoding))
    if _names_a_file(text):
        raise UsageError(f"{text}: no such file")
    return [Document(doc_id="text", text=text, title=title, reference_date=date)]


def _readable(documents: Iterable[Document | DocumentError]) -> Iterator[Document]:
    """The documents that can be read; the others are named on standard error."""
    from pipeline.errors import DocumentError

    for document in documents:
        if isinstance(document, DocumentError):
            print(f"prose-events: {document.source}: {document}", file=sys.stderr)  # noqa: T201
        else:
            yield document


def _write_page(path: Path, found: list[Extraction], *, browse: bool) -> None:
    from pipeline.show_page import show_page
    from pipeline.tables.files import atomic

    with atomic(path) as stream:
        stream.write(show_page(found).encode())
    typer.echo(str(path))
    if browse:
        typer.launch(path.resolve().as_uri())


def _names_a_file(text: str) -> bool:
    """Whether somebody meant a file: one word, with a slash or a short ending (no prose ends in `.txt`)."""
    return len(text.split()) == 1 and ("/" in text or re.search(r"\w\.[a-z]\w{1,7}\Z", text) is not None)


def _is_file(text: str) -> bool:
    try:
        return Path(text).exists()
    except (OSError, ValueError):  # a text too long for a path, or with NUL in it
        return False


class _Page:
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
                yield Text(f"\n{section}" if section else "", style="bold dim")
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
            text.stylize("dim")
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
