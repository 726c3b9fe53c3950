"""Triggers and event nouns: what is none first, then what is one."""

import pytest

from pipeline import extract


def reported(text):
    found = extract(text)
    words = found.clean.text
    return [
        (words[e.trigger.start : e.trigger.end], f"{e.trigger.value.type}.{e.trigger.value.subtype}")
        for e in found.events
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1968 – Peace talks in Paris.",
        "They would attack Riga unless the Danes withdrew or gave up the fort.",
        "Parliament voted to cut taxes.",
        "In May he stood on the summit of Majuba.",
        "In May he climbed to the summit of Chunuk Bair.",
        "In May 1950 the division was left with 3,500 men.",
        "In May disaster struck on the way.",
        "In May the soldiers released 20 tons of grain.",
        "The fort built by the king is old.",
        "The war continued to 1648.",
        # Walls are no office, an array no foundation; who is blown off course is not destroyed, who faints not dead.
        "In 404 BC the treaty stripped Athens of its walls.",
        "The charge caused the Carthaginian formation to waver.",
        "In 1588 the ships were blown off course by a storm.",
        "In May Hemu fell unconscious.",
        # Who is left in want is posted nowhere.
        "In May 1982 the garrison was left without supplies.",
        "In May 1982 the brigade was left exposed at Lund.",
        # What a deed is taken for; a storm that scatters; one who came back.
        "The move was regarded as an attack on the king.",
        "Rome saw this as an attack on its allies.",
        "A storm scattered the armada off Algiers.",
        "The move made the crossing impossible.",
        "In May 1756 he commanded a ship equipped with twelve guns.",
        "In May 1943 the brigade was equipped with Sherman tanks.",
        "He withdrew from government administration in May.",
        "In May the general led a public relations drive.",
        "They had units scattered throughout the province.",
        "If the Turks were not stopped, all was lost.",
        "In May the marshal received dispatches from Riga.",
        "Night approached and rain began.",
        "The besieged city had little water.",
        "In May the council was made capable of making peace.",
        "The Tatars often raided Podolia.",
        "Every autumn the Tatars raided Podolia.",
        "Each time they attacked the squares, they lost men.",
        "Twice a year the khan would meet the envoys.",
        "The city has been besieged eleven times in its history.",
        "Over the centuries the castle was attacked by Danes and Scots.",
        "The tribe lived by raiding its neighbours.",
        "In 1700 the kingdom was at war with Denmark.",
        "They were seldom attacked.",
        "Command of the sea was lost.",
        "They nearly reached the point of no return.",
        "During the clashes, the shops stayed closed.",
        "The Battle of Hastings was the first major battle of the conquest.",
        "The city was under rebel control.",
        "He attacked the proposal in parliament.",
        "They took part in the parade.",
        "He fell ill in Vienna.",
        "The king fired the minister's portrait painter with enthusiasm.",
        "The two sides reached a conclusion.",
        "The march of history is slow.",
        "In March the weather was mild.",
        "The rebels might have relieved the fort.",
        "The army is based in Toulon.",
        "The captured guns were old.",
        "Critics maintained order in the hall.",
        "Casualties were heavy.",
        "If the enemy captured the bridge, all was lost.",
        "He feared being cut off.",
        "The navy was strong enough to invade other shores.",
        "The market closed because of the threat of shelling.",
        "The bill met stiff resistance in the Senate.",
        "The offensive had cost them dearly.",
        "He lived there. He wrote letters. He ate well. He saw plays. He sang. The party which wins the vote rules.",
        "The upper house was a chamber elected by the nobles.",
        "Mali was a weak king who never challenged the corsairs.",
        "Twelve infantry fighting vehicles stood in the yard.",
        "He served in the regular Russian armed forces.",
        "Newly captured French ports were in use.",
        "They kept a guard in case of an invasion by the Danes.",
        "The attack had been planned for months.",
        "The camp was surrounded by ten miles of marsh.",
        "The reform led to the loss of skills.",
        "In Moscow Orwell drew a map after he met a painter.",
        "Little progress was made.",
        "Congress was paralysed in May.",
        "The charges against the colonel were dropped in May.",
        "Men who wanted to fight in Mali wrote home.",
        "The Assembly voted no confidence in the minister.",
        "Civil liberties such as freedom of the press were suspended under the regime.",
        "The war began to turn against the Danes.",
        "When the war began, the king was in Rome.",
        "The invasion cost the Americans their base of support.",
        "The operation room staff failed to open the door.",
        "The attack was an infantry assault under fire.",
        "The battle ended in a draw.",
        "In May 1900 the cruisers were taken out of service for repairs.",
        "In May 1900 the steamers, driven off course, drifted to Narva.",
        "In 415 BC he had to face a charge of sacrilege.",
        "In May 1900 the envoy wound up in Narva.",
        # Illness strikes nobody down in battle; who shuts himself up is not besieged; part of something taken is no part taken.
        "Stricken with fever, the king rested.",
        "In May Jauregui shut himself up in the palace.",
        # What it was like to do something, what was not so, what a thing told before went on to.
        "The marshes made attacking the fort difficult.",
        "In May they mourned the death of General Horn.",
        "In May Horn secured his position.",
        "Had the Finns stayed at Narva, they might have been beaten.",
        "In May the revolt began to spread.",
        "In May the Danes took part in the parade of Holstein.",
        # What those who are counted are doing; where one goes, not that one went; a deed spoken of as such.
        "By June 1861 seven blockading ships lay off the bar.",
        "In 1641 the Dutch held the crossings of the Scheldt.",
        "The bridge provides a strategic crossing over the Vistula.",
        "Crossing the moat was nearly impossible.",
        "Capturing the fort required a siege train.",
        "Taking the ridge would have cost 2,000 men.",
        # A name that is taken, a force that drives, what one is committed to, foundations of no body.
        "In 1861 he took the name Alexander II.",
        "Kossuth was the president and driving force behind the assembly.",
        "Initially committed to Arab nationalism, Gaddafi later ruled by decree.",
        "In 1192 Muhammad of Ghor laid the foundations of Muslim rule in India.",
        # Of nouns behind *and* no verb is made; who joins somebody elsewhere; where a set of rules was.
        "He would bring the wall and link of the chain.",
        "The former set of rules was dropped in May.",
        "In 1901 his wife joined him in London.",
        "In May 1916 three civilians were caught in the crossfire.",
        # What stands for no force undergoes no fight.
        "The council heard three reports. In May it blocked them.",
        "In May 1920 the players met the fans and he stopped them.",
        # A group is no army, nor is a party of ministers; what gifts overwhelm; a centre is a place.
        "In May 1920 the club crushed its rivals in the championship.",
        "In May 1920 he pursued a party of ministers.",
        "In May 1920 a strait separated the island from Sicily.",
        "In May 1920 the price rose from 3 to 5 francs.",
        "In May 1920 the ship took on recruits at Kiel.",
        "In May 1970 he was joined on tour by Ringo Starr.",
        "In May 1920 the snow continued over the weekend.",
        # what one is known for as a habit, and how one fights, happens on no day
        "Known for pillaging settlers, the nomads now kept the peace.",
        "In 1763 the rebels adopted tactics of ambush and raids.",
        "They were so many that the town could be stormed.",
        # what one had the means or a chance to do
        "The British had the means to conduct counter-battery fire.",
        "In May 1916 the army had the opportunity to destroy the enemy.",
        "In May 1916 he would have no chance to become emperor.",
        # who held what is told of besides
        "The wave came to the positions occupied by the 18th Battalion.",
        "Thousands escaped the death penalty in 1980.",
        # a participle shares no object of another that closes no list
        "Recovering, going by Lund, he was happy in May 1308.",
        "In May 1708 athletes came in by going over the fencing.",
    ],
)
def test_no_event(text):
    assert reported(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What stands behind the particle of the second verb is done to by the first as well.
        (
            "Dutch frigates intercepted and drove off a French squadron.",
            [("intercepted", "BATTLE.attack"), ("drove off", "BATTLE.repel")],
        ),
        # No article, where a verb stands behind.
        (
            "In May 1813 most of the rebels either retreated or defected to the king.",
            [("retreated", "TERRITORY.withdraw"), ("defected", "POLITICS.split")],
        ),
        # So often, and no oftener.
        (
            "The Mamluks attacked the squares three times, each time being driven off.",
            [("attacked", "BATTLE.attack"), ("driven off", "BATTLE.repel")],
        ),
        # What goes on meanwhile, what is also called so, and what one had been in.
        ("As the fighting continued, a mob attacked the base.", [("attacked", "PROTEST.riot")]),
        (
            "A clash erupted in Lyon. Two of the men who had participated in the clash fled.",
            [("clash", "BATTLE.clash"), ("fled", "TERRITORY.withdraw")],
        ),
        # From what is known one flees; whose highway is blocked in protest, and on what civil thing one fires.
        (
            "They had crossed into Khost to escape the bombardment.",
            [("crossed into", "TERRITORY.advance"), ("escape", "HUMANITARIAN.displace")],
        ),
        ("Hundreds of people blocked a highway in protest.", [("blocked", "PROTEST.demonstrate")]),
        ("Gunmen opened fire on a bus near Mastung.", [("opened fire on", "VIOLENCE.assault")]),
        ("The camp was pelted with stones and burning oil by a crowd.", [("pelted", "PROTEST.riot")]),
        # How much larger, how heavily; what would be if.
        ("Horn drove the king's much larger army off the battlefield.", [("drove", "BATTLE.victory")]),
        ("The Frolic was even more heavily damaged.", [("damaged", "DESTRUCTION.destroy")]),
        ("A second attempt was beaten off.", [("attempt", "BATTLE.attack"), ("beaten off", "BATTLE.repel")]),
        # A row of deeds, a gathering that is attacked, days of fighting.
        ("He fought a number of battles against the Poles.", [("battles", "BATTLE.clash")]),
        (
            "A suicide bombing at a Houthi gathering in Sanaa killed 47 people.",
            [("suicide bombing", "REMOTE.bombing")],
        ),
        (
            "After a day and a night of fighting the garrison gave itself up.",
            [("fighting", "BATTLE.clash"), ("gave itself up", "AGREEMENT.surrender")],
        ),
        (
            "Hetman Zolkiewski, detached to stop them, first encircled 8,000 Russians.",
            [("detached", "MOVEMENT.deploy"), ("encircled", "TERRITORY.besiege")],
        ),
        # Chronicles in the present and in headlines.
        ("1991 – Suspected Tiger bomber kills former minister in Jaffna.", [("kills", "CASUALTY.killed")]),
        ("1990 June: LTTE kills hundreds of policemen in the east.", [("kills", "CASUALTY.killed")]),
        ("2004-2005 – Colonel Karuna breaks away from LTTE.", [("breaks away from", "POLITICS.split")]),
        ("1995, 2 December: Jaffna falls under army control.", [("falls under army control", "TERRITORY.capture")]),
        ("1947, August: India and Pakistan gain independence.", [("gain independence", "POLITICS.independence")]),
        ("1996, 18 July: Army camp overrun by the LTTE near Jaffna.", [("overrun", "TERRITORY.capture")]),
        ("1990 – Minister wounded in Colombo.", [("wounded", "CASUALTY.wounded")]),
        ("2002 – Landmark cease-fire signed after mediation.", [("signed", "AGREEMENT.ceasefire")]),
        ("1991 March – Kurdish uprising put down.", [("uprising", "POLITICS.revolt")]),
        (
            "1961 – Curfew imposed, opposition leaders jailed.",
            [("imposed", "PROTEST.crackdown"), ("jailed", "DETENTION.arrest")],
        ),
        ("1995 – War begins when rebels sink naval craft.", [("sink", "DESTRUCTION.sink")]),
        # Who said so of themselves, and what they then did.
        ("Refugees who oppose the accord fought with others.", [("fought", "BATTLE.clash")]),
        # Whose verb it is: behind a participle of fearing, behind two winds, behind an adjective with its infinitive, behind *first*.
        ("People fearing reprisals fled to Lyon.", [("fled", "HUMANITARIAN.displace")]),
        (
            "Columns attacking from the north and north east were repulsed.",
            [("attacking", "BATTLE.attack"), ("repulsed", "BATTLE.repel")],
        ),
        ("Men able to walk were sent to Riga.", [("sent", "MOVEMENT.deploy")]),
        ("The hetman, a brave man, first encircled Riga.", [("encircled", "TERRITORY.besiege")]),
        ("The fleet got blockaded in Toulon.", [("blockaded", "TERRITORY.besiege")]),
        ("He got captured at Ulm.", [("captured", "CASUALTY.captured")]),
        ("On 5 May 1862 he asked to remove the bodies of the dead.", []),
        ("On the French left, Horn drove back the Austrians.", [("drove back", "TERRITORY.advance")]),
        ("On the day the French left Narva, it rained.", [("left", "TERRITORY.withdraw")]),
        (
            "In May the army seized power and arrested elected leaders.",
            [("seized power", "POLITICS.coup"), ("arrested", "DETENTION.arrest")],
        ),
        ("In 283 BC the consul met with a disastrous defeat.", [("met with a disastrous defeat", "BATTLE.victory")]),
        ("In 1295 Philip signed an alliance with Scotland.", [("signed", "AGREEMENT.treaty")]),
        ("In 1066 William faced Harold at the Battle of Hastings.", [("faced", "BATTLE.clash")]),
        ("In 1066 Horn's continued northward advance alarmed Rome.", []),
        ("In 1807 Napoleon and Alexander met in Tilsit.", [("met", "AGREEMENT.negotiate")]),
        ("In 1190 violence occurred, including a massacre at York.", [("massacre", "VIOLENCE.massacre")]),
        ("In 1676 the Danes secured the position at Lund.", [("secured", "TERRITORY.capture")]),
        ("In 1809 the pair fled to Lund.", [("fled", "HUMANITARIAN.displace")]),
        ("In 1662 Prince Horn was turned over to the Danes.", [("turned over", "DETENTION.arrest")]),
        ("In 1941 the 2nd and 3rd Corps met near Minsk.", []),
        ("The Finns kept attacking the fort.", [("attacking", "BATTLE.attack")]),
        ("In May a revolt began to spread.", [("revolt", "POLITICS.revolt")]),
        ("In May 1904 the cruisers broke away from the enemy.", [("broke away from", "TERRITORY.withdraw")]),
        ("In May 1904 Finland broke away from Russia.", [("broke away from", "POLITICS.independence")]),
        ("In May 1904 the slave-army was stationed near Enna.", [("stationed", "MOVEMENT.deploy")]),
        ("In May 1904 Horn seized the post of Prime Minister.", [("seized the post of", "POLITICS.appoint")]),
        ("The consul was left to guard the city.", [("left", "MOVEMENT.deploy")]),
        ("In May 1904 Horn was left for dead.", []),
        ("His revolt ended in failure.", [("revolt", "POLITICS.revolt")]),
        ("On 5 May 1862 Horn attacked a poorly armed force.", [("attacked", "BATTLE.attack")]),
        ("In May 1796 the rider reached the army at Lodi.", [("reached", "MOVEMENT.arrive")]),
        ("In May 1796 the news reached the army at Lodi.", []),
        ("In 1878 the Second Afghan War began.", [("War", "BATTLE.clash")]),
        ("In May 1999 Operation Unceasing Waves III opened.", [("Operation", "BATTLE.offensive")]),
        ("In May 1800 towns such as Riga were sacked.", [("sacked", "VIOLENCE.assault")]),
        ("In May 1800 the oligarchs capitulated.", [("capitulated", "AGREEMENT.surrender")]),
        ("In May 1800 landsknechts climbed into the fort.", [("climbed", "TERRITORY.advance")]),
        ("The raid cost the British two ships in 1797.", [("cost", "CASUALTY.losses")]),
        ("The offensive failed to start.", [("offensive", "BATTLE.offensive")]),
        (
            "The Danes marched on Riga, but the attack failed.",
            [("marched on", "TERRITORY.advance"), ("attack", "BATTLE.attack")],
        ),
        ("The Danes attacked Riga. The attack failed.", [("attacked", "BATTLE.attack")]),
        (
            "After three days of protests the king abdicated.",
            [("protests", "PROTEST.demonstrate"), ("abdicated", "POLITICS.resign")],
        ),
        ("In May 1566 the body of the king was found.", []),
        ("In May 2015 the land was claimed by Peru.", []),
        ("In May 2015 a man drove a truck packed with explosives into the gate.", [("drove", "REMOTE.bombing")]),
        ("On 5 May 2015 FARC suspended its unilateral ceasefire.", [("suspended", "AGREEMENT.violate")]),
        ("On 5 May 1800 the captain struck the colours.", [("struck the colours", "AGREEMENT.surrender")]),
        ("On 5 May 1800 the Duke of Reed was captured.", [("captured", "CASUALTY.captured")]),
        ("On 5 May 1800 the Andrea Doria was captured.", [("captured", "TERRITORY.capture")]),
        ("In May 1879 the battery was overrun.", [("overrun", "BATTLE.victory")]),
        ("In 1461 Edward took York with hardly a blow struck.", [("took", "TERRITORY.capture")]),
        # Who has fought and flees retreats; who has not goes into exile.
        (
            "Dolgorukov overran the Crimea; Khan Selim fled to Constantinople.",
            [("overran", "TERRITORY.capture"), ("fled", "HUMANITARIAN.displace")],
        ),
        (
            "Varro was beaten by Hannibal and fled to Venusia.",
            [("beaten", "BATTLE.victory"), ("fled", "TERRITORY.withdraw")],
        ),
        ("The khan was abandoned by his vassals.", [("abandoned", "POLITICS.split")]),
        ("The fort was abandoned by its garrison.", [("abandoned", "TERRITORY.withdraw")]),
        ("The French overran two batteries.", [("overran", "TERRITORY.capture")]),
        ("The admiral sailed home in May.", [("sailed home", "TERRITORY.withdraw")]),
        (
            "Horn was captured and sent to Riga, where he was put to death.",
            [("captured", "CASUALTY.captured"), ("sent", "MOVEMENT.deploy"), ("put to death", "VIOLENCE.execution")],
        ),
        # Told once by verb and means; a man whom police stop is no army.
        ("The town was shelled by artillery fire.", [("shelled", "REMOTE.shelling")]),
        ("The bomber was stopped at a checkpoint.", []),
        # One happening told by a verb and its object; an office, an alliance; what the next verb does not share.
        ("Ethiopia received aid from Cuba.", [("received", "HUMANITARIAN.aid")]),
        ("The raid followed the accession of Selim in 1512.", [("accession", "POLITICS.appoint")]),
        (
            "The soldiers took control and suspended the constitution.",
            [("took control", "POLITICS.coup")],
        ),
        (
            "An army was sent in order to put down the revolt.",
            [("sent", "MOVEMENT.deploy"), ("put down", "PROTEST.crackdown")],
        ),
        ("His wives were captured by the Ottomans.", [("captured", "CASUALTY.captured")]),
        ("Ladysmith was invested and Estcourt threatened.", [("invested", "TERRITORY.besiege")]),
        # A title in quotation marks is given, not said; sight of somebody is no eyesight.
        ("The fleet lost sight of the Danes in the fog.", []),
        ('The barons proclaimed Louis "King of England".', [("proclaimed", "POLITICS.appoint")]),
        ("Charlemagne conquered the Saxons.", [("conquered", "TERRITORY.capture")]),
        ("The battleship concentrated her fire on the forts.", [("concentrated her fire", "BATTLE.attack")]),
        ("The Hood sank with most of her crew.", [("sank", "DESTRUCTION.sink")]),
        ("They launched a counter-attack on 4 May.", [("counter-attack", "BATTLE.counterattack")]),
        # What looks like a habit and is none.
        ("For the first time in its history the city was captured.", [("captured", "TERRITORY.capture")]),
        (
            "After centuries of rule by the Moors, the town was captured in 1236.",
            [("captured", "TERRITORY.capture")],
        ),
        # The name of a body is no treaty; a treaty with a name is one.
        ("He fought against the Entente in May 1915.", [("fought", "BATTLE.clash")]),
        ("The Warsaw Pact was signed on 14 May 1955.", [("signed", "AGREEMENT.treaty")]),
        # What rulers and cities of old do and suffer.
        ("The choice fell on his followers.", []),
        ("The king was beaten at chess.", []),
        ("The general was humbled by the support of his friends.", []),
        ("He was held on a false charge in May 1597.", []),
        ("Yunfa fell on his followers at Tabkin in June 1804.", [("fell on", "BATTLE.attack")]),
        ("Hideyoshi hurled 158,000 men at Korea.", [("hurled", "BATTLE.attack")]),
        ("Rouen was reduced by hunger in January 1419.", [("reduced", "TERRITORY.capture")]),
        ("The city finally succumbed in July 332 BC.", [("succumbed", "TERRITORY.capture")]),
        ("The king was beaten at Zama in 202 BC.", [("beaten", "BATTLE.victory")]),
        ("That day 15,000 men were taken into captivity.", [("taken into captivity", "CASUALTY.captured")]),
        ("His wife and children fell into Macedonian hands.", [("fell into Macedonian hands", "CASUALTY.captured")]),
        ("The ghazis swore a truce in 1444.", [("truce", "AGREEMENT.ceasefire")]),
        ("Kano and Zaria threw off their kings in 1808.", [("threw off", "POLITICS.revolt")]),
        ("The emperor was carried off to Babylon in 597 BC.", [("carried off", "VIOLENCE.abduction")]),
        ("The sultan had the patriarch strung up at Easter.", [("strung up", "VIOLENCE.execution")]),
        ("He had himself crowned at Raigad in 1674.", [("had himself crowned", "POLITICS.appoint")]),
        ("Constantius made him master of the horse in 356.", [("made", "POLITICS.appoint")]),
        (
            "Basil had the bishop seized and put to death.",
            [("seized", "CASUALTY.captured"), ("put to death", "VIOLENCE.execution")],
        ),
        (
            "Hulagu had the caliph detained and his sons put to death.",
            [("detained", "DETENTION.arrest"), ("put to death", "VIOLENCE.execution")],
        ),
        ("Zengi himself narrowly got away.", [("got away", "TERRITORY.withdraw")]),
        ("Bukka united the southern kingdoms in 1346.", [("united", "POLITICS.join")]),
        ("Minamoto went back to Kamakura in 1181.", [("went back to", "MOVEMENT.arrive")]),
        ("Tiberius had the Marcomanni surprised at night.", [("surprised", "BATTLE.attack")]),
        ("Ghent rose in September 1379.", [("rose", "POLITICS.revolt")]),
        (
            "Abandoned by his emirs, the sultan fled.",
            [("Abandoned", "POLITICS.split"), ("fled", "HUMANITARIAN.displace")],
        ),
        ("In 1262 his vassals abandoned him.", [("abandoned", "POLITICS.split")]),
        ("Some 3,000 Saxons fell at Bouvines.", [("fell", "CASUALTY.killed")]),
        ("The sacking of Thessalonica in 904 shocked the court.", [("sacking", "VIOLENCE.assault")]),
        ("The sacking of the vizier in 1876 angered the army.", [("sacking", "POLITICS.resign")]),
        ("At night a deserter opened one of the gates to the Goths.", [("opened", "AGREEMENT.surrender")]),
        (
            "In 1229 Jaffa returned to the control of the Franks.",
            [("returned to the control of", "TERRITORY.recapture")],
        ),
        ("The palace opened one of its gates to the public.", []),
        ("In 1985 the country returned to civilian rule.", []),
        ("Decius was proclaimed by the legions in 249.", [("proclaimed", "POLITICS.appoint")]),
        ("Totila took the town by surprise in 546.", [("took", "TERRITORY.capture")]),
        (
            "Otto fell on the Magyars and dispersed them.",
            [("fell on", "BATTLE.attack"), ("dispersed", "BATTLE.victory")],
        ),
        ("In 536 the fugitive king had his throat cut.", [("cut", "CASUALTY.killed")]),
        ("In 1173 William wasted Cumberland.", [("wasted", "VIOLENCE.assault")]),
        ("In 1278 Rudolf received the homage of the Austrians.", [("received the homage of", "POLITICS.join")]),
        ("In 1315 the bishop bought a truce.", [("truce", "AGREEMENT.ceasefire")]),
        ("Caracalla's guards made away with him in 217.", [("made away with", "VIOLENCE.assassination")]),
        ("The reform did away with the tithe.", []),
        ("Harold wasted a year in Rouen.", []),
        (
            "Harald took Jutland and in 965 parcelled out Vendsyssel among his men.",
            [("took", "TERRITORY.capture"), ("parcelled out", "TERRITORY.transfer")],
        ),
        ("In 1071 Alp Arslan treated with the envoys.", [("treated with", "AGREEMENT.negotiate")]),
        ("In 1204 they had the old emperor's eyes put out.", [("put out", "VIOLENCE.assault")]),
        ("In 1336 Bukka won over the chief of Penukonda.", [("won over", "POLITICS.join")]),
        ("In 1189 Conrad sent to Sicily for help.", [("sent", "STATEMENT.demand")]),
        ("In 52 BC Caesar reduced Avaricum.", [("reduced", "TERRITORY.capture")]),
        ("In 46 BC Caesar reduced Numidia to a province.", []),
        ("The firemen put out the blaze in May.", []),
        ("In 587 BC the survivors were led away in chains.", [("led away", "CASUALTY.captured")]),
        ("In 1184 Kanehira made his final stand at Awazu.", [("made his final stand", "BATTLE.clash")]),
        ("In 1183 the Minamoto host lost to the Taira at Mizushima.", [("lost to", "BATTLE.victory")]),
        ("In 927 he established Kim Bu as the next king.", [("established", "POLITICS.appoint")]),
        ("In 1082 Serbia became a vassal of the emperor.", [("became a vassal of", "POLITICS.join")]),
        ("In 911 Charles granted Normandy to Rollo.", [("granted", "TERRITORY.transfer")]),
        ("In 1069 William harried the North.", [("harried", "VIOLENCE.assault")]),
        ("In 331 BC the Persians were overthrown at Gaugamela.", [("overthrown", "BATTLE.victory")]),
        ("In 1185 the mob tore him to pieces.", [("tore", "CASUALTY.killed")]),
        ("In 1146 many lords took the cross.", [("took the cross", "POLITICS.join")]),
        ("In 1139 his daughter was given in marriage to the count.", []),
        ("In 1950 the academy awarded the prize to Russell.", []),
        ("The drought united the tribes.", []),
        ("The name goes back to Gaul.", []),
        ("Apple shares rose in September 2012.", []),
        ("Austria had itself declared war on Serbia in 1914.", [("declared war on", "POLITICS.declare_war")]),
        ("In 1421 the Greeks set free Mustafa.", [("set free", "DETENTION.release")]),
        ("Peace was patched up in December 1614.", [("patched up", "AGREEMENT.treaty")]),
        ("He fell at the feet of the sultan in May.", []),
        ("Tantia was betrayed by one of his men.", []),
        ("The troops were decimated by fever.", []),
        ("On 24 September 1877 he fell at Shiroyama.", [("fell", "CASUALTY.killed")]),
        ("About 11,000 dervishes lay dead on the plain.", [("lay dead", "CASUALTY.killed")]),
        ("Half of the army was carried off by plague before Naples.", [("carried off", "CASUALTY.killed")]),
        ("Edo was handed over without bloodshed on 3 May 1868.", [("handed over", "TERRITORY.transfer")]),
        ("Theodosiopolis was betrayed by its governor.", [("betrayed", "TERRITORY.transfer")]),
        ("Sobraon was carried with the bayonet in 1846.", [("carried with the bayonet", "TERRITORY.capture")]),
        ("A holy league was concluded at Rome in 1495.", [("concluded", "AGREEMENT.treaty")]),
        ("Pollock forced the Khyber in 1842.", [("forced", "TERRITORY.advance")]),
        ("He made a solemn entry into Rome on 31 December 1494.", [("entry into", "TERRITORY.advance")]),
        ("Pope Julius lifted his interdict and turned against the French.", [("turned against", "POLITICS.split")]),
        # A reflexive of a phrase stands for any.
        ("The mayor defied the court for years.", []),
        ("Lincoln carried Ohio with half of the votes.", []),
        ("A relieving host hurled itself on the lines.", [("hurled itself on", "BATTLE.attack")]),
        ("The town gave itself up in May 1522.", [("gave itself up", "AGREEMENT.surrender")]),
        ("Acre defied him for two months.", [("defied", "BATTLE.repel")]),
        (
            "In 1799 he entered Syria and carried El Arish.",
            [("entered", "TERRITORY.advance"), ("carried", "TERRITORY.capture")],
        ),
        ("Eight assaults were hurled back.", [("assaults", "BATTLE.attack"), ("hurled back", "BATTLE.repel")]),
        ("New Netherland was left in English hands in 1667.", [("left in English hands", "TERRITORY.transfer")]),
        ("Shi Siming rose again in 758.", [("rose", "POLITICS.revolt")]),
        # What a phrase holds behind its object, or in the subject of its passive.
        ("The cavalry put the hussars to flight at Gniew.", [("put", "BATTLE.victory")]),
        ("The flag of revolt was raised at Ghent.", [("raised", "POLITICS.revolt")]),
        ("A flag was raised at Ghent.", []),
        # Who lifts a siege: the besieger, or who comes to relieve.
        ("Sobieski lifted the siege of Vienna.", [("lifted", "TERRITORY.relieve")]),
        (
            "The Jin army lifted the siege and withdrew.",
            [("lifted the siege", "TERRITORY.withdraw"), ("withdrew", "TERRITORY.withdraw")],
        ),
        # Troops take refuge, people flee.
        ("The villagers took refuge in the fort.", [("took refuge in", "HUMANITARIAN.displace")]),
        ("The defeated regiments took refuge in the fort.", [("took refuge in", "TERRITORY.withdraw")]),
        (
            "Following the fall of Baghdad on 9 April 2003, looting spread.",
            [("fall", "TERRITORY.capture"), ("looting", "VIOLENCE.assault")],
        ),
        ("Fighting broke out near Ypres.", [("Fighting", "BATTLE.clash")]),
        ("In 1648 the Tatars often raided Podolia.", [("raided", "BATTLE.raid")]),
        ("Each corps attacked Riga.", [("attacked", "BATTLE.attack")]),
        ("They criticised the king for refusing to yield Riga.", [("criticised", "STATEMENT.condemn")]),
        ("In May Ney was assigned to posts in Metz.", [("assigned to", "MOVEMENT.deploy")]),
        ("Justinian sent an expedition to Italy in 535.", [("sent", "MOVEMENT.deploy")]),
        ("Charles led an expedition to Tunis in 1535.", [("expedition", "BATTLE.offensive")]),
        ("The colony was transferred to Spain in 1763.", [("transferred", "TERRITORY.transfer")]),
        ("In 1848 violence erupted in Milan.", [("violence", "VIOLENCE.assault")]),
        ("In 1812 cavalry attacked Riga.", [("attacked", "BATTLE.attack")]),
        (
            "The brig anchored off Brest, arriving just before noon.",
            [("anchored", "MOVEMENT.arrive"), ("arriving", "MOVEMENT.arrive")],
        ),
        ("They criticised the tsar for moving too slowly in his reforms.", [("criticised", "STATEMENT.condemn")]),
        ("The army moved quickly into Bavaria.", [("moved quickly into", "TERRITORY.advance")]),
        ("Austria intervened in Naples by sending troops to Capua.", [("sending", "MOVEMENT.deploy")]),
        ("The Danes were driven off the field at Fyrisvellir.", [("driven off the field", "BATTLE.victory")]),
        ("Street fighting erupted in Berlin.", [("Street fighting", "BATTLE.clash")]),
        ("When fighting broke out, they returned to survey the damage.", [("fighting", "BATTLE.clash")]),
        ("He led hundreds of fighters out of Grozny.", [("led", "TERRITORY.advance")]),
        ("There was bloody hand-to-hand fighting in the city.", [("hand-to-hand fighting", "BATTLE.clash")]),
        (
            "They managed to either rout or scatter the Danes.",
            [("rout", "BATTLE.victory"), ("scatter", "BATTLE.victory")],
        ),
        ("Militias torched her family's home in 2003.", [("torched", "DESTRUCTION.destroy")]),
        ("Iraq launched surprise air strikes on ten airfields.", [("air strikes", "REMOTE.airstrike")]),
        ("An airstrike struck the depot in Hama.", [("airstrike", "REMOTE.airstrike")]),
        ("A truck bomb exploded in Baghdad.", [("exploded", "REMOTE.bombing")]),
        ("The Tamil Tigers attacked the base.", [("attacked", "BATTLE.attack")]),
        ("Fire gutted the old mill at Hull.", [("gutted", "DESTRUCTION.destroy")]),
        (
            "He ordered Starnes to go to Hull, cut the telegraph, tear up the track and attack the stockade.",
            [
                ("go to", "MOVEMENT.arrive"),
                ("cut", "DESTRUCTION.destroy"),
                ("tear up", "DESTRUCTION.destroy"),
                ("attack", "BATTLE.attack"),
            ],
        ),
        ("Advancing west from Hull, they saw nobody.", [("Advancing", "TERRITORY.advance")]),
        ("Hull fought a short but desperate battle near the pass.", [("battle", "BATTLE.clash")]),
        ("He led the Hussites in the Battle of Vitkov (1420).", [("Battle", "BATTLE.clash")]),
        ("It led to a string of victories against the rebels.", [("victories", "BATTLE.victory")]),
        ("The king was not pleased, and sent an army north.", [("sent", "MOVEMENT.deploy")]),
        ("The column was all but annihilated.", [("annihilated", "BATTLE.victory")]),
        (
            "They left Hull and marched southeast, their flanks screened by horsemen.",
            [("left", "TERRITORY.withdraw"), ("marched", "TERRITORY.advance")],
        ),
        # A battle that is named as where the deed was done is no second event.
        ("The Danes were routed at the Battle of Lund on 4 December.", [("routed", "BATTLE.victory")]),
        ("The general was killed in the fighting on 13 April.", [("killed", "CASUALTY.killed")]),
        ("The Danes won another victory in May.", [("victory", "BATTLE.victory")]),
        ("The Austrians counter attacked near Asiago.", [("attacked", "BATTLE.counterattack")]),
        ("The Germans began an all out advance on Kursk.", [("advance", "TERRITORY.advance")]),
        (
            "They took the port by storming surrounding villages.",
            [("took", "TERRITORY.capture"), ("storming", "BATTLE.attack")],
        ),
        (
            "While others fled, isolated units fought the Turks.",
            [("fled", "HUMANITARIAN.displace"), ("fought", "BATTLE.clash")],
        ),
        ("Soult marched early on the 19th.", [("marched", "MOVEMENT.arrive")]),
        (
            "They meant to destroy the army, secure the railways and capture airfields.",
            [("destroy", "BATTLE.victory"), ("secure", "TERRITORY.capture"), ("capture", "TERRITORY.capture")],
        ),
        ("Foster led an 800-man combined force from Lexington to Hull.", [("led", "TERRITORY.advance")]),
        ("The shells began to damage the traverse.", [("damage", "DESTRUCTION.destroy")]),
        ("A car bombing took place in Beirut.", [("car bombing", "REMOTE.bombing")]),
        ("The Danes pushed the garrison back.", [("pushed", "TERRITORY.advance")]),
        ("They established full control over Lwow.", [("established full control over", "TERRITORY.capture")]),
        ("The assault against Kars was repelled.", [("assault", "BATTLE.attack"), ("repelled", "BATTLE.repel")]),
        ("The army took 300 prisoners and the town of Vitoria.", [("took 300 prisoners", "CASUALTY.captured")]),
        ("The Royal Navy put two cruisers out of action.", [("put", "DESTRUCTION.destroy")]),
        ("Vienna announced the start of Operation Spring.", [("Operation", "BATTLE.offensive")]),
        ("The minister said that the troops had crossed the Prut.", [("crossed", "TERRITORY.advance")]),
        ("The rebels lifted the siege of Orleans.", [("lifted", "TERRITORY.relieve")]),
        ("An offensive that the army had opened in May soon stalled.", [("offensive", "BATTLE.offensive")]),
        ("He lured the consul into an ambush near the lake.", [("ambush", "BATTLE.ambush")]),
        ("General Paulus was captured on 31 January.", [("captured", "CASUALTY.captured")]),
        ("Three MiG-23s attacked the airport.", [("attacked", "REMOTE.airstrike")]),
        ('"We have no wish for war," said Sarkozy.', [("said", "STATEMENT.claim")]),
        (
            "The army seized and burned the port of Acre.",
            [("seized", "TERRITORY.capture"), ("burned", "DESTRUCTION.destroy")],
        ),
        ("The victors lost between 5,700 and 8,000 men.", [("lost", "CASUALTY.losses")]),
        ("Madero and Suárez were both assassinated.", [("assassinated", "VIOLENCE.assassination")]),
        (
            "It resulted in the dismissal of ministers and the arrest of officers.",
            [("dismissal", "POLITICS.resign"), ("arrest", "DETENTION.arrest")],
        ),
        ("Russian shelling killed a boy.", [("shelling", "REMOTE.shelling")]),
        ("Hamilcar died in battle in 228 BC.", [("died", "CASUALTY.killed")]),
        ("London sent aid to Greece.", [("aid", "HUMANITARIAN.aid")]),
        (
            "Hébert and Danton were charged with treason, tried and guillotined.",
            [("guillotined", "VIOLENCE.execution")],
        ),
        (
            "The Danes were beaten and retreated to Aarhus.",
            [("beaten", "BATTLE.victory"), ("retreated", "TERRITORY.withdraw")],
        ),
        (
            "Miletus was then besieged, captured, and razed.",
            [("besieged", "TERRITORY.besiege"), ("captured", "TERRITORY.capture"), ("razed", "DESTRUCTION.destroy")],
        ),
        ("Angered by hunger, a mutiny erupted at Kronstadt.", [("mutiny", "POLITICS.revolt")]),
        (
            "After the defeat at Savenay, the column dispersed.",
            [("defeat", "BATTLE.victory"), ("dispersed", "TERRITORY.withdraw")],
        ),
        ("After the defeat at Savenay, the column fell ill.", [("defeat", "BATTLE.victory")]),
        ("Rebels shelled a part of the town with chlorine.", [("shelled", "REMOTE.chemical")]),
        ("A counter-attack reached the survivors.", [("counter-attack", "BATTLE.counterattack")]),
        ("Its first raid netted four men.", [("raid", "BATTLE.raid")]),
        ("Fighting in the Askari district lasted until dawn.", [("Fighting", "BATTLE.clash")]),
        (
            "Casualties amounted to 2,293 killed and 1,700 missing, of whom 80 were shot.",
            [("Casualties", "CASUALTY.losses")],
        ),
        ("Bern described the strike as an act of terrorism.", [("described", "STATEMENT.condemn")]),
        ("The envoy branded the raid a crime.", [("branded", "STATEMENT.condemn")]),
        ("Bern said that it had not confirmed any losses.", [("said", "STATEMENT.claim")]),
        ("The report found that supplies were short.", [("found", "STATEMENT.claim")]),
        (
            "The rebels were shelled. They fled along the road.",
            [("shelled", "REMOTE.shelling"), ("fled", "TERRITORY.withdraw")],
        ),
        (
            "Villagers were shelled in May. They fled to Riga.",
            [("shelled", "REMOTE.shelling"), ("fled", "HUMANITARIAN.displace")],
        ),
        ("The walls were to protect the besiegers from sorties.", []),
        ("The fall of Minorca exposed Malta to invasion.", [("fall", "TERRITORY.capture")]),
        (
            "After the fall of General Horn in 1959 they fled.",
            [("fall", "POLITICS.coup"), ("fled", "HUMANITARIAN.displace")],
        ),
        ("The riot of 3 May 1965 caused 40 deaths.", [("riot", "PROTEST.riot")]),
        ("Horn left 500 men at Kiel to guard the bridge.", [("left", "MOVEMENT.deploy")]),
        ("Horn left the cavalry in 1757.", []),
        ("The squadron silenced the batteries at Kars.", [("silenced", "DESTRUCTION.destroy")]),
        ("The speech silenced the critics.", []),
        ("The brigade held out the whole day.", [("held out", "BATTLE.repel")]),
        ("The truce held out some hope.", []),
        ("The main Axis advance was held.", [("advance", "TERRITORY.advance"), ("held", "BATTLE.repel")]),
        ("Narva was a suitable base for raids on Riga.", []),
        ('Smith has called the siege "the worst defeat of the war".', []),
        ("Horn died in 1704 (see Battle of Narva).", [("died", "CASUALTY.killed")]),
        (
            "A truce was signed in May, but the ceasefire broke down.",
            [("signed", "AGREEMENT.ceasefire"), ("broke down", "AGREEMENT.violate")],
        ),
        ("A ceasefire was called that day.", [("ceasefire", "AGREEMENT.ceasefire")]),
        (
            "The League announced that it would observe a truce starting on 15 December.",
            [("truce", "AGREEMENT.ceasefire")],
        ),
        ("In May Sweden had entered into a pact with Poland.", [("pact", "AGREEMENT.treaty")]),
        ("The army took the hills surrounding Narva.", [("took", "TERRITORY.capture")]),
        ("Troops armed with pikes arrived in May.", [("arrived", "MOVEMENT.arrive")]),
        ("Relatives of those executed at Narva fled to Riga in May.", [("fled", "HUMANITARIAN.displace")]),
        ("Horn defeated him in a running battle at Narva on 1 April.", [("defeated", "BATTLE.victory")]),
        ("The fleet was reported to comprise 1,500 ships.", []),
        ("Only the cavalry remained in a fit state to fight.", []),
        ("The second siege of Narva was a battle fought in 1704.", []),
        ("The Battle of Polotsk was a military engagement during the 1812 French invasion of Russia.", []),
        (
            "The Battle of Tavastehus was an engagement that took place as part of the offensive during the 1808 Russian invasion of Finland.",
            [],
        ),
        (
            "The siege was fought during the 1812 French invasion of Russia.",
            [("siege", "TERRITORY.besiege")],
        ),
        (
            "The Battle of Narva, also known as Operation Elk or the Battle of the Ice, was fought in 1704.",
            [("Battle", "BATTLE.clash")],
        ),
        ("The fighting ended in March 1704 with the signing of a truce.", [("signing", "AGREEMENT.treaty")]),
        ("Fighting ended in March 1704.", [("Fighting", "BATTLE.clash")]),
        ("The battle is considered the first victory of the war.", []),
        ("In August 1915 the battalion took part in the Battle of Lone Pine.", [("Battle", "BATTLE.clash")]),
        ("In August 1915 the battalion took part in the fighting.", [("took part in", "BATTLE.clash")]),
        ("A militia led by Horn, a bishop, joined them.", [("joined", "MOVEMENT.reinforce")]),
        (
            "Militants fled. Police said they had seized a car.",
            [("fled", "TERRITORY.withdraw"), ("seized", "TERRITORY.capture")],
        ),
        ("After the 1862 midterm elections, the mood changed.", [("midterm elections", "POLITICS.elect")]),
        ("Moloto claimed responsibility for the attack.", [("claimed responsibility for", "STATEMENT.claim")]),
        ("In October 1701 the king concluded an alliance with Denmark.", [("alliance", "POLITICS.join")]),
        ("On 13 July 1793, the assassination of Marat led to terror.", [("assassination", "VIOLENCE.assassination")]),
        ("Both sides suspended fighting in May.", [("suspended fighting", "AGREEMENT.ceasefire")]),
        (
            "The party was purged by the arrest and execution of monks.",
            [("purged", "PROTEST.crackdown"), ("arrest", "DETENTION.arrest"), ("execution", "VIOLENCE.execution")],
        ),
        ("Nobles criticised him for not assuming the regency.", [("criticised", "STATEMENT.condemn")]),
        ("After the truce, Talaat, Enver and Djemal fled the country.", [("fled", "HUMANITARIAN.displace")]),
        ("Mali formally withdrew from the truce in January 2008.", [("withdrew from", "AGREEMENT.violate")]),
        ("Soldiers opened fire on the demonstrators.", [("opened fire on", "PROTEST.crackdown")]),
        ("A spokesman said the army would respond in kind.", [("said", "STATEMENT.claim")]),
        (
            "United States Secretary of War Stanton said that the town was safe.",
            [("said", "STATEMENT.claim")],
        ),
        ("Lyman, held by Ukraine, was shelled in May.", [("shelled", "REMOTE.shelling")]),
        ("The tsar and his family were shot at Yekaterinburg.", [("shot", "VIOLENCE.execution")]),
        ("The resignation of the minister was announced on 3 May.", [("resignation", "POLITICS.resign")]),
        ("The strike spread to the docks.", [("spread to", "PROTEST.strike")]),
        ("The year saw fighting near Ypres.", [("fighting", "BATTLE.clash")]),
        # *saw* takes a noun phrase and what it does; an attack may be all that was seen.
        ("The winter saw a second attack on Kiel.", [("attack", "BATTLE.attack")]),
        ("The year saw the Danes attack Kiel.", [("attack", "BATTLE.attack")]),
        ("1758 saw a Prussian army under Dohna defeat Fermor.", [("defeat", "BATTLE.victory")]),
        ("1944 saw the Red Army advance into Poland.", [("advance", "TERRITORY.advance")]),
        (
            "The garrison was reinforced and beat back the attack.",
            [("reinforced", "MOVEMENT.reinforce"), ("beat back", "BATTLE.repel")],
        ),
        (
            "They went on to beat off relief attempts and breach the walls.",
            [("beat off", "BATTLE.repel"), ("breach", "TERRITORY.advance")],
        ),
        ("The division struck the Union left flank.", [("struck", "BATTLE.attack")]),
        # Troops by what stands before their group; what is pushed back, whatever is said of it between.
        ("A Soviet tank group moved northwest.", [("moved", "TERRITORY.advance")]),
        ("A church group moved northwest.", []),
        ("A group of rebels crossed at Kumba.", [("crossed", "TERRITORY.advance")]),
        ("The Finns pushed the units holding the road back.", [("pushed", "TERRITORY.advance")]),
        (
            "The Finns fought the men pulling their guns back.",
            [("fought", "BATTLE.clash"), ("pulling", "TERRITORY.withdraw")],
        ),
        ("The gunners shot down two more Mi-8s.", [("shot down", "DESTRUCTION.shootdown")]),
        ("They blew up nearly 40 bridges.", [("blew up", "DESTRUCTION.destroy")]),
        ("Two companies entered Kharkiv proper.", [("entered", "TERRITORY.advance")]),
        ("The second assault was repulsed.", [("assault", "BATTLE.attack"), ("repulsed", "BATTLE.repel")]),
        ("The army began an offensive aimed at the capital.", [("offensive", "BATTLE.offensive")]),
        (
            "The regiment fought at the siege of Menin in 1706, the siege of Lille and the capture of Tournai.",
            [
                ("fought", "BATTLE.clash"),
                ("siege", "TERRITORY.besiege"),
                ("siege", "TERRITORY.besiege"),
                ("capture", "TERRITORY.capture"),
            ],
        ),
        ("The tsar armed in response to the invasion of Serbia.", [("invasion", "BATTLE.attack")]),
        ("Shops closed following the 15 May demonstration.", [("demonstration", "PROTEST.demonstrate")]),
        ("The law was passed following the rising of 1715.", [("rising", "POLITICS.revolt")]),
        ("After two years of negotiations in Ghent, the mood changed.", [("negotiations", "AGREEMENT.negotiate")]),
        ("Selim's arrival at Varna induced the pope to pray.", [("arrival", "MOVEMENT.arrive")]),
        (
            "The League demanded an end to the blockade of Narva.",
            [("blockade", "TERRITORY.besiege")],
        ),
        ("The king founded a party called the Front.", [("founded", "POLITICS.found")]),
        (
            "The tsar sought the recall of the regiments sent to Malta.",
            [("recall of", "TERRITORY.withdraw"), ("sent", "MOVEMENT.deploy")],
        ),
        (
            "With the bridge captured, the army went home.",
            [("captured", "TERRITORY.capture"), ("went home", "TERRITORY.withdraw")],
        ),
        (
            "After a heavy, concentrated artillery barrage, the guards withdrew.",
            [("artillery barrage", "REMOTE.shelling"), ("withdrew", "TERRITORY.withdraw")],
        ),
        ("On 26 February, fighting in Narva continued.", [("fighting", "BATTLE.clash")]),
        ("The envoy stated that fighting in Narva continued.", [("fighting", "BATTLE.clash")]),
        ("She survived the attack on Manila in 1941 undamaged.", [("attack", "BATTLE.attack")]),
        ("A Soviet attack from the north split the town in two.", [("attack", "BATTLE.attack")]),
        ("The queen provided training and arms to the rebels.", [("provided", "HUMANITARIAN.aid")]),
        ("The king let him set up a new party.", [("set up", "POLITICS.found")]),
        ("The army pursued those responsible.", [("pursued", "TERRITORY.advance")]),
        (
            "Rebels entered the city, attacking government troops.",
            [("entered", "TERRITORY.advance"), ("attacking", "BATTLE.attack")],
        ),
        ("Two divisions came to his assistance.", [("came to his assistance", "MOVEMENT.reinforce")]),
        ("The khan stationed his men on the lake.", [("stationed", "MOVEMENT.deploy")]),
        (
            "In April it proclaimed Azawad's independence.",
            [("proclaimed Azawad's independence", "POLITICS.independence")],
        ),
        ("They had taken around 140 sailors prisoner.", [("taken around 140 sailors prisoner", "CASUALTY.captured")]),
        ("Both sides accused the others of breaking the truce.", [("breaking", "AGREEMENT.violate")]),
        ("After a failed rising in Piedmont, he wrote plays.", [("rising", "POLITICS.revolt")]),
        ("China captured Lang Son in March.", [("captured", "TERRITORY.capture")]),
        (
            "A raid by soldiers of Task Force 20 killed his sons.",
            [("raid", "BATTLE.raid")],
        ),
        ("The rebels likely obtained control of Brod.", [("obtained control of", "TERRITORY.capture")]),
        ("An armed revolt, known as the Autumn Uprising was staged by peasants.", [("revolt", "POLITICS.revolt")]),
        (
            "Repeated French counterattacks were unable to reach the town.",
            [("counterattacks", "BATTLE.counterattack"), ("reach", "TERRITORY.advance")],
        ),
        ("After Carranza took control in 1914, Villa sulked.", [("took control", "POLITICS.coup")]),
        ("The army had taken Sharm el Sheikh.", [("taken", "TERRITORY.capture")]),
        (
            "After two years of talks in Rome, the parties signed a treaty.",
            [("talks", "AGREEMENT.negotiate"), ("signed", "AGREEMENT.treaty")],
        ),
        ("Soldiers took hundreds of civilians to the Heliodrom camp.", [("took", "DETENTION.arrest")]),
        ("The battle, fought in a snowstorm, ended in a rout.", [("rout", "BATTLE.victory")]),
        ("Saladin's capture of Acre in May prompted the pope to write.", [("capture", "TERRITORY.capture")]),
        ("Waves of infantry attacked the ridge.", [("attacked", "BATTLE.attack")]),
        ("The boat fired three torpedoes at the liner.", [("fired", "BATTLE.attack")]),
        ("The next day the king named him interim governor.", [("named", "POLITICS.appoint")]),
        ("The assault cost the Danes 900 killed and wounded.", [("cost the Danes 900 killed", "CASUALTY.losses")]),
        ("The brigade had suffered 300 killed, wounded and missing.", [("suffered 300 killed", "CASUALTY.losses")]),
        ("A mortar shell hit the market, killing three villagers.", [("hit", "REMOTE.shelling")]),
        ("Danish raiding parties burned farms on the coast.", [("burned", "DESTRUCTION.destroy")]),
        ("The suicide bombing followed heavy fighting near the lagoon.", [("fighting", "BATTLE.clash")]),
        (
            "The feud went on up to the signing of the Treaty of Roskilde on 26 February 1658.",
            [("signing", "AGREEMENT.treaty")],
        ),
        (
            "The mayor said that there had been 60 casualties since the unrest began in Turin.",
            [("casualties", "CASUALTY.losses"), ("unrest", "PROTEST.riot")],
        ),
        (
            "The raiders killed 30 sailors and wounded more than 40.",
            [("killed", "CASUALTY.killed"), ("wounded", "CASUALTY.wounded")],
        ),
        (
            "Khan abdicated after Kabul fell to rebel forces.",
            [("abdicated", "POLITICS.resign"), ("fell", "TERRITORY.capture")],
        ),
        ("They succeeded in seizing and holding one of the camps.", [("seizing", "TERRITORY.capture")]),
        ("The army set up its base in Putis.", [("set up its base", "MOVEMENT.deploy")]),
        ("The emperor returned in triumph to Rome in 274.", [("returned in triumph to", "MOVEMENT.arrive")]),
        ("The raid ended with the capture of General Hamilton.", [("capture", "CASUALTY.captured")]),
        ("Moderates such as Danton were tried and guillotined.", [("guillotined", "VIOLENCE.execution")]),
        (
            "The revolt led to the capture and execution of the king.",
            [("capture", "CASUALTY.captured"), ("execution", "VIOLENCE.execution")],
        ),
        ("Thousands of republicans fled abroad in 1939.", [("fled abroad", "HUMANITARIAN.displace")]),
        ("The war led to the signing of an armistice.", [("signing", "AGREEMENT.treaty")]),
        ("War was declared on Spain on 3 May.", [("declared on", "POLITICS.declare_war")]),
        ("A foothold was established in Hostomel.", [("established in", "TERRITORY.capture")]),
        ("Fire was opened on the convoy.", [("opened on", "BATTLE.attack")]),
        ("The guns stood on the ridge. They opened fire at noon.", [("opened fire", "REMOTE.shelling")]),
        ("The Sicilians had lost. They rose again in support of Carthage.", [("rose", "POLITICS.revolt")]),
        ("Lahore was attacked and overrun in May.", [("attacked", "BATTLE.attack"), ("overrun", "TERRITORY.capture")]),
        (
            "On 3 May the troops who had landed captured two villages.",
            [("landed", "MOVEMENT.arrive"), ("captured", "TERRITORY.capture")],
        ),
        (
            "The men who were captured escaped at night.",
            [("captured", "CASUALTY.captured"), ("escaped", "TERRITORY.withdraw")],
        ),
        ("Corunna was evacuated in January.", [("evacuated", "TERRITORY.withdraw")]),
        ("Colonel Maxwell fell, pierced by a ball.", [("fell", "CASUALTY.killed")]),
        ("A device attached to a motorcycle exploded in Parang.", [("exploded", "REMOTE.bombing")]),
        (
            "Cetshwayo was captured in August and exiled.",
            [("captured", "CASUALTY.captured"), ("exiled", "HUMANITARIAN.displace")],
        ),
        (
            "The frigate left Toulon. She was captured off Brest.",
            [("left", "MOVEMENT.deploy"), ("captured", "TERRITORY.capture")],
        ),
        ("The Highlanders broke and ran.", [("broke and ran", "TERRITORY.withdraw")]),
        (
            "China sent 200,000 troops across the border, who took Lang Son before pulling back.",
            [("sent", "MOVEMENT.deploy"), ("took", "TERRITORY.capture"), ("pulling back", "TERRITORY.withdraw")],
        ),
        ("Two bodyguards gunned down Indira Gandhi.", [("gunned down", "VIOLENCE.assassination")]),
        # What befell those counted, with nothing behind that they could have taken; told of by somebody, or on its own.
        ("The Danes claimed 40 Swedish ships sunk.", [("sunk", "DESTRUCTION.sink")]),
        (
            "The defeat was total; 900 men captured, 12 guns destroyed.",
            [("captured", "CASUALTY.captured"), ("destroyed", "DESTRUCTION.destroy")],
        ),
        ("The staff reported 30 vehicles destroyed near Narva.", [("destroyed", "DESTRUCTION.destroy")]),
        ("Some 300 rebels captured the fort.", [("captured", "TERRITORY.capture")]),
        ("The king said 20 knights captured the gate.", [("captured", "TERRITORY.capture")]),
        # A command that is somebody's is his troops.
        ("Smith's command disembarked at Simsport.", [("disembarked", "MOVEMENT.arrive")]),
        ("His command marched to Selma.", [("marched", "MOVEMENT.arrive")]),
        ("The regiment neared West Point on 20 May.", [("neared", "TERRITORY.advance")]),
        (
            "Russia attacked, moving first towards Berkhivka.",
            [("attacked", "BATTLE.attack"), ("moving first towards", "TERRITORY.advance")],
        ),
        (
            "Riga was besieged for a month, stormed in May and burned.",
            [("besieged", "TERRITORY.besiege"), ("stormed", "BATTLE.attack"), ("burned", "DESTRUCTION.destroy")],
        ),
        ("Leonidas managed to hold the pass for three days.", [("hold", "BATTLE.repel")]),
        ("After fighting in Narva in May, the soldiers rested.", [("fighting", "BATTLE.clash")]),
        ("In the following year hostilities were renewed on the frontier.", [("hostilities", "BATTLE.clash")]),
        ("In the next month rebels seized the port.", [("seized", "TERRITORY.capture")]),
        # A day whose month stands elsewhere is no object of the preposition.
        ("They spent the war in occupied France.", []),
        ("Reval fell on the 12 July to the Swedes.", [("fell", "TERRITORY.capture")]),
        ("Narva fell on the 3rd.", [("fell", "TERRITORY.capture")]),
        ("Narva fell on the 21st of May to the Swedes.", [("fell", "TERRITORY.capture")]),
        ("The blame fell on the 3rd Division.", []),
        # The verbs of a relative clause share what its relative word stands for.
        (
            "They reached Reval, which the Swedes attacked and captured in May.",
            [("reached", "TERRITORY.advance"), ("attacked", "BATTLE.attack"), ("captured", "TERRITORY.capture")],
        ),
        (
            "The galleys sailed to Rhodes, which they besieged, and finally captured.",
            [("sailed to", "MOVEMENT.arrive"), ("besieged", "TERRITORY.besiege"), ("captured", "TERRITORY.capture")],
        ),
        ("She wept over Lodz, which the Poles defended and lost in September.", [("lost", "TERRITORY.capture")]),
        ("He liked the book, which they attacked, and captured its spirit.", []),
        # A habit is no happening, unless it is said when.
        ("The Tatars often raided Muscovy.", []),
        ("Assyrian kings would regularly sack Babylon.", []),
        ("The Tatars repeatedly raided Muscovy.", [("raided", "BATTLE.raid")]),
        ("Rebels frequently attacked the road in May 2012.", [("attacked", "BATTLE.attack")]),
        ("They held Soyo, which now forms the northern gate of the republic.", []),
        # What a body is for says nothing of a deed.
        ("The oath of the Armed Forces for the Liberation of Benin dates from 1991.", []),
        # Bands under arms, of whom nobody arms any.
        ("The oath was sworn by men of the different armed factions in May.", []),
        # Cattle and goods are looted, people abducted; a flood does neither.
        ("The flood swept in and carried off the sheep.", []),
        (
            "The militia burned two villages and drove off the herds.",
            [
                ("burned", "DESTRUCTION.destroy"),
                ("drove off", "VIOLENCE.assault"),
            ],
        ),
        ("The gunmen made off with 40 schoolgirls.", [("made off with", "VIOLENCE.abduction")]),
        # Who is blown up is murdered; what is blown up, destroyed.
        ("The Severn Bridge was blown up in 1940.", [("blown up", "DESTRUCTION.destroy")]),
        ("Minister Pierre Michel was blown up in his car in 1981.", [("blown up", "VIOLENCE.assassination")]),
        # Who takes over from somebody takes an office; officers who take over a country seize power.
        ("In May 1941 General Crerar took over from McNaughton.", [("took over from", "POLITICS.appoint")]),
        ("Young officers took over in Bamako in 1968.", [("took over", "POLITICS.coup")]),
        ("In 1962 the minister quit over the war.", [("quit", "POLITICS.resign")]),
        ("He quit smoking in 1962.", []),
        ("Police cornered the last gunman and took him alive.", [("took", "CASUALTY.captured")]),
        ("The captain went down with his ship.", [("went down with", "CASUALTY.killed")]),
        # What a participle tells of a noun parts it from no verb; *was a cause* tells nothing of it.
        ("The revolt described in his book was a cause of the defeat.", []),
        ("A ceasefire overseen by the UN took hold in May 1991.", [("ceasefire", "AGREEMENT.ceasefire")]),
        # Fighters of a make are aircraft, others men.
        ("Tuareg fighters machine-gunned the trucks.", [("machine-gunned", "BATTLE.attack")]),
        ("Heinkel fighters machine-gunned the trucks.", [("machine-gunned", "REMOTE.airstrike")]),
        ("The Israelis blew up eleven MiG fighters.", [("blew up", "DESTRUCTION.destroy")]),
        # A town is sacked, and so is who holds an office.
        ("In 1576 Antwerp was sacked.", [("sacked", "VIOLENCE.assault")]),
        ("In 1982 Leopoldo Galtieri was sacked.", [("sacked", "POLITICS.resign")]),
        # Groups are eliminated in battle, persons murdered.
        ("In May 2014 the army eliminated Ansar Dine.", [("eliminated", "BATTLE.victory")]),
        ("In May 1977 the colonel eliminated General Teferi Banti.", [("eliminated", "VIOLENCE.assassination")]),
        # Behind a date a deed in -ing is the subject of the verb that follows.
        ("In May 1996 fighting broke out near Goma.", [("fighting", "BATTLE.clash")]),
        ("On 3 May 1996 rioting broke out in Gao.", [("rioting", "PROTEST.riot")]),
        (
            "In May 1996, fighting the rebels, the army took Goma.",
            [
                ("fighting", "BATTLE.clash"),
                ("took", "TERRITORY.capture"),
            ],
        ),
        # A victory is told by whose it was; a campaign only says when, where the rest of the sentence has its own deed.
        ("The EEF victory at Megiddo ended the campaign.", [("victory", "BATTLE.victory")]),
        (
            "In the campaign against Richmond he led a brigade in the valley, where he was wounded.",
            [("campaign", "BATTLE.offensive"), ("wounded", "CASUALTY.wounded")],
        ),
        # One happening told twice: a list of fates, a coup and whom it overthrew; the deaths that came of clashes.
        ("The Danes killed, wounded or captured 300 men at Lund.", [("killed", "CASUALTY.losses")]),
        ("In 1973 Pinochet staged a coup, overthrowing Allende.", [("staged a coup", "POLITICS.coup")]),
        ("In 1969 Gaddafi led a coup that overthrew King Idris.", [("coup", "POLITICS.coup")]),
        ("The deaths of four students in Soweto followed clashes with police.", [("clashes", "BATTLE.clash")]),
        ("In 1066 William led a Norman army to victory over Harold.", [("victory", "BATTLE.victory")]),
        # A coup in which one is overthrown, and a truce that collapses, are told by their verbs.
        ("In 1969 Idris was overthrown in a coup led by Gaddafi.", [("overthrown", "POLITICS.coup")]),
        (
            "The Treaty of Nystad, signed on 10 September 1721, gave Livonia to Russia.",
            [("signed", "AGREEMENT.treaty"), ("gave", "TERRITORY.transfer")],
        ),
        ("In 1854 the shogunate signed a treaty opening two ports.", [("signed", "AGREEMENT.treaty")]),
        ("In May the losses suffered by the brigade were heavy.", [("losses", "CASUALTY.losses")]),
        ("The ceasefire collapsed in May 1995.", [("collapsed", "AGREEMENT.violate")]),
        (
            "In 1857 the evacuation of civilians collapsed into a massacre.",
            [("evacuation of civilians", "HUMANITARIAN.evacuate"), ("massacre", "VIOLENCE.massacre")],
        ),
        # A siege told with its year, whatever it ended with; who killed others is captured by yet others.
        (
            "The 1979 siege of the Grand Mosque ended with the deaths of 127 soldiers.",
            [("siege", "TERRITORY.besiege"), ("deaths", "CASUALTY.killed")],
        ),
        ("The siege of Breda ended in 1625.", []),
        (
            "Santa Anna put the garrison to the sword but was captured at San Jacinto.",
            [("put", "VIOLENCE.massacre"), ("captured", "CASUALTY.captured")],
        ),
        # A treaty opens no road.
        ("In 1842 the Treaty of Nanking opened five ports.", [("Treaty", "AGREEMENT.treaty")]),
        # What was done opens its sentence, as the subject or before the rest.
        (
            "Seizing the bridges allowed the Germans to cross the Meuse.",
            [("Seizing", "TERRITORY.capture"), ("cross", "TERRITORY.advance")],
        ),
        (
            "After killing the governor, they burned the town of Patna.",
            [("killing", "CASUALTY.killed"), ("burned", "DESTRUCTION.destroy")],
        ),
        ("They were beaten at Lund after losing 300 men.", [("beaten", "BATTLE.victory")]),
        # By the place that it befell, where none was told of.
        (
            "After the fortress's capture, the Ottomans marched on Vienna.",
            [("capture", "TERRITORY.capture"), ("marched on", "TERRITORY.advance")],
        ),
        ("Riga was taken in 1621. After the town's capture, the king rested.", [("taken", "TERRITORY.capture")]),
        # What is received is told once, whosever it is.
        ("In May it received Gallic and Ligurian reinforcements.", [("received", "MOVEMENT.reinforce")]),
        ("Danish reinforcements began to arrive at Lund.", [("arrive", "MOVEMENT.arrive")]),
        # A noun of several readings.
        (
            "Local militia helped fight off an attack by pirates.",
            [("fight off", "BATTLE.repel"), ("attack", "BATTLE.attack")],
        ),
        ("The revolt by enslaved Africans began in 1791.", [("revolt", "POLITICS.revolt")]),
        ("In 406 the province was lost to invading barbarian tribes.", [("lost", "TERRITORY.capture")]),
        # A noun of fighting behind *before* is told of once.
        (
            "In the weeks before fighting erupted in May 1975, Tyre fell.",
            [("fighting", "BATTLE.clash"), ("fell", "TERRITORY.capture")],
        ),
        # The office that somebody is chosen to hold is given by the verb that chooses.
        ("In 1801 the consuls chose Brune to succeed Masséna.", [("chose", "POLITICS.appoint")]),
        ("In 1957 Kadar was appointed to replace Nagy.", [("appointed", "POLITICS.appoint")]),
        ("In 1957 Kadar was sent to replace Nagy.", [("replace", "POLITICS.resign")]),
        ("In 1990 Chamorro won the election, defeating Ortega.", [("won the election", "POLITICS.elect")]),
        (
            "Horn was elected king in 1100 after defeating the Danes.",
            [("elected", "POLITICS.elect"), ("defeating", "BATTLE.victory")],
        ),
        ("The 1966 coup overthrew Nkrumah.", [("overthrew", "POLITICS.coup")]),
        (
            "In 1966 a coup took place and Nkrumah fled.",
            [("coup", "POLITICS.coup"), ("fled", "HUMANITARIAN.displace")],
        ),
        # Words of the struggles since 1945: who rises, who is held and set free, who joins and parts with whom.
        ("The First Intifada broke out in December 1987.", [("Intifada", "POLITICS.revolt")]),
        ("In June 1991 dialogue resumed between the rebels and the king.", [("dialogue", "AGREEMENT.negotiate")]),
        ("In 2007 Egypt imposed an economic blockade of Gaza.", [("economic blockade", "TERRITORY.besiege")]),
        (
            "In 1946 France re-asserted its control over Laos.",
            [("re-asserted its control over", "TERRITORY.recapture")],
        ),
        ("In 1976 the prince was placed in detention.", [("placed in detention", "DETENTION.arrest")]),
        ("In 1999 the factions coalesced as a front.", [("coalesced", "POLITICS.join")]),
        ("In 2006 forty rockets were launched into Galilee.", [("launched", "REMOTE.missile")]),
        ("In 1943 commandos freed Mussolini from captivity.", [("freed", "DETENTION.release")]),
        (
            "In 1966 Savimbi broke off and formed a front.",
            [("broke off", "POLITICS.split"), ("formed", "POLITICS.found")],
        ),
        ("On 3 May 1941 the cruisers broke off.", [("broke off", "TERRITORY.withdraw")]),
        ("On 3 May 2002 the rebels broke off contact with the envoy.", []),
        ("In 1974 the mayor was taken out of his cell.", []),
        # whose power a land comes under
        ("In 1815 they took up French customs.", []),
        ("The island came under British rule in 1815.", [("came under British rule", "TERRITORY.capture")]),
        ("In 1825 he brought most of Morea under Egyptian control.", [("brought", "TERRITORY.capture")]),
        ("In 1920 the town passed into Polish hands.", [("passed into Polish hands", "TERRITORY.capture")]),
        # What a modal governs goes on behind *and*; what the latter of two did; the way it was done.
        (
            "In May 1704 he would slip away and march on Ulm.",
            [("slip away", "TERRITORY.withdraw"), ("march on", "TERRITORY.advance")],
        ),
        (
            "The Saxons would seize the bridge and force back the garrison.",
            [("seize", "TERRITORY.capture"), ("force back", "TERRITORY.advance")],
        ),
        (
            "The dukes would retake the fort and advance north.",
            [("retake", "TERRITORY.recapture"), ("advance", "TERRITORY.advance")],
        ),
        (
            "In 1184 the latter set out from Oran and invaded Sicily.",
            [("set out", "MOVEMENT.deploy"), ("invaded", "BATTLE.attack")],
        ),
        ("The brigade moved in good order towards the fort.", [("moved in good order towards", "TERRITORY.advance")]),
        # Units by the short names that lists of them use.
        (
            "On 11 May 76th AA Bde gave up Dieppe and concentrated at Amiens.",
            [("gave up", "TERRITORY.withdraw"), ("concentrated", "MOVEMENT.mobilise")],
        ),
        ("On 13 June Prince Louis of Baden joined them at Heppach.", [("joined", "MOVEMENT.reinforce")]),
        (
            "He left 200 men behind guarding the lines. Then he led forward two brigades.",
            [("left", "MOVEMENT.deploy"), ("led forward", "MOVEMENT.deploy")],
        ),
        ("The battalion was relieved from its positions in May.", [("relieved", "TERRITORY.withdraw")]),
        # Whom *them* and *it* stand for; the army that acts is not the one that it takes.
        (
            "In May 1176 two regiments reached the pass, but the Turks intercepted them.",
            [("reached", "TERRITORY.advance"), ("intercepted", "BATTLE.attack")],
        ),
        (
            "In May 1709 the Danes invaded Scania, where the Swedes shattered them.",
            [("invaded", "BATTLE.attack"), ("shattered", "BATTLE.victory")],
        ),
        (
            "In May 1812 the army besieged the forts of Kut but failed to capture them.",
            [("besieged", "TERRITORY.besiege"), ("capture", "TERRITORY.capture")],
        ),
        # Verbs that are rare in the base form.
        ("In May 1862 they planned to recross the Rapidan.", [("recross", "TERRITORY.withdraw")]),
        ("In 1711 the Turks sought to beleaguer Azov.", [("beleaguer", "TERRITORY.besiege")]),
        ("In May 1815 the dragoons countercharged the lancers.", [("countercharged", "BATTLE.counterattack")]),
        # who was among those of whom a participle tells; those alone were told of before
        ("Many of those arrested were ill.", []),
        ("Thistlewood was among those arrested.", [("arrested", "DETENTION.arrest")]),
        ("Emmet was tried, found guilty and hanged.", [("hanged", "VIOLENCE.execution")]),
        # the words that are said stand behind where and to whom
        ("In 1956 he said grace in a chapel by the road.", []),
        ("In 1956 Kennedy said in a speech to the club: “The bill is dead.”", [("said", "STATEMENT.claim")]),
        # A name that is a noun of places elsewhere is a man's where it stands bare.
        ("In December Greene replaced the gates.", []),
        ("In December Greene replaced Gates.", [("replaced", "POLITICS.resign")]),
        # Who is given something may be the subject.
        ("In May the rebels were given a week.", []),
        ("In May the rebels were given arms by Libya.", [("given", "HUMANITARIAN.aid")]),
        ("In 1831 Leopold was offered the crown.", [("offered", "POLITICS.appoint")]),
        # What is said may stand behind the day, or before who says it to whom; quotation marks of the sentence before close none of this one.
        ("Lincoln wrote to Grant on 3 May.", []),
        ("He called it “a failure.” The envoy told reporters.", []),
        ("The envoy said on 3 May that the port was safe.", [("said", "STATEMENT.claim")]),
        ("“We have no water,” the mayor told reporters.", [("told", "STATEMENT.claim")]),
        ("In 1863 Lincoln wrote to Grant that the plan was good.", [("wrote", "STATEMENT.claim")]),
        ("In 1956 Kennedy said to the press: “The bill is dead.”", [("said", "STATEMENT.claim")]),
        # what he was chosen for stands behind who chose him
        ("In 1649 the site was chosen by the council to hold the fair.", []),
        ("In 1649 Cromwell was chosen by the council to command the army.", [("chosen", "POLITICS.appoint")]),
        # the head of a state, a church or an army is somebody; of a column he is none
        ("In May 1703 the king exiled the head of the church.", [("exiled", "HUMANITARIAN.displace")]),
        ("In May 1703 both houses condemned the treaty.", [("condemned", "STATEMENT.condemn")]),
        # a year is no end of a range, a time parts a phrase from its verb
        ("In May the rate rose in 20 to 30 towns.", []),
        ("Alemán was sentenced in 2003 to 20 years in prison.", [("sentenced", "DETENTION.arrest")]),
        (
            "In 1649 he was sentenced on 27 January to death.",
            [("sentenced on 27 January to death", "VIOLENCE.execution")],
        ),
        # what no longer is so is a state
        ("In May 1943 the partisans could no longer raid the valley.", []),
        ("In May 1943 the king was no longer willing to declare war.", []),
        ("In May 1943 the minister said they no longer trusted him.", [("said", "STATEMENT.claim")]),
        # powers that are called by what they rule, dynasties by a house
        ("In 1823 Nicaragua joined the newly formed United Provinces.", [("joined", "POLITICS.join")]),
        ("In 1918 the assembly overthrew the House of Petrović-Njegoš.", [("overthrew", "POLITICS.coup")]),
        # who refuses what was asked; a thing that refuses, or refuses something else
        ("In May the engine was started, but it refused.", []),
        (
            "In May 1990 they asked the emir for a loan, but he refused.",
            [("asked", "STATEMENT.demand"), ("refused", "STATEMENT.deny")],
        ),
        # *found* behind *to* is no past of *find*
        ("In 1903 they found a party of scouts.", []),
        ("In 1903 he went to London to found a party.", [("found", "POLITICS.found")]),
        # Clans and tribes in arms, a party of Cossacks, counted divisions and horse, a wing by whose it is, a ruler that is crushed.
        ("In May 1568 Nobunaga drove out the Rokkaku clan.", [("drove out", "TERRITORY.advance")]),
        ("In May 1840 the dragoons pursued the tribe to Biskra.", [("pursued", "TERRITORY.advance")]),
        ("In May 1812 the lancers pursued a party of Cossacks.", [("pursued", "TERRITORY.advance")]),
        ("In May 1813 the Prussians annihilated two divisions.", [("annihilated", "BATTLE.victory")]),
        ("In May 1645 he scattered a body of 500 horse.", [("scattered", "BATTLE.victory")]),
        ("In May 1706 the dragoons overwhelmed the French left.", [("overwhelmed", "BATTLE.victory")]),
        ("In May 1386 the Swiss crushed the duke at Sempach.", [("crushed", "BATTLE.victory")]),
        ("In May 1863 Longstreet outflanked the general.", [("outflanked", "TERRITORY.advance")]),
        # Hits of guns and torpedoes; forces that are met by others.
        ("In May 1916 Moltke fired and hit Tiger nine times.", [("fired", "BATTLE.attack"), ("hit", "BATTLE.attack")]),
        ("In May 1916 Lion scored hits on three cruisers.", [("scored hits", "REMOTE.shelling")]),
        ("In May 1676 the invaders were met by Swedish cavalry.", [("met", "BATTLE.clash")]),
        (
            "In 1177 they proceeded to raid Gaza, sack Ramla and burn Lod.",
            [("raid", "BATTLE.raid"), ("sack", "VIOLENCE.assault"), ("burn", "DESTRUCTION.destroy")],
        ),
        # Whence, between a verb and whither; *lay* behind *to* is no past; what somebody saw another do.
        ("In 1306 Bruce hurried from Dumfries to Glasgow.", [("hurried from Dumfries to", "MOVEMENT.arrive")]),
        (
            "In 1298 he decided to lay waste Annandale and burn Ayr Castle.",
            [("lay waste", "DESTRUCTION.destroy"), ("burn", "DESTRUCTION.destroy")],
        ),
        ("In May 1525 he saw the army melt away.", [("melt away", "TERRITORY.withdraw")]),
        ("In May 1942 the advance bogged down.", [("advance", "TERRITORY.advance"), ("bogged down", "BATTLE.repel")]),
        ("In May 1808 the hussars went for the French flank.", [("went for", "BATTLE.attack")]),
        ("In 2008 the council approved the security pact.", [("approved", "AGREEMENT.treaty")]),
        ("The two kings agreed to a five-year deal.", [("agreed to", "AGREEMENT.treaty")]),
        # Who was joined by others in the field; a charge with somebody at its head; close to so many.
        (
            "In 1182 Saladin reached Bira, where he was joined by Kukbary.",
            [("reached", "TERRITORY.advance"), ("joined", "MOVEMENT.reinforce")],
        ),
        ("In May 1815 the Greys charged with the earl at their head.", [("charged", "BATTLE.attack")]),
        ("In May 1943 the division lost close to 1,000 men.", [("lost", "CASUALTY.losses")]),
        ("In May 1183 Taqi al-Din took his men back to Hama.", [("took", "TERRITORY.advance")]),
        ("In May 1706 the line started to crumble.", [("crumble", "TERRITORY.withdraw")]),
        # What was done to somebody, told behind a semicolon before who it was.
        (
            "In May 1704 the Danes were slow; harassed by dragoons, they fell back.",
            [("harassed", "BATTLE.attack"), ("fell back", "TERRITORY.withdraw")],
        ),
        ("In May 1863 the brigade moved to the attack.", [("moved to the attack", "BATTLE.attack")]),
        ("In May 1704 the brigade came under pressure from dragoons.", [("came under pressure", "BATTLE.attack")]),
        (
            "In 1671 Morgan, known for sacking Panama, was arrested.",
            [("sacking", "VIOLENCE.assault"), ("arrested", "DETENTION.arrest")],
        ),
        # What the first of a row was to do, it did, whatever stands before its name.
        (
            "In May 1204 they took Lund, the first town to fall to the Franks.",
            [("took", "TERRITORY.capture"), ("fall", "TERRITORY.capture")],
        ),
        # What befell the object of another verb, though only a time follows.
        (
            "On 4 May 1644 the Swedes abandoned the villages captured the day before.",
            [("abandoned", "TERRITORY.withdraw"), ("captured", "TERRITORY.capture")],
        ),
        ("In May 1644 the Danes heard that Riga fell.", [("fell", "TERRITORY.capture")]),
        (
            "In May 1863 the Danes suffered heavy, bloody losses.",
            [("suffered heavy, bloody losses", "CASUALTY.losses")],
        ),
        ("In May 1944 three jet trainers were damaged.", [("damaged", "DESTRUCTION.destroy")]),
        ("In May 1863 they burned the mills not burned before.", [("burned", "DESTRUCTION.destroy")]),
        # Who is carried off and then killed suffers both; who is killed in an attack does not.
        (
            "In May 1994 rebels abducted the abbot and killed him.",
            [("abducted", "VIOLENCE.abduction"), ("killed", "CASUALTY.killed")],
        ),
        ("In May 1994 rebels attacked the abbey and killed two nuns.", [("attacked", "BATTLE.attack")]),
        ("In May 1944 it fell to the rangers to silence the battery.", [("silence", "DESTRUCTION.destroy")]),
        # Of whom more are told, what befell them is told too.
        (
            "In May 1921 some 30 were shot and many more deported.",
            [("shot", "CASUALTY.killed"), ("deported", "HUMANITARIAN.displace")],
        ),
        # Guns before prisoners are no prisoners; what hangs on an attack is not what was attacked.
        (
            "In May 1863 Horn attacked, capturing 9 guns and many prisoners.",
            [("attacked", "BATTLE.attack"), ("capturing", "TERRITORY.capture")],
        ),
        # a treaty that somebody agrees to is told of by the verb
        ("In 1858 the emperor agreed to the Treaty of Tientsin.", [("agreed to", "AGREEMENT.treaty")]),
        # a chartered company is a power, no firm
        ("In May 1857 the brewing company annexed the pub.", []),
        ("In May 1857 the East India Company annexed Oudh.", [("annexed", "TERRITORY.transfer")]),
        # a team that reconnoitres is troops, one that plays is none
        ("On 29 June 1898 a football team attempted to land a contract.", []),
        (
            "On 29 June 1898 a reconnaissance team attempted to land on the beach.",
            [("land", "MOVEMENT.arrive")],
        ),
        # how one went is nothing that one went
        ("In May 1920 the price travelled unopposed to new heights.", []),
        ("In July 1809 Cuesta sent his army headlong after Victor.", [("sent", "MOVEMENT.deploy")]),
        ("In 1066 the army marched unopposed to London.", [("marched", "MOVEMENT.arrive")]),
        ("In 1623 the prince travelled incognito to Spain.", [("travelled incognito to", "MOVEMENT.arrive")]),
        ("In May 1798 the fleet sailed undetected to Malta.", [("sailed undetected to", "MOVEMENT.arrive")]),
        # how a sentence was carried out is no other
        ("In May 1306 Neil was executed by being hanged.", [("executed", "VIOLENCE.execution")]),
        (
            "In May 1916 they retook the plain by recapturing Bitola.",
            [("retook", "TERRITORY.recapture"), ("recapturing", "TERRITORY.recapture")],
        ),
        # a chance that was taken, a day that is told
        ("In May 1916 the army took the opportunity to attack Kut.", [("attack", "BATTLE.attack")]),
        ("They came to the hills occupied by the Danes in May 1658.", [("occupied", "TERRITORY.capture")]),
        # strikes and protests by which something was paralysed
        (
            "In March 1980 cities were paralysed by strikes and protests.",
            [("strikes", "PROTEST.strike"), ("protests", "PROTEST.demonstrate")],
        ),
        # most of something is what it is of; a team is troops by what it is for
        ("In April 1916 rebels occupied the General Post Office.", [("occupied", "TERRITORY.capture")]),
        ("In May 1997 the officers made him head of state.", [("made", "POLITICS.appoint")]),
        ("In May 1918 the majority of the letters arrived.", []),
        ("In May 1918 the majority of the regiment arrived in Riga.", [("arrived", "MOVEMENT.arrive")]),
        ("In May 1982 a film team crossed the border.", []),
        ("In May 1982 an SAS team crossed the border.", [("crossed", "TERRITORY.advance")]),
        ("In May 1991 a reconnaissance team was dispatched to Kut.", [("dispatched", "MOVEMENT.deploy")]),
        # the wing of a building is no troops; homes are no direction
        ("In May 1809 the left wing of the army was destroyed.", [("destroyed", "BATTLE.victory")]),
        ("In July 1946 a bomb destroyed the south wing of the hotel.", [("destroyed", "DESTRUCTION.destroy")]),
        ("In May 1992 the soldiers went home.", [("went home", "TERRITORY.withdraw")]),
        ("In May 1992 soldiers burned hundreds of homes.", [("burned", "DESTRUCTION.destroy")]),
    ],
)
def test_events(text, expected):
    assert reported(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Since the start of the siege the Danes had eaten horses.",
        "It was the coldest day since the battle began.",
        "He was in Rome when the siege began.",
        "At the beginning of the siege the Danes had 300 horses.",
        "On the eve of the battle it rained.",
        "The Battle of Makariv was an engagement in Kyiv Oblast during the 2022 Russian invasion of Ukraine.",
        "It began on 2 May, as part of the eastern campaign during the 1849 Hungarian uprising.",
        "The cost of the war was high.",
        "In the aftermath of the battle, the dead were buried.",
        "He wrote because of the war.",
        "The frigate action became the last battle of the war.",
        "His rear became the advance of the force.",
        "Casualties in 1970 were lower.",
        "The blockade was codified by a number of agreements of later years.",
        "The defeat was the result of the retreat.",
        "Hearing of the battle, he smiled.",
        "Either side had victories and losses.",
        "Victory was certain.",
        "There had been no reason for the war.",
        "Then came the battle.",
        "The main cause of death was the siege.",
        "The point was the defeat.",
        "Victory at sea was their aim.",
        "The king had the victory of his life in mind.",
        "After the retreat, he rested.",
        "The siege of Bergen in 1622 was an episode of a long war.",
        "Many of the settlers contributed to the insurgency.",
        "The blockade was forbidden by several international agreements.",
        "The menace of a German invasion reunited the Bohemians.",
        "There were restrictions on the withdrawal from Kut.",
        "The 1968 riots were the largest.",
        "He advocated an aggressive departure from the defensive posture.",
        "In May 1592 he was proclaimed a traitor.",
        "The garrison was left unharmed.",
        "In 1960 they fought for independence.",
        # Who was there, lived through it or put it at risk.
        "In 1904 he was sent to observe the fighting in Manchuria.",
        "As a child she survived the siege of Leningrad.",
        "In May 1864 a division threatened their advance to Richmond.",
        "In May 1864 the fleet threatened the Danish retreat.",
        # What is told again, or of every time
        "The defence of the town cost the Greeks nothing.",
        "The landing opened the way to Rome.",
        "He smiled after each defeat at sea.",
        "He was informed of the retreat.",
        "On the day of the battle he was ill.",
        "Within days of the attack he was in Riga.",
        # What is fought for with words, what else is turned aside, stepped back from or boycotted
        "In May 1920 a long struggle for recognition began.",
        "The offensive led to a diversion of attention from Lund.",
        "A radical departure from tradition followed.",
        "In May 1920 a boycott marred the election.",
        "In May the approach of winter alarmed the king.",
        # What was only feared or spoken of
        "In May 1900 an attack was feared at Riga.",
        "In May 1900 an invasion was discussed in Riga.",
        # Of what there is little risk or no estimate; what is no deal; what it was, not that it took place
        "In May 1950 there was little risk of intervention.",
        "In May 1950 there was no estimate of losses.",
        "In May 1950 there was a great deal of anger.",
        "The attack was in the open.",
        "The conquest took courage.",
        "He was remembered for the attack.",
        # Deaths without a name, or that only end a span
        "He ruled until his death.",
        "After the death of the king, his son reigned.",
        "Two years after his wife's death he was in Riga.",
        "The cause of Alexander's death is unknown.",
        "They avenged Caesar's death.",
    ],
)
def test_nouns_that_tell_of_nothing_new(text):
    assert reported(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What others answered, and how many it befell
        ("The killings of four members led the union to call a strike.", [("killings", "CASUALTY.killed"), ("call a strike", "PROTEST.strike")]),
        ("The arrest of the leader sparked protests in Lyon.", [("arrest", "DETENTION.arrest"), ("protests", "PROTEST.demonstrate")]),
        ("The raid on the port of Riga ended in disaster.", [("raid", "BATTLE.raid")]),
        # A cause
        ("The campaign was put off because of a revolt in Egypt.", [("revolt", "POLITICS.revolt")]),
        ("As a result of an uprising in Aragon, the king retreated.", [("uprising", "POLITICS.revolt"), ("retreated", "TERRITORY.withdraw")]),
        ("At the news of the fall of Acre, the pope wept.", [("fall", "TERRITORY.capture")]),
        ("On hearing of the defeat of Jackson at Kernstown, the general wept.", [("defeat", "BATTLE.victory")]),
        ("She grieved when she heard of the secession of Katanga.", [("secession", "POLITICS.independence")]),
        ("In retaliation for the raid on Deerfield, they burned a mill.", [("raid", "BATTLE.raid"), ("burned", "DESTRUCTION.destroy")]),
        # A date of its own behind a subject
        ("The capture of Quebec in 1759 ended French rule.", [("capture", "TERRITORY.capture")]),
        ("The election of Lincoln in November 1860 alarmed the South.", [("election", "POLITICS.elect")]),
        ("The Treaty of Kars (13 October 1921) alarmed them.", [("Treaty", "AGREEMENT.treaty")]),
        # Whose deed it was
        ("In May 1798 the rebel victory at Oulart alarmed Dublin.", [("victory", "BATTLE.victory")]),
        ("The Boers were driven out by a native uprising.", [("driven out", "TERRITORY.advance"), ("uprising", "POLITICS.revolt")]),
        ("Following the desertion of his allies, he wept.", [("desertion", "POLITICS.split")]),
        ("With the retreat of the rearguard, the bridge was lost.", [("retreat", "TERRITORY.withdraw"), ("lost", "TERRITORY.capture")]),
        ("Krum had another major victory at Versinikia in 813.", [("victory", "BATTLE.victory")]),
        ("The envoys had talks with the sultan in May.", [("talks", "AGREEMENT.negotiate")]),
        ("Defeat at Mill Creek convinced Smith to leave.", [("Defeat", "BATTLE.victory")]),
        ("In May 1801 both sides observed a truce.", [("truce", "AGREEMENT.ceasefire")]),
        ("The town survived a siege in 1643.", [("siege", "TERRITORY.besiege")]),
        ("In May 1756 the king threatened an invasion of Saxony.", [("invasion", "BATTLE.attack")]),
        # What somebody means to do next, and where an army gathers.
        ("In May 1915 the Danes concentrated on retaking Ypres.", [("retaking", "TERRITORY.recapture")]),
        ("In May 1915 the army concentrated on the left bank of the Yser.", [("concentrated", "MOVEMENT.mobilise")]),
        ("In May 1215 the tax drove the barons into revolt.", [("revolt", "POLITICS.revolt")]),
        ("In May 1215 the barons were driven into the town.", [("driven into", "TERRITORY.advance")]),
        ("Union victory at Rich Mountain alarmed Richmond.", [("victory", "BATTLE.victory")]),
        ("Foster began a flanking movement.", [("flanking movement", "TERRITORY.advance")]),
        ("The Croatian forces' shelling alarmed the town.", [("shelling", "REMOTE.shelling")]),
        ("There followed a massacre of the inhabitants.", [("massacre", "VIOLENCE.massacre")]),
        ("There ensued a riot in the port.", [("riot", "PROTEST.riot")]),
        ("Then came the fall of Antwerp.", [("fall", "TERRITORY.capture")]),
        # What something was
        ("The result was a mutiny in the fleet.", [("mutiny", "POLITICS.revolt")]),
        ("The turning point was the capture of Orleans by the French.", [("capture", "TERRITORY.capture")]),
        ("A major factor was the arrival of the Prussians.", [("arrival", "MOVEMENT.arrive")]),
        ("The worst incident was the massacre of 200 prisoners at Ponary.", [("massacre", "VIOLENCE.massacre")]),
        ("The aim of the campaign was the capture of Baku.", [("capture", "TERRITORY.capture")]),
        # What it turned into
        ("The retreat became a rout.", [("rout", "BATTLE.victory")]),
        ("The rally turned into a riot.", [("riot", "PROTEST.riot")]),
        ("He led a brigade on a raid.", [("raid", "BATTLE.raid")]),
        # Taken as a fact
        ("The queen recognised the annexation of Corsica by France.", [("annexation", "TERRITORY.transfer")]),
        ("He avenged the murder of his father.", [("murder", "VIOLENCE.assassination")]),
        ("Independence was proclaimed at Caracas on 5 July 1811.", [("proclaimed", "POLITICS.independence")]),
        # Where it was, or by whom, and what came of it
        ("The defeat at Khartoum left only Suakin in their hands.", [("defeat", "BATTLE.victory")]),
        ("The British recapture of Delhi turned the tide.", [("recapture", "TERRITORY.recapture")]),
        ("Another revolt of the Janissaries alarmed Vienna.", [("revolt", "POLITICS.revolt")]),
        ("The column was delayed by Union counterattacks.", [("counterattacks", "BATTLE.counterattack")]),
        ("The tombs were opened amid condemnation by the League.", [("condemnation", "STATEMENT.condemn")]),
        ("The plague contributed to the defeat of Napoleon.", [("defeat", "BATTLE.victory")]),
        # Joined to what is told of, each with its own party, or bare behind *to*
        (
            "This led to the fall of Riga, the flight of the king and the surrender of the garrison.",
            [("fall", "TERRITORY.capture"), ("flight", "HUMANITARIAN.displace"), ("surrender", "AGREEMENT.surrender")],
        ),
        ("It led to his arrest and subsequently open rebellion.", [("arrest", "DETENTION.arrest"), ("rebellion", "POLITICS.revolt")]),
        (
            "This was followed by the capture of Riga and its destruction by fire.",
            [("capture", "TERRITORY.capture"), ("destruction", "DESTRUCTION.destroy")],
        ),
        ("They launched an offensive in the summer and fall.", [("offensive", "BATTLE.offensive")]),
        ("Mobutu broke the deadlock with a coup d'état.", [("coup d'état", "POLITICS.coup")]),
        ("The return of Baji Rao restored the situation.", [("return", "MOVEMENT.arrive")]),
        (
            "It began with the takeover of town halls, bombings at polling stations and assassinations of mayors.",
            [("takeover", "TERRITORY.capture"), ("bombings", "REMOTE.bombing"), ("assassinations", "VIOLENCE.assassination")],
        ),
        ("He was colonel in the expedition against Tunis in 1535.", [("expedition", "BATTLE.offensive")]),
        ("His greatest triumph was the victory at Muret.", [("victory", "BATTLE.victory")]),
        (
            "They captured Enugu in May, but their advance stalled.",
            [("captured", "TERRITORY.capture"), ("advance", "TERRITORY.advance")],
        ),
        # How it was done is told of by the verb already; what it answered is not.
        ("Velasco was overthrown in a bloodless coup on 29 August 1975.", [("overthrown", "POLITICS.coup")]),
        (
            "Grant attacked in retaliation for an attack on Kut on 3 May.",
            [("attacked", "BATTLE.attack"), ("attack", "BATTLE.attack")],
        ),
        ("The fleets were paralysed by Nore mutinies.", [("mutinies", "POLITICS.revolt")]),
        ("The siege of Riga in 1600 signalled the defeat of the king.", [("siege", "TERRITORY.besiege"), ("defeat", "BATTLE.victory")]),
        ("Metacom wept after repeated violations by the English.", [("violations by", "AGREEMENT.violate")]),
        (
            "Richard negotiated a prisoner exchange with Saladin.",
            [("negotiated", "AGREEMENT.negotiate"), ("prisoner exchange", "AGREEMENT.exchange")],
        ),
        (
            "Upon the accession of Murad III he wept. He was deposed shortly after the accession of Mehmed III.",
            [("accession", "POLITICS.appoint"), ("deposed", "POLITICS.coup"), ("accession", "POLITICS.appoint")],
        ),
        ("Under the 1582 Truce of Jam Zapolski, Riga was at peace.", [("Truce", "AGREEMENT.ceasefire")]),
        ("He resented the September 1864 intervention in Uruguay.", [("intervention", "BATTLE.offensive")]),
        ("After the long and difficult siege of Pskov he rested.", [("siege", "TERRITORY.besiege")]),
        ("The transfer took place in 1821.", [("transfer", "TERRITORY.transfer")]),
        # Whence or whither one moved, and when it was
        ("Following his escape from Dublin Castle, Red Hugh rested.", [("escape", "TERRITORY.withdraw")]),
        ("After his flight to France he rested.", [("flight", "HUMANITARIAN.displace")]),
        ("The shah rested on the arrival of the fleet.", [("arrival", "MOVEMENT.arrive")]),
        ("Upon the departure of the army he wept.", [("departure", "TERRITORY.withdraw")]),
        ("After its surrender in the spring of 1636 the shah rested.", [("surrender", "AGREEMENT.surrender")]),
        ("Raids and a handful of larger battles raged in Florida.", [("Raids", "BATTLE.raid"), ("battles", "BATTLE.clash")]),
        ("There had previously been isolated disturbances in Tabor.", [("disturbances", "PROTEST.riot")]),
        ("Civil war between the Hussites and the Taborite party broke out in 1422.", [("Civil war", "BATTLE.clash")]),
        # how a move went that a place tells of, not one that was told of already
        ("The landing went badly.", []),
        ("The landing at Suvla went badly.", [("landing", "MOVEMENT.arrive")]),
        ("The retreat went uninterrupted.", []),
        ("The retreat from Ligny went uninterrupted.", [("retreat from", "TERRITORY.withdraw")]),
        ("The Danes resisted the Swedish advance in Lund.", [("resisted", "BATTLE.repel")]),
        ("The political push to increase trade began in 1754.", []),
        ("Heavy fire was directed at the town.", [("fire", "REMOTE.shelling")]),
        # What a deed brought about, whoever did it
        ("The arrival of the fleet decided the battle.", [("arrival", "MOVEMENT.arrive")]),
        ("The destruction of the bridge alarmed the rearguard.", [("destruction", "DESTRUCTION.destroy")]),
        # The time or the cause of another deed
        ("On the day of the capture of Kut he wept.", [("capture", "TERRITORY.capture")]),
        ("Within a month of the fall of Granada he wept.", [("fall", "TERRITORY.capture")]),
        ("They waited until the arrival of the fleet.", [("arrival", "MOVEMENT.arrive")]),
        ("A stalemate lasted until the armistice of 1664.", [("armistice", "AGREEMENT.ceasefire")]),
        ("He took advantage of the withdrawal of the Danes from Lund.", [("withdrawal", "TERRITORY.withdraw")]),
        ("Informed of the landing of the French at Bantry, he wept.", [("landing", "MOVEMENT.arrive")]),
        ("After the surrender of the fortress he wept.", [("surrender", "AGREEMENT.surrender")]),
        ("He wept following Danish defeat at Narva.", [("defeat", "BATTLE.victory")]),
        # When it was, how long it took, among what it was, of what a deed consisted
        ("The first attack on Kut was on 3 May.", [("attack", "BATTLE.attack")]),
        ("The conquest of the province took two years.", [("conquest", "TERRITORY.capture")]),
        ("Among the first acts of the junta was the arrest of the mayor.", [("arrest", "DETENTION.arrest")]),
        ("One of his first acts was the execution of the minister.", [("execution", "VIOLENCE.execution")]),
        ("The pretext was the murder of an envoy.", [("murder", "VIOLENCE.assassination")]),
        ("The event that started it was the assassination of the archduke.", [("assassination", "VIOLENCE.assassination")]),
        ("Operation Amber consisted of the evacuation of villagers.", [("evacuation", "HUMANITARIAN.evacuate")]),
        ("The day was marred by a riot.", [("riot", "PROTEST.riot")]),
        ("There was an extensive amount of urban warfare between the two.", [("warfare", "BATTLE.clash")]),
        ("There was a sharp increase in shelling.", [("shelling", "REMOTE.shelling")]),
        ("They surprised the king with landings in Provence.", [("landings", "MOVEMENT.arrive")]),
        ("Air raids and ground engagements continued around Riga.", [("Air raids", "REMOTE.airstrike"), ("engagements", "BATTLE.clash")]),
        ("He was knighted for the capture of Porto Bello.", [("capture", "TERRITORY.capture")]),
        # What ensued, what is one of many
        ("In the ensuing siege nobody slept.", [("siege", "TERRITORY.besiege")]),
        ("The resulting explosion alarmed the port.", [("explosion", "REMOTE.bombing")]),
        ("In the siege nobody slept.", []),
        ("There was much disorder, including the looting of shops.", [("looting", "VIOLENCE.assault")]),
        (
            "Rebels carried out 82 attacks, including 69 air strikes.",
            [("attacks", "BATTLE.attack")],
        ),
        # What led to fighting that went on; what year a subject was of
        ("The collapse of the tower led to renewed fighting.", [("fighting", "BATTLE.clash")]),
        ("Russia's defeat in the Crimean War led to reforms.", [("defeat", "BATTLE.victory")]),
        ("The general strike of November 1917 alarmed the king.", [("general strike", "PROTEST.strike")]),
        ("The walkout escalated to a general strike.", [("walkout", "PROTEST.strike"), ("general strike", "PROTEST.strike")]),
        ("The signing of the treaty ended the unease.", [("signing", "AGREEMENT.treaty")]),
        ("In May 1915 attacks on the convoy were recorded at Riga.", [("attacks", "BATTLE.attack")]),
        ("A report documented the deaths of 101 soldiers.", [("deaths", "CASUALTY.killed")]),
        # What was done about a deed that is new
        ("In May 1900 an expedition was fitted out at Riga.", [("expedition", "BATTLE.offensive")]),
        ("In May 1900 gunfire was heard at Riga.", [("gunfire", "REMOTE.shelling")]),
        ("There followed the siege of Riga.", [("siege", "TERRITORY.besiege")]),
        ("Three were killed by Danish shelling in Lund on 2 May.", [("shelling", "REMOTE.shelling")]),
        ("The clashes and shelling on 26 February killed 20 villagers.", [("clashes", "BATTLE.clash"), ("shelling", "REMOTE.shelling")]),
        ("Using the invasion of Saxony in May 1756 as a pretext, he wept.", [("invasion", "BATTLE.attack")]),
        ("On a raid into Scania in May he wept.", [("raid", "BATTLE.raid")]),
        # Joined across an *of* to what something led to
        (
            "The famine led to a change of mood and the withdrawal of the Danes.",
            [("withdrawal", "TERRITORY.withdraw")],
        ),
        ("The Danes advanced behind a barrage.", [("advanced", "TERRITORY.advance"), ("barrage", "REMOTE.shelling")]),
        # What somebody went over to, or helped to come about
        ("In May 1757 the Danes resorted to the shelling of Lund.", [("shelling", "REMOTE.shelling")]),
        ("In May 1757 the bishop facilitated the evacuation of villagers.", [("evacuation", "HUMANITARIAN.evacuate")]),
        # Deaths of whom a name tells, once
        ("After the death of Timur his sons wept.", [("death", "CASUALTY.killed")]),
        ("Following Timur's death his sons wept.", [("death", "CASUALTY.killed")]),
        ("His death in 1227 halted the work.", [("death", "CASUALTY.killed")]),
        ("On 3 May Marat was assassinated. After the death of Marat, Paris wept.", [("assassinated", "VIOLENCE.assassination")]),
        (
            "After the killing of two officers the village was burned.",
            [("killing", "CASUALTY.killed"), ("burned", "DESTRUCTION.destroy")],
        ),
        # Two nouns share what stands behind the second
        ("The capture and sack of Rome in 1527 shocked Europe.", [("capture", "TERRITORY.capture"), ("sack", "VIOLENCE.assault")]),
        (
            "The rape and murder of a nun on 1 January 1892 shocked Lund.",
            [("rape", "VIOLENCE.assault"), ("murder", "VIOLENCE.assassination")],
        ),
    ],
)  # fmt: skip
def test_nouns_told_for_the_first_time(text, expected):
    assert reported(text) == expected


