"""The status of an event, and on whose word it stands: its own verb, the clauses above it, adverbs and nouns around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.events.chain import ClauseChain
from pipeline.events.hedging import OF_LEVEL
from pipeline.events.sources import Sources
from pipeline.events.standing import (
    OF_HABITS,
    Standing,
    conjectured,
    customary,
    demanded,
    nor,
    planned,
    possible,
    supposed,
    usual,
)
from pipeline.rules.grammar import AIMS, WAS, forms_of

if TYPE_CHECKING:
    from pipeline.events.scene import Candidate, Scene

__all__ = ["Statuses"]

_RISINGS = frozenset({"revolt", "riot", "demonstrate", "strike", "massacre", "assassination"})
_ANSWERING = (
    "suppress", "quell", "crush", "quash", "avenge", "punish", "pacify", "combat", "repress", "fight", "counter", "contain",
)  # fmt: skip
"""What is done about a rising or a crime that has happened."""
_REACTING = ("react", "respond", "reply")
_ANY = frozenset({"any", "future", "further"})
_POINTING = frozenset({"he", "she", "it", "they", "this"})
_CAUSES = frozenset({("due", "to"), ("owing", "to"), ("because", "of")})
_BESIDE = frozenset({"after", "following", "despite", "amid", "during"})
_OBEYED = frozenset({"complied", "obeyed"})
_REPULSED = frozenset({"repulsed", "repelled", "rebuffed"})
_DRIVEN = frozenset({"driven", "beaten", "thrown", "forced", "pushed", "fought"})
_UNTIL = frozenset({"until", "till"})
_LATE_IN = re.compile("D?J[ta]")
"""The parts of speech of part of a month or year (*the late 1720s*, *early July*)."""
_WHOLLY = frozenset({"completely", "entirely", "totally", "wholly", "fully"})


class Statuses(ClauseChain):
    """Judges the status of each candidate of a document."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self.sources = Sources(scene)
        self._denying = self.words.nones | self.words.hardly
        """One of these stands in each sentence that says of somebody that there was none."""

    def of(self, candidate: Candidate) -> Standing:
        """The standing of one event."""
        standing = Standing()
        words = self.scene.tokens.words_of(candidate.sentence)
        if candidate.rule.entry.status:
            standing.raise_to(candidate.rule.entry.status)
        if candidate.chunk is not None:
            self._noun(candidate, standing)
        if candidate.clause is not None and not self._afoot(candidate, candidate.clause):
            if candidate.chunk is None or candidate.part in ("subject", "object") or candidate.support:
                self._verb(candidate.clause, standing)
                self._hedged(candidate.clause, standing, done=self._brought_about(candidate))
            self._chain(self._held_by(candidate, candidate.clause), standing)
            # *losses are usually put at 10,300*: an estimate, no habit.
            if not words.isdisjoint(OF_HABITS):
                habit = candidate.rule.type != "CASUALTY" and usual(self.scene, candidate.clause)
                standing.thought = standing.thought or habit or customary(self.scene, candidate.clause)
            if "would" in words:
                standing.thought = standing.thought or supposed(self.scene, candidate.clause)
            if standing.status == "planned" and candidate.chunk is None:
                standing.status = self._outcome(candidate, candidate.clause)
        if not words.isdisjoint(self._denying):
            self._none(candidate, standing)
        self._failing(candidate, standing)
        if candidate.clause in self.sources.of_clause or candidate.first in self.sources.quoted:
            self._source(candidate, standing)
        return standing

    def _outcome(self, candidate: Candidate, clause: int) -> str:
        """What the next clause says became of a plan: *told him to leave, which he did*, *sent them to take it, but they failed*; else a plan it is."""
        scene, index = self.scene, clause + 1
        if index == len(scene.clauses) or scene.clauses[index].sentence != candidate.sentence.index:
            return "planned"
        if scene.group(index).negated or scene.clauses[index].link not in ("relative", "conjunct"):
            return "planned"
        if self._fulfilled(candidate, index):
            return "asserted"
        return "attempted" if self._failed(index) and self._same_doer(clause, index) else "planned"

    def _fulfilled(self, candidate: Candidate, index: int) -> bool:
        """*which he did*, *and did so*, *and he complied*; of an attack, *but they were repulsed*."""
        scene, here, group = self.scene, self.scene.clauses[index], self.scene.group(index)
        word, behind = scene.lower[group.head], scene.lower[group.head + 1 : group.head + 2]
        if here.link == "relative":
            return word == "did" and here.marker is not None and scene.lower[here.marker] == "which"
        if group.passive:
            beaten = word in _REPULSED or (word in _DRIVEN and behind in (["back"], ["off"]))
            return beaten and candidate.rule.type == "BATTLE" and scene.lower[group.first] in WAS
        return word in _OBEYED or (word == "did" and behind in (["so"], ["."], [","], [";"]))

    def _failed(self, index: int) -> bool:
        """*but they failed*, *but was unable to do so*, *which he failed to do*."""
        scene, here, last = self.scene, self.scene.clauses[index], self.scene.group(index).last
        if here.link == "relative":
            return scene.lower[last - 1 : last + 2] == ["failed", "to", "do"]
        if scene.lower[here.first] != "but":
            return False
        unable = scene.lower[last - 1] in WAS and scene.lower[last : last + 1] in (["unable"], ["unsuccessful"])
        if not unable and scene.lower[last - 1] != "failed":
            return False
        behind = scene.lower[last + unable : last + unable + 2]
        return behind[:1] != ["to"] or behind == ["to", "do"]

    def _same_doer(self, clause: int, index: int) -> bool:
        """Whether the subject of a clause is whose plan another tells, *he*, *it*, or *the attempt*; not *but the Danes failed*."""
        scene, above = self.scene, self.scene.clauses[clause].governor
        whose = {*scene.clauses[clause].subjects, *(scene.clauses[above].subjects if above is not None else ())}
        return all(
            c in whose or scene.head(c) in _POINTING or self.words.nouns.get(scene.head(c)) == "attempt"
            for c in scene.clauses[index].subjects
        )

    def _afoot(self, candidate: Candidate, clause: int) -> bool:
        """Whether a deed has happened though an infinitive stands by it.

        *sent troops to put down the revolt*: whatever comes of it; *An offensive to retake the town failed*: only the aim is planned.
        """
        scene, here = self.scene, self.scene.clauses[clause]
        if here.link == "infinitive" and here.governor is None and candidate.part == "subject":
            return candidate.chunk is not None
        if self._unhindered(candidate):
            return True
        if here.governor is None and self._before_aim(candidate, clause):
            # *After the fall of Riga and a plan to attack Reval*
            return True
        to = scene.prepositions.get(candidate.chunk) if candidate.chunk is not None else None
        if to and scene.lower[to] == "to" and scene.lower[to - 1] in forms_of(_REACTING):
            # *failed to react to the invasion of Uruguay*
            return True
        aim = scene.clauses[clause].link in AIMS and candidate.rule.subtype in _RISINGS
        if not aim or candidate.chunk is None or scene.lower[scene.chunks[candidate.chunk].first] in _ANY:
            return False
        down = scene.lower[scene.prepositions.get(candidate.chunk, 0)] == "down"
        answered = scene.lower[scene.verb(clause)] in forms_of(("put",) if down else _ANSWERING)
        return answered and (down or candidate.part == "object")

    def _held_by(self, candidate: Candidate, clause: int) -> int:
        """The clause whose status an event shares: its own, or for a noun the one above.

        *were kept from landing by a blockade*: what prevented it; *after fighting and an attempt to take the town they left*: what precedes an aim.
        """
        here, chunk = self.scene.clauses[clause], candidate.chunk
        if chunk is None or here.governor is None:
            return clause
        if self._before_aim(candidate, clause):
            return here.governor
        if candidate.part == "oblique" and self._before_failing(chunk, clause):
            return here.governor
        if candidate.part != "oblique" or here.marker is None:
            return clause
        by = self.scene.lower[self.scene.prepositions.get(chunk, 0)] == "by"
        return here.governor if by and here.link == "gerund" and self.scene.lower[here.marker] == "from" else clause

    def _before_failing(self, chunk: int, clause: int) -> bool:
        """*failed to take the ridge after heavy fighting*, *due to shelling*: whether a noun tells of what went before, along with or against an aim that was not reached."""
        scene = self.scene
        before = scene.prepositions.get(chunk, 0)
        if scene.lower[before] == "of" and scene.chunks[chunk - 1].temporal:
            # *after five hours of fighting*
            before = scene.prepositions.get(chunk - 1, 0)
        cause = tuple(scene.lower[before - 1 : before + 1]) in _CAUSES
        if scene.clauses[clause].link not in AIMS or not (cause or scene.lower[before] in _BESIDE):
            return False
        aim = Standing()
        self._chain(clause, aim)
        return aim.status == "attempted" and not aim.thought

    def _before_aim(self, candidate: Candidate, clause: int) -> bool:
        """*After heavy fighting and an attempt to take the town*: whether a noun stands before an infinitive that it is no part of."""
        scene, chunk = self.scene, candidate.chunk
        if chunk is None or chunk < 0 or candidate.part or scene.clauses[clause].link not in AIMS:
            return False
        return scene.chunks[chunk].last <= scene.group(clause).first

    def _verb(self, clause: int, standing: Standing) -> None:
        """The verb group itself: negation, modals, hedging adverbs."""
        group = self.scene.group(clause)
        if (group.negated or nor(self.scene, clause)) and not self._at_last(clause):
            unable = "could" in self.scene.lower[group.first : group.head]
            standing.raise_to("attempted" if unable else "negated")
        auxiliaries = self.scene.lower[group.first : group.head]
        if auxiliaries:
            standing.thought = standing.thought or possible(self.scene, clause)
            if conjectured(self.scene, clause):
                standing.raise_to("reported")
            if planned(auxiliaries) or demanded(self.scene, clause):
                standing.raise_to("planned")
        head = self._head_of(clause)
        other = self.scene.group(head)
        sharing = group.first == group.head and group.passive and other.passive
        if head != clause and (sharing or self.scene.parse.codes[group.first] in "Vb"):
            # *would abdicate and be replaced*, *will attack and destroy*, *shall be taken and burned*
            auxiliaries = self.scene.lower[other.first : other.head]
            if planned(auxiliaries):
                standing.raise_to("planned")
            # *might follow him and commit suicide*, *said that it should yield and send its troops home*
            standing.thought = standing.thought or possible(self.scene, head)
            if demanded(self.scene, head):
                standing.raise_to("planned")
        if head != clause and self._shares_have(clause, head):
            standing.thought = standing.thought or possible(self.scene, head)
            if conjectured(self.scene, head):
                standing.raise_to("reported")
        if "would" in auxiliaries and (self.scene.clauses[head].link == "complement" or self._agreed(clause)):
            standing.raise_to("planned")

    def _brought_about(self, candidate: Candidate) -> bool:
        """*The surrender of the army all but ended the war*: it was done, however little what came of it."""
        return candidate.chunk is not None and candidate.part == "subject" and candidate.support in ("act", "")

    def _hedged(self, clause: int, standing: Standing, *, done: bool) -> None:
        """Adverbs that say how much of a deed was done, if it is no other's, or who says so: *nearly*, *all but*, *reportedly*."""
        group = self.scene.group(clause)
        first = max(0, group.first - 1)
        words = self.scene.lower[first : group.last + 1]
        if "but" not in words and self.words.adverbs.keys().isdisjoint(words):
            return
        for at, word in enumerate(words, first):
            if (level := self.words.adverbs.get(word)) and not self._of_the_next(at, behind=at > group.head):
                standing.raise_to(standing.status if done and level == "attempt" else OF_LEVEL[level])
            if not done and word == "but" and group.first < at < group.head and self.scene.lower[at - 1] == "all":
                # *was all but annihilated*
                standing.raise_to("attempted")

    def _shares_have(self, clause: int, head: int) -> bool:
        """*would have chased the Danes and destroyed their army*: whether *have* stands before both; not *would have died, but fled*."""
        scene, first = self.scene, self.scene.group(clause).first
        alone = first == self.scene.verb(clause) and scene.lower[scene.clauses[clause].first] in ("and", "or")
        return alone and "have" in scene.lower[scene.group(head).first : scene.verb(head)]

    def _at_last(self, clause: int) -> bool:
        """*did not land until 7 September*, *until late 1709*: then they did."""
        scene, told = self.scene, self.scene.clauses[clause]
        behind = (c for at, c in told.obliques if scene.lower[at] in _UNTIL and at > scene.verb(clause))
        if any(scene.chunks[c].temporal for c in behind):
            return True
        untils = (at for at in range(scene.verb(clause), told.last) if scene.lower[at] in _UNTIL)
        return any(_LATE_IN.match(scene.parse.codes, at + 1) for at in untils)

    def _of_the_next(self, adverb: int, *, behind: bool) -> bool:
        """*sank almost 5,000 ships*, *fell almost at once*: the adverb belongs to what follows."""
        after = min(adverb + 1, len(self.scene.lower) - 1)
        code = self.scene.parse.codes[after]
        return code in "CD" or (behind and code in "IQA" and self.scene.lower[after] not in _WHOLLY)

    def _source(self, candidate: Candidate, standing: Standing) -> None:
        """*According to X* in its scope; direct speech, of which only what is told of others or of the past is an event."""
        if candidate.clause is not None and (chunk := self.sources.of_clause.get(candidate.clause)) is not None:
            standing.raise_to("reported")
            if chunk >= 0 and not standing.attribution:
                standing.attribution = (chunk,)
        own = self.sources.quoted.get(candidate.first)
        if own is None:
            return
        standing.raise_to("reported")
        if own and (candidate.clause is None or not self._past(candidate.clause)):
            standing.thought = True

    def _failing(self, candidate: Candidate, standing: Standing) -> None:
        """*besieged Lindos, but was unsuccessful*; *attacked the walls in vain*; *a sortie led by Horn ended in failure*."""
        scene = self.scene
        if candidate.clause is None:
            return
        if candidate.chunk is not None:
            following = scene.clauses[candidate.clause + 1 : candidate.clause + 2]
            verb = scene.groups[following[0].group].head if following else 0
            failed = verb and scene.lower[verb : verb + 3] in (["ended", "in", "failure"], ["ended", "in", "disaster"])
            if failed and candidate.chunk in following[0].subjects:
                standing.raise_to("attempted")
            return
        behind = min(max(candidate.last, scene.clauses[candidate.clause].last) + 3, candidate.sentence.last)
        if (
            self.words.failures.keys().isdisjoint(scene.lower[candidate.last : behind])
            or candidate.rule.subtype == "clash"
        ):
            # *fought in vain*: they fought.
            return
        for at in range(candidate.last, behind):
            for phrase in self.words.failures.get(scene.lower[at], ()):
                end = at + len(phrase)
                if scene.lower[at:end] == list(phrase) and scene.lower[end : end + 1] != ["to"]:
                    standing.raise_to("attempted")
                    return
