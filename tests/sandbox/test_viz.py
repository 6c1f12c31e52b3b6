"""Datasets and maps: lists, single items, changes and deletion, for the owner and for everybody."""

import json
import re
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from carto_sandbox import Account

Upload = Callable[..., dict[str, Any]]
Rows = Callable[[str], list[dict[str, Any]]]

STATIONS = "name,latitude,longitude\nNorth,52.5,13.4\nSouth,48.1,11.6\n"
RAILS = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
RUBY = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC")
PRIVATE_FIELDS = [
    "id", "name", "display_name", "map_id", "active_layer_id", "type", "tags", "description", "privacy", "created_at",
    "updated_at", "locked", "source", "title", "license", "attributions", "kind", "external_source", "url", "version",
    "prev_id", "next_id", "parent_id", "transition_options", "active_child", "children",
]  # fmt: skip
PUBLIC_FIELDS = [
    "id", "name", "display_name", "attributions", "source", "license", "type", "tags", "description", "created_at",
    "updated_at", "title", "kind", "privacy",
]  # fmt: skip
OWNER_FIELDS = {
    "id", "name", "last_name", "username", "email", "avatar_url", "website", "description", "location",
    "twitter_username", "disqus_shortname", "available_for_hire", "base_url", "google_maps_query_string",
    "quota_in_bytes", "table_count", "viewer", "role_display", "org_admin", "public_visualization_count",
    "all_visualization_count", "org_user", "remove_logo",
}  # fmt: skip


def _names(answer: httpx.Response) -> list[str]:
    assert answer.status_code == 200, answer.text
    return [item["name"] for item in answer.json()["visualizations"]]


def test_list_of_an_imported_dataset(central: httpx.Client, upload: Upload, account: Account) -> None:
    job = upload(STATIONS)
    body = central.get("v1/viz", params={"types": "table"}).json()
    totals = ["total_entries", "total_user_entries", "total_locked", "total_likes", "total_shared"]
    assert [*body] == ["visualizations", *totals]
    assert [body[name] for name in totals] == [1, 1, 0, 0, 0]
    [item] = body["visualizations"]
    tail = ["synchronization", "uses_builder_features", "liked", "permission", "stats", "auth_tokens", "table"]
    assert [*item] == PRIVATE_FIELDS + tail
    assert (item["name"], item["type"], item["privacy"], item["version"]) == ("stations", "table", "PRIVATE", 3)
    assert item["url"] == f"{account.base_url}/tables/stations"
    assert RAILS.fullmatch(item["updated_at"])
    assert len(item["stats"]) == 30
    assert set(item["permission"]) == {"id", "owner", "entity", "acl", "created_at", "updated_at"}
    assert set(item["permission"]["owner"]) == OWNER_FIELDS
    assert len(item["auth_tokens"]) == 1
    table = item["table"]
    assert (table["id"], table["row_count"], table["geometry_types"]) == (job["table_id"], 2, ["ST_Point"])
    assert table["size"] > 0
    assert set(table) == {
        "id", "name", "geometry_types", "privacy", "updated_at", "synchronization", "size", "row_count", "permission",
    }  # fmt: skip


def test_list_without_what_can_be_switched_off(central: httpx.Client, upload: Upload) -> None:
    upload(STATIONS)
    names = "stats table liked permission synchronization uses_builder_features table_size_and_row_count auth_tokens"
    params = {f"show_{name}": "false" for name in names.split()} | {"load_totals": "false", "type": "table"}
    body = central.get("v1/viz", params=params).json()
    assert [*body] == ["visualizations", "total_entries"]
    [item] = body["visualizations"]
    assert [*item] == [*PRIVATE_FIELDS, "stats", "auth_tokens"]
    assert item["stats"] == {}
    params["show_table"] = "true"
    [item] = central.get("v1/viz", params=params).json()["visualizations"]
    assert set(item["table"]) == {"id", "name", "geometry_types", "privacy", "updated_at", "synchronization"}


def test_an_empty_list(central: httpx.Client) -> None:
    assert central.get("v1/viz/").json() == {
        "visualizations": [], "total_entries": 0, "total_user_entries": 0, "total_locked": 0, "total_likes": 0,
        "total_shared": 0,
    }  # fmt: skip


