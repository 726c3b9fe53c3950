"""Label Studio and Prodigy: offsets in the tool's own unit, names that its interface knows, nothing lost without a word."""

import json
import xml.etree.ElementTree as ET
from importlib.util import find_spec

import pytest
import spacy
from spacy.tokens import Doc, DocBin
from spacy.training import offsets_to_biluo_tags

from pipeline.errors import UsageError
from pipeline.exports import Choices, Target, export
from pipeline.exports.annotations import ROLES, Offsets

SPANS = {"𝟐𝟗 April 1916": "Date", "Ottoman troops": "Actor", "captured": "TERRITORY.capture", "Ku\u0304t": "Place"}


def utf16(text: str, start: int, end: int) -> str:
    """What JavaScript's ``text.slice(start, end)`` gives."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


@pytest.mark.parametrize("words", ["Kut", "𝟐𝟗", "🇮🇶", "e\u0301t", "plain"])
def test_offsets_in_utf16_lead_to_the_same_words(words):
    text = f"On 𝟐𝟗 May 🇮🇶 Kut, e\u0301t plain 🐱 end; {words}"
    offsets = Offsets(text, utf16=True)
    for start in (text.index(words), text.rindex(words)):
        assert utf16(text, offsets.of(start), offsets.of(start + len(words))) == words


# ------------------------------------------------------------------------------------------------------ Label Studio


def tasks(run, told, tmp_path, **choices):
    export(run(told), tmp_path / "out", "label-studio", Choices(**choices))
    return json.loads((tmp_path / "out" / "tasks.json").read_text(encoding="utf-8"))


def test_label_studio_counts_code_points(run, kut, tmp_path):
    (task,) = tasks(run, kut, tmp_path)
    text = task["data"]["text"]
    regions = [r for r in task["predictions"][0]["result"] if r["type"] == "labels"]
    assert all(text[r["value"]["start"] : r["value"]["end"]] == r["value"]["text"] for r in regions)
    assert SPANS.items() <= {r["value"]["text"]: r["value"]["labels"][0] for r in regions}.items()


def test_label_studio_of_old_counted_utf16_units(run, kut, tmp_path):
    (task,) = tasks(run, kut, tmp_path, utf16=True)
    text = task["data"]["text"]
    regions = [r["value"] for r in task["predictions"][0]["result"] if r["type"] == "labels"]
    assert all(utf16(text, r["start"], r["end"]) == r["text"] for r in regions)
    assert any(text[r["start"] : r["end"]] != r["text"] for r in regions), "the two units differ in this text"


def test_a_task_fits_its_interface(run, kut, tmp_path):
    (task,) = tasks(run, kut, tmp_path)
    root = ET.fromstring((tmp_path / "out" / "interface.xml").read_text(encoding="utf-8"))
    controls = {e.get("name"): {child.get("value") for child in e} for e in root.iter() if e.get("toName")}
    relations = {e.get("value") for e in root.iter("Relation")}
    assert all(f"${key}" in {e.get("value") for e in root.iter()} for key in ("text", "title"))
    result = task["predictions"][0]["result"]
    ids = {r["id"] for r in result if r["type"] == "labels"}
    for item in result:
        if item["type"] == "relation":
            assert {item["from_id"], item["to_id"]} <= ids
            assert set(item["labels"]) <= relations
        else:
            assert item["id"] in ids
            chosen = item["value"].get("labels") or item["value"]["choices"]
            assert set(chosen) <= controls[item["from_name"]]
    assert [r["value"]["choices"] for r in result if r["type"] == "choices"] == [
        ["asserted"],
        ["asserted"],
        ["attempted"],
    ]
    assert {r["labels"][0] for r in result if r["type"] == "relation"} <= {*ROLES, "retells"}


@pytest.mark.filterwarnings("ignore")
@pytest.mark.skipif(find_spec("label_studio_sdk") is None, reason="label-studio-sdk is not installed")
def test_label_studios_own_reader_takes_tasks_and_interface(run, kut, tmp_path):
    from label_studio_sdk.converter import Converter
    from label_studio_sdk.label_interface import LabelInterface

    found = tasks(run, kut, tmp_path)
    interface = (tmp_path / "out" / "interface.xml").read_text(encoding="utf-8")
    LabelInterface(interface).validate()
    for task in found:
        assert [LabelInterface(interface).validate_prediction(p, return_errors=True) for p in task["predictions"]] == [
            []
        ]
    # As if an annotator had taken every prediction over: what the tool exports for spaCy and others.
    taken = [
        {**task, "id": 1, "annotations": [{"id": 1, "result": task["predictions"][0]["result"]}]} for task in found
    ]
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "tasks.json").write_text(json.dumps(taken), encoding="utf-8")
    converter = Converter(interface, str(tmp_path / "project"), download_resources=False)
    converter.convert(str(tmp_path / "taken"), str(tmp_path / "conll"), "CONLL2003", is_dir=True)
    lines = (tmp_path / "conll" / "result.conll").read_text(encoding="utf-8").splitlines()
    tagged = [(line.split()[0], line.split()[-1]) for line in lines if line.strip()]
    assert {("𝟐𝟗", "B-Date"), ("1916", "I-Date"), ("Ottoman", "B-Actor"), ("troops", "I-Actor")} <= set(tagged)


# ----------------------------------------------------------------------------------------------------------- Prodigy


def read_tasks(folder):
    return [json.loads(line) for line in (folder / "tasks.jsonl").read_text(encoding="utf-8").splitlines()]


def test_prodigy_has_a_task_for_each_paragraph(run, kut, tmp_path):
    export(run(kut), tmp_path / "out", "prodigy")
    found = read_tasks(tmp_path / "out")
    assert [task["text"] for task in found] == kut.document.text.split("\n")
    assert [kut.document.text[t["meta"]["start"] :].startswith(t["text"]) for t in found] == [True] * 3


def test_prodigy_spans_lie_on_tokens(run, kut, tmp_path):
    export(run(kut), tmp_path / "out", "prodigy")
    said = {}
    for task in read_tasks(tmp_path / "out"):
        text, tokens = task["text"], task["tokens"]
        assert [t["id"] for t in tokens] == list(range(len(tokens)))
        assert "".join(t["text"] + (" " if t["ws"] else "") for t in tokens) == text
        assert all(text[t["start"] : t["end"]] == t["text"] for t in tokens)
        for span in task["spans"]:
            assert tokens[span["token_start"]]["start"] == span["start"]
            assert tokens[span["token_end"]]["end"] == span["end"]
            said[text[span["start"] : span["end"]]] = span["label"]
    assert SPANS.items() <= said.items()


def test_spacy_makes_the_same_spans_of_prodigys_tasks(run, kut, tmp_path):
    """Tokens and spans as `prodigy data-to-spacy` joins them: every span aligned, none lost on the way through a DocBin."""
    export(run(kut), tmp_path / "out", "prodigy")
    nlp = spacy.blank("en")
    for task in read_tasks(tmp_path / "out"):
        doc = Doc(nlp.vocab, [t["text"] for t in task["tokens"]], [t["ws"] for t in task["tokens"]])
        assert doc.text == task["text"]
        for span in task["spans"]:
            tags = offsets_to_biluo_tags(doc, [(span["start"], span["end"], span["label"])])
            assert "-" not in tags
            assert tags[span["token_start"]][:2] in ("B-", "U-")
            assert tags[span["token_end"]][:2] in ("L-", "U-")
        doc.spans["sc"] = [doc.char_span(span["start"], span["end"], span["label"]) for span in task["spans"]]
        [back] = DocBin().from_bytes(DocBin(docs=[doc], store_user_data=True).to_bytes()).get_docs(nlp.vocab)
        assert [(s.start_char, s.end_char, s.label_) for s in back.spans["sc"]] == [
            (s["start"], s["end"], s["label"]) for s in task["spans"]
        ]


def test_prodigy_relations_lead_from_the_trigger_to_its_arguments(run, kut, tmp_path):
    export(run(kut), tmp_path / "out", "prodigy")
    first = read_tasks(tmp_path / "out")[0]
    text = first["text"]
    ends = [
        (
            text[r["head_span"]["start"] : r["head_span"]["end"]],
            r["label"],
            text[r["child_span"]["start"] : r["child_span"]["end"]],
        )
        for r in first["relations"]
    ]
    assert ("captured", "object", "Ku\u0304t") in ends
    assert ("captured", "victims", "dozens") in ends
    for relation in first["relations"]:
        assert relation["head"] == relation["head_span"]["token_end"]
        assert relation["child"] == relation["child_span"]["token_end"]


def test_what_lies_in_another_paragraph_is_named(run, kut, tmp_path):
    export(run(kut), tmp_path / "out", "prodigy")
    left = (tmp_path / "out" / "left-out.csv").read_text(encoding="utf-8")
    assert "site" in left
    assert "another paragraph" in left


def test_a_word_with_a_combining_mark_and_a_flag_are_one_token(run, kut, tmp_path):
    export(run(kut), tmp_path / "out", "prodigy")
    tokens = [t["text"] for t in read_tasks(tmp_path / "out")[0]["tokens"]]
    assert {"Ku\u0304t", "🇮🇶", "𝟐𝟗"} <= set(tokens)
    assert "," in tokens


# --------------------------------------------------------------------------------------------------------------- all


@pytest.mark.parametrize("target", list(Target))
def test_the_same_run_gives_the_same_bytes(run, kut, told, tmp_path, target):
    other = told("empty", "")
    folder = run(kut, other)
    for name in ("one", "two"):
        export(folder, tmp_path / name, target)
    files = sorted(path.relative_to(tmp_path / "one") for path in (tmp_path / "one").rglob("*") if path.is_file())
    assert files
    for path in files:
        assert (tmp_path / "one" / path).read_bytes() == (tmp_path / "two" / path).read_bytes()
    assert not list(tmp_path.rglob("*.partial"))


@pytest.mark.parametrize(
    ("target", "choice", "words"),
    [
        ("brat", {"spreadsheet": True}, "--spreadsheet is for acled"),
        ("ucdp-ged", {"each_day": True}, "--each-day is for acled"),
        ("prodigy", {"utf16": True}, "--utf16 is for label-studio"),
    ],
)
def test_a_choice_that_the_target_does_not_know_is_an_error(run, kut, tmp_path, target, choice, words):
    with pytest.raises(UsageError, match=words):
        export(run(kut), tmp_path / "out", target, Choices(**choice))


def test_a_folder_that_is_no_run_is_an_error(tmp_path):
    with pytest.raises(UsageError, match="prose-events run"):
        export(tmp_path, tmp_path / "out", "acled")
    with pytest.raises(UsageError, match="no such folder"):
        export(tmp_path / "nowhere", tmp_path / "out", "acled")
