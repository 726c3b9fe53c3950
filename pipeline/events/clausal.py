"""Roles of an event noun that its clause fills: who carries it out, undergoes it, takes part in it."""

from __future__ import annotations

from functools import cache

from pipeline.events.companions import DOERS
from pipeline.events.occurring import Occurring
from pipeline.events.otherwise import TURNING
from pipeline.events.support import negotiating
from pipeline.rules.grammar import TAKE, WAS, forms_of

__all__ = ["Clausal"]

_OF_ATTACKS = frozenset({"BATTLE", "REMOTE"})
_OF_FIGHTING = _OF_ATTACKS | {"TERRITORY"}
_CLAIMED = frozenset({"BATTLE", "REMOTE", "VIOLENCE", "DESTRUCTION", "CASUALTY"})
_CLAIMING = {"claimed": "by", "blamed": "on", "attributed": "to", "ascribed": "to"}
"""Participles that say whose a deed was, and what stands before who did it."""
_OF_OTHERS = frozenset({"POLITICS", "AGREEMENT"})
_YIELDING = frozenset({"surrender", "withdraw", "resign", "displace", "evacuate"})
_AIMED = frozenset({"against", "on", "upon", "at"})
_PREPARING = frozenset({"preparation", "preparations", "prepared", "preparing", "prepare", "readiness"})
_ALONG = frozenset({"in", "at", "during", "after", "following"})
_IN_DEEDS = frozenset({"in", "at", "during"})


@cache
def _forcing() -> frozenset[str]:
    """Verbs whose subject makes others yield, or has them do so."""
    return forms_of(("force", "compel", "demand", "request", "accept", "receive", "secure", "obtain"))


@cache
def _averting() -> frozenset[str]:
    """Forms of the verbs whose subject is not whom the deed would have struck (*averted an attack on the town*)."""
    return forms_of(("prevent", "avert", "forestall", "preclude"))


@cache
def _bringing() -> frozenset[str]:
    """Forms of the verbs whose subject is what the deed came of, not who did it."""
    return forms_of(("result", "culminate", "end", "dissolve", "escalate", "erupt", *TURNING))


@cache
def _causing() -> frozenset[str]:
    """Forms of the verbs whose subject, whatever it is, moves others to the deed (*sparked a revolt*, *allowed the escape of the king*)."""
    return forms_of(
        (
            "cause",
            "trigger",
            "spark",
            "prompt",
            "provoke",
            "ignite",
            "precipitate",
            "touch",
            "allow",
            "enable",
            "permit",
        )
    )


_FEELINGS = frozenset({
    "panic", "alarm", "outrage", "anger", "fear", "fears", "shock", "consternation", "concern", "concerns", "anxiety", "joy", "horror", "uproar", "fury",
    "indignation", "sensation", "dismay", "grief", "jubilation", "unease", "despair", "excitement", "controversy", "outcry", "mourning",
})  # fmt: skip


@cache
def _leading() -> frozenset[str]:
    return forms_of(("lead", "begin", "open", "start", "conclude"))


@cache
def _obtaining() -> frozenset[str]:
    """Verbs whose subject is who is helped."""
    return forms_of(("obtain", "secure", "gain", "win", "get", "accept"))


@cache
def _guiding() -> frozenset[str]:
    """Verbs whose object takes part in what their subject does."""
    return forms_of(("lead", "command", "direct"))


@cache
def _carrying_out() -> frozenset[str]:
    """Verbs whose subject does the deed that is their object."""
    return forms_of(
        (
            "lead",
            "command",
            "head",
            "carry",
            "launch",
            "stage",
            "conduct",
            "mount",
            "execute",
            "perpetrate",
            "spearhead",
            "make",
            "deliver",
            "undertake",
            "begin",
            "start",
            "initiate",
            "instigate",
            "commence",
            "open",
            "wage",
        )
    )


@cache
def _massing() -> frozenset[str]:
    """Forms of the verbs of those who bring men together for what they will do."""
    return forms_of((
        "mobilise", "mobilize", "mass", "assemble", "gather", "concentrate", "muster", "marshal", "regroup",
        "position",
    ))  # fmt: skip


@cache
def _asking() -> frozenset[str]:
    """Forms of the verbs whose subject waits for what others do (*sought reinforcements from Rome*)."""
    return forms_of(("seek", "request", "ask", "call", "await", "expect", "need"))


