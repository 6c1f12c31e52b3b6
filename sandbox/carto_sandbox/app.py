"""The ASGI application: every route under CARTO's three prefixes, error answers, and node's limits on requests.

Connectors and connections of the central application (``v1`` and ``v4``) are off, as in a CARTO
that does not configure them: 404 with an empty body.
"""

import contextlib
import re
from collections.abc import AsyncIterator

import psycopg
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from carto_sandbox.accounts.directory import Accounts, close_accounts
from carto_sandbox.central_api import exports
from carto_sandbox.central_api.routes import central_routes
from carto_sandbox.conformance.conformance import Conformance, ConformanceMiddleware
from carto_sandbox.http.errors import (
    CentralApiError,
    SqlApiError,
    answer_central_error,
    answer_database_error,
    answer_json,
    answer_no_route,
    answer_sql_error,
    get_sql_headers,
)
from carto_sandbox.http.rails import RailsHeaders, is_central
from carto_sandbox.maps_api import maps
from carto_sandbox.maps_api.errors import MapsApiError, answer_maps_error
from carto_sandbox.sql_api import batch, copy, sql

SQL_API_VERSION = "6.0.0"
"""The release of CARTO's SQL API whose behaviour the sandbox follows."""

# node 12 refuses a request line plus headers over 8 KB.
_MAX_HEAD_BYTES = 8192
_PREFIXES = (
    "/api/{version}",
    "/user/{user}/api/{version}",
    "/u/{user}/api/{version}",
    "/user/{of}/u/{user}/api/{version}",
)
# In Rails, a suffix selects the format.
_SUFFIX = ".json"


async def _answer_version(request: Request) -> Response:
    return answer_json({"cartodb_sql_api": SQL_API_VERSION})


async def _answer_health(request: Request) -> Response:
    return answer_json({"enabled": True, "ok": True, "elapsed": 1})


async def _answer_options(request: Request) -> Response:
    return Response(status_code=200, headers=get_sql_headers(request))


def create_app(accounts: Accounts, conformance: Conformance) -> Starlette:
    """The whole API for these accounts, held against the spec.

    Closing it (lifespan) closes their connections and background work.
    """

    @contextlib.asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        yield
        await close_accounts(accounts)

    options = [Route(path, _answer_options, methods=["OPTIONS"]) for path in ("/sql", "/sql/{rest:path}")]
    routes: list[BaseRoute] = [
        *options,
        Route("/version", _answer_version),
        Route("/health", _answer_health),
        *(route for module in (sql, copy, batch, maps) for route in module.routes),
        *central_routes,
    ]
    mounts = [Mount(prefix, routes=routes) for prefix in _PREFIXES]
    mounts += [Mount(prefix, routes=exports.file_routes) for prefix in ("/uploads", "/user/{user}/uploads")]
    for route in (*mounts, *routes):
        assert isinstance(route, Mount | Route)
        # As in Express, a line break is a character of a path like any other.
        route.path_regex = re.compile(route.path_regex.pattern.removesuffix("$") + r"\Z", re.DOTALL)
    app = Starlette(
        routes=mounts,
        middleware=[
            Middleware(ConformanceMiddleware, conformance=conformance),
            Middleware(_NodeServer),
            Middleware(RailsHeaders),
        ],
        lifespan=lifespan,
        exception_handlers={
            SqlApiError: answer_sql_error,
            CentralApiError: answer_central_error,
            MapsApiError: answer_maps_error,
            psycopg.Error: answer_database_error,
            HTTPException: answer_no_route,
        },
    )
    app.router.redirect_slashes = False
    app.state.accounts = accounts
    return app


class _NodeServer:
    """Middleware before the routes: the limit on the head, trailing slashes, keep-alive headers."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        head = len(scope["method"]) + len(scope["raw_path"]) + len(scope["query_string"]) + len(" ? HTTP/1.1\r\n\r\n")
        head += sum(len(name) + len(value) + len(": \r\n") for name, value in scope["headers"])
        if head > _MAX_HEAD_BYTES:
            await Response(status_code=431, headers={"Connection": "close"})(scope, receive, send)
            return

        async def send_with_keep_alive(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], (b"keep-alive", b"timeout=5")]
            await send(message)

        path = scope["path"]
        known = path.removesuffix(_SUFFIX) if is_central(path) else path
        scope = {**scope, "path": known.rstrip("/") or "/", "carto_path": path}
        await self._app(scope, receive, send_with_keep_alive)
