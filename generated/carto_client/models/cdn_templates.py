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
    from ..models.cdn_template import CdnTemplate


@cache
def _nested_models() -> Any:
    from ..models.cdn_template import CdnTemplate

    return (CdnTemplate,)


@_attrs_define
class CdnTemplates(Extensible[Any]):
    """Templates of hosts."""

    http: CdnTemplate | Unset = UNSET
    """ A template of a host. """
    https: CdnTemplate | Unset = UNSET
    """ A template of a host. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (CdnTemplate,) = _nested_models()

        http: dict[str, Any] | Unset = UNSET
        if not isinstance(self.http, Unset):
            http = to_object("http", self.http, CdnTemplate)

        https: dict[str, Any] | Unset = UNSET
        if not isinstance(self.https, Unset):
            https = to_object("https", self.https, CdnTemplate)

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
        if not TYPE_CHECKING:
            (CdnTemplate,) = _nested_models()

        d = require_object(src_dict)
        _http = d.pop("http", UNSET)
        http: CdnTemplate | Unset
        if isinstance(_http, Unset):
            http = UNSET
        else:
            http = CdnTemplate.from_dict(_http)

        _https = d.pop("https", UNSET)
        https: CdnTemplate | Unset
        if isinstance(_https, Unset):
            https = UNSET
        else:
            https = CdnTemplate.from_dict(_https)

        cdn_templates = cls(http=http, https=https)

        cdn_templates.additional_properties = d
        return cdn_templates
