"""Composed events: roles, counts, citations, repeats, and what must hold of every event."""

import pytest

from pipeline import extract
from pipeline.events import ranked
from pipeline.flow import unresolved


def roles(text, word):
    found = extract(text)
    words = found.clean.text
    event = next(e for e in found.events if words[e.trigger.start : e.trigger.end] == word)

    def surface(arguments, *wanted):
        return [words[a.mention.start : a.mention.end] for a in arguments if not wanted or a.role in wanted]

    return surface(event.places), surface(event.actors, "initiator"), surface(event.actors, "target")


@pytest.mark.parametrize(
    ("text", "word", "places", "initiators", "targets"),
    [
        ("In 1631 Swedish troops captured Mainz.", "captured", ["Mainz"], ["Swedish troops"], []),
        ("Mainz was captured by Swedish troops.", "captured", ["Mainz"], ["Swedish troops"], []),
        ("Japan invaded Manchuria.", "invaded", ["Manchuria"], ["Japan"], []),
        ("The rebels entered Homs and seized the citadel.", "seized", ["Homs"], ["rebels"], []),
        ("Russian airstrikes on Homs began.", "airstrikes", ["Homs"], ["Russian"], []),
        ("The king was captured and his army destroyed.", "destroyed", [], [], ["his army"]),
        ("The rebels attacked but sustained heavy losses.", "attacked", [], ["rebels"], []),
        (
            "Fighting broke out between rebels and government forces.",
            "Fighting",
            [],
            ["rebels", "government forces"],
            [],
        ),
        ("The guerrillas forced government troops to retreat.", "retreat", [], ["government troops"], []),
        ("Insurgents ambushed a French patrol near Gao.", "ambushed", ["Gao"], ["Insurgents"], ["French patrol"]),
    ],
)
def test_roles(text, word, places, initiators, targets):
    assert roles(text, word) == (places, initiators, targets)


def test_the_city_stands_for_its_name():
    assert roles("Swedish troops reached Mainz. They stormed the city.", "stormed")[0] == ["Mainz"]


