"""What a stranger, a web page or a hostile article can do to a review: nothing."""

import copy
import http.client
import json
import subprocess
import sys
import threading
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from pipeline.cli.app import app
from pipeline.errors import UsageError
from pipeline.review.access import read_auth_file
from pipeline.review.decisions import Log
from pipeline.review.server import open_service

PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "</script><script>alert(1)</script>",
    "{{ 7 * 7 }}{% include 'x' %}${7*7}",
    "javascript:alert(1)",
    "../../../../etc/passwd",
    "=cmd|' /C calc'!A0",
    "\u202egnp.exe",
    "a" * 5000,
    "'; DROP TABLE decisions; --",
]  # fmt: skip


@pytest.fixture
def one(towns, served):
    return served(*towns(3))


class Stranger:
    """Requests without a browser, so that every header is ours."""

    def __init__(self, one) -> None:
        self.host = one.address.removeprefix("http://").rstrip("/")
        self.ours = {"origin": f"http://{self.host}", "content-type": "application/json"}
        self.token = one.token

    def ask(self, method: str, path: str, headers: dict | None = None, body: object = None) -> tuple[int, str, dict]:
        connection = http.client.HTTPConnection(self.host, timeout=10)
        connection.request(method, path, json.dumps(body) if body is not None else None, headers or {})
        answer = connection.getresponse()
        found = answer.status, answer.read().decode(), {k.lower(): v for k, v in answer.getheaders()}
        connection.close()
        return found

    def signed_in(self) -> dict:
        sent = {"name": "Ada", "role": "annotator", "token": self.token}
        _, _, headers = self.ask("POST", "/api/session", self.ours, sent)
        return {**self.ours, "cookie": headers["set-cookie"].partition(";")[0]}


@pytest.mark.parametrize(
    ("method", "path", "headers", "status"),
    [
        ("GET", "/", {"host": "evil.example"}, 400),
        ("GET", "/", {"host": "127.0.0.1"}, 400),
        ("GET", "/api/queue", {}, 401),
        ("GET", "/api/items?ids=x", {}, 401),
        ("POST", "/api/decisions", {}, 403),
        ("POST", "/api/decisions", {"origin": "http://evil.example", "content-type": "application/json"}, 403),
        ("POST", "/api/decisions", {"origin": "null", "content-type": "application/json"}, 403),
        ("POST", "/api/decisions", {"sec-fetch-site": "same-site", "content-type": "application/json"}, 403),
        ("GET", "/api/queue", {"sec-fetch-site": "cross-site"}, 403),
        ("GET", "/assets/review.js", {"sec-fetch-site": "cross-site"}, 403),
        ("GET", "/assets/..%2f..%2fpyproject.toml", {}, 404),
        ("GET", "/assets/../../pyproject.toml", {}, 404),
        ("GET", "/assets/review.html", {}, 404),
        ("GET", "/../../etc/passwd", {}, 404),
        ("DELETE", "/api/queue", {}, 403),
    ],
)
def test_strangers_are_refused(one, method, path, headers, status):
    assert Stranger(one).ask(method, path, headers)[0] == status


def test_our_own_origin_needs_a_session_json_and_a_reasonable_size(one):
    stranger = Stranger(one)
    assert stranger.ask("POST", "/api/decisions", stranger.ours, {})[0] == 401
    assert stranger.ask("POST", "/api/decisions", {**stranger.ours, "content-type": "text/plain"}, {})[0] == 415
    huge = {**stranger.ours, "content-length": "99999999"}
    assert stranger.ask("POST", "/api/decisions", huge)[0] == 413
    assert (
        stranger.ask("POST", "/api/session", stranger.ours, {"name": "Ada", "role": "annotator", "token": "guess"})[0]
        == 403
    )
    assert stranger.ask("POST", "/api/session", stranger.ours, ["no", "object"])[0] == 403
    assert stranger.ask("POST", "/api/decisions", stranger.signed_in(), {"decisions": 3})[0] == 422


def test_every_answer_carries_the_policy(one):
    stranger = Stranger(one)
    for path in ("/", "/api/queue", "/assets/review.js", "/nowhere"):
        headers = stranger.ask("GET", path)[2]
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store"


def test_the_log_holds_no_secret_of_a_session(one):
    stranger = Stranger(one)
    secret = stranger.signed_in()["cookie"].partition("=")[2]
    for file in one.new.glob("review.sqlite*"):
        content = file.read_bytes()
        assert secret.encode() not in content
        assert one.token.encode() not in content
    assert (one.new / "review.sqlite").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7"])
def test_other_machines_are_let_in_only_with_an_auth_file(towns, host):
    new, old = towns(2)
    result = CliRunner().invoke(app, ["review", str(new), "--against", str(old), "--host", host])
    assert isinstance(result.exception, UsageError)
    assert "--auth-file" in str(result.exception)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("annotator short Ada\n", r"people:1: write `annotator SECRET NAME`"),
        ("owner 01234567890123456789 Ada\n", r"people:1: write"),
        ("annotator 01234567890123456789\n", r"people:1: write"),
        ("# nobody yet\n", "names nobody"),
    ],
)
def test_an_auth_file_must_be_one(tmp_path, content, complaint):
    path = tmp_path / "people"
    path.write_text(content)
    path.chmod(0o600)
    with pytest.raises(UsageError, match=complaint):
        read_auth_file(path)


