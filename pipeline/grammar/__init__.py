"""Grammar: `Tokens` → `Parse`: word classes from lexicons and context, base noun phrases, verb groups, clauses. A sparse parse, no model.

Word classes, as ``Parse.tags`` names them and ``Parse.codes`` abbreviates them:

    D DET    P POSS (its)   S GEN ('s)   J ADJ   N NOUN   M NAME (capitalised)   C NUM   t MONTH or weekday   a YEAR   O PRON
    R REL (who, which)   Y WHOSE   T THAT   W WH (when, where)   Q SUB (because, while)   q SUB/ADP (after, before, since)
    I ADP    i TO (infinitive)   K CONJ   ! NEG   A ADV
    U MODAL  B BE (finite)   b BE (be, been)   e BEING   H HAVE   h HAVING   F DO
    V VB (base)   Z VBZ   L VBD   p VBN   G VBG (participle or gerund)
    , ; : . ( ) " - PUNCT    _ SPACE    * SYM
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from pipeline.grammar.chunking import scan
from pipeline.grammar.clauses import build_clauses
from pipeline.grammar.entries import find_entries
from pipeline.grammar.participles import settle
from pipeline.grammar.tagging import codes_of
from pipeline.records import Chunk, Clause, Parse, Sentence, Tokens, VerbGroup

__all__ = ["parse"]

_OVERVIEWS = frozenset({"list", "lists", "outline", "timeline", "index", "chronology"})

_TAGS = {
    "D": "DET", "P": "POSS", "S": "GEN", "J": "ADJ", "N": "NOUN", "M": "NAME", "C": "NUM", "t": "MONTH", "a": "YEAR", "O": "PRON", "R": "REL",
    "Y": "WHOSE", "T": "THAT", "W": "WH", "Q": "SUB", "q": "SUB", "I": "ADP", "i": "TO", "K": "CONJ", "!": "NEG", "A": "ADV", "U": "MODAL",
    "B": "BE", "b": "BE", "e": "BE", "H": "HAVE", "h": "HAVE", "F": "DO", "V": "VB", "Z": "VBZ", "L": "VBD", "p": "VBN", "G": "VBG", "_": "SPACE",
    "*": "SYM",
}  # fmt: skip


@cache
def _tags() -> defaultdict[str, str]:
    """The name of a class by its code; punctuation stands for itself."""
    return defaultdict(lambda: "PUNCT", _TAGS)


def parse(tokens: Tokens) -> Parse:
    """The sparse parse of a text.

    >>> from pipeline import extract
    >>> from pipeline.cleaning import clean
    >>> from pipeline.records import Document
    >>> from pipeline.sentences import split
    >>> tokens = split(clean(Document("a", "Rebels retook Khitab and forced the army to withdraw.")))
    >>> found = parse(tokens)
    >>> [(tokens.words[found.groups[c.group].head], [tokens.words[found.chunks[s].head] for s in c.subjects]) for c in found.clauses]
    [('retook', ['Rebels']), ('forced', ['Rebels']), ('withdraw', ['army'])]
    """
    codes = codes_of(tokens)
    chunks: list[Chunk] = []
    groups: list[VerbGroup] = []
    clauses: list[Clause] = []
    prepositions: dict[int, int] = {}
    line = "".join(codes)
    for sentence in tokens.sentences:
        if sentence.kind in {"heading", "caption", "infobox", "table"} or _is_title(tokens, sentence):
            continue
        items, kinds = scan(line, tokens.lower, sentence.first, sentence.last, chunks, groups)
        doubtful = line.find("E", sentence.first, sentence.last) >= 0
        settle(items, kinds, codes, groups, tokens.lower, doubtful=doubtful)
        clauses += build_clauses(items, sentence, chunks, groups, codes, tokens.lower, len(clauses), prepositions)
    line = "".join(codes).replace("E", "L")
    tags = list(map(_tags().__getitem__, line))
    return Parse(tags, tuple(chunks), tuple(groups), tuple(clauses), line, prepositions, find_entries(line, tokens))


def _is_title(tokens: Tokens, sentence: Sentence) -> bool:
    """*List of generals killed in the war*, one of several lines: the title of another article, which tells nothing."""
    listed = sentence.kind == "list" and tokens.lower[sentence.first] in _OVERVIEWS
    return listed and tokens.lower[sentence.first + 1 : sentence.first + 2] == ["of"]
