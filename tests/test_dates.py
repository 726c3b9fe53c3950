"""Dates: what is none, what is one and how far it goes, and what becomes of it in its narrative."""

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import Document, cleaning, extract, grammar, sentences
from pipeline.mentions.dates import find_dates
from pipeline.mentions.dates.absolute import month_number, read_absolute
from pipeline.mentions.dates.patterns import rules
from pipeline.rules.dates import date_vocabulary

RULES = date_vocabulary().rules


def find(text):
    tokens = sentences.split(cleaning.clean(Document("d", text)))
    return find_dates(tokens, grammar.parse(tokens))


def resolved(text, title="", date=None):
    found = extract(text, title=title, date=date)
    return [(found.clean.text[m.start : m.end], m.value.value) for m in found.mentions.dates]


# ------------------------------------------------------------------------------------------------ the rules' own examples


@pytest.mark.parametrize(("rule", "example"), [(n, e) for n, r in RULES.items() for e in r.examples])
def test_rule_finds_its_examples(rule, example):
    found = {example.text[m.start : m.end]: m for m in find(example.text)}
    mention = found.get(example.finds)
    assert mention, f"found {list(found)}"
    assert (mention.rule, mention.value.value, mention.value.mod) == (f"date/{rule}", example.value, example.mod)


@pytest.mark.parametrize(("rule", "text"), [(n, t) for n, r in RULES.items() for t in r.counterexamples])
def test_rule_leaves_its_counterexamples(rule, text):
    assert [text[m.start : m.end] for m in find(text) if m.rule == f"date/{rule}"] == []


def test_every_rule_has_examples():
    assert {rule.name for rule in rules()} | {"day-after-month"} == set(RULES)


# ----------------------------------------------------------------------------------------------------------------- traps


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked the 1070 Apartments and the 1070 Housing Project.",
        "The 4th Division and the 15th Brigade advanced.",
        "The 1st Marines came to the left, and the 5th and 7th Marines to the right of the 9th, 10th or 12th Lancers.",
        "Government troops [42] withdrew [43].",
        "Some 2,016 men and 1500 horse were lost.",
        "Theresa May met Sergeant March.",
        "The rebels may march; they might fall.",
        "The Sun and the Mon Valley.",
        "They called up the '99 Boys.",
        "T-34, Su-25, M1 Abrams, MiG-21 and Type 1936 were seen.",
        "See pp. 1120–1125 and map sheet 1944.",
        "A second wave, the second in line, broke.",
        "The 101st Airborne and 82nd Airborne jumped.",
        "It cost $1900, then £1950 and 1,939 francs.",
        "It lies at 36°12′N 37°09′E, at 1914 m.",
        "Highway 1941 and Route 1812 were cut.",
        "Resolution 1973 was passed.",
        "Between 1200 and 1500 soldiers died.",
        "Bombers attacked at about 1300 and at 2215.",
        "The 2d Division and the 3d and 4th Brigades lost a 3d model, at 2d each.",
    ],
)
def test_no_date(text):
    assert [text[m.start : m.end] for m in find(text)] == []


# --------------------------------------------------------------------------------------------------------------- extents


@pytest.mark.parametrize(
    ("text", "extents"),
    [
        ("It lasted from 3 to 12 November 2016.", ["3", "12 November 2016"]),
        ("Between 1914 and 1918 they fought.", ["1914", "1918"]),
        ("The war of 1939–45 cost millions.", ["1939", "45"]),
        ("The offensive of October–November 2016 failed.", ["October", "November 2016"]),
        ("On the evening of 9 March 2022, a column advanced.", ["the evening of 9 March 2022"]),
        ("In the early morning hours of 30 April they left.", ["the early morning hours of 30 April"]),
        ("He was murdered at the end of 1916, about to flee.", ["the end of 1916"]),
        ("By the middle of the 9th century BC it stood.", ["the middle of the 9th century BC"]),
        (
            "In the mid-third century, and by the late-fourth century, raids began.",
            ["the mid-third century", "the late-fourth century"],
        ),
        ("They wintered there in 1941–42, until the end of March.", ["1941", "42", "the end of March"]),
        ("He came two days after the fall of the city, then left.", ["two days after the fall of the city"]),
        ("During the first three years of the war, it held.", ["the first three years of the war"]),
        ("On April 6–7 and April 13–15, they were routed.", ["April 6", "7", "April 13", "15"]),
        ("After a three hour speech he sat down.", ["three hour"]),
        ("It ended in 146 B.C. with a siege.", ["146 B.C."]),
        ("The raid of Sept. 5, 1862 failed.", ["Sept. 5, 1862"]),
        ("Early the next morning he died.", ["Early the next morning"]),
        ("During the three days of fighting 300 men fell.", ["the three days of fighting"]),
        # ordinals as they were once written
        ("It fell on the 2d of May 1863, or on May 3d.", ["the 2d of May 1863", "May 3d"]),
        ("They came on May 22d and 23d, 1863.", ["May 22d", "23d, 1863"]),
        ("On the 3d Massachusetts men fell, and on the 3d they fled.", ["the 3d", "the 3d"]),
        # what goes on behind *the day after*, and the days that are the first or last of something
        ("They struck back the day after by bombing Kut.", ["the day after"]),
        ("They burned what was left from the day before and went on.", ["the day before"]),
        (
            "They left two weeks after he had been wounded at Rain in April 1632.",
            ["two weeks after he had been wounded at Rain", "April 1632"],
        ),
        ("It fell on the last day of that month.", ["the last day of that month"]),
        ("They came in June of the year after, and left.", ["June of the year after"]),
        # counted from a day with a name
        ("The day after Christmas Washington struck.", ["The day after Christmas"]),
        ("On 24 November 1950 the Home-by-Christmas Offensive began.", ["24 November 1950"]),
        ("Some days after Christmas he fell back.", ["Some days after Christmas"]),
        # Where the main clause follows without a comma; not within what the happening is of.
        ("A week after the battle the allies blockaded the town.", ["A week after the battle"]),
        # Ordinals before a name: days where they open a clause, and both of two.
        ("They came on the 5th Hussars.", []),
        ("He saw the 2nd Massachusetts give way.", []),
        ("On the 5th Maine Infantry fell the blow.", []),
        ("On the 18th Napoleon attacked.", ["the 18th"]),
        ("It was lost, and on the 29th and 30th Lee left.", ["the 29th", "30th"]),
        ("Two days after the fall of Kut the Turks marched south.", ["Two days after the fall of Kut"]),
        ("Two days after the attack began, they left.", ["Two days after the attack began"]),
        ("Two days after the Germans took Paris, they left.", ["Two days after the Germans took Paris"]),
        ("It left in the first days of September 1855 victorious.", ["the first days of September 1855"]),
        ("It ended the first day of the July 1809 campaign.", ["the first day of the July 1809 campaign"]),
    ],
)
def test_extents(text, extents):
    assert [text[m.start : m.end] for m in find(text)] == extents


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # texts of times when years had three digits
        (
            "In 271, he marched into Thrace. They had come in the autumn of 269. Early in 273 it rose.",
            ["0271", "0269-FA", "0273"],
        ),
        ("In 717–718 a siege failed. Between 720 and 723, all was quiet.", ["0717", "0718", "0720", "0723"]),
        ("They met on October 10, 732, near Tours. On 5 May 300 men had come.", ["0732-10-10", "XXXX-05-05"]),
        ("It was founded in 753 BC. In May 508 they came, and sent 700–800 on foot.", ["0753", "0508-05"]),
        (
            "In 298 BC war broke out. In 296 Gellius came. In the autumn of 294 Papirius fell. In September 293 or 292, it ended.",
            ["0298", "0296", "0294-FA", "0293-09"],
        ),
        ("They besieged Paris in 885–86. The bridge fell on 6 February 886.", ["0885", "XX86", "0886-02-06"]),
        ("Ranges of 200–50 m were told in 1944.", ["1944"]),
        ("In 410, it fell, and at distances of 328–330 pm.", ["0410"]),
        ("In the early 210s they rose. During the 250s raids began.", ["021", "025"]),
        (
            "In 805 and 806 he raided Bohemia. After the rout of Basra (778), in 732 an army came.",
            ["0805", "0806", "0778", "0732"],
        ),
        (
            "In 205 BC the garrison of Lissus (300) and that of Oricum (1,250) fled. He sank the Argo (120 oars).",
            ["0205"],
        ),
        ("In 455 they sacked it. In 460 or 461 Majorian came.", ["0455", "0460", "0461"]),
        # … and others
        ("In 1805 the garrison of Gaeta (325) fled.", ["1805"]),
        ("By 30 March, 100,000 men had left. On 7 April 300-man units came.", ["XXXX-03-30", "XXXX-04-07"]),
        ("On 5 May 1941 the 110s and 210s attacked.", ["1941-05-05"]),
        ("In 1944, on 5 May 300 came. By 3 June 150, mostly old men, had left.", ["1944", "XXXX-05-05", "XXXX-06-03"]),
        ("Between 200 and 300, mostly civilians, died. In 105 of the villages nobody was left.", []),
        ("They grew from 250 to 300, in 12 units of 25.", []),
    ],
)
def test_years_of_three_digits(text, values):
    assert [m.value.value.lstrip("-") for m in find(text)] == values


