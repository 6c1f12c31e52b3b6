"""Loading: frames are copied into staging tables, which become a table in one transaction."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import aclosing
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from carto_ext._async._transfer.ahead import THREADS, done_ahead
from carto_ext._async.concurrency import last_words, run
from carto_ext._async.poller import DEFAULT_WAIT
from carto_ext._frames.names import new_table_name
from carto_ext._frames.staging import Plan, StagedColumn, check_appended, check_columns, check_exists, whereabouts
from carto_ext.errors import AuthenticationError, CartoError, InvalidArgumentError, PermissionDeniedError
from carto_ext.frames import FrameProgress, IfExists, Part, WriteOptions, WriteResult

if TYPE_CHECKING:
    from carto_ext._async.batch import AsyncBatch
    from carto_ext._async.sql import AsyncSql
    from carto_ext._frames.incoming import Incoming

# Above this, a batch job makes the table: CARTO ends a query after minutes, and a client waits less for an answer.
_QUERY_ROWS = 200_000
# CARTO's limit for a job, with room for the JSON around the statements.
_JOB_CHARACTERS = 15_000
# Parts that one transaction joins.
_JOINED = 50
_QUOTA_ADVICE = "The account is full, so none of these rows were kept. Delete unused data, or ask CARTO for more space."


class AsyncLoad:
    """A load in progress: add parts, on any machine, and `commit` makes them the table in one transaction.

    Readers see no row before `commit`, and `abort` removes all staged rows.

    Attributes:
        plan: The load's description. It can be pickled; `carto.frames.load(plan)` continues the load with another
            client, on another machine.
    """

    def __init__(self, sql: AsyncSql, batch: AsyncBatch, plan: Plan) -> None:
        self._sql, self._batch = sql, batch
        self.plan = plan

    async def add(self, frame: Any, *, compress: bool = True, progress: FrameProgress | None = None) -> Part:
        """Stage the rows of a frame.

        Every call stages a part of its own. If you add a frame again after an error, commit only one of its parts, so
        that each row is stored once.

        Args:
            frame: A frame with the columns of the load, as for `carto.frames.write`.
            compress: True to send the rows gzipped.
            progress: Called as `progress(rows, bytes)` while rows are sent.

        Returns:
            The part, to pass to `commit`. It can be pickled.

        Raises:
            FrameError: A table cannot hold a value of the frame, or its columns are not those of the load.
        """
        from carto_ext._frames.incoming import open_frame

        plan = self.plan
        incoming = await run(
            partial(
                open_frame, frame, geometry=plan.geometry, srid=plan.srid, types=plan.types, cartodbfy=plan.cartodbfy
            )
        )
        check_columns(plan, [target.name for target in incoming.targets])
        return await self.stage(incoming, compress=compress, progress=progress)

    async def stage(self, incoming: Incoming, *, compress: bool, progress: FrameProgress | None) -> Part:
        """Stage the rows of a frame that is already open, as `add` does; for use inside this package.

        Args:
            incoming: The opened frame.
            compress: True to send the rows gzipped.
            progress: Called as `progress(rows, bytes)` while rows are sent.

        Returns:
            The part, to pass to `commit`.
        """
        part = self.plan.new_part()
        try:
            await self._sql.query(self.plan.create(part))
            return Part(part, await self._copy(part, incoming, compress, progress))
        except BaseException as error:
            async with last_words():
                await self._drop([part])
            _explain(error)
            raise

    async def _copy(self, part: str, incoming: Incoming, compress: bool, progress: FrameProgress | None) -> int:
        from carto_ext._frames.encode import to_csv

        told = _Told(progress)
        pieces = _pieces(incoming, to_csv, told)
        first = await anext(pieces, b"")
        if not first:  # for CARTO, a COPY without rows is an error
            return 0
        return (await self._sql.copy_from(self.plan.copy(part), _chained(first, pieces), compress=compress)).total_rows

    async def commit(self, parts: Sequence[Part], *, timeout: float = DEFAULT_WAIT) -> WriteResult:
        """Make the parts the table, in one transaction.

        With many rows, a batch job joins the parts. On an error the table is as it was before, and the parts are
        dropped.

        Args:
            parts: The results of `add`.
            timeout: Longest time for the batch job, in seconds.

        Returns:
            The table's schema and name, and the number of rows written.

        Raises:
            InvalidArgumentError: `parts` is empty.
            JobTimeoutError: The batch job did not end in time.
            ApiError: CARTO refused the table, for example because the account's quota is used up.
        """
        if not parts:
            raise InvalidArgumentError("parts is empty: pass at least one part, which can have no rows")
        rows = sum(count for _, count in parts)
        names = [name for name, _ in parts]
        try:
            base, others = names[0], names[1:]
            for start in range(0, len(others), _JOINED):
                await self._run(self.plan.join(base, others[start : start + _JOINED]), rows, timeout)
            await self._run(self.plan.finish(base), rows, timeout)
        except BaseException as error:
            async with last_words():
                await self._drop(names)
            _explain(error)
            raise
        return WriteResult(self.plan.schema, self.plan.table, rows)

    async def abort(self) -> None:
        """Drop all staged parts, including those of calls that failed."""
        found = await self._sql.query("SELECT CDB_UserTables() AS name")
        await self._drop([row["name"] for row in found.rows if row["name"].startswith(self.plan.prefix)])

    async def _drop(self, parts: Sequence[str]) -> None:
        if parts:
            await self._sql.query(self.plan.drop(parts))

    async def _run(self, statements: str, rows: int, timeout: float) -> None:
        """Run one transaction: a query, or with many rows a batch job if the key has the right to start one."""
        if rows > _QUERY_ROWS and len(statements) < _JOB_CHARACTERS:
            try:
                job = await self._batch.begin(statements)
            except (AuthenticationError, PermissionDeniedError):
                pass
            else:
                await job.wait(timeout=timeout)
                return
        await self._sql.query(statements)


class _Told:
    """Counts rows and bytes for a callback."""

    def __init__(self, progress: FrameProgress | None) -> None:
        self._progress = progress
        self._rows = self._bytes = 0

    def add(self, rows: int, size: int) -> None:
        self._rows, self._bytes = self._rows + rows, self._bytes + size
        if self._progress is not None:
            self._progress(self._rows, self._bytes)


async def _pieces(incoming: Incoming, to_csv: Callable[..., bytes], told: _Told) -> AsyncIterator[bytes]:
    """Yield CSV, batch by batch; threads write it."""

    async def jobs() -> AsyncIterator[Callable[[], tuple[bytes, int]]]:
        while (batch := await run(lambda: next(incoming.batches, None))) is not None:
            if len(batch):
                yield partial(_encoded, incoming, to_csv, batch)

    made: Any = done_ahead(cast(Any, jobs()), threads=THREADS, ahead=THREADS)
    async with aclosing(made):
        async for data, rows in made:
            yield data
            told.add(rows, len(data))


def _encoded(incoming: Incoming, to_csv: Callable[..., bytes], batch: Any) -> tuple[bytes, int]:
    return to_csv(incoming.arrays(batch)), len(batch)


async def _chained(first: bytes, rest: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    yield first
    async for piece in rest:
        yield piece


async def begin_load(
    sql: AsyncSql,
    batch: AsyncBatch,
    columns: Sequence[StagedColumn],
    table: str,
    if_exists: IfExists,
    options: WriteOptions,
) -> AsyncLoad:
    """Check that the table exists or not, as `if_exists` requires, and has these columns. Writes nothing."""
    schema, name = new_table_name(table)
    found = (await sql.query(whereabouts((schema, name)))).rows[0]
    check_exists(table, found["exists"], if_exists)
    plan = Plan(
        schema=found["schema"],
        table=name,
        columns=tuple(columns),
        if_exists=if_exists,
        exists=found["exists"],
        cartodbfy=options.get("cartodbfy", True),
        indexes=tuple(options.get("indexes", ())),
        geometry=options.get("geometry"),
        srid=options.get("srid"),
        types=dict(options.get("types", {})),
    )
    if plan.appends:
        fields = (await sql.query(f"SELECT * FROM {plan.target} LIMIT 0")).fields.to_dict()
        check_appended(table, columns, fields)
    return AsyncLoad(sql, batch, plan)


def staged_columns(incoming: Incoming) -> list[StagedColumn]:
    return [StagedColumn(target.name, target.postgres, target.srid) for target in incoming.targets]


def _explain(error: BaseException) -> None:
    """Add what happened to the rows: CARTO's own message about a quota does not say it."""
    if isinstance(error, CartoError) and "quota" in str(error).lower():
        error.add_note(_QUOTA_ADVICE)
