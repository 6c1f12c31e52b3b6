# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object, to_items, to_object
from ..types import UNSET, Extensible, Unset, require_list, require_object, show_model

if TYPE_CHECKING:
    from ..models.me_api_endpoints import MeApiEndpoints
    from ..models.me_identity_group import MeIdentityGroup
    from ..models.me_identity_organization import MeIdentityOrganization


@cache
def _nested_models() -> Any:
    from ..models.me_api_endpoints import MeApiEndpoints
    from ..models.me_identity_group import MeIdentityGroup
    from ..models.me_identity_organization import MeIdentityOrganization

    return (MeApiEndpoints, MeIdentityGroup, MeIdentityOrganization)


@_attrs_define
class MeIdentity(Extensible[Any]):
    """The caller."""

    username: str
    """ Account name. """
    organization: MeIdentityOrganization | None
    """ The organization, or null. """
    api_endpoints: MeApiEndpoints
    """ Addresses of the APIs. """
    region: None | str | Unset = UNSET
    """ Region; with the grant only. """
    groups: list[MeIdentityGroup] | None | Unset = UNSET
    """ Groups of the caller; with the grant only. """
    avatar_url: None | str | Unset = UNSET
    """ Picture; with the grant only. """
    first_name: None | str | Unset = UNSET
    """ With the grant only. """
    last_name: None | str | Unset = UNSET
    """ With the grant only. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (MeApiEndpoints, MeIdentityGroup, MeIdentityOrganization) = _nested_models()

        username = self.username

        organization: dict[str, Any] | None
        if isinstance(self.organization, MeIdentityOrganization | Mapping):
            organization = to_object("organization_type_0", self.organization, MeIdentityOrganization)
        else:
            organization = self.organization

        api_endpoints = to_object("api_endpoints", self.api_endpoints, MeApiEndpoints)

        region: None | str | Unset
        if isinstance(self.region, Unset):
            region = UNSET
        else:
            region = self.region

        groups: list[dict[str, Any]] | None | Unset
        if isinstance(self.groups, Unset):
            groups = UNSET
        elif isinstance(self.groups, list):
            groups = []
            for groups_type_0_item_data in to_items("groups_type_0", self.groups):
                groups_type_0_item = to_object("groups_type_0", groups_type_0_item_data, MeIdentityGroup)
                groups.append(groups_type_0_item)

        else:
            groups = self.groups

        avatar_url: None | str | Unset
        if isinstance(self.avatar_url, Unset):
            avatar_url = UNSET
        else:
            avatar_url = self.avatar_url

        first_name: None | str | Unset
        if isinstance(self.first_name, Unset):
            first_name = UNSET
        else:
            first_name = self.first_name

        last_name: None | str | Unset
        if isinstance(self.last_name, Unset):
            last_name = UNSET
        else:
            last_name = self.last_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"username": username, "organization": organization, "api_endpoints": api_endpoints})
        if region is not UNSET:
            field_dict["region"] = region
        if groups is not UNSET:
            field_dict["groups"] = groups
        if avatar_url is not UNSET:
            field_dict["avatar_url"] = avatar_url
        if first_name is not UNSET:
            field_dict["first_name"] = first_name
        if last_name is not UNSET:
            field_dict["last_name"] = last_name

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (MeApiEndpoints, MeIdentityGroup, MeIdentityOrganization) = _nested_models()

        d = require_object(src_dict)
        username = d.pop("username")

        def _parse_organization(data: object) -> MeIdentityOrganization | None:
            if data is None:
                return data
            if not isinstance(data, dict):
                raise TypeError()
            organization_type_0 = MeIdentityOrganization.from_dict(data)

            return organization_type_0

        organization = _parse_organization(d.pop("organization"))

        api_endpoints = MeApiEndpoints.from_dict(d.pop("api_endpoints"))

        region = cast("None | str | Unset", d.pop("region", UNSET))

        def _parse_groups(data: object) -> list[MeIdentityGroup] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if not isinstance(data, list):
                raise TypeError()
            groups_type_0 = []
            _groups_type_0 = data
            for groups_type_0_item_data in require_list(_groups_type_0):
                groups_type_0_item = MeIdentityGroup.from_dict(groups_type_0_item_data)

                groups_type_0.append(groups_type_0_item)

            return groups_type_0

        groups = _parse_groups(d.pop("groups", UNSET))

        avatar_url = cast("None | str | Unset", d.pop("avatar_url", UNSET))

        first_name = cast("None | str | Unset", d.pop("first_name", UNSET))

        last_name = cast("None | str | Unset", d.pop("last_name", UNSET))

        me_identity = cls(
            username=username,
            organization=organization,
            api_endpoints=api_endpoints,
            region=region,
            groups=groups,
            avatar_url=avatar_url,
            first_name=first_name,
            last_name=last_name,
        )

        me_identity.additional_properties = d
        return me_identity
