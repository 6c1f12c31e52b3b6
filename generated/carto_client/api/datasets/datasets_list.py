# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v4/datasets"""

from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.dataset_list import DatasetList
from ...types import UNSET, Unset, read_json


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


def sync(
    *,
    client: AuthenticatedClient | Client,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    order: str | Unset = UNSET,
    order_direction: str | Unset = UNSET,
) -> DatasetList:
    """List the tables and views that a key can reach: see `DatasetsApi.list`."""
    return _parse_response(
        client.get_httpx_client().request(
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
    return _parse_response(
        await client.get_async_httpx_client().request(
            **_get_kwargs(page=page, per_page=per_page, order=order, order_direction=order_direction)
        )
    )
