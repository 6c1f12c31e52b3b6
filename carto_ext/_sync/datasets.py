# Made from carto_ext/_async/datasets.py by scripts/unasync; do not edit.
"""Datasets: tables with their entry in the account, made from a file, a URL or a query, or synchronized."""

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
    """`/api/v4/datasets`, and shortcuts that import, wait, and return the dataset as `carto.viz.read` does.

    The shortcuts raise the errors of `carto.imports` and `carto.synchronizations`. For an archive of several files,
    CARTO names only the last table; PartialImportWarning says if some files failed.
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
        """Upload a file and wait for its table.

        An account has 3 import slots unless CARTO gave it more. While all are in use, a path or bytes are uploaded
        again and again, for up to `timeout` seconds; each time `progress` starts from 0.

        Args:
            source: A path, bytes, a binary file, or an iterable of bytes, as for `carto.imports.upload`.
            name: File name with extension, as for `carto.imports.upload`.
            progress: Called as `progress(done, total)` with bytes of the file.
            begun: Called with the job as soon as CARTO has the file. Its `id` finds the import again.
            timeout: Longest wait for an import slot, in seconds; then the longest wait for the import itself.
            **options: Options of `carto.imports.upload`.

        Returns:
            The dataset.

        Raises:
            InvalidArgumentError: `source` cannot be read, is empty, or has no name; nothing was stored.
            RateLimitError: All import slots stayed in use, or `source` cannot be read twice.
            ImportFailedError: CARTO could not make a table; `code`, `title` and `text` are its reason.
            JobTimeoutError: The import was not complete after `timeout` seconds; it continues at CARTO.

        Example:
            dataset = carto.datasets.from_file("airports.csv", privacy="private")
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
        """Run `from_file` for many files, several at a time.

        All files are tried even if some fail. Any exception other than a CartoError (Ctrl-C, an exception in
        `progress`) ends uploads and waiting at once; imports that have started continue at CARTO.

        Args:
            sources: Paths or open files.
            concurrency: Largest number of files at a time.
            progress: Called as `progress(done, total)` with bytes of all files together, as in `sql.copy_many`.
            begun: Called with the job as soon as CARTO has the file. Its `id` finds the import again.
            timeout: As in `from_file`, for each file.
            **options: Options of `carto.imports.upload`, for all files.

        Returns:
            The datasets, in the order given.

        Raises:
            InvalidArgumentError: `sources` or `concurrency` is invalid; nothing was sent.
            PartialFailureError: Some files failed. Its `outcomes` hold the dataset or error of each file.
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
        """Let CARTO fetch a file once, and wait for its table.

        Args:
            url: An http, https or ftp URL.
            begun: Called with the job as soon as CARTO has accepted the import.
            timeout: Longest wait in seconds. The import continues at CARTO afterwards.
            **options: Options of `carto.imports.upload`.

        Returns:
            The dataset.

        Raises:
            InvalidArgumentError: `url` is not an absolute URL of these kinds; nothing was sent.
            ImportFailedError: CARTO could not fetch the file or make a table of it.
            JobTimeoutError: The import was not complete after `timeout` seconds; it continues at CARTO.
        """
        check_wait(timeout)
        return self._imported(self._imports.from_url(url, **options), timeout, begun)

    def from_sql(self, sql: str, table_name: str, *, timeout: float = DEFAULT_WAIT) -> Visualization:
        """Store the rows of a query as a new dataset.

        Args:
            sql: A query on the account's own tables.
            table_name: Name of the new table.
            timeout: Longest wait in seconds. The import continues at CARTO afterwards.

        Returns:
            The dataset.

        Raises:
            ImportFailedError: CARTO could not run the query or make the table.
            JobTimeoutError: The import was not complete after `timeout` seconds; it continues at CARTO.
        """
        check_wait(timeout)
        return self._imported(self._imports.begin(sql=sql, table_name=table_name), timeout)

    def from_sync(self, url: str, *, interval: int = 3600, timeout: float = DEFAULT_WAIT) -> Visualization:
        """Let CARTO fetch a file now and at regular intervals, and wait for the first table.

        Args:
            url: An http, https or ftp URL.
            interval: Seconds between two runs, at least 900.
            timeout: Longest wait for the first run, in seconds.

        Returns:
            The dataset.

        Raises:
            InvalidArgumentError: `url` is not an absolute URL of these kinds; nothing was sent.
            InvalidRequestError: CARTO refused the interval.
            JobFailedError: The first run failed. The synchronization remains.
            JobTimeoutError: The first run was not done after `timeout` seconds; it continues at CARTO.
        """
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
            # With collision_strategy="skip", an import can be complete without making a table.
            raise import_failure(done)
        return self._read(done.table_name)

    def _read(self, table_name: str | None) -> Visualization:
        return VizApi(self._client).read(table_name or "")
