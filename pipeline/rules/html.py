"""What of a saved page is the article: ``data/html.toml``."""

from __future__ import annotations

from functools import cache

from pipeline.rules import RuleFile, read_toml

__all__ = ["HtmlRules", "html_rules"]


class HtmlRules(RuleFile):
    """Selectors of the article, and the names of elements and classes by what they mean to a reader."""

    roots: tuple[str, ...]
    unread_elements: frozenset[str]
    block_elements: frozenset[str]
    unread_classes: frozenset[str]
    unread_ids: frozenset[str]
    unread_roles: frozenset[str]
    caption_classes: frozenset[str]


@cache
def html_rules() -> HtmlRules:
    """The rules of reading HTML, read once.

    >>> "script" in html_rules().unread_elements
    True
    """
    return read_toml("html.toml", HtmlRules)
