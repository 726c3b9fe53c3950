"""Subjects of finite verbs: beside the verb, over an insertion, or before a relative word."""

from __future__ import annotations

import re

from pipeline.grammar.bases import LETTING
from pipeline.grammar.drafts import VERBS, Draft
from pipeline.grammar.reduced import NAMED
from pipeline.grammar.sharing import Sharing
from pipeline.grammar.valency import speaking

__all__ = ["Finite"]

_SPEECH = frozenset("TQ")
_OPEN = frozenset({"reduced", "infinitive", "purpose"})
"""Links of clauses whose object is no subject of the next verb."""
_ANOTHER_VERB = re.compile(r"(?:[AtJi]|[Iq]?[Nt])*V")
_OF_DATES = frozenset("aCtJ-,I")
_OBJECTS = re.compile(r"N(?:,N)+,?KN(?=[,;])")
_NAMELY = frozenset(
    {"namely", "specifically", "notably", "particularly", "especially", "chiefly", "mainly", "primarily", "principally"}
)
_INSERTIONS = ("R", "Y", "W", "I", "p", "g", "A", "t")
"""Kinds of item with which an insertion begins."""
_WHOLE = re.compile(r"NI{1,2}$")
"""What a phrase is taken of: *two of the ships*, *two out of the four ships*."""
_PARTICIPLE_FIRST = re.compile(r"A*p(?:A|I[Nt]|t)*")


