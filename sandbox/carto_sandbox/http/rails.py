"""Rails' additions to answers of the central application: headers, and the media type of empty answers."""

import hashlib
import re
import secrets
import uuid
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from starlette.datastructures import MutableHeaders, QueryParams
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_UNHANDLED, _CORS = "carto.unhandled", "carto.cors"
_SESSION_DAYS = 7
# The other two servers stand behind these paths.
_OTHERS = re.compile(r"(?:/u(?:ser)?/[^/]+)*/api/v\d(?:\.\d)?/(?:sql|map|version|health)(?:[/.]|$)")
_ADDRESS = re.compile(r"[0-9.]+|.*:.*")
_FUNCTION = re.compile(r"[$a-z_][0-9a-z_$]*", re.I)
_CENTRAL = re.compile(r"(?:/u(?:ser)?/[^/]+)*/(?:api|uploads)/")


def is_central(path: str) -> bool:
    return _CENTRAL.match(path) is not None and _OTHERS.match(path) is None


def mark_unhandled(request: Request) -> None:
    """No endpoint made the answer, so it has not the headers that endpoints give."""
    request.scope[_UNHANDLED] = True


def mark_cors(request: Request) -> None:
    """Pages of anywhere may read the answer."""
    request.scope[_CORS] = True


def write_session_cookie(request: Request) -> str:
    expires = datetime.now(UTC) + timedelta(days=_SESSION_DAYS)
    # Rails writes the offset of GMT as it wrote it before it was called so.
    until = format_datetime(expires).replace("+0000", "-0000")
    host = request.url.hostname or ""
    _, dot, domain = host.partition(".")
    where = f"domain={dot}{domain}; " if dot and not _ADDRESS.fullmatch(host) else ""
    return f"_cartodb_session={secrets.token_urlsafe(48)}; {where}path=/; expires={until}; HttpOnly"


class RailsHeaders:
    """For all answers of the central application."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not is_central(scope["path"]):
            await self._app(scope, receive, send)
            return
        held: list[Message] = []

        async def send_dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                held.append(message)
                return
            if held:
                start = held.pop()
                if not message.get("more_body"):
                    message = {**message, "body": _call_back(scope, start, message.get("body", b""))}
                _dress(scope, start, None if message.get("more_body") else message["body"])
                await send(start)
            await send(message)

        await self._app(scope, receive, send_dressed)


def _call_back(scope: Scope, start: Message, body: bytes) -> bytes:
    """JSON becomes JavaScript where a callback is asked for."""
    headers = MutableHeaders(raw=start["headers"])
    name = QueryParams(scope["query_string"]).get("callback")
    if name is None or not body or headers.get("content-type") != "application/json":
        return body
    if not _FUNCTION.fullmatch(name):
        start["status"], body = 400, b'{"errors":{"callback":"Invalid callback format"}}'
    else:
        headers["Content-Type"] = "text/javascript; charset=utf-8"
        body = b"/**/%s(%s)" % (name.encode(), body)
    headers["Content-Length"] = str(len(body))
    start["headers"] = headers.raw
    return body


def _dress(scope: Scope, start: Message, body: bytes | None) -> None:
    """`body` is None for one that comes in pieces."""
    headers = MutableHeaders(raw=start["headers"])
    start["headers"] = headers.raw
    headers.setdefault("X-Request-Id", str(uuid.uuid4()))
    if headers.get("content-type") == "application/json" and body:
        headers["Content-Type"] = "application/json; charset=utf-8"
    if scope.get(_UNHANDLED):
        return
    headers.update(
        {"X-Frame-Options": "DENY", "X-XSS-Protection": "1; mode=block", "X-Content-Type-Options": "nosniff"}
    )
    if scope.get(_CORS):
        headers.update(
            {
                "Access-Control-Allow-Origin": "*",
                "Access-Control-Allow-Methods": "*",
                "Access-Control-Allow-Headers": "Authorization, Content-Type",
            }
        )
    if start["status"] in (200, 201) and body:
        headers.setdefault("Cache-Control", "max-age=0, private, must-revalidate")
        headers.setdefault("ETag", f'W/"{hashlib.md5(body, usedforsecurity=False).hexdigest()}"')
    else:
        headers.setdefault("Cache-Control", "no-cache")
