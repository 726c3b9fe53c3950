"""The scene: what compose asks of a document's tokens, parse and mentions, indexed once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import cache
from itertools import repeat
from typing import Any

from pipeline.frozen import dataclass
from pipeline.records import Chunk, Clause, Mention, Mentions, Parse, Sentence, Tokens, Trigger, VerbGroup
from pipeline.rules.actors import actor_rules
from pipeline.rules.events import TriggerRule, event_rules
from pipeline.rules.grammar import HELD, MEANT, SIDES, forms_of
from pipeline.rules.nouns import demonyms, noun_classes

__all__ = ["Candidate", "Scene"]

_NO_CLASSES: frozenset[str] = frozenset()
_SPANNING = MEANT | {"starting", "beginning", "commencing", "lasting", "ending"}


@cache
def _compelling() -> frozenset[str]:
    """Forms of the verbs of those who leave others no choice."""
    return forms_of(("force", "compel", "oblige"))


def _first_from(starts: Sequence[int], tokens: Sequence[int]) -> list[int]:
    """For each token, and for the end of the text, which of some mentions is the first to begin with it or behind it."""
    found: list[int] = []
    for index, start in enumerate(starts):
        found.extend(repeat(index, bisect_right(tokens, start, len(found)) - len(found)))
    found.extend(repeat(len(starts), len(tokens) + 1 - len(found)))
    return found


@dataclass(frozen=True, slots=True)
class Candidate:
    """A trigger with its place in the parse."""

    mention: Mention[Trigger]
    rule: TriggerRule
    sentence: Sentence
    first: int
    """Token of the trigger's first word."""
    last: int
    """Token after the trigger."""
    clause: int | None
    """The clause whose verb it is, or in which its noun phrase stands."""
    chunk: int | None = None
    """The noun phrase of an event noun."""
    support: str = ""
    """For an event noun: what the verb of its clause says of it (perform, undergo, occur …)."""
    part: str = ""
    """For an event noun: its part in the clause (subject, object, oblique), if any."""


