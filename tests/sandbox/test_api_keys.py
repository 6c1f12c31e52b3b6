"""API keys: lists and pages, and new keys that PostgreSQL obeys."""

import re
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from carto_sandbox import Account

Upload = Callable[..., dict[str, Any]]
Rows = Callable[[str], list[dict[str, Any]]]

APIS = {"type": "apis", "apis": ["sql"]}
NO_DATABASE = {"type": "database", "tables": [], "schemas": []}


def _grants(*permissions: str, table: str = "stations") -> list[dict[str, Any]]:
    tables = [{"schema": "public", "name": table, "permissions": [*permissions]}]
    return [APIS, {"type": "database", "tables": tables}]


@pytest.fixture
def stations(upload: Upload) -> None:
    upload("name\nNorth\n")


def test_the_keys_of_a_new_account(central: httpx.Client, account: Account) -> None:
    body = central.get("v3/api_keys").json()
    assert (body["total"], body["count"]) == (2, 2)
    master, default = body["result"]
    assert (master["name"], master["type"], master["token"]) == ("Master", "master", account.api_key)
    assert [grant["type"] for grant in master["grants"]] == ["apis", "database", "dataservices"]
    assert (default["name"], default["token"]) == ("Default public", "default_public")
    assert default["grants"] == [{"type": "apis", "apis": ["sql", "maps"]}, NO_DATABASE]
    # CARTO names the account twice.
    assert default["_links"] == {"self": f"{account.base_url}/u/{account.username}/api/v3/api_keys/Default+public"}
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC", default["created_at"])
    one = central.get("v3/api_keys/Default public").json()
    assert one == {name: value for name, value in default.items() if name != "_links"}
    assert [*one] == ["name", "user", "type", "token", "grants", "created_at", "updated_at"]


def test_pages_link_to_each_other(central: httpx.Client, anonymous: httpx.Client, account: Account) -> None:
    for name in ("c", "b", "a"):
        assert central.post("v3/api_keys", json={"name": name, "grants": [APIS]}).status_code == 201
    params: dict[str, str | int] = {"api_key": account.api_key, "per_page": 3, "order": "name"}
    first = anonymous.get("v3/api_keys", params=params).json()
    assert [key["name"] for key in first["result"]] == ["Master", "Default public", "a"]
    assert [*first["_links"]] == ["first", "last", "next"]
    query = f"api_key={account.api_key}&controller=carto%2Fapi%2Fapi_keys&format=json&order=name&page=2&per_page=3"
    href = (
        f"{account.base_url}/u/{account.username}/api/v3/api_keys?action=index&{query}&user_domain={account.username}"
    )
    assert first["_links"]["next"] == {"href": href}
    second = anonymous.get("v3/api_keys", params={**params, "page": 2}).json()
    assert [key["name"] for key in second["result"]] == ["b", "c"]
    assert (second["total"], second["count"], [*second["_links"]]) == (5, 2, ["first", "last", "prev"])
    assert central.get("v3/api_keys", params={"type": "regular"}).json()["total"] == 3


@pytest.mark.parametrize(("name", "value"), [("page", "0"), ("per_page", "x"), ("order", "token"), ("type", "oauth")])
def test_wrong_parameters(central: httpx.Client, name: str, value: str) -> None:
    answer = central.get("v3/api_keys", params={name: value})
    assert answer.status_code == 400
    assert answer.json()["errors"].startswith(f"Wrong '{name}' parameter value.")


@pytest.mark.usefixtures("stations")
def test_a_new_key_can_do_what_it_is_granted_and_no_more(
    central: httpx.Client, anonymous: httpx.Client, account: Account
) -> None:
    grants = _grants("select", "insert")
    grants[1] |= {"schemas": [{"name": "public", "permissions": ["create"]}], "table_metadata": []}
    grants.append({"type": "dataservices", "services": ["geocoding"]})
    answer = central.post("v3/api_keys", json={"name": "my key", "grants": grants})
    assert answer.status_code == 201
    key = answer.json()
    assert (key["name"], key["type"], key["user"]) == ("my key", "regular", {"username": account.username})
    table = {"schema": "public", "name": "stations", "owner": False, "permissions": ["insert", "select"]}
    schemas = [
        {"name": "information_schema", "permissions": ["usage"]},
        {"name": "public", "permissions": ["create", "usage"]},
    ]
    database = {"type": "database", "tables": [table], "schemas": schemas, "table_metadata": []}
    assert key["grants"] == [APIS, database, grants[2]]
    params = {"api_key": key["token"]}
    for sql, status in (
        ("SELECT name FROM stations", 200),
        ("INSERT INTO stations (name) VALUES ('South')", 200),
        ("DELETE FROM stations", 403),
    ):
        assert anonymous.post("v2/sql", json={"q": sql, **params}).status_code == status
    assert anonymous.get("v3/api_keys", params=params).json()["total"] == 1
    assert anonymous.get("v3/api_keys/my key", params=params).json() == key
    assert anonymous.get("v3/api_keys/Master", params=params).status_code == 404
    for path in ("v1/imports", "v1/tables/stations"):
        assert anonymous.get(path, params=params).status_code == 401
    assert anonymous.post("v3/api_keys", json={"name": "x", "grants": [APIS]}, params=params).status_code == 401


