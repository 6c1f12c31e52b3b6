# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""The operations of `synchronizations`, sync and async.

The first call that needs endpoint functions and models imports them. The synchronous class has the docstrings;
at run time the methods of the awaited class have them, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import UNSET
from .. import documented_by

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.synchronization import Synchronization
    from ...models.synchronization_enqueued import SynchronizationEnqueued
    from ...models.synchronization_list import SynchronizationList
    from ...types import Unset

__all__ = ("AsyncSynchronizationsApi", "SynchronizationsApi")


class SynchronizationsApi:
    """The operations of `synchronizations`.

    Imports that repeat themselves to keep a table up to date.

    Functions without a method, because another method replaces them: `synchronizations_create`
    (`synchronizations.begin`), `synchronizations_sync_now_state` (`synchronizations.read`).
    """

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

    def list(self) -> SynchronizationList:
        """List synchronizations.

        All synchronizations of the caller, without pages. Needs the master key.

        Returns:
            SynchronizationList: The synchronizations.

        Raises:
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .synchronizations_list import sync as _call

        return _call(client=self._client)

    def read(self, synchronization_id: str) -> Synchronization:
        """Look at a synchronization.

        Needs the master key. 404 (unknown) and 401 (not yours, or not in the plan) have an empty body.

        Args:
            synchronization_id (str): UUID of the synchronization.

        Returns:
            Synchronization: The synchronization as it is now.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .synchronizations_read import sync as _call

        return _call(client=self._client, synchronization_id=synchronization_id)

    def update(
        self,
        synchronization_id: str,
        *,
        interval: int | Unset = UNSET,
        name: None | str | Unset = UNSET,
        url: None | str | Unset = UNSET,
        service_name: None | str | Unset = UNSET,
        service_item_id: None | str | Unset = UNSET,
        type_guessing: bool | Unset = UNSET,
        quoted_fields_guessing: bool | Unset = UNSET,
        content_guessing: bool | Unset = UNSET,
        state: str | Unset = UNSET,
        run_at: str | Unset = UNSET,
        retried_times: int | Unset = UNSET,
    ) -> Synchronization:
        """Change a synchronization.

        Needs the master key. The body is stored and **not checked**: an interval below 15 minutes is accepted here,
        and text counts as 0. A new interval moves `run_at`. This does not run it; see `synchronizations.sync_now`.
        Errors: 404 and 401 with an empty body, 500 without a body.

        Args:
            synchronization_id (str): UUID of the synchronization.
            interval (int | Unset): Seconds between two runs. Not checked here.
            name (None | str | Unset): Name of the table that it updates.
            url (None | str | Unset): Source.
            service_name (None | str | Unset): Service that the source is from.
            service_item_id (None | str | Unset): Id at that service.
            type_guessing (bool | Unset): Guess column types of CSV and XLS.
            quoted_fields_guessing (bool | Unset): Guess types of quoted values too.
            content_guessing (bool | Unset): Recognize countries, cities and IP addresses.
            state (str | Unset): State to store.
            run_at (str | Unset): Timestamp of the next run.
            retried_times (int | Unset): Failures in a row.

        Returns:
            Synchronization: The synchronization after the change.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from ...models.synchronization_update_request import SynchronizationUpdateRequest
        from .synchronizations_update import sync as _call

        return _call(
            client=self._client,
            synchronization_id=synchronization_id,
            body=SynchronizationUpdateRequest(
                interval=interval,
                name=name,
                url=url,
                service_name=service_name,
                service_item_id=service_item_id,
                type_guessing=type_guessing,
                quoted_fields_guessing=quoted_fields_guessing,
                content_guessing=content_guessing,
                state=state,
                run_at=run_at,
                retried_times=retried_times,
            ),
        )

    def delete(self, synchronization_id: str) -> None:
        """Stop a synchronization.

        Needs the master key. The table stays and is no longer updated. 404 (unknown) and 401 (not yours) have an
        empty body.

        Args:
            synchronization_id (str): UUID of the synchronization.

        Returns:
            None: It is gone.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .synchronizations_delete import sync as _call

        _call(client=self._client, synchronization_id=synchronization_id)

    def sync_now(self, synchronization_id: str) -> SynchronizationEnqueued:
        """Run a synchronization at once.

        Needs the master key. **A 200 can be a refusal**: `enqueued` is false if the state is neither `success` nor
        `failure`, if the last run was less than 15 minutes ago, or if three synchronizations of the account are
        running. 404 and 401 have an empty body.

        Args:
            synchronization_id (str): UUID of the synchronization.

        Returns:
            SynchronizationEnqueued: CARTO's answer; a run is queued or refused.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .synchronizations_sync_now import sync as _call

        return _call(client=self._client, synchronization_id=synchronization_id)


@documented_by(SynchronizationsApi)
class AsyncSynchronizationsApi:
    """The operations of `synchronizations`, awaited."""

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

    async def list(self) -> SynchronizationList:
        """List synchronizations: see `SynchronizationsApi.list`."""
        from .synchronizations_list import asyncio as _call

        return await _call(client=self._client)

    async def read(self, synchronization_id: str) -> Synchronization:
        """Look at a synchronization: see `SynchronizationsApi.read`."""
        from .synchronizations_read import asyncio as _call

        return await _call(client=self._client, synchronization_id=synchronization_id)

    async def update(
        self,
        synchronization_id: str,
        *,
        interval: int | Unset = UNSET,
        name: None | str | Unset = UNSET,
        url: None | str | Unset = UNSET,
        service_name: None | str | Unset = UNSET,
        service_item_id: None | str | Unset = UNSET,
        type_guessing: bool | Unset = UNSET,
        quoted_fields_guessing: bool | Unset = UNSET,
        content_guessing: bool | Unset = UNSET,
        state: str | Unset = UNSET,
        run_at: str | Unset = UNSET,
        retried_times: int | Unset = UNSET,
    ) -> Synchronization:
        """Change a synchronization: see `SynchronizationsApi.update`."""
        from ...models.synchronization_update_request import SynchronizationUpdateRequest
        from .synchronizations_update import asyncio as _call

        return await _call(
            client=self._client,
            synchronization_id=synchronization_id,
            body=SynchronizationUpdateRequest(
                interval=interval,
                name=name,
                url=url,
                service_name=service_name,
                service_item_id=service_item_id,
                type_guessing=type_guessing,
                quoted_fields_guessing=quoted_fields_guessing,
                content_guessing=content_guessing,
                state=state,
                run_at=run_at,
                retried_times=retried_times,
            ),
        )

    async def delete(self, synchronization_id: str) -> None:
        """Stop a synchronization: see `SynchronizationsApi.delete`."""
        from .synchronizations_delete import asyncio as _call

        await _call(client=self._client, synchronization_id=synchronization_id)

    async def sync_now(self, synchronization_id: str) -> SynchronizationEnqueued:
        """Run a synchronization at once: see `SynchronizationsApi.sync_now`."""
        from .synchronizations_sync_now import asyncio as _call

        return await _call(client=self._client, synchronization_id=synchronization_id)
