"""Slow sources, slow and silent servers, time limits, and retries."""

import gzip
import zlib
from collections.abc import Awaitable, Callable, Iterator
from itertools import count
from time import sleep

import pytest

from carto_ext._async.client import AsyncCarto
from carto_ext.errors import (
    CartoError,
    CartoTimeoutError,
    InvalidArgumentError,
    JobTimeoutError,
    RateLimitError,
    ServerError,
    TransportError,
)
from carto_ext.retries import RetryBudget, RetryPolicy
from carto_sandbox.faults import (
    Answer,
    Delay,
    FaultServer,
    Point,
    Reset,
    SlowBody,
    SlowReading,
    Stall,
    Status,
    Storm,
    limit_rate,
)

pytestmark = pytest.mark.anyio

FAST = RetryPolicy(first_delay=0.001)
ONCE = RetryPolicy(attempts=1)
BUSY = Status(503)
COPY_IN = "COPY t FROM STDIN"
COPY_OUT = "COPY t TO STDOUT"


async def _download(carto: AsyncCarto) -> bytes:
    return b"".join([piece async for piece in await carto.sql.copy_to(COPY_OUT)])


# -- slow sources ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("compress", [True, False])
async def test_what_a_slow_source_gave_is_sent_before_it_gives_more(
    fault_server: FaultServer, monkeypatch: pytest.MonkeyPatch, compress: bool
) -> None:
    """Each piece waits until the server has seen nearly all before it: held back, it would never come."""
    monkeypatch.setattr("carto_ext._async._transfer.upload.FLUSH_SECONDS", 0.0)
    seen: list[int] = []

    def arrived() -> int:
        data = fault_server.requests[0].body_start if fault_server.requests else b""
        return len(zlib.decompressobj(47).decompress(data)) if compress and data else len(data)

    def pieces() -> Iterator[bytes]:
        for number in range(6):
            yield b"%08d\n" % number
            sleep(0.05)
            if number >= 2:
                for _ in range(1000):
                    if arrived() >= 9 * (number - 1):
                        break
                    sleep(0.005)
                seen.append(arrived())

    async with AsyncCarto(fault_server.base_url, api_key="k") as carto:
        await carto.sql.copy_from(COPY_IN, pieces(), compress=compress)
    assert len(seen) == 4
    assert all(bytes_seen >= 9 * (number + 1) for number, bytes_seen in enumerate(seen))
    body = fault_server.requests[0].body_start
    assert (gzip.decompress(body) if compress else body) == b"".join(b"%08d\n" % number for number in range(6))


