"""``/api/v1/organization/{organization}/groups`` and ``/api/v1/users/{user}/groups``: members shared with at once."""

import asyncio
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from carto_sandbox.accounts.accounts import Account
from carto_sandbox.accounts.catalog import Visualization, get_catalog
from carto_sandbox.accounts.directory import Accounts
from carto_sandbox.accounts.organizations import Group, Organization
from carto_sandbox.accounts.sharing import GROUP
from carto_sandbox.central_api.acl import present_group
from carto_sandbox.central_api.central import Call, open_call, read_choice, read_positive
from carto_sandbox.central_api.users_json import present_public_user, present_user
from carto_sandbox.http.errors import CentralApiError

_ORDERS = ("id", "name", "display_name", "organization_id", "updated_at")


def _make_error(status: int, text: str) -> CentralApiError:
    return CentralApiError(status, {"errors": [text]})


async def _open(request: Request, *, writes: bool = False) -> tuple[Call, Organization[Account]]:
    call = await open_call(request, "v1", with_body=True)
    accounts: Accounts = request.app.state.accounts
    wanted = request.path_params["organization"]
    organization = next((one for one in accounts.organizations.values() if one.id == wanted), None)
    if organization is None:
        raise _make_error(404, f"Org. {wanted} not found")
    if writes and not organization.is_admin(call.account):
        raise _make_error(400, "Not org. admin")
    if call.account.organization is not organization:
        raise _make_error(400, "Not organization user")
    return call, organization


async def _find(request: Request, *, writes: bool = False) -> tuple[Call, Organization[Account], Group[Account]]:
    call, organization = await _open(request, writes=writes)
    wanted = request.path_params["group"]
    group = next((one for one in organization.groups if one.id == wanted), None)
    if group is None:
        raise _make_error(404, f"Group {wanted} not found")
    return call, organization, group


def _check_password(call: Call) -> None:
    """Changes of who belongs to a group need the administrator's."""
    password = call.account.profile.password
    if password is not None and call.params.get("password_confirmation") != password:
        text = "Confirmation password sent does not match your current password"
        raise CentralApiError(403, {"message": "Error modifying groups", "errors": [text]})


def _present(call: Call, organization: Organization[Account], group: Group[Account]) -> dict[str, Any]:
    body = present_group(organization.id, group)
    shared = [item for member in organization.members for item in get_catalog(member).known if _has(item, group)]
    if call.query.get("fetch_shared_tables_count") == "true":
        body["shared_tables_count"] = sum(item.is_table for item in shared)
    if call.query.get("fetch_shared_maps_count") == "true":
        body["shared_maps_count"] = sum(not item.is_table for item in shared)
    if call.query.get("fetch_users") == "true":
        body["users"] = [present_public_user(member) for member in group.members]
    return body


def _has(item: Visualization, group: Group[Account]) -> bool:
    return any(entry["type"] == GROUP and entry["id"] == group.id for entry in item.acl)


def _present_whole(call: Call, organization: Organization[Account], group: Group[Account]) -> dict[str, Any]:
    everything = Call(call.account, call.key, dict.fromkeys(_FETCHED, "true"), {})
    return _present(everything, organization, group)


_FETCHED = ("fetch_shared_tables_count", "fetch_shared_maps_count", "fetch_users")


async def list_groups(request: Request) -> Response:
    call, organization = await _open(request)
    return _answer_page(call, organization, organization.groups)


async def list_groups_of_user(request: Request) -> Response:
    call = await open_call(request, "v1")
    accounts: Accounts = request.app.state.accounts
    user = next((account for account in accounts if account.uuid == request.path_params["user_id"]), None)
    if user is None:
        raise _make_error(404, f"User {request.path_params['user_id']} not found")
    organization = user.organization
    may_ask = user is call.account or (organization is not None and organization.is_admin(call.account))
    if organization is None or not may_ask:
        raise _make_error(501, "You can't get other users groups")
    return _answer_page(call, organization, organization.groups_of(user))


