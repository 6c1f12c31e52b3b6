# Made from carto_ext/_async/client.py by scripts/unasync; do not edit.
"""The client users construct."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from threading import Lock
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar, Unpack

from carto_client.api import Group, Groups
from carto_ext._secrecy import secret
from carto_ext._sync._http.transport import CLOSED, CartoHttp
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

# A group and its models are imported on first use, so that `import carto_ext` takes little longer than `import httpx`.
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

# With cached_property alone, two threads could each make a client, and one of the two would never be closed.
_FIRST_USE = Lock()
C = TypeVar("C", bound="Carto")


class Carto(Groups):
    """A client for one CARTO account.

    Close it, or use it as a context manager. Threads can share a Carto; the tasks of one event loop can share its
    async twin. Both can be pickled, without their key: see `Settings`. After a fork the child process needs a client
    of its own.

    Args:
        base_url: `https://USER.carto.com`, `https://ORG.carto.com/u/USER` or `https://HOST/user/USER`.
        api_key: The API key. Without one, only public data can be read.
        verify: True to check the server's certificate, the path of a CA file to trust, or False to check nothing,
            which warns.
        cert: Path of a client certificate with its key.
        timeout: Longest silence in seconds: the client gives up when no byte arrives or leaves for that long.
        connect_timeout: Longest time to open a connection, in seconds.
        deadline: Longest time for a whole call with all its retries, in seconds. Streamed transfers have no deadline.
        retries: Rules for trying again. `RetryPolicy(attempts=1)` never does.

    Attributes:
        settings: The checked settings, as `Settings`.

    Raises:
        ConfigurationError: An argument is invalid; the message names it.

    Warns:
        InsecureConnectionWarning: The connection is not protected: `http` to another machine, or `verify=False`.

    Example:
        with Carto("https://me.carto.com", api_key=key) as carto:
            result = carto.sql.query("SELECT name FROM airports LIMIT 5")
    """

    _closed = False

    api_keys: Group[ApiKeys] = Group("carto_ext._sync.lists", "ApiKeys")
    apps: Group[Apps] = Group("carto_ext._sync.lists", "Apps")
    batch: Group[Batch] = Group("carto_ext._sync.batch", "Batch")
    datasets: Group[Datasets] = Group("carto_ext._sync.datasets", "Datasets")
    exports: Group[Exports] = Group("carto_ext._sync.exports", "Exports")
    frames: Group[Frames] = Group("carto_ext._sync.frames.group", "Frames")
    imports: Group[Imports] = Group("carto_ext._sync.imports", "Imports")
    kuviz: Group[Kuviz] = Group("carto_ext._sync.lists", "Kuviz")
    maps: Group[Maps] = Group("carto_ext._sync.maps", "Maps")
    named_maps: Group[NamedMaps] = Group("carto_ext._sync.maps", "NamedMaps")
    sql: Group[Sql] = Group("carto_ext._sync.sql", "Sql")
    synchronizations: Group[Synchronizations] = Group("carto_ext._sync.synchronizations", "Synchronizations")
    tags: Group[Tags] = Group("carto_ext._sync.lists", "Tags")
    users: Group[Users] = Group("carto_ext._sync.lists", "Users")
    viz: Group[Viz] = Group("carto_ext._sync.lists", "Viz")

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
        """Make a client from the environment variables CARTO_BASE_URL and CARTO_API_KEY.

        Args:
            **overrides: Arguments of the constructor, typed as there. They win over the environment.

        Returns:
            The client. It is anonymous if CARTO_API_KEY is not set.

        Raises:
            ConfigurationError: CARTO_BASE_URL is not set, or a value is invalid.

        Example:
            carto = Carto.from_env(timeout=30)
        """
        overrides = with_environment(overrides)  # under the same name, so that no traceback shows the key
        return cls(**overrides)

    @classmethod
    def from_settings(cls, settings: Settings) -> Self:
        """Make another client for the same account, for example after a fork.

        A subclass that has its own constructor is made by calling that constructor.

        Args:
            settings: The `settings` of another client, or the result of `Settings.parse`.

        Returns:
            A client with connections of its own.
        """
        if cls.__init__ is not Carto.__init__:
            return cls(**settings.arguments())
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
        return _restored, (type(self), self.settings), self._state()

    def _state(self) -> dict[str, Any]:
        """Return the attributes that a subclass added. Connections and groups are made anew."""
        own = {"settings", "_http", "_client", "_closed"}
        groups = {name for name in vars(self) if isinstance(getattr(type(self), name, None), Group)}
        return {name: value for name, value in vars(self).items() if name not in own | groups}

    def with_options(self, **limits: Unpack[Limits]) -> Self:
        """Return a client with other limits that uses the same connections.

        This client does not change, and remains the one to close.

        Args:
            **limits: `timeout`, `connect_timeout`, `deadline` and `retries`, typed as in the constructor. Limits that
                are left out stay the same.

        Returns:
            A client for the same account.

        Raises:
            ConfigurationError: A limit is invalid.

        Example:
            carto.with_options(timeout=5).sql.query("SELECT 1")
        """
        settings = replace(self.settings, **limits)
        view = _restored(type(self), settings)
        vars(view).update(self._state(), _http=self._http.with_settings(settings))
        return view

    def close(self) -> None:
        """Close all connections. Later calls raise ConfigurationError."""
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


def _restored(cls: type[C], settings: Settings) -> C:
    """Make the object without calling its constructor; the caller restores its `_state`."""
    carto = cls.__new__(cls)
    carto.settings = settings
    return carto
