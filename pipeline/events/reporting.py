"""Which event nouns report an event: those with a support verb, a date of their own, or arguments at their first telling."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from pipeline.events.nouns import EventNoun
from pipeline.events.support import INDEFINITE
from pipeline.frozen import replace
from pipeline.records import Mention, Trigger
from pipeline.rules.actors import actor_rules

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pipeline.events.scene import Candidate, Scene
    from pipeline.records import Actor, Argument

__all__ = ["of_troops", "reported"]

_ARGUMENTS_OF = frozenset({"of", "by", "on", "against", "between", "at", "in"})
_EXPULSION, _DRIVING_OUT = "trigger/humanitarian.displace/deport-them", "trigger/territory.advance/drive-out"
_RELIEF = "trigger/territory.relieve/lift-siege"
_RETREATS = {
    "trigger/humanitarian.displace/flee": "trigger/territory.withdraw/flee",
    "trigger/movement.arrive/return-to": "trigger/territory.withdraw/return",
}
"""What those who have just fought do by the same words."""
_SOON = 2
"""Sentences within which who fought and flees retreats."""
_JOINED = 18
"""Words within which nouns can be joined."""
_WITHIN = frozenset({"in", "at", "during"})
_HOW = frozenset({"in", "by", "with", "during"})
_GIFTS = frozenset({"aid", "reinforce"})
_NEAR = 8
"""Tokens behind a noun phrase within which a participle begins that says more of it."""
_NEXT = 4
"""Clauses through which a name is followed, and one."""
_PERSONAL = frozenset(
    {
        "executed",
        "shot",
        "guillotined",
        "assassinated",
        "beheaded",
        "hanged",
        "imprisoned",
        "jailed",
        "exiled",
        "banished",
        "deported",
        "tried",
        "sentenced",
        "tortured",
        "blinded",
        "ransomed",
        "poisoned",
        "murdered",
        "interrogated",
        "crucified",
        "arrested",
        "deposed",
        "pardoned",
    }
)
_LIVING = frozenset({"died", "escaped", "confessed", "perished"})
"""What no town does that was captured."""
_DEEDS = frozenset({"BATTLE", "CASUALTY", "TERRITORY", "DESTRUCTION"})


def reported(scene: Scene, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates that report an event, the nouns among them with the support that makes them do so.

    >>> from pipeline import extract
    >>> found = extract("The attack on Kut began on 3 May 1916. During the attack nobody slept.").events
    >>> [event.trigger.start for event in found]
    [4]
    """
    kept: list[Candidate] = []
    told: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
    verbs = {c.clause: c for c in candidates if c.rule.form == "verb"}
    before: Candidate | None = None
    for found in candidates:
        candidate = _relieved(scene, _of_person(scene, found))
        judged: Candidate | None = candidate
        if candidate.rule.form == "noun":
            noun = EventNoun(scene, candidate)
            judged = noun.judge(told)
            if judged is None and candidate.chunk is not None and candidate.chunk >= 0 and not noun.only_named():
                judged = _joined(scene, candidate, kept)
            partner = verbs.get(judged.clause) if judged is not None else None
            if partner is not None and judged is not None and _named_by(scene, partner, judged):
                kept = [c for c in kept if c is not partner]
                partner = None
            elif (
                partner is not None
                and judged is not None
                and (_same(scene, partner, judged) or _how(scene, partner, judged))
            ):
                judged = None
            if judged is not None and _by_which(scene, judged, verbs):
                judged = None
            if judged is not None and (
                (not noun.ensues() and _only_where(scene, judged, partner, kept)) or _told_already(scene, judged, kept)
            ):
                judged = None
        elif _told_by_its_subject(candidate, kept) or _told_by_coup(scene, candidate, kept):
            judged = None
        if judged is not None:
            if (first := _sharing_its_tail(scene, judged, before)) is not None:
                kept.append(first)
            kept.append(judged)
        before = candidate if judged is None else None
        told[candidate.rule.type, candidate.rule.subtype].append(candidate)
    return kept


