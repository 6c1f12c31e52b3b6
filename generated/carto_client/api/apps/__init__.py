# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""The operations of `apps`, sync and async.

The first call that needs endpoint functions and models imports them. The synchronous class has the docstrings;
at run time the methods of the awaited class have them, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import UNSET, hide
from .. import documented_by

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.app_list import AppList
    from ...models.kuviz import Kuviz
    from ...types import Unset

__all__ = ("AppsApi", "AsyncAppsApi")


class AppsApi:
    """The operations of `apps`.

    Apps: HTML pages hosted by CARTO, listed apart from custom visualizations.
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
    ) -> AppList:
        """List apps.

        Needs the **master key, as the parameter `api_key`**: HTTP Basic is not understood (403). 401 without a key.
        Filters of `viz.list` beyond those listed here are understood as well. Errors: 400 `{"error": ...}`.

        Args:
            page (int | Unset): Number of the page, from 1.
            per_page (int | Unset): Apps per page, from 1; 20 by default.
            order (str | Unset): `name`, `updated_at` or `privacy`.
            order_direction (str | Unset): `asc` or `desc`.
            privacy (str | Unset): `public` or `password`, in lower case.
            q (str | Unset): Words to look for.
            tags (str | Unset): Comma list of tags.

        Returns:
            AppList: One page.

        Raises:
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .apps_list import sync as _call

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

    def create(self, name: str, data: str, *, password: str | Unset = UNSET) -> Kuviz:
        """Publish a page as an app.

        Needs the **master key, as the parameter `api_key`**: HTTP Basic is not understood (403). Errors: 400
        `{"error": ...}` for a bad or missing field or a taken name (there is no `if_exists` here), 500.

        Args:
            name (str): Name, unique in the account among apps.
            data (str): The HTML in strict base64, without line breaks. There must be an `<html>` element in it.
            password (str | Unset): With it, the privacy is `password`.

        Returns:
            Kuviz: The app (not 201).

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from ...models.app_create_request import AppCreateRequest
        from .apps_create import sync as _call

        password = hide(password)
        return _call(client=self._client, body=AppCreateRequest(name=name, data=data, password=password))

    def update(
        self,
        app_id: str,
        *,
        name: str | Unset = UNSET,
        data: str | Unset = UNSET,
        privacy: str | Unset = UNSET,
        password: str | Unset = UNSET,
    ) -> Kuviz:
        """Change an app.

        Needs the **master key, as the parameter `api_key`**: HTTP Basic is not understood (403). **The kind is not
        checked**: the id of any visualization of the caller is taken, and a name then renames a dataset with its
        table. Errors: 400, 403, 404 with an empty body. There is no operation to read one.

        Args:
            app_id (str): UUID of the app.
            name (str | Unset): Name.
            data (str | Unset): The HTML in strict base64, without line breaks.
            privacy (str | Unset): `public` or `password`; `password` needs `password`.
            password (str | Unset): Password to open it.

        Returns:
            Kuviz: The app after the change.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from ...models.app_update_request import AppUpdateRequest
        from .apps_update import sync as _call

        password = hide(password)
        return _call(
            client=self._client,
            app_id=app_id,
            body=AppUpdateRequest(name=name, data=data, privacy=privacy, password=password),
        )

    def delete(self, app_id: str) -> None:
        """Delete an app.

        **Dangerous: the kind is not checked.** The id of any visualization of the caller is taken: that of a
        dataset drops its table, and with it the maps that use nothing else, with the same 204. Needs the **master
        key, as the parameter `api_key`**: HTTP Basic is not understood (403).

        Args:
            app_id (str): UUID of the app.

        Returns:
            None: It is gone.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .apps_delete import sync as _call

        _call(client=self._client, app_id=app_id)


@documented_by(AppsApi)
class AsyncAppsApi:
    """The operations of `apps`, awaited."""

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
    ) -> AppList:
        """List apps: see `AppsApi.list`."""
        from .apps_list import asyncio as _call

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

    async def create(self, name: str, data: str, *, password: str | Unset = UNSET) -> Kuviz:
        """Publish a page as an app: see `AppsApi.create`."""
        from ...models.app_create_request import AppCreateRequest
        from .apps_create import asyncio as _call

        password = hide(password)
        return await _call(client=self._client, body=AppCreateRequest(name=name, data=data, password=password))

    async def update(
        self,
        app_id: str,
        *,
        name: str | Unset = UNSET,
        data: str | Unset = UNSET,
        privacy: str | Unset = UNSET,
        password: str | Unset = UNSET,
    ) -> Kuviz:
        """Change an app: see `AppsApi.update`."""
        from ...models.app_update_request import AppUpdateRequest
        from .apps_update import asyncio as _call

        password = hide(password)
        return await _call(
            client=self._client,
            app_id=app_id,
            body=AppUpdateRequest(name=name, data=data, privacy=privacy, password=password),
        )

    async def delete(self, app_id: str) -> None:
        """Delete an app: see `AppsApi.delete`."""
        from .apps_delete import asyncio as _call

        await _call(client=self._client, app_id=app_id)
