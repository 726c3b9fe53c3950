"""Whose subject a finite verb without one of its own shares: that of the verb it goes on with, past insertions, times and beliefs."""

from __future__ import annotations

import re
from functools import cache

from pipeline.grammar.context import context_words
from pipeline.grammar.drafts import Draft
from pipeline.grammar.relatives import Relatives
from pipeline.grammar.valency import seldom_passive, speaking
from pipeline.rules.grammar import forms_of
from pipeline.rules.nouns import DOERS, demonyms, noun_classes, states
from pipeline.rules.status import status_words

__all__ = ["Sharing"]

_NAMES_CLOSED = re.compile(r"N(?:,N)*,?KN,")


@cache
def _learning() -> frozenset[str]:
    """Forms of the verbs of those who hear of what befell others."""
    return forms_of(("learn", "hear", "find", "discover", "realise", "realize", "see", "know"))


class Sharing(Relatives):
    """Finds the verb that another goes on with."""

    def share(self, draft: Draft, number: int | None, conjunction: int | None) -> None:
        """A verb without a subject of its own shares that of the last finite clause, or of the verb it is coordinated with."""
        if number is None:
            return
        previous = self.drafts[number]
        if conjunction is None and previous.kind != "V":
            while number and self._on_object(self.drafts[number - 1], previous):
                number -= 1
                previous = self.drafts[number]
            draft.start = draft.at
            draft.subjects = self._phrase_whole(previous)
            draft.governor = previous.governor
            return
        if conjunction is None or self.kinds[conjunction] == ",":
            number = self._past_moment(number)
        past = self.codes[self.groups[draft.group].head] in "LE"
        if conjunction is not None and past and (bare := self._bare(number)) is not None:
            # *helped the Poles dig trenches and blew up the bridge*: a past form does not go on with a base form.
            number = self.drafts[bare].governor or 0
            previous = self.drafts[number]
        # *forced them to turn north and capture the town*: a base form goes on with the infinitive.
        base = self.codes[self.groups[draft.group].head] == "V" and previous.kind == "i"
        if not base and (before := self._list_of_infinitives(draft, number)) is not None:
            base, number = True, before
        while not base and number > 0 and self.drafts[number].kind != "V" and self.drafts[number].governor is not None:
            number = min(number - 1, self.drafts[number].governor or 0)
        apart = conjunction is None or self.kinds[conjunction] == ","
        if apart and self.drafts[number].link == "relative" and self._next_step(draft):
            # *quashed a coup which had been backed by Berlin, then invaded Syria*
            number = self.latest_finite(number) or 0
        number = self._past_modal(
            draft, self._out_of_time(draft, self.out_of_insertions(number, conjunction), conjunction)
        )
        number = self._past_news(draft, number)
        number = self._past_question(self._of_who_says(draft, self._past_infinitive(draft, number)))
        number = self._past_restrictive(draft, number, conjunction)
        number = self._past_standing(draft, self._past_lifeless(draft, number, conjunction))
        draft.governor = number
        draft.link = "conjunct"
        draft.start = conjunction if conjunction is not None else draft.at
        partner = self.drafts[number]
        draft.subjects = self._phrase_whole(partner) if partner.link == "reduced" else list(partner.subjects)
        draft.marker = None

    def _past_moment(self, number: int) -> int:
        """*besieged the town and, when the garrison surrendered, entered it*: who besieged it; what stands behind *and* only says when."""
        timed = self.drafts[number]
        above, opened = timed.governor, timed.start
        told = timed.link == "adverbial" or (timed.marker is not None and self.codes[timed.marker] == "W")
        joined = self.kinds[opened - 1 : opened] == "K" or self.kinds[max(0, opened - 2) : opened] == "K,"
        if not (told and joined) or above is None or above >= number:
            return number
        return above if self.drafts[above].kind == "V" else number

    def _of_who_says(self, draft: Draft, number: int) -> int:
        """*denied that its bases had been hit and said that …*: who denied it said so, not the bases."""
        inner = self.drafts[number]
        above = inner.governor
        if inner.link != "complement" or above is None or self.kinds[draft.at + 1 : draft.at + 2] != "T":
            return number
        says, said, outer = (self.lower[self.groups[one.group].head] for one in (draft, inner, self.drafts[above]))
        return above if says in speaking() and status_words().verbs.get(outer) and said not in speaking() else number

    def _past_question(self, number: int) -> int:
        """*guessed what the Danes were up to and left Riga*: past what is known, to who knows it."""
        inner = self.drafts[number]
        asked = inner.link == "complement" and any(self.lower[self.chunks[c].first] == "what" for c in inner.subjects)
        return inner.governor if asked and inner.governor is not None and inner.governor < number else number

    def _past_standing(self, draft: Draft, number: int) -> int:
        """*crossed the river that separates Lund from Riga and attacked*: a past form does not go on with what is always so."""
        inner = self.drafts[number]
        above = inner.governor
        if inner.link != "relative" or above is None or above >= number or self.drafts[above].kind != "V":
            return number
        tenses = [self.codes[self.groups[one.group].head] for one in (inner, self.drafts[above], draft)]
        return above if tenses[0] == "Z" and tenses[1] in "LE" and tenses[2] in "LE" else number

    def _past_news(self, draft: Draft, number: int) -> int:
        """*learned that Mytilene had fallen and sailed home*: an active verb does not go on with what befell another."""
        inner = self.drafts[number]
        above, group = inner.governor, self.groups[inner.group]
        if inner.link != "complement" or above is None or above >= number or self.groups[draft.group].passive:
            return number
        befell = group.passive or self.lower[group.head] == "fallen"
        heard = self.lower[self.groups[self.drafts[above].group].head] in _learning()
        had = self.lower[group.first] == "had"
        return above if befell and heard and had else number

    def past_those(self, draft: Draft, number: int) -> int:
        """*met the warriors who had escaped and defeated them*: past the relative clause of those meant, where it names no others."""
        relative = self.drafts[number]
        if relative.link != "relative" or self.word(draft.at + 1) != "them":
            return number
        others = [i for i in range(relative.at + 1, draft.at) if self.kinds[i] == "N" and i not in self.governed]
        many = any(self.word_of_head(i).endswith(("s", "men")) for i in others)
        return number if many else (self.latest_finite(number) or 0)

    def _next_step(self, draft: Draft) -> bool:
        """Whether *, then* opens what the verb tells."""
        comma = self.comma_before(draft.at)
        while comma > 0 and self.word(comma + 1) != "then":
            comma = self.comma_before(comma)
        return comma > 0 and "V" not in self.kinds[comma : draft.at]

    def _list_of_infinitives(self, draft: Draft, number: int) -> int | None:
        """*to expel the forces led by Dohna, take the town and winter there*: the infinitive behind what says more of its object."""
        group = self.groups[draft.group]
        if group.first != group.head or self.codes[group.head] != "V":
            return None
        while number > 0 and self.drafts[number].link in {"reduced", "relative"}:
            number -= 1
        return number if self.drafts[number].kind == "i" else None

    def _bare(self, number: int) -> int | None:
        """*helped him dig*, *demanded that they leave and disarm*: the base form without *to* that hangs on another verb, or that one is joined to."""
        draft = self.drafts[number]
        while (
            self._is_base(draft) and draft.link == "conjunct" and draft.governor is not None and draft.governor < number
        ):
            number, draft = draft.governor, self.drafts[draft.governor]
        told = draft.marker is None or self.lower[draft.marker] == "that"
        hangs = draft.link == "complement" and told and draft.governor is not None
        return number if hangs and self._is_base(draft) else None

    def _is_base(self, draft: Draft) -> bool:
        group = self.groups[draft.group]
        return self.codes[group.head] == "V" and group.first == group.head

    def _phrase_whole(self, previous: Draft) -> list[int]:
        """*the men of the column sent to Riga fled*, *the Danes and Swedes led by Horn fled*: the noun that the phrase began with, and what is joined to it."""
        item = previous.at - 1
        if item < 0 or self.kinds[item] != "N" or previous.subjects != [self.items[item][1]]:
            return list(previous.subjects)
        while item in self.governed and self.kinds[item - 2 : item] == "NI":
            item -= 2
        if item in self.governed:
            return list(previous.subjects)
        number = self.latest(item)
        outer = self.drafts[number] if number is not None else None
        return [self.items[i][1] for i in self.joined_left(item, outer.at if outer else -1, outer)]

    def _on_object(self, outer: Draft, inner: Draft) -> bool:
        """*a man driving a truck carrying fuel was stopped*: the second participle says more of the object of the first."""
        return (
            outer.kind != "V"
            and outer.link == inner.link == "reduced"
            and self.skip_adverbs(outer.at + 1) == inner.at - 1
        )

    def _out_of_time(self, draft: Draft, number: int, item: int | None) -> int:
        """*fled after the town was taken, crossed the river and sailed*: an active verb behind a comma does not go on the passive."""
        partner = self.drafts[number]
        above = partner.governor
        timed = partner.link == "adverbial" or (partner.marker is not None and self.codes[partner.marker] == "W")
        if item is None or not timed or above is None or above >= number:
            return number
        passive, active = self.groups[partner.group].passive, not self.groups[draft.group].passive
        if not passive and not active and self.groups[self.drafts[above].group].passive:
            # *was freed after Germany invaded Russia and was appointed commander*
            return above if self.drafts[above].kind == "V" else number
        if self.kinds[item] != ",":
            return number
        return above if passive and active and self.drafts[above].kind == "V" else number

    def _past_modal(self, draft: Draft, number: int) -> int:
        """*decided that the state would resist and sent troops*: a past form does not go on with *would*, but with what governs it."""
        partner = self.drafts[number]
        above = partner.governor
        past = self.codes[self.groups[draft.group].head] in "LE"
        modal = "U" in self.codes[self.groups[partner.group].first : self.groups[partner.group].head]
        if past and modal and partner.link == "complement" and above is not None and above < number:
            return above if self.drafts[above].kind == "V" else number
        return number

    def _past_infinitive(self, draft: Draft, number: int) -> int:
        """*asked them to withdraw and, when they did not, attacked*: a past form does not go on with an infinitive."""
        past = self.codes[self.groups[draft.group].head] in "LE"
        while past and self.drafts[number].kind == "i" and (above := self.drafts[number].governor) is not None:
            if above >= number:
                break
            number = above
        return number

    def _past_restrictive(self, draft: Draft, number: int, item: int | None) -> int:
        """*shot the guards who tried to stop them, and stormed the gate*: the comma before *and* ends what says more of an object."""
        inner = self.drafts[number]
        above = inner.governor
        if item is None or self.kinds[item] != "K" or self.kinds[item - 1] != ",":
            return number
        if inner.link != "relative" or inner.start == 0 or above is None or above >= number:
            return number
        outer = self.drafts[above]
        alone = "," not in self.kinds[inner.start - 1 : item - 1] and outer.kind == "V" and outer.at < inner.at
        passive = self.groups[outer.group].passive, self.groups[draft.group].passive
        return above if alone and passive == (False, False) else number

    def _past_lifeless(self, draft: Draft, number: int, item: int | None) -> int:
        """*held out until its food was exhausted, and surrendered*: past what a thing did, or befell another, to who else can act."""
        inner = self.drafts[number]
        above = inner.governor
        if item is None or self.kinds[item] != "K" or self.kinds[item - 1] != "," or above is None or above >= number:
            return number
        timed = inner.link == "adverbial" or (inner.marker is not None and self.codes[inner.marker] == "W")
        outer = self.drafts[above]
        if not timed or outer.kind != "V" or inner.start <= outer.at:
            return number
        befell = self.groups[inner.group].passive and not self.groups[draft.group].passive
        return above if befell or not any(map(self._can_act, inner.subjects)) else number

    def _can_act(self, chunk: int) -> bool:
        """Whether a noun phrase is a name, a pronoun, or a person or body by its head."""
        head = self.chunks[chunk].head
        return self.codes[head] in "MOC" or not DOERS.isdisjoint(noun_classes().get(self.lower[head], ()))

    def out_of_insertions(self, number: int, item: int | None) -> int:
        """*crossed the river, which was swollen, and attacked*: behind a comma the insertion that another comma opened is over."""
        if item is None or (self.kinds[item] != "," and self.kinds[item - 1] != ","):
            return number
        opening = self.comma_before(item)
        inner, above = self.drafts[number], self.drafts[number].governor
        inserted = self.kinds[item] == "," and self.kinds[opening - 1 : opening] == "K" and inner.start > opening
        if inserted and inner.link == "relative" and above is not None and above < number:
            # *attacked and, after a fight in which both sides lost heavily, drove them back*
            return above
        if self.kinds[item] == "," and self.kinds[max(0, opening - 2) : opening] == "NK":
            # *Saladin, who suppressed a rising and, at his insistence, abolished …*: *and* goes on with the verb before it.
            return number
        number = self._out_of_belief(number)
        while self.behind_comma(self.drafts[number]):
            above = self.drafts[number].governor
            if self.drafts[number].link not in {"relative", "reduced"} or above is None or above >= number:
                break
            number = above
        return number

    def behind_comma(self, draft: Draft) -> bool:
        """Whether a comma opens a clause, with those counted before *of whom* or without (*the rebels, many of whom fled, …*)."""
        start = draft.start
        return start > 0 and (self.kinds[start - 1] == "," or self.kinds[max(0, start - 3) : start] == ",NI")

    def _out_of_belief(self, number: int) -> int:
        """*and, believing that the fort was empty, landed*: behind the comma what is believed is over, too."""
        inner = self.drafts[number]
        above = inner.governor
        if inner.link != "complement" or above is None or above >= number:
            return number
        outer = self.drafts[above]
        if outer.link != "participle" or outer.governor is None or self.kinds[outer.start - 1] != ",":
            return number
        return outer.governor if outer.governor < above else number

    def named_one_by_one(self, j: int) -> int | None:
        """*Four carriers, Akagi, Kaga and Hiryū, were sunk*: the counted noun phrase whose names a list gives that *and* closes."""
        closed, k = _NAMES_CLOSED.match(self.kinds, j), j
        while k > 1 and self.kinds[k - 2 : k] == "N," and self.codes[self.chunks[self.items[k][1]].head] == "M":
            k -= 2
        counted, head = self.codes[self.chunks[self.items[k][1]].first], self.chunks[self.items[k][1]].head
        several = counted == "C" and self.codes[head] == "N" and self.lower[head].endswith(("s", "men"))
        return k if closed and several and k not in self.governed and k not in self.claimed else None

    def is_done_to(self, previous: Draft, k: int, at: int) -> bool:
        """*Capturing the port gave them a base*: what *k* is the object of opens the sentence and is the subject itself; not *Advancing Danes took it*."""
        opening = previous.kind == "g" and previous.link == "participle" and not self.kinds[: previous.at].strip("At,K")
        if not opening or self.skip_adverbs(previous.at + 1) != k or self.kinds[previous.at - 1 : previous.at] == "K":
            return False
        verb = self.lower[self.groups[previous.group].head]
        if (
            verb in seldom_passive()
            or verb in speaking()
            or verb in context_words().thinking
            or ",N" in self.kinds[at:]
        ):
            # *Realising the fort was lost, they fled*
            return False
        phrase = self.chunks[self.items[k][1]]
        land = self.codes[phrase.head] == "M" and (
            self.lower[phrase.head] not in demonyms() or self.lower[phrase.head] in states()
        )
        return land or self.codes[phrase.first] in "DP"
