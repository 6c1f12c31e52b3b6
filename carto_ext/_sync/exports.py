# Made from carto_ext/_async/exports.py by scripts/unasync; do not edit.
"""Exports: a map with its data as a .carto file."""

from urllib.parse import urlsplit

from carto_client import models
from carto_client.api.exports import ExportsApi, exports_create
from carto_client.models import ExportCreateRequest
from carto_ext._shared.chunks import ProgressCallback
from carto_ext._shared.deadlines import check_wait
from carto_ext._shared.export_files import export_url
from carto_ext._shared.jobs import Outcome, export_outcome
from carto_ext._shared.targets import DataTarget, DownloadResult
from carto_ext._sync._transfer.download import download_to
from carto_ext._sync.poller import DEFAULT_WAIT, Job
from carto_ext.errors import ApiError, JobError, JobFailedError


class ExportJob(Job[models.ExportJob]):
    """One export; `wait` returns it as CARTO describes it when complete, `save` fetches its file."""

    _group = "exports"
    _api: ExportsApi

    def save(self, target: DataTarget, *, progress: ProgressCallback | None = None) -> DownloadResult:
        """Stream the file of a complete export to a path (renamed when complete) or a binary file.

        CARTO is asked first where the file is: mostly with a storage service, which is sent no key and keeps it for
        hours. Raises JobError for an export that has not ended, or failed.
        """
        client = self._api._client
        url = export_url(self.read(), client._base_url)
        try:
            return download_to(target, client, {"method": "get", "url": url}, progress, "zip")
        except ApiError as error:
            error.add_note(
                f"The file of export {self.id} is at {urlsplit(url).netloc}, as CARTO says. Links to files end after "
                "some hours: export the map again."
            )
            raise

    def _outcome(self, state: models.ExportJob) -> Outcome:
        return export_outcome(state.state)

    def _failure(self, state: models.ExportJob) -> JobError:
        return JobFailedError(self.id, reason="CARTO could not export it and gives no reason")


class Exports(ExportsApi):
    """`/api/v3/visualization_exports`."""

    def export(
        self,
        visualization_id: str,
        target: DataTarget,
        *,
        timeout: float = DEFAULT_WAIT,
        progress: ProgressCallback | None = None,
    ) -> DownloadResult:
        """Export a map, wait for it at most `timeout` seconds, and save its .carto file."""
        check_wait(timeout)
        job = self.begin(visualization_id)
        job.wait(timeout=timeout)
        return job.save(target, progress=progress)

    def begin(self, visualization_id: str) -> ExportJob:
        """Ask for an export and return at once."""
        created = exports_create.sync(client=self._client, body=ExportCreateRequest(visualization_id))
        return self.job(created.id)

    def job(self, export_id: str) -> ExportJob:
        """An export that was begun before, here or elsewhere. Asks nothing yet."""
        return ExportJob(self, export_id)
