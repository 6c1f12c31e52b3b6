# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""The errors of the generated functions.

CartoError
├── InvalidArgumentError       an argument is invalid; nothing was sent
├── ResponseError              the server answered with an error status
├── DownloadError              a success status, but the data ends in an error
└── UnexpectedResponseError    a success status, but not the answer that the API describes

All of them can be pickled, also subclasses with constructors of their own. No message holds a URL, a query or a key.
"""

from __future__ import annotations

import re
from http import HTTPStatus
from json import JSONDecodeError
from typing import TYPE_CHECKING, Any, Self

from .redaction import mask_named, readable, redact_causes, secrets_of, without_secrets

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    import httpx

#: What a generated parser raises on a body of another shape.
PARSE_ERRORS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)

_NOT_JSON = re.compile(
    r"(text/(html|xml|csv|css)|image/|audio/|video/|font/|multipart/|application/(xml|xhtml|pdf|zip|octet))"
)
# Error pages echo the request: Express writes "Cannot GET /path?with=the&api_key=too".
_MARKUP = re.compile(r"<(script|style)\b.*?(</\1>|$)|<[^>]*>", re.DOTALL | re.IGNORECASE)
_URLS = re.compile(r"\w+://\S+|\?\S+")
_EXCERPT_CHARACTERS = 120
_UNSENDABLE = re.compile("[\\0\\ud800-\\udfff]")
_WHY_UNSENDABLE = "PostgreSQL refuses NUL, and UTF-8 has no half of a surrogate pair (bytes decoded wrongly give those)"


class CartoError(Exception):
    """The base class of all errors of this library."""

    def __reduce__(self) -> tuple[Any, ...]:
        # The stock way calls the class with `args` alone, which fails for keyword-only constructors.
        return _restore, (type(self), self.args), self.__dict__


class InvalidArgumentError(CartoError, ValueError):
    """An argument is invalid: correct the one that the message names. Nothing was sent."""


class ResponseError(CartoError):
    """The server answered with an error status.

    Attributes:
        status_code: The HTTP status.
        headers: The response's headers.
        content: The whole body as bytes, unchanged except for the key.
    """

    def __init__(self, message: str, *, status_code: int, headers: Mapping[str, str], content: bytes) -> None:
        super().__init__(message)
        self.status_code = status_code
        self.headers = headers
        self.content = content

    @classmethod
    def from_response(cls, operation: str, response: httpx.Response) -> Self:
        """Make the error for an answer to `operation` whose status is not a success."""
        message = (
            f"{operation}: the server answered {_describe_status(response.status_code)}; its body is in `content`."
        )
        headers, content = _without_secrets(response)
        return cls(message, status_code=response.status_code, headers=headers, content=content)


class DownloadError(CartoError):
    """The data is incomplete, or ends in an error of the server: discard it and download again.

    Attributes:
        messages: The server's messages, if it gave a reason.
        detail: PostgreSQL's or CARTO's detail, if there is one.
        hint: PostgreSQL's or CARTO's hint, if there is one.
        content: The JSON answer that ends in the error, with all rows before it. Empty for a stream, which has
            delivered them already.
    """

    def __init__(
        self,
        message: str,
        *,
        messages: tuple[str, ...] = (),
        detail: str | None = None,
        hint: str | None = None,
        content: bytes = b"",
    ) -> None:
        super().__init__(readable(message))
        self.messages, self.detail, self.hint, self.content = messages, detail, hint, content

    def without(self, secrets: Collection[str]) -> Self:
        """Return the error with each of the secrets replaced by ***."""
        return type(self)(
            without_secrets(str(self), secrets),
            messages=tuple(without_secrets(message, secrets) for message in self.messages),
            detail=self.detail and without_secrets(self.detail, secrets),
            hint=self.hint and without_secrets(self.hint, secrets),
            content=without_secrets(self.content, secrets),
        )


class UnexpectedResponseError(CartoError):
    """The status is a success, but the answer does not match the API description.

    `__cause__` is the parser's error.

    Attributes:
        status_code: The HTTP status.
        headers: The response's headers.
        content: The whole body as bytes, unchanged except for the key.
    """

    def __init__(self, message: str, *, status_code: int, headers: Mapping[str, str], content: bytes) -> None:
        super().__init__(message)
        self.status_code = status_code
        self.headers = headers
        self.content = content

    @classmethod
    def from_response(cls, operation: str, response: httpx.Response, reason: str) -> Self:
        """Make the error for an answer to `operation` that is wrong because of `reason`."""
        message = f"{operation}: the server answered {_describe_status(response.status_code)}, but {reason}."
        headers, content = _without_secrets(response)
        if excerpt := _make_excerpt(content):
            message = f"{message} It begins: {excerpt}"
        return cls(message, status_code=response.status_code, headers=headers, content=content)


def check_status(operation: str, response: httpx.Response) -> CartoError:
    """Make the error for a status that `operation` does not document as a success."""
    if response.is_success:
        return UnexpectedResponseError.from_response(operation, response, "the API does not describe that status")
    return ResponseError.from_response(operation, response)


def check_parsing(operation: str, response: httpx.Response, error: Exception) -> UnexpectedResponseError:
    """Make the error for a body that the parser of `operation` cannot read."""
    redact_causes(error, secrets_of(response.request))
    while isinstance(error, InvalidArgumentError) and isinstance(error.__cause__, Exception):  # see reads_object
        error = error.__cause__
    if isinstance(error, JSONDecodeError | UnicodeDecodeError | RecursionError):
        reason = "its body is not JSON that can be read" if response.content else "its body is empty"
    elif isinstance(error, KeyError):
        reason = f"the field {error} is missing"
    else:
        reason = "a value in it has another type than the API describes"
    return UnexpectedResponseError.from_response(operation, response, reason)


def check_content_type(operation: str, response: httpx.Response, expected: str) -> None:
    """Raise if the answer's content type contradicts `expected`: "JSON" or "a file"."""
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
    check_sendable(name, value)


