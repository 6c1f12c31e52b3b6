"""Answers of the Maps API: its headers, its errors, and JSONP round both."""

import json
import re
import uuid
from collections.abc import Mapping, Sequence
from typing import Any

import psycopg
from starlette.requests import Request
from starlette.responses import Response

from carto_sandbox.accounts.auth import find_username
from carto_sandbox.accounts.directory import Accounts, UnknownAccountError

_ALLOWED_HEADERS = (
    "X-Requested-With, X-Prototype-Version, X-CSRF-Token, Authorization, Carto-Event, Carto-Event-Source, "
    "Carto-Event-Group-Id"
)
_CALLBACK = re.compile(r"[^\w$.\[\]]")
_SQL_TIMEOUT = (
    "You are over platform's limits: SQL query timeout error. Refactor your query before running again "
    "or contact CARTO support for more details."
)
_JSON = "application/json; charset=utf-8"
NOT_IMPLEMENTED = 501


class MapsApiError(Exception):
    """An error of the Maps API. Without a status the text decides, as CARTO does it."""

    def __init__(
        self,
        message: str,
        status: int | None = None,
        kind: str = "unknown",
        *,
        subtype: str | None = None,
        **context: Any,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.given_status = status
        self.kind = kind
        self.subtype = subtype
        self.context: dict[str, Any] = context
        self.others: Sequence[MapsApiError] = ()

    def in_layer(self, label: Mapping[str, Any]) -> "MapsApiError":
        """The same, said of a layer of the map."""
        self.kind, self.context = "layer", {**self.context, "layer": dict(label)}
        if "Postgis Plugin" in self.message:
            self.subtype = "query"
        if 'column "the_geom_webmercator" does not exist' in self.message and self.given_status is None:
            self.given_status = 400
        return self

    @property
    def status(self) -> int:
        return self.given_status or choose_status(self.message)

    @property
    def entry(self) -> dict[str, Any]:
        """The entry in `errors_with_context`."""
        subtype = {} if self.subtype is None else {"subtype": self.subtype}
        return {"type": self.kind, "message": self.message, **subtype, **self.context}

    @property
    def body(self) -> dict[str, Any]:
        entries = [self.entry, *(other.entry for other in self.others)]
        return {"errors": [entry["message"] for entry in entries], "errors_with_context": entries}


class UnroutedError(MapsApiError):
    """The path leads nowhere."""


def choose_status(message: str) -> int:
    """CARTO reads the status from the words: a missing table or column is 404."""
    if "permission denied" in message or "authentication failed" in message:
        return 403
    if "does not exist" not in message:
        return 400
    if re.search(r"Postgis Plugin.*[\s|\n].*column.*does not exist", message):
        return 400
    if " role " in message:
        return 403
    return 400 if re.search(r"function .* does not exist", message) else 404


def from_database(error: psycopg.Error, *, before: str = "") -> MapsApiError:
    """PostgreSQL's refusal; statements that took too long are over the limits."""
    if isinstance(error, psycopg.errors.QueryCanceled):
        return MapsApiError(_SQL_TIMEOUT, 429, "limit", subtype="datasource")
    return MapsApiError(f"{before}{error.diag.message_primary or str(error).strip()}")


def dump(value: object) -> str:
    """JSON as node writes it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def get_maps_headers(request: Request) -> dict[str, str]:
    """Headers of every Maps API answer to this request; who handles it adds to them as it gets on."""
    if not hasattr(request.state, "maps_headers"):
        headers = {
            "Access-Control-Allow-Origin": "*",
            "Access-Control-Allow-Headers": _ALLOWED_HEADERS,
            "X-Request-Id": request.headers.get("x-request-id") or str(uuid.uuid4()),
            "X-Served-By-Host": "sandbox",
        }
        if client := request.query_params.get("client"):
            headers["Carto-Client"] = client
        if username := find_username(request):
            headers["Carto-User"] = username
            headers |= _find_user_id(request, username)
        request.state.maps_headers = {name: _clean(value) for name, value in headers.items()}
    found: dict[str, str] = request.state.maps_headers
    return found


def _find_user_id(request: Request, username: str) -> dict[str, str]:
    accounts: Accounts = request.app.state.accounts
    try:
        return {"Carto-User-Id": str(accounts.find(username).user_id)}
    except UnknownAccountError:
        return {}


def _clean(value: str) -> str:
    """A value that may stand in a header: node refuses others, and they come from a query string."""
    return re.sub(r"[^\x20-\x7e]", "?", value)


def set_maps_headers(request: Request, headers: Mapping[str, str]) -> None:
    get_maps_headers(request).update({name: _clean(value) for name, value in headers.items()})


def read_callback(request: Request) -> str:
    """The function to call, without the characters that no name of one has; empty if there is none."""
    return _CALLBACK.sub("", request.query_params.get("callback", ""))


def answer_maps(request: Request, value: object, status: int = 200) -> Response:
    """JSON; with `callback` in the query string always 200 and a call of that function."""
    headers = get_maps_headers(request)
    text = dump(value)
    callback = read_callback(request)
    if callback:
        text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
        text = f"/**/ typeof {callback} === 'function' && {callback}({text});"
        headers = {**headers, "X-Content-Type-Options": "nosniff", "Content-Type": "text/javascript; charset=utf-8"}
        status = 200
    else:
        headers = {**headers, "Content-Type": _JSON}
    return Response(text.encode("utf-8", "replace"), status, headers)


async def answer_maps_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, MapsApiError)
    if isinstance(error, UnroutedError):
        return await answer_unrouted(request)
    if error.kind.startswith("entity."):
        # The body is read before anybody thinks of other origins.
        for name in ("Access-Control-Allow-Origin", "Access-Control-Allow-Headers"):
            get_maps_headers(request).pop(name, None)
    return answer_maps(request, error.body, error.status)


async def answer_unrouted(request: Request) -> Response:
    """Paths and methods below /map that lead nowhere: nothing, labelled as JSON."""
    if request.method == "OPTIONS":
        allowed = "GET,HEAD,POST,PUT,DELETE"
        headers = {**get_maps_headers(request), "Allow": allowed}
        headers["Access-Control-Allow-Headers"] = f"{_ALLOWED_HEADERS}, Content-Type"
        return Response(allowed, 200, headers, media_type="text/html")
    headers = {**get_maps_headers(request), "Content-Type": _JSON}
    return Response(b"", 404, headers)