def test_filters(central: httpx.Client, upload: Upload) -> None:
    for name, privacy in (("alpha_one", "public"), ("alpha_two", "link"), ("beta", "private")):
        upload(STATIONS, f"{name}.csv", privacy=privacy)
    beta = central.get("v1/viz/beta").json()
    changes = {"id": beta["id"], "tags": ["Rail", "bus"], "description": "All Alpha stops", "locked": True}
    assert central.put("v1/viz/beta", json=changes).status_code == 200

    def found(**params: str) -> set[str]:
        return set(_names(central.get("v1/viz", params={"types": "table,derived", **params})))

    everything = {"alpha_one", "alpha_two", "beta"}
    assert found() == everything
    assert found(privacy="public") == {"alpha_one"}
    assert found(privacy="PUBLIC") == set()
    assert found(q="ALPHA_") == {"alpha_one", "alpha_two"}
    assert found(q="alpha") == everything
    assert found(tags="rail") == {"beta"}
    assert found(locked="true") == {"beta"}
    assert found(locked="false") == {"alpha_one", "alpha_two"}
    assert found(only_published="true") == {"alpha_one", "alpha_two"}
    assert found(exclude_shared="true") == found(exclude_raster="true") == found(shared="no") == everything
    for nothing in ("only_shared", "only_liked", "only_with_display_name", "subscribed", "sample"):
        assert found(**{nothing: "true"}) == set()
    assert found(shared="only") == set()
    assert found(types="derived", type="table") == set()
    assert _names(central.get("v1/viz", params={"types": "table", "q": "alpha"}))[-1] == "beta"
    assert central.get("v1/viz").json()["total_entries"] == 0


def test_orders_and_pages(central: httpx.Client, upload: Upload, rows: Rows) -> None:
    for name in ("b", "a", "c"):
        upload(STATIONS, f"{name}.csv")
    rows("INSERT INTO b (name) SELECT 'x' FROM generate_series(1, 5000)")
    rows("ANALYZE b")

    def listed(**params: str | int) -> list[str]:
        return _names(central.get("v1/viz", params={"type": "table", **params}))

    assert listed() == ["c", "a", "b"]
    assert listed(order="updated_at", order_direction="asc") == ["b", "a", "c"]
    assert listed(order="name", order_direction="asc") == ["a", "b", "c"]
    assert listed(order="privacy,name", order_direction="asc,desc") == ["c", "b", "a"]
    assert listed(order="size")[0] == listed(order="estimated_row_count")[0] == "b"
    assert listed(order="name", order_direction="asc", page=2, per_page=2) == ["c"]
    assert listed(page=3, per_page=2) == []
    assert central.get("v1/viz", params={"type": "table", "per_page": 1}).json()["total_entries"] == 3


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("page", "0"), ("page", "x"), ("per_page", "-1"), ("order", "likes"),
        ("order_direction", "up"),
    ],
)  # fmt: skip
def test_wrong_parameters_of_the_list(central: httpx.Client, name: str, value: str) -> None:
    answer = central.get("v1/viz", params={name: value})
    assert answer.status_code == 400
    assert [*answer.json()] == ["error"]
    assert answer.json()["error"].startswith(f"Wrong '{name}' parameter value.")


@pytest.mark.parametrize(
    ("params", "text"),
    [
        ({"order": "name,size"}, "Wrong 'order' parameter combination."),
        ({"bbox": "1,2,3,4"}, "Filter by bbox is only supported for type table"),
        ({"bbox": "here", "type": "table"}, "all bounding box parameters must be floats"),
        ({"bbox": "1,2,3", "type": "table"}, "bounding box must have 4 coordinates: minx, miny, maxx, maxy"),
    ],
)
def test_combinations_that_are_refused(central: httpx.Client, params: dict[str, str], text: str) -> None:
    answer = central.get("v1/viz", params=params)
    assert (answer.status_code, [*answer.json()]) == (400, ["error"])
    assert answer.json()["error"].startswith(text)


def test_reading_one(central: httpx.Client, upload: Upload) -> None:
    upload(STATIONS)
    item = central.get("v1/viz/stations").json()
    tail = ["related_tables", "synchronization", "uses_builder_features", "stats", "auth_tokens", "table"]
    assert [*item] == PRIVATE_FIELDS + tail
    assert item["stats"] == {}
    assert "permission" not in item["table"]
    moments = re.findall(r'"(\d{4}-\d\d-\d\d[^"]*)"', json.dumps(item))
    assert len(moments) == 3
    assert all(RUBY.fullmatch(moment) for moment in moments)
    for identifier in (item["id"], "public.stations", f"public.{item['id']}"):
        assert central.get(f"v1/viz/{identifier}").json()["id"] == item["id"]
    switches = {f"show_{name}": "true" for name in ("liked", "permission", "stats")} | {"fetch_user": "true"}
    full = central.get("v1/viz/stations", params=switches).json()
    assert set(full) - set(item) == {"liked", "permission", "user"}
    assert len(full["stats"]) == 30
    assert "permission" in full["table"]


