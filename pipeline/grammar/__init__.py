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

import re
from functools import cache

from pipeline.grammar.chunking import Item, scan
from pipeline.grammar.clauses import build_clauses
from pipeline.grammar.tagging import codes_of
from pipeline.records import Chunk, Clause, Parse, Tokens, VerbGroup
from pipeline.rules.grammar import grammar, verbs
from pipeline.rules.status import status_words

__all__ = ["parse"]

_TAGS = {
    "D": "DET", "P": "POSS", "S": "GEN", "J": "ADJ", "N": "NOUN", "M": "NAME", "C": "NUM", "t": "MONTH", "a": "YEAR", "O": "PRON", "R": "REL",
    "Y": "WHOSE", "T": "THAT", "W": "WH", "Q": "SUB", "q": "SUB", "I": "ADP", "i": "TO", "K": "CONJ", "!": "NEG", "A": "ADV", "U": "MODAL",
    "B": "BE", "b": "BE", "e": "BE", "H": "HAVE", "h": "HAVE", "F": "DO", "V": "VB", "Z": "VBZ", "L": "VBD", "p": "VBN", "G": "VBG", "_": "SPACE",
    "*": "SYM",
}  # fmt: skip

# *rebels deployed to Aleppo were killed*: of two verbs that could be finite, with no new clause between them, the first is a participle.
_REDUCED = re.compile(r"N(V)(?=(?:A|t|[Iq][Nt])*V)")
# *recovered the areas lost to Iraq*: a verb without object, right after the object of another, is a participle too.
_TRAILING = re.compile(r"[Vgi]A*N(V)(?=[IA,;.)K]|$)")
_CLAUSE_AFTER = re.compile(r"A*[Nt](?:A|p(?=I)|I[Nt]|(?:,N)*,?KN|\([^)]*\))*A*V|A*N,R.{0,12},V")


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
    control = _object_control()
    line = "".join(codes)
    for sentence in tokens.sentences:
        if sentence.kind in {"heading", "caption", "infobox", "table"}:
            continue
        items = scan(line, tokens.lower, sentence.first, sentence.last, chunks, groups)
        _settle(items, codes, groups, tokens.lower)
        clauses += build_clauses(items, sentence, chunks, groups, tokens.lower, control, len(clauses), prepositions)
    line = "".join(codes).replace("E", "L")
    tags = [_TAGS.get(code, "PUNCT") for code in line]
    return Parse(tags, tuple(chunks), tuple(groups), tuple(clauses), line, prepositions)


def _settle(items: list[Item], codes: list[str], groups: list[VerbGroup], lower: list[str]) -> None:
    """Participles told from past tenses, and conjunctions from prepositions, by the verbs of the sentence."""
    kinds = "".join(item[0] for item in items)
    for at, (kind, _, token) in enumerate(items):
        if kind == "q":
            code = "Q" if _CLAUSE_AFTER.match(kinds, at + 1) else "I"
            items[at] = (code, -1, token)
            codes[token] = code
            kinds = kinds[:at] + code + kinds[at + 1 :]
    for match in _REDUCED.finditer(kinds):
        _reduce(match.start(1), items, codes, groups)
    for match in _TRAILING.finditer(kinds):
        before = groups[items[match.start()][1]]
        if lower[before.head] not in _speaking():
            _reduce(match.start(1), items, codes, groups)


def _reduce(at: int, items: list[Item], codes: list[str], groups: list[VerbGroup]) -> None:
    """Make a participle of an ambiguous form that stands without auxiliary."""
    _, index, token = items[at]
    group = groups[index]
    if codes[group.head] == "E" and group.head == group.first:
        codes[group.head] = "p"
        groups[index] = VerbGroup(group.first, group.last, group.head, True, False, group.negated)
        items[at] = ("p", index, token)


@cache
def _speaking() -> frozenset[str]:
    return frozenset(form for form, levels in status_words().verbs.items() if levels & {"report", "plan"})


@cache
def _object_control() -> frozenset[str]:
    known = verbs()
    return frozenset(
        form for lemma in grammar().control.object for form in (known[lemma].forms if lemma in known else (lemma,))
    )
