# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""The operations of `imports`, sync and async.

The first call that needs endpoint functions and models imports them. The synchronous class has the docstrings;
at run time the methods of the awaited class have them, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import UNSET
from .. import documented_by

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.import_job import ImportJob
    from ...models.import_list import ImportList
    from ...models.import_service_auth_url import ImportServiceAuthUrl
    from ...models.import_service_files import ImportServiceFiles
    from ...models.import_service_success import ImportServiceSuccess
    from ...models.import_service_token import ImportServiceToken
    from ...types import Unset

__all__ = ("AsyncImportsApi", "ImportsApi")


class ImportsApi:
    """The operations of `imports`.

    Files, URLs and database connectors turned into tables, in the background. Imports are the one part of the
    central application with a limit of its own: 429, without `Retry-After`, while no import slot (usually three
    per account) is free. A file is uploaded at the path with a slash at its end, which is the same endpoint to
    the server.

    Functions without a method, because another method replaces them: `imports_create` (`imports.begin`),
    `imports_create_file` (`imports.upload`).
    """

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

    def list(self) -> ImportList:
        """List unfinished imports.

        Ids of the caller's imports of the last 24 hours that have not ended, newest first. Needs the master key.
        Those that have waited over an hour without a worker are marked as failed (6671) by this call and left out.

        Returns:
            ImportList: The ids.

        Raises:
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .imports_list import sync as _call

        return _call(client=self._client)

    def read(self, import_id: str) -> ImportJob:
        """Look at an import.

        Poll it until it has `success` (or `state` is `complete` or `failure`). Needs the master key. An id that is
        not a UUID gives 404 with an empty body, an unknown UUID gives 500. The owner does not matter: every master
        key reads it. A failed import still answers 200; the reason is in `error_code` and `get_error_text`.

        Args:
            import_id (str): Id of the import (`item_queue_id` of its creation), a UUID.

        Returns:
            ImportJob: The import as it is now.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .imports_read import sync as _call

        return _call(client=self._client, import_id=import_id)

    def service_token_valid(self, service: str) -> ImportServiceToken:
        """Ask whether the account is connected to a service.

        Needs the master key. A token that is no longer valid is forgotten by this call. Errors: 400 `{"errors":
        {"imports": "…"}}`, also for an account that was never connected; 401 with the same body if the token has
        expired.

        Args:
            service (str): Name of the service: `gdrive`, `dropbox`, `box`, `arcgis`, `mailchimp`, `instagram`,
                `twitter_search`, `bigquery`.

        Returns:
            ImportServiceToken: The validity of the stored token.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .imports_service_token_valid import sync as _call

        return _call(client=self._client, service=service)

    def service_list_files(self, service: str, *, filter: str | Unset = UNSET) -> ImportServiceFiles:
        """List what the account can import from a service.

        Needs the master key and a connected service. The `id` of a file is the `service_item_id` of an import.
        Errors as for `imports.service_token_valid`.

        Args:
            service (str): Name of the service: `gdrive`, `dropbox`, `box`, `arcgis`, `mailchimp`, `instagram`,
                `twitter_search`, `bigquery`.
            filter (str | Unset): Text to search for; its meaning depends on the service (kinds of files, an
                address). Everything by default.

        Returns:
            ImportServiceFiles: The files.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .imports_service_list_files import sync as _call

        return _call(client=self._client, service=service, filter_=filter)

    def service_auth_url(self, service: str) -> ImportServiceAuthUrl:
        """Get the address where a person connects the account to a service.

        Needs the master key. After the person has agreed there, the service calls CARTO back, or shows a code for
        `imports.service_validate_code`. Errors as for `imports.service_token_valid`.

        Args:
            service (str): Name of the service: `gdrive`, `dropbox`, `box`, `arcgis`, `mailchimp`, `instagram`,
                `twitter_search`, `bigquery`.

        Returns:
            ImportServiceAuthUrl: The address.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .imports_service_auth_url import sync as _call

        return _call(client=self._client, service=service)

    def service_validate_code(self, service: str, code: str) -> ImportServiceSuccess:
        """Connect the account to a service with a code.

        Needs the master key. Trades the code for a token and stores it, **although it is a GET**: do not repeat it.
        Errors as for `imports.service_token_valid`.

        Args:
            service (str): Name of the service: `gdrive`, `dropbox`, `box`, `arcgis`, `mailchimp`, `instagram`,
                `twitter_search`, `bigquery`.
            code (str): Code that the service has shown to the person.

        Returns:
            ImportServiceSuccess: The result of the call.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .imports_service_validate_code import sync as _call

        return _call(client=self._client, service=service, code=code)

    def service_invalidate_token(self, service: str) -> ImportServiceSuccess:
        """Disconnect the account from a service.

        Needs the master key. Revokes the token at the service and forgets it. Errors as for
        `imports.service_token_valid`.

        Args:
            service (str): Name of the service: `gdrive`, `dropbox`, `box`, `arcgis`, `mailchimp`, `instagram`,
                `twitter_search`, `bigquery`.

        Returns:
            ImportServiceSuccess: The token is gone.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .imports_service_invalidate_token import sync as _call

        return _call(client=self._client, service=service)


@documented_by(ImportsApi)
class AsyncImportsApi:
    """The operations of `imports`, awaited."""

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

    async def list(self) -> ImportList:
        """List unfinished imports: see `ImportsApi.list`."""
        from .imports_list import asyncio as _call

        return await _call(client=self._client)

    async def read(self, import_id: str) -> ImportJob:
        """Look at an import: see `ImportsApi.read`."""
        from .imports_read import asyncio as _call

        return await _call(client=self._client, import_id=import_id)

    async def service_token_valid(self, service: str) -> ImportServiceToken:
        """Ask whether the account is connected to a service: see `ImportsApi.service_token_valid`."""
        from .imports_service_token_valid import asyncio as _call

        return await _call(client=self._client, service=service)

    async def service_list_files(self, service: str, *, filter: str | Unset = UNSET) -> ImportServiceFiles:
        """List what the account can import from a service: see `ImportsApi.service_list_files`."""
        from .imports_service_list_files import asyncio as _call

        return await _call(client=self._client, service=service, filter_=filter)

    async def service_auth_url(self, service: str) -> ImportServiceAuthUrl:
        """Get the address where a person connects the account to a service: see `ImportsApi.service_auth_url`."""
        from .imports_service_auth_url import asyncio as _call

        return await _call(client=self._client, service=service)

    async def service_validate_code(self, service: str, code: str) -> ImportServiceSuccess:
        """Connect the account to a service with a code: see `ImportsApi.service_validate_code`."""
        from .imports_service_validate_code import asyncio as _call

        return await _call(client=self._client, service=service, code=code)

    async def service_invalidate_token(self, service: str) -> ImportServiceSuccess:
        """Disconnect the account from a service: see `ImportsApi.service_invalidate_token`."""
        from .imports_service_invalidate_token import asyncio as _call

        return await _call(client=self._client, service=service)
