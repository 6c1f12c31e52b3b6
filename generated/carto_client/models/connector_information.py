# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import Extensible, require_object, show_model


@_attrs_define
class ConnectorInformation(Extensible[Any]):
    """The features and parameters of a connector."""

    features: Any
    """ The connector's features, an object with flags such as for listing tables. """
    parameters: Any
    """ Object of the parameters it takes, with `connection` among them. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        features = self.features

        parameters = self.parameters

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"features": features, "parameters": parameters})

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        features = d.pop("features")

        parameters = d.pop("parameters")

        connector_information = cls(features=features, parameters=parameters)

        connector_information.additional_properties = d
        return connector_information