async def test_small_pieces_of_a_fast_source_go_in_large_chunks(
    fault_server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("carto_ext._async._transfer.upload.FLUSH_SECONDS", 3600)  # on a busy machine no source is fast
    told: list[int] = []
    async with AsyncCarto(fault_server.base_url, api_key="k") as carto:
        rows = (b"%08d\n" % number for number in range(100_000))
        await carto.sql.copy_from(COPY_IN, rows, compress=False, progress=lambda done, _: told.append(done))
    assert told[-1] == 900_000
    assert len(told) <= 4


async def test_a_slow_upload_is_not_silence(fault_server: FaultServer) -> None:
    def pieces() -> Iterator[bytes]:
        for _ in range(4):
            yield b"x" * 300_000
            sleep(0.2)

    async with AsyncCarto(fault_server.base_url, api_key="k", timeout=0.4, deadline=0.5) as carto:
        await carto.sql.copy_from(COPY_IN, pieces(), compress=False)
    assert fault_server.requests[0].body_bytes == 1_200_000


# -- slow and silent servers -------------------------------------------------------------------------------------------


async def test_a_server_that_reads_slowly_is_borne(fault_server: FaultServer) -> None:
    fault_server.play(SlowReading(chunk=500_000, pause=0.05))
    async with AsyncCarto(fault_server.base_url, api_key="k", timeout=2, deadline=0.1) as carto:
        await carto.sql.copy_from(COPY_IN, b"x" * 5_000_000, compress=False)
    assert fault_server.requests[0].body_bytes == 5_000_000


async def test_a_server_that_sends_slowly_is_borne(fault_server: FaultServer) -> None:
    fault_server.answers["sql_copyto_post"] = Answer(200, b"12345678\n" * 20)
    fault_server.play(SlowBody(chunk=30, pause=0.05))
    async with AsyncCarto(fault_server.base_url, api_key="k", timeout=0.5, deadline=0.2) as carto:
        assert await _download(carto) == b"12345678\n" * 20


@pytest.mark.parametrize("point", [Point.REQUEST_HEAD, Point.REQUEST_BODY])
async def test_a_server_that_takes_no_byte_is_a_timeout(fault_server: FaultServer, point: Point) -> None:
    fault_server.play(default=Stall(point))
    async with AsyncCarto(fault_server.base_url, api_key="k", timeout=0.3) as carto:
        with pytest.raises(CartoTimeoutError, match=r"took no byte for 0\.3 s"):
            await carto.sql.copy_from(COPY_IN, (b"x" * 1_000_000 for _ in count()), compress=False)
        with pytest.raises(CartoTimeoutError, match=r"took no byte for 0\.3 s"):
            await carto.imports.upload((b"x" * 1_000_000 for _ in count()), name="a.csv")
    assert len(fault_server.requests) == 2


@pytest.mark.parametrize("point", [Point.REQUEST_END, Point.STATUS_LINE, Point.ANSWER_HEAD, Point.ANSWER_BODY])
async def test_a_server_that_gives_no_byte_is_a_timeout(fault_server: FaultServer, point: Point) -> None:
    fault_server.play(default=Stall(point))
    async with AsyncCarto(fault_server.base_url, api_key="k", timeout=0.2, retries=ONCE) as carto:
        calls: list[Callable[[], Awaitable[object]]] = [
            lambda: carto.sql.query("SELECT 1"),
            lambda: carto.viz.list(),
            lambda: carto.sql.copy_from(COPY_IN, b"1\n"),
            lambda: _download(carto),
        ]
        for call in calls:
            with pytest.raises(CartoTimeoutError, match=r"no byte from 127\.0\.0\.1:\d+ for 0\.2 s") as caught:
                await call()
            assert isinstance(caught.value, TimeoutError)


async def test_no_connection_in_time_is_a_timeout(fault_server: FaultServer) -> None:
    fault_server.play(default=Stall(Point.ACCEPT))
    base_url = fault_server.base_url.replace("http:", "https:")
    async with AsyncCarto(base_url, api_key="k", connect_timeout=0.2, retries=ONCE) as carto:
        with pytest.raises(CartoTimeoutError, match=r"no connection to .* within 0\.2 s"):
            await carto.sql.query("SELECT 1")


# -- the deadline ------------------------------------------------------------------------------------------------------


async def test_the_deadline_ends_silence(fault_server: FaultServer) -> None:
    fault_server.play(default=Stall(Point.REQUEST_END))
    async with AsyncCarto(fault_server.base_url, api_key="k", timeout=60, deadline=0.3) as carto:
        with pytest.raises(CartoTimeoutError, match="deadline"):
            await carto.viz.list()
    assert len(fault_server.requests) == 1


async def test_the_deadline_ends_an_answer_that_drips(fault_server: FaultServer) -> None:
    fault_server.answers["viz_list"] = Answer(200, b" " * 100_000, {"Content-Type": "application/json"})
    fault_server.play(default=SlowBody(chunk=1, pause=0.02))
    async with AsyncCarto(fault_server.base_url, api_key="k", timeout=60, deadline=0.3, retries=ONCE) as carto:
        with pytest.raises(CartoTimeoutError, match="not complete at the deadline"):
            await carto.viz.list()
        fault_server.play()
        await carto.sql.query("SELECT 1")


async def test_the_deadline_ends_the_tries(fault_server: FaultServer) -> None:
    fault_server.play(default=BUSY)
    policy = RetryPolicy(attempts=1000, first_delay=0.1, longest_delay=0.1)
    async with AsyncCarto(fault_server.base_url, api_key="k", deadline=0.35, retries=policy) as carto:
        with pytest.raises(ServerError):
            await carto.viz.list()
    assert 1 < len(fault_server.requests) < 9


async def test_the_deadline_holds_for_all_tries_together(fault_server: FaultServer) -> None:
    fault_server.play(Delay(0.3, BUSY), Delay(60))
    async with AsyncCarto(fault_server.base_url, api_key="k", timeout=60, deadline=0.6, retries=FAST) as carto:
        with pytest.raises(CartoTimeoutError):
            await carto.viz.list()
    assert len(fault_server.requests) == 2


async def test_the_wait_for_a_job_ends_though_the_server_is_silent(
    fault_server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("carto_ext._async.poller.LEAST_SECONDS", 0.1)
    fault_server.play(default=Stall(Point.REQUEST_END))
    async with AsyncCarto(fault_server.base_url, api_key="k", timeout=60, deadline=60) as carto:
        with pytest.raises(JobTimeoutError, match=r"carto\.batch\.job\('17'\)"):
            await carto.batch.job("17").wait(timeout=0.3)


# -- what is tried again -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("fault", [BUSY, Reset(Point.REQUEST_END), Reset(Point.ANSWER_BODY), Status(502, b"<html>")])
async def test_what_passes_is_tried_again(fault_server: FaultServer, fault: Status) -> None:
    fault_server.play(Storm(2, fault))
    async with AsyncCarto(fault_server.base_url, api_key="k", retries=FAST) as carto:
        await carto.viz.list()
        assert len(fault_server.requests) == 3


@pytest.mark.parametrize("fault", [BUSY, Reset(Point.REQUEST_END), Reset(Point.ANSWER_BODY)])
async def test_what_may_have_had_an_effect_is_sent_once(fault_server: FaultServer, fault: Status) -> None:
    fault_server.play(default=fault)
    async with AsyncCarto(fault_server.base_url, api_key="k", retries=FAST) as carto:
        calls: list[Callable[[], Awaitable[object]]] = [
            lambda: carto.sql.query("INSERT INTO t VALUES (1)"),
            lambda: carto.batch.begin("SELECT 1"),
            lambda: carto.sql.copy_from(COPY_IN, b"1\n"),
            lambda: carto.imports.upload(b"1\n", name="a.csv"),
            lambda: carto.imports.begin(sql="SELECT 1", table_name="t"),
        ]
        for number, call in enumerate(calls, 1):
            with pytest.raises((ServerError, TransportError)):
                await call()
            assert len(fault_server.requests) == number


async def test_a_caller_may_say_that_twice_does_no_harm(fault_server: FaultServer) -> None:
    fault_server.play(BUSY, BUSY)
    async with AsyncCarto(fault_server.base_url, api_key="k", retries=ONCE) as carto:
        harmless = carto.with_options(retries=RetryPolicy(first_delay=0.001, unsafe=True))
        await harmless.sql.query("SELECT 1")
        assert len(fault_server.requests) == 3
        fault_server.play(BUSY)
        with pytest.raises(ServerError):
            await carto.sql.query("SELECT 1")
        fault_server.play(BUSY)
        with pytest.raises(ServerError):
            await harmless.sql.copy_from(COPY_IN, b"1\n")


@pytest.mark.parametrize("retry_after", [0, 1])
async def test_a_rate_limit_is_waited_for(
    fault_server: FaultServer, monkeypatch: pytest.MonkeyPatch, retry_after: int
) -> None:
    waits = _record_sleeps(monkeypatch)
    fault_server.play(limit_rate(retry_after))
    async with AsyncCarto(fault_server.base_url, api_key="k", retries=RetryPolicy(first_delay=0.25)) as carto:
        await carto.sql.query("SELECT 1")
    assert len(fault_server.requests) == 2
    assert [retry_after <= seconds <= retry_after + 0.25 for seconds in waits] == [True]


@pytest.mark.parametrize("limit", [limit_rate(31), limit_rate(None, reset=40)])
async def test_a_rate_limit_beyond_the_cap_raises_at_once(
    fault_server: FaultServer, monkeypatch: pytest.MonkeyPatch, limit: Status
) -> None:
    waits = _record_sleeps(monkeypatch)
    fault_server.play(default=limit)
    async with AsyncCarto(fault_server.base_url, api_key="k") as carto:
        with pytest.raises(RateLimitError) as caught:
            await carto.sql.query("SELECT 1")
    assert caught.value.retry_after in (31, 40)
    assert len(fault_server.requests) == 1
    assert waits == []


async def test_a_rate_limit_beyond_the_deadline_raises_at_once(
    fault_server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits = _record_sleeps(monkeypatch)
    fault_server.play(default=limit_rate(20))
    async with AsyncCarto(fault_server.base_url, api_key="k", deadline=10) as carto:
        with pytest.raises(RateLimitError):
            await carto.sql.query("SELECT 1")
    assert waits == []


async def test_an_outage_is_not_made_worse(fault_server: FaultServer, monkeypatch: pytest.MonkeyPatch) -> None:
    waits = _record_sleeps(monkeypatch)
    fault_server.play(default=BUSY)
    async with AsyncCarto(fault_server.base_url, api_key="k") as carto:
        for number in range(30):
            one = carto if number % 2 else carto.with_options(timeout=5)
            with pytest.raises(ServerError):
                await one.viz.list()
    assert len(waits) == RetryBudget.CAPACITY
    assert len(fault_server.requests) == 30 + RetryBudget.CAPACITY


async def test_retries_are_switched_off_for_one_call(fault_server: FaultServer) -> None:
    fault_server.play(default=BUSY)
    async with AsyncCarto(fault_server.base_url, api_key="k", retries=FAST) as carto:
        with pytest.raises(ServerError):
            await carto.with_options(retries=ONCE).viz.list()
        assert len(fault_server.requests) == 1
        with pytest.raises(ServerError):
            await carto.viz.list()
        assert len(fault_server.requests) == 1 + FAST.attempts


async def test_arguments_that_cannot_be_sent_are_not_tried_at_all(fault_server: FaultServer) -> None:
    async with AsyncCarto(fault_server.base_url, api_key="k") as carto:
        with pytest.raises(InvalidArgumentError):
            await carto.sql.copy_from(COPY_IN, b"")
        with pytest.raises(CartoError):
            await carto.sql.query(" ")
    assert fault_server.connections == 0


def _record_sleeps(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The waits between tries, not waited."""
    waits: list[float] = []

    async def note(seconds: float) -> None:
        waits.append(seconds)

    monkeypatch.setattr("carto_ext._async.concurrency.sleep", note)
    return waits
