"""One event noun: whether a support verb, a date of its own, or its arguments at the first telling make it report an event."""

from __future__ import annotations

from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING

from pipeline.events.hedging import COMING_ABOUT
from pipeline.events.otherwise import NOT_NEW
from pipeline.events.pointing import in_a_definition, is_start
from pipeline.events.support import ROWS
from pipeline.events.telling import CAUSES, FEARED, NAMED_BY, TIMES, FirstTelling
from pipeline.frozen import replace
from pipeline.rules.events import support_verbs
from pipeline.rules.grammar import forms_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipeline.events.scene import Candidate, Scene

__all__ = ["EventNoun"]

_DATING = CAUSES | TIMES | {"during", "of"}
"""Prepositions of a noun phrase whose own date may tell of its deed."""
_PHASES = frozenset(
    {"leader", "leaders", "suppression", "aftermath", "wake", "outbreak", "hero", "veteran", "result", "start"}
)
"""What a deed can be told of by: *the leader of the August 1792 uprising*."""

_DEATHS = (("CASUALTY", "killed"), ("VIOLENCE", "assassination"), ("VIOLENCE", "execution"))
"""What somebody dies of."""
_LATELY = 12
"""Deaths of one kind to which a noun may point back."""
_YEAR = 4
"""Digits of a year."""
_MEANING = frozenset({"refers", "refer", "referred", "referring", "given"})
"""What is said of a name before *to* and the deed that it is the name of."""
# Kinds that tell of a happening known already where the noun phrase is a bare definite one.
_KNOWN_OF = ("act", "fail", "repel", "attempt", "witness")
_ROUNDS = ("fail", "repel")
_TAKES_PLACE = ("occur", "perform")
_MANNERS = frozenset(
    {
        "battle", "combat", "action", "surrender", "siege", "war", "force", "assault", "storm", "battles", "revolt", "rebellion",
        "retreat", "conflict", "exile",
    }
)  # fmt: skip
_NAMING = frozenset("MJ")
_FIGURES = frozenset(
    {"estimate", "estimates", "number", "numbers", "total", "figures", "figure", "count", "counts", "tally"}
)
_ALIAS = 9
"""Words within which a name follows *known as*."""
_MANY = frozenset({"dozens", "scores", "hundreds", "thousands"})
_PAPERS = frozenset({"treaty", "treaties", "act", "articles", "pact"})
_BASES = frozenset({"base", "bases", "platform", "springboard", "refuge"})
_OPEN_TO = frozenset({"vulnerable", "open", "susceptible", "liable", "prone"})
_WAYS_OF_WAR = frozenset({
    "tactic", "tactics", "strategy", "strategies", "policy", "policies", "practice", "practices", "doctrine", "method", "methods", "technique",
    "techniques", "style", "tradition", "custom", "habit", "principle", "concept", "form", "forms", "mode", "type", "types",
})  # fmt: skip
_SIGNING = frozenset({"signing", "ratification", "conclusion", "terms", "provisions", "clauses", "violation", "breach"})
_CALLED = frozenset({"known", "called", "named", "termed", "dubbed"})
_OUTCOMES = frozenset(
    {"disaster", "defeat", "fiasco", "catastrophe", "bloodshed", "badly", "disastrously", "rout", "debacle", "victory", "ignominiously", "stalemate"}
)  # fmt: skip
_GOING_ON = frozenset({"continued", "intensified", "raged", "escalated", "progressed", "proceeded", "unfolded", "wore"})
_ENDED = frozenset({"ended", "ceased", "stopped", "subsided", "abated", "intensified"})
"""What befalls a happening that was told of."""


@cache
def _guarding() -> frozenset[str]:
    """Forms of the verbs that say from what could come, not from what came (*protected them from sorties*)."""
    return forms_of(("protect", "shield", "shelter", "guard"))


@cache
def _exposing() -> frozenset[str]:
    """Forms of the verbs that say to what something lies open."""
    return forms_of(("expose",))


