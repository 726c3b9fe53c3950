"""Who is found as an actor, and who is not: each sentence marks its actors by square brackets."""

import itertools
import re

import pytest

from pipeline import extract
from pipeline.rules.actors import actor_rules, plural_of

NONE = [
    "The treaty entered into force on 3 May.",
    "The general situation remained calm.",
    "The town lies in southern France near the Spanish border.",
    "The road was rebuilt in March 1916.",
    "It forces them to retreat.",
    "Work began on the Kherson front.",
    "The fierce resistance of the town came to an end.",
    "Military rebellions were frequent.",
    "Florence lies on the Arno.",
]

FOUND = [
    "On 6 November, [Army special forces] and [Hezbollah militiamen] attacked.",
    "[Russian] and [Syrian Air Forces] bombed the town.",
    # Both ends of a range count them.
    "In 1581 [500 to 600 rebels] left Pskov.",
    "Between [twenty and thirty soldiers] stormed the gate.",
    "The [Danes] fell back to [3,000 rebels].",
    "A column of tanks was halted, and [1,200 U.S. Marines] landed.",
    "[Rebels] fired on the [garrison] while [government troops] withdrew.",
    "In 1346 the [English] defeated the [French] at Crécy.",
    "The [Athenians] and the [Spartans] repelled them.",
    "[Japan] invaded Manchuria in 1931.",
    "[Gen. Grenville Dodge] drove the [Confederates] back.",
    "[Field Marshal Erich von Manstein] ordered the [Eleventh Army] to attack.",
    "The [90th Guards Tank Division] lost ten tanks.",
    # A single name that a sentence begins with, by what befell it or by its being a given name.
    "[Saladin] was crowned in Damascus.",
    "[Toussaint] laid down his arms.",
    "[Russian] airstrikes hit the market.",
    "The [remnants of the Persian army] fled to Asia.",
    "[Prussia] and [Austria] declared war on [France].",
    "The [20th Maine] held the hill.",
    "[Two Su-25s] attacked the airfield.",
    "The [44th] and [45th Divisions] crossed the river.",
    "The cruiser was sunk by the [submarine Conqueror].",
    "The [Scots Guards] stormed the ridge.",
    "The governor of Hubei, [Chang Dachun], surrendered.",
    "In 1525 [Francis I] of France was captured.",
    "The town fell to [Leopold I], and [Napoleon I] abdicated.",
    "[Datis], commander of the fleet, and [Artaphernes] sailed.",
    "[Many of the inhabitants] fled.",
    "[Secretary of State William Seward] refused.",
    "[Major General William F. Garrison] launched the [ground force].",
]


def marked(text):
    """The plain text, and the spans that brackets mark in it."""
    spans, plain, at = [], "", 0
    for match in re.finditer(r"\[(.*?)\]", text):
        plain += text[at : match.start()]
        spans.append((len(plain), len(plain) + len(match[1])))
        plain, at = plain + match[1], match.end()
    return plain + text[at:], spans


@pytest.mark.parametrize("text", NONE)
def test_no_actor(text):
    assert [m.rule for m in extract(text).mentions.actors if "pronoun" not in m.rule] == []


@pytest.mark.parametrize("text", FOUND)
def test_marked_actors_are_found(text):
    plain, spans = marked(text)
    found = {(m.start, m.end) for m in extract(plain).mentions.actors}
    assert [plain[a:b] for a, b in spans if (a, b) not in found] == []


def test_no_two_mentions_overlap_and_order_is_reading_order():
    text = " ".join(marked(sentence)[0] for sentence in FOUND)
    mentions = extract(text).mentions.actors
    assert all(a.end <= b.start for a, b in itertools.pairwise(mentions))


