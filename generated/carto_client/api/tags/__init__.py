# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""The operations of `tags`, sync and async.

The first call that needs endpoint functions and models imports them. The synchronous class has the docstrings;
at run time the methods of the awaited class have them, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import UNSET
from .. import documented_by

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.tag_list import TagList
    from ...types import Unset

__all__ = ("AsyncTagsApi", "TagsApi")


class TagsApi:
    """The operations of `tags`.

    The tags of datasets and maps.
    """

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

    def list(
        self,
        *,
        types: str | Unset = UNSET,
        q: str | Unset = UNSET,
        include_shared: bool | Unset = UNSET,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
    ) -> TagList:
        """List tags and how often they are used.

        One page of the caller's tags. Needs the master key. Only six per page by default. Errors: 400 `{"error":
        "…"}` for a bad `types` or `per_page`, 500 `{"errors": "Wrong 'page' parameter value."}` for a bad `page`.

        Args:
            types (str | Unset): Comma list of `table` (datasets), `derived` (maps), `remote` (data library); all of
                them by default.
            q (str | Unset): Text to look for in the tags.
            include_shared (bool | Unset): True to count what others have shared with the caller too.
            page (int | Unset): Number of the page, from 1.
            per_page (int | Unset): Tags per page; 6 by default.

        Returns:
            TagList: One page.

        Raises:
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .tags_list import sync as _call

        return _call(client=self._client, types=types, q=q, include_shared=include_shared, page=page, per_page=per_page)


@documented_by(TagsApi)
class AsyncTagsApi:
    """The operations of `tags`, awaited."""

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

    async def list(
        self,
        *,
        types: str | Unset = UNSET,
        q: str | Unset = UNSET,
        include_shared: bool | Unset = UNSET,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
    ) -> TagList:
        """List tags and how often they are used: see `TagsApi.list`."""
        from .tags_list import asyncio as _call

        return await _call(
            client=self._client, types=types, q=q, include_shared=include_shared, page=page, per_page=per_page
        )
