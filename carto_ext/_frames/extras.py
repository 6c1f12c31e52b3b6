"""The packages that frames need in addition to the core, and the extras that install them."""

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
    """Import the packages. Raises MissingExtraError for the first one that is not installed."""
    for package in packages:
        try:
            import_module(package)
        except ImportError as error:
            if error.name is not None and error.name.partition(".")[0] != package:
                raise  # it is installed, but lacks a dependency of its own
            raise MissingExtraError(what, package, _EXTRAS[package]) from None
