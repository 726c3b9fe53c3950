"""Persons: names told by rank, office or given name, by what stands around them, and by what the document said of them elsewhere."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from pipeline.mentions.actors.spans import Span, View
from pipeline.rules.grammar import APPOINTED, KIN, OFFICE_DEGREES, OFFICES, forms_of

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["person_spans"]

# Endings of common nouns that begin a sentence.
_COMMON = ("ion", "ment", "ness", "ity", "ing", "ism", "ers", "ors")
_NAMED = frozenset({"operation", "battle", "siege"})
_NAMED_WITH_OF = frozenset({"battle", "siege", "treaty", "fall", "city", "town", "village"})
# Words of a name in a list of names; more of them are several persons.
_LONGEST = 3
_COMMANDED = frozenset(
    {
        "corps",
        "division",
        "divisions",
        "brigade",
        "brigades",
        "cavalry",
        "regiment",
        "regiments",
        "column",
        "columns",
        "men",
    }
)
"""What is called after its commander."""
_NOBLE = frozenset({"von", "van", "zu", "du", "de", "di", "della", "af", "ter", "ten", "vom"})
"""Particles that begin a name where none stands before them."""
_NOBLES = frozenset(
    {
        "marquis",
        "marques",
        "duke",
        "duc",
        "count",
        "comte",
        "conde",
        "duque",
        "prince",
        "earl",
        "baron",
        "vicomte",
        "chevalier",
    }
)
_OF_TOWN = tuple(
    [word]
    for word in (
        "garrison",
        "walls",
        "inhabitants",
        "population",
        "citizens",
        "gates",
        "harbour",
        "harbor",
        "fortifications",
        "defences",
    )
)
_OF_MEN_FALLING = frozenset(
    {
        "at",
        "dead",
        "fighting",
        "while",
        "mortally",
        "near",
        "beside",
        "leading",
        "ill",
        "from",
        "under",
        "wounded",
        "there",
    }
)
_INITIAL = re.compile(r"(?:[A-Z]\.)+")


@cache
def _of_conquest() -> frozenset[str]:
    """Forms of the verbs whose object is a town, not a man."""
    return forms_of((
        "take", "retake", "recapture", "occupy", "reoccupy", "storm", "sack", "raze", "burn", "besiege", "fortify", "evacuate", "abandon", "shell",
        "bomb", "bombard", "overrun", "loot", "plunder", "pillage", "liberate", "annex", "garrison", "blockade", "cede", "destroy", "raid",
    ))  # fmt: skip


@cache
def _of_towns() -> frozenset[str]:
    """Forms of the verbs of what towns, lands, battles and bodies do as well as men."""
    return forms_of((
        "fall", "surrender", "capitulate", "yield", "hold", "resist", "revolt", "rebel", "rise", "lie", "stand", "become", "remain", "suffer",
        "see", "have", "begin", "end", "start", "follow", "take", "occur", "change", "come", "go", "grow", "join", "declare", "receive",
        "witness", "include",
    ))  # fmt: skip


def person_spans(view: View, taken: dict[int, Span]) -> None:
    """Runs of capitalised words that are persons, and offices that stand alone (*the king*); ships by their prefix.

    >>> from pipeline import extract
    >>> [(m.value.name, m.value.kind) for m in extract("General Robert Lee and the king withdrew.").mentions.actors]
    [('Robert Lee', 'person'), ('king', 'person')]
    """
    runs = _runs(view, taken)
    told = [_told(view, taken, first, last) for first, last in runs]
    evidence = _evidence(view, runs, told)
    evidence.update(_owners(view, taken))
    for (first, last), (start, rule) in zip(runs, told, strict=True):
        known = evidence[view.words[last - 1]] > 0 or (last - first == 1 and evidence[view.words[first]] > 0)
        if not rule and known and _nameable(view, first):
            told_elsewhere = max(evidence[view.words[last - 1]], evidence[view.words[first]]) > 1
            rule = "known-person" if told_elsewhere else "name"  # noqa: PLW2901
        elif not rule and _subject(view, first, last, evidence):
            rule = "name"  # noqa: PLW2901
        if rule and rule != "thing":
            _add(taken, Span(start, last, last - 1, "other" if rule == "ship" else "person", rule))
    _fleet(view, taken, runs)
    _coordinated(view, taken, runs)
    _offices(view, taken)


def _nameable(view: View, first: int) -> bool:
    """Whether what stands before a known name lets it be a person's: no preposition of place, no article."""
    return view.lower[first - 1] not in view.rules.locatives and view.lower[first - 1] not in ("the", "a", "an")


