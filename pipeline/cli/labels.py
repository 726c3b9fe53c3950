"""``prose-events labels``: hand-labelled files, checked, and changed by the decisions of a review."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.errors import LabelError, UsageError

__all__ = ["labels"]

labels = typer.Typer(
    name="labels", help="Hand-labelled files: check them, or apply a review's decisions.", no_args_is_help=True
)


@labels.command()
def check(
    path: Annotated[Path, typer.Argument(metavar="LABELS", help="Folder of label files, or one of them.")] = Path(
        "tests/gold"
    ),
    *,
    corpus: Annotated[Path, typer.Option(metavar="DIR", help="Folder of their texts.")] = Path("corpus"),
) -> None:
    """Say what is wrong in label files, with file and line.

    It ends with 2 where anything is.
    """
    from pipeline.labels.files import label_paths
    from pipeline.reading import read_documents
    from pipeline.review.checking import check_labels

    label_paths(path)  # the folder of labels is named first, and is the first to be told of
    texts = {d.doc_id: d.text for d in read_documents(corpus) if not isinstance(d, Exception)}
    number, problems = check_labels(path, texts)
    for problem in problems:
        typer.echo(problem, err=True)
    if problems:
        raise LabelError(f"{len(problems)} {'problem' if len(problems) == 1 else 'problems'} in {number} labels")
    typer.echo(f"{number} labels, no problem")


@labels.command()
def apply(
    decisions: Annotated[Path, typer.Argument(metavar="LOG", help="Log of a review, or the folder it lies in.")],
    *,
    to: Annotated[Path, typer.Option(metavar="DIR", help="Folder of label files.")] = Path("tests/gold"),
    patch: Annotated[bool, typer.Option("--patch", help="Print what would change, and change nothing.")] = False,
) -> None:
    """Make the label files say what was decided.

    What nobody decided, or somebody edited since, is left alone and listed.
    """
    try:
        from pipeline.review.applying import apply_outcomes
    except ImportError as error:
        raise UsageError("labels are edited with TOML Kit: pip install 'prose-events[review]'") from error
    from pipeline.review.decisions import Log
    from pipeline.review.verdicts import outcomes
    from pipeline.tables.files import atomic

    path = decisions / "review.sqlite" if decisions.is_dir() else decisions
    if not path.is_file() or not path.stat().st_size:
        raise UsageError(f"{path}: no log of decisions; `prose-events review` makes one")
    log = Log(path)
    applied = apply_outcomes(outcomes(log.rows()).values(), log.snapshots(), to)
    log.close()
    if patch:
        typer.echo(applied.patch(), nl=False)
    else:
        for file, content in applied.contents.items():
            with atomic(file) as stream:
                stream.write(content.encode())
    changed = len(applied.contents)
    typer.echo(
        f"{applied.done} decisions followed, {changed} {'file' if changed == 1 else 'files'} "
        f"{'would change' if patch else 'changed'}, {len(applied.left)} left alone",
        err=patch,
    )
    for line in applied.left:
        typer.echo(f"  {line}", err=True)