def test_casualties_go_to_the_event_that_caused_them():
    (event,) = extract("Rebels shelled the suburb, leaving two civilians dead and 15 people injured.").events
    assert [(c.value.category, c.value.low) for c in event.counts] == [("killed", 2), ("wounded", 15)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Koidu was captured in May.", {"captured": []}),
        # Another fate of others, of whom no number tells, is told for itself.
        ("In May the captain was killed and the crew captured.", {"killed": [("killed", 1)], "captured": []}),
        (
            "In May 20 men were killed and 30 captured.",
            {"killed": [("killed", 20), ("captured", 30)], "captured": None},
        ),
        ("In May Fitzwalter was taken prisoner.", {"taken prisoner": [("captured", 1)]}),
        ("A force was driven into the water, losing about 1,000 men.", {"driven into": [("losses", 1000)]}),
        ("Hundreds of prisoners and wounded were put to the sword.", {"put to the sword": [("killed", 200)]}),
        # No market kills; soldiers do.
        ("They saw the soldiers killing 12 prisoners.", {"killing": [("killed", 12)]}),
        ("A bomb exploded in a market killing 12 people.", {"exploded": [("killed", 12)]}),
        ("Men drove a truck into a base killing at least 40 soldiers.", {}),
        ("A car bomb hit a hotel killing dozens of people.", {"car bomb": [("killed", 24)]}),
        ("Four journalists who came to the scene were beaten to death by a mob.", {"beaten": [("killed", 4)]}),
        ("The garrison of 30,000 to 40,000 was then massacred.", {"massacred": [("killed", 30000)]}),
        ("The Danes captured General Steenbock.", {"captured": [("captured", 1)]}),
        ("The Danes captured a Swedish officer.", {"captured": [("captured", 1)]}),
        ("Three men were hanged for the murder of another farmer.", {"hanged": [("killed", 3)]}),
        ("The raid killed a number of villagers, including eight nurses.", {"killed": [("killed", 8)]}),
        ("The Danes took Lund, which cost 300 men.", {"took": [("losses", 300)]}),
        (
            "The Danes took Lund, with the loss of 40 men, and burned Malmö, killing 12 men.",
            {"took": [("losses", 40)], "burned": [("killed", 12)]},
        ),
        (
            "Forty of his sailors were executed; in reply the defenders put to death 260 prisoners.",
            {"executed": [("killed", 40)], "put to death": [("killed", 260)]},
        ),
        (
            "General Reed was defeated and subsequently executed.",
            {"executed": [("killed", 1)]},
        ),
        (
            "Ricci was killed, and the Tuscans were turned back and routed, suffering 533 casualties.",
            {"killed": [("killed", 1)], "turned back": [], "routed": [("losses", 533)]},
        ),
        (
            "The first corps suffered 12,410 casualties, including 2,108 killed; Confederate casualties are usually put at 10,300.",
            {"suffered 12,410 casualties": [("losses", 12410), ("killed", 2108)], "casualties": [("losses", 10300)]},
        ),
        (
            "Up to 400 men were killed, and some 3,000 people were enslaved.",
            {"killed": [("killed", None)], "enslaved": [("captured", 3000)]},
        ),
        (
            "Russian troops killed three clerks who had just delivered aid to a camp.",
            {"killed": [("killed", 3)]},
        ),
        (
            "In 1452 its guns sank a ship whose captain, Antonio Rizzo, was executed.",
            {"sank": [], "executed": [("killed", 1)]},
        ),
        # Who the dead were tells that they died; those killed are not told of otherwise.
        ("Among the dead were 12 children.", {"dead": [("killed", 12)]}),
        ("Among those killed were General Symons and Colonel Reid.", {"killed": [("killed", 1), ("killed", 1)]}),
        ("Those killed were buried in the churchyard.", {"killed": None}),
        ("The raid killed 40 people and left thousands homeless.", {"killed": [("killed", 40), ("displaced", 2000)]}),
        ("The hijackers killed one man and released 140 hostages.", {"killed": [("killed", 1)], "released": []}),
        (
            "The crew of eight bailed out and were taken prisoner.",
            {"bailed": None, "taken prisoner": [("captured", 8)]},
        ),
        ("The king was captured and killed.", {"captured": [("captured", 1)], "killed": [("killed", 1)]}),
        ("The officers were wounded, killed or captured.", {"wounded": [], "captured": None}),
        # What an arrest says itself is no count: who is arrested is held.
        ("Loukas was hanged in May, and 31 leaders were arrested.", {"hanged": [("killed", 1)], "arrested": []}),
        ("Some plotted to murder the king and tried to poison Leo.", {"murder": []}),
        ("Harold Smith was seized in May and later murdered in custody.", {"seized": [], "murdered": [("killed", 1)]}),
        (
            "Soldiers opened fire on the crowd; at least 40 people were killed and 400 injured, and Guinea sent troops.",
            {"opened fire on": [("killed", 40), ("wounded", 400)], "sent": []},
        ),
        ("An officer succeeded him before the ship, with 35 of her crew dead, was boarded.", {"succeeded": []}),
        # To the event that caused it, in its clause or one that hangs on it; behind a semicolon a clause of its own.
        (
            "A guard was killed and five others wounded in an attack on a base.",
            {"attack": [("killed", 1), ("wounded", 5)], "killed": None, "wounded": None},
        ),
        (
            "In the fight 20 were killed, and 30 were killed when they were bombed by warplanes.",
            {"bombed": [("killed", 30)]},
        ),
        (
            "The Iraqis took Khafji, but were expelled, losing 71 men killed and more than 400 captured.",
            {"took": [], "expelled": [("killed", 71), ("captured", 400)]},
        ),
        ("In all 6,400 bodies were counted; the Athenians lost 192 men.", {"lost": [("losses", 192)]}),
        (
            "The patrol took a prisoner near Basra, and in May a clash at the ford led to the death of six sappers.",
            {"clash": [("killed", 6)]},
        ),
        (
            "Hundreds were imprisoned, and at least 400 executed.",
            {"executed": [("killed", 400)]},
        ),
        (
            "In May they killed or wounded 183 soldiers.",
            {"killed": [("losses", 183)], "wounded": None},
        ),
        (
            "Rebels shot dead a warden on 2 May, in a riot in which six others were taken prisoner.",
            {"shot dead": [("killed", 1)], "taken prisoner": [("captured", 6)]},
        ),
        (
            "In May police opened fire on the crowd; 40 people were killed and Guinea sent troops.",
            {"opened fire on": [("killed", 40)], "sent": []},
        ),
        ("She sank the ship with the loss of 340 lives.", {"sank": [("killed", 340)], "loss": None}),
        ("In 1923 Villa was assassinated in Parral.", {"assassinated": [("killed", 1)]}),
        ("The Danes took Lund with the loss of 300 men.", {"took": [("losses", 300)], "loss": None}),
        ("Lund was taken at a cost of 40 men.", {"taken": [("losses", 40)]}),
        ("The Danes captured Lund with 12 dead.", {"captured": [("killed", 12)], "dead": None}),
        ("A bomber struck a house to kill two snipers; 105 civilians died.", {"struck": [("killed", 105)]}),
        ("The Danes took Lund at a cost of 40 dead.", {"took": [("killed", 40)], "dead": None}),
        (
            "The Danes stormed Lund for the loss of 70 killed and 120 wounded.",
            {"stormed": [("killed", 70), ("wounded", 120)]},
        ),
        ("Fighting in Lund left 5,000 homeless and 30 dead.", {"Fighting": [("displaced", 5000), ("killed", 30)]}),
        (
            "Twenty villagers were killed due to a Turkish airstrike hitting a market.",
            {"airstrike": [("killed", 20)], "killed": None},
        ),
        (
            "The Danes claimed to have killed or wounded 40 men and to have taken two prisoners.",
            {"killed": [("losses", 40)], "taken two prisoners": [("captured", 2)]},
        ),
        (
            "Russian guns shelled Lysychansk, destroying four houses, killing one person and injuring three others.",
            {"shelled": [("killed", 1), ("wounded", 3)], "destroying": []},
        ),
        (
            "Some 2,000 residents fled the town and 500 villagers were expelled from Candia.",
            {"fled": [("displaced", 2000)], "expelled": [("displaced", 500)]},
        ),
        ("They threatened to kill 50 hostages.", {"kill": []}),
        (
            "Two guards were killed in the riot and four were wounded.",
            {"killed": [("killed", 2), ("wounded", 4)], "wounded": None},
        ),
        (
            "Fifteen pilots were killed and Major Hale was wounded at Lae.",
            {"killed": [("killed", 15)], "wounded": [("wounded", 1)]},
        ),
        # What befell one person in a clause of its own is told for itself.
        (
            "Syracuse was stormed in 212 BC; Archimedes was slain by a soldier.",
            {"stormed": [], "slain": [("killed", 1)]},
        ),
        # What was not done, or only ordered, caused nothing.
        ("The hussars did not attack, but 30 men were killed.", {"attack": [], "killed": [("killed", 30)]}),
        ("Blücher ordered an attack, in which 300 men were killed.", {"attack": [], "killed": [("killed", 300)]}),
        ("The hussars attacked, and 30 men were killed.", {"attacked": [("killed", 30)], "killed": None}),
        ("On 16 January Kabila was shot and killed at the palace.", {"shot": [("killed", 1)], "killed": None}),
        ("They ambushed the Romans, killing or capturing 25,000.", {"ambushed": [("losses", 25000)]}),
        ("Despite the murder of two envoys and a new offensive, they met.", {"murder": [("killed", 2)]}),
        (
            "He moved north, but he and his son Edmund were slain at Wakefield in 1460.",
            {"moved north": [], "slain": [("killed", 1), ("killed", 1)]},
        ),
        (
            "Soldiers shot 26 civilians during a protest in Derry; thirteen were killed outright.",
            {"shot": [("killed", 26), ("killed", 13)], "protest": []},
        ),
        (
            "Yang was killed on the orders of Wei, who was himself executed two months later.",
            {"killed": [("killed", 1)], "executed": [("killed", 1)]},
        ),
        ("The number of dead is estimated at 500.", {"number of dead": [("killed", 500)]}),
        # What the fighting cost in all, and what befell one man at the end of it.
        ("In 1919 forty people were killed in Munich after two days of clashes.", {"clashes": [("killed", 40)]}),
        (
            "In 1919 the governor was killed in Herat after days of fighting.",
            {"killed": [("killed", 1)], "fighting": []},
        ),
        # What came of the deaths did not cost them.
        (
            "In 1990 the killing of 13 soldiers sparked riots in Kano.",
            {"killing": [("killed", 13)], "riots": []},
        ),
        # when another passed away is no more than a date
        (
            "Shawar was murdered in Cairo, and when Shirkuh died in 1169, his nephew ruled.",
            {"murdered": [("killed", 1)]},
        ),
        # What a man was doing when it befell him; not what befell many while they did it, nor what others did to him.
        ("Smith was killed as he led a charge.", {"killed": [("killed", 1)], "charge": []}),
        ("Smith was killed while leading a charge.", {"killed": [("killed", 1)], "charge": []}),
        ("Smith was killed as the Danes attacked.", {"attacked": [("killed", 1)]}),
        ("Twelve men were killed while attacking the base.", {"attacking": [("killed", 12)]}),
        (
            "In 1990 the deaths of five miners led to clashes in Lima.",
            {"deaths": [("killed", 5)], "clashes": []},
        ),
        (
            "In 2004 militants held more than 1,100 people hostage.",
            {"held": [("captured", 1100)]},
        ),
        ("In 1972 gunmen took eleven athletes hostage.", {"took": [("captured", 11)]}),
        # Who fell as a relative clause tells fell by the deed that it names, unless the clause before struck him, too.
        (
            "In 1632 Horn killed the king, who had been wounded in an attack.",
            {"killed": [("killed", 1), ("wounded", 1)], "attack": []},
        ),
        (
            "In 1632 Banér was killed by men avenging the death of Horn, who had been killed in an explosion.",
            {"killed": [("killed", 1)], "explosion": [("killed", 1)]},
        ),
        # Who dies of himself is no victim of what befell another.
        (
            "In 1715 Mirwais died of natural causes and was succeeded by Aziz, who was killed by Mahmud.",
            {"killed": [("killed", 1)]},
        ),
        ("In 1715 Mirwais was wounded in a raid and died of wounds.", {"raid": [("wounded", 1), ("killed", 1)]}),
    ],
)
def test_each_event_has_its_own_casualties(text, expected):
    found = extract(text)
    counts = {
        text[e.trigger.start : e.trigger.end]: [(c.value.category, c.value.low) for c in e.counts] for e in found.events
    }
    assert {word: counts.get(word) for word in expected} == expected


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Rebels seized Homs.[1][2] They withdrew.[3]", [["1", "2"], ["3"]]),
        ("On 3 May 2016,[6] rebels seized Homs.[7]", [["6", "7"]]),
        ("Rebels seized the mill, the depot,[4] and the bridge,[5] while troops withdrew.[8]", [["4", "5"], ["8"]]),
        # what stands before the markers of another clause has none of them, but for a comma of the same one
        ("On 9 May 1990 rebels seized the mill,[4] while troops withdrew.[8]", [["4"], ["8"]]),
        ("On 9 May 1990 rebels seized the mill,[4][5] while troops withdrew.", [["4", "5"], []]),
        ("On 9 May 1990 the mill was seized,[4] with one tank being destroyed by rebels.[8]", [["4"], ["8"]]),
        ("On 9 May 1990 troops seized Lund from the Danes,[4] who had captured it in March.[8]", [["4"], ["8"]]),
        ("On 9 May 1990,[4] while rebels watched, troops seized the mill.[8]", [["4", "8"]]),
        ("[9] Rebels seized Homs.", [[]]),
        # Not what stands before the clause of the deed.
        ("The Danes took Lund in 1676[1] and burned Malmö in 1677.[2]", [["1"], ["2"]]),
        ("They took Lund,[1] but were unable to burn the ships.[2]", [["1"], ["2"]]),
        ("They took Lund in 1676[1] before returning to Denmark.[2]", [["1"], ["2"]]),
        ("By January 1951,[1] they were forced to withdraw.[2]", [["1", "2"]]),
    ],
)
def test_citations(text, labels):
    assert [[c.value.label for c in e.citations] for e in extract(text).events] == labels


