# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object, to_object
from ..types import UNSET, Extensible, Unset, require_object, show_model

if TYPE_CHECKING:
    from ..models.layergroup_nodes import LayergroupNodes


@cache
def _nested_models() -> Any:
    from ..models.layergroup_nodes import LayergroupNodes

    return (LayergroupNodes,)


@_attrs_define
class LayergroupAnalysis(Extensible[Any]):
    """One analysis of a map."""

    nodes: LayergroupNodes | Unset = UNSET
    """ Id in the MapConfig to node. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (LayergroupNodes,) = _nested_models()

        nodes: dict[str, Any] | Unset = UNSET
        if not isinstance(self.nodes, Unset):
            nodes = to_object("nodes", self.nodes, LayergroupNodes)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if nodes is not UNSET:
            field_dict["nodes"] = nodes

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (LayergroupNodes,) = _nested_models()

        d = require_object(src_dict)
        _nodes = d.pop("nodes", UNSET)
        nodes: LayergroupNodes | Unset
        if isinstance(_nodes, Unset):
            nodes = UNSET
        else:
            nodes = LayergroupNodes.from_dict(_nodes)

        layergroup_analysis = cls(nodes=nodes)

        layergroup_analysis.additional_properties = d
        return layergroup_analysis
