"""The date of an event: clause, governing clause, narrative, bounds, statements (annotation guidelines, section 4)."""

import re

import pytest

from pipeline import Document, cleaning, grammar, sentences
from pipeline.events.dating import Dating
from pipeline.mentions.dates import find_dates
from pipeline.records import Mentions
from pipeline.resolution.dates import resolve_dates


def date_of(marked, title="", **more):
    """The interval of the event whose trigger is marked by brackets, asked as the composer asks."""
    trigger = marked.index("{")
    text = re.sub(r"[{}]", "", marked)
    document = Document("d", text, title=title)
    tokens = sentences.split(cleaning.clean(document))
    parse = grammar.parse(tokens)
    dates = resolve_dates(document, tokens, parse, Mentions(dates=find_dates(tokens, parse)).dates)
    token = tokens.token_at(trigger)
    clauses = [c for c in parse.clauses if c.first <= token < c.last]
    sentence = tokens.sentence_at(trigger)
    spans, at = [], clauses[0] if clauses else None
    while at is not None and len(spans) < 6:
        spans.append((tokens.starts[at.first], tokens.ends[at.last - 1]))
        at = parse.clauses[at.governor] if at.governor is not None else None
    own, *governing = spans or [(sentence.start, sentence.end)]
    date, _ = Dating(document, tokens, parse, dates).date_of(
        trigger, sentence, own, "asserted", governing=tuple(governing), **more
    )
    return f"{date.start}/{date.end}" if date else None


@pytest.mark.parametrize(
    ("marked", "interval"),
    [
        ("On 6 November 2016, troops {attacked} the town.", "2016-11-06/2016-11-06"),
        ("On 6 November 2016, troops attacked the town, {killing} ten men.", "2016-11-06/2016-11-06"),
        ("On 6 November 2016, troops attacked the town. They {burned} the mill.", "2016-11-06/2016-11-06"),
        ("On 6 November 2016, troops attacked. The next day, they {withdrew}.", "2016-11-07/2016-11-07"),
        ("By 8 December 1941, the fleet had {reached} the coast.", "1941-12-08/1941-12-08"),
        ("Between 9 and 10 March 2022, civilians were {evacuated} from the town.", "2022-03-09/2022-03-10"),
        ("From 3 to 12 November 2016 the army {shelled} the town.", "2016-11-03/2016-11-12"),
        ("In early May 1942 the army {attacked}.", "1942-05-01/1942-05-10"),
        ("In 490 BC the fleet {sailed} to the island.", "-0490-01-01/-0490-12-31"),
        ("The army attacked the port in May 1941 and again {attacked} it in June 1941.", "1941-06-01/1941-06-30"),
        ("On 2 and 4 November 1950 the army {attacked} the port.", "1950-11-02/1950-11-04"),
        ("On 5 May 1900 they marched. On 9 May, they {crossed} the river.", "1900-05-09/1900-05-09"),
        ("They {crossed} the river.", None),
    ],
)
def test_date_of_an_event(marked, interval):
    assert date_of(marked) == interval


def test_the_content_of_a_dated_statement_has_not_its_date():
    marked = "On 3 April 2022, the ministry announced that its troops had {captured} the town."
    assert date_of(marked, statement=marked.index("announced")) is None


def test_what_still_goes_on_has_the_date_of_the_statement():
    marked = "On 4 April 2022, the paper reported that fighting {continued} near the town."
    assert date_of(marked, statement=marked.index("reported")) == "2022-04-04/2022-04-04"


def test_a_pluperfect_steps_back_behind_the_narrative():
    assert date_of("On 3 May 1900 they marched. The town had {fallen}.", background=True) is None


def test_the_title_dates_what_nothing_else_does():
    assert date_of("Troops {advanced} from the north.", title="Battle of X (2022)") == "2022-01-01/2022-12-31"


def test_a_day_fades_to_its_month_in_later_paragraphs():
    text = "On 3 May 1900 they marched.\nThey rested.\nThey drank.\nThey {attacked} the town."
    assert date_of(text, title="Second War of X") == "1900-05-01/1900-05-31"
    assert date_of(text, title="Battle of X") == "1900-05-03/1900-05-03"


def test_a_stated_bound_closes_the_interval():
    text = "On 13 January 1951 they marched. They {attacked} the town. By 16 January, they withdrew."
    assert date_of(text) == "1951-01-13/1951-01-16"
