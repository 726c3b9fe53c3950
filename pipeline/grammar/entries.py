"""Entries of a chronicle: sentences that open with their date, and tell in the present what others tell in the past.

*5 June – Pretoria falls* has no word that must be a verb; as a sentence needs one, the word that can be one beside its subject is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.records import Tokens
from pipeline.rules.grammar import PARTICLES, verbs
from pipeline.rules.nouns import demonyms, noun_classes

__all__ = ["find_entries", "settle_presents"]

_DATE = r"(?:C,C?t|C?tC?|a|C|N(?=[-:]))(?:,?a)?"
_OPENING = re.compile(rf'["(]*(?P<on>I?)(?P<date>{_DATE}(?:-{_DATE})?(?:\([Cta,-]+\))?)(?P<off>[-:,]?)')
_MAY_OPEN = '"(ICtaN'
"""Codes with which such a sentence begins."""
_YEAR = re.compile(r"\d{3,4}$|\d{4}[-–]\d{2,4}$")
_PARTS = re.compile(r"[;:WQ-]|K(?=[DPMC])")
_FINITE = re.compile(r"\W*q?[^RWTYQq]*?(?:[BHFLE]|(?<!K)Z|(?<![iUFK])V)")
"""A verb that no relative word or subordinator stands before; *and execute*, *and injures* go on another."""
_PAST = "L"
_ANY_FINITE = re.compile(r"[BHFXZLEU]|(?<!i)V")
_AT_ITS_END = re.compile(r"[RWTYQq][^,;]*\Z")
"""A relative clause or one with a subordinator with which a sentence ends (*since the revolt began*)."""
_INSERTED = re.compile(r"(?P<subject>.*[MN]),I[^,BHFZLEV]*,\Z")
"""A subject with a phrase between commas behind it (*British forces, under a UN mandate,*)."""
_FULL_STOP = "."
_SHORTEST = 4
"""Tokens of a sentence, its full stop too, that needs a verb: less is a caption."""
_BEFALLEN = re.compile(r"[^BHFZLEVGgRWTYQK]*[NMJ)](?P<verb>[LEV])[IqK.,;)]")
_CUTS = re.compile(r"[;:]|K(?=[DPMCNJ])")
_WITH_PARTICLE = frozenset(
    {
        "put",
        "shot",
        "blown",
        "called",
        "broken",
        "driven",
        "beaten",
        "brought",
        "gunned",
        "wiped",
        "cut",
        "carried",
        "drawn",
    }
)
_BEFALLS = frozenset(
    {
        "wounded", "injured", "killed", "signed", "captured", "arrested", "assassinated", "murdered", "executed", "released", "displaced", "elected", "appointed",
        "founded", "established", "launched", "held", "imposed", "proclaimed", "announced", "hanged", "deposed", "ousted", "overthrown", "freed", "destroyed",
        "sunk", "damaged", "taken", "recaptured", "besieged", "liberated", "annexed", "ceded", "ratified", "abolished", "dissolved", "banned", "deported",
        "expelled", "exiled", "occupied", "declared", "kidnapped", "abducted", "massacred", "lifted", "restored", "repulsed", "defeated", "crushed",
        "suppressed", "shelled", "bombed", "evacuated", "imprisoned", "jailed", "sentenced", "reelected", "re-elected", "beheaded", "concluded", "agreed",
        "brokered", "overrun", "repelled", "rescued", "detained", "sacked", "burned", "looted", "stormed", "toppled", "attacked", "ambushed", "lost", "routed", "invaded", "adopted", "approved", "lynched", "torpedoed", "rammed",
        "shot", "unveiled", "reinstated", "outlawed", "suspended", "paralysed", "paralyzed", "blockaded", "withdrawn", "called", "opened", "sworn",
    }
)  # fmt: skip
"""What is said so of whom it befell: *1990 – Kumaratunga wounded in an attack*."""
_SET_OFF = ("-", ":")
_DOERS = frozenset({"force", "person", "polity", "place"})
_STRIKING = frozenset({"event", "munition", "materiel", "ship"})
_OBJECTS = frozenset("DPMCO")
_AMOUNTS = frozenset({"more", "about", "nearly", "almost", "around", "over", "some", "at", "up", "fewer", "roughly"})
_ENDS = frozenset("IA.,;)(Ki")
_ANEW = frozenset("RWTYQq;:")
_PRESENT = re.compile(r"Z|[NMO]V")
_PASTS = frozenset({"was", "were", "had", "did"})
_MOVERS = (
    "march", "advance", "retreat", "return", "withdraw", "flee", "escape", "land", "sail", "move", "cross", "fall", "fight", "push", "break", "pull",
    "head", "ride", "rush", "surrender", "revolt", "rebel", "attack", "charge", "turn", "pass", "leave", "run", "slip", "go", "camp", "encamp", "join",
)  # fmt: skip


def find_entries(line: str, tokens: Tokens) -> dict[int, int]:
    """First token of each sentence that opens with its date → the token behind the date and what sets it off.

    Handled: *5 June –*, *11 October 1899:*, *1453:*, *June–July –*, *On 5 June*, *In May 1940*. A bare number opens none. What follows in
    the paragraph of an entry in the present goes on with it; there the token is the first of the sentence.

    >>> from pipeline.cleaning import clean
    >>> from pipeline.grammar.tagging import codes_of
    >>> from pipeline.records import Document
    >>> from pipeline.sentences import split
    >>> tokens = split(clean(Document("a", "5 June – Pretoria falls.")))
    >>> find_entries("".join(codes_of(tokens)), tokens)
    {0: 3}
    """
    found, going_on = {}, -1
    for sentence in tokens.sentences:
        may_open = line[sentence.first : sentence.first + 1] in _MAY_OPEN
        match = _OPENING.match(line, sentence.first, sentence.last) if may_open else None
        if match is not None and _is_date(match, tokens.words):
            found[sentence.first] = match.end()
            if match["off"] in _SET_OFF and not _told_in_past(line, match.end(), sentence.last):
                going_on = sentence.paragraph
        elif sentence.paragraph == going_on:
            found[sentence.first] = sentence.first
    return found


def _is_date(match: re.Match[str], words: list[str]) -> bool:
    """Whether what opens a sentence is a month, a year behind *in*, or a year that a dash or colon follows."""
    if "t" in match["date"] or ("a" in match["date"] and match["on"]):
        return True
    return match["off"] in _SET_OFF and _YEAR.match(words[match.start("date")]) is not None


def settle_presents(codes: list[str], ambiguous: list[str], tokens: Tokens) -> None:
    """Makes verbs of the nouns that are the only ones that can be, part by part of each entry; ``ambiguous``: the codes before context."""
    line = "".join(codes)
    ends = {sentence.first: sentence.last for sentence in tokens.sentences}
    in_present = find_entries(line, tokens) | _without_verbs(line, tokens) | _in_present(line, tokens)
    for first, start in in_present.items():
        if line[first:start] in ("C-", "C:"):
            # *1415 – Portugal conquers Ceuta*
            codes[first] = "a"
        if start > first and line[start - 1] == "-":
            codes[start - 1] = ":"
        if start == first or line[start - 1] in _SET_OFF:
            _settle_befallen(codes, line, tokens.lower, start, ends[first])
        if _told_in_past(line, start, ends[first]):
            continue
        for low, high in _verbless(line, start, ends[first]):
            first_told = ""
            for at in range(low + 1, high):
                if codes[at] != "N" or ambiguous[at] not in "xy":
                    continue
                if first_told:
                    told = ambiguous[at] == first_told and codes[at - 1] == "," and codes[at + 1] in _OBJECTS
                else:
                    told = _tells(codes, tokens.lower, ambiguous[at], at, low)
                if told:
                    first_told = ambiguous[at]
                    codes[at] = "Z" if first_told == "y" else "V"
        _settle_sequels(codes, ambiguous, tokens.lower, start, ends[first])


def _settle_sequels(codes: list[str], ambiguous: list[str], lower: list[str], start: int, end: int) -> None:
    """Makes verbs of what is joined to a present: *defects and flies to Britain*, *rallies his men, fights through and takes Lund*."""
    told = False
    for at in range(start + 1, end - 1):
        told = (told or codes[at - 1] == "Z") and codes[at - 1] not in _ANEW
        if not told or ambiguous[at] != "y" or codes[at] != "N":
            continue
        before = at - 1 - (codes[at - 1] == "A")
        closed = codes[before] == "," and "K" in codes[at:end]
        if not (codes[before] == "K" or closed):
            continue
        following = codes[at + 1]
        at_once = codes[before - 1] == "Z" and ambiguous[at + 1] not in "xyVZ"
        if at_once or following in _OBJECTS or (following in "IA" and lower[at] in _going()):
            codes[at] = "Z"


@cache
def _going() -> frozenset[str]:
    """The third person of verbs that have phrases behind them (*returns to Riga*, *fights through the blockade*)."""
    return frozenset(verbs()[lemma].third for lemma in _MOVERS if lemma in verbs())


def _in_present(line: str, tokens: Tokens) -> dict[int, int]:
    """The sentences of prose that are told in the present, first token → first token (*Horn attacks Lund and defeats the Danes.*)."""
    found = {}
    for s in tokens.sentences:
        codes = line[s.first : s.last]
        if s.kind != "prose" or "L" in codes or not _PRESENT.search(codes):
            continue
        if _PASTS.isdisjoint(tokens.words_of(s)):
            found[s.first] = s.first
    return found


def _told_in_past(line: str, start: int, end: int) -> bool:
    """Whether a past tense stands in a sentence, before what it ends with."""
    return _PAST in _AT_ITS_END.sub("", line[start:end])


def _without_verbs(line: str, tokens: Tokens) -> dict[int, int]:
    """The sentences of prose without any finite verb, first token → first token (*The two armies meet at Mohács.*)."""
    return {
        s.first: s.first
        for s in tokens.sentences
        if s.kind == "prose"
        and s.last - s.first >= _SHORTEST
        and line[s.last - 1] == _FULL_STOP
        and not _ANY_FINITE.search(line, s.first, s.last)
    }


def _settle_befallen(codes: list[str], line: str, lower: list[str], start: int, end: int) -> None:
    """Makes participles of what befell somebody, part by part: *Gandhi killed by a bomber; opposition leaders jailed*."""
    low = start
    for cut in (*(match.start() for match in _CUTS.finditer(line, start, end)), end):
        if befallen := _BEFALLEN.match(line, low, min(cut + 1, end)):
            at = befallen.start("verb")
            behind = lower[at + 1]
            particle = behind in PARTICLES and lower[at] in _WITH_PARTICLE
            if behind == "by" or lower[at] in _BEFALLS or particle:
                codes[at] = "p"
        low = cut + 1


def _verbless(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a sentence that have no finite verb; names joined by *and* stay together."""
    cuts = [match.start() for match in _PARTS.finditer(line, start, end)]
    low = start
    for cut in (*cuts, end):
        told = _FINITE.match(line, low, cut)
        if line[cut : cut + 1] == "K" and cut < end and not told and not _ambiguous_end(line, low, cut):
            continue
        if not told:
            yield low, cut
        low = cut + 1


