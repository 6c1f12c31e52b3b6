"""Queries and COPY, against the sandbox over a real socket."""

import csv
import gzip
import io
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from carto_ext._async.client import AsyncCarto
from carto_ext._async.sql import ExportOptions
from carto_ext.errors import (
    AuthenticationError,
    DownloadError,
    InvalidArgumentError,
    InvalidRequestError,
    PermissionDeniedError,
    UnexpectedResponseError,
)
from carto_sandbox.accounts.accounts import Account
from carto_sandbox.faults import FaultServer, Status

pytestmark = pytest.mark.anyio

COPY_IN = "COPY cities (id, name) FROM STDIN WITH (FORMAT csv, HEADER true)"
COPY_OUT = "COPY (SELECT id, name FROM cities ORDER BY id) TO STDOUT WITH (FORMAT csv, HEADER true)"
CITIES = b'id,name\n1,Madrid\n2,"Sevilla, south"\n3,\n'


@pytest.fixture
async def cities(aio_carto: AsyncCarto) -> None:
    await aio_carto.sql.query("CREATE TABLE cities (id int PRIMARY KEY, name text)")


async def test_a_query_gives_rows_fields_and_count(aio_carto: AsyncCarto) -> None:
    result = await aio_carto.sql.query("SELECT 1 AS one, 'x' AS letter UNION ALL SELECT 2, NULL ORDER BY one")
    assert result.rows == [{"one": 1, "letter": "x"}, {"one": 2, "letter": None}]
    assert result.total_rows == 2
    assert result.fields["one"].type_ == "number"


async def test_paging_takes_both_numbers(aio_carto: AsyncCarto) -> None:
    result = await aio_carto.sql.query("SELECT i FROM generate_series(1, 5) i", rows_per_page=2, page=1)
    assert [row["i"] for row in result.rows] == [3, 4]


async def test_get_and_post_answer_alike(aio_carto: AsyncCarto) -> None:
    by_get = await aio_carto.sql.query("SELECT 1 AS one", cacheable=True)
    by_post = await aio_carto.sql.query("SELECT 1 AS one")
    assert by_get.rows == by_post.rows


async def test_a_query_longer_than_any_url_works(aio_carto: AsyncCarto) -> None:
    text = "x" * 100_000
    result = await aio_carto.sql.query(f"SELECT length('{text}') AS n")
    assert result.rows == [{"n": 100_000}]


@pytest.mark.parametrize("compress", [True, False])
@pytest.mark.parametrize("form", ["path", "file", "bytes", "pieces"])
async def test_copy_from_takes_what_has_bytes(
    aio_carto: AsyncCarto, cities: None, tmp_path: Path, form: str, compress: bool
) -> None:
    path = tmp_path / "cities.csv"
    path.write_bytes(CITIES)
    file = path.open("rb")
    source = {"path": path, "file": file, "bytes": CITIES, "pieces": iter([CITIES[:9], b"", CITIES[9:]])}[form]
    result = await aio_carto.sql.copy_from(COPY_IN, source, compress=compress)
    assert result.total_rows == 3
    assert not file.closed
    file.close()
    stored = await aio_carto.sql.query("SELECT name FROM cities ORDER BY id")
    assert [row["name"] for row in stored.rows] == ["Madrid", "Sevilla, south", None]


async def test_copy_from_takes_an_asynchronous_generator(aio_carto: AsyncCarto, cities: None) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        for start in range(0, len(CITIES), 5):
            yield CITIES[start : start + 5]

    assert (await aio_carto.sql.copy_from(COPY_IN, pieces())).total_rows == 3


