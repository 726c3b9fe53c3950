"""What the clauses above make of the one that tells an event: how far a report, a plan or a wish holds."""

from __future__ import annotations

from functools import cache

from pipeline.events.governing import ACTS
from pipeline.events.introduced import INTRODUCED, IntroducedStatus
from pipeline.events.selection import CONTENT
from pipeline.events.standing import Standing, inverted
from pipeline.rules.grammar import AIMS, FOREMOST, THUS, WAS, forms_of

__all__ = ["ClauseChain"]

_CONTRAST = frozenset({"while", "whereas", "although", "though"})
_FOREMOST = FOREMOST | {"next", "one", "among"}
_CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
_REASONS = frozenset({"as", "because", "since", "after", "when", "before", "until"})
_OF_AIMS = AIMS | {"gerund"}
_AWAITED = frozenset({"when", "once", "until"})
_NEAR = frozenset({"about", "ready", "poised"})
_DEPENDENT = CONTENT | {"reduced"}
_ACCUSED = frozenset({"accused", "blamed", "said", "insisted", "claimed", "added", "warned", "demanded"})


@cache
def _keeping_from() -> frozenset[str]:
    """Forms of the verbs whose object is kept from what the gerund behind it says."""
    return forms_of(("prevent", "stop", "keep", "deter"))


@cache
def _aiming() -> frozenset[str]:
    """Forms of the verbs of what somebody has in mind, and has not begun."""
    return forms_of(("plan", "hope", "intend", "want", "aim", "wish", "expect", "design", "propose"))


@cache
def _bringing_about() -> frozenset[str]:
    """Forms of the verbs of what a deed would bring about (*cutting the road*), and nobody does beside it (*assigning others*)."""
    return forms_of((
        "cut", "close", "sever", "split", "isolate", "trap", "encircle", "surround", "separate", "deprive", "force", "compel", "drive", "push",
        "link", "open", "secure", "capture", "seize", "destroy", "allow", "end", "block", "outflank", "envelop", "take", "divide", "crush", "deny",
        "knock",
    ))  # fmt: skip


