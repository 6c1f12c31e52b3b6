# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""The operations of `connectors`, sync and async.

The first call that needs endpoint functions and models imports them. The synchronous class has the docstrings;
at run time the methods of the awaited class have them, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import UNSET, hide
from .. import documented_by

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from ...client import AuthenticatedClient, Client
    from ...models.connector_checked import ConnectorChecked
    from ...models.connector_dryrun_request import ConnectorDryrunRequest
    from ...models.connector_information import ConnectorInformation
    from ...models.connector_map import ConnectorMap
    from ...types import Unset

__all__ = ("AsyncConnectorsApi", "ConnectorsApi")


class ConnectorsApi:
    """The operations of `connectors`.

    Kinds of database and service to import from.
    """

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

    def list(self) -> ConnectorMap:
        """List the kinds of database to import from.

        An object by connector id, not a list. 404 with an empty body if the account cannot use connectors.

        Returns:
            ConnectorMap: The connectors.

        Raises:
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .connectors_list import sync as _call

        return _call(client=self._client)

    def read(self, connector_id: str) -> ConnectorInformation:
        """Read what a connector can do.

        422 `{"errors": ...}` for an unknown one, 404 with an empty body if the account cannot use connectors.

        Args:
            connector_id (str): Id of the connector, a key of `connectors.list`.

        Returns:
            ConnectorInformation: Features and parameters.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .connectors_read import sync as _call

        return _call(client=self._client, connector_id=connector_id)

    def tables(
        self,
        connector_id: str,
        *,
        server: str | Unset = UNSET,
        port: int | Unset = UNSET,
        database: str | Unset = UNSET,
        username: str | Unset = UNSET,
        password: str | Unset = UNSET,
    ) -> Any:
        """List the tables of a database.

        At most 500 tables. The parameters are those of the connection; more than the common ones listed can be
        sent. 422 `{"errors": ...}` if one is wrong, 400 if the connection fails, 501 if the connector cannot do it.
        404 with an empty body if the account cannot use connectors.

        Args:
            connector_id (str): Id of the connector, a key of `connectors.list`.
            server (str | Unset): Host of the database.
            port (int | Unset): Port of the database.
            database (str | Unset): Name of the database.
            username (str | Unset): The user for the connection.
            password (str | Unset): Password of who connects. It will be part of the URL.

        Returns:
            Any: The results.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .connectors_tables import sync as _call

        password = hide(password)
        return _call(
            client=self._client,
            connector_id=connector_id,
            server=server,
            port=port,
            database=database,
            username=username,
            password=password,
        )

    def connect(
        self,
        connector_id: str,
        *,
        server: str | Unset = UNSET,
        port: int | Unset = UNSET,
        database: str | Unset = UNSET,
        username: str | Unset = UNSET,
        password: str | Unset = UNSET,
    ) -> ConnectorChecked:
        """Try a connection to a database.

        A connection that fails is an error (400 or 422), sometimes with `{"connected": false, "errors": ...}`. The
        parameters are those of the connection; more than the common ones listed can be sent. 422 `{"errors": ...}`
        if one is wrong, 400 if the connection fails, 501 if the connector cannot do it. 404 with an empty body if
        the account cannot use connectors.

        Args:
            connector_id (str): Id of the connector, a key of `connectors.list`.
            server (str | Unset): Host of the database.
            port (int | Unset): Port of the database.
            database (str | Unset): Name of the database.
            username (str | Unset): The user for the connection.
            password (str | Unset): Password of who connects. It will be part of the URL.

        Returns:
            ConnectorChecked: The results.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .connectors_connect import sync as _call

        password = hide(password)
        return _call(
            client=self._client,
            connector_id=connector_id,
            server=server,
            port=port,
            database=database,
            username=username,
            password=password,
        )

    def projects(
        self,
        connector_id: str,
        *,
        server: str | Unset = UNSET,
        port: int | Unset = UNSET,
        database: str | Unset = UNSET,
        username: str | Unset = UNSET,
        password: str | Unset = UNSET,
    ) -> Any:
        """List the projects of a service.

        For `bigquery` and the like. The parameters are those of the connection; more than the common ones listed
        can be sent. 422 `{"errors": ...}` if one is wrong, 400 if the connection fails, 501 if the connector cannot
        do it. 404 with an empty body if the account cannot use connectors.

        Args:
            connector_id (str): Id of the connector, a key of `connectors.list`.
            server (str | Unset): Host of the database.
            port (int | Unset): Port of the database.
            database (str | Unset): Name of the database.
            username (str | Unset): The user for the connection.
            password (str | Unset): Password of who connects. It will be part of the URL.

        Returns:
            Any: The results.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .connectors_projects import sync as _call

        password = hide(password)
        return _call(
            client=self._client,
            connector_id=connector_id,
            server=server,
            port=port,
            database=database,
            username=username,
            password=password,
        )

    def dryrun(self, connector_id: str, body: ConnectorDryrunRequest | Mapping[str, Any]) -> Any:
        """Try an import without importing.

        422 `{"errors": ...}` if the connector cannot do it or a parameter is wrong. 404 with an empty body if the
        account cannot use connectors.

        Args:
            connector_id (str): Id of the connector, a key of `connectors.list`.
            body (ConnectorDryrunRequest | Mapping[str, Any]): Parameters of an import through the connector, as
                `connector` of `imports_create` has them, without `provider`.

        Returns:
            Any: The connector's information.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .connectors_dryrun import sync as _call

        return _call(client=self._client, connector_id=connector_id, body=body)


