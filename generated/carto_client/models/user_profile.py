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
    from ..models.group import Group
    from ..models.organization import Organization
    from ..models.user_actions import UserActions
    from ..models.user_datasource import UserDatasource
    from ..models.user_email_notifications import UserEmailNotifications
    from ..models.user_limits import UserLimits
    from ..models.user_mobile_apps import UserMobileApps
    from ..models.user_service_use import UserServiceUse
    from ..models.user_storage import UserStorage
    from ..models.user_twitter import UserTwitter
    from ..models.visualization_layer import VisualizationLayer


@cache
def _nested_models() -> Any:
    from ..models.group import Group
    from ..models.organization import Organization
    from ..models.user_actions import UserActions
    from ..models.user_datasource import UserDatasource
    from ..models.user_email_notifications import UserEmailNotifications
    from ..models.user_limits import UserLimits
    from ..models.user_mobile_apps import UserMobileApps
    from ..models.user_service_use import UserServiceUse
    from ..models.user_storage import UserStorage
    from ..models.user_twitter import UserTwitter
    from ..models.visualization_layer import VisualizationLayer

    return (
        Group,
        Organization,
        UserActions,
        UserDatasource,
        UserEmailNotifications,
        UserLimits,
        UserMobileApps,
        UserServiceUse,
        UserStorage,
        UserTwitter,
        VisualizationLayer,
    )