def _evidence(view: View, runs: list[tuple[int, int]], told: list[tuple[int, str]]) -> Counter[str]:
    """For each last or only name how often the document shows it to be a person's, less how often it shows a place."""
    evidence: Counter[str] = Counter()
    for (first, last), (_, rule) in zip(runs, told, strict=True):
        if rule in ("rank", "given-name", "context"):
            evidence[view.words[last - 1]] += 2
            if rule == "rank" or last - first == 1:
                evidence[view.words[first]] += 2
        elif first and view.lower[first - 1] in view.rules.locatives:
            evidence[view.words[last - 1]] -= 2
        elif not rule and (last - first == 1 or _does(view, last)) and _subject(view, first, last, evidence):
            evidence[view.words[last - 1]] += 1
    return evidence


def _does(view: View, at: int) -> bool:
    """*Cao Cao abandoned his plan*: whether a verb stands at a token that tells what somebody does; towns only *fell* or *held out*."""
    return view.tags[at : at + 1] == ["VBD"] and view.lower[at] not in _of_towns()


def _owners(view: View, taken: dict[int, Span]) -> Iterator[str]:
    """Names that own a force (*Burnside's corps*), which a town's or a state's seldom does in the words of its soldiers."""
    for span in {id(span): span for span in taken.values()}.values():
        at = span.first
        owns = span.rule == "phrase" and view.lower[at + 1 : at + 2] in (["'s"], ["’s"])
        if owns and view.lower[span.head] in _COMMANDED and view.capital(at) and at not in view.known:
            yield view.words[at]


def _subject(view: View, first: int, last: int, evidence: Counter[str]) -> bool:
    """Whether an unknown name stands before a verb like a person: without article, not only because a sentence begins."""
    if not view.starts_verb(last) or not _free(view, first) or evidence[view.words[last - 1]] < 0:
        return False
    if _is_taken(view, last) or (last - first == 1 and _fell(view, last)):
        return False
    if first == view.sentence(first).first:
        common = view.lower[first] in view.tokens.vocabulary or view.lower[first].endswith(_COMMON)
        # *Joan raised the siege*
        given = view.words[first] in view.rules.given_names and first not in view.known
        return last - first > 1 or ((given or view.words[first] in view.inner_capitals) and not common)
    return view.tags[first - 1] not in ("DET", "POSS", "GEN")


def _fell(view: View, at: int) -> bool:
    """*Sawayama fell in early 1571*, *fell to the Danes*: as a town does; not *Reed fell at Lund*, *fell in battle*."""
    behind = view.lower[at + 1 : at + 3]
    fighting = behind[:1] == ["in"] and behind[1:] in (["battle"], ["action"], ["combat"], ["the"])
    return view.lower[at] == "fell" and not fighting and not _OF_MEN_FALLING.issuperset(behind[:1])


def _is_taken(view: View, at: int) -> bool:
    """*Ajdir was taken*, *Odani was then surrounded*: whether the passive at a token tells what befalls towns rather than men."""
    first = at
    while view.tags[at : at + 1] in (["BE"], ["HAVE"], ["ADV"]):
        at += 1
    return at < len(view.tags) and "BE" in view.tags[first:at] and view.lower[at] in _of_conquest()


def _coordinated(view: View, taken: dict[int, Span], runs: list[tuple[int, int]]) -> None:
    """*Datis and Artaphernes*: a name joined to a person's is a person's."""
    for (first, last), (after, end) in itertools.pairwise(runs):
        joined = after - last == 1 and view.lower[last] in ("and", "or")
        if not joined or (first in taken) == (after in taken):
            continue
        person, (start, stop) = (taken[after], (first, last)) if after in taken else (taken[first], (after, end))
        thing = any(view.lower[at] in view.rules.thing_words for at in range(start, stop))
        if (person.kind == "person" or person.rule == "ship") and not thing:
            rule = "name" if person.kind == "person" else "ship"
            _add(taken, Span(start, stop, stop - 1, person.kind, rule))


