# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v4/datasets"""

from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.dataset_list import DatasetList
from ...types import UNSET, Response, Unset, read_json


def _get_kwargs(
    *,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    order: str | Unset = UNSET,
    order_direction: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["page"] = page

    params["per_page"] = per_page

    params["order"] = order

    params["order_direction"] = order_direction

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {"method": "get", "url": "/api/v4/datasets", "params": params}

    return _kwargs


def _parse_response(response: httpx.Response) -> DatasetList:
    if response.status_code == 200:
        errors.check_content_type("datasets_list", response, "JSON")
        try:
            response_200 = DatasetList.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("datasets_list", response, error) from error.with_traceback(None)
    raise errors.check_status("datasets_list", response)


def _build_response(response: httpx.Response) -> Response[DatasetList]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    order: str | Unset = UNSET,
    order_direction: str | Unset = UNSET,
) -> Response[DatasetList]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(
        client.get_httpx_client().request(
            **_get_kwargs(page=page, per_page=per_page, order=order, order_direction=order_direction)
        )
    )


def sync(
    *,
    client: AuthenticatedClient | Client,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    order: str | Unset = UNSET,
    order_direction: str | Unset = UNSET,
) -> DatasetList:
    """List the tables and views that a key can reach.

    The key must be sent **as the parameter `api_key`**: HTTP Basic gives 500. The master key, or one with the
    grant `table_metadata` (403 `{"errors": ...}` otherwise). 404 with an empty body if the account may not use
    keys. Plain tables and views are listed too; `viz.list` knows datasets only.

    Args:
        page (int | Unset): Number of the page, from 1.
        per_page (int | Unset): Datasets per page, from 1; 20 unless told.
        order (str | Unset): `name`.
        order_direction (str | Unset): `asc` or `desc`.

    Returns:
        DatasetList: One page.

    Raises:
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(
        client=client, page=page, per_page=per_page, order=order, order_direction=order_direction
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    order: str | Unset = UNSET,
    order_direction: str | Unset = UNSET,
) -> Response[DatasetList]:
    """`sync_detailed`, awaited."""
    return _build_response(
        await client.get_async_httpx_client().request(
            **_get_kwargs(page=page, per_page=per_page, order=order, order_direction=order_direction)
        )
    )


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    order: str | Unset = UNSET,
    order_direction: str | Unset = UNSET,
) -> DatasetList:
    """`sync`, awaited."""
    return (
        await asyncio_detailed(
            client=client, page=page, per_page=per_page, order=order, order_direction=order_direction
        )
    ).parsed
