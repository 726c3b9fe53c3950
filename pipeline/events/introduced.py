"""What the noun, adjective or preposition right before an infinitive, a gerund or a content makes of its deed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.events.governing import GovernedStatus
from pipeline.events.hedging import OF_LEVEL
from pipeline.events.standing import beyond, held_done
from pipeline.rules.grammar import AIMS

if TYPE_CHECKING:
    from pipeline.events.standing import Standing

__all__ = ["INTRODUCED", "IntroducedStatus"]

INTRODUCED = frozenset({"infinitive", "purpose", "gerund", "reduced"})
"""Links of the clauses that something introduces though no word marks their beginning."""

_ABLE = frozenset({"state", "condition", "shape"})
"""*in a fit state to fight*: a capacity."""
_SETS = frozenset({"set", "sets", "setting", "go", "goes", "went", "going"})
"""*set about burning the town*: begun."""
_TOWARDS = frozenset({"towards", "toward"})


class IntroducedStatus(GovernedStatus):
    """Judges a clause by what introduces it."""

    def _introduced(self, clause: int, standing: Standing) -> None:
        """Nouns and adjectives right before an infinitive, prepositions before a gerund; asked of clauses with a marker or such a link."""
        scene, here = self.scene, self.scene.clauses[clause]
        before = self._introducing(clause)
        if before < 0:
            return
        if here.link in AIMS:
            before = self._before_time(before)
            if beyond(scene, clause) or self._without(before):
                standing.raise_to("attempted")
        if here.link in ("infinitive", "purpose", "gerund") or here.marker is not None:
            self._aimed_at(clause, before, standing)
            self._capable(clause, before, standing)
        if here.link == "gerund" and here.marker is not None:
            instead = scene.lower[here.marker] == "of" and scene.lower[before] == "instead"
            preposition = "instead" if instead else scene.lower[here.marker]
            if preposition in self.words.negating_prepositions:
                # *retired, though not without leaving garrisons*
                standing.raise_to("asserted" if scene.lower[before] == "not" else "negated")
            elif preposition in _TOWARDS:
                # *a first step towards capturing Rabaul*
                standing.raise_to("planned")
        elif here.link == "reduced" and here.subjects:
            self._told_of(here.subjects[-1], standing)
            tie = scene.prepositions.get(here.subjects[-1])
            if tie is not None and scene.lower[tie] == "without":
                # *entered it without a shot being fired*
                standing.raise_to("negated")

    def _introducing(self, clause: int) -> int:
        """The token that introduces a clause, adverbs left aside; negative where none stands before it."""
        scene, here = self.scene, self.scene.clauses[clause]
        codes = scene.parse.codes
        before = (here.marker if here.marker is not None else scene.group(clause).first) - 1
        if before > 2 and codes[before - 2 : before + 1] == ",A,":
            # *were unable, however, to break through*
            before -= 3
        elif before > 0 and here.link == "infinitive" and codes[before] == ",":
            # *tried, but were unable, to take it*
            before -= 1
        while before > 0 and codes[before] in 'A"' and scene.lower[before] != "instead":
            before -= 1
        return before

    def _aimed_at(self, clause: int, before: int, standing: Standing) -> None:
        """*an attempt to retake the town*, *en route to relieve it*: what the noun before makes of a deed."""
        scene, here = self.scene, self.scene.clauses[clause]
        # *responded to the threat by sending troops*: by what means, not what was threatened.
        by_means = here.marker is not None and scene.lower[here.marker] == "by"
        if here.link in {"adverbial", "relative"} or by_means:
            return
        self._head_noun(before, standing)
        self._tried(before, standing)
        on_the_way = scene.lower[before - 1 : before + 1] == ["en", "route"]
        if on_the_way or (here.link == "infinitive" and self._for_deed(before, clause)):
            standing.raise_to("planned")

    def _capable(self, clause: int, before: int, standing: Standing) -> None:
        """*unable to hold it*, *powerful enough to prevent it*: what the adjective before makes of a deed."""
        scene, here = self.scene, self.scene.clauses[clause]
        word = scene.lower[before]
        if level := self.words.adjectives.get(word):
            begun = word in _SETS and scene.lower[before + 1] == "about" and here.link == "gerund"
            begun = begun or scene.lower[before : before + 3] == ["set", "to", "work"]
            # *having determined that the king had been shot*
            begun = begun or (here.link == "complement" and scene.lower[scene.group(clause).first] == "had")
            # *the assault failed when the tanks were destroyed*, *were ready when the Danes attacked*
            begun = begun or here.link in {"adverbial", "relative"}
            if scene.lower[before - 1] != "so" and not begun:
                standing.raise_to("reported" if held_done(scene, word, clause) else OF_LEVEL[level])
        # *was made capable of making peace*
        able = word == "enough" or (word == "capable" and here.link == "gerund")
        felt = word in _ABLE or word in self.words.reluctant
        standing.thought = standing.thought or able or (felt and here.link in {*AIMS, "gerund"})

    def _without(self, token: int) -> bool:
        """*without ladders to storm the wall*: they could not; but *marched without delay to relieve it*."""
        tie = self.scene.prepositions.get(self.scene.parse.chunk_of[token])
        if self.scene.lower[token] in self.words.no_means:
            return False
        return tie is not None and self.scene.lower[tie] == "without"

    def _before_time(self, token: int) -> int:
        """*an attempt in 1805 to drive them out*: the noun before a time, and otherwise the token itself."""
        scene, chunk = self.scene, self.scene.parse.chunk_of[token]
        if chunk < 0 or not scene.chunks[chunk].temporal:
            return token
        noun = scene.chunks[chunk].first - 1
        noun -= noun > 0 and scene.parse.codes[noun] == "I"
        return noun if noun >= 0 and scene.parse.codes[noun] == "N" else token
