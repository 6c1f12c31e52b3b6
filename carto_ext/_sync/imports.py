# Made from carto_ext/_async/imports.py by scripts/unasync; do not edit.
"""Imports: jobs that turn a file or a URL into a table."""

from contextlib import closing
from typing import Unpack

from carto_client import models
from carto_client.api.imports import ImportsApi, imports_create, imports_create_file
from carto_client.models import ImportCreateRequest, ImportFileRequest
from carto_client.types import Unset
from carto_ext._shared.chunks import ProgressCallback
from carto_ext._shared.forms import (
    ImportOptions,
    ImportSource,
    check_source,
    checked_url,
    form_headers,
    import_failure,
    upload_name,
)
from carto_ext._shared.jobs import Outcome, import_outcome
from carto_ext._shared.multipart import MultipartForm
from carto_ext._shared.partial_imports import warn_if_partial
from carto_ext._sync._transfer.data import DataSource
from carto_ext._sync._transfer.upload import enclosed, opened
from carto_ext._sync.poller import DEFAULT_WAIT, Job
from carto_ext.errors import JobError


class ImportJob(Job[models.ImportJob]):
    """One import; `wait` returns CARTO's description of it when complete: `table_name`, `table_id`, `warnings`…

    If the import fails, `wait` raises ImportFailedError with CARTO's `code`, `title` and `text`. CARTO also calls an
    import complete if only some files of an archive became tables: then `wait` warns with PartialImportWarning.
    """

    _group = "imports"

    def _outcome(self, state: models.ImportJob) -> Outcome:
        return import_outcome(state.state, None if isinstance(state.success, Unset) else state.success)

    def _failure(self, state: models.ImportJob) -> JobError:
        return import_failure(state)

    def wait(self, *, timeout: float = DEFAULT_WAIT) -> models.ImportJob:
        """Wait for the table.

        Args:
            timeout: Longest wait in seconds. The import continues at CARTO afterwards.

        Returns:
            CARTO's description of the complete import.

        Raises:
            ImportFailedError: The import failed; `code`, `title` and `text` are CARTO's reason.
            JobTimeoutError: The import was not complete after `timeout` seconds; it continues at CARTO.

        Warns:
            PartialImportWarning: Some files of an archive became tables and others failed.
        """
        done = super().wait(timeout=timeout)
        warn_if_partial(done)
        return done


class Imports(ImportsApi):
    """`/api/v1/imports`."""

    def upload(
        self,
        source: DataSource,
        *,
        name: str | None = None,
        progress: ProgressCallback | None = None,
        **options: Unpack[ImportOptions],
    ) -> ImportJob:
        """Send a file and start its import.

        Returns as soon as CARTO has received the file; wait for the table with the job. Memory use is constant for any
        size. The file is never sent twice. Endpoint: `POST /api/v1/imports/`.

        Args:
            source: A path, bytes, a binary file, or an iterable of bytes.
            name: File name with extension. CARTO reads the format from the extension and names the table after the
                rest. Defaults to the file's own name; data without one needs it.
            progress: Called as `progress(done, total)` with bytes of the file. `total` is None if the size is unknown.
            **options: `collision_strategy` ("skip" or "overwrite" a table of the same name), `privacy` ("public",
                "link", "private"), `create_vis` (also make a map), `type_guessing`, `quoted_fields_guessing` and
                `content_guessing`. CARTO's defaults apply to those left out.

        Returns:
            The import job.

        Raises:
            InvalidArgumentError: `source` cannot be read, is empty, or has no name; nothing was stored.
            RateLimitError: All import slots of the account are in use; `datasets.from_file` waits for a free one.
            TransportError: The connection failed before CARTO answered.

        Example:
            job = carto.imports.upload("airports.csv")
            table = (job.wait(timeout=300)).table_name
        """
        return self._send(source, name, progress, ImportFileRequest._form_fields(**options))

    def _send(
        self, source: DataSource, name: str | None, progress: ProgressCallback | None, fields: list[tuple[str, str]]
    ) -> ImportJob:
        with opened(source) as data:
            form = MultipartForm(fields, file_field="file", file_name=upload_name(name, data.name))
            request = imports_create_file._get_kwargs()
            request["headers"] = form_headers(form, data.size)
            with closing(enclosed(form, data, progress)) as request["content"]:
                response = self._client.get_httpx_client().request(**request)
            created = imports_create_file._parse_response(response)
        return self.job(created.item_queue_id)

    def from_url(self, url: str, **options: Unpack[ImportOptions]) -> ImportJob:
        """Let CARTO fetch a file and start its import.

        Args:
            url: An http, https or ftp URL, with the port 21, 80 or 443.
            **options: Options as in `upload`.

        Returns:
            The import job.

        Raises:
            InvalidArgumentError: `url` is not an absolute URL of these kinds; nothing was sent.
            RateLimitError: All import slots of the account are in use.
        """
        return self._begin(ImportCreateRequest(url=checked_url(url), **options))

    def begin(self, **source: Unpack[ImportSource]) -> ImportJob:
        """Start an import from a query, a table, a database, the data library or a connected service.

        Args:
            **source: The options of `upload`, and one of: `sql` (a query on the account's own tables) or `table_copy`
                (one of its tables, `name` or `schema.name`), each with `table_name` for the new table; `connector` (a
                database, with its provider, connection, and table or query); `remote_visualization_id` (an entry of
                the data library); `service_item_id` with `service_name` (a file of a connected service, as
                `service_list_files` lists it).

        Returns:
            The import job.

        Raises:
            InvalidArgumentError: None of these sources was given; nothing was sent.
            RateLimitError: All import slots of the account are in use.

        Example:
            job = carto.imports.begin(sql="SELECT * FROM airports WHERE country = 'FR'", table_name="french")
        """
        check_source(source)
        return self._begin(ImportCreateRequest(**source))

    def _begin(self, body: ImportCreateRequest) -> ImportJob:
        created = imports_create.sync(client=self._client, body=body)
        return self.job(created.item_queue_id)

    def job(self, import_id: str) -> ImportJob:
        """Return an import that was started earlier, here or in another process. Sends no request.

        Args:
            import_id: The job's `id`.

        Returns:
            The import job.
        """
        return ImportJob(self, import_id)
