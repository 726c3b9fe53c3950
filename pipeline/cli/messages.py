"""One message to a person, on standard error."""

from __future__ import annotations

import sys

__all__ = ["say"]


def say(message: str) -> None:
    """Print a message on standard error, under the name of the program."""
    print(f"prose-events: {message}", file=sys.stderr)  # noqa: T201
