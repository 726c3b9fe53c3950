"""Titles as headings."""

from __future__ import annotations

__all__ = ["heading"]

_SMALL = frozenset(
    ["a", "an", "and", "at", "by", "de", "for", "from", "in", "of", "on", "or", "the", "to", "von", "with"]
)


def heading(title: str) -> str:
    """A title as a heading: one made of a file's name, which has no capitals, gets those of a title.

    >>> heading("second battle of the marne 1918"), heading("The siege of Kut")
    ('Second Battle of the Marne 1918', 'The siege of Kut')
    """
    if title != title.lower():
        return title
    words = title.split(" ")
    return " ".join(word if at and word in _SMALL else word[:1].upper() + word[1:] for at, word in enumerate(words))
