"""One message to a person, on standard error."""

from __future__ import annotations

import sys

__all__ = ["say", "what_failed"]


def say(message: str) -> None:
    """Print a message on standard error, under the name of the program."""
    print(f"prose-events: {message}", file=sys.stderr)  # noqa: T201


def what_failed(error: OSError) -> str:
    """The file that could not be read or written, and why.

    >>> what_failed(FileNotFoundError(2, "No such file or directory", "kut.txt"))
    'kut.txt: No such file or directory'
    """
    return f"{error.filename or 'standard output'}: {error.strerror or error}"
