"""Status and attribution: one clause, its own verb and those above it."""

import pytest

from pipeline import extract


def standing(text, word):
    found = extract(text)
    words = found.clean.text
    (event,) = [e for e in found.events if words[e.trigger.start : e.trigger.end] == word]
    return event.status, event.attribution


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("In May 1642 the guards kept firing at the crowd.", "firing at", "asserted"),
        ("In May 1642 the guards kept the men from firing at the crowd.", "firing at", "negated"),
        ("In 1642 he said that they would kill the peasants whom they had captured at Riga.", "captured", "asserted"),
        ("In 1642 they would be able to attack Lund.", "attack", "planned"),
        ("In 1642 an army to recapture Riga set out.", "recapture", "planned"),
        ("In 1642 the samurai advanced under their shields to be stopped by Korean fire.", "stopped", "asserted"),
        ("In 1642 the rebels came close to capturing Riga.", "capturing", "attempted"),
        ("In 1642 they got used to capturing guns at Riga.", "capturing", "asserted"),
        ("In 1642 the rebels took three days to capture Riga.", "capture", "asserted"),
        ("In 1642 the rebels were due to attack Riga.", "attack", "planned"),
        ("In 1642 plans were made for an attack on Riga.", "attack", "planned"),
        ("In 1642 guns were brought for an attack on Riga.", "attack", "asserted"),
        ("In 1642 reports emerged that Riga had been captured.", "captured", "reported"),
        ("Riga had been captured, said the king in 1642.", "captured", "reported"),
        ("In 1642 the king considered the problem of attacking Riga.", "attacking", "planned"),
        ("On 14 July 1916 an attack on Lund failed.", "attack", "attempted"),
        ("On 14 July 1916 German counter-attacks failed to dislodge the Poles.", "counter-attacks", "asserted"),
        ("On 14 July 1916 German counter-attacks failed to dislodge the Poles.", "dislodge", "attempted"),
        ("In May 1461 Edward occupied York with two shots fired.", "fired", "asserted"),
        ("In May 1461 Edward occupied York with hardly a shot fired.", "fired", "negated"),
        # A time told in the pluperfect has passed, and so has one behind *but*; *not without* is with.
        ("He pledged to defect when the Persians left Riga.", "left", "planned"),
        ("He was asked to lead them when the Taborites had left for Riga.", "left for", "asserted"),
        ("He wished to attack Riga, but when he arrived at Narva he wept.", "arrived", "asserted"),
        ("They retired, though not without leaving garrisons at Hradec.", "leaving", "asserted"),
        ("He named a premier in order to fight a spreading rebellion in Kasai.", "rebellion", "asserted"),
        (
            "The British had failed to organise a withdrawal, and the defeat at Khartoum ended the war.",
            "defeat",
            "asserted",
        ),
        # What one fails to react to has happened; who fights in vain has fought.
        ("In May 1864 Argentina failed to react to the invasion of Uruguay.", "invasion", "asserted"),
        ("The guards fought at Riga in vain.", "fought", "asserted"),
        ("The guards attacked Riga in vain.", "attacked", "attempted"),
        # What somebody is wired, favours or is empowered to do is ahead.
        ("Horn telegraphed the fleet to attack Narva.", "attack", "planned"),
        ("Horn favoured attacking Narva.", "attacking", "planned"),
        ("A second attempt on Narva was beaten off.", "beaten off", "asserted"),
        # Who denies goes on with an accusation.
        (
            "Horn denied that his troops had fired first and accused the Danes of shelling Narva.",
            "shelling",
            "reported",
        ),
        # Not one; what somebody's answer was; efforts that took place.
        ("Not one Dane was killed at Narva.", "killed", "negated"),
        ("Horn's answer was to attack Narva.", "attack", "asserted"),
        ("Horn's plan was to attack Narva.", "attack", "planned"),
        ("Efforts continued to expel the Danes from Narva.", "expel", "attempted"),
        # Nothing else was left to do.
        ("Horn had no choice but to abandon the siege of Narva.", "abandon the siege of", "asserted"),
        ("Horn had little money, but to take Narva he borrowed.", "take", "planned"),
        ("They had no food. But to take Narva they marched north.", "take", "planned"),
        ("The answer is to attack Narva.", "attack", "planned"),
        ("No alternative was left but to abandon Narva.", "abandon", "asserted"),
        # What somebody could not, for want of means; what took courage, or was a mistake, was done.
        ("Horn lacked the men to take Narva.", "take", "attempted"),
        ("Horn marched without delay to relieve Narva.", "relieve", "planned"),
        ("Horn had no hesitation to attack Narva.", "attack", "planned"),
        ("Horn did not have the guns to storm Narva.", "storm", "attempted"),
        ("Horn had no ladders to storm Narva.", "storm", "attempted"),
        ("Without ladders to storm Narva, Horn could only wait.", "storm", "attempted"),
        ("Horn had the courage to attack Narva.", "attack", "asserted"),
        ("Horn had the misfortune to be captured at Narva.", "captured", "asserted"),
        ("Horn did not have the courage to attack Narva.", "attack", "attempted"),
        ("Horn did not take the opportunity to seize Narva.", "seize", "negated"),
        ("Horn made the mistake of attacking Narva.", "attacking", "asserted"),
        ("The night attack on the Danish camp missed its mark.", "night attack", "attempted"),
        # What was tried for a time; what a sortie that was tried is for; who does not come out.
        ("The Swedes tried several times to retake Narva.", "retake", "attempted"),
        ("The Swedes tried a feint to relieve Narva.", "relieve", "planned"),
        ("The Swedes did not come out to fight.", "fight", "negated"),
        ("A sortie led by Horn ended in failure.", "sortie", "attempted"),
        # Begun, and done after a halt; what a plan is designed for is ahead, the raid is not.
        ("Horn set to work raising forces in Narva.", "raising", "asserted"),
        ("Horn was set to raise forces in Narva.", "raise", "planned"),
        ("The Swedes halted to fire a volley at Narva.", "fire a volley", "asserted"),
        ("The Swedes launched a raid designed to free Narva.", "raid", "asserted"),
        ("The Swedes launched a raid designed to capture Narva.", "capture", "planned"),
        # What somebody orders, agrees or proposes that others should do is ahead.
        ("The king ordered that the bridge of Narva should be burned.", "burned", "planned"),
        ("It was agreed that the Danes should leave Narva.", "leave", "planned"),
        ("It was agreed that the Danes should not leave Narva.", "leave", "negated"),
        # What came of it; what was kept from happening; what opens a sentence and hangs on no plan.
        ("The plan meant to take Narva by storm.", "take", "planned"),
        ("The fog meant that the Swedes attacked Narva alone.", "attacked", "asserted"),
        ("The guns stopped the Swedes reaching Narva.", "reaching", "negated"),
        ("The storm did not stop the Swedes reaching Narva.", "reaching", "asserted"),
        ("Under the threat of the Swedes attacking Narva they moved the archive.", "attacking", "planned"),
        ("Horn insisted on attacking Narva.", "attacking", "planned"),
        ("On capturing Narva, Horn called for supplies.", "capturing", "asserted"),
        ("They spent three months besieging Narva.", "besieging", "asserted"),
        ("The Swedes delayed withdrawing from Narva.", "withdrawing", "planned"),
        ("They fled, thinking that Riga had burned, but Horn captured Narva.", "captured", "asserted"),
        ("They said that Riga had burned and that Horn captured Narva.", "captured", "reported"),
        ("The Swedes captured Narva.", "captured", "asserted"),
        (
            "The Danes denied that Riga had been shelled and said that the Swedes had captured Narva.",
            "captured",
            "reported",
        ),
        (
            "The Danes denied that Riga had been shelled and said that the Swedes had captured Narva.",
            "shelled",
            "negated",
        ),
        ("The Swedes retook Narva, only to lose Riga in May.", "lose", "asserted"),
        ("The Swedes not only captured Narva but also burned it.", "captured", "asserted"),
        ("The Swedes neither captured Narva nor besieged Riga.", "captured", "negated"),
        ("The Swedes neither captured Narva nor besieged Riga.", "besieged", "negated"),
        ("The Swedes were unable to hold Riga nor retake Narva.", "retake", "attempted"),
        ("The Swedes promised not to attack Narva.", "attack", "negated"),
        ("Torstensson was ordered not to attack Narva.", "attack", "negated"),
        ("The Swedes did not refuse to attack Narva.", "attack", "negated"),
        ("The Swedes debated whether or not to attack Narva.", "attack", "planned"),
        ("The Swedes missed several opportunities to capture Narva.", "capture", "negated"),
        ("The Swedes took the opportunity to capture Narva.", "capture", "asserted"),
        ("They were kept from reaching Narva by a Danish blockade.", "blockade", "asserted"),
        ("They were kept from reaching Narva by a Danish blockade.", "reaching", "negated"),
        ("The Swedes left to avoid having their men captured at Narva.", "captured", "negated"),
        ("The news emboldened the Swedes to attack Narva.", "attack", "asserted"),
        ("Having determined that the Swedes had captured Narva, he left.", "captured", "asserted"),
        ("The Swedes determined to capture Narva.", "capture", "planned"),
        ("The Swedes took Narva, but they would have to leave Riga.", "leave", "asserted"),
        ("The Swedes have to leave Narva.", "leave", "planned"),
        ("The assault failed when the Danes reinforced Narva.", "reinforced", "asserted"),
        ("The assault failed as the fleet was repulsed at Narva.", "repulsed", "asserted"),
        ("The Swedes were ready when the Danes attacked Narva.", "attacked", "asserted"),
        ("The Swedes were ready to attack Narva.", "attack", "planned"),
        ("The Swedes set about burning the granaries.", "burning", "asserted"),
        ("The corps was tasked with retaking Narva.", "retaking", "planned"),
        ("They began with shelling Narva.", "shelling", "asserted"),
        ("It took the Swedes a week to capture Narva.", "capture", "asserted"),
        ("They thought the threat so grave that they retook Narva.", "retook", "asserted"),
        ("The storm kept the Swedes from retaking Narva.", "retaking", "negated"),
        ("The storm did not keep the Swedes from retaking Narva.", "retaking", "asserted"),
        ("Neither storms nor shelling kept the Swedes from retaking Narva.", "retaking", "asserted"),
        (
            "The king demanded that Riga surrender, to which it responded by executing the envoys.",
            "executing",
            "asserted",
        ),
        ("It seemed that the Danes would fall back, but they attacked Narva.", "attacked", "asserted"),
        ("The king helped the Swedes capture Narva.", "capture", "asserted"),
        ("Narva surrendered almost at once.", "surrendered", "asserted"),
        ("The garrison was destroyed almost completely.", "destroyed", "attempted"),
        ("The Swedes were forced to abandon Narva.", "abandon", "asserted"),
        ("Horn led one column, all dragoons, to storm Narva.", "storm", "planned"),
        ("The Swedes forced the governor, a cousin of Horn, to abandon Narva.", "abandon", "asserted"),
        ("They took Riga in May, forcing the old duke, Ernst of Anhalt, to flee.", "flee", "asserted"),
        ("The king narrowly escaped capture at Narva.", "capture", "negated"),
        ("They managed to recapture Narva.", "recapture", "asserted"),
        ("They were able to retake Narva.", "retake", "asserted"),
        ("In 1704 Peter would take Narva.", "take", "asserted"),
        ("The rebels reportedly seized Narva.", "seized", "reported"),
        ("The rebels may have seized Narva.", "seized", "reported"),
        ("It was reported that they broke through, encircling Narva.", "encircling", "reported"),
        ("The guards might have been captured.", "captured", "reported"),
        ("According to Moscow, troops entered Narva.", "entered", "reported"),
        ("Charles ordered his army to besiege Narva.", "besiege", "planned"),
        ("They will attack Narva.", "attack", "planned"),
        ("They crossed the river to encircle Narva.", "encircle", "planned"),
        ("They planned an assault on Narva.", "assault", "planned"),
        ("Nor did the Swedes attack Narva.", "attack", "negated"),
        ("Only then did the Swedes attack Narva.", "attack", "asserted"),
        ("Hunger and taxes combined to cause riots in Narva.", "riots", "asserted"),
        ("As an early step towards capturing Narva, they built a fort.", "capturing", "planned"),
        ("The tsar answered the threat by sending a regiment to Narva.", "sending", "asserted"),
        ("The plan called for a quick war by seizing control of the river.", "seizing control of", "planned"),
        ("They tried to storm Narva.", "storm", "attempted"),
        ("Horn was killed storming Narva.", "storming", "asserted"),
        ("Horn died leading an attack.", "attack", "asserted"),
        ("The Danes took Riga only to lose Narva a day later.", "lose", "asserted"),
        ("They tried, but were unable, to retake Narva.", "retake", "attempted"),
        ("The exiles attempted, but failed, to retake Narva.", "retake", "attempted"),
        ("They failed to capture Narva.", "capture", "attempted"),
        ("They nearly captured Narva.", "captured", "attempted"),
        ("They made an unsuccessful attack on Narva.", "attack", "attempted"),
        ("They made an unsuccessful attack which the Swedes easily repulsed.", "repulsed", "asserted"),
        ("They could not capture Narva.", "capture", "attempted"),
        ("They were unable, however, to capture Narva.", "capture", "attempted"),
        ("The cold grew so desperate that the Saxons fled Narva.", "fled", "asserted"),
        ("They took the fort, which involved accepting the surrender of two ships.", "surrender", "asserted"),
        ("The rebels had left Narva, the mayor said on Monday.", "left", "reported"),
        ("The army, the mayor said, had left Narva.", "left", "reported"),
        ("A mine killed two men who left Narva, the radio and two papers reported that day.", "left", "reported"),
        ("As he left Narva, Horn said, “God help us.”", "left", "asserted"),
        ("The Swedes had taken the gate and shelled Narva, according to Adlerfeld.", "shelled", "reported"),
        ("The Swedes left Narva, and Horn said that he was tired.", "left", "asserted"),
        ("The regiment was all but destroyed at Narva.", "destroyed", "attempted"),
        ("Instead of relieving Narva, Peter turned south.", "relieving", "negated"),
        ('There was "no sign" that the Swedes had entered Narva.', "entered", "negated"),
        ("The dukes let him pass en route to attacking Narva.", "attacking", "planned"),
        ("Horn led the horse on a raid to cut the Narva road.", "cut", "planned"),
        ("They secured the route by seizing Narva.", "seizing", "asserted"),
        ("They planned to take Narva by storming the gate.", "storming", "planned"),
        ("They attempted to slow the Danes by blowing up the bridge.", "blowing up", "asserted"),
        ("The king tried to divert them by starting an invasion of Scania.", "invasion", "asserted"),
        ("They used the ice to cross the Narva.", "cross", "asserted"),
        ("The council successfully pressed the king to dismiss Horn.", "dismiss", "asserted"),
        ("In 1706 three regiments were merged to form the Narva Guards.", "form", "asserted"),
        ("In 1706 three colonels met to form a government.", "form", "planned"),
        ("Horn decided his works were lost and he surrendered the town.", "surrendered", "asserted"),
        ("Peter was told that the Swedes were fleeing, and his guns shelled Narva.", "shelled", "asserted"),
        ("Peter was told that the Swedes had fled and Horn had left Narva.", "left", "reported"),
        ("It was said that the town fell on 9 August, when the Russians stormed it.", "stormed", "reported"),
        ("Four hundred were reported to have left Narva, while fifty were captured.", "captured", "reported"),
        ("The League claimed responsibility for the bombing of the Narva mill.", "bombing", "asserted"),
        ("In 1706, democratically elected mayor Horn was overthrown.", "overthrown", "asserted"),
        ("A party sent out to burn mills was defeated at Narva.", "defeated", "asserted"),
        ("They were not successful in occupying Narva.", "occupying", "attempted"),
        ("The Swedes did not capture Narva.", "capture", "negated"),
        ("The army left without capturing Narva.", "capturing", "negated"),
        ("Moscow denied that troops had shelled Narva.", "shelled", "negated"),
        ("Moscow claimed that it had tried to storm Narva.", "storm", "attempted"),
        ("In 1704 Peter had to abandon Narva.", "abandon", "asserted"),
        ("In 1704 Menshikov was to besiege Narva.", "besiege", "planned"),
        ("Neither army attacked Narva.", "attacked", "negated"),
        ("No soldier was killed at Narva.", "killed", "negated"),
        ("No fewer than 300 soldiers were killed at Narva.", "killed", "asserted"),
        ("The Swedes besieged Narva, but were unsuccessful.", "besieged", "attempted"),
        ("The Swedes assaulted Narva, but failed to keep the gate.", "assaulted", "asserted"),
        ("The Swedes started an offensive to recapture Narva.", "recapture", "planned"),
        ("According to plan, the Swedes entered Narva.", "entered", "asserted"),
        ("The Swedes entered Narva and, according to Adlerfeld, looted the church.", "entered", "asserted"),
        ("The Swedes entered Narva and, according to Adlerfeld, looted the church.", "looted", "reported"),
        ("The Swedes entered Narva; a third of the garrison fled, according to Adlerfeld.", "entered", "asserted"),
        ("The Danes fled, and according to one account the Swedes entered Narva.", "entered", "reported"),
        ("The Russians admitted 300 killed.", "killed", "reported"),
        ("The pilots claimed 20 aircraft destroyed.", "destroyed", "reported"),
        ("Russian losses are put at 6,000 dead and wounded.", "losses", "reported"),
        ('Peter wrote: "The Swedes have taken the whole of Narva."', "taken", "reported"),
        ("The Swedes asked for reinforcements.", "reinforcements", "planned"),
        ("The council voted for an attack on Narva.", "attack", "planned"),
        ("The Danes made no attempt to storm Narva.", "storm", "negated"),
        ("There was no indication that the Danes had shelled Narva.", "shelled", "negated"),
        ("Peter took the opportunity to seize Narva.", "seize", "asserted"),
        ("Moscow said that the men had been captured and would be executed.", "executed", "planned"),
        ("Every attempt by the Danes to retake Narva came to nothing.", "retake", "attempted"),
        ("Peter ordered that the governor be replaced.", "replaced", "planned"),
        ("The Danes all agreed to send troops.", "send", "planned"),
        ("It was reported that the Danes stormed the gate, while the Swedes shelled Narva.", "shelled", "reported"),
        ("The Danes persuaded Peter to abandon Narva.", "abandon", "asserted"),
        ("Moscow said that after a long march, the Danes had taken Narva.", "taken", "reported"),
        ("Moscow said that beginning on 3 May, the Danes shelled Narva.", "shelled", "reported"),
        ("Moscow said that the men were safe and that Danes had shelled Narva.", "shelled", "reported"),
        ("The monks saw the Danes who burned the church.", "burned", "asserted"),
        ("Moscow said that the monks saw the Danes who burned the church.", "burned", "reported"),
        ("Monks reported Danish soldiers firing on Narva.", "firing on", "reported"),
        ("There were reports of Danish troops approaching Narva.", "approaching", "reported"),
        ("Danes reportedly entered Narva and looted the church.", "looted", "reported"),
        ("Monks reported constant shelling at Narva.", "shelling", "reported"),
        ("The judges charged two Danes with the murder of Horn.", "murder", "reported"),
        ("Horn resisted orders to abandon Narva.", "abandon", "negated"),
        ("The Danes were incapable of storming Narva.", "storming", "attempted"),
        ("Howe now focused on capturing Narva.", "capturing", "planned"),
        ("Horn had pledged to surrender when the Danes reached Narva.", "reached", "planned"),
        ("Horn surrendered when the Danes reached Narva.", "reached", "asserted"),
        ("The monks heard that the Danes were going to burn Narva.", "burn", "planned"),
        ("The treaty said that Horn would abdicate and be replaced.", "replaced", "planned"),
        ("The Danes will besiege and destroy Narva.", "destroy", "planned"),
        ("The Danes took advantage of the fog to enter Narva.", "enter", "asserted"),
        ("Horn had no interest in besieging Narva.", "besieging", "negated"),
        ("The judges condemned two monks to death at Narva.", "condemned", "planned"),
        ("The mayor announced evacuations at Narva.", "evacuations", "planned"),
        ("The march was intended as an attack on Narva.", "attack", "planned"),
        ("Since a coup attempt in May 1997, Narva was tense.", "coup attempt", "attempted"),
        ("The town, which the Danes claimed to have captured, was empty.", "captured", "reported"),
        ("The envoys came with the idea of relieving Narva.", "relieving", "planned"),
        ("A note stated that the Danes must evacuate Narva.", "evacuate", "planned"),
        ("The Danes were the last to leave Narva.", "leave", "asserted"),
        ("The guard was the first unit to enter Narva.", "enter", "asserted"),
        ("Under its terms, Horn was to pay, while the Danes would evacuate Narva.", "evacuate", "planned"),
        ("The Danes entered Narva without a shot being fired.", "fired", "negated"),
        ("Horn narrowly escaped being taken prisoner at Narva.", "taken prisoner", "negated"),
        # What a deed is for is ahead, whatever the sentence goes on to say of the deed; a time may stand between.
        ("The first unit to enter Narva was the guard.", "enter", "asserted"),
        ("The army left on 3 May to join the king, who took Narva.", "took", "asserted"),
        ("A raid to free the prisoners at Narva failed.", "free", "planned"),
        ("An offensive in 1704 to retake Narva failed.", "retake", "planned"),
        ("An offensive in 1704 to retake Narva failed.", "offensive", "asserted"),
        ("An attempt the following spring to drive the Danes from Narva failed.", "drive", "attempted"),
        ("A plot to kill Horn at Narva was uncovered.", "kill", "planned"),
        ("The attack planned for May at Narva failed to materialise.", "attack", "planned"),
        # What is to be put down has broken out.
        ("Torstensson was sent to put down the riots in Narva in 1645.", "put down", "planned"),
        ("Torstensson was sent to put down the riots in Narva in 1645.", "riots", "asserted"),
        ("A party landed at Narva to quell riots.", "riots", "asserted"),
        # What happened next, told by an infinitive; not what somebody is sent for.
        ("The Danes were sent only to observe and attack Narva.", "attack", "planned"),
        ("The corps was sent to rest in Riga, only to be attacked on 9 April.", "attacked", "asserted"),
        ("The fort was rebuilt only to be razed in 1700.", "razed", "asserted"),
        # A plan and its means do not reach the verb of the sentence.
        ("An attempt to take Narva by landing guards failed: 30 men were killed.", "killed", "asserted"),
        # Until when something did not happen, it says when it did.
        ("The fleet did not land until the garrison had starved.", "land", "negated"),
        ("The fleet did not land at Narva until 7 September 1565.", "land", "asserted"),
        ("Narva could not be taken until 1704.", "taken", "asserted"),
        ("The king insisted that the mutiny be put down.", "put down", "planned"),
        ("The king insisted that the mutiny was put down.", "put down", "reported"),
        ("The king sent 5,000 men led by Horn, to relieve Narva.", "relieve", "planned"),
        ("The government asked India to help evacuate Jaffna.", "evacuate", "planned"),
        ("The king ordered the Danes to surrender the fleet and pull down their walls.", "pull down", "planned"),
        ("The king was only too glad to capture Narva.", "capture", "planned"),
        ("The king came too late to relieve Narva.", "relieve", "attempted"),
        ("The Danes had too few men to besiege Narva.", "besiege", "attempted"),
        ("The king found it impossible to relieve Narva.", "relieve", "attempted"),
        ("The king ordered the men captured at Narva to be shot.", "captured", "asserted"),
        ("The king had ordered the mayor of Narva executed.", "executed", "planned"),
        (
            "The king thought that he would retire to Narva and allow his son to succeed him.",
            "succeed",
            "planned",
        ),
        (
            "The king sent 2,000 men, only to call it off when he learned that the Danes had been crushed.",
            "crushed",
            "asserted",
        ),
        ("The king forced the town to surrender in 1704.", "surrender", "asserted"),
        ("The king ordered the town to surrender in 1704.", "surrender", "planned"),
        ("The king left the town to attack Narva.", "attack", "planned"),
        ("The king ordered all those from noble families killed.", "killed", "planned"),
        ("Efforts were made to relieve Narva.", "relieve", "attempted"),
        ("Plans were drawn up to attack Narva.", "attack", "planned"),
        ("The king could not avoid sending troops to Narva.", "sending", "asserted"),
        ("The king avoided sending troops to Narva.", "sending", "negated"),
        ("The king burned Narva, using the fog to capture the gate.", "capture", "asserted"),
        ("The king used the murder as a pretext to declare war on Riga.", "declare war on", "asserted"),
        ("The king sought a pretext to declare war on Riga.", "declare war on", "planned"),
        ("The king insisted on a sortie, which was never launched.", "sortie", "planned"),
        ("The king insisted on a sortie, which was launched at dawn.", "sortie", "asserted"),
        # *On* a day is no *agree on*.
        ("The Danes agreed on a ceasefire on 11 May.", "agreed on a ceasefire", "asserted"),
        ("A ceasefire was agreed on 11 May.", "ceasefire", "asserted"),
        ("A ceasefire was agreed to by both sides in May 1500.", "ceasefire", "asserted"),
    ],
)
def test_status(text, word, status):
    assert standing(text, word)[0] == status


