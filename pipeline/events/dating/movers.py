"""The course of a narrative through its dates: which of them move its clock, and which step aside."""

from __future__ import annotations

import re
from bisect import bisect_right

from pipeline.events.dating.battles import ends_what_began, is_of_days, is_of_fronted, joined
from pipeline.events.dating.dated import ASIDES, Dated, Dates, covers, in_order, is_of_birth, is_of_ground
from pipeline.events.dating.fading import days_ahead
from pipeline.frozen import dataclass, replace
from pipeline.records import Clause, Parse, Sentence, Tokens
from pipeline.rules.dates import is_of_the_deed, side_of
from pipeline.timex import Timex

__all__ = ["Course", "Movers"]

_WAR_OF = re.compile(
    r"(?:In|During|At)\sthe\s(?:[\w’'–-]+\s){0,4}(?:War|Battle|Siege|Campaign|Uprising|Rising|Revolt|Rebellion|Revolution|Crusade|Expedition)s?"
    r"\s(?:of\s(?:[A-Z][^,;.()]{1,40}\s)?)?\(?"
)
"""What opens a sentence that goes on at the date of a war or battle (*In the Ga-Fante War of 1811, …*)."""
_IN_THE = re.compile(r"(?:In|During)\sthe\s")
_CAMPAIGN = re.compile(
    r"\s(?:[a-z]+\s)?(?:campaign|war|offensive|invasion|expedition|uprising|rising|revolt|rebellion)\b,?\s"
)
"""What stands before and behind a date that tells of which campaign a sentence goes on to tell (*In the 1806 campaign, …*)."""
_BOUND_BEFORE = re.compile(
    r"\b(?:until|till|since|dated|(?:before|prior\sto)(?=\s(?:the|an?|his|her|its|their)\s)(?!\s\w+\s(?:\w+\s)?(?:city|town|walls?|gates?|fort|fortress|castle|citadel|place|port|harbou?r|capital)\b))\s(?:[\w’'-]+\s){0,5}$"
)
_NOT_UNTIL = re.compile(r"(?:\bnot|\bnever|n['’]t)\s[^,;:.()]*\buntil\s(?:[\w’'-]+\s){0,4}$")
"""*did not leave until 8 October*: it left then."""
_BOUNDS = ASIDES - {"after"}
_REACH = 45
"""Days that the end of a sentence goes on at most from what it began with."""
_MODALS = frozenset({"will", "shall", "may", "might", "must", "should", "would"})
_SET = frozenset({"planned", "scheduled", "set", "fixed", "slated", "timed", "intended", "due", "arranged", "meant"})
"""What was said of a deed that was to come."""
_DONE = frozenset({"led", "launched", "opened", "mounted", "staged", "waged", "fought", "started", "begun", "signed"})
_TOOK_PLACE = frozenset({"took", "occurred", "happened", "fought", "raged", "lasted", "erupted"})
_TAKING_PLACE = frozenset({"taking", "occurring", "happening", "coming"})
"""*did not end the war, with the last battle occurring in 1176*: where the narrative goes on."""
_LEADS = {
    **dict.fromkeys(("led", "amounted"), frozenset({"to"})),
    **dict.fromkeys(("escalated", "developed", "grew", "turned", "erupted", "evolved", "spilled", "spiralled", "degenerated", "broadened"), frozenset({"into"})),
    **dict.fromkeys(("resulted", "culminated", "ended", "manifested"), frozenset({"in", "with"})),
}  # fmt: skip
"""Verbs of what something led to, and what stands right behind them (*manifested itself in*)."""
_JOINING = frozenset({"and", "or", "but", "then", "nor", "yet", "to", ",", ";", ":", "–", "—"})
_OPENING = frozenset({"when", "once", "while", "whilst", "after", "as"})
_TELLING = frozenset({"prose", "list", "heading"})
"""Kinds of sentences that tell; a caption or a table does not."""


@dataclass(frozen=True, slots=True)
class Course:
    """Where the narrative of a document stands."""

    told: list[Dated | None]
    """For each sentence, the date at which the narrative stands when it begins."""
    movers: list[Dated]
    """The dates that moved its clock, in reading order."""
    headed: list[Dated | None]
    """For each sentence, the date that the heading over it names."""
    hushed: set[int]
    """Indices of the sentences of a section on what came before, until another section begins."""


