"""``prose-events``: the commands, one module each, and the border where errors become messages and exit codes."""

from __future__ import annotations

import gc
import io
import os
import sys
import traceback
from pathlib import PurePath
from typing import Annotated, Any

import typer

from pipeline.cli.check import check
from pipeline.cli.config import config
from pipeline.cli.diff import diff
from pipeline.cli.export import export_command
from pipeline.cli.labels import labels
from pipeline.cli.messages import say, what_failed
from pipeline.cli.plan import plan
from pipeline.cli.report import report
from pipeline.cli.retry import retry
from pipeline.cli.review import review
from pipeline.cli.run import run
from pipeline.cli.schema import schema
from pipeline.cli.score import score
from pipeline.cli.show import show
from pipeline.cli.validate import validate
from pipeline.errors import PipelineError

__all__ = ["app", "main"]

# Typer brings click along under a name of its own, or as the package, by version.
_CommandLineError: Any = next(kind for kind in typer.BadParameter.__mro__ if kind.__name__ == "ClickException")


app = typer.Typer(
    name="prose-events",
    epilog="Exit codes: 0 done · 1 unexpected · 2 usage · 3 too much quarantined · 4 contract broken · 130 interrupted",
    add_completion=False,
    no_args_is_help=True,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.callback()
def _all(
    *,
    version: Annotated[bool, typer.Option("--version", help="Print the version and exit.", is_eager=True)] = False,
) -> None:
    """Encyclopedic prose on conflicts → normalized event tables, every cell grounded in its source."""
    if version:
        from importlib.metadata import version as version_of

        typer.echo(f"prose-events {version_of('prose-events')}")
        raise typer.Exit


app.command()(run)
app.command()(show)
app.command()(score)
app.command()(check)
app.command()(schema)
app.command()(validate)
app.command()(plan)
app.command()(retry)
app.command()(config)
app.command()(diff)
app.command()(review)
app.add_typer(labels)
app.command()(report)
app.command("export")(export_command)


def main() -> None:
    """Run the command line; every failure is one message on standard error and an exit code."""
    # A command begins by making some hundred thousand rules, words and classes that live to its end: a collector at its usual pace would look
    # through them again and again, which is a sixth of a start.
    gc.set_threshold(50_000, 20, 20)
    _write_any_letter()
    try:
        sys.exit(app(standalone_mode=False))
    except PipelineError as error:
        say(str(error))
        _flush_or_hush()
        sys.exit(error.exit_code)
    except (KeyboardInterrupt, typer.Abort):
        say("interrupted")
        sys.exit(130)
    except BrokenPipeError:
        _end_unread()
    except SystemExit as end:
        if isinstance(end.__context__, BrokenPipeError):  # Click makes a failure of it
            _end_unread()
        raise
    except _CommandLineError as error:
        error.message = error.message.replace(
            "Value error, ", ""
        )  # how Pydantic begins, which some versions of Typer ask
        error.show()
        sys.exit(error.exit_code)
    except OSError as error:
        say(what_failed(error))
        if not error.filename:
            _hush()
        sys.exit(1)
    except Exception as error:  # noqa: BLE001 (the last border: a person gets a message, whatever happened)
        frame = traceback.extract_tb(error.__traceback__)[-1]
        say(f"unexpected {type(error).__name__}: {error} ({PurePath(frame.filename).name}:{frame.lineno})")
        sys.exit(1)


def _write_any_letter() -> None:
    """Let no letter end a command: files and pipes get UTF-8 whatever the locale, a terminal that lacks a letter shows a question mark."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        if sys.stdout.isatty():
            sys.stdout.reconfigure(errors="replace")
        else:
            sys.stdout.reconfigure(encoding="utf-8")


def _end_unread() -> None:
    """Ends well: the reader of our output, such as ``head``, has seen enough, and nothing more can be said to it."""
    _hush()
    sys.exit(0)


def _flush_or_hush() -> None:
    """Writes what is still to be written, or lets it go where there is no room for it."""
    try:
        sys.stdout.flush()
    except OSError:
        _hush()


def _hush() -> None:
    """Lets what is still to be written to standard output go nowhere: writing it at the very end would fail again, with an exit code of its own."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
