"""What makes an event of a noun from outside: the verb that it is an argument of, and what hangs on it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pipeline.rules.events import support_verbs
from pipeline.rules.grammar import BE, DEMONSTRATIVES, HAVE, POSSESSIVES, WAS, forms_of

if TYPE_CHECKING:
    from pipeline.events.scene import Candidate, Scene

__all__ = ["INDEFINITE", "NOT_NEW", "ROWS", "TURNING", "SupportedNoun", "negotiating"]

NOT_NEW = DEMONSTRATIVES | {"such", "any"}
_ORDINAL = frozenset(
    {
        "first", "second", "third", "fourth", "fifth", "sixth", "final", "last", "next", "new", "fresh", "renewed", "initial",
        "subsequent", "further", "another",
    }
)  # fmt: skip
_DEFINITE = POSSESSIVES | NOT_NEW | {"the", "both"}
_OBJECT_KINDS = ("perform", "attempt", "plan", "repel", "statement", "undergo", "witness")
_SUBJECT_KINDS = ("occur", "act", "fail")
ROWS = frozenset({"number", "series", "string", "succession", "couple", "spate", "round", "sequence", "handful"})
"""Nouns of several deeds, one after the other (*a number of battles*)."""
_CARRIERS = ROWS | frozenset(
    {
        "start", "beginning", "wave", "launch", "outbreak", "onset", "resumption", "end", "conduct",
        "preparation", "preparations", "campaign", "pair", "lot", "commencement", "flurry", "kind", "rounds", "waves", "days", "weeks", "months", "nights", "hours", "phase", "stage",
        "acts", "bout", "bouts", "burst", "bursts", "surge", "rash", "renewal", "continuation", "intensification", "escalation", "completion",
        "cycle", "years", "hail",
    }
)  # fmt: skip
_FOLLOWS = frozenset({"followed", "follows", "following"})
_OUTCOMES = (["unable"], ["unsuccessful"], ["successful"])
_ON_ITS_WAY = frozenset(
    {"began", "started", "opened", "continued", "resumed", "stopped", "ended", "ceased", "intensified"}
)
_SO_MADE = frozenset(
    {
        "possible", "impossible", "difficult", "easier", "easy", "harder", "hard", "inevitable", "unavoidable", "necessary", "unnecessary", "unlikely", "likely", "certain", "feasible", "imperative", "futile",
        "hopeless", "hazardous", "costly", "pointless", "impracticable", "impractical", "dangerous", "priority",
    }
)  # fmt: skip
_BACKGROUND = frozenset(
    {
        "event",
        "events",
        "factor",
        "factors",
        "circumstance",
        "circumstances",
        "tension",
        "tensions",
        "reasons",
        "developments",
    }
)
_COMING = frozenset({"came", "come"})
_THERE = frozenset({"was", "were", "been", "followed", "ensued", "began", "occurred"})
_OCCASIONS = frozenset(
    {
        "triumph", "achievement", "exploit", "result", "outcome", "consequence", "upshot", "cause", "factor", "trigger", "spark", "incident", "act", "step", "blow", "climax", "culmination", "point", "move", "success", "feat", "setback", "response",
        "reaction", "answer", "sequel", "deed",
    }
)  # fmt: skip
_GOALS = frozenset({"aim", "goal", "objective", "purpose", "target", "intention"})
_COUNTS = frozenset({"charge", "charges"})
_HAD = frozenset({"victory", "clash", "negotiate"})
_ENDS = frozenset({"end", "halt", "stop"})
INDEFINITE = frozenset(
    {"a", "an", "another", "several", "two", "three", "many", "numerous", "some", "repeated", "further"}
)
_ARGUMENTS = frozenset({"by", "on", "against", "upon", "between", "targeting"})
TURNING = ("become", "turn", "develop", "grow", "degenerate", "descend", "deteriorate", "evolve")
"""Verbs whose subject is what the deed came of (*degenerated into a massacre*)."""
_LAYING = ("drop", "bring", "file", "press", "prefer")
"""What is done with the charges of a court."""
_TO_FOLLOW = frozenset({"TERRITORY", "MOVEMENT", "HUMANITARIAN"})
"""Types of what is done after it was agreed."""
_UNDER_WAY = frozenset({"advance", "withdraw", "offensive", "arrive"})
_NEWS = frozenset({"BATTLE", "TERRITORY", "REMOTE", "VIOLENCE", "HUMANITARIAN", "PROTEST", "DETENTION", "MOVEMENT"})
"""Types of what is reported by the bare noun."""


@cache
def _turning() -> frozenset[str]:
    return forms_of(TURNING)


@cache
def _laying() -> frozenset[str]:
    return forms_of(_LAYING)


@cache
def negotiating() -> frozenset[str]:
    """Forms of the verbs of those who settle what is to be done (*agreed the withdrawal of all troops*).

    >>> "agreed" in negotiating(), "made" in negotiating()
    (True, False)
    """
    return forms_of(("negotiate", "agree", "broker"))


class SupportedNoun:
    """An event noun in its clause."""

    def __init__(self, scene: Scene, candidate: Candidate) -> None:
        self.scene = scene
        self.candidate = candidate
        self.chunk = candidate.chunk if candidate.chunk is not None else -1
        self.opening = scene.lower[scene.chunks[self.chunk].first] if self.chunk >= 0 else ""
        self.definite = (self.opening in _DEFINITE or self._genitive()) and not self._numbered()

    def _numbered(self) -> bool:
        """*a third assault*, *its first raid*: one that was not told of yet."""
        return self.opening != "the" and self._one_of_several()

    def _one_of_several(self) -> bool:
        """*the first assault was repulsed*: told of as one of a row."""
        if self.chunk < 0:
            return False
        return not _ORDINAL.isdisjoint(self.scene.lower[self.scene.chunks[self.chunk].first : self.candidate.first])

    def _genitive(self) -> bool:
        if self.chunk < 0:
            return False
        phrase = self.scene.chunks[self.chunk]
        return "S" in self.scene.parse.codes[phrase.first : phrase.head]

    def _support(self) -> tuple[str, int | None, str]:
        """The kind of support verb that the noun is an argument of, with its clause and the noun's part."""
        clause, part = self.scene.parts.get(self.chunk, (None, ""))
        found = self._supported(clause, part)
        if not found[0] and clause is not None and part == "subject":
            found = self._still_ahead(clause) or found
        if clause is None or self.scene.clauses[clause].link != "reduced":
            return found
        if found[0]:
            return self._come_about(clause) or found
        # *launched an offensive aimed at the capital*, *a truce brokered by Cairo took hold*: the noun is an argument of another verb, too.
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
        if part not in ("oblique", "") or carrier < 0 or scene.head(carrier) not in _CARRIERS:
            return None
        if self.definite and scene.head(carrier) in {"phase", "stage"} and part == "oblique":
            return None
        ended = scene.head(carrier) in _ENDS and self.candidate.rule.subtype != "clash"
        joined = scene.after(carrier, "of", "for", "against") == chunk
        return carrier if joined or (ended and scene.after(carrier, "to") == chunk) else None

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
            if self._otherwise(kind, phrase, clause, part):
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

    def _without_verb(self, clause: int, part: str) -> str:
        """The kind of support where the verb is none that says so: the noun acts, or is what a clause says that there was."""
        rule = self.candidate.rule
        told = not rule.entry.weak or (self.opening in INDEFINITE and rule.type in {"POLITICS", "AGREEMENT", "PROTEST"})
        if part == "subject" and not self.definite and told and self._narrated(clause):
            return "act"
        return self._identified(clause, part)

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
        return self.definite if part == "subject" else not any(scene.is_a(c, "event") for c in subjects)

    def _otherwise(self, kind: str, phrase: tuple[str, ...], clause: int, part: str) -> bool:
        """Whether the verb says something else of the noun than that it takes place."""
        if part != "subject" and self.definite and self.scene.lower[self.scene.verb(clause)] in _turning():
            # *became the last battle of the war*: what it was, not what it turned into.
            return True
        if self.scene.lower[self.scene.verb(clause)] in HAVE:
            # *had another victory at Versinikia*, *had talks with the envoy*; not *had a base for raids*
            told = self.candidate.rule.subtype in _HAD and bool(self.scene.tail(self.chunk))
            return self.definite or not told
        if (
            phrase == ("to",)
            and self.definite
            and any(self.scene.head(c) in _BACKGROUND for c in self.scene.clauses[clause].subjects)
        ):
            # *several events that led to the Battle of Carabobo*
            return True
        if phrase == ("to",) and self.definite and self.scene.lower[self.scene.verb(clause)].startswith("contribut"):
            # *contributed to the insurgency*, but *to the defeat of Napoleon*
            return not self.scene.tail(self.chunk)
        if (
            self.scene.lower[self.scene.chunks[self.chunk].head] in _COUNTS
            and self.scene.lower[self.scene.verb(clause)] in _laying()
        ):
            # *dropped the charges*: those of a court.
            return True
        if kind in ("undergo", "plan", "perform") and self._points_back(clause):
            return True
        if phrase == ("off",) and self.candidate.rule.subtype == "clash":
            # *An engagement was fought off Lissa*: at sea, not beaten off.
            return True
        if part == "object":
            return self.scene.passive(clause) or self._called(clause) or self._made_so(clause)
        if kind == "act" and self.scene.group(clause).negated:
            # *The attacks on the cities did not destroy the will to fight*: they took place, as is known.
            return not self._comes(clause)
        return kind == "occur" and not phrase and self._bears_on(clause)

    def _points_back(self, clause: int) -> bool:
        """*fled to escape the bombardment*, *survived the siege*, *went to observe the fighting*, *threatened their retreat*: of what is known."""
        scene, word = self.scene, self.scene.lower[self.scene.verb(clause)]
        if word.startswith(("escap", "surviv")):
            # *survived the attack on Manila in 1941* tells of it.
            dated = word[0] == "s" and any(scene.chunks[c].temporal for _, c in scene.tail(self.chunk))
            return self.opening == "the" and not dated
        if word.startswith(("face", "facing")):
            # *facing annihilation*, *faced execution*: what may come; not *faced a revolt*, *attacks*
            phrase = scene.chunks[self.chunk]
            return phrase.first == self.candidate.first and not scene.lower[phrase.head].endswith("s")
        if word.startswith("observ"):
            # *observed a truce*, *a strike*
            return self.candidate.rule.type not in ("AGREEMENT", "PROTEST")
        if not word.startswith("threat"):
            return False
        if scene.passive(clause):
            # *The conquest of Gaul was threatened by a revolt*: put at risk
            return any(scene.lower[at] == "by" for at, _ in scene.clauses[clause].obliques)
        return self.definite and self.candidate.rule.subtype in _UNDER_WAY and not self._argued()

    def _comes(self, clause: int) -> bool:
        """*The attack came at dawn*, *the main assault never came*: told with its time, or as what was awaited."""
        scene, group = self.scene, self.scene.group(clause)
        if scene.lower[group.head] not in _COMING:
            return False
        behind = scene.chunk_of[group.last + 1] if group.last + 1 < len(scene.chunk_of) else -1
        timed = behind >= 0 and scene.chunks[behind].temporal and scene.parse.codes[group.last] == "I"
        awaited = group.negated and scene.parse.codes[group.last : group.last + 1] in {".", ",", ";", "K"}
        return awaited or timed

    def _bears_on(self, clause: int) -> bool:
        """*the blockade stopped the trade*, *the siege ended the war*: what a known happening did to another, not that it took place."""
        scene = self.scene
        return self.definite and bool(scene.clauses[clause].objects) and scene.lower[scene.verb(clause)] in _ON_ITS_WAY

    def _made_so(self, clause: int) -> bool:
        """*made later raids possible*, *gave the recapture of X top priority*: how it was taken, not that there was one."""
        scene = self.scene
        word = scene.lower[scene.verb(clause)]
        if not word.startswith(("ma", "gi", "ga")):
            return False
        tail = scene.tail(self.chunk)
        end = scene.chunks[tail[-1][1] if tail else self.chunk].last
        if end >= len(scene.lower) or (word.startswith("ma") and scene.lower[end : end + 1] == ["with"]):
            return False
        behind = scene.chunk_of[end]
        if word.startswith("ma"):
            # *made the intervention a failure*
            named = behind >= 0 and self.definite and scene.lower[end] in {"a", "an"}
            return named or scene.lower[end] in _SO_MADE or (behind >= 0 and scene.head(behind) in _SO_MADE)
        return behind >= 0 and not scene.chunks[behind].temporal and scene.parse.codes[scene.chunks[behind].head] == "N"

    def _called(self, clause: int) -> bool:
        """*called the siege "the worst defeat"*: what it was called, not that there was one."""
        scene, end = self.scene, self.scene.chunks[self.chunk].last
        if not scene.lower[scene.verb(clause)].startswith("call"):
            return False
        return scene.parse.codes[end : end + 1] == '"' or scene.lower[end : end + 1] in (["a"], ["an"], ["the"])

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
        head = scene.head(subjects[0])
        return "occur" if head in _OCCASIONS else "plan" if head in _GOALS else ""

    def _exists(self, clause: int) -> bool:
        """*There was heavy fighting*, *there followed a massacre*, *Then came the fall of Antwerp*."""
        scene, group = self.scene, self.scene.group(clause)
        word, last = scene.lower[group.head], group.head
        behind = last < self.candidate.first <= last + 4
        if word == "came":
            named = scene.chunks[self.chunk].first == last + 1 and bool(scene.tail(self.chunk))
            return named and not scene.clauses[clause].subjects and scene.parse.codes[last] == "L"
        there = "there" in scene.lower[max(group.first - 1, 0) : last]
        return there and word in _THERE and behind and not self.definite

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

    def _argued(self) -> bool:
        """Who, or against whom, stands behind the noun."""
        tail = {word for word, _ in self._arguments()}
        last = self.scene.chunks[self.chunk].last
        if last < len(self.scene.lower) and self.scene.lower[last] == "targeting":
            return True
        rule = self.candidate.rule
        of = rule.roles.get("of") in ("target", "place", "comer") and "of" in tail
        # *the resignation of the minister was announced*: who did it stands there instead.
        left = rule.subtype == "resign" and "of" in tail
        return of or left or bool(tail & _ARGUMENTS)

    def _arguments(self) -> list[tuple[str, int]]:
        """What hangs on the noun, or on one joined to it: *the arrest and execution of the monks*."""
        scene, end = self.scene, self.scene.chunks[self.chunk].last
        tail = scene.tail(self.chunk)
        if tail or scene.parse.codes[end : end + 1] != "K" or self.chunk + 1 >= len(scene.chunks):
            return tail
        joined = scene.chunks[self.chunk + 1]
        return scene.tail(self.chunk + 1) if joined.first == end + 1 and joined.last - joined.first == 1 else tail

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
