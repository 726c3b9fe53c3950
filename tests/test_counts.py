"""Which numbers count victims, of what, and what the numbers mean."""

import pytest

from pipeline import extract

NONE = [
    "The garrison of 600 men was attacked.",
    "A fourth town, Ouadda, had been captured.",
    "The army captured 30 tanks and 12 guns.",
    "On 3 May 1941, 20 ships sailed.",
    "Task Force 20 killed the commanders.",
    "The town was captured on 20 May.",
    "The division lost 60 percent of its strength.",
    "Heavy losses were reported.",
    "The average age of those who died was 22.8 years.",
    "Of the 900 defenders, only 200 survived.",
    "Two Cobras were shot down on the 11th.",
    "The legions stood between the two bodies of Libyans.",
    "He lured them into an ambush, where all were killed.",
    "Aleppo was captured on 20 May.",
    "The valley was overrun from 548 onward, and was captured again by the Franks.",
    "Of the 600 men who charged, many were killed.",
    "The hill was taken from a force of 4,000, which was not captured.",
    "A scholar fluent in 20 languages was killed.",
    "All but 50 of the 600 defenders were killed.",
    "Some of the 300 prisoners were shot.",
    "The miller was tried for the murder of two boys.",
    "In reprisal for the killing of a consul, the fleet burned the port.",
    "Nine of them officers, the prisoners were marched off.",
    "They captured a number of towns, including two forts.",
    "They killed the guards and their commander fled.",
    "Two battalions were surrounded and surrendered.",
    "Three towns were attacked and captured.",
    "The general lost the battle, 300 horses and his baggage.",
    "They lost the hill, and 400 men were needed to retake it.",
    "They took 12 wagons and 3,000 taken from the depot.",
    "A horse was killed.",
]