async def test_progress_ends_at_the_size_of_the_source(aio_carto: AsyncCarto, cities: None) -> None:
    rows = b"".join(b"%d,name of city number %d\n" % (i, i) for i in range(40_000))
    told: list[tuple[int, int | None]] = []
    await aio_carto.sql.copy_from(COPY_IN, b"id,name\n" + rows, progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (len(rows) + 8, len(rows) + 8)
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert len(told) > 1


@pytest.mark.parametrize("compress", [True, False])
async def test_a_bad_row_stores_nothing_and_says_which(aio_carto: AsyncCarto, cities: None, compress: bool) -> None:
    with pytest.raises(InvalidRequestError, match='invalid input syntax for type integer: "two"'):
        await aio_carto.sql.copy_from(COPY_IN, b"id,name\n1,a\ntwo,b\n", compress=compress)
    assert (await aio_carto.sql.query("SELECT * FROM cities")).rows == []


async def test_a_generator_given_as_source_is_closed_when_copy_fails(aio_carto: AsyncCarto) -> None:
    closed = []

    def pieces() -> Iterator[bytes]:
        try:
            while True:
                yield CITIES
        finally:
            closed.append(True)

    with pytest.raises(InvalidRequestError, match="no_such_table"):
        await aio_carto.sql.copy_from("COPY no_such_table FROM STDIN", (piece for piece in [CITIES]))
    endless = pieces()
    next(endless)
    with pytest.raises(InvalidArgumentError):
        await aio_carto.sql.copy_from("", endless)
    assert closed == [True]


async def test_copy_to_a_path_a_file_and_an_iterator_agree(aio_carto: AsyncCarto, cities: None, tmp_path: Path) -> None:
    await aio_carto.sql.copy_from(COPY_IN, CITIES)
    path = tmp_path / "out.csv"
    to_path = await aio_carto.sql.copy_to(COPY_OUT, path)
    buffer = io.BytesIO()
    await aio_carto.sql.copy_to(COPY_OUT, buffer)
    async with await aio_carto.sql.copy_to(COPY_OUT) as download:
        pieces = [piece async for piece in download]
    assert path.read_bytes() == buffer.getvalue() == b"".join(pieces)
    assert to_path.bytes_received == path.stat().st_size
    rows = list(csv.reader(path.read_text().splitlines()))
    assert rows[1:] == [["1", "Madrid"], ["2", "Sevilla, south"], ["3", ""]]
    assert list(tmp_path.iterdir()) == [path]


async def test_leaving_a_download_early_keeps_the_client_usable(aio_carto: AsyncCarto) -> None:
    async with await aio_carto.sql.copy_to("COPY (SELECT * FROM generate_series(1, 2000000)) TO STDOUT") as download:
        async for piece in download:
            assert piece.startswith(b"1\n2\n")
            break
    assert (await aio_carto.sql.query("SELECT 1 AS one")).rows == [{"one": 1}]


async def test_a_failed_copy_to_leaves_the_old_file_alone(aio_carto: AsyncCarto, tmp_path: Path) -> None:
    path = tmp_path / "kept.csv"
    path.write_bytes(b"old")
    with pytest.raises(InvalidRequestError, match='relation "nope" does not exist'):
        await aio_carto.sql.copy_to("COPY nope TO STDOUT", path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


async def test_export_writes_csv_and_geojson(aio_carto: AsyncCarto, tmp_path: Path) -> None:
    await aio_carto.sql.export("SELECT 1 AS one, 'x' AS two", tmp_path / "rows.csv", format="csv")
    assert (tmp_path / "rows.csv").read_bytes().splitlines() == [b"one,two", b"1,x"]


async def test_export_takes_what_the_operation_takes(aio_carto: AsyncCarto, tmp_path: Path) -> None:
    query = "SELECT i, i * 2 AS two, 'x' AS three FROM generate_series(1, 9) AS i"
    options: ExportOptions = {
        "skipfields": "three",
        "order_by": "i",
        "sort_order": "desc",
        "rows_per_page": 2,
        "page": 1,
    }
    await aio_carto.sql.export(query, tmp_path / "rows.csv", format="csv", filename="rows", **options)
    assert (tmp_path / "rows.csv").read_bytes().splitlines() == [b"i,two", b"7,14", b"6,12"]


async def test_a_wrong_key_says_what_to_check(account: Account) -> None:
    async with AsyncCarto(account.base_url, api_key="not-a-key") as stranger:
        with pytest.raises(AuthenticationError, match="key") as caught:
            await stranger.sql.query("SELECT 1")
    assert caught.value.status_code == 401
    assert "not-a-key" not in str(caught.value)


async def test_without_a_key_private_tables_stay_private(account: Account, aio_carto: AsyncCarto, cities: None) -> None:
    async with AsyncCarto(account.base_url) as anonymous:
        with pytest.raises(PermissionDeniedError, match="permission denied for table cities"):
            await anonymous.sql.query("SELECT * FROM cities")


async def test_what_is_wrong_in_a_query_is_told_with_hint(aio_carto: AsyncCarto, cities: None) -> None:
    with pytest.raises(InvalidRequestError, match='column "nam" does not exist') as caught:
        await aio_carto.sql.query("SELECT nam FROM cities")
    assert caught.value.hint
    assert "SELECT nam" not in str(caught.value)


async def test_compressed_data_can_be_sent_as_it_is(aio_carto: AsyncCarto, cities: None, tmp_path: Path) -> None:
    path = tmp_path / "cities.csv.gz"
    path.write_bytes(gzip.compress(CITIES))
    with gzip.open(path) as unpacked:
        assert (await aio_carto.sql.copy_from(COPY_IN, unpacked)).total_rows == 3


async def test_geojson_gives_the_features_as_data(aio_carto: AsyncCarto) -> None:
    collection = await aio_carto.sql.geojson("SELECT 1 AS id, 'Alfa' AS name, NULL::text AS the_geom")
    assert collection["type"] == "FeatureCollection"
    assert [feature["properties"] for feature in collection["features"]] == [{"id": 1, "name": "Alfa"}]
    assert collection.__geo_interface__ == collection
    assert await aio_carto.sql.geojson("SELECT 1 AS id, NULL::text AS the_geom WHERE false") == {
        "type": "FeatureCollection",
        "features": [],
    }


async def test_geojson_of_a_query_that_fails_on_the_way_is_no_collection(fault_server: FaultServer) -> None:
    body = b'{"type": "FeatureCollection", "features": [], "error": ["division by zero"]}'
    json = {"Content-Type": "application/json; charset=utf-8"}
    async with AsyncCarto(fault_server.base_url, api_key="not-a-real-key") as carto:
        fault_server.play(Status(200, body, json))
        with pytest.raises(DownloadError) as caught:
            await carto.sql.geojson("SELECT 1")
        assert caught.value.messages == ("division by zero",)
        fault_server.play(Status(200, b'{"rows": []}', json))
        with pytest.raises(UnexpectedResponseError, match="sql_download"):
            await carto.sql.geojson("SELECT 1")
