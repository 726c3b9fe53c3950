"""Subjects of infinitives: of the noun they hang on, of the verb that controls them, of the clause whose purpose they tell."""

from __future__ import annotations

import re
from functools import cache

from pipeline.grammar.drafts import Draft
from pipeline.grammar.finite import Finite
from pipeline.records import VerbGroup
from pipeline.rules.grammar import BE, BIDDING, FOREMOST, REFLEXIVES, TAKE, forms_of, grammar
from pipeline.rules.nouns import demonyms, noun_classes

__all__ = ["Infinitives", "subject_control"]

_AND_TO = re.compile(r"[^VTQW;:]*?,?KA*i")
"""The last of several infinitives follows."""
_BUT_VERB = re.compile(r"V,KA*VN?,$")
_OWN = frozenset(
    {"attempt", "effort", "plan", "bid", "intent", "intention", "decision", "failure", "refusal", "threat"}
)
_AT_REST = frozenset({"at", "in", "near", "off", "outside"})
_DEEDS = frozenset({"event", "abstract", "deed"})
"""*forced the town to surrender*: a place may be made to act, these are not."""
_HELD = _DEEDS | {"place"}


_AWAY = frozenset({"out", "off", "forth", "sail", "again", "back", "once"})


@cache
def _going() -> frozenset[str]:
    """Forms of the verbs that say with *for* where somebody is bound."""
    return forms_of((
        "sail", "leave", "depart", "set", "head", "embark", "march", "make", "start", "ride", "steam", "fly", "travel", "return", "hurry",
    ))  # fmt: skip


@cache
def _repelling() -> frozenset[str]:
    return forms_of(
        (
            "repel", "repulse", "foil", "thwart", "frustrate", "resist", "withstand", "defeat", "block", "beat", "fight", "fend", "ward", "throw",
            "drive", "crush", "counter", "oppose", "survive", "quash", "rebuff",
        )
    )  # fmt: skip


@cache
def _object_control() -> frozenset[str]:
    return forms_of(grammar().control.object)


_WAYS = frozenset({"from", "into", "towards", "toward", "through", "across"})
_WHITHER = _WAYS | {"to", "onto", "over"}


@cache
def _moving() -> frozenset[str]:
    """Forms of the verbs of who goes, or has others go, somewhere: no one is addressed with *to*."""
    return forms_of(("move", "deploy", "transfer", "lead", "drive", "push", "detach", "position"))


@cache
def _bringing() -> frozenset[str]:
    """Forms of the verbs of those who have others go somewhere."""
    return forms_of((
        "withdraw", "recall", "bring", "move", "shift", "transfer", "divert", "redirect", "redeploy", "ship", "fly", "airlift", "rush", "call", "summon",
        "order", "march", "pull", "send",
    ))  # fmt: skip


@cache
def _of_persons() -> frozenset[str]:
    return forms_of(grammar().control.persons)


@cache
def _compelling() -> frozenset[str]:
    return forms_of(grammar().control.compel)


@cache
def subject_control() -> frozenset[str]:
    """The forms of verbs whose own subject does what their infinitive says: *claimed to have taken*.

    >>> "manage" in subject_control()
    True
    """
    return forms_of(grammar().control.subject)


