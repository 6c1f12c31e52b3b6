"""``/api/v1/perm/{id}``: whom a visualization is shared with.

It is kept and shown, for the members of an organization; but a database serves one account only, so that nobody finds
among his own visualizations what others share with him.
"""

from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from carto_sandbox.accounts.accounts import Account
from carto_sandbox.accounts.catalog import Visualization, get_catalog
from carto_sandbox.accounts.directory import Accounts
from carto_sandbox.central_api.acl import present_acl, read_acl
from carto_sandbox.central_api.central import open_call
from carto_sandbox.central_api.users_json import read_database_size
from carto_sandbox.central_api.viz.as_json import VizPresenter, VizView
from carto_sandbox.http.errors import CentralApiError


async def update_permission(request: Request) -> Response:
    call = await open_call(request, "v1", with_body=True)
    permission_id = request.path_params["permission_id"]
    item = await _find(call.account, permission_id)
    if item is None:
        await _refuse(request, permission_id)
        raise CentralApiError(404)
    try:
        item.acl = read_acl(call.body.get("acl") or [], is_table=item.is_table)
    except ValueError:
        raise CentralApiError(400) from None
    item.permission_updated_at = datetime.now(UTC)
    presenter = VizPresenter(call.account, VizView(), await get_catalog(call.account).list_all())
    body = presenter.present_permission(item)
    body["owner"] |= {"groups": [], "db_size_in_bytes": await read_database_size(call.account)}
    body["acl"] = present_acl(call.account, item, with_groups=True)
    return JSONResponse(body)


async def _find(account: Account, permission_id: str) -> Visualization | None:
    return next((i for i in await get_catalog(account).list_all() if i.permission_id == permission_id), None)


async def _refuse(request: Request, permission_id: str) -> None:
    """401 where the permission is that of somebody else."""
    accounts: Accounts = request.app.state.accounts
    for account in accounts:
        if any(item.permission_id == permission_id for item in get_catalog(account).known):
            raise CentralApiError(401)


routes: list[Route] = [Route("/perm/{permission_id}", update_permission, methods=["PUT"])]
