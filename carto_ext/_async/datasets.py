"""Datasets: a table and its entry in the account, made from a file, a URL, a query, or fetched again and again."""

from collections.abc import Callable, Iterable
from time import monotonic
from typing import Any, Unpack

from carto_client import models
from carto_client.api.datasets import AsyncDatasetsApi
from carto_client.api.viz import AsyncVizApi
from carto_client.models import Visualization
from carto_ext._async._transfer.data import DataSource
from carto_ext._async._transfer.many import Turns, send_all, until_taken
from carto_ext._async.imports import AsyncImportJob, AsyncImports
from carto_ext._async.pages import all_pages, named
from carto_ext._async.poller import DEFAULT_WAIT
from carto_ext._async.synchronizations import AsyncSynchronizations
from carto_ext._shared.chunks import ProgressCallback
from carto_ext._shared.deadlines import check_wait, end_in
from carto_ext._shared.forms import ImportOptions, import_failure
from carto_ext._shared.sources import checked_files


@named
class AsyncDatasets(AsyncDatasetsApi):
    """`/api/v4/datasets`, and shortcuts that begin, wait, and return the dataset as `carto.viz.read` gives it.

    They raise what `carto.imports` and `carto.synchronizations` raise. Of an archive with several files CARTO names
    the last table only; if some of them failed, PartialImportWarning says so.
    """

    iterate = all_pages(AsyncDatasetsApi.list, lambda page: page.result, lambda page: page.total)

    async def from_file(
        self,
        source: DataSource,
        *,
        name: str | None = None,
        progress: ProgressCallback | None = None,
        begun: Callable[[AsyncImportJob], object] | None = None,
        timeout: float = DEFAULT_WAIT,
        **options: Unpack[ImportOptions],
    ) -> Visualization:
        """Upload a path, binary file or iterable of bytes, as `carto.imports.upload` does.

        An account has 3 import slots unless CARTO gave it more. While others use them, a path or bytes are uploaded
        again, up to `timeout` seconds; `progress` begins anew then. Then the import has `timeout` seconds to end.
        `begun(job)` is called when CARTO has the file: from then on the job's `id` finds the import again.
        """
        return await self._uploaded(source, Turns(), timeout, begun, name=name, progress=progress, **options)

    async def from_files(
        self,
        sources: Iterable[DataSource],
        *,
        concurrency: int = 3,
        progress: ProgressCallback | None = None,
        begun: Callable[[AsyncImportJob], object] | None = None,
        timeout: float = DEFAULT_WAIT,
        **options: Unpack[ImportOptions],
    ) -> list[Visualization]:
        """`from_file` for each path or open file, up to `concurrency` at once; the datasets in the order given.

        All files are tried, then PartialFailureError tells which ones failed and why. What is no CartoError (Ctrl-C, an
        exception of `progress`) ends uploads and waiting at once; imports that had begun go on at CARTO. `progress` as
        for `sql.copy_many`, `begun` as for `from_file`.
        """
        files, turns = checked_files(sources, concurrency, "sources"), Turns()

        async def imported(file: DataSource, told: ProgressCallback | None) -> Visualization:
            return await self._uploaded(file, turns, timeout, begun, progress=told, **options)

        return await send_all(imported, files, files, concurrency, progress)

    async def from_url(
        self,
        url: str,
        *,
        begun: Callable[[AsyncImportJob], object] | None = None,
        timeout: float = DEFAULT_WAIT,
        **options: Unpack[ImportOptions],
    ) -> Visualization:
        """Let CARTO fetch a file once. `begun` as for `from_file`."""
        check_wait(timeout)
        return await self._imported(await self._imports.from_url(url, **options), timeout, begun)

    async def from_sql(self, sql: str, table_name: str, *, timeout: float = DEFAULT_WAIT) -> Visualization:
        """Keep the rows of a query on the account's own tables as a table."""
        check_wait(timeout)
        return await self._imported(await self._imports.begin(sql=sql, table_name=table_name), timeout)

    async def from_sync(self, url: str, *, interval: int = 3600, timeout: float = DEFAULT_WAIT) -> Visualization:
        """Let CARTO fetch a file now and again every `interval` seconds (900 at least); waits for the first time."""
        check_wait(timeout)
        job = await AsyncSynchronizations(self._client).begin(url, interval=interval)
        return await self._read((await job.wait(timeout=timeout)).name)

    async def _uploaded(
        self,
        source: DataSource,
        turns: Turns,
        timeout: float,
        begun: Callable[[AsyncImportJob], object] | None,
        **how: Any,
    ) -> Visualization:
        ends = end_in(timeout)
        job = await until_taken(
            lambda: self._imports.upload(source, **how), source, turns, lambda _, pause: monotonic() + pause < ends
        )
        return await self._imported(job, timeout, begun)

    @property
    def _imports(self) -> AsyncImports:
        return AsyncImports(self._client)

    async def _imported(
        self, job: AsyncImportJob, timeout: float, begun: Callable[[AsyncImportJob], object] | None = None
    ) -> Visualization:
        if begun is not None:
            begun(job)
        done: models.ImportJob = await job.wait(timeout=timeout)
        if done.table_name is None or done.table_id is None:
            # With collision_strategy="skip" an import is complete without having made a table.
            raise import_failure(done)
        return await self._read(done.table_name)

    async def _read(self, table_name: str | None) -> Visualization:
        return await AsyncVizApi(self._client).read(table_name or "")
