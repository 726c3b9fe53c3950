"""Word classes, voice, and who does what to whom in real-looking sentences."""

import pytest

from pipeline.cleaning import clean
from pipeline.grammar import parse
from pipeline.records import Document
from pipeline.rules.grammar import inflect, verbs
from pipeline.sentences import split


def parsed(text):
    tokens = split(clean(Document("a", text)))
    return tokens, parse(tokens)


def clauses_of(text):
    tokens, found = parsed(text)

    def heads(chunks):
        return [tokens.words[found.chunks[i].head] for i in chunks]

    return [
        (tokens.words[found.groups[c.group].head], heads(c.subjects), heads(c.objects), c.link) for c in found.clauses
    ]


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("The attack began at dawn.", "attack", "NOUN"),
        ("They decided to attack the fort.", "attack", "VB"),
        ("The besieged city held out.", "besieged", "ADJ"),
        ("The army besieged the city.", "besieged", "VBD"),
        ("The city was besieged.", "besieged", "VBN"),
        ("Troops deployed to Mali were withdrawn.", "deployed", "VBN"),
        ("On 3 May 1809 the French marched to Linz.", "marched", "VBD"),
        ("The march to Linz took two days.", "march", "NOUN"),
        ("Heavy fighting continued.", "fighting", "NOUN"),
        ("After fighting the Turks, he left.", "fighting", "VBG"),
        ("In May they left.", "May", "MONTH"),
    ],
)
def test_a_word_class_depends_on_its_context(text, word, tag):
    tokens, found = parsed(text)
    assert found.tags[tokens.words.index(word)] == tag


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The rebels entered Hama and seized the airport, forcing the garrison to retreat.",
            [
                ("entered", ["rebels"], ["Hama"], "main"),
                ("seized", ["rebels"], ["airport"], "conjunct"),
                ("forcing", ["rebels"], ["garrison"], "participle"),
                ("retreat", ["garrison"], [], "infinitive"),
            ],
        ),
        (
            "The dragoons, who had taken the bridge, withdrew.",
            [("taken", ["dragoons"], ["bridge"], "relative"), ("withdrew", ["dragoons"], [], "main")],
        ),
        (
            "Paris said that Prussian troops had crossed the Rhine.",
            [("said", ["Paris"], [], "main"), ("crossed", ["troops"], ["Rhine"], "complement")],
        ),
        (
            "The Swedes captured Narva, and the Danes and Saxons withdrew.",
            [("captured", ["Swedes"], ["Narva"], "main"), ("withdrew", ["Danes", "Saxons"], [], "conjunct")],
        ),
        (
            "Grant failed to take the city.",
            [("failed", ["Grant"], [], "main"), ("take", ["Grant"], ["city"], "infinitive")],
        ),
    ],
)
def test_clauses(text, expected):
    assert clauses_of(text) == expected


def test_stretches_of_clauses_follow_one_another():
    tokens, found = parsed(
        "On 6 June the Allies landed, while Soviet troops, who had rested, attacked and broke through."
    )
    assert found.clauses[0].first == 0
    assert found.clauses[-1].last == len(tokens.words)
    assert all(a.last == b.first for a, b in zip(found.clauses, found.clauses[1:], strict=False))


def test_voice_and_negation():
    _, found = parsed("The town was not captured. The army did not attack. It had been shelled.")
    assert [(g.passive, g.negated) for g in found.groups] == [(True, True), (False, True), (True, False)]


def test_inflections():
    assert inflect("cut", "cut", "cut").gerund == ("cutting",)
    assert verbs()["occupy"].forms == ("occupy", "occupies", "occupied", "occupying")
    assert verbs()["lie"].gerund == ("lying",)
    assert len(verbs()) > 2000
