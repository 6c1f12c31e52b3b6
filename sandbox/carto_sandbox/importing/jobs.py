"""Import jobs: the request, the states they pass through, and their JSON."""

import asyncio
import hashlib
import json
import shutil
import tempfile
import time
import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path, PurePath
from typing import Any

import psycopg

from carto_sandbox.accounts.accounts import Account
from carto_sandbox.accounts.catalog import PRIVATE, PUBLIC, Visualization, get_catalog
from carto_sandbox.accounts.organizations import Profile
from carto_sandbox.database.watched_folder import get_scratch_folder
from carto_sandbox.importing.codes import ImportFailureError, describe
from carto_sandbox.importing.downloads import download
from carto_sandbox.importing.importer import Importer, ImportOptions, ImportOutcome

MAX_CONCURRENT = 3
COMPLETE, FAILURE = "complete", "failure"
_TABLE_SHARE = 0.3
_UNKNOWN_YET = "datasource"
FINAL_STATES = frozenset({COMPLETE, FAILURE})
# Long enough for a client that polls to meet the states between, short enough for tests not to wait.
STATE_SECONDS = 0.05


@dataclass
class ImportRequest:
    """``data_type`` is file, url, query, datasource or None for nothing; ``source`` the file name, URL or query."""

    data_type: str | None
    source: str = ""
    options: ImportOptions = field(default_factory=ImportOptions)
    table_name: str | None = None
    privacy: str | None = None
    create_visualization: bool = False
    content_guessing: bool = False
    user_defined_limits: dict[str, Any] = field(default_factory=dict)
    failure_code: int | None = None  # what it fails with, when that is known beforehand
    synchronization_id: str | None = None
    replaces: str | None = None  # the table that a later run of a synchronization writes over
    known_checksum: str = ""  # of the file that table was made of


@dataclass(eq=False)
class ImportJob:
    request: ImportRequest
    user_id: str
    display_name: str
    original_url: str
    folder: Path
    id: str = field(default_factory=lambda: str(uuid.uuid4()))
    created_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    state: str = "pending"
    table_name: str | None = None
    table_id: str | None = None
    tables_created: int | None = None
    visualization_id: str | None = None
    failure: ImportFailureError | None = None
    checksum: str | None = None
    ended: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def file(self) -> Path:
        return self.folder / "file"

    @property
    def is_final(self) -> bool:
        return self.state in FINAL_STATES

    def to_json(self) -> dict[str, Any]:
        request, failure = self.request, self.failure
        limits = {} if request.synchronization_id else {"twitter_credits_limit": 0} | request.user_defined_limits
        body: dict[str, Any] = {
            "id": self.id,
            "user_id": self.user_id,
            "table_id": self.table_id,
            "data_type": _UNKNOWN_YET
            if request.data_type == "query" and self.state == "pending"
            else request.data_type,
            "table_name": self.table_name,
            "state": self.state,
            "error_code": failure.code if failure else None,
            "queue_id": self.id,
            "tables_created_count": self.tables_created,
            "synchronization_id": request.synchronization_id,
            "type_guessing": request.options.type_guessing,
            "quoted_fields_guessing": request.options.quoted_fields_guessing,
            "content_guessing": request.content_guessing,
            "create_visualization": request.create_visualization,
            "visualization_id": self.visualization_id,
            "user_defined_limits": json.dumps(limits, separators=(",", ":")),
            "get_error_text": describe(failure.code, failure.reason) if failure else None,
            "display_name": self.display_name,
        }
        if self.is_final:
            body["success"] = self.state == COMPLETE
        body |= {"original_url": self.original_url, "warnings": None, "is_raster": False}
        if failure and failure.http_status is not None:
            body["http_response_code"] = str(failure.http_status)
            body["http_response_code_message"] = _describe_status(failure.http_status)
        if self.state == COMPLETE:
            body |= {"any_table_raster": False, "derived_visualization_id": self.visualization_id}
        return body


def _describe_status(status: int) -> str:
    try:
        return f"The server of the URL answered: {HTTPStatus(status).phrase}."
    except ValueError:
        return "This is an unkown type of HTTP status code."


