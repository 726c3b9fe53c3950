"""Single victims without a number: *the commander was killed*, *Mardonius was wounded*, *he was captured*."""

from __future__ import annotations

from pipeline.mentions.counts.sight import Sight
from pipeline.mentions.counts.victims import kind_of
from pipeline.records import Chunk, Count, Mention
from pipeline.rules.actors import actor_rules

__all__ = ["single_victims"]

_PERSONAL = frozenset({"he", "she", "him", "her"})
_CATEGORIES = frozenset({"killed", "wounded", "captured"})
_SINGULAR_BE = frozenset({"was", "is", "be", "been", "being"})
_REFLEXIVES = frozenset({"himself", "herself", "both", "either", "later", "soon", "then", "also"})
_AUXILIARIES = frozenset({"BE", "HAVE", "MODAL", "ADV", "DO"})
_LONGEST_APPOSITION = 14


def single_victims(sight: Sight) -> list[Mention[Count]]:
    """Counts of one for single persons that a verb of killing, wounding or capturing befell."""
    found, lower, tags, rules = [], sight.tokens.lower, sight.parse.tags, sight.rules
    for at in range(sight.sentence.first, sight.sentence.last):
        word = lower[at]
        chunk, category = None, ""
        if word in rules.passive and _be_before(sight, at):
            category, chunk = rules.passive[word], _subject(sight, at)
        elif word == "prisoner" and lower[at - 1] in ("taken", "made") and _be_before(sight, at - 1):
            category, chunk = "captured", _subject(sight, at - 1)
        elif word in rules.intransitive and tags[at] != "VBG":
            category, chunk = rules.intransitive[word], _subject(sight, at)
        elif word in rules.active and tags[at] in ("VBD", "VBG", "VBN"):
            category, chunk = rules.active[word], _object(sight, at)
        if chunk is None or category not in _CATEGORIES:
            continue
        mention = _single(sight, chunk, category)
        if mention is not None:
            found.append(mention)
    return found


def _be_before(sight: Sight, at: int) -> bool:
    """Whether a singular form of *be* makes the participle a passive; none that is negated."""
    before = at - 1
    while before > sight.sentence.first and sight.parse.tags[before] == "ADV":
        before -= 1
    return before >= sight.sentence.first and sight.tokens.lower[before] in _SINGULAR_BE


def _subject(sight: Sight, at: int) -> Chunk | None:
    lower, tags, first = sight.tokens.lower, sight.parse.tags, sight.sentence.first
    at -= 1
    while at > first and (tags[at] in _AUXILIARIES or lower[at] in _REFLEXIVES):
        if tags[at] == "NEG":
            return None
        at -= 1
    if tags[at] == "REL":
        at -= 1
    if at > first and lower[at] == ",":
        at -= 1
        if tags[at + 2] != "REL":
            start = at
            while start > first and lower[start] != "," and at - start < _LONGEST_APPOSITION:
                start -= 1
            at = start - 1 if lower[start] == "," and start > first else at
    return _governing(sight, sight.parse.chunk_of[at])


def _governing(sight: Sight, index: int) -> Chunk | None:
    """The noun phrase that the prepositional phrases before the verb belong to: *the commander of the 6th Tank Regiment*."""
    chunk_of, prepositions, first = sight.parse.chunk_of, sight.parse.prepositions, sight.sentence.first
    while index >= 0 and index in prepositions:
        at = prepositions[index] - 1
        index = chunk_of[at] if at >= first else -1
    return sight.parse.chunks[index] if index >= 0 else None


def _object(sight: Sight, at: int) -> Chunk | None:
    group = sight.parse.group_of[at]
    if (group >= 0 and sight.parse.groups[group].passive) or at + 1 >= sight.sentence.last:
        return None
    index = sight.parse.chunk_of[at + 1]
    chunk = sight.parse.chunks[index] if index >= 0 else None
    return chunk if chunk is not None and chunk.first == at + 1 else None


def _single(sight: Sight, chunk: Chunk, category: str) -> Mention[Count] | None:
    tokens, tags, actors = sight.tokens, sight.parse.tags, actor_rules()
    if chunk.temporal or any(tags[at] == "NUM" for at in range(chunk.first, chunk.head)):
        return None
    first = chunk.first
    while first < chunk.head and tokens.lower[first] in actors.articles:
        first += 1
    word, tag = tokens.lower[chunk.head], tags[chunk.head]
    titles = actors.ranks | actors.offices
    titled = any(tokens.lower[at] in titles for at in range(first, chunk.head))
    if tag == "PRON":
        single = word in _PERSONAL
    elif word in actors.alone or word in actors.ranks:
        single = not word.endswith("s")
    elif tag == "NAME":
        single = (
            titled or tokens.words[first] in actors.given_names or (category != "captured" and _unknown(sight, chunk))
        )
    else:
        single = False
    if not single:
        return None
    start, end = tokens.starts[first], tokens.ends[chunk.head]
    who = " ".join(tokens.text[start:end].split())
    kind = "combatant" if titled else kind_of(tokens, first, chunk.head, sight.rules)
    return Mention(start, end, Count(category, 1, 1, "exact", who, kind), "count/person")


def _unknown(sight: Sight, chunk: Chunk) -> bool:
    """Whether a name is none of a state, a people, an organisation or several: it may be one person's."""
    rules, tokens = actor_rules(), sight.tokens
    names = (tokens.words[at] for at in range(chunk.first, chunk.last))
    if any(name in rules.known and name not in rules.given_names for name in names):
        return False
    if tokens.lower[chunk.first] in rules.articles or tokens.lower[chunk.head] in rules.heads:
        return False
    return not any(tokens.lower[at] in rules.thing_words for at in range(chunk.first, chunk.last))
