# Made from tests/_async/test_sql.py by scripts/unasync; do not edit.
"""Queries and COPY, against the sandbox over a real socket."""

import csv
import gzip
import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from carto_ext._sync.client import Carto
from carto_ext._sync.sql import ExportOptions
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
def cities(carto: Carto) -> None:
    carto.sql.query("CREATE TABLE cities (id int PRIMARY KEY, name text)")


def test_a_query_gives_rows_fields_and_count(carto: Carto) -> None:
    result = carto.sql.query("SELECT 1 AS one, 'x' AS letter UNION ALL SELECT 2, NULL ORDER BY one")
    assert result.rows == [{"one": 1, "letter": "x"}, {"one": 2, "letter": None}]
    assert result.total_rows == 2
    assert result.fields["one"].type_ == "number"


def test_paging_takes_both_numbers(carto: Carto) -> None:
    result = carto.sql.query("SELECT i FROM generate_series(1, 5) i", rows_per_page=2, page=1)
    assert [row["i"] for row in result.rows] == [3, 4]


def test_get_and_post_answer_alike(carto: Carto) -> None:
    by_get = carto.sql.query("SELECT 1 AS one", cacheable=True)
    by_post = carto.sql.query("SELECT 1 AS one")
    assert by_get.rows == by_post.rows


def test_a_query_longer_than_any_url_works(carto: Carto) -> None:
    text = "x" * 100_000
    result = carto.sql.query(f"SELECT length('{text}') AS n")
    assert result.rows == [{"n": 100_000}]


@pytest.mark.parametrize("compress", [True, False])
@pytest.mark.parametrize("form", ["path", "file", "bytes", "pieces"])
def test_copy_from_takes_what_has_bytes(carto: Carto, cities: None, tmp_path: Path, form: str, compress: bool) -> None:
    path = tmp_path / "cities.csv"
    path.write_bytes(CITIES)
    file = path.open("rb")
    source = {"path": path, "file": file, "bytes": CITIES, "pieces": iter([CITIES[:9], b"", CITIES[9:]])}[form]
    result = carto.sql.copy_from(COPY_IN, source, compress=compress)
    assert result.total_rows == 3
    assert not file.closed
    file.close()
    stored = carto.sql.query("SELECT name FROM cities ORDER BY id")
    assert [row["name"] for row in stored.rows] == ["Madrid", "Sevilla, south", None]


def test_copy_from_takes_an_asynchronous_generator(carto: Carto, cities: None) -> None:
    def pieces() -> Iterator[bytes]:
        for start in range(0, len(CITIES), 5):
            yield CITIES[start : start + 5]

    assert (carto.sql.copy_from(COPY_IN, pieces())).total_rows == 3


