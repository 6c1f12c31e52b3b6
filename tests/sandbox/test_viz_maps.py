"""Maps: made of tables and of each other, liked, watched, described for browsers, and deleted with their tables."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from carto_sandbox import Account

Upload = Callable[..., dict[str, Any]]
Alike = Callable[[Any, str], None]

STATIONS = "name,latitude,longitude\nNorth,52.5,13.4\n"


@pytest.fixture
def tables(upload: Upload) -> None:
    upload(STATIONS, privacy="public")
    upload(STATIONS, "lines.csv", privacy="link")
    upload(STATIONS, "secrets.csv")


def _create(central: httpx.Client, **body: Any) -> dict[str, Any]:
    answer = central.post("v1/viz", json=body)
    assert answer.status_code == 200, answer.text
    made: dict[str, Any] = answer.json()
    return made


def test_a_map_of_tables(central: httpx.Client, tables: None, alike: Alike) -> None:
    made = _create(central, name="Stations map", tables=["stations", "public.lines"], tags=["transport"])
    alike({**made, "synchronization": None}, "viz_create_or_update_response")
    assert (made["type"], made["privacy"], made["version"], made["table"]) == ("derived", "LINK", 3, {})
    assert [table["name"] for table in made["related_tables"]] == ["stations", "lines"]
    assert _create(central, tables=["stations"])["privacy"] == "PUBLIC"
    assert _create(central, tables=["stations", "lines", "secrets"])["privacy"] == "PRIVATE"
    assert central.get("v1/viz", params={"type": "derived"}).json()["total_entries"] == 3


def test_names(central: httpx.Client, tables: None) -> None:
    names = [
        _create(central, type="derived", **body)["name"]
        for body in ({}, {}, {"name": " "}, {"name": "M"}, {"name": "M"})
    ]
    assert names == ["Untitled map", "Untitled map 1", "Untitled map 2", "M", "M 1"]


def test_a_map_of_another_visualization(central: httpx.Client, tables: None) -> None:
    dataset = central.get("v1/viz/stations").json()
    first = _create(central, source_visualization_id=dataset["id"], name="One", description="about it")
    assert [table["name"] for table in first["related_tables"]] == ["stations"]
    central.put(f"v1/maps/{first['map_id']}", json={"zoom": 7})
    second = _create(central, source_visualization_id=first["id"])
    assert (second["name"], second["description"]) == ("One copy", "about it")
    assert [table["id"] for table in second["related_tables"]] == [table["id"] for table in first["related_tables"]]
    assert central.get(f"v1/maps/{second['map_id']}").json()["zoom"] == 7


@pytest.mark.parametrize(
    ("body", "status", "answer"),
    [
        ({"source_visualization_id": "nothing"}, 403, None),
        ({"tables": ["nothing"]}, 400, {"errors": None}),
        ({"type": "remote"}, 400, {"errors": None}),
        ({"name": "x"}, 400, {"errors": ["Type can't be blank", "Type is not included in the list"]}),  # as recorded
        (
            {"type": "derived", "privacy": "secret"},
            400,
            {"errors": ["Privacy 'secret' is not one of public, link, private, password"]},
        ),
        ({"type": "derived", "privacy": "password"}, 400, {"errors": ["Privacy password needs a password"]}),
    ],
)
def test_maps_that_are_refused(central: httpx.Client, body: dict[str, Any], status: int, answer: object) -> None:
    response = central.post("v1/viz", json=body)
    assert response.status_code == status
    assert (response.json() if response.content else None) == answer
    assert central.get("v1/viz").json()["total_entries"] == 0


def test_a_viewer_makes_no_maps(central: httpx.Client, account: Account) -> None:
    account.profile.viewer = True
    answer = central.post("v1/viz", json={})
    assert (answer.status_code, answer.content) == (403, b"")


def test_likes(central: httpx.Client, anonymous: httpx.Client, tables: None, alike: Alike) -> None:
    liked = central.post("v1/viz/stations/like")
    alike(liked.json(), "viz_like")
    assert (liked.status_code, liked.json()["liked"]) == (200, True)
    again = central.post("v1/viz/stations/like")
    assert (again.status_code, again.json()) == (400, {"text": "You've already favorited this visualization"})
    params = {"type": "table", "only_liked": "true"}
    [item] = central.get("v1/viz", params=params).json()["visualizations"]
    assert (item["name"], item["liked"]) == ("stations", True)
    order = {"type": "table", "order": "favorited"}
    body = central.get("v1/viz", params=order).json()
    assert (body["visualizations"][0]["name"], body["total_likes"]) == ("stations", 1)
    for method in ("POST", "DELETE"):
        refused = anonymous.request(method, "v1/viz/stations/like")
        assert (refused.status_code, refused.content) == (403, b"")
    assert central.delete("v1/viz/stations/like").json()["liked"] is False
    assert central.get("v1/viz", params=params).json()["total_entries"] == 0


def test_watching(central: httpx.Client, tables: None, as_owner: httpx.Client, team: tuple[Account, Account]) -> None:
    assert central.put("v1/viz/stations/watching").json() == []  # belongs to no organization
    map_id = _create(as_owner, type="derived")["id"]
    assert as_owner.get(f"v1/viz/{map_id}/watching").json() == []
    assert as_owner.put(f"v1/viz/{map_id}/watching").json() == [team[0].username]
    assert as_owner.get(f"v1/viz/{map_id}/watching").json() == [team[0].username]


def test_vizjson(central: httpx.Client, anonymous: httpx.Client, tables: None) -> None:
    made = _create(central, tables=["stations", "lines"])
    second, third = (anonymous.get(f"{version}/viz/{made['id']}/viz").json() for version in ("v2", "v3"))
    assert (second["version"], third["version"]) == ("0.1.0", "3.0.0")
    for described in (second, third):
        assert (described["id"], described["title"]) == (made["id"], made["name"])
        names = [layer["options"].get("layer_name") for layer in described["layers"]]
        assert names == [None, "stations", "lines"]
    assert anonymous.get("v3/viz/secrets/viz").status_code == 403
    assert central.get("v3/viz/secrets/viz").json()["datasource"]["template_name"].startswith("tpl_")
    assert central.get("v1/viz/secrets/viz").status_code == 404


def test_pictures_and_templates(central: httpx.Client, account: Account, tables: None) -> None:
    viz_id = central.get("v1/viz/stations").json()["id"]
    answer = central.get("v2/viz/stations/static/300/200.png")
    template = f"tpl_{viz_id.replace('-', '_')}"
    assert answer.status_code == 302
    assert answer.headers["location"] == f"{account.base_url}/api/v1/map/static/named/{template}/300/200.png"
    for size in ("1/200", "300/8193", "300/wide"):
        assert central.get(f"v2/viz/stations/static/{size}.png").status_code == 400
    answer = central.get("v1/viz/stations/google_maps_static_image")
    assert (answer.status_code, type(answer.json()["errors"])) == (400, str)
    assert central.get("v1/viz/stations/related_templates").json() == {"items": []}
    assert central.get("v1/viz/nothing/related_templates").status_code == 404


def test_a_map_goes_with_its_last_table(central: httpx.Client, tables: None) -> None:
    one, both = _create(central, tables=["stations"]), _create(central, tables=["stations", "lines"])
    assert central.delete("v1/viz/stations").status_code == 204
    assert central.get(f"v1/viz/{one['id']}").status_code == 404
    assert [table["name"] for table in central.get(f"v1/viz/{both['id']}").json()["related_tables"]] == ["lines"]
    assert central.delete(f"v1/viz/{both['id']}").status_code == 204
    assert central.get("v1/viz/lines").status_code == 200


def test_settings_of_a_map(central: httpx.Client, tables: None, alike: Alike) -> None:
    made = _create(central, tables=["stations"])
    address = f"v1/maps/{made['map_id']}"
    alike(central.get(address).json(), "map_get")
    changed = central.put(address, json={"zoom": 5, "center": "", "provider": None}).json()
    assert (changed["zoom"], changed["center"], changed["provider"]) == (5, "[30, 0]", "leaflet")
    assert central.put(address, json={"zoom": "near"}).status_code == 422
    assert central.get("v1/maps/nothing").json() == {"errors": "Map not found", "errors_cause": None}


@pytest.mark.parametrize(
    "path",
    ["v1/maps/x/layers", "v1/connectors", "v1/connectors/mysql/tables", "v4/connections", "v4/connectors",
     "v1/organization/x/groups", "v2/organization/x/users/y/mfa/totp"],
)  # fmt: skip
def test_features_that_are_off(central: httpx.Client, anonymous: httpx.Client, path: str) -> None:
    answer = central.get(path)
    assert (answer.status_code, answer.content) == (404, b"")
    assert anonymous.get(path).status_code == 401
