# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_list, require_object, show_model


@_attrs_define
class ApiKeyTableGrant(Extensible[Any]):
    """A key's current rights on a table, from the database."""

    schema: str
    """ Schema of the table. """
    name: str
    """ Name of the table. """
    permissions: list[str]
    """ `select`, `insert`, `update`, `delete`, and others of PostgreSQL for tables that it owns. """
    owner: bool | Unset = UNSET
    """ True if the key created the table and owns it. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        schema = self.schema

        name = self.name

        permissions = self.permissions

        owner = self.owner

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"schema": schema, "name": name, "permissions": permissions})
        if owner is not UNSET:
            field_dict["owner"] = owner

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        schema = d.pop("schema")

        name = d.pop("name")

        permissions = cast("list[str]", require_list(d.pop("permissions")))

        owner = d.pop("owner", UNSET)

        api_key_table_grant = cls(schema=schema, name=name, permissions=permissions, owner=owner)

        api_key_table_grant.additional_properties = d
        return api_key_table_grant
