"""Candidates by their words, then the first rule whose conditions hold."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import compress, count
from typing import TYPE_CHECKING

from pipeline.mentions.triggers.conditions import Around
from pipeline.records import Mention, Parse, Tokens, Trigger
from pipeline.rules.events import EventRules, TriggerRule, event_rules
from pipeline.rules.grammar import HELD, POSSESSIVES, REFLEXIVES
from pipeline.rules.nouns import demonyms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.records import Clause

__all__ = ["find_triggers"]

# *laid down his arms*, *her arms*: a possessive of a phrase stands for any.
# *set up its base*: the article of a phrase stands for any.
_ANY = POSSESSIVES | {"an", "another", "the", "one"}
_ANY_ARTICLE = _ANY | {"a"}
_FILLERS = frozenset('DPJACMNtGpcESO"')
_ROUGHLY = frozenset({"about", "around", "over"})
_REACH = 6
"""Tokens that may stand between the words of a phrase, the next word included."""

# *returned in triumph to Rome*, *fled by sea to Oran*
_MANNER = frozenset({"in", "by", "on", "under", "at", "from"})
# *arrived just before noon*, *moved too slowly in his reforms*: these belong to what follows.
_DEGREES = frozenset({"just", "shortly", "long", "soon", "even", "too", "so", "very", "immediately"})
_WAYS = frozenset({
    "order", "haste", "hurry", "triumph", "force", "strength", "secret", "secrecy", "silence", "disorder", "disarray", "confusion", "panic", "column", "columns", "formation",
    "march", "marches", "stages", "boats", "ships", "fire", "pressure", "cover", "darkness", "escort", "guard", "pursuit", "route", "routes", "roads",
})  # fmt: skip
"""Heads of phrases that say how somebody went: *in good order*, *under heavy fire*, *by forced marches*."""
_FAR = frozenset({"deep", "deeper", "far", "farther", "further", "straight", "right", "directly", "back", "first"})


def find_triggers(tokens: Tokens, parse: Parse) -> tuple[Mention[Trigger], ...]:
    """The triggers of a text, in reading order.

    Scope: main verbs with their particles and fixed phrases, and event nouns, in prose; nothing in headings, captions, infoboxes, tables.

    >>> from pipeline import extract
    >>> found = extract("The Ottomans laid siege to Vienna. They took part in the parade.").mentions.triggers
    >>> [(m.value.subtype, m.rule) for m in found]
    [('besiege', 'trigger/territory.besiege/lay-siege')]
    """
    if not parse.codes:
        return ()
    rules = event_rules()
    around = Around(tokens, parse)
    found: dict[int, Mention[Trigger]] = {}
    taken: set[int] = set()
    for index, clause in enumerate(parse.clauses):
        group = parse.groups[clause.group]
        if tokens.lower[group.head] in rules.verbs:
            hit = _verb(index, tokens, parse, around)
            if hit is not None:
                rule, last = hit
                found[group.head] = _mention(tokens, rule, group.head, last)
                taken.update(range(group.head, last))
                if last == group.head + 1 and (behind := _after_object(rule.phrase, group.head, clause, tokens, parse)):
                    # *put the hussars to flight*: no flight of its own.
                    taken.update(range(behind, behind + len(rule.phrase)))
    _nouns(tokens, parse, rules, around, found, taken)
    return tuple(found[at] for at in sorted(found))


def _mention(tokens: Tokens, rule: TriggerRule, first: int, last: int) -> Mention[Trigger]:
    return Mention(tokens.starts[first], tokens.ends[last - 1], Trigger(rule.type, rule.subtype, rule.form), rule.id)


def _verb(index: int, tokens: Tokens, parse: Parse, around: Around) -> tuple[TriggerRule, int] | None:
    """The first rule that holds for a clause, and the token after its phrase."""
    clause = parse.clauses[index]
    group = parse.groups[clause.group]
    words = tokens.words_of(tokens.sentences[clause.sentence])
    rules = _candidates(clause, tokens, parse)
    hit = None
    for rule in rules:
        if rule.signs and rule.signs.isdisjoint(words):
            continue
        end = _phrase_end(rule, group.head, clause, tokens, parse) if rule.phrase else group.head + 1
        if group.passive and rule.phrase == ("at",) and end < len(parse.chunk_of) and parse.chunk_of[end] >= 0:
            # *were shot at Yekaterinburg*: where it was, not whom they shot at.
            continue
        if end and around.verb_fits(rule, index, group.head, end, group.passive):
            hit = rule, end
            break
    if group.passive and (hit is None or hit[0].type == "STATEMENT"):
        # What no verb tells by itself: *war was declared*.
        for rule in rules:
            if not rule.phrase or (rule.signs and rule.signs.isdisjoint(words)):
                continue
            end = _turned(rule, group.head, clause, tokens, parse)
            if end and around.turned_fits(rule, clause, group.head, end):
                return rule, end
    return hit


def _candidates(clause: Clause, tokens: Tokens, parse: Parse) -> Sequence[TriggerRule]:
    """The rules of a verb in its voice, without those whose phrase cannot begin here: a verb has dozens of phrases."""
    group = parse.groups[clause.group]
    verb, passive = tokens.lower[group.head], group.passive
    if verb == "found" and parse.codes[group.head] == "V":
        # *went to Paris to found a party*: the base form, that of no *find*.
        verb = "founded"
    bare, beginnings = _parted(verb, passive)
    if not beginnings or not (begun := beginnings & _within_reach(group.head, clause, tokens, parse)):
        return bare
    return _begun(verb, passive, begun)


@cache
def _parted(verb: str, passive: bool) -> tuple[tuple[TriggerRule, ...], frozenset[str]]:
    """The rules of a verb that have no phrase, and the words with which the phrases of the others begin."""
    rules = _in_voice(verb, passive)
    return tuple(rule for rule in rules if not rule.phrase), frozenset(rule.phrase[0] for rule in rules if rule.phrase)


@lru_cache(maxsize=4096)
def _begun(verb: str, passive: bool, begun: frozenset[str]) -> tuple[TriggerRule, ...]:
    """The rules of a verb that have no phrase, or one that begins with one of some words."""
    return tuple(rule for rule in _in_voice(verb, passive) if not rule.phrase or rule.phrase[0] in begun)


def _in_voice(verb: str, passive: bool) -> list[TriggerRule]:
    """The rules of a verb for the active or the passive."""
    return [rule for rule in event_rules().verbs[verb] if rule.entry.voice in ("", "passive" if passive else "active")]


def _within_reach(head: int, clause: Clause, tokens: Tokens, parse: Parse) -> set[str]:
    """The words among which the phrase of a verb can begin."""
    lower = tokens.lower
    words = set(lower[head + 1 : head + 1 + _REACH])
    if clause.particle is not None:
        words.add(lower[clause.particle])
    if clause.objects:
        behind = _behind_object(parse.chunks[clause.objects[-1]].last, tokens, parse)
        words.update(lower[behind : behind + 1])
    if clause.subjects and parse.groups[clause.group].passive:
        # *War was declared*, *a foothold was established*: the phrase stands before its verb.
        subject = parse.chunks[clause.subjects[0]]
        words.update(lower[subject.first : subject.last])
        if parse.codes[subject.first] in "DP":
            words.update(_ANY_ARTICLE)
    for alike in (POSSESSIVES, REFLEXIVES):
        if not words.isdisjoint(alike):
            words |= alike
    return words


_UNDER = frozenset({"under", "into", "in"})
"""Before whose power it is that somebody comes under."""


def _phrase_end(rule: TriggerRule, head: int, clause: Clause, tokens: Tokens, parse: Parse) -> int:
    """The token after the phrase, or 0 where the text does not have it.

    A particle stands right after the verb or after the object (*pushed the rebels back*); before a noun of the phrase other
    modifiers may stand (*took full control of*).
    """
    phrase = rule.phrase
    end = _reads(phrase, head + 1, clause, tokens, parse)
    return end or (head + 1 if _after_object(phrase, head, clause, tokens, parse) else 0)


def _after_object(phrase: tuple[str, ...], head: int, clause: Clause, tokens: Tokens, parse: Parse) -> int:
    """*put two ships out of commission*: where a phrase goes on behind the object of its verb, or 0."""
    if not clause.objects or parse.codes[head] in "Bb":
        # *The attack was an assault under fire*
        return 0
    last = parse.chunks[clause.objects[-1]].last
    if last >= len(parse.codes):
        return 0
    behind = _behind_object(last, tokens, parse)
    if len(phrase) == 1 and not (behind > last and phrase[0] in HELD) and parse.codes[last] not in "NA":
        # *took 300 men of the garrison prisoner*; else what hangs on the object parts them.
        return 0
    last = behind
    told = tokens.lower[last : last + len(phrase)]
    same = len(told) == len(phrase) and all(_is_told(phrase, at, word) for at, word in enumerate(told))
    return last if last > head and same else 0


def _is_told(phrase: tuple[str, ...], number: int, told: str) -> bool:
    """Whether a word of a phrase is told, or for *his* whose it was (*brought it under their control*, *under Egyptian control*)."""
    word = phrase[number]
    if word not in POSSESSIVES:
        return told == word
    return told in POSSESSIVES or (number > 0 and phrase[number - 1] in _UNDER and told in demonyms())


def _behind_object(last: int, tokens: Tokens, parse: Parse) -> int:
    """The token behind an object that ends at ``last``, and behind what *of* joins to it: *left half of the city in ruins*."""
    joined = parse.chunk_of[last + 1] if last + 1 < len(parse.codes) and tokens.lower[last] == "of" else -1
    return parse.chunks[joined].last if joined >= 0 else last


def _turned(rule: TriggerRule, head: int, clause: Clause, tokens: Tokens, parse: Parse) -> int:
    """*War was declared on Spain*, *a foothold was established*: the noun of the phrase is the subject of its passive."""
    if len(clause.subjects) != 1:
        return 0
    phrase, subject, lower = rule.phrase, parse.chunks[clause.subjects[0]], tokens.lower
    nouns = event_rules().nouns.get(lower[subject.head], ())
    hardly = lower[subject.first] in ("little", "few", "less")
    if hardly or lower[subject.head] not in phrase or any(noun.type == rule.type for noun in nouns):
        # *a coup was attempted*: the noun tells of it; *little progress was made*.
        return 0
    noun = phrase.index(lower[subject.head])
    before, behind = phrase[:noun], phrase[noun + 1 :]
    first = subject.first
    while first < subject.head and parse.codes[first] in "DP":
        first += 1
    articled = not _ANY_ARTICLE.isdisjoint(before)
    if (first > subject.first) != articled:
        # *the position was taken* is no *took position*.
        return 0
    inner = tuple(word for word in before if word not in _ANY_ARTICLE)
    if inner and inner != tuple(lower[subject.head - len(inner) : subject.head]):
        return 0
    if behind and tuple(lower[subject.last : subject.last + len(behind)]) == behind:
        # *The flag of revolt was raised*
        return head + 1
    if behind[:1] == ("of",) and lower[subject.last] == "of":
        # *control of the town was taken*
        behind = behind[1:]
    return _reads(behind, head + 1, clause, tokens, parse) if behind else head + 1


def _reads(phrase: tuple[str, ...], at: int, clause: Clause, tokens: Tokens, parse: Parse) -> int:
    head, lower = at - 1, tokens.lower
    for number, word in enumerate(phrase):
        if at < len(lower) and (
            _is_told(phrase, number, lower[at])
            or (word in REFLEXIVES and lower[at] in REFLEXIVES)
            or (word == "a" and lower[at] in _ANY)
        ):
            at += 1
            continue
        if number == 0 and len(phrase) == 1 and clause.particle is not None and lower[clause.particle] == word:
            return head + 1
        near = min(at, len(lower) - 1)
        if (parse.codes[near] in _FILLERS or lower[near] in _ROUGHLY) and (skip := _skip_to(word, at, tokens, parse)):
            at = skip + 1
            continue
        if number == 0 and (ahead := _past_adverb(word, at, tokens, parse)):
            at = ahead
            continue
        return 0
    if phrase[-1] == "in" and lower[at : at + 1] == ["order"]:
        # *was sent in order to put down the revolt*
        return 0
    # *returned to survey the damage*: this *to* is no preposition; nor is the *in* of *closed in 1971* a particle.
    of_time = (
        phrase[-1] in ("in", "on")
        and at < len(lower)
        and (behind := parse.chunk_of[at]) >= 0
        and parse.chunks[behind].temporal
    )
    return 0 if of_time or (phrase[-1] == "to" and parse.codes[at - 1] == "i") else at


def _past_adverb(word: str, at: int, tokens: Tokens, parse: Parse) -> int:
    """*moved deep into the state*, *returned in triumph to Rome*: the token after the word, or 0 where no adverb or two stand before it."""
    lower, last = tokens.lower, min(at + 2, len(tokens.lower) - 1)
    if (
        parse.codes[at : at + 1] == "I"
        and lower[at] in _MANNER
        and (past := _past_manner(at, lower, parse))
        and lower[past : past + 1] == [word]
    ):
        return past + 1
    if (
        parse.codes[at : at + 1] == "I"
        and at < last
        and (behind := parse.chunk_of[at + 1]) >= 0
        and parse.chunks[behind].temporal
    ):
        # *was sentenced in May to death*
        past = parse.chunks[behind].last
        return past + 1 if lower[past : past + 1] == [word] else 0
    while at < last and (parse.codes[at] == "A" or lower[at] in _FAR) and lower[at] not in _DEGREES:
        at += 1
        if lower[at] == word:
            return at + 1
    return 0


def _past_manner(at: int, lower: list[str], parse: Parse) -> int:
    """*in triumph*, *by forced marches*, *from Riga*: the token behind a phrase that may say how, or whence, or 0 where it names somebody or tells a time."""
    behind = parse.chunk_of[at + 1] if at + 1 < len(parse.chunk_of) else -1
    if behind < 0:
        return 0
    chunk = parse.chunks[behind]
    if lower[at] == "from":
        # *hurried from Dumfries to Glasgow*
        return 0 if chunk.temporal or lower[chunk.last : chunk.last + 1] != ["to"] else chunk.last
    alone = parse.codes[at + 1 : chunk.last] == "N"
    return chunk.last if alone or lower[chunk.last - 1] in _WAYS else 0


def _skip_to(word: str, at: int, tokens: Tokens, parse: Parse) -> int:
    for skip in range(at, min(at + _REACH, len(tokens.lower))):
        if tokens.lower[skip] == word:
            # *suffered 300 killed*
            counted = parse.codes[skip] == "p" and parse.codes[skip - 1] == "C"
            return skip if counted or parse.codes[skip] in "NJM" else 0
        if parse.codes[skip] not in _FILLERS and tokens.lower[skip] not in _ROUGHLY:
            # *made slow, costly gains*
            listed = parse.codes[skip] == "," and parse.codes[skip - 1] == parse.codes[skip + 1] == "J"
            if not listed:
                return 0
    return 0


@lru_cache(maxsize=4096)
def _noun_rules(noun: str, following: str = "") -> tuple[TriggerRule, ...]:
    """The rules of a noun that have no phrase, or one that begins with the word that follows."""
    return tuple(rule for rule in event_rules().nouns[noun] if not rule.phrase or rule.phrase[0] == following)


def _nouns(
    tokens: Tokens,
    parse: Parse,
    rules: EventRules,
    around: Around,
    found: dict[int, Mention[Trigger]],
    taken: set[int],
) -> None:
    """Event nouns: the heads of their noun phrases (*the assault on Zahra*), not modifiers (*the attack helicopters*)."""
    nouns, chunk_of = rules.nouns, parse.chunk_of
    for at in compress(count(), map(nouns.__contains__, tokens.lower)):
        if at in taken or chunk_of[at] < 0 or parse.codes[at] in "tL":
            continue
        chunk = parse.chunks[chunk_of[at]]
        near = chunk.head - 2 <= at <= chunk.head or (at == chunk.first and tokens.words[at] == "Operation")
        if not near or _of_a_body(tokens, at):
            continue
        for rule in _noun_rules(tokens.lower[at], *tokens.lower[at + 1 : at + 2]):
            last = at + 1 + len(rule.phrase)
            if rule.phrase and tuple(tokens.lower[at + 1 : last]) != rule.phrase:
                continue
            # The noun is the head, or all the words up to the head belong to its own phrase.
            named = tokens.words[at][0].isupper() and set(parse.codes[at + 1 : chunk.head + 1]) <= {"M", "C"}
            # *the Manchurian Strategic Offensive Operation* is told of by its last word.
            named = named and not any(map(_is_offensive, tokens.lower[last : chunk.head + 1]))
            if (last <= chunk.head and not (named and rule.subtype == "offensive")) or not around.noun_fits(
                rule, at, chunk_of[at]
            ):
                continue
            found[at] = _mention(tokens, rule, at, last)
            taken.update(range(at, last))
            break


def _of_a_body(tokens: Tokens, at: int) -> bool:
    """*the Armed Forces for the Liberation of Angola*: what a body is for, in its name."""
    words = tokens.words
    capital = words[at][0].isupper() and at > 2 and words[at - 3][0].isupper()
    return capital and words[at - 2 : at] == ["for", "the"]


def _is_offensive(word: str) -> bool:
    return any(rule.subtype == "offensive" and not rule.phrase for rule in event_rules().nouns.get(word, ()))
