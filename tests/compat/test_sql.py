"""SQL, batch jobs and COPY with the old clients."""

import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from carto_ext import JobCancelledError, JobFailedError
from carto_ext.compat.auth import APIKeyAuthClient
from carto_ext.compat.exceptions import BadRequestException, CartoException, ForbiddenErrorException
from carto_ext.compat.sql import BatchSQLClient, CopySQLClient, SQLClient
from carto_sandbox import Account

LINES = b"1\tone\n2\ttwo\n3\tthree\n"
ROWS = [b"1,one\n", b"2,two\n", b"3,three\n"]
COPY_FROM = "COPY numbers (n, name) FROM STDIN WITH (FORMAT csv)"
COPY_TO = "COPY (SELECT n, name FROM numbers ORDER BY n) TO STDOUT"
# Rows enough to fill PostgreSQL's buffers before the division fails.
FAILS_LATE = "COPY (SELECT 1/(200000 - n) FROM generate_series(1, 300000) AS n) TO STDOUT"


@pytest.fixture
def copies(client: APIKeyAuthClient) -> CopySQLClient:
    SQLClient(client).send("CREATE TABLE numbers (n int, name text)")
    return CopySQLClient(client)


@pytest.mark.parametrize("do_post", [True, False])
def test_a_query_answers_with_a_dict(client: APIKeyAuthClient, do_post: bool) -> None:
    result = SQLClient(client).send("SELECT 1 AS one", do_post=do_post, rows_per_page=5, page=0)
    assert result["rows"] == [{"one": 1}]
    assert result["total_rows"] == 1
    assert {"time", "fields"} <= set(result)


def test_other_formats_are_bytes(client: APIKeyAuthClient) -> None:
    sql = SQLClient(client)
    assert sql.send("SELECT 1 AS one, 2 AS two", format="csv").splitlines() == [b"one,two", b"1,2"]
    assert sql.send("SELECT 1 AS one", parse_json=False).startswith(b'{"rows"')


def test_an_error_has_the_servers_words(client: APIKeyAuthClient) -> None:
    with pytest.raises(CartoException, match='relation "nothing" does not exist') as caught:
        SQLClient(client).send("SELECT * FROM nothing")
    inner = caught.value.args[0]
    assert type(inner) is BadRequestException
    assert inner.args[0] == ['relation "nothing" does not exist']
    assert inner.status_code == 400
    assert caught.value.__cause__ is inner


def test_a_refusal_keeps_its_text(account: Account, client: APIKeyAuthClient) -> None:
    SQLClient(client).send("CREATE TABLE secrets (n int)")
    with pytest.raises(CartoException, match="permission denied for table secrets") as caught:
        SQLClient(APIKeyAuthClient(account.base_url, "default_public")).send("SELECT * FROM secrets")
    assert type(caught.value.args[0]) is ForbiddenErrorException


def test_an_error_after_the_first_rows_is_an_error(client: APIKeyAuthClient) -> None:
    """carto-python returned such answers as if they were whole."""
    with pytest.raises(CartoException, match="division by zero"):
        SQLClient(client).send("SELECT 1/(20000 - n) FROM generate_series(1, 30000) AS n")


def test_a_batch_job_is_created_read_and_cancelled(client: APIKeyAuthClient) -> None:
    batch = BatchSQLClient(client)
    job = batch.create(["SELECT pg_sleep(30)", "SELECT 1"])
    assert job["status"] == "pending"
    assert batch.read(job["job_id"])["job_id"] == job["job_id"]
    assert batch.cancel(job["job_id"]) == "cancelled"


def test_cancelling_a_finished_job_tells_that_it_is_done(client: APIKeyAuthClient) -> None:
    batch = BatchSQLClient(client)
    job = batch.create_and_wait_for_completion("CREATE TABLE made (n int)")
    assert job["status"] == "done"
    assert batch.cancel(job["job_id"]) == "done"


def test_waiting_for_a_job_that_fails(client: APIKeyAuthClient) -> None:
    with pytest.raises(CartoException, match="division by zero") as caught:
        BatchSQLClient(client).create_and_wait_for_completion("SELECT 1/0")
    assert isinstance(caught.value.args[0], JobFailedError)


