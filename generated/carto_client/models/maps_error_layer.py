# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class MapsErrorLayer(Extensible[Any]):
    """Layer that an error is about."""

    id: int | str | Unset = UNSET
    """ Id of the layer. """
    index: Any | Unset = UNSET
    """ Index of the layer, from 0. A number; errors of clusters have it as text. """
    type_: str | Unset = UNSET
    """ Type of the layer. """
    context: Any | Unset = UNSET
    """ More about the place of the error, in any form. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        id: int | str | Unset
        if isinstance(self.id, Unset):
            id = UNSET
        else:
            id = self.id

        index = self.index

        type_ = self.type_

        context = self.context

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if id is not UNSET:
            field_dict["id"] = id
        if index is not UNSET:
            field_dict["index"] = index
        if type_ is not UNSET:
            field_dict["type"] = type_
        if context is not UNSET:
            field_dict["context"] = context

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        id = cast("int | str | Unset", d.pop("id", UNSET))

        index = d.pop("index", UNSET)

        type_ = d.pop("type", UNSET)

        context = d.pop("context", UNSET)

        maps_error_layer = cls(id=id, index=index, type_=type_, context=context)

        maps_error_layer.additional_properties = d
        return maps_error_layer
