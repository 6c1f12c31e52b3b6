"""The state before a recording, derived from its answers about older objects, and from requests for them by name."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from tests.congruence.replay import RECORDINGS, Exchange, load_recording

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_ACCOUNT = re.compile(r"/u(?:ser)?/([a-z][a-z0-9]*)/api/")
_TABLE_IN_PATH = re.compile(r"/api/v1/tables/(?:(\w+)\.)?([a-z]\w*)(?=[/?])")
_VIZ_IN_PATH = re.compile(r"/api/v[123]/viz/(?:(\w+)\.)?([a-z]\w*)(?=[/?]|$)")
_NUMBERED = re.compile(r"(.+)_(\d+)$")
Json = dict[str, Any]


@dataclass
class Found:
    """Of one recording; the objects are as the first answer that has them shows them."""

    accounts: list[str] = field(default_factory=list)
    visualizations: dict[str, Json] = field(default_factory=dict)
    names: dict[str, set[str]] = field(default_factory=dict)
    """Tables of which nothing but the name is known, by account."""
    synchronizations: list[Json] = field(default_factory=list)
    imports: list[Json] = field(default_factory=list)
    exports: dict[str, str] = field(default_factory=dict)
    """The user of each."""
    order: list[str] = field(default_factory=list)
    """Ids of users and groups as a list of them has them."""
    groups: dict[str, Json] = field(default_factory=dict)
    members: dict[str, Json] = field(default_factory=dict)
    closed: set[str] = field(default_factory=set)
    """Ids and names of what somebody was refused."""
    dependents: set[str] = field(default_factory=set)
    maps: dict[str, Json] = field(default_factory=dict)
    layers: dict[str, list[Json]] = field(default_factory=dict)
    """Of maps, by the map's id; of users, by theirs."""
    tables_seen: dict[str, Json] = field(default_factory=dict)
    """What stands inside of other objects, by the id of the table."""
    broken: dict[str, str] = field(default_factory=dict)
    """Accounts whose lists cannot be shown, for something is shared with an entity of this type."""
    relations: dict[str, list[Json]] = field(default_factory=dict)
    """Tables of an account, as a list of them has them."""
    tags: list[Json] = field(default_factory=list)
    others: list[tuple[str, str, int]] = field(default_factory=list)
    """Account, a word of the name and number of datasets that a list counts and does not show."""


def list_central() -> list[str]:
    paths = sorted((RECORDINGS / "central").rglob("*.yaml"))
    return [path.relative_to(RECORDINGS).with_suffix("").as_posix() for path in paths]


@cache
def load_central(name: str) -> list[Exchange]:
    return load_recording(name)


def began_at(exchanges: list[Exchange]) -> str:
    """As the answers write times, to the second."""
    return parsedate_to_datetime(exchanges[0].answer.headers["date"]).strftime("%Y-%m-%dT%H:%M:%S")


def read_json(exchange: Exchange) -> Any:
    """Also of JavaScript that calls back."""
    text = exchange.answer.body.decode("utf-8", "replace")
    try:
        return json.loads(re.sub(r"^/\*\*/cb\((.*)\)$", r"\1", text, flags=re.DOTALL))
    except ValueError:
        return None


