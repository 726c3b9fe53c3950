"""Who does what to whom, and where: sentences of many wars, by the kind of phrase that hides the answer."""

import pytest

from pipeline import extract


def roles(text, word):
    found = extract(text)
    words = found.clean.text
    event = next(e for e in reversed(found.events) if word in words[e.trigger.start : e.trigger.end])

    def surface(arguments, *wanted):
        return [words[a.mention.start : a.mention.end] for a in arguments if not wanted or a.role in wanted]

    return surface(event.places), surface(event.actors, "initiator"), surface(event.actors, "target")


def check(text, word, places, initiators, targets):
    assert roles(text, word) == (places, initiators, targets)


@pytest.mark.parametrize(
    ("text", "word", "places", "initiators", "targets"),
    [
        ("In May 1758 the British lost 200 men.", "lost", [], [], ["British"]),
        # Both verbs are done to what stands behind the particle of the second.
        ("The Saxons attacked and drove back the Danes.", "attacked", [], ["Saxons"], ["Danes"]),
        # Who gets control of a town, and who makes others raise a siege.
        ("The Danes routed the garrison, giving them control of Lund.", "giving", ["Lund"], ["Danes"], []),
        ("The retreat gave the Swedes control of Lund.", "gave", ["Lund"], ["Swedes"], []),
        ("The retreat left the Swedes in control of Lund.", "left", ["Lund"], ["Swedes"], []),
        ("In 1969 Idris was overthrown in a coup led by Gaddafi.", "overthrown", [], ["Gaddafi"], ["Idris"]),
        ("In 1346 the earl forced the Scots to lift the siege of Lund.", "lift", ["Lund"], ["earl"], []),
        (
            "In 1973 Pinochet staged a coup, overthrowing Salvador Allende.",
            "staged",
            [],
            ["Pinochet"],
            ["Salvador Allende"],
        ),
        # What is so of something of the subject's stands between it and its verb.
        ("In May 1758 the garrison, its supplies exhausted, surrendered.", "surrendered", [], ["garrison"], []),
        ("In May 1758 the army, its retreat cut off, laid down its arms.", "laid", [], ["army"], []),
        ("In May 1758 the division, its flanks exposed, withdrew.", "withdrew", [], ["division"], []),
        ("In May 1758 his brother fled, his army surrendered, and Riga fell.", "surrendered", [], ["his army"], []),
        ("In May 1944 they took 300 men of the garrison prisoner.", "took", [], [], ["300 men"]),
        # A name is not what its bearer is made.
        ("In May 1948 the council appointed Ben Gurion Prime Minister.", "appointed", [], ["council"], ["Ben Gurion"]),
        ("In May 1940 the king made Churchill prime minister.", "made", [], ["king"], ["Churchill"]),
        ("In May 1936 Mussolini made Badoglio Viceroy of Ethiopia.", "made", [], ["Mussolini"], ["Badoglio"]),
        ("In May 1911 the court named Chang Hsun Governor of Hubei.", "named", [], ["court"], ["Chang Hsun"]),
        ("In May 1936 the king appointed Stephen King envoy.", "appointed", [], ["king"], ["Stephen King"]),
        # What goes with a fight is told behind a comma: not with whom one fought.
        ("In May 1920 fighting broke out, with the Turks losing 300 men.", "fighting", [], [], []),
        ("In May 1948 a firefight developed, with the Danes pouring rifle fire on the cars.", "firefight", [], [], []),
        ("In May 1920 fighting broke out with the Turks.", "fighting", [], [], ["Turks"]),
        # Behind a comma and *and* stands who does the next deed, with a participle or without.
        (
            "In May 1809 the fort was shelled by French guns, and British troops waiting in the ditch fled.",
            "shelled",
            [],
            ["French guns"],
            ["fort"],
        ),
        (
            "In May 1809 the Danes defeated the Poles, and the Swedes led by Banner withdrew.",
            "defeated",
            [],
            ["Danes"],
            ["Poles"],
        ),
        (
            "In May 1809 the Danes were defeated by the Poles and the Swedes led by Banner.",
            "defeated",
            [],
            ["Poles", "Swedes"],
            ["Danes"],
        ),
        ("In May 1944 three Soviet armies smashed into Riga.", "smashed into", ["Riga"], ["three Soviet armies"], []),
        # Ships have the names of towns; what is sunk is none.
        (
            "In May 1915 they sank Scharnhorst, Leipzig and Nürnberg.",
            "sank",
            [],
            [],
            ["Scharnhorst", "Leipzig", "Nürnberg"],
        ),
        ("In May 1915 the Leipzig was sunk at Riga.", "sunk", ["Riga"], [], ["Leipzig"]),
        ("In May 1942 more than 159 sailors were lost.", "lost", [], [], ["159 sailors"]),
        ("In May 1083 Bohemund himself with his army entered Larissa.", "entered", ["Larissa"], ["Bohemund"], []),
        (
            "In May 1919 Hall escaped from prison along with Reed and Milroy.",
            "escaped from",
            [],
            ["Hall", "Reed", "Milroy"],
            [],
        ),
        (
            "In May 1919 the Danes attacked the Poles along with the Swedes.",
            "attacked",
            [],
            ["Danes"],
            ["Poles", "Swedes"],
        ),
        # A place one comes past does not do what a participle behind it tells; a column or a land does.
        ("In May 1914 a column crossing the Rhine burned Lund.", "crossing", ["Rhine"], ["column"], []),
        ("In May 1519 the army left Kabul burning the bazaar.", "burning", [], ["army"], ["bazaar"]),
        ("In May 1645 the cavalry crossed the Rhine pursuing the Danes.", "pursuing", [], ["cavalry"], ["Danes"]),
        # What is named of several towns is taken with them; what is named of a front is no place it left.
        (
            "In May 1917 the northern front, including the Lund Military District, was withdrawn.",
            "withdrawn",
            [],
            [],
            ["northern front"],
        ),
        (
            "In May 1917 three villages, including Ypres and Messines, were captured by the Danes.",
            "captured",
            ["Ypres", "Messines"],
            ["Danes"],
            [],
        ),
        ("In May 1915 several towns including Ypres were shelled.", "shelled", ["Ypres"], [], []),
        # Whom *as well as* joins to the subject does it, too.
        (
            "In May 1756 the Austrians as well as the Russians left Lund.",
            "left",
            ["Lund"],
            ["Austrians", "Russians"],
            [],
        ),
        ("In September 1939 Warsaw as well as Lublin was bombed.", "bombed", ["Warsaw", "Lublin"], [], []),
        # Whose life it was.
        ("In May 1878 there was an attempt on the life of the emperor.", "attempt", [], [], ["emperor"]),
        ("In May 1915 the evacuation of civilians from Lund began.", "evacuation", ["Lund"], [], ["civilians"]),
        # How many there were at least, and what a defeat was owed to, is nobody.
        ("Upwards of 500 rebels attacked Lund in May 1905.", "attacked", ["Lund"], ["500 rebels"], []),
        ("In May 1941 the Germans defeated the Danes thanks to the fleet.", "defeated", [], ["Germans"], ["Danes"]),
        # What one goes to right before the subject, where no comma parts them; whom a war is against; who was trapped.
        ("After crossing the Rhine in May 1792 the army took Mainz.", "took", ["Mainz"], ["army"], []),
        ("In May 1805 after marching to the Danube the army took Ulm.", "took", ["Ulm"], ["army"], []),
        ("In May 1805 after marching to the Danube the army took Ulm.", "marching", ["Danube"], ["army"], []),
        ("In May 1940 Italy went to war against France.", "went to war against", [], ["Italy"], ["France"]),
        ("Trapped at Uman in May 1941 were three Soviet armies.", "Trapped", ["Uman"], [], ["three Soviet armies"]),
        ("In May 1992 Smith received life imprisonment.", "received", [], [], ["Smith"]),
        # Who is given an office, not what office, though it has an article and is one of two.
        ("In May 1862 Lee sent Johnston a brigade.", "sent", [], ["Lee"], ["brigade"]),
        ("In May 1812 the king appointed Davout the supreme commander.", "appointed", [], ["king"], ["Davout"]),
        ("In May 1643 Parliament made Fairfax the commander of the army.", "made", [], ["Parliament"], ["Fairfax"]),
        (
            "In May 1950 Mao appointed Zhou Enlai the overall commander and leader of the staff.",
            "appointed",
            [],
            ["Mao"],
            ["Zhou Enlai"],
        ),
        # Whom it joins to those who were fought was fought, too; who goes along with a subject goes.
        ("In May 1644 the king escaped along with his guards.", "escaped", [], ["king", "guards"], []),
        (
            "In May 1809 the Tyroleans fought against the Bavarians as well as the French.",
            "fought",
            [],
            ["Tyroleans"],
            ["Bavarians", "French"],
        ),
        # Whose help it was, and what had run out, is nobody who was fought or robbed.
        ("In May 1696 Peter took the fort from the Turks.", "took", [], ["Peter"], ["Turks"]),
        ("With help from Spain, the rebels took Derry in 1600.", "took", ["Derry"], ["rebels"], []),
        (
            "In May 1871 the Danes fought the Prussians until, with their ammunition exhausted, they fled.",
            "fought",
            [],
            ["Danes"],
            ["Prussians"],
        ),
        # Whom one leads in a deed does it too; not who leads elsewhere.
        ("In May 1834 Reed led a sect. An attack on Lund failed.", "attack", ["Lund"], [], []),
        ("In May 1834 Reed led 30 men in a raid on Lund.", "raid", ["Lund"], ["Reed", "30 men"], []),
        (
            "In May 1834 Colonel Reed led the 5th Brigade in the capture of Lund.",
            "capture",
            ["Lund"],
            ["Colonel Reed", "5th Brigade"],
            [],
        ),
        # Who receives reinforcements is helped.
        (
            "In May 1817 Brownrigg received reinforcements from India.",
            "received reinforcements",
            ["India"],
            [],
            ["Brownrigg"],
        ),
        ("In May 1824 Hall made a peace accord with the Zulus.", "made a peace", [], ["Hall"], ["Zulus"]),
        ("In May 1824 the government's response left 100 Zulus dead.", "dead", [], [], []),
        # Whoever settles it frees nobody and does not withdraw; whom a tax moves to revolt rises.
        ("In May 1796 Adams negotiated the release of the prisoners.", "release", [], [], ["prisoners"]),
        ("In May 1796 Adams negotiated the withdrawal of French troops.", "withdrawal", [], ["French troops"], []),
        ("In May 1215 the tax forced the barons into open rebellion.", "rebellion", [], ["barons"], []),
        # No place kills, nor what was struck.
        ("In May 2015 there was an attack on the embassy that killed 32 people.", "attack", [], [], ["embassy"]),
        ("In May 2015 he led the troops in Kiev that burned Lund.", "burned", ["Lund"], ["troops"], []),
        # Who obtains aid is helped.
        ("In May 1566 Maximilian obtained aid from the empire.", "aid", [], ["empire"], ["Maximilian"]),
        ("In May 2015 the attack was claimed by Hezbollah.", "claimed", [], ["Hezbollah"], []),
        (
            "On 1 May 1566 the main body of the army crossed the Danube.",
            "crossed",
            ["Danube"],
            ["body of the army"],
            [],
        ),
        # Who leads it is told behind a comma; of another deed it tells nothing.
        ("The coup, feared by Idi Amin, took place in May 1971.", "coup", [], [], []),
        ("The coup, led by Idi Amin, took place in May 1971.", "coup", [], ["Idi Amin"], []),
        ("The uprising, led by Mulele, began in January 1964.", "uprising", [], ["Mulele"], []),
        # What is lost comes with nobody; who marches off with his men takes them.
        ("In May 1943 the convoy arrived in Malta with four ships sunk.", "arrived", ["Malta"], ["convoy"], []),
        (
            "In May 1879 Chelmsford marched off with half his infantry.",
            "marched off",
            [],
            ["Chelmsford"],
            ["his infantry"],
        ),
        ("In May 1943 the brigade took Cassino with 18 men killed.", "took", ["Cassino"], ["brigade"], []),
        # A place that a name tells is told once.
        ("In May 1879 the Zulus assaulted the mission station at Ulundi.", "assaulted", ["Ulundi"], ["Zulus"], []),
        (
            "In May 1756 Hall was a captain from Leeds, England who captured Louisbourg.",
            "captured",
            ["Louisbourg"],
            ["captain"],
            [],
        ),
        # Who moves with a leader, not whom he met; who kills himself; who stands behind a date.
        ("Osorio landed with the Danes.", "landed", [], ["Osorio"], []),
        ("Osorio crossed the Don with about 5,000 men.", "crossed", ["Don"], ["Osorio", "5,000 men"], []),
        ("In 1573 Yoshikage committed suicide.", "committed suicide", [], ["Yoshikage"], []),
        (
            "Some 3,200 British soldiers went into captivity.",
            "went into captivity",
            [],
            [],
            ["Some 3,200 British soldiers"],
        ),
        ("He beat the Tatars on 18 July and the vizier on 1 August.", "beat", [], [], ["Tatars", "vizier"]),
        ("Lesbos revolted from Athens.", "revolted from", [], ["Lesbos"], ["Athens"]),
        # A building that is entered is where, a camp is who lies in it.
        ("The rebels stormed the camp.", "stormed", [], ["rebels"], ["camp"]),
        ("The rebels stormed the palace.", "stormed", ["palace"], ["rebels"], []),
        # What a thing is meant for is no verb of its own; who is declared king does not declare; how far is nobody.
        ("Officials said the raid aimed to capture Kut.", "capture", ["Kut"], [], []),
        ("The army launched an offensive designed to relieve Kut.", "offensive", [], ["army"], []),
        ("Rebels killed 12 policemen in an attack on a station.", "attack", [], ["Rebels"], ["station"]),
        ("Riga was taken and the senate elected Marius consul.", "elected", [], ["senate"], ["Marius"]),
        ("Henry was deposed and Edward declared king.", "declared", [], [], ["Edward"]),
        ("The king announced his news to the Danes.", "announced", [], ["king"], ["Danes"]),
        ("China announced its withdrawal to the Line of Control.", "announced", [], ["China"], []),
        ("The archers fell back a short distance.", "fell back", [], ["archers"], []),
        ("The mayor was among those killed in May.", "was among those killed", [], [], ["mayor"]),
        ("The mayor was among five soldiers killed.", "killed", [], [], ["five soldiers"]),
        # A word for the men of a people, where it can be no other; whom a demand is for is not who is asked.
        ("The Confederate works were strong, and the attempt to capture Kut failed.", "capture", ["Kut"], [], []),
        ("An incursion by Safavid ghazis into Anatolia failed.", "incursion", ["Anatolia"], ["Safavid ghazis"], []),
        ("The king called for the return of the Danes.", "return", [], ["Danes"], []),
        ("The regiment took a leading part in the attack on the Boers.", "attack", [], ["regiment"], ["Boers"]),
        ("The regiment distinguished itself in the attack on Kut.", "attack", ["Kut"], ["regiment"], []),
        ("Fighters disguised as traders entered Kut.", "entered", ["Kut"], ["Fighters"], []),
        (
            "It led to the execution of two of Mengistu's predecessors.",
            "execution",
            [],
            [],
            ["Mengistu's predecessors"],
        ),
        (
            "The corps took part in the battles of Rietfontein and Kut.",
            "battles",
            ["Rietfontein", "Kut"],
            ["corps"],
            [],
        ),
        # Who leaves a place goes on to act; who is left does.
        ("Horn left Riga to attack the Saxons.", "attack", [], ["Horn"], ["Saxons"]),
        # no land acts from which somebody moves; all of several who are sent, and who are named before *all of whom*
        ("Charles moved from Saxony into Russia to confront Peter.", "confront", [], ["Charles"], ["Peter"]),
        (
            "The Polish king moved to Lublin to relieve the garrison.",
            "relieve",
            ["Lublin"],
            ["Polish king"],
            ["garrison"],
        ),
        ("Tilly led his men to the hill to attack the fort.", "attack", [], ["men"], ["fort"]),
        (
            "He sent one of the legions and 500 men to attack Kiel.",
            "attack",
            ["Kiel"],
            ["one of the legions", "500 men"],
            [],
        ),
        ("The junta had Horn, Tott, and Banér, all of whom resigned.", "resigned", [], ["Horn", "Tott", "Banér"], []),
        ("Horn left a regiment to attack the Saxons.", "attack", [], ["regiment"], ["Saxons"]),
        # Who authorises a deed of others does not act; who plans his own does.
        ("The Danes planned an attack on Riga.", "attack", ["Riga"], ["Danes"], []),
        ("The king authorised a Swedish attack on Riga.", "attack", ["Riga"], ["Swedish"], []),
        ("In June war between Denmark and Sweden broke out.", "broke out", [], ["Denmark", "Sweden"], []),
        ("The council called for calm.", "called for", [], ["council"], []),
        ("The council called for the soldiers to keep calm.", "called for", [], ["council"], ["soldiers"]),
        ("Officials said two soldiers and a guide were killed.", "killed", [], [], ["two soldiers", "guide"]),
        ("Officials said four men and a nun, including the cook, were shot.", "shot", [], [], ["four men", "nun"]),
        ("Rebels shot people including the mayor, many officers, and guards.", "shot", [], ["Rebels"], ["people"]),
        # What goes along with a deed is of others.
        ("The mill was destroyed, amid condemnation by the bishops.", "destroyed", [], [], ["mill"]),
        (
            "After the arrest and trial of General Guzmán in May violence declined.",
            "arrest",
            [],
            [],
            ["General Guzmán"],
        ),
        ("In the bank 240 guests were held hostage.", "held", [], [], ["240 guests"]),
        # Whose torpedoes struck; where shells come from is nobody, nor is whose support an attack had.
        ("The tower was hit by shells from the ridge.", "hit", [], [], ["tower"]),
        ("The tanker was hit by torpedoes from the submarine U-67.", "hit", [], ["submarine U-67"], ["tanker"]),
        ("The Nerissa was struck by a torpedo fired from a submarine.", "struck", [], ["submarine"], ["Nerissa"]),
        ("The brigade came under the fire of the Boers.", "came under the fire", [], ["Boers"], ["brigade"]),
        ("The Danes launched attacks with support from the navy.", "attacks", [], ["Danes"], []),
        ("The hussars attacked the infantry head on.", "attacked", [], ["hussars"], ["infantry"]),
        ("The troops deserted en masse to the Danes.", "deserted", [], ["troops"], ["Danes"]),
        ("In 1216 the barons deserted King John.", "deserted", [], ["barons"], ["King John"]),
        ("In 1688 Sweden called a truce and soon after Horn returned to Riga.", "returned to", ["Riga"], ["Horn"], []),
        # Not the survivors, but where they were.
        ("He had the prisoners taken to Kut, which was shelled in May.", "shelled", ["Kut"], [], []),
        # Not who took it retook it; whose party is banned is no party.
        ("Koidu was captured by the RUF in May and retaken in June.", "retaken", ["Koidu"], [], []),
        ("The government banned his party and arrested him.", "arrested", [], ["government"], []),
        # A town that yields is where and who; a country is who.
        ("France surrendered in 1940.", "surrendered", [], ["France"], []),
        ("Leipzig opened its gates in 1642.", "opened", ["Leipzig"], ["Leipzig"], []),
        # What several have done to them, and what is paid for; who is sent and then acts.
        ("He had the towns of Kut and Basra burned.", "burned", ["Kut", "Basra"], [], []),
        ("Horn led a raid meant to free the monks.", "raid", [], ["Horn"], []),
        (
            "The Swedes met the Danes near Kolding. The attack on the Danes forced them to withdraw.",
            "withdraw",
            [],
            ["them"],
            [],
        ),
        ("Rebels launched an attack on Kut,", "attack", ["Kut"], ["Rebels"], []),
        # Who carries a deed out stands behind a particle, or behind a comma and where it was done; no night carries it out.
        ("The division moved out by night.", "moved out", [], [], []),
        ("A raid carried out by British commandos destroyed the dock.", "raid", [], ["British commandos"], []),
        ("An assault on the town, led by Horn, was repelled.", "assault", [], ["Horn"], []),
        ("The first attack, made by 600 rebels, failed.", "attack", [], ["600 rebels"], []),
        ("The villages of Ain Issa and Tal Abyad in Raqqa were shelled.", "shelled", ["Ain Issa", "Tal Abyad"], [], []),
        ("An estimated 200–300 civilians had been killed.", "killed", [], [], ["estimated 200–300 civilians"]),
        ("The king had the members of the council executed.", "executed", [], ["king"], ["members of the council"]),
        ("Alfred paid the Danes to leave his kingdom.", "leave", [], ["Danes"], []),
        ("The army was sent to the aid of Christian and occupied Kiel.", "occupied", ["Kiel"], ["army"], []),
        ("At the end of 870 Halfdan and Bagsecg seized Reading.", "seized", ["Reading"], ["Halfdan", "Bagsecg"], []),
        # Behind a relative clause that a comma opened, the sentence goes on.
        (
            "The king defeated the rebels, many of whom fled to Scotland, and captured York.",
            "captured",
            ["York"],
            ["king"],
            [],
        ),
        (
            "The emir freed the envoys, 40 of whom were held in Fez, and stormed Ceuta.",
            "stormed",
            ["Ceuta"],
            ["emir"],
            [],
        ),
        # The agent of a deed: in its phrase, after by, of its participle, or of the verb that carries it out.
        ("A sortie by part of the IX Corps was repulsed.", "repulsed", [], [], ["part of the IX Corps"]),
        ("Sikh incursions into Ladakh were repulsed in 1842.", "repulsed", ["Ladakh"], [], ["Sikh"]),
        (
            "The raid executed by the Royal Navy destroyed two barges.",
            "destroyed",
            [],
            ["Royal Navy"],
            ["two barges"],
        ),
        (
            "British forces mounted an offensive that drove Ottoman troops back to Gaza.",
            "drove",
            ["Gaza"],
            ["British forces"],
            ["Ottoman troops"],
        ),
        ("The Turks assaulted Eger, but the attack was repelled.", "repelled", [], [], ["Turks"]),
        # A place that opens the sentence is no part of who acts there; troops named with *with* are.
        ("With Soviet bombings suspended, work on the road went on.", "bombings", [], ["Soviet"], []),
        ("Near Vilna rebels attacked a convoy.", "attacked", ["Vilna"], ["rebels"], ["convoy"]),
        ("In Egypt police and protesters clashed.", "clashed", ["Egypt"], ["police", "protesters"], []),
        ("In Alsace French troops beat the guards.", "beat", ["Alsace"], ["French troops"], ["guards"]),
        ("During that war Rome and Veii both attacked Cumae.", "attacked", ["Cumae"], ["Rome", "Veii"], []),
        # What *it* and *she* stand for behind a participle; a ship that is named after what is shot.
        ("The brigade left Riga. Moved to Narva, it burned two barns.", "burned", [], ["it"], ["two barns"]),
        ("HMS Arrow left Malta. She shelled Valona.", "shelled", ["Valona"], ["She"], []),
        ("An arrow wounded the sentry.", "wounded", [], [], ["sentry"]),
        ("Edward's attempt to relieve Stirling failed.", "relieve", ["Stirling"], ["Edward"], []),
        ("Peter was killed in a coup within the guard orchestrated by his wife.", "coup", [], ["wife"], []),
        ("Syrian missiles hit Tiberias.", "hit", ["Tiberias"], ["Syrian"], []),
        # A name that no finder knows, and the place where it was struck.
        (
            "Ferdinand appointed Count Tilly commander-in-chief of the army.",
            "appointed",
            [],
            ["Ferdinand"],
            ["Count Tilly"],
        ),
        ("Gustav appointed Torstensson quartermaster.", "appointed", [], ["Gustav"], ["Torstensson"]),
        ("Gustav appointed Danish officers.", "appointed", [], ["Gustav"], ["Danish officers"]),
        ("Gustav's efforts to advance into Silesia were frustrated.", "advance", ["Silesia"], ["Gustav"], []),
        (
            "The Dutch captured Portuguese trading posts on Ceylon.",
            "captured",
            ["Ceylon"],
            ["Dutch"],
            ["Portuguese trading posts"],
        ),
        ("Union troops entered Richmond. When that city fell, Grant left.", "fell", ["Richmond"], [], []),
        ("The Union losses were 500 killed.", "losses", [], [], ["Union"]),
        ("A Union attack on Atlanta failed.", "attack", ["Atlanta"], ["Union"], []),
        ("The news stimulated Danish commanders to attack the forts.", "attack", [], ["Danish commanders"], ["forts"]),
        (
            "Davis ordered Pemberton, commanding 23,000 men, to leave Vicksburg.",
            "leave",
            ["Vicksburg"],
            ["Pemberton"],
            [],
        ),
        ("The shah ordered Nadir, forcing the guards to leave Kars.", "leave", ["Kars"], ["guards"], []),
        (
            "Ben Bella was overthrown by Houari Boumediene, his ally and minister.",
            "overthrown",
            [],
            ["Houari Boumediene"],
            ["Ben Bella"],
        ),
        (
            "Magdeburg was stormed by Tilly, his guards and 300 men.",
            "stormed",
            ["Magdeburg"],
            ["Tilly", "guards", "300 men"],
            [],
        ),
        (
            "The fort was attacked by Ney, the guard and the dragoons.",
            "attacked",
            [],
            ["Ney", "guard", "dragoons"],
            ["fort"],
        ),
        ("Vercingetorix was besieged in Alesia by Caesar.", "besieged", ["Alesia"], ["Caesar"], ["Vercingetorix"]),
        ("Zubeidat was attacked in Yemen by the Turks.", "attacked", ["Zubeidat", "Yemen"], ["Turks"], []),
        ("Cyrus took Sardis from Croesus.", "took", ["Sardis"], ["Cyrus"], ["Croesus"]),
        # Who is driven back, and who did what took him so long.
        (
            "Jubal Early was driven back by Wright at Silver Spring.",
            "driven back",
            ["Silver Spring"],
            ["Wright"],
            ["Jubal Early"],
        ),
        ("It took the Allies six weeks to capture Caen.", "capture", ["Caen"], ["Allies"], []),
        ("The minister announced the seizure of Tal Afar by the army.", "seizure", ["Tal Afar"], ["army"], []),
        ("Troops fought rebels led by Colonel Adan near Bor.", "fought", ["Bor"], ["Troops"], ["rebels"]),
        (
            "Three divisions, namely the 1st Division, the 4th and the 9th, attacked Riga.",
            "attacked",
            ["Riga"],
            ["Three divisions"],
            [],
        ),
        # Behind a relative clause those it tells of are met again; what an infinitive behind a passive is to do, its agent does.
        ("Sully met the warriors that had escaped in May and defeated them.", "defeated", [], ["Sully"], ["them"]),
        (
            "Decoys were set by the US Navy in the Persian Gulf to sink tankers.",
            "sink",
            ["Persian Gulf"],
            ["US Navy"],
            ["tankers"],
        ),
        (
            "The Danes seized lines, towns, and depots along the coast, defeating two regiments.",
            "defeating",
            [],
            ["Danes"],
            ["two regiments"],
        ),
        (
            "The fleet sailed up the Scheldt to Lillo thus outflanking the Danes.",
            "outflanking",
            [],
            ["fleet"],
            ["Danes"],
        ),
        (
            "The guard was cut off by retreating Danish columns.",
            "cut off",
            [],
            ["retreating Danish columns"],
            ["guard"],
        ),
        # Whom a verb of taking makes a prisoner; who stands behind the place where a new clause begins.
        ("Timur took Bayezid prisoner at Ankara.", "took", ["Ankara"], ["Timur"], ["Bayezid"]),
        ("The Danes took 300 men prisoner.", "took", [], ["Danes"], ["300 men"]),
        ("Two trucks were sent back, and on the road Captain Hale was killed.", "killed", [], [], ["Captain Hale"]),
        ("The pilot Michael Durant was taken prisoner.", "taken", [], [], ["pilot Michael Durant"]),
        ("The Soviets claimed 4,000 Germans killed and 6,000 captured.", "killed", [], [], ["Germans"]),
        ("The siege cost the Turks 4,000 dead.", "cost", [], [], ["Turks"]),
        (
            "The war cost the lives of 649 Argentines, 255 sailors and three nuns.",
            "cost",
            [],
            [],
            ["Argentines", "255 sailors", "three nuns"],
        ),
        ("Kluck sent the II and IV Corps across the Marne.", "sent", ["Marne"], ["Kluck"], ["II", "IV Corps"]),
        (
            "Hill's division arrived from Harpers Ferry and drove them back.",
            "drove",
            ["Harpers Ferry"],
            ["Hill's division"],
            [],
        ),
        # Hyphens that stand for dashes; where one went behind another, apart by a comma.
        ("In 1700 the Danes - allies of the Poles - attacked Riga.", "attacked", ["Riga"], ["Danes"], []),
        ("The Danes crossed after them, into Poland.", "crossed", ["Poland"], ["Danes"], []),
        # A town that bears a man's name, where it is left or entered; ships that bear a town's.
        ("The brigade left Franklin to scout.", "left", ["Franklin"], ["brigade"], []),
        ("The brigade entered Franklin.", "entered", ["Franklin"], ["brigade"], []),
        ("The fleet sank the destroyers Boston and Ajax off Hull.", "sank", ["Hull"], ["fleet"], ["Boston", "Ajax"]),
        # Names of rulers.
        ("Charles the Bold was killed by the Swiss at Nancy.", "killed", ["Nancy"], ["Swiss"], ["Charles the Bold"]),
        ("In 1552 Ivan the Terrible captured Kazan.", "captured", ["Kazan"], ["Ivan the Terrible"], []),
        ("In 1762 Peter the Great met Frederick the Great.", "met", [], ["Peter the Great"], ["Frederick the Great"]),
        ("In 1866 Prussia the aggressor attacked Saxony.", "attacked", ["Saxony"], ["aggressor"], []),
        # With whom they had talked or fought before; who lost it; the clause of one who is named twice.
        ("The rebels freed ten men after talks with Seoul.", "talks", [], ["rebels"], ["Seoul"]),
        ("After an exchange of fire with police, the militants fled.", "exchange", [], ["militants"], ["police"]),
        ("After heavy fighting with rebels, the town of Homs fell.", "fighting", [], [], ["rebels"]),
        ("Garibaldi took Palermo from the Bourbons.", "took", ["Palermo"], ["Garibaldi"], ["Bourbons"]),
        (
            "They fled after the governor, Rex Hunt, had surrendered to Admiral Byng.",
            "surrendered",
            [],
            ["Rex Hunt"],
            ["Admiral Byng"],
        ),
        # What stands beside each other with the same preposition; of whom something is asked.
        (
            "The French defeated the Austrians at Marengo and the Russians at Friedland.",
            "defeated",
            ["Marengo", "Friedland"],
            ["French"],
            ["Austrians", "Russians"],
        ),
        (
            "The Boers killed 200 men at Colenso and 300 men at Ladysmith.",
            "killed",
            ["Colenso", "Ladysmith"],
            ["Boers"],
            ["200 men", "300 men"],
        ),
        ("The Boers killed 200 men and 300 men.", "killed", [], ["Boers"], ["200 men", "300 men"]),
        ("The Ottomans lost Belgrade to Eugene of Savoy.", "lost", ["Belgrade"], ["Eugene"], ["Ottomans"]),
        ("The Danes asked the Swedes for an armistice.", "armistice", [], ["Danes"], ["Swedes"]),
        # Whose attempt it was; a part of an army; *at* behind an object tells where.
        ("The garrison repelled Vauban's attempt to storm Lille.", "storm", ["Lille"], ["Vauban"], []),
        ("The garrison repelled Vauban's attempt to storm Lille.", "repelled", ["Lille"], ["garrison"], ["Vauban"]),
        ("One fourth of the army was cut off by cavalry.", "cut off", [], ["cavalry"], ["army"]),
        ("The Danes attacked the Rebels at Raymond.", "attacked", ["Raymond"], ["Danes"], ["Rebels"]),
        ("The Danes shot at Raymond.", "shot", [], ["Danes"], ["Raymond"]),
        # Another than who acts; a rank is no *she*; lands that are taken; what is struck behind onto.
        (
            "General Prim had reinstated Marshal Serrano. The next day Serrano named him interim prime minister.",
            "named",
            [],
            ["Serrano"],
            ["him"],
        ),
        ("Captain Prat was killed. She was sunk by the Danes.", "sunk", [], ["Danes"], []),
        ("Saladin conquered the Kingdom of Jerusalem.", "conquered", ["Kingdom of Jerusalem"], ["Saladin"], []),
        ("The FARC threw explosives onto a police station.", "threw", [], ["FARC"], ["police station"]),
        ("Two explosions shook the barracks.", "explosions", [], [], ["barracks"]),
        (
            "The lawyer Pedro Paterno met with Prim with a plan based on reforms.",
            "met",
            [],
            ["lawyer Pedro Paterno"],
            ["Prim"],
        ),
        ("He prepared the young men to fight the Spartans.", "fight", [], ["young men"], ["Spartans"]),
        (
            "The governments of Bulgaria and the Ottoman Empire, under their ministers, declared war on Romania.",
            "declared war",
            [],
            ["governments of Bulgaria", "Ottoman Empire"],
            ["Romania"],
        ),
        # Who walks into a trap, whose way is cut, whom attackers came from, who goes on behind an insertion.
        ("The rangers fell into a trap.", "fell into", [], [], ["rangers"]),
        ("The column walked into an ambush at Maiwand.", "ambush", ["Maiwand"], [], ["column"]),
        ("Hannibal lured Flaminius into an ambush.", "ambush", [], ["Hannibal"], ["Flaminius"]),
        ("They ran into an ambush laid by the militia.", "ambush", [], ["militia"], []),
        ("The Danes cut off the Swedes' line of retreat.", "cut off", [], ["Danes"], ["Swedes"]),
        ("The Danes cut the line.", "cut", [], ["Danes"], []),
        ("The FLN repelled raids from two groups of the MNA.", "repelled", [], ["FLN"], ["MNA"]),
        ("The men were hit by fire from artillery.", "hit", [], ["artillery"], ["men"]),
        ("Maurice after taking Delft reinforced Breda.", "reinforced", ["Breda"], ["Maurice"], []),
        (
            "They surprised the Duke of Alba attempting to besiege Leiden.",
            "besiege",
            ["Leiden"],
            ["Duke of Alba"],
            [],
        ),
        (
            "The tanks and escorting infantrymen were destroyed.",
            "destroyed",
            [],
            [],
            ["tanks", "escorting infantrymen"],
        ),
        ("The Eretrians allowed themselves to be besieged.", "besieged", [], [], ["Eretrians"]),
        (
            "Danes quashed a coup which had been backed by Berlin, then, with others, invaded Kiel.",
            "invaded",
            ["Kiel"],
            ["Danes"],
            [],
        ),
        ("Homs had come under Russian control.", "come under", ["Homs"], ["Russian"], []),
        (
            "Moscow gave military aid to Ethiopia in the form of rifles.",
            "gave military aid",
            [],
            ["Moscow"],
            ["Ethiopia"],
        ),
        ("The raids targeting civilians in Sidon appalled him.", "raids", ["Sidon"], [], ["civilians"]),
        # Whose rule it came under, of whom help was sought, who flees besides who breaks.
        ("Russia returned Wallachia to Ottoman control.", "returned", ["Wallachia"], ["Russia"], ["Ottoman"]),
        ("The Danes sought reinforcements from the Poles.", "reinforcements", [], ["Poles"], []),
        ("They attacked, forcing the line to break and many of the men to flee.", "flee", [], ["men"], []),
        ("Nur Muhammad was shot in Kabul in May.", "shot", ["Kabul"], [], ["Nur Muhammad"]),
        ("The guards forced the last shah, a boy of six, to abdicate.", "abdicate", [], ["last shah"], []),
        ("They entered the town and began attacking villagers.", "attacking", [], [], ["villagers"]),
        ("The guards met the attacking cavalry.", "met", [], ["guards"], ["attacking cavalry"]),
        ("During the revolt Henry II of England had occupied Brittany.", "occupied", ["Brittany"], ["Henry II"], []),
        (
            "The Senate approved the dispatch to Sicily of a fleet.",
            "dispatch",
            ["Sicily"],
            ["Senate"],
            ["fleet"],
        ),
        (
            "He kept peace with the Danes and Gustav (c. 1560–1607), his son, became king in 1592.",
            "became",
            [],
            [],
            ["Gustav"],
        ),
        # Who stands behind an insertion, behind a dash, behind what an adjective adds; what goes with a deed.
        ("They fell back to a line, and the leader, General Prim, was killed.", "killed", [], [], ["General Prim"]),
        ("In 1922 he surrendered to the rebels – Nikolaou took over as chief.", "took over", [], [], ["Nikolaou"]),
        (
            "On 2 June tanks and infantry loyal to Nasser entered Sanaa.",
            "entered",
            ["Sanaa"],
            ["tanks", "infantry"],
            [],
        ),
        ("With the forces in Homs defeated and Hama taken, they left.", "defeated", ["Homs"], [], ["forces"]),
        (
            "Peace came after Prim and Serrano, acting for Spain, signed a treaty.",
            "signed",
            [],
            ["Prim", "Serrano"],
            [],
        ),
        ("It ended with the Danes retreating to Narva.", "retreating", ["Narva"], ["Danes"], []),
        (
            "The town fell to Ottokar II of Bohemia and Henry II of Silesia.",
            "fell",
            [],
            ["Ottokar II", "Henry II"],
            [],
        ),
        ("Finding himself surrounded by the Danes, Lee withdrew.", "surrounded", [], ["Danes"], ["Lee"]),
        ("The Swedes were attacked on both flanks.", "attacked", [], [], ["Swedes"]),
        ("The two fleets clashed southwest of Cadiz.", "clashed", ["Cadiz"], ["two fleets"], []),
        ("Khrushchev praised Nehru in a meeting with Mao.", "meeting", [], ["Khrushchev"], ["Mao"]),
        ("Raids had caused ill-will between the settlers and the Apaches in 1860.", "Raids", [], [], []),
        ("Rebels stormed the line, but the Federals forced them to retire.", "retire", [], ["them"], []),
        # What is left open by the phrase that begins the sentence is told behind the comma.
        ("After three failed attempts to breach the wall, the Romans withdrew.", "breach", [], ["Romans"], []),
        ("In an effort to relieve Vienna, Sobieski crossed the hills.", "relieve", ["Vienna"], ["Sobieski"], []),
        ("Russian attempts to relieve Narva failed.", "relieve", ["Narva"], ["Russian"], []),
        ("To free the men held in Lyon, the partisans stormed the jail.", "free", [], ["partisans"], ["men"]),
        ("By 4:15 pm troops had retreated.", "retreated", [], ["troops"], []),
        ("At 05:15 Japanese troops attacked.", "attacked", [], ["Japanese troops"], []),
        ("Amin fled, with his police estimated to have killed 90 people.", "killed", [], ["his police"], ["90 people"]),
        # Of a name and what stands in apposition to it, the name.
        ("They fought under Okello, an officer who had fled Kampala.", "fled", ["Kampala"], ["Okello"], []),
        ("They shot the killer of Shaka, a man who had fled Natal.", "fled", ["Natal"], ["man"], []),
        # Who is named behind the pronoun, and who only follows him that died.
        ("When he invaded Saxony, Napoleon seized Dresden.", "invaded", ["Saxony"], ["he"], []),
        ("When he surrendered, Napoleon seized Toulon.", "surrendered", [], [], []),
        ("Frei won the 1964 presidential election.", "won", [], ["Frei"], []),
        ("They found 12 men and 3 horses killed near Ypres.", "killed", ["Ypres"], [], ["12 men", "3 horses"]),
        # Ground without a name is told by where it lies; guns are taken.
        ("The rebels seized several positions near Homs.", "seized", ["Homs"], ["rebels"], []),
        ("The Federals seized twelve guns near Mobile.", "seized", ["Mobile"], ["Federals"], ["twelve guns"]),
        # What a nearer name does not govern.
        (
            "The hill was stormed by Austrian grenadiers under Baden and Dutch infantry under Goor.",
            "stormed",
            [],
            ["Austrian grenadiers", "Dutch infantry"],
            [],
        ),
        ("Mainz and then Munich were taken by the Swedes.", "taken", ["Mainz", "Munich"], ["Swedes"], []),
        # Between whom a battle is fought, and between which places a division fights.
        ("The division fought between Ypres and Menin.", "fought", ["Ypres", "Menin"], ["division"], []),
        ("It was fought near Narva between Swedes and Poles.", "fought", ["Narva"], ["Swedes", "Poles"], []),
        # What stands in parentheses takes nothing of what stands behind them.
        (
            "The fort was stormed by Royalists (under Goring) and Irishmen.",
            "stormed",
            [],
            ["Royalists", "Irishmen"],
            ["fort"],
        ),
        (
            "It was fought between Danish forces (supported by Poles) and Swedish troops.",
            "fought",
            [],
            ["Danish forces", "Swedish troops"],
            [],
        ),
        ("Missiles hit Tiberias on 3 May.", "hit", ["Tiberias"], [], []),
        ("The coup was staged by the guard and overthrew King Zog.", "overthrew", [], ["guard"], ["King Zog"]),
        ("The coup was crushed by the guard.", "crushed", [], ["guard"], []),
        ("The Japanese plan to invade Imphal began in March.", "invade", ["Imphal"], ["Japanese"], []),
        ("In order to seize Venice, the Italians allied with Prussia.", "seize", ["Venice"], ["Italians"], []),
        # What an attack strikes; an event that was reported somewhere.
        ("An air strike also hit a hospital in Shaqra.", "air strike", ["Shaqra"], [], ["hospital"]),
        ("A car bomb attack targeting a bus killed 27 soldiers.", "bomb attack", [], [], ["bus"]),
        ("On 31 May, fighting was reported on the outskirts of Zinjibar.", "fighting", ["Zinjibar"], [], []),
        ("There was fighting near the border with Chad, with casualties on both sides.", "fighting", [], [], []),
        ("Odo was sent to demand Rochester's surrender.", "surrender", ["Rochester"], [], []),
        # Where attackers come from is no doer, a time of day no target, a land that is attacked only a place.
        ("They took it by a frontal attack from the Paraguay River.", "frontal attack", ["Paraguay River"], [], []),
        ("An airstrike on the barracks at 05:15 killed three.", "airstrike", [], [], ["barracks"]),
        ("The Danes launched an attack in Goptari at about 8 pm.", "attack", ["Goptari"], ["Danes"], []),
        ("The army attacked Biafra in June.", "attacked", ["Biafra"], ["army"], []),
        ("Bush sent the Marines, the first of whom landed at Dhahran.", "landed", ["Dhahran"], ["Marines"], []),
        ("Hulagu took 300 prisoners, most of whom were executed.", "executed", [], [], ["300 prisoners"]),
        # Who forces others to give up does not give up; what leads to a battle does not fight it.
        (
            "Forrest surrounded the raiders near Rome and forced their surrender.",
            "surrender",
            ["Rome"],
            ["their"],
            ["Forrest"],
        ),
        ("Lee crossed the Potomac, leading to the Battle of South Mountain.", "Battle", ["South Mountain"], [], []),
        # A battle has two sides: what it brought is not the deed of the one named last.
        ("The Danes attacked Lund. The battle ended in an ambush.", "ambush", [], [], []),
        # What moves others to a deed does not do it.
        ("Charles triggered a revolt in Bavaria.", "revolt", ["Bavaria"], [], []),
        ("Cromwell provoked a battle with the Danes.", "battle", [], [], ["Danes"]),
        ("The order permitted the capture of Lund by the Danes.", "capture", ["Lund"], ["Danes"], []),
        # Of whom comes, and of what is struck.
        ("The raids of the Vikings on Ulster began in 795.", "raids", ["Ulster"], ["Vikings"], []),
        ("The storming of the Bastille began the revolt.", "storming", ["Bastille"], [], []),
        ("The shooting of the mayor took place in May.", "shooting", [], [], ["mayor"]),
        ("The German attack of the British positions failed.", "attack", [], ["German"], ["British positions"]),
        # Who stands behind *by* before the verb has done another deed.
        ("Despite an attack by Hutu militias, talks were held.", "talks", [], [], []),
        # Verbs side by side share what stands behind the last.
        ("The Turks entered, looted, and burned Otranto.", "entered", ["Otranto"], ["Turks"], []),
        ("The Swedes surrounded, attacked and destroyed the army.", "surrounded", [], ["Swedes"], ["army"]),
        ("They advanced into and captured the outskirts of Rubizhne.", "advanced", ["Rubizhne"], [], []),
        # Who fires what strikes does it; two that one verb met are *they*.
        ("The ship was hit by a torpedo fired by U-47.", "hit", [], ["U-47"], ["ship"]),
        ("Shells fired by the fleet fell on the town.", "fell", [], ["fleet"], []),
        (
            "The attacks stunned the Afghan and American armies, but they drove back the rebels.",
            "drove back",
            [],
            ["they", "they"],
            ["rebels"],
        ),
        (
            "One of his supporters, the Earl of Warwick, invaded England.",
            "invaded",
            ["England"],
            ["Earl of Warwick"],
            [],
        ),
        ("Warwick allied himself with Margaret of Anjou in 1470.", "allied", [], ["Warwick"], ["Margaret"]),
        # Whose the subject is may be *he* sooner than one named behind it.
        ("Lee's army was beaten by Meade, and he retreated to Hull.", "retreated", ["Hull"], [], []),
        # A name that no finder knows is a man's where it is sent or joined, and where it is said at which place that befell him.
        ("Napoleon sent Ney to Smolensk.", "sent", ["Smolensk"], ["Napoleon"], ["Ney"]),
        ("Lee marched to Chattanooga to reinforce Bragg.", "reinforce", [], ["Lee"], ["Bragg"]),
        ("The Spanish captured Cuauhtémoc at Tlatelolco.", "captured", ["Tlatelolco"], ["Spanish"], ["Cuauhtémoc"]),
        ("The Danes captured Washington at Princeton.", "captured", ["Princeton"], ["Danes"], ["Washington"]),
        ("The Danes captured Memphis at dawn.", "captured", ["Memphis"], ["Danes"], []),
        (
            "Chelmsford crossed the Buffalo at Rorke's Drift.",
            "crossed",
            ["Buffalo", "Rorke's Drift"],
            ["Chelmsford"],
            [],
        ),
        ("Hood attacked Schofield at Franklin.", "attacked", ["Franklin"], ["Hood"], ["Schofield"]),
        ("The troops attacked Minyan at dawn.", "attacked", ["Minyan"], ["troops"], []),
        ("The Prussians pursued Dupont to Lübeck.", "pursued", ["Lübeck"], ["Prussians"], ["Dupont"]),
        ("Paris was relieved by Joan of Arc.", "relieved", ["Paris"], ["Joan"], []),
        ("Israeli jets bombed Khan Yunis.", "bombed", ["Khan Yunis"], ["Israeli jets"], []),
        ("General Roca defeated the Mapuche.", "defeated", [], ["General Roca"], ["Mapuche"]),
        ("Charles fell at Nancy in 1477.", "fell", ["Nancy"], [], ["Charles"]),
        ("Stonewall Jackson, the commander in the valley, fell back.", "fell back", [], ["Stonewall Jackson"], []),
        # What only tells a ship from others, and whence an order came, is no place.
        ("Anson captured a Manila galleon off Acapulco.", "captured", ["Acapulco"], ["Anson"], ["Manila galleon"]),
        ("Austin was jailed in Saltillo on orders from Mexico City.", "jailed", ["Saltillo"], [], ["Austin"]),
        # Who tells of a deed has not done it.
        ("The ministry confirmed the deaths of 48 miners at Soma.", "deaths", ["Soma"], [], ["48 miners"]),
        ("Officials reported attacks on Belgorod.", "attacks", ["Belgorod"], [], []),
        # Where those were lost who are counted behind the verb.
        ("The Union lost 284 men killed and 960 wounded at Salem.", "lost", ["Salem"], [], ["Union"]),
        ("At least 123 soldiers were killed.", "killed", [], [], ["123 soldiers"]),
        # A people that no list knows is one of those that *they* may be; a ship is *she*, and *her* behind a verb is no owner.
        (
            "The Taipings fled north from Qing forces closing in. Then they took Wuchang.",
            "took",
            ["Wuchang"],
            ["they"],
            [],
        ),
        ("The cruiser Exeter was hit. The Germans shelled her.", "shelled", [], ["Germans"], ["her"]),
        ("Bismarck sank Hood. HMS Norfolk engaged her.", "engaged", [], ["HMS Norfolk"], []),
        # A past form goes on with the verb before the insertion, not with an infinitive.
        (
            "Japan required Germany to withdraw and, when the deadline passed, joined the Entente.",
            "joined",
            [],
            ["Japan"],
            ["Entente"],
        ),
        # Who tries it is not who foils it.
        ("He beat off two attempts to recover Derna.", "recover", ["Derna"], [], []),
        (
            "Vedeno fell, and on 25 August General Banér, besieged in Riga, fled.",
            "besieged",
            ["Riga"],
            [],
            ["General Banér"],
        ),
        # *And* before an insertion goes on with the verb right before it.
        (
            "He gave way to Saladin, who quelled a rising and, at his insistence, abolished the caliphate.",
            "abolished",
            [],
            ["Saladin"],
            ["caliphate"],
        ),
        # A noun may stand between the owner and the deed.
        ("General Kundt was recalled. His night attacks on Nanawa failed.", "night attacks", ["Nanawa"], ["His"], []),
        # The number belongs to those counted, not to the month.
        ("In December two of his divisions were encircled.", "encircled", [], [], ["two of his divisions"]),
        ("Narva was bombed and the fleet put to sea.", "put to sea", [], ["fleet"], []),
        # Why, and then who.
        ("Owing to a faulty map Nelson marched to Narva.", "marched", ["Narva"], ["Nelson"], []),
        # A day, and then who; not which.
        # Who loses men by a deed does it; the lost do not, but what they carry they carry.
        ("The Danes lost 200 men storming Lund.", "storming", ["Lund"], ["Danes"], []),
        ("The corps suffered severe losses assaulting the Swedes.", "assaulting", [], ["corps"], ["Swedes"]),
        ("The Danes lost two ships carrying troops to Lund.", "carrying", ["Lund"], ["two ships"], ["troops"]),
        (
            "The first conflict between Danes and Swedes was the Battle of Lund in 1676.",
            "Battle",
            ["Lund"],
            ["Danes", "Swedes"],
            [],
        ),
        ("The Danes and Swedes supported by the king attacked Lund.", "attacked", ["Lund"], ["Danes", "Swedes"], []),
        ("The Russians took Azov from the Turks in 1696.", "took", ["Azov"], ["Russians"], ["Turks"]),
        ("Oda Nobunaga destroyed the Takeda clan in 1582.", "destroyed", [], ["Oda Nobunaga"], ["Takeda clan"]),
        ("Nero had her killed in 59.", "killed", [], ["Nero"], []),
        (
            "On the order of Horn, the commander of the army, the 6th and 11th Corps attacked Lund.",
            "attacked",
            ["Lund"],
            ["6th", "11th Corps"],
            [],
        ),
        ("News reached the king that Odo had gone to Lund.", "gone to", ["Lund"], ["Odo"], []),
        ("The news came from the fort that the Danes had captured.", "captured", [], ["Danes"], []),
        ("The Danes fell on the 15th Alabama.", "fell on", [], ["Danes"], ["15th Alabama"]),
        ("They met on 13 May. On the 15th Kleist took Narva.", "took", ["Narva"], ["Kleist"], []),
        # At what cost is no doer; a man of that name is.
        ("The crews won a victory for the loss of three pilots in May 1941.", "victory", [], ["crews"], []),
        ("There was a skirmish between Grant and Price in May 1862.", "skirmish", [], ["Grant", "Price"], []),
        # With its day it is no mere reference back.
        ("ISIL's counter-offensive of 28 August 2016 was repulsed.", "counter-offensive", [], ["ISIL"], []),
        ("While Horn was away the Danes stormed Narva.", "stormed", ["Narva"], ["Danes"], []),
        # Two names that are one party or place.
        ("In May 1992 Bosnia and Serbia signed a truce.", "signed", [], ["Bosnia", "Serbia"], []),
        (
            "In March 1992 Bosnia and Herzegovina declared independence.",
            "declared",
            [],
            ["Bosnia and Herzegovina"],
            [],
        ),
        (
            "In March 2015 Shekau pledged allegiance to the Islamic State of Iraq and the Levant.",
            "pledged",
            [],
            ["Shekau"],
            ["Islamic State of Iraq and the Levant"],
        ),
        # Whose deed *of* says more of; whose fate it does not.
        ("Riots followed the dissolution of parliament on 3 May 1953.", "dissolution", [], [], ["parliament"]),
        (
            "In May 1953 riots followed Mossadegh's dissolution of parliament.",
            "dissolution",
            [],
            ["Mossadegh"],
            ["parliament"],
        ),
        # Who commands, where no other is told who did it.
        (
            "In May 1917 an assault on Lens by the Canadians under Currie took place.",
            "assault",
            ["Lens"],
            ["Canadians"],
            [],
        ),
        ("In May 1780 a raid on the Mohawk, under heavy snow, took place.", "raid", [], [], ["Mohawk"]),
        (
            "In May 426 BC an expedition to Aetolia, under the Athenian general Demosthenes, failed.",
            "expedition",
            ["Aetolia"],
            ["Athenian general Demosthenes"],
            [],
        ),
        # Who stands with the subject of a move.
        ("In May 1805 Ney, with great care, crossed the Danube.", "crossed", ["Danube"], ["Ney"], []),
        ("In May 1805 Ney, with 20,000 men, crossed the Danube.", "crossed", ["Danube"], ["Ney", "20,000 men"], []),
        (
            "In May 1818 Osorio with 6,000 men landed at Talcahuano.",
            "landed",
            ["Talcahuano"],
            ["Osorio", "6,000 men"],
            [],
        ),
        # The phrase that says who somebody is does nothing itself.
        (
            "Chen Yucheng, one of the leading generals of the Taiping Army, in March, 1861, approached Wuchang.",
            "approached",
            ["Wuchang"],
            ["Chen Yucheng"],
            [],
        ),
        # Who holds a place, and whom it is held by.
        ("In May 1704 the regiment was garrisoned at Riga.", "garrisoned", ["Riga"], [], ["regiment"]),
        ("In May 1704 Riga was garrisoned by a colony of Danes.", "garrisoned", ["Riga"], [], ["colony of Danes"]),
        # Who suffers.
        ("In May 1990 six others sustained injuries.", "sustained", [], [], ["six others"]),
        ("In May 1809 the siege cost the French 6,000 men.", "cost", [], [], ["French"]),
        ("In May 1649 the garrison was massacred, with only three survivors.", "massacred", [], [], ["garrison"]),
        (
            "In May 1763 a number of British soldiers and civilians were captured.",
            "captured",
            [],
            [],
            ["number of British soldiers", "civilians"],
        ),
        # Behind a place in it the list of parties goes on.
        (
            "In May 1953 they fought against the settlers in Kenya, the British Army and the Kenya Regiment.",
            "fought",
            ["Kenya"],
            [],
            ["settlers", "British Army", "Kenya Regiment"],
        ),
        # The second passive goes on with the first.
        (
            "In May 1941 Anders was freed after Germany invaded Russia and was appointed commander.",
            "appointed",
            [],
            [],
            ["Anders"],
        ),
        # *They* are not those whom their own clause names.
        (
            "The Union cavalry surprised the Confederates. They forced the Union cavalry to retire and captured mules.",
            "captured",
            [],
            ["They"],
            ["mules"],
        ),
        # A town that changed hands does not do what follows from it.
        ("In May 1948 the rebels took Luoyang, cutting the army off.", "cutting", ["Luoyang"], ["rebels"], ["army"]),
        ("In May 1948 the city of Luoyang fell, cutting the army off.", "cutting", ["Luoyang"], [], ["army"]),
        # Who does it, by what he is doing, and by what means.
        ("In May 1950 they weakened the French by attacking convoys.", "attacking", [], [], ["convoys"]),
        (
            "In May 1950 the French were attacked on the road by ambushing Viet Minh forces.",
            "attacked",
            [],
            ["ambushing Viet Minh forces"],
            ["French"],
        ),
        # Whose coup it was, and who was overthrown.
        ("Following Madero's overthrow in May 1913, riots broke out.", "overthrow", [], [], ["Madero"]),
        ("Following Huerta's coup in May 1913, riots broke out.", "coup", [], ["Huerta"], []),
        # Who accepts a loss has lost.
        ("In May 238 BC Carthage accepted the surrender of the rebels.", "surrender", [], ["rebels"], ["Carthage"]),
        (
            "In May 238 BC Carthage accepted the loss of Corsica and Sardinia.",
            "loss",
            ["Corsica", "Sardinia"],
            [],
            ["Carthage"],
        ),
        # Forms that look like a passive and are none.
        ("In May 1861 the Union forces were attacked and dispersed.", "dispersed", [], [], ["Union forces"]),
        ("In May 1861 the Union forces were beaten and retired.", "retired", [], ["Union forces"], []),
        ("In May 1861 Reed's men were engaged by Lee's brigade.", "engaged", [], ["Lee's brigade"], ["Reed's men"]),
        ("In May 1861 Reed's men were engaged with Lee's brigade.", "engaged", [], ["Reed's men"], ["Lee's brigade"]),
        ("In May 1863 Reed returned home in a swap with volunteers.", "returned", [], ["Reed"], []),
        ("In May 1863 Reed rode into Atlanta with 40 cavalrymen.", "rode", ["Atlanta"], ["Reed", "40 cavalrymen"], []),
        # Behind what is known the story goes on with who knows it.
        ("In May 1952 Salan said that the rebels had lost and fled to Lund.", "fled", ["Lund"], ["rebels"], []),
        ("In May 1952 Salan guessed what the rebels were up to and withdrew.", "withdrew", [], ["Salan"], []),
        # What parts a subject from its verb may say more of what *of* joins to it.
        ("In May 1952 the crew of the ship that had left Kiel mutinied.", "mutinied", [], ["crew of the ship"], []),
        (
            "In May 2011 two of the policemen who had been in the town were hanged by the mob.",
            "hanged",
            [],
            ["mob"],
            ["policemen"],
        ),
        # Things of the same ending as agents do nothing.
        ("In May 1915 raiders burned the mill.", "burned", [], ["raiders"], ["mill"]),
        ("In May 1915 the factors included the sabotage of the mill.", "sabotage", [], [], ["mill"]),
        # Behind a clause of time the subject of that clause is meant.
        ("The Danes met the Poles in May 866. They took Kut.", "took", ["Kut"], ["They"], []),
        (
            "The Poles were divided, and when the Danes rode north in May 866 they took Kut.",
            "took",
            ["Kut"],
            ["they"],
            [],
        ),
        # Who failed in a deed tried it; ships that are rammed are no places.
        ("In May 1921 the Turks, having failed in a counter-attack, left.", "counter-attack", [], ["Turks"], []),
        ("In May 1879 the rebels attacked the Aconcagua.", "attacked", ["Aconcagua"], ["rebels"], []),
        (
            "In May 1879 the Huascar rammed the Esmeralda. Then it attacked the Esmeralda.",
            "rammed",
            [],
            ["Huascar"],
            ["Esmeralda"],
        ),
        # A past form does not go on with what is demanded, nor with what is heard of others.
        (
            "In May 1995 Basayev demanded that Moscow end the war and leave Kut, and threatened to shoot the hostages.",
            "shoot",
            [],
            ["Basayev"],
            ["hostages"],
        ),
        ("In May 427 BC he said that the Danes had landed and burned Kut.", "burned", ["Kut"], ["Danes"], []),
        ("In May 427 BC Reed learned that Lund had fallen and sailed home.", "sailed home", [], ["Reed"], []),
        # Who is described does it; of whom one has heard is another.
        (
            "In May 427 BC Salaethus, a Spartan who had slipped into Kut, armed the people.",
            "slipped into",
            ["Kut"],
            ["Salaethus"],
            [],
        ),
        (
            "In May 1370 General Reed reached Kut. Learning that Colonel Grandison lay near, he marched through the night.",
            "marched",
            [],
            ["he"],
            [],
        ),
        # Behind a semicolon the same subject may go on, another may begin.
        ("In May 1990 the rebels entered Kut; the Danes burned the mill.", "burned", [], ["Danes"], ["mill"]),
        (
            "In May 1990 the rebels, who had left Lund, entered Kut; fought the guards; and burned the mill.",
            "fought",
            ["Kut"],
            ["rebels"],
            ["guards"],
        ),
        # An army of a name that is a given name, too; an army whose deed the noun tells.
        ("In May 1919 General Don Marine attacked Kut.", "attacked", ["Kut"], ["General Don Marine"], []),
        ("In May 1919 the Don Army went north but they were beaten at Lund.", "beaten", ["Lund"], [], ["they"]),
        ("Futile Confederate assaults on Kut began in May 1863.", "assaults", ["Kut"], ["Confederate"], []),
        ("In May 1776 Continental Army attacks on Kut began.", "attacks", ["Kut"], ["Continental Army"], []),
        # Lands that only their governments name; who perished, told right behind where.
        (
            "The governments of Transvaal and the Orange Free State, under Kruger, declared war.",
            "declared war",
            [],
            ["governments of Transvaal", "Orange Free State"],
            [],
        ),
        ("At Cannae 50,000 Romans perished.", "perished", ["Cannae"], [], ["Romans"]),
        # Who goes by does it, not where he goes; where something lies is another thing.
        ("The troops moved to the hill overlooking Lund.", "moved to", ["Lund"], ["troops"], []),
        ("The Danes marched through Jutland burning villages.", "burning", ["Jutland"], ["Danes"], ["villages"]),
        ("The fleet sailed up the river bombarding the forts.", "bombarding", [], ["fleet"], ["forts"]),
        ("The battalion moved west capturing Benin City.", "capturing", ["Benin City"], ["battalion"], []),
        ("After crossing into Chad, the rebels attacked Adré.", "crossing into", ["Chad"], ["rebels"], []),
        # who does together with another what a noun names
        (
            "The rebels, along with Danish militiamen, began an attack on Kut.",
            "attack",
            ["Kut"],
            ["rebels", "Danish militiamen"],
            [],
        ),
        (
            "France, together with Britain, carried out airstrikes on Libya.",
            "airstrikes",
            ["Libya"],
            ["France", "Britain"],
            [],
        ),
        # From where an attack comes that somebody makes is no second doer.
        ("In May 1704 Cutts launched an attack from the left wing of the army.", "attack", [], ["Cutts"], []),
        ("In May 1704 an attack from the Danes and the Saxons followed.", "attack", [], ["Danes", "Saxons"], []),
        ("In May 1798 a rebellion, begun by the United Irishmen, spread.", "rebellion", [], ["United Irishmen"], []),
        ("In May 1688 the revolt led to the king's overthrow.", "overthrow", [], [], ["king"]),
        # who uses a thing for a deed; men that are used do it themselves
        ("Prisoners were used by the Danes to clear the road to Lund.", "clear", ["Lund"], ["Prisoners"], []),
        ("Siege engines were used by the Mongols to raze the walls of Riga.", "raze", ["Riga"], ["Mongols"], ["walls"]),
        # what does not part a list at *but*, and an object behind *cut off*
        (
            "The Danes fled after the battle but the army, peasants, and allies chased them.",
            "chased",
            [],
            ["army", "peasants", "allies"],
            ["them"],
        ),
        ("The Danes were encamped near Lund and cut off the garrison.", "cut off", ["Lund"], ["Danes"], ["garrison"]),
        # They are not one man; who has a deed done by his orders is told so; who commands is not who sends.
        ("In May 1775 Horn killed a sentry who slept, and they captured Lund.", "captured", ["Lund"], [], []),
        ("In May 1775 Horn met a garrison that slept, and they captured Lund.", "captured", ["Lund"], ["they"], []),
        ("In May 1915 Hamilton was sent to Lund on the orders of Horn.", "sent", ["Lund"], ["Horn"], ["Hamilton"]),
        ("In May 1915 the men were executed on Horn's orders.", "executed", [], ["Horn"], ["men"]),
        ("In May 1915 Hamilton was sent to Lund under the command of Horn.", "sent", ["Lund"], [], ["Hamilton"]),
        # What somebody is declared is not whom it befalls.
        ("In May 1775 Congress declared the king a traitor.", "declared", [], ["Congress"], ["king"]),
        ("In May 1848 the rebels proclaimed a republic.", "proclaimed", [], ["rebels"], []),
        (
            "In May 1945 the council declared Indonesia an independent republic.",
            "declared",
            ["Indonesia"],
            ["council"],
            [],
        ),
        # a dynasty by whose name its army and its defeat go, too
        ("The Qing attack on Lhasa in 1720 failed.", "attack", ["Lhasa"], ["Qing"], []),
        ("The French capitulation in June 1940 shocked London.", "capitulation", [], ["French"], []),
        # who makes an attempt at it
        ("The fleet made an attempt at a landing at Riga.", "landing", ["Riga"], ["fleet"], []),
        ("An attempt at mutiny was made by the garrison in 1797.", "mutiny", [], ["garrison"], []),
    ],
)
def test_agents_of_deeds(text, word, places, initiators, targets):
    check(text, word, places, initiators, targets)