def test_progress_ends_at_the_size_of_the_source(carto: Carto, cities: None) -> None:
    rows = b"".join(b"%d,name of city number %d\n" % (i, i) for i in range(40_000))
    told: list[tuple[int, int | None]] = []
    carto.sql.copy_from(COPY_IN, b"id,name\n" + rows, progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (len(rows) + 8, len(rows) + 8)
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert len(told) > 1


@pytest.mark.parametrize("compress", [True, False])
def test_a_bad_row_stores_nothing_and_says_which(carto: Carto, cities: None, compress: bool) -> None:
    with pytest.raises(InvalidRequestError, match='invalid input syntax for type integer: "two"'):
        carto.sql.copy_from(COPY_IN, b"id,name\n1,a\ntwo,b\n", compress=compress)
    assert (carto.sql.query("SELECT * FROM cities")).rows == []


def test_a_generator_given_as_source_is_closed_when_copy_fails(carto: Carto) -> None:
    closed = []

    def pieces() -> Iterator[bytes]:
        try:
            while True:
                yield CITIES
        finally:
            closed.append(True)

    with pytest.raises(InvalidRequestError, match="no_such_table"):
        carto.sql.copy_from("COPY no_such_table FROM STDIN", (piece for piece in [CITIES]))
    endless = pieces()
    next(endless)
    with pytest.raises(InvalidArgumentError):
        carto.sql.copy_from("", endless)
    assert closed == [True]


def test_copy_to_a_path_a_file_and_an_iterator_agree(carto: Carto, cities: None, tmp_path: Path) -> None:
    carto.sql.copy_from(COPY_IN, CITIES)
    path = tmp_path / "out.csv"
    to_path = carto.sql.copy_to(COPY_OUT, path)
    buffer = io.BytesIO()
    carto.sql.copy_to(COPY_OUT, buffer)
    with carto.sql.copy_to(COPY_OUT) as download:
        pieces = [piece for piece in download]
    assert path.read_bytes() == buffer.getvalue() == b"".join(pieces)
    assert to_path.bytes_received == path.stat().st_size
    rows = list(csv.reader(path.read_text().splitlines()))
    assert rows[1:] == [["1", "Madrid"], ["2", "Sevilla, south"], ["3", ""]]
    assert list(tmp_path.iterdir()) == [path]


def test_leaving_a_download_early_keeps_the_client_usable(carto: Carto) -> None:
    with carto.sql.copy_to("COPY (SELECT * FROM generate_series(1, 2000000)) TO STDOUT") as download:
        for piece in download:
            assert piece.startswith(b"1\n2\n")
            break
    assert (carto.sql.query("SELECT 1 AS one")).rows == [{"one": 1}]


def test_a_failed_copy_to_leaves_the_old_file_alone(carto: Carto, tmp_path: Path) -> None:
    path = tmp_path / "kept.csv"
    path.write_bytes(b"old")
    with pytest.raises(InvalidRequestError, match='relation "nope" does not exist'):
        carto.sql.copy_to("COPY nope TO STDOUT", path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_export_writes_csv_and_geojson(carto: Carto, tmp_path: Path) -> None:
    carto.sql.export("SELECT 1 AS one, 'x' AS two", tmp_path / "rows.csv", format="csv")
    assert (tmp_path / "rows.csv").read_bytes().splitlines() == [b"one,two", b"1,x"]


def test_export_takes_what_the_operation_takes(carto: Carto, tmp_path: Path) -> None:
    query = "SELECT i, i * 2 AS two, 'x' AS three FROM generate_series(1, 9) AS i"
    options: ExportOptions = {
        "skipfields": "three",
        "order_by": "i",
        "sort_order": "desc",
        "rows_per_page": 2,
        "page": 1,
    }
    carto.sql.export(query, tmp_path / "rows.csv", format="csv", filename="rows", **options)
    assert (tmp_path / "rows.csv").read_bytes().splitlines() == [b"i,two", b"7,14", b"6,12"]


def test_a_wrong_key_says_what_to_check(account: Account) -> None:
    with Carto(account.base_url, api_key="not-a-key") as stranger:
        with pytest.raises(AuthenticationError, match="key") as caught:
            stranger.sql.query("SELECT 1")
    assert caught.value.status_code == 401
    assert "not-a-key" not in str(caught.value)


def test_without_a_key_private_tables_stay_private(account: Account, carto: Carto, cities: None) -> None:
    with Carto(account.base_url) as anonymous:
        with pytest.raises(PermissionDeniedError, match="permission denied for table cities"):
            anonymous.sql.query("SELECT * FROM cities")


def test_what_is_wrong_in_a_query_is_told_with_hint(carto: Carto, cities: None) -> None:
    with pytest.raises(InvalidRequestError, match='column "nam" does not exist') as caught:
        carto.sql.query("SELECT nam FROM cities")
    assert caught.value.hint
    assert "SELECT nam" not in str(caught.value)


def test_compressed_data_can_be_sent_as_it_is(carto: Carto, cities: None, tmp_path: Path) -> None:
    path = tmp_path / "cities.csv.gz"
    path.write_bytes(gzip.compress(CITIES))
    with gzip.open(path) as unpacked:
        assert (carto.sql.copy_from(COPY_IN, unpacked)).total_rows == 3


def test_geojson_gives_the_features_as_data(carto: Carto) -> None:
    collection = carto.sql.geojson("SELECT 1 AS id, 'Alfa' AS name, NULL::text AS the_geom")
    assert collection["type"] == "FeatureCollection"
    assert [feature["properties"] for feature in collection["features"]] == [{"id": 1, "name": "Alfa"}]
    assert collection.__geo_interface__ == collection
    assert carto.sql.geojson("SELECT 1 AS id, NULL::text AS the_geom WHERE false") == {
        "type": "FeatureCollection",
        "features": [],
    }


def test_geojson_of_a_query_that_fails_on_the_way_is_no_collection(fault_server: FaultServer) -> None:
    body = b'{"type": "FeatureCollection", "features": [], "error": ["division by zero"]}'
    json = {"Content-Type": "application/json; charset=utf-8"}
    with Carto(fault_server.base_url, api_key="not-a-real-key") as carto:
        fault_server.play(Status(200, body, json))
        with pytest.raises(DownloadError) as caught:
            carto.sql.geojson("SELECT 1")
        assert caught.value.messages == ("division by zero",)
        fault_server.play(Status(200, b'{"rows": []}', json))
        with pytest.raises(UnexpectedResponseError, match="sql_download"):
            carto.sql.geojson("SELECT 1")
