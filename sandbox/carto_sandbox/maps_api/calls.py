"""Calls of the Maps API: account, key and JSON body, checked in that server's order and with its messages."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from starlette.exceptions import HTTPException
from starlette.requests import Request

from carto_sandbox.accounts.accounts import Account, ApiKey
from carto_sandbox.accounts.auth import find_username, read_basic
from carto_sandbox.accounts.directory import Accounts, UnknownAccountError
from carto_sandbox.maps_api.errors import MapsApiError, get_maps_headers

_VERSION = "v1"
_MAX_BODY_BYTES = 100 * 1024
_MAX_DEPTH = 100
_KEY_NAMES = ("api_key", "map_key")
_NO_DATABASE = "DB host or name not found in redis (try CARTODB/script/restore_redis)"


@dataclass(frozen=True)
class MapCall:
    """One request. `given` is the key it came with, None for none; `key` is the one it acts with."""

    request: Request
    account: Account
    key: ApiKey
    given: ApiKey | None
    body: Any

    @property
    def auth_tokens(self) -> list[str]:
        query = self.request.query_params
        return [*query.getlist("auth_token"), *query.getlist("auth_token[]")]

    @property
    def is_master(self) -> bool:
        return self.given is not None and self.given.is_master


async def open_map_call(request: Request, *, connects: bool = True) -> MapCall:
    """Reads the body, finds the account and the key; raises MapsApiError for each that is wrong.

    `connects` is False for what needs no database: those answers do not name its server.
    """
    if request.path_params["version"] != _VERSION:
        raise HTTPException(404)
    body = await _read_body(request)
    username = find_username(request)
    if username is None:
        raise MapsApiError(f"No username found in hostname '{request.headers.get('host', '')}'", 400)
    get_maps_headers(request)["vary"] = "Authorization"
    token = _find_token(request, body)
    accounts: Accounts = request.app.state.accounts
    try:
        account = accounts.find(username)
    except UnknownAccountError:
        if token is not None:
            raise _unknown_key() from None
        raise MapsApiError(_NO_DATABASE, 404) from None
    given = account.find_key(token) if token is not None else None
    if token is not None and given is None:
        raise _unknown_key()
    key = given or account.public
    if not key.allows("maps"):
        raise forbid()
    if connects:
        name_database_server(request)
    return MapCall(request, account, key, given, body)


def name_database_server(request: Request) -> None:
    get_maps_headers(request)["X-Served-By-DB-Host"] = "127.0.0.1"


def require_master(call: MapCall, verb: str) -> None:
    """Templates are the master key's business."""
    if call.given is None:
        raise MapsApiError(f"Only authenticated users can {verb} templated maps", 403)
    if not call.given.is_master:
        raise forbid()


def forbid() -> MapsApiError:
    return MapsApiError("Forbidden", 403, "auth", subtype="api-key-does-not-grant-access")


def _unknown_key() -> MapsApiError:
    return MapsApiError("Unauthorized", 401, "auth", subtype="api-key-not-found")


def require_json(request: Request, what: str = "POST data") -> None:
    """Bodies have to be declared as JSON, also where there is none."""
    if _read_content_type(request) != "application/json":
        raise MapsApiError(f"{what} must be of type application/json", 400)


def _read_content_type(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def _find_token(request: Request, body: Any) -> str | None:
    """The first that is found counts. The user name of Basic is not looked at, as on the real server."""
    basic = read_basic(request)
    if basic is not None and basic[1]:
        return basic[1]
    sources: list[Mapping[str, Any]] = [request.query_params]
    if isinstance(body, dict):
        sources.append(body)
    for source in sources:
        for name in _KEY_NAMES:
            if source.get(name):
                return str(source[name])
    return None


async def _read_body(request: Request) -> Any:
    """The JSON value, `{}` for an empty body or another content type."""
    if request.method not in ("POST", "PUT") or _read_content_type(request) != "application/json":
        return {}
    pieces, size = [], 0
    async for piece in request.stream():
        size += len(piece)
        # A body that is too long is still read to its end, so that the sender can read the answer.
        if size <= _MAX_BODY_BYTES:
            pieces.append(piece)
    if size > _MAX_BODY_BYTES:
        raise MapsApiError("request entity too large", 400, "entity.too.large")
    text = b"".join(pieces).decode("utf-8-sig", "replace")
    if not text:
        return {}
    if text.lstrip(" \t\r\n")[:1] not in ("{", "["):
        raise _make_syntax_error(text)
    return parse_json(text)


def parse_json(text: str) -> Any:
    """A JSON value; MapsApiError when the text is none, or is nested deeper than anybody needs."""
    try:
        value = json.loads(text, parse_constant=_refuse_constant, parse_float=_parse_float)
    except (ValueError, RecursionError):
        raise _make_syntax_error(text) from None
    level: list[Any] = [value]
    for _ in range(_MAX_DEPTH):
        inner = [item for item in level if isinstance(item, dict | list)]
        level = [child for item in inner for child in (item.values() if isinstance(item, dict) else item)]
        if not level:
            return value
    raise _make_syntax_error(text)


def _parse_float(text: str) -> float | None:
    """JavaScript makes infinity of a number too large, and null of that when it writes it."""
    number = float(text)
    return number if math.isfinite(number) else None


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _make_syntax_error(text: str) -> MapsApiError:
    """In the words of node 12, which names the first character that cannot be."""
    try:
        json.loads(text)
    except ValueError as error:
        place = getattr(error, "pos", len(text))
    except RecursionError:
        place = 0
    else:
        place = 0
    if place >= len(text):
        return MapsApiError("SyntaxError: Unexpected end of JSON input", 400, "entity.parse.failed")
    what = f"Unexpected token {text[place]} in JSON at position {place}"
    return MapsApiError(f"SyntaxError: {what}", 400, "entity.parse.failed")