def _sharing_its_tail(scene: Scene, noun: Candidate, before: Candidate | None) -> Candidate | None:
    """*the rape and murder of a woman on 1 January*: the first of two nouns, left out so far, that what stands behind the second is said of as well."""
    if before is None or before.chunk is None or noun.chunk is None or before.rule.form != "noun" or before.chunk < 0:
        return None
    first, second, codes = scene.chunks[before.chunk], scene.chunks[noun.chunk], scene.parse.codes
    joined = (
        second.first == first.last + 1 == second.last - 1 and codes[first.last] == "K" and codes[second.first] == "N"
    )
    whom = scene.after(noun.chunk, "of", "by")
    if not joined or whom is None or before.rule.type == "CASUALTY" or _alike(before, noun):
        return None
    if before.rule.entry.if_person and scene.person(whom):
        before = _by(scene, before, f"trigger/{before.rule.entry.if_person}")
    return replace(before, support=noun.support, clause=noun.clause, part=noun.part)


def _only_where(scene: Scene, noun: Candidate, verb: Candidate | None, kept: list[Candidate]) -> bool:
    """*was routed at the Battle of Pavia*, *was killed in the fighting*: a battle that is named as where the deed of its clause was done."""
    preposition = scene.prepositions.get(noun.chunk) if noun.chunk is not None else None
    if noun.rule.subtype != "clash" or preposition is None or scene.lower[preposition] not in _WITHIN:
        return False
    phrase = scene.chunks[noun.chunk or 0]
    opening = scene.lower[phrase.first]
    # *were killed in Sierra Leone's civil war*
    owned = scene.head(noun.chunk or 0) == "war" and "S" in scene.parse.codes[phrase.first : phrase.head]
    if (
        opening != "the"
        and not owned
        and not (opening in {"a", "an"} and verb is not None and verb.rule.subtype == "victory")
    ):
        return False
    before = next((c for c in reversed(kept) if c.clause == noun.clause and c.sentence is noun.sentence), None)
    return any(deed is not None and deed.rule.type in _DEEDS for deed in (verb, before))


def _told_already(scene: Scene, noun: Candidate, kept: list[Candidate]) -> bool:
    """*heavy fighting erupted in villages, where fighting lasted for days*: told twice in one sentence."""
    if noun.chunk is None or scene.chunks[noun.chunk].last - scene.chunks[noun.chunk].first > 1:
        return False
    word = scene.lower[noun.first]
    return any(
        c.sentence is noun.sentence and c.rule is noun.rule and c.chunk is not None and scene.lower[c.first] == word
        for c in kept[-4:]
    )


def _named_by(scene: Scene, verb: Candidate, noun: Candidate) -> bool:
    """*took part in the Battle of Lone Pine*: told by the name of the battle."""
    return verb.rule.entry.name == "take-part" and scene.tokens.words[noun.first][0].isupper()


def _same(scene: Scene, verb: Candidate, noun: Candidate) -> bool:
    """*fought a battle*, *A plebiscite ratified the charter*: one happening, told by the verb."""
    if verb.rule.type != noun.rule.type:
        # *The strike spread to the docks*
        return verb.rule.type == "PROTEST" and noun.rule.type == "REMOTE"
    if verb.rule.subtype == "violate" and noun.part == "subject" and noun.support == "fail":
        # *The ceasefire collapsed*, but *an agreement with the rebels collapsed*
        return scene.lower[scene.chunks[noun.chunk or 0].first] == "the"
    agreed = noun.support == "plan" and verb.rule.subtype == noun.rule.subtype
    if verb.rule.type == "AGREEMENT" and noun.part in ("object", "oblique") and (agreed or not noun.support):
        # *withdrew from the truce in May*, *approved the security pact*, *agreed to the Treaty of Tientsin*
        return verb.first < noun.first <= verb.last + 2
    if verb.rule.subtype == "negotiate" and noun.rule.subtype == "exchange":
        # *negotiated a prisoner exchange*: what was talked of, too.
        return False
    if noun.support == "perform" or (verb.rule.subtype in _GIFTS and noun.part == "object"):
        # *received aid from Rome*, *received Gallic and Ligurian reinforcements*
        return True
    if verb.rule.type == "REMOTE" and noun.part == "oblique" and verb.rule.subtype == noun.rule.subtype:
        # *were targeted by artillery fire*
        return verb.clause == noun.clause and not noun.support
    # *a truck bomb exploded*, *The 1966 coup overthrew the president*
    told = (
        noun.support == "act" or (noun.part == "subject" and noun.rule.subtype == "coup")
        if verb.rule.type == "POLITICS"
        else verb.rule.subtype == "bombing" and noun.part == "subject"
    )
    return told and verb.rule.subtype == noun.rule.subtype


