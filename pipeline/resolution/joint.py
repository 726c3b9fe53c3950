"""Whom a pronoun stands for that is not the one subject before: several that one names, or whom or what the verb before is done to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache
from typing import TYPE_CHECKING

from pipeline.records import Actor, Mention
from pipeline.resolution.kinds import acts, is_body, is_group, is_person
from pipeline.resolution.narrative import Narrative
from pipeline.rules.grammar import AIMS, COMPELLING, forms_of

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["TIMES", "Joint"]

TIMES = frozenset({"when", "after", "once", "as", "before", "while", "whenever", "until"})


@cache
def _sending() -> frozenset[str]:
    """Forms of the verbs whose subject puts a body of men where the next sentence tells of it."""
    return forms_of(
        (
            "send", "dispatch", "despatch", "lead", "raise", "assemble", "gather", "muster", "mobilise", "mobilize", "leave", "land", "march",
            "station", "deploy", "move", "order", "launch", "equip", "recruit",
        )
    )  # fmt: skip


@cache
def _dispatching() -> frozenset[str]:
    """Forms of the verbs whose object goes where it is sent."""
    return forms_of(("send", "dispatch", "despatch", "detach", "order"))


@cache
def _joining() -> frozenset[str]:
    """Forms of the verbs of those who come together."""
    return forms_of(("join", "meet", "ally", "accompany", "befriend", "marry"))


_JUST_BEFORE = 60
"""Mentions back to which a pronoun looks."""
_FARING = frozenset(
    {"failed", "arrived", "suffered", "lost", "returned", "withdrew", "retreated", "mutinied", "deserted", "perished"}
)
"""What those tell of themselves who were sent."""
_EVADING = frozenset({"escaped", "fled", "eluded", "evaded", "resisted", "surrendered", "yielded", "submitted"})
"""What those do against whom others are sent."""
_TWO = 2


_STRUCK = frozenset({"on", "upon", "against", "at"})


@cache
def _of_men() -> frozenset[str]:
    """Forms of the verbs of what is done to persons, not to places."""
    return forms_of((
        "release", "arrest", "free", "imprison", "kidnap", "abduct", "kill", "depose", "invite", "summon", "appoint", "elect", "name", "crown", "poison",
        "wound", "exile", "recall", "rescue", "betray", "convict", "torture", "persuade", "accuse", "call", "murder", "oust", "overthrow", "dismiss", "defeat",
    ))  # fmt: skip


class Joint(Narrative):
    """Finds the several that one pronoun stands for, and the body that somebody sent."""

    def _opened_with(self, pronoun: Mention[Actor]) -> list[Mention[Actor]]:
        """*The Poles were divided, and when the Danes rode north they took York*: the subject of the clause of time right before."""
        at = self.tokens.token_at(pronoun.start)
        number = bisect_right(self.firsts, at) - 1
        clauses = self.parse.clauses
        before = clauses[number - 1] if number > 0 else None
        if before is not None and before.link == "complement" and before.governor == number - 2:
            # *When the Poles learned that the Danes had landed, they fled*
            before = clauses[number - 2]
        if before is None or before.sentence != clauses[number].sentence or before.marker is None:
            return []
        fronted = self.parse.codes[before.marker - 1] in "_.,;:K" and self.tokens.lower[before.marker] in TIMES
        if not fronted or not self._is_own_subject(number, at):
            return []
        of_several = pronoun.rule.endswith("plural")
        fits = is_group if of_several else self._is_man
        named = [m for m in self._at_heads(before.subjects) if m.value.antecedent is None]
        plural = len(named) > 1 and all(map(acts, named))
        alone = len(named) == 1 and (fits(named[0]) or (of_several and named[0].value.kind == "government"))
        return named if named and (plural or alone) else []

    def _is_own_subject(self, number: int, token: int) -> bool:
        """Whether a token is the subject of a clause that stands alone or goes on the sentence."""
        clause = self.parse.clauses[number]
        phrases = (self.parse.chunks[c] for c in clause.subjects)
        return clause.link in ("main", "conjunct") and any(p.first <= token < p.last for p in phrases)

    def _sent_there(self, pronoun: Mention[Actor]) -> list[Mention[Actor]]:
        """*Horn sent Banér to Lund, where he beat the Poles*, *ordered him to lead an army to Lund, where he …*: who was sent to the place, not who sent him."""
        at = self.tokens.token_at(pronoun.start)
        number = bisect_right(self.firsts, at) - 1
        clause = self.parse.clauses[number] if number > 0 else None
        if clause is None or clause.marker is None or self.tokens.lower[clause.marker] != "where":
            return []
        above = self.parse.clauses[clause.governor] if clause.governor is not None else clause
        group = self.parse.groups[above.group]
        told = above.subjects if above.link in AIMS else above.objects
        if group.passive or self.tokens.lower[group.head] not in _sending() or len(told) != 1:
            return []
        head = self.tokens.starts[self.parse.chunks[told[0]].head]
        return [m for m in self.done[-60:] if m.start <= head < m.end and self._is_man(m)]

    def _forced(self, pronoun: Mention[Actor]) -> list[Mention[Actor]] | None:
        """*struck the 11th Regiment, forcing it to withdraw*: whom the verb before is done to; None where nobody is forced."""
        at = self.tokens.token_at(pronoun.start)
        number = bisect_right(self.firsts, at) - 1
        if number < 0 or self.tokens.lower[at - 1] not in COMPELLING:
            return None
        # *besieged Lund and forced it to surrender*: never who forces it.
        unknown = None if pronoun.rule.endswith("plural") else list[Mention[Actor]]()
        clauses, clause = self.parse.clauses, self.parse.clauses[number]
        if clause.link not in ("participle", "conjunct"):
            return unknown
        for index in dict.fromkeys((clause.governor or 0, number - 1)):
            above = clauses[index]
            if index >= number or above.subjects != clause.subjects or self.parse.groups[above.group].passive:
                continue
            near = [c for word, c in above.obliques if self.tokens.lower[word] in _STRUCK]
            if found := self._bodies(above.objects) or self._bodies(near) or self._people(above.objects):
                return found if pronoun.rule.endswith("plural") or len(found) == 1 else []
        return unknown

    def _same_man(self, pronoun: Mention[Actor]) -> list[Mention[Actor]] | None:
        """*released Koroma from prison and installed him as chairman*: the one to whom the same people did something right before.

        None where there is no such one, an empty list where no finder knows the name.
        """
        at = self.tokens.token_at(pronoun.start)
        number = bisect_right(self.firsts, at) - 1
        clauses = self.parse.clauses
        clause = clauses[number] if number > 0 else None
        if clause is None or clause.link != "conjunct" or clause.governor != number - 1:
            return None
        above = clauses[number - 1]
        shared = (
            above.subjects == clause.subjects and len(above.objects) == 1 and self.parse.chunk_of[at] in clause.objects
        )
        head = self.parse.chunks[above.objects[0]].head if shared else -1
        if not shared or self.parse.groups[above.group].passive or self.parse.codes[head] != "M":
            return None
        start = self.tokens.starts[head]
        named = [m for m in self.done[-60:] if m.start <= start < m.end]
        if not named and self.tokens.lower[self.parse.groups[above.group].head] not in _of_men():
            # *left Lund and killed him*: a town
            return None
        return None if any(not is_person(m) for m in named) else named[-1:]

    def _felled_before(self, pronoun: Mention[Actor]) -> list[Mention[Actor]]:
        """*led the Danes to Lund, defeated the Poles and drove them back*: whom the same people did something to right before."""
        at = self.tokens.token_at(pronoun.start)
        number = bisect_right(self.firsts, at) - 1
        clause = self.parse.clauses[number] if number > 0 else None
        if clause is None or clause.link != "conjunct" or clause.governor != number - 1:
            return []
        above = self.parse.clauses[number - 1]
        shared = above.subjects == clause.subjects and self.parse.chunk_of[at] in clause.objects
        if not shared or self.parse.groups[above.group].passive:
            return []
        return [m for m in self._bodies(above.objects) if is_group(m)]

    def _bodies(self, chunks: Iterable[int]) -> list[Mention[Actor]]:
        """The bodies and groups of men that noun phrases name."""
        return [m for m in self._at_heads(chunks) if is_body(m) or is_group(m)]

    def _at_heads(self, chunks: Iterable[int]) -> list[Mention[Actor]]:
        """The mentions just before in which the heads of noun phrases lie."""
        heads = [self.tokens.starts[self.parse.chunks[c].head] for c in chunks]
        return [m for m in self.done[-_JUST_BEFORE:] if any(m.start <= head < m.end for head in heads)]

    def _people(self, chunks: Iterable[int]) -> list[Mention[Actor]]:
        """*destroyed the Indian villages, forcing them to flee*: whose by an adjective it is what noun phrases name."""
        spans = [
            (self.tokens.starts[p.first], self.tokens.starts[p.head])
            for p in map(self.parse.chunks.__getitem__, chunks)
        ]
        return [m for m in self.done[-60:] if any(first <= m.start < head for first, head in spans)]

    def _several(self, pronoun: Mention[Actor]) -> list[Mention[Actor]]:
        """The coordinated subjects of the main clause before, in the sentence or the one before it."""
        sentence = self.tokens.sentence_at(pronoun.start)
        for index in (sentence.index, sentence.index - 1):
            if index < 0 or self.tokens.sentences[index].paragraph != sentence.paragraph:
                return []
            within = self._within(self.tokens.sentences[index], pronoun.start)
            leading = [m for m in within if self._is_subject(m, self.leading) and acts(m)]
            if leading:
                first = leading.index(self._first_joined(leading))
                return leading[first:] if len({m.value.actor_id for m in leading[first:]}) > 1 else []
        return []

    def _of_two(self, pronoun: Mention[Actor]) -> list[Mention[Actor]]:
        """*Grant defeated Pemberton. The latter withdrew*: the last of those who act in the sentence, or of just two in the one before; of *the former* the first."""
        sentence = self.tokens.sentence_at(pronoun.start)
        for index in (sentence.index, sentence.index - 1):
            if index < 0 or self.tokens.sentences[index].paragraph != sentence.paragraph:
                return []
            within = self._within(self.tokens.sentences[index], pronoun.start)
            acting = {m.value.actor_id or m.value.name: m for m in within if acts(m)}
            if len(acting) > 1:
                latter = self.tokens.text[pronoun.start : pronoun.end].lower() == "latter"
                several = list(acting.values())
                return [several[-1]] if latter else several[:1] if len(several) == _TWO else []
        return []

    def _both_met(self, pronoun: Mention[Actor]) -> list[Mention[Actor]]:
        """*The attack stunned the Danish and Swedish armies, but they regrouped*: two that one verb has as its object, where its subject is nobody."""
        sentence = self.tokens.sentence_at(pronoun.start)
        within = [m for m in self._within(sentence, pronoun.start) if not m.rule.startswith("actor/pronoun")]
        if len(within) < 2 or any(self._is_subject(m, self.subjects) for m in within):
            return []
        low, high = bisect_left(self.firsts, sentence.first), bisect_left(self.firsts, sentence.last)
        objects = [c for clause in self.parse.clauses[low:high] for c in clause.objects]
        met = {self.tokens.starts[self.parse.chunks[c].head] for c in objects}
        both = [m for m in within if self._is_subject(m, met) and is_group(m)]
        joined = len(both) == len(within) == 2 and self._first_joined(both) is both[0]
        return both if joined else []

    def _joined(self, pronoun: Mention[Actor]) -> list[Mention[Actor]]:
        """*Horn was joined by Ney. They took Lund*, *Horn met Ney at Kiel, and together they …*: two who came together in the clause before."""
        number = bisect_right(self.firsts, self.tokens.token_at(pronoun.start)) - 1
        clauses, sentence = self.parse.clauses, self.tokens.sentence_at(pronoun.start)
        before = next((c for c in clauses[max(0, number - 1) : number] if c.link in ("main", "conjunct")), None)
        if before is None or sentence.index - before.sentence > 1:
            return []
        group = self.parse.groups[before.group]
        if self.tokens.lower[group.head] not in _joining() or group.negated or len(before.subjects) != 1:
            return []
        if self.tokens.sentences[before.sentence].paragraph != sentence.paragraph:
            return []
        by = [c for word, c in before.obliques if self.tokens.lower[word] == ("by" if group.passive else "with")]
        others = by if group.passive else [*before.objects, *by]
        found = [self._men((c,)) for c in (before.subjects[0], *others[:1])]
        return [one[0] for one in found] if len(found) == _TWO and all(found) else []

    def _men(self, chunks: Iterable[int]) -> list[Mention[Actor]]:
        """The persons that noun phrases name."""
        return [m for m in self._at_heads(chunks) if is_person(m)]

    def _pursued(self, pronoun: Mention[Actor]) -> Mention[Actor] | None:
        """*pounded the Confederates as they retreated*: the object of the verb before."""
        at = self.tokens.token_at(pronoun.start)
        if at < 1 or self.tokens.lower[at - 1] != "as":
            return None
        number = bisect_right(self.firsts, at - 2) - 1
        if number < 0 or not self.parse.clauses[number].objects:
            return None
        phrase = self.parse.chunks[self.parse.clauses[number].objects[-1]]
        start = self.tokens.starts[phrase.head]
        found = [m for m in self.done[-10:] if m.start <= start < m.end and is_group(m)]
        return found[0] if found and phrase.last <= at else None

    def _despatched(self, pronoun: Mention[Actor]) -> list[Mention[Actor]] | None:
        """*sent his sons to attack the invaders, but they were beaten*: who was sent, not those he was to strike; *they escaped* tells of these; None where nobody is sent."""
        at = self.tokens.token_at(pronoun.start)
        number = bisect_right(self.firsts, at) - 1
        clauses = self.parse.clauses
        if number < 2 or not self._is_own_subject(number, at) or clauses[number - 1].link not in AIMS:
            return None
        above = clauses[number - 1].governor
        if above is None or clauses[above].sentence != clauses[number].sentence:
            return None
        sent = clauses[above].subjects if self.parse.groups[clauses[above].group].passive else clauses[above].objects
        told = self.tokens.lower[self.parse.groups[clauses[above].group].head] in _dispatching()
        if not told or sent != clauses[number - 1].subjects:
            return None
        group = self.parse.groups[clauses[number].group]
        fared = group.passive or self.tokens.lower[group.head] in _FARING
        if not fared and self.tokens.lower[group.head] not in _EVADING:
            return None
        return [m for m in self._at_heads(sent if fared else clauses[number - 1].objects) if acts(m)]

    def _sent(self, number: int, *, near: bool) -> Mention[Actor] | None:
        """*The king sent a fleet, but it was sunk*: the one body that is the object of a clause; of a sentence before (not ``near``), of one sent."""
        clause = self.parse.clauses[number]
        if not clause.objects or not (near or self.tokens.lower[self.parse.groups[clause.group].head] in _sending()):
            return None
        bodies = [m for m in self._at_heads((*clause.subjects, *clause.objects)) if is_body(m)]
        sent = [m for m in self._at_heads(clause.objects) if m in bodies and m.rule == "actor/phrase"]
        alone = len(sent) == 1 and all(m is sent[0] or m.rule == "actor/people" for m in bodies)
        return sent[0] if alone else None
