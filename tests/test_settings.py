"""Settings: flag before environment before file before default; nothing unknown is taken silently."""

from __future__ import annotations

import pytest

from pipeline.errors import UsageError
from pipeline.settings import resolve


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "prose-events.toml").write_text('workers = 2\ntimeout = 10\nformat = ["parquet"]\n')
    return tmp_path


@pytest.mark.parametrize(
    ("flags", "environ", "value", "origin"),
    [
        ({}, {}, 2, "prose-events.toml"),
        ({}, {"PROSE_EVENTS_WORKERS": "3"}, 3, "PROSE_EVENTS_WORKERS"),
        ({"workers": "4"}, {"PROSE_EVENTS_WORKERS": "3"}, 4, "--workers"),
        ({"workers": None}, {"PROSE_EVENTS_WORKERS": "auto"}, "auto", "PROSE_EVENTS_WORKERS"),
    ],
)
def test_the_nearer_one_wins_and_says_where_it_stands(folder, flags, environ, value, origin):
    resolved = resolve(flags, environ, folder)
    assert resolved.settings.workers == value
    assert resolved.origin["workers"].endswith(origin)
    assert resolved.origin["encoding"] == "default"


def test_lists_may_be_written_with_commas_and_a_file_may_be_named(folder, tmp_path):
    other = tmp_path / "other.toml"
    other.write_text("timeout = 5")
    resolved = resolve({}, {"PROSE_EVENTS_FORMAT": "csv, jsonl"}, folder, file=other)
    assert (resolved.settings.format, resolved.settings.timeout) == (("csv", "jsonl"), 5)


@pytest.mark.parametrize(
    ("flags", "environ", "content", "said"),
    [
        ({}, {}, "workesr = 2", "prose-events.toml: there is no setting 'workesr'"),
        ({}, {"PROSE_EVENTS_WORKESR": "2"}, "", "PROSE_EVENTS_WORKESR: there is no setting 'workesr'"),
        ({}, {"PROSE_EVENTS_WORKERS": "many"}, "", "PROSE_EVENTS_WORKERS: workers = 'many'"),
        ({}, {"PROSE_EVENTS_WORKERS": "20000"}, "", "must be a number from 1 to 1024, or auto"),
        ({}, {}, "format = 3", "prose-events.toml: format = 3: must be a list of csv, jsonl and parquet"),
        ({"timeout": 0}, {}, "", "--timeout: timeout = 0"),
        ({"format": ["xlsx"]}, {}, "", "--format: format"),
        ({"encoding": "klingon"}, {}, "", "is no encoding"),
        ({}, {}, "workers = ", "prose-events.toml"),
    ],
)
def test_mistakes_are_told_with_where_they_stand(tmp_path, flags, environ, content, said):
    (tmp_path / "prose-events.toml").write_text(content)
    with pytest.raises(UsageError) as error:
        resolve(flags, environ, tmp_path)
    assert said in str(error.value)
