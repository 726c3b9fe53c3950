"""Who does the deed that a noun names: *the attack launched by X*, *Russian attempts*, *an offensive that …*, *the assault* told before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.rules.grammar import DEMONSTRATIVES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.events.scene import Candidate, Scene
    from pipeline.records import Actor, Chunk, Mention

__all__ = ["Deeds"]

_POINTING = DEMONSTRATIVES | {"the", "both", "such"}
_STANDING = DEMONSTRATIVES | {"it", "both", "all", "each", "most"}
_MUTUAL = frozenset(
    {"battle", "war", "conflict", "fighting", "clash", "engagement", "skirmish", "talk", "stalemate", "hostilitie"}
)
# *driven back by fire from the ships*
_SOURCES = frozenset({"by", "from"})
_ATTACKS = frozenset({"BATTLE", "REMOTE"})
_BACK = 1
"""Sentences back that a definite noun may point to."""


class Deeds:
    """Asked for the agents of a noun phrase whose head is a deed; told of each attack as it is read."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._reduced = {
            subject: index
            for index, clause in enumerate(scene.clauses)
            if clause.link == "reduced" and scene.passive(index)
            for subject in clause.subjects
        }
        self._last: tuple[Candidate, Sequence[Mention[Actor]]] | None = None

    def remember(self, candidate: Candidate, initiators: Sequence[Mention[Actor]]) -> None:
        """Notes who began the attack that the text tells of."""
        if (
            initiators
            and candidate.rule.type in _ATTACKS
            and candidate.rule.subtype not in ("repel", "victory", "clash")
        ):
            self._last = (candidate, initiators)

    def agents(self, chunk: int, *, acting: bool = False) -> list[Mention[Actor]]:
        """Actors named in the phrase, after *by*, as agent of its participle, or as subject of the verb that carries it out.

        ``acting``: the deed itself does something, so that a passive whose subject it is tells of its doers.
        """
        scene = self.scene
        phrase = scene.chunks[chunk]
        if found := scene.actors_in(phrase.first, phrase.head):
            return found
        for word, other in scene.tail(chunk):
            if word in _SOURCES:
                return self._in(other)
        if (index := self._reduced.get(chunk)) is not None:
            by = [c for at, c in scene.clauses[index].obliques if scene.lower[at] == "by"]
            if by and (found := self._in(by[0])):
                return found
        clause, part = scene.parts.get(chunk, (-1, ""))
        if acting and part == "subject" and scene.passive(clause):
            # *The coup was staged by the guard and overthrew the king*
            by = [c for at, c in scene.clauses[clause].obliques if scene.lower[at] == "by"]
            if by and (found := self._in(by[0])):
                return found
        if part == "object" and not scene.passive(clause):
            return [actor for subject in scene.clauses[clause].subjects for actor in self._in(subject)]
        if acting and part == "oblique" and self._by_it(clause, chunk):
            return [actor for subject in scene.clauses[clause].subjects for actor in self._in(subject)]
        return self.pointed_to(chunk)

    def _by_it(self, index: int, chunk: int) -> bool:
        """*The Poles responded with an attack that broke the line*: whether the deed is what the subject of its clause did."""
        scene, at = self.scene, self.scene.prepositions.get(chunk)
        new = scene.lower[scene.chunks[chunk].first] in ("a", "an")
        return at is not None and scene.lower[at] == "with" and new and not scene.passive(index)

    def pointed_to(self, chunk: int) -> list[Mention[Actor]]:
        """*The attack was repelled*: who began the attack told of just before."""
        scene = self.scene
        phrase = scene.chunks[chunk]
        if scene.lower[phrase.first] not in _POINTING or scene.head(chunk).removesuffix("s") in _MUTUAL:
            return []
        return self._told_before(phrase)

    def meant(self, chunk: int) -> list[Mention[Actor]]:
        """*launched two attacks; both were repelled*: who began the attacks that a pronoun stands for."""
        phrase = self.scene.chunks[chunk]
        alone = phrase.last - phrase.first == 1 and self.scene.lower[phrase.first] in _STANDING
        return self._told_before(phrase) if alone else []

    def _told_before(self, phrase: Chunk) -> list[Mention[Actor]]:
        if self._last is None:
            return []
        scene = self.scene
        candidate, initiators = self._last
        here = scene.tokens.sentence_of[phrase.first]
        near = here.index - candidate.sentence.index <= _BACK and here.paragraph == candidate.sentence.paragraph
        return list(initiators) if near and candidate.first < phrase.first else []

    def _in(self, chunk: int) -> list[Mention[Actor]]:
        """The actors at the head of a noun phrase, or of what *of* joins to it."""
        scene = self.scene
        phrase = scene.chunks[chunk]
        behind = scene.of(chunk)
        last = scene.chunks[behind].last if behind is not None else phrase.last
        return scene.actors_in(phrase.first, last)[:1]
