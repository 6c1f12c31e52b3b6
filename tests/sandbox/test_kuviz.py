"""Pages of HTML, datasets and tags as lists with links, uploads and services."""

import base64
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from carto_sandbox import Account

Upload = Callable[..., dict[str, Any]]
Alike = Callable[[Any, str], None]

PAGE = base64.b64encode(b"<!DOCTYPE html><html><body>Hello</body></html>").decode()


@pytest.fixture
def key(account: Account) -> dict[str, str]:
    return {"api_key": account.api_key}


@pytest.mark.parametrize(("kind", "listed"), [("kuviz", "visualizations"), ("app", "apps")])
def test_a_page_is_published(
    anonymous: httpx.Client, account: Account, key: dict[str, str], alike: Alike, kind: str, listed: str
) -> None:
    made = anonymous.post(f"v4/{kind}", params=key, json={"name": "Mine", "data": PAGE})
    assert made.status_code == 200, made.text
    alike(made.json(), "kuviz_create")
    assert (made.json()["privacy"], made.json()["url"]) == ("public", f"{account.base_url}/{kind}/{made.json()['id']}")
    everything = anonymous.get(f"v4/{kind}", params=key).json()
    alike(everything, "kuviz_list" if kind == "kuviz" else "app_list")
    assert (everything[listed], everything["total_entries"]) == ([made.json()], 1)
    address = f"v4/{kind}/{made.json()['id']}"
    locked = anonymous.put(address, json={**key, "privacy": "password", "password": "secret"}).json()
    alike(locked, "kuviz_update_password")
    assert locked["privacy"] == "password"
    assert anonymous.get(f"v4/{kind}", params={**key, "privacy": "public"}).json()["total_entries"] == 0
    [shown] = anonymous.get("v1/viz", params={**key, "types": kind}).json()["visualizations"]
    assert (shown["id"], shown["map_id"], shown["table"], shown["privacy"]) == (locked["id"], None, {}, "PASSWORD")
    assert anonymous.delete(address, params=key).status_code == 204
    assert anonymous.delete(address, params=key).status_code == 404


def test_ids_of_other_types_are_taken_as_well(
    anonymous: httpx.Client, central: httpx.Client, upload: Upload, key: dict[str, str]
) -> None:
    """As recorded: a dataset's id works as the id of a page, so that a call renames or drops the dataset."""
    upload("name\nNorth\n")
    dataset = central.get("v1/viz/stations").json()["id"]
    renamed = anonymous.put(f"v4/kuviz/{dataset}", params=key, json={"name": "hijacked"}).json()
    assert (renamed["name"], renamed["privacy"]) == ("hijacked", "private")
    assert central.get("v1/tables/hijacked").status_code == 200
    assert anonymous.delete(f"v4/app/{dataset}", params=key).status_code == 204
    assert central.get("v1/viz/hijacked").status_code == 404


def test_names_that_are_taken(anonymous: httpx.Client, key: dict[str, str]) -> None:
    body = {"name": "Mine", "data": PAGE}
    first = anonymous.post("v4/kuviz", params=key, json=body).json()
    assert anonymous.post("v4/app", params=key, json=body).status_code == 200
    refused = anonymous.post("v4/kuviz", params=key, json=body)
    assert (refused.status_code, [*refused.json()]) == (400, ["error"])
    second = anonymous.post("v4/kuviz", params=key, json={**body, "if_exists": "replace"}).json()
    assert second["id"] == first["id"]
    third = anonymous.post("v4/kuviz", params=key, json={**body, "name": "Other"}).json()
    address = f"v4/kuviz/{third['id']}"
    assert anonymous.put(address, params=key, json={"name": "Mine", "if_exists": "fail"}).status_code == 400
    assert anonymous.put(address, params=key, json={"name": "Mine"}).json()["name"] == "Mine"
    listed = anonymous.get("v4/kuviz", params=key).json()["visualizations"]
    assert [item["id"] for item in listed] == [third["id"]]