def test_the_ends_of_a_range_know_one_another():
    first, second = find("It lasted from 3 to 12 November 2016.")
    assert (first.value.range_with, second.value.range_with) == (second.start, first.start)
    assert first.value.relation == "from"


@given(
    st.lists(
        st.sampled_from(
            [
                "on",
                "the",
                "6",
                "November",
                "2016",
                "two",
                "days",
                "later",
                "May",
                "1500",
                "men",
                "–",
                "to",
                "and",
                ",",
                ".",
                "of",
                "in",
                "490",
                "BC",
                "early",
                "night",
            ]
        ),
        max_size=14,
    )
)
@settings(max_examples=80, deadline=None)
def test_mentions_are_in_order_apart_and_trimmed(words):
    text = " ".join(words)
    end = 0
    for mention in find(text):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end].strip() == text[mention.start : mention.end]
        end = mention.end


# ------------------------------------------------------------------------------------------------------------ resolution


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("On 28 October 2016 it began. The next day, they won.", ["2016-10-28", "2016-10-29"]),
        ("On 28 October 2016 it began. On 6 November they lost.", ["2016-10-28", "2016-11-06"]),
        ("In November 1940 they landed. In January they fled.", ["1940-11", "1941-01"]),
        ("In September 1940 they came. In June a fleet had sailed.", ["1940-09", "1940-06"]),
        ("In May 2016 X attacked Y, which had been captured in 2012. In June it fell.", ["2016-05", "2012", "2016-06"]),
        ("In May 1990 they met under the 1975 agreement. In June it ended.", ["1990-05", "1975", "1990-06"]),
        ("It fell on December 31, 1999. The next day they rested.", ["1999-12-31", "2000-01-01"]),
        # days are counted from the day of a sentence, not from the month of what it says in passing
        (
            "On 12 October 1702 they reached Vigo, which they had passed in August. The next day they stormed it.",
            ["1702-10-12", "1702-08", "1702-10-13"],
        ),
        (
            "On 3 May 1860 he took Marsala, which was to be sold in June. The next day he left.",
            ["1860-05-03", "1860-06", "1860-05-04"],
        ),
        ("On 3 May 1860 he landed. In June he left. The next day he came.", ["1860-05-03", "1860-06", "1860-06-XX"]),
        (
            "On 13 April 1631 it fell. Halle, besieged since November, fell five weeks later.",
            ["1631-04-13", "1630-11", "1631-05-18"],
        ),
        # nor from a day by which something was to be, or for which it was ordered
        (
            "On 10 January 1966 they agreed to withdraw by 25 February. He died the next day.",
            ["1966-01-10", "1966-02-25", "1966-01-11"],
        ),
        (
            "On 13 July 1864 he ordered an attack for the next day. They struck the next day.",
            ["1864-07-13", "1864-07-14", "1864-07-14"],
        ),
        # an hour of the next day, and that day
        (
            "On 12 March 1940 they met. It ended at 11 a.m. the next morning. The next day they left.",
            ["1940-03-12", "1940-03-13T11:00", "1940-03-13TMO", "1940-03-14"],
        ),
        ("In May 1900 they came. They left on the last day of the month.", ["1900-05", "1900-05-31"]),
        ("They left on the last day of 1900, and on the first day of that month.", ["1900-12-31", "1900-12-01"]),
        ("In June 1853 it fell. In June of the year after, it fell again.", ["1853-06", "1854-06"]),
        # counted from where the happening began
        (
            "The siege began on 3 May 1809. On 5 June it rained. Six weeks into the siege they left.",
            ["1809-05-03", "1809-06-05", "1809-06-14"],
        ),
        ("They dug in May 1809. Three days into the siege they left.", ["1809-05", "XXXX-XX-XX"]),
        ("On 3 May 1809 they put three days into it.", ["1809-05-03", "P3D"]),
        ("In November 1934 it fell. On the 27th of the same month it burned.", ["1934-11", "1934-11-27"]),
        ("In November 1934 it fell. By the 7th of the following month it burned.", ["1934-11", "1934-12-07"]),
        ("In May 1803 it fell. It rained on the first day of the new year.", ["1803-05", "1804-01-01"]),
        # a year that does something is no number of things
        ("In all, 1926 cases came in 1931. 1932 was quiet. On 3 May they met.", ["1931", "1932", "1932-05-03"]),
        # the narrative has gone on to another year
        ("In September 1758 he won. In 1759 he lost; two months later he fled.", ["1758-09", "1759", "1759-XX-XX"]),
        # the clock goes on with what is counted by weeks, or is of its year; not with a look far ahead
        (
            "On 16 October 1757 it fell. A month later he won. Wesel, which had been lost on 24 November, was retaken.",
            ["1757-10-16", "1757-11", "1757-11-24"],
        ),
        (
            "In May 1915 they came. Fifteen months later more came. In the summer they fought.",
            ["1915-05", "1916-08", "1915-SU"],
        ),
        ("On 3 January 1868 they met. A fortnight later they fought.", ["1868-01-03", "1868-01-17"]),
        ("On 3 May 1810 they met. A month after that they fought.", ["1810-05-03", "1810-06"]),
        (
            "He was at Rain in 1631. He died on 3 May 1632. A week after he had fallen in June 1640 they left.",
            ["1631", "1632-05-03", "XXXX-WXX", "1640-06"],
        ),
        # a winter begins in the year that is told
        ("In 1704 they took Gibraltar. That same winter they lost Lenk.", ["1704", "1705-WI"]),
        ("In June 1704 they came. That winter they left.", ["1704-06", "1705-WI"]),
        (
            "In March 1704 they came. They spent the winter at Lund. In May they left.",
            ["1704-03", "1705-WI", "1705-05"],
        ),
        (
            "They came in late 1704. They spent the winter at Lund. The next year they left.",
            ["1704", "1705-WI", "1705"],
        ),
        ("They stayed in the winter of 1704. The next year they left.", ["1704-WI", "1705"]),
        # an hour is of the day that stands behind it, over a part of day as well
        (
            "On 7 April 1685 they met. They sailed at 7 o'clock on 2 May.",
            ["1685-04-07", "1685-05-02T07:00", "1685-05-02"],
        ),
        (
            "On 7 April 1685 they met. They sailed at 7 o'clock in the evening on 2 May.",
            ["1685-04-07", "1685-05-02T07:00", "1685-05-02TEV", "1685-05-02"],
        ),
        (
            "On 7 April 1685 they met. They sailed at one o'clock in the morning of 2 May.",
            ["1685-04-07", "1685-05-02T01:00", "1685-05-02TMO"],
        ),
        ("On 7 April 1685 they met. They sailed at noon the next day.", ["1685-04-07", "1685-04-08TMI", "1685-04-08"]),
        ("On 7 April 1685 they met. In the evening of the next day they left.", ["1685-04-07", "1685-04-08TEV"]),
        ("On 7 April 1685 they met. In the evening they left.", ["1685-04-07", "1685-04-07TEV"]),
        ("In January 1704 they came. That winter they left.", ["1704-01", "1704-WI"]),
        ("On 24 December 1776 they came. The day after Christmas they fled.", ["1776-12-24", "1776-12-26"]),
        ("It fell on St. Bartholomew's Day 1572, two days before All Souls' Day.", ["1572-08-24", "1572-10-31"]),
        ("From 28 December to 3 January 1942 they fought.", ["1941-12-28", "1942-01-03"]),
        ("In 490 BC they sailed. The following year, they fled.", ["-0490", "-0489"]),
        # The era of a text may stand before the year, and be told late: before our era a narrative counts down.
        ("Four Mirage 2000-D jets struck the camp.", []),
        ("In 426 they fled. Cythera was taken in B.C. 424.", ["-0426", "-0424"]),
        ("In 499–493 BC they fought.", ["-0499", "-0493"]),
        ("They came between 1190 and 1180 BC. From 1274 to 1258 BC they fought.", ["-1190", "-1180", "-1274", "-1258"]),
        ("It was found in 1990 and 480 BC is its date.", ["1990", "-0480"]),
        # a day in both calendars is the first of them
        (
            "On 8 July [O.S. 27 June] 1709 he won. On November 30 (November 19 O.S.), 1700, he came.",
            ["1709-07-08", "1700-11-30"],
        ),
        ("On 27 June (8 July) 1709 he won. On 3 May (1709) he came.", ["1709-06-27", "1709-05-03", "1709"]),
        ("War broke out in 218. The general had been slain in 221 BC.", ["-0218", "-0221"]),
        ("The realm fell in 217. It was founded in 247 BC and split in AD 148.", ["0217", "-0247", "0148"]),
        ("The realm fell in 117. It was founded in 247 BC.", ["0117", "-0247"]),
        (
            "In 218 BC war broke out. Historians of the 19th century doubted it. In 217 he won.",
            ["-0218", "18", "-0217"],
        ),
        ("In 753 BC it was founded. In the 5th century the Vandals sacked it.", ["-0753", "04"]),
        ("In 27 BC he took power. In the 1st century the city grew.", ["-0027", "00"]),
        ("He died in 183 BC. Appian wrote in the 2nd century AD.", ["-0183", "01"]),
        ("In the 4th century the Goths came. In 410 they sacked Rome.", ["03", "0410"]),
        ("In 264 BC war broke out. In the 2nd century it ended, and in 146 the city fell.", ["-0264", "-01", "-0146"]),
        (
            "War (280–275 BC)\n\nBy the 3rd century Rome was strong. In 282, ships came.",
            ["-0280", "-0275", "-02", "-0282"],
        ),
        (
            "He had been forced out in 1706, and on 1 January 1708 they came. In July they won. In May 1709 it fell.",
            ["1706", "1708-01-01", "1708-07", "1709-05"],
        ),
        ("It fell on 5 May 1862. Two years earlier it had been rebuilt.", ["1862-05-05", "1860"]),
        ("The war of 1914–18 ended.", ["1914", "1918"]),
        ("At 11 a.m. on 11 November 1918 it ended.", ["1918-11-11T11:00", "1918-11-11"]),
        ("It rained.\n\nThe army left at dawn on 3 July 1187.", ["1187-07-03TDA", "1187-07-03"]),
        ("They met on Wednesday, 6 June 1990. On Friday they parted.", ["1990-06-06", "1990-06-08"]),
        # a paragraph goes back to a day of the one week that a text tells; a story of weeks goes on
        (
            "On Monday 24 April 1916 they rose; on Saturday 29 April they yielded.\nIn Galway they rose on Tuesday.\nOn Friday they fled.",
            ["1916-04-24", "1916-04-29", "1916-04-25", "1916-04-28"],
        ),
        (
            "On Monday 24 April 1916 they rose; on Saturday 29 April they yielded. On Tuesday they fled.",
            ["1916-04-24", "1916-04-29", "1916-05-02"],
        ),
        (
            "On Monday 10 April 1916 they rose; on Saturday 29 April they yielded.\nOn Tuesday they fled.",
            ["1916-04-10", "1916-04-29", "1916-05-02"],
        ),
        ("On Saturday 29 April 1916 they yielded.\nOn Tuesday they fled.", ["1916-04-29", "1916-05-02"]),
        # a section may go on into the first weeks behind the years of its heading
        (
            "War, 1995–1996\n\nIn January 1996 he fell. They voted on 15 March. In October they came. In January they left.",
            ["1995", "1996", "1996-01", "1996-03-15", "1996-10", "1997-01"],
        ),
        # a section that its heading dates by two years begins in the first
        (
            "Strife, 2004–2005\n\nOn 4 April it was set up. On 4 November they attacked. In April 2005 they met.",
            ["2004", "2005", "2004-04-04", "2004-11-04", "2005-04"],
        ),
        # a bare part of day right below its day
        ("19 August 1991\n\nAt noon tanks came.", ["1991-08-19", "1991-08-19TMI"]),
        # before a name, behind *on* alone
        ("They met on 6 June 1990. On Friday President Nasser left the Friday Mosque.", ["1990-06-06", "1990-06-08"]),
        ("In December 1942 it fell. That winter was hard.", ["1942-12", "1943-WI"]),
        ("In May 1950 it began. In the following spring it ended.", ["1950-05", "1951-SP"]),
        ("It began on 1 July 1916, the first day of the battle.", ["1916-07-01", "1916-07-01"]),
        ("It was shelled on the second day of the battle, 2 July 1916.", ["1916-07-02", "1916-07-02"]),
        ("They landed on 15 September 1944. At the end of the first day, they held it.", ["1944-09-15", "1944-09-15"]),
        (
            "The army invaded on 22 May 1980. It rained. On the first day of the war it fled.",
            ["1980-05-22", "1980-05-22"],
        ),
        (
            "It began in June 1990. Twelve have died since the May 1985 rising. This month they fled.",
            ["1990-06", "1985-05", "1990-06"],
        ),
        # back by the pluperfect or *since*, ahead by what is to be held
        ("On 21 March 2019 they fled. They had seized twelve soldiers in October.", ["2019-03-21", "2018-10"]),
        (
            "It was signed on 7 July 1999. The war had dragged on since a coup in 1997.\n\nOn 18 May they met. Elections were to be held in 2001.",
            ["1999-07-07", "1997", "1999-05-18", "2001"],
        ),
        ("Over 19 and 20 May 2012 they fought.", ["2012-05-19", "2012-05-20"]),
        # a month or a night that describes a noun moves nothing
        (
            "On 12 May 2008 it began. In June it rose, past the May 2007 high. In early July it fell.",
            ["2008-05-12", "2008-06", "2007-05", "2008-07"],
        ),
        (
            "On 20 April 2022 they fired, following nighttime attacks. The same day it fell.",
            ["2022-04-20", "XXXX-XX-XXTNI", "2022-04-20"],
        ),
        # counted from what was told, by its words; left open where nothing tells of it
        (
            "On 2 May 1982 a cruiser was sunk. It rained. Two days after the sinking a missile hit.",
            ["1982-05-02", "1982-05-04"],
        ),
        (
            "Girona fell on 5 February 1939. On 8 February it rained. Five days after the fall of Girona it ended.",
            ["1939-02-05", "1939-02-08", "1939-02-10"],
        ),
        (
            "It was fought on 22 January 1879. Eleven days after British forces invaded Zululand, it fell.",
            ["1879-01-22", "XXXX-XX-XX"],
        ),
        ("The push opened on 31 March 1937; on the third day it rained.", ["1937-03-31", "1937-04-02"]),
        ("It fell on 31 March 1937. On the third day it rained.", ["1937-03-31", "XXXX-XX-XX"]),
        ("On the last day of July 1916 they came.", ["1916-07-31"]),
        # a point of the day that is told, and what comes with every day
        ("On 13 March 1954 it was shelled, and by midnight the hill had fallen.", ["1954-03-13", "1954-03-13TNI"]),
        ("On 13 March 1954 it fell. They moved only at night.", ["1954-03-13", "XXXX-XX-XXTNI"]),
        ("He waited on 18 September 1862, and during the following night he left.", ["1862-09-18", "1862-09-18TNI"]),
        # a day of the narrative's month, whatever a plan looked ahead to
        (
            "It rained. On 7 October 1993 he said that all would be withdrawn by 31 March 1994. He was freed on the 14th.",
            ["1993-10-07", "1994-03-31", "1993-10-14"],
        ),
        ("In November 2005 he denied it. A week later he did not.", ["2005-11", "2005-11-XX"]),
        ("It fell in 1255. During 1331–55, it was lost.", ["1255", "1331", "1355"]),
        (
            "On 11 June 1864 they camped overnight. He attacked at dawn on June 12.",
            ["1864-06-11", "1864-06-12TDA", "1864-06-12"],
        ),
        # a full date that opens a section is no aside, though it goes back
        (
            "It fell on 8 July 1709.\n== Background ==\nOn 1 January 1708 he crossed the river. In July he won.",
            ["1709-07-08", "1708-01-01", "1708-07"],
        ),
        # the year just stated counts on
        (
            "In March 1811 they reported. The bill fell on 3 March 1817. Later, on 15 April, work began.",
            ["1811-03", "1817-03-03", "1817-04-15"],
        ),
        # a flashback leads back, a plan ahead
        (
            "It fell on 10 June 1914. A push that they had begun in March 1916 stalled, but on 9 July it was retaken.",
            ["1914-06-10", "1916-03", "1916-07-09"],
        ),
        # whatever its participle ends in
        (
            "On 1 May 1898 he sank a fleet. With the seizure of a port in 1897, his ships had become homeless. On 9 June he fled.",
            ["1898-05-01", "1897", "1898-06-09"],
        ),
        # nor does how far something lasts lead the narrative on
        (
            "On 27 June 1973 he ruled by decree until they removed him in 1976. They fired on 9 July.",
            ["1973-06-27", "1976", "1973-07-09"],
        ),
        (
            "The siege began on 27 June 1645. It fell in 1646. They left on 9 July.",
            ["1645-06-27", "1646", "1646-07-09"],
        ),
        # an hour belongs to the day beside it, which only the narrative tells the month of
        (
            "On 27 June 1976 it left. It landed at 3:15 pm on the 28th.",
            ["1976-06-27", "1976-06-28T15:15", "1976-06-28"],
        ),
        ("They met on 13 May 1958. On the 15th Kleist came.", ["1958-05-13", "1958-05-15"]),
        ("It began on 26 February 1936. They fled in the early hours of the 27th.", ["1936-02-26", "1936-02-27TMO"]),
        ("They met on 13 May 1958. On the 15th Panzer Division they fell.", ["1958-05-13"]),
        # days counted from the first of those that something lasted, up to its last
        (
            "The battle was fought from July 1 to 3, 1863. On the second day of the battle, he came; on the third day he left.",
            ["1863-07-01", "1863-07-03", "1863-07-02", "1863-07-03"],
        ),
        (
            "The Battle of Leipzig (16–19 October 1813) was fought in Saxony. On the final day of the battle they left.",
            ["1813-10-16", "1813-10-19", "1813-10-19"],
        ),
        (
            "The battle lasted from July 1 to 3, 1863. On the fifth day of the battle, he came.",
            ["1863-07-01", "1863-07-03", "XXXX-XX-XX"],
        ),
        # back to a year that the text states, not to one that it does not
        (
            "It began on 27 March 1922, and a gate fell on 18 April.\n\nIt went on until 5 December.\n\nOn 24 March 1922 they had come.",
            ["1922-03-27", "1922-04-18", "1922-12-05", "1922-03-24"],
        ),
        (
            "It began on 27 March 1922, and a gate fell on 18 April.\n\nThey had armed from 5 December.\n\nIn 1921 the king had died, and on 24 March 1922 they had come.",
            ["1922-03-27", "1922-04-18", "1921-12-05", "1921", "1922-03-24"],
        ),
        # days are counted from where the narrative stands, not from a flashback
        (
            "On 3 May 1900 they came. The fort, which had been taken on 5 April 1899, was shelled. Two days later they left.",
            ["1900-05-03", "1899-04-05", "1900-05-05"],
        ),
        ("On 21 January 1793 he died. She would follow him on 16 October.", ["1793-01-21", "1793-10-16"]),
        # counted from a happening with a date of its own
        ("A week after the landings of 6 June 1944 it began.", ["1944-06-13", "1944-06-06"]),
        ("He came in 1940. The day after the fall of Paris on 14 June, he left.", ["1940", "1940-06-15", "1940-06-14"]),
        ("Hours after the truce took effect on 15 February 2015, it broke.", ["2015-02-15", "2015-02-15"]),
        ("Six years after the revolution of 1905 he returned.", ["1911", "1905"]),
        # what a count beside a date says again
        ("In May 1704 he won. In August, three months later, they met.", ["1704-05", "1704-08", "1704-08"]),
        ("He fell in 1391, a year after his uncle.", ["1391", "1391"]),
        ("They met on 3 May 1900 and, two days later, parted.", ["1900-05-03", "1900-05-05"]),
        ("They met on 21 June 1813. A week after the battle the allies left.", ["1813-06-21", "1813-06-28"]),
        # two days of one month are listed in order
        ("In January 1662 it fell on the 25th, and on 1 February he left.", ["1662-01", "1662-01-25", "1662-02-01"]),
        ("In January 1662 it fell on 25 and 28 February.", ["1662-01", "1662-02-25", "1662-02-28"]),
        # nor from what had come some days earlier; the night of two days begins on the first
        (
            "They came on 1 September 1948, having crossed three nights earlier. They left at the end of the month.",
            ["1948-09-01", "1948-08-29", "1948-09"],
        ),
        (
            "On the night of 14/15 March 1917 they rose. The next morning they left.",
            ["1917-03-14TNI", "1917-03-15", "1917-03-15TMO"],
        ),
        # the days of a year are those of its first or last month
        ("It fell in the last days of 1806, and on the 30th they left.", ["PXD", "1806-12-30"]),
        # the days of a week tell the month
        (
            "They rose on 29 August 1944. In the first week of September they lost it, and left on the 22nd.",
            ["1944-08-29", "P1W", "1944-09-22"],
        ),
        ("They came in December 1864 and left early in the new year.", ["1864-12", "1865"]),
        # the next of its months moves the years on
        (
            "Talks began in 1961 and the following March they signed. In the spring it ended.",
            ["1961", "1962-03", "1962-SP"],
        ),
        # back by a month in the year told, rather than on by eleven
        (
            "On 11 September 1973 it fell. In October 1973 some 70 men were killed. He was shot on 16 September. He ruled from 1974, and in 1980 he won.",
            ["1973-09-11", "1973-10", "1973-09-16", "1974", "1980"],
        ),
        ("In October 1973 they came. He was shot on 16 June. He ruled from 1974.", ["1973-10", "1974-06-16", "1974"]),
    ],
)
def test_resolution(text, values):
    assert [value for _, value in resolved(text)] == values


