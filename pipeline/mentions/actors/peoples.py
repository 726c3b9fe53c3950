"""Peoples, sects and factions that no list knows, told by their plural: *the Taipings took Yongan*."""

from __future__ import annotations

from pipeline.mentions.actors.spans import Span, View

__all__ = ["people_spans"]

_LEAST = 5
"""Letters of a name: *the Alps* and *the Cubs* are too short to tell."""
_SINGULAR = ("ss", "us", "is", "as", "os", "es")
"""Ends of names that are no plurals of a people: *the Chagos*, *the Americas*, *the Netherlands* is known as a state."""
_NO_DEED = frozenset({"was", "were", "had", "lay", "rose", "ran", "formed", "stretched", "became", "remained", "belonged", "stood", "won", "beat", "lost", "played"})  # fmt: skip


def people_spans(view: View, taken: dict[int, Span]) -> None:
    """Adds a plural name with *the* wherever it stands, once a text has told of a deed of theirs.

    >>> from pipeline import extract
    >>> found = extract("The Taipings took Yongan. Later the army fought the Taipings at Wuchang.").mentions.actors
    >>> [mention.value.name for mention in found]
    ['Taipings', 'army', 'Taipings']
    """
    places = [at for at in view.capitals if _plural(view, at) and at not in taken]
    acting = {view.words[at] for at in places if _acts(view, at)}
    for at in places:
        if view.words[at] in acting:
            taken[at] = Span(at, at + 1, at, "other", "plural", plural=True)


def _plural(view: View, at: int) -> bool:
    """Whether a token may be the plural of a name, alone behind *the*."""
    word = view.lower[at]
    if view.tags[at] != "NAME" or not word.endswith("s") or word.endswith(_SINGULAR) or len(word) < _LEAST:
        return False
    alone = at + 1 >= len(view.tags) or view.tags[at + 1] not in ("NAME", "NOUN", "ADJ", "NUM", "GEN")
    return alone and at > 0 and view.lower[at - 1] == "the" and word not in view.rules.thing_words


def _acts(view: View, at: int) -> bool:
    """Whether a verb of doing, in the past tense, stands right behind."""
    following = at + 1
    return (
        following < len(view.tags)
        and view.starts_verb(following)
        and view.tags[following] == "VBD"
        and view.lower[following] not in _NO_DEED
    )
