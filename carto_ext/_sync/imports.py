# Made from carto_ext/_async/imports.py by scripts/unasync; do not edit.
"""Imports: a file or URL becomes a table, by way of a job."""

from io import BytesIO
from typing import Unpack

from carto_client.api.imports import ImportsApi, imports_create_file
from carto_client.models import Import, ImportFileRequest
from carto_client.types import File, Unset
from carto_ext._shared.import_sources import (
    ImportOptions,
    checked_url,
    form_headers,
    import_failure,
    import_form,
    upload_name,
)
from carto_ext._shared.jobs import Outcome, import_outcome
from carto_ext._shared.partial_imports import warn_if_partial
from carto_ext._shared.streams import ProgressCallback
from carto_ext._sync._transfer.upload import enclosed
from carto_ext._sync.concurrency import DataSource, close_data, open_data
from carto_ext._sync.poller import Job


class ImportJob(Job[Import]):
    """One import; `wait` returns it as CARTO describes it when complete: `table_name`, `table_id`, `warnings`…

    A failed one raises ImportFailedError with CARTO's `code`, `title` and `text`. An archive of which only some files
    became tables is complete for CARTO: `wait` returns it as well, and warns with PartialImportWarning.
    """

    _group = "imports"

    def __init__(self, api: ImportsApi, job_id: str) -> None:
        super().__init__(job_id)
        self._api = api

    def read(self) -> Import:
        return self._api.read(self.id)

    def _label(self, state: Import) -> str:
        return state.state

    def _outcome(self, state: Import) -> Outcome:
        return import_outcome(state.state, None if isinstance(state.success, Unset) else state.success)

    def _raise_unless_done(self, state: Import) -> None:
        if self._outcome(state) is not Outcome.DONE:
            raise import_failure(state)
        warn_if_partial(state)


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
        """Send a file and begin its import; returns once CARTO has taken it.

        `source` is a path, a binary file, or an iterable of bytes; memory stays the same for any size. CARTO reads the
        format from the extension of `name` (the file's own name when there is one) and names the table after it.
        `progress(done, total)` counts bytes of the file; `total` is None when nobody can know. Never sent twice.
        `options`, left to CARTO unless given: collision_strategy ("skip" or "overwrite" a table of that name), privacy
        ("public", "link", "private"), create_vis (a map of it, too), type_guessing, quoted_fields_guessing,
        content_guessing.
        """
        data = open_data(source, what="source")
        try:
            file = File(payload=BytesIO(), file_name=upload_name(name, data.name))
            request = imports_create_file._get_kwargs(body=ImportFileRequest(file=file, **options))
            form = import_form(request.pop("files"))
            request["headers"] = form_headers(form, data.size)
            request["content"] = enclosed(form, data, progress)
            response = self._client.get_httpx_client().request(**request)
            created = imports_create_file._parse_response(response)
        finally:
            close_data(data)
        return self.job(created.item_queue_id)

    def from_url(self, url: str, **options: Unpack[ImportOptions]) -> ImportJob:
        """Let CARTO fetch a file by http, https or ftp (ports 21, 80, 443) and begin its import.

        Everything else CARTO can import (`sql`, `table_copy`, `connector`) goes through `create` and `job`.
        """
        created = self.create(url=checked_url(url), **options)
        return self.job(created.item_queue_id)

    def job(self, import_id: str) -> ImportJob:
        """An import that was begun before, here or elsewhere. Asks nothing yet."""
        return ImportJob(self, import_id)
