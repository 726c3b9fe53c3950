"""The dates that other clauses of a sentence tell than that of a trigger: before it, or with the next verb of its subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.events.dating.battles import is_of_fronted
from pipeline.events.dating.dated import ASIDES, in_order, is_of_birth, is_of_ground
from pipeline.events.dating.nearest import PARTED
from pipeline.events.series import joined_behind, side_by_side
from pipeline.rules.dates import date_vocabulary

if TYPE_CHECKING:
    from pipeline.events.dating.dated import Dated, Dates
    from pipeline.events.dating.nearest import Nearest
    from pipeline.records import Clause, Parse, Sentence, Tokens

__all__ = ["Beside"]

_LONG = frozenset({"year", "season", "decade", "century"})
_LAUNCHED = frozenset({"launched", "opened", "delivered", "mounted", "staged"})


class Beside:
    """The dates of the clauses beside those of the triggers of a document. Offsets are clean offsets."""

    def __init__(self, tokens: Tokens, parse: Parse, dates: Dates, nearest: Nearest) -> None:
        self._tokens = tokens
        self._parse = parse
        self._dates = dates
        self._nearest = nearest

    def of(self, trigger: int, sentence: Sentence, told: str | None) -> Dated | None:
        """The date that another clause of the sentence tells before the trigger, or the next one behind it.

        ``told`` is the last day of the narrative's date, which tells a date at the end of a participle from an aside.
        """
        earlier = self._earlier(trigger, sentence, told)
        if earlier is not None and not self._nearest.is_of_preface(earlier, trigger, sentence):
            return earlier
        return self.shared_with_next(trigger) or earlier or self._behind_participle(trigger, told)

    def shared_with_next(self, trigger: int, *, finite: bool = True) -> Dated | None:
        """The date at the end of the next clause of the same subject (*crossed the river and took the town on 9 May*).

        With ``finite`` false, only that of a participle (*were shelled and burned on 9 May*).
        """
        index = self._dates.clause_at(trigger)
        if index < 0 or index + 1 >= len(self._parse.clauses):
            return None
        own, after = self._parse.clauses[index], self._parse.clauses[index + 1]
        if after.sentence != own.sentence or after.link not in ("conjunct", "participle"):
            return None
        if after.subjects and after.subjects != own.subjects:
            return None
        if after.link == "participle" and not self._tokens.lower[self._parse.groups[after.group].head].endswith("ing"):
            return None
        verbs = self._parse.groups[own.group], self._parse.groups[after.group]
        shares_auxiliary = verbs[0].passive and verbs[1].first == verbs[1].head
        if not finite and verbs[1].finite and not shares_auxiliary:
            return None
        behind = self._parse.groups[own.group].last
        object_shared = side_by_side(self._parse, behind, index + 1)
        for joined_clause in joined_behind(self._parse, index, behind):
            after = self._parse.clauses[joined_clause]
        verb = self._tokens.ends[self._parse.groups[after.group].head]
        inside = self._dates.within(verb, self._tokens.ends[after.last - 1])
        plain = [d for d in inside if not d.weak and d.value.relation not in ASIDES]
        if not object_shared:
            plain = [d for d in plain if d.value.granularity not in _LONG and not _goes_on_from(d)]
        return plain[-1] if plain else None

    def looks_back(self, dated: Dated) -> bool:
        """Whether a date is that of a pluperfect (*recapturing Minorca, which it had lost in 1704*)."""
        at = self._dates.clause_at(dated.start)
        if at < 0:
            return False
        group = self._parse.groups[self._parse.clauses[at].group]
        return "had" in self._tokens.lower[group.first : group.head]

    def _earlier(self, trigger: int, sentence: Sentence, told: str | None) -> Dated | None:
        """The last date before the trigger in its sentence that is no aside."""
        own = self._dates.clause_at(trigger)
        for dated in reversed(self._dates.within(sentence.start, trigger)):
            at = self._dates.clause_at(dated.start)
            closed = 0 <= at < own and (
                self._is_in_relative(dated, self._described(at, own), told)
                or self._is_inserted(dated, self._parse.clauses[at])
                or self._describes_subject(dated, self._parse.clauses[at], told)
            )
            before = self._tokens.text[sentence.start : dated.start]
            of_birth = is_of_birth(before) or (told is not None and not _is_past(dated, told) and is_of_ground(before))
            weak = dated.weak and not (
                dated.bracketed
                and (
                    self._is_in_its_parenthesis(dated, trigger)
                    or self._nearest.is_of_battle(dated, sentence.start)
                    or self._is_of_verb_before(dated, own)
                )
            )
            closed = (
                closed or self._dates.is_inserted(dated, trigger) or self._is_of_what_had_been(dated, at, own, sentence)
            )
            if not (weak or closed or of_birth or dated.value.relation in ASIDES):
                return dated
        return None

    def _is_in_its_parenthesis(self, dated: Dated, trigger: int) -> bool:
        """Whether a date stands in the parentheses that a trigger behind it stands in (*(in February, the islands had been occupied)*)."""
        return self._tokens.text.startswith(", ", dated.end) and ")" not in self._tokens.text[dated.end : trigger]

    def _is_of_verb_before(self, dated: Dated, own: int) -> bool:
        """Whether parentheses end the clause before another of its subject (*invaded Sicily (535) and advanced into Italy*)."""
        if own < 1 or self._parse.clauses[own].link != "conjunct" or self._dates.clause_at(dated.start) != own - 1:
            return False
        shared = self._parse.clauses[own].subjects in ((), self._parse.clauses[own - 1].subjects)
        return shared and self._tokens.text.startswith((") and ", "), and ", ") but "), dated.end)

    def _is_of_what_had_been(self, dated: Dated, at: int, own: int, sentence: Sentence) -> bool:
        """Whether a date is that of what had been before, of which a sentence with a date of its own only tells or learns.

        *On 13 May, unaware that peace had been made on the 12th, they …*, *…, unaware that a truce had been signed the previous day, they took Manila*.
        """
        if at < 0 or not self.looks_back(dated):
            return False
        clause = self._parse.clauses[at]
        if at < own and clause.link not in ("main", "conjunct") and _counts_back(dated):
            return True
        first = self._dates.within(sentence.start, dated.start)
        if clause.link != "complement" or not first or not sentence.opens_at(first[0].start):
            return False
        return not PARTED.search(
            self._tokens.text, self._tokens.ends[self._parse.groups[clause.group].last - 1], dated.start
        )

    def _behind_participle(self, trigger: int, told: str | None) -> Dated | None:
        """A date at the end of the participle that describes an argument (*was taken by men led by X on 9 May*), later than the narrative's.

        What an argument was doing then it did when that befell it, be it earlier (*seized a convoy sailing under escort in December*).
        """
        index = self._dates.clause_at(trigger) + 1
        if told is None or not 0 < index < len(self._parse.clauses):
            return None
        below = self._parse.clauses[index]
        start, end = self._tokens.starts[below.first], self._tokens.ends[below.last - 1]
        if below.governor != index - 1 or below.link != "reduced" or "," in self._tokens.text[trigger:start]:
            return None
        inside = [d for d in self._dates.within(start, end) if not d.weak and d.value.relation not in ASIDES]
        day = inside[-1].value.start if inside else None
        doing = self._tokens.lower[self._parse.groups[below.group].head].endswith("ing")
        return inside[-1] if day and (doing or in_order(told, day)) else None

    def _is_inserted(self, dated: Dated, clause: Clause) -> bool:
        """Whether a date stands in a participle between commas behind its noun (*Guy, released in 1188, laid siege to Acre*)."""
        text, group = self._tokens.text, self._parse.groups[clause.group]
        start, end = self._tokens.starts[group.first], self._tokens.ends[clause.last - 1]
        parted = text[max(0, start - 2) : start].rstrip().endswith(",")
        closed = text[end - 1] == "," or text[end : end + 1] == ","
        passive = clause.link in ("participle", "reduced") and group.passive
        if self._tokens.lower[group.head] in _LAUNCHED:
            # *The offensive, launched on 4 June, broke the line*: its day is that of what it did.
            return False
        return passive and parted and closed and start < dated.start

    def _describes_subject(self, dated: Dated, clause: Clause, told: str | None) -> bool:
        """Whether a date before the narrative's says when a subject was made, sent or taken (*Troops captured in 1941 were executed*)."""
        group, day = self._parse.groups[clause.group], dated.value.start
        if clause.link != "reduced" or not group.passive or not (told and day) or in_order(told, day):
            return False
        described = self._tokens.lower[group.first - 1] if group.first else ""
        if self._tokens.lower[group.head] in _LAUNCHED or described in date_vocabulary().happenings.words:
            return False  # *The strike carried out on 4 June destroyed the depot*
        return self._tokens.starts[group.first] < dated.start

    def _described(self, at: int, own: int) -> Clause:
        """A clause, or the relative one between commas that it completes (*Members, who ruled until one was elected on 9 May, said*)."""
        clause = self._parse.clauses[at]
        above = (
            self._parse.clauses[clause.governor] if clause.governor is not None and clause.governor < own else clause
        )
        return above if clause.link in ("adverbial", "infinitive") and above.link == "relative" else clause

    def _is_in_relative(self, dated: Dated, clause: Clause, told: str | None) -> bool:
        """Whether a date stands behind the pronoun of a relative clause, unless that goes on (*A force that landed on 9 May was driven off*)."""
        if clause.link != "relative" or clause.marker is None or self._tokens.lower[clause.marker] == "when":
            return False
        marker, day = self._tokens.starts[clause.marker], dated.value.start
        if is_of_fronted(self._tokens.text, self._tokens.sentence_at(marker).start, marker, dated.start):
            return False
        if (
            self._tokens.lower[clause.marker - 1] != ","
            and told
            and day
            and not self.looks_back(dated)
            and in_order(told, day)
        ):
            return False
        return marker < dated.start and not PARTED.search(self._tokens.text, marker, dated.start)


def _goes_on_from(dated: Dated) -> bool:
    """Whether a date is counted on from what was told before (*withstood the assaults and retreated the next day*)."""
    shift = dated.value.shift
    return shift is not None and shift.base == "clock" and (shift.count or 0) > 0


def _counts_back(dated: Dated) -> bool:
    """Whether a date is counted back from what was told before (*the previous day*)."""
    shift = dated.value.shift
    return shift is not None and shift.base == "clock" and (shift.count or 0) < 0


def _is_past(dated: Dated, told: str) -> bool:
    """Whether a date begins after the day told."""
    day = dated.value.start
    return day is not None and day != told and in_order(told, day)
