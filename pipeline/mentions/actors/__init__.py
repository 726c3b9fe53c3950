"""Finder of actors: noun phrases, names and pronouns that denote who acts or is acted upon.

Phrases are built around their head nouns (`phrases`), names of states, peoples and organisations are known (`names`), persons are told
by rank, office, given name and what the document says of them (`persons`).
"""

from __future__ import annotations

from bisect import bisect_right

from pipeline.mentions.actors.acronyms import acronym_spans
from pipeline.mentions.actors.designations import designation_spans
from pipeline.mentions.actors.names import name_spans
from pipeline.mentions.actors.peoples import people_spans
from pipeline.mentions.actors.persons import person_spans
from pipeline.mentions.actors.phrases import phrase_spans
from pipeline.mentions.actors.spans import Span, View
from pipeline.records import Actor, Mention, Parse, Tokens
from pipeline.rules.actors import actor_rules
from pipeline.rules.grammar import COMPELLING
from pipeline.rules.nouns import noun_classes

__all__ = ["find_actors"]


def find_actors(tokens: Tokens, parse: Parse) -> tuple[Mention[Actor], ...]:
    """The actors of a text, in reading order, no two of which overlap.

    Handled: states and peoples where their position makes them parties, governments, armed forces and their units, rebels, militias,
    police, organisations, civilians, persons, materiel that acts, adjectival agents, each conjunct of a coordination, pronouns
    (as candidates: resolution finds what they stand for or drops them). Not handled: victims and objects that are no actors, actors in
    headings. Offsets index the clean text.

    >>> from pipeline import extract
    >>> found = extract("On 6 November, Army special forces and Hezbollah militiamen attacked.").mentions.actors
    >>> [mention.value.name for mention in found]
    ['Army special forces', 'Hezbollah militiamen']
    """
    view = View.of(tokens, parse, actor_rules())
    taken: dict[int, Span] = {}
    name_spans(view, taken)
    phrase_spans(view, taken)
    designation_spans(view, taken)
    person_spans(view, taken)
    acronym_spans(view, taken)
    people_spans(view, taken)
    spans = sorted({id(span): span for span in taken.values()}.values(), key=lambda span: span.first)
    mentions = [_mention(tokens, span) for span in spans]
    return tuple(_with_pronouns(view, mentions))


_DEEDS = frozenset({"event", "deed", "abstract"})
_IMPERSONAL = frozenset({
    "seemed", "appeared", "became", "become", "rained", "snowed", "turned", "happened", "followed", "meant", "remained", "proved", "lasted", "came",
    "being", "been", "raining", "snowing", "helped", "required", "needed", "did", "went", "worked", "mattered", "emerged", "sounded", "looked", "felt",
})  # fmt: skip
_OF_THINGS = frozenset({
    "be", "have", "take", "require", "seem", "appear", "become", "need", "mean", "remain", "prove", "last", "come", "go", "help", "do", "make", "happen",
    "follow", "turn", "cost", "look", "matter", "work", "stay", "end", "lead", "result", "cause", "serve", "give", "allow", "enable", "set", "bring",
})  # fmt: skip
"""What a thing or nobody would do, too."""
# Words behind those that say where to, or under what: *it went ashore*, *it came under fire*; but *it came to an end*.
_WHITHER = {
    "came": frozenset({"ashore", "back", "under"}),
    "went": frozenset(
        {"aboard", "ashore", "back", "east", "home", "into", "north", "on", "overseas", "south", "to", "west"}
    ),
    "turned": frozenset({"against", "back", "east", "north", "on", "south", "west"}),
}
# Participles behind *it was* that tell of no one: *it was agreed*, *it was held in May*; but *it held the town*.
_SAID_OF_THINGS = frozenset({
    "said", "reported", "announced", "believed", "known", "agreed", "decided", "thought", "claimed", "estimated", "alleged", "confirmed", "stated", "revealed",
    "feared", "hoped", "assumed", "argued", "noted", "rumoured", "rumored", "understood", "expected", "suggested", "found", "called", "named", "considered",
    "written", "recorded", "proposed", "planned", "intended", "made", "supposed", "based", "located", "situated", "used", "held", "built",
})  # fmt: skip


def _mention(tokens: Tokens, span: Span) -> Mention[Actor]:
    start, end = tokens.starts[span.first], tokens.ends[span.last - 1]
    name = span.name or tokens.text[start:end]
    if "\n" in name or "  " in name:
        name = " ".join(name.split())
    return Mention(start, end, Actor(name, span.kind, country=span.country), f"actor/{span.rule}")


