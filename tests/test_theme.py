"""Prose that is not on conflict gives no conflict: whole articles, because a sentence alone does not tell what it is about."""

from __future__ import annotations

import pytest

from pipeline import extract

WARLIKE = {"BATTLE", "DESTRUCTION", "MOVEMENT", "TERRITORY", "VIOLENCE", "STATEMENT", "REMOTE"}
PEACEFUL = {
    "a cup": (
        "The tournament opened in Porto in June 1998 before a crowd of thirty thousand. The hosts attacked from the first minute and took the lead "
        "after a corner. Their captain crossed to the far post, where the winger struck the ball into the net. In the second half the visitors pushed "
        "forward, broke through on the left and shot from twenty metres, but the keeper withdrew to his line and held it. The Danes arrived in the city "
        "two days later and met the holders in the second round. They lost the first leg and advanced on away goals after the return in Aarhus. "
        "The holders, who had captured the cup four years earlier, fell at the quarter-final stage. A late strike by the substitute Olsen settled the "
        "match, and the supporters left Porto by train the next morning. The final drew the largest audience of the year on Portuguese television. "
        "A replica of the trophy stands in the museum of the club, and the pitch was renamed after the scorer in 2004."
    ),
    "a river": (
        "The Sella rises below the Vidrio pass and enters the sea at Ribadesella after 66 kilometres. It advanced its bed by eleven metres in the "
        "nineteenth century, when floods swept away the mill and destroyed two bridges. Salmon arrive in March and move up the river to spawn; eels "
        "leave it in autumn. In 1932 the first canoe race left Infiesto and reached Ribadesella after five hours. The race moved to Arriondas in 1935, "
        "and since then thousands of paddlers have entered it each August. A storm struck the valley in 1983, and the water took the lower quarter "
        "of the town. The council shelled out for a wall, which has held since. Otters returned to the gorge in the nineties, retreated before the "
        "tourists and settled the upper course. Trains leave Arriondas for Oviedo every hour and cross the river on an iron bridge of 1905."
    ),
    "a company": (
        "The firm left Leeds for Hull in 1871 and opened a yard beside the dock. It captured a third of the trade in ten years and drove its oldest rival "
        "out of the market. In 1889 a price offensive by the Dutch makers cut its profits, and the board withdrew from the continent. The younger brother "
        "launched a campaign of advertisements that swept the north of England. A fire destroyed the pattern shop in 1902, and the works moved across the "
        "river. The engineer Harold Tate arrived from Glasgow in 1911 and blasted a tunnel through the chalk for the new line. Sales advanced until 1929. "
        "The firm abandoned paper in 1954, occupied a new building in 1961 and was taken over by its bank in 1970. Its archive went to the county, and the gate of the yard was "
        "moved to the museum of the port, where it has stood beside the crane since 1982."
    ),
    "a theory": (
        "The formation of dunes has been explained in two ways. Bagnold argued that the grains hop along the ground and strike others, and he noted that "
        "a slope of more than thirty degrees collapses. Later writers rejected his account of the ripples and criticised the small number of his "
        "samples. Hansen suggested that moisture holds the grains together, while Oduya claimed that the creation of a crust comes first. A dune that "
        "meets an obstacle splits in two, and the smaller half dies within a season; the loss of sand is made good by the wind. Journals publish new "
        "figures twice a year, and the society elects a chair who presents them. The models have been divided into three groups: those that follow "
        "each grain, those that treat the sand as a fluid, and those that join the two. Reviewers have warned that none of them gives the right height. "
        "Critics of the fluid model point out that grains do not dissolve, and that an explosion of papers has not brought a single measurement."
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PEACEFUL)
def test_peaceful_prose_has_no_battles_and_no_movements_of_troops(name):
    text = PEACEFUL[name]
    found = [text[e.trigger.start : e.trigger.end] for e in extract(text).events if e.trigger.value.type in WARLIKE]
    assert found == []


def test_a_theory_has_no_events_at_all():
    assert [e.trigger.value.subtype for e in extract(PEACEFUL["a theory"]).events] == []


def test_peaceful_chapters_of_an_article_on_war_have_no_battles():
    war = (
        "The army besieged the fortress in May 1808. Its guns bombarded the ramparts for nine days, and the garrison repelled three assaults. "
        "On 20 June the infantry stormed the breach; the defenders retreated to the citadel and surrendered the next morning. "
    ) * 12
    peace = " ".join(PEACEFUL.values())
    text = war + peace
    far = len(war) + len(peace) // 2
    found = [e.trigger for e in extract(text).events if e.trigger.start > far and e.trigger.value.type in WARLIKE]
    assert found == []


def test_a_sentence_on_war_in_peaceful_prose_is_read():
    text = PEACEFUL["a river"] + " In October 1937 the army captured Arriondas after a battle of three days."
    assert [
        (e.trigger.value.subtype, e.date.start)
        for e in extract(text).events
        if e.trigger.value.type == "TERRITORY" and e.date
    ] == [("capture", "1937-10-01")]


def test_a_march_told_by_its_pickets_and_officers_is_one_of_conflict():
    text = (
        "Lt. Col. Amos Reed set out from Clifton on 3 May 1863 with twelve companies and two wagons. He left the turnpike at noon, passed the mill and "
        "halted for the night at a farm by the ford, where the owner sold him hay and gave him the news of the valley. The next morning the column moved "
        "along the south bank. Near the church its scouts came upon a picket, which ran for the woods and left its breakfast behind. Maj. Ellis Boyd, who "
        "knew the country, led his men by a path through the orchards and reached the railway at three. He destroyed the track for a mile on either side "
        "of the station, took the mail and went back the way he had come. Reed had meanwhile waited at the crossroads, and a hard rain had soaked the "
        "powder. When the raiders returned they found him skirmishing with the people of the town. They struck from the east, and the street was "
        "clear within the hour. By dusk all of them were across the river."
    )
    told = [event.trigger.value.subtype for event in extract(text).events]
    assert {"destroy", "clash", "advance"} <= set(told)


def test_a_short_text_is_taken_at_its_word():
    [event] = extract("In October 1937 they captured Arriondas.").events
    assert event.trigger.value.subtype == "capture"


def test_what_stands_for_itself_is_an_event_in_any_text():
    found = extract(PEACEFUL["a river"] + " The mayor of Arriondas was elected to parliament in 1977.")
    assert "elect" in [e.trigger.value.subtype for e in found.events]


def test_a_title_that_names_a_deed_tells_what_the_text_is_about():
    text = PEACEFUL["a river"]
    told = {title: len(extract(text, title=title).events) for title in ("Sella", "Sack of Ribadesella")}
    assert told["Sella"] == 0 < told["Sack of Ribadesella"]