def _fleet(view: View, taken: dict[int, Span], runs: list[tuple[int, int]]) -> None:
    """*the frigates Thetis, Amphion and Nymphe*: the further names of a list that a ship's begins and *and* closes."""
    for number, (first, last) in enumerate(runs):
        if first not in taken or taken[first].rule != "ship":
            continue
        listed: list[tuple[int, int]] = []
        end, word = last, ","
        for after, stop in runs[number + 1 :]:
            between = view.lower[end:after]
            if after in taken or word == "and" or between not in ([","], ["and"], [",", "and"]):
                break
            listed.append((after, stop))
            end, word = stop, between[-1]
        for after, stop in listed if word == "and" else ():
            _add(taken, Span(after, stop, stop - 1, "other", "ship"))


def _add(taken: dict[int, Span], span: Span) -> None:
    if any(at in taken and taken[at].rule in ("phrase", "organisation") for at in range(span.first, span.last)):
        while span.first < span.last and span.first in taken and taken[span.first].rule in ("phrase", "organisation"):
            span.first += 1
        if span.first == span.last or any(
            at in taken and taken[at].rule == "phrase" for at in range(span.first, span.last)
        ):
            return
    for at in range(span.first, span.last):
        taken[at] = span


def _runs(view: View, taken: dict[int, Span]) -> list[tuple[int, int]]:
    """Maximal runs of capitalised words, with the particles between them, that no other finder of this package took."""
    rules, words, runs = view.rules, view.words, []
    size, after = len(words), 0
    for at in view.capitals:
        listed = view.sentence(at).kind == "infobox"
        if at < after or not _name_word(view, taken, at) or at in view.labels:
            continue
        last = at + 1
        while last < size:
            if last in view.boundaries or last in view.labels or (listed and _next_person(view, last)):
                break
            if (
                view.lower[last] in OFFICE_DEGREES
                and view.lower[last + 1 : last + 2]
                and view.lower[last + 1] in OFFICES
            ):
                # *appointed Ben Gurion Prime Minister*
                break
            honour = view.lower[last] in rules.honours and last not in taken
            if (view.capital(last) and (honour or _name_word(view, taken, last) or _is_first(view, last))) or (
                view.lower[last] in rules.particles and _particle_goes_on(view, taken, last)
            ):
                last += 1
            elif view.ties(last):
                last += 2
            else:
                break
        after = last
        if not listed or last - at <= _LONGEST or not rules.particles.isdisjoint(view.lower[at:last]):
            runs.append((at, last))
    return runs


def _is_first(view: View, at: int) -> bool:
    """Whether *I* counts a ruler (*Francis I of France*), as it does behind a given name that no verb follows."""
    if view.words[at] != "I" or view.words[at - 1] not in view.rules.given_names:
        return False
    return view.tags[at] == "NAME"


def _next_person(view: View, at: int) -> bool:
    """Whether the next of the names that an infobox lists without a comma begins: *Boris Sheremetev Alexander Menshikov*."""
    given, before = view.rules.given_names, view.words[at - 1]
    return view.words[at] in given and before not in given and not _INITIAL.fullmatch(before)


def _particle_goes_on(view: View, taken: dict[int, Span], at: int) -> bool:
    word = view.lower[at]
    if word in ("of", "the", "e", "y", "la", "le", "no") and view.tags[at] in ("ADP", "DET"):
        return False
    nxt = at + 1
    if nxt < len(view.words) and view.lower[nxt] in view.rules.particles:
        nxt += 1
    return nxt < len(view.words) and view.capital(nxt) and _name_word(view, taken, nxt)


def _name_word(view: View, taken: dict[int, Span], at: int) -> bool:
    word = view.words[at]
    if at in taken or word in view.rules.not_persons or (at in view.known and word not in view.rules.given_names):
        return False
    if view.tags[at] not in ("NAME", "NOUN", "ADJ", ""):
        return word in view.rules.given_names
    lower = view.lower[at]
    return not (lower in view.rules.ranks or lower in view.rules.offices or lower in view.rules.stops)


