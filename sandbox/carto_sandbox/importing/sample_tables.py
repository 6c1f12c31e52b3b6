"""Small tables for a first look: cities (points), routes (lines) and regions (polygons)."""

from importlib import resources

import psycopg

from carto_sandbox.accounts.accounts import Account
from carto_sandbox.importing.importer import Importer, ImportOptions


def load_sample_tables(account: Account) -> list[str]:
    """Imports them as any files, and returns their names. Blocking."""
    tables: list[str] = []
    with psycopg.connect(account.dsn(), autocommit=True) as connection:
        for file in sorted(resources.files("carto_sandbox").joinpath("fixtures").iterdir(), key=lambda one: one.name):
            importer = Importer(connection, ImportOptions(), _say_nothing, postgis=account.has_postgis)
            with resources.as_file(file) as path:
                tables += importer.import_file(path, path.name).tables
    return tables


def _say_nothing(state: str) -> None:
    pass
