"""Answers that are read as they come: COPY TO, exports."""

from collections.abc import AsyncIterator
from types import TracebackType
from typing import Any, Self

import httpx

from carto_client.client import AuthenticatedClient, Client
from carto_ext.aio.blocking import run
from carto_ext.streams import Counter, ProgressCallback
from carto_ext.targets import DataTarget, DownloadResult, open_target


class AsyncDownload:
    """A streamed answer: iterate over its bytes, in one pass. Close it, or use it as a context manager, to stop early.

    Leaving early closes the connection, upon which CARTO ends the query.
    """

    def __init__(self, response: httpx.Response, progress: ProgressCallback | None) -> None:
        self._response = response
        size = response.headers.get("Content-Length")
        plain = "Content-Encoding" not in response.headers
        self._counter = Counter(progress, total=int(size) if size and plain else None)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._response.aiter_bytes():
            self._counter.add(len(chunk))
            yield chunk

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        await self._response.aclose()


async def open_download(
    client: AuthenticatedClient | Client, request: dict[str, Any], progress: ProgressCallback | None
) -> AsyncDownload:
    """Send a generated operation's request and hand back its answer unread."""
    http = client.get_async_httpx_client()
    return AsyncDownload(await http.send(http.build_request(**request), stream=True), progress)


async def download_to(
    target: DataTarget,
    client: AuthenticatedClient | Client,
    request: dict[str, Any],
    progress: ProgressCallback | None,
) -> DownloadResult:
    """The target is opened before anything is sent and complete, or gone, afterwards."""
    opened = await run(open_target, target)
    received = 0
    try:
        async with await open_download(client, request, progress) as download:
            async for chunk in download:
                await run(opened.write, chunk)
                received += len(chunk)
        await run(opened.commit)
    except BaseException:
        # Not awaited: also a cancelled task must leave no half-written file.
        opened.abort()
        raise
    return DownloadResult(bytes_received=received)
