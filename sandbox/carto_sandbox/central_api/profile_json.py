"""The big profile of an account: everything that CARTO's own pages want to know of who has logged in."""

from datetime import date
from typing import Any

from carto_sandbox.accounts.accounts import Account
from carto_sandbox.accounts.catalog import LINK, PASSWORD, PRIVATE, PUBLIC, Visualization, get_catalog
from carto_sandbox.accounts.layers import Layer
from carto_sandbox.accounts.organizations import Organization
from carto_sandbox.central_api.acl import present_groups
from carto_sandbox.central_api.central import format_rails
from carto_sandbox.central_api.users_json import is_org_admin, read_database_size
from carto_sandbox.importing.jobs import COMPLETE, FAILURE, MAX_CONCURRENT, get_imports
from carto_sandbox.importing.sync_state import MAX_CONCURRENT as MAX_CONCURRENT_SYNCS

_MEGABYTE = 1024 * 1024
MAX_LAYERS = 8
_MAX_FILE_BYTES, _MAX_ROWS = 1500 * _MEGABYTE, 5_000_000
_MAP_VIEWS = 10_000
_NO_PLAN = "[DEDICATED]"
_MEMBER_PLAN = "ORGANIZATION USER"
_PROVIDERS = ("geocoder_provider", "isolines_provider", "routing_provider")
_ACTIONS_ON = ("engine_enabled", "builder_enabled")
_ACTIONS_OFF = ("remove_logo", "google_maps_geocoder_enabled", "google_maps_enabled", "mobile_sdk_enabled")
_FEATURES = ("new_public_dashboard_global", "new_dashboard", "new_public_dashboard")


class UserLayers:
    """The basemaps that a user added."""

    def __init__(self) -> None:
        self.items: list[Layer] = []


def get_user_layers(account: Account) -> UserLayers:
    return account.get_state(UserLayers)


def name_plan(account: Account) -> str:
    organization = account.organization
    return _NO_PLAN if organization is None or organization.owner is account else _MEMBER_PLAN


async def present_profile(account: Account) -> dict[str, Any]:
    """The answer of ``GET v1/users/…``, and ``user_data`` of ``v3/me``."""
    items = await get_catalog(account).list_all()
    used = await read_database_size(account)
    body = _present_identity(account) | _count(account, items) | _measure(account, used)
    body |= _present_plan(account) | _present_rest(account)
    if account.organization is not None:
        organization = await present_organization(account)
        body["organization"] = organization | _present_seats(account, account.organization)
    return body | {"groups": present_groups(account)}


def _present_identity(account: Account) -> dict[str, Any]:
    profile = account.profile
    names = (
        "email", "name", "last_name", "viewer", "industry", "company_employees", "use_case", "company", "phone",
        "job_role", "description", "website", "twitter_username", "disqus_shortname", "available_for_hire", "location",
    )  # fmt: skip
    return {
        "id": account.uuid,
        "username": account.username,
        **{name: getattr(profile, name) for name in names},
        "created_at": format_rails(profile.created_at),
        "state": "locked" if profile.is_locked else "active",
        "account_type": name_plan(account),
        "account_type_display_name": name_plan(account),
        "table_quota": profile.table_quota,
        **dict.fromkeys(("public_map_quota", "public_dataset_quota", "private_map_quota")),
        "regular_api_key_quota": None,
        "role_display": "viewer" if profile.viewer else "builder",
        "org_admin": is_org_admin(account),
        "avatar_url": profile.avatar_url,
        "base_url": account.base_url,
        "api_key": account.api_key,
    }


def _count(account: Account, items: list[Visualization]) -> dict[str, Any]:
    maps = [item for item in items if not item.is_table]
    jobs = get_imports(account).jobs.values()
    last = max((item.created_at for item in items), default=None)
    return {
        "table_count": len(items) - len(maps),
        "public_visualization_count": sum(item.privacy == PUBLIC for item in maps),
        "public_privacy_map_count": sum(item.privacy == PUBLIC for item in maps),
        "link_privacy_map_count": sum(item.privacy == LINK for item in maps),
        "password_privacy_map_count": sum(item.privacy == PASSWORD for item in maps),
        "private_privacy_map_count": sum(item.privacy == PRIVATE for item in maps),
        "owned_visualization_count": len(maps),
        "all_visualization_count": len(maps),
        "visualization_count": len(items),
        "failed_import_count": sum(job.state == FAILURE for job in jobs),
        "success_import_count": sum(job.state == COMPLETE for job in jobs),
        "import_count": len(jobs),
        "last_visualization_created_at": format_rails(last) if last else None,
    }


