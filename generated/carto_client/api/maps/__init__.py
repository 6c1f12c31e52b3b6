# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""The operations of `maps`, sync and async.

The first call that needs endpoint functions and models imports them. The synchronous class has the docstrings;
at run time the methods of the awaited class have them, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ...types import UNSET, hide
from .. import documented_by

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from ...client import AuthenticatedClient, Client
    from ...models.analysis_catalog import AnalysisCatalog
    from ...models.analysis_status import AnalysisStatus
    from ...models.cluster_result import ClusterResult
    from ...models.dataview_result import DataviewResult
    from ...models.dataview_search_result import DataviewSearchResult
    from ...models.feature_attributes import FeatureAttributes
    from ...models.layergroup import Layergroup
    from ...models.map_buffer_size import MapBufferSize
    from ...models.map_dataviews import MapDataviews
    from ...models.map_layer import MapLayer
    from ...models.torque_point import TorquePoint
    from ...models.utf_grid import UtfGrid
    from ...types import File, Unset

__all__ = ("AsyncMapsApi", "MapsApi")


class MapsApi:
    """The operations of `maps`.

    Anonymous maps, on the Maps API: a MapConfig becomes a layergroup, whose tiles, attributes, dataviews and
    images are then fetched by its token. Layergroups of named maps are used in the same way.

    * Errors are `{"errors": ["message"], "errors_with_context": [{"type": …, "message": …}]}`. The status
      follows the message: a missing table or column is 404, a layergroup that is unknown or has expired is 400,
      403 stands for tables and tokens, 409 for the quota of templates.
    * A path or method that does not exist is 404 with an empty body whose Content-Type is application/json.
    * Bodies of POST and PUT must be `application/json`, exactly, and at most 100 kB.
    * 429 with subtype `rate-limit` has `Retry-After` and the `Carto-Rate-Limit-…` headers, which then are on
      every answer, and waiting helps; with `render`, `datasource` or `render-capacity` it has none. For `mvt`
      tiles the body of a 429 is a vector tile.
    * Layergroups expire two hours after they were last created. Create again what has vanished: the same
      MapConfig gives the same id.
    * `/api/v1/map` and the same path with a slash at its end are one endpoint; the call of a JavaScript
      function that `callback` asks for is described at the path with the slash.

    Functions without a method, because another method replaces them: `maps_create_get` (`maps.create`),
    `maps_create_jsonp` (`maps.create`).
    """

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

    def create(
        self,
        layers: Sequence[MapLayer | Mapping[str, Any]],
        *,
        filters: Mapping[str, Any] | str | Unset = UNSET,
        version: str | Unset = UNSET,
        buffersize: MapBufferSize | Mapping[str, Any] | None | Unset = UNSET,
        stat_tag: str | Unset = UNSET,
        analyses: list[Any] | None | Unset = UNSET,
        dataviews: MapDataviews | Mapping[str, Any] | None | Unset = UNSET,
        extent: Any | Unset = UNSET,
        srid: Any | Unset = UNSET,
        minzoom: Any | Unset = UNSET,
        maxzoom: Any | Unset = UNSET,
    ) -> Layergroup:
        """Create an anonymous map.

        Checks the MapConfig and keeps it for 7200 s after it was last sent. The same MapConfig by the same database
        user has the same id, so it can be repeated. Without a key only public tables can be used. The body must be
        `application/json` and at most 100 kB.

        Errors: 400 for whatever is wrong with the MapConfig (`Unsupported layergroup configuration version …`,
        `Missing sql for layer 0 options`, `style0: CartoCSS is empty`, `Buffer size of format "png" must be a
        number`); 403 for a private table, an analysis that needs a table and has no writing key, or a named layer
        without its token; **404 for a table or column that does not exist**. They say in `layer` which layer it
        was. **Dangerous: a layer of an unknown `type`, and an analysis without `params`, can stop the server** for
        everybody: do not send one.

        Args:
            layers (Sequence[MapLayer | Mapping[str, Any]]): From bottom to top. All `mapnik` layers have CartoCSS,
                or none has (then there are vector tiles only). An anonymous map can have no layer at all, a
                template cannot.
            filters (Mapping[str, Any] | str | Unset): Filters, as JSON text: `dataviews` holds for dataviews by
                name what they let pass, `accept` or `reject` with a list of categories, `min` and `max` of a
                histogram. They make another map, whose tiles and dataviews show what passes. A dataview itself is
                not filtered by its own filter unless asked with `own_filter`, and not at all with `no_filters`. To
                change a filter create the map again. Text that is not JSON is ignored; the calls of a dataview
                ignore `filters` altogether.
            version (str | Unset): `1.0.0` (if not given), `1.0.1`, `1.1.0`, … `1.8.0`.
            buffersize (MapBufferSize | Mapping[str, Any] | None | Unset): Margin around tiles.
            stat_tag (str | Unset): Label for statistics, repeated in the header `Carto-Stat-Tag`.
            analyses (list[Any] | None | Unset): Analyses that layers and dataviews take their data from: objects
                with `id` (to use them by, as a `source`), `type` (`source`, `buffer` and many more), `params` (what
                the type needs; sources in it are analyses themselves) and `options`. **Without `params` one can
                stop the server.**
            dataviews (MapDataviews | Mapping[str, Any] | None | Unset): Dataviews by name.
            extent (Any | Unset): Extent of the map, a list of four numbers.
            srid (Any | Unset): Id of the map's reference system, a number.
            minzoom (Any | Unset): First zoom, a number.
            maxzoom (Any | Unset): Last zoom, a number.

        Returns:
            Layergroup: The map. **If an API key was sent, the tile URLs in it contain that key**; treat the answer
                as a secret then. `auth_token` is never in them.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from ...models.map_config import MapConfig
        from .maps_create import sync as _call

        return _call(
            client=self._client,
            filters=filters,
            body=MapConfig(
                layers=cast("list[MapLayer]", layers),
                version=version,
                buffersize=cast("MapBufferSize | None | Unset", buffersize),
                stat_tag=stat_tag,
                analyses=analyses,
                dataviews=cast("MapDataviews | None | Unset", dataviews),
                extent=extent,
                srid=srid,
                minzoom=minzoom,
                maxzoom=maxzoom,
            ),
        )

    def analyses_catalog(self) -> AnalysisCatalog:
        """List the analyses of the account.

        Needs the master key; 401 `Unauthorized` otherwise.

        Returns:
            AnalysisCatalog: All analysis nodes.

        Raises:
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .maps_analyses_catalog import sync as _call

        return _call(client=self._client)

    def tile(
        self,
        token: str | Layergroup,
        z: int,
        *,
        x: int,
        y: int,
        format: str,
        auth_token: str | Unset = UNSET,
        auth_tokens: list[str] | Unset = UNSET,
    ) -> File | None:
        """Get a tile of all mapnik layers.

        Basemaps (`http`, `plain`) and `torque` layers are never in it: ask `maps.layer_tile` for `all`. A vector
        tile without features is **204** without a body; `@2x` before `.mvt` changes nothing.

        Errors: 400 `Unsupported format jpg`, `Unsupported format: 'cartocss' option is missing for png`,
        `Coordinates out of range: 0/0/5` (`Invalid tile XYZ (0,50)` for mvt), `Invalid or nonexistent map
        configuration token '…'` (also once the layergroup has expired). See `maps.layer_tile` for 403.

        Args:
            token (str | Layergroup): `layergroupid` of the map; what follows its colon can be left out. For a named
                map it begins with `user@hash@` and needs `auth_token` if the template does; the part after the
                second `@` alone works like an anonymous map, for public tables only.
            z (int): Zoom, from 0.
            x (int): Column of the tile, from 0 in the west. May be negative (it goes around the world).
            y (int): Row of the tile, from 0 in the north.
            format (str): `png`, `png32` or `mvt`. `grid.json` and `torque.json` answer JSON: use `maps.grid` and
                `maps.torque`.
            auth_token (str | Unset): A token that the template of a named map accepts. Anonymous maps need none,
                and the account's keys with a grant of `maps` open the tiles of a named one without.
            auth_tokens (list[str] | Unset): Several tokens instead of `auth_token`; one that is accepted suffices.

        Returns:
            File | None: The tile: `png` and `png32` as image/png, `mvt` as application/x-protobuf. A PNG that comes
                from a basemap's server alone is application/octet-stream if that server does not say what it sends.
                It can be cached for a year.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .maps_tile import sync as _call

        token = hide(token)
        auth_token = hide(auth_token)
        auth_tokens = hide(auth_tokens)
        return _call(
            client=self._client,
            token=token,
            z=z,
            x=x,
            y=y,
            format_=format,
            auth_token=auth_token,
            auth_tokens=auth_tokens,
        )

    def tile_retina(
        self,
        token: str | Layergroup,
        z: int,
        *,
        x: int,
        y: int,
        scale: int,
        auth_token: str | Unset = UNSET,
        auth_tokens: list[str] | Unset = UNSET,
    ) -> File:
        """Get a tile of all mapnik layers in double resolution.

        512 by 512 pixels of what `maps.tile` draws in 256. There is none for chosen layers.

        Args:
            token (str | Layergroup): `layergroupid` of the map; what follows its colon can be left out. For a named
                map it begins with `user@hash@` and needs `auth_token` if the template does; the part after the
                second `@` alone works like an anonymous map, for public tables only.
            z (int): Zoom, from 0.
            x (int): Column of the tile, from 0 in the west. May be negative (it goes around the world).
            y (int): Row of the tile, from 0 in the north.
            scale (int): 2. Any other factor is refused with 404 `Tile with specified resolution not found`.
            auth_token (str | Unset): A token that the template of a named map accepts. Anonymous maps need none,
                and the account's keys with a grant of `maps` open the tiles of a named one without.
            auth_tokens (list[str] | Unset): Several tokens instead of `auth_token`; one that is accepted suffices.

        Returns:
            File: The tile.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .maps_tile_retina import sync as _call

        token = hide(token)
        auth_token = hide(auth_token)
        auth_tokens = hide(auth_tokens)
        return _call(
            client=self._client, token=token, z=z, x=x, y=y, scale=scale, auth_token=auth_token, auth_tokens=auth_tokens
        )

    def layer_tile(
        self,
        token: str | Layergroup,
        layer: str,
        *,
        z: int,
        x: int,
        y: int,
        format: str,
        auth_token: str | Unset = UNSET,
        auth_tokens: list[str] | Unset = UNSET,
    ) -> File | None:
        """Get a tile of chosen layers.

        Layers of several types together only as `png` (400 `Unsupported format mvt` otherwise). A vector tile
        without features is **204** without a body.

        Errors: 400 `Invalid layer filtering`, `Layer '9' not found in layergroup`, `Unsupported format …`,
        `Coordinates out of range: …`, `Invalid or nonexistent map configuration token '…'`; 403 `Sorry, you are
        unauthorized (permission denied)` without a valid `auth_token` for a named map, or `Cannot use map signature
        of user …` for another account's token.

        Args:
            token (str | Layergroup): `layergroupid` of the map; what follows its colon can be left out. For a named
                map it begins with `user@hash@` and needs `auth_token` if the template does; the part after the
                second `@` alone works like an anonymous map, for public tables only.
            layer (str): An index (`0`) or several (`0,2`), counting all layers from 0; ids that the MapConfig gave,
                not mixed with indexes; `all`; or all layers of a type: `mapnik`, `torque`, `http`, `plain`. Ids
                that the server made up, such as `layer0`, are **not** accepted, although `tilejson` has them.
            z (int): Zoom, from 0.
            x (int): Column of the tile, from 0 in the west. May be negative (it goes around the world).
            y (int): Row of the tile, from 0 in the north.
            format (str): `png`, `png32` or `mvt`. `grid.json` and `torque.json` answer JSON: use `maps.grid` and
                `maps.torque`.
            auth_token (str | Unset): A token that the template of a named map accepts. Anonymous maps need none,
                and the account's keys with a grant of `maps` open the tiles of a named one without.
            auth_tokens (list[str] | Unset): Several tokens instead of `auth_token`; one that is accepted suffices.

        Returns:
            File | None: The tile: `png` and `png32` as image/png, `mvt` as application/x-protobuf. A PNG that comes
                from a basemap's server alone is application/octet-stream if that server does not say what it sends.
                It can be cached for a year.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .maps_layer_tile import sync as _call

        token = hide(token)
        auth_token = hide(auth_token)
        auth_tokens = hide(auth_tokens)
        return _call(
            client=self._client,
            token=token,
            layer=layer,
            z=z,
            x=x,
            y=y,
            format_=format,
            auth_token=auth_token,
            auth_tokens=auth_tokens,
        )

    def grid(
        self,
        token: str | Layergroup,
        layer: str,
        *,
        z: int,
        x: int,
        y: int,
        auth_token: str | Unset = UNSET,
        auth_tokens: list[str] | Unset = UNSET,
    ) -> UtfGrid:
        """Get the UTFGrid of a tile.

        The feature at each place of the tile, with the columns of `interactivity`. 400 `Tileset has no
        interactivity` if the layer has none.

        Args:
            token (str | Layergroup): `layergroupid` of the map; what follows its colon can be left out. For a named
                map it begins with `user@hash@` and needs `auth_token` if the template does; the part after the
                second `@` alone works like an anonymous map, for public tables only.
            layer (str): An index (`0`) or several (`0,2`), counting all layers from 0; ids that the MapConfig gave,
                not mixed with indexes; `all`; or all layers of a type: `mapnik`, `torque`, `http`, `plain`. Ids
                that the server made up, such as `layer0`, are **not** accepted, although `tilejson` has them.
            z (int): Zoom, from 0.
            x (int): Column of the tile, from 0 in the west. May be negative (it goes around the world).
            y (int): Row of the tile, from 0 in the north.
            auth_token (str | Unset): A token that the template of a named map accepts. Anonymous maps need none,
                and the account's keys with a grant of `maps` open the tiles of a named one without.
            auth_tokens (list[str] | Unset): Several tokens instead of `auth_token`; one that is accepted suffices.

        Returns:
            UtfGrid: The grid.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .maps_grid import sync as _call

        token = hide(token)
        auth_token = hide(auth_token)
        auth_tokens = hide(auth_tokens)
        return _call(
            client=self._client, token=token, layer=layer, z=z, x=x, y=y, auth_token=auth_token, auth_tokens=auth_tokens
        )

    def torque(
        self,
        token: str | Layergroup,
        layer: str,
        *,
        z: int,
        x: int,
        y: int,
        auth_token: str | Unset = UNSET,
        auth_tokens: list[str] | Unset = UNSET,
    ) -> list[TorquePoint]:
        """Get a tile of a torque layer.

        Points of the tile with their values over time. `json.torque` is another name of the ending.

        Args:
            token (str | Layergroup): `layergroupid` of the map; what follows its colon can be left out. For a named
                map it begins with `user@hash@` and needs `auth_token` if the template does; the part after the
                second `@` alone works like an anonymous map, for public tables only.
            layer (str): An index (`0`) or several (`0,2`), counting all layers from 0; ids that the MapConfig gave,
                not mixed with indexes; `all`; or all layers of a type: `mapnik`, `torque`, `http`, `plain`. Ids
                that the server made up, such as `layer0`, are **not** accepted, although `tilejson` has them.
            z (int): Zoom, from 0.
            x (int): Column of the tile, from 0 in the west. May be negative (it goes around the world).
            y (int): Row of the tile, from 0 in the north.
            auth_token (str | Unset): A token that the template of a named map accepts. Anonymous maps need none,
                and the account's keys with a grant of `maps` open the tiles of a named one without.
            auth_tokens (list[str] | Unset): Several tokens instead of `auth_token`; one that is accepted suffices.

        Returns:
            list[TorquePoint]: The points.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .maps_torque import sync as _call

        token = hide(token)
        auth_token = hide(auth_token)
        auth_tokens = hide(auth_tokens)
        return _call(
            client=self._client, token=token, layer=layer, z=z, x=x, y=y, auth_token=auth_token, auth_tokens=auth_tokens
        )

    def attributes(
        self,
        token: str | Layergroup,
        layer_index: int,
        *,
        feature_id: int,
        auth_token: str | Unset = UNSET,
        auth_tokens: list[str] | Unset = UNSET,
    ) -> FeatureAttributes:
        """Get the attributes of a feature.

        The columns that `attributes` of the layer names. Errors: 404 `Multiple features (0) identified by
        'cartodb_id' = 999 in layer 0` if there is none, 400 `Layer 1 has no exposed attributes`.

        Args:
            token (str | Layergroup): `layergroupid` of the map; what follows its colon can be left out. For a named
                map it begins with `user@hash@` and needs `auth_token` if the template does; the part after the
                second `@` alone works like an anonymous map, for public tables only.
            layer_index (int): Index of the layer, from 0. Ids of layers are not accepted here.
            feature_id (int): Value of the column that `attributes.id` of the layer names.
            auth_token (str | Unset): A token that the template of a named map accepts. Anonymous maps need none,
                and the account's keys with a grant of `maps` open the tiles of a named one without.
            auth_tokens (list[str] | Unset): Several tokens instead of `auth_token`; one that is accepted suffices.

        Returns:
            FeatureAttributes: The attributes.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .maps_attributes import sync as _call

        token = hide(token)
        auth_token = hide(auth_token)
        auth_tokens = hide(auth_tokens)
        return _call(
            client=self._client,
            token=token,
            layer_index=layer_index,
            feature_id=feature_id,
            auth_token=auth_token,
            auth_tokens=auth_tokens,
        )

    def cluster(
        self,
        token: str | Layergroup,
        layer_index: int,
        *,
        z: int,
        cluster_id: int,
        aggregation: Mapping[str, Any] | str | Unset = UNSET,
        auth_token: str | Unset = UNSET,
        auth_tokens: list[str] | Unset = UNSET,
    ) -> ClusterResult:
        """Get the features of a cluster.

        For layers with `aggregation`, whose tiles show clusters; 400 for others.

        Args:
            token (str | Layergroup): `layergroupid` of the map; what follows its colon can be left out. For a named
                map it begins with `user@hash@` and needs `auth_token` if the template does; the part after the
                second `@` alone works like an anonymous map, for public tables only.
            layer_index (int): Index of the layer, from 0. Ids of layers are not accepted here.
            z (int): Zoom, from 0.
            cluster_id (int): Id of the cluster, as its tile has it.
            aggregation (Mapping[str, Any] | str | Unset): JSON text that describes the aggregation of features:
                `columns` to group by, at least one, and `expressions`. Without it the features themselves come.
            auth_token (str | Unset): A token that the template of a named map accepts. Anonymous maps need none,
                and the account's keys with a grant of `maps` open the tiles of a named one without.
            auth_tokens (list[str] | Unset): Several tokens instead of `auth_token`; one that is accepted suffices.

        Returns:
            ClusterResult: The features, or their summary.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .maps_cluster import sync as _call

        token = hide(token)
        auth_token = hide(auth_token)
        auth_tokens = hide(auth_tokens)
        return _call(
            client=self._client,
            token=token,
            layer_index=layer_index,
            z=z,
            cluster_id=cluster_id,
            aggregation=aggregation,
            auth_token=auth_token,
            auth_tokens=auth_tokens,
        )

    def dataview(
        self,
        token: str | Layergroup,
        dataview: str,
        *,
        own_filter: int | Unset = UNSET,
        no_filters: int | Unset = UNSET,
        bbox: str | Unset = UNSET,
        circle: Mapping[str, Any] | str | Unset = UNSET,
        polygon: Mapping[str, Any] | str | Unset = UNSET,
        start: float | Unset = UNSET,
        end: float | Unset = UNSET,
        bins: int | Unset = UNSET,
        aggregation: str | Unset = UNSET,
        offset: float | Unset = UNSET,
        column_type: str | Unset = UNSET,
        categories: int | Unset = UNSET,
        auth_token: str | Unset = UNSET,
        auth_tokens: list[str] | Unset = UNSET,
    ) -> DataviewResult:
        """Get the result of a dataview.

        A number, categories or a histogram over the map's data, filtered as the map was made (`filters` of
        `maps.create`). `/api/v1/map/{token}/{layer}/widget/{dataview}`, with the same parameters, is an older
        address of it. 400 `Dataview 'x' does not exist`.

        Args:
            token (str | Layergroup): `layergroupid` of the map; what follows its colon can be left out. For a named
                map it begins with `user@hash@` and needs `auth_token` if the template does; the part after the
                second `@` alone works like an anonymous map, for public tables only.
            dataview (str): Name of the dataview in the MapConfig.
            own_filter (int | Unset): 1 to apply the dataview's own filter, which the map was made with, to itself,
                too; 0 if not.
            no_filters (int | Unset): 1 to apply none of the filters that the map was made with; 0 otherwise.
            bbox (str | Unset): Only what is within these bounds in degrees, `west,south,east,north`.
            circle (Mapping[str, Any] | str | Unset): Only what is within this circle, as JSON text.
            polygon (Mapping[str, Any] | str | Unset): Only what is within this closed GeoJSON polygon, as JSON
                text.
            start (float | Unset): First value of a histogram.
            end (float | Unset): Last value of a histogram.
            bins (int | Unset): Number of bins of a histogram.
            aggregation (str | Unset): Unit of time of a histogram over dates, such as `month`.
            offset (float | Unset): Offset from UTC for a histogram over dates.
            column_type (str | Unset): Type of a histogram's column, such as `number` or `date`, where it is known.
            categories (int | Unset): Number of categories of an aggregation.
            auth_token (str | Unset): A token that the template of a named map accepts. Anonymous maps need none,
                and the account's keys with a grant of `maps` open the tiles of a named one without.
            auth_tokens (list[str] | Unset): Several tokens instead of `auth_token`; one that is accepted suffices.

        Returns:
            DataviewResult: The result; which fields it has depends on `type`.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .maps_dataview import sync as _call

        token = hide(token)
        auth_token = hide(auth_token)
        auth_tokens = hide(auth_tokens)
        return _call(
            client=self._client,
            token=token,
            dataview=dataview,
            own_filter=own_filter,
            no_filters=no_filters,
            bbox=bbox,
            circle=circle,
            polygon=polygon,
            start=start,
            end=end,
            bins=bins,
            aggregation=aggregation,
            offset=offset,
            column_type=column_type,
            categories=categories,
            auth_token=auth_token,
            auth_tokens=auth_tokens,
        )

    def dataview_search(
        self,
        token: str | Layergroup,
        dataview: str,
        *,
        q: str,
        own_filter: int | Unset = UNSET,
        no_filters: int | Unset = UNSET,
        bbox: str | Unset = UNSET,
        circle: Mapping[str, Any] | str | Unset = UNSET,
        polygon: Mapping[str, Any] | str | Unset = UNSET,
        start: float | Unset = UNSET,
        end: float | Unset = UNSET,
        bins: int | Unset = UNSET,
        aggregation: str | Unset = UNSET,
        offset: float | Unset = UNSET,
        column_type: str | Unset = UNSET,
        categories: int | Unset = UNSET,
        auth_token: str | Unset = UNSET,
        auth_tokens: list[str] | Unset = UNSET,
    ) -> DataviewSearchResult:
        """Search the categories of a dataview.

        For dataviews of type `aggregation`: the categories that contain the text. Of another dataview it gives the
        result, `formula` or `histogram`, without its type. `/api/v1/map/{token}/{layer}/widget/{dataview}/search`
        is an older address of it.

        Args:
            token (str | Layergroup): `layergroupid` of the map; what follows its colon can be left out. For a named
                map it begins with `user@hash@` and needs `auth_token` if the template does; the part after the
                second `@` alone works like an anonymous map, for public tables only.
            dataview (str): Name of the dataview in the MapConfig.
            q (str): Text to look for.
            own_filter (int | Unset): 1 to apply the dataview's own filter, which the map was made with, to itself,
                too; 0 if not.
            no_filters (int | Unset): 1 to apply none of the filters that the map was made with; 0 otherwise.
            bbox (str | Unset): Only what is within these bounds in degrees, `west,south,east,north`.
            circle (Mapping[str, Any] | str | Unset): Only what is within this circle, as JSON text.
            polygon (Mapping[str, Any] | str | Unset): Only what is within this closed GeoJSON polygon, as JSON
                text.
            start (float | Unset): First value of a histogram.
            end (float | Unset): Last value of a histogram.
            bins (int | Unset): Number of bins of a histogram.
            aggregation (str | Unset): Unit of time of a histogram over dates, such as `month`.
            offset (float | Unset): Offset from UTC for a histogram over dates.
            column_type (str | Unset): Type of a histogram's column, such as `number` or `date`, where it is known.
            categories (int | Unset): Number of categories of an aggregation.
            auth_token (str | Unset): A token that the template of a named map accepts. Anonymous maps need none,
                and the account's keys with a grant of `maps` open the tiles of a named one without.
            auth_tokens (list[str] | Unset): Several tokens instead of `auth_token`; one that is accepted suffices.

        Returns:
            DataviewSearchResult: The categories found.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .maps_dataview_search import sync as _call

        token = hide(token)
        auth_token = hide(auth_token)
        auth_tokens = hide(auth_tokens)
        return _call(
            client=self._client,
            token=token,
            dataview=dataview,
            q=q,
            own_filter=own_filter,
            no_filters=no_filters,
            bbox=bbox,
            circle=circle,
            polygon=polygon,
            start=start,
            end=end,
            bins=bins,
            aggregation=aggregation,
            offset=offset,
            column_type=column_type,
            categories=categories,
            auth_token=auth_token,
            auth_tokens=auth_tokens,
        )

    def analysis(
        self,
        token: str | Layergroup,
        node_id: str,
        *,
        auth_token: str | Unset = UNSET,
        auth_tokens: list[str] | Unset = UNSET,
    ) -> AnalysisStatus:
        """Read the status of an analysis node.

        The answer can be cached for 5 seconds, so more frequent calls are pointless. An unknown node, and the id
        that a node has in the MapConfig, is **200** with status `unknown`.

        Args:
            token (str | Layergroup): `layergroupid` of the map; what follows its colon can be left out. For a named
                map it begins with `user@hash@` and needs `auth_token` if the template does; the part after the
                second `@` alone works like an anonymous map, for public tables only.
            node_id (str): Id of the node on the server, the end of its `url` in `metadata.analyses`; not the id in
                the MapConfig.
            auth_token (str | Unset): A token that the template of a named map accepts. Anonymous maps need none,
                and the account's keys with a grant of `maps` open the tiles of a named one without.
            auth_tokens (list[str] | Unset): Several tokens instead of `auth_token`; one that is accepted suffices.

        Returns:
            AnalysisStatus: The status.

        Raises:
            errors.InvalidArgumentError: An argument is blank or invalid; nothing was sent.
            errors.ResponseError: The server answered with an error status.
            errors.UnexpectedResponseError: The server's answer does not match this description.
        """
        from .maps_analysis import sync as _call

        token = hide(token)
        auth_token = hide(auth_token)
        auth_tokens = hide(auth_tokens)
        return _call(client=self._client, token=token, node_id=node_id, auth_token=auth_token, auth_tokens=auth_tokens)

    def static_center(
        self,
        token: str | Layergroup,
        z: int,
        *,
        lat: float,
        lng: float,
        width: int,
        height: int,
        format: str,
        layer: str | Unset = UNSET,
        auth_token: str | Unset = UNSET,
        auth_tokens: list[str] | Unset = UNSET,
    ) -> File:
        """Get an image of a map around a point.

        All layers, of every type, unless `layer` says otherwise. 400 `Unsupported image format "gif"`, `Desired
        image is too large.`

        Args:
            token (str | Layergroup): `layergroupid` of the map; what follows its colon can be left out. For a named
                map it begins with `user@hash@` and needs `auth_token` if the template does; the part after the
                second `@` alone works like an anonymous map, for public tables only.
            z (int): Zoom, from 0.
            lat (float): Latitude of the center, in degrees.
            lng (float): Longitude of the center, in degrees.
            width (int): Width in pixels, usually up to 8192.
            height (int): Height in pixels, usually up to 8192.
            format (str): `png` or `jpg`.
            layer (str | Unset): The layers, in the forms of the tiles' `layer`; all by default.
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
        from .maps_static_center import sync as _call

        token = hide(token)
        auth_token = hide(auth_token)
        auth_tokens = hide(auth_tokens)
        return _call(
            client=self._client,
            token=token,
            z=z,
            lat=lat,
            lng=lng,
            width=width,
            height=height,
            format_=format,
            layer=layer,
            auth_token=auth_token,
            auth_tokens=auth_tokens,
        )

    def static_bbox(
        self,
        token: str | Layergroup,
        west: float,
        *,
        south: float,
        east: float,
        north: float,
        width: int,
        height: int,
        format: str,
        layer: str | Unset = UNSET,
        auth_token: str | Unset = UNSET,
        auth_tokens: list[str] | Unset = UNSET,
    ) -> File:
        """Get an image of a map within bounds.

        All layers, of every type, unless `layer` says otherwise. 400 `Unsupported image format "gif"`, `Desired
        image is too large.`

        Args:
            token (str | Layergroup): `layergroupid` of the map; what follows its colon can be left out. For a named
                map it begins with `user@hash@` and needs `auth_token` if the template does; the part after the
                second `@` alone works like an anonymous map, for public tables only.
            west (float): Western bound, in degrees.
            south (float): Southern bound, in degrees.
            east (float): Eastern bound, in degrees.
            north (float): Northern bound, in degrees.
            width (int): Width in pixels, usually up to 8192.
            height (int): Height in pixels, usually up to 8192.
            format (str): `png` or `jpg`.
            layer (str | Unset): The layers, in the forms of the tiles' `layer`; all by default.
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
        from .maps_static_bbox import sync as _call

        token = hide(token)
        auth_token = hide(auth_token)
        auth_tokens = hide(auth_tokens)
        return _call(
            client=self._client,
            token=token,
            west=west,
            south=south,
            east=east,
            north=north,
            width=width,
            height=height,
            format_=format,
            layer=layer,
            auth_token=auth_token,
            auth_tokens=auth_tokens,
        )


@documented_by(MapsApi)
class AsyncMapsApi:
    """The operations of `maps`, awaited."""

    def __init__(self, client: AuthenticatedClient | Client) -> None:
        self._client = client

    async def create(
        self,
        layers: Sequence[MapLayer | Mapping[str, Any]],
        *,
        filters: Mapping[str, Any] | str | Unset = UNSET,
        version: str | Unset = UNSET,
        buffersize: MapBufferSize | Mapping[str, Any] | None | Unset = UNSET,
        stat_tag: str | Unset = UNSET,
        analyses: list[Any] | None | Unset = UNSET,
        dataviews: MapDataviews | Mapping[str, Any] | None | Unset = UNSET,
        extent: Any | Unset = UNSET,
        srid: Any | Unset = UNSET,
        minzoom: Any | Unset = UNSET,
        maxzoom: Any | Unset = UNSET,
    ) -> Layergroup:
        """Create an anonymous map: see `MapsApi.create`."""
        from ...models.map_config import MapConfig
        from .maps_create import asyncio as _call

        return await _call(
            client=self._client,
            filters=filters,
            body=MapConfig(
                layers=cast("list[MapLayer]", layers),
                version=version,
                buffersize=cast("MapBufferSize | None | Unset", buffersize),
                stat_tag=stat_tag,
                analyses=analyses,
                dataviews=cast("MapDataviews | None | Unset", dataviews),
                extent=extent,
                srid=srid,
                minzoom=minzoom,
                maxzoom=maxzoom,
            ),
        )

    async def analyses_catalog(self) -> AnalysisCatalog:
        """List the analyses of the account: see `MapsApi.analyses_catalog`."""
        from .maps_analyses_catalog import asyncio as _call

        return await _call(client=self._client)

    async def tile(
        self,
        token: str | Layergroup,
        z: int,
        *,
        x: int,
        y: int,
        format: str,
        auth_token: str | Unset = UNSET,
        auth_tokens: list[str] | Unset = UNSET,
    ) -> File | None:
        """Get a tile of all mapnik layers: see `MapsApi.tile`."""
        from .maps_tile import asyncio as _call

        token = hide(token)
        auth_token = hide(auth_token)
        auth_tokens = hide(auth_tokens)
        return await _call(
            client=self._client,
            token=token,
            z=z,
            x=x,
            y=y,
            format_=format,
            auth_token=auth_token,
            auth_tokens=auth_tokens,
        )

    async def tile_retina(
        self,
        token: str | Layergroup,
        z: int,
        *,
        x: int,
        y: int,
        scale: int,
        auth_token: str | Unset = UNSET,
        auth_tokens: list[str] | Unset = UNSET,
    ) -> File:
        """Get a tile of all mapnik layers in double resolution: see `MapsApi.tile_retina`."""
        from .maps_tile_retina import asyncio as _call

        token = hide(token)
        auth_token = hide(auth_token)
        auth_tokens = hide(auth_tokens)
        return await _call(
            client=self._client, token=token, z=z, x=x, y=y, scale=scale, auth_token=auth_token, auth_tokens=auth_tokens
        )

    async def layer_tile(
        self,
        token: str | Layergroup,
        layer: str,
        *,
        z: int,
        x: int,
        y: int,
        format: str,
        auth_token: str | Unset = UNSET,
        auth_tokens: list[str] | Unset = UNSET,
    ) -> File | None:
        """Get a tile of chosen layers: see `MapsApi.layer_tile`."""
        from .maps_layer_tile import asyncio as _call

        token = hide(token)
        auth_token = hide(auth_token)
        auth_tokens = hide(auth_tokens)
        return await _call(
            client=self._client,
            token=token,
            layer=layer,
            z=z,
            x=x,
            y=y,
            format_=format,
            auth_token=auth_token,
            auth_tokens=auth_tokens,
        )

    async def grid(
        self,
        token: str | Layergroup,
        layer: str,
        *,
        z: int,
        x: int,
        y: int,
        auth_token: str | Unset = UNSET,
        auth_tokens: list[str] | Unset = UNSET,
    ) -> UtfGrid:
        """Get the UTFGrid of a tile: see `MapsApi.grid`."""
        from .maps_grid import asyncio as _call

        token = hide(token)
        auth_token = hide(auth_token)
        auth_tokens = hide(auth_tokens)
        return await _call(
            client=self._client, token=token, layer=layer, z=z, x=x, y=y, auth_token=auth_token, auth_tokens=auth_tokens
        )

    async def torque(
        self,
        token: str | Layergroup,
        layer: str,
        *,
        z: int,
        x: int,
        y: int,
        auth_token: str | Unset = UNSET,
        auth_tokens: list[str] | Unset = UNSET,
    ) -> list[TorquePoint]:
        """Get a tile of a torque layer: see `MapsApi.torque`."""
        from .maps_torque import asyncio as _call

        token = hide(token)
        auth_token = hide(auth_token)
        auth_tokens = hide(auth_tokens)
        return await _call(
            client=self._client, token=token, layer=layer, z=z, x=x, y=y, auth_token=auth_token, auth_tokens=auth_tokens
        )

    async def attributes(
        self,
        token: str | Layergroup,
        layer_index: int,
        *,
        feature_id: int,
        auth_token: str | Unset = UNSET,
        auth_tokens: list[str] | Unset = UNSET,
    ) -> FeatureAttributes:
        """Get the attributes of a feature: see `MapsApi.attributes`."""
        from .maps_attributes import asyncio as _call

        token = hide(token)
        auth_token = hide(auth_token)
        auth_tokens = hide(auth_tokens)
        return await _call(
            client=self._client,
            token=token,
            layer_index=layer_index,
            feature_id=feature_id,
            auth_token=auth_token,
            auth_tokens=auth_tokens,
        )

    async def cluster(
        self,
        token: str | Layergroup,
        layer_index: int,
        *,
        z: int,
        cluster_id: int,
        aggregation: Mapping[str, Any] | str | Unset = UNSET,
        auth_token: str | Unset = UNSET,
        auth_tokens: list[str] | Unset = UNSET,
    ) -> ClusterResult:
        """Get the features of a cluster: see `MapsApi.cluster`."""
        from .maps_cluster import asyncio as _call

        token = hide(token)
        auth_token = hide(auth_token)
        auth_tokens = hide(auth_tokens)
        return await _call(
            client=self._client,
            token=token,
            layer_index=layer_index,
            z=z,
            cluster_id=cluster_id,
            aggregation=aggregation,
            auth_token=auth_token,
            auth_tokens=auth_tokens,
        )

    async def dataview(
        self,
        token: str | Layergroup,
        dataview: str,
        *,
        own_filter: int | Unset = UNSET,
        no_filters: int | Unset = UNSET,
        bbox: str | Unset = UNSET,
        circle: Mapping[str, Any] | str | Unset = UNSET,
        polygon: Mapping[str, Any] | str | Unset = UNSET,
        start: float | Unset = UNSET,
        end: float | Unset = UNSET,
        bins: int | Unset = UNSET,
        aggregation: str | Unset = UNSET,
        offset: float | Unset = UNSET,
        column_type: str | Unset = UNSET,
        categories: int | Unset = UNSET,
        auth_token: str | Unset = UNSET,
        auth_tokens: list[str] | Unset = UNSET,
    ) -> DataviewResult:
        """Get the result of a dataview: see `MapsApi.dataview`."""
        from .maps_dataview import asyncio as _call

        token = hide(token)
        auth_token = hide(auth_token)
        auth_tokens = hide(auth_tokens)
        return await _call(
            client=self._client,
            token=token,
            dataview=dataview,
            own_filter=own_filter,
            no_filters=no_filters,
            bbox=bbox,
            circle=circle,
            polygon=polygon,
            start=start,
            end=end,
            bins=bins,
            aggregation=aggregation,
            offset=offset,
            column_type=column_type,
            categories=categories,
            auth_token=auth_token,
            auth_tokens=auth_tokens,
        )

    async def dataview_search(
        self,
        token: str | Layergroup,
        dataview: str,
        *,
        q: str,
        own_filter: int | Unset = UNSET,
        no_filters: int | Unset = UNSET,
        bbox: str | Unset = UNSET,
        circle: Mapping[str, Any] | str | Unset = UNSET,
        polygon: Mapping[str, Any] | str | Unset = UNSET,
        start: float | Unset = UNSET,
        end: float | Unset = UNSET,
        bins: int | Unset = UNSET,
        aggregation: str | Unset = UNSET,
        offset: float | Unset = UNSET,
        column_type: str | Unset = UNSET,
        categories: int | Unset = UNSET,
        auth_token: str | Unset = UNSET,
        auth_tokens: list[str] | Unset = UNSET,
    ) -> DataviewSearchResult:
        """Search the categories of a dataview: see `MapsApi.dataview_search`."""
        from .maps_dataview_search import asyncio as _call

        token = hide(token)
        auth_token = hide(auth_token)
        auth_tokens = hide(auth_tokens)
        return await _call(
            client=self._client,
            token=token,
            dataview=dataview,
            q=q,
            own_filter=own_filter,
            no_filters=no_filters,
            bbox=bbox,
            circle=circle,
            polygon=polygon,
            start=start,
            end=end,
            bins=bins,
            aggregation=aggregation,
            offset=offset,
            column_type=column_type,
            categories=categories,
            auth_token=auth_token,
            auth_tokens=auth_tokens,
        )

    async def analysis(
        self,
        token: str | Layergroup,
        node_id: str,
        *,
        auth_token: str | Unset = UNSET,
        auth_tokens: list[str] | Unset = UNSET,
    ) -> AnalysisStatus:
        """Read the status of an analysis node: see `MapsApi.analysis`."""
        from .maps_analysis import asyncio as _call

        token = hide(token)
        auth_token = hide(auth_token)
        auth_tokens = hide(auth_tokens)
        return await _call(
            client=self._client, token=token, node_id=node_id, auth_token=auth_token, auth_tokens=auth_tokens
        )

    async def static_center(
        self,
        token: str | Layergroup,
        z: int,
        *,
        lat: float,
        lng: float,
        width: int,
        height: int,
        format: str,
        layer: str | Unset = UNSET,
        auth_token: str | Unset = UNSET,
        auth_tokens: list[str] | Unset = UNSET,
    ) -> File:
        """Get an image of a map around a point: see `MapsApi.static_center`."""
        from .maps_static_center import asyncio as _call

        token = hide(token)
        auth_token = hide(auth_token)
        auth_tokens = hide(auth_tokens)
        return await _call(
            client=self._client,
            token=token,
            z=z,
            lat=lat,
            lng=lng,
            width=width,
            height=height,
            format_=format,
            layer=layer,
            auth_token=auth_token,
            auth_tokens=auth_tokens,
        )

    async def static_bbox(
        self,
        token: str | Layergroup,
        west: float,
        *,
        south: float,
        east: float,
        north: float,
        width: int,
        height: int,
        format: str,
        layer: str | Unset = UNSET,
        auth_token: str | Unset = UNSET,
        auth_tokens: list[str] | Unset = UNSET,
    ) -> File:
        """Get an image of a map within bounds: see `MapsApi.static_bbox`."""
        from .maps_static_bbox import asyncio as _call

        token = hide(token)
        auth_token = hide(auth_token)
        auth_tokens = hide(auth_tokens)
        return await _call(
            client=self._client,
            token=token,
            west=west,
            south=south,
            east=east,
            north=north,
            width=width,
            height=height,
            format_=format,
            layer=layer,
            auth_token=auth_token,
            auth_tokens=auth_tokens,
        )
