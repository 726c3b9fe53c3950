"""A slip in a rule file is told with file, key or line, and what is allowed."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import tomli
from typer.testing import CliRunner

from pipeline import rules
from pipeline.cli.app import app
from pipeline.errors import RuleError
from pipeline.rules import RuleFile, read_csv, read_toml
from pipeline.rules.events import event_rules
from pipeline.rules.sentences import sentence_rules

DATA = Path(rules.__file__).parent.parent / "data"


class Town(RuleFile):
    name: str
    country: str = ""


class Numbers(RuleFile):
    vague: dict[str, int]
    towns: tuple[Town, ...] = ()
    none: tuple[str, ...] = ()


@pytest.fixture
def written(tmp_path, monkeypatch):
    monkeypatch.setattr(rules, "data_path", lambda name: tmp_path / name)

    def write(name: str, content: str | bytes) -> None:
        (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())

    return write


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("[vague]\ndozens = 24", None),
        ("vague = {dozens = 'many'}", "data/numbers.toml: vague.dozens: Input should be a valid integer"),
        ("[vague]\n[plain]\none = 1", "data/numbers.toml: plain: no such key; there are none, towns, vague"),
        ("none = ['no']", "data/numbers.toml: vague: this key is missing; there are none, towns, vague"),
        ("vage = {}", "data/numbers.toml: vage: no such key; there are none, towns, vague"),
        ("[vague]\n[[towns]]\nname = 'Kut'\nland = 'IQ'", "data/numbers.toml: towns.Kut.land: no such key; there are country, name"),
        ("[vague]\n[[towns]]\nname = 'Kut'\n[[towns]]\ncountry = 'IQ'", "data/numbers.toml: towns.1.name: this key is missing; there are country, name"),
        ("[vague\n", "data/numbers.toml: Expected ']'"),
        (b"[vague]\n# \xe9", "data/numbers.toml: byte 10 is not UTF-8"),
    ],
)  # fmt: skip
def test_a_slip_in_a_vocabulary_is_told_with_its_key(written, content, said):
    written("numbers.toml", content)
    if said is None:
        assert read_toml("numbers.toml", Numbers).vague == {"dozens": 24}
        return
    with pytest.raises(RuleError) as error:
        read_toml("numbers.toml", Numbers)
    assert str(error.value).startswith(said)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("name,country\nBasra,IQ\nKut,IQ\nKut,US\n", None),
        ("name\nKut\n", "line 1: columns are ['name'], must be ['name', 'country']"),
        ("", "line 1: columns are [], must be ['name', 'country']"),
        ("name,country\nBasra,IQ\nKut\n", "line 3: 2 cells expected, not 1: name, country"),
        ("name,country\nKut,IQ\nBasra,IQ\n", "line 3: 'Basra' must stand before 'Kut': rows are sorted"),
        ("name,country\nBasra,IQ\nKut,IQ\nKut,IQ\n", "line 4: 'Kut' stands twice"),
    ],
)
def test_a_slip_in_a_table_is_told_with_its_line(written, content, said):
    written("towns.csv", content)
    if said is None:
        assert [row["country"] for row in read_csv("towns.csv", ("name", "country"))] == ["IQ", "IQ", "US"]
        return
    with pytest.raises(RuleError) as error:
        read_csv("towns.csv", ("name", "country"))
    assert str(error.value) == f"data/towns.csv: {said}"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("@partitive", "@partitve", "data/events/territory.capture.toml: capture.object: there is no class @partitve; there are abstract, airforce"),
        ("@partitive", "most of", "data/events/territory.capture.toml: capture.object: 'most of': one word, the head of a noun phrase, is asked for"),
        ('name = "capture"\n', 'name = "capture"\ndoer = ["crew"]\n', "data/events/territory.capture.toml: capture: a verb has no doer; that is of a noun"),
        ("[[nouns]]\n", '[[nouns]]\nvoice = "passive"\n', "data/events/territory.capture.toml: occupation: a noun has no voice; that is of a verb"),
        ('subtype = "capture"', 'subtype = "captur"', "data/events/territory.capture.toml: the file of TERRITORY.captur is called territory.captur.toml"),
    ],
)  # fmt: skip
def test_a_slip_in_the_rules_of_an_event_is_told(tmp_path, monkeypatch, old, new, said):
    (tmp_path / "events").mkdir()
    rule_file = (DATA / "events" / "territory.capture.toml").read_text(encoding="utf-8").replace(old, new, 1)
    (tmp_path / "events" / "territory.capture.toml").write_text(rule_file, encoding="utf-8")
    monkeypatch.setattr("pipeline.rules.events.data_path", lambda name: tmp_path / name)
    monkeypatch.setattr(rules, "data_path", lambda name: (tmp_path if name.startswith("events/") else DATA) / name)
    with pytest.raises(RuleError) as error:
        event_rules.__wrapped__()
    assert str(error.value).startswith(said)


def test_check_names_every_broken_file(monkeypatch):
    def broken() -> None:
        raise RuleError("data/sentences.toml: starters: Field required")

    loaders = [("sentences.sentence_rules", broken), ("status.status_words", sentence_rules)]
    monkeypatch.setattr("pipeline.cli.check.loaders", lambda: loaders)
    done = CliRunner().invoke(app, ["check"])
    assert (done.exit_code, done.stderr) == (2, "data/sentences.toml: starters: Field required\n")
    assert [line[0] for line in done.stdout.splitlines()] == ["✗", "✓"]


def lists_of(value, path=()):
    """Every list of words in a rule file, with where it stands."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from lists_of(inner, (*path, key))
    elif isinstance(value, list) and value and all(isinstance(word, str) for word in value):
        yield ".".join(map(str, path)), value
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            name = inner.get("name", number) if isinstance(inner, dict) else number
            yield from lists_of(inner, (*path, name))


@pytest.mark.parametrize("name", sorted(p.name for p in DATA.rglob("*.toml")))
def test_no_list_of_words_says_a_word_twice(name):
    file = next(DATA.rglob(name))
    twice = {
        where: [word for word, count in Counter(words).items() if count > 1]
        for where, words in lists_of(tomli.loads(file.read_text(encoding="utf-8")))
    }
    assert not {where: words for where, words in twice.items() if words}
