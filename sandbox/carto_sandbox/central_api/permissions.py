"""``/api/v1/perm/{id}``: whom a visualization is shared with."""

from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from carto_sandbox.accounts.accounts import Account
from carto_sandbox.accounts.catalog import Visualization, get_catalog
from carto_sandbox.accounts.directory import Accounts
from carto_sandbox.accounts.sharing import UnknownEntityError, share
from carto_sandbox.central_api.acl import MissingEntityError, ViewerError, present_acl, present_groups, read_acl
from carto_sandbox.central_api.central import open_call
from carto_sandbox.central_api.users_json import read_database_size
from carto_sandbox.central_api.viz.as_json import VizPresenter, VizView
from carto_sandbox.http.errors import CentralApiError, UnforeseenError


async def update_permission(request: Request) -> Response:
    call = await open_call(request, "v1", with_body=True)
    item = await _find(request, call.account)
    given = call.body.get("acl") or []
    if not isinstance(given, list) or not all(isinstance(entry, dict) for entry in given):
        raise UnforeseenError
    try:
        acl = read_acl(given, item)
    except MissingEntityError:
        raise CentralApiError(404) from None
    except ViewerError:
        raise UnforeseenError(422) from None
    except ValueError:
        raise CentralApiError(400) from None
    await share(item, acl)
    item.permission_updated_at = datetime.now(UTC)
    presenter = VizPresenter(call.account, VizView(), await get_catalog(call.account).list_all())
    try:
        body = presenter.present_permission(item)
    except UnknownEntityError:  # stored nevertheless, although the notification fails
        raise UnforeseenError from None
    body["owner"] |= {"groups": present_groups(call.account)}
    body["owner"] |= {"db_size_in_bytes": await read_database_size(call.account)}
    body["acl"] = present_acl(item, with_groups=True)
    return JSONResponse(body)


async def _find(request: Request, account: Account) -> Visualization:
    """404 where there is none, 401 where it is somebody else's."""
    await get_catalog(account).list_all()
    accounts: Accounts = request.app.state.accounts
    permission_id = request.path_params["permission_id"]
    items = (item for other in accounts for item in get_catalog(other).known)
    item = next((item for item in items if item.permission_id == permission_id), None)
    if item is None:
        raise CentralApiError(404)
    if item.owner is not account:
        raise CentralApiError(401)
    return item


routes: list[Route] = [Route("/perm/{permission_id}", update_permission, methods=["PUT"])]
