# Made from tests/_async/test_exports.py by scripts/unasync; do not edit.
"""Exports: CARTO says where the file is, and it is fetched from there."""

import http.server
import json
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from carto_client.models import ExportJob
from carto_ext._shared.export_files import export_url
from carto_ext._sync.client import Carto
from carto_ext.errors import ApiError, JobError, JobTimeoutError, NotFoundError
from carto_sandbox.faults import Answer, FaultServer

pytestmark = pytest.mark.anyio

FILE = b"PK\5\6" + bytes(18)  # an archive of nothing
CSV = b"name,longitude,latitude\nMadrid,-3.70,40.42\nSevilla,-5.98,37.38\n"
# As recorded of the central application.
STORED = "/uploads/4981e2b180e3b946fcd2/Map one (on 2026-11-25 at 04.36.06).carto"
QUOTED = "/uploads/4981e2b180e3b946fcd2/Map%20one%20(on%202026-11-25%20at%2004.36.06).carto"
DOWNLOAD = "/api/v3/visualization_exports/17/download"


class Storage:
    """Another host with one file, which remembers what it was sent."""

    def __init__(self) -> None:
        self.url, self.status = "", 200
        self.asked: list[tuple[str, dict[str, str]]] = []


@pytest.fixture
def storage() -> Iterator[Storage]:
    storage = Storage()

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            storage.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            content = FILE if storage.status == 200 else b"<Error><Code>AccessDenied</Code></Error>"
            self.send_response(storage.status)
            self.send_header("Content-Length", str(len(content)))
            self.send_header("Content-Type", "application/xml" if storage.status != 200 else "binary/octet-stream")
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        storage.url = f"http://127.0.0.1:{server.server_port}"
        yield storage
        server.shutdown()
        thread.join()


def _export(url: str | None, state: str = "complete") -> ExportJob:
    times = {"created_at": "2026-11-25T04:36:05.398Z", "updated_at": "2026-11-25T04:36:06.813Z"}
    about = {"id": "17", "visualization_id": "b4e2", "user_id": "7371", "state": state, "url": url}
    return ExportJob.from_dict(about | times)


def _drawn(carto: Carto, name: str) -> str:
    carto.datasets.from_file(CSV, name="towns.csv", timeout=60)
    return (carto.viz.create(name=name, tables=["towns"])).id


@pytest.mark.parametrize("name", ["Towns", "Towns & roads: 100% [new], ¿qué? #1"])
def test_a_map_is_exported_to_a_file(carto: Carto, tmp_path: Path, name: str) -> None:
    drawn = _drawn(carto, name)
    target = tmp_path / "towns.carto"
    result = carto.exports.export(drawn, target, timeout=60)
    assert result.bytes_received == target.stat().st_size
    with zipfile.ZipFile(target) as archive:
        assert archive.testzip() is None
        assert any(name.endswith(".json") for name in archive.namelist())
    assert (carto.sql.query("SELECT 1 AS a")).rows == [{"a": 1}]


def test_an_export_can_be_waited_for_elsewhere(carto: Carto, tmp_path: Path) -> None:
    job = carto.exports.begin(_drawn(carto, "Towns"))
    with pytest.raises(JobError, match=r"has not ended \(state: "):
        job.save(tmp_path / "towns.carto")
    with pytest.raises(JobTimeoutError, match=r"carto\.exports\.job"):
        job.wait(timeout=0)
    again = carto.exports.job(job.id)
    assert (again.wait(timeout=60)).state == "complete"
    with (tmp_path / "towns.carto").open("wb") as file:
        again.save(file)
    assert zipfile.is_zipfile(tmp_path / "towns.carto")


def test_what_cannot_be_exported_leaves_no_file(carto: Carto, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        carto.exports.export("00000000-0000-4000-8000-000000000000", tmp_path / "none.carto", timeout=60)
    assert list(tmp_path.iterdir()) == []


def test_a_storage_service_is_sent_no_key(fault_server: FaultServer, storage: Storage, tmp_path: Path) -> None:
    signed = f"{storage.url}/bucket/Map%20one.carto?X-Amz-Signature=abc%2F1&X-Amz-Expires=7200"
    fault_server.answers["exports_read"] = _answer(signed)
    with Carto(fault_server.base_url, api_key="not-a-real-key") as carto:
        carto.exports.job("17").save(tmp_path / "map.carto")
        assert (tmp_path / "map.carto").read_bytes() == FILE
        storage.status = 403
        with pytest.raises(ApiError) as caught:
            carto.exports.job("17").save(tmp_path / "again.carto")
        notes = " ".join(caught.value.__notes__)
        assert storage.url.removeprefix("http://") in notes
        assert "abc" not in notes + str(caught.value)
    assert [path for path, _ in storage.asked] == [signed.removeprefix(storage.url)] * 2
    assert not any("authorization" in headers or "not-a-real-key" in str(headers) for _, headers in storage.asked)
    assert [path.name for path in tmp_path.iterdir()] == ["map.carto"]


def _answer(url: str) -> Answer:
    body = json.dumps(_export(url).to_dict()).encode()
    return Answer(body=body, headers={"Content-Type": "application/json; charset=utf-8"})


@pytest.mark.parametrize("base", ["https://me.carto.com", "https://team.carto.com/u/me", "https://h.example/user/me"])
def test_a_url_without_a_host_is_below_the_root_of_the_account(base: str) -> None:
    root = base.partition("/u")[0]
    assert export_url(_export(STORED), base) == root + QUOTED
    assert export_url(_export(QUOTED), base) == root + QUOTED
    assert export_url(_export("//cdn.example/a b.carto"), base) == "https://cdn.example/a%20b.carto"
    assert export_url(_export("https://s3.example/a%20b?s=%2F"), base) == "https://s3.example/a%20b?s=%2F"
    # The one URL that is asked with the key, below the account.
    assert export_url(_export(DOWNLOAD), base) == base + DOWNLOAD
    assert export_url(_export(f"/user/me{DOWNLOAD}"), base) == base + DOWNLOAD


@pytest.mark.parametrize(
    ("url", "state", "told"),
    [
        (None, "exporting", "has not ended"),
        (None, "failure", "failed"),
        (None, "complete", "gave no URL"),
        ("file:///etc/passwd", "complete", "gave no URL"),
    ],
)
def test_there_is_no_file(url: str | None, state: str, told: str) -> None:
    with pytest.raises(JobError, match=told):
        export_url(_export(url, state), "https://me.carto.com")