@_attrs_define
class UserProfile(Extensible[Any]):
    """Everything about the caller's own account."""

    id: str
    """ UUID. """
    email: None | str
    """ Address for mail. """
    name: None | str
    """ First name. """
    last_name: None | str
    """ Last name. """
    username: str
    """ Account name. """
    quota_in_bytes: int | None
    """ Storage allowed; more than 32 bits. """
    api_key: None | str
    """ Master key, a secret. """
    actions: UserActions
    """ The limits of the plan. """
    limits: UserLimits
    """ Limits of the account. """
    avatar_url: None | str
    """ Picture; can begin with `//`. """
    base_url: None | str
    """ Address of the account. """
    created_at: None | str | Unset = UNSET
    """ Timestamp. """
    state: None | str | Unset = UNSET
    """ `active` and others. """
    account_type: None | str | Unset = UNSET
    """ Plan, as in `ORGANIZATION USER`. """
    account_type_display_name: None | str | Unset = UNSET
    """ Plan, for people. """
    table_quota: int | None | Unset = UNSET
    """ Datasets allowed; null for no limit. """
    public_map_quota: int | None | Unset = UNSET
    """ Public maps allowed; null for no limit. """
    public_dataset_quota: int | None | Unset = UNSET
    """ Public datasets allowed; null for no limit. """
    private_map_quota: int | None | Unset = UNSET
    """ Private maps allowed; null for no limit. """
    regular_api_key_quota: int | None | Unset = UNSET
    """ Regular API keys allowed; null for no limit. """
    table_count: int | None | Unset = UNSET
    """ Datasets. """
    viewer: bool | Unset = UNSET
    """ True if the account can only read. """
    role_display: None | str | Unset = UNSET
    """ `builder` or `viewer`. """
    industry: None | str | Unset = UNSET
    """ Part of the profile. """
    company_employees: None | str | Unset = UNSET
    """ Part of the profile. """
    use_case: None | str | Unset = UNSET
    """ Part of the profile. """
    company: None | str | Unset = UNSET
    """ Part of the profile. """
    phone: None | str | Unset = UNSET
    """ Part of the profile. """
    job_role: None | str | Unset = UNSET
    """ Part of the profile. """
    org_admin: bool | Unset = UNSET
    """ True if the user administers the organization. """
    public_visualization_count: int | None | Unset = UNSET
    """ Public maps. """
    public_privacy_map_count: int | None | Unset = UNSET
    """ Maps whose privacy is `public`. """
    link_privacy_map_count: int | None | Unset = UNSET
    """ Maps whose privacy is `link`. """
    password_privacy_map_count: int | None | Unset = UNSET
    """ Maps whose privacy is `password`. """
    private_privacy_map_count: int | None | Unset = UNSET
    """ Maps whose privacy is `private`. """
    owned_visualization_count: int | None | Unset = UNSET
    """ Own maps. """
    all_visualization_count: int | None | Unset = UNSET
    """ All maps. """
    visualization_count: int | None | Unset = UNSET
    """ Maps. """
    failed_import_count: int | None | Unset = UNSET
    """ Imports that failed. """
    success_import_count: int | None | Unset = UNSET
    """ Imports that were completed. """
    import_count: int | None | Unset = UNSET
    """ All imports. """
    last_visualization_created_at: None | str | Unset = UNSET
    """ Timestamp. """
    db_size_in_bytes: int | None | Unset = UNSET
    """ Storage used; more than 32 bits. """
    db_size_in_megabytes: float | None | Unset = UNSET
    """ Storage used. """
    remaining_table_quota: int | None | Unset = UNSET
    """ Datasets still allowed; null for no limit. """
    remaining_byte_quota: float | None | Unset = UNSET
    """ Storage still allowed, a number with a fraction (`5263851520.0`). """
    storage: None | Unset | UserStorage = UNSET
    """ Storage in parts. """
    map_views: int | None | Unset = UNSET
    """ Views of maps in this billing period. """
    map_views_quota: int | None | Unset = UNSET
    """ Views allowed. """
    unverified: bool | Unset = UNSET
    """ True if the e-mail address was never confirmed. """
    geocoding: None | Unset | UserServiceUse = UNSET
    """ Use of geocoding. """
    here_isolines: None | Unset | UserServiceUse = UNSET
    """ Use of isolines. """
    mapzen_routing: None | Unset | UserServiceUse = UNSET
    """ Use of routing. """
    geocoder_provider: None | str | Unset = UNSET
    """ Provider of geocoding. """
    isolines_provider: None | str | Unset = UNSET
    """ Provider of isolines. """
    routing_provider: None | str | Unset = UNSET
    """ Provider of routes. """
    twitter: None | Unset | UserTwitter = UNSET
    """ Use of Twitter. """
    salesforce: None | Unset | UserDatasource = UNSET
    """ True if Salesforce can be imported from. """
    mailchimp: None | Unset | UserDatasource = UNSET
    """ True if Mailchimp can be imported from. """
    billing_period: None | str | Unset = UNSET
    """ Day on which it began. """
    next_billing_period: None | str | Unset = UNSET
    """ Day on which the next one begins. """
    layers: list[VisualizationLayer] | Unset = UNSET
    """ Base maps of the account. """
    trial_ends_at: None | str | Unset = UNSET
    """ Timestamp. """
    upgraded_at: None | str | Unset = UNSET
    """ Timestamp. """
    show_trial_reminder: bool | Unset = UNSET
    """ For the dashboard. """
    show_upgraded_message: bool | Unset = UNSET
    """ For the dashboard. """
    notification: None | str | Unset = UNSET
    """ Message of the platform. """
    email_notifications: None | Unset | UserEmailNotifications = UNSET
    """ Mails that the user wants, by kind. """
    feature_flags: list[str] | Unset = UNSET
    """ Names of the switches that are on for the account. """
    needs_password_confirmation: bool | Unset = UNSET
    """ True if changes need the password. """
    description: None | str | Unset = UNSET
    """ Text about the user. """
    website: None | str | Unset = UNSET
    """ Site of the user. """
    twitter_username: None | str | Unset = UNSET
    """ Name at Twitter. """
    disqus_shortname: None | str | Unset = UNSET
    """ Name at Disqus. """
    available_for_hire: bool | None | Unset = UNSET
    """ True if the user is looking for work. """
    location: None | str | Unset = UNSET
    """ Where the user is. """
    mfa_configured: bool | None | Unset = UNSET
    """ True if multi-factor authentication is on. """
    is_enterprise: bool | None | Unset = UNSET
    """ True if the plan is an enterprise plan. """
    do_enabled: bool | None | Unset = UNSET
    """ True if the Data Observatory can be used. """
    do_bq_project: None | str | Unset = UNSET
    """ BigQuery project of the Data Observatory. """
    do_bq_dataset: None | str | Unset = UNSET
    """ BigQuery dataset of the Data Observatory. """
    organization: None | Organization | Unset = UNSET
    """ The organization; missing if there is none. """
    groups: list[Group] | None | Unset = UNSET
    """ Groups that the user is in. """
    mobile_apps: None | Unset | UserMobileApps = UNSET
    """ Mobile applications; not always there. """
    google_maps_private_key: None | str | Unset = UNSET
    """ Key for Google's maps; not always there. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (
                Group,
                Organization,
                UserActions,
                UserDatasource,
                UserEmailNotifications,
                UserLimits,
                UserMobileApps,
                UserServiceUse,
                UserStorage,
                UserTwitter,
                VisualizationLayer,
            ) = _nested_models()

        id = self.id

        email: None | str
        email = self.email

        name: None | str
        name = self.name

        last_name: None | str
        last_name = self.last_name

        username = self.username

        quota_in_bytes: int | None
        quota_in_bytes = self.quota_in_bytes

        api_key: None | str
        api_key = self.api_key

        actions = to_object("actions", self.actions, UserActions)

        limits = to_object("limits", self.limits, UserLimits)

        avatar_url: None | str
        avatar_url = self.avatar_url

        base_url: None | str
        base_url = self.base_url

        created_at: None | str | Unset
        if isinstance(self.created_at, Unset):
            created_at = UNSET
        else:
            created_at = self.created_at

        state: None | str | Unset
        if isinstance(self.state, Unset):
            state = UNSET
        else:
            state = self.state

        account_type: None | str | Unset
        if isinstance(self.account_type, Unset):
            account_type = UNSET
        else:
            account_type = self.account_type

        account_type_display_name: None | str | Unset
        if isinstance(self.account_type_display_name, Unset):
            account_type_display_name = UNSET
        else:
            account_type_display_name = self.account_type_display_name

        table_quota: int | None | Unset
        if isinstance(self.table_quota, Unset):
            table_quota = UNSET
        else:
            table_quota = self.table_quota

        public_map_quota: int | None | Unset
        if isinstance(self.public_map_quota, Unset):
            public_map_quota = UNSET
        else:
            public_map_quota = self.public_map_quota

        public_dataset_quota: int | None | Unset
        if isinstance(self.public_dataset_quota, Unset):
            public_dataset_quota = UNSET
        else:
            public_dataset_quota = self.public_dataset_quota

        private_map_quota: int | None | Unset
        if isinstance(self.private_map_quota, Unset):
            private_map_quota = UNSET
        else:
            private_map_quota = self.private_map_quota

        regular_api_key_quota: int | None | Unset
        if isinstance(self.regular_api_key_quota, Unset):
            regular_api_key_quota = UNSET
        else:
            regular_api_key_quota = self.regular_api_key_quota

        table_count: int | None | Unset
        if isinstance(self.table_count, Unset):
            table_count = UNSET
        else:
            table_count = self.table_count

        viewer = self.viewer

        role_display: None | str | Unset
        if isinstance(self.role_display, Unset):
            role_display = UNSET
        else:
            role_display = self.role_display

        industry: None | str | Unset
        if isinstance(self.industry, Unset):
            industry = UNSET
        else:
            industry = self.industry

        company_employees: None | str | Unset
        if isinstance(self.company_employees, Unset):
            company_employees = UNSET
        else:
            company_employees = self.company_employees

        use_case: None | str | Unset
        if isinstance(self.use_case, Unset):
            use_case = UNSET
        else:
            use_case = self.use_case

        company: None | str | Unset
        if isinstance(self.company, Unset):
            company = UNSET
        else:
            company = self.company

        phone: None | str | Unset
        if isinstance(self.phone, Unset):
            phone = UNSET
        else:
            phone = self.phone

        job_role: None | str | Unset
        if isinstance(self.job_role, Unset):
            job_role = UNSET
        else:
            job_role = self.job_role

        org_admin = self.org_admin

        public_visualization_count: int | None | Unset
        if isinstance(self.public_visualization_count, Unset):
            public_visualization_count = UNSET
        else:
            public_visualization_count = self.public_visualization_count

        public_privacy_map_count: int | None | Unset
        if isinstance(self.public_privacy_map_count, Unset):
            public_privacy_map_count = UNSET
        else:
            public_privacy_map_count = self.public_privacy_map_count

        link_privacy_map_count: int | None | Unset
        if isinstance(self.link_privacy_map_count, Unset):
            link_privacy_map_count = UNSET
        else:
            link_privacy_map_count = self.link_privacy_map_count

        password_privacy_map_count: int | None | Unset
        if isinstance(self.password_privacy_map_count, Unset):
            password_privacy_map_count = UNSET
        else:
            password_privacy_map_count = self.password_privacy_map_count

        private_privacy_map_count: int | None | Unset
        if isinstance(self.private_privacy_map_count, Unset):
            private_privacy_map_count = UNSET
        else:
            private_privacy_map_count = self.private_privacy_map_count

        owned_visualization_count: int | None | Unset
        if isinstance(self.owned_visualization_count, Unset):
            owned_visualization_count = UNSET
        else:
            owned_visualization_count = self.owned_visualization_count

        all_visualization_count: int | None | Unset
        if isinstance(self.all_visualization_count, Unset):
            all_visualization_count = UNSET
        else:
            all_visualization_count = self.all_visualization_count

        visualization_count: int | None | Unset
        if isinstance(self.visualization_count, Unset):
            visualization_count = UNSET
        else:
            visualization_count = self.visualization_count

        failed_import_count: int | None | Unset
        if isinstance(self.failed_import_count, Unset):
            failed_import_count = UNSET
        else:
            failed_import_count = self.failed_import_count

        success_import_count: int | None | Unset
        if isinstance(self.success_import_count, Unset):
            success_import_count = UNSET
        else:
            success_import_count = self.success_import_count

        import_count: int | None | Unset
        if isinstance(self.import_count, Unset):
            import_count = UNSET
        else:
            import_count = self.import_count

        last_visualization_created_at: None | str | Unset
        if isinstance(self.last_visualization_created_at, Unset):
            last_visualization_created_at = UNSET
        else:
            last_visualization_created_at = self.last_visualization_created_at

        db_size_in_bytes: int | None | Unset
        if isinstance(self.db_size_in_bytes, Unset):
            db_size_in_bytes = UNSET
        else:
            db_size_in_bytes = self.db_size_in_bytes

        db_size_in_megabytes: float | None | Unset
        if isinstance(self.db_size_in_megabytes, Unset):
            db_size_in_megabytes = UNSET
        else:
            db_size_in_megabytes = self.db_size_in_megabytes

        remaining_table_quota: int | None | Unset
        if isinstance(self.remaining_table_quota, Unset):
            remaining_table_quota = UNSET
        else:
            remaining_table_quota = self.remaining_table_quota

        remaining_byte_quota: float | None | Unset
        if isinstance(self.remaining_byte_quota, Unset):
            remaining_byte_quota = UNSET
        else:
            remaining_byte_quota = self.remaining_byte_quota

        storage: dict[str, Any] | None | Unset
        if isinstance(self.storage, Unset):
            storage = UNSET
        elif isinstance(self.storage, UserStorage | Mapping):
            storage = to_object("storage_type_0", self.storage, UserStorage)
        else:
            storage = self.storage

        map_views: int | None | Unset
        if isinstance(self.map_views, Unset):
            map_views = UNSET
        else:
            map_views = self.map_views

        map_views_quota: int | None | Unset
        if isinstance(self.map_views_quota, Unset):
            map_views_quota = UNSET
        else:
            map_views_quota = self.map_views_quota

        unverified = self.unverified

        geocoding: dict[str, Any] | None | Unset
        if isinstance(self.geocoding, Unset):
            geocoding = UNSET
        elif isinstance(self.geocoding, UserServiceUse | Mapping):
            geocoding = to_object("geocoding_type_0", self.geocoding, UserServiceUse)
        else:
            geocoding = self.geocoding

        here_isolines: dict[str, Any] | None | Unset
        if isinstance(self.here_isolines, Unset):
            here_isolines = UNSET
        elif isinstance(self.here_isolines, UserServiceUse | Mapping):
            here_isolines = to_object("here_isolines_type_0", self.here_isolines, UserServiceUse)
        else:
            here_isolines = self.here_isolines

        mapzen_routing: dict[str, Any] | None | Unset
        if isinstance(self.mapzen_routing, Unset):
            mapzen_routing = UNSET
        elif isinstance(self.mapzen_routing, UserServiceUse | Mapping):
            mapzen_routing = to_object("mapzen_routing_type_0", self.mapzen_routing, UserServiceUse)
        else:
            mapzen_routing = self.mapzen_routing

        geocoder_provider: None | str | Unset
        if isinstance(self.geocoder_provider, Unset):
            geocoder_provider = UNSET
        else:
            geocoder_provider = self.geocoder_provider

        isolines_provider: None | str | Unset
        if isinstance(self.isolines_provider, Unset):
            isolines_provider = UNSET
        else:
            isolines_provider = self.isolines_provider

        routing_provider: None | str | Unset
        if isinstance(self.routing_provider, Unset):
            routing_provider = UNSET
        else:
            routing_provider = self.routing_provider

        twitter: dict[str, Any] | None | Unset
        if isinstance(self.twitter, Unset):
            twitter = UNSET
        elif isinstance(self.twitter, UserTwitter | Mapping):
            twitter = to_object("twitter_type_0", self.twitter, UserTwitter)
        else:
            twitter = self.twitter

        salesforce: dict[str, Any] | None | Unset
        if isinstance(self.salesforce, Unset):
            salesforce = UNSET
        elif isinstance(self.salesforce, UserDatasource | Mapping):
            salesforce = to_object("salesforce_type_0", self.salesforce, UserDatasource)
        else:
            salesforce = self.salesforce

        mailchimp: dict[str, Any] | None | Unset
        if isinstance(self.mailchimp, Unset):
            mailchimp = UNSET
        elif isinstance(self.mailchimp, UserDatasource | Mapping):
            mailchimp = to_object("mailchimp_type_0", self.mailchimp, UserDatasource)
        else:
            mailchimp = self.mailchimp

        billing_period: None | str | Unset
        if isinstance(self.billing_period, Unset):
            billing_period = UNSET
        else:
            billing_period = self.billing_period

        next_billing_period: None | str | Unset
        if isinstance(self.next_billing_period, Unset):
            next_billing_period = UNSET
        else:
            next_billing_period = self.next_billing_period

        layers: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.layers, Unset):
            layers = []
            for layers_item_data in to_items("layers", self.layers):
                layers_item = to_object("layers", layers_item_data, VisualizationLayer)
                layers.append(layers_item)

        trial_ends_at: None | str | Unset
        if isinstance(self.trial_ends_at, Unset):
            trial_ends_at = UNSET
        else:
            trial_ends_at = self.trial_ends_at

        upgraded_at: None | str | Unset
        if isinstance(self.upgraded_at, Unset):
            upgraded_at = UNSET
        else:
            upgraded_at = self.upgraded_at

        show_trial_reminder = self.show_trial_reminder

        show_upgraded_message = self.show_upgraded_message

        notification: None | str | Unset
        if isinstance(self.notification, Unset):
            notification = UNSET
        else:
            notification = self.notification

        email_notifications: dict[str, Any] | None | Unset
        if isinstance(self.email_notifications, Unset):
            email_notifications = UNSET
        elif isinstance(self.email_notifications, UserEmailNotifications | Mapping):
            email_notifications = to_object(
                "email_notifications_type_0", self.email_notifications, UserEmailNotifications
            )
        else:
            email_notifications = self.email_notifications

        feature_flags: list[str] | Unset = UNSET
        if not isinstance(self.feature_flags, Unset):
            feature_flags = self.feature_flags

        needs_password_confirmation = self.needs_password_confirmation

        description: None | str | Unset
        if isinstance(self.description, Unset):
            description = UNSET
        else:
            description = self.description

        website: None | str | Unset
        if isinstance(self.website, Unset):
            website = UNSET
        else:
            website = self.website

        twitter_username: None | str | Unset
        if isinstance(self.twitter_username, Unset):
            twitter_username = UNSET
        else:
            twitter_username = self.twitter_username

        disqus_shortname: None | str | Unset
        if isinstance(self.disqus_shortname, Unset):
            disqus_shortname = UNSET
        else:
            disqus_shortname = self.disqus_shortname

        available_for_hire: bool | None | Unset
        if isinstance(self.available_for_hire, Unset):
            available_for_hire = UNSET
        else:
            available_for_hire = self.available_for_hire

        location: None | str | Unset
        if isinstance(self.location, Unset):
            location = UNSET
        else:
            location = self.location

        mfa_configured: bool | None | Unset
        if isinstance(self.mfa_configured, Unset):
            mfa_configured = UNSET
        else:
            mfa_configured = self.mfa_configured

        is_enterprise: bool | None | Unset
        if isinstance(self.is_enterprise, Unset):
            is_enterprise = UNSET
        else:
            is_enterprise = self.is_enterprise

        do_enabled: bool | None | Unset
        if isinstance(self.do_enabled, Unset):
            do_enabled = UNSET
        else:
            do_enabled = self.do_enabled

        do_bq_project: None | str | Unset
        if isinstance(self.do_bq_project, Unset):
            do_bq_project = UNSET
        else:
            do_bq_project = self.do_bq_project

        do_bq_dataset: None | str | Unset
        if isinstance(self.do_bq_dataset, Unset):
            do_bq_dataset = UNSET
        else:
            do_bq_dataset = self.do_bq_dataset

        organization: dict[str, Any] | None | Unset
        if isinstance(self.organization, Unset):
            organization = UNSET
        elif isinstance(self.organization, Organization | Mapping):
            organization = to_object("organization_type_0", self.organization, Organization)
        else:
            organization = self.organization

        groups: list[dict[str, Any]] | None | Unset
        if isinstance(self.groups, Unset):
            groups = UNSET
        elif isinstance(self.groups, list):
            groups = []
            for groups_type_0_item_data in to_items("groups_type_0", self.groups):
                groups_type_0_item = to_object("groups_type_0", groups_type_0_item_data, Group)
                groups.append(groups_type_0_item)

        else:
            groups = self.groups

        mobile_apps: dict[str, Any] | None | Unset
        if isinstance(self.mobile_apps, Unset):
            mobile_apps = UNSET
        elif isinstance(self.mobile_apps, UserMobileApps | Mapping):
            mobile_apps = to_object("mobile_apps_type_0", self.mobile_apps, UserMobileApps)
        else:
            mobile_apps = self.mobile_apps

        google_maps_private_key: None | str | Unset
        if isinstance(self.google_maps_private_key, Unset):
            google_maps_private_key = UNSET
        else:
            google_maps_private_key = self.google_maps_private_key

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "email": email,
                "name": name,
                "last_name": last_name,
                "username": username,
                "quota_in_bytes": quota_in_bytes,
                "api_key": api_key,
                "actions": actions,
                "limits": limits,
                "avatar_url": avatar_url,
                "base_url": base_url,
            }
        )
        if created_at is not UNSET:
            field_dict["created_at"] = created_at
        if state is not UNSET:
            field_dict["state"] = state
        if account_type is not UNSET:
            field_dict["account_type"] = account_type
        if account_type_display_name is not UNSET:
            field_dict["account_type_display_name"] = account_type_display_name
        if table_quota is not UNSET:
            field_dict["table_quota"] = table_quota
        if public_map_quota is not UNSET:
            field_dict["public_map_quota"] = public_map_quota
        if public_dataset_quota is not UNSET:
            field_dict["public_dataset_quota"] = public_dataset_quota
        if private_map_quota is not UNSET:
            field_dict["private_map_quota"] = private_map_quota
        if regular_api_key_quota is not UNSET:
            field_dict["regular_api_key_quota"] = regular_api_key_quota
        if table_count is not UNSET:
            field_dict["table_count"] = table_count
        if viewer is not UNSET:
            field_dict["viewer"] = viewer
        if role_display is not UNSET:
            field_dict["role_display"] = role_display
        if industry is not UNSET:
            field_dict["industry"] = industry
        if company_employees is not UNSET:
            field_dict["company_employees"] = company_employees
        if use_case is not UNSET:
            field_dict["use_case"] = use_case
        if company is not UNSET:
            field_dict["company"] = company
        if phone is not UNSET:
            field_dict["phone"] = phone
        if job_role is not UNSET:
            field_dict["job_role"] = job_role
        if org_admin is not UNSET:
            field_dict["org_admin"] = org_admin
        if public_visualization_count is not UNSET:
            field_dict["public_visualization_count"] = public_visualization_count
        if public_privacy_map_count is not UNSET:
            field_dict["public_privacy_map_count"] = public_privacy_map_count
        if link_privacy_map_count is not UNSET:
            field_dict["link_privacy_map_count"] = link_privacy_map_count
        if password_privacy_map_count is not UNSET:
            field_dict["password_privacy_map_count"] = password_privacy_map_count
        if private_privacy_map_count is not UNSET:
            field_dict["private_privacy_map_count"] = private_privacy_map_count
        if owned_visualization_count is not UNSET:
            field_dict["owned_visualization_count"] = owned_visualization_count
        if all_visualization_count is not UNSET:
            field_dict["all_visualization_count"] = all_visualization_count
        if visualization_count is not UNSET:
            field_dict["visualization_count"] = visualization_count
        if failed_import_count is not UNSET:
            field_dict["failed_import_count"] = failed_import_count
        if success_import_count is not UNSET:
            field_dict["success_import_count"] = success_import_count
        if import_count is not UNSET:
            field_dict["import_count"] = import_count
        if last_visualization_created_at is not UNSET:
            field_dict["last_visualization_created_at"] = last_visualization_created_at
        if db_size_in_bytes is not UNSET:
            field_dict["db_size_in_bytes"] = db_size_in_bytes
        if db_size_in_megabytes is not UNSET:
            field_dict["db_size_in_megabytes"] = db_size_in_megabytes
        if remaining_table_quota is not UNSET:
            field_dict["remaining_table_quota"] = remaining_table_quota
        if remaining_byte_quota is not UNSET:
            field_dict["remaining_byte_quota"] = remaining_byte_quota
        if storage is not UNSET:
            field_dict["storage"] = storage
        if map_views is not UNSET:
            field_dict["map_views"] = map_views
        if map_views_quota is not UNSET:
            field_dict["map_views_quota"] = map_views_quota
        if unverified is not UNSET:
            field_dict["unverified"] = unverified
        if geocoding is not UNSET:
            field_dict["geocoding"] = geocoding
        if here_isolines is not UNSET:
            field_dict["here_isolines"] = here_isolines
        if mapzen_routing is not UNSET:
            field_dict["mapzen_routing"] = mapzen_routing
        if geocoder_provider is not UNSET:
            field_dict["geocoder_provider"] = geocoder_provider
        if isolines_provider is not UNSET:
            field_dict["isolines_provider"] = isolines_provider
        if routing_provider is not UNSET:
            field_dict["routing_provider"] = routing_provider
        if twitter is not UNSET:
            field_dict["twitter"] = twitter
        if salesforce is not UNSET:
            field_dict["salesforce"] = salesforce
        if mailchimp is not UNSET:
            field_dict["mailchimp"] = mailchimp
        if billing_period is not UNSET:
            field_dict["billing_period"] = billing_period
        if next_billing_period is not UNSET:
            field_dict["next_billing_period"] = next_billing_period
        if layers is not UNSET:
            field_dict["layers"] = layers
        if trial_ends_at is not UNSET:
            field_dict["trial_ends_at"] = trial_ends_at
        if upgraded_at is not UNSET:
            field_dict["upgraded_at"] = upgraded_at
        if show_trial_reminder is not UNSET:
            field_dict["show_trial_reminder"] = show_trial_reminder
        if show_upgraded_message is not UNSET:
            field_dict["show_upgraded_message"] = show_upgraded_message
        if notification is not UNSET:
            field_dict["notification"] = notification
        if email_notifications is not UNSET:
            field_dict["email_notifications"] = email_notifications
        if feature_flags is not UNSET:
            field_dict["feature_flags"] = feature_flags
        if needs_password_confirmation is not UNSET:
            field_dict["needs_password_confirmation"] = needs_password_confirmation
        if description is not UNSET:
            field_dict["description"] = description
        if website is not UNSET:
            field_dict["website"] = website
        if twitter_username is not UNSET:
            field_dict["twitter_username"] = twitter_username
        if disqus_shortname is not UNSET:
            field_dict["disqus_shortname"] = disqus_shortname
        if available_for_hire is not UNSET:
            field_dict["available_for_hire"] = available_for_hire
        if location is not UNSET:
            field_dict["location"] = location
        if mfa_configured is not UNSET:
            field_dict["mfa_configured"] = mfa_configured
        if is_enterprise is not UNSET:
            field_dict["is_enterprise"] = is_enterprise
        if do_enabled is not UNSET:
            field_dict["do_enabled"] = do_enabled
        if do_bq_project is not UNSET:
            field_dict["do_bq_project"] = do_bq_project
        if do_bq_dataset is not UNSET:
            field_dict["do_bq_dataset"] = do_bq_dataset
        if organization is not UNSET:
            field_dict["organization"] = organization
        if groups is not UNSET:
            field_dict["groups"] = groups
        if mobile_apps is not UNSET:
            field_dict["mobile_apps"] = mobile_apps
        if google_maps_private_key is not UNSET:
            field_dict["google_maps_private_key"] = google_maps_private_key

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (
                Group,
                Organization,
                UserActions,
                UserDatasource,
                UserEmailNotifications,
                UserLimits,
                UserMobileApps,
                UserServiceUse,
                UserStorage,
                UserTwitter,
                VisualizationLayer,
            ) = _nested_models()

        d = require_object(src_dict)
        id = d.pop("id")

        email = cast("None | str", d.pop("email"))

        name = cast("None | str", d.pop("name"))

        last_name = cast("None | str", d.pop("last_name"))

        username = d.pop("username")

        quota_in_bytes = cast("int | None", d.pop("quota_in_bytes"))

        api_key = cast("None | str", d.pop("api_key"))

        actions = UserActions.from_dict(d.pop("actions"))

        limits = UserLimits.from_dict(d.pop("limits"))

        avatar_url = cast("None | str", d.pop("avatar_url"))

        base_url = cast("None | str", d.pop("base_url"))

        created_at = cast("None | str | Unset", d.pop("created_at", UNSET))

        state = cast("None | str | Unset", d.pop("state", UNSET))

        account_type = cast("None | str | Unset", d.pop("account_type", UNSET))

        account_type_display_name = cast("None | str | Unset", d.pop("account_type_display_name", UNSET))

        table_quota = cast("int | None | Unset", d.pop("table_quota", UNSET))

        public_map_quota = cast("int | None | Unset", d.pop("public_map_quota", UNSET))

        public_dataset_quota = cast("int | None | Unset", d.pop("public_dataset_quota", UNSET))

        private_map_quota = cast("int | None | Unset", d.pop("private_map_quota", UNSET))

        regular_api_key_quota = cast("int | None | Unset", d.pop("regular_api_key_quota", UNSET))

        table_count = cast("int | None | Unset", d.pop("table_count", UNSET))

        viewer = d.pop("viewer", UNSET)

        role_display = cast("None | str | Unset", d.pop("role_display", UNSET))

        industry = cast("None | str | Unset", d.pop("industry", UNSET))

        company_employees = cast("None | str | Unset", d.pop("company_employees", UNSET))

        use_case = cast("None | str | Unset", d.pop("use_case", UNSET))

        company = cast("None | str | Unset", d.pop("company", UNSET))

        phone = cast("None | str | Unset", d.pop("phone", UNSET))

        job_role = cast("None | str | Unset", d.pop("job_role", UNSET))

        org_admin = d.pop("org_admin", UNSET)

        public_visualization_count = cast("int | None | Unset", d.pop("public_visualization_count", UNSET))

        public_privacy_map_count = cast("int | None | Unset", d.pop("public_privacy_map_count", UNSET))

        link_privacy_map_count = cast("int | None | Unset", d.pop("link_privacy_map_count", UNSET))

        password_privacy_map_count = cast("int | None | Unset", d.pop("password_privacy_map_count", UNSET))

        private_privacy_map_count = cast("int | None | Unset", d.pop("private_privacy_map_count", UNSET))

        owned_visualization_count = cast("int | None | Unset", d.pop("owned_visualization_count", UNSET))

        all_visualization_count = cast("int | None | Unset", d.pop("all_visualization_count", UNSET))

        visualization_count = cast("int | None | Unset", d.pop("visualization_count", UNSET))

        failed_import_count = cast("int | None | Unset", d.pop("failed_import_count", UNSET))

        success_import_count = cast("int | None | Unset", d.pop("success_import_count", UNSET))

        import_count = cast("int | None | Unset", d.pop("import_count", UNSET))

        last_visualization_created_at = cast("None | str | Unset", d.pop("last_visualization_created_at", UNSET))

        db_size_in_bytes = cast("int | None | Unset", d.pop("db_size_in_bytes", UNSET))

        db_size_in_megabytes = cast("float | None | Unset", d.pop("db_size_in_megabytes", UNSET))

        remaining_table_quota = cast("int | None | Unset", d.pop("remaining_table_quota", UNSET))

        remaining_byte_quota = cast("float | None | Unset", d.pop("remaining_byte_quota", UNSET))

        def _parse_storage(data: object) -> None | Unset | UserStorage:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if not isinstance(data, dict):
                raise TypeError()
            storage_type_0 = UserStorage.from_dict(data)

            return storage_type_0

        storage = _parse_storage(d.pop("storage", UNSET))

        map_views = cast("int | None | Unset", d.pop("map_views", UNSET))

        map_views_quota = cast("int | None | Unset", d.pop("map_views_quota", UNSET))

        unverified = d.pop("unverified", UNSET)

        def _parse_geocoding(data: object) -> None | Unset | UserServiceUse:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if not isinstance(data, dict):
                raise TypeError()
            geocoding_type_0 = UserServiceUse.from_dict(data)

            return geocoding_type_0

        geocoding = _parse_geocoding(d.pop("geocoding", UNSET))

        def _parse_here_isolines(data: object) -> None | Unset | UserServiceUse:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if not isinstance(data, dict):
                raise TypeError()
            here_isolines_type_0 = UserServiceUse.from_dict(data)

            return here_isolines_type_0

        here_isolines = _parse_here_isolines(d.pop("here_isolines", UNSET))

        def _parse_mapzen_routing(data: object) -> None | Unset | UserServiceUse:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if not isinstance(data, dict):
                raise TypeError()
            mapzen_routing_type_0 = UserServiceUse.from_dict(data)

            return mapzen_routing_type_0

        mapzen_routing = _parse_mapzen_routing(d.pop("mapzen_routing", UNSET))

        geocoder_provider = cast("None | str | Unset", d.pop("geocoder_provider", UNSET))

        isolines_provider = cast("None | str | Unset", d.pop("isolines_provider", UNSET))

        routing_provider = cast("None | str | Unset", d.pop("routing_provider", UNSET))

        def _parse_twitter(data: object) -> None | Unset | UserTwitter:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if not isinstance(data, dict):
                raise TypeError()
            twitter_type_0 = UserTwitter.from_dict(data)

            return twitter_type_0

        twitter = _parse_twitter(d.pop("twitter", UNSET))

        def _parse_salesforce(data: object) -> None | Unset | UserDatasource:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if not isinstance(data, dict):
                raise TypeError()
            salesforce_type_0 = UserDatasource.from_dict(data)

            return salesforce_type_0

        salesforce = _parse_salesforce(d.pop("salesforce", UNSET))

        def _parse_mailchimp(data: object) -> None | Unset | UserDatasource:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if not isinstance(data, dict):
                raise TypeError()
            mailchimp_type_0 = UserDatasource.from_dict(data)

            return mailchimp_type_0

        mailchimp = _parse_mailchimp(d.pop("mailchimp", UNSET))

        billing_period = cast("None | str | Unset", d.pop("billing_period", UNSET))

        next_billing_period = cast("None | str | Unset", d.pop("next_billing_period", UNSET))

        _layers = d.pop("layers", UNSET)
        layers: list[VisualizationLayer] | Unset = UNSET
        if _layers is not UNSET:
            layers = []
            for layers_item_data in require_list(_layers):
                layers_item = VisualizationLayer.from_dict(layers_item_data)

                layers.append(layers_item)

        trial_ends_at = cast("None | str | Unset", d.pop("trial_ends_at", UNSET))

        upgraded_at = cast("None | str | Unset", d.pop("upgraded_at", UNSET))

        show_trial_reminder = d.pop("show_trial_reminder", UNSET)

        show_upgraded_message = d.pop("show_upgraded_message", UNSET)

        notification = cast("None | str | Unset", d.pop("notification", UNSET))

        def _parse_email_notifications(data: object) -> None | Unset | UserEmailNotifications:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if not isinstance(data, dict):
                raise TypeError()
            email_notifications_type_0 = UserEmailNotifications.from_dict(data)

            return email_notifications_type_0

        email_notifications = _parse_email_notifications(d.pop("email_notifications", UNSET))

        feature_flags = cast("list[str] | Unset", require_list(d.pop("feature_flags", UNSET)))

        needs_password_confirmation = d.pop("needs_password_confirmation", UNSET)

        description = cast("None | str | Unset", d.pop("description", UNSET))

        website = cast("None | str | Unset", d.pop("website", UNSET))

        twitter_username = cast("None | str | Unset", d.pop("twitter_username", UNSET))

        disqus_shortname = cast("None | str | Unset", d.pop("disqus_shortname", UNSET))

        available_for_hire = cast("bool | None | Unset", d.pop("available_for_hire", UNSET))

        location = cast("None | str | Unset", d.pop("location", UNSET))

        mfa_configured = cast("bool | None | Unset", d.pop("mfa_configured", UNSET))

        is_enterprise = cast("bool | None | Unset", d.pop("is_enterprise", UNSET))

        do_enabled = cast("bool | None | Unset", d.pop("do_enabled", UNSET))

        do_bq_project = cast("None | str | Unset", d.pop("do_bq_project", UNSET))

        do_bq_dataset = cast("None | str | Unset", d.pop("do_bq_dataset", UNSET))

        def _parse_organization(data: object) -> None | Organization | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if not isinstance(data, dict):
                raise TypeError()
            organization_type_0 = Organization.from_dict(data)

            return organization_type_0

        organization = _parse_organization(d.pop("organization", UNSET))

        def _parse_groups(data: object) -> list[Group] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if not isinstance(data, list):
                raise TypeError()
            groups_type_0 = []
            _groups_type_0 = data
            for groups_type_0_item_data in require_list(_groups_type_0):
                groups_type_0_item = Group.from_dict(groups_type_0_item_data)

                groups_type_0.append(groups_type_0_item)

            return groups_type_0

        groups = _parse_groups(d.pop("groups", UNSET))

        def _parse_mobile_apps(data: object) -> None | Unset | UserMobileApps:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if not isinstance(data, dict):
                raise TypeError()
            mobile_apps_type_0 = UserMobileApps.from_dict(data)

            return mobile_apps_type_0

        mobile_apps = _parse_mobile_apps(d.pop("mobile_apps", UNSET))

        google_maps_private_key = cast("None | str | Unset", d.pop("google_maps_private_key", UNSET))

        user_profile = cls(
            id=id,
            email=email,
            name=name,
            last_name=last_name,
            username=username,
            quota_in_bytes=quota_in_bytes,
            api_key=api_key,
            actions=actions,
            limits=limits,
            avatar_url=avatar_url,
            base_url=base_url,
            created_at=created_at,
            state=state,
            account_type=account_type,
            account_type_display_name=account_type_display_name,
            table_quota=table_quota,
            public_map_quota=public_map_quota,
            public_dataset_quota=public_dataset_quota,
            private_map_quota=private_map_quota,
            regular_api_key_quota=regular_api_key_quota,
            table_count=table_count,
            viewer=viewer,
            role_display=role_display,
            industry=industry,
            company_employees=company_employees,
            use_case=use_case,
            company=company,
            phone=phone,
            job_role=job_role,
            org_admin=org_admin,
            public_visualization_count=public_visualization_count,
            public_privacy_map_count=public_privacy_map_count,
            link_privacy_map_count=link_privacy_map_count,
            password_privacy_map_count=password_privacy_map_count,
            private_privacy_map_count=private_privacy_map_count,
            owned_visualization_count=owned_visualization_count,
            all_visualization_count=all_visualization_count,
            visualization_count=visualization_count,
            failed_import_count=failed_import_count,
            success_import_count=success_import_count,
            import_count=import_count,
            last_visualization_created_at=last_visualization_created_at,
            db_size_in_bytes=db_size_in_bytes,
            db_size_in_megabytes=db_size_in_megabytes,
            remaining_table_quota=remaining_table_quota,
            remaining_byte_quota=remaining_byte_quota,
            storage=storage,
            map_views=map_views,
            map_views_quota=map_views_quota,
            unverified=unverified,
            geocoding=geocoding,
            here_isolines=here_isolines,
            mapzen_routing=mapzen_routing,
            geocoder_provider=geocoder_provider,
            isolines_provider=isolines_provider,
            routing_provider=routing_provider,
            twitter=twitter,
            salesforce=salesforce,
            mailchimp=mailchimp,
            billing_period=billing_period,
            next_billing_period=next_billing_period,
            layers=layers,
            trial_ends_at=trial_ends_at,
            upgraded_at=upgraded_at,
            show_trial_reminder=show_trial_reminder,
            show_upgraded_message=show_upgraded_message,
            notification=notification,
            email_notifications=email_notifications,
            feature_flags=feature_flags,
            needs_password_confirmation=needs_password_confirmation,
            description=description,
            website=website,
            twitter_username=twitter_username,
            disqus_shortname=disqus_shortname,
            available_for_hire=available_for_hire,
            location=location,
            mfa_configured=mfa_configured,
            is_enterprise=is_enterprise,
            do_enabled=do_enabled,
            do_bq_project=do_bq_project,
            do_bq_dataset=do_bq_dataset,
            organization=organization,
            groups=groups,
            mobile_apps=mobile_apps,
            google_maps_private_key=google_maps_private_key,
        )

        user_profile.additional_properties = d
        return user_profile
