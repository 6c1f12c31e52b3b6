"""The sandbox answers recorded requests as the genuine SQL API did: status, headers, keys, and most bodies."""

import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
import yaml

from carto_sandbox import Account, Sandbox

RECORDINGS = Path(__file__).parents[1] / "cassettes" / "sql"
USERNAME = "carto_sandbox"
MASTER_KEY = "fake_master_key_1234"

# Not here: kml and svg (the sandbox has no ogr2ogr), and rate limits (it has none).
REPLAYED = [
    "copyfrom_bad_key_401",
    "copyfrom_bad_row_400",
    "copyfrom_corrupt_gzip_400",
    "copyfrom_gzip",
    "copyfrom_no_permission_403",
    "copyfrom_no_rows_400",
    "copyfrom_not_copy_400",
    "copyfrom_plain",
    "copyfrom_wrong_table_400",
    "copyto_bad_query_400",
    "copyto_csv",
    "copyto_empty",
    "copyto_not_copy_400",
    "copyto_post",
    "health",
    "sql_bad_key_401",
    "sql_basic_auth_other_user_403",
    "sql_cartodbfy",
    "sql_ddl",
    "sql_error_400",
    "sql_error_400_detail_hint",
    "sql_error_400_hint",
    "sql_error_csv_format",
    "sql_error_invalid_format",
    "sql_error_midstream_200",
    "sql_error_missing_query",
    "sql_insert_returning",
    "sql_paging",
    "sql_private_table_403",
    "sql_select_anonymous",
    "sql_select_basic_auth",
    "sql_select_csv",
    "sql_select_geojson",
    "sql_select_json",
    "sql_select_json_post_form",
    "sql_select_json_post_json",
    "sql_unknown_user_404",
    "version",
]
WITH_GEOMETRY = [
    "sql_cartodbfy",
    "sql_error_csv_format",
    "sql_paging",
    "sql_select_anonymous",
    "sql_select_basic_auth",
    "sql_select_csv",
    "sql_select_geojson",
    "sql_select_json",
    "sql_select_json_post_form",
    "sql_select_json_post_json",
    "sql_types",
]
JOBS = [
    "batch_bad_key_401",
    "batch_cancel",
    "batch_cancel_done_400",
    "batch_create_read_until_done",
    "batch_default_public_403",
    "batch_failing",
    "batch_invalid_query_400",
    "batch_multi",
    "batch_multi_onsuccess",
    "batch_read_unknown_400",
    "batch_update_404",
]
COMPARED_HEADERS = {
    "access-control-allow-headers",
    "access-control-allow-origin",
    "access-control-expose-headers",
    "cache-control",
    "carto-user",
    "carto-user-id",
    "content-disposition",
    "content-security-policy",
    "content-type",
    "last-modified",
    "vary",
    "x-content-type-options",
    "x-served-by-db-host",
    "x-served-by-host",
}
TABLES = """
DROP TABLE IF EXISTS places, cp, private_notes, copy_target, rec_tmp;
CREATE TABLE places (cartodb_id int8 PRIMARY KEY, name text, pop int4, the_geom text);
INSERT INTO places VALUES (1, 'Alfa', 10, 'SRID=4326;POINT(-3.7038 40.4168)'),
    (2, 'Beta "q"', 20, 'SRID=4326;POINT(2.1734 41.3851)'), (3, 'Gámma, x', NULL, NULL);
CREATE TABLE cp (id int PRIMARY KEY, name text, v numeric);
CREATE TABLE private_notes (note text);
INSERT INTO private_notes VALUES ('mine');
CREATE TABLE copy_target (id int, name text);
"""


# What recordings of that name found beside the tables.
PREPARED = {
    "copyto": "INSERT INTO cp VALUES (1, 'one', 1.5), (2, 'two, \"q\"', NULL), (3, 'tres é', 3)",
    "sql_cartodbfy": "CREATE TABLE rec_tmp (id int, name text)",
}
REAL_TABLES = TABLES.replace("the_geom text", "the_geom geometry(Geometry,4326)")


@pytest.fixture(scope="module")
def recorded_account(sandbox: Sandbox) -> Iterator[Account]:
    made = sandbox.create_account(USERNAME, api_key=MASTER_KEY)
    yield made
    sandbox.drop_account(made)


@pytest.fixture
def client(sandbox: Sandbox, recorded_account: Account) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=sandbox.url, headers={"accept-encoding": "identity"}) as client:
        run(client, TABLES)
        yield client


def run(client: httpx.Client, query: str) -> None:
    made = client.post(f"/user/{USERNAME}/api/v2/sql", data={"q": query, "api_key": MASTER_KEY})
    assert made.status_code == 200, made.text


def prepare(client: httpx.Client, name: str) -> None:
    for start, query in PREPARED.items():
        if name.startswith(start):
            run(client, query)


def load(name: str) -> list[dict[str, Any]]:
    recording = yaml.safe_load((RECORDINGS / f"{name}.yaml").read_text(encoding="utf-8"))
    return list(recording["interactions"])


