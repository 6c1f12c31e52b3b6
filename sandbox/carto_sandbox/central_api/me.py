"""The caller: ``v1/users/…``, ``v1/org``, ``v3/me`` and ``v4/me``."""

import re
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from carto_sandbox.accounts.account_removal import remove_account
from carto_sandbox.accounts.accounts import Account
from carto_sandbox.accounts.auth import authenticate_central, find_username, resolve_account
from carto_sandbox.accounts.layers import make_basemap_options
from carto_sandbox.accounts.organizations import Profile
from carto_sandbox.central_api.acl import present_groups
from carto_sandbox.central_api.central import check_version, open_call
from carto_sandbox.central_api.front_config import present_config, present_front
from carto_sandbox.central_api.profile_json import name_plan, present_organization, present_profile
from carto_sandbox.central_api.users_json import present_user
from carto_sandbox.http.errors import CentralApiError, NotAuthenticatedError

_WRITABLE = (
    "email", "name", "last_name", "website", "description", "location", "twitter_username", "disqus_shortname",
    "industry", "company_employees", "use_case", "company", "phone", "job_role",
)  # fmt: skip
_MESSAGE = "Error updating your account details"
_MIN_PASSWORD = 6
_ADMIN = "You can't delete your account because you are admin of an organization"


async def read_profile(request: Request) -> Response:
    """Of the caller, whatever id the path has."""
    call = await open_call(request, "v1")
    return JSONResponse(await present_profile(call.account))


async def read_organization(request: Request) -> Response:
    call = await open_call(request, "v1")
    return JSONResponse(await present_organization(call.account))


async def read_authenticated_users(request: Request) -> Response:
    """An answer for CARTO's own pages, which send their location."""
    referer = request.headers.get("origin") or request.headers.get("referer") or ""
    if not re.match(r"https?://[\w.-]+", referer):
        return JSONResponse({"error": f"Referer {referer} does not match"}, 400)
    return JSONResponse({"urls": [], "username": None, "avatar_url": None})


async def read_me(request: Request) -> Response:
    """`v3` works with or without a key, even an unknown one; `v4` with any key."""
    check_version(request, "v3", "v4")
    if request.path_params["version"] == "v4":
        return await _read_identity(request)
    name = find_username(request) or ""
    try:
        account = resolve_account(request, "central")
    except NotAuthenticatedError:
        return JSONResponse(present_front(name, _name_url(request)))
    key = authenticate_central(request, account, needs="nothing")
    body = present_front(name, account.base_url)
    if key is None or not key.is_master:
        return JSONResponse(body)
    body["config"] |= present_config()
    return JSONResponse(await _present_me(account) | body)


def _name_url(request: Request) -> str:
    return f"{request.url.scheme}://{request.headers.get('host', '')}"


async def _present_me(account: Account) -> dict[str, Any]:
    is_owner = account.organization is not None and account.organization.owner is account
    reason = _ADMIN if is_owner else None
    return {
        "user_data": await present_profile(account),
        "default_fallback_basemap": {"default": True} | make_basemap_options(),
        "dashboard_notifications": {},
        "organization_notifications": [],
        "unfiltered_organization_notifications": [],
        "is_just_logged_in": False,
        "is_first_time_viewing_dashboard": True,
        "can_change_email": True,
        "auth_username_password_enabled": None if account.organization is None else True,
        "can_change_password": True,
        "plan_name": name_plan(account),
        "plan_url": f"{account.base_url.partition('/user/')[0]}/account/{account.username}/plan",
        "can_be_deleted": not is_owner,
        "cant_be_deleted_reason": reason,
        "services": [],
        "asset_host": None,
        "google_sign_in": False,
        "mfa_required": account.profile.mfa_required,
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
        profile = account.profile
        if known is not None and organization is not None:
            known["owner"] = {"username": organization.owner.username}
        endpoints["maps_api_v2_template"] = None
        groups = [{"name": group["name"], "display_name": group["display_name"]} for group in present_groups(account)]
        body |= {"region": None, "groups": groups, "avatar_url": profile.avatar_url}
        body |= {"first_name": profile.name, "last_name": profile.last_name}
    return JSONResponse(body)


async def update_me(request: Request) -> Response:
    """Without anything to change all is well."""
    call = await open_call(request, "v3", with_body=True)
    changes, account = call.body.get("user"), call.account
    if isinstance(changes, dict) and changes:
        _check_password(account.profile, changes.get("password_confirmation"))
        if wrong := _find_wrong(changes):
            raise CentralApiError(400, {"message": _MESSAGE, "errors": wrong})
        for name in _WRITABLE:
            if name in changes:
                setattr(account.profile, name, changes[name])
        if changes.get("new_password"):
            account.profile.password = str(changes["new_password"])
    return JSONResponse(await present_user(account))


def _find_wrong(changes: dict[str, Any]) -> dict[str, list[str]]:
    wrong = {name: ["is invalid"] for name in _WRITABLE if not isinstance(changes.get(name, ""), str | None)}
    if changes.get("email") and not re.fullmatch(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+", str(changes["email"])):
        wrong["email"] = ["Invalid Domain Name"]
    if changes.get("new_password") or changes.get("confirm_password"):
        errors = []
        if changes.get("new_password") != changes.get("confirm_password"):
            errors.append("doesn't match confirmation")
        if len(str(changes.get("new_password") or "")) < _MIN_PASSWORD:
            errors.append(f"must be at least {_MIN_PASSWORD} characters long")
        if errors:
            wrong["new_password"] = errors
    return wrong


async def delete_me(request: Request) -> Response:
    call = await open_call(request, "v3", with_body=True)
    organization, profile = call.account.organization, call.account.profile
    if profile.password is not None and call.params.get("deletion_password_confirmation") != profile.password:
        raise CentralApiError(400, {"message": "Error deleting user: Password does not match"})
    if organization is not None and organization.owner is call.account:
        raise CentralApiError(400, {"message": f"Error deleting user: {_ADMIN}", "errors": {}})
    await remove_account(request, call.account)
    return JSONResponse({"logout_url": f"{call.account.base_url}/logout"})


def _check_password(profile: Profile, given: object) -> None:
    """Accounts of the sandbox have no password unless one was given to them."""
    if profile.password is not None and given != profile.password:
        errors = {"password": ["Confirmation password sent does not match your current password"]}
        raise CentralApiError(403, {"message": _MESSAGE, "errors": errors})


routes: list[Route] = [
    Route("/users/{user_id}", read_profile, methods=["GET"]),
    Route("/org", read_organization, methods=["GET"]),
    Route("/get_authenticated_users", read_authenticated_users, methods=["GET"]),
    Route("/me", read_me, methods=["GET"]),
    Route("/me", update_me, methods=["PUT"]),
    Route("/me", delete_me, methods=["DELETE"]),
]
