"""The client users construct."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from threading import Lock
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, Unpack

from carto_client.api import AsyncGroups
from carto_ext._async._http.transport import CLOSED, AsyncCartoHttp
from carto_ext._secrecy import secret
from carto_ext.errors import ConfigurationError
from carto_ext.retries import RetryPolicy
from carto_ext.settings import DEFAULT_CONNECT_TIMEOUT, DEFAULT_DEADLINE, DEFAULT_TIMEOUT, Limits, Settings

# A group and its models are imported when it is first used, which keeps `import carto_ext` near `import httpx`.
if TYPE_CHECKING:
    from carto_client.client import Client
    from carto_ext._async.batch import AsyncBatch
    from carto_ext._async.datasets import AsyncDatasets
    from carto_ext._async.exports import AsyncExports
    from carto_ext._async.frames.group import AsyncFrames
    from carto_ext._async.imports import AsyncImports
    from carto_ext._async.lists import AsyncApiKeys, AsyncApps, AsyncKuviz, AsyncTags, AsyncUsers, AsyncViz
    from carto_ext._async.maps import AsyncMaps, AsyncNamedMaps
    from carto_ext._async.sql import AsyncSql
    from carto_ext._async.synchronizations import AsyncSynchronizations

# cached_property lets two threads make two, of which one would never be closed.
_FIRST_USE = Lock()


class AsyncCarto(AsyncGroups):
    """One CARTO account. Close it, or use it as a context manager.

    `base_url` is `https://USER.carto.com`, `https://ORG.carto.com/u/USER` or `https://HOST/user/USER`. Without
    `api_key` only what is public can be read. `verify` is True, the path of a CA file, or False (which warns); `cert`
    the path of a client certificate with its key. `timeout` is how many seconds may pass without a byte,
    `connect_timeout` how many until there is a connection, `deadline` how many a call may take with all its tries
    (streamed transfers have none). `retries` says what is tried again; `RetryPolicy(attempts=1)` nothing.

    Carto may be shared by threads, its async twin by the tasks of one event loop. Both can be pickled, without their
    key: see Settings. After a fork the child needs a client of its own.
    """

    _closed = False

    def __init__(
        self,
        base_url: str,
        *,
        api_key: str | None = None,
        verify: bool | str = True,
        cert: str | None = None,
        timeout: float = DEFAULT_TIMEOUT,
        connect_timeout: float = DEFAULT_CONNECT_TIMEOUT,
        deadline: float = DEFAULT_DEADLINE,
        retries: RetryPolicy | None = None,
    ) -> None:
        # A traceback with local variables shows neither; a base URL may hold a key by mistake.
        base_url, api_key = secret(base_url), secret(api_key)
        self.settings = Settings.parse(
            base_url,
            api_key=api_key,
            verify=verify,
            cert=cert,
            timeout=timeout,
            connect_timeout=connect_timeout,
            deadline=deadline,
            retries=retries,
        )

    @classmethod
    def from_env(cls, **overrides: Any) -> Self:
        """From CARTO_BASE_URL and CARTO_API_KEY; `overrides` are the constructor's arguments."""
        overrides |= {name: secret(overrides[name]) for name in ("base_url", "api_key") if name in overrides}
        return cls.from_settings(Settings.from_env(**overrides))

    @classmethod
    def from_settings(cls, settings: Settings) -> Self:
        carto = cls.__new__(cls)
        carto.settings = settings
        return carto

    def __repr__(self) -> str:
        settings: Settings | None = vars(self).get("settings")  # a traceback may show a client without any yet
        return f"{type(self).__name__}({settings.base_url if settings else ''!r})"

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self).from_settings, (self.settings,)

    def with_options(self, **limits: Unpack[Limits]) -> Self:
        """The same account on the same connections under other limits: `carto.with_options(timeout=5).sql.query(…)`.

        `limits` are timeout, connect_timeout, deadline, retries. This client stays as it is, and is the one to close.
        """
        settings = replace(self.settings, **limits)
        view = self.from_settings(settings)
        view.__dict__["_http"] = self._http.with_settings(settings)
        return view

    async def aclose(self) -> None:
        """Close all connections. The client cannot be used afterwards."""
        self._closed = True
        if "_http" in self.__dict__:
            await self._http.aclose()

    @cached_property
    def _http(self) -> AsyncCartoHttp:
        if self._closed:
            raise ConfigurationError(CLOSED)
        with _FIRST_USE:
            made: AsyncCartoHttp | None = self.__dict__.get("_http")
            if made is None:
                made = self.__dict__["_http"] = AsyncCartoHttp(self.settings)
            return made

    @cached_property
    def _client(self) -> Client:
        from carto_client.client import Client

        return Client(base_url=self.settings.base_url).set_async_httpx_client(self._http)

    @cached_property
    def api_keys(self) -> AsyncApiKeys:
        from carto_ext._async.lists import AsyncApiKeys

        return AsyncApiKeys(self._client)

    @cached_property
    def apps(self) -> AsyncApps:
        from carto_ext._async.lists import AsyncApps

        return AsyncApps(self._client)

    @cached_property
    def batch(self) -> AsyncBatch:
        from carto_ext._async.batch import AsyncBatch

        return AsyncBatch(self._client)

    @cached_property
    def datasets(self) -> AsyncDatasets:
        from carto_ext._async.datasets import AsyncDatasets

        return AsyncDatasets(self._client)

    @cached_property
    def exports(self) -> AsyncExports:
        from carto_ext._async.exports import AsyncExports

        return AsyncExports(self._client)

    @cached_property
    def frames(self) -> AsyncFrames:
        from carto_ext._async.frames.group import AsyncFrames

        return AsyncFrames(self.sql, self.batch, self.settings.base_url)

    @cached_property
    def imports(self) -> AsyncImports:
        from carto_ext._async.imports import AsyncImports

        return AsyncImports(self._client)

    @cached_property
    def kuviz(self) -> AsyncKuviz:
        from carto_ext._async.lists import AsyncKuviz

        return AsyncKuviz(self._client)

    @cached_property
    def maps(self) -> AsyncMaps:
        from carto_ext._async.maps import AsyncMaps

        return AsyncMaps(self._client)

    @cached_property
    def named_maps(self) -> AsyncNamedMaps:
        from carto_ext._async.maps import AsyncNamedMaps

        return AsyncNamedMaps(self._client)

    @cached_property
    def sql(self) -> AsyncSql:
        from carto_ext._async.sql import AsyncSql

        return AsyncSql(self._client)

    @cached_property
    def synchronizations(self) -> AsyncSynchronizations:
        from carto_ext._async.synchronizations import AsyncSynchronizations

        return AsyncSynchronizations(self._client)

    @cached_property
    def tags(self) -> AsyncTags:
        from carto_ext._async.lists import AsyncTags

        return AsyncTags(self._client)

    @cached_property
    def users(self) -> AsyncUsers:
        from carto_ext._async.lists import AsyncUsers

        return AsyncUsers(self._client)

    @cached_property
    def viz(self) -> AsyncViz:
        from carto_ext._async.lists import AsyncViz

        return AsyncViz(self._client)