def check_sendable(name: str, value: object) -> None:
    """Raise InvalidArgumentError for text that cannot be encoded, or that PostgreSQL refuses."""
    if isinstance(value, str) and (found := _UNSENDABLE.search(value)):
        raise InvalidArgumentError(f"`{name}` contains {found[0]!a}: {_WHY_UNSENDABLE}; nothing was sent")


def error_at_end(response: httpx.Response, value: Any) -> DownloadError | None:
    """Return the error at the end of a JSON answer, without the key, which the server can have repeated."""
    error = broken_off(value)
    if error is not None:
        error.content = response.content
        error = error.without(secrets_of(response.request))
    return error


def broken_off(value: Any) -> DownloadError | None:
    """Return the error in a value that CARTO began to send as a success: a list of texts in its member `error`."""
    if not isinstance(value, dict) or not isinstance(value.get("error"), list):
        return None
    messages = tuple(str(message) for message in value["error"])
    detail, hint = (value.get(name) if isinstance(value.get(name), str) else None for name in ("detail", "hint"))
    reasons = "; ".join([*messages, *filter(None, (detail, hint))])
    return DownloadError(
        f"the server broke off after it had sent rows: {reasons or 'it does not say why'}",
        messages=messages,
        detail=detail,
        hint=hint,
    )


def _without_secrets(response: httpx.Response) -> tuple[Mapping[str, str], bytes]:
    secrets = secrets_of(response.request)
    headers = response.headers.copy()
    for name, value in response.headers.items():
        headers[name] = without_secrets(value, secrets)
    return headers, without_secrets(response.content, secrets)


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
    text = _MARKUP.sub(" ", content[:4096].decode("utf-8", errors="replace"))
    text = readable(" ".join(mask_named(_URLS.sub("…", text)).split()))
    return text if len(text) <= _EXCERPT_CHARACTERS else text[: _EXCERPT_CHARACTERS - 1] + "…"


__all__ = ("CartoError", "DownloadError", "InvalidArgumentError", "ResponseError", "UnexpectedResponseError")