_YEARS_ON = 800
"""Days within which the next years begin."""


class Movers:
    """The dates that move the narrative's clock: all but flashbacks, bounds, and years in names."""

    def __init__(self, tokens: Tokens, parse: Parse, dates: Dates) -> None:
        self._tokens = tokens
        self._parse = parse
        self._dates = dates
        since = [
            (d.value.anchor, shift.count)
            for d in dates.all
            if d.value.derivation == "relative" and (shift := d.value.shift) is not None and shift.base == "clock"
        ]
        self._followed = {anchor for anchor, _ in since}
        """Where the dates begin from which others take their count (*the next day*) or month (*on the 16th*)."""
        self._counted_on = {anchor for anchor, count in since if count}

    def run(self) -> Course:
        """The course of the narrative: each date either moves its clock or leaves it where it stands."""
        course = Course([], [], [], set())
        at, last, before, hushed = 0, None, "", False
        headed: Dated | None = None
        away: tuple[Dated | None, int] | None = None
        for sentence in self._tokens.sentences:
            if away is not None and away[1] != sentence.paragraph:
                last, away = away[0], None
            if sentence.kind == "heading":
                if self._is_of_what_came_before(sentence):
                    last, hushed = None, True
                elif before != "heading":
                    hushed = False
                if before != "heading" and not self._is_below(headed, sentence):
                    headed = None  # a heading right below another divides what that is about
            course.told.append(last)
            course.headed.append(headed)
            if hushed:
                course.hushed.add(sentence.index)
            before = sentence.kind
            while at < len(self._dates.all) and self._dates.all[at].start < sentence.end:
                dated = self._dates.all[at]
                if last is not None and self._ends_what_began(last, dated, sentence):
                    last = joined(last, dated)
                elif not (_within(last, dated, sentence) or _is_its_night(last, dated)) and self._moves(
                    dated, sentence, last
                ):
                    last = dated
                    headed = dated if sentence.kind == "heading" and dated.value.relation not in ASIDES else headed
                    course.movers.append(last)
                    away = None
                elif away is not None and self._goes_on_from_there(dated, sentence, last):
                    last = dated
                elif self._is_for_now(dated, sentence, last, hushed=hushed):
                    away = (None if hushed or _is_earlier(dated, last) else last, sentence.paragraph)
                    last = dated
                at += 1
        return course

    def _is_of_what_came_before(self, heading: Sentence) -> bool:
        """Whether a section tells what came before, unless it is the first part of one that tells the deed (*Battle*, right below it *Preparations*)."""
        if side_of(self._tokens.text[heading.start : heading.end]) >= 0:
            return False
        above = self._tokens.sentences[heading.index - 1] if heading.index else None
        return above is None or above.kind != "heading" or not is_of_the_deed(above.section)

    def _is_for_now(self, dated: Dated, sentence: Sentence, told: Dated | None, *, hushed: bool) -> bool:
        """Whether a paragraph goes back to another time, which it tells without any mark of that (*In January 1971, Amin took control*).

        A section on what came before does so, ``hushed``, from paragraph to paragraph.
        """
        value = dated.value
        if not value.aside:
            return False
        if hushed:
            return self._moves_if_plain(dated, sentence, told)
        if told is None or self._tokens.sentence_at(told.start).paragraph == sentence.paragraph:
            return False
        index = self._dates.clause_at(dated.start)
        group = self._parse.groups[self._parse.clauses[index].group] if index >= 0 else None
        opens = sentence.opens_at(dated.start) or (
            value.relation in ("in", "on") and self._opens_section(told, sentence)
        )
        if not opens or group is None or self._tokens.lower[group.first] == "had":
            return False
        return self._moves_if_plain(dated, sentence, told)

    def _moves_if_plain(self, dated: Dated, sentence: Sentence, told: Dated | None) -> bool:
        """Whether a date would move the narrative if it were no aside."""
        return self._moves(replace(dated, value=replace(dated.value, aside=False)), sentence, told)

    def _goes_on_from_there(self, dated: Dated, sentence: Sentence, told: Dated | None) -> bool:
        """Whether a paragraph that has gone back to another time goes on from that (*In 721 Odo won. The Saracens gathered, and in 732 they came*)."""
        return dated.value.aside and _is_later(dated, told) and self._moves_if_plain(dated, sentence, told)

    def _opens_section(self, told: Dated, sentence: Sentence) -> bool:
        """Whether a sentence is the first of a section to tell a date, so that the section begins at another time in whatever clause."""
        return bool(sentence.section) and self._tokens.sentence_at(told.start).section != sentence.section

    def _is_below(self, headed: Dated | None, sentence: Sentence) -> bool:
        """Whether a heading opens a part of the section whose heading names a date."""
        return headed is not None and sentence.section.startswith(
            f"{self._tokens.sentence_at(headed.start).section} > "
        )

    def _is_open(self, told: Dated | None, dated: Dated) -> bool:
        """Whether the clock has not yet been told as finely as a date tells it."""
        if told is None or told.value.granularity == "decade":
            return True
        coarse = told.value.granularity in ("year", "season", "month")
        return coarse and is_of_days(dated.value) and covers(told.value, dated.value)

    def _ends_what_began(self, first: Dated, last: Dated, sentence: Sentence) -> bool:
        """Whether a date ends what its sentence has begun on another (*broke out in 1443 and lasted until 1479*)."""
        return first.start >= sentence.start and ends_what_began(self._tokens.text, first, last)

    def _moves(self, dated: Dated, sentence: Sentence, told: Dated | None) -> bool:
        """Whether a date moves the clock from where the text has told it; the first day told does in whatever clause."""
        first = self._is_open(told, dated)
        if sentence.kind not in _TELLING or dated.value.granularity == "century":
            return False
        if dated.value.granularity == "decade" and not first:
            return False
        if sentence.kind == "heading" or _is_of_a_name(dated, told) or self._led_on(dated, sentence, told):
            return True
        if self._is_of_a_war(dated, sentence):
            return True
        before = self._tokens.text[sentence.start : dated.start]
        led_there = not first and not _is_later(dated, told) and is_of_ground(before)
        # *The siege of 1624–25 ended in 1625. … laid siege to it in August 1624*: back, but into what is told
        aside = dated.value.aside and not (told is not None and covers(told.value, dated.value))
        if dated.weak or aside or _is_bound(dated.value) or led_there or is_of_birth(before):
            return self._goes_on_at_bound(dated, told) or self._closes(dated, sentence, told)
        if told is not None and _is_years_later(dated.value) and self._is_glance(dated, sentence, told):
            return False
        index = self._dates.clause_at(dated.start)
        if index < 0 or self._leads_on(dated, told):
            return not self._is_inserted(dated, index, sentence, told)
        clause = self._parse.clauses[index]
        if clause.sentence != sentence.index:  # words without a verb, as a heading that is not marked
            return True
        while clause.link == "infinitive" and clause.governor is not None:  # *had begun wavering in the summer*
            clause = self._parse.clauses[clause.governor]
        group = self._parse.groups[clause.group]
        clause = self._above_what_was_had_done(clause)
        behind = self._tokens.starts[group.head] < dated.start
        verb = self._tokens.lower[group.first : group.head + 1]
        if behind and not first and self._is_ahead(clause, verb):
            return False  # *all forces must leave by the middle of 2010*, *would go when their term ended in May*
        if dated.value.relation == "by":
            return not (behind and is_of_days(dated.value))  # *suffered eight raids by 1 October*
        looks_back = "had" in verb and not (_is_later(dated, told) or self._sets_out(dated, sentence, told))
        if sentence.opens_at(dated.start):
            return not (looks_back and _is_before(dated.value))
        if _is_before(dated.value):
            return False
        marker = clause.marker
        bound = (
            marker is not None and self._tokens.starts[marker] < dated.start and self._tokens.lower[marker] in _BOUNDS
        )
        if bound:
            return False
        if _BOUND_BEFORE.search(self._tokens.text[max(sentence.start, dated.start - 60) : dated.start]):
            return self._goes_on_at_bound(dated, told)
        # *When the war resumed in 1459, York fled* tells where the narrative goes on.
        opening = clause.first == sentence.first and self._tokens.lower[clause.first] in _OPENING
        when = marker is not None and self._tokens.lower[marker] == "when"
        years = when and told is not None and told.value.granularity == "year" and _is_later(dated, told)
        timely = opening or years or ((when or self._ends_in(clause, sentence, dated, told)) and _goes_on(dated, told))
        timely = (
            timely
            or self._is_of_fronted(clause, sentence, dated)
            or self._ends_a_year_on(clause, sentence, dated, told)
        )
        timely = timely or (told is None and self._is_of_a_deed(clause))
        timely = timely or (self._tokens.lower[group.head] in _TAKING_PLACE and _is_later(dated, told))
        described = clause.link in ("relative", "reduced") or self._is_unjoined(clause)
        aside = described and not (timely or (first and is_of_days(dated.value)))
        return not (aside or looks_back or self._is_inserted(dated, index, sentence, told))

    def _above_what_was_had_done(self, clause: Clause) -> Clause:
        """The clause that had something done, for the one that says what (*Drake had Doughty beheaded on 2 July 1578*); itself otherwise."""
        if clause.link != "reduced" or clause.governor is None:
            return clause
        above = self._parse.clauses[clause.governor]
        group = self._parse.groups[above.group]
        had = self._tokens.lower[group.first : group.last] == ["had"] and above.last == clause.first and above.objects
        return above if had else clause

    def _is_of_a_war(self, dated: Dated, sentence: Sentence) -> bool:
        """Whether a sentence opens with a war or campaign of the date (*In the war of 1806, …*, *In the 1806 campaign, …*)."""
        text = self._tokens.text
        if _WAR_OF.fullmatch(text, sentence.start, dated.start):
            return True
        return bool(_IN_THE.fullmatch(text, sentence.start, dated.start) and _CAMPAIGN.match(text, dated.end))

    def _goes_on_at_bound(self, dated: Dated, told: Dated | None) -> bool:
        """Whether a sentence goes on at the date that bounds what it told (*held it until April, when they left*, *did not leave until April*)."""
        value = dated.value
        if dated.weak or value.aside or value.relation != "until" or _lasts_on(value):
            return False
        if self._tokens.text.startswith(", when ", dated.end):
            return _goes_on(dated, told)
        clause = self._dates.clause_at(dated.start)
        low = self._tokens.starts[self._parse.clauses[clause].first] if clause >= 0 else dated.start
        return _NOT_UNTIL.search(self._tokens.text, low, dated.start) is not None and _is_later(dated, told)

    def _is_of_fronted(self, clause: Clause, sentence: Sentence, dated: Dated) -> bool:
        """Whether a clause dates the battle with which its sentence opens (*At Mohi, which was fought on 11 April, …*)."""
        if clause.marker is None:
            return False
        return is_of_fronted(self._tokens.text, sentence.start, self._tokens.starts[clause.marker], dated.start)

    def _is_of_a_deed(self, clause: Clause) -> bool:
        """Whether a clause tells when what it describes was done (*suppressed a revolt led by the governor in 1521*, *two conflicts that took place in 1912*)."""
        verb = self._tokens.lower[self._parse.groups[clause.group].head]
        return (clause.link == "reduced" and verb in _DONE) or (clause.link == "relative" and verb in _TOOK_PLACE)

    def _closes(self, dated: Dated, sentence: Sentence, told: Dated | None) -> bool:
        """Whether days in parentheses end a sentence that goes on to them (*surrendered after the storming of the courts (28–30 June 1922).*)."""
        if told is None or dated.value.aside or not dated.bracketed:
            return False
        days = days_ahead(told.value, dated, coarse=False)
        if days is None or not 0 < days <= _REACH or not is_of_days(dated.value):
            return False
        alone = self._tokens.text.count("(", sentence.start, dated.start) == 1
        return alone and self._tokens.text[dated.end : sentence.end].rstrip() in (").", ")")

    def _is_unjoined(self, clause: Clause) -> bool:
        """Whether a verb follows another without any word between that joins them, as a participle does (*searched for the crew shot down on 1 May*)."""
        if clause.link != "conjunct" or clause.governor is None:
            return False
        above = self._parse.groups[self._parse.clauses[clause.governor].group]
        between = self._tokens.lower[above.last : self._parse.groups[clause.group].first]
        return _JOINING.isdisjoint(between)

    def _is_ahead(self, clause: Clause, verb: list[str]) -> bool:
        """Whether a clause tells what would be, or was to be."""
        return not _MODALS.isdisjoint(verb) or self._hangs_on_a_modal(clause) or self._was_to_come(clause, verb)

    def _was_to_come(self, clause: Clause, verb: list[str]) -> bool:
        """*The attack had been planned for the 24th*, *learned that they were to attack on the 3rd*: when something was to be, as it was thought then."""
        if "had" in verb and not _SET.isdisjoint(verb):
            return True
        behind = self._parse.groups[clause.group].last
        told_of = clause.link == "complement" and verb[-1] in ("was", "were")
        return told_of and self._tokens.lower[behind : behind + 1] == ["to"]

    def _is_inserted(self, dated: Dated, index: int, sentence: Sentence, told: Dated | None) -> bool:
        """Whether a date says when somebody of whom its sentence tells had been made something (*On 4 July Pemberton, appointed in 1862, yielded*)."""
        if told is None or told.start < sentence.start or not _is_earlier(dated, told):
            return False
        if self._dates.is_inserted(dated, sentence.end - 1):
            return True
        if index < 0 or self._parse.clauses[index].link not in ("participle", "reduced"):
            return False
        group = self._parse.groups[self._parse.clauses[index].group]
        return group.passive and self._tokens.starts[group.first] < dated.start

    def _sets_out(self, dated: Dated, sentence: Sentence, told: Dated | None) -> bool:
        """Whether a paragraph goes back to an earlier date and on from there, to one that is still before the date told.

        *The siege began on 4 September 1346.* … *The army had landed on 12 July 1346. On 26 August, it won at Crécy.*
        """
        before = self._tokens.sentences[sentence.index - 1] if sentence.index else None
        at = bisect_right(self._dates.starts, dated.start)
        if before is None or before.paragraph == sentence.paragraph or at == len(self._dates.all):
            return False
        ahead = self._dates.all[at]
        there = self._tokens.sentence_at(ahead.start)
        on = _is_later(ahead, dated) and not (ahead.weak or ahead.value.aside)
        still = told is None or _is_earlier(ahead, told)
        return on and still and there.paragraph == sentence.paragraph and there.opens_at(ahead.start)

    def _is_glance(self, dated: Dated, sentence: Sentence, told: Dated) -> bool:
        """*was hit on 22 May, and a man died 44 years later*, *apologized thirty-five years later*: a look at years to come."""
        return not sentence.opens_at(dated.start) or (told.start >= sentence.start and is_of_days(told.value))

    def _leads_on(self, dated: Dated, told: Dated | None) -> bool:
        """Whether another date takes its count from this one, or its month, unless that is a flashback."""
        if dated.start in self._counted_on:
            return True
        return dated.start in self._followed and not _is_earlier(dated, told)

    def _hangs_on_a_modal(self, clause: Clause) -> bool:
        """Whether a clause only says when or until when something would be."""
        if clause.link not in ("adverbial", "relative") or clause.governor is None or clause.marker is None:
            return False
        if self._tokens.lower[clause.marker] not in _OPENING:
            return False
        above = self._parse.groups[self._parse.clauses[clause.governor].group]
        return not _MODALS.isdisjoint(self._tokens.lower[above.first : above.head])

    def _led_on(self, dated: Dated, sentence: Sentence, told: Dated | None) -> bool:
        """Whether a date at the end of its sentence is that of what something led to (*a dispute that escalated into the war of 1885*)."""
        index = self._dates.clause_at(dated.start)
        if index < 0 or not _is_later(dated, told) or self._tokens.text[dated.end : sentence.end].strip(" .BCEAD"):
            return False
        verb = self._parse.groups[self._parse.clauses[index].group]
        if _BOUND_BEFORE.search(self._tokens.text[self._tokens.ends[verb.last - 1] : dated.start]):
            return False  # *resulted in the worst defeat until Pearl Harbor in 1941*
        ties = _LEADS.get(self._tokens.lower[verb.head])
        return ties is not None and not ties.isdisjoint(self._tokens.lower[verb.last : verb.last + 3])

    def _ends_in(self, clause: Clause, sentence: Sentence, dated: Dated, told: Dated | None) -> bool:
        """Whether a sentence goes on to a later day in a relative clause at its end (*was outmanoeuvred by X, who took Y on 3 January*).

        Or tells there when it happened, where nothing has been told yet (*marched on Erivan, which capitulated in 1635*; not *which was built
        in 1635*), or no finer.
        """
        at = clause.marker
        if clause.link != "relative" or at is None or self._tokens.lower[at - 1] != ",":
            return False
        if "," in self._tokens.text[dated.end : sentence.end].partition("(")[0]:
            return False
        if told is None:
            return dated.value.granularity != "year" or not self._parse.groups[clause.group].passive
        days = days_ahead(told.value, dated, coarse=dated.value.granularity == "month")
        return covers(told.value, dated.value) or (days is not None and 0 < days <= _REACH)

    def _ends_a_year_on(self, clause: Clause, sentence: Sentence, dated: Dated, told: Dated | None) -> bool:
        """Whether a relative clause at the end of its sentence goes on to the next years (*turned to Rhodes, which he besieged in 305*).

        Not where that was still to come (*which was to fall in 305*).
        """
        at = clause.marker
        if clause.link != "relative" or at is None or self._tokens.lower[at - 1] != ",":
            return False
        if told is None or {told.value.granularity, dated.value.granularity} != {"year"}:
            return False
        days = days_ahead(told.value, dated, coarse=True)
        own = self._parse.clauses[self._dates.clause_at(dated.start)] is clause
        near = own and days is not None and 0 <= days <= _YEARS_ON
        return near and not self._tokens.text[dated.end : sentence.end].strip(" .BCEAD")


