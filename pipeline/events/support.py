"""What makes an event of a noun from outside: the verb that it is an argument of, and what hangs on it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pipeline.events.otherwise import NamedNoun
from pipeline.rules.events import event_rules, support_verbs
from pipeline.rules.grammar import BE, WAS, forms_of

if TYPE_CHECKING:
    from pipeline.events.scene import Scene

__all__ = ["INDEFINITE", "ROWS", "SupportedNoun", "negotiating"]

_OBJECT_KINDS = ("perform", "attempt", "plan", "repel", "statement", "undergo", "witness")
_SUBJECT_KINDS = ("occur", "act", "fail")
ROWS = frozenset({"number", "series", "string", "succession", "couple", "spate", "round", "sequence", "handful"})
"""Nouns of several deeds, one after the other (*a number of battles*)."""
_CARRIERS = ROWS | frozenset(
    {
        "start", "beginning", "wave", "launch", "outbreak", "onset", "resumption", "end", "conduct",
        "attempt", "attempts", "preparation", "preparations", "campaign", "pair", "lot", "commencement", "flurry", "kind", "rounds", "waves", "days", "weeks", "months", "nights", "hours", "phase", "stage",
        "acts", "bout", "bouts", "burst", "bursts", "surge", "rash", "renewal", "continuation", "intensification", "escalation", "completion",
        "cycle", "years", "hail", "amount", "deal", "episode", "episodes", "instances", "incidents", "outbreaks", "orgy", "minutes", "decades",
    }
)  # fmt: skip
_FOLLOWS = frozenset({"followed", "follows", "following"})
_OUTCOMES = (["unable"], ["unsuccessful"], ["successful"])
_NONE = frozenset({"little", "few", "hardly"})
_DOUBTED = frozenset(
    {
        "risk", "danger", "threat", "fear", "fears", "hope", "hopes", "chance", "possibility", "prospect", "question", "sign", "signs", "need", "lack", "idea",
        "talk", "estimate", "estimates", "plan", "plans", "reason", "opportunity", "history", "likelihood", "rumours", "rumors",
    }
)  # fmt: skip
_ONE_OF = frozenset(
    {"first", "second", "third", "last", "some", "several", "many", "most", "few", "worst", "another", "other"}
)
_TOOK_PLACE = frozenset({"took", "taken", "occurred", "happened", "fought", "unfolded", "erupted"})
_SOON = 6
"""Words behind *there was* within which the noun stands."""
_ARTICLES = frozenset({"the", "a", "an"})
_ENSUES = frozenset({"followed", "ensued"})
_THERE = frozenset({"was", "were", "been", "followed", "ensued", "began", "occurred"})
_OCCASIONS = frozenset(
    {
        "triumph", "achievement", "exploit", "result", "outcome", "consequence", "upshot", "cause", "factor", "trigger", "spark", "incident", "act", "step", "blow", "climax", "culmination", "point", "move", "success", "feat", "setback", "response",
        "reaction", "answer", "sequel", "deed", "pretext", "reason", "catalyst", "event", "episode", "crime", "provocation", "excuse", "prelude", "finale", "highlight",
        "crisis", "tragedy", "mistake", "blunder", "signal", "humiliation", "outrage",
    }
)  # fmt: skip
_GOALS = frozenset({"aim", "goal", "objective", "purpose", "target", "intention", "ambition"})
_ENDS = frozenset({"end", "halt", "stop"})
INDEFINITE = frozenset(
    {"a", "an", "another", "several", "two", "three", "many", "numerous", "some", "repeated", "further"}
)
_LASTED = frozenset({"lasted", "lasts", "continued", "raged", "dragged", "spanned"})
"""Verbs that say only how long a deed went on."""
_TO_FOLLOW = frozenset({"TERRITORY", "MOVEMENT", "HUMANITARIAN"})
"""Types of what is done after it was agreed."""
_NEWS = frozenset({"BATTLE", "TERRITORY", "REMOTE", "VIOLENCE", "HUMANITARIAN", "PROTEST", "DETENTION", "MOVEMENT"})
"""Types of what is reported by the bare noun."""


@cache
def negotiating() -> frozenset[str]:
    """Forms of the verbs of those who settle what is to be done (*agreed the withdrawal of all troops*).

    >>> "agreed" in negotiating(), "made" in negotiating()
    (True, False)
    """
    return forms_of(("negotiate", "agree", "broker"))


@cache
def _carrying_on() -> frozenset[str]:
    """Forms of the verbs of what goes on to happen (*fighting began to spread*, *clashes continued to take place*)."""
    return forms_of(("begin", "start", "continue", "go", "proceed", "come"))


@cache
def _doubting() -> frozenset[str]:
    """Forms of the verbs of what has not come about, or is only spoken of (*an attack was feared*)."""
    return forms_of(
        (
            "fear", "expect", "anticipate", "foresee", "discuss", "debate", "moot", "decline", "refuse", "avoid", "avert", "evade", "elude", "consider",
            "need", "require", "imagine", "believe", "know", "call", "define", "use", "design", "name", "rumour", "rumor", "forbid", "ban", "prohibit",
            "allow", "permit", "exclude", "condemn", "criticise", "criticize", "denounce", "oppose", "deplore", "postpone", "defer", "delay", "make",
            "mean", "intend", "simulate", "rehearse", "study", "describe", "depict", "base", "see", "view", "regard", "think", "suppose", "say", "deem",
            "justify", "punish", "put", "draft", "associate", "link", "compare", "concern", "involve", "limit", "restrict", "guarantee", "save", "spare", "learn", "teach",
        )
    )  # fmt: skip


class SupportedNoun(NamedNoun):
    """An event noun in its clause."""

    def _support(self) -> tuple[str, int | None, str]:
        """The kind of support verb that the noun is an argument of, with its clause and the noun's part."""
        clause, part = self.scene.parts.get(self.chunk, (None, ""))
        found = self._supported(clause, part)
        if clause is not None and part == "subject":
            found = (self._carried_on(clause) if found[0] else None) or self._over_relative(clause, found)
            if not found[0]:
                found = self._still_ahead(clause) or found
        if clause is None or not (self.scene.clauses[clause].link == "reduced" or self._has_an_aim(clause)):
            return found
        if found[0]:
            return self._come_about(clause) or found
        # *launched an offensive aimed at the capital*, *a truce brokered by Cairo took hold*, *the drive to seize Lund began*: the noun is an
        # argument of another verb, too.
        clauses = self.scene.clauses
        for index in (clauses[clause].governor, clause + 1):
            if index is None or index == len(clauses) or clauses[index].sentence != clauses[clause].sentence:
                continue
            arguments = {"object": clauses[index].objects, "subject": clauses[index].subjects}
            other = next(
                (self._supported(index, part) for part, held in arguments.items() if self.chunk in held), found
            )
            if other[0] and other[0] != "fail" and self.scene.lower[self.scene.verb(index)] not in BE:
                return other
        return found

    def _carried_on(self, clause: int) -> tuple[str, int | None, str] | None:
        """*Fighting continued to rage in the city between the rebels and the army*: where and between whom is told with the infinitive."""
        clauses, behind = self.scene.clauses, clause + 1
        if self.scene.lower[self.scene.verb(clause)] not in _carrying_on() or behind == len(clauses):
            return None
        below = clauses[behind]
        if below.link != "infinitive" or below.governor != clause or self.chunk not in below.subjects:
            return None
        other = self._supported(behind, "subject")
        return other if other[0] == "occur" else None

    def _over_relative(self, clause: int, found: tuple[str, int | None, str]) -> tuple[str, int | None, str]:
        """*The battle, which lasted two days, took place at Lund*: the verb behind what is told of the noun on the way, where that says less."""
        clauses = self.scene.clauses
        if clauses[clause].link != "relative" or (
            found[0] and self.scene.lower[self.scene.verb(clause)] not in _LASTED
        ):
            return found
        for index in range(clause + 1, len(clauses)):
            if clauses[index].sentence != clauses[clause].sentence:
                break
            if clauses[index].link in ("main", "conjunct") and self.chunk in clauses[index].subjects:
                other = self._supported(index, "subject")
                return other if other[0] == "occur" or not found[0] else found
        return found

    def _has_an_aim(self, clause: int) -> bool:
        """*an operation to free the hostages*: the infinitive right behind the noun says what it was for."""
        here, behind = self.scene.clauses[clause], self.scene.chunks[self.chunk].last
        return here.link == "infinitive" and here.governor is None and self.scene.lower[behind] == "to"

    def _still_ahead(self, clause: int) -> tuple[str, int | None, str] | None:
        """*A landing was to be made at Ilo*: the infinitive behind says what was to become of it."""
        clauses, behind = self.scene.clauses, clause + 1
        if self.scene.lower[self.scene.verb(clause)] not in WAS or behind == len(clauses) or self.definite:
            return None
        below = clauses[behind]
        if below.link != "infinitive" or below.governor != clause or self.chunk not in below.subjects:
            return None
        other = self._supported(behind, "subject")
        return other if other[0] in ("perform", "occur") else None

    def _come_about(self, clause: int) -> tuple[str, int | None, str] | None:
        """*a revolt led by Madog broke out in Gwynedd in 1136*: when and where is told with the verb whose subject it is."""
        clauses = self.scene.clauses
        behind = clause + 1
        if behind == len(clauses) or clauses[behind].sentence != clauses[clause].sentence:
            return None
        other = self._supported(behind, "subject") if self.chunk in clauses[behind].subjects else ("", None, "")
        return other if other[0] == "occur" else None

    def _supported(self, clause: int | None, part: str) -> tuple[str, int | None, str]:
        carrier = self._carried(part)
        if carrier is not None:
            clause, part = self.scene.parts.get(carrier, (None, ""))
        if clause is None or part not in ("subject", "object"):
            gap = self._antecedent()
            if gap is not None:
                clause, part = gap, "object"
        if clause is None:
            return "", self.candidate.clause, part
        if part == "oblique" and self._included(clause):
            return "occur", clause, part
        if kind := self._by_verb(clause, part, carrier) or self._without_verb(clause, part):
            return kind, clause, part
        gap = self._antecedent() if part == "subject" else None
        if gap is not None and any(
            kind == "perform" and _phrase_holds(self.scene, gap, phrase)
            for kind, phrase in support_verbs().get(self.scene.lower[self.scene.verb(gap)], ())
        ):
            return "perform", gap, "object"
        return "", clause, part

    def _carried(self, part: str) -> int | None:
        """*the start of an operation*, *demanded an end to the blockade*: the noun phrase that has the verb in the noun's stead."""
        scene, chunk, carrier = self.scene, self.chunk, self.chunk - 1
        if part not in ("oblique", "") or carrier < 0:
            return None
        if not self._carries(carrier):
            return self._joined_to()
        if self.definite and scene.head(carrier) in {"phase", "stage"} and part == "oblique":
            return None
        ended = scene.head(carrier) in _ENDS and self.candidate.rule.subtype != "clash"
        joined = scene.after(carrier, "of", "for", "against", "at") == chunk
        return carrier if joined or (ended and scene.after(carrier, "to") == chunk) else None

    def _joined_to(self) -> int | None:
        """*led to an exchange of envoys and the withdrawal of the Danes*: the noun phrase that the noun is joined to across an *of*."""
        scene, first = self.scene, self.scene.chunks[self.chunk].first
        if scene.parse.codes[first - 1] != "K" or self.opening not in _ARTICLES or not scene.tail(self.chunk):
            return None
        other = self.chunk - 1
        while other > 0 and scene.of(other - 1) == other:
            other -= 1
        return None if other == self.chunk - 1 else other

    def _carries(self, chunk: int) -> bool:
        """Whether a noun phrase tells of several deeds, or of one among them: *a series of attacks*, *one of the massacres took place in Lund*."""
        head = self.scene.head(chunk)
        if head in _CARRIERS:
            return True
        index, part = self.scene.parts.get(chunk, (-1, ""))
        one = self.scene.parse.codes[self.scene.chunks[chunk].head] == "C" or head in _ONE_OF or head.endswith("est")
        told = one and part == "subject" and self.candidate.rule.type != "CASUALTY"
        return told and self.scene.lower[self.scene.verb(index)] in _TOOK_PLACE

    def _by_verb(self, clause: int, part: str, carrier: int | None) -> str:
        """The kind of support that the verb of a clause gives, by the part that the noun or its carrier plays there."""
        scene = self.scene
        holder = self.chunk if carrier is None else carrier
        wanted = _SUBJECT_KINDS if part == "subject" and not scene.passive(clause) else _OBJECT_KINDS
        verb = scene.lower[scene.verb(clause)]
        for kind, phrase in support_verbs().get(verb, ()):
            led = _led_by(scene, holder, phrase, part) and scene.chunks[holder].first > scene.verb(clause)
            if kind not in wanted or self._sequel(clause, part) or not (led or _phrase_holds(scene, clause, phrase)):
                continue
            if part == "oblique" and not (phrase and (led or _ends_in_preposition(scene, clause, phrase, holder))):
                continue
            if self._otherwise(kind, phrase, clause, part) or (kind == "occur" and self._goes_on_to(clause)):
                continue
            if self.candidate.rule.entry.performative and (
                kind == "statement" or (kind == "plan" and verb.startswith("agree"))
            ):
                # *declared a truce*, *a truce was agreed to by both*
                return "perform"
            if kind == "perform" and verb in negotiating() and self.candidate.rule.type in _TO_FOLLOW:
                return "plan"
            if kind == "perform" and verb.startswith("offer") and self.candidate.rule.type == "AGREEMENT":
                return "plan"
            if kind == "statement" and carrier is None and not self._argued():
                if not self._news(clause):
                    continue
                if verb.startswith("announc"):
                    # *announced evacuations*: still ahead.
                    return "plan"
            return self._as_told(kind, clause, part)
        return ""

    def _included(self, clause: int) -> bool:
        """*Violence occurred, including a massacre at York*: whether it is one of those that took place."""
        scene = self.scene
        among = scene.lower[scene.prepositions.get(self.chunk, 0)] == "including"
        verb = scene.lower[scene.verb(clause)]
        return among and any(kind == "occur" and not phrase for kind, phrase in support_verbs().get(verb, ()))

    def _goes_on_to(self, clause: int) -> bool:
        """*The revolt began to spread*: whether it is something else that began, of what was told."""
        scene, here = self.scene, self.scene.clauses[clause]
        following = scene.clauses[clause + 1 : clause + 2]
        if not following or following[0].link != "infinitive" or following[0].governor != clause:
            return False
        return self.definite and following[0].subjects == here.subjects

    def _without_verb(self, clause: int, part: str) -> str:
        """The kind of support where the verb is none that says so: the noun acts, or is what a clause says that there was."""
        rule = self.candidate.rule
        told = not rule.entry.weak or (self.opening in INDEFINITE and rule.type in {"POLITICS", "AGREEMENT", "PROTEST"})
        if part == "subject" and not self.definite:
            dealt_with = (told or self.opening in INDEFINITE) and self._dealt_with(clause)
            if dealt_with or (told and self._narrated(clause)):
                return "act"
        if self._took_time(clause, part):
            return "act"
        return "occur" if self._placed(clause, part) else self._identified(clause, part)

    def _as_told(self, kind: str, clause: int, part: str) -> str:
        """The kind of support, by what the clause tells: *the attack came at dawn* occurs, *The fall of Riga signalled the end* brings it about."""
        if kind == "plan" and part == "object" and not self.scene.passive(clause):
            deed = any(self.scene.is_a(c, "event") for c in self.scene.clauses[clause].subjects)
            return "perform" if deed else kind
        return "occur" if kind == "act" and self._comes(clause) else kind

    def _sequel(self, clause: int, part: str) -> bool:
        """*The siege followed a defeat*: told by now is what another deed followed, not the deed that did; *he followed the war closely*."""
        scene = self.scene
        subjects, objects = scene.clauses[clause].subjects, scene.clauses[clause].objects
        if scene.lower[scene.verb(clause)] not in _FOLLOWS or scene.passive(clause) or not objects:
            return False
        return self.definite if part == "subject" else not any(map(self._is_deed, subjects))

    def _is_deed(self, chunk: int) -> bool:
        """*the raid*, *the deaths of four students*: what can follow a deed."""
        return self.scene.is_a(chunk, "event") or self.scene.head(chunk) in event_rules().nouns

    def _identified(self, clause: int, part: str) -> str:
        """*There were clashes*, *The result was a mutiny*, *The turning point was the relief of Vienna*; *The aim was the capture of Baku* is ahead."""
        scene, subjects = self.scene, self.scene.clauses[clause].subjects
        if self._exists(clause):
            return "occur"
        if (
            part != "object"
            or scene.lower[scene.verb(clause)] not in WAS
            or scene.passive(clause)
            or len(subjects) != 1
        ):
            return ""
        if (self.definite and not scene.tail(self.chunk)) or scene.group(clause).negated:
            return ""
        kinds = self._kinds(subjects[0])
        return "occur" if kinds & _OCCASIONS else "plan" if kinds & _GOALS else ""

    def _kinds(self, chunk: int) -> frozenset[str]:
        """Of what kind a deed is said to be: *his first act*, *one of his first acts*."""
        scene = self.scene
        of = scene.of(chunk) if scene.head(chunk) == "one" else None
        head = scene.head(chunk if of is None else of)
        return frozenset({head, head.removesuffix("s")})

    def _placed(self, clause: int, part: str) -> bool:
        """*The first attack was on 3 May*, *Among his first acts was the arrest of the mayor*: when it was, or among what."""
        scene, here, group = self.scene, self.scene.clauses[clause], self.scene.group(clause)
        if (
            part != "subject"
            or here.objects
            or not here.obliques
            or scene.lower[group.head] not in WAS
            or group.negated
        ):
            return False
        preposition, chunk = here.obliques[0]
        if scene.passive(clause):
            return False
        if scene.lower[preposition] in ("among", "amongst"):
            return preposition < group.first and bool(self._kinds(chunk) & _OCCASIONS)
        dated = preposition == group.last and scene.lower[preposition] in ("on", "in") and scene.chunks[chunk].temporal
        return dated and "t" in scene.parse.codes[scene.chunks[chunk].first : scene.chunks[chunk].last]

    def _took_time(self, clause: int, part: str) -> bool:
        """*The conquest of the province took two years*: how long it lasted."""
        scene, behind = self.scene, self.scene.group(clause).last
        if part != "subject" or scene.lower[scene.verb(clause)] != "took":
            return False
        chunk = scene.chunk_of[behind] if behind < len(scene.chunk_of) else -1
        return chunk >= 0 and scene.chunks[chunk].temporal

    def _exists(self, clause: int) -> bool:
        """*There was heavy fighting*, *there followed a massacre*, *Then came the fall of Antwerp*."""
        scene, group = self.scene, self.scene.group(clause)
        word, last = scene.lower[group.head], group.head
        behind = last < self.candidate.first <= last + _SOON
        if word == "came":
            named = scene.chunks[self.chunk].first == last + 1 and bool(scene.tail(self.chunk))
            return named and not scene.clauses[clause].subjects and scene.parse.codes[last] == "L"
        there = "there" in scene.lower[max(group.first - 1, 0) : last]
        new = not self.definite or (word in _ENSUES and bool(scene.tail(self.chunk)))
        return there and word in _THERE and behind and new and not self._of_what_is_not(group.last)

    def _of_what_is_not(self, behind: int) -> bool:
        """*There was little risk of intervention*, *no estimate of casualties*: what hangs on a noun that says there was none."""
        scene = self.scene
        chunk = scene.chunk_of[behind] if behind < len(scene.chunk_of) else -1
        if chunk < 0 or chunk == self.chunk:
            return False
        return scene.lower[scene.chunks[chunk].first] in _NONE or scene.head(chunk) in _DOUBTED

    def _dealt_with(self, clause: int) -> bool:
        """*A heavy attack was beaten off*, *An expedition was fitted out*: what was done about what took place; not *An attack was feared*."""
        scene, group = self.scene, self.scene.group(clause)
        if not scene.passive(clause) or group.negated or scene.lower[group.first] not in WAS:
            return False
        return scene.lower[scene.verb(clause)] not in _doubting()

    def _narrated(self, clause: int) -> bool:
        """*A counter-attack reached the survivors*: a past tense tells of what an indefinite noun phrase introduces."""
        codes, group = self.scene.parse.codes, self.scene.group(clause)
        if codes[group.head] == "B" and self.scene.lower[group.last : group.last + 1] in _OUTCOMES:
            # *Repeated attacks were unsuccessful*
            return True
        return codes[group.first] == "L" or (codes[group.head] == "L" and codes[group.first] == "A")

    def _antecedent(self) -> int | None:
        """The relative clause whose object the noun is: *an offensive that the army had opened*."""
        scene = self.scene
        tail = scene.tail(self.chunk)
        for last in {self.chunk, *(tail[-1:] and (tail[-1][1],))}:
            at = scene.chunks[last].last
            if at < len(scene.lower) and scene.parse.codes[at] == ",":
                at += 1
            if at >= len(scene.lower) or scene.parse.codes[at] not in "RT":
                continue
            clause = scene.clause_of_marker.get(at)
            if clause is None or scene.clauses[clause].link != "relative":
                continue
            here = scene.clauses[clause]
            if (
                here.subjects
                and not {self.chunk, last} & set(here.subjects)
                and set(here.objects) <= {self.chunk, last}
                and not scene.passive(clause)
            ):
                return clause
        return None

    def _news(self, clause: int) -> bool:
        """*reported shelling*, *confirmed several clashes*: told of as something new; not *agreements are confirmed*."""
        scene, rule = self.scene, self.candidate.rule
        group = scene.group(clause)
        if (
            self.definite
            or not (rule.type in _NEWS or rule.subtype == "violate")
            or scene.lower[group.first] in {"is", "are"}
        ):
            return False
        return not scene.lower[group.head].startswith(("declare", "describe", "proclaim"))


