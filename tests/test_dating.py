"""The date of an event: clause, governing clause, narrative, bounds, statements (annotation guidelines, section 4)."""

import re

import pytest

from pipeline import Document, cleaning, extract, grammar, sentences
from pipeline.events.dating import Asked, Dating
from pipeline.mentions.dates import find_dates
from pipeline.records import Mentions
from pipeline.resolution.dates import resolve_dates


def date_of(marked, title="", status="asserted", **more):
    """The interval of the event whose trigger is marked by brackets, asked as the composer asks."""
    trigger = marked.index("{")
    text = re.sub(r"[{}]", "", marked)
    document = Document("d", text, title=title)
    tokens = sentences.split(cleaning.clean(document))
    parse = grammar.parse(tokens)
    dates = resolve_dates(document, tokens, parse, Mentions(dates=find_dates(tokens, parse)).dates)
    token = tokens.token_at(trigger)
    clauses = [c for c in parse.clauses if c.first <= token < c.last]
    sentence = tokens.sentence_at(trigger)
    spans, at = [], clauses[0] if clauses else None
    while at is not None and len(spans) < 6:
        spans.append((tokens.starts[at.first], tokens.ends[at.last - 1]))
        at = parse.clauses[at.governor] if at.governor is not None else None
    own, *governing = spans or [(sentence.start, sentence.end)]
    asked = Asked(trigger, sentence, own, status, tuple(governing), **more)
    date, _ = Dating(document, tokens, parse, dates).date_of(asked)
    return f"{date.start}/{date.end}" if date else None


