# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""The operations of `exports`, sync and async.

The first call that needs endpoint functions and models imports them. The synchronous class has the docstrings;
at run time the methods of the awaited class have them, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import documented_by

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.export_job import ExportJob

__all__ = ("AsyncExportsApi", "ExportsApi")


class ExportsApi:
    """The operations of `exports`.

    Maps packed with their data into one `.carto` file.

    Functions without a method, because another method replaces them: `exports_create` (`exports.begin`),
    `exports_download` (`exports.job.save`).
    """

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

    def read(self, export_id: str) -> ExportJob:
        """Look at an export.

        Poll it until `state` is `complete` or `failure`. Only its creator can read it (403 otherwise); anonymous
        exports are for anyone who knows the id. 404 for an unknown UUID, 500 for an invalid one.

        Args:
            export_id (str): UUID of the export.

        Returns:
            ExportJob: The export as it is now.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .exports_read import sync as _call

        return _call(client=self._client, export_id=export_id)


@documented_by(ExportsApi)
class AsyncExportsApi:
    """The operations of `exports`, awaited."""

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

    async def read(self, export_id: str) -> ExportJob:
        """Look at an export: see `ExportsApi.read`."""
        from .exports_read import asyncio as _call

        return await _call(client=self._client, export_id=export_id)
