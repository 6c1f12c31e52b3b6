# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class OrganizationUserUpdateRequest(Extensible[Any]):
    """Changes to a member. At least one of these fields; unknown ones are ignored."""

    email: str | Unset = UNSET
    """ Address for mail. """
    password: str | Unset = UNSET
    """ New password. """
    quota_in_bytes: int | Unset = UNSET
    """ Storage that the account can use; more than 32 bits. """
    viewer: bool | Unset = UNSET
    """ True for an account that can only read. """
    org_admin: bool | Unset = UNSET
    """ True for an administrator; only the owner can set it. """
    soft_geocoding_limit: bool | Unset = UNSET
    """ Unlike in the creation, true counts as well as the text `true` or `1`. """
    soft_here_isolines_limit: bool | Unset = UNSET
    """ As `soft_geocoding_limit`. """
    soft_twitter_datasource_limit: bool | Unset = UNSET
    """ As `soft_geocoding_limit`. """
    soft_mapzen_routing_limit: bool | Unset = UNSET
    """ As `soft_geocoding_limit`. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        email = self.email

        password = self.password

        quota_in_bytes = self.quota_in_bytes

        viewer = self.viewer

        org_admin = self.org_admin

        soft_geocoding_limit = self.soft_geocoding_limit

        soft_here_isolines_limit = self.soft_here_isolines_limit

        soft_twitter_datasource_limit = self.soft_twitter_datasource_limit

        soft_mapzen_routing_limit = self.soft_mapzen_routing_limit

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if email is not UNSET:
            field_dict["email"] = email
        if password is not UNSET:
            field_dict["password"] = password
        if quota_in_bytes is not UNSET:
            field_dict["quota_in_bytes"] = quota_in_bytes
        if viewer is not UNSET:
            field_dict["viewer"] = viewer
        if org_admin is not UNSET:
            field_dict["org_admin"] = org_admin
        if soft_geocoding_limit is not UNSET:
            field_dict["soft_geocoding_limit"] = soft_geocoding_limit
        if soft_here_isolines_limit is not UNSET:
            field_dict["soft_here_isolines_limit"] = soft_here_isolines_limit
        if soft_twitter_datasource_limit is not UNSET:
            field_dict["soft_twitter_datasource_limit"] = soft_twitter_datasource_limit
        if soft_mapzen_routing_limit is not UNSET:
            field_dict["soft_mapzen_routing_limit"] = soft_mapzen_routing_limit

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        email = d.pop("email", UNSET)

        password = d.pop("password", UNSET)

        quota_in_bytes = d.pop("quota_in_bytes", UNSET)

        viewer = d.pop("viewer", UNSET)

        org_admin = d.pop("org_admin", UNSET)

        soft_geocoding_limit = d.pop("soft_geocoding_limit", UNSET)

        soft_here_isolines_limit = d.pop("soft_here_isolines_limit", UNSET)

        soft_twitter_datasource_limit = d.pop("soft_twitter_datasource_limit", UNSET)

        soft_mapzen_routing_limit = d.pop("soft_mapzen_routing_limit", UNSET)

        organization_user_update_request = cls(
            email=email,
            password=password,
            quota_in_bytes=quota_in_bytes,
            viewer=viewer,
            org_admin=org_admin,
            soft_geocoding_limit=soft_geocoding_limit,
            soft_here_isolines_limit=soft_here_isolines_limit,
            soft_twitter_datasource_limit=soft_twitter_datasource_limit,
            soft_mapzen_routing_limit=soft_mapzen_routing_limit,
        )

        organization_user_update_request.additional_properties = d
        return organization_user_update_request
