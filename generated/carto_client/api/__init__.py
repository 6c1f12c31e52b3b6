# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""The groups of all tags, each imported when it is first used."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from ..client import AuthenticatedClient, Client
    from .api_keys import ApiKeysApi, AsyncApiKeysApi
    from .apps import AppsApi, AsyncAppsApi
    from .batch import AsyncBatchApi, BatchApi
    from .connections import AsyncConnectionsApi, ConnectionsApi
    from .connectors import AsyncConnectorsApi, ConnectorsApi
    from .datasets import AsyncDatasetsApi, DatasetsApi
    from .exports import AsyncExportsApi, ExportsApi
    from .imports import AsyncImportsApi, ImportsApi
    from .kuviz import AsyncKuvizApi, KuvizApi
    from .map_layers import AsyncMapLayersApi, MapLayersApi
    from .maps import AsyncMapsApi, MapsApi
    from .named_maps import AsyncNamedMapsApi, NamedMapsApi
    from .permissions import AsyncPermissionsApi, PermissionsApi
    from .sql import AsyncSqlApi, SqlApi
    from .synchronizations import AsyncSynchronizationsApi, SynchronizationsApi
    from .tables import AsyncTablesApi, TablesApi
    from .tags import AsyncTagsApi, TagsApi
    from .uploads import AsyncUploadsApi, UploadsApi
    from .users import AsyncUsersApi, UsersApi
    from .viz import AsyncVizApi, VizApi

__all__ = ("AsyncGroups", "Groups")

C = TypeVar("C", bound=type)


def documented_by(twin: type) -> Callable[[C], C]:
    """Give the methods of a class the docstrings of those of its `twin`, so that each stands once in the source."""

    def share(cls: C) -> C:
        for name, method in vars(cls).items():
            if not name.startswith("_"):
                method.__doc__ = vars(twin)[name].__doc__
        return cls

    return share


class Groups(ABC):
    """One attribute for each tag; a subclass says what `_client` is."""

    @property
    @abstractmethod
    def _client(self) -> AuthenticatedClient | Client: ...

    @cached_property
    def sql(self) -> SqlApi:
        from .sql import SqlApi

        return SqlApi(self._client)

    @cached_property
    def batch(self) -> BatchApi:
        from .batch import BatchApi

        return BatchApi(self._client)

    @cached_property
    def imports(self) -> ImportsApi:
        from .imports import ImportsApi

        return ImportsApi(self._client)

    @cached_property
    def uploads(self) -> UploadsApi:
        from .uploads import UploadsApi

        return UploadsApi(self._client)

    @cached_property
    def viz(self) -> VizApi:
        from .viz import VizApi

        return VizApi(self._client)

    @cached_property
    def exports(self) -> ExportsApi:
        from .exports import ExportsApi

        return ExportsApi(self._client)

    @cached_property
    def synchronizations(self) -> SynchronizationsApi:
        from .synchronizations import SynchronizationsApi

        return SynchronizationsApi(self._client)

    @cached_property
    def tables(self) -> TablesApi:
        from .tables import TablesApi

        return TablesApi(self._client)

    @cached_property
    def permissions(self) -> PermissionsApi:
        from .permissions import PermissionsApi

        return PermissionsApi(self._client)

    @cached_property
    def tags(self) -> TagsApi:
        from .tags import TagsApi

        return TagsApi(self._client)

    @cached_property
    def datasets(self) -> DatasetsApi:
        from .datasets import DatasetsApi

        return DatasetsApi(self._client)

    @cached_property
    def kuviz(self) -> KuvizApi:
        from .kuviz import KuvizApi

        return KuvizApi(self._client)

    @cached_property
    def apps(self) -> AppsApi:
        from .apps import AppsApi

        return AppsApi(self._client)

    @cached_property
    def maps(self) -> MapsApi:
        from .maps import MapsApi

        return MapsApi(self._client)

    @cached_property
    def named_maps(self) -> NamedMapsApi:
        from .named_maps import NamedMapsApi

        return NamedMapsApi(self._client)

    @cached_property
    def map_layers(self) -> MapLayersApi:
        from .map_layers import MapLayersApi

        return MapLayersApi(self._client)

    @cached_property
    def users(self) -> UsersApi:
        from .users import UsersApi

        return UsersApi(self._client)

    @cached_property
    def api_keys(self) -> ApiKeysApi:
        from .api_keys import ApiKeysApi

        return ApiKeysApi(self._client)

    @cached_property
    def connectors(self) -> ConnectorsApi:
        from .connectors import ConnectorsApi

        return ConnectorsApi(self._client)

    @cached_property
    def connections(self) -> ConnectionsApi:
        from .connections import ConnectionsApi

        return ConnectionsApi(self._client)


