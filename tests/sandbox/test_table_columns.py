"""Tables made and changed without an import, and their columns."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest

Upload = Callable[..., dict[str, Any]]
Rows = Callable[[str], list[dict[str, Any]]]
Alike = Callable[[Any, str], None]

STATIONS = "zone,name,latitude,longitude\nA,North,52.5,13.4\n"


@pytest.fixture
def stations(upload: Upload) -> None:
    upload(STATIONS)


def test_a_new_table(central: httpx.Client, rows: Rows, alike: Alike) -> None:
    body = {"name": "My towns!", "schema": "city text, people int", "description": "Towns", "tags": "a, b"}
    answer = central.post("v1/tables", json=body)
    assert answer.status_code == 200, answer.text
    made = answer.json()
    alike(
        {name: made[name] for name in made if name != "table_visualization"} | {"table_visualization": {}}, "table_get"
    )
    assert (made["name"], made["description"], made["privacy"]) == ("my_towns_", "Towns", "PRIVATE")
    assert answer.headers["location"] == f"/tables/{made['id']}"
    assert made["table_visualization"]["tags"] == []  # CARTO stores them without showing them
    assert {"city": "string", "people": "number"}.items() <= {name: kind for name, kind, *_ in made["schema"]}.items()
    assert rows("INSERT INTO my_towns_ (city) VALUES ('Oslo') RETURNING cartodb_id") == [{"cartodb_id": 1}]
    assert central.post("v1/tables", json=body).json()["name"] == "my_towns__1"
    assert central.post("v1/tables", json={}).json()["name"] == "untitled_table"


def test_new_tables_that_are_refused(central: httpx.Client, stations: None) -> None:
    """CARTO foresees none of these; a query, which once filled the table, is ignored."""
    made = central.post("v1/tables", json={"name": "copied", "from_query": "SELECT name, zone FROM stations;"}).json()
    assert (made["name"], made["rows_counted"]) == ("copied", 0)
    for wrong in ({"schema": "a nothing"}, {"the_geom_type": "cube"}):
        answer = central.post("v1/tables", json=wrong)
        assert (answer.status_code, answer.json()) == (500, {"status": "500", "error": "Internal Server Error"})


def test_changes_of_a_table(central: httpx.Client, anonymous: httpx.Client, stations: None, alike: Alike) -> None:
    body = {"privacy": 1, "description": "All of them", "tags": "rail,road", "name": "ignored"}
    changed = central.put("v1/tables/stations", json=body).json()
    alike({name: changed[name] for name in changed if name != "table_visualization"} | {"table_visualization": {}},
          "table_update")  # fmt: skip
    assert (changed["name"], changed["privacy"], changed["warnings"]) == ("stations", "PUBLIC", [])
    assert anonymous.get("v2/sql", params={"q": "SELECT name FROM stations"}).status_code == 200
    assert central.put("v1/tables/stations", json={"privacy": 3}).json() == {
        "errors": ["Privacy is not included in the list"]
    }
    assert central.get("v1/tables/stations/related_templates").status_code == 403
    for path in ("nothing", "nothing/related_templates", "nothing/columns"):
        answer = central.get(f"v1/tables/{path}")
        assert (answer.status_code, answer.content) == (404, b"")


def test_points_of_two_columns(central: httpx.Client, stations: None, rows: Rows) -> None:
    rows("UPDATE stations SET the_geom = NULL")
    assert central.put("v1/tables/stations", json={"latitude_column": "nil", "longitude_column": "nil"}).is_success
    assert rows("SELECT count(the_geom)::int AS n FROM stations") == [{"n": 0}]
    body = {"latitude_column": "latitude", "longitude_column": "longitude"}
    assert central.put("v1/tables/stations", json=body).json()["geometry_types"] == ["ST_Point"]
    body["longitude_column"] = "nothing"
    assert central.put("v1/tables/stations", json=body).status_code == 400


def test_columns(central: httpx.Client, stations: None, rows: Rows, alike: Alike) -> None:
    base = "v1/tables/stations/columns"
    listed = central.get(base).json()
    assert listed[:3] == [
        ["cartodb_id", "number"],
        ["the_geom", "geometry", "geometry", "point"],
        ["latitude", "number"],
    ]
    assert [len(column) for column in listed] == [2, 4, 2, 2, 2, 2]
    made = central.post(base, json={"name": "Postal code", "type": "number"}).json()
    alike(made, "table_column_create")
    assert made == {"name": "postal_code", "type": "double precision", "cartodb_type": "number"}
    read = central.get(f"{base}/postal_code").json()
    alike(read, "table_column_get")
    assert read == {"type": "number"}
    changed = central.put(f"{base}/postal_code", json={"type": "string", "new_name": "code"}).json()
    assert changed == {"name": "code", "type": "text", "cartodb_type": "string"}
    answer = central.delete(f"{base}/code")
    assert (answer.status_code, answer.content) == (204, b"")
    assert "code" not in [column[0] for column in central.get(base).json()]
    assert central.get(f"{base}/code").json() == {"errors": "Column code doesn't exist"}


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        ("string", ("text", "string")),
        ("date", ("timestamptz", "date")),
        ("boolean", ("boolean", "boolean")),
        ("numeric(10,2)", ("numeric(10,2)", "number")),
        ("bigint", ("bigint", "number")),
    ],
)
def test_types(central: httpx.Client, stations: None, kind: str, found: tuple[str, str]) -> None:
    made = central.post("v1/tables/stations/columns", json={"name": "extra", "type": kind}).json()
    assert (made["type"], made["cartodb_type"]) == found


def test_columns_that_are_refused(central: httpx.Client, stations: None) -> None:
    base = "v1/tables/stations/columns"
    wrong = [
        ("POST", base, {"name": "x", "type": "nothing"}),
        ("POST", base, {"name": "x", "type": "text; DROP TABLE stations"}),
        ("POST", base, {"name": "name", "type": "string"}),
        ("PUT", f"{base}/name", {"type": "number"}),
        ("PUT", f"{base}/the_geom", {"new_name": "shape"}),
        ("DELETE", f"{base}/cartodb_id", {}),
    ]
    for method, path, body in wrong:
        answer = central.request(method, path, json=body)
        assert (answer.status_code, [*answer.json()]) == (400, ["errors"]), (method, path, body)
        assert isinstance(answer.json()["errors"], list)
    assert central.delete(f"{base}/nothing").status_code == 400
    assert len(central.get(base).json()) == 6
