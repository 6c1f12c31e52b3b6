"""``/api/v1/imports``: files, URLs and queries become datasets, in the background."""

import secrets
import shutil
from pathlib import Path
from typing import Any

from psycopg import sql
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from carto_sandbox.accounts.accounts import Account
from carto_sandbox.accounts.auth import authenticate_central, resolve_account
from carto_sandbox.accounts.catalog import LINK, PRIVATE, PUBLIC
from carto_sandbox.accounts.directory import Accounts
from carto_sandbox.central_api.central import check_state, check_version, is_uuid, open_call
from carto_sandbox.central_api.uploads import Upload, receive_upload
from carto_sandbox.database.naming import make_table_name
from carto_sandbox.http.errors import CentralApiError, UnforeseenError
from carto_sandbox.importing.downloads import check_url, name_url
from carto_sandbox.importing.importer import ImportOptions
from carto_sandbox.importing.jobs import MAX_CONCURRENT, ImportQueue, ImportRequest, get_imports, make_folder

_NO_CONNECTORS = 1501
_COLLISIONS = ("skip", "overwrite")
_PRIVACIES = {"public": PUBLIC, "private": PRIVATE, "link": LINK}
_PROVIDERS = ("mysql", "postgres", "sqlserver", "hive", "bigquery", "redshift", "snowflake")
_SERVICES = (
    "public_url", "gdrive", "dropbox", "box", "arcgis", "mailchimp", "instagram", "twitter_search", "bigquery",
    "connector",
)  # fmt: skip


async def create_import(request: Request) -> Response:
    check_version(request, "v1")
    account = resolve_account(request, "central")
    check_state(account, "v1")
    folder = make_folder()
    try:
        # The key may stand in the body, so all of it has to be read before anything is refused.
        upload = await receive_upload(request, folder / "file")
        authenticate_central(request, account, upload.fields)
        _check_account(account, {**upload.fields, **request.query_params})
        queue = get_imports(account)
        if len(queue.unfinished) >= MAX_CONCURRENT:
            text = f"We're sorry but you're already using your allowed {MAX_CONCURRENT} import slots"
            raise CentralApiError(429, {"errors": {"imports": text}})
        job_id = _start(queue, {**upload.fields, **request.query_params}, upload, folder)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return JSONResponse({"item_queue_id": job_id, "success": True})


def _check_account(account: Account, params: dict[str, Any]) -> None:
    if not account.profile.is_activated:
        raise CentralApiError(403, media_type="text/html")
    text = None
    if account.profile.viewer:
        text = "user Viewer users can't create data imports"
    elif str(params.get("privacy")).lower() == "private" and not account.profile.private_tables:
        text = (
            "Your account type (DEDICATED) does not allow to create private datasets."
            " Check https://carto.com/pricing for more info."
        )
    if text is not None:
        raise CentralApiError(400, {"errors": {"imports": text}})


def _start(queue: ImportQueue, params: dict[str, Any], upload: Upload, folder: Path) -> str:
    try:
        asked = read_import_request(params, upload)
        if asked.failure_code == _NO_CONNECTORS:
            # None is enabled, so no provider is a valid one.
            provider = _read_provider(params["connector"])
            raise ValueError(f"Wrong 'connector: {provider}' parameter value. Valid values are one of []")
    except ValueError as error:
        raise CentralApiError(400, {"errors": {"imports": str(error)}}) from None
    display_name = original_url = ""
    if asked.data_type == "file":
        display_name, original_url = asked.source, f"public/uploads/{secrets.token_hex(10)}/{asked.source}"
    elif asked.data_type == "url":
        display_name, original_url = name_url(asked.source), asked.source
    return queue.start(asked, display_name, original_url, folder).id


def read_import_request(params: dict[str, Any], upload: Upload) -> ImportRequest:
    """The first source that is given wins; ValueError says what is wrong with the parameters."""
    collision = params.get("collision_strategy") or None
    if collision is not None and collision not in _COLLISIONS:
        raise ValueError("collision_strategy Invalid collision strategy")
    asked = ImportRequest(
        data_type=None,
        options=ImportOptions(
            type_guessing=_is_not_false(params.get("type_guessing")),
            quoted_fields_guessing=_is_not_false(params.get("quoted_fields_guessing")),
            collision=collision,
        ),
        table_name=_read_text(params, "table_name"),
        privacy=_read_privacy(params.get("privacy")),
        create_visualization=_is_true(params.get("create_vis")),
        content_guessing=_is_true(params.get("content_guessing")),
        user_defined_limits=_read_limits(params),
    )
    _choose_source(asked, params, upload)
    return asked


