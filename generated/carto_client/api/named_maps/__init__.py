# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""The operations of `named_maps`, sync and async.

The first call that needs endpoint functions and models imports them. The synchronous class has the docstrings;
at run time the methods of the awaited class have them, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ...types import UNSET, hide
from .. import documented_by

if TYPE_CHECKING:
    import builtins
    from collections.abc import Mapping
    from typing import Any

    from ...client import AuthenticatedClient, Client
    from ...models.layergroup import Layergroup
    from ...models.map_config import MapConfig
    from ...models.named_map import NamedMap
    from ...models.named_map_auth import NamedMapAuth
    from ...models.named_map_id import NamedMapId
    from ...models.named_map_list import NamedMapList
    from ...models.named_map_placeholders import NamedMapPlaceholders
    from ...models.named_map_view import NamedMapView
    from ...types import File, Unset

__all__ = ("AsyncNamedMapsApi", "NamedMapsApi")


class NamedMapsApi:
    """The operations of `named_maps`.

    Named maps, on the Maps API: templates kept on the server, instantiated with parameters and, if they say so,
    only with a token.

    Functions without a method, because another method replaces them: `named_maps_jsonp`
    (`named_maps.instantiate`).
    """

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

    def list(self) -> NamedMapList:
        """List the names of all templates.

        All of them, in no order, without pages. Needs the master key: 403 `Only authenticated users can list
        templated maps` without a key, 403 `Forbidden` with another one, 401 with an unknown one.

        Returns:
            NamedMapList: The names.

        Raises:
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .named_maps_list import sync as _call

        return _call(client=self._client)

    def create(
        self,
        name: str,
        layergroup: MapConfig | Mapping[str, Any],
        *,
        version: str,
        auth: NamedMapAuth | Mapping[str, Any] | Unset = UNSET,
        placeholders: NamedMapPlaceholders | Mapping[str, Any] | Unset = UNSET,
        view: NamedMapView | Mapping[str, Any] | None | Unset = UNSET,
    ) -> NamedMapId:
        """Create a template.

        Needs the master key (403 otherwise). Checked are the names, the kind of auth, the form of the placeholders
        and that each layer has `options`; wrong SQL, CartoCSS or types of placeholders show only when the template
        is instantiated. Success is 200, not 201. A key in the body would be **stored in the template**, and
        everybody who reads it would see it: send it elsewhere.

        Errors: 400 `Template 'x' of user 'u' already exists`, `Missing template name`, `Invalid characters in
        template name 'x'`, `Unsupported template version 0.0.2`, `Missing layergroup`, `Missing default for
        placeholder 'x'`, `Invalid 'token' authentication: missing valid_tokens`; 409 `User 'u' reached limit on
        number of templates (2/2)`.

        Args:
            name (str): Letters, digits, `_` and `-`, the first one a letter or digit. Unique in the account, and
                for ever.
            layergroup (MapConfig | Mapping[str, Any]): The contents of a map. Other keys can be given, too.
            version (str): `0.0.1`, nothing else.
            auth (NamedMapAuth | Mapping[str, Any] | Unset): Access to a named map.
            placeholders (NamedMapPlaceholders | Mapping[str, Any] | Unset): Id (a letter, then letters, digits and
                `_`) to placeholder.
            view (NamedMapView | Mapping[str, Any] | None | Unset): The area of static images.

        Returns:
            NamedMapId: It is stored.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from ...models.named_map_template import NamedMapTemplate
        from .named_maps_create import sync as _call

        return _call(
            client=self._client,
            body=NamedMapTemplate(
                name=name,
                layergroup=cast("MapConfig", layergroup),
                version=version,
                auth=cast("NamedMapAuth | Unset", auth),
                placeholders=cast("NamedMapPlaceholders | Unset", placeholders),
                view=cast("NamedMapView | None | Unset", view),
            ),
        )

    def read(self, template_id: str) -> NamedMap:
        """Read a template.

        As it is stored, tokens included, with `auth` and `placeholders` filled in. Needs the master key (403
        otherwise). 404 `Cannot find template 'x' of user 'u'`.

        Args:
            template_id (str): Name of the template, also as `user@name`.

        Returns:
            NamedMap: The template.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .named_maps_read import sync as _call

        return _call(client=self._client, template_id=template_id)

    def update(
        self,
        template_id: str,
        name: str,
        *,
        layergroup: MapConfig | Mapping[str, Any],
        version: str,
        auth: NamedMapAuth | Mapping[str, Any] | Unset = UNSET,
        placeholders: NamedMapPlaceholders | Mapping[str, Any] | Unset = UNSET,
        view: NamedMapView | Mapping[str, Any] | None | Unset = UNSET,
    ) -> NamedMapId:
        """Replace a template.

        The whole template; what is left out is gone, and nothing else changes parts. Needs the master key (403
        otherwise). `name` must stay: 400 `Cannot update name of a map template ('x' != 'y')`. 404 `Template 'x' of
        user 'u' does not exist`, otherwise as `named_maps.create`. Maps that were instantiated before stay as they
        were, with the old tokens; direct tiles change at once.

        Args:
            template_id (str): Name of the template, also as `user@name`.
            name (str): Letters, digits, `_` and `-`, the first one a letter or digit. Unique in the account, and
                for ever.
            layergroup (MapConfig | Mapping[str, Any]): The contents of a map. Other keys can be given, too.
            version (str): `0.0.1`, nothing else.
            auth (NamedMapAuth | Mapping[str, Any] | Unset): Access to a named map.
            placeholders (NamedMapPlaceholders | Mapping[str, Any] | Unset): Id (a letter, then letters, digits and
                `_`) to placeholder.
            view (NamedMapView | Mapping[str, Any] | None | Unset): The area of static images.

        Returns:
            NamedMapId: It is stored.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from ...models.named_map_template import NamedMapTemplate
        from .named_maps_update import sync as _call

        return _call(
            client=self._client,
            template_id=template_id,
            body=NamedMapTemplate(
                name=name,
                layergroup=cast("MapConfig", layergroup),
                version=version,
                auth=cast("NamedMapAuth | Unset", auth),
                placeholders=cast("NamedMapPlaceholders | Unset", placeholders),
                view=cast("NamedMapView | None | Unset", view),
            ),
        )

    def instantiate(
        self,
        template_id: str,
        body: Any,
        *,
        filters: Mapping[str, Any] | str | Unset = UNSET,
        auth_token: str | Unset = UNSET,
        auth_tokens: builtins.list[str] | Unset = UNSET,
    ) -> Layergroup:
        """Make a map of a template.

        Fills in the placeholders and gives a layergroup. It reads the tables as their owner, private ones too. If
        the template asks for a token, `auth_token` is needed; **the master key does not replace it** (it does for
        the tiles of the map).

        Errors: 403 `Unauthorized template instantiation`, 404 `Template 'x' of user 'u' not found`, 400 `Invalid
        css_color value for template parameter 'color': #1;` and whatever is wrong with the MapConfig, without
        saying which layer it was.

        Args:
            template_id (str): Name of the template, also as `user@name`.
            body (Any): An object of placeholder to value. Missing placeholders take their defaults, unknown ones
                are ignored; an empty list stands for no values. Values of all types but `number` must be strings,
                null is refused. Two keys are not placeholders: `styles`, an object or list of layer index to
                CartoCSS that replaces the layer's, and `buffersize`, an object of `png`, `png32`, `mvt`,
                `grid.json` to number.
            filters (Mapping[str, Any] | str | Unset): Filters, as JSON text: `dataviews` holds for dataviews by
                name what they let pass, `accept` or `reject` with a list of categories, `min` and `max` of a
                histogram. They make another map, whose tiles and dataviews show what passes. A dataview itself is
                not filtered by its own filter unless asked with `own_filter`, and not at all with `no_filters`. To
                change a filter create the map again. Text that is not JSON is ignored; the calls of a dataview
                ignore `filters` altogether.
            auth_token (str | Unset): A token that the template of a named map accepts. Anonymous maps need none,
                and the account's keys with a grant of `maps` open the tiles of a named one without.
            auth_tokens (list[str] | Unset): Several tokens instead of `auth_token`; one that is accepted suffices.

        Returns:
            Layergroup: The map. **If an API key was sent, the tile URLs in it contain that key**; treat the answer
                as a secret then. `auth_token` is never in them.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .named_maps_instantiate import sync as _call

        auth_token = hide(auth_token)
        auth_tokens = hide(auth_tokens)
        return _call(
            client=self._client,
            template_id=template_id,
            filters=filters,
            auth_token=auth_token,
            auth_tokens=auth_tokens,
            body=body,
        )

    def delete(self, template_id: str) -> None:
        """Delete a template.

        Needs the master key (403 otherwise). 404 `Template 'x' of user 'u' does not exist`. Maps that were
        instantiated before work until they expire, two hours after their last instantiation.

        Args:
            template_id (str): Name of the template, also as `user@name`.

        Returns:
            None: It is gone.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .named_maps_delete import sync as _call

        _call(client=self._client, template_id=template_id)

    def tile(
        self,
        template_id: str,
        layer: str,
        *,
        z: int,
        x: int,
        y: int,
        format: str,
        config: Mapping[str, Any] | str | Unset = UNSET,
        auth_token: str | Unset = UNSET,
        auth_tokens: builtins.list[str] | Unset = UNSET,
    ) -> File:
        """Get a tile of a template without instantiating it.

        The layer part cannot be left out: without it the server looks for a layergroup called `named` and answers
        400. A vector tile without features is 200 with no bytes, not 204. There are no grids (400 `Missing
        interactivity parameter`), no attributes (404 with an empty body) and no double resolution. **Ask for one
        format only**: while the renderer lives (a minute) the next format gets the bytes of the first, with its
        Content-Type. Instantiate where both are wanted. 403 `Unauthorized template instantiation`, 404 `Template
        'x' of user 'u' not found`.

        Args:
            template_id (str): Name of the template, also as `user@name`.
            layer (str): An index (`0`) or several (`0,2`), counting all layers from 0; ids that the MapConfig gave,
                not mixed with indexes; `all`; or all layers of a type: `mapnik`, `torque`, `http`, `plain`. Ids
                that the server made up, such as `layer0`, are **not** accepted, although `tilejson` has them.
            z (int): Zoom, from 0.
            x (int): Column of the tile, from 0 in the west. May be negative (it goes around the world).
            y (int): Row of the tile, from 0 in the north.
            format (str): `png` or `mvt`.
            config (Mapping[str, Any] | str | Unset): Values of the placeholders as JSON text, otherwise as in
                `named_maps.instantiate`.
            auth_token (str | Unset): A token that the template of a named map accepts. Anonymous maps need none,
                and the account's keys with a grant of `maps` open the tiles of a named one without.
            auth_tokens (list[str] | Unset): Several tokens instead of `auth_token`; one that is accepted suffices.

        Returns:
            File: The tile: `png` and `png32` as image/png, `mvt` as application/x-protobuf. A PNG that comes from a
                basemap's server alone is application/octet-stream if that server does not say what it sends. It can
                be cached for a year.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .named_maps_tile import sync as _call

        auth_token = hide(auth_token)
        auth_tokens = hide(auth_tokens)
        return _call(
            client=self._client,
            template_id=template_id,
            layer=layer,
            z=z,
            x=x,
            y=y,
            format_=format,
            config=config,
            auth_token=auth_token,
            auth_tokens=auth_tokens,
        )

    def static(
        self,
        template_id: str,
        width: int,
        *,
        height: int,
        format: str,
        layer: str | Unset = UNSET,
        zoom: float | Unset = UNSET,
        lon: float | Unset = UNSET,
        lat: float | Unset = UNSET,
        bbox: str | Unset = UNSET,
        config: Mapping[str, Any] | str | Unset = UNSET,
        auth_token: str | Unset = UNSET,
        auth_tokens: builtins.list[str] | Unset = UNSET,
    ) -> File:
        """Get an image of a template without instantiating it.

        Shows what `zoom`, `lon` and `lat` say, otherwise `bbox`, otherwise the template's `view`, otherwise the
        extent of its tables, otherwise the world at zoom 1. Layers that `view.preview_layers` switches off are left
        out. 400 `image_reader: can't determine type from input data` after a vector tile was fetched by
        `named_maps.tile`. 403 `Unauthorized template instantiation`.

        Args:
            template_id (str): Name of the template, also as `user@name`.
            width (int): Width in pixels, usually up to 8192.
            height (int): Height in pixels, usually up to 8192.
            format (str): `png` or `jpg`.
            layer (str | Unset): The layers, in the forms of the tiles' `layer`; all by default.
            zoom (float | Unset): Zoom, together with `lon` and `lat`.
            lon (float | Unset): Longitude of the center, in degrees.
            lat (float | Unset): Latitude of the center, in degrees.
            bbox (str | Unset): Bounds in degrees, `west,south,east,north`.
            config (Mapping[str, Any] | str | Unset): Values of the placeholders as JSON text, otherwise as in
                `named_maps.instantiate`.
            auth_token (str | Unset): A token that the template of a named map accepts. Anonymous maps need none,
                and the account's keys with a grant of `maps` open the tiles of a named one without.
            auth_tokens (list[str] | Unset): Several tokens instead of `auth_token`; one that is accepted suffices.

        Returns:
            File: The image, image/png or image/jpeg.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .named_maps_static import sync as _call

        auth_token = hide(auth_token)
        auth_tokens = hide(auth_tokens)
        return _call(
            client=self._client,
            template_id=template_id,
            width=width,
            height=height,
            format_=format,
            layer=layer,
            zoom=zoom,
            lon=lon,
            lat=lat,
            bbox=bbox,
            config=config,
            auth_token=auth_token,
            auth_tokens=auth_tokens,
        )


