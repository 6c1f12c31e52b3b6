"""The grants of API keys: which ones CARTO accepts, and how it reads them back from PostgreSQL."""

from collections.abc import Iterable
from typing import Any

from carto_sandbox.accounts.accounts import Account, ApiKey
from carto_sandbox.database.connections import Connection

_APIS = frozenset({"sql", "maps", "do"})
_TABLE_RIGHTS = frozenset({"select", "insert", "update", "delete"})
_SCHEMA_RIGHTS = frozenset({"create"})
_SERVICES = ("geocoding", "routing", "isolines", "observatory")
# The properties of each section; those in the second set may be left out.
_SECTIONS: dict[str, tuple[set[str], set[str]]] = {
    "apis": ({"apis"}, set()),
    "database": (set(), {"tables", "schemas", "table_metadata"}),
    "dataservices": ({"services"}, set()),
    "data-observatory": ({"datasets"}, set()),
    "user": ({"data"}, set()),
}

_TABLE_ACL = """
SELECT n.nspname, c.relname, r.oid = c.relowner,
       ARRAY(SELECT DISTINCT lower(a.privilege_type) FROM aclexplode(c.relacl) a WHERE a.grantee = r.oid ORDER BY 1)
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, pg_roles r
 WHERE r.rolname = %s AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
   AND EXISTS (SELECT 1 FROM aclexplode(c.relacl) a WHERE a.grantee = r.oid)
 ORDER BY 1, 2
"""
_SCHEMA_ACL = """
SELECT n.nspname,
       ARRAY(SELECT DISTINCT lower(a.privilege_type) FROM aclexplode(n.nspacl) a WHERE a.grantee = r.oid ORDER BY 1)
  FROM pg_namespace n, pg_roles r
 WHERE r.rolname = %s AND EXISTS (SELECT 1 FROM aclexplode(n.nspacl) a WHERE a.grantee = r.oid)
 ORDER BY 1
"""


class InvalidGrantsError(ValueError):
    """The grants of a new key are refused; the text says why."""


def check_grants(grants: object) -> list[dict[str, Any]]:
    """The grants themselves, when each section is known, complete and there once, and ``apis`` is among them."""
    if not isinstance(grants, list) or not all(isinstance(section, dict) for section in grants):
        raise InvalidGrantsError("Grants has to be an array of objects")
    kinds = [section.get("type") for section in grants]
    if kinds.count("apis") != 1:
        raise InvalidGrantsError("Grants only one apis section is allowed, and one is needed")
    for kind in kinds:
        if kind not in _SECTIONS:
            raise InvalidGrantsError(f"Grants have an unknown section: {kind}")
        if kinds.count(kind) > 1:
            raise InvalidGrantsError(f"Grants only one {kind} section is allowed")
    for section in grants:
        _check_section(section)
    return grants


def _check_section(section: dict[str, Any]) -> None:
    kind = section["type"]
    needed, optional = _SECTIONS[kind]
    _check_properties(section, needed | {"type"}, optional, kind)
    if kind == "apis":
        _check_words(section["apis"], _APIS, "apis")
    elif kind == "dataservices":
        _check_words(section["services"], _SERVICES, "services")
    elif kind == "data-observatory":
        _check_words(section["datasets"], None, "datasets")
    elif kind == "user":
        _check_words(section["data"], ("profile",), "data")
    else:
        _check_database(section)


def _check_database(section: dict[str, Any]) -> None:
    for table in _check_objects(section.get("tables", []), "tables"):
        _check_properties(table, {"schema", "name", "permissions"}, {"owner"}, "tables")
        _check_words(table["permissions"], _TABLE_RIGHTS, "permissions of tables")
        _check_words([table["schema"], table["name"]], None, "names of tables")
    for schema in _check_objects(section.get("schemas", []), "schemas"):
        _check_properties(schema, {"name", "permissions"}, set(), "schemas")
        _check_words(schema["permissions"], _SCHEMA_RIGHTS, "permissions of schemas")
        _check_words([schema["name"]], None, "names of schemas")
    if section.get("table_metadata", []) != []:
        raise InvalidGrantsError("Grants table_metadata has to be an empty array")


def _check_properties(section: dict[str, Any], needed: set[str], optional: set[str], where: str) -> None:
    if missing := sorted(needed - section.keys()):
        raise InvalidGrantsError(f"Grants {where} needs {', '.join(missing)}")
    if unknown := sorted(section.keys() - needed - optional):
        raise InvalidGrantsError(f"Grants {where} has unknown properties: {', '.join(unknown)}")


def _check_objects(value: object, where: str) -> list[dict[str, Any]]:
    if not isinstance(value, list) or not all(isinstance(member, dict) for member in value):
        raise InvalidGrantsError(f"Grants {where} has to be an array of objects")
    return value


def _check_words(value: object, allowed: Iterable[str] | None, where: str) -> None:
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise InvalidGrantsError(f"Grants {where} have to be strings")
    if allowed is not None and (unknown := sorted(set(value).difference(allowed))):
        raise InvalidGrantsError(f"Grants unknown {where}: {', '.join(unknown)}")


async def check_ownership(account: Account, grants: list[dict[str, Any]]) -> None:
    """Only the account's own tables and schemas can be granted."""
    names = [(t["schema"], t["name"]) for s in grants for t in s.get("tables", [])]
    schemas = [schema["name"] for section in grants for schema in section.get("schemas", [])]
    async with account.connect() as connection:
        for schema, name in names:
            if not await _owns(
                connection,
                "SELECT 1 FROM pg_class WHERE relnamespace = to_regnamespace(quote_ident(%s)) AND relname = %s"
                " AND pg_has_role(relowner, 'USAGE')",
                [schema, name],
            ):
                raise InvalidGrantsError("Grants can only grant table permissions you have")
        for name in schemas:
            if not await _owns(
                connection, "SELECT 1 FROM pg_namespace WHERE nspname = %s AND pg_has_role(nspowner, 'USAGE')", [name]
            ):
                raise InvalidGrantsError("Grants can only grant schema permissions you have")


async def _owns(connection: Connection, query: str, names: list[str]) -> bool:
    return await (await connection.execute(query.encode(), names)).fetchone() is not None


async def read_grants(account: Account, key: ApiKey) -> list[dict[str, Any]]:
    """As CARTO answers them: tables and schemas are what PostgreSQL says now, and nothing for master and default."""
    given = {section["type"]: section for section in key.grants}
    database: dict[str, Any] = {"type": "database", "tables": [], "schemas": []}
    if key.type == "regular":
        async with account.connect() as connection:
            tables = await (await connection.execute(_TABLE_ACL, [key.role])).fetchall()
            schemas = await (await connection.execute(_SCHEMA_ACL, [key.role])).fetchall()
        database["tables"] = [
            {"schema": schema, "name": name, "owner": owner, "permissions": rights}
            for schema, name, owner, rights in tables
        ]
        database["schemas"] = [{"name": name, "permissions": rights} for name, rights in schemas]
    if "table_metadata" in given.get("database", {}):
        database["table_metadata"] = []
    grants = [{"type": "apis", "apis": given.get("apis", {}).get("apis", [])}, database]
    if key.is_master:
        grants.append({"type": "dataservices", "services": [*_SERVICES]})
    grants += [given[kind] for kind in ("dataservices", "data-observatory") if kind in given and not key.is_master]
    return grants
