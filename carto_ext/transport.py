# Made from carto_ext/aio/transport.py by scripts/unasync; do not edit.
"""The HTTP client beneath every generated call: limits, the key, and typed errors instead of statuses."""

from collections.abc import Iterator

import httpx

from carto_ext.auth import KeyAuth, tls_context
from carto_ext.errors import api_error
from carto_ext.faults import typed_faults
from carto_ext.settings import Settings
from carto_ext.version import __version__

# An error answer is a few hundred bytes; what is longer is not CARTO's and not worth keeping.
MAX_ERROR_BYTES = 64 * 1024


class CartoHttp(httpx.Client):
    """An httpx client whose `send` raises carto_ext's errors, so that every generated operation has them.

    A status of 400 or more raises with CARTO's own text; what fails below HTTP raises a TransportError, while a
    streamed body is read as well.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        super().__init__(
            base_url=settings.base_url,
            auth=KeyAuth(settings),
            verify=tls_context(settings),
            timeout=httpx.Timeout(settings.timeout, connect=settings.connect_timeout),
            headers={"User-Agent": f"carto-client/{__version__}"},
        )

    def send(self, request: httpx.Request, *, stream: bool = False, **options: object) -> httpx.Response:
        with typed_faults(request):
            response = super().send(request, stream=True, **options)  # type: ignore[arg-type]
            if response.status_code >= 400:
                self._raise(request, response)
            if not stream:
                response.read()
                return response
        assert isinstance(response.stream, httpx.SyncByteStream)
        response.stream = _TypedFaultStream(response.stream, request)
        return response

    def _raise(self, request: httpx.Request, response: httpx.Response) -> None:
        content = bytearray()
        try:
            for chunk in response.iter_bytes():
                content += chunk
                if len(content) >= MAX_ERROR_BYTES:
                    break
        finally:
            response.close()
        raise api_error(
            status_code=response.status_code,
            headers=response.headers,
            content=bytes(content),
            method=request.method,
            path=request.url.path,
            secrets=[self._settings.api_key] if self._settings.api_key else [],
        )


class _TypedFaultStream(httpx.SyncByteStream):
    def __init__(self, inner: httpx.SyncByteStream, request: httpx.Request) -> None:
        self._inner = inner
        self._request = request

    def __iter__(self) -> Iterator[bytes]:
        with typed_faults(self._request):
            for chunk in self._inner:
                yield chunk

    def close(self) -> None:
        self._inner.close()
