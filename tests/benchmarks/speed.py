"""How fast, beside other tools in the same run: ``python tests/benchmarks/speed.py [FILE.jsonl] [--documents N]``.

Prints characters a second of one core, times in multiples of spaCy's blank tokenizer with a sentencizer in the same run, each stage's share, what two
workers gain, what a character costs in documents of 50,000 to 5 million, how far memory grows over many documents, and start-up. Other tools are timed
where they are installed. Times are processor time, which other programs on the machine disturb least; ``--only`` prints one part.

Ours and spaCy's are each timed in processes of their own that read every text once: read again, a short text has no words left that spaCy's tokenizer
does not remember, and it then looks four times as fast as it is over a batch.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
import warnings
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.batch.work import Outcome

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))


def articles(path: Path | None) -> list[str]:
    from pipeline import Document, read_documents

    return [one.text for one in read_documents(path or ROOT / "corpus") if isinstance(one, Document)]


def best(work: Callable[[], object], rounds: int = 3) -> float:
    """Shortest processor time of some rounds: other programs on the machine only ever add to it."""
    times = []
    for _ in range(rounds):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return min(times)


def told(name: str, seconds: float, characters: int, ours: float) -> None:
    ratio = f"{seconds / ours:6.2f} x ours" if seconds != ours else ""
    print(f"{name:<44}{characters / seconds / 1000:8.0f} kchar/s  {ratio}", flush=True)


def processed(texts: list[str]) -> list[Outcome]:
    from pipeline.batch.options import Limits
    from pipeline.batch.work import process
    from pipeline.reading import Record

    limits = Limits(characters=10_000_000, seconds=600)
    return [process(b"", Record(f"d{i}", f"d{i}", "text", text), limits) for i, text in enumerate(texts)]


_FIRST = "On 6 November 2016 the rebels captured Aleppo."
"""What makes a process load all that it loads once."""


def first_reading(texts: list[str], tool: str) -> float:
    """Processor time in which this process, which has read nothing yet, reads every text once."""
    read: Callable[[list[str]], object] = processed if tool == "ours" else _spacy()
    read([_FIRST])
    return best(lambda: read(texts), 1)


def _spacy() -> Callable[[list[str]], object]:
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return lambda texts: list(nlp.pipe(texts))


def afresh(tool: str, texts: list[str]) -> float:
    """The shortest of three first readings, each by a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, __file__, str(written(texts, Path(folder) / "all.jsonl")), "--reading", tool]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        rounds = [subprocess.run(command, env=environment, check=True, capture_output=True).stdout for _ in range(3)]
    return min(map(float, rounds))


def one_core(texts: list[str]) -> None:
    characters = sum(map(len, texts))
    ours = afresh("ours", texts)
    told("prose-events, whole pipeline to table rows", ours, characters, ours)
    spacys = afresh("spacy", texts)
    told("spaCy blank + sentencizer", spacys, characters, ours)
    command = command_line(texts)
    told("prose-events run to CSV and JSON lines", command, characters, ours)
    print(f"ratio to spaCy: {ours / spacys:.1f} x to table rows, {command / spacys:.1f} x to files")
    stages(texts)
    for name, peer in (("dateparser.search_dates, first 20 kchar", _search_dates), ("timexy, dates only", _timexy)):
        some = texts if peer is _timexy else [texts[0][:20_000]]
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                seconds = best(peer(some), 1)
        except ImportError:
            print(f"{name:<44}not installed here")
        else:
            told(name, seconds, sum(map(len, some)), ours * sum(map(len, some)) / characters)
    print(f"{'HeidelTime 2.2.1, dates only':<44}{5:8} kchar/s  (Java; measured apart, start-up left out)")


def command_line(texts: list[str]) -> float:
    """Processor time of the command with one worker, less that of the same command over one sentence."""
    with tempfile.TemporaryDirectory() as folder:
        one = written([_FIRST], Path(folder) / "one.jsonl")
        return run_time(written(texts, Path(folder) / "all.jsonl")) - run_time(one)


def run_time(path: Path) -> float:
    formats = ("--format", "csv", "--format", "jsonl")
    out = str(path.with_suffix(""))
    return min(
        used(lambda: call("run", str(path), "--out", out, "--fresh", "--workers", "1", *formats)) for _ in range(3)
    )


def used(work: Callable[[], object]) -> float:
    """Processor time of the processes that some work starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def written(texts: list[str], path: Path, copies: int = 1) -> Path:
    lines = (json.dumps({"id": f"{i}-{n}", "text": text}) for n in range(copies) for i, text in enumerate(texts))
    path.write_text("\n".join(lines))
    return path


def stages(texts: list[str]) -> None:
    """Each stage's share, by the seconds that a run writes into its metrics."""
    seconds: Counter[str] = Counter()
    for outcome in processed(texts):
        seconds.update(outcome.seconds)
    whole = seconds.total()
    print(
        "shares:",
        "  ".join(f"{name} {share / whole:.0%}" for name, share in seconds.most_common() if share > 0.005 * whole),
    )


def _search_dates(texts: list[str]) -> Callable[[], object]:
    from dateparser.search import search_dates

    return lambda: [search_dates(text, languages=["en"]) for text in texts]


def _timexy(texts: list[str]) -> Callable[[], object]:
    import spacy
    import timexy  # noqa: F401 (registers its component)

    nlp = spacy.blank("en")
    nlp.add_pipe("timexy")
    return lambda: list(nlp.pipe(texts))


