"""GeoJSON as data."""

from typing import Any

import httpx

from carto_client import errors
from carto_client.types import read_json


class FeatureCollection(dict[str, Any]):
    """A FeatureCollection as the dict that it is in JSON: `features` holds a dict for each row, in order."""

    @property
    def __geo_interface__(self) -> dict[str, Any]:
        """What geopandas, shapely, folium and others ask for: `GeoDataFrame.from_features(collection, crs=4326)`."""
        return self


def read_features(operation: str, response: httpx.Response) -> FeatureCollection:
    """The answer of an operation; DownloadError if the query failed on the way, so that rows are missing."""
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
