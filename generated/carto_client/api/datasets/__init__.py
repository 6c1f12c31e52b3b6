# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""The operations of `datasets`, sync and async.

The first call that needs endpoint functions and models imports them. The synchronous class has the docstrings;
at run time the methods of the awaited class have them, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import UNSET
from .. import documented_by

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.dataset_list import DatasetList
    from ...types import Unset

__all__ = ("AsyncDatasetsApi", "DatasetsApi")


class DatasetsApi:
    """The operations of `datasets`.

    Tables and views that a key can reach.
    """

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

    def list(
        self,
        *,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        order: str | Unset = UNSET,
        order_direction: str | Unset = UNSET,
    ) -> DatasetList:
        """List the tables and views that a key can reach.

        The key must be sent **as the parameter `api_key`**: HTTP Basic gives 500. The master key, or one with the
        grant `table_metadata` (403 `{"errors": ...}` otherwise). 404 with an empty body if the account cannot use
        keys. Plain tables and views are listed too; `viz.list` knows datasets only.

        Args:
            page (int | Unset): Number of the page, from 1.
            per_page (int | Unset): Datasets per page, from 1; 20 by default.
            order (str | Unset): `name`.
            order_direction (str | Unset): `asc` or `desc`.

        Returns:
            DatasetList: One page.

        Raises:
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .datasets_list import sync as _call

        return _call(client=self._client, page=page, per_page=per_page, order=order, order_direction=order_direction)


@documented_by(DatasetsApi)
class AsyncDatasetsApi:
    """The operations of `datasets`, awaited."""

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

    async def list(
        self,
        *,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        order: str | Unset = UNSET,
        order_direction: str | Unset = UNSET,
    ) -> DatasetList:
        """List the tables and views that a key can reach: see `DatasetsApi.list`."""
        from .datasets_list import asyncio as _call

        return await _call(
            client=self._client, page=page, per_page=per_page, order=order, order_direction=order_direction
        )
