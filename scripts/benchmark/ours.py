"""The measured calls, as a user makes them."""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TypeVar

from benchmark.concurrency import at_once
from benchmark.data import sql_answer
from carto_ext import AsyncCarto, Carto

T = TypeVar("T")
COPY_IN = "COPY t FROM STDIN WITH (FORMAT csv)"
SMALL = "SELECT 1 AS one"
PAGES = 20


class Peer:
    def __init__(self, url: str, folder: Path) -> None:
        self.url, self.folder, self.source = url, folder, folder / "source.csv"
        self.carto = Carto(url, api_key="k")

    def _other(self, account: str) -> str:
        """The URL of the account whose name says how the server behaves."""
        return self.url.replace("bench", account)

    def _awaited(self, call: Callable[[AsyncCarto], Awaitable[T]]) -> T:
        async def run() -> T:
            async with AsyncCarto(self.url, api_key="k") as carto:
                return await call(carto)

        return asyncio.run(run())

    def _awaited_in_use(self, call: Callable[[AsyncCarto], Awaitable[int]]) -> Any:
        """As the synchronous client is: with a connection, in an event loop that runs."""

        async def run(carto: AsyncCarto) -> Any:
            await carto.sql.query(SMALL)
            started = time.perf_counter()
            return timed(started, await call(carto))

        return self._awaited(run)

    def copy_from(self, compress: bool, source: str = "") -> int:
        return self.carto.sql.copy_from(COPY_IN, source or self.source, compress=compress).total_rows

    async def _copy_from(self, carto: AsyncCarto, compress: bool, source: str) -> int:
        return (await carto.sql.copy_from(COPY_IN, source or self.source, compress=compress)).total_rows

    def copy_from_async(self, compress: bool, source: str = "") -> Any:
        return self._awaited_in_use(lambda carto: self._copy_from(carto, compress, source))

    def upload(self, source: str = "") -> int:
        return int(self.carto.imports.upload(source or self.source).id)

    async def _upload(self, carto: AsyncCarto, source: str) -> int:
        return int((await carto.imports.upload(source or self.source)).id)

    def upload_async(self, source: str = "") -> Any:
        return self._awaited_in_use(lambda carto: self._upload(carto, source))

    def copy_to(self, table: str) -> int:
        return self.carto.sql.copy_to(f"COPY {table} TO STDOUT", self.folder / "target.csv").bytes_received

    async def _copy_to(self, carto: AsyncCarto, table: str) -> int:
        return (await carto.sql.copy_to(f"COPY {table} TO STDOUT", self.folder / "target.csv")).bytes_received

    def copy_to_async(self, table: str) -> Any:
        return self._awaited_in_use(lambda carto: self._copy_to(carto, table))

    def queries(self, count: int) -> int:
        return sum(len(self.carto.sql.query(SMALL).rows) for _ in range(count))

    def rows(self, count: int, paced: bool = False) -> Any:
        started = time.perf_counter()
        rows = self.carto.sql.query(f"SELECT {'paced' if paced else 'rows'}{count}").rows
        return timed(started, len(rows))

    def rows_async(self, count: int) -> Any:
        return self._awaited_in_use(lambda carto: self._rows(carto, count))

    async def _rows(self, carto: AsyncCarto, count: int) -> int:
        return len((await carto.sql.query(f"SELECT rows{count}")).rows)

    def json_loads(self, count: int) -> Any:
        """The same body, already in memory: without network and client."""
        body = b"".join(sql_answer(count))
        started = time.perf_counter()
        rows = json.loads(body)["rows"]
        return timed(started, len(rows))

    def queries_at_once(self, count: int, width: int, used: bool) -> Any:
        async def one(carto: AsyncCarto) -> int:
            return len((await carto.sql.query(SMALL)).rows)

        async def all_of_them(carto: AsyncCarto) -> Any:
            if used:
                await at_once(lambda: one(carto), count, width)
            started = time.perf_counter()
            return timed(started, await at_once(lambda: one(carto), count, width))

        return self._awaited(all_of_them)

    def list_viz(self, account: str) -> int:
        with Carto(self._other(account), api_key="k") as carto:
            return sum(1 for _ in carto.viz.iterate())

    def list_viz_async(self, account: str) -> int:
        async def run() -> int:
            async with AsyncCarto(self._other(account), api_key="k") as carto:
                return len([viz async for viz in carto.viz.iterate()])

        return asyncio.run(run())

    def list_viz_page_by_page(self, account: str) -> int:
        with Carto(self._other(account), api_key="k") as carto:
            return sum(len(carto.viz.list(page=page, per_page=100).visualizations) for page in range(1, PAGES + 1))

    def copy_many(self, account: str, count: int, concurrency: int) -> int:
        with Carto(self._other(account), api_key="k") as carto:
            copies = [(COPY_IN, b"1,2\n" * 1000) for _ in range(count)]
            return len(carto.sql.copy_many(copies, concurrency=concurrency))

    def from_files(self, account: str, count: int, concurrency: int) -> Any:
        paths = [self.folder / f"many_{number}.csv" for number in range(count)]
        for path in paths:
            path.write_bytes(b"a,b\n" + b"1,2\n" * 1000)
        with Carto(self._other(account), api_key="k") as carto:
            started = time.perf_counter()
            return timed(started, len(carto.datasets.from_files(paths, concurrency=concurrency)))

    def watch_jobs(self, lengths: list[float]) -> Any:
        """All at once: for each its length, how late its end was seen, and how often was asked."""

        async def watch(carto: AsyncCarto, length: float) -> tuple[float, float, int]:
            job = await carto.batch.run(f"SELECT seconds{length}", timeout=3600)
            seen = time.monotonic()
            return length, seen - job.additional_properties["done_at"], job.additional_properties["requests"]

        async def watch_all(carto: AsyncCarto) -> list[tuple[float, float, int]]:
            return await asyncio.gather(*(watch(carto, length) for length in lengths))

        return self._awaited(watch_all)


def timed(started: float, returned: int) -> Any:
    """In place of the time that the whole call took: to throw away what it made, for one, is not part of the work."""
    return {"seconds": time.perf_counter() - started, "returned": returned}
