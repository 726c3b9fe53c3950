"""Rules of status: the verbs, nouns, adjectives and adverbs that say how far an event is asserted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pipeline.rules import ByFirstWord, RuleFile, by_first_word, read_toml
from pipeline.rules.grammar import forms_of

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["StatusWords", "status_words"]

Words = tuple[str, ...]
_LEVELS = ("report", "plan", "attempt", "negate")


class _StatusFile(RuleFile):
    """``data/status.toml``."""

    report: Words
    plan: Words
    attempt: Words
    negate: Words
    achieve: Words
    report_nouns: Words
    plan_nouns: Words
    attempt_nouns: Words
    negate_nouns: Words
    report_adjectives: Words
    plan_adjectives: Words
    attempt_adjectives: Words
    negate_adjectives: Words
    thought_adjectives: Words
    report_adverbs: Words
    attempt_adverbs: Words
    plan_modals: Words
    thought_modals: Words
    negate_prepositions: Words
    predicative: Words
    norms: Words
    nones: Words
    hardly: Words
    no_means: Words
    failures: Words
    estimate: Words
    openings: Words
    take: Words
    accuse: Words
    defy: Words
    merge: Words
    outcomes: Words


@dataclass(frozen=True, slots=True)
class StatusWords:
    """Word → what it makes of the event below it: report, plan, attempt, negate (or achieve, for a verb)."""

    verbs: Mapping[str, frozenset[str]]
    nouns: Mapping[str, str]
    adjectives: Mapping[str, str]
    reluctant: frozenset[str]
    """Adjectives that tell how somebody felt about a deed, not whether he did it."""
    adverbs: Mapping[str, str]
    modals: Mapping[str, str]
    negating_prepositions: frozenset[str]
    predicative: frozenset[str]
    norms: frozenset[str]
    """According to them a thing is done, not said: *according to plan*."""
    estimating: frozenset[str]
    """Verbs that, like those of reports, make a number of casualties somebody's word, in all their forms."""
    openings: frozenset[str]
    """Nouns whose infinitive is done where one takes them: *took the opportunity to seize*."""
    taking: frozenset[str]
    """Verbs of taking them, in all their forms."""
    accusing: frozenset[str]
    """Verbs of accusing, in all their forms: what somebody is accused of stands on their word."""
    defying: frozenset[str]
    """Verbs of not heeding an order or a demand, in all their forms: what was ordered is not done."""
    merging: frozenset[str]
    """Verbs of joining and parting, in all their forms: what one does so to form is formed."""
    outcomes: frozenset[str]
    """What is done by them, in the base form."""
    nones: frozenset[str]
    """Words that open a noun phrase of nobody and nothing."""
    hardly: frozenset[str]
    """Adverbs that make a noun phrase with *a* one of nothing."""
    no_means: frozenset[str]
    """What one may lack and do a deed all the same."""
    failures: ByFirstWord
    """First word → phrases behind a verb that say that it came to nothing."""


@cache
def status_words() -> StatusWords:
    """The words of status, verbs in all their inflections.

    >>> status_words().nouns["attempt"], status_words().modals["could"]
    ('attempt', 'thought')
    """
    file = read_toml("status.toml", _StatusFile)
    found: dict[str, set[str]] = {}
    for level in (*_LEVELS, "achieve"):
        for form in forms_of(getattr(file, level)):
            found.setdefault(form, set()).add(level)
    adverbs = dict.fromkeys(file.report_adverbs, "report") | dict.fromkeys(file.attempt_adverbs, "attempt")
    modals = dict.fromkeys(file.plan_modals, "plan") | dict.fromkeys(file.thought_modals, "thought")
    return StatusWords(
        {form: frozenset(levels) for form, levels in found.items()},
        {word: level for level in _LEVELS for word in getattr(file, f"{level}_nouns")},
        {word: level for level in _LEVELS for word in getattr(file, f"{level}_adjectives")},
        frozenset(file.thought_adjectives),
        adverbs,
        modals,
        frozenset(file.negate_prepositions),
        frozenset(file.predicative),
        frozenset(file.norms),
        forms_of(file.estimate),
        frozenset(file.openings),
        forms_of(file.take),
        forms_of(file.accuse),
        forms_of(file.defy),
        forms_of(file.merge),
        frozenset(file.outcomes),
        frozenset(file.nones),
        frozenset(file.hardly),
        frozenset(file.no_means),
        by_first_word(file.failures),
    )
