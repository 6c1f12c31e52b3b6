"""Maps: what the generated groups have, and the URLs of what they made."""

from collections.abc import Mapping
from typing import Any

from carto_client.api.maps import AsyncMapsApi
from carto_client.api.named_maps import AsyncNamedMapsApi
from carto_client.models import AnalysisStatus, Layergroup
from carto_client.types import UNSET, File, Unset
from carto_ext._shared.map_nodes import node_of
from carto_ext._shared.map_tiles import check_kind
from carto_ext.tiles import attributes_url, layergroup_tile_url, named_tile_url, of_account


class AsyncMaps(AsyncMapsApi):
    """`/api/v1/map`. A map is given as the Layergroup that `create` or `instantiate` made, or as its token."""

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
        """How far a node of an analysis is: by the id that the map was made with, where `token` is a Layergroup.

        CARTO has ids of its own for nodes, at the end of each node's `url` in `metadata.analyses`, and answers for any
        other that the status is `unknown`. Of a mere token only those can be given.
        """
        node_id = node_of(token, node_id)
        return await super().analysis(token, node_id, auth_token=auth_token, auth_tokens=auth_tokens)


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
        """A tile of a template, `png` or `mvt`, without instantiating it; `config` are values of the placeholders.

        Of each template CARTO keeps one renderer for a minute, and answers with its format whatever is asked for:
        UnexpectedResponseError. Whoever wants both formats instantiates the map.
        """
        where: dict[str, Any] = {"z": z, "x": x, "y": y, "format": format, "config": config}
        tile = await super().tile(template_id, layer, **where, auth_token=auth_token, auth_tokens=auth_tokens)
        check_kind(tile, format)
        return tile
