"""Status and attribution: one clause, its own verb and those above it."""

import pytest

from pipeline import extract


def standing(text, word):
    found = extract(text)
    words = found.clean.text
    (event,) = [e for e in found.events if words[e.trigger.start : e.trigger.end] == word]
    return event.status, event.attribution


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("The Swedes captured Narva.", "captured", "asserted"),
        ("The Swedes were forced to abandon Narva.", "abandon", "asserted"),
        ("They managed to recapture Narva.", "recapture", "asserted"),
        ("They were able to retake Narva.", "retake", "asserted"),
        ("In 1704 Peter would take Narva.", "take", "asserted"),
        ("The rebels reportedly seized Narva.", "seized", "reported"),
        ("According to Moscow, troops entered Narva.", "entered", "reported"),
        ("Charles ordered his army to besiege Narva.", "besiege", "planned"),
        ("They will attack Narva.", "attack", "planned"),
        ("They crossed the river to encircle Narva.", "encircle", "planned"),
        ("They planned an assault on Narva.", "assault", "planned"),
        ("They tried to storm Narva.", "storm", "attempted"),
        ("They failed to capture Narva.", "capture", "attempted"),
        ("They nearly captured Narva.", "captured", "attempted"),
        ("They made an unsuccessful attack on Narva.", "attack", "attempted"),
        ("They were not successful in occupying Narva.", "occupying", "attempted"),
        ("The Swedes did not capture Narva.", "capture", "negated"),
        ("The army left without capturing Narva.", "capturing", "negated"),
        ("Moscow denied that troops had shelled Narva.", "shelled", "negated"),
        ("Moscow claimed that it had tried to storm Narva.", "storm", "attempted"),
    ],
)
def test_status(text, word, status):
    assert standing(text, word)[0] == status


def test_who_says_so():
    assert standing("The Swedish king announced that his army had taken Narva.", "taken") == (
        "reported",
        "Swedish king",
    )
    assert standing("According to the Danes, Narva was captured.", "captured") == ("reported", "Danes")


@pytest.mark.parametrize("modal", ["could", "might", "should"])
def test_mere_thoughts_are_no_events(modal):
    assert extract(f"The fleet {modal} relieve Narva.").events == ()
