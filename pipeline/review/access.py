"""Who may talk to the review app: the browser of a person at this machine that holds the launch token, and no web page it happens to show.

Three checks on every request: the Host must be ours (a name that was made to point here is refused), what another site starts is refused,
and all but the sign-in page needs a session. Sessions live in the log, so that a restart of the server signs nobody out.
"""

from __future__ import annotations

import hmac
import ipaddress
import re
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse

from pipeline.errors import UsageError
from pipeline.review.decisions import ROLES, Log

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["Guard", "Keys", "is_loopback", "read_auth_file"]

_NAME = re.compile(r"[^\x00-\x1f\x7f<>\"]{1,60}")
_POLICY = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}
_MOST_BYTES = 4_000_000


def is_loopback(host: str) -> bool:
    """Whether a bind address is this machine only.

    >>> is_loopback("127.0.0.1"), is_loopback("::1"), is_loopback("0.0.0.0"), is_loopback("localhost")
    (True, True, False, True)
    """
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def read_auth_file(path: Path) -> dict[str, tuple[str, str]]:
    """Role and secret of each person who may sign in, from lines ``role secret name``; raises `UsageError` with file and line.

    The secret has at least 20 characters, and nobody else may read the file.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        open_to_others = path.stat().st_mode & 0o077
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from error
    except ValueError as error:
        raise UsageError(f"{path}: {error}") from error
    if open_to_others:
        raise UsageError(f"{path}: others can read it; `chmod 600 {path}` first")
    people: dict[str, tuple[str, str]] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        parts = line.split(maxsplit=2)
        if len(parts) != 3 or parts[0] not in ROLES or len(parts[1]) < 20 or not _NAME.fullmatch(parts[2].strip()):
            raise UsageError(
                f"{path}:{number}: write `annotator SECRET NAME` or `adjudicator SECRET NAME`, 20 or more characters a secret"
            )
        people[parts[2].strip()] = (parts[0], parts[1])
    if not people:
        raise UsageError(f"{path}: names nobody")
    return people


@dataclass(frozen=True, slots=True)
class Keys:
    """The launch token, or the people of an auth file, and the log that remembers sessions."""

    log: Log
    cookie: str
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    people: dict[str, tuple[str, str]] = field(default_factory=dict)

    def sign_in(self, name: str, role: str, token: str) -> str | None:
        """The secret of a new session; None where the token does not open the door to that name and role."""
        name = " ".join(name.split())
        if not _NAME.fullmatch(name) or role not in ROLES:
            return None
        allowed_role, expected = self.people.get(name, ("", "")) if self.people else (role, self.token)
        if allowed_role != role or not expected or not hmac.compare_digest(expected.encode(), token.encode()):
            return None
        secret = secrets.token_urlsafe(32)
        self.log.remember_session(secret, name, role)
        return secret

    def who(self, request: Request) -> tuple[str, str] | None:
        """Name and role of who sends a request, if signed in."""
        secret = request.cookies.get(self.cookie)
        return self.log.session(secret) if secret else None


class Guard:
    """ASGI middleware: refuses requests of foreign hosts and origins and bodies that are too large, and sets the headers of the policy."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str]) -> None:
        self.app, self.hosts = app, hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request or hands it on."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return

        async def with_policy(message: Message) -> None:
            if message["type"] == "http.response.start":
                ours = [(name.encode(), value.encode()) for name, value in _POLICY.items()]
                message["headers"] = [*message.get("headers", ()), *ours]
            await send(message)

        refusal = self._refusal(scope["method"], scope["path"], Headers(scope=scope))
        if refusal is None:
            await self.app(scope, receive, with_policy)
        else:
            await PlainTextResponse(refusal[1], status_code=refusal[0])(scope, receive, with_policy)

    def _refusal(self, method: str, path: str, headers: Headers) -> tuple[int, str] | None:
        host, origin, site = (headers.get(name, "") for name in ("host", "origin", "sec-fetch-site"))
        if host not in self.hosts:
            return 400, "This address is not served here."
        reads = method in ("GET", "HEAD")
        if origin and origin not in (f"http://{host}", f"https://{host}"):
            return 403, "Asked for by another site."
        # A person may follow a link to the first page; nothing else may come from another site.
        if site not in ("", "same-origin", "none") and not (reads and path == "/"):
            return 403, "Asked for by another site."
        if not reads:
            if not origin and site != "same-origin":
                return 403, "Does not say where it comes from."
            if headers.get("content-type", "").partition(";")[0] != "application/json":
                return 415, "Only JSON is read."
            if not headers.get("content-length", "").isdigit() or int(headers["content-length"]) > _MOST_BYTES:
                return 413, "Too large."
        return None
