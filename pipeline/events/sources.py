"""Which stretches of a text stand on somebody's word: *according to X* with its scope, and direct speech."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.rules.status import status_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.events.scene import Scene

__all__ = ["Sources"]

_TURNED = frozenset({"said", "says", "wrote", "recalled", "explained"})
_SPOKEN = 4
"""Words from which on a quotation is speech, and no name or single word."""
_BEGINS = ";:KTRQW"
_VERBAL = "LZBHUFEpVG"
_REPORTS = frozenset({"report"})
_PLACE_OF_SPEECH = frozenset({"in", "on", "at", "to", "via"})
_FIRST_PERSON = frozenset({"i", "we", "my", "our", "me", "us"})


def _said_beside(scene: Scene) -> dict[int, int]:
    """*The fort had fallen, officials said*."""
    found: dict[int, int] = {}
    verbs, codes = status_words().verbs, scene.parse.codes
    for index, clause in enumerate(scene.clauses):
        group = scene.group(index)
        if verbs.get(scene.lower[group.head]) != _REPORTS:
            continue
        if not clause.subjects or not group.finite or group.passive or clause.link not in {"main", "conjunct"}:
            continue
        if (told := _said_behind(scene, index)) is not None:
            found.update(dict.fromkeys(_upward(scene, told, wide=True), index))
            continue
        first = scene.chunks[min(clause.subjects)].first
        if codes[first - 1] == "K" and scene.chunk_of[first - 2] >= 0:
            # *…, the mayor and two witnesses reported*
            first = scene.chunks[scene.chunk_of[first - 2]].first
        if first > group.first or "," not in codes[max(0, first - 2) : first].replace('"', ""):
            continue
        told = _told_beside(scene, index)
        if told is not None and _says_no_more(scene, index):
            found.update(dict.fromkeys(_upward(scene, told, wide=True), index))
    return found


def _said_behind(scene: Scene, index: int) -> int | None:
    """*The fort had fallen, said the king*: the clause before one of saying whose subject stands behind its verb."""
    clause, group = scene.clauses[index], scene.group(index)
    turned = scene.lower[group.head] in _TURNED and group.first == group.head and not scene.own_subject(index)
    before = scene.parse.codes[max(0, group.first - 2) : group.first].replace('"', "")
    if not (turned and index and before.endswith(",") and clause.objects):
        return None
    behind = scene.chunks[clause.objects[0]].first == group.last
    return index - 1 if behind and scene.clauses[index - 1].sentence == clause.sentence else None


def _told_beside(scene: Scene, index: int) -> int | None:
    """The clause before a clause of saying, or the one that it interrupts: *The army, the minister said, had left*."""
    clause, nxt = scene.clauses[index], index + 1
    if nxt < len(scene.clauses) and scene.clauses[nxt].sentence == clause.sentence:
        around = scene.clauses[nxt].subjects
        if around and around[0] < clause.subjects[0]:
            return nxt
    if not index or scene.clauses[index - 1].sentence != clause.sentence:
        return None
    before = scene.clauses[index - 1]
    # *As he left, he said …*: the clause of saying is the main one.
    fronted = before.link == "adverbial" and (before.governor is None or before.governor >= index)
    return None if fronted else index - 1


def _says_no_more(scene: Scene, index: int) -> bool:
    """Behind the verb of saying come at most a time and a place: *said that day*, *said in a statement*."""
    clause, codes = scene.clauses[index], scene.parse.codes
    end = scene.sentence_last(scene.verb(index))
    at = scene.group(index).last
    while at < end and codes[at] not in ".,;":
        chunk = scene.chunk_of[at]
        if chunk < 0:
            if scene.lower[at] not in _PLACE_OF_SPEECH and codes[at] not in 'A"tK':
                return False
            at += 1
        elif scene.chunks[chunk].temporal or chunk in scene.prepositions:
            at = scene.chunks[chunk].last
        else:
            return False
    # *declared, "O venal city"*
    return codes[at : at + 2] != ',"' and (at >= clause.last - 1 or codes[at] in ".,")


class Sources:
    """The sources of one document, found once."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.of_clause: dict[int, int] = {}
        """Clause → noun phrase of who says so (-1 where none is named)."""
        for at in _according(scene.lower):
            self._according(at)
        self.beside = _said_beside(scene)
        """The clauses of what is told → the clause of saying that a comma joins to them."""
        for told, said in self.beside.items():
            clause = scene.clauses[said]
            turned = _said_behind(scene, said) is not None
            self.of_clause.setdefault(told, (clause.objects if turned else clause.subjects)[0])
        self.quoted = dict(_quotations(scene))
        """Token inside direct speech → whether who speaks speaks of himself."""

    def _according(self, at: int) -> None:
        scene = self.scene
        chunk = scene.chunk_of[at + 2] if at + 2 < len(scene.lower) else -1
        words = status_words()
        if chunk >= 0 and (words.nouns.get(scene.head(chunk)) == "plan" or scene.head(chunk) in words.norms):
            return
        before, codes = at - 1, scene.parse.codes
        sentence = scene.tokens.sentence_of[at]
        while before >= sentence.first and codes[before] not in _BEGINS + _VERBAL:
            before -= 1
        if before < sentence.first or codes[before] in _BEGINS:
            covered = self._after(at, sentence.last, whole=before < sentence.first)
        else:
            covered = self._around(at, chunk, wide=codes[at - 1] == ",")
        for clause in covered:
            self.of_clause.setdefault(clause, chunk)

    def _after(self, at: int, end: int, *, whole: bool) -> Iterator[int]:
        """The clauses behind a phrase that opens its sentence; one that opens a conjunct holds until the next one."""
        scene = self.scene
        index = scene.clause_after(at)
        begun = False
        while index < len(scene.clauses) and scene.clauses[index].first < end:
            clause = scene.clauses[index]
            if begun and not whole and clause.link == "conjunct" and scene.own_subject(index):
                return
            if scene.verb(index) > at:
                begun = begun or scene.group(index).finite
                yield index
            index += 1

    def _around(self, at: int, source: int, *, wide: bool) -> Iterator[int]:
        """The clause that the phrase stands in; after a comma those above it too, as far as they have one subject."""
        scene = self.scene
        index = scene.clause_of[at]
        if index > 0 and scene.verb(index) == at:
            # *recaptured the town and repelled attacks, according to X*: the phrase is read as a clause of its own.
            self.of_clause.setdefault(index, source)
            index -= 1
        yield from _upward(scene, index, wide=wide)


