"""Layergroups: maps that were instantiated, their ids, how long they live, and the answer that describes one."""

import base64
import hashlib
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any

from starlette.requests import Request

from carto_sandbox.accounts.accounts import Account, ApiKey
from carto_sandbox.accounts.auth import find_username
from carto_sandbox.maps_api.calls import MapCall, name_database_server, open_map_call
from carto_sandbox.maps_api.configs import MapConfig
from carto_sandbox.maps_api.creation.pipeline import Adapted
from carto_sandbox.maps_api.creation.validation import validate_map
from carto_sandbox.maps_api.errors import MapsApiError, get_maps_headers, set_maps_headers
from carto_sandbox.maps_api.queries import find_tables
from carto_sandbox.maps_api.templates import is_authorized

LIFETIME_SECONDS = 7200.0
_FOR_A_YEAR = "public,max-age=31536000"
FOR_A_DAY = "public,max-age=86400,must-revalidate"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass
class Layergroup:
    """A map that can be asked for tiles. `signer` and `auth` are those of the template it was made from."""

    md5: str
    adapted: Adapted
    tables: list[str]
    updated_at: datetime
    signer: str | None = None
    fingerprint: str | None = None
    auth: dict[str, Any] = field(default_factory=dict)
    ends_at: float = 0.0

    @property
    def map(self) -> MapConfig:
        return self.adapted.map

    @property
    def cache_buster(self) -> int:
        return round(self.updated_at.timestamp() * 1000)

    @property
    def id(self) -> str:
        signature = f"{self.signer}@{self.fingerprint}@" if self.signer else ""
        return f"{signature}{self.md5}:{self.cache_buster}"


class Layergroups:
    """Those of one account, in memory. `lifetime_seconds` counts from the last time a map was made."""

    def __init__(self) -> None:
        self.lifetime_seconds = LIFETIME_SECONDS
        self._found: dict[tuple[str, str | None], Layergroup] = {}

    def save(self, group: Layergroup) -> None:
        now = time.monotonic()
        group.ends_at = now + self.lifetime_seconds
        self._found = {key: other for key, other in self._found.items() if other.ends_at > now}
        self._found[group.md5, group.fingerprint] = group

    def find(self, md5: str, fingerprint: str | None) -> Layergroup | None:
        """An instance also answers to its bare hash, then as an anonymous map."""
        now = time.monotonic()
        alive = [group for (name, _), group in self._found.items() if name == md5 and group.ends_at > now]
        return next((group for group in alive if group.fingerprint == fingerprint), alive[0] if alive else None)


def get_layergroups(account: Account) -> Layergroups:
    return account.get_state(Layergroups)