@pytest.mark.usefixtures("stations")
def test_a_deleted_key_is_worth_nothing(central: httpx.Client, anonymous: httpx.Client, rows: Rows) -> None:
    grants = _grants("select")
    grants[1]["schemas"] = [{"name": "public", "permissions": ["create"]}]
    token = central.post("v3/api_keys", json={"name": "k", "grants": grants}).json()["token"]
    made = anonymous.post("v2/sql", json={"q": "CREATE TABLE made AS SELECT 1 AS n", "api_key": token})
    assert made.status_code == 200
    answer = central.delete("v3/api_keys/k")
    assert (answer.status_code, answer.content) == (204, b"")
    assert anonymous.get("v2/sql", params={"q": "SELECT 1", "api_key": token}).status_code == 401
    assert rows("SELECT n FROM made") == [{"n": 1}]
    answer = central.delete("v3/api_keys/k")
    assert (answer.status_code, answer.json()) == (404, {"errors": "API key not found: k", "errors_cause": None})


def test_master_and_default_cannot_be_deleted(central: httpx.Client) -> None:
    for name in ("Master", "Default public"):
        answer = central.delete(f"v3/api_keys/{name}")
        assert answer.status_code == 403
        assert answer.json()["errors"] == "You don't have permission to access that resource"


def test_a_regenerated_token_replaces_the_old_one(central: httpx.Client, anonymous: httpx.Client) -> None:
    old = central.post("v3/api_keys", json={"name": "k", "grants": [APIS]}).json()["token"]
    new = central.post("v3/api_keys/k/token/regenerate").json()["token"]
    assert new != old
    for token, status in ((old, 401), (new, 200)):
        assert anonymous.get("v2/sql", params={"q": "SELECT 1", "api_key": token}).status_code == status
    assert central.post("v3/api_keys/Default public/token/regenerate").status_code == 422
    assert central.post("v3/api_keys/none/token/regenerate").status_code == 404
    assert central.post("v3/api_keys/Master/token/regenerate").status_code == 200
    assert central.get("v3/api_keys").status_code == 401


@pytest.mark.parametrize(
    "grants",
    [
        None,
        {},
        [],
        ["apis"],
        [APIS, APIS],
        [{"type": "apis", "apis": ["telepathy"]}],
        [APIS | {"more": 1}],
        [APIS, {"type": "powers"}],
        [APIS, {"type": "database"}, {"type": "database"}],
        [APIS, {"type": "database", "tables": [{"schema": "public", "name": "stations"}]}],
        [APIS, {"type": "database", "schemas": [{"name": "public", "permissions": ["usage"]}]}],
        [APIS, {"type": "database", "schemas": [{"name": "pg_catalog", "permissions": ["create"]}]}],
        [APIS, {"type": "database", "table_metadata": "x"}],
        _grants("truncate"),
        _grants("select", table="not_there"),
        [APIS, {"type": "dataservices", "services": ["baking"]}],
        [APIS, {"type": "user", "data": ["diary"]}],
    ],
)
def test_grants_that_are_refused(central: httpx.Client, grants: object) -> None:
    answer = central.post("v3/api_keys", json={"name": "k", "grants": grants})
    assert answer.status_code == 422
    assert answer.json()["errors"].startswith("Validation failed: Grants")
    assert central.get("v3/api_keys").json()["total"] == 2


def test_names_that_are_refused(central: httpx.Client) -> None:
    for name, text in (("Master", "already been taken"), (" ", "can't be blank"), (None, "can't be blank")):
        answer = central.post("v3/api_keys", json={"name": name, "grants": [APIS]})
        assert answer.status_code == 422
        assert text in answer.json()["errors"]


def test_no_key_at_all(anonymous: httpx.Client) -> None:
    for params in ({}, {"api_key": "wrong"}):
        answer = anonymous.get("v3/api_keys", params=params)
        assert (answer.status_code, answer.content) == (401, b"")
