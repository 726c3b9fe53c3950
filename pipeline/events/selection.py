"""Which of the reported candidates stay: a statement whose content is an event gives way to it."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from pipeline.events.standing import only_thought_of, possible
from pipeline.rules.grammar import AIMS, BE, HAVE, forms_of
from pipeline.rules.status import status_words

if TYPE_CHECKING:
    from pipeline.events.scene import Candidate, Scene
    from pipeline.records import Clause

__all__ = ["CONTENT", "without_containers"]

_POINTING = frozenset(
    {"claim", "this", "that", "which", "statement", "report", "reports", "claims", "information", "these"}
)
_TOLD_IN_PAST = 2
"""Past tenses for one present from which on a text is told in the past."""
_PROFESSING = ("claim", "boast", "profess", "alleg", "repor", "said", "admit")
_MADE = frozenset(
    {
        "armed",
        "equipped",
        "backed",
        "supported",
        "financed",
        "displaced",
        "trained",
        "supplied",
        "affiliated",
        "associated",
        "aligned",
        "attached",
        "strapped",
        "built",
        "erected",
        "constructed",
        "occupied",
        "held",
        "manned",
        "inhabited",
    }
)
"""Participles right behind a noun that say how it is."""
_OF_OFFICE = frozenset({"appoint", "elect"})
_GENERAL = frozenset({"intervene"})
"""Rules of verbs that name no deed of their own where the deed is told beside them."""
_SPREAD = frozenset({"scattered", "dispersed"})
"""Those that say so where nobody did it."""
_LYING = frozenset({"surrounding", "dividing", "occupying", "containing", "separating", "guarding"})
_STRIKING = frozenset({"BATTLE", "REMOTE", "DESTRUCTION"})
_WORK = frozenset({"work", "task", "process", "business", "feat"})
_WORKING = ("begin", "start", "continue", "complete", "finish", "accomplish", "undertake", "resume")
_RENOWNED = frozenset(
    {"known", "notorious", "infamous", "famous", "famed", "renowned", "noted", "feared", "reputed", "legendary"}
)
_MISTAKES = frozenset(
    {
        "mistake",
        "error",
        "blunder",
        "risk",
        "step",
        "liberty",
        "feat",
        "precaution",
        "honour",
        "honor",
        "distinction",
        "gamble",
    }
)
_FREEDOMS = frozenset({"right", "power", "powers", "authority", "obligation", "duty", "prerogative"})
_MEANS = frozenset({"means", "ability", "capacity", "capability", "wherewithal"})
_CHANCES = frozenset({"opportunity", "opportunities", "chance", "chances"})
_SUPPOSING = frozenset({"could", "might", "may"})
_SUPPOSED = frozenset({"attempt", "plan", "ploy", "bid", "effort", "move"})
_NOWADAYS = frozenset({"now", "nowadays", "today", "currently", "still"})
_ABOVE = 6
"""Clauses up to which a content is followed."""
CONTENT = frozenset({"complement", "infinitive", "gerund", "purpose", "conjunct"})
"""How a clause hangs on the one that it is the content of, or goes on with it."""


@cache
def _made_use_of() -> frozenset[str]:
    """What may be done with a chance, used or missed, in all forms; not *had the opportunity to attack*, which tells of no deed."""
    words = status_words()
    return (words.taking | words.defying) - forms_of(("have", "get"))


@cache
def _working() -> frozenset[str]:
    """Forms of the verbs that say that a work is done."""
    return forms_of(_WORKING)


def without_containers(scene: Scene, candidates: list[Candidate], beside: dict[int, int]) -> list[Candidate]:
    """The candidates without statements that hold another event, and with one event a token.

    ``beside``: the clauses of what is told, and the clause of saying that a comma joins to each.

    >>> from pipeline import extract
    >>> found = extract("The army said that it had captured Kut.").events
    >>> [(event.trigger.value.subtype, event.status, event.attribution) for event in found]
    [('capture', 'reported', 'army')]
    """
    candidates = _without_what_is_condemned(scene, candidates)
    sentences = Counter(c.sentence.index for c in candidates if c.rule.type != "STATEMENT")
    holders = _holders(scene, candidates, sentences, beside)
    kept = [
        c
        for c in candidates
        if c.rule.type != "STATEMENT"
        or (c.chunk is not None and not _left_unsaid(scene, c))
        or ((c.clause not in holders or _owns_up(c)) and _speaks(scene, c, sentences, beside))
    ]
    nouns = {c.chunk for c in kept if c.chunk is not None} | _fired(scene, kept)
    # *Operation Uranus, an attack on their flanks*: one deed.
    named = {scene.apposed(c.chunk) for c in kept if c.chunk is not None and c.chunk >= 0}
    kept = [c for c in kept if c.chunk is None or c.chunk not in named]
    # *suspended fighting*: what a longer phrase has taken in.
    inside = {at for c in kept for at in range(c.first + 1, c.last)}
    kept = [c for c in kept if c.first not in inside]
    past = scene.parse.codes.count("L") > _TOLD_IN_PAST * scene.parse.codes.count("Z")
    means = {scene.clauses[c.clause].governor for c in kept if c.clause is not None and _by_means(scene, c)}
    kept = [c for c in kept if c.clause not in means or c.rule.entry.name not in _GENERAL]
    kept = [c for c in kept if not (_by_means(scene, c) and _told_above(scene, c, kept))] if means else kept
    signed = {chunk for c in kept if c.rule.subtype == "treaty" for chunk in _what_is_made(scene, c)}
    kept = [c for c in kept if not (c.rule.subtype == "join" and c.chunk in signed)]
    sent = {c.clause for c in kept if c.chunk is None and c.rule.subtype == "deploy"}
    kept = [c for c in kept if not (c.clause in sent and _is_sent(scene, c))]
    given = {c.clause: c.rule.subtype for c in kept if c.chunk is None and c.rule.subtype in _OF_OFFICE}
    kept = [c for c in kept if not (given and _told_by_office(scene, c, given))]
    standing = (c for c in kept if not (_idle(scene, c, nouns) or _of_today(scene, c) or _no_longer(scene, c)))
    return [c for c in standing if not (past and _habitual(scene, c))]


def _no_longer(scene: Scene, candidate: Candidate) -> bool:
    """*could no longer raid the valley*, *was no longer willing to yield*: how it was from then on."""
    index = candidate.clause
    if index is None:
        return False
    clause, group = scene.clauses[index], scene.group(index)
    if clause.link == "infinitive" and clause.governor is not None:
        # *were no longer prepared to yield*
        group = scene.group(clause.governor)
    return "longer" in scene.lower[group.first : group.last]


def _of_today(scene: Scene, candidate: Candidate) -> bool:
    """*which now forms the border*: how it is."""
    if candidate.clause is None or candidate.chunk is not None:
        return False
    group, lower = scene.group(candidate.clause), scene.lower
    if scene.parse.codes[group.head] != "Z":
        return False
    around = (*lower[max(0, group.first - 1) : group.head], *lower[group.head + 1 : group.head + 2])
    return not _NOWADAYS.isdisjoint(around)


def _holders(scene: Scene, candidates: list[Candidate], sentences: Counter[int], beside: dict[int, int]) -> set[int]:
    """The clauses of which another event is the content."""
    holders: set[int] = set()
    for candidate in candidates:
        if candidate.clause is None or possible(scene, candidate.clause) or _left_unsaid(scene, candidate):
            continue
        if _left_undone(scene, candidate) or (
            candidate.rule.type == "STATEMENT"
            and candidate.chunk is None
            and not _speaks(scene, candidate, sentences, beside)
        ):
            continue
        if candidate.chunk is not None:
            holders.add(candidate.clause)
        at = candidate.clause
        for _ in range(_ABOVE):
            if at in beside and beside[at] != candidate.clause:
                holders.add(beside[at])
            clause = scene.clauses[at]
            if clause.governor is None or clause.governor == at or not _is_content(scene, at):
                break
            if clause.link == "conjunct" and clause.governor > at:
                break
            at = clause.governor
            if clause.link != "conjunct":
                holders.add(at)
    return holders


def _is_content(scene: Scene, index: int) -> bool:
    """Whether a clause is told by the one above it; *said that they fled as the town fell*: with its reason."""
    clause = scene.clauses[index]
    if clause.link in CONTENT:
        return True
    reason = clause.marker is not None and scene.lower[clause.marker] in {"as", "because"}
    return reason and clause.link == "adverbial" and scene.clauses[clause.governor or 0].link == "complement"


def _what_is_made(scene: Scene, candidate: Candidate) -> tuple[int, ...]:
    """*signed an alliance with Scotland*, *an alliance was agreed*: the noun phrases of what a verb says was made."""
    if candidate.chunk is not None or candidate.clause is None:
        return ()
    clause = scene.clauses[candidate.clause]
    return clause.subjects if scene.passive(candidate.clause) else clause.objects


def _is_sent(scene: Scene, candidate: Candidate) -> bool:
    """*sent an expedition to Italy*: told by its verb already; *against Tunis*, it is a deed as well."""
    if candidate.rule.entry.name != "expedition" or candidate.part != "object" or candidate.clause is None:
        return False
    return all(scene.lower[at] != "against" for at, _ in scene.clauses[candidate.clause].obliques)


def _told_by_office(scene: Scene, candidate: Candidate, given: dict[int | None, str]) -> bool:
    """*was chosen to succeed Horn*, *won the vote, defeating Horn*: what the verb above, of an office or a vote, has told already."""
    index = candidate.clause
    if index is None or candidate.chunk is not None or scene.clauses[index].governor not in given:
        return False
    clause = scene.clauses[index]
    if candidate.rule.subtype == "victory":
        return clause.link == "participle" and given[clause.governor] == "elect"
    of_office = candidate.rule.subtype in _OF_OFFICE or candidate.rule.subtype == "resign"
    return of_office and clause.link in AIMS


def _told_above(scene: Scene, candidate: Candidate, kept: list[Candidate]) -> bool:
    """*was executed by being hanged*: whether the clause above tells of a deed of the same kind; not *retook the plain by recapturing Bitola*."""
    if not scene.passive(candidate.clause or 0):
        return False
    above = scene.clauses[candidate.clause or 0].governor
    return any(c.clause == above and c.chunk is None and c.rule.subtype == candidate.rule.subtype for c in kept)


def _by_means(scene: Scene, candidate: Candidate) -> bool:
    """*intervened in Greece by landing troops*: the deed that a general verb stands for."""
    clause = scene.clauses[candidate.clause or 0]
    return (
        candidate.chunk is None
        and clause.link == "gerund"
        and clause.marker is not None
        and scene.lower[clause.marker] == "by"
    )


def _habitual(scene: Scene, candidate: Candidate) -> bool:
    """*the party which wins the vote*: no happening, in a text told in the past."""
    if candidate.clause is None or candidate.chunk is not None:
        return False
    group = scene.group(candidate.clause)
    return group.first == group.head and scene.parse.codes[group.head] == "Z" and not _dated(scene, candidate)


def _dated(scene: Scene, candidate: Candidate) -> bool:
    """*1921 – Ireland joins the League*: a year or a month stands in the sentence."""
    return any(code in "ta" for code in scene.parse.codes[candidate.sentence.first : candidate.sentence.last])


def _without_what_is_condemned(scene: Scene, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates without deeds that are only condemned (*described the strike as a terrorist attack*), and charges that led to more."""
    condemning = {c.clause for c in candidates if c.rule.subtype == "condemn" and c.chunk is None}
    if not condemning:
        return candidates
    punished = {
        scene.clauses[c.clause].subjects
        for c in candidates
        if c.rule.type in {"VIOLENCE", "DETENTION"} and c.clause is not None and scene.passive(c.clause)
    }
    return [
        c
        for c in candidates
        # *criticised him for refusing to yield*: the reason, not what was said.
        if not (_why(scene, c) and scene.clauses[c.clause or 0].governor in condemning)
        # *were charged with treason, tried and hanged*: a step on the way.
        if c.chunk is not None or c.clause not in condemning or scene.clauses[c.clause or 0].subjects not in punished
        if c.chunk is None
        or c.clause not in condemning
        or not (c.part == "object" or scene.lower[scene.prepositions.get(c.chunk, 0)] == "as")
    ]


