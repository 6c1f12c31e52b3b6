"""The pool opens as few connections as possible, uses no dead ones, and never exceeds its limit."""

from threading import Barrier, Event

import httpx
import pytest

from carto_ext._async._http.pool import AsyncPool, AsyncTransport
from carto_ext._async.client import AsyncCarto
from carto_ext._async.concurrency import sleep
from carto_ext._shared._http.proxies import Proxies
from carto_ext.errors import CartoTimeoutError, ConnectionFailedError, TransportError
from carto_ext.retries import RetryPolicy
from tests._async.concurrency import AT_ONCE, together
from tests.support.crowd import Answer, Asked, Crowd

pytestmark = pytest.mark.anyio

ONCE = RetryPolicy(attempts=1)
ROWS = Answer({"rows": [{"one": 1}], "time": 0.1, "fields": {}, "total_rows": 1})


def client(max_connections: int, pool_timeout: float = 20.0) -> httpx.AsyncClient:
    timeout = httpx.Timeout(20.0, pool=pool_timeout)
    return httpx.AsyncClient(transport=AsyncTransport(True, Proxies(), max_connections), timeout=timeout)


def pool_of(http: httpx.AsyncClient) -> AsyncPool:
    pool: AsyncPool = http._transport._pool  # type: ignore[attr-defined]
    return pool


async def test_one_call_after_another_needs_one_connection() -> None:
    with Crowd(lambda asked: ROWS) as server:
        async with AsyncCarto(server.base_url, api_key="k") as carto:
            for _ in range(20):
                assert (await carto.sql.query("SELECT 1 AS one")).rows == [{"one": 1}]
    assert server.connections == 1


async def test_calls_at_once_keep_their_connections_for_the_next_round() -> None:
    together_now = Barrier(AT_ONCE)

    def answer(asked: Asked) -> Answer:
        together_now.wait(20)
        return ROWS

    with Crowd(answer) as server:
        async with AsyncCarto(server.base_url, api_key="k") as carto:
            for _ in range(3):
                await together(lambda number: carto.sql.query(f"SELECT {number}"))
            pool = pool_of(carto._http)
            assert (len(pool.idle), len(pool.busy)) == (AT_ONCE, 0)
    assert server.connections == server.most == AT_ONCE


async def test_never_more_connections_than_allowed_and_nobody_is_forgotten() -> None:
    with Crowd(lambda asked: ROWS) as server:
        async with client(3) as http:
            answers = await together(lambda number: http.post(server.base_url))
    assert [answer.status_code for answer in answers] == [200] * AT_ONCE  # type: ignore[attr-defined]
    assert server.connections <= 3
    assert server.most <= 3


async def test_who_waits_too_long_for_a_connection_is_told() -> None:
    with Crowd(lambda asked: ROWS) as server:
        async with client(1, pool_timeout=0.05) as http:
            async with http.stream("POST", server.base_url) as answer:
                with pytest.raises(httpx.PoolTimeout, match="every connection is in use"):
                    await http.post(server.base_url)
                await answer.aread()
            assert (await http.post(server.base_url)).status_code == 200
    assert server.connections == 1


async def test_a_connection_that_the_server_closed_is_not_used() -> None:
    with Crowd(lambda asked: ROWS, hangs_up=True) as server:
        async with AsyncCarto(server.base_url, api_key="k", retries=ONCE) as carto:
            for _ in range(3):
                await carto.sql.query("SELECT 1")
                await sleep(0.05)
    assert server.connections == 3


async def test_a_connection_that_was_idle_too_long_is_not_used() -> None:
    short = Answer(ROWS.body, headers={"Keep-Alive": "timeout=2"})  # kept for 1 s
    with Crowd(lambda asked: short) as server:
        async with client(10) as http:
            for _ in range(3):
                await http.post(server.base_url)
                await sleep(1.05)
            assert len(pool_of(http).idle) == 1
    assert server.connections == 3


async def test_other_hosts_have_connections_of_their_own() -> None:
    with Crowd(lambda asked: ROWS) as one, Crowd(lambda asked: ROWS) as other:
        async with client(10) as http:
            for server in (one, other, one, other):
                await http.post(server.base_url)
            assert len(pool_of(http).idle) == 2
    assert (one.connections, other.connections) == (1, 1)


async def test_an_answer_left_in_the_middle_ends_its_connection() -> None:
    long = Answer({"rows": ["x" * 1_000_000]})
    with Crowd(lambda asked: long) as server:
        async with client(10) as http:
            async with http.stream("POST", server.base_url) as answer:
                assert answer.status_code == 200
            assert not pool_of(http).idle
            assert not pool_of(http).busy
            assert (await http.post(server.base_url)).status_code == 200
    assert server.connections == 2


async def test_closing_ends_what_is_on_its_way() -> None:
    came, may_go = Event(), Event()

    def answer(asked: Asked) -> Answer:
        came.set()
        may_go.wait(20)
        return ROWS

    with Crowd(answer) as server:
        carto = AsyncCarto(server.base_url, api_key="k", retries=ONCE)

        async def call_or_close(number: int) -> object:
            if number:
                while not came.is_set():
                    await sleep(0.01)
                await carto.aclose()
                return None
            try:
                return await carto.sql.query("SELECT 1")
            except TransportError as error:
                return error

        first, *_ = await together(call_or_close)
        may_go.set()
    assert isinstance(first, TransportError)


async def test_a_url_of_another_kind_is_refused() -> None:
    async with client(1) as http:
        for _ in range(2):  # the slot comes back
            with pytest.raises(httpx.UnsupportedProtocol, match="ftp is neither http nor https"):
                await http.get("ftp://localhost/")


async def test_authorities_of_the_environment_that_are_not_there_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "no-such-file.pem")
    with Crowd(lambda asked: ROWS) as server:
        url = server.base_url.replace("http://", "https://")
        async with AsyncCarto(url, api_key="k", retries=ONCE) as carto:
            with pytest.raises(ConnectionFailedError, match="SSL_CERT_FILE or SSL_CERT_DIR"):
                await carto.sql.query("SELECT 1")


async def test_an_answer_that_does_not_come_ends_its_connection() -> None:
    with Crowd(lambda asked: (Event().wait(0.5), ROWS)[1]) as server:
        async with AsyncCarto(server.base_url, api_key="k", retries=ONCE, timeout=0.1) as carto:
            with pytest.raises(CartoTimeoutError, match=r"no byte from .* for 0\.1 s"):
                await carto.sql.query("SELECT 1")
            pool = pool_of(carto._http)
            assert not pool.idle
            assert not pool.busy


async def test_a_cookie_is_kept_where_a_proxy_sets_one() -> None:
    """httpx promises no `_cookies`; CARTO sets none, but what balances the load before it may."""
    sticky = Answer(ROWS.body, headers={"Set-Cookie": "node=7; Path=/"})
    with Crowd(lambda asked: sticky) as server:
        async with AsyncCarto(server.base_url, api_key="k") as carto:
            for _ in range(2):
                await carto.sql.query("SELECT 1")
    assert [asked.headers.get("Cookie") for asked in server.asked] == [None, "node=7"]
