"""Maps: the generated groups, with the URLs of tiles and attributes."""

import re
from collections.abc import Callable, Coroutine, Mapping
from contextlib import suppress
from functools import wraps
from os import PathLike
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar, Unpack, overload

from carto_client.api.maps import AsyncMapsApi
from carto_client.api.named_maps import AsyncNamedMapsApi
from carto_client.api.sql import AsyncSqlApi
from carto_client.models import AnalysisStatus, Layergroup, NamedMap
from carto_client.redaction import hide
from carto_client.types import UNSET, File, Unset
from carto_ext._async.pages import named, with_note
from carto_ext._frames.names import as_query, read_table_name
from carto_ext._map_page import Bounds, PageOptions, Shown, degrees, map_page, tokens_of
from carto_ext._map_tiles import check_kind
from carto_ext._shared.map_nodes import node_of
from carto_ext._shared.shown_maps import MapInstance, MapPage, NamedMapAt, at_address, open_page, write_page
from carto_ext.errors import ApiError, InvalidArgumentError
from carto_ext.tiles import attributes_url, layergroup_tile_url, named_tile_url, of_account

_NODES = """If `token` is a Layergroup, `node_id` is the id in the map's definition. If it is only a token, `node_id` is
CARTO's own id; any other raises InvalidArgumentError."""
_ONE_FORMAT = """For each template, CARTO keeps one renderer for a minute and answers with tiles in its format,
regardless of the format requested; that raises UnexpectedResponseError. If you need both formats, instantiate the
map."""

_TOKEN = re.compile(r"(?:[^@]+@[0-9a-f]+@)?[0-9a-f]{32}(?::\d+)?")

_TOKENS = ("auth_token", "auth_tokens")

Group = TypeVar("Group", AsyncMapsApi, AsyncNamedMapsApi)
Answer = TypeVar("Answer", Layergroup, NamedMap)
P = ParamSpec("P")


def hide_tokens(arguments: Any) -> None:
    """Have tracebacks that show local variables show no token; the arguments stay what they are."""
    for name in _TOKENS:
        if (value := arguments.get(name)) is not None:
            arguments[name] = hide(value if isinstance(value, str | Unset) else list(value))


def located(
    operation: Callable[Concatenate[Group, P], Coroutine[Any, Any, Answer]], cls: type[Answer]
) -> Callable[Concatenate[Group, P], Coroutine[Any, Any, Answer]]:
    """The same operation, with an answer that knows its account's address and can therefore show itself."""

    @wraps(operation)
    async def method(group: Group, /, *args: P.args, **kwargs: P.kwargs) -> Answer:
        hide_tokens(kwargs)
        return at_address(cls, await operation(group, *args, **kwargs), group._client._base_url)

    return method


@named
class AsyncMaps(AsyncMapsApi):
    """`/api/v1/map`. Pass a map as the Layergroup that `create` or `instantiate` returned, or as its token."""

    create = located(AsyncMapsApi.create, MapInstance)
    tile_url = of_account(layergroup_tile_url)
    attributes_url = of_account(attributes_url)

    async def analysis(
        self,
        token: str | Layergroup,
        node_id: str,
        *,
        auth_token: str | Unset = UNSET,
        auth_tokens: list[str] | Unset = UNSET,
    ) -> AnalysisStatus:
        auth_token, auth_tokens = hide(auth_token), hide(auth_tokens)
        node_id = node_of(token, node_id)
        return await super().analysis(token, node_id, auth_token=auth_token, auth_tokens=auth_tokens)

    analysis.__doc__ = with_note(AsyncMapsApi.analysis, _NODES)

    @overload
    async def html(self, source: Layergroup | str, path: None = None, **options: Unpack[PageOptions]) -> MapPage: ...

    @overload
    async def html(
        self, source: Layergroup | str, path: str | PathLike[str], **options: Unpack[PageOptions]
    ) -> Path: ...

    async def html(
        self, source: Layergroup | str, path: str | PathLike[str] | None = None, **options: Unpack[PageOptions]
    ) -> MapPage | Path:
        """Make a web page that shows a map: one file, without a key.

        The page requests tiles from CARTO with the map's token. The token is valid for two hours; afterwards the page
        says that it has expired. The page can show public tables only. For private tables, and for pages that do not
        expire, use `carto.named_maps.html`.

        Args:
            source: The Layergroup that `create` or `instantiate` returned, a SELECT, or the name of a table. A SELECT
                needs the column the_geom_webmercator.
            path: Path of the file. Without it, the call returns the text, which a notebook shows as the map.
            **options: `title`, `tiles`, `bounds`, `basemap`, `maplibre`, `popups` and `auth_token`: see
                `carto_ext.tiles.PageOptions`.

        Returns:
            The text of the page; with `path`, the path.

        Raises:
            InvalidArgumentError: `source` or an option is invalid.
            ResponseError: CARTO refused the query.

        Example:
            await carto.maps.html("SELECT * FROM airports", "airports.html", tiles="vector")
        """
        shown = await self._shown(source, options)
        page = map_page(shown, **options)
        return MapPage(page) if path is None else write_page(page, path)

    async def show(
        self, source: Layergroup | str, path: str | PathLike[str] | None = None, **options: Unpack[PageOptions]
    ) -> Path:
        """Open a web page that shows a map in the browser.

        Args:
            source: As for `html`.
            path: Path of the file. By default a file in the folder for temporary files.
            **options: `title`, `tiles`, `bounds`, `basemap`, `maplibre`, `popups` and `auth_token`: see
                `carto_ext.tiles.PageOptions`.

        Returns:
            The path of the page. Without a browser, the call warns.

        Raises:
            InvalidArgumentError: `source` or an option is invalid.
            ResponseError: CARTO refused the query.

        Example:
            await carto.maps.show("airports")
        """
        return open_page(await self.html(source, **options), path)

    async def _shown(self, source: Layergroup | str, options: PageOptions) -> Shown:
        base_url = self._client._base_url
        if isinstance(source, Layergroup):
            return Shown(base_url, "Map", source)
        if not isinstance(source, str) or _TOKEN.fullmatch(source):
            given = "a token, whose layers are unknown" if isinstance(source, str) else repr(source)
            raise InvalidArgumentError(f"source is {given}: give a Layergroup, a SELECT, or the name of a table")
        query, table = as_query(source), read_table_name(source)
        made = await self.create([{"type": "mapnik", "options": {"sql": query}}])
        if options.get("bounds") is None:
            options["bounds"] = await self._extent(query)
        return Shown(base_url, table[1] if table else "Map", made)

    async def _extent(self, query: str) -> Bounds | None:
        """Return the extent of a query's data; None if CARTO does not say it. Then the page searches the tiles."""
        corners = ", ".join(f"ST_{name}(box) AS {name.lower()}" for name in ("XMin", "YMin", "XMax", "YMax"))
        extent = f"SELECT ST_Extent(the_geom_webmercator) AS box FROM ({query}) AS source"
        with suppress(ApiError):
            [row] = (await AsyncSqlApi(self._client).query(f"SELECT {corners} FROM ({extent}) AS extent")).rows
            if row["xmin"] is not None:
                return degrees(row["xmin"], row["ymin"], row["xmax"], row["ymax"])
        return None


