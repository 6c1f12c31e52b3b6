"""``/api/v1/uploads``, which takes a file, and ``/api/v1/imports/service``, behind which there is nothing."""

import shutil

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from carto_sandbox.accounts.auth import authenticate_central, resolve_account
from carto_sandbox.central_api.central import check_version, open_call
from carto_sandbox.central_api.uploads import receive_upload
from carto_sandbox.http.errors import CentralApiError
from carto_sandbox.importing.jobs import make_folder

_SERVICES = ("gdrive", "dropbox", "box", "mailchimp", "instagram", "twitter_search", "bigquery")


async def create_upload(request: Request) -> Response:
    """Fails whatever is sent, as with CARTO, which loses hold of the file."""
    check_version(request, "v1")
    account, folder = resolve_account(request, "central"), make_folder()
    fields = {}
    try:
        fields = (await receive_upload(request, folder / "file")).fields
    except CentralApiError:
        pass
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    authenticate_central(request, account, fields)
    raise CentralApiError(400)


async def read_token(request: Request) -> Response:
    await _open(request)
    return JSONResponse({"oauth_valid": False, "success": True})


async def refuse_service(request: Request) -> Response:
    """No account of the sandbox is connected to a service."""
    service = await _open(request)
    raise CentralApiError(400, {"errors": {"imports": f"There is no connection to the service {service}"}})


async def _open(request: Request) -> str:
    await open_call(request, "v1")
    service = str(request.path_params["service"])
    if service not in _SERVICES:
        raise CentralApiError(400, {"errors": {"imports": f"Unknown service {service}"}})
    return service


routes: list[Route] = [
    Route("/uploads", create_upload, methods=["POST"]),
    Route("/imports/service/{service}/token_valid", read_token, methods=["GET"]),
    Route("/imports/service/{service}/list_files", refuse_service, methods=["GET"]),
    Route("/imports/service/{service}/auth_url", refuse_service, methods=["GET"]),
    Route("/imports/service/{service}/validate_code/{code}", refuse_service, methods=["GET"]),
    Route("/imports/service/{service}/invalidate_token", refuse_service, methods=["DELETE"]),
]
