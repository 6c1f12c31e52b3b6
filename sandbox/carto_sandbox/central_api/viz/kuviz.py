"""``/api/v4/kuviz`` and ``/api/v4/app``: pages of HTML as visualizations of their own."""

import base64
import binascii
import re
from datetime import UTC, datetime
from typing import Any

import psycopg
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from carto_sandbox.accounts.auth import resolve_account
from carto_sandbox.accounts.catalog import APP, KUVIZ, PASSWORD, PUBLIC, Visualization, get_catalog
from carto_sandbox.accounts.organizations import make_auth_token
from carto_sandbox.central_api.central import (
    DIRECTIONS,
    Call,
    check_state,
    check_version,
    format_rails,
    is_uuid,
    read_body,
    read_choice,
    read_positive,
)
from carto_sandbox.database.naming import make_table_name
from carto_sandbox.http.errors import CentralApiError, NotAuthenticatedError
from carto_sandbox.http.rails import mark_cors

_MAX_BYTES = 10 * 1024 * 1024
_ORDERS = ("name", "updated_at", "privacy")
_FAIL, _REPLACE = "fail", "replace"
_HTML = re.compile(rb"<html.*>", re.DOTALL)


async def _open(request: Request) -> tuple[Call, str]:
    """The key is read only from the parameter, and must be the master key. Also returns the type in the path."""
    check_version(request, "v4")
    body = await read_body(request)
    account = resolve_account(request, "central")
    check_state(account, "v4")
    token = request.query_params.get("api_key") or body.get("api_key")
    key = account.find_key(str(token)) if token else None
    if key is None and not (token is None and "authorization" in request.headers):
        raise NotAuthenticatedError
    mark_cors(request)
    if key is None or not key.is_master:
        raise CentralApiError(
            403, {"errors": "You don't have permission to access that resource", "errors_cause": None}
        )
    if request.method in ("POST", "PUT") and len(await request.body()) > _MAX_BYTES:
        raise _refuse(f"Visualization over the size limit ({_MAX_BYTES // 1024**2}MB)")
    kind = APP if request.scope["path"].removeprefix(request.scope["root_path"]).startswith("/app") else KUVIZ
    return Call(account, key, request.query_params, body), kind


def _present(call: Call, item: Visualization, kind: str) -> dict[str, Any]:
    return {
        "id": item.id,
        "name": item.name,
        "privacy": item.privacy.lower(),
        "created_at": format_rails(item.created_at),
        "updated_at": format_rails(item.updated_at),
        "url": f"{call.account.base_url}/{kind}/{item.id}",
    }


async def list_pages(request: Request) -> Response:
    call, kind = await _open(request)
    params = call.query
    try:
        page, per_page = read_positive(params, "page", 1), read_positive(params, "per_page", 20)
        order = read_choice(params.get("order") or "updated_at", "order", _ORDERS)
        direction = read_choice(params.get("order_direction") or "desc", "order_direction", DIRECTIONS)
    except ValueError as error:
        raise CentralApiError(400, {"error": str(error)}) from None
    found = [item for item in get_catalog(call.account).known if item.type == kind]
    if params.get("privacy"):
        found = [item for item in found if item.privacy.lower() == params["privacy"]]
    if params.get("q"):
        found = [item for item in found if params["q"].lower() in item.name.lower()]
    found.sort(key=lambda item: getattr(item, order), reverse=direction == "desc")
    shown = [_present(call, item, kind) for item in found[(page - 1) * per_page : page * per_page]]
    return JSONResponse({"visualizations" if kind == KUVIZ else "apps": shown, "total_entries": len(found)})


async def create_page(request: Request) -> Response:
    call, kind = await _open(request)
    for name in ("data", "name"):
        if not call.params.get(name):
            raise _refuse(f"missing {name} parameter")
    content, name = _check_input(call), str(call.params["name"])
    replaces = _read_replaces(call, kind, replaces=False)
    known = sorted(_find_namesakes(call, kind, name), key=lambda item: item.updated_at)
    if replaces and known:
        return await _update(call, known[-1], kind, content, replaces=True)
    item = Visualization(call.account, name, kind, PASSWORD if call.params.get("password") else PUBLIC, map_id=None)
    _check_name(call, item, name)
    get_catalog(call.account).add(item)
    return await _update(call, item, kind, content, replaces=False)