def _ambiguous_end(line: str, low: int, cut: int) -> bool:
    """Whether more than a subject stands before *and*: an object or a phrase with a preposition."""
    return "I" in line[low:cut]


def _tells(codes: list[str], lower: list[str], code: str, at: int, low: int) -> bool:
    """Whether a word that may be a verb stands between a subject that agrees with it and what a verb has behind it."""
    following, behind = codes[at + 1 : at + 2] or ["."], "".join(lower[at + 1 : at + 2])
    # *launches air strikes*
    beyond = codes[at + 2 : at + 3] == ["N"] and lower[at + 2].endswith("s")
    inserted = _INSERTED.match("".join(codes[low:at]))
    at = low + inserted.end("subject") if inserted else at
    previous = codes[at - 1]
    # *A group of generals overthrows the president*, *Troops loyal to the king cross the border*
    tie = next((i for i in range(low + 1, at) if codes[i] == "I"), at)
    tie -= tie < at and tie - 1 > low and codes[tie - 1] == "J"
    subject = lower[tie - 1]
    classes = noun_classes().get(subject, frozenset())
    several = subject.endswith("s") or "force" in classes
    joined = "K" in codes[low:at] and "I" not in codes[low:at]
    # *Rebels gain control*, *India and Pakistan gain independence*
    governs = following[0] in _OBJECTS or (code == "x" and (several or joined) and following[0] == "N")
    # *kills hundreds of policemen*, *kills more than 100*, *kills former ministers*
    many = following[0] == "N" and (behind.endswith("s") or beyond)
    governs = governs or (code == "y" and (many or following[0] == "J" or behind in _AMOUNTS))
    governs = governs or (code == "x" and several and following[0] == "J" and previous == "N")
    if previous == "," and following[0] == "T":
        # *Bratchuk, the spokesman for the region, claims that …*
        return code == "y"
    if previous not in "MN" or not (governs or following[0] in _ENDS):
        return False
    if subject in demonyms() and not subject.endswith("s"):
        # *The British attack Ypres*, but *British attack on Ypres*
        return code == "x" and governs and at - 2 >= low and codes[at - 2] == "D"
    if code == "x":
        return several or joined
    if previous == "M":
        return True
    # *The garrison surrenders*, *a car bomb kills 30*; but *air strikes on Kut*
    return not subject.endswith("s") and (
        not _DOERS.isdisjoint(classes) or (governs and not _STRIKING.isdisjoint(classes))
    )
