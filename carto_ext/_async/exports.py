"""Exports: a map with its data as a .carto file."""

from carto_client import models
from carto_client.api.exports import AsyncExportsApi, exports_create, exports_download
from carto_client.models import ExportCreateRequest
from carto_ext._async._transfer.download import download_to
from carto_ext._async.poller import DEFAULT_WAIT, AsyncJob
from carto_ext._shared.chunks import ProgressCallback
from carto_ext._shared.jobs import Outcome, export_outcome
from carto_ext._shared.targets import DataTarget, DownloadResult
from carto_ext.errors import JobError, JobFailedError


class AsyncExportJob(AsyncJob[models.ExportJob]):
    """One export; `wait` returns it as CARTO describes it when complete, `save` fetches its file."""

    _group = "exports"
    _api: AsyncExportsApi

    async def save(self, target: DataTarget, *, progress: ProgressCallback | None = None) -> DownloadResult:
        """Stream the file of a complete export to a path (renamed when complete) or a binary file."""
        return await download_to(target, self._api._client, exports_download._get_kwargs(self.id), progress, "zip")

    def _outcome(self, state: models.ExportJob) -> Outcome:
        return export_outcome(state.state)

    def _failure(self, state: models.ExportJob) -> JobError:
        return JobFailedError(self.id, reason="CARTO could not export it and gives no reason")


class AsyncExports(AsyncExportsApi):
    """`/api/v3/visualization_exports`."""

    async def export(
        self,
        visualization_id: str,
        target: DataTarget,
        *,
        timeout: float = DEFAULT_WAIT,
        progress: ProgressCallback | None = None,
    ) -> DownloadResult:
        """Export a map, wait for it at most `timeout` seconds, and save its .carto file."""
        job = await self.begin(visualization_id)
        await job.wait(timeout=timeout)
        return await job.save(target, progress=progress)

    async def begin(self, visualization_id: str) -> AsyncExportJob:
        """Ask for an export and return at once."""
        created = await exports_create.asyncio(client=self._client, body=ExportCreateRequest(visualization_id))
        return self.job(created.id)

    def job(self, export_id: str) -> AsyncExportJob:
        """An export that was begun before, here or elsewhere. Asks nothing yet."""
        return AsyncExportJob(self, export_id)