def _measure(account: Account, used: int) -> dict[str, Any]:
    quota = account.profile.quota_in_bytes
    subscriptions = ("public_size", "premium_size", "premium_estimated_size")
    return {
        "quota_in_bytes": quota,
        "db_size_in_bytes": used,
        "db_size_in_megabytes": round(used / _MEGABYTE, 2),
        "remaining_table_quota": None,
        "remaining_byte_quota": float(quota - used),
        "storage": {
            "quota_in_bytes": quota,
            "db_size_in_bytes": used,
            **{f"subscriptions_{name}_in_bytes": 0 for name in subscriptions},
        },
        "map_views": 0,
        "map_views_quota": _MAP_VIEWS if account.organization is None else None,
        "limits": {
            "concurrent_syncs": MAX_CONCURRENT_SYNCS,
            "concurrent_imports": MAX_CONCURRENT,
            "import_file_size": account.profile.max_import_file_size or _MAX_FILE_BYTES,
            "import_table_rows": _MAX_ROWS,
            "max_layers": MAX_LAYERS,
        },
    }


def _present_plan(account: Account) -> dict[str, Any]:
    """No service that costs something is there."""
    service = {"quota": 0, "block_price": None, "monthly_use": 0, "hard_limit": True}
    begun = account.profile.created_at.date()
    following = date(begun.year + begun.month // 12, begun.month % 12 + 1, min(begun.day, 28))
    return {
        **{name: dict(service) for name in ("geocoding", "here_isolines")},
        "mapzen_routing": service | {"quota": None},
        **dict.fromkeys(_PROVIDERS),
        "twitter": {"enabled": None, **service, "block_size": None, "customized_config": False},
        "salesforce": {"enabled": False},
        "mailchimp": {"enabled": False},
        "billing_period": str(begun),
        "next_billing_period": str(following),
        "trial_ends_at": None,
        "upgraded_at": None,
        "show_trial_reminder": False,
        "show_upgraded_message": False,
    }


def _present_rest(account: Account) -> dict[str, Any]:
    profile = account.profile
    actions = {name: getattr(profile, name) for name in ("private_tables", "private_maps", "sync_tables")}
    return {
        "unverified": profile.is_unverified,
        "layers": [layer.to_json() for layer in get_user_layers(account).items],
        "actions": actions | dict.fromkeys(_ACTIONS_ON, True) | dict.fromkeys(_ACTIONS_OFF, False),
        "notification": None,
        "email_notifications": {"do_subscriptions": True, "imports": True},
        "feature_flags": [*_FEATURES],
        "needs_password_confirmation": profile.password is not None,
        "mfa_configured": profile.mfa_required,
        "is_enterprise": name_plan(account) == _MEMBER_PLAN,
        "do_enabled": False,
        "do_bq_project": None,
        "do_bq_dataset": None,
    }


async def present_organization(account: Account) -> dict[str, Any]:
    """The organization of an account; `{}` for one that has none."""
    organization = account.organization
    if organization is None:
        return {}
    owner = organization.owner
    nulls = (
        "description", "discus_shortname", "here_isolines_block_price", "mapzen_routing_quota",
        "mapzen_routing_block_price", "map_view_block_price", "geocoding_block_price", "map_views_quota",
        "twitter_username", "location", "website", "avatar_url", "password_expiration_in_d",
    )  # fmt: skip
    return {
        "id": organization.id,
        "name": organization.name,
        "display_name": organization.display_name,
        **dict.fromkeys(nulls),
        "created_at": format_rails(organization.created_at),
        "updated_at": format_rails(organization.created_at),
        "owner": {
            "id": owner.uuid,
            "username": owner.username,
            "avatar_url": owner.profile.avatar_url,
            "email": owner.profile.email,
            "groups": present_groups(owner),
        },
        "admins": [{"id": member.uuid} for member in organization.members if member.profile.org_admin],
        "admin_email": owner.profile.email,
        "quota_in_bytes": organization.quota_in_bytes,
        "unassigned_quota": organization.unassigned_quota,
        **dict.fromkeys(("geocoding_quota", "here_isolines_quota", "twitter_datasource_quota"), 0),
        **dict.fromkeys(_PROVIDERS),
        "seats": organization.seats,
        "user_count": len(organization.members),
        "random_saml_username": False,
    }


def _present_seats(account: Account, organization: Organization[Account]) -> dict[str, Any]:
    """The additional fields for members."""
    return {
        "viewer_seats": organization.viewer_seats,
        "available_quota_for_user": organization.unassigned_quota + account.profile.quota_in_bytes,
    }
