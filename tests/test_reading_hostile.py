"""A folder of bombs, damaged files and texts made to be slow: each ends in quarantine or is read, and the batch goes on to the last one."""

from __future__ import annotations

import bz2
import gzip

import pytest
from test_run import run

from pipeline.batch import Allowance
from pipeline.tables.reading import read_table

FELL = "On 3 May 1940 the rebels captured Kut. "
HEAD = "<mediawiki><siteinfo><base>https://en.wikipedia.org/wiki/M</base></siteinfo>"
PAGE = "<page><title>T{0}</title><ns>0</ns><id>{0}</id><revision><id>1</id><timestamp>2020-05-01T10:00:00Z</timestamp><model>wikitext</model><text>On 3 May 1940 the rebels captured Kut.</text></revision></page>"

REFUSED = {
    "bomb.xml.bz2": (bz2.compress(f"{HEAD}<page><title>x</title><revision><text>".encode() + b" " * 80_000_000), "Bomb"),
    "entities.xml": (f'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>{HEAD}{PAGE.format(1)}</mediawiki>', "Bomb"),
    "truncated.xml": ((HEAD + PAGE.format(7) + PAGE.format(8))[:-60], "Malformed"),
    "short.xml.bz2": (bz2.compress((HEAD + PAGE.format(9) * 500).encode())[:-200], "Malformed"),
    "short.jsonl.gz": (gzip.compress(b'{"text":"x"}\n' * 100_000)[:-900], "Unreadable"),
    "unpacked.jsonl.gz": (gzip.compress(b'{"text":"' + b"a" * 100_000_000), "Malformed"),
    "brackets.jsonl": (f'{{"text": "{FELL}", "id": "before"}}\n{"[" * 100_000}\n{{"text": "{FELL}", "id": "after"}}\n', "Malformed"),
    "broken.parquet": (b"PAR1" + b"\x00" * 1000 + b"PAR1", "Unreadable"),
    "deep.html": ("<body>" + "<div>" * 200_000 + FELL, "TooDeep"),
    "halves.txt": (b"\xff\xfe\x00\xd8\x00\xd8abc", "WrongEncoding"),
    "long.txt": (FELL * 130_000, "TooLong"),
}  # fmt: skip
READ = {
    "a-million-brackets.txt": FELL + "[" * 1_000_000,
    "markers.txt": FELL + "[1]" * 100_000,
    "backwards.txt": FELL + "][" * 200_000,
    "templates.wikitext": FELL + "{{a|" * 200_000,
    "closed-templates.wikitext": FELL + "{{nowrap|" * 100_000 + "x" + "}}" * 100_000,
    "unclosed-references.wikitext": FELL + "<ref>" * 200_000,
    "references.wikitext": FELL + "<ref>x</ref>" * 50_000,
    "emphasis.wikitext": FELL + "'''x'' " * 100_000,
    "apostrophes.wikitext": FELL + "'" * 1_000_000,
    "lists.html": f"<p>{FELL}</p>" + "<ol class='references'><li>" * 900,
    "last.txt": FELL,
}


@pytest.mark.slow
@pytest.mark.timeout(240)
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_the_batch_goes_on_whatever_lies_in_the_folder(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for name, content in {**{name: content for name, (content, _) in REFUSED.items()}, **READ}.items():
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    run(folder, out=tmp_path / "out", formats=("csv",), max_quarantine=Allowance(1.0, share=True))
    found = {}
    for row in read_table(tmp_path / "out", "quarantine"):
        found.setdefault(row["source"].removeprefix(f"{folder}/").partition(":")[0], row["error"])
        assert row["message"] == row["message"].strip()
    assert found == {name: error for name, (_, error) in REFUSED.items()}
    captured = {row["doc_id"] for row in read_table(tmp_path / "out", "events") if row["subtype"] == "capture"}
    assert captured >= {name.rpartition(".")[0] for name in READ} | {"before", "after", "7"}
