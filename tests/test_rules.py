"""Every event type's examples give their events, and its counterexamples give none of that type."""

import re
from itertools import islice

import pytest

from pipeline import extract
from pipeline.errors import RuleError
from pipeline.rules.events import check_shown, event_rules

FILES = event_rules().files
EXAMPLES = [(f, text) for f in FILES for text in f.examples]
COUNTEREXAMPLES = [(f, text) for f in FILES for text in f.counterexamples]


def marked(text):
    """The text without the square brackets, and where they stood."""
    start, end = text.index("["), text.index("]") - 1
    return text.replace("[", "").replace("]", ""), start, end


def found(text, file):
    events = extract(text).events
    return [e for e in events if (e.trigger.value.type, e.trigger.value.subtype) == (file.type, file.subtype)]


@pytest.mark.parametrize(("file", "text"), COUNTEREXAMPLES, ids=lambda v: v if isinstance(v, str) else v.subtype)
def test_counterexample(file, text):
    plain, start, end = marked(text)
    assert [e.trigger for e in found(plain, file) if e.trigger.start < end and start < e.trigger.end] == []


@pytest.mark.parametrize(("file", "text"), EXAMPLES, ids=lambda v: v if isinstance(v, str) else v.subtype)
def test_example(file, text):
    plain, start, end = marked(text)
    assert [e.trigger for e in found(plain, file) if e.trigger.start < end and start < e.trigger.end]


def test_an_entry_without_example_is_refused():
    file = next(f for f in FILES if f.subtype == "sink")
    check_shown(file)
    with pytest.raises(RuleError, match="no example shows"):
        check_shown(file.model_copy(update={"examples": ("U-boats [sank] the liner.",)}))
    with pytest.raises(RuleError, match="no \\[trigger\\] in"):
        check_shown(file.model_copy(update={"examples": ("U-boats sank the liner.",)}))


def test_every_rule_is_reached_by_an_example():
    """A rule before which another of its type always holds would be dead."""
    reached = {m.rule for _, text in EXAMPLES for m in extract(marked(text)[0]).mentions.triggers}
    assert sorted(event_rules().by_id.keys() - reached) == []


def test_every_example_may_break_off_behind_its_trigger():
    """A dump cut at a size limit ends anywhere: what a rule or a role looks at behind a trigger may not be there."""
    for _, text in EXAMPLES:
        plain, _, end = marked(text)
        cuts = (word.end() for word in re.finditer(r"\w\b", plain) if word.end() >= end)
        for cut in islice(cuts, 3):
            extract(plain[:cut])
