"""Puts into a sandbox what a recording found: accounts, tables, maps and the rest, under the ids they had."""

import uuid
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg

from carto_sandbox import Account, Sandbox
from carto_sandbox.accounts.catalog import TABLE, Visualization, get_catalog
from carto_sandbox.accounts.layers import Layer
from carto_sandbox.central_api.exports import Export, get_exports
from carto_sandbox.central_api.profile_json import get_user_layers
from carto_sandbox.importing.jobs import ImportJob, ImportRequest, get_imports
from carto_sandbox.importing.sync_state import Synchronization, get_synchronizations
from tests.congruence.central.found import Found, Json

ORGANIZATION = "acme"
_ORGANIZATION_ID = "d77cb961-dee7-43a8-bc4e-51a3c35e6cbe"
_QUOTA_BYTES, _ORGANIZATION_QUOTA_BYTES = 256 * 1024**2, 20 * 1024**3
_IDS = {
    "dev1": "73711c73-5fce-4433-9e05-90ada4ec449f",
    "acmeadmin": "76b24bae-3a37-4aee-8310-754b10006391",
    "acmeann": "467d6b83-197c-44b8-bae0-5d9067f246a5",
    "acmebob": "6c71589c-4d30-4220-b78e-649590fc9474",
}
_MEMBERS = ("acmeadmin", "acmeann", "acmebob")
_EPOCH = datetime(2026, 11, 25, 4, 13, tzinfo=UTC)
_TEXTS = ("display_name", "description", "source", "title", "license", "attributions", "locked", "tags")
_SHAPES = {
    "ST_Point": "'SRID=4326;POINT(' || -n || ' 40)'",
    "ST_MultiPolygon": "'SRID=4326;MULTIPOLYGON(((' || -n || ' 40,1 50,2 40,' || -n || ' 40)))'",
    "ST_MultiLineString": "'SRID=4326;MULTILINESTRING((' || -n || ' 40,1 50))'",
}
# The file of cities of most recordings, and the one of points.
_CITIES = """
CREATE TABLE "{table}" (cartodb_id bigserial PRIMARY KEY, the_geom {geometry}, founded date, lat float8, lng float8,
    name text, pop int);
INSERT INTO "{table}" (the_geom, founded, lat, lng, name, pop)
    SELECT ('SRID=4326;POINT(' || round(-3 - n / 10.0, 1) || ' ' || round(40 + n / 10.0, 1) || ')')::{geometry},
        make_date(1900 + n, 1, 2), round(40 + n / 10.0, 1), round(-3 - n / 10.0, 1), 'City ' || n, n * 1000
    FROM generate_series(1, {rows}) AS n;
"""
_OTHERS = """
CREATE TABLE "{table}" (cartodb_id bigserial PRIMARY KEY, the_geom {geometry}, name text, v int);
INSERT INTO "{table}" (the_geom, name, v)
    SELECT ({shape})::{geometry}, 'P' || n, n FROM generate_series(1, {rows}) AS n;
"""
_READY = """SELECT CDB_CartodbfyTable('{schema}', '"{table}"'); ANALYZE "{table}";"""
_CITY_ROWS = 30


def make_accounts(sandbox: Sandbox, found: Found) -> dict[str, Account]:
    """The organization's owner comes first, for the first member is that."""
    members = [*_MEMBERS, *(name for name in found.members if name not in _MEMBERS)]
    needs_members = any(name in members for name in {*found.accounts, *found.members})
    owners = [name for name, uuid in _IDS.items() if any(uuid == value["user_id"] for value in found.imports)]
    owners += [value["_owner"] for value in found.visualizations.values()]
    owners += [name for name, uuid in _IDS.items() if uuid in found.exports.values()]
    alone = "dev1" in {*found.accounts, *owners}
    names = [*(members if needs_members else []), *(["dev1"] if alone else [])]
    accounts = {}
    for name in names:
        organization = ORGANIZATION if name in members else None
        account = sandbox.create_account(name, api_key=f"fake_master_key_{name}", organization=organization)
        known = found.members.get(name, {})
        account.uuid = _IDS.get(name) or str(known.get("id") or account.uuid)
        account.profile.quota_in_bytes = int(known.get("quota_in_bytes") or _QUOTA_BYTES)
        account.profile.password = f"Secret{name}99"
        account.profile.viewer = bool(known.get("viewer"))
        account.profile.private_maps = name != "dev1"
        accounts[name] = account
    if needs_members:
        _make_organization(sandbox, accounts, found)
    return accounts