async def update_page(request: Request) -> Response:
    """Of whatever type: CARTO looks at nothing but the id."""
    call, kind = await _open(request)
    content = _check_input(call)
    item = await _find(call, request)
    return await _update(call, item, kind, content, replaces=_read_replaces(call, kind, replaces=True))


async def _update(call: Call, item: Visualization, kind: str, content: bytes | None, *, replaces: bool) -> JSONResponse:
    """Of a dataset its table, too, as everywhere."""
    catalog = get_catalog(call.account)
    name, privacy, password = (call.params.get(word) for word in ("name", "privacy", "password"))
    if name:
        if replaces:
            for other in _find_namesakes(call, kind, str(name)):
                if other is not item:
                    catalog.forget(other)
        else:
            _check_name(call, item, str(name))
    changed = [
        content is not None,
        name not in (None, item.name),
        bool(password),
        privacy not in (None, item.privacy.lower()),
    ]
    if any(changed):
        item.updated_at = datetime.now(UTC)
    if name and str(name) != item.name:
        await catalog.rename(item, make_table_name(str(name)) if item.is_table else str(name))
    if content is not None:
        item.attributes["content"] = content
    if password:
        item.attributes |= {"password": str(password), "password_token": make_auth_token()}
    if privacy and str(privacy).upper() != item.privacy:
        await catalog.set_privacy(item, str(privacy).upper())
    return JSONResponse(_present(call, item, kind))


async def delete_page(request: Request) -> Response:
    """Delete any visualization with that id, even a dataset with its table and maps."""
    call, _ = await _open(request)
    item = await _find(call, request)
    try:
        await get_catalog(call.account).delete(item)
    except psycopg.Error as error:
        raise CentralApiError(400, {"errors": [error.diag.message_primary or str(error)]}) from None
    return Response(status_code=204)


async def _find(call: Call, request: Request) -> Visualization:
    page_id = str(request.path_params["page_id"])
    if not is_uuid(page_id):
        raise HTTPException(404)
    known = await get_catalog(call.account).list_all()
    item = next((item for item in known if item.id == page_id), None)
    if item is None:
        raise CentralApiError(404)
    return item


def _check_input(call: Call) -> bytes | None:
    """The content, when there is one."""
    privacy, data = call.params.get("privacy"), call.params.get("data")
    if privacy and privacy not in (PUBLIC.lower(), PASSWORD.lower()):
        raise _refuse('privacy mode not allowed. Allowed ones are ["public", "password"]')
    if privacy == PASSWORD.lower() and not call.params.get("password"):
        raise _refuse("Changing privacy to protected should come along with the password param")
    if not data:
        return None
    try:
        content = base64.b64decode(str(data), validate=True)
    except (binascii.Error, ValueError):
        raise _refuse("data parameter must be encoded in base64") from None
    if not _HTML.search(content):
        raise _refuse("data parameter must be HTML")
    return content


def _read_replaces(call: Call, kind: str, *, replaces: bool) -> bool:
    """True if another one with this name is replaced. Apps do not have this option."""
    if kind == APP:
        return False
    asked = call.params.get("if_exists") or (_REPLACE if replaces else _FAIL)
    if asked not in (_FAIL, _REPLACE):
        text = f"Wrong 'if_exists' parameter value. Valid values are one of {_FAIL}, {_REPLACE}"
        raise CentralApiError(400, {"errors": text, "errors_cause": None})
    return bool(asked == _REPLACE)


def _find_namesakes(call: Call, kind: str, name: str) -> list[Visualization]:
    return [item for item in get_catalog(call.account).known if item.type == kind and item.name == name]


def _check_name(call: Call, item: Visualization, name: str) -> None:
    if any(other is not item for other in _find_namesakes(call, item.type, name)):
        raise _refuse("Validation failed: Name has already been taken")


def _refuse(text: str) -> CentralApiError:
    return CentralApiError(400, {"error": text})


routes: list[Route] = [
    *(Route(f"/{kind}", list_pages, methods=["GET"]) for kind in (KUVIZ, APP)),
    *(Route(f"/{kind}", create_page, methods=["POST"]) for kind in (KUVIZ, APP)),
    *(Route(f"/{kind}/{{page_id}}", update_page, methods=["PUT"]) for kind in (KUVIZ, APP)),
    *(Route(f"/{kind}/{{page_id}}", delete_page, methods=["DELETE"]) for kind in (KUVIZ, APP)),
]
