"""Subjects of participles and gerunds: of their noun, of the clause they hang on, of the verb that governs them."""

from __future__ import annotations

import re
from functools import cache

from pipeline.grammar.drafts import VERBS, Draft
from pipeline.grammar.infinitives import Infinitives
from pipeline.grammar.valency import harming
from pipeline.records import VerbGroup
from pipeline.rules.grammar import BE, REFLEXIVES, SIDES, THUS, WAS, forms_of, grammar
from pipeline.rules.nouns import DOERS, noun_classes
from pipeline.rules.status import status_words

__all__ = ["Nonfinite"]

_AND_PARTICIPLE = re.compile(r"(?:,A*p)*,?KA*[pV]")
"""More participles of a list follow, up to its last."""
_PHRASES = re.compile(r"(?:A|t|[Iq][Nt])+")
_AND_PARTICIPLE_LATER = re.compile(r"(?:A|t|[Iq][Nt]?)*,?KA*[pV]")
_CARRIED_OUT = frozenset({"orchestrated", "organised", "organized", "launched", "carried", "conducted", "masterminded", "staged", "mounted", "executed", "perpetrated", "engineered", "instigated", "plotted", "waged", "undertaken"})  # fmt: skip
_LOCATING = frozenset({"in", "at", "from", "inside", "outside", "within", "around", "near"})
"""What tells where they are whom somebody has something done to."""
_HAVING_DONE = re.compile(r"V(N)(I)(?:N(?:,N)*,?K)?$")
_HARMING = frozenset({"killing", "wounding", "injuring", "maiming", "destroying", "damaging", "leaving"})
_BESET = frozenset(
    {"pursued", "chased", "hunted", "hounded", "harassed", "harried", "followed", "shadowed", "escorted", "accompanied"}
)
_WITHIN = re.compile(r"(?:A|t|N?[Iq][NtI]*)*N?(?:[Iq])?")
_NO_CLASSES: frozenset[str] = frozenset()
_LONGEST_LIST = 16
"""Items of a list behind *had*."""
_WAYS = frozenset(
    {
        "through",
        "across",
        "along",
        "up",
        "down",
        "into",
        "over",
        "to",
        "toward",
        "towards",
        "from",
        "around",
        "past",
        "via",
    }
)
"""Prepositions of where somebody goes."""
_BODIES = frozenset({"force", "naval"})


@cache
def _accusing() -> frozenset[str]:
    return status_words().accusing | forms_of(("convict", "acquit"))


@cache
def _befalling() -> frozenset[str]:
    return forms_of(
        ("die", "fall", "perish", "drown", "arrive", "return", "leave", "flee", "sit", "stand", "escape", "come", "go")
    )


_ARRIVING = frozenset({"arriving", "reaching", "landing", "disembarking"})


@cache
def _of_rulers() -> frozenset[str]:
    """Forms of the verbs of what befalls persons, and nothing else."""
    return forms_of((
        "depose", "dethrone", "oust", "exile", "banish", "elect", "reelect", "appoint", "crown", "arrest", "imprison", "jail", "behead", "assassinate",
        "murder", "hang", "dismiss", "enthrone", "excommunicate", "acquit", "convict", "pardon", "promote", "overthrow", "elevate",
    ))  # fmt: skip


@cache
def _sending() -> frozenset[str]:
    return forms_of(("send", "dispatch", "despatch", "detach"))


@cache
def _moving() -> frozenset[str]:
    """Forms of the verbs of those who go somewhere."""
    more = (
        "go",
        "ride",
        "travel",
        "sweep",
        "drive",
        "proceed",
        "roam",
        "rampage",
        "race",
        "rush",
        "swing",
        "cruise",
        "steam",
    )
    return forms_of((*grammar().context.moves, *more))


@cache
def _suffering() -> frozenset[str]:
    return forms_of(("suffer", "sustain", "incur"))


@cache
def _at_rest() -> frozenset[str]:
    """Forms of the verbs that say of men how many or where they are, or what they lose."""
    return forms_of(("lose", "have", "lie", "number", "consist", "comprise", "include", "stand", "contain"))


