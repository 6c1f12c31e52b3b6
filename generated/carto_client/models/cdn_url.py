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
    from ..models.cdn_templates import CdnTemplates


@cache
def _nested_models() -> Any:
    from ..models.cdn_templates import CdnTemplates

    return (CdnTemplates,)


@_attrs_define
class CdnUrl(Extensible[Any]):
    """Hosts of the content delivery network."""

    http: str | Unset = UNSET
    """ Host name for http. """
    https: str | Unset = UNSET
    """ Host name for https. """
    templates: CdnTemplates | Unset = UNSET
    """ Templates of hosts. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (CdnTemplates,) = _nested_models()

        http = self.http

        https = self.https

        templates: dict[str, Any] | Unset = UNSET
        if not isinstance(self.templates, Unset):
            templates = to_object("templates", self.templates, CdnTemplates)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if http is not UNSET:
            field_dict["http"] = http
        if https is not UNSET:
            field_dict["https"] = https
        if templates is not UNSET:
            field_dict["templates"] = templates

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (CdnTemplates,) = _nested_models()

        d = require_object(src_dict)
        http = d.pop("http", UNSET)

        https = d.pop("https", UNSET)

        _templates = d.pop("templates", UNSET)
        templates: CdnTemplates | Unset
        if isinstance(_templates, Unset):
            templates = UNSET
        else:
            templates = CdnTemplates.from_dict(_templates)

        cdn_url = cls(http=http, https=https, templates=templates)

        cdn_url.additional_properties = d
        return cdn_url
