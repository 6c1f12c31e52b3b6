"""What httpx sends by: straight to the server, or by way of a proxy; both see an answer that comes early.

Both are httpx's own transports, so that what records or replaces their calls in tests (vcrpy, pytest-httpx) finds them.
httpx has no argument for what they rest on: `_pool`, and httpcore's `_network_backend`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx

from carto_client.redaction import secrets_of
from carto_ext._async._http.network import AsyncWatchingBackend
from carto_ext._async._http.pool import AsyncPool
from carto_ext._secrecy import hidden_in_logs, keep_logs_clean

if TYPE_CHECKING:
    import ssl


class AsyncDirectTransport(httpx.AsyncHTTPTransport):
    """Over a pool of our own, which is all that httpx's transport has: what else it would make is not needed."""

    def __init__(self, *, verify: ssl.SSLContext | str | bool, limits: httpx.Limits, **_: Any) -> None:
        self._pool = AsyncPool(verify, limits)  # type: ignore[assignment]


class AsyncProxyTransport(httpx.AsyncHTTPTransport):
    """httpx's own transport on watched connections; TLS inside TLS, to an https:// proxy, stays unwatched."""

    def __init__(self, *, proxy: httpx.Proxy, **options: Any) -> None:
        super().__init__(proxy=proxy, **options)
        if proxy.url.scheme != "https":
            self._pool._network_backend = AsyncWatchingBackend()  # httpx has no argument for it
        keep_logs_clean()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        with hidden_in_logs(secrets_of(request)):
            return await super().handle_async_request(request)
