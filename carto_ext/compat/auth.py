"""Authenticated access: each client holds a `Carto`, as `client.carto`, and speaks through its connections.

The key goes as HTTP Basic to the account's own server, not into URLs and bodies; `client_id` goes where it went.
`session`, a `requests.Session`, takes the place of the network where it is given.
"""

import os
import re
import weakref
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import Any

import httpx

from carto_client.redaction import causes
from carto_ext._secrecy import secret
from carto_ext._shared._http.readiness import is_unknown_name
from carto_ext._sync.client import Carto
from carto_ext.compat import exceptions
from carto_ext.compat.responses import Response
from carto_ext.errors import ApiError, CartoError, broken_off
from carto_ext.retries import RetryPolicy
from carto_ext.settings import Settings
from carto_ext.version import __version__

_SET_BY_THE_SESSION = ("host", "connection", "content-length", "transfer-encoding", "accept-encoding")


def _authorities() -> bool | str:
    """Return the authorities that requests trusts, in addition to SSL_CERT_FILE, which httpx reads."""
    return os.environ.get("REQUESTS_CA_BUNDLE") or os.environ.get("CURL_CA_BUNDLE") or True


class _NamesOnce(RetryPolicy):
    """Do not try again if a host name does not exist: programs that ask for one need the error soon."""

    def delay(self, error: CartoError, **told: Any) -> float | None:
        return None if any(map(is_unknown_name, causes(error))) else super().delay(error, **told)


class _ClientIdentifier:
    CARTO_VERSION = __version__

    def get_user_agent(self, name: str = "carto-python-sdk") -> str:
        return f"{name}/{self.CARTO_VERSION}"

    def get_client_identifier(self, prefix: str = "cps") -> str:
        return f"{prefix}-{self.CARTO_VERSION}"


class NoAuthClient(_ClientIdentifier):
    """Anonymous access to public data. Closes its connections when it is garbage-collected."""

    organization: str | None = None
    user_agent: str | None = None
    _key: str | None = None
    _verify = True

    def __init__(self, base_url: str, session: Any = None) -> None:
        self.base_url, self.session = f"{base_url.rstrip('/')}/", session
        self.username = self._settings.username

    @cached_property
    def _settings(self) -> Settings:
        with_user = re.match(r"\w+://[^/]+/(?:user|u)/[^/]+", self.base_url)
        base_url = with_user[0] if with_user else re.sub(r"(\w+://)(?:www\.)?([^/]*).*", r"\1\2", self.base_url)
        if self.session is not None and not base_url.startswith("http"):  # an adapter mounted by the caller
            return Settings(base_url, re.split(r"[/.]+", base_url)[1], self._key)
        with exceptions.wrapped_errors():
            return Settings.parse(base_url, api_key=self._key, verify=self._verify and _authorities())

    @cached_property
    def carto(self) -> Carto:
        """The new client for the same account."""
        carto = Carto.from_settings(replace(self._settings, retries=_NamesOnce()))
        if self.session is not None:
            self.session.verify = self._verify and getattr(self.session, "verify", True)
            carto._http._transport = _SessionTransport(self.session)
            carto._http._mounts.clear()  # proxies: the session has its own
        carto._http.headers["User-Agent"] = self.user_agent or self.get_user_agent()
        weakref.finalize(self, carto.close)
        return carto

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in vars(self).items() if name not in ("carto", "_settings")}

    def prepare_send(self, http_method: str, **requests_args: Any) -> tuple[str, dict[str, Any]]:
        """The method in lower case and the arguments, as they go to `requests.request`."""
        return http_method.lower(), requests_args

    def _without_key(self, args: dict[str, Any]) -> dict[str, Any]:
        """The arguments without the key: it goes into a header."""
        given = {name: args[name] for name in ("params", "json", "data") if isinstance(args.get(name), dict)}
        own = {name: values for name, values in given.items() if values.get("api_key") in (None, self._key)}
        return args | {name: {f: v for f, v in values.items() if f != "api_key"} for name, values in own.items()}

    def send(self, relative_path: str, http_method: str, **requests_args: Any) -> Any:
        """Make a request and return its `Response`, whatever its status, below the account's base URL.

        `requests_args` are those of `requests.request`: params, data, json, files, headers, stream, timeout,
        allow_redirects. Raises CartoRateLimitException, and CartoException if no answer arrived.
        """
        with exceptions.wrapped_errors():
            http_method, args = self.prepare_send(http_method, **requests_args)
            response = self._answer(relative_path, http_method.upper(), **_given(self._without_key(args)))
        if exceptions.CartoRateLimitException.is_rate_limited(response):
            raise exceptions.CartoRateLimitException(response)
        return response

    def _answer(self, path: str, method: str, stream: Any = False, allow_redirects: Any = True, **args: Any) -> Any:
        args.pop("verify", None)  # is the client's own
        http = self._within(args.pop("timeout", None))
        request = self._request(path, method, **args)
        try:
            return Response(http.send(request, stream=stream, follow_redirects=allow_redirects))
        except ApiError as error:
            return Response(exceptions.answer_of(error, request), error=error)

    def _within(self, timeout: Any) -> Any:
        """Return the client that sends, with the smaller one of both limits. A time given here is for one try."""
        if timeout is None:
            return self.carto._http
        connect, read = timeout if isinstance(timeout, tuple | list) else (timeout, timeout)
        own = self.carto.settings
        limits = (min(given or limit, limit) for given, limit in ((connect, own.connect_timeout), (read, own.timeout)))
        connect_timeout, timeout = limits
        once = RetryPolicy(attempts=1)
        return self.carto.with_options(connect_timeout=connect_timeout, timeout=timeout, retries=once)._http

    def _request(
        self, path: str, method: str, params: Any = None, headers: Any = None, data: Any = None, **others: Any
    ) -> httpx.Request:
        """Translate the arguments of requests into httpx's names and types."""
        if unknown := others.keys() - {"json", "files", "cookies"}:
            raise TypeError(f"send() does not take {', '.join(sorted(unknown))}: set it on a session for the client")
        if isinstance(data, list | tuple):  # pairs, whose names can repeat
            data = {name: [value for other, value in data if other == name] for name, _ in data}
        if isinstance(data, dict):
            others["data"] = _given(data)
        elif data:
            file = as_bytes(data)
            others["content"] = iter(lambda: file.read(64 * 1024), b"") if hasattr(file, "read") else data
        url = str(httpx.URL(path).copy_merge_params(_given(params)))
        return self.carto._http.build_request(method, url, headers=_given(headers), **others)

    def get_response_data(self, response: Any, parse_json: bool = True) -> Any:
        """Return an answer's content: parsed JSON, or bytes; None for 204. Raises for an error status."""
        if response.status_code >= 400:
            raise exceptions.ResponseException.create(response, getattr(response, "error", None))
        try:
            value = None if response.status_code == 204 else response.json() if parse_json else response.content
        except ValueError as error:
            raise exceptions.CartoException(f"The answer is not JSON: {response.text[:200]!r}") from error
        if cut := broken_off(value):
            raise exceptions.CartoException(str(cut)) from cut
        return value


