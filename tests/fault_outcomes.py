"""The required outcome of each fault for each kind of call, written from the documentation, not from observation."""

from dataclasses import dataclass
from typing import Literal

from carto_ext.errors import (
    AuthenticationError,
    CartoError,
    CartoTimeoutError,
    ConflictError,
    DownloadError,
    GatewayError,
    InvalidRequestError,
    NotCartoError,
    NotFoundError,
    PermissionDeniedError,
    PlatformLimitError,
    RateLimitError,
    ServerError,
    TransportError,
    UnexpectedResponseError,
)

# "json" is parsed, "nothing" has no body; the others are streamed: rows of a COPY or CSV, GeoJSON, a ZIP file.
Content = Literal["json", "nothing", "rows", "geojson", "zip"]

STATUSES: dict[str, type[CartoError]] = {
    "302 elsewhere": NotCartoError,
    "400 SQL error": InvalidRequestError,
    "400 central error": InvalidRequestError,
    "401 empty": AuthenticationError,
    "403 permission denied": PermissionDeniedError,
    "404 HTML": NotCartoError,
    "404 empty": NotFoundError,
    "409 conflict": ConflictError,
    "410 list": InvalidRequestError,
    "422 errors": InvalidRequestError,
    "429 rate limit": RateLimitError,
    "429 no Retry-After": RateLimitError,
    "429 platform limit": PlatformLimitError,
    "500 JSON": ServerError,
    "502 HTML": GatewayError,
    "503 Retry-After": ServerError,
    "520 empty": ServerError,
    "early answer, stops reading": InvalidRequestError,
    "early answer, closes": InvalidRequestError,
    "early answer, drains": InvalidRequestError,
    "garbage": TransportError,
    "endless headers": TransportError,
    "200 HTML": NotCartoError,
}
# For all methods: the server says that it did nothing.
WAITED_FOR = {"429 rate limit", "429 no Retry-After"}
# Only what may happen twice.
PASSING = {"502 HTML", "503 Retry-After", "520 empty"}
SAFE = {"GET", "PUT", "DELETE"}
HARMLESS = {"slow body", "another answer behind it", "line ends behind it"}
HARMLESS |= {f"{what} after the whole answer" for what in ("reset", "close", "stall")}
# Faults of the answer's body, which calls without one do not meet, and those that are streamed meet while they read.
IN_BODY = {"truncated, Content-Length", "truncated, chunked", "200 rubbish as gzip"}
IN_BODY |= {f"{what} mid answer body" for what in ("reset", "close", "stall")}
# Complete answers, by the rules of HTTP.
LYING: dict[str, dict[Content, type[CartoError]]] = {
    "200 empty": {"json": UnexpectedResponseError, "nothing": UnexpectedResponseError},
    "200 broken JSON": {"json": UnexpectedResponseError, "nothing": UnexpectedResponseError},
    "200 wrong shape": {"json": UnexpectedResponseError, "nothing": UnexpectedResponseError},
    "truncated, until close": {"json": UnexpectedResponseError},
    "hidden error": {"json": DownloadError},
}


@dataclass(frozen=True)
class Expected:
    """`error` if the fault stays, None if it does no harm; `again` if the call is sent again, so that one fault is
    survived; `believed` if an answer that is wrong cannot be told from a right one."""

    error: type[CartoError] | None = None
    again: bool = False
    believed: bool = False

    def __str__(self) -> str:
        if self.error is None:
            return "empty" if self.believed else "ok"
        return f"ok at the 2nd try, else {self.error.__name__}" if self.again else self.error.__name__


def expect(fault: str, *, method: str, streamed: bool, content: Content) -> Expected:
    """`streamed` says that the request's body cannot be sent again."""
    if fault in HARMLESS:
        return Expected()
    if fault in LYING:
        if content == "rows" and fault == "200 empty":
            return Expected(believed=True)  # as a table without rows is
        otherwise = None if content == "nothing" else DownloadError
        return Expected(LYING[fault].get(content, otherwise))
    safe = method in SAFE
    if fault in STATUSES and fault not in ("garbage", "endless headers"):
        again = not streamed and (fault in WAITED_FOR or (safe and fault in PASSING))
        return Expected(STATUSES[fault], again)
    error = CartoTimeoutError if fault.startswith("stall") else TransportError
    if fault in IN_BODY:
        if content == "nothing" and fault != "200 rubbish as gzip":
            return Expected()
        return Expected(error, again=safe and content in ("json", "nothing"))
    return Expected(error, again=safe and not streamed)


def named(error: CartoError | None, fault: str) -> str:
    """A reset on accept can come before the client has its connection or just after it, and looks like either."""
    if error is None:
        return "ok"
    return TransportError.__name__ if fault == "reset on accept" else type(error).__name__