@pytest.mark.parametrize(
    ("marked", "interval"),
    [
        ("On 6 November 2016, troops {attacked} the town.", "2016-11-06/2016-11-06"),
        # who acts was made, sent or taken before; what was launched acts then
        ("In 1943 they held Riga. Troops captured in 1941 were {executed} there.", "1943-01-01/1943-12-31"),
        ("In 997, raids began. The force created in 994 had {turned} on the English.", "0997-01-01/0997-12-31"),
        (
            "In 1940 they took Riga. A strike executed by the fleet in 1939 {destroyed} the port.",
            "1939-01-01/1939-12-31",
        ),
        # the next day is that of the last verb alone
        (
            "McClellan attacked on 17 September 1862. Lee {withstood} the assaults, then retreated the next day.",
            "1862-09-17/1862-09-17",
        ),
        ("On 2 March 1922 they {moved} on Lund and attacked it two days later.", "1922-03-02/1922-03-02"),
        ("They {withdrew} and burned the bridge on 9 May 1708.", "1708-05-09/1708-05-09"),
        # what somebody only learns of has its day for itself, unless the next verb does
        (
            "On 13 August 1898, unaware that a peace had been signed on the 12th in Paris, the Americans {captured} Manila.",
            "1898-08-13/1898-08-13",
        ),
        (
            "By 24 May 1916, scouts reported that they had taken the wood; by 28 May, the brigade {captured} the village.",
            "1916-05-28/1916-05-28",
        ),
        # a sentence in parentheses opens with a date of its own
        ("On 5 March 1918, a force {landed} on Gotland (in February, it had been occupied).", "1918-03-05/1918-03-05"),
        ("On 5 March 1918, a force landed on Gotland (in February, it had been {occupied}).", "1918-02-01/1918-02-28"),
        ("He {captured} Riga (in May 1919), which he held.", "1919-05-01/1919-05-31"),
        # how a happening began is parted from it by a comma where nothing but its date follows
        (
            "In 1943 talks failed. It led to an {offensive} on Narva, starting in February 1944.",
            "1944-02-01/1944-02-29",
        ),
        (
            "{Fighting} grew from late July to early August 2022, beginning with a raid on 11 July.",
            "2022-07-21/2022-08-10",
        ),
        # what is compared with another happening has not its date, nor goes the narrative there
        ("In July 1779 it ended in the worst {defeat} until Pearl Harbor in 1941.", "1779-07-01/1779-07-31"),
        (
            "In July 1779 it resulted in the worst defeat until Pearl Harbor in 1941. They {attacked} the fort.",
            "1779-07-01/1779-07-31",
        ),
        ("The army {arrived} before Riga on 7 June 1862.", "1862-06-07/1862-06-07"),
        # a participle that only describes leaves the narrative where it stood; a second verb does not
        (
            "On 2 May 1982 they sank the cruiser. A gunboat was searching for the pilot shot down on 1 May. They {fired} at it.",
            "1982-05-02/1982-05-02",
        ),
        (
            "On 2 May 1982 they left. A frigate turned back and sank on 4 May. They {fired} at it.",
            "1982-05-04/1982-05-04",
        ),
        # the date with which the next verb goes on is that of what it began
        (
            "On 3 August 1940 they crossed into Kenya, and by 14 August, succeeded in {taking} Garissa.",
            "1940-08-14/1940-08-14",
        ),
        ("On 3 August 1940 they crossed into Kenya, and tried to {storm} Garissa.", "1940-08-03/1940-08-03"),
        # hours of a night of two days, and past it
        ("On the night of 6/7 May 1942 they landed. At 23:00 they {stormed} the fort.", "1942-05-06/1942-05-06"),
        (
            "On the night of 6/7 May 1942 they landed. At 23:00 they rested. At 01:30 they {stormed} the fort.",
            "1942-05-07/1942-05-07",
        ),
        ("On the evening of 3 May 1991 they met. Shortly after midnight he was {killed}.", "1991-05-04/1991-05-04"),
        ("Shortly after midnight on 3 May 1991 he was {killed}.", "1991-05-03/1991-05-03"),
        (
            "On 6 April 1862 they met. During the night Buell arrived. At 3:00 p.m. they {attacked}.",
            "1862-04-07/1862-04-07",
        ),
        (
            "On 6 April 1862 they met. They had slept most of the night. At 3:00 p.m. they {attacked}.",
            "1862-04-06/1862-04-06",
        ),
        # the days that close a sentence in parentheses, alone; the year when what was told ended
        (
            "On 26 June 1922 they met. The garrison fell to troops of the state (28–30 June 1922). A mine {exploded}.",
            "1922-06-28/1922-06-30",
        ),
        (
            "On 26 June 1922 they met. They held Riga (27 June) and Libau (28 June). A mine {exploded}.",
            "1922-06-26/1922-06-26",
        ),
        (
            "On 26 June 1922 they met. They recalled Verdun (21 February 1916). A mine {exploded}.",
            "1922-06-26/1922-06-26",
        ),
        (
            "Lund was taken in 971. He rose again, but this ended when Basil won at Klyuch in 1014. He {died} soon.",
            "1014-01-01/1014-12-31",
        ),
        # what was planned for a day is no day of the narrative
        (
            "On 20 August 1991 they met. An attack was planned for 2 a.m. on 21 August. That night they {warned} them.",
            "1991-08-20/1991-08-21",
        ),
        # a campaign of a year with which a sentence opens; a year in another name moves nothing
        (
            "In October 1805 he took Ulm. In the 1806 campaign, he fought at Jena. Then he {captured} Magdeburg.",
            "1806-01-01/1806-12-31",
        ),
        (
            "In October 1805 he took Ulm. In the 1815 museum, his hat is shown. Then he {captured} Magdeburg.",
            "1805-10-01/1805-10-31",
        ),
        # a battle that is named before it is said when it was
        (
            "In May 1914 it began. It failed after the {Battle} of Tannenberg, which was fought from 26 to 30 August.",
            "1914-08-26/1914-08-30",
        ),
        # the small hours that follow a night are of the day of its next morning
        (
            "On 8 August 1942 they met. That night X struck. By 02:20 it ended. She {sank} the next morning.",
            "1942-08-09/1942-08-09",
        ),
        ("At 02:20 on 9 August 1942 it ended. She {sank} the next morning.", "1942-08-10/1942-08-10"),
        ("Just after midnight on 21 August 1942 they came. At daybreak the men {attacked}.", "1942-08-21/1942-08-21"),
        # the first day told, not that of the sentence
        (
            "On 19 September 2002 they rose. The next day troops came. On 28 September the rebels, who had {taken} Man on the first day, left.",
            "2002-09-19/2002-09-19",
        ),
        # the days of a year, or of a month counted from another, right behind it
        ("In 1853, the Turks {attacked} St Nicholas on 27/28 October.", "1853-10-27/1853-10-28"),
        (
            "On 29 September 1855 he failed. Kars {surrendered} two months later, on 28 November.",
            "1855-11-28/1855-11-28",
        ),
        # until the hour when the next thing was done, from which the text goes on
        (
            "On 28 October 1942 they halted. He waited until the early hours of 2 November, when he struck. They {fled}.",
            "1942-11-02/1942-11-02",
        ),
        (
            "On 28 October 1942 they halted. He had to wait until the early hours of 2 November. They {fled}.",
            "1942-10-28/1942-10-28",
        ),
        # the date of what bounds it
        (
            "On 2 March 2009 he was shot. Pereira was {appointed} until an election on 28 June 2009.",
            "2009-03-02/2009-03-02",
        ),
        ("They held the fort until their {withdrawal} on 3 May 1809.", "1809-05-03/1809-05-03"),
        # the day before is that of what came before
        (
            "On 13 June 2016 they slowed. A {counter-attack}, after the bombings the previous day, was repelled.",
            "2016-06-13/2016-06-13",
        ),
        # when a clause says when, a noun that a verb has told of as well has its date
        (
            "It halted in 1994 after the vote, but {fighting} resumed after they sank two boats in April 1995.",
            "1995-04-01/1995-04-30",
        ),
        (
            "On 1 March 1999 they rejoiced. By the time they had {broken} through, the king accepted the peace on 27 February 1999.",
            "1999-02-27/1999-02-27",
        ),
        # what something led to is told next
        (
            "In 1884 he was asked. He led a movement that escalated into war, the Rebellion of 1885. He was {executed}.",
            "1885-01-01/1885-12-31",
        ),
        (
            "In August 1995 they bombed it, which resulted in the Dayton Agreement of December 1995. Troops were {dispatched}.",
            "1995-12-01/1995-12-31",
        ),
        ("In 1884 he was asked. He admired the Rebellion of 1885. He was {executed}.", "1884-01-01/1884-12-31"),
        # what took place, told first
        (
            "The wars were two conflicts that took place in the Balkans in 1912 and 1913. Four states {defeated} the empire.",
            "1912-01-01/1913-12-31",
        ),
        ("By June 1970 they had taken it. After defeating him, they {ceded} Lund.", "1970-06-01/1970-06-30"),
        # the autumn that follows a year's deeds is in it, the spring that follows is not
        ("In 1529 he marched north; in the following autumn he {besieged} Vienna.", "1529-09-01/1529-11-30"),
        ("In 1529 he marched north; in the following spring he {besieged} Vienna.", "1530-03-01/1530-05-31"),
        # the other year of an era that stands before the first
        ("In AD 60 or 61 the Iceni {revolted}.", "0060-01-01/0061-12-31"),
        ("In AD 60–61 the Iceni {revolted}.", "0060-01-01/0061-12-31"),
        # a name, no month; too exact for a number of men
        ("In 1972 the group Black September {seized} the hostages.", "1972-01-01/1972-12-31"),
        ("In 756 he won. Around 788 Abd ar-Rahman was {succeeded} by Hisham.", "0788-01-01/0788-12-31"),
        ("In 756 he won. Around 780 Berbers were {killed} at Lund.", "0756-01-01/0756-12-31"),
        # a stretch from the narrative's date on, not the week or month of the calendar
        ("On 28 May 1812 they crossed the river. The next month they {burned} Lund.", "1812-06-01/1812-06-30"),
        ("On 28 May 1812 they crossed the river. For the next week they {shelled} Lund.", "1812-05-28/1812-06-04"),
        ("On 28 May 1812 they crossed the river. Over the next month they {burned} Lund.", "1812-05-28/1812-06-28"),
        # what a deed did has the day on which it was launched
        (
            "On 3 May 1916 the fleet sailed. The offensive, launched on 4 June, {shattered} the army.",
            "1916-06-04/1916-06-04",
        ),
        # parentheses behind a noun, whose it is and its place; not a life
        ("In 1570 he sailed. The {defeat} of the Turks at Lepanto (1571) ended the threat.", "1571-01-01/1571-12-31"),
        ("The {victory} over the French near Poitiers (1356) brought him fame.", "1356-01-01/1356-12-31"),
        ("The {retreat} of Napoleon (1769–1821) began.", None),
        # parentheses behind a verb, and behind the words for the time with which a sentence opens
        ("The sultan besieged (1480) Rhodes in vain. He {took} Otranto.", "1480-01-01/1480-12-31"),
        ("Meanwhile (in May 1247), Frederick {besieged} Parma.", "1247-05-01/1247-05-31"),
        ("At this point (247 BC), they landed. They {seized} Eryx.", "-0247-01-01/-0247-12-31"),
        ("Madden argues (1998) that they came late. They {seized} Zara.", None),
        # the battle or treaty in parentheses after which the rest happened
        ("After the Battle of Pharsalus (48 BC), Pompey {fled} to Egypt.", "-0048-01-01/-0048-12-31"),
        ("Following the five-month Siege of Rhodes (1522), the knights {left}.", "1522-01-01/1522-12-31"),
        # no date of what is told, only of what it is like
        ("In 1813 they came and, as in the previous year, {burned} the mills.", "1813-01-01/1813-12-31"),
        ("In 1813, as in 1712, they {attacked} the port.", "1813-01-01/1813-12-31"),
        # what took years has no date of the narrative
        ("In 1711 they landed. In 23 years, they {conquered} the island.", None),
        ("In 1711 they landed. In two years’ time they {conquered} the island.", "1711-01-01/1711-12-31"),
        # what comes before the day of the next clause, where nothing has been told
        ("He {resumed} the war, and on 29 August 1526 he defeated Louis.", "1526-01-01/1526-12-31"),
        # a participle tells when the first thing told was done; not when what it describes was made
        ("He crushed a revolt led by the governor in 1521. He {besieged} Belgrade.", "1521-01-01/1521-12-31"),
        ("He came to a tower built by the monks in 1321. He {besieged} Belgrade.", None),
        # the day after what came later in the year
        (
            "On 3 May 1169 it fell. Later in the year he fled. The day after, the guards {rose}.",
            "1169-01-01/1169-12-31",
        ),
        # parentheses that end the clause before another of its subject, not those of a life
        ("In 1140 he rose. He took Edessa (1144) and {besieged} Damascus.", "1144-01-01/1144-12-31"),
        ("In 1140 he rose. He took Edessa (1144), and the count {fled}.", "1140-01-01/1140-12-31"),
        ("In 1140 he rose. He beat Hugh of Ibelin (1118–1165) and {fled}.", "1140-01-01/1140-12-31"),
        # the days of several nights
        ("On the nights of 5 and 6 May 1941 bombers {attacked} Greenock.", "1941-05-05/1941-05-06"),
        # a feast that moves dates by its year, where that is stated
        ("On Good Friday 1282 they rose in Palermo. They {besieged} Messina.", "1282-01-01/1282-12-31"),
        ("In 633 they fought. Peada was {murdered} at Easter 656.", "0656-01-01/0656-12-31"),
        # a section that begins at another time in whatever clause, and goes on from there
        (
            "Reign\n\nOn 24 September 768 he died.\n\nAquitaine\n\nOdo won at Toulouse in 721. Raiders gathered, and in 732 an army came. They {took} Bordeaux.",
            "0732-01-01/0732-12-31",
        ),
        # not in the middle of one
        (
            "Reign\n\nIn 774 he took Pavia. A bridge was built there in 721. They {sacked} Verona.",
            "0774-01-01/0774-12-31",
        ),
        # where the last of it took place
        (
            "On 13 April 1175 he won at Hama. The war went on, with the last battle occurring in the spring of 1176. They {seized} the camp.",
            "1176-03-01/1176-05-31",
        ),
        # not on the day before, which only a clause within another tells of
        (
            "On 13 August 1898, unaware that a truce had been signed on the previous day, they {captured} Manila.",
            "1898-08-13/1898-08-13",
        ),
        ("On 3 May 1950 it began. In the past year both had armed and {raided} the border.", "1949-01-01/1949-12-31"),
        # where nothing else is told, at the deed with which a sentence before ends; not at what describes a thing
        (
            "The appeal of the Khmer was increased by the removal of Horn as head of state in 1970. The premier {deposed} him.",
            "1970-01-01/1970-12-31",
        ),
        (
            "The first resistance became known as the Red River Rebellion of 1869–1870. Horn fled. He {seized} Fort Garry.",
            "1869-01-01/1870-12-31",
        ),
        # a war goes on from the day on which it began, a battle does not
        (
            "The Second Balkan War began on 16 June 1913. Romania {invaded} Bulgaria from the north.",
            "1913-01-01/1913-12-31",
        ),
        ("The battle began on 16 June 1913. Romania {invaded} Bulgaria from the north.", "1913-06-16/1913-06-16"),
        ("The war began on 16 June 1913, when Serbia attacked. Romania {invaded} Bulgaria.", "1913-06-16/1913-06-16"),
        # nor is what had been done by then
        (
            "Horn began his conquest of Syria in 1174. By mid-1175, Horn had conquered Hama. Soon after, he {defeated} the Danes.",
            "1175-01-01/1175-12-31",
        ),
        # not in the season after which it was done, where its month is told
        ("In 1708 he marched on. After the winter he {besieged} Poltava.", "1708-12-01/1709-02-28"),
        ("In 1708 he marched on. After a terrible winter he {besieged} Poltava in May 1709.", "1709-05-01/1709-05-31"),
        # what somebody had done to another is no flashback
        ("In 1577 he sailed. Drake had Doughty beheaded in 1578. He {sacked} Valparaiso.", "1578-01-01/1578-12-31"),
        ("In March 1916 they came. The Easter earthquake {killed} many.", "1916-03-01/1916-03-31"),
        # the parentheses behind each of several names
        ("They {recaptured} Rouen (1449), Caen (1450) and Bordeaux (1451).", "1449-01-01/1451-12-31"),
        ("The {Battle} of Lützen (2 May 1813) and Battle of Bautzen (20 May 1813) were won.", "1813-05-02/1813-05-02"),
        ("He {beat} Hugh (1123) and Baldwin of Jerusalem (1118–1131) took Tyre.", "1123-01-01/1123-12-31"),
        # when a deed was to come, as it was thought then
        (
            "On 3 May 1943 they landed. The attack had been planned for 10 May. The division {withdrew}.",
            "1943-05-03/1943-05-03",
        ),
        (
            "On 2 July 1944 they heard that the guards were to attack on 5 July. The bombers {struck} the camp.",
            "1944-07-02/1944-07-02",
        ),
        # words between dashes date what they describe, and a day that stands alone there what is told
        ("The Danes – defeated at Lund in 1676 – {took} the town.", None),
        ("The raid – launched on 3 May 1704 – {failed}.", None),
        ("The {raid} – launched on 3 May 1704 – failed.", "1704-05-03/1704-05-03"),
        ("In 1704 the fleet – late in May – {bombarded} the port.", "1704-05-21/1704-05-31"),
        ("On 9 May 1915 the Tenth Army – formed in October 1914 – {attacked} the ridge.", "1915-05-09/1915-05-09"),
        ("On 3 May 1809 Bavaria - a kingdom in 1806 - {invaded} the valley.", "1809-05-03/1809-05-03"),
        ("The rebels — who rose in 1704 — {captured} the town in May 1705.", "1705-05-01/1705-05-31"),
        ("On 4 July 1863 Pemberton – {appointed} in October 1862 – yielded.", "1862-10-01/1862-10-31"),
        # nor does the participle between commas, from which the text does not go on
        ("On 4 July 1863 Pemberton, {appointed} in October 1862, yielded.", "1862-10-01/1862-10-31"),
        (
            "On 4 July 1863 Pemberton, appointed in October 1862, yielded. The town was {looted}.",
            "1863-07-04/1863-07-04",
        ),
        ("On 4 July 1863 Lee – crowned in 1862 – yielded. The town was {looted}.", "1863-07-04/1863-07-04"),
        ("In 1704 the fort, taken on 3 May, was burned. They {looted} the town.", "1704-05-03/1704-05-03"),
        # so many days on from the day told before
        ("On 12 May 1704 the town {fell} after nine days.", "1704-05-12/1704-05-12"),
        ("On 12 May 1704 the town, which held out, {fell} after nine days.", "1704-05-12/1704-05-12"),
        ("They invested it on 3 May 1704. After nine days of siege, it {fell} on 14 May.", "1704-05-14/1704-05-14"),
        ("They invested it on 3 May 1704. The garrison {capitulated} after nine days.", "1704-05-12/1704-05-12"),
        ("They invested it on 3 May 1704 and {took} it after a nine-day siege.", "1704-05-12/1704-05-12"),
        ("They invested it on 3 May 1704. After a siege of two weeks it {fell}.", "1704-05-17/1704-05-17"),
        ("They invested it on 3 May 1704. It fell after a nine-day {siege}.", "1704-05-03/1704-05-11"),
        ("Fights began on 3 May 1704. After three days of {fighting} they fled.", "1704-05-03/1704-05-05"),
        ("Fights began on 3 May 1704. After ten days they fled, {losing} a third.", "1704-05-13/1704-05-13"),
        ("They came on 3 May 1704. After four days of failing to {take} it, they left.", "1704-05-03/1704-05-06"),
        # the narrative goes on so far
        ("They came on 3 May 1704. After two months it {fell}.", "1704-07-01/1704-07-31"),
        ("They came on 3 May 1704. After two months it fell. They {burned} it.", "1704-07-01/1704-07-31"),
        ("They came on 3 May 1704. After two weeks, it fell. The next day it {burned}.", "1704-05-18/1704-05-18"),
        ("They came in 1704. After two years they {left}.", "1706-01-01/1706-12-31"),
        ("They came in 1704. After two months they {left}.", "1704-01-01/1704-12-31"),
        ("They came on 1 May 1710. After two days they {took} Riga on 4 May 1710.", "1710-05-04/1710-05-04"),
        ("The war began in 1704. In 1706 he came. After four years of war he {fled}.", None),
        ("In June 1210 they came; after seven weeks it {fell}.", "1210-07-20/1210-08-18"),
        # … up to where it ended
        ("Khania fell on 22 August 1645 after a {siege} that lasted fifty-six days.", "1645-06-27/1645-08-22"),
        ("On 31 March 1975, after a three-day {battle}, Hue fell.", "1975-03-28/1975-03-31"),
        ("He took Avignon on 9 September 1226, following a three-month {siege}.", "1226-06-09/1226-09-09"),
        ("They signed it on 30 July 2002 after five days of {talks}.", "2002-07-25/2002-07-30"),
        ("After a {shelling} that lasted three days, they took it on 8 May 1855.", "1855-05-05/1855-05-08"),
        ("They came on 3 May 1704 and took it after a nine-day {siege}.", "1704-05-03/1704-05-11"),
        ("In 1852 they lost after a {siege} of a month, stormed Verdun on 3 June, and left.", "1852-01-01/1852-12-31"),
        # what a noun names has the date that a participle right behind it tells
        ("They met in 1628. They signed the {Treaty} of Halle, concluded in May 1629.", "1629-05-01/1629-05-31"),
        ("The {siege} of Girona, begun on 3 May 1809, was abandoned on 14 August.", "1809-05-03/1809-05-03"),
        ("The {siege} of Girona, a town in Spain, was abandoned on 14 August 1809.", "1809-08-14/1809-08-14"),
        # on a counted day of the month in which the place was reached
        ("He reached it in March 1220. On the third day they {sallied}.", "1220-03-01/1220-03-31"),
        # in the days and months after a date of the sentence
        (
            "It fell in September 1664, and in the following months they {took} the forts. In December they left.",
            "1664-09-01/1664-12-31",
        ),
        ("On 6 May 1939 they came; over the next few days they {fled}. On 9 May it ended.", "1939-05-06/1939-05-09"),
        # the day counted from that of what came before it
        ("After the defeat at Verdun on 18 May 1803 he {fled} the next day.", "1803-05-19/1803-05-19"),
        ("They burned Verdun on 18 May 1803 and {fled} the next day.", "1803-05-19/1803-05-19"),
        # a month names a happening only where nothing ties it to the clause
        ("They left in 1798. In June of the next year {war} broke out.", "1799-06-01/1799-06-30"),
        ("In May 1917 he came. In the February Revolution he {fled}.", "1917-02-01/1917-02-28"),
        # what a date bounds, where the sentence goes on at it
        ("In 1851 they held it until April 1852, when they left. They {burned} it.", "1852-04-01/1852-04-30"),
        ("In 1851 they held it until April 1852. They {burned} it.", "1851-01-01/1851-12-31"),
        # what a siege took counts from where that began
        ("They invested it in May 1704. After a three-month siege it {fell}.", "1704-08-01/1704-08-31"),
        ("They invested it on 3 May 1704. After a {siege} of three months it fell.", "1704-05-03/1704-08-03"),
        ("They came in May 1704. After a three-month siege it {fell}.", "1704-01-01/1704-12-31"),
        ("They invested it on 3 May 1704 and {took} it after two months.", "1704-07-01/1704-07-31"),
        # within so many days from the day told
        ("They took it on 12 July 1191. Less than a week later, he {attacked}.", "1191-07-12/1191-07-19"),
        ("They took it on 12 July 1191. Nearly a week later, he {attacked}.", "1191-07-19/1191-07-19"),
        ("They took it on 12 July 1191. Less than two months later he {left}.", "1191-07-12/1191-09-12"),
        # the day of the battle with which a sentence opens is that of what was done there
        ("At the battle of Mohi, which was fought on 11 April 1241, they {won}.", "1241-04-11/1241-04-11"),
        ("In 1241 they came. In the siege, which took place in May, they {won}. It rained.", "1241-05-01/1241-05-31"),
        ("In 1241 they came. At the fort, which was built in 1190, they {won}.", "1241-01-01/1241-12-31"),
        # the year of a treaty is not that of its end, where the clause tells one, or one that says when
        ("The truce of 1609 was {broken} when Spinola marched in 1621.", "1621-01-01/1621-12-31"),
        ("The truce of 1609 was {signed} by Spinola, who died in 1630.", "1609-01-01/1609-12-31"),
        ("The treaty of 1667 was {renounced} by the king in 1672.", "1672-01-01/1672-12-31"),
        ("The revolt of 1667 was {crushed} by the king.", "1667-01-01/1667-12-31"),
        # behind words that describe an argument the clause goes on to its own day
        ("The French {seized} Malta, held by the knights since 1530, on 12 June 1798.", "1798-06-12/1798-06-12"),
        (
            "On 24 May 1704 they {assaulted} the port, followed by a landing at Cadiz, on 26 May.",
            "1704-05-24/1704-05-24",
        ),
        # A year that names a happening dates it, and what followed upon it or was its work; not what a thing of that year saw.
        ("The pass fell in 1722. The khan was {ousted} after the 1729 Battle of Merv.", "1729-01-01/1729-12-31"),
        ("The pass fell in 1840. After the 1842 {defeat} of the garrison, the tribes rose.", "1842-01-01/1842-12-31"),
        ("The shah ruled from 1941. The 1979 revolution {toppled} him.", "1979-01-01/1979-12-31"),
        ("The pass fell in 1840. The 1838 mill beside the old road was {burned}.", "1840-01-01/1840-12-31"),
        ("On 6 November 2016, troops attacked the town, {killing} ten men.", "2016-11-06/2016-11-06"),
        ("On 6 November 2016, troops attacked the town. They {burned} the mill.", "2016-11-06/2016-11-06"),
        ("On 6 November 2016, troops attacked. The next day, they {withdrew}.", "2016-11-07/2016-11-07"),
        ("By 8 December 1941, the fleet had {reached} the coast.", "1941-12-08/1941-12-08"),
        # what led to a happening dates neither what follows nor what the sentence goes on to
        (
            "The mutiny lasted from 17 to 18 February 1864. It resulted from the dissolution of the diet on 21 January 1864. A cabinet was {toppled}.",
            "1864-02-17/1864-02-18",
        ),
        (
            "The blockade ran from 1189 to 1191. Kings took the cross following the loss of the city in 1187. They {besieged} the port.",
            "1189-01-01/1191-12-31",
        ),
        (
            "They marched in 1840. They withdrew after the loss of the pass in 1842. They {besieged} the port.",
            "1842-01-01/1842-12-31",
        ),
        ("The siege lasted from 1189 to 1191, when the city {fell}.", "1191-01-01/1191-12-31"),
        # back, but into the years that are told, and on from there
        (
            "The siege of 1624–25 was one in which the city fell in 1625. The army sat down before the city in August 1624. They {repelled} a sortie. In February 1625 it fell.",
            "1624-08-01/1624-08-31",
        ),
        # a day that its clause states, not one that it counts
        (
            "They came on 12 July 1346. Two days later, on good ground, the king {defeated} them on 26 August 1346.",
            "1346-08-26/1346-08-26",
        ),
        # a pluperfect sets out a paragraph where that goes on to a day before the one told
        (
            "The siege began on 4 September 1346.\n\nThe army had come on 12 July 1346. They {burned} the farms. On 26 August, they won.",
            "1346-07-12/1346-07-12",
        ),
        (
            "The siege began on 4 September 1346.\n\nThe army had come on 12 July 1346. They {burned} the farms. On 6 September, they won.",
            "1346-09-04/1346-09-04",
        ),
        # the days of an infobox, where the text tells none itself; labels may be glued to their values
        (
            "Part of the Rook War\n\nDate21–24 September 2013\nLocationNarva\nDeaths71\nResult Victory\n\nFour gunmen {attacked} the town hall. It burned.",
            "2013-09-21/2013-09-24",
        ),
        # in parentheses behind the subject, whatever describes that; no years of a life
        ("The Treaty of Brest (3 March 1918), which ended a war, was {signed} in a fort.", "1918-03-03/1918-03-03"),
        ("The war of Kalmar (1611–1613), which the king had sought, {ended} badly.", "1611-01-01/1613-12-31"),
        ("Nicholas Moore (1761–1809) was {shot}.", None),
        # on what came before, paragraph by paragraph
        (
            "The war began on 17 May 1980.\n\nBackground\n\nVelasco seized power on 2 October 1968. He was {deposed} by the army.",
            "1968-10-02/1968-10-02",
        ),
        ("Between 9 and 10 March 2022, civilians were {evacuated} from the town.", "2022-03-09/2022-03-10"),
        ("From 3 to 12 November 2016 the army {shelled} the town.", "2016-11-03/2016-11-12"),
        ("In early May 1942 the army {attacked}.", "1942-05-01/1942-05-10"),
        ("In 490 BC the fleet {sailed} to the island.", "-0490-01-01/-0490-12-31"),
        ("The army attacked the port in May 1941 and again {attacked} it in June 1941.", "1941-06-01/1941-06-30"),
        ("On 2 and 4 November 1950 the army {attacked} the port.", "1950-11-02/1950-11-04"),
        ("On 2 or 4 November 1950 the army {attacked} the port.", "1950-11-02/1950-11-04"),
        ("He {attacked} the port in late July or August 913.", "0913-07-21/0913-08-31"),
        ("On 5 May 1900 they marched. On 9 May, they {crossed} the river.", "1900-05-09/1900-05-09"),
        ("They {crossed} the river.", None),
        ("They {left} for Enugu in a convoy led by armoured cars, on 31 March 1968.", "1968-03-31/1968-03-31"),
        (
            "On 25 June 1950 they came. Within days of the landing, men were leaving or were {defecting}.",
            "1950-06-01/1950-06-30",
        ),
        # what names a war or a season's offensive dates no deed; a fronted date holds before one at the end
        ("After the {defeat} at Kozludzha, a treaty ended the war on 21 July 1774.", "1774-07-21/1774-07-21"),
        ("In 1918 it helped to {stop} the German spring offensive in March and April.", "1918-03-01/1918-04-30"),
        (
            "In March 1916, it sailed to France and {deployed} to the Somme, seeing action at Pozières in July 1916.",
            "1916-03-01/1916-03-31",
        ),
        # the days told, not the years of the war; a war that opens the sentence; what a deed answered
        (
            "It was besieged from 15 to 30 June 1673 during the war of 1672 to 1678, when an army {captured} it.",
            "1673-06-15/1673-06-30",
        ),
        ("It ended in 1659. In the 1667–1668 War of Devolution, France {captured} the towns.", "1667-01-01/1668-12-31"),
        (
            "In retaliation for the battle the previous day, they {murdered} three men in the town on 11 July 2021.",
            "2021-07-11/2021-07-11",
        ),
        # a noun that has a date of its own behind it; what was done before a period was out
        (
            "He saw the attack on the fort in June 1695 and the {siege} of Namur in summer 1695.",
            "1695-06-01/1695-08-31",
        ),
        ("It fought at Badajoz in 1705 as well as in the {siege} of Ciudad Rodrigo in 1706.", "1706-01-01/1706-12-31"),
        ("It fought in the {siege} of Badajoz, and was sent home in 1706.", "1706-01-01/1706-12-31"),
        ("The truce {collapsed} before the end of 1977.", "1977-01-01/1977-12-31"),
        ("The truce {collapsed} at the end of 1977.", "1977-09-01/1977-12-31"),
        ("Horsemen came on 6 March 1853, and within two days the city was {invested}.", "1853-03-06/1853-03-08"),
        # a day and the spell that the clause says it went on for
        ("The city fell on 29 May 1453. It was {looted} for three days.", "1453-05-29/1453-05-31"),
        ("On 2 November 1899 the line was cut. The town was {besieged} for 118 days.", "1899-11-02/1900-02-28"),
        ("On 22 January 1993 the army attacked and {captured} the bridge within three days.", "1993-01-22/1993-01-25"),
        ("On 5 May 1900 they {crossed} the river after waiting for two days.", "1900-05-05/1900-05-05"),
        ("The city fell on 29 May 1453. It was {looted} for almost three days.", "1453-05-29/1453-05-29"),
        # a date from which another is counted, a row of days, a counted day with its date behind it
        (
            "War broke out on 22 September 1980. In 1981 it stalled. The raid on the first day of the war failed. They {bombed} it. Next day they fled.",
            "1980-09-22/1980-09-22",
        ),
        (
            "The fighting broke out on 1 July 1863. On 2 July they held the hill. On the third day, they {stormed} it.",
            "1863-07-03/1863-07-03",
        ),
        ("They held out in 1863. On the third day, they {stormed} the hill.", "1863-01-01/1863-12-31"),
        (
            "They had landed in May 1915. The town was {shelled} on the first day of the invasion, 25 April 1915.",
            "1915-04-25/1915-04-25",
        ),
        # the years in which a war named in passing was fought date nothing that follows
        ("The treaty was unpopular. It recalled the 1921 Rising. Traders {fled} to the coast.", None),
        ("The battle was part of the 2022 invasion. Troops {crossed} the border.", "2022-01-01/2022-12-31"),
        ("On 8 May 1945 it ended. In the aftermath of the war, thousands {fled} to the west.", None),
        # a date behind a semicolon, or one that another clause opens with, is not this clause's
        ("On 10 June 1940, Italy {invaded}; twelve days later France surrendered.", "1940-06-10/1940-06-10"),
        ("They {arrived} on 9 July 1917 and on the 10th formally declared victory.", "1917-07-09/1917-07-09"),
        # a date at the end holds for both verbs of a subject
        ("The army {crossed} the river and took the town on 9 May 1900.", "1900-05-09/1900-05-09"),
        ("In 1899 it began. The army {withdrew}, and the rebels took the town on 9 May 1900.", "1899-01-01/1899-12-31"),
        ("They {invaded} it, setting up a state on 28 April 1920.", "1920-04-28/1920-04-28"),
        # the circumstance with which a sentence opens has a date of its own
        (
            "With the fall of the fort on 1 April 1865, he ordered a general {assault} on the town on 2 April.",
            "1865-04-02/1865-04-02",
        ),
        (
            "Encouraged by the landing in April 1915, the kingdom {joined} the allies and declared war on 23 May.",
            "1915-05-23/1915-05-23",
        ),
        ("After the fall of the port on 4 May 1900, the army {withdrew}.", "1900-05-04/1900-05-04"),
        # a noun lasts until the day on which its sentence lets it end; what began on a day with it does not
        ("The {siege} of the city began on 24 February 1807 and lasted until 20 May.", "1807-02-24/1807-05-20"),
        ("The crisis began on 23 August 1958 with {engagements} and lasted until 9 May.", "1958-08-23/1958-08-23"),
        ("The siege lasted from 3 to 9 May 1900. Then the siege ended in a {victory}.", "1900-05-09/1900-05-09"),
        # a battle that is named with its year; where an interval began or ended
        ("In the Battle of Kutná Hora (1421) he {defeated} the royal army.", "1421-01-01/1421-12-31"),
        ("He {fought} in the Battle of Grunwald (15 July 1410).", "1410-07-15/1410-07-15"),
        # the name of a happening has a year, and its deed days; what stands behind *and,* is of the next deed
        ("The 1964 Gabon {coup} was staged between 17 and 18 February 1964.", "1964-02-17/1964-02-18"),
        (
            "On 7 May 1763 he entered. He {withdrew} and, two days later, laid siege to the fort.",
            "1763-05-07/1763-05-07",
        ),
        (
            "On 3 May 1529 the siege began. After the first week of the siege, the garrison {attacked}.",
            "1529-05-03/1529-05-03",
        ),
        # a night attack is of no night that was told of before; a quoted name keeps its year
        (
            "He took Calcutta on 2 January 1757. After a night {attack} on the camp in February, he withdrew.",
            "1757-02-01/1757-02-28",
        ),
        (
            "On 25 May 1880 Galvez, the son of the hero of the 1866 “2 de Mayo” combat, {fired} on the boat.",
            "1880-05-25/1880-05-25",
        ),
        (
            "In the siege of Badajoz (16 March – 6 April 1812), also called the third siege, the British {took} the town.",
            "1812-03-16/1812-04-06",
        ),
        (
            "It lasted from 1963 to 1976. The war began with the {formation} of a front.",
            "1963-01-01/1963-12-31",
        ),
        (
            "From 18 April to 13 May 1944 it was shelled. They {abandoned} the ridge at this point.",
            "1944-05-13/1944-05-13",
        ),
        # what comes after a date of a month or more is at no date; after one of a day, at that day
        ("In June 1949 it fell. After the {loss} of the province, many fled.", None),
        ("On 5 June 1949 it fell. After some {fighting}, many fled.", "1949-06-05/1949-06-05"),
        # a later happening that is only named
        ("In November 1940 they signed the pact. They took part in the subsequent {invasion}.", None),
        # what follows a night is told at its day
        (
            "On 2 April 1865 they attacked. During the night, the fort fell. The general was {killed}.",
            "1865-04-02/1865-04-02",
        ),
        # a date at the end of a participle is its verb's where it is later than what is told, else the participle's
        (
            "On 6 June 1944 they landed. The city was {freed} by men led by Leclerc on 25 August.",
            "1944-08-25/1944-08-25",
        ),
        ("On 6 June 1944 they landed. They {attacked} a fort held by men since 3 May 1940.", "1944-06-06/1944-06-06"),
        # an aim of the subject has the date of its verb
        (
            "In December 1778 it fell. An attempt by French troops to {retake} it failed on 9 October 1779.",
            "1779-10-09/1779-10-09",
        ),
        # the end of a war is at no date of the narrative
        ("On 19 May 1916 they met. Only at the end of the war did the allies {break through}.", None),
        # verbs that share an auxiliary share a date
        ("On 28 May 1900 they came. Guns were {destroyed} or damaged on 29 May.", "1900-05-29/1900-05-29"),
        # a counted day that nothing dates lies somewhere in the narrative's month
        ("On 5 June 1949 they came. They {fled} on the seventh day.", "1949-06-01/1949-06-30"),
        # clauses that tell when
        ("When the republic fell in May 1918, they {declared} independence.", "1918-05-01/1918-05-31"),
        (
            "It made its first {invasion} of the North, when Lee crossed the river on September 5, 1862.",
            "1862-09-05/1862-09-05",
        ),
        ("The garrison {held out} until relief came on 3 April 1900.", "1900-04-03/1900-04-03"),
        ("It lasted from 6 April to 29 May 1453, when the city was {captured}.", "1453-05-29/1453-05-29"),
        (
            "From 28 February 1922 attacks went on, with {strikes} by the fleet starting on 3 March.",
            "1922-03-03/1922-03-03",
        ),
        # a year in parentheses that closes the clause, rather than a vague time
        ("Around this time, he {became} commander in Iberia (229 BC). It fell in 220 BC.", "-0229-01-01/-0229-12-31"),
        # a happening from which a date is counted
        ("On 3 September 1861, two days before he {arrived} in Richmond, it fell.", "1861-09-05/1861-09-05"),
        # a clause that opens with when has the date behind it, two participles share theirs
        ("When he {neared} the town, on January 9, 1863, he halted.", "1863-01-09/1863-01-09"),
        (
            "On 29 August 1922 a push resulted in troops {withdrawing} from the town and crossing the river on 9 November.",
            "1922-11-09/1922-11-09",
        ),
        # a date behind a relative clause that is closed is not that of the main clause
        ("On June 10, 1862, Smith, who had arrived on the 8th, {attacked} them.", "1862-06-10/1862-06-10"),
        # before a place is not before a time
        (
            "They marched on 3 May 1862. They arrived before Chattanooga on 7 June. They {attacked}.",
            "1862-06-07/1862-06-07",
        ),
        # between two days of a sentence, and in a whole war
        (
            "On 28 October 1776 they fought. Washington {retreated}, and the fort fell on 20 November.",
            "1776-10-28/1776-11-20",
        ),
        ("On 28 October 1776 they fought. During the war many were {killed}.", None),
        # the year of a name stands back behind a date, but not behind nothing
        ("On 3 May 1922 they {retook} it during the 1922 counteroffensive.", "1922-05-03/1922-05-03"),
        ("The base was {seized} by their forces during the 1914 annexation of the peninsula.", "1914-01-01/1914-12-31"),
        # where nothing was told before, a date further on in the sentence
        ("The kingdom was {established} by Charles on land that he conquered in 1271.", "1271-01-01/1271-12-31"),
        # what describes a thing dates nothing
        (
            "In 1921 they rose. They took part in the February and October revolutions. He {fled}.",
            "1921-01-01/1921-12-31",
        ),
        (
            "On 13 July 1793 he died. Danton, the leader of the August 1792 uprising, was {removed}.",
            "1793-07-13/1793-07-13",
        ),
        ("On 7 March 1917, in a night raid, the bridge was {taken}.", "1917-03-07/1917-03-07"),
        ("In May 1900 he came with the previous year's commanders. He {attacked}.", "1900-05-01/1900-05-31"),
        # a list of dates, the year of two verbs with one object, and of the last of two with their own
        ("They {stormed} it on 8, 9, 12, and 14 March 1704.", "1704-03-08/1704-03-14"),
        ("They came on 8 March 1704, and 14 March {saw} them go.", "1704-03-14/1704-03-14"),
        ("He won in 1187. They {besieged} and then took Acre in 1191.", "1191-01-01/1191-12-31"),
        ("He won in 1187. He {took} Acre and died in 1191.", "1187-01-01/1187-12-31"),
        # a season holds until the next is told
        ("He came in the spring of 1862. They {attacked}. On 2 June they left.", "1862-03-01/1862-05-31"),
        (
            "He came in the spring of 1862. It rained. It snowed. They {attacked}. In October they left.",
            "1862-03-01/1862-05-31",
        ),
        # a bound behind what happened does not move the clock, one before it does
        (
            "On 22 September 1980 they came. Eight raids struck it by 1 October. They {answered}.",
            "1980-09-22/1980-10-01",
        ),
        (
            "On 22 September 1980 they came. By 1 October eight raids struck it. They {answered}.",
            "1980-10-01/1980-10-01",
        ),
        # by when all must be done does not move the clock; a happening from which is counted has no date of its own
        ("They signed on 3 May 2008. All must be gone by the end of 2010. They {fired}.", "2008-05-03/2008-05-03"),
        ("On 10 August 1914 they came. They sailed just three days after the {ceasefire} came into force.", None),
        (
            "On 9 March 1848, three days after they rose and a week before he fled, he {sent} it.",
            "1848-03-09/1848-03-09",
        ),
        # a day said again in parentheses, in another zone or calendar
        ("On 25 October (7 November) 1917 they {stormed} the palace.", "1917-10-25/1917-10-25"),
        ("At 4:10 AM on June 9, 1994 (8:10 p.m., June 8 EST) it was {invaded}.", "1994-06-09/1994-06-09"),
        # a pluperfect alone in its text dates nothing else
        ("Spain {entered} the war for Minorca, which it had lost in 1704.", None),
        # counted from a happening that has its own date, and after one that lasted
        ("A week after the {landings} of 6 June 1944, the Germans struck.", "1944-06-06/1944-06-06"),
        ("A week after the landings of 6 June 1944, the Germans {struck}.", "1944-06-13/1944-06-13"),
        ("After a siege lasting from 5 May to 12 June 1758 the town {fell}.", "1758-06-12/1758-06-12"),
        ("After a {siege} lasting from 5 May to 12 June 1758 the town fell.", "1758-05-05/1758-06-12"),
        ("In December 1941 and the first months of 1942 Japan {conquered} it.", "1941-12-01/1942-04-30"),
        ("In May, and again in June 1982, aircraft {bombed} it.", "1982-05-01/1982-06-30"),
        ("It was 29 May 1814 before the British {attacked}.", "1814-05-29/1814-05-29"),
        ("William, victor of Hastings in 1066, {besieged} Exeter in 1068.", "1068-01-01/1068-12-31"),
        ("However, two weeks later on 7 May 2022, the city was {captured}.", "2022-05-07/2022-05-07"),
        ("On May 24, 2022 at 5:23 a.m., troops {crossed} the border.", "2022-05-24/2022-05-24"),
        ("In the autumn and winter of 1944 the Allies {advanced}.", "1944-09-01/1945-02-28"),
        # a day without a verb is no part of what was to be done in the sentence before
        ("On 6 May 2022 he said that they would push on.\n\n7 May\n\nThey {fled}.", "2022-05-07/2022-05-07"),
        ("{Attacks} on 18 June and 16 August 1855 were repulsed.", "1855-06-18/1855-08-16"),
        ("Nicholas I (r. 1825–1855) {occupied} the towns.", None),
        # the year of a name dates nothing else, unless it opens the sentence
        ("On 20 May 1793 a crowd {demanded} the Constitution of 1793.", "1793-05-20/1793-05-20"),
        ("It began in 1803. In the War of 1812 the fort was {taken}.", "1812-01-01/1812-12-31"),
        # a series of verbs shares the date of its last
        ("It began in 1470. The Turks {entered}, looted and burned Otranto in 1480.", "1480-01-01/1480-12-31"),
        # what ended was another thing
        (
            "Despite a fresh {offensive} in early 1993, the talks were concluded in August 1993.",
            "1993-01-01/1993-04-30",
        ),
        # a clause of when that opens its sentence moves the clock
        ("In 1455 York took London. When war broke out in 1459, he left. He {fled}.", "1459-01-01/1459-12-31"),
        # losses of an operation are not dated by a battle long past
        (
            "On 2 February 1971 Amin took power. In 1976 commandos raided Entebbe. Three men {died} during the operation.",
            "1976-01-01/1976-12-31",
        ),
        # where a relative clause ends that only says what had been made, or goes on behind a comma, nothing is dated by it
        ("He marched on Erivan, which was founded in 1604. He {burned} it.", None),
        ("The fort, which they lost in 1604, was old. They {attacked} Erivan.", None),
        # … as it is by one that tells what happened, the first date told or one within the year told; and by a clause with *when*
        ("He marched on Erivan, which capitulated in 1635. Tabriz was {occupied}.", "1635-01-01/1635-12-31"),
        (
            "In 66 AD they rose.\n\nThey joined others against Jerusalem, which fell in 66 AD. They {burned} it.",
            "0066-01-01/0066-12-31",
        ),
        ("He was eighty when the regiment mutinied in July 1857. He {seized} Arrah.", "1857-07-01/1857-07-31"),
        # how long after another deed something was done dates it elsewhere, unless a comma makes it a gloss
        ("The siege began in 1638. They {returned} fifteen years after their flight.", None),
        ("The siege began in 1638. They {regained} the town, fifteen years after its loss.", "1638-01-01/1638-12-31"),
        # a flashback that lends its month to the next day has not moved the clock
        (
            "On 15 October 1944 they rose. It said that peace had been signed on the 11th. They {seized} the hill. On the 16th he fled.",
            "1944-10-15/1944-10-15",
        ),
        # a winter that starves an army is no date, unless something happened in it; nor is a day counted to the day
        ("In 1916 a hard winter starved the army, and rebels {stormed} the fort.", "1916-01-01/1916-12-31"),
        ("In May 1916 they came. A hard winter followed, in which men {died}.", "1916-12-01/1917-02-28"),
        (
            "The siege was {lifted} on 15 August 718, twelve months to the day after it had begun.",
            "0718-08-15/0718-08-15",
        ),
        # for how many years something was so moves no clock; the turn of the year is ahead from its second half on
        (
            "On 19 January 1419 he came. It was his seat for the next thirty years. They {stormed} the fort.",
            "1419-01-19/1419-01-19",
        ),
        ("By Christmas 1418 they knew. Talks {opened} at the turn of the year.", "1419-01-01/1419-04-30"),
        # whose campaign of some years it was
        ("In May 1418 Paris fell. His 1417–1419 campaign {took} the towns.", "1417-01-01/1419-12-31"),
        # before a semicolon no day of what came after, but its year
        ("The army {besieged} it for ten weeks; the garrison yielded on 29 June 1756.", "1756-01-01/1756-12-31"),
        # months listed before an infinitive; many more who died have their own date
        ("Jews were {seized} in November and December 1944 to dig ditches.", "1944-11-01/1944-12-31"),
        ("In May 1944 thousands {died}, and many more perished in the spring of 1945.", "1944-05-01/1944-05-31"),
        # within the week that followed
        ("On 3 May 1659 he came. In the week that followed he {burned} it. On 9 May he fell.", "1659-05-03/1659-05-09"),
        ("In 1659 he came. In the year that followed he {burned} it.", "1660-01-01/1660-12-31"),
        ("The war, which lasted for years and {claimed} lives, ended. In 1998 it broke out.", None),
        # the days told in a clause with *when*, not the date before it
        (
            "It came in November 1655, when the Swedes {besieged} Homs from 18 to 27 November.",
            "1655-11-18/1655-11-27",
        ),
        # the last day told before *where*, though a colon opens a list
        (
            "Led by Joan, they took the towns in mid-June 1429, in turn: Jargeau on the 12th, where he was {seized}.",
            "1429-06-12/1429-06-12",
        ),
        # what is inserted about somebody dates neither his deed nor what follows
        (
            "The army fled on 18 October 1813. Poniatowski, made a marshal only the day before, {drowned} in a river.",
            "1813-10-18/1813-10-18",
        ),
        # what was done within a time is told on from the narrative's date
        ("On 3 July 1976 they landed. Within ninety minutes 102 hostages had been {rescued}.", "1976-07-03/1976-07-03"),
        ("On 3 July 1976 they landed. Within a week the rebels had {captured} Narva.", "1976-07-03/1976-07-10"),
        # until when something else lasted does not move the clock
        (
            "On 3 May 1900 they marched, and held the town until it was retaken on 8 May. They {fled}.",
            "1900-05-03/1900-05-03",
        ),
        # up to the bound that the paragraph goes on to state: from a day, and from its month in another paragraph
        ("On 14 May 1900 they landed. The siege {went on}.\n\nBy August it was over.", "1900-05-01/1900-05-31"),
        (
            "On 14 May 1900 they landed.\n\nThey {besieged} the port. By July it had fallen.",
            "1900-05-01/1900-07-31",
        ),
        ("On 14 May 1900 they landed. They {besieged} the port. By June it had fallen.", "1900-05-14/1900-06-30"),
        ("In May 1900 they landed. They {besieged} the port. By 1 June it had fallen.", "1900-05-01/1900-05-31"),
        # by the time that something was done, and after a part of a year or month, who knows how many days have gone by
        ("On 17 May 1900 it fell. By the time the rest {reached} the coast, it was dark.", "1900-05-17/1900-05-17"),
        ("In early 1950 he came. Afterward he {escaped} to the hills.", "1950-01-01/1950-12-31"),
        ("On 3 May 1950 he came. Afterward he {escaped} to the hills.", "1950-05-03/1950-05-03"),
        # what hangs on a happening at another time
        ("In May 1900 they signed. They took part in the later war, helping to {retake} the coast.", None),
        # the day of a claim
        ("On 2 May 1900 they met. Both sides made claims of {victory} on 5 May.", None),
        ("On 2 May 1900 they met. Both sides claimed the town after the {victory} on 5 May.", "1900-05-05/1900-05-05"),
        # a period that is spoken of again, against a point of it
        (
            "In May 1916 it fell. In July 1916 it was retaken.\n\nDuring this period, they {sank} a ship.",
            "1916-01-01/1916-12-31",
        ),
        ("In May 1916 it fell.\n\nDuring this period, they {sank} a ship.", "1916-05-01/1916-05-31"),
        # the clock goes on with a clause with when, and to the end of its sentence, but not to what is only foreseen or looked back on
        (
            "On the night of 5 May 1900 men came, and when guns opened on the morning of 6 May, they fled. Shots were {exchanged}.",
            "1900-05-06/1900-05-06",
        ),
        ("On 5 May 1900 they met Boyd, who took the fort on 9 May. They {withdrew}.", "1900-05-09/1900-05-09"),
        ("On 5 May 1900 they met Boyd, who had taken the fort on 3 May. They {withdrew}.", "1900-05-05/1900-05-05"),
        (
            "On 5 May 1900 few were left, and all would go when their terms expired at the end of June. They {fled}.",
            "1900-05-05/1900-05-05",
        ),
        ("On 5 May 1900 they stood, aware of the raid of the previous day. They {fled}.", "1900-05-05/1900-05-05"),
        ("On 5 May 1900 they read a letter dated 3 March 1899. They {fled}.", "1900-05-05/1900-05-05"),
        ("In 1776 they {resumed} the tactics of the previous year.", "1776-01-01/1776-12-31"),
        # so many months or years ahead
        ("On 15 April 1861 it fell. Over the next two months, three states {seceded}.", "1861-04-15/1861-06-15"),
        ("In May 1916 it fell. In the following two years the rebels {raided} the coast.", "1916-05-01/1918-05-31"),
        # what describes a subject has the date of its verb
        ("In June 1777 they came. A party sent to {seize} supplies was beaten in August.", "1777-08-01/1777-08-31"),
        # no day is counted from one of a year that the narrative has left
        ("On 3 May 1917 they came. In 1918 they left. Three weeks later, the town {fell}.", "1918-01-01/1918-12-31"),
        ("On 3 May 1917 they retook what was lost in 1915. Two days later, the town {fell}.", "1917-05-05/1917-05-05"),
        # what describes an argument is parted from the date of the verb, or goes on at it; a fort was built when it was
        (
            "In 1919 he rose. A treaty was {signed} with the country that would become a republic, at Lausanne on 24 July 1923.",
            "1923-07-24/1923-07-24",
        ),
        ("In 1782 war came. They {seized} a convoy sailing under escort in December 1779.", "1779-12-01/1779-12-31"),
        ("In 1782 war came. They {seized} the fort, built by the Dutch in 1642.", "1782-01-01/1782-12-31"),
        (
            "On 12 April 1912 they rose. The council, which ruled until one was elected on 15 April, {attacked} the town.",
            "1912-04-12/1912-04-12",
        ),
        # nouns before the verb have the date of its infinitive, too
        ("In May 1850 they rose. Under {attack}, they began to retreat in March 1851.", "1851-03-01/1851-03-31"),
        ("In May 1850 they rose. They {attacked} the town, which was to fall in March 1851.", "1850-05-01/1850-05-31"),
        # from a year onward; into the next month
        ("Fighting began in April 1995. From 1998 onward, they {raided} the coast.", "1998-01-01/1998-12-31"),
        ("In 1998 they met. All through June and into mid-July they {attacked} Pec.", "1998-06-01/1998-07-20"),
        # a parenthesis within a verb is of the verb, and the text goes on from there
        ("In 306 BC they fought. He overran Lydia, but was soon (301 BC) {isolated}.", "-0301-01-01/-0301-12-31"),
        (
            "In 306 BC they fought. He overran Lydia, but was soon (301 BC) isolated. He {fled}.",
            "-0301-01-01/-0301-12-31",
        ),
        # a relative clause that ends its sentence in the next year goes on; not what was still to come
        ("In 1806 he turned to Riga, which was besieged in 1807. The town was {reinforced}.", "1807-01-01/1807-12-31"),
        ("In 1806 he took Riga, which was to fall in 1807. The town was {reinforced}.", "1806-01-01/1806-12-31"),
        # a year of three digits before a preposition
        ("In 781 he was crowned. In 792 he rose, {advancing} in 793 against Asturias.", "0793-01-01/0793-12-31"),
        # the year of a battle within parentheses
        ("He was {captured} during the Battle of Cecora (Tutora; 1620) by the Turks.", "1620-01-01/1620-12-31"),
    ],
)
def test_date_of_an_event(marked, interval):
    assert date_of(marked) == interval


