"""``/api/v3/visualization_exports``: a map with its tables as a file, made in the background.

The file is where CARTO's web server would have it, below the root of the host and for everyone who knows its URL; the
application's own ``/download`` answers 500, before and after.
"""

import asyncio
import secrets
import shutil
import tempfile
import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route

from carto_sandbox.accounts.accounts import Account
from carto_sandbox.accounts.catalog import DERIVED, Visualization, get_catalog
from carto_sandbox.accounts.directory import Accounts
from carto_sandbox.central_api.central import Call, format_rails, is_uuid, open_call
from carto_sandbox.central_api.viz.access import is_owner, look_for, may_read
from carto_sandbox.central_api.viz.as_json import VizPresenter, VizView
from carto_sandbox.database.watched_folder import get_scratch_folder
from carto_sandbox.http.errors import CentralApiError, UnforeseenError
from carto_sandbox.importing.export_archive import write_archive
from carto_sandbox.importing.jobs import STATE_SECONDS

_PENDING, _EXPORTING, _UPLOADING, _COMPLETE, _FAILURE = "pending", "exporting", "uploading", "complete", "failure"


@dataclass(eq=False)
class Export:
    """``user_id`` is None for what somebody without a key began; ``file_name`` is set when the file is there."""

    visualization: Visualization
    user_id: str | None
    path: Path
    file_name: str = ""
    token: str = field(default_factory=lambda: secrets.token_hex(10))
    id: str = field(default_factory=lambda: str(uuid.uuid4()))
    state: str = _PENDING
    created_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    updated_at: datetime = field(default_factory=lambda: datetime.now(UTC))

    def enter(self, state: str) -> None:
        self.state, self.updated_at = state, datetime.now(UTC)

    def to_json(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "visualization_id": self.visualization.id,
            "user_id": self.user_id,
            "state": self.state,
            "url": f"/uploads/{self.token}/{self.file_name}" if self.state == _COMPLETE else None,
            "created_at": format_rails(self.created_at),
            "updated_at": format_rails(self.updated_at),
        }


class Exports:
    """Those of one account, and the folder of their files, which goes with the account."""

    def __init__(self, account: Account) -> None:
        self.items: dict[str, Export] = {}
        self.folder = Path(tempfile.mkdtemp(prefix="export-", dir=get_scratch_folder()))
        account.resources.callback(shutil.rmtree, self.folder, ignore_errors=True)


def get_exports(account: Account) -> Exports:
    return account.get_state(Exports, lambda: Exports(account))


def _make_error(status: int, text: str) -> CentralApiError:
    return CentralApiError(status, {"errors": text, "errors_cause": None})


async def create_export(request: Request) -> Response:
    call = await open_call(request, "v3", needs="nothing", with_body=True)
    item = await _find_map(call, request)
    tables = _select_tables(item, call.params.get("user_tables_ids"))
    exports = get_exports(call.account)
    export = Export(item, call.account.uuid if is_owner(call) else None, exports.folder)
    export.path = exports.folder / export.id
    exports.items[export.id] = export
    body = export.to_json()
    call.account.start_task(_run(call.account, export, tables))
    return JSONResponse(body, 201)


async def _find_map(call: Call, request: Request) -> Visualization:
    viz_id = str(call.params.get("visualization_id") or "")
    item = await look_for(call.account, request, viz_id)
    if item is None or item.id != viz_id:
        raise _make_error(404, f"Visualization not found: {viz_id}")
    if not is_owner(call) or not may_read(call, item):
        raise _make_error(403, 'Errors: ["User Must be able to view the visualization"]')
    if item.type != DERIVED:
        raise _make_error(422, 'Errors: ["Visualization Only derived visualizations can be exported"]')
    return item


def _select_tables(item: Visualization, ids: object) -> list[Visualization]:
    """All tables of the map, or those whose ids are given; 422 for one that it does not show."""
    if ids in (None, ""):
        return [*item.sources]
    chosen = [text.strip() for text in str(ids).split(",")]
    known = {source.table_id for source in item.sources}
    strangers = [table_id for table_id in chosen if table_id not in known]
    if strangers:
        texts = (f'"User tables ids User table {one} is not related to visualization {item.id}"' for one in strangers)
        raise _make_error(422, f"Errors: [{', '.join(texts)}]")
    return [source for source in item.sources if source.table_id in chosen]


async def _run(account: Account, export: Export, tables: list[Visualization]) -> None:
    try:
        await asyncio.sleep(STATE_SECONDS)
        export.enter(_EXPORTING)
        presenter = VizPresenter(account, VizView(related_tables=True), await get_catalog(account).list_all())
        described = await presenter.present(export.visualization)
        names = [table.name for table in tables]
        await asyncio.gather(
            asyncio.to_thread(write_archive, export.path, described, names, account.dsn()),
            asyncio.sleep(STATE_SECONDS),
        )
        export.enter(_UPLOADING)
        await asyncio.sleep(STATE_SECONDS)
        moment = datetime.now(UTC).strftime("%Y-%m-%d at %H.%M.%S")
        export.file_name = f"{export.visualization.name.replace('/', '_')} (on {moment}).carto"
        export.enter(_COMPLETE)
    except Exception:  # noqa: BLE001 - it must end; CARTO does not say why either
        export.enter(_FAILURE)


async def _find(request: Request) -> Export:
    call = await open_call(request, "v3", needs="nothing")
    export_id = request.path_params["export_id"]
    if not is_uuid(export_id):  # CARTO does not foresee this
        raise UnforeseenError
    accounts: Accounts = request.app.state.accounts
    found = (get_exports(account).items.get(export_id.lower()) for account in accounts)
    export = next((export for export in found if export is not None), None)
    if export is None:
        raise _make_error(404, f"Visualization export not found: {export_id}")
    if export.user_id is not None and not (is_owner(call) and call.account.uuid == export.user_id):
        raise _make_error(403, "You don't have permission to access that resource")
    return export


async def read_export(request: Request) -> Response:
    return JSONResponse((await _find(request)).to_json())


async def refuse_download(request: Request) -> Response:
    """CARTO looks for a file that was moved to where ``url`` says."""
    await _find(request)
    raise UnforeseenError


async def read_file(request: Request) -> Response:
    """Serve the file behind ``url`` to everybody who knows it, like the web server in front of CARTO."""
    accounts: Accounts = request.app.state.accounts
    token, name = request.path_params["token"], request.path_params["name"]
    for account in accounts:
        for export in get_exports(account).items.values():
            if export.state == _COMPLETE and (export.token, export.file_name) == (token, name):
                return FileResponse(export.path, media_type="application/octet-stream")
    raise HTTPException(404)


routes: list[Route] = [
    Route("/visualization_exports", create_export, methods=["POST"]),
    Route("/visualization_exports/{export_id}", read_export, methods=["GET"]),
    Route("/visualization_exports/{export_id}/download", refuse_download, methods=["GET"]),
]
file_routes: list[Route] = [Route("/{token}/{name}", read_file, methods=["GET"])]