def send(client: httpx.Client, request: dict[str, Any], job_ids: dict[str, str] | None = None) -> httpx.Response:
    path = urlsplit(request["uri"])._replace(scheme="", netloc="").geturl()
    for recorded, actual in (job_ids or {}).items():
        path = path.replace(recorded, actual)
    wanted = ("authorization", "content-type", "content-encoding")
    headers = {name: values[0] for name, values in request["headers"].items() if name in wanted}
    return client.request(request["method"], path, content=request["body"], headers=headers)


def normalize(headers: dict[str, str]) -> dict[str, str]:
    """Names that matter, with what differs from run to run taken out of the values."""
    kept = {name.lower(): value for name, value in headers.items() if name.lower() in COMPARED_HEADERS}
    changes = {"last-modified": ".+", "carto-user-id": r"\d+", "x-served-by-host": ".+", "cache-control": r"\d+"}
    for name, pattern in changes.items():
        if name in kept:
            kept[name] = re.sub(pattern, "*", kept[name])
    if "content-disposition" in kept:
        kept["content-disposition"] = re.sub('date=".*"', "date", kept["content-disposition"])
    return kept


def recorded_body(response: dict[str, Any]) -> bytes:
    text = response["body"]["string"]
    return text if isinstance(text, bytes) else text.encode()


def assert_alike(actual: httpx.Response, recorded: dict[str, Any]) -> None:
    assert actual.status_code == recorded["status"]["code"], actual.text
    assert normalize(dict(actual.headers)) == normalize({n: v[0] for n, v in recorded["headers"].items()})


def without_geometry(text: bytes) -> Any:
    """The body without what is measured (time) and what needs PostGIS (the column the_geom)."""
    body = json.loads(text)
    for row in body.get("rows", []):
        row.pop("the_geom", None)
    body.get("fields", {}).pop("the_geom", None)
    for measured in ("time", "elapsed"):
        if measured in body:
            body[measured] = type(body[measured])()
    return body


def assert_same_body(actual: httpx.Response, expected: bytes) -> None:
    """Byte for byte, but for how long it took."""
    time_taken = rb'"time":[0-9.]+'
    assert re.sub(time_taken, b"", actual.content) == re.sub(time_taken, b"", expected)


@pytest.fixture(scope="module")
def real_client(postgis_sandbox: Sandbox) -> Iterator[httpx.Client]:
    """Like `client`, with real geometries."""
    account = postgis_sandbox.create_account(USERNAME, api_key=MASTER_KEY)
    with httpx.Client(base_url=postgis_sandbox.url, headers={"accept-encoding": "identity"}) as client:
        yield client
    postgis_sandbox.drop_account(account)


@pytest.mark.postgis
@pytest.mark.parametrize("name", WITH_GEOMETRY)
def test_replay_with_postgis(real_client: httpx.Client, name: str) -> None:
    run(real_client, REAL_TABLES)
    prepare(real_client, name)
    for interaction in load(name):
        actual = send(real_client, interaction["request"])
        assert_alike(actual, interaction["response"])
        assert_same_body(actual, recorded_body(interaction["response"]))


@pytest.mark.parametrize("name", REPLAYED)
def test_replay(client: httpx.Client, name: str) -> None:
    prepare(client, name)
    for interaction in load(name):
        recorded = interaction["response"]
        actual = send(client, interaction["request"])
        assert_alike(actual, recorded)
        expected = recorded_body(recorded)
        if name == "sql_select_csv":
            assert actual.content.splitlines()[0] == expected.splitlines()[0]
            assert [line.partition(b",")[2] for line in actual.content.splitlines()] == [
                line.partition(b",")[2] for line in expected.splitlines()
            ]
        elif "json" in actual.headers["content-type"]:
            assert without_geometry(actual.content) == without_geometry(expected)
            assert list(actual.json()) == list(json.loads(expected))
        else:
            assert actual.content == expected


def shape(value: Any) -> Any:
    """Keys in order, without the values that change from run to run."""
    if isinstance(value, dict):
        changing = ("job_id", "created_at", "updated_at", "started_at", "ended_at")
        return [(key, None if key in changing else shape(item)) for key, item in value.items()]
    return [shape(item) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize("name", JOBS)
def test_replay_jobs(client: httpx.Client, name: str) -> None:
    job_ids: dict[str, str] = {}
    for interaction in load(name):
        request, recorded = interaction["request"], interaction["response"]
        body = json.loads(text) if (text := recorded_body(recorded)).startswith(b"{") else {}
        is_read = request["method"] == "GET" and "status" in body
        if is_read and body["status"] in ("pending", "running"):
            continue  # states on the way are a matter of moments
        actual = send(client, request, job_ids)
        deadline = time.monotonic() + 20
        while is_read and shape(actual.json()) != shape(body) and time.monotonic() < deadline:
            time.sleep(0.02)
            actual = send(client, request, job_ids)
        assert_alike(actual, recorded)
        if body:
            assert shape(actual.json()) == shape(body)
        if "job_id" in body:
            job_ids[body["job_id"]] = actual.json()["job_id"]