def _make_organization(sandbox: Sandbox, accounts: dict[str, Account], found: Found) -> None:
    organization = sandbox.accounts.organizations[ORGANIZATION]
    organization.id, organization.display_name = _ORGANIZATION_ID, "Acme Maps"
    organization.quota_in_bytes = _ORGANIZATION_QUOTA_BYTES
    organization.seats, organization.viewer_seats = 20, 5
    for value in found.groups.values():
        if any(group.name == value["name"] for group in organization.groups):
            continue
        group = sandbox.accounts.add_group(organization, value["name"])
        group.id = value.get("id") or group.id
        names = {*value.get("_members", ()), *(user["username"] for user in value.get("users", []))}
        sandbox.accounts.set_members(organization, group, [accounts[name] for name in sorted(names)])
    # By when they changed: as the first answer lists them that does.
    moments = {one: _EPOCH + timedelta(seconds=number) for number, one in enumerate(found.order)}
    for account in organization.members:
        account.profile.updated_at = moments.get(account.uuid, _EPOCH)
    for group in organization.groups:
        group.updated_at = moments.get(group.id, _EPOCH)


def seed(accounts: dict[str, Account], found: Found) -> None:
    for name, account in accounts.items():
        items = [value for value in found.visualizations.values() if value["_owner"] == name]
        items.sort(key=lambda value: str(value["created_at"]))
        items += _make_maps(account, found, items)
        _seed_account(account, items, found, found.names.get(name, ()))
    known = {item.table_id: item for account in accounts.values() for item in get_catalog(account).known}
    for account in accounts.values():
        for item in get_catalog(account).known:
            tables = found.visualizations.get(item.id, {}).get("related_tables", [])
            item.sources = [known[table["id"]] for table in tables if table["id"] in known]
    _seed_others(accounts, found)
    for value in found.synchronizations:
        _seed_synchronization(accounts[value["_owner"]], value)
    _seed_jobs(accounts, found)


def _seed_others(accounts: dict[str, Account], found: Found) -> None:
    """Datasets that are only known to exist. They come last in lists that begin with the latest."""
    for owner, word, number in found.others:
        items = [_make_other(f"{word}_{n:02}x", TABLE) for n in range(number)]
        _seed_account(accounts[owner], items, found)
    for owner, rows in found.relations.items():
        known = {item.name for item in get_catalog(accounts[owner]).known}
        items = [
            _make_other(row["name"], TABLE) | {"privacy": row["privacy"].upper()}
            for row in rows
            if row["cartodbfied"] and row["name"] not in known
        ]
        _seed_account(accounts[owner], items, found)
        with psycopg.connect(accounts[owner].dsn(), autocommit=True) as connection:
            for row in rows:
                if not row["cartodbfied"]:
                    connection.execute(f'CREATE TABLE "{row["name"]}" (a int)'.encode())
    for tag in found.tags:
        account = accounts[tag["_owner"]]
        for kind, count in ((TABLE, tag.get("datasets", 0)), ("derived", tag.get("maps", 0))):
            known = [
                item for item in get_catalog(account).known if item.type == kind and tag["tag"] in item.get("tags", [])
            ]
            items = [_make_other(f"tagged_{tag['tag']}_{n}", kind) for n in range(count - len(known))]
            _seed_account(account, [item | {"tags": [tag["tag"]]} for item in items], found)
    for owner, kind in found.broken.items():
        get_catalog(accounts[owner]).known[0].acl = [{"type": kind, "id": accounts[owner].uuid, "access": "r"}]


def _make_maps(account: Account, found: Found, values: list[Json]) -> list[Json]:
    """Of which nothing but the id and the settings is known."""
    known = {value.get("map_id") for value in values}
    return [
        _make_other("A map", "derived") | {"map_id": map_id}
        for map_id, settings in found.maps.items()
        if settings["_owner"] == account.username and map_id not in known
    ]


def _make_other(name: str, kind: str) -> Json:
    moment = "2026-11-25T04:00:00.000Z"
    body = {"id": str(uuid.uuid4()), "name": name, "type": kind, "privacy": "PRIVATE", "map_id": str(uuid.uuid4())}
    return body | {"created_at": moment, "updated_at": moment, "table": {"geometry_types": ["ST_Point"]}}


def _seed_account(account: Account, values: list[Json], found: Found, bare: Iterable[str] = ()) -> None:
    tables = {value["name"]: value for value in values if value["type"] == TABLE}
    names = {*tables, *bare}
    with psycopg.connect(account.dsn(), autocommit=True) as connection:
        for name in sorted(names):
            facts = tables.get(name, {}).get("table") or {}
            facts = facts | found.tables_seen.get(facts.get("id", ""), {})
            connection.execute(_write_table(account, name, facts).encode())
            if tables.get(name, {}).get("privacy") in ("PUBLIC", "LINK"):
                connection.execute(f'GRANT SELECT ON "{name}" TO publicuser'.encode())
        query = "SELECT relname, oid::bigint FROM pg_class WHERE relnamespace = to_regnamespace(quote_ident(%s))"
        oids = {str(name): int(oid) for name, oid in connection.execute(query, [account.schema])}
    catalog = get_catalog(account)
    for name in sorted(names - tables.keys()):
        catalog.add(Visualization(account, name, TABLE, oid=oids[name]))
    for value in values:
        catalog.add(_make_visualization(account, value, oids, found))


