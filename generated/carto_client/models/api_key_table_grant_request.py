# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define

from ..sending import reads_object
from ..types import require_list, require_object, show_model


@_attrs_define
class ApiKeyTableGrantRequest:
    """Rights on a table to give to a key. `owner`, which is in keys that are read, must not be sent."""

    schema: str
    """ Schema of the table. """
    name: str
    """ Name of the table. """
    permissions: list[str]
    """ Of `select`, `insert`, `update` and `delete`, those that the account has itself. """

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        schema = self.schema

        name = self.name

        permissions = self.permissions

        field_dict: dict[str, Any] = {}

        field_dict.update({"schema": schema, "name": name, "permissions": permissions})

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        schema = d.pop("schema")

        name = d.pop("name")

        permissions = cast("list[str]", require_list(d.pop("permissions")))

        api_key_table_grant_request = cls(schema=schema, name=name, permissions=permissions)

        return api_key_table_grant_request