def _why(scene: Scene, candidate: Candidate) -> bool:
    """Whether a statement is told by a gerund with *for* or *of*."""
    if candidate.rule.type != "STATEMENT" or candidate.clause is None or candidate.chunk is not None:
        return False
    clause = scene.clauses[candidate.clause]
    return clause.link == "gerund" and clause.marker is not None and scene.lower[clause.marker] in {"for", "of"}


def _left_unsaid(scene: Scene, candidate: Candidate) -> bool:
    """*said that it had not confirmed any losses*, *that he would issue a proclamation*: no statement but the one above."""
    index = candidate.clause
    if index is None or candidate.rule.type != "STATEMENT" or scene.clauses[index].link != "complement":
        return False
    return scene.group(index).negated or candidate.chunk is not None


def _left_undone(scene: Scene, candidate: Candidate) -> bool:
    """*criticised him for not taking office*: a reason, and no happening."""
    index = candidate.clause
    if index is None or candidate.chunk is not None or scene.clauses[index].link != "gerund":
        return False
    marker = scene.clauses[index].marker
    return scene.group(index).negated and marker is not None and scene.lower[marker] in {"for", "by"}


def _bent_on(scene: Scene, candidate: Candidate) -> bool:
    """*concentrated on strengthening the walls*: what somebody means to do, and nothing that he did before it; not *concentrated on the border*."""
    behind = candidate.last
    if scene.lower[behind : behind + 1] != ["on"] or scene.parse.codes[behind + 1 : behind + 2] != "G":
        return False
    return "plan" in status_words().verbs.get(scene.lower[candidate.first], ())