def test_a_conjunct_bears_the_shared_head_in_its_name():
    found = extract("Russian and Syrian Air Forces bombed the town.").mentions.actors
    assert [m.value.name for m in found] == ["Russian Air Forces", "Syrian Air Forces"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # peoples at war with one another are not one actor, nor the state that holds them both
        ("Hutus killed Tutsis.", ["Hutus", "Tutsis"]),
        ("The Tamils fought the Sinhalese.", ["Tamils", "Sinhalese"]),
        ("Vichy France attacked Free France.", ["Vichy France", "Free France"]),
        ("Satsuma and Chōshū attacked the Tokugawa shogunate.", ["Satsuma", "Chōshū", "Tokugawa shogunate"]),
        ("The Allies fought the Axis.", ["Allies", "Axis powers"]),
        # who holds an office somewhere is another name than the place
        ("Governor of Luhansk Oblast Serhiy Haidai fled.", ["Serhiy Haidai"]),
        ("The mayor of Mariupol Vadym Boychenko fled.", ["Vadym Boychenko"]),
        ("Secretary of State William Seward refused.", ["William Seward"]),
        ("The fire killed many of the warriors.", ["warriors"]),
        ("Field's and Hoke's divisions attacked.", ["Field's divisions", "Hoke's divisions"]),
        # whose corps it is, elsewhere too
        ("Burnside's corps crossed it. Hill drove back Burnside.", ["Burnside"]),
        ("Foster's, Reno's and Parke's men fled.", ["Foster's men", "Reno's men", "Parke's men"]),
        ("The guards fought against the Five Hundred.", ["guards", "Five Hundred"]),
        # Indians of America, where the text lies there and speaks of no India
        ("In Wyoming the Indians attacked at dawn.", ["Native American nations"]),
        ("In Wyoming the 8th Indian Division trained.", ["8th Indian Division"]),
        ("In Ladakh the Indians attacked at dawn.", ["India"]),
        ("In Wyoming he read of India. The Indians attacked at dawn.", ["India"]),
    ],
)
def test_peoples_lead_to_their_own_names(text, names):
    found = extract(text).mentions.actors
    assert [m.value.name for m in found][-len(names) :] == names


def test_every_demonym_leads_to_a_polity():
    rules = actor_rules()
    assert all(known.name for group in rules.known.values() for known in group)
    assert plural_of("cavalryman") == "cavalrymen"


@pytest.mark.parametrize(
    ("text", "pronoun", "antecedent"),
    [
        # Whose deed forces *them* is another; whom the subject did not approve of may be meant.
        ("General Crassus approved of General Pompey and had him crowned.", "him", "General Pompey"),
        ("The rebels attacked the town. They were driven back.", "They", "rebels"),
        ("Although Carthage had lost its fleet, it soon sent another.", "it", "Carthage"),
        # Who was pursued fled; who is turned against is not who turned.
        ("Gunboats shelled the Saxons as they retreated.", "they", "Saxons"),
        ("Francisco Madero trusted General Huerta, but Huerta turned against him.", "him", "Francisco Madero"),
        ("General Giáp went on the offensive. He attacked the garrison.", "He", "General Giáp"),
        ("Russia claimed it had captured the town.", "it", "Russia"),
        (
            "The Poles attacked. The Danish command said that in the raids since then they had taken Riga.",
            "they",
            "Danish command",
        ),
        ("The Persian fleet sailed to Naxos. It burned the temples.", "It", "Persian fleet"),
        ("The 5th Division took Lund. It then advanced on Malmö.", "It", "5th Division"),
        ("When the fleet reached Rhodes, it attacked the harbour.", "it", "fleet"),
        # Who built a fort is somebody, though what *was built* is not.
        ("When the fleet reached Rhodes, it held the harbour.", "it", "fleet"),
        ("The 5th Division took Lund. It built a fort there.", "It", "5th Division"),
        ("The division was attacked while it was crossing the river.", "it", "division"),
        ("The assault struck the 3rd Brigade as it was deploying.", "it", "3rd Brigade"),
        # The body that somebody sent is *it*, not who sent it; of two bodies it is the subject.
        ("The king sent a fleet, but it was destroyed off Lund.", "it", "fleet"),
        ("The Danes sent an army to Lund, where it was defeated.", "it", "army"),
        ("Napoleon left his army in Egypt. It surrendered.", "It", "his army"),
        ("The division attacked the column, but it was repulsed.", "it", "division"),
        ("France sent an army to Spain, but it made peace.", "it", "France"),
        # Whose deed it is: another's than the subject's that hinders it, the subject's that goes on with it, one named later.
        ("The hussars charged the Saxons and halted their advance.", "their", "Saxons"),
        ("Sweden completed its withdrawal from Lund.", "its", "Sweden"),
        ("After his defeat at Jena, General Ernst von Rüchel fled to Küstrin.", "his", "General Ernst von Rüchel"),
        ("The Danes besieged Lund. Their attack was repelled.", "Their", "Danes"),
        ("General Burgoyne came. Burgoyne's army was beaten, and he left.", "he", "General Burgoyne"),
        ("General Burgoyne came. Burgoyne's army was beaten. He left.", "He", "General Burgoyne"),
        ("Enver Pasha raised a new army in Thrace. He attacked Baku.", "He", "Enver Pasha"),
        ("The Persians lost Cyprus. The Allies held it, and shortly after they sailed to Byzantium.", "they", "Allies"),
        # Whose losses a sentence is about.
        ("The 5th Division's losses were heavy. It withdrew to Lund.", "It", "5th Division"),
        # Whom the participle before a clause names is not its subject.
        ("The Hessians held Trenton. Surprised by the American militia, they gave up.", "they", "Hessians"),
        ("General Crassus marched south. Beaten by General Pompey at Lund, he fled.", "he", "General Crassus"),
        ("The Boers lay before Kimberley. Having beaten the British cavalry, they dug in.", "they", "Boers"),
        ("Composed of the Danish guards, they stood on the left.", "they", "Danish guards"),
        # Nor is who was with it, or whom it dealt with first; who is named in passing is not before the subject of the sentence before.
        ("General Wolfe sailed. After leaving General Monckton at Lévis, he took the cliffs.", "he", "General Wolfe"),
        ("General Wolfe sailed. Together with Admiral Saunders, he took the cliffs.", "he", "General Wolfe"),
        ("The Saxons held Lund. After winning over the Danish hussars, they took Ystad.", "they", "Saxons"),
        ("General Wolfe sailed. After the death of General Braddock, he took the cliffs.", "he", "General Wolfe"),
        ("A storm rose. After the death of General Braddock, he took the cliffs.", "he", "General Braddock"),
        ("General Grant beat General Horn. The latter withdrew.", "latter", "General Horn"),
        ("The Danes fought the Swedes and the latter fled.", "latter", "Swedes"),
        ("The Danes fought the Swedes; the former lost.", "former", "Danes"),
    ],
)
def test_a_plain_pronoun_leads_to_its_antecedent(text, pronoun, antecedent):
    (found,) = [m for m in extract(text).mentions.actors if m.value.antecedent]
    assert (text[found.start : found.end], text[slice(*found.value.antecedent)]) == (pronoun, antecedent)


