"""The narrative's clock: at which date the text stands when a sentence begins."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from pipeline.events.dating.dated import Dated, Dates, covers, whole
from pipeline.events.dating.elsewhen import CONFLICTS
from pipeline.events.dating.fading import around, days_ahead, faded, goes_beyond, in_its_year, is_of_weeks
from pipeline.events.dating.holding import SLOW, Holding
from pipeline.events.dating.leaving import Leaving, heading_returned_to
from pipeline.events.dating.movers import Movers
from pipeline.events.dating.onward import up_to_bound, up_to_next
from pipeline.events.dating.stand import Stand
from pipeline.events.dating.story import Story
from pipeline.events.dating.sums import AFTER_ALL, Sums
from pipeline.frozen import replace
from pipeline.rules.dates import is_of_the_deed

if TYPE_CHECKING:
    from pipeline.events.dating.asked import Pace
    from pipeline.records import Document, Mention, Parse, Sentence, Tokens
    from pipeline.timex import Timex

__all__ = ["Clock"]

_A_SEASON = 90
"""Days to the next date up to which what a paragraph tells after a battle was done at once."""
_APART = 4
"""Days between two dates of the narrative from which on what is told between them is dated by both."""

_AFTER_THE_BATTLE = re.compile(
    r"(?:(?:Immediately|Shortly|Soon)\s)?(?:[Aa]fter|[Ff]ollowing)\s(?:the|this|their|his)\s(?:[\w-]+\s)?(?:battle|siege|fighting|clash|skirmish|attack|raid|assault|massacre|victory|defeat|capture|surrender)\b"
)
"""*After the battle, thousands were arrested*: within weeks of it, in whatever section."""
_FORCES = re.compile(r"\b(?:forces|armies|strength|order\sof\sbattle|composition|troops|belligerents)\b", re.IGNORECASE)
"""Headings under which a text tells who came together for a battle, in the days or weeks before it."""
_WAR_BEGAN = re.compile(
    rf"\b(?i:{'|'.join(CONFLICTS)}|campaign|revolt)\b[^.;,]{{0,30}}\b(?:began|begun|started|broke\sout|erupted|commenced)\s(?:on\s)?$"
)


class Clock:
    """The date at which the narrative stands, sentence by sentence.

    A date in a sentence moves it, unless that date steps aside (a flashback, a bound, a year in a name). A day holds for some sentences, then only
    its month does; the day of the battle that the text is about holds while the battle is told, and is the day of its losses. A section on what came before begins without a date.
    """

    def __init__(self, document: Document, tokens: Tokens, parse: Parse, dates: Dates) -> None:
        self._tokens = tokens
        self._dates = dates
        self._story = Story(document, tokens, dates)
        self._course = Movers(tokens, parse, dates).run()
        self._holding = Holding(tokens, dates, self._story)
        self._leaving = Leaving(tokens, dates, self._story)
        self._mover_starts = [dated.start for dated in self._course.movers]
        self._stands: dict[int, Stand] = {}
        self._answers: dict[tuple[int, bool, Pace, bool], tuple[Timex | None, Mention[Timex] | None]] = {}
        """What was told of a sentence, for the next event of its kind in it."""
        self.sums = Sums(tokens, dates, self._course, None if self._story.is_of_war else self._story.battle)

    def told(
        self, sentence: Sentence, *, within: bool = False, pace: Pace = "hours", of_battle: bool = False
    ) -> tuple[Timex | None, Mention[Timex] | None]:
        """The date at which the narrative stands when a sentence begins, else a year from a name.

        It is the coarser for what came ``within`` days, weeks or months of it, and the month of a day for what follows others in days. The day
        of the battle that the text is about is that of what is ``of_battle`` only, where the lead goes on in another paragraph.
        """
        asked = sentence.index, within, pace, of_battle
        found = self._answers.get(asked)
        if found is None:
            found = self._answers[asked] = self._told(sentence, within=within, pace=pace, of_battle=of_battle)
        return found

    def _told(
        self, sentence: Sentence, *, within: bool, pace: Pace, of_battle: bool
    ) -> tuple[Timex | None, Mention[Timex] | None]:
        stand = self._stand(sentence)
        if stand is None:
            return self._untold(sentence)
        deed = self._deed(stand)
        if deed is not None:
            return replace(deed.value, derivation="narrative", anchor=deed.start), deed.mention
        bounded = up_to_bound(stand, self._tokens, self._dates)
        if bounded:
            return bounded, stand.told.mention
        if stand.away:
            elsewhere = self._told_elsewhere(stand, pace)
            if elsewhere is not None:
                return elsewhere
        elif self._is_right_after(stand):
            return replace(stand.value, derivation="narrative", anchor=stand.told.mention.start), stand.told.mention
        if self._leaving.has_left(stand):
            return self._rest_of_battle(stand) or _rest_of_section(stand) or _in_the_year(stand)
        if self._is_since_a_war_began(stand):
            value = up_to_next(stand) or in_its_year(stand.value)
            return replace(value, derivation="narrative", anchor=stand.told.mention.start), stand.told.mention
        value = stand.value
        if not of_battle and self._is_of_the_prelude(stand):
            value = in_its_year(value)
        elif not of_battle and stand.away and _FORCES.search(stand.sentence.section):
            value = faded(value, stand.following)
        elif (within and value.granularity != "span") or not self._holding.holds(stand, pace):
            value = self._left_behind(stand)
        elif (
            pace == "days" and not self._story.is_of_weeks and value.granularity in ("day", "time")
        ):  # in a war, not a battle
            value = faded(value, None)
        elif value.mod and value.relation == "by":  # *By the end of January he held the coast*: a bound
            value = around(value, stand.following)
        elif value.mod == "START" and goes_beyond(value, stand.following):
            value = whole(value)  # *In early August he laid siege to it. When the garrison withdrew, …*
        return replace(value, derivation="narrative", anchor=stand.told.mention.start), stand.told.mention

    def _told_elsewhere(self, stand: Stand, pace: Pace) -> tuple[Timex | None, Mention[Timex] | None] | None:
        """The date where one of another paragraph no longer holds: soon after it, before it, in its heading or among the days of an infobox."""
        if self._is_soon_after(stand):
            month = faded(stand.value, None)
            return replace(month, derivation="narrative", anchor=stand.told.mention.start), stand.told.mention
        if self._leaving.goes_before(stand):
            return _some_time_before(stand)
        headed = heading_returned_to(stand)
        if headed is not None:
            return replace(headed.value, derivation="from_heading", anchor=headed.start), headed.mention
        boxed = self._rest_of_battle(stand) if stand.away > 1 and stand.beyond else None
        return boxed if boxed is not None and not self._holding.holds(stand, pace) else None

    def _is_soon_after(self, stand: Stand) -> bool:
        """Whether a sentence goes on from the day of another paragraph by saying after what (*After the battle, thousands were arrested*)."""
        of_day = stand.value.granularity in ("day", "time")
        return of_day and _AFTER_THE_BATTLE.match(self._tokens.text, stand.sentence.start) is not None

    def _is_since_a_war_began(self, stand: Stand) -> bool:
        """Whether the sentence of a day tells but that a war began on it (*The Second Balkan War began on 16 June 1913. Romania …*): the war went on from there."""
        if stand.value.granularity not in ("day", "time"):
            return False
        told = self._tokens.sentence_at(stand.told.start)
        begun = told.index != stand.sentence.index and _WAR_BEGAN.search(
            self._tokens.text, told.start, stand.told.start
        )
        return bool(begun) and not self._tokens.text[stand.told.mention.end : told.end].strip(" .)]0123456789[")

    def _is_right_after(self, stand: Stand) -> bool:
        """Whether a sentence goes on from the day of its own paragraph, and the next is no season away (*Following the battle, the army massacred them*)."""
        if stand.value.granularity != "day":
            return False
        if not _AFTER_THE_BATTLE.match(self._tokens.text, stand.sentence.start):
            return False
        ahead = days_ahead(stand.value, stand.following, coarse=True)
        return ahead is None or ahead <= _A_SEASON

    def _left_behind(self, stand: Stand) -> Timex:
        """The coarser date of what a text tells after a day, month or season; up to the next day of its section rather than a year.

        Its year where the section tells no other date, some paragraphs on, or in the next one of the lead, which sums up the rest.
        """
        coarser = faded(stand.value, stand.following)
        if stand.beyond and (stand.away > 1 or (stand.away and self._is_in_lead(stand.sentence))):
            coarser = in_its_year(coarser)
        of_day = stand.value.granularity in ("day", "time") and stand.is_in_section
        return (up_to_next(stand) if of_day and coarser.granularity == "year" else None) or coarser

    def _is_in_lead(self, sentence: Sentence) -> bool:
        """Whether a sentence stands before all sections of the text."""
        return not sentence.section and bool(self._tokens.sentences[-1].section)

    def _is_of_the_prelude(self, stand: Stand) -> bool:
        """Whether another paragraph of the lead goes on from the day of the battle that the text is about: to how it came to that, or what came of it."""
        battle = self._story.battle
        of_battle = battle is not None and stand.told.start == battle.start and self._story.is_of_short_battle(battle)
        return of_battle and not stand.sentence.section and bool(stand.away)

    def is_of_weeks_at(self, sentence: Sentence) -> bool:
        """Whether the narrative's date when a sentence begins is a stretch of weeks at least."""
        told = self._course.told[sentence.index]
        return told is not None and is_of_weeks(told.value)

    def is_far(self, sentence: Sentence, *, last: bool = True) -> bool:
        """Whether the narrative's day when a sentence begins lies well before the next date, or is the ``last`` one; not in a battle told by the hour."""
        stand = self._stand(sentence)
        if stand is None or (stand.following is None and not last) or stand.value.granularity not in ("day", "time"):
            return False
        if self._story.is_hourly_since(stand.told, sentence) or self._story.is_of_short_battle(stand.told):
            return False
        if stand.away and self._story.is_hourly(stand.at):
            return False
        ahead = days_ahead(stand.value, stand.following, coarse=True)
        return ahead is None or ahead >= SLOW

    def takes_days(self, sentence: Sentence) -> bool:
        """Whether the narrative stands at a day, but neither in a short battle nor in one told by the hour: more may follow in the days after."""
        stand = self._stand(sentence)
        if stand is None or stand.value.granularity not in ("day", "time"):
            return False
        return not (self._story.is_hourly_since(stand.told, sentence) or self._story.is_of_short_battle(stand.told))

    def stands_within(self, sentence: Sentence, units: str) -> bool:
        """Whether the narrative's date is so fine that what came some days, a ``week`` or ``month`` later is past it."""
        told = self._course.told[sentence.index]
        fine = ("day", "time") if units in ("days", "week", "weeks") else ("day", "time", "month", "season")
        return told is not None and told.value.granularity in fine

    def in_this_year(self, sentence: Sentence) -> tuple[Timex | None, Mention[Timex] | None]:
        """The year in the heading over a sentence; that of the narrative's month or season, where the next date is in it as well; else nothing."""
        stand = self._stand(sentence)
        if stand is not None and stand.told is stand.headed and stand.told.value.granularity == "year":
            return replace(stand.value, derivation="from_heading", anchor=stand.told.start), stand.told.mention
        if stand is None or stand.following is None or stand.value.granularity not in ("month", "season"):
            return None, None
        year = in_its_year(stand.value)
        if not covers(year, stand.following.value):
            return None, None
        return replace(year, derivation="narrative", anchor=stand.told.mention.start), stand.told.mention

    def is_headed(self, sentence: Sentence) -> bool:
        """Whether the narrative still stands at the years in the heading over a sentence (*Between the wars (490–480 BC)*)."""
        stand = self._stand(sentence)
        return stand is not None and stand.is_headed

    def day_before(self, sentence: Sentence) -> str | None:
        """The last day of the date at which the narrative stands when a sentence begins."""
        told = self._course.told[sentence.index]
        return told.value.end if told else None

    def comes_to_a_day(self, offset: int, sentence: Sentence) -> bool:
        """Whether a sentence goes on from an offset to a day well after the one at which it begins (*retreated, and on 9 May surrendered*)."""
        told = self._course.told[sentence.index]
        if told is None or told.value.granularity not in ("day", "time"):
            return False
        following = self._following(offset)
        if following is None or following.start >= sentence.end or following.value.relation == "by":
            return False
        days = days_ahead(told.value, following, coarse=True)
        return days is not None and days >= _APART

    def onward(self, sentence: Sentence) -> tuple[Timex, Mention[Timex]] | None:
        """The interval from the narrative's date to the next one, for what came in between; None where that is not near."""
        stand = self._stand(sentence)
        value = up_to_next(stand) if stand else None
        return (value, stand.told.mention) if stand and value else None

    def up_to_next(self, told: Dated) -> Timex | None:
        """The interval from a date to the next of the narrative; None where that is not near."""
        at, following = self._tokens.sentence_at(told.start), self._following(told.end)
        return up_to_next(Stand(at, told, at, None, following, self._is_beyond(following, at)))

    def _stand(self, sentence: Sentence) -> Stand | None:
        """Where the narrative stands when a sentence begins; None where no date has been told."""
        told = self._course.told[sentence.index]
        if told is None:
            return None
        found = self._stands.get(sentence.index)
        if found is None:
            at, headed = self._tokens.sentence_at(told.start), self._course.headed[sentence.index]
            following = self._following(sentence.start)
            told = self._whole_war(told, at)
            found = Stand(sentence, told, at, headed, following, self._is_beyond(following, sentence))
            self._stands[sentence.index] = found
        return found

    def _whole_war(self, told: Dated, at: Sentence) -> Dated:
        """All the time of the war or battle that the text is about, where its sentence has told when it began and when it ended."""
        battle = self._story.battle
        if battle is None or told.start == battle.start or battle.value.granularity != "span":
            return told
        here = self._tokens.sentence_at(battle.start) is at
        return battle if here and told.value.end == battle.value.end else told

    def _is_beyond(self, dated: Dated | None, sentence: Sentence) -> bool:
        """Whether a date stands in another section than a sentence, or there is none."""
        return dated is None or self._tokens.sentence_at(dated.start).section != sentence.section

    def _following(self, offset: int) -> Dated | None:
        """The date at which the narrative stands next, from an offset on."""
        at = bisect_left(self._mover_starts, offset)
        return self._course.movers[at] if at < len(self._course.movers) else None

    def _untold(self, sentence: Sentence) -> tuple[Timex | None, Mention[Timex] | None]:
        """The date of what is told before any date: that of an infobox, else a year in parentheses or from a name."""
        if sentence.index in self._course.hushed:
            return None, None
        battle = self._story.battle
        if battle is not None and self._story.is_boxed(battle):
            return replace(battle.value, derivation="narrative", anchor=battle.start), battle.mention
        named = self._in_parentheses(sentence) or self._story.named
        return (named.value, named.mention) if named else (None, None)

    def _rest_of_battle(self, stand: Stand) -> tuple[Timex, Mention[Timex]] | None:
        """The days that an infobox states, for what is told under no other date once the narrative has left one of them."""
        battle, told = self._story.battle, stand.value
        if battle is None or not self._story.is_boxed(battle) or AFTER_ALL.search(stand.sentence.section):
            return None
        days, span = battle.value.span, told.span
        if days is None or span is None or span.last < days.first or days.last < span.first:
            return None
        return replace(battle.value, derivation="narrative", anchor=battle.start), battle.mention

    def _in_parentheses(self, sentence: Sentence) -> Dated | None:
        """The years in parentheses behind a name, which date what follows them in their paragraph."""
        told = self._dates.within(self._tokens.paragraph_start(sentence), sentence.start)
        return next((d for d in reversed(told) if d.bracketed and d.value.granularity == "span"), None)

    def _deed(self, stand: Stand) -> Dated | None:
        """The date of what the text is about, where a section begins to tell that without a date of its own (*Battle*, *The siege*)."""
        if stand.is_in_section or not is_of_the_deed(stand.sentence.section):
            return None
        battle, named = self._story.battle, self._story.named
        if battle is not None:
            apart = self._story.is_of_short_battle(battle) and not covers(battle.value, stand.value)
            return battle if apart else None
        if named is None or named.value.granularity not in ("month", "season") or stand.value.granularity != "year":
            return None
        return named if covers(stand.value, named.value) else None


