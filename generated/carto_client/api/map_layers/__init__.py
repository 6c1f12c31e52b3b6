# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""The operations of `map_layers`, sync and async.

The first call that needs endpoint functions and models imports them. The synchronous class has the docstrings;
at run time the methods of the awaited class have them, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ...types import UNSET
from .. import documented_by

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from ...client import AuthenticatedClient, Client
    from ...models.map_layer_change import MapLayerChange
    from ...models.map_layer_list import MapLayerList
    from ...models.map_settings import MapSettings
    from ...models.visualization_layer import VisualizationLayer
    from ...types import Unset

__all__ = ("AsyncMapLayersApi", "MapLayersApi")


class MapLayersApi:
    """The operations of `map_layers`.

    The view and the layers of a map, and the base maps of an account.
    """

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

    def map_read(self, map_id: str) -> MapSettings:
        """Read the view of a map.

        For callers who can write the map; 404 `{"errors": "Map not found", "errors_cause": null}` for others. The
        same under `/api/v2/`.

        Args:
            map_id (str): UUID of the map (`map_id` of its visualization, not its `id`).

        Returns:
            MapSettings: The view, its points as JSON in strings.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .map_layers_map_read import sync as _call

        return _call(client=self._client, map_id=map_id)

    def map_update(
        self,
        map_id: str,
        *,
        bounding_box_ne: str | Unset = UNSET,
        bounding_box_sw: str | Unset = UNSET,
        center: str | Unset = UNSET,
        view_bounds_ne: str | Unset = UNSET,
        view_bounds_sw: str | Unset = UNSET,
        options: Any | Unset = UNSET,
        provider: str | Unset = UNSET,
        zoom: int | Unset = UNSET,
        legends: bool | Unset = UNSET,
        scrollwheel: bool | Unset = UNSET,
    ) -> MapSettings:
        """Change the view of a map.

        For callers who can write the map. The same under `/api/v2/`. Numbers and points are not checked: nonsense
        is stored or ignored, with 200. Errors: 404, also for a map of others; 422 `{"errors": ..., "errors_cause":
        ...}`, for one if `options` lacks one of its four switches.

        Args:
            map_id (str): UUID of the map (`map_id` of its visualization, not its `id`).
            bounding_box_ne (str | Unset): Corner as JSON in a string: latitude, longitude.
            bounding_box_sw (str | Unset): Corner as JSON in a string.
            center (str | Unset): Point as JSON in a string.
            view_bounds_ne (str | Unset): Corner of the view as JSON in a string.
            view_bounds_sw (str | Unset): Corner of the view as JSON in a string.
            options (Any | Unset): Switches of the Builder. **All four**, `dashboard_menu`, `layer_selector`,
                `legends` and `scrollwheel`, or 422.
            provider (str | Unset): `leaflet` or `googlemaps`.
            zoom (int | Unset): Zoom level.
            legends (bool | Unset): True if legends are shown.
            scrollwheel (bool | Unset): True if the wheel zooms.

        Returns:
            MapSettings: The view after the change.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from ...models.map_settings_update_request import MapSettingsUpdateRequest
        from .map_layers_map_update import sync as _call

        return _call(
            client=self._client,
            map_id=map_id,
            body=MapSettingsUpdateRequest(
                bounding_box_ne=bounding_box_ne,
                bounding_box_sw=bounding_box_sw,
                center=center,
                view_bounds_ne=view_bounds_ne,
                view_bounds_sw=view_bounds_sw,
                options=options,
                provider=provider,
                zoom=zoom,
                legends=legends,
                scrollwheel=scrollwheel,
            ),
        )

    def list(self, map_id: str) -> MapLayerList:
        """List the layers of a map.

        Needs the master key, and write permission for changes. An unknown map or layer gives 404 `{"errors": ...,
        "errors_cause": ...}`.

        Args:
            map_id (str): UUID of the map (`map_id` of its visualization, not its `id`).

        Returns:
            MapLayerList: All of them.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .map_layers_list import sync as _call

        return _call(client=self._client, map_id=map_id)

    def update_all(self, map_id: str, layers: Sequence[MapLayerChange | Mapping[str, Any]]) -> Any:
        """Change several layers of a map.

        Needs the master key, and write permission for changes. An unknown map or layer gives 404 `{"errors": ...,
        "errors_cause": ...}`. **The form of the answer depends on how many there were.** Errors: 404 if one is
        unknown, 422, 500 if one of several has no `options`.

        Args:
            map_id (str): UUID of the map (`map_id` of its visualization, not its `id`).
            layers (Sequence[MapLayerChange | Mapping[str, Any]]): The layers.

        Returns:
            Any: A list in an object for several layers, the bare layer for one.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from ...models.map_layers_update_request import MapLayersUpdateRequest
        from .map_layers_update_all import sync as _call

        return _call(
            client=self._client, map_id=map_id, body=MapLayersUpdateRequest(layers=cast("list[MapLayerChange]", layers))
        )

    def create(
        self,
        map_id: str,
        kind: str,
        *,
        options: Any,
        from_layer_id: str | Unset = UNSET,
        from_letter: str | Unset = UNSET,
        infowindow: Any | Unset = UNSET,
        tooltip: Any | Unset = UNSET,
        order: int | Unset = UNSET,
    ) -> VisualizationLayer:
        """Add a layer to a map.

        Needs the master key, and write permission for changes. An unknown map or layer gives 404 `{"errors": ...,
        "errors_cause": ...}`. Errors: 422 if there are too many layers, **500** for a `kind` that is missing or
        unknown, and for `carto` without `options`.

        Args:
            map_id (str): UUID of the map (`map_id` of its visualization, not its `id`).
            kind (str): `carto` (data), `tiled`, `torque`, `background`, `gmapsbase`, `wms`.
            from_layer_id (str | Unset): Layer whose analysis nodes move to the new one, with their styles.
            from_letter (str | Unset): Letter of the nodes that move.
            options (Any): An object; for data with `table_name`.
            infowindow (Any | Unset): Contents of the popup for clicks, an object, or null.
            tooltip (Any | Unset): Contents of the popup for hovering, an object, or null.
            order (int | Unset): Place among the layers, from 0.

        Returns:
            VisualizationLayer: The layer (not 201).

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from ...models.map_layer_request import MapLayerRequest
        from .map_layers_create import sync as _call

        return _call(
            client=self._client,
            map_id=map_id,
            from_layer_id=from_layer_id,
            from_letter=from_letter,
            body=MapLayerRequest(kind=kind, options=options, infowindow=infowindow, tooltip=tooltip, order=order),
        )

    def read(self, map_id: str, layer_id: str) -> VisualizationLayer:
        """Read a layer of a map.

        Needs the master key, and write permission for changes. An unknown map or layer gives 404 `{"errors": ...,
        "errors_cause": ...}`.

        Args:
            map_id (str): UUID of the map (`map_id` of its visualization, not its `id`).
            layer_id (str): UUID of the layer.

        Returns:
            VisualizationLayer: The layer.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .map_layers_read import sync as _call

        return _call(client=self._client, map_id=map_id, layer_id=layer_id)

    def update(
        self,
        map_id: str,
        layer_id: str,
        *,
        options: Any,
        kind: str | Unset = UNSET,
        infowindow: Any | Unset = UNSET,
        tooltip: Any | Unset = UNSET,
        order: int | Unset = UNSET,
    ) -> VisualizationLayer:
        """Change a layer of a map.

        Needs the master key, and write permission for changes. An unknown map or layer gives 404 `{"errors": ...,
        "errors_cause": ...}`. Errors: 404, 422.

        Args:
            map_id (str): UUID of the map (`map_id` of its visualization, not its `id`).
            layer_id (str): UUID of the layer.
            options (Any): An object. `table_name` and `user_name` in it cannot be changed.
            kind (str | Unset): Kind of the layer.
            infowindow (Any | Unset): Contents of the popup for clicks, an object, or null.
            tooltip (Any | Unset): Contents of the popup for hovering, an object, or null.
            order (int | Unset): Place among the layers, from 0.

        Returns:
            VisualizationLayer: The layer after the change.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from ...models.map_layer_update_request import MapLayerUpdateRequest
        from .map_layers_update import sync as _call

        return _call(
            client=self._client,
            map_id=map_id,
            layer_id=layer_id,
            body=MapLayerUpdateRequest(options=options, kind=kind, infowindow=infowindow, tooltip=tooltip, order=order),
        )

    def delete(self, map_id: str, layer_id: str) -> None:
        """Remove a layer from a map.

        Needs the master key, and write permission for changes. An unknown map or layer gives 404 `{"errors": ...,
        "errors_cause": ...}`.

        Args:
            map_id (str): UUID of the map (`map_id` of its visualization, not its `id`).
            layer_id (str): UUID of the layer.

        Returns:
            None: It is gone.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .map_layers_delete import sync as _call

        _call(client=self._client, map_id=map_id, layer_id=layer_id)

    def user_list(self, user_id: str) -> MapLayerList:
        """List the layers of an account.

        The base maps of the caller. Needs the master key.

        Args:
            user_id (str): UUID of the caller; another one is refused.

        Returns:
            MapLayerList: All of them.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .map_layers_user_list import sync as _call

        return _call(client=self._client, user_id=user_id)

    def user_update_all(self, user_id: str, layers: Sequence[MapLayerChange | Mapping[str, Any]]) -> Any:
        """Change several layers of an account (no such route).

        **Do not use: there is no such route.** CARTO answers 404 with a page; layers of an account are changed one
        by one, with `map_layers.user_update`. Of maps there is the like, `map_layers.update_all`.

        Args:
            user_id (str): UUID of the caller; another one is refused.
            layers (Sequence[MapLayerChange | Mapping[str, Any]]): The layers.

        Returns:
            Any: A list in an object for several layers, the bare layer for one.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from ...models.map_layers_update_request import MapLayersUpdateRequest
        from .map_layers_user_update_all import sync as _call

        return _call(
            client=self._client,
            user_id=user_id,
            body=MapLayersUpdateRequest(layers=cast("list[MapLayerChange]", layers)),
        )

    def user_create(
        self,
        user_id: str,
        kind: str,
        *,
        options: Any,
        infowindow: Any | Unset = UNSET,
        tooltip: Any | Unset = UNSET,
        order: int | Unset = UNSET,
    ) -> VisualizationLayer:
        """Add a layer to an account.

        The base maps of the caller. Needs the master key. Errors: 422 if there are too many layers or `kind` is
        missing or unknown (`Kind is not included in the list`).

        Args:
            user_id (str): UUID of the caller; another one is refused.
            kind (str): `carto` (data), `tiled`, `torque`, `background`, `gmapsbase`, `wms`.
            options (Any): An object; for data with `table_name`.
            infowindow (Any | Unset): Contents of the popup for clicks, an object, or null.
            tooltip (Any | Unset): Contents of the popup for hovering, an object, or null.
            order (int | Unset): Place among the layers, from 0.

        Returns:
            VisualizationLayer: The layer (not 201).

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from ...models.map_layer_request import MapLayerRequest
        from .map_layers_user_create import sync as _call

        return _call(
            client=self._client,
            user_id=user_id,
            body=MapLayerRequest(kind=kind, options=options, infowindow=infowindow, tooltip=tooltip, order=order),
        )

    def user_read(self, user_id: str, layer_id: str) -> VisualizationLayer:
        """Read a layer of an account.

        The base maps of the caller. Needs the master key.

        Args:
            user_id (str): UUID of the caller; another one is refused.
            layer_id (str): UUID of the layer.

        Returns:
            VisualizationLayer: The layer.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .map_layers_user_read import sync as _call

        return _call(client=self._client, user_id=user_id, layer_id=layer_id)

    def user_update(
        self,
        user_id: str,
        layer_id: str,
        *,
        options: Any,
        kind: str | Unset = UNSET,
        infowindow: Any | Unset = UNSET,
        tooltip: Any | Unset = UNSET,
        order: int | Unset = UNSET,
    ) -> VisualizationLayer:
        """Change a layer of an account.

        The base maps of the caller. Needs the master key. Errors: 404, 422.

        Args:
            user_id (str): UUID of the caller; another one is refused.
            layer_id (str): UUID of the layer.
            options (Any): An object. `table_name` and `user_name` in it cannot be changed.
            kind (str | Unset): Kind of the layer.
            infowindow (Any | Unset): Contents of the popup for clicks, an object, or null.
            tooltip (Any | Unset): Contents of the popup for hovering, an object, or null.
            order (int | Unset): Place among the layers, from 0.

        Returns:
            VisualizationLayer: The layer after the change.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from ...models.map_layer_update_request import MapLayerUpdateRequest
        from .map_layers_user_update import sync as _call

        return _call(
            client=self._client,
            user_id=user_id,
            layer_id=layer_id,
            body=MapLayerUpdateRequest(options=options, kind=kind, infowindow=infowindow, tooltip=tooltip, order=order),
        )

    def user_delete(self, user_id: str, layer_id: str) -> None:
        """Remove a layer from an account.

        The base maps of the caller. Needs the master key.

        Args:
            user_id (str): UUID of the caller; another one is refused.
            layer_id (str): UUID of the layer.

        Returns:
            None: It is gone.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .map_layers_user_delete import sync as _call

        _call(client=self._client, user_id=user_id, layer_id=layer_id)


