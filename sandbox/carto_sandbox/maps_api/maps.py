"""Everything below ``/map``, in the order in which paths are tried."""

from starlette.routing import Route

from carto_sandbox.maps_api import anonymous_maps, named_maps, statics
from carto_sandbox.maps_api import resources as map_resources
from carto_sandbox.maps_api import tiles as map_tiles
from carto_sandbox.maps_api.dataviews import routes as map_dataviews
from carto_sandbox.maps_api.errors import answer_unrouted

_METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]

# Fixed words come before the tiles, whose paths have the same number of parts.
routes: list[Route] = [
    *anonymous_maps.routes,
    *named_maps.routes,
    *statics.routes,
    *map_resources.routes,
    *map_dataviews.routes,
    *map_tiles.routes,
    Route("/map", answer_unrouted, methods=_METHODS),
    Route("/map/{rest:path}", answer_unrouted, methods=_METHODS),
]
