"""The HTTP client below every generated call: it adds the key, limits, retries, and typed errors."""

from __future__ import annotations

import copy
import logging
import os
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import suppress
from math import inf
from random import random
from time import monotonic
from typing import Any, Self

import httpx

from carto_client.redaction import secrets_of
from carto_ext._secrecy import PrivateURL
from carto_ext._shared._http.proxies import Proxies
from carto_ext._shared.auth import KeyAuth, tls_context
from carto_ext._shared.compression import Gunzip
from carto_ext._shared.deadlines import end_of_call
from carto_ext._shared.translate import check_length, sendable, typed_faults
from carto_ext.errors import (
    ApiError,
    CartoError,
    ConfigurationError,
    api_error,
)
from carto_ext.retries import RetryBudget
from carto_ext.settings import Settings
from carto_ext.version import __version__

logger = logging.getLogger("carto_ext")
httpx_logger = logging.getLogger("httpx")  # users look for requests in httpx's own log

# Each of them is unpacked in bounded steps. The client asks for no others, and for no combinations.
ENCODINGS = {"", "identity", "gzip", "x-gzip"}
# An error answer has a few hundred bytes; a longer one is not CARTO's, and not worth keeping.
MAX_ERROR_BYTES = 64 * 1024
CLOSED = "this client is closed: make a new one, or close this one after its last call"


class AsyncCartoHttp(httpx.AsyncClient):
    """An httpx client whose `send` raises carto_ext's errors, so that every generated operation raises them.

    A status of 400 or more raises an error with CARTO's own text, and so does an error hidden in a 200. Failures below
    HTTP raise a TransportError, also while a streamed body is read. `settings.retries` decides about further tries,
    within `settings.deadline`. Several threads or tasks can share it.
    """

    def __init__(self, settings: Settings) -> None:
        # Imported late: it takes a tenth of the time of `import carto_ext`.
        from carto_ext._async._http.pool import AsyncTransport

        self._settings = settings
        self._budget = RetryBudget(settings.retries)
        self._owner = self
        self._process = os.getpid()
        self._key = KeyAuth(settings)
        transport = AsyncTransport(tls_context(settings), Proxies())
        super().__init__(
            base_url=settings.base_url,
            auth=self._key,
            transport=transport,
            trust_env=False,  # the transport reads the environment
            headers={"User-Agent": f"carto-client/{__version__}", "Accept-Encoding": "gzip"},
        )
        if self._transport is not transport:
            raise ImportError(f"httpx {httpx.__version__} has no _transport: install httpx<0.29")

    def with_settings(self, settings: Settings) -> Self:
        """Return a client with other limits on the same connections. Closing it has no effect."""
        view = copy.copy(self)
        view._settings = settings
        if settings.retries != self._settings.retries:
            view._budget = RetryBudget(settings.retries)
        return view

    async def aclose(self) -> None:
        if self._owner is self:
            await super().aclose()

    def build_request(self, *args: Any, **options: Any) -> httpx.Request:
        with sendable():
            request = super().build_request(*args, **options)
        check_length(request)
        return request

    async def send(self, request: httpx.Request, *, stream: bool = False, **_: Any) -> httpx.Response:
        """Send a request. Replaces httpx's own method, which follows redirects, negotiates auth, and is slow."""
        self._check_usable()
        request.url = PrivateURL(request.url)
        self._key.add_to(request)  # now, so that no message about it shows the key
        # A streamed body cannot be sent again, and has no deadline while data moves.
        replayable = isinstance(request.stream, httpx.ByteStream)
        ends = end_of_call(monotonic() + self._settings.deadline) if replayable else inf
        attempt = 1
        while True:
            try:
                response = await self._try(request, stream, ends)
            except CartoError as error:
                delay = self._settings.retries.delay(
                    error, attempt=attempt, method=request.method, replayable=replayable, chance=random()
                )
                if delay is None or monotonic() + delay >= ends:
                    raise
                if not self._budget.spend():
                    error.add_note(RetryBudget.USED_UP)
                    raise
                logger.info("try %d failed (%s); again in %.1f s", attempt, type(error).__name__, delay)
            else:
                self._budget.earn()
                return response
            await self._pause(delay)
            attempt += 1

    async def _pause(self, seconds: float) -> None:
        from carto_ext._async.concurrency import sleep

        await sleep(seconds)

    def _check_usable(self) -> None:
        if self._owner.is_closed:
            raise ConfigurationError(CLOSED)
        if self._process != os.getpid():
            raise ConfigurationError(
                "this client was made before a fork, and its connections belong to the other process: "
                "make a client in this one, for example with from_settings(carto.settings)"
            )

    async def _try(self, request: httpx.Request, stream: bool, ends: float) -> httpx.Response:
        settings = self._settings
        silence = dict.fromkeys(("read", "write", "pool"), settings.timeout)
        # The pool reads both, whenever it waits.
        request.extensions["timeout"] = {**silence, "connect": settings.connect_timeout}
        request.extensions["ends"] = ends
        with typed_faults(request):
            response = await self._transport.handle_async_request(request)
            response.request = request
            httpx_logger.info("HTTP Request: %s %s %d", request.method, request.url, response.status_code)
            if "set-cookie" in response.headers:
                self.cookies.extract_cookies(response)
            assert isinstance(response.stream, httpx.AsyncByteStream)
            response.stream = _TypedStream(response.stream, request)
            encoding = response.headers.get("content-encoding", "").strip().lower()
            if encoding not in ENCODINGS:
                await response.aclose()
                raise httpx.DecodingError(f"the answer is encoded as {encoding!r}, which was not asked for")
            # Redirects are not followed, and CARTO never answers with a web page: either would look like a file.
            failed = not response.is_success or "html" in response.headers.get("content-type", "").lower()
            if stream and not failed:
                request.extensions["ends"] = inf  # no deadline for the body while data moves
                return response
            request.extensions["ends"] = min(ends, monotonic() + settings.deadline)
            # httpx would unpack each piece at once, whatever its unpacked size.
            if response.headers.pop("content-encoding", "identity") != "identity":
                response.stream = _Unpacked(response.stream)
            if failed:
                raise await self._read_error(request, response)
            await self._read_whole(response)
        return response

    async def _read_whole(self, response: httpx.Response) -> None:
        try:
            await response.aread()
        finally:
            await response.aclose()

    # Errors are made in functions that return them: otherwise a traceback with local variables would show the key if
    # the server repeats it.
    async def _read_error(self, request: httpx.Request, response: httpx.Response) -> ApiError:
        content = bytearray()
        try:
            async for chunk in response.aiter_bytes():
                content += chunk
                if len(content) >= MAX_ERROR_BYTES:
                    break
        finally:
            await response.aclose()
        return api_error(
            status_code=response.status_code,
            headers=response.headers,
            content=bytes(content),
            method=request.method,
            path=request.url.path,
            secrets=secrets_of(request),
        )


