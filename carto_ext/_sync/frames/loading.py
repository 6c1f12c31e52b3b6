# Made from carto_ext/_async/frames/loading.py by scripts/unasync; do not edit.
"""Loading: frames are copied into staging tables, which become a table in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from carto_ext._frames.names import new_table_name
from carto_ext._frames.staging import Plan, StagedColumn, check_appended, check_columns, check_exists, whereabouts
from carto_ext._sync._transfer.ahead import THREADS, done_ahead
from carto_ext._sync.concurrency import last_words, run
from carto_ext._sync.poller import DEFAULT_WAIT
from carto_ext.errors import AuthenticationError, CartoError, InvalidArgumentError, PermissionDeniedError
from carto_ext.frames import FrameProgress, IfExists, Part, WriteOptions, WriteResult

if TYPE_CHECKING:
    from carto_ext._frames.incoming import Incoming
    from carto_ext._sync.batch import Batch
    from carto_ext._sync.sql import Sql

# Above this, a batch job makes the table: CARTO ends a query after minutes, and a client waits less for an answer.
_QUERY_ROWS = 200_000
# CARTO's limit for a job, with room for the JSON around the statements.
_JOB_CHARACTERS = 15_000
# Parts that one transaction joins.
_JOINED = 50
_QUOTA_ADVICE = "The account is full, so none of these rows were kept. Delete unused data, or ask CARTO for more space."


class Load:
    """A load in progress: add parts, on any machine, and `commit` makes them the table in one transaction.

    Readers see no row before `commit`, and `abort` removes all staged rows.

    Attributes:
        plan: The load's description. It can be pickled; `carto.frames.load(plan)` continues the load with another
            client, on another machine.
    """

    def __init__(self, sql: Sql, batch: Batch, plan: Plan) -> None:
        self._sql, self._batch = sql, batch
        self.plan = plan

    def add(self, frame: Any, *, compress: bool = True, progress: FrameProgress | None = None) -> Part:
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
        incoming = run(
            partial(
                open_frame, frame, geometry=plan.geometry, srid=plan.srid, types=plan.types, cartodbfy=plan.cartodbfy
            )
        )
        check_columns(plan, [target.name for target in incoming.targets])
        return self.stage(incoming, compress=compress, progress=progress)

    def stage(self, incoming: Incoming, *, compress: bool, progress: FrameProgress | None) -> Part:
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
            self._sql.query(self.plan.create(part))
            return Part(part, self._copy(part, incoming, compress, progress))
        except BaseException as error:
            with last_words():
                self._drop([part])
            _explain(error)
            raise

    def _copy(self, part: str, incoming: Incoming, compress: bool, progress: FrameProgress | None) -> int:
        from carto_ext._frames.encode import to_csv

        told = _Told(progress)
        pieces = _pieces(incoming, to_csv, told)
        first = next(pieces, b"")
        if not first:  # for CARTO, a COPY without rows is an error
            return 0
        return (self._sql.copy_from(self.plan.copy(part), _chained(first, pieces), compress=compress)).total_rows

    def commit(self, parts: Sequence[Part], *, timeout: float = DEFAULT_WAIT) -> WriteResult:
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
                self._run(self.plan.join(base, others[start : start + _JOINED]), rows, timeout)
            self._run(self.plan.finish(base), rows, timeout)
        except BaseException as error:
            with last_words():
                self._drop(names)
            _explain(error)
            raise
        return WriteResult(self.plan.schema, self.plan.table, rows)

    def abort(self) -> None:
        """Drop all staged parts, including those of calls that failed."""
        found = self._sql.query("SELECT CDB_UserTables() AS name")
        self._drop([row["name"] for row in found.rows if row["name"].startswith(self.plan.prefix)])

    def _drop(self, parts: Sequence[str]) -> None:
        if parts:
            self._sql.query(self.plan.drop(parts))

    def _run(self, statements: str, rows: int, timeout: float) -> None:
        """Run one transaction: a query, or with many rows a batch job if the key has the right to start one."""
        if rows > _QUERY_ROWS and len(statements) < _JOB_CHARACTERS:
            try:
                job = self._batch.begin(statements)
            except (AuthenticationError, PermissionDeniedError):
                pass
            else:
                job.wait(timeout=timeout)
                return
        self._sql.query(statements)


class _Told:
    """Counts rows and bytes for a callback."""

    def __init__(self, progress: FrameProgress | None) -> None:
        self._progress = progress
        self._rows = self._bytes = 0

    def add(self, rows: int, size: int) -> None:
        self._rows, self._bytes = self._rows + rows, self._bytes + size
        if self._progress is not None:
            self._progress(self._rows, self._bytes)


def _pieces(incoming: Incoming, to_csv: Callable[..., bytes], told: _Told) -> Iterator[bytes]:
    """Yield CSV, batch by batch; threads write it."""

    def jobs() -> Iterator[Callable[[], tuple[bytes, int]]]:
        while (batch := run(lambda: next(incoming.batches, None))) is not None:
            if len(batch):
                yield partial(_encoded, incoming, to_csv, batch)

    made: Any = done_ahead(cast(Any, jobs()), threads=THREADS, ahead=THREADS)
    with closing(made):
        for data, rows in made:
            yield data
            told.add(rows, len(data))


def _encoded(incoming: Incoming, to_csv: Callable[..., bytes], batch: Any) -> tuple[bytes, int]:
    return to_csv(incoming.arrays(batch)), len(batch)


def _chained(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    for piece in rest:
        yield piece


def begin_load(
    sql: Sql,
    batch: Batch,
    columns: Sequence[StagedColumn],
    table: str,
    if_exists: IfExists,
    options: WriteOptions,
) -> Load:
    """Check that the table exists or not, as `if_exists` requires, and has these columns. Writes nothing."""
    schema, name = new_table_name(table)
    found = (sql.query(whereabouts((schema, name)))).rows[0]
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
        fields = (sql.query(f"SELECT * FROM {plan.target} LIMIT 0")).fields.to_dict()
        check_appended(table, columns, fields)
    return Load(sql, batch, plan)


def staged_columns(incoming: Incoming) -> list[StagedColumn]:
    return [StagedColumn(target.name, target.postgres, target.srid) for target in incoming.targets]


def _explain(error: BaseException) -> None:
    """Add what happened to the rows: CARTO's own message about a quota does not say it."""
    if isinstance(error, CartoError) and "quota" in str(error).lower():
        error.add_note(_QUOTA_ADVICE)