def test_the_content_of_a_dated_statement_has_not_its_date():
    marked = "On 3 April 2022, the ministry announced that its troops had {captured} the town."
    assert date_of(marked, statement=marked.index("announced")) is None
    marked = "On 18 April 2022, Kyiv claimed the {recapture} of Izium."
    assert date_of(marked, statement=marked.index("claimed")) is None


@pytest.mark.parametrize(
    ("text", "trigger", "interval"),
    [
        # done by saying so, and what is only told of
        ("On 14 October 2016 he proclaimed the dissolution of the house.", "dissolution", "2016-10-14/2016-10-14"),
        ("On 14 October 2016 he announced the capture of Kut.", "capture", None),
        # a clause that describes from what on something was so
        ("In June 2005 they voted for the first time since the coup that deposed the king.", "deposed", None),
        ("In June 2005 they joined the coup that deposed the king.", "deposed", "2005-06-01/2005-06-30"),
    ],
)
def test_the_date_of_a_statement_and_of_what_it_enacts(text, trigger, interval):
    at = text.index(trigger)
    (date,) = [event.date for event in extract(text).events if event.trigger.start == at]
    assert (f"{date.start}/{date.end}" if date else None) == interval


def test_what_is_told_by_the_hour_or_begins_has_the_date_of_the_statement():
    marked = "On 3 April 2022, officials announced about 18:00 that the island had come under {attack}."
    assert date_of(marked, statement=marked.index("announced")) == "2022-04-03/2022-04-03"
    marked = "Between 3 and 8 May 1942, reports indicate, or suggest that 900 men were {killed}."
    assert date_of(marked, statement=marked.index("indicate")) == "1942-05-03/1942-05-08"
    marked = "Between 3 and 8 May 1942, the rebels claimed that 900 men were {killed}."
    assert date_of(marked, statement=marked.index("claimed")) is None
    marked = "On 17 October 2016, he announced the start of the {operation}."
    assert date_of(marked, statement=marked.index("announced")) == "2016-10-17/2016-10-17"