def _write_table(account: Account, name: str, facts: Json) -> str:
    shape = (facts.get("geometry_types", ["ST_Point"]) or [""])[0]
    rows = facts.get("row_count", _CITY_ROWS)
    is_of_cities = rows == _CITY_ROWS and shape == "ST_Point"
    text = (_CITIES if is_of_cities else _OTHERS) + _READY
    return text.format(
        table=name,
        schema=account.schema,
        rows=rows,
        geometry="geometry(Geometry,4326)" if account.has_postgis else "text",
        shape=_SHAPES.get(shape, "NULL::text"),
    )


def _make_visualization(account: Account, value: Json, oids: dict[str, int], found: Found) -> Visualization:
    table, permission = value.get("table") or {}, value.get("permission") or {}
    oid = oids.get(value["name"]) if value["type"] == TABLE else None
    seen = found.tables_seen.get(table.get("id", ""), {})
    privacy = value["privacy"]
    if seen and not (seen["privacy"] == "PUBLIC" and privacy == "LINK"):  # of tables both are public
        privacy = seen["privacy"]
    if found.closed & {value["id"], value["name"]}:
        privacy = "PRIVATE"
    item = Visualization(account, value["name"], value["type"], privacy, oid)
    item.id, item.map_id = value["id"], value.get("map_id")
    item.table_id = table.get("id") or item.table_id
    item.permission_id = permission.get("id") or item.permission_id
    item.created_at, item.updated_at = _read_time(value["created_at"]), _read_time(value["updated_at"])
    item.attributes = {name: value[name] for name in _TEXTS if value.get(name) not in (None, [], False)}
    item.acl = [
        {"type": entry["type"], "id": entry["entity"]["id"], "access": entry["access"]}
        for entry in permission.get("acl", [])
    ]
    item.map_settings = {
        name: setting
        for name, setting in found.maps.get(str(item.map_id), {}).items()
        if name not in ("id", "user_id", "legends", "scrollwheel", "_owner")
    }
    if layers := found.layers.get(str(item.map_id)):
        item.layers = [
            Layer(layer["kind"], layer["options"], layer["infowindow"], layer["tooltip"], layer["order"], layer["id"])
            for layer in layers
        ]
    return item


def _read_time(text: str) -> datetime:
    return datetime.fromisoformat(text.replace(" UTC", "Z").replace(" ", "T"))


def _seed_synchronization(account: Account, value: Json) -> None:
    names = ("url", "name", "service_name", "service_item_id", "type_guessing", "quoted_fields_guessing")
    sync = Synchronization(value["interval"], account.uuid, **{name: value[name] for name in names})
    for name in ("id", "state", "retried_times", "log_id", "error_code", "error_message", "etag", "checksum"):
        setattr(sync, name, value[name])
    for name in ("created_at", "updated_at", "run_at", "ran_at", "modified_at"):
        setattr(sync, name, _read_time(value[name]) if value[name] else None)
    if value["visualization_id"]:
        dataset = Visualization(account, value["name"] or "", TABLE)
        dataset.id = value["visualization_id"]
        known = (item for item in get_catalog(account).known if item.id == dataset.id)
        sync.dataset = next(known, dataset)
    get_synchronizations(account).items[sync.id] = sync


def _seed_jobs(accounts: dict[str, Account], found: Found) -> None:
    for account in accounts.values():
        get_user_layers(account).items += [
            Layer(layer["kind"], layer["options"], layer["infowindow"], layer["tooltip"], layer["order"], layer["id"])
            for layer in found.layers.get(account.username, [])
        ]
    by_id: dict[Any, Account] = {account.uuid: account for account in accounts.values()}
    for value in found.imports:
        owner = by_id.get(value["user_id"])
        if owner is not None:
            request = ImportRequest(value["data_type"], str(value["display_name"]))
            job = ImportJob(request, value["user_id"], value["display_name"], value["original_url"], Path())
            for name in ("id", "state", "table_name", "table_id"):
                setattr(job, name, value[name])
            job.tables_created = value["tables_created_count"]
            get_imports(owner).jobs[job.id] = job
    for export_id, user_id in found.exports.items():
        owner = by_id.get(user_id)
        if owner is not None:
            exports = get_exports(owner)
            exports.items[export_id] = Export(Visualization(owner, "", "derived"), user_id, exports.folder)
