"""Exports: a map with its data as a .carto file."""

from urllib.parse import urlsplit

from carto_client import models
from carto_client.api.exports import AsyncExportsApi, exports_create
from carto_client.models import ExportCreateRequest
from carto_ext._async._transfer.download import download_to
from carto_ext._async.poller import DEFAULT_WAIT, AsyncJob
from carto_ext._shared.chunks import ProgressCallback
from carto_ext._shared.deadlines import check_wait
from carto_ext._shared.export_files import export_url
from carto_ext._shared.jobs import Outcome, export_outcome
from carto_ext._shared.targets import DataTarget, DownloadResult
from carto_ext.errors import ApiError, JobError, JobFailedError


class AsyncExportJob(AsyncJob[models.ExportJob]):
    """One export; `wait` returns it as CARTO describes it when complete, `save` fetches its file."""

    _group = "exports"
    _api: AsyncExportsApi

    async def save(self, target: DataTarget, *, progress: ProgressCallback | None = None) -> DownloadResult:
        """Stream the file of a complete export to a path (renamed when complete) or a binary file.

        CARTO is asked first where the file is: mostly with a storage service, which is sent no key and keeps it for
        hours. Raises JobError for an export that has not ended, or failed.
        """
        client = self._api._client
        url = export_url(await self.read(), client._base_url)
        try:
            return await download_to(target, client, {"method": "get", "url": url}, progress, "zip")
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
        check_wait(timeout)
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
