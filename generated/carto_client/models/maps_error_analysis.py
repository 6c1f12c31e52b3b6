# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class MapsErrorAnalysis(Extensible[Any]):
    """Analysis that an error is about."""

    id: str | Unset = UNSET
    """ Id of the analysis in the MapConfig. """
    type_: str | Unset = UNSET
    """ Type of the analysis. """
    node_id: str | Unset = UNSET
    """ Id of the analysis on the server. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        type_ = self.type_

        node_id = self.node_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if id is not UNSET:
            field_dict["id"] = id
        if type_ is not UNSET:
            field_dict["type"] = type_
        if node_id is not UNSET:
            field_dict["node_id"] = node_id

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        id = d.pop("id", UNSET)

        type_ = d.pop("type", UNSET)

        node_id = d.pop("node_id", UNSET)

        maps_error_analysis = cls(id=id, type_=type_, node_id=node_id)

        maps_error_analysis.additional_properties = d
        return maps_error_analysis
