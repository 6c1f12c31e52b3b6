"""The layers that maps are made of, and a user's own basemaps."""

import uuid
from typing import Any

import httpx
import pytest

from carto_sandbox import Account

TILES = {"kind": "tiled", "options": {"urlTemplate": "http://example.com/{z}/{x}/{y}.png"}}


@pytest.fixture
def layers(central: httpx.Client) -> str:
    """Where those of a map of one dataset are."""
    central.post("v2/sql", json={"q": "CREATE TABLE stations (name text)"})
    central.post("v2/sql", json={"q": "SELECT CDB_CartodbfyTable('stations')"})
    map_id = central.post("v1/viz", json={"tables": ["stations"]}).json()["map_id"]
    return f"v1/maps/{map_id}/layers"


def _kinds(central: httpx.Client, path: str) -> list[Any]:
    body = central.get(path).json()
    assert body["total_entries"] == len(body["layers"])
    return [(layer["kind"], layer["order"]) for layer in body["layers"]]


def test_layers_of_a_map(central: httpx.Client, layers: str) -> None:
    assert [kind for kind, _ in _kinds(central, layers)][:2] == ["tiled", "carto"]
    options = {"table_name": "stations", "query": "SELECT * FROM stations", "tile_style": "#layer{}"}
    made = central.post(layers, json={"kind": "carto", "options": options, "order": 1})
    assert made.status_code == 200, made.text
    address = f"{layers}/{made.json()['id']}"
    changed = central.put(address, json={"options": {**options, "table_name": "other", "visible": False}}).json()
    assert (changed["options"]["table_name"], changed["options"]["visible"]) == ("stations", False)
    assert central.get(address).json() == changed
    assert central.delete(address).status_code == 204
    assert central.get(address).status_code == 404


def test_layers_that_are_refused(central: httpx.Client, anonymous: httpx.Client, layers: str) -> None:
    for body in ({}, {"kind": "nothing"}):
        assert central.post(layers, json=body).status_code == 500
    assert anonymous.post(layers, json=TILES).status_code == 401
    unknown = central.get(f"v1/maps/{uuid.uuid4()}/layers")
    assert (unknown.status_code, unknown.json()["errors"]) == (404, "Map not found")


def test_basemaps_of_a_user(central: httpx.Client, account: Account) -> None:
    base = f"v1/users/{account.uuid}/layers"
    assert _kinds(central, base) == []
    made = central.post(base, json=TILES).json()
    assert _kinds(central, base) == [("tiled", made["order"])]
    assert central.delete(f"{base}/{made['id']}").status_code == 204
    assert central.get(f"v1/users/{uuid.uuid4()}/layers").status_code == 403