def test_the_year_comes_from_title_and_record_when_the_text_has_none():
    assert resolved("On 28 October rebels attacked.", title="Battle of X (2016)") == [("28 October", "2016-10-28")]
    assert resolved("On 28 October rebels attacked.", date="1863") == [("28 October", "1863-10-28")]


def test_nothing_is_invented():
    found = extract("On 28 October rebels attacked. Several days later they left.").mentions.dates
    assert [(m.value.value, m.value.derivation, m.value.start) for m in found] == [
        ("XXXX-10-28", "unresolved_no_anchor", None),
        ("FUTURE_REF", "unresolved_vague", None),
    ]


def test_a_resolved_date_names_its_anchor():
    first, second = extract("On 28 October 2016 it began. The next day, they won.").mentions.dates
    assert (second.value.derivation, second.value.anchor) == ("relative", first.start)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("In early May 1942 it fell.", ("1942-05-01", "1942-05-10")),
        ("In mid-April 2022 it fell.", ("2022-04-11", "2022-04-20")),
        ("In late February 1944 it fell.", ("1944-02-21", "1944-02-29")),
        ("In early 1941 it fell.", ("1941-01-01", "1941-04-30")),
        ("In the late 1960s it fell.", ("1967-01-01", "1969-12-31")),
        ("In the second week of May 1943 it fell.", ("1943-05-08", "1943-05-14")),
        ("In the last week of February 1944 it fell.", ("1944-02-23", "1944-02-29")),
        ("In the summer of 1943 it fell.", ("1943-06-01", "1943-08-31")),
        ("In 490 BC it fell.", ("-0490-01-01", "-0490-12-31")),
        ("For the first months of 47 BC they fought.", ("-0047-01-01", "-0047-04-30")),
        ("In the winter of 1914 it fell.", ("1914-12-01", "1915-02-28")),
        ("For the first ten months of 1915 they fought.", ("1915-01-01", "1915-10-31")),
        ("In the last two weeks of February 1951 it ended.", ("1951-02-15", "1951-02-28")),
        ("In the first three days of July 1916 it rained.", ("1916-07-01", "1916-07-03")),
        ("In the second half of the 14th century it fell.", ("1350-01-01", "1399-12-31")),
    ],
)
def test_first_and_last_day(text, span):
    (mention,) = extract(text).mentions.dates
    assert (mention.value.start, mention.value.end) == span


