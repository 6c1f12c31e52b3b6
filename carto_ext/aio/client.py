"""The client users construct."""

from __future__ import annotations

from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from carto_client.api import AsyncGroups
from carto_ext.aio.transport import AsyncCartoHttp
from carto_ext.settings import DEFAULT_CONNECT_TIMEOUT, DEFAULT_TIMEOUT, Settings

# A group and its models are imported when it is first used, which keeps `import carto_ext` near `import httpx`.
if TYPE_CHECKING:
    from carto_client.client import Client
    from carto_ext.aio.batch import AsyncBatch
    from carto_ext.aio.datasets import AsyncDatasets
    from carto_ext.aio.exports import AsyncExports
    from carto_ext.aio.imports import AsyncImports
    from carto_ext.aio.lists import AsyncApiKeys, AsyncApps, AsyncKuviz, AsyncTags, AsyncUsers, AsyncViz
    from carto_ext.aio.maps import AsyncMaps, AsyncNamedMaps
    from carto_ext.aio.sql import AsyncSql
    from carto_ext.aio.synchronizations import AsyncSynchronizations


class AsyncCarto(AsyncGroups):
    """One CARTO account. Close it, or use it as a context manager.

    `base_url` is `https://USER.carto.com`, `https://ORG.carto.com/u/USER` or `https://HOST/user/USER`. Without
    `api_key` only what is public can be read. `verify` is True, the path of a CA file, or False (which warns).
    `timeout` is how many seconds may pass without a byte, `connect_timeout` how many until there is a connection.
    """

    def __init__(
        self,
        base_url: str,
        *,
        api_key: str | None = None,
        verify: bool | str = True,
        timeout: float = DEFAULT_TIMEOUT,
        connect_timeout: float = DEFAULT_CONNECT_TIMEOUT,
    ) -> None:
        self.settings = Settings.parse(
            base_url, api_key=api_key, verify=verify, timeout=timeout, connect_timeout=connect_timeout
        )

    @classmethod
    def from_env(cls, **overrides: Any) -> Self:
        """From CARTO_BASE_URL and CARTO_API_KEY; `overrides` are the constructor's arguments."""
        return cls.from_settings(Settings.from_env(**overrides))

    @classmethod
    def from_settings(cls, settings: Settings) -> Self:
        carto = cls.__new__(cls)
        carto.settings = settings
        return carto

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.settings.base_url!r})"

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close all connections. The client cannot be used afterwards."""
        if "_http" in self.__dict__:
            await self._http.aclose()

    @cached_property
    def _http(self) -> AsyncCartoHttp:
        return AsyncCartoHttp(self.settings)

    @cached_property
    def _client(self) -> Client:
        from carto_client.client import Client

        return Client(base_url=self.settings.base_url).set_async_httpx_client(self._http)

    @cached_property
    def api_keys(self) -> AsyncApiKeys:
        from carto_ext.aio.lists import AsyncApiKeys

        return AsyncApiKeys(self._client)

    @cached_property
    def apps(self) -> AsyncApps:
        from carto_ext.aio.lists import AsyncApps

        return AsyncApps(self._client)

    @cached_property
    def batch(self) -> AsyncBatch:
        from carto_ext.aio.batch import AsyncBatch

        return AsyncBatch(self._client)

    @cached_property
    def datasets(self) -> AsyncDatasets:
        from carto_ext.aio.datasets import AsyncDatasets

        return AsyncDatasets(self._client)

    @cached_property
    def exports(self) -> AsyncExports:
        from carto_ext.aio.exports import AsyncExports

        return AsyncExports(self._client)

    @cached_property
    def imports(self) -> AsyncImports:
        from carto_ext.aio.imports import AsyncImports

        return AsyncImports(self._client)

    @cached_property
    def kuviz(self) -> AsyncKuviz:
        from carto_ext.aio.lists import AsyncKuviz

        return AsyncKuviz(self._client)

    @cached_property
    def maps(self) -> AsyncMaps:
        from carto_ext.aio.maps import AsyncMaps

        return AsyncMaps(self._client)

    @cached_property
    def named_maps(self) -> AsyncNamedMaps:
        from carto_ext.aio.maps import AsyncNamedMaps

        return AsyncNamedMaps(self._client)

    @cached_property
    def sql(self) -> AsyncSql:
        from carto_ext.aio.sql import AsyncSql

        return AsyncSql(self._client)

    @cached_property
    def synchronizations(self) -> AsyncSynchronizations:
        from carto_ext.aio.synchronizations import AsyncSynchronizations

        return AsyncSynchronizations(self._client)

    @cached_property
    def tags(self) -> AsyncTags:
        from carto_ext.aio.lists import AsyncTags

        return AsyncTags(self._client)

    @cached_property
    def users(self) -> AsyncUsers:
        from carto_ext.aio.lists import AsyncUsers

        return AsyncUsers(self._client)

    @cached_property
    def viz(self) -> AsyncViz:
        from carto_ext.aio.lists import AsyncViz

        return AsyncViz(self._client)