def test_headings_and_captions_report_nothing():
    found = extract("Battle of Vienna\n\nThe Ottomans besieged Vienna in 1683.", title="Battle of Vienna")
    assert {found.sentences[e.sentence].kind for e in found.events} == {"prose"}


def test_titles_of_other_articles_report_nothing():
    text = (
        "The king fled in 1645.\n\n## See also\n\n* List of generals killed at Naseby\n* Naseby was stormed on 14 June"
    )
    assert [e.trigger.value.subtype for e in extract(text).events] == ["displace", "attack"]


@pytest.mark.parametrize(
    "text",
    [
        "The virus killed 4,000 wild birds.",
        "New outbreaks were confirmed in Taiwan.",
        "Large numbers of whales arrived in June.",
    ],
)
def test_no_event_in_other_walks_of_life(text):
    assert reported(text) == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        # What an adjective parts from its nation is no verb; nor do planes throw every firebomb.
        ("The French captured guns in the redoubt.", ("captured", "TERRITORY.capture")),
        ("The attack on the Russian fortified camp began at noon.", ("attack", "BATTLE.attack")),
        ("The students firebombed a store.", ("firebombed", "REMOTE.bombing")),
        ("Bombers firebombed Tokyo.", ("firebombed", "REMOTE.airstrike")),
        # Names of aircraft are words of other senses too, and ships and tanks do more than shell.
        ("The crusaders attacked Acre in 1191.", ("attacked", "BATTLE.attack")),
        ("The corsairs raided Sicily in 1544.", ("raided", "BATTLE.raid")),
        ("Wellington attacked the French at Vitoria.", ("attacked", "BATTLE.attack")),
        ("Rebel fighters attacked the police station in Gao.", ("attacked", "BATTLE.attack")),
        ("Two Lancasters attacked the dam.", ("attacked", "REMOTE.airstrike")),
        ("The tanks attacked the ridge at dawn.", ("attacked", "BATTLE.attack")),
        ("A tank hit the hospital.", ("hit", "REMOTE.shelling")),
        ("The fleet attacked Algiers in 1541.", ("attacked", "BATTLE.attack")),
        ("The galleons fired on the town.", ("fired on", "REMOTE.shelling")),
        # A title says what the named one is; a plural of capitals or with a number is a make.
        ("Princip shot Archduke Franz Ferdinand in Sarajevo.", ("shot", "VIOLENCE.assassination")),
        ("Rebels destroyed 20 Russian BMDs.", ("destroyed", "DESTRUCTION.destroy")),
        ("Ten of the T-72s were destroyed near Kharkiv.", ("destroyed", "DESTRUCTION.destroy")),
        ("Four Hessian battalions were destroyed at Trenton.", ("destroyed", "BATTLE.victory")),
        # A time or a place sees what happens; who has nothing to do with it.
        ("The year 1643 saw heavy fighting around Newbury.", ("fighting", "BATTLE.clash")),
        # What a deed answers has not its victims.
        ("German troops shot 60 men in reprisal for an attack.", ("shot", "CASUALTY.killed")),
        ("On 3 May 1942 the Germans struck on a broad front.", ("struck", "BATTLE.attack")),
        ("A summit of European leaders was held on 3 May 1942.", ("summit", "AGREEMENT.negotiate")),
        ("The Germans released 168 tons of chlorine against the Poles.", ("released", "REMOTE.chemical")),
        ("May 1968 saw riots in Paris.", ("riots", "PROTEST.riot")),
        ("The day witnessed a bloody clash near Lens.", ("clash", "BATTLE.clash")),
        ("The incident resulted in 14 deaths.", ("deaths", "CASUALTY.killed")),
        # A raid goes by who flies it: the subject, what stands behind *by*, or before.
        ("The militia carried out a raid on an air force base.", ("raid", "BATTLE.raid")),
        ("A suicide bomber carried out an attack on the market.", ("attack", "REMOTE.bombing")),
        ("The Nigerian Air Force conducted raids.", ("raids", "REMOTE.airstrike")),
        ("Israeli aircraft carried out attacks on the camp.", ("attacks", "REMOTE.airstrike")),
        ("A series of raids was flown by the Luftwaffe.", ("raids", "REMOTE.airstrike")),
        ("The ships were sunk in an attack by Stukas.", ("attack", "REMOTE.airstrike")),
        # *The latter* is what it stands for, and what is left of troops is troops; a deed is meant by *it*, too.
        ("He marched on Durango and Ochandiano, and took the latter.", ("took", "TERRITORY.capture")),
        (
            "They reached Durango and Ochandiano, and the former was abandoned by its garrison.",
            ("abandoned", "TERRITORY.withdraw"),
        ),
        ("The remnants then retreated to Ezo.", ("retreated", "TERRITORY.withdraw")),
        ("The mutiny spread, and troops came to quell it.", ("quell", "PROTEST.crackdown")),
        ("The Danes took part of Holstein.", ("took part of", "TERRITORY.capture")),
        ("He was deprived of the post of minister.", ("deprived", "POLITICS.resign")),
        ("Tshombe was recalled to head an interim administration.", ("recalled", "POLITICS.appoint")),
        ("In May Tshombe was recalled.", ("recalled", "POLITICS.resign")),
        ("They named Bartolomé Mitre, president of Argentina, as supreme commander.", ("named", "POLITICS.appoint")),
        ("In May Tewodros released all the Europeans unharmed.", ("released", "DETENTION.release")),
        ("In May he had his mother and sisters tortured when he suspected them.", ("tortured", "VIOLENCE.assault")),
        # Any office is appointed to, and whoever they are is overwhelmed; what was won is the battle, not who fought it.
        ("In May the Boers appointed a 'landdrost'.", ("appointed", "POLITICS.appoint")),
        ("The Dutch struck the vanguard, overwhelming each in turn.", ("overwhelming", "BATTLE.victory")),
        ("The decisive actions were the battles of Tampere and Viipuri, won by the Whites.", ("won", "BATTLE.victory")),
        ("In 1966 the plotters of the coup were subdued.", ("subdued", "PROTEST.crackdown")),
        ("Saddam Hussein's capture in December 2003 ended the search.", ("capture", "CASUALTY.captured")),
        ("Kut's capture in December 2003 ended the search.", ("capture", "TERRITORY.capture")),
        ("He felt weakened by Montfort's conquests in Languedoc.", ("conquests", "TERRITORY.capture")),
        ("In May 1535 Alba was in consequence created duke of Riga.", ("created", "POLITICS.appoint")),
        # Who dies in prison was no town; a people is many.
        ("In 1837 Osceola was captured and died in prison.", ("captured", "CASUALTY.captured")),
        ("The English had occupied the monastery, but they soon evacuated it.", ("evacuated", "TERRITORY.withdraw")),
        ("The king confirmed him in the government of the Deccan.", ("confirmed", "POLITICS.appoint")),
        ("He completed the work of driving the Danes across the Rhine.", ("driving", "TERRITORY.advance")),
        # Who wins at a place has won a battle there; command that is turned over is given.
        ("In 1643 Newcastle won at Adwalton Moor.", ("won at", "BATTLE.victory")),
        ("In 1864 Sherman turned over command of the corps to Blair.", ("turned over", "POLITICS.appoint")),
        ("In 1880 the party won at Leeds with 300 votes.", ("won", "POLITICS.elect")),
        ("In 1943 attempts were made on the king's life.", ("attempts were made on", "VIOLENCE.assassination")),
        # A truce by whatever name is a truce; who makes others raise a siege relieves the town.
        ("In 1953 both sides signed a ceasefire agreement at Panmunjom.", ("signed", "AGREEMENT.ceasefire")),
        ("In 1953 both sides signed a trade agreement at Panmunjom.", ("signed", "AGREEMENT.treaty")),
        ("In 1619 Mansfeld forced the king to raise the siege of Pilsen.", ("raise the siege of", "TERRITORY.relieve")),
        ("In 1619 hunger forced the king to raise the siege of Pilsen.", ("raise the siege of", "TERRITORY.withdraw")),
        ("Ladysmith was surrounded, and a column relieved it.", ("relieved", "TERRITORY.relieve")),
        ("The victory left the rebels in control of Aden.", ("left", "TERRITORY.capture")),
        ("The Danes fled, giving the Swedes control of Fyn.", ("giving the Swedes control of", "TERRITORY.capture")),
        (
            "The peace left the U.S. acquiring sovereignty over Guam.",
            ("acquiring sovereignty over", "TERRITORY.capture"),
        ),
        ("The invaders met fierce resistance from the Chetniks at Uzice.", ("met fierce resistance", "BATTLE.clash")),
        ("The garrison stubbornly resisted and was relieved.", ("resisted", "BATTLE.repel")),
        ("They beat off a much larger and better equipped Danish force.", ("beat off", "BATTLE.repel")),
        ("The war saw the destruction of the Federal Army in 1914.", ("destruction", "BATTLE.victory")),
        ("The war saw the destruction of the bridge in 1914.", ("destruction", "DESTRUCTION.destroy")),
        ("The decree of 1865 freed four million African Americans.", ("freed", "DETENTION.release")),
        ("In 1598 Henry was proclaimed King Henry IV of France.", ("proclaimed", "POLITICS.appoint")),
        ("In 1884 Chile gained a large amount of territory.", ("gained", "TERRITORY.capture")),
        ("In 1846 the Sikhs were beaten at Sobraon.", ("beaten", "BATTLE.victory")),
        ("In 1846 the Sikhs lost at Sobraon.", ("lost at", "BATTLE.victory")),
        ("In 537 Belisarius held Rome for a year against the Goths.", ("held", "BATTLE.repel")),
        ("In 1882 the rising was broken at Tel el-Kebir.", ("broken", "PROTEST.crackdown")),
        ("In 1942 the carrier was set ablaze and sank the next day.", ("sank", "DESTRUCTION.sink")),
        ("In 1693 they attacked the convoy, sinking or capturing ninety ships.", ("sinking", "DESTRUCTION.sink")),
        ("In 1954 members of the party were rounded up.", ("rounded up", "DETENTION.arrest")),
        ("In 1954 the hussars rounded up 300 Austrian soldiers.", ("rounded up", "CASUALTY.captured")),
        ("Georgian troops took Lund; Russian armour reached it and drove them out.", ("drove", "TERRITORY.advance")),
        ("In 1846 Muslims were beaten at a mosque.", ("beaten", "VIOLENCE.assault")),
        # Who goes on to a place arrives there; a war goes on to a year, and *before being* names no place.
        ("In 218 BC Scipio continued to Massalia with the army.", ("continued to", "MOVEMENT.arrive")),
        ("In 1862 the force continued on to New Orleans.", ("continued on to", "MOVEMENT.arrive")),
        ("In 1813 the convoy arrived before being attacked.", ("arrived", "MOVEMENT.arrive")),
        ("In 203 BC his move was checked by four legions.", ("checked", "BATTLE.repel")),
        # A commander lost is no territory; a town relieved from besiegers resigns nothing.
        ("At Aspern in 1809 the French lost Marshal Lannes.", ("lost", "CASUALTY.losses")),
        ("In 1864 the Confederates lost Jeb Stuart at Yellow Tavern.", ("lost", "CASUALTY.losses")),
        ("In 1704 the Swedes lost Narva.", ("lost", "TERRITORY.capture")),
        ("In 437 the Huns destroyed the Burgundians.", ("destroyed", "BATTLE.victory")),
        ("In 437 the Huns destroyed the Burgundian fleet.", ("destroyed", "DESTRUCTION.destroy")),
        ("In 1683 Sobieski relieved Vienna from the Turks.", ("relieved", "TERRITORY.relieve")),
        ("In 1146 BC the army was sold off into slavery.", ("sold off into slavery", "VIOLENCE.abduction")),
    ],
)
def test_the_type_goes_by_who_and_whom(text, event):
    assert event in reported(text)


def test_what_is_seen_and_known_already_is_not_told_again():
    assert reported("The king saw the invasion as an opportunity.") == []


@pytest.mark.parametrize(
    "text",
    [
        "In 1880 the horse won at Newmarket.",
        "In 1850 an attempt was made on the fort.",
        "In 1864 Sherman turned over the letter to Blair.",
    ],
)
def test_what_is_won_made_and_turned_over_in_peace(text):
    assert reported(text) == []