def _with_pronouns(view: View, mentions: list[Mention[Actor]]) -> list[Mention[Actor]]:
    tokens, pronouns = view.tokens, view.rules.pronouns
    starts = [mention.start for mention in mentions]
    found = list(mentions)
    for at in view.marked[2]:
        start, end = tokens.starts[at], tokens.ends[at]
        before = bisect_right(starts, start) - 1
        if before >= 0 and mentions[before].end > start:
            continue
        number = pronouns[tokens.lower[at]]
        if view.tags[at] == "POSS":
            if not _of_deed(view, at):
                continue
        elif not _plain(view, at, number):
            continue
        kind = "other" if number in ("plural", "of-two") else "person"
        found.append(Mention(start, end, Actor(tokens.words[at], kind), f"actor/pronoun-{number}"))
    found.sort(key=lambda mention: mention.start)
    return found


def _plain(view: View, at: int, number: str) -> bool:
    """Whether a word can stand for somebody: *it*, where that reports or acts; *the latter*, where no noun follows."""
    if number == "thing":
        return _reported(view, at) or _acting(view, at) or _compelled(view, at)
    return number != "of-two" or _stands_alone(view, at)


def _stands_alone(view: View, at: int) -> bool:
    """*the latter withdrew*; not *the former king*, *the latter part*, *the latter's men*."""
    behind = view.tags[at + 1] if at + 1 < len(view.tags) else ""
    return view.lower[at - 1] == "the" and behind not in ("NOUN", "NAME", "ADJ", "NUM", "GEN", "YEAR", "MONTH")


def _of_deed(view: View, at: int) -> bool:
    """*his retreat*, *their second night attack*, *his trial and execution*: whose deed or fate it is; of *his army* the phrase itself is the actor."""
    head, tags = at + 1, view.tags
    while head < len(tags) and (
        tags[head] in ("ADJ", "NUM", "VBG", "VBN") or tags[head : head + 2] == ["NOUN", "NOUN"]
    ):
        head += 1
    if head >= len(tags) or tags[head] != "NOUN" or tags[head + 1 : head + 2] == ["NAME"]:
        return False
    if view.lower[head + 1 : head + 2] == ["and"] and view.lower[at] != "its" and _is_fate(view, head + 2):
        return True
    deed = view.lower[head] in view.rules.agent_events and _tells(view, head)
    return deed or (view.lower[at] != "its" and _is_fate(view, head))


def _is_fate(view: View, at: int) -> bool:
    """Whether a noun tells what befell somebody: *execution*."""
    return at < len(view.lower) and view.lower[at] in view.rules.fates and _tells(view, at)


def _tells(view: View, at: int) -> bool:
    """Whether a noun is no more than that of a deed."""
    classes = noun_classes().get(view.lower[at], frozenset())
    return not classes or not classes.isdisjoint(_DEEDS)


def _reported(view: View, at: int) -> bool:
    """*claimed it had*, *announced that it would*: the subject of what someone says."""
    before = at - 1 if at and view.lower[at - 1] != "that" else at - 2
    return (
        before >= 0
        and view.lower[before] in view.rules.reporting
        and at + 1 < len(view.words)
        and view.starts_verb(at + 1)
    )


def _acting(view: View, at: int) -> bool:
    """*It burned the temples*, *When the fleet reached Rhodes, it attacked*, *while it was crossing*: the subject of an active verb, or of a passive that tells what befell it."""
    verb = _past_adverbs(view, at + 1)
    tags, size = view.tags, len(view.tags)
    passive = False
    if verb < size and tags[verb] in ("BE", "HAVE"):
        being = tags[verb] == "BE"
        verb = _past_adverbs(view, verb + 1)
        active = verb < size and (tags[verb] == "VBN" or (being and tags[verb] == "VBG"))
        passive = active and being and tags[verb] == "VBN"
        if passive and tags[verb + 1 : verb + 2] == ["TO"]:
            # *It was decided to attack*
            return False
    elif verb < size and tags[verb] == "MODAL":
        # *after which it would withdraw its fleet*
        verb = _past_adverbs(view, verb + 1)
        return verb < size and tags[verb] == "VB" and view.lower[verb] not in _OF_THINGS
    else:
        active = verb < size and tags[verb] == "VBD"
    if not active or (passive and view.lower[verb] in _SAID_OF_THINGS):
        return False
    if view.lower[verb] in _IMPERSONAL:
        return not _WHITHER.get(view.lower[verb], frozenset()).isdisjoint(view.lower[verb + 1 : verb + 2])
    # *it took three days*
    return view.lower[verb] != "took" or tags[verb + 1 : verb + 2] not in (["NUM"], ["ADJ"])


def _compelled(view: View, at: int) -> bool:
    """*forced it to withdraw*, *forcing it into retreat*: the object of a verb of who makes others act."""
    return at > 0 and view.lower[at - 1] in COMPELLING and view.lower[at + 1 : at + 2] in (["to"], ["into"])


def _past_adverbs(view: View, at: int) -> int:
    while at < len(view.tags) and view.tags[at] == "ADV":
        at += 1
    return at
