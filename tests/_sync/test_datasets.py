# Made from tests/_async/test_datasets.py by scripts/unasync; do not edit.
"""A dataset in one call, synchronizations, and the URLs of maps."""

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from carto_ext._sync.client import Carto
from carto_ext.errors import (
    ImportFailedError,
    InvalidArgumentError,
    InvalidRequestError,
    JobFailedError,
    NotFoundError,
)

pytestmark = pytest.mark.anyio

CSV = b"name,longitude,latitude\nMadrid,-3.70,40.42\nSevilla,-5.98,37.38\n"


@pytest.fixture
def web(tmp_path: Path) -> Iterator[str]:
    """A web server on loopback with one file."""
    (tmp_path / "web").mkdir()
    (tmp_path / "web" / "cities.csv").write_bytes(CSV)

    class Handler(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *args: object) -> None:
            super().__init__(*args, directory=str(tmp_path / "web"))  # type: ignore[arg-type]

        def log_message(self, format: str, *args: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_a_dataset_comes_from_a_file_a_url_and_a_query(carto: Carto, web: str) -> None:
    from_file = carto.datasets.from_file(CSV, name="towns.csv", timeout=60)
    from_url = carto.datasets.from_url(f"{web}/cities.csv", timeout=60)
    from_sql = carto.datasets.from_sql("SELECT * FROM towns WHERE name = 'Madrid'", "capital", timeout=60)
    assert [from_file.name, from_url.name, from_sql.name] == ["towns", "cities", "capital"]
    assert {from_file.type_, from_url.type_, from_sql.type_} == {"table"}
    assert (carto.sql.query("SELECT name FROM capital")).rows == [{"name": "Madrid"}]


def test_nothing_imported_is_an_error(carto: Carto) -> None:
    carto.datasets.from_file(CSV, name="once.csv", timeout=60)
    with pytest.raises(ImportFailedError) as caught:
        carto.datasets.from_file(CSV, name="once.csv", collision_strategy="skip", timeout=60)
    assert caught.value.code == 1022


def test_a_recurring_sync_is_a_dataset_too(carto: Carto, web: str) -> None:
    dataset = carto.datasets.from_sync(f"{web}/cities.csv", interval=900, timeout=60)
    assert dataset.name == "cities"
    (sync,) = (carto.synchronizations.list()).synchronizations
    assert (sync.name, sync.interval, sync.state) == ("cities", 900, "success")


def test_a_synchronization_is_begun_and_taken_up_again(carto: Carto, web: str) -> None:
    job = carto.synchronizations.begin(f"{web}/cities.csv", interval=3600)
    states = [state.state for state in job.states(timeout=60)]
    assert states[-1] == "success"
    again = carto.synchronizations.job(job.id)
    assert again.sync_now() is False  # the last run was less than 15 minutes ago
    assert (again.wait(timeout=60)).url == f"{web}/cities.csv"
    carto.synchronizations.delete(job.id)
    with pytest.raises(NotFoundError):
        again.read()


def test_a_synchronization_of_nothing_fails_with_a_reason(carto: Carto, web: str) -> None:
    job = carto.synchronizations.begin(f"{web}/missing.csv")
    with pytest.raises(JobFailedError, match="1100"):
        job.wait(timeout=60)
    with pytest.raises(InvalidRequestError, match="15 minutes"):
        carto.synchronizations.begin(f"{web}/cities.csv", interval=60)
    with pytest.raises(InvalidArgumentError):
        carto.synchronizations.begin("cities.csv")


def test_urls_of_maps_know_their_account(carto: Carto) -> None:
    base = carto.settings.base_url
    assert carto.maps.tile_url("abc:0", layer=0) == f"{base}/api/v1/map/abc:0/0/{{z}}/{{x}}/{{y}}.png"
    assert carto.maps.attributes_url("abc:0", layer=0, feature_id=1) == f"{base}/api/v1/map/abc:0/0/attributes/1"
    assert carto.named_maps.tile_url("roads", layer="all").startswith(f"{base}/api/v1/map/named/roads/all/")
