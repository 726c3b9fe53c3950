"""brat: what is written can be read back by the format's own rules, whatever characters the text holds."""

import re

import pytest

from pipeline import extract
from pipeline.exports import export
from pipeline.exports.articles import read_articles

# The rules of the format, as brat's documentation of its standoff format states them.
BOUND = re.compile(r"(?P<id>T\d+)\t(?P<type>[\w-]+) (?P<spans>\d+ \d+(?:;\d+ \d+)*)\t(?P<text>[^\n]*)")
EVENT = re.compile(r"(?P<id>E\d+)\t(?P<type>[\w-]+):(?P<trigger>T\d+)(?P<arguments>(?: [A-Za-z]+\d*:[TE]\d+)*)")
ATTRIBUTE = re.compile(r"(?P<id>A\d+)\t(?P<name>[\w-]+) (?P<of>[TE]\d+) (?P<value>\S+)")
RELATION = re.compile(r"(?P<id>R\d+)\t(?P<type>[\w-]+) Arg1:(?P<one>[TE]\d+) Arg2:(?P<two>[TE]\d+)")
NOTE = re.compile(r"(?P<id>#\d+)\tAnnotatorNotes (?P<of>[TE]\d+)\t(?P<text>[^\n]+)")


def read(folder, name):
    """A document of a collection: its text, and its annotations by kind and id."""
    text = (folder / f"{name}.txt").read_bytes().decode()
    found = {"T": {}, "E": {}, "A": {}, "R": {}, "#": {}}
    for line in (folder / f"{name}.ann").read_bytes().decode().removesuffix("\n").split("\n"):
        pattern = {"T": BOUND, "E": EVENT, "A": ATTRIBUTE, "R": RELATION, "#": NOTE}[line[0]]
        match = pattern.fullmatch(line)
        assert match, line
        assert match["id"] not in found[line[0]], "an id is given once"
        found[line[0]][match["id"]] = match
    return text, found


def spans(match):
    return [tuple(map(int, span.split())) for span in match["spans"].split(";")]


def test_every_span_says_the_words_that_stand_at_its_offsets(run, kut, tmp_path):
    export(run(kut), tmp_path / "out", "brat")
    text, found = read(tmp_path / "out", "siege%2Fof%20kut")
    assert text == kut.document.text
    for match in found["T"].values():
        assert " ".join(text[a:b] for a, b in spans(match)) == match["text"]
    assert {(m["type"], m["text"]) for m in found["T"].values()} >= {
        ("Date", "𝟐𝟗 April 1916"),
        ("Place", "Ku\u0304t"),
        ("Actor", "Ottoman troops"),
        ("TERRITORY_capture", "captured"),
        ("Citation", "[1]"),
    }


def test_events_come_back_with_their_arguments(run, kut, tmp_path):
    folder = run(kut)
    export(folder, tmp_path / "out", "brat")
    _, found = read(tmp_path / "out", "siege%2Fof%20kut")
    said = {key: match["text"] for key, match in found["T"].items()}
    back = []
    for match in found["E"].values():
        arguments = sorted(argument.split(":") for argument in match["arguments"].split())
        back.append((match["type"], said[match["trigger"]], [(role, said[to]) for role, to in arguments]))
    assert back[0] == (
        "TERRITORY_capture",
        "captured",
        [
            ("Citation", "[1]"),
            ("Citation2", "[2]"),
            ("Date", "𝟐𝟗 April 1916"),
            ("Initiator", "Ottoman troops"),
            ("Object", "Ku\u0304t"),
            ("Target", "British soldiers"),
            ("Victims", "dozens"),
            ("Victims2", "six"),
        ],
    )
    assert [match["value"] for match in found["A"].values()] == ["asserted", "asserted", "attempted"]
    assert [(m["one"], m["two"]) for m in found["R"].values()] == [("E2", "E1")]
    events = next(read_articles(folder)).events
    assert [f"{e['type']}_{e['subtype']}" for e in events] == [one[0] for one in back]