def _is_bound(value: Timex) -> bool:
    """Whether a date bounds what happened; an hour does not, but the next morning (*held their ground until the next morning*)."""
    if _is_for_years(value):
        return True
    return value.relation in ASIDES and (value.granularity != "time" or _lasts_on(value))


def _lasts_on(value: Timex) -> bool:
    """Whether an expression counts on from the narrative's date to where something lasted (*until the next morning*)."""
    return value.relation == "until" and value.shift is not None and (value.shift.count or 0) > 0


def _is_of_a_name(dated: Dated, told: Dated | None) -> bool:
    """Whether a day or month behind a name goes on from a season or year (*In 1644, … Parliament won at Marston Moor (2 July 1644)*)."""
    if told is None or not dated.bracketed or dated.value.aside or not is_of_days(dated.value):
        return False
    return told.value.granularity not in ("day", "time") and _is_later(dated, told)


def _is_later(dated: Dated, told: Dated | None) -> bool:
    """Whether a date begins after the one told has ended: no pluperfect looks back to it."""
    if told is None or not (told.value.end and dated.value.start):
        return False
    return told.value.end != dated.value.start and in_order(told.value.end, dated.value.start)


def _is_earlier(dated: Dated, told: Dated | None) -> bool:
    """Whether a date ends before the one told begins."""
    if told is None or not (told.value.start and dated.value.end):
        return False
    return told.value.start != dated.value.end and in_order(dated.value.end, told.value.start)


