"""The exceptions of carto and of pyrestcli, as part of carto_ext's tree: both old and new handlers catch them."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import httpx

from carto_ext import errors


class CartoException(errors.CartoError):
    """Every failure. `args[0]` is the text, or the error this one stands for, which is also its `__cause__`."""


class CartoRateLimitException(CartoException, errors.RateLimitError):
    """Too many requests: try again after `retry_after` seconds. Values that the server did not send are None."""

    retry_after: int = 0

    def __init__(self, response: Any) -> None:
        headers, content = response.headers, response.content
        super().__init__(response.text, status_code=response.status_code, headers=headers, content=content)
        self.retry_after = int(headers.get("Retry-After", 0))
        told = (_number(headers.get(f"Carto-Rate-Limit-{name}")) for name in ("Limit", "Remaining", "Reset"))
        self.limit, self.remaining, self.reset = told

    @staticmethod
    def is_rate_limited(response: Any) -> bool:
        """Return True for a 429 with a time to wait. A 429 without one means that a query ran too long."""
        return response.status_code == 429 and (_number(response.headers.get("Retry-After")) or -1) >= 0


class ResponseException(CartoException, errors.ApiError):
    """An error status. `args[0]` is the server's `error` or `errors` as it came: a text, a list or a dict."""

    def __init__(self, message: Any, status_code: int = 0, headers: Any = None, url: Any = None) -> None:
        super().__init__(message, status_code=status_code, headers=headers or {}, content=b"")
        self.reason, self.url = httpx.codes.get_reason_phrase(status_code), url

    @staticmethod
    def create(response: Any, error: Any = None) -> CartoException:
        """Return the exception for the status of a response; `error` is carto_ext's error."""
        if CartoRateLimitException.is_rate_limited(response):
            return CartoRateLimitException(response)
        said = None
        with suppress(ValueError):
            said = response.json()
        message = said.get("error", said.get("errors")) if isinstance(said, dict) else None
        kind = _BY_STATUS.get(min(response.status_code, 500), ResponseException)
        made = kind(message or str(error or response.text), response.status_code, response.headers, response.url)
        # The facts that carto_ext has read from the answer: messages, detail, hint, path…
        vars(made).update(vars(error or made), content=response.content)
        made.__cause__ = error
        return made


class BadRequestException(ResponseException, errors.InvalidRequestError):
    """400."""


class UnauthorizedErrorException(ResponseException, errors.AuthenticationError):
    """401."""


class ForbiddenErrorException(ResponseException, errors.PermissionDeniedError):
    """403."""


class NotFoundException(ResponseException, errors.NotFoundError):
    """404."""


class UnprocessableEntityError(ResponseException, errors.InvalidRequestError):
    """422."""


class RateLimitException(ResponseException, errors.PlatformLimitError):
    """429 that waiting does not solve."""


class ServerErrorException(ResponseException, errors.ServerError):
    """5xx."""


_BY_STATUS: dict[int, type[ResponseException]] = {400: BadRequestException, 401: UnauthorizedErrorException}
_BY_STATUS |= {403: ForbiddenErrorException, 404: NotFoundException, 422: UnprocessableEntityError}
_BY_STATUS |= {429: RateLimitException, 500: ServerErrorException}
BaseException = ResponseException  # its name in pyrestcli


@contextmanager
def wrapped_errors() -> Iterator[None]:
    """Turn errors into a CartoException whose args[0] is the reason; rate limits have their own exception."""
    try:
        yield
    except (errors.CartoError, OSError, TypeError, ValueError, LookupError) as error:
        if isinstance(error, errors.ApiError) and not isinstance(error, CartoException):
            error = ResponseException.create(answer_of(error), error)
        if type(error) is CartoException or isinstance(error, CartoRateLimitException):
            raise error
        raise CartoException(error) from error


def answer_of(error: errors.ApiError, request: httpx.Request | None = None) -> httpx.Response:
    """Return the answer that caused an error of carto_ext."""
    request, headers = request or httpx.Request(error.method or "GET", error.path), of_content(error.headers)
    return httpx.Response(error.status_code, headers=headers, content=error.content, request=request)


def of_content(headers: Any) -> dict[str, str]:
    """Headers for bytes that are decoded already."""
    of_the_wire = ("content-encoding", "content-length", "transfer-encoding")
    return {name: value for name, value in headers.items() if name.lower() not in of_the_wire}


def _number(text: str | None) -> int | None:
    return int(text) if text and text.lstrip("-").isdecimal() else None