def test_an_auth_file_that_others_can_read_is_refused(tmp_path):
    path = tmp_path / "people"
    path.write_text("annotator 01234567890123456789 Ada Lovelace\n")
    path.chmod(0o644)
    with pytest.raises(UsageError, match="others can read it"):
        read_auth_file(path)
    path.chmod(0o600)
    assert read_auth_file(path) == {"Ada Lovelace": ("annotator", "01234567890123456789")}


def test_another_name_is_served_only_when_it_was_given(tmp_path):
    log = Log(tmp_path / "review.sqlite")
    service = open_service([], log, old="old", new="new", served_as=["review.example"])
    thread = threading.Thread(target=service.run)
    thread.start()
    ask = Stranger(SimpleNamespace(address=service.address.partition("#")[0], token="")).ask
    assert ask("GET", "/", {"host": "review.example"})[0] == 200
    assert ask("GET", "/", {"host": "other.example"})[0] == 400
    service.stop()
    thread.join(10)
    log.close()


def test_with_an_auth_file_each_person_has_a_secret_and_a_role(tmp_path, towns, served):
    people = tmp_path / "people"
    people.write_text(f"annotator {'a' * 24} Ada\nadjudicator {'c' * 24} Cy\n")
    people.chmod(0o600)
    one = served(*towns(2), auth_file=people)
    assert one.token == ""
    stranger = Stranger(one)
    for name, role, token, status in (
        ("Ada", "annotator", "a" * 24, 200),
        ("Cy", "adjudicator", "c" * 24, 200),
        ("Ada", "adjudicator", "a" * 24, 403),
        ("Ada", "annotator", "c" * 24, 403),
        ("Eve", "annotator", "a" * 24, 403),
        ("Eve", "annotator", "", 403),
    ):
        assert (
            stranger.ask("POST", "/api/session", stranger.ours, {"name": name, "role": role, "token": token})[0]
            == status
        )


@pytest.mark.slow
@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_in_every_field_is_shown_as_text(tmp_path, runs, served, sit, payload):
    text = f"{payload} Rebels seized {payload} on 3 May.[1] {payload}"
    start = text.index("seized")
    spot = {
        "text": payload,
        "name": payload,
        "start": start + 7,
        "end": start + 7 + len(payload),
        "country": payload,
        "lat": None,
        "lon": None,
        "precision": payload,
        "mention_id": payload,
    }
    event = {
        "event_id": payload, "doc_id": payload, "type": payload, "subtype": payload, "status": payload, "attribution": payload,
        "trigger": {"text": "seized", "start": start, "end": start + 6},
        "date": {"start": payload, "end": payload, "granularity": payload, "derivation": payload, "text": payload, "mention_id": payload},
        "places": [{**spot, "role": "object"}], "actors": [{**spot, "role": "initiator", "actor_id": payload}],
        "casualties": [{**spot, "category": payload, "low": 1, "high": 2, "who": payload}],
        "citations": [payload], "sentence": {"start": 0, "end": len(text), "text": text}, "section": payload, "rule": payload, "duplicate_of": None,
    }  # fmt: skip
    other = copy.deepcopy(event) | {"status": "asserted", "rule": "plain", "places": [], "citations": []}
    new = runs.write(tmp_path / "new", [event], {payload: text}, {payload: payload})
    old = runs.write(tmp_path / "old", [other], {payload: text}, {payload: payload})
    one = served(new, old)
    desk = sit(one, name=payload[:60].translate({ord(c): None for c in '<>"'}))
    assert payload.split()[0] in desk.page.locator("#document").text_content()
    desk.page.locator("#source mark.trigger").first.click()
    desk.press("c")
    desk.page.locator("#note-text").fill(payload[:4000])
    desk.page.keyboard.press("Control+Enter")
    desk.press("?")
    desk.page.keyboard.press("Escape")
    desk.press("f")
    desk.page.keyboard.press("Escape")
    desk.press("e")
    desk.page.keyboard.press("Escape")
    desk.press("a")
    desk.settled()
    assert one.verdicts() == ["note", "accept"]
    desk.page.goto(f"{one.address}agreement")
    # The page of a diff is opened from disk, without any server's policy.
    done = subprocess.run([sys.executable, "-m", "pipeline", "diff", old, new, "--format", "html", "--out", tmp_path / "diff.html"], check=False)  # fmt: skip
    assert done.returncode == 1
    with desk.page.expect_event("load"):
        desk.page.goto((tmp_path / "diff.html").as_uri())
    desk.requests.clear()
    assert payload.split()[0] in desk.page.locator("article").first.text_content()
    if payload.startswith("<"):
        assert desk.page.locator("article script, article img, article svg").count() == 0


def test_a_hostile_name_is_no_name(one):
    stranger = Stranger(one)
    for name in ("<b>Ada</b>", "", " ", "a\nb\x00", "x" * 61):
        sent = {"name": name, "role": "annotator", "token": stranger.token}
        assert stranger.ask("POST", "/api/session", stranger.ours, sent)[0] == 403
