"""Events: triggers and the mentions around them → events with arguments by role, status, date, counts and citations."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

from pipeline.events.arguments import Arguments
from pipeline.events.casualties import attach_counts
from pipeline.events.citing import Citing
from pipeline.events.dating import Asked, Dating, Pace
from pipeline.events.duplicates import link_duplicates
from pipeline.events.reporting import of_troops, reported
from pipeline.events.scene import Scene
from pipeline.events.selection import without_containers
from pipeline.events.standing import Standing
from pipeline.events.status import Statuses
from pipeline.events.theme import meant
from pipeline.events.unresolved import Gap, gaps_of, ranked
from pipeline.frozen import replace
from pipeline.records import Citation, Count, Document, Event, Mention, Mentions, Parse, Tokens
from pipeline.rules.grammar import AIMS

if TYPE_CHECKING:
    from pipeline.events.scene import Candidate
    from pipeline.records import Trigger

__all__ = ["Gap", "compose", "gaps_of", "ranked"]

_LOSSES = frozenset({"CASUALTY", "DESTRUCTION", "HUMANITARIAN"})
_SPAN = attrgetter("start", "end")


def compose(document: Document, tokens: Tokens, parse: Parse, mentions: Mentions) -> tuple[tuple[Event, ...], Mentions]:
    """The events of a document, in reading order of their triggers, and the mentions with the actors that arguments needed.

    >>> from pipeline import extract
    >>> event, = extract("On 6 November 2016 the rebels did not capture Aleppo.").events
    >>> event.trigger.value.subtype, event.status, [a.role for a in event.actors]
    ('capture', 'negated', ['initiator'])
    """
    if not mentions.triggers:
        return (), mentions
    scene = Scene(tokens, parse, mentions)
    composer = _Composer(document, scene)
    told = reported(scene, meant(scene, scene.candidates(), document.title))
    candidates = without_containers(scene, told, composer.statuses.sources.beside)
    kept, counts = attach_counts(scene, candidates, composer.undone)
    composer.arguments.told = frozenset(c.chunk for c in kept if c.chunk is not None)
    composer.arguments.reported = frozenset(c.clause for c in kept if c.chunk is None and c.clause is not None)
    events = [event for c in kept if (event := composer.event(c, tuple(counts.get(c.mention.start, ())))) is not None]
    used = {id(a.mention) for event in events for filled in (event.places, event.actors) for a in filled}
    made = tuple(m for m in composer.arguments.made.values() if id(m) in used)
    actors = tuple(sorted((*mentions.actors, *made), key=_SPAN))
    named = tuple(m for m in composer.arguments.made_places.values() if id(m) in used)
    places = tuple(sorted((*mentions.places, *named), key=_SPAN))
    victims = {id(c) for event in events for c in event.counts}
    known = tuple(c for c in mentions.counts if c.rule != "count/name" or id(c) in victims)
    return link_duplicates(events), replace(mentions, actors=actors, places=places, counts=known)


_SETTLEMENTS = frozenset({
    "POLITICS.appoint", "POLITICS.found", "POLITICS.elect", "POLITICS.resign", "POLITICS.join", "POLITICS.dissolve", "POLITICS.split",
    "AGREEMENT.treaty", "AGREEMENT.negotiate", "AGREEMENT.exchange",
})  # fmt: skip
_SEQUELS = frozenset({
    "HUMANITARIAN.displace", "DETENTION.release", "MOVEMENT.arrive", "MOVEMENT.deploy", "MOVEMENT.reinforce", "STATEMENT.condemn",
})  # fmt: skip
_SHOTS = frozenset({"VIOLENCE", "REMOTE"})
_HITS = frozenset({"CASUALTY.killed", "CASUALTY.wounded"})
_ENDS = frozenset({"TERRITORY.capture", "AGREEMENT.surrender"})
"""What ends a siege."""
_FOUGHT_OUT = frozenset({"clash", "victory", "repel"})
_ENACTED = frozenset({"POLITICS", "AGREEMENT"})
"""What is done by saying so."""
_SHARING = frozenset({"conjunct", "gerund", "participle", "purpose", "infinitive"})


def _pace(trigger: Trigger, name: str) -> Pace:
    """How soon a deed of a kind follows another: at once, as shots and their victims do, in days, as moves and flight do, or in weeks (*was appointed governor*)."""
    if trigger.type == "PROTEST" or name in _SETTLEMENTS:
        return "weeks"
    if trigger.type in _SHOTS or name in _HITS:
        return "minutes"
    return "days" if name in _SEQUELS else "hours"


def _is_fighting(trigger: Trigger) -> bool:
    """Whether a deed is fighting, sieges included."""
    return trigger.type == "BATTLE" or trigger.subtype == "besiege"


class _Composer:
    """Makes one event after the other."""

    def __init__(self, document: Document, scene: Scene) -> None:
        self.scene = scene
        self.arguments = Arguments(scene, document.title)
        self.statuses = Statuses(scene)
        self.judged: dict[int, tuple[Candidate, Standing]] = {}
        """The standing of candidates that was asked before their events are made, by the identity of each."""
        self.dating = Dating(document, scene.tokens, scene.parse, scene.mentions.dates)
        self.citing = Citing(scene.tokens, scene.mentions.citations)
        self.fought: dict[str, int] = {}
        """For each name the sentence in which its bearer last fought."""

    def undone(self, candidate: Candidate) -> bool:
        """Whether an event never happened, or is only planned."""
        standing = self.statuses.of(candidate)
        self.judged[id(candidate)] = candidate, standing
        return standing.status in ("planned", "negated")

    def event(self, candidate: Candidate, counts: tuple[Mention[Count], ...]) -> Event | None:
        """The event of a candidate, or None where the text only thinks of it."""
        standing = self.judged[id(candidate)][1] if id(candidate) in self.judged else self.statuses.of(candidate)
        mere = standing.conditional or standing.status in ("asserted", "reported", "planned")
        if standing.thought and (mere or candidate.support == "fail"):
            # *the revolt would have collapsed* tells of no revolt
            return None
        if standing.status == "planned":
            # *threatened to kill 50 hostages*: nobody has died.
            counts = tuple(c for c in counts if c.value.category == "displaced")
        if standing.status == "attempted" and candidate.rule.type == "CASUALTY":
            # *was nearly captured*: he was not.
            counts = ()
        places, actors = self.arguments.of(candidate)
        candidate = of_troops(self.scene, candidate, actors, self.fought)
        if candidate.rule.type == "BATTLE" and standing.status not in ("planned", "negated"):
            # Who is attacked need be no fighter (*Anna Smith was attacked by rebels*); who is beaten was.
            fighting = [a for a in actors if a.role == "initiator" or candidate.rule.subtype in _FOUGHT_OUT]
            self.fought |= {a.mention.value.name: candidate.sentence.index for a in fighting}
        trigger = candidate.mention.value
        name = f"{trigger.type}.{trigger.subtype}"
        background = self._background(candidate, standing)
        asked = Asked(
            candidate.mention.start, candidate.sentence, self._clause_span(candidate), standing.status, self._governing(candidate),
            self._said(candidate, standing), background=background, precedes=(background and self._is_below(candidate)) or self._is_since(candidate),
            loss=trigger.type in _LOSSES, pace=_pace(trigger, name), fights=_is_fighting(trigger), ends=name in _ENDS,
        )  # fmt: skip
        date, dated = self.dating.date_of(asked)
        citations: tuple[Mention[Citation], ...] = ()
        if self.citing.citations:
            mentions = [candidate.mention, *[a.mention for a in places], *[a.mention for a in actors]]
            citations = self._cited(candidate, [*mentions, dated] if dated else mentions)
        return Event(
            candidate.sentence.index, candidate.mention, standing.status, self._attribution(standing), date, dated, places, actors, counts,
            citations,
        )  # fmt: skip

    def _cited(self, candidate: Candidate, mentions: list[Mention[Any]]) -> tuple[Mention[Citation], ...]:
        """The markers within and behind the stretch of the sentence that an event takes up."""
        spans = [*((m.start, m.end) for m in mentions), *self._objects(candidate)]
        low = max(candidate.sentence.start, self._begins(candidate), self._parted(candidate))
        high = candidate.sentence.end
        inside = [span for span in spans if low <= span[0] < high]
        return self.citing.of(min(inside)[0], max([end for _, end in inside]), candidate.sentence)

    def _begins(self, candidate: Candidate) -> int:
        """Where the clause of a verb begins that shares what stands before: *moved to Riga in 1704[8] and took Reval in 1710.[9]*."""
        scene, index = self.scene, candidate.clause
        if index is None:
            return 0
        clause = scene.clauses[index]
        while (
            clause.governor is not None and clause.first == scene.verb(clause.governor) + 1 and clause.governor < index
        ):
            # *By January,[26] they were forced to withdraw*
            index = clause.governor
            clause = scene.clauses[index]
        above = clause.governor
        if clause.link not in _SHARING or above is None or above > index or not scene.group(above).finite:
            return 0
        first, codes = clause.first, scene.parse.codes
        joint = first
        while codes[joint - 1] in "tICa," and joint > scene.verb(above) + 1:
            joint -= 1
        if codes[joint - 1] == "K":
            # *and in September,[2] attacked*
            first = joint
        return scene.tokens.starts[first] if first <= candidate.first else 0

    def _parted(self, candidate: Candidate) -> int:
        """Where a clause begins that markers part from the one above it (*took the mill,[46] while others fled*, *…,[46] with ten men killed*)."""
        scene, index = self.scene, candidate.clause
        while index is not None:
            clause = scene.clauses[index]
            at = clause.marker
            if clause.link == "reduced" and clause.subjects:
                at = scene.chunks[clause.subjects[0]].first - 1
                at = at if scene.lower[at] == "with" else None
            if at is not None and clause.governor is not None and clause.governor < index:
                offset = scene.tokens.starts[at]
                if self.citing.closes_before(offset):
                    return offset
            index = clause.governor if clause.governor is not None and clause.governor < index else None
        return 0

    def _objects(self, candidate: Candidate) -> list[tuple[int, int]]:
        """Spans of the objects of a verb, named or not: *seized the mill and the bridge*."""
        if candidate.clause is None or candidate.chunk is not None:
            return []
        chunks = (self.scene.chunks[c] for c in self.scene.clauses[candidate.clause].objects)
        return [self.scene.span(chunk.first, chunk.last) for chunk in chunks]

    def _clause_span(self, candidate: Candidate) -> tuple[int, int]:
        scene = self.scene
        index = candidate.clause
        if index is None:
            return candidate.sentence.start, candidate.sentence.end
        clause = scene.clauses[index]
        return scene.span(clause.first, clause.last)

    def _governing(self, candidate: Candidate) -> tuple[tuple[int, int], ...]:
        """Spans of the clauses above, nearest first."""
        spans = []
        at = candidate.clause
        for _ in range(6):
            at = self.scene.clauses[at].governor if at is not None else None
            if at is None:
                break
            clause = self.scene.clauses[at]
            spans.append(self.scene.span(clause.first, clause.last))
        return tuple(spans)

    def _said(self, candidate: Candidate, standing: Standing) -> int | None:
        """Where the verb stands that says an event; none for what its speaker goes on to say (*On 8 July he said that it would stay, claiming …*)."""
        if standing.statement is None:
            return None
        index = candidate.clause if candidate.rule.type == "STATEMENT" else None
        if index is not None and self.scene.clauses[index].link == "participle":
            return None
        if candidate.part == "object" and candidate.clause == standing.statement and candidate.rule.type in _ENACTED:
            # *On 14 October he proclaimed the dissolution of the house*: done by saying so.
            return None
        return self.scene.tokens.starts[self.scene.verb(standing.statement)]

    def _background(self, candidate: Candidate, standing: Standing) -> bool:
        """A pluperfect steps back behind the narrative's date, with the nouns of its clause (*There had been clashes*) but those of plans.

        Not with losses: *had lost 300 men* sums them up to that date.
        """
        if candidate.clause is None or candidate.rule.type == "CASUALTY":
            return False
        clauses, index, lower = self.scene.clauses, candidate.clause, self.scene.lower
        # What somebody has in mind is told in the tense of the clause above.
        above = clauses[index].governor if clauses[index].link in AIMS else None
        if standing.status == "planned" and above is not None and clauses[above].link in ("main", "conjunct"):
            index = above  # *had been ordered to occupy Plevna*
        group = self.scene.group(index)
        if "had" not in lower[group.first : group.head]:
            return False
        # *With the battle of Lexington, the war had begun*: at the date of the battle.
        of_noun = standing.status != "planned" and lower[self.scene.clauses[candidate.clause].first] != "with"
        return candidate.chunk is None or of_noun

    def _is_since(self, candidate: Candidate) -> bool:
        """Whether a clause describes from what on something was so (*voted for the first time since the coup that ousted the king*)."""
        index, scene = candidate.clause, self.scene
        if index is None or candidate.chunk is not None or scene.clauses[index].link != "relative":
            return False
        marker = scene.clauses[index].marker
        described = scene.chunk_of[marker - 1] if marker else -1
        before = scene.prepositions.get(described) if described >= 0 else None
        return before is not None and scene.lower[before] == "since"

    def _is_below(self, candidate: Candidate) -> bool:
        """Whether a clause tells what its subject is known for, or is the content of another (*men who had landed*, *learned that they had crossed*)."""
        clauses, index = self.scene.clauses, candidate.clause
        while index is not None and clauses[index].link == "conjunct":
            index = clauses[index].governor
        if index is None:
            return False
        clause = clauses[index]
        if clause.link == "relative":  # not *the mosque from which they had been fired on*
            return clause.marker is not None and clause.marker + 1 == self.scene.group(index).first
        # *after hearing that they had crossed*: just before
        return clause.link == "complement" and clause.governor is not None and clauses[clause.governor].link != "gerund"

    def _attribution(self, standing: Standing) -> str | None:
        if not standing.attribution:
            return None
        chunks = [self.scene.chunks[c] for c in standing.attribution]
        low, high = self.scene.span(chunks[0].first, chunks[-1].last)
        words = " ".join(self.scene.tokens.text[low:high].split())
        return words[4:] if words.lower().startswith("the ") else words
