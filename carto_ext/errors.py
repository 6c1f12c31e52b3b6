"""Every error of this package, and the one function that chooses among those for an answer of the server.

CartoError                          catch this for everything
├── InvalidArgumentError            (also ValueError) an argument cannot be sent; nothing was sent
├── UnexpectedResponseError         a success whose body is not what the API promises
├── ConfigurationError              (also ValueError) base URL, key, CA file or a timeout
├── TransportError                  no whole answer arrived
│   ├── ConnectionFailedError       no connection came about, so nothing was sent
│   └── CartoTimeoutError           (also TimeoutError)
├── DownloadError                   the data arrived incomplete
├── PartialFailureError             some of many files failed, all were tried
├── ResponseError                   the server answered an error status
│   └── ApiError                    … and here is what it said
│       ├── AuthenticationError     401
│       ├── PermissionDeniedError   403
│       ├── NotFoundError           404
│       ├── ConflictError           409
│       ├── InvalidRequestError     any other 4xx
│       ├── RateLimitError          429 that waiting cures
│       ├── PlatformLimitError      429 that waiting does not cure
│       ├── ServerError             5xx
│       └── NotCartoError           a web page or a redirect instead of an answer
│           └── GatewayError        (also ServerError) 5xx with a web page, of a proxy before CARTO
└── JobError                        a batch job or an import, known by its job_id
    ├── JobFailedError
    │   └── ImportFailedError       with CARTO's code, title and text
    ├── JobCancelledError
    └── JobTimeoutError             (also TimeoutError) the waiting ended, not the job

All of them survive pickle and copy with every attribute. None holds the key, a query string or SQL of the caller.
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
    """The key and the data can be read or changed on the way: use https and a verified certificate."""


class ConfigurationError(CartoError, ValueError):
    """The client cannot be set up like this: correct the named setting."""


class TransportError(CartoError):
    """No whole answer arrived: the request may or may not have been carried out, so look before repeating a change."""


class ConnectionFailedError(TransportError):
    """The server could not be reached, so nothing was sent: check base_url and the network, then try again.

    `may_pass` is False where trying again is of no use: the server's certificate is not trusted.
    """

    may_pass = True


class CartoTimeoutError(TransportError, TimeoutError):
    """The server was silent for too long: try again, or give a longer timeout."""


class PartialFailureError(CartoError):
    """Some of many files failed: `outcomes` has for each, in the order given, its result or the CartoError.

    All were tried. Do what the errors say, then send those files again and no others.
    """

    def __init__(self, outcomes: Iterable[Any]) -> None:
        self.outcomes = list(outcomes)
        failed = [(number, one) for number, one in enumerate(self.outcomes) if isinstance(one, CartoError)]
        reasons = [f"[{number}] {type(one).__name__}: {str(one)[:200]}" for number, one in failed[:3]]
        super().__init__(
            f"{len(failed)} of {len(self.outcomes)} files failed; send again only these: "
            + "; ".join(reasons + ["…"] * (len(failed) > 3))
        )


class ApiError(ResponseError):
    """The server answered an error: `messages` are its words, str() adds what can be done about it.

    `headers` have lower-case names. `detail` and `hint` are PostgreSQL's or CARTO's; `context` is the kind of error
    where the server names one, such as "limit" (then `detail` is its subtype). `path` is without the query string.
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
    """401, the key is not accepted: check it, and that it belongs to the account of base_url."""


class PermissionDeniedError(ApiError):
    """403, the key is known but may not do this: use one with the grant, or the account's master key."""


class NotFoundError(ApiError):
    """404, it is not there or not visible to this key: check the name or id, and the user in base_url."""


class ConflictError(ApiError):
    """409, it exists already or a quota is used up: change the name, or delete something."""


class InvalidRequestError(ApiError):
    """Another 4xx, mostly an error in the SQL or a parameter: correct what the message names."""


class RateLimitError(ApiError):
    """429, too much at once: repeat the same request after `retry_after` seconds.

    `retry_after` is None where the server does not say: too many imports at once (wait until one of them has ended).
    """

    @property
    def retry_after(self) -> float | None:
        return retry_after(self.headers)


