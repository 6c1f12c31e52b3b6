"""The connection pool below httpx.

httpcore's pool offers an idle connection to all waiting calls, of which all but one then have to ask again, and closes
every connection that becomes free while more than 20 are busy: https://github.com/encode/httpcore/pull/1035. Here, each
call takes the connection that was used last, or opens one.
"""

from __future__ import annotations

import os
import ssl
import warnings
from collections.abc import MutableMapping
from threading import Lock
from typing import TYPE_CHECKING, Any, Self
from weakref import WeakSet

import httpx

from carto_ext._async._http.connection import AsyncConnection
from carto_ext._async._http.routes import dial
from carto_ext._async._http.sockets import Slots
from carto_ext._shared._http.http1 import Unseen, request_head
from carto_ext._shared._http.proxies import Origin, Proxies, proxy_authorization
from carto_ext._shared.deadlines import end_of_wait, left_until

if TYPE_CHECKING:
    import httpcore

_PORTS = {"http": 80, "https": 443}
_MOST_CONNECTIONS = 100


class AsyncTransport(httpx.AsyncHTTPTransport):
    """httpx's transport with this pool, for which httpx has no argument.

    It stays httpx's class, so that libraries that record or replace its calls in tests (vcrpy, pytest-httpx) work.
    """

    def __init__(self, verify: ssl.SSLContext | str | bool, proxies: Proxies, most: int = _MOST_CONNECTIONS) -> None:
        # _pool is private to httpx. If a version renames it, fail loudly instead of falling back to httpx's slow pool.
        if "_pool" not in httpx.AsyncHTTPTransport.aclose.__code__.co_names:
            raise ImportError(f"httpx {httpx.__version__} has no connections in _pool: install httpx<0.29")
        self._pool = AsyncPool(verify, proxies, most)  # type: ignore[assignment]


class AsyncPool:
    """A pool of at most `most` connections; further calls wait. Threads can share it. It has httpcore's interface."""

    def __init__(self, verify: ssl.SSLContext | str | bool, proxies: Proxies, most: int) -> None:
        self._verify, self._proxies = verify, proxies
        self._tls: ssl.SSLContext | None = None  # made on first use, because that takes longer than a call
        self.slots = Slots(most)
        self._lock = Lock()
        self._process = os.getpid()
        self._closed = False
        self.idle: list[AsyncConnection] = []  # the one that was used last is last
        self.busy: WeakSet[AsyncConnection] = WeakSet()

    async def handle_async_request(self, request: httpcore.Request) -> AsyncExchange:
        exchange = AsyncExchange(self, request)
        try:
            await exchange.begin()
        except BaseException:
            exchange.end()
            raise
        return exchange

    async def connection_to(self, origin: Origin, extensions: MutableMapping[str, Any]) -> AsyncConnection:
        if origin[0] not in _PORTS:
            raise httpx.UnsupportedProtocol(f"{origin[0] or 'a URL without a scheme'} is neither http nor https")
        found = self._idle_one(origin)
        if found is None:
            until = end_of_wait(extensions, "connect")
            found = AsyncConnection(await dial(origin, self._proxies.to(origin), self.tls, until), origin)
            with self._lock:
                self.busy.add(found)
            if self._closed:
                found.close()
                raise httpx.ReadError("the client was closed meanwhile")
        return found

    def _idle_one(self, origin: Origin) -> AsyncConnection | None:
        """Return the connection that was used last. Closes the oldest one if it has expired."""
        with self._lock:
            if self.idle and self.idle[0].has_expired():
                self.idle.pop(0).close()
            for connection in reversed(self.idle):
                if connection.origin == origin:
                    self.idle.remove(connection)
                    if not connection.has_expired():
                        self.busy.add(connection)
                        return connection
                    connection.close()
        return None

    def head_of(self, request: httpcore.Request, origin: Origin) -> Unseen:
        """Return the request's head, in absolute form for a forwarding proxy."""
        proxy = self._proxies.to(origin)
        if proxy is None or origin[0] != "http" or proxy.url.scheme.startswith("socks"):
            return request_head(request.method, request.url.target, request.headers)
        host = next(value for name, value in request.headers if name.lower() == b"host")
        headers = [*request.headers, *proxy_authorization(proxy)]
        return request_head(request.method, b"http://" + host + request.url.target, headers)

    def tls(self) -> ssl.SSLContext:
        if self._tls is None:
            try:
                context = httpx.create_ssl_context(verify=self._verify)
            except OSError as error:
                raise httpx.ConnectError(f"SSL_CERT_FILE or SSL_CERT_DIR cannot be read: {error}") from error
            context.set_alpn_protocols(["http/1.1"])
            self._tls = context
        return self._tls

    def give_back(self, connection: AsyncConnection) -> None:
        """Take back the connection of a finished call, and keep it if it can be used again."""
        with self._lock:
            self.busy.discard(connection)
            keep = not self._closed and connection.is_ready_again()
            if keep:
                self.idle.append(connection)
        if not keep:
            connection.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """End running calls with an error. In a forked child, the parent's calls continue."""
        forked = self._process != os.getpid()
        if forked:
            self._lock = Lock()  # a thread of the parent process may hold the old one
        with self._lock:
            self._closed = True
            idle, self.idle = self.idle, []
        for connection in idle:
            connection.close()
        for connection in list(self.busy):
            if forked:
                connection.close()
            else:
                connection.wire.wake()


class AsyncExchange:
    """One request and its answer, to be read to the end or closed. If it is forgotten, it frees its connection."""

    def __init__(self, pool: AsyncPool, request: httpcore.Request) -> None:
        self._pool, self._request = pool, request
        self._slot: object = None
        self._connection: AsyncConnection | None = None
        self.status, self.headers = 0, list[tuple[bytes, bytes]]()
        self.extensions: dict[str, Any] = {"http_version": b"HTTP/1.1"}

    @property
    def stream(self) -> Self:
        return self

    async def begin(self) -> None:
        request = self._request
        self._slot = await self._pool.slots.acquire(left_until(end_of_wait(request.extensions, "pool")))
        if self._slot is None:
            raise httpx.PoolTimeout("every connection is in use")
        origin = _origin(request.url)
        self._connection = await self._pool.connection_to(origin, request.extensions)
        answer = await self._connection.call(request, self._pool.head_of(request, origin))
        self.headers, self.extensions["reason_phrase"] = answer.headers, answer.reason
        self.status = answer.status

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> bytes:
        try:
            if self._connection is not None and (piece := await self._connection.read_body(self._request.extensions)):
                return piece
        except BaseException:
            self.end()
            raise
        self.end()
        raise StopAsyncIteration

    async def aclose(self) -> None:
        self.end()

    def end(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            self._pool.give_back(connection)
        if self._slot is not None:
            self._slot = None
            self._pool.slots.tell_of_free_one()

    def __del__(self) -> None:
        if self._connection is not None:
            warnings.warn("an answer was left open: read it to its end, or close it", ResourceWarning, stacklevel=2)
            self.end()


def _origin(url: httpcore.URL) -> Origin:
    scheme = url.scheme.decode("ascii")
    return scheme, url.host.decode("ascii"), url.port or _PORTS.get(scheme, 0)
