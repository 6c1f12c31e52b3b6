"""``/api/v3/api_keys``: the keys of an account, each a role in its database; keys are found by name."""

import asyncio
import secrets
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote_plus

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from carto_sandbox.accounts.accounts import Account, ApiKey
from carto_sandbox.accounts.grants import InvalidGrantsError, check_grants, check_ownership, read_grants
from carto_sandbox.central_api.central import Call, format_ruby, open_call, read_positive
from carto_sandbox.central_api.pages import make_page
from carto_sandbox.http.errors import CentralApiError

_TYPES = ("master", "default", "regular")
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
        order = _read_choice(call, "order", _ORDERS, "type")
        types = _read_types(call)
    except ValueError as error:
        raise _make_error(400, str(error)) from None
    keys = [key for key in _list_visible(call) if key.type in types]
    # Master, default and regular come in this order whatever is asked for.
    keys.sort(key=lambda key: (_TYPES.index(key.type), getattr(key, order)))
    shown = keys[(page - 1) * per_page : page * per_page]
    base = f"{call.account.base_url}/api/v3/api_keys"
    result = [
        await _present(call.account, key) | {"_links": {"self": f"{base}/{quote_plus(key.name)}"}} for key in shown
    ]
    return JSONResponse(make_page(base, call.query, result, page, per_page, len(keys)))


def _read_choice(call: Call, name: str, choices: tuple[str, ...], default: str) -> str:
    value = call.query.get(name) or default
    if value not in choices:
        raise ValueError(f"Wrong '{name}' parameter value. Valid values are one of {', '.join(choices)}")
    return value


def _read_types(call: Call) -> list[str]:
    types = [name for name in call.query.get("type", "").split(",") if name]
    if any(name not in _TYPES for name in types):
        raise ValueError(f"Wrong 'type' parameter value. Valid values are one of {', '.join(_TYPES)}")
    return types or [*_TYPES]


async def read_key(request: Request) -> Response:
    call = await open_call(request, "v3", needs="any")
    return JSONResponse(await _present(call.account, _find(call, request)))


async def create_key(request: Request) -> Response:
    call = await open_call(request, "v3", with_body=True)
    account, name = call.account, call.params.get("name")
    try:
        if not isinstance(name, str) or not name.strip():
            raise InvalidGrantsError("Name can't be blank")
        if name in account.keys:
            raise InvalidGrantsError("Name has already been taken")
        grants = check_grants(call.params.get("grants"))
        await check_ownership(account, grants)
    except InvalidGrantsError as error:
        raise _make_error(422, f"Validation failed: {error}") from None
    key = await asyncio.to_thread(account.create_key, name, grants)
    return JSONResponse(await _present(account, key), 201)


async def delete_key(request: Request) -> Response:
    call = await open_call(request, "v3", with_body=True)
    key = _find(call, request)
    if key.type != "regular":
        raise _make_error(403, "You don't have permission to access that resource")
    await asyncio.to_thread(call.account.drop_key, key)
    return Response(status_code=204)


async def regenerate_token(request: Request) -> Response:
    call = await open_call(request, "v3", with_body=True)
    key = _find(call, request)
    if key.type != "default":  # the token of the default key is the same everywhere
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