class Infinitives(Finite):
    """Finds the subject of each infinitive."""

    def infinitive_subject(self, draft: Draft, number: int | None, k: int, before: str) -> None:
        """Fills subjects, link, governor and start of an infinitive behind the item *k*, whose kind is ``before``."""
        k, before = self._before_time(k, before)
        number = self._perfect(draft, number, before)
        previous = self.drafts[number] if number is not None else None
        # *ordered them to burn the town, to kill the men and to seize the cattle*
        listed = before == "K" or (before == "," and _AND_TO.match(self.kinds, draft.at + 1))
        if listed and previous is not None and previous.kind == "i":
            draft.link, draft.governor, draft.subjects = "conjunct", number, list(previous.subjects)
            draft.start = k
            return
        if previous is None or number is None or (before == "N" and self._anew(previous, k)):
            draft.link = "infinitive" if before == "N" and previous is None else "purpose"
            self._begun(draft, k, before)
            return
        if before == "N" and (who := self._foremost(previous, k)) is not None:
            draft.link, draft.governor, draft.subjects = "purpose", number, [who]
            return
        if before in ("N", "t") and (who := self._told_by_noun(k, before)) is not None:
            draft.link, draft.governor, draft.subjects = "purpose", number, [who]
            return
        if before == "N" and self._gapped(previous, k):
            draft.link, draft.governor, draft.subjects, draft.start = "conjunct", number, [self.items[k][1]], k
            return
        if before == "," and not self._brought_to_act(previous, k):
            number = self.out_of_asides(number)
            previous = self.drafts[number]
        draft.governor = number
        draft.subjects = list(previous.subjects)
        if (
            k == previous.at
            or before in ("J", "A")
            or (before == "," and _BUT_VERB.search(self.kinds[max(0, k - 7) : k + 1]))
        ):
            # *attempted, but failed, to regain the throne*
            draft.link = "infinitive"
        elif chosen := self._asked(previous, k, before):
            draft.link, draft.subjects = "infinitive", chosen
        else:
            # *an attempt to capture* hangs on the noun; what else the infinitive says is purpose.
            draft.link = "purpose"
            if before == "N" and self._held(k):
                self._on_noun(draft, previous, k)

    def _told_by_noun(self, k: int, kind: str) -> int | None:
        """The noun phrase at *k*, or the one before it, where it says who is to act, whatever the verb before."""
        if kind == "t":
            # *gave Lee time to retreat*
            given = self.word_of_head(k) == "time" and self.kinds[k - 1] == "N" and k - 1 not in self.governed
            return self.items[k - 1][1] if given and self.kinds[k] == "t" and self.person(k - 1) else None
        going = k in self.governed and self._bound_for(self.governed[k])
        if k in self.governed and self.lower[self.governed[k]] == "for" and self.kinds[k - 1] == "I" and not going:
            # *bought time for the veterans to arrive*
            return self.items[k][1]
        if self._by_deed(k):
            # *every attempt by the Turks to regain the fort*
            return self.items[k][1]
        if (bidden := self._bidden(k)) is not None:
            return self.items[bidden][1]
        bidding = self.word_of_head(k) in BIDDING and k not in self.governed
        if self.kinds[k - 1 : k] == "N" and (self._held(k) or bidding) and self.person(k - 1):
            # *gave Grant an excuse to take the town*, *gave Ewell orders to attack*
            return self.items[k - 1][1]
        return None

    def _foremost(self, previous: Draft, k: int) -> int | None:
        """*took Kherson, the first city to fall*: the name before the comma; *It was the first city to fall*: the city."""
        phrase = self.chunks[self.items[k][1]]
        if FOREMOST.isdisjoint(self.lower[phrase.first : phrase.head]) or self._held(k, _DEEDS):
            return None
        if self.kinds[k - 2 : k] == "N,":
            return self.items[k - 2][1]
        it = previous.subjects and self.lower[self.chunks[previous.subjects[0]].head] == "it"
        return self.items[k][1] if it and k - 1 == previous.at else None

    def _bound_for(self, preposition: int) -> bool:
        """*sailed for Macedonia to face them*, *set out for Riga to relieve it*: where somebody goes, not who is to act."""
        before = preposition - (self.lower[preposition - 1] in _AWAY)
        return self.lower[before - 1] in _going()

    def _asked(self, previous: Draft, k: int, before: str) -> list[int]:
        """*ordered them to burn the town*: who is to act by what another says."""
        group = self.groups[previous.group]
        told = k in self.governed and before == "N" and self._held(k) and self._whose(k)
        asks = self.lower[group.head] in _object_control() or (
            self.lower[group.head] in _of_persons() and before == "N" and self.person(k)
        )
        # *stopped at Rhodes to gather supplies*: where somebody does it is not who.
        at = self.items[previous.at + 1][2]
        there = self.governed.get(k) == at and self.lower[at] in _AT_REST
        where = before == "N" and (there or (k in self.governed and self._bound_for(at)))
        return self.acting(previous, k) if asks and not (group.passive or told or where) else []

    def _on_noun(self, draft: Draft, previous: Draft, k: int) -> None:
        """Fills who is to act where an infinitive hangs on the noun at *k*."""
        group = self.groups[previous.group]
        if self.kinds[k - 2 : k] == "NI" and self.word_of_head(k - 2) == "advantage":
            # *took advantage of the Portuguese withdrawal to seize it*
            return
        if self._whose(k) or self._repelled(group, k):
            # *held out against Soviet attempts to take the town*, *beat off two attempts to recover it*
            draft.subjects = [self.items[k][1]]
        elif k in self.governed and group.passive and not self._brought(group, k):
            # *were destroyed by X in an attempt to halt …*: who attempts it is who did it.
            draft.subjects = self._by(previous, k)
        elif k in self.governed and self.lower[group.head] in BE:
            # *was part of British efforts to take …*: who makes them stands in the noun phrase, if anywhere.
            draft.subjects = [self.items[k][1]]

    def _brought(self, group: VerbGroup, k: int) -> bool:
        """*was withdrawn from the coast to relieve the town*: whether it is said whence or whither those were brought who are to act."""
        word = self.lower[self.governed[k]]
        return (word == "to" or word in _WAYS) and self.lower[group.head] in _bringing() and not self._held(k, _DEEDS)

    def _begun(self, draft: Draft, k: int, before: str) -> None:
        """Fills the subject of an infinitive behind the noun phrase or adjective *k* that begins its clause."""
        if before == "N" and k in self.governed and self._open(k):
            # *In order to seize X, the king …*, *After attempts to breach X, the king …*: who does it is named behind.
            draft.link = "purpose"
        elif before == "N":
            # *Russian plans to take the town*: who plans stands in the noun phrase.
            draft.subjects = [self.items[k][1]]
        elif before == "J" and self.kinds[k - 1 : k] == "N" and k - 1 not in self.governed:
            # *Men willing to fight*
            draft.subjects = [self.items[k - 1][1]]

    def _before_time(self, k: int, before: str) -> tuple[int, str]:
        """*an attempt in 1805 to drive the French out*: the noun that an infinitive hangs on, where a time stands between the two."""
        noun = k - 1 - (self.kinds[k - 1 : k] == "I")
        held = before == "t" and noun >= 0 and self.kinds[noun] == "N" and self._held(noun)
        return (noun, "N") if held else (k, before)

    def _repelled(self, group: VerbGroup, k: int) -> bool:
        """Whether somebody withstands the attempt that is the object of a verb."""
        return self.lower[group.head] in _repelling() and self.word_of_head(k).removesuffix("s") in _OWN

    def in_time(self, previous: Draft, k: int) -> bool:
        """Whether a clause tells how long it took to do something."""
        time = self.kinds[k] == "t" or (self.kinds[k] == "N" and self.word_of_head(k) in ("time", "while"))
        took = self.lower[self.groups[previous.group].head] in TAKE and time and previous.subjects
        return bool(took) and self.lower[self.chunks[previous.subjects[0]].head] == "it"

    def _perfect(self, draft: Draft, number: int | None, before: str) -> int | None:
        """*claimed to have killed or wounded 183 men and to have taken two guns*: the perfect infinitive before, where this is one."""
        if before != "K" or not self.has_been(draft):
            return number
        return next((n for n in range(len(self.drafts) - 1, -1, -1) if self.has_been(self.drafts[n])), number)

    def has_been(self, draft: Draft) -> bool:
        """*to have taken*: a perfect infinitive."""
        first = self.groups[draft.group].first
        return draft.kind == "i" and self.lower[first + 1 : first + 2] == ["have"]

    def _open(self, k: int) -> bool:
        """*in order*, *in his attempt*, *after several attempts*: nobody is named whose it is."""
        if self.word_of_head(k) == "order" and self.word(k - 1) == "in":
            return True
        return self.word_of_head(k).removesuffix("s") in _OWN and not self._whose(k)

    def _anew(self, previous: Draft, k: int) -> bool:
        """*…, and a plan to take X failed*: the noun that the infinitive hangs on begins a clause of its own."""
        head = self.skip_left(k, previous.at)
        if head <= previous.at + 1 or self.kinds[head] != "N":
            return False
        j = self.skip_back(head - 1, previous.at)
        joint = self.kinds[max(j - 1, 0) : j + 1]
        listing = self.lower[self.groups[previous.group].head] in _object_control()
        return joint[-1] in ";QW" or (joint == ",K" and not listing)

    def _by_deed(self, k: int) -> bool:
        by = k in self.governed and self.lower[self.governed[k]] == "by"
        return by and self.kinds[k - 2 : k] == "NI" and self._held(k - 2)

    def _bidden(self, k: int) -> int | None:
        """*sent orders to Ney to advance*, *orders were sent to Ney to advance*: the item of whom a word is sent, who is to act."""
        who = k
        if self.kinds[max(k - 2, 0) : k] == "NI" and k in self.governed and self.lower[self.governed[k]] == "of":
            # *sent orders to each of his generals to advance*, *to the governor of Riga to yield it*
            k -= 2
            who = who if self.codes[self.chunks[self.items[k][1]].head] == "D" else k
        if k not in self.governed or self.lower[self.governed[k]] != "to" or not self.person(who):
            return None
        word = k - 2 if self.kinds[k - 2 : k] == "NI" else k - 3 if self.kinds[max(k - 3, 0) : k] == "NVI" else -1
        return who if word >= 0 and self.word_of_head(word) in BIDDING else None

    def _gapped(self, previous: Draft, k: int) -> bool:
        """*Pearson was to cross the Tugela and Wood to advance*: a second subject, its verb left out."""
        if k in self.governed and self.kinds[k - 2 : k] == "NI":
            # *forced the line to break and many of the men to flee*
            k -= 2
        return previous.kind == "i" and self.kinds[k - 1] == "K" and k not in self.governed

    def out_of_asides(self, number: int) -> int:
        """*sent the divisions, made up of 20,000 men, to attack*: behind the comma the aside is over."""
        while number > 0 and self.drafts[number].start and self.kinds[self.drafts[number].start - 1] == ",":
            above = self.drafts[number].governor
            if self.drafts[number].link not in {"relative", "participle"} or above is None or above >= number:
                break
            number = above
        return number

    def _brought_to_act(self, previous: Draft, k: int) -> bool:
        """*forcing the ruler, Duke Ernst, to flee*: behind the apposition stands what he is forced to."""
        head = self.groups[previous.group].head
        if self.lower[head] == "commanding":
            # *ordered Lee, commanding 2,000 men, to leave*
            return False
        led = self.groups[previous.group].passive and previous.link == "reduced"
        # *sent 5,000 men, led by Horn, to relieve the town*
        return not led and self.lower[head] in _compelling() and bool(self.acting(previous, k))

    def acting(self, previous: Draft, k: int) -> list[int]:
        """The object that is to act, with what is coordinated to it: *ordered the fleet and the guards to sail*; no *attempt*."""
        every = [i for i in range(previous.at + 1, k + 1) if self.kinds[i] == "N"]
        # *moved from Saxony into Russia to face the tsar*, *moved to Riga to relieve it*: no land acts.
        ways = _WHITHER if self.lower[self.groups[previous.group].head] in _moving() else _WAYS
        every = [i for i in every if i not in self.governed or self.lower[self.governed[i]] not in ways]
        free = [i for i in every if i not in self.governed] or every
        idle = _DEEDS if self.lower[self.groups[previous.group].head] in _compelling() else _HELD
        if not free or self._held(free[0], idle):
            return []
        found = [free[0]]
        for i in free[1:]:
            # *Horn, Banér, and Wrangel*
            before = i - 2 - (self.kinds[i - 2 : i] == ",K")
            while before in self.governed and self.kinds[before - 1] == "I":
                before -= 2  # *one of the legions and 5,000 men*
            if self.kinds[i - 1] not in "K," or before not in found:
                break
            found.append(i)
        if len(found) > 1 and self.kinds[k] == "," and self.kinds[found[-1] - 1] == ",":
            # *forced the last emperor, a boy of six, to abdicate*: an apposition
            found = found[:1]
        if self.word(found[0]) in REFLEXIVES:
            # *allowed themselves to be besieged*
            return list(previous.subjects)
        return [self.items[i][1] for i in found]

    def _held(self, item: int, classes: frozenset[str] = _HELD) -> bool:
        """*an attempt*, *an opportunity*, *a decision*: a noun that does not act."""
        head = self.chunks[self.items[item][1]].head
        return not noun_classes().get(self.lower[head], frozenset()).isdisjoint(classes)

    def _whose(self, item: int) -> bool:
        """*Soviet attempts*, *Edward's plan*: an adjective or a genitive says who makes them."""
        phrase = self.chunks[self.items[item][1]]
        known = noun_classes().get(self.lower[phrase.head], frozenset())
        if "place" in known and "event" not in known:
            # *in the Persian Gulf to sink tankers*
            return False
        if "MS" in "".join(self.codes[phrase.first : phrase.head]):
            # *Halleck's orders to attack*: another is to act.
            return self.lower[phrase.head].removesuffix("s") in _OWN
        return not demonyms().isdisjoint(self.lower[phrase.first : phrase.head])

    def _by(self, previous: Draft, k: int) -> list[int]:
        """The agent of a passive, named between its verb and an item."""
        return [
            self.items[i][1]
            for i in range(previous.at + 1, k)
            if i in self.governed and self.lower[self.governed[i]] == "by"
        ]

    def person(self, item: int) -> bool:
        """Whether a noun phrase names or tells of somebody who can act."""
        head = self.chunks[self.items[item][1]].head
        known = noun_classes().get(self.lower[head], frozenset())
        return self.codes[head] in "MO" or not known.isdisjoint({"person", "force"})