def test_the_lead_of_a_battle_goes_on_to_how_it_came_to_that():
    text = "The Battle of X, fought on 13 August 1704, was a battle of a war. They {won}.\nThe duke {marched} south. He {met} them."
    marked = [
        text.replace("{marched}", "marched").replace("{met}", "met"),
        text.replace("{won}", "won").replace("{met}", "met"),
    ]
    assert [date_of(m, title="Battle of X") for m in marked] == ["1704-08-13/1704-08-13", "1704-01-01/1704-12-31"]
    fought = text.replace("{won}", "won").replace("{marched}", "marched")
    assert date_of(fought, title="Battle of X", fights=True) == "1704-08-13/1704-08-13"
    assert date_of(marked[1].replace("The duke", "== Prelude ==\n\nThe duke"), title="Battle of X") is None


def test_what_came_before_may_lie_in_the_year_of_the_title():
    text = (
        "== Prelude ==\n\nOn 5 December 1963 they resigned.\n\nIn late October he asked the army to {quell} a revolt."
    )
    lead, end = "The 1964 coup was a coup by the army.\n\n", "\n\n== Aftermath ==\n\nOn 29 July 1965 he was killed."
    assert date_of(lead + text + end, title="1964 Bolivian coup") == "1964-10-21/1964-10-31"
    assert date_of(text + end, title="Bolivian coup") == "1963-10-21/1963-10-31"


