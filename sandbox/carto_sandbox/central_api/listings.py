"""``/api/v3/tags`` and ``/api/v4/datasets``: pages over all that an account has."""

import json
from typing import Any

from psycopg import sql
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from carto_sandbox.accounts.accounts import Account
from carto_sandbox.accounts.auth import resolve_account
from carto_sandbox.accounts.catalog import APP, DERIVED, KUVIZ, TABLE, Visualization, get_catalog
from carto_sandbox.accounts.sharing import list_shared
from carto_sandbox.central_api.central import (
    DIRECTIONS,
    Call,
    check_state,
    check_version,
    format_rails,
    open_call,
    read_choice,
    read_positive,
)
from carto_sandbox.central_api.pages import make_base, make_page
from carto_sandbox.http.errors import CentralApiError, NotAuthenticatedError, UnforeseenError
from carto_sandbox.http.rails import mark_cors

_TAG_TYPES = {TABLE: "datasets", DERIVED: "maps", "remote": "data_library"}
_ALL_TYPES = (TABLE, DERIVED, "slide", "remote", KUVIZ, APP)
_RELATIONS = """
SELECT n.nspname, c.relname, c.oid::bigint,
       has_table_privilege({owner}, c.oid, 'SELECT'), has_table_privilege({owner}, c.oid, 'UPDATE')
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind IN ('r', 'p', 'v', 'm') AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'cartodb')
   AND (pg_has_role({owner}, c.relowner, 'USAGE') OR c.oid = ANY({shared}))
"""


async def list_tags(request: Request) -> Response:
    call = await open_call(request, "v3")
    try:
        page, per_page = read_positive(call.query, "page", 1), read_positive(call.query, "per_page", 6)
    except ValueError as error:
        raise CentralApiError(500, {"errors": str(error)}) from None
    types = [name for name in call.query.get("types", "").split(",") if name] or [*_TAG_TYPES]
    if any(name not in _ALL_TYPES for name in types):
        text = f"Wrong 'types' parameter combination. Valid values to combine: {json.dumps(_ALL_TYPES)}"
        raise CentralApiError(400, {"errors": text, "errors_cause": None})
    items = await get_catalog(call.account).list_all()
    if call.query.get("include_shared") == "true":
        items += list_shared(call.account)
    rows = _count_tags(items, types, call.query.get("q", "").lower())
    shown = rows[(page - 1) * per_page : page * per_page]
    base = f"{make_base(request, call.account)}/v3/tags"
    return JSONResponse(make_page(call, base, shown, page, per_page, len(rows), controller="tags"))


def _count_tags(items: list[Visualization], types: list[str], term: str) -> list[dict[str, Any]]:
    names = {name: _TAG_TYPES.get(name, name) for name in types}
    counts: dict[str, dict[str, int]] = {}
    for item in items:
        for tag in {str(tag).lower() for tag in item.get("tags", []) if item.type in types}:
            if term in tag:
                found = counts.setdefault(tag, dict.fromkeys(names.values(), 0))
                found[names[item.type]] += 1
    return [{"tag": tag, **counts[tag]} for tag in sorted(counts, key=lambda tag: (-sum(counts[tag].values()), tag))]


async def list_datasets(request: Request) -> Response:
    """The key counts as a parameter only: with Basic alone CARTO fails."""
    check_version(request, "v4")
    account, token = resolve_account(request, "central"), request.query_params.get("api_key")
    check_state(account, "v4")
    if not token:
        raise UnforeseenError if "authorization" in request.headers else NotAuthenticatedError
    key = account.find_key(token)
    if key is None:
        raise NotAuthenticatedError
    mark_cors(request)
    if not key.is_master and not any("table_metadata" in grant for grant in key.grants):
        raise CentralApiError(
            403, {"errors": "You don't have permission to access that resource", "errors_cause": None}
        )
    call = Call(account, key, request.query_params, {})
    try:
        page, per_page = read_positive(call.query, "page", 1), read_positive(call.query, "per_page", 20)
        read_choice(call.query.get("order") or "name", "order", ["name"])
        direction = read_choice(call.query.get("order_direction") or "asc", "order_direction", DIRECTIONS)
    except ValueError as error:
        raise CentralApiError(400, {"errors": str(error), "errors_cause": None}) from None
    rows = await _read_relations(call)
    rows.sort(key=lambda row: str(row["name"]), reverse=direction == "desc")
    shown = rows[(page - 1) * per_page : page * per_page]
    base = f"{make_base(request, account)}/v4/datasets"
    return JSONResponse(make_page(call, base, shown, page, per_page, len(rows)))


async def _read_relations(call: Call) -> list[dict[str, Any]]:
    """Everything that the account can read or write, even if the key cannot."""
    shared = [item for item in list_shared(call.account) if item.is_table]
    items = {item.oid: item for item in [*await get_catalog(call.account).list_all(), *shared]}
    query = sql.SQL(_RELATIONS).format(
        owner=sql.Literal(call.account.master.role),
        shared=sql.Literal([item.oid for item in shared]),
    )
    async with call.account.connect() as connection:
        rows = await (await connection.execute(query)).fetchall()
    return [
        _present_relation(call.account, str(schema), str(name), _MODES[bool(reads), bool(writes)], items.get(int(oid)))
        for schema, name, oid, reads, writes in rows
        if (reads or writes) and name != "spatial_ref_sys"
    ]


_MODES = {(True, True): "rw", (True, False): "r", (False, True): "w"}


def _present_relation(
    account: Account, schema: str, name: str, mode: str, item: Visualization | None
) -> dict[str, Any]:
    return {
        "table_schema": schema,
        "name": name,
        "mode": mode,
        "privacy": item.privacy.lower() if item else None,
        "cartodbfied": item is not None,
        "updated_at": format_rails(item.updated_at) if item else None,
        "shared": item is not None and item.owner is not account,
    }


routes: list[Route] = [
    Route("/tags", list_tags, methods=["GET"]),
    Route("/datasets", list_datasets, methods=["GET"]),
]