@pytest.mark.parametrize(
    ("text", "word", "initiators", "targets"),
    [
        (
            "The commander-in-chief, Joseph Gallieni, dismissed General Lanrezac.",
            "dismissed",
            ["Joseph Gallieni"],
            ["General Lanrezac"],
        ),
        ("The sultan dismissed his admiral, Baltoghlu.", "dismissed", ["sultan"], ["Baltoghlu"]),
        ("The governor of Hubei, Chang Dachun, fled in 1853.", "fled", ["Chang Dachun"], []),
        # What goes together with another, and who does the second of two deeds.
        ("Italy, together with Hungary, invaded Yugoslavia.", "invaded", ["Italy", "Hungary"], []),
        ("Diem was overthrown and executed, along with his brother.", "executed", [], ["Diem", "brother"]),
        # What describes the doer is nobody else; *and* after a name is.
        ("Nuri was shot by Abdul Arif, his former ally and deputy.", "shot", ["Abdul Arif"], ["Nuri"]),
        ("Nuri was shot by Abdul Arif, a colonel, near the fort.", "shot", ["Abdul Arif"], ["Nuri"]),
        # What resistance and fighting come from; how many were taken in total.
        ("The village saw heavy fighting from the Saxon army on 3 May 1756.", "fighting", ["Saxon army"], []),
        ("The Danes were beaten back by fierce resistance from the militia.", "beaten back", ["militia"], ["Danes"]),
        ("The Danes were beaten back by fierce resistance on 3 May 1756.", "beaten back", [], ["Danes"]),
        ("In total 961 troops were taken prisoner on 4 May.", "taken prisoner", [], ["961 troops"]),
        ("The garrison (some 400 men) was taken prisoner in 1704.", "taken prisoner", [], ["garrison"]),
        ("Two brigades under Ney, each equipped with 80 guns, attacked Ulm.", "attacked", ["Two brigades"], []),
        # Two passives, of which the second leaves out auxiliary and noun, have one agent; not where it has its own.
        ("Two ships were sunk and three damaged by Danish aircraft.", "sunk", ["Danish aircraft"], ["Two ships"]),
        ("Two ships were sunk and a third was damaged by Danish aircraft.", "sunk", [], ["Two ships"]),
        ("The Swedish general, Horn, won a battle at Wittstock in 1636.", "won", ["Horn"], []),
        (
            "General Wallace was outflanked by Gordon's division and defeated.",
            "defeated",
            ["Gordon's division"],
            ["General Wallace"],
        ),
        ("A treaty between Denmark and Sweden was signed in 1658.", "signed", ["Denmark", "Sweden"], []),
        ("A truce was signed between Denmark and Sweden in 1660.", "signed", ["Denmark", "Sweden"], []),
        ("Talks were held between the government and the rebels.", "Talks", ["government", "rebels"], []),
        ("In 1979 Iran demanded that Iraq do the same.", "demanded", ["Iran"], ["Iraq"]),
        (
            "In May the commander of the Army of the Rhine, General Hoche, crossed the Main.",
            "crossed",
            ["General Hoche"],
            [],
        ),
        ("In 1942 Army Group B crossed the Don.", "crossed", ["Army Group B"], []),
        ("Neither the Russians nor the Turks advanced.", "advanced", ["Russians", "Turks"], []),
        (
            "Chile, the Republic of Peru, Bolivia, and Panama signed a treaty.",
            "signed",
            ["Chile", "Republic of Peru", "Bolivia", "Panama"],
            [],
        ),
        ("Truman replaced General Johnson with George Marshall.", "replaced", ["Truman"], ["General Johnson"]),
        ("In 1943 Alan Cunningham replaced General Cassels.", "replaced", [], ["General Cassels"]),
        ("The governor hurried reinforcements to Luanda.", "hurried", ["governor"], ["reinforcements"]),
        ("Distrusted by the Senate, Galba was murdered by his guards.", "murdered", ["guards"], ["Galba"]),
        ("Ney was captured by hussars and hanged three years later.", "hanged", [], ["Ney"]),
        ("Henry had Bishop John Fisher executed.", "executed", ["Henry"], ["Bishop John Fisher"]),
        (
            "Richard had Lord Rivers and Lord Hastings beheaded.",
            "beheaded",
            ["Richard"],
            ["Lord Rivers", "Lord Hastings"],
        ),
        (
            "The king had 20 guns and 300 men stationed there, and Sergeant First Class Ed Roe was killed.",
            "killed",
            [],
            ["Sergeant First Class Ed Roe"],
        ),
        # A number is who, where nothing else is said; of *suffered 100 killed* it is not, and *no one* is none.
        ("Of the hostages, 30 were killed.", "killed", [], ["30"]),
        ("The Saxons suffered 100 killed.", "killed", [], ["Saxons"]),
        ("No one was killed in Lund.", "killed", [], []),
        ("Davout defeated the Saxon cavalrymen and pursued them.", "pursued", ["Davout"], ["them"]),
        (
            "In 1951 Truman dismissed General Johnson and replaced him with George Marshall.",
            "replaced",
            ["Truman"],
            ["him"],
        ),
        (
            "Units of the 5th Division and the 9th Brigade crossed the Sava.",
            "crossed",
            ["Units of the 5th Division", "9th Brigade"],
            [],
        ),
        ("After a revolt by sailors in Kiel, the town was captured.", "captured", [], []),
        ("Envoys of the king and the League met at Loudun.", "met", ["Envoys", "League"], []),
        # The name behind an office, with whose or where; not what a person is besides.
        (
            "The American envoy to Algiers, James Cathcart, signed a treaty.",
            "signed",
            ["James Cathcart"],
            [],
        ),
        ("The Secretary of War, Edwin Stanton, dismissed McKinstry.", "dismissed", ["Edwin Stanton"], ["McKinstry"]),
        ("Sherman and his chief of staff, General Rawlins, escaped.", "escaped", ["Sherman", "General Rawlins"], []),
        ("President Grant, a Republican, dismissed Howe.", "dismissed", ["President Grant"], ["Howe"]),
        # The body that the sentence before is about; not what is said in general.
        ("The regiment sailed to Java in 1811. It was destroyed at Cornelis.", "destroyed", [], ["It"]),
        ("The regiment held Lund. It was decided to attack Malmö.", "attack", [], []),
        ("Parliament was dissolved, Hyde and the council were dismissed.", "dismissed", [], ["Hyde", "council"]),
        # Who took part in one deed of a list took part in the others.
        (
            "The legion fought at the siege of Gaza in 332 BC and the capture of Tyre in 331 BC.",
            "capture",
            ["legion"],
            [],
        ),
        # Some of those spoken of before, and those of whom nothing else is said.
        ("Twelve monks were seized; five of them were beheaded.", "beheaded", [], ["five"]),
        ("The column marched to Kabul, and many died.", "died", [], ["many"]),
        ("Montrose raised an army of clansmen.", "raised an army", ["Montrose"], ["army of clansmen"]),
        ("He ordered the captains beheaded and then dismissed the men.", "beheaded", [], ["captains"]),
        ("Ten were shot at Lund, Gyllen and a sergeant were hanged in Malmö.", "hanged", [], ["Gyllen", "sergeant"]),
        # Whose capture of a town it was; whose defeat brought something about did not.
        ("After Rome's capture of Veii in 396 BC, peace was made.", "capture", ["Rome"], []),
        ("After the Ottoman capture of Otranto in 1480, peace was made.", "capture", ["Ottoman"], []),
        ("After Vienna's capture in 1805, peace was made.", "capture", [], []),
        ("The defeat of the Poles reopened the road to Lwów.", "reopened", [], []),
        ("Riga was taken, its governor, Erik Dahlberg, being killed there.", "killed", [], ["Erik Dahlberg"]),
        # A people's attempt, wherever it stands; what somebody led.
        (
            "The garrison held out against repeated Polish attempts to mine the wall.",
            "held out",
            ["garrison"],
            ["Polish"],
        ),
        ("It began with the first Persian attempt to subjugate Greece.", "subjugate", ["Persian"], []),
        ("They repelled Russian attempts to cross the Vistula.", "cross", ["Russian"], []),
        ("They sent a fleet under Datis, which captured Naxos.", "captured", ["fleet"], []),
        ("An army under General Ney that was marching to Ulm was beaten.", "marching", ["army"], []),
        ("He sent a column led by Wood, which stormed the camp.", "stormed", ["column"], ["camp"]),
        ("The fort was held by a Saxon regiment, which surrendered in May.", "surrendered", ["Saxon regiment"], []),
        # What dashes enclose.
        ("The Serbs—whose aim was a state—encircled Sarajevo.", "encircled", ["Serbs"], []),
        ("Two regiments – the 3rd and the 5th – crossed the Sava.", "crossed", ["Two regiments"], []),
        ("The Danes—led by Christian IV—entered Saxony.", "entered", ["Danes"], []),
        # Ships that have only a name.
        ("The ironclads captured the Huáscar off Angamos.", "captured", ["ironclads"], ["Huáscar"]),
        ("The crowd captured the Bastille.", "captured", ["crowd"], []),
        # Who takes up a position is the unit; whose garrison, intent and offensive it is.
        ("British columns had stationed themselves at the pass.", "stationed", [], ["British columns"]),
        ("The Danes reinforced the garrison.", "reinforced", ["Danes"], ["garrison"]),
        ("He told Shen of Kato's intent to attack Jinju.", "attack", ["Kato"], []),
        ("They obeyed Halleck's order to attack Corinth.", "attack", [], []),
        ("A government offensive was repulsed by MLC forces.", "repulsed", ["MLC forces"], ["government"]),
        (
            "Outnumbered and suffering heavy casualties, the Danes withdrew.",
            "suffering heavy casualties",
            [],
            ["Danes"],
        ),
        # Who is led by others, comes from somewhere, believes something, is known as something.
        ("The host, from Pisa and led by Daimbert, defeated the Turks.", "defeated", ["host"], ["Turks"]),
        ("Soldiers led by Nzeogwu and four others killed 22 people.", "killed", ["Soldiers"], ["22 people"]),
        ("The Danes waited and, believing that the fort was empty, landed a force.", "landed", ["Danes"], ["force"]),
        ("Scanian fighters known as snapphanar raided Malmö.", "raided", ["Scanian fighters"], []),
        # All that stand between.
        (
            "In 1820 an armistice was made between the Spanish, under Morillo, and the Patriots, under Bolívar.",
            "armistice",
            ["Spanish", "Patriots"],
            [],
        ),
        ("Talks between Egypt, Syria and Israel began.", "Talks", ["Egypt", "Syria", "Israel"], []),
        ("There was fighting between rebels and government forces.", "fighting", ["rebels", "government forces"], []),
        ("The king died, and his successor, Peter III of Russia, made peace.", "made peace", ["Peter III"], []),
        # Some of those who act; hostages; who prepares; who is pushed back; losses on both sides.
        ("Three corps held. The other two crossed the Sava.", "crossed", ["other two"], []),
        ("Only about 70 escaped to Laos.", "escaped", ["70"], []),
        ("The fleet took hostages from each island.", "took hostages", ["fleet"], ["hostages"]),
        ("The Danes were massing in preparation for an attack on Lund.", "attack", ["Danes"], []),
        ("Italy invaded Greece but was repulsed and pushed back into Albania.", "pushed back", [], ["Italy"]),
        ("The Danes attacked the walls, with losses on both sides.", "attacked", ["Danes"], ["walls"]),
        # Whom a pronoun takes up from the verb before; who bears a name; a general that has a town's name.
        ("Timur defeated Bayezid at Ankara and took him prisoner.", "took", ["Timur"], ["Bayezid"]),
        ("Caesar defeated Pompey at Pharsalus and pursued him to Egypt.", "pursued", ["Caesar"], ["Pompey"]),
        ("The Mongols captured the envoys and killed them.", "killed", ["Mongols"], ["envoys"]),
        ("A group called Ansar Dine seized Kidal.", "seized", ["Ansar Dine"], []),
        ("The Senate sent Scipio to Africa.", "sent", ["Senate"], ["Scipio"]),
        # Behind a phrase; who else was killed; whose lives; what fell into somebody's hands.
        ("The defenders put to death 260 prisoners.", "put to death", ["defenders"], ["260 prisoners"]),
        ("The rebels turned over 300 hostages to the Danes.", "turned over", ["rebels"], ["300 hostages"]),
        ("The king was killed with 290 Templars.", "killed", [], ["king", "Templars"]),
        ("The duke was killed with two arrows.", "killed", [], ["duke"]),
        ("The fighting cost the lives of three islanders.", "cost", [], ["three islanders"]),
        ("Twelve guns fell into the hands of the rebels.", "fell", ["rebels"], ["Twelve guns"]),
        ("The Zulus attacked a column and annihilated it.", "annihilated", ["Zulus"], ["column"]),
        # Whom a verb fells is no town of his name; a title goes with its land; what is fired does nothing.
        ("In 1838 the Zulus killed Piet Retief and 100 men.", "killed", ["Zulus"], ["Piet Retief", "100 men"]),
        ("In 1754 the French defeated Washington at Fort Necessity.", "defeated", ["French"], ["Washington"]),
        (
            "The Earl of Warwick defeated the Duke of Somerset at Northampton.",
            "defeated",
            ["Earl of Warwick"],
            ["Duke of Somerset"],
        ),
        ("The carrier was struck by a rocket.", "struck", [], ["carrier"]),
        ("The depot was hit by 30 Russian missiles.", "hit", ["30 Russian missiles"], ["depot"]),
        # How, not who.
        ("Serbian forces were evacuated by ship to Corfu.", "evacuated", [], ["Serbian forces"]),
        # Not his: whose fate a possessive tells, that of who resigned or rose, and who obtained nothing by a deed.
        ("In May 1521 King Charles fled. His capture of Lund ended the war.", "capture", ["His"], []),
        ("In May 1521 King Charles fled. His capture by the Danes ended the war.", "capture", ["Danes"], ["His"]),
        ("King Charles fled. After his execution on 3 June 1521, the rebels fled.", "execution", [], ["his"]),
        ("In 1634 General Tilly stayed. Rumours led to his removal and assassination.", "assassination", [], ["his"]),
        ("In 1521 a revolt of janissaries led to the dismissal of Sinan.", "dismissal", [], ["Sinan"]),
        ("In 1941 the British raid led to the surrender of the garrison.", "surrender", ["garrison"], []),
        # Those who are made prisoners, where the word for it stands behind the last of them.
        ("In May 1799 they took a French prisoner.", "took", [], ["French"]),
        ("The Danes took a priest and several nuns hostage.", "took", ["Danes"], ["priest", "nuns"]),
        ("The brig took her master, Reed, and his crew prisoner.", "took", ["brig"], ["master", "Reed", "crew"]),
        # The line of an army; not where one stands.
        ("In May 1863 Reed was attacked on the left by the Swedes.", "attacked", ["Swedes"], ["Reed"]),
        ("In May 1863 the Danes overran the Imperial centre.", "overran", ["Danes"], ["Imperial centre"]),
        ("In May 1863 the Danes attacked the Union right.", "attacked", ["Danes"], ["Union right"]),
        ("In May 1863 the Danes attacked Reed's left.", "attacked", ["Danes"], ["Reed's left"]),
        ("In May 1863 a Danish attack on the Union right failed.", "attack", ["Danish"], ["Union right"]),
        ("In May 1863 they broke through the Saxon lines.", "broke through", [], ["Saxon lines"]),
        ("In May 1863 the Danes cut off Reed's line of retreat.", "cut off", ["Danes"], ["Reed"]),
        ("In May 1863 the war ended in a heavy defeat for the Danes.", "defeat", [], ["Danes"]),
        # A list of ships; a force named by its name, and who it was that lost.
        (
            "In May 1799 the frigates Thetis, Amphion and Nymphe took the brigs Jenny, Cato and Rover.",
            "took",
            ["Thetis", "Amphion", "Nymphe"],
            ["Jenny", "Cato", "Rover"],
        ),
        ("In May 1999 planes hit a Sea Tiger base.", "hit", ["planes"], ["Sea Tiger base"]),
        ("In May 198 Cao Cao left. He seized the province from Liu Bei.", "seized", ["He"], ["Liu Bei"]),
        ("In May 198 Lü Bu fled. In June they attacked Lü Bu.", "attacked", [], ["Lü Bu"]),
        # Between two, whatever hangs on the first; who was engaged in what; the examples of whom a noun names.
        ("In May 1691 war broke out between the towns of Lund and Riga.", "war", ["Lund", "Riga"], []),
        (
            "In May 1691 a battle was fought between the Irish army loyal to King James and the forces of William III.",
            "battle",
            ["Irish army", "forces"],
            [],
        ),
        ("Talks between the kings of France and Spain and the pope began.", "Talks", ["kings of France", "pope"], []),
        ("In May 1941 U-99 and U-100 were involved in an attack on a convoy.", "attack", ["U-99", "U-100"], ["convoy"]),
        ("In 1914 leaders such as Villa, Zapata and Obregón attacked.", "attacked", ["Villa", "Zapata", "Obregón"], []),
        ("In May 1914 they destroyed weapons such as rifles.", "destroyed", [], ["weapons"]),
        # Not of what one is king of: who is allied; a number behind *shot dead*; a town by what it has.
        ("In May 1442 he allied with René, pretender to the throne of Naples.", "allied with", [], ["René"]),
        ("In May 2018 insurgents shot dead two villagers.", "shot dead", ["insurgents"], ["two villagers"]),
        ("In May 1921 they surrounded Igueriben, whose garrison held out.", "surrounded", [], []),
        ("In May 1921 they surrounded Reed, whose men fled.", "surrounded", [], ["Reed"]),
        # Who asks no thing; who does what he finds himself doing, where he is; no time, and no abstract *him*.
        ("In May 1578 Kenshin requested that the inheritance be split.", "requested", ["Kenshin"], []),
        ("In May 1578 Reed demanded that Cole be released.", "released", [], ["Cole"]),
        ("In May 1987 the Danes found themselves confronting an army.", "confronting", ["Danes"], ["army"]),
        (
            "In May 672 King Wamba was in Cantabria campaigning against the Basques.",
            "campaigning",
            ["King Wamba"],
            ["Basques"],
        ),
        ("In May 1672 there was a force in Riga besieging the citadel.", "besieging", ["force"], []),
        ("In May 1987 the Danes renounced their loyalty and elected him.", "elected", ["Danes"], []),
        ("The Danes made an airstrike on a school at the end of May 1987.", "airstrike", ["Danes"], ["school"]),
        ("In 673 the Danes attacked the fleet.", "attacked", ["Danes"], ["fleet"]),
        # A particle begins a name, a title does not end before it; a people in the singular.
        ("In May 1900 the British attacked de Wet at Lund.", "attacked", ["British"], ["de Wet"]),
        ("In May 1757 they attacked the Marquis de Montcalm.", "attacked", [], ["Marquis de Montcalm"]),
        ("In May 1916 Smuts tried to corner von Lettow.", "corner", ["Smuts"], ["von Lettow"]),
        ("In May 1880 Terrazas surrounded the Apache.", "surrounded", ["Terrazas"], ["Apache"]),
        ("In May 1812 the battle cost the Danes 6,000 men and the Swedes 4,500.", "cost", [], ["Danes", "Swedes"]),
        ("In May 1812 they took 300 prisoners.", "took 300 prisoners", [], ["300 prisoners"]),
        # Who claims a bombing, not who claims a town; who came in the evening.
        (
            "In May 2014 a bombing in Sanaa claimed by al-Qaeda killed 47 people.",
            "bombing",
            ["al-Qaeda"],
            ["47 people"],
        ),
        ("In May 2014 an attack on the islands claimed by Spain failed.", "attack", [], []),
        ("On 3 May 2014 in the early evening officers stormed the hostel.", "stormed", ["officers"], []),
        ("In May 1879 he captured the transport Rímac.", "captured", [], ["transport Rímac"]),
        # No apposition: a list of those who act.
        ("The sultan, Venice and Genoa signed a treaty.", "signed", ["sultan", "Venice", "Genoa"], []),
    ],
)
def test_the_name_in_apposition_is_meant(text, word, initiators, targets):
    assert roles(text, word)[1:] == (initiators, targets)


