# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""The operations of `connections`, sync and async.

The first call that needs endpoint functions and models imports them. The synchronous class has the docstrings;
at run time the methods of the awaited class have them, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import UNSET
from .. import documented_by

if TYPE_CHECKING:
    import builtins
    from typing import Any

    from ...client import AuthenticatedClient, Client
    from ...models.connection import Connection
    from ...models.connection_authorization import ConnectionAuthorization
    from ...models.connection_connector import ConnectionConnector
    from ...models.connection_created import ConnectionCreated
    from ...types import Unset

__all__ = ("AsyncConnectionsApi", "ConnectionsApi")


class ConnectionsApi:
    """The operations of `connections`.

    Saved connections to databases and file services.
    """

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

    def connectors(self) -> builtins.list[ConnectionConnector]:
        """List what connections can be made to.

        Databases and file services, as a bare list.

        Returns:
            list[ConnectionConnector]: Connectors and services.

        Raises:
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .connections_connectors import sync as _call

        return _call(client=self._client)

    def list(self) -> builtins.list[Connection]:
        """List saved connections.

        A bare list without pages.

        Returns:
            list[Connection]: The connections, without their secrets.

        Raises:
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .connections_list import sync as _call

        return _call(client=self._client)

    def create(self, name: str, connector: str, *, parameters: Any) -> ConnectionCreated:
        """Save a connection to a database.

        For file services see `connections.authorize`. Errors: `{"errors": ...}` with 404, 403 (access denied by the
        database) or 422.

        Args:
            name (str): Name.
            connector (str): Connector, as `mysql`.
            parameters (Any): An object: `server`, `port`, `database`, `username`, `password` and others for the
                connector.

        Returns:
            ConnectionCreated: It is saved.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from ...models.connection_create_request import ConnectionCreateRequest
        from .connections_create import sync as _call

        return _call(
            client=self._client, body=ConnectionCreateRequest(name=name, connector=connector, parameters=parameters)
        )

    def authorize(self, connector: str) -> ConnectionAuthorization:
        """Begin a connection to a file service.

        The same endpoint as `connections.create`: without `name` and `parameters` it creates no connection yet and
        says where the user has to give the permission. Errors: `{"errors": ...}` with 404, 403 (access denied by
        the database) or 422.

        Args:
            connector (str): Service, as `gdrive`.

        Returns:
            ConnectionAuthorization: Where to go.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from ...models.connection_authorize_request import ConnectionAuthorizeRequest
        from .connections_authorize import sync as _call

        return _call(client=self._client, body=ConnectionAuthorizeRequest(connector=connector))

    def read(self, connection_id: str) -> Connection:
        """Read a saved connection.

        Errors: `{"errors": ...}` with 404, 403 (access denied by the database) or 422.

        Args:
            connection_id (str): UUID of the connection.

        Returns:
            Connection: The connection, without its secrets.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .connections_read import sync as _call

        return _call(client=self._client, connection_id=connection_id)

    def update(self, connection_id: str, *, name: str | Unset = UNSET, parameters: Any | Unset = UNSET) -> None:
        """Change a saved connection.

        Of databases. Errors: `{"errors": ...}` with 404, 403 (access denied by the database) or 422.

        Args:
            connection_id (str): UUID of the connection.
            name (str | Unset): Name.
            parameters (Any | Unset): An object of parameters.

        Returns:
            None: It is changed. The body is empty.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from ...models.connection_update_request import ConnectionUpdateRequest
        from .connections_update import sync as _call

        _call(
            client=self._client,
            connection_id=connection_id,
            body=ConnectionUpdateRequest(name=name, parameters=parameters),
        )

    def delete(self, connection_id: str) -> None:
        """Delete a saved connection.

        Errors: `{"errors": ...}` with 404, 403 (access denied by the database) or 422.

        Args:
            connection_id (str): UUID of the connection.

        Returns:
            None: It is gone. The body is empty.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .connections_delete import sync as _call

        _call(client=self._client, connection_id=connection_id)


@documented_by(ConnectionsApi)
class AsyncConnectionsApi:
    """The operations of `connections`, awaited."""

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

    async def connectors(self) -> builtins.list[ConnectionConnector]:
        """List what connections can be made to: see `ConnectionsApi.connectors`."""
        from .connections_connectors import asyncio as _call

        return await _call(client=self._client)

    async def list(self) -> builtins.list[Connection]:
        """List saved connections: see `ConnectionsApi.list`."""
        from .connections_list import asyncio as _call

        return await _call(client=self._client)

    async def create(self, name: str, connector: str, *, parameters: Any) -> ConnectionCreated:
        """Save a connection to a database: see `ConnectionsApi.create`."""
        from ...models.connection_create_request import ConnectionCreateRequest
        from .connections_create import asyncio as _call

        return await _call(
            client=self._client, body=ConnectionCreateRequest(name=name, connector=connector, parameters=parameters)
        )

    async def authorize(self, connector: str) -> ConnectionAuthorization:
        """Begin a connection to a file service: see `ConnectionsApi.authorize`."""
        from ...models.connection_authorize_request import ConnectionAuthorizeRequest
        from .connections_authorize import asyncio as _call

        return await _call(client=self._client, body=ConnectionAuthorizeRequest(connector=connector))

    async def read(self, connection_id: str) -> Connection:
        """Read a saved connection: see `ConnectionsApi.read`."""
        from .connections_read import asyncio as _call

        return await _call(client=self._client, connection_id=connection_id)

    async def update(self, connection_id: str, *, name: str | Unset = UNSET, parameters: Any | Unset = UNSET) -> None:
        """Change a saved connection: see `ConnectionsApi.update`."""
        from ...models.connection_update_request import ConnectionUpdateRequest
        from .connections_update import asyncio as _call

        await _call(
            client=self._client,
            connection_id=connection_id,
            body=ConnectionUpdateRequest(name=name, parameters=parameters),
        )

    async def delete(self, connection_id: str) -> None:
        """Delete a saved connection: see `ConnectionsApi.delete`."""
        from .connections_delete import asyncio as _call

        await _call(client=self._client, connection_id=connection_id)