class ClauseChain(IntroducedStatus):
    """Follows a clause up to those whose content it is."""

    def _agreed(self, clause: int) -> bool:
        """*Under its terms, the duke would withdraw*: what a text lays down, in this clause or another of the sentence."""
        scene, sentence = self.scene, self.scene.clauses[clause].sentence
        for at in range(clause, -1, -1):
            if scene.clauses[at].sentence != sentence:
                return False
            here = scene.clauses[at]
            if any(scene.lower[p] == "under" and scene.head(c) in self.words.norms for p, c in here.obliques):
                return True
            if here.marker is not None and scene.lower[here.marker - 1 : here.marker + 1] == ["under", "which"]:
                # *agreed to a ceasefire, under which they would leave*
                return True
        return False

    def _head_of(self, clause: int) -> int:
        """The clause that a conjunct is joined to, and itself otherwise."""
        for _ in range(4):
            here = self.scene.clauses[clause]
            if (
                here.link != "conjunct"
                or here.governor is None
                or here.governor >= clause
                or self.scene.own_subject(clause)
            ):
                break
            clause = here.governor
        return clause

    def _chain(self, clause: int, standing: Standing) -> None:
        """The clauses above, as far as the event is their content."""
        scene, at, steps, loose = self.scene, clause, 0, False
        while steps < 8:
            steps += 1
            here = scene.clauses[at]
            if not loose and (here.marker is not None or here.link in INTRODUCED):
                self._introduced(at, standing)
            governor = here.governor
            if here.marker is not None:
                if scene.lower[here.marker] in _CONDITIONS and here.link != "conjunct":
                    standing.thought = standing.conditional = True
                if scene.lower[here.marker - 2 : here.marker - 1] == ["so"]:
                    # *thought the threat so grave that they sent the fleet*: what came of it.
                    return
            if governor is None:
                if at == clause and here.link == "infinitive" and self._meant_for(at):
                    standing.raise_to("planned")
                return
            if governor >= len(scene.clauses):
                return
            if self._awaited(at, governor):
                standing.raise_to("planned")
                return
            if self._used(at, governor) or self._let_happen(at, governor):
                return
            beyond = self._step(at, governor, standing, loose=loose)
            if beyond is None or governor == at:
                return
            at, loose = governor, beyond

    def _meant_for(self, clause: int) -> bool:
        """Of an infinitive: *An army to recapture the town set out*; but *The first unit to enter the town was the guard*."""
        scene, first = self.scene, self.scene.group(clause).first
        if scene.lower[first] != "to" or scene.chunk_of[first - 1] < 0:
            return False
        phrase = scene.chunks[scene.chunk_of[first - 1]]
        return _FOREMOST.isdisjoint(scene.lower[max(0, phrase.first - 4) : phrase.last])

    def _step(self, at: int, governor: int, standing: Standing, *, loose: bool) -> bool | None:
        """What the clause above makes of the one below; whether the hold is loose from there on, None where it ends."""
        scene = self.scene
        here = scene.clauses[at]
        ahead = "would" in scene.lower[scene.group(governor).first : scene.verb(governor)]
        if here.link == "relative" and ahead and scene.lower[scene.group(at).first] == "had":
            # *said that they would kill the men whom they had captured*
            return None
        if here.link in {"adverbial", "relative"}:
            return True if self._goes_on(at, governor) else None
        made = self._made_of_participle(at, governor) if here.link == "participle" else ""
        if made:
            standing.raise_to(made)
            return None
        # *denied that it had used gas, saying that …*: the one who denies goes on.
        own = scene.verb(at)
        saying = scene.parse.codes[own] == "G" and "report" in self.words.verbs.get(scene.lower[own], ())
        if here.link == "participle" and at > governor and scene.clauses[governor].link == "complement" and not saying:
            # *It was reported that they broke through, advancing six miles*
            return loose
        if here.link not in _DEPENDENT or self._sequel(at, governor):
            return None
        if here.link == "conjunct":
            return loose if self._joined(at, governor, standing) else None
        if loose:
            verb = scene.lower[scene.verb(governor)]
            if here.link == "complement" or (here.link == "infinitive" and "report" in self.words.verbs.get(verb, ())):
                self._governed(at, governor, standing)
                return None
            return True
        if here.link != "reduced":
            self._governed(at, governor, standing)
            return False
        if inverted(scene, governor) == "had":
            # *Had he attacked at once*
            standing.thought = standing.conditional = True
            return None
        if scene.lower[scene.verb(governor)] == "having":
            # *to avoid having his men captured*
            return False
        if self._ordered(at, governor):
            standing.raise_to("planned")
            return False
        if scene.lower[scene.group(at).first] == "be":
            # *ordered that McClellan be replaced*
            verb = scene.lower[scene.verb(governor)]
            self._complement(governor, verb, self.words.verbs.get(verb, frozenset()), standing)
            return False
        if self._said(governor) and self._content(at, governor):
            self._says(governor, standing)
            return None
        if self._hindered(at, governor):
            standing.raise_to("negated")
            return False
        return True

    def _made_of_participle(self, clause: int, governor: int) -> str:
        """The status that the clause above gives to a participle behind it, if any: *The plan was to reach Oulu, cutting Finland in half*."""
        if self._reported_so(clause, governor):
            return "reported"
        return "planned" if clause > governor and self._is_meant_too(clause, governor) else ""

    def _reported_so(self, clause: int, governor: int) -> bool:
        """*were reported killed*, *was believed sunk*: a participle right behind the passive of a verb of saying."""
        scene, at = self.scene, self.scene.verb(clause)
        if at != scene.group(governor).last or scene.parse.codes[at] != "p" or not scene.passive(governor):
            return False
        return "report" in self.words.verbs.get(scene.lower[scene.verb(governor)], ())

    def _is_meant_too(self, clause: int, governor: int) -> bool:
        """*planned to take Riga, cutting the road*: whether a participle is part of the aim told right before; not *hoped to, losing 500 men*."""
        if self._says_what_was_meant(governor):
            return True
        scene, verb = self.scene, self.scene.verb(clause)
        aim = scene.clauses[self._head_of(clause - 1)]
        beside = governor in (aim.governor, clause - 1) and aim.link in _OF_AIMS and aim.governor is not None
        if not beside or scene.lower[scene.verb(aim.governor or 0)] not in _aiming():
            return False
        if scene.lower[verb] not in _bringing_about() and THUS.isdisjoint(
            scene.lower[scene.clauses[clause].first : verb]
        ):
            return False
        return not any(scene.chunks[c].temporal for _, c in scene.clauses[clause].obliques)

    def _says_what_was_meant(self, clause: int) -> bool:
        """*The plan was to …*, *The corps was to …*; not *His first act was to …*."""
        scene, verb = self.scene, self.scene.verb(clause)
        if scene.lower[verb] not in WAS or scene.lower[verb + 1 : verb + 2] != ["to"]:
            return False
        return ACTS.isdisjoint(scene.head(c) for c in scene.clauses[clause].subjects)

    def _goes_on(self, at: int, governor: int) -> bool:
        """Whether a clause that says when or which is still of what is said above."""
        scene, marker = self.scene, self.scene.clauses[at].marker
        if marker is None:
            return False
        word, said = scene.lower[marker], scene.clauses[governor].link == "complement"
        if scene.clauses[at].link == "relative":
            # *said that they had taken the men who burned the mill*; behind a comma the narrator goes on, but for a mere time.
            # *demanded that they yield, to which he responded by …*
            opening = marker - 1 - (scene.parse.codes[marker - 1] == "I")
            aside = scene.parse.codes[opening] in ",(" and word != "when"
            return said and not aside and marker > scene.verb(governor)
        # *It was reported that 100 were killed, while 200 were captured.*
        return word in _CONTRAST or (word in _REASONS and said)

    def _joined(self, at: int, governor: int, standing: Standing) -> bool:
        """Whether what stands above the clause that this one is joined to stands above this one as well."""
        scene, partner = self.scene, self.scene.clauses[governor]
        own = scene.group(at).finite and scene.clauses[at].subjects != partner.subjects
        if not own and partner.link == "complement" and self._accuses(at, governor):
            return False
        told = self._past(at) or self._befell(at)
        if own and (partner.link != "complement" or (told and self._leaves(at, governor))):
            return False
        if governor < at and not own:
            self._hedges(governor, standing)
            if partner.marker is not None and scene.lower[partner.marker] in _CONDITIONS:
                # *unless the Danes fled or gave up the town*
                standing.thought = standing.conditional = True
        return governor < at and (partner.link in _DEPENDENT or partner.link == "participle")

    def _accuses(self, at: int, partner: int) -> bool:
        """*denied that its troops had fired and accused the rebels of shelling*: the one who denies goes on."""
        scene, group = self.scene, self.scene.group(at)
        said = scene.lower[group.head] in _ACCUSED
        past = scene.parse.codes[group.first] == "L" and group.first == group.head
        return said and past and scene.lower[scene.group(partner).first] == "had"

    def _leaves(self, at: int, partner: int) -> bool:
        """Whether the narrator goes on: *decided his position was hopeless and he surrendered*; *was told that the Danes were fleeing, and Horn attacked*."""
        scene, above = self.scene, self.scene.clauses[partner].governor
        levels = self.words.verbs.get(scene.lower[scene.verb(above)], frozenset()) if above is not None else frozenset()
        if "plan" in levels and "report" not in levels:
            return True
        if "would" in scene.lower[scene.group(partner).first : scene.group(partner).head]:
            # *It seemed likely that the town would fall, but he withdrew*
            return scene.parse.codes[scene.group(at).first] == "L" or self._befell(at)
        said, before = scene.group(partner), scene.clauses[at].first - 1
        # *fled, thinking that the town was taken, but Scipio withdrew*
        aside = above is not None and scene.clauses[above].link == "participle"
        shifted = (
            aside
            or scene.lower[said.first] == "had"
            or scene.parse.codes[said.head] == "G"
            or "being" in scene.lower[said.first : said.head]
        )
        return (
            shifted
            and scene.parse.codes[scene.group(at).first] == "L"
            and "," in scene.parse.codes[before : before + 2]
        )

    def _befell(self, clause: int) -> bool:
        """*said that it would begin, but it was delayed*: whether *but* and a plain *was* tell what happened instead."""
        scene, here = self.scene, self.scene.clauses[clause]
        return scene.lower[here.first] == "but" and scene.lower[scene.group(clause).first] in WAS

    def _content(self, clause: int, governor: int) -> bool:
        """*admitted 315 killed*, *claimed 40 tanks destroyed*, *reported soldiers firing on the crowd*: what is said is the noun phrase with its participle."""
        scene, here = self.scene, self.scene.clauses[clause]
        counted = any(scene.parse.codes[scene.chunks[c].head] == "C" for c in here.subjects)
        doing = scene.parse.codes[scene.verb(clause)] == "G"
        many = any(scene.parse.codes[scene.chunks[c].first] == "C" for c in here.subjects)
        return counted or ((doing or many) and not set(here.subjects).isdisjoint(scene.clauses[governor].objects))

    def _hindered(self, clause: int, governor: int) -> bool:
        """*prevented the Persians bypassing the pass*: what its own object was kept from."""
        scene, here = self.scene, self.scene.clauses[clause]
        kept = scene.lower[scene.verb(governor)] in _keeping_from() and not scene.group(governor).negated
        doing = scene.parse.codes[scene.verb(clause)] == "G" and here.first == scene.verb(clause)
        return kept and doing and here.subjects[-1:] == scene.clauses[governor].objects[-1:]

    def _hedges(self, clause: int, standing: Standing) -> None:
        """*reportedly destroyed a tank and shelled the camp*: the adverb before the first verb holds for both."""
        group = self.scene.group(clause)
        for word in self.scene.lower[max(0, group.first - 1) : group.head]:
            if self.words.adverbs.get(word) == "report":
                standing.raise_to("reported")

    def _awaited(self, clause: int, governor: int) -> bool:
        """*pledged to defect when the Persians came*: a time that is no nearer than the plan."""
        scene, marker = self.scene, self.scene.clauses[clause].marker
        if marker is None or scene.lower[marker] not in _AWAITED:
            return False
        if scene.clauses[governor].link not in _DEPENDENT or scene.parse.codes[marker - 1] in ",K":
            return False
        if scene.lower[marker] == "until":
            # *was ordered to hold out until they came*; not *refused to yield until they came*
            return self._bidden(governor) and not any(
                scene.chunks[c].temporal for _, c in scene.clauses[clause].obliques
            )
        if scene.lower[scene.group(clause).first] == "had" or self._under_way(governor):
            # *was asked to lead them when the others had left*, *was about to attack when they came*
            return False
        plan = Standing()
        self._chain(governor, plan)
        return plan.status == "planned"

    def _bidden(self, clause: int) -> bool:
        """*was ordered to hold out*, *promised not to leave*: whether a verb of plans holds an infinitive."""
        for _ in range(3):
            here = self.scene.clauses[clause]
            if here.link != "infinitive" or here.governor is None:
                return False
            levels = self.words.verbs.get(self.scene.lower[self.scene.verb(here.governor)], frozenset())
            if "achieve" not in levels:
                return "plan" in levels
            # *vowed to continue fighting until …*
            clause = here.governor
        return False

    def _under_way(self, clause: int) -> bool:
        """*was about to attack*, *was preparing to attack*: whether a deed is so near that *when* tells what came between."""
        scene, above = self.scene, self.scene.clauses[clause].governor
        progressive = above is not None and scene.parse.codes[scene.verb(above)] == "G" and scene.group(above).finite
        going_on = progressive and scene.lower[scene.verb(above or 0)] != "going"
        return going_on or scene.lower[scene.group(clause).first - 1] in _NEAR

    def _let_happen(self, clause: int, governor: int) -> bool:
        """*failed to prevent the Swedes from taking Narva*: they took it."""
        scene, here = self.scene, self.scene.clauses[clause]
        if scene.lower[scene.verb(governor)] not in _keeping_from() or not self._in_vain(governor):
            return False
        kept = here.link == "gerund" and here.marker is not None and scene.lower[here.marker] == "from"
        return kept or (here.link == "reduced" and here.subjects[-1:] == scene.clauses[governor].objects[-1:])

    def _used(self, clause: int, governor: int) -> bool:
        """*tried to slow them by felling trees*: by which means, and those were used, whatever came of it."""
        scene, here = self.scene, self.scene.clauses[clause]
        if here.link != "gerund" or here.marker is None or scene.lower[here.marker] != "by":
            return False
        aim = Standing()
        self._chain(governor, aim)
        return aim.status == "attempted" and not aim.thought

    def _past(self, clause: int) -> bool:
        group = self.scene.group(clause)
        return self.scene.parse.codes[group.first] in "LH"