@named
class AsyncNamedMaps(AsyncNamedMapsApi):
    """`/api/v1/map/named`. Managing templates needs the master key."""

    read = located(AsyncNamedMapsApi.read, NamedMapAt)
    instantiate = located(AsyncNamedMapsApi.instantiate, MapInstance)
    tile_url = of_account(named_tile_url)

    async def tile(
        self,
        template_id: str,
        layer: str,
        *,
        z: int,
        x: int,
        y: int,
        format: str,
        config: str | Mapping[str, Any] | Unset = UNSET,
        auth_token: str | Unset = UNSET,
        auth_tokens: list[str] | Unset = UNSET,
    ) -> File:
        auth_token, auth_tokens = hide(auth_token), hide(auth_tokens)
        where: dict[str, Any] = {"z": z, "x": x, "y": y, "format": format, "config": config}
        tile = await super().tile(template_id, layer, **where, auth_token=auth_token, auth_tokens=auth_tokens)
        check_kind(tile, format)
        return tile

    tile.__doc__ = with_note(AsyncNamedMapsApi.tile, _ONE_FORMAT)

    @overload
    async def html(
        self,
        template_id: str,
        path: None = None,
        *,
        parameters: Mapping[str, Any] | None = None,
        **options: Unpack[PageOptions],
    ) -> MapPage: ...

    @overload
    async def html(
        self,
        template_id: str,
        path: str | PathLike[str],
        *,
        parameters: Mapping[str, Any] | None = None,
        **options: Unpack[PageOptions],
    ) -> Path: ...

    async def html(
        self,
        template_id: str,
        path: str | PathLike[str] | None = None,
        *,
        parameters: Mapping[str, Any] | None = None,
        **options: Unpack[PageOptions],
    ) -> MapPage | Path:
        """Make a web page that shows a named map: one file, without a key.

        The page instantiates the map each time it is opened, so it does not expire and follows changes of the template.
        It also shows private tables of the template.

        Args:
            template_id: The name of the map.
            path: Path of the file. Without it, the call returns the text, which a notebook shows as the map.
            parameters: Values of the placeholders. By default those of the template.
            **options: `title`, `tiles`, `bounds`, `basemap`, `maplibre`, `popups` and `auth_token`: see
                `carto_ext.tiles.PageOptions`.

        Returns:
            The text of the page; with `path`, the path.

        Raises:
            InvalidArgumentError: An option is invalid.
            ResponseError: CARTO refused to make the map, for example with NotFoundError.

        Example:
            await carto.named_maps.html("airports_of_state", "alaska.html", parameters={"state": "AK"})
        """
        hide_tokens(options)
        given = dict(parameters or {})
        tokens = [token for _, token in tokens_of(options)]
        await self.instantiate(template_id, given, auth_tokens=tokens or UNSET)  # raises here, not in the browser
        shown = Shown(self._client._base_url, template_id, name=template_id, parameters=given)
        page = map_page(shown, **options)
        return MapPage(page) if path is None else write_page(page, path)

    async def show(
        self,
        template_id: str,
        path: str | PathLike[str] | None = None,
        *,
        parameters: Mapping[str, Any] | None = None,
        **options: Unpack[PageOptions],
    ) -> Path:
        """Open a web page that shows a named map in the browser.

        Args:
            template_id: The name of the map.
            path: Path of the file. By default a file in the folder for temporary files.
            parameters: As for `html`.
            **options: `title`, `tiles`, `bounds`, `basemap`, `maplibre`, `popups` and `auth_token`: see
                `carto_ext.tiles.PageOptions`.

        Returns:
            The path of the page. Without a browser, the call warns.

        Raises:
            InvalidArgumentError: An option is invalid.
            ResponseError: CARTO refused to make the map, for example with NotFoundError.

        Example:
            await carto.named_maps.show("airports_of_state", parameters={"state": "AK"})
        """
        hide_tokens(options)
        return open_page(await self.html(template_id, parameters=parameters, **options), path)