def _phrase_holds(scene: Scene, clause: int, phrase: tuple[str, ...]) -> bool:
    at = scene.group(clause).last
    if not phrase:
        return True
    particle = scene.clauses[clause].particle
    if len(phrase) == 1 and particle is not None and scene.lower[particle] == phrase[0]:
        return True
    end = at + len(phrase)
    if tuple(scene.lower[at:end]) != phrase:
        return False
    # *a ceasefire was agreed on the 18th*: when, not what.
    behind = scene.chunk_of[end] if end < len(scene.chunk_of) else -1
    return not (phrase[-1] in ("on", "in") and behind >= 0 and scene.chunks[behind].temporal)


def _ends_in_preposition(scene: Scene, clause: int, phrase: tuple[str, ...], chunk: int) -> bool:
    preposition, last = scene.prepositions.get(chunk), scene.group(clause).last
    # Before the verb it opens the sentence: *Following the capture of X, the pope called for …*.
    return preposition is not None and scene.group(clause).first <= preposition < last + len(phrase)


def _led_by(scene: Scene, chunk: int, phrase: tuple[str, ...], part: str) -> bool:
    """*lured the legions into an ambush*: the preposition stands behind the object."""
    preposition = scene.prepositions.get(chunk)
    return part == "oblique" and preposition is not None and phrase == (scene.lower[preposition],)