def _choose_source(asked: ImportRequest, params: dict[str, Any], upload: Upload) -> None:
    service = _read_service(params)
    if params.get("url"):
        asked.data_type, asked.source = "url", check_url(params["url"])
    elif params.get("connector") is not None:
        _read_provider(params["connector"])
        asked.data_type, asked.failure_code = "datasource", _NO_CONNECTORS
    elif params.get("remote_visualization_id"):
        raise ValueError("The sandbox has no data library: remote_visualization_id names nothing")
    elif upload.file_name is not None:
        asked.data_type, asked.source = "file", _clean_file_name(upload.file_name)
    elif service not in (None, "public_url"):
        asked.data_type, asked.failure_code = "datasource", 1012
    elif query := _read_text(params, "sql"):
        asked.data_type, asked.source = "query", query.strip().rstrip(";")
        asked.table_name = make_table_name(asked.table_name) if asked.table_name else None
    elif table := _read_text(params, "table_copy"):
        asked.data_type, asked.source = "query", _write_copy_query(table)
        asked.table_name = make_table_name(asked.table_name or f"{table.rpartition('.')[2]}_copy")
    else:
        asked.data_type, asked.failure_code = "datasource", 1010


def _write_copy_query(table: str) -> str:
    return sql.SQL("SELECT * FROM {}").format(sql.Identifier(*table.split("."))).as_string()


def _read_service(params: dict[str, Any]) -> str | None:
    service, item = _read_text(params, "service_name"), params.get("service_item_id")
    if service is not None and service not in _SERVICES:
        raise ValueError(f"Unknown service_name '{service}'. Use one of: {', '.join(_SERVICES)}")
    if item is not None and not isinstance(item, str):
        raise ValueError("service_item_id field should be empty or a string")
    return service


def _read_provider(connector: object) -> str:
    if not isinstance(connector, dict):
        raise ValueError("connector has to be an object")
    provider = {str(name).lower(): value for name, value in connector.items()}.get("provider")
    if provider not in _PROVIDERS:
        raise ValueError(f"Invalid provider Provider: {provider}")
    return str(provider)


def _clean_file_name(name: str) -> str:
    """Without folders, which some browsers send, and without spaces."""
    return name.replace("\\", "/").rpartition("/")[2].replace(" ", "_")


def _read_limits(params: dict[str, Any]) -> dict[str, Any]:
    limits = params.get("user_defined_limits")
    if limits is None:
        prefix = "user_defined_limits["
        return {k[len(prefix) : -1]: _to_number(v) for k, v in params.items() if k.startswith(prefix) and k[-1] == "]"}
    if not isinstance(limits, dict):
        raise ValueError("no implicit conversion of Symbol into Integer")
    return limits


def _to_number(value: object) -> object:
    return int(value) if isinstance(value, str) and value.isascii() and value.isdigit() else value


def _read_privacy(value: object) -> str | None:
    if value in (None, ""):
        return None
    privacy = _PRIVACIES.get(str(value).lower())
    if privacy is None:
        raise ValueError(f"Unknown value '{value}' for 'privacy'. Allowed values are: private, public and link")
    return privacy


def _read_text(params: dict[str, Any], name: str) -> str | None:
    value = params.get(name)
    if value is not None and not isinstance(value, str):
        raise ValueError(f"{name} has to be a string")
    return value or None


def _is_not_false(value: object) -> bool:
    """Rails compares with the very text: ``False`` or ``0`` in a form are true."""
    return value is not False and value != "false"


def _is_true(value: object) -> bool:
    return value is True or value == "true"


async def list_imports(request: Request) -> Response:
    call = await open_call(request, "v1")
    if not call.account.profile.is_activated:
        raise CentralApiError(403, media_type="text/html")
    return JSONResponse({"imports": [job.id for job in get_imports(call.account).unfinished], "success": True})


async def read_import(request: Request) -> Response:
    """Everybody who knows the id can read it, with a key of any account."""
    await open_call(request, "v1")
    import_id = request.path_params["import_id"]
    if not is_uuid(import_id):
        raise CentralApiError(404)
    accounts: Accounts = request.app.state.accounts
    found = (get_imports(account).jobs.get(import_id.lower()) for account in accounts)
    job = next((job for job in found if job is not None), None)
    if job is None:
        raise UnforeseenError
    return JSONResponse(job.to_json())


routes: list[Route] = [
    Route("/imports", create_import, methods=["POST"]),
    Route("/imports", list_imports, methods=["GET"]),
    Route("/imports/{import_id}", read_import, methods=["GET"]),
]
