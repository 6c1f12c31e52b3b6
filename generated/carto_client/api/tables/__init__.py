# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""The operations of `tables`, sync and async.

Endpoint functions and models are imported by the first call that needs them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.table import Table

__all__ = ("AsyncTablesApi", "TablesApi")


class TablesApi:
    """The operations of `tables`.

    The table behind a dataset.
    """

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

    def read(self, table_id: str) -> Table:
        """Read the table behind a dataset.

        Columns, estimated rows and size of one table, with its visualization. Needs the master key. There is no
        list of tables and no deletion: both go through visualizations. 404 (unknown) and 403 (not readable) have an
        empty body.

        Args:
            table_id (str): UUID of the **table** (`table.id` of a visualization, not its own id), or its name,
                `name` or `schema.name`.

        Returns:
            Table: The table.

        Raises:
            errors.InvalidArgumentError: An argument is blank; nothing was sent.
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
        """
        from .tables_read import sync as _call

        return _call(client=self._client, table_id=table_id)


class AsyncTablesApi:
    """The operations of `tables`, awaited.

    The table behind a dataset.
    """

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

    async def read(self, table_id: str) -> Table:
        """Read the table behind a dataset.

        Columns, estimated rows and size of one table, with its visualization. Needs the master key. There is no
        list of tables and no deletion: both go through visualizations. 404 (unknown) and 403 (not readable) have an
        empty body.

        Args:
            table_id (str): UUID of the **table** (`table.id` of a visualization, not its own id), or its name,
                `name` or `schema.name`.

        Returns:
            Table: The table.

        Raises:
            errors.InvalidArgumentError: An argument is blank; nothing was sent.
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
        """
        from .tables_read import asyncio as _call

        return await _call(client=self._client, table_id=table_id)
