"""All accounts of one sandbox, and what they are made of: databases, roles, organizations."""

import re
import secrets
import threading
from collections.abc import Iterator
from typing import Any

import psycopg
from psycopg import sql

from carto_sandbox.accounts.accounts import PUBLIC_ROLE, Account, ApiKey
from carto_sandbox.accounts.databases import (
    create_database,
    create_schema,
    drop_schema,
    name_group_role,
    name_member_role,
)
from carto_sandbox.accounts.organizations import Group, Organization, Profile
from carto_sandbox.accounts.role_grants import write_note
from carto_sandbox.database.extension import read_extension
from carto_sandbox.database.postgres import Postgres

DEFAULT_PUBLIC = "default_public"
"""The literal token of every account's default key."""


class UnknownAccountError(LookupError):
    """No account of that name."""


class Accounts:
    """All accounts of one sandbox."""

    def __init__(self, postgres: Postgres) -> None:
        self.postgres = postgres
        self._accounts: dict[str, Account] = {}
        self.organizations: dict[str, Organization[Account]] = {}
        self.url = ""
        # Roles and databases belong to the whole server, which other sandboxes may use too.
        self._prefix = f"carto_{secrets.token_hex(4)}"
        self._count = 0
        self._template = ""
        # Tests create accounts from several threads.
        self._creating = threading.Lock()

    def __iter__(self) -> Iterator[Account]:
        return iter(list(self._accounts.values()))

    def find(self, username: str) -> Account:
        try:
            return self._accounts[username]
        except KeyError:
            raise UnknownAccountError(username) from None

    def create(
        self,
        username: str,
        api_key: str | None = None,
        organization: str | None = None,
        profile: Profile | None = None,
    ) -> Account:
        """Makes the database and the roles; the name is 1 to 63 letters, digits, `-` or `_`."""
        if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]{0,62}", username):
            raise ValueError(f"{username!r} is no user name: use letters, digits, '-' and '_'")
        with self._creating:
            return self._create(username, api_key, organization, profile)

    def _create(self, username: str, api_key: str | None, organization: str | None, profile: Profile | None) -> Account:
        if username in self._accounts:
            raise ValueError(f"The account {username!r} exists already")
        self._count += 1
        name = f"{self._prefix}_{self._count}"
        owner, public = _make_first_keys(name, api_key or secrets.token_hex(20), shared=organization is None)
        for role, password in {
            PUBLIC_ROLE: PUBLIC_ROLE,
            owner.role: owner.password,
            public.role: public.password,
        }.items():
            self.postgres.create_role(role, password)
        account = Account(username, self._count, self.postgres, f"{name}_db", [owner, public])
        account.base_url = f"{self.url}/user/{username}"
        account.profile = profile or account.profile
        if organization is None:
            create_database(self.postgres, account.database, owner.role, template=self._make_template())
        else:
            self._join(account, self.organizations.setdefault(organization, Organization(organization)))
        with self.postgres.admin(account.database) as connection:
            connection.execute(write_note(owner.role, username))
        self._accounts[username] = account
        return account

    def _join(self, account: Account, organization: Organization[Account]) -> None:
        """The first member's database is the organization's."""
        if not organization.members:
            organization.database = account.database
            create_database(self.postgres, account.database, None, template=self._make_template())
        account.database, account.schema = organization.database, account.username
        roles = account.master.role, account.public.role
        create_schema(self.postgres, account.database, account.schema, *roles)
        organization.add(account)

    def add_group(self, organization: Organization[Account], display_name: str) -> Group[Account]:
        """Of no members yet; ValueError with PostgreSQL's text where there is one of that name."""
        group: Group[Account] = Group(display_name, display_name)
        with self.postgres.admin() as connection:
            role = sql.Identifier(name_group_role(organization.database, group.name))
            try:
                connection.execute(sql.SQL("CREATE ROLE {}").format(role))
            except psycopg.errors.DuplicateObject as error:
                raise ValueError(error.diag.message_primary) from None
        organization.groups.append(group)
        return group

    def rename_group(self, organization: Organization[Account], group: Group[Account], display_name: str) -> None:
        old, new = (name_group_role(organization.database, name) for name in (group.name, display_name))
        if old != new:
            with self.postgres.admin() as connection:
                change = sql.SQL("ALTER ROLE {} RENAME TO {}")
                connection.execute(change.format(sql.Identifier(old), sql.Identifier(new)))
        group.name = group.display_name = display_name

    def drop_group(self, organization: Organization[Account], group: Group[Account]) -> None:
        organization.groups.remove(group)
        self.postgres.drop_group_role(organization.database, name_group_role(organization.database, group.name))

    def set_members(self, organization: Organization[Account], group: Group[Account], members: list[Account]) -> None:
        """The members of a group have its role."""
        role = sql.Identifier(name_group_role(organization.database, group.name))
        with self.postgres.admin() as connection:
            for member in group.members:
                connection.execute(sql.SQL("REVOKE {} FROM {}").format(role, sql.Identifier(member.master.role)))
            for member in members:
                connection.execute(sql.SQL("GRANT {} TO {}").format(role, sql.Identifier(member.master.role)))
        group.members[:] = members

    def _make_template(self) -> str:
        """What every account's database begins as, made once: PostGIS alone would take each of them a second."""
        if not self._template:
            name = f"{self._prefix}_template"
            self.postgres.create_database(name)
            with self.postgres.admin(name) as connection:
                if self.postgres.has_postgis:
                    connection.execute("CREATE EXTENSION IF NOT EXISTS postgis")
                connection.execute(read_extension(postgis=self.postgres.has_postgis))
            self._template = name
        return self._template

    def drop(self, account: Account) -> None:
        """Removes roles and database, or what it has of its organization's; `Account.close` must have run."""
        self._accounts.pop(account.username, None)
        organization = account.organization
        roles = [key.role for key in account.keys.values() if key.role != PUBLIC_ROLE]
        if organization is not None:
            if not organization.remove(account):
                drop_schema(self.postgres, account.database, account.schema, roles)
                return
            self.organizations.pop(organization.name, None)
            roles.append(name_member_role(account.database))
            roles += [name_group_role(account.database, group.name) for group in organization.groups]
        self.postgres.drop_database(account.database)
        for role in roles:
            self.postgres.drop_role(role)

    def drop_all(self) -> None:
        """Removes everything that was made on the server, but for the role that all sandboxes share."""
        for account in self:
            self.drop(account)
        if self._template:
            self.postgres.drop_database(self._template)
            self._template = ""


async def close_accounts(accounts: Accounts) -> None:
    """In the server's loop, before it ends."""
    for account in accounts:
        await account.close()


def _make_first_keys(name: str, token: str, *, shared: bool) -> tuple[ApiKey, ApiKey]:
    """Master and default. The public role is the server's, with a password that is known, unless it needs a schema."""
    owner = ApiKey("Master", "master", token, f"{name}_owner", secrets.token_urlsafe(16), [_make_api_grant()])
    role = (PUBLIC_ROLE, PUBLIC_ROLE) if shared else (f"{name}_public", secrets.token_urlsafe(16))
    return owner, ApiKey("Default public", "default", DEFAULT_PUBLIC, *role, [_make_api_grant()])


def _make_api_grant() -> dict[str, Any]:
    return {"type": "apis", "apis": ["sql", "maps"]}
