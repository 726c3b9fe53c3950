"""Toponyms: what is none first, then extents, then which place is meant."""

from __future__ import annotations

import pytest

from pipeline import Document, extract
from pipeline.records import Link
from pipeline.rules.places import place_rules


def places(text: str, title: str = "") -> list[str]:
    return [text[p.start : p.end] for p in extract(text, title=title).mentions.places]


@pytest.mark.parametrize("example", place_rules().examples, ids=lambda example: example.text)
def test_the_examples_of_the_rules(example):
    assert places(example.text) == list(example.places)


def value(text: str, name: str, title: str = ""):
    return next(p.value for p in extract(text, title=title).mentions.places if text[p.start : p.end] == name)


NAMESAKES = [
    ("Clashes began in Tripoli.", "Tripoli", "LY"),
    ("Clashes began in Tripoli, Lebanon.", "Tripoli", "LB"),
    ("Clashes began in Beirut and Sidon. Tripoli stayed calm.", "Tripoli", "LB"),
    ("The flight left Atlanta, Georgia, on Monday.", "Georgia", "US"),
    ("Russian tanks entered Gori and Tskhinvali in Georgia.", "Georgia", "GE"),
    ("The talks in Geneva failed, said officials in Washington.", "Geneva", "CH"),
    ("Caesar crossed to Africa after the civil war in Hispania in 46 BC.", "Africa", None),
    ("Lee left Petersburg and Richmond in Virginia.", "Petersburg", "US"),
    ("Austrian troops met the French at Novi in Italy.", "Novi", "IT"),
]


@pytest.mark.parametrize(("text", "name", "country"), NAMESAKES)
def test_the_text_decides_between_namesakes(text, name, country):
    assert value(text, name).country == country


PERSONS = [
    ("Maurice Ravel met Gershwin. Ravel refused him as a pupil, for Ravel saw no need. Nobody could move Ravel.", []),
    ("Apollo was a god. Homer sang of Apollo. Zeus sent Apollo away, and Apollo built a shrine in Delphi.", ["Delphi"]),
    ("George Washington took command. Washington crossed the river, and Congress gave Washington money.", []),
    (
        "Gen. Lee held Sharpsburg. McClellan attacked Lee at dawn, and Lee withdrew across the Potomac.",
        ["Sharpsburg", "Potomac"],
    ),
    (
        "Lee Hoover marched from Atlanta to Macon. Macon fell, and Hoover burned Macon.",
        ["Atlanta", "Macon", "Macon", "Macon"],
    ),
]


@pytest.mark.parametrize(("text", "found"), PERSONS)
def test_a_name_that_the_document_gives_to_a_person_is_no_town(text, found):
    assert places(text) == found


RELATIONS = [
    ("They fought in Homs.", "Homs", "at"),
    ("They dug in 2 km north-east of Homs.", "Homs", "northeast_of"),
    ("They fought on the western outskirts of Aleppo.", "Aleppo", "outskirts"),
    ("They camped near the town of Salamiyah.", "Salamiyah", "near"),
    ("They shelled rebel-held Idlib and ISIL-held Raqqa.", "Raqqa", "at"),
    ("The column moved towards Kyiv.", "Kyiv", "toward"),
    ("They fought in Russian-held Donetsk and Donetsk-held villages.", "Donetsk", "at"),
]


@pytest.mark.parametrize(("text", "name", "relation"), RELATIONS)
def test_the_relation_is_what_the_words_before_the_name_state(text, name, relation):
    assert value(text, name).relation == relation


def test_an_unknown_name_takes_the_coordinates_around_it_and_says_so():
    found = extract("After the fall of Aleppo they shelled the village of Zorbalitsa.").mentions.places
    aleppo, unknown = found[0].value, found[1].value
    assert (unknown.lat, unknown.lon, unknown.precision) == (aleppo.lat, aleppo.lon, "containing")
    assert extract("They shelled the village of Zorbalitsa.").mentions.places[0].value.lat is None


def test_a_link_tells_which_namesake_is_meant():
    text = "Clashes began in Tripoli."
    linked = Document("a", text, links=(Link(17, 24, "Tripoli, Lebanon"),))
    assert extract(linked).mentions.places[0].value.country == "LB"


def test_every_mention_is_resolved_honestly():
    text = "Rebels took Zorbalitsa near Aleppo in Syria, then the Kharnuba district; France and the Soviet Union protested."
    for mention in extract(text).mentions.places:
        place = mention.value
        assert place.kind != "unknown"
        assert (place.lat is None) == (place.lon is None) == (place.precision == "none")


@pytest.mark.parametrize(
    "text", ["", " ", "Of", "The", "A-B-C", "al-", "St.", "X's", "Ōé", "- New -", "U.S", "de la", "Mount", "O'"]
)
def test_odd_texts_do_not_raise(text):
    extract(text)
