"""PostgreSQL grants for the grants of an API key."""

import json
from collections.abc import Iterable
from typing import Any

from psycopg import sql

_PERMISSIONS = frozenset({"select", "insert", "update", "delete"})


def write_note(role: str, username: str) -> sql.Composed:
    """Record the owner of a role, for CDB_Username."""
    known = json.dumps({"username": username, "permissions": []})
    return sql.SQL("SELECT cartodb.CDB_Conf_SetConf({}, {})").format(f"api_keys_{role}", known)


def write_grants(role: str, grants: list[dict[str, Any]]) -> Iterable[sql.Composed]:
    """The GRANT statements of a regular key's database section."""
    to = sql.Identifier(role)
    for grant in (grant for grant in grants if grant.get("type") == "database"):
        for table in grant.get("tables", ()):
            schema = sql.Identifier(table.get("schema", "public"))
            rights = sorted(_PERMISSIONS.intersection(table.get("permissions", ())))
            name = sql.SQL("{}.{}").format(schema, sql.Identifier(table["name"]))
            yield sql.SQL("GRANT USAGE ON SCHEMA {} TO {}").format(schema, to)
            for right in rights:
                yield sql.SQL("GRANT {} ON {} TO {}").format(sql.SQL(right), name, to)
            if "insert" in rights:
                yield sql.SQL("GRANT USAGE ON ALL SEQUENCES IN SCHEMA {} TO {}").format(schema, to)
        for schema_grant in grant.get("schemas", ()):
            rights = sorted({"usage", "create"}.intersection(schema_grant.get("permissions", ())))
            for right in rights:
                target = sql.Identifier(schema_grant.get("name", "public"))
                yield sql.SQL("GRANT {} ON SCHEMA {} TO {}").format(sql.SQL(right), target, to)
