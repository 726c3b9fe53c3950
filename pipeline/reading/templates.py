"""What a template shows: text-bearing templates of English Wikipedia give their text, all others nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.rules.wikitext import WikitextRules

__all__ = ["Arguments", "shown_text"]

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?")
_RANGE_WORDS = {"-": "–", "–": "–", "to": " to ", "and": " and ", "or": " or ", "x": " × ", "by": " by ", "to(-)": " to ", "+/-": " ± ", "±": " ± "}


@dataclass(slots=True)
class Arguments:
    """The arguments of a template call, rendered when they are asked for and only once."""

    positional: Sequence[Callable[[], str]]
    named: Mapping[str, Callable[[], str]]
    _seen: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, name: int | str) -> str:
        """Argument ``1``, ``2`` … or by name; empty where it is not given."""
        key = str(name)
        if key not in self._seen:
            number = int(key) if key.isdecimal() else 0
            value = self.named.get(key) or (self.positional[number - 1] if 0 < number <= len(self.positional) else None)
            self._seen[key] = value().strip() if value else ""
        return self._seen[key]

    def first(self, *names: int | str) -> str:
        """The first of the arguments that is not empty."""
        return next((value for name in names if (value := self[name])), "")

    @property
    def all(self) -> list[str]:
        """The positional arguments that are not empty."""
        return [value for number in range(1, len(self.positional) + 1) if (value := self[number])]


def shown_text(name: str, arguments: Arguments, rules: WikitextRules) -> str | None:
    """The text that a template shows, by its name in lower case; None for one that shows none.

    >>> from pipeline.rules.wikitext import wikitext_rules
    >>> shown_text("convert", Arguments([lambda: "24", lambda: "km"], {}), wikitext_rules())
    '24 kilometres (15 mi)'
    """
    if (symbol := rules.symbols.get(name)) is not None:
        return (arguments[1] + " [sic]").strip() if name == "sic" and arguments[1] else symbol
    if name in rules.shown.first:
        return arguments.first(1, "text", "quote", "content", "name")
    if name in rules.shown.second:
        return arguments.first(2, "text")
    if name in rules.shown.last:
        return arguments.all[-1] if arguments.all else ""
    if name in rules.shown.joined:
        return ", ".join(arguments.all[1:] if name == "collapsible list" and len(arguments.all) > 1 else arguments.all)
    if name in rules.prefixed:
        shown = "–".join(arguments.all[:2]) if name in ("circa", "floruit", "fl.", "reign", "c.", "ca") else arguments[1]
        return rules.prefixed[name] + shown if shown else rules.prefixed[name].strip()
    if name in rules.suffixed:
        return arguments[1] + rules.suffixed[name]
    special = _SPECIAL.get(name)
    return special(arguments) if special else _by_pattern(name, arguments, rules)


def _by_pattern(name: str, arguments: Arguments, rules: WikitextRules) -> str | None:
    if name.startswith("lang-") or name == "langx":
        code = arguments[1] if name == "langx" else name[5:]
        text = arguments[2] if name == "langx" else arguments[1]
        language = rules.languages.get(code.split("-")[0])
        return f"{language}: {text}" if language and text and arguments["label"] != "none" else text
    if name in ("convert", "cvt"):
        return _convert(arguments, rules, short=name == "cvt")
    if name.upper() in rules.ships.prefixes or name in ("hnoms", "hswms"):
        return _ship(name.upper().replace("HNOMS", "HNoMS").replace("HSWMS", "HSwMS"), arguments[1], arguments[2], arguments[3])
    if name in rules.forces.names:
        return arguments.first("name", 1)
    if name in rules.flags:
        return rules.flags[name]
    return None


# ------------------------------------------------------------------------------------------------------------ dates


def _date(arguments: Arguments, first: int = 1, *, day_first: bool = False) -> str:
    """``{{start date|2016|10|28|df=y}}`` as *28 October 2016*; a date already in words stays."""
    year, month, day = arguments[first], arguments[first + 1], arguments[first + 2]
    if not (month.isdecimal() and 1 <= int(month) <= 12):
        return " ".join(part for part in (year, month, day) if part)
    name = _MONTHS[int(month) - 1]
    if not day.isdecimal():
        return f"{name} {year}"
    if day_first or arguments["df"].lower() in ("y", "yes"):
        return f"{int(day)} {name} {year}"
    return f"{name} {int(day)}, {year}"


def _old_style(arguments: Arguments) -> str:
    day, year, old = arguments[1], arguments[2], arguments[3]
    return f"{day} {year} [O.S. {old}]" if old else f"{day} {year}"


def _death(arguments: Arguments) -> str:
    return _date(arguments)


# ---------------------------------------------------------------------------------------------------------- numbers


def _convert(arguments: Arguments, rules: WikitextRules, *, short: bool) -> str:
    """A measure as it stands, with its unit written out and the other system's in brackets."""
    values = [arguments[1]]
    at = 2
    joined = arguments[1]
    while (word := arguments[at]) in _RANGE_WORDS and arguments[at + 1]:
        joined += _RANGE_WORDS[word] + arguments[at + 1]
        values.append(arguments[at + 1])
        at += 2
    unit = rules.units.get(arguments[at])
    if unit is None:
        return f"{joined} {arguments[at]}".strip()
    one, many, symbol, other, factor = unit
    brief = short or arguments["abbr"] in ("on", "in", "values")
    adjective = arguments["adj"] in ("on", "mid", "pre")
    name = symbol if brief else one if adjective or values == ["1"] else many
    shown = f"{joined}-{name}" if adjective and not brief else f"{joined} {name}"
    if arguments["disp"] in ("number", "out", "unit", "output only") or not factor or not other:
        return shown
    converted = [_converted(value, factor) for value in values]
    beside = rules.units[other][2] if other in rules.units else other
    if None in converted:
        return shown
    return f"{shown} ({'–'.join(str(value) for value in converted)} {beside})"


