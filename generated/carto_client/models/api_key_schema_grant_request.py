# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define

from ..sending import reads_object
from ..types import require_list, require_object, show_model


@_attrs_define
class ApiKeySchemaGrantRequest:
    """Rights on a schema to give to a key."""

    name: str
    """ Name of the schema. """
    permissions: list[str]
    """ `create`. The `usage` of a key that is read must not be sent. """

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        permissions = self.permissions

        field_dict: dict[str, Any] = {}

        field_dict.update({"name": name, "permissions": permissions})

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        name = d.pop("name")

        permissions = cast("list[str]", require_list(d.pop("permissions")))

        api_key_schema_grant_request = cls(name=name, permissions=permissions)

        return api_key_schema_grant_request