class Scene:
    """Look-ups over one document."""

    def __init__(self, tokens: Tokens, parse: Parse, mentions: Mentions) -> None:
        self.tokens = tokens
        self.parse = parse
        self.mentions = mentions
        self.lower = tokens.lower
        self.clauses: tuple[Clause, ...] = parse.clauses
        self.chunks: tuple[Chunk, ...] = parse.chunks
        self.groups: tuple[VerbGroup, ...] = parse.groups
        self._group_of = [parse.groups[clause.group] for clause in parse.clauses]
        self.prepositions = parse.prepositions
        self.classes = noun_classes()
        self.rules = event_rules().by_id
        self.clause_of = self._clauses_by_token()
        self.chunk_of = parse.chunk_of
        self.by_group = {clause.group: index for index, clause in enumerate(self.clauses)}
        self.clause_of_marker = {c.marker: index for index, c in enumerate(self.clauses) if c.marker is not None}
        self.clause_ends = [clause.last for clause in self.clauses]
        self.place_starts = [m.start for m in mentions.places]
        self.date_starts = [m.start for m in mentions.dates]
        self.actor_starts = [m.start for m in mentions.actors]
        self._place_from = _first_from(self.place_starts, tokens.starts)
        self._actor_from = _first_from(self.actor_starts, tokens.starts)
        self.parts = self._parts()
        # Asked tens of thousands of times a document: the look-ups of lists themselves, without a function around them.
        self.group: Callable[[int], VerbGroup] = self._group_of.__getitem__
        """The verb group of a clause."""
        self.verb: Callable[[int], int] = [group.head for group in self._group_of].__getitem__
        """Token of the main verb of a clause."""
        self.passive: Callable[[int], bool] = [group.passive for group in self._group_of].__getitem__
        """Whether the verb of a clause is passive."""
        self.head: Callable[[int], str] = [self.lower[chunk.head] for chunk in self.chunks].__getitem__
        """The head word of a noun phrase, in lower case."""
        self._joints = {
            chunk - 1: self.lower[at]
            for chunk, at in self.prepositions.items()
            if chunk and at == self.chunks[chunk - 1].last
        }
        """Noun phrase → the preposition right behind it, where that joins the next one."""
        self.of: Callable[[int], int | None] = {
            chunk: chunk + 1 for chunk, joint in self._joints.items() if joint == "of"
        }.get
        """The noun phrase that *of* joins right behind another (*half* → *the district*)."""
        self._tails: dict[int, list[tuple[str, int]]] = {}

    def _clauses_by_token(self) -> list[int]:
        found = [-1] * len(self.lower)
        for index, clause in enumerate(self.clauses):
            found[clause.first : clause.last] = [index] * (clause.last - clause.first)
        return found

    def _parts(self) -> dict[int, tuple[int, str]]:
        """Noun phrase → its clause and its part there. Shared subjects stay with the clause where they stand."""
        found: dict[int, tuple[int, str]] = {}
        for index, clause in enumerate(self.clauses):
            for chunk in clause.subjects:
                if clause.link == "reduced":
                    # *observed a ceasefire starting on 15 May*, *launched a raid designed to free them*: what was observed, or launched.
                    if chunk not in found or self.lower[self._group_of[index].head] not in _SPANNING:
                        found[chunk] = (index, "subject")
                    continue
                if chunk not in found:
                    found[chunk] = (index, "subject")
                    continue
                # *Angered by hunger, a mutiny erupted*: the clause that it stands in, before one that borrows it.
                # *The battle, known as X, was fought …*: the finite clause, before the participle that stands beside it.
                stands = clause.first <= self.chunks[chunk].first < clause.last
                if stands or (clause.link in {"main", "conjunct"} and self._aside(found[chunk][0])):
                    found[chunk] = (index, "subject")
            for chunk in clause.objects:
                found[chunk] = (index, "object")
            for _, chunk in clause.obliques:
                found.setdefault(chunk, (index, "oblique"))
        return found

    def _aside(self, clause: int) -> bool:
        """Whether a clause only says more of its subject: *The raid, led by Horn, failed*; *A raid designed to free them was launched*."""
        meant = self.lower[self._group_of[clause].head] in MEANT
        return self.clauses[clause].link == "participle" or (self.clauses[clause].link == "reduced" and meant)

    def own_subject(self, clause: int) -> bool:
        """Whether a clause is finite and has a subject other than the clause it is joined to."""
        here = self.clauses[clause]
        if not self.group(clause).finite or here.governor is None:
            return False
        return here.subjects != self.clauses[here.governor].subjects

    def compelled(self, clause: int) -> bool:
        """Whether an infinitive tells what others make its subject do: *forced the king to retreat*."""
        here = self.clauses[clause]
        if here.link != "infinitive" or here.governor is None or self.passive(here.governor):
            return False
        above = self.clauses[here.governor]
        forced = above.objects == here.subjects and self.lower[self.verb(here.governor)] in _compelling()
        return forced and bool(above.subjects) and all(map(self._can_act, above.subjects))

    def _can_act(self, chunk: int) -> bool:
        """Whether a noun phrase ends in a party: *a second army*, *Mansfeld*; not *the loss of his guns*."""
        phrase = self.chunks[chunk]
        end = self.tokens.ends[phrase.head]
        return self.is_a(chunk, "force", "person", "polity") or any(
            a.end == end for a in self.actors_in(phrase.first, phrase.last)
        )

    def clause_after(self, token: int) -> int:
        """The first clause that ends behind a token."""
        return bisect_right(self.clause_ends, token)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Clean offsets of a stretch of tokens."""
        return (self.tokens.starts[first], self.tokens.ends[last - 1]) if last > first else (0, 0)

    def dates_in(self, first: int, last: int) -> list[Mention[Any]]:
        """Date mentions in a stretch of tokens."""
        if last <= first:
            return []
        high = self.tokens.ends[last - 1]
        at = bisect_left(self.date_starts, self.tokens.starts[first])
        return [m for m in self.mentions.dates[at : bisect_left(self.date_starts, high, at)] if m.end <= high]

    def overlaps(self, span: tuple[int, int]) -> bool:
        """Whether a stretch of the clean text shares characters with a place or a date that was found."""
        places, dates = self.mentions.places, self.mentions.dates
        at = bisect_left(self.place_starts, span[1]) - 1
        if at >= 0 and places[at].end > span[0]:
            return True
        at = bisect_left(self.date_starts, span[1]) - 1
        return at >= 0 and dates[at].end > span[0]

    def person(self, chunk: int) -> bool:
        """Whether a noun phrase is the name of a person, and of nothing else."""
        phrase = self.chunks[chunk]
        actors = self.actors_in(phrase.first, phrase.last)
        if len(actors) != 1 or actors[0].value.kind != "person" or self.parse.codes[phrase.head] != "M":
            return False
        behind = self.tokens.starts[phrase.first + 1 : phrase.first + 2]
        article = self.lower[phrase.first] == "the" and behind == [actors[0].start]
        if article and actor_rules().titles_of_persons.isdisjoint(self.lower[phrase.first + 1 : phrase.last]):
            return False  # *The Andrea Doria was captured*: a ship
        return actors[0].end >= self.tokens.ends[phrase.head] and not self.places_in(phrase.first, phrase.last)

    def places_in(self, first: int, last: int) -> list[Mention[Any]]:
        """Place mentions in a stretch of tokens."""
        begins = self._place_from
        if last <= first or begins[first] == begins[last]:
            return []
        high = self.tokens.ends[last - 1]
        return [m for m in self.mentions.places[begins[first] : begins[last]] if m.end <= high]

    def actors_in(self, first: int, last: int) -> list[Mention[Any]]:
        """Actor mentions in a stretch of tokens."""
        begins = self._actor_from
        if last <= first or begins[first] == begins[last]:
            return []
        high = self.tokens.ends[last - 1]
        return [m for m in self.mentions.actors[begins[first] : begins[last]] if m.end <= high]

    def name_from(self, chunk: int) -> list[Mention[Any]]:
        """The actor whose name begins in a noun phrase and goes on behind its head: *the Popular Front for the Liberation of Palestine*."""
        phrase, starts = self.chunks[chunk], self.tokens.starts
        at = bisect_left(self.actor_starts, starts[phrase.head] + 1) - 1
        if at < 0 or self.actor_starts[at] < starts[phrase.first]:
            return []
        actor = self.mentions.actors[at]
        # *took 300 men of the garrison prisoner*
        goes_on = actor.end > self.tokens.ends[phrase.last - 1] and actor.value.name.rpartition(" ")[2] not in HELD
        return [actor] if goes_on else []

    def named_after(self, place: Mention[Any]) -> bool:
        """Whether a place is part of an organisation's name (*the Islamic State of Iraq and the Levant*)."""
        before = bisect_left(self.actor_starts, place.start) - 1
        actor = self.mentions.actors[before] if before >= 0 else None
        if actor is None or actor.end < place.end:
            return False
        # *Movement for the Liberation of Congo*; but *the Army of Northern Virginia* is called after where it fights.
        return actor.rule == "actor/organisation" or (actor.rule == "actor/phrase" and " for " in actor.value.name)

    def is_a(self, chunk: int, *names: str) -> bool:
        """Whether the head noun belongs to one of the classes."""
        head = self.head(chunk)
        classes = self.classes.get(head)
        if classes is None and "-" in head:
            # *colonist-settlers*
            classes = self.classes.get(head.rpartition("-")[2])
        return not (classes or _NO_CLASSES).isdisjoint(names)

    def after(self, chunk: int, *prepositions: str) -> int | None:
        """The noun phrase that a preposition joins right behind this one (*half* → of → *the district*)."""
        joint = self._joints.get(chunk)
        return None if joint is None or (prepositions and joint not in prepositions) else chunk + 1

    def governed_from(self, chunk: int) -> range:
        """The noun phrases that one preposition governs, from this one on (*of* → *Ain Issa*, *Tal Abyad*)."""
        joint, last = self.prepositions[chunk], chunk + 1
        while self.prepositions.get(last) == joint:
            last += 1
        return range(chunk, last)

    def shared_noun(self, chunk: int) -> int:
        """*the French and British troops*: the noun phrase whose noun the adjective of a people before it shares; else the phrase itself."""
        while chunk + 1 < len(self.chunks):
            last, behind = self.chunks[chunk].last, self.chunks[chunk + 1]
            if self.parse.codes[last : behind.first] not in ("K", ",", ",K") or behind.head == behind.first:
                break
            words = (self.lower[last - 1], self.lower[behind.first])
            if not demonyms().issuperset(words) or any(word.endswith("s") for word in words):
                break
            chunk += 1
        return chunk

    def tail(self, chunk: int) -> list[tuple[str, int]]:
        """The prepositional phrases that follow a noun phrase one upon another: (preposition, noun phrase)."""
        found = self._tails.get(chunk)
        if found is None:
            found = self._tails[chunk] = self._tail(chunk)
        return found

    def _tail(self, chunk: int) -> list[tuple[str, int]]:
        found: list[tuple[str, int]] = []
        at, end = chunk + 1, self.chunks[chunk].last
        behind = self.parse.codes[end : end + 1]
        if behind == "A" and at < len(self.chunks) and self.lower[self.chunks[at].first] in SIDES:
            # *an ambush just east of Kiel*
            at += 1
        if at not in self.prepositions and behind != "(":
            return found  # most have none
        while at < len(self.chunks):
            preposition = self.prepositions.get(at)
            first = self.chunks[at].first
            if self.parse.codes[end] == "(" and (closed := self._closing(end)) > first:
                # *between the army (alongside the militia) and the navy*
                at = next((k for k in range(at, len(self.chunks)) if self.chunks[k].first > closed), len(self.chunks))
                end = closed + 1
                continue
            beside = preposition is not None and self._on_a_side(end, preposition)
            if preposition is None or (self.parse.codes[end:first].strip("IAqKtaC,-") and not beside):
                break
            if preposition < end and not found:
                break
            if "K" in self.parse.codes[end:preposition] and self.clause_of[first] != self.clause_of[end - 1]:
                # *left Lund and at Riga attacked them*: of the next clause
                break
            found.append(("near" if beside else self.lower[preposition], at))
            end = self.chunks[at].last
            at += 1
        return found

    def _on_a_side(self, end: int, preposition: int) -> bool:
        """*fighting south of Izium*, *an ambush just east of Kiel*: where something is by where it is not."""
        side = preposition - 1
        if self.lower[preposition] != "of" or self.lower[side] not in SIDES or side < end:
            return False
        return self.parse.codes[end:side].strip("A") == ""

    def apposed(self, chunk: int) -> int | None:
        """*Operation Uranus, a two-pronged attack on their flanks*: the noun phrase behind a comma that says what a name is; None where none does."""
        behind, phrase = chunk + 1, self.chunks[chunk]
        if behind >= len(self.chunks) or not self.tokens.words[phrase.head][:1].isupper():
            return None
        first = self.chunks[behind].first
        said = first == phrase.last + 1 and self.parse.codes[phrase.last] == "," and self.lower[first] in ("a", "an")
        return behind if said and not self.chunks[behind].temporal else None

    def _closing(self, token: int) -> int:
        """Token of the parenthesis that closes the one at a token, or -1."""
        last = self.sentence_last(token)
        return next((k for k in range(token, last) if self.parse.codes[k] == ")"), -1)

    def sentence_last(self, token: int) -> int:
        """The token after the sentence that holds a token."""
        return self.tokens.sentence_of[token].last

    def candidates(self) -> list[Candidate]:
        """Every trigger with its place in the parse, in reading order."""
        found = []
        for mention in self.mentions.triggers:
            first, last = self.tokens.token_span(mention.start, mention.end)
            sentence = self.tokens.sentence_of[first]
            rule = self.rules[mention.rule]
            if mention.value.form == "verb":
                group = self.parse.group_of[first]
                clause = self.by_group.get(group)
                found.append(Candidate(mention, rule, sentence, first, last, clause))
            else:
                chunk = self.chunk_of[first]
                clause, part = self.parts.get(chunk, (self.clause_of[first], ""))
                found.append(
                    Candidate(mention, rule, sentence, first, last, None if clause < 0 else clause, chunk, "", part)
                )
        return found
