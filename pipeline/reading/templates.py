"""What a template shows: text-bearing templates of English Wikipedia give their text, all others nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pipeline.rules.wikitext import WikitextRules

__all__ = ["Arguments", "shown_text"]

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_RANGE_WORDS = {
    "-": "–",
    "–": "–",
    "to": " to ",
    "and": " and ",
    "or": " or ",
    "x": " × ",
    "by": " by ",
    "to(-)": " to ",
    "+/-": " ± ",
    "±": " ± ",
}


class Arguments:
    """The arguments of a template call, rendered when they are asked for and only once.

    >>> given = Arguments({"1": lambda: " Syria ", "name": lambda: "x"})
    >>> given["1"], given["2"], given.first("2", "name"), given.all
    ('Syria', '', 'x', ['Syria'])
    """

    __slots__ = ("_seen", "given")

    def __init__(self, given: Mapping[str, Callable[[], str]]) -> None:
        self.given = given
        self._seen: dict[str, str] = {}

    def __getitem__(self, name: str) -> str:
        """An argument by name, or ``"1"``, ``"2"`` … by position; empty where it is not given."""
        if name not in self.given:
            return ""
        value = self._seen.get(name)
        if value is None:
            value = self._seen[name] = self.given[name]().strip()
        return value

    def first(self, *names: str) -> str:
        """The first of the arguments that is not empty."""
        given = self.given
        for name in names:
            if name in given and (value := self[name]):
                return value
        return ""

    @property
    def names(self) -> list[str]:
        """The names of the arguments, in the order of the call."""
        return list(self.given)

    @property
    def all(self) -> list[str]:
        """The positional arguments that are not empty."""
        return [value for name in self.given if name.isdecimal() and (value := self[name])]


def shown_text(name: str, arguments: Arguments, rules: WikitextRules) -> str | None:
    """The text that a template shows, by its name in lower case; None for one that shows none.

    >>> from pipeline.rules.wikitext import wikitext_rules
    >>> shown_text("convert", Arguments({"1": lambda: "24", "2": lambda: "sqmi"}), wikitext_rules())
    '24 sq mi'
    """
    if (symbol := rules.symbols.get(name)) is not None:
        return (arguments["1"] + " [sic]").strip() if name == "sic" and arguments["1"] else symbol
    if name in rules.shown.first:
        return arguments.first("1", "text", "quote", "content", "name")
    if name in rules.shown.second:
        return arguments.first("2", "text")
    if name in rules.shown.last:
        return arguments.all[-1] if arguments.all else ""
    if name in rules.shown.joined:
        return ", ".join(arguments.all[1:] if name == "collapsible list" and len(arguments.all) > 1 else arguments.all)
    if name in rules.prefixed:
        shown = (
            "–".join(arguments.all[:2]) if name in ("circa", "floruit", "fl.", "reign", "c.", "ca") else arguments["1"]
        )
        return rules.prefixed[name] + shown if shown else rules.prefixed[name].strip()
    if name in rules.suffixed:
        return arguments["1"] + rules.suffixed[name]
    special = _SPECIAL.get(name)
    return special(arguments) if special else _by_pattern(name, arguments, rules)


def _by_pattern(name: str, arguments: Arguments, rules: WikitextRules) -> str | None:
    if name.startswith("lang-") or name == "langx":
        code = arguments["1"] if name == "langx" else name[5:]
        text = arguments["2"] if name == "langx" else arguments["1"]
        language = rules.languages.get(code.split("-")[0])
        return f"{language}: {text}" if language and text and arguments["label"] != "none" else text
    if name.startswith("ipa-") or name == "ipa":
        return f"[{arguments['1'].strip('[]')}]" if arguments["1"] else ""
    if name in ("convert", "cvt"):
        return _convert(arguments, rules)
    if name.upper() in rules.ships.prefixes or name in ("hnoms", "hswms"):
        return _ship(
            name.upper().replace("HNOMS", "HNoMS").replace("HSWMS", "HSwMS"),
            arguments["1"],
            arguments["2"],
            arguments["3"],
        )
    if name in rules.forces.names:
        return arguments.first("name", "1")
    if name in rules.flags:
        return rules.flags[name]
    return None


# ------------------------------------------------------------------------------------------------------------ dates


def _date(arguments: Arguments, *, day_first: bool = False) -> str:
    """``{{start date|2016|10|28|df=y}}`` as *28 October 2016*; a date already in words stays."""
    year, month, day = arguments["1"], arguments["2"], arguments["3"]
    if not (month.isdecimal() and 1 <= int(month) <= 12):
        return " ".join(part for part in (year, month, day) if part)
    name = _MONTHS[int(month) - 1]
    if not day.isdecimal():
        return f"{name} {year}"
    if day_first or arguments["df"].lower() in ("y", "yes"):
        return f"{int(day)} {name} {year}"
    return f"{name} {int(day)}, {year}"


def _dates(arguments: Arguments) -> str:
    first, last = (
        _date(Arguments({**arguments.given, **{str(n): arguments.given.get(str(n + shift), str) for n in (1, 2, 3)}}))
        for shift in (0, 3)
    )
    return f"{first} – {last}" if last else first


def _old_style(arguments: Arguments) -> str:
    day, year, old = arguments["1"], arguments["2"], arguments["3"]
    return f"{day} {year} [O.S. {old}]" if old else f"{day} {year}"


# ---------------------------------------------------------------------------------------------------------- numbers


def _convert(arguments: Arguments, rules: WikitextRules) -> str:
    """A measure as it stands, with the symbol of its unit; what it is in the other system is left out, being the same measure again."""
    joined = arguments["1"]
    at = 2
    while (word := arguments[str(at)]) in _RANGE_WORDS and arguments[str(at + 1)]:
        joined += _RANGE_WORDS[word] + arguments[str(at + 1)]
        at += 2
    unit = arguments[str(at)]
    return f"{joined} {rules.units.get(unit, unit)}".strip()


def _fraction(arguments: Arguments) -> str:
    parts = arguments.all
    if len(parts) == 3:
        return f"{parts[0]} {parts[1]}⁄{parts[2]}"
    return "⁄".join(parts) if len(parts) > 1 else f"1⁄{parts[0]}" if parts else ""


def _with_separators(arguments: Arguments) -> str:
    text = arguments["1"]
    return f"{int(text):,}" if text.isdecimal() else text


def _ordinal(arguments: Arguments) -> str:
    number = arguments["1"]
    tens = number[-2:-1] == "1"
    return number + ("th" if tens else {"1": "st", "2": "nd", "3": "rd"}.get(number[-1:], "th")) if number else ""


def _value(arguments: Arguments) -> str:
    return " ".join(part for part in (arguments["1"], arguments.first("u", "ul")) if part)


# ------------------------------------------------------------------------------------------------------------ names


def _ship(prefix: str, name: str, number: str, form: str) -> str:
    """``{{USS|Arizona|BB-39}}`` as *USS Arizona (BB-39)*; the form says which parts are shown."""
    if form in ("1", "4"):
        return prefix
    if form == "3":
        return number
    shown = name if form in ("2", "6") else f"{prefix} {name}"
    return f"{shown} ({number})" if number and form not in ("2", "5") else shown


def _any_ship(arguments: Arguments) -> str:
    return " ".join(
        part for part in (arguments["1"], arguments["2"], f"({arguments['3']})" if arguments["3"] else "") if part
    )


def _ship_class(arguments: Arguments) -> str:
    name, kind = arguments["1"], arguments["2"]
    return f"{name}-class {kind}".strip()


def _sort_name(arguments: Arguments) -> str:
    return " ".join(part for part in (arguments["1"], arguments["2"]) if part)


# Of {{IPAc-en}}: words about the sounds that are no sounds, and marks that are typed otherwise.
_NO_SOUNDS = frozenset(["lang", "pron", "local", "audio", "icon", "ipa", "us", "uk", "usalso", "ukalso", "also"])
_SOUNDS = {"_": " ", "'": "ˈ", ",": "ˌ", "or": "/ or /"}


def _sounds(arguments: Arguments) -> str:
    shown = "".join(_SOUNDS.get(sound, sound) for sound in arguments.all if sound.lower() not in _NO_SOUNDS)
    return f"/{shown}/" if shown else ""


def _respelled(arguments: Arguments) -> str:
    return "-".join(arguments.all).replace("-_-", " ")


def _nihongo(arguments: Arguments) -> str:
    english, native, romanized = arguments["1"], arguments["2"], arguments["3"]
    inner = ", ".join(part for part in (native, romanized) if part)
    return f"{english} ({inner})" if english and inner else english or inner


def _as_of(arguments: Arguments) -> str:
    if arguments["alt"]:
        return arguments["alt"]
    word = (
        ("since " if arguments["since"] else "as of ")
        if arguments["lc"]
        else ("Since " if arguments["since"] else "As of ")
    )
    return word + _date(arguments, day_first=arguments["df"].lower() != "us")


def _harvard(arguments: Arguments) -> str:
    return short_citation(arguments)


def _harvard_in_brackets(arguments: Arguments) -> str:
    return f"({short_citation(arguments)})"


def short_citation(arguments: Arguments) -> str:
    """``{{sfn|Smith|Jones|2010|p=12}}`` as *Smith & Jones 2010, p. 12*."""
    *authors, year = arguments.all or [""]
    if len(authors) > 3:
        names = f"{authors[0]} et al."
    elif len(authors) > 1:
        names = ", ".join(authors[:-1]) + " & " + authors[-1]
    else:
        names = "".join(authors)
    page, pages, place = arguments.first("p", "page"), arguments.first("pp", "pages"), arguments["loc"]
    where = f"p. {page}" if page else f"pp. {pages}" if pages else place
    return ", ".join(part for part in (f"{names} {year}".strip(), where) if part)


def _era(arguments: Arguments) -> str:
    return f"AD {arguments['1']}"


def _marriage(arguments: Arguments) -> str:
    years = "–".join(part for part in (arguments["2"], arguments["3"]) if part)
    return f"{arguments['1']} (m. {years})" if years else arguments["1"]


def _chemical(arguments: Arguments) -> str:
    return "".join(arguments.all)


_SPECIAL: dict[str, Callable[[Arguments], str]] = {
    "start date": _date,
    "start date and age": _date,
    "end date": _date,
    "end date and age": _date,
    "date": _date,
    "start and end dates": _dates,
    "dts": _date,
    "start-date": lambda a: a["1"],
    "end-date": lambda a: a["1"],
    "birth date": _date,
    "birth date and age": _date,
    "bda": _date,
    "dob": _date,
    "death date": _date,
    "death date and given age": _date,
    "death date and age": _date,
    "dda": _date,
    "film date": _date,
    "release date": _date,
    "oldstyledate": _old_style,
    "oldstyledatedy": _old_style,
    "oldstyledateny": lambda a: f"{a['1']} [O.S. {a['2']}]",
    "frac": _fraction,
    "fraction": _fraction,
    "sfrac": _fraction,
    "nts": _with_separators,
    "ntsh": lambda _: "",
    "number table sorting": _with_separators,
    "formatnum": _with_separators,
    "val": _value,
    "gaps": lambda a: "".join(a.all),
    "ordinal": _ordinal,
    "sortname": _sort_name,
    "ipac-en": _sounds,
    "respell": _respelled,
    "angbr": lambda a: f"⟨{a['1']}⟩",
    "ship": _any_ship,
    "sclass": _ship_class,
    "sclass-": _ship_class,
    "sclass2": _ship_class,
    "sclass2-": _ship_class,
    "nihongo": _nihongo,
    "nihongo2": lambda a: a["1"],
    "nihongo3": _nihongo,
    "as of": _as_of,
    "asof": _as_of,
    "ad": _era,
    "ce": lambda a: f"{a['1']} CE",
    "harvnb": _harvard,
    "harvard citation no brackets": _harvard,
    "harvard citation text": _harvard,
    "harvard citation": _harvard_in_brackets,
    "harvp": _harvard,
    "harvtxt": _harvard,
    "harvcoltxt": _harvard,
    "harvcolnb": _harvard,
    "harv": _harvard_in_brackets,
    "harvcol": _harvard_in_brackets,
    "marriage": _marriage,
    "chem": _chemical,
    "chem2": lambda a: a["1"],
    "url": lambda a: a.first("2", "1"),
    "official website": lambda _: "Official website",
    "quote box": lambda a: a.first("quote", "1"),
    "quotebox": lambda a: a.first("quote", "1"),
    "lc": lambda a: a["1"].lower(),
    "uc": lambda a: a["1"].upper(),
    "ucfirst": lambda a: a["1"][:1].upper() + a["1"][1:],
}
