"""Below httpx: which call gets which connection.

httpcore's pool offers an idle connection to everybody who waits, of whom all but one then ask again, and closes every
connection that comes free while more than 20 are busy: https://github.com/encode/httpcore/pull/1035. Here each call
takes the connection that was used last, or makes one.
"""

import ssl
from collections.abc import AsyncIterator, Mapping
from threading import Lock
from typing import Any, Self

import httpcore
import httpx

from carto_ext._async._http.connection import AsyncConnection
from carto_ext._async._http.network import AsyncWatchingBackend
from carto_ext._async.concurrency import Slots

_PORTS = {"http": 80, "https": 443}


class AsyncPool:
    """Connections straight to servers. Calls beyond `limits.max_connections` wait; may be used by several threads.

    It has what httpx asks of a pool of httpcore.
    """

    def __init__(self, verify: ssl.SSLContext | str | bool, limits: httpx.Limits) -> None:
        self._verify = verify
        self._tls: ssl.SSLContext | None = None  # made when it is needed: that takes longer than a call
        self._backend = AsyncWatchingBackend()
        self._slots = Slots(limits.max_connections or 100)
        self._keepalive_expiry = limits.keepalive_expiry
        self._lock = Lock()
        self._closed = False
        self.idle: list[AsyncConnection] = []  # the one that was used last is last
        self.busy: set[AsyncConnection] = set()

    async def handle_async_request(self, request: httpcore.Request) -> httpcore.Response:
        timeouts = request.extensions.get("timeout", {})
        if not await self._slots.acquire(timeouts.get("pool")):
            raise httpcore.PoolTimeout("every connection is in use")
        connection: AsyncConnection | None = None
        try:
            connection = await self._connection_to(_origin(request.url), timeouts)
            answer = await connection.call(request, timeouts)
        except BaseException:
            await self.give_back(connection)
            raise
        return httpcore.Response(
            answer.status_code,
            headers=answer.headers.raw_items(),
            content=_Body(self, connection, request),
            extensions={
                "http_version": b"HTTP/" + answer.http_version,
                "reason_phrase": bytes(answer.reason),
                "network_stream": connection.stream,
            },
        )

    async def _connection_to(self, origin: tuple[str, str, int], timeouts: Mapping[str, Any]) -> AsyncConnection:
        if origin[0] not in _PORTS:
            raise httpcore.UnsupportedProtocol(f"{origin[0] or 'a URL without a scheme'} is neither http nor https")
        with self._lock:
            found, expired = self._take_idle(origin)
        for connection in expired:
            await connection.stream.aclose()
        if found is None:
            found = AsyncConnection(origin, await self._connect(*origin, timeouts.get("connect")))
            with self._lock:
                self.busy.add(found)
        return found

    def _take_idle(self, origin: tuple[str, str, int]) -> tuple[AsyncConnection | None, list[AsyncConnection]]:
        """One that is fit to be used, and some to be closed; called under the lock."""
        expired = []
        for place in reversed(range(len(self.idle))):
            if self.idle[place].origin == origin:
                connection = self.idle.pop(place)
                if not connection.has_expired(self._keepalive_expiry):
                    self.busy.add(connection)
                    # The one that was used least; if it has expired, the others' turn comes with the next calls.
                    if self.idle and self.idle[0].has_expired(self._keepalive_expiry):
                        expired.append(self.idle.pop(0))
                    return connection, expired
                expired.append(connection)
        return None, expired

    async def _connect(self, scheme: str, host: str, port: int, timeout: float | None) -> httpcore.AsyncNetworkStream:
        stream = await self._backend.connect_tcp(host, port, timeout)
        if scheme == "http":
            return stream
        try:
            context = self._tls or httpx.create_ssl_context(verify=self._verify)
        except OSError as error:
            await stream.aclose()
            raise httpcore.ConnectError(f"SSL_CERT_FILE or SSL_CERT_DIR names what cannot be read: {error}") from error
        context.set_alpn_protocols(["http/1.1"])
        self._tls = context
        return await stream.start_tls(context, host, timeout)

    async def give_back(self, connection: AsyncConnection | None) -> None:
        """The call is over: keep what is fit for another one. None: there was no connection."""
        if connection is not None:
            with self._lock:
                self.busy.discard(connection)
                keep = not self._closed and connection.is_ready_again()
                if keep:
                    self.idle.append(connection)
            if not keep:
                await connection.stream.aclose()
        self._slots.release()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        with self._lock:
            self._closed = True
            connections = [*self.idle, *self.busy]
            self.idle.clear()
        for connection in connections:
            await connection.stream.aclose()


def _origin(url: httpcore.URL) -> tuple[str, str, int]:
    scheme = url.scheme.decode("ascii")
    return scheme, url.host.decode("ascii"), url.port or _PORTS.get(scheme, 0)


class _Body:
    """Read it to its end, or close it."""

    def __init__(self, pool: AsyncPool, connection: AsyncConnection, request: httpcore.Request) -> None:
        self._pool = pool
        self._connection = connection
        self._request = request
        self._ended = False

    async def __aiter__(self) -> AsyncIterator[bytes]:
        timeout = self._request.extensions.get("timeout", {}).get("read")
        while piece := await self._connection.read_body(timeout):
            yield piece

    async def aclose(self) -> None:
        if not self._ended:
            self._ended = True
            await self._pool.give_back(self._connection)
