"""Label files: what a person may write, and what they are told of a mistake."""

from __future__ import annotations

import pytest

from pipeline.errors import LabelError
from pipeline.labels.reading import read_labels

TEXT = "On 6 November rebels seized\nMinyan.[1] Later they seized Aleppo, and seized the hill."
GOOD = """doc_id = "aleppo"

[[events]]
trigger = "rebels «seized» Minyan.[1]"
type = "TERRITORY.capture"
date = "2016-11-06"
places = ["Minyan"]
initiator = ["rebels"]
casualties = [{ category = "killed", low = 3, who = "men" }]

[[events]]
trigger = "they «seized» Aleppo"
type = "TERRITORY.capture"
status = "reported"
"""


@pytest.fixture
def read(tmp_path):
    def of(content: str):
        (tmp_path / "aleppo.toml").write_text(content)
        return read_labels(tmp_path, {"aleppo": TEXT})

    return of


def test_a_stretch_becomes_offsets_across_line_ends(read):
    first, second = read(GOOD)["aleppo"]
    assert (TEXT[first.start : first.end], first.start) == ("seized", TEXT.index("seized"))
    assert second.start == TEXT.index("seized Aleppo")
    assert first.event.casualties[0].low == 3
    assert first.event.casualties[0].high is None


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("«seized» Aleppo", "«seized» Homs", "aleppo.toml:11: trigger: 'they «seized» Homs' stands nowhere"),
        ("they «seized» Aleppo", "«seized»", "aleppo.toml:11: trigger: '«seized»' stands 3 times"),
        ("they «seized» Aleppo", "they seized Aleppo", "aleppo.toml:11: trigger: one «…» is needed"),
        ("2016-11-06", "6 November 2016", "aleppo.toml:3: date: must be"),
        ('date = "2016-11-06"', "date = 2016-11-06", "aleppo.toml:3: date: must be text"),
        ('"reported"', '"rumoured"', "aleppo.toml:11: status: Input should be"),
        ('status = "reported"', 'sttaus = "reported"', "aleppo.toml:11: sttaus: is no key; there are trigger, type"),
        ('type = "TERRITORY.capture"\nstatus', "status", "aleppo.toml:11: type: is missing"),
        ("TERRITORY.capture", "capture", "aleppo.toml:3: type: must be TYPE.subtype"),
        ("low = 3", 'low = "3"', "aleppo.toml:3: casualties.0.low: "),
        ('doc_id = "aleppo"', 'doc_id = "homs"', "'homs' is not among those read"),
        ('doc_id = "aleppo"', "", "doc_id"),
        ("[[events]]", "[[event]]", "unknown key 'event'"),
        ('places = ["Minyan"]', "places = [", "aleppo.toml"),
    ],
)
def test_mistakes_are_told_with_file_and_line(read, old, new, said):
    assert old in GOOD
    with pytest.raises(LabelError) as error:
        read(GOOD.replace(old, new, 1))
    assert said in str(error.value)


def test_every_label_of_the_corpus_stands_in_its_text(root):
    from pipeline import Document, read_documents

    documents = [one for one in read_documents(root / "corpus") if isinstance(one, Document)]
    texts = {one.doc_id: one.text for one in documents}
    files = [file for file in sorted((root / "tests" / "gold").glob("*.toml")) if file.stem in texts]
    assert sum(len(labels) for file in files for labels in read_labels(file, texts).values()) > 300
