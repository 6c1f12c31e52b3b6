"""The HTTP client beneath every generated call: limits, the key, and typed errors instead of statuses."""

from collections.abc import AsyncIterator

import httpx

from carto_ext.auth import KeyAuth, tls_context
from carto_ext.errors import api_error
from carto_ext.faults import typed_faults
from carto_ext.settings import Settings
from carto_ext.version import __version__

# An error answer is a few hundred bytes; what is longer is not CARTO's and not worth keeping.
MAX_ERROR_BYTES = 64 * 1024


class AsyncCartoHttp(httpx.AsyncClient):
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

    async def send(self, request: httpx.Request, *, stream: bool = False, **options: object) -> httpx.Response:
        with typed_faults(request):
            response = await super().send(request, stream=True, **options)  # type: ignore[arg-type]
            if response.status_code >= 400:
                await self._raise(request, response)
            if not stream:
                await response.aread()
                return response
        assert isinstance(response.stream, httpx.AsyncByteStream)
        response.stream = _TypedFaultStream(response.stream, request)
        return response

    async def _raise(self, request: httpx.Request, response: httpx.Response) -> None:
        content = bytearray()
        try:
            async for chunk in response.aiter_bytes():
                content += chunk
                if len(content) >= MAX_ERROR_BYTES:
                    break
        finally:
            await response.aclose()
        raise api_error(
            status_code=response.status_code,
            headers=response.headers,
            content=bytes(content),
            method=request.method,
            path=request.url.path,
            secrets=[self._settings.api_key] if self._settings.api_key else [],
        )


class _TypedFaultStream(httpx.AsyncByteStream):
    def __init__(self, inner: httpx.AsyncByteStream, request: httpx.Request) -> None:
        self._inner = inner
        self._request = request

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with typed_faults(self._request):
            async for chunk in self._inner:
                yield chunk

    async def aclose(self) -> None:
        await self._inner.aclose()
