"""A browser, MapLibre GL JS and an account with places on the map, once for all tests of a file."""

import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest
from toolchains.chromium import Browser, find_chromium

from carto_ext import Carto
from carto_sandbox import Sandbox
from tests.support.maplibre import fetch_maplibre

TABLES = [
    """
    CREATE TABLE cities AS
        SELECT n AS cartodb_id, name, people, ST_Transform(ST_SetSRID(ST_MakePoint(x, y), 4326), 3857)
            AS the_geom_webmercator
        FROM (VALUES
            (1, 'Madrid', 3200000, -3.7, 40.4), (2, 'Sevilla', 680000, -6, 37.4), (3, 'Lisboa', 540000, -9.1, 38.7)
        ) AS v (n, name, people, x, y)
    """,
    """
    CREATE TABLE areas AS
        SELECT 1 AS cartodb_id, '<b>bold</b></script><script>alert(1)</script>' AS "</script><i>x",
            ST_Transform(ST_GeomFromText(text, 4326), 3857) AS the_geom_webmercator
        FROM (VALUES ('POLYGON((-5 38, -1 38, -1 42, -5 42, -5 38))'), ('LINESTRING(-9 36, -8 41)')) AS v (text)
    """,
    "CREATE TABLE hidden AS SELECT * FROM cities",
    "GRANT SELECT ON cities, areas TO publicuser",
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    program = find_chromium()
    if program is None:
        pytest.skip("no browser: chromium is not on the PATH")
    with Browser(program) as started:
        yield started


@pytest.fixture(scope="module")
def maplibre() -> Path:
    found = fetch_maplibre()
    if isinstance(found, str):
        pytest.skip(found)
    return found


@pytest.fixture(scope="module")
def places(postgis_sandbox: Sandbox) -> Iterator[Carto]:
    """An account with `cities` and `areas`, which are public, and `hidden`, which is not."""
    account = postgis_sandbox.create_account("mapped", api_key=f"key-of-mapped-{secrets.token_hex(12)}")
    with Carto(account.base_url, api_key=account.api_key) as carto:
        for statement in TABLES:
            carto.sql.query(statement)
        yield carto
    postgis_sandbox.drop_account(account)
