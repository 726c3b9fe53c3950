"""Cost grows with a text's length and not faster, whatever the text: eight times as much of it takes some eight times as long."""

from __future__ import annotations

import time

import pytest

from pipeline.batch.options import Limits
from pipeline.batch.work import process
from pipeline.reading import Record

pytestmark = pytest.mark.slow

LIMITS = Limits(seconds=120)
# Twice eight, for caches that no longer hold; what grows with the square takes up to eight times eight.
TWICE = 16
TEXTS = {
    "a million brackets": ("[", 1_000_000),
    "a hundred thousand digits": ("7", 100_000),
    "a sentence of fifty thousand words": ("the army attacked the town and the enemy fled to the hill where ", 250_000),
    "a hundred thousand capitals": ("Aleppo ", 700_000),
    "a hundred thousand names, each another": ("", 700_000),
    "nested parentheses": ("(", 200_000),
    "nested remarks": ("(the army ", 100_000),
    "markers": ("[1]", 100_000),
    "unclosed links": ("[a](", 200_000),
    "ranges": ("1-", 100_000),
    "years": ("1916 ", 100_000),
    "dates": ("6 November 2016, ", 200_000),
    "days": ("the day ", 100_000),
    "the next day": ("The next day they fled. ", 200_000),
    "numbers": ("hundred thousand ", 200_000),
    "counts": ("20 killed, 30 wounded, ", 200_000),
    "victims": ("He was killed and she was wounded. ", 200_000),
    "verbs": ("attacked ", 100_000),
    "speech": ("said that he ", 100_000),
    "distances": ("5 km north of Aleppo, ", 200_000),
    "titles": ("led by General Hill, ", 200_000),
    "abbreviations": ("U.S.", 200_000),
    "quotations": ('" Kut fell. ', 100_000),
    "lines": ("Kut\n", 100_000),
    "headings": ("== Kut ==\n", 100_000),
    "list items": ("* Kut\n", 100_000),
    "infobox lines": ("| place = Kut\n", 200_000),
    "blanks": (" ", 1_000_000),
    "one word": ("a", 1_000_000),
    "accents": ("e\u0301", 200_000),
    "one paragraph": ("The army attacked the town of Homs. The rebels captured the hill. ", 400_000),
    "old treaties": ("The Treaty of Kiel (1814) was old. The army attacked the town. ", 400_000),
    "prose": ("On 6 November 2016 the rebels captured Aleppo.[1] ", 200_000),
}


def text(unit: str, size: int) -> str:
    if not unit:
        letters = "abcdefghijklmnopqrst"
        names = (f"Kar{a}{b}{c}{d} " for a in letters for b in letters for c in letters for d in letters)
        unit = "".join(names)
    opened = (unit * (size // len(unit) + 1))[:size]
    return opened + ")" * opened.count("(")


def seconds(content: str) -> float:
    began = time.process_time()
    outcome = process(b"", Record("d", "d.txt", "text", content), LIMITS)
    assert outcome.quarantined is None or outcome.quarantined.error == "Empty"
    return time.process_time() - began


@pytest.mark.parametrize("name", TEXTS)
def test_eight_times_the_text_takes_some_eight_times_as_long(name):
    unit, size = TEXTS[name]
    seconds("On 6 May 1900 twenty men fled to Kut.[1]")  # what is made once is made before
    ratios = []
    # Other programs slow one of the two down: what grows with the square shows in every round, theirs do not.
    while len(ratios) < 5 and (not ratios or min(ratios) > TWICE):
        short = seconds(text(unit, size // 8))
        ratios.append(seconds(text(unit, size)) / (short + 0.01))
    assert min(ratios) <= TWICE
