# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import Extensible, require_list, require_object, show_model


@_attrs_define
class TileUrl(Extensible[Any]):
    """A URL template."""

    url_template: str
    """ URL with `{z}`, `{x}`, `{y}` and, if there are subdomains, `{s}`. """
    subdomains: list[str]
    """ Values for `{s}`; can be empty. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        url_template = self.url_template

        subdomains = self.subdomains

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"urlTemplate": url_template, "subdomains": subdomains})

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        url_template = d.pop("urlTemplate")

        subdomains = cast("list[str]", require_list(d.pop("subdomains")))

        tile_url = cls(url_template=url_template, subdomains=subdomains)

        tile_url.additional_properties = d
        return tile_url
