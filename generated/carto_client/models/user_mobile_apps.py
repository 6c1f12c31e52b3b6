# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class UserMobileApps(Extensible[Any]):
    """The rights of mobile applications."""

    mobile_xamarin: bool | None | Unset = UNSET
    """ Xamarin. """
    mobile_custom_watermark: bool | None | Unset = UNSET
    """ A watermark of one's own. """
    mobile_offline_maps: bool | None | Unset = UNSET
    """ Maps without a network. """
    mobile_gis_extension: bool | None | Unset = UNSET
    """ The GIS extension. """
    mobile_max_open_users: int | None | Unset = UNSET
    """ Users of open applications. """
    mobile_max_private_users: int | None | Unset = UNSET
    """ Users of private applications. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        mobile_xamarin: bool | None | Unset
        if isinstance(self.mobile_xamarin, Unset):
            mobile_xamarin = UNSET
        else:
            mobile_xamarin = self.mobile_xamarin

        mobile_custom_watermark: bool | None | Unset
        if isinstance(self.mobile_custom_watermark, Unset):
            mobile_custom_watermark = UNSET
        else:
            mobile_custom_watermark = self.mobile_custom_watermark

        mobile_offline_maps: bool | None | Unset
        if isinstance(self.mobile_offline_maps, Unset):
            mobile_offline_maps = UNSET
        else:
            mobile_offline_maps = self.mobile_offline_maps

        mobile_gis_extension: bool | None | Unset
        if isinstance(self.mobile_gis_extension, Unset):
            mobile_gis_extension = UNSET
        else:
            mobile_gis_extension = self.mobile_gis_extension

        mobile_max_open_users: int | None | Unset
        if isinstance(self.mobile_max_open_users, Unset):
            mobile_max_open_users = UNSET
        else:
            mobile_max_open_users = self.mobile_max_open_users

        mobile_max_private_users: int | None | Unset
        if isinstance(self.mobile_max_private_users, Unset):
            mobile_max_private_users = UNSET
        else:
            mobile_max_private_users = self.mobile_max_private_users

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if mobile_xamarin is not UNSET:
            field_dict["mobile_xamarin"] = mobile_xamarin
        if mobile_custom_watermark is not UNSET:
            field_dict["mobile_custom_watermark"] = mobile_custom_watermark
        if mobile_offline_maps is not UNSET:
            field_dict["mobile_offline_maps"] = mobile_offline_maps
        if mobile_gis_extension is not UNSET:
            field_dict["mobile_gis_extension"] = mobile_gis_extension
        if mobile_max_open_users is not UNSET:
            field_dict["mobile_max_open_users"] = mobile_max_open_users
        if mobile_max_private_users is not UNSET:
            field_dict["mobile_max_private_users"] = mobile_max_private_users

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        mobile_xamarin = cast("bool | None | Unset", d.pop("mobile_xamarin", UNSET))

        mobile_custom_watermark = cast("bool | None | Unset", d.pop("mobile_custom_watermark", UNSET))

        mobile_offline_maps = cast("bool | None | Unset", d.pop("mobile_offline_maps", UNSET))

        mobile_gis_extension = cast("bool | None | Unset", d.pop("mobile_gis_extension", UNSET))

        mobile_max_open_users = cast("int | None | Unset", d.pop("mobile_max_open_users", UNSET))

        mobile_max_private_users = cast("int | None | Unset", d.pop("mobile_max_private_users", UNSET))

        user_mobile_apps = cls(
            mobile_xamarin=mobile_xamarin,
            mobile_custom_watermark=mobile_custom_watermark,
            mobile_offline_maps=mobile_offline_maps,
            mobile_gis_extension=mobile_gis_extension,
            mobile_max_open_users=mobile_max_open_users,
            mobile_max_private_users=mobile_max_private_users,
        )

        user_mobile_apps.additional_properties = d
        return user_mobile_apps