# ------------------------------------------------------------------------------------------------------------ dateparser


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("6 November 2016", (2016, 11, 6)),
        ("November 6, 2016", (2016, 11, 6)),
        ("1 Sept 2000", (2000, 9, 1)),
        ("6.11.2016", (2016, 11, 6)),
        ("2016-11-06", (2016, 11, 6)),
        ("31 April 2016", None),
        ("29 February 1999", None),
        ("November 2016", None),
        ("tomorrow", None),
        ("9" * 60, None),
    ],
)
def test_dateparser_reads_as_pinned(text, day):
    assert read_absolute(text) == day


def test_every_month_name_is_read():
    months = date_vocabulary().months
    assert [month_number(name) for name in months.full] == list(range(1, 13))
    assert all(month_number(name) for name in months.short)


# ------------------------------------------------------------------------------------------------------------ linear time

ADVERSARIAL = [
    "the next the next ",
    "1 2 3 4 5 6 7 8 ",
    "early late mid early ",
    "6–7–8–9–10–",
    "of the of the day of ",
    "a few several many more than ",
    "May ",
    "1999-1999-1999",
    "two hundred and two ",
    "night of the night of ",
    "((((",
    "9",
    "day after day before ",
]


def calls(text):
    """How many calls, of Python and of C functions, finding the dates of a text takes."""
    tokens = sentences.split(cleaning.clean(Document("d", text)))
    parse = grammar.parse(tokens)
    count = 0

    def counted(frame, event, argument):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        find_dates(tokens, parse)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("unit", ADVERSARIAL)