async def make_layergroup(call: MapCall, adapted: Adapted, key: ApiKey, **signature: Any) -> Layergroup:
    """Checks that the map can be drawn, notes its tables and keeps it; MapsApiError when a layer is refused."""
    parsed = adapted.map
    md5 = parsed.hash(key.role, signature.get("auth"))
    set_maps_headers(call.request, {"Carto-Map-Id": md5, "Carto-Cache-Buster": "0"})
    if signature.get("fingerprint"):
        now = str(time.time_ns() // 1_000_000)
        named = {"Carto-Cache-Buster": now, "Carto-Template-Hash": signature["fingerprint"]}
        set_maps_headers(call.request, named)
    await validate_map(call.account, key, parsed)
    tables, newest = await find_tables(call.account, list_queries(parsed))
    group = Layergroup(md5, adapted, tables, newest or EPOCH, **signature)
    get_layergroups(call.account).save(group)
    set_layergroup_headers(call.request, group)
    return group


def list_queries(parsed: MapConfig) -> list[str]:
    """Those of the layers, and of the tables that they say they depend on."""
    found: list[str] = []
    for layer in parsed.layers:
        if isinstance(layer.sql, str):
            found.append(layer.sql)
        tables = layer.options.get("affected_tables")
        found += [f"SELECT * FROM {table} LIMIT 0" for table in tables] if isinstance(tables, list) else []
    return list(dict.fromkeys(found))


def set_layergroup_headers(request: Request, group: Layergroup) -> None:
    headers = {"Carto-Map-Id": group.md5, "Carto-Cache-Buster": str(group.cache_buster)}
    if group.fingerprint:
        headers["Carto-Template-Hash"] = group.fingerprint
    if tag := group.map.config.get("stat_tag"):
        headers["Carto-Stat-Tag"] = str(tag)
    set_maps_headers(request, headers)


def set_cache_headers(
    request: Request, account: Account, group: Layergroup, name: str | None = None, *, control: str = _FOR_A_YEAR
) -> None:
    """Set the headers for a cache in front; `name` is the named map if it was used without an instance."""
    if request.method == "HEAD":
        return
    keys = [hash_surrogate("n", f"{account.username}:{name}")] if name else []
    keys += [hash_surrogate("t", f"{account.database}:{table}") for table in group.tables]
    headers = {"Cache-Control": control, "Last-Modified": format_http_date(group.updated_at)}
    if group.tables:
        headers["X-Cache-Channel"] = f"{account.database}:{','.join(group.tables)}"
    if keys:
        headers["Surrogate-Key"] = " ".join(keys)
    set_maps_headers(request, headers)


def format_http_date(moment: datetime) -> str:
    return format_datetime(moment.astimezone(UTC), usegmt=True)


def hash_surrogate(kind: str, name: str) -> str:
    """``n:`` is a named map, ``t:`` a table."""
    digest = hashlib.sha256(name.encode("utf-8", "replace")).digest()
    return f"{kind}:{base64.b64encode(digest).decode()[:6]}"


@dataclass(frozen=True)
class OpenedMap:
    """A layergroup that this caller may use; `key` runs its queries."""

    call: MapCall
    group: Layergroup
    key: ApiKey

    @property
    def account(self) -> Account:
        return self.call.account

    @property
    def request(self) -> Request:
        return self.call.request


def parse_token(token: str) -> tuple[str | None, str | None, str, str]:
    """Signer, fingerprint, hash and cache buster of a layergroup's id."""
    body, _, buster = token.partition(":")
    *signature, md5 = body.split("@")
    signer = signature[0] if signature else None
    return signer, signature[1] if len(signature) > 1 else None, md5, buster


def name_map(request: Request) -> None:
    """The headers that say which map was asked for: they come first, whatever is wrong with the rest."""
    _, fingerprint, md5, buster = parse_token(request.path_params["token"])
    template = {"Carto-Template-Hash": fingerprint} if fingerprint else {}
    set_maps_headers(request, {"Carto-Map-Id": md5, "Carto-Cache-Buster": buster or "0", **template})


async def open_layergroup(request: Request) -> OpenedMap:
    """The map in the path, for someone who may see it."""
    signer, fingerprint, md5, buster = parse_token(request.path_params["token"])
    name_map(request)
    # Looked at before the key is.
    username = find_username(request)
    if signer and username is not None and signer != username:
        if not buster:
            get_maps_headers(request).pop("Carto-Cache-Buster")
        text = f'Cannot use map signature of user "{signer}" on db of user "{username}"'
        raise MapsApiError(text, 403, "auth")
    call = await open_map_call(request, connects=signer is None)
    group = get_layergroups(call.account).find(md5, fingerprint)
    if group is None:
        raise MapsApiError(f"Invalid or nonexistent map configuration token '{md5}'", 400)
    set_layergroup_headers(request, group)
    if signer is None:
        get_maps_headers(request).pop("Carto-Template-Hash", None)
        return OpenedMap(call, group, call.key)
    # Any key that may use maps opens an instance, with its own rights; a token does so with the owner's.
    if call.given is None and not is_authorized(group.auth, call.auth_tokens):
        raise MapsApiError("Sorry, you are unauthorized (permission denied)", 403)
    name_database_server(request)
    return OpenedMap(call, group, call.account.master if call.given is None else call.key)
