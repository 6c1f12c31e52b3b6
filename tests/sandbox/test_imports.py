"""Imports over HTTP: what goes in, the states between, and the datasets or errors that come out."""

import gzip
import http.server
import io
import json
import threading
import time
import uuid
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from carto_sandbox import Account

Upload = Callable[..., dict[str, Any]]
Rows = Callable[[str], list[dict[str, Any]]]

STATIONS = "name,latitude,longitude\nNorth,52.5,13.4\nSouth,48.1,11.6\n"
KEYS_BEFORE_THE_END = {
    "id", "user_id", "table_id", "data_type", "table_name", "state", "error_code", "queue_id", "tables_created_count",
    "synchronization_id", "type_guessing", "quoted_fields_guessing", "content_guessing", "create_visualization",
    "visualization_id", "user_defined_limits", "get_error_text", "display_name", "original_url", "warnings",
    "is_raster",
}  # fmt: skip


def test_airports_become_a_dataset_with_points(upload: Upload, rows: Rows, airports: Path) -> None:
    job = upload(airports.read_bytes(), "airports.csv")
    assert (job["state"], job["success"], job["error_code"]) == ("complete", True, None)
    assert (job["table_name"], job["tables_created_count"], job["display_name"]) == ("airports", 1, "airports.csv")
    assert job["data_type"] == "file"
    assert set(job) == KEYS_BEFORE_THE_END | {"success", "any_table_raster", "derived_visualization_id"}
    assert rows("SELECT count(*) AS n, count(the_geom) AS points, max(cartodb_id) AS last FROM airports") == [
        {"n": 3376, "points": 3376, "last": 3376}
    ]
    first = rows("SELECT iata, latitude, longitude FROM airports WHERE cartodb_id = 1")
    assert first == [{"iata": "00M", "latitude": 31.95376472, "longitude": -89.23450472}]


def test_states_pass_in_order_and_success_comes_last(central: httpx.Client, airports: Path) -> None:
    created = central.post("v1/imports/", files={"filename": ("airports.csv", airports.read_bytes())}).json()
    assert set(created) == {"item_queue_id", "success"}
    states: list[str] = []
    while not states or states[-1] not in ("complete", "failure"):
        job = central.get(f"v1/imports/{created['item_queue_id']}/").json()
        assert ("success" in job) == (job["state"] in ("complete", "failure"))
        assert set(job) >= KEYS_BEFORE_THE_END
        if job["state"] not in states[-1:]:
            states.append(job["state"])
    steps = ["pending", "uploading", "unpacking", "importing", "guessing", "importing", "complete"]
    assert states == steps


def test_unfinished_imports_are_listed(central: httpx.Client, upload: Upload) -> None:
    first = central.post("v1/imports", files={"file": ("a.csv", STATIONS)}).json()["item_queue_id"]
    second = central.post("v1/imports", files={"file": ("b.csv", STATIONS)}).json()["item_queue_id"]
    assert central.get("v1/imports").json() == {"imports": [second, first], "success": True}
    assert upload(STATIONS)["success"]
    _wait_until_idle(central)


