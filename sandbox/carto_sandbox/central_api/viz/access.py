"""Finding a visualization for the caller, with CARTO's refusals."""

from starlette.requests import Request

from carto_sandbox.accounts.accounts import Account
from carto_sandbox.accounts.catalog import PASSWORD, Visualization, get_catalog
from carto_sandbox.accounts.directory import Accounts
from carto_sandbox.accounts.sharing import WRITE, find_access
from carto_sandbox.central_api.central import Call
from carto_sandbox.http.errors import CentralApiError

_MISSING = {"errors": "Visualization does not exist", "errors_cause": None}
_NOT_VIEWABLE = {"errors": "Visualization not viewable", "errors_cause": None}
_NOT_EDITABLE = {"errors": "Visualization not editable", "errors_cause": None}


async def find_visualization(call: Call, request: Request) -> Visualization:
    """By the id of anything there is; by name among the account's own, and as ``member.name`` among a member's."""
    item = await look_for(call.account, request, str(request.path_params["viz_id"]))
    if item is None:
        raise CentralApiError(404, _MISSING)
    return item


async def look_for(account: Account, request: Request, identifier: str) -> Visualization | None:
    item = await get_catalog(account).find(identifier)
    if item is not None:
        return item
    schema, _, name = identifier.rpartition(".")
    if schema and account.organization is not None:
        member = account.organization.find(schema)
        return None if member is None else await get_catalog(member).find(name)
    accounts: Accounts = request.app.state.accounts
    return next((item for other in accounts for item in get_catalog(other).known if item.id == identifier), None)


def is_owner(call: Call) -> bool:
    """Where a key is optional only the master key says who asks."""
    return call.key is not None and call.key.is_master


def may_read(call: Call, item: Visualization) -> bool:
    return is_owner(call) and find_access(item, call.account) is not None


async def find_viewable(call: Call, request: Request) -> Visualization:
    """The visualization, if the caller may see it."""
    item = await find_visualization(call, request)
    if not may_read(call, item):
        check_viewable(call, item)
    return item


async def find_owned(call: Call, request: Request) -> Visualization:
    """The visualization, if it is the caller's."""
    item = await find_visualization(call, request)
    if item.owner is not call.account:
        raise CentralApiError(403, _NOT_EDITABLE if may_read(call, item) else _NOT_VIEWABLE)
    return item


async def find_writable(call: Call, request: Request) -> Visualization:
    item = await find_visualization(call, request)
    if find_access(item, call.account) != WRITE:
        raise CentralApiError(403)
    return item


def check_viewable(call: Call, item: Visualization) -> None:
    if item.is_open or (item.privacy == PASSWORD and call.query.get("password") == item.get("password")):
        return
    if item.privacy == PASSWORD:
        visualization = {"privacy": "password", "user": {"google_maps_query_string": None}}
        extra = {"errors_cause": "privacy_password", "visualization": visualization}
        raise CentralApiError(403, _NOT_VIEWABLE | extra)
    raise CentralApiError(403, _NOT_VIEWABLE)