@cache
def _costing() -> frozenset[str]:
    """Forms of the verbs of what costs men, which is told of those who lose them more often than of those who are lost."""
    return forms_of(
        ("attack", "assault", "storm", "defend", "repel", "repulse", "capture", "take", "retake", "recapture", "try")
    )


@cache
def _of_places() -> frozenset[str]:
    return forms_of(grammar().control.of_places)


class Nonfinite(Infinitives):
    """Finds the subject of each verb that is not finite."""

    def nonfinite_subject(self, draft: Draft) -> None:
        """Fills subjects, link, governor, marker and start of a draft that is not finite."""
        k = draft.at - 1
        while k >= 0 and self.kinds[k] == "A":
            k -= 1
        if draft.kind in "ip" and k > 0 and self.kinds[k] in "()":
            k = self._beside_aside(k)
        before = self.kinds[k] if k >= 0 and not self._so_doing(draft) else ""
        number = self.before(draft.at)
        previous = self.drafts[number] if number is not None else None
        if draft.kind == "i" and previous is not None and self.in_time(previous, k):
            # *It took the Allies six weeks to capture Caen*
            draft.link, draft.governor, draft.subjects = "infinitive", number, self.acting(previous, k)
        elif draft.kind == "i":
            self.infinitive_subject(draft, number, k, before)
        elif before and before in "IqQ":
            self._gerund(draft, number, k)
        elif before == "N" and previous is not None and self._of_the_deed(draft, previous, k):
            draft.link, draft.governor, draft.subjects = "participle", number, list(previous.subjects)
        elif before == "N" and previous is not None and self.word(k) in REFLEXIVES and draft.kind == "p":
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
            if previous is not None and draft.kind == "p" and self._among_those(previous, k):
                draft.subjects = list(previous.subjects)
        elif previous is not None and k == previous.at:
            in_the_act = draft.kind == "p" or (draft.kind == "g" and self._in_the_act(draft, previous))
            draft.link = "participle" if in_the_act else "infinitive"
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
            number = self.out_of_asides(number)
            previous = self.drafts[number]
        draft.governor = number
        if self.kinds[k - 1 : k] == "K" and (partner := self._like_gerund(k)) is not None:
            draft.governor, draft.subjects = partner.governor, list(partner.subjects)
        elif self.kinds[k - 1 : k] == "," and (waiting := self._all_waiting(self._head_before(k - 1))):
            # *Horn fell back, but Wrangel, after crossing the Oder, advanced*
            draft.governor, draft.subjects = None, waiting
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
        return draft.kind == "g" and self.lower[group.first] in THUS

    def _in_the_act(self, draft: Draft, previous: Draft) -> bool:
        """*died seizing his rifle*, *was killed leading a charge*: what somebody did then, no aim; not *escaped being taken prisoner*."""
        group = self.groups[previous.group]
        return group.passive or (self.lower[group.head] in _befalling() and not self.groups[draft.group].passive)

    def _of_the_deed(self, draft: Draft, previous: Draft, k: int) -> bool:
        """Whether a participle right behind a noun phrase tells of the deed before, not of what the noun names."""
        so = (
            self._on_the_way(draft, previous, k)
            or self._harms_so(draft, previous, k)
            or self._there(draft, previous, k)
            or self._hunted(draft, previous, k)
            or self._at_a_cost(draft, previous, k)
        )
        return k not in self.claimed and so

    def _there(self, draft: Draft, previous: Draft, k: int) -> bool:
        """*The king was in Cantabria campaigning against the Basques*: he was; not *was in command of troops besieging Lund*."""
        being = draft.kind == "g" and self.lower[self.groups[previous.group].head] in BE
        return being and bool(previous.subjects) and self.kinds[previous.at + 1 : k + 1] == "IN"

    def _hunted(self, draft: Draft, previous: Draft, k: int) -> bool:
        """*retreated to Riga pursued by hussars*: whoever went there; not *reached the men pursued by hussars*."""
        moved = previous.kind == "V" and self.lower[self.groups[previous.group].head] in _moving()
        if draft.kind != "p" or not moved or not previous.subjects or k not in self.governed:
            return False
        so = self.lower[self.groups[draft.group].head] in _BESET and self.word(draft.at + 1) == "by"
        return so and DOERS.isdisjoint(noun_classes().get(self.word_of_head(k), _NO_CLASSES))

    def _at_a_cost(self, draft: Draft, previous: Draft, k: int) -> bool:
        """*lost 200 men storming Lund*, *suffered heavy losses assaulting it*: who lost them; not *lost ships carrying troops*."""
        group = self.groups[previous.group]
        if draft.kind != "g" or previous.kind != "V" or group.passive or self.whole(k) != previous.at + 1:
            return False
        if self.lower[group.head] in _suffering():
            return True
        men = not DOERS.isdisjoint(noun_classes().get(self.word_of_head(previous.at + 1), _NO_CLASSES))
        return self.lower[group.head] == "lost" and men and self.lower[self.groups[draft.group].head] in _costing()

    def _harms_so(self, draft: Draft, previous: Draft, k: int) -> bool:
        """*exploded in a market killing twelve*: no market does; but *saw the soldiers killing prisoners*."""
        verb = self.lower[self.groups[draft.group].head]
        if draft.kind != "g" or previous.kind != "V" or verb not in _HARMING or not previous.subjects:
            return False
        there = not DOERS.isdisjoint(noun_classes().get(self.word_of_head(k), _NO_CLASSES))
        return not there and _WITHIN.fullmatch(self.kinds, previous.at + 1, k) is not None

    def _among_those(self, previous: Draft, k: int) -> bool:
        """*The mayor was among those killed*, *was one of those arrested*: he was."""
        if self.word(k) != "those" or self.lower[self.groups[previous.group].head] not in BE:
            return False
        return self.word(k - 1) == "among" or (self.word(k - 1) == "of" and self.word(k - 2) == "one")

    def _on_the_way(self, draft: Draft, previous: Draft, k: int) -> bool:
        """*crossed the river pursuing the Danes*: no river does; but *held the hills overlooking the town*."""
        if draft.kind != "g" or previous.kind != "V" or self.groups[previous.group].passive or not previous.subjects:
            return False
        if k in self.governed:
            return self._gone_by(draft, previous, k)
        place = "place" in noun_classes().get(self.word_of_head(k), _NO_CLASSES)
        acts = self.lower[self.groups[draft.group].head] not in _of_places()
        return place and acts and k == self.skip_adverbs(previous.at + 1)

    def _gone_by(self, draft: Draft, previous: Draft, k: int) -> bool:
        """*marched through Jutland burning villages*, *moved along the coast capturing forts*: who went by, not where."""
        verb = self.lower[self.groups[draft.group].head]
        if self.lower[self.groups[previous.group].head] not in _moving() or self.lower[self.governed[k]] not in _WAYS:
            return False
        classes = noun_classes().get(self.word_of_head(k), _NO_CLASSES)
        place = "place" in classes or (
            self.codes[self.chunks[self.items[k][1]].head] == "M" and DOERS.isdisjoint(classes)
        )
        acts = verb not in _of_places() or verb == "burning"
        within = _WITHIN.fullmatch(self.kinds, previous.at + 1, k) is not None
        return place and acts and within and self.kinds[draft.at + 1 : draft.at + 2] == "N"

    def _listed_participle(self, draft: Draft, previous: Draft, k: int) -> bool:
        """*were besieged, captured and sacked*, *were rounded up, beaten and shot*: the participles of a list share the auxiliary of the first."""
        if draft.kind != "p" or self.kinds[k] != "," or not self._auxiliary(previous):
            return False
        if self.kinds[previous.at + 1 : k] not in ("", "I"):
            # *was captured in May, handed over to the king and shot in June*; not *was beaten near Kars, led by Ali and aided by few*.
            passive = self.groups[previous.group].passive and self.word(draft.at + 1) != "by"
            told = _PHRASES.fullmatch(self.kinds, previous.at + 1, k) and _AND_PARTICIPLE_LATER.match(
                self.kinds, draft.at + 1
            )
            return passive and told is not None
        shared = self.codes[self.groups[previous.group].head] in "pL"
        return shared and _AND_PARTICIPLE.match(self.kinds, draft.at + 1) is not None

    def _auxiliary(self, previous: Draft) -> bool:
        """*was attacked and burned*, *before being engaged and damaged*, *to have taken Lund and inflicted losses*: whose auxiliary another may share."""
        return previous.kind == "V" or self.groups[previous.group].passive or self.has_been(previous)

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
        tie = self.lower[self.items[listed.start(2)][2]] if listed else ""
        behind = self.lower[self.groups[draft.group].last : self.groups[draft.group].last + 1]
        done = tie in _LOCATING and (verb == "put" or verb in harming()) and behind != ["by"]
        if listed and (tie == "of" or done):
            having = self.groups[self.items[listed.start()][1]]
            if self.lower[having.head] in ("had", "have", "has", "having") and having.last - having.first == 1:
                # *had the members of the council executed*, *had the ports of Pisagua and Arica shelled*, *had the Danes in the city killed*
                return listed.start(1)
        if k in self.governed and verb in _CARRIED_OUT and self.kinds[max(0, k - 2) : k] == "NI":
            deed = noun_classes().get(self.word_of_head(k - 2), frozenset())
            own = noun_classes().get(self.word_of_head(k), frozenset())
            if "event" in deed and "event" not in own:
                return k - 2
        return k

    def _beside_aside(self, k: int) -> int:
        """*a party (the PKK) backed by Syria*, *the army (led by Horn)*, *ordered the 62nd Army (Chuikov) to hold it*: the noun phrase before the parenthesis, or the parenthesis itself."""
        opened = k if self.kinds[k] == "(" else self.opening.get(k, 0)
        return opened - 1 if opened and self.kinds[opened - 1] == "N" else k

    def _participle(self, draft: Draft, k: int, before: str) -> None:
        """*The fleet, commanded by Datis, …*: of the noun phrase that waits for its verb; else of the last finite clause."""
        draft.link = "participle"
        draft.start = k + 1
        draft.governor = anchor = self._circumstance_told() if before == "," else None
        if anchor is None:
            draft.governor = anchor = self._doing(self.latest_finite(len(self.drafts)))
        j = self._head_before(k) if before == "," else -1
        if waiting := self._all_waiting(j):
            draft.subjects = waiting
        elif anchor is not None and self._absolute(draft, j, self.drafts[anchor].at):
            draft.subjects = [self.items[j][1]]
        elif anchor is not None and before == "," and (told := self._told_deed(draft, anchor)) is not None:
            draft.subjects = [self.items[told][1]]
        elif anchor is not None and before == "," and self._befell_him(draft, k - 1, anchor):
            draft.subjects = [self.items[k - 1][1]]
        elif anchor is not None and before == "," and (sent := self._sent_there(draft, anchor)) is not None:
            draft.subjects = [self.items[sent][1]]
        elif anchor is not None:
            draft.subjects = list(self.drafts[anchor].subjects)

    def _doing(self, number: int | None) -> int | None:
        """*took the hall while the house was in session, seizing 40 men*: the clause of what was done, not of how it was meanwhile."""
        if number is None or self.drafts[number].link != "adverbial":
            return number
        above, group = self.drafts[number].governor, self.groups[self.drafts[number].group]
        state = self.codes[group.head] == "B" and above is not None and above < number
        return above if state else number

    def _told_deed(self, draft: Draft, anchor: int) -> int | None:
        """*The decisive actions were the battles of Tampere and Viipuri, won by the Whites*: the deed that something was."""
        verb = self.drafts[anchor].at
        be = self.groups[self.drafts[anchor].group]
        predicate = verb + 1
        if self.codes[be.head] != "B" or draft.kind != "p" or self.kinds[predicate : predicate + 1] != "N":
            return None
        deed = "event" in noun_classes().get(self.word_of_head(predicate), _NO_CLASSES)
        return predicate if deed and predicate not in self.governed else None

    def _befell_him(self, draft: Draft, j: int, anchor: int) -> bool:
        """*The throne was offered to Ferdinand, deposed in 1806*: what befalls persons befell the one before the comma, not a thing."""
        if draft.kind != "p" or j <= self.drafts[anchor].at or self.kinds[j] != "N" or not self.person(j):
            return False
        acting = (self.chunks[c].head for c in self.drafts[anchor].subjects)
        things = all(
            self.codes[head] == "N" and DOERS.isdisjoint(noun_classes().get(self.lower[head], _NO_CLASSES))
            for head in acting
        )
        return things and self.lower[self.groups[draft.group].head] in _of_rulers()

    def _sent_there(self, draft: Draft, anchor: int) -> int | None:
        """*sent an expedition to Mexico, arriving in April*: whom somebody sent."""
        sending = self.groups[self.drafts[anchor].group]
        thing = self.drafts[anchor].at + 1
        away = self.lower[self.groups[draft.group].head] in _ARRIVING and self.lower[sending.head] in _sending()
        if not away or sending.passive or self.kinds[thing : thing + 1] != "N":
            return None
        return thing if thing not in self.governed else None

    def _absolute(self, draft: Draft, j: int, verb: int) -> bool:
        """*Riga was taken, its governor, Dahlberg, being killed there*: of whom the apposition is, not what was taken."""
        being = self.codes[self.groups[draft.group].first] == "e" and self.groups[draft.group].passive
        return being and j > verb + 1 and self.kinds[j - 1] == "," and self.kinds[j] == "N" and j not in self.governed

    def _circumstance_told(self) -> int | None:
        """*The battle ended when the Swedes fled, leaving their guns*, *fell to Horn, who fled, leaving his guns*: the clause that comes last."""
        last = next((n for n in range(len(self.drafts) - 1, -1, -1) if self.drafts[n].kind == "V"), None)
        if last is None or self.drafts[last].link != "relative" or self.drafts[last].governor is None:
            return None
        marker = self.drafts[last].marker
        if marker is None:
            return None
        aside = self.lower[marker - 1 : marker + 1] == [",", "who"]
        aside = aside or (self.lower[marker - 1 : marker + 1] == [",", "which"] and self._of_body(self.drafts[last]))
        return last if aside or self.codes[marker] == "W" else None

    def _of_body(self, draft: Draft) -> bool:
        """*routed the army, which withdrew to Riga*: whether it is men or ships that a clause tells of, and they act."""
        group = self.groups[draft.group]
        if draft.antecedent is None or group.passive or self.lower[group.head] in _suffering() | _at_rest() | BE:
            return False
        return not _BODIES.isdisjoint(noun_classes().get(self.word_of_head(draft.antecedent), _NO_CLASSES))

    def _all_waiting(self, j: int) -> list[int]:
        """The noun phrases up to an item that wait for their verb; none where the item is no such phrase."""
        if j < 0 or self.kinds[j] != "N" or j in self.governed or j in self.claimed or not self._waits(j):
            return []
        if self.codes[self.chunks[self.items[j][1]].first] == "J" and self.word(j) in SIDES:
            # *crossed the Rhine north and south of the Ruhr, encircling it*
            return []
        return [self.items[item][1] for item in self.joined_left(j, -1, None)]

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
        # *were alive and detained by the navy*
        passive = other.passive or (self.lower[other.head] in WAS and self.lower[own.last : own.last + 1] == ["by"])
        self.groups[draft.group] = VerbGroup(
            own.first, own.last, own.head, passive, finite=other.finite, negated=other.negated
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
        elif self.word(k) == "into" and self.kinds[k - 1] == "N" and k - 1 not in self.governed and k - 1 > previous.at:
            # *lured the legions into crossing the marsh*
            return [self.items[k - 1][1]]
        elif self.word(k) == "for" and k == previous.at + 2 and self.kinds[k - 1] == "N" and self.person(k - 1):
            # *berated him for crossing the river*
            return [self.items[k - 1][1]]
        return list(previous.subjects)
