"""Whom a visualization is shared with: members of the owner's organization, all of them, or groups of them.

PostgreSQL holds it too: a dataset that is shared can be read, or written, with SQL by those it is shared with.
"""

from typing import Any

from psycopg import sql

from carto_sandbox.accounts.accounts import Account
from carto_sandbox.accounts.catalog import PASSWORD, PRIVATE, Visualization, get_catalog
from carto_sandbox.accounts.databases import name_group_role, name_member_role

READ, WRITE = "r", "rw"
_RIGHTS = {READ: "SELECT", WRITE: "SELECT, INSERT, UPDATE, DELETE"}
USER, ORGANIZATION, GROUP = "user", "org", "group"


class UnknownEntityError(ValueError):
    """An entry of an acl is about something that is neither a user nor a group nor the organization."""


def find_access(item: Visualization, account: Account) -> str | None:
    """`rw`, `r` or nothing; the owner may do everything."""
    if item.owner is account:
        return WRITE
    organization = account.organization
    if organization is None or item.owner.organization is not organization:
        return None
    mine = {(USER, account.uuid), (ORGANIZATION, organization.id)}
    mine |= {(GROUP, group.id) for group in organization.groups_of(account)}
    given = {entry["access"] for entry in item.acl if (entry["type"], entry["id"]) in mine}
    return WRITE if WRITE in given else READ if READ in given else None


def list_shared(account: Account) -> list[Visualization]:
    """Objects that others share with an account."""
    if account.organization is None:
        return []
    others = (member for member in account.organization.members if member is not account)
    return [item for member in others for item in get_catalog(member).known if find_access(item, account)]


def list_auth_tokens(item: Visualization, viewer: Account | None) -> list[str]:
    """With which the named map of something closed is opened: the viewer's own; None is one who knew the password."""
    if item.privacy == PASSWORD and viewer in (item.owner, None):
        return [item.get("password_token", "")]
    return _list_tokens(viewer) if item.privacy == PRIVATE and viewer else []


def _list_tokens(account: Account) -> list[str]:
    organization = account.organization
    if organization is None:
        return [account.profile.auth_token]
    groups = (group.auth_token for group in organization.groups_of(account))
    return [account.profile.auth_token, organization.auth_token, *groups]


async def share(item: Visualization, acl: list[dict[str, str]]) -> None:
    """Share with exactly these. For a dataset, also change the grants in PostgreSQL."""
    before, item.acl = _list_roles(item, item.acl), acl
    if not item.is_table:
        return
    table, schema = sql.Identifier(item.owner.schema, item.name), sql.Identifier(item.owner.schema)
    async with item.owner.connect() as connection, connection.transaction():
        for role in before:
            await connection.execute(sql.SQL("REVOKE ALL ON {} FROM {}").format(table, sql.Identifier(role)))
        for role, access in _list_roles(item, acl).items():
            to, rights = sql.Identifier(role), sql.SQL(_RIGHTS[access])
            await connection.execute(sql.SQL("GRANT USAGE ON SCHEMA {} TO {}").format(schema, to))
            await connection.execute(sql.SQL("GRANT {} ON {} TO {}").format(rights, table, to))
            if access == WRITE:
                sequence = "SELECT pg_get_serial_sequence(%s, 'cartodb_id')"
                row = await (await connection.execute(sequence, [table.as_string()])).fetchone()
                if row and row[0]:
                    await connection.execute(sql.SQL("GRANT USAGE ON SEQUENCE {} TO {}").format(sql.SQL(row[0]), to))


def _list_roles(item: Visualization, acl: list[dict[str, str]]) -> dict[str, str]:
    """The existing roles, each with its rights."""
    organization, database = item.owner.organization, item.owner.database
    if organization is None:
        return {}
    known: dict[tuple[str, str], Any] = {(ORGANIZATION, organization.id): name_member_role(database)}
    known |= {(USER, member.uuid): member.master.role for member in organization.members}
    known |= {(GROUP, group.id): name_group_role(database, group.name) for group in organization.groups}
    return {
        known[entry["type"], entry["id"]]: entry["access"]
        for entry in sorted(acl, key=lambda entry: len(entry["access"]))
        if entry["access"] in _RIGHTS and (entry["type"], entry["id"]) in known
    }
