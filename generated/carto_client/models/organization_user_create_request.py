# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class OrganizationUserCreateRequest(Extensible[Any]):
    """A new member of an organization. Unknown fields are ignored."""

    username: str
    """ Account name. """
    email: str
    """ Address for mail. """
    password: str
    """ First password. """
    quota_in_bytes: int | Unset = UNSET
    """ Storage that the account can use; more than 32 bits. """
    viewer: bool | Unset = UNSET
    """ True for an account that can only read. """
    org_admin: bool | Unset = UNSET
    """ True for an administrator; only the owner can set it. """
    soft_geocoding_limit: str | Unset = UNSET
    """ Only the **text** `true` counts here; the JSON value true is ignored. """
    soft_here_isolines_limit: str | Unset = UNSET
    """ Only the text `true` counts. """
    soft_twitter_datasource_limit: str | Unset = UNSET
    """ Only the text `true` counts. """
    soft_mapzen_routing_limit: str | Unset = UNSET
    """ Only the text `true` counts. """
    force_password_change: bool | Unset = UNSET
    """ True makes the member choose another password at first; here only the JSON value counts, not the text. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        username = self.username

        email = self.email

        password = self.password

        quota_in_bytes = self.quota_in_bytes

        viewer = self.viewer

        org_admin = self.org_admin

        soft_geocoding_limit = self.soft_geocoding_limit

        soft_here_isolines_limit = self.soft_here_isolines_limit

        soft_twitter_datasource_limit = self.soft_twitter_datasource_limit

        soft_mapzen_routing_limit = self.soft_mapzen_routing_limit

        force_password_change = self.force_password_change

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"username": username, "email": email, "password": password})
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
        if force_password_change is not UNSET:
            field_dict["force_password_change"] = force_password_change

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        username = d.pop("username")

        email = d.pop("email")

        password = d.pop("password")

        quota_in_bytes = d.pop("quota_in_bytes", UNSET)

        viewer = d.pop("viewer", UNSET)

        org_admin = d.pop("org_admin", UNSET)

        soft_geocoding_limit = d.pop("soft_geocoding_limit", UNSET)

        soft_here_isolines_limit = d.pop("soft_here_isolines_limit", UNSET)

        soft_twitter_datasource_limit = d.pop("soft_twitter_datasource_limit", UNSET)

        soft_mapzen_routing_limit = d.pop("soft_mapzen_routing_limit", UNSET)

        force_password_change = d.pop("force_password_change", UNSET)

        organization_user_create_request = cls(
            username=username,
            email=email,
            password=password,
            quota_in_bytes=quota_in_bytes,
            viewer=viewer,
            org_admin=org_admin,
            soft_geocoding_limit=soft_geocoding_limit,
            soft_here_isolines_limit=soft_here_isolines_limit,
            soft_twitter_datasource_limit=soft_twitter_datasource_limit,
            soft_mapzen_routing_limit=soft_mapzen_routing_limit,
            force_password_change=force_password_change,
        )

        organization_user_create_request.additional_properties = d
        return organization_user_create_request