def _owns_up(candidate: Candidate) -> bool:
    """*claimed responsibility for a raid*: a deed of its own beside the one that it is about."""
    return candidate.rule.subtype == "claim" and candidate.last - candidate.first > 1


def _speaks(scene: Scene, candidate: Candidate, sentences: Counter[int], beside: dict[int, int]) -> bool:
    """A statement made in the narrative; not a historian's present tense, nor a comment on what the sentence tells."""
    index = candidate.clause
    if index is None or _left_unsaid(scene, candidate):
        return False
    clause, group = scene.clauses[index], scene.group(index)
    bare = candidate.rule.subtype == "claim" and candidate.last - candidate.first == 1
    alone = not sentences[candidate.sentence.index]
    content = (alone and index in beside.values()) or _has_content(scene, index)
    if bare and candidate.rule.entry.name not in {"describe-situation", "claimed-by", "tell-of"} and not content:
        return False
    if (
        scene.parse.codes[group.head] in "VZ"
        and group.finite
        and group.first == group.head
        and not _goes_on(scene, index)
    ):
        # *On 7 December, the president warns …*: a chronicle, which names the day.
        return "t" in scene.parse.codes[candidate.sentence.first : group.first]
    if clause.marker is not None and scene.lower[clause.marker] == "as":
        return False
    if group.passive:
        about = {scene.head(c) for c in clause.subjects}
        told = sentences[candidate.sentence.index] > 0
        if not group.finite or (told and (not about or about & _POINTING or clause.link == "relative")):
            return False
        # *New outbreaks were confirmed*: nobody is named who says so, nor what.
        said = about & {"it", "there"} or any(scene.lower[at] == "by" for at, _ in clause.obliques)
        if candidate.rule.entry.name in {"announce", "claim"} and not said and not content:
            return False
        behind = scene.lower[group.last : group.last + 1]
        if candidate.rule.entry.name == "claim" and (behind == ["to"] or (behind == [","] and not said)):
            # *was reported to comprise 1,500 ships*: hearsay.
            return False
    return True


