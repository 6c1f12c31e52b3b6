# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""POST /api/v1/connectors/{connector_id}/dryrun"""

from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.connector_dryrun_request import ConnectorDryrunRequest
from ...types import Response, read_json


def _get_kwargs(connector_id: str, *, body: ConnectorDryrunRequest) -> dict[str, Any]:
    errors.require_segment("connector_id", connector_id, "Id of the connector, a key of `connectors.list`.")
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/connectors/{connector_id}/dryrun".format(connector_id=quote(str(connector_id), safe="")),
    }

    _kwargs["json"] = body.to_dict()

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


def _build_response(response: httpx.Response) -> Response[Any]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    connector_id: str, *, client: AuthenticatedClient | Client, body: ConnectorDryrunRequest
) -> Response[Any]:
    """`sync`, with the status, the headers and the whole body of the answer."""
    return _build_response(client.get_httpx_client().request(**_get_kwargs(connector_id=connector_id, body=body)))


def sync(connector_id: str, *, client: AuthenticatedClient | Client, body: ConnectorDryrunRequest) -> Any:
    """Try an import without importing.

    422 `{"errors": ...}` if the connector cannot do it or a parameter is wrong. 404 with an empty body if the
    account may not use connectors.

    Args:
        connector_id (str): Id of the connector, a key of `connectors.list`.
        body (ConnectorDryrunRequest): Parameters of an import through the connector, as `connector` of
            `imports_create` has them, without `provider`.

    Returns:
        Any: What the connector tells.

    Raises:
        errors.InvalidArgumentError: An argument is blank; nothing was sent.
        errors.ResponseError: The server answered an error status.
        errors.UnexpectedResponseError: The answer is not what is described here.
    """
    return sync_detailed(connector_id=connector_id, client=client, body=body).parsed


async def asyncio_detailed(
    connector_id: str, *, client: AuthenticatedClient | Client, body: ConnectorDryrunRequest
) -> Response[Any]:
    """`sync_detailed`, awaited."""
    return _build_response(
        await client.get_async_httpx_client().request(**_get_kwargs(connector_id=connector_id, body=body))
    )


async def asyncio(connector_id: str, *, client: AuthenticatedClient | Client, body: ConnectorDryrunRequest) -> Any:
    """`sync`, awaited."""
    return (await asyncio_detailed(connector_id=connector_id, client=client, body=body)).parsed
