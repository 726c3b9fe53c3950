"""Reading of plain text, Markdown and records; what cannot be read is an error of its document."""

import bz2
import gzip
import json
import lzma
import os
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard

from pipeline import Document, read_documents
from pipeline.errors import DocumentError, UsageError
from pipeline.reading import expand

TEXT = "Kut fell on 29 April 1916.[1]\r\nThe garrison surrendered."


def one(path: Path) -> Document:
    [document] = read_documents(path)
    assert isinstance(document, Document), document
    return document


def failure(path: Path) -> DocumentError:
    [error] = read_documents(path)
    assert isinstance(error, DocumentError), error
    return error


def test_a_plain_text_is_unchanged(tmp_path):
    path = tmp_path / "siege_of-kut.txt"
    path.write_bytes(TEXT.encode())
    document = one(path)
    assert document.text == TEXT
    assert (document.doc_id, document.title, document.format) == ("siege_of-kut", "siege of kut", "text")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Siege of Kut\n\nKut fell.", "Siege of Kut"),
        ("---\nsubject: Siege of Kut\nauthor: N\n---\n\nKut fell.", "Siege of Kut"),
        ("Kut fell.\n\n## Aftermath\n\nText.", "kut"),
    ],
)
def test_markdown_titles(tmp_path, text, title):
    (tmp_path / "kut.md").write_text(text)
    document = one(tmp_path / "kut.md")
    assert (document.title, document.text, document.markup) == (title, text, "markdown")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_decides(tmp_path, encoding):
    (tmp_path / "kut.txt").write_bytes("Žižkov fell.".encode(encoding))
    assert one(tmp_path / "kut.txt").text == "Žižkov fell."


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", "Empty"),
        (b" \n\t\n", "Empty"),
        ("Besançon fell".encode("latin-1"), "WrongEncoding"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "Binary"),
        (b"Kut\x00fell.", "Binary"),
    ],
)
def test_bad_files(tmp_path, content, error):
    (tmp_path / "bad.txt").write_bytes(content)
    assert failure(tmp_path / "bad.txt").error == error


def test_another_encoding_is_read_when_named(tmp_path):
    (tmp_path / "b.txt").write_bytes("Besançon fell.".encode("latin-1"))
    [document] = read_documents(tmp_path / "b.txt", encoding="latin-1")
    assert isinstance(document, Document)
    assert document.text == "Besançon fell."


LINES = [
    {"doc_id": "a", "text": "Kut fell.", "title": "Kut", "url": "https://example.org/kut", "date": "1916-05-01"},
    {"id": 7, "text": "Basra fell."},
    {"doc_id": "no-text", "title": "x"},
    {"text": "nul \x00 and \ud800 lone", "url": "https://example.org/\ud800"},
    [1],
]


PACKS = {".gz": gzip.compress, ".zst": zstandard.compress, ".bz2": bz2.compress, ".xz": lzma.compress}


@pytest.mark.parametrize("ending", [".jsonl", *(f".jsonl{packed}" for packed in PACKS)])
def test_json_lines(tmp_path, ending):
    data = "\n".join([*map(json.dumps, LINES), "{", ""]).encode()
    pack = PACKS.get(Path(ending).suffix, bytes)
    (tmp_path / f"x{ending}").write_bytes(pack(data))
    a, b, c, d, e, f = read_documents(tmp_path / f"x{ending}")
    assert isinstance(a, Document)
    assert (a.doc_id, a.title, a.source, a.reference_date) == ("a", "Kut", "https://example.org/kut", "1916-05-01")
    assert isinstance(b, Document)
    assert (b.doc_id, b.source) == ("7", f"{tmp_path}/x{ending}:2")
    assert isinstance(c, DocumentError)
    assert (c.error, c.doc_id) == ("NoText", "no-text")
    assert isinstance(d, Document)
    assert (d.text, d.source) == ("nul \ufffd and \ufffd lone", "https://example.org/\ufffd")
    assert [x.error for x in (e, f) if isinstance(x, DocumentError)] == ["Malformed", "Malformed"]


@pytest.mark.parametrize(
    ("ending", "content"),
    [
        (".parquet", b"this is none"),
        (".jsonl.gz", b"\x1f\x8bthis is none"),
        (".jsonl.zst", b"\x28\xb5\x2f\xfdthis is none"),
        (".txt.bz2", b"BZh9this is none"),
        (".md.xz", b"\xfd7zXZ\x00this is none"),
    ],
)
def test_a_damaged_file_is_an_error_of_that_file(tmp_path, ending, content):
    (tmp_path / f"x{ending}").write_bytes(content)
    assert "damaged" in str(failure(tmp_path / f"x{ending}"))


