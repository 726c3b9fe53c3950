"""An event noun, and what a verb may say of it other than that it takes place: that it is known, how it was, what it was called."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pipeline.rules.grammar import DEMONSTRATIVES, HAVE, POSSESSIVES, forms_of

if TYPE_CHECKING:
    from pipeline.events.scene import Candidate, Scene

__all__ = ["NOT_NEW", "TURNING", "NamedNoun"]

NOT_NEW = DEMONSTRATIVES | {"such", "any"}
_ORDINAL = frozenset(
    {
        "first", "second", "third", "fourth", "fifth", "sixth", "final", "last", "next", "new", "fresh", "renewed", "initial",
        "subsequent", "further", "another",
    }
)  # fmt: skip
_DEATHS = frozenset({"death-of", "death-of-named", "death-owned"})
_ENSUING = frozenset({"ensuing", "resulting", "resultant", "consequent"})
_DEFINITE = POSSESSIVES | NOT_NEW | {"the", "both"}
_ON_ITS_WAY = frozenset(
    {"began", "started", "opened", "continued", "resumed", "stopped", "ended", "ceased", "intensified"}
)
_SO_MADE = frozenset(
    {
        "possible", "impossible", "difficult", "easier", "easy", "harder", "hard", "inevitable", "unavoidable", "necessary", "unnecessary", "unlikely", "likely", "certain", "feasible", "imperative", "futile",
        "hopeless", "hazardous", "costly", "pointless", "impracticable", "impractical", "dangerous", "priority",
    }
)  # fmt: skip
_BACKGROUND = frozenset(
    {
        "event",
        "events",
        "factor",
        "factors",
        "circumstance",
        "circumstances",
        "tension",
        "tensions",
        "reasons",
        "developments",
    }
)
_COMING = frozenset({"came", "come"})
_OF_ARMS = frozenset({"BATTLE", "REMOTE"})
_COUNTS = frozenset({"charge", "charges", "foundation", "foundations"})
_HAD = frozenset({"victory", "clash", "negotiate"})
_ARGUMENTS = frozenset({"by", "on", "against", "upon", "between", "targeting"})
_UNDER_WAY = frozenset({"advance", "withdraw", "offensive", "arrive"})
TURNING = ("become", "turn", "develop", "grow", "degenerate", "descend", "deteriorate", "evolve", "collapse")
"""Verbs whose subject is what the deed came of (*degenerated into a massacre*)."""
_LAYING = ("drop", "bring", "file", "press", "prefer", "lay")
"""What is done with the charges of a court, and with foundations that are no body's."""


@cache
def _mourning() -> frozenset[str]:
    """Forms of the verbs of what is done for those who died before."""
    return forms_of(("avenge", "mourn", "lament", "commemorate", "celebrate", "regret", "suffer"))


@cache
def _turning() -> frozenset[str]:
    return forms_of(TURNING)


@cache
def _laying() -> frozenset[str]:
    return forms_of(_LAYING)


