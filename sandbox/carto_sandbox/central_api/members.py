"""Who belongs to an organization, and with whom something can be shared: for every member of it."""

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from carto_sandbox.accounts.accounts import Account
from carto_sandbox.accounts.catalog import get_catalog
from carto_sandbox.accounts.organizations import Organization
from carto_sandbox.central_api.central import Call, open_call, read_positive
from carto_sandbox.central_api.users_json import AVATAR, present_owner, present_public_user
from carto_sandbox.http.errors import CentralApiError

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
        raise CentralApiError(401, {})
    found, shown = _select(call, organization, 50, _MEMBER_ORDERS, "username")
    users = [await _present(call, organization, member) for member in shown]
    return JSONResponse({"users": users, "total_user_entries": len(found), "total_entries": len(users)})


async def _present(call: Call, organization: Organization[Account], member: Account) -> dict[str, Any]:
    if member is call.account or organization.is_admin(call.account):
        return present_owner(member, await get_catalog(member).list_all())
    return present_public_user(member)


async def list_grantables(request: Request) -> Response:
    """Users only: the sandbox has no groups."""
    call, organization = await _open(request)
    if organization is None:
        raise CentralApiError(404, {"errors": "Organization not found"})
    found, shown = _select(call, organization, 20, _GRANTABLE_ORDERS, "updated_at")
    grantables = [
        {
            "id": member.uuid,
            "type": "user",
            "name": member.username,
            "avatar_url": AVATAR,
            "model": present_public_user(member) | {"groups": []},
        }
        for member in shown
    ]
    return JSONResponse({"grantables": grantables, "total_entries": len(found)})


def _select(
    call: Call, organization: Organization[Account], size: int, orders: tuple[str, ...], default: str
) -> tuple[list[Account], list[Account]]:
    """All that match, and those of the page."""
    try:
        page, per_page = read_positive(call.query, "page", 1), read_positive(call.query, "per_page", size)
        order = call.query.get("order") or default
        if order not in orders:
            raise ValueError(f"Wrong 'order' parameter value. Valid values are one of {', '.join(orders)}")
    except ValueError as error:
        raise CentralApiError(400, {"errors": str(error), "errors_cause": None}) from None
    term = call.query.get("q", "").lower()
    found = [m for m in organization.members if term in m.username.lower() or term in (m.profile.name or "").lower()]
    if order == "updated_at":
        found.sort(key=lambda member: member.profile.updated_at)
    else:
        found.sort(key=lambda member: member.uuid if order == "id" else member.username)
    return found, found[(page - 1) * per_page : page * per_page]


routes: list[Route] = [Route("/organization/{organization}/grantables", list_grantables, methods=["GET"])]