@pytest.mark.parametrize(
    ("text", "antecedents"),
    [
        ("General Wade Hampton and Fitzhugh Lee halted. They drew a line.", ["General Wade Hampton", "Fitzhugh Lee"]),
        ("Although Britain and France protested, they withdrew in 1956.", ["Britain", "France"]),
        ("General Wade Hampton halted the rebels. They withdrew.", ["rebels"]),
        # Whoever does it after his own release is told of before.
        ("General Horn was freed. After his release, he led an army to Lund.", ["General Horn", "General Horn"]),
        ("After his release, he led an army to Lund.", []),
    ],
)
def test_they_may_be_several(text, antecedents):
    found = [m for m in extract(text).mentions.actors if m.value.antecedent]
    assert [text[slice(*m.value.antecedent)] for m in found] == antecedents


def test_persons_that_an_infobox_lists_without_commas_are_told_apart():
    text = (
        "Battle of Lesnaya Date 9 October 1708 Location Lesnaya Commanders and leaders Adam Ludwig Lewenhaupt "
        "Peter I Boris Sheremetev Alexander Menshikov Casualties and losses 6,397 killed\n\n"
        "Peter attacked at one o'clock. Menshikov took the bridge."
    )
    persons = [m for m in extract(text).mentions.actors if m.value.kind == "person"]
    assert [(text[m.start : m.end], m.value.name) for m in persons] == [
        ("Adam Ludwig Lewenhaupt", "Adam Ludwig Lewenhaupt"),
        ("Peter I", "Peter I"),
        ("Boris Sheremetev", "Boris Sheremetev"),
        ("Alexander Menshikov", "Alexander Menshikov"),
        ("Peter", "Peter I"),
        ("Menshikov", "Alexander Menshikov"),
    ]


def test_the_row_labels_of_an_infobox_are_nobody():
    text = (
        "Siege of Kut Date 7 December 1915 Location Kut, Mesopotamia Belligerents British Empire Ottoman Empire Commanders and leaders "
        "Charles Townshend Strength 31,000 men Casualties and losses 1,750 killed\n\nThe siege ended in April."
    )
    found = [text[m.start : m.end] for m in extract(text).mentions.actors]
    assert not [name for name in found if re.search("Belligerents|Commanders|leaders|Location", name)]
    assert "Charles Townshend" in found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # What *it* comes to is nobody's end; where *it* goes is told of a body.
        ("The fleet left Kiel. It came to an end in May.", []),
        ("The treaty was signed in Riga. It went into force in May.", []),
        ("The fleet left Kiel. It went to Riga.", ["fleet"]),
        ("The brigade landed at Gaza. It went ashore at dawn and came under fire.", ["brigade"]),
    ],
)
def test_it_that_goes_somewhere_is_a_body(text, names):
    assert [m.value.name for m in extract(text).mentions.actors if m.value.antecedent] == names


