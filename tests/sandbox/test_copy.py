"""/sql/copyfrom and /sql/copyto of the sandbox."""

import gzip
import random
import resource
import socket
from collections.abc import Callable, Iterator

import httpx
import pytest

from carto_sandbox import Account
from carto_sandbox.sql_api.gunzip import Gunzip, GunzipError

Query = Callable[..., httpx.Response]
INTO = "COPY t (id, name) FROM STDIN WITH (FORMAT csv, HEADER true)"
ROWS = b"id,name\n1,one\n2,two\n"
NOISE = random.Random(7).randbytes(40_000)


@pytest.fixture
def table(query: Query) -> None:
    assert query("CREATE TABLE t (id int PRIMARY KEY, name text)").status_code == 200


def copy_from(
    api: httpx.Client, body: bytes | Iterator[bytes], sql: str = INTO, encoding: str | None = None
) -> httpx.Response:
    headers = {} if encoding is None else {"content-encoding": encoding}
    return api.post("/sql/copyfrom", params={"q": sql}, content=body, headers=headers)


def count(query: Query) -> int:
    found: int = query("SELECT count(*) AS n FROM t").json()["rows"][0]["n"]
    return found


def chunks(rows: int, *, bad: int | None = None) -> Iterator[bytes]:
    """CSV of 1,000 rows a piece; `bad` replaces one piece by a row that PostgreSQL refuses."""
    yield b"id,name\n"
    for start in range(0, rows, 1000):
        lines = (b"%d,%s\n" % (number, b"x" * 100) for number in range(start, start + 1000))
        yield b"".join(lines) if start != bad else b"not a number,x\n"


@pytest.mark.usefixtures("table")
def test_plain_and_chunked(api: httpx.Client, query: Query) -> None:
    answer = copy_from(api, ROWS)
    assert (answer.status_code, answer.json()["total_rows"], list(answer.json())) == (200, 2, ["time", "total_rows"])
    query("TRUNCATE t")
    assert copy_from(api, chunks(5000)).json()["total_rows"] == 5000
    assert count(query) == 5000


@pytest.mark.usefixtures("table")
def test_content_type_does_not_matter(api: httpx.Client) -> None:
    headers = {"content-type": "application/json"}
    answer = api.post("/sql/copyfrom", params={"q": INTO.lower()}, content=ROWS, headers=headers)
    assert answer.json()["total_rows"] == 2


@pytest.mark.usefixtures("table")
def test_gzip_of_several_members(api: httpx.Client) -> None:
    body = gzip.compress(ROWS, mtime=0) + gzip.compress(b"3,three\n") + gzip.compress(b"")
    assert copy_from(api, body, encoding="gzip").json()["total_rows"] == 3


@pytest.mark.usefixtures("table")
@pytest.mark.parametrize(
    ("body", "encoding", "message"),
    [
        (b"", None, "No rows copied"),
        (b"id,name\n", None, "No rows copied"),
        (b"id,name\n1\n", None, 'missing data for column "name"'),
        (b"id,name\nx,one\n", None, 'invalid input syntax for type integer: "x"'),
        (b"id,name\n1,\xff\n", None, 'invalid byte sequence for encoding "UTF8": 0xff'),
        (b"id,name\n1,a\n1,b\n", None, 'duplicate key value violates unique constraint "t_pkey"'),
        (ROWS, "gzip", "Error while gunzipping: incorrect header check"),
        (gzip.compress(ROWS, mtime=0)[:-9], "gzip", "Error while gunzipping: unexpected end of file"),
        (gzip.compress(ROWS, mtime=0)[:-8] + b"wrong---", "gzip", "Error while gunzipping: incorrect data check"),
        (gzip.compress(ROWS, mtime=0), None, 'invalid byte sequence for encoding "UTF8": 0x8b'),
        (gzip.compress(ROWS, mtime=0), "GZIP", 'invalid byte sequence for encoding "UTF8": 0x8b'),
    ],
)
def test_bad_body_leaves_nothing(
    api: httpx.Client, query: Query, body: bytes, encoding: str | None, message: str
) -> None:
    answer = copy_from(api, body, encoding=encoding)
    assert (answer.status_code, answer.json()["error"]) == (400, [message])
    assert count(query) == 0


@pytest.mark.usefixtures("table")
@pytest.mark.parametrize(
    ("sql", "message"),
    [
        ("", "SQL must start with COPY"),
        ("SELECT 1", "SQL must start with COPY"),
        (" COPY t FROM STDIN", "SQL must start with COPY"),
        ("COPY nope FROM STDIN", 'relation "nope" does not exist'),
        ("COPY t (nope) FROM STDIN", 'column "nope" of relation "t" does not exist'),
        ("COPY t TO STDOUT", "The sandbox takes only COPY ... FROM STDIN here"),
    ],
)
def test_bad_statement(api: httpx.Client, query: Query, sql: str, message: str) -> None:
    answer = copy_from(api, ROWS, sql)
    assert (answer.status_code, answer.json()["error"]) == (400, [message])
    assert count(query) == 0


@pytest.mark.usefixtures("table")
def test_keys(api: httpx.Client, account: Account) -> None:
    path = f"{account.base_url}/api/v2/sql/copyfrom"
    for key, status, message in (
        ("wrong", 401, "Unauthorized"),
        ("default_public", 403, "permission denied for table t"),
        ("", 403, "permission denied for table t"),
    ):
        answer = httpx.post(path, params={"q": INTO, "api_key": key}, content=ROWS)
        assert (answer.status_code, answer.json()["error"]) == (status, [message])
    basic = httpx.post(path, params={"q": INTO}, content=ROWS, auth=(account.username, account.api_key))
    assert basic.json()["total_rows"] == 2