def test_losses_that_a_section_sums_up_have_its_days():
    text = "They left.\n== First battle ==\nOn 2 May 1900 they came. On 3 May they fled. In all, 900 men were {killed}."
    assert date_of(text, loss=True) == "1900-05-02/1900-05-03"
    text = (
        "On 2 May 1900 they came. On 3 May they fled.\n\nIn total, 30 guns fell. Officials said 900 men were {killed}."
    )
    assert date_of(text, loss=True) == "1900-05-02/1900-05-03"
    text = "On 2 May 1900 they came. On 3 May they fled. In the aftermath of the war, 900 families {fled}."
    assert date_of(text, loss=True) is None


def test_a_day_in_a_heading_holds_through_its_section():
    text = "== 2 July 2021 ==\nIt rained. It snowed. It froze.\n\nMen {left}.\n== 19 July 2021 ==\nThey came."
    assert date_of(text, title="War of X") == "2021-07-02/2021-07-02"


def test_what_came_after_lies_between_the_years_of_the_heading_and_the_next():
    text = "They won in 490 BC.\n== Between the wars (490–480 BC) ==\n=== Persia ===\nAfter the defeat he {armed}, but in 486 BC died."
    assert date_of(text) == "-0490-01-01/-0486-12-31"
    assert date_of("It fell in May 1900. After the defeat he {armed}, but in 1904 died.") is None


def test_a_paragraph_without_a_date_goes_back_to_its_heading():
    text = "== September 1980: invasion ==\nIt began. In November they halted.\n\nThe army {advanced} fast.\n== 1981 ==\nIn March 1981 it ended."
    assert date_of(text, title="War of X") == "1980-09-01/1980-09-30"


@pytest.mark.parametrize(
    ("title", "interval"),
    [("2016 Quetta college attack", "2016-10-24/2016-10-24"), ("Quetta", "2016-01-01/2016-12-31")],
)
def test_an_attack_whose_day_the_first_sentence_tells_has_its_losses(title, interval):
    text = "On 24 October 2016, three men carried out an attack on the college.\n\nAttack\n\nThey came at noon.\n\nTwelve men were {killed}."
    assert date_of(text, title, loss=True) == interval


def test_what_came_before_an_hours_deed_may_be_of_its_day():
    assert (
        date_of("On 3 May 1922 it rained. They entered at 8:45 p.m. before {seizing} ten men.")
        == "1922-05-03/1922-05-03"
    )
    assert date_of("They entered on 3 May 1922 before {seizing} ten men.") is None


def test_a_battle_of_a_year_has_it_where_nothing_finer_is_told():
    lead = "The Battle of the Kalka River, fought in 1223, was the first of its kind.\n"
    assert date_of(lead + "== Background ==\nThey {defeated} the Cumans.") is None
    assert date_of(lead + "== The battle ==\nThe Cumans {fled}.") == "1223-01-01/1223-12-31"
    assert date_of("The khan had come in 1223.\n== The battle ==\nThe Cumans {fled}.") is None
    told = (
        "The siege of Homs in May 1237 began it all.\n== Before ==\nIn 1237 he came.\n== The siege ==\nMen {attacked}."
    )
    assert date_of(told) == "1237-05-01/1237-05-31"


def test_a_paragraph_that_opens_with_an_earlier_date_goes_on_from_it():
    told = "In February 2021 Min seized power.\n\nIn January 1971, Amin took control. "
    assert date_of(f"{told}Obote {{fled}} to Kenya.") == "1971-01-01/1971-01-31"
    assert date_of(f"{told}\n\nObote {{fled}} to Kenya.") is None
    assert date_of(f"{told.replace('took', 'had taken')}Obote {{fled}} to Kenya.") == "2021-01-01/2021-12-31"


def test_what_follows_a_year_that_was_left_lies_between_it_and_the_end_of_what_the_heading_names():
    text = "Between the wars (490–480 BC)\n\nIn 486 BC Egypt revolted. Xerxes crushed it.\n\nThe Thebans {defected}."
    assert date_of(text) == "-0486-01-01/-0480-12-31"
    assert date_of(f"{text}\n\nAftermath\n\nIt ended.") == "-0486-01-01/-0480-12-31"
    assert date_of(text.replace("The Thebans", "Aftermath\n\nThe Thebans")) is None


def test_a_part_of_a_section_is_told_under_the_heading_of_the_whole():
    told = "In 1852 he rose.\n=== The fort ===\nIt rained.\n\nMen {attacked} it."
    assert date_of(f"== Rise (1850–1857) ==\n{told}") == "1852-01-01/1857-12-31"
    assert date_of(f"== Rise (1850–1857) ==\n{told.replace('===', '==')}") is None


def test_a_section_that_begins_before_the_date_told_last_does_not_have_it():
    lead = "Angola was at war from 1975 to 2002.\n== History ==\n"
    assert date_of(lead + "The Bantu {founded} many realms. In 1484 ships came.") is None
    assert date_of(lead + "The rebels {founded} a camp. In 2003 they left.") == "1975-01-01/2002-12-31"


def test_items_of_a_list_tell_no_days_of_the_section_they_precede():
    text = "* Smoke over the mall on 23 May 1900\n* Date 21–24 May 1900\n\nOn 21 May 1900 men attacked. Ten were {killed} during the siege."
    assert date_of(text, loss=True) == "1900-05-21/1900-05-21"


def test_losses_go_on_with_the_sum_of_them():
    text = (
        "Lasting from 5 April 1992 to 29 February 1996, it was long.\n\nOn 2 May 1992 they came. A total of 900 men "
        "died during the siege. The army {lost} 300."
    )
    assert date_of(text, title="Siege of X", loss=True) == "1992-04-05/1996-02-29"
    text = "Lasting from 5 April 1992 to 29 February 1996, it was long.\n\nTroops {encircled} the town."
    assert date_of(text, title="Siege of X") is None


def test_what_is_demanded_stands_at_the_date_of_the_demand():
    marked = "On 3 April 1922, the ministry demanded that the rebels {withdraw}."
    assert date_of(marked, statement=marked.index("demanded"), status="planned") == "1922-04-03/1922-04-03"


def test_what_still_goes_on_has_the_date_of_the_statement():
    marked = "On 4 April 2022, the paper reported that fighting {continued} near the town."
    assert date_of(marked, statement=marked.index("reported")) == "2022-04-04/2022-04-04"
    marked = "On 13 May 2022, the paper reported that troops were being moved and {sent} to other fronts."
    assert date_of(marked, statement=marked.index("reported")) == "2022-05-13/2022-05-13"


def test_a_pluperfect_steps_back_behind_the_narrative():
    assert date_of("On 3 May 1900 they marched. The town had {fallen}.", background=True) is None
    assert date_of("On 3 May 1900 they marched. By now, the town had {fallen}.", background=True) is not None


def test_a_title_states_a_year_beside_its_era():
    assert date_of("By May, the wall was {breached}.", title="Siege of Jerusalem (70 CE)") == "0070-05-01/0070-05-31"
    assert date_of("In May the town was {taken}.", title="Siege of Plataea (429 BC)") == "-0429-05-01/-0429-05-31"
    assert date_of("By May, the wall was {breached}.", title="Route 70") is None
    # … and dates nothing by itself
    assert date_of("Troops {advanced} from the north.", title="Battle of X (2022)") is None