@cache
def _regarding() -> frozenset[str]:
    """Forms of the verbs that say what somebody takes a deed for."""
    return forms_of(
        (
            "regard", "treat", "see", "view", "interpret", "perceive", "classify", "characterise", "characterize", "portray", "construe", "depict",
            "dismiss", "recognise", "recognize", "categorise", "categorize", "hail", "remember",
        )
    )  # fmt: skip


@cache
def _effecting() -> frozenset[str]:
    """Forms of the verbs whose object is a move that is made, and no place."""
    return forms_of(
        (
            "make",
            "begin",
            "start",
            "complete",
            "effect",
            "accomplish",
            "force",
            "undertake",
            "continue",
            "resume",
            "lead",
            "allow",
        )
    )


class EventNoun(FirstTelling):
    """Judges one event noun."""

    def __init__(self, scene: Scene, candidate: Candidate) -> None:
        super().__init__(scene, candidate)
        self._no_more_than_named: bool | None = None

    def judge(self, told: Mapping[tuple[str, str], list[Candidate]]) -> Candidate | None:
        """The candidate with its support, or None where the noun only names or points back."""
        candidate = self.candidate
        if self.chunk < 0 or self.opening in NOT_NEW or self._war_without_name():
            return None
        if self._adverbial() or self._in_a_toponym() or self._is_a_body():
            return None
        if candidate.rule.type == "CASUALTY" and (self._amounts() or self._among()):
            return candidate
        if candidate.rule.entry.name.startswith("among-the"):
            return None
        if self.only_named() or (self.definite and in_a_definition(self.scene, self.chunk)):
            return None
        if self.definite and is_start(self.scene, self.chunk) and not self._own_date():
            return None
        alike = _alike(candidate, told)
        support, clause, part = self._support()
        if support == "occur" and part == "subject" and clause is not None and self._does_more(clause):
            support = ""
        if candidate.rule.type == "CASUALTY" and self._counted():
            return candidate
        if support == "perform" and clause is not None and part == "object" and candidate.rule.entry.name == "crossing":
            # *held the crossings of the Meuse*, *the bridge provides a crossing*: where one goes, not that one went.
            support = support if self.scene.lower[self.scene.verb(clause)] in _effecting() else ""
        if self._is_name():
            if support in _TAKES_PLACE:
                return replace(candidate, support=support, clause=clause, part=part)
            return candidate if self._own_date() else None
        known_of = support in _KNOWN_OF or (support == "plan" and self._long_planned(clause, part))
        # *The next day saw the arrival of the Prussians*
        seen = support == "witness" and self.scene.of(self.chunk) is not None
        dated = support in _ROUNDS and self._hangs_on("of")
        news = support == "fail" and clause is not None and self._fails_as_news(clause, told)
        known_of = known_of or (bool(alike) and support == "perform" and self._joined_in(clause))
        pointing = (
            known_of
            and self.definite
            and not (seen or dated or news or self._argued() or self._unheard_of(alike, clause))
        )
        one_of_a_row = support in _ROUNDS and part == "subject" and self._one_of_several()
        if support and (one_of_a_row or not pointing):
            return replace(candidate, support=support, clause=clause, part=part)
        if candidate.rule.entry.only_supported or self._awaited():
            return None
        if self._own_date() or self._entered() or (self._dated_before() and not self._known(alike)):
            return candidate
        if self.opening == "no" or self._predicate(clause, part) or not self._first_telling(alike):
            return None
        return candidate

    def _unheard_of(self, alike: list[Candidate], clause: int | None) -> bool:
        """*The Prussian retreat from Ligny went uninterrupted*, *The landing at Suvla went badly*: a place says which, told of for the first time."""
        went = clause is not None and self.scene.lower[self.scene.verb(clause)] in forms_of(("go",))
        return went and self._named() and not self._known(alike)

    def _does_more(self, clause: int) -> bool:
        """*Reinforcements began to arrive*, *began arriving*: troops who do what the verb behind says."""
        clauses, behind = self.scene.clauses, clause + 1
        if self.candidate.rule.entry.name != "reinforcement" or behind == len(clauses):
            return False
        return clauses[behind].governor == clause and self.chunk in clauses[behind].subjects

    def _joined_in(self, clause: int | None) -> bool:
        """*Two of those who had participated in the clash were caught*: they were in what was told of."""
        if clause is None:
            return False
        verb = self.scene.verb(clause)
        partook = self.scene.lower[verb].startswith("participat") or self.scene.lower[verb + 1 : verb + 2] == ["part"]
        bare = self.opening == "the" and not self.scene.tail(self.chunk)
        return partook and bare and self.candidate.rule.subtype in {"clash", "riot", "demonstrate"}

    def _war_without_name(self) -> bool:
        """*When the war began*: when it was; *The Second Afghan War began* tells of it."""
        first, phrase = self.candidate.first, self.scene.chunks[self.chunk]
        described = not _NAMING.isdisjoint(self.scene.parse.codes[phrase.first : first])
        named = described or self.scene.lower[self.candidate.last : self.candidate.last + 1] == ["of"]
        named = named and self.scene.tokens.words[first][0].isupper()
        return self.candidate.rule.entry.name == "war" and not named

    def _fails_as_news(self, clause: int, told: Mapping[tuple[str, str], list[Candidate]]) -> bool:
        """*The offensive failed to start*; *marched on Lesbos, but the attack failed*: no deed of the type was told of before."""
        last = self.scene.group(clause).last
        if self.scene.parse.codes[last : last + 1] == "i":
            return not COMING_ABOUT.isdisjoint(self.scene.lower[last : last + 3])
        rule = self.candidate.rule
        # *made its capture a priority, but their advance stalled*: of moves, another one is no news of this.
        alike = (
            {(rule.type, rule.subtype)} if rule.type == "TERRITORY" else {key for key in told if key[0] == rule.type}
        )
        return not any(told.get(key) for key in alike)

    def _in_a_toponym(self) -> bool:
        """*departed from Lancashire Landing*: the noun is the end of the name of a place."""
        scene, at = self.scene, self.candidate.first
        start = scene.tokens.starts[at]
        if not scene.tokens.words[at][0].isupper() or scene.parse.codes[at - 1] != "M":
            return False
        return any(p.start < start < p.end for p in scene.places_in(at - 1, self.candidate.last))

    def _is_a_body(self) -> bool:
        """*fought against the Entente*, *joined the Warsaw Pact*: the name of an organisation, no treaty."""
        scene, candidate = self.scene, self.candidate
        return candidate.rule.type == "AGREEMENT" and any(
            actor.rule == "actor/organisation" for actor in scene.actors_in(candidate.first, candidate.last)
        )

    def only_named(self) -> bool:
        """Whether the noun only names a deed; asked again where `judge` has let it go."""
        if self._no_more_than_named is None:
            self._no_more_than_named = self._is_only_named()
        return self._no_more_than_named

    def _is_only_named(self) -> bool:
        """*also known as the Battle of X*, *The siege was a battle fought in 1593*, *The battle is considered decisive*, *The fighting ended*."""
        scene, first = self.scene, self.scene.chunks[self.chunk].first
        before = scene.lower[max(0, first - _ALIAS) : first]
        if before[-1:] in (["as"], ["or"]) and any(word in _CALLED for word in before):
            return True
        if before[-1:] and before[-1] in _CALLED and before[-2:-1] == ["also"]:
            # *The siege of Badajoz, also called the third siege*
            return True
        if self._guarded(first) or (before[-1:] == ["see"] and scene.parse.codes[first - 2] == "("):
            return True
        clause, part = scene.parts.get(self.chunk, (None, ""))
        if before[-1:] == ["as"] and clause is not None and scene.lower[scene.verb(clause)] in _regarding():
            # *was regarded as an attack on the king*
            return True
        if scene.parse.codes[first - 1] == "B" and self.opening in {"a", "an"}:
            other = scene.clause_of[first - 1]
            return other >= 0 and any(scene.is_a(c, "event") for c in scene.clauses[other].subjects)
        if part != "subject" or clause is None or not self.definite or scene.clauses[clause].link == "reduced":
            return False
        group = scene.group(clause)
        present = scene.lower[group.first] in {"is", "are"} and scene.passive(clause)
        # *The revolution was the first of its kind*
        said = (
            scene.parse.codes[group.head] == "B"
            and group.last - group.first == 1
            and bool(scene.clauses[clause].objects)
        )
        broken = scene.lower[group.head : group.last + 1] == ["broke", "down"]
        # *The fighting ended*, but *The revolt ended in failure*
        ended = scene.lower[group.head] in _ENDED and not scene.clauses[clause].objects
        # *The raid on the port ended badly*, *in disaster*: how it went.
        behind = scene.lower[group.last : group.last + 4]
        ended = ended and behind[:2] != ["in", "failure"] and (_OUTCOMES.isdisjoint(behind) or not self._argued())
        # *The 1979 siege of the mosque ended with …*: told with its year.
        ended = ended and not self._of_year()
        # *As the fighting continued, a mob attacked*: when it was.
        marker = scene.clauses[clause].marker
        going_on = scene.lower[group.head] in _GOING_ON and not scene.clauses[clause].objects and not self._argued()
        going_on = going_on and marker is not None and scene.lower[marker] in {"as", "while", "when"}
        return present or said or broken or ended or going_on

    def _of_year(self) -> bool:
        """*the 1979 siege of the mosque*, *the siege of Breda in 1625*: a year of its own stands beside who or what it was done to."""
        before = self.scene.lower[self.scene.chunks[self.chunk].first : self.candidate.first]
        return self._argued() and (any(map(_year, before)) or self._own_date())

    def _guarded(self, first: int) -> bool:
        """*protected them from sorties*, *a base for raids*, *vulnerable to attack*, *the signing of the treaty*: no deed of its own."""
        scene, preposition = self.scene, self.scene.prepositions.get(self.chunk)
        if scene.lower[self.candidate.first] == "charge" and first == self.candidate.first:
            return True
        if preposition is None:
            return False
        word = scene.lower[preposition]
        if word == "for":
            return scene.lower[preposition - 1] in _BASES
        if word == "of" and self.candidate.rule.type == "AGREEMENT" and scene.lower[preposition - 1] in _SIGNING:
            return True
        if word == "of" and scene.lower[preposition - 1] in _WAYS_OF_WAR:
            # *the tactics of ambush and raids*: how one fights, no fight.
            return not self._own_date()
        if word == "of" and scene.lower[preposition - 1] in _PAPERS:
            # *signed the Treaty of Alliance*: told of by the treaty.
            return scene.tokens.words[self.candidate.first][0].isupper()
        clause = scene.parts.get(self.chunk, (None, ""))[0]
        verb = scene.lower[scene.verb(clause)] if clause is not None else ""
        if word == "to" and self.candidate.rule.type in {"BATTLE", "TERRITORY"}:
            # *left the fleet vulnerable to attack*, *exposed Nashville to an assault*; *was exposed to fire* was fired on.
            return scene.lower[preposition - 1] in _OPEN_TO or verb in _exposing()
        return word == "from" and verb in _guarding()

    def _long_planned(self, clause: int | None, part: str) -> bool:
        """*The attack had been planned for months*: what came before a deed that the text has told of."""
        return part == "subject" and clause is not None and self.scene.lower[self.scene.group(clause).first] == "had"

    def _counted(self) -> bool:
        """*1,654 dead*, *2,100 casualties*, *dozens of dead*."""
        phrase = self.scene.chunks[self.chunk]
        if self.chunk and self.scene.of(self.chunk - 1) == self.chunk and self._left_behind(self.chunk - 1):
            return True
        return not self.definite and "C" in self.scene.parse.codes[phrase.first : phrase.head]

    def _among(self) -> bool:
        """*Among the dead were twelve children*: who they were is told, and so that they died."""
        scene, before = self.scene, self.scene.prepositions.get(self.chunk)
        behind = scene.chunks[self.chunk].last
        among = before is not None and scene.lower[before] in ("among", "amongst")
        return among and scene.lower[behind : behind + 1] in (["was"], ["were"])

    def _left_behind(self, number: int) -> bool:
        """*left dozens of dead*, *leaving behind hundreds*: what a clause tells of; not *at a cost of dozens*."""
        before = self.scene.prepositions.get(number)
        told = before is None or self.scene.lower[before] == "behind"
        return self.scene.head(number) in _MANY and told

    def _adverbial(self) -> bool:
        """*died in battle*, *in combat*: a bare noun that only says how; not *a series of battles*."""
        phrase, at = self.scene.chunks[self.chunk], self.candidate.first
        preposition = self.scene.prepositions.get(self.chunk)
        bare = phrase.first == at and phrase.last == self.candidate.last
        if preposition is not None and self.scene.lower[preposition - 1] in ROWS:
            # *fought a number of battles*
            return False
        if (
            preposition is not None
            and self.scene.lower[preposition] == "into"
            and self.scene.after(self.chunk, "between") is not None
        ):
            # *erupted into battle between the militia and the regulars*
            return False
        if (
            self.candidate.rule.subtype == "revolt"
            and preposition is not None
            and self.scene.lower[preposition] == "into"
        ):
            # *drove the peasants into revolt*
            return False
        return (
            bare
            and preposition is not None
            and self.scene.lower[at] in _MANNERS
            and self.scene.lower[preposition] in {"in", "into", "for", "of", "by", "to"}
        )

    def _amounts(self) -> bool:
        """*casualties amounted to 300*, *losses are put at 6,000 dead*, *put Iraqi losses at 774*: how many they were is said."""
        scene = self.scene
        whole = self.chunk
        while whole > 0 and scene.of(whole - 1) == whole and scene.head(whole - 1) in _FIGURES:
            # *estimates of the number of deaths range from 300 to 500*
            whole -= 1
        clause, part = scene.parts.get(whole, (None, ""))
        if clause is None or part not in ("subject", "object"):
            return False
        head = scene.verb(clause)
        if not any(kind == "amount" for kind, _ in support_verbs().get(scene.lower[head], ())):
            return False
        behind = scene.chunks[self.chunk].last if part == "object" else head + 1
        # *casualties were heavy*: no number, and no event.
        return any(code in "Cc" for code in scene.parse.codes[behind : behind + 9].split(";")[0].split(".")[0])

    def _is_name(self) -> bool:
        """*the Revolution*, *the First Rebellion*: a name of history; *Operation X* and *the Battle of X* can take place."""
        words, at = self.scene.tokens.words, self.candidate.first
        if (
            self.candidate.rule.entry.name not in {"revolt", "offensive", "civil-war", "independence"}
            or at == self.candidate.sentence.first
        ):
            return False
        return words[at][0].isupper()

    def _predicate(self, clause: int | None, part: str) -> bool:
        """*was no coup but a popular revolution*: what something was."""
        if clause is None or part != "object":
            return False
        group = self.scene.group(clause)
        return self.scene.parse.codes[group.head] in "Bb" and not self.scene.passive(clause)

    def _own_date(self) -> bool:
        """A phrase of time hangs on the noun: *the fall of Baghdad on 9 April*; not where a verb may own it."""
        scene = self.scene
        if self._bracketed():
            return True
        clause, part = scene.parts.get(self.chunk, (None, ""))
        if part == "object" and clause is not None and scene.parse.codes[scene.verb(clause)] not in "BHb":
            return False
        summed = scene.lower[self.candidate.last - 1] == "dead" or scene.lower[self.candidate.last - 1].endswith("s")
        if part == "subject" and self.candidate.rule.type == "CASUALTY" and summed:
            # *Casualties in 1970 were lower*, but *His death in 1227 halted the campaign*
            return False
        preposition = scene.prepositions.get(self.chunk)
        if preposition and scene.lower[preposition] == "of" and scene.lower[preposition - 1] in FEARED:
            # *by the end of hostilities in 1994*
            return False
        # Before the verb it hangs on the noun: *The capture of Quebec in 1759 ended French rule*; *The siege in 1573 failed* is supported.
        end = scene.group(clause).first if part == "subject" and clause is not None else len(scene.lower)
        return self._hangs_on("on", "in", end=end)

    def _hangs_on(self, *prepositions: str, end: int | None = None) -> bool:
        """Whether a date hangs on the noun by one of some prepositions: *the counter-offensive of 28 August was repulsed*."""
        scene, hanging = self.scene, False
        for word, at in scene.tail(self.chunk):
            # *its surrender in the spring of 1636*
            hanging = word in prepositions or (hanging and word == "of")
            hanging = hanging and scene.chunks[at].temporal and (end is None or scene.chunks[at].last <= end)
            if hanging and self._precise(at):
                return True
        return False

    def _entered(self) -> bool:
        """*28 February – Relief of Ladysmith*: all that an entry of a chronicle says of its day."""
        start = self.scene.parse.behind_date(self.candidate.sentence)
        return start is not None and self.scene.chunk_of[start] == self.chunk and self.chunk not in self.scene.parts

    def _dated_before(self) -> bool:
        """*after the 1862 midterm elections*, *following the 15 May demonstration*: the date stands in the noun phrase itself."""
        scene, phrase, codes = self.scene, self.scene.chunks[self.chunk], self.scene.parse.codes
        preposition = scene.prepositions.get(self.chunk)
        word = scene.lower[preposition] if preposition is not None else ""
        if word == "of" and preposition and scene.lower[preposition - 1] not in _PHASES:
            return False
        # *The term refers to the April 1940 killing of officers*
        meant = word == "to" and scene.lower[(preposition or 0) - 1] in _MEANING
        if word not in _DATING and not meant and not self._spoken_of(word):
            return False
        before = range(phrase.first, self.candidate.first)
        # *during the 2022 Russian invasion of Ukraine*: the name of what was going on.
        if any(codes[at] == "t" or (word != "during" and _year(scene.lower[at])) for at in before):
            return True
        # *following the rising of 1715*
        tail = scene.tail(self.chunk)[:1]
        told = not word or word in CAUSES or word in TIMES
        return told and any(of == "of" and scene.chunks[at].temporal and self._precise(at) for of, at in tail)

    def _spoken_of(self, word: str) -> bool:
        """*resented the September 1864 intervention*, *Under the 1582 Truce, …*: an argument of a verb, or what was agreed."""
        clause, part = self.scene.parts.get(self.chunk, (None, ""))
        if word:
            return word == "under" and self.candidate.rule.type == "AGREEMENT"
        return (
            self.definite
            and clause is not None
            and part in ("object", "subject")
            and self.scene.parse.codes[self.scene.verb(clause)] not in "BbH"
        )

    def _bracketed(self) -> bool:
        """*the Battle of Grunwald (15 July 1410)*: nothing but a date in parentheses right behind the phrase."""
        scene, codes = self.scene, self.scene.parse.codes
        clause, part = scene.parts.get(self.chunk, (None, ""))
        if self.candidate.clause is None or self.candidate.rule.type not in {"BATTLE", "TERRITORY", "AGREEMENT"}:
            return False
        if part == "subject" and clause is not None and codes[scene.verb(clause)] == "B":
            # *The Battle of Isandlwana (22 January 1879) was the first …*
            return False
        tail = scene.tail(self.chunk)
        at = scene.chunks[tail[0][1] if tail and tail[0][0] in NAMED_BY else self.chunk].last
        if codes[at : at + 1] != "(":
            return False
        last = codes.find(")", at)
        inside = scene.dates_in(at + 1, last)
        return bool(inside) and not codes[at + 1 : last].strip("tacC,-")

    def _precise(self, chunk: int) -> bool:
        phrase = self.scene.chunks[chunk]
        return any(self.scene.parse.codes[at] in "ta" for at in range(phrase.first, phrase.last))


def _alike(candidate: Candidate, told: Mapping[tuple[str, str], list[Candidate]]) -> list[Candidate]:
    """The happenings told of before that a noun may point back to: those of its type, and for a death whatever somebody died of."""
    key = (candidate.rule.type, candidate.rule.subtype)
    if key not in _DEATHS:
        return told.get(key, [])
    return sorted((other for kind in _DEATHS for other in told.get(kind, ())[-_LATELY:]), key=attrgetter("first"))


def _year(word: str) -> bool:
    return len(word) == _YEAR and word.isdigit() and word[0] in "12"