@pytest.mark.parametrize(
    ("text", "word", "targets"),
    [
        # What has no name of its own is attacked, taken or burned as a thing.
        ("On 3 May Zulu regiments charged the British line.", "charged", ["British line"]),
        ("The Poles attacked isolated Russian bases.", "attacked", ["isolated Russian bases"]),
        ("The Danes seized Swedish cannon and documents.", "seized", ["Swedish cannon", "documents"]),
        (
            "Hussars captured four pieces of artillery and nearly 300 men.",
            "captured",
            ["artillery", "nearly 300 men"],
        ),
        ("The retreating army burned crops and villages.", "burned", ["crops", "villages"]),
        ("The Swedes stormed Fort Munkholm, which was held by a Saxon regiment.", "stormed", ["Saxon regiment"]),
        ("The army recaptured key positions.", "recaptured", ["key positions"]),
        ("Most of his family was executed.", "executed", ["family"]),
        ("Jugurtha executed Adherbal along with many Italians.", "executed", ["Adherbal", "Italians"]),
        (
            "One of them, Aulus Albinus, was defeated; another, Quintus Metellus, was captured.",
            "captured",
            ["Quintus Metellus"],
        ),
        ("Jets bombed the UFDR headquarters.", "bombed", ["UFDR headquarters"]),
        ("The Brazilians took fourteen guns.", "took", ["fourteen guns"]),
        ("The impis drove the Ndwandwe across the Pongola.", "drove", ["Ndwandwe"]),
        ("The army was crushed, General Tilly mortally wounded at Lech.", "wounded", ["General Tilly"]),
        # Not: one another, a nation, a direction, a distance, a town that only lacks its name.
        ("General Wrangel attacked north in 1920.", "attacked", []),
        ("Cox withdrew 20 miles to Camp Flat Top.", "withdrew", []),
        ("The Swedes attacked the town.", "attacked", []),
        ("The Danes repulsed the attack by the end of the day.", "repulsed", []),
        # Caught in it, or subjected to it.
        ("The column was caught in an ambush near Kut.", "ambush", ["column"]),
        ("The rebels subjected the garrison to a heavy attack.", "attack", ["garrison"]),
        ("Ney was assigned to posts in Metz.", "assigned to", ["Ney"]),
        ("His sons fought one another for the throne.", "fought", []),
        ("The rebels captured a third of the nation.", "captured", []),
        ("Uhlans assaulted Union posts around Salem.", "assaulted", ["Union posts"]),
        ("Huerta ordered Zapata's execution.", "execution", ["Zapata"]),
        ("During the raid 18 Texans were killed as well as 90 Comanches.", "killed", ["Texans", "Comanches"]),
        ("Obregon defeated General Orozco, one of many rebels.", "defeated", ["General Orozco"]),
        # A ship of a town's name; a town that its name stands for.
        ("The Saratov was sunk on 24 March.", "sunk", ["Saratov"]),
        ("The Turks took Otranto. Then the city was razed.", "razed", []),
        ("Biafran forces retook Owerri from the Nigerians.", "retook", ["Nigerians"]),
        ("The Iroquois attacked the Huron villages.", "attacked", ["Huron villages"]),
        ("Uhlans captured the Saxon garrison in Torgau.", "captured", ["Saxon garrison"]),
        ("Raiders destroyed about six miles of the Central Railroad.", "destroyed", ["Central Railroad"]),
        ("Raiders destroyed the Long River Bridge.", "destroyed", ["Long River Bridge"]),
        ("Soult ordered the evacuation of Badajoz.", "evacuation", []),
        ("Bombs were dropped on Hiroshima.", "dropped", []),
        ("Sappers destroyed a long stretch of track.", "destroyed", ["track"]),
        ("Three of his grooms and a page were killed on 3 May.", "killed", ["grooms", "page"]),
        ("Torgau, defended by a Saxon regiment, was attacked at dawn.", "attacked", ["Saxon regiment"]),
        ("The Danes retreated and burned crops.", "retreated", []),
        ("Villa himself was never arrested.", "arrested", ["Villa"]),
        (
            "It was a blow in which the Sixth Army and part of the Tenth Army were encircled.",
            "encircled",
            ["Sixth Army", "part of the Tenth Army"],
        ),
        ("The militants blew up the Great Mosque of Deir.", "blew up", ["Great Mosque"]),
        # A loss that is only counted is that of who suffered it.
        ("The 79th Brigade suffered more than 100 killed.", "killed", ["79th Brigade"]),
        ("On 3 May another 203 Russians were killed, 216 were wounded.", "wounded", ["216"]),
        # Who is driven out is no place, whoever knows his name.
        ("In the north Blücher drove Marmont out of Möckern.", "drove", ["Marmont"]),
        ("Caesar had the members of the council executed.", "executed", ["members of the council"]),
        # A list of what befell one, with phrases between.
        ("Horn was captured on 1 May, handed over to the king and hanged.", "hanged", ["Horn"]),
        ("Milošević was ousted in May, arrested the following April and tried.", "arrested", ["Milošević"]),
        ("An American destroyer boarded the freighter Marucla.", "boarded", ["freighter Marucla"]),
        # A participle that is its own past tense opens the sentence.
        ("Cut off from Riga, the division surrendered.", "Cut off", ["division"]),
        ("Put to flight, the Danes left Riga.", "Put to flight", ["Danes"]),
        ("Surrounded and cut off, the division surrendered.", "Surrounded", ["division"]),
        # Who they were stands between commas.
        ("Two hostages, mainly the old and mothers with children, were freed.", "freed", ["Two hostages"]),
        ("Dora Bloch, a 75-year-old who had been ill, was murdered.", "murdered", ["Dora Bloch"]),
        # A phrase of a verb goes on behind what *of* joins to its object.
        ("The Danes put most of the garrison to the sword.", "put", ["most of the garrison"]),
        ("The Danes took all but three of the forts.", "took", ["forts"]),
        ("The camp was stormed and its guards cut down.", "cut down", ["its guards"]),
        ("The camp was stormed and its garrison put to the sword.", "put to the sword", ["its garrison"]),
        ("The rebels set a cargo plane ablaze.", "set", ["cargo plane"]),
        ("On 17 May the refinery was surrounded and, after heavy fighting, stormed.", "stormed", ["refinery"]),
        ("On 17 May the refinery was surrounded and, after heavy fighting, the Danes stormed Riga.", "stormed", []),
        ("Rebels shot dead Okada's brother.", "shot dead", ["Okada's brother"]),
        # *Whose*: what somebody has is the object of the verb behind its subject.
        ("The king, whose army was beaten at Riga, fled.", "beaten", ["army"]),
        ("They seized Kong, whose gates he destroyed.", "destroyed", ["gates"]),
        # An auxiliary holds for a list, and behind a participle.
        (
            "The Danes were beaten, losing guns, and their commander taken prisoner.",
            "taken prisoner",
            ["their commander"],
        ),
        ("The men were cut down and Padilla, Bravo and Maldonado captured.", "captured", ["Bravo", "Maldonado"]),
        # What they are held as stands before who they are; a part of a place's name is nobody.
        ("In May 1995 the rebels took hostage 1,500 people.", "took", ["1,500 people"]),
        ("In May 1266 Baldwin joined with other barons at the Isle of Axholme.", "joined", ["other barons"]),
        # The crime was against others than those who were punished for it.
        ("In May 1600 the guards attacked the court for its crimes against the poor.", "attacked", ["court"]),
        ("In May 1600 Reed was beheaded on a charge of treason against the Crown.", "beheaded", ["Reed"]),
        ("In May 1990 posts and camps were looted.", "looted", ["posts", "camps"]),
        (
            "In May 1916 Americans were killed as well as 90 of Villa's men.",
            "killed",
            ["Americans", "90 of Villa's men"],
        ),
        # A compound is what its last part is.
        ("In May 1864 he was ordered to withdraw three-quarters of a mile.", "withdraw", []),
        ("In May 1953 they fought against the colonist-settlers.", "fought", ["colonist-settlers"]),
        ("In May 1945 the fleet surrendered to the Danes and not to the Poles.", "surrendered", ["Danes"]),
        # What is only done to those who are struck is nobody.
        ("In May 1963 the forces raided pagodas, causing widespread damage to homes.", "damage", ["homes"]),
        ("In May 1963 the forces raided pagodas, causing widespread damage and destruction.", "damage", []),
        # Nobody holds what has no walls.
        ("The army stormed the heights.", "stormed", []),
        ("The army attacked the Danish positions.", "attacked", ["Danish positions"]),
        # What a clause with a preposition before its relative word says more of is what the next verb tells of.
        ("In May 1941 the ship on which he sailed was sunk.", "sunk", ["ship"]),
        ("In May 1813 the bridge by which the army crossed was blown up.", "blown", ["bridge"]),
        ("In May 1915 the villages where they hid their guns were burned.", "burned", ["villages"]),
        # The byname of a numbered unit is part of its name; a day of the week and a year's remark are none.
        ("In May 1916 they beat the 36th (Ulster) Division.", "beat", ["36th (Ulster) Division"]),
        ("In May 1940 the 44th Rifle (Danish) Division was beaten.", "beaten", ["44th Rifle (Danish) Division"]),
        ("In May 1940 they beat the army (two divisions).", "beat", ["army"]),
        # A list goes on though no *and* closes it, or an adverb stands behind it; what a name is said to be is no further one.
        ("In May 1944 they killed Otto Ferber, a merchant and burned the mill.", "killed", ["Otto Ferber"]),
        ("In May 1944 they captured three guns, one a howitzer and the other a mortar.", "captured", ["three guns"]),
        ("In May 1944 shells destroyed a mill, a barn and damaged the church.", "destroyed", ["mill", "barn"]),
        ("In May 1944 they looted shops, homes and even the hospital.", "looted", ["shops", "homes", "hospital"]),
        (
            "In May 1944 they destroyed tanks, armoured cars, bridging gear and boats.",
            "destroyed",
            ["tanks", "armoured cars"],
        ),
        (
            "In May 1944 they killed 40 men plus a number of women and children.",
            "killed",
            ["40 men", "women", "children"],
        ),
        ("In May 1944 shells hit the economic and industrial centre of Kiel.", "hit", []),
        (
            "In May 1944 they evacuated children, the elderly, and the nuns.",
            "evacuated",
            ["children", "elderly", "nuns"],
        ),
        # Who was among the dead, the wounded or the prisoners is told behind the verb.
        ("In May 1863 the Danes fled. Among the dead was General Horn.", "dead", ["General Horn"]),
        ("In May 1863 the Danes fled. The dead included two nuns.", "dead", ["two nuns"]),
        ("In May 1863 the Danes fled. Those killed included the mayor.", "killed", ["mayor"]),
        (
            "In May 1863 they fled. Among the wounded were General Horn and two men.",
            "wounded",
            ["General Horn", "two men"],
        ),
        ("In May 1863 they fled. Among the prisoners was the Duke of Lund.", "prisoners", ["Duke of Lund"]),
        # What is said of some of them stands between two commas and hides no subject; nor do some of them act who are acted upon.
        ("In May 1863 the rebels fled, and most of them died.", "died", ["them"]),
        ("In May 1863 the crew, three of them wounded, were captured.", "captured", ["crew"]),
        ("In May 1863 the crew, three of them wounded, were captured.", "wounded", ["them"]),
        # A thing that the clause before is about; not one of two.
        ("In May 1863 the train met the tram. It was burned.", "burned", []),
        ("In May 1863 the library survived, but it was burned in June.", "burned", ["library"]),
        ("In May 1942 the submarine surfaced, and it was sunk.", "sunk", ["submarine"]),
        ("In May 1863 the Arkansas lost her engines; she was burned.", "burned", ["Arkansas"]),
        ("In May 2022 soldiers drove people away and robbed them.", "robbed", ["people"]),
        # What a second verb is one phrase with is no object of the first; who serves another takes nothing from him.
        ("In May 1479 the Danes attacked and captured guns.", "attacked", ["guns"]),
        ("In May 1479 the Danes attacked, and won a victory.", "attacked", []),
        ("In May 2022 soldiers looted and set fire to houses.", "looted", []),
        ("In May 1920 Lund was taken by the Soviets from the Don Cossacks.", "taken", ["Don Cossacks"]),
        ("In May 1920 Lund was captured by mercenaries from the Wagner Group.", "captured", []),
        ("In May 1920 Horn broke his treaty with Denmark.", "broke", ["Denmark"]),
        ("In May 1864 the Danes flung their might against the Poles.", "flung", ["Poles"]),
        ("In May 1864 the men aged 16 to 60 were massacred.", "massacred", ["men"]),
        ("In May 1864 two boys aged between 12 and 16 were shot.", "shot", ["two boys"]),
        ("In May 1864 the king ordered the execution of Horn and the arrest of two men.", "execution", ["Horn"]),
        # Whom or what the same befell is told behind *as was*; not what was usual.
        ("In May 1864 the guards were released, as was the custom.", "released", ["guards"]),
        ("In May 1864 the church was burned, as was usual.", "burned", ["church"]),
        (
            "In May 1864 the church was burned, as were the town hall and a mill.",
            "burned",
            ["church", "town hall", "mill"],
        ),
        ("In May 1864 the mayor was shot, and so were most of his men.", "shot", ["mayor", "most of his men"]),
        # a range of numbers stands before whom it counts
        ("Between 20 and 30 million people died in the war.", "died", ["20 and 30 million people"]),
        ("Around 10-26 hussars and 20 lancers were killed.", "killed", ["10-26 hussars", "20 lancers"]),
        # Whom a gerund that begins its clause is done to; a man killed fighting killed nobody.
        ("In May 1864 retreating Danish forces were routed.", "routed", ["Danish forces"]),
        ("Defeating Danish forces at Lund was hard in May 1864.", "Defeating", ["Danish forces"]),
        ("In May 1864 they buried a soldier killed fighting in Lund.", "killed", ["soldier"]),
        # All whom one breath tells of fell to the deed that ends it; not who fell elsewhere.
        ("In May 2022 Horn was shot in Kiel and six men were hurt in an airstrike on Lund.", "airstrike", ["six men"]),
        (
            "In May 2022 Horn was shot in Kiel and six men were wounded in an airstrike on Lund.",
            "airstrike",
            ["six men"],
        ),
        ("In May 2022 two men were killed and six wounded by shelling in Lund.", "shelling", ["two men", "six"]),
        ("In May 1864 Horn was killed, as was Banner, the brother of the king.", "killed", ["Horn", "Banner"]),
        # who came to a place is driven back from it
        ("The Danes overran Jutland reaching Kolding before being pushed back.", "pushed back", ["Danes"]),
        # who was sent fares ill; those against whom he is sent escape
        ("The king sent two regiments to attack the rebels, but they were routed.", "routed", ["they"]),
        ("Rome sent two legions to punish the Gauls, but they were ambushed.", "ambushed", ["they"]),
        # What something became is told in a clause of its own.
        (
            "In May 1709 the Danes beat the Poles and Swedes in what was later called a massacre.",
            "beat",
            ["Poles", "Swedes"],
        ),
        ("In May 1709 the Danes fought the Swedes in what became a costly battle.", "fought", ["Swedes"]),
        ("In May 1709 the Danes beat the Swedes in what is now Poland.", "beat", ["Swedes"]),
        # To whom somebody did something right before.
        (
            "In May 1997 Gborie came. The soldiers released Koroma from prison and installed him as chairman.",
            "installed",
            ["Koroma"],
        ),
        ("In May 1997 Gborie came. The soldiers left Lund and killed him.", "killed", ["him"]),
        ("In 1012 he had the Danes in the city killed.", "killed", ["Danes"]),
        ("In 1012 he had the prisoners from Lund put to death.", "put to death", ["prisoners"]),
        ("In 940 Otto made his brother duke of Lotharingia.", "made", ["brother"]),
        ("In 1170 Henry had his son crowned king.", "crowned", ["son"]),
        ("In 1163 he appointed a lieutenant governor of Riga.", "appointed", ["lieutenant governor of Riga"]),
        ("In 1191 Guy of Lusignan, who had been defeated at Hattin, landed at Limassol.", "defeated", ["Guy"]),
        (
            "Heraclius sent an army to his brother Theodore, who was defeated at Ajnadayn.",
            "defeated",
            ["brother Theodore"],
        ),
        (
            "In 1191 the army of Lusignan, which had been defeated at Hattin, landed at Limassol.",
            "defeated",
            ["army"],
        ),
        ("In 654 Anna fell in battle against Penda.", "fell in battle", ["Anna"]),
    ],
)
def test_targets(text, word, targets):
    assert roles(text, word)[2] == targets