@pytest.mark.parametrize(
    ("marked", "interval"),
    [
        # a new paragraph: the month, or the year where the narrative goes on in another month
        ("On 3 May 1900 they marched.\nThey {attacked} the town.", "1900-05-01/1900-05-31"),
        # … but its year only, where the paragraph goes back in that, and nothing where it goes back farther
        ("On 9 November 1914 they met.\nHe {raided} the coast. In early November, he left.", "1914-01-01/1914-12-31"),
        ("On 9 November 1914 they met.\nHe {raided} the coast. On 3 November, he left.", "1914-11-01/1914-11-30"),
        # … but not what is told after that, nor what comes before a date of another year
        ("On 3 May 1900 they marched.\nThey rested.\nThey {attacked} the town.", "1900-01-01/1900-12-31"),
        ("On 3 May 1900 they marched.\n\n== After ==\n\nThey {attacked} the town.", "1900-01-01/1900-12-31"),
        ("On 3 May 1900 they marched.\nThey {attacked} the town.\nIn March 1902 they left.", None),
        ("On 3 May 1900 they marched.\nThey {attacked} the town. They had left it in 1898.", "1900-05-01/1900-05-31"),
        ("On 3 May 1900 they marched.\nHe at once {raised} an army. In March 1902 they left.", "1900-01-01/1900-12-31"),
        ("On 30 December 1900 they marched.\nThey {attacked}.\nOn 9 January 1901 they left.", "1900-12-01/1900-12-31"),
        ("On 3 May 1900 they marched.\nThey {attacked} the town.\nOn 9 July they left.", "1900-01-01/1900-12-31"),
        # but not where that comes within a month
        ("On 11 March 1975 they fled.\nThey were {shelled}.\nOn 1 April it was over.", "1975-03-01/1975-03-31"),
        # the year of the day that was just told does not move the narrative
        (
            "It was hit on 13 March 2022 in the war that began in 2022. Some 40 men were {killed}.",
            "2022-03-13/2022-03-13",
        ),
        # from day to day the day holds
        ("On 3 May 1900 they marched.\nThey {attacked} the town.\nOn 5 May they left.", "1900-05-03/1900-05-03"),
        ("On 3 May 1900 they marched.\nThey {attacked} the town.\nIt fell on the same day.", "1900-05-03/1900-05-03"),
        # the day of the battle holds while it is told
        (
            "The Battle of X was fought on 3 May 1900.\n== Battle ==\nAt 10:00 they marched.\nThey rested.\nThey {attacked}.",
            "1900-05-03/1900-05-03",
        ),
        # told by the hour it holds through its paragraph; months in a war do not hold days
        (
            "On 3 May 1900 they marched. It rained. It snowed. At noon it froze. Men fell. They {attacked}.",
            "1900-05-03/1900-05-03",
        ),
        (
            "On 3 May 1900 they marched. It rained. It snowed. It froze. Men fell. They {attacked}.",
            "1900-05-01/1900-05-31",
        ),
        # a month fades to its year where the next date is far ahead, a year is gone where another follows
        (
            "In May 1900 they rose. It rained. It snowed. They {attacked}. In December 1901 it ended.",
            "1900-01-01/1900-12-31",
        ),
        ("In May 1900 they rose. They {attacked}. In June 1900 it ended.", "1900-05-01/1900-05-31"),
        ("In May 1900 they took Lund.\n\nThey {attacked} Kiel. On 24 August 1900 they left.", "1900-01-01/1900-12-31"),
        ("In May 1900 they took Lund.\n\nThey {attacked} Kiel. On 24 May they left.", "1900-05-01/1900-05-31"),
        ("In 1900 they rose.\nThey {attacked}. In 1902 it ended.", None),
        ("In 1900 they rose.\nThey {attacked}. In May 1900 it ended.", "1900-01-01/1900-12-31"),
        ("In 1900 they rose.\nThey {attacked}.", "1900-01-01/1900-12-31"),
        ("In late 1900 they rose.\nThey {attacked}.", "1900-09-01/1900-12-31"),
        # the date in the phrase of a noun, unless its clause says more
        (
            "In 1780 they took Pondicherry, and the war ended with the 1784 {Treaty} of Mangalore.",
            "1784-01-01/1784-12-31",
        ),
        ("In 1801 he left. After the March 1944 {raid} on Ploiesti the refinery closed.", "1944-03-01/1944-03-31"),
        ("The 1525 {siege} of Pavia began in October.", "1525-10-01/1525-10-31"),
        ("Algeria became free in 1962 after the March 1962 {agreement} of Evian.", "1962-03-01/1962-03-31"),
        # a war that is named with its year where a sentence opens
        ("In the Fante War of 1811, they sought help. They {defeated} him.", "1811-01-01/1811-12-31"),
        # on the way to a date in another year, a month is left behind
        ("In May 1900 they rose. It rained. It snowed. It froze. They {attacked}. In May 1901 it ended.", None),
        ("In May 1900 they rose. It rained. It snowed. It froze. They {attacked}.", "1900-05-01/1900-05-31"),
        # for the winter one retires, it does not come; a pluperfect later than the narrative is no flashback
        (
            "In 1415 they landed. Instead of leaving for the winter, they marched. They {attacked}.",
            "1415-01-01/1415-12-31",
        ),
        ("They came in AD 43. The tribe had rebelled in AD 47. The governor {defeated} it.", "0047-01-01/0047-12-31"),
        ("They came in AD 43. The tribe had rebelled in AD 37. The governor {defeated} it.", "0043-01-01/0043-12-31"),
        # a decade holds until a year is told
        # what came after it has not the day of what it followed
        ("On 4 October 1967 they shelled the town for eight days, before ten boats {crossed} the river.", None),
        (
            "On 4 October 1967 they shelled the town, before they {crossed} the river on 9 October.",
            "1967-10-09/1967-10-09",
        ),
        # nor is at its date what never happened, would later, or did in the years after
        ("On 22 May 1970 a bus was hit. The attackers were never {caught}.", None),
        ("On 22 May 1970 a bus was hit. They would later {capture} two more.", None),
        ("In 382 BC they came. In the years after the coup, the exiles {regrouped}.", None),
        ("On 1 May 1869 it fell. He fought for a day before he was {killed}.", "1869-05-01/1869-05-01"),
        ("On 1 May 1869 it fell. He fought for more than a year before he was {killed}.", None),
        ("It was founded in 1818. It was {attacked} twice in the decades that followed.", None),
        ("On 22 May 1970 a bus was hit. They {raised} an army, a thing never done before.", "1970-05-22/1970-05-22"),
        # what came of it many years later does not move the clock
        (
            "In October 1967 they came. They {shot} ten men. He apologized thirty-five years later.",
            "1967-10-01/1967-10-31",
        ),
        (
            "A bus was hit on 22 May 1970, and a man died of his wound 44 years later. Two rockets were {fired}.",
            "1970-05-22/1970-05-22",
        ),
        ("In the winter of 379 BC he came back. They {surrounded} the fort.", "-0379-12-01/-0378-02-28"),
        ("In the winter of 379 BC he came back.\nThey {surrounded} the fort.", "-0379-01-01/-0379-12-31"),
        # … nor does the complement of a pluperfect move the clock
        (
            "From 11 May to 13 July 1573 they held out, whose zeal had begun waning the summer before. They {fired}.",
            "1573-05-11/1573-07-13",
        ),
        ("In the 1640s they rose. They {defeated} him.", "1640-01-01/1649-12-31"),
        # a finer date in a relative clause is where the narrative goes on
        (
            "The beginning of 1906 saw talks after a bomb that went off on 22 February 1906. A mosque was {damaged}.",
            "1906-02-22/1906-02-22",
        ),
        # what lasted, and what came in the following days
        ("In 1443 a revolt broke out, which lasted until 1479. He {defeated} two armies.", "1443-01-01/1479-12-31"),
        (
            "On 1 March 1914 they voted. In the following days, the bases were {surrounded}. On 18 March it ended.",
            "1914-03-01/1914-03-18",
        ),
        # the morning after a night
        ("On 29 August 1862 they met. That night it rained. In the morning they {attacked}.", "1862-08-30/1862-08-30"),
        # hours later it is still that day
        ("On 3 May 1900 they marched.\n\nHours later, the town was {seized}.", "1900-05-03/1900-05-03"),
        # what had gone on before does not move the narrative
        ("On 3 May 1900 they marched. In the past year they had raided it. They {attacked}.", "1900-05-03/1900-05-03"),
        # a day holds only for its own sentence where the next date is months ahead …
        ("On 5 April 1622 he sailed. He {assembled} an army.\nOn 25 March 1624 he left.", "1622-01-01/1622-12-31"),
        ("On 23 October 1642 they met. They {withdrew} to Oxford. In 1643 they came.", "1642-01-01/1642-12-31"),
        ("From 3 to 9 May 1642 they fought. They {took} Lund. In 1644 they came.", "1642-01-01/1642-12-31"),
        # … not where it is told by the hour, nor where it is near or unknown
        ("On 5 April 1862 they met. At about 2:30 p.m. they {fled}. In May 1863 it fell.", "1862-04-05/1862-04-05"),
        ("On 5 April 1622 he sailed. He {assembled} an army. On 9 May he left.", "1622-04-05/1622-04-05"),
        ("On 5 April 1622 he sailed. He {assembled} an army.", "1622-04-05/1622-04-05"),
        # what is told by the hour goes on in another paragraph, and in a section that begins with an hour
        ("On 3 May 1900 they marched. At noon they met.\nThey {fled}.", "1900-05-03/1900-05-03"),
        ("On 3 May 1900 they marched.\n\n== Lund ==\n\nThey {fled}. At 2 p.m. they met.", "1900-05-03/1900-05-03"),
        ("On 3 May 1900 they marched.\n\n== Lund ==\n\nThey {fled}. On 7 May they met.", "1900-05-01/1900-05-31"),
        # what begins early in a month or year goes on into the rest of it, unless the next date is near
        ("In early August 1757 he besieged it. They {withdrew}.", "1757-08-01/1757-08-31"),
        ("At the beginning of 1757 he came. He {freed} Lund. In May 1758 he left.", "1757-01-01/1757-12-31"),
        ("In early August 1757 he besieged it. They {withdrew}. On 12 August he left.", "1757-08-01/1757-08-10"),
        ("In late August 1757 he besieged it. They {withdrew}.", "1757-08-21/1757-08-31"),
        # a paragraph of what came meanwhile stands at the date before it, but not where it goes back
        (
            "In 1459 he refused. Envoys came.\nMeanwhile, he {set} an ambush.\nIn 1462 he crossed.",
            "1459-01-01/1459-12-31",
        ),
        ("In 1459 he refused. Envoys came.\nHe {set} an ambush.\nIn 1462 he crossed.", None),
        ("In 1459 he refused.\nMeanwhile, he had {set} an ambush in vain.\nIn 1450 he had crossed.", None),
        # under a heading that is a year what no date tells has that
        (
            "== 1811 ==\n\nOn 31 July 1811 he fell.\nThey {left} Almeida.\n\n== 1812 ==\n\nIn 1812 he came.",
            "1811-01-01/1811-12-31",
        ),
        ("== 1813 ==\n\nAfter taking the forts, they {invested} it. It fell in May.", "1813-01-01/1813-12-31"),
        ("== 1813 ==\n\nIt fell in September. It rained. It snowed. They {fled} into France.", "1813-01-01/1813-12-31"),
        ("== War ==\n\nIt fell in September 1813. It rained. It snowed. They {fled}.", "1813-09-01/1813-09-30"),
        # what was not done until a day was done then
        (
            "On 22 September 1415 it fell. They did not leave until 8 October. They {marched} on.",
            "1415-10-08/1415-10-08",
        ),
        (
            "On 22 September 1415 it fell. They stayed there until 8 October. They {marched} on.",
            "1415-09-01/1415-09-30",
        ),
        ("On 24 July 1863 they fought. Some did not return until the next day. They {fled}.", "1863-07-24/1863-07-24"),
        # the next day is not counted from the morning until which something lasted
        (
            "On 16 June 1815 they fled. Some stayed until the following morning.\nThe next day he {withdrew}.",
            "1815-06-17/1815-06-17",
        ),
        # the day behind the name of a battle goes on from a year, not from a day, nor back
        ("In 1643 they came.\nThey won at Elm (2 July 1644). They {took} York.", "1644-07-02/1644-07-02"),
        (
            "On 9 May 1643 they came. They won at Elm (2 July 1643). They {took} York. They left on 12 May.",
            "1643-05-09/1643-05-09",
        ),
        ("In 1643 they came, as he had won at Elm (2 July 1640). They {took} York.", "1643-01-01/1643-12-31"),
        # between two days of other months, both; within one, that
        (
            "On 8 August 1356 they left. It rained.\nThey {burned} Tours.\nOn 19 September they met.",
            "1356-08-08/1356-09-19",
        ),
        (
            "On 8 August 1356 they left. It rained.\nThey {burned} Tours.\nOn 19 August they met.",
            "1356-08-01/1356-08-31",
        ),
        # a bound is that of what came after a day, not the next day nor months later; a month holds
        ("On 3 May 1900 they came. They {took} Lund. By 9 May it was over.", "1900-05-03/1900-05-09"),
        ("On 3 May 1900 they came. They {took} Lund. By the next day it was over.", "1900-05-03/1900-05-03"),
        ("On 3 May 1900 they came. They {took} Lund. By August it was over.", "1900-05-01/1900-05-31"),
        ("In May 1900 they came. They {took} Lund. By mid-August it was over.", "1900-05-01/1900-05-31"),
        ("On 3 May 1900 they came. They {took} Lund. By 1903 it was over.", "1900-01-01/1900-12-31"),
        # other things than those that a verb lists: a new clause
        ("It was {signed} on 18 June 2013, however on 26 September they left.", "2013-06-18/2013-06-18"),
        # what followed another thing has not the date of that
        (
            "After the bankruptcy in 1876 followed by a {revolt} under the Mahdi in 1881, he left.",
            "1881-01-01/1881-12-31",
        ),
        # what came before begins without a date
        ("It was fought on 3 May 1900.\n== Background ==\nThe rebels {seized} the town.", None),
    ],
)
def test_how_long_a_day_holds(marked, interval):
    assert date_of(marked, title="War of X") == interval


def test_where_a_battle_is_told_a_day_holds_to_the_next_in_its_section():
    text = (
        "On 3 May 1900 they marched.\nIt rained. It snowed. It froze.\nThey {attacked}. It rained.\nOn 4 May they fled."
    )
    assert date_of(text, title="Battle of X") == "1900-05-03/1900-05-03"
    assert date_of(text, title="War of X") == "1900-05-03/1900-05-03"
    assert date_of(text + " On 9 June 1902 they made peace.", title="War of X") is None
    assert date_of("== May 1900 ==\n" + text, title="War of X") == "1900-05-01/1900-05-31"


BATTLE = "The Battle of X was fought from 3 to 9 May 1900.\nOn 4 May they marched. On 20 May they fled."


@pytest.mark.parametrize(
    ("marked", "interval"),
    [
        ("\n== Aftermath ==\nThe army {lost} 900 men.", "1900-05-03/1900-05-09"),
        ("\nDuring the fighting, 900 men were {killed}.", "1900-05-03/1900-05-09"),
        ("\n== Aftermath ==\nOn 21 May ten more were {killed}.", "1900-05-21/1900-05-21"),
        ("\nTen men were {killed}.", "1900-05-01/1900-05-31"),
    ],
)
def test_losses_of_the_whole_battle_have_its_days(marked, interval):
    assert date_of(BATTLE + marked, title="Battle of X", loss=True) == interval


