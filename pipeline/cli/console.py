"""The console that commands print to."""

from __future__ import annotations

from rich import console

__all__ = ["Console"]


class Console(console.Console):
    """Rich's console, but that a reader who has seen enough (``| head``) is told to `main`, where that is no failure."""

    def on_broken_pipe(self) -> None:
        """Raise `BrokenPipeError` instead of ending the program with 1."""
        raise BrokenPipeError