def test_a_fourth_import_at_once_is_refused(central: httpx.Client) -> None:
    answers = [central.post("v1/imports", files={"file": ("a.csv", STATIONS)}) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert "3 import slots" in answers[3].json()["errors"]["imports"]
    _wait_until_idle(central)


def _wait_until_idle(central: httpx.Client) -> None:
    deadline = time.monotonic() + 30
    while central.get("v1/imports").json()["imports"]:
        assert time.monotonic() < deadline, "imports did not end"
        time.sleep(0.02)


def test_raw_body_with_a_name_in_the_query(central: httpx.Client, finish: Upload, rows: Rows) -> None:
    answer = central.post("v1/imports", params={"filename": "My Stations.csv"}, content=STATIONS.encode())
    job = finish(answer.json()["item_queue_id"])
    assert (job["table_name"], job["display_name"]) == ("my_stations", "My_Stations.csv")
    assert rows("SELECT name FROM my_stations ORDER BY 1") == [{"name": "North"}, {"name": "South"}]


def test_collisions(upload: Upload, rows: Rows) -> None:
    first = upload(STATIONS)
    renamed = upload(STATIONS)
    assert (first["table_name"], renamed["table_name"]) == ("stations", "stations_1")
    skipped = upload(STATIONS, collision_strategy="skip")
    assert (skipped["state"], skipped["success"], skipped["error_code"]) == ("complete", True, 1022)
    assert (skipped["table_id"], skipped["table_name"], skipped["tables_created_count"]) == (None, None, 0)
    assert skipped["get_error_text"]["title"] == "All tables were skipped"
    replaced = upload("name,latitude,longitude\nEast,50,15\n", collision_strategy="overwrite")
    assert (replaced["table_name"], replaced["table_id"]) == ("stations", first["table_id"])
    assert rows("SELECT name FROM stations") == [{"name": "East"}]


def test_overwriting_with_other_columns_fails_and_keeps_the_table(upload: Upload, rows: Rows) -> None:
    upload(STATIONS)
    job = upload("name,height\nWest,3\n", collision_strategy="overwrite")
    assert (job["state"], job["success"], job["error_code"]) == ("failure", False, 2012)
    assert rows("SELECT count(*) AS n FROM stations") == [{"n": 2}]
    assert rows("SELECT relname FROM pg_class WHERE relname LIKE 'importer%'") == []


def test_overwriting_keeps_what_others_may_read(upload: Upload, anonymous: httpx.Client) -> None:
    upload(STATIONS, privacy="public")
    upload(STATIONS, collision_strategy="overwrite")
    answer = anonymous.get("v2/sql", params={"q": "SELECT count(*) AS n FROM stations"})
    assert answer.json()["rows"] == [{"n": 2}]


def test_privacy_decides_whether_the_public_may_read(upload: Upload, anonymous: httpx.Client) -> None:
    upload(STATIONS, "open.csv", privacy="LINK")
    upload(STATIONS, "closed.csv", privacy="private")
    assert anonymous.get("v2/sql", params={"q": "SELECT name FROM open"}).status_code == 200
    assert anonymous.get("v2/sql", params={"q": "SELECT name FROM closed"}).status_code == 403


def test_guessing_flags_are_read_as_rails_reads_them(upload: Upload, rows: Rows) -> None:
    off = upload("n\n1\n", "off.csv", type_guessing="false", quoted_fields_guessing="false")
    on = upload("n\n1\n", "on.csv", type_guessing="False", quoted_fields_guessing="0")
    assert (off["type_guessing"], off["quoted_fields_guessing"]) == (False, False)
    assert (on["type_guessing"], on["quoted_fields_guessing"]) == (True, True)
    assert rows(f"SELECT n FROM {off['table_name']}") == [{"n": "1"}]
    assert rows(f"SELECT n FROM {on['table_name']}") == [{"n": 1}]


def test_create_vis_makes_a_map(central: httpx.Client, upload: Upload) -> None:
    job = upload(STATIONS, create_vis="true")
    assert job["create_visualization"] is True
    assert job["visualization_id"] == job["derived_visualization_id"]
    assert central.get(f"v1/viz/{job['visualization_id']}").json()["type"] == "derived"
    assert upload(STATIONS, create_vis="True")["visualization_id"] is None


def test_archive_with_several_tables(upload: Upload, rows: Rows) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("folder/one.csv", STATIONS)
        archive.writestr("two.geojson", '{"type":"FeatureCollection","features":[]}')
        archive.writestr("readme.md", "nothing to import")
        archive.writestr("__MACOSX/._one.csv", "junk")
    job = upload(packed.getvalue(), "many.zip")
    assert (job["tables_created_count"], job["table_name"], job["error_code"]) == (2, "two", None)
    assert rows("SELECT count(*) AS n FROM one") == [{"n": 2}]


def test_archive_of_which_one_member_is_bad(upload: Upload) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("good.csv", STATIONS)
        archive.writestr("bad.csv", "")
    job = upload(packed.getvalue(), "many.zip")
    assert (job["state"], job["success"], job["error_code"]) == ("complete", True, 1005)
    assert (job["tables_created_count"], job["table_name"]) == (2, "good")  # as recorded: the bad one counts


def test_gzipped_csv(upload: Upload) -> None:
    assert upload(gzip.compress(STATIONS.encode()), "stations.csv.gz")["table_name"] == "stations"


def _collection() -> bytes:
    geometries = [{"type": "Point", "coordinates": [0, 0]}, {"type": "LineString", "coordinates": [[0, 0], [1, 1]]}]
    return json.dumps({"type": "GeometryCollection", "geometries": geometries}).encode()


def _encrypted_zip() -> bytes:
    """Only the flag that says so: what is encrypted is never looked at."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.csv", STATIONS)
    data = bytearray(packed.getvalue())
    data[data.index(b"PK\x03\x04") + 6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "empty.csv", 1005),
        (b" \n\n", "blank.csv", 1005),
        (b"anything", "notes.docx", 1002),
        (b"PK\x03\x04 this is no archive", "broken.zip", 1003),
        (b"\x1f\x8b broken", "broken.csv.gz", 1003),
        (_encrypted_zip(), "secret.zip", 1018),
        (",".join(f"c{n}" for n in range(251)).encode() + b"\n", "columns.csv", 2004),
        (b"a,b\n1,\x00\n", "binary.csv", 2002),
        (b"cartodb_id,a\n1,x\n1,y\n", "twice.csv", 2011),
        (b"cartodb_id,a\none,x\n", "words.csv", 2011),
        (_collection(), "mixed.geojson", 1012),
        (b"{}", "object.geojson", 1002),
        (b"[]", "nothing.json", 3007),
        (b"[[1]]", "lists.json", 1002),
        (b'{"type":"FeatureCollection","features":[{"type":"Feature"', "cut.geojson", 1002),
        (b"not json", "text.geojson", 1002),
    ],
)
def test_failures_carry_the_codes_of_the_catalogue(upload: Upload, content: bytes, name: str, code: int) -> None:
    job = upload(content, name)
    assert (job["state"], job["success"], job["error_code"]) == ("failure", False, code)
    assert set(job["get_error_text"]) == {"title", "what_about", "source"}
    assert (job["table_id"], job["table_name"], job["tables_created_count"]) == (None, None, None)
    assert set(job) == KEYS_BEFORE_THE_END | {"success"}


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ({"url": "ftp:///x.csv"}, "Invalid URL"),
        ({"url": "http://"}, "Invalid URL"),
        ({"url": "file:///etc/hosts"}, "Invalid URL"),
        ({"url": 5}, "Invalid URL"),
        ({"sql": "SELECT 1", "collision_strategy": "merge"}, "collision_strategy"),
        ({"sql": "SELECT 1", "privacy": "secret"}, "privacy"),
        ({"service_name": "dropbox", "service_item_id": {"a": 1}}, "service_item_id"),
        ({"sql": "SELECT 1", "user_defined_limits": "{}"}, "Symbol into Integer"),
        ({"connector": {"provider": "abacus"}}, "Invalid provider Provider: abacus"),
        ({"connector": {"Provider": "postgres"}}, "Wrong 'connector: postgres' parameter value"),
    ],
)
def test_wrong_parameters_are_refused_at_once(central: httpx.Client, body: dict[str, Any], text: str) -> None:
    answer = central.post("v1/imports", json=body)
    assert answer.status_code == 400
    assert text in answer.json()["errors"]["imports"]
    assert central.get("v1/imports").json()["imports"] == []


def test_sources_that_fail_later(central: httpx.Client, finish: Upload) -> None:
    for body, kind, code in (
        ({"service_name": "dropbox", "service_item_id": "1"}, "datasource", 1012),
        ({}, "datasource", 1010),
    ):
        job = finish(central.post("v1/imports", json=body).json()["item_queue_id"])
        assert (job["data_type"], job["error_code"], job["display_name"]) == (kind, code, job["id"])


def test_query_and_copy_of_a_table(central: httpx.Client, finish: Upload, upload: Upload, rows: Rows) -> None:
    upload(STATIONS)
    body: dict[str, Any] = {"sql": "SELECT name FROM stations WHERE latitude > 50;", "table_name": "Northern Ones"}
    job = finish(central.post("v1/imports", json=body).json()["item_queue_id"])
    assert (job["data_type"], job["table_name"]) == ("query", "northern_ones")
    assert rows("SELECT cartodb_id, name FROM northern_ones") == [{"cartodb_id": 1, "name": "North"}]
    job = finish(central.post("v1/imports", json={"table_copy": "public.stations"}).json()["item_queue_id"])
    assert job["table_name"] == "stations_copy"
    body = {"sql": "SELECT nothing FROM stations", "user_defined_limits": {"twitter_credits_limit": 5}}
    job = finish(central.post("v1/imports", json=body).json()["item_queue_id"])
    assert (job["error_code"], job["user_defined_limits"]) == (8003, '{"twitter_credits_limit":5}')


class _Files(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status = {"/gone.csv": 404, "/locked.csv": 403, "/broken.csv": 500}.get(self.path, 200)
        self.send_response(status)
        length = len(STATIONS) + (50 if self.path == "/short.csv" else 0)
        self.send_header("Content-Length", str(length if status == 200 else 0))
        self.send_header("Content-Type", "text/csv")
        self.end_headers()
        if status == 200:
            self.wfile.write(STATIONS.encode())

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet."""


@pytest.fixture
def files_url() -> Iterator[str]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Files) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("path", "code", "status"),
    [
        ("/stations.csv?x=1", None, None),
        ("/stations", None, None),
        ("/gone.csv", 1100, "404"),
        ("/locked.csv", 1101, "403"),
        ("/broken.csv", 1001, "500"),
        ("/short.csv", 1103, None),
    ],
)
def test_url(
    central: httpx.Client, finish: Upload, files_url: str, path: str, code: int | None, status: str | None
) -> None:
    url = files_url + path
    job = finish(central.post("v1/imports", json={"url": url}).json()["item_queue_id"])
    assert (job["data_type"], job["original_url"], job["error_code"]) == ("url", url, code)
    assert job.get("http_response_code") == status
    assert ("http_response_code_message" in job) == (status is not None)
    assert job["table_name"] == (None if code else "stations")


