# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/map/named/{template_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.named_map import NamedMap
from ...types import Response, read_json


def _get_kwargs(template_id: str) -> dict[str, Any]:
    errors.require_segment("template_id", template_id, "Name of the template, also as `user@name`.")

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/map/named/{template_id}".format(template_id=quote(str(template_id), safe="")),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> NamedMap:
    if response.status_code == 200:
        errors.check_content_type("named_maps_read", response, "JSON")
        try:
            response_200 = NamedMap.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("named_maps_read", response, error) from error.with_traceback(None)
    raise errors.check_status("named_maps_read", response)


def _build_response(response: httpx.Response) -> Response[NamedMap]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(template_id: str, *, client: AuthenticatedClient | Client) -> Response[NamedMap]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(template_id=template_id)))


def sync(template_id: str, *, client: AuthenticatedClient | Client) -> NamedMap:
    """Read a template.

    As it is stored, tokens included, with `auth` and `placeholders` filled in. Needs the master key (403
    otherwise). 404 `Cannot find template 'x' of user 'u'`.

    Args:
        template_id (str): Name of the template, also as `user@name`.

    Returns:
        NamedMap: The template.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(template_id=template_id, client=client).parsed


async def asyncio_detailed(template_id: str, *, client: AuthenticatedClient | Client) -> Response[NamedMap]:
    """`sync_detailed`, awaited."""
    return _build_response(await client.get_async_httpx_client().request(**_get_kwargs(template_id=template_id)))


async def asyncio(template_id: str, *, client: AuthenticatedClient | Client) -> NamedMap:
    """`sync`, awaited."""
    return (await asyncio_detailed(template_id=template_id, client=client)).parsed
