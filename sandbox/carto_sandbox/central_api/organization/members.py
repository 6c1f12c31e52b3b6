"""The members of an organization, and the users and groups to share with; for every member."""

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from carto_sandbox.accounts.accounts import Account
from carto_sandbox.accounts.organizations import Group, Organization
from carto_sandbox.central_api.acl import present_group, present_groups
from carto_sandbox.central_api.central import Call, open_call, read_choice, read_positive
from carto_sandbox.central_api.users_json import present_public_user, present_user
from carto_sandbox.http.errors import CentralApiError, UnforeseenError

_MEMBER_ORDERS = ("username", "updated_at")
_GRANTABLE_ORDERS = ("id", "name", "type", "avatar_url", "organization_id", "updated_at")


async def _open(request: Request) -> tuple[Call, Organization[Account] | None]:
    """Found by its UUID only."""
    call = await open_call(request, "v1")
    organization = call.account.organization
    known = organization is not None and organization.id == request.path_params["organization"]
    return call, organization if known else None


async def list_members(request: Request) -> Response:
    call, organization = await _open(request)
    if organization is None:
        raise CentralApiError(401)
    try:
        page, per_page = read_positive(call.query, "page", 1), read_positive(call.query, "per_page", 50)
        order = read_choice(call.query.get("order") or "username", "order", _MEMBER_ORDERS)
    except ValueError as error:
        raise CentralApiError(400, {"errors": str(error), "errors_cause": None}) from None
    found = [member for member in organization.members if _matches(member, call.query.get("q", ""))]
    found.sort(key=lambda m: m.profile.updated_at.isoformat() if order == "updated_at" else m.username)
    shown = found[(page - 1) * per_page : page * per_page]
    users = [await _present(call, organization, member) for member in shown]
    return JSONResponse({"users": users, "total_user_entries": len(found), "total_entries": len(users)})


def _matches(member: Account, term: str) -> bool:
    return term in member.username or term == member.profile.email


async def _present(call: Call, organization: Organization[Account], member: Account) -> dict[str, Any]:
    if member is call.account or organization.is_admin(call.account):
        body = await present_user(member)
        del body["db_size_in_bytes"]
        return body
    return present_public_user(member)


async def list_grantables(request: Request) -> Response:
    """Users and groups."""
    call, organization = await _open(request)
    if organization is None:  # two answers at once, which CARTO does not foresee
        raise UnforeseenError
    try:
        page, per_page = read_positive(call.query, "page", 1), read_positive(call.query, "per_page", 20)
        order = read_choice(call.query.get("order") or "updated_at", "order", _GRANTABLE_ORDERS)
    except ValueError as error:
        raise CentralApiError(400, {"errors": str(error)}) from None
    term = call.query.get("q", "").lower()
    found = [
        *((member.profile.updated_at, _present_member(member)) for member in organization.members),
        *((group.updated_at, _present_group(organization, group)) for group in organization.groups),
    ]
    found = [(moment, grantable) for moment, grantable in found if term in grantable["name"].lower()]
    found.sort(key=lambda entry: entry[0].isoformat() if order == "updated_at" else str(entry[1].get(order)))
    shown = [grantable for _, grantable in found[(page - 1) * per_page : page * per_page]]
    return JSONResponse({"grantables": shown, "total_entries": len(found)})


def _present_member(member: Account) -> dict[str, Any]:
    return {
        "id": member.uuid,
        "type": "user",
        "name": member.username,
        "avatar_url": member.profile.avatar_url,
        "model": present_public_user(member) | {"groups": present_groups(member)},
    }


def _present_group(organization: Organization[Account], group: Group[Account]) -> dict[str, Any]:
    users = [present_public_user(member) for member in group.members]
    return {
        "id": group.id,
        "type": "group",
        "name": group.name,
        "avatar_url": "",
        "model": present_group(organization.id, group) | {"users": users},
    }


routes: list[Route] = [Route("/organization/{organization}/grantables", list_grantables, methods=["GET"])]