@cache
def _subjecting() -> frozenset[str]:
    """Forms of the verb whose object suffers what the noun names (*subjected Paris to bombardment*)."""
    return forms_of(("subject",))


@cache
def _engaging() -> frozenset[str]:
    return forms_of(("engage", "involve", "lock", "embroil", "entangle"))


@cache
def _catching() -> frozenset[str]:
    return forms_of(("catch", "trap"))


@cache
def _taking_part() -> frozenset[str]:
    return TAKE | forms_of((
        "participate", "fight", "serve", "distinguish", "kill", "wound", "injure", "aid", "assist", "help", "join", "share",
        "play",
    ))  # fmt: skip


@cache
def _playing() -> frozenset[str]:
    return forms_of(("play",))


@cache
def _following() -> frozenset[str]:
    """Forms of the verbs that tell of two deeds, one after the other or side by side (*was followed by the siege of Acre*)."""
    return forms_of(("follow", "precede", "accompany", "succeed"))


@cache
def _telling() -> frozenset[str]:
    """Verbs of who tells of a deed, his own or not."""
    return forms_of(("report", "confirm", "mention", "describe", "allege", "deny"))


@cache
def _beholding() -> frozenset[str]:
    """Forms of the verbs that a place has as its subject, or a time (*Leipzig saw heavy fighting*)."""
    return forms_of(("see", "witness"))


