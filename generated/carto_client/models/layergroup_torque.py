# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object, to_object
from ..types import Extensible, require_object, show_model

if TYPE_CHECKING:
    from ..models.layer_meta import LayerMeta


@cache
def _nested_models() -> Any:
    from ..models.layer_meta import LayerMeta

    return (LayerMeta,)


@_attrs_define
class LayergroupTorque(Extensible["LayerMeta"]):
    """Facts about the time of layers, by index."""

    additional_properties: dict[str, LayerMeta] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (LayerMeta,) = _nested_models()

        field_dict: dict[str, Any] = {}
        for prop_name, prop in self.additional_properties.items():
            field_dict[prop_name] = to_object(prop_name, prop, LayerMeta)

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (LayerMeta,) = _nested_models()

        d = require_object(src_dict)
        layergroup_torque = cls()

        additional_properties = {}
        for prop_name, prop_dict in d.items():
            additional_property = LayerMeta.from_dict(prop_dict)

            additional_properties[prop_name] = additional_property

        layergroup_torque.additional_properties = additional_properties
        return layergroup_torque