def _some_time_before(stand: Stand) -> tuple[Timex | None, Mention[Timex] | None]:
    """The year of a day, or its month, for what a paragraph tells that goes back to a day within it; nothing where it goes back farther."""
    year, month, following = in_its_year(stand.value), faded(stand.value, None), stand.following
    if following is None or not covers(year, following.value):
        return None, None
    of_month = following.value.granularity == "day" and covers(month, following.value)
    value = replace(month if of_month else year, derivation="narrative", anchor=stand.told.mention.start)
    return value, stand.told.mention


def _in_the_year(stand: Stand) -> tuple[Timex | None, Mention[Timex] | None]:
    """The year of a day or month told last, for what another section tells without a date (*Aftermath*); nothing in the same section."""
    year = in_its_year(stand.value)
    if stand.is_in_section or year is stand.value or not stand.sentence.section:
        return None, None
    return replace(year, derivation="narrative", anchor=stand.told.mention.start), stand.told.mention


def _rest_of_section(stand: Stand) -> tuple[Timex, Mention[Timex]] | None:
    """From a date that the narrative has left to the end of what the heading over it names (*Interbellum (490–480 BC)*); the year of *1812*."""
    headed = stand.headed
    if headed is None or not covers(headed.value, stand.value):
        return None
    start = headed.value.start if headed.value.granularity == "year" else stand.value.start
    value = replace(headed.value, start=start, derivation="from_heading", anchor=headed.start)
    return value, headed.mention