def _told(view: View, taken: dict[int, Span], first: int, last: int) -> tuple[int, str]:
    """Where the person's phrase begins, and by what it is told to be a person; an empty rule where nothing tells."""
    thing = _told_a_thing(view, taken, first, last)
    if thing is not None:
        return thing
    rules, words, lower = view.rules, view.words, view.lower
    before = lower[first - 1] if first else ""
    if before in rules.titles_of_persons:
        return _title_start(view, first), "rank"
    given = words[first] in rules.given_names
    if (given or _INITIAL.fullmatch(words[first])) and last - first > 1 and before not in rules.locatives:
        return first, "given-name"
    if before in _NOBLE and words[first - 1].islower() and not _is_titled(view, first - 2):
        # *attacked de Wet*, *under von Kluck*; not *the Marquis de Montcalm*
        return first - 1, "given-name"
    if last - first > 1 and lower[last - 1] in rules.honours and before not in rules.locatives and before != "the":
        return first, "rank"
    has = lower[last + 1] if last + 1 < len(words) and lower[last] in ("'s", "’s", "'", "’") else ""
    if has in rules.person_property and before != "in":
        return first, "context" if given or has not in rules.state_property else ""
    return first, "context" if _told_by_context(view, first, last, before) else ""


def _is_titled(view: View, at: int) -> bool:
    """Whether a capitalised word stands at a token that is no rank: a noble title, or a name that goes on."""
    return at >= 0 and view.capital(at) and (view.lower[at] not in view.rules.ranks or view.lower[at] in _NOBLES)


def _told_a_thing(view: View, taken: dict[int, Span], first: int, last: int) -> tuple[int, str] | None:
    """As `_told`, of a ship or another thing that has a name: *HMS Hood*, *the destroyers Ardent and Acasta*, *Operation Husky*."""
    rules, words, lower = view.rules, view.words, view.lower
    if words[first] in rules.ship_prefixes:
        return first, "ship"
    if first and words[first - 1] in rules.ship_prefixes:
        return first - 1, "ship"
    if not rules.thing_words.isdisjoint(lower[first:last]):
        return _after_title(view, first, last)
    if last < len(words) and lower[last] in rules.thing_words:
        return first, "thing"
    before = lower[first - 1] if first else ""
    owner = rules.heads.get(before)
    if owner is not None and owner.group == "materiel" and owner.plural:
        return first, "ship"
    if before in _NAMED or (before == "of" and first > 1 and lower[first - 2] in _NAMED_WITH_OF):
        return first, "thing"
    return None


def _told_by_context(view: View, first: int, last: int, before: str) -> bool:
    """Whether the words around a name tell that it is a person's: *led by X*, *under X*, *X, the governor,* or a verb of persons."""
    rules, words, lower = view.rules, view.words, view.lower
    following = lower[last] if last < len(words) else ""
    suffered = following == "was" and not rules.befalling.isdisjoint(lower[last + 1 : last + 2])
    if (following in rules.strong_verbs or suffered) and view.starts_verb(last) and _free(view, first):
        return True
    ahead = lower[first - 2] if first > 1 else ""
    if before == "by" and ahead in rules.before_person:
        return True
    if (before == "of" and ahead in rules.led) or (before == "under" and ahead in rules.heads):
        return True
    if following == "," and last + 2 < len(words) and _apposition(view, last + 1) and before not in rules.locatives:
        return True
    return before == "," and following == "," and _office_before(view, first - 1)


def _office_before(view: View, comma: int) -> bool:
    """*The governor of Hubei, Chang Dachun, …*: a name in apposition to an office."""
    for at in range(comma - 1, max(comma - 7, view.sentence(comma).first - 1), -1):
        if view.lower[at] in view.rules.titles_of_persons:
            return True
        if view.tags[at] not in ("NOUN", "NAME", "ADJ", "ADP", "DET", "POSS", "GEN"):
            return False
    return False


def _after_title(view: View, first: int, last: int) -> tuple[int, str]:
    """*Secretary of State William Seward*: the name begins where a given name does."""
    for at in range(first + 1, last - 1):
        if (
            view.words[at] in view.rules.given_names
            and first > 1
            and view.lower[first - 1] == "of"
            and view.lower[first - 2] in view.rules.offices
        ):
            return first - 2, "rank"
    return first, "thing"


