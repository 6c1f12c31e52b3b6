# Made from carto_ext/_async/frames/loading.py by scripts/unasync; do not edit.
"""From frames to COPY, and from staged rows to a table."""

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

# More rows are made a table by a batch job: CARTO ends a query after minutes, and a client waits less for an answer.
_QUERY_ROWS = 200_000
# CARTO takes so much for a job, with room for the JSON around it.
_JOB_CHARACTERS = 15_000
# Parts that are joined in one transaction.
_JOINED = 50
_QUOTA_ADVICE = "The account is full. Nothing of this load was kept: delete what is not needed, or ask CARTO for room."


class Load:
    """A table on its way: parts are added, on any machine, and `commit` makes them the table in one transaction.

    `plan` may be pickled; `carto.frames.load(plan)` takes the load up with another client, elsewhere. Until `commit`
    nobody sees anything, and `abort` leaves nothing.
    """

    def __init__(self, sql: Sql, batch: Batch, plan: Plan) -> None:
        self._sql, self._batch = sql, batch
        self.plan = plan

    def add(self, frame: Any, *, compress: bool = True, progress: FrameProgress | None = None) -> Part:
        """Stage a frame's rows. Each try is a part of its own: commit one for each frame, and rows are stored once."""
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
        if not first:  # CARTO takes a COPY without rows for an error
            return 0
        return (self._sql.copy_from(self.plan.copy(part), _chained(first, pieces), compress=compress)).total_rows

    def commit(self, parts: Sequence[Part], *, timeout: float = DEFAULT_WAIT) -> WriteResult:
        """Make the parts the table. On an error it is as it was before, and the parts are gone.

        Many rows are joined and swapped by a batch job, which may take `timeout` seconds.
        """
        if not parts:
            raise InvalidArgumentError("parts is empty: a table needs one part at least, which may have no rows")
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
        """Drop what was staged, also by tries that were given up."""
        found = self._sql.query("SELECT CDB_UserTables() AS name")
        self._drop([row["name"] for row in found.rows if row["name"].startswith(self.plan.prefix)])

    def _drop(self, parts: Sequence[str]) -> None:
        if parts:
            self._sql.query(self.plan.drop(parts))

    def _run(self, statements: str, rows: int, timeout: float) -> None:
        """As one transaction: a query, or for many rows a job, for which a key may lack the right."""
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
    """CSV of one batch after the other, written by threads."""

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
    """Look whether the table is there, and whether it takes these columns; nothing is made yet."""
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
    """CARTO's own words on quotas do not say what becomes of the rows."""
    if isinstance(error, CartoError) and "quota" in str(error).lower():
        error.add_note(_QUOTA_ADVICE)
