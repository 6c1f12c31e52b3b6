"""Users as the central application shows them: to everybody, to themselves, and to administrators."""

from typing import Any

from carto_sandbox.accounts.accounts import Account
from carto_sandbox.accounts.catalog import PUBLIC, Visualization, get_catalog
from carto_sandbox.accounts.organizations import Profile

_PROFILE_FIELDS = ("industry", "company_employees", "use_case", "company", "phone", "job_role")


def present_public_user(account: Account) -> dict[str, Any]:
    organization, profile = account.organization, account.profile
    return {
        "id": account.uuid,
        "username": account.username,
        "name": profile.name,
        "last_name": profile.last_name,
        "avatar_url": profile.avatar_url,
        "base_url": account.base_url,
        "google_maps_query_string": None,
        "disqus_shortname": profile.disqus_shortname,
        "viewer": profile.viewer,
        "org_admin": is_org_admin(account),
        "org_user": organization is not None,
        "remove_logo": False,
    }


def present_owner(account: Account, items: list[Visualization]) -> dict[str, Any]:
    """The form of a user inside the user's objects: without the profile and the size of the database."""
    profile = account.profile
    return present_public_user(account) | {
        "email": profile.email,
        "website": profile.website,
        "description": profile.description,
        "location": profile.location,
        "twitter_username": profile.twitter_username,
        "available_for_hire": profile.available_for_hire,
        "quota_in_bytes": profile.quota_in_bytes,
        "table_count": sum(item.is_table for item in items),
        "role_display": "viewer" if profile.viewer else "builder",
        "public_visualization_count": sum(item.privacy == PUBLIC and not item.is_table for item in items),
        "all_visualization_count": sum(not item.is_table for item in items),
    }


async def present_user(account: Account) -> dict[str, Any]:
    """The full form, for the user and for administrators."""
    items = await get_catalog(account).list_all()
    body = present_owner(account, items) | {"db_size_in_bytes": await read_database_size(account)}
    return body | {name: getattr(account.profile, name) for name in _PROFILE_FIELDS}


async def present_managed_user(account: Account) -> dict[str, Any]:
    """The form of the organization's users: without an id, and with the user's master key."""
    body = await present_user(account)
    del body["id"]
    return body | {"soft_geocoding_limit": account.profile.soft_geocoding_limit, "api_key": account.api_key}


def present_new_user(base_url: str, username: str, profile: Profile) -> dict[str, Any]:
    """A user that is about to be created: unknown values are null."""
    nulls = (
        "name", "last_name", "avatar_url", "website", "description", "location", "twitter_username",
        "disqus_shortname", "available_for_hire", "google_maps_query_string", "api_key", *_PROFILE_FIELDS,
    )  # fmt: skip
    counts = ("table_count", "public_visualization_count", "all_visualization_count", "db_size_in_bytes")
    return {
        **dict.fromkeys(nulls),
        "username": username,
        "email": profile.email,
        "base_url": base_url,
        "quota_in_bytes": profile.quota_in_bytes,
        **dict.fromkeys(counts, 0),
        "viewer": profile.viewer,
        "role_display": "viewer" if profile.viewer else "builder",
        "org_admin": profile.org_admin,
        "org_user": True,
        "remove_logo": False,
        "soft_geocoding_limit": False,
    }


async def read_database_size(account: Account) -> int:
    """Bytes of all datasets, halved as CARTO does, for it keeps every geometry twice."""
    async with account.connect() as connection:
        answer = await connection.execute("SELECT cartodb.CDB_UserDataSize(current_schema()::text)")
        row = await answer.fetchone()
    return int(row[0]) if row else 0


def is_org_admin(account: Account) -> bool:
    return account.organization is not None and account.organization.is_admin(account)