def test_maps_and_the_datasets_they_need(central: httpx.Client, upload: Upload) -> None:
    job = upload(STATIONS, create_vis="true")
    drawn = central.get(f"v1/viz/{job['visualization_id']}").json()
    assert (drawn["type"], drawn["version"], drawn["table"]) == ("derived", 3, {})
    assert [table["name"] for table in drawn["related_tables"]] == ["stations"]
    params = {"with_dependent_visualizations": "1", "type": "table"}
    [item] = central.get("v1/viz", params=params).json()["visualizations"]
    assert item["dependent_visualizations_count"] == 1
    [dependent] = item["dependent_visualizations"]
    assert [*dependent] == ["id", "name", "updated_at", "permission", "auth_tokens"]
    assert dependent["id"] == drawn["id"]
    assert central.delete("v1/viz/stations").status_code == 204
    assert central.get(f"v1/viz/{drawn['id']}").status_code == 404


def test_update_renames_the_table(central: httpx.Client, upload: Upload, rows: Rows) -> None:
    upload(STATIONS)
    before = central.get("v1/viz/stations").json()
    after = central.put(f"v1/viz/{before['id']}", json=before | {"name": "Train Stations"}).json()
    assert (after["name"], after["table"]["name"], after["id"]) == ("train_stations", "train_stations", before["id"])
    assert RAILS.fullmatch(after["updated_at"])
    assert {"liked", "permission", "related_tables"} <= set(after)
    assert rows("SELECT count(*) AS n FROM train_stations") == [{"n": 2}]
    upload(STATIONS)
    kept = central.put("v1/viz/train_stations", json={"id": before["id"], "name": "stations"})
    assert (kept.status_code, kept.json()["name"]) == (200, "stations_1")


def test_update_of_every_field(central: httpx.Client, upload: Upload) -> None:
    upload(STATIONS)
    viz_id = central.get("v1/viz/stations").json()["id"]
    fields: dict[str, Any] = {
        "description": "d", "title": "t", "source": "s", "license": "mit", "attributions": "a", "display_name": "D",
        "tags": ["x"], "locked": True, "transition_options": {"a": 1}, "kind": "geom",
    }  # fmt: skip
    changed = central.put("v1/viz/stations", json={"id": viz_id, "liked": True, "type": "derived", **fields}).json()
    assert {name: changed[name] for name in fields} == fields
    assert (changed["liked"], changed["type"]) == (False, "table")
    read = central.get(f"v1/viz/{viz_id}").json()
    assert {name: read[name] for name in fields} == fields


def test_update_of_privacy_opens_and_closes_the_table(
    central: httpx.Client, anonymous: httpx.Client, upload: Upload
) -> None:
    upload(STATIONS)
    viz_id = central.get("v1/viz/stations").json()["id"]
    select = {"q": "SELECT name FROM stations"}
    for privacy, status in (("public", 200), ("PRIVATE", 403), ("link", 200), ("private", 403)):
        changed = central.put("v1/viz/stations", json={"id": viz_id, "privacy": privacy}).json()
        assert changed["privacy"] == privacy.upper()
        assert changed["table"]["privacy"] == ("PUBLIC" if status == 200 else "PRIVATE")
        assert anonymous.get("v2/sql", params=select).status_code == status


@pytest.mark.parametrize("body", [{}, {"id": "stations"}, {"id": None}])
def test_update_needs_the_id(central: httpx.Client, upload: Upload, body: dict[str, Any]) -> None:
    upload(STATIONS)
    answer = central.put("v1/viz/stations", json=body | {"name": "other"})
    assert (answer.status_code, answer.content) == (403, b"")


@pytest.mark.parametrize(
    "change",
    [{"privacy": "password"}, {"name": " "}, {"name": 5}, {"tags": "x"}, {"locked": "yes"}],
)
def test_updates_that_are_refused_change_nothing(central: httpx.Client, upload: Upload, change: dict[str, Any]) -> None:
    upload(STATIONS)
    before = central.get("v1/viz/stations").json()
    answer = central.put("v1/viz/stations", json={"id": before["id"], "title": "new", **change})
    assert answer.status_code == 400
    assert all(isinstance(text, str) for text in answer.json()["errors"])
    assert central.get("v1/viz/stations").json() == before


