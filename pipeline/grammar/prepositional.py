"""Prepositional phrases: which noun phrases stand behind a preposition, coordination and lists included."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.rules.grammar import SIDES
from pipeline.rules.nouns import demonyms, noun_classes, states
from pipeline.rules.places import home_states

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.grammar.chunking import Item
    from pipeline.records import Chunk

__all__ = ["apposition_before", "governed_items", "starts_clause"]

_TITLED = 2
# What stands in parentheses, or between two commas before a verb.
_ASIDE = re.compile(r"\([^()]*\)(?=A*V|,)|,(?:[NIAgp][^,;:VTQ]*|[RW][^,;:]*),A*V")
# A phrase with a date behind it, before a comma or *and*.
_DATED = re.compile(r"NIt(?:,K?|K)$")
_PARENTHESES = re.compile(r"\([^()]*\)")
_WHERE = frozenset({"in", "at", "near", "around", "across"})
_LIST_ACTS = re.compile(r"N(?:,N)+,?KNA*V")
# From the first of two to the *and* that joins the second: phrases that hang on the first.
_OF_FIRST = re.compile(r"J?(?:[Ii][Nt](?:KN)*)+K")
_AND_BEHIND = re.compile(r"(?:A|[Ii][Nt]|,N)*,?K")
# *, and troops led by Lee attacked*: behind a comma, a participle and what hangs on it before the verb.
_REDUCED_THEN_VERB = re.compile(r"(?:A|[Ii][Nt])*[gp](?:A|t|N|[Ii][Nt]|KN)*V")
_APPOSING = frozenset({"mostly", "mainly", "chiefly", "largely", "primarily", "predominantly", "namely", "notably"})
_BODIES = frozenset({"force", "person", "materiel", "polity", "place", "facility"})
_SEVERAL = frozenset({"polity", "place"})
_TITLES = frozenset({
    "king", "queen", "emperor", "empress", "tsar", "duke", "earl", "count", "prince", "princess", "marquis", "marquess", "baron", "elector", "sultan",
    "emir", "khan", "shah", "margrave", "landgrave", "archduke", "viscount", "lord", "bishop", "archbishop", "maid", "nawab", "nizam", "raja",
    "maharaja", "sharif", "imam", "bey", "dey", "pasha",
})  # fmt: skip


def governed_items(
    items: list[Item],
    kinds: str,
    chunks: list[Chunk],
    codes: Sequence[str],
    lower: list[str],
    prepositions: dict[int, int],
) -> dict[int, int]:
    """Item → token of the preposition that governs it; the noun phrases are told to ``prepositions`` by their index.

    >>> from pipeline.records import Chunk
    >>> items, phrases = [("I", -1, 0), ("N", 0, 1), ("I", -1, 2), ("N", 1, 3)], [Chunk(1, 2, 1), Chunk(3, 4, 3)]
    >>> governed_items(items, "ININ", phrases, "IMIM", ["from", "kut", "to", "baghdad"], {})
    {1: 0, 3: 2}
    """
    governed = _Governed(items, kinds, chunks, codes, lower).read()
    for at, preposition in governed.items():
        prepositions[items[at][1]] = preposition
    return governed


class _Governed:
    """Reads the items of a sentence in order, with the preposition that governs what comes next."""

    def __init__(
        self, items: list[Item], kinds: str, chunks: list[Chunk], codes: Sequence[str], lower: list[str]
    ) -> None:
        self.items = items
        self.kinds = kinds
        self.chunks = chunks
        self.codes = codes
        self.lower = lower
        self.governed: dict[int, int] = {}
        self.preposition: int | None = None
        self.last = -1
        """The last item that it governs."""
        self.previous = ""
        """The kind of the item before, but for adverbs and genitives."""
        self.told = False
        """Whether the clause has had its verb."""
        self.outer: tuple[int, int] | None = None
        """The preposition before, and what it governs, where this one hangs on that."""
        self.between = -1
        self.partner = -1
        """Of *between*, the first of the two that it takes."""

    def read(self) -> dict[int, int]:
        """Item → token of the preposition that governs it."""
        outside: tuple[int | None, str, bool, int, int, int] | None = None
        for at, (kind, _, token) in enumerate(self.items):
            if kind in "Iq":
                hangs = self.preposition is not None and self.previous == "N" and self.last == at - 1
                self.outer = (self.preposition or 0, self.last) if hangs else None
                self.preposition = token
            elif kind in "Nt" and self.preposition is not None:
                self._phrase(at, kind, self.preposition)
            elif kind not in "K,-)S(A":
                self.preposition, self.last = None, -1
            elif kind == "(":
                held = None if self.previous in "Iq" else self.preposition
                outside = (held, self.previous, self.told, self.last, self.between, self.partner)
            elif kind == ")" and outside is not None:
                # *by the Royalists (under Goring) and the Irish*: behind an aside the list goes on.
                self.preposition, self.previous, self.told, self.last, self.between, self.partner = outside
                outside = None
                continue
            elif kind == "A" and self.previous == "," and self.lower[token] in _APPOSING:
                # *deaths of a million Afghans, mostly civilians*: what is said of them is no list.
                self.preposition, self.last = None, -1
            self.told = kind == "V" or (self.told and kind not in ";:QTW")
            if kind not in "AS":
                self.previous = kind
        return self.governed

    def _phrase(self, at: int, kind: str, preposition: int) -> None:
        """A noun phrase or time behind a preposition: whether that governs it, or the one on which it hangs does."""
        if self.previous == "," and not self.told and self._opens_subject(at):
            self.preposition, self.last = None, -1
            return
        if (dated := self._dated_before(at)) is not None:
            self.preposition = self.governed[at] = self.governed[dated]
            self.last, self.outer = at, None
            return
        joined = self._behind_preposition(at)
        if not joined and self.previous in ("K", "-"):
            joined = self._joined(at, kind, preposition)
        joined = joined or (self.previous == "," and kind == "N" and self.last == at - 2 and self._names_state(at))
        if self.partner >= 0 and self._is_second(at, kind):
            # *between the Spanish, under Morillo, and the Patriots*
            self.preposition, joined, self.partner = self.between, True, -1
        listed = self.previous == "," and self._listed(at)
        if listed and not joined and self.outer and self._is_outer(at, self.outer[1]):
            self.preposition, self.last = self.outer
        if self.preposition is None or not (joined or listed):
            self.preposition, self.last = None, -1
            return
        self.governed[at] = self.preposition
        self.last = at
        if self.lower[self.preposition] == "between" and self.previous == "I":
            self.between, self.partner = self.preposition, at

    def _opens_subject(self, at: int) -> bool:
        """*Supported by the king of Denmark, Horn, Ney and Soult attacked*: a list that waits for its verb behind a participle that opens the sentence."""
        opens = (
            self.kinds[:2] == "pI"
            and self.lower[self.items[1][2]] == "by"
            and self.kinds.count("N", 0, at) == len(self.governed)
        )
        return opens and _LIST_ACTS.match(self.kinds, at) is not None

    def _dated_before(self, at: int) -> int | None:
        """*at Lund on 1 July, Riga on 27 August, and Kiel on 9 May*: the place with a date before another that has its own; None for no such list."""
        dated = _DATED.search(self.kinds, 0, at) if self.kinds[at + 1 : at + 3] == "It" else None
        if dated is None or dated.start() not in self.governed or starts_clause(self.kinds, at):
            return None
        one, other = self._chunk(dated.start()), self._chunk(at)
        named = self.codes[one.head] == self.codes[other.head] == "M" and self.codes[other.first] == "M"
        alike = self.lower[self.items[dated.start() + 1][2]] == self.lower[self.items[at + 1][2]]
        return dated.start() if named and alike and self.lower[self.governed[dated.start()]] in _WHERE else None

    def _chunk(self, at: int) -> Chunk:
        return self.chunks[self.items[at][1]]

    def _behind_preposition(self, at: int) -> bool:
        return self.previous in "Iq" and not (self.kinds[at - 2 : at] == "NI" and self._owner_of(at))

    def _joined(self, at: int, kind: str, preposition: int) -> bool:
        """Whether *and* joins a phrase to what the preposition governs; what is unlike may join what that hangs on."""
        own, last = self._chunk(at), self.last
        before = self._chunk(last) if last >= 0 else None
        alike = before is None or kind == "t" or self._alike(before, own)
        begins = starts_clause(self.kinds, at)
        word = self.lower[preposition]
        if self.told and self.lower[self.items[at - 1][2]] == "but" and _LIST_ACTS.match(self.kinds, at):
            # *fled after the battle but the army, the settlers, and their allies pursued them*
            return False
        if apposition_before(self.kinds, at) and self._titled(at):
            # *Leopold, Duke of Austria, and King Philip sailed*: the list goes on that the name began.
            outer = self.governed.get(at - 7)
            if outer is not None:
                self.preposition, self.last = outer, at - 7
            return outer is not None
        # Before the first verb of a clause no other clause can begin: what is unlike joins what the preposition hangs on.
        joined = not ((begins and self.told) or self._behind_time(at)) and (
            alike or not (begins or word == "of" or self.kinds[at - 2 : at] == ",K")
        )
        joined = joined or (word == "between" and 0 <= last == self._first_of(preposition))
        # *killed 22 people including the minister, many officers, and sentinels*
        # *politicians, including the mayor and a judge were arrested*: what is included has no verb before the others have theirs.
        apart = self.told or self.kinds[at - 2 : at] == ",K"
        joined = joined or not {"including": begins and apart, "with": self.told}.get(word, True)
        if self._parallel(at, preposition):
            # *Bohemond of Antioch and Raymond of Tripoli*
            self.preposition, self.last = self.outer or (None, -1)
        elif (
            joined and not alike and word != "between" and self.outer and self._kindred(self._chunk(self.outer[1]), own)
        ):
            # *by Dutch troops under Maurice and English troops*
            self.preposition, self.last = self.outer
        return joined

    def _titled(self, at: int) -> bool:
        """Whether what stands between the commas before ``, and`` is the title of the name before it."""
        name, title, own = self._chunk(at - 7), self._chunk(at - 5), self._chunk(at)
        named = self.codes[name.head] == "M" and self.codes[title.first] not in "PC"
        word = self.lower[title.head]
        titled = word in _TITLES or (not word.endswith("s") and "person" in noun_classes().get(word, ()))
        return named and titled and self.codes[own.head] == "M"

    def _is_second(self, at: int, kind: str) -> bool:
        """Whether a phrase is the second of the two that *between* takes, with an aside before it or what hangs on the first."""
        if self.preposition is None or self.lower[self.preposition] == "between":
            return False
        aside = self.kinds[at - 2 : at] == ",K" and self.kinds[self.partner + 1 : self.partner + 3] in (
            ",I",
            ",p",
            ",V",
        )
        return aside or (kind == "N" and self._waits() and self._joins_first(at))

    def _waits(self) -> bool:
        """Whether *between* has only one of its two so far."""
        return list(self.governed.values()).count(self.between) == 1

    def _joins_first(self, at: int) -> bool:
        """*between the army loyal to the king and the rebels*: what the one *and* joins, not to what stands right before."""
        # *between the kings of Lund and Riga and the pope*: a later one may join the two.
        last = _OF_FIRST.fullmatch(self.kinds, self.partner + 1, at) and not _AND_BEHIND.match(self.kinds, at + 1)
        return bool(last) and not (self.told and starts_clause(self.kinds, at))

    def _listed(self, at: int) -> bool:
        """*talks between Egypt, Syria and Israel*, but *between May and July, Danes and Swedes …*."""
        if self.last == at - 2 and (self._apposed(at) or self.items[self.last][0] == "t"):
            # *In 1916, two leaders, Pearse and Clarke, …*: behind a time no list of others goes on.
            return False
        return _in_list(
            self.kinds,
            at,
            open_ended=self.preposition == self.between
            and not self.told
            and set(self.kinds[max(self.partner, 0) : at]) <= {"N", ","},
            counted=self.preposition is not None
            and (self._of_several() or self._leaves_waiting(at) or self._where(at)),
        )

    def _where(self, at: int) -> bool:
        """*The castles in Poland, Saxony and Bohemia fell*: bare names that say where something is, before the first verb."""
        if self.preposition is None or self.told or self.lower[self.preposition] not in _WHERE or self.last < 1:
            return False
        first = self._first_of(self.preposition)
        thing = self.items[first - 2] if first > 1 else None
        end = at
        while self.kinds[end + 1 : end + 3] == ",N":
            end += 2
        end += 2 + (self.kinds[end + 1 : end + 2] == ",")
        named = [self.last, *range(at, min(end, len(self.items) - 1) + 1)]
        chunks = [self._chunk(k) for k in named if self.kinds[k] == "N"]
        bare = all(code == "M" for chunk in chunks for code in self.codes[chunk.first : chunk.last])
        noun = thing is not None and thing[0] == "N" and self.codes[self.chunks[thing[1]].head] == "N"
        # *Following an attack on the barracks at Pleiku, A, B and C began*: a phrase of its own opens the sentence.
        free = self.lower[self.governed.get(first - 2, 0)] == "of" or first - 2 not in self.governed
        return noun and bare and free

    def _owner_of(self, at: int) -> bool:
        """*the Duke of Alba's pikemen*: the pikemen are spoken of, not the duke."""
        items, own = self.items, self._chunk(at)
        if (
            at < _TITLED
            or items[at - 1][0] != "I"
            or items[at - _TITLED][0] != "N"
            or "S" not in self.codes[own.first : own.head]
        ):
            return False
        title = self._chunk(at - _TITLED).head
        return self.lower[items[at - 1][2]] == "of" and self.lower[title] in _TITLES

    def _apposed(self, at: int) -> bool:
        """*by Boumediene, his former ally and minister*: what a name is; not *by Tilly, his son and 300 men*, *by Ney, the guard and the dragoons*."""
        codes, lower = self.codes, self.lower
        own, name = self._chunk(at), self._chunk(at - 2)
        if (
            codes[name.head] != "M"
            or self.kinds[at + 1 : at + 3] != "KN"
            or codes[own.head] != "N"
            or lower[own.head].endswith("s")
        ):
            return False
        opened, behind = codes[own.first] == "P" or lower[own.first] in {"a", "an"}, self._chunk(at + 2)
        return opened and not self._begins(behind) and codes[behind.head] == "N"

    def _alike(self, one: Chunk, other: Chunk) -> bool:
        """*of Spain and Portugal*, *in the towns and the villages*; not *of artillery and 300 men*, *in Corsica and the fleet*."""
        codes, lower = self.codes, self.lower
        named = codes[one.head] == "M"
        if lower[one.head] in SIDES and lower[other.head] in SIDES:
            # *from the north and north east*
            return True
        if named and lower[other.head] == "others" and codes[other.first] == "C":
            # *led by Nzeogwu and four others*; but *fled into the woods, and others surrendered*
            return True
        if named and codes[other.first] == "M" and "place" in noun_classes().get(lower[other.head], ()):
            # *of Sistan and Baluchestan province*
            return True
        if named and self._of_peoples(one, other):
            return True
        return named == (codes[other.head] == "M") and (named or self._begins(one) == self._begins(other))

    def _of_peoples(self, one: Chunk, other: Chunk) -> bool:
        """*of the French and British troops*: the adjectives of two peoples that share the noun."""
        words = {self.lower[one.head], self.lower[other.first]}
        return words <= demonyms() and not any(word.endswith("s") for word in words) and other.head > other.first

    def _parallel(self, at: int, preposition: int) -> bool:
        """Whether a preposition stands behind a phrase as it stood behind the one before: *the Austrians at Marengo and the Russians at Friedland*."""
        items, lower, codes = self.items, self.lower, self.codes
        if self.kinds[at - 4 : at + 2] != "NINKNI" or lower[items[at + 1][2]] != lower[preposition]:
            return False
        one, other = self._chunk(at - 4), self.chunks[items[at][1]]
        alike = codes[one.head] == codes[other.head] and self._begins(one) == self._begins(other)
        same = items[at - 3][2] == preposition
        return alike and same and (lower[preposition] != "of" or codes[one.head] == "M")

    def _is_outer(self, at: int, outer: int) -> bool:
        """*against the settlers in Kenya, the British Army and the Kenya Regiment*: what goes on the list of people behind a place."""
        classes = noun_classes()
        whole, place, own = (self._chunk(i) for i in (outer, self.last, at))
        people = not any(_BODIES.isdisjoint(classes.get(self.lower[chunk.head], ())) for chunk in (whole, own))
        return self.last >= 0 and people and self.codes[place.first] == "M" and self.codes[own.first] == "D"

    def _kindred(self, one: Chunk, other: Chunk) -> bool:
        """*Dutch troops* and *English infantry*: alike, and of one class."""
        classes, lower = noun_classes(), self.lower
        shared = classes.get(lower[one.head], frozenset()) & classes.get(lower[other.head], frozenset())
        return not shared.isdisjoint(_BODIES) and self._alike(one, other)

    def _begins(self, chunk: Chunk) -> str:
        """The code of the determiner, possessive or number that begins the phrase, or an empty text."""
        first = chunk.first + (self.codes[chunk.first] == "A" and chunk.first < chunk.head)
        return self.codes[first] if self.codes[first] in "DPC" else ""

    def _names_state(self, at: int) -> bool:
        """*to Richmond, Kentucky, on 29 August*: the state that a town lies in, a bare name between commas."""
        codes = self.codes
        own, before = self._chunk(at), self._chunk(at - 2)
        if self.kinds[max(0, at - 5) : at] == ",NIN,":
            # *Australia, the Republic of Korea, Thailand, and …*: a list goes on.
            return False
        # *of the Russian Empire, Azerbaijan*: what has an article is no town.
        named = set(codes[own.first : own.last]) == {"M"} and codes[before.head] == "M" and codes[before.first] != "D"
        return named and (self.kinds[at + 1 : at + 2] in (",", ".", ")", "") or self._holds_town(at, before))

    def _holds_town(self, at: int, town: Chunk) -> bool:
        """*Soldiers from Dallas, Texas landed*: whether the state before a verb is that of the town, for another phrase waits for the verb."""
        if self.told or self.kinds[at - 4 : at + 2] not in ("NIN,NV", "NIN,NA") or at - 4 in self.governed:
            return False
        own = self._chunk(at)
        text = " ".join(self.lower[own.first : own.last])
        return (text in states() or text in home_states()) and self.lower[town.head] not in states()

    def _first_of(self, preposition: int) -> int:
        """The first item that a preposition governs: *between* takes two."""
        return min((item for item, token in self.governed.items() if token == preposition), default=self.last)

    def _of_several(self) -> bool:
        """*troops in the towns of Lund, Riga and Narva mutinied*: the names that a noun of several places announces, not who did it."""
        items, kinds, lower, last = self.items, self.kinds, self.lower, self.last
        while kinds[last - 1 : last + 1] == ",N":
            last -= 2
        if kinds[last - 2 : last + 1] != "NIN" or lower[items[last - 1][2]] != "of":
            return False
        several, name = lower[self._chunk(last - 2).head], self._chunk(last)
        places = several.endswith("s") and not _SEVERAL.isdisjoint(noun_classes().get(several, ()))
        return places and self.codes[name.head] == "M"

    def _leaves_waiting(self, at: int) -> bool:
        """*troops of Austria, Russia and Sweden attacked*, *an army led by Ney, Soult and Murat fled*: the list hangs on what waits for its verb."""
        kinds, first = self.kinds, self.last
        while kinds[first - 1 : first + 1] == ",N":
            first -= 2
        reduced = kinds[max(first - 2, 0)] in "pg"
        whole = first - 2 - reduced
        if self.told or whole < 0 or kinds[first - 1] != "I" or kinds[whole] != "N" or whole in self.governed:
            return False
        if kinds[max(whole - 1, 0)] in "Vgpi" or not self._alike(self._chunk(first), self._chunk(self._last_of(at))):
            # *To relieve troops besieged in Lund, Ney and Murat marched*; *guards under Ney, the militia, and volunteers fled*
            return False
        # *The Duke of Alba, Philip and William met*, *soldiers of the king, Cossacks and Tatars attacked*: a list of its own.
        head = self._chunk(whole).head
        several = self.lower[head].endswith("s") or "force" in noun_classes().get(self.lower[head], ())
        told_of = reduced or (self.codes[head] == "N" and several)
        one, other = self._chunk(first), self._chunk(at)
        # *The garrison of Riga, the Danes and the Saxons fled*: no list of names that *of* begins.
        return (
            told_of and self._alike(one, other) and (self.codes[one.first] == "D") == (self.codes[other.first] == "D")
        )

    def _last_of(self, at: int) -> int:
        """The last of the phrases that commas and *and* join to one."""
        while (joined := re.match(r",?KN|,N", self.kinds[at + 1 : at + 4])) is not None:
            at += joined.end()
        return at

    def _behind_time(self, at: int) -> bool:
        """*beat the Tatars on 18 July and the Vizier on 1 August*: whoever stands behind a date is no date; not *and the siege of Riga*, a further deed."""
        behind = self.items[at][0] == "N" and self.last == at - 2 and self.items[self.last][0] == "t"
        head = self.lower[self._chunk(at).head]
        return behind and "event" not in noun_classes().get(head, ())


