# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""The operations of `tables`, sync and async.

The first call that needs endpoint functions and models imports them. The synchronous class has the docstrings;
at run time the methods of the awaited class have them, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import UNSET
from .. import documented_by

if TYPE_CHECKING:
    from typing import Any

    from ...client import AuthenticatedClient, Client
    from ...models.map_template_list import MapTemplateList
    from ...models.table import Table
    from ...models.table_column import TableColumn
    from ...models.table_column_type import TableColumnType
    from ...models.table_updated import TableUpdated
    from ...types import Unset

__all__ = ("AsyncTablesApi", "TablesApi")


class TablesApi:
    """The operations of `tables`.

    The table behind a dataset, its columns and its rows.
    """

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

    def create(
        self,
        *,
        name: str | Unset = UNSET,
        description: str | Unset = UNSET,
        tags: str | Unset = UNSET,
        schema: str | Unset = UNSET,
        the_geom_type: str | Unset = UNSET,
        from_query: str | Unset = UNSET,
    ) -> Table:
        """Create an empty table.

        Needs the master key. It becomes a dataset at once. Files are imported instead, by `imports.upload`. Errors:
        400 `{"description": [...], "stack": [...]}`, or `{"errors": [...]}` if the account can have no more tables;
        **500** for an unknown `the_geom_type` and a `schema` that is not a list of columns. There is no list of
        tables: use `viz.list` with `type=table`.

        Args:
            name (str | Unset): Name, made valid and unique; one with `untitled` in it by default.
            description (str | Unset): Text about it.
            tags (str | Unset): Comma list of tags, a **string** here.
            schema (str | Unset): Columns as in CREATE TABLE, `city text, active boolean`.
            the_geom_type (str | Unset): Type of the geometry column, such as `point`, `multilinestring` or
                `multipolygon`.
            from_query (str | Unset): **Ignored**, even a wrong one: the table stays empty. To fill a table from a
                query import it (`sql` of `imports_create`).

        Returns:
            Table: The new table. The status is 200, not 201.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from ...models.table_create_request import TableCreateRequest
        from .tables_create import sync as _call

        return _call(
            client=self._client,
            body=TableCreateRequest(
                name=name,
                description=description,
                tags=tags,
                schema=schema,
                the_geom_type=the_geom_type,
                from_query=from_query,
            ),
        )

    def read(self, table_id: str) -> Table:
        """Read the table behind a dataset.

        Columns, estimated rows and size of one table, with its visualization. Needs the master key. There is no
        list of tables and no deletion: both go through visualizations, as renaming does. 404 (unknown, or another
        account's private table) and 403 (a table of the organization that is not shared) have an empty body;
        another account's public table is shown whole.

        Args:
            table_id (str): UUID of the **table** (`table.id` of a visualization, not its own id), or its name,
                `name` or `schema.name`.

        Returns:
            Table: The table.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .tables_read import sync as _call

        return _call(client=self._client, table_id=table_id)

    def update(
        self,
        table_id: str,
        *,
        description: None | str | Unset = UNSET,
        tags: str | Unset = UNSET,
        privacy: int | Unset = UNSET,
        latitude_column: str | Unset = UNSET,
        longitude_column: str | Unset = UNSET,
    ) -> TableUpdated:
        """Change a table's description, or make points of two columns.

        Needs the master key. `name` would be ignored: rename with `viz.update`. Errors: 401 with an empty body if
        the caller cannot write it, 400 `{"errors": [...]}`.

        Args:
            table_id (str): UUID of the **table** (`table.id` of a visualization, not its own id), or its name,
                `name` or `schema.name`.
            description (None | str | Unset): Text about it.
            tags (str | Unset): Comma list of tags, a **string** here.
            privacy (int | Unset): A **number** here, 0 private, 1 public, 2 by link. **Text counts as 0** and makes
                the table private.
            latitude_column (str | Unset): Column to make points of, together with `longitude_column`; `nil` for
                none.
            longitude_column (str | Unset): Column to make points of, together with `latitude_column`; `nil` for
                none.

        Returns:
            TableUpdated: The table after the change.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from ...models.table_update_request import TableUpdateRequest
        from .tables_update import sync as _call

        return _call(
            client=self._client,
            table_id=table_id,
            body=TableUpdateRequest(
                description=description,
                tags=tags,
                privacy=privacy,
                latitude_column=latitude_column,
                longitude_column=longitude_column,
            ),
        )

    def related_templates(self, table_id: str) -> MapTemplateList:
        """List map templates that suit a table.

        Needs the master key. 403 `{"error":"…"}` where templates are not enabled.

        Args:
            table_id (str): UUID of the **table** (`table.id` of a visualization, not its own id), or its name,
                `name` or `schema.name`.

        Returns:
            MapTemplateList: The templates.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .tables_related_templates import sync as _call

        return _call(client=self._client, table_id=table_id)

    def list_columns(self, table_id: str) -> list[list[str]]:
        """List the columns of a table.

        Needs the master key. The same as `schema` of `tables.read`. 401 with an empty body for a table that can be
        read but is not shared, 404 for an unknown one.

        Args:
            table_id (str): UUID of the **table** (`table.id` of a visualization, not its own id), or its name,
                `name` or `schema.name`.

        Returns:
            list[list[str]]: The columns, in a bare list.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .tables_list_columns import sync as _call

        return _call(client=self._client, table_id=table_id)

    def create_column(self, table_id: str, name: str, *, type: str) -> TableColumn:
        """Add a column to a table.

        Needs the master key. Errors: 400 `{"errors":["…"]}`, 401 with an empty body without access.

        Args:
            table_id (str): UUID of the **table** (`table.id` of a visualization, not its own id), or its name,
                `name` or `schema.name`.
            name (str): Name; made valid where needed.
            type (str): `number`, `string`, `date`, `boolean` or `geometry`.

        Returns:
            TableColumn: The new column. The status is 200, not 201.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from ...models.table_column_create_request import TableColumnCreateRequest
        from .tables_create_column import sync as _call

        return _call(client=self._client, table_id=table_id, body=TableColumnCreateRequest(name=name, type_=type))

    def read_column(self, table_id: str, column_name: str) -> TableColumnType:
        """Read the type of a column.

        Needs the master key. An unknown column gives 404 `{"errors":"…"}`, a string here.

        Args:
            table_id (str): UUID of the **table** (`table.id` of a visualization, not its own id), or its name,
                `name` or `schema.name`.
            column_name (str): Name of the column.

        Returns:
            TableColumnType: Its type.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .tables_read_column import sync as _call

        return _call(client=self._client, table_id=table_id, column_name=column_name)

    def update_column(
        self, table_id: str, column_name: str, *, type: str | Unset = UNSET, new_name: str | Unset = UNSET
    ) -> TableColumn:
        """Rename a column or change its type.

        Needs the master key. Values that do not fit the new type can be lost. Errors: 400 `{"errors": [...]}`, 401
        with an empty body without access.

        Args:
            table_id (str): UUID of the **table** (`table.id` of a visualization, not its own id), or its name,
                `name` or `schema.name`.
            column_name (str): Name of the column.
            type (str | Unset): New type, `number`, `string`, `date`, `boolean` or `geometry`.
            new_name (str | Unset): New name.

        Returns:
            TableColumn: The column after the change.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from ...models.table_column_update_request import TableColumnUpdateRequest
        from .tables_update_column import sync as _call

        return _call(
            client=self._client,
            table_id=table_id,
            column_name=column_name,
            body=TableColumnUpdateRequest(type_=type, new_name=new_name),
        )

    def delete_column(self, table_id: str, column_name: str) -> None:
        """Drop a column.

        Needs the master key. Errors: 400 `{"errors":["…"]}` (`[null]` for `cartodb_id`), 401 with an empty body
        without access.

        Args:
            table_id (str): UUID of the **table** (`table.id` of a visualization, not its own id), or its name,
                `name` or `schema.name`.
            column_name (str): Name of the column.

        Returns:
            None: It is gone.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .tables_delete_column import sync as _call

        _call(client=self._client, table_id=table_id, column_name=column_name)

    def create_record(self, table_id: str, body: Any) -> Any:
        """Insert a row.

        Needs the master key. The SQL API does the same and more; rows are listed only there. The body is column
        names and values, and **every key counts as a column**: an unknown one gives 400 `{"errors": [...]}`.
        **Dangerous: a value that does not fit the type of its column is never answered**; the server tries again
        for ever, and the thread that does stays busy until it is killed. Check types before you send, and set a
        timeout.

        Args:
            table_id (str): UUID of the **table** (`table.id` of a visualization, not its own id), or its name,
                `name` or `schema.name`.
            body (Any): A row, an object of column name to value. In answers geometries are strings that contain
                GeoJSON, `numeric` values are strings, dates have the form `2021-03-01T10:00:00.000+00:00`.

        Returns:
            Any: The row.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .tables_create_record import sync as _call

        return _call(client=self._client, table_id=table_id, body=body)

    def read_record(self, table_id: str, record_id: str) -> Any:
        """Read a row.

        Needs the master key. A missing row gives 404 `{"errors":["Record 99 not found"]}`.

        Args:
            table_id (str): UUID of the **table** (`table.id` of a visualization, not its own id), or its name,
                `name` or `schema.name`.
            record_id (str): `cartodb_id` of the row, as text. `tables.delete_record` takes several, with commas
                between them.

        Returns:
            Any: The row.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .tables_read_record import sync as _call

        return _call(client=self._client, table_id=table_id, record_id=record_id)

    def update_record(self, table_id: str, record_id: str, *, body: Any) -> Any:
        """Change a row.

        Needs the master key. Columns that are not named stay. **Every key counts as a column.** Errors: 404 for a
        missing row, also (`row identified with 1 not found`) for a value that does not fit the type of its column;
        400 for an unknown column (`CartoDB::InvalidAttributes`). Both are `{"errors": [...]}`.

        Args:
            table_id (str): UUID of the **table** (`table.id` of a visualization, not its own id), or its name,
                `name` or `schema.name`.
            record_id (str): `cartodb_id` of the row, as text. `tables.delete_record` takes several, with commas
                between them.
            body (Any): A row, an object of column name to value. In answers geometries are strings that contain
                GeoJSON, `numeric` values are strings, dates have the form `2021-03-01T10:00:00.000+00:00`.

        Returns:
            Any: The row.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .tables_update_record import sync as _call

        return _call(client=self._client, table_id=table_id, record_id=record_id, body=body)

    def delete_record(self, table_id: str, record_id: str) -> None:
        """Delete one or several rows.

        Needs the master key. The answer is the same whether or not the row existed; 404 for an id that is not a
        number.

        Args:
            table_id (str): UUID of the **table** (`table.id` of a visualization, not its own id), or its name,
                `name` or `schema.name`.
            record_id (str): `cartodb_id` of the row, as text. `tables.delete_record` takes several, with commas
                between them.

        Returns:
            None: There is no such row (any more).

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .tables_delete_record import sync as _call

        _call(client=self._client, table_id=table_id, record_id=record_id)


@documented_by(TablesApi)
class AsyncTablesApi:
    """The operations of `tables`, awaited."""

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

    async def create(
        self,
        *,
        name: str | Unset = UNSET,
        description: str | Unset = UNSET,
        tags: str | Unset = UNSET,
        schema: str | Unset = UNSET,
        the_geom_type: str | Unset = UNSET,
        from_query: str | Unset = UNSET,
    ) -> Table:
        """Create an empty table: see `TablesApi.create`."""
        from ...models.table_create_request import TableCreateRequest
        from .tables_create import asyncio as _call

        return await _call(
            client=self._client,
            body=TableCreateRequest(
                name=name,
                description=description,
                tags=tags,
                schema=schema,
                the_geom_type=the_geom_type,
                from_query=from_query,
            ),
        )

    async def read(self, table_id: str) -> Table:
        """Read the table behind a dataset: see `TablesApi.read`."""
        from .tables_read import asyncio as _call

        return await _call(client=self._client, table_id=table_id)

    async def update(
        self,
        table_id: str,
        *,
        description: None | str | Unset = UNSET,
        tags: str | Unset = UNSET,
        privacy: int | Unset = UNSET,
        latitude_column: str | Unset = UNSET,
        longitude_column: str | Unset = UNSET,
    ) -> TableUpdated:
        """Change a table's description, or make points of two columns: see `TablesApi.update`."""
        from ...models.table_update_request import TableUpdateRequest
        from .tables_update import asyncio as _call

        return await _call(
            client=self._client,
            table_id=table_id,
            body=TableUpdateRequest(
                description=description,
                tags=tags,
                privacy=privacy,
                latitude_column=latitude_column,
                longitude_column=longitude_column,
            ),
        )

    async def related_templates(self, table_id: str) -> MapTemplateList:
        """List map templates that suit a table: see `TablesApi.related_templates`."""
        from .tables_related_templates import asyncio as _call

        return await _call(client=self._client, table_id=table_id)

    async def list_columns(self, table_id: str) -> list[list[str]]:
        """List the columns of a table: see `TablesApi.list_columns`."""
        from .tables_list_columns import asyncio as _call

        return await _call(client=self._client, table_id=table_id)

    async def create_column(self, table_id: str, name: str, *, type: str) -> TableColumn:
        """Add a column to a table: see `TablesApi.create_column`."""
        from ...models.table_column_create_request import TableColumnCreateRequest
        from .tables_create_column import asyncio as _call

        return await _call(client=self._client, table_id=table_id, body=TableColumnCreateRequest(name=name, type_=type))

    async def read_column(self, table_id: str, column_name: str) -> TableColumnType:
        """Read the type of a column: see `TablesApi.read_column`."""
        from .tables_read_column import asyncio as _call

        return await _call(client=self._client, table_id=table_id, column_name=column_name)

    async def update_column(
        self, table_id: str, column_name: str, *, type: str | Unset = UNSET, new_name: str | Unset = UNSET
    ) -> TableColumn:
        """Rename a column or change its type: see `TablesApi.update_column`."""
        from ...models.table_column_update_request import TableColumnUpdateRequest
        from .tables_update_column import asyncio as _call

        return await _call(
            client=self._client,
            table_id=table_id,
            column_name=column_name,
            body=TableColumnUpdateRequest(type_=type, new_name=new_name),
        )

    async def delete_column(self, table_id: str, column_name: str) -> None:
        """Drop a column: see `TablesApi.delete_column`."""
        from .tables_delete_column import asyncio as _call

        await _call(client=self._client, table_id=table_id, column_name=column_name)

    async def create_record(self, table_id: str, body: Any) -> Any:
        """Insert a row: see `TablesApi.create_record`."""
        from .tables_create_record import asyncio as _call

        return await _call(client=self._client, table_id=table_id, body=body)

    async def read_record(self, table_id: str, record_id: str) -> Any:
        """Read a row: see `TablesApi.read_record`."""
        from .tables_read_record import asyncio as _call

        return await _call(client=self._client, table_id=table_id, record_id=record_id)

    async def update_record(self, table_id: str, record_id: str, *, body: Any) -> Any:
        """Change a row: see `TablesApi.update_record`."""
        from .tables_update_record import asyncio as _call

        return await _call(client=self._client, table_id=table_id, record_id=record_id, body=body)

    async def delete_record(self, table_id: str, record_id: str) -> None:
        """Delete one or several rows: see `TablesApi.delete_record`."""
        from .tables_delete_record import asyncio as _call

        await _call(client=self._client, table_id=table_id, record_id=record_id)
