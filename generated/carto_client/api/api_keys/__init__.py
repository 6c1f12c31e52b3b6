# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""The operations of `api_keys`, sync and async.

The first call that needs endpoint functions and models imports them. The synchronous class has the docstrings;
at run time the methods of the awaited class have them, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ...types import UNSET
from .. import documented_by

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from ...client import AuthenticatedClient, Client
    from ...models.api_key import ApiKey
    from ...models.api_key_grant_request import ApiKeyGrantRequest
    from ...models.api_key_list import ApiKeyList
    from ...types import Unset

__all__ = ("ApiKeysApi", "AsyncApiKeysApi")


class ApiKeysApi:
    """The operations of `api_keys`.

    Keys of the account and their rights.
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
        type: str | Unset = UNSET,
        target_user: str | Unset = UNSET,
    ) -> ApiKeyList:
        """List API keys.

        One page of keys: master, default and regular ones, always in that order. Any key can ask; only the master
        key sees others than itself. Keys that belong to OAuth applications are never shown. 404 with an empty body
        if the account cannot use keys.

        Args:
            page (int | Unset): Number of the page, from 1.
            per_page (int | Unset): Keys per page; 20 by default.
            order (str | Unset): `type`, `name` or `updated_at`; orders keys of the same type.
            order_direction (str | Unset): Checked (400 unless one of these) and of no effect.
            type (str | Unset): Comma list of `master`, `default`, `regular`.
            target_user (str | Unset): Another member of the organization; for administrators of it (403 otherwise,
                404 if unknown).

        Returns:
            ApiKeyList: One page of keys, with their secrets.

        Raises:
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .api_keys_list import sync as _call

        return _call(
            client=self._client,
            page=page,
            per_page=per_page,
            order=order,
            order_direction=order_direction,
            type_=type,
            target_user=target_user,
        )

    def create(self, name: str, grants: Sequence[ApiKeyGrantRequest | Mapping[str, Any]]) -> ApiKey:
        """Create an API key.

        Needs the master key. Only what the account can do itself can be granted. Errors: 422 `{"errors":
        "Validation failed: ...", "errors_cause": null}` for bad grants or a name that is taken, 403 over the quota
        of keys.

        Args:
            name (str): Name, unique in the account.
            grants (Sequence[ApiKeyGrantRequest | Mapping[str, Any]]): Exactly one section `apis`, which can be
                empty; at most one of each other.

        Returns:
            ApiKey: The key, with its secret.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from ...models.api_key_create_request import ApiKeyCreateRequest
        from .api_keys_create import sync as _call

        return _call(
            client=self._client, body=ApiKeyCreateRequest(name=name, grants=cast("list[ApiKeyGrantRequest]", grants))
        )

    def read(self, key_name: str) -> ApiKey:
        """Read an API key.

        The master key can read all, another key itself only. 404 `{"errors": "API key not found: ...",
        "errors_cause": null}`.

        Args:
            key_name (str): Name of the key, such as `Master`, `Default public` or one of your own.

        Returns:
            ApiKey: The key, with its secret.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .api_keys_read import sync as _call

        return _call(client=self._client, key_name=key_name)

    def delete(self, key_name: str) -> None:
        """Delete an API key.

        Needs the master key. Master and default keys cannot be deleted (403).

        Args:
            key_name (str): Name of the key, such as `Master`, `Default public` or one of your own.

        Returns:
            None: It is gone, and no longer accepted.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .api_keys_delete import sync as _call

        _call(client=self._client, key_name=key_name)

    def regenerate(self, key_name: str) -> ApiKey:
        """Give an API key a new token.

        Needs the master key. The old token is no longer accepted. Regenerating `Master` changes the key of the
        account, so **the very key that was sent stops working**. `Default public` cannot be regenerated: 422
        `{"status": "422", "error": "Unprocessable Entity"}`.

        Args:
            key_name (str): Name of the key, such as `Master`, `Default public` or one of your own.

        Returns:
            ApiKey: The key, with its new secret.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .api_keys_regenerate import sync as _call

        return _call(client=self._client, key_name=key_name)


@documented_by(ApiKeysApi)
class AsyncApiKeysApi:
    """The operations of `api_keys`, awaited."""

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

    async def list(
        self,
        *,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        order: str | Unset = UNSET,
        order_direction: str | Unset = UNSET,
        type: str | Unset = UNSET,
        target_user: str | Unset = UNSET,
    ) -> ApiKeyList:
        """List API keys: see `ApiKeysApi.list`."""
        from .api_keys_list import asyncio as _call

        return await _call(
            client=self._client,
            page=page,
            per_page=per_page,
            order=order,
            order_direction=order_direction,
            type_=type,
            target_user=target_user,
        )

    async def create(self, name: str, grants: Sequence[ApiKeyGrantRequest | Mapping[str, Any]]) -> ApiKey:
        """Create an API key: see `ApiKeysApi.create`."""
        from ...models.api_key_create_request import ApiKeyCreateRequest
        from .api_keys_create import asyncio as _call

        return await _call(
            client=self._client, body=ApiKeyCreateRequest(name=name, grants=cast("list[ApiKeyGrantRequest]", grants))
        )

    async def read(self, key_name: str) -> ApiKey:
        """Read an API key: see `ApiKeysApi.read`."""
        from .api_keys_read import asyncio as _call

        return await _call(client=self._client, key_name=key_name)

    async def delete(self, key_name: str) -> None:
        """Delete an API key: see `ApiKeysApi.delete`."""
        from .api_keys_delete import asyncio as _call

        await _call(client=self._client, key_name=key_name)

    async def regenerate(self, key_name: str) -> ApiKey:
        """Give an API key a new token: see `ApiKeysApi.regenerate`."""
        from .api_keys_regenerate import asyncio as _call

        return await _call(client=self._client, key_name=key_name)
