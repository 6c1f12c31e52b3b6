"""Accounts of the sandbox: a database each, API keys that are PostgreSQL roles, and state kept in memory."""

import asyncio
import contextlib
import re
import secrets
import threading
import uuid
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, TypeVar

import psycopg
from psycopg import sql

from carto_sandbox.accounts.organizations import Organization, Profile
from carto_sandbox.accounts.role_grants import write_grants, write_note
from carto_sandbox.database.connections import Connection, cancel_query, drop_connection
from carto_sandbox.database.extension import read_extension
from carto_sandbox.database.postgres import Postgres

PUBLIC_ROLE = "publicuser"
"""CARTO's anonymous role: one for the whole server, `GRANT SELECT ON t TO publicuser` makes a table public."""

DEFAULT_PUBLIC = "default_public"
"""The literal token of every account's default key."""

_CONNECTIONS_PER_ACCOUNT = 40
_APIS: Mapping[str, Any] = {"type": "apis", "apis": ["sql", "maps"]}

State = TypeVar("State")


class UnknownAccountError(LookupError):
    """No account of that name."""


@dataclass(eq=False)
class ApiKey:
    """A key: `type` is master, default or regular; `role` is the PostgreSQL role its queries run as."""

    name: str
    type: str
    token: str
    role: str
    password: str
    grants: list[dict[str, Any]]
    created_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    updated_at: datetime = field(default_factory=lambda: datetime.now(UTC))

    def __repr__(self) -> str:
        return f"ApiKey(name={self.name!r}, type={self.type!r}, role={self.role!r})"

    @property
    def is_master(self) -> bool:
        return self.type == "master"

    def allows(self, api: str) -> bool:
        """Whether the key has the grant for an API, `sql` or `maps`."""
        return any(grant.get("type") == "apis" and api in grant.get("apis", ()) for grant in self.grants)


