# Made from carto_ext/_async/maps.py by scripts/unasync; do not edit.
"""Maps: what the generated groups have, and the URLs of what they made."""

from collections.abc import Mapping
from typing import Any

from carto_client.api.maps import MapsApi
from carto_client.api.named_maps import NamedMapsApi
from carto_client.models import AnalysisStatus, Layergroup
from carto_client.types import UNSET, File, Unset
from carto_ext._map_tiles import check_kind
from carto_ext._shared.map_nodes import node_of
from carto_ext._sync.pages import named, with_note
from carto_ext.tiles import attributes_url, layergroup_tile_url, named_tile_url, of_account

_NODES = """With a Layergroup as `token`, `node_id` is the id that the map was made with; with a mere token, CARTO's
own, and InvalidArgumentError says so for any other."""
_ONE_FORMAT = """Of each template CARTO keeps one renderer for a minute, and answers with tiles of its format, whatever
is asked for: that raises UnexpectedResponseError. Where both formats are wanted, instantiate the map."""


@named
class Maps(MapsApi):
    """`/api/v1/map`. A map is given as the Layergroup that `create` or `instantiate` made, or as its token."""

    tile_url = of_account(layergroup_tile_url)
    attributes_url = of_account(attributes_url)

    def analysis(
        self,
        token: str | Layergroup,
        node_id: str,
        *,
        auth_token: str | Unset = UNSET,
        auth_tokens: list[str] | Unset = UNSET,
    ) -> AnalysisStatus:
        node_id = node_of(token, node_id)
        return super().analysis(token, node_id, auth_token=auth_token, auth_tokens=auth_tokens)

    analysis.__doc__ = with_note(MapsApi.analysis, _NODES)


@named
class NamedMaps(NamedMapsApi):
    """`/api/v1/map/named`. Managing templates needs the master key."""

    tile_url = of_account(named_tile_url)

    def tile(
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
        tile = super().tile(template_id, layer, **where, auth_token=auth_token, auth_tokens=auth_tokens)
        check_kind(tile, format)
        return tile

    tile.__doc__ = with_note(NamedMapsApi.tile, _ONE_FORMAT)
