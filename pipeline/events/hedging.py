"""What nouns say about how an event stands: adjectives before it, the noun above it, who says so, and that there was none."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pipeline.events.standing import beyond
from pipeline.rules.events import support_verbs
from pipeline.rules.grammar import AIMS, FOREMOST, WAS, forms_of
from pipeline.rules.status import status_words

if TYPE_CHECKING:
    from pipeline.events.scene import Candidate, Scene
    from pipeline.events.standing import Standing

__all__ = ["COMING_ABOUT", "OF_LEVEL", "NounStatus"]

OF_LEVEL = {"report": "reported", "plan": "planned", "attempt": "attempted", "negate": "negated"}
_OF_SUPPORT = {"attempt": "attempted", "plan": "planned", "statement": "reported", "fail": "attempted"}

COMING_ABOUT = frozenset(
    {
        "start",
        "begin",
        "commence",
        "materialise",
        "materialize",
        "happen",
        "occur",
        "take",
        "come",
        "get",
        "go",
        "develop",
        "ensue",
        "proceed",
    }
)
_BEING = frozenset({"was", "were", "been", "being", "became"})

_NEXT = 4
"""Clauses from that of a plan within which its outcome is told."""
_POINTING = frozenset({"it", "this", "these", "the", "that"})
_DEED_NOUNS = frozenset({"attack", "assault", "attempt", "operation", "offensive"})
_HINDERED = frozenset({"foiled", "thwarted", "blocked", "halted", "stopped", "checked"})
"""*plotted a coup, which was foiled*: none took place."""
_RESULTS = (["successful"], ["unsuccessful"], ["repulsed"], ["disastrous"])
_ENDINGS = frozenset({"failure", "success", "disaster", "fiasco", "catastrophe", "debacle"})
_NOT_DONE = (("to", "nothing"), ("to", "grief"))
_MISSING = frozenset({"came", "missed", "miscarried"})

_PAUSING = frozenset({"halted", "stopped", "paused"})
"""*halted to fire a volley*: then it was fired."""
_USING = frozenset({"used", "using"})
"""*used the ice to cross the river*, *using fire to destroy the fleet*: crossed, and destroyed."""
_NERVE = frozenset(
    {
        "courage", "audacity", "temerity", "nerve", "boldness", "daring", "misfortune", "fortune", "luck", "honour", "honor", "distinction", "pleasure",
        "satisfaction", "folly", "foresight", "sense", "judgment", "judgement", "effrontery", "insolence", "rashness", "imprudence", "initiative",
        "liberty", "precaution", "presence", "prudence", "trouble", "pains", "privilege", "gall",
    }
)  # fmt: skip
_PRETEXTS = frozenset({"pretext", "excuse", "justification"})
_TIDINGS = frozenset({"news", "word"})
"""*news of the fall of Acre* reached somebody: it fell."""


@cache
def _expecting() -> frozenset[str]:
    """Forms of the verbs of who looks out for what is to come."""
    return forms_of(("expect", "anticipate", "await", "foresee"))


@cache
def _failing() -> frozenset[str]:
    return forms_of(("fail",))


class NounStatus:
    """Judges what noun phrases make of an event."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.words = status_words()

    def _noun(self, candidate: Candidate, standing: Standing) -> None:
        owned = self._owned(candidate)
        told_done = owned or self._fell_short(candidate) or self._carried_out(candidate)
        if (status := _OF_SUPPORT.get(candidate.support)) and not told_done:
            standing.raise_to(status)
        if candidate.support == "statement" and candidate.clause is not None and not owned:
            self._says(candidate.clause, standing)
        if (
            candidate.rule.type == "CASUALTY"
            and candidate.part in ("subject", "object")
            and candidate.clause is not None
        ) and self._said(candidate.clause):
            self._says(candidate.clause, standing)
        # *prevented an attack*, *escaped capture*
        if (
            candidate.support in ("repel", "undergo")
            and candidate.clause is not None
            and not self._unhindered(candidate)
        ):
            verb = self.scene.lower[self.scene.verb(candidate.clause)]
            if "negate" in self.words.verbs.get(verb, ()) and not verb.startswith("stop"):
                standing.raise_to("negated")
        chunk = candidate.chunk
        if chunk is None or chunk < 0:
            return
        if self._expected(candidate):
            standing.raise_to("planned")
        phrase = self.scene.chunks[chunk]
        for at in range(phrase.first, candidate.first):
            word = self.scene.lower[at]
            if (level := self.words.adjectives.get(word)) and word not in self.words.predicative:
                standing.raise_to(OF_LEVEL[level])
        many = candidate.last - candidate.first > 1
        if many and self.words.nouns.get(self.scene.lower[candidate.last - 1]) == "attempt":
            # *a coup attempt*
            standing.raise_to("attempted")
        before = self.scene.prepositions.get(chunk)
        if before is not None and before > 0:
            # *under pressure from the siege*: it was there.
            if self.scene.lower[before] != "from" or self.words.nouns.get(self.scene.lower[before - 1]) != "plan":
                self._head_noun(before - 1, standing)
            self._governing_verb(candidate, self.scene.lower[before], standing)
            if self.scene.lower[before] in self.words.negating_prepositions:
                standing.raise_to("negated")
            if self.scene.lower[before] == "for" and self._planned_for(candidate):
                standing.raise_to("planned")

    def _expected(self, candidate: Candidate) -> bool:
        """*expected another attack*, *awaited the arrival of the fleet*, *An attack was expected*: still ahead."""
        clause, wanted = candidate.clause, "object"
        if clause is None or candidate.support:
            return False
        if self.scene.passive(clause):
            wanted = "subject"
        return candidate.part == wanted and self.scene.lower[self.scene.verb(clause)] in _expecting()

    def _unhindered(self, candidate: Candidate) -> bool:
        """*was unable to prevent the fall of Kinston*, *failed to repel the attack*: it fell, and they attacked."""
        return candidate.support == "repel" and candidate.clause is not None and self._in_vain(candidate.clause)

    def _in_vain(self, clause: int) -> bool:
        """*could not*, *failed to*, *was unable to*, *came too late to*, *did nothing to*: whether what a verb says was not achieved."""
        scene, here, group = self.scene, self.scene.clauses[clause], self.scene.group(clause)
        if group.negated or here.link not in AIMS or here.governor is None:
            # Not *was not preventing it*, which tells of nothing done.
            return group.negated and scene.parse.codes[group.head] != "G"
        if scene.lower[scene.verb(here.governor)] in _failing() or beyond(scene, clause):
            return True
        before = scene.lower[group.first - 1]
        return self.words.adjectives.get(before) == "attempt" or before in ("nothing", "little")

    def _planned_for(self, candidate: Candidate) -> bool:
        """*Plans were made for an attack*."""
        scene, index = self.scene, candidate.clause
        if index is None or not scene.passive(index):
            return False
        return any(self.words.nouns.get(scene.head(c)) == "plan" for c in scene.clauses[index].subjects)

    def _owned(self, candidate: Candidate) -> bool:
        """*claimed responsibility for the blast*: whose deed it was is said, not that there was one."""
        if candidate.clause is None:
            return False
        return any(self.scene.head(c) == "responsibility" for c in self.scene.clauses[candidate.clause].objects)

    def _carried_out(self, candidate: Candidate) -> bool:
        """*insisted on a sortie, which was launched at dawn*, *ordered an assault, but it was repulsed*: what follows tells that it took place."""
        scene, chunk, index = self.scene, candidate.chunk, candidate.clause
        if candidate.support != "plan" or chunk is None or chunk < 0 or index is None:
            return False
        return any(
            scene.clauses[behind].sentence == scene.clauses[index].sentence
            and self._goes_on_about(behind, chunk)
            and self._took_place(behind)
            for behind in range(index + 1, min(index + _NEXT, len(scene.clauses)))
        )

    def _goes_on_about(self, clause: int, chunk: int) -> bool:
        """*an assault, which failed*, *an assault, but it failed*, *but the attack failed*: whether the subject is the deed of a noun phrase."""
        scene, here = self.scene, self.scene.clauses[clause]
        if here.link != "conjunct":
            return here.link == "relative" and chunk in here.subjects
        spoken = _DEED_NOUNS | {scene.head(chunk)}
        return any(
            scene.head(c) in _POINTING or (scene.lower[scene.chunks[c].first] in _POINTING and scene.head(c) in spoken)
            for c in here.subjects
        )

    def _took_place(self, clause: int) -> bool:
        """Whether a clause tells of its subject that it was done, began, was beaten back or failed; not *was called off*, *came to nothing*."""
        scene, group = self.scene, self.scene.group(clause)
        word, behind = scene.lower[group.head], scene.lower[group.last : group.last + 1]
        if group.negated or scene.parse.codes[group.first] not in "LB":
            return False
        if scene.passive(clause):
            hindered = word in _HINDERED or "negate" in self.words.verbs.get(word, ())
            kinds = ("perform",) if hindered else ("perform", "repel")
            done = any(kind in kinds for kind, _ in support_verbs().get(word, ()))
            return done and scene.lower[group.first] in WAS
        if word in WAS:
            return behind in _RESULTS or any(scene.head(c) in _ENDINGS for c in scene.clauses[clause].objects)
        if behind == ["to"] and not COMING_ABOUT.isdisjoint(scene.lower[group.last : group.last + 3]):
            return False
        return any(
            kind in ("occur", "act", "fail")
            and (not phrase or tuple(scene.lower[group.last : group.last + len(phrase)]) == phrase)
            for kind, phrase in support_verbs().get(word, ())
            if phrase not in _NOT_DONE and word not in _MISSING
        )

    def _governing_verb(self, candidate: Candidate, preposition: str, standing: Standing) -> None:
        """*charged eight soldiers with the murders*: on the word of who accuses; *intended as an attack*: a plan."""
        clause = candidate.clause
        if clause is None or candidate.part != "oblique":
            return
        verb = self.scene.lower[self.scene.verb(clause)]
        if preposition in {"with", "of", "for"} and verb in self.words.accusing:
            self._says(clause, standing)
        elif preposition == "as" and self.words.verbs.get(verb, frozenset()) == {"plan"}:
            standing.raise_to("planned")

    def _said(self, clause: int) -> bool:
        """Whether a clause makes numbers somebody's word."""
        verb = self.scene.lower[self.scene.verb(clause)]
        return "report" in self.words.verbs.get(verb, ()) or verb in self.words.estimating

    def _head_noun(self, at: int, standing: Standing) -> None:
        """*an attempt to take*, *plans for an assault*, *reports of a massacre*."""
        level, chunk = self.words.nouns.get(self.scene.lower[at]), self.scene.chunk_of[at]
        if (
            level is None
            or chunk < 0
            or (self.scene.lower[at] in _TIDINGS and self.scene.lower[at + 1] == "of")
            or (
                self.scene.lower[at] in self.words.openings
                and self.scene.lower[at + 1] != "to"
                and not self._defied(chunk)
            )
        ):
            return
        # *made no attempt to stop them*, *no indication that troops had crossed*; *took the opportunity to seize* is done.
        if self._says_none(chunk) or self._defied(chunk):
            standing.raise_to("negated")
        elif self.scene.lower[at] in _PRETEXTS and self.scene.lower[self.scene.prepositions.get(chunk, 0)] == "as":
            # *used the murder as a pretext to declare war*: it was declared
            return
        elif not (self.scene.lower[at] in self.words.openings and self._taken(chunk)):
            standing.raise_to(OF_LEVEL[level])

    def _defied(self, chunk: int) -> bool:
        """*resisted orders to send troops*, *ignored the demand that he leave*."""
        clause, part = self.scene.parts.get(chunk, (None, ""))
        return (
            part == "object" and clause is not None and self.scene.lower[self.scene.verb(clause)] in self.words.defying
        )

    def _tried(self, at: int, standing: Standing) -> None:
        """*every attempt by the Turks to regain Albania*, *an unsuccessful pursuit to capture him*."""
        scene, chunk = self.scene, self.scene.chunk_of[at]
        if chunk < 0:
            return
        preposition = scene.prepositions.get(chunk)
        if preposition is not None and scene.lower[preposition] in {"by", "of", "from"}:
            self._head_noun(preposition - 1, standing)
            chunk = scene.chunk_of[preposition - 1]
        if chunk >= 0:
            phrase = scene.chunks[chunk]
            if any(self.words.adjectives.get(word) == "attempt" for word in scene.lower[phrase.first : phrase.head]):
                standing.raise_to("attempted")

    def _taken(self, chunk: int) -> bool:
        clause, part = self.scene.parts.get(chunk, (None, ""))
        return (
            part == "object" and clause is not None and self.scene.lower[self.scene.verb(clause)] in self.words.taking
        )

    def _told_of(self, chunk: int, standing: Standing) -> None:
        """*reports of troops approaching*: on somebody's word; *the threat of Japan invading Java*: ahead."""
        of = self.scene.prepositions.get(chunk)
        level = self.words.nouns.get(self.scene.lower[of - 1]) if of and self.scene.lower[of] == "of" else None
        if level in ("report", "plan"):
            standing.raise_to(OF_LEVEL[level])

    def _for_deed(self, noun: int, clause: int) -> bool:
        """*led his men on a raid to cut the road*, *An expedition to relieve Kut failed*: what the deed is for."""
        chunk = self.scene.chunk_of[noun]
        apart = chunk in self.scene.prepositions or self.scene.clauses[clause].governor is None
        return chunk >= 0 and apart and self.scene.is_a(chunk, "event", "deed")

    def _sequel(self, clause: int, governor: int) -> bool:
        """*took the fort, only to lose it again*, *was rebuilt only to be razed*: what happened next; not *was sent only to observe*."""
        scene, group = self.scene, self.scene.group(clause)
        if scene.clauses[clause].link not in {"purpose", "infinitive"}:
            return False
        subjects = scene.clauses[clause].subjects
        whose = scene.chunks[subjects[0]].first - 1 if subjects else group.first - 1
        if scene.lower[max(0, whose - 2) : whose + 1] == [",", "only", "for"]:
            # *sent a fleet, only for it to be sunk*
            return True
        if scene.lower[group.first - 1] != "only":
            return False
        before = scene.parse.codes[group.first - 2]
        return group.passive or before == "," or (before in "NMtaC" and scene.group(governor).finite)

    def _came_of_it(self, clause: int, governor: int) -> bool:
        """*merged to form one regiment*, *used the ice to cross*, *successfully pressed him to resign*: done, though an infinitive tells it."""
        scene, group = self.scene, self.scene.group(governor)
        if "successfully" in scene.lower[max(0, group.first - 1) : group.head]:
            return True
        verb = scene.lower[group.head]
        # *it took the Allies six weeks to capture Caen*
        lasting = verb == "took" and scene.clauses[clause].link == "infinitive"
        done = (
            lasting
            or verb in _USING
            or verb in _PAUSING
            or (verb == "set" and scene.lower[scene.verb(clause)] == "work")
            or (verb in self.words.merging and scene.lower[scene.verb(clause)] in self.words.outcomes)
        )
        return done and (group.finite or verb == "using")

    def _unplanned(self, clause: int) -> bool:
        """*took the opportunity to seize*, *strong enough to invade*: no purpose."""
        scene = self.scene
        before, governor = scene.group(clause).first - 1, scene.clauses[clause].governor
        if before < 0 or scene.lower[before] == "enough":
            return before >= 0
        if governor is not None and any(scene.head(c) == "advantage" for c in scene.clauses[governor].objects):
            # *took advantage of the fog to escape*
            return scene.lower[scene.verb(governor)] in self.words.taking
        if governor is not None and self._foremost(before, governor):
            return True
        chunk = scene.chunk_of[before]
        # *had the courage to attack*, *had the misfortune to be captured*
        bold = scene.lower[before] in _NERVE and scene.parts.get(chunk, (None, ""))[1] == "object"
        return bold or (scene.lower[before] in self.words.openings and self._taken(chunk))

    def _foremost(self, noun: int, governor: int) -> bool:
        """*was the first to enter*, *were the last units to leave*, *took Lund, the last fort to fall*: done."""
        scene, chunk = self.scene, self.scene.chunk_of[noun]
        while chunk > 0 and scene.prepositions.get(chunk) == scene.chunks[chunk - 1].last:
            # *was the last marshal of the army to leave Russia*
            chunk -= 1
        words = scene.lower[scene.chunks[chunk].first : noun + 1] if chunk >= 0 else scene.lower[noun : noun + 1]
        beside = chunk >= 0 and scene.parse.codes[scene.chunks[chunk].first - 1] == ","
        return not FOREMOST.isdisjoint(words) and (beside or scene.lower[scene.verb(governor)] in _BEING)

    def _says(self, governor: int, standing: Standing, *, dated: bool = True) -> None:
        """Who says so; *claimed to have taken X on 3 May*: there the date of the claim is the event's as well."""
        standing.raise_to("reported")
        if standing.statement is None and not standing.attribution:
            standing.statement = governor if dated else None
            clause = self.scene.clauses[governor]
            if self.scene.passive(governor):
                standing.attribution = tuple(c for at, c in clause.obliques if self.scene.lower[at] == "by")
            else:
                standing.attribution = clause.subjects

    def _none(self, candidate: Candidate, standing: Standing) -> None:
        """*Neither side attacked*, *no soldier was killed*, *took no prisoners*: a noun phrase that says that there was none."""
        clause = candidate.clause
        if clause is None:
            return
        here = self.scene.clauses[clause]
        if self.scene.lower[self.scene.group(clause).first - 1] == "but" and here.link == "purpose":
            # *no alternative was left but to surrender*
            return
        if candidate.chunk is not None and candidate.part not in ("subject", "object"):
            return
        phrases = here.subjects if candidate.part == "subject" else here.subjects + here.objects[:1]
        for chunk in phrases:
            if self._says_none(chunk):
                standing.raise_to("negated")

    def _fell_short(self, candidate: Candidate) -> bool:
        """*Their attacks failed to dislodge the Poles*: they were made; only what they were for was not reached."""
        if candidate.support != "fail" or candidate.clause is None:
            return False
        last = self.scene.group(candidate.clause).last
        # *The attack failed to materialise*: there was none.
        aimed = COMING_ABOUT.isdisjoint(self.scene.lower[last : last + 3])
        return self.scene.parse.codes[last : last + 1] == "i" and aimed

    def _says_none(self, chunk: int) -> bool:
        first = self.scene.chunks[chunk].first
        lower = self.scene.lower
        if lower[first - 1] == "not" and lower[first] in {"a", "an", "one"} and lower[first + 1 : first + 2] != ["few"]:
            # *Not one man was killed*
            return True
        if lower[first] not in self.words.nones:
            # *with hardly a shot fired*
            alone = self.scene.parse.codes[first : self.scene.chunks[chunk].last] == "DN"
            return alone and lower[first - 1] in self.words.hardly and lower[first] in ("a", "an", "any")
        return lower[first] != "no" or lower[first + 1 : first + 2] not in (
            ["longer"],
            ["fewer"],
            ["less"],
            ["more"],
            ["later"],
            ["doubt"],
        )
