"""All errors of this package, and the function that chooses the error for an answer of the server.

CartoError                          base class: catch this for everything
├── InvalidArgumentError            (also ValueError) an argument is invalid; nothing was sent
├── UnexpectedResponseError         a success whose body the API does not document
├── ConfigurationError              (also ValueError) invalid base URL, key, CA file or timeout
├── TransportError                  no complete answer arrived
│   ├── ConnectionFailedError       no connection could be opened, so nothing was sent
│   └── CartoTimeoutError           (also TimeoutError) the server was silent for too long
├── DownloadError                   the data arrived incomplete
├── PartialFailureError             some of several files failed; all were tried
├── ResponseError                   the server answered with an error status
│   └── ApiError                    … with CARTO's message
│       ├── AuthenticationError     401
│       ├── PermissionDeniedError   403
│       ├── NotFoundError           404
│       ├── ConflictError           409
│       ├── InvalidRequestError     any other 4xx
│       ├── RateLimitError          429: wait and repeat
│       ├── PlatformLimitError      429: waiting does not help
│       ├── ServerError             5xx
│       └── NotCartoError           a web page or a redirect instead of an answer
│           └── GatewayError        (also ServerError) 5xx with a web page, from a proxy in front of CARTO
└── JobError                        about one batch job, import, synchronization or export
    ├── JobFailedError              the job failed
    │   └── ImportFailedError       … with CARTO's code, title and text
    ├── JobCancelledError           the job was cancelled
    └── JobTimeoutError             (also TimeoutError) the wait ended; the job continues

Pickling and copying preserve all attributes. No error contains the key, a query string or the caller's SQL.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from carto_client.errors import CartoError as CartoError
from carto_client.errors import DownloadError as DownloadError
from carto_client.errors import InvalidArgumentError as InvalidArgumentError
from carto_client.errors import ResponseError as ResponseError
from carto_client.errors import UnexpectedResponseError as UnexpectedResponseError
from carto_client.errors import broken_off as broken_off
from carto_client.redaction import readable, without_secrets
from carto_ext._answers import ErrorBody, is_web_page, retry_after, strip_html, why_not_carto


class InsecureConnectionWarning(UserWarning):
    """Others can read or change the key and the data on the way: use https and a verified certificate."""


class ConfigurationError(CartoError, ValueError):
    """A setting is invalid or missing: correct the one that the message names."""


class TransportError(CartoError):
    """No complete answer arrived. CARTO may have carried out the request, so check before you repeat a change."""


class ConnectionFailedError(TransportError):
    """No connection to the server could be opened, so nothing was sent: check base_url and the network.

    Attributes:
        may_pass: False if trying again is useless, because the server's certificate is not trusted.
    """

    may_pass = True


class CartoTimeoutError(TransportError, TimeoutError):
    """The server was silent for too long: try again, or raise the client's timeout."""


class PartialFailureError(CartoError):
    """Some of several files failed; all were tried. Solve what the errors name, then send only those files again.

    Attributes:
        outcomes: The result or CartoError of each file, in the order given.
    """

    def __init__(self, outcomes: Iterable[Any]) -> None:
        self.outcomes = list(outcomes)
        failed = [(number, one) for number, one in enumerate(self.outcomes) if isinstance(one, CartoError)]
        reasons = [f"[{number}] {type(one).__name__}: {str(one)[:200]}" for number, one in failed[:3]]
        super().__init__(
            f"{len(failed)} of {len(self.outcomes)} files failed; send only these again: "
            + "; ".join(reasons + ["…"] * (len(failed) > 3))
        )


class ApiError(ResponseError):
    """The server answered with an error. str() gives its message and advice.

    Attributes:
        messages: The server's own messages.
        detail: PostgreSQL's or CARTO's detail; with a `context`, its subtype, such as "rate-limit".
        hint: PostgreSQL's or CARTO's hint.
        context: The kind of error if the server names one, such as "limit".
        status_code: The HTTP status.
        headers: The response's headers, with lower-case names.
        content: The response's body.
        method: The request's HTTP method.
        path: The request's path, without the query string.
        request_id: The server's id of the request, for CARTO's support.
    """

    def __init__(
        self,
        message: str,
        *,
        status_code: int,
        headers: Mapping[str, str],
        content: bytes,
        messages: tuple[str, ...] = (),
        detail: str | None = None,
        hint: str | None = None,
        context: str | None = None,
        method: str = "",
        path: str = "",
    ) -> None:
        super().__init__(message, status_code=status_code, headers=headers, content=content)
        self.messages = messages
        self.detail, self.hint, self.context = detail, hint, context
        self.method, self.path = method, path
        self.request_id = headers.get("x-request-id")