def test_url_of_nobody(central: httpx.Client, finish: Upload) -> None:
    for url in ("http://no-such-host.invalid/a.csv", "http://127.0.0.1:1/a.csv"):
        job = finish(central.post("v1/imports", data={"url": url}).json()["item_queue_id"])
        assert job["error_code"] == 1102


def test_wrong_keys_get_an_empty_401(account: Account, anonymous: httpx.Client) -> None:
    for params in ({}, {"api_key": "wrong"}, {"api_key": "default_public"}):
        answer = anonymous.post("v1/imports", files={"file": ("a.csv", STATIONS)}, params=params)
        assert (answer.status_code, answer.content) == (401, b"")
        assert anonymous.get("v1/imports", params=params).status_code == 401
    answer = anonymous.post("v1/imports", files={"file": ("a.csv", STATIONS)}, data={"api_key": account.api_key})
    assert answer.status_code == 200


def test_imports_that_are_not_there(central: httpx.Client) -> None:
    answer = central.get("v1/imports/not-an-id")
    assert (answer.status_code, answer.content) == (404, b"")
    assert central.get(f"v1/imports/{uuid.uuid4()}").status_code == 500
    assert central.get("v7/imports").status_code == 404


def test_bodies_that_are_no_form(central: httpx.Client) -> None:
    kind = {"content-type": "multipart/form-data; boundary=xyz"}
    for body in (b"no part at all", b'--xyz\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\ncut'):
        assert central.post("v1/imports", content=body, headers=kind).status_code == 400
    assert central.post("v1/imports", content=b"{", headers={"content-type": "application/json"}).status_code == 400
