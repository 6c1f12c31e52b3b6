# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object, to_object
from ..types import UNSET, Extensible, Unset, require_object, show_model

if TYPE_CHECKING:
    from ..models.import_connector_connection import ImportConnectorConnection


@cache
def _nested_models() -> Any:
    from ..models.import_connector_connection import ImportConnectorConnection

    return (ImportConnectorConnection,)


@_attrs_define
class ImportConnector(Extensible[Any]):
    """A database and what to read there. Give `connection` or the `connection_id` of a stored one, and `table` or
    `sql_query`. Providers can take more keys; all are read in any case.

    """

    provider: str | Unset = UNSET
    """ `mysql`, `postgres`, `sqlserver`, `hive`, `bigquery`, `redshift`, `snowflake`; an unknown one gives 400. """
    connection: ImportConnectorConnection | Unset = UNSET
    """ How to reach a database. Further keys depend on the provider (`sslmode`, …). """
    connection_id: str | Unset = UNSET
    """ Id of a stored connection. """
    table: str | Unset = UNSET
    """ Table to read. """
    sql_query: str | Unset = UNSET
    """ Query to run there, instead of `table`. Needs `import_as`. """
    import_as: str | Unset = UNSET
    """ Name of the new table. """
    schema: str | Unset = UNSET
    """ Schema of `table`. """
    encoding: str | Unset = UNSET
    """ Character encoding of the database. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (ImportConnectorConnection,) = _nested_models()

        provider = self.provider

        connection: dict[str, Any] | Unset = UNSET
        if not isinstance(self.connection, Unset):
            connection = to_object("connection", self.connection, ImportConnectorConnection)

        connection_id = self.connection_id

        table = self.table

        sql_query = self.sql_query

        import_as = self.import_as

        schema = self.schema

        encoding = self.encoding

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if provider is not UNSET:
            field_dict["provider"] = provider
        if connection is not UNSET:
            field_dict["connection"] = connection
        if connection_id is not UNSET:
            field_dict["connection_id"] = connection_id
        if table is not UNSET:
            field_dict["table"] = table
        if sql_query is not UNSET:
            field_dict["sql_query"] = sql_query
        if import_as is not UNSET:
            field_dict["import_as"] = import_as
        if schema is not UNSET:
            field_dict["schema"] = schema
        if encoding is not UNSET:
            field_dict["encoding"] = encoding

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (ImportConnectorConnection,) = _nested_models()

        d = require_object(src_dict)
        provider = d.pop("provider", UNSET)

        _connection = d.pop("connection", UNSET)
        connection: ImportConnectorConnection | Unset
        if isinstance(_connection, Unset):
            connection = UNSET
        else:
            connection = ImportConnectorConnection.from_dict(_connection)

        connection_id = d.pop("connection_id", UNSET)

        table = d.pop("table", UNSET)

        sql_query = d.pop("sql_query", UNSET)

        import_as = d.pop("import_as", UNSET)

        schema = d.pop("schema", UNSET)

        encoding = d.pop("encoding", UNSET)

        import_connector = cls(
            provider=provider,
            connection=connection,
            connection_id=connection_id,
            table=table,
            sql_query=sql_query,
            import_as=import_as,
            schema=schema,
            encoding=encoding,
        )

        import_connector.additional_properties = d
        return import_connector
