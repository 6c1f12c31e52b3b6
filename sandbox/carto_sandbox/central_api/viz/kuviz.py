"""``/api/v4/kuviz`` and ``/api/v4/app``: pages of HTML as visualizations of their own."""

import base64
import binascii
import re
from datetime import UTC, datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from carto_sandbox.accounts.auth import resolve_account
from carto_sandbox.accounts.catalog import APP, KUVIZ, PASSWORD, PUBLIC, Visualization, get_catalog
from carto_sandbox.central_api.central import Call, format_rails, read_body, read_positive
from carto_sandbox.http.errors import CentralApiError

_MAX_BYTES = 10 * 1024 * 1024
_ORDERS = ("name", "updated_at", "privacy")
_FAIL, _REPLACE = "fail", "replace"
_HTML = re.compile(rb"<html[\s>]", re.I)


async def _open(request: Request) -> tuple[Call, str]:
    """The key counts as a parameter only, and has to be the master key. The type of what the path is about, too."""
    if request.path_params["version"] != "v4":
        raise CentralApiError(404)
    account = resolve_account(request, "central")
    if request.method in ("POST", "PUT") and len(await request.body()) > _MAX_BYTES:
        raise CentralApiError(400, {"error": "the request has more than 10 MiB"})
    body = await read_body(request)
    token = request.query_params.get("api_key") or body.get("api_key")
    key = account.find_key(str(token)) if token else None
    if key is None and not (token is None and "authorization" in request.headers):
        raise CentralApiError(401)
    if key is None or not key.is_master:
        raise CentralApiError(403, {"errors": "You don't have permission to access that resource"})
    kind = APP if request.scope["path"].removeprefix(request.scope["root_path"]).startswith("/app") else KUVIZ
    return Call(account, key, request.query_params, body), kind


def _present(call: Call, item: Visualization) -> dict[str, Any]:
    return {
        "id": item.id,
        "name": item.name,
        "privacy": item.privacy.lower(),
        "created_at": format_rails(item.created_at),
        "updated_at": format_rails(item.updated_at),
        "url": f"{call.account.base_url}/{item.type}/{item.id}",
    }


async def list_pages(request: Request) -> Response:
    call, kind = await _open(request)
    params = call.query
    try:
        page, per_page = read_positive(params, "page", 1), read_positive(params, "per_page", 20)
        order = _read_choice(params.get("order"), "order", _ORDERS, "updated_at")
        direction = _read_choice(params.get("order_direction"), "order_direction", ("asc", "desc"), "desc")
    except ValueError as error:
        raise CentralApiError(400, {"error": str(error)}) from None
    found = [item for item in get_catalog(call.account).known if item.type == kind]
    if params.get("privacy"):
        found = [item for item in found if item.privacy.lower() == params["privacy"]]
    if params.get("q"):
        found = [item for item in found if params["q"].lower() in item.name.lower()]
    found.sort(key=lambda item: getattr(item, order), reverse=direction == "desc")
    shown = [_present(call, item) for item in found[(page - 1) * per_page : page * per_page]]
    return JSONResponse({"visualizations" if kind == KUVIZ else "apps": shown, "total_entries": len(found)})


def _read_choice(value: object, name: str, choices: tuple[str, ...], default: str) -> str:
    text = str(value or default)
    if text not in choices:
        raise ValueError(f"Wrong '{name}' parameter value. Valid values are one of {', '.join(choices)}")
    return text


async def create_page(request: Request) -> Response:
    call, kind = await _open(request)
    name, content = _read_name(call, needed=True), _read_content(call, needed=True)
    strategy = _read_strategy(call, _FAIL)
    item = Visualization(str(name), kind, PASSWORD if call.params.get("password") else PUBLIC)
    _make_room(call, item, strategy)
    item.attributes |= {"content": content, "password": call.params.get("password")}
    get_catalog(call.account).add(item)
    return JSONResponse(_present(call, item))


async def update_page(request: Request) -> Response:
    call, _ = await _open(request)
    item = await _find(call, request)
    name, content = _read_name(call, needed=False), _read_content(call, needed=False)
    strategy = _read_strategy(call, _REPLACE)
    password = call.params.get("password")
    privacy = str(call.params.get("privacy") or item.privacy).upper()
    if call.params.get("privacy") and privacy not in (PUBLIC, PASSWORD):
        raise _refuse("privacy should be public or password")
    if privacy == PASSWORD and not (password or (item.privacy == PASSWORD and item.get("password"))):
        raise _refuse("Changing privacy to password requires a password")
    if name is not None and name != item.name and item.is_table:
        await get_catalog(call.account).rename(item, name)
    elif name is not None and name != item.name:
        old, item.name = item.name, name
        try:
            _make_room(call, item, strategy)
        except CentralApiError:
            item.name = old
            raise
    if content is not None:
        item.attributes["content"] = content
    if password:
        item.attributes["password"] = password
    item.privacy, item.updated_at = privacy, datetime.now(UTC)
    return JSONResponse(_present(call, item))


async def delete_page(request: Request) -> Response:
    call, _ = await _open(request)
    await get_catalog(call.account).delete(await _find(call, request))
    return Response(status_code=204)


async def _find(call: Call, request: Request) -> Visualization:
    """Of whatever type: CARTO does not look at it, and changes or deletes a dataset here as well."""
    page_id = request.path_params["page_id"]
    item = await get_catalog(call.account).find(page_id)
    if item is None or item.id != page_id:
        raise CentralApiError(404)
    return item


def _read_name(call: Call, *, needed: bool) -> str | None:
    name = call.params.get("name")
    if name is None and not needed:
        return None
    if not isinstance(name, str) or not name.strip():
        raise _refuse("missing name parameter")
    return name


def _read_content(call: Call, *, needed: bool) -> bytes | None:
    data = call.params.get("data")
    if data is None and not needed:
        return None
    if not data:
        raise _refuse("missing data parameter")
    try:
        content = base64.b64decode(str(data), validate=True)
    except (binascii.Error, ValueError):
        raise _refuse("data parameter must be encoded in base64") from None
    if not _HTML.search(content):
        raise _refuse("data parameter must be HTML")
    return content


def _read_strategy(call: Call, default: str) -> str:
    try:
        return _read_choice(call.params.get("if_exists"), "if_exists", (_FAIL, _REPLACE), default)
    except ValueError as error:
        raise CentralApiError(400, {"errors": str(error), "errors_cause": None}) from None


def _make_room(call: Call, item: Visualization, strategy: str) -> None:
    """Others of the same name and type go, or are in the way."""
    catalog = get_catalog(call.account)
    others = [o for o in catalog.known if o.type == item.type and o.name == item.name and o is not item]
    if others and strategy == _FAIL:
        raise _refuse("Validation failed: Name has already been taken")
    for other in others:
        catalog.forget(other)


def _refuse(text: str) -> CentralApiError:
    return CentralApiError(400, {"error": text})


routes: list[Route] = [
    *(Route(f"/{kind}", list_pages, methods=["GET"]) for kind in (KUVIZ, APP)),
    *(Route(f"/{kind}", create_page, methods=["POST"]) for kind in (KUVIZ, APP)),
    *(Route(f"/{kind}/{{page_id}}", update_page, methods=["PUT"]) for kind in (KUVIZ, APP)),
    *(Route(f"/{kind}/{{page_id}}", delete_page, methods=["DELETE"]) for kind in (KUVIZ, APP)),
]
