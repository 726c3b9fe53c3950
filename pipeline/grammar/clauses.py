"""Clauses of a sentence: which noun phrases are subject, object or oblique of each verb group, and which clause governs it."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.grammar.chunking import Item
from pipeline.records import Chunk, Clause, Sentence, VerbGroup

__all__ = ["build_clauses"]

_VERBS = frozenset("Vgpi")
_SPEECH = frozenset("TQ")
_TRIED = frozenset({"attempt", "attempts", "effort", "efforts", "bid", "plan", "plans"})
_DOES = frozenset(
    {
        "made",
        "make",
        "making",
        "makes",
        "began",
        "launched",
        "abandoned",
        "continued",
        "with",
        "renewed",
        "has",
        "had",
        "gave",
        "given",
    }
)
_ADDITIVE = frozenset({"and", "or", "&"})


@dataclass(slots=True)
class _Draft:
    """A clause in the making."""

    group: int
    kind: str
    at: int
    """Position of its verb among the items."""
    start: int
    """Position of the first item that belongs to it."""
    link: str = "main"
    governor: int | None = None
    marker: int | None = None
    subjects: list[int] = field(default_factory=list)
    objects: list[int] = field(default_factory=list)
    obliques: list[tuple[int, int]] = field(default_factory=list)
    particle: int | None = None


class SentenceClauses:
    """Builds the clauses of one sentence from its items, left to right: subjects first, then objects and obliques."""

    def __init__(
        self,
        items: list[Item],
        sentence: Sentence,
        chunks: list[Chunk],
        groups: list[VerbGroup],
        lower: list[str],
        object_control: frozenset[str],
    ) -> None:
        self.items = items
        self.sentence = sentence
        self.chunks = chunks
        self.groups = groups
        self.lower = lower
        self.object_control = object_control
        self.kinds = "".join(item[0] for item in items)
        self.drafts: list[_Draft] = []
        self.claimed: dict[int, int] = {}

    def build(self, offset: int, prepositions: dict[int, int]) -> list[Clause]:
        """The clauses, with governors counted from ``offset``; noun phrases after a preposition are told to ``prepositions``."""
        self._prepositional(prepositions)
        for at, (kind, index, _) in enumerate(self.items):
            if kind in _VERBS:
                self._subject(at, kind, index)
        end = len(self.items)
        for draft in reversed(self.drafts):
            self._after(draft, max(end, draft.at + 1))
            end = min(end, draft.start)
        self._inherit()
        return self._finished(offset)

    # ------------------------------------------------------------------------------------------------ prepositions

    def _prepositional(self, prepositions: dict[int, int]) -> None:
        """Items that stand in a prepositional phrase, coordination included, with the token of their preposition."""
        self.governed: dict[int, int] = {}
        preposition: int | None = None
        previous = ""
        for at, (kind, index, token) in enumerate(self.items):
            if kind in "Iq":
                preposition = token
            elif kind in "Nt":
                if (preposition is not None and (previous in "Iq" or (previous in "K-" and self._coordinates(at)))) or (
                    preposition is not None and previous == "," and self._in_list(at)
                ):
                    self.governed[at] = preposition
                    prepositions[index] = preposition
                else:
                    preposition = None
            elif kind == "(":
                pass
            elif kind not in "K,A-)":
                preposition = None
            if kind != "A":
                previous = kind

    def _coordinates(self, at: int) -> bool:
        """After *and*: the noun phrase goes on, it does not begin a clause of its own."""
        return not self._starts_clause(at)

    def _in_list(self, at: int) -> bool:
        """After a comma: *in A, B and C* (a list that *and* closes before any verb)."""
        rest = self.kinds[at + 1 :]
        k = 0
        while k < len(rest) and rest[k] in "N,":
            k += 1
        return k < len(rest) - 1 and rest[k] == "K" and rest[k + 1] == "N" and not self._starts_clause(at + 2 + k)

    def _starts_clause(self, at: int) -> bool:
        """A finite verb follows the noun phrase, its own prepositional phrases and adverbs in between."""
        k = at + 1
        kinds = self.kinds
        while k < len(kinds):
            if kinds[k] == "A":
                k += 1
            elif (kinds[k] == "I" and k + 1 < len(kinds) and kinds[k + 1] in "Nt") or (
                kinds[k] == "K" and k + 1 < len(kinds) and kinds[k + 1] == "N"
            ):
                k += 2
            else:
                break
        return k < len(kinds) and kinds[k] == "V"

    # ---------------------------------------------------------------------------------------------------- subjects

    def _subject(self, at: int, kind: str, group: int) -> None:
        draft = _Draft(group, kind, at, at)
        previous = self.drafts[-1] if self.drafts else None
        if kind == "V":
            self._finite_subject(draft, previous)
        else:
            self._nonfinite_subject(draft, previous)
        self.drafts.append(draft)

    def _finite_subject(self, draft: _Draft, previous: _Draft | None) -> None:
        low = previous.at if previous else -1
        k = self._skip_left(draft.at - 1, low)
        kind = self.kinds[k] if k > low else ""
        if kind == "N":
            self._take_subject(draft, previous, k, low)
        elif kind == "R":
            draft.link, draft.marker, draft.start = "relative", self.items[k][2], k
            draft.subjects = self._antecedent(k)
            draft.governor = self._latest(k)
        elif kind in ("K", ""):
            self._share(draft, previous, k if kind == "K" else None)
        elif kind in ",)-:":
            self._across_comma(draft, previous, k)
        elif kind in "TQWY":
            draft.link = "relative" if kind in "TWY" else "adverbial"
            draft.marker, draft.start = self.items[k][2], k
            draft.governor = self._latest(k)
            if kind == "T":
                draft.subjects = self._antecedent(k)
        if draft.link == "main":
            draft.start = min(draft.start, self._segment_start(draft.at, low))

    def _skip_left(self, k: int, low: int) -> int:
        """Leftwards over adverbs, phrases of time and whole prepositional phrases, parentheses included."""
        kinds = self.kinds
        while k > low:
            if kinds[k] in "At":
                k -= 1
                if k > low and kinds[k] in "Iq" and kinds[k + 1] == "t":
                    k -= 1
            elif kinds[k] == "N" and k in self.governed:
                k -= 1
                while k > low and (k in self.governed or kinds[k] in "K,A-"):
                    k -= 1
                if k > low and kinds[k] in "Iq":
                    k -= 1
            elif kinds[k] == ")":
                opening = kinds.rfind("(", low + 1, k)
                if opening < 0:
                    return k
                k = opening - 1
            elif kinds[k] == "I":
                k -= 1
            else:
                return k
        return k

    def _take_subject(self, draft: _Draft, previous: _Draft | None, k: int, low: int) -> None:
        """The noun phrase at ``k``, with what is coordinated to its left, unless it is the previous verb's object."""
        if (
            previous is not None
            and previous.kind != "V"
            and self._skip_adverbs(previous.at + 1) == k
            and self._passive_or_open(previous)
        ):
            return self._share(draft, previous, None)
        subjects = [self.items[k][1]]
        self.claimed[k] = draft.at
        start, j, listed = k, k - 1, False
        while j - 1 > low and self.kinds[j] in "K,-":
            before = j - 1
            if self.kinds[j] == "K" and self.kinds[before] == ",":
                before -= 1
            before = self._skip_left(before, low)
            if before <= low or self.kinds[before] != "N" or before in self.governed:
                break
            if self.kinds[j] == "," and not listed:
                break
            listed = listed or self.kinds[j] == "K"
            if self.kinds[j] == "K" and self.lower[self.items[j][2]] not in _ADDITIVE:
                break
            if previous is not None and not self._boundary_between(low, before, previous):
                break
            subjects.insert(0, self.items[before][1])
            self.claimed[before] = draft.at
            start, j = before, before - 1
        draft.subjects = subjects
        draft.start = start
        self._introduce(draft, previous, start, low)
        return None

    def _boundary_between(self, low: int, high: int, previous: _Draft) -> bool:
        """A clause begins between the previous verb and the noun phrase; after a fronted participle its comma is enough."""
        bounds = ";:QTKW" if previous.kind == "V" else ",;:QTKW"
        return any(code in bounds for code in self.kinds[low + 1 : high])

    def _passive_or_open(self, previous: _Draft) -> bool:
        """A nonfinite verb without passive takes an object; its noun phrase is then no subject of the next verb."""
        return (
            not self.groups[previous.group].passive
            and bool(previous.subjects)
            and previous.link in {"reduced", "infinitive"}
        )

    def _introduce(self, draft: _Draft, previous: _Draft | None, start: int, low: int) -> None:
        """What stands before the subject says how the clause hangs together with the rest."""
        k = start - 1
        while k > low and (
            self.kinds[k] in "At," or k in self.governed or (self.kinds[k] == "I" and self.kinds[k + 1] in "Nt")
        ):
            k -= 1
        code = self.kinds[k] if k > low else ""
        if code and code in "TQqWRY":
            draft.marker, draft.start = self.items[k][2], k
            draft.governor = self._latest(k, speaking=code == "T")
            talked = previous is not None and k > 0 and code in _SPEECH and self.kinds[k - 1] in _VERBS
            complement = code == "T" or (talked and self.lower[self.items[k][2]] in {"whether", "if"})
            draft.link = "complement" if complement else "relative" if code in "RWY" else "adverbial"
        elif previous is not None and start == self._skip_adverbs(previous.at + 1) and k <= low:
            draft.link, draft.governor, draft.start = "complement", len(self.drafts) - 1, start
        elif code == "K":
            draft.governor = self._latest_finite(len(self.drafts))
            draft.link = "conjunct" if draft.governor is not None else "main"
            draft.start = k
            self._stay_within(draft)
        else:
            draft.start = k + 1

    def _stay_within(self, draft: _Draft) -> None:
        """A clause coordinated with a complement without *that* stays a main clause; with *and that* it has its own marker."""
        if draft.governor is not None and self.drafts[draft.governor].link in {"relative", "adverbial"}:
            draft.link = "main"

    def _skip_adverbs(self, k: int) -> int:
        while k < len(self.kinds) and self.kinds[k] in "At":
            k += 1
        return k

    def _antecedent(self, k: int) -> list[int]:
        k -= 1
        while k >= 0 and self.kinds[k] in ',AI)"':
            k -= 1
        return [self.items[k][1]] if k >= 0 and self.kinds[k] == "N" else []

    def _latest(self, k: int, *, speaking: bool = False) -> int | None:
        """The clause whose verb stands last before the item ``k``; for a *that*, no bare participle."""
        for number in range(len(self.drafts) - 1, -1, -1):
            if self.drafts[number].at < k and not (speaking and number and self.drafts[number].kind == "p"):
                return number
        return None

    def _latest_finite(self, before: int) -> int | None:
        for number in range(before - 1, -1, -1):
            if self.drafts[number].kind == "V" and self.drafts[number].link != "relative":
                return number
        return None

    def _share(self, draft: _Draft, previous: _Draft | None, conjunction: int | None) -> None:
        """A verb without a subject of its own shares that of the last finite clause, or of the verb it is coordinated with."""
        if previous is None:
            return
        number = len(self.drafts) - 1
        if conjunction is None and previous.kind != "V":
            draft.start = draft.at
            draft.subjects = list(previous.subjects)
            draft.governor = previous.governor
            return
        while number > 0 and self.drafts[number].kind != "V" and self.drafts[number].governor is not None:
            number = min(number - 1, self.drafts[number].governor or 0)
        draft.governor = number
        draft.link = "conjunct"
        draft.start = conjunction if conjunction is not None else draft.at
        partner = self.drafts[number]
        draft.subjects = list(partner.subjects)
        draft.marker = None

    def _across_comma(self, draft: _Draft, previous: _Draft | None, k: int) -> None:
        """*X, who had taken Y, withdrew*; *X, the leader of Y, said*: the subject stands before the comma that opens the insertion."""
        comma = self.kinds.rfind(",", 0, k)
        while comma > 0:
            j = self._skip_left(comma - 1, -1)
            if j >= 0 and self.kinds[j] == "N" and j not in self.governed and self.claimed.get(j) is None:
                inside = self.kinds[comma + 1 : k]
                if (
                    not (inside[:1] == "N" and "V" in inside)
                    and inside[:1] in ("R", "Y", "W", "I", "p", "g", "N", "A")
                    and inside[:1] != "K"
                    and self._opens(j)
                ):
                    draft.subjects = [self.items[j][1]]
                    self.claimed[j] = draft.at
                    draft.start = k + 1
                    self._introduce(draft, None, j, -1)
                    draft.start = k + 1
                    return
            comma = self.kinds.rfind(",", 0, comma)
        self._share(draft, previous, k)

    def _opens(self, j: int) -> bool:
        """The noun phrase is not the object of a verb before it."""
        k = j - 1
        while k >= 0 and self.kinds[k] in "At":
            k -= 1
        return k < 0 or self.kinds[k] not in _VERBS

    def _segment_start(self, at: int, low: int) -> int:
        k = at - 1
        while k > low and self.kinds[k] not in ",;:KQTW":
            k -= 1
        return k + 1 if k > low or low < 0 else at

    # --------------------------------------------------------------------------------------------------- nonfinite

    def _nonfinite_subject(self, draft: _Draft, previous: _Draft | None) -> None:
        k = draft.at - 1
        while k >= 0 and self.kinds[k] == "A":
            k -= 1
        before = self.kinds[k] if k >= 0 else ""
        number = len(self.drafts) - 1
        if draft.kind == "i":
            self._infinitive(draft, previous, k, before)
        elif before and before in "IqQ":
            draft.link, draft.marker, draft.start = "gerund", self.items[k][2], k
            draft.governor = number if number >= 0 else None
            if previous is not None:
                draft.subjects = self._gerund_subject(previous, k)
        elif before == "N" and k not in self.claimed:
            draft.link = "reduced"
            draft.subjects = [self.items[k][1]]
            draft.governor = number if number >= 0 else None
        elif previous is not None and k == previous.at:
            draft.link, draft.governor, draft.subjects = "infinitive", number, list(previous.subjects)
        elif before == "K" and draft.kind == "p" and previous is not None and previous.kind == "V":
            self._share_auxiliary(draft, previous, k)
        elif before == "K" and previous is not None and previous.kind == draft.kind:
            draft.link, draft.governor, draft.subjects = "conjunct", number, list(previous.subjects)
            draft.start = k
        else:
            draft.link = "participle"
            draft.start = k + 1
            anchor = self._latest_finite(len(self.drafts))
            draft.governor = anchor
            if anchor is not None:
                draft.subjects = list(self.drafts[anchor].subjects)

    def _share_auxiliary(self, draft: _Draft, previous: _Draft, k: int) -> None:
        """*had pushed back the enemy and recaptured X*, *was attacked and burned*: the auxiliary holds for both."""
        draft.link, draft.governor, draft.start = "conjunct", len(self.drafts) - 1, k
        draft.subjects = list(previous.subjects)
        own, other = self.groups[draft.group], self.groups[previous.group]
        self.groups[draft.group] = VerbGroup(
            own.first, own.last, own.head, other.passive, finite=True, negated=other.negated
        )

    def _gerund_subject(self, previous: _Draft, k: int) -> list[int]:
        """*prevented X from taking*: the object acts; else the subject of the clause does."""
        if self.lower[self.items[k][2]] == "from":
            between = [i for i in range(previous.at + 1, k) if self.kinds[i] == "N" and i not in self.governed]
            if between:
                return [self.items[between[0]][1]]
        return list(previous.subjects)

    def _infinitive(self, draft: _Draft, previous: _Draft | None, k: int, before: str) -> None:
        number = len(self.drafts) - 1
        if before == "K" and previous is not None and previous.kind == "i":
            draft.link, draft.governor, draft.subjects = "conjunct", number, list(previous.subjects)
            draft.start = k
            return
        if previous is None:
            draft.link = "purpose" if before != "N" else "infinitive"
            if before == "N":
                # *Russian plans to take the town*: who plans stands in the noun phrase.
                draft.subjects = [self.items[k][1]]
            return
        draft.governor = number
        draft.subjects = list(previous.subjects)
        if k == previous.at or before in ("J", "A"):
            draft.link = "infinitive"
            return
        group = self.groups[previous.group]
        controls = self.lower[group.head] in self.object_control
        between = [i for i in range(previous.at + 1, k + 1) if self.kinds[i] == "N" and i not in self.governed]
        if controls and not group.passive:
            draft.link = "infinitive"
            called = [i for i in range(previous.at + 1, k + 1) if self.kinds[i] == "N"]
            chosen = between or called
            if chosen:
                draft.subjects = [self.items[chosen[0]][1]]
        elif before == "N" and (k in self.governed or between):
            # *an attempt to capture* hangs on the noun; what else the infinitive says is purpose.
            draft.link = "purpose"
            noun = self.chunks[self.items[k][1]].head
            if self.lower[noun] in _TRIED and self.lower[group.head] not in _DOES:
                draft.subjects = [self.items[k][1]]
        else:
            draft.link = "infinitive" if k == previous.at else "purpose"

    # ------------------------------------------------------------------------------------------ objects and obliques

    def _after(self, draft: _Draft, end: int) -> None:
        """Objects and obliques between the verb and ``end``, where the next clause starts."""
        self._fronted(draft)
        at, open_object = draft.at + 1, True
        while at < end:
            code, index, token = self.items[at]
            if code in "R;TQWY" or at in self.claimed:
                break
            if code == "(":
                closing = self.kinds.find(")", at, end)
                at = closing if closing > 0 else end
            elif code in "Nt" and at in self.governed:
                draft.obliques.append((self.governed[at], index))
                open_object = open_object and code == "t"
            elif code == "N" and (open_object or self._continues(draft, at)):
                draft.objects.append(index)
                open_object = False
            elif (
                code == "I"
                and (at + 1 >= len(self.items) or self.kinds[at + 1] not in "Ntg")
                and draft.particle is None
            ):
                draft.particle = token
            elif code in ",K":
                open_object = False
            at += 1

    def _continues(self, draft: _Draft, at: int) -> bool:
        """The noun phrase is coordinated with an object: *captured A, B in X, and C*."""
        return bool(draft.objects) and self.kinds[at - 1] in "K,-"

    def _fronted(self, draft: _Draft) -> None:
        if draft.kind != "V":
            return
        for at in range(draft.start, draft.at):
            if at in self.governed and self.kinds[at] == "N" and self.items[at][2] < self._subject_token(draft):
                draft.obliques.append((self.governed[at], self.items[at][1]))

    def _subject_token(self, draft: _Draft) -> int:
        if draft.subjects:
            return self.chunks[draft.subjects[0]].first
        return self.items[draft.at][2]

    # -------------------------------------------------------------------------------------------------------- end

    def _inherit(self) -> None:
        """Fronted participles and gerunds take the subject of the finite clause that follows."""
        for number, draft in enumerate(self.drafts):
            if draft.link in {"participle", "gerund", "purpose"} and draft.governor is None:
                for later in range(number + 1, len(self.drafts)):
                    if self.drafts[later].kind == "V" and self.drafts[later].link in {"main", "conjunct"}:
                        draft.governor = later
                        draft.subjects = draft.subjects or list(self.drafts[later].subjects)
                        break

    def _finished(self, offset: int) -> list[Clause]:
        clauses = []
        for number, draft in enumerate(self.drafts):
            first = self.sentence.first if number == 0 else self._first_token(draft)
            nxt = self.drafts[number + 1] if number + 1 < len(self.drafts) else None
            last = self._first_token(nxt) if nxt else self.sentence.last
            clauses.append(
                Clause(
                    draft.group, self.sentence.index, first, max(last, first), draft.link,
                    None if draft.governor is None else draft.governor + offset, draft.marker,
                    tuple(draft.subjects), tuple(draft.objects), tuple(draft.obliques), draft.particle,
                )
            )  # fmt: skip
        return clauses

    def _first_token(self, draft: _Draft) -> int:
        return self.items[min(draft.start, draft.at)][2]


def build_clauses(
    items: list[Item],
    sentence: Sentence,
    chunks: list[Chunk],
    groups: list[VerbGroup],
    lower: list[str],
    object_control: frozenset[str],
    offset: int,
    prepositions: dict[int, int],
) -> list[Clause]:
    """The clauses of one sentence, in order of their verbs."""
    return SentenceClauses(items, sentence, chunks, groups, lower, object_control).build(offset, prepositions)
