# Made from carto_ext/_async/client.py by scripts/unasync; do not edit.
"""The client users construct."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from threading import Lock
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, Unpack

from carto_client.api import Groups
from carto_ext._secrecy import secret
from carto_ext._sync._http.transport import CLOSED, CartoHttp
from carto_ext.errors import ConfigurationError
from carto_ext.retries import RetryPolicy
from carto_ext.settings import DEFAULT_CONNECT_TIMEOUT, DEFAULT_DEADLINE, DEFAULT_TIMEOUT, Limits, Settings

# A group and its models are imported when it is first used, which keeps `import carto_ext` near `import httpx`.
if TYPE_CHECKING:
    from carto_client.client import Client
    from carto_ext._sync.batch import Batch
    from carto_ext._sync.datasets import Datasets
    from carto_ext._sync.exports import Exports
    from carto_ext._sync.frames.group import Frames
    from carto_ext._sync.imports import Imports
    from carto_ext._sync.lists import ApiKeys, Apps, Kuviz, Tags, Users, Viz
    from carto_ext._sync.maps import Maps, NamedMaps
    from carto_ext._sync.sql import Sql
    from carto_ext._sync.synchronizations import Synchronizations

# cached_property lets two threads make two, of which one would never be closed.
_FIRST_USE = Lock()


class Carto(Groups):
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

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

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

    def close(self) -> None:
        """Close all connections. The client cannot be used afterwards."""
        self._closed = True
        if "_http" in self.__dict__:
            self._http.close()

    @cached_property
    def _http(self) -> CartoHttp:
        if self._closed:
            raise ConfigurationError(CLOSED)
        with _FIRST_USE:
            made: CartoHttp | None = self.__dict__.get("_http")
            if made is None:
                made = self.__dict__["_http"] = CartoHttp(self.settings)
            return made

    @cached_property
    def _client(self) -> Client:
        from carto_client.client import Client

        return Client(base_url=self.settings.base_url).set_httpx_client(self._http)

    @cached_property
    def api_keys(self) -> ApiKeys:
        from carto_ext._sync.lists import ApiKeys

        return ApiKeys(self._client)

    @cached_property
    def apps(self) -> Apps:
        from carto_ext._sync.lists import Apps

        return Apps(self._client)

    @cached_property
    def batch(self) -> Batch:
        from carto_ext._sync.batch import Batch

        return Batch(self._client)

    @cached_property
    def datasets(self) -> Datasets:
        from carto_ext._sync.datasets import Datasets

        return Datasets(self._client)

    @cached_property
    def exports(self) -> Exports:
        from carto_ext._sync.exports import Exports

        return Exports(self._client)

    @cached_property
    def frames(self) -> Frames:
        from carto_ext._sync.frames.group import Frames

        return Frames(self.sql, self.batch, self.settings.base_url)

    @cached_property
    def imports(self) -> Imports:
        from carto_ext._sync.imports import Imports

        return Imports(self._client)

    @cached_property
    def kuviz(self) -> Kuviz:
        from carto_ext._sync.lists import Kuviz

        return Kuviz(self._client)

    @cached_property
    def maps(self) -> Maps:
        from carto_ext._sync.maps import Maps

        return Maps(self._client)

    @cached_property
    def named_maps(self) -> NamedMaps:
        from carto_ext._sync.maps import NamedMaps

        return NamedMaps(self._client)

    @cached_property
    def sql(self) -> Sql:
        from carto_ext._sync.sql import Sql

        return Sql(self._client)

    @cached_property
    def synchronizations(self) -> Synchronizations:
        from carto_ext._sync.synchronizations import Synchronizations

        return Synchronizations(self._client)

    @cached_property
    def tags(self) -> Tags:
        from carto_ext._sync.lists import Tags

        return Tags(self._client)

    @cached_property
    def users(self) -> Users:
        from carto_ext._sync.lists import Users

        return Users(self._client)

    @cached_property
    def viz(self) -> Viz:
        from carto_ext._sync.lists import Viz

        return Viz(self._client)
