"""What can go wrong, as one tree, with the exit code that each branch means.

    PipelineError                1   unexpected
    ├── UsageError               2   a flag, a path or a setting is wrong
    ├── RuleError                2   a file under data/ is malformed
    ├── LabelError               2   a hand-labelled file is malformed
    ├── QuarantineError          3   more documents failed than allowed
    └── ContractError            4   a table breaks its declared schema

`DocumentError` is no failure of a run: it is the reason why one document is quarantined.
"""

from __future__ import annotations

__all__ = [
    "ContractError",
    "DocumentError",
    "LabelError",
    "PipelineError",
    "QuarantineError",
    "RuleError",
    "UsageError",
]


class PipelineError(Exception):
    """Every error this package raises on purpose; its text is one message fit for a person."""

    exit_code = 1


class UsageError(PipelineError):
    """A flag, a path or a setting that cannot be used; says which, and what is allowed."""

    exit_code = 2


class RuleError(PipelineError):
    """A malformed file under ``pipeline/data``; says file, key, and what is allowed."""

    exit_code = 2


class LabelError(PipelineError):
    """A malformed hand-labelled file; says file, line, and what is allowed."""

    exit_code = 2


class QuarantineError(PipelineError):
    """More documents were quarantined than ``--max-quarantine`` allows; the tables are written all the same."""

    exit_code = 3


class ContractError(PipelineError):
    """A table whose columns or values differ from those declared in `pipeline.tables.columns`."""

    exit_code = 4


class DocumentError(PipelineError):
    """One input document that cannot be processed: it goes to the quarantine table with ``stage`` and reason."""

    def __init__(
        self, message: str, *, source: str, doc_id: str = "", stage: str = "reading", error: str = "Unreadable"
    ) -> None:
        super().__init__(message.strip())
        self.source = source
        self.doc_id = doc_id
        self.stage = stage
        self.error = error
