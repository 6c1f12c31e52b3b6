"""The table behind a dataset."""

from collections.abc import Callable
from typing import Any

import httpx

Upload = Callable[..., dict[str, Any]]
Rows = Callable[[str], list[dict[str, Any]]]

STATIONS = "zone,name,opened,active,updated_at,latitude,longitude\nA,North,2001-02-03,true,2021-01-01,52.5,13.4\n"
FIELDS = [
    "id", "name", "privacy", "schema", "updated_at", "rows_counted", "table_size", "map_id", "description",
    "geometry_types", "table_visualization", "dependent_visualizations", "non_dependent_visualizations",
    "synchronization",
]  # fmt: skip


def test_a_table_by_id_and_by_name(central: httpx.Client, upload: Upload) -> None:
    job = upload(STATIONS, create_vis="true")
    table = central.get(f"v1/tables/{job['table_id']}").json()
    assert [*table] == FIELDS
    assert (table["name"], table["privacy"], table["rows_counted"]) == ("stations", "PRIVATE", 1)
    assert table["schema"] == [
        ["cartodb_id", "number"],
        ["the_geom", "geometry", "geometry", "point"],
        ["active", "boolean"],
        ["latitude", "number"],
        ["longitude", "number"],
        ["name", "string"],
        ["opened", "date"],
        ["zone", "string"],
        ["updated_at", "date"],
    ]
    assert table["table_size"] == table["table_visualization"]["table"]["size"] > 0
    assert table["table_visualization"]["table"]["id"] == table["id"]
    assert [other["id"] for other in table["dependent_visualizations"]] == [job["visualization_id"]]
    for identifier in ("stations", "public.stations", "stations/"):
        assert central.get(f"v1/tables/{identifier}").json()["id"] == table["id"]


def test_tables_that_are_not_there(central: httpx.Client, upload: Upload) -> None:
    upload(STATIONS)
    viz_id = central.get("v1/viz/stations").json()["id"]
    for identifier in ("nothing", viz_id):
        answer = central.get(f"v1/tables/{identifier}")
        assert (answer.status_code, answer.content) == (404, b"")


def test_a_table_without_geometries_and_with_other_types(central: httpx.Client, rows: Rows) -> None:
    rows("CREATE TABLE odd (cartodb_id serial, the_geom text, doc jsonb, tags text[], small int2, day date)")
    table = central.get("v1/tables/odd").json()
    assert table["geometry_types"] == []
    assert table["schema"] == [
        ["cartodb_id", "number"],
        ["the_geom", "geometry", "geometry", "geometry"],
        ["day", "date"],
        ["doc", "jsonb"],
        ["small", "number"],
        ["tags", "_text"],
    ]


def test_a_wrong_key(anonymous: httpx.Client, upload: Upload) -> None:
    upload(STATIONS, privacy="public")
    for params in ({}, {"api_key": "wrong"}, {"api_key": "default_public"}):
        answer = anonymous.get("v1/tables/stations", params=params)
        assert (answer.status_code, answer.content) == (401, b"")
