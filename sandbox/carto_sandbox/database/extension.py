"""The functions of CARTO's `cartodb` extension that clients call: SQL that stands in files beside this module."""

from importlib import resources


def read_extension(*, postgis: bool) -> bytes:
    """Statements that make the schema `cartodb` in a database; they need a superuser and, with `postgis`, PostGIS."""
    names = ["extension.sql", "extension_values.sql", *(["extension_postgis.sql"] if postgis else [])]
    return b"\n".join((resources.files("carto_sandbox.database") / name).read_bytes() for name in names)
