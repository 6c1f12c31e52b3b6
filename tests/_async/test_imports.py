"""Imports by upload and by URL."""

import http.server
import io
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from carto_client.models import ImportConnector
from carto_ext._async.client import AsyncCarto
from carto_ext._shared.partial_imports import PartialImportWarning
from carto_ext.errors import ImportFailedError, InvalidRequestError, JobTimeoutError

pytestmark = pytest.mark.anyio

CSV = b"name,population,longitude,latitude\nMadrid,3223334,-3.70,40.42\nSevilla,688711,-5.98,37.38\n"
GEOJSON = (
    b'{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"here"},'
    b'"geometry":{"type":"Point","coordinates":[1.5,2.5]}}]}'
)


def _zipped(name: str, content: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "rows"),
    [("cities.csv", CSV, 2), ("places.geojson", GEOJSON, 1), ("packed.zip", _zipped("cities.csv", CSV), 2)],
)
async def test_an_uploaded_file_becomes_a_table(aio_carto: AsyncCarto, name: str, content: bytes, rows: int) -> None:
    job = await aio_carto.imports.upload(content, name=name)
    done = await job.wait(timeout=60)
    assert done.state == "complete"
    assert done.success is True
    stored = await aio_carto.sql.query(f"SELECT * FROM {done.table_name}")
    assert stored.total_rows == rows
    assert all(row["the_geom"] for row in stored.rows)


async def test_a_real_file_arrives_whole(aio_carto: AsyncCarto, airports: Path) -> None:
    told: list[int] = []
    job = await aio_carto.imports.upload(airports, progress=lambda done, total: told.append(done))
    done = await job.wait(timeout=60)
    assert done.table_name == "airports"
    assert told[-1] == airports.stat().st_size
    result = await aio_carto.sql.query("SELECT count(*) AS n, count(the_geom) AS placed FROM airports")
    assert result.rows == [{"n": 3376, "placed": 3376}]
    assert (await aio_carto.tables.read("airports")).rows_counted is not None


async def test_pieces_are_sent_without_a_length(aio_carto: AsyncCarto) -> None:
    job = await aio_carto.imports.upload(iter([CSV[:20], CSV[20:]]), name="pieces.csv")
    assert (await job.wait(timeout=60)).table_name == "pieces"


async def test_data_that_looks_like_a_form_boundary_is_not_cut(aio_carto: AsyncCarto) -> None:
    content = b"text\none\n--+++\ntwo\n--+++--\nthree\n"
    done = await (await aio_carto.imports.upload(content, name="tricky.csv")).wait(timeout=60)
    rows = await aio_carto.sql.query(f"SELECT text FROM {done.table_name} ORDER BY cartodb_id")
    assert [row["text"] for row in rows.rows] == ["one", "--+++", "two", "--+++--", "three"]


async def test_options_reach_the_server(aio_carto: AsyncCarto) -> None:
    job = await aio_carto.imports.upload(b"code\n01234\n", name="codes.csv", type_guessing=False, privacy="public")
    done = await job.wait(timeout=60)
    assert done.type_guessing is False
    assert (await aio_carto.sql.query("SELECT code FROM codes")).rows == [{"code": "01234"}]


async def test_states_are_seen_on_the_way(aio_carto: AsyncCarto) -> None:
    job = await aio_carto.imports.upload(CSV, name="states.csv")
    states = [state.state async for state in job.states(timeout=60)]
    assert states[-1] == "complete"
    assert len(states) > 1


async def test_a_failed_import_raises_with_code_title_and_text(aio_carto: AsyncCarto) -> None:
    job = await aio_carto.imports.upload(b"\x00\x01\x02\x03", name="nothing.xyz")
    with pytest.raises(ImportFailedError) as caught:
        await job.wait(timeout=60)
    assert caught.value.code == 1002
    assert caught.value.title
    assert caught.value.title in str(caught.value)


