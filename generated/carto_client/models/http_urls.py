# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class HttpUrls(Extensible[Any]):
    """The same address twice."""

    http: str | Unset = UNSET
    """ With http. """
    https: str | Unset = UNSET
    """ With https. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        http = self.http

        https = self.https

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if http is not UNSET:
            field_dict["http"] = http
        if https is not UNSET:
            field_dict["https"] = https

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        http = d.pop("http", UNSET)

        https = d.pop("https", UNSET)

        http_urls = cls(http=http, https=https)

        http_urls.additional_properties = d
        return http_urls
