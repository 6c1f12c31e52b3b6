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
    from ..models.map_config import MapConfig
    from ..models.named_map_auth import NamedMapAuth
    from ..models.named_map_placeholders import NamedMapPlaceholders
    from ..models.named_map_view import NamedMapView


@cache
def _nested_models() -> Any:
    from ..models.map_config import MapConfig
    from ..models.named_map_auth import NamedMapAuth
    from ..models.named_map_placeholders import NamedMapPlaceholders
    from ..models.named_map_view import NamedMapView

    return (MapConfig, NamedMapAuth, NamedMapPlaceholders, NamedMapView)


@_attrs_define
class NamedMapTemplate(Extensible[Any]):
    """A map with placeholders. Further keys are kept."""

    name: str
    """ Letters, digits, `_` and `-`, the first one a letter or digit. Unique in the account, and for ever. """
    layergroup: MapConfig
    """ The contents of a map. Other keys can be given, too. """
    version: str
    """ `0.0.1`, nothing else. """
    auth: NamedMapAuth | Unset = UNSET
    """ Access to a named map. """
    placeholders: NamedMapPlaceholders | Unset = UNSET
    """ Id (a letter, then letters, digits and `_`) to placeholder. """
    view: NamedMapView | None | Unset = UNSET
    """ The area of static images. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (MapConfig, NamedMapAuth, NamedMapPlaceholders, NamedMapView) = _nested_models()

        name = self.name

        layergroup = to_object("layergroup", self.layergroup, MapConfig)

        version = self.version

        auth: dict[str, Any] | Unset = UNSET
        if not isinstance(self.auth, Unset):
            auth = to_object("auth", self.auth, NamedMapAuth)

        placeholders: dict[str, Any] | Unset = UNSET
        if not isinstance(self.placeholders, Unset):
            placeholders = to_object("placeholders", self.placeholders, NamedMapPlaceholders)

        view: dict[str, Any] | None | Unset
        if isinstance(self.view, Unset):
            view = UNSET
        elif isinstance(self.view, NamedMapView | Mapping):
            view = to_object("view_type_0", self.view, NamedMapView)
        else:
            view = self.view

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"name": name, "layergroup": layergroup, "version": version})
        if auth is not UNSET:
            field_dict["auth"] = auth
        if placeholders is not UNSET:
            field_dict["placeholders"] = placeholders
        if view is not UNSET:
            field_dict["view"] = view

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (MapConfig, NamedMapAuth, NamedMapPlaceholders, NamedMapView) = _nested_models()

        d = require_object(src_dict)
        name = d.pop("name")

        layergroup = MapConfig.from_dict(d.pop("layergroup"))

        version = d.pop("version")

        _auth = d.pop("auth", UNSET)
        auth: NamedMapAuth | Unset
        if isinstance(_auth, Unset):
            auth = UNSET
        else:
            auth = NamedMapAuth.from_dict(_auth)

        _placeholders = d.pop("placeholders", UNSET)
        placeholders: NamedMapPlaceholders | Unset
        if isinstance(_placeholders, Unset):
            placeholders = UNSET
        else:
            placeholders = NamedMapPlaceholders.from_dict(_placeholders)

        def _parse_view(data: object) -> NamedMapView | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if not isinstance(data, dict):
                raise TypeError()
            view_type_0 = NamedMapView.from_dict(data)

            return view_type_0

        view = _parse_view(d.pop("view", UNSET))

        named_map_template = cls(
            name=name, layergroup=layergroup, version=version, auth=auth, placeholders=placeholders, view=view
        )

        named_map_template.additional_properties = d
        return named_map_template
