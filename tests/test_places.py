"""Toponyms: what is none first, then extents, then which place is meant."""

from __future__ import annotations

import pytest

from pipeline import extract


def places(text: str, title: str = "") -> list[str]:
    return [text[p.start : p.end] for p in extract(text, title=title).mentions.places]


NONE = [
    "Jordan said that the march had failed.",
    "General Jackson and Captain Lincoln disagreed.",
    "Of the survivors, nine had a nice reading of the union's rules in March.",
    "The Free Syrian Army withdrew.",
    "The Killeen Police Department investigated.",
    "The Treaty of Versailles was signed.",
    "The Duke of York fell ill.",
    "The New York Times reported it.",
    "WHO officials and the UN agreed.",
    "On Sunday, 6 November, they met.",
    "The British and French troops rested.",
    "Barack Obama met Angela Merkel.",
]

FOUND = [
    ("On 6 November the rebels captured Aleppo.", ["Aleppo"]),
    ("The 1st Army crossed the Vistula River near Warsaw.", ["Vistula River", "Warsaw"]),
    ("They shelled the village of Zorbalitsa.", ["Zorbalitsa"]),
    ("Government troops seized the villages of Arvanka, Belitsy and Dolnovo.", ["Arvanka", "Belitsy", "Dolnovo"]),
    ("Fighting broke out in Tripoli, Lebanon, on Monday.", ["Tripoli", "Lebanon"]),
    ("Troops from the United States and the UK landed.", ["United States", "UK"]),
    ("US President Barack Obama visited Kenya.", ["US", "Kenya"]),
    ("The fleet sailed from Gulf of Aden to the Red Sea.", ["Gulf of Aden", "Red Sea"]),
    ("Nazi Germany invaded Poland.", ["Nazi Germany", "Poland"]),
    ("Japan's army entered Nanjing.", ["Japan", "Nanjing"]),
    ("U.S.-backed forces took Fort Zanderneuf.", ["U.S.", "Fort Zanderneuf"]),
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_place(text):
    assert places(text) == []


@pytest.mark.parametrize(("text", "names"), FOUND)
def test_the_extent_is_the_name_alone(text, names):
    assert places(text) == names


def test_the_holder_that_the_text_names_decides_between_namesakes():
    tripoli = extract("Clashes began in Tripoli, Lebanon.").mentions.places[0].value
    assert tripoli.country == "LB"
    assert extract("Clashes began in Tripoli.").mentions.places[0].value.country == "LY"


def test_an_unknown_name_takes_the_coordinates_around_it_and_says_so():
    found = extract("After the fall of Aleppo they shelled the village of Zorbalitsa.").mentions.places
    aleppo, unknown = found[0].value, found[1].value
    assert (unknown.lat, unknown.lon, unknown.precision) == (aleppo.lat, aleppo.lon, "containing")
    assert extract("They shelled the village of Zorbalitsa.").mentions.places[0].value.lat is None
