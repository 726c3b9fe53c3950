"""The stages in their order, on one paragraph."""

from pipeline import extract


def test_a_citation_keeps_its_source_offsets():
    text = "On 6 November 2016 the rebels captured Aleppo.[1][note 2] They left."
    found = extract(text)
    spans = [m.source for m in found.mentions.citations]
    assert [text[a:b] for a, b in spans if a is not None] == ["[1]", "[note 2]"]
    assert [s.kind for s in found.sentences] == ["prose", "prose"]
    assert list(found.tables()["citations"]["label"]) == ["1", "note 2"]
