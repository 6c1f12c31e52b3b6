"""From COPY to record batches, while rows come."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import aclosing
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from carto_ext._async._transfer.ahead import THREADS, done_ahead
from carto_ext._frames import copying
from carto_ext._frames.copying import RowBlocks
from carto_ext._frames.crs import KNOWN, crs_of
from carto_ext._frames.names import as_query, unique
from carto_ext.errors import ApiError, InvalidArgumentError
from carto_ext.frames import ReadOptions

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

    from carto_ext._async._transfer.download import AsyncDownload
    from carto_ext._async.sql import AsyncSql
    from carto_ext._frames.columns import Column, Description

T = TypeVar("T")
# Blocks that are decoded, or about to be, while more come.
_AHEAD = THREADS + 1


class AsyncBatches:
    """A table or query as record batches, in one pass; `schema` is known before the first of them.

    Use it as a context manager, or read it to its end: leaving early closes the connection, upon which CARTO ends the
    query. An error in the middle is raised after the batches that came before it. A synchronous one makes a reader for
    other libraries: `pyarrow.RecordBatchReader.from_batches(batches.schema, batches)`.
    """

    def __init__(
        self, sql: AsyncSql, described: Description, options: ReadOptions, *, for_python: bool = False
    ) -> None:
        from carto_ext._frames.decode import Decoder

        self._sql, self._described, self.columns = sql, described, described.columns
        self._progress = options.get("progress")
        self._decoder = Decoder(self.columns, options.get("odd_times", "null"), for_python=for_python)
        self.schema: pa.Schema = self._decoder.schema
        self._download: AsyncDownload | None = None
        self._order_by: str | None = None

    def along_curve(self, column: Column) -> None:
        """Let CARTO sort the rows by a geometry, which keeps near ones together."""
        self._order_by = column.alias

    async def __aiter__(self) -> AsyncIterator[pa.RecordBatch]:
        """Raises DownloadError or TransportError after the last good batch, FrameError for values that do not fit."""
        async for batch in self.made(lambda batch: batch):
            yield batch

    async def made(self, make: Callable[[pa.RecordBatch], T]) -> AsyncIterator[T]:
        """The results of a function for each batch, made in the thread that decoded it."""
        rows = 0
        async for batch, result, received in self._decoded(make):
            rows += batch
            if self._progress is not None:
                self._progress(rows, received)
            yield result

    async def _decoded(self, make: Callable[[pa.RecordBatch], T]) -> AsyncIterator[tuple[int, T, int]]:
        jobs = cast(Any, self._jobs(make))
        async with aclosing(cast("AsyncGenerator[Any]", done_ahead(jobs, threads=THREADS, ahead=_AHEAD))) as pieces:
            async for made in pieces:
                yield made

    async def _jobs(self, make: Callable[[pa.RecordBatch], T]) -> AsyncIterator[Callable[[], tuple[int, T, int]]]:
        expressions = [column.expression for column in self.columns]
        copy = copying.copy(self._described.query, self._described.names, expressions, self._order_by)
        received, blocks = 0, RowBlocks()
        async with await self._sql.copy_to(copy) as self._download:
            async for piece in self._download:
                received += len(piece)
                if block := blocks.feed(piece):
                    yield partial(self._work, make, block, received)
        if block := blocks.finish():
            yield partial(self._work, make, block, received)

    def _work(self, make: Callable[[pa.RecordBatch], T], block: memoryview, received: int) -> tuple[int, T, int]:
        batch = self._decoder.decode(block)
        return len(batch), make(batch), received

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        if self._download is not None:
            await self._download.aclose()


async def describe(sql: AsyncSql, source: str, options: ReadOptions) -> Description:
    """Ask for names and types, and what of the values has to be known before the first row."""
    from carto_ext._frames.columns import Description, check_options, column_of, probed, probes

    check_options(options)
    query = as_query(source)
    async with await sql.copy_to(copying.header(query)) as download:
        given = copying.read_header(b"".join([piece async for piece in download]))
    names = copying.aliases(len(given))
    if not names:
        raise InvalidArgumentError("source has no columns: a frame needs one at least")
    answer = await sql.query(copying.types(query, names))
    fields = answer.fields.to_dict()
    written = answer.rows[0]["types"]
    columns = [
        column_of(name, alias, fields[alias], kind, options)
        for name, alias, kind in zip(unique(given), names, written, strict=True)
    ]
    if asked := probes(columns):
        found = (await sql.query(copying.probe(query, names, asked))).rows[0]
        columns = [probed(column, found[column.alias]) if column.alias in asked else column for column in columns]
    columns = await _with_reference_systems(sql, columns)
    derived = "the_geom" in given and not options.get("webmercator")
    wanted = (column for column in columns if not (derived and column.name == "the_geom_webmercator"))
    return Description(query, tuple(names), tuple(wanted))


async def gather_geopandas(batches: AsyncBatches) -> pd.DataFrame:
    """A GeoDataFrame; geometries are made in the threads that decode."""
    import pyarrow as pa

    from carto_ext._frames.dataframes import to_geopandas
    from carto_ext._frames.shapes import split_shapes

    columns = batches.columns
    plain = [field for field, column in zip(batches.schema, columns, strict=True) if column.kind != "geometry"]
    tables, shapes = [], []
    async for batch, found in batches.made(lambda batch: split_shapes(batch, columns)):
        tables.append(batch)
        shapes.append(found)
    return to_geopandas(pa.Table.from_batches(tables, schema=pa.schema(plain)), columns, shapes)


async def _with_reference_systems(sql: AsyncSql, columns: list[Column]) -> list[Column]:
    from dataclasses import replace

    unknown = {column.srid for column in columns if column.srid} - set(KNOWN)
    rows: dict[int, dict[str, Any]] = {}
    if unknown:
        try:
            found = (await sql.query(copying.reference_systems(sorted(filter(None, unknown))))).rows
        except ApiError:
            found = []  # a key may have no right to look; EPSG's numbers are nearly all of them
        rows = {row["srid"]: row for row in found}
    return [
        column if column.srid is None else replace(column, crs=crs_of(column.srid, rows.get(column.srid)))
        for column in columns
    ]
