# Made from carto_ext/_async/_http/routes.py by scripts/unasync; do not edit.
"""What httpx sends by: straight to the server, or by way of a proxy; both see an answer that comes early.

Both are httpx's own transports, so that what records or replaces their calls in tests (vcrpy, pytest-httpx) finds them.
httpx has no argument for what they rest on: `_pool`, and httpcore's `_network_backend`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx

from carto_client.redaction import secrets_of
from carto_ext._secrecy import hidden_in_logs, keep_logs_clean
from carto_ext._sync._http.network import WatchingBackend
from carto_ext._sync._http.pool import Pool

if TYPE_CHECKING:
    import ssl


class DirectTransport(httpx.HTTPTransport):
    """Over a pool of our own, which is all that httpx's transport has: what else it would make is not needed."""

    def __init__(self, *, verify: ssl.SSLContext | str | bool, limits: httpx.Limits, **_: Any) -> None:
        self._pool = Pool(verify, limits)  # type: ignore[assignment]


class ProxyTransport(httpx.HTTPTransport):
    """httpx's own transport on watched connections; TLS inside TLS, to an https:// proxy, stays unwatched."""

    def __init__(self, *, proxy: httpx.Proxy, **options: Any) -> None:
        super().__init__(proxy=proxy, **options)
        if proxy.url.scheme != "https":
            self._pool._network_backend = WatchingBackend()  # httpx has no argument for it
        keep_logs_clean()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        with hidden_in_logs(secrets_of(request)):
            return super().handle_request(request)