def test_a_bare_head_means_the_unit_that_a_text_is_about():
    later = "In July the 11th Battalion was relieved. The battalion fought at Ypres."
    for opening, name in (
        ("In May 1915 a unit left Perth.", "11th Battalion"),
        ("The 3rd Battalion left Perth.", "11th Battalion"),
        ("The 3rd Battalion was raised in Perth.", "3rd Battalion"),
    ):
        assert extract(f"{opening} {later}").mentions.actors[-1].value.name == name
    found = extract(f"In May the 3rd Battalion left Perth. {later}", title="3rd Battalion (Australia)")
    assert found.mentions.actors[-1].value.name == "3rd Battalion"


def test_a_pronoun_without_plain_antecedent_is_no_actor():
    assert extract("They were driven back. It rained.").mentions.actors == ()
    assert all(
        m.value.antecedent is None for m in extract("Germany's economy collapsed. It surrendered.").mentions.actors
    )
    assert all(
        m.value.antecedent is None
        for m in extract("Attacked by Serbian irregulars, they abandoned Prilep.").mentions.actors
    )
    # A battle halts nobody's army but the other one's; time passes by itself.
    texts = ("Lee's army lost. Antietam is a victory because it halted him.", "The army halted. It took three days.")
    assert all(m.value.antecedent is None for text in texts for m in extract(text).mentions.actors if "thing" in m.rule)
    # Whose attempt it was, another name leaves open; *positions* are no deed.
    text = "General Saddam Hussein wanted to end Khomeini's movement and thwart his attempt."
    assert [m for m in extract(text).mentions.actors if m.value.antecedent] == []
    assert [m for m in extract("It belonged to Queen Sofia. He fought.").mentions.actors if m.value.antecedent] == []
    # What was built or agreed is nobody, though who built it is.
    texts = ("The 5th Division took Lund. It was built in 1810.", "The army halted. It was agreed that peace was near.")
    assert all(m.value.antecedent is None for text in texts for m in extract(text).mentions.actors)
    assert [m for m in extract("The Danes left their positions.").mentions.actors if m.value.antecedent] == []
    text = "General Burgoyne came. A success over Burgoyne's tired men led him to attack."
    assert [m for m in extract(text).mentions.actors if m.value.antecedent] == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # The one who acts in the sentence before, and the pronoun of the other sex.
        ("Soult met Clausel. Ney led the rearguard. He crossed the Berezina.", ["Michel Ney"]),
        ("Ney wrote home in May. Soult marched on. He crossed the Ebro.", ["Soult"]),
        ("Soult appointed Ney. She crossed the Ebro.", ["Soult"]),
        ("General Soult marched on. He ignored Ney's order. He crossed the Ebro.", ["Soult", "Soult"]),
        # Else the one whose life it is.
        ("In 1805 Soult appointed Ney. He crossed the Ulm road in May.", ["Michel Ney"]),
        ("Soult and Davout argued.\n\nIn 1809 he crossed the Ebro.", ["Michel Ney"]),
        (
            "Until May he stayed at home, when Soult took Ulm. In June he was relieved by General Soult.",
            ["Michel Ney"] * 2,
        ),
    ],
)
def test_a_pronoun_of_a_life_stands_for_whom_it_tells_of(text, names):
    found = extract(f"Michel Ney was a marshal of France. He fought. {text}", title="Michel Ney").mentions.actors
    assert [m.value.name for m in found if m.value.antecedent][1:] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # A body that acts in the sentence, or the second sentence of a paragraph: no pronoun of the theme.
        ("The Danish fleet sailed as it was attacked.", ["Danish fleet"]),
        ("A storm rose. It sank two ships.", []),
        ("In June it moved to Vicksburg.", ["53rd Ohio"]),
        ("After the fall of the city it pursued the garrison. It burned the depots.", ["53rd Ohio", "53rd Ohio"]),
    ],
)
def test_at_the_head_of_a_paragraph_it_is_what_the_text_is_about(text, names):
    found = extract(f"The 53rd Ohio was an infantry regiment.\n\n{text}").mentions.actors
    assert [m.value.name for m in found if "pronoun" in m.rule] == names


def test_in_an_excerpt_of_a_life_the_last_name_of_the_title_is_whom_it_tells_of():
    text = (
        "Torstensson said little. After serving under General Banér he went home. "
        "Forced back by the approach of Archduke Leopold, he besieged Leipzig."
    )
    found = extract(text, title="Lennart Torstensson").mentions.actors
    assert [m.value.name for m in found if "pronoun" in m.rule] == ["Torstensson", "Torstensson"]