def test_a_cancelled_job_is_no_success(client: APIKeyAuthClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """carto-python knew "canceled" only, and returned cancelled jobs as if they were done."""
    batch = BatchSQLClient(client)
    create = batch.create

    def create_and_cancel(query: str) -> object:
        job = create(query)
        batch.cancel(job["job_id"])
        return job

    monkeypatch.setattr(batch, "create", create_and_cancel)
    with pytest.raises(CartoException) as caught:
        batch.create_and_wait_for_completion("SELECT pg_sleep(30)")
    assert isinstance(caught.value.args[0], JobCancelledError)


def test_waiting_for_a_job_has_an_end(client: APIKeyAuthClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """carto-python waited for ever."""
    monkeypatch.setattr("carto_ext.compat.sql.DEFAULT_WAIT", 0.2)
    batch = BatchSQLClient(client)
    with pytest.raises(CartoException, match="had not ended after"):
        batch.create_and_wait_for_completion("SELECT pg_sleep(20)")


def test_the_server_has_no_update(client: APIKeyAuthClient) -> None:
    batch = BatchSQLClient(client)
    job = batch.create("SELECT 1")
    with pytest.raises(CartoException, match="HTTP 404"):
        batch.update(job["job_id"], "SELECT 2")


def test_a_job_without_sql_is_not_sent(client: APIKeyAuthClient) -> None:
    with pytest.raises(CartoException, match="blank"):
        BatchSQLClient(client).create([])


def test_attributes_of_a_job(client: APIKeyAuthClient) -> None:
    batch = BatchSQLClient(client)
    batch.update_from_dict({"item_queue_id": "7", "status": "done"})
    assert (batch.id, batch.status) == ("7", "done")  # type: ignore[attr-defined]


@pytest.mark.parametrize("compress", [True, False])
def test_rows_are_copied_in_and_out(copies: CopySQLClient, tmp_path: Path, compress: bool) -> None:
    result = copies.copyfrom(COPY_FROM, iter(ROWS), compress=compress)
    assert result["total_rows"] == 3
    assert b"".join(copies.copyto(COPY_TO).iter_content(4)) == LINES
    assert copies.copyto_stream(COPY_TO).read() == LINES


def test_files_are_copied_in(copies: CopySQLClient, tmp_path: Path) -> None:
    path = tmp_path / "Numbers.csv"
    path.write_bytes(b"".join(ROWS))
    assert copies.copyfrom_file_path(COPY_FROM, str(path), compression_level=9)["total_rows"] == 3
    assert copies.copyfrom_file_object(COPY_FROM, io.BytesIO(b"".join(ROWS)), False)["total_rows"] == 3


def test_what_copyto_gives_is_iterable_and_a_source(copies: CopySQLClient) -> None:
    """carto-python's own example duplicates a table so."""
    copies.copyfrom(COPY_FROM, ROWS)
    SQLClient(copies.client).send("CREATE TABLE others (n int, name text)")
    assert b"".join(copies.copyto(COPY_TO)) == LINES
    assert copies.copyfrom("COPY others FROM STDIN", copies.copyto(COPY_TO))["total_rows"] == 3
    with copies.copyto(COPY_TO) as response:
        target = io.BytesIO()
        shutil.copyfileobj(response.raw, target)
        assert target.getvalue() == LINES
    assert b"".join(copies.copyto(COPY_TO).raw.stream(5)) == LINES


@pytest.mark.parametrize(
    "copy",
    [
        lambda copies: copies.copyfrom("COPY nothing FROM STDIN", iter(ROWS)),
        lambda copies: copies.copyto("COPY nothing TO STDOUT"),
        lambda copies: copies.copyto_stream("COPY nothing TO STDOUT"),
        lambda copies: copies.copyto_file_object("COPY nothing TO STDOUT", io.BytesIO()),
    ],
)
def test_a_copy_of_nothing(copies: CopySQLClient, copy: object) -> None:
    with pytest.raises(CartoException, match='relation "nothing" does not exist'):
        copy(copies)  # type: ignore[operator]


def test_a_download_that_fails_leaves_no_file(copies: CopySQLClient, tmp_path: Path) -> None:
    with pytest.raises(CartoException, match="nothing"):
        copies.copyto_file_path("COPY nothing TO STDOUT", tmp_path / "some.txt")
    assert list(tmp_path.iterdir()) == []


def test_a_download_that_breaks_off_is_an_error(copies: CopySQLClient) -> None:
    """carto-python handed the error on as if it were a row."""
    with pytest.raises(CartoException, match="division by zero"):
        copies.copyto_stream(FAILS_LATE).read()


def test_no_file_is_left_open(copies: CopySQLClient, tmp_path: Path) -> None:
    """carto-python left imported files open; a ResourceWarning would fail this test."""
    with pytest.raises(CartoException, match="cannot be read"):
        copies.copyfrom_file_path(COPY_FROM, tmp_path / "missing.csv")
    with pytest.raises(CartoException, match="cannot be written"):
        copies.copyto_file_path(COPY_TO, tmp_path / "missing" / "some.txt")


def test_methods_of_copy_to(copies: CopySQLClient) -> None:
    assert list(copies.copyto(COPY_TO, "POST").iter_content()) == []
    with pytest.raises(CartoException, match="PUT"):
        copies.copyto(COPY_TO, "PUT")


def test_rows_come_while_they_are_read(copies: CopySQLClient) -> None:
    with copies.copyto("COPY (SELECT repeat('x', 1000) FROM generate_series(1, 5000)) TO STDOUT") as response:
        pieces: Iterator[bytes] = response.iter_content(8192)
        assert max(map(len, pieces)) <= 8192
