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
    from ..models.maps_error_analysis import MapsErrorAnalysis
    from ..models.maps_error_layer import MapsErrorLayer


@cache
def _nested_models() -> Any:
    from ..models.maps_error_analysis import MapsErrorAnalysis
    from ..models.maps_error_layer import MapsErrorLayer

    return (MapsErrorAnalysis, MapsErrorLayer)


@_attrs_define
class MapsErrorContext(Extensible[Any]):
    """One error."""

    type_: str
    """ `unknown`, `auth`, `layer`, `mapconfig`, `tile`, `limit`, `dataview`, `analysis`, `entity.parse.failed`,
    `entity.too.large`. """
    message: str
    """ The message. """
    subtype: str | Unset = UNSET
    """ `api-key-not-found`, `api-key-does-not-grant-access`, `api-key-username-mismatch`, `query`, `turbo-carto`,
    `aggregation`; for limits `rate-limit` (waiting helps), `render`, `datasource` (SQL timeout),
    `render-capacity`. """
    layer: MapsErrorLayer | Unset = UNSET
    """ Layer that an error is about. """
    analysis: MapsErrorAnalysis | Unset = UNSET
    """ Analysis that an error is about. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (MapsErrorAnalysis, MapsErrorLayer) = _nested_models()

        type_ = self.type_

        message = self.message

        subtype = self.subtype

        layer: dict[str, Any] | Unset = UNSET
        if not isinstance(self.layer, Unset):
            layer = to_object("layer", self.layer, MapsErrorLayer)

        analysis: dict[str, Any] | Unset = UNSET
        if not isinstance(self.analysis, Unset):
            analysis = to_object("analysis", self.analysis, MapsErrorAnalysis)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"type": type_, "message": message})
        if subtype is not UNSET:
            field_dict["subtype"] = subtype
        if layer is not UNSET:
            field_dict["layer"] = layer
        if analysis is not UNSET:
            field_dict["analysis"] = analysis

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (MapsErrorAnalysis, MapsErrorLayer) = _nested_models()

        d = require_object(src_dict)
        type_ = d.pop("type")

        message = d.pop("message")

        subtype = d.pop("subtype", UNSET)

        _layer = d.pop("layer", UNSET)
        layer: MapsErrorLayer | Unset
        if isinstance(_layer, Unset):
            layer = UNSET
        else:
            layer = MapsErrorLayer.from_dict(_layer)

        _analysis = d.pop("analysis", UNSET)
        analysis: MapsErrorAnalysis | Unset
        if isinstance(_analysis, Unset):
            analysis = UNSET
        else:
            analysis = MapsErrorAnalysis.from_dict(_analysis)

        maps_error_context = cls(type_=type_, message=message, subtype=subtype, layer=layer, analysis=analysis)

        maps_error_context.additional_properties = d
        return maps_error_context
