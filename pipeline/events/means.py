"""Who did and who suffered what an event noun names, told by the clause that says what was done by it."""

from __future__ import annotations

from functools import cache

from pipeline.events.clausal import Clausal
from pipeline.events.support import INDEFINITE, ROWS
from pipeline.rules.grammar import PARTICLES, forms_of

__all__ = ["WITH_ANOTHER", "Means"]

WITH_ANOTHER = frozenset({"negotiate", "clash"})
"""Subtypes of what two do together."""
_OF_AIMS = frozenset({"BATTLE", "REMOTE", "VIOLENCE"})
"""Types of what is aimed at somebody or something."""
_SO = frozenset({"in", "by", "with", "through", "during"})
"""Prepositions before the attack by which something was done."""
_UPON = frozenset({"after", "following"})
_IN_VAIN = frozenset({"unsuccessful", "failed", "fruitless", "abortive", "futile", "vain", "costly", "bloody"})
_INSTRUMENTAL = frozenset({"by", "with", "through", "via"})
_WHITHER = frozenset({"to", "towards", "toward"})
_BY_WHICH = frozenset({"in", "by", "from"})


@cache
def _overcoming() -> frozenset[str]:
    """Forms of the verbs of what is done by an attack (*took Kars in a surprise attack*)."""
    return forms_of((
        "attack", "strike", "hit", "raid", "bomb", "shell", "storm", "surprise", "ambush", "assault", "capture", "take", "seize", "occupy", "conquer",
        "overrun", "overwhelm", "retake", "recapture", "regain", "liberate", "clear", "secure", "defeat", "rout", "crush", "annihilate", "destroy", "burn",
        "sink", "kill", "wound", "injure", "shoot", "murder", "assassinate", "massacre", "slaughter", "abduct", "kidnap", "free", "rescue", "drive", "push",
        "throw", "repel", "repulse", "halt", "stop", "prevent", "relieve", "break", "penetrate", "advance", "enter", "reach", "cross", "encircle", "surround",
        "breach", "pierce",
    ))  # fmt: skip


@cache
def _undergoing() -> frozenset[str]:
    """Forms of the verbs whose subject suffers, fears or tells of the deed (*lost 300 men by shelling*, *charged Russia with attacks*)."""
    return forms_of((
        "suffer", "sustain", "lose", "incur", "endure", "survive", "receive", "experience", "have", "see", "witness", "face", "fear", "expect", "charge",
        "credit", "associate", "connect", "link", "identify", "compare", "equate", "confuse", "tax", "reproach", "help", "assist", "aid", "trust", "task",
        "provide", "supply", "present", "lead", "guide",
    ))  # fmt: skip


@cache
def _coming_of() -> frozenset[str]:
    """Forms of the verbs of a fight that comes of what was told right before."""
    return forms_of(("ensue", "follow", "develop", "erupt", "break", "begin", "commence", "start", "result"))


@cache
def _meeting() -> frozenset[str]:
    """Forms of the verbs of those who come to fight whom their object names."""
    return forms_of((
        "meet", "encounter", "engage", "face", "confront", "attack", "assault", "charge", "intercept", "surprise", "ambush", "challenge", "strike", "fight",
    ))  # fmt: skip


@cache
def _shifting() -> frozenset[str]:
    """Forms of the verbs of who goes over to a way of fighting (*shifted towards infantry attacks*)."""
    return forms_of(("shift", "switch", "revert", "turn"))


@cache
def _taking() -> frozenset[str]:
    """Forms of the verbs of what an attack or a siege is for."""
    return forms_of((
        "capture", "take", "seize", "occupy", "conquer", "storm", "overrun", "retake", "recapture", "liberate", "enter", "destroy", "sack", "burn",
    ))  # fmt: skip


@cache
def _falling() -> frozenset[str]:
    """Forms of the verbs of what is taken (*fell to the Turks after a siege*)."""
    return forms_of(("fall", "surrender", "capitulate"))


@cache
def _felled() -> frozenset[str]:
    """Forms of what befalls whom an attack strikes."""
    return forms_of(("kill", "wound", "injure", "hurt", "shoot", "assassinate", "murder", "maim", "slay", "massacre"))


@cache
def _hit() -> frozenset[str]:
    """Participles of what else befalls whom or what an attack strikes."""
    return (
        _felled() | _hitting() | forms_of(("sink", "delay", "slow", "disrupt", "scatter", "rout", "cripple", "disable"))
    )


