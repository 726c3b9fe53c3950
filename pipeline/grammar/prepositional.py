"""Prepositional phrases: which noun phrases stand behind a preposition, coordination and lists included."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.rules.nouns import noun_classes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.grammar.chunking import Item
    from pipeline.records import Chunk

__all__ = ["governed_items"]

_TITLED = 2
# What stands in parentheses, or between two commas before a verb.
_ASIDE = re.compile(r"\([^()]*\)(?=A*V|,)|,(?:[NIAgp][^,;:VTQ]*|[RW][^,;:]*),A*V")
# From the first of two to the *and* that joins the second: phrases that hang on the first.
_OF_FIRST = re.compile(r"J?(?:[Ii][Nt](?:KN)*)+K")
_AND_BEHIND = re.compile(r"(?:A|[Ii][Nt]|,N)*,?K")
_APPOSING = frozenset({"mostly", "mainly", "chiefly", "largely", "primarily", "predominantly", "namely", "notably"})
_SIDES = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "left", "right", "front", "rear"})  # fmt: skip
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
    governed: dict[int, int] = {}
    preposition: int | None = None
    previous, told, last, between, partner = "", False, -1, -1, -1
    outer: tuple[int, int] | None = None
    outside: tuple[int | None, str, bool, int, int, int] | None = None
    for at, (kind, index, token) in enumerate(items):
        if kind in "Iq":
            # What the preposition before governs, where this one hangs on it.
            outer = (preposition, last) if preposition is not None and previous == "N" and last == at - 1 else None
            preposition = token
        elif kind in "Nt" and preposition is not None:
            joined = previous in "Iq" and not (
                kinds[at - 2 : at] == "NI" and _owner_of(items, at, chunks, codes, lower)
            )
            if not joined and previous in ("K", "-"):
                alike = last < 0 or kind == "t" or _alike(chunks[items[last][1]], chunks[index], codes, lower)
                begins = starts_clause(kinds, at)
                # Before the first verb of a clause no other clause can begin: what is unlike joins what the preposition hangs on.
                joined = not ((begins and told) or _behind_time(items, at, last, chunks, lower)) and (
                    alike or not (begins or lower[preposition] == "of" or kinds[at - 2 : at] == ",K")
                )
                joined = joined or (
                    lower[preposition] == "between" and 0 <= last == _partner(governed, last, preposition)
                )
                joined = joined or (lower[preposition] == "with" and not told)
                unlike = joined and not alike and lower[preposition] != "between"
                if _parallel(items, kinds, at, chunks, codes, lower, preposition):
                    # *Bohemond of Antioch and Raymond of Tripoli*
                    preposition, last = outer or (None, -1)
                elif unlike and outer and _kindred(chunks[items[outer[1]][1]], chunks[index], codes, lower):
                    # *by Dutch troops under Maurice and English troops*
                    preposition, last = outer
            # *to Richmond, Kentucky, on 29 August*: the state that a town lies in.
            joined = joined or (
                previous == "," and kind == "N" and last == at - 2 and _names_state(items, kinds, at, chunks, codes)
            )
            second = partner >= 0 and (
                (kinds[at - 2 : at] == ",K" and kinds[partner + 1 : partner + 3] in (",I", ",p", ",V"))
                or (kind == "N" and _waits(governed, between) and _is_second(kinds, at, partner, told=told))
            )
            if second and preposition is not None and lower[preposition] != "between":
                # *between the Spanish, under Morillo, and the Patriots*
                preposition, joined, partner = between, True, -1
            # *talks between Egypt, Syria and Israel*, but *between May and July, Danes and Swedes …*
            listed = (
                previous == ","
                and not (last == at - 2 and _apposed(items, kinds, at, chunks, codes, lower))
                and _in_list(
                    kinds,
                    at,
                    open_ended=preposition == between and not told and set(kinds[max(partner, 0) : at]) <= {"N", ","},
                    counted=preposition is not None and _of_several(items, kinds, last, chunks, codes, lower),
                )
            )
            if listed and not joined and outer and _is_outer(items, at, last, outer[1], chunks, codes, lower):
                preposition, last = outer
            if preposition is not None and (joined or listed):
                governed[at] = preposition
                prepositions[index] = preposition
                last = at
                if lower[preposition] == "between" and previous == "I":
                    between, partner = preposition, at
            else:
                preposition, last = None, -1
        elif kind == "(":
            outside = (None if previous in "Iq" else preposition, previous, told, last, between, partner)
        elif kind == ")" and outside is not None:
            # *by the Royalists (under Goring) and the Irish*: behind an aside the list goes on.
            preposition, previous, told, last, between, partner = outside
            outside = None
            continue
        elif kind == "A" and not (previous == "," and lower[token] in _APPOSING):
            # *deaths of a million Afghans, mostly civilians*: what is said of them is no list.
            pass
        elif kind not in "K,-)S":
            preposition, last = None, -1
        told = kind == "V" or (told and kind not in ";:QTW")
        if kind not in "AS":
            previous = kind
    return governed


def _owner_of(items: list[Item], at: int, chunks: list[Chunk], codes: Sequence[str], lower: list[str]) -> bool:
    """*the Duke of Alba's pikemen*: the pikemen are spoken of, not the duke."""
    own = chunks[items[at][1]]
    if (
        at < _TITLED
        or items[at - 1][0] != "I"
        or items[at - _TITLED][0] != "N"
        or "S" not in codes[own.first : own.head]
    ):
        return False
    title = chunks[items[at - _TITLED][1]].head
    return lower[items[at - 1][2]] == "of" and lower[title] in _TITLES


