"""Features that an account of the sandbox has not: CARTO answers 404 with an empty body where one is off."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from carto_sandbox.central_api.central import open_call
from carto_sandbox.http.errors import CentralApiError

_ANY = ["GET", "POST", "PUT", "DELETE"]
_PATHS = (
    "/connectors",
    "/connectors/{rest:path}",
    "/connections",
    "/connections/{connection_id}",
)


async def answer_off(request: Request) -> Response:
    """The key is looked at first, as everywhere."""
    await open_call(request, request.path_params["version"], needs="any")
    raise CentralApiError(404, media_type="text/html")


routes: list[Route] = [Route(path, answer_off, methods=_ANY) for path in _PATHS]
