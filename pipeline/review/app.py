"""The web app of a review: thin routes over the desk. Nothing here knows a path of this machine; items are asked for by id."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from pipeline.pages import asset, render
from pipeline.records import STATUSES
from pipeline.review.access import Guard, Keys
from pipeline.review.cells import CELLS
from pipeline.review.decisions import StaleError
from pipeline.review.desk import Desk, RefusedError
from pipeline.rules.events import event_types

if TYPE_CHECKING:
    from starlette.requests import Request

__all__ = ["make_app"]

_ASSETS = {
    "base.css": "text/css",
    "review.css": "text/css",
    "review.js": "text/javascript",
    "icon.svg": "image/svg+xml",
}
_MOST_ITEMS = 100


def make_app(desk: Desk, keys: Keys, hosts: frozenset[str]) -> Starlette:
    """The app of one review; it answers only to ``hosts`` (``name:port``)."""
    views = _Views(desk, keys)
    routes = [
        Route("/", views.page),
        Route("/agreement", views.agreement),
        Route("/assets/{name}", views.asset),
        Route("/api/session", views.sign_in, methods=["POST"]),
        Route("/api/queue", views.queue),
        Route("/api/items", views.items),
        Route("/api/decisions", views.decide, methods=["POST"]),
    ]
    return Starlette(routes=routes, middleware=[Middleware(Guard, hosts=hosts)])


class _Views:
    """The routes; whoever is not signed in gets the sign-in page or 401."""

    def __init__(self, desk: Desk, keys: Keys) -> None:
        self.desk, self.keys = desk, keys

    async def page(self, request: Request) -> Response:
        who = self.keys.who(request)
        context = {"old": self.desk.old, "new": self.desk.new, "named": bool(self.keys.people)}
        if who is None:
            return HTMLResponse(render("sign_in.html", title="Review", **context))
        vocabulary = {"cells": CELLS, "types": event_types(), "statuses": STATUSES}
        return HTMLResponse(
            render(
                "review.html",
                title="Review",
                annotator=who[0],
                role=who[1],
                log=self.desk.log.about()["log"],
                vocabulary=vocabulary,
                **context,
            )
        )

    async def asset(self, request: Request) -> Response:
        name = request.path_params["name"]
        if name not in _ASSETS:
            return PlainTextResponse("No such file.", status_code=404)
        return Response(asset(name), media_type=_ASSETS[name])

    async def sign_in(self, request: Request) -> Response:
        sent = await _json(request)
        fields = [sent.get(name, "") if isinstance(sent, dict) else "" for name in ("name", "role", "token")]
        secret = self.keys.sign_in(*fields) if all(isinstance(field, str) for field in fields) else None
        if secret is None:
            return JSONResponse({"error": "That name and link do not open this review."}, status_code=403)
        answer = JSONResponse({})
        answer.set_cookie(self.keys.cookie, secret, max_age=30 * 86400, httponly=True, samesite="strict", path="/")
        return answer

    async def queue(self, request: Request) -> Response:
        if (who := self.keys.who(request)) is None:
            return _unknown()
        return JSONResponse(await run_in_threadpool(self.desk.queue, *who))

    async def items(self, request: Request) -> Response:
        if self.keys.who(request) is None:
            return _unknown()
        ids = request.query_params.get("ids", "").split(",")[:_MOST_ITEMS]
        return JSONResponse({"items": await run_in_threadpool(self.desk.pages, ids)})

    async def decide(self, request: Request) -> Response:
        if (who := self.keys.who(request)) is None:
            return _unknown()
        try:
            sent = await _json(request)
            decisions = sent.get("decisions") if isinstance(sent, dict) else None
            states = await run_in_threadpool(self.desk.decide, decisions, annotator=who[0], role=who[1])
        except RefusedError as error:
            return JSONResponse({"error": str(error), "cells": error.cells}, status_code=422)
        except StaleError as error:
            states = await run_in_threadpool(self.desk.states, error.items, *who)
            return JSONResponse({"error": "changed elsewhere", "states": states}, status_code=409)
        return JSONResponse({"states": states})

    async def agreement(self, request: Request) -> Response:
        if (who := self.keys.who(request)) is None:
            return RedirectResponse("/")
        pairs, given, number = await run_in_threadpool(self.desk.agreements, *who)
        return HTMLResponse(
            render("agreement.html", title="Agreement", pairs=pairs, given=given, number=number, role=who[1])
        )


async def _json(request: Request) -> Any:
    try:
        return json.loads(await request.body())
    except ValueError:
        return None


def _unknown() -> Response:
    return JSONResponse({"error": "sign in first"}, status_code=401)