@documented_by(ConnectorsApi)
class AsyncConnectorsApi:
    """The operations of `connectors`, awaited."""

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

    async def list(self) -> ConnectorMap:
        """List the kinds of database to import from: see `ConnectorsApi.list`."""
        from .connectors_list import asyncio as _call

        return await _call(client=self._client)

    async def read(self, connector_id: str) -> ConnectorInformation:
        """Read what a connector can do: see `ConnectorsApi.read`."""
        from .connectors_read import asyncio as _call

        return await _call(client=self._client, connector_id=connector_id)

    async def tables(
        self,
        connector_id: str,
        *,
        server: str | Unset = UNSET,
        port: int | Unset = UNSET,
        database: str | Unset = UNSET,
        username: str | Unset = UNSET,
        password: str | Unset = UNSET,
    ) -> Any:
        """List the tables of a database: see `ConnectorsApi.tables`."""
        from .connectors_tables import asyncio as _call

        password = hide(password)
        return await _call(
            client=self._client,
            connector_id=connector_id,
            server=server,
            port=port,
            database=database,
            username=username,
            password=password,
        )

    async def connect(
        self,
        connector_id: str,
        *,
        server: str | Unset = UNSET,
        port: int | Unset = UNSET,
        database: str | Unset = UNSET,
        username: str | Unset = UNSET,
        password: str | Unset = UNSET,
    ) -> ConnectorChecked:
        """Try a connection to a database: see `ConnectorsApi.connect`."""
        from .connectors_connect import asyncio as _call

        password = hide(password)
        return await _call(
            client=self._client,
            connector_id=connector_id,
            server=server,
            port=port,
            database=database,
            username=username,
            password=password,
        )

    async def projects(
        self,
        connector_id: str,
        *,
        server: str | Unset = UNSET,
        port: int | Unset = UNSET,
        database: str | Unset = UNSET,
        username: str | Unset = UNSET,
        password: str | Unset = UNSET,
    ) -> Any:
        """List the projects of a service: see `ConnectorsApi.projects`."""
        from .connectors_projects import asyncio as _call

        password = hide(password)
        return await _call(
            client=self._client,
            connector_id=connector_id,
            server=server,
            port=port,
            database=database,
            username=username,
            password=password,
        )

    async def dryrun(self, connector_id: str, body: ConnectorDryrunRequest | Mapping[str, Any]) -> Any:
        """Try an import without importing: see `ConnectorsApi.dryrun`."""
        from .connectors_dryrun import asyncio as _call

        return await _call(client=self._client, connector_id=connector_id, body=body)