def test_she_is_a_ship_before_a_man_and_not_what_she_was_built_as():
    text = (
        "HMS Audacity was an escort carrier. Built as the liner Hannover, she was seized by HMS Dunedin.\n\n"
        "The cruiser Emden, commanded by Karl Müller, raided Penang. She sank a destroyer."
    )
    found = [m.value.name for m in extract(text).mentions.actors if "pronoun" in m.rule]
    assert found == ["HMS Audacity", "cruiser Emden"]


def test_she_goes_on_with_the_ship_that_the_text_begins_with():
    text = (
        "HMS Ajax was laid down in 1933. She sank the freighter Olinda, which was on fire. She fought the Graf Spee.\n\n"
        "After repairs she sank two destroyers."
    )
    assert [m.value.name for m in extract(text).mentions.actors if "pronoun" in m.rule] == ["HMS Ajax"] * 3


def test_the_given_name_of_the_title_is_whom_its_life_tells_of():
    text = (
        "Samory Touré was born in 1830. He besieged Kéniéra. Samory signed a treaty. "
        "Captain Gouraud surprised Samory in his camp. He was exiled to Gabon."
    )
    found = extract(text, title="Samory Touré").mentions.actors
    told = [m.value.name for m in found if m.value.kind == "person"]
    assert told == [*["Samory Touré"] * 3, "Gouraud", *["Samory Touré"] * 2]


def test_kin_are_told_apart():
    text = (
        "Johann Tserclaes was born at Tilly. Maria Tserclaes married him. J. Tserclaes took Bonn, and General Tserclaes left it. "
        "Johann Heinrich Tserclaes died. Count Tserclaes died."
    )
    told = [m.value.name for m in extract(text, title="Johann Tserclaes").mentions.actors if m.value.kind == "person"]
    assert told == [
        "Johann Tserclaes", "Maria Tserclaes", *["Johann Tserclaes"] * 3, *["Johann Heinrich Tserclaes"] * 2
    ]  # fmt: skip


def test_one_id_for_all_mentions_of_an_actor():
    text = (
        "The Syrian National Army (SNA) advanced. Field Marshal Erich von Manstein retreated. The SNA captured the town. "
        "Manstein resigned. Russian forces withdrew, and Russian troops returned."
    )
    ids = [m.value.actor_id for m in extract(text).mentions.actors]
    assert ids == [
        "syrian-national-army",
        "syrian-national-army",
        "person/erich-von-manstein",
        "syrian-national-army",
        "person/erich-von-manstein",
        "russia/forces",
        "russia/forces",
    ]


def test_an_army_is_not_the_army():
    text = "The Great Liberation Army took Homs. The army withdrew. Turkey sent an army to Homs."
    names = [m.value.name for m in extract(text).mentions.actors if text[m.start : m.end].lower().endswith("army")]
    assert names == ["Great Liberation Army", "Great Liberation Army", "army"]


def test_the_sides_of_the_lead_hold_for_the_whole_text():
    text = "The war was fought between Prussia and Austria. Prussian troops crossed the river. Austria surrendered."
    sides = [(text[m.start : m.end], m.value.side) for m in extract(text).mentions.actors]
    assert sides == [("Prussia", "A"), ("Austria", "B"), ("Prussian troops", "A"), ("Austria", "B")]


def test_a_body_may_be_called_by_a_number():
    found = extract("In 1799 the Five Hundred met at Saint-Cloud, and the Five Hundred fled.").mentions.actors
    assert {m.value.name for m in found} == {"Five Hundred"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nearly 200,000 American troops landed in Vietnam.", "American troops"),
        ("Approximately two thousand rebels fled.", "rebels"),
        ("Some 400 men of 45 Commando landed at Ajax Bay.", "men of 45 Commando"),
        ("Soldiers of 3 Para took the ridge.", "Soldiers of 3 Para"),
        ("Soldiers of 12 Iraqi divisions fled.", "Soldiers of Iraqi divisions"),
        ("A force of 200 Kentucky militia fled.", "force of Kentucky militia"),
        ("Three out of four hostages fled.", "hostages"),
    ],
)
def test_a_count_is_no_part_of_a_name_but_the_number_of_a_unit_is(text, name):
    assert name in [m.value.name for m in extract(text).mentions.actors]


def test_who_was_called_he_is_no_she():
    found = extract("Robert Horn came to Lund. He met his sister. She fled.").mentions.actors
    assert [m.value.name for m in found if "pronoun" in m.rule and m.value.antecedent] == ["Robert Horn"]
