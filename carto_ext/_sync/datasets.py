# Made from carto_ext/_async/datasets.py by scripts/unasync; do not edit.
"""Datasets: a table and its entry in the account, made from a file, a URL, a query, or fetched again and again."""

from collections.abc import Callable, Iterable
from time import monotonic
from typing import Any, Unpack

from carto_client import models
from carto_client.api.datasets import DatasetsApi
from carto_client.api.viz import VizApi
from carto_client.models import Visualization
from carto_ext._shared.chunks import ProgressCallback
from carto_ext._shared.deadlines import check_wait, end_in
from carto_ext._shared.forms import ImportOptions, import_failure
from carto_ext._shared.sources import checked_files
from carto_ext._sync._transfer.data import DataSource
from carto_ext._sync._transfer.many import Turns, send_all, until_taken
from carto_ext._sync.imports import ImportJob, Imports
from carto_ext._sync.pages import all_pages, named
from carto_ext._sync.poller import DEFAULT_WAIT
from carto_ext._sync.synchronizations import Synchronizations


@named
class Datasets(DatasetsApi):
    """`/api/v4/datasets`, and shortcuts that begin, wait, and return the dataset as `carto.viz.read` gives it.

    They raise what `carto.imports` and `carto.synchronizations` raise. Of an archive with several files CARTO names
    the last table only; if some of them failed, PartialImportWarning says so.
    """

    iterate = all_pages(DatasetsApi.list, lambda page: page.result, lambda page: page.total)

    def from_file(
        self,
        source: DataSource,
        *,
        name: str | None = None,
        progress: ProgressCallback | None = None,
        begun: Callable[[ImportJob], object] | None = None,
        timeout: float = DEFAULT_WAIT,
        **options: Unpack[ImportOptions],
    ) -> Visualization:
        """Upload a path, binary file or iterable of bytes, as `carto.imports.upload` does.

        An account has 3 import slots unless CARTO gave it more. While others use them, a path or bytes are uploaded
        again, up to `timeout` seconds; `progress` begins anew then. Then the import has `timeout` seconds to end.
        `begun(job)` is called when CARTO has the file: from then on the job's `id` finds the import again.
        """
        return self._uploaded(source, Turns(), timeout, begun, name=name, progress=progress, **options)

    def from_files(
        self,
        sources: Iterable[DataSource],
        *,
        concurrency: int = 3,
        progress: ProgressCallback | None = None,
        begun: Callable[[ImportJob], object] | None = None,
        timeout: float = DEFAULT_WAIT,
        **options: Unpack[ImportOptions],
    ) -> list[Visualization]:
        """`from_file` for each path or open file, up to `concurrency` at once; the datasets in the order given.

        All files are tried, then PartialFailureError tells which ones failed and why. What is no CartoError (Ctrl-C, an
        exception of `progress`) ends uploads and waiting at once; imports that had begun go on at CARTO. `progress` as
        for `sql.copy_many`, `begun` as for `from_file`.
        """
        files, turns = checked_files(sources, concurrency, "sources"), Turns()

        def imported(file: DataSource, told: ProgressCallback | None) -> Visualization:
            return self._uploaded(file, turns, timeout, begun, progress=told, **options)

        return send_all(imported, files, files, concurrency, progress)

    def from_url(
        self,
        url: str,
        *,
        begun: Callable[[ImportJob], object] | None = None,
        timeout: float = DEFAULT_WAIT,
        **options: Unpack[ImportOptions],
    ) -> Visualization:
        """Let CARTO fetch a file once. `begun` as for `from_file`."""
        check_wait(timeout)
        return self._imported(self._imports.from_url(url, **options), timeout, begun)

    def from_sql(self, sql: str, table_name: str, *, timeout: float = DEFAULT_WAIT) -> Visualization:
        """Keep the rows of a query on the account's own tables as a table."""
        check_wait(timeout)
        return self._imported(self._imports.begin(sql=sql, table_name=table_name), timeout)

    def from_sync(self, url: str, *, interval: int = 3600, timeout: float = DEFAULT_WAIT) -> Visualization:
        """Let CARTO fetch a file now and again every `interval` seconds (900 at least); waits for the first time."""
        check_wait(timeout)
        job = Synchronizations(self._client).begin(url, interval=interval)
        return self._read((job.wait(timeout=timeout)).name)

    def _uploaded(
        self,
        source: DataSource,
        turns: Turns,
        timeout: float,
        begun: Callable[[ImportJob], object] | None,
        **how: Any,
    ) -> Visualization:
        ends = end_in(timeout)
        job = until_taken(
            lambda: self._imports.upload(source, **how), source, turns, lambda _, pause: monotonic() + pause < ends
        )
        return self._imported(job, timeout, begun)

    @property
    def _imports(self) -> Imports:
        return Imports(self._client)

    def _imported(
        self, job: ImportJob, timeout: float, begun: Callable[[ImportJob], object] | None = None
    ) -> Visualization:
        if begun is not None:
            begun(job)
        done: models.ImportJob = job.wait(timeout=timeout)
        if done.table_name is None or done.table_id is None:
            # With collision_strategy="skip" an import is complete without having made a table.
            raise import_failure(done)
        return self._read(done.table_name)

    def _read(self, table_name: str | None) -> Visualization:
        return VizApi(self._client).read(table_name or "")
