# Made from carto_ext/aio/download.py by scripts/unasync; do not edit.
"""Answers that are read as they come: COPY TO, exports."""

from collections.abc import Iterator
from types import TracebackType
from typing import Any, Self

import httpx

from carto_client.client import AuthenticatedClient, Client
from carto_ext.blocking import run
from carto_ext.streams import Counter, ProgressCallback
from carto_ext.targets import DataTarget, DownloadResult, open_target


class Download:
    """A streamed answer: iterate over its bytes, in one pass. Close it, or use it as a context manager, to stop early.

    Leaving early closes the connection, upon which CARTO ends the query.
    """

    def __init__(self, response: httpx.Response, progress: ProgressCallback | None) -> None:
        self._response = response
        size = response.headers.get("Content-Length")
        plain = "Content-Encoding" not in response.headers
        self._counter = Counter(progress, total=int(size) if size and plain else None)

    def __iter__(self) -> Iterator[bytes]:
        for chunk in self._response.iter_bytes():
            self._counter.add(len(chunk))
            yield chunk

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._response.close()


def open_download(
    client: AuthenticatedClient | Client, request: dict[str, Any], progress: ProgressCallback | None
) -> Download:
    """Send a generated operation's request and hand back its answer unread."""
    http = client.get_httpx_client()
    return Download(http.send(http.build_request(**request), stream=True), progress)


def download_to(
    target: DataTarget,
    client: AuthenticatedClient | Client,
    request: dict[str, Any],
    progress: ProgressCallback | None,
) -> DownloadResult:
    """The target is opened before anything is sent and complete, or gone, afterwards."""
    opened = run(open_target, target)
    received = 0
    try:
        with open_download(client, request, progress) as download:
            for chunk in download:
                run(opened.write, chunk)
                received += len(chunk)
        run(opened.commit)
    except BaseException:
        # Not awaited: also a cancelled task must leave no half-written file.
        opened.abort()
        raise
    return DownloadResult(bytes_received=received)
