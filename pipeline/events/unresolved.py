"""What the rules leave unexplained: where a rule writer should look next."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.rules.events import support_verbs
from pipeline.rules.grammar import verbs
from pipeline.rules.status import status_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.records import Findings, Parse, Sentence, Tokens

__all__ = ["Gap", "gaps_of", "ranked"]

_MEASURES = frozenset({"prose", "list"})


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that the rules do not explain (offsets in the clean text)."""

    kind: str
    """date_without_event, count_without_event, verb_unknown or trigger_without_arguments."""
    key: str
    """What gaps of a kind are counted by: the verb's lemma, the rule, or the kind itself."""
    doc_id: str
    start: int
    end: int
    sentence_start: int
    sentence: str


def gaps_of(findings: Findings, tokens: Tokens, parse: Parse) -> list[Gap]:
    """The gaps of one document, in reading order.

    Handled: sentences with a date or a count of victims and no event; verbs with an actor as subject that no trigger knows; events
    without place and actor. Not handled: what a sentence reports besides its events.

    >>> from pipeline.flow import unresolved
    >>> [(gap.kind, gap.key) for gap in unresolved("On 3 May 1809 the Austrians tarried near Linz.")]
    [('date_without_event', 'date_without_event'), ('verb_unknown', 'tarry')]
    """
    told: dict[int, int] = defaultdict(int)
    for event in findings.events:
        told[event.sentence] += 1
    gaps = [*_silent(findings, told), *_verbs(findings, tokens, parse), *_bare(findings)]
    return sorted(gaps, key=lambda gap: (gap.start, gap.kind))


def ranked(gaps: Iterable[Gap]) -> list[tuple[str, str, int, Gap]]:
    """Kind, key and number of the gaps of a corpus with one example each, the most frequent first."""
    counts: Counter[tuple[str, str]] = Counter()
    example: dict[tuple[str, str], Gap] = {}
    for gap in gaps:
        counts[gap.kind, gap.key] += 1
        example.setdefault((gap.kind, gap.key), gap)
    order = sorted(counts, key=lambda key: (-counts[key], key))
    return [(*key, counts[key], example[key]) for key in order]


def _silent(findings: Findings, told: dict[int, int]) -> list[Gap]:
    """Sentences of prose with a date or a count of victims, and no event."""
    gaps = []
    mentions = findings.mentions
    kinds = (("date_without_event", mentions.dates), ("count_without_event", mentions.counts))
    for sentence in findings.sentences:
        if sentence.kind not in _MEASURES or told[sentence.index]:
            continue
        for kind, some in kinds:
            inside = next((m for m in some if sentence.start <= m.start < sentence.end), None)
            if inside is not None:
                gaps.append(_gap(findings, kind, kind, inside.start, inside.end, sentence))
    return gaps


def _verbs(findings: Findings, tokens: Tokens, parse: Parse) -> list[Gap]:
    """Main verbs whose subject is an actor and that evoke nothing, nor say how an event stands or lend one their support."""
    lemmas = {form: lemma for lemma, verb in verbs().items() for form in verb.forms}
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
        sentence = findings.sentences[clause.sentence]
        gaps.append(_gap(findings, "verb_unknown", lemmas.get(word, word), start, end, sentence))
    return gaps


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
