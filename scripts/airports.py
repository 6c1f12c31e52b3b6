"""The file that the demo and the examples upload: airports.csv, 3,376 rows."""

import importlib.util
from pathlib import Path


def find_airports() -> Path:
    """airports.csv inside the vega_datasets package, found without importing it (that would import pandas)."""
    spec = importlib.util.find_spec("vega_datasets")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("the package vega_datasets is not installed; run scripts/setup")
    return Path(spec.origin).parent / "_data" / "airports.csv"
