# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/map/{token}/analysis/node/{node_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.analysis_status import AnalysisStatus
from ...types import UNSET, Response, Unset, read_json


def _get_kwargs(
    token: str, node_id: str, *, auth_token: str | Unset = UNSET, auth_tokens: list[str] | Unset = UNSET
) -> dict[str, Any]:
    errors.require_segment("token", token, "`layergroupid` of the map.")
    errors.require_segment(
        "node_id", node_id, "Id of the node on the server, the end of its `url` in `metadata.analyses`."
    )

    params: dict[str, Any] = {}

    params["auth_token"] = auth_token

    json_auth_tokens: list[str] | Unset = UNSET
    if not isinstance(auth_tokens, Unset):
        json_auth_tokens = auth_tokens

    params["auth_token[]"] = json_auth_tokens

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/map/{token}/analysis/node/{node_id}".format(
            token=quote(str(token), safe=""), node_id=quote(str(node_id), safe="")
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> AnalysisStatus:
    if response.status_code == 200:
        errors.check_content_type("maps_analysis", response, "JSON")
        try:
            response_200 = AnalysisStatus.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("maps_analysis", response, error) from error.with_traceback(None)
    raise errors.check_status("maps_analysis", response)


def _build_response(response: httpx.Response) -> Response[AnalysisStatus]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    token: str,
    node_id: str,
    *,
    client: AuthenticatedClient | Client,
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> Response[AnalysisStatus]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(
        client.get_httpx_client().request(
            **_get_kwargs(token=token, node_id=node_id, auth_token=auth_token, auth_tokens=auth_tokens)
        )
    )


def sync(
    token: str,
    node_id: str,
    *,
    client: AuthenticatedClient | Client,
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> AnalysisStatus:
    """Read the status of an analysis node.

    The answer may be cached for 5 seconds, so more frequent calls are pointless. An unknown node, and the id
    that a node has in the MapConfig, is **200** with status `unknown`.

    Args:
        token (str): `layergroupid` of the map; what follows its colon may be left out. For a named map it
            begins with `user@hash@` and needs `auth_token` if the template does; the part after the second `@`
            alone works like an anonymous map, for public tables only.
        node_id (str): Id of the node on the server, the end of its `url` in `metadata.analyses`; not the id in
            the MapConfig.
        auth_token (str | Unset): A token that the template of a named map accepts. Anonymous maps need none,
            and the account's keys with a grant of `maps` open the tiles of a named one without.
        auth_tokens (list[str] | Unset): Several tokens instead of `auth_token`; one that is accepted suffices.

    Returns:
        AnalysisStatus: The status.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(
        token=token, node_id=node_id, client=client, auth_token=auth_token, auth_tokens=auth_tokens
    ).parsed


async def asyncio_detailed(
    token: str,
    node_id: str,
    *,
    client: AuthenticatedClient | Client,
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> Response[AnalysisStatus]:
    """`sync_detailed`, awaited."""
    return _build_response(
        await client.get_async_httpx_client().request(
            **_get_kwargs(token=token, node_id=node_id, auth_token=auth_token, auth_tokens=auth_tokens)
        )
    )


async def asyncio(
    token: str,
    node_id: str,
    *,
    client: AuthenticatedClient | Client,
    auth_token: str | Unset = UNSET,
    auth_tokens: list[str] | Unset = UNSET,
) -> AnalysisStatus:
    """`sync`, awaited."""
    return (
        await asyncio_detailed(
            token=token, node_id=node_id, client=client, auth_token=auth_token, auth_tokens=auth_tokens
        )
    ).parsed
