"""Finding a visualization for whoever asks, with CARTO's refusals."""

from starlette.requests import Request

from carto_sandbox.accounts.catalog import PASSWORD, Visualization, get_catalog
from carto_sandbox.central_api.central import Call
from carto_sandbox.http.errors import CentralApiError

_MISSING = {"errors": "Visualization does not exist", "errors_cause": None}
_NOT_VIEWABLE = {"errors": "Visualization not viewable", "errors_cause": None}


async def find_visualization(call: Call, request: Request) -> Visualization:
    item = await get_catalog(call.account).find(request.path_params["viz_id"])
    if item is None:
        raise CentralApiError(404, _MISSING)
    return item


def is_owner(call: Call) -> bool:
    """Where a key is optional only the master key says who asks."""
    return call.key is not None and call.key.is_master


async def find_viewable(call: Call, request: Request) -> Visualization:
    """The visualization, if the caller may see it."""
    item = await find_visualization(call, request)
    if not is_owner(call):
        check_viewable(call, item)
    return item


def check_viewable(call: Call, item: Visualization) -> None:
    if item.is_open or (item.privacy == PASSWORD and call.query.get("password") == item.get("password")):
        return
    if item.privacy == PASSWORD:
        visualization = {"privacy": "password", "user": {"google_maps_query_string": None}}
        extra = {"errors_cause": "privacy_password", "visualization": visualization}
        raise CentralApiError(403, _NOT_VIEWABLE | extra)
    raise CentralApiError(403, _NOT_VIEWABLE)
