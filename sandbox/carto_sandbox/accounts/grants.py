"""The grants of API keys as PostgreSQL knows them."""

from typing import Any

from carto_sandbox.accounts.accounts import Account, ApiKey
from carto_sandbox.accounts.grant_rules import SERVICES
from carto_sandbox.database.connections import Connection

_OWNS_TABLE = """
SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE n.nspname = %s AND c.relname = %s AND n.nspname <> 'cartodb' AND has_table_privilege(c.oid, %s)
"""
_OWNS_SCHEMA = "SELECT 1 FROM pg_namespace WHERE nspname = %s AND has_schema_privilege(oid, 'CREATE')"
_TABLE_ACL = """
SELECT n.nspname, c.relname, r.oid = c.relowner,
       ARRAY(SELECT DISTINCT lower(a.privilege_type) FROM aclexplode(c.relacl) a WHERE a.grantee = r.oid ORDER BY 1)
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, pg_roles r
 WHERE r.rolname = %s AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
   AND EXISTS (SELECT 1 FROM aclexplode(c.relacl) a WHERE a.grantee = r.oid)
 ORDER BY 1, 2
"""
# Rights on schemas, for all roles; those of the extension's schemas are left out.
_SCHEMA_RIGHTS = """
SELECT nspname, ARRAY(SELECT kind FROM unnest(ARRAY['create', 'usage']) AS kind
                       WHERE has_schema_privilege(%s, oid, kind))
  FROM pg_namespace
 WHERE nspname !~ '^pg_' AND nspname <> 'cartodb' AND has_schema_privilege(%s, oid, 'USAGE')
 ORDER BY 1
"""


async def find_foreign(account: Account, grants: list[dict[str, Any]]) -> list[str]:
    """Complaints of tables and schemas that the account has no such rights on itself."""
    tables = [table for section in grants for table in section.get("tables", [])]
    schemas = [schema for section in grants for schema in section.get("schemas", [])]
    async with account.connect() as connection:
        for table in tables:
            names = [table["schema"], table["name"]]
            if not await _is_true(connection, _OWNS_TABLE, [*names, ", ".join(table["permissions"]) or "SELECT"]):
                return ["can only grant table permissions you have"]
        for schema in schemas:
            if not await _is_true(connection, _OWNS_SCHEMA, [schema["name"]]):
                return ["can only grant schema permissions you have"]
    return []


async def _is_true(connection: Connection, query: str, names: list[str]) -> bool:
    return await (await connection.execute(query.encode(), names)).fetchone() is not None


async def read_grants(account: Account, key: ApiKey) -> list[dict[str, Any]]:
    """As CARTO answers them: tables and schemas are what PostgreSQL says now, and nothing for master and default."""
    given = {section["type"]: section for section in key.grants}
    database: dict[str, Any] = {"type": "database", "tables": [], "schemas": []}
    if key.type == "regular":
        async with account.connect() as connection:
            tables = await (await connection.execute(_TABLE_ACL, [key.role])).fetchall()
            schemas = await (await connection.execute(_SCHEMA_RIGHTS, [key.role, key.role])).fetchall()
        database["tables"] = [
            {"schema": schema, "name": name, "owner": owner, "permissions": rights}
            for schema, name, owner, rights in tables
        ]
        database["schemas"] = [{"name": name, "permissions": rights} for name, rights in schemas]
    if "table_metadata" in given.get("database", {}):
        database["table_metadata"] = []
    grants = [{"type": "apis", "apis": given.get("apis", {}).get("apis", [])}, database]
    if key.is_master:
        grants.append({"type": "dataservices", "services": [*SERVICES]})
    if not key.is_master:
        grants += [given["dataservices"]] if given.get("dataservices", {}).get("services") else []
        grants += [given["data-observatory"]] if given.get("data-observatory", {}).get("datasets") else []
    return grants
