"""Subjects of participles, gerunds and infinitives: of their noun, of the clause they hang on, of the verb that controls them."""

from __future__ import annotations

import re
from functools import cache

from pipeline.grammar.drafts import VERBS, Draft
from pipeline.grammar.finite import Finite
from pipeline.records import VerbGroup
from pipeline.rules.grammar import BE, forms_of, grammar
from pipeline.rules.nouns import demonyms, noun_classes
from pipeline.rules.status import status_words

__all__ = ["Nonfinite", "subject_control"]

_AND_TO = re.compile(r"[^VTQW;:]*?,?KA*i")
"""The last of several infinitives follows."""
_BUT_VERB = re.compile(r"V,KA*VN?,$")
_AND_PARTICIPLE = re.compile(r"(?:,A*p)*,?KA*[pV]")
"""More participles of a list follow, up to its last."""
_PHRASES = re.compile(r"(?:A|t|[Iq][Nt])+")
_AND_PARTICIPLE_LATER = re.compile(r"(?:A|t|[Iq][Nt]?)*,?KA*[pV]")
_CARRIED_OUT = frozenset({"orchestrated", "organised", "organized", "launched", "carried", "conducted", "masterminded", "staged", "mounted", "executed", "perpetrated", "engineered", "instigated", "plotted", "waged", "undertaken"})  # fmt: skip
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
_OWN = frozenset(
    {"attempt", "effort", "plan", "bid", "intent", "intention", "decision", "failure", "refusal", "threat"}
)
_HELD = frozenset({"event", "abstract", "deed", "place"})
_HAVING_DONE = re.compile(r"V(N)(I)(?:N(?:,N)*,?K)?$")
_LONGEST_LIST = 16
"""Items of a list behind *had*."""
_THUS = frozenset({"thus", "thereby", "hence"})
_TOOK = frozenset({"take", "takes", "took", "taken"})


@cache
def _accusing() -> frozenset[str]:
    return status_words().accusing | forms_of(("convict", "acquit"))


@cache
def _befalling() -> frozenset[str]:
    return forms_of(
        ("die", "fall", "perish", "drown", "arrive", "return", "leave", "flee", "sit", "stand", "escape", "come", "go")
    )


@cache
def _repelling() -> frozenset[str]:
    return forms_of(
        (
            "repel", "repulse", "foil", "thwart", "frustrate", "resist", "withstand", "defeat", "block", "beat", "fight", "fend", "ward", "throw",
            "drive", "crush", "counter", "oppose", "survive", "quash", "rebuff",
        )
    )  # fmt: skip


