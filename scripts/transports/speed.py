"""The cost of a call to the server of scripts/bench, which sends as CARTO does. JSON is not parsed in any of them."""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from benchmark.worker import peak_mb
from transports.candidates import Candidate

MB = 1_000_000
ROUNDS = 5


@contextmanager
def bench_server() -> Iterator[str]:
    command = [sys.executable, "-m", "benchmark.server"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    try:
        assert process.stdout is not None
        yield f"http://127.0.0.1:{process.stdout.readline().strip()}/user/bench/api/v2/sql"
    finally:
        process.kill()
        process.communicate()


def timed(call: Callable[[], object]) -> str:
    """Seconds by the clock and of the processor, in the median."""
    call()
    took = []
    for _ in range(ROUNDS):
        started, busy = time.perf_counter(), time.process_time()
        call()
        took.append((time.perf_counter() - started, time.process_time() - busy))
    return f"{median(a for a, _ in took) * 1000:.0f} / {median(b for _, b in took) * 1000:.0f} ms"


def awaited(candidate: Candidate, call: Callable[[Any], Awaitable[object]]) -> str:
    async def run() -> str:
        async with candidate.aclient() as client:
            await call(client)
            took = []
            for _ in range(ROUNDS):
                started, busy = time.perf_counter(), time.process_time()
                await call(client)
                took.append((time.perf_counter() - started, time.process_time() - busy))
            return f"{median(a for a, _ in took) * 1000:.0f} / {median(b for _, b in took) * 1000:.0f} ms"

    return asyncio.run(run())


def rows_200_000(candidate: Candidate) -> str:
    with bench_server() as url, candidate.client() as client:
        return timed(lambda: client.post(url, data={"q": "SELECT rows200000"}).content)


def rows_200_000_async(candidate: Candidate) -> str:
    with bench_server() as url:
        return awaited(candidate, lambda client: client.post(url, data={"q": "SELECT rows200000"}))


def copy_out_100_mb(candidate: Candidate) -> str:
    with bench_server() as url, candidate.client() as client:

        def call() -> None:
            with client.stream("POST", f"{url}/copyto", data={"q": "COPY mb100 TO STDOUT"}) as response:
                assert sum(map(len, response.iter_raw())) == 100 * MB

        return timed(call)


def small_calls_50_at_once(candidate: Candidate) -> str:
    async def call(client: Any) -> None:
        free = asyncio.Semaphore(50)

        async def one() -> None:
            async with free:
                await client.post(url, data={"q": "SELECT 1"})

        await asyncio.gather(*(one() for _ in range(1000)))

    with bench_server() as url:
        return awaited(candidate, call)


def a_small_call(candidate: Candidate) -> str:
    with bench_server() as url, candidate.client() as client:
        for _ in range(100):
            client.post(url, data={"q": "SELECT 1"})
        started, busy = time.perf_counter(), time.process_time()
        for _ in range(500):
            client.post(url, data={"q": "SELECT 1"})
        wall, cpu = time.perf_counter() - started, time.process_time() - busy
        return f"{wall * 2000:.0f} / {cpu * 2000:.0f} µs"


def memory_of_500_mb_up_and_down(candidate: Candidate) -> str:
    with bench_server() as url, candidate.client() as client:
        client.post(url, data={"q": "SELECT 1"})
        before = peak_mb()
        pieces = (b"x" * 262_144 for _ in range(2000))
        assert client.post(f"{url}/copyfrom", content=pieces).status_code == 200
        with client.stream("POST", f"{url}/copyto", data={"q": "COPY mb500 TO STDOUT"}) as response:
            assert sum(map(len, response.iter_raw())) == 500 * MB
        grown = peak_mb() - before
        assert grown < 40, f"{grown:.0f} MB more"
        return f"+{grown:.0f} MB, {peak_mb():.0f} in all"