def test_what_the_pipeline_itself_finds_comes_back(run, tmp_path):
    text = (
        "On 29 April 1916 🇮🇶 Ottoman troops captured Kut, killing dozens of soldiers.[1]\nTwo days later they took "
        "Baghdad from the British,[2][3] according to the 𝕿imes, and on 3 May rebels attacked Kūfa."
    )
    found = extract(text, doc_id="real")
    export(run(found), tmp_path / "out", "brat")
    back, lines = read(tmp_path / "out", "real")
    assert back == text
    said = {key: match["text"] for key, match in lines["T"].items()}
    assert len(found.events) > 1
    assert [said[match["trigger"]] for match in lines["E"].values()] == [
        text[slice(*found.clean.to_source(event.trigger.start, event.trigger.end))] for event in found.events
    ]
    for match in lines["T"].values():
        assert " ".join(text[a:b] for a, b in spans(match)) == match["text"]


def test_a_span_over_a_line_end_is_written_in_fragments(run, told, tmp_path):
    one = told("lines", "The Army of\r\nthe Nile\tattacked.")
    one.actor("Army of\r\nthe Nile", "unit")
    export(run(one), tmp_path / "out", "brat")
    text, found = read(tmp_path / "out", "lines")
    (match,) = found["T"].values()
    assert (text, spans(match), match["text"]) == (one.document.text, [(4, 11), (13, 21)], "Army of the Nile")


def test_the_configuration_knows_every_name_that_is_used(run, kut, tmp_path):
    export(run(kut), tmp_path / "out", "brat")
    conf = (tmp_path / "out" / "annotation.conf").read_text(encoding="utf-8")
    assert re.findall(r"^\[(\w+)\]$", conf, re.MULTILINE) == ["entities", "relations", "events", "attributes"]
    declared = set(re.findall(r"^\t?!?([\w-]+)", conf, re.MULTILINE))
    _, found = read(tmp_path / "out", "siege%2Fof%20kut")
    used = {m["type"] for kind in "TER" for m in found[kind].values()} | {m["name"] for m in found["A"].values()}
    assert used <= declared
    roles = set(re.findall(r"(\w+)[?*]:", conf))
    assert {re.sub(r"\d+$", "", a.split(":")[0]) for m in found["E"].values() for a in m["arguments"].split()} <= roles


@pytest.mark.parametrize("doc_id", ["a/b", "a b", "a%2Fb", "..", "Šiauliai"])
def test_no_document_id_leaves_the_folder(run, told, tmp_path, doc_id):
    export(run(told(doc_id, "Nothing happened.")), tmp_path / "out", "brat")
    assert len(list((tmp_path / "out").glob("*.txt"))) == 1


@pytest.mark.filterwarnings("ignore")
def test_another_reader_of_the_format_finds_the_same(run, kut, tmp_path):
    """bratly parses each line and writes it again as it was."""
    bratly = pytest.importorskip("bratly", reason="bratly is not installed")
    export(run(kut), tmp_path / "out", "brat")
    text = kut.document.text
    lines = (tmp_path / "out" / "siege%2Fof%20kut.ann").read_bytes().decode().removesuffix("\n").split("\n")
    known = {}
    readers = {
        "T": bratly.EntityAnnotation.from_line,
        "E": lambda line: bratly.EventAnnotation.from_line(line, known),
        "A": lambda line: bratly.AttributeAnnotation.from_line(line, known),
        "#": lambda line: bratly.NoteAnnotation.from_line(line, known),
    }
    # Of relations it knows those between entities only; brat's own, between events too.
    for line in sorted((line for line in lines if line[0] != "R"), key=lambda line: "TEA#".index(line[0])):
        read_back = known[line.partition("\t")[0]] = readers[line[0]](line)
        assert str(read_back) == line
        if line[0] == "T":
            assert " ".join(text[f.start : f.end] for f in read_back.fragments) == read_back.content
    captured = known["E1"]
    assert captured.event_trigger.content == "captured"
    said = {role: argument.content for role, argument in captured.args.items()}
    assert [said[role] for role in ("Date", "Initiator", "Object")] == ["𝟐𝟗 April 1916", "Ottoman troops", "Ku\u0304t"]