@pytest.mark.parametrize(
    ("text", "word", "places"),
    [
        # What was taken before; where a name stands that only *where* tells to be a place.
        ("Rebels took most of the town of Gori, and troops retook it.", "retook", ["Gori"]),
        ("The army came before Knodsenburg where they beat the Danes.", "beat", ["Knodsenburg"]),
        ("They were taken to a warehouse at Lubny where they were held and tortured.", "tortured", ["Lubny"]),
        # A list behind objects, a namesake beside a name, the owners of brigades; the city as the text has called it.
        (
            "They raided farms and villages throughout Maine, Vermont, and Ohio for months, and the militia fled.",
            "raided",
            ["Maine", "Vermont", "Ohio"],
        ),
        ("It was fought between the hamlets of Haddon and West Haddon.", "fought", ["Haddon", "West Haddon"]),
        ("Three men were hanged in Swan River Colony in 1841.", "hanged", ["Swan River Colony"]),
        ("The cavalry was attacked by the brigades of Munford and Robertson.", "attacked", []),
        ("The army reached the city of Amida. The Persians took the city.", "took", ["Amida"]),
        # Where the city of a deed is, where they had come to who were driven out, not where a second deed went.
        ("The siege of Madrid went on. An assault on the capital was repulsed.", "repulsed", ["Madrid"]),
        ("The Danes seized Fehmarn, but were forced to withdraw.", "withdraw", ["Fehmarn"]),
        ("The Danes withdrew and marched on Lund.", "withdrew", []),
        ("The front launched an attack with two armies on the shores of the Black Sea.", "attack", ["Black Sea"]),
        # Where something is, not why it happened, nor what only tells where another name lies.
        ("The army withdrew due to the Danish campaigns against Riga.", "withdrew", []),
        ("France ceded Louisiana to Spain as part of the Treaty of Paris.", "ceded", ["Louisiana"]),
        ("The Poles took Kiev, with heavy fighting at Zhytomyr.", "took", ["Kiev"]),
        ("Philip made peace and returned Savoy to Piedmont.", "made peace", []),
        ("The French secured the Adriatic port of Ancona.", "secured", ["Ancona"]),
        ("A clash at Shipka Pass led to the death of six Turkish frontier policemen.", "clash", ["Shipka Pass"]),
        ("The French landed on Corsica's north coast.", "landed", ["Corsica"]),
        ("Shells hit Lviv's city centre.", "hit", ["Lviv"]),
        ("Iraq's army retreated.", "retreated", []),
        # What a description, a pronoun or a relative word stands for.
        ("Soult held Badajoz. On 6 April Wellington stormed the city near the river.", "stormed", ["Badajoz"]),
        ("The Danes reached the Elbe and crossed the river.", "crossed", ["Elbe"]),
        ("The Turks besieged Eger. In 1596 they took it.", "took", ["Eger"]),
        ("The brigade entered Bermeo and was surrounded there.", "surrounded", ["Bermeo"]),
        (
            "Dubček was flown to Moscow. Crowds filled the streets around a mill; ten people were killed there.",
            "killed",
            [],
        ),
        ("It is named for Lomé, the capital of Togo, where talks took place.", "talks", ["Lomé"]),
        ("A third town, Ouadda, was seized.", "seized", ["Ouadda"]),
        ("The Greeks fell back to Larissa, where they were routed.", "routed", ["Larissa"]),
        ("He held the road to Laos, which the Viet Minh had invaded.", "invaded", ["Laos"]),
        ("A Swedish attempt to capture Riga was repelled.", "repelled", ["Riga"]),
        ("The Poles raided Pskov and were ambushed.", "ambushed", ["Pskov"]),
        ("Clive defeated the nawab of Bengal at Plassey.", "defeated", ["Plassey"]),
        ("In 451 Attila invaded Gaul.", "invaded", ["Gaul"]),
        # Not: a part of an army, an owner, an aside, what another deed's noun governs, a country that is a party.
        ("The Swedes held Narva. The Danes attacked the Russian centre.", "attacked", []),
        ("At London's request the regiment marched to Basra.", "marched", ["Basra"]),
        ("Rebels destroyed a mill in Homs (one of the oldest in Syria).", "destroyed", ["Homs"]),
        ("The Danes massed in Lund in preparation for an attack on Malmö.", "massed", ["Lund"]),
        ("In 1808 Sweden declared war on Denmark.", "declared war", []),
        # Before the subject: coordinated, joined by *of*, by a direction, in a battle; behind a semicolon.
        ("In Gao and Timbuktu, rebels attacked an army base.", "attacked", ["Gao", "Timbuktu"]),
        ("In the town of Batak, irregulars attacked a church.", "attacked", ["Batak"]),
        ("On 5 May, south of Grozny, Russian forces advanced 3 km.", "advanced", ["Grozny"]),
        ("North of the Douro, heavy fighting broke out.", "fighting", ["Douro"]),
        ("In the Battle of the Kalka River, the Mongols won a victory.", "victory", ["Kalka River"]),
        # A date in parentheses before the comma.
        ("In the Battle of Coronea (447 BC), the Athenians were defeated.", "defeated", ["Coronea"]),
        ("At Landskrona (14 July 1677), the Swedes defeated the Danes.", "defeated", ["Landskrona"]),
        ("With its army in Holstein (and others), Denmark attacked Lund.", "attacked", ["Lund"]),
        (
            "In France, they broke through at Sedan; in Belgium, they took Fort Eben-Emael.",
            "took",
            ["Belgium", "Fort Eben-Emael"],
        ),
        ("In France, they broke through at Sedan; in Belgium, they took Liège.", "broke through", ["France", "Sedan"]),
        # Where those stand who are spoken of, and where what goes along with it was done.
        ("The garrison of Badajoz surrendered in 1811.", "surrendered", ["Badajoz"]),
        ("Militiamen on the border of Navarre halted the column.", "halted", ["Navarre"]),
        ("The Ottomans stormed Otranto and executed 800 citizens.", "executed", ["Otranto"]),
        ("After capturing Magdeburg, the troops massacred 20,000 inhabitants.", "massacred", ["Magdeburg"]),
        ("The king was assassinated while riding through Lisbon.", "assassinated", ["Lisbon"]),
        ("Gordon had held Khartoum since March, resisting thousands of Mahdists.", "resisting", ["Khartoum"]),
        # One work without a name that is taken; not where one that was named is meant, nor several.
        ("Paratroopers captured the airfield on 20 May.", "captured", ["airfield"]),
        (
            "The rebels seized Camp Bagong, two barracks, and the royal palace.",
            "seized",
            ["Camp Bagong", "royal palace"],
        ),
        ("They fortified Lisbon Airport. On 3 May the rebels seized the airport.", "seized", ["Lisbon Airport"]),
        ("Both ships escaped from the port.", "escaped", []),
        ("After Rome's capture of Veii in 396 BC, peace was made.", "capture", ["Veii"]),
        ("Riga was taken, the governor of Livonia, Erik Dahlberg, being killed there.", "killed", ["Riga"]),
        ("The frigate captured the Alcide off Cape Corse.", "captured", ["Cape Corse"]),
        ("Rebels took three towns – Riga, Reval and Narva – and withdrew.", "took", ["Riga", "Reval", "Narva"]),
        ("Three cities—Kidal, Gao and Timbuktu—were overrun by rebels.", "overrun", ["Kidal", "Gao", "Timbuktu"]),
        ("They attacked the Fortress of Antonia in May, taking the fortress in July.", "taking", ["Antonia"]),
        ("The French invaded Kamerun in 1914. They took the German colony in 1916.", "took", ["Kamerun"]),
        ("In 1817 the army began the crossing of the Andes.", "crossing", ["Andes"]),
        ("The Japanese arrived at Jinju with reinforcements from Japan.", "arrived", ["Jinju"]),
        ("The divisions stormed Dominique 1 and Éliane 2.", "stormed", ["Dominique 1", "Éliane 2"]),
        # No part of a title or a byname, no ship, no one who was killed, no adjective.
        ("The Earl of Warwick defeated the Duke of Somerset at Northampton.", "defeated", ["Northampton"]),
        ("The French routed the army of Prince Eugene of Savoy.", "routed", []),
        ("The squadron chased the schooner Covadonga.", "chased", []),
        ("The mob killed Hastings and burned his house.", "burned", []),
        ("They advanced into German-held territory.", "advanced", []),
        ("In 60 AD Decianus fled to Gaul.", "fled", ["Gaul"]),
        # Of a list of deeds each has its own place; of *attacks and raids* both have it.
        ("They took part in the siege of Riga in 1710 and the siege of Reval in 1711.", "siege", ["Reval"]),
        ("They took part in the siege of Riga in 1710 and the capture of Reval in 1711.", "siege", ["Riga"]),
        ("They carried out attacks and raids in Kashmir.", "attacks", ["Kashmir"]),
        # An event noun: where it took place, what was taken after it, what the description stands for.
        ("The massacre, which took place in Lisbon, shocked Europe.", "massacre", ["Lisbon"]),
        ("After heavy fighting the Swedes took Narva.", "fighting", ["Narva"]),
        ("They besieged Vienna in May. The attack on the city began in July.", "attack", ["Vienna"]),
        ("They began an offensive toward Grozny, reaching it in June.", "reaching", ["Grozny"]),
        ("He met them near Salem, Indiana, where he forced their surrender.", "surrender", ["Salem", "Indiana"]),
        ("Most of Lund was burned. On 3 May they took most of the town.", "took", ["Lund"]),
        # A town that no gazetteer has.
        ("The Danes attacked Kalvorin. The town fell after two hours.", "fell", ["Kalvorin"]),
        ("The Danes retreated toward Mestrava. The city was shelled.", "shelled", ["Mestrava"]),
        ("Surrounded at Tarsk, the regiment surrendered.", "surrendered", ["Tarsk"]),
        ("They stormed Baturyn, his capital, where thousands were massacred.", "massacred", ["Baturyn"]),
        ("The corps marched to relieve Ladysmith.", "marched", ["Ladysmith"]),
        ("In the Atlantic, the British scored a success by sinking the Bismarck.", "sinking", ["Atlantic"]),
        ("At Borodino, west of Moscow, 70,000 men were killed.", "killed", ["Borodino", "Moscow"]),
        ("On the Somme front, 20,000 British soldiers were killed.", "killed", ["Somme"]),
        ("Bigeard recaptured Éliane 1 and Huguette 6.", "recaptured", ["Éliane 1", "Huguette 6"]),
        ("They fell back to Homs. Here a battle was fought on 3 May.", "battle", ["Homs"]),
        ("The Danes reached the Elbe. Three attempts to cross the river were repelled.", "repelled", ["Elbe"]),
        (
            "Violence grew following the al-Nuri Mosque bombing in Mosul on 3 May 2006.",
            "bombing",
            ["al-Nuri Mosque", "Mosul"],
        ),
        ("Athens was razed in 480 BC.", "razed", ["Athens"]),
        ("The Zarrow airfield was attacked by Boers as part of the invasion of Natal.", "attacked", ["Zarrow"]),
        (
            "Shells hit the Saxon lines. Then Meade ordered an assault on the Petersburg lines.",
            "assault",
            ["Petersburg"],
        ),
        ("On 2 April Lee ordered the evacuation of Petersburg and Richmond.", "evacuation", ["Petersburg", "Richmond"]),
        ("They blew up the bridges crossing the Elbe.", "blew up", ["Elbe"]),
        ("Johnston withdrew to a position centered on Kennesaw Mountain.", "withdrew", ["Kennesaw Mountain"]),
        ("The Danes reached the Elbe.\n\nOn 4 May Saxon troops crossed the river.", "crossed", ["Elbe"]),
        ("The army put down a revolt that had broken out in Karabakh.", "put down", ["Karabakh"]),
        ("The Danes besieged Lund and Malmö. On 3 May they took the cities.", "took", ["Lund", "Malmö"]),
        ("The army launched an operation to capture Homs.", "operation", ["Homs"]),
        ("The last Crusader stronghold, Acre, fell on 18 May 1291.", "fell", ["Acre"]),
        ("Madrid held. He left Madrid for Jaca. Then they attacked the capital.", "attacked", ["Madrid"]),
        (
            "In the last month of the war in Manchuria, Soviet forces attacked a Japanese army.",
            "attacked",
            ["Manchuria"],
        ),
        ("The impis drove the Ndwandwe across the Pongola.", "drove", ["Pongola"]),
        ("The army reached the trenches below Itá-Ybate.", "reached", ["Itá-Ybate"]),
        ("A bomb exploded outside the Temple of the Tooth in Kandy.", "exploded", ["Temple of the Tooth", "Kandy"]),
        ("Gustav landed in the Duchy of Pomerania.", "landed", ["Pomerania"]),
        # Not: where the second deed ended, where men come from, whose army it is.
        ("Baldwin was taken prisoner and died at Tarnovo.", "taken prisoner", []),
        ("Lenin's colleagues were arrested and flown to Moscow.", "arrested", []),
        ("The defenders threw their arms into the Congo River and fled.", "fled", []),
        ("The Belgians joined mercenaries from South Africa and Rhodesia.", "joined", []),
        ("They withdrew from the battle between the Nigeria army and the rebels.", "withdrew", []),
        # Not: a party, who gets it, who it becomes, whose army, whose history, an adjective.
        ("Sweden was fighting Denmark at that time.", "fighting", []),
        ("In 1898 Spain ceded Guam to the United States.", "ceded", ["Guam"]),
        ("In 1777 Vermont declared independence as the Vermont Republic.", "declared", []),
        ("The Mongols destroyed the army of Kiev.", "destroyed", []),
        ("They fought at Towton, the bloodiest day in English or Welsh history.", "fought", ["Towton"]),
        ("On 3 May rebels attacked a US patrol near Gardez.", "attacked", ["Gardez"]),
        ("After Stalingrad, the Germans withdrew to Kharkov.", "withdrew", ["Kharkov"]),
        ("They shelled several Sunni neighbourhoods.", "shelled", []),
        ("Davis sent Jackson a brigade from Richmond.", "sent", ["Richmond"]),
        ("The siege ended in a victory for Russia.", "victory", []),
        (
            "The Danes took Lund and Malmö. On 3 May they burned the towns of Halmstad and Ystad.",
            "burned",
            ["Halmstad", "Ystad"],
        ),
        ("They pursued Wilson's and Kautz's raiders.", "pursued", []),
        ("In the aftermath of the victory at Hattin, Saladin captured ten ships.", "captured", []),
        ("The Confederates repulsed Hancock.", "repulsed", []),
        ("After assaulting Saguntum, Hannibal attacked the Romans.", "attacked", []),
        ("In 1917 an armistice was signed between Germany and Romania.", "signed", []),
        ("They recovered territory lost after the Battle of Caporetto.", "lost", []),
        ("The army defeated the Army of Islam.", "defeated", []),
        ("In 1795 Poland was partitioned between Prussia and Austria.", "partitioned", ["Poland"]),
        ("In 238 BC Rome took Corsica from Carthage.", "took", ["Corsica"]),
        ("The British were pushed back into Egypt, with the exception of Tobruk.", "pushed", ["Egypt"]),
        ("As Finland lost control of the city, its troops fled.", "lost control", []),
        ("The Jacobins took over the Convention.", "took over", []),
        # under way from or to somewhere is not there, back there is
        ("On his way back from Canossa, Henry was attacked by Saxons.", "attacked", []),
        ("On the way from Kyiv to Minsk, the convoy was attacked.", "attacked", []),
        ("On his return to Rome he was murdered.", "murdered", ["Rome"]),
        # What lies before a town described is there.
        ("The Turks reached Vienna. The fleet appeared off the city.", "appeared", ["Vienna"]),
        ("On 13 April one man was killed and twelve were wounded in Avdiivka.", "killed", ["Avdiivka"]),
        # Of whom comes from a town, and what lies elsewhere.
        ("He was relieved by Mithridates of Pergamum in March 47.", "relieved", []),
        ("Gwoza fell in May. The army denied that its base at Metele had been overrun.", "overrun", ["Metele"]),
        # A place that begins the next clause belongs to it.
        ("Guns killed eight men near Saraqib; Ankara, which had sent them, hit back.", "killed", ["Saraqib"]),
        # *It* stands for what the clause above is about, before what the last event was about.
        ("Riga fell. Narva changed hands twice before it was secured.", "secured", ["Narva"]),
        ("Grabbe laid siege to Akhulgo; the Russians stormed it in August.", "stormed", ["Akhulgo"]),
        # Ships that sail beside are no place.
        ("In company with Exeter she fought the Graf Spee off Montevideo.", "fought", ["Montevideo"]),
        # Before a place is near it; before a time is not.
        ("Busch halted the Paraguayans before Villamontes.", "halted", ["Villamontes"]),
        (
            "Bolivia seized Boquerón, Corrales and Toledo, and Salamanca left.",
            "seized",
            ["Boquerón", "Corrales", "Toledo"],
        ),
        # A name with a small word between its hyphens is one.
        ("The Tehran-Baghdad road was cut.", "cut", ["Tehran", "Baghdad"]),
        ("Aguinaldo marched to Biak-na-Bato.", "marched", ["Biak-na-Bato"]),
        # A land is no island that has more of them, a kingdom no region; where nobody has come is not the capital.
        ("In 1570 they landed in Denmark. They took the island.", "took", []),
        ("The slaves rose in the Roman Republic and fled. They plundered the region.", "plundered", []),
        ("The army cut the road to Vienna; Szálasi had already left the capital.", "left", []),
        # Who comes from a country is taken elsewhere; a ruler is of one.
        ("They kidnapped two nurses from Ireland in Kabul.", "kidnapped", ["Kabul"]),
        ("In 1624 Baghdad was recaptured by Abbas I of Persia.", "recaptured", ["Baghdad"]),
        # Whence somebody marched is not what *it* stands for.
        ("Verneuil was taken. Bedford marched south from Rouen to take it back.", "take", ["Verneuil"]),
        # Islands that are countries or provinces; whence somebody was taken; where those stood whom a governor ruled.
        ("In 1570 the Ottomans invaded Cyprus. The garrisons fought, but the island fell.", "fell", ["Cyprus"]),
        ("The Turks landed on Malta. They left the island in September.", "left", ["Malta"]),
        ("On 3 May 2014 gunmen kidnapped 276 schoolgirls from Chibok, Borno.", "kidnapped", ["Chibok", "Borno"]),
        ("Arenales was governor of Salta, where the remnants of an army surrendered.", "surrendered", ["Salta"]),
        ("He came to Homs on 8 May 1933, where he was arrested.", "arrested", ["Homs"]),
        ("They reached Homs. Raymond III of Tripoli fled, and they took the town.", "took", ["Homs"]),
        ("Lucknow was in rebel hands for months, until Campbell retook it.", "retook", ["Lucknow"]),
        # What is sacked is a place, though no finder knows its name.
        ("The emperor sacked Sozopetra and Arsamosata.", "sacked", ["Sozopetra", "Arsamosata"]),
        # Names that no gazetteer holds, where somebody suffered.
        ("In May 2011 he was killed in Operation Anvil.", "killed", []),
        ("In May 2011 twelve men were shot in Panjwari.", "shot", ["Panjwari"]),
        ("On 23 May 2021 a massacre took place at a bar in Vizcatan del Ene.", "massacre", ["Vizcatan del Ene"]),
        ("In May 1919 the prisoner escaped from Lincoln Gaol.", "escaped", ["Lincoln Gaol"]),
        # Where *where* points to.
        ("In May 480 BC they fled to the Persian camp, where they were slaughtered.", "slaughtered", []),
        ("In May 2011 they passed the Katiba compound, where clashes erupted.", "clashes", ["Katiba"]),
        # Of a part of a country its name is told.
        ("In May 1860 they landed at the Adriatic port of Ancona.", "landed", ["Ancona"]),
        ("In May 2008 they attacked the rebels in the Garamba region of Congo.", "attacked", ["Garamba", "Congo"]),
        (
            "In May 2008 12 men were killed in the Kunar area of Nangarhar Province.",
            "killed",
            ["Kunar", "Nangarhar Province"],
        ),
        (
            "In May 2022 they attacked a post in the Muidumbe district of Cabo Delgado.",
            "attacked",
            ["Muidumbe", "Cabo Delgado"],
        ),
        # A town is taken, men are not; what was near it, or had walls, is burned as a town; a ship is not.
        ("In May 1921 Ajdir was taken and burned.", "burned", ["Ajdir"]),
        ("In May 1921 Joan was burned.", "burned", []),
        ("They camped near Sawayama. In May 1571 they burned Sawayama.", "burned", ["Sawayama"]),
        ("In May 1987 Iran fired missiles acquired from Libya against Baghdad.", "fired", ["Baghdad"]),
        # No place: by what treaty, for what; what two verbs share; a town that falls, and one that is besieged as told above.
        ("In May 1713 Minorca was ceded by the treaty of Utrecht.", "ceded", ["Minorca"]),
        ("In May 1763 Minorca was restored to Spain in exchange for Belle-Isle.", "restored", ["Minorca"]),
        ("In May 1673 they laid siege to and took Collioure.", "laid siege to", ["Collioure"]),
        ("In May 1673 they laid siege to Lund and took Collioure.", "laid siege to", ["Lund"]),
        ("In June 1571 Sawayama fell to the Danes.", "fell", ["Sawayama"]),
        ("In June 1571 Reed fell at Lund.", "fell", ["Lund"]),
        ("The town of Drogheda was held by Royalists when it was besieged in May 1649.", "besieged", ["Drogheda"]),
        # What describes a name before a comma, and what a force is meant for.
        ("In May 2013 they advanced to Mopti, a Mali garrison town.", "advanced", ["Mopti"]),
        ("In May 1863 Atlanta was captured by Shaw, a member of a Boston family.", "captured", ["Atlanta"]),
        ("In May 1190 the king assembled an army at Lyon for the reconquest of Acre.", "assembled", ["Lyon"]),
        # A land named by its people.
        ("In May 1943 the Allies attacked the Italian army.", "attacked", []),
        ("In May 1943 the Allies invaded the Italian mainland.", "invaded", ["Italian mainland"]),
        ("In May 237 BC Hamilcar landed on the Iberian peninsula.", "landed", ["Iberian peninsula"]),
        # The castle of the town that was just named, not one named in passing.
        (
            "He held Kenilworth Castle. Reed was kept at Windsor Castle. In 1266 the king came to Kenilworth and attacked the castle.",
            "attacked",
            ["Kenilworth Castle"],
        ),
        ("In May 1591 he sent an army to seize what is now lost.", "seize", []),
        ("In May 1591 he sent an army to seize what is now northern Mali.", "seize", ["Mali"]),
        ("In May 1940 the destroyer was sunk off Kinnard Head.", "sunk", ["Kinnard Head"]),
        # Names beside those of places; works with a name; what stands abroad.
        ("Expeditions against Riga and Lund failed in May 1780 before being abandoned.", "abandoned", ["Riga", "Lund"]),
        ("In May 1770 Izmail, Kilia and Akkerman fell.", "fell", ["Izmail", "Kilia", "Akkerman"]),
        ("Tinnis fell on 23 November 1219.", "fell", ["Tinnis"]),
        ("In May 1861 Grant sent General Reed and General Thomas Wood, with his division, to Riga.", "sent", ["Riga"]),
        ("On 12 April 1980 soldiers entered the Executive Mansion.", "entered", ["Executive Mansion"]),
        ("In May 1980 the French embassy condemned the riot.", "condemned", []),
        ("In May 1980 Tolbert was arrested in the French embassy.", "arrested", ["French embassy"]),
        ("In May 1879 the ship ran onto a reef at Punta Grossi and was wrecked.", "wrecked", ["Punta Grossi"]),
        ("In May 1814 they attacked the Spartans in Lund.", "attacked", ["Lund"]),
        ("In May 1814 his vanguard was defeated at Tres Acequias.", "defeated", ["Tres Acequias"]),
        ("In May 1632 General Tilly attacked Kut. In June Tilly fell.", "fell", []),
        ("In early 1571 Sawayama fell.", "fell", ["Sawayama"]),
        ("On 25 August 1990 a convoy near I-n-Ekker was ambushed.", "ambushed", ["I-n-Ekker"]),
        (
            "The war had two theaters in 218 BC: Italy, where Hannibal beat the legions; Spain, where Reed stood.",
            "beat",
            ["Italy"],
        ),
        ("In May 1877 on orders from the staff at Lund, an attack on Plevna was made by Reed.", "attack", ["Plevna"]),
        # A town that is named after a landing is no deed.
        ("In May 1862 the gunboats steamed up to Pittsburg Landing.", "steamed", ["Pittsburg Landing"]),
        # What a place is called says where, whether a gazetteer holds the name or not; what a man is called does not.
        ("In 1836 the Texans were defeated at a village called Refugio.", "defeated", ["Refugio"]),
        ("In May 1645 the Danes captured a fort called Elfsborg.", "captured", ["Elfsborg"]),
        ("In May 1645 they landed at a beach known as Omaha.", "landed", ["Omaha"]),
        ("In May 1645 the Danes attacked a captain called Elfsborg.", "attacked", []),
        # A town that waits for its own verb is none of the verb before.
        ("In June 1919 the Danes took Lund and Riga, which the Reds had held, fell.", "took", ["Lund"]),
        ("In June 1919 the Danes took Lund and Riga, which they burned.", "took", ["Lund", "Riga"]),
        # What stands between *and* and the verb is where the second deed was done.
        ("In May 1863 Reed drew back to Riga and at Lund was attacked by Horn.", "attacked", ["Lund"]),
        ("In May 1863 the Danes left Riga and at Lund attacked the Poles.", "attacked", ["Lund"]),
        ("In May 1863 the Danes left Riga and at Lund attacked the Poles.", "left", ["Riga"]),
        ("In May 1863 an attack on Riga and at Lund failed.", "attack", ["Riga", "Lund"]),
        ("In 1964 British troops landed in Dar es Salaam and Tanga.", "landed", ["Dar es Salaam", "Tanga"]),
        # What befalls the walls or the people of a town befalls it there; not what an army has, nor a land.
        ("In May 1705 Poland, whose walls had been breached, made peace.", "breached", []),
        ("In May 1705 the regiment took Lund. Its colonel was killed in June.", "killed", []),
        ("In May 1585 Lund fell. The regiment burned its wagons.", "burned", []),
        ("In May 1585 the Danes reached Lund, whose garrison surrendered.", "surrendered", ["Lund"]),
        ("In May 1585 the Danes reached Lund, whose inhabitants were massacred.", "massacred", ["Lund"]),
        ("In May 1914 they entered Lund. Its library was burned.", "burned", ["Lund"]),
        ("In May 1649 they reached Lund and killed its defenders.", "killed", ["Lund"]),
        ("In May 1865 Lund fell. Much of it was destroyed.", "destroyed", ["Lund"]),
        # Houses, farms and roads that no gazetteer holds; not men, nor bodies, nor what an army is armed with.
        ("In May 1864 the Danes attacked with pikes.", "attacked", []),
        ("In May 1864 the lords were attacked in the House of Lords.", "attacked", []),
        ("In May 1864 the rebels' Camp was attacked.", "attacked", []),
        ("In May 1864 the Danes attacked near the Winfree House.", "attacked", ["Winfree House"]),
        ("In May 1864 the Danes skirmished on the Fordell Pike.", "skirmished", ["Fordell Pike"]),
        ("In May 1864 the Danes skirmished near Burgess' Mill.", "skirmished", ["Burgess' Mill"]),
        ("In May 1864 they fought with batteries on Sewell's Point.", "fought", ["Sewell's Point"]),
        ("In May 1864 the corps marched south from the Corder Farm.", "marched", ["Corder Farm"]),
        ("In May 1864 the corps marched north along the Fordell Railroad.", "marched", ["Fordell Railroad"]),
        ("In May 1864 they killed two guards at the Fordell Ecopark.", "killed", ["Fordell Ecopark"]),
        ("In May 1864 ten men were shot on Fordell Avenue.", "shot", ["Fordell Avenue"]),
        # What was left out was not taken; the names between dashes are those of the islands.
        ("In May 1527 they took Rome, but the Capitol held out.", "took", ["Rome"]),
        ("In May 1527 they took all of Rome but the Capitol.", "took", ["Rome"]),
        ("In May 1527 they took every town of Scania apart from Lund.", "took", ["Scania"]),
        ("In May 1943 the islands – Attu, Agattu and Kiska – were retaken.", "retaken", ["Attu", "Agattu", "Kiska"]),
        ("In May 1951 they were flown to Kalvorin, where they cut off the Danes.", "cut off", ["Kalvorin"]),
        # Where a sentence begins, though a participle stands between; what somebody came through; how far they were pursued.
        ("In May 1645 the Danes burned Hus at the stake.", "burned", []),
        ("In May 1645 the Danes burned the Kalvorin.", "burned", []),
        ("In May 1645 the rebels seized Kalvor and executed him.", "seized", []),
        ("In May 1645 the Danes burned Kalvorin and two mills.", "burned", ["Kalvorin"]),
        ("At Lund, hidden by fog, the Danes stormed the trenches in May 1645.", "stormed", ["Lund"]),
        ("At Lund they, hidden by fog, attacked. In June 1645 they stormed the trenches.", "stormed", []),
        ("Marching through Scania, they burned twelve villages in May 1645.", "burned", ["Scania"]),
        ("In May 1645 they pursued the Poles as far as Kalvorin.", "pursued", ["Kalvorin"]),
        ("In May 1645 they retreated as far as Lund.", "retreated", ["Lund"]),
        ("In May 1645 they attacked the Baltic fleet off Kalvor Head and sank it.", "sank", ["Kalvor Head"]),
        # A place that saw fighting or was its scene; not who saw it, nor a time.
        ("In May 1676 the division saw heavy fighting in Italy.", "fighting", ["Italy"]),
        ("The year 1676 saw heavy fighting around Kiel.", "fighting", ["Kiel"]),
        ("Leipzig saw heavy fighting in May 1676.", "fighting", ["Leipzig"]),
        ("In May 1676 Verdun witnessed a massacre.", "massacre", ["Verdun"]),
        ("Gettysburg was the site of a series of battles in 1863.", "battles", ["Gettysburg"]),
        ("In May 1676 they reached Kiel, the scene of heavy fighting.", "fighting", ["Kiel"]),
        # What ground is fought for; not a land or a cause.
        ("In May 1950 a fight for independence began.", "fight", []),
        ("In May 2022 a battle for Ukraine began.", "battle", []),
        ("In May 1943 a battle for Kharkiv began.", "battle", ["Kharkiv"]),
        ("In May 2022 a battle for control of Kharkiv began.", "battle", ["Kharkiv"]),
        # Each deed of a list where it is said to have been.
        ("In 1700 he took part in the battle of Lund and the siege of Kiel.", "siege", ["Kiel"]),
        ("In 1700 he took part in the battle of Lund and the siege of Kiel.", "battle", ["Lund"]),
        ("Kiel fell in May 1864, as did Lund.", "fell", ["Kiel", "Lund"]),
        ("Kiel was taken in May 1864, as were Lund and Riga.", "taken", ["Kiel", "Lund", "Riga"]),
        # The river at whose bank or under whose bridge it was.
        ("In May 1920 the shares of the Kalvor bank were burned.", "burned", []),
        ("In May 1920 they were executed on the bank of the Kalvorka.", "executed", ["Kalvorka"]),
        ("In May 1920 the bridge over the Kalvorka was burned.", "burned", ["Kalvorka"]),
        # What only tells where another place is; whose town it was; where somebody landed; the gap, the mill.
        ("In May 2012 they met at Lund. Kiel lies near it. They seized the hills.", "seized", []),
        ("Al-Bab lies north of Aleppo. Rebels seized the town in 2012.", "seized", ["Al-Bab"]),
        ("They besieged Lund in May 1632. The inhabitants were put to the sword.", "put", ["Lund"]),
        ("They besieged Lund in May 1632. The inhabitants of Scania were put to the sword.", "put", []),
        ("They stormed Lund in May 1632 and its governor was hanged.", "hanged", ["Lund"]),
        ("In May 1943 they landed on Leros. In June it was taken by the Germans.", "taken", ["Leros"]),
        ("In May 1863 the Danes held Dug Gap. The Poles attacked the gap.", "attacked", ["Dug Gap"]),
        (
            "In May 1994 they took Grozny. In June tanks entered the city, where they were ambushed.",
            "ambushed",
            ["Grozny"],
        ),
        # South of a town is where it was; the right of a line is none.
        ("In May 1864 an attack on the right of Horn was beaten off.", "attack", []),
        ("In May 1864 they lost 300 men in clashes north of Kiel.", "clashes", ["Kiel"]),
        ("In May 1864 he was wounded in a skirmish just east of Kiel.", "skirmish", ["Kiel"]),
        ("In May 1864 the area south of Kiel was bombed.", "bombed", ["Kiel"]),
        (
            "The Danes besieged Lund Castle in May 1864. The garrison of the castle surrendered.",
            "surrendered",
            ["Lund Castle"],
        ),
        ("In May 2012 the army shelled Baba Amr in Homs. The district was captured.", "captured", ["Baba Amr"]),
        (
            "They thought of a retreat to Kiel in May 1864, but Lund and its garrison surrendered.",
            "surrendered",
            ["Lund"],
        ),
        # where somebody decides on what he does elsewhere
        ("In London, the king decided to attack Calais.", "attack", ["Calais"]),
        ("At Asculum, Pyrrhus managed to defeat the Romans.", "defeat", ["Asculum"]),
        ("At Asculum, Pyrrhus was able to defeat the Romans.", "defeat", ["Asculum"]),
        (
            "On the Karelian Isthmus, the Soviets began to launch attacks against the Finns.",
            "attacks",
            ["Karelian Isthmus"],
        ),
        ("The Danes withdrew from Kiel, and the Swedes occupied it.", "occupied", ["Kiel"]),
        ("The Danes retreated from Kiel to Lund, and the Swedes captured it.", "captured", ["Kiel"]),
        ("The Danes held Lund. The Swedes fought a brigade at Kiel and drove it across the Eider.", "drove", ["Eider"]),
        ("In 1275 Baibars sacked Mopsuestia, Sis and Ayas.", "sacked", ["Mopsuestia", "Sis", "Ayas"]),
        ("In 1275 Baibars killed Horn, Tott and Lund.", "killed", []),
    ],
)
def test_places(text, word, places):
    assert roles(text, word)[0] == places


