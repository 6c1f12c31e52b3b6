"""``/api/v1|v2/organization/{organization}/users``: an organization's users, for its owner and administrators.

Answers that are a sentence come as bare text under a JSON content type, as Rails renders a string.
"""

import asyncio
from datetime import UTC, datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from carto_sandbox.accounts.account_removal import remove_account
from carto_sandbox.accounts.accounts import Account
from carto_sandbox.accounts.directory import Accounts
from carto_sandbox.accounts.organizations import Organization
from carto_sandbox.central_api.central import Call, open_call
from carto_sandbox.central_api.members import list_members
from carto_sandbox.central_api.users_json import present_managed_user
from carto_sandbox.http.errors import CentralApiError

_NEEDED = ("email", "password", "username")
_SOFT_LIMITS = (
    "soft_geocoding_limit", "soft_here_isolines_limit", "soft_twitter_datasource_limit", "soft_mapzen_routing_limit",
)  # fmt: skip
_CHANGEABLE = ("email", "password", "quota_in_bytes", "viewer", "org_admin", *_SOFT_LIMITS)


class BareText(Response):
    """A sentence that says it is JSON and is not."""

    media_type = "application/json"


async def _open(request: Request) -> tuple[Call, Organization[Account]]:
    """401 with `{}` when there is no such organization or the caller does not run it."""
    version = request.path_params["version"]
    if version not in ("v1", "v2"):
        raise CentralApiError(404)
    call = await open_call(request, version, with_body=True)
    organization = call.account.organization
    if organization is None or request.path_params["organization"] not in (organization.id, organization.name):
        raise CentralApiError(401, {})
    if not organization.is_admin(call.account):
        raise CentralApiError(401, {})
    return call, organization


async def list_users(request: Request) -> Response:
    if request.path_params["version"] == "v1":
        return await list_members(request)
    _, organization = await _open(request)
    return JSONResponse([await present_managed_user(member) for member in organization.members])


async def create_user(request: Request) -> Response:
    """Ready at once, where CARTO takes its time."""
    call, organization = await _open(request)
    params = call.body
    errors = [f"{name} is not present" for name in _NEEDED if not params.get(name)]
    if errors:
        return JSONResponse(errors, 410)
    accounts: Accounts = request.app.state.accounts
    try:
        changes = _read_changes(params, soft=lambda value: value == "true")
        if params.get("org_admin") and organization.owner is not call.account:
            raise ValueError("org_admin can only be set by organization owner")
        member = await asyncio.to_thread(accounts.create, str(params["username"]), None, organization.name)
    except ValueError as error:
        text = str(error)
        return JSONResponse([text if text.split(" ")[0] in _CHANGEABLE else f"username is invalid: {text}"], 410)
    _apply(member, changes)
    return JSONResponse(await present_managed_user(member))


async def _find(request: Request) -> tuple[Call, Organization[Account], Account | None]:
    call, organization = await _open(request)
    name = request.path_params["username"]
    return call, organization, next((m for m in organization.members if m.username == name), None)


async def read_user(request: Request) -> Response:
    _, _, member = await _find(request)
    return BareText("User not found", 404) if member is None else JSONResponse(await present_managed_user(member))


async def update_user(request: Request) -> Response:
    call, organization, member = await _find(request)
    if member is None:
        return BareText("User not found", 404)
    _check_editable(call, organization, member)
    try:
        changes = _read_changes(call.body, soft=lambda value: value in (True, "true", "1"))
    except ValueError as error:
        return JSONResponse([str(error)], 410)
    if not changes:
        return BareText("No update params provided", 410)
    _apply(member, changes)
    return JSONResponse(await present_managed_user(member))


async def delete_user(request: Request) -> Response:
    call, organization, member = await _find(request)
    if member is None:
        return BareText("User not found", 404)
    if member is organization.owner:
        return BareText("Can't delete org owner", 401)
    _check_editable(call, organization, member)
    await remove_account(request, member)
    return BareText("User deleted")


def _check_editable(call: Call, organization: Organization[Account], member: Account) -> None:
    """Administrators do not touch each other; the owner may do everything."""
    if call.account not in (organization.owner, member) and organization.is_admin(member):
        raise CentralApiError(401, {"errors": ["You do not have permissions to edit that user"]})


def _read_changes(params: Any, *, soft: Any) -> dict[str, Any]:
    """The known fields, checked; ValueError begins with the name of the field."""
    changes = {name: params[name] for name in _CHANGEABLE if name in params}
    if "email" in changes and not (isinstance(changes["email"], str) and "@" in changes["email"]):
        raise ValueError("email is not a valid address")
    if "quota_in_bytes" in changes:
        text = str(changes["quota_in_bytes"])
        if not (text.isascii() and text.isdigit() and len(text) < 19):
            raise ValueError("quota_in_bytes is not a number")
        changes["quota_in_bytes"] = int(text)
    for name in ("viewer", "org_admin"):
        if name in changes:
            changes[name] = changes[name] in (True, "true")
    for name in _SOFT_LIMITS:
        if name in changes:
            changes[name] = soft(changes[name])
    return changes


def _apply(member: Account, changes: dict[str, Any]) -> None:
    """The soft limits of services that the sandbox has not are taken and forgotten."""
    for name, value in changes.items():
        if hasattr(member.profile, name):
            setattr(member.profile, name, value)
    member.profile.updated_at = datetime.now(UTC)


routes: list[Route] = [
    Route("/organization/{organization}/users", list_users, methods=["GET"]),
    Route("/organization/{organization}/users", create_user, methods=["POST"]),
    Route("/organization/{organization}/users/{username}", read_user, methods=["GET"]),
    Route("/organization/{organization}/users/{username}", update_user, methods=["PUT"]),
    Route("/organization/{organization}/users/{username}", delete_user, methods=["DELETE"]),
]