class AuthenticationError(ApiError):
    """401: the server did not accept the key. Check it, and that it belongs to the account in base_url."""


class PermissionDeniedError(ApiError):
    """403: the key has no right to do this. Use a key with the grant, or the account's master key."""


class NotFoundError(ApiError):
    """404: the object does not exist, or this key cannot see it. Check its name or id, and the user in base_url."""


class ConflictError(ApiError):
    """409: the object exists already, or a quota is used up. Choose another name, or delete unused data."""


class InvalidRequestError(ApiError):
    """Another 4xx, usually an error in the SQL or a parameter: correct what the message names."""


class RateLimitError(ApiError):
    """429: too many requests at a time. Repeat the same request after `retry_after` seconds."""

    @property
    def retry_after(self) -> float | None:
        """Seconds to wait. None for too many imports at a time: wait until one of them has ended."""
        return retry_after(self.headers)


class PlatformLimitError(ApiError):
    """429 that waiting does not solve, such as a query that ran too long: ask for less, or use a batch job."""


class ServerError(ApiError):
    """5xx: the server, or a proxy in front of it, failed. Try again later; if it persists, report the request id."""


class NotCartoError(ApiError):
    """The answer was a web page or a redirect, not CARTO's: check base_url."""


class GatewayError(NotCartoError, ServerError):
    """5xx with a web page: a proxy in front of CARTO could not reach it, or is overloaded. Try again later."""


class JobError(CartoError):
    """An error about one job.

    Attributes:
        job_id: The job's id, to find it again.
    """

    def __init__(self, job_id: str, message: str) -> None:
        super().__init__(message)
        self.job_id = job_id


class JobFailedError(JobError):
    """The job failed: correct what `reason` names, then start a new one.

    Attributes:
        reason: CARTO's reason, None if it gave none.
        state: For a batch job, CARTO's description of it.
    """

    def __init__(self, job_id: str, reason: str | None = None, state: Any = None) -> None:
        super().__init__(job_id, f"Job {job_id} failed: {reason or 'the server gave no reason'}")
        self.reason, self.state = reason, state


class ImportFailedError(JobFailedError):
    """The import failed and made no table: correct what the message names, then upload again.

    Attributes:
        code: CARTO's error code.
        title: CARTO's short reason.
        text: CARTO's explanation, without HTML.
    """

    def __init__(self, job_id: str, code: int | None = None, title: str | None = None, text: str | None = None) -> None:
        self.code, self.title, self.text = code, title, strip_html(text) if text else None
        number = "" if code is None else f"error code {code}"
        super().__init__(job_id, ": ".join(filter(None, (number, self.title, self.text))) or None)


class JobCancelledError(JobError):
    """The job was cancelled, here or by someone else: start a new one if you still need it."""

    def __init__(self, job_id: str) -> None:
        super().__init__(job_id, f"Job {job_id} was cancelled")


class JobTimeoutError(JobError, TimeoutError):
    """The wait ended, but the job continues at CARTO: wait for it again by its id, or cancel it.

    Attributes:
        seconds: The length of the wait.
        state: The job's last known state.
    """

    def __init__(self, job_id: str, *, group: str, seconds: float, state: str | None = None) -> None:
        super().__init__(
            job_id,
            f"Job {job_id} had not ended after {seconds:g} seconds (state: {state or 'unknown'}). It continues at "
            f"CARTO; wait again with carto.{group}.job({job_id!r})",
        )
        self.seconds, self.state = seconds, state


