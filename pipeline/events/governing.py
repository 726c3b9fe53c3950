"""The status that the verb of a governing clause gives to what it governs: planned, attempted, reported, prevented."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pipeline.events.hedging import OF_LEVEL, NounStatus
from pipeline.events.standing import held_done, inverted, possible
from pipeline.rules.grammar import AIMS, HAVE, WAS, forms_of, grammar

if TYPE_CHECKING:
    from pipeline.events.standing import Standing

__all__ = ["ACTS", "GovernedStatus"]

_NOBODY = frozenset({"neither", "nothing", "nobody", "none", "no"})
_AVOIDING = frozenset({"avoid", "hesitate", "resist"})
_LACKING = frozenset({"lack", "lacks", "lacked", "lacking"})
_CHOICE = 7
"""Tokens within which *no choice* stands before *but to*."""
_NOTHING = frozenset({"no", "nothing", "none"})
_LITTLE = frozenset({"little", "not", "n't", "any"})
_CHOICES = frozenset(
    {"choice", "option", "options", "alternative", "alternatives", "remedy", "recourse", "resort", "course"}
)
ACTS = frozenset({
    "answer", "response", "reply", "reaction", "act", "move", "step", "action", "deed", "retort", "mistake", "error", "measure",
    "exploit",
})  # fmt: skip
_GOING_ON = frozenset({"took", "continued", "began", "started", "resumed", "persisted"})
_COMING = frozenset({"come", "go", "venture", "emerge", "turn"})
_LORE = frozenset({"legend", "tradition", "folklore", "lore", "myth", "story", "hearsay", "gossip"})
"""What tells without anybody who tells: *legend has it that he fled*."""
_STOPPED = frozenset({
    "stopped", "halted", "repulsed", "repelled", "beaten", "routed", "defeated", "ambushed", "massacred", "slaughtered", "thrown",
    "driven", "cut", "mown", "met",
})  # fmt: skip
"""Participles of what came of an advance: *advanced under their shields to be stopped by fire*."""
_KEEPING = frozenset({"keep", "keeps", "kept", "keeping"})
_REPORTED = frozenset({"report"})
_SHORT_OF = frozenset({
    "came close", "come close", "coming close", "came near", "come near", "coming near", "was close", "were close", "been close", "seemed close",
})  # fmt: skip


@cache
def _compelling() -> frozenset[str]:
    return forms_of(grammar().control.compel)


@cache
def _taking() -> frozenset[str]:
    """Forms of the verbs of what it took to do a deed (*took three days to capture the town*)."""
    return forms_of(("take", "need", "require"))


@cache
def _emerging() -> frozenset[str]:
    """Forms of the verbs with which reports become known (*reports emerged that the town had fallen*)."""
    return forms_of(
        ("emerge", "spread", "come", "circulate", "surface", "arrive", "go", "break", "leak", "abound", "hold")
    )


@cache
def _ordering() -> frozenset[str]:
    return forms_of(("order", "want", "command", "demand", "wish", "request"))


@cache
def _meaning() -> frozenset[str]:
    """*The fog meant that the Danes attacked alone*: what came of it; *were meant to attack* is planned."""
    return forms_of(("mean",))


@cache
def _agreeing() -> frozenset[str]:
    return forms_of(("agree",))


@cache
def _musing() -> frozenset[str]:
    """Forms of the verbs of who has a deed in mind, and no more."""
    return forms_of(("dream", "think", "despair", "speak", "talk", "conceive"))


@cache
def _opposing() -> frozenset[str]:
    return forms_of(("oppose",))


@cache
def _making() -> frozenset[str]:
    """Forms of the verbs that say how hard, dangerous or easy something is made."""
    return forms_of(("make", "render", "find", "deem", "consider", "think"))


@cache
def _advising() -> frozenset[str]:
    """Forms of the verbs that turn a deed down with *against*."""
    return forms_of(
        ("decide", "argue", "advise", "warn", "caution", "counsel", "speak", "vote", "recommend", "choose", "opt")
    )


class GovernedStatus(NounStatus):
    """Judges an infinitive, a gerund or the content of a statement by the verb above it."""

    def _governed(self, clause: int, governor: int, standing: Standing) -> None:
        scene, here = self.scene, self.scene.clauses[clause]
        verb = scene.lower[scene.verb(governor)]
        levels = self.words.verbs.get(verb, frozenset())
        group = scene.group(governor)
        if here.link == "purpose" and scene.lower[scene.group(clause).first - 1] == "which":
            # *a base from which to attack England*
            standing.raise_to("planned")
            return
        if here.link in AIMS and (
            self._tried_for(governor, standing)
            or self._came_of_it(clause, governor)
            or self._left_with(clause)
            or self._took_so_long(clause, verb)
        ):
            return
        if here.link == "purpose":
            self._purpose(clause, governor, levels, standing)
            return
        if here.link == "complement":
            self._told_by(clause, governor, levels, standing)
        elif scene.parse.codes[scene.verb(clause)] == "G" and not group.passive and self._weighed(clause, verb):
            # *opposed attacking the town*, *made attacking the town difficult*
            standing.thought = True
        elif here.link == "gerund":
            if not self._mused(clause, verb, standing):
                self._gerund(clause, levels, standing, negated=group.negated)
            standing.thought = standing.thought or self._might_by(clause, governor)
        elif "negate" in levels:
            if (group.negated and verb in _AVOIDING) or (verb in _KEEPING and here.marker is None):
                # *could not avoid sending an army*, *did not hesitate to attack*, *kept firing*: done
                return
            standing.raise_to("negated")
        elif "attempt" in levels:
            standing.raise_to("attempted")
        elif self._is_plan(clause, governor, levels):
            standing.raise_to("reported" if held_done(scene, verb, clause) else "planned")
        elif "report" in levels:
            self._says(governor, standing, dated=here.link != "infinitive")
            # *feared being cut off*
            standing.thought = standing.thought or verb.startswith("fear")
        elif here.link == "infinitive" and scene.parse.codes[scene.verb(governor)] in "BbeHhF":
            self._copular(governor, clause, standing)
        elif here.link == "infinitive" and self._lies_ahead(clause, governor, levels):
            # Not *three months spent besieging the castle*, which is no infinitive.
            standing.raise_to("asserted" if scene.parse.codes[scene.verb(clause)] == "G" else "planned")
        if here.link in ("infinitive", "complement"):
            self._negated_above(clause, governor, levels, standing)
            self._modal_above(governor, standing)

    def _is_plan(self, clause: int, governor: int, levels: frozenset[str]) -> bool:
        """Whether a verb plans what the clause below tells: *hoped to seize the town*, *was going to seize it*."""
        scene = self.scene
        going = scene.lower[scene.verb(governor)] == "going" and scene.clauses[clause].link == "infinitive"
        return ("plan" in levels and "achieve" not in levels) or (
            going and scene.parse.codes[scene.group(governor).first] == "B"
        )

    def _lies_ahead(self, clause: int, governor: int, levels: frozenset[str]) -> bool:
        """Whether an infinitive says what is to come, for all that the verb above it says; not *is known to have sunk three ships*: done."""
        verb = self.scene.verb(governor)
        if self.scene.lower[verb] == "known" and self.scene.group(clause).first == verb + 1:
            return False
        return not levels or self._set_off(clause, governor, levels)

    def _might_by(self, clause: int, governor: int) -> bool:
        """*might respond by sending missiles*."""
        scene, marker = self.scene, self.scene.clauses[clause].marker
        by = marker is not None and scene.lower[marker] == "by" and not scene.passive(governor)
        return by and possible(scene, governor)

    def _told_by(self, clause: int, governor: int, levels: frozenset[str], standing: Standing) -> None:
        """What the verb above makes of a content with a verb of its own, by the tense of that."""
        scene, first = self.scene, self.scene.group(clause).first
        verb = scene.lower[scene.verb(governor)]
        if scene.lower[first] == "had":
            # *determined that the king had been shot*: nothing ahead.
            levels = levels - {"plan"}
        if verb in _agreeing() and scene.parse.codes[first] == "L":
            # *Most sources agree that the Danes burned it*
            levels = _REPORTED
        self._complement(governor, verb, levels, standing)
        if "would" in scene.lower[first : scene.verb(clause)]:
            # *thought that he would retire and let the king rule*
            standing.raise_to("planned")

    def _negated_above(self, clause: int, governor: int, levels: frozenset[str], standing: Standing) -> None:
        """*did not manage to cross*, *was not allowed to cross*, *did not let the Danes cross*."""
        scene, here = self.scene, self.scene.clauses[clause]
        bare = here.marker is None and "achieve" in levels and scene.parse.codes[scene.group(clause).first] == "V"
        if not scene.group(governor).negated or not (here.link == "infinitive" or bare):
            return
        unable = scene.lower[scene.verb(governor)] in {"able", "was", "were", "manage", "managed", "succeed"}
        standing.raise_to("attempted" if unable else "negated")

    def _took_so_long(self, clause: int, verb: str) -> bool:
        """*took three days to capture the town*, *for the army to cross*: done."""
        before = self.scene.chunk_of[self.scene.group(clause).first - 1]
        if verb not in _taking() or before < 0:
            return False
        at = self.scene.prepositions.get(before, 0)
        if self.scene.lower[at] == "for":
            before = self.scene.chunk_of[at - 1]
        return before >= 0 and self.scene.chunks[before].temporal

    def _left_with(self, clause: int) -> bool:
        """*had no choice but to abandon the siege*, *nothing remained but to surrender*: done."""
        scene = self.scene
        before = scene.group(clause).first - 1
        if scene.lower[before] not in {"but", "except"} or scene.parse.codes[before - 1] in ",.;:":
            return False
        low = max(before - _CHOICE, scene.tokens.sentences[scene.clauses[clause].sentence].first)
        left = scene.lower[low:before]
        return not _NOTHING.isdisjoint(left) or not (_LITTLE.isdisjoint(left) or _CHOICES.isdisjoint(left))

    def _tried_for(self, governor: int, standing: Standing) -> bool:
        """*Efforts were made to expel the Danes*, *plans were drawn up to attack*: whether the subject of a passive holds the deed."""
        verb = self.scene.lower[self.scene.verb(governor)]
        if not (self.scene.passive(governor) or verb in _GOING_ON):
            return False
        heads = (self.scene.head(c) for c in self.scene.clauses[governor].subjects)
        level = next((found for head in heads if (found := self.words.nouns.get(head)) in ("attempt", "plan")), "")
        standing.raise_to(OF_LEVEL.get(level, "asserted"))
        return bool(level)

    def _purpose(self, clause: int, governor: int, levels: frozenset[str], standing: Standing) -> None:
        scene, above, group = self.scene, self.scene.clauses[governor], self.scene.group(governor)
        if self._means_of(clause):
            standing.thought = True
            return
        if self._wanting(governor):
            standing.raise_to("attempted")
            return
        if scene.passive(clause) and scene.lower[scene.verb(clause)] in _STOPPED and not above.objects:
            # *advanced under their shields to be stopped by fire*: what came of it
            return
        if self._unplanned(clause):
            if group.negated and above.objects:
                # *did not take the opportunity to attack*
                standing.raise_to("negated")
            return
        # *mercenaries led by Horn, to relieve the town*
        led = above.link == "reduced" and group.passive
        if group.negated and scene.lower[scene.verb(governor)] in _COMING:
            # *would not come out to fight*
            standing.raise_to("negated")
        elif "attempt" in levels:
            # *tried several times to reopen the road*; not *tried a sortie to break the siege*.
            standing.raise_to("planned" if above.objects else "attempted")
        elif "achieve" not in levels or led or above.objects:
            standing.raise_to("planned")
        if scene.parse.codes[group.head] in "Bb":
            self._modal_above(governor, standing)
        if "have" in scene.lower[group.first : group.head] and possible(scene, governor):
            # *would have given him the chance to take the town*; *could spare 5,000 men to attack* tells that he did.
            standing.thought = True

    def _means_of(self, clause: int) -> bool:
        """*had fresh troops to strike with*: what a thing is for, of which nobody says that it is done; not *to fight with the Danes*."""
        scene, last = self.scene, self.scene.group(clause).last
        return scene.lower[last : last + 1] == ["with"] and scene.parse.codes[last + 1 : last + 2] in ",.;:K)"

    def _wanting(self, governor: int) -> bool:
        """*lacked the strength to take the fort*, *had no ladders to storm the wall*: whether somebody could not."""
        scene, group = self.scene, self.scene.group(governor)
        objects = scene.clauses[governor].objects
        if (
            not objects
            or scene.head(objects[0]) in self.words.openings | self.words.no_means
            or scene.lower[scene.chunks[objects[0]].first] in {"a", "an", "any"}
        ):
            return False
        had = scene.lower[group.head] in HAVE
        none = scene.lower[scene.chunks[objects[0]].first] in {"no", "insufficient", "neither"}
        return scene.lower[group.head] in _LACKING or (had and (group.negated or none))

    def _set_off(self, clause: int, governor: int, levels: frozenset[str]) -> bool:
        """*led one column, horse and foot, to assault the posts*: after a comma a purpose; but *forced the king, a boy of six, to abdicate*."""
        scene = self.scene
        compels = "achieve" in levels and scene.lower[scene.verb(governor)] in _compelling()
        brought = compels and scene.clauses[clause].subjects != scene.clauses[governor].subjects
        return scene.parse.codes[scene.group(clause).first - 1] == "," and not brought

    def _copular(self, governor: int, clause: int, standing: Standing) -> None:
        """*was to replace*: still ahead; *had to withdraw*: done; *has to withdraw*: still ahead."""
        scene = self.scene
        verb, start = scene.verb(governor), scene.group(clause).first
        if scene.lower[start - 1] == "able" and "would" in scene.lower[scene.group(governor).first : verb]:
            # *would be able to attack the town*
            standing.raise_to("planned")
        would = (
            "would" in scene.lower[scene.group(governor).first : verb] and scene.clauses[governor].link != "complement"
        )
        have = scene.lower[verb] == "has" or (scene.lower[verb] == "have" and not would)
        # *would have to leave it within a month*: told ahead, as what came.
        # *His answer was to burn the farms*, *His first act was to free the prisoners*: what he did.
        acted = scene.lower[verb] in WAS and any(scene.head(c) in ACTS for c in scene.clauses[governor].subjects)
        # *was to take Riga*, *his objective being to take it*
        ahead = scene.parse.codes[verb] == "B" or scene.lower[verb] == "being"
        if start == verb + 1 and not acted and (ahead or have):
            standing.raise_to("planned")

    def _modal_above(self, governor: int, standing: Standing) -> None:
        group = self.scene.group(governor)
        # *would have enabled them to take the town*
        standing.thought = standing.thought or possible(self.scene, governor)
        for at in range(group.first, group.head):
            kind = self.words.modals.get(self.scene.lower[at])
            if kind == "plan":
                standing.raise_to("planned")
            elif kind == "thought" and not group.negated:
                standing.thought = True

    def _complement(self, governor: int, verb: str, levels: frozenset[str], standing: Standing) -> None:
        turned = inverted(self.scene, governor)
        if turned == "had":
            # *Had the Finns not attacked*: not even denied
            standing.thought = standing.conditional = True
        if turned == "nor":
            standing.raise_to("negated")
        if verb.startswith("den") and "negate" in levels:
            standing.raise_to("negated")
            self._says(governor, standing)
        elif "report" in levels:
            self._says(governor, standing)
        elif "plan" in levels and verb not in _meaning():
            standing.raise_to("planned")
        elif verb in _emerging() and any(
            self.words.nouns.get(head := self.scene.head(c)) == "report" or head in _LORE
            for c in self.scene.clauses[governor].subjects
        ):
            # *reports emerged that the town had fallen*, *legend has it that he fled*
            standing.raise_to("reported")

    def _weighed(self, clause: int, verb: str) -> bool:
        """*opposed attacking the town*, *made taking it hard*: whether a deed is what somebody is against, or what is said to be so or so."""
        if verb in _opposing():
            return True
        behind = max((self.scene.chunks[c].last for c in self.scene.clauses[clause].objects), default=0)
        return verb in _making() and self.scene.parse.codes[behind : behind + 1] in ("J", ["J"])

    def _mused(self, clause: int, verb: str, standing: Standing) -> bool:
        """*dreamed of conquering India*, *was opposed to attacking it*, *decided against it*: whether a deed is only thought of, or turned down."""
        scene, marker = self.scene, self.scene.clauses[clause].marker
        preposition = scene.lower[marker] if marker is not None else ""
        if not self._behind_verb(clause) or scene.lower[scene.group(clause).first] == "having":
            return False
        if preposition == "against" and verb in _advising():
            standing.raise_to("negated")
            return True
        mused = (
            verb in _musing() if preposition in ("of", "about") else preposition in ("", "to") and verb in _opposing()
        )
        standing.thought = standing.thought or mused
        return mused

    def _gerund(self, clause: int, levels: frozenset[str], standing: Standing, *, negated: bool) -> None:
        marker = self.scene.clauses[clause].marker
        preposition = self.scene.lower[marker] if marker is not None else ""
        if preposition == "from" and "negate" in levels:
            # *did not prevent them from landing*: they did
            if not (negated or self._by_nobody(clause)):
                standing.raise_to("negated")
        elif preposition in {"of", "for"} and "report" in levels:
            standing.raise_to("reported")
        elif "plan" in levels and (
            (preposition in {"on", "at", "with"} and self._behind_verb(clause))
            or (preposition == "by" and self._calls_for(clause))
        ):
            # *The plan called for the division of the state by seizing the river*
            standing.raise_to("planned")
        elif preposition in {"in", "at"} and negated:
            standing.raise_to("attempted")
        elif preposition == "to" and marker and " ".join(self.scene.lower[marker - 2 : marker]) in _SHORT_OF:
            # *came close to capturing the town*
            standing.raise_to("attempted")
        elif preposition == "to" and "negate" in levels:
            # *objected to dividing the realm*
            standing.thought = True
        elif not preposition and "negate" in levels:
            standing.raise_to("negated")

    def _ordered(self, clause: int, governor: int) -> bool:
        """*ordered the prisoners executed*, *wanted him released*: what is to befall the object; not *ordered the men taken at Kut to be shot*."""
        scene, here = self.scene, self.scene.clauses[clause]
        if not scene.passive(clause) or scene.lower[scene.verb(governor)] not in _ordering():
            return False
        goes_on = any(
            c.governor in (clause, governor) and c.link in AIMS for c in scene.clauses[clause + 1 : clause + 2]
        )
        # *commanded the right wing, with the cavalry placed behind it*
        beside = any(scene.lower[scene.prepositions[c]] == "with" for c in here.subjects if c in scene.prepositions)
        return not (goes_on or beside) and any(scene.chunks[c].first > scene.verb(governor) for c in here.subjects)

    def _behind_verb(self, clause: int) -> bool:
        """*insisted on taking the fort*, but *On taking the fort, he called for help*."""
        governor = self.scene.clauses[clause].governor
        return governor is not None and self.scene.verb(governor) < self.scene.verb(clause)

    def _by_nobody(self, clause: int) -> bool:
        """*Neither the storm nor the shelling prevented*, *nothing kept them from*: whether the clause above denies its subject."""
        governor = self.scene.clauses[clause].governor
        subjects = self.scene.clauses[governor].subjects if governor is not None else ()
        return any(self.scene.lower[self.scene.chunks[c].first] in _NOBODY for c in subjects[:1])

    def _calls_for(self, clause: int) -> bool:
        """Whether a clause tells by what is to be done what the one above asks for."""
        governor = self.scene.clauses[clause].governor
        verb = self.scene.verb(governor) if governor is not None else 0
        return self.scene.lower[verb + 1 : verb + 2] == ["for"]
