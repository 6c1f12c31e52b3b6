# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""POST /api/v1/synchronizations"""

from collections.abc import Mapping
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.synchronization_create_request import SynchronizationCreateRequest
from ...models.synchronization_created import SynchronizationCreated
from ...sending import as_model, to_object
from ...types import read_json


def _get_kwargs(*, body: SynchronizationCreateRequest | Mapping[str, Any]) -> dict[str, Any]:
    body = as_model("body", body, SynchronizationCreateRequest)
    errors.require_text("url", body.url, "http, https or ftp address on port 21, 80 or 443 of a public host.")
    errors.require_text(
        "remote_visualization_id", body.remote_visualization_id, "UUID of a data library item of the caller."
    )
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {"method": "post", "url": "/api/v1/synchronizations"}

    _kwargs["json"] = to_object("body", body, SynchronizationCreateRequest)

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> SynchronizationCreated:
    if response.status_code == 200:
        errors.check_content_type("synchronizations_create", response, "JSON")
        try:
            response_200 = SynchronizationCreated.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("synchronizations_create", response, error) from error.with_traceback(None)
    raise errors.check_status("synchronizations_create", response)


def sync(
    *, client: AuthenticatedClient | Client, body: SynchronizationCreateRequest | Mapping[str, Any]
) -> SynchronizationCreated:
    """Import data now and again every so often.

    Needs the master key and the feature in the plan (401 with an empty body otherwise). Give one source: `url`,
    `service_name` with `service_item_id`, `connector` or `remote_visualization_id`. The first run is an
    ordinary import, `data_import.item_queue_id`; poll that one or the synchronization.

    400 `{"errors": "Invalid interval: …"}` for less than 15 minutes. With no source at all one is made
    nevertheless, and fails later. A refused URL gives 400 too, yet **leaves a synchronization behind** in state
    `created`: delete it. Bad parameters of a connector, an empty body and a form give 500. There is no
    `privacy` and no `collision_strategy` here.

    Args:
        body (SynchronizationCreateRequest | Mapping[str, Any]): A source and how often to fetch it. Give one
            source.

    Returns:
        SynchronizationCreated: It is stored, and its first run is queued.

    Raises:
        errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
        errors.ResponseError: The server answered with an error status.
        errors.UnexpectedResponseError: The server's answer does not match this description.
    """
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(body=body)))


async def asyncio(
    *, client: AuthenticatedClient | Client, body: SynchronizationCreateRequest | Mapping[str, Any]
) -> SynchronizationCreated:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(body=body)))
