# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v3/viz/{viz_id}/viz"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...sending import to_segment
from ...types import UNSET, Unset, read_json


def _get_kwargs(viz_id: str, *, password: str | Unset = UNSET) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["password"] = password

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v3/viz/{viz_id}/viz".format(
            viz_id=quote(
                to_segment(
                    "viz_id",
                    viz_id,
                    "UUID, or the name of a table or map of the account (`name`, `schema.name`, `schema.uuid`).",
                ),
                safe="",
            )
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> Any:
    if response.status_code == 200:
        errors.check_content_type("viz_vizjson_v3", response, "JSON")
        try:
            response_200 = read_json(response)
            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("viz_vizjson_v3", response, error) from error.with_traceback(None)
    raise errors.check_status("viz_vizjson_v3", response)


def sync(viz_id: str, *, client: AuthenticatedClient | Client, password: str | Unset = UNSET) -> Any:
    """Read a map as vizjson, version 3: see `VizApi.vizjson_v3`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(viz_id=viz_id, password=password)))


async def asyncio(viz_id: str, *, client: AuthenticatedClient | Client, password: str | Unset = UNSET) -> Any:
    """`sync`, awaited."""
    return _parse_response(
        await client.get_async_httpx_client().request(**_get_kwargs(viz_id=viz_id, password=password))
    )