class Nonfinite(Finite):
    """Finds the subject of each verb that is not finite."""

    def nonfinite_subject(self, draft: Draft) -> None:
        """Fills subjects, link, governor, marker and start of a draft that is not finite."""
        k = draft.at - 1
        while k >= 0 and self.kinds[k] == "A":
            k -= 1
        before = self.kinds[k] if k >= 0 and not self._so_doing(draft) else ""
        number = self.before(draft.at)
        previous = self.drafts[number] if number is not None else None
        if draft.kind == "i" and previous is not None and self._in_time(previous, k):
            # *It took the Allies six weeks to capture Caen*
            draft.link, draft.governor, draft.subjects = "infinitive", number, self._acting(previous, k)
        elif draft.kind == "i":
            self._infinitive(draft, number, k, before)
        elif before and before in "IqQ":
            self._gerund(draft, number, k)
        elif before == "N" and k not in self.claimed and previous is not None and self._on_the_way(draft, previous, k):
            draft.link, draft.governor, draft.subjects = "participle", number, list(previous.subjects)
        elif before == "N" and previous is not None and self.word(k) in _REFLEXIVE and draft.kind == "p":
            # *found himself surrounded*
            draft.link, draft.governor, draft.subjects = "reduced", number, list(previous.subjects)
        elif before == "N" and previous is not None and (that := self._subjunctive(draft, k)) is not None:
            draft.link, draft.governor, draft.subjects = "complement", number, [self.items[self.whole(k)][1]]
            draft.marker, draft.start = self.items[that][2], that
        elif before == "N" and k not in self.claimed:
            draft.link = "reduced"
            draft.subjects = [
                *self._with_two(k),
                *self._counted(k),
                self.items[self._performed(draft, self.whole(k))][1],
            ]
            draft.governor = number
        elif previous is not None and k == previous.at:
            draft.link = "participle" if draft.kind == "g" and self._in_the_act(previous) else "infinitive"
            draft.governor, draft.subjects = number, list(previous.subjects)
        elif before == "K" and draft.kind == "p" and previous is not None and self._auxiliary(previous):
            number = self.past_those(draft, self.out_of_insertions(number or 0, k))
            self._share_auxiliary(draft, self.drafts[number], number, k)
        elif previous is not None and number is not None and self._listed_participle(draft, previous, k):
            self._share_auxiliary(draft, previous, number, k)
        elif before == "K" and previous is not None and number is not None and self._goes_on(draft, previous):
            # *would abdicate and be replaced*, *to advance and be met*
            draft.link, draft.governor, draft.subjects = "conjunct", number, list(previous.subjects)
            draft.start = k
        elif before == "K" and previous is not None and previous.kind == draft.kind:
            draft.link, draft.governor, draft.subjects = "conjunct", number, list(previous.subjects)
            draft.start = k
        else:
            self._participle(draft, k, before)

    def _gerund(self, draft: Draft, number: int | None, k: int) -> None:
        """*by attacking*, *after the fall*, *from retaking it*: a verb behind the preposition *k*, below the draft *number*."""
        previous = self.drafts[number] if number is not None else None
        draft.link, draft.marker, draft.start = "gerund", self.items[k][2], k
        if number is not None and self.word(k) == "from" and self.kinds[k - 1 : k] == ",":
            # *prevented the Turks, led by Kemal, from retaking it*
            number = self._out_of_asides(number)
            previous = self.drafts[number]
        draft.governor = number
        if self.kinds[k - 1 : k] == "K" and (partner := self._like_gerund(k)) is not None:
            draft.governor, draft.subjects = partner.governor, list(partner.subjects)
        elif previous is not None:
            draft.subjects = self._gerund_subject(previous, k)

    def _subjunctive(self, draft: Draft, k: int) -> int | None:
        """*insisted that the mutiny be put down*: the *that* of a bare *be*."""
        if self.lower[self.groups[draft.group].first] != "be":
            return None
        while k > 0 and self.kinds[k] in "NIKAt":
            k -= 1
        return k if self.kinds[k] == "T" else None

    def _so_doing(self, draft: Draft) -> bool:
        """*sailed up the river to West Point thus outflanking the line*: who sailed, not where to."""
        group = self.groups[draft.group]
        return draft.kind == "g" and self.lower[group.first] in _THUS

    def _in_the_act(self, previous: Draft) -> bool:
        """*died seizing his rifle*, *was killed leading a charge*: what somebody did then, no aim."""
        group = self.groups[previous.group]
        return group.passive or self.lower[group.head] in _befalling()

    def _on_the_way(self, draft: Draft, previous: Draft, k: int) -> bool:
        """*crossed the river pursuing the Danes*: no river does; but *held the hills overlooking the town*."""
        if draft.kind != "g" or previous.kind != "V" or k in self.governed or k != self.skip_adverbs(previous.at + 1):
            return False
        place = "place" in noun_classes().get(self.word_of_head(k), frozenset())
        acts = self.lower[self.groups[draft.group].head] not in _of_places()
        return place and acts and bool(previous.subjects) and not self.groups[previous.group].passive

    def _listed_participle(self, draft: Draft, previous: Draft, k: int) -> bool:
        """*were besieged, captured and sacked*: the participles of a list share the auxiliary of the first."""
        if draft.kind != "p" or self.kinds[k] != "," or not self._auxiliary(previous):
            return False
        if previous.at != k - 1:
            # *was captured in May, handed over to the king and shot in June*; not *was beaten near Kars, led by Ali and aided by few*.
            passive = self.groups[previous.group].passive and self.word(draft.at + 1) != "by"
            told = _PHRASES.fullmatch(self.kinds, previous.at + 1, k) and _AND_PARTICIPLE_LATER.match(
                self.kinds, draft.at + 1
            )
            return passive and told is not None
        shared = self.codes[self.groups[previous.group].head] in "pL"
        return shared and _AND_PARTICIPLE.match(self.kinds, draft.at + 1) is not None

    def _auxiliary(self, previous: Draft) -> bool:
        """*was attacked and burned*, *before being engaged and damaged*: a verb whose auxiliary another may share."""
        return previous.kind == "V" or self.groups[previous.group].passive

    def _goes_on(self, draft: Draft, previous: Draft) -> bool:
        """A bare *be* behind a base form: it shares what stands before that."""
        return (
            previous.kind in "Vi"
            and self.codes[self.items[draft.at][2]] == "b"
            and self.codes[self.groups[previous.group].head] in "Vp"
        )

    def _with_two(self, k: int) -> list[int]:
        """*with Britain and France sending troops*: the first of two that the same preposition governs."""
        both = self.kinds[k - 2 : k] == "NK" and k in self.governed and self.governed.get(k - 2) == self.governed[k]
        return [self.items[k - 2][1]] if both and self.lower[self.governed[k]] == "with" else []

    def _counted(self, k: int) -> list[int]:
        """*30 mortars, 12 guns and 200 rifles captured*: those that are counted before the last of them."""
        found: list[int] = []
        while self._number(k) and self.kinds[k - 1 : k] in ("K", ","):
            k -= 3 if self.kinds[k - 2 : k] == ",K" else 2
            if k < 0 or self.kinds[k] != "N" or not self._number(k):
                break
            found.insert(0, self.items[k][1])
        return found

    def _number(self, item: int) -> bool:
        phrase = self.chunks[self.items[item][1]]
        return self.codes[phrase.first] == "C" and self.codes[phrase.head] == "N"

    def _performed(self, draft: Draft, k: int) -> int:
        """*a coup within the army organised by colonels*: what is carried out is the deed, not where it was done."""
        verb = self.lower[self.groups[draft.group].head]
        listed = _HAVING_DONE.search(self.kinds, max(0, k - _LONGEST_LIST), k)
        if listed and self.lower[self.items[listed.start(2)][2]] == "of":
            having = self.groups[self.items[listed.start()][1]]
            if self.lower[having.head] in ("had", "have", "has", "having") and having.last - having.first == 1:
                # *had the members of the council executed*, *had the ports of Pisagua and Arica shelled*
                return listed.start(1)
        if k in self.governed and verb in _CARRIED_OUT and self.kinds[max(0, k - 2) : k] == "NI":
            deed = noun_classes().get(self.word_of_head(k - 2), frozenset())
            own = noun_classes().get(self.word_of_head(k), frozenset())
            if "event" in deed and "event" not in own:
                return k - 2
        return k

    def _participle(self, draft: Draft, k: int, before: str) -> None:
        """*The fleet, commanded by Datis, …*: of the noun phrase that waits for its verb; else of the last finite clause."""
        draft.link = "participle"
        draft.start = k + 1
        draft.governor = anchor = self._circumstance_told() if before == "," else None
        if anchor is None:
            draft.governor = anchor = self.latest_finite(len(self.drafts))
        j = self._head_before(k) if before == "," else -1
        if j >= 0 and self.kinds[j] == "N" and j not in self.governed and j not in self.claimed and self._waits(j):
            draft.subjects = [self.items[item][1] for item in self.joined_left(j, -1, None)]
        elif anchor is not None and self._absolute(draft, j, self.drafts[anchor].at):
            draft.subjects = [self.items[j][1]]
        elif anchor is not None:
            draft.subjects = list(self.drafts[anchor].subjects)

    def _absolute(self, draft: Draft, j: int, verb: int) -> bool:
        """*Riga was taken, its governor, Dahlberg, being killed there*: of whom the apposition is, not what was taken."""
        being = self.codes[self.groups[draft.group].first] == "e" and self.groups[draft.group].passive
        return being and j > verb + 1 and self.kinds[j - 1] == "," and self.kinds[j] == "N" and j not in self.governed

    def _circumstance_told(self) -> int | None:
        """*The battle ended when the Swedes fled, leaving their guns*: the clause of *when* or *where*, if it comes last."""
        last = next((n for n in range(len(self.drafts) - 1, -1, -1) if self.drafts[n].kind == "V"), None)
        if last is None or self.drafts[last].link != "relative" or self.drafts[last].governor is None:
            return None
        marker = self.drafts[last].marker
        return last if marker is not None and self.codes[marker] == "W" else None

    def _waits(self, j: int) -> bool:
        """The noun phrase begins its clause: no verb stands right before it, nor before the list it ends."""
        k = j - 1
        while k >= 0 and self.kinds[k] in "AtI,KN-":
            if self.kinds[k - 1 : k + 1] == ",K" and k < j - 1 and self.kinds[j - 1] == "t":
                # *The fort was stormed, and on 25 August Shamil, besieged on Gunib, …*
                return True
            k -= 1
        if self.kinds[max(0, j - 2) : j] == ",K":
            # *seized lines, towns, and depots along the coast, defeating …*: the list is what was seized.
            return k < 0 or self.kinds[k] not in VERBS or "," not in self.kinds[k : j - 2]
        return k < 0 or self.kinds[k] not in VERBS

    def _share_auxiliary(self, draft: Draft, previous: Draft, number: int, k: int) -> None:
        """*had pushed back the enemy and recaptured X*, *was attacked and burned*: the auxiliary holds for both."""
        draft.link, draft.governor, draft.start = "conjunct", number, k
        draft.subjects = list(previous.subjects)
        own, other = self.groups[draft.group], self.groups[previous.group]
        self.groups[draft.group] = VerbGroup(
            own.first, own.last, own.head, other.passive, finite=other.finite, negated=other.negated
        )

    def _like_gerund(self, k: int) -> Draft | None:
        """*by attacking their neighbours, who …, and by massacring*: the gerund that the same preposition began before."""
        word = self.word(k)
        marked = (d for d in reversed(self.drafts) if d.link == "gerund" and d.marker is not None)
        return next((d for d in marked if self.lower[d.marker or 0] == word), None)

    def _gerund_subject(self, previous: Draft, k: int) -> list[int]:
        """*prevented X from taking*, *accused X of taking*: the object acts; else the subject of the clause does."""
        if self.word(k) == "from" or (
            self.word(k) == "of" and self.lower[self.groups[previous.group].head] in _accusing()
        ):
            between = [i for i in range(previous.at + 1, k) if self.kinds[i] == "N" and i not in self.governed]
            if between:
                return [self.items[between[0]][1]]
        elif self.word(k) == "for" and k == previous.at + 2 and self.kinds[k - 1] == "N" and self._person(k - 1):
            # *berated him for crossing the river*
            return [self.items[k - 1][1]]
        return list(previous.subjects)

    def _person(self, item: int) -> bool:
        head = self.chunks[self.items[item][1]].head
        known = noun_classes().get(self.lower[head], frozenset())
        return self.codes[head] in "MO" or not known.isdisjoint({"person", "force"})

    # -------------------------------------------------------------------------------------------------- infinitives

    def _infinitive(self, draft: Draft, number: int | None, k: int, before: str) -> None:
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
            if before == "N" and k in self.governed and self._open(k):
                # *In order to seize X, the king …*, *After attempts to breach X, the king …*: who does it is named behind.
                draft.link = "purpose"
            elif before == "N":
                # *Russian plans to take the town*: who plans stands in the noun phrase.
                draft.subjects = [self.items[k][1]]
            return
        if before == "N" and k in self.governed and self.lower[self.governed[k]] == "for" and self.kinds[k - 1] == "I":
            # *bought time for the veterans to arrive*
            draft.link, draft.governor, draft.subjects = "purpose", number, [self.items[k][1]]
            return
        if before == "N" and self._by_deed(k):
            # *every attempt by the Turks to regain the fort*
            draft.link, draft.governor, draft.subjects = "purpose", number, [self.items[k][1]]
            return
        if before == "N" and self.kinds[k - 1 : k] == "N" and self._held(k) and self._person(k - 1):
            # *gave Grant an excuse to take the town*
            draft.link, draft.governor, draft.subjects = "purpose", number, [self.items[k - 1][1]]
            return
        if before == "N" and self._gapped(previous, k):
            draft.link, draft.governor, draft.subjects, draft.start = "conjunct", number, [self.items[k][1]], k
            return
        if before == "," and not self._brought_to_act(previous, k):
            number = self._out_of_asides(number)
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
            return
        group = self.groups[previous.group]
        told = k in self.governed and before == "N" and self._held(k) and self._whose(k)
        if (
            self.lower[group.head] in _object_control()
            and not (group.passive or told)
            and (chosen := self._acting(previous, k))
        ):
            draft.link = "infinitive"
            draft.subjects = chosen
            return
        # *an attempt to capture* hangs on the noun; what else the infinitive says is purpose.
        draft.link = "purpose"
        if before == "N" and self._held(k) and (self._whose(k) or self._repelled(group, k)):
            # *held out against Soviet attempts to take the town*, *beat off two attempts to recover it*
            draft.subjects = [self.items[k][1]]
        elif before == "N" and k in self.governed and self._held(k):
            if group.passive:
                # *were destroyed by X in an attempt to halt …*: who attempts it is who did it.
                draft.subjects = self._by(previous, k)
            elif self.lower[group.head] in BE:
                # *was part of British efforts to take …*: who makes them stands in the noun phrase, if anywhere.
                draft.subjects = [self.items[k][1]]

    def _repelled(self, group: VerbGroup, k: int) -> bool:
        """Whether somebody withstands the attempt that is the object of a verb."""
        return self.lower[group.head] in _repelling() and self.word_of_head(k).removesuffix("s") in _OWN

    def _in_time(self, previous: Draft, k: int) -> bool:
        """Whether a clause tells how long it took to do something."""
        time = self.kinds[k] == "t" or (self.kinds[k] == "N" and self.word_of_head(k) in ("time", "while"))
        took = self.lower[self.groups[previous.group].head] in _TOOK and time and previous.subjects
        return bool(took) and self.lower[self.chunks[previous.subjects[0]].head] == "it"

    def _perfect(self, draft: Draft, number: int | None, before: str) -> int | None:
        """*claimed to have killed or wounded 183 men and to have taken two guns*: the perfect infinitive before, where this is one."""
        if before != "K" or not self._has_been(draft):
            return number
        return next((n for n in range(len(self.drafts) - 1, -1, -1) if self._has_been(self.drafts[n])), number)

    def _has_been(self, draft: Draft) -> bool:
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

    def _gapped(self, previous: Draft, k: int) -> bool:
        """*Pearson was to cross the Tugela and Wood to advance*: a second subject, its verb left out."""
        if k in self.governed and self.kinds[k - 2 : k] == "NI":
            # *forced the line to break and many of the men to flee*
            k -= 2
        return previous.kind == "i" and self.kinds[k - 1] == "K" and k not in self.governed

    def _out_of_asides(self, number: int) -> int:
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
        return self.lower[head] in _compelling() and bool(self._acting(previous, k))

    def _acting(self, previous: Draft, k: int) -> list[int]:
        """The object that is to act, with what is coordinated to it: *ordered the fleet and the guards to sail*; no *attempt*."""
        every = [i for i in range(previous.at + 1, k + 1) if self.kinds[i] == "N"]
        free = [i for i in every if i not in self.governed] or every
        if not free or self._held(free[0]):
            return []
        found = [free[0]]
        for i in free[1:]:
            if self.kinds[i - 1] not in "K," or i - 2 not in found:
                break
            found.append(i)
        if len(found) > 1 and self.kinds[k] == "," and self.kinds[found[-1] - 1] == ",":
            # *forced the last emperor, a boy of six, to abdicate*: an apposition
            found = found[:1]
        if self.word(found[0]) in _REFLEXIVE:
            # *allowed themselves to be besieged*
            return list(previous.subjects)
        return [self.items[i][1] for i in found]

    def _held(self, item: int) -> bool:
        """*an attempt*, *an opportunity*, *a decision*: a noun that does not act."""
        head = self.chunks[self.items[item][1]].head
        return not noun_classes().get(self.lower[head], frozenset()).isdisjoint(_HELD)

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


@cache
def _object_control() -> frozenset[str]:
    return forms_of(grammar().control.object)


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


@cache
def _of_places() -> frozenset[str]:
    return forms_of(grammar().control.of_places)