@documented_by(NamedMapsApi)
class AsyncNamedMapsApi:
    """The operations of `named_maps`, awaited."""

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

    async def list(self) -> NamedMapList:
        """List the names of all templates: see `NamedMapsApi.list`."""
        from .named_maps_list import asyncio as _call

        return await _call(client=self._client)

    async def create(
        self,
        name: str,
        layergroup: MapConfig | Mapping[str, Any],
        *,
        version: str,
        auth: NamedMapAuth | Mapping[str, Any] | Unset = UNSET,
        placeholders: NamedMapPlaceholders | Mapping[str, Any] | Unset = UNSET,
        view: NamedMapView | Mapping[str, Any] | None | Unset = UNSET,
    ) -> NamedMapId:
        """Create a template: see `NamedMapsApi.create`."""
        from ...models.named_map_template import NamedMapTemplate
        from .named_maps_create import asyncio as _call

        return await _call(
            client=self._client,
            body=NamedMapTemplate(
                name=name,
                layergroup=cast("MapConfig", layergroup),
                version=version,
                auth=cast("NamedMapAuth | Unset", auth),
                placeholders=cast("NamedMapPlaceholders | Unset", placeholders),
                view=cast("NamedMapView | None | Unset", view),
            ),
        )

    async def read(self, template_id: str) -> NamedMap:
        """Read a template: see `NamedMapsApi.read`."""
        from .named_maps_read import asyncio as _call

        return await _call(client=self._client, template_id=template_id)

    async def update(
        self,
        template_id: str,
        name: str,
        *,
        layergroup: MapConfig | Mapping[str, Any],
        version: str,
        auth: NamedMapAuth | Mapping[str, Any] | Unset = UNSET,
        placeholders: NamedMapPlaceholders | Mapping[str, Any] | Unset = UNSET,
        view: NamedMapView | Mapping[str, Any] | None | Unset = UNSET,
    ) -> NamedMapId:
        """Replace a template: see `NamedMapsApi.update`."""
        from ...models.named_map_template import NamedMapTemplate
        from .named_maps_update import asyncio as _call

        return await _call(
            client=self._client,
            template_id=template_id,
            body=NamedMapTemplate(
                name=name,
                layergroup=cast("MapConfig", layergroup),
                version=version,
                auth=cast("NamedMapAuth | Unset", auth),
                placeholders=cast("NamedMapPlaceholders | Unset", placeholders),
                view=cast("NamedMapView | None | Unset", view),
            ),
        )

    async def instantiate(
        self,
        template_id: str,
        body: Any,
        *,
        filters: Mapping[str, Any] | str | Unset = UNSET,
        auth_token: str | Unset = UNSET,
        auth_tokens: builtins.list[str] | Unset = UNSET,
    ) -> Layergroup:
        """Make a map of a template: see `NamedMapsApi.instantiate`."""
        from .named_maps_instantiate import asyncio as _call

        auth_token = hide(auth_token)
        auth_tokens = hide(auth_tokens)
        return await _call(
            client=self._client,
            template_id=template_id,
            filters=filters,
            auth_token=auth_token,
            auth_tokens=auth_tokens,
            body=body,
        )

    async def delete(self, template_id: str) -> None:
        """Delete a template: see `NamedMapsApi.delete`."""
        from .named_maps_delete import asyncio as _call

        await _call(client=self._client, template_id=template_id)

    async def tile(
        self,
        template_id: str,
        layer: str,
        *,
        z: int,
        x: int,
        y: int,
        format: str,
        config: Mapping[str, Any] | str | Unset = UNSET,
        auth_token: str | Unset = UNSET,
        auth_tokens: builtins.list[str] | Unset = UNSET,
    ) -> File:
        """Get a tile of a template without instantiating it: see `NamedMapsApi.tile`."""
        from .named_maps_tile import asyncio as _call

        auth_token = hide(auth_token)
        auth_tokens = hide(auth_tokens)
        return await _call(
            client=self._client,
            template_id=template_id,
            layer=layer,
            z=z,
            x=x,
            y=y,
            format_=format,
            config=config,
            auth_token=auth_token,
            auth_tokens=auth_tokens,
        )

    async def static(
        self,
        template_id: str,
        width: int,
        *,
        height: int,
        format: str,
        layer: str | Unset = UNSET,
        zoom: float | Unset = UNSET,
        lon: float | Unset = UNSET,
        lat: float | Unset = UNSET,
        bbox: str | Unset = UNSET,
        config: Mapping[str, Any] | str | Unset = UNSET,
        auth_token: str | Unset = UNSET,
        auth_tokens: builtins.list[str] | Unset = UNSET,
    ) -> File:
        """Get an image of a template without instantiating it: see `NamedMapsApi.static`."""
        from .named_maps_static import asyncio as _call

        auth_token = hide(auth_token)
        auth_tokens = hide(auth_tokens)
        return await _call(
            client=self._client,
            template_id=template_id,
            width=width,
            height=height,
            format_=format,
            layer=layer,
            zoom=zoom,
            lon=lon,
            lat=lat,
            bbox=bbox,
            config=config,
            auth_token=auth_token,
            auth_tokens=auth_tokens,
        )
