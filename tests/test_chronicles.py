"""Entries of chronicles, told in the present or without a verb: what is none first, then what is one."""

import pytest

from pipeline import extract


def told(text):
    found = extract(text)
    words = found.clean.text

    def surface(arguments, *wanted):
        return [words[a.mention.start : a.mention.end] for a in arguments if not wanted or a.role in wanted]

    return [
        (
            words[e.trigger.start : e.trigger.end],
            f"{e.trigger.value.type}.{e.trigger.value.subtype}",
            surface(e.places),
            surface(e.actors, "initiator"),
            surface(e.actors, "target"),
        )
        for e in found.events
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ladysmith is surrounded by hills.",
        "Pretoria falls within the summer rainfall zone.",
        "Roberts enters history as a field marshal.",
        "The army is based in Toulon.",
        "5 May 1900 – Weather fine, roads good.",
        "5 May 1900 – Federal cavalry, artillery.",
        "The relief of Ladysmith is the subject of a novel.",
        "Lincoln – Attack and Defence.",
        "1812 – Overture.",
        "300 men: the garrison of the fort.",
        "British attack on Ypres.",
        "Members of the guard force.",
        "The name means fort, and attacks on it are rare.",
        "The valley lies in the north and marches with Scotland.",
        "The museum holds flags, drums and arms of the regiment.",
    ],
)
def test_what_no_entry_tells(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 June 1900 – Pretoria falls.", [("falls", "TERRITORY.capture", ["Pretoria"], [], [])]),
        ("30 October 1899 – Ladysmith is surrounded.", [("surrounded", "TERRITORY.besiege", ["Ladysmith"], [], [])]),
        ("On 27 February 1900 Piet Cronjé surrenders at Paardeberg.", [("surrenders", "AGREEMENT.surrender", ["Paardeberg"], ["Piet Cronjé"], [])]),
        ("11 October 1899: Boer forces cross into Natal.", [("cross into", "TERRITORY.advance", ["Natal"], ["Boer forces"], [])]),
        ("28 February 1900 – Relief of Ladysmith.", [("Relief of", "TERRITORY.relieve", ["Ladysmith"], [], [])]),
        ("13 October 1899: Boer attack on Mafeking.", [("attack", "BATTLE.attack", ["Mafeking"], ["Boer"], [])]),
        ("5 May 2003 – Russian air strikes on Idlib.", [("air strikes", "REMOTE.airstrike", ["Idlib"], ["Russian"], [])]),
        ("The two armies meet at Mohács (August 29, 1526).", [("meet", "BATTLE.clash", ["Mohács"], ["two armies"], [])]),
        ("19 March 2011: British forces, under a mandate, launch air strikes on Sirte.", [("air strikes", "REMOTE.airstrike", ["Sirte"], ["British forces"], [])]),
        ("24 February 2011: Rebels gain control of Brega, two days after the revolt began.", [("gain control of", "TERRITORY.capture", ["Brega"], ["Rebels"], []), ("revolt", "POLITICS.revolt", [], [], [])]),
        ("25 April 2011: A Nato air strike wrecks the palace in Tripoli.", [("air strike", "REMOTE.airstrike", ["Tripoli"], ["Nato"], ["palace"]), ("wrecks", "DESTRUCTION.destroy", ["Tripoli"], ["Nato"], ["palace"])]),
        ("1 July 1916: The British attack Thiepval.", [("attack", "BATTLE.attack", ["Thiepval"], ["British"], [])]),
        ("1453: The Ottoman Turks capture Constantinople.", [("capture", "TERRITORY.capture", ["Constantinople"], ["Turks"], [])]),
        ("1 November 1963 – A group of generals overthrows President Diem.", [("overthrows", "POLITICS.coup", [], ["generals"], ["President Diem"])]),
        (
            "1640 – Nobles revolt in Lisbon, kill the governor and proclaim the Duke of Braganza king.",
            [
                ("revolt", "POLITICS.revolt", ["Lisbon"], ["Nobles"], []),
                ("kill", "VIOLENCE.assassination", ["Lisbon"], ["Nobles"], ["governor"]),
                ("proclaim", "POLITICS.appoint", [], ["Nobles"], ["Duke of Braganza"]),
            ],
        ),
        (
            "Napoleon attacks and defeats the Prussians at Ligny.",
            [("attacks", "BATTLE.attack", ["Ligny"], ["Napoleon"], ["Prussians"]), ("defeats", "BATTLE.victory", ["Ligny"], ["Napoleon"], ["Prussians"])],
        ),
        (
            "Horn captures Riga, burns the mills and retires to Reval.",
            [
                ("captures", "TERRITORY.capture", ["Riga"], ["Horn"], []),
                ("burns", "DESTRUCTION.destroy", ["Riga"], ["Horn"], ["mills"]),
                ("retires", "TERRITORY.withdraw", ["Reval"], ["Horn"], []),
            ],
        ),
        (
            "7 May 1954 – The garrison surrenders. About 10,900 men are taken prisoner.",
            [("surrenders", "AGREEMENT.surrender", [], ["garrison"], []), ("taken prisoner", "CASUALTY.captured", [], [], ["10,900 men"])],
        ),
    ],
)  # fmt: skip
def test_what_an_entry_tells(text, expected):
    assert told(text) == expected


def test_the_year_of_an_entry_counts_nobody():
    found = extract("1578 – King Sebastian is killed at Alcácer Quibir.")
    assert [(count.value.low, count.value.who) for count in found.mentions.counts] == [(1, "King Sebastian")]
    assert [event.date.value for event in found.events] == ["1578"]


@pytest.mark.parametrize("place", ["My Tho", "An Loc", "Ban Me Thuot", "Do Son"])
def test_a_small_word_with_a_capital_begins_a_name(place):
    assert [row[2] for row in told(f"In March 1975 northern troops captured {place}.")] == [[place]]