def test_pages_that_are_refused(anonymous: httpx.Client, key: dict[str, str]) -> None:
    text = base64.b64encode(b"no page").decode()
    for body in ({"name": "x"}, {"data": PAGE}, {"name": "x", "data": "%"}, {"name": "x", "data": text}):
        answer = anonymous.post("v4/kuviz", params=key, json=body)
        assert (answer.status_code, [*answer.json()]) == (400, ["error"])
    answer = anonymous.post("v4/kuviz", params=key, json={"name": "x", "data": PAGE, "if_exists": "maybe"})
    assert answer.json() == {
        "errors": "Wrong 'if_exists' parameter value. Valid values are one of fail, replace", "errors_cause": None,
    }  # fmt: skip
    made = anonymous.post("v4/kuviz", params=key, json={"name": "x", "data": PAGE}).json()
    assert anonymous.put(f"v4/kuviz/{made['id']}", params=key, json={"privacy": "password"}).status_code == 400
    assert anonymous.get("v4/kuviz", params={**key, "order": "size"}).status_code == 400


def test_keys_of_the_fourth_version(
    anonymous: httpx.Client, central: httpx.Client, account: Account, key: dict[str, str]
) -> None:
    for path, basic in (("v4/kuviz", 403), ("v4/datasets", 500)):
        assert anonymous.get(path).status_code == 401
        assert anonymous.get(path, params={"api_key": "wrong"}).status_code == 401
        assert anonymous.get(path, params={"api_key": "default_public"}).status_code == 403
        assert central.get(path).status_code == basic
    grants = [{"type": "apis", "apis": []}, {"type": "database", "table_metadata": []}]
    token = account.create_key("lister", grants).token
    assert anonymous.get("v4/datasets", params={"api_key": token}).json()["total"] == 0


def test_datasets(
    anonymous: httpx.Client, central: httpx.Client, upload: Upload, key: dict[str, str], alike: Alike
) -> None:
    upload("name\nNorth\n", privacy="public")
    central.post("v2/sql", json={"q": "CREATE TABLE plain (a int)"})
    body = anonymous.get("v4/datasets", params={**key, "per_page": "1"}).json()
    alike(body, "datasets_v4_list")
    assert (body["total"], body["count"], {*body["_links"]}) == (2, 1, {"first", "last", "next"})
    plain, stations = anonymous.get("v4/datasets", params=key).json()["result"]
    assert (plain["name"], plain["cartodbfied"], plain["privacy"], plain["mode"]) == ("plain", False, None, "rw")
    assert (stations["name"], stations["cartodbfied"], stations["privacy"]) == ("stations", True, "public")
    assert anonymous.get("v4/datasets", params={**key, "order": "size"}).status_code == 400


def test_tags(central: httpx.Client, upload: Upload, alike: Alike) -> None:
    upload("name\nNorth\n")
    dataset = central.get("v1/viz/stations").json()
    central.put("v1/viz/stations", json={"id": dataset["id"], "tags": ["Transport", "rail"]})
    central.post("v1/viz", json={"tables": ["stations"], "tags": ["transport"]})
    body = central.get("v3/tags").json()
    alike({**body, "result": body["result"][:1]}, "tags_v3_list")
    assert body["result"] == [
        {"tag": "transport", "datasets": 1, "maps": 1, "data_library": 0},
        {"tag": "rail", "datasets": 1, "maps": 0, "data_library": 0},
    ]
    assert central.get("v3/tags", params={"types": "derived", "q": "TRANS"}).json()["result"] == [
        {"tag": "transport", "maps": 1}
    ]
    assert central.get("v3/tags", params={"types": "stone"}).status_code == 400


def test_uploads_and_services(central: httpx.Client) -> None:
    """Of files CARTO loses hold."""
    for files in ({"file": ("my stations.csv", b"a\n1\n")}, None):
        answer = central.post("v1/uploads", files=files)
        assert (answer.status_code, answer.content) == (400, b"")
    base = "v1/imports/service"
    assert central.get(f"{base}/dropbox/token_valid").json() == {"oauth_valid": False, "success": True}
    for method, path in (("GET", "list_files"), ("GET", "auth_url"), ("DELETE", "invalidate_token")):
        answer = central.request(method, f"{base}/dropbox/{path}")
        assert (answer.status_code, [*answer.json()["errors"]]) == (400, ["imports"])
    assert central.get(f"{base}/paper/token_valid").status_code == 400
