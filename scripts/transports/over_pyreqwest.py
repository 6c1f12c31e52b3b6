"""pyreqwest beneath httpx, as this package would have to wire it.

A synchronous call goes through the asynchronous client on a loop in a thread of its own: one that is blocked in Rust
does not hear Ctrl-C. Both colours get an end for the whole call, which httpx's four timeouts do not have.
"""

import asyncio
import threading
from collections.abc import AsyncIterator, Coroutine, Iterator
from concurrent.futures import Future
from datetime import timedelta
from pathlib import Path
from time import monotonic
from typing import Any, TypeVar

import httpx
from pyreqwest.client import ClientBuilder
from pyreqwest.compatibility.httpx import HttpxTransport

T = TypeVar("T")


def build(timeout: float, connect: float, ca: str | None, cert: str | None) -> Any:
    builder = ClientBuilder().follow_redirects(False).http1_only().pool_idle_timeout(timedelta(seconds=4))
    builder = builder.connect_timeout(timedelta(seconds=connect)).read_timeout(timedelta(seconds=timeout))
    if ca is not None:
        builder = builder.add_root_certificate_pem(Path(ca).read_bytes())
    if cert is not None:
        builder = builder.identity_pem(Path(cert).read_bytes())
    return builder.build()


def left(request: httpx.Request) -> float | None:
    ends = request.extensions.get("ends")
    return None if ends is None else max(ends - monotonic(), 0.001)


class Body(httpx.AsyncByteStream):
    def __init__(self, inner: Any, request: httpx.Request) -> None:
        self._inner, self._request = inner, request

    async def __aiter__(self) -> AsyncIterator[bytes]:
        pieces = aiter(self._inner)
        while True:
            try:
                async with asyncio.timeout(left(self._request)):
                    piece = await anext(pieces)
            except StopAsyncIteration:
                return
            except TimeoutError as error:
                raise httpx.ReadTimeout("the deadline") from error
            yield piece

    async def aclose(self) -> None:
        await self._inner.aclose()


class AsyncTransport(httpx.AsyncBaseTransport):
    def __init__(self, timeout: float, connect: float, ca: str | None, cert: str | None) -> None:
        self._inner = HttpxTransport(build(timeout, connect, ca, cert))

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        ends = left(request)
        request.extensions = {"ends": request.extensions.get("ends")}  # its own timeouts would add up
        try:
            async with asyncio.timeout(ends):
                response = await self._inner.handle_async_request(request)
        except TimeoutError as error:
            raise httpx.ReadTimeout("the deadline") from error
        response.stream = Body(response.stream, request)
        return response

    async def aclose(self) -> None:
        await self._inner.aclose()


class Transport(httpx.BaseTransport):
    """The same, waited for."""

    def __init__(self, timeout: float, connect: float, ca: str | None, cert: str | None) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._inner = self.wait(self._make(timeout, connect, ca, cert))

    async def _make(self, *options: Any) -> AsyncTransport:
        return AsyncTransport(*options)

    def wait(self, work: Coroutine[Any, Any, T]) -> T:
        future: Future[T] = asyncio.run_coroutine_threadsafe(work, self._loop)
        try:
            return future.result()
        except BaseException:
            future.cancel()
            raise

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        stream = request.stream if isinstance(request.stream, httpx.ByteStream) else _Threaded(request.stream)
        asked = httpx.Request(
            request.method, request.url, headers=request.headers, stream=stream, extensions=request.extensions
        )
        response = self.wait(self._inner.handle_async_request(asked))
        response.stream = _Waited(self, response.stream)
        return response

    def close(self) -> None:
        self.wait(self._inner.aclose())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


class _Threaded(httpx.AsyncByteStream):
    """The source of an upload may block."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner

    async def __aiter__(self) -> AsyncIterator[bytes]:
        pieces = iter(self._inner)
        while piece := await asyncio.to_thread(next, pieces, b""):
            yield piece


class _Waited(httpx.SyncByteStream):
    def __init__(self, transport: Transport, inner: Any) -> None:
        self._transport, self._inner = transport, inner
        self._pieces = aiter(inner)

    async def _next(self) -> bytes:
        return await anext(self._pieces, b"")

    def __iter__(self) -> Iterator[bytes]:
        while piece := self._transport.wait(self._next()):
            yield piece

    def close(self) -> None:
        self._transport.wait(self._inner.aclose())
