"""Imports: a file or URL becomes a table, by way of a job."""

from contextlib import aclosing
from typing import Unpack

from carto_client import models
from carto_client.api.imports import AsyncImportsApi, imports_create, imports_create_file
from carto_client.models import ImportCreateRequest, ImportFileRequest
from carto_client.types import Unset
from carto_ext._async._transfer.data import DataSource
from carto_ext._async._transfer.upload import enclosed, opened
from carto_ext._async.poller import DEFAULT_WAIT, AsyncJob
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
from carto_ext.errors import JobError


class AsyncImportJob(AsyncJob[models.ImportJob]):
    """One import; `wait` returns it as CARTO describes it when complete: `table_name`, `table_id`, `warnings`…

    A failed one raises ImportFailedError with CARTO's `code`, `title` and `text`. An archive of which only some files
    became tables is complete for CARTO: `wait` returns it as well, and warns with PartialImportWarning.
    """

    _group = "imports"

    def _outcome(self, state: models.ImportJob) -> Outcome:
        return import_outcome(state.state, None if isinstance(state.success, Unset) else state.success)

    def _failure(self, state: models.ImportJob) -> JobError:
        return import_failure(state)

    async def wait(self, *, timeout: float = DEFAULT_WAIT) -> models.ImportJob:
        done = await super().wait(timeout=timeout)
        warn_if_partial(done)
        return done


class AsyncImports(AsyncImportsApi):
    """`/api/v1/imports`."""

    async def upload(
        self,
        source: DataSource,
        *,
        name: str | None = None,
        progress: ProgressCallback | None = None,
        **options: Unpack[ImportOptions],
    ) -> AsyncImportJob:
        """Send a file and begin its import; returns once CARTO has taken it.

        `source` is a path, a binary file, or an iterable of bytes; memory stays the same for any size. CARTO reads the
        format from the extension of `name` (the file's own name when there is one) and names the table after it.
        `progress(done, total)` counts bytes of the file; `total` is None when nobody can know. Never sent twice.
        `options`, left to CARTO unless given: collision_strategy ("skip" or "overwrite" a table of that name), privacy
        ("public", "link", "private"), create_vis (a map of it, too), type_guessing, quoted_fields_guessing,
        content_guessing. RateLimitError at once if all import slots of the account are in use: `datasets.from_file`
        waits for one.
        """
        return await self._send(source, name, progress, ImportFileRequest._form_fields(**options))

    async def _send(
        self, source: DataSource, name: str | None, progress: ProgressCallback | None, fields: list[tuple[str, str]]
    ) -> AsyncImportJob:
        async with opened(source) as data:
            form = MultipartForm(fields, file_field="file", file_name=upload_name(name, data.name))
            request = imports_create_file._get_kwargs()
            request["headers"] = form_headers(form, data.size)
            async with aclosing(enclosed(form, data, progress)) as request["content"]:
                response = await self._client.get_async_httpx_client().request(**request)
            created = imports_create_file._parse_response(response)
        return self.job(created.item_queue_id)

    async def from_url(self, url: str, **options: Unpack[ImportOptions]) -> AsyncImportJob:
        """Let CARTO fetch a file by http, https or ftp (ports 21, 80, 443) and begin its import."""
        return await self._begin(ImportCreateRequest(url=checked_url(url), **options))

    async def begin(self, **source: Unpack[ImportSource]) -> AsyncImportJob:
        """Begin an import of what is neither a file nor a URL: one of these, and the options of `upload`.

        `sql`, a query on the account's own tables; `table_copy`, one of them (`name` or `schema.name`), both with
        `table_name` for the new one; `connector`, a database, with its provider, connection and table or query;
        `remote_visualization_id`, an entry of the data library; `service_item_id` with `service_name`, a file of a
        connected service, as `service_list_files` gives it.
        """
        check_source(source)
        return await self._begin(ImportCreateRequest(**source))

    async def _begin(self, body: ImportCreateRequest) -> AsyncImportJob:
        created = await imports_create.asyncio(client=self._client, body=body)
        return self.job(created.item_queue_id)

    def job(self, import_id: str) -> AsyncImportJob:
        """An import that was begun before, here or elsewhere. Asks nothing yet."""
        return AsyncImportJob(self, import_id)
