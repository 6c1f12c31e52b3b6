"""``/api/v1/synchronizations``: tables that are fetched again. Nothing runs by the clock here: only by ``sync_now``."""

import asyncio
import shutil
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from carto_sandbox.accounts.accounts import Account
from carto_sandbox.accounts.catalog import get_catalog
from carto_sandbox.accounts.directory import Accounts
from carto_sandbox.central_api.central import Call, format_iso, format_rails, is_json_object, open_call
from carto_sandbox.central_api.imports import read_import_request
from carto_sandbox.central_api.uploads import Upload
from carto_sandbox.http.errors import CentralApiError, UnforeseenError
from carto_sandbox.importing.codes import ImportFailureError, describe
from carto_sandbox.importing.downloads import name_url
from carto_sandbox.importing.importer import ImportOptions
from carto_sandbox.importing.jobs import STATE_SECONDS, ImportJob, ImportRequest, ImportWork, get_imports, make_folder
from carto_sandbox.importing.sync_state import QUEUED, SYNCING, Synchronization, get_synchronizations
from carto_sandbox.importing.table_names import OVERWRITE

_MIN_INTERVAL = 900
_SOURCES = ("url", "connector", "remote_visualization_id", "service_name", "service_item_id")
_OPTIONS = ("type_guessing", "quoted_fields_guessing", "content_guessing", "create_vis", "table_name")


async def list_synchronizations(request: Request) -> Response:
    call = await open_call(request, "v1")
    found = [sync.to_json(format_rails) for sync in get_synchronizations(call.account).items.values()]
    return JSONResponse({"synchronizations": found, "total_entries": len(found)})


async def create_synchronization(request: Request) -> Response:
    await request.body()  # kept, to be looked at twice
    call = await open_call(request, "v1", with_body=True)
    if not call.account.profile.sync_tables:
        raise CentralApiError(401)
    await _check_object(request)
    if call.body.get("connector") is not None:  # which is looked at before anything is stored
        raise UnforeseenError
    try:
        sync = _store(call)
    except ValueError as error:
        raise CentralApiError(400, {"errors": str(error)}) from None
    try:
        asked = read_import_request(_select_import_fields(call), Upload())
    except ValueError as error:  # it is stored already, and stays: CARTO looks at the source only now
        raise CentralApiError(400, {"errors": str(error)}) from None
    job = _start_import(call.account, sync, asked)
    body = {"data_import": {"endpoint": "/api/v1/imports", "item_queue_id": job.id}} | sync.to_json(format_iso)
    return JSONResponse(body)


async def _check_object(request: Request) -> None:
    """Raises a 500 for a body that is not a JSON object, which CARTO does not foresee."""
    if not await is_json_object(request):
        raise UnforeseenError


def _store(call: Call) -> Synchronization:
    params = call.params
    url = call.body.get("url")
    sync = Synchronization(
        _read_interval(call.body.get("interval", 3600)),
        call.account.uuid,
        url=None if url is None else str(url),
        name=_read_text(params, "table_name"),
        service_name=_read_text(params, "service_name"),
        service_item_id=_read_text(params, "service_item_id"),
        type_guessing=params.get("type_guessing") not in (False, "false"),
        quoted_fields_guessing=params.get("quoted_fields_guessing") not in (False, "false"),
        content_guessing=params.get("content_guessing") in (True, "true"),
    )
    get_synchronizations(call.account).items[sync.id] = sync
    return sync


def _read_interval(value: object) -> int:
    number = _read_seconds(value)
    if number < _MIN_INTERVAL:
        raise ValueError("Invalid interval: Sync interval must be at least 15 minutes")
    return number


def _read_seconds(value: object) -> int:
    """Return 0 for an invalid number of seconds, and for more than a date can hold."""
    text = str(value)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _read_text(params: dict[str, Any], name: str) -> str | None:
    return str(params[name]) if params.get(name) else None


def _select_import_fields(call: Call) -> dict[str, Any]:
    """Neither privacy nor a way out of name collisions can be asked for; the URL counts only in the body."""
    params = {name: value for name, value in call.params.items() if name in (*_SOURCES, *_OPTIONS) and name != "url"}
    return params | ({"url": call.body["url"]} if "url" in call.body else {})


def _start_import(account: Account, sync: Synchronization, asked: ImportRequest) -> ImportJob:
    asked.synchronization_id = sync.id
    name = name_url(asked.source) if asked.data_type == "url" else ""
    job = get_imports(account).start(asked, name, sync.url or "", make_folder())
    sync.begin(QUEUED)
    account.start_task(_follow_import(account, sync, job))
    return job


async def _follow_import(account: Account, sync: Synchronization, job: ImportJob) -> None:
    await job.ended.wait()
    await _finish(account, sync, job)


async def _finish(account: Account, sync: Synchronization, job: ImportJob) -> None:
    if job.state == "failure" or (job.failure and not job.table_name):
        code = job.failure.code if job.failure else None
        text = describe(code)
        sync.fail(code, f"{text['title']} {text['what_about']}" if text else str(job.failure))
        return
    dataset = await get_catalog(account).find_table(job.table_name) if job.table_name else None
    sync.succeed(dataset, job.checksum)


