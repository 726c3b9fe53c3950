"""The line of a sentence's items and the clauses in the making: what may be skipped, what stands before, what goes on to the left."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from pipeline.grammar.chunking import Item
from pipeline.grammar.prepositional import apposition_before, governed_items
from pipeline.records import Chunk, Sentence, VerbGroup
from pipeline.rules.grammar import THEN, forms_of
from pipeline.rules.nouns import noun_classes

__all__ = ["PLURAL", "VERBS", "Draft", "Line"]

VERBS = frozenset("Vgpi")
PLURAL = frozenset({"were", "are", "have"})
"""Verbs that several do."""
_ONE_OF = frozenset({"a", "an", "his", "her"})
_ADDITIVE = frozenset({"and", "or", "nor", "&"})
_CLOSED_LIST = re.compile(r"N(?:,A*N)*KA*")
_LIST = re.compile(r"N(?:IA*N)*(?:,A*N(?:IA*N)*)*,?KA*N")


@cache
def _saying() -> frozenset[str]:
    """Forms of the verbs that have no thing for an object, but what somebody says."""
    return forms_of(("say", "believe", "think", "allege"))


@dataclass(slots=True)
class Draft:
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
    antecedent: int | None = None
    """Item of the noun phrase that its relative word stands for."""
    subjects: list[int] = field(default_factory=list)
    objects: list[int] = field(default_factory=list)
    obliques: list[tuple[int, int]] = field(default_factory=list)
    particle: int | None = None
    gap: list[int] = field(default_factory=list)
    """What a relative word stands for that is not the subject: the object, where the verb has no other."""


class Line:
    """The items of one sentence, and the drafts of the verbs read so far."""

    def __init__(
        self,
        items: list[Item],
        sentence: Sentence,
        chunks: list[Chunk],
        groups: list[VerbGroup],
        codes: list[str],
        lower: list[str],
        prepositions: dict[int, int],
    ) -> None:
        self.items = items
        self.sentence = sentence
        self.chunks = chunks
        self.groups = groups
        self.codes = codes
        self.lower = lower
        self.kinds = "".join([item[0] for item in items])
        self.drafts: list[Draft] = []
        self.claimed: dict[int, int] = {}
        self.governed = governed_items(items, self.kinds, chunks, codes, lower, prepositions)
        self.opening = self._parentheses()

    def _parentheses(self) -> dict[int, int]:
        """Closing parenthesis → its opening one."""
        found: dict[int, int] = {}
        if ")" not in self.kinds:
            return found
        opened: list[int] = []
        for at, code in enumerate(self.kinds):
            if code == "(":
                opened.append(at)
            elif code == ")" and opened:
                found[at] = opened.pop()
        return found

    def closing(self, at: int) -> int:
        """The parenthesis that closes around an item, or -1 where none stands open."""
        if not self.opening:
            return -1
        return min((last for last, first in self.opening.items() if first < at < last), default=-1)

    def before(self, at: int) -> int | None:
        """The draft whose verb stands last before an item, parentheses that have closed in between left out."""
        number = len(self.drafts) - 1
        if not self.opening or number < 0:
            return number if number >= 0 else None
        closed = [(first, last) for last, first in self.opening.items() if last < at]
        while number >= 0 and any(first < self.drafts[number].at < last for first, last in closed):
            number -= 1
        return number if number >= 0 else None

    def latest(self, k: int, *, speaking: bool = False) -> int | None:
        """The clause whose verb stands last before the item ``k``; for a *that*, no bare participle."""
        for number in range(len(self.drafts) - 1, -1, -1):
            if self.drafts[number].at < k and not (speaking and number and self.drafts[number].kind == "p"):
                return number
        return None

    def latest_finite(self, before: int) -> int | None:
        """The last finite clause that is no relative one."""
        for number in range(before - 1, -1, -1):
            if self.drafts[number].kind == "V" and self.drafts[number].link != "relative":
                return number
        return None

    def skip_left(self, k: int, low: int) -> int:
        """Leftwards over adverbs, phrases of time and whole prepositional phrases, parentheses included."""
        kinds = self.kinds
        while k > low:
            if kinds[k] in "At" or (
                kinds[k] == "K" and kinds[k - 2 : k] == "IA" and self.codes[self.items[k + 1][2]] == "A"
            ):
                # *Poles at home and abroad*
                k -= 1
                if k > low and kinds[k : k + 2] == "Jt":
                    # *The Danes in early 1848 attacked*
                    k -= 2 if kinds[k - 1] == "D" else 1
                if k > low and kinds[k] in "Iq" and kinds[k + 1] in "tJD":
                    k -= 1
            elif kinds[k] == "N" and k in self.governed:
                k -= 1
                while k > low and (k in self.governed or kinds[k] in "K,A-S"):
                    k -= 1
                if k > low and kinds[k] in "Iq":
                    k -= 1
                if low < 0 and k > 1 and kinds[k] == "K" and not {k - 1, k - 2}.isdisjoint(self.governed):
                    # *rebels in trucks and on motorcycles*: before any verb it can only join phrases.
                    k -= 2 if kinds[k - 1] == "," else 1
            elif kinds[k] == ")":
                if k not in self.opening:
                    return k
                k = self.opening[k] - 1
            elif kinds[k] == "I" or (kinds[k] == "J" and kinds[k + 1] == "I" and kinds[k - 1] == "N"):
                # *fighters loyal to Basayev*
                k -= 1
            else:
                return k
        return k

    def skip_adverbs(self, k: int) -> int:
        """Rightwards over adverbs and phrases of time."""
        while k < len(self.kinds) and self.kinds[k] in "At":
            k += 1
        return k

    def opens(self, j: int) -> bool:
        """The noun phrase is not the object of a verb before it."""
        k = j - 1
        while k >= 0 and self.kinds[k] in "At":
            k -= 1
        return k < 0 or self.kinds[k] not in VERBS

    def joined_left(self, k: int, low: int, previous: Draft | None, verb: int | None = None) -> list[int]:
        """Items of the noun phrases coordinated with the one at ``k``, itself included, in reading order: *A, B and C*.

        ``verb`` is the item of the verb whose subject they are.
        """
        found, j, listed = [k], k - 1, False
        said: bool | None = None
        while j - 1 > low and (self.kinds[j] in "K,-" or (self.kinds[j - 1 : j + 1] == "KA" and self.word(j) in THEN)):
            # *Zutphen and then Deventer*
            j -= self.kinds[j] == "A"
            before = j - 1
            if self.kinds[j] == "K" and self.kinds[before] == ",":
                before -= 1
            before = self.skip_left(before, low)
            if self.kinds[j - 1 : j + 1] == ",K" and self._objects_end(before, previous):
                break
            if before == j - 4 and apposition_before(self.kinds, k) and k not in self.governed:
                # *Leopold, Duke of Austria, and King Philip sailed*: he and the king, not the duke besides.
                before -= 2
            if before <= low or self.kinds[before] != "N" or before in self.governed:
                break
            if self.kinds[j] == "," and (not listed or self._second_of_two(before) or self._of_governed(before)):
                # *had taken Lviv and Brody, the Cossacks and Tatars withdrew*: the first list is over.
                break
            listed = listed or self.kinds[j] == "K"
            if self.kinds[j] == "K" and self.lower[self.items[j][2]] not in _ADDITIVE:
                break
            said = self.says_list(previous, k) if said is None else said
            close = said or (
                self.kinds[j - 1] != ","
                and (self._told_off(low, before, previous) or (len(found) == 1 and self._agree(before, k, verb)))
            )
            if not (
                close or (self.opens(before) if previous is None else self._boundary_between(low, before, previous))
            ):
                break
            found.insert(0, before)
            j = before - 1
        return found

    def last_named(self, j: int) -> int:
        """*Ney, Soult and Murat (all of them marshals), were …*: the last of several names, where no apposition tells of the first; 0 for none."""
        last = j + 4
        listed = self.kinds[j : last + 1] == "N,NKN" and self.governed.keys().isdisjoint((j + 2, last))
        return last if listed and all(self._bare_name(item) for item in (j, j + 2, last)) else 0

    def _bare_name(self, item: int) -> bool:
        """*Ney*, *Michel Ney*; not *the Romanovs*, *King Louis*'s brother."""
        phrase = self.chunks[self.items[item][1]]
        return set(self.codes[phrase.first : phrase.last]) == {"M"} and not self.lower[phrase.head].endswith("s")

    def _second_of_two(self, item: int) -> bool:
        """*Lviv and Brody*: whether *and* joins a noun phrase to one right before it; not *the battle but the army*."""
        return self.kinds[item - 2 : item] == "NK" and self.word(item - 1) in _ADDITIVE

    def _of_governed(self, item: int) -> bool:
        """*On the order of Horn, the commander of the army, the 6th and 11th Corps attacked*: who Horn is, no part of the list."""
        told = self.kinds[item - 1 : item + 2] == ",NI" and item - 2 in self.governed
        head = self.word_of_head(item)
        return told and not head.endswith("s") and "person" in noun_classes().get(head, ())

    def says_list(self, previous: Draft | None, k: int) -> bool:
        """*Officials said two soldiers, a guide and a child were killed*: the list that ends at *k* begins right behind a verb of saying."""
        if previous is None or previous.kind != "V" or self.groups[previous.group].passive:
            return False
        first = self.skip_adverbs(previous.at + 1)
        listed = _LIST.fullmatch(self.kinds, first, k + 1) is not None
        return listed and self.lower[self.groups[previous.group].head] in _saying()

    def _objects_end(self, item: int, previous: Draft | None) -> bool:
        """*raided farms, mills and villages, and the militia fled*: the list of what the verb before had for objects is closed by *and*."""
        if previous is None or previous.kind != "V":
            return False
        return _CLOSED_LIST.fullmatch(self.kinds, previous.at + 1, item) is not None

    def _boundary_between(self, low: int, high: int, previous: Draft) -> bool:
        """A clause begins between the previous verb and the noun phrase; after a fronted participle or clause its comma is enough."""
        fronted = previous.kind != "V" or (previous.governor is None and previous.link in {"adverbial", "relative"})
        bounds = ",;:QTKWR" if fronted else ";:QTKWR"
        between = self.kinds[low + 1 : high]
        # *halted his advance, then Lee and Jackson defeated him*
        return ",A" in between or any(code in bounds for code in between)

    def _agree(self, before: int, k: int, verb: int | None) -> bool:
        """*were shot at Lund, Giroldi and a sergeant were …*: one person alone is no subject of a plural verb."""
        if verb is None or self.word(verb) not in PLURAL or self.kinds[before - 1] != ",":
            return False
        phrase = self.chunks[self.items[k][1]]
        one = self.lower[phrase.first] in _ONE_OF and not self.lower[phrase.head].endswith("s")
        return one and "person" in noun_classes().get(self.lower[phrase.head], ())

    def _told_off(self, low: int, high: int, previous: Draft | None) -> bool:
        """*Parliament was dissolved, Qarase and his cabinet were …*, *left on 8 May, Lee and …*: behind the comma no list goes on."""
        if self.kinds[high - 1] != "," or previous is None:
            return False
        last = self.skip_back(high - 2, low)
        return self.kinds[high - 2] == "t" or (last == low and self.groups[previous.group].passive)

    def skip_back(self, k: int, low: int) -> int:
        """Leftwards over adverbs and phrases of time."""
        while k > low and self.kinds[k] in "At":
            k -= 1
        return k

    def word_of_head(self, item: int) -> str:
        """The head noun of an item, in lower case."""
        return self.lower[self.chunks[self.items[item][1]].head]

    def comma_before(self, k: int) -> int:
        """The last comma before an item, those in parentheses that have closed left out; -1 where there is none."""
        k -= 1
        while k >= 0 and self.kinds[k] != ",":
            k = self.opening.get(k, k) - 1
        return k

    def segment_start(self, at: int, low: int) -> int:
        """The first item of the stretch between commas, conjunctions and the like in which the item stands."""
        k = at - 1
        while k > low and self.kinds[k] not in ",;:KQTW":
            k -= 1
        return k + 1 if k > low or low < 0 else at

    def word(self, k: int) -> str:
        """The first word of an item, in lower case."""
        return self.lower[self.items[k][2]]
