"""``/api/v3/tags`` and ``/api/v4/datasets``: pages over all that an account has."""

from typing import Any

from psycopg import sql
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from carto_sandbox.accounts.accounts import ApiKey
from carto_sandbox.accounts.auth import resolve_account
from carto_sandbox.accounts.catalog import DERIVED, TABLE, Visualization, get_catalog
from carto_sandbox.central_api.central import Call, format_rails, open_call, read_positive
from carto_sandbox.central_api.pages import make_page
from carto_sandbox.http.errors import CentralApiError

_TAG_TYPES = {TABLE: "datasets", DERIVED: "maps", "remote": "data_library"}
_RELATIONS = """
SELECT n.nspname, c.relname, c.oid::bigint,
       has_table_privilege({role}, c.oid, 'SELECT'), has_table_privilege({role}, c.oid, 'INSERT, UPDATE, DELETE')
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind IN ('r', 'p', 'v', 'm') AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'cartodb')
   AND pg_has_role({owner}, c.relowner, 'USAGE')
"""


async def list_tags(request: Request) -> Response:
    call = await open_call(request, "v3")
    page, per_page = _read_page(call, 6)
    types = [name for name in call.query.get("types", "").split(",") if name] or [*_TAG_TYPES]
    if any(name not in _TAG_TYPES for name in types):
        raise _refuse(f"Wrong 'types' parameter value. Valid values are one of {', '.join(_TAG_TYPES)}")
    term = call.query.get("q", "").lower()
    counts: dict[str, dict[str, int]] = {}
    for item in await get_catalog(call.account).list_all():
        for tag in {str(tag).lower() for tag in item.get("tags", []) if item.type in types}:
            if term in tag:
                found = counts.setdefault(tag, dict.fromkeys((_TAG_TYPES[name] for name in types), 0))
                found[_TAG_TYPES[item.type]] += 1
    rows = [{"tag": tag, **counts[tag]} for tag in sorted(counts, key=lambda tag: (-sum(counts[tag].values()), tag))]
    shown = rows[(page - 1) * per_page : page * per_page]
    return JSONResponse(make_page(f"{call.account.base_url}/api/v3/tags", call.query, shown, page, per_page, len(rows)))


def _read_page(call: Call, size: int) -> tuple[int, int]:
    try:
        return read_positive(call.query, "page", 1), read_positive(call.query, "per_page", size)
    except ValueError as error:
        raise _refuse(str(error)) from None


def _refuse(text: str) -> CentralApiError:
    return CentralApiError(400, {"errors": text, "errors_cause": None})


async def list_datasets(request: Request) -> Response:
    """The key counts as a parameter only: with Basic alone CARTO fails."""
    if request.path_params["version"] != "v4":
        raise CentralApiError(404)
    account, token = resolve_account(request, "central"), request.query_params.get("api_key")
    if not token:
        fails = "authorization" in request.headers
        raise (
            CentralApiError(500, {"status": "500", "error": "Internal Server Error"}) if fails else CentralApiError(401)
        )
    key = account.find_key(token)
    if key is None:
        raise CentralApiError(401)
    if not key.is_master and not any("table_metadata" in grant for grant in key.grants):
        raise CentralApiError(403, {"errors": "You don't have permission to access that resource"})
    call = Call(account, key, request.query_params, {})
    page, per_page = _read_page(call, 20)
    if call.query.get("order", "name") != "name":
        raise _refuse("Wrong 'order' parameter value. Valid values are one of name")
    rows = await _read_relations(call, key)
    rows.sort(key=lambda row: str(row["name"]), reverse=call.query.get("order_direction") == "desc")
    shown = rows[(page - 1) * per_page : page * per_page]
    return JSONResponse(make_page(f"{account.base_url}/api/v4/datasets", call.query, shown, page, per_page, len(rows)))


async def _read_relations(call: Call, key: ApiKey) -> list[dict[str, Any]]:
    items = {item.oid: item for item in await get_catalog(call.account).list_all()}
    query = sql.SQL(_RELATIONS).format(role=sql.Literal(key.role), owner=sql.Literal(call.account.master.role))
    async with call.account.connect() as connection:
        rows = await (await connection.execute(query)).fetchall()
    return [
        _present_relation(str(schema), str(name), _MODES[bool(reads), bool(writes)], items.get(int(oid)))
        for schema, name, oid, reads, writes in rows
        if reads or writes
    ]


_MODES = {(True, True): "rw", (True, False): "r", (False, True): "w"}


def _present_relation(schema: str, name: str, mode: str, item: Visualization | None) -> dict[str, Any]:
    return {
        "table_schema": schema,
        "name": name,
        "mode": mode,
        "privacy": item.privacy.lower() if item else None,
        "cartodbfied": item is not None,
        "updated_at": format_rails(item.updated_at) if item else None,
        "shared": bool(item and item.acl),
    }


routes: list[Route] = [
    Route("/tags", list_tags, methods=["GET"]),
    Route("/datasets", list_datasets, methods=["GET"]),
]
