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
    from ..models.me_config import MeConfig
    from ..models.me_notification import MeNotification
    from ..models.me_service import MeService
    from ..models.user_profile import UserProfile


@cache
def _nested_models() -> Any:
    from ..models.me_config import MeConfig
    from ..models.me_notification import MeNotification
    from ..models.me_service import MeService
    from ..models.user_profile import UserProfile

    return (MeConfig, MeNotification, MeService, UserProfile)


@_attrs_define
class Me(Extensible[Any]):
    """Data for the dashboard. Anonymous callers get only `user_frontend_version` and `config`."""

    user_frontend_version: str
    """ Version of the dashboard. """
    config: MeConfig
    """ Settings of the platform. Beside those described, each installation has its own, mostly for CARTO's web
    pages: which services and databases are on (`oauth_…`, `…_enabled`), of trackers (`trackjs_…`, `hubspot_…`,
    `statsd_…`), `app_name`, `licenses`, limits of files and so on, in any form. """
    user_data: UserProfile | Unset = UNSET
    """ Everything about the caller's own account. """
    default_fallback_basemap: Any | Unset = UNSET
    """ Base map where none was chosen, an object with `name`, `url` and more. """
    dashboard_notifications: Any | Unset = UNSET
    """ Notices of the dashboard, an object. """
    organization_notifications: list[MeNotification] | None | Unset = UNSET
    """ Notices of the organization to show now. """
    unfiltered_organization_notifications: list[MeNotification] | None | Unset = UNSET
    """ All notices of the organization. """
    is_just_logged_in: bool | None | Unset = UNSET
    """ For the dashboard. """
    is_first_time_viewing_dashboard: bool | None | Unset = UNSET
    """ For the dashboard. """
    can_change_email: bool | None | Unset = UNSET
    """ True if the e-mail address can be changed. """
    auth_username_password_enabled: bool | None | Unset = UNSET
    """ True if the organization allows passwords. """
    can_change_password: bool | None | Unset = UNSET
    """ True if the password can be changed. """
    plan_name: None | str | Unset = UNSET
    """ Plan, for people. """
    plan_url: None | str | Unset = UNSET
    """ Page about the plan. """
    can_be_deleted: bool | None | Unset = UNSET
    """ True if the account can be deleted. """
    cant_be_deleted_reason: None | str | Unset = UNSET
    """ Why not. """
    services: list[MeService] | None | Unset = UNSET
    """ File services and whether they are connected. """
    asset_host: None | str | Unset = UNSET
    """ Where the dashboard's files are. """
    google_sign_in: bool | None | Unset = UNSET
    """ True if the user signs in with Google. """
    mfa_required: bool | None | Unset = UNSET
    """ True if a second factor is still required. """
    license_expiration: None | str | Unset = UNSET
    """ When the licence of an installation ends. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (MeConfig, MeNotification, MeService, UserProfile) = _nested_models()

        user_frontend_version = self.user_frontend_version

        config = to_object("config", self.config, MeConfig)

        user_data: dict[str, Any] | Unset = UNSET
        if not isinstance(self.user_data, Unset):
            user_data = to_object("user_data", self.user_data, UserProfile)

        default_fallback_basemap = self.default_fallback_basemap

        dashboard_notifications = self.dashboard_notifications

        organization_notifications: list[dict[str, Any]] | None | Unset
        if isinstance(self.organization_notifications, Unset):
            organization_notifications = UNSET
        elif isinstance(self.organization_notifications, list):
            organization_notifications = []
            for organization_notifications_type_0_item_data in to_items(
                "organization_notifications_type_0", self.organization_notifications
            ):
                organization_notifications_type_0_item = to_object(
                    "organization_notifications_type_0", organization_notifications_type_0_item_data, MeNotification
                )
                organization_notifications.append(organization_notifications_type_0_item)

        else:
            organization_notifications = self.organization_notifications

        unfiltered_organization_notifications: list[dict[str, Any]] | None | Unset
        if isinstance(self.unfiltered_organization_notifications, Unset):
            unfiltered_organization_notifications = UNSET
        elif isinstance(self.unfiltered_organization_notifications, list):
            unfiltered_organization_notifications = []
            for unfiltered_organization_notifications_type_0_item_data in to_items(
                "unfiltered_organization_notifications_type_0", self.unfiltered_organization_notifications
            ):
                unfiltered_organization_notifications_type_0_item = to_object(
                    "unfiltered_organization_notifications_type_0",
                    unfiltered_organization_notifications_type_0_item_data,
                    MeNotification,
                )
                unfiltered_organization_notifications.append(unfiltered_organization_notifications_type_0_item)

        else:
            unfiltered_organization_notifications = self.unfiltered_organization_notifications

        is_just_logged_in: bool | None | Unset
        if isinstance(self.is_just_logged_in, Unset):
            is_just_logged_in = UNSET
        else:
            is_just_logged_in = self.is_just_logged_in

        is_first_time_viewing_dashboard: bool | None | Unset
        if isinstance(self.is_first_time_viewing_dashboard, Unset):
            is_first_time_viewing_dashboard = UNSET
        else:
            is_first_time_viewing_dashboard = self.is_first_time_viewing_dashboard

        can_change_email: bool | None | Unset
        if isinstance(self.can_change_email, Unset):
            can_change_email = UNSET
        else:
            can_change_email = self.can_change_email

        auth_username_password_enabled: bool | None | Unset
        if isinstance(self.auth_username_password_enabled, Unset):
            auth_username_password_enabled = UNSET
        else:
            auth_username_password_enabled = self.auth_username_password_enabled

        can_change_password: bool | None | Unset
        if isinstance(self.can_change_password, Unset):
            can_change_password = UNSET
        else:
            can_change_password = self.can_change_password

        plan_name: None | str | Unset
        if isinstance(self.plan_name, Unset):
            plan_name = UNSET
        else:
            plan_name = self.plan_name

        plan_url: None | str | Unset
        if isinstance(self.plan_url, Unset):
            plan_url = UNSET
        else:
            plan_url = self.plan_url

        can_be_deleted: bool | None | Unset
        if isinstance(self.can_be_deleted, Unset):
            can_be_deleted = UNSET
        else:
            can_be_deleted = self.can_be_deleted

        cant_be_deleted_reason: None | str | Unset
        if isinstance(self.cant_be_deleted_reason, Unset):
            cant_be_deleted_reason = UNSET
        else:
            cant_be_deleted_reason = self.cant_be_deleted_reason

        services: list[dict[str, Any]] | None | Unset
        if isinstance(self.services, Unset):
            services = UNSET
        elif isinstance(self.services, list):
            services = []
            for services_type_0_item_data in to_items("services_type_0", self.services):
                services_type_0_item = to_object("services_type_0", services_type_0_item_data, MeService)
                services.append(services_type_0_item)

        else:
            services = self.services

        asset_host: None | str | Unset
        if isinstance(self.asset_host, Unset):
            asset_host = UNSET
        else:
            asset_host = self.asset_host

        google_sign_in: bool | None | Unset
        if isinstance(self.google_sign_in, Unset):
            google_sign_in = UNSET
        else:
            google_sign_in = self.google_sign_in

        mfa_required: bool | None | Unset
        if isinstance(self.mfa_required, Unset):
            mfa_required = UNSET
        else:
            mfa_required = self.mfa_required

        license_expiration: None | str | Unset
        if isinstance(self.license_expiration, Unset):
            license_expiration = UNSET
        else:
            license_expiration = self.license_expiration

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"user_frontend_version": user_frontend_version, "config": config})
        if user_data is not UNSET:
            field_dict["user_data"] = user_data
        if default_fallback_basemap is not UNSET:
            field_dict["default_fallback_basemap"] = default_fallback_basemap
        if dashboard_notifications is not UNSET:
            field_dict["dashboard_notifications"] = dashboard_notifications
        if organization_notifications is not UNSET:
            field_dict["organization_notifications"] = organization_notifications
        if unfiltered_organization_notifications is not UNSET:
            field_dict["unfiltered_organization_notifications"] = unfiltered_organization_notifications
        if is_just_logged_in is not UNSET:
            field_dict["is_just_logged_in"] = is_just_logged_in
        if is_first_time_viewing_dashboard is not UNSET:
            field_dict["is_first_time_viewing_dashboard"] = is_first_time_viewing_dashboard
        if can_change_email is not UNSET:
            field_dict["can_change_email"] = can_change_email
        if auth_username_password_enabled is not UNSET:
            field_dict["auth_username_password_enabled"] = auth_username_password_enabled
        if can_change_password is not UNSET:
            field_dict["can_change_password"] = can_change_password
        if plan_name is not UNSET:
            field_dict["plan_name"] = plan_name
        if plan_url is not UNSET:
            field_dict["plan_url"] = plan_url
        if can_be_deleted is not UNSET:
            field_dict["can_be_deleted"] = can_be_deleted
        if cant_be_deleted_reason is not UNSET:
            field_dict["cant_be_deleted_reason"] = cant_be_deleted_reason
        if services is not UNSET:
            field_dict["services"] = services
        if asset_host is not UNSET:
            field_dict["asset_host"] = asset_host
        if google_sign_in is not UNSET:
            field_dict["google_sign_in"] = google_sign_in
        if mfa_required is not UNSET:
            field_dict["mfa_required"] = mfa_required
        if license_expiration is not UNSET:
            field_dict["license_expiration"] = license_expiration

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (MeConfig, MeNotification, MeService, UserProfile) = _nested_models()

        d = require_object(src_dict)
        user_frontend_version = d.pop("user_frontend_version")

        config = MeConfig.from_dict(d.pop("config"))

        _user_data = d.pop("user_data", UNSET)
        user_data: UserProfile | Unset
        if isinstance(_user_data, Unset):
            user_data = UNSET
        else:
            user_data = UserProfile.from_dict(_user_data)

        default_fallback_basemap = d.pop("default_fallback_basemap", UNSET)

        dashboard_notifications = d.pop("dashboard_notifications", UNSET)

        def _parse_organization_notifications(data: object) -> list[MeNotification] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if not isinstance(data, list):
                raise TypeError()
            organization_notifications_type_0 = []
            _organization_notifications_type_0 = data
            for organization_notifications_type_0_item_data in require_list(_organization_notifications_type_0):
                organization_notifications_type_0_item = MeNotification.from_dict(
                    organization_notifications_type_0_item_data
                )

                organization_notifications_type_0.append(organization_notifications_type_0_item)

            return organization_notifications_type_0

        organization_notifications = _parse_organization_notifications(d.pop("organization_notifications", UNSET))

        def _parse_unfiltered_organization_notifications(data: object) -> list[MeNotification] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if not isinstance(data, list):
                raise TypeError()
            unfiltered_organization_notifications_type_0 = []
            _unfiltered_organization_notifications_type_0 = data
            for unfiltered_organization_notifications_type_0_item_data in require_list(
                _unfiltered_organization_notifications_type_0
            ):
                unfiltered_organization_notifications_type_0_item = MeNotification.from_dict(
                    unfiltered_organization_notifications_type_0_item_data
                )

                unfiltered_organization_notifications_type_0.append(unfiltered_organization_notifications_type_0_item)

            return unfiltered_organization_notifications_type_0

        unfiltered_organization_notifications = _parse_unfiltered_organization_notifications(
            d.pop("unfiltered_organization_notifications", UNSET)
        )

        is_just_logged_in = cast("bool | None | Unset", d.pop("is_just_logged_in", UNSET))

        is_first_time_viewing_dashboard = cast("bool | None | Unset", d.pop("is_first_time_viewing_dashboard", UNSET))

        can_change_email = cast("bool | None | Unset", d.pop("can_change_email", UNSET))

        auth_username_password_enabled = cast("bool | None | Unset", d.pop("auth_username_password_enabled", UNSET))

        can_change_password = cast("bool | None | Unset", d.pop("can_change_password", UNSET))

        plan_name = cast("None | str | Unset", d.pop("plan_name", UNSET))

        plan_url = cast("None | str | Unset", d.pop("plan_url", UNSET))

        can_be_deleted = cast("bool | None | Unset", d.pop("can_be_deleted", UNSET))

        cant_be_deleted_reason = cast("None | str | Unset", d.pop("cant_be_deleted_reason", UNSET))

        def _parse_services(data: object) -> list[MeService] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if not isinstance(data, list):
                raise TypeError()
            services_type_0 = []
            _services_type_0 = data
            for services_type_0_item_data in require_list(_services_type_0):
                services_type_0_item = MeService.from_dict(services_type_0_item_data)

                services_type_0.append(services_type_0_item)

            return services_type_0

        services = _parse_services(d.pop("services", UNSET))

        asset_host = cast("None | str | Unset", d.pop("asset_host", UNSET))

        google_sign_in = cast("bool | None | Unset", d.pop("google_sign_in", UNSET))

        mfa_required = cast("bool | None | Unset", d.pop("mfa_required", UNSET))

        license_expiration = cast("None | str | Unset", d.pop("license_expiration", UNSET))

        me = cls(
            user_frontend_version=user_frontend_version,
            config=config,
            user_data=user_data,
            default_fallback_basemap=default_fallback_basemap,
            dashboard_notifications=dashboard_notifications,
            organization_notifications=organization_notifications,
            unfiltered_organization_notifications=unfiltered_organization_notifications,
            is_just_logged_in=is_just_logged_in,
            is_first_time_viewing_dashboard=is_first_time_viewing_dashboard,
            can_change_email=can_change_email,
            auth_username_password_enabled=auth_username_password_enabled,
            can_change_password=can_change_password,
            plan_name=plan_name,
            plan_url=plan_url,
            can_be_deleted=can_be_deleted,
            cant_be_deleted_reason=cant_be_deleted_reason,
            services=services,
            asset_host=asset_host,
            google_sign_in=google_sign_in,
            mfa_required=mfa_required,
            license_expiration=license_expiration,
        )

        me.additional_properties = d
        return me
