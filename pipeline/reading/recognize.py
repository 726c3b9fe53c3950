"""Which format a file is in, told by its first bytes, where its name does not say."""

from __future__ import annotations

import json
import re

from pipeline.reading.packed import beginning

__all__ = ["recognize"]

_HEAD = 1 << 16
_HTML = re.compile(
    r"\s*(?:<!--.{0,2000}?-->\s*)?(?:<!doctype\s+html|<html\b|<head\b|<body\b|<(?:div|p|h1|table|article)\b[^<>]*>)",
    re.IGNORECASE | re.DOTALL,
)
_XHTML = re.compile(r"<html\b", re.IGNORECASE)
_DUMP = re.compile(r"<mediawiki\b")
_WIKI_SIGNS = (
    re.compile(r"\[\[[^\[\]\n]{1,200}\]\]"),
    re.compile(r"\{\{[^{}\n]{1,200}"),
    re.compile(r"'''[^'\n]{1,200}'''"),
    re.compile(r"<ref[ >/]"),
    re.compile(r"^={2,5}[^=\n]+={2,5}\s*$", re.MULTILINE),
)
_MARKDOWN_SIGNS = (
    re.compile(r"\A---[ \t]*\n[A-Za-z_]+:"),
    re.compile(r"^#{1,6} \S", re.MULTILINE),
    re.compile(r"\]\((?:https?:|#|/|\.)"),
    re.compile(r"\*\*[^*\n]{1,200}\*\*"),
    re.compile(r"^\|.*\|[ \t]*\n\|[ \t:|-]+\|", re.MULTILINE),
)


def recognize(head: bytes) -> str:
    """The format of a file by its first bytes: a key of `FORMATS`; ``text`` where nothing else is plain.

    >>> recognize(b"<!DOCTYPE html><p>x"), recognize(b"'''Kut''' is a [[town]]."), recognize(b'{"text": "Kut fell."}'), recognize(b"Kut fell.")
    ('html', 'wikitext', 'jsonl', 'text')
    """
    if head.startswith(b"PAR1"):
        return "parquet"
    text = beginning(head[:_HEAD], _HEAD).decode("utf-8", "replace").removeprefix("\ufeff")
    if text.lstrip().startswith("<") and _DUMP.search(text[:2000]):
        return "dump"
    if _HTML.match(text) or (text.lstrip().startswith("<?xml") and _XHTML.search(text[:2000])):
        return "html"
    if text.lstrip().startswith("{") and _is_record(text.lstrip().partition("\n")[0]):
        return "jsonl"
    if sum(sign.search(text) is not None for sign in _WIKI_SIGNS) > 1:
        return "wikitext"
    if (
        any(sign.search(text) for sign in _MARKDOWN_SIGNS[:3])
        or sum(sign.search(text) is not None for sign in _MARKDOWN_SIGNS[3:]) > 1
    ):
        return "markdown"
    return "text"


def _is_record(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        # A first line longer than what was read.
        return len(line) > 1000 and re.match(r'\{\s*"[\w -]{1,60}"\s*:', line) is not None
