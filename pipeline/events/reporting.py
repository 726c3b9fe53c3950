"""Which event nouns report an event: those with a support verb, a date of their own, or arguments at their first telling."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.rules.events import support_verbs

if TYPE_CHECKING:
    from pipeline.events.scene import Candidate, Scene

__all__ = ["reported"]

_DEFINITE = frozenset(
    {"the", "this", "that", "these", "those", "such", "its", "their", "his", "her", "both", "each", "every", "any"}
)
_OBJECT_KINDS = ("perform", "attempt", "plan", "repel", "statement", "undergo")
_SUBJECT_KINDS = ("occur", "fail")
_CARRIERS = frozenset(
    {
        "start",
        "beginning",
        "series",
        "number",
        "wave",
        "launch",
        "string",
        "spate",
        "outbreak",
        "onset",
        "resumption",
        "end",
        "conduct",
        "preparation",
        "preparations",
        "campaign",
        "pair",
        "couple",
        "lot",
        "round",
        "commencement",
        "flurry",
        "kind",
        "succession",
    }
)
_CAUSES = frozenset(
    {
        "in",
        "during",
        "after",
        "following",
        "by",
        "from",
        "with",
        "despite",
        "amid",
        "through",
        "since",
        "before",
        "to",
        "under",
    }
)


def reported(scene: Scene, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates that report an event, the nouns among them with the support that makes them do so."""
    kept: list[Candidate] = []
    told: set[tuple[str, str]] = set()
    for candidate in candidates:
        if candidate.rule.form == "verb":
            kept.append(candidate)
        else:
            judged = _judge(scene, candidate, told)
            if judged is not None:
                kept.append(judged)
        told.add((candidate.rule.type, candidate.rule.subtype))
    return kept


def _judge(scene: Scene, candidate: Candidate, told: set[tuple[str, str]]) -> Candidate | None:
    support, clause, part = _support(scene, candidate)
    if support:
        return replace(candidate, support=support, clause=clause, part=part)
    if _own_date(scene, candidate):
        return candidate
    if candidate.rule.entry.weak:
        return None
    return candidate if _first_telling(scene, candidate, told) else None


def _support(scene: Scene, candidate: Candidate) -> tuple[str, int | None, str]:
    """The kind of support verb that the noun is an argument of, with its clause and the noun's part."""
    chunk = candidate.chunk
    assert chunk is not None
    if chunk < 0:
        return "", candidate.clause, candidate.part
    clause, part = scene.parts.get(chunk, (None, ""))
    carrier = chunk - 1
    if (
        part in ("oblique", "")
        and carrier >= 0
        and scene.head(carrier) in _CARRIERS
        and scene.after(carrier, "of", "for", "against") == chunk
    ):
        clause, part = scene.parts.get(carrier, (None, ""))
    if clause is None:
        return "", candidate.clause, part
    kinds = support_verbs().get(scene.lower[scene.verb(clause)], ())
    passive = scene.passive(clause)
    wanted = _SUBJECT_KINDS if part == "subject" and not passive else _OBJECT_KINDS
    for kind, phrase in kinds:
        if not _phrase_holds(scene, clause, phrase):
            continue
        if part == "oblique" and not (phrase and _ends_in_preposition(scene, clause, phrase, chunk)):
            continue
        if part == "object" and passive:
            continue
        if kind in wanted:
            return kind, clause, part
    return "", clause, part


def _phrase_holds(scene: Scene, clause: int, phrase: tuple[str, ...]) -> bool:
    at = scene.verb(clause) + 1
    if not phrase:
        return True
    particle = scene.clauses[clause].particle
    if len(phrase) == 1 and particle is not None and scene.lower[particle] == phrase[0]:
        return True
    return tuple(scene.lower[at : at + len(phrase)]) == phrase


def _ends_in_preposition(scene: Scene, clause: int, phrase: tuple[str, ...], chunk: int) -> bool:
    preposition = scene.prepositions.get(chunk)
    return preposition is not None and preposition <= scene.verb(clause) + len(phrase)


def _own_date(scene: Scene, candidate: Candidate) -> bool:
    """A phrase of time hangs on the noun: *the fall of Baghdad on 9 April*; not where a verb follows that may own it."""
    chunk = candidate.chunk
    if chunk is None or chunk < 0 or candidate.part in ("subject", "object"):
        return False
    tail = scene.tail(chunk)
    return any(scene.chunks[at].temporal and word in {"on", "in", "of"} and _precise(scene, at) for word, at in tail)


def _precise(scene: Scene, chunk: int) -> bool:
    phrase = scene.chunks[chunk]
    return any(scene.parse.codes[at] in "ta" for at in range(phrase.first, phrase.last))


def _first_telling(scene: Scene, candidate: Candidate, told: set[tuple[str, str]]) -> bool:
    """An indefinite noun phrase in a place where it names a cause or circumstance, or a definite one with who or whom, told of first."""
    chunk = candidate.chunk
    if chunk is None or chunk < 0:
        return False
    phrase = scene.chunks[chunk]
    opening = scene.lower[phrase.first]
    preposition = scene.prepositions.get(chunk)
    circumstance = preposition is not None and scene.lower[preposition] in _CAUSES
    tail = {word for word, _ in scene.tail(chunk)}
    argued = bool(tail & {"by", "on", "against", "upon", "between"}) or (
        "of" in tail and candidate.rule.roles.get("of") in ("target", "place")
    )
    if opening in _DEFINITE or "'s" in scene.lower[phrase.first : phrase.head]:
        return circumstance and argued and (candidate.rule.type, candidate.rule.subtype) not in told
    if opening == "no":
        return False
    return circumstance or (argued and candidate.part in ("object", "oblique"))