def walk(value: Any) -> Iterator[Json]:
    """All objects in it, the outer ones first."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for member in value:
            yield from walk(member)


def is_visualization(value: Json) -> bool:
    return {"id", "name", "type", "privacy", "kind", "created_at"} <= value.keys()


def _is_older(value: Json, moment: str) -> bool:
    return str(value.get("created_at", "")).replace(" ", "T")[:19] < moment


@cache
def index_of_all() -> dict[str, Json]:
    """Visualizations of all recordings by their id, in the most complete form."""
    index: dict[str, Json] = {}
    for name in list_central():
        for exchange in load_central(name):
            for value in walk(read_json(exchange)):
                for item in _read_visualizations(value, _owner_of(exchange)):
                    known = index.get(item["id"], {})
                    index[item["id"]] = item | known if len(known) > len(item) else known | item
    return index


def _read_visualizations(value: Json, asked: str) -> Iterator[Json]:
    """One that is shown, or that of a table inside of something, or what a permission is about."""
    if is_visualization(value):
        yield value | {"_owner": _tell_owner(value, asked)}
    permission = value.get("permission") or {}
    if "geometry_types" in value and "entity" in permission and "row_count" in value:
        name = str(value["name"]).rpartition(".")[2]
        yield {
            "id": permission["entity"]["id"], "name": name, "type": "table", "privacy": value["privacy"],
            "created_at": permission["created_at"], "updated_at": value["updated_at"], "permission": permission,
            "table": value | {"name": name}, "_owner": permission["owner"]["username"],
        }  # fmt: skip
    if {"entity", "owner", "acl", "created_at"} <= value.keys():
        yield {
            "id": value["entity"]["id"], "name": f"shared_{value['id'][:8]}", "type": "table", "privacy": "PRIVATE",
            "created_at": value["created_at"], "updated_at": value["created_at"], "permission": value | {"acl": []},
            "_owner": value["owner"]["username"],
        }  # fmt: skip
    if value.keys() == {"id", "name", "privacy", "created_at", "updated_at", "url"}:  # of pages, whatever it really is
        yield {name: value[name] for name in ("id", "name", "created_at", "updated_at")} | {
            "type": "table", "privacy": value["privacy"].upper(), "_owner": asked,
        }  # fmt: skip


@cache
def index_of_groups() -> dict[str, Json]:
    groups: dict[str, Json] = {}
    for name in list_central():
        for exchange in load_central(name):
            for value in walk(read_json(exchange)):
                if {"id", "organization_id", "display_name"} <= value.keys():
                    groups.setdefault(value["id"], value)
    return groups


@cache
def index_of_exports() -> dict[str, str]:
    """The user of each export of all recordings."""
    exports = {}
    for name in list_central():
        for exchange in load_central(name):
            for value in walk(read_json(exchange)):
                if {"visualization_id", "state", "url", "user_id"} <= value.keys() and "interval" not in value:
                    exports[str(value["id"])] = str(value["user_id"])
    return exports


def find(name: str) -> Found:
    exchanges = load_central(name)
    moment, found = began_at(exchanges), Found()
    for exchange in exchanges:
        owner = _owner_of(exchange)
        if owner not in ("", "nobody", *found.accounts):
            found.accounts.append(owner)
    made = _list_made(exchanges)
    for exchange in exchanges:
        _gather(found, exchange, moment, made)
    _gather_members(found, exchanges, made)
    _look_up(found, exchanges, moment, made)
    _count_others(found, exchanges, moment)
    return found


def _list_made(exchanges: list[Exchange]) -> set[str]:
    """Ids that the recording itself made."""
    return {
        uuid
        for exchange in exchanges
        if exchange.method == "POST"
        for uuid in _UUID.findall(exchange.answer.body.decode("utf-8", "replace"))
        if uuid not in exchange.target and uuid not in str(exchange.body)
    }


def _gather(found: Found, exchange: Exchange, moment: str, made: set[str]) -> None:
    """Of one answer, what is older than the recording."""
    body, owner = read_json(exchange), _owner_of(exchange)
    if "Unknown entity type: " in str(body):
        found.broken[owner] = str(body).partition("type: ")[2].strip("'}")
    for value in walk(body):
        for item in _read_visualizations(value, owner):
            if _is_older(item, moment) and is_visualization(value):
                found.visualizations.setdefault(item["id"], item)
            if "table" in item:
                found.tables_seen.setdefault(item["table"]["id"], item["table"]) if item["table"] else None
        if "dependent_visualizations" in value and "rows_counted" in value:
            listed = [*value["dependent_visualizations"], *value["non_dependent_visualizations"]]
            found.dependents.update(one["id"] for one in listed)
        if "urlTemplate2x" not in value and isinstance(value.get("layers"), list) and "api_key" in value:
            found.layers.setdefault(owner, value["layers"])
        if {"id", "organization_id", "display_name"} <= value.keys() and value["id"] not in made:
            found.groups.setdefault(value["id"], dict(value))
    if isinstance(body, dict) and exchange.answer.status == 200 and exchange.method == "GET":
        _gather_body(found, body, exchange, moment, made)


def _gather_body(found: Found, body: Json, exchange: Exchange, moment: str, made: set[str]) -> None:
    owner, path = _owner_of(exchange), exchange.target.partition("?")[0].rstrip("/")
    for sync in body.get("synchronizations", []):
        if _is_older(sync, moment):
            found.synchronizations.append(sync | {"_owner": owner})
    if re.search(r"/imports/[^/]+$", path) and body.get("id") not in made:
        found.imports.append(body | {"_owner": owner})
    if not found.order:
        found.order = [grantable["id"] for grantable in body.get("grantables", [])]
    if map_id := re.search(r"/maps/([^/]+)$", path):
        found.maps.setdefault(map_id[1], body | {"_owner": owner})
    if map_id := re.search(r"/maps/([^/]+)/layers$", path):
        found.layers.setdefault(map_id[1], body["layers"])
    if path.endswith("/v4/datasets"):
        for row in body["result"]:
            if row["table_schema"] in (owner, "public"):
                found.relations.setdefault(owner, []).append(row)
        found.others.append((owner, "zz", body["total"] - body["count"] if "per_page" not in exchange.target else 0))
    if path.endswith("/tags") and not found.tags:
        found.tags = [tag | {"_owner": owner} for tag in body["result"]]


def _gather_members(found: Found, exchanges: list[Exchange], made: set[str]) -> None:
    asked: set[str] = set()
    for exchange in exchanges:
        if exchange.method == "POST" and exchange.target.partition("?")[0].endswith("/users") and exchange.body:
            asked.add(str(json.loads(exchange.body).get("username")) if exchange.answer.status == 200 else "")
        for value in walk(read_json(exchange)):
            name = value.get("username")
            if value.get("org_user") and isinstance(name, str) and name not in asked:
                found.members[name] = value | found.members.get(name, {})
            for group in value.get("groups") or [] if isinstance(name, str) else []:
                if isinstance(group, dict) and group.get("id", group["name"]) not in made:
                    known = found.groups.setdefault(group.get("id", group["name"]), dict(group))
                    known.setdefault("_members", set()).add(name)
    found.accounts = [name for name in found.accounts if name not in asked]


def _look_up(found: Found, exchanges: list[Exchange], moment: str, made: set[str]) -> None:
    """Objects that are requested by an id or name that only other recordings explain."""
    index, exports, groups = index_of_all(), index_of_exports(), index_of_groups()
    by_id = {value[name]: value for value in index.values() for name in ("map_id",) if value.get(name)}
    by_id |= {value["table"]["id"]: value for value in index.values() if value.get("table")}
    by_id |= {value["permission"]["id"]: value for value in index.values() if value.get("permission")}
    by_id |= index
    wanted = [*found.dependents]
    for exchange in exchanges:
        wanted += _UUID.findall(exchange.target + (exchange.body if isinstance(exchange.body, str) else ""))
    for value in list(found.visualizations.values()):
        wanted += [table["id"] for table in value.get("related_tables", [])]
    while wanted:
        uuid = wanted.pop()
        value = by_id.get(uuid)
        if value is not None and _is_older(value, moment) and value["id"] not in found.visualizations:
            found.visualizations[value["id"]] = value | {"permission": (value.get("permission") or {}) | {"acl": []}}
            wanted += [table["id"] for table in value.get("related_tables", [])]
        if uuid in exports and uuid not in made:
            found.exports[uuid] = exports[uuid]
        if uuid in groups and uuid not in made:
            found.groups.setdefault(uuid, dict(groups[uuid]))
    new = {value["name"] for e in exchanges for value in walk(read_json(e)) if _is_made(value, moment)}
    for exchange in exchanges:
        if exchange.answer.status in (401, 403) and exchange.method == "GET":
            found.closed |= {name for schema, name in _TABLE_IN_PATH.findall(exchange.target) if schema}
        if "not viewable" in exchange.answer.body.decode("utf-8", "replace"):
            for uuid in _UUID.findall(exchange.target):
                found.closed.add(uuid)
            found.closed |= {name for _, name in _VIZ_IN_PATH.findall(exchange.target)}
        for owner, name in [*_names_in(exchange), *_occupied_by(exchange)]:
            if name not in new:
                _look_up_name(found, owner, name, moment)


def _is_made(value: Json, moment: str) -> bool:
    return is_visualization(value) and not _is_older(value, moment)


def _look_up_name(found: Found, owner: str, name: str, moment: str) -> None:
    known = [v for v in found.visualizations.values() if v["_owner"] == owner]
    if any(value["name"] == name for value in known):
        return
    others = [v for v in index_of_all().values() if v["_owner"] == owner and v["name"] == name and v["type"] == "table"]
    others = sorted((v for v in others if _is_older(v, moment)), key=lambda v: str(v["created_at"]))
    if others:
        value = others[-1]
        found.visualizations[value["id"]] = value | {"permission": (value.get("permission") or {}) | {"acl": []}}
    else:
        found.names.setdefault(owner, set()).add(name)


def _names_in(exchange: Exchange) -> Iterator[tuple[str, str]]:
    """Tables that existed, because the answer is not a 404, each with its account."""
    asked, status = _owner_of(exchange), exchange.answer.status
    found: list[tuple[str, str]] = []
    if status in (404, 401) and "." not in exchange.target.partition("?")[0]:
        return
    found += _TABLE_IN_PATH.findall(exchange.target)
    found += _VIZ_IN_PATH.findall(exchange.target) if status in (200, 204, 403) else []
    text = exchange.body if isinstance(exchange.body, str) and status == 200 else ""
    found += [("", name) for name in re.findall(r'"table_copy": "(\w+)"', text)]
    found += [("", name) for name in re.findall(r"\bfrom (\w+)", text) if '"sql"' in text and name != "nowhere"]
    for listed in re.findall(r'"tables": \[([^\]]*)\]', text):
        found += re.findall(r'"(?:(\w+)\.)?(\w+)"', listed)
    found += [
        ("", name) for name in re.findall(r'"schema": "public", "name": "(\w+)"', str(exchange.body)) if status == 201
    ]
    yield from ((schema if schema not in ("", "public") else asked, name) for schema, name in found)


def _occupied_by(exchange: Exchange) -> Iterator[tuple[str, str]]:
    """Names that were taken: an import made name_2 of a file called name."""
    body, owner = read_json(exchange), _owner_of(exchange)
    if exchange.method != "GET" or not isinstance(body, dict) or body.get("state") not in ("complete", "success"):
        return
    name = _NUMBERED.fullmatch(str(body.get("table_name") or body.get("name") or ""))
    asked = str(body.get("original_url") or body.get("url") or "")
    is_fetched = "/imports/" in exchange.target and body.get("data_type") in ("file", "url")
    if name and is_fetched and (name[1] in asked.replace(" ", "_") or asked.endswith(".zip")):
        yield owner, name[1]
        yield from ((owner, f"{name[1]}_{n}") for n in range(1, int(name[2])))
    if body.get("error_code") == 1022:
        yield owner, Path(asked).stem


def _count_others(found: Found, exchanges: list[Exchange], moment: str) -> None:
    """By the first list of datasets of an account that counts all it has."""
    for exchange in exchanges:
        body, query = read_json(exchange), parse_qs(exchange.target.partition("?")[2])
        plain = query.keys() <= {"types", "per_page", "page", "api_key", "q", "callback"}
        if isinstance(body, dict) and "total_user_entries" in body and plain and query.get("types") == ["table"]:
            owner, word = _owner_of(exchange), query.get("q", ["other"])[0]
            new = sum(_is_made(value, moment) for value in body["visualizations"])
            known = [v for v in found.visualizations.values() if v["_owner"] == owner and v["type"] == "table"]
            matching = [v for v in known if "q" not in query or word in v["name"]]
            total = body["total_entries"] if "q" in query else body["total_user_entries"]
            found.others.append((owner, word, max(total - new - len(matching), 0)))
            rest = body["total_user_entries"] - new - len(known) - found.others[-1][2]
            found.others.append((owner, "more", max(rest, 0)))
            return


def _owner_of(exchange: Exchange) -> str:
    account = _ACCOUNT.search(exchange.target) or re.search(r"user_domain=(\w+)", exchange.target)
    return account[1] if account else ""


def _tell_owner(value: Json, asked: str) -> str:
    permission = value.get("permission") or (value.get("table") or {}).get("permission") or {}
    return str(permission.get("owner", {}).get("username") or asked)