def _in_list(kinds: str, at: int, *, open_ended: bool, counted: bool) -> bool:
    """After a comma: *in A, B and C* (a list that *and* closes before any verb)."""
    if open_ended and kinds[at + 1 : at + 2] in ("K", ","):
        return True
    if "(" in kinds[at + 1 :]:
        # *in Japan (8 December), Italy (11 December) and Romania (19 December)*
        kinds = kinds[: at + 1] + _PARENTHESES.sub("", kinds[at + 1 :])
    rest = kinds[at + 1 :]
    k = 0
    while k < len(rest) and rest[k] in "N,":
        k += 1
    # *in tanks, trucks and on motorcycles*: the last of the list may repeat the preposition.
    joined = rest[k : k + 1] == "K" and rest[k + 1 : k + 2] in ("N", "I")
    return joined and (counted or not starts_clause(kinds, at + 2 + k))


def apposition_before(kinds: str, at: int) -> bool:
    """Whether before a phrase stand a name, what may be its title between commas, and *and* (*Leopold, Duke of Austria, and …*)."""
    return kinds[at - 7 : at] == "N,NIN,K"


def starts_clause(kinds: str, at: int) -> bool:
    """A finite verb follows the noun phrase, its own prepositional phrases and adverbs in between."""
    if kinds[at - 2 : at] == ",K" and _REDUCED_THEN_VERB.match(kinds, at + 1):
        return True
    k = at + 1
    while k < len(kinds):
        if kinds[k] == "A" or kinds[k : k + 2] == "JI":
            # *units loyal to the king fled*
            k += 1
        elif kinds[k] in "(," and (aside := _ASIDE.match(kinds, k)):
            # *and the governor, Lord Grey, was killed*; *and the guards (two battalions) fled*
            if kinds[k] == ",":
                return True
            k = aside.end()
        elif (kinds[k] == "I" and k + 1 < len(kinds) and kinds[k + 1] in "Nt") or (
            kinds[k] == "K" and k + 1 < len(kinds) and kinds[k + 1] == "N"
        ):
            k += 2
        else:
            break
    return k < len(kinds) and kinds[k] == "V"
