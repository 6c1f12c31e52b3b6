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
    from ..models.map_source import MapSource


@cache
def _nested_models() -> Any:
    from ..models.map_source import MapSource

    return (MapSource,)


@_attrs_define
class MapDataview(Extensible[Any]):
    """One dataview."""

    type_: str | Unset = UNSET
    """ `formula`, `aggregation` or `histogram`. """
    source: MapSource | Unset = UNSET
    """ Where data comes from. """
    options: Any | Unset = UNSET
    """ `column` and `operation`, `aggregation` or `bins`, and more, an object. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (MapSource,) = _nested_models()

        type_ = self.type_

        source: dict[str, Any] | Unset = UNSET
        if not isinstance(self.source, Unset):
            source = to_object("source", self.source, MapSource)

        options = self.options

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if type_ is not UNSET:
            field_dict["type"] = type_
        if source is not UNSET:
            field_dict["source"] = source
        if options is not UNSET:
            field_dict["options"] = options

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (MapSource,) = _nested_models()

        d = require_object(src_dict)
        type_ = d.pop("type", UNSET)

        _source = d.pop("source", UNSET)
        source: MapSource | Unset
        if isinstance(_source, Unset):
            source = UNSET
        else:
            source = MapSource.from_dict(_source)

        options = d.pop("options", UNSET)

        map_dataview = cls(type_=type_, source=source, options=options)

        map_dataview.additional_properties = d
        return map_dataview