def test_twice_the_text_takes_twice_the_calls(unit):
    find("On 6 May 1900 it fell.")  # what is made once is made before
    size = 3000 // len(unit)
    assert calls(unit * size * 2) <= 2.4 * calls(unit * size) + 400


@pytest.mark.parametrize("unit", ADVERSARIAL)
def test_patterns_do_not_backtrack_without_end(unit):
    text = (unit * (20000 // len(unit)))[:20000]
    for rule in rules():
        for start in range(0, 200, 7):
            match = rule.pattern.match(text, start)
            assert match is None or match.end() - start <= 400


def test_no_pattern_counts_its_groups():
    assert all(rule.pattern.groups == len(rule.pattern.groupindex) for rule in rules())


def test_a_complement_ends_with_its_line():
    text = "Morning, first day of Orange Revolution\nAfter the vote they left."
    assert [text[m.start : m.end] for m in find(text)] == ["Morning", "first day of Orange Revolution"]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("On 21 May 1982 they landed. Over the next four days pilots bombed them.", ("1982-05-21", "1982-05-25")),
        ("The raid began on 9 May 1982, on the night of 14 May.", ("1982-05-14", "1982-05-15")),
        ("Overnight on 14 May 1982 the raiders landed.", ("1982-05-14", "1982-05-15")),
        ("On 14 May 1982 the raiders landed overnight. On 16 May they left.", ("1982-05-16", "1982-05-16")),
        ("He came on 9 July 2017 and on the 10th formally proclaimed victory.", ("2017-07-10", "2017-07-10")),
        ("In the early hours of 17 October 2016, it began.", ("2016-10-17", "2016-10-17")),
        # hours of a day; those of a war are of none
        ("In the small hours of the morning of 17 October 2016, it began.", ("2016-10-17", "2016-10-17")),
        ("In the final hours of 17 October 2016, it began.", ("2016-10-17", "2016-10-17")),
        ("On 3 May 1809 they met. In the early hours of Thursday it began.", ("1809-05-04", "1809-05-04")),
        ("On 3 May 1809 they met. In the pre-dawn hours of the 16th it began.", ("1809-05-16", "1809-05-16")),
        ("The army withdrew in the second half of May 1940.", ("1940-05-16", "1940-05-31")),
        ("The army withdrew in the second half of February 1944.", ("1944-02-16", "1944-02-29")),
        ("On 3 April 1940 it came. In the first half of May it left.", ("1940-05-01", "1940-05-15")),
        ("It came in the first days of September 1855 and left.", ("1855-09-01", "1855-09-10")),
        ("== March ==\nIn 1854 it sailed.\n== May ==\nIt fell on the 3rd.", ("1854-05-03", "1854-05-03")),
        ("It was taken in the first months of 1942.", ("1942-01-01", "1942-04-30")),
        ("He died on the third day of May in the year 1382.", ("1382-05-03", "1382-05-03")),
        # the days that were told, where there were so many
        ("On 6 June 1794 they came. The next day they met. Over the two days, 61 fell.", ("1794-06-06", "1794-06-07")),
        ("On 6 June 1794 they came. Over the two days, 61 fell.", (None, None)),
    ],
)
def test_the_last_date_covers(text, span):
    value = extract(text).mentions.dates[-1].value
    assert (value.start, value.end) == span


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "The mill was held on 3 and 4 October 1799.\n\nThe battle\n\nIt was stormed shortly before 8 a.m.",
            "1799-10-03",
        ),
        ("The mill was held from 3 to 4 October 1799.\n\nThe battle\n\nIt was stormed at 8 a.m.", "1799-10-03"),
        ("The mill was held on 3 and 4 October 1799. It was lost at 8 a.m.", "1799-10-04"),
        ("On 3 October 1799 it rained. On 4 October it froze.\n\nIt was stormed at 8 a.m.", "1799-10-04"),
        # the small hours after an evening, a night or late hours are those of the next day
        ("At 20:30 on 8 February 1942 they crossed. At 01:00 they attacked.", "1942-02-09"),
        ("On the night of 8 February 1942 they crossed. At 3 a.m. they attacked.", "1942-02-09"),
        ("At 20:30 on 8 February 1942 they crossed. By midnight they had landed. At dawn they attacked.", "1942-02-09"),
        ("At 04:00 on 8 February 1942 they crossed. At 06:00 they attacked.", "1942-02-08"),
    ],
)
def test_the_hours_of_a_new_paragraph_are_those_of_the_first_day(text, day):
    assert extract(text).mentions.dates[-1].value.start == day