def test_a_repeat_is_linked_and_not_merged():
    found = extract(
        "On 3 May 2016 rebels captured Homs.\n\nThe siege was long. On 3 May 2016, rebels captured Homs after heavy fighting."
    )
    captures = [n for n, e in enumerate(found.events) if e.trigger.value.subtype == "capture"]
    assert [found.events[n].duplicate_of for n in captures] == [None, captures[0]]


def test_arguments_are_mentions_of_the_document():
    found = extract("On 6 November 2016 rebels and the Tiger Forces attacked Zeitun, killing 12.[1]")
    held = {id(m) for kind in (found.mentions.places, found.mentions.actors, found.mentions.counts) for m in kind}
    assert all(id(a.mention) in held for e in found.events for a in (*e.places, *e.actors))
    assert all(id(c) in held for e in found.events for c in e.counts)


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("The Danes attacked Kiel.", []),
        ("The Danes launched an attack on Kiel.", []),
        ("The Danes denied that Kiel was attacked.", []),
        ("The bells tarried.", []),
        ("The Danes tarried.", [("verb_unknown", "tarry")]),
        ("Two Danes fell asleep.", [("verb_refused", "fall")]),
        ("On 3 May 1809 there was snow.", [("date_without_event", "be")]),
        ("Snow, 3 May 1809.", [("date_without_event", "no verb")]),
        ("A sad tale of 40 men killed in the snow.", []),
        ("The attack began.", [("trigger_without_arguments", "trigger/battle.attack/attack-noun")]),
    ],
)
def test_unresolved_is_what_no_rule_explains(text, gaps):
    assert [(gap.kind, gap.key) for gap in unresolved(text)] == gaps


