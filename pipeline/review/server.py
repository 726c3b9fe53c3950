"""Serving the review app on this machine."""

from __future__ import annotations

import socket
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import uvicorn

from pipeline.errors import UsageError
from pipeline.review.access import Keys, is_loopback, read_auth_file
from pipeline.review.app import make_app
from pipeline.review.decisions import Log
from pipeline.review.desk import Desk
from pipeline.review.queue import Item

if TYPE_CHECKING:
    from starlette.applications import Starlette

__all__ = ["Service", "open_service"]


class Service:
    """A review that is ready to be served: ``address`` can be opened as soon as `run` is called."""

    def __init__(self, app: Starlette, listening: socket.socket, address: str) -> None:
        self.address = address
        self._listening = listening
        # No access log: the desk's log says what was done, and a launch token must not end up in a file.
        config = uvicorn.Config(
            app, log_level="warning", access_log=False, lifespan="off", server_header=False, ws="none"
        )
        self._server = uvicorn.Server(config)

    def run(self) -> None:
        """Serves until `stop` is called or the process is interrupted."""
        self._server.run(sockets=[self._listening])

    def stop(self) -> None:
        """Ends `run`, from another thread."""
        self._server.should_exit = True


def open_service(
    items: Sequence[Item],
    log: Log,
    *,
    old: str,
    new: str,
    host: str = "127.0.0.1",
    port: int = 0,
    auth_file: Path | None = None,
    served_as: Sequence[str] = (),
) -> Service:
    """A review bound to its port, 0 being any free one; ``served_as`` are further names by which browsers may reach it.

    Raises `UsageError` where the port is taken, or where others could reach it and no auth file says who they are.
    """
    if not is_loopback(host) and auth_file is None:
        raise UsageError(f"--host {host} lets other machines in: say with --auth-file who may sign in")
    people = read_auth_file(auth_file) if auth_file is not None else {}
    listening = _listen(host, port)
    port = listening.getsockname()[1]
    keys = Keys(log, cookie=f"prose-review-{port}", people=people)
    shown = f"[{host}]" if ":" in host else host
    names = ("127.0.0.1", "localhost", "[::1]") if is_loopback(host) else (shown, socket.gethostname())
    hosts = frozenset({*(f"{name}:{port}" for name in (*names, *served_as)), *served_as})
    app = make_app(Desk(items, log, old=old, new=new), keys, hosts)
    return Service(app, listening, f"http://{shown}:{port}/" + ("" if people else f"#token={keys.token}"))


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host, port))
        made.listen(128)
    except OSError as error:
        made.close()
        raise UsageError(
            f"port {port} of {host} cannot be used ({error.strerror}); choose another with --port"
        ) from error
    return made
