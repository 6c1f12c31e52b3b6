# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""The operations of `kuviz`, sync and async.

The first call that needs endpoint functions and models imports them. The synchronous class has the docstrings;
at run time the methods of the awaited class have them, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import UNSET, hide
from .. import documented_by

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.kuviz import Kuviz
    from ...models.kuviz_list import KuvizList
    from ...types import Unset

__all__ = ("AsyncKuvizApi", "KuvizApi")


class KuvizApi:
    """The operations of `kuviz`.

    Custom visualizations: HTML pages hosted by CARTO.
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
        privacy: str | Unset = UNSET,
        q: str | Unset = UNSET,
        tags: str | Unset = UNSET,
    ) -> KuvizList:
        """List custom visualizations.

        Needs the **master key, as the parameter `api_key`**: HTTP Basic is not understood (403). 401 without a key.
        Filters of `viz.list` beyond those listed here are understood as well. Errors: 400 `{"error": ...}`.

        Args:
            page (int | Unset): Number of the page, from 1.
            per_page (int | Unset): Custom visualizations per page, from 1; 20 by default.
            order (str | Unset): `name`, `updated_at` or `privacy`.
            order_direction (str | Unset): `asc` or `desc`.
            privacy (str | Unset): `public` or `password`, in lower case.
            q (str | Unset): Words to look for.
            tags (str | Unset): Comma list of tags.

        Returns:
            KuvizList: One page.

        Raises:
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .kuviz_list import sync as _call

        return _call(
            client=self._client,
            page=page,
            per_page=per_page,
            order=order,
            order_direction=order_direction,
            privacy=privacy,
            q=q,
            tags=tags,
        )

    def create(self, name: str, data: str, *, password: str | Unset = UNSET, if_exists: str | Unset = UNSET) -> Kuviz:
        """Publish a page as a custom visualization.

        Needs the **master key, as the parameter `api_key`**: HTTP Basic is not understood (403). Errors: 400
        `{"error": ...}` for a bad or missing field or a taken name, 400 `{"errors": ...}` for a bad `if_exists`,
        402 over the quota of public maps, 500.

        Args:
            name (str): Name, unique in the account among custom visualizations.
            data (str): The HTML in strict base64, without line breaks. There must be an `<html>` element in it.
            password (str | Unset): With it, the privacy is `password`.
            if_exists (str | Unset): `fail` or `replace`, for a name that is taken; `fail` by default.

        Returns:
            Kuviz: The custom visualization (not 201).

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from ...models.kuviz_create_request import KuvizCreateRequest
        from .kuviz_create import sync as _call

        password = hide(password)
        return _call(
            client=self._client, body=KuvizCreateRequest(name=name, data=data, password=password, if_exists=if_exists)
        )

    def update(
        self,
        kuviz_id: str,
        *,
        name: str | Unset = UNSET,
        data: str | Unset = UNSET,
        privacy: str | Unset = UNSET,
        password: str | Unset = UNSET,
        if_exists: str | Unset = UNSET,
    ) -> Kuviz:
        """Change a custom visualization.

        Needs the **master key, as the parameter `api_key`**: HTTP Basic is not understood (403). **A name that is
        taken deletes the other one** unless `if_exists` is `fail`. **The kind is not checked**: the id of any
        visualization of the caller is taken, and a name then renames a dataset with its table. Errors: 400, 403,
        404 with an empty body. There is no operation to read one.

        Args:
            kuviz_id (str): UUID of the custom visualization.
            name (str | Unset): Name.
            data (str | Unset): The HTML in strict base64, without line breaks.
            privacy (str | Unset): `public` or `password`; `password` needs `password`.
            password (str | Unset): Password to open it.
            if_exists (str | Unset): `fail` or `replace`, for a name that is taken. Here `replace` by default, which
                **deletes** the others of that name.

        Returns:
            Kuviz: The custom visualization after the change.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from ...models.kuviz_update_request import KuvizUpdateRequest
        from .kuviz_update import sync as _call

        password = hide(password)
        return _call(
            client=self._client,
            kuviz_id=kuviz_id,
            body=KuvizUpdateRequest(name=name, data=data, privacy=privacy, password=password, if_exists=if_exists),
        )

    def delete(self, kuviz_id: str) -> None:
        """Delete a custom visualization.

        **Dangerous: the kind is not checked.** The id of any visualization of the caller is taken: that of a
        dataset drops its table, and with it the maps that use nothing else, with the same 204. Needs the **master
        key, as the parameter `api_key`**: HTTP Basic is not understood (403).

        Args:
            kuviz_id (str): UUID of the custom visualization.

        Returns:
            None: It is gone.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .kuviz_delete import sync as _call

        _call(client=self._client, kuviz_id=kuviz_id)


@documented_by(KuvizApi)
class AsyncKuvizApi:
    """The operations of `kuviz`, awaited."""

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

    async def list(
        self,
        *,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        order: str | Unset = UNSET,
        order_direction: str | Unset = UNSET,
        privacy: str | Unset = UNSET,
        q: str | Unset = UNSET,
        tags: str | Unset = UNSET,
    ) -> KuvizList:
        """List custom visualizations: see `KuvizApi.list`."""
        from .kuviz_list import asyncio as _call

        return await _call(
            client=self._client,
            page=page,
            per_page=per_page,
            order=order,
            order_direction=order_direction,
            privacy=privacy,
            q=q,
            tags=tags,
        )

    async def create(
        self, name: str, data: str, *, password: str | Unset = UNSET, if_exists: str | Unset = UNSET
    ) -> Kuviz:
        """Publish a page as a custom visualization: see `KuvizApi.create`."""
        from ...models.kuviz_create_request import KuvizCreateRequest
        from .kuviz_create import asyncio as _call

        password = hide(password)
        return await _call(
            client=self._client, body=KuvizCreateRequest(name=name, data=data, password=password, if_exists=if_exists)
        )

    async def update(
        self,
        kuviz_id: str,
        *,
        name: str | Unset = UNSET,
        data: str | Unset = UNSET,
        privacy: str | Unset = UNSET,
        password: str | Unset = UNSET,
        if_exists: str | Unset = UNSET,
    ) -> Kuviz:
        """Change a custom visualization: see `KuvizApi.update`."""
        from ...models.kuviz_update_request import KuvizUpdateRequest
        from .kuviz_update import asyncio as _call

        password = hide(password)
        return await _call(
            client=self._client,
            kuviz_id=kuviz_id,
            body=KuvizUpdateRequest(name=name, data=data, privacy=privacy, password=password, if_exists=if_exists),
        )

    async def delete(self, kuviz_id: str) -> None:
        """Delete a custom visualization: see `KuvizApi.delete`."""
        from .kuviz_delete import asyncio as _call

        await _call(client=self._client, kuviz_id=kuviz_id)
