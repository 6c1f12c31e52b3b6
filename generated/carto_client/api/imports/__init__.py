# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""The operations of `imports`, sync and async.

Endpoint functions and models are imported by the first call that needs them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import UNSET

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.import_connector import ImportConnector
    from ...models.import_created import ImportCreated
    from ...models.import_job import ImportJob
    from ...models.import_list import ImportList
    from ...models.import_service_auth_url import ImportServiceAuthUrl
    from ...models.import_service_files import ImportServiceFiles
    from ...models.import_service_success import ImportServiceSuccess
    from ...models.import_service_token import ImportServiceToken
    from ...models.import_user_defined_limits import ImportUserDefinedLimits
    from ...types import File, Unset

__all__ = ("AsyncImportsApi", "ImportsApi")


class ImportsApi:
    """The operations of `imports`.

    Files, URLs and database connectors turned into tables, in the background. Imports are the one part of the
    central application with a limit of its own: 429, without `Retry-After`, while no import slot (usually three
    per account) is free. A file is uploaded at the path with a slash at its end, which is the same endpoint to
    the server.
    """

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

    def list(self) -> ImportList:
        """List imports on their way.

        Ids of the caller's imports of the last 24 hours that have not ended, newest first. Needs the master key.
        Those that have waited over an hour without a worker are marked as failed (6671) by this call and left out.

        Returns:
            ImportList: The ids.

        Raises:
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
        """
        from .imports_list import sync as _call

        return _call(client=self._client)

    def create(
        self,
        *,
        url: str | Unset = UNSET,
        connector: ImportConnector | Unset = UNSET,
        sql: str | Unset = UNSET,
        table_copy: str | Unset = UNSET,
        remote_visualization_id: str | Unset = UNSET,
        table_name: str | Unset = UNSET,
        type_guessing: bool | Unset = UNSET,
        quoted_fields_guessing: bool | Unset = UNSET,
        content_guessing: bool | Unset = UNSET,
        create_vis: bool | Unset = UNSET,
        collision_strategy: str | Unset = UNSET,
        privacy: str | Unset = UNSET,
        service_name: str | Unset = UNSET,
        service_item_id: str | Unset = UNSET,
        user_defined_limits: ImportUserDefinedLimits | Unset = UNSET,
    ) -> ImportCreated:
        """Import from a URL, a database or the account's own data.

        Queues an import and answers at once; poll `imports.read` with `item_queue_id`. Needs the master key. The
        source is the first of these that is given: `url`, `connector`, `remote_visualization_id`; and if none is,
        `sql` or `table_copy`. With no source at all (an empty `url` is none) an import is created nevertheless, and
        fails with 1010.

        400 `{"errors": {"imports": "…"}}` for what is wrong with the request; 429 with the same body when all
        import slots (usually three per account) are taken, without `Retry-After`. A file is uploaded with
        `imports.create_file`.

        Header lines, delimiters and encodings are guessed and cannot be given. For an import that repeats itself
        create a synchronization.

        Args:
            url (str | Unset): http, https or ftp address on port 21, 80 or 443 of a public host; otherwise 400.
            connector (ImportConnector | Unset): A database and what to read there. Give `connection` or the
                `connection_id` of a stored one, and `table` or `sql_query`. Providers may take more keys; all are
                read in any case.
            sql (str | Unset): Query on the account's own data whose result becomes a table.
            table_copy (str | Unset): Table to copy, `name` or `schema.name`.
            remote_visualization_id (str | Unset): UUID of a data library item of the caller.
            table_name (str | Unset): Name for the new table with `sql` and `table_copy`. Otherwise ignored, though
                the import shows it until it is complete.
            type_guessing (bool | Unset): Guess column types of CSV and XLS. On; false switches it off.
            quoted_fields_guessing (bool | Unset): Guess types of quoted values too. On; false switches it off.
            content_guessing (bool | Unset): Recognize countries, cities and IP addresses and make points of them.
                Off; needs to be configured on the server.
            create_vis (bool | Unset): Make a map of the new table as well (`visualization_id` of the import). Off.
            collision_strategy (str | Unset): What to do if the table is there already: `skip` or `overwrite`.
                Without it the new one gets a name with `_1`, `_2` and so on. Other values give 400.
            privacy (str | Unset): `public`, `link` or `private`, in any case; the default of the account otherwise.
                400 if unknown or not in the plan.
            service_name (str | Unset): Where `service_item_id` is from: `public_url` (unless told), `gdrive`,
                `dropbox`, `box`, `arcgis`, `mailchimp`, `instagram`, `twitter_search`, `bigquery`, `connector`.
            service_item_id (str | Unset): Id at that service. Always a string; for Twitter it contains JSON. The
                `url` unless told.
            user_defined_limits (ImportUserDefinedLimits | Unset): Limits that a user sets for one import.

        Returns:
            ImportCreated: The import is queued (nothing is known yet about its success).

        Raises:
            errors.InvalidArgumentError: An argument is blank; nothing was sent.
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
        """
        from ...models.import_create_request import ImportCreateRequest
        from .imports_create import sync as _call

        return _call(
            client=self._client,
            body=ImportCreateRequest(
                url=url,
                connector=connector,
                sql=sql,
                table_copy=table_copy,
                remote_visualization_id=remote_visualization_id,
                table_name=table_name,
                type_guessing=type_guessing,
                quoted_fields_guessing=quoted_fields_guessing,
                content_guessing=content_guessing,
                create_vis=create_vis,
                collision_strategy=collision_strategy,
                privacy=privacy,
                service_name=service_name,
                service_item_id=service_item_id,
                user_defined_limits=user_defined_limits,
            ),
        )

    def create_file(
        self,
        file: File,
        *,
        type_guessing: bool | Unset = UNSET,
        quoted_fields_guessing: bool | Unset = UNSET,
        content_guessing: bool | Unset = UNSET,
        create_vis: bool | Unset = UNSET,
        collision_strategy: str | Unset = UNSET,
        privacy: str | Unset = UNSET,
    ) -> ImportCreated:
        """Upload a file and import it.

        The file goes as the part `file` of a multipart form; its file name decides the format and, for most
        formats, the table's name (blanks become `_`). Needs the master key. CSV, XLSX, GeoJSON, KML, zipped
        shapefiles and archives of such files are understood, among others.

        The size is not checked here: a file over the account's limit (150 MiB is usual) is accepted and its import
        fails later with 6666. On some installations files above 50 MiB are parked first (state `enqueued`), on
        others this call takes as long as the storage needs. Errors as for `imports.create`.

        The part may be called `filename` as well, and the options may be query parameters. The bytes of the file as
        the whole body, with the query parameter `filename`, are no longer understood (400 `undefined method
        'tempfile'`).

        Args:
            file (File): The file, with its name in the Content-Disposition of the part.
            type_guessing (bool | Unset): Guess column types of CSV and XLS. On; `false` switches it off.
            quoted_fields_guessing (bool | Unset): Guess types of quoted values too. On; `false` switches it off.
            content_guessing (bool | Unset): Recognize countries, cities and IP addresses and make points of them.
                Off; needs to be configured on the server.
            create_vis (bool | Unset): Make a map of the new table as well (`visualization_id` of the import). Off.
            collision_strategy (str | Unset): What to do if the table is there already: `skip` or `overwrite`.
                Without it the new one gets a name with `_1`, `_2` and so on. Other values give 400.
            privacy (str | Unset): `public`, `link` or `private`, in any case; the default of the account otherwise.
                400 if unknown or not in the plan.

        Returns:
            ImportCreated: The import is queued (nothing is known yet about its success).

        Raises:
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
        """
        from ...models.import_file_request import ImportFileRequest
        from .imports_create_file import sync as _call

        return _call(
            client=self._client,
            body=ImportFileRequest(
                file=file,
                type_guessing=type_guessing,
                quoted_fields_guessing=quoted_fields_guessing,
                content_guessing=content_guessing,
                create_vis=create_vis,
                collision_strategy=collision_strategy,
                privacy=privacy,
            ),
        )

    def read(self, import_id: str) -> ImportJob:
        """Look at an import.

        Poll it until `success` is there (or `state` is `complete` or `failure`). Needs the master key. An id that
        is not a UUID gives 404 with an empty body, an unknown UUID gives 500. Whose import it is does not matter:
        every master key reads it. A failed import still answers 200; the reason is in `error_code` and
        `get_error_text`.

        Args:
            import_id (str): Id of the import (`item_queue_id` of its creation), a UUID.

        Returns:
            ImportJob: The import as it is now.

        Raises:
            errors.InvalidArgumentError: An argument is blank; nothing was sent.
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
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
            ImportServiceToken: Whether the stored token works.

        Raises:
            errors.InvalidArgumentError: An argument is blank; nothing was sent.
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
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
            filter (str | Unset): What to look for; the meaning depends on the service (kinds of files, an address).
                Everything unless told.

        Returns:
            ImportServiceFiles: The files.

        Raises:
            errors.InvalidArgumentError: An argument is blank; nothing was sent.
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
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
            errors.InvalidArgumentError: An argument is blank; nothing was sent.
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
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
            ImportServiceSuccess: Whether it worked.

        Raises:
            errors.InvalidArgumentError: An argument is blank; nothing was sent.
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
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
            errors.InvalidArgumentError: An argument is blank; nothing was sent.
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
        """
        from .imports_service_invalidate_token import sync as _call

        return _call(client=self._client, service=service)