def _answer_page(call: Call, organization: Organization[Account], groups: list[Group[Account]]) -> JSONResponse:
    try:
        page, per_page = read_positive(call.query, "page", 1), read_positive(call.query, "per_page", 20)
        order = read_choice(call.query.get("order") or "name", "order", _ORDERS)
    except ValueError as error:
        raise CentralApiError(400, {"errors": str(error), "errors_cause": None}) from None
    found = [group for group in groups if call.query.get("q", "").lower() in group.name.lower()]
    found.sort(key=lambda group: str(getattr(group, order, group.name)))
    shown = [_present(call, organization, group) for group in found[(page - 1) * per_page : page * per_page]]
    return JSONResponse({"groups": shown, "total_entries": len(found)})


async def read_group(request: Request) -> Response:
    call, organization, group = await _find(request)
    return JSONResponse(_present(call, organization, group))


async def create_group(request: Request) -> Response:
    call, organization = await _open(request, writes=True)
    accounts: Accounts = request.app.state.accounts
    try:
        group = await asyncio.to_thread(accounts.add_group, organization, _read_name(call))
    except ValueError as error:
        raise _make_error(422, str(error)) from None
    return JSONResponse(_present_whole(call, organization, group))


def _read_name(call: Call) -> str:
    """CARTO does not foresee that there is none."""
    name = call.params.get("display_name")
    if not isinstance(name, str):
        raise _make_error(500, "undefined method `squish' for nil:NilClass")
    return " ".join(name.split())


async def update_group(request: Request) -> Response:
    call, organization, group = await _find(request, writes=True)
    name = _read_name(call)
    if any(other.name == name for other in organization.groups if other is not group):
        raise _make_error(409, "A group with that name already exists")
    accounts: Accounts = request.app.state.accounts
    await asyncio.to_thread(accounts.rename_group, organization, group, name)
    return JSONResponse(_present_whole(call, organization, group))


async def delete_group(request: Request) -> Response:
    call, organization, group = await _find(request, writes=True)
    _check_password(call)
    accounts: Accounts = request.app.state.accounts
    await asyncio.to_thread(accounts.drop_group, organization, group)
    return Response(status_code=204)


async def list_members_of_group(request: Request) -> Response:
    call, _, group = await _find(request)
    try:
        page, per_page = read_positive(call.query, "page", 1), read_positive(call.query, "per_page", 50)
    except ValueError as error:
        raise CentralApiError(400, {"errors": str(error), "errors_cause": None}) from None
    found = sorted(group.members, key=lambda member: member.username)
    shown = [await present_user(member) for member in found[(page - 1) * per_page : page * per_page]]
    for body in shown:
        del body["db_size_in_bytes"]
    return JSONResponse({"users": shown, "total_user_entries": len(found), "total_entries": len(shown)})


async def add_members(request: Request) -> Response:
    return await _change_members(request, adds=True)


async def remove_members(request: Request) -> Response:
    return await _change_members(request, adds=False)


async def _change_members(request: Request, *, adds: bool) -> Response:
    call, organization, group = await _find(request, writes=True)
    _check_password(call)
    given = call.params.get("users") or [request.path_params.get("user_id") or call.params.get("user_id")]
    found = [member for member in organization.members if member.uuid in given]
    if len(found) < len(given):  # CARTO does not foresee this
        raise _make_error(500, "undefined method `username' for nil:NilClass")
    others = [member for member in group.members if member not in found]
    accounts: Accounts = request.app.state.accounts
    await asyncio.to_thread(accounts.set_members, organization, group, [*others, *(found if adds else [])])
    return JSONResponse({})


_GROUPS = "/organization/{organization}/groups"
routes: list[Route] = [
    Route(_GROUPS, list_groups, methods=["GET"]),
    Route(_GROUPS, create_group, methods=["POST"]),
    Route(f"{_GROUPS}/{{group}}", read_group, methods=["GET"]),
    Route(f"{_GROUPS}/{{group}}", update_group, methods=["PUT"]),
    Route(f"{_GROUPS}/{{group}}", delete_group, methods=["DELETE"]),
    Route(f"{_GROUPS}/{{group}}/users", list_members_of_group, methods=["GET"]),
    Route(f"{_GROUPS}/{{group}}/users", add_members, methods=["POST"]),
    Route(f"{_GROUPS}/{{group}}/users", remove_members, methods=["DELETE"]),
    Route(f"{_GROUPS}/{{group}}/users/{{user_id}}", remove_members, methods=["DELETE"]),
    Route("/users/{user_id}/groups", list_groups_of_user, methods=["GET"]),
]
