"""The command line: the only module that prints or exits."""

from __future__ import annotations

from pipeline.cli.app import main

__all__ = ["main"]