class PlatformLimitError(ApiError):
    """429 without a time to wait, such as a query that ran too long: make the request smaller, or a batch job."""


class ServerError(ApiError):
    """5xx, the server or a proxy before it failed: try again later, and tell CARTO the request id if it stays."""


class NotCartoError(ApiError):
    """A web page or a redirect came back, not CARTO's answer: check base_url."""


class GatewayError(NotCartoError, ServerError):
    """5xx with a web page: a proxy before CARTO could not reach it, or is overloaded. Try again later."""


class JobError(CartoError):
    """Something about one job; `job_id` finds it again."""

    def __init__(self, job_id: str, message: str) -> None:
        super().__init__(message)
        self.job_id = job_id


class JobFailedError(JobError):
    """The job ended without success: correct what `reason` names, start anew. `state` is a batch job at its end."""

    def __init__(self, job_id: str, reason: str | None = None, state: Any = None) -> None:
        super().__init__(job_id, f"Job {job_id} failed: {reason or 'the server gave no reason'}")
        self.reason, self.state = reason, state


class ImportFailedError(JobFailedError):
    """An import ended without a table: correct what `code`, `title` and `text` (HTML taken out) name, upload again."""

    def __init__(self, job_id: str, code: int | None = None, title: str | None = None, text: str | None = None) -> None:
        self.code, self.title, self.text = code, title, strip_html(text) if text else None
        number = "" if code is None else f"error code {code}"
        super().__init__(job_id, ": ".join(filter(None, (number, self.title, self.text))) or None)


class JobCancelledError(JobError):
    """The job was cancelled, here or by someone else: start a new one if it is still wanted."""

    def __init__(self, job_id: str) -> None:
        super().__init__(job_id, f"Job {job_id} was cancelled")


class JobTimeoutError(JobError, TimeoutError):
    """The waiting ended, the job goes on at the server: take it up again by its id, or cancel it."""

    def __init__(self, job_id: str, *, group: str, seconds: float, state: str | None = None) -> None:
        super().__init__(
            job_id,
            f"Job {job_id} had not ended after {seconds:g} seconds (state: {state or 'not known'}); it goes on at the "
            f"server, take it up again with carto.{group}.job({job_id!r})",
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
    """Choose and fill the error for an answer; each of `secrets` is replaced by *** wherever the server repeats it."""

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
        # A statement timeout is a 429 too: only Retry-After, or the server's own word for it, makes it a rate limit.
        # The import API never sends Retry-After; its 429 means that all slots are taken.
        told = not headers.get("retry-after", "-1").strip().startswith("-")
        return RateLimitError if told or body.is_imports or body.detail == "rate-limit" else PlatformLimitError
    if status_code >= 500:
        return ServerError
    known = {401: AuthenticationError, 403: PermissionDeniedError, 404: NotFoundError, 409: ConflictError}
    return known.get(status_code, InvalidRequestError)


_ADVICE: dict[type[ApiError], str] = {
    AuthenticationError: "Check the API key (api_key or CARTO_API_KEY) and that it belongs to the account in base_url; "
    "everything but SQL and maps needs the master key.",
    PermissionDeniedError: "Use a key with a grant for this, or the master key; it must be a key of that account.",
    NotFoundError: "Check the name or id, that this key may see it, and the user in base_url.",
    ConflictError: "Use another name or update what exists, or make room if this is a quota.",
    RateLimitError: "Try again later, when other requests or imports have ended.",
    PlatformLimitError: "Make the query do less at a time, or run it as a batch job.",
    ServerError: "This is a failure of the server; try again later.",
    NotCartoError: "Check base_url.",
    GatewayError: "A proxy before CARTO failed; try again later, and check base_url if it stays.",
}

_ADVICE_ON_MAPS = (
    "A template with tokens needs one of them as auth_token=…, which no key replaces; tables that are not public need "
    "a key with a grant for them, or the master key."
)


def _describe(error: ApiError) -> str:
    parts = ["; ".join(error.messages) or "The server gave no reason"]
    # With a context the detail is a code for programs, not a sentence.
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
        return "An organization's owner cannot be deleted, which CARTO answers so, too. " + _ADVICE[AuthenticationError]
    return _ADVICE.get(type(error), "")
