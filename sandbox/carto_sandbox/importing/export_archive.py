"""The file of an export: a zip with the description of a map, and its tables as CSV. Blocking."""

import json
import zipfile
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

FORMAT_VERSION = "2.1.3"


def write_archive(path: Path, visualization: dict[str, Any], tables: list[str], dsn: str) -> None:
    """``visualization.json`` and ``tables/NAME.csv``; geometries as their EWKB or EWKT text."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        described = {"version": FORMAT_VERSION, "visualization": visualization}
        archive.writestr("visualization.json", json.dumps(described, ensure_ascii=False, indent=2))
        with psycopg.connect(dsn, autocommit=True) as connection:
            for name in tables:
                _write_table(archive, connection, name)


def _write_table(archive: zipfile.ZipFile, connection: psycopg.Connection[tuple[Any, ...]], name: str) -> None:
    rows = sql.SQL("SELECT * FROM {} ORDER BY cartodb_id").format(sql.Identifier(name))
    statement = sql.SQL("COPY ({}) TO STDOUT WITH (FORMAT csv, HEADER true)").format(rows)
    with (
        archive.open(f"tables/{name}.csv", "w", force_zip64=True) as target,
        connection.cursor() as cursor,
        cursor.copy(statement) as copy,
    ):
        for block in copy:
            target.write(block)
