# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class MeApiEndpoints(Extensible[Any]):
    """Addresses of the APIs."""

    sql: str
    """ SQL API. """
    maps: str
    """ Maps API. """
    import_: str
    """ Imports. """
    auth: str
    """ API keys. """
    builder: str
    """ The central application. """
    maps_api_v2_template: None | str | Unset = UNSET
    """ Second Maps API, with `{user}` in it; with the grant only. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        sql = self.sql

        maps = self.maps

        import_ = self.import_

        auth = self.auth

        builder = self.builder

        maps_api_v2_template: None | str | Unset
        if isinstance(self.maps_api_v2_template, Unset):
            maps_api_v2_template = UNSET
        else:
            maps_api_v2_template = self.maps_api_v2_template

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"sql": sql, "maps": maps, "import": import_, "auth": auth, "builder": builder})
        if maps_api_v2_template is not UNSET:
            field_dict["maps_api_v2_template"] = maps_api_v2_template

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        sql = d.pop("sql")

        maps = d.pop("maps")

        import_ = d.pop("import")

        auth = d.pop("auth")

        builder = d.pop("builder")

        maps_api_v2_template = cast("None | str | Unset", d.pop("maps_api_v2_template", UNSET))

        me_api_endpoints = cls(
            sql=sql, maps=maps, import_=import_, auth=auth, builder=builder, maps_api_v2_template=maps_api_v2_template
        )

        me_api_endpoints.additional_properties = d
        return me_api_endpoints