def _apposed(
    items: list[Item], kinds: str, at: int, chunks: list[Chunk], codes: Sequence[str], lower: list[str]
) -> bool:
    """*by Boumediene, his former ally and minister*: what a name is; not *by Tilly, his son and 300 men*, *by Ney, the guard and the dragoons*."""
    own, name = chunks[items[at][1]], chunks[items[at - 2][1]]
    if (
        codes[name.head] != "M"
        or kinds[at + 1 : at + 3] != "KN"
        or codes[own.head] != "N"
        or lower[own.head].endswith("s")
    ):
        return False
    opened = codes[own.first] == "P" or lower[own.first] in {"a", "an"}
    return opened and not _begins(chunks[items[at + 2][1]], codes) and codes[chunks[items[at + 2][1]].head] == "N"


def _alike(one: Chunk, other: Chunk, codes: Sequence[str], lower: list[str]) -> bool:
    """*of Spain and Portugal*, *in the towns and the villages*; not *of artillery and 300 men*, *in Corsica and the fleet*."""
    named = codes[one.head] == "M"
    if lower[one.head] in _SIDES and lower[other.head] in _SIDES:
        # *from the north and north east*
        return True
    if named and lower[other.head] == "others" and codes[other.first] == "C":
        # *led by Nzeogwu and four others*; but *fled into the woods, and others surrendered*
        return True
    if named and codes[other.first] == "M" and "place" in noun_classes().get(lower[other.head], ()):
        # *of Sistan and Baluchestan province*
        return True
    return named == (codes[other.head] == "M") and (named or _begins(one, codes) == _begins(other, codes))


def _parallel(
    items: list[Item],
    kinds: str,
    at: int,
    chunks: list[Chunk],
    codes: Sequence[str],
    lower: list[str],
    preposition: int,
) -> bool:
    """Whether a preposition stands behind a phrase as it stood behind the one before: *the Austrians at Marengo and the Russians at Friedland*."""
    if kinds[at - 4 : at + 2] != "NINKNI" or lower[items[at + 1][2]] != lower[preposition]:
        return False
    one, other = chunks[items[at - 4][1]], chunks[items[at][1]]
    alike = codes[one.head] == codes[other.head] and _begins(one, codes) == _begins(other, codes)
    return alike and items[at - 3][2] == preposition and (lower[preposition] != "of" or codes[one.head] == "M")


def _is_outer(
    items: list[Item], at: int, last: int, outer: int, chunks: list[Chunk], codes: Sequence[str], lower: list[str]
) -> bool:
    """*against the settlers in Kenya, the British Army and the Kenya Regiment*: what goes on the list of people behind a place."""
    classes = noun_classes()
    whole, place, own = (chunks[items[i][1]] for i in (outer, last, at))
    people = not any(_BODIES.isdisjoint(classes.get(lower[chunk.head], ())) for chunk in (whole, own))
    return last >= 0 and people and codes[place.first] == "M" and codes[own.first] == "D"


