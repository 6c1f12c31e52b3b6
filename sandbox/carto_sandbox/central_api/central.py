"""Code that all endpoints of the central application share: parameters as Rails reads them, timestamps, versions."""

import json
import math
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any, Literal
from uuid import UUID

from starlette.exceptions import HTTPException
from starlette.requests import Request

from carto_sandbox.accounts.accounts import Account, ApiKey
from carto_sandbox.accounts.auth import authenticate_central, resolve_account
from carto_sandbox.http.errors import CentralApiError, MalformedBodyError
from carto_sandbox.http.rails import mark_cors


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
    check_version(request, version)
    body = await read_body(request) if with_body else {}
    account = resolve_account(request, "central")
    check_state(account, version)
    key = authenticate_central(request, account, body, needs=needs)
    if version == "v4":
        mark_cors(request)
    return Call(account, key, request.query_params, body)


def check_version(request: Request, *versions: str) -> None:
    """There is nothing at other versions' paths."""
    if request.path_params["version"] not in versions:
        raise HTTPException(404)


def check_state(account: Account, version: str) -> None:
    """Looked at before the key is."""
    profile = account.profile
    if version != "v4":
        if profile.is_locked or profile.is_in_maintenance:
            raise CentralApiError(404)
        return
    states = {"lockout": profile.is_locked, "maintenance_mode": profile.is_in_maintenance}
    states["unverified"] = profile.is_unverified
    for name, is_so in states.items():
        if is_so:
            raise CentralApiError(403, {"error": name})


async def read_body(request: Request) -> dict[str, Any]:
    """The fields of a JSON object or of a form; anything else has none. Malformed JSON is 400."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/json":
        raw = await request.body()
        try:
            value = _parse_json(raw) if raw.strip() else {}
        except ValueError:
            raise MalformedBodyError from None
        return value if isinstance(value, dict) else {}
    if kind == "application/x-www-form-urlencoded":
        async with request.form() as form:
            return dict(form)
    return {}


async def is_json_object(request: Request) -> bool:
    """Of the body itself, whatever its Content-Type says."""
    try:
        return isinstance(json.loads(await request.body()), dict)
    except ValueError:
        return False


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
    """A page number or size; ValueError with CARTO's text when it is below 1."""
    number = read_integer(params.get(name) or default)
    if number < 1:
        raise ValueError(f"Wrong '{name}' parameter value.")
    return number


def read_integer(value: object) -> int:
    """As Ruby reads one from a text: the digits that it begins with, or 0."""
    digits = re.match(r"\s*([-+]?\d{1,18})", str(value))
    return int(digits[1]) if digits else 0


DIRECTIONS = ("asc", "desc")


def read_choice(value: object, name: str, choices: Iterable[str]) -> str:
    """One of some words; ValueError with CARTO's text, which lists Ruby's symbols."""
    if value not in [*choices]:
        raise ValueError(f"Wrong '{name}' parameter value. Valid values are one of {list_symbols(choices)}")
    return str(value)


def list_symbols(words: Iterable[str]) -> str:
    return f"[{', '.join(f':{word}' for word in words)}]"