def _goes_on(dated: Dated, told: Dated | None) -> bool:
    """Whether a date begins after the one told has begun, and is finer than a year; or within it, or as the first that is told."""
    if told is None or covers(told.value, dated.value):
        return True
    if dated.value.granularity == "year" or not (told.value.start and dated.value.start):
        return False
    return told.value.start != dated.value.start and in_order(told.value.start, dated.value.start)


def _is_years_later(value: Timex) -> bool:
    """Whether an expression looks years ahead (*died of his wound 44 years later*)."""
    return value.shift is not None and value.shift.unit == "year" and (value.shift.count or 0) > 1


def _is_for_years(value: Timex) -> bool:
    """Whether an expression says for how many years to come something was so (*their seat for the next thirty years*)."""
    return value.type == "DURATION" and value.value.endswith("Y") and value.relation == "for"


def _is_before(value: Timex) -> bool:
    """Whether an expression counts back from the narrative's date (*in the past year*, *two days earlier*)."""
    return value.shift is not None and (value.shift.count or 0) < 0


def _is_its_night(told: Dated | None, dated: Dated) -> bool:
    """Whether a date is the night of the day that is told already, on which what follows the night's deeds is not told to lie."""
    if told is None or not dated.value.value.endswith("TNI") or not (told.value.start and dated.value.start):
        return False
    return told.value.granularity in ("day", "time") and told.value.start[:10] == dated.value.start[:10]


def _within(told: Dated | None, dated: Dated, sentence: Sentence) -> bool:
    """Whether a coarser date only names the year of the day that its sentence has just told (*on 13 March 2022, during the invasion in 2022*)."""
    if told is None or told.start < sentence.start or dated.value.granularity not in ("year", "decade", "span"):
        return False
    return is_of_days(told.value) and not is_of_days(dated.value) and covers(dated.value, told.value)