def _goes_on(scene: Scene, index: int) -> bool:
    """*prompted him to change sides and seek help*: a base form that goes on an infinitive is no present."""
    above = scene.clauses[index].governor
    joined = scene.clauses[index].link == "conjunct" and scene.lower[scene.group(index).first - 1] == "and"
    return joined and above is not None and not scene.group(above).finite


def _has_content(scene: Scene, index: int) -> bool:
    """What is said stands in a clause of its own, or in quotation marks: *maintained that …*, not *maintained order*."""
    after, first = scene.verb(index) + 1, scene.group(index).first
    if scene.lower[after : after + 1] in (["that"], ['"'], ["“"], [","]):
        return True
    codes = scene.parse.codes
    # *said: "…"*, *"…," said Sarkozy*, *"…," the mayor told reporters*
    subjects = scene.clauses[index].subjects
    opening = min(first, scene.chunks[subjects[0]].first) if subjects else first
    begins = scene.tokens.sentence_of[first].first
    if codes[after : after + 1] == ":" or (begins < opening and codes[opening - 1] == '"'):
        return True
    if _quoted_behind(scene, index, after):
        return True
    objects = scene.clauses[index].objects
    # A text may end right behind the object, so what follows is read as a slice.
    end = scene.chunks[objects[-1]].last if objects else 0
    if objects and codes[end : end + 1] not in {"T", "R", ":", ",", "i", '"'}:
        # *maintaining power came at a price*
        return False
    # *claimed to be king*, but *responded to keep order*.
    links = {"complement", "infinitive"} if scene.lower[scene.verb(index)].startswith(_PROFESSING) else {"complement"}
    return any(c.governor == index and c.link in links for c in scene.clauses[index + 1 : index + 4])


