# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""POST /api/v1/map/named"""

from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.named_map_id import NamedMapId
from ...models.named_map_template import NamedMapTemplate
from ...types import Response, read_json


def _get_kwargs(*, body: NamedMapTemplate) -> dict[str, Any]:
    errors.require_text("name", body.name, "Letters, digits, `_` and `-`, the first one a letter or digit.")
    errors.require_text("version", body.version, "`0.0.1`, nothing else.")
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {"method": "post", "url": "/api/v1/map/named"}

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> NamedMapId:
    if response.status_code == 200:
        errors.check_content_type("named_maps_create", response, "JSON")
        try:
            response_200 = NamedMapId.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("named_maps_create", response, error) from error.with_traceback(None)
    raise errors.check_status("named_maps_create", response)


def _build_response(response: httpx.Response) -> Response[NamedMapId]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(*, client: AuthenticatedClient | Client, body: NamedMapTemplate) -> Response[NamedMapId]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(body=body)))


def sync(*, client: AuthenticatedClient | Client, body: NamedMapTemplate) -> NamedMapId:
    """Create a template.

    Needs the master key (403 otherwise). Checked are the names, the kind of auth, the form of the placeholders
    and that each layer has `options`; wrong SQL, CartoCSS or types of placeholders show only when the template
    is instantiated. Success is 200, not 201. A key in the body would be **stored in the template** and shown to
    whoever reads it: send it elsewhere.

    Errors: 400 `Template 'x' of user 'u' already exists`, `Missing template name`, `Invalid characters in
    template name 'x'`, `Unsupported template version 0.0.2`, `Missing layergroup`, `Missing default for
    placeholder 'x'`, `Invalid 'token' authentication: missing valid_tokens`; 409 `User 'u' reached limit on
    number of templates (2/2)`.

    Args:
        body (NamedMapTemplate): A map with placeholders. Further keys are kept.

    Returns:
        NamedMapId: It is stored.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(client=client, body=body).parsed


async def asyncio_detailed(*, client: AuthenticatedClient | Client, body: NamedMapTemplate) -> Response[NamedMapId]:
    """`sync_detailed`, awaited."""
    return _build_response(await client.get_async_httpx_client().request(**_get_kwargs(body=body)))


async def asyncio(*, client: AuthenticatedClient | Client, body: NamedMapTemplate) -> NamedMapId:
    """`sync`, awaited."""
    return (await asyncio_detailed(client=client, body=body)).parsed