@pytest.mark.parametrize(
    ("text", "word", "places", "initiators", "targets"),
    [
        # A *who* is nobody's gun, help or guise; what names an officer of several says nothing of *that*.
        ("In May 1901 the Boers, who had two guns, took Lund.", "took", ["Lund"], ["Boers"], []),
        ("In May 1901 he met a friend of the Boers who attacked Lund.", "attacked", ["Lund"], ["friend"], []),
        (
            "In May 1901 Lund was held by seven hundred of the enemy with two guns, who captured sixty rifles.",
            "captured",
            [],
            ["enemy"],
            ["sixty rifles"],
        ),
        ("In May 1920 a man with a knife who attacked the guard was shot.", "attacked", [], ["man"], ["guard"]),
        ("In May 1736 he asked the Nizam for help, who broke the treaty.", "broke", [], ["Nizam"], []),
        (
            "In May 2018 there came the second bomber, disguised as a photojournalist, who set off a bomb in Kabul.",
            "set off",
            ["Kabul"],
            ["second bomber"],
            [],
        ),
        (
            "In May 1864 Barrios was made commander of the two army units of 5,000 men that invaded Mato Grosso.",
            "invaded",
            ["Mato Grosso"],
            ["two army units of 5,000 men"],
            [],
        ),
        (
            "In May 1996 they honoured the memory of Kadaafi, a commander of the Sea Tigers, who was killed in Mannar.",
            "killed",
            ["Mannar"],
            [],
            ["Kadaafi"],
        ),
        # The names that a noun of several places announces are nobody; behind a comma others act.
        (
            "In May 1865, after the fall of Lund, Brazil and Uruguay invaded Paraguay.",
            "invaded",
            ["Paraguay"],
            ["Brazil", "Uruguay"],
            [],
        ),
        (
            "In May 1865 an army from the allied countries of Argentina, Brazil and Uruguay invaded Paraguay.",
            "invaded",
            ["Paraguay"],
            ["army"],
            [],
        ),
        (
            "In May 1865 troops in the towns of Lund, Riga and Narva mutinied.",
            "mutinied",
            ["Lund", "Riga", "Narva"],
            ["troops"],
            [],
        ),
        (
            "In May 1182 a new expedition composed of local militias from Lisbon and Santarém raided Seville.",
            "raided",
            ["Seville"],
            ["new expedition"],
            [],
        ),
        (
            "In May 1195 the king gathered an army in Toledo consisting of Castilian knights, monks and militiamen.",
            "gathered",
            ["Toledo"],
            ["king"],
            ["army"],
        ),
        # A new clause begins behind *so*.
        (
            "In May 1520 Lund was taken, sold to the Danes and burned.",
            "burned",
            ["Lund"],
            [],
            [],
        ),
        (
            "In May 1177 the town was fortified so Alfonso, with the help of Sancho, carried out a siege and captured it.",
            "captured",
            [],
            ["Alfonso"],
            [],
        ),
        # One of a list of objects is no subject of the next verb.
        (
            "In May 1865 the army won, capturing Selma, Montgomery, Columbus and Macon, and in June, 1865, captured Jefferson Davis.",
            "captured",
            [],
            ["army"],
            ["Jefferson Davis"],
        ),
        # Who is told to act; gold does nothing.
        ("In May 1736 the Danes demanded gold to surrender Lund.", "surrender", ["Lund"], ["Danes"], []),
        ("In May 1736 the Danes demanded the emperor to surrender Lund.", "surrender", ["Lund"], ["emperor"], []),
        # What befalls a regiment it does not do; a king has it done.
        ("In May 1520 the king had his brother executed.", "executed", [], ["king"], ["brother"]),
        ("In May 1864 the regiment had 12 men killed and 30 wounded.", "killed", [], [], ["12 men"]),
        # With whose backing is not where; nor is whoever one marches against by an unknown name.
        (
            "In May 1989 Deby formed a movement in Sudan, with the backing of Libya.",
            "formed",
            ["Sudan"],
            ["Deby"],
            [],
        ),
        ("In May 1573 Nobunaga marched against Kyoto.", "marched", ["Kyoto"], ["Nobunaga"], []),
        (
            "In May 1573 Nobunaga marched against Asakura Yoshikage of Echizen.",
            "marched",
            ["Echizen"],
            ["Nobunaga"],
            ["Asakura Yoshikage"],
        ),
        # Prizes and ships by their names are taken, offices struck; a centre of men acts, a supply line does not.
        ("In May 1780 Rodney captured a rich prize.", "captured", [], ["Rodney"], ["rich prize"]),
        (
            "In May 1780 Rodney captured the French privateer Monsieur.",
            "captured",
            [],
            ["Rodney"],
            ["French privateer Monsieur"],
        ),
        ("In May 2018 four registration offices were attacked.", "attacked", [], [], ["four registration offices"]),
        ("In May 1952 the supply lines withdrew.", "withdrew", [], [], []),
        ("In May 1212 the Crusader centre attacked the Moors.", "attacked", [], ["Crusader centre"], ["Moors"]),
        # Fronted places hold for losses that a clause goes with.
        (
            "At Shiloh in April 1862 the brigade suffered 70 per cent losses with 61 killed.",
            "killed",
            ["Shiloh"],
            [],
            ["brigade"],
        ),
        # Where those were whom a deed struck, not where others were, whence they came or what they had to do with.
        (
            "In May 2014 rebels attacked policemen marching from Lund to Riga.",
            "attacked",
            [],
            ["rebels"],
            ["policemen"],
        ),
        ("In May 2014 rebels attacked as the king was in London.", "attacked", [], ["rebels"], []),
        ("In May 2014 rebels attacked a convoy carrying food in Kiev.", "attacked", ["Kiev"], ["rebels"], ["convoy"]),
        (
            "In May 2014 guerrillas ambushed and killed five policemen guarding a team in the district of Tarazá.",
            "ambushed",
            ["Tarazá"],
            ["guerrillas"],
            ["five policemen"],
        ),
        ("In May 2017 a bomb exploded when a car passed by in Kiev.", "exploded", ["Kiev"], [], []),
        # Who kills during an attack attacks; which attack killed, whom it struck off a coast.
        (
            "In May 2017 the FARC killed an officer during a mortar attack on a police station in Lejanía.",
            "mortar attack",
            ["Lejanía"],
            ["FARC"],
            ["police station"],
        ),
        (
            "Boise was hit by a suicide attack in May 1944 off Mindoro which killed or wounded 310 crewmen.",
            "suicide attack",
            ["Mindoro"],
            [],
            [],
        ),
        ("Among those killed in May 1640 was the governor.", "killed", [], [], ["governor"]),
        ("In May 1944 the ships (some of which were damaged) returned to Malta.", "returned", ["Malta"], ["ships"], []),
        (
            "In May 2010 suspected members of Front 63 killed two soldiers.",
            "killed",
            [],
            ["Front 63"],
            ["two soldiers"],
        ),
        ("In May 2011 among the equipment confiscated were three tanks.", "confiscated", [], [], ["three tanks"]),
        ("Among the towns captured in May 2011 were Lund and Riga.", "captured", ["Lund", "Riga"], [], []),
        (
            "In May 2008 the rebels moved to Riga. The Danes attacked and killed civilians there.",
            "attacked",
            ["Riga"],
            ["Danes"],
            ["civilians"],
        ),
        # Who masses men for a deed does it; what kills is a war, not who fought it.
        (
            "In May 1998 Ethiopia mobilised its forces for an assault on Asmara.",
            "assault",
            ["Asmara"],
            ["Ethiopia"],
            [],
        ),
        (
            "In May 1998 it was the start of a war between Ethiopia and Eritrea that killed 70,000 people.",
            "killed",
            [],
            [],
            ["70,000 people"],
        ),
        (
            "In May 1283, having routed the Gauls and captured Riga, the consul withdrew.",
            "captured",
            ["Riga"],
            ["consul"],
            [],
        ),
        ("In May 1283, having been captured and taken to Riga, the king died.", "captured", [], [], ["king"]),
        # *They* are officers, too; a place is what was told of.
        ("In May 1914 the officers met. They attacked Riga.", "attacked", ["Riga"], ["They"], []),
        ("In May 1283 the Danes besieged Lund. The place was then stormed.", "stormed", ["Lund"], [], []),
        # What a paper is called after is not where; who became casualties suffered.
        ("In May 1648 Breda was ceded to the Danes at Lund.", "ceded", ["Breda", "Lund"], [], ["Danes"]),
        ("In May 1648 Breda was ceded to the Danes by the Treaty of Westphalia.", "ceded", ["Breda"], [], ["Danes"]),
        ("In May 1863 281 men of the regiment became casualties.", "casualties", [], [], ["281 men of the regiment"]),
        # A siege that is told to be broken is of the town that was besieged.
        ("In May 1420 the Danes took Lund. In June the king raised an army.", "raised", [], ["king"], ["army"]),
        (
            "In May 1420 the Danes besieged Lund. In June the king raised the siege.",
            "raised the siege",
            ["Lund"],
            ["king"],
            [],
        ),
        (
            "The siege of Lund began in May 1420. The Danes took Riga. In June the blockade was lifted.",
            "lifted",
            ["Lund"],
            [],
            [],
        ),
        ("In May 1717 some occupied Riga, and only a few reached Syria.", "reached", ["Syria"], [], []),
        # What a strike destroyed was its aim.
        ("On 12 March 2022 an airstrike killed 20 people in Kiev.", "airstrike", ["Kiev"], [], ["20 people"]),
        (
            "On 12 March 2022 a Russian strike destroyed a food warehouse.",
            "strike",
            [],
            ["Russian"],
            ["food warehouse"],
        ),
        # Against whom one joins others is not whom one joins; an apposition with a phrase of its own parts no subject.
        ("In May 2006 the princes banded together against Henry.", "banded together", [], ["princes"], ["Henry"]),
        (
            "In May 2006 the Danes joined forces with the Poles against the Swedes.",
            "joined forces",
            [],
            ["Danes"],
            ["Poles"],
        ),
        (
            "In May 1781 the Spanish made sallies before the Duc de Crillon, a general in the royal service, landed on Minorca.",
            "landed",
            ["Minorca"],
            ["Duc de Crillon"],
            [],
        ),
        # Behind *and*, what a preposition takes is no subject of the verb, where no other clause follows.
        ("In May 1632 the king died and after the war ended his son took Lund.", "took", ["Lund"], ["son"], []),
        (
            "In May 1632 Horn was wounded and before the winter came the garrison surrendered.",
            "surrendered",
            [],
            ["garrison"],
            [],
        ),
        ("In May 1632 Horn led the assault and after a short fight captured Lund.", "captured", ["Lund"], ["Horn"], []),
        (
            "In May 1683 the Danes scaled the walls but after 15 hours were driven out of Lund.",
            "driven out",
            ["Lund"],
            [],
            ["Danes"],
        ),
        (
            "In May 1632 Horn crossed the Lech and after the battle marched on Munich, which resisted.",
            "marched on",
            ["Munich"],
            ["Horn"],
            [],
        ),
        # *and* goes on with the name, not with the title that stands behind it.
        ("In May 1148 Thoros of Lund besieged Acre.", "besieged", ["Acre"], ["Thoros"], []),
        (
            "In May 1148 Leopold, Duke of Austria, and King Conrad besieged Acre.",
            "besieged",
            ["Acre"],
            ["Leopold", "King Conrad"],
            [],
        ),
        (
            "In May 1148 the town was taken by Leopold, duke of Austria, and King Conrad.",
            "taken",
            [],
            ["Leopold", "King Conrad"],
            [],
        ),
        (
            "In May 1164 the Turks defeated Bohemond, Prince of Antioch, and Raymond of Tripoli.",
            "defeated",
            [],
            ["Turks"],
            ["Bohemond", "Raymond"],
        ),
        # Where one stops to do something is not who does it.
        ("In May 1191 the king urged rebels in Acre to attack Lund.", "attack", ["Lund"], ["rebels"], []),
        ("In May 1191 the king stopped at Rhodes to attack Lund.", "attack", ["Lund"], ["king"], []),
        # How far, and before what walls; but not before whose fall.
        ("In May 1529 the Turks were beaten before the fall of Lund.", "beaten", [], [], ["Turks"]),
        ("In May 1529 the Turks were beaten before the walls of Lund.", "beaten", ["Lund"], [], ["Turks"]),
        ("In May 1529 the Turks encamped before the gates of Vienna.", "encamped", ["Vienna"], ["Turks"], []),
        ("In May 586 the Avars raided as far south as Corinth.", "raided", ["Corinth"], ["Avars"], []),
        # So many *in killed and wounded* are lost; they kill nobody.
        ("In May 1529 the Turks lost 4,000 in killed and wounded.", "lost", [], [], ["Turks"]),
        # When, where and by whom: of a noun with a participle behind it and a verb.
        ("In May 1136 an attack led by Horn began near Lund.", "attack", ["Lund"], ["Horn"], []),
        (
            "The king died in 1135, while a revolt led by Madog broke out in Gwynedd in 1136.",
            "revolt",
            ["Gwynedd"],
            ["Madog"],
            [],
        ),
        # A number may be the end of the subject.
        (
            "In July 1521 the sultan and his army of 90,000 laid siege to Lund.",
            "laid siege",
            ["Lund"],
            ["sultan", "his army"],
            [],
        ),
        # A crusade is no place.
        ("In 1191 the barons fought in the Third Crusade.", "fought", [], ["barons"], []),
        # A town *an der* a river has one name.
        ("In 1645 the Swedes reached Neustadt an der Aisch.", "reached", ["Neustadt an der Aisch"], ["Swedes"], []),
        # Between commas behind a subject that waits for its verb, a gerund is that subject's.
        (
            "On 3 May 1657 Horn fell back, but the Poles, after crossing the Oder, besieged Stettin.",
            "crossing",
            ["Oder"],
            ["Poles"],
            [],
        ),
        # Who does a thing by an attack attacks; a protest in which others shot is not theirs.
        ("On 3 May 1878 the Turks took Kars in a night attack.", "night attack", ["Kars"], ["Turks"], []),
        ("In 1655 Horn was shot by Poles in an ambush.", "ambush", [], ["Poles"], ["Horn"]),
        ("In 1655 the Poles struck in a series of raids.", "raids", [], ["Poles"], []),
        ("In 1655 Horn was killed during a raid on Kiel.", "raid", ["Kiel"], [], []),
        ("In 1970 Smith was killed by guards during a demonstration in Kent.", "demonstration", ["Kent"], [], []),
        # By what somebody did what the verb tells; not what he went through, lost men by, tells of or is charged with.
        ("In 1944 the British advanced through heavy shelling.", "shelling", [], [], []),
        ("In 1915 the French lost 300 men by shelling at Arras.", "shelling", ["Arras"], [], []),
        ("In 2008 Georgia linked Moscow with attacks on Gori.", "attacks", ["Gori"], [], []),
        ("In 1999 the Serbs left two villages, with clashes in Prizren.", "clashes", ["Prizren"], [], []),
        ("In 1655 the Danes played no part in the attack on Lund.", "attack", ["Lund"], [], []),
        ("The war began with a bombardment of Lund in 1655.", "bombardment", ["Lund"], [], []),
        ("In 1937 the Germans levelled Guernica with airstrikes.", "airstrikes", [], ["Germans"], []),
        ("In 1863 the Sioux drove off two companies by raids near Lund.", "raids", ["Lund"], ["Sioux"], []),
        ("In 260 BC the Romans captured two ships through hand-to-hand fighting.", "fighting", [], ["Romans"], []),
        ("In 1917 the Germans shifted to infantry attacks on Arras.", "attacks", ["Arras"], ["Germans"], []),
        ("In May 1940 the Germans limited themselves to shelling Arras.", "shelling", ["Arras"], ["Germans"], []),
        ("In 1991 the Serbs resorted to bombardment of Vukovar.", "bombardment", ["Vukovar"], ["Serbs"], []),
        ("In 1942 the Soviets began an offensive, starting with a raid on Rzhev.", "raid", ["Rzhev"], ["Soviets"], []),
        ("In 1809 the 5th Regiment played a role in an attack on Lund.", "attack", ["Lund"], ["5th Regiment"], []),
        # Whose the first of several is, the others are, too; not what others did to him.
        (
            "In 1940 the German attack and counterattacks near Arras cost 300 lives.",
            "counterattacks",
            ["Arras"],
            [],
            [],
        ),
        (
            "In 1940 German shelling, raids and airstrikes continued near Arras.",
            "airstrikes",
            ["Arras"],
            ["German"],
            [],
        ),
        ("In 1940 German shelling of Arras continued, with raids and airstrikes.", "airstrikes", [], ["German"], []),
        # Whose by its adjective what struck was; not what fired where another did.
        ("In 1988 the frigate was damaged by a mine in Hormuz.", "damaged", ["Hormuz"], [], ["frigate"]),
        ("In 1988 the frigate was damaged by an Iranian mine.", "damaged", [], ["Iranian"], ["frigate"]),
        ("In May 1944 Cassino was hit by American fire.", "hit", ["Cassino"], ["American"], []),
        # By whose efforts a thing is done.
        ("In 1917 the revolt was crushed by fierce resistance.", "crushed", [], [], []),
        (
            "In 1917 the revolt was crushed by joint efforts of Danes and Saxons.",
            "crushed",
            [],
            ["Danes", "Saxons"],
            [],
        ),
        # Whose words a text tells; what was heard is nobody.
        ("In 1862 faulty intelligence said that Winchester was weak.", "said", [], [], []),
        ("In 1862 a report said that Winchester was weak.", "said", [], [], []),
        ("In 1982 British intelligence said that Stanley was weak.", "said", [], ["British intelligence"], []),
        ("In 2014 a BBC News report said that Luhansk was calm.", "said", [], ["BBC News"], []),
        (
            "In 1939 a statement from France and Poland said that Danzig was calm.",
            "said",
            [],
            ["France", "Poland"],
            [],
        ),
        ("In 1922 the army released a report saying that Smyrna was calm.", "saying", [], ["army"], []),
        (
            "In 2003 several state news outlets reported that Basra was calm.",
            "reported",
            [],
            ["state news outlets"],
            [],
        ),
        # By guns, in fighting against whom a side was beaten; what led to fighting between two.
        ("In 1655 the king was killed in fighting with the Danes.", "fighting", [], [], ["Danes"]),
        ("In 1655 Horn was arrested after talks with the Danes.", "talks", [], [], ["Danes"]),
        (
            "In 1655 the 3rd Regiment was repulsed in fighting against the Danes.",
            "repulsed",
            [],
            ["Danes"],
            ["3rd Regiment"],
        ),
        (
            "In 1655 two regiments were repulsed in fighting against the Danes.",
            "fighting",
            [],
            ["two regiments"],
            ["Danes"],
        ),
        ("In 1951 the Viet Minh were mown down by French artillery.", "mown down", [], ["French"], ["Viet Minh"]),
        (
            "Tension between the Danes and the Saxons led to clashes in Lund in 1655.",
            "clashes",
            ["Lund"],
            ["Danes", "Saxons"],
            [],
        ),
        ("In 1950 the army began the war with a comprehensive invasion.", "invasion", [], ["army"], []),
        # Whose aim it is, by whom a decision is made, who is brought somewhere or stands ready to act; not who thwarts an attempt.
        ("The decision to attack Lund was condemned by the king in 1655.", "attack", ["Lund"], [], []),
        ("In 1655 two ships were sunk in the port to stop the Danes.", "stop", [], [], ["Danes"]),
        ("In 1655 an attempt to take Lund was thwarted by the Danes.", "take", ["Lund"], [], []),
        ("The campaign's aim was to take Lund in 1655.", "take", ["Lund"], [], []),
        ("Porter's objective was to cut the railroad in 1862.", "cut", [], ["Porter"], []),
        ("The decision to attack Lund was made by Banér in 1655.", "attack", ["Lund"], ["Banér"], []),
        ("The attempt to storm Lund was led by two captains in 1655.", "storm", ["Lund"], ["two captains"], []),
        ("In 1949 a PRC attempt to take Kinmen failed.", "take", ["Kinmen"], ["PRC"], []),
        (
            "In 1862 Lee's army was withdrawn from the coast to reinforce Hill.",
            "reinforce",
            [],
            ["Lee's army"],
            ["Hill"],
        ),
        ("In 1862 the Danes were in no position to attack Lund.", "attack", ["Lund"], ["Danes"], []),
        # Whom a pronoun means: never who forces it, no town, nobody where a thing would do it; who says that they did it.
        ("In 1655 the Danes besieged Lund and forced it to surrender.", "surrender", [], [], []),
        ("In 1655 the Danes took Lund, forcing them to retreat.", "retreat", [], [], []),
        ("In 1655 the plague forced it to withdraw.", "withdraw", [], [], []),
        ("In 1655 the Danes struck the 3rd Regiment and forced it to withdraw.", "withdraw", [], ["it"], []),
        ("In 1655 the Danes routed two regiments, forcing them to flee.", "flee", [], ["them"], []),
        (
            "In 1655 the Danes claimed to have beaten the 3rd Regiment, forcing it to retreat.",
            "retreat",
            [],
            ["it"],
            [],
        ),
        ("In 1995 the Bosnian authorities said they had captured Lund.", "captured", ["Lund"], ["they"], []),
        (
            "The French government fought back. In July 1937, they recaptured Lund.",
            "recaptured",
            ["Lund"],
            ["they"],
            [],
        ),
        ("France condemned Russia when it invaded Georgia in 2008.", "invaded", ["Georgia"], ["it"], []),
        (
            "In 1917 the U.S. Congress passed a bill; it declared war on Austria.",
            "declared war",
            [],
            ["it"],
            ["Austria"],
        ),
        ("The II Corps crossed the river in 1863. It captured Lund.", "captured", ["Lund"], ["It"], []),
        (
            "Russia had ships in Lund until 2017, after which it would withdraw its fleet.",
            "withdraw",
            [],
            ["it"],
            ["its fleet"],
        ),
        # Those whom the clause before has met fight; not those who only decide or fail to, nor those of another fight.
        ("In 1655 the Danes failed to attack the Poles, and a fight ensued in Lund.", "fight", ["Lund"], [], []),
        ("In 1655 the Danes saw the Poles, and a fight ensued in Lund.", "fight", ["Lund"], [], []),
        ("In 1655 the Danes met the Poles near Lund, and a fight ensued.", "fight", [], ["Danes", "Poles"], []),
        ("In 1655 the Danes attacked the Poles. Heavy fighting ensued.", "fighting", [], ["Danes", "Poles"], []),
        # By whom two deeds are done, and what takes place; what was told before *by* is another's.
        ("In 1655 the capture occurred after a withdrawal by the Danes.", "capture", [], [], []),
        ("In 1655 heavy fighting took place by the river near Lund.", "fighting", ["Lund"], [], []),
        ("In 1655 Lund fell after a bombardment and takeover by the Danes.", "bombardment", [], ["Danes"], []),
        ("In 1655 local offensives took place by the Danes near Lund.", "offensives", ["Lund"], ["Danes"], []),
        ("In 1655 the guards were alive and detained by the Danes.", "detained", [], ["Danes"], ["guards"]),
        # Behind a relative clause its subject goes on to act; a list of what was done to somebody goes on, too.
        (
            "In 1431 Joan was captured at Lund, sold to the Danes and burned in Rouen.",
            "burned",
            ["Rouen"],
            [],
            ["Joan"],
        ),
        (
            "The troops, who had been trained in Lund, moved to Riga and attacked it in 1655.",
            "moved to",
            ["Riga"],
            ["troops"],
            [],
        ),
        (
            "In 1815 the Danes, who had marched all night, arrived at Lund and attacked the Poles.",
            "attacked",
            ["Lund"],
            ["Danes"],
            ["Poles"],
        ),
        # Who makes headway doing a thing, who are the ones that do it, whom others trick into it, and the rest.
        ("In 1655 the Danes met Poles attacking Lund.", "attacking", ["Lund"], ["Poles"], []),
        ("In 1655 the Danes tricked Horn into attacking Lund.", "attacking", ["Lund"], ["Horn"], []),
        (
            "In 1655 the Danes made headway overrunning pickets near Lund.",
            "overrunning",
            ["Lund"],
            ["Danes"],
            ["pickets"],
        ),
        ("In 1655 the Danes were the ones shelling Lund.", "shelling", ["Lund"], ["Danes"], []),
        ("In 1655 two companies surrendered, but the rest fled to Lund.", "fled", ["Lund"], ["rest"], []),
        (
            "In 1655, the Danes landed, routed Polish troops, and attacked Lund.",
            "routed",
            [],
            ["Danes"],
            ["Polish troops"],
        ),
        (
            "In the confusion, routed Polish troops attacked Lund in 1655.",
            "attacked",
            ["Lund"],
            ["routed Polish troops"],
            [],
        ),
        (
            "The spokesman, Horn, claimed Russian troops fired at Lund in 1999.",
            "fired at",
            ["Lund"],
            ["Russian troops"],
            [],
        ),
        # Whom a deed is blamed on, from whom fire comes; who breaks a truce between two.
        ("In 1984 an attack on Lund killed two. The king blamed the IRA.", "attack", ["Lund"], [], ["two"]),
        ("In 1984 an attack blamed on the IRA killed ten people.", "attack", [], ["IRA"], ["ten people"]),
        ("In 1944, fire from the Poles pinned down the 3rd Foot.", "pinned down", [], ["Poles"], ["3rd Foot"]),
        ("In 1655 the truce between Danes and Poles was broken by the Danes.", "broken", [], ["Danes"], []),
        ("In 1862 Lee struck the Union left flank and forced it to fall back.", "fall back", [], ["it"], []),
        # Aircraft strike; men are flown out by them.
        ("In 1942 the guards were flown to Malta by aircraft.", "flown", ["Malta"], [], ["guards"]),
        ("In 1942 the frigate was attacked by aircraft off Malta.", "attacked", ["Malta"], ["aircraft"], ["frigate"]),
        ("In 1704 the 3rd Foot attacked Lund.", "attacked", ["Lund"], ["3rd Foot"], []),
        # What somebody claims to have done and done.
        (
            "In 1655 the Danes claimed to have sunk a ship built in Lund and manned by Poles.",
            "sunk",
            [],
            ["Danes"],
            ["ship"],
        ),
        (
            "In 1655 the Danes claimed to have entered Lund and taken 30 prisoners.",
            "taken 30 prisoners",
            ["Lund"],
            ["Danes"],
            ["30 prisoners"],
        ),
        ("In 2022 Ukraine claims to have shot down four planes.", "shot down", [], ["Ukraine"], ["four planes"]),
        # Who hears that others do a thing acts upon it; a second relative clause says more of the same; who tries in vain.
        ("When Horn heard in 1655 that Banér had landed, he burned Lund.", "burned", ["Lund"], ["he"], []),
        (
            "When the Poles learned that the Danes had landed, they burned Lund in 1655.",
            "burned",
            ["Lund"],
            ["they"],
            [],
        ),
        ("Horn, who led the army and who had landed in 1655, burned Lund.", "landed", [], ["Horn"], []),
        ("In 1655, after a failed attack by the Danes, the Poles left Lund.", "attack", [], ["Danes"], []),
        ("In 1655 the Danes, after several unsuccessful assaults, left Lund.", "assaults", [], ["Danes"], []),
        # What is always so has no deed joined to it; who is sent somewhere acts there; who is instrumental in a thing does it.
        (
            "In 1655 the Danes sank a ship that bears the name of Lund and still floats.",
            "sank",
            [],
            ["Danes"],
            ["ship"],
        ),
        (
            "In 1655 the Danes crossed the river that parts Lund from Riga and attacked the Poles.",
            "attacked",
            [],
            ["Danes"],
            ["Poles"],
        ),
        ("In 1655 Horn sent General Banér to Riga, where he beat the Poles.", "beat", ["Riga"], ["he"], ["Poles"]),
        ("In 1655 Horn was instrumental in the capture of Riga.", "capture", ["Riga"], ["Horn"], []),
        # What is told of a fight between *and* and its verb is no deed of whom the verb tells of.
        (
            "In 1655 the Danes attacked and, after a fight in which both sides lost heavily, drove the Poles back.",
            "drove",
            [],
            ["Danes"],
            ["Poles"],
        ),
        # A newspaper is no time.
        ("In Medieval Times the king fled.", "fled", [], ["king"], []),
        ("In 1944 The New York Times reported that bread was scarce.", "reported", [], ["New York Times"], []),
        # A side of the land ends its phrase: who stands there acts.
        ("In May 1656 the Poles in the north captured Riga.", "captured", ["Riga"], ["Poles"], []),
        ("In May 1656 the Swedish offensive in the west recaptured Riga.", "recaptured", ["Riga"], ["Swedish"], []),
        # What an attack does, those do who launch it or answer with it.
        (
            "In 1656 the Poles launched an offensive in the east, which recaptured Riga.",
            "recaptured",
            ["Riga"],
            ["Poles"],
            [],
        ),
        (
            "In 1656 the Poles responded with an attack which broke the siege of Riga.",
            "broke",
            ["Riga"],
            ["Poles"],
            [],
        ),
        # Half of an army, however it is bounded, does what is told; fire may sweep over half of a town.
        ("Over half of the army deserted in 1655.", "deserted", [], ["half of the army"], []),
        ("More than half of the garrison fled in 1655.", "fled", [], ["half of the garrison"], []),
        # Towns included in several, known or not; whose somebody is says not where.
        ("In 1655 they took five towns near Lund, including Vrbovec.", "took", ["Lund", "Vrbovec"], [], []),
        ("In 2016 Smith was killed in a US-led airstrike on Raqqa.", "airstrike", ["Raqqa"], ["US"], ["Smith"]),
        # Whom an attack killed it struck, unless another is told; in fighting none is the target.
        ("In 1922 Collins was killed in an ambush by rebels.", "ambush", [], ["rebels"], ["Collins"]),
        ("In 1655 Horn was wounded in a raid on his camp.", "raid", [], [], ["camp"]),
        ("In 1655 Horn was killed in fighting near Kiel.", "fighting", ["Kiel"], [], []),
        ("In 2016 Mosul fell, with a US airstrike killing Abu Jandal.", "airstrike", [], ["US"], ["Abu Jandal"]),
        ("In 1922 an attack that killed two officers shook Cork.", "attack", [], [], ["two officers"]),
        # What has no adjective of its own says whose an attack is.
        ("In 2016 US airstrikes hit Mosul.", "airstrikes", ["Mosul"], ["US"], []),
        ("US troops attacked Mosul in 2016.", "attacked", ["Mosul"], ["US troops"], []),
        ("This prompted Horn to launch yet another raid in 1655.", "raid", [], ["Horn"], []),
        # Whoever retreats is pursued, not where to.
        ("In 1918 the Austrians retreated to Riga pursued by hussars.", "pursued", [], ["hussars"], ["Austrians"]),
        # What an attack damaged or delayed it struck.
        ("In 2016 a school was damaged in an airstrike.", "airstrike", [], [], ["school"]),
        ("In 2016 Homs was levelled by Russian shelling.", "shelling", ["Homs"], ["Russian"], []),
        ("In 1942 the column was delayed by a storm and then an air attack.", "air attack", [], [], ["column"]),
        # Who takes a town after a siege or an assault had laid or made it; not where another is told.
        ("After a siege of two months the Turks took Kars in 1878.", "siege", ["Kars"], ["Turks"], []),
        ("In 1878 Kars fell to the Turks after a siege.", "siege", ["Kars"], ["Turks"], []),
        ("After an attack on their camp the Turks stormed Kars in 1878.", "attack", [], [], ["camp"]),
        ("After an airstrike the rebels withdrew from Homs in 2016.", "airstrike", [], [], []),
        # A work of a town is in it; a man's line or point is not in a town of his name, and a land's capital is another place.
        ("In 1655 they captured Riga's citadel.", "captured", ["Riga"], [], []),
        ("In 1862 the assault broke Porter's line.", "broke", [], [], ["Porter's line"]),
        ("In 1655 they captured Poland's capital.", "captured", [], [], []),
        # The last of a list of deeds was done where the first was.
        (
            "In 1644 the Danes entered Kiel, took 200 men and burned the ships.",
            "burned",
            ["Kiel"],
            ["Danes"],
            ["ships"],
        ),
        ("In 1944 they bombed Kiel, sinking two ships and destroying a dock.", "destroying", ["Kiel"], [], ["dock"]),
        ("In 1644 they left Kiel, crossed the Eider and attacked the Danes.", "attacked", [], [], ["Danes"]),
        # Who helped did not lose what was taken.
        ("With help from the Danes, Horn took Riga in 1655.", "took", ["Riga"], ["Horn"], []),
        ("In 1655 Horn took Riga from the Danes.", "took", ["Riga"], ["Horn"], ["Danes"]),
        # A regiment of a state is not there; what was added is no speech.
        ("On July 1, 1863, they flanked the 19th Indiana.", "flanked", [], [], ["19th Indiana"]),
        ("In 1863 Hill added a division, and the I Corps was driven back.", "driven back", [], [], ["I Corps"]),
        # What hangs behind *who* is told of him.
        ("In 1655 Hugo defeated Horn, who fled, abandoning Riga.", "abandoning", ["Riga"], ["Horn"], []),
        # A year stands behind its day without a comma, too.
        ("On September 4 1901 the commando was destroyed near Lund.", "destroyed", ["Lund"], [], ["commando"]),
        # Who stands before what is so many men, an aside or a comma too many.
        ("In 1814 a force of about 400 men attacked Lund.", "attacked", ["Lund"], ["force of about 400 men"], []),
        ("In 1814 a force of at least 400 men attacked Lund.", "attacked", ["Lund"], ["force of at least 400 men"], []),
        ("In 1863 a column of nearly 40 guns reached Lund.", "reached", ["Lund"], ["column of nearly 40 guns"], []),
        (
            "In 1863 a Confederate force (some 2,000 men) with support from two batteries, attacked Fort Sanders.",
            "attacked",
            ["Fort Sanders"],
            ["Confederate force"],
            [],
        ),
        # What a body is for is part of its name; whom it left for, or the first time, is not.
        ("In 1961 the rebels attacked the Army for the first time.", "attacked", [], ["rebels"], ["Army"]),
        (
            "In 1999 the Movement for the Liberation of Congo took Gemena.",
            "took",
            ["Gemena"],
            ["Movement for the Liberation of Congo"],
            [],
        ),
        (
            "In 1970 troops attacked the Popular Front for the Liberation of Palestine at Jerash.",
            "attacked",
            ["Jerash"],
            ["troops"],
            ["Popular Front for the Liberation of Palestine"],
        ),
        (
            "In 1998 he joined the Movement for Democracy and Justice.",
            "joined",
            [],
            [],
            ["Movement for Democracy and Justice"],
        ),
        ("In 2022 they took 40 residents hostage at Lund.", "took", ["Lund"], [], ["40 residents"]),
        # A deed that another followed has neither its place nor its doer.
        (
            "In 1805 the capture of Vienna was followed by Davout's taking of Pressburg.",
            "capture",
            ["Vienna"],
            [],
            [],
        ),
        (
            "In 1805 the capture of Vienna was followed by Davout's taking of Pressburg.",
            "taking",
            ["Pressburg"],
            ["Davout"],
            [],
        ),
        # What stands behind *and* only says when.
        (
            "In 1566 the Turks besieged Lund and after the garrison surrendered entered the town.",
            "entered",
            ["Lund"],
            ["Turks"],
            [],
        ),
        (
            "In 1566 the Turks besieged Lund and, when the garrison fled, burned the town.",
            "burned",
            ["Lund"],
            ["Turks"],
            [],
        ),
        # Of ships or arms so many more are taken: no prisoners.
        ("In 1780 they attacked 20 soldiers and captured two.", "attacked", [], [], ["20 soldiers"]),
        ("In 1780 the frigate chased four ships and captured two.", "captured", [], ["frigate"], ["four ships"]),
        ("In 1780 the frigate chased four ships and sank one.", "sank", [], ["frigate"], ["four ships"]),
        ("In 1780 eight ships were attacked and two captured.", "captured", [], [], ["eight ships"]),
        # The auxiliary holds for several, too.
        (
            "In 1415 the men were shot and hundreds of women and children massacred.",
            "massacred",
            [],
            [],
            ["women", "children"],
        ),
        # On which side, and by whom.
        ("In 1917 British forces attacked to the south of Lund.", "attacked", ["Lund"], ["British forces"], []),
        (
            "To the south British forces under Allenby took Lund in 1917.",
            "took",
            ["Lund"],
            ["British forces"],
            [],
        ),
        (
            "In the west German and Italian forces took Tobruk in 1942.",
            "took",
            ["Tobruk"],
            ["German", "Italian forces"],
            [],
        ),
        # What a battle cost whom.
        ("In 1812 the crossing cost Wellington 3,000 men.", "cost Wellington 3,000 men", [], [], ["Wellington"]),
        ("In 1813 the Russians lost in killed and wounded 19,000 men.", "lost", [], [], ["Russians"]),
        ("In 1864 Smith and Jones were both seriously wounded.", "wounded", [], [], ["Smith", "Jones"]),
        ("In 1914 half of the regiment's 600 men were killed.", "killed", [], [], ["600 men"]),
        ("In 1914 the duke was shot in Lund, together with his wife.", "shot", ["Lund"], [], ["duke", "wife"]),
        # Behind a comma and *and* a verb goes on with whoever can act; not with those who burned the palace.
        (
            "In 1877 Osman beat off the Russians before his supplies ran out, and surrendered at Lund.",
            "surrendered",
            ["Lund"],
            ["Osman"],
            [],
        ),
        (
            "In 1632 the Swedes retreated after the bridge was destroyed, and reached Riga.",
            "reached",
            ["Riga"],
            ["Swedes"],
            [],
        ),
        (
            "In 1632 the Saxons fled when the Swedes crossed the river and entered Lund.",
            "entered",
            ["Lund"],
            ["Swedes"],
            [],
        ),
        # Whoever is ambushed, or goes along, is no place.
        ("In 1922 Kollinson was ambushed near Lund.", "ambushed", ["Lund"], [], ["Kollinson"]),
        (
            "In 1961 Lumumba, together with Mpolo and Okito, was flown to Katanga.",
            "flown",
            ["Katanga"],
            [],
            ["Lumumba", "Mpolo", "Okito"],
        ),
        # How they landed says not who did.
        ("In 1943 the Allies landed unopposed at Salerno.", "landed", ["Salerno"], ["Allies"], []),
        # Names of bodies and buildings are one, whatever the words are.
        ("In 1854 the Heavy Brigade routed the Russians.", "routed", [], ["Heavy Brigade"], ["Russians"]),
        ("In 1940 the Western Desert Force took Lund.", "took", ["Lund"], ["Western Desert Force"], []),
        (
            "In 1914 the 1st Army of Alexander von Kluck attacked Lund.",
            "attacked",
            ["Lund"],
            ["1st Army of Alexander von Kluck"],
            [],
        ),
        ("US Rangers took Lund in 1944.", "took", ["Lund"], ["US Rangers"], []),
        ("In 1258 the Mongols destroyed the House of Wisdom.", "destroyed", [], ["Mongols"], ["House of Wisdom"]),
        # One man, whose army it was; of several, the army.
        (
            "In 1260 the Mamluks defeated the army of Kitbuqa, who was beheaded.",
            "beheaded",
            [],
            [],
            ["Kitbuqa"],
        ),
        ("In 371 the Thebans met the army of Sparta, who were routed.", "routed", [], [], ["army"]),
        # A fleet of so many ships is one body.
        (
            "In 490 BC a fleet of about 600 ships left Kiel. It burned Lund.",
            "burned",
            ["Lund"],
            ["It"],
            [],
        ),
        # Whose army it is, behind a place or with a name that begins small.
        ("In New York Washington's army retreated.", "retreated", ["New York"], [], []),
        ("In Spain Wellington's army took Lund in 1812.", "took", ["Spain", "Lund"], ["Wellington's army"], []),
        ("In 634 Khalid ibn al-Walid's army took Lund.", "took", ["Lund"], ["Khalid ibn al-Walid's army"], []),
        ("In 333 BC Alexander the Great's army took Lund.", "took", ["Lund"], ["Alexander the Great's army"], []),
        # Some of those whom somebody has put to death; what is stationed somewhere tells of a state.
        (
            "In 1573 the duke had 2,000 of the garrison executed.",
            "executed",
            [],
            ["duke"],
            ["2,000 of the garrison"],
        ),
        # Whence one came is not where one fought, nor whose barracks they are where they stand.
        ("In 1862 Hill came up from Lund and attacked the Danes.", "attacked", [], ["Hill"], ["Danes"]),
        ("In 1983 a bomb damaged the US Marine barracks in Beirut.", "damaged", ["Beirut"], [], ["US Marine barracks"]),
        ("In 1966 the rebels attacked Madina do Boé.", "attacked", ["Madina do Boé"], ["rebels"], []),
        # Who is dealt a defeat stands between the verb and it; who lost a commander is not who is lost.
        ("In 1697 Eugene dealt the Ottomans a crushing defeat at Zenta.", "dealt", ["Zenta"], ["Eugene"], ["Ottomans"]),
        ("At Aspern the French lost Marshal Lannes.", "lost", ["Aspern"], [], ["Marshal Lannes"]),
        # What *it* is was told of since the last event: a town that is held, not the one that was taken before.
        (
            "In 1630 he took Frankfurt. Magdeburg was held by Tilly; in May it was stormed.",
            "stormed",
            ["Magdeburg"],
            [],
            [],
        ),
        ("In 1621 he took Mitau. The Poles held Riga. It was captured in May.", "captured", ["Riga"], [], []),
        ("In 1621 he took Riga. The 5th Division held Lund. It was destroyed in May.", "destroyed", [], [], ["It"]),
        # On which bank what is attacked lies is not attacked besides.
        ("In 1676 the Danes launched an attack on the fort on the eastern bank.", "attack", [], ["Danes"], ["fort"]),
        ("In 1676 the Danes made attacks on the fort and on the fleet.", "attacks", [], ["Danes"], ["fort", "fleet"]),
        # Who is given time to act, and who is exiled.
        ("In 1809 Davout stood firm, giving Napoleon time to cross the Danube.", "cross", ["Danube"], ["Napoleon"], []),
        ("In 1813 the storm gave the Danes time to reinforce Lund.", "reinforce", ["Lund"], ["Danes"], []),
        ("In 1813 the Danes were able for the first time to take Lund.", "take", ["Lund"], ["Danes"], []),
        ("In 1741 the rebels were exiled to Siberia.", "exiled", ["Siberia"], [], ["rebels"]),
        ("In 1520 the king sent a fleet to Lund, arriving in May.", "arriving", [], ["fleet"], []),
        ("In 1520 the king sailed to Lund, arriving in May.", "arriving", [], ["king"], []),
        ("In 1662 Henry had Horn arrested and executed.", "executed", [], ["Henry"], ["Horn"]),
        # Who helps in a deed does it; whose defeat of another it is has won; the people of a town act, not it; force is nobody.
        ("In 1191 the Danes aided in the capture of Acre.", "capture", ["Acre"], ["Danes"], []),
        ("In 1308 Bruce achieved his great defeat of General Comyn.", "defeat", [], ["Bruce"], ["General Comyn"]),
        ("In 1190 the people of Messina revolted.", "revolted", [], ["people"], []),
        ("In 1306 Bruce began his campaign by force.", "campaign", [], ["Bruce"], []),
        (
            "In 1191 Richard named Horn and Robert of Thornham as governors.",
            "named",
            [],
            ["Richard"],
            ["Horn", "Robert"],
        ),
        ("In 1648 the Danes inflicted their first crushing defeat on the Saxons.", "defeat", [], ["Danes"], ["Saxons"]),
        ("In 1914 General Horn's defeat on the Marne ended it.", "defeat", ["Marne"], [], ["General Horn"]),
        # One person with two callings; a general and another person.
        ("In 1659 he sent his general and uncle Banér Horn to Lund.", "sent", ["Lund"], [], ["uncle Banér Horn"]),
        (
            "In 1659 his brother and General Horn defeated Danes.",
            "defeated",
            [],
            ["brother", "General Horn"],
            ["Danes"],
        ),
        # At whose hands; a name behind a person is no place, one behind a town is that town.
        ("In 1658 the Danes suffered a defeat at the hands of the Swedes.", "defeat", [], ["Swedes"], ["Danes"]),
        ("Their defeat at the hands of General Horn in 1658 ended it.", "defeat", [], ["General Horn"], []),
        ("In 1666 they recaptured Lund from the Danish duke, Sanda Korvin.", "recaptured", ["Lund"], [], []),
        ("They held Reval. In 1644 the capital, Beijing, was sacked by rebels.", "sacked", ["Beijing"], ["rebels"], []),
        # What stands before the first of a list of deeds holds for the last.
        (
            "At Adwa in 1896 the army killed 7,000 Italians, wounded 1,500 and captured 3,000.",
            "captured",
            ["Adwa"],
            ["army"],
            ["3,000"],
        ),
        # nobody knows who they are, but they did it
        ("The convoy was attacked by unknown gunmen.", "attacked", [], ["unknown gunmen"], ["convoy"]),
        # whither somebody leaves is nobody who acts there
        ("Gizenga left for Stanleyville to form a government.", "form", [], ["Gizenga"], ["government"]),
        # what a named operation is said to be is no second one
        (
            "Haftar launched Operation Dignity, a massive operation against the militias.",
            "Operation",
            [],
            ["Haftar"],
            ["militias"],
        ),
        # Who is sent a word is to act by it; where nobody is, the sender.
        ("In May 1813 Napoleon sent orders to Ney to seize Lund.", "seize", ["Lund"], ["Ney"], []),
        ("In May 1863 Lee gave Ewell orders to seize Lund.", "seize", ["Lund"], ["Ewell"], []),
        ("In May 1863 orders were sent to Ewell to seize Lund.", "seize", ["Lund"], ["Ewell"], []),
        ("In May 1863 Halleck sent orders to seize Lund.", "seize", ["Lund"], ["Halleck"], []),
        ("In May 1813 he sent an envoy to Lund to attack the Danes.", "attack", [], ["envoy"], ["Danes"]),
        # At whose hands it befell, and against whom a defeat was suffered: who did it.
        (
            "In May 1896 the Italians suffered a defeat at the hands of Menelik.",
            "defeat",
            [],
            ["Menelik"],
            ["Italians"],
        ),
        ("The Polish defeat at the hands of the Tatars came in May 1648.", "defeat", [], ["Tatars"], ["Polish"]),
        ("In May 1822 the pasha died at Turkish hands.", "died", [], ["Turkish"], ["pasha"]),
        ("In May 1822 the town was burned, the fort in the hands of the king.", "burned", [], [], ["town"]),
        ("In 1915 the Turks suffered a defeat against the Danes.", "defeat", [], ["Danes"], ["Turks"]),
        # Whom another deed was against is no party of this one, and ends its phrase before a name.
        ("In May 1801 in the war against the Danes Nelson took Lund.", "took", ["Lund"], ["Nelson"], []),
        ("After the battle against the Danes in May 1801, the king fled.", "fled", [], ["king"], []),
        ("In May 1808 France sent troops to the war against Spain.", "sent", [], ["France"], ["troops"]),
        ("In May 1808 France sent troops against Spain.", "sent", [], ["France"], ["troops", "Spain"]),
        ("In May 1808 they fought in the war against Spain.", "fought", [], [], ["Spain"]),
        # Two who are named and meet somewhere; no armies, which fight.
        ("In May 1807 Napoleon and Alexander met at Lund.", "met", ["Lund"], ["Napoleon", "Alexander"], []),
        ("In May 1945 the two commanders met at Lund.", "met", ["Lund"], ["two commanders"], []),
        ("In May 1806 the Danish and Swedish armies met at Lund.", "met", ["Lund"], ["Danish", "Swedish armies"], []),
        # The adjectives of two peoples share the noun, behind a preposition and before the noun of a deed.
        (
            "The withdrawal of Russian and American troops from Lund began in May 1945.",
            "withdrawal",
            ["Lund"],
            ["Russian", "American troops"],
            [],
        ),
        (
            "In May 1854 combined British and French attacks on Lund began.",
            "attacks",
            ["Lund"],
            ["British", "French"],
            [],
        ),
        ("In May 1918 most of the German and Danish troops fled.", "fled", [], ["German", "Danish troops"], []),
        ("In May 1805 they burned the camp of the French and British troops fled.", "burned", [], [], ["camp"]),
        ("In May 1805 they fought the Danes and British troops fled.", "fought", [], [], ["Danes"]),
        # Where somebody is forced out of is nothing that is taken from him.
        ("In May 1826 the Greeks were forced out of the battery.", "forced", [], [], ["Greeks"]),
        ("In May 1826 the Greeks were forced out of Lund.", "forced", ["Lund"], [], ["Greeks"]),
        ("In May 1826 the Greeks pulled out of Lund.", "pulled", ["Lund"], ["Greeks"], []),
        # Who takes men somewhere, with ships or without.
        ("In May 1821 Bolívar took his army to Lund.", "took", ["Lund"], ["Bolívar"], []),
        (
            "In May 1940 Captain Hood was ordered to lead five destroyers to Lund.",
            "lead",
            ["Lund"],
            ["Captain Hood"],
            [],
        ),
        # From whom an attack comes carries it out; from where, not.
        ("The first counterattack came from Mackensen in May 1916.", "counterattack", [], ["Mackensen"], []),
        ("An attack came from the hills in May 1916.", "attack", [], [], []),
        ("In May 1916 the destroyers sank or severely damaged four ships.", "sank", [], ["destroyers"], ["four ships"]),
        # A dash that ties two acronyms is within a name, not between two; *members* without *of* are people.
        ("In 1985 the UNLF–NRM attacked Kampala.", "attacked", ["Kampala"], ["UNLF–NRM"], []),
        ("In 2003 the guards were released by the FARC–EP.", "released", [], ["FARC–EP"], ["guards"]),
        ("In 2003 FARC–EP fighters burned Mitú.", "burned", ["Mitú"], ["FARC–EP fighters"], []),
        ("In 1948 party members seized Prague.", "seized", ["Prague"], ["party members"], []),
        (
            "In 1934 Dollfuss and other guild members stormed Lund.",
            "stormed",
            ["Lund"],
            ["Dollfuss", "other guild members"],
            [],
        ),
        # A part with the number that it is taken of.
        ("In 1806 seven out of ten battalions surrendered.", "surrendered", [], ["seven out of ten battalions"], []),
        ("In 1979 the guards shot 11 of the 12 deputies.", "shot", [], ["guards"], ["11 of the 12 deputies"]),
        ("In 1806 three out of four were shot.", "shot", [], [], ["three"]),
        (
            "In 1979, three out of four deputies who had stayed were shot.",
            "shot",
            [],
            [],
            ["three out of four deputies"],
        ),
        # What a pronoun right behind it did it to; of a verb with an object of its own, or a particle, it is none.
        ("The rebels freed the guards and officers they had seized.", "freed", [], ["rebels"], ["guards", "officers"]),
        ("In 1812 the Cossacks fled to a village they had burned.", "burned", [], ["they"], ["village"]),
        ("There was a coup in May 1976, led by Colonel Ba.", "coup", [], ["Colonel Ba"], []),
        ("In 1976 there was a coup in Niger, foiled by Colonel Ba.", "coup", ["Niger"], [], []),
        ("In 1982 Israel occupied a strip of Lebanon.", "occupied", ["Lebanon"], ["Israel"], []),
        ("In 1979 Somoza fled to Miami.", "fled", ["Miami"], ["Somoza"], []),
        ("In 1763 the Miami stormed the fort.", "stormed", [], ["Miami"], ["fort"]),
        # An acronym tells how far the name before it reaches.
        (
            "In 2003 the Movement for Democracy in Liberia (MODEL) took Buchanan.",
            "took",
            ["Buchanan"],
            ["Movement for Democracy in Liberia"],
            [],
        ),
        (
            "In 2003 the Liberians United for Reconciliation and Democracy (LURD) shelled Monrovia.",
            "shelled",
            ["Monrovia"],
            ["Liberians United for Reconciliation and Democracy"],
            [],
        ),
        ("In 1999 Russians in Estonia (RIA) rebelled.", "rebelled", ["Estonia"], ["Russians"], []),
        # Those of a number whom a list names are named each.
        (
            "In May 1942 four carriers, Akagi, Kaga, Soryu and Hiryu, were sunk.",
            "sunk",
            [],
            [],
            ["Akagi", "Kaga", "Soryu", "Hiryu"],
        ),
        ("In May 1812 three generals, Ney, Soult and Victor, fled.", "fled", [], ["Ney", "Soult", "Victor"], []),
        ("In May 1812 two towns, Lund and Riga, were captured.", "captured", ["Lund", "Riga"], [], []),
        ("In May 1812 Horn, Ney, Soult and Victor fled.", "fled", [], ["Horn", "Ney", "Soult", "Victor"], []),
        ("In May 1812 two brigades, the 5th and 6th, fled.", "fled", [], ["two brigades"], []),
        # A surname that is the plural of a place.
        ("In May 1862 General Banks retreated to Lund.", "retreated", ["Lund"], ["General Banks"], []),
        # To whom something is given is the subject of the passive.
        ("In May 1862 the rebels were given arms by Libya.", "given", [], ["Libya"], ["rebels"]),
        ("In May 1862 they retreated to the Outer Banks.", "retreated", ["Outer Banks"], [], []),
        ("In May 1942 the bombers sank or damaged the entire squadron.", "sank", [], ["bombers"], ["entire squadron"]),
        # Who did all that a list of participles tells, behind a particle, too; who did what while something was so.
        (
            "In 1980 villagers were rounded up, beaten and shot by soldiers.",
            "rounded up",
            [],
            ["soldiers"],
            ["villagers"],
        ),
        (
            "In 1978 rebels took the hall while the house was in session, seizing 40 deputies.",
            "seizing",
            [],
            ["rebels"],
            ["40 deputies"],
        ),
        ("In 1970 the army overran large parts of Laos reaching Vientiane.", "reaching", ["Vientiane"], ["army"], []),
        ("He saw Germany invading Poland in 1939.", "invading", ["Poland"], ["Germany"], []),
        # Whom an apposition describes that a participle says more of; a land by its territory.
        (
            "It was led by Ayyash, a planner and bomb-maker assassinated by agents in 1996.",
            "assassinated",
            [],
            ["agents"],
            ["Ayyash"],
        ),
        ("In 1939 Germany occupied most of Poland's territory.", "occupied", ["Poland"], ["Germany"], []),
        ("In 2006 Araújo, later named Minister of War, escaped.", "named", [], [], ["Araújo"]),
        # No passive has an object, described or not; what sort of force it is is no deed.
        ("In May 1937 the Danes were beaten and suffered heavy losses.", "suffered", [], [], ["Danes"]),
        ("In May 1937 the fort was besieged and destroyed several times.", "destroyed", [], [], ["fort"]),
        (
            "In May 1942 a large Danish striking force approached Lund.",
            "approached",
            ["Lund"],
            ["large Danish striking force"],
            [],
        ),
        ("In May 1942 the Danes gaining Lund fled.", "fled", [], ["Danes"], []),
        # A former king is one himself, and a latter part is nobody.
        ("In May 1805 the Danes beat the Swedes, and the former king fled.", "fled", [], ["former king"], []),
        (
            "In May 1805 the Danes fled. The latter part of May was calm, and they attacked Lund.",
            "attacked",
            ["Lund"],
            ["they"],
            [],
        ),
        # What is told with hardly and no sooner is done, and so is what comes when it is.
        ("No sooner had the Danes landed at Lund than the Swedes attacked.", "landed", ["Lund"], ["Danes"], []),
        ("In May 1805 the Danes had no sooner taken Lund than the Swedes attacked.", "attacked", [], ["Swedes"], []),
        ("In May 1805 barely had Smith taken Lund when the Danes attacked.", "taken", ["Lund"], ["Smith"], []),
        # What somebody did after the deed is told with before, and is a deed of theirs.
        ("On 3 May 1942 the destroyer was hit by two torpedoes before sinking.", "sinking", [], [], ["destroyer"]),
        ("The Danes made a stand for an hour before retiring.", "retiring", [], ["Danes"], []),
        # Where a deed was felt is not where it was done; who had many murdered.
        ("On 29 April 1916 the fall of Kut caused alarm in London.", "fall", ["Kut"], [], []),
        ("In 1989 an explosion caused panic in Lima.", "explosion", ["Lima"], [], []),
        ("In 1989 the mayor had 40 peasants murdered.", "murdered", [], ["mayor"], ["40 peasants"]),
        ("In 1989 the regiment had 12 men killed.", "killed", [], [], ["12 men"]),
        # What a deed of one's own befell is not oneself; where somebody was born is not where he fought.
        ("In 1993 Hamas carried out its first bombing.", "bombing", [], ["Hamas"], []),
        ("Born at Lund in 1644, Horn fought at Narva in 1700.", "fought", ["Narva"], ["Horn"], []),
        ("Yassin was arrested in 1983 but freed in 1985.", "freed", [], [], ["Yassin"]),
        ("In 1984 rebels mined Nicaragua's harbours.", "mined", ["Nicaragua"], ["rebels"], []),
        (
            "Nelson Mandela was jailed in 1964. Following his release in 1990, he was elected president.",
            "elected",
            [],
            [],
            ["he"],
        ),
        ("Following his release in 1990, he was elected president.", "elected", [], [], []),
        # Whose shelling it is stands before it: the shelling, not what somebody does who is named.
        ("In May 1999 the Danes were routed, with Swedes fighting in Lund.", "routed", [], [], ["Danes"]),
        (
            "In May 2022 34 people were killed in Russian shelling in Lund.",
            "shelling",
            ["Lund"],
            ["Russian"],
            ["34 people"],
        ),
        ("Russian shelling in Lund killed five people.", "shelling", ["Lund"], ["Russian"], ["five people"]),
        ("In May 2022 many died due to Russian shelling near Lund.", "shelling", ["Lund"], ["Russian"], []),
        (
            "Clashes, which lasted for hours, took place between the rebels and the army.",
            "Clashes",
            [],
            ["rebels", "army"],
            [],
        ),
        ("Fighting continued to rage between the rebels and the army.", "Fighting", [], ["rebels", "army"], []),
        # At the head of a paragraph *he* is who led the sentence that closes the one before.
        ("In 1627 Kiel fell to the Danes.\n\nIn the spring he besieged Lund.", "besieged", ["Lund"], [], []),
        ("In 1627 the Danes beat Wallenstein.\n\nIn March he besieged Lund.", "besieged", ["Lund"], [], []),
        ("In 1627 Wallenstein took Kiel.\n\nIn March he besieged Lund.", "besieged", ["Lund"], ["he"], []),
        # Whoever takes part in a deed told before the verb has no part in what the verb tells.
        ("In 1175, after his victory over the Danes, he was crowned king.", "crowned", [], [], []),
        ("In 1649, after the execution of the king, a republic was declared.", "declared", [], [], ["republic"]),
        ("Upon her election, Sirleaf requested help from Nigeria.", "requested", [], ["Sirleaf"], ["Nigeria"]),
        ("In 1776 guns were brought to Lund by Knox and placed on the hill.", "placed", [], ["Knox"], ["guns"]),
        # A battle with a name does what its relative clause tells, not the place of which it is.
        ("In 1396 the battle of Nicopolis, which destroyed the army, was fought.", "destroyed", [], [], ["army"]),
        ("In 1396 he met the king of Poland, who seized Lund.", "seized", ["Lund"], ["king of Poland"], []),
        # Whither one charges and how far guns fire is nobody; who flies sorties does them.
        ("In 1815 the brigade charged downhill.", "charged", [], ["brigade"], []),
        ("In 1863 the guns opened a barrage at extreme range.", "barrage", [], ["guns"], []),
        ("In 1942 Romanian pilots flew sorties against the Danes.", "sorties", [], ["Romanian pilots"], ["Danes"]),
        ("In 1548 Suleiman embarked upon a second campaign.", "campaign", [], ["Suleiman"], []),
        # Most of a land is no crowd.
        ("In 1941 most of the Danes were captured.", "captured", [], [], ["Danes"]),
        ("In 1941 most of Normandy was captured.", "captured", ["Normandy"], [], []),
        # A river is no town.
        ("In 220 BC he reached Lund, north of the River Ebro. He besieged the city.", "besieged", ["Lund"], [], []),
        # Behind parentheses a list goes on; an insertion parts no subject from its verb.
        (
            "In 1941 Nicaragua declared war on Japan (8 December), Italy (11 December) and Romania (19 December).",
            "declared",
            [],
            ["Nicaragua"],
            ["Japan", "Italy", "Romania"],
        ),
        ("In 1863, as the division, under Hill, advanced, the Danes fled.", "advanced", [], ["division"], []),
        # A year between commas is no subject; what lies forward is said of the noun behind it.
        (
            "In the election, 1990, a coalition led by Horn defeated the Danes.",
            "defeated",
            [],
            ["coalition"],
            ["Danes"],
        ),
        ("In 1942 the forward companies reached Lund.", "reached", ["Lund"], ["forward companies"], []),
        ("In 1942 the Danes moved forward to Lund.", "moved", ["Lund"], ["Danes"], []),
        # Those of the first who did it are the subject.
        ("In 1945 Sweden called on the first states to ratify the treaty.", "ratify", [], ["first states"], []),
        ("In 1945 Sweden was among the first states to ratify the treaty.", "ratify", [], ["Sweden"], []),
        # *and* within the name of one body, and between two of them.
        (
            "In 1995 the king established a Truth and Reconciliation Commission.",
            "established",
            [],
            ["king"],
            ["Truth and Reconciliation Commission"],
        ),
        ("In 1805 the Danish and Polish Army attacked Lund.", "attacked", ["Lund"], ["Danish", "Polish Army"], []),
        # With whom a treaty was signed; who somebody is, is nobody else.
        ("In 681 a treaty with the Danes was signed.", "signed", [], [], ["Danes"]),
        ("In 1957 he reached an agreement with Horn, leader of the Poles.", "reached", [], [], ["Horn"]),
        # Where one commands is not where he did it.
        ("In 1779 Lund was retaken by Hill, the commander at Riga.", "retaken", ["Lund"], ["Hill"], []),
        ("In 1779 the Danes beat Hill, the commander, at Riga.", "beat", ["Riga"], ["Danes"], ["Hill"]),
        # The town that falls, though another clause tells of it; a town's name behind what it is.
        ("The war ended with Lund falling into Danish hands in 1656.", "falling", ["Lund"], ["Danish"], []),
        (
            "In 1652 the last Catholic-held town, Galway, surrendered.",
            "surrendered",
            ["Galway"],
            ["last Catholic-held town"],
            [],
        ),
        # Who takes what those have lost who were beaten; who was to go where it happened; whom they had beaten.
        (
            "In 1538 the fleet was beaten by Barbarossa, securing the Aegean.",
            "securing",
            ["Aegean"],
            ["Barbarossa"],
            [],
        ),
        (
            "In 1538 the fleet, helped by Barbarossa, left Lund, securing the Aegean.",
            "securing",
            ["Aegean"],
            ["fleet"],
            [],
        ),
        (
            "In 1533 the king told Horn to lead an army to Lund, where he killed Banér.",
            "killed",
            ["Lund"],
            ["he"],
            ["Banér"],
        ),
        # Of what an attack brought about its doers are not told; who stops one is no place.
        ("In 1983 an attack by the Danes resulted in riots.", "riots", [], [], []),
        ("In 811 Krum checked a Danish incursion.", "incursion", [], ["Danish"], ["Krum"]),
        ("In 1977 the party swept to power.", "swept", [], [], ["party"]),
        # What a genitive says the subject is, is nobody else, nor a bare name in no list, spoken of again.
        ("In 1929 Nadir Shah, Amanullah's cousin, in turn beat the Danes.", "beat", [], ["Nadir Shah"], ["Danes"]),
        ("In 1205 Kalojan beat the Franks. He took Lund.", "took", ["Lund"], ["He"], []),
        ("In 1205 the Franks beat Kalojan. He took Lund.", "took", ["Lund"], [], []),
        # Before an insertion stands where it happened; a time does not.
        ("At Preston, Horn, in sole command and with 300 men, won a victory.", "victory", ["Preston"], ["Horn"], []),
        ("At the same time as the siege of Riga, Horn won a victory.", "victory", [], ["Horn"], []),
        # Those were repelled where they tried to come.
        ("In 1541 the Danes tried to besiege Lund but were repulsed.", "repulsed", ["Lund"], [], ["Danes"]),
        ("In 1541 the Danes tried to reach Lund. In May they were repulsed.", "repulsed", [], [], ["they"]),
        # Another noun joined by *and* has its own places.
        (
            "In 1777 he left after the Danish defeat at Lund and the entry of Riga into the war.",
            "defeat",
            ["Lund"],
            [],
            ["Danish"],
        ),
        ("In 1180 he left after a raid on Lund and upon the arrival of a fleet off Riga.", "raid", ["Lund"], [], []),
        ("In 1778 the Comte d'Estaing was sent to Riga.", "sent", ["Riga"], [], ["Comte d'Estaing"]),
        # Who did the second of two passives, each with its auxiliary, did not do the first.
        ("In 1782 Clinton was recalled and replaced by Carleton.", "recalled", [], ["Carleton"], ["Clinton"]),
        ("In 1782 Clinton was recalled and was replaced by Carleton.", "recalled", [], [], ["Clinton"]),
        # Those who withdraw, defeated, defeated nobody; against whom one was killed is not killed.
        (
            "In 1783 the Danes came to Lund, quickly defeated the Poles and left.",
            "defeated",
            ["Lund"],
            ["Danes"],
            ["Poles"],
        ),
        ("In 1783 the Danes withdrew, decisively defeated.", "defeated", [], [], ["Danes"]),
        ("In 2002 Savimbi was killed in action against the Danes.", "killed", [], [], ["Savimbi"]),
        # Who led what broke out, behind where and when it did; of what kind a campaign was that somebody waged.
        ("In May a revolt broke out in a regiment led by Horn.", "revolt", [], [], []),
        ("In May 1769 a revolt broke out in Lund led by Horn.", "revolt", ["Lund"], ["Horn"], []),
        ("In 1975 an insurgent campaign began.", "campaign", [], ["insurgent"], []),
        ("In 1975 Savimbi waged an insurgent campaign.", "campaign", [], ["Savimbi"], []),
        ("In 1781 the fleet beat Graves, giving the French control of Lund.", "giving", ["Lund"], ["French"], []),
        ("In 1183 he handed the city to Nur al-Din.", "handed", [], [], ["Nur al-Din"]),
        (
            "In 799 Lund fell. In 800 he marched an army over the Pyrenees and besieged it.",
            "besieged",
            ["Lund"],
            [],
            [],
        ),
        ("Once the Senate resumed its work in 216 BC, they appointed Horn.", "appointed", [], ["they"], ["Horn"]),
        # A list behind a participle that opens the sentence waits for its verb; what *by* governs is no list of states.
        ("Led by Horn, Ney and Soult, the Danes attacked Lund.", "attacked", ["Lund"], ["Danes"], []),
        (
            "Supported by the king of Denmark, Horn, Ney and Soult met in Lund.",
            "met",
            ["Lund"],
            ["Horn", "Ney", "Soult"],
            [],
        ),
        ("In 1858 a revolution began, led by General Horn.", "revolution", [], ["General Horn"], []),
        # Two long dashes are parentheses.
        ("In 1815 Horn ordered the brigades—hidden behind a ridge—to charge.", "charge", [], ["brigades"], []),
        ("In 1815 the Danes took Kiel—the capital—and Lund.", "took", ["Kiel", "Lund"], ["Danes"], []),
        # Those of a class that acts.
        (
            "In 1843 the president was overthrown by the landed elite.",
            "overthrown",
            [],
            ["landed elite"],
            ["president"],
        ),
        ("In 1566 the abbey was burned by iconoclasts.", "burned", [], ["iconoclasts"], ["abbey"]),
        # Who holds a place is attacked with it, not who was lost there; a contribution does not act.
        ("In 1950 Lund, with 300 men killed, was abandoned after it was attacked.", "attacked", ["Lund"], [], []),
        (
            "In 1950 Lund, with its garrison of 300 men, was attacked.",
            "attacked",
            ["Lund"],
            [],
            ["its garrison of 300 men"],
        ),
        (
            "In 1941 the war went on, with the Danes making a contribution to recapture Lund.",
            "recapture",
            ["Lund"],
            ["Danes"],
            [],
        ),
        # A list of places, each with its date; a name with a date may begin another clause.
        ("In 1781 he landed at Lund on 1 July, and Horn on 2 July took Riga.", "landed", ["Lund"], [], []),
        (
            "In 1781 the company beat Ali at Lund on 1 July, Riga on 27 August, and Kiel on 27 September.",
            "beat",
            ["Lund", "Riga", "Kiel"],
            ["company"],
            ["Ali"],
        ),
        ("In July Army Group A was ordered to withdraw.", "withdraw", [], ["Army Group A"], []),
        # Both and these may be the attacks told before, and all that a relative clause counts.
        ("The Danes built ten boats. Both were repelled.", "repelled", [], [], []),
        ("The Swedes launched two attacks on Lund. Both were repelled.", "repelled", [], [], ["Swedes"]),
        ("The Swedes attacked Lund, but the Danes repelled all of them.", "repelled", [], ["Danes"], ["them"]),
        ("The Swedes made several assaults on Lund, all of which were repelled.", "repelled", ["Lund"], [], ["Swedes"]),
        ("The Danes attacked Lund, but Swedish troops fought it off.", "fought", [], ["Swedish troops"], ["Danes"]),
        ("A countercharge by Swedish dragoons repelled the Danes.", "repelled", [], ["Swedish dragoons"], ["Danes"]),
        (
            "The Swedes crossed the Rhine north and south of the Ruhr, encircling the Danes.",
            "encircling",
            ["Rhine", "Ruhr"],
            ["Swedes"],
            ["Danes"],
        ),
        ("He sent orders to each of his commanders to attack Lund.", "attack", ["Lund"], ["his commanders"], []),
        ("He sent word to the governor of Kiel to surrender Lund.", "surrender", ["Lund"], ["governor of Kiel"], []),
        ("In 1043 the Rus' attacked Constantinople.", "attacked", ["Constantinople"], ["Rus'"], []),
        ("In 1141 the queen besieged Matilda at Winchester.", "besieged", ["Winchester"], ["queen"], ["Matilda"]),
        ("Along with Kiel, the Swedes captured Lund.", "captured", ["Lund"], ["Swedes"], []),
        ("Together with the Danes, the Swedes attacked Lund.", "attacked", ["Lund"], ["Danes", "Swedes"], []),
        ("Alongside the army, the police attacked Lund.", "attacked", ["Lund"], ["army", "police"], []),
        ("Gustav Horn did not meet Michel Ney. They attacked Lund.", "attacked", ["Lund"], [], []),
        ("The Danes attacked the Swedes, alongside the Poles.", "attacked", [], ["Danes"], ["Swedes"]),
        ("The Swedes, alongside the Danes, attacked Lund.", "attacked", ["Lund"], ["Swedes", "Danes"], []),
        (
            "Gen. Braxton Bragg, the commander of the Army of the Mississippi, who was leading an offensive into Kentucky, ordered him north.",
            "offensive",
            ["Kentucky"],
            ["Gen. Braxton Bragg"],
            [],
        ),
    ],
)
def test_parties_of_clauses(text, word, places, initiators, targets):
    check(text, word, places, initiators, targets)


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("The Danes attacked the Swedes, but the latter captured the mill.", "captured", "Sweden"),
        ("The Danes fought the Swedes. The latter withdrew to Lund.", "withdrew", "Sweden"),
        ("The Danes fought the Swedes until the former withdrew.", "withdrew", "Denmark"),
        ("The Danes left.\n\nThe latter withdrew to Lund.", "withdrew", None),
    ],
)
def test_the_latter_is_one_of_two_parties(text, word, name):
    events = [e for e in extract(text).events if text[e.trigger.start : e.trigger.end] == word]
    names = [a.mention.value.name for e in events for a in e.actors if a.role == "initiator"]
    assert names == ([name] if name else [])


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # Only another country was named: the French may have gone there.
        ("Haiti was poor. In May 1844 the French entered Cuba. They occupied the country.", "Cuba"),
        ("Haiti was poor. In May 1844 the French landed. They occupied the country.", "Haiti"),
        ("The last king of Haiti was exiled to Cuba. In May 1844 the French occupied the country.", "Haiti"),
    ],
)
def test_the_country_of_the_title_is_meant(text, place):
    found = extract(text, title="History of Haiti")
    event = next(e for e in found.events if text[e.trigger.start : e.trigger.end] == "occupied")
    assert [a.mention.value.name for a in event.places] == [place]


@pytest.mark.parametrize(
    "text",
    [
        "General Horn was joined by Marshal Ney. They attacked Lund.",
        "General Horn met Marshal Ney at Kiel, and together they attacked Lund.",
        "General Horn allied with Marshal Ney, and they attacked Lund.",
    ],
)
def test_they_are_two_who_came_together(text):
    event = next(e for e in extract(text).events if text[e.trigger.start : e.trigger.end] == "attacked")
    assert {a.mention.value.name for a in event.actors if a.role == "initiator"} == {"Horn", "Ney"}
