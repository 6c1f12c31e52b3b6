# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""The groups of all tags, each imported on first use."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from importlib import import_module
from inspect import getdoc
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, overload

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

__all__ = ("AsyncGroups", "Group", "Groups")

C = TypeVar("C", bound=type)
G_co = TypeVar("G_co", covariant=True)


class Group(Generic[G_co]):
    """An attribute of a client: the group of a tag, whose module is imported on first use.

    help() shows it with the description of its class.
    """

    if not TYPE_CHECKING:

        @property
        def __doc__(self) -> str:
            found = self._load()
            verbs = ", ".join(name for name in dir(found) if not name.startswith("_"))
            return f"{getdoc(found)}\n\nMethods: {verbs}."

    def __init__(self, module: str, class_name: str) -> None:
        self._module, self._class_name, self._name = module, class_name, ""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def _load(self) -> Any:
        return getattr(import_module(self._module, __name__), self._class_name)

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...

    @overload
    def __get__(self, instance: Any, owner: type) -> G_co: ...

    def __get__(self, instance: Any, owner: type) -> Any:
        if instance is None:
            return self
        made = vars(instance).get(self._name)
        return vars(instance).setdefault(self._name, self._load()(instance._client)) if made is None else made

    def __set__(self, instance: Any, value: Any) -> None:
        # Without it, help() would not tell of it; a test may put something in its place.
        vars(instance)[self._name] = value

    def __delete__(self, instance: Any) -> None:
        vars(instance).pop(self._name, None)


def documented_by(twin: type) -> Callable[[C], C]:
    """Give the methods of a class the docstrings of its `twin`, so that each is written only once."""

    def share(cls: C) -> C:
        for name, method in vars(cls).items():
            if not name.startswith("_"):
                method.__doc__ = vars(twin)[name].__doc__
        return cls

    return share


class Groups(ABC):
    """One attribute for each tag; a subclass defines `_client`."""

    @property
    @abstractmethod
    def _client(self) -> AuthenticatedClient | Client: ...

    sql: Group[SqlApi] = Group(".sql", "SqlApi")
    batch: Group[BatchApi] = Group(".batch", "BatchApi")
    imports: Group[ImportsApi] = Group(".imports", "ImportsApi")
    uploads: Group[UploadsApi] = Group(".uploads", "UploadsApi")
    viz: Group[VizApi] = Group(".viz", "VizApi")
    exports: Group[ExportsApi] = Group(".exports", "ExportsApi")
    synchronizations: Group[SynchronizationsApi] = Group(".synchronizations", "SynchronizationsApi")
    tables: Group[TablesApi] = Group(".tables", "TablesApi")
    permissions: Group[PermissionsApi] = Group(".permissions", "PermissionsApi")
    tags: Group[TagsApi] = Group(".tags", "TagsApi")
    datasets: Group[DatasetsApi] = Group(".datasets", "DatasetsApi")
    kuviz: Group[KuvizApi] = Group(".kuviz", "KuvizApi")
    apps: Group[AppsApi] = Group(".apps", "AppsApi")
    maps: Group[MapsApi] = Group(".maps", "MapsApi")
    named_maps: Group[NamedMapsApi] = Group(".named_maps", "NamedMapsApi")
    map_layers: Group[MapLayersApi] = Group(".map_layers", "MapLayersApi")
    users: Group[UsersApi] = Group(".users", "UsersApi")
    api_keys: Group[ApiKeysApi] = Group(".api_keys", "ApiKeysApi")
    connectors: Group[ConnectorsApi] = Group(".connectors", "ConnectorsApi")
    connections: Group[ConnectionsApi] = Group(".connections", "ConnectionsApi")


class AsyncGroups(ABC):
    """One attribute for each tag, awaited; a subclass defines `_client`."""

    @property
    @abstractmethod
    def _client(self) -> AuthenticatedClient | Client: ...

    sql: Group[AsyncSqlApi] = Group(".sql", "AsyncSqlApi")
    batch: Group[AsyncBatchApi] = Group(".batch", "AsyncBatchApi")
    imports: Group[AsyncImportsApi] = Group(".imports", "AsyncImportsApi")
    uploads: Group[AsyncUploadsApi] = Group(".uploads", "AsyncUploadsApi")
    viz: Group[AsyncVizApi] = Group(".viz", "AsyncVizApi")
    exports: Group[AsyncExportsApi] = Group(".exports", "AsyncExportsApi")
    synchronizations: Group[AsyncSynchronizationsApi] = Group(".synchronizations", "AsyncSynchronizationsApi")
    tables: Group[AsyncTablesApi] = Group(".tables", "AsyncTablesApi")
    permissions: Group[AsyncPermissionsApi] = Group(".permissions", "AsyncPermissionsApi")
    tags: Group[AsyncTagsApi] = Group(".tags", "AsyncTagsApi")
    datasets: Group[AsyncDatasetsApi] = Group(".datasets", "AsyncDatasetsApi")
    kuviz: Group[AsyncKuvizApi] = Group(".kuviz", "AsyncKuvizApi")
    apps: Group[AsyncAppsApi] = Group(".apps", "AsyncAppsApi")
    maps: Group[AsyncMapsApi] = Group(".maps", "AsyncMapsApi")
    named_maps: Group[AsyncNamedMapsApi] = Group(".named_maps", "AsyncNamedMapsApi")
    map_layers: Group[AsyncMapLayersApi] = Group(".map_layers", "AsyncMapLayersApi")
    users: Group[AsyncUsersApi] = Group(".users", "AsyncUsersApi")
    api_keys: Group[AsyncApiKeysApi] = Group(".api_keys", "AsyncApiKeysApi")
    connectors: Group[AsyncConnectorsApi] = Group(".connectors", "AsyncConnectorsApi")
    connections: Group[AsyncConnectionsApi] = Group(".connections", "AsyncConnectionsApi")