def test_a_stated_bound_closes_the_interval():
    text = "On 13 January 1951 they marched. They {attacked} the town. By 16 January, they withdrew."
    assert date_of(text) == "1951-01-13/1951-01-16"


@pytest.mark.parametrize(
    ("marked", "interval"),
    [
        # Not so far: another paragraph, or the fourth sentence.
        ("In May 1868 they came.\nThey {burned} the forts. In November 1868 others came.", "1868-01-01/1868-12-31"),
        ("In May 1868 they came.\nThey {burned} the forts. In November 1869 others came.", None),
        (
            "In May 1868 they came. It rained. It rained. It rained. They {burned} the forts. In November 1870 it fell.",
            None,
        ),
        ("In May 1868 a fleet came. It {shelled} the forts. In November 1869 others came.", "1868-05-01/1868-05-31"),
        (
            "In the spring of 323 BC the cities revolted. He {sent} Cleon. The cities submitted in 321 BC.",
            "-0323-03-01/-0323-05-31",
        ),
    ],
)
def test_a_month_or_season_holds_for_the_next_sentences_however_far_the_next_date(marked, interval):
    assert date_of(marked) == interval


@pytest.mark.parametrize(
    ("marked", "interval"),
    [
        ("On 3 May 1809 they met. Hours later they {attacked} the town.", "1809-05-03/1809-05-03"),
        ("On 3 May 1809 they met. Two days later they {attacked} the town.", "1809-05-05/1809-05-05"),
        ("On 3 May 1809 they met. A few days later they {attacked} the town.", "1809-05-01/1809-05-31"),
        ("In May 1809 they met. Some months later they {attacked} the town.", "1809-01-01/1809-12-31"),
        ("In May 1809 they met. Several years later they {attacked} the town.", None),
        ("In May 1809 he fell ill. He recovered and the following year {took} the town.", "1810-01-01/1810-12-31"),
        ("On 3 May 1809 they met. A year later sergeants {stormed} the palace.", "1810-01-01/1810-12-31"),
        (
            "On 3 May 1809 they met. In the weeks that followed, dozens were {arrested}. On 2 June they fled.",
            "1809-05-03/1809-06-02",
        ),
        ("On 6 March 1645 he won. The town {held} out, and in December he left.", "1645-01-01/1645-12-31"),
        # Not where the sequel may lie within the day, nor where the next clause has it.
        ("On 3 May 1809 they met. Soon afterwards the town {fell}.", "1809-05-03/1809-05-03"),
        ("On 3 May 1809 they met and {burned} the mill, but a few weeks later left it.", "1809-05-03/1809-05-03"),
        (
            "On 3 May 1809 they rose. The revolt {spread} during the following weeks. On 9 August it ended.",
            "1809-01-01/1809-12-31",
        ),
        (
            "In May 1809 they rose. The revolt {spread} in the weeks after the raid. In 1810 it ended.",
            "1809-05-01/1809-05-31",
        ),
        ("In the weeks after the raid of 3 May 1809 the revolt {spread}.", "1809-05-03/1809-05-03"),
        ("On 3 May 1809 they rose. In the weeks after the raid the revolt {spread}.", "1809-05-01/1809-05-31"),
        ("On 3 May 1809 they rose. In the weeks before the raid the revolt {spread}.", None),
        ("On 3 May 1809 they met, but a few days later {left} the town.", "1809-05-01/1809-05-31"),
        ("On 3 May 1809 they met. The following week they {left} the town.", "1809-05-10/1809-05-10"),
        ("On 3 May 1809 they met. Over the following week they {burned} ten mills.", "1809-05-03/1809-05-10"),
        (
            "They were driven out in the spring of 1656 but came back a few months later and {burned} the town.",
            "1656-01-01/1656-12-31",
        ),
        ("On 3 May 1809 they met, but several years later he {left} the town.", None),
        ("On 3 May 1809 they met. They {took} the town after a two months' siege.", "1809-01-01/1809-12-31"),
        ("On 3 May 1809 they met. After ten months of fighting they {took} the town.", "1809-01-01/1809-12-31"),
        ("On 3 May 1809 they met. They took the town after a three-month {siege}.", "1809-05-03/1809-05-03"),
        ("On 3 May 1809 they met. The town {fell} after a siege of five years.", None),
        ("On 10 June 1811 it was lifted. He was {killed} within a month of the siege.", "1811-06-01/1811-06-30"),
        (
            "On 10 June 1811 it began. It led to the {fall} of the fort and, within weeks, of the town.",
            "1811-06-10/1811-06-10",
        ),
        ("On 9 January 1127 it fell. They {looted} it for several weeks.", "1127-01-01/1127-01-31"),
        ("On 9 January 1127 it fell. They {looted} it for several hours.", "1127-01-09/1127-01-09"),
        ("In March 1939 the city fell. Thousands were {executed} in the years after the war.", None),
        (
            "In March 1939 the city fell. Thousands were {executed} in the days after the battle.",
            "1939-03-01/1939-03-31",
        ),
    ],
)
def test_what_came_some_time_later_has_not_the_day_of_the_narrative(marked, interval):
    assert date_of(marked) == interval


@pytest.mark.parametrize(
    ("marked", "interval"),
    [
        # Not: a date of another clause, before the year, or behind a comma and what it was after.
        ("In 1770 he {beat} the Tatars, and on 1 August he crossed the river.", "1770-01-01/1770-12-31"),
        ("In 1770 he {beat} the Tatars after 18 July.", "1770-01-01/1770-12-31"),
        ("In 1770 he {beat} the Tatars at Larga on 18 July.", "1770-07-18/1770-07-18"),
        # A relative clause without a comma, if it goes on; not one that looks back.
        (
            "In May 1218 they dug in. A force that crossed the river on 9 June was {driven} off.",
            "1218-06-09/1218-06-09",
        ),
        ("In May 1218 they dug in. A force that was raised on 9 April was {driven} off.", "1218-05-01/1218-05-31"),
        # Nobody's deeds go on from his birth.
        ("He was born on 2 February 1876 in Viborg. He {joined} the cavalry.", None),
        ("In 1870 they came. A son was born in 1871. They {left} the town.", "1870-01-01/1870-12-31"),
        ("Born in Lyon in 1764, he {joined} the cavalry.", None),
        ("Born in Lyon, he {joined} the cavalry in 1781.", "1781-01-01/1781-12-31"),
        ("Born in Lyon, he joined the cavalry in 1781. He {defended} the town.", "1781-01-01/1781-12-31"),
        # A finer date in the clause with *when*; a verb that is parted from its own by the next clause.
        ("The war began in 1857 when the sepoys {mutinied} on 10 May.", "1857-05-10/1857-05-10"),
        ("The war began in 1857 when the sepoys {mutinied} after 10 May.", "1857-01-01/1857-12-31"),
        (
            "In 1955 they rose. {Negotiations} began in 1961 and the following March the accords were signed.",
            "1961-01-01/1961-12-31",
        ),
        # What answers something goes on from its month.
        ("In May 1900 they rose. Later they {burned} the town. In 1903 it ended.", "1900-01-01/1900-12-31"),
        ("In May 1900 they rose. In reprisal troops {burned} the town. In 1903 it ended.", "1900-05-01/1900-05-31"),
    ],
)
def test_the_finer_date_of_a_clause_and_the_relative_that_goes_on(marked, interval):
    assert date_of(marked) == interval


@pytest.mark.parametrize(
    ("marked", "interval"),
    [
        ("On 5 October 1912 they declared war. The army had {crossed} the frontier.", None),
        (
            "On 5 October 1912 they declared war. Within days the army had {crossed} the frontier.",
            "1912-10-01/1912-10-31",
        ),
        ("In March 1939 the city fell. Half of its people had {fled} by then.", "1939-03-01/1939-03-31"),
    ],
)
def test_a_pluperfect_at_the_narratives_date(marked, interval):
    assert date_of(marked, background=True) == interval


def test_a_section_with_the_name_of_the_battle_begins_on_its_day():
    text = "The Battle of X was fought on 14 June 1742.\n\n== Prelude ==\n\nOn 12 June they met.\n\n== {} ==\n\n{}"
    attacked, noon = "The guns {opened fire} on the village.", "Around noon the left {attacked} the village."
    assert date_of(text.replace("== {}", "== Battle").replace("{}", attacked)) == "1742-06-14/1742-06-14"
    assert date_of(text.replace("== {}", "== Battle").replace("{}", noon)) == "1742-06-14/1742-06-14"
    assert date_of(text.replace("== {}", "== Skirmish at Y").replace("{}", attacked)) == "1742-01-01/1742-12-31"


@pytest.mark.parametrize(
    ("marked", "interval"),
    [
        # Not the date with which the next clause begins, nor that of a verb of its own, nor of another noun, nor a bound.
        ("He {took} Reval on 3 May 1710, and on 5 May the fleet sailed.", "1710-05-03/1710-05-03"),
        ("He {took} Reval on 3 May 1710 and Narva surrendered on 5 May.", "1710-05-03/1710-05-03"),
        ("He {took} Reval on 3 May 1710, a week after the raid, until 5 May.", "1710-05-03/1710-05-03"),
        ("He {took} Reval on 3 May 1710, but six days later the fleet sailed.", "1710-05-03/1710-05-03"),
        ("The {raid} of 3 May 1710 and the fall of the town on 5 May alarmed him.", "1710-05-03/1710-05-03"),
        ("He {took} Reval on 3 May 1710 and Narva on 5 May.", "1710-05-03/1710-05-05"),
        ("He {took} Reval on 3 May 1710, Narva two days later and Riga on 9 June.", "1710-05-03/1710-06-09"),
        ("Reval {fell} on 3 May 1710, Narva two days later, and the Swedes fled.", "1710-05-03/1710-05-05"),
        ("{Defeats} at Basing on 22 January 871 and at Meretun two months later followed.", "0871-01-22/0871-03-31"),
        (
            "In 1770 he {beat} the khan at Larga on 18 July and the vizier at Kagul on 1 August.",
            "1770-07-18/1770-08-01",
        ),
    ],
)
def test_a_verb_has_the_dates_of_all_that_is_listed(marked, interval):
    assert date_of(marked) == interval


@pytest.mark.parametrize(
    ("marked", "interval"),
    [
        ("On 17 October 1950 it fell after a week of {fighting}.", "1950-10-10/1950-10-17"),
        ("On 15 May 1919 they landed. A shot set off two days of {violence}.", "1919-05-15/1919-05-16"),
        ("For three weeks from 23 August 1921 they {bombarded} the heights.", "1921-08-23/1921-09-13"),
        (
            "On 26 August 1922 they attacked; a corps was {encircled} and destroyed at Dumlu on 30 August.",
            "1922-08-30/1922-08-30",
        ),
        (
            "In November 1668 they came; they insisted on a {sortie}, which became known by 5 May 1669.",
            "1668-11-01/1668-11-30",
        ),
        (
            "In November 1668 they came; they insisted on a {sortie}, which was launched on 5 December.",
            "1668-12-05/1668-12-05",
        ),
        ("On the night of 23/24 May 1900 it fell. The next day they {fled}.", "1900-05-24/1900-05-24"),
        (
            "On 3 May 869 they met. At the end of 870 they took it. Two days later they {raided} it.",
            "0870-09-01/0870-12-31",
        ),
        (
            "By the end of May 1644 they held the coast. An army was {sent} there. In June it came.",
            "1644-05-01/1644-05-31",
        ),
        (
            "By the end of May 1644 they held the coast. An army was {sent} there. In October it came.",
            "1644-01-01/1644-12-31",
        ),
    ],
)
def test_spells_lists_and_bounds(marked, interval):
    assert date_of(marked) == interval


@pytest.mark.parametrize(
    ("marked", "interval"),
    [
        # Not where the next date is near, in a battle told by the hour, nor in the sentence of the day itself.
        ("On 6 June 1867 they took it. Ecgberht was {installed}. On 9 June they left.", "1867-06-06/1867-06-06"),
        ("On 6 June 1867 they took it at noon. Ord {assumed} command. In May 1868 it fell.", "1867-06-06/1867-06-06"),
        ("On 6 June 1867 they took it and {installed} Ecgberht. In May 1868 it fell.", "1867-06-06/1867-06-06"),
        ("On 6 June 1867 they took it. Ecgberht was {installed}. In May 1868 it fell.", "1867-01-01/1867-12-31"),
        ("On 6 June 1867 they took it. Ecgberht was also {installed}. In May 1868 it fell.", "1867-06-06/1867-06-06"),
        ("On 6 June 1867 they took it. The affair {provoked} riots.", "1867-06-01/1867-06-30"),
        ("On 6 June 1867 they came by night. At noon it fell.\nOrd {assumed} command.", "1867-06-06/1867-06-06"),
    ],
)
def test_what_settles_things_follows_a_day_that_is_the_last_for_long(marked, interval):
    assert date_of(marked, pace="weeks") == interval


@pytest.mark.parametrize(
    ("marked", "interval"),
    [
        # Not where the next date is near, in the sentence of the day, nor where that is told by the hour.
        (
            "On 3 January 1777 he won. He {moved} to Elm. On 6 January they met. In May 1778 it fell.",
            "1777-01-03/1777-01-03",
        ),
        ("On 3 January 1777 he won and {moved} to Elm. In May 1778 it fell.", "1777-01-03/1777-01-03"),
        ("On 3 January 1777 he won at noon. He {moved} to Elm. In May 1778 it fell.", "1777-01-03/1777-01-03"),
        ("On 3 January 1777 he won. He {moved} to Elm. On 1 May 1778 it fell.", "1777-01-01/1777-12-31"),
        ("On 3 January 1777 he won. He {moved} to Elm. On 20 February 1777 it fell.", "1777-01-01/1777-01-31"),
        ("On 3 January 1777 he won. He {moved} to Elm. On 29 January 1777 it fell.", "1777-01-01/1777-01-31"),
        ("On 3 January 1777 he won. He {moved} to Elm.", "1777-01-03/1777-01-03"),
        ("On 3 January 1777 he won. After the battle he was {released}. In May 1777 it fell.", "1777-01-01/1777-12-31"),
        ("On 3 January 1777 he won. After the war he was {released}. In 1790 he died.", None),
        ("In January 1777 he won. After the fall of Elm he was {released}. In 1790 he died.", None),
        ("In January 1777 he won. After the fall of Elm he was {released}. In May he died.", "1777-01-01/1777-12-31"),
        # The hours of another day of the paragraph are none of its own.
        (
            "At noon on 2 January 1777 they came. On 3 January he won. He {moved} to Elm. On 1 May 1778 it fell.",
            "1777-01-01/1777-01-31",
        ),
    ],
)
def test_who_moves_on_follows_a_day_that_is_the_last_for_long(marked, interval):
    assert date_of(marked, title="War of X", pace="days") == interval