def _how(scene: Scene, verb: Candidate, noun: Candidate) -> bool:
    """*was overthrown in a bloodless coup on 29 August*, *attacked the towns in 226 sorties*: the deed of the verb, told again by its kind."""
    preposition = scene.prepositions.get(noun.chunk) if noun.chunk is not None else None
    if preposition is None or noun.part != "oblique" or noun.support or noun.rule.type != verb.rule.type:
        return False
    beside = scene.parse.codes[preposition - 1] == ","
    return noun.rule.subtype == verb.rule.subtype and scene.lower[preposition] in _HOW and not beside


def _by_which(scene: Scene, noun: Candidate, verbs: Mapping[int | None, Candidate]) -> bool:
    """Whether a noun that a participle says more of is told by a verb: *ousted in a coup led by Huerta*, *signed a treaty opening ports*, *a treaty signed in May*."""
    if noun.chunk is None or noun.clause is None or noun.rule.type == "CASUALTY":
        return False
    preposition, behind = scene.prepositions.get(noun.chunk), _behind(scene, noun.chunk)
    if behind is None:
        return False
    above = scene.clauses[behind].governor
    told = (preposition is not None and scene.lower[preposition] in _HOW) or (
        above is not None and noun.chunk in scene.clauses[above].objects
    )
    return (told and _alike(verbs.get(above), noun)) or (scene.passive(behind) and _alike(verbs.get(behind), noun))


def _behind(scene: Scene, chunk: int) -> int | None:
    """The clause of the participle that says more of a noun phrase, behind a comma or without one."""
    for index in range(scene.clause_after(scene.chunks[chunk].first), len(scene.clauses)):
        clause = scene.clauses[index]
        if clause.first > scene.chunks[chunk].last + _NEAR:
            return None
        if clause.link in ("reduced", "participle") and clause.subjects == (chunk,):
            return index
    return None


def _alike(verb: Candidate | None, noun: Candidate) -> bool:
    """Whether a verb tells of a happening of the same kind as a noun."""
    return verb is not None and (verb.rule.type, verb.rule.subtype) == (noun.rule.type, noun.rule.subtype)


def _told_by_its_subject(verb: Candidate, kept: list[Candidate]) -> bool:
    """*an airstrike struck the depot*: told by the noun."""
    noun = kept[-1] if kept else None
    if noun is None or noun.part != "subject" or noun.clause != verb.clause:
        return False
    if verb.rule.type == "BATTLE" and noun.rule.type == "REMOTE" and noun.support == "perform":
        # *Heavy fire was directed at the town*
        return True
    if verb.rule.type != "REMOTE" and noun.support != "occur":
        # *Civil war between the two broke out*, but *The advance reached Riga*
        return False
    return (
        noun.rule.type == verb.rule.type and noun.rule.subtype == verb.rule.subtype and noun.sentence is verb.sentence
    )


def _told_by_coup(scene: Scene, verb: Candidate, kept: list[Candidate]) -> bool:
    """*staged a coup, overthrowing the king*, *led a coup that overthrew the king*: told by the coup."""
    before = kept[-1] if kept else None
    if (
        before is None
        or verb.rule.subtype != "coup"
        or before.rule.subtype != "coup"
        or before.sentence is not verb.sentence
    ):
        return False
    clause = scene.clauses[verb.clause or 0]
    return (
        clause.governor == before.clause
        and clause.link in ("participle", "relative", "reduced")
        and not scene.passive(verb.clause or 0)
    )


def _relieved(scene: Scene, candidate: Candidate) -> Candidate:
    """*forced the king to raise the siege*: the candidate as a relief, done by who forces him."""
    if candidate.rule.entry.name != "abandon-siege" or candidate.clause is None:
        return candidate
    return _by(scene, candidate, _RELIEF) if scene.compelled(candidate.clause) else candidate


_OF_ONE = frozenset({"his", "her"})


