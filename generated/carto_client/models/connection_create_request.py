# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import Extensible, require_object, show_model


@_attrs_define
class ConnectionCreateRequest(Extensible[Any]):
    """A connection to a database to save."""

    name: str
    """ Name. """
    connector: str
    """ Connector, as `mysql`. """
    parameters: Any
    """ An object: `server`, `port`, `database`, `username`, `password` and others for the connector. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        connector = self.connector

        parameters = self.parameters

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"name": name, "connector": connector, "parameters": parameters})

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        name = d.pop("name")

        connector = d.pop("connector")

        parameters = d.pop("parameters")

        connection_create_request = cls(name=name, connector=connector, parameters=parameters)

        connection_create_request.additional_properties = d
        return connection_create_request
