"""The big profile of an account: everything that CARTO's own pages want to know of who has logged in."""

from datetime import UTC, date, datetime
from typing import Any

from carto_sandbox.accounts.accounts import Account
from carto_sandbox.accounts.catalog import LINK, PASSWORD, PRIVATE, PUBLIC, Visualization, get_catalog
from carto_sandbox.accounts.organizations import ORGANIZATION_QUOTA_BYTES, SEATS, VIEWER_SEATS
from carto_sandbox.central_api.central import format_rails
from carto_sandbox.central_api.users_json import AVATAR, is_org_admin, read_database_size
from carto_sandbox.importing.jobs import COMPLETE, FAILURE, MAX_CONCURRENT, get_imports
from carto_sandbox.importing.sync_state import MAX_CONCURRENT as MAX_CONCURRENT_SYNCS

_MEGABYTE = 1024 * 1024
_MAX_FILE_BYTES, _MAX_ROWS, _MAX_LAYERS = 150 * _MEGABYTE, 500_000, 8
_NO_PRICE_PROVIDERS = {"geocoder_provider": "heremaps", "isolines_provider": "heremaps", "routing_provider": "mapzen"}
_ACTIONS_ON = ("private_tables", "private_maps", "sync_tables", "engine_enabled", "builder_enabled")
_ACTIONS_OFF = ("remove_logo", "google_maps_geocoder_enabled", "google_maps_enabled", "mobile_sdk_enabled")


async def present_profile(account: Account) -> dict[str, Any]:
    """What ``GET v1/users/…`` answers, and ``user_data`` of ``v3/me``."""
    items = await get_catalog(account).list_all()
    used = await read_database_size(account)
    body = _present_identity(account) | _count(account, items) | _measure(account, used)
    body |= _present_plan() | _present_rest(account)
    if account.organization is not None:
        body["organization"] = await present_organization(account)
    return body | {"groups": []}


def _present_identity(account: Account) -> dict[str, Any]:
    profile = account.profile
    kind = "FREE" if account.organization is None else "ORGANIZATION USER"
    names = (
        "email", "name", "last_name", "viewer", "industry", "company_employees", "use_case", "company", "phone",
        "job_role", "description", "website", "twitter_username", "disqus_shortname", "available_for_hire", "location",
    )  # fmt: skip
    return {
        "id": account.uuid,
        "username": account.username,
        **{name: getattr(profile, name) for name in names},
        "created_at": format_rails(profile.created_at),
        "state": "active",
        "account_type": kind,
        "account_type_display_name": kind.title(),
        **dict.fromkeys(("table_quota", "public_map_quota", "public_dataset_quota", "private_map_quota")),
        "regular_api_key_quota": None,
        "role_display": "viewer" if profile.viewer else "builder",
        "org_admin": is_org_admin(account),
        "avatar_url": AVATAR,
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
        "visualization_count": len(maps),
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
        "map_views_quota": None,
        "limits": {
            "concurrent_syncs": MAX_CONCURRENT_SYNCS,
            "concurrent_imports": MAX_CONCURRENT,
            "import_file_size": _MAX_FILE_BYTES,
            "import_table_rows": _MAX_ROWS,
            "max_layers": _MAX_LAYERS,
        },
    }


def _present_plan() -> dict[str, Any]:
    """No service that costs something is there."""
    service = {"quota": 0, "block_price": None, "monthly_use": 0, "hard_limit": True}
    today = datetime.now(UTC).date()
    begun = today.replace(day=1)
    following = date(begun.year + begun.month // 12, begun.month % 12 + 1, 1)
    return {
        **{name: dict(service) for name in ("geocoding", "here_isolines", "mapzen_routing")},
        **_NO_PRICE_PROVIDERS,
        "twitter": {"enabled": False, **service, "block_size": None, "customized_config": False},
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
    flags = ("mobile_xamarin", "mobile_custom_watermark", "mobile_offline_maps", "mobile_gis_extension")
    return {
        "unverified": False,
        "layers": [],
        "actions": dict.fromkeys(_ACTIONS_ON, True) | dict.fromkeys(_ACTIONS_OFF, False),
        "notification": None,
        "email_notifications": {"do_subscriptions": True, "imports": True},
        "feature_flags": [],
        "needs_password_confirmation": account.profile.password is not None,
        "mfa_configured": False,
        "is_enterprise": account.organization is not None,
        "do_enabled": False,
        "do_bq_project": None,
        "do_bq_dataset": None,
        "mobile_apps": dict.fromkeys(flags, False) | {"mobile_max_open_users": 0, "mobile_max_private_users": 0},
    }


async def present_organization(account: Account) -> dict[str, Any]:
    """The organization of an account; `{}` for one that has none."""
    organization = account.organization
    if organization is None:
        return {}
    owner = organization.owner
    assigned = sum(member.profile.quota_in_bytes for member in organization.members)
    free = max(ORGANIZATION_QUOTA_BYTES - assigned, 0)
    nulls = (
        "description", "discus_shortname", "here_isolines_block_price", "mapzen_routing_quota",
        "mapzen_routing_block_price", "map_view_block_price", "geocoding_block_price", "map_views_quota",
        "twitter_username", "location", "website", "admin_email", "avatar_url", "password_expiration_in_d",
    )  # fmt: skip
    return {
        "id": organization.id,
        "name": organization.name,
        "display_name": organization.name,
        **dict.fromkeys(nulls),
        "created_at": format_rails(organization.created_at),
        "updated_at": format_rails(organization.created_at),
        "owner": {
            "id": owner.uuid, "username": owner.username, "avatar_url": AVATAR, "email": owner.profile.email,
            "groups": [],
        },
        "admins": [{"id": member.uuid} for member in organization.members if organization.is_admin(member)],
        "quota_in_bytes": ORGANIZATION_QUOTA_BYTES,
        "unassigned_quota": free,
        "available_quota_for_user": free + account.profile.quota_in_bytes,
        **dict.fromkeys(("geocoding_quota", "here_isolines_quota", "twitter_datasource_quota"), 0),
        **_NO_PRICE_PROVIDERS,
        "seats": SEATS,
        "viewer_seats": VIEWER_SEATS,
        "user_count": len(organization.members),
        "random_saml_username": False,
    }  # fmt: skip
