# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class ConnectionConnector(Extensible[Any]):
    """Something to which a connection can be made."""

    type_: str
    """ `db-connector` or `oauth-service`. """
    connector: str
    """ Connector or service. """
    enabled: bool | None | Unset = UNSET
    """ True if the account can use it. """
    available: bool | None | Unset = UNSET
    """ True if the platform has it. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        connector = self.connector

        enabled: bool | None | Unset
        if isinstance(self.enabled, Unset):
            enabled = UNSET
        else:
            enabled = self.enabled

        available: bool | None | Unset
        if isinstance(self.available, Unset):
            available = UNSET
        else:
            available = self.available

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"type": type_, "connector": connector})
        if enabled is not UNSET:
            field_dict["enabled"] = enabled
        if available is not UNSET:
            field_dict["available"] = available

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        type_ = d.pop("type")

        connector = d.pop("connector")

        enabled = cast("bool | None | Unset", d.pop("enabled", UNSET))

        available = cast("bool | None | Unset", d.pop("available", UNSET))

        connection_connector = cls(type_=type_, connector=connector, enabled=enabled, available=available)

        connection_connector.additional_properties = d
        return connection_connector
