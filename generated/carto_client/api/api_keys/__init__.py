# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""The operations of `api_keys`, sync and async.

Endpoint functions and models are imported by the first call that needs them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import UNSET

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.api_key_list import ApiKeyList
    from ...types import Unset

__all__ = ("ApiKeysApi", "AsyncApiKeysApi")


class ApiKeysApi:
    """The operations of `api_keys`.

    Keys of the account and what they may do.
    """

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

    def list(
        self,
        *,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        order: str | Unset = UNSET,
        type: str | Unset = UNSET,
        target_user: str | Unset = UNSET,
    ) -> ApiKeyList:
        """List API keys.

        One page of keys: master, default and regular ones, always in that order. Any key may ask; only the master
        key sees others than itself. Keys that belong to OAuth applications are never shown. 404 with an empty body
        if the account may not use keys.

        Args:
            page (int | Unset): Number of the page, from 1.
            per_page (int | Unset): Keys per page; 20 unless told.
            order (str | Unset): `type`, `name` or `updated_at`; orders keys of the same type.
            type (str | Unset): Comma list of `master`, `default`, `regular`.
            target_user (str | Unset): Another member of the organization; for administrators of it (403 otherwise,
                404 if unknown).

        Returns:
            ApiKeyList: One page of keys, with their secrets.

        Raises:
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
        """
        from .api_keys_list import sync as _call

        return _call(
            client=self._client, page=page, per_page=per_page, order=order, type_=type, target_user=target_user
        )


class AsyncApiKeysApi:
    """The operations of `api_keys`, awaited.

    Keys of the account and what they may do.
    """

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

    async def list(
        self,
        *,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        order: str | Unset = UNSET,
        type: str | Unset = UNSET,
        target_user: str | Unset = UNSET,
    ) -> ApiKeyList:
        """List API keys.

        One page of keys: master, default and regular ones, always in that order. Any key may ask; only the master
        key sees others than itself. Keys that belong to OAuth applications are never shown. 404 with an empty body
        if the account may not use keys.

        Args:
            page (int | Unset): Number of the page, from 1.
            per_page (int | Unset): Keys per page; 20 unless told.
            order (str | Unset): `type`, `name` or `updated_at`; orders keys of the same type.
            type (str | Unset): Comma list of `master`, `default`, `regular`.
            target_user (str | Unset): Another member of the organization; for administrators of it (403 otherwise,
                404 if unknown).

        Returns:
            ApiKeyList: One page of keys, with their secrets.

        Raises:
            errors.ResponseError: The server answered an error status.
            errors.UnexpectedResponseError: The answer is not what is described here.
        """
        from .api_keys_list import asyncio as _call

        return await _call(
            client=self._client, page=page, per_page=per_page, order=order, type_=type, target_user=target_user
        )
