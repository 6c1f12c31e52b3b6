# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class ImportConnectorConnection(Extensible[Any]):
    """How to reach a database. Further keys depend on the provider (`sslmode`, …)."""

    server: str | Unset = UNSET
    """ Host name. """
    port: int | Unset = UNSET
    """ TCP port. """
    database: str | Unset = UNSET
    """ Database name. """
    username: str | Unset = UNSET
    """ Role to connect as. """
    password: str | Unset = UNSET
    """ Its password. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        server = self.server

        port = self.port

        database = self.database

        username = self.username

        password = self.password

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if server is not UNSET:
            field_dict["server"] = server
        if port is not UNSET:
            field_dict["port"] = port
        if database is not UNSET:
            field_dict["database"] = database
        if username is not UNSET:
            field_dict["username"] = username
        if password is not UNSET:
            field_dict["password"] = password

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        server = d.pop("server", UNSET)

        port = d.pop("port", UNSET)

        database = d.pop("database", UNSET)

        username = d.pop("username", UNSET)

        password = d.pop("password", UNSET)

        import_connector_connection = cls(
            server=server, port=port, database=database, username=username, password=password
        )

        import_connector_connection.additional_properties = d
        return import_connector_connection