FOUND = [
    ("The attack left one civilian dead and 15 people injured.", [("killed", 1, 1), ("wounded", 15, 15)]),
    ("Rebels killed 20 soldiers and wounded 30.", [("killed", 20, 20), ("wounded", 30, 30)]),
    ("In the battle 20 were killed and 30 wounded.", [("killed", 20, 20), ("wounded", 30, 30)]),
    ("They suffered losses of 300 men.", [("losses", 300, 300)]),
    ("They were routed, suffering 533 casualties from their force of 4,000.", [("losses", 533, 533)]),
    ("Of the 600 men who charged, 118 were killed and 127 wounded.", [("killed", 118, 118), ("wounded", 127, 127)]),
    ("The shells killed one man, injuring another three.", [("killed", 1, 1), ("wounded", 3, 3)]),
    ("Eight men were killed on the Kunikov and three on the Saratov.", [("killed", 8, 8), ("killed", 3, 3)]),
    ("Between 35 and more than 40 soldiers were killed.", [("killed", 35, None)]),
    ("Over 19 and 20 May, 19 soldiers were killed.", [("killed", 19, 19)]),
    ("Uhlans captured four pieces of artillery and nearly 300 men.", [("captured", 300, 300)]),
    ("Around 47 people were reported killed.", [("killed", 47, 47)]),
    ("As many as 40,000 prisoners may have been executed.", [("killed", None, 40000)]),
    ("The French lost 2,000 men, the Austrians 5,000.", [("losses", 2000, 2000), ("losses", 5000, 5000)]),
    (
        "The siege cost the allies 4,500 men and the enemy nearly 9,000.",
        [("losses", 4500, 4500), ("losses", 9000, 9000)],
    ),
    ("The mob killed a priest and eleven others.", [("killed", 1, 1), ("killed", 11, 11)]),
    ("They executed the mayor and 14 councillors.", [("killed", 1, 1), ("killed", 14, 14)]),
    ("They occupied the mill, taking 40 or more residents hostage.", [("captured", 40, None)]),
    (
        "More than 200 were treated for burns after the raid, and two people died.",
        [("wounded", 200, None), ("killed", 2, 2)],
    ),
    ("Furthermore, an estimated 30,000 people had been killed.", [("killed", 30000, 30000)]),
    ("They took Kaffa, a further 1,000 men having been captured in the harbour.", [("captured", 1000, 1000)]),
    ("The French lost 300 men and 20 tanks.", [("losses", 300, 300)]),
    ("The Allies lost 24 ships and 800 sailors.", [("losses", 800, 800)]),
    ("The shelling caused the deaths of 12 civilians.", [("killed", 12, 12)]),
    ("He captured 2,000 prisoners.", [("captured", 2000, 2000)]),
    ("Two and a half thousand prisoners were taken.", [("captured", 2500, 2500)]),
    ("Between 20 and 30 people died, including 5 children.", [("killed", 20, 30)]),
    ("At least 100 soldiers of the 79th Brigade had been killed.", [("killed", 100, None)]),
    ("Up to 50 militants were killed in the airstrike.", [("killed", None, 50)]),
    ("Nearly 100 villagers were executed.", [("killed", 100, 100)]),
    ("200–300+ rebels were killed.", [("killed", 200, None)]),
    ("Dozens of soldiers were wounded.", [("wounded", 24, None)]),
    ("Hundreds of civilians were massacred.", [("killed", 200, None)]),
    ("Tens of thousands of people fled the city.", [("displaced", 20000, None)]),
    ("Several guards were killed.", [("killed", 3, None)]),
    ("Some 2.5 million people were displaced.", [("displaced", 2500000, 2500000)]),
    ("A soldier was killed and two others were injured.", [("killed", 1, 1), ("wounded", 2, 2)]),
    ("More than 3,000 people were killed or wounded.", [("losses", 3000, None)]),
    ("20 and 30 men were killed and wounded respectively.", [("killed", 20, 20), ("wounded", 30, 30)]),
    ("The death toll rose to 85.", [("killed", 85, 85)]),
    ("9,200 combatants were killed along with 7,299 civilians.", [("killed", 9200, 9200), ("killed", 7299, 7299)]),
    ("Captain Smith was mortally wounded.", [("wounded", 1, 1)]),
    ("The rebels captured the town, killing its commander.", [("killed", 1, 1)]),
    ("Lord Howard was taken prisoner.", [("captured", 1, 1)]),
    ("No one was killed.", [("killed", 0, 0)]),
    ("In reply the defenders put to death 260 prisoners.", [("killed", 260, 260)]),
    ("Three of its soldiers and an interpreter were killed.", [("killed", 3, 3), ("killed", 1, 1)]),
    ("Up to 10,000 of them are said to have died.", [("killed", None, 10000)]),
    ("Four journalists who had hurried to the scene were beaten to death.", [("killed", 4, 4)]),
    ("The governor of Hubei, Chang Dachun, killed himself.", [("killed", 1, 1)]),
    ("Losses were put at about 10,300, of whom 1,550 were killed.", [("losses", 10300, 10300), ("killed", 1550, 1550)]),
    ("Field Marshal Paulus was captured.", [("captured", 1, 1)]),
    ("Both pilots died.", [("killed", 2, 2)]),
    ("Both the governor and the commander were killed.", [("killed", 1, 1), ("killed", 1, 1)]),
    ("Both Brasidas and Cleon were killed.", [("killed", 1, 1), ("killed", 1, 1)]),
    ("They fought until both were killed, and peace was made.", [("killed", 2, 2)]),
    ("Of the crew, 12 survived and 30 drowned.", [("killed", 30, 30)]),
    ("It fell with the loss of 3 British and 25 Argentine lives.", [("killed", 3, 3), ("killed", 25, 25)]),
    ("It fell at a cost of two Danes and 18 Swedish hussars.", [("losses", 2, 2), ("losses", 18, 18)]),
    ("The duke was killed with two arrows.", [("killed", 1, 1)]),
    ("Up to 50 people managed to flee.", [("displaced", None, 50)]),
    ("Eleven of the 15 hostages died.", [("killed", 11, 11)]),
    ("He wrote that 258,000 of the 368,000 Helvetii were killed.", [("killed", 258000, 258000)]),
    ("Some 30 Nama and 15 Maori were killed.", [("killed", 30, 30), ("killed", 15, 15)]),
    ("The bomb left three policemen and two civilians dead.", [("killed", 3, 3), ("killed", 2, 2)]),
    ("He killed himself and four soldiers at a checkpoint.", [("killed", 1, 1), ("killed", 4, 4)]),
    ("The bomb killed 91 people, including 28 Britons, 41 Arabs and 17 Jews.", [("killed", 91, 91)]),
    ("Among those killed were Callimachus and Cynaegirus.", [("killed", 1, 1), ("killed", 1, 1)]),
    ("Twelve nuns were killed, nine of them children, and 25 were hurt.", [("killed", 12, 12), ("wounded", 25, 25)]),
    ("Between 5,000 and 10,000 of those people fled.", [("displaced", 5000, 10000)]),
    (
        "The Saxons lost 3,000 killed, wounded and sick, the Danes 1,500.",
        [("losses", 3000, 3000), ("losses", 1500, 1500)],
    ),
    ("The Prussians lost 13,000 men to the Austrians' 8,000.", [("losses", 13000, 13000), ("losses", 8000, 8000)]),
    ("They lost 45 guns, 1,200 men killed and 3,000 taken.", [("killed", 1200, 1200), ("captured", 3000, 3000)]),
    ("The regiment lost its colonel, 12 officers and 340 men.", [("losses", 12, 12), ("losses", 340, 340)]),
    (
        "The war cost the lives of 649 Argentines, 255 sailors and 3 islanders.",
        [("killed", n, n) for n in (649, 255, 3)],
    ),
    ("They lost all their guns and 3,000 men.", [("losses", 3000, 3000)]),
    ("In the charge 300 horse and 2,000 foot were slain.", [("killed", 300, 300), ("killed", 2000, 2000)]),
    ("About 300 men were surrounded and killed.", [("killed", 300, 300)]),
    ("Some 45 farmers were rounded up, led up a hill and massacred.", [("killed", 45, 45)]),
    ("Some 300 surrendered and were later shot.", [("killed", 300, 300)]),
    ("About 300 men were surrounded and killed 20 of the attackers.", [("killed", 20, 20)]),
    ("The bomb killed a number of civilians, including eight employees of a bank.", [("killed", 8, 8)]),
    ("They captured many prisoners, including three generals.", [("captured", 3, 3)]),
    ("They killed 40 rebels, including two commanders.", [("killed", 40, 40)]),
    ("They opened fire, killing two guards and their commander.", [("killed", 2, 2), ("killed", 1, 1)]),
    ("He was responsible for the deaths of 12 prisoners.", [("killed", 12, 12)]),
]


@pytest.mark.parametrize("text", NONE)
def test_no_victims(text):
    assert [text[m.start : m.end] for m in extract(text).mentions.counts] == []


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_category_and_bounds(text, expected):
    assert [(m.value.category, m.value.low, m.value.high) for m in extract(text).mentions.counts] == expected


@pytest.mark.parametrize(
    ("text", "who", "kind"),
    [
        ("The bomb killed 18 civilians.", "18 civilians", "civilian"),
        ("The ambush killed three Russian soldiers.", "three Russian soldiers", "combatant"),
        ("The blast wounded at least 40 people.", "40 people", "civilian"),
    ],
)
def test_who_is_counted(text, who, kind):
    (mention,) = extract(text).mentions.counts
    assert (mention.value.who, mention.value.who_kind) == (who, kind)
