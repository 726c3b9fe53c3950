"""The command line: one module a command, and in `pipeline.cli.app` the border where errors become messages and exit codes."""

from __future__ import annotations

import sys

__all__ = ["main"]


def main() -> None:
    """Run the command line; an interrupt while it loads ends it without a word, as one later does."""
    try:
        from pipeline.cli.app import main as run
    except KeyboardInterrupt:
        sys.exit(130)
    run()
