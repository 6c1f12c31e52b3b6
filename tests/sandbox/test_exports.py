"""Exports of maps: states, the file, and who may have it."""

import csv
import io
import json
import re
import uuid
import zipfile
from collections.abc import Callable
from typing import Any

import httpx
import pytest

Upload = Callable[..., dict[str, Any]]
Alike = Callable[[Any, str], None]
Until = Callable[..., list[Any]]

UNFORESEEN = {"status": "500", "error": "Internal Server Error"}
STATIONS = "name,latitude,longitude\nNorth,52.5,13.4\nSouth,48.1,11.6\n"


@pytest.fixture
def map_id(upload: Upload) -> str:
    return str(upload(STATIONS, create_vis="true")["visualization_id"])


def _finish(client: httpx.Client, export_id: str, until: Until) -> tuple[list[str], dict[str, Any]]:
    def read() -> Any:
        return client.get(f"v3/visualization_exports/{export_id}").json()["state"]

    states = until(read, lambda state: state in ("complete", "failure"))
    return states, client.get(f"v3/visualization_exports/{export_id}").json()


def test_a_map_becomes_a_file(central: httpx.Client, map_id: str, alike: Alike, until: Until) -> None:
    answer = central.post("v3/visualization_exports", json={"visualization_id": map_id})
    assert answer.status_code == 201
    begun = answer.json()
    alike(begun, "visualization_export_create")
    assert (begun["state"], begun["url"], begun["visualization_id"]) == ("pending", None, map_id)
    states, done = _finish(central, begun["id"], until)
    assert states[-3:] == ["exporting", "uploading", "complete"]
    alike(done, "visualization_export_complete_local")
    assert re.fullmatch(r"/uploads/[0-9a-f]{20}/\S+ map \(on \d{4}-\d\d-\d\d at \d\d\.\d\d\.\d\d\)\.carto", done["url"])
    answer = central.get(str(httpx.URL(central.base_url).join(done["url"])))
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/octet-stream")
    by_application = central.get(f"v3/visualization_exports/{begun['id']}/download")  # as recorded
    assert (by_application.status_code, by_application.json()) == (500, UNFORESEEN)
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert archive.namelist() == ["visualization.json", "tables/stations.csv"]
        assert json.loads(archive.read("visualization.json"))["visualization"]["id"] == map_id
        found = [*csv.DictReader(io.StringIO(archive.read("tables/stations.csv").decode()))]
    assert [(row["cartodb_id"], row["name"]) for row in found] == [("1", "North"), ("2", "South")]


def test_only_tables_of_the_map(central: httpx.Client, map_id: str, until: Until) -> None:
    table_id = central.get("v1/tables/stations").json()["id"]
    body = {"visualization_id": map_id, "user_tables_ids": table_id}
    assert central.post("v3/visualization_exports", json=body).status_code == 201
    body["user_tables_ids"] = f"{table_id},{uuid.uuid4()}"
    answer = central.post("v3/visualization_exports", json=body)
    assert (answer.status_code, {*answer.json()}) == (422, {"errors", "errors_cause"})


def test_without_a_key(central: httpx.Client, anonymous: httpx.Client, map_id: str, alike: Alike, until: Until) -> None:
    body = {"visualization_id": map_id}
    assert anonymous.post("v3/visualization_exports", json=body).status_code == 403
    mine = central.post("v3/visualization_exports", json=body).json()
    assert anonymous.get(f"v3/visualization_exports/{mine['id']}").status_code == 403
    central.put(f"v1/viz/{map_id}", json={"id": map_id, "privacy": "public"})
    begun = anonymous.post("v3/visualization_exports", json=body).json()
    alike(begun, "visualization_export_anonymous")
    _, done = _finish(anonymous, begun["id"], until)
    assert anonymous.get(str(httpx.URL(anonymous.base_url).join(done["url"]))).content[:2] == b"PK"


def test_what_is_refused(central: httpx.Client, map_id: str) -> None:
    dataset = central.get("v1/viz/stations").json()["id"]
    answer = central.post("v3/visualization_exports", json={"visualization_id": dataset})
    text = 'Errors: ["Visualization Only derived visualizations can be exported"]'
    assert (answer.status_code, answer.json()) == (422, {"errors": text, "errors_cause": None})
    unknown = str(uuid.uuid4())
    assert central.post("v3/visualization_exports", json={"visualization_id": unknown}).status_code == 404
    answer = central.get(f"v3/visualization_exports/{unknown}")
    message = f"Visualization export not found: {unknown}"
    assert (answer.status_code, answer.json()) == (404, {"errors": message, "errors_cause": None})
    assert central.get("v3/visualization_exports/nothing").status_code == 500
    begun = central.post("v3/visualization_exports", json={"visualization_id": map_id}).json()
    assert central.get(f"v3/visualization_exports/{begun['id']}/download").json() == UNFORESEEN