def _kindred(one: Chunk, other: Chunk, codes: Sequence[str], lower: list[str]) -> bool:
    """*Dutch troops* and *English infantry*: alike, and of one class."""
    shared = noun_classes().get(lower[one.head], frozenset()) & noun_classes().get(lower[other.head], frozenset())
    return not shared.isdisjoint(_BODIES) and _alike(one, other, codes, lower)


def _begins(chunk: Chunk, codes: Sequence[str]) -> str:
    """The code of the determiner, possessive or number that begins the phrase, or an empty text."""
    first = chunk.first + (codes[chunk.first] == "A" and chunk.first < chunk.head)
    return codes[first] if codes[first] in "DPC" else ""


def _names_state(items: list[Item], kinds: str, at: int, chunks: list[Chunk], codes: Sequence[str]) -> bool:
    """A bare name between commas, right after a name that the preposition governs."""
    own, before = chunks[items[at][1]], chunks[items[at - 2][1]]
    if kinds[max(0, at - 5) : at] == ",NIN,":
        # *Australia, the Republic of Korea, Thailand, and …*: a list goes on.
        return False
    # *of the Russian Empire, Azerbaijan*: what has an article is no town.
    named = set(codes[own.first : own.last]) == {"M"} and codes[before.head] == "M" and codes[before.first] != "D"
    return named and kinds[at + 1 : at + 2] in (",", ".", ")", "")


def _partner(governed: dict[int, int], last: int, preposition: int) -> int:
    """The first item that a preposition governs: *between* takes two."""
    return min((item for item, token in governed.items() if token == preposition), default=last)


def _waits(governed: dict[int, int], between: int) -> bool:
    """Whether *between* has only one of its two so far."""
    return list(governed.values()).count(between) == 1


def _is_second(kinds: str, at: int, partner: int, *, told: bool) -> bool:
    """*between the army loyal to the king and the rebels*: what the one *and* joins, not to what stands right before."""
    # *between the kings of Lund and Riga and the pope*: a later one may join the two.
    last = _OF_FIRST.fullmatch(kinds, partner + 1, at) is not None and not _AND_BEHIND.match(kinds, at + 1)
    return last and not (told and starts_clause(kinds, at))


def _of_several(
    items: list[Item], kinds: str, last: int, chunks: list[Chunk], codes: Sequence[str], lower: list[str]
) -> bool:
    """*troops in the towns of Lund, Riga and Narva mutinied*: the names that a noun of several places announces, not who did it."""
    while kinds[last - 1 : last + 1] == ",N":
        last -= 2
    if kinds[last - 2 : last + 1] != "NIN" or lower[items[last - 1][2]] != "of":
        return False
    several, name = lower[chunks[items[last - 2][1]].head], chunks[items[last][1]]
    places = several.endswith("s") and not _SEVERAL.isdisjoint(noun_classes().get(several, ()))
    return places and codes[name.head] == "M"


def _in_list(kinds: str, at: int, *, open_ended: bool, counted: bool) -> bool:
    """After a comma: *in A, B and C* (a list that *and* closes before any verb)."""
    if open_ended and kinds[at + 1 : at + 2] in ("K", ","):
        return True
    rest = kinds[at + 1 :]
    k = 0
    while k < len(rest) and rest[k] in "N,":
        k += 1
    # *in tanks, trucks and on motorcycles*: the last of the list may repeat the preposition.
    joined = rest[k : k + 1] == "K" and rest[k + 1 : k + 2] in ("N", "I")
    return joined and (counted or not starts_clause(kinds, at + 2 + k))


def _behind_time(items: list[Item], at: int, last: int, chunks: list[Chunk], lower: list[str]) -> bool:
    """*beat the Tatars on 18 July and the Vizier on 1 August*: whoever stands behind a date is no date; not *and the siege of Riga*, a further deed."""
    behind = items[at][0] == "N" and last == at - 2 and items[last][0] == "t"
    return behind and "event" not in noun_classes().get(lower[chunks[items[at][1]].head], ())


def starts_clause(kinds: str, at: int) -> bool:
    """A finite verb follows the noun phrase, its own prepositional phrases and adverbs in between."""
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
