"""Synchronizations: made, run, changed and deleted, over a file that changes."""

import http.server
import threading
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from carto_sandbox import Account

Alike = Callable[[Any, str], None]
Until = Callable[..., list[Any]]
Rows = Callable[[str], list[dict[str, Any]]]
Finish = Callable[[str], dict[str, Any]]


class _Source(http.server.ThreadingHTTPServer):
    """Serves `content` under every path; 404 when it is None."""

    content: bytes | None = b"name,latitude,longitude\nNorth,52.5,13.4\n"

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/stations.csv"


class _Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        assert isinstance(self.server, _Source)
        content = self.server.content
        self.send_response(404 if content is None else 200)
        self.send_header("Content-Length", str(len(content or b"")))
        self.end_headers()
        self.wfile.write(content or b"")

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet."""


@pytest.fixture
def source() -> Iterator[_Source]:
    with _Source(("127.0.0.1", 0), _Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def sync(central: httpx.Client, source: _Source, finish: Finish, until: Until) -> dict[str, Any]:
    """One that has run for the first time."""
    answer = central.post("v1/synchronizations", json={"url": source.url, "interval": "900"})
    assert answer.status_code == 200, answer.text
    made: dict[str, Any] = answer.json()
    finish(made["data_import"]["item_queue_id"])
    until(lambda: _read_state(central, made["id"]), lambda state: state == "success")
    return made


def _read_state(central: httpx.Client, sync_id: str) -> str:
    return str(central.get(f"v1/synchronizations/{sync_id}/sync_now").json()["state"])


def _run(central: httpx.Client, sync_id: str, until: Until) -> list[str]:
    assert central.put(f"v1/synchronizations/{sync_id}/sync_now").json()["enqueued"] is True
    return until(lambda: _read_state(central, sync_id), lambda state: state in ("success", "failure"))


def test_the_first_run_is_an_import(central: httpx.Client, sync: dict[str, Any], alike: Alike, finish: Finish) -> None:
    alike(sync, "sync_create")
    assert (sync["state"], sync["name"], sync["interval"], sync["checksum"]) == ("queued", None, 900, "")
    assert sync["created_at"].endswith("+00:00")
    job = finish(sync["data_import"]["item_queue_id"])
    assert (job["synchronization_id"], job["user_defined_limits"]) == (sync["id"], "{}")
    read = central.get(f"v1/synchronizations/{sync['id']}").json()
    alike(read, "sync_get")
    assert (read["state"], read["name"], read["error_code"], read["retried_times"]) == ("success", "stations", None, 0)
    assert read["created_at"].endswith("Z")
    listed = central.get("v1/synchronizations").json()
    alike(listed, "sync_list")
    assert (listed["synchronizations"], listed["total_entries"]) == ([read], 1)
    shown = central.get("v1/viz/stations").json()
    assert shown["id"] == read["visualization_id"]
    assert shown["synchronization"].keys() == read.keys()
    assert shown["table"]["synchronization"]["id"] == read["id"]
    assert central.get("v1/tables/stations").json()["synchronization"] == read


def test_sync_now_fetches_the_file_again(
    central: httpx.Client, sync: dict[str, Any], account: Account, source: _Source, rows: Rows, until: Until
) -> None:
    account.sync_pause_seconds = 0
    before = central.get("v1/viz/stations").json()["id"]
    source.content = b"name,latitude,longitude\nNorth,52.5,13.4\nSouth,48.1,11.6\n"
    assert _run(central, sync["id"], until) == ["queued", "syncing", "success"]
    assert rows("SELECT name FROM stations ORDER BY 1") == [{"name": "North"}, {"name": "South"}]
    read = central.get(f"v1/synchronizations/{sync['id']}").json()
    assert (central.get("v1/viz/stations").json()["id"], len(read["checksum"])) == (before, 32)
    rows("DELETE FROM stations")
    assert _run(central, sync["id"], until)[-1] == "success"
    assert rows("SELECT * FROM stations") == []  # the file did not change, so the table was left alone


def test_a_run_that_fails(
    central: httpx.Client, sync: dict[str, Any], account: Account, source: _Source, until: Until, alike: Alike
) -> None:
    account.sync_pause_seconds = 0
    source.content = None
    assert _run(central, sync["id"], until)[-1] == "failure"
    read = central.get(f"v1/synchronizations/{sync['id']}").json()
    alike(read, "sync_get_failure")
    assert (read["error_code"], read["retried_times"]) == (1100, 1)
    assert read["error_message"]


def test_sync_now_is_refused_within_a_quarter_of_an_hour(
    central: httpx.Client, sync: dict[str, Any], alike: Alike
) -> None:
    address = f"v1/synchronizations/{sync['id']}"
    refused = central.put(f"{address}/sync_now").json()
    alike(refused, "sync_now_put_refused")
    assert refused == {"enqueued": False, "synchronization_id": sync["id"]}
    earlier = "2021-03-01T10:00:00+00:00"
    assert central.put(address, json={"ran_at": earlier}).json()["ran_at"] == "2021-03-01T10:00:00.000+00:00"
    assert central.put(f"{address}/sync_now").json()["enqueued"] is True


def test_changes_and_deletion(central: httpx.Client, sync: dict[str, Any], rows: Rows, alike: Alike) -> None:
    address = f"v1/synchronizations/{sync['id']}"
    changed = central.put(address, json={"interval": 60}).json()
    alike(changed, "sync_update")
    assert changed["interval"] == 60
    assert changed["run_at"] < sync["run_at"]
    assert central.put(address, json={"interval": "soon"}).json()["interval"] == 0  # as Ruby reads it
    assert central.put(address).status_code == 500
    answer = central.delete(address)
    assert (answer.status_code, answer.content) == (204, b"")
    assert rows("SELECT count(*)::int AS n FROM stations") == [{"n": 1}]
    for method, path in (("GET", address), ("PUT", f"{address}/sync_now"), ("DELETE", address)):
        answer = central.request(method, path)
        assert (answer.status_code, answer.content) == (404, b"")


def test_what_is_refused(central: httpx.Client, anonymous: httpx.Client) -> None:
    answer = central.post("v1/synchronizations", json={"url": "http://127.0.0.1/x.csv", "interval": 899})
    message = "Invalid interval: Sync interval must be at least 15 minutes"
    assert (answer.status_code, answer.json()) == (400, {"errors": message})
    assert central.get("v1/synchronizations").json()["total_entries"] == 0
    answer = central.post("v1/synchronizations", json={"url": "nowhere"})
    assert (answer.status_code, [*answer.json()]) == (400, ["errors"])
    [orphan] = central.get("v1/synchronizations").json()["synchronizations"]
    assert (orphan["state"], orphan["url"], orphan["log_id"]) == ("created", "nowhere", None)
    assert central.post("v1/synchronizations", data={"url": "http://127.0.0.1/x.csv"}).status_code == 500
    answer = anonymous.get("v1/synchronizations", params={"api_key": "default_public"})
    assert (answer.status_code, answer.content) == (401, b"")


def test_a_database_behind_a_connector(central: httpx.Client) -> None:
    connector = {"provider": "mysql", "connection": {"server": "db"}, "sql_query": "SELECT 1", "import_as": "t"}
    assert central.post("v1/synchronizations", json={"connector": connector}).status_code == 500
    assert central.get("v1/synchronizations").json()["total_entries"] == 0
