# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""POST /api/v1/connectors/{connector_id}/dryrun"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.connector_dryrun_request import ConnectorDryrunRequest
from ...sending import as_model, to_object, to_segment
from ...types import read_json


def _get_kwargs(connector_id: str, *, body: ConnectorDryrunRequest | Mapping[str, Any]) -> dict[str, Any]:
    body = as_model("body", body, ConnectorDryrunRequest)
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/connectors/{connector_id}/dryrun".format(
            connector_id=quote(
                to_segment("connector_id", connector_id, "Id of the connector, a key of `connectors.list`."), safe=""
            )
        ),
    }

    _kwargs["json"] = to_object("body", body, ConnectorDryrunRequest)

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> Any:
    if response.status_code == 200:
        errors.check_content_type("connectors_dryrun", response, "JSON")
        try:
            response_200 = read_json(response)
            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("connectors_dryrun", response, error) from error.with_traceback(None)
    raise errors.check_status("connectors_dryrun", response)


def sync(
    connector_id: str, *, client: AuthenticatedClient | Client, body: ConnectorDryrunRequest | Mapping[str, Any]
) -> Any:
    """Try an import without importing: see `ConnectorsApi.dryrun`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(connector_id=connector_id, body=body)))


async def asyncio(
    connector_id: str, *, client: AuthenticatedClient | Client, body: ConnectorDryrunRequest | Mapping[str, Any]
) -> Any:
    """`sync`, awaited."""
    return _parse_response(
        await client.get_async_httpx_client().request(**_get_kwargs(connector_id=connector_id, body=body))
    )