def test_the_year_of_the_title_does_not_hold_back_what_the_text_states():
    text = "In June 2014 ISIL took the city. On 29 June its leader spoke."
    assert resolved(text, title="Battle of Mosul (2016)")[-1] == ("29 June", "2014-06-29")


@pytest.mark.parametrize(
    ("title", "text", "values"),
    [
        # what begins in the middle of its story has no lead to come back to
        (
            "",
            "In 1125 they gave orders. In January 1126 Baoding fell.\n\nThe peace did not last. In September, Taiyuan fell.",
            ["1125", "1126-01", "1126-09"],
        ),
        # no step back without a mark behind a date that states its year
        ("", "At Jankau, on 6 March 1645, he beat them. In December, he resigned.", ["1645-03-06", "1645-12"]),
        (
            "",
            "In September 1862 the president said that slaves would be free on 1 January 1863. On 5 November, he removed him.",
            ["1862-09", "1863-01-01", "1862-11-05"],
        ),
        # a month of the following year moves the clock
        (
            "",
            "He went home in 1640, but Banér died in May of the following year. He reached the army in November.",
            ["1640", "1641-05", "1641-11"],
        ),
        # behind the lead the text sets out anew: not in the year after
        (
            "",
            "The raid of 3 October 1993 failed.\n\nBackground\n\nOn 5 June, a patrol was ambushed. A bomb went off on 8 August.",
            ["1993-10-03", "1993-06-05", "1993-08-08"],
        ),
        # … but not before any year that the text states, and after all in a section on what came after
        (
            "",
            "The town fell on 26 February 1846.\n\nAftermath\n\nOn 1 November, the bishop fled.",
            ["1846-02-26", "1846-11-01"],
        ),
        # the first paragraph of an excerpt is no lead
        (
            "",
            "The crusaders landed on 27 May 1218. In February 1219 the sultan fled.\n\nTalks took place in July. On 29 August, they failed.",
            ["1218-05-27", "1219-02", "1219-07", "1219-08-29"],
        ),
        # after they had signed: the next thing that is told
        (
            "",
            "In May 1998 they left. They came on 6 June 1999. After they had signed on 7 July, all was well.",
            ["1998-05", "1999-06-06", "1999-07-07"],
        ),
        # back from an earlier year to that of the title
        (
            "Siege of Ostrov (1877)",
            "The fort was built in 1828.\n\nThe vanguard crossed the river in mid-May. On 2 June, guns were brought up.",
            ["1828", "1877-05", "1877-06-02"],
        ),
        # … and to the months of the lead, beyond its turn of the year
        (
            "Siege of Ostrov",
            "It was invested on 12 November 1877 and fell on 20 January 1878.\nBackground\nOn 4 July 1876 a rising began; it ended on 9 August.\nThe siege\nThroughout December, the garrison held out. On 8 January they met.",
            ["1877-11-12", "1878-01-20", "1876-07-04", "1876-08-09", "1877-12", "1878-01-08"],
        ),
        # not within the paragraph that tells of the earlier year, nor from a later one, nor where the heading states the year
        (
            "Siege of Ostrov (1877)",
            "In 1828 the fort was built. On 9 August it was blessed.\n\nIt fell on 2 May 1877.",
            ["1828", "1828-08-09", "1877-05-02"],
        ),
        (
            "",
            "It fell on 2 May 1877.\n\nIn June 1881 the walls were razed.\n\nOn 9 August, the garrison left.",
            ["1877-05-02", "1881-06", "1881-08-09"],
        ),
        (
            "Siege of Ostrov (1877)",
            "It fell on 2 May 1877.\n\nRising of 1876\n\nOn 9 March, a monk raised the flag.",
            ["1877-05-02", "1876", "1876-03-09"],
        ),
        # in the year before it, in a section on what came before, though no date says which
        (
            "",
            "The fleets met on 24 April 1864.\nPrelude\nThe claim went back to the treaty of 1852. In November, the king died.\nBattle\nOn 24 April, they met.",
            ["1864-04-24", "1852", "1863-11", "1864-04-24"],
        ),
        # a section far from it is about it again, unless its heading says otherwise
        (
            "",
            "The fort was taken on 9 August 1758.\nHistory of the fort\nIt was built in 1612. It was shelled in May 1665.\nExpedition\nThe squadron sailed on 9 March.\nLater history\nIt was sold in 1872.",
            ["1758-08-09", "1612", "1665-05", "1758-03-09", "1872"],
        ),
        # under a heading with a year, and where a section has stated its own, the text does not come back to its lead alone
        (
            "",
            "The village was a site of fighting. After the armistice of 11 November 1918, people returned.\nThe village in 1914\nIn late September 1914, the Germans came.\n\nOn 26 September, they were attacked.\n\nOn 7 October, they attacked.\n\nOn 19 November, the French were repulsed.\n\nOn 17 December, they reached it.",
            ["1918-11-11", "1914", "1914-09", "1914-09-26", "1914-10-07", "1914-11-19", "1914-12-17"],
        ),
        (
            "",
            "The village was a site of fighting. Between 1914 and 1916, the front ran through it. After the armistice of 11 November 1918, people returned.\nFirst battles\nIn late September 1914, the Germans came.\n\nOn 26 September, they were attacked.\n\nOn 7 October, they attacked.\n\nOn 19 November, the French were repulsed.\n\nOn 17 December, they reached it.",
            ["1914", "1916", "1918-11-11", "1914-09", "1914-09-26", "1914-10-07", "1914-11-19", "1914-12-17"],
        ),
        # a flashback that the text goes on from, until the next paragraph
        (
            "",
            "It lasted from 8 July to 3 August 1916.\n\nThe town had fallen in August 1915. In September, an attack failed.\n\nThe push began on 4 June. He died in 1918.",
            ["1916-07-08", "1916-08-03", "1915-08", "1915-09", "1916-06-04", "1918"],
        ),
        (
            "",
            "Ten men were shot on 4 March 1999.\n\nThe mine had grown in the war which had begun in 1994. In February, it was fenced in.",
            ["1999-03-04", "1994", "1999-02"],
        ),
        (
            "",
            "It began on 17 October 2016. The ruins, which the rebels had blown up in 2015, fell on 13 November.",
            ["2016-10-17", "2015", "2016-11-13"],
        ),
        # the lead's own dates without a year lie around the one that has one
        (
            "",
            "The raid took place in the summer of 1676. The fleet sailed on 12 May and was back on 30 September.\n\nGotland fell on 1 May.",
            ["1676-SU", "1676-05-12", "1676-09-30", "1676-05-01"],
        ),
        # the year that the next sentence states, where the narrative stands far from it
        (
            "",
            "The ship was launched in March 1938 and sold in October 1951.\n\nTroops landed in late April. On 26 April 1982, she sailed.",
            ["1938-03", "1951-10", "1982-04", "1982-04-26"],
        ),
        (
            "",
            "The ship was launched in March 1938.\n\nShe was fitted out in December. In January 1939, she sailed.",
            ["1938-03", "1938-12", "1939-01"],
        ),
        # years counted on move the narrative, or the flashback that it is in
        (
            "",
            "The war lasted from 1649 to 1653.\n\nThe siege of May 1652 failed. In the following year, an army came. It left on 28 April.",
            ["1649", "1653", "1652-05", "1653", "1653-04-28"],
        ),
        (
            "",
            "It was a peace signed on 19 January 1667.\n\nWar had broken out in March 1665. The next year, a battle was fought in June.\n\nTalks opened in November.",
            ["1667-01-19", "1665-03", "1666", "1666-06", "1666-11"],
        ),
        (
            "",
            "He fell on 6 June 1871. Three years later the post closed. On 9 May, it burned.",
            ["1871-06-06", "1874", "1874-05-09"],
        ),
        # the year before the first one that a text states
        ("", "It left Melbourne and arrived on 2 December. It landed on 25 April 1915.", ["1914-12-02", "1915-04-25"]),
        # … and that of an ancient title
        ("Siege of X (70 CE)", "By May, the wall was breached.", ["0070-05"]),
        ("", "It fell in the autumn of 1943. That winter, the bridge was built.", ["1943-FA", "1944-WI"]),
        # the winter that follows a year ends in the next
        (
            "",
            "He became king in 1186. In the winter, Raynald seized a caravan. On 1 May, it fell.",
            ["1186", "1187-WI", "1187-05-01"],
        ),
        ("", "He was crowned in 995. In the summer he sailed to the isles.", ["0995", "0995-SU"]),
        # a year alone that goes on in a life, or begins its sentence, is no glance ahead
        (
            "",
            "He was exiled in 1850 and returned in 1857. On 5 June he stormed the fort.",
            ["1850", "1857", "1857-06-05"],
        ),
        (
            "",
            "On 3 May 1863 Holm was captured. In 1889 he took command, and on 5 June he crossed the river.",
            ["1863-05-03", "1889", "1889-06-05"],
        ),
        # … as it is behind a day in the same sentence, with the year that was said then to have been
        (
            "",
            "On 3 May 1863 Holm was captured, and he died in 1889. The fort fell on 5 June.",
            ["1863-05-03", "1889", "1863-06-05"],
        ),
        (
            "",
            "On 17 January 1945 he was seized; in 1957 the ministry said that he had died in 1947. The hill fell on 11 February.",
            ["1945-01-17", "1957", "1947", "1945-02-11"],
        ),
        # a section goes on from the first of the months that its heading names
        (
            "",
            "Siege (October 1944 – February 1945)\n\nThe town was taken on 19 October. On 26 December the road was cut. On 17 January they fled.",
            ["1944-10", "1945-02", "1944-10-19", "1944-12-26", "1945-01-17"],
        ),
        # the winter of a stated year runs into the next
        (
            "",
            "By the winter of 1920, bread was short. In January, rations were cut.",
            ["1920-WI", "1921-01"],
        ),
        # days in parentheses go on from one another, and nothing else from them
        (
            "",
            "On 5 June 1634 he led the attack at Kemnitz (15 April 1632). He was hurt at Alte Veste (3 September).",
            ["1634-06-05", "1632-04-15", "1632-09-03"],
        ),
        (
            "",
            "On 5 June 1634 he led those who had stormed Kemnitz (15 April 1632). On 3 September he was hurt.",
            ["1634-06-05", "1632-04-15", "1634-09-03"],
        ),
    ],
)
def test_a_text_comes_back_to_what_it_is_about(title, text, values):
    assert [value for _, value in resolved(text, title=title)] == values