def api_error(
    *,
    status_code: int,
    headers: Mapping[str, str],
    content: bytes,
    method: str,
    path: str,
    secrets: Collection[str] = (),
) -> ApiError:
    """Make the error for an answer of the server.

    Args:
        status_code: The HTTP status.
        headers: The response's headers.
        content: The response's body.
        method: The request's HTTP method.
        path: The request's path; a query string is removed.
        secrets: Texts to replace by *** wherever the server repeats them.

    Returns:
        The error, of the class for this status and body.
    """

    def hide(text: str) -> str:
        return without_secrets(text, secrets)

    safe_headers = {name.lower(): readable(hide(value)) for name, value in headers.items()}
    text = content.decode("utf-8", "replace").strip()
    body = ErrorBody.read(text)
    web_page = is_web_page(text, safe_headers)
    if web_page or status_code < 400:
        body = ErrorBody((why_not_carto(status_code, safe_headers),))
    chosen = _class_for(status_code, safe_headers, body, web_page)
    error = chosen(
        "",
        status_code=status_code,
        headers=safe_headers,
        content=without_secrets(content, secrets),
        messages=tuple(map(hide, body.messages)),
        detail=hide(body.detail) or None,
        hint=hide(body.hint) or None,
        context=body.context or None,
        method=method,
        path=hide(path.partition("?")[0]),
    )
    error.args = (_describe(error),)
    return error


def _class_for(status_code: int, headers: Mapping[str, str], body: ErrorBody, web_page: bool) -> type[ApiError]:
    if web_page or status_code < 400:
        return GatewayError if status_code >= 500 else NotCartoError
    if status_code == 429:
        # A statement timeout is a 429 too; only Retry-After, or the server's own word for it, makes it a rate limit.
        # The import API never sends Retry-After; its 429 means that all slots are in use.
        told = not headers.get("retry-after", "-1").strip().startswith("-")
        return RateLimitError if told or body.is_imports or body.detail == "rate-limit" else PlatformLimitError
    if status_code >= 500:
        return ServerError
    known = {401: AuthenticationError, 403: PermissionDeniedError, 404: NotFoundError, 409: ConflictError}
    return known.get(status_code, InvalidRequestError)


_ADVICE: dict[type[ApiError], str] = {
    AuthenticationError: "Check the API key (api_key or CARTO_API_KEY) and that it belongs to the account in base_url; "
    "everything except SQL and maps needs the master key.",
    PermissionDeniedError: "Use a key of that account with a grant for this, or its master key.",
    NotFoundError: "Check the name or id, that this key can see it, and the user in base_url.",
    ConflictError: "Use another name or update the existing object; if this is a quota, delete unused data.",
    RateLimitError: "Try again later, when other requests or imports have ended.",
    PlatformLimitError: "Make the query do less at a time, or run it as a batch job.",
    ServerError: "The server failed; try again later.",
    NotCartoError: "Check base_url.",
    GatewayError: "A proxy in front of CARTO failed; try again later. If it persists, check base_url.",
}

_ADVICE_ON_MAPS = (
    "A template with tokens needs one of them as auth_token=…, and no key replaces it; tables that are not public need "
    "a key with a grant for them, or the master key."
)


def _describe(error: ApiError) -> str:
    parts = ["; ".join(error.messages) or "The server gave no reason"]
    # If there is a context, the detail is a code for programs, not a sentence.
    if error.detail and error.context is None:
        parts.append(f"Detail: {error.detail}")
    if error.hint:
        parts.append(f"Hint: {error.hint}")
    wait = error.retry_after if isinstance(error, RateLimitError) else None
    parts.append(_advice(error) if wait is None else f"Try again in {wait:g} seconds.")
    sentences = " ".join(part if part.endswith((".", "!", "?")) else f"{part}." for part in parts if part)
    request = " ".join(filter(None, (f"HTTP {error.status_code}", error.method, error.path)))
    return f"{sentences} ({request}{f', request id {error.request_id}' if error.request_id else ''})"


def _advice(error: ApiError) -> str:
    if isinstance(error, PermissionDeniedError) and "/api/v1/map" in error.path:
        return _ADVICE_ON_MAPS
    if isinstance(error, RateLimitError) and "/api/v1/imports" in error.path:
        return "Try again when an import has ended; carto.datasets.from_file and from_files wait for a free slot."
    if isinstance(error, AuthenticationError) and error.method == "DELETE" and "/users/" in error.path:
        return "An organization's owner cannot be deleted, which CARTO answers with 401 too. " + _ADVICE[type(error)]
    return _ADVICE.get(type(error), "")
