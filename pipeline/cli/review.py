"""``prose-events review``: the local web app in which annotators decide what changed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.diff import Severity
from pipeline.errors import UsageError

__all__ = ["review"]


def review(
    new: Annotated[Path, typer.Argument(metavar="NEW", help="Folder of a run, or hand-labelled files.")],
    *,
    against: Annotated[
        Path, typer.Option(metavar="OLD", help="What it is compared with: folder of a run, or hand-labelled files.")
    ],
    log: Annotated[
        Path | None, typer.Option(metavar="FILE", help="File of the decisions; review.sqlite beside NEW by default.")
    ] = None,
    document: Annotated[list[str] | None, typer.Option(metavar="ID", help="Only this document; may hold *.")] = None,
    column: Annotated[list[str] | None, typer.Option(metavar="CELL", help="Only where this cell differs.")] = None,
    rule: Annotated[
        list[str] | None, typer.Option(metavar="RULE", help="Only what this rule made; may hold *.")
    ] = None,
    severity: Annotated[list[Severity] | None, typer.Option(help="Only changes of this weight.")] = None,
    host: Annotated[
        str,
        typer.Option(metavar="ADDRESS", help="Address to listen on; another than this machine's needs --auth-file."),
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(metavar="N", min=0, max=65535, help="Port to listen on; 0 takes a free one.")
    ] = 8377,
    auth_file: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Lines `role secret name` of who may sign in.")
    ] = None,
    served_as: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Another name by which browsers reach it.")
    ] = None,
    corpus: Annotated[Path | None, typer.Option(metavar="DIR", help="Texts, when both sides are labels.")] = None,
) -> None:
    """Decide change by change what is right, in the browser.

    `labels apply` then makes labels of the decisions.
    """
    from pipeline.review.changes import compare
    from pipeline.review.decisions import Log
    from pipeline.review.queue import items_from
    from pipeline.review.readings import read_sides
    from pipeline.review.selection import Selection

    try:
        import jinja2  # noqa: F401 (the pages ask for it only when the browser does)

        from pipeline.review.server import open_service
    except ImportError as error:
        raise UsageError("the review app needs its extra: pip install 'prose-events[review]'") from error
    wanted = Selection(documents=document or (), columns=column or (), rules=rule or (), severities=severity or ())
    before, after = read_sides(against, new, corpus=corpus)
    items = items_from(wanted.of(compare(before, after), before, after), before, after)
    path = log or (new if new.is_dir() else new.parent) / "review.sqlite"
    typer.echo(f"{len(items)} changes from {against} to {new}; decisions go to {path}")
    service = open_service(
        items,
        Log(path),
        old=str(against),
        new=str(new),
        host=host,
        port=port,
        auth_file=auth_file,
        served_as=served_as or (),
    )
    typer.echo(f"Open {service.address}\nCtrl C ends; nothing decided is lost.")
    service.run()
