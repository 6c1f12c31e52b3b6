# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""The operations of `exports`, sync and async.

Endpoint functions and models are imported by the first call that needs them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import UNSET

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.export_job import ExportJob
    from ...types import File, Unset

__all__ = ("AsyncExportsApi", "ExportsApi")


class ExportsApi:
    """The operations of `exports`.

    Maps packed with their data into one `.carto` file.
    """

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

    def create(self, visualization_id: str, *, user_tables_ids: str | Unset = UNSET) -> ExportJob:
        """Pack a map with its data into a file.

        Queues an export; poll `exports.read`. Without a key only for maps that anyone may see. Errors: 404 unknown
        map, 403 one that the caller may not see, 422 not a map or tables that are not its own (`{"errors": "…",
        "errors_cause": null}`).

        Args:
            visualization_id (str): UUID of the map (a name will not do).
            user_tables_ids (str | Unset): Comma list of the UUIDs of those of its tables whose data is to be
                exported; all unless told. A string, not a list.

        Returns:
            ExportJob: The export is queued.

        Raises:
            errors.InvalidArgumentError: An argument is blank; nothing was sent.
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
        """
        from ...models.export_create_request import ExportCreateRequest
        from .exports_create import sync as _call

        return _call(
            client=self._client,
            body=ExportCreateRequest(visualization_id=visualization_id, user_tables_ids=user_tables_ids),
        )

    def read(self, export_id: str) -> ExportJob:
        """Look at an export.

        Poll it until `state` is `complete` or `failure`. Only who has begun it may look (403 otherwise); anonymous
        exports are for anyone who knows the id. 404 for an unknown UUID, 500 for what is not one.

        Args:
            export_id (str): UUID of the export.

        Returns:
            ExportJob: The export as it is now.

        Raises:
            errors.InvalidArgumentError: An argument is blank; nothing was sent.
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
        """
        from .exports_read import sync as _call

        return _call(client=self._client, export_id=export_id)

    def download(self, export_id: str) -> File:
        """Download a complete export.

        Works on installations only that serve the file at this path themselves: there `url` of the export is this
        path. **Elsewhere, and before the export is complete, it is 500**: where `url` leads to a storage service or
        to `/uploads/…` on the account's host, fetch the file from there, without the key. Errors otherwise as for
        `exports.read`.

        Args:
            export_id (str): UUID of the export.

        Returns:
            File: The `.carto` file, a zip archive.

        Raises:
            errors.InvalidArgumentError: An argument is blank; nothing was sent.
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
        """
        from .exports_download import sync as _call

        return _call(client=self._client, export_id=export_id)


class AsyncExportsApi:
    """The operations of `exports`, awaited.

    Maps packed with their data into one `.carto` file.
    """

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

    async def create(self, visualization_id: str, *, user_tables_ids: str | Unset = UNSET) -> ExportJob:
        """Pack a map with its data into a file.

        Queues an export; poll `exports.read`. Without a key only for maps that anyone may see. Errors: 404 unknown
        map, 403 one that the caller may not see, 422 not a map or tables that are not its own (`{"errors": "…",
        "errors_cause": null}`).

        Args:
            visualization_id (str): UUID of the map (a name will not do).
            user_tables_ids (str | Unset): Comma list of the UUIDs of those of its tables whose data is to be
                exported; all unless told. A string, not a list.

        Returns:
            ExportJob: The export is queued.

        Raises:
            errors.InvalidArgumentError: An argument is blank; nothing was sent.
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
        """
        from ...models.export_create_request import ExportCreateRequest
        from .exports_create import asyncio as _call

        return await _call(
            client=self._client,
            body=ExportCreateRequest(visualization_id=visualization_id, user_tables_ids=user_tables_ids),
        )

    async def read(self, export_id: str) -> ExportJob:
        """Look at an export.

        Poll it until `state` is `complete` or `failure`. Only who has begun it may look (403 otherwise); anonymous
        exports are for anyone who knows the id. 404 for an unknown UUID, 500 for what is not one.

        Args:
            export_id (str): UUID of the export.

        Returns:
            ExportJob: The export as it is now.

        Raises:
            errors.InvalidArgumentError: An argument is blank; nothing was sent.
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
        """
        from .exports_read import asyncio as _call

        return await _call(client=self._client, export_id=export_id)

    async def download(self, export_id: str) -> File:
        """Download a complete export.

        Works on installations only that serve the file at this path themselves: there `url` of the export is this
        path. **Elsewhere, and before the export is complete, it is 500**: where `url` leads to a storage service or
        to `/uploads/…` on the account's host, fetch the file from there, without the key. Errors otherwise as for
        `exports.read`.

        Args:
            export_id (str): UUID of the export.

        Returns:
            File: The `.carto` file, a zip archive.

        Raises:
            errors.InvalidArgumentError: An argument is blank; nothing was sent.
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
        """
        from .exports_download import asyncio as _call

        return await _call(client=self._client, export_id=export_id)