def _apposition(view: View, at: int) -> bool:
    """*Mardonius, the king's nephew*; *Datis, commander of the fleet*."""
    if view.lower[at] in ("who", "whose", "whom"):
        # *Igueriben, whose garrison held out*
        return view.lower[at : at + 1] != ["whose"] or view.lower[at + 1 : at + 2] not in _OF_TOWN
    article = view.lower[at] in ("the", "a", "an", "his", "her", "its", "their", "then", "former")
    at += article
    for i in range(at, min(at + 3, len(view.words))):
        word = view.lower[i]
        if word in view.rules.ranks or word in view.rules.offices:
            return article or not view.capital(i) or (i + 1 < len(view.words) and view.lower[i + 1] == "of")
        if view.tags[i] not in ("ADJ", "NOUN", "NAME"):
            return False
    return False


def _free(view: View, first: int) -> bool:
    """Whether the run is a subject: no preposition before it."""
    return first == 0 or view.tags[first - 1] not in ("ADP", "TO") or first == view.sentence(first).first


def _title_start(view: View, first: int) -> int:
    """The first word of the ranks and offices before a name: *Iraqi Deputy Prime Minister Tariq Aziz*."""
    rules, at = view.rules, first - 1
    lowest = view.lowest(first)
    while at - 1 >= lowest:
        word, tag = view.lower[at - 1], view.tags[at - 1]
        if word in rules.articles or word in rules.stops or not view.words[at - 1][0].isalnum():
            break
        titled = word in rules.titles_of_persons or at in view.ends
        # *Sergeant First Class Smith*
        graded = view.lower[at] == "class" and word in ("first", "second", "third", "1st", "2nd", "3rd")
        if titled or graded or tag in ("ADJ", "NAME") or (tag == "NOUN" and view.capital(at - 1)):
            at = view.ends.get(at, at - 1)
        else:
            break
    return at


def _offices(view: View, taken: dict[int, Span]) -> None:
    """*the king*, *Syria's president*, *commander of the engineering unit*: offices without a name."""
    rules = view.rules
    for at in view.marked[1]:
        if at in taken or view.tags[at] in ("VB", "VBZ", "VBD", "VBG", "VBN", "ADJ"):
            continue
        if at + 1 < len(view.tags) and view.tags[at + 1] == "NOUN":
            continue
        first, lowest, article = at, view.lowest(at), False
        while first > lowest:
            word, tag = view.lower[first - 1], view.tags[first - 1]
            if word in rules.articles or word in rules.possessive:
                article = True
                if word in rules.possessive:
                    first -= 1
                break
            if first in view.ends:
                first, article = view.ends[first], True
            elif tag in ("ADJ", "NOUN", "NAME", "NUM") and word not in rules.stops and first - 1 not in taken:
                first -= 1
            else:
                break
        if not article and first < at and view.capital(at) and view.lower[first - 1] in APPOINTED:
            # *made Badoglio Viceroy of Ethiopia*: whom, then what
            first = at - (view.lower[at - 1] in OFFICE_DEGREES)
        elif first < at and view.lower[at - 1] in KIN and _is_made(view, first):
            continue
        last = _office_end(view, taken, at)
        if not (article or last > at + 1 or view.lower[at].endswith("s")) or view.sentence(at).kind == "heading":
            continue
        _add(taken, Span(first, last, at, "person", "office", plural=view.lower[at].endswith("s")))


def _is_made(view: View, first: int) -> bool:
    """*made his brother duke*, *made the monk archbishop*: whether somebody is given an office by the verb before a phrase."""
    return view.lower[first - 1 - (view.lower[first - 1] in view.rules.articles)] in APPOINTED


def _office_end(view: View, taken: dict[int, Span], office: int) -> int:
    """The token after an office and what it is an office of: *the governor of Anhui*."""
    last = office + 1
    if last + 1 >= len(view.words) or view.lower[last] != "of":
        return last
    after = last + 1
    while view.lower[after] in view.rules.articles and after + 1 < len(view.words):
        after += 1
    if after in taken:
        return taken[after].last
    if after in view.known:
        return view.known[after][0]
    if after > last + 1:
        return last
    # *the Duke of Somerset*: a name that nobody knows
    while after < len(view.words) and view.capital(after) and view.tags[after] == "NAME":
        after += 1
    return after if after > last + 1 else last
