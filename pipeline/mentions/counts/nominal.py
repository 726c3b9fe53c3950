"""Nouns of death, loss and the like, with the number that they are of: *the deaths of 12 civilians*, *casualties numbered 300*."""

from __future__ import annotations

from pipeline.mentions.counts.sight import Sight
from pipeline.mentions.counts.verbal import CLAUSE_ENDS
from pipeline.mentions.counts.victims import Counted

__all__ = ["among", "death_of", "of_noun", "told_first"]

_NUMBERING = frozenset({"numbered", "numbering", "totaled", "totalled"})
# *for the loss of only six men*, *with the loss of all 290 men*
_ONLY = frozenset({"only", "just", "merely", "all"})
_LOSS = frozenset({"loss", "death"})
_AMONG = frozenset({"among", "amongst"})


def among(sight: Sight, item: Counted) -> str:
    """*Among the dead were 12 children*, *those killed included two journalists*: who they were, where how many there were is not told.

    >>> from pipeline import extract
    >>> [(m.value.category, m.value.low) for m in extract("Among the dead were 12 children and two nuns.").mentions.counts]
    [('killed', 12), ('killed', 2)]
    """
    at = _before_names(sight, item.number.first - 1)
    told = sight.word(at) == "included" or (sight.word(at) in ("was", "were") and sight.word(at - 3) in _AMONG)
    if not told or item.head < 0 or sight.word(at - 2) not in ("the", "those"):
        return ""
    word = sight.word(at - 1)
    return sight.rules.participle.get(word) or sight.rules.nouns.get(word, "")


def _before_names(sight: Sight, at: int) -> int:
    """*Among the dead were General Reynolds and two colonels*: from an *and* back to the word before the one named first."""
    index = sight.parse.chunk_of[at - 1] if sight.word(at) == "and" else -1
    return sight.parse.chunks[index].first - 1 if index >= 0 and sight.parse.chunks[index].last == at else at


def of_noun(sight: Sight, item: Counted) -> str:
    """The category of the noun that a number is told of: *the deaths of 12 civilians*, *casualties numbered 300*, *a death toll of 50*.

    >>> from pipeline import extract
    >>> [(m.value.category, m.value.low) for m in extract("The storm caused the deaths of 12 fishermen.").mentions.counts]
    [('killed', 12)]
    """
    lower, rules = sight.tokens.lower, sight.rules
    at, seen = item.number.first - 1, 0
    while at > sight.sentence.first and lower[at] in _ONLY:
        at -= 1
    if lower[at] == "of" and sight.word(at - 1) in _LOSS and "without" in (sight.word(at - 2), sight.word(at - 3)):
        # *left without the loss of a man*
        return ""
    if item.head < 0 and at > sight.sentence.first and lower[at] in _NUMBERING and lower[at - 1] in rules.nouns:
        # *the dead numbered 310*
        return rules.nouns[lower[at - 1]]
    if at >= sight.sentence.first and lower[at] in rules.of and lower[at] in rules.nouns:
        return rules.of[lower[at]]
    if at < sight.sentence.first or lower[at] not in rules.copulas:
        return ""
    linked = False
    while at >= sight.sentence.first and seen < 12:
        word = lower[at]
        if word in rules.of and (linked or word in rules.nouns):
            return "" if _told_for(sight, at, word) else rules.of[word]
        if linked and word in rules.participle and _numbered(sight, at):
            return rules.participle[word]
        if word in CLAUSE_ENDS or word == ",":
            return ""
        linked = linked or word in rules.copulas
        at -= 1
        seen += 1
    return ""


def _numbered(sight: Sight, at: int) -> bool:
    """*the number of people injured had increased to 13*."""
    at -= 1
    while sight.word(at) in ("the", "those") or sight.word(at) in sight.rules.people:
        at -= 1
    return sight.word(at) == "of" and sight.word(at - 1) == "number"


def death_of(sight: Sight, item: Counted) -> bool:
    """Whether what befell them stands right before: *ended with the deaths of 400 men, and 900 were captured*.

    >>> from pipeline import extract
    >>> [(m.value.category, m.value.low) for m in extract("It led to the deaths of 400 men, and 900 were captured.").mentions.counts]
    [('killed', 400), ('captured', 900)]
    """
    at = item.number.first - 1
    return (
        sight.word(at) == "of" and sight.rules.of.get(sight.word(at - 1)) == "killed" and sight.word(item.last) == ","
    )


def _told_for(sight: Sight, at: int, word: str) -> bool:
    """*was hanged for the murder of two boys*: a deed told as the reason of another."""
    before = at - 1 - (sight.word(at - 1) in ("the", "his", "her", "their"))
    return sight.rules.of[word] == "killed" and sight.word(before) == "for" and sight.word(before - 1) != "responsible"


def told_first(sight: Sight, item: Counted) -> str:
    """*Also killed were five men*: the category of a participle that opens the sentence, its auxiliary before the number.

    >>> from pipeline import extract
    >>> [(m.value.category, m.value.low) for m in extract("Also wounded were five men.").mentions.counts]
    [('wounded', 5)]
    """
    before = item.number.first - 1
    if item.head < 0 or before < sight.sentence.first or sight.parse.tags[before] != "BE":
        return ""
    chunk, groups = sight.parse.chunk_of[item.head], sight.parse.groups
    opening = (c for c in sight.clauses if c.link == "participle" and chunk in c.subjects and c.last <= before)
    return next((sight.rules.passive.get(sight.word(groups[c.group].head), "") for c in opening), "")