class Clausal(Occurring):
    """Reads the arguments of an event off the clause in which its noun stands."""

    def _support(self) -> None:
        """Subject and places of the support verb's clause."""
        scene, candidate = self.scene, self.candidate
        index = candidate.clause
        assert index is not None
        clause = scene.clauses[index]
        kind = candidate.support
        passive = scene.passive(index)
        if kind in ("occur", "act", "fail"):
            for at, chunk in clause.obliques:
                if (role := self._role_beside(index, at, chunk)) != "none":
                    self._take((chunk,), role, "site")
        walked = candidate.rule.subtype == "ambush" and self._walked_into(candidate.chunk)
        if kind in ("perform", "attempt", "plan", "statement") and (passive or not walked):
            if kind == "perform" and (driven := self._driven_into(index)):
                self._take(driven, "initiator", "site")
            elif not passive:
                self._performers(index)
            else:
                self._carried_out(index)
            if candidate.rule.type == "AGREEMENT" and not passive and scene.lower[scene.verb(index)] in _asking():
                # *asked the Allies for an armistice*
                self._take((c for c in clause.objects if c != candidate.chunk), "target", "site")
        elif kind == "fail" and candidate.part == "oblique":
            # *failed in a counter-attack*
            self._performers(index)
        elif kind == "undergo":
            self._undergone(index)
        elif kind == "witness" and scene.lower[scene.verb(index)] in _beholding():
            self._at_places(clause.subjects)
        elif (
            kind == "repel"
            and candidate.rule.type in _OF_ATTACKS
            and not passive
            and scene.lower[scene.verb(index)] not in _averting()
        ):
            self._stoppers(clause.subjects)
        if passive and candidate.part == "subject" and scene.lower[scene.verb(index)] in _following():
            # *The capture of Vienna was followed by that of Pressburg*: what stands behind the verb is of another deed.
            return
        if kind in ("act", "occur") and self._stirred(index):
            return
        if kind and (kind != "statement" or (passive and candidate.part == "subject")):
            # *fighting was reported on the outskirts of X*, too
            self.clause_places(index, ())

    def _stoppers(self, subjects: tuple[int, ...]) -> None:
        """*Krum checked an incursion*: who stops a deed is its target; a bare name that no finder knows is no place."""
        for subject in subjects:
            phrase = self.scene.chunks[subject]
            unknown = self._is_bare(subject) and not self._holds_place(subject)
            if unknown and (made := self.owner.make(phrase.first, phrase.last)) is not None:
                self._actor(made, "target")
            else:
                self._take((subject,), "target", "site")

    def _stirred(self, index: int) -> bool:
        """*The fall of Kut caused alarm in London*: where a deed that has its own place was felt."""
        scene, chunk, objects = self.scene, self.candidate.chunk, self.scene.clauses[index].objects
        felt = bool(objects) and self.candidate.part == "subject" and scene.head(objects[0]) in _FEELINGS
        if not felt or chunk is None or chunk < 0:
            return False
        return any(scene.places_in(scene.chunks[c].first, scene.chunks[c].last) for _, c in scene.tail(chunk))

    def _carried_out(self, index: int) -> None:
        """Who carried out the deed of a passive clause, and against whom."""
        scene, clause = self.scene, self.scene.clauses[index]
        # *Despite an attack by X, talks were held*: who stands before the verb does another deed.
        behind = [(at, c) for at, c in clause.obliques if at > scene.verb(index)]
        behind = [] if scene.lower[scene.verb(index)] in _following() else behind
        doers = [c for at, c in behind if scene.lower[at] in DOERS]
        self._take((*doers, *(clause.subjects if self._engaged_in(index) else ())), "initiator", "site")
        for at, chunk in clause.obliques:
            # *On orders from the staff at Lund an attack was made*: not what it was aimed at.
            aimed = scene.lower[at] == "against" or at > scene.verb(index)
            if aimed and scene.lower[at] in _AIMED and self._is_party(chunk):
                self._take((chunk,), self.roles.get(scene.lower[at], "none"), "object")

    def _performers(self, index: int) -> None:
        """Who does the deed that a verb has as its object, or has it done to them."""
        subjects, kind = self.scene.clauses[index].subjects, self.candidate.support
        if self.candidate.rule.subtype == "aid" and self.scene.lower[self.scene.verb(index)] in _obtaining():
            # *obtained aid from the empire*
            self._take(subjects, "target", "object")
        elif self._loses():
            # *accepted the loss of the islands*
            self._take(subjects, "target", "site")
        elif self.candidate.rule.subtype == "clash" and any(
            w == "between" for c in subjects for w, _ in self.scene.tail(c)
        ):
            # *Antipathy between the Danes and the Swedes culminated in clashes*
            self._parties_of(subjects)
        elif not (self._only_brings(index) or (kind == "plan" and self._of_others_named())):
            self._take(self._accompanied(self._doers(index)), "initiator", "site")
        elif (
            self.candidate.rule.subtype == "surrender"
            and kind == "perform"
            and self.scene.lower[self.scene.verb(index)] in _forcing()
        ):
            # *Forrest forced their surrender*, *accepted the surrender of X*
            self._take(subjects, "target", "site")

    def _loses(self) -> bool:
        """Whether the noun is that of a loss: who accepts or suffers it has lost."""
        chunk = self.candidate.chunk
        return chunk is not None and chunk >= 0 and self.scene.head(chunk) in ("loss", "losses")

    def _undergone(self, index: int) -> None:
        """*The garrison came under attack*, but *The rebels subjected the garrison to an attack*."""
        scene, clause = self.scene, self.scene.clauses[index]
        subjecting = not scene.passive(index) and scene.lower[scene.verb(index)] in _subjecting()
        self._take(clause.subjects, "initiator" if subjecting else "target", "site" if subjecting else "object")
        if subjecting:
            self._take((c for c in clause.objects if c != self.candidate.chunk), "target", "object")

    def _engaged_in(self, index: int) -> bool:
        """*The brigade was engaged in heavy fighting*: a passive that tells of what its subject does."""
        scene, at = self.scene, self.scene.prepositions.get(self.candidate.chunk or 0)
        return at is not None and scene.lower[at] == "in" and scene.lower[scene.verb(index)] in _engaging()

    def _driven_into(self, index: int) -> tuple[int, ...]:
        """*Taxes forced the barons into open rebellion*, *They were driven into revolt*: whom a verb moves to rise."""
        scene, clause, at = (
            self.scene,
            self.scene.clauses[index],
            self.scene.prepositions.get(self.candidate.chunk or 0),
        )
        if at is None or scene.lower[at] != "into" or self.candidate.rule.subtype != "revolt":
            return ()
        return clause.subjects if scene.passive(index) else clause.objects

    def _walked_into(self, chunk: int | None) -> bool:
        """*walked into an ambush*, *was caught in one*, *lured the legions into one*: who is struck is taken; whether that is the subject."""
        scene, at = self.scene, self.scene.prepositions.get(-1 if chunk is None else chunk)
        if at is None or scene.clause_of[at] < 0:
            return False
        clause = scene.clauses[scene.clause_of[at]]
        caught = scene.lower[at] == "in" and scene.lower[scene.verb(scene.clause_of[at])] in _catching()
        if scene.lower[at] != "into" and not caught:
            return False
        self._take(clause.objects or clause.subjects, "target", "object")
        return not clause.objects

    def _of_others_named(self) -> bool:
        """*The Politburo authorised Chinese intervention*, *called for the return of the Danes*: who is to act stands beside the noun."""
        chunk = self.candidate.chunk
        if chunk is None or chunk < 0 or self.roles.get("pre", "initiator") != "initiator":
            return False
        first = self.scene.chunks[chunk].first
        of = self.scene.tail(chunk)[:1] if self.roles.get("of") == "initiator" else []
        mover = any(word == "of" and self._is_party(other) for word, other in of)
        return mover or self._has_doer() or bool(self.scene.actors_in(first, self.candidate.first))

    def _has_doer(self) -> bool:
        """*the capture of Bakhmut by Wagner forces*."""
        chunk = self.candidate.chunk
        if chunk is None or chunk < 0:
            return False
        return any(word == "by" and self._is_party(other) for word, other in self.scene.tail(chunk))

    def _only_brings(self, index: int) -> bool:
        """*crossed the river, leading to a battle*, *forced their surrender*, *the years began with his murder*: no doer of the deed."""
        scene, clause = self.scene, self.scene.clauses[index]
        verb = scene.verb(index)
        word = scene.lower[verb]
        if self.candidate.support == "statement" and (
            self.candidate.rule.type == "CASUALTY" or word in _telling() or self._has_doer()
        ):
            # *Officials confirmed the deaths of 20 people*, *Georgia reported attacks on Poti*, *claimed the capture of it by the Danes*
            return True
        if self.candidate.rule.subtype == "reinforce" and word in _asking():
            return True
        if word in _forcing():
            return self.candidate.rule.subtype in _YIELDING
        if word in _causing():
            return True
        if word in negotiating():
            # *negotiated the release of the captives*, *the surrender of the garrison*: others free them, others yield
            rule = self.candidate.rule
            return rule.type == "DETENTION" or (rule.subtype == "surrender" and self._of_others_named())
        behind = scene.lower[verb + 1 : verb + 3]
        opened = behind[:1] in (["to"], ["with"]) or behind == ["up", "to"]
        if not (word in _bringing() or (word in _leading() and opened)):
            return False
        begun = behind[:1] == ["with"] and word in _leading() and self.candidate.rule.type in _OF_FIGHTING
        if begun and clause.link == "participle" and all(map(self._acts, clause.subjects)):
            # *began an offensive, starting with an encirclement*
            return False
        if clause.link == "participle" or self.candidate.rule.type in _OF_OTHERS | {"PROTEST"}:
            # *The invasion resulted in the surrender of the capital*, *a revolt led to his dismissal*: not of who invaded or rose.
            return True
        return not any(scene.is_a(c, "event", "deed") for c in clause.subjects)

    def _meeting(self, index: int, chunk: int) -> None:
        """*praised Nehru in a meeting with Mao*, *released them after talks with Seoul*: who met or fought whom that is named."""
        scene, at = self.scene, self.scene.prepositions.get(chunk)
        held = (
            at is not None and scene.lower[at] in _ALONG and any(w in ("with", "against") for w, _ in scene.tail(chunk))
        )
        subjects = scene.clauses[index].subjects
        if scene.passive(index):
            # *was repulsed in fighting against the French*: those who fought; of others it is not told that they did.
            held = held and self.candidate.rule.subtype == "clash" and all(scene.is_a(c, "force") for c in subjects)
        if held and not any(r == "initiator" for _, r in self.actors):
            named = (c for c in subjects if not scene.places_in(scene.chunks[c].first, scene.chunks[c].last))
            self._take((c for c in named if not scene.is_a(c, "place")), "initiator", "site")

    def _partaking(self, index: int, chunk: int) -> None:
        """*took part in the attack on X in 1695 and the siege of Y*: who took part in each deed of a list."""
        scene, verb = self.scene, self.scene.verb(index)
        # *Both ships were involved in an attack on the convoy*
        verbs = _engaging() if scene.passive(index) else _taking_part() | _guiding()
        if scene.lower[verb] in WAS and scene.lower[verb + 1 : verb + 3] == ["instrumental", "in"]:
            # *was instrumental in the capture of Lund*
            self._take(scene.clauses[index].subjects, "initiator", "site")
            return
        if scene.lower[verb] not in verbs or scene.chunks[chunk].first < verb:
            return
        if scene.lower[verb] in TAKE | _playing() and not any(map(self._is_part, scene.clauses[index].objects)):
            return
        men = [c for c in scene.clauses[index].objects if self._is_party(c)]
        if scene.lower[verb] in _guiding():
            # *led 30 men in a raid on the mill*
            if men and scene.lower[scene.prepositions.get(chunk, verb)] in _IN_DEEDS:
                self._take((*scene.clauses[index].subjects, *men), "initiator", "site")
            return
        at = chunk
        while at >= 0 and scene.chunks[at].first > verb:
            if scene.is_a(at, "event") and scene.lower[scene.prepositions.get(at, verb)] in _IN_DEEDS:
                break
            at -= 1
        listed = at == chunk or self.next_deed(chunk)
        if at >= 0 and scene.chunks[at].first > verb and listed:
            self._take(scene.clauses[index].subjects, "initiator", "site")

    def _preparing(self, index: int, chunk: int) -> None:
        """*massed troops in preparation for an advance*, *mobilised its forces for an assault*: who prepares it."""
        scene = self.scene
        at = scene.prepositions.get(chunk, 0)
        prepared = scene.lower[at - 1] in _PREPARING or scene.lower[scene.verb(index)] in _massing()
        if scene.lower[at] == "for" and prepared and not scene.passive(index):
            self._take(scene.clauses[index].subjects, "initiator", "site")

    def _led_behind(self) -> None:
        """*A revolt broke out in Lund in May led by Horn*: who led it, behind where and when it was."""
        scene, index = self.scene, self.candidate.clause
        if index is None or index + 1 >= len(scene.clauses) or self.candidate.part != "subject":
            return
        behind, beside = scene.clauses[index + 1], {c for _, c in scene.clauses[index].obliques}
        hangs = behind.link in ("reduced", "participle") and behind.governor == index and scene.passive(index + 1)
        if not hangs or scene.lower[scene.verb(index + 1)] not in _carrying_out():
            return
        # *A revolution began, led by Horn*
        own = behind.link == "participle" and behind.subjects == (self.candidate.chunk,)
        if not own and beside.isdisjoint(behind.subjects):
            return
        if not any(scene.is_a(c, "force", "person") for c in behind.subjects):
            self._take((c for at, c in behind.obliques if scene.lower[at] == "by"), "initiator", "site")

    def _led_by(self, chunk: int) -> None:
        """*The coup in Kabul, led by Amin, …*, *a bombing in Sanaa claimed by al-Qaeda*: who led it, carried it out or says so himself."""
        scene = self.scene
        if self.candidate.support == "occur":
            self._led_behind()
        tail = scene.tail(chunk)
        last = scene.chunks[tail[-1][1] if tail else chunk].last
        first = last + (scene.lower[last : last + 1] == [","])
        index = scene.clause_of[first] if first < len(scene.lower) else -1
        if index < 0 or scene.group(index).first != first or not scene.passive(index):
            return
        verb, clause = scene.lower[scene.verb(index)], scene.clauses[index]
        # *a revolt led by Madog broke out*: the noun's own clause is that of the other verb.
        apart = first > last if clause.link == "participle" else clause.link == "reduced"
        # *There was a coup in May, led by Amin*
        of_it = chunk in clause.subjects or [scene.head(c) for c in clause.subjects] == ["there"]
        led = apart and index != self.candidate.clause and verb in _carrying_out() and of_it
        doer = _CLAIMING.get(verb, "") if self.candidate.rule.type in _CLAIMED else ""
        # *an attack on the islands claimed by Spain*
        land = (
            bool(tail) and scene.is_a(tail[-1][1], "place") and scene.parse.codes[scene.chunks[tail[-1][1]].head] == "N"
        )
        if led or (doer and clause.link in ("participle", "reduced") and not (land and first == last)):
            doers = (c for at, c in clause.obliques if scene.lower[at] == (doer or "by"))
            self._take(doers, self.roles.get("by", "none"), "site")
