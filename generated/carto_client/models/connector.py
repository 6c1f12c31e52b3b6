# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class Connector(Extensible[Any]):
    """A kind of database to import from."""

    name: str
    """ Name for people. """
    enabled: bool
    """ True if the account can use it. """
    description: None | str | Unset = UNSET
    """ Text about it. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        enabled = self.enabled

        description: None | str | Unset
        if isinstance(self.description, Unset):
            description = UNSET
        else:
            description = self.description

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"name": name, "enabled": enabled})
        if description is not UNSET:
            field_dict["description"] = description

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        name = d.pop("name")

        enabled = d.pop("enabled")

        description = cast("None | str | Unset", d.pop("description", UNSET))

        connector = cls(name=name, enabled=enabled, description=description)

        connector.additional_properties = d
        return connector
