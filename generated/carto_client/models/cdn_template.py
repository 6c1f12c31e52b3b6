# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_list, require_object, show_model


@_attrs_define
class CdnTemplate(Extensible[Any]):
    """A template of a host."""

    url: str | Unset = UNSET
    """ Beginning of the URLs, with `{s}`. """
    subdomains: list[str] | Unset = UNSET
    """ Values for `{s}`. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        url = self.url

        subdomains: list[str] | Unset = UNSET
        if not isinstance(self.subdomains, Unset):
            subdomains = self.subdomains

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if url is not UNSET:
            field_dict["url"] = url
        if subdomains is not UNSET:
            field_dict["subdomains"] = subdomains

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        url = d.pop("url", UNSET)

        subdomains = cast("list[str] | Unset", require_list(d.pop("subdomains", UNSET)))

        cdn_template = cls(url=url, subdomains=subdomains)

        cdn_template.additional_properties = d
        return cdn_template
