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
    from ..models.http_urls import HttpUrls


@cache
def _nested_models() -> Any:
    from ..models.http_urls import HttpUrls

    return (HttpUrls,)


@_attrs_define
class LayergroupDataview(Extensible[Any]):
    """Where a dataview is."""

    url: HttpUrls | Unset = UNSET
    """ The same address twice. """
    type_: str | Unset = UNSET
    """ `formula`, `aggregation` or `histogram`, of a widget. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (HttpUrls,) = _nested_models()

        url: dict[str, Any] | Unset = UNSET
        if not isinstance(self.url, Unset):
            url = to_object("url", self.url, HttpUrls)

        type_ = self.type_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if url is not UNSET:
            field_dict["url"] = url
        if type_ is not UNSET:
            field_dict["type"] = type_

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (HttpUrls,) = _nested_models()

        d = require_object(src_dict)
        _url = d.pop("url", UNSET)
        url: HttpUrls | Unset
        if isinstance(_url, Unset):
            url = UNSET
        else:
            url = HttpUrls.from_dict(_url)

        type_ = d.pop("type", UNSET)

        layergroup_dataview = cls(url=url, type_=type_)

        layergroup_dataview.additional_properties = d
        return layergroup_dataview
