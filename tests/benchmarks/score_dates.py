"""Two figures that the shared scorer does not print: modifiers on WikiWars, and start days of the battle summaries.

Run from the repository's root: ``python tests/benchmarks/score_dates.py``. Needs the shared folder beside the repository.
"""

import json
import re
import sys
from pathlib import Path

from pipeline import Document, extract

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "bench" / "data"
DATA = DATA if DATA.exists() else DATA.parents[2].parent / "shared" / "bench" / "data"
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def rows(name):
    with (DATA / name).open(encoding="utf-8") as stream:
        yield from map(json.loads, stream)


def modifiers():
    """How many labels with a modifier that a mention overlaps get that modifier."""
    right = labels = 0
    for row in rows("wikiwars-dev.jsonl"):
        found = extract(Document(row["doc_id"], row["text"], row["title"]))
        spans = [(*found.clean.to_source(m.start, m.end), m.value.mod) for m in found.mentions.dates]
        for label in row["timexes"]:
            if label["depth"] or not label["mod"]:
                continue
            mods = [mod for start, end, mod in spans if start < label["end"] and label["start"] < end]
            labels += bool(mods)
            right += bool(mods) and mods[0] == label["mod"]
    return right, labels


def start_days():
    """How many summaries that name the day on which their battle began have it among their resolved dates."""
    right = summaries = 0
    for row in rows("cwsac-dev.jsonl"):
        year, month, day = row["start_date"].split("-")
        if not re.search(rf"\b{MONTHS[int(month) - 1][:3]}\w*\.?\s+(?:\d+[–-])?0?{int(day)}\b", row["description"]):
            continue
        found = extract(Document(row["doc_id"], row["description"], row["title"], reference_date=year))
        days = [m.value for m in found.mentions.dates if m.value.granularity in ("day", "time") and m.value.start]
        summaries += 1
        right += any(v.start <= row["start_date"] <= v.end for v in days)
    return right, summaries


if __name__ == "__main__":
    if not DATA.exists():
        sys.exit(f"{DATA} is absent")
    for name, (right, total) in (("modifiers", modifiers()), ("start days", start_days())):
        sys.stdout.write(f"{name:<12} {100 * right / total:.1f} %   ({right}/{total})\n")