BaseAuthClient = NoAuthClient


class APIKeyAuthClient(NoAuthClient):
    """Access with an API key. A path after the user's name in `base_url` is ignored."""

    def __init__(
        self, base_url: str, api_key: str | None, organization: str | None = None, session: Any = None,
        client_id: str | None = None, user_agent: str | None = None,
    ) -> None:  # fmt: skip
        self.api_key, self._key, self.organization = api_key, api_key or None, organization
        self.client_id = client_id or self.get_client_identifier()
        self.user_agent = user_agent or self.get_user_agent()
        super().__init__(base_url, session)

    def prepare_send(self, http_method: str, **requests_args: Any) -> tuple[str, dict[str, Any]]:
        http_method, args = super().prepare_send(http_method, **requests_args)
        place = "json" if http_method in ("post", "put") and isinstance(args.get("json"), dict) else "params"
        args[place] = {**(args.get(place) or {}), "api_key": secret(self.api_key), "client": self.client_id}
        args["headers"] = {**(args.get("headers") or {}), "User-Agent": self.user_agent}
        return http_method, args


class NonVerifiedAPIKeyAuthClient(APIKeyAuthClient):
    """The same without checking the server's certificate. It warns, because others can read the key on the way."""

    _verify = False


class AuthAPIClient(APIKeyAuthClient):
    """The same as APIKeyAuthClient, for the Auth API, without a `client_id`."""

    prepare_send = NoAuthClient.prepare_send

    def is_valid_api_key(self) -> bool:
        """Return True if this key can list keys and is one of them."""
        answer = self.send("api/v3/api_keys", "get")
        return bool(answer.ok) and self.api_key in [key["token"] for key in answer.json()["result"]]


def _given(values: Any) -> dict[str, Any]:
    """Return the values other than None, which requests leaves out as well."""
    return {name: value for name, value in dict(values or {}).items() if value is not None}


class _Encoded:
    """A file that was opened for text, as a binary file in UTF-8, which requests used too."""

    def __init__(self, file: Any) -> None:
        self._file = file
        if isinstance(getattr(file, "name", None), str):
            self.name = file.name

    def read(self, size: int = -1) -> bytes:
        return bytes(self._file.read(size).encode())


def as_bytes(file: Any) -> Any:
    """Turn a file object opened for text, such as StringIO, into a binary one; return anything else unchanged."""
    return _Encoded(file) if hasattr(file, "read") and isinstance(file.read(0), str) else file


class _SessionTransport(httpx.BaseTransport):
    """A `requests.Session` below httpx, with its adapters, proxies, hooks and certificates. The caller closes it."""

    def __init__(self, session: Any) -> None:
        self._session = session

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        limits: Any = request.extensions.get("timeout", {})
        body: Any = request.stream
        headers = {name: value for name, value in request.headers.items() if name not in _SET_BY_THE_SESSION}
        # A short body is there whole; others, which requests sends in chunks, are made while they are sent.
        data = b"".join(body) or None if isinstance(body, httpx.ByteStream) else iter(body)
        how = {"stream": True, "allow_redirects": False, "timeout": (limits.get("connect"), limits.get("read"))}
        url = str(httpx.URL(request.url))  # a URL with a key in it shows that only here
        try:
            answer = self._session.request(request.method, url, headers=headers, data=data, **how)
        except OSError as error:  # all exceptions of requests are IOErrors; their texts can show the query
            raise httpx.NetworkError(f"the session failed with {type(error).__name__}") from error
        headers = exceptions.of_content(answer.headers)
        return httpx.Response(answer.status_code, headers=headers, stream=_SessionAnswer(answer))


class _SessionAnswer(httpx.SyncByteStream):
    def __init__(self, answer: Any) -> None:
        self.close = answer.close  # type: ignore[method-assign]
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield from self._answer.iter_content(64 * 1024)
        except OSError as error:
            raise httpx.ReadError(f"the session failed with {type(error).__name__}") from error