def test_shots_and_their_victims_follow_at_once():
    text = "On 4 May 1886 they met. In the panic, police {shot} ten men. In June 1887 four were hanged."
    assert date_of(text, pace="minutes") == "1886-05-04/1886-05-04"
    assert date_of(text) == "1886-01-01/1886-12-31"


def test_what_settles_things_is_demanded_on_the_day_of_the_demand():
    text = "On 6 June 1878 he sent a letter. It demanded that the king {disband} his army."
    assert date_of(text, status="planned", pace="weeks") == "1878-06-06/1878-06-06"


@pytest.mark.parametrize(
    ("marked", "interval"),
    [
        # not what a battle brings, nor what comes soon after
        ("The battle lasted from 3 to 9 May 1900. They {captured} a hill.", "1900-05-03/1900-05-09"),
        (
            "The siege began on 3 May 1900. In the following days they {captured} a hill. On 9 May it rained.",
            "1900-05-03/1900-05-09",
        ),
        ("The siege lasted from 3 to 9 May 1900. The rebels {captured} the town.", "1900-05-09/1900-05-09"),
        ("The siege of Acre lasted from 1189 to 1191. The garrison {surrendered}.", "1191-01-01/1191-12-31"),
    ],
)
def test_a_siege_ends_with_a_capture_or_surrender(marked, interval):
    assert date_of(marked, ends=True) == interval


@pytest.mark.parametrize(
    ("text", "trigger", "interval"),
    [
        # not what goes on in the pluperfect, nor what a clause of time tells, nor what was only tried
        ("By 8 December 1941 the fleet held the strait and had reached the coast.", "reached", "1941-12-08/1941-12-08"),
        ("On 9 May 1809, after the army had crossed the river, they attacked.", "crossed", "1809-05-09/1809-05-09"),
        ("On 9 May 1809 they took the mosque from which they had been fired on.", "fired on", "1809-05-09/1809-05-09"),
        (
            "On 9 May 1809, after hearing that they had crossed the river, he retired.",
            "crossed",
            "1809-05-09/1809-05-09",
        ),
        # what was done before the day on which somebody learned of it, or met those who had done it
        ("On 9 May 1809 he learned that the army had crossed the river.", "crossed", None),
        ("On 9 May 1809 a messenger said that the king had fled and that troops had landed.", "landed", None),
        ("On 9 May 1809 they attacked a corps which had crossed the river.", "crossed", None),
        ("On 9 May 1809 he attacked the camp. The Spartans had sent Dorkis to capture Byzantium.", "capture", None),
        # what is told in the speech of a year, and at the end of a war of years
        (
            "The rule ended in 1911. In a 1908 interview, he stated that he would resign.",
            "resign",
            "1908-01-01/1908-12-31",
        ),
        (
            "They lost the port following the defeat of the fleet in the war of 1840–1842.",
            "lost",
            "1842-01-01/1842-12-31",
        ),
    ],
)
def test_what_came_before_its_sentences_date(text, trigger, interval):
    dates = {text[e.trigger.start : e.trigger.end]: e.date for e in extract(text).events}
    date = dates[trigger]
    assert (f"{date.start}/{date.end}" if date else None) == interval


@pytest.mark.parametrize(
    ("marked", "interval"),
    [
        # not within a short battle, nor what came upon what was done often
        (
            "The battle was fought on 3 May 1809. On 3 May 1809 they came. Several {assaults} were beaten off. On 9 May it ended.",
            "1809-05-03/1809-05-03",
        ),
        (
            "On 3 May 1809 they came. After several assaults they {took} the hill. On 9 May it ended.",
            "1809-05-03/1809-05-03",
        ),
        ("On 3 May 1809 they came. They {took} three forts. On 9 May it ended.", "1809-05-03/1809-05-03"),
        ("On 3 May 1809 they came. Several {assaults} were beaten off. On 9 May it ended.", "1809-05-03/1809-05-09"),
        ("On 3 May 1809 they came. They tried three times to {storm} it. On 9 May it ended.", "1809-05-03/1809-05-09"),
        ("On 3 May 1667 they came. Thirty-two {assaults} were made.", "1667-05-01/1667-05-31"),
        ("On 3 May 1809 they came. For three days they {shelled} the town.", "1809-05-03/1809-05-05"),
        ("In early May 1809 they came. At the same time, a fleet {landed} there.", "1809-05-01/1809-05-10"),
        ("On 3 May 1809 they came. Within a short time the troops {rose}.", "1809-05-01/1809-05-31"),
    ],
)
def test_what_was_done_again_and_again_begins_on_the_day_told(marked, interval):
    assert date_of(marked) == interval


@pytest.mark.parametrize(
    ("marked", "interval"),
    [
        # not under a heading on what came of it, nor what a war of years saw, nor where the narrative has gone beyond it
        (
            "The Boers came in October 1899.\n\n== Aftermath ==\n\nThe mayor spoke.\n\nThey {shelled} it.",
            "1899-01-01/1899-12-31",
        ),
        ("In May 1901 he came.\n\nHe met a miner.\n\nThe Boers {shelled} the town.", "1901-01-01/1901-12-31"),
        ("The Boers {shelled} the town.", "1899-10-14/1900-02-15"),
        ("The Boers came in October 1899.\n\nRhodes was there.\n\nThey {shelled} the town.", "1899-10-14/1900-02-15"),
    ],
)
def test_the_days_of_an_infobox_date_what_no_other_date_does(marked, interval):
    box = "Part of the Boer War Date14 October 1899 (1899-10-14) – 15 February 1900 (1900-02-15) Location Kimberley Result British victory Strength 1,600 3,000\nThe siege of Kimberley took place in the war.\n\n"
    assert date_of(box + marked, title="Siege of Kimberley") == interval


@pytest.mark.parametrize(
    ("marked", "interval"),
    [
        # not the years of a war behind its name, nor of a section, nor a year alone
        ("The Thirty Years' War (23 May 1618 – 24 October 1648) was long. They {sacked} it.", "1618-05-23/1648-10-24"),
        ("== Wars of the League (1577–1604) ==\n\nThey {sacked} the town.", "1577-01-01/1604-12-31"),
        ("Moore (13 November 1761 – 16 January 1809) was a general. He {captured} a fort.", None),
        ("Józef Bem (Polish: Bem Józef; 14 March 1794 – 10 December 1850) was a general. He {defeated} them.", None),
        ("Jan Žižka (c. 1360 – 11 October 1424) was a general. He {defeated} Sigismund.", None),
        ("Gaius Marius (c. 157 BC – 13 January 86 BC) was a general. He {captured} Jugurtha.", None),
        # at no date of the narrative: what a reign or life saw
        ("In 971 he took Preslav. Near the end of his rule, the Byzantines {captured} it.", None),
        ("In 971 he took Preslav. During the reign of Basil, the Byzantines {captured} it.", None),
        ("In 971 he took Preslav. During the siege, the Byzantines {captured} it.", "0971-01-01/0971-12-31"),
        ("On 1 July 1916 it began. The entire Somme offensive {cost} 600,000 men.", None),
        ("On 1 July 1916 it began. The entire garrison {fled}.", "1916-07-01/1916-07-01"),
        # what is told to have come later; not later that day, nor his later son
        ("In 1574 he took Tunis. Later that year he {captured} Bizerte.", "1574-01-01/1574-12-31"),
        ("In 1574 he took Tunis. He later {captured} Cyprus.", None),
        ("In July 1916 they took Pozières. They later {attacked} Mouquet.", "1916-01-01/1916-12-31"),
        ("From March to April 1918, it helped to {stop} the German Spring Offensive.", "1918-03-01/1918-04-30"),
        # whose date stands behind a length of time
        ("It was {raised} within weeks of the declaration of war in August 1914.", "1914-08-01/1914-08-31"),
        # what the same deed took, not what came after another
        ("In 1003 he marched. After the death of the king, he {captured} Vidin.", None),
        ("In 1003 he marched. After an eight-month siege, he {captured} Vidin.", "1003-01-01/1003-12-31"),
        ("In 1003 he marched. After heavy fighting, he {captured} Vidin.", "1003-01-01/1003-12-31"),
        ("On 3 May 1817 they met. A {battle} ensued, lasting three days.", "1817-05-03/1817-05-05"),
    ],
)
def test_lives_reigns_and_what_a_deed_took(marked, interval):
    assert date_of(marked) == interval


def test_the_first_months_after_a_day_are_not_that_day():
    assert (
        date_of("On 11 May 1973 they won. In the first months after the coup, they {killed} many.")
        != "1973-05-11/1973-05-11"
    )
    assert date_of("On 11 May 1973 they won. In the first few years after the coup, they {killed} many.") is None


@pytest.mark.parametrize(
    ("marked", "interval"),
    [
        # not what was taken for so long, nor what came after so long
        ("In May 1940 they {occupied} Guernsey for four years.", "1940-05-01/1940-05-31"),
        ("On 3 May 1706 they attacked the lines. Heavy {fighting} broke out.", "1706-05-03/1706-05-03"),
        ("In May 1706 they crossed. Heavy {fighting} continued for another two months.", "1706-05-01/1706-07-31"),
        ("In 799 he came. They {besieged} Barcelona for two years until it fell in 801.", "0799-01-01/0801-12-31"),
    ],
)
def test_fighting_goes_on_for_months_or_years(marked, interval):
    assert date_of(marked, fights="occupied" not in marked) == interval


@pytest.mark.parametrize(
    ("fights", "place", "marked", "interval"),
    [
        # not the day of another place, nor of what the lead goes on with
        (True, "Lund", "He {engaged} them.", "1706-08-01/1706-08-31"),
        (False, "Ramillies", "He later {died}.", "1706-01-01/1706-12-31"),
        (True, "Ramillies", "He {engaged} them.", "1706-08-09/1706-08-09"),
    ],
)
def test_the_day_of_a_battle_may_be_that_on_which_they_met_at_the_place_of_the_title(fights, place, marked, interval):
    lead = f"The battle was decisive. On 9 August 1706 at {place}, they met.\n\n{marked}"
    assert date_of(lead, "Battle of Ramillies", fights=fights) == interval


def test_the_lead_of_a_war_goes_on_in_its_year():
    lead = "On 21 April 1898 the fleet blockaded Cuba.\n\nThe invaders {captured} Santiago."
    assert date_of(lead) == "1898-04-01/1898-04-30"
    assert date_of(lead + "\n\n== Background ==\n\nThe king came.") == "1898-01-01/1898-12-31"


def test_what_came_right_after_a_battle_lies_in_its_month():
    battle = "== Battle ==\n\nOn 12 April 1918 they attacked Turku.\n\n== Aftermath ==\n\n"
    end = " In the summer of 1918, prisoners died."
    assert date_of(f"{battle}After the battle, thousands were {{arrested}}.{end}") == "1918-04-01/1918-04-30"
    assert date_of(f"{battle}Thousands were {{arrested}}.{end}") == "1918-01-01/1918-12-31"


def test_forces_came_together_in_the_month_of_the_battle():
    lead = "The Battle of Lund was fought on 17 September 1462.\n\n"
    armies = "troops were {gathered} from castles.\n\n== Battle ==\n\nThey fought."
    assert date_of(f"{lead}== Forces ==\n\nThe {armies}") == "1462-09-01/1462-09-30"
    assert date_of(f"{lead}== The town ==\n\nThe {armies}") == "1462-09-17/1462-09-17"


def test_behind_the_beginning_and_the_end_of_a_war_stands_all_of_it():
    war = "The war began on 30 November 1939 and ended with a treaty on 13 March 1940."
    assert date_of(f"{war} They suffered heavy {{losses}}.", loss=True) == "1939-11-30/1940-03-13"
    assert date_of(f"{war} The League {{expelled}} the Union.") == "1939-11-30/1940-03-13"
    assert date_of(f"{war}\n\nThe next year they {{attacked}} Riga. In May 1942 it fell.") != "1940-03-13/1940-03-13"


def test_losses_in_the_aftermath_stand_at_the_later_date_that_it_has_come_to():
    siege = "The siege of Lamitan was fought on 2 June 2001.\n\n== Aftermath ==\n\n"
    assert date_of(f"{siege}Twenty men were {{killed}}.", loss=True) == "2001-06-02/2001-06-02"
    later = f"{siege}They held them until 7 June 2002, when troops came. A nurse was {{killed}}."
    assert date_of(later, loss=True) == "2002-06-07/2002-06-07"


@pytest.mark.parametrize(
    ("marked", "interval"),
    [
        # what is most notable of many has a date of its own
        ("In 2000 they met. {Clashes} occurred, most notably fighting in Kisangani in May 2000.", "2000-01-01/2000-12-31"),
        ("In 2000 they met. {Clashes} occurred in Kisangani in May 2000.", "2000-05-01/2000-05-31"),
        # a month in parentheses that end a clause
        ("They came, {dethroning} Augustus on the way (September 1706) and burning Lund.", "1706-09-01/1706-09-30"),
    ],
)  # fmt: skip
def test_the_date_of_one_of_many_and_parentheses_that_end_a_clause(marked, interval):
    assert date_of(marked) == interval
