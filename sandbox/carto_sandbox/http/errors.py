"""CARTO's error answers: those of the SQL API, those of the central application, and Express' page for no route."""

import html
import json
import re
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import psycopg
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from carto_sandbox.http.rails import is_central, mark_unhandled, write_session_cookie

_TIMEOUT_MESSAGE = (
    "You are over platform's limits: SQL query timeout error. Refactor your query before running again "
    "or contact CARTO support for more details."
)
_TIMED_OUT = (
    "statement timeout",
    "RuntimeError: Execution of function interrupted by signal",
    "canceling statement due to user request",
)
_JSON = "application/json; charset=utf-8"
_MISSING_PAGE = (
    "<!DOCTYPE html> <html> <title>404 Error — CARTO</title> <body> <h1>404</h1>"
    " <p>There is nothing at this address.</p> </body> </html>"
)
# node's own rule for the values of headers.
_NO_HEADER = re.compile(r"[^\t\x20-\x7e\x80-\xff]")


class SqlApiError(Exception):
    """An error of the SQL API: `{"error": [message]}` with detail, hint and context where there are any."""

    def __init__(
        self,
        status: int,
        message: str,
        *,
        detail: str | None = None,
        hint: str | None = None,
        context: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.reason = message
        """PostgreSQL's own words, where the message is CARTO's."""
        self.report = message
        """PostgreSQL's whole text, with the line it points at."""
        self.sqlstate: str | None = None
        self.detail = detail
        self.hint = hint
        self.context = context
        self.headers = dict(headers or {})

    @property
    def body(self) -> dict[str, Any]:
        extras = {"context": self.context, "detail": self.detail, "hint": self.hint}
        return {"error": [self.message]} | {name: value for name, value in extras.items() if value is not None}


class CentralApiError(Exception):
    """An error of the central application: its body is whatever the endpoint sends, or empty.

    Of an empty one `media_type` is the label.
    """

    def __init__(self, status: int, body: object = None, *, media_type: str = "application/json") -> None:
        super().__init__(f"{status} {body!r}")
        self.status = status
        self.body = body
        self.media_type = media_type


class NotAuthenticatedError(CentralApiError):
    """No key, or one that will not do: answered before the endpoint is asked, by something that keeps sessions."""

    def __init__(self) -> None:
        super().__init__(401)


class UnforeseenError(CentralApiError):
    """Rails' answer for an endpoint that failed or does not exist."""

    def __init__(self, status: int = 500) -> None:
        super().__init__(
            status, {"status": str(status), "error": HTTPStatus(status).phrase.replace("Content", "Entity")}
        )


class MalformedBodyError(CentralApiError):
    """Rails does not get as far as an endpoint."""

    def __init__(self) -> None:
        super().__init__(400, media_type="text/html; charset=utf-8")


def make_sql_error(
    message: str | None, sqlstate: str | None = None, detail: str | None = None, hint: str | None = None
) -> SqlApiError:
    """PostgreSQL's error as CARTO answers it, which looks at nothing but the text."""
    message = message or "Unexpected error"
    if any(words in message for words in _TIMED_OUT):
        error = SqlApiError(429, _TIMEOUT_MESSAGE, context="limit", detail="datasource")
    else:
        error = SqlApiError(403 if "permission denied" in message else 400, message, detail=detail, hint=hint)
    error.reason = error.report = message
    error.sqlstate = sqlstate
    return error


def from_psycopg(error: psycopg.Error) -> SqlApiError:
    diagnostic = error.diag
    message = diagnostic.message_primary or str(error).strip()
    return make_sql_error(message, error.sqlstate, diagnostic.message_detail, diagnostic.message_hint)


def dump_json(value: object) -> bytes:
    """JSON as node writes it: no blanks, no escapes for letters."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def answer_json(value: object, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """JSON with Express' content type."""
    return Response(dump_json(value), status, {**(headers or {}), "Content-Type": _JSON})


def answer_sql_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, SqlApiError)
    headers = {**get_sql_headers(request), "Content-Disposition": "inline", **error.headers}
    callback = request.query_params.get("callback")
    if callback and re.fullmatch(r"[\w$.\[\]]+", callback):
        body = f"/**/ typeof {callback} === 'function' && {callback}({dump_json(error.body).decode()});"
        headers["X-Content-Type-Options"] = "nosniff"
        return Response(body, 200, headers, media_type="text/javascript; charset=utf-8")
    return answer_json(error.body, error.status, headers)


def answer_database_error(request: Request, error: Exception) -> Response:
    """A refusal of PostgreSQL before a query runs, such as too many connections."""
    assert isinstance(error, psycopg.Error)
    if "/sql" in request.url.path:
        return answer_sql_error(request, from_psycopg(error))
    return answer_json({"errors": str(error).strip()}, 500)


def answer_central_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, CentralApiError)
    if isinstance(error, UnforeseenError | MalformedBodyError):
        mark_unhandled(request)
    headers = {"Set-Cookie": write_session_cookie(request)} if isinstance(error, NotAuthenticatedError) else {}
    if error.body is None:
        return Response(status_code=error.status, headers=headers | {"Content-Type": error.media_type})
    return JSONResponse(error.body, error.status, headers)


def answer_no_route(request: Request, error: Exception) -> Response:
    """Unknown paths and methods are answered with a page: Express' or that of the central application."""
    if is_central(request.url.path):
        mark_unhandled(request)
        return Response(_MISSING_PAGE, 404, media_type="text/html")
    status = error.status_code if isinstance(error, HTTPException) else 404
    if status not in (404, 405):
        return Response(status_code=status)
    what = html.escape(f"Cannot {request.method} {request.scope.get('carto_path', request.url.path)}")
    page = (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Error</title>\n</head>\n'
        f"<body>\n<pre>{what}</pre>\n</body>\n</html>\n"
    )
    headers = get_sql_headers(request) if "/sql" in request.url.path else {}
    headers |= {"Content-Security-Policy": "default-src 'self'", "X-Content-Type-Options": "nosniff"}
    return Response(page, 404, headers, media_type="text/html")


def check_header(name: str, value: str) -> None:
    """400 for a value out of a request that node would not put into a header."""
    if _NO_HEADER.search(value):
        raise SqlApiError(400, f'Invalid character in header content ["{name}"]')


def get_sql_headers(request: Request) -> dict[str, str]:
    """Headers that every SQL API answer to this request has; the endpoint adds to them as it gets on."""
    if not hasattr(request.state, "sql_headers"):
        headers = {f"Access-Control-{what}": "*" for what in ("Allow-Origin", "Allow-Headers", "Expose-Headers")}
        headers["X-Served-By-Host"] = "sandbox"
        if client := request.query_params.get("client"):
            headers["Carto-Client"] = _NO_HEADER.sub("?", client)
        request.state.sql_headers = headers
    found: dict[str, str] = request.state.sql_headers
    return found