def _converted(value: str, factor: float) -> str | None:
    """A number in the other unit, rounded to about as many digits as it has."""
    if not _NUMBER.fullmatch(value):
        return None
    digits = value.replace(",", "").lstrip("-")
    number = float(digits) * factor
    whole, _, part = digits.partition(".")
    significant = max(2, len((whole.rstrip("0") if not part else whole + part).lstrip("0")))
    places = max(0, significant - len(str(int(number)))) if number >= 1 else significant
    if places:
        return f"{number:,.{places}f}".rstrip("0").rstrip(".")
    step = 10 ** max(0, len(str(int(number))) - significant)
    return f"{round(number / step) * step:,}"


def _fraction(arguments: Arguments) -> str:
    parts = arguments.all
    if len(parts) == 3:
        return f"{parts[0]} {parts[1]}⁄{parts[2]}"
    return "⁄".join(parts) if len(parts) > 1 else f"1⁄{parts[0]}" if parts else ""


def _with_separators(arguments: Arguments) -> str:
    text = arguments[1]
    return f"{int(text):,}" if text.isdecimal() else text


def _value(arguments: Arguments) -> str:
    return " ".join(part for part in (arguments[1], arguments.first("u", "ul")) if part)


# ------------------------------------------------------------------------------------------------------------ names


def _ship(prefix: str, name: str, number: str, form: str) -> str:
    """``{{USS|Arizona|BB-39}}`` as *USS Arizona (BB-39)*; the form says which parts are shown."""
    if form in ("2", "6"):
        return f"{name} ({number})" if form == "6" and number else f"{prefix} {name}" if form == "6" else name
    if form == "3":
        return number
    if form in ("1",):
        return prefix
    if form == "4":
        return prefix
    return f"{prefix} {name} ({number})" if number and form not in ("5",) else f"{prefix} {name}"


def _any_ship(arguments: Arguments) -> str:
    return " ".join(part for part in (arguments[1], arguments[2], f"({arguments[3]})" if arguments[3] else "") if part)


def _ship_class(arguments: Arguments) -> str:
    name, kind = arguments[1], arguments[2]
    return f"{name}-class {kind}".strip()


def _nihongo(arguments: Arguments) -> str:
    english, native, romanized = arguments[1], arguments[2], arguments[3]
    inner = ", ".join(part for part in (native, romanized) if part)
    return f"{english} ({inner})" if english and inner else english or inner


def _as_of(arguments: Arguments) -> str:
    if arguments["alt"]:
        return arguments["alt"]
    word = ("since " if arguments["since"] else "as of ") if arguments["lc"] else ("Since " if arguments["since"] else "As of ")
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
    return f"AD {arguments[1]}"


def _marriage(arguments: Arguments) -> str:
    years = "–".join(part for part in (arguments[2], arguments[3]) if part)
    return f"{arguments[1]} (m. {years})" if years else arguments[1]


def _chemical(arguments: Arguments) -> str:
    return "".join(arguments.all)


_SPECIAL: dict[str, Callable[[Arguments], str]] = {
    "start date": _date,
    "start date and age": _date,
    "end date": _date,
    "end date and age": _date,
    "date": _date,
    "dts": _date,
    "start-date": lambda a: a[1],
    "end-date": lambda a: a[1],
    "birth date": _date,
    "birth date and age": _date,
    "bda": _date,
    "dob": _date,
    "death date": _date,
    "death date and age": _death,
    "dda": _death,
    "film date": _date,
    "release date": _date,
    "oldstyledate": _old_style,
    "oldstyledatedy": _old_style,
    "frac": _fraction,
    "fraction": _fraction,
    "sfrac": _fraction,
    "nts": _with_separators,
    "ntsh": lambda _: "",
    "number table sorting": _with_separators,
    "formatnum": _with_separators,
    "val": _value,
    "angbr": lambda a: f"⟨{a[1]}⟩",
    "ship": _any_ship,
    "sclass": _ship_class,
    "sclass-": _ship_class,
    "sclass2": _ship_class,
    "sclass2-": _ship_class,
    "nihongo": _nihongo,
    "nihongo2": lambda a: a[1],
    "nihongo3": lambda a: _nihongo(a),
    "as of": _as_of,
    "asof": _as_of,
    "ad": _era,
    "ce": lambda a: f"{a[1]} CE",
    "harvnb": _harvard,
    "harvp": _harvard,
    "harvtxt": _harvard,
    "harvcoltxt": _harvard,
    "harvcolnb": _harvard,
    "harv": _harvard_in_brackets,
    "harvcol": _harvard_in_brackets,
    "marriage": _marriage,
    "chem": _chemical,
    "chem2": lambda a: a[1],
    "url": lambda a: a.first(2, 1),
    "official website": lambda _: "Official website",
    "quote box": lambda a: a.first("quote", 1),
    "quotebox": lambda a: a.first("quote", 1),
    "lc": lambda a: a[1].lower(),
    "uc": lambda a: a[1].upper(),
    "ucfirst": lambda a: a[1][:1].upper() + a[1][1:],
}
