"""The same by hand in httpx, as its documentation shows it."""

import asyncio
import time
from pathlib import Path
from typing import Any

import httpx

from benchmark.concurrency import at_once

SMALL = "SELECT 1 AS one"


class Peer:
    def __init__(self, url: str, folder: Path) -> None:
        self.url, self.source, self.target = url, folder / "source.csv", folder / "target.csv"
        self.client = httpx.Client(timeout=120, auth=("bench", "k"))

    def _query(self, sql: str) -> list[Any]:
        response = self.client.post(f"{self.url}/api/v2/sql", json={"q": sql})
        found: list[Any] = response.raise_for_status().json()["rows"]
        return found

    def queries(self, count: int) -> int:
        return sum(len(self._query(SMALL)) for _ in range(count))

    def rows(self, count: int) -> Any:
        started = time.perf_counter()
        rows = self._query(f"SELECT rows{count}")
        return {"seconds": time.perf_counter() - started, "returned": len(rows)}

    def upload(self) -> int:
        with self.source.open("rb") as file:
            response = self.client.post(f"{self.url}/api/v1/imports/", files={"file": file})
        return int(response.raise_for_status().json()["item_queue_id"])

    def copy_from(self) -> int:
        with self.source.open("rb") as file:
            response = self.client.post(
                f"{self.url}/api/v2/sql/copyfrom", params={"q": "COPY t FROM STDIN"}, content=file
            )
        return int(response.raise_for_status().json()["total_rows"])

    def copy_to(self, table: str) -> int:
        request = {"q": f"COPY {table} TO STDOUT"}
        with (
            self.client.stream("POST", f"{self.url}/api/v2/sql/copyto", json=request) as response,
            self.target.open("wb") as file,
        ):
            response.raise_for_status()
            return sum(file.write(chunk) for chunk in response.iter_bytes())

    def queries_at_once(self, count: int, width: int, used: bool) -> Any:
        return asyncio.run(self._queries_at_once(httpx.AsyncClient(timeout=120), count, width, used))

    def queries_at_once_by_aiohttp(self, count: int, width: int, used: bool) -> Any:
        async def run() -> Any:
            from httpx_aiohttp import HttpxAiohttpClient

            return await self._queries_at_once(HttpxAiohttpClient(timeout=120), count, width, used)

        return asyncio.run(run())

    async def _queries_at_once(self, client: httpx.AsyncClient, count: int, width: int, used: bool) -> Any:
        async def one() -> int:
            response = await client.post(f"{self.url}/api/v2/sql", json={"q": SMALL}, auth=("bench", "k"))
            return len(response.raise_for_status().json()["rows"])

        async with client:
            if used:
                await at_once(one, count, width)
            started = time.perf_counter()
            returned = await at_once(one, count, width)
            return {"seconds": time.perf_counter() - started, "returned": returned}
