"""``/api/v1|v2/organization/{organization}/users/{username}/mfa/{kind}``: whether a user needs a second factor."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from carto_sandbox.central_api.organization.users import answering_bare, find_user
from carto_sandbox.http.errors import CentralApiError

_PATH = "/organization/{organization}/users/{username}/mfa/{kind}"


async def read_factor(request: Request) -> Response:
    _, _, member = await find_user(request)
    return JSONResponse({"mfa_required": member.profile.mfa_required})


async def create_factor(request: Request) -> Response:
    _, _, member = await find_user(request)
    if member.profile.mfa_required:
        raise _refuse("Multi-factor authentication already exists")
    member.profile.mfa_required = True
    return JSONResponse({"success": True}, 201)


async def delete_factor(request: Request) -> Response:
    _, _, member = await find_user(request)
    if not member.profile.mfa_required:
        raise _refuse("Multi-factor authentication does not exist")
    member.profile.mfa_required = False
    return Response(status_code=204)


def _refuse(text: str) -> CentralApiError:
    return CentralApiError(422, {"errors": text, "errors_cause": None})


routes: list[Route] = [
    Route(_PATH, answering_bare(read_factor), methods=["GET"]),
    Route(_PATH, answering_bare(create_factor), methods=["POST"]),
    Route(_PATH, answering_bare(delete_factor), methods=["DELETE"]),
]
