# Made from carto_ext/aio/client.py by scripts/unasync; do not edit.
"""The client users construct."""

from __future__ import annotations

from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from carto_client.api import Groups
from carto_ext.settings import DEFAULT_CONNECT_TIMEOUT, DEFAULT_TIMEOUT, Settings
from carto_ext.transport import CartoHttp

# A group and its models are imported when it is first used, which keeps `import carto_ext` near `import httpx`.
if TYPE_CHECKING:
    from carto_client.client import Client
    from carto_ext.batch import Batch
    from carto_ext.datasets import Datasets
    from carto_ext.exports import Exports
    from carto_ext.imports import Imports
    from carto_ext.lists import ApiKeys, Apps, Kuviz, Tags, Users, Viz
    from carto_ext.maps import Maps, NamedMaps
    from carto_ext.sql import Sql
    from carto_ext.synchronizations import Synchronizations


class Carto(Groups):
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

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections. The client cannot be used afterwards."""
        if "_http" in self.__dict__:
            self._http.close()

    @cached_property
    def _http(self) -> CartoHttp:
        return CartoHttp(self.settings)

    @cached_property
    def _client(self) -> Client:
        from carto_client.client import Client

        return Client(base_url=self.settings.base_url).set_httpx_client(self._http)

    @cached_property
    def api_keys(self) -> ApiKeys:
        from carto_ext.lists import ApiKeys

        return ApiKeys(self._client)

    @cached_property
    def apps(self) -> Apps:
        from carto_ext.lists import Apps

        return Apps(self._client)

    @cached_property
    def batch(self) -> Batch:
        from carto_ext.batch import Batch

        return Batch(self._client)

    @cached_property
    def datasets(self) -> Datasets:
        from carto_ext.datasets import Datasets

        return Datasets(self._client)

    @cached_property
    def exports(self) -> Exports:
        from carto_ext.exports import Exports

        return Exports(self._client)

    @cached_property
    def imports(self) -> Imports:
        from carto_ext.imports import Imports

        return Imports(self._client)

    @cached_property
    def kuviz(self) -> Kuviz:
        from carto_ext.lists import Kuviz

        return Kuviz(self._client)

    @cached_property
    def maps(self) -> Maps:
        from carto_ext.maps import Maps

        return Maps(self._client)

    @cached_property
    def named_maps(self) -> NamedMaps:
        from carto_ext.maps import NamedMaps

        return NamedMaps(self._client)

    @cached_property
    def sql(self) -> Sql:
        from carto_ext.sql import Sql

        return Sql(self._client)

    @cached_property
    def synchronizations(self) -> Synchronizations:
        from carto_ext.synchronizations import Synchronizations

        return Synchronizations(self._client)

    @cached_property
    def tags(self) -> Tags:
        from carto_ext.lists import Tags

        return Tags(self._client)

    @cached_property
    def users(self) -> Users:
        from carto_ext.lists import Users

        return Users(self._client)

    @cached_property
    def viz(self) -> Viz:
        from carto_ext.lists import Viz

        return Viz(self._client)
