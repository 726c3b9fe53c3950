"""What two or three words settle for sure, whatever stands around them: fixed phrases, and quotation marks that look like genitives."""

from __future__ import annotations

import re
from itertools import compress, count, pairwise
from typing import TYPE_CHECKING

from pipeline.grammar.context import context_words
from pipeline.rules.actors import actor_rules, joint_names
from pipeline.rules.grammar import DETERMINERS, REFLEXIVES
from pipeline.rules.nouns import demonyms, noun_classes

if TYPE_CHECKING:
    from pipeline.records import Tokens

__all__ = ["INSERTION", "settle_dashes", "settle_phrases", "settle_quotes"]

INSERTION = ",(?:A+|I[ANJa]|ICt),"
"""*was, however, repulsed*, *had, by then, fled*: a word or two between commas part no auxiliary from its verb."""

# What stands before is looked at after the code itself: the engine finds codes faster than places behind others.
_FLOATING = re.compile(
    r"[DO](?:(?<=[iU]D)(?=[VxEpwX])|(?<=[BbH]D)(?=A?[EpGL])|(?<=[NMO]D)(?=[ELBHUZ])|(?<=[BbHNMO]O)(?=[EpLBHU])|(?<=[NM]O)(?=I|A[ELBHU]))"
)
_DIGITS, _DIGITS_OF_YEAR = 3, 4
"""Of a year of the early middle ages, and of any since."""
_A_FEW = frozenset(
    {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty", "thirty"}
)
"""*in 658 three nobles rose*; not *in 300 million homes*."""
_FLOATING_WORDS = REFLEXIVES | {"both", "all", "each", "either"}
_ADVERBIAL = re.compile(r"I(?=[Ad])")
# *and in 876 shared out the land*, *was killed in 908 fighting the Magyars*: a year of three digits; not *in 300 captured villages*.
_EARLY_YEAR = re.compile(r"C(?<=IC)(?=[LpC]|E(?![NxyJC])|G(?=[DMPOI]))")
_FEAST_DAY = re.compile(r"M(?<=tM)((?:C(?![NJ]))?)")
# What no lexicon knows as a noun is one behind an article or possessive: *the traverse*, *his interdict*, *their might*; *an all out advance*.
_NAMED = re.compile(r"[VU](?<=[DP].)")
# *men aged 16 to 60*, *boys aged between 12 and 16*
_AGED = re.compile(r"N(?=[CcI])")
_ALL_OUT = re.compile(r"DI(?=[NJxy])")
# *All told, 100 men fell*
_YET = re.compile("K(?=[DA])")
_ONE_MORE = frozenset({"another", "again", "more"})
_ALL_TOLD = re.compile(r"D(?=[ELpX])|q(?=A)")
_PARTICLE = re.compile(r"[NF](?<=M[NF])(?=N?M)|N(?<=MNN)(?=M)")
# *Frankfurt an der Oder*
_ON_RIVER = re.compile(r"[DIN][ND](?<=M..)(?=M)")
_BY_TODAYS_NAME = re.compile(r".BA(?<=[IVLEGZp].BA)(?=[MJD])")
_NOWADAYS = frozenset({"now", "today", "then"})
_BYNAME = re.compile(r"\((?<=[CcMN]\()[^()_taCc]{1,3}\)(?=[MNxy])")
_JOINED = re.compile(r"K(?<=MK)(?=D?M)")
_EPITHET = re.compile(r"D(?<=MD)(?=M(?![MNxyJ]))")
_HOME = re.compile(r"A(?<=[DPSJ]A)")
# *lost in killed and wounded 19,000 men*, *lost, in killed and captured, some 9,000*: no verbs, what was lost stands behind.
_IN_LOSSES = re.compile(r",?I[EpG](?:,[EpG])*,?K[EpG],?(?=[ADC]*C)")
_LOSSES = frozenset({"killed", "wounded", "captured", "injured", "missing", "drowned"})
# *landed unopposed at Salerno*: how, not who.
_UNDONE = re.compile(r"J(?<=[LEVG]J)(?=[I.,;])")
# *all but destroyed the fleet*, *lost in all some 700 men*
_BEING_AWAY = re.compile(r"BI(?=[DMNPO])")
_SUCH_AS = re.compile(r"Dq(?=[DMNPJCSxyjwG])")
_DONE_TO_DEATH = re.compile(r"[ELVGXp][JNkx](?=[DPMNCK.,I])")
_SHOOTING = frozenset({"shot", "shoot", "shoots", "shooting", "struck"})
_BECAUSE_OF = re.compile(r"QI")
_HOW_FAR = re.compile(r"DK(?=[ELpJC])|ID(?=[A,C.]|D[CN]|I[CN])")
# *returned to base*, *marched to battle*: no infinitive.
_KNOWN = re.compile(r"[DPC][DJAN][pELJ](?=[NMJxy])")
_HOW_WELL = frozenset({"little", "lesser", "less", "least", "well", "better", "best"})
_IN_WHAT = re.compile(r"ID(?=A?[BHLZUE])")
_TO_HAVEN = re.compile(r"ix(?=[.,;:)K])")
_HAVENS = frozenset({"base", "battle", "camp", "shore"})
# *and soon after returned to London*, *attacked the line head on*: adverbs of two words.
_IN_TURN = re.compile(r"I[NJAx](?<=[BHbhU]I.)(?=[ELpXVb])")
_MANNERS = frozenset(
    {
        ("by", "force"), ("by", "decree"), ("by", "law"), ("by", "chance"), ("of", "course"), ("in", "public"), ("in", "person"), ("in", "absentia"),
        ("at", "gunpoint"), ("at", "length"), ("under", "duress"), ("under", "pressure"), ("under", "guard"), ("under", "protest"), ("without", "trial"),
        ("without", "warning"), ("without", "delay"), ("without", "resistance"), ("on", "appeal"), ("in", "error"), ("with", "difficulty"),
    }
)  # fmt: skip
"""*was by force expelled*: how, not where or by whom."""
_IN_A_ROW = re.compile(r"(?<=[LEVGZ])I[NJAx]{1,2}(?=[DPMCN])")
_ROWS = frozenset({"turn", "succession"})
_ONE_BY_ONE = re.compile(r"C(?:IC|qDJ?(?![NMxyJ]))")
_THE_OTHER = frozenset({"another", "the other"})
_LONG_AND = re.compile(r"A(?<=[DP]A)(?=KA?[JEG])")
_TWO_WORDS = re.compile(r"Aq(?=[ELBH])|xI(?=[.,;:)K])")
_HOW_MUCH_MORE = re.compile(r"D(?=A)")
_MORE = frozenset({"more", "most", "less", "least"})
_SOON = frozenset({"soon", "shortly", "immediately", "long", "straight", "directly"})
_NOT_ONLY = re.compile(r"!(?=A)")
_ONLY = frozenset({"only", "merely", "just", "simply", "solely"})
_NEITHER = re.compile(r"D(?=[ELVXxpj])")
_HARDLY = frozenset({"sooner", "hardly", "scarcely", "barely"})
_HAD_DONE = re.compile(r"H[DPMNJCSOA]+[ELVXpb]")
_CORRELATED = 25
"""Tokens within which *nor* follows its *neither*."""
_APOSTROPHE = re.compile(r"S")
_APOSTROPHES = frozenset("'’")
_OWNING = frozenset("NMxyCcta")
_SOFT = frozenset({"rus", "kazan", "tver", "ryazan", "perm", "tyumen"})
"""Names that end in a soft sign: *the Rus' attacked*."""
_QUOTED = 25
"""Tokens that a quotation in single marks has at most."""
_DASHES = frozenset({"—", "–", "--", "-"})
_INSERTED = frozenset(
    {"which", "who", "whose", "whom", "where", "having", "led", "commanded", "supported", "headed", "backed"}
)
_VERBS = tuple([code] for code in "ELBHUZ")
_ASIDE = 40
"""Tokens that an insertion between dashes has at most."""


def settle_phrases(codes: list[str], lower: list[str], line: str) -> None:
    """Settles what two or three words tell for sure: *the king himself*, *by now*, *an all out attack*."""
    for match in _FLOATING.finditer(line):
        at = match.start()
        # *had himself crowned*: what he had done to himself.
        crowned = (
            lower[at - 1] == "had" and lower[at + 1] in context_words().crowning and lower[at + 2 : at + 3] != ["war"]
        )
        # *Bohemund himself with his army*
        floating = REFLEXIVES if line[at + 1 : at + 2] == "I" else _FLOATING_WORDS
        if lower[at] in floating and not crowned:
            codes[at] = "A"
    for match in _ALL_TOLD.finditer(line):
        at = match.start()
        # *said that in the clashes since then they had lost 20 men*: no clause of its own.
        if lower[at : at + 2] in (["all", "told"], ["since", "then"]):
            codes[at] = codes[at + 1] = "A"
    for match in _ADVERBIAL.finditer(line):
        if lower[match.start() + 1] in context_words().points:
            codes[match.start()] = "A"
    for match in _NAMED.finditer(line):
        if lower[match.start() - 1] in DETERMINERS:
            codes[match.start()] = "N"
    for match in _ALL_OUT.finditer(line):
        if lower[match.start() : match.end()] == ["all", "out"]:
            codes[match.start() : match.end()] = "J", "J"
    _settle_no_sooner(codes, lower, line)
    _settle_ages(codes, lower, line)
    _settle_years(codes, lower, line)
    _settle_what(codes, lower, line)
    _settle_fame(codes, lower, line)
    _settle_yet(codes, lower, line)
    _settle_epithets(codes, lower, line)
    _settle_names(codes, lower, line)
    for match in _HOME.finditer(line):
        if lower[match.start()] == "home":
            # *burned her family's home*
            codes[match.start()] = "N"
    for match in _TO_HAVEN.finditer(line):
        if lower[match.start() + 1] in _HAVENS:
            codes[match.start()] = "I"
    _settle_adverbs(codes, lower, line)
    _settle_manners(codes, lower, line)
    _settle_insertions(codes, lower, line)
    _settle_negations(codes, lower, line)


def _settle_no_sooner(codes: list[str], lower: list[str], line: str) -> None:
    """*No sooner had the Danes landed than they were attacked*, *Hardly had he taken it when …*: the deed is done, *than* is when."""
    if _HARDLY.isdisjoint(lower):
        return
    for at in (k for k, word in enumerate(lower) if word in _HARDLY):
        if lower[at] == "sooner":
            first = at - 1
            than = next((k for k in range(at, min(at + _CORRELATED, len(lower))) if lower[k] == "than"), None)
            if lower[first] != "no" or than is None:
                continue
            codes[than] = "Q"
            codes[first], codes[at] = "A", "A"
        behind = _HAD_DONE.match(line, at + 1)
        if behind and lower[at + 1] == "had":
            codes[at + 1] = "A"
            codes[behind.end() - 1] = "B" if lower[behind.end() - 1] == "been" else "L"


def _settle_what(codes: list[str], lower: list[str], line: str) -> None:
    """*beat the Danes and Swedes in what became known as the war*: a clause of its own, of which they are no part; not *in what is now Poland*."""
    for match in _IN_WHAT.finditer(line):
        at = match.start() + 1
        if lower[at] == "what" and lower[at + 1 : at + 3] != ["is", "now"]:
            codes[at] = "R"


def _settle_fame(codes: list[str], lower: list[str], line: str) -> None:
    """*a little known officer*, *the lesser known battles*: how well, and no amount."""
    for match in _KNOWN.finditer(line):
        at = match.end() - 1
        if lower[at] == "known" and lower[at - 1] in _HOW_WELL:
            codes[at - 1], codes[at] = "A", "J"


def _settle_ages(codes: list[str], lower: list[str], line: str) -> None:
    """*men aged 16 to 60*: no noun that ends its phrase."""
    for match in _AGED.finditer(line):
        if lower[match.start()] == "aged":
            codes[match.start()] = "A" if codes[match.end()] == "I" else "I"


def _settle_years(codes: list[str], lower: list[str], line: str) -> None:
    """*on Christmas Day 1776 he crossed the river*, *and in 876 shared out the land*: times, not what is counted."""
    for match in _FEAST_DAY.finditer(line):
        at = match.start()
        if lower[at] == "day":
            codes[at : match.end()] = "ta" if match[1] and len(lower[at + 1]) == _DIGITS_OF_YEAR else "t" + match[1]
    for match in _EARLY_YEAR.finditer(line):
        at = match.start()
        counted = line[at + 1] == "C" and lower[at + 1] not in _A_FEW
        if lower[at - 1] == "in" and lower[at].isdigit() and len(lower[at]) == _DIGITS and not counted:
            codes[at] = "a"


def _settle_adverbs(codes: list[str], lower: list[str], line: str) -> None:
    """*was all but destroyed*, *shot dead Okada's brother*: no phrase of their own, nor part of the next."""
    for match in _HOW_FAR.finditer(line):
        if lower[match.start() : match.end()] in (["all", "but"], ["in", "all"]):
            codes[match.start() : match.end()] = "A", "A"
    for match in _HOW_MUCH_MORE.finditer(line):
        # *was even more heavily damaged*
        if lower[match.start()] in _MORE and lower[match.start() + 1].endswith("ly"):
            codes[match.start()] = "A"
    for match in _TWO_WORDS.finditer(line):
        first, second = lower[match.start() : match.end()]
        if (second in ("after", "before") and first in _SOON) or (first, second) == ("head", "on"):
            codes[match.start() : match.end()] = "A", "A"
    for match in _BECAUSE_OF.finditer(line):
        if lower[match.start() : match.end()] == ["because", "of"]:
            # *Because of the siege the garrison fled*: no clause.
            codes[match.start()] = "A"
    for match in _BEING_AWAY.finditer(line):
        if lower[match.start() + 1] == "away":
            # *While he was away the Danes attacked*
            codes[match.start() + 1] = "A"
    for match in _SUCH_AS.finditer(line):
        if lower[match.start() : match.end()] == ["such", "as"]:
            # *liberties such as that of the press were suspended*
            codes[match.start() : match.end()] = "A", "I"
    for match in _DONE_TO_DEATH.finditer(line):
        if lower[match.start() + 1] == "dead" and lower[match.start()] in _SHOOTING:
            # *shot dead two villagers*: nor how many they were.
            behind = codes[match.start() + 2 : match.start() + 3]
            codes[match.start() + 1] = "_" if behind in (["C"], ["J"]) else "A"


def _settle_manners(codes: list[str], lower: list[str], line: str) -> None:
    """*lost in killed and wounded 19,000 men*, *landed unopposed at Salerno*: how much and how, neither a verb nor who."""
    for match in _IN_LOSSES.finditer(line):
        words = {word for word in lower[match.start() : match.end()] if len(word) > 1} - {"and", "or"}
        if "in" in words and words <= _LOSSES | {"in"}:
            codes[match.start() : match.end()] = "A" * len(match[0])
    for match in _UNDONE.finditer(line):
        if lower[match.start()].startswith("un") and lower[match.start()].endswith("ed"):
            codes[match.start()] = "A"


def _settle_negations(codes: list[str], lower: list[str], line: str) -> None:
    """*not only burned the town but looted it*: it burned; *neither took the fort nor held the town*: nothing was taken; *either fled or fell*."""
    for match in _NOT_ONLY.finditer(line):
        if lower[match.start() + 1] in _ONLY:
            codes[match.start()] = "A"
    for match in _NEITHER.finditer(line):
        at = match.start()
        if lower[at] == "neither" and "nor" in lower[at : at + _CORRELATED]:
            codes[at] = "!"
        elif lower[at] == "either" and _either_did(line, at) and "or" in lower[at : at + _CORRELATED]:
            codes[at] = "A"


def _either_did(line: str, at: int) -> bool:
    """*Most either fled or were killed*: a verb stands behind; not *either captured town*."""
    return line[at + 1] in "EL" and line[at + 2 : at + 3] not in ("N", "x", "y")


def _settle_yet(codes: list[str], lower: list[str], line: str) -> None:
    """*launched yet another attack*, *yet again withdrew*: one more of a row, no *but*."""
    for match in _YET.finditer(line):
        if lower[match.start()] == "yet" and lower[match.start() + 1] in _ONE_MORE:
            codes[match.start()] = "A"


def _settle_epithets(codes: list[str], lower: list[str], line: str) -> None:
    """*Charles the Bold was killed*, *Minamoto no Yoritomo rose*: what looks like an article belongs to the name."""
    for match in _EPITHET.finditer(line):
        word, behind = lower[match.start() : match.start() + 2]
        if (word == "the" and behind in context_words().epithets) or (word == "no" and behind not in demonyms()):
            codes[match.start()] = "M"


def _settle_insertions(codes: list[str], lower: list[str], line: str) -> None:
    """*were in turn attacked*: part of the verb; *the long and difficult siege*: no adverb."""
    for match in _IN_TURN.finditer(line):
        bare = lower[match.start()] == "in" and lower[match.start() + 1] in context_words().bare
        if bare or (lower[match.start()], lower[match.start() + 1]) in _MANNERS:
            codes[match.start() : match.end()] = "A", "A"
    for match in _IN_A_ROW.finditer(line):
        if lower[match.end() - 1] in _ROWS and lower[match.start()] == "in":
            # *took in quick succession Riga and Reval*
            codes[match.start() : match.end()] = "A" * len(match[0])
    for match in _ONE_BY_ONE.finditer(line):
        first, how, *other = lower[match.start() : match.end()]
        in_turn = " ".join(other) in _THE_OTHER and first == "one" and lower[match.end() : match.end() + 1] != ["of"]
        if (how == "by" and other == [first]) or in_turn:
            # *One by one the castles fell*, *submitted one after another*
            codes[match.start() : match.end()] = "A" * len(match[0])
    for match in _LONG_AND.finditer(line):
        if lower[match.start()] == "long":
            codes[match.start()] = "J"


def _settle_names(codes: list[str], lower: list[str], line: str) -> None:
    """*Bosnia and Herzegovina*, *Rio de Janeiro*, *Frankfurt an der Oder*: one name; *in what is now Belgium*: Belgium."""
    for match in _PARTICLE.finditer(line):
        if (lower[match.start()] in actor_rules().particles or lower[match.start()] == "do") and codes[
            match.start() - 1
        ] == "M":
            codes[match.start()] = "M"
    for match in _ON_RIVER.finditer(line):
        if lower[match.start() + 1] == "der" and lower[match.start()] in ("an", "in", "ob"):
            codes[match.start() : match.end()] = "MM"
    for match in _BYNAME.finditer(line):
        first, last = match.span()
        numbered = any(word[:1].isdigit() and word[-1:].isalpha() for word in lower[first - 2 : first])
        if numbered and any("force" in noun_classes().get(word, ()) for word in lower[last : last + 2]):
            # *the 36th (Ulster) Division*: one name
            codes[first:last] = "M" * (last - first)
    for match in _BY_TODAYS_NAME.finditer(line):
        if lower[match.start() + 2] in _NOWADAYS:
            codes[match.start() : match.end()] = "AAA"
    for match in _JOINED.finditer(line):
        at = match.start()
        for name in joint_names().get(lower[at - 1], ()):
            first = at - name.index("and")
            if first >= 0 and lower[first : first + len(name)] == [*name]:
                codes[at : first + len(name)] = "M" * (first + len(name) - at)


_SO_CALLED = re.compile(r'"[Ep]"(?=J*[NxyM])')


def settle_quotes(codes: list[str], lower: list[str], line: str) -> None:
    """Tells single quotation marks from genitives: *'180 mercenaries' were killed*, but *the rebels' camp*."""
    opened = -_QUOTED
    for match in _APOSTROPHE.finditer(line):
        at = match.start()
        if lower[at] not in _APOSTROPHES:
            continue
        if at and lower[at - 1] in _SOFT:
            codes[at] = codes[at - 1]
        elif at - opened < _QUOTED and "_" not in line[opened:at]:
            codes[opened] = codes[at] = '"'
            opened = -_QUOTED
        elif not at or line[at - 1] not in _OWNING:
            opened = at
    for match in _SO_CALLED.finditer(line):
        # *established "liberated" areas*: no deed.
        codes[match.start() + 1] = "J"


def settle_dashes(codes: list[str], tokens: Tokens) -> None:
    """Makes parentheses of two dashes around what waits for its verb: *The garrison – which was small – held out*."""
    marks = [at for at in compress(count(), map(_DASHES.__contains__, tokens.words)) if _parts(tokens, at)]
    for first, last in pairwise(marks):
        if not 1 < last - first < _ASIDE or last + 1 >= len(codes) or codes[first] == "(" or _is_range(tokens, first):
            continue
        sentence = tokens.sentence_of[first]
        if not sentence.first < first or last + 1 >= sentence.last:
            continue
        behind = last + 1 + (codes[last + 1] == "A")
        # *ordered the brigades—hidden behind a ridge—to charge*
        long = tokens.words[first] == tokens.words[last] == "—"
        if long or tokens.lower[first + 1] in _INSERTED or codes[behind : behind + 1] in _VERBS:
            codes[first], codes[last] = "(", ")"
    for at in marks:
        if codes[at] == "-" and 0 < at < len(codes) - 1 and not (_is_range(tokens, at) or _ends(codes, at)):
            # *surrendered to the plotters – Umran took over*
            codes[at] = ":"
        elif codes[at] == "-" and _within_name(codes, tokens, at):
            codes[at] = "M"


def _parts(tokens: Tokens, at: int) -> bool:
    """Whether it is a dash, or a hyphen that stands for one between spaces: *Germany and Slovakia - its client - attacked*."""
    if tokens.words[at] != "-":
        return True
    return (
        0 < at < len(tokens.words) - 1
        and tokens.ends[at - 1] < tokens.starts[at]
        and tokens.ends[at] < tokens.starts[at + 1]
    )


def _ends(codes: list[str], at: int) -> bool:
    """Whether two numbers, dates or names stand on both sides: *8,000 – 10,000*, *Paris – Lyon*."""
    return codes[at - 1] in "CcatM" and codes[at + 1] in "CcatM"


def _is_range(tokens: Tokens, at: int) -> bool:
    """A dash without spaces, but for the long one: *1914–1918*, *the Austro–Hungarian fleet*."""
    return tokens.words[at] == "–" and tokens.ends[at - 1] == tokens.starts[at]


def _within_name(codes: list[str], tokens: Tokens, at: int) -> bool:
    """Whether a dash ties two acronyms to one name, as a hyphen would: *the FARC–EP attacked*; not *the US–UK fleet*."""
    if not (0 < at < len(codes) - 1 and codes[at - 1] == codes[at + 1] == "M" and _is_range(tokens, at)):
        return False
    acronyms = all(len(word) > 1 and word.isupper() for word in (tokens.words[at - 1], tokens.words[at + 1]))
    return acronyms and tokens.ends[at] == tokens.starts[at + 1] and codes[at + 2 : at + 3] not in (["N"], ["M"], ["-"])
