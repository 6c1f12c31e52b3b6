"""GeoJSON as data."""

from typing import Any

import httpx

from carto_client import errors
from carto_client.types import read_json


class FeatureCollection(dict[str, Any]):
    """A GeoJSON FeatureCollection as a dict: `features` is a list with a dict for each row, in order."""

    @property
    def __geo_interface__(self) -> dict[str, Any]:
        """The interface for geopandas, shapely and folium: `GeoDataFrame.from_features(collection, crs=4326)`."""
        return self


def read_features(operation: str, response: httpx.Response) -> FeatureCollection:
    """Read the answer of an operation. Raises DownloadError if the query failed on the way, so rows are missing."""
    if response.status_code != httpx.codes.OK:
        raise errors.check_status(operation, response)
    errors.check_content_type(operation, response, "JSON")
    try:
        value = read_json(response)
        if not isinstance(value, dict) or not isinstance(value.get("features"), list):
            raise TypeError("expected a FeatureCollection")
        return FeatureCollection(value)
    except errors.PARSE_ERRORS as error:
        raise errors.check_parsing(operation, response, error) from error.with_traceback(None)