@pytest.mark.usefixtures("table")
def test_error_comes_before_the_upload_ends(api: httpx.Client, account: Account, query: Query) -> None:
    """The upload is never finished, so an answer can only be an early one."""
    url = httpx.URL(account.base_url)
    path = httpx.URL(f"{account.base_url}/api/v2/sql/copyfrom", params={"q": INTO, "api_key": account.api_key}).raw_path
    with socket.create_connection((url.host, url.port or 80), timeout=20) as connection:
        connection.sendall(b"POST " + path + b" HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n")
        # A bad row first, then a little at a time: PostgreSQL's refusal needs a moment.
        connection.settimeout(0.05)
        answer = b""
        for body in (b"id,name\nnot a number,x\n", *[b"1,x\n" * 5000] * 200):
            connection.sendall(b"%x\r\n%s\r\n" % (len(body), body))
            try:
                answer = connection.recv(65536)
            except TimeoutError:
                continue
            break
        connection.settimeout(20)
        while answer and not answer.endswith(b"}"):  # head and body may come apart
            answer += connection.recv(65536)
    assert answer.startswith(b"HTTP/1.1 400 ")
    assert b'{"error":["invalid input syntax for type integer' in answer
    assert count(query) == 0


@pytest.mark.usefixtures("table")
def test_late_error_rolls_everything_back(api: httpx.Client, query: Query) -> None:
    answer = copy_from(api, chunks(20_000, bad=19_000))
    assert answer.status_code == 400
    assert answer.json()["error"] == ['invalid input syntax for type integer: "not a number"']
    assert count(query) == 0


@pytest.mark.usefixtures("table")
def test_client_that_leaves_stores_nothing(api: httpx.Client, query: Query) -> None:
    def broken() -> Iterator[bytes]:
        yield from chunks(2000)
        raise ConnectionError("gone")

    with pytest.raises(ConnectionError):
        copy_from(api, broken())
    assert count(query) == 0
    assert copy_from(api, ROWS).json()["total_rows"] == 2


def test_copy_to(api: httpx.Client, query: Query) -> None:
    query("CREATE TABLE t (id int, name text); INSERT INTO t VALUES (1, 'é'), (2, NULL)")
    for answer in (
        api.get("/sql/copyto", params={"q": "COPY t TO STDOUT"}),
        api.post("/sql/copyto", json={"q": "COPY t TO STDOUT"}),
        api.post("/sql/copyto/", data={"q": "COPY t TO STDOUT"}),
    ):
        assert (answer.status_code, answer.content) == (200, "1\té\n2\t\\N\n".encode())
        assert answer.headers["content-disposition"] == "attachment; filename=carto-sql-copyto.dmp"
    named = api.get("/sql/copyto", params={"q": "COPY t TO STDOUT (FORMAT csv)", "filename": 'my file é;".csv'})
    assert named.headers["content-disposition"] == "attachment; filename=my%20file%20%C3%A9%3B%22.csv"
    assert named.content == "1,é\n2,\n".encode()
    binary = api.get("/sql/copyto", params={"q": "COPY t TO STDOUT (FORMAT binary)"})
    assert binary.content.startswith(b"PGCOPY\n\xff\r\n\x00")


def test_copy_to_of_nothing_has_a_length(api: httpx.Client) -> None:
    answer = api.get("/sql/copyto", params={"q": "COPY (SELECT 1 WHERE false) TO STDOUT"})
    assert (answer.status_code, answer.content, answer.headers["content-length"]) == (200, b"", "0")


def test_copy_to_error_before_the_first_block(api: httpx.Client) -> None:
    answer = api.get("/sql/copyto", params={"q": "COPY (SELECT 1/(5-i) FROM generate_series(1,9) i) TO STDOUT"})
    assert (answer.status_code, answer.json()) == (400, {"error": ["division by zero"]})
    assert api.get("/sql/copyto").json() == {"error": ["SQL is missing"]}


def test_copy_to_error_after_it_is_appended(api: httpx.Client) -> None:
    answer = api.get("/sql/copyto", params={"q": "COPY (SELECT i/(50000-i) FROM generate_series(1,60000) i) TO STDOUT"})
    assert answer.status_code == 200
    assert answer.content.endswith(b'\n49999\n{"error":["division by zero"]}')


@pytest.mark.usefixtures("table")
def test_memory_does_not_grow_with_the_size(api: httpx.Client) -> None:
    copy_from(api, chunks(1000))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    api.post("/sql", data={"q": "TRUNCATE t"})
    assert copy_from(api, chunks(500_000)).json()["total_rows"] == 500_000
    with api.stream("GET", "/sql/copyto", params={"q": "COPY t TO STDOUT"}) as answer:
        received = sum(len(piece) for piece in answer.iter_raw())
    assert received > 50_000_000
    grown_kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown_kib < 20_000


def test_gunzip_gives_bounded_blocks() -> None:
    zeros = gzip.compress(bytes(10_000_000))
    gunzip = Gunzip()
    sizes = [len(block) for block in gunzip.feed(zeros)] + [len(block) for block in gunzip.finish()]
    assert sum(sizes) == 10_000_000
    assert max(sizes) <= 65536


@pytest.mark.parametrize("step", [1, 7, 1000])
def test_gunzip_in_any_pieces(step: int) -> None:
    whole = gzip.compress(NOISE[:5000], mtime=0) + gzip.compress(NOISE[5000:])
    gunzip = Gunzip()
    pieces = [block for at in range(0, len(whole), step) for block in gunzip.feed(whole[at : at + step])]
    assert b"".join([*pieces, *gunzip.finish()]) == NOISE
    cut = Gunzip()
    list(cut.feed(whole[:-1]))
    with pytest.raises(GunzipError, match="unexpected end of file"):
        list(cut.finish())