def dates(texts: list[str]) -> None:
    """The share of finding and resolving dates; a third is allowed."""
    from pipeline import cleaning, grammar, sentences
    from pipeline.flow import extract
    from pipeline.mentions.dates import find_dates
    from pipeline.records import Document
    from pipeline.resolution.dates import resolve_dates

    documents = [Document(f"d{i}", text) for i, text in enumerate(texts)]
    tokens = [sentences.split(cleaning.clean(document)) for document in documents]
    parsed = [(d, t, grammar.parse(t)) for d, t in zip(documents, tokens, strict=True)]
    whole = best(lambda: [extract(document) for document in documents])
    ours = best(lambda: [resolve_dates(d, t, p, find_dates(t, p)) for d, t, p in parsed])
    print(f"dates, found and resolved: {ours / whole:.0%} of the pipeline's time")


def length(texts: list[str]) -> None:
    whole = "\n\n".join(texts)
    while len(whole) < 5_000_000:
        whole += "\n\n" + whole
    processed(texts[:1])  # what is made once is made before
    for size in (50_000, 500_000, 5_000_000):
        text = whole[:size]
        seconds = best(lambda text=text: processed([text]), 3 if size < 1_000_000 else 1)
        print(f"a document of {size:9,} characters: {seconds / size * 1e6:.2f} microseconds a character", flush=True)


def workers(texts: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = written(texts, Path(folder) / "articles.jsonl", copies=max(1, 12_000_000 // sum(map(len, texts))))
        seconds = {}
        for number in (1, 2):
            began = time.perf_counter()
            out = f"{folder}/{number}"
            call("run", str(path), "--out", out, "--workers", str(number))
            seconds[number] = time.perf_counter() - began
    print(
        f"two workers: {seconds[1] / seconds[2]:.2f} x one ({seconds[1]:.1f} s, {seconds[2]:.1f} s) on {os.cpu_count()} cores"
    )


def call(*arguments: str, **variables: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **variables}
    subprocess.run([sys.executable, "-m", "pipeline", *arguments], env=environment, check=True, capture_output=True)


def memory(texts: list[str], documents: int) -> None:
    """Resident memory of a whole batch, its workers included, at each line of its progress."""
    pieces = [text[at : at + 600] for text in texts for at in range(0, len(text) - 600, 397)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        with path.open("w") as stream:
            for n in range(
                documents
            ):  # each with words of its own: what is remembered of words must not grow without end
                text = f"{pieces[n % len(pieces)]} Unit{n} left Place{n} on {n % 28 + 1} May {1000 + n % 1000}."
                stream.write(json.dumps({"id": f"d{n}", "text": text}) + "\n")
        command = [sys.executable, "-m", "pipeline", "run", str(path), "--out", f"{folder}/out", "--workers", "2"]
        run = subprocess.Popen(
            command,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        marks = []
        for line in run.stderr or ():
            told = json.loads(line)
            sizes = sorted(map(_resident, _family(run.pid)), reverse=True)
            marks.append((told["phase"], told["documents"], sum(sizes), sizes))
        if run.wait() or not marks:
            print("memory: the batch failed, or took less than five seconds: give it more --documents")
            return
    reading = [mark for mark in marks if mark[0] == "reading"]
    first = next(mark for mark in reading if mark[1] >= documents // 10)
    last = reading[-1]
    for name, (_, number, total, sizes) in {
        "early": first,
        "last": last,
        "most": max(marks, key=lambda m: m[2]),
    }.items():
        each = ", ".join(f"{size:.0f}" for size in sizes if size > 20)
        print(f"memory, {name:<6}{number:7,} documents: {total:6.0f} MB in all processes ({each})")
    print(f"memory growth from {first[1]:,} to {last[1]:,} documents: {last[2] / first[2] - 1:+.1%}")


def _family(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return [pid]
    return [pid, *(one for child in children for one in _family(int(child)))]


def _resident(pid: int) -> float:
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGESIZE") / 1e6


def start_up() -> None:
    """Seconds from the command to the first events, with the byte code that an installed package has been given, wherever ours is run from."""
    times = []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(6):
            began = time.perf_counter()
            call("show", _FIRST, PYTHONDONTWRITEBYTECODE="", PYTHONPYCACHEPREFIX=folder)
            times.append(time.perf_counter() - began)
    print(
        f"start-up and one sentence: {min(times):.2f} s (the first time, before there is byte code: {times[0]:.2f} s)"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--documents", type=int, default=50_000)
    parser.add_argument("--only", choices=("core", "dates", "start", "workers", "length", "memory"))
    parser.add_argument("--reading", choices=("ours", "spacy"), help="print the seconds of one first reading")
    given = parser.parse_args()
    texts = articles(given.file)
    if given.reading:
        print(first_reading(texts, given.reading))
        return
    print(f"{len(texts)} articles, {sum(map(len, texts)):,} characters")
    parts: dict[str, Callable[[], object]] = {
        "core": lambda: one_core(texts),
        "dates": lambda: dates(texts),
        "start": start_up,
        "workers": lambda: workers(texts),
        "length": lambda: length(texts),
        "memory": lambda: memory(texts, given.documents),
    }
    for name, part in parts.items():
        if given.only in (None, name):
            part()


if __name__ == "__main__":
    main()