class AsyncGroups(ABC):
    """One attribute for each tag, awaited; a subclass says what `_client` is."""

    @property
    @abstractmethod
    def _client(self) -> AuthenticatedClient | Client: ...

    @cached_property
    def sql(self) -> AsyncSqlApi:
        from .sql import AsyncSqlApi

        return AsyncSqlApi(self._client)

    @cached_property
    def batch(self) -> AsyncBatchApi:
        from .batch import AsyncBatchApi

        return AsyncBatchApi(self._client)

    @cached_property
    def imports(self) -> AsyncImportsApi:
        from .imports import AsyncImportsApi

        return AsyncImportsApi(self._client)

    @cached_property
    def uploads(self) -> AsyncUploadsApi:
        from .uploads import AsyncUploadsApi

        return AsyncUploadsApi(self._client)

    @cached_property
    def viz(self) -> AsyncVizApi:
        from .viz import AsyncVizApi

        return AsyncVizApi(self._client)

    @cached_property
    def exports(self) -> AsyncExportsApi:
        from .exports import AsyncExportsApi

        return AsyncExportsApi(self._client)

    @cached_property
    def synchronizations(self) -> AsyncSynchronizationsApi:
        from .synchronizations import AsyncSynchronizationsApi

        return AsyncSynchronizationsApi(self._client)

    @cached_property
    def tables(self) -> AsyncTablesApi:
        from .tables import AsyncTablesApi

        return AsyncTablesApi(self._client)

    @cached_property
    def permissions(self) -> AsyncPermissionsApi:
        from .permissions import AsyncPermissionsApi

        return AsyncPermissionsApi(self._client)

    @cached_property
    def tags(self) -> AsyncTagsApi:
        from .tags import AsyncTagsApi

        return AsyncTagsApi(self._client)

    @cached_property
    def datasets(self) -> AsyncDatasetsApi:
        from .datasets import AsyncDatasetsApi

        return AsyncDatasetsApi(self._client)

    @cached_property
    def kuviz(self) -> AsyncKuvizApi:
        from .kuviz import AsyncKuvizApi

        return AsyncKuvizApi(self._client)

    @cached_property
    def apps(self) -> AsyncAppsApi:
        from .apps import AsyncAppsApi

        return AsyncAppsApi(self._client)

    @cached_property
    def maps(self) -> AsyncMapsApi:
        from .maps import AsyncMapsApi

        return AsyncMapsApi(self._client)

    @cached_property
    def named_maps(self) -> AsyncNamedMapsApi:
        from .named_maps import AsyncNamedMapsApi

        return AsyncNamedMapsApi(self._client)

    @cached_property
    def map_layers(self) -> AsyncMapLayersApi:
        from .map_layers import AsyncMapLayersApi

        return AsyncMapLayersApi(self._client)

    @cached_property
    def users(self) -> AsyncUsersApi:
        from .users import AsyncUsersApi

        return AsyncUsersApi(self._client)

    @cached_property
    def api_keys(self) -> AsyncApiKeysApi:
        from .api_keys import AsyncApiKeysApi

        return AsyncApiKeysApi(self._client)

    @cached_property
    def connectors(self) -> AsyncConnectorsApi:
        from .connectors import AsyncConnectorsApi

        return AsyncConnectorsApi(self._client)

    @cached_property
    def connections(self) -> AsyncConnectionsApi:
        from .connections import AsyncConnectionsApi

        return AsyncConnectionsApi(self._client)