class NamedNoun:
    """An event noun in its phrase and clause."""

    def __init__(self, scene: Scene, candidate: Candidate) -> None:
        self.scene = scene
        self.candidate = candidate
        self.chunk = candidate.chunk if candidate.chunk is not None else -1
        self.opening = scene.lower[scene.chunks[self.chunk].first] if self.chunk >= 0 else ""
        self.definite = (self.opening in _DEFINITE or self._genitive()) and not self._numbered()

    def _numbered(self) -> bool:
        """*a third assault*, *its first raid*: one that was not told of yet."""
        return self.ensues() or (self.opening != "the" and self._one_of_several())

    def ensues(self) -> bool:
        """*the ensuing battle*, *the resulting explosion*: new, though the article is definite."""
        if self.chunk < 0:
            return False
        first = self.scene.chunks[self.chunk].first
        return not _ENSUING.isdisjoint(self.scene.lower[first : self.candidate.first])

    def _one_of_several(self) -> bool:
        """*the first assault was repulsed*: told of as one of a row."""
        if self.chunk < 0:
            return False
        return not _ORDINAL.isdisjoint(self.scene.lower[self.scene.chunks[self.chunk].first : self.candidate.first])

    def _genitive(self) -> bool:
        if self.chunk < 0:
            return False
        phrase = self.scene.chunks[self.chunk]
        return "S" in self.scene.parse.codes[phrase.first : phrase.head]

    def _argued(self) -> bool:
        """Who, or against whom, stands behind the noun."""
        tail = {word for word, _ in self._arguments()}
        last = self.scene.chunks[self.chunk].last
        if last < len(self.scene.lower) and self.scene.lower[last] == "targeting":
            return True
        rule = self.candidate.rule
        of = rule.roles.get("of") in ("target", "place", "comer") and "of" in tail
        # *the resignation of the minister was announced*: who did it stands there instead.
        left = (rule.subtype == "resign" or rule.entry.name == "signing") and "of" in tail
        return of or left or bool(tail & _ARGUMENTS)

    def _arguments(self) -> list[tuple[str, int]]:
        """What hangs on the noun, or on one joined to it: *the arrest and execution of the monks*."""
        scene, end = self.scene, self.scene.chunks[self.chunk].last
        tail = scene.tail(self.chunk)
        if tail or scene.parse.codes[end : end + 1] != "K" or self.chunk + 1 >= len(scene.chunks):
            return tail
        joined = scene.chunks[self.chunk + 1]
        return scene.tail(self.chunk + 1) if joined.first == end + 1 and joined.last - joined.first == 1 else tail

    def _otherwise(self, kind: str, phrase: tuple[str, ...], clause: int, part: str) -> bool:
        """Whether the verb says something else of the noun than that it takes place."""
        if part != "subject" and self.definite and self.scene.lower[self.scene.verb(clause)] in _turning():
            # *became the last battle of the war*: what it was, not what it turned into.
            return True
        if self.scene.lower[self.scene.verb(clause)] in HAVE:
            # *had another victory at Versinikia*, *had talks with the envoy*; not *had a base for raids*
            told = self.candidate.rule.subtype in _HAD and bool(self.scene.tail(self.chunk))
            return self.definite or not told
        if (
            phrase == ("to",)
            and self.definite
            and any(self.scene.head(c) in _BACKGROUND for c in self.scene.clauses[clause].subjects)
        ):
            # *several events that led to the Battle of Carabobo*
            return True
        if phrase == ("to",) and self.definite and self.scene.lower[self.scene.verb(clause)].startswith("contribut"):
            # *contributed to the insurgency*, but *to the defeat of Napoleon*
            return not self.scene.tail(self.chunk)
        if (
            self.scene.lower[self.scene.chunks[self.chunk].head] in _COUNTS
            and self.scene.lower[self.scene.verb(clause)] in _laying()
        ):
            # *dropped the charges*: those of a court; *laid the foundation for the peace*
            return True
        if self.candidate.rule.entry.name in _DEATHS and self.scene.lower[self.scene.verb(clause)] in _mourning():
            # *avenged the death of the emperor*: long since
            return True
        if kind in ("undergo", "plan", "perform") and self._points_back(clause):
            return True
        if phrase == ("off",) and self.candidate.rule.subtype == "clash":
            # *An engagement was fought off Lissa*: at sea, not beaten off.
            return True
        if part == "object":
            return self.scene.passive(clause) or self._called(clause) or self._made_so(clause)
        if kind == "act" and self.scene.group(clause).negated:
            # *The attacks on the cities did not destroy the will to fight*: they took place, as is known.
            return not self._comes(clause)
        return kind == "occur" and not phrase and self._bears_on(clause)

    def _points_back(self, clause: int) -> bool:
        """*fled to escape the bombardment*, *survived the siege*, *went to observe the fighting*, *threatened their retreat*: of what is known."""
        scene, word = self.scene, self.scene.lower[self.scene.verb(clause)]
        if word.startswith(("escap", "surviv")):
            # *survived the attack on Manila in 1941* tells of it.
            dated = word[0] == "s" and any(scene.chunks[c].temporal for _, c in scene.tail(self.chunk))
            return self.opening == "the" and not dated
        if word.startswith(("face", "facing")):
            # *facing annihilation*, *faced execution*: what may come; not *faced a revolt*, *attacks*
            phrase = scene.chunks[self.chunk]
            return phrase.first == self.candidate.first and not scene.lower[phrase.head].endswith("s")
        if word.startswith("observ"):
            # *observed a truce*, *a strike*
            return self.candidate.rule.type not in ("AGREEMENT", "PROTEST")
        if not word.startswith("threat"):
            return False
        if scene.passive(clause):
            # *The conquest of Gaul was threatened by a revolt*: put at risk
            return any(scene.lower[at] == "by" for at, _ in scene.clauses[clause].obliques)
        return self.definite and self.candidate.rule.subtype in _UNDER_WAY and not self._argued()

    def _comes(self, clause: int) -> bool:
        """*The attack came at dawn*, *from the south*, *the main assault never came*: told with its time or whence, or as what was awaited."""
        scene, group = self.scene, self.scene.group(clause)
        if scene.lower[group.head] not in _COMING:
            return False
        behind = scene.chunk_of[group.last + 1] if group.last + 1 < len(scene.chunk_of) else -1
        timed = behind >= 0 and scene.chunks[behind].temporal and scene.parse.codes[group.last] == "I"
        awaited = group.negated and scene.parse.codes[group.last : group.last + 1] in {".", ",", ";", "K"}
        whence = scene.lower[group.last : group.last + 1] == ["from"] and self.candidate.rule.type in _OF_ARMS
        # Of *the strikes came from mortars* it was told before.
        return awaited or timed or (whence and (not self.definite or self._one_of_several()))

    def _bears_on(self, clause: int) -> bool:
        """*the blockade stopped the trade*, *the siege ended the war*: what a known happening did to another, not that it took place."""
        scene = self.scene
        return self.definite and bool(scene.clauses[clause].objects) and scene.lower[scene.verb(clause)] in _ON_ITS_WAY

    def _made_so(self, clause: int) -> bool:
        """*made later raids possible*, *gave the recapture of X top priority*: how it was taken, not that there was one."""
        scene = self.scene
        word = scene.lower[scene.verb(clause)]
        if not word.startswith(("ma", "gi", "ga")):
            return False
        tail = scene.tail(self.chunk)
        end = scene.chunks[tail[-1][1] if tail else self.chunk].last
        if end >= len(scene.lower) or (word.startswith("ma") and scene.lower[end : end + 1] == ["with"]):
            return False
        behind = scene.chunk_of[end]
        if word.startswith("ma"):
            # *made the intervention a failure*
            named = behind >= 0 and self.definite and scene.lower[end] in {"a", "an"}
            return named or scene.lower[end] in _SO_MADE or (behind >= 0 and scene.head(behind) in _SO_MADE)
        return behind >= 0 and not scene.chunks[behind].temporal and scene.parse.codes[scene.chunks[behind].head] == "N"

    def _called(self, clause: int) -> bool:
        """*called the siege "the worst defeat"*: what it was called, not that there was one."""
        scene, end = self.scene, self.scene.chunks[self.chunk].last
        if not scene.lower[scene.verb(clause)].startswith("call"):
            return False
        return scene.parse.codes[end : end + 1] == '"' or scene.lower[end : end + 1] in (["a"], ["an"], ["the"])
