"""``/api/v3/api_keys``: the keys of an account, each a role in its database; keys are found by name."""

import asyncio
import json
import secrets
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote_plus

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from carto_sandbox.accounts.accounts import Account, ApiKey
from carto_sandbox.accounts.grant_rules import find_errors
from carto_sandbox.accounts.grants import find_foreign, read_grants
from carto_sandbox.central_api.central import DIRECTIONS, Call, format_ruby, open_call, read_choice, read_positive
from carto_sandbox.central_api.pages import make_base, make_page
from carto_sandbox.http.errors import CentralApiError, UnforeseenError

_REGULAR = "regular"
_TYPES = ("master", "default", _REGULAR)
_ORDERS = ("type", "name", "updated_at")


def _make_error(status: int, text: str) -> CentralApiError:
    return CentralApiError(status, {"errors": text, "errors_cause": None})


async def _present(account: Account, key: ApiKey) -> dict[str, Any]:
    return {
        "name": key.name,
        "user": {"username": account.username},
        "type": key.type,
        "token": key.token,
        "grants": await read_grants(account, key),
        "created_at": format_ruby(key.created_at),
        "updated_at": format_ruby(key.updated_at),
    }


def _list_visible(call: Call) -> list[ApiKey]:
    """A key that is not the master key sees only itself."""
    if call.key is not None and not call.key.is_master:
        return [call.key]
    return [*call.account.keys.values()]


def _find(call: Call, request: Request) -> ApiKey:
    name = request.path_params["name"]
    found = next((key for key in _list_visible(call) if key.name == name), None)
    if found is None:
        raise _make_error(404, f"API key not found: {name}")
    return found


async def list_keys(request: Request) -> Response:
    call = await open_call(request, "v3", needs="any")
    try:
        page, per_page = read_positive(call.query, "page", 1), read_positive(call.query, "per_page", 20)
        order = read_choice(call.query.get("order") or "type", "order", _ORDERS)
        read_choice(call.query.get("order_direction") or "asc", "order_direction", DIRECTIONS)  # and then forgotten
        types = _read_types(call)
    except ValueError as error:
        raise _make_error(400, str(error)) from None
    owner = _read_target(call)
    visible = _list_visible(call) if owner is call.account else [*owner.keys.values()]
    keys = [key for key in visible if key.type in types]
    # Master, default and regular come in this order whatever is asked for.
    keys.sort(key=lambda key: (_TYPES.index(key.type), getattr(key, order)))
    shown = keys[(page - 1) * per_page : page * per_page]
    base = f"{make_base(request, call.account)}/v3/api_keys"
    result = [await _present(owner, key) | {"_links": {"self": f"{base}/{quote_plus(key.name)}"}} for key in shown]
    return JSONResponse(make_page(call, base, result, page, per_page, len(keys), controller="api_keys"))


def _read_target(call: Call) -> Account:
    """Return the account whose keys are requested: an organization's owner can see those of every member."""
    name, organization = call.query.get("target_user"), call.account.organization
    if not name or name == call.account.username:
        return call.account
    if organization is None or not organization.is_admin(call.account):
        raise _make_error(403, "You don't have permission to access that resource")
    member = next((member for member in organization.members if member.username == name), None)
    if member is None:
        raise _make_error(404, f"User '{name}' not found in the organization '{organization.name}'")
    return member


def _read_types(call: Call) -> list[str]:
    types = [name for name in call.query.get("type", "").split(",") if name]
    if any(name not in _TYPES for name in types):
        raise ValueError(f"Wrong 'type' parameter value. Valid values are one of {json.dumps(_TYPES)}")
    return types or [*_TYPES]


async def read_key(request: Request) -> Response:
    call = await open_call(request, "v3", needs="any")
    return JSONResponse(await _present(call.account, _find(call, request)))


async def create_key(request: Request) -> Response:
    call = await open_call(request, "v3", with_body=True)
    account, name = call.account, call.params.get("name")
    errors = find_errors(call.params.get("grants"))
    if not errors:
        errors = await find_foreign(account, call.params["grants"])
    errors = [f"Grants {error}" for error in errors]
    if not isinstance(name, str) or not name.strip():
        errors.append("Name can't be blank")
    elif name in account.keys:
        errors.append("Name has already been taken")
        if account.keys[name].type != _REGULAR:
            errors.append("Name api_key name cannot be Master nor Default public")
    if errors:
        raise _make_error(422, f"Validation failed: {', '.join(errors)}")
    key = await asyncio.to_thread(account.create_key, str(name), call.params["grants"])
    return JSONResponse(await _present(account, key), 201)


async def delete_key(request: Request) -> Response:
    call = await open_call(request, "v3", with_body=True)
    key = _find(call, request)
    if key.type != _REGULAR:
        raise _make_error(403, "You don't have permission to access that resource")
    await asyncio.to_thread(call.account.drop_key, key)
    return Response(status_code=204)


async def regenerate_token(request: Request) -> Response:
    call = await open_call(request, "v3", with_body=True)
    key = _find(call, request)
    if key.type == "default":  # whose token is the same everywhere
        raise UnforeseenError(422)
    key.token = secrets.token_hex(20) if key.is_master else secrets.token_urlsafe(16)
    key.updated_at = datetime.now(UTC)
    return JSONResponse(await _present(call.account, key))


routes: list[Route] = [
    Route("/api_keys", list_keys, methods=["GET"]),
    Route("/api_keys", create_key, methods=["POST"]),
    Route("/api_keys/{name}", read_key, methods=["GET"]),
    Route("/api_keys/{name}", delete_key, methods=["DELETE"]),
    Route("/api_keys/{name}/token/regenerate", regenerate_token, methods=["POST"]),
]
