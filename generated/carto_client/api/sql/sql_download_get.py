# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""GET /api/v2/sql/"""

from io import BytesIO
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...types import UNSET, File, Unset


def _get_kwargs(
    *,
    q: str,
    format_: str,
    dp: int | Unset = UNSET,
    rows_per_page: int | Unset = UNSET,
    page: int | Unset = UNSET,
    order_by: str | Unset = UNSET,
    sort_order: str | Unset = UNSET,
    skipfields: str | Unset = UNSET,
    cache_policy: str | Unset = UNSET,
    filename: str | Unset = UNSET,
) -> dict[str, Any]:
    errors.require_text("q", q, "SQL, one or several statements.")
    errors.require_text(
        "format",
        format_,
        "File format, in any case: `json`, `geojson`, `csv`, `kml`, `shp`, `spatialite`, `gpkg`, `svg`, `topojson` or `arraybuffer`.",
    )

    params: dict[str, Any] = {}

    params["q"] = q

    params["format"] = format_

    params["dp"] = dp

    params["rows_per_page"] = rows_per_page

    params["page"] = page

    params["order_by"] = order_by

    params["sort_order"] = sort_order

    params["skipfields"] = skipfields

    params["cache_policy"] = cache_policy

    params["filename"] = filename

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {"method": "get", "url": "/api/v2/sql/", "params": params}

    return _kwargs


def _parse_response(response: httpx.Response) -> File:
    if response.status_code == 200:
        errors.check_content_type("sql_download_get", response, "a file")
        return File(payload=BytesIO(response.content), mime_type=response.headers.get("content-type"))
    raise errors.check_status("sql_download_get", response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    q: str,
    format_: str,
    dp: int | Unset = UNSET,
    rows_per_page: int | Unset = UNSET,
    page: int | Unset = UNSET,
    order_by: str | Unset = UNSET,
    sort_order: str | Unset = UNSET,
    skipfields: str | Unset = UNSET,
    cache_policy: str | Unset = UNSET,
    filename: str | Unset = UNSET,
) -> File:
    """Run SQL given in the URL and download its rows as a file.

    The same as `sql.export` with everything in the query string, hence for short SQL: request line and headers
    together are limited to 8 KB.

    Args:
        q (str): SQL, one or several statements. Missing or given twice: 400 `You must indicate a sql query`.
        format_ (str): File format, in any case: `json`, `geojson`, `csv`, `kml`, `shp`, `spatialite`, `gpkg`,
            `svg`, `topojson` or `arraybuffer`. Anything else is refused with 400 `Invalid format: …`.
        dp (int | Unset): Decimal places of coordinates in `geojson` (6 by default) and `svg`.
        rows_per_page (int | Unset): Rows of a page. Has an effect only together with `page`.
        page (int | Unset): Number of the page, from 0. Has an effect only together with `rows_per_page`.
        order_by (str | Unset): Name of a column of the result to sort by. Works for SELECT and WITH only. An
            unknown column gives 400.
        sort_order (str | Unset): `asc` or `desc`; anything else is ignored silently.
        skipfields (str | Unset): Comma list of columns to leave out of the answer.
        cache_policy (str | Unset): `persist` makes the answer cacheable for a year, whatever the tables do. No
            other value is known.
        filename (str | Unset): Name offered in Content-Disposition, without ending (the format decides on it);
            blanks and `;()[]<>'"` become `_`. `cartodb-query` if not given.

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
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                q=q,
                format_=format_,
                dp=dp,
                rows_per_page=rows_per_page,
                page=page,
                order_by=order_by,
                sort_order=sort_order,
                skipfields=skipfields,
                cache_policy=cache_policy,
                filename=filename,
            )
        )
    )


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    q: str,
    format_: str,
    dp: int | Unset = UNSET,
    rows_per_page: int | Unset = UNSET,
    page: int | Unset = UNSET,
    order_by: str | Unset = UNSET,
    sort_order: str | Unset = UNSET,
    skipfields: str | Unset = UNSET,
    cache_policy: str | Unset = UNSET,
    filename: str | Unset = UNSET,
) -> File:
    """`sync`, awaited."""
    return _parse_response(
        await client.get_async_httpx_client().request(
            **_get_kwargs(
                q=q,
                format_=format_,
                dp=dp,
                rows_per_page=rows_per_page,
                page=page,
                order_by=order_by,
                sort_order=sort_order,
                skipfields=skipfields,
                cache_policy=cache_policy,
                filename=filename,
            )
        )
    )
