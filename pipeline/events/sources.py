"""Which stretches of a text stand on somebody's word: *according to X* with its scope, and direct speech."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.rules.status import status_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.events.scene import Scene

__all__ = ["Sources"]

_SPOKEN = 4
"""Words from which on a quotation is speech, and no name or single word."""
_BEGINS = ";:KTRQW"
_VERBAL = "LZBHUFEpVG"
_FIRST_PERSON = frozenset({"i", "we", "my", "our", "me", "us"})


class Sources:
    """The sources of one document, found once."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.of_clause: dict[int, int] = {}
        """Clause → noun phrase of who says so (-1 where none is named)."""
        for at in _according(scene.lower):
            self._according(at)
        self.quoted = dict(_quotations(scene))
        """Token inside direct speech → whether who speaks speaks of himself."""

    def _according(self, at: int) -> None:
        scene = self.scene
        chunk = scene.chunk_of[at + 2] if at + 2 < len(scene.lower) else -1
        words = status_words()
        if chunk >= 0 and (words.nouns.get(scene.head(chunk)) == "plan" or scene.head(chunk) in words.norms):
            return
        before, codes = at - 1, scene.parse.codes
        sentence = scene.tokens.sentence_at(scene.tokens.starts[at])
        while before >= sentence.first and codes[before] not in _BEGINS + _VERBAL:
            before -= 1
        if before < sentence.first or codes[before] in _BEGINS:
            covered = self._after(at, sentence.last, whole=before < sentence.first)
        else:
            covered = self._around(at, wide=codes[at - 1] == ",")
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

    def _around(self, at: int, *, wide: bool) -> Iterator[int]:
        """The clause that the phrase stands in; after a comma those above it too, as far as they have one subject."""
        scene = self.scene
        index = scene.clause_of[at]
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