def test_a_year_that_comes_from_the_lead_or_title_says_so():
    first, _, last = extract(
        "It fell on 8 June 1877.\n\nThe fort was built in 1828.\n\nIn May the vanguard came."
    ).mentions.dates
    assert (last.value.value, last.value.derivation, last.value.anchor) == ("1877-05", "year_from_context", first.start)
    _, last = extract("The fort was built in 1828.\n\nIn May the guns came.", title="Siege (1877)").mentions.dates
    assert (last.value.value, last.value.derivation, last.value.anchor) == ("1877-05", "from_title", None)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # not where no year with an era is near, nor a number of things
        ("In 1942 they came. In 57 he left, and in 50 the men fled.", ["1942"]),
        ("In 279 BC they came. In 57 he left.", ["-0279"]),
        ("In 58 BC they came in 40 ships with 57 of the men.", ["-0058"]),
        ("In 58 BC Caesar came. In 57 he won. In 55 the army crossed the Rhine.", ["-0058", "-0057", "-0055"]),
        ("In 49 BC he crossed. In August 48 men fled.", ["-0049", "-0049-08"]),
        ("In 1944 he crossed. On 9 August 48 of the men fled.", ["1944", "1944-08-09"]),
        (
            "In 49 BC he crossed. On 9 August 48 he won, in the spring of 47 the king fled.",
            ["-0049", "-0048-08-09", "-0047-SP"],
        ),
        ("In 42 BC he fell. Sextus held Sicily until 36, when he fled.", ["-0042", "-0036"]),
        ("In AD 59 they took Artaxata. In 60 or 61 Boudica rose.", ["0059", "0060", "0061"]),
        ("In 66 AD riots broke out. He landed early in 67. In 70 Titus took the city.", ["0066", "0067", "0070"]),
    ],
)
def test_two_digits_are_a_year_near_one_with_an_era(text, values):
    assert [value for _, value in resolved(text)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # not a number of what is named behind it, nor where no year near it is told
        ("In 655 he fell. They came in 300 ships and in 120 wagons.", ["0655"]),
        ("In 1655 they came. In 658 three nobles fell.", ["1655"]),
        ("In 655 he fell. In 658 three nobles rose.", ["0655", "0658"]),
        (
            "He (2 April 742 – 28 January 814) became king in 768 following his father.",
            ["0742-04-02", "0814-01-28", "0768"],
        ),
        ("In 787 he fell. As of 794, he ruled it, and up to 806.", ["0787", "0794", "0806"]),
        ("In 268 he rose, and at Naissus in 269 slew the Goths.", ["0268", "0269"]),
    ],
)
def test_three_digits_before_a_noun_are_a_year_near_another(text, values):
    assert [value for _, value in resolved(text)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # not one behind a dash, nor one that does not follow
        ("In 100–44 BC he lived.", ["-0100", "-0044"]),
        ("They lost 300/400 men in 490 BC.", ["-0490"]),
        ("On 3 May 1659/60 he came.", ["1659-05-03"]),
        ("On 31 January 2023/1 February 2023 it fell.", ["2023-01-31", "2023-02-01"]),
        ("In 433/2 BC they sailed. In 432/31 BC they fought.", ["-0433", "-0432", "-0432", "-0431"]),
        ("In 866 they landed. In 867/8 they took York.", ["0866", "0867", "0868"]),
        ("In 636/637 the Arabs took Jerusalem.", ["0636", "0637"]),
        ("In 622 he set out. In the winter of 624/625 he camped in Albania.", ["0622", "0624-WI"]),
        # before Lady Day the year was once still the old one
        ("On 3 February 1659/60 Monck came.", ["1660-02-03"]),
        ("He died on 30 January 1648/9.", ["1649-01-30"]),
    ],
)
def test_slash_joins_two_years_one_after_the_other(text, values):
    assert [value for _, value in resolved(text)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In 1578 he came a century later.", ["1578", "16"]),
        ("In 1578 they sailed. Magellan had come half a century earlier.", ["1578", "1528"]),
        ("In May 1809 they met. Half a year later they fought.", ["1809-05", "1809-11"]),
        # the days of the year that move, or that the Romans named
        ("On Shrove Tuesday 1314 they climbed the walls.", ["1314-XX-XX"]),
        ("On the Ides of March, 44 BC, they stabbed him.", ["-0044-03-15"]),
        # not the night of a day that was told before the year
        (
            "On 19 July 1296 he fell. In 1299 they came to Delhi. They drew off in the night.",
            ["1296-07-19", "1299", "XXXX-XX-XXTNI"],
        ),
        ("On 19 July 1296 he fell. They drew off in the night.", ["1296-07-19", "1296-07-19TNI"]),
    ],
)
def test_halves_feasts_and_nights(text, values):
    assert [value for _, value in resolved(text)] == values


