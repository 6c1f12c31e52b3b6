"""Maps: the generated groups, with the URLs of tiles and attributes."""

from collections.abc import Mapping
from typing import Any

from carto_client.api.maps import AsyncMapsApi
from carto_client.api.named_maps import AsyncNamedMapsApi
from carto_client.models import AnalysisStatus, Layergroup
from carto_client.types import UNSET, File, Unset
from carto_ext._async.pages import named, with_note
from carto_ext._map_tiles import check_kind
from carto_ext._shared.map_nodes import node_of
from carto_ext.tiles import attributes_url, layergroup_tile_url, named_tile_url, of_account

_NODES = """If `token` is a Layergroup, `node_id` is the id in the map's definition. If it is only a token, `node_id` is
CARTO's own id; any other raises InvalidArgumentError."""
_ONE_FORMAT = """For each template, CARTO keeps one renderer for a minute and answers with tiles in its format,
regardless of the format requested; that raises UnexpectedResponseError. If you need both formats, instantiate the
map."""


@named
class AsyncMaps(AsyncMapsApi):
    """`/api/v1/map`. Pass a map as the Layergroup that `create` or `instantiate` returned, or as its token."""

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
        node_id = node_of(token, node_id)
        return await super().analysis(token, node_id, auth_token=auth_token, auth_tokens=auth_tokens)

    analysis.__doc__ = with_note(AsyncMapsApi.analysis, _NODES)


@named
class AsyncNamedMaps(AsyncNamedMapsApi):
    """`/api/v1/map/named`. Managing templates needs the master key."""

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
        where: dict[str, Any] = {"z": z, "x": x, "y": y, "format": format, "config": config}
        tile = await super().tile(template_id, layer, **where, auth_token=auth_token, auth_tokens=auth_tokens)
        check_kind(tile, format)
        return tile

    tile.__doc__ = with_note(AsyncNamedMapsApi.tile, _ONE_FORMAT)