async def test_a_wait_has_an_end_and_the_import_can_be_taken_up_again(aio_carto: AsyncCarto) -> None:
    job = await aio_carto.imports.upload(CSV, name="later.csv")
    with pytest.raises(JobTimeoutError, match=job.id):
        await job.wait(timeout=0)
    assert (await aio_carto.imports.job(job.id).wait(timeout=60)).state == "complete"


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[str]:
    """A web server on loopback with one file."""
    (tmp_path / "shop.csv").write_bytes(CSV)

    class Handler(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *args: object) -> None:
            super().__init__(*args, directory=str(tmp_path))  # type: ignore[arg-type]

        def log_message(self, format: str, *args: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


async def test_a_file_is_fetched_from_a_url(aio_carto: AsyncCarto, shop: str) -> None:
    done = await (await aio_carto.imports.from_url(f"{shop}/shop.csv")).wait(timeout=60)
    assert done.table_name == "shop"
    assert (await aio_carto.sql.query("SELECT * FROM shop")).total_rows == 2


async def test_tables_are_made_of_the_account_s_own(aio_carto: AsyncCarto) -> None:
    await aio_carto.sql.query("CREATE TABLE numbers AS SELECT n FROM generate_series(1, 3) AS n")
    big = await aio_carto.imports.begin(sql="SELECT n FROM numbers WHERE n > 1", table_name="big", privacy="public")
    assert (await big.wait(timeout=60)).table_name == "big"
    assert (await aio_carto.sql.query("SELECT n FROM big ORDER BY n")).rows == [{"n": 2}, {"n": 3}]
    copy = await aio_carto.imports.begin(table_copy="numbers")
    assert (await copy.wait(timeout=60)).table_name == "numbers_copy"


async def test_what_only_carto_can_fetch_is_asked_for(aio_carto: AsyncCarto) -> None:
    """The sandbox has neither databases nor services, and says so in CARTO's words and codes."""
    database = ImportConnector.from_dict({"provider": "postgres", "connection": {"server": "db"}, "table": "towns"})
    with pytest.raises(InvalidRequestError, match="Wrong 'connector: postgres' parameter value"):
        await aio_carto.imports.begin(connector=database)
    job = await aio_carto.imports.begin(service_name="dropbox", service_item_id="/towns.csv")
    with pytest.raises(ImportFailedError) as caught:
        await job.wait(timeout=60)
    assert caught.value.code == 1012


async def test_a_url_with_nothing_behind_it_fails_with_carto_s_code(aio_carto: AsyncCarto, shop: str) -> None:
    with pytest.raises(ImportFailedError) as caught:
        await (await aio_carto.imports.from_url(f"{shop}/missing.csv")).wait(timeout=60)
    assert caught.value.code == 1100


def _archive(**files: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in files.items():
            archive.writestr(f"{name}.csv", content)
    return packed.getvalue()


async def test_an_archive_imported_in_part_warns(aio_carto: AsyncCarto, tmp_path: Path) -> None:
    half = _archive(good="a\n1\n", bad="")
    job = await aio_carto.imports.upload(half, name="half.zip")
    with pytest.warns(PartialImportWarning, match="some of its files failed .error code 1005") as caught:
        done = await job.wait(timeout=60)
    (warning,) = caught
    told = warning.message
    assert isinstance(told, PartialImportWarning)
    assert (told.job_id, told.code, told.table_name, told.tables_created_count) == (job.id, 1005, "good", 2)
    assert (told.title, warning.filename) == (done.get_error_text and done.get_error_text.title, __file__)
    with pytest.warns(PartialImportWarning) as caught:
        dataset = await aio_carto.datasets.from_file(half, name="half.zip", timeout=60)
    assert (dataset.name, caught[0].filename) == ("good_1", __file__)
    (tmp_path / "half.zip").write_bytes(half)
    with pytest.warns(PartialImportWarning):
        await aio_carto.datasets.from_files([tmp_path / "half.zip"], timeout=60)


async def test_a_whole_archive_and_one_that_was_skipped_do_not_warn(aio_carto: AsyncCarto) -> None:
    whole = _archive(one="a\n1\n", two="a\n1\n")  # warnings are errors here
    assert (await (await aio_carto.imports.upload(whole, name="a.zip")).wait(timeout=60)).tables_created_count == 2
    again = await aio_carto.imports.upload(whole, name="a.zip", collision_strategy="skip")
    assert (await again.wait(timeout=60)).error_code == 1022