class Account:
    """One CARTO user. Create it with `Sandbox.create_account`."""

    def __init__(self, username: str, number: int, postgres: Postgres, database: str, keys: Iterable[ApiKey]) -> None:
        self.username = username
        self.user_id = number
        self.uuid = str(uuid.uuid4())
        self.database = database
        self.base_url = ""
        self.profile = Profile(f"{username}@example.com")
        self.organization: Organization[Account] | None = None
        self.sync_pause_seconds = 900.0
        """How long after a run `sync_now` is refused; CARTO's 15 minutes, unless set to less."""
        self.resources = contextlib.ExitStack()
        """What is to be closed or removed when the account is."""
        self.keys: dict[str, ApiKey] = {key.name: key for key in keys}
        self.state: dict[type, Any] = {}
        self._postgres = postgres
        self._idle: dict[str, list[Connection]] = {}
        self._busy: set[Connection] = set()
        self._slots = asyncio.Semaphore(_CONNECTIONS_PER_ACCOUNT)
        self._tasks: set[asyncio.Task[Any]] = set()
        self._closed = False

    def __repr__(self) -> str:
        return f"Account({self.username!r})"

    @property
    def master(self) -> ApiKey:
        return self.keys["Master"]

    @property
    def public(self) -> ApiKey:
        return self.keys["Default public"]

    @property
    def api_key(self) -> str:
        """The master key's token."""
        return self.master.token

    @property
    def has_postgis(self) -> bool:
        return self._postgres.has_postgis

    def find_key(self, token: str) -> ApiKey | None:
        given = token.encode("utf-8", "replace")  # compare_digest takes no text outside ASCII
        return next((key for key in self.keys.values() if secrets.compare_digest(key.token.encode(), given)), None)

    def dsn(self, key: ApiKey | None = None) -> str:
        """libpq connection string of the account's database, as the owner when no key is given."""
        key = key or self.master
        return self._postgres.dsn(self.database, key.role, key.password)

    def get_state(self, kind: type[State], make: Callable[[], State] | None = None) -> State:
        """The account's one object of this type, made at first use."""
        if kind not in self.state:
            self.state[kind] = (make or kind)()
        found: State = self.state[kind]
        return found

    def start_task(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Runs work in the background (from the server's loop) until it ends or the account is closed."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    @contextlib.asynccontextmanager
    async def connect(self, key: ApiKey | None = None) -> AsyncIterator[Connection]:
        """An autocommit connection as the key's role (the owner without one), pooled, with a clean session.

        What is still running on it when the block ends, also by cancellation, is cancelled on the server.
        """
        key = key or self.master
        async with self._slots:
            connection = await self._take(key)
            self._busy.add(connection)
            try:
                yield connection
            finally:
                self._busy.discard(connection)
                self._give_back(key, connection)

    async def _take(self, key: ApiKey) -> Connection:
        idle = self._idle.setdefault(key.role, [])
        while idle:
            connection = idle.pop()
            try:
                await connection.execute("DISCARD ALL")
            except BaseException as error:
                drop_connection(connection)
                if not isinstance(error, psycopg.Error):
                    raise
            else:
                return connection
        # Prepared statements would not survive the DISCARD ALL between two uses.
        return await psycopg.AsyncConnection.connect(self.dsn(key), autocommit=True, prepare_threshold=None)

    def _give_back(self, key: ApiKey, connection: Connection) -> None:
        usable = connection.pgconn.transaction_status == psycopg.pq.TransactionStatus.IDLE
        if usable and not self._closed and not connection.closed:
            self._idle.setdefault(key.role, []).append(connection)
        else:
            drop_connection(connection)

    async def close(self) -> None:
        """Ends background work, running queries and idle connections; called in the server's loop."""
        self._closed = True
        for connection in self._busy:
            cancel_query(connection)
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for connections in self._idle.values():
            while connections:
                drop_connection(connections.pop())
        self.resources.close()

    def create_key(self, name: str, grants: list[dict[str, Any]]) -> ApiKey:
        """A regular key with CARTO's grants: `{"type": "apis", "apis": ["sql"]}` and
        `{"type": "database", "tables": [{"schema": "public", "name": "t", "permissions": ["select"]}]}`.
        """
        role = f"{self.master.role[:50]}_{secrets.token_hex(4)}"
        key = ApiKey(name, "regular", secrets.token_urlsafe(16), role, secrets.token_urlsafe(16), grants)
        self._postgres.create_role(role, key.password)
        with self._postgres.admin(self.database) as connection:
            for statement in (write_note(role, self.username), *write_grants(role, grants)):
                connection.execute(statement)
        self.keys[name] = key
        return key

    def drop_key(self, key: ApiKey) -> None:
        """Takes a regular key's rights and role away. What it made belongs to the owner; what it runs is ended."""
        self.keys.pop(key.name, None)
        role, owner = sql.Identifier(key.role), sql.Identifier(self.master.role)
        with self._postgres.admin(self.database) as connection:
            connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s", [key.role])
            connection.execute(sql.SQL("REASSIGN OWNED BY {} TO {}").format(role, owner))
            connection.execute(sql.SQL("DROP OWNED BY {}").format(role))
        self._postgres.drop_role(key.role)


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
        self._making_template = threading.Lock()

    def __iter__(self) -> Iterator[Account]:
        return iter(list(self._accounts.values()))

    def find(self, username: str) -> Account:
        try:
            return self._accounts[username]
        except KeyError:
            raise UnknownAccountError(username) from None

    def create(self, username: str, api_key: str | None = None, organization: str | None = None) -> Account:
        """Makes the database and the roles; the name is 1 to 63 letters, digits, `-` or `_`."""
        if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]{0,62}", username):
            raise ValueError(f"{username!r} is no user name: use letters, digits, '-' and '_'")
        if username in self._accounts:
            raise ValueError(f"The account {username!r} exists already")
        self._count += 1
        name = f"{self._prefix}_{self._count}"
        owner, public = self._make_keys(name, api_key or secrets.token_hex(20))
        self.postgres.create_role(owner.role, owner.password)
        self.postgres.create_role(public.role, public.password)
        self.postgres.create_database(f"{name}_db", owner.role, template=self._make_template())
        with self.postgres.admin(f"{name}_db") as connection:
            connection.execute(write_note(owner.role, username))
            connection.execute(
                sql.SQL('ALTER DATABASE {} SET search_path = "$user", public, cartodb').format(
                    sql.Identifier(f"{name}_db")
                )
            )
        account = Account(username, self._count, self.postgres, f"{name}_db", [owner, public])
        account.base_url = f"{self.url}/user/{username}"
        if organization is not None:
            self.organizations.setdefault(organization, Organization(organization)).add(account)
        self._accounts[username] = account
        return account

    def _make_template(self) -> str:
        """What every account's database begins as, made once: PostGIS alone would take each of them a second."""
        with self._making_template:
            if not self._template:
                name = f"{self._prefix}_template"
                self.postgres.create_database(name)
                with self.postgres.admin(name) as connection:
                    if self.postgres.has_postgis:
                        connection.execute("CREATE EXTENSION IF NOT EXISTS postgis")
                    connection.execute(read_extension(postgis=self.postgres.has_postgis))
                self._template = name
        return self._template

    def _make_keys(self, name: str, token: str) -> tuple[ApiKey, ApiKey]:
        grants = [dict(_APIS)]
        owner = ApiKey("Master", "master", token, f"{name}_owner", secrets.token_urlsafe(16), grants)
        # The role is shared by everything on the server, so its password is known.
        public = ApiKey("Default public", "default", DEFAULT_PUBLIC, PUBLIC_ROLE, PUBLIC_ROLE, [dict(_APIS)])
        return owner, public

    def drop(self, account: Account) -> None:
        """Removes database and roles; `Account.close` must have run."""
        self._accounts.pop(account.username, None)
        if account.organization is not None and account.organization.remove(account):
            self.organizations = {name: one for name, one in self.organizations.items() if one.members}
        self.postgres.drop_database(account.database)
        for key in account.keys.values():
            if key.role != PUBLIC_ROLE:
                self.postgres.drop_role(key.role)

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