class AsyncImportsApi:
    """The operations of `imports`, awaited.

    Files, URLs and database connectors turned into tables, in the background. Imports are the one part of the
    central application with a limit of its own: 429, without `Retry-After`, while no import slot (usually three
    per account) is free. A file is uploaded at the path with a slash at its end, which is the same endpoint to
    the server.
    """

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

    async def list(self) -> ImportList:
        """List imports on their way.

        Ids of the caller's imports of the last 24 hours that have not ended, newest first. Needs the master key.
        Those that have waited over an hour without a worker are marked as failed (6671) by this call and left out.

        Returns:
            ImportList: The ids.

        Raises:
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
        """
        from .imports_list import asyncio as _call

        return await _call(client=self._client)

    async def create(
        self,
        *,
        url: str | Unset = UNSET,
        connector: ImportConnector | Unset = UNSET,
        sql: str | Unset = UNSET,
        table_copy: str | Unset = UNSET,
        remote_visualization_id: str | Unset = UNSET,
        table_name: str | Unset = UNSET,
        type_guessing: bool | Unset = UNSET,
        quoted_fields_guessing: bool | Unset = UNSET,
        content_guessing: bool | Unset = UNSET,
        create_vis: bool | Unset = UNSET,
        collision_strategy: str | Unset = UNSET,
        privacy: str | Unset = UNSET,
        service_name: str | Unset = UNSET,
        service_item_id: str | Unset = UNSET,
        user_defined_limits: ImportUserDefinedLimits | Unset = UNSET,
    ) -> ImportCreated:
        """Import from a URL, a database or the account's own data.

        Queues an import and answers at once; poll `imports.read` with `item_queue_id`. Needs the master key. The
        source is the first of these that is given: `url`, `connector`, `remote_visualization_id`; and if none is,
        `sql` or `table_copy`. With no source at all (an empty `url` is none) an import is created nevertheless, and
        fails with 1010.

        400 `{"errors": {"imports": "…"}}` for what is wrong with the request; 429 with the same body when all
        import slots (usually three per account) are taken, without `Retry-After`. A file is uploaded with
        `imports.create_file`.

        Header lines, delimiters and encodings are guessed and cannot be given. For an import that repeats itself
        create a synchronization.

        Args:
            url (str | Unset): http, https or ftp address on port 21, 80 or 443 of a public host; otherwise 400.
            connector (ImportConnector | Unset): A database and what to read there. Give `connection` or the
                `connection_id` of a stored one, and `table` or `sql_query`. Providers may take more keys; all are
                read in any case.
            sql (str | Unset): Query on the account's own data whose result becomes a table.
            table_copy (str | Unset): Table to copy, `name` or `schema.name`.
            remote_visualization_id (str | Unset): UUID of a data library item of the caller.
            table_name (str | Unset): Name for the new table with `sql` and `table_copy`. Otherwise ignored, though
                the import shows it until it is complete.
            type_guessing (bool | Unset): Guess column types of CSV and XLS. On; false switches it off.
            quoted_fields_guessing (bool | Unset): Guess types of quoted values too. On; false switches it off.
            content_guessing (bool | Unset): Recognize countries, cities and IP addresses and make points of them.
                Off; needs to be configured on the server.
            create_vis (bool | Unset): Make a map of the new table as well (`visualization_id` of the import). Off.
            collision_strategy (str | Unset): What to do if the table is there already: `skip` or `overwrite`.
                Without it the new one gets a name with `_1`, `_2` and so on. Other values give 400.
            privacy (str | Unset): `public`, `link` or `private`, in any case; the default of the account otherwise.
                400 if unknown or not in the plan.
            service_name (str | Unset): Where `service_item_id` is from: `public_url` (unless told), `gdrive`,
                `dropbox`, `box`, `arcgis`, `mailchimp`, `instagram`, `twitter_search`, `bigquery`, `connector`.
            service_item_id (str | Unset): Id at that service. Always a string; for Twitter it contains JSON. The
                `url` unless told.
            user_defined_limits (ImportUserDefinedLimits | Unset): Limits that a user sets for one import.

        Returns:
            ImportCreated: The import is queued (nothing is known yet about its success).

        Raises:
            errors.InvalidArgumentError: An argument is blank; nothing was sent.
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
        """
        from ...models.import_create_request import ImportCreateRequest
        from .imports_create import asyncio as _call

        return await _call(
            client=self._client,
            body=ImportCreateRequest(
                url=url,
                connector=connector,
                sql=sql,
                table_copy=table_copy,
                remote_visualization_id=remote_visualization_id,
                table_name=table_name,
                type_guessing=type_guessing,
                quoted_fields_guessing=quoted_fields_guessing,
                content_guessing=content_guessing,
                create_vis=create_vis,
                collision_strategy=collision_strategy,
                privacy=privacy,
                service_name=service_name,
                service_item_id=service_item_id,
                user_defined_limits=user_defined_limits,
            ),
        )

    async def create_file(
        self,
        file: File,
        *,
        type_guessing: bool | Unset = UNSET,
        quoted_fields_guessing: bool | Unset = UNSET,
        content_guessing: bool | Unset = UNSET,
        create_vis: bool | Unset = UNSET,
        collision_strategy: str | Unset = UNSET,
        privacy: str | Unset = UNSET,
    ) -> ImportCreated:
        """Upload a file and import it.

        The file goes as the part `file` of a multipart form; its file name decides the format and, for most
        formats, the table's name (blanks become `_`). Needs the master key. CSV, XLSX, GeoJSON, KML, zipped
        shapefiles and archives of such files are understood, among others.

        The size is not checked here: a file over the account's limit (150 MiB is usual) is accepted and its import
        fails later with 6666. On some installations files above 50 MiB are parked first (state `enqueued`), on
        others this call takes as long as the storage needs. Errors as for `imports.create`.

        The part may be called `filename` as well, and the options may be query parameters. The bytes of the file as
        the whole body, with the query parameter `filename`, are no longer understood (400 `undefined method
        'tempfile'`).

        Args:
            file (File): The file, with its name in the Content-Disposition of the part.
            type_guessing (bool | Unset): Guess column types of CSV and XLS. On; `false` switches it off.
            quoted_fields_guessing (bool | Unset): Guess types of quoted values too. On; `false` switches it off.
            content_guessing (bool | Unset): Recognize countries, cities and IP addresses and make points of them.
                Off; needs to be configured on the server.
            create_vis (bool | Unset): Make a map of the new table as well (`visualization_id` of the import). Off.
            collision_strategy (str | Unset): What to do if the table is there already: `skip` or `overwrite`.
                Without it the new one gets a name with `_1`, `_2` and so on. Other values give 400.
            privacy (str | Unset): `public`, `link` or `private`, in any case; the default of the account otherwise.
                400 if unknown or not in the plan.

        Returns:
            ImportCreated: The import is queued (nothing is known yet about its success).

        Raises:
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
        """
        from ...models.import_file_request import ImportFileRequest
        from .imports_create_file import asyncio as _call

        return await _call(
            client=self._client,
            body=ImportFileRequest(
                file=file,
                type_guessing=type_guessing,
                quoted_fields_guessing=quoted_fields_guessing,
                content_guessing=content_guessing,
                create_vis=create_vis,
                collision_strategy=collision_strategy,
                privacy=privacy,
            ),
        )

    async def read(self, import_id: str) -> ImportJob:
        """Look at an import.

        Poll it until `success` is there (or `state` is `complete` or `failure`). Needs the master key. An id that
        is not a UUID gives 404 with an empty body, an unknown UUID gives 500. Whose import it is does not matter:
        every master key reads it. A failed import still answers 200; the reason is in `error_code` and
        `get_error_text`.

        Args:
            import_id (str): Id of the import (`item_queue_id` of its creation), a UUID.

        Returns:
            ImportJob: The import as it is now.

        Raises:
            errors.InvalidArgumentError: An argument is blank; nothing was sent.
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
        """
        from .imports_read import asyncio as _call

        return await _call(client=self._client, import_id=import_id)

    async def service_token_valid(self, service: str) -> ImportServiceToken:
        """Ask whether the account is connected to a service.

        Needs the master key. A token that is no longer valid is forgotten by this call. Errors: 400 `{"errors":
        {"imports": "…"}}`, also for an account that was never connected; 401 with the same body if the token has
        expired.

        Args:
            service (str): Name of the service: `gdrive`, `dropbox`, `box`, `arcgis`, `mailchimp`, `instagram`,
                `twitter_search`, `bigquery`.

        Returns:
            ImportServiceToken: Whether the stored token works.

        Raises:
            errors.InvalidArgumentError: An argument is blank; nothing was sent.
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
        """
        from .imports_service_token_valid import asyncio as _call

        return await _call(client=self._client, service=service)

    async def service_list_files(self, service: str, *, filter: str | Unset = UNSET) -> ImportServiceFiles:
        """List what the account can import from a service.

        Needs the master key and a connected service. The `id` of a file is the `service_item_id` of an import.
        Errors as for `imports.service_token_valid`.

        Args:
            service (str): Name of the service: `gdrive`, `dropbox`, `box`, `arcgis`, `mailchimp`, `instagram`,
                `twitter_search`, `bigquery`.
            filter (str | Unset): What to look for; the meaning depends on the service (kinds of files, an address).
                Everything unless told.

        Returns:
            ImportServiceFiles: The files.

        Raises:
            errors.InvalidArgumentError: An argument is blank; nothing was sent.
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
        """
        from .imports_service_list_files import asyncio as _call

        return await _call(client=self._client, service=service, filter_=filter)

    async def service_auth_url(self, service: str) -> ImportServiceAuthUrl:
        """Get the address where a person connects the account to a service.

        Needs the master key. After the person has agreed there, the service calls CARTO back, or shows a code for
        `imports.service_validate_code`. Errors as for `imports.service_token_valid`.

        Args:
            service (str): Name of the service: `gdrive`, `dropbox`, `box`, `arcgis`, `mailchimp`, `instagram`,
                `twitter_search`, `bigquery`.

        Returns:
            ImportServiceAuthUrl: The address.

        Raises:
            errors.InvalidArgumentError: An argument is blank; nothing was sent.
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
        """
        from .imports_service_auth_url import asyncio as _call

        return await _call(client=self._client, service=service)

    async def service_validate_code(self, service: str, code: str) -> ImportServiceSuccess:
        """Connect the account to a service with a code.

        Needs the master key. Trades the code for a token and stores it, **although it is a GET**: do not repeat it.
        Errors as for `imports.service_token_valid`.

        Args:
            service (str): Name of the service: `gdrive`, `dropbox`, `box`, `arcgis`, `mailchimp`, `instagram`,
                `twitter_search`, `bigquery`.
            code (str): Code that the service has shown to the person.

        Returns:
            ImportServiceSuccess: Whether it worked.

        Raises:
            errors.InvalidArgumentError: An argument is blank; nothing was sent.
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
        """
        from .imports_service_validate_code import asyncio as _call

        return await _call(client=self._client, service=service, code=code)

    async def service_invalidate_token(self, service: str) -> ImportServiceSuccess:
        """Disconnect the account from a service.

        Needs the master key. Revokes the token at the service and forgets it. Errors as for
        `imports.service_token_valid`.

        Args:
            service (str): Name of the service: `gdrive`, `dropbox`, `box`, `arcgis`, `mailchimp`, `instagram`,
                `twitter_search`, `bigquery`.

        Returns:
            ImportServiceSuccess: The token is gone.

        Raises:
            errors.InvalidArgumentError: An argument is blank; nothing was sent.
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
        """
        from .imports_service_invalidate_token import asyncio as _call

        return await _call(client=self._client, service=service)