@cache
def _dying() -> frozenset[str]:
    return forms_of(("die", "perish"))


@cache
def _hitting() -> frozenset[str]:
    """Forms of the verbs whose object is what the noun aims at (*An airstrike also hit a hospital*)."""
    return forms_of(
        ("hit", "strike", "target", "shake", "rock", "damage", "destroy", "demolish", "level", "flatten", "wreck")
    )


class Means(Clausal):
    """Reads off a clause the parties of the attack by which, or upon which, it tells that something was done."""

    def _doing_so(self, index: int, chunk: int) -> None:
        """*took Kars in a night attack*, *was shot by rebels in an ambush*: who did by it what the clause tells, and to whom."""
        scene, clause = self.scene, self.scene.clauses[index]
        at = scene.prepositions.get(chunk)
        if at is not None and scene.lower[at] == "of" and scene.lower[at - 1] in ROWS:
            # *in a number of assaults*
            chunk = scene.chunk_of[at - 1]
            at = scene.prepositions.get(chunk)
        if at is not None and (self._is_instrument(index, at, chunk) or self._tried_in_vain(index, at, chunk)):
            self._take(clause.subjects, self.roles.get("by", "none"), "site")
            return
        if at is None or not self._is_way(scene.lower[at], scene.lower[scene.verb(index)]):
            return
        # *the* attack was told of before; of *their* attack others may be the victims.
        if scene.lower[at + 1] not in INDEFINITE and scene.parse.codes[at + 1] != "C":
            return
        to = "to" if scene.lower[scene.verb(index)] in _falling() else "by"
        agents = tuple(c for by, c in clause.obliques if scene.lower[by] == to and c != chunk)
        undone = scene.passive(index) or to == "to"
        doers, undergone = (agents, clause.subjects) if undone else (clause.subjects, clause.objects)
        own = bool(self.places) or any(role == "target" for _, role in self.actors)
        if doers:
            self._take(doers, self.roles.get("by", "none"), "site")
            if not own:
                self._take(undergone, self.roles.get("on", "none"), "object")

    def _tried_in_vain(self, index: int, preposition: int, chunk: int) -> bool:
        """*after several unsuccessful assaults, withdrew*: whoever leaves off or goes on after what failed had tried it."""
        scene, clause = self.scene, self.scene.clauses[index]
        if scene.lower[preposition] not in _UPON or self.candidate.rule.type != "BATTLE" or scene.passive(index):
            return False
        failed = not _IN_VAIN.isdisjoint(scene.lower[preposition + 1 : scene.chunks[chunk].head])
        return failed and self.candidate.rule.subtype not in WITH_ANOTHER and any(map(self._acts, clause.subjects))

    def _ensuing(self, index: int) -> None:
        """*Carlin met the Rebels, and a fight ensued*: whoever the clause before says met whom, of a fight that comes of it."""
        scene, clauses = self.scene, self.scene.clauses
        before = clauses[index].governor if clauses[index].link == "conjunct" else index - 1
        if before is None or not 0 <= before < index or scene.lower[scene.verb(index)] not in _coming_of():
            return
        met, here = clauses[before], clauses[index]
        near = here.sentence - met.sentence <= 1 and self._same_paragraph(met.sentence, here.sentence)
        verb = scene.lower[scene.verb(before)]
        if (
            not near
            or verb not in _meeting()
            or scene.passive(before)
            or scene.lower[scene.verb(before) - 1] in ("to", "not")
        ):
            return
        parties = (*met.subjects, *met.objects)
        if met.subjects and met.objects and all(map(self._acts, parties)) and not any(map(self.is_ground, parties)):
            self._take(parties, "initiator", "site")

    def _same_paragraph(self, *sentences: int) -> bool:
        """Whether sentences stand in one paragraph."""
        return len({self.scene.tokens.sentences[index].paragraph for index in sentences}) == 1

    def _is_instrument(self, index: int, preposition: int, chunk: int) -> bool:
        """*levelled the town with airstrikes and shelling*, *drove them off by artillery fire*: by what the subject did what the verb tells.

        Not what it went through without doing anything to another (*advanced through shelling*).
        """
        scene, clause, rule = self.scene, self.scene.clauses[index], self.candidate.rule
        verb, word, first = scene.verb(index), scene.lower[preposition], scene.chunks[chunk].first
        turned = word in _WHITHER and scene.lower[verb] in _shifting()
        if not (turned or word in _INSTRUMENTAL) or preposition < verb or scene.passive(index):
            return False
        new = scene.parse.codes[first] not in "DPC" or scene.lower[first] in INDEFINITE
        if rule.type not in _OF_AIMS or not new or scene.lower[verb] in _undergoing():
            return False
        if word == "with" and rule.subtype in WITH_ANOTHER:
            # *recaptured two villages, with clashes in a third*
            return False
        if word == "with" and not clause.objects and any(scene.is_a(c, "event") for c in clause.subjects):
            # *Russian shelling continued, with airstrikes and missile attacks*
            return True
        # *drove off the Danes*
        near = (c for at, c in clause.obliques if at == verb + 1 and scene.lower[at] in PARTICLES)
        acted_on = any(verb < scene.chunks[c].first < preposition for c in (*clause.objects, *near))
        return (acted_on or turned or word == "by") and any(map(self._is_party, clause.subjects))

    def _is_way(self, preposition: str, verb: str) -> bool:
        """Whether what is done was done by the deed that the noun names, or upon it: *after a siege of two months the Turks took Kars*."""
        rule = self.candidate.rule
        if rule.subtype in WITH_ANOTHER:
            return False
        if preposition in _UPON:
            told = bool(self.places) or any(role == "target" for _, role in self.actors)
            return (rule.type in _OF_AIMS or rule.subtype == "besiege") and not told and verb in _taking() | _falling()
        return preposition in _SO and rule.type in _OF_AIMS and verb in _overcoming()

    def _striking(self, index: int, chunk: int) -> None:
        """*Collins was killed in an ambush*, *two died in a bombing in Sanaa*: whom it struck, where no other is told."""
        scene, rule, at = self.scene, self.candidate.rule, self.scene.prepositions.get(chunk)
        if (
            rule.type not in _OF_AIMS
            or rule.subtype in WITH_ANOTHER
            or any(role == "target" for _, role in self.actors)
        ):
            return
        fell = scene.lower[scene.verb(index)] in (_hit() if scene.passive(index) else _dying())
        if fell and at is not None and scene.lower[at] in _BY_WHICH:
            self._take_victims(self._befallen(index))
            return
        # *with an airstrike killing its commander*, *an attack that killed 40*
        for clause in scene.clauses[index : index + 2]:
            group = scene.groups[clause.group]
            if chunk in clause.subjects and not group.passive and scene.lower[group.head] in _felled():
                self._take_victims(clause.objects)

    def _befallen(self, index: int) -> tuple[int, ...]:
        """*Two men were killed and six wounded by shelling*: the subjects of a clause, and of the one with which it is told in one breath."""
        scene, clause = self.scene, self.scene.clauses[index]
        before = scene.clauses[clause.governor] if clause.governor is not None else clause
        joined = clause.link == "conjunct" and clause.governor == index - 1 and before.subjects != clause.subjects
        joined = joined and scene.passive(index) and scene.lower[scene.verb(index - 1)] in (_hit() | _dying())
        return (*before.subjects, *clause.subjects) if joined and not before.obliques else clause.subjects

    def _take_victims(self, victims: tuple[int, ...]) -> None:
        """Takes those whom a clause names as killed or hurt for whom the deed struck; a name that no finder knows is a person's."""
        for chunk in victims:
            if self.places and self.is_ground(chunk):
                # *Boise was hit by an attack off Mindoro*: where it was is told, so that is a ship.
                continue
            phrase = self.scene.chunks[chunk]
            bare = self.scene.parse.codes[phrase.first : phrase.last].strip("M") == ""
            known = self.scene.places_in(phrase.first, phrase.last) or self.scene.actors_in(phrase.first, phrase.last)
            made = self.owner.make(phrase.first, phrase.last) if bare and not known else None
            if made is None:
                self._take((chunk,), "target", "object")
            else:
                self._actor(made, "target")

    def _aimed_at(self, chunk: int) -> None:
        """*an attack targeting a bus*, *an airstrike hit a hospital*: what the verb of the noun aims at."""
        scene = self.scene
        if self.candidate.rule.type not in _OF_AIMS or any(role == "target" for _, role in self.actors):
            return
        last = scene.chunks[chunk].last
        index = scene.clause_of[last] if last < len(scene.lower) else -1
        told = [index] if index >= 0 and scene.group(index).first == last else []
        if self.candidate.part == "subject" and self.candidate.clause is not None:
            told.append(self.candidate.clause)
        for clause in told:
            if scene.lower[scene.verb(clause)] in _hitting() and not scene.passive(clause):
                self._take(scene.clauses[clause].objects, "target", "object")