def _quoted_behind(scene: Scene, index: int, after: int) -> bool:
    """*said in a speech to the club: "…"*, *wrote to Grant that …*: the words stand behind where and to whom they were said."""
    told = after
    for at, chunk in scene.clauses[index].obliques:
        if at == told:
            told = scene.chunks[chunk].last
    return told > after and (
        scene.parse.codes[told : told + 1] == ":" or scene.lower[told : told + 1] in (['"'], ["“"], ["that"])
    )


def _standing(scene: Scene, candidate: Candidate) -> bool:
    """*the hills surrounding Stanley*, *troops armed with rifles*, *those killed*: how things stood, where no day is told."""
    index = candidate.clause or 0
    clause, verb = scene.clauses[index], scene.lower[scene.verb(index)]
    if any(scene.chunks[c].temporal for _, c in clause.obliques):
        return False
    if scene.passive(index):
        spread = verb in _SPREAD and all(scene.lower[at] != "by" for at, _ in clause.obliques)
        return spread or verb in _MADE or _of_those(scene, index)
    return verb in _LYING


def _of_those(scene: Scene, index: int) -> bool:
    """*those killed*; not *among those killed were two nuns*, *The nun was among those killed*: who it befell is told."""
    group = scene.group(index)
    before, behind = scene.lower[max(0, group.first - 2) : group.first], scene.lower[group.last : group.last + 1]
    told = behind == ["included"] or (behind in (["was"], ["were"]) and before[:1] == ["among"])
    clause, above = scene.clauses[index], scene.clauses[index].governor
    if above is not None and above < index and scene.parse.codes[scene.verb(above)] in "Bb":
        told = told or clause.subjects == scene.clauses[above].subjects
    return before[-1:] == ["those"] and not told


def _fired(scene: Scene, candidates: list[Candidate]) -> set[int]:
    """The shots that strike in another event: *was hit by a torpedo fired by U-47*, *two rockets fired from Gaza hit Haifa*."""
    found: set[int] = set()
    for candidate in candidates:
        if candidate.clause is None or candidate.chunk is not None or candidate.rule.type not in _STRIKING:
            continue
        clause = scene.clauses[candidate.clause]
        if scene.passive(candidate.clause):
            shots = {c for at, c in clause.obliques if scene.lower[at] in ("by", "with")}
        else:
            shots = set(clause.subjects)
        found |= {chunk for chunk in shots if scene.is_a(chunk, "munition")}
    return found


def _only_free_to(scene: Scene, clause: Clause) -> bool:
    """*has no right to dissolve the house*, *had the means to conduct fire*, *was under no obligation to fight*, *this may have been an attempt to take Kut*: no deed of that day."""
    if clause.link not in AIMS or clause.governor is None:
        return False
    above, noun = scene.group(clause.governor), scene.lower[scene.parse.groups[clause.group].first - 1]
    head = scene.lower[above.head]
    if noun in _FREEDOMS:
        return head in HAVE or head in BE
    if noun in _MEANS or noun in _CHANCES:
        # *took the opportunity to attack*, *missed it*: they did, or did not.
        return head not in _made_use_of()
    supposed = not _SUPPOSING.isdisjoint(scene.lower[above.first : above.head])
    return supposed and head in BE and noun in _SUPPOSED


def _renowned_for(scene: Scene, index: int) -> bool:
    """*known for raiding villages*, *infamous for murdering prisoners*: a habit; not *famous for sacking Panama in 1671*."""
    clause = scene.clauses[index]
    if clause.link != "gerund" or clause.marker is None or scene.lower[clause.marker - 1] not in _RENOWNED:
        return False
    told = [scene.chunks[c] for c in (*clause.objects, *(c for _, c in clause.obliques))]
    plain = all("M" not in scene.parse.codes[p.first : p.last] and not p.temporal for p in told)
    return scene.lower[clause.marker] == "for" and plain and all(scene.head(c).endswith("s") for c in clause.objects)


