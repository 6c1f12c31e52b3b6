# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""The operations of `uploads`, sync and async.

The first call that needs endpoint functions and models imports them. The synchronous class has the docstrings;
at run time the methods of the awaited class have them, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import documented_by

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.upload import Upload
    from ...types import File

__all__ = ("AsyncUploadsApi", "UploadsApi")


class UploadsApi:
    """The operations of `uploads`.

    Files put on the server, to be imported later by their address there. It does not work at the version that
    was seen.
    """

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

    def create(self, file: File) -> Upload:
        """Put a file on the server without importing it (fails always).

        **Do not use: it never works.** The observed version of the server answers every request with 400 and an
        empty body, because of a fault of its own. To import a file use `imports.upload`. The answer of versions
        that work names a path on the account's host, not an import. Needs the master key.

        Args:
            file (File): The file, with its name in the Content-Disposition of the part.

        Returns:
            Upload: The file is stored.

        Raises:
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from ...models.upload_create_request import UploadCreateRequest
        from .uploads_create import sync as _call

        return _call(client=self._client, body=UploadCreateRequest(file=file))


@documented_by(UploadsApi)
class AsyncUploadsApi:
    """The operations of `uploads`, awaited."""

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

    async def create(self, file: File) -> Upload:
        """Put a file on the server without importing it (fails always): see `UploadsApi.create`."""
        from ...models.upload_create_request import UploadCreateRequest
        from .uploads_create import asyncio as _call

        return await _call(client=self._client, body=UploadCreateRequest(file=file))
