"""Single rows of a dataset."""

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

Rows = Callable[[str], list[dict[str, Any]]]
Alike = Callable[[Any, str], None]

BASE = "v1/tables/cities/records"
MADRID = {
    "city": "Madrid",
    "opened": "1919-10-17",
    "active": True,
    "amount_numeric_column": 12.50,
    "the_geom": '{"type":"Point","coordinates":[-3.699732,40.423012]}',
}


@pytest.fixture
def cities(rows: Rows) -> None:
    columns = (
        "city text, opened timestamptz, active boolean, amount_numeric_column numeric(10,2), people int, size float"
    )
    rows(f"CREATE TABLE cities ({columns}, created_at timestamptz DEFAULT now(), updated_at timestamptz DEFAULT now())")
    rows("SELECT CDB_CartodbfyTable('cities')")


def test_a_row_is_made_read_changed_and_deleted(central: httpx.Client, cities: None, rows: Rows, alike: Alike) -> None:
    answer = central.post(BASE, json=MADRID)
    assert answer.status_code == 200, answer.text
    made = answer.json()
    alike({name: made[name] for name in made if name not in ("people", "size")}, "table_record_get")
    assert [*made] == [
        "cartodb_id", "the_geom", "active", "amount_numeric_column", "city", "opened", "people", "size", "created_at",
        "updated_at",
    ]  # fmt: skip
    assert (made["cartodb_id"], made["city"], made["active"], made["people"]) == (1, "Madrid", True, None)
    assert (made["amount_numeric_column"], made["opened"]) == ("12.50", "1919-10-17T00:00:00.000+00:00")
    assert json.loads(made["the_geom"]) == {"type": "Point", "coordinates": [-3.699732, 40.423012]}
    assert central.get(f"{BASE}/1").json() == made
    changed = central.put(f"{BASE}/1", json={"people": 3_200_000, "city": None, "cartodb_id": 9}).json()
    assert (changed["cartodb_id"], changed["people"], changed["city"]) == (1, 3_200_000, None)
    assert central.delete(f"{BASE}/1,nothing").status_code == 404
    for ids in ("1,2", "1"):
        answer = central.delete(f"{BASE}/{ids}")
        assert (answer.status_code, answer.content) == (204, b"")
    assert rows("SELECT * FROM cities") == []


def test_defaults_and_ids(central: httpx.Client, cities: None) -> None:
    assert central.post(BASE, json={}).json()["cartodb_id"] == 1
    assert central.post(BASE, json={"cartodb_id": 7}).json()["cartodb_id"] == 7
    assert central.post(BASE, json={"cartodb_id": 7}).status_code == 400


def test_values_of_another_type(central: httpx.Client, cities: None) -> None:
    """CARTO never answers the first, and finds no row for the second."""
    made = central.post(BASE, json={"people": "many", "size": 1.5})
    assert (made.status_code, made.content) == (504, b"")
    made = central.post(BASE, json={"size": 1.5})
    address = f"{BASE}/{made.json()['cartodb_id']}"
    assert central.put(address, json={"people": "many"}).status_code == 404
    assert central.get("v1/tables/cities/columns/people").json() == {"type": "number"}
    assert central.put(address, json={"size": "NaN"}).json()["size"] is None


def test_what_is_refused(central: httpx.Client, account: Any, cities: None) -> None:
    for method, path in (("GET", f"{BASE}/99"), ("PUT", f"{BASE}/99")):
        answer = central.request(method, path, json={"city": "Oslo"} if method == "PUT" else None)
        text = "Record 99 not found" if method == "GET" else "row identified with 99 not found"
        assert (answer.status_code, answer.json()) == (404, {"errors": [text]})
    assert central.get(f"{BASE}/one").status_code == 404
    for method, path in (("POST", BASE), ("PUT", f"{BASE}/1")):
        answer = central.request(method, path, json={"mayor": "Ada"})
        assert (answer.status_code, answer.json()) == (400, {"errors": ["CartoDB::InvalidAttributes"]})
    # Any parameter is a column but the key.
    assert central.post(BASE, params={"client": "x"}, json={}).status_code == 400
    assert central.post(BASE, json={"api_key": account.api_key}).status_code == 200
    assert central.post(BASE, json={"the_geom": "somewhere"}).status_code == 400
    assert central.get(BASE).status_code == 404
