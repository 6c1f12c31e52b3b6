# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""POST /api/v2/sql/"""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.sql_download_request import SqlDownloadRequest
from ...sending import as_model, to_object
from ...types import File


def _get_kwargs(*, body: SqlDownloadRequest | Mapping[str, Any]) -> dict[str, Any]:
    body = as_model("body", body, SqlDownloadRequest)
    errors.require_text("q", body.q, "One SELECT.")
    errors.require_text(
        "format",
        body.format_,
        "`json`, `geojson`, `csv`, `kml`, `shp`, `spatialite`, `gpkg`, `svg`, `topojson` or `arraybuffer`, in any case.",
    )
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {"method": "post", "url": "/api/v2/sql/"}

    _kwargs["json"] = to_object("body", body, SqlDownloadRequest)

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> File:
    if response.status_code == 200:
        errors.check_content_type("sql_download", response, "a file")
        return File(payload=BytesIO(response.content), mime_type=response.headers.get("content-type"))
    raise errors.check_status("sql_download", response)


def sync(*, client: AuthenticatedClient | Client, body: SqlDownloadRequest | Mapping[str, Any]) -> File:
    """Run SQL and download its rows as a file.

    One SELECT, delivered in a file format. The text is used as a sub-select, so nothing else than a SELECT
    works (an INSERT is reported as a syntax error near `into`). `csv`, `kml`, `shp`, `spatialite` and `gpkg`
    are written to a temporary file first: sending starts late, and all errors are a clean 400. The others are
    streamed while the query runs, and an error after the first row ends up in the body: `{"type":
    "FeatureCollection", "features": [...], "error": ["division by zero"]}`.

    Peculiarities: `geojson` needs a column `the_geom`; leaving out `the_geom` by `skipfields` there gives
    invalid JSON. `csv` has CRLF line ends, always a header, and the geometry first; a single column gets a
    comma after its name in the header. `topojson` of points can be invalid JSON, and its Content-Type is the
    word `undefined`. `arraybuffer` refuses geometry columns.

    Args:
        body (SqlDownloadRequest | Mapping[str, Any]): A SELECT and the file format for its rows.

    Returns:
        File: The rows as a file. The Content-Type follows the format: `json` and `geojson` application/json,
            `csv` text/csv, `kml` application/kml, `shp` application/zip, `spatialite` and `gpkg`
            application/x-sqlite3, `svg` image/svg+xml, `arraybuffer` application/octet-stream; for `topojson`
            the server sends the word `undefined` instead of a type.

    Raises:
        errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
        errors.ResponseError: The server answered with an error status.
        errors.UnexpectedResponseError: The server's answer does not match this description.
    """
    return _parse_response(client.get_httpx_client().request(**_get_kwargs(body=body)))


async def asyncio(*, client: AuthenticatedClient | Client, body: SqlDownloadRequest | Mapping[str, Any]) -> File:
    """`sync`, awaited."""
    return _parse_response(await client.get_async_httpx_client().request(**_get_kwargs(body=body)))
