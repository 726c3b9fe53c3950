"""What the rules leave unexplained: where a rule writer should look next."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from pipeline.records import Findings, Parse, Sentence, Tokens
from pipeline.rules.events import event_rules, support_verbs
from pipeline.rules.grammar import grammar, verbs
from pipeline.rules.status import status_words

__all__ = ["KINDS", "Gap", "gaps_of", "ranked"]

KINDS = (
    "verb_unknown",
    "verb_refused",
    "date_without_event",
    "count_without_event",
    "trigger_without_arguments",
)
"""What a gap can be, in the order in which a rule writer looks at them."""

_TOLD = frozenset({"prose", "list"})
"""Kinds of sentence that can report an event."""


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that the rules do not explain (offsets in the clean text)."""

    kind: str
    """One of `KINDS`."""
    key: str
    """What gaps of a kind are counted by: the verb, for a sentence its main verb, for an event its rule."""
    doc_id: str
    start: int
    end: int
    sentence_start: int
    sentence: str


def gaps_of(findings: Findings, tokens: Tokens, parse: Parse) -> list[Gap]:
    """The gaps of one document, in reading order (clean offsets).

    Handled: verbs with an actor as subject that evoke nothing, those that no trigger knows (``verb_unknown``) apart from those whose triggers
    did not fit (``verb_refused``); sentences with a date or a count of victims and no event; events without place and actor. Not handled:
    what a sentence reports besides its events.

    >>> from pipeline.flow import unresolved
    >>> [(gap.kind, gap.key) for gap in unresolved("On 3 May 1809 the Austrians tarried near Linz.")]
    [('date_without_event', 'tarry'), ('verb_unknown', 'tarry')]
    """
    gaps = [*_silent(findings, tokens, parse), *_verbs(findings, tokens, parse), *_bare(findings)]
    return sorted(gaps, key=lambda gap: (gap.start, gap.kind))


def ranked(gaps: Iterable[Gap]) -> list[tuple[str, str, int, Gap]]:
    """Kind, key and number of the gaps of a corpus with one example each, the most frequent of each kind first.

    >>> from pipeline.flow import unresolved
    >>> gaps = unresolved("The Swedes tarried. The Danes tarried near Kiel. The Danes frolicked.")
    >>> [(kind, key, number, gap.sentence) for kind, key, number, gap in ranked(gaps)]
    [('verb_unknown', 'tarry', 2, 'The Swedes tarried.'), ('verb_unknown', 'frolicked', 1, 'The Danes frolicked.')]
    """
    counts: Counter[tuple[str, str]] = Counter()
    example: dict[tuple[str, str], Gap] = {}
    for gap in gaps:
        counts[gap.kind, gap.key] += 1
        example.setdefault((gap.kind, gap.key), gap)
    order = sorted(counts, key=lambda of: (KINDS.index(of[0]), -counts[of], of[1]))
    return [(*of, counts[of], example[of]) for of in order]


def _silent(findings: Findings, tokens: Tokens, parse: Parse) -> list[Gap]:
    """Sentences of prose with a date or a count of victims, and no event."""
    told = {event.sentence for event in findings.events}
    main = {clause.sentence: clause for clause in reversed(parse.clauses) if clause.link == "main"}
    gaps = []
    mentions = findings.mentions
    kinds = (("date_without_event", mentions.dates), ("count_without_event", mentions.counts))
    for sentence in findings.sentences:
        if sentence.kind not in _TOLD or sentence.index in told:
            continue
        for kind, some in kinds:
            inside = next((m for m in some if sentence.start <= m.start < sentence.end), None)
            if inside is not None:
                clause = main.get(sentence.index)
                key = "no verb" if clause is None else _lemma(tokens.lower[parse.groups[clause.group].head])
                gaps.append(_gap(findings, kind, key, inside.start, inside.end, sentence))
    return gaps


def _verbs(findings: Findings, tokens: Tokens, parse: Parse) -> list[Gap]:
    """Main verbs whose subject is an actor and that evoke nothing, nor say how an event stands or lend one their support."""
    known = event_rules().verbs
    triggers = sorted(m.start for m in findings.mentions.triggers)
    actors = [m.start for m in findings.mentions.actors]
    status = status_words().verbs
    gaps = []
    for clause in parse.clauses:
        head = parse.groups[clause.group].head
        start, end = tokens.starts[head], tokens.ends[head]
        word = tokens.lower[head]
        if parse.codes[head] in "BbeHhFU" or not clause.subjects or word in status or word == "according":
            continue
        # *launched an attack*: the noun is the trigger.
        last = tokens.ends[clause.last - 1]
        if _any(triggers, start, last if word in support_verbs() else end):
            continue
        subject = parse.chunks[clause.subjects[0]]
        if not _any(actors, tokens.starts[subject.first], tokens.ends[subject.last - 1]):
            continue
        kind = "verb_refused" if word in known else "verb_unknown"
        gaps.append(_gap(findings, kind, _lemma(word), start, end, findings.sentences[clause.sentence]))
    return gaps


def _lemma(form: str) -> str:
    """The base form of a main verb; *fell* and *found* are rather the past of *fall* and *find* than verbs of their own."""
    return _lemmas().get(form, form)


@cache
def _lemmas() -> dict[str, str]:
    own = {verb.lemma: verb.lemma for verb in verbs().values()}
    inflected = {form: verb.lemma for verb in verbs().values() for form in verb.forms if form != verb.lemma}
    closed = grammar().closed
    return own | inflected | dict.fromkeys(closed.be_finite, "be") | dict.fromkeys(closed.have, "have")


def _any(starts: list[int], low: int, high: int) -> bool:
    """Whether one of the sorted offsets lies in a stretch."""
    at = bisect_left(starts, low)
    return at < len(starts) and starts[at] < high


def _bare(findings: Findings) -> list[Gap]:
    """Events with neither place nor actor."""
    gaps = []
    for event in findings.events:
        if event.places or event.actors:
            continue
        trigger, sentence = event.trigger, findings.sentences[event.sentence]
        gaps.append(_gap(findings, "trigger_without_arguments", trigger.rule, trigger.start, trigger.end, sentence))
    return gaps


def _gap(findings: Findings, kind: str, key: str, start: int, end: int, sentence: Sentence) -> Gap:
    words = findings.clean.text[sentence.start : sentence.end]
    return Gap(kind, key, findings.document.doc_id, start, end, sentence.start, words)