def _upward(scene: Scene, index: int, *, wide: bool) -> Iterator[int]:
    """A clause and, where ``wide``, those above it as far as they have one subject."""
    for _ in range(8):
        if index < 0:
            return
        yield index
        clause = scene.clauses[index]
        conjunct = clause.link == "conjunct" and scene.own_subject(index)
        if not wide or clause.governor is None or clause.governor >= index or conjunct:
            return
        index = clause.governor


def _according(lower: list[str]) -> Iterator[int]:
    at = -1
    try:
        while True:
            at = lower.index("according", at + 1)
            if at + 1 < len(lower) and lower[at + 1] == "to":
                yield at
    except ValueError:
        return


def _quotations(scene: Scene) -> Iterator[tuple[int, bool]]:
    """The tokens of direct speech: some words in quotation marks with a finite verb among them, in one paragraph."""
    codes, words = scene.parse.codes, scene.tokens.words
    opened, at = -1, codes.find('"')
    while at >= 0:
        sign = words[at]
        if (
            opened >= 0
            and sign not in "“«"
            and "\n" not in scene.tokens.text[scene.tokens.starts[opened] : scene.tokens.starts[at]]
        ):
            inside = codes[opened + 1 : at]
            if at - opened > _SPOKEN and not set(inside).isdisjoint("BHUFLZVE"):
                own = not _FIRST_PERSON.isdisjoint(scene.lower[opened + 1 : at])
                yield from ((token, own) for token in range(opened + 1, at))
            opened = -1
        elif sign not in "”»":
            opened = at
        at = codes.find('"', at + 1)