def _find(call: Call, request: Request) -> Synchronization:
    """401 for somebody else's. CARTO labels its 404 as it happens to be found out."""
    accounts: Accounts = request.app.state.accounts
    sync_id = request.path_params["sync_id"]
    found = ((account, get_synchronizations(account).items.get(sync_id)) for account in accounts)
    owner, sync = next(((account, sync) for account, sync in found if sync is not None), (None, None))
    if sync is None:
        raise CentralApiError(404, media_type="text/html" if request.method == "GET" else "application/json")
    if owner is not call.account:
        raise CentralApiError(401)
    return sync


async def read_synchronization(request: Request) -> Response:
    call = await open_call(request, "v1")
    return JSONResponse(_find(call, request).to_json(format_rails))


async def update_synchronization(request: Request) -> Response:
    await request.body()  # kept, to be looked at twice
    call = await open_call(request, "v1", with_body=True)
    sync = _find(call, request)
    await _check_object(request)
    try:
        _apply(sync, call.body)
    except (ValueError, OverflowError) as error:
        raise CentralApiError(400, {"errors": str(error)}) from None
    return JSONResponse(sync.to_json(format_iso))


def _apply(sync: Synchronization, body: Mapping[str, Any]) -> None:
    """All its attributes can be overwritten, even with an interval that a new one could not have."""
    moments = {name: _read_moment(body[name]) for name in ("ran_at", "run_at") if body.get(name)}
    texts = {name: body[name] for name in ("url", "service_name", "service_item_id") if name in body}
    if any(not isinstance(text, str | None) for text in texts.values()):
        raise ValueError(f"{', '.join(texts)} have to be strings")
    for name, text in texts.items():
        setattr(sync, name, text)
    for name in ("type_guessing", "quoted_fields_guessing", "content_guessing"):
        if isinstance(body.get(name), bool):
            setattr(sync, name, body[name])
    sync.begin(sync.state)
    sync.ran_at = moments.get("ran_at", sync.ran_at)
    if "interval" in body:
        sync.interval = _read_seconds(body["interval"])
        sync.run_at = sync.updated_at + timedelta(seconds=sync.interval)
    sync.run_at = moments.get("run_at", sync.run_at)


def _read_moment(text: object) -> datetime:
    moment = datetime.fromisoformat(str(text))
    if moment.tzinfo is None:
        raise ValueError("A time needs its offset from UTC")
    return moment.astimezone(UTC)


async def delete_synchronization(request: Request) -> Response:
    """The table stays."""
    call = await open_call(request, "v1")
    del get_synchronizations(call.account).items[_find(call, request).id]
    return Response(status_code=204)


async def sync_now(request: Request) -> Response:
    call = await open_call(request, "v1", with_body=True)
    sync = _find(call, request)
    may_run = get_synchronizations(call.account).may_run(sync)
    if may_run:
        sync.begin(QUEUED)
        call.account.start_task(_run(call.account, sync))
    return JSONResponse({"enqueued": may_run, "synchronization_id": sync.id})


async def read_state(request: Request) -> Response:
    call = await open_call(request, "v1")
    return JSONResponse({"state": _find(call, request).state})


async def _run(account: Account, sync: Synchronization) -> None:
    """Fetches the source again and puts it in the place of the table; a file that is as it was changes nothing."""
    await asyncio.sleep(STATE_SECONDS)
    sync.begin(SYNCING)
    options = ImportOptions(sync.type_guessing, sync.quoted_fields_guessing, OVERWRITE)
    replaces = sync.dataset.name if sync.dataset else sync.name
    asked = ImportRequest("url", sync.url or "", options, replaces=replaces, known_checksum=sync.checksum)
    if not sync.url:
        asked.failure_code = 1012
    job = ImportJob(asked, account.uuid, "", asked.source, make_folder())
    work = ImportWork(job, account.dsn(), postgis=account.has_postgis, profile=account.profile)
    try:
        outcome = await asyncio.to_thread(work.run)
        job.failure = outcome.failure
        job.table_name = outcome.tables[-1] if outcome.tables else None
        job.state = "complete"
    except asyncio.CancelledError:
        work.cancel()
        raise
    except ImportFailureError as failure:
        job.failure, job.state = failure, "failure"
    except Exception as error:  # noqa: BLE001 - it must end; what is unforeseen is 99999, as with CARTO
        job.failure, job.state = ImportFailureError(99999, str(error)), "failure"
    finally:
        shutil.rmtree(job.folder, ignore_errors=True)
    await _finish(account, sync, job)
    sync.run_ended()


routes: list[Route] = [
    Route("/synchronizations", list_synchronizations, methods=["GET"]),
    Route("/synchronizations", create_synchronization, methods=["POST"]),
    Route("/synchronizations/{sync_id}", read_synchronization, methods=["GET"]),
    Route("/synchronizations/{sync_id}", update_synchronization, methods=["PUT"]),
    Route("/synchronizations/{sync_id}", delete_synchronization, methods=["DELETE"]),
    Route("/synchronizations/{sync_id}/sync_now", sync_now, methods=["PUT"]),
    Route("/synchronizations/{sync_id}/sync_now", read_state, methods=["GET"]),
]
