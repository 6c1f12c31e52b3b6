# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""What the generated functions raise.

CartoError
├── InvalidArgumentError       what was passed cannot be sent; nothing was sent
├── ResponseError              the server answered an error status
└── UnexpectedResponseError    a success status, but not the answer that the API describes

All of them can be pickled, also subclasses with constructors of their own. No message holds a URL, a query or a key.
"""

from __future__ import annotations

import re
from base64 import b64decode
from contextlib import suppress
from http import HTTPStatus
from json import JSONDecodeError
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

#: What a generated parser raises on a body of another shape.
PARSE_ERRORS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)

#: Parameters that open something; the Maps API takes tokens under two names.
SECRET_PARAMETERS = frozenset({"api_key", "auth_token", "auth_token[]"})
SHORTEST_SECRET = 6

_NOT_JSON = re.compile(
    r"(text/(html|xml|csv|css)|image/|audio/|video/|font/|multipart/|application/(xml|xhtml|pdf|zip|octet))"
)
# Error pages echo the request: Express writes "Cannot GET /path?with=the&api_key=too".
_REDACTIONS = (
    (re.compile(r"<(script|style)\b.*?(</\1>|$)|<[^>]*>", re.DOTALL | re.IGNORECASE), " "),
    (re.compile(r"\w+://\S+"), "…"),
    (re.compile(r"\?\S+"), "?…"),
    (
        re.compile(
            r"(?i)(api_?key|auth_token|authorization|token|secret|password)(\W{1,6})(basic |bearer )?[^\s\"'&,<>]+"
        ),
        r"\1\2…",
    ),
)
_EXCERPT_CHARACTERS = 120


class Secret(str):
    """Text that is sent as it is, but not shown by repr(), so that no traceback with local variables shows it."""

    def __repr__(self) -> str:
        return "'***'"


class CartoError(Exception):
    """The root of every error of this library."""

    def __reduce__(self) -> tuple[Any, ...]:
        # The stock way calls the class with `args` alone, which fails for keyword-only constructors.
        return _restore, (type(self), self.args), self.__dict__


class InvalidArgumentError(CartoError, ValueError):
    """What was passed cannot be sent; nothing was sent."""


class ResponseError(CartoError):
    """The server answered an error status.

    Attributes: `status_code`, `headers` and the whole `content` (bytes, as they came but for the key).
    """

    def __init__(self, message: str, *, status_code: int, headers: Mapping[str, str], content: bytes) -> None:
        super().__init__(message)
        self.status_code = status_code
        self.headers = headers
        self.content = content

    @classmethod
    def from_response(cls, operation: str, response: httpx.Response) -> Self:
        """The error for an answer to `operation` whose status is not a success."""
        message = (
            f"{operation}: the server answered {_describe_status(response.status_code)}; its body is in `content`."
        )
        headers, content = _without_secrets(response)
        return cls(message, status_code=response.status_code, headers=headers, content=content)


class UnexpectedResponseError(CartoError):
    """A success status, but not the answer that the API describes.

    Attributes: `status_code`, `headers` and the whole `content` (bytes, as they came but for the key). `__cause__` is what the parser
    stumbled over.
    """

    def __init__(self, message: str, *, status_code: int, headers: Mapping[str, str], content: bytes) -> None:
        super().__init__(message)
        self.status_code = status_code
        self.headers = headers
        self.content = content

    @classmethod
    def from_response(cls, operation: str, response: httpx.Response, reason: str) -> Self:
        """The error for an answer to `operation` which is wrong because of `reason`."""
        message = f"{operation}: the server answered {_describe_status(response.status_code)}, but {reason}."
        headers, content = _without_secrets(response)
        if excerpt := _make_excerpt(content):
            message = f"{message} It begins: {excerpt}"
        return cls(message, status_code=response.status_code, headers=headers, content=content)


def check_status(operation: str, response: httpx.Response) -> CartoError:
    """The error for a status that `operation` does not document as a success."""
    if response.is_success:
        return UnexpectedResponseError.from_response(operation, response, "the API does not describe that status")
    return ResponseError.from_response(operation, response)


def check_parsing(operation: str, response: httpx.Response, error: Exception) -> UnexpectedResponseError:
    """The error for a body over which the parser of `operation` stumbled."""
    if isinstance(error, JSONDecodeError | UnicodeDecodeError | RecursionError):
        reason = "its body is not JSON that can be read" if response.content else "its body is empty"
    elif isinstance(error, KeyError):
        reason = f"the field {error} is missing"
    else:
        reason = "a value in it has another type than the API describes"
    return UnexpectedResponseError.from_response(operation, response, reason)


def check_content_type(operation: str, response: httpx.Response, expected: str) -> None:
    """Raise if the answer says to be something that cannot be `expected`: "JSON" or "a file"."""
    content_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    wrong = _NOT_JSON.match(content_type) if expected == "JSON" else content_type == "text/html"
    if wrong:
        reason = f"it is {content_type} where {expected} belongs; check the base URL"
        raise UnexpectedResponseError.from_response(operation, response, reason)


def require_text(name: str, value: object, expected: str) -> None:
    """Raise InvalidArgumentError if `value` is None or blank text; UNSET passes."""
    from .types import Unset

    if isinstance(value, Unset):
        return
    if value is None or (isinstance(value, str) and not value.strip()):
        raise InvalidArgumentError(f"`{name}` must not be blank; nothing was sent. Pass: {expected}")


def require_segment(name: str, value: object, expected: str) -> None:
    """Raise InvalidArgumentError if `value` cannot be one segment of a path: a blank or `..` names another resource."""
    require_text(name, value, expected)
    if str(value).strip() in {".", ".."}:
        raise InvalidArgumentError(f"`{name}` must not be {value!r}; nothing was sent. Pass: {expected}")


def secrets_of(request: httpx.Request) -> list[str]:
    """The keys and tokens a request carries: no error may repeat them, though the server does. The longest first."""
    found = [value for name, value in request.url.params.multi_items() if name in SECRET_PARAMETERS]
    _, _, credentials = request.headers.get("authorization", "").partition(" ")
    found.append(credentials)
    with suppress(ValueError):  # what is not base64 is nobody's key
        found.append(b64decode(credentials).decode("utf-8", "replace").partition(":")[2])
    # What is as short as a syllable is no key of CARTO's, and would only tear holes into words.
    long = [value for value in found if len(value) >= SHORTEST_SECRET]
    return sorted({form for value in long for form in (value, quote(value, safe=""))}, key=len, reverse=True)


def _without_secrets(response: httpx.Response) -> tuple[Mapping[str, str], bytes]:
    headers, content = response.headers.copy(), response.content
    for secret in secrets_of(response.request):
        content = content.replace(secret.encode(), b"***")
        for name in [name for name, value in headers.items() if secret in value]:
            headers[name] = headers[name].replace(secret, "***")
    return headers, content


def _restore(cls: type[CartoError], args: tuple[Any, ...]) -> CartoError:
    error = cls.__new__(cls, *args)
    error.args = args
    return error


def _describe_status(status_code: int) -> str:
    try:
        return f"{status_code} ({HTTPStatus(status_code).phrase})"
    except ValueError:
        return str(status_code)


def _make_excerpt(content: bytes) -> str:
    text = content[:4096].decode("utf-8", errors="replace")
    for pattern, replacement in _REDACTIONS:
        text = pattern.sub(replacement, text)
    text = "".join(character if character.isprintable() else " " for character in text)
    text = " ".join(text.split())
    return text if len(text) <= _EXCERPT_CHARACTERS else text[: _EXCERPT_CHARACTERS - 1] + "…"


__all__ = ("CartoError", "InvalidArgumentError", "ResponseError", "UnexpectedResponseError")
