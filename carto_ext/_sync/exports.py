# Made from carto_ext/_async/exports.py by scripts/unasync; do not edit.
"""Exports: a map with its data as a .carto file."""

from carto_client import models
from carto_client.api.exports import ExportsApi, exports_create, exports_download
from carto_client.models import ExportCreateRequest
from carto_ext._shared.chunks import ProgressCallback
from carto_ext._shared.jobs import Outcome, export_outcome
from carto_ext._shared.targets import DataTarget, DownloadResult
from carto_ext._sync._transfer.download import download_to
from carto_ext._sync.poller import DEFAULT_WAIT, Job
from carto_ext.errors import JobError, JobFailedError


class ExportJob(Job[models.ExportJob]):
    """One export; `wait` returns it as CARTO describes it when complete, `save` fetches its file."""

    _group = "exports"
    _api: ExportsApi

    def save(self, target: DataTarget, *, progress: ProgressCallback | None = None) -> DownloadResult:
        """Stream the file of a complete export to a path (renamed when complete) or a binary file."""
        return download_to(target, self._api._client, exports_download._get_kwargs(self.id), progress, "zip")

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