def _idle(scene: Scene, candidate: Candidate, nouns: set[int]) -> bool:
    """A bare verb in a list of aims, an experience *of fighting*, a participle that only says what an event noun (a chunk) was."""
    if candidate.clause is None:
        return False
    clause, group = scene.clauses[candidate.clause], scene.group(candidate.clause)
    codes = scene.parse.codes
    if candidate.chunk is not None:
        # *to find them; distribute aid; secure the oil*: one of a list of aims.
        bare = codes[group.first] == "V" and not clause.subjects and clause.link in {"main", "conjunct"}
        return candidate.part == "object" and (bare or _only_free_to(scene, clause))
    if _left_undone(scene, candidate) or _bent_on(scene, candidate) or _only_free_to(scene, clause):
        return True
    if candidate.rule.entry.name == "it-fell" and candidate.clause + 1 < len(scene.clauses):
        # *It fell to the rangers to silence the battery*: a task.
        task = scene.clauses[candidate.clause + 1]
        if task.link in AIMS and task.governor == candidate.clause:
            return True
    if candidate.rule.subtype == "elect" and clause.link == "reduced" and group.passive:
        # *a house elected by the nobles*
        return not any(scene.chunks[c].temporal for _, c in clause.obliques)
    if codes[group.first] == "V" and not clause.subjects and clause.link in {"main", "conjunct"}:
        return True
    # *is based in*: a state; *5 June – Pretoria is taken*: an entry of a chronicle.
    if (
        group.passive
        and scene.lower[group.first] in {"is", "are"}
        and candidate.sentence.first not in scene.parse.entries
    ):
        return True
    if _renowned_for(scene, candidate.clause):
        return True
    words = status_words()
    if clause.link == "gerund" and clause.marker is not None and scene.lower[clause.marker] == "of":
        before = clause.marker - 1
        blamed = clause.governor is not None and "report" in words.verbs.get(
            scene.lower[scene.verb(clause.governor)], ()
        )
        # *accused the others of breaking the truce*
        # *made the mistake of attacking the camp*
        above, part = scene.parts.get(scene.chunk_of[before], (None, ""))
        done = scene.lower[before] in _MISTAKES and part == "object"
        # *completed the work of driving them out*
        done = done or (
            scene.lower[before] in _WORK and above is not None and scene.lower[scene.verb(above)] in _working()
        )
        if codes[before] in "NM" and scene.lower[before] not in words.nouns and not (blamed or done):
            return True
    opening = clause.link == "participle" and codes[group.head] == "G" and clause.objects and not clause.subjects
    if opening and only_thought_of(scene, group, clause.governor):
        return True
    if clause.link == "reduced" and clause.subjects:
        # *destroyed the supplies not burned the day before*: which they were
        return (group.passive and group.negated) or clause.subjects[0] in nouns or _standing(scene, candidate)
    whichever = clause.objects and scene.lower[scene.chunks[clause.objects[0]].first] == "any"
    if whichever and candidate.rule.type != "STATEMENT" and not _done_to_none(scene, candidate.clause):
        # *whoever attacked any of them*
        return True
    return bool(clause.subjects) and scene.lower[scene.chunks[clause.subjects[0]].first] == "any"


def _done_to_none(scene: Scene, index: int) -> bool:
    """*did not take any guns*, *failed to sink any ships*, *without losing any men*: it was done to none of them."""
    clause, group, words = scene.clauses[index], scene.group(index), status_words()
    if group.negated:
        return True
    if any(scene.lower[scene.chunks[c].first] in words.nones for c in clause.subjects):
        # *Neither side gained any ground*; not *No state may form any league*
        return scene.lower[group.first] not in words.modals
    if clause.link == "gerund" and clause.marker is not None:
        return scene.lower[clause.marker] in words.negating_prepositions
    if clause.link not in AIMS or clause.governor is None:
        return False
    levels = words.verbs.get(scene.lower[scene.verb(clause.governor)], frozenset())
    return "negate" in levels or "attempt" in levels or scene.lower[group.first - 1] in words.adjectives
