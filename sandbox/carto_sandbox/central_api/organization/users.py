"""``/api/v1|v2/organization/{organization}/users``: an organization's users, for its owner and administrators.

Answers that are a sentence come as bare text under a JSON content type, as Rails renders a string.
"""

import asyncio
import contextlib
import secrets
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import psycopg
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from carto_sandbox.accounts.account_removal import remove_account
from carto_sandbox.accounts.accounts import Account
from carto_sandbox.accounts.catalog import get_catalog
from carto_sandbox.accounts.directory import Accounts
from carto_sandbox.accounts.organizations import Organization, Profile
from carto_sandbox.central_api.central import Call, check_version, open_call
from carto_sandbox.central_api.organization.checks import check_changes, check_new_user, read_limits
from carto_sandbox.central_api.organization.members import list_members
from carto_sandbox.central_api.users_json import present_managed_user, present_new_user
from carto_sandbox.http.errors import CentralApiError

_DEFAULT_QUOTA_BYTES = 100 * 1024**2
# CARTO makes users in the background; clients that read them at once should meet that.
_CREATION_SECONDS = 0.25
_CHANGEABLE = ("email", "password", "quota_in_bytes", "viewer", "org_admin")


class BareText(Response):
    """A sentence that says it is JSON and is not."""

    media_type = "application/json"


async def open_organization(request: Request) -> tuple[Call, Organization[Account]]:
    """Raises 401 if the organization does not exist or the caller does not administer it."""
    version = request.path_params["version"]
    check_version(request, "v1", "v2")
    call = await open_call(request, version, with_body=True)
    organization = call.account.organization
    if organization is None or request.path_params["organization"] not in (organization.id, organization.name):
        raise CentralApiError(401)
    if not organization.is_admin(call.account):
        raise CentralApiError(401)
    return call, organization


async def list_users(request: Request) -> Response:
    if request.path_params["version"] == "v1":
        return await list_members(request)
    _, organization = await open_organization(request)
    return JSONResponse([await present_managed_user(member) for member in organization.members])


async def create_user(request: Request) -> Response:
    """Check the request here, and create the user in the background. A failure there is not reported."""
    call, organization = await open_organization(request)
    accounts: Accounts = request.app.state.accounts
    errors = check_new_user(call.params, accounts, organization)
    if call.params.get("org_admin") and organization.owner is not call.account:
        errors.append("org_admin can only be set by organization owner")
    if errors:
        return JSONResponse(errors, 410)
    name = str(call.params["username"])
    profile = Profile(str(call.params["email"]), quota_in_bytes=_DEFAULT_QUOTA_BYTES)
    _apply(profile, call.params)
    call.account.start_task(_create(accounts, organization, name, profile))
    return JSONResponse(present_new_user(f"{accounts.url}/user/{name}", name, profile))


async def _create(accounts: Accounts, organization: Organization[Account], name: str, profile: Profile) -> None:
    await asyncio.sleep(_CREATION_SECONDS)
    with contextlib.suppress(ValueError, psycopg.Error):
        await asyncio.to_thread(accounts.create, name, secrets.token_hex(20), organization.name, profile)


async def find_user(request: Request) -> tuple[Call, Organization[Account], Account]:
    call, organization = await open_organization(request)
    name = request.path_params["username"]
    member = next((m for m in organization.members if m.username == name), None)
    if member is None:
        raise _BareError(404, f"No user with username '{name}' in '{organization.name}'")
    # Administrators do not touch each other; the owner may do everything.
    if call.account not in (organization.owner, member) and organization.is_admin(member):
        raise CentralApiError(401)
    return call, organization, member


class _BareError(CentralApiError):
    """A sentence instead of an object."""


def answering_bare(endpoint: Callable[[Request], Any]) -> Callable[[Request], Any]:
    async def answer(request: Request) -> Response:
        try:
            answered: Response = await endpoint(request)
        except _BareError as error:
            return BareText(str(error.body), error.status)
        return answered

    return answer


async def read_user(request: Request) -> Response:
    _, _, member = await find_user(request)
    return JSONResponse(await present_managed_user(member))


async def update_user(request: Request) -> Response:
    call, organization, member = await find_user(request)
    changes = {name: call.body[name] for name in (*_CHANGEABLE, *read_limits(call.body)) if name in call.body}
    if not changes:
        raise _BareError(410, "No update params provided")
    errors = check_changes(changes, request.app.state.accounts, organization, member)
    if errors:
        return JSONResponse(errors, 410)
    _apply(member.profile, changes)
    return JSONResponse(await present_managed_user(member))


async def delete_user(request: Request) -> Response:
    """With `force` also what is shared with others."""
    call, organization, member = await find_user(request)
    if member is organization.owner:
        raise CentralApiError(401)
    if not call.params.get("force") and any(_shared_by(member)):
        raise CentralApiError(401)
    await remove_account(request, member)
    return BareText("User deleted")


def _shared_by(member: Account) -> Iterator[bool]:
    return (bool(item.acl) for item in get_catalog(member).known)


def _apply(profile: Profile, changes: dict[str, Any]) -> None:
    """The soft limits of services that the sandbox has not are taken and forgotten."""
    for name in _CHANGEABLE:
        if changes.get(name) is not None:
            value = changes[name]
            if name in ("viewer", "org_admin"):
                value = value in (True, "true", "1")
            elif name == "quota_in_bytes":
                value = int(value)
            setattr(profile, name, value)
    if profile.viewer:
        profile.quota_in_bytes = 0
    profile.updated_at = datetime.now(UTC)


_USER = "/organization/{organization}/users/{username}"
routes: list[Route] = [
    Route("/organization/{organization}/users", list_users, methods=["GET"]),
    Route("/organization/{organization}/users", create_user, methods=["POST"]),
    Route(_USER, answering_bare(read_user), methods=["GET"]),
    Route(_USER, answering_bare(update_user), methods=["PUT"]),
    Route(_USER, answering_bare(delete_user), methods=["DELETE"]),
]