@documented_by(MapLayersApi)
class AsyncMapLayersApi:
    """The operations of `map_layers`, awaited."""

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

    async def map_read(self, map_id: str) -> MapSettings:
        """Read the view of a map: see `MapLayersApi.map_read`."""
        from .map_layers_map_read import asyncio as _call

        return await _call(client=self._client, map_id=map_id)

    async def map_update(
        self,
        map_id: str,
        *,
        bounding_box_ne: str | Unset = UNSET,
        bounding_box_sw: str | Unset = UNSET,
        center: str | Unset = UNSET,
        view_bounds_ne: str | Unset = UNSET,
        view_bounds_sw: str | Unset = UNSET,
        options: Any | Unset = UNSET,
        provider: str | Unset = UNSET,
        zoom: int | Unset = UNSET,
        legends: bool | Unset = UNSET,
        scrollwheel: bool | Unset = UNSET,
    ) -> MapSettings:
        """Change the view of a map: see `MapLayersApi.map_update`."""
        from ...models.map_settings_update_request import MapSettingsUpdateRequest
        from .map_layers_map_update import asyncio as _call

        return await _call(
            client=self._client,
            map_id=map_id,
            body=MapSettingsUpdateRequest(
                bounding_box_ne=bounding_box_ne,
                bounding_box_sw=bounding_box_sw,
                center=center,
                view_bounds_ne=view_bounds_ne,
                view_bounds_sw=view_bounds_sw,
                options=options,
                provider=provider,
                zoom=zoom,
                legends=legends,
                scrollwheel=scrollwheel,
            ),
        )

    async def list(self, map_id: str) -> MapLayerList:
        """List the layers of a map: see `MapLayersApi.list`."""
        from .map_layers_list import asyncio as _call

        return await _call(client=self._client, map_id=map_id)

    async def update_all(self, map_id: str, layers: Sequence[MapLayerChange | Mapping[str, Any]]) -> Any:
        """Change several layers of a map: see `MapLayersApi.update_all`."""
        from ...models.map_layers_update_request import MapLayersUpdateRequest
        from .map_layers_update_all import asyncio as _call

        return await _call(
            client=self._client, map_id=map_id, body=MapLayersUpdateRequest(layers=cast("list[MapLayerChange]", layers))
        )

    async def create(
        self,
        map_id: str,
        kind: str,
        *,
        options: Any,
        from_layer_id: str | Unset = UNSET,
        from_letter: str | Unset = UNSET,
        infowindow: Any | Unset = UNSET,
        tooltip: Any | Unset = UNSET,
        order: int | Unset = UNSET,
    ) -> VisualizationLayer:
        """Add a layer to a map: see `MapLayersApi.create`."""
        from ...models.map_layer_request import MapLayerRequest
        from .map_layers_create import asyncio as _call

        return await _call(
            client=self._client,
            map_id=map_id,
            from_layer_id=from_layer_id,
            from_letter=from_letter,
            body=MapLayerRequest(kind=kind, options=options, infowindow=infowindow, tooltip=tooltip, order=order),
        )

    async def read(self, map_id: str, layer_id: str) -> VisualizationLayer:
        """Read a layer of a map: see `MapLayersApi.read`."""
        from .map_layers_read import asyncio as _call

        return await _call(client=self._client, map_id=map_id, layer_id=layer_id)

    async def update(
        self,
        map_id: str,
        layer_id: str,
        *,
        options: Any,
        kind: str | Unset = UNSET,
        infowindow: Any | Unset = UNSET,
        tooltip: Any | Unset = UNSET,
        order: int | Unset = UNSET,
    ) -> VisualizationLayer:
        """Change a layer of a map: see `MapLayersApi.update`."""
        from ...models.map_layer_update_request import MapLayerUpdateRequest
        from .map_layers_update import asyncio as _call

        return await _call(
            client=self._client,
            map_id=map_id,
            layer_id=layer_id,
            body=MapLayerUpdateRequest(options=options, kind=kind, infowindow=infowindow, tooltip=tooltip, order=order),
        )

    async def delete(self, map_id: str, layer_id: str) -> None:
        """Remove a layer from a map: see `MapLayersApi.delete`."""
        from .map_layers_delete import asyncio as _call

        await _call(client=self._client, map_id=map_id, layer_id=layer_id)

    async def user_list(self, user_id: str) -> MapLayerList:
        """List the layers of an account: see `MapLayersApi.user_list`."""
        from .map_layers_user_list import asyncio as _call

        return await _call(client=self._client, user_id=user_id)

    async def user_update_all(self, user_id: str, layers: Sequence[MapLayerChange | Mapping[str, Any]]) -> Any:
        """Change several layers of an account (no such route): see `MapLayersApi.user_update_all`."""
        from ...models.map_layers_update_request import MapLayersUpdateRequest
        from .map_layers_user_update_all import asyncio as _call

        return await _call(
            client=self._client,
            user_id=user_id,
            body=MapLayersUpdateRequest(layers=cast("list[MapLayerChange]", layers)),
        )

    async def user_create(
        self,
        user_id: str,
        kind: str,
        *,
        options: Any,
        infowindow: Any | Unset = UNSET,
        tooltip: Any | Unset = UNSET,
        order: int | Unset = UNSET,
    ) -> VisualizationLayer:
        """Add a layer to an account: see `MapLayersApi.user_create`."""
        from ...models.map_layer_request import MapLayerRequest
        from .map_layers_user_create import asyncio as _call

        return await _call(
            client=self._client,
            user_id=user_id,
            body=MapLayerRequest(kind=kind, options=options, infowindow=infowindow, tooltip=tooltip, order=order),
        )

    async def user_read(self, user_id: str, layer_id: str) -> VisualizationLayer:
        """Read a layer of an account: see `MapLayersApi.user_read`."""
        from .map_layers_user_read import asyncio as _call

        return await _call(client=self._client, user_id=user_id, layer_id=layer_id)

    async def user_update(
        self,
        user_id: str,
        layer_id: str,
        *,
        options: Any,
        kind: str | Unset = UNSET,
        infowindow: Any | Unset = UNSET,
        tooltip: Any | Unset = UNSET,
        order: int | Unset = UNSET,
    ) -> VisualizationLayer:
        """Change a layer of an account: see `MapLayersApi.user_update`."""
        from ...models.map_layer_update_request import MapLayerUpdateRequest
        from .map_layers_user_update import asyncio as _call

        return await _call(
            client=self._client,
            user_id=user_id,
            layer_id=layer_id,
            body=MapLayerUpdateRequest(options=options, kind=kind, infowindow=infowindow, tooltip=tooltip, order=order),
        )

    async def user_delete(self, user_id: str, layer_id: str) -> None:
        """Remove a layer from an account: see `MapLayersApi.user_delete`."""
        from .map_layers_user_delete import asyncio as _call

        await _call(client=self._client, user_id=user_id, layer_id=layer_id)
