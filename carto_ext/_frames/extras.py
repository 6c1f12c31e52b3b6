"""The packages that frames need beside the core, and the extras that bring them."""

from importlib import import_module

from carto_ext.frames import MissingExtraError

_EXTRAS = {
    "pyarrow": "arrow",
    "numpy": "arrow",
    "pandas": "arrow,pandas",
    "polars": "arrow,polars",
    "shapely": "geo",
    "geopandas": "geo",
    "pyproj": "geo",
    "dask": "dask",
    "distributed": "dask",
    "dask_geopandas": "dask",
}


def require(what: str, *packages: str) -> None:
    """Raises MissingExtraError for the first that is not there; imports them, which takes a while the first time."""
    for package in packages:
        try:
            import_module(package)
        except ImportError as error:
            if error.name is not None and error.name.partition(".")[0] != package:
                raise  # it is there, and lacks something of its own
            raise MissingExtraError(what, package, _EXTRAS[package]) from None