def of_troops(
    scene: Scene, candidate: Candidate, actors: Sequence[Argument[Actor]], fought: Mapping[str, int]
) -> Candidate:
    """*ARVN forces broke. They fled*, *Varro was beaten and returned to Rome*: the candidate as a retreat where who flees is troops, or has just fought.

    ``fought``: for each name the sentence in which its bearer last fought.
    """
    if candidate.rule.id == _EXPULSION and _troops(scene, actors, "target"):
        # *Russian armour reached the town and drove them out*: whom it fought.
        return _by(scene, candidate, _DRIVING_OUT)
    retreat = _RETREATS.get(candidate.rule.id)
    if retreat is None or candidate.clause is None:
        return candidate
    here = candidate.sentence.index
    if any(here - fought.get(a.mention.value.name, -_SOON) < _SOON for a in actors if a.role == "initiator"):
        return _by(scene, candidate, retreat)
    return _by(scene, candidate, retreat) if _troops(scene, actors, "initiator") else candidate


def _troops(scene: Scene, actors: Sequence[Argument[Actor]], role: str) -> bool:
    """Whether a pronoun in a role stands for troops."""
    who = [a.mention.value for a in actors if a.role == role and a.mention.value.antecedent is not None]
    heads = [actor.name.split()[-1].lower() for actor in who]
    return bool(heads) and all("force" in scene.classes.get(head, ()) for head in heads)


def _by(scene: Scene, candidate: Candidate, rule_id: str) -> Candidate:
    """The candidate by another rule."""
    rule = scene.rules[rule_id]
    value = Trigger(rule.type, rule.subtype, rule.form)
    mention = Mention(candidate.mention.start, candidate.mention.end, value, rule.id)
    return replace(candidate, rule=rule, mention=mention)


def _of_person(scene: Scene, candidate: Candidate) -> Candidate:
    """*Paulus was captured*: the candidate by the rule that holds where the patient is a person."""
    other = candidate.rule.entry.if_person
    if other and candidate.chunk is not None and candidate.chunk >= 0:
        # *the capture of Saddam Hussein*, *his capture by the Danes*, *Saddam Hussein's capture*, *Lisette's fall*
        whom = scene.of(candidate.chunk)
        first = scene.chunks[candidate.chunk].first
        owned = scene.lower[first] in _OF_ONE or scene.parse.codes[candidate.first - 1] == "S"
        # *Montfort's conquests* were made by him.
        owned = (
            owned
            and scene.lower[candidate.first] in ("capture", "fall")
            and any(owner.value.kind == "person" for owner in scene.actors_in(first, candidate.first))
        )
        captured = owned if whom is None else scene.person(whom)
        return _by(scene, candidate, f"trigger/{other}") if captured else candidate
    if not other or candidate.clause is None or candidate.rule.form != "verb":
        return candidate
    clause = scene.clauses[candidate.clause]
    intransitive = candidate.rule.roles.get("subject") in ("place", "target")
    intransitive = intransitive and not clause.objects
    patients = clause.subjects if scene.passive(candidate.clause) or intransitive else clause.objects
    if not patients and candidate.rule.phrase and candidate.last < len(scene.chunk_of):
        # *bring down Diem*: what stands behind the particle.
        patients = tuple(c for c in scene.chunk_of[candidate.last : candidate.last + 1] if c >= 0)
    if not patients or scene.head(patients[0]) == "it":
        return candidate
    at_place = _befalls_at(scene, candidate, patients[0])
    person = scene.person(patients[0]) and not (candidate.rule.entry.name == "fall" and _guessed(scene, patients[0]))
    if not (at_place or person or _undergoes(scene, candidate.clause, patients[0])):
        return candidate
    return _by(scene, candidate, f"trigger/{other}")


def _guessed(scene: Scene, chunk: int) -> bool:
    """*In early 1571 Sawayama fell*: whether one word is all that the text says of a name."""
    phrase = scene.chunks[chunk]
    actors = scene.actors_in(phrase.first, phrase.last)
    if len(actors) != 1 or actors[0].rule != "actor/name" or scene.parse.codes[phrase.first : phrase.last] != "M":
        return False
    named = [m for m in scene.mentions.actors if m.value.actor_id == actors[0].value.actor_id]
    return len(named) == 1 and scene.tokens.words[phrase.head] not in actor_rules().given_names


