# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class TagCount(Extensible[Any]):
    """A tag and how often it is used. Counts of types that were not asked for are left out."""

    tag: str
    """ The tag, in lower case. """
    datasets: int | Unset = UNSET
    """ Datasets with it. """
    maps: int | Unset = UNSET
    """ Maps with it. """
    data_library: int | Unset = UNSET
    """ Data library items with it. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        tag = self.tag

        datasets = self.datasets

        maps = self.maps

        data_library = self.data_library

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"tag": tag})
        if datasets is not UNSET:
            field_dict["datasets"] = datasets
        if maps is not UNSET:
            field_dict["maps"] = maps
        if data_library is not UNSET:
            field_dict["data_library"] = data_library

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        tag = d.pop("tag")

        datasets = d.pop("datasets", UNSET)

        maps = d.pop("maps", UNSET)

        data_library = d.pop("data_library", UNSET)

        tag_count = cls(tag=tag, datasets=datasets, maps=maps, data_library=data_library)

        tag_count.additional_properties = d
        return tag_count
