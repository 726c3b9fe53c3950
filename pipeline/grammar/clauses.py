"""Clauses of a sentence: which noun phrases are subject, object or oblique of each verb group, and which clause governs it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from pipeline.grammar.context import measures
from pipeline.grammar.drafts import VERBS, Draft
from pipeline.grammar.infinitives import subject_control
from pipeline.grammar.nonfinite import Nonfinite
from pipeline.grammar.prepositional import starts_clause
from pipeline.grammar.valency import appointing, giving, intransitive, seldom_passive
from pipeline.records import Clause
from pipeline.rules.grammar import HELD, OFFICES, forms_of

if TYPE_CHECKING:
    from pipeline.grammar.chunking import Item
    from pipeline.records import Chunk, Sentence, VerbGroup

__all__ = ["build_clauses"]

_HELD_OFFICES = OFFICES | {
    "head",
    "general",
    "general-in-chief",
    "captain",
    "marshal",
    "admiral",
    "director",
    "heir",
    "successor",
}
_DECLARED = frozenset({
    "state", "republic", "kingdom", "nation", "country", "empire", "dominion", "protectorate", "tyrant", "sovereign", "traitor", "outlaw", "enemy",
    "usurper", "rebel", "heretic",
})  # fmt: skip
"""What somebody or something is declared to be."""
_BESIDE = frozenset({"from", "for", "with", "into", "upon", "against", "under"})
"""Prepositions of who or what may stand between a verb and its object."""
_WHEREIN = frozenset({"in", "at", "during", "on", "through"})
"""Prepositions of where or in what somebody lost or took so many."""
_INSERTED_VERB = re.compile(r"[Vgi],KA*(?:VA*)?$")


@cache
def _declaring() -> frozenset[str]:
    return forms_of(("declare", "proclaim"))


@cache
def _pushing() -> frozenset[str]:
    """Forms of the verbs that *back* is a particle of: *pushed them back*."""
    return forms_of((
        "push", "drive", "force", "throw", "press", "hurl", "beat", "pull", "send", "bring", "fall", "move", "go", "turn", "roll",
    ))  # fmt: skip


class SentenceClauses(Nonfinite):
    """Builds the clauses of one sentence from its items, left to right: subjects first, then objects and obliques."""

    def build(self, offset: int) -> list[Clause]:
        """The clauses, with governors counted from ``offset``."""
        for at, (kind, index, _) in enumerate(self.items):
            if kind in VERBS:
                draft = Draft(index, kind, at, at)
                if kind == "V":
                    self.finite_subject(draft)
                else:
                    self.nonfinite_subject(draft)
                self.drafts.append(draft)
        ends = {-1: len(self.items)}
        for draft in reversed(self.drafts):
            # *between Danes (supported by Poles) and Swedes*: a clause in parentheses does not end the one around it.
            aside = self.closing(draft.at) if self.opening else -1
            end = ends.get(aside, aside)
            self._after(draft, max(end, draft.at + 1))
            ends[aside] = min(end, draft.start)
            joined = self.kinds[draft.at + 1 : draft.at + 2] == "K"
            if draft.gap and not joined and not draft.objects and not self.groups[draft.group].passive:
                self._gap_of(draft).objects = draft.gap
        self._share_gaps()
        self._push_back()
        self._inherit()
        return self._finished(offset)

    # ------------------------------------------------------------------------------------------ objects and obliques

    def _push_back(self) -> None:
        """*pushed the units attempting to take Riga back towards the border*: the particle is that of the verb before what is said of its object."""
        for number, draft in enumerate(self.drafts):
            at = draft.particle
            if at is None or self.lower[at] != "back" or at == self.groups[draft.group].last:
                continue
            pusher = self._pusher(number)
            if pusher is not None:
                pusher.particle, draft.particle = at, None
                pusher.obliques += [oblique for oblique in draft.obliques if oblique[0] > at]
                draft.obliques = [oblique for oblique in draft.obliques if oblique[0] < at]

    def _pusher(self, number: int) -> Draft | None:
        """The clause whose object is told more of by a clause that hangs on it, where its verb asks for *back* and the other does not."""
        draft = self.drafts[number]
        while draft.link in ("reduced", "infinitive") and draft.governor is not None:
            if self.lower[self.groups[draft.group].head] in _pushing():
                return None
            above = self.drafts[draft.governor]
            told = draft.link == "reduced" and above.objects == draft.subjects and above.particle is None
            if told and self.lower[self.groups[above.group].head] in _pushing():
                return above
            draft = above
        return None

    def _after(self, draft: Draft, end: int) -> None:
        """Objects and obliques between the verb and ``end``, where the next clause starts."""
        if draft.kind == "V":
            self._fronted(draft)
        items, claimed, governed = self.items, self.claimed, self.governed
        at, open_object = draft.at + 1 + self._resumed(draft), True
        while at < end:
            code, index, token = items[at]
            if code in "R;TQWY" or at in claimed:
                break
            if code == "(":
                closing = self.kinds.find(")", at, end)
                at = closing if closing > 0 else end
            elif code in "Nt" and at in governed:
                draft.obliques.append((governed[at], index))
                open_object = open_object and (code == "t" or self._idiom(at, draft) or self._shifted(at, draft))
            elif code == "N" and (open_object or self._continues(draft, at)):
                draft.objects.append(index)
                open_object = False
            elif code == "N" and self._office(draft, at):
                while self.kinds[at + 1 : at + 3] == "KN" and at + 2 not in self.claimed:
                    at += 2
            elif code == "N" and self._given(draft, at):
                # *sent Johnston a brigade*: the first is who gets it.
                draft.objects[-1] = index
            elif code == "I" and (at + 1 >= len(items) or self.kinds[at + 1] not in "NtgR") and draft.particle is None:
                draft.particle = token
            elif code in ",K":
                open_object = False
            at += 1

    def _resumed(self, draft: Draft) -> bool:
        """*captured, and later burned, Riga*: behind the comma that closes what is inserted stands the object of both verbs."""
        behind = draft.at + 1
        if not self.kinds.startswith(",N", behind) or self.kinds[behind + 2 : behind + 3] in ("V", "g", "p"):
            return False
        group = self.groups[draft.group]
        transitive = not group.passive and self.lower[group.head] not in intransitive()
        free = behind + 1 not in self.claimed and behind + 1 not in self.governed
        return transitive and free and _INSERTED_VERB.search(self.kinds, 0, draft.at) is not None

    def _shifted(self, at: int, draft: Draft) -> bool:
        """*ceded to France its share*, *took with them eleven hostages*, *wrested from Spain the island*: the object stands behind who or where."""
        first = at == draft.at + 2
        behind = self.items[at + 1 : at + 2]
        if not first or not behind or behind[0][0] != "N" or at + 1 in self.governed or at + 1 in self.claimed:
            return False
        verb, word = self.lower[self.groups[draft.group].head], self.lower[self.governed[at]]
        if word == "to":
            return verb in giving() and self.kinds[at + 2 : at + 3] != "V"
        pronoun = self.codes[self.chunks[self.items[at][1]].head] == "O"
        opening = self.codes[self.chunks[behind[0][1]].first]
        if word in _WHEREIN and opening in "DPC" and verb not in intransitive():
            # *lost in that action 200 men*, *seized in Lyon the arsenal*; not *stopped at Lund 40 miles away*
            counted = self.chunks[behind[0][1]]
            return self._does_it(draft, at) and measures().isdisjoint(self.lower[counted.first : counted.last])
        if word not in _BESIDE or (word == "with" and not pronoun) or opening not in "DPC":
            return False
        return self._does_it(draft, at)

    def _does_it(self, draft: Draft, at: int) -> bool:
        """Whether a verb is active and can have an object, and the phrase two items on is no subject of the next."""
        transitive = self.lower[self.groups[draft.group].head] not in seldom_passive()
        return not self.groups[draft.group].passive and transitive and "V" not in self.kinds[at + 2 : at + 4]

    def _idiom(self, at: int, draft: Draft) -> bool:
        """*set in motion a revolt*, *took into custody the two men*: a bare noun right behind the verb, and the object behind it."""
        chunk = self.chunks[self.items[at][1]]
        if at != draft.at + 2 or chunk.last - chunk.first != 1 or self.codes[chunk.first] != "N":
            return False
        behind = self.items[at + 1] if at + 1 < len(self.items) else None
        return (
            behind is not None
            and behind[0] == "N"
            and at + 1 not in self.governed
            and self.codes[self.chunks[behind[1]].first] in "DPC"
        )

    def _gap_of(self, draft: Draft) -> Draft:
        """*which they claimed to have taken*: the infinitive right behind the verb has the object, if it lacks one."""
        if self.lower[self.groups[draft.group].head] not in subject_control():
            return draft
        later = next((d for d in self.drafts if d.at == draft.at + 1), draft)
        lacks = later.link == "infinitive" and not later.objects and not self.groups[later.group].passive
        return later if lacks else draft

    def _share_gaps(self) -> None:
        """*Reval, which the Swedes attacked and captured*; *which they besieged, and at last took*: the verbs of a relative clause share its object."""
        for number, draft in enumerate(self.drafts[:-1]):
            follower = self.drafts[number + 1]
            if not draft.gap or draft.link != "relative" or follower.link != "conjunct" or follower.objects:
                continue
            verb = self.lower[self.groups[follower.group].head]
            joined = "K" in self.kinds[draft.at + 1 : follower.at]
            if verb in seldom_passive() or self.groups[follower.group].passive or follower.particle or not joined:
                continue
            if follower.governor != number:
                alike = draft.subjects and self.codes[self.chunks[draft.subjects[0]].first] == "O"
                if follower.governor != draft.governor or not alike:
                    continue
                follower.governor, follower.subjects = number, list(draft.subjects)
            follower.objects = list(draft.gap)
            if not draft.objects and not self.groups[draft.group].passive:
                draft.objects = list(draft.gap)

    def _continues(self, draft: Draft, at: int) -> bool:
        """The noun phrase is coordinated with an object: *captured A, B in X, and C*."""
        before = at - 1
        while self.kinds[before] == "A":
            before -= 1
        if self.kinds[at + 1 : at + 2] == "I" and self.codes[self.chunks[self.items[at][1]].head] == "J":
            # *hit the depot, east of Basra*
            return False
        aside = self.kinds[at - 2 : at] == "JK" or (
            self.kinds[at - 2 : at] == "NK" and self.items[at - 2][1] not in draft.objects
        )
        if aside and self._declared(draft, self.lower[self.chunks[self.items[at][1]].head]):
            # *declared the colonies free and independent states*
            return False
        if self.kinds[at - 2 : at] == ",K" and starts_clause(self.kinds, at):
            # *took the fort, and troops waiting in the ditch attacked*
            return False
        return bool(draft.objects) and self.kinds[before] in ("K,-" if before == at - 1 else "K")

    def _office(self, draft: Draft, at: int) -> bool:
        """*appointed Ney the commander and governor of Ulm*: what somebody is made, right behind the name."""
        if (
            not draft.objects
            or self.items[at - 1][1] != draft.objects[-1]
            or self.lower[self.groups[draft.group].head] not in appointing()
        ):
            return False
        office = self.lower[self.chunks[self.items[at][1]].head]
        if self._declared(draft, office):
            return True
        return self.codes[self.chunks[draft.objects[-1]].head] in "MO" and office.removesuffix("s") in _HELD_OFFICES

    def _declared(self, draft: Draft, what: str) -> bool:
        """*proclaimed Chile an independent republic*, *declared the king a traitor*: what somebody is said to be."""
        return self.lower[self.groups[draft.group].head] in _declaring() and what.removesuffix("s") in _DECLARED

    def _given(self, draft: Draft, at: int) -> bool:
        """A common noun right behind an object that is a name or pronoun, or says what they are held as."""
        before = at - 1 - (self.kinds[at - 1] == "*")  # *gave Greece $200 million*
        if not draft.objects or self.kinds[before] != "N" or self.items[before][1] != draft.objects[-1]:
            return False
        first, second = self.chunks[draft.objects[-1]], self.chunks[self.items[at][1]]
        if first.last - first.first == 1 and self.lower[first.head] in HELD:
            # *took hostage 40 people*
            return True
        if self.codes[second.first] not in "DC":
            return False
        if self.lower[self.groups[draft.group].head] in giving():
            # *gave the rebels 200 tanks*, *gave Greece $200 million*; not *sent the army 200 miles*
            held = self.codes[second.head] in "NC" and self.codes[first.first] in "DPMO"
            return held and not second.temporal and measures().isdisjoint(self.lower[second.first : second.last])
        return self.codes[first.head] in "MO" and self.codes[second.head] == "N"

    def _fronted(self, draft: Draft) -> None:
        """Takes in what stands before the subject of a finite verb."""
        for at in range(draft.start, draft.at):
            if at in self.governed and self.kinds[at] == "N" and self.items[at][2] < self._subject_token(draft):
                # *After marching to the Danube the army took Ulm*
                within = self.kinds[at - 2 : at] == "gI"
                holder = next((d for d in self.drafts if d.at == at - 2), draft) if within else draft
                holder.obliques.append((self.governed[at], self.items[at][1]))

    def _subject_token(self, draft: Draft) -> int:
        if not draft.subjects:
            return self.items[draft.at][2]
        subject = self.chunks[draft.subjects[0]].first
        # *left Lund and at Riga attacked the Swedes*: behind the subject that it shares, all stands before the verb.
        shared = draft.link == "conjunct" and self.kinds[draft.start] == "K" and subject < self.items[draft.start][2]
        return self.items[draft.at][2] if shared else subject

    # -------------------------------------------------------------------------------------------------------- end

    def _inherit(self) -> None:
        """Fronted participles and gerunds take the subject of the finite clause that follows."""
        for number, draft in enumerate(self.drafts):
            if draft.link in {"participle", "gerund", "purpose"} and draft.governor is None:
                for later in range(number + 1, len(self.drafts)):
                    if self.drafts[later].kind == "V" and self.drafts[later].link in {"main", "conjunct"}:
                        draft.governor = later
                        draft.subjects = draft.subjects or list(self.drafts[later].subjects)
                        self._hand_down(number)
                        break

    def _hand_down(self, number: int) -> None:
        """*Having failed to take Vienna, Suleiman withdrew*: what hangs on the participle has its subject."""
        subjects = self.drafts[number].subjects
        for draft in self.drafts[number + 1 :]:
            if (
                draft.governor == number
                and not draft.subjects
                and draft.link in {"infinitive", "purpose", "conjunct", "reduced"}
            ):
                draft.subjects = list(subjects)

    def _begin(self, number: int) -> int:
        """The item with which a clause begins; *took Lund, and Riga, which Danes held, fell*: at a subject that waits behind it for its verb."""
        draft = self.drafts[number]
        begin, low = min(draft.start, draft.at), self.drafts[number - 1].at
        if draft.link != "relative" or draft.kind != "V":
            return begin
        waiting = [item for item, verb in self.claimed.items() if low < item < begin and verb > draft.at]
        return min(waiting) if waiting and self.kinds[low + 1 : min(waiting)].endswith("K") else begin

    def _finished(self, offset: int) -> list[Clause]:
        begins = [self.items[self._begin(number)][2] for number in range(1, len(self.drafts))]
        stretches = zip(self.drafts, [self.sentence.first, *begins], [*begins, self.sentence.last], strict=False)
        return [
            Clause(
                draft.group, self.sentence.index, first, max(last, first), draft.link,
                None if draft.governor is None else draft.governor + offset, draft.marker,
                tuple(draft.subjects), tuple(draft.objects), tuple(draft.obliques), draft.particle,
            )
            for draft, first, last in stretches
        ]  # fmt: skip


def build_clauses(
    items: list[Item],
    sentence: Sentence,
    chunks: list[Chunk],
    groups: list[VerbGroup],
    codes: list[str],
    lower: list[str],
    offset: int,
    prepositions: dict[int, int],
) -> list[Clause]:
    """The clauses of one sentence, in order of their verbs; noun phrases after a preposition are told to ``prepositions``.

    >>> from pipeline.grammar import parse
    >>> from pipeline.cleaning import clean
    >>> from pipeline.records import Document
    >>> from pipeline.sentences import split
    >>> tokens = split(clean(Document("kut", "The rebels who held Kut fled, leaving guns.")))
    >>> found = parse(tokens)
    >>> [(tokens.words[found.groups[clause.group].head], clause.link) for clause in found.clauses]
    [('held', 'relative'), ('fled', 'main'), ('leaving', 'participle')]
    """
    return SentenceClauses(items, sentence, chunks, groups, codes, lower, prepositions).build(offset)