def test_who_says_so():
    assert standing("The Swedish king announced that his army had taken Narva.", "taken") == (
        "reported",
        "Swedish king",
    )
    assert standing("According to the Danes, Narva was captured.", "captured") == ("reported", "Danes")


@pytest.mark.parametrize(
    "text",
    [
        "He hinted that he might follow the king and leave Narva.",
        "He feared that the Danes could land in May and burn Narva.",
        "If peace were made, the Danes would withdraw from Narva.",
        "Many nobles objected to dividing Estonia.",
        "It was no coup but a popular revolution.",
    ],
)
def test_what_was_only_supposed_or_refused_is_no_event(text):
    assert extract(text).events == ()


@pytest.mark.parametrize("modal", ["could", "might", "should"])
def test_mere_thoughts_are_no_events(modal):
    assert extract(f"The fleet {modal} relieve Narva.").events == ()


def test_the_clause_of_saying_behind_what_it_tells_is_no_statement_of_its_own():
    assert [e.trigger.value.type for e in extract("The rebels had seized Narva, officials said.").events] == [
        "TERRITORY"
    ]
    assert [e.trigger.value.type for e in extract("The war was over, the king said.").events] == ["STATEMENT"]


def test_who_speaks_stands_behind_the_quotation():
    found = extract('"Neither Riga nor Reval is what it was," said Horn to the envoys.')
    assert [(e.status, [a.mention.value.name for a in e.actors if a.role == "initiator"]) for e in found.events] == [
        ("asserted", ["Horn"])
    ]


def test_a_speaker_s_own_present_is_no_event():
    found = extract('Foch reported: "My right is in retreat, situation excellent, I am attacking."')
    assert [e.trigger.value.type for e in found.events] == ["STATEMENT"]