def test_date_in_parentheses_opens_no_section():
    text = (
        "Hama\n\nOn 13 April 1175 he won.\n\nThe war did not end, with a last battle in the spring of 1176.\n\nOn 15 May he came to Azaz.\n\n"
        "Masyaf\n\nHe had made a truce with them (in the summer of 1175). He came there in August 1176."
    )
    assert ("15 May", "1176-05-15") in resolved(text)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # a look ahead from which nothing goes on
        ("He won in 1333, and died 44 years later. On 24 June they buried him.", ["1333", "1377", "1333-06-24"]),
        ("In 1333 he won; seven years later he beat them at Sluys on 24 June.", ["1333", "1340", "1340-06-24"]),
        # on from what had happened
        (
            "They landed in March 1704. An attempt on Cádiz in September 1702 had failed, but Rooke won at Vigo on 23 October.",
            ["1704-03", "1702-09", "1702-10-23"],
        ),
        (
            "He fell at Culloden on 16 April 1746. It had begun the year before, when he landed on 23 July. On 17 September he took Edinburgh.",
            ["1746-04-16", "1745", "1745-07-23", "1745-09-17"],
        ),
        (
            "Tuman Bay was hanged on 13 April 1517. Three years earlier, Selim had won at Chaldiran on 23 August.",
            ["1517-04-13", "1514", "1514-08-23"],
        ),
        (
            "He fell on 16 April 1746. He had raised men the year before. On 17 September he was tried.",
            ["1746-04-16", "1745", "1746-09-17"],
        ),
        (
            "Candia fell on 27 September 1669. In 1645 they had taken Canea. Retimo fell the following year.",
            ["1669-09-27", "1645", "1646"],
        ),
        (
            "On 23 June 1372 they won. In the summer of the following year he marched to Bordeaux.",
            ["1372-06-23", "1373-SU"],
        ),
        ("In 1529 he took Buda. In the following autumn he came to Vienna.", ["1529", "1529-FA"]),
        # back from it
        (
            "They sailed in June 1798. In July 1797, Nelson had lost an arm. On 21 May a gale struck them.",
            ["1798-06", "1797-07", "1798-05-21"],
        ),
        (
            "They sailed in June 1797. In July 1797, Nelson lost an arm. On 21 August he left.",
            ["1797-06", "1797-07", "1797-08-21"],
        ),
    ],
)
def test_looks_back_and_ahead(text, values):
    assert [value for _, value in resolved(text)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # not a number of things at the head of a line, nor in a text of other times
        ("410 men\n\nIn 408 Alaric came with 500 men.", ["0408"]),
        ("410: A sequel\n\nIn 1408 they came.", ["1408"]),
        (
            "406–408\n\nIn 406 they crossed the Rhine.\n\n410: Sack of Rome\n\nIn August Alaric came.",
            ["0406", "0408", "0406", "0410", "0410-08"],
        ),
    ],
)
def test_three_digits_that_head_a_line_are_a_year(text, values):
    assert [value for _, value in resolved(text)] == values
