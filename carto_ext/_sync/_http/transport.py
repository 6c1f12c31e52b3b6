# Made from carto_ext/_async/_http/transport.py by scripts/unasync; do not edit.
"""The HTTP client beneath every generated call: the key, limits, retries, and typed errors instead of statuses."""

from __future__ import annotations

import copy
import logging
import os
from collections.abc import Iterator
from random import random
from time import monotonic
from typing import TYPE_CHECKING, Any, Self

import httpx

from carto_client.redaction import secrets_of
from carto_ext._secrecy import PrivateURL
from carto_ext._shared.auth import KeyAuth, tls_context, usable_proxies
from carto_ext._shared.deadlines import end_of_call, shortened
from carto_ext._shared.translate import check_length, sendable, typed_faults
from carto_ext.errors import (
    ApiError,
    CartoError,
    CartoTimeoutError,
    ConfigurationError,
    api_error,
)
from carto_ext.retries import RetryBudget
from carto_ext.settings import Settings
from carto_ext.version import __version__

if TYPE_CHECKING:
    from carto_ext._sync._http.routes import DirectTransport, ProxyTransport

logger = logging.getLogger("carto_ext")

# An error answer is a few hundred bytes; what is longer is not CARTO's and not worth keeping.
MAX_ERROR_BYTES = 64 * 1024
CLOSED = "this client is closed: make a new one, or close it after its last call"


class CartoHttp(httpx.Client):
    """An httpx client whose `send` raises carto_ext's errors, so that every generated operation has them.

    A status of 400 or more raises with CARTO's own text, and so does an error hidden in a 200; what fails below HTTP
    raises a TransportError, while a streamed body is read as well. `settings.retries` says what is tried again, within
    `settings.deadline`. May be used by several threads or tasks at once.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._budget = RetryBudget()
        self._owner = self
        self._process = os.getpid()
        self._key = KeyAuth(settings)
        with usable_proxies():
            super().__init__(
                base_url=settings.base_url,
                auth=self._key,
                verify=tls_context(settings),
                timeout=_timeout(settings),
                headers={"User-Agent": f"carto-client/{__version__}"},
            )
        self._cookies = _RareCookies()

    # httpx makes its transports here, one for the host and one for each proxy of the environment. Imported here and
    # not above, as httpx does with httpcore: it is a tenth of the time that `import carto_ext` takes.
    def _init_transport(self, *_: Any, **options: Any) -> DirectTransport:
        from carto_ext._sync._http.routes import DirectTransport

        return DirectTransport(**options)

    def _init_proxy_transport(self, proxy: httpx.Proxy, *_: Any, **options: Any) -> ProxyTransport:
        from carto_ext._sync._http.routes import ProxyTransport

        return ProxyTransport(proxy=proxy, **options)

    def with_settings(self, settings: Settings) -> Self:
        """The same connections under other limits; closing it closes nothing."""
        view = copy.copy(self)
        view._settings = settings
        view.timeout = _timeout(settings)
        return view

    def close(self) -> None:
        if self._owner is self:
            super().close()

    def build_request(self, *args: Any, **options: Any) -> httpx.Request:
        with sendable():
            request = super().build_request(*args, **options)
        check_length(request)
        return request

    def send(self, request: httpx.Request, *, stream: bool = False, **options: Any) -> httpx.Response:
        self._check_usable()
        request.url = PrivateURL(request.url)
        self._key.add_to(request)  # now, so that no message about it shows the key
        # What is streamed cannot be sent again and may take as long as it moves.
        replayable = isinstance(request.stream, httpx.ByteStream)
        ends = end_of_call(monotonic() + self._settings.deadline) if replayable else None
        attempt = 1
        while True:
            try:
                response = self._try(request, stream, ends, options)
            except CartoError as error:
                delay = self._settings.retries.delay(
                    error, attempt=attempt, method=request.method, replayable=replayable, chance=random()
                )
                if delay is None or (ends is not None and monotonic() + delay >= ends) or not self._budget.spend():
                    raise
                logger.info("try %d failed (%s); again in %.1f s", attempt, type(error).__name__, delay)
            else:
                self._budget.earn()
                return response
            self._pause(delay)
            attempt += 1

    def _pause(self, seconds: float) -> None:
        from carto_ext._sync.concurrency import sleep

        sleep(seconds)

    def _check_usable(self) -> None:
        if self._owner.is_closed:
            raise ConfigurationError(CLOSED)
        if self._process != os.getpid():
            raise ConfigurationError(
                "this client was made before a fork, and its connections belong to the other process: "
                "make a client in this one, for example with from_settings(carto.settings)"
            )

    def _try(self, request: httpx.Request, stream: bool, ends: float | None, options: dict[str, Any]) -> httpx.Response:
        with typed_faults(request):
            limits = self._timeout.as_dict()
            request.extensions["timeout"] = limits if ends is None else shortened(limits, ends - monotonic())
            response = super().send(request, stream=True, **options)
            if stream:
                request.extensions["timeout"] = limits  # the body may take its time, as long as it moves
            assert isinstance(response.stream, httpx.SyncByteStream)
            response.stream = _WatchedStream(response.stream, request, None if stream else ends)
            # A redirect is not followed, and no answer of CARTO is a web page: both would pass for a file.
            if not response.is_success or "html" in response.headers.get("content-type", "").lower():
                raise self._read_error(request, response)
            if not stream:
                self._read_whole(response)
        return response

    def _read_whole(self, response: httpx.Response) -> None:
        try:
            response.read()
        except BaseException:
            response.close()
            raise

    # Errors are made in functions that return them: in a traceback, their variables would show the key that a server
    # may have repeated.
    def _read_error(self, request: httpx.Request, response: httpx.Response) -> ApiError:
        content = bytearray()
        try:
            for chunk in response.iter_bytes():
                content += chunk
                if len(content) >= MAX_ERROR_BYTES:
                    break
        finally:
            response.close()
        return api_error(
            status_code=response.status_code,
            headers=response.headers,
            content=bytes(content),
            method=request.method,
            path=request.url.path,
            secrets=secrets_of(request),
        )


def _timeout(settings: Settings) -> httpx.Timeout:
    return httpx.Timeout(settings.timeout, connect=settings.connect_timeout)


class _RareCookies(httpx.Cookies):
    """For the cookies of each answer httpx makes two objects of urllib, a tenth of a call's time. CARTO sets none."""

    def extract_cookies(self, response: httpx.Response) -> None:
        if "set-cookie" in response.headers:
            super().extract_cookies(response)


class _WatchedStream(httpx.SyncByteStream):
    """A body whose faults are typed, and which ends at the call's deadline even if a byte comes now and then."""

    def __init__(self, inner: httpx.SyncByteStream, request: httpx.Request, ends: float | None) -> None:
        self._inner = inner
        self._request = request
        self._ends = ends

    def __iter__(self) -> Iterator[bytes]:
        with typed_faults(self._request):
            for chunk in self._inner:
                if self._ends is not None and monotonic() > self._ends:
                    raise CartoTimeoutError("the answer was not complete at the deadline; give the client a larger one")
                yield chunk

    def close(self) -> None:
        self._inner.close()