class _Unpacked(httpx.AsyncByteStream):
    """A gzip body, unpacked a megabyte at a time."""

    def __init__(self, inner: httpx.AsyncByteStream) -> None:
        self._inner = inner

    async def __aiter__(self) -> AsyncIterator[bytes]:
        gunzip = Gunzip()
        async for chunk in self._inner:
            gunzip.feed(chunk)
            while gunzip.is_behind:
                yield gunzip.step()
        gunzip.finish()

    async def aclose(self) -> None:
        await self._inner.aclose()


class _TypedStream(httpx.AsyncByteStream):
    """A body whose failures are errors of this package. Not a generator, which trio requires to be read to its end."""

    def __init__(self, inner: httpx.AsyncByteStream, request: httpx.Request) -> None:
        self._inner, self._request = inner, request
        self._pieces: AsyncIterator[bytes] | None = None

    def __aiter__(self) -> AsyncIterator[bytes]:
        self._pieces = aiter(self._inner)
        return self

    async def __anext__(self) -> bytes:
        with typed_faults(self._request):
            assert self._pieces is not None
            piece = await anext(self._pieces, None)
        if piece is None:
            raise StopAsyncIteration
        return piece

    async def aclose(self) -> None:
        await self._inner.aclose()
        if isinstance(self._pieces, AsyncGenerator):
            with suppress(RuntimeError, ValueError):  # another task may be reading; the closed connection ends its read
                await self._pieces.aclose()