def test_deletion_drops_the_table(central: httpx.Client, upload: Upload, rows: Rows) -> None:
    upload(STATIONS)
    viz_id = central.get("v1/viz/stations").json()["id"]
    answer = central.delete(f"v1/viz/{viz_id}/")
    assert (answer.status_code, answer.content) == (204, b"")
    assert rows("SELECT to_regclass('public.stations') IS NULL AS gone") == [{"gone": True}]
    missing = {"errors": "Visualization does not exist", "errors_cause": None}
    for method in ("GET", "PUT", "DELETE"):
        answer = central.request(method, f"v1/viz/{viz_id}")
        assert (answer.status_code, answer.json()) == (404, missing)


def test_deletion_of_a_table_that_a_view_needs(central: httpx.Client, upload: Upload, rows: Rows) -> None:
    upload(STATIONS)
    rows("CREATE VIEW names AS SELECT name FROM stations")
    answer = central.delete("v1/viz/stations")
    assert answer.status_code == 400
    assert "depend" in answer.json()["errors"][0]
    assert central.get("v1/viz/stations").status_code == 200


def test_tables_made_renamed_and_dropped_with_sql_are_noticed(central: httpx.Client, rows: Rows) -> None:
    rows("CREATE TABLE made (cartodb_id bigserial PRIMARY KEY, the_geom text, name text)")
    rows("CREATE TABLE plain (name text)")
    made = central.get("v1/viz/made").json()
    assert (made["type"], made["privacy"]) == ("table", "PRIVATE")
    assert central.get("v1/viz/plain").status_code == 404
    rows("ALTER TABLE made RENAME TO renamed")
    assert central.get("v1/viz/renamed").json()["id"] == made["id"]
    rows("DROP TABLE renamed")
    assert central.get("v1/viz", params={"type": "table"}).json()["visualizations"] == []


def test_the_public_sees_what_is_public_in_its_own_form(
    central: httpx.Client, anonymous: httpx.Client, upload: Upload
) -> None:
    for privacy in ("public", "link", "private"):
        upload(STATIONS, f"{privacy}_one.csv", privacy=privacy)
    for params in ({}, {"api_key": "wrong"}):
        body = anonymous.get("v1/viz", params={"types": "table", **params}).json()
        assert [*body] == ["visualizations", "total_entries"]
        [item] = body["visualizations"]
        assert item["name"] == "public_one"
        assert [*item] == [*PUBLIC_FIELDS, "liked", "permission", "stats", "auth_tokens", "table"]
        assert set(item["permission"]) == {"id", "owner"}
        assert "email" not in item["permission"]["owner"]
    one = anonymous.get("v1/viz/link_one").json()
    assert [*one] == [*PUBLIC_FIELDS, "stats", "auth_tokens", "table"]
    assert RUBY.fullmatch(one["created_at"])
    refused = anonymous.get("v1/viz/private_one")
    assert refused.status_code == 403
    assert refused.json() == {"errors": "Visualization not viewable", "errors_cause": None}


def test_a_password_opens_what_needs_one(central: httpx.Client, anonymous: httpx.Client, upload: Upload) -> None:
    upload(STATIONS)
    viz_id = central.get("v1/viz/stations").json()["id"]
    body = {"id": viz_id, "privacy": "password", "password": "open sesame"}
    assert central.put("v1/viz/stations", json=body).json()["privacy"] == "PASSWORD"
    closed = anonymous.get("v1/viz/stations")
    assert (closed.status_code, closed.json()["errors_cause"]) == (403, "privacy_password")
    assert anonymous.get("v1/viz/stations", params={"password": "open sesame"}).status_code == 200


def test_who_may_not(account: Account, anonymous: httpx.Client, upload: Upload) -> None:
    upload(STATIONS, privacy="public")
    for method in ("PUT", "DELETE"):
        answer = anonymous.request(method, "v1/viz/stations", params={"api_key": "default_public"})
        assert (answer.status_code, answer.content) == (401, b"")
    nobody = account.base_url.replace(account.username, "nobody-here")
    answer = anonymous.get(f"{nobody}/api/v1/viz")
    assert (answer.status_code, answer.json()) == (400, {"error": "Wrong 'username' parameter value."})
    assert anonymous.get(f"{nobody}/api/v1/viz/stations").status_code == 401