class ImportQueue:
    """The imports of one account, kept as long as the sandbox runs."""

    def __init__(self, account: Account) -> None:
        self._account = account
        self.jobs: dict[str, ImportJob] = {}

    @property
    def unfinished(self) -> list[ImportJob]:
        """The latest first."""
        return [job for job in reversed(self.jobs.values()) if not job.is_final]

    def start(self, request: ImportRequest, display_name: str, original_url: str, folder: Path) -> ImportJob:
        """Takes over the folder, in which the uploaded file already is, and removes it when the job has ended."""
        job = ImportJob(request, self._account.uuid, display_name, original_url, folder)
        job.display_name = job.display_name or job.id
        job.table_name = request.table_name
        self.jobs[job.id] = job
        self._account.start_task(self._run(job))
        return job

    async def _run(self, job: ImportJob) -> None:
        catalog = get_catalog(self._account)
        work = ImportWork(job, self._account.dsn(), postgis=self._account.has_postgis, profile=self._account.profile)
        try:
            await asyncio.sleep(STATE_SECONDS)
            # So that a table to overwrite is known, and stays the same dataset.
            datasets = [item for item in await catalog.list_all() if item.is_table]
            quota = self._account.profile.table_quota
            if quota is not None and len(datasets) >= quota:
                job.state = "importing"
                raise ImportFailureError(8002)
            outcome = await asyncio.to_thread(work.run)
            await self._register(job, outcome)
            job.state = COMPLETE
        except asyncio.CancelledError:
            work.cancel()
            raise
        except ImportFailureError as failure:
            job.failure, job.state, job.table_name = failure, FAILURE, None
        except Exception as error:  # noqa: BLE001 - a job must end; what is unforeseen is 99999, as with CARTO
            job.failure, job.state, job.table_name = ImportFailureError(99999, str(error)), FAILURE, None
        finally:
            job.ended.set()
            shutil.rmtree(job.folder, ignore_errors=True)

    async def _register(self, job: ImportJob, outcome: ImportOutcome) -> None:
        catalog = get_catalog(self._account)
        known = {item.name: item for item in await catalog.list_all() if item.is_table}
        made = [known[name] for name in outcome.tables if name in known]
        for item in made:
            job.table_name, job.table_id = item.name, item.table_id
            if job.request.privacy is not None:
                await catalog.set_privacy(item, job.request.privacy)
        if made and job.request.create_visualization:
            job.visualization_id = self._create_map(made, job.request.privacy).id
        job.failure = outcome.failure or (ImportFailureError(1022) if outcome.skipped and not made else None)
        # Files that failed count too where another did not; what is made of a query counts as nothing.
        job.tables_created = 0 if job.request.data_type == "query" else len(made) + (outcome.failed if made else 0)

    def _create_map(self, made: list[Visualization], privacy: str | None) -> Visualization:
        default = PRIVATE if self._account.profile.private_maps else PUBLIC
        return get_catalog(self._account).add_map("Untitled Map", made, privacy or default)


class ImportWork:
    """The part of a job that blocks; it runs in a thread and can be cancelled from another."""

    def __init__(self, job: ImportJob, dsn: str, *, postgis: bool, profile: Profile) -> None:
        self._job = job
        self._profile = profile
        self._dsn = dsn
        self._postgis = postgis
        self._connection: psycopg.Connection[tuple[Any, ...]] | None = None
        self._cancelled = False

    def cancel(self) -> None:
        self._cancelled = True
        connection = self._connection
        if connection is not None and not connection.closed:
            connection.cancel_safe(timeout=1)

    def run(self) -> ImportOutcome:
        request = self._job.request
        if request.failure_code is not None:
            raise ImportFailureError(request.failure_code)
        name = request.source
        if request.data_type in ("file", "url"):
            self._report("uploading")
            if request.data_type == "url":
                name = download(request.source, self._job.file)
                if request.replaces is not None:
                    name = request.replaces + "".join(PurePath(name).suffixes[-1:])
                    if self._is_unchanged():
                        return ImportOutcome()
        with psycopg.connect(self._dsn, autocommit=True) as connection:
            self._connection = connection
            self._check_limits(connection)
            importer = Importer(
                connection, request.options, self._report, self._name, postgis=self._postgis, checkpoint=self._check
            )
            if request.data_type == "query":
                self._report("uploading")
                return importer.import_query(request.source, request.table_name or "untitled_table")
            return importer.import_file(self._job.file, name)

    def _check_limits(self, connection: psycopg.Connection[tuple[Any, ...]]) -> None:
        """A table is expected to take three tenths of its file."""
        size = self._job.file.stat().st_size if self._job.file.exists() else 0
        largest = self._profile.max_import_file_size
        if largest is not None and size > largest:
            raise ImportFailureError(6666)
        used = connection.execute("SELECT cartodb.CDB_UserDataSize(current_schema()::text)").fetchone()
        if used and _TABLE_SHARE * size > self._profile.quota_in_bytes - int(used[0]):
            raise ImportFailureError(8001)

    def _is_unchanged(self) -> bool:
        with self._job.file.open("rb") as file:
            self._job.checksum = hashlib.file_digest(file, "md5").hexdigest()
        return self._job.checksum == self._job.request.known_checksum

    def _check(self) -> None:
        if self._cancelled:
            raise ImportFailureError(6667)

    def _name(self, table: str) -> None:
        self._job.table_name = table

    def _report(self, state: str) -> None:
        self._check()
        self._job.state = state
        time.sleep(STATE_SECONDS)


def make_folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="upload-", dir=get_scratch_folder()))


def get_imports(account: Account) -> ImportQueue:
    return account.get_state(ImportQueue, lambda: ImportQueue(account))
