"""The client users construct."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from threading import Lock
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar, Unpack

from carto_client.api import AsyncGroups, Group
from carto_ext._async._http.transport import CLOSED, AsyncCartoHttp
from carto_ext._secrecy import secret
from carto_ext.errors import ConfigurationError
from carto_ext.retries import RetryPolicy
from carto_ext.settings import (
    DEFAULT_CONNECT_TIMEOUT,
    DEFAULT_DEADLINE,
    DEFAULT_TIMEOUT,
    Limits,
    Overrides,
    Settings,
    with_environment,
)

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
C = TypeVar("C", bound="AsyncCarto")


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

    api_keys: Group[AsyncApiKeys] = Group("carto_ext._async.lists", "AsyncApiKeys")
    apps: Group[AsyncApps] = Group("carto_ext._async.lists", "AsyncApps")
    batch: Group[AsyncBatch] = Group("carto_ext._async.batch", "AsyncBatch")
    datasets: Group[AsyncDatasets] = Group("carto_ext._async.datasets", "AsyncDatasets")
    exports: Group[AsyncExports] = Group("carto_ext._async.exports", "AsyncExports")
    frames: Group[AsyncFrames] = Group("carto_ext._async.frames.group", "AsyncFrames")
    imports: Group[AsyncImports] = Group("carto_ext._async.imports", "AsyncImports")
    kuviz: Group[AsyncKuviz] = Group("carto_ext._async.lists", "AsyncKuviz")
    maps: Group[AsyncMaps] = Group("carto_ext._async.maps", "AsyncMaps")
    named_maps: Group[AsyncNamedMaps] = Group("carto_ext._async.maps", "AsyncNamedMaps")
    sql: Group[AsyncSql] = Group("carto_ext._async.sql", "AsyncSql")
    synchronizations: Group[AsyncSynchronizations] = Group("carto_ext._async.synchronizations", "AsyncSynchronizations")
    tags: Group[AsyncTags] = Group("carto_ext._async.lists", "AsyncTags")
    users: Group[AsyncUsers] = Group("carto_ext._async.lists", "AsyncUsers")
    viz: Group[AsyncViz] = Group("carto_ext._async.lists", "AsyncViz")

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
    def from_env(cls, **overrides: Unpack[Overrides]) -> Self:
        """From CARTO_BASE_URL and CARTO_API_KEY; `overrides` are the constructor's arguments."""
        return cls(**with_environment(overrides))

    @classmethod
    def from_settings(cls, settings: Settings) -> Self:
        """The same account, for example after a fork. A subclass with a constructor of its own is made by that."""
        if cls.__init__ is not AsyncCarto.__init__:
            return cls(**settings.arguments())
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
        return _restored, (type(self), self.settings), self._state()

    def _state(self) -> dict[str, Any]:
        """What a subclass keeps; connections and groups are made anew."""
        own = {"settings", "_http", "_client", "_closed"}
        groups = {name for name in vars(self) if isinstance(getattr(type(self), name, None), Group)}
        return {name: value for name, value in vars(self).items() if name not in own | groups}

    def with_options(self, **limits: Unpack[Limits]) -> Self:
        """The same account on the same connections under other limits: `carto.with_options(timeout=5).sql.query(…)`.

        `limits` are timeout, connect_timeout, deadline, retries. This client stays as it is, and is the one to close.
        """
        settings = replace(self.settings, **limits)
        view = _restored(type(self), settings)
        vars(view).update(self._state(), _http=self._http.with_settings(settings))
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


def _restored(cls: type[C], settings: Settings) -> C:
    """Without its constructor, whose work `_state` has."""
    carto = cls.__new__(cls)
    carto.settings = settings
    return carto
