"""Accounts of the sandbox: a database each, API keys that are PostgreSQL roles, and state kept in memory."""

import asyncio
import contextlib
import secrets
import uuid
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, TypeVar

import psycopg
from psycopg import sql

from carto_sandbox.accounts.databases import (
    look_first_in,
)
from carto_sandbox.accounts.organizations import Organization, Profile
from carto_sandbox.accounts.role_grants import write_grants, write_note
from carto_sandbox.database.connections import Connection, cancel_query, drop_connection
from carto_sandbox.database.postgres import Postgres

PUBLIC_ROLE = "publicuser"
"""CARTO's anonymous role: one for the whole server, `GRANT SELECT ON t TO publicuser` makes a table public."""


_CONNECTIONS_PER_ACCOUNT = 40
State = TypeVar("State")


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
        """Return True if the key has the grant for an API, `sql` or `maps`."""
        return any(grant.get("type") == "apis" and api in grant.get("apis", ()) for grant in self.grants)


class Account:
    """One CARTO user. Create it with `Sandbox.create_account`."""

    def __init__(self, username: str, number: int, postgres: Postgres, database: str, keys: Iterable[ApiKey]) -> None:
        self.username = username
        self.user_id = number
        self.uuid = str(uuid.uuid4())
        self.database = database
        self.schema = "public"
        """Schema of its tables; a member of an organization has its own."""
        self.base_url = ""
        self.profile = Profile(f"{username}@example.com")
        self.organization: Organization[Account] | None = None
        self.sync_pause_seconds = 900.0
        """Time after a run during which `sync_now` is refused: CARTO's 15 minutes unless set to less."""
        self.resources = contextlib.ExitStack()
        """Objects to close or remove together with the account."""
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
        if self.organization is not None:
            look_first_in(self._postgres, self.database, self.schema, role)
        with self._postgres.admin(self.database) as connection:
            for statement in (write_note(role, self.username), *write_grants(role, grants)):
                connection.execute(statement)
        self.keys[name] = key
        return key

    def drop_key(self, key: ApiKey) -> None:
        """Takes a regular key's rights and role away. Its objects go to the owner; its running queries are ended."""
        self.keys.pop(key.name, None)
        role, owner = sql.Identifier(key.role), sql.Identifier(self.master.role)
        with self._postgres.admin(self.database) as connection:
            connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s", [key.role])
            connection.execute(sql.SQL("REASSIGN OWNED BY {} TO {}").format(role, owner))
            connection.execute(sql.SQL("DROP OWNED BY {}").format(role))
        self._postgres.drop_role(key.role)
