"""/sql/job: jobs that run one after another, each query outside a transaction."""

import asyncio
import json
import math
from typing import Any

import psycopg
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from carto_sandbox.accounts.accounts import Account
from carto_sandbox.accounts.auth import authenticate_sql, resolve_account
from carto_sandbox.accounts.directory import Accounts
from carto_sandbox.database.connections import Connection, drop_connection
from carto_sandbox.database.wire import Wire
from carto_sandbox.http.errors import SqlApiError, answer_json, get_sql_headers
from carto_sandbox.http.parameters import Parameters, read_body, read_query
from carto_sandbox.sql_api.jobs import Entry, Job, fill_template

_MAX_QUEUED = 64
_MAX_CHARACTERS = 16384
_CANCEL_PAUSE = 0.02
_DEFAULT_TIMEOUT_MS = 12 * 3600 * 1000


class Batch:
    """An account's jobs and the one worker that runs them."""

    def __init__(self, account: Account) -> None:
        self.jobs: dict[str, Job] = {}
        self.running: Job | None = None
        self._account = account
        self._queue: list[Job] = []
        self._worker: asyncio.Task[Any] | None = None
        self._connection: Connection | None = None

    def add(self, definition: Any) -> Job:
        job = Job(self._account.username, definition)
        if len(self._queue) >= _MAX_QUEUED:
            raise SqlApiError(400, f"Failed to create job. Max number of jobs ({_MAX_QUEUED}) queued reached")
        self.jobs[job.id] = job
        if job.can_begin:
            self._queue.append(job)
        if self._worker is None or self._worker.done():
            self._worker = self._account.start_task(self._work())
        return job

    def find(self, job_id: str) -> Job:
        try:
            return self.jobs[job_id]
        except KeyError:
            raise SqlApiError(400, f"Job with id {job_id} not found") from None

    async def cancel(self, job: Job) -> None:
        job.cancel()
        if job in self._queue:
            self._queue.remove(job)
        # Again until it works: a request that arrives before the query does is ignored by PostgreSQL.
        while job is self.running and self._connection is not None:
            await self._connection.cancel_safe()
            await asyncio.sleep(_CANCEL_PAUSE)

    async def _work(self) -> None:
        while self._queue:
            self.running = self._queue.pop(0)
            try:
                await self._run(self.running)
            finally:
                self.running = None

    async def _run(self, job: Job) -> None:
        if not job.entries:
            job.failed_reason = 'syntax error at or near "undefined"'
            job.set_status("failed")
        for entry in job.entries:
            # A turn for others, who may see the job pending or cancel it here.
            await asyncio.sleep(0)
            if job.is_final:
                break
            job.begin(entry)
            reason = await self._execute(job, entry["query"], entry.get("timeout"))
            if job.is_cancelled:
                return
            job.end(entry, reason)
            await self._run_fallback(job, entry, reason)
        await self._run_job_fallback(job)

    async def _run_fallback(self, job: Job, entry: Entry, reason: str | None) -> None:
        if "fallback_status" not in entry:
            return
        query = entry.get("onsuccess" if reason is None else "onerror")
        if not query:
            entry["fallback_status"] = "skipped"
            return
        entry["fallback_status"] = "running"
        if not job.is_final:
            job.set_status("running")
        failure = await self._execute(job, fill_template(str(query), job.id, reason))
        if not job.is_cancelled:
            job.end_fallback(entry, failure)

    async def _run_job_fallback(self, job: Job) -> None:
        if job.fallback_status is None or job.is_cancelled:
            return
        query = job.options.get("onerror" if job.status == "failed" else "onsuccess")
        if not query:
            job.fallback_status = "skipped"
            return
        job.fallback_status = "running"
        failure = await self._execute(job, str(query))
        job.fallback_status = "failed" if failure else "done"
        job.set_status(job.status)

    async def _execute(self, job: Job, query: str, timeout: Any = None) -> str | None:
        """Runs to the end, throwing rows away; the error's text, or None when all went well."""
        is_number = isinstance(timeout, int | float) and math.isfinite(timeout)
        milliseconds = max(int(timeout), 1) if is_number else _DEFAULT_TIMEOUT_MS
        try:
            async with self._account.connect() as connection:
                await connection.execute(f"SET statement_timeout = {milliseconds}".encode())
                if job.is_cancelled:
                    return None
                self._connection = connection
                try:
                    async for _ in Wire(connection).stream(query):
                        pass
                finally:
                    self._connection = None
                    # A pending cancel request must not hit the next user of this connection.
                    if job.is_cancelled:
                        drop_connection(connection)
        except SqlApiError as error:
            return error.reason
        except psycopg.Error as error:
            return str(error).strip()
        return None


async def create_job(request: Request) -> Response:
    account = resolve_account(request, "sql")
    body = await read_body(request)
    authenticate_sql(request, account, body, master_only=True)
    _check_size(body)
    job = _batch_of(account).add({**read_query(request), **body}.get("query"))
    return answer_json(job.show(created=True), 201, _headers(request))


async def read_job(request: Request) -> Response:
    return answer_json(_find_job(request)[1].show(), 200, _headers(request))


async def cancel_job(request: Request) -> Response:
    batch, job = _find_job(request)
    await batch.cancel(job)
    return answer_json(job.show(), 200, _headers(request))


async def list_running(request: Request) -> Response:
    accounts: Accounts = request.app.state.accounts
    running = {account.username: _batch_of(account).running for account in accounts}
    return answer_json({username: [job.id] for username, job in running.items() if job is not None})


def _find_job(request: Request) -> tuple[Batch, Job]:
    account = resolve_account(request, "sql")
    authenticate_sql(request, account, master_only=True)
    batch = _batch_of(account)
    return batch, batch.find(request.path_params["job_id"])


def _batch_of(account: Account) -> Batch:
    return account.get_state(Batch, lambda: Batch(account))


def _check_size(body: Parameters) -> None:
    size = len(json.dumps(body, ensure_ascii=False, separators=(",", ":")))
    if size > _MAX_CHARACTERS:
        raise SqlApiError(
            400,
            f"Your payload is too large: {size} bytes. Max size allowed is {_MAX_CHARACTERS} bytes (16kb). "
            "Are you trying to import data?. Please, check out import api http://docs.cartodb.com/cartodb-platform/import-api/",
        )


def _headers(request: Request) -> dict[str, str]:
    return get_sql_headers(request) | {"X-Served-By-DB-Host": "127.0.0.1"}


routes = [
    Route("/sql/job", create_job, methods=["POST"]),
    Route("/sql/job/{job_id}", read_job, methods=["GET"]),
    Route("/sql/job/{job_id}", cancel_job, methods=["DELETE"]),
    Route("/jobs-wip", list_running, methods=["GET"]),
]