def test_unresolved_ranks_by_frequency_within_a_kind():
    gaps = unresolved("The Danes fell asleep. The Danes tarried. The Danes frolicked. The Swedes tarried.")
    assert [(kind, key, number) for kind, key, number, _ in ranked(gaps)] == [
        ("verb_unknown", "tarry", 2),
        ("verb_unknown", "frolicked", 1),
        ("verb_refused", "fall", 1),
    ]


def test_what_a_speaker_goes_on_to_say_has_the_day_of_that():
    text = "On 8 July 1922 the mayor stated that the rebels had retreated{} that the town was safe."
    claimed = {e.trigger.value.subtype: e.date for e in extract(text.format(", claiming")).events}
    assert claimed["withdraw"] is None
    assert claimed["claim"].start == "1922-07-08"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # not behind *With*, nor where *had* is the verb, nor before or until what came on that day
        ("On 3 May 1900 they met. With the Battle of Kut, the war had begun.", "1900-05-03"),
        ("On 3 May 1900 they met. They had heavy losses.", "1900-05-03"),
        ("On 3 May 1900 they met. Before the men had crossed, ten of them fled.", "1900-05-03"),
        ("On 3 May 1900 they met. The town had already suffered artillery strikes.", None),
    ],
)
def test_a_pluperfect_steps_back_with_the_nouns_of_its_clause(text, day):
    dates = {e.date and e.date.start for e in extract(text).events if e.trigger.start > 24}
    assert dates == {day}
