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
    ("Envoys of the People's Republic of China left.", "People's Republic of China", "CN"),
    ("A column crossed at Rorke's Drift.", "Rorke's Drift", "ZA"),
    ("Lee left Petersburg and Richmond in Virginia.", "Petersburg", "US"),
    ("Austrian troops met the French at Novi in Italy.", "Novi", "IT"),
    ("The Jacobites marched from Perth to Stirling in Scotland.", "Perth", "GB"),
    ("Perth and Adelaide lie in Australia.", "Perth", "AU"),
    ("Israeli troops entered Bethlehem and Hebron.", "Bethlehem", "PS"),
    ("Bethlehem, Pennsylvania, had a steel mill.", "Bethlehem", "US"),
    ("Syracuse fell to the Romans in 212 BC, and Archimedes was killed.", "Syracuse", "IT"),
    ("Crowds gathered in Rochester and Syracuse in upstate New York.", "Syracuse", "US"),
    ("Macedonia declared independence from Yugoslavia in 1991.", "Macedonia", "MK"),
    ("The kings of Macedonia ruled Greece from 338 BC to 168 BC.", "Macedonia", "GR"),
    ("The Great King's garrison in Memphis held out until 454 BC.", "Memphis", "EG"),
    ("Oil workers struck in Midland and Odessa, Texas.", "Odessa", "US"),
    ("The mutineers of 1905 sailed into Odessa.", "Odessa", "UA"),
    ("He won in Key Biscayne, Rome and Madrid.", "Rome", "IT"),
    (
        "Blackshirts marched on Milan, Bologna and Parma; they had friends in the United States and in Cleveland.",
        "Parma",
        "IT",
    ),
    ("The miners of Sunderland, Gateshead and Washington struck.", "Washington", "GB"),
    ("Rioters burned shops in Bristol, Reading and Wellington. London sent troops.", "Wellington", "GB"),
    ("Oakland and San Jose were hit.", "San Jose", "US"),
    ("British troops sailed from Portsmouth. Neither London nor Washington had been asked.", "Washington", "US"),
    ("The British ambassador left Vichy. London, Washington and Ottawa recalled theirs.", "Washington", "US"),
    ("She met Truman in Washington and retired to England. She died in Cambridge.", "Cambridge", "GB"),
    ("The spoken languages of Laos, Vietnam and Thailand.", "Laos", "LA"),
    (
        "Three Union columns left Memphis, Jackson and Corinth in Tennessee and Mississippi for Lexington.",
        "Lexington",
        "US",
    ),
]


@pytest.mark.parametrize(("text", "name", "country"), NAMESAKES)
def test_the_text_decides_between_namesakes(text, name, country):
    assert value(text, name).country == country


SENSES = [
    ("She wrote her book in New York.", "New York", "city"),
    ("Two men were shot in Buffalo, New York.", "New York", "state"),
    ("Regiments came from Vermont, New York and Pennsylvania.", "New York", "state"),
    ("British troops from London held New York until 1783.", "New York", "city"),
    ("A storm hit Seattle, Washington.", "Washington", "state"),
    ("The president flew to Washington.", "Washington", "city"),
    ("He was treated in Washington, D.C. for a week.", "Washington", "city"),
    ("Grant crossed the Mississippi below Vicksburg.", "Mississippi", "water"),
    ("Voters in Mississippi and Alabama went to the polls.", "Mississippi", "state"),
    ("The army crossed the Jordan near Jericho.", "Jordan", "water"),
    ("Refugees poured into Jordan.", "Jordan", "country"),
    ("Fighting went on in the Congo.", "Congo", "country"),
]


@pytest.mark.parametrize(("text", "name", "kind"), SENSES)
def test_the_words_beside_a_name_tell_the_river_from_the_country_and_the_town_from_the_state(text, name, kind):
    assert value(text, name).kind == kind


def test_a_division_is_told_by_its_name():
    assert value("They took Kherson.", "Kherson").admin1 == "Kherson Oblast"
    assert value("A storm hit Ohio.", "Ohio").admin1 == "Ohio"
    assert value("They took Ukraine.", "Ukraine").admin1 is None


STRAYS = [
    ("Assad's troops left Homs, Hama and Aleppo in Syria. In Pivka they found graves.", "Pivka", "SY"),
    ("Troops in Donetsk, Horlivka and Makiivka in Ukraine shelled Pisky and Opytne.", "Pisky", "UA"),
]


@pytest.mark.parametrize(("text", "name", "country"), STRAYS)
def test_a_far_namesake_is_not_taken_for_a_village_that_no_one_knows(text, name, country):
    place = value(text, name)
    assert (place.country, place.precision, place.geonameid) == (country, "containing", None)


def test_a_place_that_is_named_with_its_country_may_be_far():
    text = "The bomb over Lockerbie in Scotland was traced to agents from Tripoli and Benghazi in Libya."
    assert (value(text, "Lockerbie").country, value(text, "Lockerbie").precision) == ("GB", "exact")


def test_a_holder_that_holds_no_place_of_the_name_lends_its_coordinates():
    place = value("The raiders burned Osceola Mills in Kentucky and rode to Eastport, Mississippi.", "Eastport")
    assert (place.admin1, place.precision) == ("Mississippi", "containing")
    place = value("They came from Arkansas, Colorado, Delaware and Idaho.", "Colorado")
    assert (place.kind, place.precision) == ("state", "exact")
    place = value("From Milliken's Bend he marched toward Richmond, Louisiana.", "Richmond")
    assert (place.admin1, place.precision) == ("Louisiana", "containing")


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
    ("Constantine was killed leading a charge.", []),
    ("A commander in Constantine was killed.", ["Constantine"]),
    ("The mayor of Lincoln was shot.", ["Lincoln"]),
    # What it is told to be in apposition.
    ("Lund, the only city that resisted the Danes, was burned.", ["Lund"]),
    ("Lund, the capital of Scania, was burned.", ["Lund", "Scania"]),
    ("Lund, a town councillor, was shot in 1676.", []),
    # A commander, though a little town bears the name; what is said to be entered stays a town, and a city acts.
    ("Tilly marched on Magdeburg. The army of Tilly left Leipzig.", ["Magdeburg", "Leipzig"]),
    ("The Swedes defeated Turenne in Alsace.", ["Alsace"]),
    ("The French entered Turenne. Riga defeated the Danes.", ["Turenne", "Riga"]),
]


@pytest.mark.parametrize(("text", "found"), PERSONS)
def test_a_name_that_the_document_gives_to_a_person_is_no_town(text, found):
    assert places(text) == found


RELATIONS = [
    ("They fought in Homs.", "Homs", "at"),
    ("They dug in 2 km north-east of Homs.", "Homs", "2 km northeast_of"),
    ("They lay 10 km (6 mi) south of Homs.", "Homs", "10 km south_of"),
    ("They lay twelve miles to the west of the town of Homs.", "Homs", "twelve miles west_of"),
    ("They halted some 5 km from Homs.", "Homs", "5 km from"),
    ("They marched 40 men from Homs.", "Homs", "at"),
    ("They lay north of Homs.", "Homs", "north_of"),
    ("Diem south of Homs had no more than a mill.", "Homs", "south_of"),
    ("They drove them from Homs.", "Homs", "at"),
    ("They fought on the outskirts of Aleppo.", "Aleppo", "outskirts"),
    ("They fought on the western outskirts of Aleppo.", "Aleppo", "western_outskirts"),
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
