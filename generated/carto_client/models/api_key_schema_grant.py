# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import Extensible, require_list, require_object, show_model


@_attrs_define
class ApiKeySchemaGrant(Extensible[Any]):
    """A key's rights on a schema."""

    name: str
    """ Name of the schema. """
    permissions: list[str]
    """ `create` and `usage`. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        permissions = self.permissions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"name": name, "permissions": permissions})

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        name = d.pop("name")

        permissions = cast("list[str]", require_list(d.pop("permissions")))

        api_key_schema_grant = cls(name=name, permissions=permissions)

        api_key_schema_grant.additional_properties = d
        return api_key_schema_grant