@pytest.mark.parametrize("ending", [".gz", ".zst"])  # bzip2 and xz give nothing of so little
def test_a_truncated_archive_gives_what_it_holds_and_an_error(tmp_path, ending):
    lines = b"".join(json.dumps({"id": i, "text": f"Kut {i} fell. " * 500}).encode() + b"\n" for i in range(500))
    packed = PACKS[ending](lines)
    (tmp_path / f"x.jsonl{ending}").write_bytes(packed[: len(packed) // 2])
    found = list(read_documents(tmp_path / f"x.jsonl{ending}"))
    assert len(found) > 10
    assert isinstance(found[-1], DocumentError)
    assert "damaged" in str(found[-1])
    assert all(isinstance(one, Document) for one in found[:-2])


@pytest.mark.parametrize("ending", PACKS)
def test_a_text_may_be_packed_and_the_name_need_not_say_so(tmp_path, ending):
    packed = PACKS[ending](b"Kut fell.")
    (tmp_path / f"kut.txt{ending}").write_bytes(packed)
    (tmp_path / "basra").write_bytes(packed)
    for name, doc_id in ((f"kut.txt{ending}", "kut"), ("basra", "basra")):
        document = one(tmp_path / name)
        assert (document.doc_id, document.text) == (doc_id, "Kut fell.")
    assert [Path(source.path).name for source in expand([str(tmp_path)])] == [f"kut.txt{ending}"]


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("kut.docx", b"PK\x03\x04\x14\x00", "a ZIP archive, as .docx"),
        ("kut.pdf", b"%PDF-1.7 Kut fell.", "a PDF"),
        ("kut.txt", b"{\\rtf1 Kut fell.}", "RTF"),
        ("kut.tar", b"kut.txt".ljust(257, b"\x00") + b"ustar", "a tar archive"),
    ],
)
def test_what_is_no_text_is_called_by_its_name(tmp_path, name, content, kind):
    (tmp_path / name).write_bytes(content)
    error = failure(tmp_path / name)
    assert (error.error, str(error).startswith(kind)) == ("Binary", True)


def test_parquet(tmp_path):
    pq.write_table(
        pa.table({"id": ["a", None], "text": ["Kut fell.", "Basra fell."], "n": [1, 2]}), tmp_path / "x.parquet"
    )
    a, b = read_documents(tmp_path / "x.parquet")
    assert isinstance(a, Document)
    assert isinstance(b, Document)
    assert (a.doc_id, a.text, b.text) == ("a", "Kut fell.", "Basra fell.")
    assert len(b.doc_id) == 12
    pq.write_table(pa.table({"body": ["x"]}), tmp_path / "y.parquet")
    assert "the columns are body" in str(failure(tmp_path / "y.parquet"))


def test_inputs_are_sorted_and_each_taken_once(tmp_path):
    for name in ("b.txt", "a.md", "README.md", ".hidden.txt", "photo.jpg", "sub/c.jsonl"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    names = [Path(s.path).name for s in expand([str(tmp_path / "b.txt"), str(tmp_path), str(tmp_path / "*.txt")])]
    assert names == ["a.md", "b.txt", "c.jsonl"]
    assert [s.format for s in expand([str(tmp_path / "photo.jpg")])] == ["text"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_in_a_folder_is_left_and_a_closed_folder_is_told(tmp_path, monkeypatch):
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "kut.txt").write_text("Kut fell.")
    (tmp_path / "closed").mkdir()
    look = os.scandir

    def scandir(path):
        if str(path).endswith("closed"):  # as root every folder is open
            raise PermissionError(13, "Permission denied", str(path))
        return look(path)

    monkeypatch.setattr(os, "scandir", scandir)
    closed, kut = read_documents(tmp_path)
    assert isinstance(closed, DocumentError)
    assert closed.source == str(tmp_path / "closed")
    assert isinstance(kut, Document)
    with pytest.raises(UsageError, match="File name too long"):
        expand(["k" * 300])


def test_html_without_its_parser_is_a_usage_error(tmp_path, monkeypatch):
    (tmp_path / "kut.html").write_text("<p>Kut fell.")
    (tmp_path / "kut.txt").write_text("Kut fell.")
    monkeypatch.setattr("pipeline.reading.inputs.find_spec", lambda _: None)
    assert len(expand([str(tmp_path / "kut.txt")])) == 1
    with pytest.raises(UsageError, match=r"prose-events\[wiki\]"):
        expand([str(tmp_path)])


def test_missing_and_barren_paths_are_usage_errors(tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError, match="no such file"):
        expand([str(tmp_path / "nowhere")])
    with pytest.raises(UsageError, match="known endings"):
        expand([str(tmp_path / "empty")])
    with pytest.raises(UsageError, match="no input"):
        expand([])