def _befalls_at(scene: Scene, candidate: Candidate, patient: int) -> bool:
    """*captured Cuauhtémoc at Tlatelolco*, *Charles fell at Nancy*: of a name that is no place it is told where that befell him."""
    phrase, behind = scene.chunks[patient], max(candidate.last, scene.chunks[patient].last)
    if candidate.rule.subtype != "capture" or scene.lower[behind : behind + 1] != ["at"]:
        return False
    named = scene.parse.codes[phrase.first : phrase.last] in ("M", "MM")
    if (
        not named
        or scene.places_in(phrase.first, phrase.last)
        or scene.is_a(patient, "place", "facility", "force", "materiel", "polity")
    ):
        return False
    where = scene.chunk_of[behind + 1] if behind + 1 < len(scene.chunk_of) else -1
    return where >= 0 and bool(scene.places_in(scene.chunks[where].first, scene.chunks[where].last))


def _undergoes(scene: Scene, index: int, patient: int) -> bool:
    """*Cetshwayo was captured and exiled*: what only befalls persons is told of a name in one of the clauses that follow."""
    if scene.parse.codes[scene.chunks[patient].head] != "M" or not scene.passive(index):
        return False
    for clause in scene.clauses[index + 1 : index + _NEXT]:
        if clause.sentence != scene.clauses[index].sentence:
            return False
        verb = scene.parse.groups[clause.group].head
        # *was captured and sent to Athens, where he was put to death*
        same = patient in clause.subjects or any(scene.head(c) in ("he", "she") for c in clause.subjects)
        if patient in clause.subjects and scene.lower[verb] in _LIVING:
            # *Osceola was captured and died in prison*
            return True
        if same and (
            scene.lower[verb] in _PERSONAL or scene.lower[verb + 1 : verb + 3] in (["into", "exile"], ["to", "death"])
        ):
            return True
    return False


def _joined(scene: Scene, candidate: Candidate, kept: list[Candidate]) -> Candidate | None:
    """*resulted in the dismissal of ministers and the arrest of officers*: a noun joined to one that reports its event."""
    before = kept[-1] if kept else None
    if (
        before is None
        or before.rule.form != "noun"
        or before.sentence is not candidate.sentence
        or candidate.chunk is None
    ):
        return None
    if candidate.chunk < 0:
        return None
    first, codes = scene.chunks[candidate.chunk].first, scene.parse.codes
    between = codes[before.last : first]
    if len(between) > _JOINED or not set(between).isdisjoint("LZBHFUiG;:TRWQ"):
        return None
    # *fought at the siege of Kaiserswerth, the siege of Venlo and the capture of Huy*
    listed = between.endswith(",") and before.rule.type == candidate.rule.type in _DEEDS and before.part != "subject"
    listed = listed or (between.endswith(",") and _in_open_list(scene, candidate.chunk, before))
    if "K" not in between[-9:] and not listed:
        return None
    if candidate.part == "subject" and candidate.clause != before.clause:
        # *organised a withdrawal, and the defeat at Khartoum ended the war*: of its own verb.
        return None
    like = scene.lower[first] == "the" or first == candidate.first or scene.lower[first] in INDEFINITE
    argued = bool({word for word, _ in scene.tail(candidate.chunk)} & _ARGUMENTS_OF)
    if not (like and argued) and not _goes_on(scene, candidate, before, argued=argued):
        return None
    return replace(candidate, support=before.support, clause=before.clause, part=before.part)


def _in_open_list(scene: Scene, chunk: int, before: Candidate) -> bool:
    """*led to the fall of Riga, the flight of the king and a truce*: one of a list that another noun phrase goes on, behind a supported noun."""
    if not before.support or before.part == "subject":
        return False
    tail = scene.tail(chunk)
    end = scene.chunks[tail[0][1] if tail else chunk].last
    return scene.parse.codes[end : end + 1] in {",", "K"}


def _goes_on(scene: Scene, candidate: Candidate, before: Candidate, *, argued: bool) -> bool:
    """*led to his arrest and subsequently open rebellion*, *was followed by the capture of Riga and its destruction by fire*: right behind the conjunction."""
    assert candidate.chunk is not None
    phrase, codes = scene.chunks[candidate.chunk], scene.parse.codes
    at = phrase.first - 1
    while codes[at] == "A":
        at -= 1
    if not before.support or codes[at] not in "K,":
        return False
    if (before.part == "oblique" or before.support == "occur") and scene.tokens.words[candidate.first].islower():
        new = codes[phrase.first] in "JN" or scene.lower[phrase.first] in INDEFINITE
        return argued or (new and codes[at] == "K")
    return before.part == "object" and argued and codes[phrase.first] in "DP"
