"""What a user's type checker sees: scripts/check runs mypy --strict over this file; nothing here is executed."""

from pathlib import Path
from typing import Any, assert_type

from carto_client.models import (
    ApiKeyList,
    BatchJob,
    CopyFromResult,
    Import,
    SqlResult,
    Table,
    Visualization,
    VisualizationList,
)
from carto_ext import AsyncCarto, Carto, RateLimitError


def sync(carto: Carto, path: Path) -> None:
    """Every verb returns its success type, and only that."""
    result = carto.sql.query("SELECT 1", rows_per_page=10, page=0)
    assert_type(result, SqlResult)
    assert_type(result.rows, list[Any])
    assert_type(carto.sql.copy_from("COPY t FROM STDIN", path, compress=False), CopyFromResult)
    assert_type(carto.sql.copy_from("COPY t FROM STDIN", [b"1\n"], progress=print), CopyFromResult)
    assert_type(carto.sql.copy_to("COPY t TO STDOUT", path).bytes_received, int)
    with carto.sql.copy_to("COPY t TO STDOUT") as pieces:
        for piece in pieces:
            assert_type(piece, bytes)
    assert_type(carto.sql.export("SELECT 1", path, format="csv").bytes_received, int)
    job = carto.imports.upload(path, name="t.csv")
    assert_type(job.id, str)
    assert_type(job.wait(timeout=1), Import)
    for state in carto.imports.from_url("https://example.com/t.csv").states(timeout=1):
        assert_type(state, Import)
    assert_type(carto.batch.run(["SELECT 1"], timeout=1.5), BatchJob)
    assert_type(carto.batch.begin({"query": [{"query": "SELECT 1"}]}).cancel(), BatchJob)
    for viz in carto.viz.iterate(types="table"):
        assert_type(viz, Visualization)
    assert_type(carto.viz.list(), VisualizationList)
    assert_type(carto.tables.read("t"), Table)
    assert_type(carto.api_keys.list(), ApiKeyList)


async def asynchronous(carto: AsyncCarto, path: Path) -> None:
    """The same names, awaited."""
    assert_type(await carto.sql.query("SELECT 1"), SqlResult)
    assert_type(await carto.sql.copy_from("COPY t FROM STDIN", path), CopyFromResult)
    assert_type((await carto.sql.copy_to("COPY t TO STDOUT", path)).bytes_received, int)
    async with await carto.sql.copy_to("COPY t TO STDOUT") as pieces:
        async for piece in pieces:
            assert_type(piece, bytes)
    job = await carto.imports.upload(path)
    assert_type(await job.wait(timeout=1), Import)
    async for state in job.states(timeout=1):
        assert_type(state, Import)
    assert_type(await carto.batch.run("SELECT 1"), BatchJob)
    async for viz in carto.viz.iterate(types="table"):
        assert_type(viz, Visualization)


def misuse(carto: Carto) -> None:
    """Each of these is an error: --strict reports an ignore that ignores nothing."""
    carto.sql.query("SELECT 1", 10)  # type: ignore[call-arg]
    carto.sql.query(1)  # type: ignore[arg-type]
    carto.sql.copy_from("COPY t FROM STDIN", "t.csv", True)  # type: ignore[call-arg]
    Carto("https://me.carto.com", "key")  # type: ignore[call-arg]


def errors(error: RateLimitError) -> None:
    """Data on errors is typed too."""
    assert_type(error.retry_after, float | None)
    assert_type(error.status_code, int)
    assert_type(error.messages, tuple[str, ...])
