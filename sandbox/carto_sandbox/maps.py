"""Everything below ``/map``, in the order in which paths are tried."""

from starlette.routing import Route

from carto_sandbox import anonymous_maps, map_dataviews, map_resources, map_tiles, named_maps
from carto_sandbox.maps_errors import answer_unrouted

_METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]

# Fixed words come before the tiles, whose paths have the same number of parts.
routes: list[Route] = [
    *anonymous_maps.routes,
    *named_maps.routes,
    *map_resources.routes,
    *map_dataviews.routes,
    *map_tiles.routes,
    Route("/map", answer_unrouted, methods=_METHODS),
    Route("/map/{rest:path}", answer_unrouted, methods=_METHODS),
]
