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
    """One export; `wait` returns CARTO's description of it when complete, and `save` downloads its file."""

    _group = "exports"
    _api: AsyncExportsApi

    async def save(self, target: DataTarget, *, progress: ProgressCallback | None = None) -> DownloadResult:
        """Download the file of a complete export.

        Asks CARTO first for the file's place. That is usually a storage service, which keeps the file for some hours;
        the key is not sent there. Memory use is constant for any size.

        Args:
            target: A path, which is written beside its place and renamed when complete; or a binary file.
            progress: Called as `progress(done, total)` with the bytes received.

        Returns:
            The number of bytes received.

        Raises:
            JobError: The export has not ended, or failed.
            InvalidArgumentError: `target` cannot be written.
            ApiError: The file is gone, for example because its link has expired. Export the map again.
            TransportError: The connection failed.
        """
        client = self._api._client
        url = export_url(await self.read(), client._base_url)
        try:
            return await download_to(target, client, {"method": "get", "url": url}, progress, "zip")
        except ApiError as error:
            error.add_note(
                f"CARTO says that the file of export {self.id} is at {urlsplit(url).netloc}. Links to files expire "
                "after some hours: export the map again."
            )
            raise

    def _outcome(self, state: models.ExportJob) -> Outcome:
        return export_outcome(state.state)

    def _failure(self, state: models.ExportJob) -> JobError:
        return JobFailedError(self.id, reason="CARTO could not export the map and gave no reason")


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
        """Export a map with its data, wait for it, and save the .carto file.

        Args:
            visualization_id: The map's id.
            target: A path or a binary file, as in `AsyncExportJob.save`.
            timeout: Longest wait for the export, in seconds.
            progress: Called as `progress(done, total)` with the bytes received.

        Returns:
            The number of bytes received.

        Raises:
            NotFoundError: CARTO does not know the map.
            JobFailedError: CARTO could not export the map.
            JobTimeoutError: The export was not complete after `timeout` seconds; it continues at CARTO.

        Example:
            await carto.exports.export(map_id, "my_map.carto")
        """
        check_wait(timeout)
        job = await self.begin(visualization_id)
        await job.wait(timeout=timeout)
        return await job.save(target, progress=progress)

    async def begin(self, visualization_id: str) -> AsyncExportJob:
        """Start an export and return without waiting for it.

        Args:
            visualization_id: The map's id.

        Returns:
            The export job.

        Raises:
            NotFoundError: CARTO does not know the map.
            PermissionDeniedError: The key cannot see the map.
        """
        created = await exports_create.asyncio(client=self._client, body=ExportCreateRequest(visualization_id))
        return self.job(created.id)

    def job(self, export_id: str) -> AsyncExportJob:
        """Return an export that was started earlier, here or in another process. Sends no request.

        Args:
            export_id: The job's `id`.

        Returns:
            The export job.
        """
        return AsyncExportJob(self, export_id)
