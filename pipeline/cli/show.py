"""``prose-events show``: one text, its mentions and events, in colour. The tool a rule writer lives in."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pipeline.errors import DocumentError
    from pipeline.flow import Extraction
    from pipeline.records import Document

__all__ = ["show"]

_NAMED = 5
"""So many documents that cannot be read are named."""


def show(
    text: Annotated[
        str,
        typer.Argument(
            metavar="TEXT_OR_FILE",
            help="A text, a file, a folder of files, the folder of a run, or - for standard input.",
        ),
    ],
    *,
    rules: Annotated[bool, typer.Option("--rules", help="Name the rule behind every mention and event.")] = False,
    unresolved: Annotated[
        bool, typer.Option("--unresolved", help="What the rules leave unexplained, in a text or over a folder.")
    ] = False,
    limit: Annotated[
        int | None, typer.Option(min=0, metavar="N", help="So many of each kind of it; 10, and 0 for all.")
    ] = None,
    table: Annotated[Path | None, typer.Option(metavar="FILE", help="Write that ranking as CSV as well.")] = None,
    events_only: Annotated[bool, typer.Option("--events", help="Only sentences with an event.")] = False,
    date: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="The document's time; YYYY-MM or YYYY will do.")
    ] = None,
    title: Annotated[str, typer.Option(metavar="TITLE", help="The document's title.")] = "",
    encoding: Annotated[
        str | None, typer.Option(metavar="NAME", help="Of a text file without a byte order mark.")
    ] = None,
    html: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the same as a page instead.")] = None,
    browse: Annotated[bool, typer.Option("--open", help="Open that page in the browser.")] = False,
) -> None:
    """Print a text with its mentions and events."""
    from pipeline.cli.console import Console
    from pipeline.cli.printed import Printed
    from pipeline.cli.progress import compile_gazetteer
    from pipeline.cli.run import in_force
    from pipeline.cli.unresolved import show_unresolved
    from pipeline.flow import extract

    _check_together(unresolved=unresolved, table=table, limit=limit, html=html, browse=browse)
    documents = _documents(text, title, _checked(date), in_force({"encoding": encoding}).settings.encoding)
    compile_gazetteer()
    console = Console(highlight=False)
    if unresolved:
        show_unresolved(_readable(documents), console, 10 if limit is None else limit, table)
    elif html is not None:
        _write_page(html, [extract(document) for document in _readable(documents)], browse=browse)
    else:
        for number, document in enumerate(_readable(documents)):
            if number:
                console.print()
            for part in Printed(extract(document), rules=rules).parts(events_only=events_only):
                console.print(part)


def _check_together(
    *, unresolved: bool, table: Path | None, limit: int | None, html: Path | None, browse: bool
) -> None:
    """Raise `UsageError` for flags that mean nothing without another one, or beside it."""
    from pipeline.errors import UsageError

    if browse and html is None:
        raise UsageError("--open opens the page that --html FILE writes")
    if html is not None and unresolved:
        raise UsageError("--html writes mentions and events, --unresolved shows what is none: one of them")
    if table is not None and not unresolved:
        raise UsageError("--table writes the ranking of --unresolved")
    if limit is not None and not unresolved:
        raise UsageError("--limit cuts the ranking of --unresolved")


def _checked(date: str | None) -> str | None:
    from pipeline.errors import UsageError
    from pipeline.timex import span_of

    if date is not None and span_of(date) is None:
        raise UsageError(f"--date: {date!r} is no date; write it as 2016-11-06, 2016-11 or 2016")
    return date


def _documents(text: str, title: str, date: str | None, encoding: str) -> Iterator[Document | DocumentError]:
    """The documents of a file, folder, run or standard input, else the text itself; ``title`` and ``date`` count before what a file says.

    Raises `UsageError` for a file that is not there, and where there is nothing to show.
    """
    from pipeline.errors import DocumentError, UsageError
    from pipeline.frozen import replace
    from pipeline.reading import read_documents
    from pipeline.records import Document
    from pipeline.tables import reading as runs

    if not text.strip():
        raise UsageError("there is no text to show")
    if text == "-" or _is_file(text):
        run = text != "-" and runs.has_table(Path(text), "documents")
        found = (
            d
            if isinstance(d, DocumentError)
            else replace(d, title=title or d.title, reference_date=date or d.reference_date)
            for d in (runs.read_documents(Path(text)) if run else read_documents(text, encoding))
        )
        first = next(found, None)
        if first is None:
            raise UsageError(f"{text}: no document in it")
        return chain([first], found)
    if _names_a_file(text):
        raise UsageError(f"{text}: no such file")
    return iter([Document(doc_id="text", text=text, title=title, reference_date=date)])


def _readable(documents: Iterable[Document | DocumentError]) -> Iterator[Document]:
    """The documents that can be read; of the others the first are named on standard error, and the rest counted.

    Ends the command with 3 where none can.
    """
    from pipeline.errors import DocumentError

    readable = unreadable = 0
    for document in documents:
        if not isinstance(document, DocumentError):
            readable += 1
            yield document
            continue
        unreadable += 1
        if unreadable <= _NAMED:
            say(f"{document.source}: {document}")
    if unreadable > _NAMED:
        say(f"{unreadable - _NAMED:,} more that cannot be read")
    if not readable:
        raise typer.Exit(3)


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
