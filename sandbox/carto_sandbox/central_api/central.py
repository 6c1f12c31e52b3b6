"""What all endpoints of the central application share: parameters wherever Rails takes them, timestamps, versions."""

import json
import math
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Literal
from uuid import UUID

from starlette.requests import Request

from carto_sandbox.accounts.accounts import Account, ApiKey
from carto_sandbox.accounts.auth import authenticate_central, resolve_account
from carto_sandbox.http.errors import CentralApiError


class Call:
    """One request: the account it is for, the key it came with (None when anonymous), and its merged parameters."""

    def __init__(self, account: Account, key: ApiKey | None, query: Mapping[str, str], body: Mapping[str, Any]) -> None:
        self.account = account
        self.key = key
        self.query = query
        self.body = body

    @property
    def params(self) -> dict[str, Any]:
        """As Rails merges them: the query string wins over the body."""
        return {**self.body, **self.query}


async def open_call(
    request: Request, version: str, *, needs: Literal["master", "any", "nothing"] = "master", with_body: bool = False
) -> Call:
    """Finds account and key; 404 for another version of the API, 401 for a key that may not."""
    if request.path_params["version"] != version:
        raise CentralApiError(404)
    account = resolve_account(request, "central")
    body = await read_body(request) if with_body else {}
    return Call(account, authenticate_central(request, account, body, needs=needs), request.query_params, body)


async def read_body(request: Request) -> dict[str, Any]:
    """The fields of a JSON object or of a form; anything else has none. Malformed JSON is 400."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/json":
        raw = await request.body()
        try:
            value = _parse_json(raw) if raw.strip() else {}
        except ValueError:
            raise CentralApiError(400) from None
        return value if isinstance(value, dict) else {}
    if kind == "application/x-www-form-urlencoded":
        async with request.form() as form:
            return dict(form)
    return {}


def _parse_json(raw: bytes) -> object:
    """ValueError also for what Python reads and no answer could repeat: halves of characters, numbers without end."""
    value = json.loads(raw, parse_constant=_refuse_number, parse_float=_parse_float)
    if b"\\u" in raw:
        json.dumps(value, ensure_ascii=False).encode()
    return value


def _parse_float(text: str) -> float:
    number = float(text)
    return number if math.isfinite(number) else _refuse_number(text)


def _refuse_number(text: str) -> float:
    raise ValueError(f"{text} is no number of JSON")


def format_rails(moment: datetime) -> str:
    """``2021-03-02T10:00:06.123Z``, as nearly every answer has it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"


def format_iso(moment: datetime) -> str:
    """``2014-08-05T13:39:15.123+00:00``, as a synchronization that was just written and dates in records have it."""
    return format_rails(moment).removesuffix("Z") + "+00:00"


def format_ruby(moment: datetime) -> str:
    """``2021-03-02 10:00:06 UTC``, as reading one visualization and the API keys have it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S UTC")


def is_uuid(text: str) -> bool:
    try:
        return str(UUID(text)) == text.lower()
    except ValueError:
        return False


def read_positive(params: Mapping[str, Any], name: str, default: int) -> int:
    """A page number or size; ValueError with CARTO's text when it is no number or below 1."""
    text = str(params.get(name, default))
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise ValueError(f"Wrong '{name}' parameter value.")
    return int(text)
