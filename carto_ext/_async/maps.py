"""Maps: what the generated groups have, and the URLs of what they made."""

from carto_client.api.maps import AsyncMapsApi
from carto_client.api.named_maps import AsyncNamedMapsApi
from carto_ext.tiles import attributes_url, layergroup_tile_url, named_tile_url, of_account


class AsyncMaps(AsyncMapsApi):
    """`/api/v1/map`."""

    tile_url = of_account(layergroup_tile_url)
    attributes_url = of_account(attributes_url)


class AsyncNamedMaps(AsyncNamedMapsApi):
    """`/api/v1/map/named`. Managing templates needs the master key."""

    tile_url = of_account(named_tile_url)