class Finite(Sharing):
    """Finds the subject of each finite verb, and how its clause hangs together with the rest."""

    def finite_subject(self, draft: Draft) -> None:
        """Fills subjects, link, governor, marker and start of a finite draft."""
        number = self.before(draft.at)
        previous = self.drafts[number] if number is not None else None
        low = previous.at if previous else -1
        k = self.skip_left(draft.at - 1, low)
        kind = self.kinds[k] if k > low else ""
        if self._behind_quote(draft):
            return
        if kind == "," and (relative := self._relative_before(k)):
            kind, k = "R", relative
        waiting = self._waiting(k, draft.at) if kind in ("N", "K", "") else None
        if waiting is not None:
            self._claim(draft, self.joined_left(waiting, -1, None))
        elif kind == "N" and (joint := self._closes_circumstance(k, low)) is not None:
            self.share(draft, number, joint)
        elif kind == "N":
            self._take_subject(draft, number, k, low)
        elif kind == "R":
            draft.link, draft.marker, draft.start = "relative", self.items[k][2], k
            self._stand_for(draft, k)
            draft.governor = self.latest(k)
        elif k == low and previous is not None and previous.gap and previous.kind == "V" and self._says(k):
            # *a ship which the British claimed had been seized*
            draft.link, draft.governor, draft.subjects, draft.start = "complement", number, previous.gap, draft.at
            previous.gap = []
        elif kind in ("K", ""):
            self.share(draft, number, k if kind == "K" else None)
        elif kind == ";" and self.codes[self.groups[draft.group].head] in "LE":
            # *entered the camp; fought the guards; captured the guns*
            self.share(draft, self._outermost(number), k)
        elif kind in ",)-:":
            self._across_comma(draft, number, k)
        elif kind in "TQWY":
            # *announced that years of talks had ended the war*: its subject is no phrase of its own.
            content = kind == "T" and k > 0 and self.kinds[k - 1] == "V" and self._says(k - 1)
            draft.link = "complement" if content else "relative" if kind in "TWY" else "adverbial"
            draft.marker, draft.start = self.items[k][2], k
            draft.governor = self.latest(k)
            if kind == "T" and not content:
                self._stand_for(draft, k)
        if not draft.subjects and draft.link == "main" and (number is None or self._told_first(draft)):
            self._inverted(draft)
        if draft.link == "main" and draft.subjects and self.kinds.find("T", 1, draft.at) > 0:
            self._behind_that(draft)
        if draft.link == "main":
            draft.start = min(draft.start, self.segment_start(draft.at, low))

    def _behind_that(self, draft: Draft) -> None:
        """*reported that the bridges that crossed the river had been destroyed*: the first clause with a subject of its own behind a *that*."""
        that = self.kinds.rfind("T", 0, draft.at)
        token = self.items[that][2]
        told = any(other.marker == token and other.kind == "V" for other in self.drafts)
        if told or ";" in self.kinds[that : draft.at] or self.chunks[draft.subjects[0]].first < token:
            return
        above = self._and_that(that)
        # *after he advised that the king live in Kut, the king fired him*: what follows the clause around it.
        if above is not None and self._says(self.drafts[above].at) and self.drafts[above].link != "adverbial":
            draft.link, draft.marker, draft.start, draft.governor = "complement", token, draft.at, above

    def _says(self, item: int) -> bool:
        """Whether the verb that is an item reports or plans what its clause says."""
        return self.lower[self.groups[self.items[item][1]].head] in speaking()

    def _relative_before(self, k: int) -> int:
        """*Tunis, which, in spite of its garrison, fell*: the relative word before the insertion that a comma closes, or 0."""
        comma = self.comma_before(k)
        inside = self.kinds[comma + 1 : k]
        opened = comma > 0 and self.kinds[comma - 1] == "R" and inside[:1] in ("I", "A", "t", "q", "p", "g", "Q")
        return comma - 1 if opened and "V" not in inside else 0

    def _outermost(self, number: int | None) -> int | None:
        """The clause on which those up to ``number`` hang: what stands behind a semicolon goes on with that."""
        while number is not None and self.drafts[number].link not in ("main", "conjunct"):
            above = self.drafts[number].governor
            if above is None or above >= number:
                return None
            number = above
        return number

    def _inverted(self, draft: Draft) -> None:
        """*Only then were the Danes able to land*, *among the dead was Nelson*: the subject stands behind its auxiliary."""
        behind = self.skip_adverbs(draft.at + 1)
        group = self.groups[draft.group]
        if self.codes[group.head] == "B" and self.kinds[behind : behind + 1] == "N" and behind not in self.governed:
            self._claim(draft, [behind])

    def _told_first(self, draft: Draft) -> bool:
        """*Also killed were five men*, *Killed in the attack were five men*: whether a bare participle opens the sentence, and its auxiliary follows."""
        return _PARTICIPLE_FIRST.fullmatch(self.kinds[: draft.at]) is not None and draft.kind == "V"

    def _behind_quote(self, draft: Draft) -> bool:
        """*"…," said the king*: who says it stands behind the verb."""
        group = self.groups[draft.group]
        behind = draft.at + 1
        if not group.first or self.codes[group.first - 1] != '"' or self.lower[group.head] not in speaking():
            return False
        if (
            self.kinds[behind : behind + 1] != "N"
            or self.codes[group.head] not in "LE"
            or "V" not in self.kinds[: draft.at]
        ):
            return False
        self._claim(draft, [behind])
        draft.start = draft.at
        return True

    def _stand_for(self, draft: Draft, k: int) -> None:
        """The subject of a relative clause is what its relative word stands for."""
        found = self.antecedents(k, draft.at)
        if self.kinds[k - 1 : k] == "K" and (before := self._joined_relative(k)) is not None:
            # *who were led by Horn and who had landed near Lund*
            draft.subjects, draft.antecedent = list(before.subjects), before.antecedent
            return
        draft.subjects = [self.items[item][1] for item in found]
        draft.antecedent = found[0] if found else None

    def _joined_relative(self, k: int) -> Draft | None:
        """The relative clause that another with the same word is joined to."""
        told = next((d for d in reversed(self.drafts) if d.link == "relative"), None)
        if told is None or told.antecedent is None or told.marker is None:
            return None
        return told if self.lower[told.marker] == self.word(k) else None

    def _waiting(self, k: int, verb: int) -> int | None:
        """*Soldiers who had been sent to inspect a depot and a station were attacked*: what the relative clause parts from its verb."""
        aside = [(first, last) for last, first in self.opening.items() if last < verb] if self.opening else []
        for number in range(len(self.drafts) - 1, -1, -1):
            draft = self.drafts[number]
            if aside and any(first < draft.at < last for first, last in aside):
                # *the ships (some of which were damaged) returned*
                continue
            told = draft.link == "relative" or (draft.link == "complement" and draft.governor is None)
            if told and draft.kind == "V" and (item := self._parted(draft, verb)) is not None:
                return item
            if draft.kind == "V" and draft.link != "relative":
                return None
            item = draft.antecedent
            if draft.link == "relative" and draft.kind == "V" and item is not None:
                while item in self.governed and (whole := _WHOLE.search(self.kinds, 0, item)) is not None:
                    # *Two of the ships that had left Kiel were sunk*
                    item = whole.start()
                free = item not in self.governed and item not in self.claimed and self.opens(item)
                over = any(code in "QTW;:RY" for code in self.kinds[draft.at + 1 : k + 1])
                return None if self.behind_comma(draft) or over or not free else item
        return None

    def _parted(self, draft: Draft, verb: int) -> int | None:
        """*Guns that Syria had bought from France hit Zahle*, *the road by which they came was cut*: what the clause between says more of."""
        opened = draft.start
        before = self._spoken_more_of(opened)
        if before is None:
            return None
        inside = self.kinds[draft.at + 1 : verb]
        while before in self.governed and self.kinds[before - 2 : before] == "NI" and before > 1:
            before -= 2
        free = before not in self.governed and before not in self.claimed and self.opens(before)
        # *the fort from which they fired arrows was stormed*: what the verb does it to, where the relative word stands for no object.
        behind = draft.at + (2 if self.kinds[opened] == "W" or self.kinds[opened - 1] == "I" else 1)
        alone = all(self._hangs(i) for i in range(behind, verb) if self.kinds[i] == "N")
        if not free or not alone or any(code in inside for code in "QTW;:RY,("):
            return None
        # The relative word is no subject of its own clause, and nothing before it waits for no verb.
        own = draft.antecedent is None and bool(draft.subjects)
        return before if own and "V" not in self.kinds[:before] else None

    def _spoken_more_of(self, opened: int) -> int | None:
        """*guns that*, *news that*, *the bridge over which*, *the town where*: the noun phrase right before what opens a clause at an item."""
        behind = opened - 1 if self.kinds[opened - 1 : opened + 1] == "IR" and opened > 1 else opened
        following = self.kinds[opened : opened + 1]
        opens = following in ("R", "T") or (following == "W" and self.word(opened) == "where")
        return behind - 1 if behind > 0 and opens and self.kinds[behind - 1] == "N" else None

    def _hangs(self, item: int) -> bool:
        """Behind a preposition, or a name joined to one there: *from France and Italy*."""
        joined = self.kinds[item - 1] == "K" and item - 2 in self.governed
        return item in self.governed or (joined and self.codes[self.chunks[self.items[item][1]].first] == "M")

    def _take_subject(self, draft: Draft, number: int | None, k: int, low: int) -> None:
        """The noun phrase at ``k``, with what is coordinated to its left, unless it is the previous verb's object."""
        previous = self.drafts[number] if number is not None else None
        if (
            previous is not None
            and previous.kind != "V"
            and self.skip_adverbs(previous.at + 1) == k
            and self._passive_or_open(previous, draft)
        ):
            self.share(draft, number, None)
            return
        if previous is not None and (aim := self._means_of(previous, k)) is not None:
            self.share(draft, aim, None)
            return
        if previous is not None and (waiting := self._before_gerund(previous, k)) is not None:
            self._claim(draft, self.joined_left(waiting, -1, None))
            return
        if previous is not None and self.is_done_to(previous, k, draft.at):
            draft.start = draft.at
            return
        found = self.joined_left(k, low, previous, draft.at)
        self._claim(draft, found)
        draft.start = found[0]
        self._introduce(draft, previous, found[0], low)

    def _closes_circumstance(self, k: int, low: int) -> int | None:
        """*recruited men and with support of Danes and Swedes returned*: the *and* before a phrase whose last of two names is item *k*; None for others."""
        at = k - 2
        if low < 0 or self.kinds[k - 1] != "K" or at not in self.governed:
            return None
        while at > low and (at in self.governed or self.kinds[at] in "IA"):
            at -= 1
        return at if at > low and self.kinds[at] == "K" else None

    def _means_of(self, previous: Draft, k: int) -> int | None:
        """*A plan to take the city by bribing the gatekeepers failed*: the infinitive that a gerund with object *k* says the means of."""
        if previous.link != "gerund" or previous.governor is None or self.skip_adverbs(previous.at + 1) != k:
            return None
        aim = self.drafts[previous.governor]
        begun = self.kinds[: aim.at - 1].strip("IAt") == "" and aim.kind == "i" and self._hangs_on_noun(aim)
        return previous.governor if begun and self.word(previous.at - 1) == "by" else None

    def _before_gerund(self, previous: Draft, k: int) -> int | None:
        """*Maurice after taking Delfzijl moved on*: the noun phrase before the insertion, where *k* is the object of its gerund."""
        at = previous.start - 1
        if previous.link != "gerund" or previous.kind != "g" or self.skip_adverbs(previous.at + 1) != k:
            return None
        free = at >= 0 and self.kinds[at] == "N" and at not in self.governed and at not in self.claimed
        return at if free and "V" not in self.kinds[:at] and self.opens(at) else None

    def _claim(self, draft: Draft, items: list[int]) -> None:
        for item in items:
            self.claimed[item] = draft.at
        draft.subjects = [self.items[item][1] for item in items]

    def _passive_or_open(self, previous: Draft, draft: Draft) -> bool:
        """A nonfinite verb without passive takes an object; its noun phrase is then no subject of the next verb."""
        # *swore to demand the war was ended*, but *An envoy sent to demand redress was beheaded*
        above = self.drafts[previous.governor].link if previous.governor is not None else ""
        telling = self.lower[self.groups[previous.group].head] in speaking() and above != "reduced"
        if telling and previous.link == "reduced" and "V" not in self.kinds[: previous.at]:
            # *People fearing reprisals fled*: what waits before the participle has no other verb.
            telling = bool(_ANOTHER_VERB.match(self.kinds, draft.at + 1))
        return (
            not self.groups[previous.group].passive
            and not telling
            and not self._has_done(previous, draft)
            and bool(previous.subjects)
            # *Men accused of helping the rebels were shot*
            and (above == "reduced" or previous.link in _OPEN or self._hangs_on_noun(previous))
        )

    def _has_done(self, previous: Draft, draft: Draft) -> bool:
        """*to help the Danes capture Narva*, *refused to let them pass*: whether a base form tells what the object of the verb before it does."""
        verb = self.groups[draft.group].first
        return self.codes[verb] == "V" and self.lower[self.groups[previous.group].head] in LETTING

    def _hangs_on_noun(self, previous: Draft) -> bool:
        """*an attempt to regain the ridge failed*: what fails is the attempt, the ridge is its object."""
        at = previous.at - 1
        return at >= 0 and self.kinds[at] == "N" and previous.subjects == [self.items[at][1]]

    def _introduce(self, draft: Draft, previous: Draft | None, start: int, low: int) -> None:
        """What stands before the subject says how the clause hangs together with the rest."""
        if self.kinds[max(start - 2, 0) : start] == "YN" and start - 1 not in self.governed:
            # *Kong, whose walls he razed*: what somebody has is the object.
            draft.link, draft.marker, draft.start = "relative", self.items[start - 2][2], start - 2
            draft.governor, draft.gap = self.latest(start - 2), [self.items[start - 1][1]]
            return
        if previous is not None and self.wants_object(draft, previous, start):
            # *burned the villages they had taken*
            draft.link, draft.start, draft.governor = "relative", start, len(self.drafts) - 1
            draft.gap = [self.items[start - 1][1]]
            return
        k, comma = start - 1, -1
        while k > low and ((self.opening and self._closes_date(k)) or self._circumstance(k)):
            comma = k if self.kinds[k] == "," else comma
            k = self.opening.get(k, k) - 1
        code = self.kinds[k] if k > low else ""
        if (code in "N,") and previous is not None and self._inserted(previous, start):
            # *said that after taking the town, the rebels burned it*: what *that* opens is the finite clause.
            k, code = previous.start - 1, "T"
            previous.governor = len(self.drafts)
            previous.subjects = previous.subjects if previous.kind == "V" else list(draft.subjects)
            draft.start = self.comma_before(start)
        if code and code in "TQqWRY":
            draft.marker, draft.start = self.items[k][2], max(k, draft.start if k < low else k)
            draft.governor = self._and_that(k) if code == "T" else self.latest(k)
            talked = previous is not None and k > 0 and code in _SPEECH and self.kinds[k - 1] in VERBS
            complement = code == "T" or (talked and self.word(k) in {"whether", "if"})
            draft.link = "complement" if complement else "relative" if code in "RWY" else "adverbial"
            if code == "R" and self.kinds[k - 1 : k] != "I":
                # *the fort, which the Danes had taken*: the relative word is its object.
                draft.gap = [self.items[item][1] for item in self.antecedents(k)]
        elif (
            previous is not None
            and start == self.skip_adverbs(previous.at + 1)
            and k <= low
            and not self._names(previous)
        ):
            draft.link, draft.governor, draft.start = "complement", self.drafts.index(previous), start
        elif code == "K":
            draft.governor = self.latest_finite(len(self.drafts))
            draft.link = "conjunct" if draft.governor is not None else "main"
            draft.start = k
            self._stay_within(draft)
        else:
            # Phrases right behind an earlier verb are that verb's: *pushed back into Libya by the Allies, Churchill …*; not behind a semicolon.
            draft.start = comma if previous is not None and comma > 0 and code != ";" else k + 1

    def _names(self, draft: Draft) -> bool:
        """*a group called Ansar Dine seized Kidal*: a participle of naming has no clause behind it."""
        behind = draft.kind == "p" and self.kinds[draft.at - 1] == "N"
        return behind and self.lower[self.groups[draft.group].head] in NAMED

    def _inserted(self, previous: Draft, start: int) -> bool:
        """A gerund, a participle or *since the war began* right behind a *that*, and a comma before the subject."""
        opened = (
            previous.link in {"gerund", "participle", "adverbial"}
            and previous.start
            and self.kinds[previous.start - 1] == "T"
        )
        comma = start - 1 - (self.kinds[start - 1] == "A")
        return bool(opened) and self.kinds[comma] == ","

    def _and_that(self, k: int) -> int | None:
        """The clause that a *that* depends on; *and that* goes on from the *that* before it."""
        if k and self.kinds[k - 1] == "K":
            for draft in reversed(self.drafts):
                if draft.link == "complement" and draft.marker is not None:
                    return draft.governor
        return self.latest(k, speaking=True)

    def _circumstance(self, k: int) -> bool:
        """Whether an item is of a phrase that may stand before a subject: *in A and B*, *at X, west of Y*."""
        kind, following = self.kinds[k], self.kinds[k + 1]
        if kind in "At," or k in self.governed or self.kinds[max(k - 2, 0) : k + 1] == "IYN":
            return True
        if kind == "I":
            # *out of 33 men*
            return following in "Nt" or (following == "I" and k + 2 in self.governed)
        if kind == "K":
            return k + 1 in self.governed and k - 1 in self.governed
        return kind == "N" and following == "I" and self.codes[self.chunks[self.items[k][1]].head] == "J"

    def _closes_date(self, k: int) -> bool:
        """*In the Battle of Coronea (447 BC), the Thebans won*: a parenthesis with nothing but numbers and dates in it."""
        inside = self.codes[self.items[self.opening[k] + 1][2] : self.items[k][2]] if k in self.opening else ""
        return bool(inside) and _OF_DATES.issuperset(inside)

    def _stay_within(self, draft: Draft) -> None:
        """A clause coordinated with a complement without *that* stays a main clause; with *and that* it has its own marker."""
        if draft.governor is not None and self.drafts[draft.governor].link in {"relative", "adverbial"}:
            draft.link = "main"

    def _across_comma(self, draft: Draft, number: int | None, k: int) -> None:
        """*X, who had taken Y, withdrew*; *X, the leader of Y, said*: the subject stands before the comma that opens the insertion."""
        # *X, under the command of Y (of the I Corps) were sent*: nothing closes the insertion.
        open_ended = self.kinds[k + 1 : draft.at][:1] in ("I", "A")
        comma = k if open_ended else self._before_names(k) or self.comma_before(k)
        while comma > 0 and not self._told_between(comma, k):
            j = self._head_before(comma)
            if j >= 0 and self.kinds[j] == "N" and j not in self.governed and self.claimed.get(j) is None:
                inside = self.kinds[comma + 1 : k] or self.kinds[comma + 1 : draft.at]
                if (
                    not (inside[:1] == "N" and "V" in inside and "R" not in inside)
                    and (
                        inside[:1] in ("R", "Y", "W", "I", "p", "g", "N", "A", "t", "J")
                        or (inside[:1] == "Q" and "V" not in inside)
                    )
                    and self.opens(j)
                    and not self._in_objects(j)
                ):
                    j = self.last_named(j) or self._spoken_of(j)
                    saying = self.drafts[number] if number is not None else None
                    if saying is not None and self.says_list(saying, j):
                        # *said a guard and two guests, including a child, were killed*
                        self._claim(draft, self.joined_left(j, saying.at, saying))
                        draft.link, draft.governor = "complement", number
                    else:
                        self._claim(draft, self.joined_left(j, -1, None))
                        self._introduce(draft, None, j, -1)
                    draft.start = k + 1
                    return
            comma = self.comma_before(comma)
        if self._around_saying(draft, number, k):
            return
        if freed := self._behind_place(k):
            self._claim(draft, freed)
            self._introduce(draft, None, freed[0], -1)
            draft.start = k + 1
            return
        group = self.groups[draft.group]
        # What has an object right behind it is no participle: *The victory at Romani, ended the threat*.
        told = self.codes[group.first] != "E" or self.codes[group.last : group.last + 1] in (["D"], ["P"], ["M"])
        told = told and number is None and self.kinds[k] == ","
        if told and (j := self._head_before(k)) >= 0 and self.kinds[j] == "N" and j not in self.governed:
            # *The temple beside the lake, was …*: a comma too many.
            self._claim(draft, self.joined_left(j, -1, None))
            return
        self.share(draft, number, k)

    def _behind_place(self, k: int) -> list[int]:
        """*At Termessos, Alexander, in turn, stormed the city*: what a comma parts from the place before it, where nothing else waits for the verb.

        A name behind a place is taken for what that lies in, as in *at Aleppo, Syria, rebels …*, until the verb is seen to have no other subject.
        """
        comma = self.comma_before(k)
        last = comma - 1
        inside = self.kinds[comma + 1 : k]
        if last < 2 or last not in self.governed or inside[:1] not in _INSERTIONS or "V" in self.kinds[:last]:
            return []
        if any(self.kinds[i] == "N" and i not in self.governed for i in range(comma + 1, k)) and inside[0] not in "RWY":
            return []
        first = last
        while self.kinds[first - 2 : first] == "NK" and first - 2 in self.governed:
            first -= 2
        if self.kinds[first - 1] != "," or self.governed.get(first - 2) != self.governed[first]:
            return []
        found = list(range(first, last + 1, 2))
        for item in found:
            del self.governed[item]
        return found

    def _in_objects(self, j: int) -> bool:
        """*capturing Selma, Montgomery, Columbus and Macon, and in May 1865 captured Davis*: one of a list that *and* closes behind a verb."""
        first = j
        while first > 1 and self.kinds[first - 1] == "," and self.kinds[first - 2] == "N":
            first -= 2
        closed = _OBJECTS.match(self.kinds, first)
        return first < j and self.kinds[first - 1] in VERBS and closed is not None and closed.end() > j + 1

    def _before_names(self, k: int) -> int:
        """*three divisions, namely the 1st, the 4th and the 9th, …*: the comma before the word that says who they are; 0 for none."""
        at = k - 1
        while at > 1 and self.kinds[at] in "NI,K":
            at -= 1
        return at - 1 if self.kinds[at] == "A" and self.kinds[at - 1] == "," and self.word(at) in _NAMELY else 0

    def _around_saying(self, draft: Draft, number: int | None, k: int) -> bool:
        """*The army, the minister said, had left Riga*: what waits before the clause of saying."""
        if number is None or self.kinds[k] != "," or self.drafts[number].at != k - 1:
            return False
        said = self.drafts[number]
        comma = self.comma_before(k)
        j = self._head_before(comma) if comma > 0 else -1
        if j < 0 or self.kinds[j] != "N" or j in self.governed or j in self.claimed or not self.opens(j):
            return False
        if (
            said.kind != "V"
            or self.lower[self.groups[said.group].head] not in speaking()
            or self.kinds[comma + 1] != "N"
        ):
            return False
        self._claim(draft, self.joined_left(j, -1, None))
        draft.start = k + 1
        return True

    def _spoken_of(self, j: int) -> int:
        """*Danton, the leader of the rising, undermined by his foes, was removed*: not the apposition, but what it says more of."""
        if self.kinds[j - 1 : j] == "," and (several := self.named_one_by_one(j)) is not None:
            return several
        phrase = self.chunks[self.items[j][1]]
        first = phrase.first
        # *Nadir, Amanullah's cousin, in turn defeated him*
        tells = self.codes[first] in "DP" or self.lower[first] == "one" or "S" in self.codes[first : phrase.head]
        if self.kinds[j - 1 : j] != "," or not tells:
            return j
        name = self._head_before(j - 1)
        free = name >= 0 and self.kinds[name] == "N" and name not in self.governed and name not in self.claimed
        # *While Horn attacked Lund and Ystad in Scania, the Danish general, Ulfeldt, took Riga*: one of the objects of the verb before.
        first = name
        while free and first > 1 and self.kinds[first - 1] in "K," and self.kinds[first - 2] == "N":
            first -= 2
        return name if free and self.opens(name) and self.opens(first) else j

    def _head_before(self, comma: int) -> int:
        """The noun phrase that ends before a comma, its reduced participles left out: *a detachment led by X, driving on, …*."""
        j = self.skip_left(comma - 1, -1)
        for draft in reversed(self.drafts):
            if draft.at > j + 1 or (draft.link != "reduced" and not self._hangs_on_noun(draft)):
                continue
            if draft.at == j or (self.kinds[j : j + 1] == "N" and draft.at == j - 1):
                j = self.skip_left(draft.at - 1, -1)
            else:
                break
        return j

    def _told_between(self, comma: int, k: int) -> bool:
        """A whole clause stands between: what waits before it has found its verb."""
        return ";" in self.kinds[comma:k] or any(
            comma < draft.at < k and draft.kind == "V" and draft.link in {"main", "conjunct"} for draft in self.drafts
        )
