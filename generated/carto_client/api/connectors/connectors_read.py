# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v1/connectors/{connector_id}"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.connector_information import ConnectorInformation
from ...sending import to_segment
from ...types import read_json


def _get_kwargs(connector_id: str) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/connectors/{connector_id}".format(
            connector_id=quote(
                to_segment("connector_id", connector_id, "Id of the connector, a key of `connectors.list`."), safe=""
            )
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> ConnectorInformation:
    if response.status_code == 200:
        errors.check_content_type("connectors_read", response, "JSON")
        try:
            response_200 = ConnectorInformation.from_dict(read_json(response))

            return response_200

        except errors.PARSE_ERRORS as error:
            raise errors.check_parsing("connectors_read", response, error) from error.with_traceback(None)
    raise errors.check_status("connectors_read", response)


def sync(connector_id: str, *, client: AuthenticatedClient | Client) -> ConnectorInformation:
    """Read what a connector can do: see `ConnectorsApi.read`."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(connector_id=connector_id)))


async def asyncio(connector_id: str, *, client: AuthenticatedClient | Client) -> ConnectorInformation:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(connector_id=connector_id)))
