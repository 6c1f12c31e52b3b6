# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class UserActions(Extensible[Any]):
    """The limits of the plan."""

    private_tables: bool | None | Unset = UNSET
    """ Private datasets. """
    private_maps: bool | None | Unset = UNSET
    """ Private maps. """
    remove_logo: bool | None | Unset = UNSET
    """ Maps without CARTO's logo. """
    sync_tables: bool | None | Unset = UNSET
    """ Synchronizations. """
    google_maps_geocoder_enabled: bool | None | Unset = UNSET
    """ Geocoding by Google. """
    google_maps_enabled: bool | None | Unset = UNSET
    """ Base maps of Google. """
    engine_enabled: bool | None | Unset = UNSET
    """ API keys and the rest of the Engine. """
    builder_enabled: bool | None | Unset = UNSET
    """ The Builder. """
    mobile_sdk_enabled: bool | None | Unset = UNSET
    """ The mobile SDK. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        private_tables: bool | None | Unset
        if isinstance(self.private_tables, Unset):
            private_tables = UNSET
        else:
            private_tables = self.private_tables

        private_maps: bool | None | Unset
        if isinstance(self.private_maps, Unset):
            private_maps = UNSET
        else:
            private_maps = self.private_maps

        remove_logo: bool | None | Unset
        if isinstance(self.remove_logo, Unset):
            remove_logo = UNSET
        else:
            remove_logo = self.remove_logo

        sync_tables: bool | None | Unset
        if isinstance(self.sync_tables, Unset):
            sync_tables = UNSET
        else:
            sync_tables = self.sync_tables

        google_maps_geocoder_enabled: bool | None | Unset
        if isinstance(self.google_maps_geocoder_enabled, Unset):
            google_maps_geocoder_enabled = UNSET
        else:
            google_maps_geocoder_enabled = self.google_maps_geocoder_enabled

        google_maps_enabled: bool | None | Unset
        if isinstance(self.google_maps_enabled, Unset):
            google_maps_enabled = UNSET
        else:
            google_maps_enabled = self.google_maps_enabled

        engine_enabled: bool | None | Unset
        if isinstance(self.engine_enabled, Unset):
            engine_enabled = UNSET
        else:
            engine_enabled = self.engine_enabled

        builder_enabled: bool | None | Unset
        if isinstance(self.builder_enabled, Unset):
            builder_enabled = UNSET
        else:
            builder_enabled = self.builder_enabled

        mobile_sdk_enabled: bool | None | Unset
        if isinstance(self.mobile_sdk_enabled, Unset):
            mobile_sdk_enabled = UNSET
        else:
            mobile_sdk_enabled = self.mobile_sdk_enabled

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if private_tables is not UNSET:
            field_dict["private_tables"] = private_tables
        if private_maps is not UNSET:
            field_dict["private_maps"] = private_maps
        if remove_logo is not UNSET:
            field_dict["remove_logo"] = remove_logo
        if sync_tables is not UNSET:
            field_dict["sync_tables"] = sync_tables
        if google_maps_geocoder_enabled is not UNSET:
            field_dict["google_maps_geocoder_enabled"] = google_maps_geocoder_enabled
        if google_maps_enabled is not UNSET:
            field_dict["google_maps_enabled"] = google_maps_enabled
        if engine_enabled is not UNSET:
            field_dict["engine_enabled"] = engine_enabled
        if builder_enabled is not UNSET:
            field_dict["builder_enabled"] = builder_enabled
        if mobile_sdk_enabled is not UNSET:
            field_dict["mobile_sdk_enabled"] = mobile_sdk_enabled

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        private_tables = cast("bool | None | Unset", d.pop("private_tables", UNSET))

        private_maps = cast("bool | None | Unset", d.pop("private_maps", UNSET))

        remove_logo = cast("bool | None | Unset", d.pop("remove_logo", UNSET))

        sync_tables = cast("bool | None | Unset", d.pop("sync_tables", UNSET))

        google_maps_geocoder_enabled = cast("bool | None | Unset", d.pop("google_maps_geocoder_enabled", UNSET))

        google_maps_enabled = cast("bool | None | Unset", d.pop("google_maps_enabled", UNSET))

        engine_enabled = cast("bool | None | Unset", d.pop("engine_enabled", UNSET))

        builder_enabled = cast("bool | None | Unset", d.pop("builder_enabled", UNSET))

        mobile_sdk_enabled = cast("bool | None | Unset", d.pop("mobile_sdk_enabled", UNSET))

        user_actions = cls(
            private_tables=private_tables,
            private_maps=private_maps,
            remove_logo=remove_logo,
            sync_tables=sync_tables,
            google_maps_geocoder_enabled=google_maps_geocoder_enabled,
            google_maps_enabled=google_maps_enabled,
            engine_enabled=engine_enabled,
            builder_enabled=builder_enabled,
            mobile_sdk_enabled=mobile_sdk_enabled,
        )

        user_actions.additional_properties = d
        return user_actions
