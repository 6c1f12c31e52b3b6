"""Who is asking: ``v1/users/…``, ``v1/org``, ``v3/me`` and ``v4/me``."""

from typing import Any
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from carto_sandbox.accounts.account_removal import remove_account
from carto_sandbox.accounts.accounts import Account
from carto_sandbox.accounts.organizations import Profile
from carto_sandbox.central_api.central import open_call
from carto_sandbox.central_api.profile_json import present_organization, present_profile
from carto_sandbox.central_api.users_json import AVATAR, present_user
from carto_sandbox.http.errors import CentralApiError

_WRITABLE = (
    "email", "name", "last_name", "website", "description", "location", "twitter_username", "disqus_shortname",
    "industry", "company_employees", "use_case", "company", "phone", "job_role",
)  # fmt: skip
_FRONTEND_VERSION = "v1.0.0"
_REGION = "sandbox"


async def read_profile(request: Request) -> Response:
    """Of the caller, whatever id the path has."""
    call = await open_call(request, "v1")
    return JSONResponse(await present_profile(call.account))


async def read_organization(request: Request) -> Response:
    call = await open_call(request, "v1")
    return JSONResponse(await present_organization(call.account))


async def read_me(request: Request) -> Response:
    """`v3` with or without a key, `v4` with any."""
    if request.path_params["version"] == "v4":
        return await _read_identity(request)
    call = await open_call(request, "v3", needs="nothing")
    known = call.key is not None and call.key.is_master
    config = _present_config(call.account, upgrade_url=f"{call.account.base_url}/upgrade" if known else False)
    common = {"user_frontend_version": _FRONTEND_VERSION, "config": config}
    return JSONResponse((await _present_me(call.account) if known else {}) | common)


def _present_config(account: Account, *, upgrade_url: str | bool) -> dict[str, Any]:
    template = account.base_url.replace(f"/user/{account.username}", "/user/{user}")
    return {
        "region": _REGION,
        "app_assets_base_url": "",
        "maps_api_template": template,
        "maps_api_v2_template": None,
        "sql_api_template": template,
        "user_name": account.username,
        "cartodb_com_hosted": False,
        "account_host": urlsplit(account.base_url).netloc,
        "upgrade_url": upgrade_url,
    }


async def _present_me(account: Account) -> dict[str, Any]:
    is_owner = account.organization is not None and account.organization.owner is account
    return {
        "user_data": await present_profile(account),
        "default_fallback_basemap": None,
        "dashboard_notifications": {},
        "organization_notifications": [],
        "unfiltered_organization_notifications": [],
        "is_just_logged_in": False,
        "is_first_time_viewing_dashboard": False,
        "can_change_email": True,
        "auth_username_password_enabled": True,
        "can_change_password": True,
        "plan_name": "Free" if account.organization is None else "Organization User",
        "plan_url": f"{account.base_url}/plan",
        "can_be_deleted": not is_owner,
        "cant_be_deleted_reason": "The owner of an organization cannot be deleted" if is_owner else None,
        "services": [],
        "asset_host": None,
        "google_sign_in": False,
        "mfa_required": False,
        "license_expiration": None,
    }


async def _read_identity(request: Request) -> Response:
    call = await open_call(request, "v4", needs="any")
    account, organization = call.account, call.account.organization
    endpoints: dict[str, Any] = dict.fromkeys(("sql", "maps", "import", "auth", "builder"), account.base_url)
    known: dict[str, Any] | None = None if organization is None else {"name": organization.name}
    body: dict[str, Any] = {"username": account.username, "organization": known, "api_endpoints": endpoints}
    grants = call.key.grants if call.key else []
    may_see = call.key is not None and call.key.is_master
    if may_see or any(grant.get("type") == "user" and "profile" in grant.get("data", ()) for grant in grants):
        if known is not None and organization is not None:
            known["owner"] = {"username": organization.owner.username}
        endpoints["maps_api_v2_template"] = ""
        profile = account.profile
        body |= {"region": _REGION, "groups": [], "avatar_url": AVATAR}
        body |= {"first_name": profile.name, "last_name": profile.last_name}
    return JSONResponse(body)


async def update_me(request: Request) -> Response:
    call = await open_call(request, "v3", with_body=True)
    changes, profile = call.body.get("user"), call.account.profile
    if not isinstance(changes, dict):
        raise CentralApiError(400, {"message": "Error updating your account details", "errors": {}})
    _check_password(profile, changes.get("password_confirmation"), 403)
    wrong = {name: ["has to be a string"] for name in _WRITABLE if not isinstance(changes.get(name, ""), str | None)}
    if "email" in changes and "@" not in str(changes["email"]):
        wrong["email"] = ["is not a valid address"]
    if wrong:
        raise CentralApiError(400, {"message": "Error updating your account details", "errors": wrong})
    for name in _WRITABLE:
        if name in changes:
            setattr(profile, name, changes[name])
    if changes.get("new_password"):
        profile.password = str(changes["new_password"])
    return JSONResponse(await present_user(call.account))


async def delete_me(request: Request) -> Response:
    call = await open_call(request, "v3", with_body=True)
    organization = call.account.organization
    if organization is not None and organization.owner is call.account:
        raise CentralApiError(400, {"message": "Error deleting user", "errors": {"organization": ["is owned by you"]}})
    _check_password(call.account.profile, call.params.get("deletion_password_confirmation"), 400)
    await remove_account(request, call.account)
    return JSONResponse({"logout_url": f"{call.account.base_url}/logout"})


def _check_password(profile: Profile, given: object, status: int) -> None:
    """Accounts of the sandbox have no password unless one was given to them."""
    if profile.password is not None and given != profile.password:
        errors = {"password": ["does not match the one of the account"]}
        raise CentralApiError(status, {"message": "Confirm the change with your password", "errors": errors})


routes: list[Route] = [
    Route("/users/{user_id}", read_profile, methods=["GET"]),
    Route("/org", read_organization, methods=["GET"]),
    Route("/me", read_me, methods=["GET"]),
    Route("/me", update_me, methods=["PUT"]),
    Route("/me", delete_me, methods=["DELETE"]),
]
